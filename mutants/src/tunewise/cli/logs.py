"""`tunewise logs`."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from tunewise.backends.base import BusyError
from tunewise.backends.job_views import JobOutput
from tunewise.backends.specs import Location
from tunewise.cli.exits import BadExperiment
from tunewise.cli.parameters import name_argument, whole
from tunewise.display.printing import Outlet, say
from tunewise.paths import ExperimentPaths
from tunewise.trial import JobId

if TYPE_CHECKING:
    from tunewise.results import ExperimentResult


@click.command()
@name_argument
@click.argument("trial_id", metavar="TRIAL", type=whole(0))
@click.option(
    "--job", "run", metavar="N", type=whole(0), help="Which of its jobs, from 0. By default the latest."
)
@click.option("--stderr", is_flag=True, help="What it wrote to standard error, where tracebacks are.")
@click.option("--follow", "-f", is_flag=True, help="Go on until the job ends.")
def logs(name: str, trial_id: int, run: int | None, stderr: bool, follow: bool) -> None:
    """Shows what a trial's script printed: to a file or a pipe as it is, on a terminal with pictures in place
    of control characters.

    Where a job's standard output and standard error are kept together, as on SageMaker, they are shown so;
    --stderr shows the end of standard error, which is kept here once the job has ended.
    """
    from tunewise.cli.errors import explained
    from tunewise.cli.records import backend_of, load

    record = load(name)
    job = _job(record, trial_id, run)
    spec = backend_of(record.definition)
    with explained():
        log = spec.output(record.paths, job, stderr)
        if not _copy(
            log, follow, lambda: spec.location is Location.LOCAL or not _is_awaited(record.paths, job)
        ):
            say(log.nothing(), err=True)


def _copy(log: JobOutput, follow: bool, certain: Callable[[], bool]) -> bool:
    """Copies what a job prints to standard output, until it is over if it is followed; whether there was any.

    certain: asked where the job looks as if it were over, whether it is no job that is yet to begin.
    """
    out = Outlet()
    printed = False
    while True:
        over = not follow
        try:
            over = over or (log.over() and certain())  # asked first: nothing is written after it
            for piece in log.more():
                out.write(piece)
                printed = True
        except BusyError:
            if not follow:
                raise
            over = False
        if over:
            return printed
        time.sleep(log.look_every)


def _is_awaited(paths: ExperimentPaths, job: JobId) -> bool:
    """Whether a tuner is at work that holds the job for running: it may still wait for an instance."""
    from tunewise.cli.records import tuner_at_work
    from tunewise.results import load_folder

    return tuner_at_work(paths) and load_folder(paths).state.current(job) is not None


def _job(record: ExperimentResult, trial_id: int, run: int | None) -> JobId:
    """A job of a trial, by default the latest; `BadExperiment` if there is none."""
    from tunewise.cli.records import find_trial
    from tunewise.trial import JobId

    trial = find_trial(record, trial_id)
    if run is None:
        return trial.job
    if run >= len(trial.jobs):
        there_are = f"jobs 0 to {len(trial.jobs) - 1}" if len(trial.jobs) > 1 else "job 0 alone"
        raise BadExperiment(f"Trial {trial_id} has no job {run}: it has {there_are}.")
    return JobId(trial_id, run)
