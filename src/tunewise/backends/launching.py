"""The tuner's end of the launcher, the process that forks a guard for each job."""

import json
import os
import socket
import subprocess
import sys
import tempfile
from contextlib import suppress
from typing import IO

from tunewise.version import ROOT
from tunewise.worker.guard import Order
from tunewise.worker.launcher import MESSAGE

_SEND_TIMEOUT = 30.0  # seconds
_END_TIMEOUT = 5.0  # seconds
# Isolated and without site-packages it is up in a few milliseconds, and nothing that lies in the current
# folder or in the user's PYTHONPATH can get in its way.
_FLAGS = ("-I", "-S", "-c")
_PROGRAM = "import sys; sys.path.append(sys.argv.pop(1)); from {} import main; sys.exit(main())"


def program(module: str, argument: str, python: str = sys.executable) -> list[str]:
    """The command line of a program of `tunewise.worker`, such as a guard, whose argument is an order's
    path."""
    return [python, *_FLAGS, _PROGRAM.format(module), ROOT, argument]


class Launcher:
    """Starts the launcher's process when it is first needed, and another one should that die."""

    def __init__(self) -> None:
        self._socket: socket.socket | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._stderr: IO[bytes] | None = None

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process else None

    def launch(self, order: Order, lock: int) -> None:
        """Has a guard run a job. `lock` is the open, locked file of the job's lock; the caller closes it.

        Raises OSError if there is no launcher to be had.
        """
        with open(os.memfd_create("order"), "w+b") as file:
            file.write(json.dumps(order._asdict()).encode())
            file.seek(0)
            try:
                self._send(lock, file.fileno())
            except (BrokenPipeError, ConnectionResetError):  # the launcher is dead: nobody has the message
                self.close()
                self._send(lock, file.fileno())

    def close(self) -> None:
        """Ends the launcher once it has started what it was sent."""
        if self._socket is None or self._process is None or self._stderr is None:
            return
        self._socket.close()
        with suppress(subprocess.TimeoutExpired):  # someone stopped it: it will end when it goes on
            self._process.wait(_END_TIMEOUT)
        self._stderr.close()
        self._socket = self._process = self._stderr = None

    def last_words(self) -> str:
        """What the launcher complained of, for instance that no process was to be had."""
        if self._stderr is None:
            return ""
        file = self._stderr.fileno()  # read in place: the launcher writes on at the position that we share
        return os.pread(file, os.fstat(file).st_size, 0).decode(errors="replace").strip()

    def _send(self, *files: int) -> None:
        if self._socket is None:
            self._start()
        assert self._socket is not None
        socket.send_fds(self._socket, [MESSAGE], files)

    def _start(self) -> None:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        stderr = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the launcher
        try:
            with theirs:
                self._process = subprocess.Popen(
                    program("tunewise.worker.launcher", str(theirs.fileno())),
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=stderr,
                    pass_fds=[theirs.fileno()],
                    start_new_session=True,
                )
        except OSError:
            ours.close()
            stderr.close()
            raise
        ours.settimeout(_SEND_TIMEOUT)
        self._socket, self._stderr = ours, stderr
