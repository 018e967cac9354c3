"""A live display and Ctrl-Z, in a shell on a terminal of its own."""

import fcntl
import os
import pty
import re
import select
import shutil
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.helpers.recordings import typical

from tunewise.display.frame import Size, Title, frame

ROOT = Path(__file__).parents[2]
HEIGHT, WIDTH = 24, 80
HINT = "Ctrl-C suspends"  # in the first line of a picture

PROGRAM = """\
import sys, time
from pathlib import Path
from tunewise.display.console import make_console
from tunewise.display.frame import Title
from tunewise.display.live import LiveDisplay
from tunewise.display.story import Story
from tests.helpers.recordings import typical

told = typical()
with LiveDisplay(make_console(), Title("lm", "asha", told.problem), Story(told.problem)) as display:
    while not Path("over").exists():
        display.update(told.state(), [], told.time)
        Path("painted").write_text("")
        time.sleep(0.05)
"""


class Shell:
    """An interactive bash on a terminal."""

    def __init__(self, folder: Path) -> None:
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", HEIGHT, WIDTH, 0, 0))
        environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "PS1": "ready> ",
            "TERM": "xterm",
            "NO_COLOR": "1",
            "LC_ALL": "C.UTF-8",
        }
        self._bash = subprocess.Popen(
            ["bash", "--norc", "--noprofile", "--noediting", "-i"],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=folder,
            env=environment,
            preexec_fn=lambda: (os.setsid(), fcntl.ioctl(0, termios.TIOCSCTTY, 0)),
        )
        os.close(slave)

    def type(self, text: str) -> None:
        os.write(self._master, text.encode())

    def until(self, wanted: str) -> str:
        """What appears up to and with the text."""
        seen, deadline = "", time.monotonic() + 30
        while wanted not in seen:
            ready, _, _ = select.select([self._master], [], [], max(0.0, deadline - time.monotonic()))
            assert ready, f"{wanted!r} never came: {seen!r}"
            seen += os.read(self._master, 1).decode(errors="replace")
        return seen

    def close(self) -> None:
        os.close(self._master)  # hangs up: bash ends its jobs and itself
        self._bash.wait(30)


@pytest.fixture
def shell(tmp_path: Path) -> Iterator[Shell]:
    if shutil.which("bash") is None:
        pytest.skip("needs bash, which controls jobs")
    (tmp_path / "program.py").write_text(PROGRAM)
    shell = Shell(tmp_path)
    yield shell
    shell.close()


def after(screen: str, mark: str) -> str:
    return screen[screen.rindex(mark) + len(mark) :]


def test_a_picture_makes_way_for_the_shell_and_comes_back(shell: Shell, tmp_path: Path) -> None:
    shell.until("ready> ")
    shell.type(f"{sys.executable} program.py\n")
    shell.until("trial 1 at epoch 9")
    shell.until("\x1b[1A")  # painted a second time, over the first
    shell.type("\x1a")
    leaving = shell.until("Stopped")
    shell.until("ready> ")
    erased = re.search(r"\r(?:\x1b\[1A\x1b\[2K)+[^\x1b]*$", after(leaving, "\x1b[?25h"))
    assert erased, leaving  # the cursor is shown, and the picture is gone, before the shell says a word
    told = typical()
    picture = frame(Title("lm", "asha", told.problem), told.state(), [], told.time, Size(WIDTH, HEIGHT - 1))
    assert erased[0].count("\x1b[1A") == len(picture) + 1  # and the line on which the terminal wrote ^Z

    shell.type("fg\n")
    back = shell.until("trial 1 at epoch 9")
    assert "\x1b[1A" not in back  # nothing of the shell's is painted over
    assert back.index("\x1b[?25l") < back.index(HINT)

    shell.type("\x1a")
    shell.until("Stopped")
    shell.until("ready> ")
    (tmp_path / "painted").unlink()
    shell.type("bg\n")
    shell.until("ready> ")
    while not (tmp_path / "painted").exists():  # it runs, in the background
        time.sleep(0.01)
    (tmp_path / "painted").unlink()
    while not (tmp_path / "painted").exists():
        time.sleep(0.01)
    shell.type("echo nothing $((1 + 1)) between\n")
    assert HINT not in shell.until("nothing 2 between")
    shell.type("fg\n")
    shell.until(HINT)
    (tmp_path / "over").touch()
    shell.until("\x1b[?25h")
    shell.type("\n")
    shell.until("ready> ")
