"""Holds a guard on a leash: whatever its engine ends or kills, the job ends as ever and that is written down.

An engine such as Ray knows of a job no more than a process of its own, and kills that without a word to what
it started: children in sessions of their own go on, or are killed with nothing written down. So between the
two stands this small process, which dies with the one above; the kernel then sends SIGTERM to the guard,
which ends the job as ever and writes down how it went. Where the guard itself is killed, this process does
both in its place.

Slurm knows of a job no more than what its batch script executes, which is this process: what Slurm tells that
is passed on, and when it ends, nothing is left.

    python -m tunewise.worker.leash ORDER [PARENT]
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress

from tunewise.worker import processes
from tunewise.worker.guard import GUARD_SIGNALS, HALT_SIGNALS, REFUSED, end_for_guard, fork_guard


def main() -> int:
    """The program: runs the job of an order under a guard, and passes on to that what tells it to end. With a
    PARENT, it ends with that process, which started it. Its exit code is the guard's, and says nothing of the
    script's end."""
    processes.show_as("tunewise-leash")
    if len(sys.argv) > 2 and not _bound_to(int(sys.argv[2])):
        return REFUSED
    processes.adopt_orphans()
    oom_kills = processes.oom_kills()
    signal.pthread_sigmask(signal.SIG_BLOCK, GUARD_SIGNALS)
    child = fork_guard(sys.argv[1])
    processes.outlive_children()
    for number in HALT_SIGNALS:
        signal.signal(number, lambda *_: _pass_on(child))
    signal.pthread_sigmask(signal.SIG_UNBLOCK, HALT_SIGNALS)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    signal.pthread_sigmask(signal.SIG_BLOCK, HALT_SIGNALS)
    end_for_guard(sys.argv[1], code, oom_kills)
    return code


def _bound_to(parent: int) -> bool:
    """Has this process end with its parent; False if that has ended already."""
    processes.die_with_parent()
    if os.getppid() != parent:
        return False
    with suppress(PermissionError):  # where the engine is nice, and only root may be less so
        os.setpriority(os.PRIO_PROCESS, 0, 0)
    return True


def _pass_on(guard: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(guard, signal.SIGTERM)


if __name__ == "__main__":
    sys.exit(main())
