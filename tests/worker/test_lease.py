"""Two real guards of one trial, of which neither sees the other's processes: two writers are impossible."""

from __future__ import annotations

import json
import math
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tunewise.backends.job_folders import read_start_record
from tunewise.backends.specs import program
from tunewise.paths import ExperimentPaths, JobPaths
from tunewise.testing.harness import is_alive
from tunewise.trial import JobId
from tunewise.worker.guard import REFUSED, Order
from tunewise.worker.lease import Lease, SilenceTimer
from tunewise.worker.processes import deadly_timer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = pytest.mark.slow

LONGEST = 120.0  # seconds
BEAT, PATIENCE = 0.1, 3.0  # seconds: a beater has to miss thirty beats on a busy machine to fail a test
LONG = Lease("", BEAT, 1000.0)  # longer than any test
SHORT = Lease("", BEAT, PATIENCE)

# Writes to the trial's checkpoint all the time, whatever it is told.
WRITER = """
import os, signal, sys, time
if sys.argv[2] == "stubborn":
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
log = os.open(sys.argv[3], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
while not os.path.exists(sys.argv[4]):
    os.write(log, sys.argv[1].encode())
    time.sleep(0.001)
"""


class Trial:
    """Jobs of one trial, each under its own guard program."""

    def __init__(self, folder: Path) -> None:
        self.paths = ExperimentPaths(folder / "experiment")
        self.log = folder / "log"
        self.gate = folder / "gate"
        self.guards: dict[int, subprocess.Popen[str]] = {}

    def job(self, run: int) -> JobPaths:
        return self.paths.job(JobId(0, run))

    def start(self, run: int, lease: Lease, how: str = "stubborn", grace: float = 1000.0) -> None:
        files = self.job(run)
        files.folder.mkdir(parents=True)
        order = Order(
            argv=[sys.executable, "-S", "-c", WRITER, str(run), how, str(self.log), str(self.gate)],
            cwd="/",
            environment={},
            grace=grace,
            stdout=str(files.stdout),
            stderr=str(files.stderr),
            started=str(files.started),
            ended=str(files.ended),
            bell=None,
            lease=lease._replace(path=str(files.lease)),
        )
        files.order.write_text(json.dumps(order._asdict()))
        command = program("tunewise.worker.guard", str(files.order))
        self.guards[run] = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)

    def written(self) -> str:
        """The runs that wrote to the checkpoint, in order and without repetitions."""
        text = self.log.read_text() if self.log.exists() else ""
        return "".join(run for index, run in enumerate(text) if text[index - 1 : index] != run)

    def until_writes(self, run: int) -> None:
        wait_until(lambda: self.written().endswith(str(run)))

    def processes(self, run: int) -> tuple[int, int, int]:
        """The guard, the beater and the script of a running job."""
        started = read_start_record(self.job(run).started)
        assert started is not None
        beater = psutil.Process(started.script.pid).parent()
        assert beater is not None
        assert beater.name() == "tunewise-beat"
        assert beater.ppid() == started.guard.pid == self.guards[run].pid
        return started.guard.pid, beater.pid, started.script.pid

    def signal(self, run: int, number: signal.Signals, *which: int) -> None:
        every = self.processes(run)
        for index in which:
            os.kill(every[index], number)

    def ended(self, run: int) -> dict[str, Any]:
        assert self.guards[run].wait(LONGEST) == 0
        return dict(json.loads(self.job(run).ended.read_text()))


GUARD, BEATER, SCRIPT = range(3)


def wait_until(happened: Callable[[], bool]) -> None:
    deadline = time.monotonic() + LONGEST
    while not happened():
        assert time.monotonic() < deadline, "it never happened"
        time.sleep(0.01)


@pytest.fixture
def trial(tmp_path: Path) -> Iterator[Trial]:
    trial = Trial(tmp_path)
    yield trial
    trial.gate.touch()
    for guard in trial.guards.values():
        if guard.poll() is None:
            for process in psutil.Process(guard.pid).children(recursive=True):
                process.resume()
            guard.send_signal(signal.SIGCONT)
            guard.terminate()
        guard.wait(LONGEST)
        assert guard.stderr is not None
        guard.stderr.close()


# ---- an earlier job that lives ---------------------------------------------------------------------------


def test_the_next_job_begins_as_soon_as_an_earlier_one_ends(trial: Trial) -> None:
    """The engine wrongly considered it gone: it is told to end and saves, and the next job begins at once."""
    trial.start(0, LONG, "gentle")
    trial.until_writes(0)
    trial.start(1, LONG)
    ended = trial.ended(0)
    assert (ended["halted"], ended["signal"]) == (True, signal.SIGTERM)
    trial.until_writes(1)
    assert trial.written() == "01"
    trial.gate.touch()
    assert trial.ended(1)["exit_code"] == 0


def test_an_earlier_job_that_will_not_end_loses_its_lease(trial: Trial) -> None:
    trial.start(0, SHORT, "stubborn")
    trial.until_writes(0)
    trial.start(1, SHORT)
    assert trial.ended(0)["signal"] == signal.SIGKILL
    trial.until_writes(1)
    assert trial.written() == "01"


def test_a_job_is_refused_once_a_later_one_started(trial: Trial) -> None:
    """It was queued by an engine that had lost track of it."""
    trial.start(1, LONG)
    trial.until_writes(1)
    trial.start(0, LONG)
    assert trial.guards[0].wait(LONGEST) == REFUSED
    assert "job 1 of the trial has been started" in trial.job(0).stderr.read_text()
    assert not trial.job(0).started.exists()
    assert trial.written() == "1"
    trial.gate.touch()
    assert trial.ended(1)["exit_code"] == 0


