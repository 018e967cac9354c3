"""The record of a job in a folder that the tuner sees: what its guard and its script wrote there."""

import logging
import os
import shutil
import time
from contextlib import suppress
from pathlib import Path

import msgspec

from tunewise.backends.endings import Ended, read_ended
from tunewise.backends.last_words import read_tail
from tunewise.backends.platform import JobRecord, JobStatus, Report
from tunewise.files import decode
from tunewise.paths import ExperimentPaths, JobPaths
from tunewise.worker import report_file
from tunewise.worker.files import read_if_there
from tunewise.worker.processes import boot_id

logger = logging.getLogger(__name__)


class ProcessName(msgspec.Struct, frozen=True):
    """started: clock ticks since boot, which tells a process from a later one with its pid."""

    pid: int
    started: int | None


class Started(msgspec.Struct, frozen=True):
    """What a guard writes into `started.json`. time: seconds since the epoch. monotonic: the same moment on
    the machine's monotonic clock; boot: which start of which machine that counts from; host: its name. What
    earlier versions wrote has none of the three, or the first alone."""

    time: float
    guard: ProcessName
    script: ProcessName
    monotonic: float | None = None
    boot: str | None = None
    host: str = ""


def read_started(path: Path) -> Started | None:
    """None if the file isn't there or isn't a guard's: a crash of the machine may leave it empty."""
    data = read_if_there(path)
    try:
        return None if data is None else decode(data, Started)
    except ValueError:
        return None


class FolderRecord(JobRecord):
    """first_report: the number of the first report to read. where: said of its place before the process."""

    def __init__(self, paths: JobPaths, first_report: int = 0, where: str = "") -> None:
        self._paths = paths
        self._where = where
        self._reports = report_file.ReportFile(paths.reports, first_report)
        self._started: Started | None = None
        self._elapsed = 0.0  # at its latest report, in seconds since it began

    def read(self, gone: bool) -> JobStatus:
        # the end is looked for first: what was reported before it is read after it, and nothing is missed
        ended = read_ended(self._paths.ended)
        place = self._place()  # raises as the line before: reports that were read would be lost
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
    def started(self) -> Started | None:
        if self._started is None:
            self._started = read_started(self._paths.started)
        return self._started

    def _place(self) -> str:
        if self.started is None:
            return ""
        return f"{self._where}pid {self.started.script.pid}"

    def _ran(self, ended: Ended | None, gone: bool) -> float | None:
        if self.started is None:
            return None
        if ended is not None:
            return ended.seconds
        return self._last_sign_of_life(self.started) if gone else seconds_since(self.started)

    def _report(self, report: report_file.Report, ended: Ended | None) -> Report:
        self._elapsed = max(self._elapsed, self._seconds_until(report, ended))
        return Report(report.seq, self._elapsed, report.values)

    def _seconds_until(self, report: report_file.Report, ended: Ended | None) -> float:
        """Seconds from the job's beginning to a report, by the monotonic clock where both have it. By the
        time of day, for scripts that write their reports by themselves, no more than what has passed."""
        started = self.started
        if started is None:
            return 0.0
        if started.monotonic is None or report.monotonic is None:
            seconds = report.time - started.time
        else:
            seconds = report.monotonic - started.monotonic
        most = ended.seconds if ended is not None else seconds_since(started, unknown=seconds)
        return min(seconds, most)

    def _last_sign_of_life(self, started: Started) -> float:
        """For how many seconds a job ran whose end nobody wrote down, at least."""
        times = [started.time]
        for path in (self._paths.stdout, self._paths.stderr, self._paths.reports, self._paths.lease):
            with suppress(OSError):
                times.append(path.stat().st_mtime)
        seconds = max(times) - started.time
        return max(self._elapsed, min(seconds, seconds_since(started, unknown=seconds)))


def seconds_since(started: Started, unknown: float = 0.0) -> float:
    """For how many seconds a job can have run by now. unknown: where the monotonic clock can't tell, as the
    job ran on another machine, this one has been restarted since, or an earlier version didn't write it
    down."""
    if started.monotonic is None or started.boot not in (None, boot_id()):
        return unknown
    seconds = time.monotonic() - started.monotonic
    return unknown if seconds < 0.0 else seconds


def remove_checkpoint(paths: ExperimentPaths, trial_id: int) -> None:
    """Deletes what a trial saved, as far as that can be done."""
    folder = paths.checkpoint(trial_id)
    try:
        _remove(folder, within=paths.folder)
    except OSError as error:  # a pity for the disk, but no reason to end an experiment
        logger.warning("The checkpoint in %s could not be deleted: %s", folder, error)


def _remove(folder: Path, within: Path) -> None:
    """Deletes a folder, or the link that someone put in its place, but nothing beyond links."""
    if not os.path.lexists(folder):
        return
    if folder.parent.resolve() != within.resolve() / folder.parent.relative_to(within):
        raise OSError(f"{folder.parent} leads out of {within}")
    if folder.is_symlink() or not folder.is_dir():  # what someone put in its place
        folder.unlink()
    else:
        shutil.rmtree(folder)
