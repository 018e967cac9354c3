"""Figures of a study: incumbents over what was spent, ranks, and what it took to reach a target.

Methods have colours, numbers of workers have line styles, and both are told in legends beside the axes. Needs
the extra `plots`.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal

import numpy as np
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from tunewise.plots.ranges import metric_range
from tunewise.plots.units import time_unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from matplotlib.axes import Axes

    from tunewise.studies.comparison import Arm, Axis, Curve, Reach
    from tunewise.studies.ranks import Ranks

# M. Okabe and K. Ito: Color Universal Design, 2008: told apart with any kind of colour vision
COLOURS = ("#0072B2", "#E69F00", "#009E73", "#D55E00", "#CC79A7", "#56B4E9", "#000000", "#8A8A8A")
STYLES: tuple[Literal["-", "--", ":", "-."], ...] = ("-", "--", ":", "-.")
MARKERS = ("o", "s", "^", "D", "v", "P", "X", "*")
MARKS = 6  # of each curve
COLUMNS = 3  # of subplots, at most


class Look:
    """Colours, markers and line styles of a study, the same in all its figures."""

    def __init__(self, methods: Sequence[str], workers: Sequence[int]) -> None:
        self.methods = list(dict.fromkeys(methods))
        self.workers = sorted(set(workers))

    def colour(self, method: str) -> str:
        return COLOURS[self.methods.index(method) % len(COLOURS)]

    def marker(self, method: str) -> str:
        return MARKERS[self.methods.index(method) % len(MARKERS)]

    def style(self, n_workers: int) -> Literal["-", "--", ":", "-."]:
        place = len(self.workers) - 1 - self.workers.index(n_workers)  # the most workers have the full line
        return STYLES[place % len(STYLES)]

    def method_handles(self, methods: Iterable[str]) -> list[Line2D]:
        return [
            Line2D([], [], color=self.colour(method), marker=self.marker(method), linewidth=2.0, label=method)
            for method in methods
        ]

    def worker_handles(self, workers: Iterable[int]) -> list[Line2D]:
        return [
            Line2D([], [], color="#444444", linestyle=self.style(n), linewidth=2.0, label=_workers(n))
            for n in workers
        ]


def panels(
    curves: Mapping[Arm, Curve],
    groups: Mapping[str, Sequence[Arm]],
    look: Look,
    axis: Axis,
    metric: str,
    mode: str,
    title: str,
) -> Figure:
    """A panel for each group of arms, all with one metric axis: methods by colour, workers by style."""
    shown = {name: [arm for arm in arms if arm in curves] for name, arms in groups.items()}
    shown = {name: arms for name, arms in shown.items() if arms}
    rows = math.ceil(len(shown) / COLUMNS)
    columns = math.ceil(len(shown) / rows)
    figure = Figure(figsize=(1.6 + 4.7 * columns, 1.3 + 3.7 * rows), dpi=120, layout="constrained")
    axes = figure.subplots(rows, columns, sharey=True, squeeze=False).ravel()
    drawn = [curves[arm] for arms in shown.values() for arm in arms]
    length, unit = axis_unit(axis, max(float(curve.amounts[-1]) for curve in drawn))
    span = metric_range([_settled(curve) for curve in drawn], mode == "min")
    for place, (name, arms) in enumerate(shown.items()):
        part = axes[place]
        for arm in arms:
            _draw(part, curves[arm], look, arm, length)
        part.set_title(name, fontsize=12)
        _finish(part, f"{axis_name(axis)} ({unit})")
        if span.log:
            part.set_yscale("log")
        part.set_ylim(span.low, span.high)
        part.set_xlim(left=0.0)
        if place % columns == 0:
            part.set_ylabel(f"{metric} ({'smaller' if mode == 'min' else 'larger'} is better)")
    for part in axes[len(shown) :]:
        part.set_axis_off()
    methods = [m for m in look.methods if any(arm.method == m for arms in shown.values() for arm in arms)]
    workers = [n for n in look.workers if any(arm.n_workers == n for arms in shown.values() for arm in arms)]
    _legend(figure, [*look.method_handles(methods), *look.worker_handles(workers)])
    figure.suptitle(title, fontsize=13)
    return figure


def ranks_figure(found: Sequence[Ranks], look: Look) -> Figure:
    """Mean ranks over the fraction of the budget, a panel for each number of workers."""
    figure = Figure(figsize=(1.6 + 4.7 * len(found), 4.8), dpi=120, layout="constrained")
    axes = figure.subplots(1, len(found), sharey=True, squeeze=False).ravel()
    for part, one in zip(axes, found, strict=True):
        percent = 100.0 * one.fractions
        every = max(1, len(percent) // MARKS)
        for place, method in enumerate(one.methods):
            colour = look.colour(method)
            part.fill_between(percent, one.low[place], one.high[place], color=colour, alpha=0.12, linewidth=0)
            part.plot(
                percent,
                one.mean[place],
                color=colour,
                marker=look.marker(method),
                markevery=(place % every, every),
                linewidth=2.0,
            )
        part.set_title(f"{_workers(one.n_workers)}, {one.cases} comparisons", fontsize=12)
        _finish(part, "wall-clock (% of the budget)")
    axes[0].set_ylabel("mean rank (1 is best)")
    axes[0].invert_yaxis()
    _legend(figure, look.method_handles(found[0].methods))
    figure.suptitle("Ranks of the methods", fontsize=13)
    return figure


def reach_figure(found: Sequence[Reach], look: Look, target: str, price: bool) -> Figure:
    """Bars of the time and the worker-hours or money that each arm took to a target."""
    names = [f"{reach.arm.method}, {_workers(reach.arm.n_workers)}" for reach in found]
    height = 1.6 + 0.34 * len(found)
    figure = Figure(figsize=(12.5, max(3.4, height)), dpi=120, layout="constrained")
    left, right = figure.subplots(1, 2, sharey=True)
    times = [reach.wallclock for reach in found]
    length, unit = time_unit(max([t for t in times if math.isfinite(t)], default=1.0))
    costs = [reach.money if price else reach.worker_hours for reach in found]
    for part, amounts, label in (
        (left, [time / length for time in times], f"time to the target ({unit})"),
        (right, costs, "cost to the target (money)" if price else "worker-hours to the target"),
    ):
        longest = max([amount for amount in amounts if math.isfinite(amount)], default=1.0)
        for place, (reach, amount) in enumerate(zip(found, amounts, strict=True)):
            if math.isfinite(amount):
                part.barh(place, amount, color=look.colour(reach.arm.method), height=0.7)
                part.text(amount + 0.01 * longest, place, f"{amount:.3g}", va="center", fontsize=9)
            else:
                missed = f"not reached ({reach.reached} of {reach.seeds} seeds)"
                part.text(0.01 * longest, place, missed, va="center", fontsize=9, color="#666666")
        _finish(part, label)
        part.set_xlim(0.0, 1.15 * longest)
    left.set_yticks(range(len(names)), names, fontsize=9)
    left.set_ylim(len(names) - 0.4, -0.6)
    figure.suptitle(f"Time and cost to reach {target} (median over seeds)", fontsize=13)
    return figure


def axis_name(axis: Axis) -> str:
    return {"wallclock": "wall-clock", "worker_hours": "time of workers", "money": "cost"}[axis]


def axis_unit(axis: Axis, largest: float) -> tuple[float, str]:
    """The unit's length and name, for amounts up to the largest."""
    if axis == "wallclock":
        return time_unit(largest)
    if axis == "worker_hours":
        return (1.0, "h") if largest >= 0.2 else (1.0 / 60.0, "min")
    return 1.0, "money"


