"""Terminals: what a live display is painted on."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Generic, Protocol, TypeVar

from rich.console import Console
from rich.live import Live
from rich.progress import Progress


def make_console(err: bool = False) -> Console:
    """A console on standard output, or standard error. It follows NO_COLOR, and shows texts as they are."""
    return Console(stderr=err, highlight=False, markup=False, emoji=False)


def can_repaint(console: Console) -> bool:
    """Whether a live display works: a terminal that moves its cursor, and has more than ASCII."""
    return console.is_terminal and not console.is_dumb_terminal and not console.options.ascii_only


class Picture(Protocol):
    """What a `Stage` shows."""

    def start(self) -> None: ...

    def stop(self) -> None: ...


Shown = TypeVar("Shown", bound=Picture)


class Stage(Generic[Shown]):
    """Shows a picture that is repainted, and takes it away while the terminal is somebody else's: after
    Ctrl-Z, and as long as this process is in the background. It is gone when the stage is left.

    make: a new picture. The same one can't be shown again, as Rich's `Live` would then wipe out as many lines
    above it as it had when it was taken away.
    """

    def __init__(self, console: Console, make: Callable[[], Shown]) -> None:
        self._console = console
        self._make = make
        self._picture: Shown | None = None
        self._painting = False
        self._suspended = False  # asked for, and put off until what is being painted is whole
        self._handles = False

    def __enter__(self) -> Stage[Shown]:
        in_main = threading.current_thread() is threading.main_thread()  # others can't take signals
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
        """Hands out the picture to be painted, None while nobody would see it."""
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
        except (OSError, ValueError):  # no terminal, which nobody else could own
            return True

    def _on_ctrl_z(self, number: int, frame: FrameType | None) -> None:
        self._suspended = True
        if not self._painting:
            self._suspend()

    def _suspend(self) -> None:
        """Makes way, and does then what Ctrl-Z does by itself; returns when the process goes on."""
        self._suspended = False
        self._take_away()
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, self._on_ctrl_z)
        self._show()


def stage_of(bar: Progress) -> Stage[Live]:
    """Where a progress bar is shown, which is not started by itself. The line below it stays free for the ^C
    or ^Z that a terminal writes there, which would push a bar of full width up."""
    from rich.console import Group
    from rich.live import Live

    def picture() -> Group:
        return Group(bar.get_renderable(), "")

    def make() -> Live:
        return Live(console=bar.console, get_renderable=picture, transient=True)

    return Stage(bar.console, make)
