"""What reaches a terminal: harmless, and broken between words."""

import io
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from tests.helpers.recordings import Recording

import tunewise.cli
from tunewise.display import printing
from tunewise.display.characters import harmless, in_one_line
from tunewise.display.printing import Command, Outlet
from tunewise.results import ExperimentResult

HEADINGS = ("name", "trials", "configuration")
ROWS = [("lm", "12", "lr=0.1 dropout=0.5 optimizer=sgd"), ("a longer name", "3", "lr=0.2")]
RIGHT = frozenset({"trials"})

NASTY = "\x1b[2J\x07\r\x9b31m\x7f\u202e"  # clears, rings, goes back, colours, and turns writing around

Printed = pytest.CaptureFixture[str]


class Terminal(io.TextIOWrapper):
    """A standard output that says that it is a terminal."""

    def __init__(self, encoding: str = "utf-8") -> None:
        super().__init__(io.BytesIO(), encoding=encoding)

    def isatty(self) -> bool:
        return True

    def text(self) -> str:
        self.flush()
        assert isinstance(self.buffer, io.BytesIO)
        return self.buffer.getvalue().decode(self.encoding)

    def lines(self) -> list[str]:
        return self.text().splitlines()


@contextmanager
def terminal(columns: int = 40, encoding: str = "utf-8", color: bool = False) -> Iterator[Terminal]:
    """Standard output and standard error are a terminal."""
    stream = Terminal(encoding)
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(stream), redirect_stderr(stream):
        patch.setenv("COLUMNS", str(columns))
        patch.delenv("NO_COLOR", raising=False)
        if not color:
            patch.setenv("NO_COLOR", "1")
        yield stream


def called(*arguments: str, columns: int) -> list[str]:
    """The lines that a command shows on a terminal."""
    with terminal(columns) as shown, pytest.raises(SystemExit):
        tunewise.cli.main(list(arguments))
    return shown.lines()


# ---- control characters ---------------------------------------------------------------------------------


def test_control_characters_are_shown_as_pictures() -> None:
    assert harmless(f"a{NASTY}b") == "a␛[2J␇␍\ufffd31m␡\ufffdb"
    assert harmless("two\nlines\tand a tab") == "two\nlines\tand a tab"
    assert in_one_line("two\nlines\tand a tab\u2028") == "two␊lines␉and a tab␤"
    assert harmless("val_loss ± 3 ✓ 漢字 é") == "val_loss ± 3 ✓ 漢字 é"


@given(st.text(st.characters(), max_size=30))
def test_whatever_comes_is_harmless(text: str) -> None:
    shown = in_one_line(text)
    assert len(shown) == len(text)  # so that styles and columns stay where they were
    assert not any(ord(mark) < 32 or 127 <= ord(mark) < 160 for mark in shown)
    shown.encode()  # no half of a pair
    assert in_one_line(shown) == shown
    assert set(harmless(text)) - set(shown) <= {"\n", "\t", "\u2028", "\u2029"}


def test_no_command_prints_but_through_this_module() -> None:
    """Nothing else does but what tells that standard output is lost."""
    cli, display = Path(tunewise.cli.__file__).parent, Path(printing.__file__).parent
    printers = {
        path.relative_to(cli.parent).as_posix()
        for path in (*cli.rglob("*.py"), *display.rglob("*.py"))
        if re.search(r"click\.echo|(?<![\w.])print\(", path.read_text())
    }
    assert printers == {"display/printing.py", "cli/group.py", "cli/output.py"}


def test_what_an_encoding_lacks_is_escaped() -> None:
    with terminal(encoding="ascii") as shown:
        printing.say("loss ± 1")
    assert shown.text() == "loss \\xb1 1\n"


