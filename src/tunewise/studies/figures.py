"""The figures of a study. Needs the extra `plots`."""

import math
from collections.abc import Mapping, Sequence
from pathlib import Path

import matplotlib as mpl
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from tunewise.disk import replacing
from tunewise.display.formats import count
from tunewise.plots import draw_curves
from tunewise.plots.axes import finish, literal, metric_range, time_unit, title, wrapped
from tunewise.results import ExperimentResult
from tunewise.studies import comparison
from tunewise.studies.comparison import Ranks, Reach, Statistic, ranks
from tunewise.studies.outcome import Outcome
from tunewise.studies.panels import MARKS, PANEL, Look, axis_name, legend, panels, subplots
from tunewise.studies.report import Findings


def write_figures(
    outcomes: Sequence[Outcome],
    findings: Sequence[Findings],
    chosen: Mapping[str, Mapping[str, ExperimentResult]],
    folder: Path,
    formats: Sequence[str] = ("png", "svg"),
    statistic: Statistic = "mean",
) -> list[Path]:
    """Draws all figures into a folder, and returns the files' paths.

    chosen: experiments whose learning curves are drawn side by side: by their titles, for each figure's name.
    Raises ValueError for an unknown format.
    """
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for one in findings:
        for name, figure in figures_of(one, statistic).items():
            paths += _save(figure, folder, f"{one.benchmark}-{name}", formats)
    for name, records in chosen.items():
        paths += _save(curves_figure(records, f"{name}: learning curves"), folder, f"{name}-curves", formats)
    ranked = _ranks(outcomes, findings)
    if ranked is not None:
        paths += _save(ranked, folder, "ranks", formats)
    return paths


def figures_of(one: Findings, statistic: Statistic = "mean") -> dict[str, Figure]:
    """The figures of a benchmark by their names."""
    look = Look(one.methods, one.workers)
    by_method = {method: [arm for arm in one.arms if arm.method == method] for method in one.methods}
    by_workers = {count(n, "worker"): [arm for arm in one.arms if arm.workers == n] for n in one.workers}
    about = f"{one.benchmark}: {_over_seeds(one, statistic)}"
    figures = {}
    for axis in one.axes:
        curves = {arm: comparison.curve(group, axis, statistic) for arm, group in one.arms.items()}
        kinds = {"comparison": one.groups}
        if axis == "wallclock":
            kinds |= {"methods": by_method, "workers": by_workers}
        for name, groups in kinds.items():
            figure = panels(curves, groups, look, axis, one.metric, one.mode, about)
            if figure is not None:
                figures[f"{name}-{axis_name(axis).replace(' ', '-')}"] = figure
    figures["target"] = reach_figure(one.reaches, look, f"{one.metric} {one.target:.4g}", one.priced)
    return figures


def _over_seeds(one: Findings, statistic: Statistic) -> str:
    numbers = sorted({len(group) for group in one.arms.values()})
    if numbers == [1]:
        return "a single seed"
    return f"{statistic} over {' to '.join(map(str, dict.fromkeys((numbers[0], numbers[-1]))))} seeds"


def _ranks(outcomes: Sequence[Outcome], findings: Sequence[Findings]) -> Figure | None:
    methods = [method for one in findings for method in one.methods]
    workers = sorted({n for one in findings for n in one.workers})
    found = [one for one in (ranks(outcomes, n) for n in workers) if one is not None]
    return ranks_figure(found, Look(methods, workers)) if found else None


def _save(figure: Figure, folder: Path, name: str, formats: Sequence[str]) -> list[Path]:
    """Writes a figure in each format. Equal figures give equal files: no date, and fixed names in an SVG."""
    paths = []
    with mpl.rc_context({"svg.hashsalt": "tunewise"}):
        for form in formats:
            path = folder / f"{name}.{form}"
            metadata = {"svg": {"Date": None}, "pdf": {"CreationDate": None}}.get(form)
            with replacing(path) as draft:
                figure.savefig(draft, format=form, metadata=metadata)
            paths.append(path)
    return paths


FEW = 3  # bars; fewer are no thicker


def ranks_figure(found: Sequence[Ranks], look: Look) -> Figure:
    """Mean ranks over the fraction of the budget, with a panel for each number of workers."""
    figure, parts, columns = subplots(len(found))
    for place, (part, one) in enumerate(zip(parts, found, strict=False)):
        _draw_ranks(part, one, look)
        part.set_title(f"{count(one.workers, 'worker')}, {count(one.cases, 'comparison')}", fontsize=12)
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
            where="post",  # a rank holds until the next incumbent
            color=style.colour,
            marker=style.marker,
            markerfacecolor=style.face,
            markevery=(place % every, every),
            linewidth=2.0,
        )


def reach_figure(found: Sequence[Reach], look: Look, target: str, price: bool) -> Figure:
    """Bars of the time, and of the worker-hours or money, that each arm took to reach a target."""
    names = [f"{literal(reach.arm.method)}, {count(reach.arm.workers, 'worker')}" for reach in found]
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
    """unit: the text behind each amount."""
    longest = _longest(amounts)
    for place, (reach, amount) in enumerate(zip(found, amounts, strict=True)):
        some = f"reached by {reach.reached} of {count(reach.seeds, 'seed')}"
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
    """The largest finite amount; 1 if there is none."""
    return max((amount for amount in amounts if math.isfinite(amount)), default=0.0) or 1.0


def curves_figure(records: Mapping[str, ExperimentResult], about: str) -> Figure:
    """The learning curves of experiments side by side: a panel for each, with common axes. All have the same
    metric. about: the title.

    Raises ValueError if none has a report.
    """
    figure, parts, columns = subplots(len(records))
    modes = {record.problem.mode for record in records.values()}
    values = [trial.values for record in records.values() for trial in record.state.trials if trial.values]
    if not values:
        raise ValueError("No trial has reported yet: there is nothing to draw.")
    shown = metric_range(values, modes == {"min"})
    handles: dict[str, Artist] = {}
    for place, (part, (name, record)) in enumerate(zip(parts, records.items(), strict=True)):
        for handle in draw_curves(record.state, part, shown):
            handles.setdefault(_general(str(handle.get_label())), handle)
        best = record.best
        assert best is not None
        told = f"{len(record.state.trials)} trials, best {best.value:.5g}"
        part.set_title(f"{wrapped(name, PANEL[0])}\n{told}", fontsize=11)
        if place % columns:
            part.set_ylabel("")
    if (
        len({part.get_xlabel() for part in parts}) == 1
    ):  # all panels have levels, or all have trials side by side
        left, right = zip(*(part.get_xlim() for part in parts), strict=True)
        for part in parts:
            part.set_xlim(min(left), max(right))
    for label, handle in handles.items():
        handle.set_label(label)
    legend(figure, [list(handles.values())])
    title(figure, about)
    return figure


def _general(label: str) -> str:
    """A legend's label for one experiment, in words that fit all of them."""
    if label.endswith(", the best"):
        return "the best trial"
    if label.startswith("best: "):
        return "the best value"
    return "trials beyond the axis" if label.endswith("beyond the axis") else label
