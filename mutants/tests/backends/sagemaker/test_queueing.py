"""Jobs that wait for an instance, and how few calls it takes to follow them."""

import time
from itertools import pairwise
from pathlib import Path

import pytest
from tests.backends.sagemaker.conftest import GPU, Open, attempts, experiment_of, make_with, steps
from tests.helpers.harnesses.sagemaker import example

from sagemaker_rehearsal import Emulator
from tunewise.backends.base import LiveJob
from tunewise.events import JobQueued, JobStarted
from tunewise.testing import backend_scripts as scripts
from tunewise.testing.backend_rig import Rig, rig_for
from tunewise.trial import FailureKind

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("light_jobs")]


def test_a_job_that_waits_for_an_instance_is_not_running(open_emulator: Open, tmp_path: Path) -> None:
    """Time in AWS's queue is neither the start of a job nor part of its elapsed time."""
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


def test_a_job_runs_as_soon_as_its_instance_is_there(open_emulator: Open, tmp_path: Path) -> None:
    """It is billed while it downloads its image and data, before its script begins."""
    open_emulator(cold_download=1e6)
    with rig_for(make_with(stop_grace=0.0), tmp_path, scripts.STEPS) as rig:
        job_id = rig.start(rig.job())
        rig.until("the start", lambda: any(isinstance(fact, JobStarted) for fact in rig.facts))
        rig.backend.halt(job_id, 0.0)
        rig.until_ended(job_id)


def test_a_job_without_an_instance_is_stopped_at_once(open_emulator: Open, tmp_path: Path) -> None:
    emulator = open_emulator(cold_start=1e6)
    with rig_for(example, tmp_path, scripts.STEPS) as rig:
        job_id = rig.start(rig.job())
        rig.backend.poll(0.3)
        rig.backend.halt(job_id, 0.0)
        ended = rig.until_ended(job_id)
        assert (ended.failure, ended.elapsed) == (None, 0.0)
    assert emulator.jobs()[0].status == "Stopped"


def test_a_pending_job_that_is_halted_is_stopped_at_once(open_emulator: Open, tmp_path: Path) -> None:
    emulator = open_emulator(default_pending=1e6)
    with rig_for(make_with(instance_type=GPU), tmp_path, scripts.STEPS) as rig:
        job_id = rig.start(rig.job())
        emulator.wait_for(emulator.jobs()[0].name, "Pending")
        rig.backend.halt(job_id, 0.0)
        ended = rig.until_ended(job_id)
        assert (ended.failure, ended.elapsed) == (None, 0.0)


def test_a_pending_job_is_queued_with_awss_reason(open_emulator: Open, tmp_path: Path) -> None:
    emulator = open_emulator(pending={GPU: 7200}, cold_start=60)
    with rig_for(make_with(instance_type=GPU), tmp_path, scripts.STEPS) as rig:
        rig.gate.touch()
        job_id = rig.start(rig.job())
        rig.until("the reason", lambda: bool(rig.facts))
        (queued,) = rig.facts
        assert isinstance(queued, JobQueued)
        assert (queued.job, queued.why) == (job_id, "Training job waiting for capacity")
        emulator.advance(7200)
        rig.until("another", lambda: len(rig.facts) > 1)
        assert isinstance(rig.facts[1], JobQueued)
        assert rig.facts[1].why == "Preparing the instances for training"
        emulator.advance(60)
        assert rig.until_ended(job_id).failure is None
        assert steps(rig, job_id) == [1, 2, 3]
        assert rig.ends(job_id)[0].elapsed < 60, "the queue is not billed"


def test_the_reasons_of_many_waiting_jobs_take_few_calls(open_emulator: Open, tmp_path: Path) -> None:
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
    """The trial itself did not fail, and is tried again like after any failure of the platform."""
    emulator = open_emulator(default_pending=1e6)
    with rig_for(make_with(instance_type=GPU, max_pending=1800), tmp_path, scripts.STEPS) as rig:
        job_id = rig.start(rig.job())
        rig.until("the training job", lambda: bool(emulator.jobs()))
        emulator.wait_for(emulator.jobs()[0].name, "Pending")
        emulator.advance(1800)
        ended = rig.until_ended(job_id)
        assert (ended.failure, ended.elapsed) == (FailureKind.INFRASTRUCTURE, 0.0)
        assert "within max_pending" in ended.detail
    assert attempts(emulator) == ["t00000-r0"]


def test_a_pending_job_survives_its_tuner(open_emulator: Open, tmp_path: Path) -> None:
    emulator = open_emulator(pending={GPU: 7200})
    with rig_for(make_with(instance_type=GPU), tmp_path, scripts.STEPS) as rig:
        rig.gate.touch()
        job = rig.job()
        rig.start(job)
        emulator.wait_for(emulator.jobs()[0].name, "Pending")
        for _ in range(2):  # one tuner after the other
            rig.drop()
            rig.open([LiveJob(job, reports_seen=0, halted=False)])
            rig.until("the reason", lambda: bool(rig.facts))
            assert [type(fact) for fact in rig.facts] == [JobQueued]
        emulator.advance(7200)
        assert rig.until_ended(job.id).failure is None
        assert steps(rig, job.id) == [1, 2, 3]
    assert attempts(emulator) == ["t00000-r0"]


def test_code_is_sent_once_and_polling_takes_few_calls(emulator: Emulator, tmp_path: Path) -> None:
    """Also with 1,000 jobs that have ended and 5,000 jobs of others in the account."""
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
        while len(emulator.ledger.of("ListTrainingJobs")) < 13:  # from then on the service's times are known
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
    poll = 0.15  # seconds; 5 by default, so a minute is 12 of them
    emulator = open_emulator(cold_start=1e6)  # nothing runs: it is the calls that count
    rig = Rig(make_with(poll_every=poll), tmp_path, scripts.STEPS)
    rig.open()
    jobs = [rig.start(rig.job(number)) for number in range(100)]
    while len(emulator.jobs()) < 100:
        rig.backend.poll(0.1)
    for _ in range(8):
        rig.backend.poll(poll)
    before = emulator.ledger.counts("sagemaker").total()
    begun = time.monotonic()
    while time.monotonic() < begun + 12 * poll:
        rig.backend.poll(poll)
    assert emulator.ledger.counts("sagemaker").total() - before <= 15
    for job_id in jobs:
        rig.backend.halt(job_id, 0.0)
    rig.until_ended(*jobs)
    rig.drop()
