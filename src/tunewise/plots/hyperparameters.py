"""Figures of what the hyperparameters do: importance, slices, contours, parallel coordinates, and how the
values of all trials are distributed. Needs the extra `plots`."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.cm import ScalarMappable
from matplotlib.collections import LineCollection
from matplotlib.colors import Normalize
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from tunewise.arrays import Array
from tunewise.engine.state import State
from tunewise.models.importance import Finding, Importance, importance_of
from tunewise.plots import BEST, CURVE, FAINT
from tunewise.plots.axes import Drawing, finish, literal, metric_label, metric_range, show_metric, title
from tunewise.problem import Mode
from tunewise.space import Domain, Value
from tunewise.space.domains import Float, Integer
from tunewise.space.finite import Choice

MOST_SHOWN = 12  # hyperparameters, the most important ones
MOST_LINES = 2_000  # trials in parallel coordinates, the best ones
TICKS = 5  # about as many on the scale of a hyperparameter
LONGEST = 14  # letters of a value
COLORS = {"min": "cividis", "max": "cividis_r"}  # distinct with any kind of colour vision, and in grey
GRID = 60  # points of a contour along each side
MISSING = -0.12  # where a line goes that lacks a hyperparameter
NEAR = 0.12  # of a scale: how far a trial tells something about its neighbourhood


class Shown:
    """The trials of an experiment that reported, and how their values are shown.

    trials: the best last, so that they are drawn on top. losses: their best values, in the metric's unit.
    """

    def __init__(self, state: State) -> None:
        self.state, self.problem = state, state.trials.problem
        sign = self.problem.sign
        best_of = min if sign == 1 else max
        reported = [trial for trial in state.trials if trial.values]
        if not reported:
            raise ValueError(f"No trial has reported {self.problem.metric!r}: there is nothing to draw.")
        reported.sort(key=lambda trial: -sign * best_of(trial.values))
        self.trials = reported
        self.range = metric_range([[best_of(trial.values)] for trial in reported], sign == 1)
        self.values = np.array([best_of(trial.values) for trial in reported]) / self.range.unit
        self.importance = importance_of(state.trials)

    @property
    def names(self) -> list[str]:
        """The hyperparameters, the most important first; in the order of the space if that isn't known."""
        found = [finding.name for finding in self.importance.findings] or list(self.problem.space.names)
        return found[:MOST_SHOWN]

    @property
    def label(self) -> str:
        return metric_label(self.problem.metric, self.problem.mode, self.range.unit)

    @property
    def colors(self) -> str:
        """The darker, the better."""
        return COLORS[self.problem.mode]

    def clipped(self) -> Array:
        """The values within the range that is shown; their logarithms where it is logarithmic."""
        values = np.clip(self.values, self.range.low, self.range.high)
        return np.log(values) if self.range.log else values

    def places(self, name: str) -> Array:
        """Where each trial is on the scale of a hyperparameter, from 0 to 1; NaN where it is missing."""
        domain = self.problem.space.domains[name]
        configs = [trial.config for trial in self.trials]
        return np.array([domain.to_unit(c[name]) if name in c else math.nan for c in configs])


# ---- importance -----------------------------------------------------------------------------------------


def draw_importance(shown: Shown, drawing: Figure) -> str:
    """A bar for each hyperparameter with its interval; hollow where it may be chance."""
    findings = _known(shown.importance)[:MOST_SHOWN]
    axis = drawing.subplots()
    for place, finding in enumerate(reversed(findings)):
        inside = CURVE if finding.matters else "white"
        axis.barh(place, 100.0 * finding.share, height=0.62, facecolor=inside, edgecolor=CURVE)
        ends = [[100.0 * (finding.share - finding.low)], [100.0 * (finding.high - finding.share)]]
        axis.errorbar([100.0 * finding.share], [place], xerr=ends, color="black", capsize=3.0, linewidth=1.2)
        if not finding.active:
            axis.text(1.0, place, "missing in all of the best", va="center", fontsize=9, color=FAINT)
    axis.set_yticks(range(len(findings)), [literal(_short(each.name, 24)) for each in reversed(findings)])
    axis.set_xlim(0.0, 105.0)
    compared = shown.importance.compared
    finish(axis, "share of all importance (%)", grid="x")
    about = (
        f"importance, from the best {compared.best:,} of {len(compared.ids):,} trials, with 80 % intervals"
    )
    return about if all(each.matters for each in findings) else f"{about}; hollow: may be chance"


