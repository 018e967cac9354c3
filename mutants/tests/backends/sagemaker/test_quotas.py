"""Jobs that wait for a place in a quota."""

import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests.backends.sagemaker.conftest import CPU, Open
from tests.helpers.harnesses.sagemaker import example

from tunewise.backends.base import BackendError
from tunewise.backends.sagemaker.identity import draw_identity
from tunewise.backends.sagemaker.pacing import Pace
from tunewise.backends.sagemaker.platform import SageMakerPlatform
from tunewise.events import JobQueued
from tunewise.paths import ExperimentPaths
from tunewise.testing import backend_scripts as scripts
from tunewise.testing.backend_rig import rig_for

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("light_jobs")]


def test_four_workers_with_a_quota_of_three(open_emulator: Open, tmp_path: Path) -> None:
    emulator = open_emulator(quotas={CPU: 3})
    with rig_for(example, tmp_path, scripts.STEPS) as rig:
        jobs = [rig.start(rig.job(trial_id, arguments={"first": 1})) for trial_id in range(4)]
        for job_id in jobs[:3]:
            rig.until_reports(job_id, 1)
        assert rig.reports(jobs[3]) == []
        (queued,) = [fact for fact in rig.facts if isinstance(fact, JobQueued)]
        assert queued.job == jobs[3]
        assert f"'{CPU} for training job usage' is 3 Instances" in queued.why
        rig.gate.touch()
        rig.until_ended(*jobs)
        assert all(rig.ends(job_id)[0].failure is None for job_id in jobs)
    assert len(emulator.jobs()) == 4


def test_a_job_that_waits_for_a_quota_can_be_halted(open_emulator: Open, tmp_path: Path) -> None:
    open_emulator(quotas={CPU: 1})
    with rig_for(example, tmp_path, scripts.STEPS) as rig:
        rig.until_reports(rig.start(rig.job(0, arguments={"first": 1})), 1)
        waiting = rig.start(rig.job(1))
        rig.backend.halt(waiting, 0.0)
        ended = rig.until_ended(waiting)
        assert (ended.failure, ended.elapsed) == (None, 0.0)


def test_a_tuner_on_an_instance_does_not_wait_for_a_place_forever(
    open_emulator: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A tuner that is a job itself gives up (here at once) unless one of its jobs runs; other tuners wait."""
    emulator = open_emulator(total_quota=1)
    monkeypatch.setattr(Pace, "patience", 0.0)

    def refusals(times: int) -> Callable[[], bool]:
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
        first.until("refusals", refusals(2))
        patient.start(patient.job())
        patient.until("refusals", refusals(3))
        with pytest.raises(BackendError, match=r"No job found a place in the quota 'Number of .* launch it"):
            waiting.start(waiting.job())


def test_patience_begins_when_the_last_job_ends(
    open_emulator: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long that job ran, the next one is not given up at its first refusal."""
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


def test_a_halted_job_is_no_longer_submitted(
    open_emulator: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the tuner does not poll in a busy loop until the job's patience is over."""
    open_emulator(quotas={CPU: 1})
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
            patch.setattr(SageMakerPlatform, "submit", lambda *_: pytest.fail("it is submitted"))
            patch.setattr(SageMakerPlatform, "wait", waiting_for)
            rig.until("waits", lambda: len(waits) > 20)
        assert sum(seconds <= 0.0 for seconds in waits) < len(waits) / 2
