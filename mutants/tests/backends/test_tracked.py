"""The one tracker of jobs, on an engine in virtual time: mishaps in any order, and exact moments."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from tests.backends.virtual_engine import CrashError, Engine, EngineJob, Name, VirtualPlatform

from tunewise.backends.base import BackendError, BusyError, Job, LiveJob, UnreachableError
from tunewise.backends.platform import JobState, LaunchError, TakenError
from tunewise.backends.tracked import TrackedJobs
from tunewise.events import Fact, JobEnded, JobQueued, JobStarted, Reported
from tunewise.trial import FailureKind, JobId

if TYPE_CHECKING:
    from collections.abc import Callable

WORKERS = 4
MISHAPS = ("away", "loses", "full", "deaf", "hidden")
IN_VAIN = 9.0  # seconds that a call takes to which no answer comes
AT_LAST = 300.0  # seconds within which all ends once it is told to and the engine is well


class Tracking(RuleBasedStateMachine):
    """A tuner that may crash at any call, an engine that may do anything, and a journal that judges them."""

    def __init__(self) -> None:
        super().__init__()
        self.engine = Engine()
        self.trials = 0
        self.started: dict[JobId, Job] = {}  # what the journal holds, by job
        self.begun: set[JobId] = set()
        self.seen: dict[JobId, int] = {}
        self.told: dict[JobId, float] = {}
        self.ended: dict[JobId, JobEnded] = {}
        self.latest = 0.0

    @initialize(sees_to_kills=st.booleans(), in_vain=st.sampled_from([0.0, IN_VAIN]))
    def begin(self, sees_to_kills: bool, in_vain: float) -> None:
        self.engine.sees_to_kills = sees_to_kills
        self.engine.in_vain = in_vain
        self.tuner = self._open()

    # ---- the tuner ---------------------------------------------------------------------------------------

    @precondition(lambda self: len(self.unfinished) < WORKERS)
    @rule()
    def start(self) -> None:
        job = Job(JobId(self.trials, 0), {"trial": self.trials}, resumed=False)
        self.trials += 1
        self.started[job.id] = job
        self.seen[job.id] = 0
        self._act(lambda: self.tuner.start(job))

    @precondition(lambda self: self.unfinished)
    @rule(data=st.data(), patience=st.sampled_from([0.0, 3.0, 100.0]))
    def halt(self, data: st.DataObject, patience: float) -> None:
        self._halt(data.draw(st.sampled_from(self.unfinished)), patience)

    @rule(timeout=st.sampled_from([0.0, 1.0, 7.0, 30.0, 100.0]))
    def poll(self, timeout: float) -> None:
        before, begun = len(self.engine.calls), self.engine.clock.now()
        self._act(lambda: self._poll(timeout))
        passed = self.engine.clock.now() - begun
        calls = len(self.engine.calls) - before
        at_each_look = WORKERS * passed if self.engine.deaf else 0.0  # who can't be told to end yet is told
        most = (WORKERS + 1) * (passed / 5.0 + 4) + at_each_look
        assert calls <= most, f"{calls} calls in {passed} s"

    @rule()
    def restart(self) -> None:
        self.tuner.close()
        self.tuner = self._open()

    @rule(calls=st.integers(0, 6))
    def crash_soon(self, calls: int) -> None:
        self.engine.crash_at = calls

    # ---- the engine --------------------------------------------------------------------------------------

    @rule(seconds=st.sampled_from([0.5, 4.0, 20.0]))
    def pass_time(self, seconds: float) -> None:
        self.engine.advance(seconds)

    @precondition(lambda self: self.queued)
    @rule(data=st.data())
    def place_job(self, data: st.DataObject) -> None:
        data.draw(st.sampled_from(self.queued)).placed = True

    @precondition(lambda self: self.queued)
    @rule(data=st.data())
    def begin_job(self, data: st.DataObject) -> None:
        self.engine.begin(data.draw(st.sampled_from(self.queued)))

    @precondition(lambda self: self.running)
    @rule(data=st.data(), number=st.integers(1, 3))
    def report(self, data: st.DataObject, number: int) -> None:
        job = data.draw(st.sampled_from(self.running))
        for _ in range(number):
            self.engine.report(job)

    @precondition(lambda self: self.running)
    @rule(data=st.data(), exit_code=st.sampled_from([0, 1]))
    def end_job(self, data: st.DataObject, exit_code: int) -> None:
        self.engine.end(data.draw(st.sampled_from(self.running)), exit_code)

    @precondition(lambda self: self.engine.alive())
    @rule(data=st.data())
    def lose_job(self, data: st.DataObject) -> None:
        self.engine.lose(data.draw(st.sampled_from(self.engine.alive())))

    @precondition(lambda self: self.running)
    @rule(data=st.data())
    def end_from_outside(self, data: st.DataObject) -> None:
        self.engine.tell(data.draw(st.sampled_from(self.running)), asked=False)

    @rule(amiss=st.sets(st.sampled_from(MISHAPS)))
    def behave(self, amiss: set[str]) -> None:
        for mishap in MISHAPS:
            setattr(self.engine, mishap, mishap in amiss)

    @rule(stale=st.booleans())
    def show(self, stale: bool) -> None:
        self.engine.show_as(self.engine.listed() if stale else None)

    # ---- what holds --------------------------------------------------------------------------------------

    @invariant()
    def one_at_a_time(self) -> None:
        for job_id in self.started:
            assert len([job for job in self.engine.of(job_id) if job.alive]) <= 1, job_id

    def teardown(self) -> None:
        """Once the engine is well, all that is told to end does so soon, and nothing is left."""
        if not hasattr(self, "tuner"):
            return
        self.behave(set())
        self.engine.crash_at = float("inf")
        self.engine.show_as(None)
        for job_id in self.unfinished:
            self._halt(job_id, 0.0)
        until = self.engine.clock.now() + AT_LAST
        while self.unfinished:
            assert self.engine.clock.now() < until, f"{self.unfinished} never end"
            self._take(self.tuner.poll(30.0))
        assert self.engine.alive() == []
        assert self.tuner.poll(100.0) == []

    @property
    def unfinished(self) -> list[JobId]:
        return [job_id for job_id in self.started if job_id not in self.ended]

    @property
    def queued(self) -> list[EngineJob]:
        return [job for job in self.engine.alive() if job.begun is None]

    @property
    def running(self) -> list[EngineJob]:
        return [job for job in self.engine.alive() if job.begun is not None]

    def _act(self, action: Callable[[], None]) -> None:
        try:
            action()
        except CrashError:
            self.tuner = self._open()

    def _poll(self, timeout: float) -> None:
        begun = self.engine.clock.now()
        self._take(self.tuner.poll(timeout))
        passed = self.engine.clock.now() - begun
        assert passed <= timeout + 3 * IN_VAIN + 0.1, f"{passed} s instead of {timeout} s"

    def _halt(self, job_id: JobId, patience: float) -> None:
        due = self.engine.clock.now() + patience
        self.told[job_id] = min(due, self.told.get(job_id, due))
        self._act(lambda: self.tuner.halt(job_id, patience))

    def _open(self) -> TrackedJobs:
        """A tuner that takes up what the journal holds for running."""
        self.engine.crash_at = float("inf")
        live = [
            LiveJob(
                self.started[job_id],
                self.seen[job_id],
                halted=job_id in self.told,
                begun=job_id in self.begun,
                halt_at=self.told.get(job_id, 0.0),
            )
            for job_id in self.unfinished
        ]
        while True:
            tuner = TrackedJobs(VirtualPlatform(self.engine), self.engine.clock)
            try:
                tuner.attach(live)
            except UnreachableError:
                self.engine.away = False
            else:
                return tuner

    def _take(self, facts: list[Fact]) -> None:
        """Writes facts into the journal, and holds each to the contract and to what is true."""
        for fact in facts:
            assert isinstance(fact, JobQueued | JobStarted | Reported | JobEnded)
            assert fact.job not in self.ended, f"after its end: {fact}"
            assert fact.time >= self.latest
            self.latest = fact.time
            if isinstance(fact, JobStarted):
                assert fact.job not in self.begun, "it starts once"
                self.begun.add(fact.job)
            elif isinstance(fact, Reported):
                assert fact.job in self.begun
                assert fact.seq == self.seen[fact.job], "each once, in their order"
                self.seen[fact.job] += 1
            elif isinstance(fact, JobEnded):
                self.ended[fact.job] = fact
                self._judge(fact)

    def _judge(self, fact: JobEnded) -> None:
        jobs = self.engine.of(fact.job)
        assert not any(job.alive for job in jobs), f"something of it is left: {jobs}"
        ran = [job for job in jobs if job.begun is not None]
        assert self.seen[fact.job] == sum(len(job.reports) for job in ran), "no report is lost"
        if not ran:
            assert fact.elapsed == 0.0
            assert fact.failure is (None if fact.job in self.told else FailureKind.PREEMPTED)
            assert fact.job in {*self.told, *self.begun}, "it is had again until it runs"
        elif fact.job not in self.told:
            assert fact.failure is _why(ran[0]), fact
        elif ran[0].asked and ran[0].ended is not None:
            assert fact.failure is None, fact


def _why(job: EngineJob) -> FailureKind | None:
    """What the end of a job means that its tuner never told to end."""
    if job.ended is None:
        return FailureKind.INFRASTRUCTURE
    if job.ended.halted:
        return FailureKind.PREEMPTED
    return FailureKind.ERROR if job.ended.exit_code else None


TestTracking = Tracking.TestCase
TestTracking.settings = settings(max_examples=100, stateful_step_count=50, deadline=None)


# ---- exact moments ---------------------------------------------------------------------------------------


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
    """All that comes in so many seconds."""
    facts: list[Fact] = []
    until = tuner.clock.now() + seconds
    while (left := until - tuner.clock.now()) > 1e-6:
        facts += tuner.poll(left)
    return facts


def moments(engine: Engine, operation: str) -> list[float]:
    """When it was asked for something, rounded to tenths of a second."""
    return [round(at, 1) for at, called in engine.calls if called == operation]


def test_a_job_is_asked_for_ever_less_often_while_the_engine_is_away(
    engine: Engine, tuner: TrackedJobs, caplog: pytest.LogCaptureFixture
) -> None:
    """A person is told once."""
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


def test_many_jobs_do_not_each_wait_for_an_engine_that_is_away(engine: Engine, tuner: TrackedJobs) -> None:
    """A tuner that waits hears nothing, not even that it is to end."""
    for trial_id in range(3):
        tuner.start(job(trial_id))
        engine.begin(engine.of(JobId(trial_id, 0))[0])
    engine.away, engine.in_vain = True, IN_VAIN
    for trial_id in range(3, 64):
        tuner.start(job(trial_id))
    for trial_id in range(3):
        tuner.halt(JobId(trial_id, 0), 0.0)
    assert engine.clock.now() <= IN_VAIN
    for _ in range(20):
        began = engine.clock.now()
        tuner.poll(1.0)
        assert engine.clock.now() - began <= 1.0 + 2 * IN_VAIN  # an act, and a look at states
    engine.away = False
    poll_for(tuner, 60.0)
    assert len(engine.jobs) == 64
    assert all(tuner.is_submitted(each.name.id) for each in engine.alive())
    assert not any(engine.of(JobId(trial_id, 0))[0].halt_at is None for trial_id in range(3))


def test_a_job_that_is_always_refused_keeps_no_other_from_starting(
    engine: Engine, tuner: TrackedJobs
) -> None:
    engine.refuses[0] = BusyError("this one upsets it")
    for trial_id in range(4):
        tuner.start(job(trial_id))
    poll_for(tuner, 10.0)
    assert {each.name.id.trial_id for each in engine.alive()} == {1, 2, 3}


def test_states_are_asked_for_ever_less_often_while_the_engine_is_away(
    engine: Engine, tuner: TrackedJobs
) -> None:
    """Reports are read meanwhile: they lie elsewhere."""
    tuner.start(job(0))
    (running,) = engine.alive()
    engine.begin(running)
    engine.away = True
    engine.report(running)
    assert [type(fact) for fact in poll_for(tuner, 200.0)] == [JobStarted, Reported]
    assert moments(engine, "states") == [0, 10, 20, 40, 80, 140, 200][: len(moments(engine, "states"))]
    assert len(moments(engine, "states")) >= 6


def test_a_full_engine_is_asked_for_one_job_less_and_less_often_and_at_once_when_there_is_room(
    engine: Engine, tuner: TrackedJobs
) -> None:
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
    assert len(engine.calls) - 1 - 1000 <= 11  # but for taking up and submitting


def test_one_that_cannot_be_launched_ends_alone(engine: Engine, tuner: TrackedJobs) -> None:
    engine.refuses[0] = LaunchError("no such account")
    tuner.start(job(0))
    tuner.start(job(1))
    (ended,) = [fact for fact in poll_for(tuner, 2.0) if isinstance(fact, JobEnded)]
    assert (ended.job.trial_id, ended.failure) == (0, FailureKind.INFRASTRUCTURE)
    assert ended.detail == "the job could not be launched: no such account"
    assert [made.name.id.trial_id for made in engine.alive()] == [1]


def test_an_engine_that_is_useless_is_told_at_the_start_alone(engine: Engine, tuner: TrackedJobs) -> None:
    """A tuner that comes back follows the other jobs all the same."""
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


def test_a_tuner_that_comes_back_while_the_engine_is_away_insists_and_then_says_so(engine: Engine) -> None:
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
def test_a_job_had_again_by_an_earlier_tuner_is_found_where_lists_are_old(
    engine: Engine, tuner: TrackedJobs, halted: bool, seen: bool
) -> None:
    """seen: the list shows the job as it was at first, or else not at all."""
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


def test_who_cannot_be_told_to_end_yet_is_told_at_the_next_look(engine: Engine, tuner: TrackedJobs) -> None:
    tuner.start(job(0))
    engine.begin(engine.alive()[0])
    engine.deaf = True
    tuner.halt(JobId(0, 0), 0.0)
    poll_for(tuner, 3.0)
    assert engine.alive()[0].halt_at is None
    engine.deaf = False
    (ended,) = [fact for fact in poll_for(tuner, 3.0) if isinstance(fact, JobEnded)]
    assert ended.failure is None


def test_who_does_not_end_is_killed_once(engine: Engine, tuner: TrackedJobs) -> None:
    tuner.start(job(2))  # a stubborn one
    engine.begin(engine.alive()[0])
    tuner.halt(JobId(2, 0), 3.0)
    facts = poll_for(tuner, 30.0)
    assert moments(engine, "terminate") == [3]
    assert moments(engine, "kill") == [8]
    (ended,) = [fact for fact in facts if isinstance(fact, JobEnded)]
    assert (ended.failure, ended.elapsed) == (None, pytest.approx(8.0, abs=0.1))


def test_who_is_to_have_no_time_to_end_is_killed_at_once(
    engine: Engine, tuner: TrackedJobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(VirtualPlatform, "terminate", lambda *_: 0.0)
    tuner.start(job(2))
    tuner.halt(JobId(2, 0), 0.0)
    assert moments(engine, "kill") == [0]


def test_a_name_that_another_job_has_is_left_to_it(engine: Engine, tuner: TrackedJobs) -> None:
    engine.refuses[0] = TakenError("another job is called like that")
    tuner.start(job(0))
    del engine.refuses[0]
    poll_for(tuner, 2.0)
    assert [made.name.attempt for made in engine.alive()] == [1]


def test_an_engine_may_say_when_to_come_again(engine: Engine, tuner: TrackedJobs) -> None:
    engine.refuses[0] = BusyError("one in two seconds", 2.0)
    tuner.start(job(0))
    poll_for(tuner, 9.0)
    assert moments(engine, "submit") == [0, 2, 4, 6, 8]


def test_there_may_be_room_once_an_attempt_has_failed(engine: Engine, tuner: TrackedJobs) -> None:
    tuner.start(job(0))
    engine.full = True
    tuner.start(job(1))
    poll_for(tuner, 16.0)
    assert moments(engine, "submit") == [0, 0, 15]
    engine.full = False
    engine.lose(engine.alive()[0])  # before it began, so that it is had again 30 s later
    poll_for(tuner, 10.0)
    assert moments(engine, "submit")[3:] == [20]
    assert [made.name.id.trial_id for made in engine.alive()] == [1]


def test_who_was_said_to_run_and_never_began_was_preempted(engine: Engine, tuner: TrackedJobs) -> None:
    """Had again as the same job, it would wait in the queue at its trial's cost."""
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


