"""An engine in virtual time that forgets, loses answers and goes away when told to, and refuses what must
never happen. `VirtualPlatform` is one tuner's view of it."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from tunewise.backends.base import BusyError
from tunewise.backends.diagnosis import EndRecord, Outcome
from tunewise.backends.platform import (
    NEVER,
    EngineStatus,
    FullError,
    JobRecord,
    JobState,
    JobStatus,
    NoAnswerError,
    Pace,
    Platform,
    Report,
    Resubmit,
)
from tunewise.clock import VirtualClock
from tunewise.trial import FailureKind, JobId

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from tunewise.backends.base import Job, LiveJob

GRACE = 5.0  # seconds that a job may take to end, until it is killed
SAVING = 1.0  # seconds that an obedient job takes


class Name(NamedTuple):
    """What the engine calls a job."""

    id: JobId
    attempt: int


class CrashError(Exception):
    """The tuner's process ends here."""


@dataclass
class EngineJob:
    """A job as the engine has it. placed: the engine says that it runs, though its script may not have begun.
    begun, gone: on the engine's clock. halt_at: when it was told to end, and
    asked: by its tuner, not from outside. ended: as its guard wrote it. stubborn: it heeds no word."""

    name: Name
    stubborn: bool
    placed: bool = False
    begun: float | None = None
    gone: float | None = None
    halt_at: float | None = None
    asked: bool = False
    reports: list[float] = field(default_factory=list)
    ended: EndRecord | None = None

    @property
    def alive(self) -> bool:
        return self.gone is None


class Engine:
    """The world: jobs go on whoever looks. Every call to it is noted with its moment.

    away: nothing works. loses: calls take effect, and no answer comes. in_vain: for how many seconds such a
    call is waited for. full: it takes no more jobs. stale: what it lists is as old as the moment when that
    began. deaf: nobody can be told to end yet. hidden: the records of jobs can't be read. refuses: what it
    says of jobs, by trial, instead of taking them. sees_to_kills: it kills by itself those that don't end.
    crash_at: before how many more calls the tuner's process ends.
    """

    def __init__(self) -> None:
        self.clock = VirtualClock()
        self.jobs: dict[Name, EngineJob] = {}
        self.calls: list[tuple[float, str]] = []
        self.away = self.loses = self.full = self.deaf = self.hidden = False
        self.sees_to_kills = False
        self.in_vain = 0.0
        self.refuses: dict[int, Exception] = {}
        self.crash_at = math.inf
        self._stale: dict[Name, JobState] | None = None

    def of(self, job_id: JobId) -> list[EngineJob]:
        return [job for name, job in self.jobs.items() if name.id == job_id]

    def alive(self) -> list[EngineJob]:
        return [job for job in self.jobs.values() if job.alive]

    # ---- what befalls jobs -------------------------------------------------------------------------------

    def advance(self, seconds: float) -> None:
        """Lets time pass, and those end that were told to."""
        until = self.clock.now() + seconds
        for job in sorted(self.alive(), key=self._ends_at):
            if self._ends_at(job) <= until:
                self.clock.advance_to(max(self._ends_at(job), self.clock.now()))
                self.end(job, exit_code=0)
        self.clock.advance_to(until)

    def begin(self, job: EngineJob) -> None:
        others = [other for other in self.of(job.name.id) if other.begun is not None]
        assert not others, f"{job.name.id} runs twice: {others}"
        job.placed, job.begun = True, self.clock.now()

    def report(self, job: EngineJob) -> None:
        assert job.begun is not None
        job.reports.append(self.clock.now() - job.begun)

    def end(self, job: EngineJob, exit_code: int) -> None:
        """A job ends, by itself or as it was told to; one that waits is taken out of the queue."""
        now = self.clock.now()
        if job.begun is not None:
            halted = job.halt_at is not None
            code = None if halted else exit_code
            signal = 15 if halted else None
            job.ended = EndRecord(code, signal, now - job.begun, job.begun, now, halted, oom_killed=False)
        job.gone = now

    def lose(self, job: EngineJob) -> None:
        """A job is gone without a word."""
        job.gone = self.clock.now()

    def tell(self, job: EngineJob, asked: bool) -> None:
        if job.begun is None and job.alive:
            self.end(job, exit_code=0)
        elif job.halt_at is None and job.alive:
            job.halt_at, job.asked = self.clock.now(), asked

    def show_as(self, listed: dict[Name, JobState] | None) -> None:
        """From now on lists are like this one; None: they are true."""
        self._stale = listed

    # ---- what tuners ask ---------------------------------------------------------------------------------

    def called(self, operation: str) -> None:
        self.crash_at -= 1
        if self.crash_at < 0:
            raise CrashError
        self.calls.append((self.clock.now(), operation))
        if self.away:
            self.advance(self.in_vain)
            raise BusyError("nobody answers")

    def answer(self, error: type[BusyError] = BusyError) -> None:
        """An act has been done; the one who asked may be told."""
        self.crash_at -= 1
        if self.crash_at < 0:
            raise CrashError
        if self.loses:
            self.advance(self.in_vain)
            raise error("no answer came")

    def submit(self, name: Name) -> None:
        if name not in self.jobs:
            left = [job for job in self.of(name.id) if job.alive or job.begun is not None]
            assert not left, f"{name} is one too many beside {left}"
            self.jobs[name] = EngineJob(name, stubborn=name.id.trial_id % 3 == 2)

    def listed(self) -> dict[Name, JobState]:
        now = {name: self.state(job) for name, job in self.jobs.items()}
        return now if self._stale is None else self._stale

    def state(self, job: EngineJob) -> JobState:
        if not job.alive:
            return JobState.GONE
        return JobState.RUNNING if job.placed else JobState.QUEUED

    def _ends_at(self, job: EngineJob) -> float:
        if job.halt_at is None:
            return NEVER
        if job.stubborn:
            return job.halt_at + GRACE if self.sees_to_kills else NEVER
        return job.halt_at + SAVING


