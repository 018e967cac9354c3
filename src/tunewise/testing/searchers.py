"""The contract suite for searchers: plain functions that a test runs for each searcher.

Each check takes a function that builds the searcher for a problem, and raises `AssertionError` if the
searcher breaks its contract. Run them for your own searcher like this::

    @pytest.mark.parametrize("check", SEARCHER_CHECKS)
    def test_contract(check):
        check(MySearcher)
"""

import copy
import math
import time
import zlib
from collections.abc import Callable

import numpy as np

from tunewise.problem import Problem
from tunewise.searchers.base import Proposal, Searcher
from tunewise.space import Config, Space
from tunewise.testing.history import History, fingerprint
from tunewise.testing.spaces import endless_spaces, finite_spaces
from tunewise.trial import Status, Trial
from tunewise.trial_table import TrialTable

Build = Callable[[Problem], Searcher]
Fate = Callable[[History, "Trial"], None]
"""What happens to a trial after its start."""

MAX_RESOURCE = 9

_PLAIN = (str, bool, int, float, type(None))


# ---- checks ----------------------------------------------------------------------------------------------


def check_proposes_what_is_in_the_space(build: Build) -> None:
    for problem in _problems():
        for trial in _search(build(problem), problem, 25).trials:
            assert problem.space.validate(trial.config) == trial.config, f"{trial.config} is not in the space"


def check_proposes_nothing_twice(build: Build) -> None:
    for problem in _problems():
        trials = _search(build(problem), problem, 25).trials
        keys = [problem.space.key(trial.config) for trial in trials]
        assert len(set(keys)) == len(keys), "a configuration was proposed twice"


def check_uses_up_a_finite_space(build: Build) -> None:
    """Each configuration exactly once, and from then on None."""
    for space in finite_spaces().values():
        problem = _problem(space)
        searcher = build(problem)
        assert space.cardinality is not None
        trials = _search(searcher, problem, space.cardinality).trials
        keys = {space.key(trial.config) for trial in trials}
        assert len(keys) == len(trials) == space.cardinality, "not every configuration was proposed once"
        for decision in range(3):
            extra = searcher.propose(trials, _generator(decision))
            assert extra is None, f"after every configuration came {extra}"


def check_says_why_in_plain_values(build: Build) -> None:
    problem = _mixed_problem()
    for trial in _search(build(problem), problem, 25).trials:
        assert isinstance(trial.why.get("kind"), str), f"{trial.why} has no kind of reason"
        for key, value in trial.why.items():
            # NumPy scalars pass for Python ones, but not in JSON
            assert type(value) in _PLAIN, f"{key} isn't a plain value: {value!r}"
            assert not isinstance(value, float) or math.isfinite(value), f"{key} is not finite"


def check_changes_nothing(build: Build) -> None:
    problem = _mixed_problem()
    searcher = build(problem)
    history = History(problem)
    for decision in range(25):
        before = fingerprint(history.trials)
        proposal = searcher.propose(history.trials, _generator(decision))
        assert fingerprint(history.trials) == before, f"the history was changed on the way to {proposal}"
        if proposal is not None:
            _mixed_fate(history, history.start(proposal.config))


def check_a_proposal_is_the_callers_own(build: Build) -> None:
    """Changing a proposed configuration doesn't affect the searcher."""
    problem = _mixed_problem()
    searcher = build(problem)
    trials = History(problem).trials
    first = _proposed(searcher, trials, 0)
    unchanged = copy.deepcopy(first)
    first.config.clear()
    assert _proposed(searcher, trials, 0) == unchanged, "the searcher still uses the object that it returned"


def check_same_history_and_generator_same_proposal(build: Build) -> None:
    """It proposes the same if asked twice, if newly built, or after a question about a copied history."""
    for problem in _problems():
        searcher = build(problem)
        history = History(problem)
        for decision in range(12):
            proposal = searcher.propose(history.trials, _generator(decision))
            about_copy = searcher.propose(copy.deepcopy(history.trials), _generator(decision))
            assert about_copy == proposal, "it proposes otherwise for a copy of the history"
            again = searcher.propose(history.trials, _generator(decision))
            assert again == proposal, "asked again, it proposes otherwise"
            fresh = build(problem).propose(history.trials, _generator(decision))
            assert fresh == proposal, "one that has just been built proposes otherwise"
            if proposal is not None:
                _mixed_fate(history, history.start(proposal.config))


