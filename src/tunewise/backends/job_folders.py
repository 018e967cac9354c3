"""The folders of jobs, for engines whose machines see the experiment's folder: orders that say what to run,
and records of what happened, read without overloading a shared file system.
"""

import logging
import os
import secrets
import shutil
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from tunewise import disk
from tunewise.backends.base import BackendError, BusyError, Job
from tunewise.backends.diagnosis import EndRecord, read_end_record, read_record
from tunewise.backends.interface import ScriptInterface, check_arguments
from tunewise.backends.orphans import experiment_mark
from tunewise.backends.platform import JobRecord, JobStatus, LaunchError, Pace, Platform, Report
from tunewise.disk import decode
from tunewise.paths import ExperimentPaths, JobPaths
from tunewise.trial import JobId
from tunewise.worker import report_file
from tunewise.worker.files import open_file, read_if_there, read_tail, refresh_folder, write_json
from tunewise.worker.guard import Order
from tunewise.worker.lease import Lease
from tunewise.worker.passing import CHECKPOINT_DIR, FILE, OUTPUT_DIR, Passed
from tunewise.worker.processes import MARK, boot_id
from tunewise.worker.report import BELL, CHECKPOINTS, REPORTS

logger = logging.getLogger(__name__)


class ProcessName(msgspec.Struct, frozen=True):
    """started: clock ticks since boot, which tells a process from a later one with its pid."""

    pid: int
    started: int | None


class StartRecord(msgspec.Struct, frozen=True):
    """What a guard writes into `started.json`. time: seconds since the epoch. monotonic: the same moment on
    the machine's monotonic clock; boot: the boot of the machine from which that counts; host: its name.
    Earlier versions wrote none of the three, or only the first."""

    time: float
    guard: ProcessName
    script: ProcessName
    monotonic: float | None = None
    boot: str | None = None
    host: str = ""


def read_start_record(path: Path) -> StartRecord | None:
    return read_record(path, StartRecord)


class FolderRecord(JobRecord):
    """What a job's guard and script wrote into its folder.

    first_report: the number of the first report to read. where: put before the process in `place`.
    """

    def __init__(self, paths: JobPaths, first_report: int = 0, where: str = "") -> None:
        self._paths = paths
        self._where = where
        self._reports = report_file.ReportFile(paths.reports, first_report)
        self._started: StartRecord | None = None
        self._elapsed = 0.0  # at its latest report, in seconds since it began

    def read(self, gone: bool) -> JobStatus:
        # the end is read first: all reports were written before it, so none is missed
        ended = read_end_record(self._paths.ended)
        place = self._place()  # may raise like the line before; later, reports would be lost
        reports = [self._report(report, ended) for report in self._reports.read()]
        over = gone or ended is not None
        failed = over and (ended is None or ended.exit_code != 0)
        return JobStatus(
            ran=self._ran(ended, gone),
            place=place,
            reports=reports,
            ended=ended,
            over=ended is not None,
            stderr=read_tail(self._paths.stderr) if failed else "",
            note=self._reports.note,
        )

    @property
    def started(self) -> StartRecord | None:
        if self._started is None:
            self._started = read_start_record(self._paths.started)
        return self._started

    def _place(self) -> str:
        if self.started is None:
            return ""
        return f"{self._where}pid {self.started.script.pid}"

    def _ran(self, ended: EndRecord | None, gone: bool) -> float | None:
        if self.started is None:
            return None
        if ended is not None:
            return ended.seconds
        return self._last_sign_of_life(self.started) if gone else seconds_since(self.started)

    def _report(self, report: report_file.ReportLine, ended: EndRecord | None) -> Report:
        self._elapsed = max(self._elapsed, self._seconds_until(report, ended))
        return Report(report.seq, self._elapsed, report.values)

    def _seconds_until(self, report: report_file.ReportLine, ended: EndRecord | None) -> float:
        """Seconds from the job's start to a report, by the monotonic clock if both have it. Otherwise, as for
        scripts that write their reports themselves, by the time of day, but no more than what has passed."""
        started = self.started
        if started is None:
            return 0.0
        if started.monotonic is None or report.monotonic is None:
            seconds = report.time - started.time
        else:
            seconds = report.monotonic - started.monotonic
        most = ended.seconds if ended is not None else seconds_since(started, unknown=seconds)
        return min(seconds, most)

    def _last_sign_of_life(self, started: StartRecord) -> float:
        """How long a job without a recorded end ran at least, in seconds."""
        times = [started.time]
        for path in (self._paths.stdout, self._paths.stderr, self._paths.reports, self._paths.lease):
            with suppress(OSError):
                times.append(path.stat().st_mtime)
        seconds = max(times) - started.time
        return max(self._elapsed, min(seconds, seconds_since(started, unknown=seconds)))


def seconds_since(started: StartRecord, unknown: float = 0.0) -> float:
    """How long a job can have run by now, in seconds. unknown: returned if the monotonic clock can't tell,
    because the job ran on another machine, this one was rebooted, or an earlier version wrote the file."""
    if started.monotonic is None or started.boot not in (None, boot_id()):
        return unknown
    seconds = time.monotonic() - started.monotonic
    return unknown if seconds < 0.0 else seconds


