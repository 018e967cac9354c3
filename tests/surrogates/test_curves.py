"""The learning-curve model against its dense form, which has one row for each report."""

from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tunewise.surrogates import curve_basis
from tunewise.surrogates.curve_basis import RANK, WEIGHTS, TimeBasis, TimeParameters
from tunewise.surrogates.curve_gp import (
    CurveObjective,
    CurveParameters,
    CurvePosterior,
    CurvePredictor,
    News,
    default_parameters,
    fit,
    log_density,
)
from tunewise.surrogates.kernels import Columns

LEVELS = 30
COLUMNS = Columns(np.array([0, 1, 1]))


class Dense:
    """The same model with the covariance of all reports written out."""

    def __init__(self, x, y, parameters, basis):
        self.x, self.parameters, self.basis = x, parameters, basis
        self.curve, self.level = np.nonzero(np.isfinite(y))
        self.values = y[self.curve, self.level]
        same = self.curve[:, None] == self.curve
        own = basis.own + (parameters.time.noise + 1e-6) * np.eye(LEVELS)
        self.covariance = self.shared(x[self.curve], self.level, x[self.curve], self.level)
        self.covariance += np.where(same, own[self.level[:, None], self.level], 0.0)

    def kernel(self, x1, x2):
        lengthscales = np.exp(self.parameters.log_lengthscales)[COLUMNS.groups] * np.sqrt([1.0, 2.0, 2.0])
        differences = x1[:, None] / lengthscales - x2 / lengthscales
        r = np.sqrt(5.0) * np.sqrt((differences**2).sum(axis=-1))
        return (1 + r + r**2 / 3) * np.exp(-r)

    def shared(self, x1, levels1, x2, levels2):
        design, prior = self.basis.design, np.diag(self.basis.prior_trend)
        over_time = design[:, :RANK] @ design[:, :RANK].T
        trend = design[:, RANK:] @ prior @ design[:, RANK:].T
        return self.kernel(x1, x2) * over_time[np.ix_(levels1, levels2)] + trend[np.ix_(levels1, levels2)]

    def log_density(self):
        _, log_determinant = np.linalg.slogdet(self.covariance)
        fit = self.values @ np.linalg.solve(self.covariance, self.values)
        return -0.5 * (fit + log_determinant + len(self.values) * np.log(2 * np.pi))

    def of_curve(self, curve, levels):
        """Mean and covariance of a curve's own values, without noise."""
        x = np.repeat(self.x[[curve]], len(levels), axis=0)
        cross = self.shared(x, levels, self.x[self.curve], self.level)
        cross += np.where(self.curve == curve, self.basis.own[np.ix_(levels, self.level)], 0.0)
        prior = self.shared(x, levels, x, levels) + self.basis.own[np.ix_(levels, levels)]
        return self._given(cross, prior)

    def of_new(self, x, levels):
        """Mean and covariance of what is shared, at one new configuration (1, d)."""
        x = np.repeat(x, len(levels), axis=0)
        cross = self.shared(x, levels, self.x[self.curve], self.level)
        return self._given(cross, self.shared(x, levels, x, levels))

    def _given(self, cross, prior):
        mean = cross @ np.linalg.solve(self.covariance, self.values)
        return mean, prior - cross @ np.linalg.solve(self.covariance, cross.T)


def joint(posterior, x, directions):
    """Means (m, k) and covariances (m, k, k) of directions (m, k, WEIGHTS) @ weights at x (m, d)."""
    mean, covariance = posterior.weights(x)
    means = np.einsum("mkw,mw->mk", directions, mean)
    return means, directions @ covariance @ directions.transpose(0, 2, 1)


class Functionals(NamedTuple):
    mean: np.ndarray
    variance: np.ndarray


def functionals(posterior, x, direction):
    """The posterior of direction @ weights at x (m, d)."""
    mean, covariance = joint(posterior, x, np.broadcast_to(direction, (len(x), 1, WEIGHTS)))
    return Functionals(mean[:, 0], covariance[:, 0, 0])


def parameters(rng):
    time = TimeParameters.from_log(default_parameters(2).time.log() + 0.5 * rng.standard_normal(7))
    return CurveParameters(rng.uniform(-1.0, 1.0, 2), time)


