"""`tunewise logs`."""

import time
from collections.abc import Callable

import click

from tunewise.backends.base import BusyError
from tunewise.backends.job_views import JobOutput
from tunewise.backends.specs import Location
from tunewise.cli.errors import explained
from tunewise.cli.exits import BadExperiment
from tunewise.cli.experiments import backend_spec, find_trial, has_tuner, load
from tunewise.cli.flags import name_argument, whole
from tunewise.display.printing import Outlet, say
from tunewise.paths import ExperimentPaths
from tunewise.results import ExperimentResult, load_folder
from tunewise.trial import JobId


@click.command()
@name_argument
@click.argument("trial_id", metavar="TRIAL", type=whole(0))
@click.option(
    "--job", "run", metavar="N", type=whole(0), help="Which of its jobs, from 0. By default the latest."
)
@click.option("--stderr", is_flag=True, help="Show standard error, where tracebacks are.")
@click.option("--follow", "-f", is_flag=True, help="Go on until the job ends.")
def logs(name: str, trial_id: int, run: int | None, stderr: bool, follow: bool) -> None:
    """Shows the output of a trial's script: unchanged to a file or a pipe, on a terminal with pictures in
    place of control characters.

    Where standard output and standard error are one log, as on SageMaker, it shows both; --stderr shows the
    end of standard error, which is kept here once the job has ended.
    """
    record = load(name)
    job = _job(record, trial_id, run)
    spec = backend_spec(record.definition)
    with explained():
        log = spec.output(record.paths, job, stderr)
        is_local = spec.location is Location.LOCAL
        if not _copy(log, follow, lambda: is_local or not _is_expected(record.paths, job)):
            say(log.why_empty(), err=True)


def _copy(log: JobOutput, follow: bool, is_over: Callable[[], bool]) -> bool:
    """Copies a job's output to standard output, until the job is over if it is followed. Returns whether
    there was any.

    is_over: called when the log looks complete; rules out that the job has not started yet.
    """
    out = Outlet()
    printed = False
    while True:
        over = not follow
        try:
            over = over or (log.is_over() and is_over())  # asked first: nothing is written after it
            for piece in log.read_new():
                out.write(piece)
                printed = True
        except BusyError:
            if not follow:
                raise
            over = False
        if over:
            return printed
        time.sleep(log.poll_interval)


def _is_expected(paths: ExperimentPaths, job: JobId) -> bool:
    """Whether a tuner counts the job as running, so that it may still wait for an instance."""
    return has_tuner(paths) and load_folder(paths).state.current(job) is not None


def _job(record: ExperimentResult, trial_id: int, run: int | None) -> JobId:
    """A job of a trial, by default the latest; raises `BadExperiment` if there is none."""
    trial = find_trial(record, trial_id)
    if run is None:
        return trial.job
    if run >= len(trial.jobs):
        existing = f"jobs 0 to {len(trial.jobs) - 1}" if len(trial.jobs) > 1 else "only job 0"
        raise BadExperiment(f"Trial {trial_id} has no job {run}: it has {existing}.")
    return JobId(trial_id, run)