def test_a_job_that_is_to_be_had_again_ends_at_once(engine: Engine, tuner: TrackedJobs) -> None:
    """Nobody is asked: it is surely not there."""
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


def test_whom_an_earlier_tuner_told_to_end_was_not_preempted(engine: Engine, tuner: TrackedJobs) -> None:
    tuner.start(job(0))
    engine.begin(engine.alive()[0])
    tuner.halt(JobId(0, 0), 0.0)
    engine.advance(60.0)
    engine.deaf = True  # what is over can't be told again
    again = TrackedJobs(VirtualPlatform(engine), engine.clock)
    again.attach([LiveJob(job(0), reports_seen=0, halted=True, halt_at=0.0)])
    (ended,) = [fact for fact in poll_for(again, 20.0) if isinstance(fact, JobEnded)]
    assert ended.failure is None


def test_who_is_gone_stays_so_where_lists_are_old(engine: Engine, tuner: TrackedJobs) -> None:
    tuner.start(job(0))
    (lost,) = engine.alive()
    engine.begin(lost)
    engine.lose(lost)
    engine.hidden = True  # so that it can't be concluded at once
    poll_for(tuner, 15.0)
    engine.show_as({lost.name: JobState.RUNNING})
    poll_for(tuner, 15.0)
    engine.hidden = False
    (ended,) = [fact for fact in poll_for(tuner, 90.0) if isinstance(fact, JobEnded)]
    assert ended.failure is FailureKind.INFRASTRUCTURE
