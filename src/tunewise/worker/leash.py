"""Holds a guard on a leash: it is told to end when its engine ends the process above, however that happens.

An engine such as Ray knows of a job no more than a process of its own, and kills that without a word to what
it started: children in sessions of their own go on, or are killed with nothing written down. So between the
two stands this small process, which dies with the one above; the kernel then sends SIGTERM to the guard,
which ends the job as ever and writes down how it went. Where the guard itself is killed, this process does
both in its place.

    python -m tunewise.worker.leash ORDER PARENT
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress

from tunewise.worker import processes
from tunewise.worker.guard import REFUSED, WATCHED, end_for_guard, fork_guard, read_order


def main() -> int:
    """The program: runs the job of an order as a grandchild of the process PARENT, and passes SIGTERM on to
    its guard. Its exit code is the guard's, and says nothing of the script's end."""
    processes.show_as("tunewise-leash")
    processes.die_with_parent()
    if os.getppid() != int(sys.argv[2]):  # it ended before this process was bound to end with it
        return REFUSED
    with suppress(PermissionError):  # where the engine is nice, and only root may be less so
        os.setpriority(os.PRIO_PROCESS, 0, 0)
    processes.adopt_orphans()
    oom_kills = processes.oom_kills()
    signal.pthread_sigmask(signal.SIG_BLOCK, WATCHED)
    child = fork_guard(sys.argv[1])
    processes.outlive_children()
    signal.signal(signal.SIGTERM, lambda *_: _pass_on(child))
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code < 0:
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})
        end_for_guard(read_order(sys.argv[1]), oom_kills)
    return code


def _pass_on(guard: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(guard, signal.SIGTERM)


if __name__ == "__main__":
    sys.exit(main())
