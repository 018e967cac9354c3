"""The journal: the append-only record of an experiment, and the only truth about it.

A text file with a line of JSON per entry, after a first line that names the format:

    {"tunewise_journal":2,"line":1,"crc":2207190046}
    {"fact":{...},"actions":[...],"line":2,"crc":3421780262}

`line` is its number in the file; `crc` is the CRC-32 of all that stands before `,"line"` in the file, from
the first byte on. So a digit that flipped and a line that was removed, repeated or moved are noticed, and
named. Format 1, which had neither, is still read, and a journal that was begun in it goes on in it.

A line is whole or not there: what a crash left without its newline is cut off when the journal is next
opened for writing, and since nothing is acted on before its line is on disk, nothing is lost with it.
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

FORMAT = 2
UNSIGNED = 1  # the format whose lines have no numbers and checksums
LOCK_PATIENCE = 1.0  # seconds
BLOCK = 1 << 18  # bytes that are read at a time
LONGEST_HEADER = 4096  # bytes

_BEGINS = b',"line":'  # what a line says of itself, at its end
_SIGNATURE = b',"line":%d,"crc":%d}\n'
_SIGNED = re.compile(rb'.*(,"line":(\d{1,18}),"crc":(\d{1,10})\}\n)', re.DOTALL)


from mutmut.mutation.trampoline import wrap_in_trampoline as _mutmut_mutated, MutantDict


class JournalError(RuntimeError):
    """A journal that cannot be read or written; the message says what to do."""


class JournalBusyError(JournalError):
    """Another process writes to the journal."""


# ---- lines that tell whether they are as they were written -----------------------------------------------


_End = tuple[int, int]
"""How a journal ends: the number of its last line, and the CRC-32 of all of it."""
mutants_x__signed__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__signed__mutmut)
def _signed(texts: Iterable[bytes], end: _End) -> tuple[bytes, _End]:
    """Lines of a journal from objects in JSON, behind those that end like this; and how it ends then."""
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


def x__signed__mutmut_orig(texts: Iterable[bytes], end: _End) -> tuple[bytes, _End]:
    """Lines of a journal from objects in JSON, behind those that end like this; and how it ends then."""
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


def x__signed__mutmut_1(texts: Iterable[bytes], end: _End) -> tuple[bytes, _End]:
    """Lines of a journal from objects in JSON, behind those that end like this; and how it ends then."""
    line, crc = None
    parts: list[bytes] = []
    for text in texts:
        line += 1
        content = text[:-1]
        crc = crc32(content, crc)
        signature = _SIGNATURE % (line, crc)
        crc = crc32(signature, crc)
        parts += (content, signature)
    return b"".join(parts), (line, crc)


def x__signed__mutmut_2(texts: Iterable[bytes], end: _End) -> tuple[bytes, _End]:
    """Lines of a journal from objects in JSON, behind those that end like this; and how it ends then."""
    line, crc = end
    parts: list[bytes] = None
    for text in texts:
        line += 1
        content = text[:-1]
        crc = crc32(content, crc)
        signature = _SIGNATURE % (line, crc)
        crc = crc32(signature, crc)
        parts += (content, signature)
    return b"".join(parts), (line, crc)


def x__signed__mutmut_3(texts: Iterable[bytes], end: _End) -> tuple[bytes, _End]:
    """Lines of a journal from objects in JSON, behind those that end like this; and how it ends then."""
    line, crc = end
    parts: list[bytes] = []
    for text in texts:
        line = 1
        content = text[:-1]
        crc = crc32(content, crc)
        signature = _SIGNATURE % (line, crc)
        crc = crc32(signature, crc)
        parts += (content, signature)
    return b"".join(parts), (line, crc)


def x__signed__mutmut_4(texts: Iterable[bytes], end: _End) -> tuple[bytes, _End]:
    """Lines of a journal from objects in JSON, behind those that end like this; and how it ends then."""
    line, crc = end
    parts: list[bytes] = []
    for text in texts:
        line -= 1
        content = text[:-1]
        crc = crc32(content, crc)
        signature = _SIGNATURE % (line, crc)
        crc = crc32(signature, crc)
        parts += (content, signature)
    return b"".join(parts), (line, crc)


def x__signed__mutmut_5(texts: Iterable[bytes], end: _End) -> tuple[bytes, _End]:
    """Lines of a journal from objects in JSON, behind those that end like this; and how it ends then."""
    line, crc = end
    parts: list[bytes] = []
    for text in texts:
        line += 2
        content = text[:-1]
        crc = crc32(content, crc)
        signature = _SIGNATURE % (line, crc)
        crc = crc32(signature, crc)
        parts += (content, signature)
    return b"".join(parts), (line, crc)


def x__signed__mutmut_6(texts: Iterable[bytes], end: _End) -> tuple[bytes, _End]:
    """Lines of a journal from objects in JSON, behind those that end like this; and how it ends then."""
    line, crc = end
    parts: list[bytes] = []
    for text in texts:
        line += 1
        content = None
        crc = crc32(content, crc)
        signature = _SIGNATURE % (line, crc)
        crc = crc32(signature, crc)
        parts += (content, signature)
    return b"".join(parts), (line, crc)


def x__signed__mutmut_7(texts: Iterable[bytes], end: _End) -> tuple[bytes, _End]:
    """Lines of a journal from objects in JSON, behind those that end like this; and how it ends then."""
    line, crc = end
    parts: list[bytes] = []
    for text in texts:
        line += 1
        content = text[:+1]
        crc = crc32(content, crc)
        signature = _SIGNATURE % (line, crc)
        crc = crc32(signature, crc)
        parts += (content, signature)
    return b"".join(parts), (line, crc)


def x__signed__mutmut_8(texts: Iterable[bytes], end: _End) -> tuple[bytes, _End]:
    """Lines of a journal from objects in JSON, behind those that end like this; and how it ends then."""
    line, crc = end
    parts: list[bytes] = []
    for text in texts:
        line += 1
        content = text[:-2]
        crc = crc32(content, crc)
        signature = _SIGNATURE % (line, crc)
        crc = crc32(signature, crc)
        parts += (content, signature)
    return b"".join(parts), (line, crc)


def x__signed__mutmut_9(texts: Iterable[bytes], end: _End) -> tuple[bytes, _End]:
    """Lines of a journal from objects in JSON, behind those that end like this; and how it ends then."""
    line, crc = end
    parts: list[bytes] = []
    for text in texts:
        line += 1
        content = text[:-1]
        crc = None
        signature = _SIGNATURE % (line, crc)
        crc = crc32(signature, crc)
        parts += (content, signature)
    return b"".join(parts), (line, crc)


def x__signed__mutmut_10(texts: Iterable[bytes], end: _End) -> tuple[bytes, _End]:
    """Lines of a journal from objects in JSON, behind those that end like this; and how it ends then."""
    line, crc = end
    parts: list[bytes] = []
    for text in texts:
        line += 1
        content = text[:-1]
        crc = crc32(None, crc)
        signature = _SIGNATURE % (line, crc)
        crc = crc32(signature, crc)
        parts += (content, signature)
    return b"".join(parts), (line, crc)


def x__signed__mutmut_11(texts: Iterable[bytes], end: _End) -> tuple[bytes, _End]:
    """Lines of a journal from objects in JSON, behind those that end like this; and how it ends then."""
    line, crc = end
    parts: list[bytes] = []
    for text in texts:
        line += 1
        content = text[:-1]
        crc = crc32(content, None)
        signature = _SIGNATURE % (line, crc)
        crc = crc32(signature, crc)
        parts += (content, signature)
    return b"".join(parts), (line, crc)


def x__signed__mutmut_12(texts: Iterable[bytes], end: _End) -> tuple[bytes, _End]:
    """Lines of a journal from objects in JSON, behind those that end like this; and how it ends then."""
    line, crc = end
    parts: list[bytes] = []
    for text in texts:
        line += 1
        content = text[:-1]
        crc = crc32(crc)
        signature = _SIGNATURE % (line, crc)
        crc = crc32(signature, crc)
        parts += (content, signature)
    return b"".join(parts), (line, crc)


def x__signed__mutmut_13(texts: Iterable[bytes], end: _End) -> tuple[bytes, _End]:
    """Lines of a journal from objects in JSON, behind those that end like this; and how it ends then."""
    line, crc = end
    parts: list[bytes] = []
    for text in texts:
        line += 1
        content = text[:-1]
        crc = crc32(content, )
        signature = _SIGNATURE % (line, crc)
        crc = crc32(signature, crc)
        parts += (content, signature)
    return b"".join(parts), (line, crc)


def x__signed__mutmut_14(texts: Iterable[bytes], end: _End) -> tuple[bytes, _End]:
    """Lines of a journal from objects in JSON, behind those that end like this; and how it ends then."""
    line, crc = end
    parts: list[bytes] = []
    for text in texts:
        line += 1
        content = text[:-1]
        crc = crc32(content, crc)
        signature = None
        crc = crc32(signature, crc)
        parts += (content, signature)
    return b"".join(parts), (line, crc)


def x__signed__mutmut_15(texts: Iterable[bytes], end: _End) -> tuple[bytes, _End]:
    """Lines of a journal from objects in JSON, behind those that end like this; and how it ends then."""
    line, crc = end
    parts: list[bytes] = []
    for text in texts:
        line += 1
        content = text[:-1]
        crc = crc32(content, crc)
        signature = _SIGNATURE / (line, crc)
        crc = crc32(signature, crc)
        parts += (content, signature)
    return b"".join(parts), (line, crc)


def x__signed__mutmut_16(texts: Iterable[bytes], end: _End) -> tuple[bytes, _End]:
    """Lines of a journal from objects in JSON, behind those that end like this; and how it ends then."""
    line, crc = end
    parts: list[bytes] = []
    for text in texts:
        line += 1
        content = text[:-1]
        crc = crc32(content, crc)
        signature = _SIGNATURE % (line, crc)
        crc = None
        parts += (content, signature)
    return b"".join(parts), (line, crc)


def x__signed__mutmut_17(texts: Iterable[bytes], end: _End) -> tuple[bytes, _End]:
    """Lines of a journal from objects in JSON, behind those that end like this; and how it ends then."""
    line, crc = end
    parts: list[bytes] = []
    for text in texts:
        line += 1
        content = text[:-1]
        crc = crc32(content, crc)
        signature = _SIGNATURE % (line, crc)
        crc = crc32(None, crc)
        parts += (content, signature)
    return b"".join(parts), (line, crc)


def x__signed__mutmut_18(texts: Iterable[bytes], end: _End) -> tuple[bytes, _End]:
    """Lines of a journal from objects in JSON, behind those that end like this; and how it ends then."""
    line, crc = end
    parts: list[bytes] = []
    for text in texts:
        line += 1
        content = text[:-1]
        crc = crc32(content, crc)
        signature = _SIGNATURE % (line, crc)
        crc = crc32(signature, None)
        parts += (content, signature)
    return b"".join(parts), (line, crc)


def x__signed__mutmut_19(texts: Iterable[bytes], end: _End) -> tuple[bytes, _End]:
    """Lines of a journal from objects in JSON, behind those that end like this; and how it ends then."""
    line, crc = end
    parts: list[bytes] = []
    for text in texts:
        line += 1
        content = text[:-1]
        crc = crc32(content, crc)
        signature = _SIGNATURE % (line, crc)
        crc = crc32(crc)
        parts += (content, signature)
    return b"".join(parts), (line, crc)


def x__signed__mutmut_20(texts: Iterable[bytes], end: _End) -> tuple[bytes, _End]:
    """Lines of a journal from objects in JSON, behind those that end like this; and how it ends then."""
    line, crc = end
    parts: list[bytes] = []
    for text in texts:
        line += 1
        content = text[:-1]
        crc = crc32(content, crc)
        signature = _SIGNATURE % (line, crc)
        crc = crc32(signature, )
        parts += (content, signature)
    return b"".join(parts), (line, crc)


def x__signed__mutmut_21(texts: Iterable[bytes], end: _End) -> tuple[bytes, _End]:
    """Lines of a journal from objects in JSON, behind those that end like this; and how it ends then."""
    line, crc = end
    parts: list[bytes] = []
    for text in texts:
        line += 1
        content = text[:-1]
        crc = crc32(content, crc)
        signature = _SIGNATURE % (line, crc)
        crc = crc32(signature, crc)
        parts = (content, signature)
    return b"".join(parts), (line, crc)


def x__signed__mutmut_22(texts: Iterable[bytes], end: _End) -> tuple[bytes, _End]:
    """Lines of a journal from objects in JSON, behind those that end like this; and how it ends then."""
    line, crc = end
    parts: list[bytes] = []
    for text in texts:
        line += 1
        content = text[:-1]
        crc = crc32(content, crc)
        signature = _SIGNATURE % (line, crc)
        crc = crc32(signature, crc)
        parts -= (content, signature)
    return b"".join(parts), (line, crc)


def x__signed__mutmut_23(texts: Iterable[bytes], end: _End) -> tuple[bytes, _End]:
    """Lines of a journal from objects in JSON, behind those that end like this; and how it ends then."""
    line, crc = end
    parts: list[bytes] = []
    for text in texts:
        line += 1
        content = text[:-1]
        crc = crc32(content, crc)
        signature = _SIGNATURE % (line, crc)
        crc = crc32(signature, crc)
        parts += (content, signature)
    return b"".join(None), (line, crc)


def x__signed__mutmut_24(texts: Iterable[bytes], end: _End) -> tuple[bytes, _End]:
    """Lines of a journal from objects in JSON, behind those that end like this; and how it ends then."""
    line, crc = end
    parts: list[bytes] = []
    for text in texts:
        line += 1
        content = text[:-1]
        crc = crc32(content, crc)
        signature = _SIGNATURE % (line, crc)
        crc = crc32(signature, crc)
        parts += (content, signature)
    return b"XXXX".join(parts), (line, crc)

mutants_x__signed__mutmut['_mutmut_orig'] = x__signed__mutmut_orig # type: ignore # mutmut generated
mutants_x__signed__mutmut['x__signed__mutmut_1'] = x__signed__mutmut_1 # type: ignore # mutmut generated
mutants_x__signed__mutmut['x__signed__mutmut_2'] = x__signed__mutmut_2 # type: ignore # mutmut generated
mutants_x__signed__mutmut['x__signed__mutmut_3'] = x__signed__mutmut_3 # type: ignore # mutmut generated
mutants_x__signed__mutmut['x__signed__mutmut_4'] = x__signed__mutmut_4 # type: ignore # mutmut generated
mutants_x__signed__mutmut['x__signed__mutmut_5'] = x__signed__mutmut_5 # type: ignore # mutmut generated
mutants_x__signed__mutmut['x__signed__mutmut_6'] = x__signed__mutmut_6 # type: ignore # mutmut generated
mutants_x__signed__mutmut['x__signed__mutmut_7'] = x__signed__mutmut_7 # type: ignore # mutmut generated
mutants_x__signed__mutmut['x__signed__mutmut_8'] = x__signed__mutmut_8 # type: ignore # mutmut generated
mutants_x__signed__mutmut['x__signed__mutmut_9'] = x__signed__mutmut_9 # type: ignore # mutmut generated
mutants_x__signed__mutmut['x__signed__mutmut_10'] = x__signed__mutmut_10 # type: ignore # mutmut generated
mutants_x__signed__mutmut['x__signed__mutmut_11'] = x__signed__mutmut_11 # type: ignore # mutmut generated
mutants_x__signed__mutmut['x__signed__mutmut_12'] = x__signed__mutmut_12 # type: ignore # mutmut generated
mutants_x__signed__mutmut['x__signed__mutmut_13'] = x__signed__mutmut_13 # type: ignore # mutmut generated
mutants_x__signed__mutmut['x__signed__mutmut_14'] = x__signed__mutmut_14 # type: ignore # mutmut generated
mutants_x__signed__mutmut['x__signed__mutmut_15'] = x__signed__mutmut_15 # type: ignore # mutmut generated
mutants_x__signed__mutmut['x__signed__mutmut_16'] = x__signed__mutmut_16 # type: ignore # mutmut generated
mutants_x__signed__mutmut['x__signed__mutmut_17'] = x__signed__mutmut_17 # type: ignore # mutmut generated
mutants_x__signed__mutmut['x__signed__mutmut_18'] = x__signed__mutmut_18 # type: ignore # mutmut generated
mutants_x__signed__mutmut['x__signed__mutmut_19'] = x__signed__mutmut_19 # type: ignore # mutmut generated
mutants_x__signed__mutmut['x__signed__mutmut_20'] = x__signed__mutmut_20 # type: ignore # mutmut generated
mutants_x__signed__mutmut['x__signed__mutmut_21'] = x__signed__mutmut_21 # type: ignore # mutmut generated
mutants_x__signed__mutmut['x__signed__mutmut_22'] = x__signed__mutmut_22 # type: ignore # mutmut generated
mutants_x__signed__mutmut['x__signed__mutmut_23'] = x__signed__mutmut_23 # type: ignore # mutmut generated
mutants_x__signed__mutmut['x__signed__mutmut_24'] = x__signed__mutmut_24 # type: ignore # mutmut generated


_HEADER, _BEGUN = _signed([b'{"tunewise_journal":%d}' % FORMAT], (0, 0))
mutants_x__confirmed__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__confirmed__mutmut)
def _confirmed(lines: int, block: bytes, end: _End) -> _End | None:
    """How a journal ends with a block of so many lines behind those that end like this; None if what its
    last line says isn't true of all of them."""
    cut = block.rfind(_BEGINS)
    line, crc, signature = end[0] + lines, crc32(memoryview(block)[:cut], end[1]), block[cut:]
    return (line, crc32(signature, crc)) if signature == _SIGNATURE % (line, crc) else None


def x__confirmed__mutmut_orig(lines: int, block: bytes, end: _End) -> _End | None:
    """How a journal ends with a block of so many lines behind those that end like this; None if what its
    last line says isn't true of all of them."""
    cut = block.rfind(_BEGINS)
    line, crc, signature = end[0] + lines, crc32(memoryview(block)[:cut], end[1]), block[cut:]
    return (line, crc32(signature, crc)) if signature == _SIGNATURE % (line, crc) else None


def x__confirmed__mutmut_1(lines: int, block: bytes, end: _End) -> _End | None:
    """How a journal ends with a block of so many lines behind those that end like this; None if what its
    last line says isn't true of all of them."""
    cut = None
    line, crc, signature = end[0] + lines, crc32(memoryview(block)[:cut], end[1]), block[cut:]
    return (line, crc32(signature, crc)) if signature == _SIGNATURE % (line, crc) else None


def x__confirmed__mutmut_2(lines: int, block: bytes, end: _End) -> _End | None:
    """How a journal ends with a block of so many lines behind those that end like this; None if what its
    last line says isn't true of all of them."""
    cut = block.rfind(None)
    line, crc, signature = end[0] + lines, crc32(memoryview(block)[:cut], end[1]), block[cut:]
    return (line, crc32(signature, crc)) if signature == _SIGNATURE % (line, crc) else None


def x__confirmed__mutmut_3(lines: int, block: bytes, end: _End) -> _End | None:
    """How a journal ends with a block of so many lines behind those that end like this; None if what its
    last line says isn't true of all of them."""
    cut = block.find(_BEGINS)
    line, crc, signature = end[0] + lines, crc32(memoryview(block)[:cut], end[1]), block[cut:]
    return (line, crc32(signature, crc)) if signature == _SIGNATURE % (line, crc) else None


def x__confirmed__mutmut_4(lines: int, block: bytes, end: _End) -> _End | None:
    """How a journal ends with a block of so many lines behind those that end like this; None if what its
    last line says isn't true of all of them."""
    cut = block.rfind(_BEGINS)
    line, crc, signature = None
    return (line, crc32(signature, crc)) if signature == _SIGNATURE % (line, crc) else None


def x__confirmed__mutmut_5(lines: int, block: bytes, end: _End) -> _End | None:
    """How a journal ends with a block of so many lines behind those that end like this; None if what its
    last line says isn't true of all of them."""
    cut = block.rfind(_BEGINS)
    line, crc, signature = end[0] - lines, crc32(memoryview(block)[:cut], end[1]), block[cut:]
    return (line, crc32(signature, crc)) if signature == _SIGNATURE % (line, crc) else None


def x__confirmed__mutmut_6(lines: int, block: bytes, end: _End) -> _End | None:
    """How a journal ends with a block of so many lines behind those that end like this; None if what its
    last line says isn't true of all of them."""
    cut = block.rfind(_BEGINS)
    line, crc, signature = end[1] + lines, crc32(memoryview(block)[:cut], end[1]), block[cut:]
    return (line, crc32(signature, crc)) if signature == _SIGNATURE % (line, crc) else None


def x__confirmed__mutmut_7(lines: int, block: bytes, end: _End) -> _End | None:
    """How a journal ends with a block of so many lines behind those that end like this; None if what its
    last line says isn't true of all of them."""
    cut = block.rfind(_BEGINS)
    line, crc, signature = end[0] + lines, crc32(None, end[1]), block[cut:]
    return (line, crc32(signature, crc)) if signature == _SIGNATURE % (line, crc) else None


def x__confirmed__mutmut_8(lines: int, block: bytes, end: _End) -> _End | None:
    """How a journal ends with a block of so many lines behind those that end like this; None if what its
    last line says isn't true of all of them."""
    cut = block.rfind(_BEGINS)
    line, crc, signature = end[0] + lines, crc32(memoryview(block)[:cut], None), block[cut:]
    return (line, crc32(signature, crc)) if signature == _SIGNATURE % (line, crc) else None


def x__confirmed__mutmut_9(lines: int, block: bytes, end: _End) -> _End | None:
    """How a journal ends with a block of so many lines behind those that end like this; None if what its
    last line says isn't true of all of them."""
    cut = block.rfind(_BEGINS)
    line, crc, signature = end[0] + lines, crc32(end[1]), block[cut:]
    return (line, crc32(signature, crc)) if signature == _SIGNATURE % (line, crc) else None


def x__confirmed__mutmut_10(lines: int, block: bytes, end: _End) -> _End | None:
    """How a journal ends with a block of so many lines behind those that end like this; None if what its
    last line says isn't true of all of them."""
    cut = block.rfind(_BEGINS)
    line, crc, signature = end[0] + lines, crc32(memoryview(block)[:cut], ), block[cut:]
    return (line, crc32(signature, crc)) if signature == _SIGNATURE % (line, crc) else None


def x__confirmed__mutmut_11(lines: int, block: bytes, end: _End) -> _End | None:
    """How a journal ends with a block of so many lines behind those that end like this; None if what its
    last line says isn't true of all of them."""
    cut = block.rfind(_BEGINS)
    line, crc, signature = end[0] + lines, crc32(memoryview(None)[:cut], end[1]), block[cut:]
    return (line, crc32(signature, crc)) if signature == _SIGNATURE % (line, crc) else None


def x__confirmed__mutmut_12(lines: int, block: bytes, end: _End) -> _End | None:
    """How a journal ends with a block of so many lines behind those that end like this; None if what its
    last line says isn't true of all of them."""
    cut = block.rfind(_BEGINS)
    line, crc, signature = end[0] + lines, crc32(memoryview(block)[:cut], end[2]), block[cut:]
    return (line, crc32(signature, crc)) if signature == _SIGNATURE % (line, crc) else None


def x__confirmed__mutmut_13(lines: int, block: bytes, end: _End) -> _End | None:
    """How a journal ends with a block of so many lines behind those that end like this; None if what its
    last line says isn't true of all of them."""
    cut = block.rfind(_BEGINS)
    line, crc, signature = end[0] + lines, crc32(memoryview(block)[:cut], end[1]), block[cut:]
    return (line, crc32(signature, crc)) if (signature == _SIGNATURE % (line, crc)) and False else None


def x__confirmed__mutmut_14(lines: int, block: bytes, end: _End) -> _End | None:
    """How a journal ends with a block of so many lines behind those that end like this; None if what its
    last line says isn't true of all of them."""
    cut = block.rfind(_BEGINS)
    line, crc, signature = end[0] + lines, crc32(memoryview(block)[:cut], end[1]), block[cut:]
    return (line, crc32(signature, crc)) if (signature == _SIGNATURE % (line, crc)) or True else None


def x__confirmed__mutmut_15(lines: int, block: bytes, end: _End) -> _End | None:
    """How a journal ends with a block of so many lines behind those that end like this; None if what its
    last line says isn't true of all of them."""
    cut = block.rfind(_BEGINS)
    line, crc, signature = end[0] + lines, crc32(memoryview(block)[:cut], end[1]), block[cut:]
    return (line, crc32(None, crc)) if signature == _SIGNATURE % (line, crc) else None


def x__confirmed__mutmut_16(lines: int, block: bytes, end: _End) -> _End | None:
    """How a journal ends with a block of so many lines behind those that end like this; None if what its
    last line says isn't true of all of them."""
    cut = block.rfind(_BEGINS)
    line, crc, signature = end[0] + lines, crc32(memoryview(block)[:cut], end[1]), block[cut:]
    return (line, crc32(signature, None)) if signature == _SIGNATURE % (line, crc) else None


def x__confirmed__mutmut_17(lines: int, block: bytes, end: _End) -> _End | None:
    """How a journal ends with a block of so many lines behind those that end like this; None if what its
    last line says isn't true of all of them."""
    cut = block.rfind(_BEGINS)
    line, crc, signature = end[0] + lines, crc32(memoryview(block)[:cut], end[1]), block[cut:]
    return (line, crc32(crc)) if signature == _SIGNATURE % (line, crc) else None


def x__confirmed__mutmut_18(lines: int, block: bytes, end: _End) -> _End | None:
    """How a journal ends with a block of so many lines behind those that end like this; None if what its
    last line says isn't true of all of them."""
    cut = block.rfind(_BEGINS)
    line, crc, signature = end[0] + lines, crc32(memoryview(block)[:cut], end[1]), block[cut:]
    return (line, crc32(signature, )) if signature == _SIGNATURE % (line, crc) else None


