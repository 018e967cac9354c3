"""Scalars in TensorBoard's event files, read while they grow. Standard library only.

An event file is a sequence of records: the length (8 bytes, little-endian), a checksum of it (4), the data,
and a checksum of that (4). The data are a protobuf message `Event`, of which this reads:

    Event     step = 2 (varint), summary = 5
    Summary   value = 1 (repeated)
    Value     tag = 1, simple_value = 2 (float), tensor = 8
    Tensor    dtype = 1, tensor_content = 4, float_val = 5, double_val = 6, int_val = 7, int64_val = 10

as tensorboard/compat/proto describes them. Checksums aren't checked. What isn't a scalar is passed over.
"""

from __future__ import annotations

import math
import os
import struct
import time
from collections.abc import Iterator

from tunewise.worker.tail import AT_ONCE, Tail

IN_NAME = "tfevents"
STEP = "step"
"""The key of the step in a report."""
LIST_EVERY = 1.0  # seconds between two looks for new files, of which folders may have many
LONGEST_RECORD = 1 << 20  # bytes; scalars take less than a hundred, and images may take megabytes

_HEADER = struct.Struct("<QI")
_CHECKSUM = 4  # bytes
_FORMATS = {1: "<f", 2: "<d", 3: "<i", 9: "<q"}  # DT_FLOAT, DT_DOUBLE, DT_INT32, DT_INT64
_LISTS = {5: "<f", 6: "<d"}


class EventFiles:
    """The scalars of all event files in a folder and below, those of one step together."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._files: dict[str, _EventFile] = {}
        self._listed_at = -math.inf

    def skip(self) -> None:
        for _ in self.read(last=True):
            pass

    def read(self, last: bool) -> Iterator[dict[str, object]]:
        if last or time.monotonic() >= self._listed_at + LIST_EVERY:
            for path in sorted(_event_files(self._folder)):
                self._files.setdefault(path, _EventFile(path))
            self._listed_at = time.monotonic()
        for file in self._files.values():
            steps: dict[int, dict[str, object]] = {}
            for step, tag, value in file.read(last):
                steps.setdefault(step, {STEP: step})[tag] = value
            yield from steps.values()


def _event_files(folder: str) -> Iterator[str]:
    for place, _, names in os.walk(folder):
        yield from (os.path.join(place, name) for name in names if IN_NAME in name)


class _EventFile:
    def __init__(self, path: str) -> None:
        self._tail = Tail(path)
        self._begun = bytearray()  # a record that isn't complete
        self._passed_over = 0  # bytes of one that is too long

    def read(self, last: bool) -> Iterator[tuple[int, str, float]]:
        """The step, the tag and the value of each scalar."""
        while True:
            data = self._tail.read()
            if self._tail.again:
                self._tail.again, self._begun, self._passed_over = False, bytearray(), 0
            self._begun += data
            for record in self._records():
                yield from _scalars_of(record)
            if not last or len(data) < AT_ONCE:
                return

    def _records(self) -> Iterator[bytes]:
        while True:
            over = min(self._passed_over, len(self._begun))
            del self._begun[:over]
            self._passed_over -= over
            if self._passed_over or len(self._begun) < _HEADER.size:
                return
            length, _ = _HEADER.unpack_from(self._begun)
            whole = _HEADER.size + length + _CHECKSUM
            if length > LONGEST_RECORD:
                self._passed_over = whole
            elif len(self._begun) < whole:
                return
            else:
                record = bytes(self._begun[_HEADER.size : _HEADER.size + length])
                del self._begun[:whole]
                yield record


def _scalars_of(record: bytes) -> list[tuple[int, str, float]]:
    """None of a record that is no event."""
    step, scalars = 0, []
    try:
        for number, value in _fields(record):
            if number == 2 and isinstance(value, int):
                step = value
            elif number == 5 and isinstance(value, bytes):
                scalars += [
                    _tagged(each) for key, each in _fields(value) if key == 1 and isinstance(each, bytes)
                ]
    except (IndexError, ValueError, struct.error):
        return []
    return [(step, tag, value) for tag, value in scalars if value is not None]


def _tagged(message: bytes) -> tuple[str, float | None]:
    tag, found = "", None
    for number, value in _fields(message):
        if number == 1 and isinstance(value, bytes):
            tag = value.decode(errors="replace")
        elif number == 2 and isinstance(value, bytes):
            (found,) = struct.unpack("<f", value)
        elif number == 8 and isinstance(value, bytes):
            found = _scalar_tensor(value)
    return tag, found


def _scalar_tensor(message: bytes) -> float | None:
    """The number in a tensor that has one; None of any other."""
    fields = list(_fields(message))
    kinds = [value for number, value in fields if number == 1 and isinstance(value, int)]
    for number, value in fields:
        if number in (7, 10):  # packed or not, small ones are a varint
            return float(value if isinstance(value, int) else _varint(value, 0)[0])
        form = _LISTS.get(number) or (_FORMATS.get(kinds[0]) if number == 4 and kinds else None)
        if form and isinstance(value, bytes):
            return float(struct.unpack(form, value)[0]) if len(value) == struct.calcsize(form) else None
    return None


def _fields(message: bytes) -> Iterator[tuple[int, int | bytes]]:
    """The fields of a protobuf message: numbers as integers, all else as bytes. Raises IndexError or
    ValueError."""
    place = 0
    while place < len(message):
        key, place = _varint(message, place)
        kind = key & 7
        if kind == 0:
            value, place = _varint(message, place)
            yield key >> 3, value
            continue
        if kind == 2:
            size, place = _varint(message, place)
        elif kind in (1, 5):
            size = 8 if kind == 1 else 4
        else:
            raise ValueError(f"no kind of field: {kind}")
        if place + size > len(message):
            raise ValueError("it is cut")
        yield key >> 3, message[place : place + size]
        place += size


def _varint(message: bytes, place: int) -> tuple[int, int]:
    """A number and the place behind it; as a signed one of 64 bits."""
    number = shift = 0
    while True:
        byte = message[place]
        number |= (byte & 127) << shift
        place, shift = place + 1, shift + 7
        if not byte & 128:
            return number - (1 << 64) if number >> 63 else number, place
