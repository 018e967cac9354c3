"""A worker on an allocation that is held."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest

from tunewise.backends.specs import program
from tunewise.paths import JobPaths
from tunewise.testing.harness import is_alive
from tunewise.worker.guard import Order
from tunewise.worker.holder import ENOUGH, FOLDERS, HALTS, OVER, TAKEN, WAITING, Hold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

LONGEST = 60.0  # seconds
FORKS = """
import os, signal
child = os.fork()
if child == 0:
    os.setsid()
else:
    print(os.getpid(), child, flush=True)
while True:
    signal.pause()
"""


class Held:
    """A worker with a job that it took."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "held"
        for name in FOLDERS:
            (self.folder / name).mkdir(parents=True)
        self.files = JobPaths(folder)
        order = Order(
            argv=[sys.executable, "-c", FORKS],
            cwd=str(folder),
            environment={},
            grace=0.0,
            stdout=str(self.files.stdout),
            stderr=str(self.files.stderr),
            started=str(self.files.started),
            ended=str(self.files.ended),
            bell=None,
        )
        self.files.order.write_text(json.dumps(order._asdict()))
        (self.folder / WAITING / "0-0-0").write_text(json.dumps({"order": str(self.files.order)}))
        hold = self.folder / "1.json"
        hold.write_text(json.dumps(Hold(str(self.folder), 1, idle=LONGEST)._asdict()))
        self.worker = subprocess.Popen(program("tunewise.worker.holder", str(hold)), start_new_session=True)
        until(lambda: self.files.stdout.exists() and self.files.stdout.read_text().endswith("\n"))
        self.pids = [int(pid) for pid in self.files.stdout.read_text().split()]
        self.guard = int(json.loads(self.files.started.read_text())["guard"]["pid"])

    def ended(self) -> dict[str, Any]:
        until((self.folder / OVER / "0-0-0@1").exists)
        assert not any(is_alive(pid) for pid in self.pids)
        return dict(json.loads(self.files.ended.read_text()))


def until(happened: Callable[[], bool]) -> None:
    deadline = time.monotonic() + LONGEST
    while not happened():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.01)


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Held]:
    held = Held(tmp_path)
    yield held
    (held.folder / ENOUGH).touch()
    held.worker.terminate()
    assert held.worker.wait(LONGEST) == 0


def test_what_a_killed_guard_leaves_is_ended_and_written_down(held: Held) -> None:
    assert (held.folder / TAKEN / "0-0-0@1").exists()
    os.kill(held.guard, signal.SIGKILL)
    ended = held.ended()
    assert (ended["exit_code"], ended["signal"], ended["halted"]) == (None, signal.SIGKILL, False)


def test_it_hears_of_halts_in_spite_of_the_caches_of_a_shared_file_system(held: Held) -> None:
    halts = held.folder / HALTS
    before = halts.stat().st_mtime_ns
    until(lambda: halts.stat().st_mtime_ns != before)  # it changed the folder, which has it read anew
    (halts / "0-0-0").touch()
    assert held.ended()["halted"]
