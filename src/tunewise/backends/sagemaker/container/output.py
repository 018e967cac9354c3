"""What a job prints: handed on to the container's log, and its end to the tuner."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

TAIL = 4096  # bytes of stderr that are told to the tuner


class Pump:
    """Copies what is appended to a file to a stream."""

    def __init__(self, path: Path, stream: BinaryIO) -> None:
        self._path = path
        self._stream = stream
        self._offset = 0

    def move(self) -> None:
        try:
            with self._path.open("rb") as file:
                file.seek(self._offset)
                data = file.read()
        except FileNotFoundError:
            return
        if data:
            self._offset += len(data)
            self._stream.write(data)
            self._stream.flush()


def read_tail(path: Path) -> str:
    """The last of a file, as text; empty if there is none."""
    try:
        with path.open("rb") as file:
            size = file.seek(0, 2)
            file.seek(max(0, size - TAIL))
            return file.read().decode(errors="replace")
    except FileNotFoundError:
        return ""
