"""The journal: the append-only log of an experiment, and the only source of truth about it.

A text file with a line of JSON per entry, after a first line that names the format:

    {"tunewise_journal":2,"line":1,"crc":2207190046}
    {"fact":{...},"actions":[...],"line":2,"crc":3421780262}

`line` is its number in the file; `crc` is the CRC-32 of everything before `,"line"` in the file, from the
first byte on. So a flipped digit and a line that was removed, repeated or moved are detected and located.
Format 1, which had neither, can still be read, and a journal that was begun in it continues in it.

A line is complete or absent: what a crash left without its newline is cut off when the journal is next
opened for writing. No action is carried out before its line is on disk, so nothing is lost with it.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple
from zlib import crc32

from tunewise.disk import lock, replacing, sync
from tunewise.events import Entry, decode, encode
from tunewise.worker.files import open_file

FORMAT = 2
UNSIGNED = 1  # the format whose lines have no numbers and checksums
LOCK_PATIENCE = 1.0  # seconds
BLOCK = 1 << 18  # bytes that are read at a time
MAX_HEADER = 4096  # bytes
MAX_LINE = 1 << 26  # bytes, of a journal that is followed

_BEGINS = b',"line":'  # begins what a line says about itself, at its end
_SIGNATURE = b',"line":%d,"crc":%d}\n'
_SIGNED = re.compile(rb'.*(,"line":(\d{1,18}),"crc":(\d{1,10})\}\n)', re.DOTALL)


class JournalError(RuntimeError):
    """A journal that cannot be read or written; the message says what to do."""


class JournalBusyError(JournalError):
    """Another process writes to the journal."""


class JournalReplacedError(JournalError):
    """A journal that is being read is no longer the file that it was."""


# ---- signed lines ----------------------------------------------------------------------------------------


_End = tuple[int, int]
"""The end of a journal: the number of its last line, and the CRC-32 of the whole file."""


def _signed(texts: Iterable[bytes], end: _End) -> tuple[bytes, _End]:
    """Lines of a journal from JSON objects, to follow those with this end; and the new end."""
    line, crc = end
    parts: list[bytes] = []
    for text in texts:
        line += 1
        content = text[:-1]
        crc = crc32(content, crc)
        signature = _SIGNATURE % (line, crc)
        crc = crc32(signature, crc)
        parts += (content, signature)
    return b"".join(parts), (line, crc)


_HEADER, _BEGUN = _signed([b'{"tunewise_journal":%d}' % FORMAT], (0, 0))


def _confirmed(lines: int, block: bytes, end: _End) -> _End | None:
    """The end of a journal after a block of this many lines; None if the signature of the block's last line
    doesn't match."""
    cut = block.rfind(_BEGINS)
    line, crc, signature = end[0] + lines, crc32(memoryview(block)[:cut], end[1]), block[cut:]
    return (line, crc32(signature, crc)) if signature == _SIGNATURE % (line, crc) else None


class Line(NamedTuple):
    """A line of a journal after the first. flaw: what is wrong with it, or "". entry: None if it can't be
    read."""

    number: int
    flaw: str
    entry: Entry | None


def examine_journal(path: Path) -> Iterator[Line]:
    """The lines of a journal, each checked by itself, damaged or not. Raises `JournalError` if the first line
    doesn't name a known format."""
    with _opened(path) as (file, end):
        lines = [line + b"\n" for block in _blocks(file) for line in block.split(b"\n")[:-1]]
        yield from _examined(lines, 1, end)


def _examined(lines: Sequence[bytes], before: int, end: _End | None) -> Iterator[Line]:
    """Checks the lines after line `before`. end: the end of what comes before them; None in the format
    without checksums."""
    expected = None if end is None else _Expected(end[0] + 1, frozenset({end[1]}))
    for number, text in enumerate(lines, start=before + 1):
        flaw = ""
        if expected is not None:
            flaw, expected = expected.compare(text)
        elif text.isspace():  # someone who repairs a journal may leave a blank line
            continue
        try:
            yield Line(number, flaw, decode(text))
        except ValueError as error:
            yield Line(number, f"can't be read ({error})", None)


class _Expected(NamedTuple):
    """What the next line should say: its number, and the CRC-32 of what comes before it. After a change there
    are two candidates: computed from the file, and as the changed line says; none if neither is known."""

    line: int
    crcs: frozenset[int]

    def compare(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the next one should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, stated = signed[1], int(signed[2]), int(signed[3])
        computed = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, stated)})
        if line != self.line and stated not in computed:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or moved down
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (stated in computed or not computed):
            return "", _Expected(line + 1, after)
        as_found = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in computed}
        return "isn't as it was written", _Expected(self.line + 1, after | as_found)


# ---- reading ---------------------------------------------------------------------------------------------


