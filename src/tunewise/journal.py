"""The journal: the append-only record of an experiment, and the only truth about it.

A text file with a line of JSON per entry, after a first line that names the format. A line is whole or not
there: what a crash left without its newline is cut off when the journal is next opened for writing, and
since nothing is acted on before its line is on disk, nothing is lost with it.
"""

from __future__ import annotations

import fcntl
import json
import os
import time
from typing import TYPE_CHECKING

import msgspec

from tunewise.events import Entry, decode, encode
from tunewise.files import sync

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from types import TracebackType

FORMAT = 1
LOCK_PATIENCE = 1.0  # seconds
_HEADER = json.dumps({"tunewise_journal": FORMAT}).encode()


class JournalError(RuntimeError):
    """A journal that cannot be read or written; the message says what to do."""


class JournalBusyError(JournalError):
    """Another process writes to the journal."""


def read_journal(path: Path) -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    Raises `JournalError` naming the line for anything that is not an entry, and for an unknown format.
    """
    try:
        file = path.open("rb")
    except FileNotFoundError:
        raise JournalError(f"There is no journal at {path}.") from None
    with file:
        for number, line in enumerate(file, start=1):
            if not line.endswith(b"\n"):
                return
            if number == 1:
                _check_header(path, line)
            elif not line.isspace():  # a person who repairs a journal may leave a blank line
                yield _entry(path, number, line)


def _check_header(path: Path, line: bytes) -> None:
    try:
        version = json.loads(line)["tunewise_journal"]
    except (ValueError, KeyError, TypeError):
        raise JournalError(f"{path} is no journal of Tunewise: its first line doesn't say so.") from None
    if version != FORMAT:
        raise JournalError(
            f"{path} has format {version}, and this version of Tunewise reads format {FORMAT}: "
            "use the version that wrote it."
        )


def _entry(path: Path, number: int, line: bytes) -> Entry:
    try:
        return decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise JournalError(
            f"Line {number} of {path} can't be read ({error}): restore it, or delete that line and all "
            "that follow."
        ) from None


class Journal:
    """The single writer of a journal. Opening it takes a lock, and cuts off a torn last line.

    Raises `JournalBusyError` if another process has it open for writing.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o644)
        try:
            self._lock()
            self._size = self._recover()
            if self._size == 0:
                self._write(_HEADER + b"\n")
                self.sync()
                sync(path.parent)  # its name, too
        except BaseException:
            os.close(self._file)
            raise

    def append(self, entries: Iterable[Entry]) -> None:
        """Hands the entries to the operating system: from here on the end of this process can't lose them."""
        lines = b"".join([encode(entry) + b"\n" for entry in entries])
        if lines:
            self._write(lines)

    def sync(self) -> None:
        """Waits until everything appended is on the disk, where a power cut can't reach it."""
        try:
            os.fdatasync(self._file)
        except OSError as error:
            raise self._unwritable(error) from error

    def close(self) -> None:
        """Closes the file and gives up the lock."""
        os.close(self._file)

    def __enter__(self) -> Journal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _lock(self) -> None:
        # A tuner that was killed as it started a process leaves the lock with that one for a moment, and
        # somebody who looks whether a tuner is at work takes it for a moment.
        deadline = time.monotonic() + LOCK_PATIENCE
        while not self._locked():
            if time.monotonic() < deadline:
                time.sleep(0.01)
                continue
            raise JournalBusyError(
                f"Another tuner is at work on {self._path.parent.name!r}: wait for it, or stop it with "
                f"`tunewise stop {self._path.parent.name}`."
            )

    def _locked(self) -> bool:
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _recover(self) -> int:
        """Cuts off what stands after the last newline, and returns the size in bytes that remains."""
        end = os.fstat(self._file).st_size
        position = end
        while position > 0:
            start = max(0, position - 65536)
            newline = os.pread(self._file, position - start, start).rfind(b"\n")
            if newline >= 0:
                position = start + newline + 1
                break
            position = start
        if position < end:
            os.ftruncate(self._file, position)
        return position

    def _write(self, data: bytes) -> None:
        written = 0
        try:
            while written < len(data):
                written += os.write(self._file, data[written:])
        except OSError as error:
            os.ftruncate(self._file, self._size)  # no half line may stand before the next one
            raise self._unwritable(error) from error
        self._size += len(data)

    def _unwritable(self, error: OSError) -> JournalError:
        return JournalError(
            f"The journal {self._path} can't be written ({error.strerror}): mend that and run "
            f"`tunewise resume {self._path.parent.name}`; jobs that run go on meanwhile."
        )
