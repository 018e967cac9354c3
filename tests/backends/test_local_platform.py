"""What only the local back end can be put through; the rest is in the contract suite."""

from __future__ import annotations

import json
import logging
import os
import signal
import time
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest
from tests.helpers.harnesses.local import example, warm

from tunewise.backends.base import LiveJob
from tunewise.backends.job_folders import read_start_record
from tunewise.backends.local import LocalBackend
from tunewise.backends.orphans import experiment_mark
from tunewise.backends.tracked import TrackedJobs
from tunewise.disk import is_locked
from tunewise.testing import backend_scripts as scripts
from tunewise.testing.backend_rig import Make, Rig, rig_for
from tunewise.testing.harness import is_alive
from tunewise.trial import FailureKind, JobId
from tunewise.worker.processes import MARK

if TYPE_CHECKING:
    from collections.abc import Callable

    from tunewise.events import Reported

pytestmark = pytest.mark.slow

SIGNAL_ITSELF = """
report(step=1)
os.kill(os.getpid(), int(options(number=0).number))
"""

ORPHAN = """
args = options()
known, pid = os.pipe()
if os.fork() == 0:
    os.setsid()
    os.write(pid, str(os.getpid()).encode())
    while True:
        signal.pause()
report(step=1, main=os.getpid(), orphan=int(os.read(known, 20)))
wait_for(args.gate)
"""

SCRIBBLE = """
report(step=1)
with open(os.environ["TUNEWISE_REPORTS"], "a") as file:
    file.write("what is this?\\n")
report(step=2)
with open(os.environ["TUNEWISE_REPORTS"], "a") as file:
    file.write("and this")
"""

LOST_RINGS = """
os.environ.pop("TUNEWISE_BELL")
report = Reporter()
report(step=1)
wait_for(options().gate)
"""


