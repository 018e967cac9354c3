import numpy as np
import pytest
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.metrics import mean_pinball_loss

from tunewise.surrogates.quantile_boosting import DEPTH, RATE, TREES, corrections, fit, fit_conformal

LEVELS = np.arange(1, 6) / 6


def data(rng, num, dim=6):
    points = rng.random((num, dim))
    spread = 0.1 + 0.5 * points[:, 2]
    return points, np.sin(5 * points[:, 0]) + points[:, 1] + spread * rng.normal(size=num)


def test_it_is_as_good_as_scikit_learn():
    rng = np.random.default_rng(0)
    points, targets = data(rng, 400)
    others, other_targets = data(rng, 3000)
    ours = fit(points, targets, LEVELS).predict(others)
    for place in (0, 2, 4):
        level = LEVELS[place]
        theirs = GradientBoostingRegressor(
            loss="quantile", alpha=level, n_estimators=TREES, learning_rate=RATE, max_depth=DEPTH
        ).fit(points, targets)
        loss = mean_pinball_loss(other_targets, ours[:, place], alpha=level)
        assert loss < 1.05 * mean_pinball_loss(other_targets, theirs.predict(others), alpha=level)


def test_one_tree_is_the_best_that_there_is():
    """Two steps of one input: the first tree finds them, and goes the agreed part of the way."""
    points = np.linspace(0, 1, 40)[:, None]
    targets = np.where(points[:, 0] < 0.5, 0.0, 10.0)
    model = fit(points, targets, np.array([0.5]))
    first = model._trees[0]
    start = np.quantile(targets, 0.5)
    assert model.predict_one(np.array([[0.1]]), np.array([0]))[0] == pytest.approx(0.0, abs=1e-3)
    reached = start + first.leaves.min(), start + first.leaves.max()
    assert reached == pytest.approx((start * (1 - RATE), start + RATE * (10 - start)))


def test_quantiles_ascend_and_one_at_a_time_are_the_same():
    rng = np.random.default_rng(1)
    points, targets = data(rng, 60)
    model = fit(points, targets, LEVELS)
    others = rng.random((50, 6))
    every = model.predict(others)
    assert np.all(np.diff(every, axis=1) >= 0)
    single = np.column_stack([model.predict_one(others, np.full(50, place)) for place in range(5)])
    np.testing.assert_array_equal(np.sort(single, axis=1), every)


@pytest.mark.parametrize(("num", "dim"), [(1, 3), (2, 1), (5, 0), (40, 60)])
def test_few_points_and_many_inputs(num, dim):
    rng = np.random.default_rng(2)
    points, targets = rng.random((num, dim)), rng.random(num)
    predicted = fit_conformal(points, targets, LEVELS, rng).predict(rng.random((7, dim)))
    assert predicted.shape == (7, 5)
    assert np.all(np.isfinite(predicted))


def test_of_a_constant_every_quantile_is_the_constant():
    points = np.random.default_rng(0).random((50, 2))
    model = fit_conformal(points, np.full(50, 3.0), LEVELS, np.random.default_rng(0))
    assert np.all(model.predict(points) == 3.0)
    assert not model.trees._trees


def test_input_that_says_nothing_is_left_alone():
    rng = np.random.default_rng(3)
    points = np.column_stack([rng.random(200), np.full(200, 0.5)])
    model = fit(points, np.where(points[:, 0] > 0.3, 1.0, 0.0), LEVELS)
    moved = points + np.array([0.0, 0.4])
    np.testing.assert_array_equal(model.predict(points), model.predict(moved))


def test_corrections_are_those_of_the_definition():
    """Ten points, of which quantiles at 0 and 1 promise 4/6 and 2/6 between the pairs."""
    targets = np.array([0.1, 0.5, -0.3, 1.2, 0.9, 1.05, 0.4, -0.1, 2.0, 0.2])
    predicted = np.tile([0.0, 0.3, 0.5, 0.6, 1.0], (10, 1))
    wide = sorted(max(0.0 - y, y - 1.0) for y in targets)[8 - 1]  # ceil(11 * 4 / 6) = 8
    narrow = sorted(max(0.3 - y, y - 0.6) for y in targets)[4 - 1]  # ceil(11 * 2 / 6) = 4
    found = corrections(predicted, targets, LEVELS)
    np.testing.assert_allclose(found, [-wide, -narrow, 0.0, narrow, wide])


def test_the_correction_makes_up_for_overfitting():
    """On average over data sets, intervals cover what they promise, at least."""
    plain: list[np.floating] = []
    corrected: list[np.floating] = []
    for seed in range(12):
        rng = np.random.default_rng(seed)
        points, targets = rng.random((150, 8)), rng.normal(size=150)
        others, other_targets = rng.random((500, 8)), rng.normal(size=500)
        model = fit_conformal(points, targets, LEVELS, rng)
        for found, into in ((model.trees.predict(others), plain), (model.predict(others), corrected)):
            into.append(np.mean((found[:, 0] <= other_targets) & (other_targets <= found[:, -1])))
    assert np.mean(plain) < 0.6
    assert np.mean(corrected) == pytest.approx(4 / 6, abs=0.07)
