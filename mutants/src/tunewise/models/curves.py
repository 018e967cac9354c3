"""What the learning curves of a history teach: the curve model, fitted and conditioned on them."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from tunewise.arrays import Array, Places
from tunewise.history_cache import HistoryCache
from tunewise.models.codec import Codec
from tunewise.models.gp_models import spread_places
from tunewise.models.levels import level_grid, log_levels
from tunewise.models.observations import to_blame, under_way
from tunewise.problem import Problem
from tunewise.surrogates.curve_basis import RANK, Basis, OwnForecasts
from tunewise.surrogates.curve_gp import (
    CurveParameters,
    CurvePosterior,
    CurvePredictor,
    default_parameters,
    fit,
    fit_lengthscales,
)
from tunewise.surrogates.targets import Scale
from tunewise.trial import Trial, Trials

FIRST_FIT = 16
"""Reports at the first milestone; each further one comes after `GROWTH` times as many."""

GROWTH = 1.3
CURVES_OF_A_FIT = 40


@dataclass(frozen=True, eq=False)
class Snapshot:
    """Some curves as they were at a milestone: points (m, dim), losses (m, T)."""

    points: Array
    losses: Array


class CurveTable(HistoryCache):
    """The curves so far on a grid of levels, as arrays that grow, and what they were at milestones.

    A level between two of the grid counts for the one below. Losses are the metric, negated if it is
    maximised.
    """

    def __init__(self, problem: Problem, codec: Codec, grid: Places) -> None:
        super().__init__()
        self._sign = problem.sign
        self._codec = codec
        self._grid = grid
        self._reset()

    @property
    def points(self) -> Array:
        """Encoded configurations (n, dim) of all trials."""
        return self._points[: self._count]

    @property
    def losses(self) -> Array:
        """Of all trials (n, T), NaN where there is no report."""
        return self._losses[: self._count]

    @property
    def latest(self) -> Array:
        """The last report of each trial (n,), infinity where there is none."""
        return self._latest[: self._count]

    @property
    def level(self) -> Places:
        """The last level of each trial (n,), 0 where there is none."""
        return self._level[: self._count]

    @property
    def place(self) -> Places:
        """The place of the last report of each trial among all reports (n,), -1 where there is none."""
        return self._place[: self._count]

    def _reset(self) -> None:
        self._count = 0
        self._points = np.zeros((64, self._codec.dim))
        self._losses = np.full((64, len(self._grid)), np.nan)
        self._length = np.zeros(64, dtype=np.intp)
        self._latest = np.full(64, np.inf)
        self._level = np.zeros(64, dtype=np.intp)
        self._place = np.full(64, -1, dtype=np.intp)
        self._reports = 0
        self._next_milestone = FIRST_FIT
        self.snapshots: list[Snapshot] = []

    def _add_trial(self, trial: Trial) -> None:
        if self._count == len(self._points):
            self._points = np.concatenate([self._points, np.zeros_like(self._points)])
            self._losses = np.concatenate([self._losses, np.full_like(self._losses, np.nan)])
            self._length = np.concatenate([self._length, np.zeros_like(self._length)])
            self._latest = np.concatenate([self._latest, np.full_like(self._latest, np.inf)])
            self._level = np.concatenate([self._level, np.zeros_like(self._level)])
            self._place = np.concatenate([self._place, np.full_like(self._place, -1)])
        self._points[self._count] = self._codec.encode([trial.config])[0]
        self._count += 1

    def _add_report(self, trial: Trial, index: int) -> None:
        place = int(np.searchsorted(self._grid, trial.levels[index], side="right")) - 1
        loss = self._sign * trial.values[index]
        self._losses[trial.id, place] = loss
        self._length[trial.id] = place + 1
        self._latest[trial.id] = loss
        self._level[trial.id] = trial.levels[index]
        self._place[trial.id] = self._reports
        self._reports += 1
        if self._reports == self._next_milestone:
            self._next_milestone = max(self._reports + 4, int(self._reports * GROWTH))
            chosen = self._telling()
            self.snapshots.append(Snapshot(self._points[chosen], self._losses[chosen]))

    def _telling(self) -> Places:
        """A third each: the longest curves, the best, and some at random."""
        known = np.flatnonzero(self._length[: self._count])
        if len(known) <= CURVES_OF_A_FIT:
            return known
        share = CURVES_OF_A_FIT // 3
        longest = known[np.argsort(-self._length[known], kind="stable")[:share]]
        left = np.setdiff1d(known, longest)
        best = left[np.argsort(self._latest[left], kind="stable")[:share]]
        left = np.setdiff1d(left, best)
        rng = np.random.default_rng(self._reports)
        others = rng.choice(left, CURVES_OF_A_FIT - 2 * share, replace=False)
        return np.sort(np.concatenate([longest, best, others]))


MAX_OBSERVATIONS = 600
"""The model is conditioned on no more pseudo-observations than this, give or take the trials at work."""

LEAST_INFORMATION = 0.25
"""Pseudo-observations that say less than this are left out, see `Basis.summarise`."""

COLD_STEPS = 15
WARM_STEPS = 8


@dataclass(frozen=True, eq=False)
class CurveFit:
    """The curve model given a history.

    posterior: in the units of `scale`, conditioned on the curves of `trials` (r,), ids in their order.
    points (r, dim): these trials as encoded. units (r, T): the curves, NaN where there is no report. reached
    (r,): their last levels; place (r,): when they got there, among all reports. best: the least loss that
    any trial has reported.
    """

    posterior: CurvePosterior
    scale: Scale
    trials: Places
    points: Array
    units: Array
    reached: Places
    place: Places
    best: float

    def rows(self, trial_ids: list[int]) -> Places:
        """The rows (m,) of some trials, those left out that the model isn't conditioned on."""
        wanted = np.array(sorted(trial_ids), dtype=np.intp)
        return np.flatnonzero(np.isin(self.trials, wanted))


