"""Plain tables: columns as wide as what they hold, and lines no longer than the terminal."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

GAP = "  "


def print_table(
    headings: Sequence[str], rows: Iterable[Sequence[str]], right: frozenset[str] = frozenset()
) -> None:
    """Prints rows under their headings; columns whose headings are in `right` are aligned to the right.

    On a terminal a line that is too long is cut off, elsewhere nothing is.
    """
    table = [headings, *rows]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    limit = line_limit()
    for number, row in enumerate(table):
        cells = [
            cell.rjust(width) if heading in right else cell.ljust(width)
            for heading, cell, width in zip(headings, row, widths, strict=True)
        ]
        line = _cut(GAP.join(cells).rstrip(), limit)
        click.echo(click.style(line, dim=True) if number == 0 and "NO_COLOR" not in os.environ else line)


def width_of(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """How many characters wide a table is."""
    widths = [max(map(len, column)) for column in zip(headings, *rows, strict=True)]
    return sum(widths) + len(GAP) * (len(widths) - 1)


def line_limit() -> int | None:
    """The columns of the terminal; None where there is none."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def _cut(line: str, limit: int | None) -> str:
    return line if limit is None or len(line) <= limit else line[: max(0, limit - 1)] + "…"
