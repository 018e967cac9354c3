"""The emulator's end of the launcher: containers that can be started, signalled and awaited."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from functools import lru_cache
from itertools import count
from pathlib import Path

from sagemaker_rehearsal.container_launcher import LONGEST_MESSAGE, Order
from sagemaker_rehearsal.messages import RehearsalError
from sagemaker_rehearsal.namespaces import Isolation

ROOT = str(Path(__file__).parents[1])  # from where Python finds this package
_FLAGS = ("-I", "-S")  # no site-packages, and nothing of the current folder
_IMPORT = "import sys; sys.path.append(sys.argv[1]); "
_SERVE = (
    _IMPORT + "from sagemaker_rehearsal.container_launcher import main; main(int(sys.argv[2]), sys.argv[3])"
)
_DETECT = _IMPORT + "from sagemaker_rehearsal.namespaces import detect; print(detect().value)"
_END_TIMEOUT = 20.0  # seconds


class Container:
    """One container, from its start to its end.

    status: its wait status, once `ended`; None where it could not be started, and `error` says why.
    """

    def __init__(self, on_end: Callable[[], None]) -> None:
        self.status: int | None = None
        self.error: str | None = None
        self.ended = False
        self._on_end = on_end

    def end(self, status: int | None, error: str | None) -> None:
        self.status, self.error = status, error
        self.ended = True
        self._on_end()

    @property
    def exit_code(self) -> int:
        """As a shell would tell it: 128 and the number of the signal for what was killed."""
        code = os.waitstatus_to_exitcode(self.status or 0)
        return code if code >= 0 else 128 - code


class Containers:
    """Starts containers, each on a folder with its order.json. All end when this is closed or dies.

    temporary: a folder that is deleted then.
    """

    def __init__(self, temporary: Path | None = None) -> None:
        self._socket, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, *_FLAGS, "-c", _SERVE, ROOT, str(theirs.fileno()), str(temporary or "")],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                cwd="/",
            )
        self._numbers = count()
        self._running: dict[int, Container] = {}
        self._of: dict[Container, int] = {}
        self._lock = threading.Lock()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    @property
    def launcher_pid(self) -> int:
        return self._process.pid

    def start(self, folder: Path, output: int, on_end: Callable[[], None]) -> Container:
        """Starts the container that the folder's order.json describes; `output` takes what it prints."""
        container = Container(on_end)
        with self._lock:
            number = next(self._numbers)
            self._running[number] = container
            self._of[container] = number
        message = json.dumps({"start": number, "folder": str(folder)}).encode()
        socket.send_fds(self._socket, [message], [output])
        return container

    def signal(self, container: Container, number: signal.Signals) -> None:
        """Does nothing where the container has ended."""
        with self._lock:
            job = self._of.get(container)
        if job is not None:
            self._socket.sendall(json.dumps({"signal": job, "number": int(number)}).encode())

    def close(self) -> None:
        """Kills what runs, and returns when no process of it is left."""
        self._socket.shutdown(socket.SHUT_RDWR)
        self._process.wait(_END_TIMEOUT)
        self._reader.join(_END_TIMEOUT)
        self._socket.close()

    def _read(self) -> None:
        while True:
            try:
                message = self._socket.recv(LONGEST_MESSAGE)
            except OSError:
                return
            if not message:
                return
            told = json.loads(message)
            with self._lock:
                container = self._running.pop(told["job"])
                del self._of[container]
            container.end(told["status"], told.get("error"))


def write_order(folder: Path, order: Order) -> None:
    (folder / "order.json").write_text(json.dumps(order._asdict()), encoding="utf-8")


@lru_cache(maxsize=1)
def detect_isolation() -> Isolation:
    """What works on this machine, found out by a process of its own, since this one has threads."""
    result = subprocess.run(
        [sys.executable, *_FLAGS, "-c", _DETECT, ROOT], capture_output=True, text=True, cwd="/", check=False
    )
    if result.returncode != 0:
        raise RehearsalError(f"The rehearsal needs Linux; trying its namespaces failed: {result.stderr}")
    return Isolation(result.stdout.strip())
