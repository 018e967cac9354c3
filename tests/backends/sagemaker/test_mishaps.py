"""What goes wrong at AWS, and what the back end makes of it."""

from __future__ import annotations

import time
from contextlib import ExitStack
from datetime import datetime, timezone
from itertools import pairwise
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest
from tests.backends.sagemaker.conftest import experiment_of, make_with
from tests.backends.sagemaker.test_container import manifest
from tests.helpers.harnesses.sagemaker import example

from sagemaker_rehearsal import Fault
from tunewise.backends.base import BackendError, BusyError, Job, LiveJob
from tunewise.backends.diagnosis import Ended
from tunewise.backends.platform import JobStatus
from tunewise.backends.sagemaker.calls import TERMINAL, Description, QuotaError, Summary, TrainingJobs
from tunewise.backends.sagemaker.identity import draw_identity
from tunewise.backends.sagemaker.pacing import Pace
from tunewise.backends.sagemaker.platform import SageMakerPlatform
from tunewise.backends.sagemaker.pools import Pools
from tunewise.backends.sagemaker.reading import outcome_of
from tunewise.events import JobQueued, JobStarted
from tunewise.paths import ExperimentPaths
from tunewise.testing import backend_scripts as scripts
from tunewise.testing.backend_rig import Rig, rig_for
from tunewise.trial import FailureKind, JobId

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sagemaker_rehearsal import Emulator

Open = Any  # the fixture `open_emulator`

KIND = "ml.m5.large"

EPOCHS = """
args = options(last=3, pace=0.0)
told = []
signal.signal(signal.SIGTERM, lambda *_: told.append(True))
saved = checkpoint_dir() / "epoch"
begun = int(saved.read_text()) if saved.exists() else 0
print("goes on after", begun, file=sys.stderr)
def save(epoch):
    part = saved.with_name("part")
    part.write_text(str(epoch))
    os.replace(part, saved)
for epoch in range(begun + 1, args.last + 1):
    time.sleep(args.pace)
    save(epoch)
    report(step=epoch, begun=begun)
    if told:
        break
"""
"""Goes on from its checkpoint, and does not end between saving and reporting."""

TOUGH = """
args = options()
report(step=1, large=12.5, small=1.5e-05)
time.sleep(1.0)
os.kill(int(open(f"/proc/{os.getppid()}/stat").read().split()[3]), signal.SIGKILL)
time.sleep(60)
"""
"""Kills the process of the container, as the kernel does for want of memory."""


def names(emulator: Emulator) -> list[str]:
    return [job.name[job.name.index("-t") + 1 :] for job in emulator.jobs()]


def steps(rig: Rig, job_id: JobId) -> list[Any]:
    return [report.values["step"] for report in rig.reports(job_id)]


def run_jobs(rig: Rig, number: int) -> list[JobId]:
    jobs = [rig.start(rig.job(trial_id)) for trial_id in range(number)]
    rig.gate.touch()
    rig.until_ended(*jobs)
    return jobs


# ---- creating --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("effect", ["lost_response", "lost_request", "throttle", "server_error"])
def test_whatever_becomes_of_the_answer_a_job_is_created_once(
    open_emulator: Open, tmp_path: Path, effect: str
) -> None:
    emulator = open_emulator([Fault(effect, "CreateTrainingJob", times=9)])
    with rig_for(example, tmp_path, scripts.STEPS) as rig:
        (job_id,) = run_jobs(rig, 1)
        assert rig.ends(job_id)[0].failure is None
        assert steps(rig, job_id) == [1, 2, 3]
    assert names(emulator) == ["t00000-r0"]


@pytest.mark.parametrize(("effect", "doubts"), [("throttle", False), ("lost_response", True)])
def test_only_what_may_be_there_is_looked_for(
    open_emulator: Open, tmp_path: Path, effect: str, doubts: bool
) -> None:
    """A create that was one too many made nothing."""
    emulator = open_emulator([Fault(effect, "CreateTrainingJob", times=10_000)])
    with rig_for(example, tmp_path, scripts.STEPS) as rig:
        job_id = rig.start(rig.job())
        assert len(emulator.ledger.of("CreateTrainingJob")) == 1
        rig.backend.halt(job_id, 0.0)
        rig.until_ended(job_id)
        assert bool(emulator.ledger.of("DescribeTrainingJob")) == doubts


