"""The time part of the learning-curve model: a few numbers represent a whole curve.

A curve is y(t) = m(u) + g(x, u) + eps(u) + noise with u = log t / log T in [0, 1], for levels t = 1 to T:

- m is quadratic in 1 - u, its three coefficients drawn from a broad normal prior and integrated out;
- g has covariance k_x(x, x') k_t(u, u') with k_t = shared + changing * Matern52(|u - u'| / change_scale):
  what similar configurations have in common;
- eps has covariance wander * Matern32(|u - u'| / wander_scale) and belongs to one curve alone;
- noise is independent for each report.

k_t is reduced to its `RANK` leading eigenvectors; what they leave out counts as belonging to one curve.
So a curve depends on the others only through RANK + 3 weights, and any number of reports can be replaced by
as many *pseudo-observations* of these weights without loss.

After K. Swersky, J. Snoek and R. P. Adams: Freeze-Thaw Bayesian Optimization, 2014, arXiv:1406.3896, whose
exponential-decay kernel is replaced by one in log t, and whose independence of curves given their asymptotes
is replaced by a shared change over time.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
from scipy.linalg import solve_triangular

from tunewise.arrays import Array, Indices, Mask

RANK = 4
"""Eigenvectors of the kernel over time that are kept."""

TREND = 3
"""Coefficients of the common trend."""

WEIGHTS = RANK + TREND

_TREND_VARIANCE = np.array([1.0, 1.0, 1.0])
_NOTHING = 1e-9  # in this direction a curve with few reports says nothing
_HALF_LOG_TWO_PI = 0.5 * float(np.log(2.0 * np.pi))
_FLOOR = 1e-6  # of the noise's variance, so that a smooth curve can't break the factorisation


@dataclass(frozen=True)
class TimeParameters:
    """Variances and length-scales of the kernels over u; all above 0, variances in squared units of y."""

    shared: float = 0.5
    changing: float = 0.5
    change_scale: float = 0.7
    wander: float = 0.02
    wander_scale: float = 0.5
    noise: float = 1e-3

    @classmethod
    def from_log(cls, logs: Array) -> TimeParameters:
        return cls(*np.exp(logs).tolist())

    def log(self) -> Array:
        """Their logarithms (6,), in the order of the fields."""
        return np.log([getattr(self, field.name) for field in fields(self)])


@dataclass(frozen=True, eq=False)
class Summary:
    """The curves' information about their weights: for n curves, N pseudo-observations of unit noise.

    owner (N,): the curve that each belongs to. rows (N, WEIGHTS): its coefficients, those of the
    shared part first. values (N,). log_rest: the part of the reports' log density that doesn't depend on the
    weights.
    """

    owner: Indices
    rows: Array
    values: Array
    log_rest: float


class TimeBasis:
    """The time part of the model on a grid of levels, for one setting of its parameters.

    u (T,): the levels as u. design (T, WEIGHTS): a curve without its own wandering and noise is design @
    weights. prior_trend (TREND,): variances of the trend's coefficients; those of the others are 1 each.
    """

    def __init__(self, u: Array, parameters: TimeParameters) -> None:
        self.u = u
        self.parameters = parameters
        distance = np.abs(u[:, None] - u[None, :])
        kernel = parameters.shared + parameters.changing * _matern52(distance / parameters.change_scale)
        values, vectors = np.linalg.eigh(kernel)
        leading = np.argsort(values)[::-1][:RANK]
        shared = np.zeros((len(u), RANK))
        shared[:, : len(leading)] = vectors[:, leading] * np.sqrt(np.maximum(values[leading], 0.0))
        rest = kernel - shared @ shared.T
        wander = parameters.wander * _matern32(distance / parameters.wander_scale)
        self.own = rest + wander  # covariance of what belongs to one curve, without its noise
        self.design = np.hstack([shared, (1.0 - u)[:, None] ** np.arange(TREND)])
        self.prior_trend = _TREND_VARIANCE
        covariance = self.own + (parameters.noise + _FLOOR) * np.eye(len(u))
        self._covariance = covariance
        self._factor = np.linalg.cholesky(covariance)
        self._white_design = solve_triangular(self._factor, self.design, lower=True, check_finite=False)
        self._log_diagonal = np.log(np.diag(self._factor)).cumsum()

    def summarise(self, y: Array, least: float = 0.0) -> Summary:
        """Reduces curves y (n, T), NaN where there is no report, to pseudo-observations.

        least: leave out those that say less than this of any weight, in standard deviations of a
        pseudo-observation; nothing is lost with 0, and with 0.25 a third of them can be spared. Curves
        without a gap share their factorisation; one with gaps pays for its own.
        """
        counts, gapless = _gapless(y)
        plain = np.flatnonzero(gapless & (counts > 0))
        parts = [self._without_gaps(plain, counts[plain], self._whitened(y[plain]), least)]
        parts += [
            self._with_gaps(curve, y[curve], least) for curve in np.flatnonzero(~gapless & (counts > 0))
        ]
        return Summary(
            np.concatenate([part.owner for part in parts]),
            np.concatenate([part.rows for part in parts]),
            np.concatenate([part.values for part in parts]),
            sum(part.log_rest for part in parts),
        )

    def _without_gaps(self, curves: Indices, counts: Indices, white: Array, least: float) -> Summary:
        """Curves whose reports, whitened (T, n), are projected on the directions that weights can move."""
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

    def _with_gaps(self, curve: np.intp, y: Array, least: float) -> Summary:
        seen = np.flatnonzero(np.isfinite(y))
        factor = np.linalg.cholesky(self._covariance[np.ix_(seen, seen)])
        both = np.column_stack([self.design[seen], y[seen]])
        white = solve_triangular(factor, both, lower=True, check_finite=False)
        directions, sizes, turned = np.linalg.svd(white[:, :-1], full_matrices=False)
        kept = sizes > max(least, _NOTHING)
        values = (directions.T @ white[:, -1])[kept]
        lost = float((white[:, -1] ** 2).sum() - (values**2).sum())
        log_rest = -0.5 * lost - float(np.log(np.diag(factor)).sum()) - len(seen) * _HALF_LOG_TWO_PI
        return Summary(np.repeat(curve, len(values)), (sizes[:, None] * turned)[kept], values, log_rest)

    def increment(self, y: Array, known: int) -> tuple[Array, Array]:
        """What the reports of a curve y (T,) say beyond its first `known` ones: an observation of the weights
        for each that is new, of unit noise, as rows (k, WEIGHTS) and values (k,)."""
        seen = np.flatnonzero(np.isfinite(y))
        factor = np.linalg.cholesky(self._covariance[np.ix_(seen, seen)])
        both = np.column_stack([self.design[seen], y[seen]])
        white = solve_triangular(factor, both, lower=True, check_finite=False)[known:]
        return white[:, :-1], white[:, -1]

    def own_forecasts(self, y: Array, places: Indices) -> OwnForecasts:
        """What the reports of curves y (n, T), NaN where there is none, say about these curves' own values
        at k grid `places`, given the weights."""
        counts, gapless = _gapless(y)
        white_own = solve_triangular(self._factor, self.own[:, places], lower=True, check_finite=False)
        white = self._whitened(y)
        # of a curve of t reports, the first t rows count; all t at once, as running sums from 0 on
        directions = self.design[places] - _running(white_own[:, :, None] * self._white_design[:, None, :])
        covariance = self.own[np.ix_(places, places)] - _running(
            white_own[:, :, None] * white_own[:, None, :]
        )
        seen = np.arange(len(self.u))[:, None] < counts
        offsets = np.where(seen, white, 0.0).T @ white_own
        found = OwnForecasts(directions[counts], offsets, covariance[counts])
        for curve in np.flatnonzero(~gapless):
            self._forecast_with_gaps(found, curve, y[curve], places)
        return found

    def _forecast_with_gaps(self, found: OwnForecasts, curve: np.intp, y: Array, places: Indices) -> None:
        seen = np.flatnonzero(np.isfinite(y))
        factor = np.linalg.cholesky(self._covariance[np.ix_(seen, seen)])
        both = np.column_stack([self.own[np.ix_(seen, places)], self.design[seen], y[seen]])
        white = solve_triangular(factor, both, lower=True, check_finite=False)
        k = len(places)
        gain = white[:, :k].T @ white  # (k, k + WEIGHTS + 1)
        found.directions[curve] = self.design[places] - gain[:, k:-1]
        found.offsets[curve] = gain[:, -1]
        found.covariances[curve] = self.own[np.ix_(places, places)] - gain[:, :k]

    def _whitened(self, y: Array) -> Array:
        """(T, n): right for curves without a gap as far as they go."""
        filled = np.where(np.isfinite(y), y, 0.0)
        return np.asarray(solve_triangular(self._factor, filled.T, lower=True, check_finite=False))


@dataclass(frozen=True, eq=False)
class OwnForecasts:
    """The values without noise of n curves at k levels are directions (n, k, WEIGHTS) @ weights + offsets
    (n, k), give or take what has covariances (n, k, k)."""

    directions: Array
    offsets: Array
    covariances: Array

    def of(self, curves: Indices) -> OwnForecasts:
        """Those of some curves."""
        return OwnForecasts(self.directions[curves], self.offsets[curves], self.covariances[curves])


def _gapless(y: Array) -> tuple[Indices, Mask]:
    """How many reports each curve has (n,), and whether they are at its first levels (n,)."""
    present = np.isfinite(y)
    counts = present.sum(axis=1)
    return counts, np.logical_or(present.argmin(axis=1) == counts, counts == y.shape[1])


def _running(terms: Array) -> Array:
    """Sums of the first 0, 1, ... T of T terms: (T + 1, ...)."""
    return np.concatenate([np.zeros((1, *terms.shape[1:])), np.cumsum(terms, axis=0)])


def _matern52(distance: Array) -> Array:
    scaled = np.sqrt(5.0) * distance
    return np.asarray((1.0 + scaled + scaled**2 / 3.0) * np.exp(-scaled))


def _matern32(distance: Array) -> Array:
    scaled = np.sqrt(3.0) * distance
    return np.asarray((1.0 + scaled) * np.exp(-scaled))
