"""Contract suites that any searcher, scheduler or back end must pass, invariants, and fakes.

For the project's own tests and for those of people who add an implementation; it needs no test framework.
"""
