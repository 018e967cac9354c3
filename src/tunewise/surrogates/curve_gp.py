"""The learning-curve Gaussian process: predicts any curve from all curves so far, and fits its parameters.

See `curve_basis` for the model. Inputs x (n, d) are encoded configurations, which `columns` describes.
"""

from __future__ import annotations

import copy
import math
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from scipy.linalg import lapack
from scipy.optimize import minimize

from tunewise.arrays import Array, Indices
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
from tunewise.surrogates.linalg import cholesky, lower_inverse, solve_lower, solve_lower_transposed


@dataclass(frozen=True, eq=False)
class CurveParameters:
    """log_lengthscales (g,) of the configurations, and the parameters over time."""

    log_lengthscales: Array
    time: TimeParameters

    def vector(self) -> Array:
        """All parameters as logarithms: (g + 7,)."""
        return np.concatenate([self.log_lengthscales, self.time.log()])


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


class News(NamedTuple):
    """Pseudo-observations with unit noise: the curve of each, owner (k,), and rows (k, WEIGHTS). The first
    of them have values (v,); the others are assumed to have those that are expected."""

    owner: Indices
    rows: Array
    values: Array


class _Added(NamedTuple):
    """Further rows of the factor of N pseudo-observations, white (N, k).T and corner (k, k), and of what is
    whitened by it: values (k,), final (k, 1 + n)."""

    white: Array
    corner: Array
    values: Array
    final: Array


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
        self._prior = np.diag(np.append(np.ones(RANK), basis.prior_trend))
        self._geometry = Geometry(columns, parameters.log_lengthscales)
        self._x = self._geometry.scaled(x)
        summary = basis.summarise(y, least)
        self._owner = summary.owner
        self._shared, self._trend = summary.rows[:, :RANK], summary.rows[:, RANK:]
        kernel = matern52(self._geometry.squared(self._x, self._x))
        self._factor = cholesky(covariance(summary, kernel, basis.prior_trend))
        self._values = solve_lower(self._factor, summary.values[:, None].copy())[:, 0]
        final = np.zeros((len(self._owner), 1 + len(x)))
        self._add_final(final, self._owner, summary.rows)
        self._final = solve_lower(self._factor, np.asfortranarray(final))
        self._settle()

    def _add_final(self, into: Array, owner: Indices, rows: Array) -> None:
        """The covariances of pseudo-observations with the final value of a curve at x are these rows times
        (1, k(x, x_1), ..., k(x, x_n)): so what depends on x needs no solution of its own."""
        shared, trend = self.basis.design[-1, :RANK], self.basis.design[-1, RANK:]
        into[:, 0] = rows[:, RANK:] @ (self.basis.prior_trend * trend)
        into[np.arange(len(owner)), 1 + owner] = rows[:, :RANK] @ shared

    def _settle(self) -> None:
        """What follows from the factor and the whitened values."""
        alpha = solve_lower_transposed(self._factor, self._values[:, None].copy())[:, 0]
        # the means of the weights at x* are k(x*, x) @ shared_gain, and trend_mean
        self._shared_gain = np.zeros((len(self._x), RANK))
        np.add.at(self._shared_gain, self._owner, self._shared * alpha[:, None])
        self.trend_mean = self.basis.prior_trend * (self._trend.T @ alpha)
        self._white_trend = solve_lower(self._factor, np.asfortranarray(self._trend * self.basis.prior_trend))

    @cached_property
    def final_gram(self) -> Array:
        """(1 + n, 1 + n), see `CurvePredictor`."""
        return np.asarray(self._final.T @ self._final)

    @cached_property
    def final_gain(self) -> Array:
        """(1 + n,), see `CurvePredictor`."""
        return np.asarray(self._final.T @ self._values)

    def mean(self, x: Array, directions: Array) -> Array:
        """Means (m,) of direction @ weights at x (m, d), for directions (m, WEIGHTS) or (WEIGHTS,)."""
        kernel = matern52(self._geometry.squared(self._geometry.scaled(x), self._x))
        shared, trend = directions[..., :RANK], directions[..., RANK:]
        return np.asarray(((kernel @ self._shared_gain) * shared).sum(axis=-1) + trend @ self.trend_mean)

    def _functionals(self, at: Array, directions: Array) -> tuple[Array, Array]:
        """Of direction @ weights at scaled points (m, d), for directions (m, WEIGHTS): means (m,), and the
        whitened covariances with the data (N, m)."""
        kernel = matern52(self._geometry.squared(self._x, at))  # (n, m)
        shared, trend = directions[:, :RANK], directions[:, RANK:]
        mean = ((kernel.T @ self._shared_gain) * shared).sum(axis=1) + trend @ self.trend_mean
        cross = kernel[self._owner] * (self._shared @ shared.T)
        cross += (self._trend * self.basis.prior_trend) @ trend.T
        return np.asarray(mean), solve_lower(self._factor, np.asfortranarray(cross))

    def weights(self, x: Array) -> tuple[Array, Array]:
        """Means (m, WEIGHTS) and covariances (m, WEIGHTS, WEIGHTS) of the weights at x (m, d)."""
        kernel = matern52(self._geometry.squared(self._geometry.scaled(x), self._x))
        mean = np.empty((len(x), WEIGHTS))
        mean[:, :RANK], mean[:, RANK:] = kernel @ self._shared_gain, self.trend_mean
        cross = kernel[:, None, self._owner] * self._shared.T  # (m, RANK, N)
        white = np.empty((len(x), WEIGHTS, cross.shape[2]))
        solved = solve_lower(self._factor, cross.reshape(-1, cross.shape[2]).T)
        white[:, :RANK], white[:, RANK:] = solved.T.reshape(cross.shape), self._white_trend.T
        return mean, self._prior - white @ white.transpose(0, 2, 1)

    def extended(self, x: Array, news: News) -> CurvePosterior:
        """The posterior given further pseudo-observations, at the cost of their rows of the factor.

        x (m, d): further curves, which come after the others.
        """
        result = copy.copy(self)
        result.__dict__.pop("final_gain", None)
        result._x = np.vstack([self._x, self._geometry.scaled(x)])
        size, more = len(self._factor), len(news.owner)
        added = self._added(result._x, news)
        result._factor = np.zeros((size + more, size + more), order="F")
        result._factor[:size, :size] = self._factor
        result._factor[size:, :size] = added.white.T
        result._factor[size:, size:] = added.corner
        result._owner = np.concatenate([self._owner, news.owner])
        result._shared = np.vstack([self._shared, news.rows[:, :RANK]])
        result._trend = np.vstack([self._trend, news.rows[:, RANK:]])
        result._values = np.append(self._values, added.values)
        result._final = np.zeros((size + more, 1 + len(result._x)))
        result._final[:size, : self._final.shape[1]] = self._final
        result._final[size:] = added.final
        result.__dict__["final_gram"] = _padded_sum(self.final_gram, added.final.T @ added.final)
        result._settle()
        return result

    def _added(self, scaled: Array, news: News) -> _Added:
        """What further pseudo-observations add to the factor and to what is whitened by it.

        scaled (n + m, d): of all curves.
        """
        at = scaled[news.owner]
        rows, known = news.rows, self._final.shape[1]
        mean, white = self._functionals(at, rows)
        # a copy, because NumPy rounds `at` with itself differently
        block = matern52(self._geometry.squared(at, at.copy())) * (rows[:, :RANK] @ rows[:, :RANK].T)
        block += (rows[:, RANK:] * self.basis.prior_trend) @ rows[:, RANK:].T
        block += np.eye(len(rows)) - white.T @ white
        corner = cholesky(block)
        observed = len(news.values)
        values = np.zeros(len(rows))
        values[:observed] = solve_lower(
            corner[:observed, :observed], (news.values - mean[:observed])[:, None]
        )[:, 0]
        final = np.zeros((len(rows), 1 + len(scaled)))
        self._add_final(final, news.owner, rows)
        final[:, :known] -= white.T @ self._final
        return _Added(white, corner, values, solve_lower(corner, np.asfortranarray(final)))


