"""The learning-curve Gaussian process: predicts any curve from all curves so far, and fits its parameters.

See `curve_basis` for the model. Inputs x (n, d) are encoded configurations, which `columns` describes.
"""

from __future__ import annotations

import copy
import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.linalg import cho_solve, lapack, solve_triangular
from scipy.optimize import minimize

from tunewise.arrays import Array
from tunewise.surrogates.curve_basis import RANK, WEIGHTS, Summary, TimeBasis, TimeParameters
from tunewise.surrogates.kernels import (
    Columns,
    Geometry,
    apart,
    column_scales,
    matern52,
    matern52_with_slope,
    squared_distances,
)
from tunewise.surrogates.linalg import cholesky, lower_inverse


@dataclass(frozen=True, eq=False)
class CurveParameters:
    """log_lengthscales (g,) of the configurations, and the parameters over time."""

    log_lengthscales: Array
    time: TimeParameters

    def vector(self) -> Array:
        """All parameters as logarithms: (g + 6,)."""
        return np.concatenate([self.log_lengthscales, self.time.log()])

    @classmethod
    def from_vector(cls, vector: Array, groups: int) -> CurveParameters:
        return cls(vector[:groups].copy(), TimeParameters.from_log(vector[groups:]))


@dataclass(frozen=True, eq=False)
class Functionals:
    """The posterior of m linear functions of the weights at given configurations.

    mean (m,). variance (m,). white (N, m): their whitened covariances with the data. The posterior covariance
    of two functions is the prior covariance minus the product of their columns.
    """

    mean: Array
    variance: Array
    white: Array


@dataclass(frozen=True, eq=False)
class Weights:
    """The posterior of the weights at one configuration: mean (WEIGHTS,), covariance (WEIGHTS, WEIGHTS)."""

    mean: Array
    covariance: Array

    def updated(self, rows: Array, values: Array) -> Weights:
        """The posterior after more observations with unit noise: rows (k, WEIGHTS), values (k,)."""
        cross = self.covariance @ rows.T
        gain = np.linalg.solve(rows @ cross + np.eye(len(rows)), cross.T).T
        return Weights(self.mean + gain @ (values - rows @ self.mean), self.covariance - gain @ cross.T)


