"""Steering a running experiment: `tunewise pause`, `end`, `enqueue`, `change` and `note`."""

import sys
import time
from collections.abc import Sequence

import click

from tunewise.cli.errors import explained, usage
from tunewise.cli.exits import BadExperiment, BadUsage
from tunewise.cli.experiment_flags import limit_options
from tunewise.cli.experiments import has_tuner
from tunewise.cli.flags import SectionedCommand, assignment, name_argument, whole
from tunewise.cli.output import outliving_its_reader
from tunewise.definition import read_definition
from tunewise.display.asked import came_of
from tunewise.display.formats import count
from tunewise.display.printing import say
from tunewise.engine.policy import StoppingCriterion
from tunewise.events import Entry, Refuse
from tunewise.options import by_field, settings_of
from tunewise.paths import ExperimentPaths
from tunewise.problem import Problem
from tunewise.requests import Change, EndTrial, PauseTrial, Remark, Request, TryNext, answered, ask
from tunewise.space import Value

PATIENCE = 10.0  # seconds to wait for the tuner's answers
POLL_EVERY = 0.05

trials_argument = click.argument("trials", nargs=-1, required=True, type=whole(0), metavar="TRIAL...")


@click.command()
@name_argument
@trials_argument
@outliving_its_reader()
def pause(name: str, trials: tuple[int, ...]) -> None:
    """Pauses trials: their jobs are told to save and end, and their workers are free for others.

    A paused trial is held, whatever the method says, until `tunewise resume NAME --trial TRIAL`. What it had
    trained after its last checkpoint is trained again then.
    """
    steer(name, [PauseTrial(trial) for trial in trials])


@click.command()
@name_argument
@trials_argument
@click.option("--yes", "-y", is_flag=True, help="Don't ask.")
@outliving_its_reader()
def end(name: str, trials: tuple[int, ...], yes: bool) -> None:
    """Ends trials for good: their jobs are told to end, and they are never resumed."""
    with explained():
        read_definition(ExperimentPaths.named(name).definition)  # before it asks
    what = f"trial {trials[0]}" if len(trials) == 1 else count(len(trials), "trial")
    if not yes:
        if not sys.stdin.isatty():
            raise BadUsage(f"This would end {what} of {name} for good, and nobody can be asked: add --yes.")
        if not click.confirm(f"End {what} of {name} for good?"):
            say("Nothing is ended.")
            return
    steer(name, [EndTrial(trial) for trial in trials])


@click.command()
@name_argument
@click.argument("config", nargs=-1, required=True, type=assignment, metavar="NAME=VALUE...")
@outliving_its_reader()
def enqueue(name: str, config: tuple[tuple[str, str], ...]) -> None:
    """Has an experiment try a configuration next, before any other new one: `enqueue lm lr=0.1 layers=4`.

    What isn't given is set to the middle of its range. The trial counts as one of the method's own.
    """
    values: dict[str, Value] = {}
    for hyperparameter, text in config:
        if hyperparameter in values:
            raise BadUsage(f"{hyperparameter!r} is given twice.")
        values[hyperparameter] = text
    steer(name, [TryNext(values)])


@click.command(cls=SectionedCommand)
@name_argument
@limit_options
@click.option("--workers", metavar="N", type=whole(1), help="Jobs at a time from now on.")
@outliving_its_reader()
def change(name: str, workers: int | None, **limits: float | None) -> None:
    """Changes the workers and limits of a running experiment.

    What isn't given stays as it is. Limits are totals since the experiment began. With fewer workers, no job
    is ended; no new one starts until there are few enough.
    """
    new = StoppingCriterion(**by_field(settings_of(StoppingCriterion), limits)).limits()
    steer(name, [Change(workers, new)])


@click.command()
@name_argument
@click.argument("text")
@click.option("--trial", "trial_id", metavar="N", type=whole(0), help="The trial that it is about.")
@outliving_its_reader()
def note(name: str, text: str, trial_id: int | None) -> None:
    """Adds a note to an experiment, or to a trial; `tunewise show` shows it."""
    steer(name, [Remark(text, trial_id)])


# ---- what they share ------------------------------------------------------------------------------------


def steer(name: str, requests: Sequence[Request]) -> None:
    """Asks the tuner of an experiment, waits for its answers, and prints what comes of them.

    Raises `BadUsage` for what can't be met, with the tuner's reasons, and `BadExperiment` if the tuner
    doesn't answer. Without a tuner, the requests wait for the next one.
    """
    paths = ExperimentPaths.named(name)
    with explained(), usage():
        problem = Problem.from_json(read_definition(paths.definition).problem)
        since = paths.journal.stat().st_size if paths.journal.exists() else 0
        asked = [(ask(paths, request), request) for request in requests]
    refusals, waiting = [], 0
    deadline = time.monotonic() + PATIENCE
    for request_id, request in asked:
        entry = _answer(paths, request_id, since, deadline)
        if entry is None:
            waiting += 1
            continue
        why = [action.why for action in entry.actions if isinstance(action, Refuse)]
        refusals += why
        if not why:
            say(came_of(request, entry.actions, problem, name))
    if waiting and has_tuner(paths):
        raise BadExperiment(
            f"The tuner of {name} hasn't answered within {PATIENCE:g} s; {_them(waiting)} in its folder."
        )
    if waiting:
        say(f"No tuner runs {name} now: {_them(waiting)} for the next `tunewise resume {name}`.")
    if refusals:
        raise BadUsage(" ".join(refusals))


def _them(waiting: int) -> str:
    return "the request waits" if waiting == 1 else f"{waiting} requests wait"


def _answer(paths: ExperimentPaths, request_id: str, since: int, deadline: float) -> Entry | None:
    """Where the tuner took a request up; None if it doesn't by the deadline, or there is no tuner."""
    while True:
        at_work = has_tuner(paths)  # looked up first, as it may answer and leave
        entry = answered(paths, request_id, since)
        if entry is not None or not at_work or time.monotonic() >= deadline:
            return entry
        time.sleep(POLL_EVERY)
