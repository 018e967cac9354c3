"""The ledger: every call that a client made, with what came of it."""

import json
import os
import tempfile
import threading
import time
from collections import Counter
from dataclasses import asdict, astuple, dataclass
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
    """All calls so far, on the disk, as a study makes hundreds of thousands. Safe to read meanwhile."""

    def __init__(self) -> None:
        self.begun = time.monotonic()
        self._file = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 - ends with this object
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
        """The calls of an operation, from anyone or from one caller: "" for whoever is no container."""
        return [
            call
            for call in self.calls
            if call.operation == operation and (caller is None or call.caller == caller)
        ]

    def counts(self, service: str | None = None) -> Counter[str]:
        """Calls by operation, of one service or of all."""
        return Counter(call.operation for call in self.calls if service in (None, call.service))

    def save(self, path: Path) -> None:
        """Writes a line of JSON for each call."""
        with path.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(asdict(call)) + "\n" for call in self.calls)
