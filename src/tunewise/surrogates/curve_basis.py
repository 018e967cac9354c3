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
from dataclasses import dataclass, fields
from typing import NamedTuple

import numpy as np

from tunewise.arrays import Array, Indices, Mask
from tunewise.surrogates.linalg import cholesky, solve_lower, solve_lower_transposed

RANK = 4
"""How many eigenvectors of the kernel over time are kept."""

TREND = 3
"""The number of coefficients of the common trend."""

WEIGHTS = RANK + TREND

_TREND_VARIANCE = np.array([1.0, 1.0, 1.0])
_NOTHING = 1e-9  # singular values below this say nothing
_HALF_LOG_TWO_PI = 0.5 * float(np.log(2.0 * np.pi))
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


class _Reduction(NamedTuple):
    """How a curve with t reports is reduced to k pseudo-observations: rows (k, WEIGHTS), and factors (k, t),
    which turn reports into their values. log_diagonal: the sum of the logarithms of the diagonal of the
    factor of the reports' covariance."""

    rows: Array
    factors: Array
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
        self._by_count: dict[bytes, tuple[Array, Array, Array]] = {}  # by places: see `own_forecasts`
        self._reductions: dict[tuple[int, int, float], _Reduction] = {}  # see `increments`
        self._white_design = solve_lower(self._factor, np.asfortranarray(self.design))
        self._log_diagonal = np.log(np.diag(self._factor)).cumsum()

    def summarise(self, y: Array, least: float = 0.0) -> Summary:
        """Reduces curves y (n, T), NaN for missing reports, to pseudo-observations.

        least: leave out those that say less than this about any weight, in standard deviations of a
        pseudo-observation. With 0 nothing is lost; 0.25 saves a third of them. Curves without gaps share one
        factorisation; a curve with gaps needs its own.
        """
        counts, gapless = _gapless(y)
        plain = np.flatnonzero(gapless & (counts > 0))
        parts = [self._without_gaps(plain, counts[plain], self._whitened(y[plain]), least)]
        for curve in np.flatnonzero(~gapless & (counts > 0)):
            seen = np.flatnonzero(np.isfinite(y[curve]))
            rows, factors, log_diagonal = self._reduction(seen, 0, least)
            white = solve_lower(self._factor_at(seen), np.asfortranarray(y[curve, seen, None]))
            values = factors @ y[curve, seen]
            lost = float((white**2).sum() - (values**2).sum())
            log_rest = -0.5 * lost - log_diagonal - len(seen) * _HALF_LOG_TWO_PI
            parts.append(Summary(np.repeat(curve, len(values)), rows, values, log_rest))
        return Summary(
            np.concatenate([part.owner for part in parts]),
            np.concatenate([part.rows for part in parts]),
            np.concatenate([part.values for part in parts]),
            sum(part.log_rest for part in parts),
        )

    def _without_gaps(self, curves: Indices, counts: Indices, white: Array, least: float) -> Summary:
        """Projects whitened reports (T, n) of curves without gaps on directions that weights affect."""
        different, which = np.unique(counts, return_inverse=True)
        seen = np.arange(len(self.u)) < different[:, None]
        directions, sizes, turned = np.linalg.svd(seen[:, :, None] * self._white_design, full_matrices=False)
        rows = sizes[:, :, None] * turned
        owner, kept = np.nonzero(sizes[which] > max(least, _NOTHING))
        values = (directions.transpose(0, 2, 1)[which] @ white.T[:, :, None])[owner, kept, 0]
        lost = float((white[seen[which].T] ** 2).sum() - (values**2).sum())
        log_rest = -0.5 * lost - float(self._log_diagonal[counts - 1].sum())
        log_rest -= float(counts.sum()) * _HALF_LOG_TWO_PI
        return Summary(curves[owner], rows[which[owner], kept], values, log_rest)

    def increments(self, y: Array, known: Indices, least: float = 0.0) -> tuple[Indices, Array, Array]:
        """What the reports of a few curves y (n, T) say beyond the first `known` (n,) of each: for each curve
        at most WEIGHTS pseudo-observations with unit noise, as owners (N,), rows (N, WEIGHTS), values (N,).

        least: as for `summarise`.
        """
        owners, rows, values = [np.empty(0, dtype=np.intp)], [np.empty((0, WEIGHTS))], [np.empty(0)]
        counts, gapless = _gapless(y)
        for curve in np.flatnonzero(counts > known).tolist():
            seen, first = np.flatnonzero(np.isfinite(y[curve])), int(known[curve])
            key = len(seen), first, least
            found = self._reductions.get(key) if gapless[curve] else None
            if found is None:
                found = self._reduction(seen, first, least)
                if gapless[curve]:
                    self._reductions[key] = found
            rows.append(found.rows)
            values.append(found.factors @ y[curve, seen])
            owners.append(np.full(len(found.rows), curve))
        return np.concatenate(owners), np.concatenate(rows), np.concatenate(values)

    def _factor_at(self, seen: Indices) -> Array:
        """Of the covariance of reports at some levels."""
        if len(seen) and seen[-1] == len(seen) - 1:
            return self._factor[: len(seen), : len(seen)]
        return np.linalg.cholesky(self._covariance[np.ix_(seen, seen)])

    def _reduction(self, seen: Indices, known: int, least: float) -> _Reduction:
        """Of a curve with reports at levels `seen` (t,), beyond its first `known`."""
        factor = self._factor_at(seen)
        white = solve_lower(factor, np.asfortranarray(self.design[seen]))
        directions, sizes, turned = np.linalg.svd(white[known:], full_matrices=False)
        kept = sizes > max(least, _NOTHING)
        whole = np.zeros((len(seen), int(kept.sum())), order="F")
        whole[known:] = directions[:, kept]
        factors = solve_lower_transposed(factor, whole).T
        log_diagonal = float(np.log(np.diag(factor)[known:]).sum())
        return _Reduction((sizes[:, None] * turned)[kept], factors, log_diagonal)

    def slopes(self, y: Array, summary: Summary, kernel: Array, inverse: Array, alpha: Array) -> Array:
        """The derivatives (7,) of the log density of curves y (n, T) by `TimeParameters.log`.

        summary: of these curves. kernel (n, n): over configurations. inverse (N, N): of the covariance of
        the pseudo-observations. alpha (N,): its product with their values.

        A pseudo-observation is a sum of reports, whose factors follow from its row. So the derivatives by
        the covariances over time, of what is shared and of what belongs to one curve, need no matrix with a
        row for each report. How leading eigenvectors turn with their matrix: Y. L. Daleckii and S. G. Krein
        (1951), in N. J. Higham: Functions of Matrices (2008), theorem 3.11.
        """
        owner, rows = summary.owner, summary.rows
        precision, solved, design = self._without_weights(y)
        factors = (design[owner] @ (rows / (rows**2).sum(axis=1)[:, None])[:, :, None])[:, :, 0]  # (N, T)
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

    def _without_weights(self, y: Array) -> tuple[Array, Array, Array]:
        """As if curves y (n, T) were independent given their weights: the sum of the inverse covariances of
        their reports (T, T), and the products of each with its reports (n, T) and with the design
        (n, T, WEIGHTS); 0 for missing reports."""
        counts, gapless = _gapless(y)
        inverse = solve_lower(self._factor, np.eye(len(self.u), order="F"))
        seen = (np.arange(len(self.u)) < counts[:, None]) & gapless[:, None]
        precision = inverse.T @ (seen.sum(axis=0)[:, None] * inverse)
        solved = np.where(seen, self._whitened(y).T, 0.0) @ inverse
        design = inverse.T @ (seen[:, :, None] * self._white_design)
        for curve in np.flatnonzero(~gapless):
            at = np.flatnonzero(np.isfinite(y[curve]))
            alone = np.linalg.inv(self._covariance[np.ix_(at, at)])
            precision[np.ix_(at, at)] += alone
            solved[curve, at] = alone @ y[curve, at]
            design[curve, at] = alone @ self.design[at]
        return precision, solved, design

    def own_forecasts(self, y: Array, places: Indices) -> OwnForecasts:
        """What the reports of curves y (n, T), NaN if missing, say about the values of these curves at k grid
        `places`, given the weights."""
        counts, gapless = _gapless(y)
        white = self._whitened(y)
        key = places.tobytes()
        if key not in self._by_count:
            white_own = solve_lower(self._factor, np.asfortranarray(self.own[:, places]))
            # for a curve with t reports the first t rows count; running sums give all t at once
            known = _running(white_own[:, :, None] * self._white_design[:, None, :])
            directions = self.design[places] - known
            known = _running(white_own[:, :, None] * white_own[:, None, :])
            covariance = self.own[np.ix_(places, places)] - known
            self._by_count[key] = white_own, directions, covariance
        white_own, directions, covariance = self._by_count[key]
        seen = np.arange(len(self.u))[:, None] < counts
        offsets = np.where(seen, white, 0.0).T @ white_own
        forecasts = OwnForecasts(directions[counts], offsets, covariance[counts])
        for curve in np.flatnonzero(~gapless):
            self._forecast_with_gaps(forecasts, curve, y[curve], places)
        return forecasts

    def _forecast_with_gaps(self, forecasts: OwnForecasts, curve: np.intp, y: Array, places: Indices) -> None:
        seen = np.flatnonzero(np.isfinite(y))
        factor = np.linalg.cholesky(self._covariance[np.ix_(seen, seen)])
        both = np.column_stack([self.own[np.ix_(seen, places)], self.design[seen], y[seen]])
        white = solve_lower(factor, np.asfortranarray(both))
        k = len(places)
        gain = white[:, :k].T @ white  # (k, k + WEIGHTS + 1)
        forecasts.directions[curve] = self.design[places] - gain[:, k:-1]
        forecasts.offsets[curve] = gain[:, -1]
        forecasts.covariances[curve] = self.own[np.ix_(places, places)] - gain[:, :k]

    def _whitened(self, y: Array) -> Array:
        """(T, n): correct for curves without a gap, up to their last report."""
        filled = np.where(np.isfinite(y), y, 0.0)
        return solve_lower(self._factor, np.asfortranarray(filled.T))


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


def _gapless(y: Array) -> tuple[Indices, Mask]:
    """The number of reports of each curve (n,), and whether they are at its first levels (n,)."""
    present = np.isfinite(y)
    counts = present.sum(axis=1)
    return counts, np.logical_or(present.argmin(axis=1) == counts, counts == y.shape[1])


def _running(terms: Array) -> Array:
    """Sums of the first 0, 1, ... T of T terms: (T + 1, ...)."""
    return np.concatenate([np.zeros((1, *terms.shape[1:])), np.cumsum(terms, axis=0)])


def _matern52(scaled: Array) -> Array:
    return np.asarray((1.0 + scaled + scaled**2 / 3.0) * np.exp(-scaled))


def _matern32(scaled: Array) -> Array:
    return np.asarray((1.0 + scaled) * np.exp(-scaled))
