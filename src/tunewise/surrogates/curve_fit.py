"""Fits the parameters of the learning-curve Gaussian process: the most probable ones given some curves."""

import math
from collections.abc import Callable

import numpy as np
from scipy.linalg import lapack
from scipy.optimize import minimize

from tunewise.arrays import Array
from tunewise.surrogates.cholesky import factorised, lower_inverse
from tunewise.surrogates.curve_basis import RANK, Basis, Summary, TimeParameters
from tunewise.surrogates.curve_gp import CurveParameters, covariance, log_density
from tunewise.surrogates.kernels import (
    Columns,
    apart,
    column_scales,
    matern52_with_slope,
    squared_distances,
)

_TIME_CENTRE = np.log([0.5, 0.3, 0.7, 0.02, 0.5, 1e-3])
_TIME_SPREAD = np.array([1.0, 1.0, 0.7, 1.5, 0.7, 2.0])
_TIME_BOUNDS = [(-7.0, 4.0), (-7.0, 4.0), (-2.0, 1.5), (-10.0, 1.0), (-2.5, 1.5), (-11.0, 0.0)]
_LENGTHSCALE_BOUNDS = (-4.6, 5.0)
_LENGTHSCALE_PRIOR = (0.0, 1.0)  # mean and deviation of the logarithm, for seven of them
_STEP = 1e-4  # of the difference quotients over the time parameters
_BAD = 1e10


def default_parameters(groups: int) -> CurveParameters:
    """The centre of the priors, for g length-scales."""
    return CurveParameters(
        np.full(groups, _lengthscale_centre(groups)), TimeParameters.from_log(_TIME_CENTRE)
    )


def fit(
    x: Array,
    y: Array,
    columns: Columns,
    u: Array,
    start: CurveParameters | None = None,
    steps: int = 12,
) -> CurveParameters:
    """Parameters that maximise the posterior density, from `start`, in so many L-BFGS steps.

    x (n, d), y (n, T) with NaN where there is no report, in units in which values spread over about 1; u
    (T,). The length-scales' prior is log-normal and grows with their number (C. Hvarfner, E. Hellsten and
    L. Nardi: Vanilla Bayesian Optimization Performs Great in High Dimensions. ICML 2024, arXiv:2402.02229),
    but narrower than theirs: a wide one takes a handful of curves for proof that little matters.
    """
    number = columns.lengthscales
    begin = start or default_parameters(number)
    objective = CurveObjective(x, y, columns, u)
    bounds = [_LENGTHSCALE_BOUNDS] * number + _TIME_BOUNDS
    found = _minimised(objective, begin.vector(), bounds, steps)
    return CurveParameters.from_vector(found, number)


def fit_lengthscales(
    x: Array, y: Array, columns: Columns, u: Array, start: CurveParameters, steps: int = 8
) -> CurveParameters:
    """As `fit`, but the parameters over time stay as they are, which costs a seventh."""
    objective = LengthscaleObjective(x, y, columns, Basis(u, start.time))
    bounds = [_LENGTHSCALE_BOUNDS] * columns.lengthscales
    found = _minimised(objective, start.log_lengthscales, bounds, steps)
    return CurveParameters(found, start.time)


def _minimised(
    objective: Callable[[Array], tuple[float, Array]],
    begin: Array,
    bounds: list[tuple[float, float]],
    steps: int,
) -> Array:
    if not len(begin):
        return begin
    low, high = np.array(bounds).T
    begin = np.clip(begin, low, high)
    result = minimize(
        objective, begin, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": steps}
    )
    return np.asarray(result.x if np.isfinite(result.x).all() and result.fun < _BAD else begin)


class LengthscaleObjective:
    """Negative log posterior density of the log length-scales (g,), with its gradient."""

    def __init__(self, x: Array, y: Array, columns: Columns, basis: Basis) -> None:
        self._squares = _grouped_squares(x, columns)
        self._summary = basis.summarise(y)
        self._prior_trend = basis.prior_trend

    def __call__(self, log_lengthscales: Array) -> tuple[float, Array]:
        kernel, slopes = _kernel(self._squares, log_lengthscales)
        try:
            value, sensitivity = _density_and_sensitivity(self._summary, kernel, self._prior_trend)
        except np.linalg.LinAlgError:
            return _BAD, np.zeros_like(log_lengthscales)
        off = (log_lengthscales - _lengthscale_centre(len(log_lengthscales))) / _LENGTHSCALE_PRIOR[1]
        gradient = np.tensordot(slopes, sensitivity, axes=2)
        return -value + 0.5 * float(off @ off), -gradient + off / _LENGTHSCALE_PRIOR[1]


