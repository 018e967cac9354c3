"""`TrackedJobs` on an engine in virtual time: the exact times of its calls."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from tests.backends.virtual_engine import Engine, Name, VirtualPlatform

from tunewise.backends.base import BackendError, BusyError, Job, LiveJob, UnreachableError
from tunewise.backends.platform import JobState, LaunchError, TakenError
from tunewise.backends.tracked import TrackedJobs
from tunewise.events import Fact, JobEnded, JobQueued, JobStarted, Reported
from tunewise.trial import FailureKind, JobId

if TYPE_CHECKING:
    pass

TIMEOUT = 9.0  # seconds until a call fails that gets no response


@pytest.fixture
def engine() -> Engine:
    return Engine()


@pytest.fixture
def tuner(engine: Engine) -> TrackedJobs:
    tuner = TrackedJobs(VirtualPlatform(engine), engine.clock)
    tuner.attach([])
    return tuner


def job(trial_id: int) -> Job:
    return Job(JobId(trial_id, 0), {}, resumed=False)


def poll_for(tuner: TrackedJobs, seconds: float) -> list[Fact]:
    """All facts of a number of seconds."""
    facts: list[Fact] = []
    until = tuner.clock.now() + seconds
    while (left := until - tuner.clock.now()) > 1e-6:
        facts += tuner.poll(left)
    return facts


def moments(engine: Engine, operation: str) -> list[float]:
    """When an operation was called, rounded to tenths of a second."""
    return [round(at, 1) for at, called in engine.calls if called == operation]


def test_submission_backs_off_while_the_engine_is_unreachable(
    engine: Engine, tuner: TrackedJobs, caplog: pytest.LogCaptureFixture
) -> None:
    """There is one warning."""
    engine.away = True
    tuner.start(job(0))
    assert poll_for(tuner, 200.0) == []
    warned = [record for record in caplog.records if record.levelname == "WARNING"]
    assert [record.getMessage().endswith("begin or end late: nobody answers") for record in warned] == [True]
    assert moments(engine, "submit") == [0, 5, 15, 35, 75, 135, 195]
    assert not tuner.is_submitted(JobId(0, 0))
    engine.away = False
    poll_for(tuner, 60.0)
    assert moments(engine, "submit")[7:] == [255]
    assert tuner.is_submitted(JobId(0, 0))


def test_many_jobs_share_one_wait_for_an_unreachable_engine(engine: Engine, tuner: TrackedJobs) -> None:
    """While a tuner waits for the engine, it doesn't even notice that it is to end."""
    for trial_id in range(3):
        tuner.start(job(trial_id))
        engine.begin(engine.of(JobId(trial_id, 0))[0])
    engine.away, engine.timeout = True, TIMEOUT
    for trial_id in range(3, 64):
        tuner.start(job(trial_id))
    for trial_id in range(3):
        tuner.halt(JobId(trial_id, 0), 0.0)
    assert engine.clock.now() <= TIMEOUT
    for _ in range(20):
        began = engine.clock.now()
        tuner.poll(1.0)
        assert engine.clock.now() - began <= 1.0 + 2 * TIMEOUT  # a call for a job, and a poll of states
    engine.away = False
    poll_for(tuner, 60.0)
    assert len(engine.jobs) == 64
    assert all(tuner.is_submitted(each.name.id) for each in engine.alive())
    assert not any(engine.of(JobId(trial_id, 0))[0].halt_at is None for trial_id in range(3))


def test_a_job_that_is_always_refused_does_not_block_others(engine: Engine, tuner: TrackedJobs) -> None:
    engine.refuses[0] = BusyError("this one upsets it")
    for trial_id in range(4):
        tuner.start(job(trial_id))
    poll_for(tuner, 10.0)
    assert {each.name.id.trial_id for each in engine.alive()} == {1, 2, 3}


def test_polling_backs_off_while_the_engine_is_unreachable(engine: Engine, tuner: TrackedJobs) -> None:
    """Reports are read meanwhile, as they are elsewhere."""
    tuner.start(job(0))
    (running,) = engine.alive()
    engine.begin(running)
    engine.away = True
    engine.report(running)
    assert [type(fact) for fact in poll_for(tuner, 200.0)] == [JobStarted, Reported]
    assert moments(engine, "states") == [0, 10, 20, 40, 80, 140, 200][: len(moments(engine, "states"))]
    assert len(moments(engine, "states")) >= 6


def test_submission_to_a_full_engine_backs_off_until_a_job_ends(engine: Engine, tuner: TrackedJobs) -> None:
    tuner.start(job(0))
    engine.full = True
    tuner.start(job(1))
    tuner.start(job(2))
    facts = poll_for(tuner, 110.0)
    assert [(fact.job.trial_id, fact.why) for fact in facts if isinstance(fact, JobQueued)] == [
        (0, "(Priority)"),
        (1, "the queue is full"),
    ]
    assert moments(engine, "submit") == [0, 0, 15, 45, 105]
    engine.full = False
    engine.begin(engine.alive()[0])
    engine.end(engine.alive()[0], exit_code=0)
    assert any(isinstance(fact, JobEnded) for fact in poll_for(tuner, 2.0))
    assert {made.name.id.trial_id for made in engine.alive()} == {1, 2}


