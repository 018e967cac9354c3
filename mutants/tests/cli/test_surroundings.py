"""Commands in broken surroundings: one sentence on standard error and the documented exit code, each time.

Each command runs in a process that is forked from this one, so that a table of them costs seconds.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.helpers.recordings import typical

from tunewise import load_experiment
from tunewise.cli import main
from tunewise.paths import home

import_module("tunewise.cli.running")  # here, once for all of the processes

SCRIPT = "import tunewise\ntunewise.Reporter()(epoch=1, loss=1.0)\n"
RUN = (
    "--space",
    "lr=uniform(0, 1)",
    "--metric",
    "loss",
    "--mode",
    "min",
    "--method",
    "rs",
    "--max-trials",
    "1",
)

ANSWERS = {
    "list": ("list",),
    "show": ("show", "lm"),
    "best": ("best", "lm"),
    "cost": ("cost", "lm"),
    "export": ("export", "lm"),
    "check": ("check", "lm"),
    "logs": ("logs", "lm", "1"),
    "help": ("--help",),
    "help of a command": ("resume", "--help"),
    "version": ("--version",),
}
"""Commands whose output is what they are called for."""

ACTS = {
    "resume": ("resume", "lm", "--max-trials", "5"),
    "stop": ("stop", "lm"),
    "simulate": ("simulate", "--name", "sim", "--max-trials", "1", "--workers", "1"),
    "record": ("record", "lm", "-o", "lm.npz"),
    "rename": ("rename", "lm", "ml"),
    "rm": ("rm", "lm", "--yes"),
}
"""Those that do something, of which they tell."""


class Ended(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def _surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An experiment, and a folder to be in."""
    told = typical()
    told.write(entry_point=str(tmp_path / "train.py"), python=sys.executable, cwd=str(tmp_path))
    told.file(1, 1, "stdout", "what it printed\n")
    (tmp_path / "train.py").write_text(SCRIPT)
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")


def nothing() -> None:
    pass


def call(arguments: tuple[str, ...], prepare: Callable[[], None] = nothing) -> Ended:
    """Runs a command in a process of its own, in which `prepare` breaks something first."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        pid = os.fork()
        if pid == 0:
            os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
            os.dup2(out.fileno(), 1)
            os.dup2(err.fileno(), 2)
            code = 99
            try:
                prepare()
                _begin_anew()
                code = _run(arguments)
            finally:
                os._exit(code)
        _, status = os.waitpid(pid, 0)
        texts = [os.pread(file.fileno(), 1 << 20, 0).decode() for file in (out, err)]
    return Ended(os.waitstatus_to_exitcode(status), *texts)


def _begin_anew() -> None:
    """Streams as an interpreter makes them when it begins."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        try:
            os.fstat(number)
        except OSError:
            setattr(sys, name, None)
        else:
            setattr(sys, name, open(number, "w" if number else "r", closefd=False))  # noqa: SIM115


def _run(arguments: tuple[str, ...]) -> int:
    try:
        main(list(arguments), prog_name="tunewise")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1
    except BaseException:  # noqa: BLE001 - which would be the interpreter's traceback
        traceback.print_exc()
        return 1
    finally:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    return 0


def one_sentence(ended: Ended, code: int, told: str) -> None:
    assert ended.code == code, ended
    assert told in ended.err
    assert ended.err.count("\n") == 1, ended.err
    assert ended.err.endswith(".\n")


# ---- standard output and error -----------------------------------------------------------------------------


def closed_output() -> None:
    os.close(1)


def full_output() -> None:
    os.dup2(os.open("/dev/full", os.O_WRONLY), 1)


def left_output() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    os.dup2(writer, 1)


def closed_error() -> None:
    os.close(2)


def full_error() -> None:
    os.dup2(os.open("/dev/full", os.O_WRONLY), 2)


@pytest.mark.parametrize("command", ANSWERS.values(), ids=ANSWERS)
def test_an_answer_that_cannot_be_printed_is_an_error(command: tuple[str, ...]) -> None:
    one_sentence(call(command, closed_output), 2, "Error: Standard output can't be written (it is closed)")
    full = "Error: Standard output can't be written (No space left on device)"
    one_sentence(call(command, full_output), 2, full)
    assert call(command, left_output) == (0, "", "")  # as of `| head`, who has enough


@pytest.mark.parametrize("command", ["resume", "stop", "rename", "rm"])
@pytest.mark.parametrize("prepare", [closed_output, full_output, left_output])
def test_what_is_done_is_done_though_nobody_can_be_told(command: str, prepare: Callable[[], None]) -> None:
    ended = call(ACTS[command], prepare)
    if prepare is left_output:
        assert (ended.code, ended.err) == (0, "")
    else:
        one_sentence(ended, 0, "Standard output can't be written (")


@pytest.mark.parametrize("prepare", [closed_error, full_error])
def test_where_no_error_can_be_told_all_else_is(prepare: Callable[[], None]) -> None:
    for command in (ANSWERS["show"], ACTS["record"]):
        ended = call(command, prepare)
        assert ended.code == 0
        assert "val_loss" in ended.out


def test_an_error_is_an_error_though_nobody_can_be_told() -> None:
    for prepare in (closed_output, full_output, left_output, closed_error, full_error):
        assert call(("show", "nothing"), prepare).code == 3


# ---- folders and files -------------------------------------------------------------------------------------


def deleted_folder() -> None:
    os.rmdir(os.getcwd())


