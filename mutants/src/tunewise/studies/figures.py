"""Draws what a study found. Needs the extra `plots`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import matplotlib as mpl
from matplotlib.figure import Figure

from tunewise.disk import replacing
from tunewise.studies import comparison
from tunewise.studies.comparison import Statistic
from tunewise.studies.looks import Look, workers_text
from tunewise.studies.outcome import Outcome
from tunewise.studies.panels import axis_name, panels
from tunewise.studies.ranks import ranks
from tunewise.studies.side_by_side import curves_figure
from tunewise.studies.standings import ranks_figure, reach_figure

if TYPE_CHECKING:
    from tunewise.results import ExperimentResult
    from tunewise.studies.report import Findings


def write_figures(
    outcomes: Sequence[Outcome],
    findings: Sequence[Findings],
    chosen: Mapping[str, Mapping[str, ExperimentResult]],
    folder: Path,
    formats: Sequence[str] = ("png", "svg"),
    statistic: Statistic = "mean",
) -> list[Path]:
    """Draws everything into a folder; returns the files' paths.

    chosen: experiments whose learning curves are drawn side by side, by their titles, for each name of a
    figure. Raises ValueError for a format that there isn't.
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
    by_workers = {workers_text(n): [arm for arm in one.arms if arm.workers == n] for n in one.workers}
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
    """Equal figures give equal files: no date, and fixed names within an SVG."""
    paths = []
    with mpl.rc_context({"svg.hashsalt": "tunewise"}):
        for form in formats:
            path = folder / f"{name}.{form}"
            metadata = {"svg": {"Date": None}, "pdf": {"CreationDate": None}}.get(form)
            with replacing(path) as draft:
                figure.savefig(draft, format=form, metadata=metadata)
            paths.append(path)
    return paths
