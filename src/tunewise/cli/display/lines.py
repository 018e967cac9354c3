"""Plain lines about a running experiment, where output is no terminal."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import click

from tunewise.cli import words
from tunewise.cli.budget import used
from tunewise.cli.formats import clock, configuration, count, money, number
from tunewise.cli.story import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import TracebackType

    from tunewise.cli.story import Happening, Story
    from tunewise.engine.state import State
    from tunewise.events import Entry

BEST_PERIOD = 1.0  # seconds between lines about new bests, at least
STATUS_PERIOD = 30.0
TOLD_AT_ONCE = (Kind.FAILURE, Kind.NOTE, Kind.STOPPING)


class PlainLines:
    """A watcher that prints a line for each new best, failure and note, and now and then how things stand.

    Of bests that follow one another within a second only the latest is printed.
    """

    def __init__(self, story: Story, timer: Callable[[], float] = time.monotonic) -> None:
        self._story = story
        self._timer = timer
        self._best: tuple[Happening, str] | None = None  # not yet printed, with its configuration
        self._best_due = 0.0
        self._status_due = timer() + STATUS_PERIOD

    def __enter__(self) -> PlainLines:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._print_best()

    def update(self, state: State, entries: Sequence[Entry], now: float) -> None:
        for happening in self._story.take(state, entries):
            if happening.kind is Kind.BEST and state.trials.best is not None:
                config = state.trials[state.trials.best.trial_id].config
                self._best = (happening, configuration(config))
            elif happening.kind in TOLD_AT_ONCE:
                _print(happening.time, happening.text)
        moment = self._timer()
        if self._best is not None and moment >= self._best_due:
            self._print_best()
            self._best_due = moment + BEST_PERIOD
        if moment >= self._status_due:
            _print(now, _status(state, now))
            self._status_due = moment + STATUS_PERIOD

    def _print_best(self) -> None:
        if self._best is not None:
            happening, config = self._best
            _print(happening.time, f"{happening.text} ({config})")
            self._best = None


def _print(time: float, text: str) -> None:
    click.echo(f"[{clock(time)}] {text}")


def _status(state: State, now: float) -> str:
    told = [count(len(state.trials), "trial"), words.counts(state.trials)]
    if state.trials.best is not None:
        told.append(f"best {number(state.trials.best.value)}")
    told += [use.text for use in used(state, now)]
    if state.opened is not None and "max_cost" not in state.opened.limits:
        told.append(money(state.cost(now), state.price))
    return "; ".join(text for text in told if text)
