"""Reads a job's reports as they are appended to its file, whatever the script does to that file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from tunewise.worker.files import open_file, parse
from tunewise.worker.report import LONGEST, scalar

if TYPE_CHECKING:
    Value = str | int | float | bool | None

CHUNK = 1 << 20  # bytes that are read at once; more than the longest line
MARK = 64  # bytes


class ReportLine(NamedTuple):
    """seq: the number of its line in the file, from 0. time: seconds since the epoch, when it was made.
    monotonic: the same moment on the machine's monotonic clock, where the line has it."""

    seq: int
    time: float
    values: dict[str, Value]
    monotonic: float | None = None


class ReportFile:
    """The reports of one job, each once and in order, beginning with number `first`.

    A line is read once it is complete. One that is no report (a full disk cut it, or another program wrote
    into the file) is passed over; it keeps its number, so the numbers of the others don't depend on when
    the file is read. Where what was read isn't in the file any more, it is read anew from its beginning, and
    numbers go on.
    """

    def __init__(self, path: str | os.PathLike[str], first: int = 0) -> None:
        self._path = path
        self._first = first
        self._next = 0
        self._offset = 0
        self._mark = b""  # what stands before the offset, to know the file by
        self._within = False  # a line that is too long, whose beginning was passed over
        self._flaws = 0
        self._troubles: dict[str, None] = {}  # each once, in their order

    @property
    def note(self) -> str:
        """What a person should know of the file, empty if all is well."""
        troubles = list(self._troubles)
        if self._flaws:
            noun = "line" if self._flaws == 1 else "lines"
            troubles.append(f"{self._flaws} {noun} passed over: no valid reports")
        if self._next < self._first:
            troubles.append("lines that had been read are gone")
        return f"{os.path.basename(self._path)}: {'; '.join(troubles)}" if troubles else ""

    def read(self) -> list[ReportLine]:
        """The reports that were completed since the last call. Never waits, and never raises: what is wrong
        with the file is in `note`."""
        reports: list[ReportLine] = []
        try:
            for line in self._new_lines():
                report = self._take(line)
                if report is not None:
                    reports.append(report)
        except FileNotFoundError:
            if self._offset:
                self._begin_anew("it was deleted after it had been read")
        except OSError as error:
            self._troubles[f"it can't be read ({error.strerror})"] = None
        return reports

    def _new_lines(self) -> Iterator[bytes]:
        """The lines that are complete, one that is too long as an empty one. Raises OSError."""
        file = open_file(self._path)
        try:
            size = os.fstat(file).st_size
            if not self._is_same(file, size):
                self._begin_anew("it was cut or replaced after it had been read, and was read anew")
            while self._offset < size:
                data = os.pread(file, CHUNK, self._offset)
                complete = data.rfind(b"\n") + 1
                if not complete and len(data) <= LONGEST:
                    return
                self._mark = data[: complete or None][-MARK:]
                self._offset += complete or len(data)
                lines = data[:complete].split(b"\n")[:-1]
                if lines and self._within:
                    lines[0] = b""
                self._within = not complete
                yield from lines
        finally:
            os.close(file)

    def _is_same(self, file: int, size: int) -> bool:
        """Whether what has been read is still there, as far as its end tells: reports have their time."""
        if size <= self._offset:
            return size == self._offset
        return os.pread(file, len(self._mark), self._offset - len(self._mark)) == self._mark

    def _begin_anew(self, trouble: str) -> None:
        self._troubles[trouble] = None
        self._offset, self._mark, self._within = 0, b"", False

    def _take(self, line: bytes) -> ReportLine | None:
        number = self._next
        self._next += 1
        if number < self._first:
            return None
        try:
            return _read_line(number, line)
        except ValueError:
            self._flaws += 1
            return None


def _read_line(number: int, line: bytes) -> ReportLine:
    """Raises ValueError for what is no report."""
    if len(line) > LONGEST:
        raise ValueError("it is too long")
    told = parse(line)
    try:
        values = {_text(name): _value(value) for name, value in told["values"].items()}
        made, monotonic = _moment(told["time"]), told.get("monotonic")
        return ReportLine(number, made, values, None if monotonic is None else _moment(monotonic))
    except (TypeError, KeyError, AttributeError, OverflowError):
        raise ValueError("it is no report") from None


def _text(name: str) -> str:
    return name if name.isascii() else str(scalar("", name))


def _value(value: object) -> Value:
    return value if type(value) is float else scalar("", value)  # most are, and parsed ones are finite


def _moment(told: object) -> float:
    if isinstance(told, bool) or not isinstance(told, (int, float)):
        raise TypeError
    return float(told)
