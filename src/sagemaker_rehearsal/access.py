"""Who may call and how often, and a ledger of all calls."""

import json
import os
import secrets
import tempfile
import threading
import time
import weakref
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import asdict, astuple, dataclass
from pathlib import Path

from sagemaker_rehearsal.messages import ApiError
from sagemaker_rehearsal.profile import Rate

_CLIENT = "AKIA"
_CONTAINER = "ASIA"


class AccessKeys:
    """The access keys of one emulator.

    An emulator runs the commands that it receives. Other users of the machine can reach its port, but don't
    know its keys.
    """

    def __init__(self) -> None:
        self._secret = secrets.token_hex(16).upper()

    def of_client(self) -> dict[str, str]:
        return _environment(_CLIENT + self._secret)

    def of_container(self, job: str) -> dict[str, str]:
        """Keys that tell the ledger which job called."""
        return _environment(f"{_CONTAINER}{self._secret}{job}")

    def check(self, key: str) -> None:
        """Raises ApiError for a key of someone else."""
        own = len(_CLIENT), len(_CLIENT) + len(self._secret)
        if not secrets.compare_digest(key[slice(*own)].encode(), self._secret.encode()):
            raise ApiError(
                "UnrecognizedClientException",
                "The access key is not this rehearsal's: use the credentials in its environment.",
                status=403,
            )

    def caller(self, key: str) -> str:
        """The job whose container has this key; empty for anyone else."""
        own = _CONTAINER + self._secret
        return key[len(own) :] if key.startswith(own) else ""


def _environment(key: str) -> dict[str, str]:
    return {"AWS_ACCESS_KEY_ID": key, "AWS_SECRET_ACCESS_KEY": "rehearsal"}


class Throttle:
    """Limits rates of calls by token buckets, in real seconds whatever the scale. now: a clock in seconds."""

    def __init__(self, rates: Mapping[str, Rate], now: Callable[[], float] = time.monotonic) -> None:
        self._rates = rates
        self._now = now
        self._tokens = {operation: float(rate.burst) for operation, rate in rates.items()}
        self._filled = dict.fromkeys(rates, now())
        self._lock = threading.Lock()

    def admits(self, operation: str) -> bool:
        rate = self._rates.get(operation)
        if rate is None:
            return True
        with self._lock:
            now = self._now()
            gained = (now - self._filled[operation]) * rate.per_second
            self._filled[operation] = now
            tokens = min(float(rate.burst), self._tokens[operation] + gained)
            self._tokens[operation] = tokens - 1 if tokens >= 1 else tokens
            return tokens >= 1


@dataclass(frozen=True)
class Call:
    """A call that a client made, and its result.

    at: seconds on the emulator's clock. real: real seconds since the emulator started. seconds: real seconds
    until the answer. caller: the training job whose container called; empty for other clients. subject: the
    job or object that the call is about. status: of HTTP; 0 if no answer was sent. error: its code.
    """

    at: float
    real: float
    seconds: float
    service: str
    operation: str
    caller: str
    subject: str
    status: int
    error: str


class Ledger:
    """All calls so far, kept on disk since a study makes hundreds of thousands. Safe to read at any time."""

    def __init__(self) -> None:
        self.begun = time.monotonic()
        self._file = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 - read after the emulator ended
        weakref.finalize(self, self._file.close)
        self._lock = threading.Lock()

    def add(self, call: Call) -> None:
        line = json.dumps(astuple(call)) + "\n"
        with self._lock:
            self._file.seek(0, os.SEEK_END)
            self._file.write(line)

    @property
    def calls(self) -> list[Call]:
        with self._lock:
            self._file.seek(0)
            return [Call(*json.loads(line)) for line in self._file]

    def of(self, operation: str, *, caller: str | None = None) -> list[Call]:
        """The calls of an operation, from everyone or from one caller; "" means outside containers."""
        return [
            call
            for call in self.calls
            if call.operation == operation and (caller is None or call.caller == caller)
        ]

    def counts(self, service: str | None = None) -> Counter[str]:
        """Calls by operation, of one service or of all."""
        return Counter(call.operation for call in self.calls if service in (None, call.service))

    def save(self, path: Path) -> None:
        """Writes each call as a line of JSON."""
        with path.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(asdict(call)) + "\n" for call in self.calls)
