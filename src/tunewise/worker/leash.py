"""The leash: whatever its engine ends or kills, the job ends properly and its end is recorded.

An engine such as Ray knows only the process that it started. When it kills that process, the children in
other sessions continue, or are killed without a record. So this small process runs in between. It dies with
the engine's process; then the kernel sends SIGTERM to the guard, which ends the job and records how it went.
If the guard itself is killed, the leash does both in its place.

Slurm knows only what its batch script executes, which is this process. It passes Slurm's signals on, and when
it ends, no process of the job is left.

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
    """The program: runs the job of an order under a guard, and passes on the signals that tell it to end.
    With a PARENT, the process that started it, it ends with that. Its exit code is the guard's, and doesn't
    depend on the script's."""
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
    """Makes this process end with its parent; False if the parent has ended already."""
    processes.die_with_parent()
    if os.getppid() != parent:
        return False
    with suppress(PermissionError):  # the engine runs at a lower priority, and only root may raise it
        os.setpriority(os.PRIO_PROCESS, 0, 0)
    return True


def _pass_on(guard: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(guard, signal.SIGTERM)


if __name__ == "__main__":
    sys.exit(main())
