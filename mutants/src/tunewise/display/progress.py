"""What a person sees of an experiment while it runs, wherever that is, and what Python says at its end."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from tunewise.display.console import can_repaint, make_console
from tunewise.display.frame import Title
from tunewise.display.lines import PlainLines
from tunewise.display.live import LiveDisplay
from tunewise.display.notebook import COLUMNS, LINES, Cell, in_notebook
from tunewise.display.printing import say
from tunewise.display.story import Story
from tunewise.display.words import best_found, ending
from tunewise.events import Entry

if TYPE_CHECKING:
    from tunewise.engine.state import State

Display = LiveDisplay | PlainLines


class Shown:
    """A watcher that shows an experiment from the moment when nothing of it can be refused any more.

    begin: says then what will run, and makes the display.
    """

    def __init__(self, begin: Callable[[], Display]) -> None:
        self._begin = begin
        self._display: Display | None = None
        self.state: State | None = None

    def __enter__(self) -> Shown:
        return self

    def __exit__(self, *_: object) -> None:
        if self._display is not None:
            self._display.__exit__(None, None, None)

    def update(self, state: State, entries: Sequence[Entry], now: float) -> None:
        if self._display is None:
            self.state = state
            self._display = self._begin().__enter__()
        self._display.update(state, entries, now)


def make_display(title: Title, before: State | None = None, err: bool = False) -> Display:
    """What standard output, or standard error, can show of a running experiment.

    before: the state that a resumed experiment goes on from.
    """
    story = Story(title.problem, before)
    console = make_console(err)
    return LiveDisplay(console, title, story) if can_repaint(console) else PlainLines(story, err=err)


@contextmanager
def shown(title: Title, folder: Path, before: State | None = None) -> Iterator[Shown]:
    """Shows an experiment that Python runs, on standard error or in a notebook's cell, and how it ended.

    before: the state that a resumed experiment goes on from.
    """
    notebook = in_notebook()

    def begin() -> Display:
        say(f"Experiment {title.experiment}, in {folder}", err=not notebook)
        if not notebook:
            return make_display(title, before, err=True)
        console = Console(width=COLUMNS, height=LINES, file=io.StringIO())
        return LiveDisplay(console, title, Story(title.problem, before), Cell)

    with Shown(begin) as watcher:
        yield watcher
    if watcher.state is not None and watcher.state.finished is not None:
        say(f"{ending(watcher.state.finished)}.", err=not notebook)
        if watcher.state.trials.best is not None:
            say(f"Best {best_found(watcher.state.trials)}", err=not notebook)
