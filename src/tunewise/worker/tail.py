"""Files that are read while others write them: each part once, whatever happens to the file."""

from __future__ import annotations

import math
import os
import time
from collections.abc import Iterator

from tunewise.worker.files import NO_FILE, open_file

AT_ONCE = 1 << 20  # bytes that are read in one call
LONGEST_LOOK = 0.05  # seconds of CPU that one look spends on lines, as who looks has other things to do
MARK = 64  # bytes


class Tail:
    """The bytes of a file that grows. Each call of `read` continues where the last one ended.

    again: whether the file was cut or replaced, and is read from its beginning; for the reader to take back.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._offset = 0
        self._mark = b""  # the bytes before the offset, which identify the file
        self.again = False

    def read(self) -> bytes:
        """At most `AT_ONCE` bytes; none from a file that isn't there yet. Raises OSError."""
        try:
            file = open_file(self._path)
        except OSError as error:
            if error.errno in NO_FILE:
                return b""
            raise
        try:
            if os.pread(file, len(self._mark), self._offset - len(self._mark)) != self._mark:
                self.again, self._offset, self._mark = True, 0, b""
            data = os.pread(file, AT_ONCE, self._offset)
        finally:
            os.close(file)
        self._offset += len(data)
        self._mark = (self._mark + data)[-MARK:]
        return data


class Lines:
    """The lines of a file that grows.

    longest: of a line; what is longer is cut. returns: whether a carriage return ends a line, too, as
    progress bars use it. again: as of `Tail`.
    """

    def __init__(self, path: str, longest: int, returns: bool) -> None:
        self._tail = Tail(path)
        self._longest = longest
        self._returns = returns
        self._whole: list[bytes] = []  # lines to hand out, the last one first
        self._begun = b""  # a line that isn't complete
        self.again = False

    def read(self, last: bool) -> Iterator[str]:
        """Those that aren't empty. last: the end of the file ends a line, and everything is read; otherwise
        as much as the time of a look allows."""
        until = math.inf if last else time.process_time() + LONGEST_LOOK
        while self._whole or self._take():
            while self._whole:
                yield self._text(self._whole.pop())
                if time.process_time() >= until:
                    return
            if time.process_time() >= until:
                return
        if last and self._begun:
            yield self._text(self._begun)
            self._begun = b""

    def _take(self) -> bool:
        """Reads a part of the file; False if nothing is new."""
        data = self._tail.read()
        if self._tail.again:
            self._tail.again, self.again, self._begun = False, True, b""
        if self._returns:
            data = data.replace(b"\r", b"\n")
        *lines, begun = (self._begun + data).split(b"\n")
        self._begun = begun[: self._longest]
        self._whole = [line for line in reversed(lines) if line]
        return bool(data)

    def _text(self, line: bytes) -> str:
        return line[: self._longest].decode(errors="replace")
