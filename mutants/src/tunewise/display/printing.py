"""What a person reads: lines, fields, commands and tables, which fit the terminal and can't drive it.

All that commands print goes through here, as texts may come from outside: what a script reported, failed with
or was called. No control character of it reaches the terminal, and on a terminal lines break between words.
"""

import codecs
import io
import os
import re
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import TextIO

import click
from rich.cells import cell_len

from tunewise.display.characters import harmless, in_one_line

GAP = "  "
UNTOLD = os.terminal_size((80, 24))
LABELS = 12  # columns of a field's label, at least
TEXT = 24  # columns in which the last column of a table can still be read
HEADING = 12  # columns to which a heading may be cut off that is wider than what stands below it
LINES = 3  # of one cell, at most

_HELD = "\ue000"  # a space at which no line breaks, while lines are made
_UNBROKEN = re.compile(r"`[^`]*`")
_QUOTED = re.compile(r"""(?:'[^']*'|"(?:\\.|[^"\\])*"|\S)+""", re.DOTALL)


class Command(str):
    """A command for a person to copy: where it is too long for a line, a shell reads it all the same."""

    __slots__ = ()


# ---- lines ----------------------------------------------------------------------------------------------


def say(text: str = "", err: bool = False, hang: int = 0) -> None:
    """Prints lines of words; on a terminal those that are too long break between words.

    hang: columns by which what goes on on the next line is indented; at least as far as the line itself.
    """
    limit = line_limit(err)
    for line in harmless(text).split("\n"):
        start = max(hang, len(line) - len(line.lstrip(" ")))
        first, *others = _wrapped(line[start:], limit and limit - start)
        for part in (f"{line[:start]}{first}", *(f"{' ' * start}{other}" for other in others)):
            _echo(part, err)


def say_as_is(text: str, err: bool = False) -> None:
    """Prints what has lines of its own, such as a traceback."""
    _echo(harmless(text), err)


def say_command(command: str) -> None:
    """Prints a command on a line of its own, or on several that a shell reads as one."""
    limit = line_limit()
    for line in _continued(harmless(command), limit and limit - len(GAP)):
        _echo(f"{GAP}{line}")


def line_limit(err: bool = False) -> int | None:
    """The columns of the terminal, 80 where it doesn't tell them; None where there is none."""
    stream = sys.stderr if err else sys.stdout
    if not stream.isatty():
        return None
    own = UNTOLD
    with suppress(OSError):
        own = os.get_terminal_size(stream.fileno())
    # $COLUMNS, or standard output's, or its own; 0 is what consoles and containers say that know no size
    return shutil.get_terminal_size(own).columns or own.columns or UNTOLD.columns


def _echo(line: str, err: bool = False) -> None:
    click.echo(_encodable(line, sys.stderr if err else sys.stdout), err=err)


def _encodable(text: str, stream: TextIO) -> str:
    """The text with escapes for what the stream's encoding lacks."""
    encoding = stream.encoding or "utf-8"
    return text.encode(encoding, "backslashreplace").decode(encoding)


def _wrapped(text: str, width: int | None) -> list[str]:
    """Lines of at most `width` columns, but for words that are longer; a command in backticks is one word."""
    if width is None or cell_len(text) <= width:
        return [text]
    held = _UNBROKEN.sub(lambda match: match[0].replace(" ", _HELD), text)
    return [line.replace(_HELD, " ") for line in _filled(held.split(" "), width)]


def _continued(command: str, width: int | None) -> list[str]:
    """A command on lines that end in a backslash; what stands in quotes stays together."""
    if width is None or cell_len(command) <= width:
        return [command]
    *lines, last = _filled(_QUOTED.findall(command), width - 2, indent=GAP)
    return [*(f"{line} \\" for line in lines), last]


def _filled(words: Iterable[str], width: int, indent: str = "") -> list[str]:
    """Words on lines of at most `width` columns, all lines but the first indented."""
    lines: list[str] = []
    for word in words:
        if lines and cell_len(lines[-1]) + 1 + cell_len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(f"{indent if lines else ''}{word}")
    return lines or [""]


class Outlet:
    """Bytes on their way to standard output: to a file or a pipe as they are, to a terminal as harmless text.

    There a carriage return is a line break, so that nothing that was printed covers something else.
    """

    def __init__(self) -> None:
        self._plain = not sys.stdout.isatty()
        utf8 = codecs.getincrementaldecoder("utf-8")("replace")
        self._decoder = io.IncrementalNewlineDecoder(utf8, translate=True)

    def write(self, data: bytes) -> None:
        if self._plain:
            sys.stdout.buffer.write(data)
        else:
            sys.stdout.write(_encodable(harmless(self._decoder.decode(data)), sys.stdout))
        sys.stdout.flush()


