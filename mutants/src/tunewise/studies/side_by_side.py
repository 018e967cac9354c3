"""The learning curves of several experiments side by side. Needs the extra `plots`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from matplotlib.artist import Artist
from matplotlib.figure import Figure

from tunewise.plots import draw_curves
from tunewise.plots.looks import title, wrapped
from tunewise.plots.ranges import metric_range
from tunewise.studies.looks import legend
from tunewise.studies.panels import PANEL, subplots

if TYPE_CHECKING:
    from tunewise.results import ExperimentResult


def curves_figure(records: Mapping[str, ExperimentResult], about: str) -> Figure:
    """A panel for each experiment by its title, all of one metric, with one scale for it and for the
    resource. about: the title.

    Raises ValueError if one of them has no report.
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
    if len({part.get_xlabel() for part in parts}) == 1:  # levels, or trials side by side, in all of them
        left, right = zip(*(part.get_xlim() for part in parts), strict=True)
        for part in parts:
            part.set_xlim(min(left), max(right))
    for label, handle in handles.items():
        handle.set_label(label)
    legend(figure, [list(handles.values())])
    title(figure, about)
    return figure


def _general(label: str) -> str:
    """What a legend's label says of one experiment, said of all."""
    if label.endswith(", the best"):
        return "the best trial"
    if label.startswith("best: "):
        return "the best value"
    return "trials beyond the axis" if label.endswith("beyond the axis") else label