def remove_checkpoint(paths: ExperimentPaths, trial_id: int) -> None:
    """Deletes what a trial saved; logs a warning if that fails."""
    folder = paths.checkpoint(trial_id)
    try:
        _remove(folder, within=paths.folder)
    except OSError as error:  # it costs disk space, which is no reason to end an experiment
        logger.warning("The checkpoint in %s could not be deleted: %s", folder, error)


def _remove(folder: Path, within: Path) -> None:
    """Deletes a folder, or a link in its place, and never follows links."""
    if not os.path.lexists(folder):
        return
    if folder.parent.resolve() != within.resolve() / folder.parent.relative_to(within):
        raise OSError(f"{folder.parent} leads out of {within}")
    if folder.is_symlink() or not folder.is_dir():  # something else is in its place
        folder.unlink()
    else:
        shutil.rmtree(folder)


RECORDS_EVERY = 0.2  # seconds between two reads of records with up to 200 workers; with n, n / 200 times that
RECORDS_AT_ONCE = 50  # jobs whose records are read each time, in turn
ROUND = 10.0  # seconds in which all of many jobs are read once: the engine reports ends meanwhile

logger = logging.getLogger(__name__)


class _Identity(msgspec.Struct, frozen=True):
    """folder: where the experiment was when the identity was drawn, which shows whether this is a copy."""

    experiment: str
    folder: str


def identity_of(paths: ExperimentPaths, kind: str) -> str:
    """What an engine calls an experiment: drawn once and kept in its folder, because jobs may outlive the
    folder, and its name may be reused. A copy of the folder gets its own identity, as the jobs belong to the
    original; a folder that was moved keeps it. Raises BackendError."""
    file = paths.folder / f"{kind}.json"
    here = os.path.realpath(paths.folder)
    known = _read_identity(file)
    if known is not None:
        if known.folder == here:
            return known.experiment
        there = Path(known.folder, file.name)
        if there.exists() and file.samefile(there):  # by another path
            return known.experiment
        if there.exists() and _read_identity(there) == known:
            known = None  # a copy
    experiment = secrets.token_hex(5) if known is None else known.experiment
    disk.write(file, msgspec.json.encode(_Identity(experiment, here)))
    return experiment


def _read_identity(file: Path) -> _Identity | None:
    try:
        data = read_if_there(file)
        return None if data is None else decode(data, _Identity)
    except ValueError as error:
        raise BackendError(
            f"{file} can't be read ({error}): restore it, or begin a new experiment."
        ) from error


@contextmanager
def unreachable_is_busy() -> Iterator[None]:
    """Turns OSError into BusyError: a shared file system may be unreachable for a while, which is no reason
    to end an experiment."""
    try:
        yield
    except OSError as error:
        raise BusyError(f"the experiment's folder can't be reached: {error}") from error