def _padded_sum(less: Array, more: Array) -> Array:
    """`more`, to whose first rows and columns `less` is added; in place."""
    more[tuple(slice(length) for length in less.shape)] += less
    return more


class CurvePredictor:
    """Predicts the final value at points (m, d), without the part that belongs to one curve alone. A
    `Predictor` with one fantasy.

    A covariance with the final value at x is linear in (1, k(x, x_1), ..., k(x, x_n)). So predictions need
    products with a matrix of that size, and no solution with the factor.

    posterior: of n curves. x (m, d), news: further curves, and what was observed beyond the posterior.
    """

    def __init__(self, posterior: CurvePosterior, x: Array | None = None, news: News | None = None) -> None:
        self._geometry, self._x = posterior._geometry, posterior._x
        gain, gram = posterior.final_gain, posterior.final_gram
        if news is not None and len(news.owner):
            self._x = np.vstack([self._x, self._geometry.scaled(x)]) if x is not None else self._x
            added = posterior._added(self._x, news)
            gain = _padded_sum(gain, added.final.T @ added.values)
            gram = _padded_sum(gram, added.final.T @ added.final)
        self._gain, self._gram = gain, gram
        shared, trend = posterior.basis.design[-1, :RANK], posterior.basis.design[-1, RANK:]
        self._prior = float(shared @ shared + trend**2 @ posterior.basis.prior_trend)

    def means(self, x: Array) -> Array:
        """Means (m, 1) as `predict` gives them, at a fraction of its cost."""
        return self._means(self._through(self._kernel(x)))

    def predict(self, x: Array) -> tuple[Array, Array]:
        mean, variance, _ = self._predict(self._kernel(x))
        return mean, variance

    def predict_with_gradient(self, x: Array) -> tuple[Array, Array, Array, Array]:
        at = self._geometry.scaled(x)
        kernel, steepness = matern52_with_slope(self._geometry.squared(at, self._x))
        mean, variance, bent = self._predict(kernel)
        of_mean, of_variance = (
            (part @ self._x - part.sum(axis=1)[:, None] * at) * self._geometry.slope_scales
            for part in (steepness * self._gain[1:], -2.0 * steepness * bent[:, 1:])
        )
        return mean, variance, of_mean[:, None, :], of_variance

    def _kernel(self, x: Array) -> Array:
        return matern52(self._geometry.squared(self._geometry.scaled(x), self._x))

    def _through(self, kernel: Array) -> Array:
        """(1, k(x, x_1), ..., k(x, x_n)) for each of m points: (m, 1 + n)."""
        through = np.empty((len(kernel), len(self._gain)))
        through[:, 0] = 1.0
        through[:, 1:] = kernel
        return through

    def _means(self, through: Array) -> Array:
        return (through @ self._gain)[:, None]

    def _predict(self, kernel: Array) -> tuple[Array, Array, Array]:
        through = self._through(kernel)
        bent = through @ self._gram
        explained = np.einsum("mn,mn->m", bent, through)
        return self._means(through), np.maximum(self._prior - explained, 1e-9 * self._prior), bent


