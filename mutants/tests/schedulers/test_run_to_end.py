import numpy as np
import pytest

from tunewise import Problem, space
from tunewise.schedulers.base import CONTINUE, Exhausted, RunToEnd, Start
from tunewise.searchers.model_free import GridSearcher
from tunewise.testing.history import History


@pytest.mark.parametrize("max_resource", [None, 7])
def test_each_trial_runs_to_the_end_and_an_exhausted_searcher_ends_it(max_resource):
    problem = Problem({"kind": space.choice(["a", "b"])}, metric="loss", max_resource=max_resource)
    scheduler = RunToEnd(problem, GridSearcher(problem))
    history = History(problem)
    for trial_id, kind in enumerate("ab"):
        decision = scheduler.next(history.trials, np.random.default_rng(0))
        assert decision == Start(trial_id, {"kind": kind}, max_resource, 0, {"kind": "grid"})
        history.start(decision.config, decision.until)
    assert scheduler.next(history.trials, np.random.default_rng(0)) == Exhausted()


def test_it_never_stops_a_trial():
    problem = Problem({"x": space.uniform(0, 1)}, metric="loss")
    scheduler = RunToEnd(problem, GridSearcher(problem))
    history = History(problem)
    for value in (1.0, 1e9):
        trial = history.start()
        history.report(trial, 1, value)
        assert scheduler.observe(history.trials, trial) == CONTINUE
