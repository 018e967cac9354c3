"""What `run` and `resume` do while an experiment runs and when it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tunewise.cli.console import can_repaint, make_console
from tunewise.cli.display.frame import Title
from tunewise.cli.display.lines import PlainLines
from tunewise.cli.display.live import LiveDisplay
from tunewise.cli.errors import explained
from tunewise.cli.exits import CommandError, Exit
from tunewise.cli.story import Story
from tunewise.cli.summaries import print_failures, print_outcome
from tunewise.events import FinishReason

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tunewise.engine.loop import Watcher
    from tunewise.engine.state import State
    from tunewise.results import ExperimentRecord

Run = Callable[["Sequence[Watcher]"], "ExperimentRecord"]


def run_watched(title: Title, run: Run, before: State | None = None) -> ExperimentRecord:
    """Runs an experiment with a display of it.

    before: the state that a resumed experiment goes on from. A second Ctrl-C ends this process and leaves
    the jobs running; then a `CommandError` says how to go on.
    """
    story = Story(title.problem, before)
    console = make_console()
    display = LiveDisplay(console, title, story) if can_repaint(console) else PlainLines(story)
    try:
        with explained(), display:
            return run([display])
    except KeyboardInterrupt:
        name = title.experiment
        raise CommandError(
            f"The tuner has left; jobs may still run. `tunewise resume {name}` takes them up again, "
            f"`tunewise stop {name}` ends them.",
            Exit.INTERRUPTED,
        ) from None


def conclude(record: ExperimentRecord) -> None:
    """Says how an experiment ended, and exits with the code that says the same."""
    click.echo()
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
