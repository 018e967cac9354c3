"""One job as the tuner sees it: through its files, its lock, and signals to its guard."""

from __future__ import annotations

import os
import signal
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec

from tunewise.backends.endings import Outcome, judge, judge_lost, read_ended
from tunewise.backends.last_words import read_tail
from tunewise.backends.sweeping import kill_marked
from tunewise.events import Fact, JobEnded, JobStarted, Reported
from tunewise.files import decode
from tunewise.locks import is_locked
from tunewise.worker.files import read_if_there
from tunewise.worker.processes import read_process
from tunewise.worker.report_file import Report, ReportFile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tunewise.clock import Clock
    from tunewise.paths import JobPaths
    from tunewise.trial import JobId


class _ProcessName(msgspec.Struct, frozen=True):
    """started: clock ticks since boot, which tells a process from a later one with its pid."""

    pid: int
    started: int | None


class Started(msgspec.Struct, frozen=True):
    """What a guard writes into `started.json`. time: seconds since the epoch. monotonic: the same moment on
    the machine's monotonic clock; None from earlier versions."""

    time: float
    guard: _ProcessName
    script: _ProcessName
    monotonic: float | None = None


def read_started(path: Path) -> Started | None:
    """None if the file isn't there or isn't a guard's: a crash of the machine may leave it empty."""
    data = read_if_there(path)
    try:
        return None if data is None else decode(data, Started)
    except ValueError:
        return None


class WatchedJob:
    """A job that has been launched, by this tuner or by an earlier one.

    mark: of its processes' environment. gpus: those that it holds. first_report: number of the first report
    to deliver. begun: whether its `JobStarted` has been. halted: whether an earlier tuner told it to end.
    over: its `JobEnded` has been delivered. last_words: what the launcher says when a job never began.
    """

    def __init__(
        self,
        job_id: JobId,
        paths: JobPaths,
        mark: str,
        gpus: tuple[str, ...],
        clock: Clock,
        last_words: Callable[[], str],
        first_report: int = 0,
        begun: bool = False,
        halted: bool = False,
    ) -> None:
        self.id = job_id
        self.over = False
        self._paths = paths
        self._mark = mark
        self._gpus = gpus
        self._clock = clock
        self._last_words = last_words
        self._reports = ReportFile(paths.reports, first_report)
        self._started: Started | None = None
        self._announced = begun
        self._elapsed = 0.0  # at its latest report, in seconds since it began
        self._asked = halted
        self._told = False
        self._halt_at: float | None = None

    # ---- halting ----------------------------------------------------------------------------------------

    def halt(self, patience: float) -> None:
        """Tell the job to end in `patience` seconds. Only ever shortens an earlier patience."""
        due = time.monotonic() + patience
        self._halt_at = due if self._halt_at is None else min(self._halt_at, due)
        self.halt_if_due()

    @property
    def halt_due(self) -> float | None:
        """When the job is to be told to end, on the monotonic clock; None if that is not planned, or done."""
        return None if self._told else self._halt_at

    def halt_if_due(self) -> None:
        """Sends SIGTERM to the guard if it's time to, and if the guard is there already."""
        due = self.halt_due
        if due is None or time.monotonic() < due:
            return
        started = self._read_started()
        if started is None or not is_locked(self._paths.lock):
            return
        guard = read_process(started.guard.pid)
        if guard is not None and guard.started == started.guard.started:
            with suppress(ProcessLookupError):  # it has just ended
                os.kill(guard.pid, signal.SIGTERM)
            self._told = self._asked = True

    # ---- looking ----------------------------------------------------------------------------------------

    def look(self, thorough: bool) -> list[Fact]:
        """What is new. thorough: also whether the guard still lives."""
        # The end is looked for first: what was reported before it is read after it, and nothing is missed.
        ending = self._ending(thorough)
        facts = [*self._start_fact(), *self._report_facts(ending[0] if ending else None)]
        if ending is not None:
            seconds, outcome = ending
            facts.append(JobEnded(self._clock.now(), self.id, seconds, *outcome, note=self._reports.note))
            self.over = True
        return facts

    def _ending(self, thorough: bool) -> tuple[float, Outcome] | None:
        # the lock before the file: a guard that ends between the two looks has written the file
        lost = thorough and not is_locked(self._paths.lock)
        ended = read_ended(self._paths.ended)
        if ended is not None:
            stderr = "" if ended.exit_code == 0 else read_tail(self._paths.stderr)
            return ended.seconds, judge(ended, self._asked, stderr)
        if lost and kill_marked(lambda mark: mark == self._mark):
            started = self._paths.started.exists() or self._paths.reports.exists()
            stderr = read_tail(self._paths.stderr)
            return self._last_sign_of_life(), judge_lost(stderr or self._last_words(), started)
        return None

    def _start_fact(self) -> list[Fact]:
        if self._announced:
            return []
        started = self._read_started()
        if started is None:
            return []
        self._announced = True
        gpus = f"gpu {','.join(self._gpus)}, " if self._gpus else ""
        place = f"{gpus}pid {started.script.pid}"
        return [JobStarted(self._clock.now(), self.id, place, _seconds_since(started))]

    def _report_facts(self, whole: float | None) -> list[Fact]:
        """whole: the seconds for which the job ran, if it is over."""
        reports = self._reports.read()
        if not reports:
            return []
        facts: list[Fact] = []
        for report in reports:
            self._elapsed = max(self._elapsed, self._seconds_until(report, whole))
            facts.append(Reported(self._clock.now(), self.id, report.seq, self._elapsed, report.values))
        return facts

    def _seconds_until(self, report: Report, whole: float | None) -> float:
        """Seconds from the job's beginning to a report, by the monotonic clock where both have it. By the
        time of day, for scripts that write their reports by themselves, no more than what has passed."""
        started = self._read_started()
        if started is None:
            return 0.0
        if started.monotonic is None or report.monotonic is None:
            seconds = report.time - started.time
        else:
            seconds = report.monotonic - started.monotonic
        most = whole if whole is not None else _seconds_since(started, unknown=seconds)
        return min(seconds, most)

    def _read_started(self) -> Started | None:
        if self._started is None:
            self._started = read_started(self._paths.started)
        return self._started

    def _last_sign_of_life(self) -> float:
        """For how many seconds a job ran whose end nobody wrote down, at least."""
        started = self._read_started()
        if started is None:
            return 0.0
        times = [started.time]
        for path in (self._paths.stdout, self._paths.stderr, self._paths.reports):
            with suppress(OSError):
                times.append(path.stat().st_mtime)
        seconds = max(times) - started.time
        return max(self._elapsed, min(seconds, _seconds_since(started, unknown=seconds)))


def _seconds_since(started: Started, unknown: float = 0.0) -> float:
    """For how many seconds a job can have run by now. unknown: where the monotonic clock can't tell, as the
    machine has been restarted since, or an earlier version didn't write it down."""
    seconds = -1.0 if started.monotonic is None else time.monotonic() - started.monotonic
    return unknown if seconds < 0.0 else seconds
