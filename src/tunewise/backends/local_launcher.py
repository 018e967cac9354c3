"""The tuner's end of the launcher, the process that forks a guard for each job of this machine."""

import json
import logging
import os
import select
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import IO

from tunewise.backends.base import BusyError
from tunewise.backends.specs import program, warm_program
from tunewise.worker.guard import Order
from tunewise.worker.launcher import MESSAGE
from tunewise.worker.processes import MARK
from tunewise.worker.warm import LONGEST_REASON, READY, Imports

_SEND_TIMEOUT = 30.0  # seconds
_END_TIMEOUT = 5.0  # seconds
_IMPORT_TIMEOUT = 300.0  # seconds; packages on a slow disk take a while
_LOOK_EVERY = 0.02  # seconds between looks whether the imports are done
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
    imports for itself. Nobody waits for the imports: until they are done, `BusyError` says so.
    """

    def __init__(self, warm: WarmStart | None = None) -> None:
        self.warm = warm
        self._socket: socket.socket | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._stderr: IO[bytes] | None = None
        self._give_up_at: float | None = None  # while it imports

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process else None

    def begin(self) -> None:
        """Begins to import, and is done if that is done or there is nothing to import. Raises BusyError as
        long as it isn't, and OSError if the launcher can't be started."""
        if self._socket is None and self.warm is not None:
            self._start(self.warm)
            self._give_up_at = time.monotonic() + _IMPORT_TIMEOUT
        if self._give_up_at is None:
            return
        assert self._socket is not None
        if not select.select([self._socket], [], [], 0.0)[0] and time.monotonic() < self._give_up_at:
            raise BusyError("what all jobs share is being imported", wait=_LOOK_EVERY)
        self._conclude_imports()

    def launch(self, order: Order, lock: int) -> None:
        """Has a guard run a job. lock: the open, locked file of the job's lock; the caller closes it.

        Raises as `begin`.
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
        if self._give_up_at is not None:
            os.killpg(self._process.pid, signal.SIGKILL)  # with what the imports have started
        with suppress(subprocess.TimeoutExpired):  # someone stopped it: it ends when it continues
            self._process.wait(_END_TIMEOUT)
        self._stderr.close()
        self._socket = self._process = self._stderr = self._give_up_at = None

    def errors(self) -> str:
        """The launcher's errors, for instance that it couldn't fork."""
        if self._stderr is None:
            return ""
        file = self._stderr.fileno()  # pread: the position is shared with the launcher, which writes there
        return os.pread(file, os.fstat(file).st_size, 0).decode(errors="replace").strip()

    def _send(self, *files: int) -> None:
        self.begin()
        if self._socket is None:
            self._start(None)
        assert self._socket is not None
        socket.send_fds(self._socket, [MESSAGE], files)

    def _conclude_imports(self) -> None:
        """The imports are over, or have lasted too long. Then, and if they failed, `warm` is None."""
        assert self.warm is not None
        modules, reason = self.warm.imports.modules, self._refusal()
        if reason:
            self.close()
            self.warm = None
            logger.warning(
                "No job starts with --preload %s, and each imports for itself: %s.",
                ",".join(modules),
                reason.rstrip("."),
            )

    def _refusal(self) -> str:
        """Why the launcher that was started can't be used; "" if it can."""
        assert self._socket is not None
        assert self._process is not None
        self._socket.settimeout(0.0)
        try:
            answer = self._socket.recv(LONGEST_REASON)
        except BlockingIOError:
            return f"the imports took more than {_IMPORT_TIMEOUT:.0f} s"
        except ConnectionResetError:
            answer = b""
        self._give_up_at = None
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
