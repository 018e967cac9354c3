"""The learning curves of a history as arrays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tunewise.arrays import Array, Places
from tunewise.following import Follower

if TYPE_CHECKING:
    from tunewise.models.codec import Codec
    from tunewise.problem import Problem
    from tunewise.trial import Trial

FIRST_FIT = 16
"""Reports at the first milestone; each further one comes after `GROWTH` times as many."""

GROWTH = 1.3
CURVES_OF_A_FIT = 40


@dataclass(frozen=True, eq=False)
class Snapshot:
    """Some curves as they were at a milestone: points (m, dim), losses (m, T)."""

    points: Array
    losses: Array


class CurveTable(Follower):
    """The curves so far on a grid of levels, as arrays that grow, and what they were at milestones.

    A level between two of the grid counts for the one below. Losses are the metric, negated if it is
    maximised.
    """

    def __init__(self, problem: Problem, codec: Codec, grid: Places) -> None:
        super().__init__()
        self._sign = problem.sign
        self._codec = codec
        self._grid = grid
        self._begin()

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

    def _begin(self) -> None:
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

    def _take_trial(self, trial: Trial) -> None:
        if self._count == len(self._points):
            self._points = np.concatenate([self._points, np.zeros_like(self._points)])
            self._losses = np.concatenate([self._losses, np.full_like(self._losses, np.nan)])
            self._length = np.concatenate([self._length, np.zeros_like(self._length)])
            self._latest = np.concatenate([self._latest, np.full_like(self._latest, np.inf)])
            self._level = np.concatenate([self._level, np.zeros_like(self._level)])
            self._place = np.concatenate([self._place, np.full_like(self._place, -1)])
        self._points[self._count] = self._codec.encode([trial.config])[0]
        self._count += 1

    def _take_report(self, trial: Trial, index: int) -> None:
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
