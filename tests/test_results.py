"""Tables of results as CSV."""

import csv
import io
import re
from collections.abc import Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.helpers.recordings import Recording

from tunewise.csv_rows import write_rows
from tunewise.results import write_csv

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def written(rows: Sequence[Sequence[object]]) -> list[list[str]]:
    """The cells that a reader of CSV finds below the header."""
    file = io.StringIO(newline="")
    write_rows(file, ["a", "b", "c"], rows)
    return list(csv.reader(io.StringIO(file.getvalue(), newline="")))[1:]


def original(cell: str) -> str:
    """What the docs say: without the apostrophe before a formula."""
    return re.sub(rf"^'(?='*[{re.escape(''.join(FORMULA))}])", "", cell)


@pytest.mark.parametrize("mark", FORMULA)
def test_a_text_that_a_spreadsheet_would_run_is_text(mark: str) -> None:
    for text in (f"{mark}cmd|' /C calc'!A0", mark, f"'{mark}x"):
        assert written([(text, 1, 2)]) == [[f"'{text}", "1", "2"]]


def test_numbers_stay_numbers() -> None:
    assert written([(-1.5, -3, "-1.5"), ("+2e-3", True, ""), ("a-b", "'s", "it's =")]) == [
        ["-1.5", "-3", "-1.5"],
        ["+2e-3", "True", ""],
        ["a-b", "'s", "it's ="],
    ]


@given(st.lists(st.tuples(*3 * [st.text(st.sampled_from(["a", "1", " ", ",", '"', "'", "\v", *FORMULA]))])))
@example([("a\rb", "x", "y"), ("x", "y", "z")])  # Python's csv leaves that unquoted
def test_each_text_can_be_read_back_and_none_is_run(rows: list[tuple[str, str, str]]) -> None:
    found = written(rows)
    assert [tuple(map(original, row)) for row in found] == rows
    for cell in (cell for row in found for cell in row if cell.startswith(FORMULA)):
        float(cell)


def test_names_and_texts_of_scripts_are_not_run() -> None:
    told = Recording()
    trial = told.start()
    told.report(trial, 1.0)
    told.entries[-1].fact.values["=HYPERLINK(1)"] = "@SUM(1)"  # type: ignore[union-attr]
    record = told.write()
    file = io.StringIO()
    write_csv(record, file)
    header, row = csv.reader(io.StringIO(file.getvalue()))
    assert dict(zip(header, row, strict=True))["'=HYPERLINK(1)"] == "'@SUM(1)"
    assert next(record.rows())["=HYPERLINK(1)"] == "@SUM(1)"  # Python gets what was reported
