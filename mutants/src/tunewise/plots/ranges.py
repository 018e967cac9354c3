"""Which part of a metric's values a figure shows, and on which scale. Pure arithmetic."""

import math
import statistics
import sys
from collections.abc import Sequence
from typing import NamedTuple

FEW = 20  # curves: of fewer, none is cut off
REACH = 2.0  # how many times as far from the best an axis may reach as the middle trial's worst value
MARGIN = 0.05  # of the axis, beyond the first and the last value
DECADES = 1.5  # that a logarithmic scale is worth it for
CROWDED = 0.15  # the part of a linear axis in which half of the values are too many
PLAIN = (1e-290, 1e290)  # magnitudes that can be drawn as they are: beyond, sums and differences overflow


class Range(NamedTuple):
    """The limits of an axis, whether it is logarithmic, and the unit of both limits and of what is drawn."""

    low: float
    high: float
    log: bool
    unit: float = 1.0

    def holds(self, drawn: float) -> bool:
        """Whether it shows a value, in its unit."""
        return self.low <= drawn <= self.high


def metric_range(curves: Sequence[Sequence[float]], minimise: bool) -> Range:
    """The range in which to show curves of a metric, none of them empty.

    Of fewer than `FEW` everything is shown. Of more, a few trials that went astray don't flatten all others:
    from the best value the axis reaches `REACH` times as far as the middle trial's worst value does, and no
    further than there are values. The scale is logarithmic if the values shown span decades and half of them
    would crowd at the low end of a linear one.
    """
    if min(map(min, curves)) > 0:
        low, high = _reach([[math.log10(value) for value in curve] for curve in curves], minimise)
        if high - low >= DECADES and _crowded(curves, low, high):
            low, high = _with_margin(low, high)
            return Range(_power(low), _power(high), log=True)
    low, high = _reach(curves, minimise)
    unit = _unit(max(abs(low), abs(high)))
    low, high = _with_margin(low / unit, high / unit)
    return Range(low, high, log=False, unit=unit)


def _unit(largest: float) -> float:
    """1, or the power of ten of values of which an axis would overflow or vanish."""
    least, most = PLAIN
    if largest == 0.0 or least < largest < most:
        return 1.0
    return max(float(f"1e{math.floor(math.log10(largest))}"), math.ulp(0.0))


def _power(exponent: float) -> float:
    """A power of ten, or the nearest number that there is."""
    if exponent >= sys.float_info.max_10_exp:
        return sys.float_info.max
    return max(math.pow(10.0, exponent), math.ulp(0.0))


def _reach(curves: Sequence[Sequence[float]], minimise: bool) -> tuple[float, float]:
    """The least and the greatest value that is not too far from the best one."""
    if len(curves) < FEW:
        return min(map(min, curves)), max(map(max, curves))
    better, worse = (min, max) if minimise else (max, min)
    best = better(map(better, curves))
    usual = statistics.median_low([_distance(worse(curve), best) for curve in curves])
    near = [value for curve in curves for value in curve if _distance(value, best) <= REACH * usual]
    farthest = worse(near)
    return min(best, farthest), max(best, farthest)


def _distance(value: float, other: float) -> float:
    """An eighth of it, so that it can be told and multiplied between any two numbers."""
    return abs(value / 8.0 - other / 8.0)


def _crowded(curves: Sequence[Sequence[float]], low: float, high: float) -> bool:
    """Whether half of the positive values between two powers of ten crowd at the low end."""
    shown = [value for curve in curves for value in curve if low <= math.log10(value) <= high]
    return statistics.median_low(shown) - min(shown) < CROWDED * (max(shown) - min(shown))


def _with_margin(low: float, high: float) -> tuple[float, float]:
    margin = MARGIN * (high - low) or abs(high) * MARGIN or 1.0
    return low - margin, high + margin
