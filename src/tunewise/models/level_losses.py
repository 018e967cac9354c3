"""The losses of the trials at each of some levels of the resource."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tunewise.history_cache import LevelCache

if TYPE_CHECKING:
    from tunewise.trial import Trial


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