def log_density(summary: Summary, kernel: Array, prior: Array) -> tuple[float, Array, Array]:
    """The log density of the reports behind `summary`, for the kernel (n, n) over configurations; with the
    inverse covariance (N, N) of the pseudo-observations, and its product with their values (N,)."""
    factor = cholesky(covariance(summary, kernel, prior))
    white = lapack.dtrtrs(factor, summary.values, lower=1)[0]
    value = float(summary.log_rest - 0.5 * white @ white - np.log(np.diag(factor)).sum())
    alpha = lapack.dtrtrs(factor, white, lower=1, trans=1)[0]
    inverse = lower_inverse(factor)
    return value, np.tril(inverse) + np.tril(inverse, -1).T, alpha


def covariance(summary: Summary, kernel: Array, prior_trend: Array) -> Array:
    """Covariance (N, N) of the pseudo-observations, for the kernel (n, n) over configurations."""
    shared, trend = summary.rows[:, :RANK], summary.rows[:, RANK:]
    result: Array = shared @ shared.T
    result *= kernel[summary.owner[:, None], summary.owner]
    result += (trend * prior_trend) @ trend.T
    result.flat[:: len(result) + 1] += 1.0
    return result


_TIME_CENTRE = np.log([0.5, 0.3, 0.7, 0.02, 0.5, 1e-3, 1.0])
_TIME_SPREAD = np.array([1.0, 1.0, 0.7, 1.5, 0.7, 2.0, 1.0])
_TIME_BOUNDS = [(-7.0, 4.0), (-7.0, 4.0), (-2.0, 1.5), (-10.0, 1.0), (-2.5, 1.5), (-11.0, 0.0), (-5.0, 2.0)]
_LENGTHSCALE_BOUNDS = (-4.6, 5.0)
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
    time: TimeParameters | None = None,
    least: float = 0.0,
) -> CurveParameters:
    """Parameters that maximise the posterior density, after at most `steps` L-BFGS steps from `start`.

    x (n, d). y (n, T): NaN for missing reports, in units in which values spread over about 1. u (T,). time:
    if given, the parameters over time stay at these, which costs a quarter. least: then, see
    `TimeBasis.summarise`; what is left out says nothing about length-scales either.

    The length-scales' prior is log-normal and grows with their number (C. Hvarfner, E. Hellsten and
    L. Nardi: Vanilla Bayesian Optimization Performs Great in High Dimensions. ICML 2024, arXiv:2402.02229),
    but is narrower than theirs: with a wide one, a few curves would suggest that few hyperparameters matter.
    """
    number = columns.lengthscales
    objective = CurveObjective(x, y, columns, u, time, least)
    bounds = [_LENGTHSCALE_BOUNDS] * number + (_TIME_BOUNDS if time is None else [])
    begin = (start or default_parameters(number)).vector()[: len(bounds)]
    if len(begin):
        begin = np.clip(begin, *np.array(bounds).T)
        result = minimize(
            objective, begin, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": steps}
        )
        if np.isfinite(result.x).all() and result.fun < _BAD:
            begin = result.x
    return CurveParameters(begin[:number].copy(), time or TimeParameters.from_log(begin[number:]))