class CurveObjective:
    """Negative log posterior density of all parameters, as `CurveParameters.vector` has them, with its
    gradient: exact for the length-scales, difference quotients for the six parameters over time."""

    def __init__(self, x: Array, y: Array, columns: Columns, u: Array) -> None:
        number = columns.lengthscales
        self._y, self._u, self._number = y, u, number
        self._squares = _grouped_squares(x, columns)
        self._centre = np.concatenate([np.full(number, _lengthscale_centre(number)), _TIME_CENTRE])
        self._spread = np.concatenate([np.full(number, _LENGTHSCALE_PRIOR[1]), _TIME_SPREAD])

    def __call__(self, vector: Array) -> tuple[float, Array]:
        kernel, slopes = _kernel(self._squares, vector[: self._number])
        gradient = np.zeros_like(vector)
        try:
            summary, prior = self._summary(vector[self._number :])
            value, sensitivity = _density_and_sensitivity(summary, kernel, prior)
            for place in range(self._number, len(vector)):
                moved = vector.copy()
                moved[place] += _STEP
                summary, prior = self._summary(moved[self._number :])
                gradient[place] = (log_density(summary, kernel, prior) - value) / _STEP
        except np.linalg.LinAlgError:
            return _BAD, np.zeros_like(vector)
        gradient[: self._number] = np.tensordot(slopes, sensitivity, axes=2)
        off = (vector - self._centre) / self._spread
        return -value + 0.5 * float(off @ off), -gradient + off / self._spread

    def _summary(self, logs: Array) -> tuple[Summary, Array]:
        basis = Basis(self._u, TimeParameters.from_log(logs))
        return basis.summarise(self._y), basis.prior_trend


def _grouped_squares(x: Array, columns: Columns) -> Array:
    """Squared distances in each group's columns (g, n, n): small for the few curves of a fit."""
    number, groups = columns.lengthscales, columns.groups
    scaled = x * column_scales(np.zeros(number), groups)
    squares = [
        squared_distances(scaled[:, groups == group], scaled[:, groups == group]) for group in range(number)
    ]
    for place in columns.places:
        squares[groups[place]] = apart(x[:, place], x[:, place])
    return np.stack(squares) if squares else np.zeros((0, len(x), len(x)))


def _kernel(squares: Array, log_lengthscales: Array) -> tuple[Array, Array]:
    """The kernel (n, n), and its derivatives (g, n, n) by each log length-scale."""
    scaled = squares * np.exp(-2.0 * log_lengthscales)[:, None, None]
    kernel, slope = matern52_with_slope(scaled.sum(axis=0))
    return kernel, scaled * slope


def _density_and_sensitivity(summary: Summary, kernel: Array, prior: Array) -> tuple[float, Array]:
    """The log density, and its derivative (n, n) by each entry of the kernel over configurations."""
    factor = factorised(covariance(summary, kernel, prior))
    white = lapack.dtrtrs(factor, summary.values, lower=1)[0]
    value = float(summary.log_rest - 0.5 * white @ white - np.log(np.diag(factor)).sum())
    alpha = lapack.dtrtrs(factor, white, lower=1, trans=1)[0]
    inverse = lower_inverse(factor)
    inverse = np.tril(inverse) + np.tril(inverse, -1).T
    shared = summary.rows[:, :RANK]
    dense = (np.outer(alpha, alpha) - inverse) * (shared @ shared.T)
    order = np.argsort(summary.owner, kind="stable")
    owners, starts = np.unique(summary.owner[order], return_index=True)
    blocks = np.add.reduceat(np.add.reduceat(dense[np.ix_(order, order)], starts, axis=0), starts, axis=1)
    sensitivity = np.zeros_like(kernel)
    sensitivity[np.ix_(owners, owners)] = 0.5 * blocks
    return value, sensitivity


def _lengthscale_centre(number: int) -> float:
    return _LENGTHSCALE_PRIOR[0] + 0.5 * math.log(max(number, 1) / 7.0)
