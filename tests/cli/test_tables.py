from __future__ import annotations

import pytest

from tunewise.cli import tables

HEADINGS = ("name", "trials")
ROWS = [("lm", "12"), ("a longer name", "3")]


def printed(capsys: pytest.CaptureFixture[str]) -> list[str]:
    tables.print_table(HEADINGS, ROWS, right=frozenset({"trials"}))
    return capsys.readouterr().out.splitlines()


def test_columns_are_as_wide_as_what_they_hold(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys) == ["name           trials", "lm                 12", "a longer name       3"]


def test_lines_are_cut_to_the_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "line_limit", lambda: 10)
    assert printed(capsys) == ["name     …", "lm       …", "a longer …"]