def x__confirmed__mutmut_19(lines: int, block: bytes, end: _End) -> _End | None:
    """How a journal ends with a block of so many lines behind those that end like this; None if what its
    last line says isn't true of all of them."""
    cut = block.rfind(_BEGINS)
    line, crc, signature = end[0] + lines, crc32(memoryview(block)[:cut], end[1]), block[cut:]
    return (line, crc32(signature, crc)) if signature != _SIGNATURE % (line, crc) else None


def x__confirmed__mutmut_20(lines: int, block: bytes, end: _End) -> _End | None:
    """How a journal ends with a block of so many lines behind those that end like this; None if what its
    last line says isn't true of all of them."""
    cut = block.rfind(_BEGINS)
    line, crc, signature = end[0] + lines, crc32(memoryview(block)[:cut], end[1]), block[cut:]
    return (line, crc32(signature, crc)) if signature == _SIGNATURE / (line, crc) else None

mutants_x__confirmed__mutmut['_mutmut_orig'] = x__confirmed__mutmut_orig # type: ignore # mutmut generated
mutants_x__confirmed__mutmut['x__confirmed__mutmut_1'] = x__confirmed__mutmut_1 # type: ignore # mutmut generated
mutants_x__confirmed__mutmut['x__confirmed__mutmut_2'] = x__confirmed__mutmut_2 # type: ignore # mutmut generated
mutants_x__confirmed__mutmut['x__confirmed__mutmut_3'] = x__confirmed__mutmut_3 # type: ignore # mutmut generated
mutants_x__confirmed__mutmut['x__confirmed__mutmut_4'] = x__confirmed__mutmut_4 # type: ignore # mutmut generated
mutants_x__confirmed__mutmut['x__confirmed__mutmut_5'] = x__confirmed__mutmut_5 # type: ignore # mutmut generated
mutants_x__confirmed__mutmut['x__confirmed__mutmut_6'] = x__confirmed__mutmut_6 # type: ignore # mutmut generated
mutants_x__confirmed__mutmut['x__confirmed__mutmut_7'] = x__confirmed__mutmut_7 # type: ignore # mutmut generated
mutants_x__confirmed__mutmut['x__confirmed__mutmut_8'] = x__confirmed__mutmut_8 # type: ignore # mutmut generated
mutants_x__confirmed__mutmut['x__confirmed__mutmut_9'] = x__confirmed__mutmut_9 # type: ignore # mutmut generated
mutants_x__confirmed__mutmut['x__confirmed__mutmut_10'] = x__confirmed__mutmut_10 # type: ignore # mutmut generated
mutants_x__confirmed__mutmut['x__confirmed__mutmut_11'] = x__confirmed__mutmut_11 # type: ignore # mutmut generated
mutants_x__confirmed__mutmut['x__confirmed__mutmut_12'] = x__confirmed__mutmut_12 # type: ignore # mutmut generated
mutants_x__confirmed__mutmut['x__confirmed__mutmut_13'] = x__confirmed__mutmut_13 # type: ignore # mutmut generated
mutants_x__confirmed__mutmut['x__confirmed__mutmut_14'] = x__confirmed__mutmut_14 # type: ignore # mutmut generated
mutants_x__confirmed__mutmut['x__confirmed__mutmut_15'] = x__confirmed__mutmut_15 # type: ignore # mutmut generated
mutants_x__confirmed__mutmut['x__confirmed__mutmut_16'] = x__confirmed__mutmut_16 # type: ignore # mutmut generated
mutants_x__confirmed__mutmut['x__confirmed__mutmut_17'] = x__confirmed__mutmut_17 # type: ignore # mutmut generated
mutants_x__confirmed__mutmut['x__confirmed__mutmut_18'] = x__confirmed__mutmut_18 # type: ignore # mutmut generated
mutants_x__confirmed__mutmut['x__confirmed__mutmut_19'] = x__confirmed__mutmut_19 # type: ignore # mutmut generated
mutants_x__confirmed__mutmut['x__confirmed__mutmut_20'] = x__confirmed__mutmut_20 # type: ignore # mutmut generated


class Line(NamedTuple):
    """A line of a journal after its first, by its number. flaw: what is wrong with it; "" for nothing.

    entry: None where it can't be read.
    """

    number: int
    flaw: str
    entry: Entry | None
mutants_x_examine_journal__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_examine_journal__mutmut)
def examine_journal(path: Path) -> Iterator[Line]:
    """The lines of a journal, each by itself, damaged or not. Raises `JournalError` where its first line
    names no format that is known."""
    with _opened(path) as (file, end):
        lines = [line + b"\n" for block in _blocks(file) for line in block.split(b"\n")[:-1]]
        yield from _examined(lines, 1, end)


def x_examine_journal__mutmut_orig(path: Path) -> Iterator[Line]:
    """The lines of a journal, each by itself, damaged or not. Raises `JournalError` where its first line
    names no format that is known."""
    with _opened(path) as (file, end):
        lines = [line + b"\n" for block in _blocks(file) for line in block.split(b"\n")[:-1]]
        yield from _examined(lines, 1, end)


def x_examine_journal__mutmut_1(path: Path) -> Iterator[Line]:
    """The lines of a journal, each by itself, damaged or not. Raises `JournalError` where its first line
    names no format that is known."""
    with _opened(None) as (file, end):
        lines = [line + b"\n" for block in _blocks(file) for line in block.split(b"\n")[:-1]]
        yield from _examined(lines, 1, end)


def x_examine_journal__mutmut_2(path: Path) -> Iterator[Line]:
    """The lines of a journal, each by itself, damaged or not. Raises `JournalError` where its first line
    names no format that is known."""
    with _opened(path) as (file, end):
        lines = None
        yield from _examined(lines, 1, end)


def x_examine_journal__mutmut_3(path: Path) -> Iterator[Line]:
    """The lines of a journal, each by itself, damaged or not. Raises `JournalError` where its first line
    names no format that is known."""
    with _opened(path) as (file, end):
        lines = [line - b"\n" for block in _blocks(file) for line in block.split(b"\n")[:-1]]
        yield from _examined(lines, 1, end)


def x_examine_journal__mutmut_4(path: Path) -> Iterator[Line]:
    """The lines of a journal, each by itself, damaged or not. Raises `JournalError` where its first line
    names no format that is known."""
    with _opened(path) as (file, end):
        lines = [line + b"XX\nXX" for block in _blocks(file) for line in block.split(b"\n")[:-1]]
        yield from _examined(lines, 1, end)


def x_examine_journal__mutmut_5(path: Path) -> Iterator[Line]:
    """The lines of a journal, each by itself, damaged or not. Raises `JournalError` where its first line
    names no format that is known."""
    with _opened(path) as (file, end):
        lines = [line + b"\n" for block in _blocks(None) for line in block.split(b"\n")[:-1]]
        yield from _examined(lines, 1, end)


def x_examine_journal__mutmut_6(path: Path) -> Iterator[Line]:
    """The lines of a journal, each by itself, damaged or not. Raises `JournalError` where its first line
    names no format that is known."""
    with _opened(path) as (file, end):
        lines = [line + b"\n" for block in _blocks(file) for line in block.split(None)[:-1]]
        yield from _examined(lines, 1, end)


def x_examine_journal__mutmut_7(path: Path) -> Iterator[Line]:
    """The lines of a journal, each by itself, damaged or not. Raises `JournalError` where its first line
    names no format that is known."""
    with _opened(path) as (file, end):
        lines = [line + b"\n" for block in _blocks(file) for line in block.split(b"XX\nXX")[:-1]]
        yield from _examined(lines, 1, end)


def x_examine_journal__mutmut_8(path: Path) -> Iterator[Line]:
    """The lines of a journal, each by itself, damaged or not. Raises `JournalError` where its first line
    names no format that is known."""
    with _opened(path) as (file, end):
        lines = [line + b"\n" for block in _blocks(file) for line in block.split(b"\n")[:+1]]
        yield from _examined(lines, 1, end)


def x_examine_journal__mutmut_9(path: Path) -> Iterator[Line]:
    """The lines of a journal, each by itself, damaged or not. Raises `JournalError` where its first line
    names no format that is known."""
    with _opened(path) as (file, end):
        lines = [line + b"\n" for block in _blocks(file) for line in block.split(b"\n")[:-2]]
        yield from _examined(lines, 1, end)


def x_examine_journal__mutmut_10(path: Path) -> Iterator[Line]:
    """The lines of a journal, each by itself, damaged or not. Raises `JournalError` where its first line
    names no format that is known."""
    with _opened(path) as (file, end):
        lines = [line + b"\n" for block in _blocks(file) for line in block.split(b"\n")[:-1]]
        yield from _examined(None, 1, end)


def x_examine_journal__mutmut_11(path: Path) -> Iterator[Line]:
    """The lines of a journal, each by itself, damaged or not. Raises `JournalError` where its first line
    names no format that is known."""
    with _opened(path) as (file, end):
        lines = [line + b"\n" for block in _blocks(file) for line in block.split(b"\n")[:-1]]
        yield from _examined(lines, None, end)


def x_examine_journal__mutmut_12(path: Path) -> Iterator[Line]:
    """The lines of a journal, each by itself, damaged or not. Raises `JournalError` where its first line
    names no format that is known."""
    with _opened(path) as (file, end):
        lines = [line + b"\n" for block in _blocks(file) for line in block.split(b"\n")[:-1]]
        yield from _examined(lines, 1, None)


def x_examine_journal__mutmut_13(path: Path) -> Iterator[Line]:
    """The lines of a journal, each by itself, damaged or not. Raises `JournalError` where its first line
    names no format that is known."""
    with _opened(path) as (file, end):
        lines = [line + b"\n" for block in _blocks(file) for line in block.split(b"\n")[:-1]]
        yield from _examined(1, end)


def x_examine_journal__mutmut_14(path: Path) -> Iterator[Line]:
    """The lines of a journal, each by itself, damaged or not. Raises `JournalError` where its first line
    names no format that is known."""
    with _opened(path) as (file, end):
        lines = [line + b"\n" for block in _blocks(file) for line in block.split(b"\n")[:-1]]
        yield from _examined(lines, end)


def x_examine_journal__mutmut_15(path: Path) -> Iterator[Line]:
    """The lines of a journal, each by itself, damaged or not. Raises `JournalError` where its first line
    names no format that is known."""
    with _opened(path) as (file, end):
        lines = [line + b"\n" for block in _blocks(file) for line in block.split(b"\n")[:-1]]
        yield from _examined(lines, 1, )


def x_examine_journal__mutmut_16(path: Path) -> Iterator[Line]:
    """The lines of a journal, each by itself, damaged or not. Raises `JournalError` where its first line
    names no format that is known."""
    with _opened(path) as (file, end):
        lines = [line + b"\n" for block in _blocks(file) for line in block.split(b"\n")[:-1]]
        yield from _examined(lines, 2, end)

mutants_x_examine_journal__mutmut['_mutmut_orig'] = x_examine_journal__mutmut_orig # type: ignore # mutmut generated
mutants_x_examine_journal__mutmut['x_examine_journal__mutmut_1'] = x_examine_journal__mutmut_1 # type: ignore # mutmut generated
mutants_x_examine_journal__mutmut['x_examine_journal__mutmut_2'] = x_examine_journal__mutmut_2 # type: ignore # mutmut generated
mutants_x_examine_journal__mutmut['x_examine_journal__mutmut_3'] = x_examine_journal__mutmut_3 # type: ignore # mutmut generated
mutants_x_examine_journal__mutmut['x_examine_journal__mutmut_4'] = x_examine_journal__mutmut_4 # type: ignore # mutmut generated
mutants_x_examine_journal__mutmut['x_examine_journal__mutmut_5'] = x_examine_journal__mutmut_5 # type: ignore # mutmut generated
mutants_x_examine_journal__mutmut['x_examine_journal__mutmut_6'] = x_examine_journal__mutmut_6 # type: ignore # mutmut generated
mutants_x_examine_journal__mutmut['x_examine_journal__mutmut_7'] = x_examine_journal__mutmut_7 # type: ignore # mutmut generated
mutants_x_examine_journal__mutmut['x_examine_journal__mutmut_8'] = x_examine_journal__mutmut_8 # type: ignore # mutmut generated
mutants_x_examine_journal__mutmut['x_examine_journal__mutmut_9'] = x_examine_journal__mutmut_9 # type: ignore # mutmut generated
mutants_x_examine_journal__mutmut['x_examine_journal__mutmut_10'] = x_examine_journal__mutmut_10 # type: ignore # mutmut generated
mutants_x_examine_journal__mutmut['x_examine_journal__mutmut_11'] = x_examine_journal__mutmut_11 # type: ignore # mutmut generated
mutants_x_examine_journal__mutmut['x_examine_journal__mutmut_12'] = x_examine_journal__mutmut_12 # type: ignore # mutmut generated
mutants_x_examine_journal__mutmut['x_examine_journal__mutmut_13'] = x_examine_journal__mutmut_13 # type: ignore # mutmut generated
mutants_x_examine_journal__mutmut['x_examine_journal__mutmut_14'] = x_examine_journal__mutmut_14 # type: ignore # mutmut generated
mutants_x_examine_journal__mutmut['x_examine_journal__mutmut_15'] = x_examine_journal__mutmut_15 # type: ignore # mutmut generated
mutants_x_examine_journal__mutmut['x_examine_journal__mutmut_16'] = x_examine_journal__mutmut_16 # type: ignore # mutmut generated
mutants_x__examined__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__examined__mutmut)
def _examined(lines: Sequence[bytes], before: int, end: _End | None) -> Iterator[Line]:
    """Lines that stand after line `before`, and what is wrong with them. end: how what stands before them
    ends; None in the format without checksums."""
    expected = None if end is None else _Expected(end[0] + 1, frozenset({end[1]}))
    for number, text in enumerate(lines, start=before + 1):
        flaw = ""
        if expected is not None:
            flaw, expected = expected.compare(text)
        elif text.isspace():  # a person who repairs a journal may leave a blank line
            continue
        try:
            yield Line(number, flaw, decode(text))
        except ValueError as error:
            yield Line(number, f"can't be read ({error})", None)


def x__examined__mutmut_orig(lines: Sequence[bytes], before: int, end: _End | None) -> Iterator[Line]:
    """Lines that stand after line `before`, and what is wrong with them. end: how what stands before them
    ends; None in the format without checksums."""
    expected = None if end is None else _Expected(end[0] + 1, frozenset({end[1]}))
    for number, text in enumerate(lines, start=before + 1):
        flaw = ""
        if expected is not None:
            flaw, expected = expected.compare(text)
        elif text.isspace():  # a person who repairs a journal may leave a blank line
            continue
        try:
            yield Line(number, flaw, decode(text))
        except ValueError as error:
            yield Line(number, f"can't be read ({error})", None)


def x__examined__mutmut_1(lines: Sequence[bytes], before: int, end: _End | None) -> Iterator[Line]:
    """Lines that stand after line `before`, and what is wrong with them. end: how what stands before them
    ends; None in the format without checksums."""
    expected = None
    for number, text in enumerate(lines, start=before + 1):
        flaw = ""
        if expected is not None:
            flaw, expected = expected.compare(text)
        elif text.isspace():  # a person who repairs a journal may leave a blank line
            continue
        try:
            yield Line(number, flaw, decode(text))
        except ValueError as error:
            yield Line(number, f"can't be read ({error})", None)


def x__examined__mutmut_2(lines: Sequence[bytes], before: int, end: _End | None) -> Iterator[Line]:
    """Lines that stand after line `before`, and what is wrong with them. end: how what stands before them
    ends; None in the format without checksums."""
    expected = None if (end is None) and False else _Expected(end[0] + 1, frozenset({end[1]}))
    for number, text in enumerate(lines, start=before + 1):
        flaw = ""
        if expected is not None:
            flaw, expected = expected.compare(text)
        elif text.isspace():  # a person who repairs a journal may leave a blank line
            continue
        try:
            yield Line(number, flaw, decode(text))
        except ValueError as error:
            yield Line(number, f"can't be read ({error})", None)


def x__examined__mutmut_3(lines: Sequence[bytes], before: int, end: _End | None) -> Iterator[Line]:
    """Lines that stand after line `before`, and what is wrong with them. end: how what stands before them
    ends; None in the format without checksums."""
    expected = None if (end is None) or True else _Expected(end[0] + 1, frozenset({end[1]}))
    for number, text in enumerate(lines, start=before + 1):
        flaw = ""
        if expected is not None:
            flaw, expected = expected.compare(text)
        elif text.isspace():  # a person who repairs a journal may leave a blank line
            continue
        try:
            yield Line(number, flaw, decode(text))
        except ValueError as error:
            yield Line(number, f"can't be read ({error})", None)


def x__examined__mutmut_4(lines: Sequence[bytes], before: int, end: _End | None) -> Iterator[Line]:
    """Lines that stand after line `before`, and what is wrong with them. end: how what stands before them
    ends; None in the format without checksums."""
    expected = None if end is not None else _Expected(end[0] + 1, frozenset({end[1]}))
    for number, text in enumerate(lines, start=before + 1):
        flaw = ""
        if expected is not None:
            flaw, expected = expected.compare(text)
        elif text.isspace():  # a person who repairs a journal may leave a blank line
            continue
        try:
            yield Line(number, flaw, decode(text))
        except ValueError as error:
            yield Line(number, f"can't be read ({error})", None)


def x__examined__mutmut_5(lines: Sequence[bytes], before: int, end: _End | None) -> Iterator[Line]:
    """Lines that stand after line `before`, and what is wrong with them. end: how what stands before them
    ends; None in the format without checksums."""
    expected = None if end is None else _Expected(None, frozenset({end[1]}))
    for number, text in enumerate(lines, start=before + 1):
        flaw = ""
        if expected is not None:
            flaw, expected = expected.compare(text)
        elif text.isspace():  # a person who repairs a journal may leave a blank line
            continue
        try:
            yield Line(number, flaw, decode(text))
        except ValueError as error:
            yield Line(number, f"can't be read ({error})", None)


def x__examined__mutmut_6(lines: Sequence[bytes], before: int, end: _End | None) -> Iterator[Line]:
    """Lines that stand after line `before`, and what is wrong with them. end: how what stands before them
    ends; None in the format without checksums."""
    expected = None if end is None else _Expected(end[0] + 1, None)
    for number, text in enumerate(lines, start=before + 1):
        flaw = ""
        if expected is not None:
            flaw, expected = expected.compare(text)
        elif text.isspace():  # a person who repairs a journal may leave a blank line
            continue
        try:
            yield Line(number, flaw, decode(text))
        except ValueError as error:
            yield Line(number, f"can't be read ({error})", None)


def x__examined__mutmut_7(lines: Sequence[bytes], before: int, end: _End | None) -> Iterator[Line]:
    """Lines that stand after line `before`, and what is wrong with them. end: how what stands before them
    ends; None in the format without checksums."""
    expected = None if end is None else _Expected(frozenset({end[1]}))
    for number, text in enumerate(lines, start=before + 1):
        flaw = ""
        if expected is not None:
            flaw, expected = expected.compare(text)
        elif text.isspace():  # a person who repairs a journal may leave a blank line
            continue
        try:
            yield Line(number, flaw, decode(text))
        except ValueError as error:
            yield Line(number, f"can't be read ({error})", None)


def x__examined__mutmut_8(lines: Sequence[bytes], before: int, end: _End | None) -> Iterator[Line]:
    """Lines that stand after line `before`, and what is wrong with them. end: how what stands before them
    ends; None in the format without checksums."""
    expected = None if end is None else _Expected(end[0] + 1, )
    for number, text in enumerate(lines, start=before + 1):
        flaw = ""
        if expected is not None:
            flaw, expected = expected.compare(text)
        elif text.isspace():  # a person who repairs a journal may leave a blank line
            continue
        try:
            yield Line(number, flaw, decode(text))
        except ValueError as error:
            yield Line(number, f"can't be read ({error})", None)


def x__examined__mutmut_9(lines: Sequence[bytes], before: int, end: _End | None) -> Iterator[Line]:
    """Lines that stand after line `before`, and what is wrong with them. end: how what stands before them
    ends; None in the format without checksums."""
    expected = None if end is None else _Expected(end[0] - 1, frozenset({end[1]}))
    for number, text in enumerate(lines, start=before + 1):
        flaw = ""
        if expected is not None:
            flaw, expected = expected.compare(text)
        elif text.isspace():  # a person who repairs a journal may leave a blank line
            continue
        try:
            yield Line(number, flaw, decode(text))
        except ValueError as error:
            yield Line(number, f"can't be read ({error})", None)


def x__examined__mutmut_10(lines: Sequence[bytes], before: int, end: _End | None) -> Iterator[Line]:
    """Lines that stand after line `before`, and what is wrong with them. end: how what stands before them
    ends; None in the format without checksums."""
    expected = None if end is None else _Expected(end[1] + 1, frozenset({end[1]}))
    for number, text in enumerate(lines, start=before + 1):
        flaw = ""
        if expected is not None:
            flaw, expected = expected.compare(text)
        elif text.isspace():  # a person who repairs a journal may leave a blank line
            continue
        try:
            yield Line(number, flaw, decode(text))
        except ValueError as error:
            yield Line(number, f"can't be read ({error})", None)


def x__examined__mutmut_11(lines: Sequence[bytes], before: int, end: _End | None) -> Iterator[Line]:
    """Lines that stand after line `before`, and what is wrong with them. end: how what stands before them
    ends; None in the format without checksums."""
    expected = None if end is None else _Expected(end[0] + 2, frozenset({end[1]}))
    for number, text in enumerate(lines, start=before + 1):
        flaw = ""
        if expected is not None:
            flaw, expected = expected.compare(text)
        elif text.isspace():  # a person who repairs a journal may leave a blank line
            continue
        try:
            yield Line(number, flaw, decode(text))
        except ValueError as error:
            yield Line(number, f"can't be read ({error})", None)


def x__examined__mutmut_12(lines: Sequence[bytes], before: int, end: _End | None) -> Iterator[Line]:
    """Lines that stand after line `before`, and what is wrong with them. end: how what stands before them
    ends; None in the format without checksums."""
    expected = None if end is None else _Expected(end[0] + 1, frozenset(None))
    for number, text in enumerate(lines, start=before + 1):
        flaw = ""
        if expected is not None:
            flaw, expected = expected.compare(text)
        elif text.isspace():  # a person who repairs a journal may leave a blank line
            continue
        try:
            yield Line(number, flaw, decode(text))
        except ValueError as error:
            yield Line(number, f"can't be read ({error})", None)


def x__examined__mutmut_13(lines: Sequence[bytes], before: int, end: _End | None) -> Iterator[Line]:
    """Lines that stand after line `before`, and what is wrong with them. end: how what stands before them
    ends; None in the format without checksums."""
    expected = None if end is None else _Expected(end[0] + 1, frozenset({end[2]}))
    for number, text in enumerate(lines, start=before + 1):
        flaw = ""
        if expected is not None:
            flaw, expected = expected.compare(text)
        elif text.isspace():  # a person who repairs a journal may leave a blank line
            continue
        try:
            yield Line(number, flaw, decode(text))
        except ValueError as error:
            yield Line(number, f"can't be read ({error})", None)


def x__examined__mutmut_14(lines: Sequence[bytes], before: int, end: _End | None) -> Iterator[Line]:
    """Lines that stand after line `before`, and what is wrong with them. end: how what stands before them
    ends; None in the format without checksums."""
    expected = None if end is None else _Expected(end[0] + 1, frozenset({end[1]}))
    for number, text in enumerate(None, start=before + 1):
        flaw = ""
        if expected is not None:
            flaw, expected = expected.compare(text)
        elif text.isspace():  # a person who repairs a journal may leave a blank line
            continue
        try:
            yield Line(number, flaw, decode(text))
        except ValueError as error:
            yield Line(number, f"can't be read ({error})", None)


def x__examined__mutmut_15(lines: Sequence[bytes], before: int, end: _End | None) -> Iterator[Line]:
    """Lines that stand after line `before`, and what is wrong with them. end: how what stands before them
    ends; None in the format without checksums."""
    expected = None if end is None else _Expected(end[0] + 1, frozenset({end[1]}))
    for number, text in enumerate(lines, start=None):
        flaw = ""
        if expected is not None:
            flaw, expected = expected.compare(text)
        elif text.isspace():  # a person who repairs a journal may leave a blank line
            continue
        try:
            yield Line(number, flaw, decode(text))
        except ValueError as error:
            yield Line(number, f"can't be read ({error})", None)


def x__examined__mutmut_16(lines: Sequence[bytes], before: int, end: _End | None) -> Iterator[Line]:
    """Lines that stand after line `before`, and what is wrong with them. end: how what stands before them
    ends; None in the format without checksums."""
    expected = None if end is None else _Expected(end[0] + 1, frozenset({end[1]}))
    for number, text in enumerate(start=before + 1):
        flaw = ""
        if expected is not None:
            flaw, expected = expected.compare(text)
        elif text.isspace():  # a person who repairs a journal may leave a blank line
            continue
        try:
            yield Line(number, flaw, decode(text))
        except ValueError as error:
            yield Line(number, f"can't be read ({error})", None)


def x__examined__mutmut_17(lines: Sequence[bytes], before: int, end: _End | None) -> Iterator[Line]:
    """Lines that stand after line `before`, and what is wrong with them. end: how what stands before them
    ends; None in the format without checksums."""
    expected = None if end is None else _Expected(end[0] + 1, frozenset({end[1]}))
    for number, text in enumerate(lines, ):
        flaw = ""
        if expected is not None:
            flaw, expected = expected.compare(text)
        elif text.isspace():  # a person who repairs a journal may leave a blank line
            continue
        try:
            yield Line(number, flaw, decode(text))
        except ValueError as error:
            yield Line(number, f"can't be read ({error})", None)


def x__examined__mutmut_18(lines: Sequence[bytes], before: int, end: _End | None) -> Iterator[Line]:
    """Lines that stand after line `before`, and what is wrong with them. end: how what stands before them
    ends; None in the format without checksums."""
    expected = None if end is None else _Expected(end[0] + 1, frozenset({end[1]}))
    for number, text in enumerate(lines, start=before - 1):
        flaw = ""
        if expected is not None:
            flaw, expected = expected.compare(text)
        elif text.isspace():  # a person who repairs a journal may leave a blank line
            continue
        try:
            yield Line(number, flaw, decode(text))
        except ValueError as error:
            yield Line(number, f"can't be read ({error})", None)


