import mpmath
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import norm

from tunewise.surrogates.acquisition import LogEI, PerCost, log_improvement
from tunewise.surrogates.gp import Hyperparameters, condition
from tunewise.surrogates.kernels import Columns

COLUMNS = Columns(np.arange(3))


def posterior(seed, pending=0, n=20):
    rng = np.random.default_rng(seed)
    x = rng.random((n, 3))
    y = np.sin(5.0 * x[:, 0]) + x[:, 1]
    process = condition(x, y, COLUMNS, Hyperparameters(np.zeros(3), 0.0, -4.0))
    return process.append(rng.random((pending, 3)), rng.standard_normal((pending, 4)))


@pytest.mark.parametrize(
    "z", [-1e8, -1e5, -1001.0, -999.0, -40.0, -5.0, -1.0, -1e-9, 0.0, 1e-9, 1.0, 9.0, 50.0]
)
def test_improvement_is_precise_everywhere(z):
    with mpmath.workdps(60):
        exact = mpmath.npdf(z) + z * mpmath.ncdf(z)
        value, slope = log_improvement(np.array([z]))
        assert float(value[0] / mpmath.log(exact)) == pytest.approx(1.0, rel=1e-12)
        assert float(slope[0] * exact / mpmath.ncdf(z)) == pytest.approx(1.0, rel=1e-9)


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**32), pending=st.integers(0, 3))
def test_it_is_the_expected_improvement_averaged_over_fantasies(seed, pending):
    process = posterior(seed, pending)
    incumbents = process.smoothed().min(axis=0)
    x = np.random.default_rng(seed).random((7, 3))
    mean, variance = process.predict(x)
    deviation = np.sqrt(variance)[:, None]
    z = (incumbents - mean) / deviation
    expected = (deviation * (norm.pdf(z) + z * norm.cdf(z))).mean(axis=1)
    np.testing.assert_allclose(np.exp(LogEI(process, incumbents)(x)), expected, rtol=1e-6)


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**32), pending=st.integers(0, 3), exponent=st.sampled_from([0.0, 0.5, 1.0]))
def test_gradients_are_those_of_finite_differences(seed, pending, exponent):
    process = posterior(seed, pending)
    acquisition = PerCost(LogEI(process, process.smoothed().min(axis=0)), posterior(1), exponent)
    x = np.random.default_rng(seed).random((5, 3))
    value, gradient = acquisition.with_gradient(x)
    np.testing.assert_allclose(value, acquisition(x), rtol=1e-7, atol=1e-7)
    for column in range(3):
        step = 1e-6 * np.eye(3)[column]
        difference = (acquisition(x + step) - acquisition(x - step)) / 2e-6
        np.testing.assert_allclose(gradient[:, column], difference, rtol=1e-3, atol=1e-3)


def test_what_is_dear_is_worth_less():
    process = posterior(0)
    plain = LogEI(process, np.array([0.0]))
    costs = condition(
        np.array([[0.1] * 3, [0.9] * 3]), np.array([-1.0, 1.0]), COLUMNS, process.hyperparameters
    )
    x = np.array([[0.1] * 3, [0.9] * 3])
    lost = plain(x) - PerCost(plain, costs, 1.0)(x)
    np.testing.assert_allclose(lost, costs.predict(x)[0][:, 0])
    assert lost[1] > 0.5 > -0.5 > lost[0]


def test_hopeless_points_still_have_an_order():
    """Where the improvement itself is 0 in floating point."""
    process = posterior(0)
    x = np.array([[0.5, 0.9, 0.5], [0.9, 0.1, 0.5], [0.2, 0.9, 0.5]])
    values = LogEI(process, np.array([-60.0]))(x)
    assert np.isfinite(values).all()
    assert len(set(values.tolist())) == 3
    assert values.max() < -700.0
