"""Jobs are created once, whatever happens to the request, the response or the instance."""

from pathlib import Path
from typing import Any

import pytest
from tests.backends.sagemaker.conftest import Open, attempts, experiment_of, make_with, run_jobs, steps
from tests.helpers.harnesses.sagemaker import example

from sagemaker_rehearsal import Emulator, Fault
from tunewise.backends.base import BackendError, BusyError, LiveJob
from tunewise.backends.sagemaker.calls import QuotaError, TrainingJobs
from tunewise.events import JobQueued
from tunewise.testing import backend_scripts as scripts
from tunewise.testing.backend_rig import Rig, rig_for
from tunewise.trial import JobId

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("light_jobs")]


@pytest.mark.parametrize("effect", ["lost_response", "lost_request", "throttle", "server_error"])
def test_a_job_is_created_once_whatever_happens_to_the_response(
    open_emulator: Open, tmp_path: Path, effect: str
) -> None:
    emulator = open_emulator([Fault(effect, "CreateTrainingJob", times=9)])
    with rig_for(example, tmp_path, scripts.STEPS) as rig:
        (job_id,) = run_jobs(rig, 1)
        assert rig.ends(job_id)[0].failure is None
        assert steps(rig, job_id) == [1, 2, 3]
    assert attempts(emulator) == ["t00000-r0"]


@pytest.mark.parametrize(("effect", "may_exist"), [("throttle", False), ("lost_response", True)])
def test_only_a_job_that_may_exist_is_looked_for(
    open_emulator: Open, tmp_path: Path, effect: str, may_exist: bool
) -> None:
    """A throttled request created nothing."""
    emulator = open_emulator([Fault(effect, "CreateTrainingJob", times=10_000)])
    with rig_for(example, tmp_path, scripts.STEPS) as rig:
        job_id = rig.start(rig.job())
        assert len(emulator.ledger.of("CreateTrainingJob")) == 1
        rig.backend.halt(job_id, 0.0)
        rig.until_ended(job_id)
        assert bool(emulator.ledger.of("DescribeTrainingJob")) == may_exist


def test_a_job_found_by_its_name_no_longer_waits_for_a_quota(
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
            raise BusyError("the response is lost")

    monkeypatch.setattr(TrainingJobs, "create", creating)
    with rig_for(example, tmp_path, scripts.STEPS) as rig:
        job_id = rig.start(rig.job())
        rig.until("a wait without a reason", lambda: len(rig.facts) > 1)
        assert [fact.job for fact in rig.facts if isinstance(fact, JobQueued)] == [job_id] * 2
        quota, no_reason = (fact.why for fact in rig.facts if isinstance(fact, JobQueued))
        assert "limit" in quota
        assert no_reason == ""
        assert len(emulator.ledger.of("CreateTrainingJob")) == 2
        rig.backend.halt(job_id, 0.0)
        rig.until_ended(job_id)
    assert attempts(emulator) == ["t00000-r0"]


def test_a_name_taken_by_somebody_else_is_an_error(emulator: Emulator, tmp_path: Path) -> None:
    rig = Rig(example, tmp_path, scripts.STEPS)
    rig.open()
    taken = f"{experiment_of(rig)}-t00000-r0"
    emulator.add_ended_jobs([taken], {"owner": "me"})
    with pytest.raises(BackendError, match=f"There is a training job {taken} already"):
        rig.backend.start(rig.job())
    rig.drop()


def test_two_experiments_with_one_name_have_different_jobs(emulator: Emulator, tmp_path: Path) -> None:
    for number in range(2):
        folder = tmp_path / str(number)
        folder.mkdir()
        with rig_for(example, folder, scripts.STEPS) as rig:
            run_jobs(rig, 1)
    assert len({job.name for job in emulator.jobs()}) == 2


def test_a_job_from_a_lost_journal_does_not_run_beside_the_new_one(
    emulator: Emulator, tmp_path: Path
) -> None:
    """The tuner continues from an older copy of its journal and decides differently."""
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
    assert set(attempts(emulator)) == {"t00000-r0", "t00000-r0-a1", "t00005-r0"}
    new = next(job for name, job in runs.items() if name.endswith("-a1"))
    old = next(job for name, job in runs.items() if name.endswith("t00000-r0"))
    assert old.transitions[-1].start <= new.created  # never two writers
    emulator.wait_for(next(job.name for job in emulator.jobs() if "-t00005" in job.name))


@pytest.mark.parametrize("effect", ["capacity_error", "internal_error"])
def test_a_job_without_an_instance_is_not_a_failed_trial(
    open_emulator: Open, tmp_path: Path, effect: str
) -> None:
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
    assert attempts(emulator) == ["t00000-r0", "t00000-r0-a1", "t00000-r0-a2", "t00000-r0-a3"]


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
    assert attempts(emulator) == ["t00000-r0", "t00000-r0-a1", "t00000-r0-a2"]


def test_jobs_survive_a_storm_of_throttling(open_emulator: Open, tmp_path: Path) -> None:
    storm = [Fault("throttle", pattern, after=2, times=25) for pattern in ("*TrainingJob*", "ListObjectsV2")]
    emulator = open_emulator(storm)
    with rig_for(example, tmp_path, scripts.STEPS) as rig:
        for job_id in run_jobs(rig, 4):
            assert rig.ends(job_id)[0].failure is None
            assert steps(rig, job_id) == [1, 2, 3]
    assert len(emulator.jobs()) == 4


def test_no_report_is_lost_when_reading_fails(open_emulator: Open, tmp_path: Path) -> None:
    """Of several objects the second can't be read: the reports in the first are not forgotten."""
    broken = [Fault("server_error", "GetObject", f"*/reports/t0000{n}*", times=9) for n in (1, 2)]
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


def test_jobs_are_created_at_a_pace(emulator: Emulator, tmp_path: Path) -> None:
    make = make_with(poll_every=1.0)  # so that a job is created every 0.2 s after the first five
    with rig_for(make, tmp_path, scripts.STEPS) as rig:
        run_jobs(rig, 8)
    moments = [call.real for call in emulator.ledger.of("CreateTrainingJob")]
    assert moments[7] - moments[0] > 0.5
