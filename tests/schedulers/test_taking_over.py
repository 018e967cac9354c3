"""Schedulers that take up what any other one has left, at any moment of its work."""

from collections.abc import Callable
from functools import partial

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.helpers.random_history import RandomHistory

from tunewise import Problem, space
from tunewise.schedulers.asha import AshaPromotion, AshaStopping
from tunewise.schedulers.base import Exhausted, Resume, RunToEnd, Scheduler, Start, Verdict
from tunewise.schedulers.median import MedianStopping
from tunewise.schedulers.pasha import Pasha
from tunewise.schedulers.sync_halving import OneEpochTopK, SyncHyperband
from tunewise.searchers.base import Searcher
from tunewise.searchers.model_free import RandomSearcher
from tunewise.testing.driver import check_resume, check_start
from tunewise.trial import TERMINAL, Status

LARGEST = 9

Make = Callable[[Problem, Searcher], Scheduler]
BEFORE: dict[str, Make] = {
    "run to end": RunToEnd,
    "promotion": lambda problem, searcher: AshaPromotion(problem, searcher, 2, 2, 3),
    "stopping": lambda problem, searcher: AshaStopping(problem, searcher, 1, 2, 3),
    "median": lambda problem, searcher: MedianStopping(problem, searcher, min_trials=1),
    "hyperband": lambda problem, searcher: SyncHyperband(problem, searcher, 1, 2),
    "top k": lambda problem, searcher: OneEpochTopK(problem, searcher, 2, 1),
}
AFTER: dict[str, Make] = {
    "hyperband": SyncHyperband,
    "top k": lambda problem, searcher: OneEpochTopK(problem, searcher, 4, 2),
    "pasha": Pasha,
}
STEPS = st.lists(
    st.tuples(
        st.sampled_from([0] * 4 + [3] * 6 + [7] * 6 + [8, 9, 9, 10, 10]),
        st.integers(0, 20),
        st.sampled_from([1, 1, 1, 2, 3]),
        st.integers(0, 6),
    ),
    min_size=20,
    max_size=80,
)


def legal(trials, decision):
    if isinstance(decision, Start):
        check_start(trials, decision)
    elif isinstance(decision, Resume):
        check_resume(trials, decision)


def unfinished(trials):
    """The trials that something will still be heard of."""
    return [trial for trial in trials if trial.status not in {*TERMINAL, Status.PAUSED}]


def wind_up(scheduler, trials):
    """One worker does all that the scheduler finds to do, and what was begun before comes to its end."""
    for launch in range(500):
        for trial in unfinished(trials):
            if trial.status is Status.HALTING:
                trials.end_job(trial, trial.target, 0.0, 1.0)
            else:
                if trial.status is Status.SUSPENDED:
                    trials.resume(trial, trial.until, 0.0)
                run(scheduler, trials, trial)
        decision = scheduler.next(trials, np.random.default_rng(launch))
        legal(trials, decision)
        if isinstance(decision, Exhausted):
            return
        if isinstance(decision, Start):
            trials.add(decision.config, decision.bracket, decision.until, decision.why, 0.0)
        else:
            assert isinstance(decision, Resume), "it waits although nothing runs"
            trials.resume(trials[decision.trial_id], decision.until, 0.0)
    raise AssertionError("there is no end of it")


def run(scheduler, trials, trial):
    """Runs a trial's job to its end."""
    verdict = Verdict.CONTINUE
    while verdict is Verdict.CONTINUE and trial.level < LARGEST:
        trials.add_report(trial, trial.level + 1, trial.config["n"] / (trial.level + 1), 0.0)
        verdict = scheduler.observe(trials, trial).verdict
    if verdict is Verdict.CONTINUE:
        trials.end_job(trial, Status.COMPLETED, 0.0, 1.0)
    else:
        target = Status.PAUSED if verdict is Verdict.PAUSE else Status.STOPPED
        trials.halt(trial, target, None)
        trials.end_job(trial, target, 0.0, 1.0)


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize("after", AFTER)
@given(steps=STEPS)
@settings(max_examples=15)
def test_whatever_was_left_is_gone_on_with_to_an_end(before, after, steps):
    problem = Problem({"n": space.randint(1, 30)}, "loss", resource_attr="epoch", max_resource=LARGEST)
    first, second = (
        partial(make, problem, RandomSearcher(problem)) for make in (BEFORE[before], AFTER[after])
    )
    history = RandomHistory(problem, first)
    history.play(steps, lambda *_: None, lambda *_: None)
    wind_up(second(), history.trials)
    assert len(history.trials) == 30
    assert not unfinished(history.trials)
