"""The launcher: forks a guard for each job that a tuner sends over a socket.

A fork of this small process costs a millisecond or two, a fresh interpreter for each job ten times that. It
runs in a session of its own, where Ctrl-C in the terminal doesn't reach it, and ends with the tuner; the
guards go on. A job comes as a message with two open files: the job's lock, and one in memory with an `Order`
in JSON, which may be longer than what a socket takes at once. While a message waits in the socket, it keeps
the lock held, even if the tuner has been killed meanwhile.
"""

from __future__ import annotations

import gc
import os
import signal
import socket
import sys

from tunewise.worker import processes
from tunewise.worker.guard import GUARD_SIGNALS, Order, guard

MESSAGE = b"job"


def main() -> None:
    """Serves the tuner at the other end of the socket whose descriptor the command line names, until that end
    is closed."""
    processes.show_as("tunewise-launch")
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for guards: the kernel reaps them
    processes.boot_id()  # all guards know it then
    gc.disable()
    gc.freeze()  # leaves the memory that forks share untouched
    with socket.socket(fileno=int(sys.argv[1])) as tuner:
        while True:
            message, files, _, _ = socket.recv_fds(tuner, len(MESSAGE), 2)
            if not message:
                return
            try:
                lock, order = files
                _fork_guard(_read(order), lock, tuner)
            except (OSError, ValueError):  # no process to be had, or a file is missing
                _complain()  # the tuner finds the lock free, and the reason here
            finally:
                for file in files[:1]:
                    os.close(file)


def _read(order: int) -> Order:
    """An order, whose file is closed with that: no job is to inherit it."""
    with open(order, "rb") as file:
        return Order.read(file.read())


def _fork_guard(order: Order, lock: int, tuner: socket.socket) -> None:
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, GUARD_SIGNALS)
    try:
        if os.fork() == 0:
            _be_guard(order, lock, tuner)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)


def _be_guard(order: Order, lock: int, tuner: socket.socket) -> None:
    """Never returns. The lock stays open, unused, for as long as this process lives."""
    exit_code = 1
    try:
        os.set_inheritable(lock, False)  # files that come over a socket lack this
        tuner.close()  # or the tuner would not notice the launcher's death
        guard(order)
        exit_code = 0
    except BaseException:  # noqa: BLE001 - this copy of the launcher must not go on, whatever happened
        _complain()
    finally:
        os._exit(exit_code)


def _complain() -> None:
    import traceback  # which takes memory, and so each guard's time

    traceback.print_exc()
