"""What `run`, `simulate` and `resume` show while an experiment runs and when it ends."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from tunewise.backends.paths import ExperimentPaths
from tunewise.cli.console import can_repaint, make_console
from tunewise.cli.display.frame import Title
from tunewise.cli.display.lines import PlainLines
from tunewise.cli.display.live import LiveDisplay
from tunewise.cli.errors import explained, usage
from tunewise.cli.exits import Exit, Interrupted
from tunewise.cli.limits import price_of_flags
from tunewise.cli.setup import criterion_of, policy_of
from tunewise.cli.story import Story
from tunewise.cli.summaries import print_failures, print_outcome, print_plan
from tunewise.events import FinishReason
from tunewise.tuner import Tuner, default_name

if TYPE_CHECKING:
    from tunewise.backends.base import BackendSpec
    from tunewise.cli.settings import Settings
    from tunewise.engine.state import State
    from tunewise.results import ExperimentRecord
    from tunewise.schedulers.base import Method

Display = LiveDisplay | PlainLines


def make_display(title: Title, before: State | None = None) -> Display:
    """What standard output can show of a running experiment.

    before: the state that a resumed experiment goes on from.
    """
    story = Story(title.problem, before)
    console = make_console()
    return LiveDisplay(console, title, story) if can_repaint(console) else PlainLines(story)


def start(settings: Settings, method: Method, backend: BackendSpec) -> None:
    """Sets an experiment up, says what will run, and runs it to its end."""
    with explained(), usage():
        name = settings.name or default_name(method)
        display = make_display(Title(name, method.name, method.problem))
        tuner = Tuner(
            backend,
            method,
            criterion_of(settings),
            n_workers=settings.workers,
            name=name,
            price=price_of_flags(settings.price, settings.instance) or 1.0,
            pay_idle=settings.pay_idle,
            policy=policy_of(settings),
            watchers=[display],
        )
    click.echo(f"Experiment {name}")
    print_plan(tuner.definition, method.problem, ExperimentPaths.named(name).folder)
    click.echo()
    conclude(watch(name, display, tuner.run))


def watch(name: str, display: Display, run: Callable[[], ExperimentRecord]) -> ExperimentRecord:
    """Runs an experiment while its display is shown.

    A second Ctrl-C ends this process and leaves the jobs running; `Interrupted` says how to go on.
    """
    try:
        with explained(), display:
            return run()
    except KeyboardInterrupt:
        raise Interrupted(
            f"The tuner has left, and jobs may still run: `tunewise resume {name}` takes them up again, "
            f"`tunewise stop {name}` ends them."
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
