"""What has to be done now is done however busy the service is, and isn't begun anew each time."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from tests.backends.sagemaker.conftest import experiment_of, make_with
from tests.helpers.harnesses.sagemaker import example

from sagemaker_rehearsal import Fault
from tunewise.backends.base import TRIES, BackendError, BusyError, LiveJob, Retry, UnreachableError
from tunewise.backends.sagemaker import calls
from tunewise.backends.sagemaker.calls import Description, MissingError, TrainingJobs
from tunewise.backends.sagemaker.identity import FILE
from tunewise.testing import backend_scripts as scripts
from tunewise.testing.backend_rig import Rig, rig_for

if TYPE_CHECKING:
    from pathlib import Path

    from sagemaker_rehearsal import Emulator

Open = Any  # the fixture `open_emulator`

KIND = "ml.m5.large"


def throttled(operation: str, **settings: int) -> Fault:
    return Fault("throttle", operation, **settings)


keeping = make_with(keep_alive=3600)


def run_jobs(rig: Rig, number: int) -> None:
    jobs = [rig.start(rig.job(trial_id, arguments={"first": 1})) for trial_id in range(number)]
    for job_id in jobs:
        rig.until_reports(job_id, 1)  # all run at once, so that none reuses another's instance
    rig.gate.touch()
    rig.until_ended(*jobs)


def pools(emulator: Emulator) -> list[str]:
    return [job.retention.status for job in emulator.jobs() if job.retention is not None]


def crowd(emulator: Emulator, rig: Rig, number: int) -> str:
    """Jobs that ended long ago; the experiment's id."""
    experiment = experiment_of(rig)
    emulator.add_ended_jobs([f"{experiment}-t{trial_id:05d}-r0" for trial_id in range(100, 100 + number)])
    return experiment


# ---- ending warm pools -----------------------------------------------------------------------------------


def test_pools_are_ended_however_busy_the_service_is(open_emulator: Open, tmp_path: Path) -> None:
    emulator = open_emulator(pool_quotas={KIND: 4})
    with rig_for(keeping, tmp_path, scripts.STEPS) as rig:
        run_jobs(rig, 4)
        for operation in ("ListTrainingJobs", "UpdateTrainingJob"):
            emulator.inject(throttled(operation, times=2))
    assert pools(emulator) == ["Terminated"] * 4