def read_journal(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in order. A last line without its newline is skipped: it may still be completed.

    name: of the experiment, for messages; by default the folder's. Raises `JournalError`, which names the
    line, for anything that isn't a valid entry or was changed, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            entries, number, end = _entries(path, name, block, number, end)
            yield from entries


def _entries(
    path: Path, name: str, block: bytes, number: int, end: _End | None
) -> tuple[list[Entry], int, _End | None]:
    """The entries in a block of whole lines after line `number`, which had this end; the number of the last
    line, and the end after it."""
    lines = block.split(b"\n")[:-1]
    if end is not None:
        after = _confirmed(len(lines), block, end)
        if after is None:
            examined = _examined([line + b"\n" for line in lines], number, end)
            raise _damaged(path, name, next(line for line in examined if line.flaw))
        end = after
    entries = []
    for line in lines:
        number += 1
        try:
            entries.append(decode(line))
        except ValueError as error:
            if end is None and not line.strip():
                continue  # someone who repairs a journal may leave a blank line
            raise _damaged(path, name, Line(number, f"can't be read ({error})", None)) from None
    return entries, number, end


class JournalReader:
    """Reads a journal that may still grow: each `read` goes on where the last one ended.

    name: of the experiment, for messages; by default the folder's. offset: bytes that were read, which are
    whole lines.
    """

    def __init__(self, path: Path, name: str = "") -> None:
        self.offset = 0
        self._path = path
        self._name = name
        self._number = 0
        self._end: _End | None = None
        self._file: tuple[int, int] | None = None

    def read(self, most: int = BLOCK) -> list[Entry]:
        """The next entries, of at most `most` bytes or a single line; none if there is no new whole line.

        Raises `JournalReplacedError` if the file isn't the one that was read so far, or shrank, and
        `JournalError` as `read_journal` does; then nothing is taken, and a read
        of fewer bytes may give the lines before the flaw.
        """
        try:
            with os.fdopen(open_file(self._path), "rb") as file:
                status = os.fstat(file.fileno())
                found = (status.st_dev, status.st_ino)
                if self._file not in (None, found) or status.st_size < self.offset:
                    raise JournalReplacedError(f"{self._path} was replaced while it was read: read it again.")
                self._file = found
                block = self._block(file, most)
        except FileNotFoundError:
            raise JournalError(f"There is no journal at {self._path}.") from None
        except OSError as error:
            raise JournalError(
                f"The journal {self._path} can't be read ({error.strerror}): fix that first."
            ) from error
        if not block:
            return []
        offset, number, end = self.offset + len(block), self._number, self._end
        if number == 0:
            header, _, block = block.partition(b"\n")
            number, end = 1, _begun(self._path, header + b"\n")
        entries: list[Entry] = []
        if block:
            entries, number, end = _entries(self._path, self._name, block, number, end)
        self.offset, self._number, self._end = offset, number, end
        return entries

    def _block(self, file: BinaryIO, most: int) -> bytes:
        """Whole lines from `offset` on; empty if there is none yet."""
        file.seek(self.offset)
        block = file.read(most)
        while len(block) >= most and b"\n" not in block:
            if self._number == 0 and len(block) >= MAX_HEADER:
                _begun(self._path, block[:MAX_HEADER])  # raises
            if most >= MAX_LINE:
                raise JournalError(
                    f"Line {self._number + 1} of {self._path} has more than {MAX_LINE >> 20} MiB: restore it."
                )
            most *= 2
            block += file.read(most - len(block))
        return block[: block.rfind(b"\n") + 1]


@contextmanager
def _opened(path: Path) -> Iterator[tuple[BinaryIO, _End | None]]:
    """A journal, read past its first line, and the end of that, which is None in the format without
    checksums. A journal whose first line is incomplete counts as empty."""
    try:
        with path.open("rb") as file:
            header = file.readline(MAX_HEADER)
            begins = header.endswith(b"\n") or len(header) == MAX_HEADER
            yield file, _begun(path, header) if begins else _BEGUN
    except FileNotFoundError:
        raise JournalError(f"There is no journal at {path}.") from None
    except OSError as error:
        raise JournalError(f"The journal {path} can't be read ({error.strerror}): fix that first.") from error


def _begun(path: Path, header: bytes) -> _End | None:
    """The end after the first line of a journal; None in the format without checksums."""
    try:
        fields = json.loads(header)
        version = fields["tunewise_journal"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise JournalError(
            f"{path} isn't a journal of Tunewise, according to its first line: restore it."
        ) from None
    if version == UNSIGNED and len(fields) == 1:
        return None
    if version not in (UNSIGNED, FORMAT):
        raise JournalError(
            f"{path} has format {version}, and this version of Tunewise reads formats {UNSIGNED} and "
            f"{FORMAT}: use the version that wrote it."
        )
    if header != _HEADER:
        raise JournalError(f"Line 1 of {path} isn't as it was written: put {_HEADER.decode().strip()} there.")
    return _BEGUN


def _blocks(file: BinaryIO) -> Iterator[bytes]:
    """The rest of a file, in blocks of complete lines."""
    rest = b""
    while read := file.read(BLOCK):
        whole, newline, rest_of_read = read.rpartition(b"\n")
        if newline:
            yield rest + whole + newline
            rest = rest_of_read
        else:
            rest += read


def _damaged(path: Path, name: str, line: Line) -> JournalError:
    return JournalError(
        f"Line {line.number} of {path} {line.flaw}: restore it; `tunewise check {name or path.parent.name}` "
        "says what is wrong, what can be kept, and how to keep an edit."
    )


# ---- writing ---------------------------------------------------------------------------------------------


@contextmanager
def only_writer(path: Path, name: str) -> Iterator[None]:
    """Holds the lock of a journal.

    Raises `JournalBusyError` if another process has it, and OSError where it can't be opened for writing.
    """
    file = _lock(path, name)
    try:
        yield
    finally:
        os.close(file)


def write_journal(path: Path, entries: Iterable[Entry]) -> None:
    """Replaces a journal by a new one, atomically."""
    lines, _ = _signed(map(encode, entries), _BEGUN)
    with replacing(path, durable=True) as draft:
        draft.write_bytes(_HEADER + lines)


def _lock(path: Path, name: str) -> int:
    try:
        return lock(path, LOCK_PATIENCE)
    except BlockingIOError:
        raise JournalBusyError(
            f"Another tuner is running {name!r}: wait for it, or stop it with `tunewise stop {name}`."
        ) from None


class Journal:
    """The single writer of a journal. Opening it takes a lock and cuts off an incomplete last line.

    name: of the experiment, for messages; by default the folder's. Raises `JournalBusyError` if another
    process has it open for writing, and `JournalError` if it can't be written or doesn't end as it was
    written.
    """

    def __init__(self, path: Path, name: str = "") -> None:
        self._path = path
        self._name = name or path.parent.name
        try:
            self._file = _lock(path, self._name)
        except OSError as error:
            raise self._unwritable(error) from error
        try:
            self._size = self._recover()
            self._end = self._last_line() if self._size else self._begin()
        except OSError as error:
            os.close(self._file)
            raise self._unwritable(error) from error
        except BaseException:
            os.close(self._file)
            raise

    def append(self, entries: Iterable[Entry]) -> None:
        """Hands the entries to the operating system, so that they survive the end of this process."""
        end = self._end
        if end is None:
            lines = b"".join([encode(entry) + b"\n" for entry in entries])
        else:
            lines, end = _signed(map(encode, entries), end)
        if lines:
            self._write(lines)
            self._end = end

    def sync(self) -> None:
        """Waits until everything appended is on the disk and would survive a power cut."""
        try:
            os.fdatasync(self._file)
        except OSError as error:
            raise self._unwritable(error) from error

    def close(self) -> None:
        """Closes the file and releases the lock."""
        os.close(self._file)

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _recover(self) -> int:
        """Cuts off what follows the last newline, and returns the remaining size in bytes."""
        size = os.fstat(self._file).st_size
        whole = self._after_newline(size)
        if whole < size:
            os.ftruncate(self._file, whole)
        return whole

    def _after_newline(self, end: int) -> int:
        """The start of the last line that ends, or would end, at `end`."""
        while end > 0:
            start = max(0, end - 65536)
            newline = os.pread(self._file, end - start, start).rfind(b"\n")
            if newline >= 0:
                return start + newline + 1
            end = start
        return 0

    def _begin(self) -> _End:
        self._write(_HEADER)
        self.sync()
        sync(self._path.parent)  # its name, too
        return _BEGUN

    def _last_line(self) -> _End | None:
        """The end that the next line follows; None in the format without checksums."""
        header, newline, _ = os.pread(self._file, MAX_HEADER, 0).partition(b"\n")
        begun = _begun(self._path, header + newline)
        if begun is None or len(header + newline) == self._size:
            return begun
        start = self._after_newline(self._size - 1)
        signed = _SIGNED.fullmatch(os.pread(self._file, self._size - start, start))
        if signed is None:
            raise JournalError(
                f"The last line of {self._path} isn't as it was written: restore it; `tunewise check "
                f"{self._name}` says what can be kept, and how to keep an edit."
            )
        return int(signed[2]), crc32(signed[1], int(signed[3]))

    def _write(self, data: bytes) -> None:
        written = 0
        try:
            while written < len(data):
                written += os.write(self._file, data[written:] if written else data)
        except OSError as error:
            with suppress(OSError):  # otherwise the next opening cuts it off
                os.ftruncate(self._file, self._size)  # no half line may stand before the next one
            raise self._unwritable(error) from error
        self._size += len(data)

    def _unwritable(self, error: OSError) -> JournalError:
        problem = f"The journal {self._path} can't be written ({error.strerror}): fix that and"
        if not self._path.exists() or not self._path.stat().st_size:  # nothing has begun
            return JournalError(f"{problem} try again.")
        return JournalError(
            f"{problem} run `tunewise resume {self._name}`; running jobs continue in the meantime."
        )
