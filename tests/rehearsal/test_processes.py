"""No process outlives the emulator, however that ends; and nothing but loopback can reach it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import socket
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

import psutil
import pytest

from sagemaker_rehearsal.namespaces import Isolation

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.rehearsal.conftest import World

MARK = f"987654.{os.getpid()}"
"""What the jobs of these tests sleep for: by it their processes are told from all others."""

STUBBORN = f"""
import signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
subprocess.Popen(["sleep", "{MARK}"], start_new_session=True)
subprocess.Popen([sys.executable, "-c", "import subprocess; subprocess.Popen(['sleep', '{MARK}'])"]).wait()
print("ready", flush=True)
time.sleep({MARK})
"""


def emulate(pipe: Connection, isolation: Isolation, folder: str, script: str, *, dies: bool) -> None:
    """Runs an emulator and three jobs, and sends the pid of its launcher, until it is answered.

    dies: it kills itself while the jobs start.
    """
    from tests.rehearsal.conftest import World

    from sagemaker_rehearsal import Emulator

    os.environ["TMPDIR"] = tempfile.tempdir = folder  # also for all that it starts
    with Emulator(isolation=isolation) as emulator:
        world = World(emulator)
        for number in range(3):
            world.create(f"job-{number}", script)
        for number in range(0 if dies else 3):
            world.until_printed(f"job-{number}", "ready")
        pipe.send(emulator._containers.launcher_pid)
        if dies:
            os.kill(os.getpid(), signal.SIGKILL)
        pipe.recv()


FORKS = multiprocessing.get_context("forkserver")
"""Processes that have imported what they need when they start."""
FORKS.set_forkserver_preload(
    ["tests.rehearsal.test_processes", "moto.moto_server.werkzeug_app", "moto.s3.models"]
)


class Emulated(NamedTuple):
    """An emulator in a process of its own."""

    process: BaseProcess
    pipe: Connection

    def launcher(self) -> psutil.Process:
        """Its launcher, once all jobs run."""
        return psutil.Process(self.pipe.recv())


@contextmanager
def emulated(isolation: Isolation, folder: Path, script: str, *, dies: bool = False) -> Iterator[Emulated]:
    pipe, theirs = FORKS.Pipe()
    process = FORKS.Process(
        target=emulate, args=(theirs, isolation, str(folder), script), kwargs={"dies": dies}
    )
    process.start()
    theirs.close()
    yield Emulated(process, pipe)
    process.kill()
    process.join()
    for left in marked():
        left.kill()


def marked() -> list[psutil.Process]:
    """The processes of these jobs: children that sleep, of which each job has two."""
    found = []
    for process in psutil.process_iter(["cmdline", "status"]):
        if (process.info["cmdline"] or [])[:2] == ["sleep", MARK] and process.info["status"] != "zombie":
            found.append(process)
    return found


def until_gone(processes: list[psutil.Process]) -> None:
    assert psutil.wait_procs(processes, timeout=60)[1] == []


@pytest.fixture(params=list(Isolation))
def emulator(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Emulated]:
    """An emulator in a process of its own, with three jobs that don't heed SIGTERM and have children."""
    from sagemaker_rehearsal.containers import detect_isolation

    order = [Isolation.ROOT, Isolation.USER, Isolation.NONE]
    if order.index(request.param) < order.index(detect_isolation()):
        pytest.skip(f"isolation by {request.param.value} does not work here")
    with emulated(request.param, tmp_path, STUBBORN) as running:
        yield running


def jobs_of(launcher: psutil.Process) -> list[psutil.Process]:
    processes: list[psutil.Process] = launcher.children(recursive=True)
    assert len(processes) == 9  # three jobs with two children each
    return processes


def test_all_jobs_end_with_the_emulator(emulator: Emulated) -> None:
    launcher = emulator.launcher()
    processes = [launcher, *jobs_of(launcher)]
    emulator.pipe.send("end")
    emulator.process.join(60)
    assert emulator.process.exitcode == 0
    assert [process for process in processes if process.is_running()] == []
    assert marked() == []


def test_all_jobs_die_when_the_emulator_is_killed(emulator: Emulated, tmp_path: Path) -> None:
    launcher = emulator.launcher()
    processes = [launcher, *jobs_of(launcher)]
    emulator.process.kill()
    until_gone(processes)
    assert marked() == []
    assert list(tmp_path.iterdir()) == []


def test_all_jobs_die_when_the_launcher_is_killed(emulator: Emulated, request: pytest.FixtureRequest) -> None:
    launcher = emulator.launcher()
    processes = jobs_of(launcher)
    if request.node.callspec.params["emulator"] is Isolation.NONE:
        # Without namespaces what jobs have started is out of reach.
        processes = [process for process in processes if process.parent() == launcher and process.children()]
        assert len(processes) == 3
    launcher.kill()
    until_gone(processes)


def test_jobs_that_are_starting_die_with_a_killed_emulator(tmp_path: Path) -> None:
    from sagemaker_rehearsal.containers import detect_isolation

    script = f"import time; time.sleep({MARK})"
    with emulated(detect_isolation(), tmp_path, script, dies=True) as emulator:
        launcher = emulator.pipe.recv()
        emulator.process.join(60)
        assert emulator.process.exitcode == -signal.SIGKILL
        until_gone([psutil.Process(launcher)] if psutil.pid_exists(launcher) else [])
        commands = (process.info["cmdline"] or () for process in psutil.process_iter(["cmdline"]))
        assert not any(MARK in " ".join(command) for command in commands)


@pytest.mark.parametrize("isolation", list(Isolation))
def test_a_job_that_has_ended_has_left_no_process(
    open_world: Callable[..., World], isolation: Isolation
) -> None:
    """Its checkpoint is the next job's: nobody else may write there any more."""
    from sagemaker_rehearsal.containers import detect_isolation

    order = [Isolation.ROOT, Isolation.USER, Isolation.NONE]
    if order.index(isolation) < order.index(detect_isolation()):
        pytest.skip(f"isolation by {isolation} does not work here")
    world = open_world(isolation=isolation)
    world.create("other", STUBBORN)
    world.until_printed("other", "ready")
    assert world.run("job", STUBBORN.replace(f"time.sleep({MARK})", "pass")).status == "Completed"
    assert len(marked()) == 2  # those of the other
    world.emulator.lose_instance("other")
    world.emulator.wait_for("other")
    assert marked() == []


def test_it_listens_only_on_loopback(world: World) -> None:
    port = urlsplit(world.emulator.endpoint).port
    listening = [
        connection.laddr.ip
        for connection in psutil.Process().net_connections("inet")
        if connection.status == psutil.CONN_LISTEN and connection.laddr.port == port
    ]
    assert listening == ["127.0.0.1"]


def test_after_closing_nothing_answers_and_nothing_is_left_open() -> None:
    from sagemaker_rehearsal import Emulator

    with Emulator():
        pass  # loads what stays loaded
    threads, files = threading.active_count(), len(os.listdir("/proc/self/fd"))
    with Emulator() as emulator:
        address = urlsplit(emulator.endpoint)
        emulator.client("s3").list_buckets()
    assert threading.active_count() <= threads
    assert len(os.listdir("/proc/self/fd")) <= files + 1  # the client's own connection
    with socket.socket() as connection, pytest.raises(ConnectionRefusedError):
        connection.connect((address.hostname, address.port))
