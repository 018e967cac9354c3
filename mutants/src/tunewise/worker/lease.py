"""Leases: a trial's checkpoint has one writer, even where nobody can see whether a machine still runs a job.

An engine takes a job for gone whose node hasn't answered for minutes, and the trial's next job starts
elsewhere while the node may be as busy as ever. Locks are not to be trusted there, and no two clocks agree.
So a job writes into its lease, a file in its folder, every few seconds (`beat`), and

- a job that hasn't managed to for `patience` seconds is killed: by its guard, and by the kernel two beats
  later at the latest, even where all of its processes had been stopped;
- a job that sees the folder of a later one of its trial writes no more into its lease, and is told to end;
- a guard begins its script only when each earlier job of the trial has written down its end, or its lease
  hasn't changed for `patience` and four beats, by this machine's clock.

As a later job's folder is there before that job looks at the leases of earlier ones, an earlier job that
goes on writing has seen it. What remains is a machine whose clock stands still with it, such as a virtual one
that is paused: when it goes on, it may write until its next beat.

The lease is kept by the *beater*, a process between guard and script, so that a file system that hangs stalls
neither: the guard still kills, and the script dies with the beater, which a timer of the kernel kills.
"""

from __future__ import annotations

import math
import mmap
import os
import signal
import struct
import sys
import time
from typing import NamedTuple

from tunewise.worker import processes
from tunewise.worker.files import open_file, read_file, refresh_folder

TYPE_CHECKING = False  # type checkers know this name; importing it from typing takes 10 ms

if TYPE_CHECKING:
    from collections.abc import Callable

_MOMENT = struct.Struct("d")


class Lease(NamedTuple):
    """path: of the file, in the job's folder, which is named by the number of the job's run and lies beside
    those of the trial's other jobs. beat, patience: in seconds; a file system that hangs for so long costs a
    job, and after a machine that was lost the trial's next job begins so much later."""

    path: str
    beat: float = 10.0
    patience: float = 180.0

    @property
    def run(self) -> int:
        return int(os.path.basename(os.path.dirname(self.path)))

    @property
    def silence(self) -> float:
        """Seconds without a change after which nothing of the job can be left."""
        return self.patience + 4.0 * self.beat


class RefusedError(RuntimeError):
    """A job that is not to run: it was started before, or a later one of its trial was."""


def now() -> float:
    """Seconds by a clock that nobody sets, and that goes on while the machine is suspended."""
    return time.clock_gettime(time.CLOCK_BOOTTIME)


# ---- before the script begins ----------------------------------------------------------------------------


def take(lease: Lease, pause: Callable[[float], bool]) -> bool:
    """Waits until no earlier job of the trial can be left. Raises RefusedError, and OSError.

    pause: sleeps for so many seconds; False if the job was told to end meanwhile. Then so does this.
    """
    renew(lease, 0)
    check_latest(lease)
    for run in sorted(run for run in _runs(lease) if run < lease.run):
        if not _wait_for(lease, os.path.join(_jobs(lease), str(run)), pause):
            return False
    return True


def check_latest(lease: Lease) -> None:
    """Raises RefusedError, and OSError."""
    later = [run for run in _runs(lease) if run > lease.run]
    if later:
        raise RefusedError(f"job {max(later)} of the trial has been started, so that this one is not run")


class SilenceTimer:
    """Whether a lease has stood still for long enough, told by one look after the other."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._since = 0.0
        self._seen: bytes | None = None

    def look(self, before: float, seen: bytes | None, after: float) -> bool:
        """before, after: the moments between which it was read. seen: None if it couldn't be."""
        if seen is None or seen != self._seen:
            self._seen, self._since = seen, after
            return False
        return before - self._since >= self._seconds


def _wait_for(lease: Lease, folder: str, pause: Callable[[float], bool]) -> bool:
    silence = SilenceTimer(lease.silence)
    told = False
    while True:
        refresh_folder(folder, f".{lease.run}")
        names = os.listdir(folder)
        before = now()
        if "lease" not in names or "ended.json" in names:
            return True  # one that has no lease yet will see that this job is there
        if silence.look(before, _read(os.path.join(folder, "lease")), now()):
            return True
        if not told:
            told = True
            words = f"waiting for an earlier job of the trial to end, or to be silent for {lease.silence:g} s"
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
    """Writes something that was never there before. It has reached the file system when this returns. Raises
    OSError."""
    file = open_file(lease.path, os.O_WRONLY | os.O_CREAT)
    try:
        os.pwrite(file, f"{os.uname().nodename} {os.getpid()} {count:012d}\n".encode(), 0)
        os.fsync(file)
    finally:
        os.close(file)


class Held:
    """A lease that a beater keeps, as the guard sees it."""

    def __init__(self, lease: Lease) -> None:
        """Raises RefusedError, and OSError."""
        self._lease = lease
        self._renewed = mmap.mmap(-1, _MOMENT.size)  # shared with the beater
        self._renew(1)

    def left(self) -> float:
        """For how many seconds the job may go on if the lease isn't renewed any more."""
        (renewed,) = _MOMENT.unpack(self._renewed)
        return float(renewed) + self._lease.patience - now()

    def fork_beater(self, start: Callable[[], int]) -> int:
        """Forks the beater. start: forks the script there, and returns its pid; so does this."""
        known, told = os.pipe()
        guard = os.getpid()
        if os.fork() == 0:
            try:
                os.close(known)
                self._keep(start, guard, told)
            except BaseException as error:  # noqa: BLE001 - this copy of the guard must not go on, whatever it is
                os.write(2, f"tunewise: the lease can't be kept: {error}\n".encode(errors="replace"))
            finally:
                os._exit(0)
        os.close(told)
        script = os.read(known, 20)
        os.close(known)
        if not script:
            raise OSError("the script can't be started beside its lease")
        return int(script)

    def _keep(self, start: Callable[[], int], guard: int, told: int) -> None:
        """The beater. It ends with the script, whose end it leaves to the guard to notice."""
        processes.show_as("tunewise-beat")
        processes.die_with_parent()
        die_at = processes.deadly_timer()
        die_at(self._dies_at())
        if os.getppid() != guard:
            return
        script = start()
        os.write(told, str(script).encode())
        os.close(told)
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
                pass  # it may go better at the next beat, while there is patience left

    def _renew(self, count: int) -> None:
        before = now()
        renew(self._lease, count)
        check_latest(self._lease)
        self._renewed[:] = _MOMENT.pack(before)

    def _dies_at(self) -> float:
        return now() + self.left() + 2.0 * self._lease.beat


def _has_ended(script: int) -> bool:
    return os.waitid(os.P_PID, script, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None
