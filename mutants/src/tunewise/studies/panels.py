"""Figures of a study: incumbents over what was spent, in panels. Needs the extra `plots`.

Methods have colours and numbers of workers have line styles. Where a panel has but one method or one number
of workers, only the other is told apart.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from statistics import median

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from tunewise.plots.looks import finish, metric_label, show_metric, title, wrapped
from tunewise.plots.ranges import DECADES, MARGIN, Range, metric_range
from tunewise.plots.units import time_unit
from tunewise.problem import Mode
from tunewise.studies.comparison import Arm, Axis, Curve
from tunewise.studies.looks import MARKS, By, Look, Style, legend, told_apart

COLUMNS = 3  # of subplots, at most
PANEL = (4.7, 3.7)  # inches
ALONE = (7.4, 4.4)  # the same of a single one
CROWDED = 6  # so many bands can be told apart; of more curves only the last interval is drawn
SETTLING = 0.1  # the part of a curve at its beginning that the vertical axis need not show
BAR_DISTANCE = 0.016  # between two intervals, of the horizontal axis
BARS = 0.25  # of it, that all intervals may take
LOW = 0.05  # the part of a linear axis in which half of the ends are too many to be told apart


def panels(
    curves: Mapping[Arm, Curve],
    groups: Mapping[str, Sequence[Arm]],
    look: Look,
    axis: Axis,
    metric: str,
    mode: Mode,
    about: str,
) -> Figure | None:
    """A panel for each group of arms, all with one metric axis. about: the title.

    Where a panel would have too many bands, bars at the ends of its curves show the last intervals instead.
    None where no arm has a curve.
    """
    shown = {
        name: [arm for arm in arms if arm in curves and len(curves[arm].amounts)]
        for name, arms in groups.items()
    }
    shown = {name: arms for name, arms in shown.items() if arms}
    if not shown:
        return None
    panel = ALONE if len(shown) == 1 else PANEL
    figure, parts, columns = subplots(len(shown), panel)
    arms_shown = [arm for arms in shown.values() for arm in arms]
    by = told_apart(shown.values())
    length, unit = axis_unit(axis, max(float(curves[arm].amounts[-1]) for arm in arms_shown))
    span = _span([curves[arm] for arm in arms_shown], mode == "min")
    bars = any(len(arms) > CROWDED for arms in shown.values())
    rightmost = 0.0
    for place, (part, (name, arms)) in enumerate(zip(parts, shown.items(), strict=False)):
        _panel(part, {arm: _in_units(curves[arm], span.unit) for arm in arms}, look, by, length, bars)
        rightmost = max(rightmost, part.get_xlim()[1])
        part.set_title(wrapped(name, panel[0]), fontsize=12)
        finish(part, f"{axis_name(axis)} ({unit})")
        show_metric(part, span)
        if place % columns == 0:
            part.set_ylabel(metric_label(metric, mode, span.unit))
    for part in parts:
        part.set_xlim(0.0, rightmost)
    seen = [arm for arm in arms_shown if _in_sight(curves[arm], span)]
    legend(figure, look.handles(seen, by))
    several = any(curves[arm].seeds > 1 for arm in arms_shown)
    uncertainty = f", with 90 % bootstrap {'intervals at the end' if bars else 'bands'}" if several else ""
    unseen = _told(set(curves).difference(arms_shown), set(arms_shown).difference(seen))
    title(figure, about + uncertainty + unseen)
    return figure


def subplots(number: int, panel: tuple[float, float] = PANEL) -> tuple[Figure, list[Axes], int]:
    """A figure, as many panels of this size in inches with one vertical axis, and in how many columns."""
    rows = math.ceil(number / COLUMNS)
    columns = math.ceil(number / rows)
    width, height = panel
    size = (1.6 + width * columns, 1.3 + height * rows)
    figure = Figure(figsize=size, dpi=120, layout="constrained")
    parts = list(figure.subplots(rows, columns, sharey=True, squeeze=False).ravel())
    for part in parts[number:]:
        part.set_axis_off()
    return figure, parts[:number], columns


def _in_sight(curve: Curve, span: Range) -> bool:
    return any(span.holds(value) for value in (curve.centre / span.unit).tolist())


def _told(without: Iterable[Arm], beyond: Iterable[Arm]) -> str:
    """Which arms have no curve, and of which none is seen."""
    whys = []
    if names := _listed(without):
        whys.append(f"no curve: a seed of {names} ended before another one's first report")
    if names := _listed(beyond):
        whys.append(f"beyond the axis: {names}")
    return f" ({'; '.join(whys)})" if whys else ""


def _listed(arms: Iterable[Arm]) -> str:
    return ", ".join(f"{arm} workers" for arm in sorted(arms))


def axis_name(axis: Axis) -> str:
    return {"wallclock": "wall-clock", "worker_hours": "worker time", "money": "cost"}[axis]


def axis_unit(axis: Axis, largest: float) -> tuple[float, str]:
    """The unit's length and name, for amounts up to the largest."""
    if axis == "wallclock":
        return time_unit(largest)
    if axis == "worker_hours":
        length, unit = time_unit(3600.0 * largest)
        return length / 3600.0, unit
    return 1.0, "money"


