"""Which part of a metric's values a figure shows, and on which scale. Pure arithmetic."""

from __future__ import annotations

import math
import statistics
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

REACH = 2.0  # how many times as far from the best an axis may reach as the middle trial's worst value
MARGIN = 0.05  # of the axis, beyond the first and the last value
DECADES = 1.5  # that a logarithmic scale is worth it for
CROWDED = 0.15  # the part of a linear axis in which half of the values are too many


class Range(NamedTuple):
    """The limits of an axis, and whether it is logarithmic."""

    low: float
    high: float
    log: bool

    def holds(self, value: float) -> bool:
        return self.low <= value <= self.high


def metric_range(curves: Sequence[Sequence[float]], minimise: bool) -> Range:
    """The range in which to show curves of a metric, none of them empty.

    A few trials that went astray don't flatten all others: from the best value the axis reaches `REACH`
    times as far as the middle trial's worst value does, and no further than there are values. The scale is
    logarithmic if the values shown span decades and half of them would crowd at the low end of a linear one.
    """
    lowest = min(map(min, curves))
    if lowest > 0:
        low, high = _reach([[math.log10(value) for value in curve] for curve in curves], minimise)
        shown = [value for curve in curves for value in curve if low <= math.log10(value) <= high]
        if high - low >= DECADES and _crowded(shown):
            low, high = _with_margin(low, high)
            return Range(10.0**low, 10.0**high, log=True)
    low, high = _with_margin(*_reach(curves, minimise))
    return Range(low, high, log=False)


def _reach(curves: Sequence[Sequence[float]], minimise: bool) -> tuple[float, float]:
    """The least and the greatest value that is not too far from the best one."""
    better, worse = (min, max) if minimise else (max, min)
    best = better(map(better, curves))
    # the lower median of the distances: of two trials, one that went astray does not count
    usual = statistics.median_low([abs(worse(curve) - best) for curve in curves])
    near = [value for curve in curves for value in curve if abs(value - best) <= REACH * usual]
    farthest = worse(near)
    return min(best, farthest), max(best, farthest)


def _crowded(values: Sequence[float]) -> bool:
    low, high = min(values), max(values)
    return statistics.median(values) - low < CROWDED * (high - low)


def _with_margin(low: float, high: float) -> tuple[float, float]:
    margin = MARGIN * (high - low) or abs(high) * MARGIN or 1.0
    return low - margin, high + margin
