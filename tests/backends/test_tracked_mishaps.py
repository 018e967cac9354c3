"""`TrackedJobs` on an engine in virtual time, with any sequence of mishaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from tests.backends.virtual_engine import CrashError, Engine, EngineJob, VirtualPlatform

from tunewise.backends.base import Job, LiveJob, UnreachableError
from tunewise.backends.tracked import TrackedJobs
from tunewise.events import Fact, JobEnded, JobQueued, JobStarted, Reported
from tunewise.trial import FailureKind, JobId

if TYPE_CHECKING:
    from collections.abc import Callable

WORKERS = 4
MISHAPS = ("away", "loses", "full", "deaf", "hidden")
TIMEOUT = 9.0  # seconds until a call fails that gets no response
AT_LAST = 300.0  # seconds within which all jobs end once they are halted and the engine works


class Tracking(RuleBasedStateMachine):
    """A tuner that may crash at any call, an engine that may do anything, and a journal that checks both."""

    def __init__(self) -> None:
        super().__init__()
        self.engine = Engine()
        self.trials = 0
        self.started: dict[JobId, Job] = {}  # according to the journal, by job
        self.begun: set[JobId] = set()
        self.seen: dict[JobId, int] = {}
        self.told: dict[JobId, float] = {}
        self.ended: dict[JobId, JobEnded] = {}
        self.latest = 0.0

    @initialize(sees_to_kills=st.booleans(), timeout=st.sampled_from([0.0, TIMEOUT]))
    def begin(self, sees_to_kills: bool, timeout: float) -> None:
        self.engine.sees_to_kills = sees_to_kills
        self.engine.timeout = timeout
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
        retries = WORKERS * passed if self.engine.deaf else 0.0  # jobs that can't be terminated yet
        most = (WORKERS + 1) * (passed / 5.0 + 4) + retries
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
        """Once the engine works, all halted jobs end soon, and nothing is left."""
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
        assert passed <= timeout + 3 * TIMEOUT + 0.1, f"{passed} s instead of {timeout} s"

    def _halt(self, job_id: JobId, patience: float) -> None:
        due = self.engine.clock.now() + patience
        self.told[job_id] = min(due, self.told.get(job_id, due))
        self._act(lambda: self.tuner.halt(job_id, patience))

    def _open(self) -> TrackedJobs:
        """A tuner that recovers the jobs that run according to the journal."""
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
        """Writes facts into the journal, and checks each against the contract and the engine."""
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
                assert fact.seq == self.seen[fact.job], "each report comes once and in order"
                self.seen[fact.job] += 1
            elif isinstance(fact, JobEnded):
                self.ended[fact.job] = fact
                self._judge(fact)

    def _judge(self, fact: JobEnded) -> None:
        jobs = self.engine.of(fact.job)
        assert not any(job.alive for job in jobs), f"part of the job is left: {jobs}"
        ran = [job for job in jobs if job.begun is not None]
        assert self.seen[fact.job] == sum(len(job.reports) for job in ran), "no report is lost"
        if not ran:
            assert fact.elapsed == 0.0
            assert fact.failure is (None if fact.job in self.told else FailureKind.PREEMPTED)
            assert fact.job in {*self.told, *self.begun}, "it is resubmitted until it runs"
        elif fact.job not in self.told:
            assert fact.failure is _why(ran[0]), fact
        elif ran[0].asked and ran[0].ended is not None:
            assert fact.failure is None, fact


def _why(job: EngineJob) -> FailureKind | None:
    """Why a job ended that its tuner never told to end."""
    if job.ended is None:
        return FailureKind.INFRASTRUCTURE
    if job.ended.halted:
        return FailureKind.PREEMPTED
    return FailureKind.ERROR if job.ended.exit_code else None


TestTracking = pytest.mark.slow(Tracking.TestCase)
TestTracking.settings = settings(max_examples=100, stateful_step_count=50, deadline=None)
