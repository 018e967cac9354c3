"""Titles and axes, alike in all figures."""

import math
import textwrap
from typing import Literal

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, NullLocator

from tunewise.plots.ranges import Range
from tunewise.problem import Mode

TITLE_WIDTH = 0.115  # inches of a letter of a title
LONGEST_METRIC = 40  # letters of its name on an axis

WIDE = 60  # decades on an axis, with which we choose the ticks: matplotlib's own overflow
TICKS = 8  # of them, about


def title(figure: Figure, text: str) -> None:
    """A title that is no wider than the figure."""
    figure.suptitle(wrapped(text, figure.get_figwidth()), fontsize=13)


def wrapped(text: str, inches: float) -> str:
    return literal(textwrap.fill(text, max(12, int(inches / TITLE_WIDTH))))


def literal(text: str) -> str:
    """A name as it is: to matplotlib, what stands between two dollars is mathematics."""
    return text.replace("$", r"\$")


def show_metric(axes: Axes, shown: Range) -> None:
    """Lets the vertical axis show this range."""
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
    """What an axis of the metric is called. unit: of the axis."""
    name = metric if len(metric) <= LONGEST_METRIC else f"{metric[: LONGEST_METRIC - 3]}..."
    units = "" if unit == 1.0 else f" / {unit:g}"
    return f"{literal(name)}{units} ({'smaller' if mode == 'min' else 'larger'} is better)"


def finish(axes: Axes, label: str, grid: Literal["both", "x"] = "both") -> None:
    """What all axes have in common. label: of the horizontal one."""
    axes.set_xlabel(label)
    axes.grid(color="#DDDDDD", linewidth=0.6, axis=grid)
    axes.set_axisbelow(True)
    axes.spines[["top", "right"]].set_visible(False)
