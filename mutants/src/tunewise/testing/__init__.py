"""The contract suites that every searcher, scheduler, back end and blackbox must pass.

They serve the project's own tests and those of people who add an implementation. They need no test framework.
"""