# ---- fields ---------------------------------------------------------------------------------------------


def print_field(label: str, text: str) -> None:
    """Prints a line such as `  metric      val_loss, smaller is better`."""
    print_fields([(label, text)])


def print_fields(fields: Iterable[tuple[str, str]]) -> None:
    """Prints fields one below the other, their texts aligned, a `Command` so that it can be copied.

    Where a label is too long for half a line, its text stands below it.
    """
    shown = [(in_one_line(label), text) for label, text in fields]
    limit = line_limit()
    most = 40 if limit is None else max(LABELS, limit // 2 - len(GAP))
    widths = [cell_len(label) + len(GAP) for label, _ in shown]
    column = max([LABELS, *(width for width in widths if width <= most)])
    room = limit and max(1, limit - len(GAP) - column)
    for (label, text), width in zip(shown, widths, strict=True):
        plain = in_one_line(text)
        lines = _continued(plain, room) if isinstance(text, Command) else _wrapped(plain, room)
        if width > column:
            _echo(f"{GAP}{label}")
            label = ""
        _echo(f"{GAP}{label}{' ' * (column - cell_len(label))}{lines[0]}")
        for line in lines[1:]:
            _echo(f"{GAP}{' ' * column}{line}")


# ---- tables ---------------------------------------------------------------------------------------------


def print_table(
    headings: Sequence[str], rows: Iterable[Sequence[str]], right: frozenset[str] = frozenset()
) -> None:
    """Prints rows under their headings; columns whose headings are in `right` are aligned to the right.

    On a terminal that is too narrow, long headings are cut off, and a last column of words takes several
    lines in each row; without one, or where nothing is left for it, each row becomes a paragraph. Elsewhere
    lines are as long as they are.
    """
    names, rights = [in_one_line(heading) for heading in headings], [heading in right for heading in headings]
    table = [[in_one_line(cell) for cell in row] for row in rows]
    widths = _widths([names, *table])
    limit = line_limit()
    if limit is not None and _total(widths) > limit:
        short = [name[:HEADING] for name in names[:-1]]
        narrow = _widths([[*short, names[-1]], *table])
        narrow[-1] = min(narrow[-1], limit - _total(narrow[:-1]) - len(GAP))
        if narrow[-1] < (widths[-1] if headings[-1] in right else min(TEXT, widths[-1])):
            _print_paragraphs(names, table, limit, headings[0] in right)
            return
        widths = narrow
    shown = [_cut(name, width) for name, width in zip(names, widths, strict=True)]
    for line in _row(shown, widths, rights):
        _echo(line if "NO_COLOR" in os.environ else click.style(line, dim=True))
    for row in table:
        for line in _row(row, widths, rights):
            _echo(line)


def _row(cells: Sequence[str], widths: Sequence[int], rights: Sequence[bool]) -> Iterator[str]:
    """The lines of a row, of which all but the first have the rest of its last cell alone."""
    last, *others = _shortened(_wrapped(cells[-1], widths[-1]), widths[-1])
    padded = map(_padded, [*cells[:-1], last], widths, rights)
    yield GAP.join(padded).rstrip()
    for other in others:
        yield f"{' ' * (_total(widths[:-1]) + len(GAP))}{other}"


def width_of(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """How many columns of the terminal a table takes."""
    return _total(_widths([headings, *rows]))


def _widths(table: Iterable[Sequence[str]]) -> list[int]:
    return [max(map(cell_len, column)) for column in zip(*table, strict=True)]


def _total(widths: Sequence[int]) -> int:
    return sum(widths) + len(GAP) * max(0, len(widths) - 1)


def _padded(cell: str, width: int, right: bool) -> str:
    space = " " * (width - cell_len(cell))
    return f"{space}{cell}" if right else f"{cell}{space}"


def _shortened(lines: list[str], width: int) -> list[str]:
    """At most so many lines as a cell may have, each within the width."""
    if len(lines) > LINES:
        lines = [*lines[: LINES - 1], f"{lines[LINES - 1]} …"]
    return [_cut(line, width) for line in lines]


def _cut(line: str, width: int) -> str:
    if cell_len(line) <= width:
        return line
    while cell_len(line) > width - 1:
        line = line[:-1]
    return f"{line.rstrip()}…"


def _print_paragraphs(
    names: Sequence[str], table: Iterable[Sequence[str]], limit: int, numbered: bool
) -> None:
    """Each row as its first cell, and below it what stands under the other headings."""
    for first, *cells in table:
        _echo(f"{names[0]} {first}" if numbered else first)
        told = (f"{name} {cell}".strip() for name, cell in zip(names[1:], cells, strict=True) if cell)
        for line in _wrapped(", ".join(told), max(1, limit - len(GAP))):
            _echo(f"{GAP}{line}")
