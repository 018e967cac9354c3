"""How jobs end when AWS, a script or a person ends them, and what a checkpoint survives."""

from pathlib import Path
from typing import Any

import pytest
from tests.backends.sagemaker.conftest import Open, make_with, run_jobs, steps
from tests.backends.sagemaker.test_checkpoints import manifest
from tests.helpers.harnesses.sagemaker import example

from sagemaker_rehearsal import Emulator, Fault
from tunewise.backends.base import Job
from tunewise.backends.sagemaker.calls import TERMINAL, Description, Summary, TrainingJobs
from tunewise.events import JobStarted
from tunewise.testing import backend_scripts as scripts
from tunewise.testing.backend_rig import rig_for
from tunewise.trial import FailureKind, JobId

pytestmark = pytest.mark.slow

EPOCHS = """
args = options(last=3, pace=0.0)
signals = []
signal.signal(signal.SIGTERM, lambda *_: signals.append(True))
saved = checkpoint_dir() / "epoch"
begun = int(saved.read_text()) if saved.exists() else 0
print("continues after", begun, file=sys.stderr)
def save(epoch):
    part = saved.with_name("part")
    part.write_text(str(epoch))
    os.replace(part, saved)
for epoch in range(begun + 1, args.last + 1):
    time.sleep(args.pace)
    save(epoch)
    report(step=epoch, begun=begun)
    if signals:
        break
"""
"""Continues from its checkpoint, and does not end between saving and reporting."""

KILLER = """
args = options()
report(step=1, large=12.5, small=1.5e-05)
time.sleep(1.0)
os.kill(int(open(f"/proc/{os.getppid()}/stat").read().split()[3]), signal.SIGKILL)
time.sleep(60)
"""
"""Kills the process of the container, as the kernel does when memory runs out."""


def test_spot_jobs_continue_after_each_interruption(open_emulator: Open, tmp_path: Path) -> None:
    emulator = open_emulator()
    with rig_for(make_with(spot=True), tmp_path, EPOCHS) as rig:
        job_id = rig.start(Job(JobId(0, 0), {"last": 60, "pace": 0.1}, resumed=False))

        def begun() -> set[int]:
            return {int(str(report.values["begun"])) for report in rig.reports(job_id)}

        def interrupt(number: int) -> None:
            rig.until_reports(job_id, 5 + 5 * number)
            # on a busy machine the job may still be in the run that was interrupted before
            rig.until("the job going on", lambda: len(begun()) > number)
            emulator.interrupt(emulator.jobs()[0].name)

        interrupt(0)
        interrupt(1)
        assert rig.until_ended(job_id).failure is None
        reached = 0
        for step in steps(rig, job_id):  # steps may repeat, but none is missing
            assert step <= reached + 1
            reached = max(reached, step)
        assert reached == 60
        assert len(begun()) == 3
        assert min(begun() - {0}) >= 3
    assert len(emulator.jobs()) == 1


def test_with_retries_the_same_job_continues_when_its_instance_breaks(
    open_emulator: Open, tmp_path: Path
) -> None:
    """Each time after it saved something since it began."""
    emulator = open_emulator()
    with rig_for(make_with(retries=2, checkpoint_every=0.0), tmp_path, EPOCHS) as rig:
        job_id = rig.start(Job(JobId(0, 0), {"last": 1_000_000, "pace": 0.1}, resumed=False))

        def begun() -> set[object]:
            return {report.values["begun"] for report in rig.reports(job_id)}

        for number in range(2):
            rig.until("another run", lambda runs=number + 1: len(begun()) == runs)  # type: ignore[misc]
            saved = manifest(emulator)
            rig.until("a manifest", lambda known=saved: manifest(emulator) != known)  # type: ignore[misc]
            emulator.lose_instance(emulator.jobs()[0].name)
        rig.until("the third run", lambda: len(begun()) == 3)
        rig.backend.halt(job_id, 0.0)
        assert rig.until_ended(job_id).failure is None
        reached = 0
        for step in steps(rig, job_id):  # steps may repeat, but none is missing
            assert step <= reached + 1
            reached = max(reached, step)
        assert len(begun()) == 3
    (job,) = emulator.jobs()
    assert [change.status for change in job.transitions].count("Restarting") == 2


@pytest.mark.parametrize("retries", [0, 1])
def test_a_broken_instance_is_not_a_failure_of_the_trial(
    open_emulator: Open, light_jobs: None, tmp_path: Path, retries: int
) -> None:
    open_emulator([Fault("lost_instance", times=2)])
    with rig_for(make_with(retries=retries), tmp_path, scripts.STEPS) as rig:
        job_id = rig.start(rig.job(arguments={"first": 1}))
        assert rig.until_ended(job_id).failure is FailureKind.INFRASTRUCTURE


def test_a_script_that_kills_its_container(open_emulator: Open, tmp_path: Path) -> None:
    open_emulator([Fault("server_error", "PutObject", subject="*/reports/*", times=1000)])
    with rig_for(example, tmp_path, KILLER) as rig:
        job_id = rig.start(rig.job())
        ended = rig.until_ended(job_id)
        assert ended.failure is FailureKind.CONFIGURATION
        assert "exit code: 137" in ended.detail  # FailureReason isn't dropped
        assert isinstance(rig.facts[0], JobStarted)
        assert steps(rig, job_id) == [1]  # from the log, as it didn't get as far as S3
        values = rig.reports(job_id)[0].values
        assert (values["large"], values["small"]) == (12.5, 1.5e-05)  # not what a regex would make of it


