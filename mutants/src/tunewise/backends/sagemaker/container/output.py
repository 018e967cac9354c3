"""What a job prints: handed on to the container's log, and its end to the tuner."""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO

from tunewise.worker.files import open_file

TAIL = 1 << 16  # bytes of stderr that are told to the tuner (as in `diagnosis.py`)


class Pump:
    """Copies what is appended to a file to a stream. One that was cut is copied from its beginning again."""

    def __init__(self, path: Path, stream: BinaryIO) -> None:
        self._path = path
        self._stream = stream
        self._offset = 0

    def move(self) -> None:
        try:
            with os.fdopen(open_file(self._path), "rb") as file:
                if file.seek(0, os.SEEK_END) < self._offset:
                    self._offset = 0
                file.seek(self._offset)
                data = file.read()
        except OSError:  # not there yet, or the script has put something else in its place
            return
        if data:
            self._offset += len(data)
            self._stream.write(data)
            self._stream.flush()


def read_tail(path: Path) -> str:
    """The last of a file, as text; empty if it can't be read."""
    try:
        with os.fdopen(open_file(path), "rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - TAIL))
            return file.read().decode(errors="replace")
    except OSError:
        return ""
