"""`tunewise logs`."""

from __future__ import annotations

import os
import time
from typing import IO, TYPE_CHECKING

import click

from tunewise.cli.exits import BadExperiment
from tunewise.cli.parameters import name_argument, whole
from tunewise.display.printing import Outlet, say

if TYPE_CHECKING:
    from tunewise.paths import ExperimentPaths, JobPaths
    from tunewise.results import ExperimentRecord
    from tunewise.trial import JobId

LOOK_EVERY = 0.2  # seconds
ASK_EVERY = 5.0  # seconds between two questions to AWS
CHUNK = 65536  # bytes


@click.command()
@name_argument
@click.argument("trial_id", metavar="TRIAL", type=whole(0))
@click.option("--job", "run", type=whole(0), help="Which of its jobs, from 0. By default the latest.")
@click.option("--stderr", is_flag=True, help="What it wrote to standard error, where tracebacks are.")
@click.option("--follow", "-f", is_flag=True, help="Go on until the job ends.")
def logs(name: str, trial_id: int, run: int | None, stderr: bool, follow: bool) -> None:
    """Shows what a trial's script printed: to a file or a pipe as it is, on a terminal with pictures in place
    of control characters.

    For a job on SageMaker it is the log on CloudWatch, standard output and standard error together;
    --stderr shows the end of standard error, which is kept here once the job has ended.
    """
    from tunewise.cli.records import backend_of, load
    from tunewise.worker.files import open_file

    record = load(name)
    job = _job(record, trial_id, run)
    if backend_of(record.definition).kind == "sagemaker" and not stderr:
        _show_cloud(record, job, follow)
        return
    files = record.paths.job(job)
    path, other = (files.stderr, files.stdout) if stderr else (files.stdout, files.stderr)
    if follow:
        while not path.exists() and not _over(files):
            time.sleep(LOOK_EVERY)
    try:
        log = os.fdopen(open_file(path), "rb")
    except FileNotFoundError:
        raise BadExperiment(f"Job {job} has printed nothing: {path} isn't there.") from None
    except OSError as error:
        raise BadExperiment(f"What job {job} printed can't be read: {path}: {error.strerror}.") from None
    with log:
        printed = _copy(log, files if follow else None)
    if printed:
        return
    if other.exists() and other.stat().st_size:
        hint = "without --stderr" if stderr else "with --stderr"
        say(f"Nothing here; there is more {hint}.", err=True)
    else:
        say(f"Job {job} has printed nothing.", err=True)


def _show_cloud(record: ExperimentRecord, job: JobId, follow: bool) -> None:
    """Shows the log on CloudWatch, and goes on until the job is over if it is followed."""
    from tunewise.backends.base import BusyError
    from tunewise.backends.sagemaker.printed import Printed
    from tunewise.cli.errors import explained

    out = Outlet()
    printed = False
    with explained():
        log = Printed(record.paths, job)
        while True:
            try:
                over = not follow or (log.over() and not _is_awaited(record.paths, job))
                lines = log.more()
            except BusyError:
                if not follow:
                    raise
                over, lines = False, []
            for line in lines:
                out.write(f"{line}\n".encode())
            printed = printed or bool(lines)
            if over:
                break
            time.sleep(ASK_EVERY)
    if not printed:
        say("Nothing here yet: the job hasn't begun, or its log hasn't arrived.", err=True)


def _is_awaited(paths: ExperimentPaths, job: JobId) -> bool:
    """Whether a tuner is at work that holds the job for running: it may still wait for an instance."""
    from tunewise.cli.records import tuner_at_work
    from tunewise.results import load_folder

    return tuner_at_work(paths) and load_folder(paths).state.current(job) is not None


def _job(record: ExperimentRecord, trial_id: int, run: int | None) -> JobId:
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


def _copy(log: IO[bytes], followed: JobPaths | None) -> bool:
    """Copies a log to standard output, until the job is over if it is followed; whether there was any."""
    out = Outlet()
    printed = False
    while True:
        over = followed is None or _over(followed)  # asked first: nothing is written after it
        while chunk := log.read(CHUNK):
            out.write(chunk)
            printed = True
        if over:
            return printed
        time.sleep(LOOK_EVERY)


def _over(files: JobPaths) -> bool:
    """Whether a job has ended, was never launched, or lost its guard, who would have written its end."""
    from tunewise.locks import is_locked

    return files.ended.exists() or not is_locked(files.lock)
