import math

import numpy as np
import pytest

from tunewise import Problem, space
from tunewise.models.codec import Codec
from tunewise.models.gp_models import MAX_CONDITIONED, IncrementalGP
from tunewise.models.joint import JointModel, JointTable
from tunewise.surrogates.gp import condition
from tunewise.surrogates.kernels import Columns
from tunewise.testing.history import History
from tunewise.trial import Failure, FailureKind, Status

LEVELS = (1, 3, 9)


def make(mode="min"):
    problem = Problem({"x": space.uniform(0, 1)}, metric="loss", mode=mode, max_resource=9)
    return problem, History(problem), JointTable(problem.sign, Codec(problem.space), LEVELS)


def spent(level):
    return math.log(level) / math.log(9)


def test_reports_at_levels_are_recorded_and_others_last():
    _, history, table = make("max")
    first = history.start({"x": 0.25})
    history.curve(first, [1.0, 2.0])
    second = history.start({"x": 0.75}, until=9)
    history.report(second, 4, 5.0)
    table.update(history.trials)
    points, losses = table.recorded()
    np.testing.assert_allclose(points, [[0.25, 0.0], [0.75, spent(4)]])
    assert losses.tolist() == [-1.0, -5.0]
    points, losses = table.between(history.trials)
    np.testing.assert_allclose(points, [[0.25, spent(2)]])
    assert losses.tolist() == [-2.0]
    history.report(first, 3, 3.0)
    table.update(history.trials)
    assert table.recorded()[1].tolist() == [-1.0, -5.0, -3.0]
    assert len(table.between(history.trials)[1]) == 0


def test_who_runs_is_pending_at_the_level_it_runs_to():
    _, history, table = make()
    history.start({"x": 0.1}, until=3)
    history.start({"x": 0.2}, until=None)
    done = history.start({"x": 0.3}, until=3)
    history.curve(done, [1.0, 1.0, 1.0])
    beyond = history.start({"x": 0.4}, until=27)
    history.report(beyond, 1, 1.0)
    paused = history.start({"x": 0.5}, until=1)
    history.end(paused, Status.PAUSED)
    table.update(history.trials)
    expected = [[0.1, spent(3)], [0.2, 1.0], [0.4, 1.0]]
    np.testing.assert_allclose(table.pending(history.trials), expected)


def test_failures_stand_at_the_end_unless_a_machine_is_to_blame():
    _, history, table = make()
    for x, kind in ((0.1, FailureKind.CONFIGURATION), (0.2, FailureKind.INFRASTRUCTURE)):
        trial = history.start({"x": x})
        history.trials.fail(trial, Failure(kind, "it failed"))
        history.end(trial, Status.FAILED)
    table.update(history.trials)
    np.testing.assert_allclose(table.failed(history.trials), [[0.1, 1.0]])


def test_the_best_of_each_level_are_promising():
    _, history, table = make()
    for number in range(6):
        history.report(history.start(), 1, float(number))
    history.report(history.trials[5], 3, 9.0)
    table.update(history.trials)
    assert table.promising(2) == [0, 1, 5]


def seen(loss, many=12):
    """Trials spread over [0, 1] of which each third goes on, and what the model makes of them."""
    problem, history, _ = make()
    for number, x in enumerate(np.linspace(0, 1, many).tolist()):
        trial = history.start({"x": x}, until=9)
        for level in (1, 3, 9)[: 1 + 2 * (number % 3 == 0)]:
            history.report(trial, level, loss(x, level))
        history.end(trial, Status.COMPLETED)
    return problem, history


def bowl(x, level):
    return (x - 0.6) ** 2 + 1.0 / level


def test_it_carries_over_from_low_levels_to_the_last():
    problem, history = seen(bowl)
    model = JointModel(problem, Codec(problem.space), LEVELS)
    outlook = model.fit(history.trials, np.random.default_rng(0), 3)
    assert outlook is not None
    mean, variance = outlook.predictor.predict(np.linspace(0, 1, 21)[:, None])
    found = outlook.scale.from_units(mean[:, 0])
    assert np.argmin(found) in range(10, 15)
    assert np.all(np.abs(found - [bowl(x, 9) for x in np.linspace(0, 1, 21)]) < 0.15)
    assert np.all(variance > 0)
    assert outlook.incumbents.shape == (1,)
    assert outlook.best[0, 0] == pytest.approx(0.6, abs=0.1)


def test_the_slope_is_that_of_the_values():
    problem, history = seen(bowl)
    history.start({"x": 0.42}, until=9)
    outlook = JointModel(problem, Codec(problem.space), LEVELS).fit(
        history.trials, np.random.default_rng(0), 3
    )
    assert outlook is not None
    x, step = np.array([[0.3], [0.8]]), 1e-5
    mean, _, mean_slope, variance_slope = outlook.predictor.predict_with_gradient(x)
    np.testing.assert_allclose(outlook.predictor.means(x), mean)
    assert mean.shape == (2, 8)
    above, below = (outlook.predictor.predict(x + by) for by in (step, -step))
    np.testing.assert_allclose(mean_slope[:, :, 0], (above[0] - below[0]) / (2 * step), rtol=1e-4, atol=1e-6)
    np.testing.assert_allclose(variance_slope[:, 0], (above[1] - below[1]) / (2 * step), rtol=1e-3, atol=1e-6)


def test_with_too_few_reports_there_is_no_model():
    problem, history = seen(bowl, 2)
    model = JointModel(problem, Codec(problem.space), LEVELS)
    assert model.fit(history.trials, np.random.default_rng(0), 5) is None


def test_what_came_since_a_milestone_is_added_exactly():
    rng = np.random.default_rng(0)
    points = rng.random((308, 2))
    losses = np.sin(6 * points[:, 0]) + 0.1 * rng.normal(size=308)
    columns = Columns(np.array([0, 1]))
    grown, at_once = (IncrementalGP(columns) for _ in range(2))
    grown.fit(points[:300], losses[:300])
    posterior, scale = grown.fit(points, losses)
    again, _ = at_once.fit(points, losses)
    asked = rng.random((20, 2))
    for found, expected in zip(posterior.predict(asked), again.predict(asked), strict=True):
        np.testing.assert_array_equal(found, expected)  # one that was just built says the very same
    units = scale.to_units(losses)
    # but for the constant mean, which is that of the milestone
    whole = condition(points, units, columns, posterior.hyperparameters)
    np.testing.assert_allclose(posterior.predict(asked)[1], whole.predict(asked)[1], rtol=1e-6, atol=1e-9)
    np.testing.assert_allclose(
        posterior.predict(asked)[0], whole.predict(asked)[0], atol=1e-2
    )  # but the mean


def test_of_very_many_observations_the_best_stay():
    rng = np.random.default_rng(1)
    points = rng.random((1500, 1))
    losses = rng.permutation(1500).astype(float)
    posterior, _ = IncrementalGP(Columns(np.array([0]))).fit(points, losses)
    assert MAX_CONDITIONED <= len(posterior) < MAX_CONDITIONED + 1500 // 10