@dataclass(frozen=True)
class JobFolders:
    """The folders of one experiment's jobs, with their orders and records.

    argv: the command without the tuned arguments. environment: added to what the engine gives a job; None
    unsets a variable. grace: seconds for a script that is told to end. interface: how the script gets the
    tuned arguments, and tells its metrics. patience: of the leases of jobs on other machines, in seconds; see
    `tunewise.worker.lease`.
    """

    paths: ExperimentPaths
    argv: tuple[str, ...]
    cwd: str
    environment: Mapping[str, str | None]
    grace: float
    interface: ScriptInterface
    patience: float = 180.0

    @cached_property
    def _mark(self) -> str:
        return experiment_mark(self.paths.folder)

    def write_order(self, job: Job, **details: object) -> Path:
        """Writes what is to run on another machine. details: for the job's description, such as how the
        engine knows it. Raises BackendError, LaunchError."""
        files = self.paths.job(job.id)
        order = self.order(job)._replace(lease=self.lease(job.id))
        try:
            files.folder.mkdir(parents=True, exist_ok=True)
            write_json(str(files.order), order._asdict())
            self.describe(job, order, **details)
        except OSError as error:
            raise LaunchError(str(error)) from error
        return files.order

    def lease(self, job_id: JobId) -> Lease:
        """The lease that shows whether a job is gone if its engine can't tell."""
        return Lease(str(self.paths.job(job_id).lease), self.patience / 18.0, self.patience)

    def order(self, job: Job, bell: str | None = None, **environment: str) -> Order:
        """What the job's guard is to run. bell: the pipe that wakes the tuner. environment: of this job only.
        Raises BackendError."""
        files = self.paths.job(job.id)
        passed, sought, places = self._passed(job), self.interface.sought, self._places(job.id)
        cwd, keys = places.get(self.interface.run_in, self.cwd), (job.metric, job.resource)
        argv = [*self.argv, *passed.argv]
        check_arguments([*argv, *(f"{name}={value}" for name, value in passed.environment.items())])
        return Order(
            argv=argv,
            cwd=cwd,
            environment={
                **self.environment,
                **passed.environment,
                **environment,
                REPORTS: str(files.reports),
                CHECKPOINTS: str(self.paths.checkpoint(job.id.trial_id)),
                BELL: bell,
                MARK: f"{self._mark}{job.id}",
            },
            grace=self.grace,
            stdout=str(files.stdout),
            stderr=str(files.stderr),
            started=str(files.started),
            ended=str(files.ended),
            bell=bell,
            metrics=sought and sought.sources(*keys, places, cwd),
        )

    def describe(self, job: Job, order: Order, **details: object) -> None:
        """Describes in the job's folder, which exists, what is to run, and makes what its arguments name.
        Leaves out the environment, which may hold secrets. Raises OSError."""
        config = self.paths.config(job.id.trial_id)
        if not config.exists():
            write_json(str(config), job.arguments, indent=2)
        description = {"argv": order.argv, "cwd": order.cwd, **details}
        write_json(str(self.paths.job(job.id).description), description, indent=2)
        places, passed = self._places(job.id), self._passed(job)
        for name in self.interface.named_folders:
            os.makedirs(places[name], exist_ok=True)
        if passed.file is not None:
            Path(places[FILE]).write_text(passed.file, encoding="utf-8")

    def _places(self, job_id: JobId) -> dict[str, str]:
        folder = self.paths.job(job_id).folder
        return {
            FILE: str(folder / self.interface.passing.file_name),
            CHECKPOINT_DIR: str(self.paths.checkpoint(job_id.trial_id)),
            OUTPUT_DIR: str(folder / "output"),
        }

    def _passed(self, job: Job) -> Passed:
        """Raises BackendError."""
        try:
            return self.interface.passing.passed(job.arguments, self._places(job.id))
        except ValueError as error:
            raise BackendError(str(error)) from None

    @unreachable_is_busy()
    def has_begun(self, job_id: JobId) -> bool:
        """Whether there is any sign that a job's script began. Raises BusyError."""
        files = self.paths.job(job_id)
        return any(path.exists() for path in (files.started, files.ended, files.reports))

    def drop_checkpoint(self, trial_id: int) -> None:
        remove_checkpoint(self.paths, trial_id)


class SharedFolderRecord(FolderRecord):
    """The record of a job on another machine."""

    _traces = (0, 0)

    def has_news(self) -> bool:
        """Whether its files have changed since the last call."""
        try:
            traces = self._paths.folder.stat().st_mtime_ns, _size(self._paths.reports)
        except OSError:
            return True  # the folder or its file system is gone: reading will tell which
        news, self._traces = traces != self._traces, traces
        return news

    def read(self, gone: bool) -> JobStatus:
        """Raises BusyError, and then still has news."""
        traces, self._traces = self._traces, (0, 0)
        with unreachable_is_busy():
            if gone and not self._paths.ended.exists():  # as far as this machine knows
                self.refresh_folder()
            status = super().read(gone)
        self._traces = traces
        return status

    def _place(self) -> str:
        return f"node {self.started.host}, {super()._place()}" if self.started is not None else ""

    def refresh_folder(self) -> None:
        """Ensures that the next read sees what was written until now."""
        refresh_folder(self._paths.folder, ".look")


AnyRecord = TypeVar("AnyRecord", bound=SharedFolderRecord)


class SharedFolderPlatform(Platform, Generic[AnyRecord]):
    """An engine whose jobs leave their records in folders that the tuner sees. poll_every: seconds between
    two polls of the states of jobs."""

    def __init__(self, folders: JobFolders, poll_every: float, workers: int) -> None:
        every = RECORDS_EVERY * max(1.0, workers / 200)
        self.pace = Pace(states=poll_every, records=every)
        self.resize(workers)
        self._folders = folders
        self._paths = folders.paths
        self._records: dict[JobId, AnyRecord] = {}
        self._turn = 0

    def resize(self, workers: int) -> None:
        self._at_once = max(RECORDS_AT_ONCE, round(workers * self.pace.records / ROUND))

    def changed(self, job_ids: Iterable[JobId]) -> Iterable[JobId]:
        """A few of them each time, in turn: on a shared file system each read may call a server."""
        jobs = list(job_ids)
        first = self._turn % len(jobs)
        self._turn = first + self._at_once
        turn = [*jobs[first:], *jobs[:first]][: self._at_once]
        return [job_id for job_id in turn if self._records[job_id].has_news()]

    def drop_checkpoint(self, trial_id: int) -> None:
        self._folders.drop_checkpoint(trial_id)


class Description(msgspec.Struct, frozen=True):
    """What `JobFolders.describe` writes, as far as it is read again. gpus: those of a job on this machine."""

    gpus: tuple[str, ...] = ()


def read_description(files: JobPaths) -> Description:
    """An empty one if the machine crashed before it was on disk."""
    return read_record(files.description, Description) or Description()


def _size(path: Path) -> int:
    """The size of a file, -1 if there is none. Opens it, as some shared file systems check only then."""
    try:
        file = open_file(path)
    except OSError:
        return -1
    size = os.fstat(file).st_size
    os.close(file)
    return size
