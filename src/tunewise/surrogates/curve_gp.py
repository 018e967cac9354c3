"""The learning-curve Gaussian process: what all curves so far say of any curve.

See `curve_basis` for the model. Inputs x (n, d) are encoded configurations; `columns` says how.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass

import numpy as np
from scipy.linalg import cho_solve, lapack, solve_triangular

from tunewise.arrays import Array
from tunewise.surrogates.cholesky import factorised
from tunewise.surrogates.curve_basis import RANK, WEIGHTS, Basis, Summary, TimeParameters
from tunewise.surrogates.kernels import Columns, Geometry, matern52, matern52_with_slope


@dataclass(frozen=True, eq=False)
class CurveParameters:
    """log_lengthscales (g,) of the configurations, and the parameters over time."""

    log_lengthscales: Array
    time: TimeParameters

    def vector(self) -> Array:
        """All as logarithms: (g + 6,)."""
        return np.concatenate([self.log_lengthscales, self.time.log()])

    @classmethod
    def from_vector(cls, vector: Array, groups: int) -> CurveParameters:
        return cls(vector[:groups].copy(), TimeParameters.from_log(vector[groups:]))


@dataclass(frozen=True, eq=False)
class Functionals:
    """Some linear functions of the weights at some configurations, under a posterior.

    mean (m,). variance (m,). white (N, m): their covariances with the data, whitened, so that the posterior
    covariance of two of them is the prior one less the product of their columns.
    """

    mean: Array
    variance: Array
    white: Array


@dataclass(frozen=True, eq=False)
class Weights:
    """The weights at one configuration: mean (WEIGHTS,) and covariance (WEIGHTS, WEIGHTS)."""

    mean: Array
    covariance: Array

    def updated(self, rows: Array, values: Array) -> Weights:
        """Given further observations of them, of unit noise: rows (k, WEIGHTS), values (k,)."""
        cross = self.covariance @ rows.T
        gain = np.linalg.solve(rows @ cross + np.eye(len(rows)), cross.T).T
        return Weights(self.mean + gain @ (values - rows @ self.mean), self.covariance - gain @ cross.T)


class CurvePosterior:
    """The curves' weights given all reports.

    x (n, d): configurations of the curves. y (n, T): their values, NaN where there is no report. basis: for
    the same T levels. least: see `Basis.summarise`. Raises `numpy.linalg.LinAlgError` if the covariance
    can't be factorised.
    """

    def __init__(
        self,
        x: Array,
        y: Array,
        columns: Columns,
        parameters: CurveParameters,
        basis: Basis,
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
        self._factor = factorised(covariance(summary, kernel, basis.prior_trend))
        alpha = cho_solve((self._factor, True), summary.values, check_finite=False)
        # weights' means at x* are k(x*, x) @ shared_gain, and trend_mean
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
        """Means and variances (m, k) of k functionals at each x (m, d): directions (m, k, WEIGHTS) or, the
        same for all, (k, WEIGHTS)."""
        directions = np.broadcast_to(directions, (len(x), *directions.shape[-2:]))
        m, k, weights = directions.shape
        found = self.functionals(np.repeat(x, k, axis=0), directions.reshape(m * k, weights))
        return found.mean.reshape(m, k), found.variance.reshape(m, k)

    def weights(self, x: Array) -> Weights:
        """Those at one configuration (d,)."""
        mean, covariance = self.joint(x[None], np.eye(WEIGHTS))
        return Weights(mean[0], covariance[0])

    def joint(self, x: Array, directions: Array) -> tuple[Array, Array]:
        """Means (m, k) and covariances (m, k, k) of k functionals at each x (m, d): directions
        (m, k, WEIGHTS) or, the same for all, (k, WEIGHTS)."""
        directions = np.broadcast_to(directions, (len(x), *directions.shape[-2:]))
        m, k, weights = directions.shape
        found = self.functionals(np.repeat(x, k, axis=0), directions.reshape(m * k, weights))
        white = found.white.reshape(-1, m, k)
        shared, trend = directions[..., :RANK], directions[..., RANK:]
        prior = shared @ shared.transpose(0, 2, 1)
        prior += (trend * self.basis.prior_trend) @ trend.transpose(0, 2, 1)
        covariance = prior - white.transpose(1, 2, 0) @ white.transpose(1, 0, 2)
        return found.mean.reshape(m, k), covariance

    def slopes(self, x: Array, direction: Array) -> tuple[Functionals, Array, Array]:
        """The posterior of direction (WEIGHTS,) @ weights at x (m, d), with the derivatives of its means
        (m, d) and variances (m, d) by x; 0 for places."""
        found = self.functionals(x, direction)
        at = self._geometry.scaled(x)
        _, steepness = matern52_with_slope(self._geometry.squared(self._x, at))  # (n, m)
        shared = direction[:RANK]
        solved = solve_triangular(self._factor, found.white, lower=True, trans=1, check_finite=False)
        per_curve = np.zeros((len(self._x), len(x)))
        np.add.at(per_curve, self._owner, (self._shared @ shared)[:, None] * solved)
        of_mean = steepness * (self._shared_gain @ shared)[:, None]
        of_variance = -2.0 * steepness * per_curve
        slopes = [
            (weights.T @ self._x - weights.sum(axis=0)[:, None] * at) * self._geometry.slope_scales
            for weights in (of_mean, of_variance)
        ]
        return found, slopes[0], slopes[1]

    def believing(self, x: Array, directions: Array, variances: Array) -> CurvePosterior:
        """The posterior after each functional at x (m, d) is observed, with noise of `variances` (m,), to
        be what it is now believed to be: no mean changes, but variances shrink. For pending trials."""
        scaled = directions / np.sqrt(variances)[:, None]
        found = self.functionals(x, scaled)
        at = self._geometry.scaled(x)
        # not of `at` with itself: NumPy rounds that otherwise, and recorded decisions would change
        kernel = matern52(self._geometry.squared(at, at.copy()))
        block = kernel * (scaled[:, :RANK] @ scaled[:, :RANK].T)
        block += (scaled[:, RANK:] * self.basis.prior_trend) @ scaled[:, RANK:].T
        block += np.eye(len(x)) - found.white.T @ found.white
        size, more = len(self._factor), len(x)
        factor = np.zeros((size + more, size + more), order="F")
        factor[:size, :size] = self._factor
        factor[size:, :size] = found.white.T
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
    """Of the reports behind `summary`, for the kernel (n, n) over configurations."""
    factor = factorised(covariance(summary, kernel, prior_trend))
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
    """Predicts direction @ weights at points (m, d), without what belongs to one curve alone.

    posterior: of the curves. direction: (WEIGHTS,), such as a row of the basis' design. A `Predictor` with
    one fantasy.
    """

    def __init__(self, posterior: CurvePosterior, direction: Array) -> None:
        self._posterior = posterior
        self._direction = direction

    def predict(self, x: Array) -> tuple[Array, Array]:
        found = self._posterior.functionals(x, self._direction)
        return found.mean[:, None], found.variance

    def predict_with_gradient(self, x: Array) -> tuple[Array, Array, Array, Array]:
        found, mean_slope, variance_slope = self._posterior.slopes(x, self._direction)
        return found.mean[:, None], found.variance, mean_slope[:, None, :], variance_slope
