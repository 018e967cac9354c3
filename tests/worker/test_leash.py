"""A guard on a leash: whatever is killed above it, its job ends as ever and is written down."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil
import pytest

from tunewise.backends.specs import program
from tunewise.paths import JobPaths
from tunewise.testing.harness import is_alive
from tunewise.worker.guard import REFUSED, Order

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.slow

LONGEST = 60.0  # seconds

SAVES = """
import os, signal, sys, time
def save(number, frame):
    open("saved", "w").close()
    sys.exit(0)
signal.signal(signal.SIGTERM, save)
child = os.fork()
if child == 0:
    os.setsid()
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
else:
    print(os.getpid(), child, flush=True)
while True:
    time.sleep(0.05)
"""
ENGINE = """
import os, subprocess, sys
bound = [str(os.getpid())] if sys.argv[1] == "bound" else []
leash = subprocess.Popen([*sys.argv[2:], *bound], start_new_session=True)
print(leash.pid, flush=True)
leash.wait()
"""


class Job:
    """A script under a guard under a leash under a process of an engine."""

    def __init__(self, folder: Path, bound: bool = True) -> None:
        """bound: the leash is to end with the engine's process."""
        self.files = JobPaths(folder)
        order = Order(
            argv=[sys.executable, "-c", SAVES],
            cwd=str(folder),
            environment={},
            grace=30.0,
            stdout=str(self.files.stdout),
            stderr=str(self.files.stderr),
            started=str(self.files.started),
            ended=str(self.files.ended),
            bell=None,
        )
        self.files.order.write_text(json.dumps(order._asdict()))
        leash = program("tunewise.worker.leash", str(self.files.order))
        self.engine = subprocess.Popen(
            [sys.executable, "-c", ENGINE, "bound" if bound else "free", *leash],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.engine.stdout is not None
        self.leash = int(self.engine.stdout.readline())
        until(lambda: self.files.stdout.exists() and self.files.stdout.read_text().endswith("\n"))
        self.pids = [int(pid) for pid in self.files.stdout.read_text().split()]
        self.guard = int(json.loads(self.files.started.read_text())["guard"]["pid"])

    def ended(self) -> dict[str, Any]:
        until(self.files.ended.exists)
        assert not any(is_alive(pid) for pid in self.pids)
        return dict(json.loads(self.files.ended.read_text()))

    @property
    def saved(self) -> bool:
        return self.files.folder.joinpath("saved").exists()


def until(happened: Any) -> None:  # noqa: ANN401 - any callable
    deadline = time.monotonic() + LONGEST
    while not happened():
        assert time.monotonic() < deadline, "it never happened"
        time.sleep(0.01)


@pytest.fixture
def job(tmp_path: Path) -> Iterator[Job]:
    job = Job(tmp_path)
    yield job
    end(job)


@pytest.fixture
def free(tmp_path: Path) -> Iterator[Job]:
    """A leash that a batch script executes."""
    job = Job(tmp_path, bound=False)
    yield job
    end(job)


def end(job: Job) -> None:
    for pid in (job.guard, job.leash):
        if is_alive(pid):
            psutil.Process(pid).terminate()
    job.engine.kill()
    job.engine.wait()


def test_the_leash_passes_signals_on(job: Job) -> None:
    os.kill(job.leash, signal.SIGTERM)
    ended = job.ended()
    assert (ended["exit_code"], ended["halted"]) == (0, True)
    assert job.saved
    assert job.engine.wait(LONGEST) == 0  # no process of it is left


def test_a_job_saves_when_its_engine_is_killed(job: Job) -> None:
    job.engine.kill()
    ended = job.ended()
    assert (ended["exit_code"], ended["halted"]) == (0, True)
    assert job.saved
    assert not is_alive(job.leash)


def test_a_job_saves_when_its_leash_is_killed(job: Job) -> None:
    os.kill(job.leash, signal.SIGKILL)
    assert job.ended()["halted"]
    assert job.saved


def test_leftovers_of_a_killed_guard_are_ended_and_its_end_is_recorded(job: Job) -> None:
    os.kill(job.guard, signal.SIGKILL)
    ended = job.ended()
    assert (ended["exit_code"], ended["signal"], ended["halted"]) == (None, signal.SIGKILL, False)
    assert not job.saved
    assert ended["seconds"] > 0.0


def test_a_batch_script_ends_after_its_job(free: Job) -> None:
    os.kill(free.leash, signal.SIGTERM)
    assert free.engine.wait(LONGEST) == 0
    assert free.files.ended.exists()
    assert free.saved
    assert not any(is_alive(pid) for pid in (free.guard, *free.pids))


def test_a_batch_script_records_the_end_of_a_job_with_a_killed_guard(free: Job) -> None:
    os.kill(free.guard, signal.SIGKILL)
    assert free.engine.wait(LONGEST) == 0
    assert json.loads(free.files.ended.read_text())["signal"] == signal.SIGKILL
    assert not any(is_alive(pid) for pid in free.pids)


def test_a_job_saves_when_its_batch_script_is_killed(free: Job) -> None:
    os.kill(free.leash, signal.SIGKILL)
    assert free.ended()["halted"]
    assert free.saved


def test_no_job_begins_for_an_engine_that_is_gone(tmp_path: Path) -> None:
    leash = [*program("tunewise.worker.leash", str(tmp_path / "order.json")), "1000000000"]
    assert subprocess.run(leash, check=False).returncode == REFUSED
    assert not list(tmp_path.iterdir())