class CurvePosterior:
    """The posterior of the curves' weights given all reports.

    x (n, d): configurations of the curves. y (n, T): their values, NaN for missing reports. basis: for the
    same T levels. least: see `TimeBasis.summarise`. Raises `numpy.linalg.LinAlgError` if the covariance
    can't be factorised.
    """

    def __init__(
        self,
        x: Array,
        y: Array,
        columns: Columns,
        parameters: CurveParameters,
        basis: TimeBasis,
        least: float = 0.0,
    ) -> None:
        self.basis = basis
        self.parameters = parameters
        self._geometry = Geometry(columns, parameters.log_lengthscales)
        self._x = self._geometry.scaled(x)
        summary = basis.summarise(y, least)
        self._owner = summary.owner
        self._shared, self._trend = summary.rows[:, :RANK], summary.rows[:, RANK:]
        kernel = matern52(self._geometry.squared(self._x, self._x))
        self._factor = cholesky(covariance(summary, kernel, basis.prior_trend))
        alpha = cho_solve((self._factor, True), summary.values, check_finite=False)
        # the means of the weights at x* are k(x*, x) @ shared_gain, and trend_mean
        self._shared_gain = np.zeros((len(x), RANK))
        np.add.at(self._shared_gain, self._owner, self._shared * alpha[:, None])
        self.trend_mean = basis.prior_trend * (self._trend.T @ alpha)

    def mean(self, x: Array, directions: Array) -> Array:
        """Means (m,) of direction @ weights at x (m, d), for directions (m, WEIGHTS) or (WEIGHTS,)."""
        kernel = matern52(self._geometry.squared(self._geometry.scaled(x), self._x))
        shared, trend = directions[..., :RANK], directions[..., RANK:]
        return np.asarray(((kernel @ self._shared_gain) * shared).sum(axis=-1) + trend @ self.trend_mean)

    def functionals(self, x: Array, directions: Array) -> Functionals:
        """The posterior of direction @ weights at x (m, d), for directions (m, WEIGHTS) or (WEIGHTS,)."""
        kernel = matern52(self._geometry.squared(self._x, self._geometry.scaled(x)))  # (n, m)
        directions = np.broadcast_to(directions, (len(x), directions.shape[-1]))
        shared, trend = directions[:, :RANK], directions[:, RANK:]
        mean = ((kernel.T @ self._shared_gain) * shared).sum(axis=1) + trend @ self.trend_mean
        cross = kernel[self._owner] * (self._shared @ shared.T)
        cross += (self._trend * self.basis.prior_trend) @ trend.T
        white = solve_triangular(self._factor, cross, lower=True, check_finite=False, overwrite_b=True)
        prior = (shared**2).sum(axis=1) + (trend**2 * self.basis.prior_trend).sum(axis=1)
        variance = np.maximum(prior - (white**2).sum(axis=0), 1e-12 * prior)
        return Functionals(np.asarray(mean), variance, np.asarray(white))

    def marginals(self, x: Array, directions: Array) -> tuple[Array, Array]:
        """Means and variances (m, k) of k functionals at each x (m, d), for directions (m, k, WEIGHTS), or
        (k, WEIGHTS) if they are the same for all."""
        directions = np.broadcast_to(directions, (len(x), *directions.shape[-2:]))
        m, k, weights = directions.shape
        posterior = self.functionals(np.repeat(x, k, axis=0), directions.reshape(m * k, weights))
        return posterior.mean.reshape(m, k), posterior.variance.reshape(m, k)

    def weights(self, x: Array) -> Weights:
        """The weights at one configuration (d,)."""
        mean, covariance = self.joint(x[None], np.eye(WEIGHTS))
        return Weights(mean[0], covariance[0])

    def joint(self, x: Array, directions: Array) -> tuple[Array, Array]:
        """Means (m, k) and covariances (m, k, k) of k functionals at each x (m, d), for directions
        (m, k, WEIGHTS), or (k, WEIGHTS) if they are the same for all."""
        directions = np.broadcast_to(directions, (len(x), *directions.shape[-2:]))
        m, k, weights = directions.shape
        posterior = self.functionals(np.repeat(x, k, axis=0), directions.reshape(m * k, weights))
        white = posterior.white.reshape(-1, m, k)
        shared, trend = directions[..., :RANK], directions[..., RANK:]
        prior = shared @ shared.transpose(0, 2, 1)
        prior += (trend * self.basis.prior_trend) @ trend.transpose(0, 2, 1)
        covariance = prior - white.transpose(1, 2, 0) @ white.transpose(1, 0, 2)
        return posterior.mean.reshape(m, k), covariance

    def slopes(self, x: Array, direction: Array) -> tuple[Functionals, Array, Array]:
        """The posterior of direction (WEIGHTS,) @ weights at x (m, d), with the derivatives of its means
        (m, d) and variances (m, d) by x; 0 for places."""
        posterior = self.functionals(x, direction)
        at = self._geometry.scaled(x)
        _, steepness = matern52_with_slope(self._geometry.squared(self._x, at))  # (n, m)
        shared = direction[:RANK]
        solved = solve_triangular(self._factor, posterior.white, lower=True, trans=1, check_finite=False)
        per_curve = np.zeros((len(self._x), len(x)))
        np.add.at(per_curve, self._owner, (self._shared @ shared)[:, None] * solved)
        of_mean = steepness * (self._shared_gain @ shared)[:, None]
        of_variance = -2.0 * steepness * per_curve
        slopes = [
            (weights.T @ self._x - weights.sum(axis=0)[:, None] * at) * self._geometry.slope_scales
            for weights in (of_mean, of_variance)
        ]
        return posterior, slopes[0], slopes[1]

    def assuming_expected(self, x: Array, directions: Array, variances: Array) -> CurvePosterior:
        """The posterior as if each functional at x (m, d) had been observed at its expected value, with noise
        of `variances` (m,): means don't change, but variances shrink. For pending trials."""
        scaled = directions / np.sqrt(variances)[:, None]
        posterior = self.functionals(x, scaled)
        at = self._geometry.scaled(x)
        # a copy, because NumPy rounds `at` with itself differently, which would change recorded decisions
        kernel = matern52(self._geometry.squared(at, at.copy()))
        block = kernel * (scaled[:, :RANK] @ scaled[:, :RANK].T)
        block += (scaled[:, RANK:] * self.basis.prior_trend) @ scaled[:, RANK:].T
        block += np.eye(len(x)) - posterior.white.T @ posterior.white
        size, more = len(self._factor), len(x)
        factor = np.zeros((size + more, size + more), order="F")
        factor[:size, :size] = self._factor
        factor[size:, :size] = posterior.white.T
        factor[size:, size:] = np.linalg.cholesky(block)
        result = copy.copy(self)
        result._factor = factor
        result._owner = np.concatenate([self._owner, len(self._x) + np.arange(more)])
        result._x = np.vstack([self._x, at])
        result._shared = np.vstack([self._shared, scaled[:, :RANK]])
        result._trend = np.vstack([self._trend, scaled[:, RANK:]])
        result._shared_gain = np.vstack([self._shared_gain, np.zeros((more, RANK))])
        return result