def nasty() -> ExperimentResult:
    """An experiment whose texts come from somebody who means harm."""
    told = Recording()
    told.report(told.start(), 1.0)
    told.report(0, 0.5)
    trial = told.start(kind=f"because{NASTY}")
    told.fail(trial, f"bad{NASTY}\nTraceback{NASTY}\nKeyError{NASTY}")
    record = told.write()
    told.file(1, 0, "stdout", f"printed{NASTY}\n")
    told.file(1, 0, "stderr", f"error{NASTY}\n")
    return record


SHOWN = (
    ("list",),
    ("show", "lm"),
    ("show", "lm", "--decisions"),
    ("show", "lm", "--notes"),
    ("show", "lm", "--trial", "1"),
    ("best", "lm"),
    ("cost", "lm"),
    ("logs", "lm", "1"),
    ("logs", "lm", "1", "--stderr"),
    ("show", NASTY),
    ("show", "lm", f"--{NASTY}"),
)


@pytest.mark.parametrize("arguments", SHOWN)
@pytest.mark.parametrize("columns", [40, 80])
def test_nothing_raw_reaches_a_terminal_and_lines_break_between_words(
    arguments: tuple[str, ...], columns: int
) -> None:
    folder = str(nasty().paths.folder)
    shown = called(*arguments, columns=columns)
    assert shown
    for line in shown:
        assert line.isprintable(), line
        assert cell_len(line) <= columns or folder in line, line


def test_a_log_goes_to_a_pipe_as_it_is() -> None:
    nasty()
    command = [sys.executable, "-m", "tunewise", "logs", "lm", "1"]
    assert subprocess.run(command, capture_output=True, check=True).stdout == f"printed{NASTY}\n".encode()


def test_a_log_on_a_terminal_may_come_in_pieces() -> None:
    with terminal() as shown:
        outlet = Outlet()
        for byte in "±\r\n1 %\r2 %\x1b[0m\n\xff".encode().replace("\xff".encode(), b"\xff"):
            outlet.write(bytes([byte]))
    assert shown.text() == "±\n1 %\n2 %␛[0m\n\ufffd"


# ---- lines, fields and commands -------------------------------------------------------------------------


def test_lines_break_between_words() -> None:
    with terminal() as shown:
        printing.say("  Finished: the limit of 6 trials started is reached, `tunewise resume lm` goes on.")
        printing.say("[0:00:01] best loss 1 of a trial that was not the first one", hang=10)
        printing.say("a" * 50)
    assert shown.lines() == [
        "  Finished: the limit of 6 trials",
        "  started is reached,",
        "  `tunewise resume lm` goes on.",
        "[0:00:01] best loss 1 of a trial that",
        "          was not the first one",
        "a" * 50,
    ]


def test_a_terminal_that_tells_no_size_has_80_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    master, slave = os.openpty()
    with open(master, "rb"), open(slave, "w") as stream, redirect_stdout(stream):
        assert os.get_terminal_size(slave).columns == 0
        assert printing.line_limit() == 80


def test_a_long_command_is_one_to_a_shell() -> None:
    words = ["printf", "%s|", *(f"--name-{number}=it's 3  spaces" for number in range(9)), 'a"b', "$HOME"]
    with terminal() as shown:
        printing.say_command(shlex.join(words))
    assert len(shown.lines()) > 3
    done = subprocess.run(["sh", "-c", shown.text()], capture_output=True, text=True, check=True)
    assert done.stdout == "".join(f"{word}|" for word in words[2:])


def test_a_long_label_is_not_glued_to_its_text() -> None:
    fields = [("lr", "0.1"), ("learning_rate", "0.2"), ("a" * 30, "0.3 and more than one line of words here")]
    with terminal() as shown:
        printing.print_fields(fields)
        printing.print_field("go on", Command("tunewise resume a-rather-long-name --max-trials 12"))
    assert shown.lines() == [
        "  lr             0.1",
        "  learning_rate  0.2",
        f"  {'a' * 30}",
        "                 0.3 and more than one",
        "                 line of words here",
        "  go on       tunewise resume \\",
        "                a-rather-long-name \\",
        "                --max-trials 12",
    ]