def _in_units(curve: Curve, unit: float) -> Curve:
    return replace(curve, centre=curve.centre / unit, low=curve.low / unit, high=curve.high / unit)


def _panel(axes: Axes, curves: Mapping[Arm, Curve], look: Look, by: By, length: float, bars: bool) -> None:
    last = max(float(curve.amounts[-1]) for curve in curves.values()) / length or 1.0
    distance = last * min(BAR_DISTANCE, BARS / len(curves))
    ends: dict[float, int] = {}
    for arm, curve in curves.items():
        style = look.of(arm, by)
        if curve.seeds > 1 and not bars:
            _draw_band(axes, curve, style, length)
        _draw_curve(axes, curve, style, length)
        if bars:  # beside each other where curves end at the same amount
            end = float(curve.amounts[-1]) / length
            key = round(end / last, 2)
            ends[key] = ends.get(key, 0) + 1
            _draw_interval(axes, curve, style, end + distance * ends[key])
    axes.set_xlim(0.0, 1.02 * last + distance * ends.get(1.0, 0))


def _draw_curve(axes: Axes, curve: Curve, style: Style, length: float) -> None:
    amounts = curve.amounts / length
    every = max(1, len(amounts) // MARKS)
    axes.step(
        amounts,
        curve.centre,
        where="post",
        color=style.colour,
        linestyle=style.line,
        linewidth=2.0,
        marker=style.marker,
        markerfacecolor=style.face,
        markersize=5.0,
        markevery=(every // 2, every),
    )


def _draw_band(axes: Axes, curve: Curve, style: Style, length: float) -> None:
    axes.fill_between(
        curve.amounts / length,
        curve.low,
        curve.high,
        color=style.colour,
        alpha=0.12,
        linewidth=0,
        step="post",
    )


def _draw_interval(axes: Axes, curve: Curve, style: Style, place: float) -> None:
    low, high, centre = float(curve.low[-1]), float(curve.high[-1]), float(curve.centre[-1])
    axes.plot([place, place], [low, high], color=style.colour, linewidth=2.0, solid_capstyle="butt")
    axes.plot(place, centre, style.marker, color=style.colour, markerfacecolor=style.face, markersize=4.0)


def _span(curves: Sequence[Curve], minimise: bool) -> Range:
    """What the metric's axis shows, such that the ends can be told apart."""
    settled = [_settled(curve) for curve in curves]
    span = metric_range(settled, minimise)
    lowest = min(map(min, settled)) / span.unit
    if span.log or lowest <= 0.0 or math.log10(span.high / lowest) < DECADES:
        return span
    if median(float(curve.centre[-1]) / span.unit for curve in curves) > lowest + LOW * (span.high - lowest):
        return span
    margin = (span.high / lowest) ** MARGIN
    return Range(lowest / margin, span.high, log=True, unit=span.unit)


def _settled(curve: Curve) -> list[float]:
    """The part of a curve that an axis must show: without its beginning, which would flatten the rest."""
    skip = int(SETTLING * len(curve.centre))
    part = np.concatenate([curve.centre[skip:], curve.low[-1:], curve.high[-1:]])
    return [float(value) for value in part]
