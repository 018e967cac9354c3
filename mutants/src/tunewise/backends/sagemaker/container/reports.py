"""The one object on S3 that tells what a job reported and how it ended: a line of JSON for each.

    {"begun": 1700000000.0}                                              a container has started
    {"seq": 0, "time": 1700000001.0, "elapsed": 1.0, "values": {...}}    a report
    {"ended": {...} or null, "stderr": "...", "note": "..."}             the script has ended

`ended` is null where the guard of the script was killed.

It is written anew as a whole each time. A spot job that lost its instance goes on with the numbers where its
last container left off. `elapsed` are the seconds for which containers had run by then, by their monotonic
clocks; those that one ran after its last report are lost with it.
"""

from __future__ import annotations

import json
import sys
import time
from typing import Any

from tunewise.worker.files import parse
from tunewise.worker.report_file import ReportLine

from .storage import Store

PRINTED = "tunewise-report "
"""What a printed report begins with."""


class ReportObject:
    """The object as it is to be, and as it is on S3 since the last `put`.

    written: what is there from containers before this one. put_every: seconds between two puts, at least.
    """

    def __init__(self, store: Store, key: str, written: bytes | None, put_every: float) -> None:
        self._store = store
        self._key = key
        self._put_every = put_every
        self._lines = [line for line in _lines(written) if b'"ended"' not in line[:9]]
        earlier = [_elapsed(line) for line in self._lines if line.startswith(b'{"seq"')]
        self._before = len(earlier)
        self._ran_before = max(earlier, default=0.0)
        self._begun = time.monotonic()
        self._moments: list[float] = []  # of this container's reports
        self._changed = False
        self._put_at = float("-inf")
        self._told = False

    @property
    def number(self) -> int:
        """How many reports there are."""
        return self._before + len(self._moments)

    def first_since(self, moment: float) -> tuple[int, float] | None:
        """The first report made at `moment` or later: how many there are with it, and when it was made."""
        index = len(self._moments)
        while index > 0 and self._moments[index - 1] >= moment:
            index -= 1
        return None if index == len(self._moments) else (self._before + index + 1, self._moments[index])

    def begin(self) -> None:
        self._begun = time.monotonic()
        self._add({"begun": time.time()})

    def report(self, report: ReportLine) -> str:
        """Takes a report in; the line to print. Numbers have no gaps, whatever the script's file has."""
        at = report.monotonic or time.monotonic()  # it was made a moment ago
        elapsed = self._ran_before + min(max(at, self._begun), time.monotonic()) - self._begun
        line = {"seq": self.number, "time": report.time, "elapsed": elapsed, "values": report.values}
        self._moments.append(report.time)
        self._add(line)
        return PRINTED + json.dumps(line)

    def end(self, ended: dict[str, Any] | None, stderr: str, note: str) -> None:
        self._add({"ended": ended, "stderr": stderr, "note": note})

    def put_if_due(self) -> None:
        if self._changed and time.monotonic() >= self._put_at + self._put_every:
            self.put()

    def put(self) -> bool:
        """Writes it all. False where that failed: it is tried again later."""
        if not self._changed:
            return True
        self._put_at = time.monotonic()
        try:
            self._store.put(self._key, b"\n".join(self._lines) + b"\n")
        except Exception as error:  # noqa: BLE001 - whatever it is, training goes on, and reports are printed
            if not self._told:
                self._told = True
                print(f"tunewise: reports can't be written to S3: {error}", file=sys.stderr, flush=True)
            return False
        self._changed = False
        return True

    def _add(self, line: dict[str, Any]) -> None:
        self._lines.append(json.dumps(line).encode())
        self._changed = True


def _lines(body: bytes | None) -> list[bytes]:
    return [line for line in (body or b"").split(b"\n") if line]


def _elapsed(line: bytes) -> float:
    """What a report of an earlier container says; 0 where that is missing or damaged."""
    try:
        return float(parse(line)["elapsed"])
    except (ValueError, TypeError, KeyError, OverflowError):
        return 0.0
