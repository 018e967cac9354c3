from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.gaussian_process import GaussianProcessRegressor
from sklearn.gaussian_process.kernels import ConstantKernel, Matern, WhiteKernel

from tunewise.surrogates.gp import (
    Density,
    Hyperparameters,
    condition,
    default_hyperparameters,
    fit,
    from_vector,
    vector_of,
)
from tunewise.surrogates.kernels import Columns, column_scales
from tunewise.surrogates.linalg import cholesky

COLUMNS = Columns(np.array([0, 1, 2, 2, 2, 3]))  # two numbers, a choice of three, another number


def points(rng, n):
    return np.hstack([rng.random((n, 2)), np.eye(3)[rng.integers(3, size=n)], rng.random((n, 1))])


def values(rng, x):
    return np.sin(5.0 * x[:, 0]) + x[:, 1] * x[:, 3] + 0.1 * rng.standard_normal(len(x))


def some_hyperparameters(rng):
    return Hyperparameters(rng.normal(0.0, 0.5, 4), float(rng.normal(0.0, 0.5)), float(rng.normal(-3.0, 1.0)))


@pytest.fixture
def rng():
    return np.random.default_rng(0)


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**32), n=st.integers(1, 30))
def test_gradient_of_the_density_is_that_of_finite_differences(seed, n):
    rng = np.random.default_rng(seed)
    x = points(rng, n)
    density = Density(x, values(rng, x), COLUMNS)
    vector = vector_of(some_hyperparameters(rng))
    _, gradient = density(vector)
    steps = 1e-5 * np.eye(len(vector))
    differences = [(density(vector + step)[0] - density(vector - step)[0]) / 2e-5 for step in steps]
    np.testing.assert_allclose(gradient, differences, rtol=1e-5, atol=1e-6)


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**32), n=st.integers(1, 30), pending=st.integers(0, 3))
def test_gradients_of_predictions_are_those_of_finite_differences(seed, n, pending):
    rng = np.random.default_rng(seed)
    x = points(rng, n)
    posterior = condition(x, values(rng, x), COLUMNS, some_hyperparameters(rng))
    posterior = posterior.append(points(rng, pending), rng.standard_normal((pending, 4)))
    wanted = points(rng, 4)
    mean, variance, mean_slope, variance_slope = posterior.predict_with_gradient(wanted)
    for plain, other in zip(posterior.predict(wanted), (mean, variance), strict=True):
        np.testing.assert_allclose(plain, other, rtol=1e-9, atol=1e-9)
    for same, value in zip(posterior.means_with_gradient(wanted), (mean, mean_slope), strict=True):
        np.testing.assert_array_equal(same, value)
    np.testing.assert_array_equal(posterior.means(wanted), posterior.predict(wanted)[0])
    for plain, other in zip(posterior.means_with_slopes(wanted), (mean, mean_slope), strict=True):
        np.testing.assert_allclose(plain, other, rtol=1e-9, atol=1e-9)
    for column in range(x.shape[1]):
        step = 1e-6 * np.eye(x.shape[1])[column]
        (above, wide), (below, narrow) = posterior.predict(wanted + step), posterior.predict(wanted - step)
        np.testing.assert_allclose(mean_slope[:, :, column], (above - below) / 2e-6, atol=1e-5)
        np.testing.assert_allclose(variance_slope[:, column], (wide - narrow) / 2e-6, atol=1e-5)


PLACES = Columns(np.array([0, 1, 2, 3]), np.array([2]))  # the same, the choice in one column


