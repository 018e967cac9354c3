"""Leases: a trial's checkpoint has one writer, even if nobody can see whether a machine still runs a job.

An engine considers a job gone if its node hasn't answered for minutes, and the trial's next job starts on
another node, while the first node may still be running the job. Locks can't be trusted there, and clocks
differ. So a job writes to its lease, a file in its folder, every few seconds (`beat`), and

- a job that hasn't been able to write for `patience` seconds is killed: by its guard, and at the latest two
  beats later by the kernel, even if all of its processes were stopped;
- a job that sees the folder of a later job of its trial stops renewing its lease, and is told to end;
- a guard begins its script only when each earlier job of the trial has recorded its end, or when that job's
  lease hasn't changed for `patience` and four beats, by this machine's clock.

A later job's folder exists before that job reads the leases of earlier ones, so an earlier job that still
renews its lease has seen it. One gap remains: a machine whose clock stops too, such as a paused virtual
machine. When it continues, its job may write until its next beat.

The lease is renewed by the *beater*, a process between guard and script, so that a file system that hangs
blocks neither: the guard still kills, and the script dies with the beater, which a timer of the kernel kills.
"""

from __future__ import annotations

import math
import mmap
import os
import signal
import struct
import sys
import time
from collections.abc import Callable
from typing import NamedTuple

from tunewise.worker import processes
from tunewise.worker.files import open_file, read_file, refresh_folder

_MOMENT = struct.Struct("d")


class Lease(NamedTuple):
    """path: the file in the job's folder, which is named by the number of the job's run and is beside those
    of the trial's other jobs. beat, patience: in seconds. A file system that hangs for longer than patience
    costs a job, and after the loss of a machine the trial's next job begins that much later."""

    path: str
    beat: float = 10.0
    patience: float = 180.0

    @property
    def run(self) -> int:
        return int(os.path.basename(os.path.dirname(self.path)))

    @property
    def silence(self) -> float:
        """Seconds without a change after which no process of the job can be left."""
        return self.patience + 4.0 * self.beat


class RefusedError(RuntimeError):
    """The job must not run: it was started before, or a later job of its trial was."""


def now() -> float:
    """Seconds on a clock that is never set, and that continues while the machine is suspended."""
    return time.clock_gettime(time.CLOCK_BOOTTIME)


# ---- before the script begins ----------------------------------------------------------------------------


def take(lease: Lease, pause: Callable[[float], bool]) -> bool:
    """Waits until no earlier job of the trial can be left. Returns False if the job was told to end
    meanwhile. Raises RefusedError and OSError.

    pause: sleeps for a number of seconds; False if the job was told to end meanwhile.
    """
    renew(lease, 0)
    check_latest(lease)
    for run in sorted(run for run in _runs(lease) if run < lease.run):
        if not _wait_for(lease, os.path.join(_jobs(lease), str(run)), pause):
            return False
    return True


def check_latest(lease: Lease) -> None:
    """Raises RefusedError and OSError."""
    later = [run for run in _runs(lease) if run > lease.run]
    if later:
        raise RefusedError(f"job {max(later)} of the trial has been started, so this one is not run")


class SilenceTimer:
    """Detects, from one read after another, that a lease hasn't changed for long enough."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._since = 0.0
        self._seen: bytes | None = None

    def look(self, before: float, seen: bytes | None, after: float) -> bool:
        """before, after: the times between which it was read. seen: None if it couldn't be read."""
        if seen is None or seen != self._seen:
            self._seen, self._since = seen, after
            return False
        return before - self._since >= self._seconds


def _wait_for(lease: Lease, folder: str, pause: Callable[[float], bool]) -> bool:
    silence = SilenceTimer(lease.silence)
    printed = False
    while True:
        refresh_folder(folder, f".{lease.run}")
        names = os.listdir(folder)
        before = now()
        if "lease" not in names or "ended.json" in names:
            return True  # a job without a lease will see this job's folder before it begins
        if silence.look(before, _read(os.path.join(folder, "lease")), now()):
            return True
        if not printed:
            printed = True
            limit = f"{lease.silence:g} s"
            words = f"waiting for an earlier job of the trial to end, or to be silent for {limit}"
            print(f"tunewise: {words}", file=sys.stderr, flush=True)
        if not pause(lease.beat):
            return False


def _read(path: str) -> bytes | None:
    try:
        return read_file(path)
    except OSError:
        return None


def _jobs(lease: Lease) -> str:
    return os.path.dirname(os.path.dirname(lease.path))


def _runs(lease: Lease) -> list[int]:
    refresh_folder(_jobs(lease), f".{lease.run}")
    return [int(name) for name in os.listdir(_jobs(lease)) if name.isdecimal()]


# ---- while it runs ---------------------------------------------------------------------------------------


def renew(lease: Lease, count: int) -> None:
    """Writes something new, which has reached the file system when this returns. Raises OSError."""
    file = open_file(lease.path, os.O_WRONLY | os.O_CREAT)
    try:
        os.pwrite(file, f"{os.uname().nodename} {os.getpid()} {count:012d}\n".encode(), 0)
        os.fsync(file)
    finally:
        os.close(file)


class LeaseKeeper:
    """A lease that a beater renews, as the guard sees it."""

    def __init__(self, lease: Lease) -> None:
        """Raises RefusedError and OSError."""
        self._lease = lease
        self._renewed = mmap.mmap(-1, _MOMENT.size)  # shared with the beater
        self._renew(1)

    def left(self) -> float:
        """How many seconds the job may continue if the lease isn't renewed again."""
        (renewed,) = _MOMENT.unpack(self._renewed)
        return float(renewed) + self._lease.patience - now()

    def fork_beater(self, start: Callable[[], int]) -> int:
        """Forks the beater, and returns the script's pid. start: forks the script in the beater and returns
        its pid."""
        reader, writer = os.pipe()
        guard = os.getpid()
        if os.fork() == 0:
            try:
                os.close(reader)
                self._keep(start, guard, writer)
            except BaseException as error:  # noqa: BLE001 - this copy of the guard must not continue
                os.write(2, f"tunewise: the lease can't be renewed: {error}\n".encode(errors="replace"))
            finally:
                os._exit(0)
        os.close(writer)
        script = os.read(reader, 20)
        os.close(reader)
        if not script:
            raise OSError("the script can't be started beside its lease")
        return int(script)

    def _keep(self, start: Callable[[], int], guard: int, writer: int) -> None:
        """The beater. It ends with the script, whose end the guard notices."""
        processes.show_as("tunewise-beat")
        processes.die_with_parent()
        die_at = processes.deadly_timer()
        die_at(self._dies_at())
        if os.getppid() != guard:
            return
        script = start()
        os.write(writer, str(script).encode())
        os.close(writer)
        count, due = 1, now() + self._lease.beat
        while not _has_ended(script):
            left = due - now()
            if left > 0.0:
                signal.sigtimedwait({signal.SIGCHLD}, min(left, self._lease.beat))
                continue
            count += 1
            due = now() + self._lease.beat
            try:
                self._renew(count)
                die_at(self._dies_at())
            except RefusedError:
                os.kill(guard, signal.SIGTERM)
                due = math.inf
            except OSError:
                pass  # the next beat may succeed, if it is in time

    def _renew(self, count: int) -> None:
        before = now()
        renew(self._lease, count)
        check_latest(self._lease)
        self._renewed[:] = _MOMENT.pack(before)

    def _dies_at(self) -> float:
        return now() + self.left() + 2.0 * self._lease.beat


def _has_ended(script: int) -> bool:
    return os.waitid(os.P_PID, script, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None