def curves(rng, n=8, gaps=True):
    u = np.log(np.arange(1, LEVELS + 1)) / np.log(LEVELS)
    x = rng.random((n, 3))
    y = np.full((n, LEVELS), np.nan)
    for curve in range(n):
        length = int(rng.choice([0, 1, 2, 5, 9, LEVELS]))
        noise = 0.05 * rng.standard_normal(length)
        y[curve, :length] = np.sin(3 * x[curve, 0]) + (1 - u[:length]) * (1 + x[curve, 1]) + noise
        if gaps and length > 5 and rng.random() < 0.5:
            y[curve, rng.integers(0, length, 3)] = np.nan
    y[0, 0] = 1.0
    return u, x, y


@settings(max_examples=20)
@given(st.integers(0, 10_000))
def test_reduced_to_pseudo_observations_nothing_is_lost(seed):
    rng = np.random.default_rng(seed)
    u, x, y = curves(rng)
    theta = parameters(rng)
    basis = TimeBasis(u, theta.time)
    dense = Dense(x, y, theta, basis)
    kernel = dense.kernel(x, x)
    found, *_ = log_density(basis.summarise(y), kernel, basis.prior_trend)
    assert found == pytest.approx(dense.log_density(), rel=1e-8)

    posterior = CurvePosterior(x, y, COLUMNS, theta, basis)
    levels = np.array([0, 4, LEVELS - 1])
    own = basis.own_forecasts(y, levels)
    mean, covariance = joint(posterior, x, own.directions)
    for curve in range(len(x)):
        expected_mean, expected_covariance = dense.of_curve(curve, levels)
        np.testing.assert_allclose(mean[curve] + own.offsets[curve], expected_mean, atol=1e-7)
        np.testing.assert_allclose(covariance[curve] + own.covariances[curve], expected_covariance, atol=1e-7)

    new = rng.random((1, 3))
    mean, covariance = joint(posterior, new, np.broadcast_to(basis.design[levels], (1, 3, WEIGHTS)))
    expected_mean, expected_covariance = dense.of_new(new, levels)
    np.testing.assert_allclose(mean[0], expected_mean, atol=1e-7)
    np.testing.assert_allclose(covariance[0], expected_covariance, atol=1e-7)


def test_a_curve_of_many_reports_weighs_as_much_as_its_weights():
    rng = np.random.default_rng(0)
    u, _, y = curves(rng, n=6, gaps=False)
    y[:] = 0.5
    basis = TimeBasis(u, default_parameters(2).time)
    summary, shorter = basis.summarise(y), basis.summarise(y, least=0.25)
    assert len(summary.values) <= 6 * WEIGHTS
    assert sorted(set(summary.owner.tolist())) == list(range(6))
    assert 6 < len(shorter.values) < 0.8 * len(summary.values)


def test_of_curves_with_gaps_of_their_own_little_is_kept(monkeypatch):
    rng = np.random.default_rng(7)
    u, _, y = curves(rng, n=40)
    expected = TimeBasis(u, default_parameters(2).time)
    monkeypatch.setattr(curve_basis, "_MOST_KEPT", 3)
    basis = TimeBasis(u, default_parameters(2).time)
    for _ in range(2):
        np.testing.assert_array_equal(basis.summarise(y).values, expected.summarise(y).values)
        forecasts, same = (each.own_forecasts(y, np.array([4, 29])) for each in (basis, expected))
        np.testing.assert_array_equal(forecasts.offsets, same.offsets)
        assert max(len(basis._reductions), len(basis._forecasts)) <= 3


def test_what_is_left_out_is_hardly_missed():
    rng = np.random.default_rng(6)
    u, x, y = curves(rng, n=20, gaps=False)
    theta = default_parameters(2)
    basis = TimeBasis(u, theta.time)
    whole, part = (CurvePosterior(x, y, COLUMNS, theta, basis, least) for least in (0.0, 0.25))
    at = rng.random((50, 3))
    expected, found = (functionals(each, at, basis.design[-1]) for each in (whole, part))
    assert (np.abs(found.mean - expected.mean) < 0.3 * np.sqrt(expected.variance)).all()
    assert (found.variance >= expected.variance - 1e-9).all()
    assert (found.variance <= 1.1 * expected.variance).all()


def test_means_are_those_of_the_weights():
    rng = np.random.default_rng(1)
    u, x, y = curves(rng)
    theta = parameters(rng)
    posterior = CurvePosterior(x, y, COLUMNS, theta, TimeBasis(u, theta.time))
    new, direction = rng.random((5, 3)), posterior.basis.design[-1]
    np.testing.assert_allclose(functionals(posterior, new, direction).mean, posterior.mean(new, direction))


