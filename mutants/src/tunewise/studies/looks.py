"""Colours, markers and line styles of a study's figures, and the legends that tell them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

import matplotlib as mpl
from matplotlib.artist import Artist
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from tunewise.plots.looks import literal

if TYPE_CHECKING:
    from tunewise.studies.comparison import Arm

Line = Literal["-", "--", ":", "-."] | tuple[float, tuple[float, ...]]
By = Literal["method", "workers", "both"]
"""What tells the curves of a panel apart."""

# M. Okabe and K. Ito: Color Universal Design, 2008: told apart with any kind of colour vision
COLOURS = ("#0072B2", "#E69F00", "#009E73", "#D55E00", "#CC79A7", "#56B4E9", "#000000", "#8A8A8A")
STYLES: tuple[Line, ...] = ("-", "--", ":", "-.", (0.0, (7.0, 3.0)), (0.0, (3.0, 1.0, 1.0, 1.0, 1.0, 1.0)))
MARKERS = ("o", "s", "^", "D", "v", "P", "X", "*")
NEUTRAL = "#444444"
MARKS = 6  # of each curve

TEXT_WIDTH = 0.085  # inches of a letter of a legend
HANDLE_WIDTH = 0.85  # inches of a legend's line, with the space around it


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
    """Of a study, the same in all its figures: methods have colours and markers, numbers of workers styles.

    From the ninth method on colours come again, with other markers, which are hollow.
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
        """Samples for a legend, in rows that belong together."""
        workers = [n for n in self.workers if any(arm.workers == n for arm in arms)]
        if by == "workers":
            return [[_sample(self.of_workers(n), workers_text(n)) for n in workers]]
        rows = [self.method_handles({arm.method for arm in arms})]
        if by == "both":
            styles = [Style(NEUTRAL, self._line(n), "", hollow=False) for n in workers]
            rows.append([_sample(style, workers_text(n)) for style, n in zip(styles, workers, strict=True)])
        return rows

    def method_handles(self, methods: Container[str]) -> list[Line2D]:
        return [_sample(self.of_method(method), method) for method in self.methods if method in methods]

    def _line(self, workers: int) -> Line:
        place = len(self.workers) - 1 - self.workers.index(workers)  # the most workers have the full line
        return STYLES[place % len(STYLES)]


def told_apart(panels: Iterable[Sequence[Arm]]) -> By:
    """By what the curves of panels are told apart, methods first."""
    panels = list(panels)
    if all(len({arm.workers for arm in arms}) == 1 for arms in panels):
        several = len(panels) > 1 and all(len(arms) == 1 for arms in panels)
        return "workers" if several else "method"
    one_method = all(len({arm.method for arm in arms}) == 1 for arms in panels)
    return "workers" if one_method else "both"


def workers_text(number: int) -> str:
    return "1 worker" if number == 1 else f"{number} workers"


def seeds_text(number: int) -> str:
    return "1 seed" if number == 1 else f"{number} seeds"


def legend(figure: Figure, rows: Sequence[Sequence[Artist]]) -> None:
    """A legend below the axes, where it hides nothing, row by row."""
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
