"""What a person sees of a running experiment: lines, or a live picture; in Python also how it ended."""

import io
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from rich.console import Console, Group
from rich.live import Live
from rich.text import Text

from tunewise.display import limits, words
from tunewise.display.console import Stage, can_repaint, make_console
from tunewise.display.formats import clock, configuration, count, gist, number
from tunewise.display.frame import Size, Title, frame
from tunewise.display.notebook import COLUMNS, LINES, Cell, in_notebook
from tunewise.display.printing import say, say_as_is
from tunewise.display.story import Happening, Kind, Story
from tunewise.engine.state import State
from tunewise.events import Entry
from tunewise.trial import Status, Trials

# ---- lines ----------------------------------------------------------------------------------------------

BEST_PERIOD = 1.0  # seconds between lines about new bests, at least
SAME_TRIAL_PERIOD = 5.0  # the same for bests of one trial, which often improves with each report
STATUS_PERIOD = 30.0
PRINTED_AT_ONCE = (Kind.FAILURE, Kind.NOTE, Kind.REQUEST, Kind.STOPPING)


class _Best(NamedTuple):
    trial_id: int
    time: float
    text: str


class PlainLines:
    """A watcher that prints a line for each new best, failure and note, and regularly the status.

    Of bests that follow one another quickly it prints only the latest, at the latest before the next line of
    another kind, so that lines are in order of time. err: print to standard error.
    """

    def __init__(self, story: Story, timer: Callable[[], float] = time.monotonic, err: bool = False) -> None:
        self._story = story
        self._err = err
        self._timer = timer
        self._best: _Best | None = None  # not printed yet
        self._printed_best: int | None = None  # the trial of the last one that was printed
        self._printed_at = float("-inf")
        self._status_due = timer() + STATUS_PERIOD

    def __enter__(self) -> "PlainLines":
        return self

    def __exit__(self, *_: object) -> None:
        self._print_best()

    def update(self, state: State, entries: Sequence[Entry], now: float) -> None:
        for happening in self._story.take(state, entries, decisions=False):
            if happening.kind is Kind.BEST and state.trials.best is not None:
                trial = state.trials[state.trials.best.trial_id]
                text = f"{happening.text} ({configuration(trial.config)})"
                self._best = _Best(trial.id, happening.time, text)
            elif happening.kind in PRINTED_AT_ONCE:
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
    parts = [count(len(state.trials), "trial"), words.counts(state.trials)]
    if state.trials.best is not None:
        parts.append(f"best {number(state.trials.best.value)}")
    parts += [use.text for use in limits.used(state, now)]
    why = words.why_queued(state.trials)
    queue = f"in the queue: {why}" if why else ""
    waits = words.waits_for_a_person(state)
    return "; ".join(text for text in (*parts, words.cost_so_far(state, now), queue, waits) if text)


# ---- a live picture -------------------------------------------------------------------------------------

PERIOD = 0.25  # seconds between pictures, at least
MAX_SHARE = 0.05  # of the tuner's time that pictures may take


class LiveDisplay:
    """A watcher that repaints a picture of the experiment, and removes it at the end.

    However many facts a round brings, it paints at most four times a second, and less often where painting is
    slow.

    make: makes what it paints on; by default on the console, which gives the size of the picture in any case.
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
        self._outlook, self._outlook_due = "", 0

    def __enter__(self) -> "LiveDisplay":
        self._stage.__enter__()
        return self

    def __exit__(self, *_: object) -> None:
        self._stage.__exit__(None, None, None)

    def _on_console(self) -> Live:
        return Live(console=self._console, auto_refresh=False, transient=True)

    def update(self, state: State, entries: Sequence[Entry], now: float) -> None:
        happenings = self._story.take(state, entries)  # the best has its own place in the picture
        self._happenings.extend(each for each in happenings if each.kind is not Kind.BEST)
        started = time.monotonic()
        if started < self._due:
            return
        with self._stage.painting() as picture:
            if picture is not None:
                # two lines stay free: the cursor's, for ^C or ^Z, and the one that Rich adds at the end
                size = Size(self._console.width, max(1, self._console.height - 2))
                lines = frame(self._title, state, self._happenings, now, size, self._look_ahead(state))
                picture.update(Group(*lines, Text()), refresh=True)
        ended = time.monotonic()
        self._due = ended + max(PERIOD, (ended - started) / MAX_SHARE)

    def _look_ahead(self, state: State) -> str:
        """What another hour promises, as of a few percent of reports ago at most: it takes a look at all."""
        reports = state.trials.num_reports
        if reports >= self._outlook_due:
            self._outlook, self._outlook_due = words.outlook(state), reports + reports // 20 + 1
        return self._outlook


# ---- one of them ----------------------------------------------------------------------------------------

Display = LiveDisplay | PlainLines


class Shown:
    """A watcher that starts to show an experiment at its first update, when nothing can be refused any more.

    begin: prints what will run, and makes the display.
    """

    def __init__(self, begin: Callable[[], Display]) -> None:
        self._begin = begin
        self._display: Display | None = None
        self.state: State | None = None

    def __enter__(self) -> "Shown":
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
    """The display that standard output, or standard error, is capable of.

    before: the state that a resumed experiment starts from.
    """
    story = Story(title.problem, before)
    console = make_console(err)
    return LiveDisplay(console, title, story) if can_repaint(console) else PlainLines(story, err=err)


@contextmanager
def shown(title: Title, folder: Path, before: State | None = None) -> Iterator[Shown]:
    """Shows an experiment that Python runs, on standard error or in a notebook's cell, and how it ended.

    before: the state that a resumed experiment starts from.
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
        say(f"{words.ending(watcher.state.finished)}.", err=not notebook)
        if watcher.state.trials.best is not None:
            say(f"Best {words.best_found(watcher.state.trials)}", err=not notebook)
        else:
            print_failures(watcher.state.trials, title.experiment, err=not notebook)


def print_failures(trials: Trials, experiment: str, err: bool = True) -> None:
    """Why an experiment failed: the message or traceback of the last failed trial, and a line of others."""
    failed = list(trials.having(Status.FAILED).values())
    if not failed:
        return
    trial = failed[-1]
    assert trial.failure is not None
    say(f"\nTrial {trial.id} ({configuration(trial.config)}) failed:\n", err=err)
    say_as_is(trial.failure.message.rstrip(), err=err)
    messages = {gist(other.failure.message) for other in failed if other.failure is not None}
    for message in sorted(messages - {gist(trial.failure.message)})[:3]:
        say(f"\nanother one: {message}", err=err)
    say(f"\nIts full output: `tunewise logs {experiment} {trial.id} --stderr`", err=err)
