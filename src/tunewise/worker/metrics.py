"""Reads metrics from what a script prints and writes, and reports them in its place.

The guard looks a few times a second, for a moment, and once more when the script has ended. It appends to
the job's file of reports as `Reporter` would, so nothing else need know where a report comes from. Files are
followed while they grow; if one is written anew, it is read anew, without what was read before. What a file
had before the job began doesn't count.
"""

from __future__ import annotations

import csv
import os
import re
import signal
import sys
from contextlib import suppress
from typing import NamedTuple

from tunewise.worker.event_file import EventFiles
from tunewise.worker.files import json_object, open_file
from tunewise.worker.passing import NNI, decoded, nni_metrics
from tunewise.worker.report import FULL, LONGEST, append, report_line, ring, scalar
from tunewise.worker.tail import Lines

TYPE_CHECKING = False  # type checkers know this name; importing it from typing takes 10 ms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import Any, Protocol

    class Follower(Protocol):
        """Something that is read while it grows."""

        def read(self, last: bool) -> Iterator[dict[str, object]]:
            """The values that have come since the last call, each time those of one report. last: nothing
            more will come, so that the end of a file is complete."""
            ...

        def skip(self) -> None:
            """Passes over what is there before the job begins."""
            ...


LOOK_EVERY, LOOK_ELSEWHERE_EVERY = 0.1, 1.0  # seconds; the latter for files on a shared file system
LONGEST_LINE = 1 << 14  # bytes of printed lines that patterns see
LONGEST_SEARCH = 1.0  # seconds of CPU, so that a guard that was held up loses no pattern
SYNE_TUNE, CSV, JSON_LINES, TENSORBOARD = "syne-tune", "csv", "jsonl", "tensorboard"
ENDINGS = {".csv": CSV, ".jsonl": JSON_LINES, ".ndjson": JSON_LINES}
VALUE = "value"
"""The group of a pattern that has the metric's value."""

_COLOURS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
_SYNE_TUNE_LINE = re.compile(r"\[tune-metric\]: (\{.*\})")
_WHOLE = re.compile(r"[+-]?\d{1,18}")


class Sources(NamedTuple):
    """Where to look for metrics. metric, resource: the keys that reports need; only lines and rows with the
    metric make a report. first: what the script calls the first level, 0 or 1. patterns: regular expressions
    by key. kind: "syne-tune", or of the file at `path`: "csv", "jsonl", "nni", or "tensorboard" for a
    folder."""

    metric: str
    resource: str | None
    first: int
    patterns: dict[str, str]
    kind: str = ""
    path: str = ""


class Sought(NamedTuple):
    """What a user says about the metrics of a script. patterns, first: as of `Sources`. place: as `source_of`
    reads it, or empty; its path may begin with a place in braces."""

    patterns: dict[str, str]
    place: str
    first: int

    def sources(self, metric: str, resource: str | None, places: Mapping[str, str], folder: str) -> Sources:
        """Where to look in one job. places: paths by their names in braces. folder: where the script runs."""
        kind, path = source_of(self.place) if self.place else ("", "")
        for name, known in places.items():
            path = path.replace(f"{{{name}}}", known)
        path = nni_metrics(places) if kind == NNI else path
        return Sources(
            metric, resource, self.first, self.patterns, kind, os.path.join(folder, path) if path else ""
        )


def source_of(text: str) -> tuple[str, str]:
    """The kind and the path of `syne-tune`, `nni`, `log.csv`, `csv:log.txt` or `tensorboard:runs`. Raises
    ValueError, which says what is possible."""
    kind, colon, path = text.partition(":")
    if text in (SYNE_TUNE, NNI):
        return text, ""
    if colon and path and kind in (CSV, JSON_LINES, TENSORBOARD):
        return kind, path
    by_ending = ENDINGS.get(os.path.splitext(text)[1].lower(), "")
    if not by_ending:
        raise ValueError(
            f"{text!r} is no place for metrics: give {SYNE_TUNE}, {NNI}, a file such as log.csv or "
            "log.jsonl, or tensorboard:FOLDER; csv:FILE and jsonl:FILE are for other endings."
        )
    return by_ending, text


def checked_pattern(key: str, text: str) -> re.Pattern[str]:
    """The regular expression. Raises ValueError if it is none, or has no group for the value."""
    try:
        pattern = re.compile(text)
    except (re.error, RecursionError, OverflowError) as error:
        raise ValueError(f"The pattern for {key} is no regular expression ({error}): {text!r}.") from None
    if VALUE not in pattern.groupindex and pattern.groups == len(pattern.groupindex):
        raise ValueError(
            f"The pattern for {key} has no group for its value: put brackets around it, as in 'acc=(.*)', or "
            "(?P<value>...)."
        )
    return pattern


