"""Levels of the resource: those at which curves are modelled, and the losses of trials at some of them;
and milestones of the number of reports."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np

from tunewise.arrays import Array, Indices
from tunewise.history_cache import LevelCache
from tunewise.trial import Trial

MAX_LEVELS = 64
"""Levels of a grid. A curve with more levels is thinned out."""


@lru_cache(maxsize=64)
def level_grid(max_resource: int, most: int = MAX_LEVELS) -> Indices:
    """At most `most` levels from 1 to max_resource, both included, growing: all of them, or some that are
    evenly spread in their logarithm."""
    if max_resource <= most:
        grid = np.arange(1, max_resource + 1)
    else:
        spread = np.geomspace(1.0, max_resource, most)
        low = np.arange(1, len(spread) + 1)  # at its low end the spread has less than one level per point
        grid = np.unique(np.maximum(np.rint(spread), np.minimum(low, max_resource)).astype(np.intp))
    grid.flags.writeable = False  # all callers share it
    return grid


def log_levels(grid: Indices) -> Array:
    """log t / log T in [0, 1] for each level t of a grid that ends with T."""
    largest = float(grid[-1])
    return np.asarray(np.log(grid) / np.log(largest)) if largest > 1 else np.ones(len(grid))


def check_levels(grid: Indices, ratio: float = 1.4) -> Indices:
    """Levels of a grid about a factor `ratio` apart, including its first and last, at which trials are
    compared. Comparing them at each level would cost too much."""
    levels = [int(grid[0])]
    while levels[-1] < grid[-1]:
        wanted = min(max(levels[-1] + 1, round(levels[-1] * ratio)), int(grid[-1]))
        levels.append(int(grid[np.searchsorted(grid, wanted)]))
    return np.array(levels, dtype=np.intp)


def powers_of_three(max_resource: int) -> list[int]:
    """1, 3, 9, ... and max_resource: where the rungs of halving usually are."""
    levels = [1]
    while levels[-1] < max_resource:
        levels.append(min(3 * levels[-1], max_resource))
    return levels


@lru_cache(maxsize=64)
def last_milestone(reports: int, share: int, most: int | None = None) -> int:
    """The last milestone of the number of reports: each is a `share`-th, at least one report and at most
    `most`, later."""
    reached = min(reports, 2 * share)  # up to there, each number is a milestone
    while (following := reached + max(1, min(reached // share, most or reached))) <= reports:
        reached = following
    return reached


class LevelLosses(LevelCache):
    """The loss of each trial at each level: the metric, negated if it is maximised.

    sign: 1 to minimise, -1 to maximise.
    levels: strictly growing. A trial is recorded at a level as it is at a rung. None: each report is recorded
        at its own level.
    """

    def __init__(self, sign: int, levels: Sequence[int] | None = None) -> None:
        super().__init__()
        self._sign = sign
        self._levels = None if levels is None else tuple(levels)
        self._reset()

    def at(self, level: int) -> Mapping[int, float]:
        """The losses at a level by trial id, in the order in which they were reported."""
        return self._losses.get(level, {})

    def highest(self, least: int) -> int | None:
        """The highest level at which at least this many trials were recorded, if there is one."""
        return max((level for level, losses in self._losses.items() if len(losses) >= least), default=None)

    def _reset(self) -> None:
        self._losses: dict[int, dict[int, float]] = {}

    def _add_step(self, trial: Trial, index: int, before: int, after: int) -> None:
        loss = self._sign * trial.values[index]
        levels: Sequence[int] = (trial.levels[index],)
        if self._levels is not None:
            levels = self._levels[bisect_right(self._levels, before) : bisect_right(self._levels, after)]
        for level in levels:
            self._losses.setdefault(level, {})[trial.id] = loss