class CurveObjective:
    """Negative log posterior density of all parameters, in the order of `CurveParameters.vector`, with its
    gradient; of the length-scales alone if the parameters over time are given. least: then, see
    `TimeBasis.summarise`."""

    def __init__(
        self,
        x: Array,
        y: Array,
        columns: Columns,
        u: Array,
        time: TimeParameters | None = None,
        least: float = 0.0,
    ) -> None:
        number = columns.lengthscales
        self._y, self._u, self._number = y, u, number
        self._squares = _grouped_squares(x, columns)
        self._centre, self._spread = np.full(number, _lengthscale_centre(number)), np.full(number, 1.0)
        self._known = None if time is None else self._reduced(time, least)
        if time is None:
            self._centre = np.concatenate([self._centre, _TIME_CENTRE])
            self._spread = np.concatenate([self._spread, _TIME_SPREAD])

    def _reduced(self, time: TimeParameters, least: float = 0.0) -> tuple[TimeBasis, Summary]:
        basis = TimeBasis(self._u, time)
        return basis, basis.summarise(self._y, least)

    def __call__(self, vector: Array) -> tuple[float, Array]:
        kernel, slopes = _kernel(self._squares, vector[: self._number])
        try:
            basis, summary = self._known or self._reduced(TimeParameters.from_log(vector[self._number :]))
            value, inverse, alpha = log_density(summary, kernel, basis.prior_trend)
        except np.linalg.LinAlgError:
            return _BAD, np.zeros_like(vector)
        gradient = np.tensordot(slopes, _sensitivity(summary, kernel, inverse, alpha), axes=2)
        if self._known is None:
            gradient = np.append(gradient, basis.slopes(self._y, summary, kernel, inverse, alpha))
        off = (vector - self._centre) / self._spread
        return -value + 0.5 * float(off @ off), -gradient + off / self._spread


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


def _sensitivity(summary: Summary, kernel: Array, inverse: Array, alpha: Array) -> Array:
    """The derivative (n, n) of the log density by each entry of the kernel over configurations."""
    shared = summary.rows[:, :RANK]
    dense = (np.outer(alpha, alpha) - inverse) * (shared @ shared.T)
    order = np.argsort(summary.owner, kind="stable")
    owners, starts = np.unique(summary.owner[order], return_index=True)
    blocks = np.add.reduceat(np.add.reduceat(dense[np.ix_(order, order)], starts, axis=0), starts, axis=1)
    sensitivity = np.zeros_like(kernel)
    sensitivity[np.ix_(owners, owners)] = 0.5 * blocks
    return sensitivity


def _lengthscale_centre(number: int) -> float:
    """The mean of the prior of the logarithms of so many length-scales, whose deviation is 1."""
    return 0.5 * math.log(max(number, 1) / 7.0)