def _known(importance: Importance) -> Sequence[Finding]:
    if not importance.findings:
        raise ValueError(
            "It is too early to tell what matters: `tunewise explain` says how many trials that takes."
        )
    return importance.findings


# ---- slices ---------------------------------------------------------------------------------------------


def draw_slices(shown: Shown, drawing: Figure) -> str:
    """Each hyperparameter against the best value of each trial, with where the middle of the best lies."""
    names = shown.names
    axes = _panels(drawing, len(names))
    regions = {each.name: each.region for each in shown.importance.findings}
    inside = np.array([shown.range.holds(value) for value in shown.values])
    size, order = 14.0 if len(shown.trials) < 500 else 5.0, shown.clipped()
    for axis, name in zip(axes, names, strict=True):
        domain, places = shown.problem.space.domains[name], shown.places(name)
        region = regions.get(name)
        if region is not None and region.width > 0.0:
            ends = [domain.to_unit(end) for end in (region.low, region.high)]
            axis.axvspan(*ends, color=BEST, alpha=0.12, linewidth=0.0)
        x = places + _spread(domain, len(places))
        drawn = inside & ~np.isnan(x)
        axis.scatter(
            x[drawn],
            shown.values[drawn],
            s=size,
            c=order[drawn],
            cmap=shown.colors,
            edgecolors=CURVE if size > 10.0 else "none",
            linewidths=0.3,
        )
        _draw_beyond(axis, x[~inside & ~np.isnan(x)], shown.problem.mode)
        axis.plot(x[-1], shown.values[-1], "*", color=BEST, markerfacecolor="white", markersize=14.0)
        show_metric(axis, shown.range)
        _show_scale(axis, domain, name)
    for axis in axes[:: _columns(len(names))]:
        axis.set_ylabel(shown.label)
    if not any(regions.values()):
        return "slices"
    return f"slices; shaded: where the middle of the best {shown.importance.compared.best:,} lies"


def _draw_beyond(axis: Axes, places: Array, mode: Mode) -> None:
    """Marks at the end of the axis the trials beyond it, which are always on the worse side."""
    if not len(places):
        return  # an empty line that isn't clipped takes room
    up = mode == "min"
    height = np.full(len(places), 1.0 if up else 0.0)
    mark, across = "^" if up else "v", axis.get_xaxis_transform()
    axis.plot(places, height, mark, transform=across, clip_on=False, color=FAINT, markersize=5.0)


def _spread(domain: Domain, number: int) -> Array:
    """Sets values of a choice apart that would hide one another, always the same way."""
    if not isinstance(domain, Choice):
        return np.zeros(number)
    return ((np.arange(number) * 0.618034) % 1.0 - 0.5) * 0.5 / domain.cardinality


def _columns(number: int) -> int:
    return min(number, 3 if number <= 9 else 4)