def test_elsewhere_fields_are_lines(capsys: Printed) -> None:
    printing.print_fields([("lr", "0.1"), ("b" * 30, "0.2 " * 40), ("line\nbreak", "a\nb")])
    printed = capsys.readouterr().out.splitlines()
    assert printed == [
        f"  lr{' ' * 30}0.1",
        f"  {'b' * 30}  {'0.2 ' * 40}",
        f"  line␊break{' ' * 22}a␊b",
    ]


# ---- tables ---------------------------------------------------------------------------------------------


def test_columns_are_as_wide_as_what_they_hold(capsys: Printed) -> None:
    printing.print_table(HEADINGS, ROWS, RIGHT)
    assert capsys.readouterr().out.splitlines() == [
        "name           trials  configuration",
        "lm                 12  lr=0.1 dropout=0.5 optimizer=sgd",
        "a longer name       3  lr=0.2",
    ]


def test_wide_characters_and_line_breaks_keep_the_columns(capsys: Printed) -> None:
    printing.print_table(("name", "n", "x"), [("漢字", "1", "a\nb"), ("abcd", "22", "\tc")], frozenset({"n"}))
    assert capsys.readouterr().out.splitlines() == ["name   n  x", "漢字   1  a␊b", "abcd  22  ␉c"]


def test_a_last_column_of_words_takes_several_lines() -> None:
    rows = [*ROWS, ("words", "1", "one two three four five six seven eight nine ten eleven twelve thirteen")]
    with terminal(columns=48) as shown:
        printing.print_table(HEADINGS, rows, RIGHT)
    assert shown.lines() == [
        "name           trials  configuration",
        "lm                 12  lr=0.1 dropout=0.5",
        "                       optimizer=sgd",
        "a longer name       3  lr=0.2",
        "words               1  one two three four five",
        "                       six seven eight nine ten",
        "                       eleven twelve thirteen",
    ]


def test_a_cell_takes_three_lines_at_most() -> None:
    with terminal() as shown:
        printing.print_table(
            ("n", "configuration"), [("1", "abcdefghi " * 30), ("2", "x" * 99)], frozenset({"n"})
        )
    assert shown.lines() == [
        "n  configuration",
        "1  abcdefghi abcdefghi abcdefghi",
        "   abcdefghi abcdefghi abcdefghi",
        "   abcdefghi abcdefghi abcdefghi …",
        f"2  {'x' * 36}…",
    ]


def test_a_long_heading_is_cut_off_first() -> None:
    with terminal() as shown:
        printing.print_table(
            ("trial", "a_very_long_name_of_a_metric", "configuration"),
            [("1", "0.5", "lr=0.1")],
            frozenset({"trial", "a_very_long_name_of_a_metric"}),
        )
    assert shown.lines() == ["trial  a_very_long…  configuration", "    1           0.5  lr=0.1"]


def test_rows_become_paragraphs_where_a_table_has_no_room() -> None:
    headings = ("name", "method", "state", "trials", "best", "created")
    row = ("a-name-of-27-characters-long", "asha", "finished", "12", "val_loss 0.25", "4 May 13:37")
    with terminal() as shown:
        printing.print_table(headings, [row, ("lm", "rs", "failed", "1", "", "")], RIGHT)
        printing.print_table(("trial", "note"), [("1", "x" * 90 + " y")], frozenset({"trial", "note"}))
    assert shown.lines() == [
        "a-name-of-27-characters-long",
        "  method asha, state finished, trials",
        "  12, best val_loss 0.25, created 4 May",
        "  13:37",
        "lm",
        "  method rs, state failed, trials 1",
        "trial 1",
        "  note",
        f"  {'x' * 90}",
        "  y",
    ]


def test_the_heading_is_dim_unless_colours_are_unwanted() -> None:
    with terminal(color=True) as shown:
        printing.print_table(("name",), [("lm",)])
    assert shown.text() == "\x1b[2mname\x1b[0m\nlm\n"
