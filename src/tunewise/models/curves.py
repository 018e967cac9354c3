"""What the learning curves of a history teach: the curve model, fitted and conditioned on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tunewise.arrays import Array, Places
from tunewise.models.curve_table import CurveTable
from tunewise.models.fits import spread_places
from tunewise.models.level_grid import level_grid, log_levels
from tunewise.models.observations import to_blame, under_way
from tunewise.surrogates.curve_basis import RANK, Basis
from tunewise.surrogates.curve_fit import default_parameters, fit, fit_lengthscales
from tunewise.surrogates.curve_gp import CurveParameters, CurvePosterior
from tunewise.surrogates.targets import Scale

if TYPE_CHECKING:
    from tunewise.models.codec import Codec
    from tunewise.models.curve_table import Snapshot
    from tunewise.problem import Problem
    from tunewise.trial import Trials

MOST = 600
"""The model is conditioned on no more pseudo-observations than this, give or take the trials at work."""

LEAST = 0.25
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
        self._fits: dict[int, _Fit] = {}
        self._given: tuple[object, CurveFit | None] = (None, None)
        self._as_of: tuple[object, CurveFit | None] = (None, None)
        self._centre = default_parameters(codec.columns.lengthscales)
        self._trials: Trials | None = None
        self._past_trials: Trials | None = None

    def given(self, trials: Trials) -> CurveFit | None:
        """The model given all reports so far; None while there is none. Raises `LinAlgError` if it can't be
        fitted."""
        self.table.follow(trials)
        busy, failed = under_way(trials), to_blame(trials)
        key = (trials.num_trials, trials.num_reports, tuple(failed), tuple(busy))
        if self._trials is not trials or key != self._given[0]:
            self._trials, self._given = trials, (key, self._conditioned(self.table, busy, failed))
        return self._given[1]

    def as_of(self, trials: Trials, reports: int) -> CurveFit | None:
        """The model given so many of the first reports, and nothing of how trials stand now."""
        self.past.follow(trials, reports)
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
        posterior = CurvePosterior(points, units, self._codec.columns, parameters, basis, LEAST)
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
        self._fits[milestone] = _Fit(snapshot, before, found)
        return found


@dataclass(frozen=True, eq=False)
class _Fit:
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
    if weight.sum() <= MOST:
        return np.union1d(told, waiting)
    order = told[np.argsort(latest[told], kind="stable")]
    best = order[np.cumsum(weight[order]) <= 0.6 * MOST]
    others = np.setdiff1d(told, best)
    some = others[spread_places(len(others), int(0.4 * MOST / weight[others].mean()))]
    return np.unique(np.concatenate([best, some, waiting]))


def _same(first: Snapshot, second: Snapshot) -> bool:
    if first is second:
        return True
    same_points = np.array_equal(first.points, second.points)
    return same_points and np.array_equal(first.losses, second.losses, equal_nan=True)
