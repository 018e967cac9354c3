"""Titles, axes, and the range of a metric that an axis shows: the same in all figures."""

import io
import math
import statistics
import sys
import textwrap
from collections.abc import Sequence
from typing import Literal, NamedTuple

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, NullLocator

from tunewise.problem import Mode


class Drawing(Figure):
    """A figure that a notebook shows, also if it never imports pyplot, which registers the others."""

    def _repr_png_(self) -> bytes:
        picture = io.BytesIO()
        self.savefig(picture, format="png")
        return picture.getvalue()


# ---- ranges: pure arithmetic ----------------------------------------------------------------------------

FEW = 20  # curves: with fewer, none is cut off
REACH = 2.0  # an axis reaches at most this many times as far from the best as the middle trial's worst value
MARGIN = 0.05  # of the axis, beyond the first and the last value
DECADES = 1.5  # for which a logarithmic scale is worthwhile
CROWDED = 0.15  # a linear axis is too crowded if half of the values are in this part of it
PLAIN = (1e-290, 1e290)  # magnitudes that need no unit: beyond them, sums and differences overflow


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

    Of fewer than `FEW` everything is shown. With more, a few outliers don't flatten all others: from the best
    value the axis reaches at most `REACH` times as far as the middle trial's worst value, and no further than
    there are values. The scale is logarithmic if the values shown span decades and half of them would crowd
    at the low end of a linear one.
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
    """1, or a power of ten for values with which an axis would overflow or vanish."""
    least, most = PLAIN
    if largest == 0.0 or least < largest < most:
        return 1.0
    return max(float(f"1e{math.floor(math.log10(largest))}"), math.ulp(0.0))


def _power(exponent: float) -> float:
    """A power of ten, or the nearest number that a float can hold."""
    if exponent >= sys.float_info.max_10_exp:
        return sys.float_info.max
    return max(math.pow(10.0, exponent), math.ulp(0.0))


def _reach(curves: Sequence[Sequence[float]], minimise: bool) -> tuple[float, float]:
    """The smallest and the largest value that is not too far from the best one."""
    if len(curves) < FEW:
        return min(map(min, curves)), max(map(max, curves))
    better, worse = (min, max) if minimise else (max, min)
    best = better(map(better, curves))
    usual = statistics.median_low([_distance(worse(curve), best) for curve in curves])
    near = [value for curve in curves for value in curve if _distance(value, best) <= REACH * usual]
    farthest = worse(near)
    return min(best, farthest), max(best, farthest)


def _distance(value: float, other: float) -> float:
    """An eighth of the distance, so that it doesn't overflow for any two numbers, nor when multiplied."""
    return abs(value / 8.0 - other / 8.0)


def _crowded(curves: Sequence[Sequence[float]], low: float, high: float) -> bool:
    """Whether half of the positive values between two powers of ten crowd at the low end."""
    shown = [value for curve in curves for value in curve if low <= math.log10(value) <= high]
    return statistics.median_low(shown) - min(shown) < CROWDED * (max(shown) - min(shown))


def _with_margin(low: float, high: float) -> tuple[float, float]:
    margin = MARGIN * (high - low) or abs(high) * MARGIN or 1.0
    return low - margin, high + margin


# ---- titles and axes ------------------------------------------------------------------------------------

TITLE_WIDTH = 0.115  # inches per letter of a title
LONGEST_METRIC = 40  # letters of a metric's name on an axis

WIDE = 60  # decades on an axis from which we choose the ticks: matplotlib's own overflow
TICKS = 8  # about as many


def title(figure: Figure, text: str) -> None:
    """Sets a title that is not wider than the figure."""
    figure.suptitle(wrapped(text, figure.get_figwidth()), fontsize=13)


def wrapped(text: str, inches: float) -> str:
    return literal(textwrap.fill(text, max(12, int(inches / TITLE_WIDTH))))


def literal(text: str) -> str:
    """The text with escaped dollars: matplotlib takes text between two dollars for mathematics."""
    return text.replace("$", r"\$")


def show_metric(axes: Axes, shown: Range) -> None:
    """Sets the vertical axis to this range."""
    if shown.log:
        axes.set_yscale("log")
        first, last = math.ceil(math.log10(shown.low)), math.floor(math.log10(shown.high))
        if last - first > WIDE:
            axes.yaxis.set_major_locator(
                FixedLocator([10.0**n for n in range(first, last, (last - first) // TICKS)])
            )
            axes.yaxis.set_minor_locator(NullLocator())
    axes.set_ylim(shown.low, shown.high)


def metric_label(metric: str, mode: Mode, unit: float) -> str:
    """The label of an axis of the metric. unit: of the axis."""
    name = metric if len(metric) <= LONGEST_METRIC else f"{metric[: LONGEST_METRIC - 3]}..."
    units = "" if unit == 1.0 else f" / {unit:g}"
    return f"{literal(name)}{units} ({'smaller' if mode == 'min' else 'larger'} is better)"


def finish(axes: Axes, label: str, grid: Literal["both", "x"] = "both") -> None:
    """Applies the common style. label: of the horizontal axis."""
    axes.set_xlabel(label)
    axes.grid(color="#DDDDDD", linewidth=0.6, axis=grid)
    axes.set_axisbelow(True)
    axes.spines[["top", "right"]].set_visible(False)


_TIME_UNITS = (
    (120.0, 1.0, "s"),
    (7200.0, 60.0, "min"),
    (172800.0, 3600.0, "h"),
    (float("inf"), 86400.0, "days"),
)
"""Up to how many seconds to use a unit, its length in seconds, and its name."""


def time_unit(seconds: float) -> tuple[float, str]:
    """The length in seconds and the name of the unit in which to show up to this many seconds."""
    return next((length, name) for limit, length, name in _TIME_UNITS if seconds <= limit)
