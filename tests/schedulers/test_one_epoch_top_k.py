import numpy as np
import pytest

from tunewise import Problem, space
from tunewise.problem import ProblemError
from tunewise.schedulers.base import Resume, Start
from tunewise.schedulers.sync_halving import OneEpochTopK
from tunewise.searchers.model_free import RandomSearcher
from tunewise.testing.driver import World, drive
from tunewise.testing.history import History
from tunewise.trial import Status


def make_problem(max_resource=9):
    domains = {"x": space.uniform(0, 1)}
    return Problem(domains, metric="loss", resource_attr="epoch", max_resource=max_resource)


def ask(scheduler, history):
    return scheduler.next(history.trials, np.random.default_rng(0))


def test_the_best_few_of_a_phase_run_to_the_end():
    problem = make_problem()
    scheduler, history = OneEpochTopK(problem, RandomSearcher(problem), first=4, top_k=2), History(problem)
    for loss in (3.0, 1.0, 4.0, 2.0):
        start = ask(scheduler, history)
        assert isinstance(start, Start)
        assert (start.until, start.bracket) == (1, 0)
        trial = history.start(start.config, until=1)
        history.report(trial, 1, loss)
        history.end(trial, Status.PAUSED)
    for trial_id, rank in ((1, 1), (3, 2)):
        why: dict[str, space.Value] = {"kind": "promotion", "from_level": 1, "rank": rank, "of": 4}
        assert ask(scheduler, history) == Resume(trial_id, 9, why)
        history.resume(history.trials[trial_id], until=9)
    assert isinstance(ask(scheduler, history), Start)


@pytest.mark.parametrize("workers", [1, 4, 40])
def test_phases_double(workers):
    problem = make_problem()
    scheduler = OneEpochTopK(problem, RandomSearcher(problem), first=8, top_k=3)
    trials = list(drive(problem, scheduler, World(workers=workers, launches=150)).trials)
    for phase in (trials[:8], trials[8:24], trials[24:56]):
        assert sorted(trial.level for trial in phase)[-4:] == [1, 9, 9, 9]
        worst_trained = max(trial.values[0] for trial in phase if trial.level == 9)
        assert all(trial.values[0] >= worst_trained for trial in phase if trial.level == 1)


def test_where_training_takes_one_epoch_all_is_done():
    problem = make_problem(max_resource=1)
    trials = drive(problem, OneEpochTopK(problem, RandomSearcher(problem)), World(launches=60)).trials
    assert len(trials) == 60
    assert all(trial.status is Status.COMPLETED for trial in trials)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"first": 0}, "first is 0: it must be a whole number of at least 1"),
        ({"top_k": 1.5}, r"top_k is 1.5: it must be a whole number of at least 1"),
        ({"first": 4, "top_k": 5}, "top_k is 5: it must be at most first, which is 4"),
    ],
)
def test_arguments_out_of_range(arguments, message):
    problem = make_problem()
    with pytest.raises(ValueError, match=message):
        OneEpochTopK(problem, RandomSearcher(problem), **arguments)


def test_it_must_know_the_largest_resource():
    problem = make_problem(max_resource=None)
    with pytest.raises(ProblemError, match="give max_resource"):
        OneEpochTopK(problem, RandomSearcher(problem))
