"""Notebooks: the cell of one shows a picture in place of the one before. IPython is never imported where it
isn't at work."""

from __future__ import annotations

import io
import sys
import threading
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from rich.console import RenderableType

COLUMNS, LINES = 100, 30
_HTML = '<pre style="line-height: 1.2; font-family: Menlo, Consolas, monospace">{code}</pre>'


class _Handle(Protocol):
    """What IPython gives for an output that is to be replaced."""

    def update(self, data: dict[str, str], raw: bool) -> None: ...


def in_notebook() -> bool:
    """Whether this code runs in the kernel of a notebook, and not in IPython's terminal."""
    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    return any(kind.__name__ == "ZMQInteractiveShell" for kind in type(shell).__mro__)


def somebody_looks_on() -> bool:
    """Whether what this thread shows is seen: in a notebook, or on a terminal. Two threads at once would
    paint over each other."""
    seen = in_notebook() or (sys.stderr is not None and sys.stderr.isatty())
    return seen and threading.current_thread() is threading.main_thread()


class Cell:
    """What Rich's `Live` is to a terminal."""

    def __init__(self) -> None:
        self._handle: _Handle | None = None

    def start(self) -> None:
        from IPython.display import display  # type: ignore[import-not-found, unused-ignore]

        self._handle = display({"text/plain": ""}, raw=True, display_id=True)

    def update(self, picture: RenderableType, refresh: bool) -> None:
        from rich.console import Console

        console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_jupyter=False)
        console.print(picture)
        self._show(
            console.export_html(inline_styles=True, code_format=_HTML, clear=False), console.export_text()
        )

    def stop(self) -> None:
        self._show("", "")

    def _show(self, html: str, text: str) -> None:
        if self._handle is not None:  # None where the kernel shows nothing
            self._handle.update({"text/html": html, "text/plain": text}, raw=True)
