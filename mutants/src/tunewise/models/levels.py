"""Levels of the resource: those at which curves are modelled, and the losses of trials at them.

The levels at which curves are modelled: all of them, or some evenly spread in their logarithm.

The losses of the trials at each of some levels of the resource.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np

from tunewise.arrays import Array, Places
from tunewise.history_cache import LevelCache
from tunewise.trial import Trial

MAX_LEVELS = 64
"""Levels of a grid; a curve of more is thinned out."""


@lru_cache(maxsize=64)
def level_grid(max_resource: int, most: int = MAX_LEVELS) -> Places:
    """At most `most` levels from 1 to max_resource, both included, growing."""
    if max_resource <= most:
        grid = np.arange(1, max_resource + 1)
    else:
        spread = np.geomspace(1.0, max_resource, most)
        low = np.arange(1, len(spread) + 1)  # the spread is thinner than one level at its low end
        grid = np.unique(np.maximum(np.rint(spread), np.minimum(low, max_resource)).astype(np.intp))
    grid.flags.writeable = False  # all share it
    return grid


def log_levels(grid: Places) -> Array:
    """log t / log T in [0, 1] for each level t of a grid that ends with T."""
    largest = float(grid[-1])
    return np.asarray(np.log(grid) / np.log(largest)) if largest > 1 else np.ones(len(grid))


def check_levels(grid: Places, ratio: float = 1.4) -> Places:
    """Levels of a grid about a factor `ratio` apart, its first and last included, at which a decision is
    worth its price."""
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


class LevelLosses(LevelCache):
    """For each level the loss of each trial there: the metric, negated if it is maximised.

    sign: 1 to minimise, -1 to maximise.
    levels: strictly growing; a trial is recorded at a level as it is at a rung. None: at each level that any
        trial reports, with that report.
    """

    def __init__(self, sign: int, levels: Sequence[int] | None = None) -> None:
        super().__init__()
        self._sign = sign
        self._levels = None if levels is None else tuple(levels)
        self._reset()

    def at(self, level: int) -> Mapping[int, float]:
        """The losses at a level by the ids of the trials, in the order in which they were reported."""
        return self._losses.get(level, {})

    def highest(self, least: int) -> int | None:
        """The highest level at which at least so many trials were recorded, if there is one."""
        return max((level for level, losses in self._losses.items() if len(losses) >= least), default=None)

    def _reset(self) -> None:
        self._losses: dict[int, dict[int, float]] = {}

    def _add_step(self, trial: Trial, index: int, before: int, after: int) -> None:
        loss = self._sign * trial.values[index]
        for level in self._entered(trial.levels[index], before, after):
            self._losses.setdefault(level, {})[trial.id] = loss

    def _entered(self, reported: int, before: int, after: int) -> Sequence[int]:
        if self._levels is None:
            return (reported,)
        return self._levels[bisect_right(self._levels, before) : bisect_right(self._levels, after)]
