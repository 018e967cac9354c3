"""Standard output and error that may be closed, full, or lose their reader.

What a command prints is either what it was called for, as of `show`, or it tells of what the command does, as
of `run`. In the first case one that can't be written ends the command, with a sentence; in the second it goes
nowhere, and the command on.
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
    """Standard output can't be written. reader_left: somebody had it, and has enough (`... | head`)."""

    def __init__(self, error: OSError) -> None:
        super().__init__(f"Standard output can't be written ({error.strerror})")
        self.reader_left = error.errno == errno.EPIPE


@contextmanager
def guarded_streams() -> Iterator[None]:
    """Within it, `OutputLostError` is raised where standard output can't be written, unless it's within
    `outliving_its_reader`, and standard error that can't be written goes nowhere."""
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = _guarded(before[0], 1, lasting=False), _guarded(before[1], 2, lasting=True)
    try:
        yield
        sys.stdout.flush()
    except SystemExit as end:
        if not end.code:  # else a sentence tells why, and that of a stream is no help
            sys.stdout.flush()
        raise
    finally:
        for stream in (sys.stdout, sys.stderr):
            _guard_of(stream, lasting=True)  # an error is told already
            stream.flush()
        sys.stdout, sys.stderr = before


@contextmanager
def outliving_its_reader() -> Iterator[None]:
    """Within it, what can't be printed any more goes nowhere, and an experiment goes on."""
    _guard_of(sys.stdout, lasting=True)
    yield


class _GuardedFile(io.FileIO):
    """A file descriptor that leads to /dev/null from the moment when it can't be written.

    lasting: then it goes on in silence, but for a word on standard error; else it raises `OutputLostError`.
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
        lost, self._error = OutputLostError(self._error), None  # told once
        if not self.lasting:
            raise lost
        if self.fileno() == 1 and not lost.reader_left:
            print(f"{lost}: what is told goes nowhere.", file=sys.stderr)
        return super().write(data)


def _guard_of(stream: TextIO, lasting: bool) -> None:
    raw = getattr(getattr(stream, "buffer", None), "raw", None)
    if isinstance(raw, _GuardedFile):
        raw.lasting = lasting


def _guarded(stream: TextIO | None, descriptor: int, lasting: bool) -> TextIO:
    if stream is None:  # the command was called with a closed one
        _occupy(descriptor)
        closed = OSError(errno.EBADF, "it is closed")
        return io.TextIOWrapper(
            io.BufferedWriter(_GuardedFile(descriptor, lasting, closed)), encoding="utf-8", errors="replace"
        )
    try:
        descriptor = stream.fileno()
    except (OSError, ValueError):  # something in memory
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
    """Lets a closed descriptor lead to /dev/null, so that no file that is opened later is taken for it."""
    nowhere = os.open(os.devnull, os.O_RDWR)  # the lowest that is free
    if nowhere != descriptor:
        os.dup2(nowhere, descriptor)
        os.close(nowhere)
