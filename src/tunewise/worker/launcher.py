"""The launcher: forks a guard for each job that a tuner sends over a socket.

Forking this small process takes a millisecond or two; a new interpreter for each job would take ten times
that. It runs in a session of its own, so that Ctrl-C in the terminal doesn't reach it, and ends with the
tuner, while the guards continue. A job is a message with two open files: the job's lock, and a file in memory
with an `Order` in JSON, which may be too long for a socket's message. While a message waits in the socket, it
keeps the lock held, even if the tuner is killed. `warm.py` is a launcher that has imported modules for its
jobs.
"""

from __future__ import annotations

import gc
import os
import signal
import socket
import sys

from tunewise.worker import processes
from tunewise.worker.guard import GUARD_SIGNALS, Execute, Order, guard

MESSAGE = b"job"
NAME = "tunewise-launch"  # of the process


def main() -> None:
    """Serves the tuner at the other end of the socket, whose descriptor is on the command line, until the
    tuner closes its end."""
    processes.show_as(NAME)
    with socket.socket(fileno=int(sys.argv[1])) as tuner:
        serve(tuner)


def serve(tuner: socket.socket, execute: Execute = os.execve) -> None:
    """Forks guards until the tuner closes its end of the socket. execute: with what scripts begin."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the kernel reaps guards, as nobody waits for them
    processes.boot_id()  # cached for all guards
    processes.oom_kills()  # where they are counted
    gc.disable()
    gc.freeze()  # leaves memory shared with forks untouched
    while True:
        message, files, _, _ = socket.recv_fds(tuner, len(MESSAGE), 2)
        if not message:
            return
        try:
            lock, order = files
            _fork_guard(_read(order), lock, tuner, execute)
        except (OSError, ValueError):  # no process could be forked, or a file is missing
            _complain()  # the tuner finds the lock free, and the reason here
        finally:
            for file in files[:1]:
                os.close(file)


def _read(order: int) -> Order:
    """Reads an order and closes its file, so that no job inherits it."""
    with open(order, "rb") as file:
        return Order.read(file.read())


def _fork_guard(order: Order, lock: int, tuner: socket.socket, execute: Execute) -> None:
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, GUARD_SIGNALS)
    try:
        if os.fork() == 0:
            _be_guard(order, lock, tuner, execute)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)


def _be_guard(order: Order, lock: int, tuner: socket.socket, execute: Execute) -> None:
    """Never returns. The lock stays open, unused, for as long as this process lives."""
    exit_code = 1
    try:
        os.set_inheritable(lock, False)  # files from a socket are inheritable
        tuner.close()  # otherwise the tuner wouldn't notice the launcher's death
        guard(order, execute)
        exit_code = 0
    except BaseException:  # noqa: BLE001 - this copy of the launcher must not continue
        _complain()
    finally:
        os._exit(exit_code)


def _complain() -> None:
    import traceback  # imported here, as it would cost each fork time

    traceback.print_exc()