def test_pools_of_a_service_out_of_reach_are_told_of_once(
    open_emulator: Open, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    emulator = open_emulator(pool_quotas={KIND: 3})
    with rig_for(keeping, tmp_path, scripts.STEPS) as rig:
        run_jobs(rig, 3)
        emulator.inject(throttled("UpdateTrainingJob", times=10_000))
    assert pools(emulator) == ["Available"] * 3
    assert len(emulator.ledger.of("UpdateTrainingJob")) == TRIES, "the others would take as long"
    assert "are paid for 3600 s at most" in caplog.text


def test_a_pool_that_cannot_be_ended_leaves_the_others(
    open_emulator: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    end_pool = TrainingJobs.end_pool

    def ending(jobs: TrainingJobs, name: str) -> None:
        if name.endswith("-t00000-r0"):
            raise BackendError("Ending the warm pool was refused: AccessDenied: no.")
        end_pool(jobs, name)

    monkeypatch.setattr(TrainingJobs, "end_pool", ending)
    emulator = open_emulator(pool_quotas={KIND: 3})
    with rig_for(keeping, tmp_path, scripts.STEPS) as rig:
        run_jobs(rig, 3)
    assert sorted(pools(emulator)) == ["Available", "Terminated", "Terminated"]
    assert "AccessDenied" in caplog.text


def test_a_pool_is_ended_once_it_is_available(
    open_emulator: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """AWS knows of a job's end before its instance is Available, and refuses to touch it until then."""
    emulator = open_emulator(pool_quotas={KIND: 1})
    with rig_for(keeping, tmp_path, scripts.STEPS) as rig:
        run_jobs(rig, 1)
        name = emulator.jobs()[0].name
        asked: list[str] = []
        describe = TrainingJobs.describe

        def look(jobs: TrainingJobs, name: str) -> Description | None:
            found = describe(jobs, name)
            asked.append(name)
            return found._replace(pool="InUse") if found is not None and len(asked) < 3 else found

        monkeypatch.setattr(TrainingJobs, "describe", look)
        monkeypatch.setattr(TrainingJobs, "list", lambda *_, **__: ([], 1))  # doesn't show it yet
    assert asked == [name] * 3
    assert pools(emulator) == ["Terminated"]
    assert len(emulator.ledger.of("UpdateTrainingJob")) == 1


def test_an_update_that_is_refused_for_the_pool_is_tried_again(
    open_emulator: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    emulator = open_emulator(pool_quotas={KIND: 1})
    end_pool, refused = TrainingJobs.end_pool, []

    def ending(jobs: TrainingJobs, name: str) -> None:
        if len(refused) < 2:
            refused.append(name)
            raise MissingError("the warm pool status is InUse")
        end_pool(jobs, name)

    monkeypatch.setattr(TrainingJobs, "end_pool", ending)
    with rig_for(keeping, tmp_path, scripts.STEPS) as rig:
        run_jobs(rig, 1)
    assert pools(emulator) == ["Terminated"]


def test_a_pool_that_stays_refused_is_told_of(
    open_emulator: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(jobs: TrainingJobs, name: str) -> None:
        raise MissingError(f"the warm pool of {name} can't be updated")

    monkeypatch.setattr(TrainingJobs, "end_pool", refuse)
    emulator = open_emulator(pool_quotas={KIND: 1})
    with rig_for(keeping, tmp_path, scripts.STEPS) as rig:
        run_jobs(rig, 1)
    assert pools(emulator) == ["Available"]
    assert "are paid for 3600 s at most" in caplog.text
    assert "can't be updated" in caplog.text


# ---- taking up -------------------------------------------------------------------------------------------


def test_jobs_are_taken_up_page_by_page(open_emulator: Open, tmp_path: Path) -> None:
    """Each page is refused at first, and none is read twice."""
    emulator = open_emulator()
    with rig_for(example, tmp_path, scripts.STEPS) as rig:
        crowd(emulator, rig, 250)
        job = rig.job()
        rig.start(job)
        rig.drop()
        rig.gate.touch()
        before = len(emulator.ledger.of("ListTrainingJobs"))
        for page in range(3):
            emulator.inject(throttled("ListTrainingJobs", after=page, times=2))
        rig.open([LiveJob(job, reports_seen=0, halted=False)])
        assert len(emulator.ledger.of("ListTrainingJobs")) - before == 3 + 3 * 2
        assert rig.until_ended(job.id).failure is None


@pytest.mark.parametrize(("dated", "pages"), [(True, 1), (False, 11)])
def test_no_older_job_of_the_account_is_listed(
    open_emulator: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, dated: bool, pages: int
) -> None:
    """Where names are filtered after pages are cut. Experiments of earlier versions have no date."""
    emulator = open_emulator(late_name_filter=True)
    emulator.add_ended_jobs([f"someone-elses-{number}" for number in range(1050)])
    monkeypatch.setattr(calls, "SKEW", timedelta(0))
    with rig_for(example, tmp_path, scripts.STEPS) as rig:
        job = rig.job()
        experiment = crowd(emulator, rig, 0)
        rig.start(job)
        rig.drop()
        if not dated:
            (tmp_path / "experiment" / FILE).write_text(json.dumps({"experiment": experiment}))
        rig.gate.touch()
        before = len(emulator.ledger.of("ListTrainingJobs"))
        rig.open([LiveJob(job, reports_seen=0, halted=False)])
        assert len(emulator.ledger.of("ListTrainingJobs")) - before == pages
        assert rig.until_ended(job.id).failure is None
    assert len([job for job in emulator.jobs() if job.name.startswith(experiment)]) == 1


# ---- in general ------------------------------------------------------------------------------------------


def test_insisting_ends_with_the_last_try() -> None:
    tries: list[int] = []

    def action() -> None:
        tries.append(1)
        raise BusyError("Listing the training jobs: Throttling")

    with pytest.raises(UnreachableError, match=r"Listing the training jobs: Throttling.*try again later"):
        Retry(lambda _: 1e-6)(action)
    assert len(tries) == TRIES


def test_other_errors_are_not_insisted_on() -> None:
    tries: list[int] = []

    def action() -> None:
        tries.append(1)
        raise ValueError("no matter")

    with pytest.raises(ValueError, match="no matter"):
        Retry(lambda _: 1.0)(action)
    assert len(tries) == 1
