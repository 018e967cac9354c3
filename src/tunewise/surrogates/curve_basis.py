"""The time part of the learning-curve model, which represents a whole curve by a few numbers.

A curve is y(t) = m(u) + g(x, u) + eps(u) + noise with u = log t / log T in [0, 1], for levels t = 1 to T:

- m is quadratic in 1 - u; its three coefficients have a broad normal prior and are integrated out;
- g has covariance k_x(x, x') k_t(u, u') with k_t = shared + changing * Matern52(|u - u'| / change_scale):
  this is what similar configurations have in common;
- eps has covariance wander * Matern32(|u - u'| / wander_scale) and belongs to one curve alone;
- both covariances are multiplied by early^(2 - u - u'): curves of trainings that begin alike, or stay at
  chance for a while, say little at first, however far apart they end;
- noise is independent for each report.

k_t is reduced to its `RANK` leading eigenvectors; the remainder counts as belonging to one curve. So a
curve depends on the others only through RANK + 3 weights, and any number of reports can be replaced, without
loss, by that many *pseudo-observations* of these weights.

After K. Swersky, J. Snoek and R. P. Adams: Freeze-Thaw Bayesian Optimization, 2014, arXiv:1406.3896, whose
exponential-decay kernel is replaced by one in log t, and whose independence of curves given their asymptotes
is replaced by a shared change over time.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any, NamedTuple

import numpy as np

from tunewise.arrays import Array, Indices
from tunewise.surrogates.linalg import cholesky, solve_lower, solve_lower_transposed

RANK = 4
"""How many eigenvectors of the kernel over time are kept."""

TREND = 3
"""The number of coefficients of the common trend."""

WEIGHTS = RANK + TREND

_TREND_VARIANCE = np.array([1.0, 1.0, 1.0])
_NOTHING = 1e-9  # singular values below this say nothing
_HALF_LOG_TWO_PI = 0.5 * float(np.log(2.0 * np.pi))
_MOST_KEPT = 500  # sets of levels, of which one may take 64 KiB
_FLOOR = 1e-6  # added to the noise's variance, so that a smooth curve can be factorised


@dataclass(frozen=True)
class TimeParameters:
    """Variances and length-scales of the kernels over u, all positive; variances in squared units of y.

    early: how far curves are apart at u = 0, as a multiple of how far at u = 1.
    """

    shared: float = 0.5
    changing: float = 0.5
    change_scale: float = 0.7
    wander: float = 0.02
    wander_scale: float = 0.5
    noise: float = 1e-3
    early: float = 1.0

    @classmethod
    def from_log(cls, logs: Array) -> TimeParameters:
        return cls(*np.exp(logs).tolist())

    def log(self) -> Array:
        """Their logarithms (7,), in the order of the fields."""
        return np.log([getattr(self, field.name) for field in fields(self)])


@dataclass(frozen=True, eq=False)
class Summary:
    """What n curves say about their weights: N pseudo-observations with unit noise.

    owner (N,): the curve of each pseudo-observation. rows (N, WEIGHTS): its coefficients, those of the
    shared part first. values (N,). log_rest: the part of the reports' log density that doesn't depend on the
    weights.
    """

    owner: Indices
    rows: Array
    values: Array
    log_rest: float


class _Alike(NamedTuple):
    """Curves (c,) with reports at the same levels `seen` (t,), of which the first `known` are known. key:
    stands for the levels."""

    curves: Indices
    seen: Indices
    known: int
    key: bytes


class _Reduction(NamedTuple):
    """How a curve with t reports is reduced to k pseudo-observations: rows (k, WEIGHTS), and factors (k, t),
    which turn reports into their values. factor (t, t): of the reports' covariance. log_diagonal: the sum of
    the logarithms of its diagonal, beyond what is known."""

    rows: Array
    factors: Array
    factor: Array
    log_diagonal: float


class TimeBasis:
    """The time part of the model on a grid of levels, for one setting of its parameters.

    u (T,): the levels as u. design (T, WEIGHTS): a curve is design @ weights, apart from its noise and the
    part that belongs to it alone. prior_trend (TREND,): variances of the trend's coefficients; the others
    have variance 1.
    """

    def __init__(self, u: Array, parameters: TimeParameters) -> None:
        self.u = u
        self.parameters = parameters
        distance = np.abs(u[:, None] - u)
        amplitude = parameters.early ** (1.0 - u)
        self._amplitude = amplitude[:, None] * amplitude
        self._change = math.sqrt(5.0) / parameters.change_scale * distance
        self._wander = math.sqrt(3.0) / parameters.wander_scale * distance
        kernel = parameters.shared + parameters.changing * _matern52(self._change)
        kernel *= self._amplitude
        values, vectors = np.linalg.eigh(kernel)
        self._values, self._vectors = values[::-1], vectors[:, ::-1]  # the largest first
        shared = np.zeros((len(u), RANK))
        leading = self._vectors[:, :RANK] * np.sqrt(np.maximum(self._values[:RANK], 0.0))
        shared[:, : leading.shape[1]] = leading
        wander = parameters.wander * self._amplitude * _matern32(self._wander)
        # covariance of the part that belongs to one curve, without its noise
        self.own = kernel - shared @ shared.T + wander
        self.design = np.hstack([shared, (1.0 - u)[:, None] ** np.arange(TREND)])
        self.prior_trend = _TREND_VARIANCE
        covariance = self.own + (parameters.noise + _FLOOR) * np.eye(len(u))
        self._covariance = covariance
        self._factor = cholesky(covariance.copy())
        self._reductions: dict[tuple[bytes, int, float], _Reduction] = {}
        self._forecasts: dict[tuple[bytes, bytes], tuple[Array, Array, Array]] = {}

    def summarise(self, y: Array, least: float = 0.0, known: Indices | None = None) -> Summary:
        """Reduces curves y (n, T), NaN for missing reports, to pseudo-observations: at most WEIGHTS for each.

        least: leave out those that say less than this about any weight, in standard deviations of a
        pseudo-observation. With 0 nothing is lost; 0.25 saves a third of them. known: only what the reports
        say beyond the first `known` (n,) of each curve.
        """
        owners, rows, values = [np.empty(0, dtype=np.intp)], [np.empty((0, WEIGHTS))], [np.empty(0)]
        log_rest = 0.0
        for alike in _alike(y, known):
            number = len(alike.seen) - alike.known
            if number <= 0:
                continue
            found = self._reduction(alike, least)
            reports = y[alike.curves[:, None], alike.seen]
            reduced = reports @ found.factors.T
            white = solve_lower(found.factor, reports.T)[alike.known :]
            log_rest -= 0.5 * float((white**2).sum() - (reduced**2).sum())
            log_rest -= len(reports) * (found.log_diagonal + number * _HALF_LOG_TWO_PI)
            owners.append(alike.curves.repeat(len(found.rows)))
            rows.extend([found.rows] * len(reports))
            values.append(reduced.ravel())
        return Summary(np.concatenate(owners), np.concatenate(rows), np.concatenate(values), log_rest)

    def _reduction(self, alike: _Alike, least: float) -> _Reduction:
        key = alike.key, alike.known, least
        if key not in self._reductions:
            _make_room(self._reductions)
            factor = self._factor_at(alike.seen)
            white = solve_lower(factor, np.asfortranarray(self.design[alike.seen]))
            directions, sizes, turned = np.linalg.svd(white[alike.known :], full_matrices=False)
            kept = sizes > max(least, _NOTHING)
            whole = np.zeros((len(factor), int(kept.sum())), order="F")
            whole[alike.known :] = directions[:, kept]
            self._reductions[key] = _Reduction(
                (sizes[:, None] * turned)[kept],
                solve_lower_transposed(factor, whole).T,
                factor,
                float(np.log(np.diag(factor)[alike.known :]).sum()),
            )
        return self._reductions[key]

    def _factor_at(self, seen: Indices) -> Array:
        """Of the covariance of reports at some levels."""
        if len(seen) == 0 or seen[-1] == len(seen) - 1:
            return self._factor[: len(seen), : len(seen)]
        return np.asarray(np.linalg.cholesky(self._covariance[seen[:, None], seen]), np.float64)

    def slopes(self, y: Array, summary: Summary, kernel: Array, inverse: Array, alpha: Array) -> Array:
        """The derivatives (7,) of the log density of curves y (n, T) by `TimeParameters.log`.

        summary: of these curves, from which nothing is left out. kernel (n, n): over configurations. inverse
        (N, N): of the covariance of the pseudo-observations. alpha (N,): its product with their values.

        A pseudo-observation is a weighted sum of reports. So the derivatives by the covariances over time, of
        what is shared and of what belongs to one curve, need no matrix with a row for each report. How
        leading eigenvectors turn with their matrix: Y. L. Daleckii and S. G. Krein (1951), in N. J. Higham:
        Functions of Matrices (2008), theorem 3.11.
        """
        owner, levels = summary.owner, len(self.u)
        # as if curves were independent given their weights: the sum of the inverse covariances of their
        # reports, these times the reports, and how much of each report is in each pseudo-observation
        precision, solved = np.zeros((levels, levels)), np.zeros(y.shape)
        factors = np.zeros((len(owner), levels))
        row = 0
        for alike in _alike(y):
            seen, found = alike.seen, self._reduction(alike, 0.0)
            inverse_here = solve_lower(found.factor, np.eye(len(seen), order="F"))
            inverse_here = inverse_here.T @ inverse_here
            precision[seen[:, None], seen] += len(alike.curves) * inverse_here
            solved[alike.curves[:, None], seen] = y[alike.curves[:, None], seen] @ inverse_here
            below = row + len(alike.curves) * len(found.rows)
            factors[row:below, seen] = np.tile(found.factors, (len(alike.curves), 1))
            row = below
        np.add.at(solved, owner, (alpha - summary.values)[:, None] * factors)
        same = owner[:, None] == owner
        between = (kernel[owner[:, None], owner] - same) * inverse
        own = solved.T @ solved - precision + factors.T @ (factors - (same * inverse) @ factors)
        beyond = solved.T @ (kernel @ solved - solved) - factors.T @ between @ factors
        leading = np.arange(len(self.u)) < RANK
        gaps = np.maximum(self._values[:, None] - self._values, _NOTHING * self._values[0])
        turning = np.where(leading[:, None] & ~leading, self._values[:, None] / gaps, 0.0)
        turning += turning.T + np.outer(leading, leading)
        by_kernel = self._vectors @ ((self._vectors.T @ beyond @ self._vectors) * turning) @ self._vectors.T
        by_kernel = (by_kernel + own) * self._amplitude
        own_sizes = own * self._amplitude
        return 0.5 * self._by_logarithms(by_kernel, own_sizes, float(np.trace(own)))

    def _by_logarithms(self, shared: Array, own: Array, noise: float) -> Array:
        """Derivatives (7,) by the parameters' logarithms, given those by the kernels over time (T, T) before
        amplitudes, and by the noise's variance."""
        theta, change, wander = self.parameters, self._change, self._wander
        changing = theta.changing * _matern52(change)
        bending = theta.changing * change**2 * (1.0 + change) / 3.0 * np.exp(-change)
        wandering = theta.wander * _matern32(wander)
        early = (2.0 - self.u[:, None] - self.u) * (shared * (theta.shared + changing) + own * wandering)
        return np.array(
            [
                theta.shared * shared.sum(),
                (changing * shared).sum(),
                (bending * shared).sum(),
                (wandering * own).sum(),
                (theta.wander * wander**2 * np.exp(-wander) * own).sum(),
                theta.noise * noise,
                early.sum(),
            ]
        )

    def own_forecasts(self, y: Array, places: Indices) -> OwnForecasts:
        """What the reports of curves y (n, T), NaN if missing, say about the values of these curves at k grid
        `places`, given the weights."""
        n, k = len(y), len(places)
        result = OwnForecasts(np.empty((n, k, WEIGHTS)), np.empty((n, k)), np.empty((n, k, k)))
        for alike in _alike(y):
            key = alike.key, places.tobytes()
            if key not in self._forecasts:
                _make_room(self._forecasts)
                self._forecasts[key] = self._forecast(alike.seen, places)
            directions, gain, covariance = self._forecasts[key]
            result.directions[alike.curves] = directions
            result.offsets[alike.curves] = y[alike.curves[:, None], alike.seen] @ gain.T
            result.covariances[alike.curves] = covariance
        return result

    def _forecast(self, seen: Indices, places: Indices) -> tuple[Array, Array, Array]:
        """Of a curve with reports at levels `seen` (t,): directions (k, WEIGHTS), by what (k, t) reports are
        multiplied, and covariance (k, k)."""
        factor = self._factor_at(seen)
        white = solve_lower(factor, np.asfortranarray(self.own[seen[:, None], places]))
        gain = solve_lower_transposed(factor, white.copy(order="F")).T
        directions = self.design[places] - gain @ self.design[seen]
        return directions, gain, self.own[places[:, None], places] - white.T @ white


