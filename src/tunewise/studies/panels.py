"""Panels of incumbents over what was spent, their styles and legends. Needs the extra `plots`.

Methods have colours, and numbers of workers have line styles. If all panels show a single method or a single
number of workers, only the other distinguishes the curves.
"""

import math
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from statistics import median
from typing import Literal, NamedTuple

import matplotlib as mpl
import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from tunewise.display.formats import count
from tunewise.plots.axes import (
    DECADES,
    MARGIN,
    Range,
    finish,
    literal,
    metric_label,
    metric_range,
    show_metric,
    time_unit,
    title,
    wrapped,
)
from tunewise.problem import Mode
from tunewise.studies.comparison import Arm, Axis, Curve

Line = Literal["-", "--", ":", "-."] | tuple[float, tuple[float, ...]]
By = Literal["method", "workers", "both"]
"""What distinguishes the curves of a panel."""

# M. Okabe and K. Ito: Color Universal Design, 2008. They differ for any kind of colour vision
COLOURS = ("#0072B2", "#E69F00", "#009E73", "#D55E00", "#CC79A7", "#56B4E9", "#000000", "#8A8A8A")
STYLES: tuple[Line, ...] = ("-", "--", ":", "-.", (0.0, (7.0, 3.0)), (0.0, (3.0, 1.0, 1.0, 1.0, 1.0, 1.0)))
MARKERS = ("o", "s", "^", "D", "v", "P", "X", "*")
NEUTRAL = "#444444"
MARKS = 6  # markers of each curve

TEXT_WIDTH = 0.085  # inches of a letter of a legend
HANDLE_WIDTH = 0.85  # inches of a legend's line, with the space around it

COLUMNS = 3  # of subplots, at most
PANEL = (4.7, 3.7)  # inches
ALONE = (7.4, 4.4)  # inches of a single panel
CROWDED = 6  # more bands in a panel can't be distinguished: then only the last intervals are drawn
SETTLING = 0.1  # share of a curve, from its beginning, that the vertical axis needn't show
BAR_DISTANCE = 0.016  # between two intervals, as a share of the horizontal axis
BARS = 0.25  # share of the horizontal axis for all intervals
LOW = 0.05  # if half of the ends are within this share of a linear axis, it becomes logarithmic


class Style(NamedTuple):
    """How a curve is drawn. hollow: its markers have a white face."""

    colour: str
    line: Line
    marker: str
    hollow: bool

    @property
    def face(self) -> str:
        return "white" if self.hollow else self.colour


class Look:
    """The styles of a study's curves in all its figures: methods have colours and markers, and numbers of
    workers have line styles.

    From the ninth method on, colours repeat with other markers, which are hollow.
    """

    def __init__(self, methods: Iterable[str], workers: Iterable[int]) -> None:
        self.methods = list(dict.fromkeys(methods))
        self.workers = sorted(set(workers))

    def of_method(self, method: str) -> Style:
        place = self.methods.index(method)
        cycle = place // len(COLOURS)
        marker = MARKERS[(place + cycle) % len(MARKERS)]
        return Style(COLOURS[place % len(COLOURS)], "-", marker, cycle % 2 == 1)

    def of_workers(self, workers: int) -> Style:
        """For panels of one method: the more workers, the darker."""
        place = self.workers.index(workers)
        last = max(1, len(self.workers) - 1)
        colour = to_hex(mpl.colormaps["viridis"](0.74 - 0.7 * place / last))
        return Style(colour, self._line(workers), MARKERS[place % len(MARKERS)], hollow=False)

    def of(self, arm: Arm, by: By) -> Style:
        if by == "workers":
            return self.of_workers(arm.workers)
        style = self.of_method(arm.method)
        return style if by == "method" else style._replace(line=self._line(arm.workers))

    def handles(self, arms: Sequence[Arm], by: By) -> list[list[Line2D]]:
        """Samples for a legend, in rows."""
        workers = [n for n in self.workers if any(arm.workers == n for arm in arms)]
        if by == "workers":
            return [[_sample(self.of_workers(n), count(n, "worker")) for n in workers]]
        rows = [self.method_handles({arm.method for arm in arms})]
        if by == "both":
            styles = {n: Style(NEUTRAL, self._line(n), "", hollow=False) for n in workers}
            rows.append([_sample(style, count(n, "worker")) for n, style in styles.items()])
        return rows

    def method_handles(self, methods: Container[str]) -> list[Line2D]:
        return [_sample(self.of_method(method), method) for method in self.methods if method in methods]

    def _line(self, workers: int) -> Line:
        place = len(self.workers) - 1 - self.workers.index(workers)  # the most workers have the solid line
        return STYLES[place % len(STYLES)]


