"""A model of all learning curves of a history, and its forecasts."""

from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

import numpy as np

from tunewise.arrays import Array, Indices
from tunewise.models.codec import Codec
from tunewise.models.levels import last_milestone, level_grid, log_levels
from tunewise.models.observations import (
    EncodedTrials,
    GrowingRows,
    evenly_spread,
    failed_ids,
    few,
    unfinished_ids,
)
from tunewise.problem import Problem
from tunewise.surrogates.curve_basis import RANK, OwnForecasts, TimeBasis
from tunewise.surrogates.curve_gp import (
    CurveParameters,
    CurvePosterior,
    CurvePredictor,
    News,
    default_parameters,
    fit,
)
from tunewise.surrogates.targets import Scale
from tunewise.trial import Trial, Trials

FIRST_FIT = 16
"""Reports at the first milestone. Each further milestone is at `GROWTH` times as many."""

GROWTH = 1.3
CURVES_OF_A_FIT = 40

MAX_OBSERVATIONS = 600
"""Pseudo-observations that the model is conditioned on, roughly, besides those of unfinished trials."""

LEAST_INFORMATION = 0.25
"""Pseudo-observations that say less than this are left out, see `TimeBasis.summarise`."""

CONDITIONED_SHARE = 10
"""The model is conditioned anew after this share, 1 / 10, more of reports."""

MOST_NEWS = 1400
"""The model is conditioned anew after this many more reports at the latest, so that what it is extended by,
and with that the cost of a decision, stops growing."""

COLD_STEPS = 15
WARM_STEPS = 8

_LEAST_VARIANCE = 1e-4  # of what is assumed of a pending trial, to keep the factorisation stable


def conditioned_at(reports: int) -> int:
    """The number of reports, at most these, that the model was last conditioned on."""
    return last_milestone(reports, CONDITIONED_SHARE, MOST_NEWS)


class CurveSnapshot(NamedTuple):
    """Some curves as they were at a milestone: points (m, dim), losses (m, T)."""

    points: Array
    losses: Array


class CurveTable(EncodedTrials):
    """The curves so far on a grid of levels, and snapshots of some of them at milestones.

    A level between two of the grid counts as the lower one. Losses are metric values, negated if the metric
    is maximised.
    """

    def __init__(self, problem: Problem, codec: Codec, grid: Indices) -> None:
        self._sign = problem.sign
        self._grid = grid.tolist()
        super().__init__(codec)

    @property
    def losses(self) -> Array:
        """Of all trials (n, T), NaN where there is no report."""
        return self._losses.rows

    @property
    def latest(self) -> Array:
        """The last report of each trial (n,), infinity where there is none."""
        return self._latest.rows

    @property
    def level(self) -> Indices:
        """The last level of each trial (n,), 0 where there is none."""
        return self._level.rows

    @property
    def position(self) -> Indices:
        """The position of each trial's last report among all reports (n,), -1 where there is none."""
        return self._position.rows

    def _reset(self) -> None:
        super()._reset()
        self._losses = GrowingRows(len(self._grid), fill=np.nan)
        self._length = GrowingRows(dtype=np.intp)
        self._latest = GrowingRows(fill=np.inf)
        self._level = GrowingRows(dtype=np.intp)
        self._position = GrowingRows(fill=-1, dtype=np.intp)
        self._reports = 0
        self._next_milestone = FIRST_FIT
        self.snapshots: list[CurveSnapshot] = []

    def _add_trial(self, trial: Trial) -> None:
        super()._add_trial(trial)
        for column in (self._losses, self._length, self._latest, self._level, self._position):
            column.add()

    def _add_report(self, trial: Trial, index: int) -> None:
        place = bisect_right(self._grid, trial.levels[index]) - 1
        loss = self._sign * trial.values[index]
        self.losses[trial.id, place] = loss
        self._length.rows[trial.id] = place + 1
        self.latest[trial.id] = loss
        self.level[trial.id] = trial.levels[index]
        self.position[trial.id] = self._reports
        self._reports += 1
        if self._reports == self._next_milestone:
            self._next_milestone = max(self._reports + 4, int(self._reports * GROWTH))
            chosen = self._informative()
            self.snapshots.append(CurveSnapshot(self.points[chosen], self.losses[chosen]))

    def _informative(self) -> Indices:
        """Curves for a fit, a third each: the longest, the best, and random ones."""
        length = self._length.rows
        reported = np.flatnonzero(length)
        if len(reported) <= CURVES_OF_A_FIT:
            return reported
        share = CURVES_OF_A_FIT // 3
        longest = reported[np.argsort(-length[reported], kind="stable")[:share]]
        left = np.setdiff1d(reported, longest)
        best = left[np.argsort(self.latest[left], kind="stable")[:share]]
        left = np.setdiff1d(left, best)
        rng = np.random.default_rng(self._reports)
        others = rng.choice(left, CURVES_OF_A_FIT - 2 * share, replace=False)
        return np.sort(np.concatenate([longest, best, others]))


