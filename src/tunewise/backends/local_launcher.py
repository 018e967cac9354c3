"""The tuner's end of the launcher, the process that forks a guard for each job of this machine."""

import json
import logging
import os
import signal
import socket
import subprocess
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import IO

from tunewise.backends.specs import program, warm_program
from tunewise.worker.guard import Order
from tunewise.worker.launcher import MESSAGE
from tunewise.worker.processes import MARK
from tunewise.worker.warm import LONGEST_REASON, READY, Imports

_SEND_TIMEOUT = 30.0  # seconds
_END_TIMEOUT = 5.0  # seconds
_IMPORT_TIMEOUT = 300.0  # seconds; packages on a slow disk take a while
_LONGEST_MARK = 64  # bytes

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class WarmStart:
    """What a launcher imports before it forks jobs (`tunewise.worker.warm`).

    python, cwd, environment: those of the jobs; the environment as changes, where None unsets a variable.
    """

    imports: Imports
    python: str
    cwd: str
    environment: Mapping[str, str | None]

    def start(self, theirs: int, stderr: IO[bytes]) -> subprocess.Popen[bytes]:
        changed = {**os.environ, **self.environment}
        changed[MARK] = (changed.get(MARK) or "").ljust(_LONGEST_MARK)  # each job writes its own over it
        return subprocess.Popen(
            warm_program(self.python, str(theirs), json.dumps(self.imports)),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=stderr,
            cwd=self.cwd,
            env={name: value for name, value in changed.items() if value is not None},
            pass_fds=[theirs],
            start_new_session=True,
        )


class Launcher:
    """Starts the launcher's process when it is first needed, and another one if it dies.

    warm: what it imports for all jobs; None: nothing. If that can't be done, a warning says why, and each job
    imports for itself.
    """

    def __init__(self, warm: WarmStart | None = None) -> None:
        self.warm = warm
        self._socket: socket.socket | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._stderr: IO[bytes] | None = None

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process else None

    def launch(self, order: Order, lock: int) -> None:
        """Has a guard run a job. lock: the open, locked file of the job's lock; the caller closes it.

        Raises OSError if the launcher can't be started.
        """
        with open(os.memfd_create("order"), "w+b") as file:
            file.write(json.dumps(order._asdict()).encode())
            file.seek(0)
            try:
                self._send(lock, file.fileno())
            except (BrokenPipeError, ConnectionResetError):  # the launcher is dead and the message lost
                self.close()
                self._send(lock, file.fileno())

    def close(self) -> None:
        """Ends the launcher once it has started all jobs."""
        if self._socket is None or self._process is None or self._stderr is None:
            return
        self._socket.close()
        with suppress(subprocess.TimeoutExpired):  # someone stopped it: it ends when it continues
            self._process.wait(_END_TIMEOUT)
        self._stderr.close()
        self._socket = self._process = self._stderr = None

    def errors(self) -> str:
        """The launcher's errors, for instance that it couldn't fork."""
        if self._stderr is None:
            return ""
        file = self._stderr.fileno()  # pread: the position is shared with the launcher, which writes there
        return os.pread(file, os.fstat(file).st_size, 0).decode(errors="replace").strip()

    def _send(self, *files: int) -> None:
        if self._socket is None and self.warm is not None:
            self._warm_up(self.warm)
        if self._socket is None:
            self._start(None)
        assert self._socket is not None
        socket.send_fds(self._socket, [MESSAGE], files)

    def _warm_up(self, warm: WarmStart) -> None:
        """Starts a launcher and waits for its imports. Without one if they fail: then `warm` is None."""
        self._start(warm)
        reason = self._refusal()
        if reason:
            self.close()
            self.warm = None
            logger.warning(
                "No job starts with --preload %s, and each imports for itself: %s.",
                ",".join(warm.imports.modules),
                reason,
            )

    def _refusal(self) -> str:
        """Why the launcher that was just started can't be used; "" if it can."""
        assert self._socket is not None
        assert self._process is not None
        self._socket.settimeout(_IMPORT_TIMEOUT)
        try:
            answer = self._socket.recv(LONGEST_REASON)
        except TimeoutError:
            os.killpg(self._process.pid, signal.SIGKILL)  # with what the imports have started
            return f"the imports took more than {_IMPORT_TIMEOUT:.0f} s"
        except ConnectionResetError:
            answer = b""
        self._socket.settimeout(_SEND_TIMEOUT)
        if answer == READY:
            return ""
        if answer:
            return answer.decode(errors="replace")
        code = self._process.wait()
        last = self.errors().rpartition("\n")[2]
        how = f"was killed by signal {-code}" if code < 0 else f"ended with exit code {code}"
        return f"the process that imports {how}" + (f", {last}" if last else "")

    def _start(self, warm: WarmStart | None) -> None:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        stderr = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the launcher
        try:
            with theirs:
                self._process = (_start_cold if warm is None else warm.start)(theirs.fileno(), stderr)
        except OSError:
            ours.close()
            stderr.close()
            raise
        ours.settimeout(_SEND_TIMEOUT)
        self._socket, self._stderr = ours, stderr


def _start_cold(theirs: int, stderr: IO[bytes]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        program("tunewise.worker.launcher", str(theirs)),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=stderr,
        pass_fds=[theirs],
        start_new_session=True,
    )