def test_a_container_that_runs_out_of_memory(open_emulator: Open, light_jobs: None, tmp_path: Path) -> None:
    emulator = open_emulator([Fault("out_of_memory", delay=600)])
    with rig_for(example, tmp_path, scripts.STEPS) as rig:
        job_id = rig.start(rig.job(arguments={"first": 1}))
        rig.until_reports(job_id, 1)
        emulator.advance(600)
        ended = rig.until_ended(job_id)
        assert ended.failure is FailureKind.CONFIGURATION
        assert ended.detail.startswith("out of memory: ClientError: Please use an instance type with more")


def test_a_job_stopped_at_the_console_was_preempted(emulator: Emulator, tmp_path: Path) -> None:
    with rig_for(example, tmp_path, scripts.STEPS) as rig:
        job_id = rig.start(rig.job(arguments={"first": 1}))
        rig.until_reports(job_id, 1)
        emulator.client("sagemaker").stop_training_job(TrainingJobName=emulator.jobs()[0].name)
        assert rig.until_ended(job_id).failure is FailureKind.PREEMPTED


def test_a_job_that_exceeds_max_run(emulator: Emulator, light_jobs: None, tmp_path: Path) -> None:
    with rig_for(make_with(max_run=600), tmp_path, scripts.STEPS) as rig:
        job_id = rig.start(rig.job(arguments={"first": 1}))
        rig.until_reports(job_id, 1)
        emulator.advance(600)
        ended = rig.until_ended(job_id)
        assert (ended.failure, "max_run" in ended.detail) == (FailureKind.CONFIGURATION, True)


@pytest.mark.parametrize("gone", [False, True], ids=["Deleting", "gone"])
def test_a_job_that_is_deleted_as_soon_as_it_ends(
    emulator: Emulator, light_jobs: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gone: bool
) -> None:
    """Its reports count, though AWS knows at most that there was such a job."""
    describe, listed = TrainingJobs.describe, TrainingJobs.list_jobs

    def look(calls: TrainingJobs, name: str) -> Description | None:
        found = describe(calls, name)
        if found is None or found.status not in TERMINAL:
            return found
        return None if gone else found._replace(status="Deleting", billable=0.0, reason="")

    def lists(calls: TrainingJobs, *arguments: Any, **settings: Any) -> tuple[list[Summary], int]:  # noqa: ANN401
        summaries, number = listed(calls, *arguments, **settings)
        over = [summary._replace(status="Deleting") for summary in summaries if summary.status in TERMINAL]
        going = [summary for summary in summaries if summary.status not in TERMINAL]
        return going + (over if not gone else []), number

    monkeypatch.setattr(TrainingJobs, "describe", look)
    monkeypatch.setattr(TrainingJobs, "list_jobs", lists)
    with rig_for(example, tmp_path, scripts.STEPS) as rig:
        (job_id,) = run_jobs(rig, 1)
        ended = rig.ends(job_id)[0]
        assert ended.failure is None
        assert ended.elapsed > 0, "as its guard measured it"
        assert steps(rig, job_id) == [1, 2, 3]
        rig.gate.unlink()
        killed = rig.start(rig.job(1, arguments={"first": 1}))
        rig.until_reports(killed, 1)
        emulator.lose_instance(emulator.jobs()[-1].name)  # before the job can write how it ended
        ended = rig.until_ended(killed)
        assert ended.failure is FailureKind.INFRASTRUCTURE
        assert "was deleted" in ended.detail


def test_a_job_that_ignores_its_stop_object_is_stopped(open_emulator: Open, tmp_path: Path) -> None:
    emulator = open_emulator()
    with rig_for(example, tmp_path, scripts.STEPS) as rig:
        job_id = rig.start(rig.job(arguments={"first": 1}))
        rig.until_reports(job_id, 1)
        emulator.inject(Fault("server_error", "GetObject", subject="*/stops/*", times=10_000))
        rig.backend.halt(job_id, 0.0)
        assert rig.until_ended(job_id).failure is None
    assert len(emulator.ledger.of("StopTrainingJob")) == 1
    assert emulator.jobs()[0].status == "Stopped"


def test_the_last_checkpoint_is_saved_when_s3_fails_for_a_while(open_emulator: Open, tmp_path: Path) -> None:
    """S3 refuses its manifest, and the reports before it."""
    open_emulator(
        [
            Fault("server_error", "PutObject", subject="*/manifest.json", times=2),
            Fault("server_error", "PutObject", subject="*/reports/*", after=1, times=2),
        ]
    )
    make = make_with(checkpoint_every=1000.0)
    with rig_for(make, tmp_path, EPOCHS) as rig:
        for run, last in enumerate([2, 4]):
            job = Job(JobId(0, run), {"last": last}, resumed=run > 0)
            rig.start(job)
            assert rig.until_ended(job.id).failure is None
        assert steps(rig, JobId(0, 0)) == [1, 2]
        assert steps(rig, JobId(0, 1)) == [3, 4]
