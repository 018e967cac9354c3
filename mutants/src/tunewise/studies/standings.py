"""Figures of how a study's methods stand: ranks, and what it took to reach a target.

Needs the extra `plots`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from tunewise.plots.looks import finish, literal, title
from tunewise.plots.units import time_unit
from tunewise.studies.comparison import Reach
from tunewise.studies.looks import MARKS, Look, legend, seeds_text, workers_text
from tunewise.studies.panels import subplots

if TYPE_CHECKING:
    from tunewise.studies.ranks import Ranks

FEW = 3  # bars; fewer are no thicker


def ranks_figure(found: Sequence[Ranks], look: Look) -> Figure:
    """Mean ranks over the fraction of the budget, a panel for each number of workers."""
    figure, parts, columns = subplots(len(found))
    for place, (part, one) in enumerate(zip(parts, found, strict=False)):
        _draw_ranks(part, one, look)
        part.set_title(f"{workers_text(one.workers)}, {_cases(one.cases)}", fontsize=12)
        finish(part, "wall-clock (% of the budget)")
        part.set_xlim(0.0, 102.0)
        if place % columns == 0:
            part.set_ylabel("mean rank (1 is best)")
    parts[0].yaxis.set_major_locator(MaxNLocator(integer=True, min_n_ticks=1))
    parts[0].set_ylim(max(len(one.methods) for one in found) + 0.2, 0.8)
    legend(figure, [look.method_handles({method for one in found for method in one.methods})])
    bands = ", with 90 % bootstrap bands" if any(one.cases > 1 for one in found) else ""
    title(figure, f"Ranks of the methods{bands}")
    return figure


def _cases(number: int) -> str:
    return "1 comparison" if number == 1 else f"{number} comparisons"


def _draw_ranks(axes: Axes, one: Ranks, look: Look) -> None:
    percent = 100.0 * one.fractions
    every = max(1, len(percent) // MARKS)
    for place, method in enumerate(one.methods):
        style = look.of_method(method)
        if one.cases > 1:
            low, high = one.low[place], one.high[place]
            axes.fill_between(percent, low, high, step="post", color=style.colour, alpha=0.1, linewidth=0)
        axes.step(
            percent,
            one.mean[place],
            where="post",  # an incumbent, and so a rank, holds until the next one
            color=style.colour,
            marker=style.marker,
            markerfacecolor=style.face,
            markevery=(place % every, every),
            linewidth=2.0,
        )


def reach_figure(found: Sequence[Reach], look: Look, target: str, price: bool) -> Figure:
    """Bars of the time and the worker-hours or money that each arm took to a target."""
    names = [f"{literal(reach.arm.method)}, {workers_text(reach.arm.workers)}" for reach in found]
    figure = Figure(figsize=(12.5, max(3.4, 1.6 + 0.34 * len(found))), dpi=120, layout="constrained")
    left, right = figure.subplots(1, 2, sharey=True)
    times = [reach.wallclock for reach in found]
    length, unit = time_unit(_longest(times))
    _draw_bars(left, found, look, [time / length for time in times], f" {unit}")
    finish(left, f"wall-clock to the target ({unit})", grid="x")
    if price:
        _draw_bars(right, found, look, [reach.money for reach in found], "")
        finish(right, "cost to the target (money)", grid="x")
    else:
        seconds = [3600.0 * reach.worker_hours for reach in found]
        length, unit = time_unit(_longest(seconds))
        _draw_bars(right, found, look, [amount / length for amount in seconds], f" {unit}")
        finish(right, f"worker time to the target ({unit})", grid="x")
    left.set_yticks(range(len(names)), names, fontsize=9)
    left.set_ylim(max(len(names), FEW) - 0.4, -0.6)
    title(figure, f"What it took to reach {target} (median over seeds)")
    return figure


def _draw_bars(axes: Axes, found: Sequence[Reach], look: Look, amounts: Sequence[float], unit: str) -> None:
    """unit: what follows the number of an amount."""
    longest = _longest(amounts)
    for place, (reach, amount) in enumerate(zip(found, amounts, strict=True)):
        some = f"reached by {reach.reached} of {seeds_text(reach.seeds)}"
        reached = math.isfinite(amount)
        if reached:
            axes.barh(place, amount, color=look.of_method(reach.arm.method).colour, height=0.7)
            told = f"{amount:.3g}{unit}" + ("" if reach.reached == reach.seeds else f", {some}")
        else:
            told = some if reach.reached else "not reached"
        begin = (amount if reached else 0.0) + 0.01 * longest
        axes.text(begin, place, told, va="center", fontsize=9, color="black" if reached else "#666666")
    axes.set_xlim(0.0, 1.4 * longest)


def _longest(amounts: Sequence[float]) -> float:
    """The greatest one that is finite, and something to draw in any case."""
    return max((amount for amount in amounts if math.isfinite(amount)), default=0.0) or 1.0
