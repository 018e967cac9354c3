import logging
from collections import Counter

import numpy as np
import pytest

from tunewise import Problem, methods, space
from tunewise.models.level_ensemble import LevelEnsemble
from tunewise.schedulers.base import Resume, Start
from tunewise.schedulers.hypertune import HyperTune
from tunewise.schedulers.rungs import bracket_probabilities
from tunewise.searchers.model_free import RandomSearcher
from tunewise.testing.driver import World, drive
from tunewise.testing.history import History
from tunewise.trial import Status


class Weights(LevelEnsemble):
    """An ensemble that says what it is told."""

    levels = (1, 3, 9)

    def __init__(self, *weights):
        self._weights = weights or None

    def weights(self, trials):
        return self._weights


@pytest.fixture
def problem():
    return Problem({"x": space.uniform(0, 1)}, metric="loss", resource_attr="epoch", max_resource=9)


@pytest.fixture
def history(problem):
    return History(problem)


def hypertune(problem, *weights, brackets=None):
    return HyperTune(problem, RandomSearcher(problem), brackets=brackets, ensemble=Weights(*weights))


def ask(scheduler, history, seed=0):
    return scheduler.next(history.trials, np.random.default_rng(seed))


def brackets(scheduler, history, number=2000):
    found = Counter(ask(scheduler, history, seed).bracket for seed in range(number))
    return [found[bracket] / number for bracket in range(3)]


def paused(history, *values, until=None):
    trial = history.start(until=until or len(values))
    history.curve(trial, values)
    history.end(trial, Status.PAUSED)
    return trial


def test_brackets_are_drawn_by_precision_per_resource(problem, history):
    worth = np.array([0.2 / 1, 0.3 / 3, 0.5 / 9])
    found = brackets(hypertune(problem, 0.2, 0.3, 0.5), history)
    np.testing.assert_allclose(found, worth / worth.sum(), atol=0.04)


def test_a_level_that_says_nothing_begins_no_trial(problem, history):
    assert brackets(hypertune(problem, 0.0, 1.0, 0.0), history, 50) == [0.0, 1.0, 0.0]


def test_as_long_as_nothing_is_known_it_is_as_in_hyperband(problem, history):
    found = brackets(hypertune(problem), history)
    np.testing.assert_allclose(found, bracket_probabilities(2, 3, 3), atol=0.04)


def test_of_fewer_brackets_only_these_are_drawn(problem, history):
    found = brackets(hypertune(problem, 0.0, 0.0, 1.0, brackets=2), history)
    np.testing.assert_allclose(found[:2], bracket_probabilities(2, 2, 3), atol=0.04)
    assert brackets(hypertune(problem, 0.5, 0.5, 0.0, brackets=1), history, 20) == [1.0, 0.0, 0.0]


def test_a_model_that_fails_is_told_and_replaced(problem, history, caplog):
    class Failing(Weights):
        def weights(self, trials):
            raise np.linalg.LinAlgError

    scheduler = HyperTune(problem, RandomSearcher(problem), ensemble=Failing())
    with caplog.at_level(logging.WARNING):
        assert isinstance(ask(scheduler, history), Start)
    assert "can't be fitted to 0 trials" in caplog.text


def test_never_more_than_their_share_go_on(problem, history):
    """ASHA would promote the new best as well, as it is among the best third."""
    scheduler = hypertune(problem, brackets=1)
    trials = [paused(history, value) for value in (1.0, 2.0, 3.0)]
    assert ask(scheduler, history).trial_id == trials[0].id
    history.resume(trials[0], until=3)
    better = paused(history, 0.5)
    assert isinstance(ask(scheduler, history), Start)
    for value in (4.0, 5.0):
        paused(history, value)
    decision = ask(scheduler, history)
    assert isinstance(decision, Resume)
    assert decision.trial_id == better.id


def test_whoever_has_gone_on_counts_whatever_became_of_them(problem, history):
    scheduler = hypertune(problem, brackets=1)
    trials = [paused(history, value) for value in (1.0, 2.0, 3.0)]
    history.resume(trials[0], until=3)
    history.end(trials[0], Status.FAILED)
    for value in (0.1, 0.2):
        paused(history, value)
    assert isinstance(ask(scheduler, history), Start)
    paused(history, 0.3)
    assert isinstance(ask(scheduler, history), Resume)


def test_trials_end_up_in_several_brackets(problem):
    method = methods.hypertune(problem, seed=1)
    trials = drive(problem, method.scheduler, World(workers=4, launches=60)).trials
    assert len({trial.bracket for trial in trials}) > 1
    assert {trial.why["kind"] for trial in trials} >= {"initial design", "acquisition"}
    assert method.arguments["brackets"] is None
