"""Terminals: what a live display is painted on."""

from __future__ import annotations

from rich.console import Console


def make_console(err: bool = False) -> Console:
    """A console on standard output, or standard error. It follows NO_COLOR, and shows texts as they are."""
    return Console(stderr=err, highlight=False, markup=False, emoji=False)


def can_repaint(console: Console) -> bool:
    """Whether a live display works: a terminal that moves its cursor, and has more than ASCII."""
    return console.is_terminal and not console.is_dumb_terminal and not console.options.ascii_only