def test_a_thousand_jobs_cost_one_call_in_ten_seconds(engine: Engine, tuner: TrackedJobs) -> None:
    for trial_id in range(1000):
        tuner.start(job(trial_id))
    poll_for(tuner, 100.0)
    assert len(engine.calls) - 1 - 1000 <= 11  # without recovery and submission


def test_a_job_that_cannot_be_launched_ends_alone(engine: Engine, tuner: TrackedJobs) -> None:
    engine.refuses[0] = LaunchError("no such account")
    tuner.start(job(0))
    tuner.start(job(1))
    (ended,) = [fact for fact in poll_for(tuner, 2.0) if isinstance(fact, JobEnded)]
    assert (ended.job.trial_id, ended.failure) == (0, FailureKind.INFRASTRUCTURE)
    assert ended.detail == "the job could not be launched: no such account"
    assert [made.name.id.trial_id for made in engine.alive()] == [1]


def test_an_unusable_engine_raises_only_at_the_start(engine: Engine, tuner: TrackedJobs) -> None:
    """A restarted tuner still follows the other jobs."""
    tuner.start(job(1))
    engine.refuses[0] = BackendError("There is no partition gpu.")
    with pytest.raises(BackendError, match="no partition"):
        tuner.start(job(0))
    assert all(isinstance(fact, JobQueued) and fact.job.trial_id == 1 for fact in poll_for(tuner, 20.0))
    again = TrackedJobs(VirtualPlatform(engine), engine.clock)
    again.attach([LiveJob(job(number), reports_seen=0, halted=False) for number in (0, 1)])
    (ended,) = [fact for fact in poll_for(again, 20.0) if isinstance(fact, JobEnded)]
    assert (ended.job.trial_id, ended.failure) == (0, FailureKind.INFRASTRUCTURE)
    assert ended.detail == "the job could not be launched: There is no partition gpu."


def test_recovery_retries_and_then_reports_an_unreachable_engine(engine: Engine) -> None:
    engine.away = True
    tuner = TrackedJobs(VirtualPlatform(engine), engine.clock)
    with pytest.raises(UnreachableError, match=r"can't be reached \(nobody answers\): try again later"):
        tuner.attach([LiveJob(job(0), reports_seen=0, halted=False)])
    asked = moments(engine, "recover")
    waits = [later - earlier for earlier, later in pairwise(asked)]
    about = [10, 20, 40, 60, 60, 60]
    assert len(waits) == len(about)
    assert all(0.5 * each <= wait <= 1.5 * each + 0.1 for wait, each in zip(waits, about, strict=True)), waits


@pytest.mark.parametrize("halted", [False, True])
@pytest.mark.parametrize("seen", [False, True])
def test_a_job_resubmitted_by_an_earlier_tuner_is_found_despite_an_outdated_list(
    engine: Engine, tuner: TrackedJobs, halted: bool, seen: bool
) -> None:
    """seen: the list shows the job as it was at first, or not at all."""
    tuner.start(job(0))
    engine.lose(engine.alive()[0])
    poll_for(tuner, 60.0)
    assert [made.name.attempt for made in engine.alive()] == [1]
    engine.show_as({Name(JobId(0, 0), 0): JobState.QUEUED} if seen else {})
    again = TrackedJobs(VirtualPlatform(engine), engine.clock)
    again.attach([LiveJob(job(0), reports_seen=0, halted=halted)])
    engine.show_as(None)
    facts = poll_for(again, 60.0)  # `submit` refuses to be asked again by somebody who is sure
    assert [made.name.attempt for made in engine.alive()] == ([] if halted else [1])
    assert [fact.failure for fact in facts if isinstance(fact, JobEnded)] == ([None] if halted else [])


def test_a_job_that_cannot_be_terminated_yet_is_terminated_at_the_next_poll(
    engine: Engine, tuner: TrackedJobs
) -> None:
    tuner.start(job(0))
    engine.begin(engine.alive()[0])
    engine.deaf = True
    tuner.halt(JobId(0, 0), 0.0)
    poll_for(tuner, 3.0)
    assert engine.alive()[0].halt_at is None
    engine.deaf = False
    (ended,) = [fact for fact in poll_for(tuner, 3.0) if isinstance(fact, JobEnded)]
    assert ended.failure is None


def test_a_job_that_does_not_end_is_killed_once(engine: Engine, tuner: TrackedJobs) -> None:
    tuner.start(job(2))  # a stubborn one
    engine.begin(engine.alive()[0])
    tuner.halt(JobId(2, 0), 3.0)
    facts = poll_for(tuner, 30.0)
    assert moments(engine, "terminate") == [3]
    assert moments(engine, "kill") == [8]
    (ended,) = [fact for fact in facts if isinstance(fact, JobEnded)]
    assert ended.failure is None
    assert ended.elapsed == pytest.approx(8.0, abs=0.1)


