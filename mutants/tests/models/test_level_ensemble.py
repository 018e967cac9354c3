import numpy as np
import pytest

from tunewise import Problem, space
from tunewise.models.codec import Codec
from tunewise.models.level_ensemble import LEAST, LevelEnsemble
from tunewise.testing.history import History
from tunewise.trial import Status

LEVELS = (1, 3, 9)


@pytest.fixture
def problem():
    return Problem({"x": space.uniform(0, 1)}, metric="loss", max_resource=9)


def seen(problem, at, many=24):
    """Trials spread over [0, 1], of which each second goes on from a level; `at` says what they report."""
    history = History(problem)
    for number, x in enumerate(np.linspace(0, 1, many).tolist()):
        trial = history.start({"x": x}, until=9)
        for place, level in enumerate(LEVELS):
            if number % 2**place == 0:
                history.report(trial, level, at(x, level))
        history.end(trial, Status.PAUSED)
    return history


def ensemble(problem):
    return LevelEnsemble(problem, Codec(problem.space), LEVELS)


def bowl(x, level):
    return (x - 0.6) ** 2 + 1.0 / level


def test_until_a_level_has_enough_trials_there_is_nothing(problem):
    history = History(problem)
    models = ensemble(problem)
    for number in range(LEAST):
        assert models.weights(history.trials) is None
        assert models.given(history.trials, np.random.default_rng(0)) is None
        history.report(history.start(until=1), 1, float(number))
    assert models.weights(history.trials) == (1.0, 0.0, 0.0)


def test_levels_that_say_nothing_of_the_highest_have_no_weight(problem):
    noise = np.random.default_rng(0)
    history = seen(problem, lambda x, level: bowl(x, level) if level == 9 else noise.random(), many=60)
    weights = ensemble(problem).weights(history.trials)
    assert sum(weights) == pytest.approx(1.0)
    assert weights[2] > 0.8


def test_a_low_level_that_says_all_outweighs_few_noisy_trials_at_the_highest(problem):
    noise = np.random.default_rng(0)
    history = seen(problem, lambda x, level: bowl(x, level) + 0.05 * (level == 9) * noise.normal())
    weights = ensemble(problem).weights(history.trials)
    assert weights[0] + weights[1] > 0.5


def test_the_models_together_find_the_best(problem):
    blend = ensemble(problem).given(seen(problem, bowl).trials, np.random.default_rng(0))
    x = np.linspace(0, 1, 51)[:, None]
    mean, variance = blend.predictor.predict(x)
    assert x[np.argmin(mean[:, 0]), 0] == pytest.approx(0.6, abs=0.05)
    assert np.all(variance > 0)
    assert blend.best[0, 0] == pytest.approx(0.6, abs=0.05)
    assert blend.incumbents[0] == pytest.approx(mean.min(), abs=0.1)


def test_failures_and_trials_under_way_count(problem):
    history = seen(problem, lambda x, level: x + 1.0 / level)
    plain = ensemble(problem).given(history.trials, np.random.default_rng(0))
    for x in (0.01, 0.02, 0.03):
        history.end(history.start({"x": x}), Status.FAILED)
    history.start({"x": 0.5}, until=1)
    blend = ensemble(problem).given(history.trials, np.random.default_rng(0))
    asked = np.array([[0.02], [0.5]])
    assert blend.predictor.predict(asked)[0].shape == (2, 8)
    assert blend.predictor.predict(asked)[0][0].mean() > plain.predictor.predict(asked)[0][0].mean() + 0.5
    assert blend.predictor.predict(asked)[1][1] < plain.predictor.predict(asked)[1][1]


def test_one_that_was_asked_all_the_time_says_what_a_new_one_says(problem):
    history = History(problem)
    models = ensemble(problem)
    rng = np.random.default_rng(1)
    for _ in range(20):
        trial = history.start({"x": rng.random()}, until=9)
        for level in LEVELS[: rng.integers(1, 4)]:
            history.report(trial, level, bowl(trial.config["x"], level) + 0.1 * rng.normal())
        assert models.weights(history.trials) == ensemble(problem).weights(history.trials)
    other = seen(problem, bowl)
    assert models.weights(other.trials) == ensemble(problem).weights(other.trials)