class _Record(JobRecord):
    """In a place of its own, whatever the engine does. It tells of all reports each time."""

    def __init__(self, engine: Engine, job: EngineJob, first_report: int) -> None:
        self._engine = engine
        self._job = job
        self._first = first_report

    def read(self, gone: bool) -> JobStatus:
        if self._engine.hidden:
            raise BusyError("the folder isn't there")
        job, now = self._job, self._engine.clock.now()
        told = [Report(seq, job.reports[seq], {"step": seq}) for seq in range(self._first, len(job.reports))]
        ran = None if job.begun is None else (now if job.gone is None else job.gone) - job.begun
        return JobStatus(ran, "there", told, job.ended, over=job.ended is not None)


class VirtualPlatform(Platform):
    pace = Pace(states=10.0, records=1.0, busy=5.0, full=15.0, longest=60.0)

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._attempts: dict[JobId, int] = {}

    def submit(self, job: Job, attempt: int, unsure: bool) -> None:
        self._engine.called("submit")
        name = Name(job.id, attempt)
        there = name in self._engine.jobs
        assert not there or unsure, f"{name} is asked for again by somebody who knows that it is there"
        if job.id.trial_id in self._engine.refuses:
            raise self._engine.refuses[job.id.trial_id]
        if self._engine.full and not there:
            raise FullError("the queue is full")
        self._engine.submit(name)
        self._engine.answer(NoAnswerError)

    def exists(self, job_id: JobId, attempt: int) -> bool:
        self._engine.called("exists")
        return Name(job_id, attempt) in self._engine.jobs

    def states(self, job_ids: Collection[JobId]) -> Mapping[JobId, EngineStatus]:
        self._engine.called("states")
        listed = self._engine.listed()
        names = {job_id: Name(job_id, self._attempts[job_id]) for job_id in job_ids}
        words = {JobState.QUEUED: "(Priority)", JobState.RUNNING: "", JobState.GONE: "it ended"}
        return {
            job_id: EngineStatus(listed[name], words[listed[name]], "a node")
            for job_id, name in names.items()
            if name in listed
        }

    def terminate(self, job_id: JobId) -> float | None:
        self._engine.called("terminate")
        job = self._job(job_id)
        if self._engine.deaf:
            return None
        self._engine.tell(job, asked=True)
        self._engine.answer()
        return NEVER if self._engine.sees_to_kills else GRACE

    def kill(self, job_id: JobId) -> None:
        self._engine.called("kill")
        if self._job(job_id).alive:
            self._engine.lose(self._job(job_id))
        self._engine.answer()

    def record(self, job_id: JobId, attempt: int, first_report: int) -> JobRecord:
        self._attempts[job_id] = attempt
        return _Record(self._engine, self._job(job_id), first_report)

    def explain(
        self, job_id: JobId, seen: EngineStatus, status: JobStatus, asked: bool
    ) -> Outcome | Resubmit:
        if asked:
            return Outcome(None, f"told to end: {seen.why}")
        if status.ran is None:
            return Resubmit(f"no node: {seen.why}", wait=30.0)
        return Outcome(FailureKind.INFRASTRUCTURE, f"lost: {seen.why}")

    def recover(self, jobs: Sequence[LiveJob]) -> Mapping[JobId, int]:
        self._engine.called("recover")
        known = {live.job.id for live in jobs}
        latest: dict[JobId, int] = {}
        for name, state in self._engine.listed().items():
            if name.id in known:
                latest[name.id] = max(name.attempt, latest.get(name.id, 0))
            elif state is not JobState.GONE:
                self._engine.tell(self._engine.jobs[name], asked=True)
        return latest

    def drop_checkpoint(self, trial_id: int) -> None:
        self._engine.called("drop_checkpoint")

    def wait(self, seconds: float) -> bool:
        assert 0.0 <= seconds <= 1.5 * self.pace.longest, f"it sleeps for {seconds} s"
        self._engine.advance(max(seconds, 1e-3))
        return False

    def _job(self, job_id: JobId) -> EngineJob:
        return self._engine.jobs[Name(job_id, self._attempts[job_id])]