def log_density(summary: Summary, kernel: Array, prior_trend: Array) -> float:
    """The log density of the reports behind `summary`, for the kernel (n, n) over configurations."""
    factor = cholesky(covariance(summary, kernel, prior_trend))
    white = lapack.dtrtrs(factor, summary.values, lower=1)[0]
    return float(summary.log_rest - 0.5 * white @ white - np.log(np.diag(factor)).sum())


def covariance(summary: Summary, kernel: Array, prior_trend: Array) -> Array:
    """Covariance (N, N) of the pseudo-observations, for the kernel (n, n) over configurations."""
    shared, trend = summary.rows[:, :RANK], summary.rows[:, RANK:]
    result: Array = shared @ shared.T
    result *= kernel[summary.owner[:, None], summary.owner]
    result += (trend * prior_trend) @ trend.T
    result.flat[:: len(result) + 1] += 1.0
    return result


class CurvePredictor:
    """Predicts direction @ weights at points (m, d), without the part that belongs to one curve alone.

    posterior: of the curves. direction: (WEIGHTS,), such as a row of the basis' design. A `Predictor` with
    one fantasy.
    """

    def __init__(self, posterior: CurvePosterior, direction: Array) -> None:
        self._posterior = posterior
        self._direction = direction

    def predict(self, x: Array) -> tuple[Array, Array]:
        posterior = self._posterior.functionals(x, self._direction)
        return posterior.mean[:, None], posterior.variance

    def predict_with_gradient(self, x: Array) -> tuple[Array, Array, Array, Array]:
        posterior, mean_slope, variance_slope = self._posterior.slopes(x, self._direction)
        return posterior.mean[:, None], posterior.variance, mean_slope[:, None, :], variance_slope


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
    """Parameters that maximise the posterior density, after at most `steps` L-BFGS steps from `start`.

    x (n, d). y (n, T): NaN for missing reports, in units in which values spread over about 1. u (T,). The
    length-scales' prior is log-normal and grows with their number (C. Hvarfner, E. Hellsten and
    L. Nardi: Vanilla Bayesian Optimization Performs Great in High Dimensions. ICML 2024, arXiv:2402.02229),
    but is narrower than theirs: with a wide one, a few curves would suggest that few hyperparameters matter.
    """
    number = columns.lengthscales
    begin = start or default_parameters(number)
    objective = CurveObjective(x, y, columns, u)
    bounds = [_LENGTHSCALE_BOUNDS] * number + _TIME_BOUNDS
    best = _minimised(objective, begin.vector(), bounds, steps)
    return CurveParameters.from_vector(best, number)


def fit_lengthscales(
    x: Array, y: Array, columns: Columns, u: Array, start: CurveParameters, steps: int = 8
) -> CurveParameters:
    """As `fit`, but keeps the parameters over time, at a seventh of the cost."""
    objective = LengthscaleObjective(x, y, columns, TimeBasis(u, start.time))
    bounds = [_LENGTHSCALE_BOUNDS] * columns.lengthscales
    best = _minimised(objective, start.log_lengthscales, bounds, steps)
    return CurveParameters(best, start.time)


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

    def __init__(self, x: Array, y: Array, columns: Columns, basis: TimeBasis) -> None:
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
    """Negative log posterior density of all parameters, in the order of `CurveParameters.vector`, with its
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
        basis = TimeBasis(self._u, TimeParameters.from_log(logs))
        return basis.summarise(self._y), basis.prior_trend


def _grouped_squares(x: Array, columns: Columns) -> Array:
    """Squared distances in each group's columns (g, n, n). A fit has few curves, so this array is small."""
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
    factor = cholesky(covariance(summary, kernel, prior))
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
