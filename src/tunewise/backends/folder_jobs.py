"""The jobs of an experiment as their folders show them, for engines without a list of their own."""

import heapq
import time
from datetime import datetime
from functools import partial
from pathlib import Path

from tunewise.backends.diagnosis import EndRecord, read_end_record, words_of_end
from tunewise.backends.job_folders import JobFolders, read_description, read_start_record, seconds_since
from tunewise.backends.job_views import Column, JobList, ListedJob, Unit
from tunewise.disk import is_locked
from tunewise.paths import ExperimentPaths, JobPaths

COLUMNS = (
    *map(Column, ("job", "state", "node", "process", "GPU")),
    Column("ran", Unit.SECONDS),
    Column("started", Unit.MOMENT),
)


def list_jobs(paths: ExperimentPaths, limit: int) -> JobList:
    """The newest jobs of an experiment or of the experiments of a study, from their folders."""
    folders = (folder for above in ("", "*/") for folder in paths.folder.glob(f"{above}trials/*/jobs/*"))
    newest = heapq.nlargest(limit, ((_launched(JobPaths(folder)), folder) for folder in folders))
    return JobList(COLUMNS, [partial(_listed, paths.folder, JobPaths(folder)) for _, folder in newest])


def _launched(files: JobPaths) -> float:
    try:
        return files.description.stat().st_mtime
    except OSError:
        return 0.0


def _listed(root: Path, files: JobPaths) -> ListedJob:
    started, ended = read_start_record(files.started), read_end_record(files.ended)
    trial, run = files.folder.parts[-3], files.folder.name
    experiment = files.folder.parents[3].relative_to(root)
    name = str(experiment / f"{int(trial)}.{run}") if trial.isdecimal() else run
    why = ""
    if ended is not None:
        state = _end(ended)
        why = "The disk was full." if ended.disk_full else "Memory ran out." if ended.oom_killed else ""
    elif not _lives(files):
        state = "lost" if started else "never began"
    else:
        state = "running" if started else "queued"
    ran = None if started is None else ended.seconds if ended else seconds_since(started)
    cells = (
        name,
        state,
        started.host if started else "",
        str(started.script.pid) if started else "",
        ", ".join(read_description(files).gpus),
        ran,
        datetime.fromtimestamp(started.time).astimezone() if started else None,
    )
    return ListedJob(cells, why)


def _end(ended: EndRecord) -> str:
    if ended.halted:
        return "halted"
    return "ended" if ended.exit_code == 0 else words_of_end(ended)


def _lives(files: JobPaths) -> bool:
    """Whether a job without an end still shows signs of life."""
    if not files.order.exists():
        return is_locked(files.lock)
    try:
        return time.time() - files.lease.stat().st_mtime < JobFolders.patience
    except FileNotFoundError:  # it waits for its machine
        return True
