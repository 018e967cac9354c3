"""What an engine is asked: the calls that differ between them, while `tracked.py` has all that doesn't.

An engine has a name for each job, made of the experiment's identity, the job's id and the attempt, and by
that name a job is found again whatever becomes of an answer or of the tuner.
"""

import time
from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from tunewise.backends.base import BusyError, Job, LiveJob
from tunewise.backends.diagnosis import EndRecord, Outcome, diagnose
from tunewise.events import Fact
from tunewise.space import Value
from tunewise.trial import JobId

NEVER = float("inf")


class LaunchError(RuntimeError):
    """This one job can't be launched, as the message says; others may be."""


class FullError(BusyError):
    """The engine takes no more jobs for now: a quota, a limit on submitted jobs, no free place. The job was
    surely not taken. It is asked for again later, and once another job of the experiment has ended."""


class TakenError(RuntimeError):
    """Another job has this name, as one of a record that was lost: the next attempt has a name of its own."""


class NoAnswerError(BusyError):
    """No answer came: the engine may have done what it was asked, or not."""


class JobState(Enum):
    """What an engine says of a job. It is no proof of what the script did: the job's record is."""

    QUEUED = "queued"
    RUNNING = "running"
    GONE = "gone"


class EngineStatus(NamedTuple):
    """A job as its engine lists it.

    why: why it waits, or how it ended, in the engine's words. place: where it runs, in words.
    """

    state: JobState
    why: str = ""
    place: str = ""


class Report(NamedTuple):
    """seq: the number of the report, from 0. elapsed: seconds for which the job had run by then."""

    seq: int
    elapsed: float
    values: dict[str, Value]


class JobStatus(NamedTuple):
    """What a job's own record, its folder or its object on S3, says of it.

    ran: seconds for which its script has run, as far as known; None before it began. place: where it runs,
    in words. reports: in their order; those that were told before may be among them. ended: as the guard
    wrote it down; None as long as it hasn't, and for ever if it was killed. over: nothing more is to come,
    even where the engine doesn't know yet. stderr: the end of it, once the job is over. note: what a person
    should know of the reports.
    """

    ran: float | None = None
    place: str = ""
    reports: Sequence[Report] = ()
    ended: EndRecord | None = None
    over: bool = False
    stderr: str = ""
    note: str = ""


class JobRecord(ABC):
    """The record of one job, read again and again."""

    @abstractmethod
    def read(self, gone: bool) -> JobStatus:
        """gone: the engine has said that the job is, so that all it wrote is there: what it said last is to
        be read as well. Raises BusyError."""


class JobEnd(NamedTuple):
    """What became of a job. ran: seconds for which it ran, or is paid for."""

    ran: float
    outcome: Outcome


class Resubmit(NamedTuple):
    """The engine failed before the script began: the job is to be had again, `wait` seconds from now, or was
    preempted if it was said to run. ran: seconds that are paid for all the same."""

    why: str
    wait: float
    ran: float = 0.0


@dataclass(frozen=True)
class Pace:
    """How often an engine is asked, in seconds.

    states: between two looks at all jobs' states. records: between two looks at their records, where nobody
    rings. busy, full: what is waited for after the first refusal; twice as long after each further one, up
    to `longest`.
    """

    states: float
    records: float
    busy: float = 5.0
    full: float = 15.0
    longest: float = 60.0

    def after_busy(self, tries: int) -> float:
        return min(self.busy * 2.0 ** min(tries, 30), self.longest)

    def after_full(self, tries: int) -> float:
        return min(self.full * 2.0 ** min(tries, 30), self.longest)


class Platform(ABC):
    """An engine as one experiment uses it. Decides nothing and remembers little: what runs is known to the
    engine, what happened to each job's record.

    Every method may raise BusyError (the same may go well later), and BackendError where the engine is
    useless for good. `TrackedJobs` calls it from one thread.
    """

    pace: Pace

    @abstractmethod
    def submit(self, job: Job, attempt: int, unsure: bool) -> None:
        """Have a job run, once: one that is there by its name is taken for it.

        attempt: how many jobs for it before this one never began. unsure: it may be there already, as an
        answer was lost. Raises LaunchError, FullError, TakenError, and NoAnswerError where it may have
        been taken.
        """

    @abstractmethod
    def exists(self, job_id: JobId, attempt: int) -> bool:
        """Whether the job is, or was, there: asked where an answer was lost and the job is to end, and of the
        next attempt where an earlier tuner may have gone on to it. An engine that has no job again has no
        attempt but 0."""

    @abstractmethod
    def states(self, job_ids: Collection[JobId]) -> Mapping[JobId, EngineStatus]:
        """Of all these jobs, in one call to the engine. One that is missing has no news: only what is surely
        over is GONE."""

    @abstractmethod
    def terminate(self, job_id: JobId) -> float | None:
        """Ask a job to end, and let it save. Returns the seconds after which it is to be killed if it
        hasn't; NEVER where the engine sees to that; None if it can't be told yet: it is told again at the
        next look."""

    @abstractmethod
    def kill(self, job_id: JobId) -> None:
        """End a job without its leave."""

    @abstractmethod
    def record(self, job_id: JobId, attempt: int, first_report: int) -> JobRecord:
        """Where a job says how it goes. first_report: the number of the first one that matters."""

    @abstractmethod
    def explain(
        self, job_id: JobId, seen: EngineStatus, status: JobStatus, asked: bool
    ) -> Outcome | Resubmit:
        """What became of a job that is gone without its guard having written down how it ended.

        asked: the tuner had told it to end.
        """

    @abstractmethod
    def recover(self, jobs: Sequence[LiveJob]) -> Mapping[JobId, int]:
        """Find the jobs of an earlier tuner: which of these surely were launched, with their attempts.

        Whatever else of this experiment is found is ended: no record knows it.
        """

    @abstractmethod
    def drop_checkpoint(self, trial_id: int) -> None:
        """Delete what a trial saved. Never raises for want of success: a pity for the disk and no more."""

    def job_end(self, job_id: JobId, seen: EngineStatus, status: JobStatus, asked: bool) -> JobEnd | Resubmit:
        """What became of a job that is over. seen: what the engine said of it last."""
        if status.ended is not None:
            return JobEnd(status.ended.seconds, diagnose(status.ended, asked, status.stderr))
        told = self.explain(job_id, seen, status, asked)
        return told if isinstance(told, Resubmit) else JobEnd(status.ran or 0.0, told)

    def release(self, job_id: JobId) -> None:  # noqa: B027 - most hold nothing
        """Let go of what this process holds for a job that is over, or wasn't launched."""

    def wait(self, seconds: float) -> bool:
        """Sleep for so long, or until somebody rings: then True, and all records are looked at. By default
        nobody does."""
        time.sleep(seconds)
        return False

    def changed(self, job_ids: Iterable[JobId]) -> Iterable[JobId]:
        """Those of these jobs whose records may say something new; by default all."""
        return job_ids

    def maintain(self) -> Sequence[Fact]:
        """What is to be done now and then, called once in each look; facts that are about no job. Whatever is
        busy then waits for a later call: no BusyError leaves it."""
        return ()

    def close(self, jobs_left: bool) -> Sequence[Fact]:
        """Release what is held. jobs_left: jobs still run, for another tuner to take up. Returns what became
        known by that, about no job any more."""
        return ()
