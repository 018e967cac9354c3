"""A worker on an allocation that is held: runs one job after the other that it finds in a folder.

    held/waiting/KEY     jobs to be had: the path of an order
    held/taken/KEY@N     whom worker N took from there, by a rename that one alone can do
    held/over/KEY@N      those whose guards are gone, for the tuner to take away
    held/halts/KEY       jobs that are to end
    held/N.serving       worker N came as far as to look
    held/enough          no more are to come: who has nothing to do ends

It ends as well after a while in which there was nothing to do, when it is told to (SIGTERM, which it passes
on to its job), and where the next job might be cut off by its time limit.
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
AFRESH_EVERY = 3.0  # seconds between two looks past the caches of a shared file system
WAITING, TAKEN, OVER, HALTS, ENOUGH = "waiting", "taken", "over", "halts", "enough"
FOLDERS = (WAITING, TAKEN, OVER, HALTS)


class Hold(NamedTuple):
    """folder: `held`. number: of this worker. idle: seconds with nothing to do, after which it ends. limit:
    seconds that it has in all, if there is a limit."""

    folder: str
    number: int
    idle: float
    limit: float | None = None


def serving(number: int) -> str:
    """The name of the file by which a worker says that it is there."""
    return f"{number}.serving"


def main() -> int:
    """The program: serves as the `Hold` says that is the JSON file which the command line names."""
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
        self._began = self._looked_afresh = time.monotonic()
        self._longest = 0.0  # seconds that a job took here
        self._told = False

    def serve(self) -> None:
        free_since = self._began
        while not self._told and self._has_time():
            taken = self._take()
            if taken is not None:
                self._run(taken)
                free_since = time.monotonic()
            elif os.path.exists(self._path(ENOUGH)) or time.monotonic() - free_since >= self._hold.idle:
                return
            else:
                received = signal.sigtimedwait(HALT_SIGNALS, LOOK_EVERY)
                self._told = received is not None

    def _path(self, *names: str) -> str:
        return os.path.join(self._hold.folder, *names)

    def _has_time(self) -> bool:
        """Whether the next job might come to its end, if it takes as long as the longest one so far."""
        if self._hold.limit is None:
            return True
        left = self._hold.limit - (time.monotonic() - self._began)
        return left > 1.1 * self._longest

    def _take(self) -> str | None:
        """The key of a job that is now ours, the longest waiting one; None if there is none."""
        waiting = self._path(WAITING)
        self._look_afresh(WAITING)
        for key in sorted(os.listdir(waiting), key=_number):
            if "." in key:  # it is being written
                continue
            mine = self._path(TAKEN, f"{key}@{self._hold.number}")
            with suppress(FileNotFoundError):
                os.rename(self._path(WAITING, key), mine)
            if os.path.exists(mine):  # also where a server did it, but its answer was lost
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
        """Waits for a guard to end, and tells it to when a halt is asked for, or when told so itself. Returns
        its exit code."""
        halted = False
        while (ended := os.waitpid(child, os.WNOHANG))[0] == 0:
            received = signal.sigtimedwait(GUARD_SIGNALS, LOOK_EVERY)
            self._told = self._told or (received is not None and received.si_signo in HALT_SIGNALS)
            self._look_afresh(HALTS)
            if not halted and (self._told or os.path.exists(self._path(HALTS, key))):
                halted = True
                os.kill(child, signal.SIGTERM)  # it is our child, and nobody else waits for it
        return os.waitstatus_to_exitcode(ended[1])

    def _look_afresh(self, name: str) -> None:
        """Looks past the caches of a shared file system, now and then."""
        if time.monotonic() >= self._looked_afresh + AFRESH_EVERY:
            self._looked_afresh = time.monotonic()
            refresh_folder(self._path(name), f".{self._hold.number}")


def _number(key: str) -> list[int]:
    return [int(part) if part.isdecimal() else -1 for part in key.split("-")]


if __name__ == "__main__":
    sys.exit(main())
