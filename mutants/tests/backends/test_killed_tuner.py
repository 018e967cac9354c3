"""A tuner in a process of its own, killed with -9, and what the next one finds."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.helpers.harnesses.local import example

from tunewise.backends.base import LiveJob
from tunewise.disk import is_locked
from tunewise.testing import backend_scripts as scripts
from tunewise.testing.backend_rig import Rig

if TYPE_CHECKING:
    from collections.abc import Iterator

TUNER = """
import os, signal, sys
from pathlib import Path
import psutil
from tunewise.testing import backend_scripts as scripts
from tunewise.testing.backend_rig import Rig
from tests.helpers.harnesses.local import example

rig = Rig(example, Path(sys.argv[1]), scripts.STEPS)
rig.open()

def die():
    print("dies", flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""

AFTER_REPORTS = """
jobs = [rig.start(rig.job(trial, arguments={"first": 3, "last": 6})) for trial in range(2)]
for job in jobs:
    rig.until_reports(job, 3)
die()
"""

RIGHT_AFTER_THE_START = """
for trial in range(4):
    rig.start(rig.job(trial, arguments={"last": 3}))
die()
"""

BEFORE_THE_LAUNCHER_HAS_READ = """
rig.gate.touch()
rig.until_ended(rig.start(rig.job(9)))
rig.gate.unlink()
launcher, = [child for child in psutil.Process().children() if child.name() == "tunewise-launch"]
launcher.suspend()
rig.start(rig.job(0, arguments={"last": 3}))
print(launcher.pid, flush=True)
die()
"""


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    rig = Rig(example, tmp_path, scripts.STEPS)
    yield rig
    rig.clear()


def run_tuner(rig: Rig, program: str) -> list[str]:
    """Runs a tuner that kills itself; what it printed."""
    tuner = subprocess.run(
        [sys.executable, "-c", TUNER + program, str(rig.gate.parent)],
        stdout=subprocess.PIPE,
        text=True,
        timeout=120,
        cwd=Path(__file__).parents[2],
        check=False,
    )
    lines = tuner.stdout.split()
    assert (tuner.returncode, lines[-1]) == (-signal.SIGKILL, "dies")
    return lines[:-1]


def test_the_rest_is_delivered_exactly_once(rig: Rig) -> None:
    run_tuner(rig, AFTER_REPORTS)
    jobs = [rig.job(trial_id, arguments={"first": 3, "last": 6}) for trial_id in range(2)]
    rig.open([LiveJob(job, reports_seen=3, halted=False) for job in jobs])
    rig.gate.touch()
    rig.until_ended(*[job.id for job in jobs])
    for job in jobs:
        assert [report.seq for report in rig.reports(job.id)] == [3, 4, 5]
        assert rig.ends(job.id)[0].failure is None


def test_nothing_is_lost_or_run_twice_if_the_tuner_dies_right_after_the_start(rig: Rig) -> None:
    run_tuner(rig, RIGHT_AFTER_THE_START)
    jobs = [rig.job(trial_id, arguments={"last": 3}) for trial_id in range(4)]
    rig.open([LiveJob(job, reports_seen=0, halted=False) for job in jobs])
    rig.gate.touch()
    rig.until_ended(*[job.id for job in jobs])
    for job in jobs:
        assert [report.values["step"] for report in rig.reports(job.id)] == [1, 2, 3]
        assert rig.ends(job.id)[0].failure is None


def test_a_job_whose_launch_is_still_to_come_counts_as_running(rig: Rig) -> None:
    (launcher,) = run_tuner(rig, BEFORE_THE_LAUNCHER_HAS_READ)
    job = rig.job(0, arguments={"last": 3})
    files = rig.paths.job(job.id)
    assert is_locked(files.lock)
    assert not files.started.exists()
    rig.open([LiveJob(job, reports_seen=0, halted=False)])
    rig.gate.touch()
    assert rig.backend.poll(0.05) == []
    os.kill(int(launcher), signal.SIGCONT)
    assert rig.until_ended(job.id).failure is None
    assert [report.values["step"] for report in rig.reports(job.id)] == [1, 2, 3]
