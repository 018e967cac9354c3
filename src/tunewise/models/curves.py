"""What the learning curves of a history teach: the curve model, fitted and conditioned on all reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tunewise.following import Follower
from tunewise.models.codec import Codec
from tunewise.models.level_grid import level_grid, log_levels
from tunewise.surrogates.curve_basis import Basis
from tunewise.surrogates.curve_fit import default_parameters, fit
from tunewise.surrogates.curve_gp import CurveParameters, CurvePosterior

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tunewise.problem import Problem
    from tunewise.trial import Trial, Trials

    Array = NDArray[np.float64]
    Places = NDArray[np.intp]

FIRST_FIT = 16
"""Reports at which the parameters are first fitted; then at every so many more of them, see GROWTH."""

GROWTH = 1.3
CURVES_OF_A_FIT = 40
COLD_STEPS = 15
WARM_STEPS = 8
_ONE_HOT = np.sqrt(0.5)


@dataclass(frozen=True)
class Scale:
    """Losses (the metric, negated if it is maximised) to and from units in which they spread over about 1.

    Beyond `bend` units on the bad side the scale is logarithmic, so that outliers don't rule the model.
    """

    centre: float
    spread: float
    bend: float = 1.5

    @classmethod
    def of(cls, losses: Array) -> Scale:
        """For losses (n,), at least one."""
        low, middle, high = np.quantile(losses, [0.1, 0.5, 0.9])
        spread = float(high - low) / 2.0
        if not spread > 1e-12 * max(abs(float(low)), abs(float(high)), 1e-280):
            spread = float(np.max(losses) - np.min(losses)) / 2.0
        if not spread > 1e-12 * max(abs(float(middle)), 1e-280):
            spread = max(abs(float(middle)), 1e-280)
        return cls(float(middle), spread)

    def to_units(self, losses: Array) -> Array:
        with np.errstate(over="ignore"):
            z = np.clip((losses - self.centre) / self.spread, -1e6, 1e300)
        return np.where(z > self.bend, self.bend + np.log1p(np.maximum(z - self.bend, 0.0)), z)

    def from_units(self, z: Array) -> Array:
        with np.errstate(over="ignore"):
            straight = np.where(z > self.bend, self.bend + np.expm1(np.minimum(z - self.bend, 600.0)), z)
        return self.centre + self.spread * straight


class CurveTable(Follower):
    """The curves so far on a grid of levels, as arrays that grow.

    A level between two of the grid counts for the one below. points: rows (n, dim), encoded configurations.
    losses: rows (n, T), NaN where there is no report.
    """

    def __init__(self, problem: Problem, codec: Codec, grid: Places) -> None:
        super().__init__()
        self._sign = problem.sign
        self._codec = codec
        self.grid = grid
        self._begin()

    @property
    def points(self) -> Array:
        return self._points[: self.count]

    @property
    def losses(self) -> Array:
        return self._losses[: self.count]

    def snapshots(self) -> list[tuple[int, Places, Array]]:
        """For each milestone passed: how many reports, which curves, and what they were then (m, T)."""
        return self._snapshots

    def _begin(self) -> None:
        self.count = 0
        self._points = np.zeros((64, self._codec.dim))
        self._losses = np.full((64, len(self.grid)), np.nan)
        self._length = np.zeros(64, dtype=np.intp)
        self._latest = np.full(64, np.inf)
        self._reports = 0
        self._next_milestone = FIRST_FIT
        self._snapshots: list[tuple[int, Places, Array]] = []

    def _take_trial(self, trial: Trial) -> None:
        if self.count == len(self._points):
            self._points = np.vstack([self._points, np.zeros_like(self._points)])
            self._losses = np.vstack([self._losses, np.full_like(self._losses, np.nan)])
            self._length = np.concatenate([self._length, np.zeros_like(self._length)])
            self._latest = np.concatenate([self._latest, np.full_like(self._latest, np.inf)])
        self._points[self.count] = self._codec.encode([trial.config])[0]
        self.count += 1

    def _take_report(self, trial: Trial, index: int) -> None:
        place = int(np.searchsorted(self.grid, trial.levels[index], side="right")) - 1
        loss = self._sign * trial.values[index]
        self._losses[trial.id, place] = loss
        self._length[trial.id] = place + 1
        self._latest[trial.id] = loss
        self._reports += 1
        if self._reports == self._next_milestone:
            self._next_milestone = max(self._reports + 4, int(self._reports * GROWTH))
            self._snapshots.append((self._reports, *self._snapshot()))

    def _snapshot(self) -> tuple[Places, Array]:
        """A third each: the longest curves, the best, and some at random."""
        known = np.flatnonzero(self._length[: self.count])
        chosen = known
        if len(known) > CURVES_OF_A_FIT:
            share = CURVES_OF_A_FIT // 3
            longest = known[np.argsort(-self._length[known], kind="stable")[:share]]
            left = np.setdiff1d(known, longest)
            best = left[np.argsort(self._latest[left], kind="stable")[:share]]
            left = np.setdiff1d(left, best)
            rng = np.random.default_rng(self._reports)
            others = rng.choice(left, CURVES_OF_A_FIT - 2 * share, replace=False)
            chosen = np.sort(np.concatenate([longest, best, others]))
        return chosen, self._losses[chosen].copy()


@dataclass(frozen=True)
class CurveFit:
    """The curve model given a history.

    posterior: in the units of `scale`, of curves `rows`, which are ids of trials. table: where it is from.
    """

    posterior: CurvePosterior
    scale: Scale
    inputs: Array
    units: Array


class CurveModel:
    """Fits the curve model to histories; a cache, as a fresh one would compute the same.

    Parameters are fitted at milestones of the number of reports. Each fit starts from that at the last
    milestone whose number among them is a power of two, so that few fits must be done again after a restart.
    """

    def __init__(self, problem: Problem, codec: Codec | None = None) -> None:
        assert problem.max_resource is not None
        self.codec = codec or Codec(problem.space)
        self.grid = level_grid(problem.max_resource)
        self.u = log_levels(self.grid)
        self.table = CurveTable(problem, self.codec, self.grid)
        weights = np.ones(self.codec.dim)
        for start, stop in self.codec.layout.choices:
            weights[start:stop] = _ONE_HOT
        self._weights = weights
        self._fits: dict[int, CurveParameters] = {}
        self._fits_of: Trials | None = None
        self._key: object = None
        self._fit: CurveFit | None = None

    def inputs(self, points: Array) -> Array:
        """Encoded points (n, dim) as inputs of the surrogate."""
        return points * self._weights

    def given(self, trials: Trials) -> CurveFit | None:
        """The model given all reports so far; None while there is none. Raises `LinAlgError` if it can't be
        fitted."""
        key = (trials.num_trials, trials.num_reports)
        if self._fits_of is not trials:
            self._fits, self._fits_of, self._key = {}, trials, None
        if key == self._key:
            return self._fit
        self.table.follow(trials)
        self._key, self._fit = key, self._conditioned()
        return self._fit

    def _conditioned(self) -> CurveFit | None:
        losses = self.table.losses
        seen = losses[np.isfinite(losses)]
        if not len(seen):
            return None
        scale = Scale.of(seen)
        parameters = self._parameters(len(self.table.snapshots()) - 1)
        inputs = self.inputs(self.table.points)
        units = scale.to_units(losses)
        basis = Basis(self.u, parameters.time)
        posterior = CurvePosterior(inputs, units, self.codec.groups, parameters, basis)
        return CurveFit(posterior, scale, inputs, units)

    def _parameters(self, milestone: int) -> CurveParameters:
        """The parameters of the milestone-th fit, or the priors' centre for -1."""
        if milestone < 0:
            return default_parameters(int(self.codec.groups.max()) + 1 if self.codec.dim else 0)
        if milestone not in self._fits:
            before = self._parameters((1 << (milestone.bit_length() - 1)) - 1 if milestone else -1)
            _, rows, losses = self.table.snapshots()[milestone]
            units = Scale.of(losses[np.isfinite(losses)]).to_units(losses)
            steps = WARM_STEPS if milestone else COLD_STEPS
            self._fits[milestone] = fit(
                self.inputs(self.table.points[rows]), units, self.codec.groups, self.u, before, steps
            )
        return self._fits[milestone]