def x__examined__mutmut_19(lines: Sequence[bytes], before: int, end: _End | None) -> Iterator[Line]:
    """Lines that stand after line `before`, and what is wrong with them. end: how what stands before them
    ends; None in the format without checksums."""
    expected = None if end is None else _Expected(end[0] + 1, frozenset({end[1]}))
    for number, text in enumerate(lines, start=before + 2):
        flaw = ""
        if expected is not None:
            flaw, expected = expected.compare(text)
        elif text.isspace():  # a person who repairs a journal may leave a blank line
            continue
        try:
            yield Line(number, flaw, decode(text))
        except ValueError as error:
            yield Line(number, f"can't be read ({error})", None)


def x__examined__mutmut_20(lines: Sequence[bytes], before: int, end: _End | None) -> Iterator[Line]:
    """Lines that stand after line `before`, and what is wrong with them. end: how what stands before them
    ends; None in the format without checksums."""
    expected = None if end is None else _Expected(end[0] + 1, frozenset({end[1]}))
    for number, text in enumerate(lines, start=before + 1):
        flaw = None
        if expected is not None:
            flaw, expected = expected.compare(text)
        elif text.isspace():  # a person who repairs a journal may leave a blank line
            continue
        try:
            yield Line(number, flaw, decode(text))
        except ValueError as error:
            yield Line(number, f"can't be read ({error})", None)


def x__examined__mutmut_21(lines: Sequence[bytes], before: int, end: _End | None) -> Iterator[Line]:
    """Lines that stand after line `before`, and what is wrong with them. end: how what stands before them
    ends; None in the format without checksums."""
    expected = None if end is None else _Expected(end[0] + 1, frozenset({end[1]}))
    for number, text in enumerate(lines, start=before + 1):
        flaw = "XXXX"
        if expected is not None:
            flaw, expected = expected.compare(text)
        elif text.isspace():  # a person who repairs a journal may leave a blank line
            continue
        try:
            yield Line(number, flaw, decode(text))
        except ValueError as error:
            yield Line(number, f"can't be read ({error})", None)


def x__examined__mutmut_22(lines: Sequence[bytes], before: int, end: _End | None) -> Iterator[Line]:
    """Lines that stand after line `before`, and what is wrong with them. end: how what stands before them
    ends; None in the format without checksums."""
    expected = None if end is None else _Expected(end[0] + 1, frozenset({end[1]}))
    for number, text in enumerate(lines, start=before + 1):
        flaw = ""
        if expected is None:
            flaw, expected = expected.compare(text)
        elif text.isspace():  # a person who repairs a journal may leave a blank line
            continue
        try:
            yield Line(number, flaw, decode(text))
        except ValueError as error:
            yield Line(number, f"can't be read ({error})", None)


def x__examined__mutmut_23(lines: Sequence[bytes], before: int, end: _End | None) -> Iterator[Line]:
    """Lines that stand after line `before`, and what is wrong with them. end: how what stands before them
    ends; None in the format without checksums."""
    expected = None if end is None else _Expected(end[0] + 1, frozenset({end[1]}))
    for number, text in enumerate(lines, start=before + 1):
        flaw = ""
        if expected is not None:
            flaw, expected = None
        elif text.isspace():  # a person who repairs a journal may leave a blank line
            continue
        try:
            yield Line(number, flaw, decode(text))
        except ValueError as error:
            yield Line(number, f"can't be read ({error})", None)


def x__examined__mutmut_24(lines: Sequence[bytes], before: int, end: _End | None) -> Iterator[Line]:
    """Lines that stand after line `before`, and what is wrong with them. end: how what stands before them
    ends; None in the format without checksums."""
    expected = None if end is None else _Expected(end[0] + 1, frozenset({end[1]}))
    for number, text in enumerate(lines, start=before + 1):
        flaw = ""
        if expected is not None:
            flaw, expected = expected.compare(None)
        elif text.isspace():  # a person who repairs a journal may leave a blank line
            continue
        try:
            yield Line(number, flaw, decode(text))
        except ValueError as error:
            yield Line(number, f"can't be read ({error})", None)


def x__examined__mutmut_25(lines: Sequence[bytes], before: int, end: _End | None) -> Iterator[Line]:
    """Lines that stand after line `before`, and what is wrong with them. end: how what stands before them
    ends; None in the format without checksums."""
    expected = None if end is None else _Expected(end[0] + 1, frozenset({end[1]}))
    for number, text in enumerate(lines, start=before + 1):
        flaw = ""
        if expected is not None:
            flaw, expected = expected.compare(text)
        elif text.isspace():  # a person who repairs a journal may leave a blank line
            break
        try:
            yield Line(number, flaw, decode(text))
        except ValueError as error:
            yield Line(number, f"can't be read ({error})", None)


def x__examined__mutmut_26(lines: Sequence[bytes], before: int, end: _End | None) -> Iterator[Line]:
    """Lines that stand after line `before`, and what is wrong with them. end: how what stands before them
    ends; None in the format without checksums."""
    expected = None if end is None else _Expected(end[0] + 1, frozenset({end[1]}))
    for number, text in enumerate(lines, start=before + 1):
        flaw = ""
        if expected is not None:
            flaw, expected = expected.compare(text)
        elif text.isspace():  # a person who repairs a journal may leave a blank line
            continue
        try:
            yield Line(None, flaw, decode(text))
        except ValueError as error:
            yield Line(number, f"can't be read ({error})", None)


def x__examined__mutmut_27(lines: Sequence[bytes], before: int, end: _End | None) -> Iterator[Line]:
    """Lines that stand after line `before`, and what is wrong with them. end: how what stands before them
    ends; None in the format without checksums."""
    expected = None if end is None else _Expected(end[0] + 1, frozenset({end[1]}))
    for number, text in enumerate(lines, start=before + 1):
        flaw = ""
        if expected is not None:
            flaw, expected = expected.compare(text)
        elif text.isspace():  # a person who repairs a journal may leave a blank line
            continue
        try:
            yield Line(number, None, decode(text))
        except ValueError as error:
            yield Line(number, f"can't be read ({error})", None)


def x__examined__mutmut_28(lines: Sequence[bytes], before: int, end: _End | None) -> Iterator[Line]:
    """Lines that stand after line `before`, and what is wrong with them. end: how what stands before them
    ends; None in the format without checksums."""
    expected = None if end is None else _Expected(end[0] + 1, frozenset({end[1]}))
    for number, text in enumerate(lines, start=before + 1):
        flaw = ""
        if expected is not None:
            flaw, expected = expected.compare(text)
        elif text.isspace():  # a person who repairs a journal may leave a blank line
            continue
        try:
            yield Line(number, flaw, None)
        except ValueError as error:
            yield Line(number, f"can't be read ({error})", None)


def x__examined__mutmut_29(lines: Sequence[bytes], before: int, end: _End | None) -> Iterator[Line]:
    """Lines that stand after line `before`, and what is wrong with them. end: how what stands before them
    ends; None in the format without checksums."""
    expected = None if end is None else _Expected(end[0] + 1, frozenset({end[1]}))
    for number, text in enumerate(lines, start=before + 1):
        flaw = ""
        if expected is not None:
            flaw, expected = expected.compare(text)
        elif text.isspace():  # a person who repairs a journal may leave a blank line
            continue
        try:
            yield Line(flaw, decode(text))
        except ValueError as error:
            yield Line(number, f"can't be read ({error})", None)


def x__examined__mutmut_30(lines: Sequence[bytes], before: int, end: _End | None) -> Iterator[Line]:
    """Lines that stand after line `before`, and what is wrong with them. end: how what stands before them
    ends; None in the format without checksums."""
    expected = None if end is None else _Expected(end[0] + 1, frozenset({end[1]}))
    for number, text in enumerate(lines, start=before + 1):
        flaw = ""
        if expected is not None:
            flaw, expected = expected.compare(text)
        elif text.isspace():  # a person who repairs a journal may leave a blank line
            continue
        try:
            yield Line(number, decode(text))
        except ValueError as error:
            yield Line(number, f"can't be read ({error})", None)


def x__examined__mutmut_31(lines: Sequence[bytes], before: int, end: _End | None) -> Iterator[Line]:
    """Lines that stand after line `before`, and what is wrong with them. end: how what stands before them
    ends; None in the format without checksums."""
    expected = None if end is None else _Expected(end[0] + 1, frozenset({end[1]}))
    for number, text in enumerate(lines, start=before + 1):
        flaw = ""
        if expected is not None:
            flaw, expected = expected.compare(text)
        elif text.isspace():  # a person who repairs a journal may leave a blank line
            continue
        try:
            yield Line(number, flaw, )
        except ValueError as error:
            yield Line(number, f"can't be read ({error})", None)


def x__examined__mutmut_32(lines: Sequence[bytes], before: int, end: _End | None) -> Iterator[Line]:
    """Lines that stand after line `before`, and what is wrong with them. end: how what stands before them
    ends; None in the format without checksums."""
    expected = None if end is None else _Expected(end[0] + 1, frozenset({end[1]}))
    for number, text in enumerate(lines, start=before + 1):
        flaw = ""
        if expected is not None:
            flaw, expected = expected.compare(text)
        elif text.isspace():  # a person who repairs a journal may leave a blank line
            continue
        try:
            yield Line(number, flaw, decode(None))
        except ValueError as error:
            yield Line(number, f"can't be read ({error})", None)


def x__examined__mutmut_33(lines: Sequence[bytes], before: int, end: _End | None) -> Iterator[Line]:
    """Lines that stand after line `before`, and what is wrong with them. end: how what stands before them
    ends; None in the format without checksums."""
    expected = None if end is None else _Expected(end[0] + 1, frozenset({end[1]}))
    for number, text in enumerate(lines, start=before + 1):
        flaw = ""
        if expected is not None:
            flaw, expected = expected.compare(text)
        elif text.isspace():  # a person who repairs a journal may leave a blank line
            continue
        try:
            yield Line(number, flaw, decode(text))
        except ValueError as error:
            yield Line(None, f"can't be read ({error})", None)


def x__examined__mutmut_34(lines: Sequence[bytes], before: int, end: _End | None) -> Iterator[Line]:
    """Lines that stand after line `before`, and what is wrong with them. end: how what stands before them
    ends; None in the format without checksums."""
    expected = None if end is None else _Expected(end[0] + 1, frozenset({end[1]}))
    for number, text in enumerate(lines, start=before + 1):
        flaw = ""
        if expected is not None:
            flaw, expected = expected.compare(text)
        elif text.isspace():  # a person who repairs a journal may leave a blank line
            continue
        try:
            yield Line(number, flaw, decode(text))
        except ValueError as error:
            yield Line(number, None, None)


def x__examined__mutmut_35(lines: Sequence[bytes], before: int, end: _End | None) -> Iterator[Line]:
    """Lines that stand after line `before`, and what is wrong with them. end: how what stands before them
    ends; None in the format without checksums."""
    expected = None if end is None else _Expected(end[0] + 1, frozenset({end[1]}))
    for number, text in enumerate(lines, start=before + 1):
        flaw = ""
        if expected is not None:
            flaw, expected = expected.compare(text)
        elif text.isspace():  # a person who repairs a journal may leave a blank line
            continue
        try:
            yield Line(number, flaw, decode(text))
        except ValueError as error:
            yield Line(f"can't be read ({error})", None)


def x__examined__mutmut_36(lines: Sequence[bytes], before: int, end: _End | None) -> Iterator[Line]:
    """Lines that stand after line `before`, and what is wrong with them. end: how what stands before them
    ends; None in the format without checksums."""
    expected = None if end is None else _Expected(end[0] + 1, frozenset({end[1]}))
    for number, text in enumerate(lines, start=before + 1):
        flaw = ""
        if expected is not None:
            flaw, expected = expected.compare(text)
        elif text.isspace():  # a person who repairs a journal may leave a blank line
            continue
        try:
            yield Line(number, flaw, decode(text))
        except ValueError as error:
            yield Line(number, None)


def x__examined__mutmut_37(lines: Sequence[bytes], before: int, end: _End | None) -> Iterator[Line]:
    """Lines that stand after line `before`, and what is wrong with them. end: how what stands before them
    ends; None in the format without checksums."""
    expected = None if end is None else _Expected(end[0] + 1, frozenset({end[1]}))
    for number, text in enumerate(lines, start=before + 1):
        flaw = ""
        if expected is not None:
            flaw, expected = expected.compare(text)
        elif text.isspace():  # a person who repairs a journal may leave a blank line
            continue
        try:
            yield Line(number, flaw, decode(text))
        except ValueError as error:
            yield Line(number, f"can't be read ({error})", )

mutants_x__examined__mutmut['_mutmut_orig'] = x__examined__mutmut_orig # type: ignore # mutmut generated
mutants_x__examined__mutmut['x__examined__mutmut_1'] = x__examined__mutmut_1 # type: ignore # mutmut generated
mutants_x__examined__mutmut['x__examined__mutmut_2'] = x__examined__mutmut_2 # type: ignore # mutmut generated
mutants_x__examined__mutmut['x__examined__mutmut_3'] = x__examined__mutmut_3 # type: ignore # mutmut generated
mutants_x__examined__mutmut['x__examined__mutmut_4'] = x__examined__mutmut_4 # type: ignore # mutmut generated
mutants_x__examined__mutmut['x__examined__mutmut_5'] = x__examined__mutmut_5 # type: ignore # mutmut generated
mutants_x__examined__mutmut['x__examined__mutmut_6'] = x__examined__mutmut_6 # type: ignore # mutmut generated
mutants_x__examined__mutmut['x__examined__mutmut_7'] = x__examined__mutmut_7 # type: ignore # mutmut generated
mutants_x__examined__mutmut['x__examined__mutmut_8'] = x__examined__mutmut_8 # type: ignore # mutmut generated
mutants_x__examined__mutmut['x__examined__mutmut_9'] = x__examined__mutmut_9 # type: ignore # mutmut generated
mutants_x__examined__mutmut['x__examined__mutmut_10'] = x__examined__mutmut_10 # type: ignore # mutmut generated
mutants_x__examined__mutmut['x__examined__mutmut_11'] = x__examined__mutmut_11 # type: ignore # mutmut generated
mutants_x__examined__mutmut['x__examined__mutmut_12'] = x__examined__mutmut_12 # type: ignore # mutmut generated
mutants_x__examined__mutmut['x__examined__mutmut_13'] = x__examined__mutmut_13 # type: ignore # mutmut generated
mutants_x__examined__mutmut['x__examined__mutmut_14'] = x__examined__mutmut_14 # type: ignore # mutmut generated
mutants_x__examined__mutmut['x__examined__mutmut_15'] = x__examined__mutmut_15 # type: ignore # mutmut generated
mutants_x__examined__mutmut['x__examined__mutmut_16'] = x__examined__mutmut_16 # type: ignore # mutmut generated
mutants_x__examined__mutmut['x__examined__mutmut_17'] = x__examined__mutmut_17 # type: ignore # mutmut generated
mutants_x__examined__mutmut['x__examined__mutmut_18'] = x__examined__mutmut_18 # type: ignore # mutmut generated
mutants_x__examined__mutmut['x__examined__mutmut_19'] = x__examined__mutmut_19 # type: ignore # mutmut generated
mutants_x__examined__mutmut['x__examined__mutmut_20'] = x__examined__mutmut_20 # type: ignore # mutmut generated
mutants_x__examined__mutmut['x__examined__mutmut_21'] = x__examined__mutmut_21 # type: ignore # mutmut generated
mutants_x__examined__mutmut['x__examined__mutmut_22'] = x__examined__mutmut_22 # type: ignore # mutmut generated
mutants_x__examined__mutmut['x__examined__mutmut_23'] = x__examined__mutmut_23 # type: ignore # mutmut generated
mutants_x__examined__mutmut['x__examined__mutmut_24'] = x__examined__mutmut_24 # type: ignore # mutmut generated
mutants_x__examined__mutmut['x__examined__mutmut_25'] = x__examined__mutmut_25 # type: ignore # mutmut generated
mutants_x__examined__mutmut['x__examined__mutmut_26'] = x__examined__mutmut_26 # type: ignore # mutmut generated
mutants_x__examined__mutmut['x__examined__mutmut_27'] = x__examined__mutmut_27 # type: ignore # mutmut generated
mutants_x__examined__mutmut['x__examined__mutmut_28'] = x__examined__mutmut_28 # type: ignore # mutmut generated
mutants_x__examined__mutmut['x__examined__mutmut_29'] = x__examined__mutmut_29 # type: ignore # mutmut generated
mutants_x__examined__mutmut['x__examined__mutmut_30'] = x__examined__mutmut_30 # type: ignore # mutmut generated
mutants_x__examined__mutmut['x__examined__mutmut_31'] = x__examined__mutmut_31 # type: ignore # mutmut generated
mutants_x__examined__mutmut['x__examined__mutmut_32'] = x__examined__mutmut_32 # type: ignore # mutmut generated
mutants_x__examined__mutmut['x__examined__mutmut_33'] = x__examined__mutmut_33 # type: ignore # mutmut generated
mutants_x__examined__mutmut['x__examined__mutmut_34'] = x__examined__mutmut_34 # type: ignore # mutmut generated
mutants_x__examined__mutmut['x__examined__mutmut_35'] = x__examined__mutmut_35 # type: ignore # mutmut generated
mutants_x__examined__mutmut['x__examined__mutmut_36'] = x__examined__mutmut_36 # type: ignore # mutmut generated
mutants_x__examined__mutmut['x__examined__mutmut_37'] = x__examined__mutmut_37 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut: MutantDict = {}  # type: ignore