@dataclass(frozen=True, eq=False)
class CurveFit:
    """The curve model given a history.

    posterior: in the units of `scale`, conditioned on the curves of `trials` (r,), by id.
    points (r, dim): these trials, encoded. units (r, T): their curves, NaN where there is no report. counts
    (r,): how many levels have one. reached (r,): their last levels. position (r,): of their last reports
    among all reports. best: the least loss that any trial has reported. reports: how many reports it was
    given.
    """

    posterior: CurvePosterior
    scale: Scale
    trials: Indices
    points: Array
    units: Array
    counts: Indices
    reached: Indices
    position: Indices
    best: float
    reports: int

    def rows(self, trial_ids: list[int]) -> Indices:
        """The rows (m,) of some trials, without those that the model isn't conditioned on."""
        wanted = np.zeros(max([*trial_ids, int(self.trials.max())]) + 1, dtype=np.bool_)
        wanted[trial_ids] = True
        return np.flatnonzero(wanted[self.trials])


class CurveModel:
    """The curve model given a history. A cache.

    It is conditioned at milestones of the number of reports, and in between extended by what was reported
    since. Parameters are fitted at rarer milestones. At the first, second, fourth, eighth, ... of these all
    are fitted, each time from the values of the time before; at the others only the length-scales. So a
    restart has to repeat few fits.
    """

    def __init__(self, problem: Problem, codec: Codec) -> None:
        assert problem.max_resource is not None
        self._codec = codec
        self.grid = level_grid(problem.max_resource)
        self.u = log_levels(self.grid)
        self.past = CurveTable(problem, codec, self.grid)
        self._present = CurveTable(problem, codec, self.grid)
        self._fits: dict[int, _MilestoneFit] = {}
        self._base: tuple[Trials | None, int, CurveFit | None] = None, 0, None
        self._as_of: tuple[Trials | None, int, CurveFit | None] = None, 0, None
        self._centre = default_parameters(codec.kernel_columns.lengthscales)
        self._basis = TimeBasis(self.u, self._centre.time)

    def table(self, trials: Trials) -> CurveTable:
        """The curves up to now."""
        self._present.update(trials)
        return self._present

    def as_of(self, trials: Trials, reports: int) -> CurveFit | None:
        """The model given only the first `reports` reports, regardless of the present states of trials; None
        if there are none. The number must not fall from call to call. Raises `LinAlgError` if it can't be
        fitted."""
        if self._as_of[0] is not trials or self._as_of[1] != reports:
            self._as_of = trials, reports, self._up_to(trials, reports)
        return self._as_of[2]

    def _up_to(self, trials: Trials, reports: int) -> CurveFit | None:
        before = conditioned_at(reports)
        if self._base[0] is not trials or self._base[1] != before:
            self.past.update(trials, before)
            self._base = trials, before, self._conditioned(self.past)
        base = self._base[2]
        self.past.update(trials, reports)
        if base is None or before == reports:
            return base
        fit = _continued(base, self.past, [])
        posterior = base.posterior.extended(fit.points[len(base.trials) :], _news(base, fit))
        return replace(fit, posterior=posterior, reports=reports)

    def predictor(self, fit: CurveFit, trials: Trials) -> CurvePredictor:
        """Predicts final values given all reports so far, and as if unfinished trials had ended with their
        expected values. A failed trial counts as the worst: its neighbours are avoided, and other points
        aren't affected."""
        unfinished, failed = unfinished_ids(trials), few(np.array(failed_ids(trials), dtype=np.intp))
        now = _continued(fit, self.table(trials), [*unfinished, *failed])
        if len(failed):
            ended = now.rows(failed.tolist())
            now.counts[ended] += np.isnan(now.units[ended, -1])
            now.units[ended, -1] = np.nanmax(now.units)
        news = _news(fit, now)
        pending = now.rows(unfinished)
        basis = fit.posterior.basis
        own = basis.own_forecasts(now.units[pending], np.array([len(self.grid) - 1]))
        variances = np.maximum(own.covariances[:, 0, 0], 0.0) + basis.parameters.noise + _LEAST_VARIANCE
        rows = own.directions[:, 0] / np.sqrt(variances)[:, None]
        both = News(np.append(news.owner, pending), np.vstack([news.rows, rows]), news.values)
        return CurvePredictor(fit.posterior, now.points[len(fit.trials) :], both)

    def _conditioned(self, table: CurveTable) -> CurveFit | None:
        losses, present = table.losses, np.isfinite(table.losses)
        if not present.any():
            return None
        scale, counts = Scale.of(losses[present]), present.sum(axis=1)
        chosen = _chosen(counts, table.latest)
        points, units = table.points[chosen], scale.to_units(losses[chosen])
        parameters = self._parameters(table, len(table.snapshots) - 1)
        if parameters.time != self._basis.parameters:
            self._basis = TimeBasis(self.u, parameters.time)
        posterior = CurvePosterior(
            points, units, self._codec.kernel_columns, parameters, self._basis, LEAST_INFORMATION
        )
        return CurveFit(
            posterior,
            scale,
            chosen,
            points,
            units,
            counts[chosen],
            table.level[chosen],
            table.position[chosen],
            best=float(scale.to_units(losses[present].min())),
            reports=int(table.position.max()) + 1,
        )

    def _parameters(self, table: CurveTable, milestone: int) -> CurveParameters:
        """The parameters fitted at this milestone, counted from 0, or the centre of the priors for -1."""
        if milestone < 0:
            return self._centre
        snapshot = table.snapshots[milestone]
        anchor = (
            1 << (milestone + 1).bit_length() - 1
        ) - 1  # 0, 1, 3, 7, ...: this one or the last before it
        before = self._parameters(table, anchor if anchor < milestone else (milestone + 1) // 2 - 1)
        cached = self._fits.get(milestone)
        if cached is not None and cached.before is before and _equal(cached.snapshot, snapshot):
            return cached.result
        x, columns = snapshot.points, self._codec.kernel_columns
        units = Scale.of(snapshot.losses[np.isfinite(snapshot.losses)]).to_units(snapshot.losses)
        steps = WARM_STEPS if milestone else COLD_STEPS
        time = before.time if anchor < milestone else None
        result = fit(x, units, columns, self.u, before, steps, time, LEAST_INFORMATION)
        self._fits[milestone] = _MilestoneFit(snapshot, before, result)
        return result


class _MilestoneFit(NamedTuple):
    """What was fitted to a snapshot, starting from `before`."""

    snapshot: CurveSnapshot
    before: CurveParameters
    result: CurveParameters


def _continued(fit: CurveFit, table: CurveTable, also: list[int]) -> CurveFit:
    """A fit with all curves of a table as they are now, and with some more trials, but with the posterior
    that it had."""
    others = table.position >= fit.reports
    others[also] = True
    others[fit.trials] = False
    ids = np.concatenate([fit.trials, np.flatnonzero(others)])
    more = len(ids) - len(fit.trials)
    changed = np.flatnonzero(table.position[ids] >= fit.reports)
    new = fit.scale.to_units(table.losses[ids[changed]])
    units = np.concatenate([fit.units, np.full((more, fit.units.shape[1]), np.nan)])
    counts = np.concatenate([fit.counts, np.zeros(more, dtype=np.intp)])
    units[changed], counts[changed] = new, np.isfinite(new).sum(axis=1)
    return replace(
        fit,
        trials=ids,
        points=np.concatenate([fit.points, table.points[ids[len(fit.trials) :]]]),
        units=units,
        counts=counts,
        reached=table.level[ids],
        position=table.position[ids],
        best=float(np.nanmin(new, initial=fit.best)),
    )


def _news(before: CurveFit, after: CurveFit) -> News:
    """What the curves of a continued fit say beyond its posterior."""
    known = np.zeros_like(after.counts)
    known[: len(before.trials)] = before.counts
    changed = np.flatnonzero(after.counts > known)
    basis = before.posterior.basis
    news = basis.summarise(after.units[changed], LEAST_INFORMATION, known[changed])
    return News(changed[news.owner], news.rows, news.values)


def _chosen(counts: Indices, latest: Array) -> Indices:
    """The curves to condition on: the best, and some others, evenly spread in time.

    counts (n,): reports of each. latest (n,): the last of these. Curves without a report don't matter here,
    so that new trials don't change which curves were chosen as of some report.
    """
    reported = np.flatnonzero(counts)
    weight = np.minimum(counts, RANK)  # about this many pseudo-observations
    if weight.sum() <= MAX_OBSERVATIONS:
        return reported
    order = reported[np.argsort(latest[reported], kind="stable")]
    best = order[np.cumsum(weight[order]) <= 0.6 * MAX_OBSERVATIONS]
    others = np.setdiff1d(reported, best)
    some = others[evenly_spread(len(others), int(0.4 * MAX_OBSERVATIONS / weight[others].mean()))]
    return np.unique(np.concatenate([best, some]))


def _equal(first: CurveSnapshot, second: CurveSnapshot) -> bool:
    if first is second:
        return True
    same_points = np.array_equal(first.points, second.points)
    return same_points and np.array_equal(first.losses, second.losses, equal_nan=True)


@dataclass(frozen=True, eq=False)
class CurveForecasts:
    """Forecasts in the units of `fit.scale`, better when smaller, for the r trials of `fit`.

    indices: of the model's levels for which forecasts are wanted. The last of them is the largest resource.
    """

    fit: CurveFit
    indices: Indices
    largest: int

    @cached_property
    def own(self) -> OwnForecasts:
        """Of all r trials at all indices, given their weights."""
        return self.fit.posterior.basis.own_forecasts(self.fit.units, self.indices)

    @cached_property
    def final_mean(self) -> Array:
        """The expected final value of each of the r trials (r,)."""
        directions = self.own.directions[:, -1]
        return self.fit.posterior.mean(self.fit.points, directions) + self.own.offsets[:, -1]

    @cached_property
    def hopes(self) -> Array:
        """What the final value of each of the r trials (r,) would be if it were lucky."""
        return self.final_mean - 0.5 * np.sqrt(np.maximum(self.own.covariances[:, -1, -1], 0.0))

    @cached_property
    def best_points(self) -> Array:
        """The points (b, dim) of the trials with the least expected final values, best first."""
        return self.fit.points[np.argsort(self.final_mean, kind="stable")[:5]]

    @property
    def expected_best(self) -> float:
        """The least value that was seen, or is expected at the end of a trial that has started."""
        return min(self.fit.best, float(self.final_mean.min()))

    def at(self, rows: Indices) -> tuple[Array, Array]:
        """Means (m, k) and covariances (m, k, k) of the values of the trials in some rows (m,) at the
        indices."""
        own = self.own.of(rows)
        weights = self.fit.posterior.weights(self.fit.points[rows])
        return own.given(*weights)