@settings(max_examples=20)
@given(st.integers(0, 10_000))
def test_reports_that_come_later_count_as_if_they_had_been_there(seed):
    """Curves go on, with gaps and without, and new ones come: extended, predicted with, or begun anew."""
    rng = np.random.default_rng(seed)
    u, x, y = curves(rng, n=12)
    theta = parameters(rng)
    basis = TimeBasis(u, theta.time)
    whole = CurvePosterior(x, y, COLUMNS, theta, basis)
    before, first = y.copy(), 8
    for curve in range(0, 12, 2):
        reports = np.flatnonzero(np.isfinite(y[curve]))
        before[curve, reports[len(reports) // 2 :]] = np.nan
    known = np.where(np.arange(12) < first, np.isfinite(before).sum(axis=1), 0)
    beyond = basis.summarise(y, known=known)
    news = News(beyond.owner, beyond.rows, beyond.values)
    part = CurvePosterior(x[:first], before[:first], COLUMNS, theta, basis)
    extended = part.extended(x[first:], news)
    new, direction = rng.random((6, 3)), basis.design[-1]
    expected, found = functionals(whole, new, direction), functionals(extended, new, direction)
    np.testing.assert_allclose(found.mean, expected.mean, atol=1e-7)
    np.testing.assert_allclose(found.variance, expected.variance, atol=1e-8)
    for predictor in (CurvePredictor(part, x[first:], news), CurvePredictor(extended)):
        mean, variance = predictor.predict(new)
        np.testing.assert_allclose(mean[:, 0], expected.mean, atol=1e-7)
        np.testing.assert_allclose(variance, expected.variance, atol=1e-8)


def test_believing_moves_no_mean_and_shrinks_variances_as_an_observation_would():
    rng = np.random.default_rng(2)
    u, x, y = curves(rng, gaps=False)
    theta = parameters(rng)
    basis = TimeBasis(u, theta.time)
    posterior = CurvePosterior(x, y, COLUMNS, theta, basis)
    pending, direction = rng.random((2, 3)), basis.design[-1]
    rows = np.stack([direction] * 2) / np.sqrt(float(basis.own[-1, -1]) + theta.time.noise + 1e-6)
    believing = CurvePredictor(posterior, pending, News(len(x) + np.arange(2), rows, np.empty(0)))

    believed = np.full((2, LEVELS), np.nan)
    believed[:, -1] = posterior.mean(pending, direction)
    both = CurvePosterior(np.vstack([x, pending]), np.vstack([y, believed]), COLUMNS, theta, basis)
    new = rng.random((6, 3))
    (mean, variance), expected = believing.predict(new), functionals(both, new, direction)
    np.testing.assert_allclose(mean[:, 0], expected.mean, atol=1e-8)
    np.testing.assert_allclose(mean[:, 0], posterior.mean(new, direction), atol=1e-12)
    np.testing.assert_allclose(variance, expected.variance, atol=1e-8)


@settings(max_examples=20)
@given(st.integers(0, 10_000))
def test_the_gradient_is_that_of_the_density(seed):
    rng = np.random.default_rng(seed)
    u, x, y = curves(rng)
    objective = CurveObjective(x, y, COLUMNS, u)
    at = parameters(rng).vector()
    value, gradient = objective(at)
    assert np.isfinite(value)
    for place in range(len(at)):
        step = np.zeros(len(at))
        step[place] = 1e-5
        difference = (objective(at + step)[0] - objective(at - step)[0]) / 2e-5
        assert gradient[place] == pytest.approx(difference, rel=1e-5, abs=1e-4)


@pytest.mark.parametrize(("changing", "levels"), [(1e-9, LEVELS), (0.5, 3), (0.5, 1)])
def test_where_fewer_eigenvectors_matter_gradients_stay_finite_and_right(changing, levels):
    """A kernel over time of rank 1, and as many levels as eigenvectors or fewer."""
    rng = np.random.default_rng(8)
    u, x, y = curves(rng, gaps=False)
    u, y = u[:levels], y[:, :levels]
    at = CurveParameters(np.zeros(2), TimeParameters(changing=changing)).vector()
    objective = CurveObjective(x, y, COLUMNS, u)
    _, gradient = objective(at)
    for place, step in enumerate(1e-5 * np.eye(len(at))):
        difference = (objective(at + step)[0] - objective(at - step)[0]) / 2e-5
        assert gradient[place] == pytest.approx(difference, rel=1e-4, abs=1e-3)


def test_with_time_left_alone_the_gradient_is_the_same():
    rng = np.random.default_rng(5)
    u, x, y = curves(rng)
    theta = parameters(rng)
    _, expected = CurveObjective(x, y, COLUMNS, u)(theta.vector())
    _, gradient = CurveObjective(x, y, COLUMNS, u, theta.time)(theta.log_lengthscales)
    np.testing.assert_allclose(gradient, expected[:2])
    found = fit(x, y, COLUMNS, u, theta, time=theta.time)
    assert found.time == theta.time


def test_the_fit_finds_what_matters():
    """The first input shapes the curves, the second and third don't: their length-scale becomes long."""
    rng = np.random.default_rng(3)
    u = np.log(np.arange(1, LEVELS + 1)) / np.log(LEVELS)
    x = rng.random((40, 3))
    y = np.sin(6 * x[:, [0]]) * u + (1 - u) + 0.02 * rng.standard_normal((40, LEVELS))
    found = fit(x, y, COLUMNS, u, steps=30)
    assert found.log_lengthscales[1] > found.log_lengthscales[0] + 1.0
    assert found.time.noise == pytest.approx(0.02**2, rel=0.5)
    assert np.isfinite(found.vector()).all()


def test_places_say_the_same_as_a_column_for_each_value():
    rng = np.random.default_rng(6)
    u, x, y = curves(rng, n=12)
    places = rng.integers(-1, 4, len(x)).astype(float)
    indicators = (places[:, None] == np.arange(4)).astype(float)
    wide, short = np.column_stack([x[:, 0], indicators]), np.column_stack([x[:, 0], places])
    theta = parameters(rng)
    columns = (Columns(np.array([0, 1, 1, 1, 1])), Columns(np.array([0, 1]), np.array([1])))
    basis = TimeBasis(u, theta.time)
    encodings = list(zip((wide, short), columns, strict=True))
    for (value, slope), (same_value, same_slope) in (
        [CurveObjective(points, y, kinds, u)(theta.vector()) for points, kinds in encodings],
        [
            CurveObjective(points, y, kinds, u, theta.time)(theta.log_lengthscales)
            for points, kinds in encodings
        ],
    ):
        np.testing.assert_allclose(same_value, value, rtol=1e-7, atol=1e-7)
        np.testing.assert_allclose(same_slope, slope, rtol=1e-7, atol=1e-7)
    news = News(np.arange(2), basis.design[[-1, -1]], np.zeros(2))
    expected, found = (
        CurvePredictor(
            CurvePosterior(points, y, kinds, theta, basis), points[:0], news
        ).predict_with_gradient(points)
        for points, kinds in encodings
    )
    np.testing.assert_allclose(found[0], expected[0], atol=1e-9)
    np.testing.assert_allclose(found[1], expected[1], atol=1e-9)
    np.testing.assert_allclose(found[2][:, :, 0], expected[2][:, :, 0], atol=1e-8)
    np.testing.assert_allclose(found[3][:, 0], expected[3][:, 0], atol=1e-8)
    assert not found[2][:, :, 1].any()


def test_a_single_level_is_no_trouble():
    x, y = np.array([[0.1], [0.9]]), np.array([[1.0], [2.0]])
    columns = Columns(np.array([0]))
    found = fit(x, y, columns, np.ones(1))
    posterior = CurvePosterior(x, y, columns, found, TimeBasis(np.ones(1), found.time))
    means = posterior.mean(x, posterior.basis.design[0])
    assert means[0] < means[1]


def test_slopes_are_those_of_means_and_variances():
    rng = np.random.default_rng(4)
    u, x, y = curves(rng)
    theta = parameters(rng)
    posterior = CurvePosterior(x, y, COLUMNS, theta, TimeBasis(u, theta.time))
    predictor = CurvePredictor(posterior)
    at = rng.random((4, 3))
    mean, variance, mean_slope, variance_slope = predictor.predict_with_gradient(at)
    np.testing.assert_allclose(predictor.predict(at)[0], mean)
    np.testing.assert_array_equal(predictor.means(at), predictor.predict(at)[0])
    np.testing.assert_allclose(predictor.predict(at)[1], variance)
    for column in range(3):
        step = np.zeros(3)
        step[column] = 1e-5
        (above, variance_above), (below, variance_below) = (
            predictor.predict(at + sign * step) for sign in (1, -1)
        )
        np.testing.assert_allclose(mean_slope[:, 0, column], (above - below)[:, 0] / 2e-5, atol=1e-5)
        difference = (variance_above - variance_below) / 2e-5
        np.testing.assert_allclose(variance_slope[:, column], difference, atol=1e-5)
