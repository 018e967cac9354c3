"""Reads a job's reports as they are appended to its file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from tunewise.space import Value

if TYPE_CHECKING:
    from pathlib import Path


class Report(NamedTuple):
    """seq: the number of its line in the file, from 0. time: seconds since the epoch, when it was made.
    monotonic: the same moment on the machine's monotonic clock, where the line has it."""

    seq: int
    time: float
    values: dict[str, Value]
    monotonic: float | None = None


class _Line(msgspec.Struct):
    time: float
    values: dict[str, Value]
    monotonic: float | None = None


_decoder = msgspec.json.Decoder(_Line)


class ReportFile:
    """The reports of one job, each once and in order, beginning with number `first`.

    A line is read once it is complete. One that is no report (a full disk cut it, or another program wrote
    into the file) is passed over; it keeps its number, so the numbers of the others don't depend on when
    the file is read. `flaws` tells how many lines were passed over.
    """

    def __init__(self, path: Path, first: int = 0) -> None:
        self._path = path
        self._first = first
        self._next = 0
        self._offset = 0
        self.flaws = 0

    def read(self) -> list[Report]:
        """The reports that were completed since the last call."""
        lines = self._new_lines()
        numbered = enumerate(lines, start=self._next)
        self._next += len(lines)
        reports = [self._parse(number, line) for number, line in numbered if number >= self._first]
        return [report for report in reports if report is not None]

    def _new_lines(self) -> list[bytes]:
        try:
            with self._path.open("rb") as file:
                file.seek(self._offset)
                data = file.read()
        except FileNotFoundError:
            return []  # the script hasn't reported yet
        complete = data.rfind(b"\n") + 1
        self._offset += complete
        return data[:complete].split(b"\n")[:-1]

    def _parse(self, number: int, line: bytes) -> Report | None:
        try:
            parsed = _decoder.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError):
            self.flaws += 1
            return None
        return Report(number, parsed.time, parsed.values, parsed.monotonic)