class CurveModel:
    """Fits the curve model to histories; a cache, as a fresh one would compute the same.

    Parameters are fitted at milestones of the number of reports: all of them at the first, second, fourth,
    eighth, ... milestone, each time from where they were the time before, and at the others the length-scales
    alone. So few fits must be done again after a restart.
    """

    def __init__(self, problem: Problem, codec: Codec) -> None:
        assert problem.max_resource is not None
        self._codec = codec
        self.grid = level_grid(problem.max_resource)
        self.u = log_levels(self.grid)
        self.table = CurveTable(problem, codec, self.grid)
        self.past = CurveTable(problem, codec, self.grid)
        self._fits: dict[int, _CurveFitting] = {}
        self._given: tuple[object, CurveFit | None] = (None, None)
        self._as_of: tuple[object, CurveFit | None] = (None, None)
        self._centre = default_parameters(codec.columns.lengthscales)
        self._trials: Trials | None = None
        self._past_trials: Trials | None = None

    def given(self, trials: Trials) -> CurveFit | None:
        """The model given all reports so far; None while there is none. Raises `LinAlgError` if it can't be
        fitted."""
        self.table.update(trials)
        busy, failed = under_way(trials), to_blame(trials)
        key = (trials.num_trials, trials.num_reports, tuple(failed), tuple(busy))
        if self._trials is not trials or key != self._given[0]:
            self._trials, self._given = trials, (key, self._conditioned(self.table, busy, failed))
        return self._given[1]

    def as_of(self, trials: Trials, reports: int) -> CurveFit | None:
        """The model given so many of the first reports, and nothing of how trials stand now."""
        self.past.update(trials, reports)
        if self._past_trials is not trials or reports != self._as_of[0]:
            self._past_trials, self._as_of = trials, (reports, self._conditioned(self.past, [], []))
        return self._as_of[1]

    def _conditioned(self, table: CurveTable, busy: list[int], failed: list[int]) -> CurveFit | None:
        losses = table.losses
        seen = losses[np.isfinite(losses)]
        if not len(seen):
            return None
        scale = Scale.of(seen)
        units = scale.to_units(losses)
        best = float(np.nanmin(units))
        if failed:  # as bad as the worst: its neighbours are left alone, others are not
            units[failed, -1] = np.nanmax(units)
        chosen = _chosen(np.isfinite(units).sum(axis=1), table.latest, busy)
        points, units = table.points[chosen], units[chosen]
        parameters = self._parameters(table, len(table.snapshots) - 1)
        basis = Basis(self.u, parameters.time)
        posterior = CurvePosterior(points, units, self._codec.columns, parameters, basis, LEAST_INFORMATION)
        reached, place = table.level[chosen], table.place[chosen]
        return CurveFit(posterior, scale, chosen, points, units, reached, place, best)

    def _parameters(self, table: CurveTable, milestone: int) -> CurveParameters:
        """The parameters of the milestone-th fit, or the priors' centre for -1."""
        if milestone < 0:
            return self._centre
        snapshot = table.snapshots[milestone]
        anchor = (1 << (milestone + 1).bit_length() - 1) - 1  # 0, 1, 3, 7, ...: itself or the last one
        before = self._parameters(table, anchor if anchor < milestone else (milestone + 1) // 2 - 1)
        known = self._fits.get(milestone)
        if known is not None and known.before is before and _same(known.snapshot, snapshot):
            return known.found
        x, columns = snapshot.points, self._codec.columns
        units = Scale.of(snapshot.losses[np.isfinite(snapshot.losses)]).to_units(snapshot.losses)
        if anchor < milestone:
            found = fit_lengthscales(x, units, columns, self.u, before, WARM_STEPS)
        else:
            found = fit(x, units, columns, self.u, before, WARM_STEPS if milestone else COLD_STEPS)
        self._fits[milestone] = _CurveFitting(snapshot, before, found)
        return found


@dataclass(frozen=True, eq=False)
class _CurveFitting:
    """What was fitted to a snapshot, beginning from `before`."""

    snapshot: Snapshot
    before: CurveParameters
    found: CurveParameters


def _chosen(counts: Places, latest: Array, busy: list[int]) -> Places:
    """Which curves to condition on: those under way, the best, and of the others some evenly spread in time.

    counts (n,): reports of each. latest (n,): the last of these. Curves without a report count for nothing,
    so that those begun since don't change what was chosen as of some report.
    """
    told = np.flatnonzero(counts)
    waiting = np.array(busy, dtype=np.intp)
    weight = np.minimum(counts, RANK)  # about so many pseudo-observations
    if weight.sum() <= MAX_OBSERVATIONS:
        return np.union1d(told, waiting)
    order = told[np.argsort(latest[told], kind="stable")]
    best = order[np.cumsum(weight[order]) <= 0.6 * MAX_OBSERVATIONS]
    others = np.setdiff1d(told, best)
    some = others[spread_places(len(others), int(0.4 * MAX_OBSERVATIONS / weight[others].mean()))]
    return np.unique(np.concatenate([best, some, waiting]))


def _same(first: Snapshot, second: Snapshot) -> bool:
    if first is second:
        return True
    same_points = np.array_equal(first.points, second.points)
    return same_points and np.array_equal(first.losses, second.losses, equal_nan=True)


@dataclass(frozen=True, eq=False)
class CurveView:
    """Forecasts in the units of `fit.scale`, better when smaller, for the r trials that `fit` is about.

    places: where among the model's levels forecasts are wanted. largest: the last of these levels, the
        largest resource.
    """

    fit: CurveFit
    places: Places
    largest: int

    @cached_property
    def own(self) -> OwnForecasts:
        """Of all r trials at all places, given their weights."""
        return self.fit.posterior.basis.own_forecasts(self.fit.units, self.places)

    @cached_property
    def final_mean(self) -> Array:
        """What each of the r trials is expected to reach at the end (r,)."""
        directions = self.own.directions[:, -1]
        return self.fit.posterior.mean(self.fit.points, directions) + self.own.offsets[:, -1]

    @property
    def expected(self) -> float:
        """The best that was seen or is expected at the end of a trial already started."""
        return min(self.fit.best, float(self.final_mean.min()))

    @property
    def noise(self) -> float:
        """Variance of a report."""
        return self.fit.posterior.parameters.time.noise

    def forecasts(self, rows: Places) -> tuple[Array, Array]:
        """Means and variances (m, k) of the values of the trials in some rows at the places."""
        own = self.own.of(rows)
        mean, variance = self.fit.posterior.marginals(self.fit.points[rows], own.directions)
        return mean + own.offsets, variance + np.maximum(np.einsum("mkk->mk", own.covariances), 0.0)

    def believing(self, pending: Places) -> CurvePosterior:
        """The posterior as if the trials in some rows had ended as they are expected to."""
        posterior = self.fit.posterior
        if not len(pending):
            return posterior
        own = np.maximum(self.own.covariances[pending, -1, -1], 0.0)
        directions = self.own.directions[pending, -1]
        return posterior.believing(self.fit.points[pending], directions, own + self.noise + _LEAST_VARIANCE)

    def final_predictor(self, posterior: CurvePosterior) -> CurvePredictor:
        """Of the final value at encoded points, under a posterior such as that of `believing`."""
        return CurvePredictor(posterior, posterior.basis.design[-1])


_LEAST_VARIANCE = 1e-4  # of what is believed of a pending trial, for the factorisation's sake
