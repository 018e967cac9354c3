"""Rows as CSV in which spreadsheets find no formulas."""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import chain
from typing import Literal, TextIO

import msgspec

from tunewise.space import Value

_FORMULA = re.compile("'*[=+\\-@\t\r\n\uff0b\uff0d\uff1d\uff20]")  # as OWASP lists them


def write_rows(file: TextIO, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Writes rows as CSV in which spreadsheets find no formulas."""
    file.writelines(map(csv_lines(), chain([header], rows)))


def csv_lines() -> Callable[[Sequence[object]], str]:
    """What makes lines of CSV of rows.

    A text that a spreadsheet would read as a formula gets an apostrophe in front, which marks it as text; so
    does one that already has apostrophes before a formula, so that removing one restores each text. Numbers
    stay unchanged.
    """
    # Python's csv doesn't quote carriage returns, which readers take for the end of a row
    returns: set[object] = set()

    @lru_cache(1024)  # rows have few different texts
    def inert(text: str) -> str:
        cell = f"'{text}" if _FORMULA.match(text) and not _is_number(text) else text
        if "\r" in cell:
            returns.add(cell)
        return cell

    @lru_cache(1024)
    def text_of(text: str) -> str:
        return _cell(inert(text))

    def line(row: Sequence[object]) -> str:
        texts = [text_of(cell) if type(cell) is str else _cell(cell) for cell in row]
        if returns and not returns.isdisjoint(cells := [inert(c) if type(c) is str else c for c in row]):
            return _as_csv(cells, csv.QUOTE_ALL)
        return f"{','.join(texts)}\n"

    return line


def without_mark(text: str) -> str:
    """The text of a cell that `csv_lines` wrote."""
    return text[1:] if text[:1] == "'" and _FORMULA.match(text) else text


def _cell(cell: object) -> str:
    """A cell of a row that has others, as one alone would have quotes if it were empty."""
    return str(cell) if type(cell) is float or type(cell) is int else _as_csv([cell, 0])[:-3]


def _as_csv(row: Sequence[object], quoting: Literal[0, 1] = csv.QUOTE_MINIMAL) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n", quoting=quoting).writerow(row)
    return written.getvalue()


def plain_numbers(numbers: Sequence[Value]) -> str | None:
    """The cells of numbers, in a fifth of the time that `csv` takes; None for some numbers and all else."""
    text = msgspec.json.encode(numbers)
    # JSON writes numbers as Python does, but for those of fewer than four digits after 0. or with exponents
    usual = not text.translate(None, b"0123456789.,-[]") and b"0.0000" not in text
    return text[1:-1].decode() if usual else None


def _is_number(text: str) -> bool:
    try:
        return math.isfinite(float(text))
    except ValueError:
        return False
