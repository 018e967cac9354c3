"""What `run`, `simulate` and `resume` show while an experiment runs and when it ends."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import click

from tunewise.backends.specs import BackendSpec
from tunewise.cli.errors import explained, usage
from tunewise.cli.exits import Exit, Interrupted
from tunewise.cli.setup import tuner_of
from tunewise.cli.summaries import plan_fields, print_failures, print_outcome
from tunewise.display.frame import Title
from tunewise.display.printing import print_fields, say, say_as_is
from tunewise.display.progress import Display, Shown, make_display
from tunewise.events import FinishReason
from tunewise.paths import ExperimentPaths
from tunewise.results import ExperimentResult
from tunewise.schedulers.base import Method
from tunewise.tuner import Tuner, interrupted_result


def start(told: Mapping[str, Any], method: Method, backend: BackendSpec, remark: str = "") -> None:
    """Sets an experiment up, says what will run, and runs it to its end. remark: said first of all."""

    def begin() -> Display:
        _print_plan(tuner, method, filter(None, (remark, unpriced)))
        return make_display(Title(tuner.name, method.name, method.problem))

    shown = Shown(begin)
    with explained(), usage():
        tuner, unpriced = tuner_of(told, method, backend, [shown])
    conclude(watch(tuner.name, shown, lambda: tuner.run(progress=False)))


def preview(told: Mapping[str, Any], method: Method, backend: BackendSpec) -> None:
    """Says what `start` would run, and what would be submitted for its first job. Nothing is written."""
    with explained(), usage():
        tuner, unpriced = tuner_of(told, method, backend)
        submitted = tuner.preview()
    _print_plan(tuner, method, filter(None, (unpriced,)))
    say("Nothing was run. For the first job this would be submitted:\n")
    say_as_is(submitted)


def _print_plan(tuner: Tuner, method: Method, remarks: Iterable[str]) -> None:
    plan = plan_fields(tuner.definition, method.problem, ExperimentPaths.named(tuner.name).folder)
    for remark in remarks:
        say(remark)
    print_heading(f"Experiment {tuner.name}", plan)


def print_heading(title: str, plan: Sequence[tuple[str, str]]) -> None:
    """What is about to run."""
    say(title)
    print_fields(plan)
    say()


def watch(name: str, shown: Shown, run: Callable[[], ExperimentResult]) -> ExperimentResult:
    """Runs an experiment while it is shown.

    A second Ctrl-C or SIGTERM ends this process and leaves the jobs running; `Interrupted` says how to go on.
    """
    try:
        with explained(), shown:
            return run()
    except KeyboardInterrupt as interruption:
        record = interrupted_result(interruption)
        if record is not None:
            return record
        raise Interrupted(
            f"The tuner has left, and jobs may still run: `tunewise resume {name}` takes them up again, "
            f"`tunewise stop {name}` ends them."
        ) from None


def conclude(record: ExperimentResult) -> None:
    """Says how an experiment ended, and exits with the code that says the same."""
    say()
    print_outcome(record)
    code = exit_code(record)
    if code is Exit.FAILED:
        print_failures(record)
    if code is not Exit.FINE:
        click.get_current_context().exit(code)


def exit_code(record: ExperimentResult) -> Exit:
    finished = record.state.finished
    if finished is not None and finished.reason is FinishReason.STOPPED:
        return Exit.INTERRUPTED
    failing = finished is not None and finished.reason is FinishReason.FAILING
    return Exit.FAILED if failing or record.best is None else Exit.FINE