def distinguished_by(panels: Iterable[Sequence[Arm]]) -> By:
    """What distinguishes the curves of these panels; methods come first."""
    panels = list(panels)
    if all(len({arm.workers for arm in arms}) == 1 for arms in panels):
        several = len(panels) > 1 and all(len(arms) == 1 for arms in panels)
        return "workers" if several else "method"
    one_method = all(len({arm.method for arm in arms}) == 1 for arms in panels)
    return "workers" if one_method else "both"


def legend(figure: Figure, rows: Sequence[Sequence[Artist]]) -> None:
    """A legend below the axes, where it hides nothing."""
    longest = max(len(str(handle.get_label())) for row in rows for handle in row)
    fitting = max(1, int(figure.get_figwidth() / (longest * TEXT_WIDTH + HANDLE_WIDTH)))
    lines = [row[at : at + fitting] for row in rows for at in range(0, len(row), fitting)]
    columns = max(map(len, lines))
    # matplotlib fills column by column
    padded: list[list[Artist]] = [[*line, *[_sample(None, "")] * (columns - len(line))] for line in lines]
    handles = [line[column] for column in range(columns) for line in padded]
    figure.legend(handles=handles, loc="outside lower center", ncols=columns, frameon=False, fontsize=10)


def _sample(style: Style | None, label: str) -> Line2D:
    if style is None:
        return Line2D([], [], linestyle="none", label=label)
    return Line2D(
        [],
        [],
        color=style.colour,
        linestyle=style.line,
        marker=style.marker,
        markerfacecolor=style.face,
        linewidth=2.0,
        label=literal(label),
    )


def panels(
    curves: Mapping[Arm, Curve],
    groups: Mapping[str, Sequence[Arm]],
    look: Look,
    axis: Axis,
    metric: str,
    mode: Mode,
    about: str,
) -> Figure | None:
    """A panel for each group of arms, all with the same metric axis. about: the title.

    If a panel had too many bands, bars at the ends of the curves show the last intervals instead. None if no
    arm has a curve.
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
    by = distinguished_by(shown.values())
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
    unseen = _left_out(set(curves).difference(arms_shown), set(arms_shown).difference(seen))
    title(figure, about + uncertainty + unseen)
    return figure


def subplots(number: int, panel: tuple[float, float] = PANEL) -> tuple[Figure, list[Axes], int]:
    """A figure of panels with a common vertical axis, the panels, and how many columns they have."""
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


def _left_out(without: Iterable[Arm], beyond: Iterable[Arm]) -> str:
    """Which arms have no curve, and which have one outside of the axes, in words."""
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
    """A unit for amounts up to the largest: its length and name."""
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
        if bars:  # side by side if curves end at the same amount
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
    """The range of the metric's axis, chosen so that the ends of the curves can be distinguished."""
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
    """The values that the axis must show: the curve without its beginning, which would flatten the rest."""
    skip = int(SETTLING * len(curve.centre))
    part = np.concatenate([curve.centre[skip:], curve.low[-1:], curve.high[-1:]])
    return [float(value) for value in part]
