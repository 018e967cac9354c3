"""The ledger: every call that a client made, with what came of it."""

from __future__ import annotations

import json
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Call:
    """at: seconds on the emulator's clock. real: real seconds since the emulator started. seconds: real ones
    until the answer. caller: the training job whose container called; empty for anyone else. subject: the job
    or the object that the call is about. status: of HTTP; 0 where no answer was sent. error: its code.
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
    """All calls so far. Safe to read while others are made."""

    def __init__(self) -> None:
        self._calls: list[Call] = []
        self._lock = threading.Lock()
        self.begun = time.monotonic()

    def add(self, call: Call) -> None:
        with self._lock:
            self._calls.append(call)

    @property
    def calls(self) -> tuple[Call, ...]:
        with self._lock:
            return tuple(self._calls)

    def of(self, operation: str, *, caller: str | None = None) -> list[Call]:
        """The calls of an operation, from anyone or from one caller: "" for whoever is no container."""
        return [
            call
            for call in self.calls
            if call.operation == operation and (caller is None or call.caller == caller)
        ]

    def counts(self, service: str | None = None) -> Counter[str]:
        """Calls by operation, of one service or of all."""
        return Counter(call.operation for call in self.calls if service in (None, call.service))

    def lines(self) -> Iterator[str]:
        return (json.dumps(asdict(call)) for call in self.calls)

    def save(self, path: Path) -> None:
        path.write_text("".join(line + "\n" for line in self.lines()), encoding="utf-8")