def test_there_is_no_wait_for_jobs_with_a_recorded_end(trial: Trial) -> None:
    trial.gate.touch()
    for run in range(3):
        trial.start(run, LONG)
        assert trial.ended(run)["exit_code"] == 0


# ---- silent machines -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "stopped",
    [(GUARD, BEATER, SCRIPT), (GUARD, BEATER), (BEATER, SCRIPT), (GUARD, SCRIPT), (GUARD,), (BEATER,)],
    ids=["all", "but its script", "but its guard", "but its beater", "its guard alone", "its beater alone"],
)
def test_a_machine_that_was_silent_writes_no_more(trial: Trial, stopped: tuple[int, ...]) -> None:
    trial.start(0, SHORT)
    trial.until_writes(0)
    pids = trial.processes(0)
    for index in stopped:
        os.kill(pids[index], signal.SIGSTOP)
    trial.start(1, SHORT)
    trial.until_writes(1)
    assert trial.written() == "01"
    assert not is_alive(pids[SCRIPT])
    assert not is_alive(pids[BEATER])
    trial.guards[0].send_signal(signal.SIGCONT)
    assert trial.ended(0)["signal"] == signal.SIGKILL
    assert trial.written() == "01"
    trial.gate.touch()
    assert trial.ended(1)["exit_code"] == 0


def test_after_a_killed_guard_the_next_one_waits_for_a_silent_lease(trial: Trial) -> None:
    trial.start(0, SHORT)
    trial.until_writes(0)
    guard, beater, script = trial.processes(0)
    killed = time.time()
    os.kill(guard, signal.SIGKILL)
    wait_until(lambda: not is_alive(script) and not is_alive(beater))
    trial.start(1, SHORT)
    trial.until_writes(1)
    started = read_start_record(trial.job(1).started)
    assert started is not None
    assert started.time - killed >= PATIENCE
    assert "waiting for an earlier job of the trial" in trial.job(1).stderr.read_text()


def test_a_waiting_guard_can_be_terminated(trial: Trial) -> None:
    trial.start(0, LONG)
    trial.until_writes(0)
    trial.signal(0, signal.SIGSTOP, GUARD, BEATER, SCRIPT)
    trial.start(1, LONG)
    stderr = trial.job(1).stderr
    wait_until(lambda: stderr.exists() and "waiting for an earlier job" in stderr.read_text())
    trial.guards[1].terminate()
    assert trial.guards[1].wait(LONGEST) == 0
    assert not trial.job(1).started.exists()
    assert not trial.job(1).ended.exists()


# ---- file systems ----------------------------------------------------------------------------------------


def test_a_lease_that_cannot_be_renewed_ends_its_job(trial: Trial) -> None:
    trial.start(0, SHORT)
    trial.until_writes(0)
    lease = trial.job(0).lease
    earlier, counted = lease.stat().st_mtime, lease.read_text()
    wait_until(lambda: lease.read_text() > counted)  # so the last renewal was begun after the earlier one
    lease.rename(lease.with_name("away"))
    lease.mkdir()
    ended = trial.ended(0)
    assert (ended["signal"], ended["halted"], ended["expired"]) == (signal.SIGKILL, False, True)
    assert ended["ended"] - earlier >= PATIENCE
    assert "its lease could not be renewed in time" in trial.job(0).stderr.read_text()


def test_a_file_system_that_hangs_briefly_does_no_harm(trial: Trial) -> None:
    """A stopped beater simulates a file system that doesn't respond."""
    trial.start(0, SHORT)
    trial.until_writes(0)
    _, beater, script = trial.processes(0)
    os.kill(beater, signal.SIGSTOP)
    size = trial.log.stat().st_size
    wait_until(lambda: trial.log.stat().st_size > size)
    os.kill(beater, signal.SIGCONT)
    counted = trial.job(0).lease.read_text()
    wait_until(lambda: trial.job(0).lease.read_text() > counted)
    assert is_alive(script)
    trial.gate.touch()
    assert trial.ended(0)["exit_code"] == 0


# ---- parts -----------------------------------------------------------------------------------------------


def test_the_kernel_kills_a_process_that_is_stopped() -> None:
    pid = os.fork()
    if pid == 0:
        deadly_timer()(time.clock_gettime(time.CLOCK_BOOTTIME) + 0.05)
        os.kill(os.getpid(), signal.SIGSTOP)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == -signal.SIGKILL


looks = st.lists(
    st.tuples(
        st.floats(0.0, 3.0),  # seconds until the read begins, and for which it lasts
        st.floats(0.0, 3.0),
        st.sampled_from([b"a", b"b", b"c", None]),
    ),
    max_size=30,
)


@given(looks=looks, seconds=st.floats(0.5, 10.0))
def test_a_lease_is_silent_once_it_has_not_changed_for_long_enough(
    looks: list[tuple[float, float, bytes | None]], seconds: float
) -> None:
    silence = SilenceTimer(seconds)
    clock, held_since, last = 0.0, math.inf, None
    for gap, lasting, seen in looks:
        before = clock + gap
        clock = before + lasting
        silent = silence.look(before, seen, clock)
        if seen is None or seen != last:
            held_since = math.inf if seen is None else clock
            last = seen
            assert not silent
        else:
            assert silent == (before - held_since >= seconds)
