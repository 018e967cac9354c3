"""Terminals, and pictures that are repainted on them."""

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Generic, Protocol, TypeVar

from rich.console import Console, Group
from rich.live import Live
from rich.progress import Progress


def make_console(err: bool = False) -> Console:
    """A console on standard output or standard error. It follows NO_COLOR, and shows text unchanged."""
    return Console(stderr=err, highlight=False, markup=False, emoji=False)


def can_repaint(console: Console) -> bool:
    """Whether a live display works: on a terminal that can move its cursor and has more than ASCII."""
    return console.is_terminal and not console.is_dumb_terminal and not console.options.ascii_only


class Picture(Protocol):
    """What a `Stage` shows."""

    def start(self) -> None: ...

    def stop(self) -> None: ...


Shown = TypeVar("Shown", bound=Picture)


class Stage(Generic[Shown]):
    """Shows a picture that is repainted, and removes it while another process has the terminal: after Ctrl-Z,
    and as long as this process is in the background. It removes it at the end, too.

    make: makes a new picture. A removed picture can't be shown again: Rich's `Live` would erase as many lines
    above it as it had before.
    """

    def __init__(self, console: Console, make: Callable[[], Shown]) -> None:
        self._console = console
        self._make = make
        self._picture: Shown | None = None
        self._painting = False
        self._suspended = False  # requested, and delayed until the picture is complete
        self._handles = False

    def __enter__(self) -> "Stage[Shown]":
        in_main = threading.current_thread() is threading.main_thread()  # other threads can't handle signals
        self._handles = in_main and signal.getsignal(signal.SIGTSTP) is signal.SIG_DFL
        if self._handles:
            signal.signal(signal.SIGTSTP, self._on_ctrl_z)
        self._show()
        return self

    def __exit__(self, *_: object) -> None:
        if self._handles:
            signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        self._take_away()

    @contextmanager
    def painting(self) -> Iterator[Shown | None]:
        """Yields the picture to paint on; None while nobody would see it."""
        self._show()
        self._painting = True
        try:
            yield self._picture
        finally:
            self._painting = False
            if self._suspended:
                self._suspend()

    def _show(self) -> None:
        if not self._in_foreground():
            self._take_away()
        elif self._picture is None:
            self._picture = self._make()
            self._picture.start()

    def _take_away(self) -> None:
        picture, self._picture = self._picture, None
        if picture is not None:
            picture.stop()

    def _in_foreground(self) -> bool:
        try:
            return os.tcgetpgrp(self._console.file.fileno()) == os.getpgrp()
        except (OSError, ValueError):  # not a terminal, so nobody else can have it
            return True

    def _on_ctrl_z(self, number: int, frame: FrameType | None) -> None:
        self._suspended = True
        if not self._painting:
            self._suspend()

    def _suspend(self) -> None:
        """Removes the picture and stops the process, as Ctrl-Z does; returns when the process continues."""
        self._suspended = False
        self._take_away()
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, self._on_ctrl_z)
        self._show()


def stage_of(bar: Progress) -> Stage[Live]:
    """A stage for a progress bar that hasn't been started. The line below the bar stays free for the ^C or ^Z
    that a terminal writes there, which would push a bar of full width up."""

    def picture() -> Group:
        return Group(bar.get_renderable(), "")

    def make() -> Live:
        return Live(console=bar.console, get_renderable=picture, transient=True)

    return Stage(bar.console, make)
