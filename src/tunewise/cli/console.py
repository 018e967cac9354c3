"""Terminals: what the commands print tables and pictures on."""

from __future__ import annotations

import os

from rich.console import Console
from rich.table import Table

WIDE = 10_000  # columns where there is no terminal: a table is as wide as what it holds


def make_console() -> Console:
    """A console on standard output. It follows NO_COLOR, and cuts nothing off where output is no terminal."""
    console = Console(highlight=False, markup=False, emoji=False)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = WIDE
    return console


def can_repaint(console: Console) -> bool:
    """Whether a live display works: a terminal that moves its cursor, and has more than ASCII."""
    return console.is_terminal and not console.is_dumb_terminal and not console.options.ascii_only


def make_table(*headings: str, right: tuple[str, ...] = ()) -> Table:
    """A table without lines; the columns named in `right` are aligned to the right."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for heading in headings:
        table.add_column(
            heading, justify="right" if heading in right else "left", no_wrap=True, overflow="ellipsis"
        )
    return table
