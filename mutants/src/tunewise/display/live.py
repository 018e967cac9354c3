"""The live display of a running experiment in a terminal."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from rich.console import Console, Group
from rich.live import Live
from rich.text import Text

from tunewise.display.console import Stage
from tunewise.display.frame import Size, Title, frame
from tunewise.display.notebook import Cell
from tunewise.display.story import Happening, Kind, Story
from tunewise.events import Entry

if TYPE_CHECKING:
    from tunewise.engine.state import State

PERIOD = 0.25  # seconds between pictures, at least
MAX_SHARE = 0.05  # of the tuner's time that pictures may take


class LiveDisplay:
    """A watcher that repaints a picture of the experiment; the picture is gone when it is left.

    However many facts a round brings, a picture is painted four times a second at most, and less often
    where painting is slow.

    make: makes what it is painted on; by default on the console, which tells the size of the picture in any
    case.
    """

    def __init__(
        self, console: Console, title: Title, story: Story, make: Callable[[], Live | Cell] | None = None
    ) -> None:
        self._console = console
        self._title = title
        self._story = story
        self._happenings: deque[Happening] = deque(maxlen=100)
        self._stage: Stage[Live | Cell] = Stage(console, make or self._on_console)
        self._due = 0.0

    def __enter__(self) -> LiveDisplay:
        self._stage.__enter__()
        return self

    def __exit__(self, *_: object) -> None:
        self._stage.__exit__(None, None, None)

    def _on_console(self) -> Live:
        return Live(console=self._console, auto_refresh=False, transient=True)

    def update(self, state: State, entries: Sequence[Entry], now: float) -> None:
        happenings = self._story.take(state, entries)  # the best has a place of its own in the picture
        self._happenings.extend(told for told in happenings if told.kind is not Kind.BEST)
        begun = time.monotonic()
        if begun < self._due:
            return
        with self._stage.painting() as picture:
            if picture is not None:
                # the last line stays free for the cursor, and for the ^C or ^Z that a terminal writes there
                size = Size(self._console.width, max(1, self._console.height - 1))
                lines = frame(self._title, state, self._happenings, now, size)
                picture.update(Group(*lines, Text()), refresh=True)
        ended = time.monotonic()
        self._due = ended + max(PERIOD, (ended - begun) / MAX_SHARE)