class _Expected(NamedTuple):
    """What the next line should say: its number, and the CRC-32 of what stands before it. There are several
    where something was changed: by what is there, and by what was said of it; none if nothing is known."""

    line: int
    crcs: frozenset[int]

    @_mutmut_mutated(mutants_xǁ_Expectedǁcompare__mutmut)
    def compare(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_orig(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_1(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = None
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_2(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(None)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_3(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is not None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_4(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "XXisn't as it was writtenXX", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_5(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "ISN'T AS IT WAS WRITTEN", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_6(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(None, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_7(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, None)
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_8(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_9(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, )
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_10(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line - 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_11(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 2, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_12(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = None
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_13(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[2], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_14(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(None), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_15(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[3]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_16(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(None)
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_17(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[4])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_18(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = None
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_19(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(None, crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_20(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], None) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_21(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_22(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], ) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_23(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: +len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_24(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = None
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_25(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset(None)
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_26(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(None, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_27(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, None)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_28(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_29(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, )})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_30(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line or said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_31(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line == self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_32(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_33(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = None
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_34(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line <= self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_35(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(None, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_36(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, None)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_37(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_38(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, )
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_39(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after & self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_40(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(None, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_41(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, None)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_42(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_43(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, )
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_44(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line - 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_45(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 2, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_46(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line or (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_47(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line != self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_48(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found and not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_49(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said not in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_50(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_51(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "XXXX", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_52(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(None, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_53(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, None)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_54(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_55(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, )
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_56(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line - 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_57(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 2, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_58(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = None
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_59(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(None, crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_60(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), None) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_61(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_62(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), ) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_63(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE / (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_64(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "XXisn't as it was writtenXX", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_65(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "ISN'T AS IT WAS WRITTEN", _Expected(self.line + 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_66(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(None, after | computed)

    def xǁ_Expectedǁcompare__mutmut_67(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, None)

    def xǁ_Expectedǁcompare__mutmut_68(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(after | computed)

    def xǁ_Expectedǁcompare__mutmut_69(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, )

    def xǁ_Expectedǁcompare__mutmut_70(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line - 1, after | computed)

    def xǁ_Expectedǁcompare__mutmut_71(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 2, after | computed)

    def xǁ_Expectedǁcompare__mutmut_72(self, text: bytes) -> tuple[str, _Expected]:
        """What is wrong with a line, and what the one behind it should say."""
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            return "isn't as it was written", _Expected(self.line + 1, frozenset())
        signature, line, said = signed[1], int(signed[2]), int(signed[3])
        found = {crc32(text[: -len(signature)], crc) for crc in self.crcs}
        after = frozenset({crc32(signature, said)})
        if line != self.line and said not in found:
            flaw = f"isn't line {self.line} as it was written, but line {line}"
            if line < self.line:  # it was repeated, or stands too late
                return flaw, _Expected(self.line, after | self.crcs)
            return flaw, _Expected(line + 1, after)
        if line == self.line and (said in found or not found):
            return "", _Expected(line + 1, after)
        computed = {crc32(_SIGNATURE % (self.line, crc), crc) for crc in found}
        return "isn't as it was written", _Expected(self.line + 1, after & computed)

mutants_xǁ_Expectedǁcompare__mutmut['_mutmut_orig'] = _Expected.xǁ_Expectedǁcompare__mutmut_orig # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_1'] = _Expected.xǁ_Expectedǁcompare__mutmut_1 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_2'] = _Expected.xǁ_Expectedǁcompare__mutmut_2 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_3'] = _Expected.xǁ_Expectedǁcompare__mutmut_3 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_4'] = _Expected.xǁ_Expectedǁcompare__mutmut_4 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_5'] = _Expected.xǁ_Expectedǁcompare__mutmut_5 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_6'] = _Expected.xǁ_Expectedǁcompare__mutmut_6 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_7'] = _Expected.xǁ_Expectedǁcompare__mutmut_7 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_8'] = _Expected.xǁ_Expectedǁcompare__mutmut_8 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_9'] = _Expected.xǁ_Expectedǁcompare__mutmut_9 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_10'] = _Expected.xǁ_Expectedǁcompare__mutmut_10 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_11'] = _Expected.xǁ_Expectedǁcompare__mutmut_11 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_12'] = _Expected.xǁ_Expectedǁcompare__mutmut_12 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_13'] = _Expected.xǁ_Expectedǁcompare__mutmut_13 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_14'] = _Expected.xǁ_Expectedǁcompare__mutmut_14 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_15'] = _Expected.xǁ_Expectedǁcompare__mutmut_15 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_16'] = _Expected.xǁ_Expectedǁcompare__mutmut_16 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_17'] = _Expected.xǁ_Expectedǁcompare__mutmut_17 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_18'] = _Expected.xǁ_Expectedǁcompare__mutmut_18 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_19'] = _Expected.xǁ_Expectedǁcompare__mutmut_19 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_20'] = _Expected.xǁ_Expectedǁcompare__mutmut_20 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_21'] = _Expected.xǁ_Expectedǁcompare__mutmut_21 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_22'] = _Expected.xǁ_Expectedǁcompare__mutmut_22 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_23'] = _Expected.xǁ_Expectedǁcompare__mutmut_23 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_24'] = _Expected.xǁ_Expectedǁcompare__mutmut_24 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_25'] = _Expected.xǁ_Expectedǁcompare__mutmut_25 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_26'] = _Expected.xǁ_Expectedǁcompare__mutmut_26 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_27'] = _Expected.xǁ_Expectedǁcompare__mutmut_27 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_28'] = _Expected.xǁ_Expectedǁcompare__mutmut_28 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_29'] = _Expected.xǁ_Expectedǁcompare__mutmut_29 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_30'] = _Expected.xǁ_Expectedǁcompare__mutmut_30 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_31'] = _Expected.xǁ_Expectedǁcompare__mutmut_31 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_32'] = _Expected.xǁ_Expectedǁcompare__mutmut_32 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_33'] = _Expected.xǁ_Expectedǁcompare__mutmut_33 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_34'] = _Expected.xǁ_Expectedǁcompare__mutmut_34 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_35'] = _Expected.xǁ_Expectedǁcompare__mutmut_35 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_36'] = _Expected.xǁ_Expectedǁcompare__mutmut_36 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_37'] = _Expected.xǁ_Expectedǁcompare__mutmut_37 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_38'] = _Expected.xǁ_Expectedǁcompare__mutmut_38 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_39'] = _Expected.xǁ_Expectedǁcompare__mutmut_39 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_40'] = _Expected.xǁ_Expectedǁcompare__mutmut_40 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_41'] = _Expected.xǁ_Expectedǁcompare__mutmut_41 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_42'] = _Expected.xǁ_Expectedǁcompare__mutmut_42 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_43'] = _Expected.xǁ_Expectedǁcompare__mutmut_43 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_44'] = _Expected.xǁ_Expectedǁcompare__mutmut_44 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_45'] = _Expected.xǁ_Expectedǁcompare__mutmut_45 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_46'] = _Expected.xǁ_Expectedǁcompare__mutmut_46 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_47'] = _Expected.xǁ_Expectedǁcompare__mutmut_47 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_48'] = _Expected.xǁ_Expectedǁcompare__mutmut_48 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_49'] = _Expected.xǁ_Expectedǁcompare__mutmut_49 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_50'] = _Expected.xǁ_Expectedǁcompare__mutmut_50 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_51'] = _Expected.xǁ_Expectedǁcompare__mutmut_51 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_52'] = _Expected.xǁ_Expectedǁcompare__mutmut_52 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_53'] = _Expected.xǁ_Expectedǁcompare__mutmut_53 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_54'] = _Expected.xǁ_Expectedǁcompare__mutmut_54 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_55'] = _Expected.xǁ_Expectedǁcompare__mutmut_55 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_56'] = _Expected.xǁ_Expectedǁcompare__mutmut_56 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_57'] = _Expected.xǁ_Expectedǁcompare__mutmut_57 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_58'] = _Expected.xǁ_Expectedǁcompare__mutmut_58 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_59'] = _Expected.xǁ_Expectedǁcompare__mutmut_59 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_60'] = _Expected.xǁ_Expectedǁcompare__mutmut_60 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_61'] = _Expected.xǁ_Expectedǁcompare__mutmut_61 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_62'] = _Expected.xǁ_Expectedǁcompare__mutmut_62 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_63'] = _Expected.xǁ_Expectedǁcompare__mutmut_63 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_64'] = _Expected.xǁ_Expectedǁcompare__mutmut_64 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_65'] = _Expected.xǁ_Expectedǁcompare__mutmut_65 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_66'] = _Expected.xǁ_Expectedǁcompare__mutmut_66 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_67'] = _Expected.xǁ_Expectedǁcompare__mutmut_67 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_68'] = _Expected.xǁ_Expectedǁcompare__mutmut_68 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_69'] = _Expected.xǁ_Expectedǁcompare__mutmut_69 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_70'] = _Expected.xǁ_Expectedǁcompare__mutmut_70 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_71'] = _Expected.xǁ_Expectedǁcompare__mutmut_71 # type: ignore # mutmut generated
mutants_xǁ_Expectedǁcompare__mutmut['xǁ_Expectedǁcompare__mutmut_72'] = _Expected.xǁ_Expectedǁcompare__mutmut_72 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut: MutantDict = {}  # type: ignore


# ---- reading ---------------------------------------------------------------------------------------------


@_mutmut_mutated(mutants_x_read_journal__mutmut)
def read_journal(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_orig(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_1(path: Path, name: str = "XXXX") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_2(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = None
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_3(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 2
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_4(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(None) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_5(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(None):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_6(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = None
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_7(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(None)[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_8(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"XX\nXX")[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_9(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:+1]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_10(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-2]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_11(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_12(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = None
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_13(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(None, block, end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_14(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), None, end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_15(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, None)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_16(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(block, end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_17(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_18(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, )
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_19(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is not None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_20(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = None
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_21(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined(None, number, end)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_22(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], None, end)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_23(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, None)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_24(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined(number, end)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_25(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], end)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_26(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, )
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_27(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined([line - b"\n" for line in lines], number, end)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_28(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined([line + b"XX\nXX" for line in lines], number, end)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_29(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(None, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_30(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(path, None, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_31(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(path, name, None)
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_32(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_33(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(path, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_34(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(path, name, )
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_35(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(path, name, next(None))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_36(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = None
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_37(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number = 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_38(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number -= 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_39(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 2
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_40(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = None
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_41(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(None)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_42(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None or not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_43(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is not None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_44(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_45(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        break  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_46(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(None, name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_47(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, None, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_48(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, None) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_49(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(name, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_50(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, Line(number, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_51(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, ) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_52(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(None, f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_53(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, None, None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_54(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(f"can't be read ({error})", None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_55(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, None)) from None
                yield entry


# ---- reading ---------------------------------------------------------------------------------------------


def x_read_journal__mutmut_56(path: Path, name: str = "") -> Iterator[Entry]:
    """The entries in their order. A last line without its newline is left out: it may yet be completed.

    name: of the experiment, for hints; by default its folder's. Raises `JournalError` naming the line for
    anything that is not an entry or isn't as it was written, and for an unknown format.
    """
    number = 1
    with _opened(path) as (file, end):
        for block in _blocks(file):
            lines = block.split(b"\n")[:-1]
            if end is not None:
                after = _confirmed(len(lines), block, end)
                if after is None:
                    examined = _examined([line + b"\n" for line in lines], number, end)
                    raise _damaged(path, name, next(line for line in examined if line.flaw))
                end = after
            for line in lines:
                number += 1
                try:
                    entry = decode(line)
                except ValueError as error:
                    if end is None and not line.strip():
                        continue  # a person who repairs a journal may leave a blank line
                    raise _damaged(path, name, Line(number, f"can't be read ({error})", )) from None
                yield entry

mutants_x_read_journal__mutmut['_mutmut_orig'] = x_read_journal__mutmut_orig # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_1'] = x_read_journal__mutmut_1 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_2'] = x_read_journal__mutmut_2 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_3'] = x_read_journal__mutmut_3 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_4'] = x_read_journal__mutmut_4 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_5'] = x_read_journal__mutmut_5 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_6'] = x_read_journal__mutmut_6 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_7'] = x_read_journal__mutmut_7 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_8'] = x_read_journal__mutmut_8 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_9'] = x_read_journal__mutmut_9 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_10'] = x_read_journal__mutmut_10 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_11'] = x_read_journal__mutmut_11 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_12'] = x_read_journal__mutmut_12 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_13'] = x_read_journal__mutmut_13 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_14'] = x_read_journal__mutmut_14 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_15'] = x_read_journal__mutmut_15 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_16'] = x_read_journal__mutmut_16 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_17'] = x_read_journal__mutmut_17 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_18'] = x_read_journal__mutmut_18 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_19'] = x_read_journal__mutmut_19 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_20'] = x_read_journal__mutmut_20 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_21'] = x_read_journal__mutmut_21 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_22'] = x_read_journal__mutmut_22 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_23'] = x_read_journal__mutmut_23 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_24'] = x_read_journal__mutmut_24 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_25'] = x_read_journal__mutmut_25 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_26'] = x_read_journal__mutmut_26 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_27'] = x_read_journal__mutmut_27 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_28'] = x_read_journal__mutmut_28 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_29'] = x_read_journal__mutmut_29 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_30'] = x_read_journal__mutmut_30 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_31'] = x_read_journal__mutmut_31 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_32'] = x_read_journal__mutmut_32 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_33'] = x_read_journal__mutmut_33 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_34'] = x_read_journal__mutmut_34 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_35'] = x_read_journal__mutmut_35 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_36'] = x_read_journal__mutmut_36 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_37'] = x_read_journal__mutmut_37 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_38'] = x_read_journal__mutmut_38 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_39'] = x_read_journal__mutmut_39 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_40'] = x_read_journal__mutmut_40 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_41'] = x_read_journal__mutmut_41 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_42'] = x_read_journal__mutmut_42 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_43'] = x_read_journal__mutmut_43 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_44'] = x_read_journal__mutmut_44 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_45'] = x_read_journal__mutmut_45 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_46'] = x_read_journal__mutmut_46 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_47'] = x_read_journal__mutmut_47 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_48'] = x_read_journal__mutmut_48 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_49'] = x_read_journal__mutmut_49 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_50'] = x_read_journal__mutmut_50 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_51'] = x_read_journal__mutmut_51 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_52'] = x_read_journal__mutmut_52 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_53'] = x_read_journal__mutmut_53 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_54'] = x_read_journal__mutmut_54 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_55'] = x_read_journal__mutmut_55 # type: ignore # mutmut generated
mutants_x_read_journal__mutmut['x_read_journal__mutmut_56'] = x_read_journal__mutmut_56 # type: ignore # mutmut generated


@contextmanager
def _opened(path: Path) -> Iterator[tuple[BinaryIO, _End | None]]:
    """A journal behind its first line, and how that ends, which is None in the format without checksums. One
    whose first line isn't whole yet is empty."""
    try:
        with path.open("rb") as file:
            header = file.readline(LONGEST_HEADER)
            begins = header.endswith(b"\n") or len(header) == LONGEST_HEADER
            yield file, _begun(path, header) if begins else _BEGUN
    except FileNotFoundError:
        raise JournalError(f"There is no journal at {path}.") from None
    except OSError as error:
        raise JournalError(f"The journal {path} can't be read ({error.strerror}): mend that.") from error
mutants_x__begun__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__begun__mutmut)
def _begun(path: Path, header: bytes) -> _End | None:
    """How the first line of a journal ends; None in the format without checksums."""
    try:
        said = json.loads(header)
        version = said["tunewise_journal"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise JournalError(
            f"{path} is no journal of Tunewise: its first line doesn't say so; restore it."
        ) from None
    if version == UNSIGNED and len(said) == 1:
        return None
    if version not in (UNSIGNED, FORMAT):
        raise JournalError(
            f"{path} has format {version}, and this version of Tunewise reads formats {UNSIGNED} and "
            f"{FORMAT}: use the version that wrote it."
        )
    if header != _HEADER:
        raise JournalError(f"Line 1 of {path} isn't as it was written: put {_HEADER.decode().strip()} there.")
    return _BEGUN


def x__begun__mutmut_orig(path: Path, header: bytes) -> _End | None:
    """How the first line of a journal ends; None in the format without checksums."""
    try:
        said = json.loads(header)
        version = said["tunewise_journal"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise JournalError(
            f"{path} is no journal of Tunewise: its first line doesn't say so; restore it."
        ) from None
    if version == UNSIGNED and len(said) == 1:
        return None
    if version not in (UNSIGNED, FORMAT):
        raise JournalError(
            f"{path} has format {version}, and this version of Tunewise reads formats {UNSIGNED} and "
            f"{FORMAT}: use the version that wrote it."
        )
    if header != _HEADER:
        raise JournalError(f"Line 1 of {path} isn't as it was written: put {_HEADER.decode().strip()} there.")
    return _BEGUN


def x__begun__mutmut_1(path: Path, header: bytes) -> _End | None:
    """How the first line of a journal ends; None in the format without checksums."""
    try:
        said = None
        version = said["tunewise_journal"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise JournalError(
            f"{path} is no journal of Tunewise: its first line doesn't say so; restore it."
        ) from None
    if version == UNSIGNED and len(said) == 1:
        return None
    if version not in (UNSIGNED, FORMAT):
        raise JournalError(
            f"{path} has format {version}, and this version of Tunewise reads formats {UNSIGNED} and "
            f"{FORMAT}: use the version that wrote it."
        )
    if header != _HEADER:
        raise JournalError(f"Line 1 of {path} isn't as it was written: put {_HEADER.decode().strip()} there.")
    return _BEGUN


def x__begun__mutmut_2(path: Path, header: bytes) -> _End | None:
    """How the first line of a journal ends; None in the format without checksums."""
    try:
        said = json.loads(None)
        version = said["tunewise_journal"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise JournalError(
            f"{path} is no journal of Tunewise: its first line doesn't say so; restore it."
        ) from None
    if version == UNSIGNED and len(said) == 1:
        return None
    if version not in (UNSIGNED, FORMAT):
        raise JournalError(
            f"{path} has format {version}, and this version of Tunewise reads formats {UNSIGNED} and "
            f"{FORMAT}: use the version that wrote it."
        )
    if header != _HEADER:
        raise JournalError(f"Line 1 of {path} isn't as it was written: put {_HEADER.decode().strip()} there.")
    return _BEGUN


def x__begun__mutmut_3(path: Path, header: bytes) -> _End | None:
    """How the first line of a journal ends; None in the format without checksums."""
    try:
        said = json.loads(header)
        version = None
    except (ValueError, KeyError, TypeError, RecursionError):
        raise JournalError(
            f"{path} is no journal of Tunewise: its first line doesn't say so; restore it."
        ) from None
    if version == UNSIGNED and len(said) == 1:
        return None
    if version not in (UNSIGNED, FORMAT):
        raise JournalError(
            f"{path} has format {version}, and this version of Tunewise reads formats {UNSIGNED} and "
            f"{FORMAT}: use the version that wrote it."
        )
    if header != _HEADER:
        raise JournalError(f"Line 1 of {path} isn't as it was written: put {_HEADER.decode().strip()} there.")
    return _BEGUN


def x__begun__mutmut_4(path: Path, header: bytes) -> _End | None:
    """How the first line of a journal ends; None in the format without checksums."""
    try:
        said = json.loads(header)
        version = said["XXtunewise_journalXX"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise JournalError(
            f"{path} is no journal of Tunewise: its first line doesn't say so; restore it."
        ) from None
    if version == UNSIGNED and len(said) == 1:
        return None
    if version not in (UNSIGNED, FORMAT):
        raise JournalError(
            f"{path} has format {version}, and this version of Tunewise reads formats {UNSIGNED} and "
            f"{FORMAT}: use the version that wrote it."
        )
    if header != _HEADER:
        raise JournalError(f"Line 1 of {path} isn't as it was written: put {_HEADER.decode().strip()} there.")
    return _BEGUN


def x__begun__mutmut_5(path: Path, header: bytes) -> _End | None:
    """How the first line of a journal ends; None in the format without checksums."""
    try:
        said = json.loads(header)
        version = said["TUNEWISE_JOURNAL"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise JournalError(
            f"{path} is no journal of Tunewise: its first line doesn't say so; restore it."
        ) from None
    if version == UNSIGNED and len(said) == 1:
        return None
    if version not in (UNSIGNED, FORMAT):
        raise JournalError(
            f"{path} has format {version}, and this version of Tunewise reads formats {UNSIGNED} and "
            f"{FORMAT}: use the version that wrote it."
        )
    if header != _HEADER:
        raise JournalError(f"Line 1 of {path} isn't as it was written: put {_HEADER.decode().strip()} there.")
    return _BEGUN


def x__begun__mutmut_6(path: Path, header: bytes) -> _End | None:
    """How the first line of a journal ends; None in the format without checksums."""
    try:
        said = json.loads(header)
        version = said["tunewise_journal"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise JournalError(
            None
        ) from None
    if version == UNSIGNED and len(said) == 1:
        return None
    if version not in (UNSIGNED, FORMAT):
        raise JournalError(
            f"{path} has format {version}, and this version of Tunewise reads formats {UNSIGNED} and "
            f"{FORMAT}: use the version that wrote it."
        )
    if header != _HEADER:
        raise JournalError(f"Line 1 of {path} isn't as it was written: put {_HEADER.decode().strip()} there.")
    return _BEGUN


def x__begun__mutmut_7(path: Path, header: bytes) -> _End | None:
    """How the first line of a journal ends; None in the format without checksums."""
    try:
        said = json.loads(header)
        version = said["tunewise_journal"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise JournalError(
            f"{path} is no journal of Tunewise: its first line doesn't say so; restore it."
        ) from None
    if version == UNSIGNED or len(said) == 1:
        return None
    if version not in (UNSIGNED, FORMAT):
        raise JournalError(
            f"{path} has format {version}, and this version of Tunewise reads formats {UNSIGNED} and "
            f"{FORMAT}: use the version that wrote it."
        )
    if header != _HEADER:
        raise JournalError(f"Line 1 of {path} isn't as it was written: put {_HEADER.decode().strip()} there.")
    return _BEGUN


def x__begun__mutmut_8(path: Path, header: bytes) -> _End | None:
    """How the first line of a journal ends; None in the format without checksums."""
    try:
        said = json.loads(header)
        version = said["tunewise_journal"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise JournalError(
            f"{path} is no journal of Tunewise: its first line doesn't say so; restore it."
        ) from None
    if version != UNSIGNED and len(said) == 1:
        return None
    if version not in (UNSIGNED, FORMAT):
        raise JournalError(
            f"{path} has format {version}, and this version of Tunewise reads formats {UNSIGNED} and "
            f"{FORMAT}: use the version that wrote it."
        )
    if header != _HEADER:
        raise JournalError(f"Line 1 of {path} isn't as it was written: put {_HEADER.decode().strip()} there.")
    return _BEGUN


def x__begun__mutmut_9(path: Path, header: bytes) -> _End | None:
    """How the first line of a journal ends; None in the format without checksums."""
    try:
        said = json.loads(header)
        version = said["tunewise_journal"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise JournalError(
            f"{path} is no journal of Tunewise: its first line doesn't say so; restore it."
        ) from None
    if version == UNSIGNED and len(said) != 1:
        return None
    if version not in (UNSIGNED, FORMAT):
        raise JournalError(
            f"{path} has format {version}, and this version of Tunewise reads formats {UNSIGNED} and "
            f"{FORMAT}: use the version that wrote it."
        )
    if header != _HEADER:
        raise JournalError(f"Line 1 of {path} isn't as it was written: put {_HEADER.decode().strip()} there.")
    return _BEGUN


def x__begun__mutmut_10(path: Path, header: bytes) -> _End | None:
    """How the first line of a journal ends; None in the format without checksums."""
    try:
        said = json.loads(header)
        version = said["tunewise_journal"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise JournalError(
            f"{path} is no journal of Tunewise: its first line doesn't say so; restore it."
        ) from None
    if version == UNSIGNED and len(said) == 2:
        return None
    if version not in (UNSIGNED, FORMAT):
        raise JournalError(
            f"{path} has format {version}, and this version of Tunewise reads formats {UNSIGNED} and "
            f"{FORMAT}: use the version that wrote it."
        )
    if header != _HEADER:
        raise JournalError(f"Line 1 of {path} isn't as it was written: put {_HEADER.decode().strip()} there.")
    return _BEGUN


def x__begun__mutmut_11(path: Path, header: bytes) -> _End | None:
    """How the first line of a journal ends; None in the format without checksums."""
    try:
        said = json.loads(header)
        version = said["tunewise_journal"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise JournalError(
            f"{path} is no journal of Tunewise: its first line doesn't say so; restore it."
        ) from None
    if version == UNSIGNED and len(said) == 1:
        return None
    if version in (UNSIGNED, FORMAT):
        raise JournalError(
            f"{path} has format {version}, and this version of Tunewise reads formats {UNSIGNED} and "
            f"{FORMAT}: use the version that wrote it."
        )
    if header != _HEADER:
        raise JournalError(f"Line 1 of {path} isn't as it was written: put {_HEADER.decode().strip()} there.")
    return _BEGUN


def x__begun__mutmut_12(path: Path, header: bytes) -> _End | None:
    """How the first line of a journal ends; None in the format without checksums."""
    try:
        said = json.loads(header)
        version = said["tunewise_journal"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise JournalError(
            f"{path} is no journal of Tunewise: its first line doesn't say so; restore it."
        ) from None
    if version == UNSIGNED and len(said) == 1:
        return None
    if version not in (UNSIGNED, FORMAT):
        raise JournalError(
            None
        )
    if header != _HEADER:
        raise JournalError(f"Line 1 of {path} isn't as it was written: put {_HEADER.decode().strip()} there.")
    return _BEGUN


def x__begun__mutmut_13(path: Path, header: bytes) -> _End | None:
    """How the first line of a journal ends; None in the format without checksums."""
    try:
        said = json.loads(header)
        version = said["tunewise_journal"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise JournalError(
            f"{path} is no journal of Tunewise: its first line doesn't say so; restore it."
        ) from None
    if version == UNSIGNED and len(said) == 1:
        return None
    if version not in (UNSIGNED, FORMAT):
        raise JournalError(
            f"{path} has format {version}, and this version of Tunewise reads formats {UNSIGNED} and "
            f"{FORMAT}: use the version that wrote it."
        )
    if header == _HEADER:
        raise JournalError(f"Line 1 of {path} isn't as it was written: put {_HEADER.decode().strip()} there.")
    return _BEGUN


def x__begun__mutmut_14(path: Path, header: bytes) -> _End | None:
    """How the first line of a journal ends; None in the format without checksums."""
    try:
        said = json.loads(header)
        version = said["tunewise_journal"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise JournalError(
            f"{path} is no journal of Tunewise: its first line doesn't say so; restore it."
        ) from None
    if version == UNSIGNED and len(said) == 1:
        return None
    if version not in (UNSIGNED, FORMAT):
        raise JournalError(
            f"{path} has format {version}, and this version of Tunewise reads formats {UNSIGNED} and "
            f"{FORMAT}: use the version that wrote it."
        )
    if header != _HEADER:
        raise JournalError(None)
    return _BEGUN

mutants_x__begun__mutmut['_mutmut_orig'] = x__begun__mutmut_orig # type: ignore # mutmut generated
mutants_x__begun__mutmut['x__begun__mutmut_1'] = x__begun__mutmut_1 # type: ignore # mutmut generated
mutants_x__begun__mutmut['x__begun__mutmut_2'] = x__begun__mutmut_2 # type: ignore # mutmut generated
mutants_x__begun__mutmut['x__begun__mutmut_3'] = x__begun__mutmut_3 # type: ignore # mutmut generated
mutants_x__begun__mutmut['x__begun__mutmut_4'] = x__begun__mutmut_4 # type: ignore # mutmut generated
mutants_x__begun__mutmut['x__begun__mutmut_5'] = x__begun__mutmut_5 # type: ignore # mutmut generated
mutants_x__begun__mutmut['x__begun__mutmut_6'] = x__begun__mutmut_6 # type: ignore # mutmut generated
mutants_x__begun__mutmut['x__begun__mutmut_7'] = x__begun__mutmut_7 # type: ignore # mutmut generated
mutants_x__begun__mutmut['x__begun__mutmut_8'] = x__begun__mutmut_8 # type: ignore # mutmut generated
mutants_x__begun__mutmut['x__begun__mutmut_9'] = x__begun__mutmut_9 # type: ignore # mutmut generated
mutants_x__begun__mutmut['x__begun__mutmut_10'] = x__begun__mutmut_10 # type: ignore # mutmut generated
mutants_x__begun__mutmut['x__begun__mutmut_11'] = x__begun__mutmut_11 # type: ignore # mutmut generated
mutants_x__begun__mutmut['x__begun__mutmut_12'] = x__begun__mutmut_12 # type: ignore # mutmut generated
mutants_x__begun__mutmut['x__begun__mutmut_13'] = x__begun__mutmut_13 # type: ignore # mutmut generated
mutants_x__begun__mutmut['x__begun__mutmut_14'] = x__begun__mutmut_14 # type: ignore # mutmut generated
mutants_x__blocks__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__blocks__mutmut)
def _blocks(file: BinaryIO) -> Iterator[bytes]:
    """What is left of a file, some whole lines at a time."""
    rest = b""
    while read := file.read(BLOCK):
        whole, newline, rest_of_read = read.rpartition(b"\n")
        if newline:
            yield rest + whole + newline
            rest = rest_of_read
        else:
            rest += read


def x__blocks__mutmut_orig(file: BinaryIO) -> Iterator[bytes]:
    """What is left of a file, some whole lines at a time."""
    rest = b""
    while read := file.read(BLOCK):
        whole, newline, rest_of_read = read.rpartition(b"\n")
        if newline:
            yield rest + whole + newline
            rest = rest_of_read
        else:
            rest += read


def x__blocks__mutmut_1(file: BinaryIO) -> Iterator[bytes]:
    """What is left of a file, some whole lines at a time."""
    rest = None
    while read := file.read(BLOCK):
        whole, newline, rest_of_read = read.rpartition(b"\n")
        if newline:
            yield rest + whole + newline
            rest = rest_of_read
        else:
            rest += read


def x__blocks__mutmut_2(file: BinaryIO) -> Iterator[bytes]:
    """What is left of a file, some whole lines at a time."""
    rest = b"XXXX"
    while read := file.read(BLOCK):
        whole, newline, rest_of_read = read.rpartition(b"\n")
        if newline:
            yield rest + whole + newline
            rest = rest_of_read
        else:
            rest += read


def x__blocks__mutmut_3(file: BinaryIO) -> Iterator[bytes]:
    """What is left of a file, some whole lines at a time."""
    rest = b""
    while read := file.read(None):
        whole, newline, rest_of_read = read.rpartition(b"\n")
        if newline:
            yield rest + whole + newline
            rest = rest_of_read
        else:
            rest += read


def x__blocks__mutmut_4(file: BinaryIO) -> Iterator[bytes]:
    """What is left of a file, some whole lines at a time."""
    rest = b""
    while read := file.read(BLOCK):
        whole, newline, rest_of_read = None
        if newline:
            yield rest + whole + newline
            rest = rest_of_read
        else:
            rest += read


def x__blocks__mutmut_5(file: BinaryIO) -> Iterator[bytes]:
    """What is left of a file, some whole lines at a time."""
    rest = b""
    while read := file.read(BLOCK):
        whole, newline, rest_of_read = read.rpartition(None)
        if newline:
            yield rest + whole + newline
            rest = rest_of_read
        else:
            rest += read


def x__blocks__mutmut_6(file: BinaryIO) -> Iterator[bytes]:
    """What is left of a file, some whole lines at a time."""
    rest = b""
    while read := file.read(BLOCK):
        whole, newline, rest_of_read = read.partition(b"\n")
        if newline:
            yield rest + whole + newline
            rest = rest_of_read
        else:
            rest += read


def x__blocks__mutmut_7(file: BinaryIO) -> Iterator[bytes]:
    """What is left of a file, some whole lines at a time."""
    rest = b""
    while read := file.read(BLOCK):
        whole, newline, rest_of_read = read.rpartition(b"XX\nXX")
        if newline:
            yield rest + whole + newline
            rest = rest_of_read
        else:
            rest += read


def x__blocks__mutmut_8(file: BinaryIO) -> Iterator[bytes]:
    """What is left of a file, some whole lines at a time."""
    rest = b""
    while read := file.read(BLOCK):
        whole, newline, rest_of_read = read.rpartition(b"\n")
        if newline:
            yield rest + whole - newline
            rest = rest_of_read
        else:
            rest += read


def x__blocks__mutmut_9(file: BinaryIO) -> Iterator[bytes]:
    """What is left of a file, some whole lines at a time."""
    rest = b""
    while read := file.read(BLOCK):
        whole, newline, rest_of_read = read.rpartition(b"\n")
        if newline:
            yield rest - whole + newline
            rest = rest_of_read
        else:
            rest += read


def x__blocks__mutmut_10(file: BinaryIO) -> Iterator[bytes]:
    """What is left of a file, some whole lines at a time."""
    rest = b""
    while read := file.read(BLOCK):
        whole, newline, rest_of_read = read.rpartition(b"\n")
        if newline:
            yield rest + whole + newline
            rest = None
        else:
            rest += read


def x__blocks__mutmut_11(file: BinaryIO) -> Iterator[bytes]:
    """What is left of a file, some whole lines at a time."""
    rest = b""
    while read := file.read(BLOCK):
        whole, newline, rest_of_read = read.rpartition(b"\n")
        if newline:
            yield rest + whole + newline
            rest = rest_of_read
        else:
            rest = read


def x__blocks__mutmut_12(file: BinaryIO) -> Iterator[bytes]:
    """What is left of a file, some whole lines at a time."""
    rest = b""
    while read := file.read(BLOCK):
        whole, newline, rest_of_read = read.rpartition(b"\n")
        if newline:
            yield rest + whole + newline
            rest = rest_of_read
        else:
            rest -= read

mutants_x__blocks__mutmut['_mutmut_orig'] = x__blocks__mutmut_orig # type: ignore # mutmut generated
mutants_x__blocks__mutmut['x__blocks__mutmut_1'] = x__blocks__mutmut_1 # type: ignore # mutmut generated
mutants_x__blocks__mutmut['x__blocks__mutmut_2'] = x__blocks__mutmut_2 # type: ignore # mutmut generated
mutants_x__blocks__mutmut['x__blocks__mutmut_3'] = x__blocks__mutmut_3 # type: ignore # mutmut generated
mutants_x__blocks__mutmut['x__blocks__mutmut_4'] = x__blocks__mutmut_4 # type: ignore # mutmut generated
mutants_x__blocks__mutmut['x__blocks__mutmut_5'] = x__blocks__mutmut_5 # type: ignore # mutmut generated
mutants_x__blocks__mutmut['x__blocks__mutmut_6'] = x__blocks__mutmut_6 # type: ignore # mutmut generated
mutants_x__blocks__mutmut['x__blocks__mutmut_7'] = x__blocks__mutmut_7 # type: ignore # mutmut generated
mutants_x__blocks__mutmut['x__blocks__mutmut_8'] = x__blocks__mutmut_8 # type: ignore # mutmut generated
mutants_x__blocks__mutmut['x__blocks__mutmut_9'] = x__blocks__mutmut_9 # type: ignore # mutmut generated
mutants_x__blocks__mutmut['x__blocks__mutmut_10'] = x__blocks__mutmut_10 # type: ignore # mutmut generated
mutants_x__blocks__mutmut['x__blocks__mutmut_11'] = x__blocks__mutmut_11 # type: ignore # mutmut generated
mutants_x__blocks__mutmut['x__blocks__mutmut_12'] = x__blocks__mutmut_12 # type: ignore # mutmut generated
mutants_x__damaged__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__damaged__mutmut)
def _damaged(path: Path, name: str, line: Line) -> JournalError:
    return JournalError(
        f"Line {line.number} of {path} {line.flaw}: restore it; `tunewise check {name or path.parent.name}` "
        "says what is wrong, what can be kept, and how to keep an edit."
    )


def x__damaged__mutmut_orig(path: Path, name: str, line: Line) -> JournalError:
    return JournalError(
        f"Line {line.number} of {path} {line.flaw}: restore it; `tunewise check {name or path.parent.name}` "
        "says what is wrong, what can be kept, and how to keep an edit."
    )


def x__damaged__mutmut_1(path: Path, name: str, line: Line) -> JournalError:
    return JournalError(
        None
    )


def x__damaged__mutmut_2(path: Path, name: str, line: Line) -> JournalError:
    return JournalError(
        f"Line {line.number} of {path} {line.flaw}: restore it; `tunewise check {name and path.parent.name}` "
        "says what is wrong, what can be kept, and how to keep an edit."
    )


def x__damaged__mutmut_3(path: Path, name: str, line: Line) -> JournalError:
    return JournalError(
        f"Line {line.number} of {path} {line.flaw}: restore it; `tunewise check {name or path.parent.name}` "
        "XXsays what is wrong, what can be kept, and how to keep an edit.XX"
    )


def x__damaged__mutmut_4(path: Path, name: str, line: Line) -> JournalError:
    return JournalError(
        f"Line {line.number} of {path} {line.flaw}: restore it; `tunewise check {name or path.parent.name}` "
        "SAYS WHAT IS WRONG, WHAT CAN BE KEPT, AND HOW TO KEEP AN EDIT."
    )

mutants_x__damaged__mutmut['_mutmut_orig'] = x__damaged__mutmut_orig # type: ignore # mutmut generated
mutants_x__damaged__mutmut['x__damaged__mutmut_1'] = x__damaged__mutmut_1 # type: ignore # mutmut generated
mutants_x__damaged__mutmut['x__damaged__mutmut_2'] = x__damaged__mutmut_2 # type: ignore # mutmut generated
mutants_x__damaged__mutmut['x__damaged__mutmut_3'] = x__damaged__mutmut_3 # type: ignore # mutmut generated
mutants_x__damaged__mutmut['x__damaged__mutmut_4'] = x__damaged__mutmut_4 # type: ignore # mutmut generated


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
mutants_x_write_journal__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_write_journal__mutmut)
def write_journal(path: Path, entries: Iterable[Entry]) -> None:
    """Writes a journal whole, in place of the one that was there."""
    lines, _ = _signed(map(encode, entries), _BEGUN)
    with replacing(path, durable=True) as draft:
        draft.write_bytes(_HEADER + lines)


def x_write_journal__mutmut_orig(path: Path, entries: Iterable[Entry]) -> None:
    """Writes a journal whole, in place of the one that was there."""
    lines, _ = _signed(map(encode, entries), _BEGUN)
    with replacing(path, durable=True) as draft:
        draft.write_bytes(_HEADER + lines)


def x_write_journal__mutmut_1(path: Path, entries: Iterable[Entry]) -> None:
    """Writes a journal whole, in place of the one that was there."""
    lines, _ = None
    with replacing(path, durable=True) as draft:
        draft.write_bytes(_HEADER + lines)


def x_write_journal__mutmut_2(path: Path, entries: Iterable[Entry]) -> None:
    """Writes a journal whole, in place of the one that was there."""
    lines, _ = _signed(None, _BEGUN)
    with replacing(path, durable=True) as draft:
        draft.write_bytes(_HEADER + lines)


def x_write_journal__mutmut_3(path: Path, entries: Iterable[Entry]) -> None:
    """Writes a journal whole, in place of the one that was there."""
    lines, _ = _signed(map(encode, entries), None)
    with replacing(path, durable=True) as draft:
        draft.write_bytes(_HEADER + lines)


def x_write_journal__mutmut_4(path: Path, entries: Iterable[Entry]) -> None:
    """Writes a journal whole, in place of the one that was there."""
    lines, _ = _signed(_BEGUN)
    with replacing(path, durable=True) as draft:
        draft.write_bytes(_HEADER + lines)


def x_write_journal__mutmut_5(path: Path, entries: Iterable[Entry]) -> None:
    """Writes a journal whole, in place of the one that was there."""
    lines, _ = _signed(map(encode, entries), )
    with replacing(path, durable=True) as draft:
        draft.write_bytes(_HEADER + lines)


def x_write_journal__mutmut_6(path: Path, entries: Iterable[Entry]) -> None:
    """Writes a journal whole, in place of the one that was there."""
    lines, _ = _signed(map(None, entries), _BEGUN)
    with replacing(path, durable=True) as draft:
        draft.write_bytes(_HEADER + lines)


def x_write_journal__mutmut_7(path: Path, entries: Iterable[Entry]) -> None:
    """Writes a journal whole, in place of the one that was there."""
    lines, _ = _signed(map(encode, None), _BEGUN)
    with replacing(path, durable=True) as draft:
        draft.write_bytes(_HEADER + lines)


def x_write_journal__mutmut_8(path: Path, entries: Iterable[Entry]) -> None:
    """Writes a journal whole, in place of the one that was there."""
    lines, _ = _signed(map(entries), _BEGUN)
    with replacing(path, durable=True) as draft:
        draft.write_bytes(_HEADER + lines)


def x_write_journal__mutmut_9(path: Path, entries: Iterable[Entry]) -> None:
    """Writes a journal whole, in place of the one that was there."""
    lines, _ = _signed(map(encode, ), _BEGUN)
    with replacing(path, durable=True) as draft:
        draft.write_bytes(_HEADER + lines)


def x_write_journal__mutmut_10(path: Path, entries: Iterable[Entry]) -> None:
    """Writes a journal whole, in place of the one that was there."""
    lines, _ = _signed(map(encode, entries), _BEGUN)
    with replacing(None, durable=True) as draft:
        draft.write_bytes(_HEADER + lines)


def x_write_journal__mutmut_11(path: Path, entries: Iterable[Entry]) -> None:
    """Writes a journal whole, in place of the one that was there."""
    lines, _ = _signed(map(encode, entries), _BEGUN)
    with replacing(path, durable=None) as draft:
        draft.write_bytes(_HEADER + lines)


def x_write_journal__mutmut_12(path: Path, entries: Iterable[Entry]) -> None:
    """Writes a journal whole, in place of the one that was there."""
    lines, _ = _signed(map(encode, entries), _BEGUN)
    with replacing(durable=True) as draft:
        draft.write_bytes(_HEADER + lines)


def x_write_journal__mutmut_13(path: Path, entries: Iterable[Entry]) -> None:
    """Writes a journal whole, in place of the one that was there."""
    lines, _ = _signed(map(encode, entries), _BEGUN)
    with replacing(path, ) as draft:
        draft.write_bytes(_HEADER + lines)


def x_write_journal__mutmut_14(path: Path, entries: Iterable[Entry]) -> None:
    """Writes a journal whole, in place of the one that was there."""
    lines, _ = _signed(map(encode, entries), _BEGUN)
    with replacing(path, durable=False) as draft:
        draft.write_bytes(_HEADER + lines)


def x_write_journal__mutmut_15(path: Path, entries: Iterable[Entry]) -> None:
    """Writes a journal whole, in place of the one that was there."""
    lines, _ = _signed(map(encode, entries), _BEGUN)
    with replacing(path, durable=True) as draft:
        draft.write_bytes(None)


def x_write_journal__mutmut_16(path: Path, entries: Iterable[Entry]) -> None:
    """Writes a journal whole, in place of the one that was there."""
    lines, _ = _signed(map(encode, entries), _BEGUN)
    with replacing(path, durable=True) as draft:
        draft.write_bytes(_HEADER - lines)

mutants_x_write_journal__mutmut['_mutmut_orig'] = x_write_journal__mutmut_orig # type: ignore # mutmut generated
mutants_x_write_journal__mutmut['x_write_journal__mutmut_1'] = x_write_journal__mutmut_1 # type: ignore # mutmut generated
mutants_x_write_journal__mutmut['x_write_journal__mutmut_2'] = x_write_journal__mutmut_2 # type: ignore # mutmut generated
mutants_x_write_journal__mutmut['x_write_journal__mutmut_3'] = x_write_journal__mutmut_3 # type: ignore # mutmut generated
mutants_x_write_journal__mutmut['x_write_journal__mutmut_4'] = x_write_journal__mutmut_4 # type: ignore # mutmut generated
mutants_x_write_journal__mutmut['x_write_journal__mutmut_5'] = x_write_journal__mutmut_5 # type: ignore # mutmut generated
mutants_x_write_journal__mutmut['x_write_journal__mutmut_6'] = x_write_journal__mutmut_6 # type: ignore # mutmut generated
mutants_x_write_journal__mutmut['x_write_journal__mutmut_7'] = x_write_journal__mutmut_7 # type: ignore # mutmut generated
mutants_x_write_journal__mutmut['x_write_journal__mutmut_8'] = x_write_journal__mutmut_8 # type: ignore # mutmut generated
mutants_x_write_journal__mutmut['x_write_journal__mutmut_9'] = x_write_journal__mutmut_9 # type: ignore # mutmut generated
mutants_x_write_journal__mutmut['x_write_journal__mutmut_10'] = x_write_journal__mutmut_10 # type: ignore # mutmut generated
mutants_x_write_journal__mutmut['x_write_journal__mutmut_11'] = x_write_journal__mutmut_11 # type: ignore # mutmut generated
mutants_x_write_journal__mutmut['x_write_journal__mutmut_12'] = x_write_journal__mutmut_12 # type: ignore # mutmut generated
mutants_x_write_journal__mutmut['x_write_journal__mutmut_13'] = x_write_journal__mutmut_13 # type: ignore # mutmut generated
mutants_x_write_journal__mutmut['x_write_journal__mutmut_14'] = x_write_journal__mutmut_14 # type: ignore # mutmut generated
mutants_x_write_journal__mutmut['x_write_journal__mutmut_15'] = x_write_journal__mutmut_15 # type: ignore # mutmut generated
mutants_x_write_journal__mutmut['x_write_journal__mutmut_16'] = x_write_journal__mutmut_16 # type: ignore # mutmut generated
mutants_x__lock__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__lock__mutmut)
def _lock(path: Path, name: str) -> int:
    try:
        return lock(path, LOCK_PATIENCE)
    except BlockingIOError:
        raise JournalBusyError(
            f"Another tuner is at work on {name!r}: wait for it, or stop it with `tunewise stop {name}`."
        ) from None


def x__lock__mutmut_orig(path: Path, name: str) -> int:
    try:
        return lock(path, LOCK_PATIENCE)
    except BlockingIOError:
        raise JournalBusyError(
            f"Another tuner is at work on {name!r}: wait for it, or stop it with `tunewise stop {name}`."
        ) from None


def x__lock__mutmut_1(path: Path, name: str) -> int:
    try:
        return lock(None, LOCK_PATIENCE)
    except BlockingIOError:
        raise JournalBusyError(
            f"Another tuner is at work on {name!r}: wait for it, or stop it with `tunewise stop {name}`."
        ) from None


def x__lock__mutmut_2(path: Path, name: str) -> int:
    try:
        return lock(path, None)
    except BlockingIOError:
        raise JournalBusyError(
            f"Another tuner is at work on {name!r}: wait for it, or stop it with `tunewise stop {name}`."
        ) from None


def x__lock__mutmut_3(path: Path, name: str) -> int:
    try:
        return lock(LOCK_PATIENCE)
    except BlockingIOError:
        raise JournalBusyError(
            f"Another tuner is at work on {name!r}: wait for it, or stop it with `tunewise stop {name}`."
        ) from None


def x__lock__mutmut_4(path: Path, name: str) -> int:
    try:
        return lock(path, )
    except BlockingIOError:
        raise JournalBusyError(
            f"Another tuner is at work on {name!r}: wait for it, or stop it with `tunewise stop {name}`."
        ) from None


def x__lock__mutmut_5(path: Path, name: str) -> int:
    try:
        return lock(path, LOCK_PATIENCE)
    except BlockingIOError:
        raise JournalBusyError(
            None
        ) from None

mutants_x__lock__mutmut['_mutmut_orig'] = x__lock__mutmut_orig # type: ignore # mutmut generated
mutants_x__lock__mutmut['x__lock__mutmut_1'] = x__lock__mutmut_1 # type: ignore # mutmut generated
mutants_x__lock__mutmut['x__lock__mutmut_2'] = x__lock__mutmut_2 # type: ignore # mutmut generated
mutants_x__lock__mutmut['x__lock__mutmut_3'] = x__lock__mutmut_3 # type: ignore # mutmut generated
mutants_x__lock__mutmut['x__lock__mutmut_4'] = x__lock__mutmut_4 # type: ignore # mutmut generated
mutants_x__lock__mutmut['x__lock__mutmut_5'] = x__lock__mutmut_5 # type: ignore # mutmut generated
mutants_xǁJournalǁ__init____mutmut: MutantDict = {}  # type: ignore
mutants_xǁJournalǁappend__mutmut: MutantDict = {}  # type: ignore
mutants_xǁJournalǁsync__mutmut: MutantDict = {}  # type: ignore
mutants_xǁJournalǁclose__mutmut: MutantDict = {}  # type: ignore
mutants_xǁJournalǁ_recover__mutmut: MutantDict = {}  # type: ignore
mutants_xǁJournalǁ_after_newline__mutmut: MutantDict = {}  # type: ignore
mutants_xǁJournalǁ_begin__mutmut: MutantDict = {}  # type: ignore
mutants_xǁJournalǁ_last_line__mutmut: MutantDict = {}  # type: ignore
mutants_xǁJournalǁ_write__mutmut: MutantDict = {}  # type: ignore
mutants_xǁJournalǁ_unwritable__mutmut: MutantDict = {}  # type: ignore


class Journal:
    """The single writer of a journal. Opening it takes a lock, and cuts off a torn last line.

    name: of the experiment, for hints; by default its folder's. Raises `JournalBusyError` if another process
    has it open for writing, and `JournalError` if it can't be written or doesn't end as it was written.
    """

    @_mutmut_mutated(mutants_xǁJournalǁ__init____mutmut)
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

    def xǁJournalǁ__init____mutmut_orig(self, path: Path, name: str = "") -> None:
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

    def xǁJournalǁ__init____mutmut_1(self, path: Path, name: str = "XXXX") -> None:
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

    def xǁJournalǁ__init____mutmut_2(self, path: Path, name: str = "") -> None:
        self._path = None
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

    def xǁJournalǁ__init____mutmut_3(self, path: Path, name: str = "") -> None:
        self._path = path
        self._name = None
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

    def xǁJournalǁ__init____mutmut_4(self, path: Path, name: str = "") -> None:
        self._path = path
        self._name = name and path.parent.name
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

    def xǁJournalǁ__init____mutmut_5(self, path: Path, name: str = "") -> None:
        self._path = path
        self._name = name or path.parent.name
        try:
            self._file = None
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

    def xǁJournalǁ__init____mutmut_6(self, path: Path, name: str = "") -> None:
        self._path = path
        self._name = name or path.parent.name
        try:
            self._file = _lock(None, self._name)
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

    def xǁJournalǁ__init____mutmut_7(self, path: Path, name: str = "") -> None:
        self._path = path
        self._name = name or path.parent.name
        try:
            self._file = _lock(path, None)
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

    def xǁJournalǁ__init____mutmut_8(self, path: Path, name: str = "") -> None:
        self._path = path
        self._name = name or path.parent.name
        try:
            self._file = _lock(self._name)
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

    def xǁJournalǁ__init____mutmut_9(self, path: Path, name: str = "") -> None:
        self._path = path
        self._name = name or path.parent.name
        try:
            self._file = _lock(path, )
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

    def xǁJournalǁ__init____mutmut_10(self, path: Path, name: str = "") -> None:
        self._path = path
        self._name = name or path.parent.name
        try:
            self._file = _lock(path, self._name)
        except OSError as error:
            raise self._unwritable(None) from error
        try:
            self._size = self._recover()
            self._end = self._last_line() if self._size else self._begin()
        except OSError as error:
            os.close(self._file)
            raise self._unwritable(error) from error
        except BaseException:
            os.close(self._file)
            raise

    def xǁJournalǁ__init____mutmut_11(self, path: Path, name: str = "") -> None:
        self._path = path
        self._name = name or path.parent.name
        try:
            self._file = _lock(path, self._name)
        except OSError as error:
            raise self._unwritable(error) from error
        try:
            self._size = None
            self._end = self._last_line() if self._size else self._begin()
        except OSError as error:
            os.close(self._file)
            raise self._unwritable(error) from error
        except BaseException:
            os.close(self._file)
            raise

    def xǁJournalǁ__init____mutmut_12(self, path: Path, name: str = "") -> None:
        self._path = path
        self._name = name or path.parent.name
        try:
            self._file = _lock(path, self._name)
        except OSError as error:
            raise self._unwritable(error) from error
        try:
            self._size = self._recover()
            self._end = None
        except OSError as error:
            os.close(self._file)
            raise self._unwritable(error) from error
        except BaseException:
            os.close(self._file)
            raise

    def xǁJournalǁ__init____mutmut_13(self, path: Path, name: str = "") -> None:
        self._path = path
        self._name = name or path.parent.name
        try:
            self._file = _lock(path, self._name)
        except OSError as error:
            raise self._unwritable(error) from error
        try:
            self._size = self._recover()
            self._end = self._last_line() if (self._size) and False else self._begin()
        except OSError as error:
            os.close(self._file)
            raise self._unwritable(error) from error
        except BaseException:
            os.close(self._file)
            raise

    def xǁJournalǁ__init____mutmut_14(self, path: Path, name: str = "") -> None:
        self._path = path
        self._name = name or path.parent.name
        try:
            self._file = _lock(path, self._name)
        except OSError as error:
            raise self._unwritable(error) from error
        try:
            self._size = self._recover()
            self._end = self._last_line() if (self._size) or True else self._begin()
        except OSError as error:
            os.close(self._file)
            raise self._unwritable(error) from error
        except BaseException:
            os.close(self._file)
            raise

    def xǁJournalǁ__init____mutmut_15(self, path: Path, name: str = "") -> None:
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
            os.close(None)
            raise self._unwritable(error) from error
        except BaseException:
            os.close(self._file)
            raise

    def xǁJournalǁ__init____mutmut_16(self, path: Path, name: str = "") -> None:
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
            raise self._unwritable(None) from error
        except BaseException:
            os.close(self._file)
            raise

    def xǁJournalǁ__init____mutmut_17(self, path: Path, name: str = "") -> None:
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
            os.close(None)
            raise

    @_mutmut_mutated(mutants_xǁJournalǁappend__mutmut)
    def append(self, entries: Iterable[Entry]) -> None:
        """Hands the entries to the operating system: from here on the end of this process can't lose them."""
        end = self._end
        if end is None:
            lines = b"".join([encode(entry) + b"\n" for entry in entries])
        else:
            lines, end = _signed([encode(entry) for entry in entries], end)
        if lines:
            self._write(lines)
            self._end = end

    def xǁJournalǁappend__mutmut_orig(self, entries: Iterable[Entry]) -> None:
        """Hands the entries to the operating system: from here on the end of this process can't lose them."""
        end = self._end
        if end is None:
            lines = b"".join([encode(entry) + b"\n" for entry in entries])
        else:
            lines, end = _signed([encode(entry) for entry in entries], end)
        if lines:
            self._write(lines)
            self._end = end

    def xǁJournalǁappend__mutmut_1(self, entries: Iterable[Entry]) -> None:
        """Hands the entries to the operating system: from here on the end of this process can't lose them."""
        end = None
        if end is None:
            lines = b"".join([encode(entry) + b"\n" for entry in entries])
        else:
            lines, end = _signed([encode(entry) for entry in entries], end)
        if lines:
            self._write(lines)
            self._end = end

    def xǁJournalǁappend__mutmut_2(self, entries: Iterable[Entry]) -> None:
        """Hands the entries to the operating system: from here on the end of this process can't lose them."""
        end = self._end
        if end is not None:
            lines = b"".join([encode(entry) + b"\n" for entry in entries])
        else:
            lines, end = _signed([encode(entry) for entry in entries], end)
        if lines:
            self._write(lines)
            self._end = end

    def xǁJournalǁappend__mutmut_3(self, entries: Iterable[Entry]) -> None:
        """Hands the entries to the operating system: from here on the end of this process can't lose them."""
        end = self._end
        if end is None:
            lines = None
        else:
            lines, end = _signed([encode(entry) for entry in entries], end)
        if lines:
            self._write(lines)
            self._end = end

    def xǁJournalǁappend__mutmut_4(self, entries: Iterable[Entry]) -> None:
        """Hands the entries to the operating system: from here on the end of this process can't lose them."""
        end = self._end
        if end is None:
            lines = b"".join(None)
        else:
            lines, end = _signed([encode(entry) for entry in entries], end)
        if lines:
            self._write(lines)
            self._end = end

    def xǁJournalǁappend__mutmut_5(self, entries: Iterable[Entry]) -> None:
        """Hands the entries to the operating system: from here on the end of this process can't lose them."""
        end = self._end
        if end is None:
            lines = b"XXXX".join([encode(entry) + b"\n" for entry in entries])
        else:
            lines, end = _signed([encode(entry) for entry in entries], end)
        if lines:
            self._write(lines)
            self._end = end

    def xǁJournalǁappend__mutmut_6(self, entries: Iterable[Entry]) -> None:
        """Hands the entries to the operating system: from here on the end of this process can't lose them."""
        end = self._end
        if end is None:
            lines = b"".join([encode(entry) - b"\n" for entry in entries])
        else:
            lines, end = _signed([encode(entry) for entry in entries], end)
        if lines:
            self._write(lines)
            self._end = end

    def xǁJournalǁappend__mutmut_7(self, entries: Iterable[Entry]) -> None:
        """Hands the entries to the operating system: from here on the end of this process can't lose them."""
        end = self._end
        if end is None:
            lines = b"".join([encode(None) + b"\n" for entry in entries])
        else:
            lines, end = _signed([encode(entry) for entry in entries], end)
        if lines:
            self._write(lines)
            self._end = end

    def xǁJournalǁappend__mutmut_8(self, entries: Iterable[Entry]) -> None:
        """Hands the entries to the operating system: from here on the end of this process can't lose them."""
        end = self._end
        if end is None:
            lines = b"".join([encode(entry) + b"XX\nXX" for entry in entries])
        else:
            lines, end = _signed([encode(entry) for entry in entries], end)
        if lines:
            self._write(lines)
            self._end = end

    def xǁJournalǁappend__mutmut_9(self, entries: Iterable[Entry]) -> None:
        """Hands the entries to the operating system: from here on the end of this process can't lose them."""
        end = self._end
        if end is None:
            lines = b"".join([encode(entry) + b"\n" for entry in entries])
        else:
            lines, end = None
        if lines:
            self._write(lines)
            self._end = end

    def xǁJournalǁappend__mutmut_10(self, entries: Iterable[Entry]) -> None:
        """Hands the entries to the operating system: from here on the end of this process can't lose them."""
        end = self._end
        if end is None:
            lines = b"".join([encode(entry) + b"\n" for entry in entries])
        else:
            lines, end = _signed(None, end)
        if lines:
            self._write(lines)
            self._end = end

    def xǁJournalǁappend__mutmut_11(self, entries: Iterable[Entry]) -> None:
        """Hands the entries to the operating system: from here on the end of this process can't lose them."""
        end = self._end
        if end is None:
            lines = b"".join([encode(entry) + b"\n" for entry in entries])
        else:
            lines, end = _signed([encode(entry) for entry in entries], None)
        if lines:
            self._write(lines)
            self._end = end

    def xǁJournalǁappend__mutmut_12(self, entries: Iterable[Entry]) -> None:
        """Hands the entries to the operating system: from here on the end of this process can't lose them."""
        end = self._end
        if end is None:
            lines = b"".join([encode(entry) + b"\n" for entry in entries])
        else:
            lines, end = _signed(end)
        if lines:
            self._write(lines)
            self._end = end

    def xǁJournalǁappend__mutmut_13(self, entries: Iterable[Entry]) -> None:
        """Hands the entries to the operating system: from here on the end of this process can't lose them."""
        end = self._end
        if end is None:
            lines = b"".join([encode(entry) + b"\n" for entry in entries])
        else:
            lines, end = _signed([encode(entry) for entry in entries], )
        if lines:
            self._write(lines)
            self._end = end

    def xǁJournalǁappend__mutmut_14(self, entries: Iterable[Entry]) -> None:
        """Hands the entries to the operating system: from here on the end of this process can't lose them."""
        end = self._end
        if end is None:
            lines = b"".join([encode(entry) + b"\n" for entry in entries])
        else:
            lines, end = _signed([encode(None) for entry in entries], end)
        if lines:
            self._write(lines)
            self._end = end

    def xǁJournalǁappend__mutmut_15(self, entries: Iterable[Entry]) -> None:
        """Hands the entries to the operating system: from here on the end of this process can't lose them."""
        end = self._end
        if end is None:
            lines = b"".join([encode(entry) + b"\n" for entry in entries])
        else:
            lines, end = _signed([encode(entry) for entry in entries], end)
        if lines:
            self._write(None)
            self._end = end

    def xǁJournalǁappend__mutmut_16(self, entries: Iterable[Entry]) -> None:
        """Hands the entries to the operating system: from here on the end of this process can't lose them."""
        end = self._end
        if end is None:
            lines = b"".join([encode(entry) + b"\n" for entry in entries])
        else:
            lines, end = _signed([encode(entry) for entry in entries], end)
        if lines:
            self._write(lines)
            self._end = None

    @_mutmut_mutated(mutants_xǁJournalǁsync__mutmut)
    def sync(self) -> None:
        """Waits until everything appended is on the disk, where a power cut can't reach it."""
        try:
            os.fdatasync(self._file)
        except OSError as error:
            raise self._unwritable(error) from error

    def xǁJournalǁsync__mutmut_orig(self) -> None:
        """Waits until everything appended is on the disk, where a power cut can't reach it."""
        try:
            os.fdatasync(self._file)
        except OSError as error:
            raise self._unwritable(error) from error

    def xǁJournalǁsync__mutmut_1(self) -> None:
        """Waits until everything appended is on the disk, where a power cut can't reach it."""
        try:
            os.fdatasync(None)
        except OSError as error:
            raise self._unwritable(error) from error

    def xǁJournalǁsync__mutmut_2(self) -> None:
        """Waits until everything appended is on the disk, where a power cut can't reach it."""
        try:
            os.fdatasync(self._file)
        except OSError as error:
            raise self._unwritable(None) from error

    @_mutmut_mutated(mutants_xǁJournalǁclose__mutmut)
    def close(self) -> None:
        """Closes the file and gives up the lock."""
        os.close(self._file)

    def xǁJournalǁclose__mutmut_orig(self) -> None:
        """Closes the file and gives up the lock."""
        os.close(self._file)

    def xǁJournalǁclose__mutmut_1(self) -> None:
        """Closes the file and gives up the lock."""
        os.close(None)

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @_mutmut_mutated(mutants_xǁJournalǁ_recover__mutmut)
    def _recover(self) -> int:
        """Cuts off what stands after the last newline, and returns the size in bytes that remains."""
        size = os.fstat(self._file).st_size
        whole = self._after_newline(size)
        if whole < size:
            os.ftruncate(self._file, whole)
        return whole

    def xǁJournalǁ_recover__mutmut_orig(self) -> int:
        """Cuts off what stands after the last newline, and returns the size in bytes that remains."""
        size = os.fstat(self._file).st_size
        whole = self._after_newline(size)
        if whole < size:
            os.ftruncate(self._file, whole)
        return whole

    def xǁJournalǁ_recover__mutmut_1(self) -> int:
        """Cuts off what stands after the last newline, and returns the size in bytes that remains."""
        size = None
        whole = self._after_newline(size)
        if whole < size:
            os.ftruncate(self._file, whole)
        return whole

    def xǁJournalǁ_recover__mutmut_2(self) -> int:
        """Cuts off what stands after the last newline, and returns the size in bytes that remains."""
        size = os.fstat(None).st_size
        whole = self._after_newline(size)
        if whole < size:
            os.ftruncate(self._file, whole)
        return whole

    def xǁJournalǁ_recover__mutmut_3(self) -> int:
        """Cuts off what stands after the last newline, and returns the size in bytes that remains."""
        size = os.fstat(self._file).st_size
        whole = None
        if whole < size:
            os.ftruncate(self._file, whole)
        return whole

    def xǁJournalǁ_recover__mutmut_4(self) -> int:
        """Cuts off what stands after the last newline, and returns the size in bytes that remains."""
        size = os.fstat(self._file).st_size
        whole = self._after_newline(None)
        if whole < size:
            os.ftruncate(self._file, whole)
        return whole

    def xǁJournalǁ_recover__mutmut_5(self) -> int:
        """Cuts off what stands after the last newline, and returns the size in bytes that remains."""
        size = os.fstat(self._file).st_size
        whole = self._after_newline(size)
        if whole <= size:
            os.ftruncate(self._file, whole)
        return whole

    def xǁJournalǁ_recover__mutmut_6(self) -> int:
        """Cuts off what stands after the last newline, and returns the size in bytes that remains."""
        size = os.fstat(self._file).st_size
        whole = self._after_newline(size)
        if whole < size:
            os.ftruncate(None, whole)
        return whole

    def xǁJournalǁ_recover__mutmut_7(self) -> int:
        """Cuts off what stands after the last newline, and returns the size in bytes that remains."""
        size = os.fstat(self._file).st_size
        whole = self._after_newline(size)
        if whole < size:
            os.ftruncate(self._file, None)
        return whole

    def xǁJournalǁ_recover__mutmut_8(self) -> int:
        """Cuts off what stands after the last newline, and returns the size in bytes that remains."""
        size = os.fstat(self._file).st_size
        whole = self._after_newline(size)
        if whole < size:
            os.ftruncate(whole)
        return whole

    def xǁJournalǁ_recover__mutmut_9(self) -> int:
        """Cuts off what stands after the last newline, and returns the size in bytes that remains."""
        size = os.fstat(self._file).st_size
        whole = self._after_newline(size)
        if whole < size:
            os.ftruncate(self._file, )
        return whole

    @_mutmut_mutated(mutants_xǁJournalǁ_after_newline__mutmut)
    def _after_newline(self, end: int) -> int:
        """Where the last line begins that ends, or would end, at `end`."""
        while end > 0:
            start = max(0, end - 65536)
            newline = os.pread(self._file, end - start, start).rfind(b"\n")
            if newline >= 0:
                return start + newline + 1
            end = start
        return 0

    def xǁJournalǁ_after_newline__mutmut_orig(self, end: int) -> int:
        """Where the last line begins that ends, or would end, at `end`."""
        while end > 0:
            start = max(0, end - 65536)
            newline = os.pread(self._file, end - start, start).rfind(b"\n")
            if newline >= 0:
                return start + newline + 1
            end = start
        return 0

    def xǁJournalǁ_after_newline__mutmut_1(self, end: int) -> int:
        """Where the last line begins that ends, or would end, at `end`."""
        while end >= 0:
            start = max(0, end - 65536)
            newline = os.pread(self._file, end - start, start).rfind(b"\n")
            if newline >= 0:
                return start + newline + 1
            end = start
        return 0

    def xǁJournalǁ_after_newline__mutmut_2(self, end: int) -> int:
        """Where the last line begins that ends, or would end, at `end`."""
        while end > 1:
            start = max(0, end - 65536)
            newline = os.pread(self._file, end - start, start).rfind(b"\n")
            if newline >= 0:
                return start + newline + 1
            end = start
        return 0

    def xǁJournalǁ_after_newline__mutmut_3(self, end: int) -> int:
        """Where the last line begins that ends, or would end, at `end`."""
        while end > 0:
            start = None
            newline = os.pread(self._file, end - start, start).rfind(b"\n")
            if newline >= 0:
                return start + newline + 1
            end = start
        return 0

    def xǁJournalǁ_after_newline__mutmut_4(self, end: int) -> int:
        """Where the last line begins that ends, or would end, at `end`."""
        while end > 0:
            start = max(None, end - 65536)
            newline = os.pread(self._file, end - start, start).rfind(b"\n")
            if newline >= 0:
                return start + newline + 1
            end = start
        return 0

    def xǁJournalǁ_after_newline__mutmut_5(self, end: int) -> int:
        """Where the last line begins that ends, or would end, at `end`."""
        while end > 0:
            start = max(0, None)
            newline = os.pread(self._file, end - start, start).rfind(b"\n")
            if newline >= 0:
                return start + newline + 1
            end = start
        return 0

    def xǁJournalǁ_after_newline__mutmut_6(self, end: int) -> int:
        """Where the last line begins that ends, or would end, at `end`."""
        while end > 0:
            start = max(end - 65536)
            newline = os.pread(self._file, end - start, start).rfind(b"\n")
            if newline >= 0:
                return start + newline + 1
            end = start
        return 0

    def xǁJournalǁ_after_newline__mutmut_7(self, end: int) -> int:
        """Where the last line begins that ends, or would end, at `end`."""
        while end > 0:
            start = max(0, )
            newline = os.pread(self._file, end - start, start).rfind(b"\n")
            if newline >= 0:
                return start + newline + 1
            end = start
        return 0

    def xǁJournalǁ_after_newline__mutmut_8(self, end: int) -> int:
        """Where the last line begins that ends, or would end, at `end`."""
        while end > 0:
            start = max(1, end - 65536)
            newline = os.pread(self._file, end - start, start).rfind(b"\n")
            if newline >= 0:
                return start + newline + 1
            end = start
        return 0

    def xǁJournalǁ_after_newline__mutmut_9(self, end: int) -> int:
        """Where the last line begins that ends, or would end, at `end`."""
        while end > 0:
            start = max(0, end + 65536)
            newline = os.pread(self._file, end - start, start).rfind(b"\n")
            if newline >= 0:
                return start + newline + 1
            end = start
        return 0

    def xǁJournalǁ_after_newline__mutmut_10(self, end: int) -> int:
        """Where the last line begins that ends, or would end, at `end`."""
        while end > 0:
            start = max(0, end - 65537)
            newline = os.pread(self._file, end - start, start).rfind(b"\n")
            if newline >= 0:
                return start + newline + 1
            end = start
        return 0

    def xǁJournalǁ_after_newline__mutmut_11(self, end: int) -> int:
        """Where the last line begins that ends, or would end, at `end`."""
        while end > 0:
            start = max(0, end - 65536)
            newline = None
            if newline >= 0:
                return start + newline + 1
            end = start
        return 0

    def xǁJournalǁ_after_newline__mutmut_12(self, end: int) -> int:
        """Where the last line begins that ends, or would end, at `end`."""
        while end > 0:
            start = max(0, end - 65536)
            newline = os.pread(self._file, end - start, start).rfind(None)
            if newline >= 0:
                return start + newline + 1
            end = start
        return 0

    def xǁJournalǁ_after_newline__mutmut_13(self, end: int) -> int:
        """Where the last line begins that ends, or would end, at `end`."""
        while end > 0:
            start = max(0, end - 65536)
            newline = os.pread(self._file, end - start, start).find(b"\n")
            if newline >= 0:
                return start + newline + 1
            end = start
        return 0

    def xǁJournalǁ_after_newline__mutmut_14(self, end: int) -> int:
        """Where the last line begins that ends, or would end, at `end`."""
        while end > 0:
            start = max(0, end - 65536)
            newline = os.pread(None, end - start, start).rfind(b"\n")
            if newline >= 0:
                return start + newline + 1
            end = start
        return 0

    def xǁJournalǁ_after_newline__mutmut_15(self, end: int) -> int:
        """Where the last line begins that ends, or would end, at `end`."""
        while end > 0:
            start = max(0, end - 65536)
            newline = os.pread(self._file, None, start).rfind(b"\n")
            if newline >= 0:
                return start + newline + 1
            end = start
        return 0

    def xǁJournalǁ_after_newline__mutmut_16(self, end: int) -> int:
        """Where the last line begins that ends, or would end, at `end`."""
        while end > 0:
            start = max(0, end - 65536)
            newline = os.pread(self._file, end - start, None).rfind(b"\n")
            if newline >= 0:
                return start + newline + 1
            end = start
        return 0

    def xǁJournalǁ_after_newline__mutmut_17(self, end: int) -> int:
        """Where the last line begins that ends, or would end, at `end`."""
        while end > 0:
            start = max(0, end - 65536)
            newline = os.pread(end - start, start).rfind(b"\n")
            if newline >= 0:
                return start + newline + 1
            end = start
        return 0

    def xǁJournalǁ_after_newline__mutmut_18(self, end: int) -> int:
        """Where the last line begins that ends, or would end, at `end`."""
        while end > 0:
            start = max(0, end - 65536)
            newline = os.pread(self._file, start).rfind(b"\n")
            if newline >= 0:
                return start + newline + 1
            end = start
        return 0

    def xǁJournalǁ_after_newline__mutmut_19(self, end: int) -> int:
        """Where the last line begins that ends, or would end, at `end`."""
        while end > 0:
            start = max(0, end - 65536)
            newline = os.pread(self._file, end - start, ).rfind(b"\n")
            if newline >= 0:
                return start + newline + 1
            end = start
        return 0

    def xǁJournalǁ_after_newline__mutmut_20(self, end: int) -> int:
        """Where the last line begins that ends, or would end, at `end`."""
        while end > 0:
            start = max(0, end - 65536)
            newline = os.pread(self._file, end + start, start).rfind(b"\n")
            if newline >= 0:
                return start + newline + 1
            end = start
        return 0

    def xǁJournalǁ_after_newline__mutmut_21(self, end: int) -> int:
        """Where the last line begins that ends, or would end, at `end`."""
        while end > 0:
            start = max(0, end - 65536)
            newline = os.pread(self._file, end - start, start).rfind(b"XX\nXX")
            if newline >= 0:
                return start + newline + 1
            end = start
        return 0

    def xǁJournalǁ_after_newline__mutmut_22(self, end: int) -> int:
        """Where the last line begins that ends, or would end, at `end`."""
        while end > 0:
            start = max(0, end - 65536)
            newline = os.pread(self._file, end - start, start).rfind(b"\n")
            if newline > 0:
                return start + newline + 1
            end = start
        return 0

    def xǁJournalǁ_after_newline__mutmut_23(self, end: int) -> int:
        """Where the last line begins that ends, or would end, at `end`."""
        while end > 0:
            start = max(0, end - 65536)
            newline = os.pread(self._file, end - start, start).rfind(b"\n")
            if newline >= 1:
                return start + newline + 1
            end = start
        return 0

    def xǁJournalǁ_after_newline__mutmut_24(self, end: int) -> int:
        """Where the last line begins that ends, or would end, at `end`."""
        while end > 0:
            start = max(0, end - 65536)
            newline = os.pread(self._file, end - start, start).rfind(b"\n")
            if newline >= 0:
                return start + newline - 1
            end = start
        return 0

    def xǁJournalǁ_after_newline__mutmut_25(self, end: int) -> int:
        """Where the last line begins that ends, or would end, at `end`."""
        while end > 0:
            start = max(0, end - 65536)
            newline = os.pread(self._file, end - start, start).rfind(b"\n")
            if newline >= 0:
                return start - newline + 1
            end = start
        return 0

    def xǁJournalǁ_after_newline__mutmut_26(self, end: int) -> int:
        """Where the last line begins that ends, or would end, at `end`."""
        while end > 0:
            start = max(0, end - 65536)
            newline = os.pread(self._file, end - start, start).rfind(b"\n")
            if newline >= 0:
                return start + newline + 2
            end = start
        return 0

    def xǁJournalǁ_after_newline__mutmut_27(self, end: int) -> int:
        """Where the last line begins that ends, or would end, at `end`."""
        while end > 0:
            start = max(0, end - 65536)
            newline = os.pread(self._file, end - start, start).rfind(b"\n")
            if newline >= 0:
                return start + newline + 1
            end = None
        return 0

    def xǁJournalǁ_after_newline__mutmut_28(self, end: int) -> int:
        """Where the last line begins that ends, or would end, at `end`."""
        while end > 0:
            start = max(0, end - 65536)
            newline = os.pread(self._file, end - start, start).rfind(b"\n")
            if newline >= 0:
                return start + newline + 1
            end = start
        return 1

    @_mutmut_mutated(mutants_xǁJournalǁ_begin__mutmut)
    def _begin(self) -> _End:
        self._write(_HEADER)
        self.sync()
        sync(self._path.parent)  # its name, too
        return _BEGUN

    def xǁJournalǁ_begin__mutmut_orig(self) -> _End:
        self._write(_HEADER)
        self.sync()
        sync(self._path.parent)  # its name, too
        return _BEGUN

    def xǁJournalǁ_begin__mutmut_1(self) -> _End:
        self._write(None)
        self.sync()
        sync(self._path.parent)  # its name, too
        return _BEGUN

    def xǁJournalǁ_begin__mutmut_2(self) -> _End:
        self._write(_HEADER)
        self.sync()
        sync(None)  # its name, too
        return _BEGUN

    @_mutmut_mutated(mutants_xǁJournalǁ_last_line__mutmut)
    def _last_line(self) -> _End | None:
        """What the next line is to follow; None in the format without checksums."""
        header, newline, _ = os.pread(self._file, LONGEST_HEADER, 0).partition(b"\n")
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

    def xǁJournalǁ_last_line__mutmut_orig(self) -> _End | None:
        """What the next line is to follow; None in the format without checksums."""
        header, newline, _ = os.pread(self._file, LONGEST_HEADER, 0).partition(b"\n")
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

    def xǁJournalǁ_last_line__mutmut_1(self) -> _End | None:
        """What the next line is to follow; None in the format without checksums."""
        header, newline, _ = None
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

    def xǁJournalǁ_last_line__mutmut_2(self) -> _End | None:
        """What the next line is to follow; None in the format without checksums."""
        header, newline, _ = os.pread(self._file, LONGEST_HEADER, 0).partition(None)
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

    def xǁJournalǁ_last_line__mutmut_3(self) -> _End | None:
        """What the next line is to follow; None in the format without checksums."""
        header, newline, _ = os.pread(self._file, LONGEST_HEADER, 0).rpartition(b"\n")
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

    def xǁJournalǁ_last_line__mutmut_4(self) -> _End | None:
        """What the next line is to follow; None in the format without checksums."""
        header, newline, _ = os.pread(None, LONGEST_HEADER, 0).partition(b"\n")
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

    def xǁJournalǁ_last_line__mutmut_5(self) -> _End | None:
        """What the next line is to follow; None in the format without checksums."""
        header, newline, _ = os.pread(self._file, None, 0).partition(b"\n")
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

    def xǁJournalǁ_last_line__mutmut_6(self) -> _End | None:
        """What the next line is to follow; None in the format without checksums."""
        header, newline, _ = os.pread(self._file, LONGEST_HEADER, None).partition(b"\n")
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

    def xǁJournalǁ_last_line__mutmut_7(self) -> _End | None:
        """What the next line is to follow; None in the format without checksums."""
        header, newline, _ = os.pread(LONGEST_HEADER, 0).partition(b"\n")
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

    def xǁJournalǁ_last_line__mutmut_8(self) -> _End | None:
        """What the next line is to follow; None in the format without checksums."""
        header, newline, _ = os.pread(self._file, 0).partition(b"\n")
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

    def xǁJournalǁ_last_line__mutmut_9(self) -> _End | None:
        """What the next line is to follow; None in the format without checksums."""
        header, newline, _ = os.pread(self._file, LONGEST_HEADER, ).partition(b"\n")
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

    def xǁJournalǁ_last_line__mutmut_10(self) -> _End | None:
        """What the next line is to follow; None in the format without checksums."""
        header, newline, _ = os.pread(self._file, LONGEST_HEADER, 1).partition(b"\n")
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

    def xǁJournalǁ_last_line__mutmut_11(self) -> _End | None:
        """What the next line is to follow; None in the format without checksums."""
        header, newline, _ = os.pread(self._file, LONGEST_HEADER, 0).partition(b"XX\nXX")
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

    def xǁJournalǁ_last_line__mutmut_12(self) -> _End | None:
        """What the next line is to follow; None in the format without checksums."""
        header, newline, _ = os.pread(self._file, LONGEST_HEADER, 0).partition(b"\n")
        begun = None
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

    def xǁJournalǁ_last_line__mutmut_13(self) -> _End | None:
        """What the next line is to follow; None in the format without checksums."""
        header, newline, _ = os.pread(self._file, LONGEST_HEADER, 0).partition(b"\n")
        begun = _begun(None, header + newline)
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

    def xǁJournalǁ_last_line__mutmut_14(self) -> _End | None:
        """What the next line is to follow; None in the format without checksums."""
        header, newline, _ = os.pread(self._file, LONGEST_HEADER, 0).partition(b"\n")
        begun = _begun(self._path, None)
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

    def xǁJournalǁ_last_line__mutmut_15(self) -> _End | None:
        """What the next line is to follow; None in the format without checksums."""
        header, newline, _ = os.pread(self._file, LONGEST_HEADER, 0).partition(b"\n")
        begun = _begun(header + newline)
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

    def xǁJournalǁ_last_line__mutmut_16(self) -> _End | None:
        """What the next line is to follow; None in the format without checksums."""
        header, newline, _ = os.pread(self._file, LONGEST_HEADER, 0).partition(b"\n")
        begun = _begun(self._path, )
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

    def xǁJournalǁ_last_line__mutmut_17(self) -> _End | None:
        """What the next line is to follow; None in the format without checksums."""
        header, newline, _ = os.pread(self._file, LONGEST_HEADER, 0).partition(b"\n")
        begun = _begun(self._path, header - newline)
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

    def xǁJournalǁ_last_line__mutmut_18(self) -> _End | None:
        """What the next line is to follow; None in the format without checksums."""
        header, newline, _ = os.pread(self._file, LONGEST_HEADER, 0).partition(b"\n")
        begun = _begun(self._path, header + newline)
        if begun is None and len(header + newline) == self._size:
            return begun
        start = self._after_newline(self._size - 1)
        signed = _SIGNED.fullmatch(os.pread(self._file, self._size - start, start))
        if signed is None:
            raise JournalError(
                f"The last line of {self._path} isn't as it was written: restore it; `tunewise check "
                f"{self._name}` says what can be kept, and how to keep an edit."
            )
        return int(signed[2]), crc32(signed[1], int(signed[3]))

    def xǁJournalǁ_last_line__mutmut_19(self) -> _End | None:
        """What the next line is to follow; None in the format without checksums."""
        header, newline, _ = os.pread(self._file, LONGEST_HEADER, 0).partition(b"\n")
        begun = _begun(self._path, header + newline)
        if begun is not None or len(header + newline) == self._size:
            return begun
        start = self._after_newline(self._size - 1)
        signed = _SIGNED.fullmatch(os.pread(self._file, self._size - start, start))
        if signed is None:
            raise JournalError(
                f"The last line of {self._path} isn't as it was written: restore it; `tunewise check "
                f"{self._name}` says what can be kept, and how to keep an edit."
            )
        return int(signed[2]), crc32(signed[1], int(signed[3]))

    def xǁJournalǁ_last_line__mutmut_20(self) -> _End | None:
        """What the next line is to follow; None in the format without checksums."""
        header, newline, _ = os.pread(self._file, LONGEST_HEADER, 0).partition(b"\n")
        begun = _begun(self._path, header + newline)
        if begun is None or len(header + newline) != self._size:
            return begun
        start = self._after_newline(self._size - 1)
        signed = _SIGNED.fullmatch(os.pread(self._file, self._size - start, start))
        if signed is None:
            raise JournalError(
                f"The last line of {self._path} isn't as it was written: restore it; `tunewise check "
                f"{self._name}` says what can be kept, and how to keep an edit."
            )
        return int(signed[2]), crc32(signed[1], int(signed[3]))

    def xǁJournalǁ_last_line__mutmut_21(self) -> _End | None:
        """What the next line is to follow; None in the format without checksums."""
        header, newline, _ = os.pread(self._file, LONGEST_HEADER, 0).partition(b"\n")
        begun = _begun(self._path, header + newline)
        if begun is None or len(header + newline) == self._size:
            return begun
        start = None
        signed = _SIGNED.fullmatch(os.pread(self._file, self._size - start, start))
        if signed is None:
            raise JournalError(
                f"The last line of {self._path} isn't as it was written: restore it; `tunewise check "
                f"{self._name}` says what can be kept, and how to keep an edit."
            )
        return int(signed[2]), crc32(signed[1], int(signed[3]))

    def xǁJournalǁ_last_line__mutmut_22(self) -> _End | None:
        """What the next line is to follow; None in the format without checksums."""
        header, newline, _ = os.pread(self._file, LONGEST_HEADER, 0).partition(b"\n")
        begun = _begun(self._path, header + newline)
        if begun is None or len(header + newline) == self._size:
            return begun
        start = self._after_newline(None)
        signed = _SIGNED.fullmatch(os.pread(self._file, self._size - start, start))
        if signed is None:
            raise JournalError(
                f"The last line of {self._path} isn't as it was written: restore it; `tunewise check "
                f"{self._name}` says what can be kept, and how to keep an edit."
            )
        return int(signed[2]), crc32(signed[1], int(signed[3]))

    def xǁJournalǁ_last_line__mutmut_23(self) -> _End | None:
        """What the next line is to follow; None in the format without checksums."""
        header, newline, _ = os.pread(self._file, LONGEST_HEADER, 0).partition(b"\n")
        begun = _begun(self._path, header + newline)
        if begun is None or len(header + newline) == self._size:
            return begun
        start = self._after_newline(self._size + 1)
        signed = _SIGNED.fullmatch(os.pread(self._file, self._size - start, start))
        if signed is None:
            raise JournalError(
                f"The last line of {self._path} isn't as it was written: restore it; `tunewise check "
                f"{self._name}` says what can be kept, and how to keep an edit."
            )
        return int(signed[2]), crc32(signed[1], int(signed[3]))

    def xǁJournalǁ_last_line__mutmut_24(self) -> _End | None:
        """What the next line is to follow; None in the format without checksums."""
        header, newline, _ = os.pread(self._file, LONGEST_HEADER, 0).partition(b"\n")
        begun = _begun(self._path, header + newline)
        if begun is None or len(header + newline) == self._size:
            return begun
        start = self._after_newline(self._size - 2)
        signed = _SIGNED.fullmatch(os.pread(self._file, self._size - start, start))
        if signed is None:
            raise JournalError(
                f"The last line of {self._path} isn't as it was written: restore it; `tunewise check "
                f"{self._name}` says what can be kept, and how to keep an edit."
            )
        return int(signed[2]), crc32(signed[1], int(signed[3]))

    def xǁJournalǁ_last_line__mutmut_25(self) -> _End | None:
        """What the next line is to follow; None in the format without checksums."""
        header, newline, _ = os.pread(self._file, LONGEST_HEADER, 0).partition(b"\n")
        begun = _begun(self._path, header + newline)
        if begun is None or len(header + newline) == self._size:
            return begun
        start = self._after_newline(self._size - 1)
        signed = None
        if signed is None:
            raise JournalError(
                f"The last line of {self._path} isn't as it was written: restore it; `tunewise check "
                f"{self._name}` says what can be kept, and how to keep an edit."
            )
        return int(signed[2]), crc32(signed[1], int(signed[3]))

    def xǁJournalǁ_last_line__mutmut_26(self) -> _End | None:
        """What the next line is to follow; None in the format without checksums."""
        header, newline, _ = os.pread(self._file, LONGEST_HEADER, 0).partition(b"\n")
        begun = _begun(self._path, header + newline)
        if begun is None or len(header + newline) == self._size:
            return begun
        start = self._after_newline(self._size - 1)
        signed = _SIGNED.fullmatch(None)
        if signed is None:
            raise JournalError(
                f"The last line of {self._path} isn't as it was written: restore it; `tunewise check "
                f"{self._name}` says what can be kept, and how to keep an edit."
            )
        return int(signed[2]), crc32(signed[1], int(signed[3]))

    def xǁJournalǁ_last_line__mutmut_27(self) -> _End | None:
        """What the next line is to follow; None in the format without checksums."""
        header, newline, _ = os.pread(self._file, LONGEST_HEADER, 0).partition(b"\n")
        begun = _begun(self._path, header + newline)
        if begun is None or len(header + newline) == self._size:
            return begun
        start = self._after_newline(self._size - 1)
        signed = _SIGNED.fullmatch(os.pread(None, self._size - start, start))
        if signed is None:
            raise JournalError(
                f"The last line of {self._path} isn't as it was written: restore it; `tunewise check "
                f"{self._name}` says what can be kept, and how to keep an edit."
            )
        return int(signed[2]), crc32(signed[1], int(signed[3]))

    def xǁJournalǁ_last_line__mutmut_28(self) -> _End | None:
        """What the next line is to follow; None in the format without checksums."""
        header, newline, _ = os.pread(self._file, LONGEST_HEADER, 0).partition(b"\n")
        begun = _begun(self._path, header + newline)
        if begun is None or len(header + newline) == self._size:
            return begun
        start = self._after_newline(self._size - 1)
        signed = _SIGNED.fullmatch(os.pread(self._file, None, start))
        if signed is None:
            raise JournalError(
                f"The last line of {self._path} isn't as it was written: restore it; `tunewise check "
                f"{self._name}` says what can be kept, and how to keep an edit."
            )
        return int(signed[2]), crc32(signed[1], int(signed[3]))

    def xǁJournalǁ_last_line__mutmut_29(self) -> _End | None:
        """What the next line is to follow; None in the format without checksums."""
        header, newline, _ = os.pread(self._file, LONGEST_HEADER, 0).partition(b"\n")
        begun = _begun(self._path, header + newline)
        if begun is None or len(header + newline) == self._size:
            return begun
        start = self._after_newline(self._size - 1)
        signed = _SIGNED.fullmatch(os.pread(self._file, self._size - start, None))
        if signed is None:
            raise JournalError(
                f"The last line of {self._path} isn't as it was written: restore it; `tunewise check "
                f"{self._name}` says what can be kept, and how to keep an edit."
            )
        return int(signed[2]), crc32(signed[1], int(signed[3]))

    def xǁJournalǁ_last_line__mutmut_30(self) -> _End | None:
        """What the next line is to follow; None in the format without checksums."""
        header, newline, _ = os.pread(self._file, LONGEST_HEADER, 0).partition(b"\n")
        begun = _begun(self._path, header + newline)
        if begun is None or len(header + newline) == self._size:
            return begun
        start = self._after_newline(self._size - 1)
        signed = _SIGNED.fullmatch(os.pread(self._size - start, start))
        if signed is None:
            raise JournalError(
                f"The last line of {self._path} isn't as it was written: restore it; `tunewise check "
                f"{self._name}` says what can be kept, and how to keep an edit."
            )
        return int(signed[2]), crc32(signed[1], int(signed[3]))

    def xǁJournalǁ_last_line__mutmut_31(self) -> _End | None:
        """What the next line is to follow; None in the format without checksums."""
        header, newline, _ = os.pread(self._file, LONGEST_HEADER, 0).partition(b"\n")
        begun = _begun(self._path, header + newline)
        if begun is None or len(header + newline) == self._size:
            return begun
        start = self._after_newline(self._size - 1)
        signed = _SIGNED.fullmatch(os.pread(self._file, start))
        if signed is None:
            raise JournalError(
                f"The last line of {self._path} isn't as it was written: restore it; `tunewise check "
                f"{self._name}` says what can be kept, and how to keep an edit."
            )
        return int(signed[2]), crc32(signed[1], int(signed[3]))

    def xǁJournalǁ_last_line__mutmut_32(self) -> _End | None:
        """What the next line is to follow; None in the format without checksums."""
        header, newline, _ = os.pread(self._file, LONGEST_HEADER, 0).partition(b"\n")
        begun = _begun(self._path, header + newline)
        if begun is None or len(header + newline) == self._size:
            return begun
        start = self._after_newline(self._size - 1)
        signed = _SIGNED.fullmatch(os.pread(self._file, self._size - start, ))
        if signed is None:
            raise JournalError(
                f"The last line of {self._path} isn't as it was written: restore it; `tunewise check "
                f"{self._name}` says what can be kept, and how to keep an edit."
            )
        return int(signed[2]), crc32(signed[1], int(signed[3]))

    def xǁJournalǁ_last_line__mutmut_33(self) -> _End | None:
        """What the next line is to follow; None in the format without checksums."""
        header, newline, _ = os.pread(self._file, LONGEST_HEADER, 0).partition(b"\n")
        begun = _begun(self._path, header + newline)
        if begun is None or len(header + newline) == self._size:
            return begun
        start = self._after_newline(self._size - 1)
        signed = _SIGNED.fullmatch(os.pread(self._file, self._size + start, start))
        if signed is None:
            raise JournalError(
                f"The last line of {self._path} isn't as it was written: restore it; `tunewise check "
                f"{self._name}` says what can be kept, and how to keep an edit."
            )
        return int(signed[2]), crc32(signed[1], int(signed[3]))

    def xǁJournalǁ_last_line__mutmut_34(self) -> _End | None:
        """What the next line is to follow; None in the format without checksums."""
        header, newline, _ = os.pread(self._file, LONGEST_HEADER, 0).partition(b"\n")
        begun = _begun(self._path, header + newline)
        if begun is None or len(header + newline) == self._size:
            return begun
        start = self._after_newline(self._size - 1)
        signed = _SIGNED.fullmatch(os.pread(self._file, self._size - start, start))
        if signed is not None:
            raise JournalError(
                f"The last line of {self._path} isn't as it was written: restore it; `tunewise check "
                f"{self._name}` says what can be kept, and how to keep an edit."
            )
        return int(signed[2]), crc32(signed[1], int(signed[3]))

    def xǁJournalǁ_last_line__mutmut_35(self) -> _End | None:
        """What the next line is to follow; None in the format without checksums."""
        header, newline, _ = os.pread(self._file, LONGEST_HEADER, 0).partition(b"\n")
        begun = _begun(self._path, header + newline)
        if begun is None or len(header + newline) == self._size:
            return begun
        start = self._after_newline(self._size - 1)
        signed = _SIGNED.fullmatch(os.pread(self._file, self._size - start, start))
        if signed is None:
            raise JournalError(
                None
            )
        return int(signed[2]), crc32(signed[1], int(signed[3]))

    def xǁJournalǁ_last_line__mutmut_36(self) -> _End | None:
        """What the next line is to follow; None in the format without checksums."""
        header, newline, _ = os.pread(self._file, LONGEST_HEADER, 0).partition(b"\n")
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
        return int(None), crc32(signed[1], int(signed[3]))

    def xǁJournalǁ_last_line__mutmut_37(self) -> _End | None:
        """What the next line is to follow; None in the format without checksums."""
        header, newline, _ = os.pread(self._file, LONGEST_HEADER, 0).partition(b"\n")
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
        return int(signed[3]), crc32(signed[1], int(signed[3]))

    def xǁJournalǁ_last_line__mutmut_38(self) -> _End | None:
        """What the next line is to follow; None in the format without checksums."""
        header, newline, _ = os.pread(self._file, LONGEST_HEADER, 0).partition(b"\n")
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
        return int(signed[2]), crc32(None, int(signed[3]))

    def xǁJournalǁ_last_line__mutmut_39(self) -> _End | None:
        """What the next line is to follow; None in the format without checksums."""
        header, newline, _ = os.pread(self._file, LONGEST_HEADER, 0).partition(b"\n")
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
        return int(signed[2]), crc32(signed[1], None)

    def xǁJournalǁ_last_line__mutmut_40(self) -> _End | None:
        """What the next line is to follow; None in the format without checksums."""
        header, newline, _ = os.pread(self._file, LONGEST_HEADER, 0).partition(b"\n")
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
        return int(signed[2]), crc32(int(signed[3]))

    def xǁJournalǁ_last_line__mutmut_41(self) -> _End | None:
        """What the next line is to follow; None in the format without checksums."""
        header, newline, _ = os.pread(self._file, LONGEST_HEADER, 0).partition(b"\n")
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
        return int(signed[2]), crc32(signed[1], )

    def xǁJournalǁ_last_line__mutmut_42(self) -> _End | None:
        """What the next line is to follow; None in the format without checksums."""
        header, newline, _ = os.pread(self._file, LONGEST_HEADER, 0).partition(b"\n")
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
        return int(signed[2]), crc32(signed[2], int(signed[3]))

    def xǁJournalǁ_last_line__mutmut_43(self) -> _End | None:
        """What the next line is to follow; None in the format without checksums."""
        header, newline, _ = os.pread(self._file, LONGEST_HEADER, 0).partition(b"\n")
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
        return int(signed[2]), crc32(signed[1], int(None))

    def xǁJournalǁ_last_line__mutmut_44(self) -> _End | None:
        """What the next line is to follow; None in the format without checksums."""
        header, newline, _ = os.pread(self._file, LONGEST_HEADER, 0).partition(b"\n")
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
        return int(signed[2]), crc32(signed[1], int(signed[4]))

    @_mutmut_mutated(mutants_xǁJournalǁ_write__mutmut)
    def _write(self, data: bytes) -> None:
        written = 0
        try:
            while written < len(data):
                written += os.write(self._file, data[written:] if written else data)
        except OSError as error:
            with suppress(OSError):  # else the next opening cuts it off
                os.ftruncate(self._file, self._size)  # no half line may stand before the next one
            raise self._unwritable(error) from error
        self._size += len(data)

    def xǁJournalǁ_write__mutmut_orig(self, data: bytes) -> None:
        written = 0
        try:
            while written < len(data):
                written += os.write(self._file, data[written:] if written else data)
        except OSError as error:
            with suppress(OSError):  # else the next opening cuts it off
                os.ftruncate(self._file, self._size)  # no half line may stand before the next one
            raise self._unwritable(error) from error
        self._size += len(data)

    def xǁJournalǁ_write__mutmut_1(self, data: bytes) -> None:
        written = None
        try:
            while written < len(data):
                written += os.write(self._file, data[written:] if written else data)
        except OSError as error:
            with suppress(OSError):  # else the next opening cuts it off
                os.ftruncate(self._file, self._size)  # no half line may stand before the next one
            raise self._unwritable(error) from error
        self._size += len(data)

    def xǁJournalǁ_write__mutmut_2(self, data: bytes) -> None:
        written = 1
        try:
            while written < len(data):
                written += os.write(self._file, data[written:] if written else data)
        except OSError as error:
            with suppress(OSError):  # else the next opening cuts it off
                os.ftruncate(self._file, self._size)  # no half line may stand before the next one
            raise self._unwritable(error) from error
        self._size += len(data)

    def xǁJournalǁ_write__mutmut_3(self, data: bytes) -> None:
        written = 0
        try:
            while written <= len(data):
                written += os.write(self._file, data[written:] if written else data)
        except OSError as error:
            with suppress(OSError):  # else the next opening cuts it off
                os.ftruncate(self._file, self._size)  # no half line may stand before the next one
            raise self._unwritable(error) from error
        self._size += len(data)

    def xǁJournalǁ_write__mutmut_4(self, data: bytes) -> None:
        written = 0
        try:
            while written < len(data):
                written = os.write(self._file, data[written:] if written else data)
        except OSError as error:
            with suppress(OSError):  # else the next opening cuts it off
                os.ftruncate(self._file, self._size)  # no half line may stand before the next one
            raise self._unwritable(error) from error
        self._size += len(data)

    def xǁJournalǁ_write__mutmut_5(self, data: bytes) -> None:
        written = 0
        try:
            while written < len(data):
                written -= os.write(self._file, data[written:] if written else data)
        except OSError as error:
            with suppress(OSError):  # else the next opening cuts it off
                os.ftruncate(self._file, self._size)  # no half line may stand before the next one
            raise self._unwritable(error) from error
        self._size += len(data)

    def xǁJournalǁ_write__mutmut_6(self, data: bytes) -> None:
        written = 0
        try:
            while written < len(data):
                written += os.write(None, data[written:] if written else data)
        except OSError as error:
            with suppress(OSError):  # else the next opening cuts it off
                os.ftruncate(self._file, self._size)  # no half line may stand before the next one
            raise self._unwritable(error) from error
        self._size += len(data)

    def xǁJournalǁ_write__mutmut_7(self, data: bytes) -> None:
        written = 0
        try:
            while written < len(data):
                written += os.write(self._file, None)
        except OSError as error:
            with suppress(OSError):  # else the next opening cuts it off
                os.ftruncate(self._file, self._size)  # no half line may stand before the next one
            raise self._unwritable(error) from error
        self._size += len(data)

    def xǁJournalǁ_write__mutmut_8(self, data: bytes) -> None:
        written = 0
        try:
            while written < len(data):
                written += os.write(data[written:] if written else data)
        except OSError as error:
            with suppress(OSError):  # else the next opening cuts it off
                os.ftruncate(self._file, self._size)  # no half line may stand before the next one
            raise self._unwritable(error) from error
        self._size += len(data)

    def xǁJournalǁ_write__mutmut_9(self, data: bytes) -> None:
        written = 0
        try:
            while written < len(data):
                written += os.write(self._file, )
        except OSError as error:
            with suppress(OSError):  # else the next opening cuts it off
                os.ftruncate(self._file, self._size)  # no half line may stand before the next one
            raise self._unwritable(error) from error
        self._size += len(data)

    def xǁJournalǁ_write__mutmut_10(self, data: bytes) -> None:
        written = 0
        try:
            while written < len(data):
                written += os.write(self._file, data[written:] if (written) and False else data)
        except OSError as error:
            with suppress(OSError):  # else the next opening cuts it off
                os.ftruncate(self._file, self._size)  # no half line may stand before the next one
            raise self._unwritable(error) from error
        self._size += len(data)

    def xǁJournalǁ_write__mutmut_11(self, data: bytes) -> None:
        written = 0
        try:
            while written < len(data):
                written += os.write(self._file, data[written:] if (written) or True else data)
        except OSError as error:
            with suppress(OSError):  # else the next opening cuts it off
                os.ftruncate(self._file, self._size)  # no half line may stand before the next one
            raise self._unwritable(error) from error
        self._size += len(data)

    def xǁJournalǁ_write__mutmut_12(self, data: bytes) -> None:
        written = 0
        try:
            while written < len(data):
                written += os.write(self._file, data[written:] if written else data)
        except OSError as error:
            with suppress(None):  # else the next opening cuts it off
                os.ftruncate(self._file, self._size)  # no half line may stand before the next one
            raise self._unwritable(error) from error
        self._size += len(data)

    def xǁJournalǁ_write__mutmut_13(self, data: bytes) -> None:
        written = 0
        try:
            while written < len(data):
                written += os.write(self._file, data[written:] if written else data)
        except OSError as error:
            with suppress(OSError):  # else the next opening cuts it off
                os.ftruncate(None, self._size)  # no half line may stand before the next one
            raise self._unwritable(error) from error
        self._size += len(data)

    def xǁJournalǁ_write__mutmut_14(self, data: bytes) -> None:
        written = 0
        try:
            while written < len(data):
                written += os.write(self._file, data[written:] if written else data)
        except OSError as error:
            with suppress(OSError):  # else the next opening cuts it off
                os.ftruncate(self._file, None)  # no half line may stand before the next one
            raise self._unwritable(error) from error
        self._size += len(data)

    def xǁJournalǁ_write__mutmut_15(self, data: bytes) -> None:
        written = 0
        try:
            while written < len(data):
                written += os.write(self._file, data[written:] if written else data)
        except OSError as error:
            with suppress(OSError):  # else the next opening cuts it off
                os.ftruncate(self._size)  # no half line may stand before the next one
            raise self._unwritable(error) from error
        self._size += len(data)

    def xǁJournalǁ_write__mutmut_16(self, data: bytes) -> None:
        written = 0
        try:
            while written < len(data):
                written += os.write(self._file, data[written:] if written else data)
        except OSError as error:
            with suppress(OSError):  # else the next opening cuts it off
                os.ftruncate(self._file, )  # no half line may stand before the next one
            raise self._unwritable(error) from error
        self._size += len(data)

    def xǁJournalǁ_write__mutmut_17(self, data: bytes) -> None:
        written = 0
        try:
            while written < len(data):
                written += os.write(self._file, data[written:] if written else data)
        except OSError as error:
            with suppress(OSError):  # else the next opening cuts it off
                os.ftruncate(self._file, self._size)  # no half line may stand before the next one
            raise self._unwritable(None) from error
        self._size += len(data)

    def xǁJournalǁ_write__mutmut_18(self, data: bytes) -> None:
        written = 0
        try:
            while written < len(data):
                written += os.write(self._file, data[written:] if written else data)
        except OSError as error:
            with suppress(OSError):  # else the next opening cuts it off
                os.ftruncate(self._file, self._size)  # no half line may stand before the next one
            raise self._unwritable(error) from error
        self._size = len(data)

    def xǁJournalǁ_write__mutmut_19(self, data: bytes) -> None:
        written = 0
        try:
            while written < len(data):
                written += os.write(self._file, data[written:] if written else data)
        except OSError as error:
            with suppress(OSError):  # else the next opening cuts it off
                os.ftruncate(self._file, self._size)  # no half line may stand before the next one
            raise self._unwritable(error) from error
        self._size -= len(data)

    @_mutmut_mutated(mutants_xǁJournalǁ_unwritable__mutmut)
    def _unwritable(self, error: OSError) -> JournalError:
        told = f"The journal {self._path} can't be written ({error.strerror}): mend that and"
        if not self._path.exists() or not self._path.stat().st_size:  # nothing was begun
            return JournalError(f"{told} try again.")
        return JournalError(f"{told} run `tunewise resume {self._name}`; jobs that run go on meanwhile.")

    def xǁJournalǁ_unwritable__mutmut_orig(self, error: OSError) -> JournalError:
        told = f"The journal {self._path} can't be written ({error.strerror}): mend that and"
        if not self._path.exists() or not self._path.stat().st_size:  # nothing was begun
            return JournalError(f"{told} try again.")
        return JournalError(f"{told} run `tunewise resume {self._name}`; jobs that run go on meanwhile.")

    def xǁJournalǁ_unwritable__mutmut_1(self, error: OSError) -> JournalError:
        told = None
        if not self._path.exists() or not self._path.stat().st_size:  # nothing was begun
            return JournalError(f"{told} try again.")
        return JournalError(f"{told} run `tunewise resume {self._name}`; jobs that run go on meanwhile.")

    def xǁJournalǁ_unwritable__mutmut_2(self, error: OSError) -> JournalError:
        told = f"The journal {self._path} can't be written ({error.strerror}): mend that and"
        if not self._path.exists() and not self._path.stat().st_size:  # nothing was begun
            return JournalError(f"{told} try again.")
        return JournalError(f"{told} run `tunewise resume {self._name}`; jobs that run go on meanwhile.")

    def xǁJournalǁ_unwritable__mutmut_3(self, error: OSError) -> JournalError:
        told = f"The journal {self._path} can't be written ({error.strerror}): mend that and"
        if self._path.exists() or not self._path.stat().st_size:  # nothing was begun
            return JournalError(f"{told} try again.")
        return JournalError(f"{told} run `tunewise resume {self._name}`; jobs that run go on meanwhile.")

    def xǁJournalǁ_unwritable__mutmut_4(self, error: OSError) -> JournalError:
        told = f"The journal {self._path} can't be written ({error.strerror}): mend that and"
        if not self._path.exists() or self._path.stat().st_size:  # nothing was begun
            return JournalError(f"{told} try again.")
        return JournalError(f"{told} run `tunewise resume {self._name}`; jobs that run go on meanwhile.")

    def xǁJournalǁ_unwritable__mutmut_5(self, error: OSError) -> JournalError:
        told = f"The journal {self._path} can't be written ({error.strerror}): mend that and"
        if not self._path.exists() or not self._path.stat().st_size:  # nothing was begun
            return JournalError(None)
        return JournalError(f"{told} run `tunewise resume {self._name}`; jobs that run go on meanwhile.")

    def xǁJournalǁ_unwritable__mutmut_6(self, error: OSError) -> JournalError:
        told = f"The journal {self._path} can't be written ({error.strerror}): mend that and"
        if not self._path.exists() or not self._path.stat().st_size:  # nothing was begun
            return JournalError(f"{told} try again.")
        return JournalError(None)

mutants_xǁJournalǁ__init____mutmut['_mutmut_orig'] = Journal.xǁJournalǁ__init____mutmut_orig # type: ignore # mutmut generated
mutants_xǁJournalǁ__init____mutmut['xǁJournalǁ__init____mutmut_1'] = Journal.xǁJournalǁ__init____mutmut_1 # type: ignore # mutmut generated
mutants_xǁJournalǁ__init____mutmut['xǁJournalǁ__init____mutmut_2'] = Journal.xǁJournalǁ__init____mutmut_2 # type: ignore # mutmut generated
mutants_xǁJournalǁ__init____mutmut['xǁJournalǁ__init____mutmut_3'] = Journal.xǁJournalǁ__init____mutmut_3 # type: ignore # mutmut generated
mutants_xǁJournalǁ__init____mutmut['xǁJournalǁ__init____mutmut_4'] = Journal.xǁJournalǁ__init____mutmut_4 # type: ignore # mutmut generated
mutants_xǁJournalǁ__init____mutmut['xǁJournalǁ__init____mutmut_5'] = Journal.xǁJournalǁ__init____mutmut_5 # type: ignore # mutmut generated
mutants_xǁJournalǁ__init____mutmut['xǁJournalǁ__init____mutmut_6'] = Journal.xǁJournalǁ__init____mutmut_6 # type: ignore # mutmut generated
mutants_xǁJournalǁ__init____mutmut['xǁJournalǁ__init____mutmut_7'] = Journal.xǁJournalǁ__init____mutmut_7 # type: ignore # mutmut generated
mutants_xǁJournalǁ__init____mutmut['xǁJournalǁ__init____mutmut_8'] = Journal.xǁJournalǁ__init____mutmut_8 # type: ignore # mutmut generated
mutants_xǁJournalǁ__init____mutmut['xǁJournalǁ__init____mutmut_9'] = Journal.xǁJournalǁ__init____mutmut_9 # type: ignore # mutmut generated
mutants_xǁJournalǁ__init____mutmut['xǁJournalǁ__init____mutmut_10'] = Journal.xǁJournalǁ__init____mutmut_10 # type: ignore # mutmut generated
mutants_xǁJournalǁ__init____mutmut['xǁJournalǁ__init____mutmut_11'] = Journal.xǁJournalǁ__init____mutmut_11 # type: ignore # mutmut generated
mutants_xǁJournalǁ__init____mutmut['xǁJournalǁ__init____mutmut_12'] = Journal.xǁJournalǁ__init____mutmut_12 # type: ignore # mutmut generated
mutants_xǁJournalǁ__init____mutmut['xǁJournalǁ__init____mutmut_13'] = Journal.xǁJournalǁ__init____mutmut_13 # type: ignore # mutmut generated
mutants_xǁJournalǁ__init____mutmut['xǁJournalǁ__init____mutmut_14'] = Journal.xǁJournalǁ__init____mutmut_14 # type: ignore # mutmut generated
mutants_xǁJournalǁ__init____mutmut['xǁJournalǁ__init____mutmut_15'] = Journal.xǁJournalǁ__init____mutmut_15 # type: ignore # mutmut generated
mutants_xǁJournalǁ__init____mutmut['xǁJournalǁ__init____mutmut_16'] = Journal.xǁJournalǁ__init____mutmut_16 # type: ignore # mutmut generated
mutants_xǁJournalǁ__init____mutmut['xǁJournalǁ__init____mutmut_17'] = Journal.xǁJournalǁ__init____mutmut_17 # type: ignore # mutmut generated

mutants_xǁJournalǁappend__mutmut['_mutmut_orig'] = Journal.xǁJournalǁappend__mutmut_orig # type: ignore # mutmut generated
mutants_xǁJournalǁappend__mutmut['xǁJournalǁappend__mutmut_1'] = Journal.xǁJournalǁappend__mutmut_1 # type: ignore # mutmut generated
mutants_xǁJournalǁappend__mutmut['xǁJournalǁappend__mutmut_2'] = Journal.xǁJournalǁappend__mutmut_2 # type: ignore # mutmut generated
mutants_xǁJournalǁappend__mutmut['xǁJournalǁappend__mutmut_3'] = Journal.xǁJournalǁappend__mutmut_3 # type: ignore # mutmut generated
mutants_xǁJournalǁappend__mutmut['xǁJournalǁappend__mutmut_4'] = Journal.xǁJournalǁappend__mutmut_4 # type: ignore # mutmut generated
mutants_xǁJournalǁappend__mutmut['xǁJournalǁappend__mutmut_5'] = Journal.xǁJournalǁappend__mutmut_5 # type: ignore # mutmut generated
mutants_xǁJournalǁappend__mutmut['xǁJournalǁappend__mutmut_6'] = Journal.xǁJournalǁappend__mutmut_6 # type: ignore # mutmut generated
mutants_xǁJournalǁappend__mutmut['xǁJournalǁappend__mutmut_7'] = Journal.xǁJournalǁappend__mutmut_7 # type: ignore # mutmut generated
mutants_xǁJournalǁappend__mutmut['xǁJournalǁappend__mutmut_8'] = Journal.xǁJournalǁappend__mutmut_8 # type: ignore # mutmut generated
mutants_xǁJournalǁappend__mutmut['xǁJournalǁappend__mutmut_9'] = Journal.xǁJournalǁappend__mutmut_9 # type: ignore # mutmut generated
mutants_xǁJournalǁappend__mutmut['xǁJournalǁappend__mutmut_10'] = Journal.xǁJournalǁappend__mutmut_10 # type: ignore # mutmut generated
mutants_xǁJournalǁappend__mutmut['xǁJournalǁappend__mutmut_11'] = Journal.xǁJournalǁappend__mutmut_11 # type: ignore # mutmut generated
mutants_xǁJournalǁappend__mutmut['xǁJournalǁappend__mutmut_12'] = Journal.xǁJournalǁappend__mutmut_12 # type: ignore # mutmut generated
mutants_xǁJournalǁappend__mutmut['xǁJournalǁappend__mutmut_13'] = Journal.xǁJournalǁappend__mutmut_13 # type: ignore # mutmut generated
mutants_xǁJournalǁappend__mutmut['xǁJournalǁappend__mutmut_14'] = Journal.xǁJournalǁappend__mutmut_14 # type: ignore # mutmut generated
mutants_xǁJournalǁappend__mutmut['xǁJournalǁappend__mutmut_15'] = Journal.xǁJournalǁappend__mutmut_15 # type: ignore # mutmut generated
mutants_xǁJournalǁappend__mutmut['xǁJournalǁappend__mutmut_16'] = Journal.xǁJournalǁappend__mutmut_16 # type: ignore # mutmut generated

mutants_xǁJournalǁsync__mutmut['_mutmut_orig'] = Journal.xǁJournalǁsync__mutmut_orig # type: ignore # mutmut generated
mutants_xǁJournalǁsync__mutmut['xǁJournalǁsync__mutmut_1'] = Journal.xǁJournalǁsync__mutmut_1 # type: ignore # mutmut generated
mutants_xǁJournalǁsync__mutmut['xǁJournalǁsync__mutmut_2'] = Journal.xǁJournalǁsync__mutmut_2 # type: ignore # mutmut generated

mutants_xǁJournalǁclose__mutmut['_mutmut_orig'] = Journal.xǁJournalǁclose__mutmut_orig # type: ignore # mutmut generated
mutants_xǁJournalǁclose__mutmut['xǁJournalǁclose__mutmut_1'] = Journal.xǁJournalǁclose__mutmut_1 # type: ignore # mutmut generated

mutants_xǁJournalǁ_recover__mutmut['_mutmut_orig'] = Journal.xǁJournalǁ_recover__mutmut_orig # type: ignore # mutmut generated
mutants_xǁJournalǁ_recover__mutmut['xǁJournalǁ_recover__mutmut_1'] = Journal.xǁJournalǁ_recover__mutmut_1 # type: ignore # mutmut generated
mutants_xǁJournalǁ_recover__mutmut['xǁJournalǁ_recover__mutmut_2'] = Journal.xǁJournalǁ_recover__mutmut_2 # type: ignore # mutmut generated
mutants_xǁJournalǁ_recover__mutmut['xǁJournalǁ_recover__mutmut_3'] = Journal.xǁJournalǁ_recover__mutmut_3 # type: ignore # mutmut generated
mutants_xǁJournalǁ_recover__mutmut['xǁJournalǁ_recover__mutmut_4'] = Journal.xǁJournalǁ_recover__mutmut_4 # type: ignore # mutmut generated
mutants_xǁJournalǁ_recover__mutmut['xǁJournalǁ_recover__mutmut_5'] = Journal.xǁJournalǁ_recover__mutmut_5 # type: ignore # mutmut generated
mutants_xǁJournalǁ_recover__mutmut['xǁJournalǁ_recover__mutmut_6'] = Journal.xǁJournalǁ_recover__mutmut_6 # type: ignore # mutmut generated
mutants_xǁJournalǁ_recover__mutmut['xǁJournalǁ_recover__mutmut_7'] = Journal.xǁJournalǁ_recover__mutmut_7 # type: ignore # mutmut generated
mutants_xǁJournalǁ_recover__mutmut['xǁJournalǁ_recover__mutmut_8'] = Journal.xǁJournalǁ_recover__mutmut_8 # type: ignore # mutmut generated
mutants_xǁJournalǁ_recover__mutmut['xǁJournalǁ_recover__mutmut_9'] = Journal.xǁJournalǁ_recover__mutmut_9 # type: ignore # mutmut generated

mutants_xǁJournalǁ_after_newline__mutmut['_mutmut_orig'] = Journal.xǁJournalǁ_after_newline__mutmut_orig # type: ignore # mutmut generated
mutants_xǁJournalǁ_after_newline__mutmut['xǁJournalǁ_after_newline__mutmut_1'] = Journal.xǁJournalǁ_after_newline__mutmut_1 # type: ignore # mutmut generated
mutants_xǁJournalǁ_after_newline__mutmut['xǁJournalǁ_after_newline__mutmut_2'] = Journal.xǁJournalǁ_after_newline__mutmut_2 # type: ignore # mutmut generated
mutants_xǁJournalǁ_after_newline__mutmut['xǁJournalǁ_after_newline__mutmut_3'] = Journal.xǁJournalǁ_after_newline__mutmut_3 # type: ignore # mutmut generated
mutants_xǁJournalǁ_after_newline__mutmut['xǁJournalǁ_after_newline__mutmut_4'] = Journal.xǁJournalǁ_after_newline__mutmut_4 # type: ignore # mutmut generated
mutants_xǁJournalǁ_after_newline__mutmut['xǁJournalǁ_after_newline__mutmut_5'] = Journal.xǁJournalǁ_after_newline__mutmut_5 # type: ignore # mutmut generated
mutants_xǁJournalǁ_after_newline__mutmut['xǁJournalǁ_after_newline__mutmut_6'] = Journal.xǁJournalǁ_after_newline__mutmut_6 # type: ignore # mutmut generated
mutants_xǁJournalǁ_after_newline__mutmut['xǁJournalǁ_after_newline__mutmut_7'] = Journal.xǁJournalǁ_after_newline__mutmut_7 # type: ignore # mutmut generated
mutants_xǁJournalǁ_after_newline__mutmut['xǁJournalǁ_after_newline__mutmut_8'] = Journal.xǁJournalǁ_after_newline__mutmut_8 # type: ignore # mutmut generated
mutants_xǁJournalǁ_after_newline__mutmut['xǁJournalǁ_after_newline__mutmut_9'] = Journal.xǁJournalǁ_after_newline__mutmut_9 # type: ignore # mutmut generated
mutants_xǁJournalǁ_after_newline__mutmut['xǁJournalǁ_after_newline__mutmut_10'] = Journal.xǁJournalǁ_after_newline__mutmut_10 # type: ignore # mutmut generated
mutants_xǁJournalǁ_after_newline__mutmut['xǁJournalǁ_after_newline__mutmut_11'] = Journal.xǁJournalǁ_after_newline__mutmut_11 # type: ignore # mutmut generated
mutants_xǁJournalǁ_after_newline__mutmut['xǁJournalǁ_after_newline__mutmut_12'] = Journal.xǁJournalǁ_after_newline__mutmut_12 # type: ignore # mutmut generated
mutants_xǁJournalǁ_after_newline__mutmut['xǁJournalǁ_after_newline__mutmut_13'] = Journal.xǁJournalǁ_after_newline__mutmut_13 # type: ignore # mutmut generated
mutants_xǁJournalǁ_after_newline__mutmut['xǁJournalǁ_after_newline__mutmut_14'] = Journal.xǁJournalǁ_after_newline__mutmut_14 # type: ignore # mutmut generated
mutants_xǁJournalǁ_after_newline__mutmut['xǁJournalǁ_after_newline__mutmut_15'] = Journal.xǁJournalǁ_after_newline__mutmut_15 # type: ignore # mutmut generated
mutants_xǁJournalǁ_after_newline__mutmut['xǁJournalǁ_after_newline__mutmut_16'] = Journal.xǁJournalǁ_after_newline__mutmut_16 # type: ignore # mutmut generated
mutants_xǁJournalǁ_after_newline__mutmut['xǁJournalǁ_after_newline__mutmut_17'] = Journal.xǁJournalǁ_after_newline__mutmut_17 # type: ignore # mutmut generated
mutants_xǁJournalǁ_after_newline__mutmut['xǁJournalǁ_after_newline__mutmut_18'] = Journal.xǁJournalǁ_after_newline__mutmut_18 # type: ignore # mutmut generated
mutants_xǁJournalǁ_after_newline__mutmut['xǁJournalǁ_after_newline__mutmut_19'] = Journal.xǁJournalǁ_after_newline__mutmut_19 # type: ignore # mutmut generated
mutants_xǁJournalǁ_after_newline__mutmut['xǁJournalǁ_after_newline__mutmut_20'] = Journal.xǁJournalǁ_after_newline__mutmut_20 # type: ignore # mutmut generated
mutants_xǁJournalǁ_after_newline__mutmut['xǁJournalǁ_after_newline__mutmut_21'] = Journal.xǁJournalǁ_after_newline__mutmut_21 # type: ignore # mutmut generated
mutants_xǁJournalǁ_after_newline__mutmut['xǁJournalǁ_after_newline__mutmut_22'] = Journal.xǁJournalǁ_after_newline__mutmut_22 # type: ignore # mutmut generated
mutants_xǁJournalǁ_after_newline__mutmut['xǁJournalǁ_after_newline__mutmut_23'] = Journal.xǁJournalǁ_after_newline__mutmut_23 # type: ignore # mutmut generated
mutants_xǁJournalǁ_after_newline__mutmut['xǁJournalǁ_after_newline__mutmut_24'] = Journal.xǁJournalǁ_after_newline__mutmut_24 # type: ignore # mutmut generated
mutants_xǁJournalǁ_after_newline__mutmut['xǁJournalǁ_after_newline__mutmut_25'] = Journal.xǁJournalǁ_after_newline__mutmut_25 # type: ignore # mutmut generated
mutants_xǁJournalǁ_after_newline__mutmut['xǁJournalǁ_after_newline__mutmut_26'] = Journal.xǁJournalǁ_after_newline__mutmut_26 # type: ignore # mutmut generated
mutants_xǁJournalǁ_after_newline__mutmut['xǁJournalǁ_after_newline__mutmut_27'] = Journal.xǁJournalǁ_after_newline__mutmut_27 # type: ignore # mutmut generated
mutants_xǁJournalǁ_after_newline__mutmut['xǁJournalǁ_after_newline__mutmut_28'] = Journal.xǁJournalǁ_after_newline__mutmut_28 # type: ignore # mutmut generated

mutants_xǁJournalǁ_begin__mutmut['_mutmut_orig'] = Journal.xǁJournalǁ_begin__mutmut_orig # type: ignore # mutmut generated
mutants_xǁJournalǁ_begin__mutmut['xǁJournalǁ_begin__mutmut_1'] = Journal.xǁJournalǁ_begin__mutmut_1 # type: ignore # mutmut generated
mutants_xǁJournalǁ_begin__mutmut['xǁJournalǁ_begin__mutmut_2'] = Journal.xǁJournalǁ_begin__mutmut_2 # type: ignore # mutmut generated

mutants_xǁJournalǁ_last_line__mutmut['_mutmut_orig'] = Journal.xǁJournalǁ_last_line__mutmut_orig # type: ignore # mutmut generated
mutants_xǁJournalǁ_last_line__mutmut['xǁJournalǁ_last_line__mutmut_1'] = Journal.xǁJournalǁ_last_line__mutmut_1 # type: ignore # mutmut generated
mutants_xǁJournalǁ_last_line__mutmut['xǁJournalǁ_last_line__mutmut_2'] = Journal.xǁJournalǁ_last_line__mutmut_2 # type: ignore # mutmut generated
mutants_xǁJournalǁ_last_line__mutmut['xǁJournalǁ_last_line__mutmut_3'] = Journal.xǁJournalǁ_last_line__mutmut_3 # type: ignore # mutmut generated
mutants_xǁJournalǁ_last_line__mutmut['xǁJournalǁ_last_line__mutmut_4'] = Journal.xǁJournalǁ_last_line__mutmut_4 # type: ignore # mutmut generated
mutants_xǁJournalǁ_last_line__mutmut['xǁJournalǁ_last_line__mutmut_5'] = Journal.xǁJournalǁ_last_line__mutmut_5 # type: ignore # mutmut generated
mutants_xǁJournalǁ_last_line__mutmut['xǁJournalǁ_last_line__mutmut_6'] = Journal.xǁJournalǁ_last_line__mutmut_6 # type: ignore # mutmut generated
mutants_xǁJournalǁ_last_line__mutmut['xǁJournalǁ_last_line__mutmut_7'] = Journal.xǁJournalǁ_last_line__mutmut_7 # type: ignore # mutmut generated
mutants_xǁJournalǁ_last_line__mutmut['xǁJournalǁ_last_line__mutmut_8'] = Journal.xǁJournalǁ_last_line__mutmut_8 # type: ignore # mutmut generated
mutants_xǁJournalǁ_last_line__mutmut['xǁJournalǁ_last_line__mutmut_9'] = Journal.xǁJournalǁ_last_line__mutmut_9 # type: ignore # mutmut generated
mutants_xǁJournalǁ_last_line__mutmut['xǁJournalǁ_last_line__mutmut_10'] = Journal.xǁJournalǁ_last_line__mutmut_10 # type: ignore # mutmut generated
mutants_xǁJournalǁ_last_line__mutmut['xǁJournalǁ_last_line__mutmut_11'] = Journal.xǁJournalǁ_last_line__mutmut_11 # type: ignore # mutmut generated
mutants_xǁJournalǁ_last_line__mutmut['xǁJournalǁ_last_line__mutmut_12'] = Journal.xǁJournalǁ_last_line__mutmut_12 # type: ignore # mutmut generated
mutants_xǁJournalǁ_last_line__mutmut['xǁJournalǁ_last_line__mutmut_13'] = Journal.xǁJournalǁ_last_line__mutmut_13 # type: ignore # mutmut generated
mutants_xǁJournalǁ_last_line__mutmut['xǁJournalǁ_last_line__mutmut_14'] = Journal.xǁJournalǁ_last_line__mutmut_14 # type: ignore # mutmut generated
mutants_xǁJournalǁ_last_line__mutmut['xǁJournalǁ_last_line__mutmut_15'] = Journal.xǁJournalǁ_last_line__mutmut_15 # type: ignore # mutmut generated
mutants_xǁJournalǁ_last_line__mutmut['xǁJournalǁ_last_line__mutmut_16'] = Journal.xǁJournalǁ_last_line__mutmut_16 # type: ignore # mutmut generated
mutants_xǁJournalǁ_last_line__mutmut['xǁJournalǁ_last_line__mutmut_17'] = Journal.xǁJournalǁ_last_line__mutmut_17 # type: ignore # mutmut generated
mutants_xǁJournalǁ_last_line__mutmut['xǁJournalǁ_last_line__mutmut_18'] = Journal.xǁJournalǁ_last_line__mutmut_18 # type: ignore # mutmut generated
mutants_xǁJournalǁ_last_line__mutmut['xǁJournalǁ_last_line__mutmut_19'] = Journal.xǁJournalǁ_last_line__mutmut_19 # type: ignore # mutmut generated
mutants_xǁJournalǁ_last_line__mutmut['xǁJournalǁ_last_line__mutmut_20'] = Journal.xǁJournalǁ_last_line__mutmut_20 # type: ignore # mutmut generated
mutants_xǁJournalǁ_last_line__mutmut['xǁJournalǁ_last_line__mutmut_21'] = Journal.xǁJournalǁ_last_line__mutmut_21 # type: ignore # mutmut generated
mutants_xǁJournalǁ_last_line__mutmut['xǁJournalǁ_last_line__mutmut_22'] = Journal.xǁJournalǁ_last_line__mutmut_22 # type: ignore # mutmut generated
mutants_xǁJournalǁ_last_line__mutmut['xǁJournalǁ_last_line__mutmut_23'] = Journal.xǁJournalǁ_last_line__mutmut_23 # type: ignore # mutmut generated
mutants_xǁJournalǁ_last_line__mutmut['xǁJournalǁ_last_line__mutmut_24'] = Journal.xǁJournalǁ_last_line__mutmut_24 # type: ignore # mutmut generated
mutants_xǁJournalǁ_last_line__mutmut['xǁJournalǁ_last_line__mutmut_25'] = Journal.xǁJournalǁ_last_line__mutmut_25 # type: ignore # mutmut generated
mutants_xǁJournalǁ_last_line__mutmut['xǁJournalǁ_last_line__mutmut_26'] = Journal.xǁJournalǁ_last_line__mutmut_26 # type: ignore # mutmut generated
mutants_xǁJournalǁ_last_line__mutmut['xǁJournalǁ_last_line__mutmut_27'] = Journal.xǁJournalǁ_last_line__mutmut_27 # type: ignore # mutmut generated
mutants_xǁJournalǁ_last_line__mutmut['xǁJournalǁ_last_line__mutmut_28'] = Journal.xǁJournalǁ_last_line__mutmut_28 # type: ignore # mutmut generated
mutants_xǁJournalǁ_last_line__mutmut['xǁJournalǁ_last_line__mutmut_29'] = Journal.xǁJournalǁ_last_line__mutmut_29 # type: ignore # mutmut generated
mutants_xǁJournalǁ_last_line__mutmut['xǁJournalǁ_last_line__mutmut_30'] = Journal.xǁJournalǁ_last_line__mutmut_30 # type: ignore # mutmut generated
mutants_xǁJournalǁ_last_line__mutmut['xǁJournalǁ_last_line__mutmut_31'] = Journal.xǁJournalǁ_last_line__mutmut_31 # type: ignore # mutmut generated
mutants_xǁJournalǁ_last_line__mutmut['xǁJournalǁ_last_line__mutmut_32'] = Journal.xǁJournalǁ_last_line__mutmut_32 # type: ignore # mutmut generated
mutants_xǁJournalǁ_last_line__mutmut['xǁJournalǁ_last_line__mutmut_33'] = Journal.xǁJournalǁ_last_line__mutmut_33 # type: ignore # mutmut generated
mutants_xǁJournalǁ_last_line__mutmut['xǁJournalǁ_last_line__mutmut_34'] = Journal.xǁJournalǁ_last_line__mutmut_34 # type: ignore # mutmut generated
mutants_xǁJournalǁ_last_line__mutmut['xǁJournalǁ_last_line__mutmut_35'] = Journal.xǁJournalǁ_last_line__mutmut_35 # type: ignore # mutmut generated
mutants_xǁJournalǁ_last_line__mutmut['xǁJournalǁ_last_line__mutmut_36'] = Journal.xǁJournalǁ_last_line__mutmut_36 # type: ignore # mutmut generated
mutants_xǁJournalǁ_last_line__mutmut['xǁJournalǁ_last_line__mutmut_37'] = Journal.xǁJournalǁ_last_line__mutmut_37 # type: ignore # mutmut generated
mutants_xǁJournalǁ_last_line__mutmut['xǁJournalǁ_last_line__mutmut_38'] = Journal.xǁJournalǁ_last_line__mutmut_38 # type: ignore # mutmut generated
mutants_xǁJournalǁ_last_line__mutmut['xǁJournalǁ_last_line__mutmut_39'] = Journal.xǁJournalǁ_last_line__mutmut_39 # type: ignore # mutmut generated
mutants_xǁJournalǁ_last_line__mutmut['xǁJournalǁ_last_line__mutmut_40'] = Journal.xǁJournalǁ_last_line__mutmut_40 # type: ignore # mutmut generated
mutants_xǁJournalǁ_last_line__mutmut['xǁJournalǁ_last_line__mutmut_41'] = Journal.xǁJournalǁ_last_line__mutmut_41 # type: ignore # mutmut generated
mutants_xǁJournalǁ_last_line__mutmut['xǁJournalǁ_last_line__mutmut_42'] = Journal.xǁJournalǁ_last_line__mutmut_42 # type: ignore # mutmut generated
mutants_xǁJournalǁ_last_line__mutmut['xǁJournalǁ_last_line__mutmut_43'] = Journal.xǁJournalǁ_last_line__mutmut_43 # type: ignore # mutmut generated
mutants_xǁJournalǁ_last_line__mutmut['xǁJournalǁ_last_line__mutmut_44'] = Journal.xǁJournalǁ_last_line__mutmut_44 # type: ignore # mutmut generated

mutants_xǁJournalǁ_write__mutmut['_mutmut_orig'] = Journal.xǁJournalǁ_write__mutmut_orig # type: ignore # mutmut generated
mutants_xǁJournalǁ_write__mutmut['xǁJournalǁ_write__mutmut_1'] = Journal.xǁJournalǁ_write__mutmut_1 # type: ignore # mutmut generated
mutants_xǁJournalǁ_write__mutmut['xǁJournalǁ_write__mutmut_2'] = Journal.xǁJournalǁ_write__mutmut_2 # type: ignore # mutmut generated
mutants_xǁJournalǁ_write__mutmut['xǁJournalǁ_write__mutmut_3'] = Journal.xǁJournalǁ_write__mutmut_3 # type: ignore # mutmut generated
mutants_xǁJournalǁ_write__mutmut['xǁJournalǁ_write__mutmut_4'] = Journal.xǁJournalǁ_write__mutmut_4 # type: ignore # mutmut generated
mutants_xǁJournalǁ_write__mutmut['xǁJournalǁ_write__mutmut_5'] = Journal.xǁJournalǁ_write__mutmut_5 # type: ignore # mutmut generated
mutants_xǁJournalǁ_write__mutmut['xǁJournalǁ_write__mutmut_6'] = Journal.xǁJournalǁ_write__mutmut_6 # type: ignore # mutmut generated
mutants_xǁJournalǁ_write__mutmut['xǁJournalǁ_write__mutmut_7'] = Journal.xǁJournalǁ_write__mutmut_7 # type: ignore # mutmut generated
mutants_xǁJournalǁ_write__mutmut['xǁJournalǁ_write__mutmut_8'] = Journal.xǁJournalǁ_write__mutmut_8 # type: ignore # mutmut generated
mutants_xǁJournalǁ_write__mutmut['xǁJournalǁ_write__mutmut_9'] = Journal.xǁJournalǁ_write__mutmut_9 # type: ignore # mutmut generated
mutants_xǁJournalǁ_write__mutmut['xǁJournalǁ_write__mutmut_10'] = Journal.xǁJournalǁ_write__mutmut_10 # type: ignore # mutmut generated
mutants_xǁJournalǁ_write__mutmut['xǁJournalǁ_write__mutmut_11'] = Journal.xǁJournalǁ_write__mutmut_11 # type: ignore # mutmut generated
mutants_xǁJournalǁ_write__mutmut['xǁJournalǁ_write__mutmut_12'] = Journal.xǁJournalǁ_write__mutmut_12 # type: ignore # mutmut generated
mutants_xǁJournalǁ_write__mutmut['xǁJournalǁ_write__mutmut_13'] = Journal.xǁJournalǁ_write__mutmut_13 # type: ignore # mutmut generated
mutants_xǁJournalǁ_write__mutmut['xǁJournalǁ_write__mutmut_14'] = Journal.xǁJournalǁ_write__mutmut_14 # type: ignore # mutmut generated
mutants_xǁJournalǁ_write__mutmut['xǁJournalǁ_write__mutmut_15'] = Journal.xǁJournalǁ_write__mutmut_15 # type: ignore # mutmut generated
mutants_xǁJournalǁ_write__mutmut['xǁJournalǁ_write__mutmut_16'] = Journal.xǁJournalǁ_write__mutmut_16 # type: ignore # mutmut generated
mutants_xǁJournalǁ_write__mutmut['xǁJournalǁ_write__mutmut_17'] = Journal.xǁJournalǁ_write__mutmut_17 # type: ignore # mutmut generated
mutants_xǁJournalǁ_write__mutmut['xǁJournalǁ_write__mutmut_18'] = Journal.xǁJournalǁ_write__mutmut_18 # type: ignore # mutmut generated
mutants_xǁJournalǁ_write__mutmut['xǁJournalǁ_write__mutmut_19'] = Journal.xǁJournalǁ_write__mutmut_19 # type: ignore # mutmut generated

mutants_xǁJournalǁ_unwritable__mutmut['_mutmut_orig'] = Journal.xǁJournalǁ_unwritable__mutmut_orig # type: ignore # mutmut generated
mutants_xǁJournalǁ_unwritable__mutmut['xǁJournalǁ_unwritable__mutmut_1'] = Journal.xǁJournalǁ_unwritable__mutmut_1 # type: ignore # mutmut generated
mutants_xǁJournalǁ_unwritable__mutmut['xǁJournalǁ_unwritable__mutmut_2'] = Journal.xǁJournalǁ_unwritable__mutmut_2 # type: ignore # mutmut generated
mutants_xǁJournalǁ_unwritable__mutmut['xǁJournalǁ_unwritable__mutmut_3'] = Journal.xǁJournalǁ_unwritable__mutmut_3 # type: ignore # mutmut generated
mutants_xǁJournalǁ_unwritable__mutmut['xǁJournalǁ_unwritable__mutmut_4'] = Journal.xǁJournalǁ_unwritable__mutmut_4 # type: ignore # mutmut generated
mutants_xǁJournalǁ_unwritable__mutmut['xǁJournalǁ_unwritable__mutmut_5'] = Journal.xǁJournalǁ_unwritable__mutmut_5 # type: ignore # mutmut generated
mutants_xǁJournalǁ_unwritable__mutmut['xǁJournalǁ_unwritable__mutmut_6'] = Journal.xǁJournalǁ_unwritable__mutmut_6 # type: ignore # mutmut generated
