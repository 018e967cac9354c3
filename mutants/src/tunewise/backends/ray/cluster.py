"""The tuner's end of the process that speaks to a Ray cluster."""

import json
import os
import select
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from tunewise.backends.base import BackendError, BusyError
from tunewise.backends.platform import NoAnswerError
from tunewise.version import ROOT

CALL = 5.0  # seconds for an answer
CONNECT = 90.0  # seconds to be connected: Ray itself gives up after half a minute
LONGEST = 400  # characters of what Ray says
GLANCE = 3.0  # seconds for which a call waits for a connection that is being made

_PROGRAM = (
    "import sys; sys.path[:] = [path for path in sys.path if path] + [sys.argv.pop(1)]; "
    "from tunewise.backends.ray.driver import main; main()"
)
START_ONE = (
    "start one with `ray start --head` here and `ray start --address=HOST:6379` on the other machines, or "
    "give --address HOST:PORT of one that runs"
)


def find_address(address: str | None) -> str:
    """HOST:PORT of the cluster's head: the one that is given, else RAY_ADDRESS, else of the cluster of which
    this machine is a node. Raises `BackendError`."""
    said = address or os.environ.get("RAY_ADDRESS") or "auto"
    if said.startswith("ray://"):
        raise BackendError(
            f"{said} is for Ray's client, which can't leave jobs behind: run tunewise on a node of the "
            "cluster, and give --address HOST:PORT of its head."
        )
    if said != "auto":
        return said
    temporary = os.environ.get("RAY_TMPDIR") or os.environ.get("TMPDIR") or "/tmp"
    with suppress(OSError):
        known = Path(temporary, "ray", "ray_current_cluster").read_text().strip()
        if known:
            return known
    raise BackendError(f"No Ray cluster is known here: {START_ONE}.")


def check_address(address: str) -> None:
    """Raises `BackendError` where nobody listens."""
    host, _, port = address.rpartition(":")
    try:
        socket.create_connection((host.strip("[]"), int(port)), timeout=GLANCE).close()
    except ValueError:
        raise BackendError(f"{address!r} is no address of a Ray cluster: give HOST:PORT.") from None
    except OSError as error:
        raise BackendError(
            f"No Ray cluster answers at {address} ({error.strerror or error}): {START_ONE}."
        ) from error


class Cluster:
    """A connection that comes back: every call either has an answer within seconds, or raises BusyError.

    address: what was specified. Raises `BackendError` as long as there has never been a connection and it
    fails.
    """

    def __init__(self, address: str | None) -> None:
        self._address = address
        self._process: subprocess.Popen[str] | None = None
        self._stderr: IO[bytes] | None = None
        self._began = 0.0
        self._ready = False
        self._known = False  # there was a connection once

    def connect(self, patience: float) -> None:
        """Waits for the connection for so long. Raises BusyError, and `BackendError`."""
        if self._ready and self._process is not None and self._process.poll() is None:
            return
        if self._process is None or self._process.poll() is not None:
            self._start()
        answer = self._read(patience)
        if answer is None:
            if time.monotonic() > self._began + CONNECT:
                self._end()
                raise self._refused(f"no answer within {CONNECT:.0f} s")
            raise BusyError("the Ray cluster is being connected to")
        if "failed" in answer:
            self._end()
            raise self._refused(answer["failed"])
        self._ready = self._known = True

    def call(self, do: str, **arguments: object) -> Mapping[str, Any]:
        """What the driver answers. Raises BusyError; `NoAnswerError` where it may have been done."""
        self.connect(GLANCE if self._process is None else 0.0)
        assert self._process is not None
        assert self._process.stdin is not None
        try:
            print(json.dumps({"do": do, **arguments}), file=self._process.stdin, flush=True)
        except (BrokenPipeError, OSError):
            self._end()
            raise BusyError("the connection to the Ray cluster was lost") from None
        answer = self._read(CALL)
        if answer is None:
            self._end()
            raise NoAnswerError(f"the Ray cluster didn't answer within {CALL:.0f} s")
        if "error" in answer:  # perhaps after it was done
            raise NoAnswerError(f"Ray: {_in_one_line(answer['error'])}")
        return answer

    def close(self) -> None:
        self._end()

    def _start(self) -> None:
        self._end()
        address = find_address(self._address)
        try:
            check_address(address)  # Ray itself takes 20 s to notice
        except BackendError as error:
            if self._known:
                raise BusyError(str(error)) from error
            raise
        self._stderr = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the process
        self._process = subprocess.Popen(
            [sys.executable, "-c", _PROGRAM, ROOT, address],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._stderr,
            env=surroundings(os.environ),
            start_new_session=True,  # Ctrl-C in the terminal is for the tuner
            text=True,
        )
        self._began = time.monotonic()

    def _read(self, patience: float) -> dict[str, Any] | None:
        """The next answer; None if it doesn't come in time."""
        assert self._process is not None
        assert self._process.stdout is not None
        if not select.select([self._process.stdout], [], [], patience)[0]:
            return None
        line = self._process.stdout.readline()
        if not line:
            words = self._last_words()
            ready = self._ready
            self._end()
            if ready:
                raise NoAnswerError(f"the connection to the Ray cluster was lost{words}")
            raise self._refused(f"the program that connects ended{words}")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def _refused(self, why: str) -> Exception:
        if self._known:
            return BusyError(f"the Ray cluster can't be reached: {_in_one_line(why)}")
        return BackendError(
            f"The Ray cluster doesn't let the tuner in ({_in_one_line(why)}): this machine has to be a node "
            "of it, Ray and Python have to be in its versions, and a token, where it wants one, in "
            "~/.ray/auth_token or where RAY_AUTH_TOKEN_PATH says."
        )

    def _last_words(self) -> str:
        if self._stderr is None:
            return ""
        file = self._stderr.fileno()
        lines = os.pread(file, 1 << 16, max(0, os.fstat(file).st_size - (1 << 16))).decode(errors="replace")
        last = lines.strip().rpartition("\n")[2]
        return f": {last}" if last else ""

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                assert pipe is not None
                with suppress(BrokenPipeError):
                    pipe.close()
        if self._stderr is not None:
            self._stderr.close()
        self._process = self._stderr = None
        self._ready = False


def surroundings(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment of the process that connects.

    Ray sends a token only where RAY_AUTH_MODE says so, and without one a cluster that wants one doesn't
    answer for 20 seconds; where there is a token, it is sent.
    """
    ours = {**environment, "RAY_ENABLE_UV_RUN_RUNTIME_ENV": "0"}
    token = Path(environment.get("HOME", "/"), ".ray", "auth_token")
    if "RAY_AUTH_MODE" not in ours and (
        "RAY_AUTH_TOKEN" in ours or "RAY_AUTH_TOKEN_PATH" in ours or token.exists()
    ):
        ours["RAY_AUTH_MODE"] = "token"
    return ours


def _in_one_line(text: str) -> str:
    return " ".join(text.split()).rstrip(".")[:LONGEST]
