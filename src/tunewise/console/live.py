"""Experiments that somebody looks at: each is followed once, however many pages show it, and no longer than
it is shown."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from functools import partial
from typing import NamedTuple, TypeVar

import msgspec

from tunewise.console.reading import Follower
from tunewise.console.views import changes_of, head
from tunewise.definition import DefinitionError
from tunewise.journal import JournalReplacedError
from tunewise.paths import ExperimentPaths

POLL = 0.1  # seconds between two looks at a journal
HEAD = 1.0  # seconds after which the head is told again if only it has changed
KEPT = 60.0  # seconds for which an experiment that nobody looks at any more is still followed
MOST_KEPT = 2  # such experiments
BACKLOG = 4 << 20  # bytes of changes that are kept for pages that were cut off
FIRST = 0.1  # seconds that a page waits for the first part of a long journal

Result = TypeVar("Result")
logger = logging.getLogger(__name__)
encode = msgspec.json.Encoder().encode


class Message(NamedTuple):
    """What a page is sent: an event's name and its data. cursor: the journal's offset afterwards; None if the
    message says nothing about the journal."""

    event: str
    data: bytes
    cursor: str | None = None


class Step(NamedTuple):
    """Changes between two cursors."""

    before: str
    message: Message


class Watched:
    """An experiment that is followed. All reading of it takes turns, in threads beside the event loop.

    viewers: how many look at it.
    """

    def __init__(self, follower: Follower) -> None:
        self.follower = follower
        self.viewers = 0
        self._turn = asyncio.Lock()
        self._news = asyncio.Condition()
        self._steps: deque[Step] = deque()
        self._kept = 0
        self._generation = 0
        self._status = Message("status", b"{}")
        self._number = 0
        self._error = ""

    async def ask(self, question: Callable[[Follower], Result]) -> Result:
        """The answer to a question about the experiment as far as it has been read."""
        async with self._turn:
            return await asyncio.to_thread(question, self.follower)

    @property
    def cursor(self) -> str:
        return f"{self._generation}.{self.follower.offset}"

    async def readable(self) -> None:
        """Waits a moment until all was read, so that small experiments appear as a whole."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._usable(), FIRST)

    async def _usable(self) -> None:
        async with self._news:
            await self._news.wait_for(lambda: self.follower.usable)

    async def follow(self) -> None:
        """Reads on for ever, and tells the pages."""
        told_at, loop = 0.0, asyncio.get_running_loop()
        while True:
            more = await self._advance()
            if loop.time() - told_at >= HEAD or (more and loop.time() - told_at >= 3 * POLL):
                told_at = loop.time()
                await self._tell_status()
            await asyncio.sleep(0 if more else POLL)

    async def messages(self, cursor: str) -> AsyncIterator[Message]:
        """What a page that knows all up to a cursor needs: changes, or the advice to load all again."""
        known = 0
        while True:
            async with self._news:
                if not self.follower.whole:
                    steps: list[Message] | None = []
                else:
                    steps = self._since(cursor)
                status, number = self._status, self._number
                if not steps and number == known and steps is not None:
                    await self._news.wait()
                    continue
            if steps is None:
                cursor = self.cursor
                yield Message("reload", b"{}", cursor)
            else:
                for message in steps:
                    cursor = message.cursor or cursor
                    yield message
            if number != known:
                known = number
                yield status

    def _since(self, cursor: str) -> list[Message] | None:
        if cursor == self.cursor:
            return []
        steps = list(self._steps)
        for place, step in enumerate(steps):
            if step.before == cursor:
                return [later.message for later in steps[place:]]
        return None

    async def _advance(self) -> bool:
        async with self._turn:
            before, was_whole = self.cursor, self.follower.whole
            try:
                more = await asyncio.to_thread(self.follower.advance)
                self._error = ""
            except JournalReplacedError:
                more = await self._restart()
            if not self.follower.whole or not was_whole:
                if self.follower.whole:  # all was read: pages load it as a whole
                    self.follower.take_changes()
                    self._generation += 1
                    self._steps.clear()
                    self._kept = 0
                changed = self.follower.whole
            else:
                changed = before != self.cursor
                if changed:
                    await asyncio.to_thread(self._step, before)
        if changed:
            async with self._news:
                self._news.notify_all()
        return more

    async def _restart(self) -> bool:
        """Reads a journal that was replaced from its start. One that is gone is waited for."""
        self._generation += 1
        try:
            await asyncio.to_thread(self.follower.restart)
        except DefinitionError as error:
            self._error = str(error)
            return False
        return True

    def _step(self, before: str) -> None:
        data = encode(changes_of(self.follower, self.follower.take_changes()))
        self._steps.append(Step(before, Message("changes", data, self.cursor)))
        self._kept += len(data)
        while self._kept > BACKLOG and len(self._steps) > 1:
            self._kept -= len(self._steps.popleft().message.data)

    async def _tell_status(self) -> None:
        async with self._turn:
            view = await asyncio.to_thread(head, self.follower)
        view["whole"] = self.follower.whole
        view["flaw"] = self._error or view["flaw"]
        del view["at"]  # else no two would be equal
        data = encode(view)
        if data != self._status.data:
            async with self._news:
                self._status = Message("status", data)
                self._number += 1
                self._news.notify_all()


class Hub:
    """All experiments that are followed, by name."""

    def __init__(self) -> None:
        self._watched: dict[str, Watched] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._opening = asyncio.Lock()

    @asynccontextmanager
    async def watching(self, name: str) -> AsyncIterator[Watched]:
        """An experiment, followed at least as long as this lasts. Raises `DefinitionError`, and ValueError
        for what can't be a name."""
        async with self._opening:
            watched = self._watched.get(name)
            if watched is None:
                follower = await asyncio.to_thread(Follower, ExperimentPaths.named(name))
                watched = self._watched[name] = Watched(follower)
                task = self._tasks[name] = asyncio.create_task(watched.follow())
                task.add_done_callback(partial(_complain, name))
            watched.viewers += 1
        try:
            yield watched
        finally:
            watched.viewers -= 1
            if not watched.viewers:
                asyncio.get_running_loop().call_later(KEPT, self._drop, name, watched)
                idle = [each for each, other in self._watched.items() if not other.viewers]
                for each in idle[:-MOST_KEPT]:
                    self._drop(each, self._watched[each])

    async def close(self) -> None:
        """Ends all following."""
        for name, watched in list(self._watched.items()):
            watched.viewers = 0
            self._drop(name, watched)

    def _drop(self, name: str, watched: Watched) -> None:
        if not watched.viewers and self._watched.get(name) is watched:
            del self._watched[name]
            self._tasks.pop(name).cancel()


def _complain(name: str, task: asyncio.Task[None]) -> None:
    """Following never ends but by a fault of ours, which nobody would see otherwise."""
    if not task.cancelled() and (error := task.exception()) is not None:
        logger.error("The console can't follow %s any further", name, exc_info=error)