class Watch:
    """Follows the output and the files of one job, and appends to its file of reports.

    printed: paths of what it prints. reports: of the file. bell: wakes the tuner. Made before the script
    begins.
    """

    def __init__(self, sources: Sources, printed: Iterable[str], reports: str, bell: str | None) -> None:
        self._sources = sources
        self._reports = reports
        self._bell = bell
        self._pending = b""
        self._complained = False
        self._followers: list[Follower] = []
        if sources.patterns or sources.kind == SYNE_TUNE:
            self._followers += [_Printed(path, sources) for path in printed]
        if sources.kind == CSV:
            self._followers.append(_Cells(sources.path))
        elif sources.kind == JSON_LINES:
            self._followers.append(_Objects(sources.path))
        elif sources.kind == NNI:
            self._followers.append(_NniResults(sources))
        elif sources.kind == TENSORBOARD:
            self._followers.append(EventFiles(sources.path))
        self._level: object = None  # the last one that was seen
        for follower in self._followers:
            follower.skip()

    def look(self) -> None:
        """Reports what is new. Never waits."""
        self._collect(last=False)
        if self._pending:
            self._write()

    def finish(self) -> None:
        """Reports the rest, and waits for room if the disk is full."""
        self._collect(last=True)
        if self._pending:
            self._guarded(lambda: append(self._reports, self._pending, self._bell))
            self._ring()

    def _collect(self, last: bool) -> None:
        for follower in self._followers:
            try:
                for values in follower.read(last):
                    self._take(values)
            except OSError as error:
                self._say(f"metrics can't be read: {error}")

    def _take(self, values: Mapping[str, object]) -> None:
        metric, resource, first, *_ = self._sources
        found = {key: value for key, value in _scalars(values) if value is not None}
        if resource is not None and type(found.get(resource)) in (int, float):
            found[resource] += 1 - first
        if resource is not None:
            self._level = found.get(resource, self._level)
        if metric in found:
            if resource is not None and self._level is not None:
                found = {**found, resource: self._level}
            line = report_line(found)
            if len(line) <= LONGEST:
                self._pending += line + b"\n"

    def _write(self) -> None:
        self._guarded(self._write_some)
        self._ring()

    def _write_some(self) -> None:
        file = open_file(self._reports, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        try:
            written = os.write(file, self._pending)
        finally:
            os.close(file)
        self._pending = self._pending[written:]

    def _guarded(self, write: Callable[[], None]) -> None:
        """Training goes on, whatever is wrong with the file of reports. A full disk may have room later."""
        try:
            write()
        except OSError as error:
            if error.errno not in FULL:
                self._pending = b""
                self._say(f"reports can't be written: {error}")

    def _ring(self) -> None:
        if self._bell is not None:
            ring(self._bell)

    def _say(self, words: str) -> None:
        if not self._complained:
            self._complained = True
            print(f"tunewise: {words}", file=sys.stderr, flush=True)


def _scalars(values: Mapping[str, object]) -> Iterator[tuple[str, Any]]:
    for key, value in values.items():
        with suppress(TypeError):  # a list or a table is no metric
            yield key, scalar(key, value)


def _pass_over(follower: Follower) -> None:
    for _ in follower.read(last=True):
        pass


def _number(text: str) -> object:
    """The number that a text is, or else the text."""
    plain = text.strip()
    if _WHOLE.fullmatch(plain):
        return int(plain)
    try:
        return float(plain)
    except ValueError:
        return plain


# ---- what is followed ------------------------------------------------------------------------------------


class _Printed:
    """Lines in which patterns find metrics, and Syne Tune's own."""

    def __init__(self, path: str, sources: Sources) -> None:
        self._lines = Lines(path, LONGEST_LINE, returns=True)
        self._metric = sources.metric
        self._patterns = {key: checked_pattern(key, text) for key, text in sources.patterns.items()}
        self._syne_tune = sources.kind == SYNE_TUNE
        self._known: dict[str, object] = {}  # what other patterns found last

    def skip(self) -> None:
        _pass_over(self)
        self._known = {}

    def read(self, last: bool) -> Iterator[dict[str, object]]:
        before = signal.signal(signal.SIGVTALRM, _too_long)  # once, as it takes longer than most searches
        try:
            yield from self._read(last)
        finally:
            signal.signal(signal.SIGVTALRM, before)

    def _read(self, last: bool) -> Iterator[dict[str, object]]:
        for line in self._lines.read(last):
            text = _COLOURS.sub("", line)
            if self._syne_tune and (found := _SYNE_TUNE_LINE.search(text)):
                values = json_object(found[1])
                yield {key: value for key, value in values.items() if not key.startswith("st_")}
            values = {}
            for key, pattern in list(self._patterns.items()):
                values |= self._found(key, pattern, text)
            if self._metric in values:
                yield {**self._known, **values}
            self._known |= {key: value for key, value in values.items() if key != self._metric}

    def _found(self, key: str, pattern: re.Pattern[str], text: str) -> dict[str, object]:
        match = self._search(key, pattern, text)
        if match is None:
            return {}
        groups = {name: found for name, found in match.groupdict().items() if found is not None}
        named = set(pattern.groupindex.values())
        unnamed = next((number for number in range(1, pattern.groups + 1) if number not in named), None)
        value = groups.pop(VALUE, None) if VALUE in pattern.groupindex else match[unnamed or 0]
        values = {name: _number(found) for name, found in groups.items()}
        return values if value is None else {**values, key: _number(value)}

    def _search(self, key: str, pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
        """A pattern that takes too long isn't used any more: the guard has other things to do. Python's
        search looks for signals all the time."""
        try:
            signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST_SEARCH)
            try:
                return pattern.search(text)
            finally:
                signal.setitimer(signal.ITIMER_VIRTUAL, 0.0)
        except TimeoutError:
            del self._patterns[key]
            words = f"the pattern for {key} took more than {LONGEST_SEARCH:g} s on a line, and isn't used"
            print(f"tunewise: {words} any more: {text[:80]!r}", file=sys.stderr, flush=True)
            return None


def _too_long(*_: object) -> None:
    raise TimeoutError


class _Rows:
    """The rows of a file that are new, although it may be written anew: not those that it had before the job
    began, as long as they are the same, nor as many as were seen since."""

    def __init__(self, path: str) -> None:
        self._lines = Lines(path, LONGEST, returns=False)
        self._before: list[int] = []
        self._place = self._seen = self._skipped = 0

    def skip(self) -> None:
        """The job begins after these."""
        self._before = [hash(tuple(row.items())) for row in self.read(last=True)]
        self._place, self._seen = len(self._before), 0

    def read(self, last: bool) -> Iterator[dict[str, object]]:
        for line in self._lines.read(last):
            if self._lines.again:
                self._lines.again = False
                self._begin_again()
            row = self._row(line)
            if row and self._is_new(row):
                yield row

    def _begin_again(self) -> None:
        """The file is read from its beginning."""
        self._place, self._skipped = 0, self._seen

    def _row(self, line: str) -> dict[str, object]:
        """What a line says; empty if that is nothing."""
        raise NotImplementedError

    def _is_new(self, row: Mapping[str, object]) -> bool:
        if self._before[self._place : self._place + 1] == [hash(tuple(row.items()))]:
            self._place += 1
            return False
        self._place = len(self._before)
        if self._skipped:
            self._skipped -= 1
            return False
        self._seen += 1
        return True


class _Cells(_Rows):
    """The rows of a CSV file below its header. Cells without a value are left out."""

    _header: Sequence[str] = ()
    _separator = ","

    def _begin_again(self) -> None:
        super()._begin_again()
        self._header = ()

    def _row(self, line: str) -> dict[str, object]:
        if not self._header:
            self._separator = max(",;\t", key=line.count)
        cells = _cells(line, self._separator)
        named = [cell.strip(" \ufeff") for cell in cells]
        if not self._header or named == self._header:  # a resumed job has written it again
            self._header = named
            return {}
        pairs = zip(self._header, cells, strict=False)
        return {key: _number(cell) for key, cell in pairs if cell.strip()}


def _cells(line: str, separator: str) -> list[str]:
    try:
        return next(csv.reader([line.rstrip("\r")], delimiter=separator), [])
    except csv.Error:
        return []


class _Objects(_Rows):
    """The objects of a file with one in each line."""

    def _row(self, line: str) -> dict[str, object]:
        return {key: value for key, value in _scalars(json_object(line)) if value is not None}


class _NniResults:
    """What `nni.report_intermediate_result` and `report_final_result` write: a line of ME, six digits and an
    object, with the result in JSON as text. A result that is a table has the metric under "default". The
    final one counts if there is no other."""

    def __init__(self, sources: Sources) -> None:
        self._lines = Lines(sources.path, LONGEST, returns=False)
        self._sources = sources
        self._count = 0

    def skip(self) -> None:
        _pass_over(self)
        self._count = 0

    def read(self, last: bool) -> Iterator[dict[str, object]]:
        metric, resource, first, *_ = self._sources
        for line in self._lines.read(last):
            told = json_object(line[8:])
            value = decoded(str(told.get("value")))
            if told.get("type") == "PERIODICAL" or (told.get("type") == "FINAL" and not self._count):
                found = dict(value) if isinstance(value, dict) else {"default": value}
                found[metric] = found.pop("default", None)
                if resource is not None:
                    found.setdefault(resource, self._count + first)
                self._count += 1
                yield found