def check_copes_with_any_fate(build: Build) -> None:
    """All trials are pending, all failed, all report the same, or all report huge values."""
    for fate in (_stays_pending, _fails, _reports_a_constant, _reports_huge_values):
        problem = _mixed_problem()
        keys = {problem.space.key(t.config) for t in _search(build(problem), problem, 20, fate).trials}
        assert len(keys) == 20, f"of 20 proposals {len(keys)} were different when each trial {fate.__name__}"


def check_takes_up_what_another_began(build: Build) -> None:
    for problem in _problems():
        history = _random_history(problem, 15)
        tried = {problem.space.key(trial.config) for trial in history.trials}
        proposal = _proposed(build(problem), history.trials, 0)
        assert problem.space.key(proposal.config) not in tried, "it proposes what another has tried"


def check_is_fast(build: Build) -> None:
    """After a thousand trials it proposes within two seconds of processor time; most take far less."""
    problem = _mixed_problem()
    history = _random_history(problem, 1000)
    searcher = build(problem)
    _proposed(searcher, history.trials, 0)  # a cache may have to be filled first
    seconds = []
    for decision in range(1, 4):
        begin = time.process_time()
        proposal = _proposed(searcher, history.trials, decision)
        seconds.append(time.process_time() - begin)
        _mixed_fate(history, history.start(proposal.config))
    assert min(seconds) < 2.0, f"it took {min(seconds):.1f} s to propose"


SEARCHER_CHECKS = tuple(check for name, check in list(globals().items()) if name.startswith("check_"))
"""All checks, in the order of this file."""


# ---- problems and histories ------------------------------------------------------------------------------


def _problem(space: Space) -> Problem:
    return Problem(space, metric="metric", resource_attr="epoch", max_resource=MAX_RESOURCE)


def _problems() -> list[Problem]:
    return [_problem(space) for space in endless_spaces().values()]


def _mixed_problem() -> Problem:
    return _problem(endless_spaces()["mixed"])


def _generator(decision: int) -> np.random.Generator:
    return np.random.default_rng([7, decision])


def _proposed(searcher: Searcher, trials: TrialTable, decision: int) -> Proposal:
    proposal = searcher.propose(trials, _generator(decision))
    assert proposal is not None, "it proposes nothing although nearly all is left"
    return proposal


def _search(searcher: Searcher, problem: Problem, proposals: int, fate: Fate | None = None) -> History:
    """The history of a search that starts a trial for each proposal, until there is none."""
    history = History(problem)
    for decision in range(proposals):
        proposal = searcher.propose(history.trials, _generator(decision))
        if proposal is None:
            break
        trial = history.start(proposal.config, until=MAX_RESOURCE, why=proposal.why)
        (fate or _mixed_fate)(history, trial)
    # a searcher may have an end of its own, as a grid has in an endless space
    assert len(history.trials) >= min(proposals, 5), f"it came to an end after {len(history.trials)} trials"
    return history


def _random_history(problem: Problem, trials: int) -> History:
    history = History(problem)
    for number in range(trials):
        config = problem.space.sample(np.random.default_rng([11, number]))
        _mixed_fate(history, history.start(config, until=MAX_RESOURCE))
    return history


# ---- fates -----------------------------------------------------------------------------------------------


def _mixed_fate(history: History, trial: Trial) -> None:
    """Of five trials two complete, one fails, one is paused and one still runs, depending on its number."""
    status = (Status.COMPLETED, Status.FAILED, Status.COMPLETED, Status.PAUSED, None)[trial.id % 5]
    levels = (MAX_RESOURCE, 0, MAX_RESOURCE, 3, 1)[trial.id % 5]
    draw = np.random.default_rng(zlib.crc32(_text(trial.config).encode()))
    asymptote = draw.random()
    history.curve(trial, [asymptote + 1 / level for level in range(1, levels + 1)])
    if status is not None:
        history.end(trial, status)


def _stays_pending(history: History, trial: Trial) -> None:
    pass


def _fails(history: History, trial: Trial) -> None:
    history.end(trial, Status.FAILED)


def _reports_a_constant(history: History, trial: Trial) -> None:
    history.curve(trial, [1.0] * MAX_RESOURCE)
    history.end(trial, Status.COMPLETED)


def _reports_huge_values(history: History, trial: Trial) -> None:
    history.curve(trial, [1e300 * (-1) ** trial.id, 1.0, 1e-300])
    history.end(trial, Status.COMPLETED)


def _text(config: Config) -> str:
    return repr(sorted(config.items()))