@dataclass(frozen=True, eq=False)
class OwnForecasts:
    """The noise-free values of n curves at k levels: directions (n, k, WEIGHTS) @ weights + offsets (n, k),
    with covariances (n, k, k) given the weights."""

    directions: Array
    offsets: Array
    covariances: Array

    def given(self, mean: Array, covariance: Array) -> tuple[Array, Array]:
        """Means (n, k) and covariances (n, k, k) for weights with means (n, WEIGHTS) and covariances
        (n, WEIGHTS, WEIGHTS)."""
        means = (self.directions @ mean[:, :, None])[:, :, 0] + self.offsets
        shared = self.directions @ covariance @ self.directions.transpose(0, 2, 1)
        return means, shared + self.covariances

    def of(self, curves: Indices) -> OwnForecasts:
        """The forecasts of some curves."""
        return OwnForecasts(self.directions[curves], self.offsets[curves], self.covariances[curves])


def _make_room(kept: dict[Any, Any]) -> None:
    """Forgets what is kept if that is much: each curve may have gaps of its own."""
    if len(kept) >= _MOST_KEPT:
        kept.clear()


def _alike(y: Array, known: Indices | None = None) -> Iterator[_Alike]:
    present = np.isfinite(y)
    firsts = [0] * len(y) if known is None else known.tolist()
    groups: dict[tuple[bytes, int], list[int]] = {}
    for curve, (levels, first) in enumerate(zip(np.packbits(present, axis=1), firsts, strict=True)):
        groups.setdefault((levels.tobytes(), first), []).append(curve)
    for (key, first), curves in groups.items():
        yield _Alike(np.array(curves), np.flatnonzero(present[curves[0]]), first, key)


def _matern52(scaled: Array) -> Array:
    return np.asarray((1.0 + scaled + scaled**2 / 3.0) * np.exp(-scaled))


def _matern32(scaled: Array) -> Array:
    return np.asarray((1.0 + scaled) * np.exp(-scaled))