@pytest.mark.parametrize("command", [*ANSWERS.values(), ACTS["resume"], ACTS["stop"], ACTS["simulate"]])
def test_who_is_nowhere_can_do_what_needs_no_place(command: tuple[str, ...]) -> None:
    ended = call(command, deleted_folder)
    assert (ended.code, ended.err) == (0, "")


@pytest.mark.parametrize("command", [("run", "{tmp}/train.py", *RUN), ACTS["record"]])
def test_who_is_nowhere_cannot_begin_there(command: tuple[str, ...], tmp_path: Path) -> None:
    command = tuple(part.format(tmp=tmp_path) for part in command)
    ended = call(command, deleted_folder)
    one_sentence(ended, 2, "")
    assert not (home() / "rs").exists()
    assert [path.name for path in home().iterdir()] == ["lm"]


def without_rights() -> None:
    """Root obeys what files say, too. Dropped in this process alone."""
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    data = (ctypes.c_uint32 * 6)()
    assert ctypes.CDLL(None, use_errno=True).capset(header, data) == 0


@pytest.fixture
def read_only() -> Iterator[None]:
    """A home that can be read, and not written."""
    paths = [home(), *home().rglob("*")]
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    yield
    for path in paths:
        path.chmod(0o755)


@pytest.mark.usefixtures("read_only")
@pytest.mark.parametrize("command", ANSWERS.values(), ids=ANSWERS)
def test_what_only_reads_does_so_in_a_home_that_is_read_only(command: tuple[str, ...]) -> None:
    ended = call(command, without_rights)
    assert (ended.code, ended.err) == (0, "")


STUDY = """\
from tunewise import methods
methods = {"rs": lambda arguments: methods_of().rs(arguments.problem, seed=arguments.seed)}
def methods_of():
    from tunewise import methods
    return methods
"""


@pytest.mark.usefixtures("read_only")
@pytest.mark.parametrize(
    ("command", "code", "told"),
    [
        (("run", "{tmp}/train.py", *RUN), 2, "can't be made (Permission denied)"),
        (ACTS["resume"], 3, "The journal {home}/lm/journal.jsonl can't be written (Permission denied)"),
        (ACTS["simulate"], 2, "can't be made (Permission denied)"),
        (
            ("study", "{tmp}/study.py", "--experiment_tag", "tag", "--num_seeds", "1"),
            3,
            "(Permission denied)",
        ),
        (("plot", "lm"), 2, "The figure can't be written to"),
        (ACTS["rename"], 3, "can't be changed (Permission denied)"),
        (ACTS["rm"], 3, "can't be changed (Permission denied)"),
    ],
)
def test_what_writes_is_refused_in_a_home_that_is_read_only(
    command: tuple[str, ...], code: int, told: str, tmp_path: Path
) -> None:
    (tmp_path / "study.py").write_text(STUDY)
    command = tuple(part.format(tmp=tmp_path) for part in command)
    one_sentence(call(command, without_rights), code, told.format(home=home()))


@pytest.fixture
def immutable() -> Iterator[None]:
    """A journal that not even root may write."""
    journal = str(home() / "lm/journal.jsonl")
    if subprocess.run(["chattr", "+i", journal], check=False, capture_output=True).returncode != 0:
        pytest.skip("no file can be made immutable here")
    yield
    subprocess.run(["chattr", "-i", journal], check=True)


@pytest.mark.usefixtures("immutable")
def test_an_immutable_journal_is_read_and_not_written(tmp_path: Path) -> None:
    told = "can't be written (Operation not permitted)"
    one_sentence(call(ACTS["resume"]), 3, f"The journal {home()}/lm/journal.jsonl {told}")
    one_sentence(call(ACTS["rm"]), 3, "can't be changed (Operation not permitted)")
    one_sentence(call(ACTS["rename"]), 3, "can't be changed (Operation not permitted)")
    assert call(ANSWERS["show"]).code == 0


# ---- texts -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("script", "space", "told"),
    [
        ("tr\udcffain.py", "lr=uniform(0, 1)", "backend.entry_point is '"),
        ("train.py", "act=choice(['a', '\udcff'])", "is no text in UTF-8"),
        ("train.py", "act=choice(['a', 'b\\0c'])", r"'b\x00c' has a zero byte"),
    ],
)
def test_what_no_file_can_hold_is_refused_before_anything_is_written(
    script: str, space: str, told: str, tmp_path: Path
) -> None:
    (tmp_path / script).write_text(SCRIPT)
    ended = call(("run", str(tmp_path / script), *RUN[2:], "--space", space, "--name", "new"))
    one_sentence(ended, 2, told)
    assert [path.name for path in home().iterdir()] == ["lm"]


def test_arguments_are_as_long_as_linux_takes_them(tmp_path: Path) -> None:
    (tmp_path / "train.py").write_text(
        "import sys, tunewise\ntunewise.Reporter()(loss=float(sum(map(len, sys.argv))))\n"
    )
    longest = ["x" * 131_071] * 4  # more than a socket takes at once
    run = ("run", str(tmp_path / "train.py"), *RUN, "--workers", "1")
    ended = call((*run, "--name", "long", "--", *longest))
    assert ended.code == 0, ended.err
    best = load_experiment("long").best
    assert best is not None
    assert best.value > 4 * 131_071
    told = "An argument of the script has 131,072 bytes, and Linux takes 131,071 at most: put it into a file"
    one_sentence(call((*run, "--name", "longer", "--", "x" * 131_072)), 2, told)
    told = "which is more than Linux takes: put them into a file"
    one_sentence(call((*run, "--name", "longest", "--", *["x" * 131_071] * 20)), 2, told)
    assert not (home() / "longer").exists()