def _draw(axes: Axes, curve: Curve, look: Look, arm: Arm, length: float) -> None:
    colour = look.colour(arm.method)
    amounts = curve.amounts / length
    if curve.seeds > 1:
        axes.fill_between(amounts, curve.low, curve.high, color=colour, alpha=0.12, linewidth=0, step="post")
    every = max(1, len(amounts) // MARKS)
    axes.step(
        amounts,
        curve.centre,
        where="post",
        color=colour,
        linestyle=look.style(arm.n_workers),
        linewidth=2.0,
        marker=look.marker(arm.method),
        markersize=5.0,
        markevery=(every // 2, every),
    )


def _settled(curve: Curve) -> list[float]:
    """The part of a curve that an axis must show: without its beginning, which would flatten the rest."""
    skip = len(curve.centre) // 20
    part = np.concatenate([curve.centre[skip:], curve.low[-1:], curve.high[-1:]])
    return [float(value) for value in part]


def _finish(axes: Axes, label: str) -> None:
    axes.set_xlabel(label)
    axes.grid(color="#DDDDDD", linewidth=0.6)
    axes.set_axisbelow(True)
    axes.spines[["top", "right"]].set_visible(False)


def _legend(figure: Figure, handles: Sequence[Line2D]) -> None:
    """Below the axes, where it hides nothing."""
    figure.legend(
        handles=list(handles),
        loc="outside lower center",
        ncols=min(len(handles), 8),
        frameon=False,
        fontsize=10,
    )


def _workers(number: int) -> str:
    return "1 worker" if number == 1 else f"{number} workers"