def with_places(x):
    return np.column_stack(
        [x[:, :2], np.where(x[:, 2:5].any(axis=1), x[:, 2:5].argmax(axis=1), -1.0), x[:, 5]]
    )


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**32), n=st.integers(1, 30), pending=st.integers(0, 3))
def test_places_say_the_same_as_a_column_for_each_value(seed, n, pending):
    rng = np.random.default_rng(seed)
    x, more, wanted = (points(rng, number) for number in (n, pending, 10))
    for some in (x, more, wanted):
        some[rng.random(len(some)) < 0.3, 2:5] = 0.0  # they have none of the values
    y, fantasies = values(rng, x), rng.standard_normal((pending, 4))
    vector = vector_of(some_hyperparameters(rng))
    value, slope = Density(x, y, COLUMNS)(vector)
    same_value, same_slope = Density(with_places(x), y, PLACES)(vector)
    np.testing.assert_allclose(same_value, value, rtol=1e-8, atol=1e-9)
    np.testing.assert_allclose(same_slope, slope, rtol=1e-8, atol=1e-9)
    some = from_vector(vector)
    plain = condition(x, y, COLUMNS, some).append(more, fantasies)
    short = condition(with_places(x), y, PLACES, some).append(with_places(more), fantasies)
    numbers = [0, 1, 5]
    for name in ("predict", "joint"):
        expected = getattr(plain, name)(wanted)
        for one, other in zip(getattr(short, name)(with_places(wanted)), expected, strict=True):
            np.testing.assert_allclose(one, other, atol=1e-9)
    *_, mean_slope, variance_slope = short.predict_with_gradient(with_places(wanted))
    *_, mean_expected, variance_expected = plain.predict_with_gradient(wanted)
    np.testing.assert_allclose(mean_slope[:, :, [0, 1, 3]], mean_expected[:, :, numbers], atol=1e-8)
    np.testing.assert_allclose(variance_slope[:, [0, 1, 3]], variance_expected[:, numbers], atol=1e-8)
    assert not mean_slope[:, :, 2].any()
    assert not variance_slope[:, 2].any()


def peer(x, y, hyperparameters):
    """scikit-learn's process with these hyperparameters; it has no mean of its own."""
    scales = column_scales(hyperparameters.log_lengthscales, COLUMNS.groups)
    kernel = ConstantKernel(hyperparameters.signal) * Matern(1.0, nu=2.5)
    process = GaussianProcessRegressor(
        kernel + WhiteKernel(hyperparameters.noise), optimizer=None, alpha=1e-14
    )
    return process.fit(x * scales, y), scales


def test_predictions_are_those_of_scikit_learn(rng):
    x, wanted = points(rng, 40), points(rng, 15)
    y, hyperparameters = values(rng, x), some_hyperparameters(rng)
    posterior = condition(x, y, COLUMNS, hyperparameters)
    process, scales = peer(x, y - posterior.mean, hyperparameters)
    mean, covariance = process.predict(wanted * scales, return_cov=True)
    covariance -= hyperparameters.noise * np.eye(len(wanted))
    np.testing.assert_allclose(posterior.predict(wanted)[0][:, 0], mean + posterior.mean, atol=1e-9)
    np.testing.assert_allclose(posterior.predict(wanted)[1], np.diag(covariance), atol=1e-9)
    np.testing.assert_allclose(posterior.joint(wanted)[1], covariance, atol=1e-9)


def test_the_marginal_likelihood_is_that_of_scikit_learn(rng):
    x = points(rng, 40)
    y, hyperparameters = values(rng, x), some_hyperparameters(rng)
    mean = condition(x, y, COLUMNS, hyperparameters).mean
    process, _ = peer(x, y - mean, hyperparameters)
    likelihood, _ = Density(x, y, COLUMNS).log_likelihood(hyperparameters)
    # ours counts the mean's own prior in
    assert likelihood == pytest.approx(process.log_marginal_likelihood_value_ - 0.5 * mean**2, abs=1e-8)


def test_the_mean_is_the_most_probable_one(rng):
    x = points(rng, 20)
    y, hyperparameters = values(rng, x) + 1.0, some_hyperparameters(rng)
    mean = condition(x, y, COLUMNS, hyperparameters).mean

    def density(mean):
        return peer(x, y - mean, hyperparameters)[0].log_marginal_likelihood_value_ - 0.5 * mean**2

    assert density(mean) > max(density(mean - 1e-3), density(mean + 1e-3))


