"""Plain lines about a running experiment, where output is no terminal."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tunewise.display import words
from tunewise.display.budget import spent, used
from tunewise.display.formats import clock, configuration, count, number
from tunewise.display.printing import say
from tunewise.display.story import Kind, Story
from tunewise.events import Entry

if TYPE_CHECKING:
    from tunewise.engine.state import State

BEST_PERIOD = 1.0  # seconds between lines about new bests, at least
SAME_TRIAL_PERIOD = 5.0  # where they are the same trial's, which often gets better with each report
STATUS_PERIOD = 30.0
TOLD_AT_ONCE = (Kind.FAILURE, Kind.NOTE, Kind.STOPPING)


class _Best(NamedTuple):
    trial_id: int
    time: float
    text: str


class PlainLines:
    """A watcher that prints a line for each new best, failure and note, and now and then how things stand.

    Of bests that follow one another too soon only the latest is printed, at the latest before the next line
    of another kind, so that lines come in the order of time. err: on standard error.
    """

    def __init__(self, story: Story, timer: Callable[[], float] = time.monotonic, err: bool = False) -> None:
        self._story = story
        self._err = err
        self._timer = timer
        self._best: _Best | None = None  # not yet printed
        self._printed_best: int | None = None  # the trial of the last one that was printed
        self._printed_at = float("-inf")
        self._status_due = timer() + STATUS_PERIOD

    def __enter__(self) -> PlainLines:
        return self

    def __exit__(self, *_: object) -> None:
        self._print_best()

    def update(self, state: State, entries: Sequence[Entry], now: float) -> None:
        for happening in self._story.take(state, entries):
            if happening.kind is Kind.BEST and state.trials.best is not None:
                trial = state.trials[state.trials.best.trial_id]
                self._best = _Best(
                    trial.id, happening.time, f"{happening.text} ({configuration(trial.config)})"
                )
            elif happening.kind in TOLD_AT_ONCE:
                self._print_best()
                self._print(happening.time, happening.text)
        moment = self._timer()
        if self._best is not None:
            period = SAME_TRIAL_PERIOD if self._best.trial_id == self._printed_best else BEST_PERIOD
            if moment >= self._printed_at + period:
                self._print_best()
        if moment >= self._status_due:
            self._print_best()
            self._print(now, _status(state, now))
            self._status_due = moment + STATUS_PERIOD

    def _print_best(self) -> None:
        if self._best is not None:
            self._print(self._best.time, self._best.text)
            self._printed_best, self._printed_at = self._best.trial_id, self._timer()
            self._best = None

    def _print(self, time: float, text: str) -> None:
        moment = f"[{clock(time)}] "
        say(f"{moment}{text}", err=self._err, hang=len(moment))


def _status(state: State, now: float) -> str:
    told = [count(len(state.trials), "trial"), words.counts(state.trials)]
    if state.trials.best is not None:
        told.append(f"best {number(state.trials.best.value)}")
    told += [use.text for use in used(state, now)]
    why = words.why_queued(state.trials)
    queue = f"in the queue: {why}" if why else ""
    return "; ".join(text for text in (*told, spent(state, now), queue) if text)
