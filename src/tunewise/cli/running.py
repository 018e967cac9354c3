"""What `run`, `simulate` and `resume` show while an experiment runs and when it ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import click

from tunewise.backends.paths import ExperimentPaths
from tunewise.cli.errors import explained, usage
from tunewise.cli.exits import Exit, Interrupted
from tunewise.cli.limits import price_of_flags
from tunewise.cli.setup import criterion_of, policy_of
from tunewise.cli.summaries import plan_fields, print_failures, print_outcome
from tunewise.display.console import can_repaint, make_console
from tunewise.display.frame import Title
from tunewise.display.lines import PlainLines
from tunewise.display.live import LiveDisplay
from tunewise.display.printing import print_fields, say
from tunewise.display.story import Story
from tunewise.events import FinishReason
from tunewise.tuner import ExperimentInterrupted, Tuner

if TYPE_CHECKING:
    from types import TracebackType

    from tunewise.backends.base import BackendSpec
    from tunewise.cli.settings import Settings
    from tunewise.engine.state import State
    from tunewise.events import Entry
    from tunewise.results import ExperimentRecord
    from tunewise.schedulers.base import Method

Display = LiveDisplay | PlainLines


class Shown:
    """A watcher that shows an experiment from the moment when nothing of it can be refused any more.

    begin: says then what will run, and makes the display.
    """

    def __init__(self, begin: Callable[[], Display]) -> None:
        self._begin = begin
        self._display: Display | None = None

    def __enter__(self) -> Shown:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._display is not None:
            self._display.__exit__(kind, error, traceback)

    def update(self, state: State, entries: Sequence[Entry], now: float) -> None:
        if self._display is None:
            self._display = self._begin().__enter__()
        self._display.update(state, entries, now)


def make_display(title: Title, before: State | None = None) -> Display:
    """What standard output can show of a running experiment.

    before: the state that a resumed experiment goes on from.
    """
    story = Story(title.problem, before)
    console = make_console()
    return LiveDisplay(console, title, story) if can_repaint(console) else PlainLines(story)


def start(settings: Settings, method: Method, backend: BackendSpec, remark: str = "") -> None:
    """Sets an experiment up, says what will run, and runs it to its end. remark: said first of all."""

    def begin() -> Display:
        plan = plan_fields(tuner.definition, method.problem, ExperimentPaths.named(tuner.name).folder)
        if remark:
            say(remark)
        print_heading(f"Experiment {tuner.name}", plan)
        return make_display(Title(tuner.name, method.name, method.problem))

    shown = Shown(begin)
    with explained(), usage():
        price = price_of_flags(settings.price, settings.instance)
        tuner = Tuner(
            backend,
            method,
            criterion_of(settings),
            n_workers=settings.workers,
            name=settings.name,
            price=1.0 if price is None else price,
            pay_idle=settings.pay_idle,
            policy=policy_of(settings),
            watchers=[shown],
        )
    conclude(watch(tuner.name, shown, tuner.run))


def print_heading(title: str, plan: Sequence[tuple[str, str]]) -> None:
    """What is about to run."""
    say(title)
    print_fields(plan)
    say()


def watch(name: str, shown: Shown, run: Callable[[], ExperimentRecord]) -> ExperimentRecord:
    """Runs an experiment while it is shown.

    A second Ctrl-C ends this process and leaves the jobs running; `Interrupted` says how to go on.
    """
    try:
        with explained(), shown:
            return run()
    except ExperimentInterrupted as interruption:
        return interruption.record
    except KeyboardInterrupt:
        raise Interrupted(
            f"The tuner has left, and jobs may still run: `tunewise resume {name}` takes them up again, "
            f"`tunewise stop {name}` ends them."
        ) from None


def conclude(record: ExperimentRecord) -> None:
    """Says how an experiment ended, and exits with the code that says the same."""
    say()
    print_outcome(record)
    code = exit_code(record)
    if code is Exit.FAILED:
        print_failures(record)
    if code is not Exit.FINE:
        click.get_current_context().exit(code)


def exit_code(record: ExperimentRecord) -> Exit:
    finished = record.state.finished
    if finished is not None and finished.reason is FinishReason.STOPPED:
        return Exit.INTERRUPTED
    failing = finished is not None and finished.reason is FinishReason.FAILING
    return Exit.FAILED if failing or record.best is None else Exit.FINE
