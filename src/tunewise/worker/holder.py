"""A worker on a held allocation: it runs the jobs that it finds in a folder, one after the other.

    held/waiting/KEY     jobs that wait: the path of an order
    held/taken/KEY@N     jobs that worker N took, by a rename that only one worker can do
    held/over/KEY@N      jobs whose guards are gone, for the tuner to remove
    held/halts/KEY       jobs that are to end
    held/N.serving       worker N has started
    held/enough          no more jobs will come: a worker without a job ends

It also ends if there was no job for some time, if it is told to (SIGTERM, which it passes on to its job), and
if its time limit might cut the next job off.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from contextlib import suppress
from typing import NamedTuple

from tunewise.worker import processes
from tunewise.worker.files import refresh_folder
from tunewise.worker.guard import GUARD_SIGNALS, HALT_SIGNALS, end_for_guard, fork_guard

LOOK_EVERY = 0.2  # seconds
REFRESH_EVERY = 3.0  # seconds between two reads that bypass the cache of a shared file system
WAITING, TAKEN, OVER, HALTS, ENOUGH = "waiting", "taken", "over", "halts", "enough"
FOLDERS = (WAITING, TAKEN, OVER, HALTS)


class Hold(NamedTuple):
    """folder: `held`. number: of this worker. idle: seconds without a job after which it ends. limit: its
    total seconds, if there is a limit."""

    folder: str
    number: int
    idle: float
    limit: float | None = None


def serving(number: int) -> str:
    """The name of the file that shows that a worker has started."""
    return f"{number}.serving"


def main() -> int:
    """The program: serves according to the `Hold` in the JSON file on the command line."""
    signal.pthread_sigmask(signal.SIG_BLOCK, GUARD_SIGNALS)
    processes.show_as("tunewise-hold")
    processes.adopt_orphans()
    with open(sys.argv[1], encoding="utf-8") as file:
        hold = Hold(**json.load(file))
    with open(os.path.join(hold.folder, serving(hold.number)), "w"):
        pass
    _Holder(hold).serve()
    return 0


class _Holder:
    def __init__(self, hold: Hold) -> None:
        self._hold = hold
        self._began = self._refreshed = time.monotonic()
        self._longest = 0.0  # seconds that a job took here
        self._ending = False

    def serve(self) -> None:
        free_since = self._began
        while not self._ending and self._has_time():
            taken = self._take()
            if taken is not None:
                self._run(taken)
                free_since = time.monotonic()
            elif os.path.exists(self._path(ENOUGH)) or time.monotonic() - free_since >= self._hold.idle:
                return
            else:
                received = signal.sigtimedwait(HALT_SIGNALS, LOOK_EVERY)
                self._ending = received is not None

    def _path(self, *names: str) -> str:
        return os.path.join(self._hold.folder, *names)

    def _has_time(self) -> bool:
        """Whether there is time for a job that takes as long as the longest one so far."""
        if self._hold.limit is None:
            return True
        left = self._hold.limit - (time.monotonic() - self._began)
        return left > 1.1 * self._longest

    def _take(self) -> str | None:
        """Takes the job that has waited longest, and returns its key; None if there is none."""
        waiting = self._path(WAITING)
        self._refresh(WAITING)
        for key in sorted(os.listdir(waiting), key=_number):
            if "." in key:  # it is being written
                continue
            mine = self._path(TAKEN, f"{key}@{self._hold.number}")
            with suppress(FileNotFoundError):
                os.rename(self._path(WAITING, key), mine)
            if os.path.exists(mine):  # also if a server renamed it, but its response was lost
                return key
        return None

    def _run(self, key: str) -> None:
        began = time.monotonic()
        mine = f"{key}@{self._hold.number}"
        with open(self._path(TAKEN, mine), encoding="utf-8") as file:
            place = json.load(file)["order"]
        oom_kills = processes.oom_kills()
        end_for_guard(place, self._attend(fork_guard(place), key), oom_kills)
        self._longest = max(self._longest, time.monotonic() - began)
        os.rename(self._path(TAKEN, mine), self._path(OVER, mine))

    def _attend(self, child: int, key: str) -> int:
        """Waits for a guard to end. Tells it to end if a halt is requested or this worker is to end. Returns
        its exit code."""
        halted = False
        while (ended := os.waitpid(child, os.WNOHANG))[0] == 0:
            received = signal.sigtimedwait(GUARD_SIGNALS, LOOK_EVERY)
            self._ending = self._ending or (received is not None and received.si_signo in HALT_SIGNALS)
            self._refresh(HALTS)
            if not halted and (self._ending or os.path.exists(self._path(HALTS, key))):
                halted = True
                os.kill(child, signal.SIGTERM)  # it is our child, so its pid can't be reused yet
        return os.waitstatus_to_exitcode(ended[1])

    def _refresh(self, name: str) -> None:
        """Bypasses the cache of a shared file system from time to time."""
        if time.monotonic() >= self._refreshed + REFRESH_EVERY:
            self._refreshed = time.monotonic()
            refresh_folder(self._path(name), f".{self._hold.number}")


def _number(key: str) -> list[int]:
    return [int(part) if part.isdecimal() else -1 for part in key.split("-")]


if __name__ == "__main__":
    sys.exit(main())