@pytest.mark.parametrize("first", [1, 15, 30])
def test_appending_is_conditioning_on_all(rng, first):
    x = points(rng, 30)
    y, hyperparameters = values(rng, x), some_hyperparameters(rng)
    whole = condition(x, y, COLUMNS, hyperparameters)
    part = condition(x[:first], y[:first], COLUMNS, hyperparameters)
    both = part.append(x[first:], np.column_stack([y[first:], y[first:] + 1.0]))
    assert len(both) == 30
    assert both.mean == part.mean
    wanted = points(rng, 10)
    process, scales = peer(x, y - part.mean, hyperparameters)
    mean = process.predict(wanted * scales) + part.mean
    np.testing.assert_allclose(both.predict(wanted)[0][:, 0], mean, atol=1e-8)
    np.testing.assert_allclose(both.predict(wanted)[1], whole.predict(wanted)[1], atol=1e-10)


def test_the_process_smoothes_its_own_points(rng):
    x = points(rng, 20)
    posterior = condition(x, values(rng, x), COLUMNS, some_hyperparameters(rng))
    posterior = posterior.append(points(rng, 3), rng.standard_normal((3, 4)))
    own = posterior._x / column_scales(posterior.hyperparameters.log_lengthscales, COLUMNS.groups)
    np.testing.assert_allclose(posterior.smoothed(), posterior.predict(own)[0], atol=1e-9)


def test_fitting_finds_what_matters(rng):
    x = points(rng, 120)
    found = fit(x, values(rng, x), COLUMNS, steps=50)
    assert found.log_lengthscales[0] < found.log_lengthscales[3] - 0.5
    assert found.noise == pytest.approx(0.01, rel=0.5)
    density = Density(x, values(np.random.default_rng(1), x), COLUMNS)
    assert density(vector_of(found))[0] < density(vector_of(default_hyperparameters(4)))[0]


def test_a_vector_of_hyperparameters_and_back():
    vector = np.array([0.1, 0.2, 0.3, 0.4])
    np.testing.assert_array_equal(vector_of(from_vector(vector)), vector)


@pytest.mark.parametrize("y", [np.zeros(10), np.full(10, np.nan), np.full(10, np.inf)])
def test_values_that_say_nothing(rng, y):
    x = points(rng, 10)
    if np.isfinite(y).all():
        assert np.isfinite(vector_of(fit(x, y, COLUMNS))).all()
    else:
        with pytest.raises(np.linalg.LinAlgError):
            fit(x, y, COLUMNS)


def test_duplicates_without_noise_are_factorised_with_jitter(rng):
    x = np.repeat(points(rng, 5), 4, axis=0)
    posterior = condition(x, np.repeat(rng.random(5), 4), COLUMNS, Hyperparameters(np.zeros(4), 0.0, -50.0))
    mean, variance = posterior.predict(x)
    assert np.isfinite(mean).all()
    assert (variance > 0.0).all()


def test_no_columns_at_all():
    x, columns = np.zeros((3, 0)), Columns(np.zeros(0, dtype=np.intp))
    hyperparameters = fit(x, np.array([0.0, 1.0, 2.0]), columns)
    mean, variance = condition(x, np.array([0.0, 1.0, 2.0]), columns, hyperparameters).predict(x[:1])
    assert 0.0 < mean[0, 0] < 2.0
    assert variance[0] > 0.0


def test_what_cannot_be_factorised_is_an_error():
    with pytest.raises(np.linalg.LinAlgError, match="positive definite"):
        cholesky(np.array([[1.0, 2.0], [2.0, 1.0]]))
    with pytest.raises(np.linalg.LinAlgError, match="finite"):
        cholesky(np.full((2, 2), np.nan))
    matrix = np.array([[4.0, 2.0], [2.0, 5.0]])
    np.testing.assert_allclose(cholesky(matrix.copy()), np.linalg.cholesky(matrix))