def test_a_job_that_is_found_by_its_name_waits_for_no_quota_any_more(
    open_emulator: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    emulator = open_emulator(cold_start=1e6)
    create, lost = TrainingJobs.create, []

    def creating(calls: TrainingJobs, request: dict[str, Any]) -> None:
        if not rig.facts:
            raise QuotaError("The limit is 1")
        create(calls, request)
        if not lost:
            lost.append(request)
            raise BusyError("the answer is lost")

    monkeypatch.setattr(TrainingJobs, "create", creating)
    with rig_for(example, tmp_path, scripts.STEPS) as rig:
        job_id = rig.start(rig.job())
        rig.until("a wait for nothing", lambda: len(rig.facts) > 1)
        assert [fact.job for fact in rig.facts if isinstance(fact, JobQueued)] == [job_id] * 2
        quota, nothing = (fact.why for fact in rig.facts if isinstance(fact, JobQueued))
        assert "limit" in quota
        assert nothing == ""
        assert len(emulator.ledger.of("CreateTrainingJob")) == 2
        rig.backend.halt(job_id, 0.0)
        rig.until_ended(job_id)
    assert names(emulator) == ["t00000-r0"]


def test_a_name_that_somebody_else_has_is_an_error(emulator: Emulator, tmp_path: Path) -> None:
    rig = Rig(example, tmp_path, scripts.STEPS)
    rig.open()
    taken = f"{experiment_of(rig)}-t00000-r0"
    emulator.add_ended_jobs([taken], {"owner": "me"})
    with pytest.raises(BackendError, match=f"There is a training job {taken} already"):
        rig.backend.start(rig.job())
    rig.drop()


def test_two_experiments_of_one_name_never_meet(emulator: Emulator, tmp_path: Path) -> None:
    for number in range(2):
        folder = tmp_path / str(number)
        folder.mkdir()
        with rig_for(example, folder, scripts.STEPS) as rig:
            run_jobs(rig, 1)
    assert len({job.name for job in emulator.jobs()}) == 2


def test_a_job_of_a_record_that_was_lost_does_not_run_beside_the_new_one(
    emulator: Emulator, tmp_path: Path
) -> None:
    """The tuner goes on from an older copy of its record, and decides otherwise than before."""
    with rig_for(example, tmp_path, scripts.STEPS) as rig:
        rig.until_reports(rig.start(rig.job(arguments={"first": 1, "last": 2})), 1)
        rig.start(rig.job(5, arguments={"first": 1}))
        rig.drop()
        job = rig.job(arguments={"first": 0, "last": 4})
        rig.gate.touch()
        rig.open([LiveJob(job, reports_seen=0, halted=False)])
        rig._unfinished.discard(JobId(5, 0))
        assert rig.until_ended(job.id).failure is None
        assert steps(rig, job.id) == [1, 2, 3, 4]
    runs = {job.name[-12:]: job for job in emulator.jobs()}
    assert set(names(emulator)) == {"t00000-r0", "t00000-r0-a1", "t00005-r0"}
    new = next(job for name, job in runs.items() if name.endswith("-a1"))
    old = next(job for name, job in runs.items() if name.endswith("t00000-r0"))
    assert old.transitions[-1].start <= new.created  # never two writers
    emulator.wait_for(next(job.name for job in emulator.jobs() if "-t00005" in job.name))


# ---- quota, capacity, throttling -------------------------------------------------------------------------


def test_four_workers_with_a_quota_of_three(open_emulator: Open, tmp_path: Path) -> None:
    emulator = open_emulator(quotas={KIND: 3})
    with rig_for(example, tmp_path, scripts.STEPS) as rig:
        jobs = [rig.start(rig.job(trial_id, arguments={"first": 1})) for trial_id in range(4)]
        for job_id in jobs[:3]:
            rig.until_reports(job_id, 1)
        assert rig.reports(jobs[3]) == []
        (told,) = [fact for fact in rig.facts if isinstance(fact, JobQueued)]
        assert told.job == jobs[3]
        assert f"'{KIND} for training job usage' is 3 Instances" in told.why
        rig.gate.touch()
        rig.until_ended(*jobs)
        assert all(rig.ends(job_id)[0].failure is None for job_id in jobs)
    assert len(emulator.jobs()) == 4


def test_a_job_that_waits_for_the_quota_can_be_halted(open_emulator: Open, tmp_path: Path) -> None:
    open_emulator(quotas={KIND: 1})
    with rig_for(example, tmp_path, scripts.STEPS) as rig:
        rig.until_reports(rig.start(rig.job(0, arguments={"first": 1})), 1)
        waiting = rig.start(rig.job(1))
        rig.backend.halt(waiting, 0.0)
        ended = rig.until_ended(waiting)
        assert (ended.failure, ended.elapsed) == (None, 0.0)


def test_who_is_paid_for_does_not_wait_for_a_place_for_ever(
    open_emulator: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A tuner that is a job itself ends, here at once, unless one of its jobs runs; others wait."""
    emulator = open_emulator(total_quota=1)
    monkeypatch.setattr(Pace, "patience", 0.0)

    def refused(times: int) -> Callable[[], bool]:
        before = len(emulator.ledger.of("CreateTrainingJob"))
        return lambda: len(emulator.ledger.of("CreateTrainingJob")) >= before + times

    rigs = {name: tmp_path / name for name in ("first", "waiting", "patient")}
    for name, folder in rigs.items():
        folder.mkdir()
        draw_identity(ExperimentPaths(folder / "experiment"), emulator.region, on_s3=name != "patient")
    with ExitStack() as stack:
        first, waiting, patient = (
            stack.enter_context(rig_for(example, folder, scripts.STEPS)) for folder in rigs.values()
        )
        first.until_reports(first.start(first.job(0, arguments={"first": 1})), 1)
        first.start(first.job(1))
        first.until("refusals", refused(2))
        patient.start(patient.job())
        patient.until("refusals", refused(3))
        with pytest.raises(BackendError, match=r"No job found a place in the quota 'Number of .* launch it"):
            waiting.start(waiting.job())


def test_patience_begins_when_the_last_job_ends(
    open_emulator: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long that ran: the next one is not given up at its first refusal."""
    emulator = open_emulator(total_quota=1)
    passed = 0.0
    clock = SimpleNamespace(monotonic=lambda: time.monotonic() + passed, sleep=time.sleep)
    monkeypatch.setattr("tunewise.backends.sagemaker.platform.time", clock)
    for name in ("paid", "other"):
        (tmp_path / name).mkdir()
        paths = ExperimentPaths(tmp_path / name / "experiment")
        draw_identity(paths, emulator.region, on_s3=name == "paid")
    with (
        rig_for(example, tmp_path / "paid", scripts.STEPS) as paid,
        rig_for(example, tmp_path / "other", scripts.STEPS) as other,
    ):
        long = paid.start(paid.job(0, arguments={"first": 1}))
        paid.until_reports(long, 1)
        passed += 7200
        paid.gate.touch()
        paid.until_ended(long)
        other.until_reports(other.start(other.job(0, arguments={"first": 1})), 1)  # has its place now
        before = len(emulator.ledger.of("CreateTrainingJob"))
        paid.start(paid.job(1))
        paid.until("refusals", lambda: len(emulator.ledger.of("CreateTrainingJob")) >= before + 2)
        passed += 7200
        with pytest.raises(BackendError, match="No job found a place"):
            paid.until("the end of its patience", lambda: False)


def test_a_job_that_is_told_to_end_is_not_asked_for_any_more(
    open_emulator: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor looked for in vain until it is due to be told."""
    open_emulator(quotas={KIND: 1})
    with rig_for(example, tmp_path, scripts.STEPS) as rig:
        rig.until_reports(rig.start(rig.job(0, arguments={"first": 1})), 1)
        waiting = rig.start(rig.job(1))
        rig.backend.halt(waiting, 60.0)
        waits: list[float] = []
        wait = SageMakerPlatform.wait

        def waiting_for(platform: SageMakerPlatform, seconds: float) -> bool:
            waits.append(seconds)
            return wait(platform, seconds)

        with monkeypatch.context() as patch:
            patch.setattr(SageMakerPlatform, "submit", lambda *_: pytest.fail("it is asked for"))
            patch.setattr(SageMakerPlatform, "wait", waiting_for)
            rig.until("waits", lambda: len(waits) > 20)
        assert sum(seconds <= 0.0 for seconds in waits) < len(waits) / 2


@pytest.mark.parametrize("effect", ["capacity_error", "internal_error"])
def test_what_lacks_an_instance_is_no_failed_trial(open_emulator: Open, tmp_path: Path, effect: str) -> None:
    emulator = open_emulator([Fault(effect, times=3)])
    with rig_for(example, tmp_path, scripts.STEPS) as rig:
        (job_id,) = run_jobs(rig, 1)
        ended = rig.ends(job_id)[0]
        assert ended.failure is None
        assert steps(rig, job_id) == [1, 2, 3]
        why = next(fact.why for fact in rig.facts if isinstance(fact, JobQueued))
        assert why.startswith(
            {"capacity_error": "CapacityError", "internal_error": "InternalServerError"}[effect]
        )
    assert names(emulator) == ["t00000-r0", "t00000-r0-a1", "t00000-r0-a2", "t00000-r0-a3"]


def test_a_storm_of_throttling(open_emulator: Open, tmp_path: Path) -> None:
    storm = [Fault("throttle", pattern, after=2, times=25) for pattern in ("*TrainingJob*", "ListObjectsV2")]
    emulator = open_emulator(storm)
    with rig_for(example, tmp_path, scripts.STEPS) as rig:
        for job_id in run_jobs(rig, 4):
            assert rig.ends(job_id)[0].failure is None
            assert steps(rig, job_id) == [1, 2, 3]
    assert len(emulator.jobs()) == 4


def test_no_report_is_lost_where_reading_fails(open_emulator: Open, tmp_path: Path) -> None:
    """Of several objects the second can't be read: what the first told is not forgotten."""
    broken = [Fault("server_error", "GetObject", f"*/reports/t0000{n}*", after=1, times=9) for n in (1, 2)]
    open_emulator(broken)
    with rig_for(example, tmp_path, scripts.STEPS) as rig:
        for job_id in run_jobs(rig, 4):
            assert rig.ends(job_id)[0].failure is None
            assert steps(rig, job_id) == [1, 2, 3]


def test_stopping_survives_throttling(open_emulator: Open, tmp_path: Path) -> None:
    emulator = open_emulator([Fault("throttle", "StopTrainingJob", times=8)], cold_start=1e6)
    with rig_for(example, tmp_path, scripts.STEPS) as rig:
        job_id = rig.start(rig.job())
        rig.backend.halt(job_id, 0.0)
        assert rig.until_ended(job_id).failure is None
    assert len(emulator.ledger.of("StopTrainingJob")) == 9


def test_a_tuner_takes_up_a_job_that_never_got_an_instance(open_emulator: Open, tmp_path: Path) -> None:
    emulator = open_emulator([Fault("capacity_error", times=2)])
    with rig_for(example, tmp_path, scripts.STEPS) as rig:
        job = rig.job()
        rig.start(job)
        emulator.wait_for(emulator.jobs()[0].name)
        rig.drop()
        rig.gate.touch()
        rig.open([LiveJob(job, reports_seen=0, halted=False)])
        assert rig.until_ended(job.id).failure is None
        assert steps(rig, job.id) == [1, 2, 3]
    assert names(emulator) == ["t00000-r0", "t00000-r0-a1", "t00000-r0-a2"]


def test_creates_are_paced(emulator: Emulator, tmp_path: Path) -> None:
    make = make_with(poll_every=1.0)  # so that a job is created every 0.2 s after the first five
    with rig_for(make, tmp_path, scripts.STEPS) as rig:
        run_jobs(rig, 8)
    moments = [call.real for call in emulator.ledger.of("CreateTrainingJob")]
    assert moments[7] - moments[0] > 0.5


# ---- ends ------------------------------------------------------------------------------------------------


def test_spot_jobs_go_on_after_each_interruption(open_emulator: Open, tmp_path: Path) -> None:
    emulator = open_emulator()
    with rig_for(make_with(spot=True), tmp_path, EPOCHS) as rig:
        job_id = rig.start(Job(JobId(0, 0), {"last": 40, "pace": 0.1}, resumed=False))
        for number in range(2):
            rig.until_reports(job_id, 5 + 5 * number)
            emulator.interrupt(emulator.jobs()[0].name)
        assert rig.until_ended(job_id).failure is None
        reached = 0
        for step in steps(rig, job_id):  # what is repeated was reported before: no gap
            assert step <= reached + 1
            reached = max(reached, step)
        assert reached == 40
        begun = {report.values["begun"] for report in rig.reports(job_id)}
        assert len(begun) == 3
        assert min(begun - {0}) >= 3
    assert len(emulator.jobs()) == 1


def test_with_retries_the_same_job_goes_on_where_its_instance_broke(
    open_emulator: Open, tmp_path: Path
) -> None:
    """Each time once it has saved something since it began."""
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
        for step in steps(rig, job_id):  # what is repeated was reported before: no gap
            assert step <= reached + 1
            reached = max(reached, step)
        assert len(begun()) == 3
    (job,) = emulator.jobs()
    assert [change.status for change in job.transitions].count("Restarting") == 2


@pytest.mark.parametrize("retries", [0, 1])
def test_an_instance_that_breaks_is_no_failure_of_the_trial(
    open_emulator: Open, tmp_path: Path, retries: int
) -> None:
    open_emulator([Fault("lost_instance", times=2)])
    with rig_for(make_with(retries=retries), tmp_path, EPOCHS) as rig:
        job_id = rig.start(Job(JobId(0, 0), {"last": 3, "pace": 60.0}, resumed=False))
        assert rig.until_ended(job_id).failure is FailureKind.INFRASTRUCTURE


def test_a_script_that_takes_the_container_with_it(open_emulator: Open, tmp_path: Path) -> None:
    open_emulator([Fault("server_error", "PutObject", subject="*/reports/*", times=1000)])
    with rig_for(example, tmp_path, TOUGH) as rig:
        job_id = rig.start(rig.job())
        ended = rig.until_ended(job_id)
        assert ended.failure is FailureKind.CONFIGURATION
        assert "exit code: 137" in ended.detail  # FailureReason isn't dropped
        assert isinstance(rig.facts[0], JobStarted)
        assert steps(rig, job_id) == [1]  # from the log, as it didn't get as far as S3
        values = rig.reports(job_id)[0].values
        assert (values["large"], values["small"]) == (12.5, 1.5e-05)  # not what a regex would make of it


def test_a_container_that_is_killed_for_want_of_memory(open_emulator: Open, tmp_path: Path) -> None:
    emulator = open_emulator([Fault("out_of_memory", delay=600)])
    with rig_for(example, tmp_path, scripts.STEPS) as rig:
        job_id = rig.start(rig.job(arguments={"first": 1}))
        rig.until_reports(job_id, 1)
        emulator.advance(600)
        ended = rig.until_ended(job_id)
        assert ended.failure is FailureKind.CONFIGURATION
        assert ended.detail.startswith("out of memory: ClientError: Please use an instance type with more")


@pytest.mark.parametrize(
    ("reason", "exit_code", "halted", "failure"),
    [
        ("ClientError: Please use an instance type with more memory, or", 137, False, "configuration"),
        ("ClientError: Please use an instance type with more memory, or", 1, False, "configuration"),
        ("AlgorithmError: a script may say: more memory, exit code: 1", 1, False, "error"),
        ("ClientError: Artifact upload failed:ClientError: Out of Memory. Please", 0, False, None),
        ("ClientError: Please use an instance type with more memory, or", 137, True, None),
        ("Artifact upload failed:ClientError: Out of Memory. Please use", 1, False, "configuration"),
        ("AlgorithmError: , exit code: 137", 137, False, "infrastructure"),
    ],
)
def test_want_of_memory_in_awss_words_is_that_of_a_script_that_failed(
    tmp_path: Path, reason: str, exit_code: int, halted: bool, failure: str | None
) -> None:
    """Where the guard saw a kill at most, or the script an error that tells nothing."""
    ended = Ended(exit_code, None, 9.0, 0.0, 9.0, halted=halted, oom_killed=False)
    told = JobStatus(over=True, ended=ended, stderr="Killed")
    now = datetime.now(timezone.utc)
    failed = Description("arn", "Failed", "Failed", now, reason, 9.0, True, "", "", 0.0)
    outcome = outcome_of(failed, told, halted, make_with()(tmp_path / "script.py"), [])
    assert outcome.failure == (None if failure is None else FailureKind(failure))
    assert outcome.detail.startswith(f"out of memory: {reason}") == (failure == "configuration")


@pytest.mark.parametrize(
    ("asked", "ran", "max_pending", "failure"),
    [
        (False, False, 3600, "infrastructure"),
        (False, False, None, "preempted"),
        (False, True, 3600, "preempted"),
        (True, False, 3600, None),
    ],
)
def test_a_wait_that_ends_as_any_stop_does(
    tmp_path: Path, asked: bool, ran: bool, max_pending: int | None, failure: str | None
) -> None:
    """Should AWS have no status of its own for it."""
    now = datetime.now(timezone.utc)
    stopped = Description("arn", "Stopped", "Stopped", now, "", 0.0, ran, "", "", 0.0)
    spec = make_with(max_pending=max_pending)(tmp_path / "script.py")
    outcome = outcome_of(stopped, JobStatus(), asked, spec, [])
    assert outcome.failure == (None if failure is None else FailureKind(failure))
    assert ("within max_pending" in outcome.detail) == (failure == "infrastructure")


def test_stopped_from_the_console(emulator: Emulator, tmp_path: Path) -> None:
    with rig_for(example, tmp_path, scripts.STEPS) as rig:
        job_id = rig.start(rig.job(arguments={"first": 1}))
        rig.until_reports(job_id, 1)
        emulator.client("sagemaker").stop_training_job(TrainingJobName=emulator.jobs()[0].name)
        assert rig.until_ended(job_id).failure is FailureKind.PREEMPTED


def test_max_run(emulator: Emulator, tmp_path: Path) -> None:
    with rig_for(make_with(max_run=600), tmp_path, scripts.STEPS) as rig:
        job_id = rig.start(rig.job(arguments={"first": 1}))
        rig.until_reports(job_id, 1)
        emulator.advance(600)
        ended = rig.until_ended(job_id)
        assert (ended.failure, "max_run" in ended.detail) == (FailureKind.CONFIGURATION, True)


@pytest.mark.parametrize("gone", [False, True], ids=["Deleting", "gone"])
def test_a_job_that_is_deleted_as_soon_as_it_is_over(
    emulator: Emulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gone: bool
) -> None:
    """What it told counts, though AWS knows no more than that it was, if that."""
    describe, listed = TrainingJobs.describe, TrainingJobs.list

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
    monkeypatch.setattr(TrainingJobs, "list", lists)
    with rig_for(example, tmp_path, scripts.STEPS) as rig:
        (job_id,) = run_jobs(rig, 1)
        ended = rig.ends(job_id)[0]
        assert ended.failure is None
        assert ended.elapsed > 0, "as its guard measured it"
        assert steps(rig, job_id) == [1, 2, 3]
        rig.gate.unlink()
        killed = rig.start(rig.job(1, arguments={"first": 1}))
        rig.until_reports(killed, 1)
        emulator.lose_instance(emulator.jobs()[-1].name)  # and with it its last word
        ended = rig.until_ended(killed)
        assert ended.failure is FailureKind.INFRASTRUCTURE
        assert "was deleted" in ended.detail


def test_a_job_that_does_not_heed_its_stop_object_is_stopped(open_emulator: Open, tmp_path: Path) -> None:
    emulator = open_emulator()
    with rig_for(example, tmp_path, scripts.STEPS) as rig:
        job_id = rig.start(rig.job(arguments={"first": 1}))
        rig.until_reports(job_id, 1)
        emulator.inject(Fault("server_error", "GetObject", subject="*/stops/*", times=10_000))
        rig.backend.halt(job_id, 0.0)
        assert rig.until_ended(job_id).failure is None
    assert len(emulator.ledger.of("StopTrainingJob")) == 1
    assert emulator.jobs()[0].status == "Stopped"


def test_a_job_that_has_no_instance_yet_is_stopped_at_once(open_emulator: Open, tmp_path: Path) -> None:
    emulator = open_emulator(cold_start=1e6)
    with rig_for(example, tmp_path, scripts.STEPS) as rig:
        job_id = rig.start(rig.job())
        rig.backend.poll(0.3)
        rig.backend.halt(job_id, 0.0)
        ended = rig.until_ended(job_id)
        assert (ended.failure, ended.elapsed) == (None, 0.0)
    assert emulator.jobs()[0].status == "Stopped"


# ---- checkpoints -----------------------------------------------------------------------------------------


def test_the_last_checkpoint_gets_through(open_emulator: Open, tmp_path: Path) -> None:
    """Also where S3 refuses its manifest, and the reports before it, for a while."""
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


# ---- what it costs ---------------------------------------------------------------------------------------


def test_warm_pools_are_reused_and_ended_with_the_experiment(open_emulator: Open, tmp_path: Path) -> None:
    emulator = open_emulator(pool_quotas={KIND: 2})
    with rig_for(make_with(keep_alive=1800), tmp_path, scripts.STEPS) as rig:
        rig.gate.touch()
        for wave in range(3):
            jobs = [rig.start(rig.job(2 * wave + number)) for number in range(2)]
            rig.until_ended(*jobs)
    pools = [job.retention.status for job in emulator.jobs()]
    assert pools == ["Reused"] * 4 + ["Terminated"] * 2
    assert [job.warm for job in emulator.jobs()] == [False] * 2 + [True] * 4
    assert all(job.retention.until - job.retention.since < 60 for job in emulator.jobs())


@pytest.mark.parametrize("quota", [0, 1])
def test_instances_that_are_silently_not_kept_are_told_of_once(
    open_emulator: Open, tmp_path: Path, caplog: pytest.LogCaptureFixture, quota: int
) -> None:
    emulator = open_emulator(pool_quotas={KIND: quota})
    with rig_for(make_with(keep_alive=1800), tmp_path, scripts.STEPS) as rig:
        for wave in range(2):
            jobs = [rig.start(rig.job(3 * wave + n, arguments={"first": 1})) for n in range(3)]
            for job_id in jobs:
                rig.until_reports(job_id, 1)  # all run at once
            rig.gate.touch()
            rig.until_ended(*jobs)
            rig.gate.unlink()
    assert sum(job.warm for job in emulator.jobs()) == quota
    (told,) = [record.getMessage() for record in caplog.records if "did not keep" in record.message]
    assert f"'{KIND} for training warm pool usage'" in told


@pytest.mark.parametrize(("seen", "lacks"), [("InUse", True), ("Available", False)])
def test_an_instance_that_was_kept_for_a_while_was_kept(
    caplog: pytest.LogCaptureFixture, seen: str, lacks: bool
) -> None:
    """Also one that somebody ended at once, or whose time is told later."""
    now = datetime.now(timezone.utc)
    pools = Pools(cast("TrainingJobs", None), "mine-abcdef", now, 1800, KIND, Pace(0.1))
    job = Summary("mine-abcdef-t00000-r0", "Completed", "Completed", now, seen, 0.0)
    pools.learn({job.name: job})
    over = Description("arn", "Completed", "Completed", now, "", 9.0, True, "", "Terminated", 0.0)
    pools.ended(job.name, over)
    assert ("did not keep" in caplog.text) == lacks


def test_with_quota_enough_no_instance_is_missed(
    open_emulator: Open, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Nor one of a job that was stopped, or had none, or that an earlier tuner ended."""
    open_emulator([Fault("capacity_error", after=1, times=1)], pool_quotas={KIND: 2})
    with rig_for(make_with(keep_alive=1800), tmp_path, scripts.STEPS) as rig:
        run_jobs(rig, 2)
        rig.drop()
        rig.open()
        rig.until_ended(rig.start(rig.job(2)))
    assert "did not keep" not in caplog.text


def test_elapsed_is_what_is_billed(open_emulator: Open, tmp_path: Path) -> None:
    emulator = open_emulator(time_scale=100, cold_start=120, cold_download=60)
    with rig_for(example, tmp_path, scripts.STEPS) as rig:
        jobs = run_jobs(rig, 3)
        elapsed = [rig.ends(job_id)[0].elapsed for job_id in jobs]
    bill = emulator.bill(lambda kind: 3600.0)
    assert elapsed == [item.seconds for item in bill]
    described = [
        emulator.client("sagemaker").describe_training_job(TrainingJobName=job.name)
        for job in emulator.jobs()
    ]
    assert elapsed == [told["BillableTimeInSeconds"] for told in described]
    assert min(elapsed) > 60


def test_code_is_sent_once_and_polling_is_frugal(emulator: Emulator, tmp_path: Path) -> None:
    """Also with 1,000 jobs that have ended and 5,000 of others in the account."""
    make = make_with(poll_every=0.5)  # a tenth of the default: a minute is 6 s
    rig = Rig(make, tmp_path, scripts.STEPS)
    rig.open()
    experiment = experiment_of(rig)
    emulator.add_ended_jobs([f"someone-elses-{number}" for number in range(5000)])
    emulator.add_ended_jobs([f"{experiment}-t{number:05d}-r0" for number in range(100, 1100)])
    emulator.advance(3600)
    try:
        jobs = [rig.start(rig.job(number, arguments={"first": 1})) for number in range(8)]
        for job_id in jobs:
            rig.until_reports(job_id, 1)
        while len(emulator.ledger.of("ListTrainingJobs")) < 13:  # from when on server's times are known
            rig.backend.poll(0.5)
        before = emulator.ledger.counts("sagemaker").total()
        begun = time.monotonic()
        while time.monotonic() < begun + 3.0:
            rig.backend.poll(0.5)
        calls = emulator.ledger.counts("sagemaker").total() - before
        assert calls <= 15 / 2, "half a minute's worth"
        code = [call for call in emulator.ledger.of("PutObject", caller="") if "/code/" in call.subject]
        assert len(code) == 2
        rig.gate.touch()
        for job in emulator.jobs()[-8:]:
            emulator.wait_for(job.name)
        before = len(emulator.ledger.of("ListTrainingJobs"))
        rig.until_ended(*jobs)
        assert len(emulator.ledger.of("ListTrainingJobs")) - before <= 2, "pages of jobs that ended long ago"
    finally:
        rig.gate.touch()
        rig.clear()


def test_a_hundred_workers_are_polled_as_seldom(open_emulator: Open, tmp_path: Path) -> None:
    emulator = open_emulator(cold_start=1e6)  # nothing runs: it is the calls that count
    rig = Rig(make_with(poll_every=0.5), tmp_path, scripts.STEPS)  # a tenth of the default: a minute is 6 s
    rig.open()
    jobs = [rig.start(rig.job(number)) for number in range(100)]
    while len(emulator.jobs()) < 100:
        rig.backend.poll(0.1)
    for _ in range(8):
        rig.backend.poll(0.5)
    before = emulator.ledger.counts("sagemaker").total()
    begun = time.monotonic()
    while time.monotonic() < begun + 6.0:
        rig.backend.poll(0.5)
    assert emulator.ledger.counts("sagemaker").total() - before <= 15
    for job_id in jobs:
        rig.backend.halt(job_id, 0.0)
    rig.until_ended(*jobs)
    rig.drop()


def test_waiting_for_an_instance_is_no_running(open_emulator: Open, tmp_path: Path) -> None:
    """Hours in AWS's queue are told neither as the start of a job nor as its time."""
    emulator = open_emulator(cold_start=1e6)
    with rig_for(make_with(stop_grace=0.0), tmp_path, scripts.STEPS) as rig:
        job_id = rig.start(rig.job())
        rig.until("the training job", lambda: bool(emulator.jobs()))
        for _ in range(3):
            assert rig.backend.poll(0.2) == []
        rig.backend.halt(job_id, 0.0)
        ended = rig.until_ended(job_id)
        assert (ended.failure, ended.elapsed) == (None, 0.0)
        assert rig.facts == [ended]


GPU = "ml.g4dn.xlarge"


def test_a_pending_job_is_queued_with_awss_reason(open_emulator: Open, tmp_path: Path) -> None:
    emulator = open_emulator(pending={GPU: 7200}, cold_start=60)
    with rig_for(make_with(instance_type=GPU), tmp_path, scripts.STEPS) as rig:
        rig.gate.touch()
        job_id = rig.start(rig.job())
        rig.until("the reason", lambda: bool(rig.facts))
        (told,) = rig.facts
        assert isinstance(told, JobQueued)
        assert (told.job, told.why) == (job_id, "Training job waiting for capacity")
        emulator.advance(7200)
        rig.until("another", lambda: len(rig.facts) > 1)
        assert isinstance(rig.facts[1], JobQueued)
        assert rig.facts[1].why == "Preparing the instances for training"
        emulator.advance(60)
        assert rig.until_ended(job_id).failure is None
        assert steps(rig, job_id) == [1, 2, 3]
        assert rig.ends(job_id)[0].elapsed < 60, "the queue is not billed"


def test_the_reasons_of_many_that_wait_cost_few_calls(open_emulator: Open, tmp_path: Path) -> None:
    emulator = open_emulator(default_pending=1e6)
    rig = Rig(make_with(instance_type=GPU), tmp_path, scripts.STEPS)
    rig.open()
    jobs = [rig.start(rig.job(number)) for number in range(4)]
    rig.until("all reasons", lambda: {fact.job for fact in rig.facts} == set(jobs))
    asked = [call.real for call in emulator.ledger.of("DescribeTrainingJob")]
    assert len(asked) == 4
    assert min(after - before for before, after in pairwise(asked)) > 5 * 0.1, "polls between"
    for job_id in jobs:
        rig.backend.halt(job_id, 0.0)
    rig.until_ended(*jobs)
    rig.drop()


def test_a_job_is_pending_no_longer_than_max_pending(open_emulator: Open, tmp_path: Path) -> None:
    """It is no failure of the trial's own, and tried again as often as any of the platform's."""
    emulator = open_emulator(default_pending=1e6)
    with rig_for(make_with(instance_type=GPU, max_pending=1800), tmp_path, scripts.STEPS) as rig:
        job_id = rig.start(rig.job())
        rig.until("the training job", lambda: bool(emulator.jobs()))
        emulator.wait_for(emulator.jobs()[0].name, "Pending")
        emulator.advance(1800)
        ended = rig.until_ended(job_id)
        assert (ended.failure, ended.elapsed) == (FailureKind.INFRASTRUCTURE, 0.0)
        assert "within max_pending" in ended.detail
    assert names(emulator) == ["t00000-r0"]


def test_a_pending_job_survives_its_tuner(open_emulator: Open, tmp_path: Path) -> None:
    emulator = open_emulator(pending={GPU: 7200})
    with rig_for(make_with(instance_type=GPU), tmp_path, scripts.STEPS) as rig:
        rig.gate.touch()
        job = rig.job()
        rig.start(job)
        emulator.wait_for(emulator.jobs()[0].name, "Pending")
        for _ in range(2):  # each has a successor
            rig.drop()
            rig.open([LiveJob(job, reports_seen=0, halted=False)])
            rig.until("the reason", lambda: bool(rig.facts))
            assert [type(fact) for fact in rig.facts] == [JobQueued]
        emulator.advance(7200)
        assert rig.until_ended(job.id).failure is None
        assert steps(rig, job.id) == [1, 2, 3]
    assert names(emulator) == ["t00000-r0"]


def test_a_job_that_is_halted_while_it_waits_is_stopped_at_once(open_emulator: Open, tmp_path: Path) -> None:
    emulator = open_emulator(default_pending=1e6)
    with rig_for(make_with(instance_type=GPU), tmp_path, scripts.STEPS) as rig:
        job_id = rig.start(rig.job())
        emulator.wait_for(emulator.jobs()[0].name, "Pending")
        rig.backend.halt(job_id, 0.0)
        ended = rig.until_ended(job_id)
        assert (ended.failure, ended.elapsed) == (None, 0.0)


def test_a_job_runs_from_when_its_instance_is_there(open_emulator: Open, tmp_path: Path) -> None:
    """It is billed while it downloads its image and data, before its script has a word to say."""
    open_emulator(cold_download=1e6)
    with rig_for(make_with(stop_grace=0.0), tmp_path, scripts.STEPS) as rig:
        job_id = rig.start(rig.job())
        rig.until("the start", lambda: any(isinstance(fact, JobStarted) for fact in rig.facts))
        rig.backend.halt(job_id, 0.0)
        rig.until_ended(job_id)