def test_a_job_without_grace_is_killed_at_once(
    engine: Engine, tuner: TrackedJobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(VirtualPlatform, "terminate", lambda *_: 0.0)
    tuner.start(job(2))
    tuner.halt(JobId(2, 0), 0.0)
    assert moments(engine, "kill") == [0]


def test_a_taken_name_is_left_to_its_job(engine: Engine, tuner: TrackedJobs) -> None:
    engine.refuses[0] = TakenError("another job is called like that")
    tuner.start(job(0))
    del engine.refuses[0]
    poll_for(tuner, 2.0)
    assert [made.name.attempt for made in engine.alive()] == [1]


def test_an_engine_may_say_when_to_retry(engine: Engine, tuner: TrackedJobs) -> None:
    engine.refuses[0] = BusyError("one in two seconds", 2.0)
    tuner.start(job(0))
    poll_for(tuner, 9.0)
    assert moments(engine, "submit") == [0, 2, 4, 6, 8]


def test_a_full_engine_is_retried_once_an_attempt_has_failed(engine: Engine, tuner: TrackedJobs) -> None:
    tuner.start(job(0))
    engine.full = True
    tuner.start(job(1))
    poll_for(tuner, 16.0)
    assert moments(engine, "submit") == [0, 0, 15]
    engine.full = False
    engine.lose(engine.alive()[0])  # before it began, so it is resubmitted 30 s later
    poll_for(tuner, 10.0)
    assert moments(engine, "submit")[3:] == [20]
    assert [made.name.id.trial_id for made in engine.alive()] == [1]


def test_a_job_that_was_running_and_never_began_was_preempted(engine: Engine, tuner: TrackedJobs) -> None:
    """If the same job were resubmitted, its wait in the queue would count for its trial."""
    tuner.start(job(0))
    (placed,) = engine.alive()
    placed.placed = True
    (started,) = [fact for fact in poll_for(tuner, 12.0) if not isinstance(fact, JobQueued)]
    assert isinstance(started, JobStarted)
    engine.lose(placed)
    (ended,) = poll_for(tuner, 60.0)
    assert isinstance(ended, JobEnded)
    assert (ended.failure, ended.elapsed, ended.detail) == (
        FailureKind.PREEMPTED,
        0.0,
        "no node: it ended",
    )
    assert list(engine.jobs) == [placed.name]


def test_a_halted_job_is_not_resubmitted(engine: Engine, tuner: TrackedJobs) -> None:
    """The engine isn't called, as the job was never submitted."""
    tuner.start(job(0))
    engine.lose(engine.alive()[0])
    poll_for(tuner, 15.0)  # until 40 it waits for a node
    engine.away = True
    tuner.halt(JobId(0, 0), 0.0)
    (ended,) = tuner.poll(0.0)
    assert isinstance(ended, JobEnded)
    assert (ended.failure, round(ended.time)) == (None, 15)


def test_halting_again_shortens_the_patience_and_never_lengthens_it(
    engine: Engine, tuner: TrackedJobs
) -> None:
    tuner.start(job(0))
    engine.begin(engine.alive()[0])
    for patience in (100.0, 3.0, 50.0):
        tuner.halt(JobId(0, 0), patience)
    poll_for(tuner, 60.0)
    assert moments(engine, "terminate") == [3]


def test_a_job_halted_by_an_earlier_tuner_was_not_preempted(engine: Engine, tuner: TrackedJobs) -> None:
    tuner.start(job(0))
    engine.begin(engine.alive()[0])
    tuner.halt(JobId(0, 0), 0.0)
    engine.advance(60.0)
    engine.deaf = True  # a job that is over can't be terminated again
    again = TrackedJobs(VirtualPlatform(engine), engine.clock)
    again.attach([LiveJob(job(0), reports_seen=0, halted=True, halt_at=0.0)])
    (ended,) = [fact for fact in poll_for(again, 20.0) if isinstance(fact, JobEnded)]
    assert ended.failure is None


def test_a_job_that_is_gone_stays_gone_despite_an_outdated_list(engine: Engine, tuner: TrackedJobs) -> None:
    tuner.start(job(0))
    (lost,) = engine.alive()
    engine.begin(lost)
    engine.lose(lost)
    engine.hidden = True  # so that the job can't be concluded at once
    poll_for(tuner, 15.0)
    engine.show_as({lost.name: JobState.RUNNING})
    poll_for(tuner, 15.0)
    engine.hidden = False
    (ended,) = [fact for fact in poll_for(tuner, 90.0) if isinstance(fact, JobEnded)]
    assert ended.failure is FailureKind.INFRASTRUCTURE