def _panels(drawing: Figure, number: int) -> list[Axes]:
    columns = _columns(number)
    rows = -(-number // columns)
    drawing.set_size_inches(4.2 * columns + 0.6, 3.4 * rows + 0.6)
    grid = drawing.add_gridspec(rows, columns)
    return [drawing.add_subplot(grid[place // columns, place % columns]) for place in range(number)]


# ---- contours -------------------------------------------------------------------------------------------


def draw_contour(shown: Shown, drawing: Figure) -> str:
    """The value over pairs of the three most important hyperparameters that have an order.

    It is the mean of the trials nearby, and blank where there are none.
    """
    domains = shown.problem.space.domains
    names = [name for name in shown.names if not isinstance(domains[name], Choice)][:3]
    pairs = [two for two in combinations(names, 2) if any(t.config.keys() >= {*two} for t in shown.trials)]
    if not pairs:
        raise ValueError("Contours need two hyperparameters with an order in a trial: draw slices instead.")
    axes = _panels(drawing, len(pairs))
    color = Normalize(*_ends(shown))
    values, side = shown.clipped(), (np.arange(GRID) + 0.5) / GRID
    for axis, (first, second) in zip(axes, pairs, strict=True):
        x, y = shown.places(first), shown.places(second)
        drawn = ~np.isnan(x) & ~np.isnan(y)
        surface = smoothed(x[drawn], y[drawn], values[drawn])
        axis.contourf(side, side, surface, levels=12, cmap=shown.colors, norm=color)
        axis.plot(x[drawn], y[drawn], ".", color="black", markersize=2.5, alpha=0.6)
        axis.plot(x[-1], y[-1], "*", color=BEST, markerfacecolor="white", markersize=15.0)
        _show_scale(axis, domains[first], first)
        _show_scale(axis, domains[second], second, vertical=True)
        axis.grid(visible=False)
    _color_bar(shown, drawing, axes)
    return "means of the trials nearby; a star: the best"


def smoothed(x: Array, y: Array, values: Array) -> Array:
    """Means of values at points (n,) of the unit square, weighted by how near these are, on a grid (rows of
    y, columns of x); NaN where none is near."""
    side = (np.arange(GRID) + 0.5) / GRID
    across, along = (np.exp(-0.5 * ((side[:, None] - at) / (NEAR / 2.0)) ** 2) for at in (x, y))
    weights = along @ across.T
    means = (along * values) @ across.T / np.maximum(weights, 1e-300)
    return np.where(weights < math.exp(-2.0), np.nan, means)


# ---- parallel coordinates -------------------------------------------------------------------------------


def draw_parallel(shown: Shown, drawing: Figure) -> str:
    """A line for each trial over all hyperparameters, which end at its value: the darker, the better."""
    names = shown.names
    drawing.set_size_inches(1.9 * (len(names) + 1) + 1.4, 5.6)
    axis = drawing.subplots()
    low, high = _ends(shown)
    clipped = shown.clipped()
    places = np.array([*(shown.places(name) for name in names), (clipped - low) / (high - low)])
    missing = np.isnan(places)
    points = np.where(missing, MISSING, places).T[-MOST_LINES:]
    lines = [list(enumerate(line)) for line in points.tolist()]
    opacity = max(0.25, min(0.9, 60.0 / len(lines)))
    axis.add_collection(
        LineCollection(
            lines,
            array=clipped[-MOST_LINES:],
            cmap=shown.colors,
            norm=Normalize(low, high),
            linewidths=1.1,
            alpha=opacity,
        )
    )
    axis.add_collection(LineCollection(lines[-1:], colors=BEST, linewidths=2.4))
    axis.set_xlim(-0.35, len(names) + 0.35)
    axis.set_ylim(MISSING - 0.02 if missing.any() else -0.02, 1.02)
    axis.set_xticks(
        range(len(names) + 1), [*(literal(_short(name, 18)) for name in names), literal(shown.problem.metric)]
    )
    axis.yaxis.set_visible(False)
    axis.spines[:].set_visible(False)
    for at, name in enumerate(names):
        domain = shown.problem.space.domains[name]
        _upright(axis, at, [*ticks(domain), *([(MISSING, "missing")] if missing[at].any() else [])])
    _upright(axis, len(names), [((at - low) / (high - low), text) for at, text in _metric_ticks(shown)])
    return "all trials, the darker the better; orange: the best"


def _upright(axis: Axes, at: int, marks: Sequence[tuple[float, str]]) -> None:
    axis.plot([at, at], [0.0, 1.0], color="black", linewidth=0.9, zorder=3.0)
    for height, text in marks:
        box = {"facecolor": "white", "edgecolor": "none", "alpha": 0.8, "pad": 0.8}
        axis.text(at + 0.03, height, literal(text), fontsize=8, va="center", zorder=4.0, bbox=box)


# ---- the distribution of values -------------------------------------------------------------------------


def draw_distribution(shown: Shown, drawing: Figure) -> str:
    """Which share of the trials is at most as good: of all that reported, and of those trained to the end."""
    axis = drawing.subplots()
    largest = shown.problem.max_resource
    whole = [largest is None or trial.level >= largest for trial in shown.trials]
    kept = shown.values[np.array(whole)]
    parts = [("all trials", shown.values, CURVE, "-")]
    if 0 < len(kept) < len(whole):
        parts.append(("trained to the end", kept, BEST, "--"))
    for label, values, color, style in parts:
        steps = np.sort(values)
        share = np.arange(1, len(steps) + 1) / len(steps)
        axis.step(steps, 100.0 * share, style, where="post", color=color, label=f"{label} ({len(steps):,})")
    if shown.range.log:
        axis.set_xscale("log")
    axis.set_xlim(shown.range.low, shown.range.high)
    axis.set_ylim(0.0, 102.0)
    axis.set_ylabel("trials with at most this value (%)")
    axis.legend(frameon=False)
    finish(axis, shown.label)
    return "how the best values of the trials are distributed"


# ---- scales ---------------------------------------------------------------------------------------------


def ticks(domain: Domain) -> list[tuple[float, str]]:
    """About `TICKS` places on the scale of a hyperparameter, from 0 to 1, and their values as text."""
    values = {domain.to_unit(value): value for value in _marked(domain)}
    return [(at, _short(f"{v:.3g}" if isinstance(v, float) else str(v), LONGEST)) for at, v in values.items()]


def _marked(domain: Domain) -> Iterable[Value]:
    """Values to name on a scale: round numbers, or up to `MOST_SHOWN` of a list."""
    if isinstance(domain, (Float, Integer)):
        low, high = domain.lower, domain.upper
        if domain.log:
            powers = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
            for least, digits in ((2, (1,)), (4, (1, 2, 5))):
                within = [at for p in powers for n in digits if low <= (at := float(f"{n}e{p}")) <= high]
                if len(within) >= least:
                    return [domain.validate(at) for at in within[:: -(-len(within) // TICKS)]]
        found = MaxNLocator(TICKS, integer=isinstance(domain, Integer)).tick_values(low, high)
        return [domain.validate(float(at)) for at in found if low <= at <= high]
    assert domain.cardinality is not None, "all others are lists"
    step = -(-domain.cardinality // MOST_SHOWN)
    return [domain.from_unit((at + 0.5) / domain.cardinality) for at in range(0, domain.cardinality, step)]


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _show_scale(axis: Axes, domain: Domain, name: str, vertical: bool = False) -> None:
    marks = ticks(domain)
    side = axis.yaxis if vertical else axis.xaxis
    side.set_ticks([at for at, _ in marks], [literal(text) for _, text in marks])
    label = literal(_short(name, 30)) + (", logarithmic" if getattr(domain, "log", False) else "")
    if vertical:
        axis.set_ylim(-0.03, 1.03)
        axis.set_ylabel(label)
    else:
        axis.set_xlim(-0.03, 1.03)
        finish(axis, label)


def _metric_ticks(shown: Shown) -> list[tuple[float, str]]:
    """Places on the scale of `Shown.clipped`, and their values as text."""
    low, high = _ends(shown)
    found = [float(at) for at in MaxNLocator(TICKS).tick_values(low, high) if low <= at <= high]
    return [(at, f"{math.exp(at) if shown.range.log else at:.3g}") for at in found]


def _color_bar(shown: Shown, drawing: Figure, axes: Sequence[Axes]) -> None:
    marks = _metric_ticks(shown)
    scale = ScalarMappable(Normalize(*_ends(shown)), shown.colors)
    bar = drawing.colorbar(scale, ax=list(axes), label=shown.label, fraction=0.05)
    bar.set_ticks([at for at, _ in marks], labels=[text for _, text in marks])


def _ends(shown: Shown) -> tuple[float, float]:
    clipped = shown.clipped()
    low, high = float(clipped.min()), float(clipped.max())
    return (low, high) if low < high else (low - 0.5, high + 0.5)


KINDS: Mapping[str, Callable[[Shown, Figure], str]] = {
    "importance": draw_importance,
    "slices": draw_slices,
    "contour": draw_contour,
    "parallel": draw_parallel,
    "distribution": draw_distribution,
}


def figure_of(kind: str, state: State, about: str) -> Figure:
    """A figure of a kind of `KINDS`. about: the title. Raises ValueError if it can't be drawn yet."""
    drawing = Drawing(figsize=(9.0, 5.2), dpi=120, layout="constrained")
    what = KINDS[kind](Shown(state), drawing)
    title(drawing, f"{about} – {what}")
    return drawing
