"""Standard output and error that may be closed, full, or lose their reader.

Some commands are called for their output, such as `show`: they end with an error if it can't be written.
Others only report what they do, such as `run`: they drop the output and go on.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from typing_extensions import Buffer


class OutputLostError(Exception):
    """Standard output can't be written. reader_left: the reader of a pipe has left (`... | head`)."""

    def __init__(self, error: OSError) -> None:
        super().__init__(f"Standard output can't be written ({error.strerror})")
        self.reader_left = error.errno == errno.EPIPE


@contextmanager
def guarded_streams() -> Iterator[None]:
    """Within it, `OutputLostError` is raised if standard output can't be written, except within
    `outliving_its_reader`; standard error that can't be written is dropped."""
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = _guarded(before[0], 1, lasting=False), _guarded(before[1], 2, lasting=True)
    try:
        yield
        sys.stdout.flush()
    except SystemExit as end:
        if not end.code:  # else an error was printed, and one about a stream wouldn't help
            sys.stdout.flush()
        raise
    finally:
        for stream in (sys.stdout, sys.stderr):
            _guard_of(stream, lasting=True)  # errors have been reported
            stream.flush()
        sys.stdout, sys.stderr = before


@contextmanager
def outliving_its_reader() -> Iterator[None]:
    """Within it, output that can't be written any more is dropped, and an experiment goes on."""
    _guard_of(sys.stdout, lasting=True)
    yield


class _GuardedFile(io.FileIO):
    """A file descriptor that is redirected to /dev/null once it can't be written.

    lasting: after a message on standard error, further output is dropped; else it raises `OutputLostError`.
    """

    def __init__(self, descriptor: int, lasting: bool, error: OSError | None) -> None:
        super().__init__(descriptor, "w", closefd=False)
        self.lasting = lasting
        self._error = error

    def write(self, data: Buffer) -> int:
        if self._error is None:
            try:
                return super().write(data)
            except OSError as error:
                self._error = error
                nowhere = os.open(os.devnull, os.O_WRONLY)
                os.dup2(nowhere, self.fileno())
                os.close(nowhere)
        lost, self._error = OutputLostError(self._error), None  # reported once
        if not self.lasting:
            raise lost
        if self.fileno() == 1 and not lost.reader_left:
            print(f"{lost}: further output is dropped.", file=sys.stderr)
        return super().write(data)


def _guard_of(stream: TextIO, lasting: bool) -> None:
    raw = getattr(getattr(stream, "buffer", None), "raw", None)
    if isinstance(raw, _GuardedFile):
        raw.lasting = lasting


def _guarded(stream: TextIO | None, descriptor: int, lasting: bool) -> TextIO:
    if stream is None:  # it was closed by the caller
        _occupy(descriptor)
        closed = OSError(errno.EBADF, "it is closed")
        return io.TextIOWrapper(
            io.BufferedWriter(_GuardedFile(descriptor, lasting, closed)), encoding="utf-8", errors="replace"
        )
    try:
        descriptor = stream.fileno()
    except (OSError, ValueError):  # a stream in memory
        return stream
    if os.isatty(descriptor):
        return stream
    with suppress(OSError):
        stream.flush()
    return io.TextIOWrapper(
        io.BufferedWriter(_GuardedFile(descriptor, lasting, None)),
        encoding=stream.encoding,
        errors=stream.errors,
        line_buffering=bool(stream.line_buffering),
    )


def _occupy(descriptor: int) -> None:
    """Opens /dev/null as a closed descriptor, so that no file that is opened later gets its number."""
    nowhere = os.open(os.devnull, os.O_RDWR)  # gets the lowest free number
    if nowhere != descriptor:
        os.dup2(nowhere, descriptor)
        os.close(nowhere)