def wait_until(happened: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60.0
    while not happened():
        assert time.monotonic() < deadline, "it never happened"
        time.sleep(0.005)


def launcher_pid(rig: Rig) -> int:
    """The launcher's pid."""
    pids = [child.pid for child in psutil.Process().children() if child.name() == "tunewise-launch"]
    assert len(pids) == 1
    return pids[0]


def guard_pid(rig: Rig, job_id: JobId) -> int:
    started = read_start_record(rig.paths.job(job_id).started)
    assert started is not None
    return started.guard.pid


@pytest.mark.parametrize("make", [example, warm])
@pytest.mark.parametrize(
    ("number", "failure", "words"),
    [
        (signal.SIGTERM, FailureKind.PREEMPTED, "killed by SIGTERM from outside"),
        (signal.SIGKILL, FailureKind.INFRASTRUCTURE, "killed by SIGKILL from outside"),
        (signal.SIGSEGV, FailureKind.ERROR, "killed by SIGSEGV"),
    ],
)
def test_diagnosis_of_signals_from_outside(
    tmp_path: Path, make: Make, number: int, failure: FailureKind, words: str
) -> None:
    with rig_for(make, tmp_path, SIGNAL_ITSELF) as rig:
        ended = rig.until_ended(rig.start(rig.job(arguments={"number": int(number)})))
        assert (ended.failure, ended.detail) == (failure, words)


def test_a_job_whose_guard_is_terminated_from_outside_was_preempted(tmp_path: Path) -> None:
    with rig_for(example, tmp_path, scripts.FAMILY) as rig:
        job_id = rig.start(rig.job())
        rig.until_reports(job_id, 1)
        os.kill(guard_pid(rig, job_id), signal.SIGTERM)
        assert rig.until_ended(job_id).failure is FailureKind.PREEMPTED
        assert (rig.paths.checkpoint(0) / "saved").read_text() == "on SIGTERM"


@pytest.mark.parametrize("make", [example, warm])
def test_no_process_of_a_job_survives_a_killed_guard(make: Make, tmp_path: Path) -> None:
    with rig_for(make, tmp_path, ORPHAN) as rig:
        job_id = rig.start(rig.job())
        (report,) = rig.until_reports(job_id, 1)
        os.kill(guard_pid(rig, job_id), signal.SIGKILL)
        ended = rig.until_ended(job_id)
        assert ended.failure is FailureKind.INFRASTRUCTURE
        assert ended.detail == "the guard died (machine restarted?)"
        assert not is_alive(report.values["main"])
        assert not is_alive(report.values["orphan"])


def test_a_guard_that_is_killed_while_no_tuner_runs(tmp_path: Path) -> None:
    with rig_for(example, tmp_path, ORPHAN) as rig:
        job = rig.job()
        (report,) = rig.until_reports(rig.start(job), 1)
        rig.drop()
        os.kill(guard_pid(rig, job.id), signal.SIGKILL)
        wait_until(lambda: not is_locked(rig.paths.job(job.id).lock))
        rig.open([LiveJob(job, reports_seen=0, halted=False)])
        assert rig.until_ended(job.id).failure is FailureKind.INFRASTRUCTURE
        assert len(rig.reports(job.id)) == 1
        assert not is_alive(report.values["orphan"])


def test_a_job_that_is_halted_while_no_tuner_runs(tmp_path: Path) -> None:
    with rig_for(example, tmp_path, scripts.FAMILY) as rig:
        job = rig.job()
        rig.until_reports(rig.start(job), 1)
        rig.backend.halt(job.id, 0.0)
        rig.drop()
        wait_until(rig.paths.job(job.id).ended.exists)
        rig.open([LiveJob(job, reports_seen=1, halted=True)])
        ended = rig.until_ended(job.id)
        assert (ended.failure, ended.detail) == (None, "told to end: exit code 0")


def test_after_a_crash_of_the_machine_no_job_runs_twice(tmp_path: Path) -> None:
    """Files that were not synced may be empty; the reports show that the job ran."""
    with rig_for(example, tmp_path, scripts.STEPS) as rig:
        rig.drop()
        job = rig.job()
        files = rig.paths.job(job.id)
        files.folder.mkdir(parents=True)
        files.lock.touch()
        files.started.touch()
        files.reports.write_text(json.dumps({"time": 1.0, "values": {"step": 1}}) + "\n")
        rig.open([LiveJob(job, reports_seen=0, halted=False)])
        ended = rig.until_ended(job.id)
        assert ended.failure is FailureKind.INFRASTRUCTURE
        assert "the guard died" in ended.detail
        assert [report.values for report in rig.reports(job.id)] == [{"step": 1}]


def test_jobs_that_are_not_in_the_journal_are_killed(tmp_path: Path) -> None:
    with rig_for(example, tmp_path, ORPHAN) as rig:
        unknown, known = rig.job(0), rig.job(1)
        reports = [rig.until_reports(rig.start(job), 1)[0] for job in (unknown, known)]
        rig.drop()
        rig.open([LiveJob(known, reports_seen=1, halted=False)])
        assert not is_alive(reports[0].values["main"])
        assert not is_alive(reports[0].values["orphan"])
        assert is_alive(reports[1].values["main"])
        rig.gate.touch()
        assert rig.until_ended(known.id).failure is None
        wait_until(rig.paths.job(unknown.id).ended.exists)
        rig.drop()
        rig.open([LiveJob(unknown, reports_seen=1, halted=False)])  # for the rig, which waits for it
        rig.until_ended(unknown.id)


@pytest.mark.parametrize("make", [example, warm])
def test_a_launcher_that_died_is_replaced(make: Make, tmp_path: Path) -> None:
    with rig_for(make, tmp_path, scripts.STEPS) as rig:
        first = rig.start(rig.job(0))
        rig.gate.touch()
        rig.until_ended(first)
        pid = launcher_pid(rig)
        os.kill(pid, signal.SIGKILL)
        wait_until(lambda: not is_alive(pid))
        second = rig.start(rig.job(1))
        assert rig.until_ended(second).failure is None
        assert launcher_pid(rig) != pid


@pytest.mark.parametrize("make", [example, warm])
def test_a_job_that_dies_with_the_launcher_before_it_begins(make: Make, tmp_path: Path) -> None:
    with rig_for(make, tmp_path, scripts.STEPS) as rig:
        rig.until_ended(rig.start(rig.job(0, arguments={"last": 0})))
        pid = launcher_pid(rig)
        os.kill(pid, signal.SIGSTOP)
        job_id = rig.start(rig.job(1))
        assert is_locked(rig.paths.job(job_id).lock)
        os.kill(pid, signal.SIGKILL)
        ended = rig.until_ended(job_id)
        assert ended.failure is FailureKind.INFRASTRUCTURE
        assert ended.detail == "the job could not be launched"


def test_a_failed_launch_is_reported_as_a_fact(tmp_path: Path) -> None:
    with rig_for(example, tmp_path, scripts.STEPS) as rig:
        rig.paths.trial(0).parent.mkdir()
        rig.paths.trial(0).touch()  # in the place of the folder
        ended = rig.until_ended(rig.start(rig.job(0)))
        assert ended.failure is FailureKind.INFRASTRUCTURE
        assert ended.elapsed == 0.0
        assert "could not be launched: [Errno" in ended.detail


def test_no_job_runs_in_the_folder_of_another(tmp_path: Path) -> None:
    with rig_for(example, tmp_path, scripts.STEPS) as rig:
        job = rig.job(arguments={"first": 1, "last": 2})
        rig.until_reports(rig.start(job), 1)
        rig.drop()
        rig.open()  # without the job, as if its journal had lost it
        ended = rig.until_ended(rig.start(job))
        assert ended.failure is FailureKind.INFRASTRUCTURE
        assert "an earlier run" in ended.detail or "runs already" in ended.detail
        wait_until(rig.paths.job(job.id).ended.exists)


def test_lines_that_are_not_reports_are_mentioned_in_a_note(tmp_path: Path) -> None:
    with rig_for(example, tmp_path, SCRIBBLE) as rig:
        job_id = rig.start(rig.job())
        rig.until("the end", lambda: bool(rig.ends(job_id)))
        assert [(report.seq, report.values) for report in rig.reports(job_id)] == [
            (0, {"step": 1}),
            (2, {"step": 2}),
        ]
        assert rig.ends(job_id)[0].failure is None
        assert rig.ends(job_id)[0].note == "reports.jsonl: 1 line passed over: no valid reports"


def test_a_report_is_read_even_if_its_ring_is_lost(tmp_path: Path) -> None:
    with rig_for(example, tmp_path, LOST_RINGS) as rig:
        job_id = rig.start(rig.job())
        assert len(rig.until_reports(job_id, 1)) == 1
        rig.gate.touch()
        rig.until_ended(job_id)


def test_recovered_jobs_keep_their_gpus(tmp_path: Path) -> None:
    def make(script: Path) -> LocalBackend:
        return LocalBackend(str(script), gpus=("0", "1", "2", "3"), stop_grace=0.5)

    with rig_for(make, tmp_path, scripts.STEPS) as rig:
        brief = rig.start(rig.job(0, arguments={"first": 9, "last": 1}))
        jobs = [rig.job(trial_id, arguments={"first": 1, "last": 2}) for trial_id in (1, 2)]
        for job_id in [rig.start(job) for job in jobs]:
            rig.until_reports(job_id, 1)
        rig.until_ended(brief)
        rig.drop()
        rig.open([LiveJob(job, reports_seen=1, halted=False) for job in jobs])
        new = [rig.start(rig.job(trial_id)) for trial_id in (3, 4)]
        rig.gate.touch()
        rig.until_ended(*new, *[job.id for job in jobs])
        held = [json.loads(rig.paths.job(job_id).description.read_text())["gpus"] for job_id in new]
        assert held == [["0"], ["3"]]


def test_a_ring_ends_the_wait(tmp_path: Path) -> None:
    with rig_for(example, tmp_path, scripts.STEPS) as rig:
        bell = os.open(rig.paths.bell, os.O_WRONLY | os.O_NONBLOCK)
        os.write(bell, b"!")
        os.close(bell)
        begun = time.monotonic()
        assert rig.backend.poll(60.0) == []
        assert time.monotonic() - begun < 30.0


@pytest.mark.parametrize("link", ["checkpoint", "trial", "trial and checkpoint", "file in it"])
def test_dropping_a_checkpoint_follows_no_links(
    tmp_path: Path, link: str, caplog: pytest.LogCaptureFixture
) -> None:
    precious = tmp_path / "precious"
    (precious / "checkpoint").mkdir(parents=True)
    (precious / "model").touch()
    (precious / "checkpoint" / "model").touch()
    linking = tmp_path / "linking"
    linking.mkdir()
    (linking / "checkpoint").symlink_to(precious)
    outside = link.startswith("trial")
    with rig_for(example, tmp_path, scripts.STEPS) as rig:
        checkpoint = rig.paths.checkpoint(0)
        if outside:
            checkpoint.parent.parent.mkdir()
            checkpoint.parent.symlink_to(precious if link == "trial" else linking)
        elif link == "checkpoint":
            checkpoint.parent.mkdir(parents=True)
            checkpoint.symlink_to(precious)
        else:
            checkpoint.mkdir(parents=True)
            (checkpoint / "link").symlink_to(precious)
        with caplog.at_level(logging.WARNING):
            rig.backend.drop_checkpoint(0)
        assert (precious / "model").exists()
        assert (precious / "checkpoint" / "model").exists()
        assert os.path.lexists(checkpoint) == outside
        assert bool(caplog.records) == outside


def test_marks_belong_to_one_experiment(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    assert experiment_mark(tmp_path / "link" / "a") == experiment_mark(tmp_path / "a")
    assert experiment_mark(tmp_path / "a") != experiment_mark(tmp_path / "b")


@pytest.mark.parametrize("make", [example, warm])
def test_every_process_of_a_job_is_marked(make: Make, tmp_path: Path) -> None:
    with rig_for(make, tmp_path, ORPHAN) as rig:
        assert isinstance(rig.backend, TrackedJobs)
        job_id = rig.start(rig.job(5, 2))
        (report,) = rig.until_reports(job_id, 1)
        mark = f"{experiment_mark(rig.paths.folder)}5.2"
        assert marks(report) == [mark, mark]


def marks(report: Reported) -> list[str]:
    pids = [report.values[name] for name in ("main", "orphan")]
    return [psutil.Process(pid).environ()[MARK].rstrip() for pid in pids if isinstance(pid, int)]
