"""The interface to an engine: the calls that differ between engines. `tracked.py` has everything they share.

Each job has a name in its engine, made of the experiment's identity, the job's id and the attempt. By that
name the job is found again when a response was lost or the tuner was restarted.
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
    """The engine accepts no more jobs for now: a quota, a limit on submitted jobs, no free GPU.

    The job was certainly not accepted. It is submitted again later, and when another job of the experiment
    ends.
    """


class TakenError(RuntimeError):
    """A job of a lost record has this name: the next attempt gets another name."""


class NoAnswerError(BusyError):
    """No response came: the engine may or may not have done what was requested."""


class JobState(Enum):
    """What an engine says about a job. Only the job's record proves what the script did."""

    QUEUED = "queued"
    RUNNING = "running"
    GONE = "gone"


class EngineStatus(NamedTuple):
    """A job as its engine lists it.

    why: why it waits, or how it ended, in the engine's words. place: where it runs, for people.
    """

    state: JobState
    why: str = ""
    place: str = ""


class Report(NamedTuple):
    """seq: the number of the report, from 0. elapsed: how long the job had run by then, in seconds."""

    seq: int
    elapsed: float
    values: dict[str, Value]


class JobStatus(NamedTuple):
    """A job according to its own record, which is its folder or its object on S3.

    ran: seconds for which its script has run, as far as known; None before it began. place: where it runs,
    for people. reports: in order; some may have been delivered before. ended: what the guard wrote; None
    until then, and forever if the guard was killed. over: nothing more will come, even if the engine doesn't
    know yet. stderr: its end, once the job is over. note: what a person should know about the reports.
    """

    ran: float | None = None
    place: str = ""
    reports: Sequence[Report] = ()
    ended: EndRecord | None = None
    over: bool = False
    stderr: str = ""
    note: str = ""


class JobRecord(ABC):
    """The record of one job, which is read repeatedly."""

    @abstractmethod
    def read(self, gone: bool) -> JobStatus:
        """gone: the engine says that the job is gone, so everything it wrote is there, and its last words
        are to be read too. Raises BusyError."""


class JobEnd(NamedTuple):
    """How a job ended. ran: seconds for which it ran, or is billed."""

    ran: float
    outcome: Outcome


class Resubmit(NamedTuple):
    """The engine failed before the script began: the job is to be submitted again in `wait` seconds. If it
    was reported as running, it was preempted instead. ran: seconds that are billed nevertheless."""

    why: str
    wait: float
    ran: float = 0.0


@dataclass(frozen=True)
class Pace:
    """How often an engine is polled, in seconds.

    states: between two polls of all jobs' states. records: between two reads of their records, where nothing
    notifies the tuner. busy, full: the wait after the first refusal; it doubles with each further one, up to
    `longest`.
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
    """An engine as one experiment uses it. It decides nothing and remembers little: the engine knows what
    runs, and each job's record what happened.

    Every method may raise BusyError (a later try may succeed), and BackendError if the engine is unusable
    for good. `TrackedJobs` calls it from one thread.
    """

    pace: Pace

    @abstractmethod
    def submit(self, job: Job, attempt: int, unsure: bool) -> None:
        """Have a job run, once: if a job with its name exists, that is the job.

        attempt: how many earlier submissions of this job never began. unsure: the job may exist already,
        because a response was lost. Raises LaunchError, FullError, TakenError, and NoAnswerError if the job
        may have been accepted.
        """

    @abstractmethod
    def exists(self, job_id: JobId, attempt: int) -> bool:
        """Whether the job exists or existed.

        Asked when a response was lost and the job is to end, and for the next attempt if an earlier tuner may
        have submitted it. An engine that never has a job resubmitted knows only attempt 0.
        """

    @abstractmethod
    def states(self, job_ids: Collection[JobId]) -> Mapping[JobId, EngineStatus]:
        """The states of these jobs, in one call to the engine. A missing job has no news: only a job that is
        certainly over is GONE."""

    @abstractmethod
    def terminate(self, job_id: JobId) -> float | None:
        """Ask a job to end, and let it save. Returns the seconds after which it is to be killed if it hasn't
        ended; NEVER if the engine does that; None if the job can't be reached yet, so that the next poll
        tries again."""

    @abstractmethod
    def kill(self, job_id: JobId) -> None:
        """End a job at once."""

    @abstractmethod
    def record(self, job_id: JobId, attempt: int, first_report: int) -> JobRecord:
        """The record of a job. first_report: the number of the first report that is needed."""

    @abstractmethod
    def explain(
        self, job_id: JobId, seen: EngineStatus, status: JobStatus, asked: bool
    ) -> Outcome | Resubmit:
        """What happened to a job that is gone although its guard recorded no end.

        asked: the tuner had told the job to end.
        """

    @abstractmethod
    def recover(self, jobs: Sequence[LiveJob]) -> Mapping[JobId, int]:
        """Find the jobs of an earlier tuner: those that were certainly launched, with their attempts.

        Any other job of this experiment is ended, as no record knows it.
        """

    @abstractmethod
    def drop_checkpoint(self, trial_id: int) -> None:
        """Delete what a trial saved. Never raises if that fails: it only costs disk space."""

    def job_end(self, job_id: JobId, seen: EngineStatus, status: JobStatus, asked: bool) -> JobEnd | Resubmit:
        """How a job that is over ended. seen: the last status from the engine."""
        if status.ended is not None:
            return JobEnd(status.ended.seconds, diagnose(status.ended, asked, status.stderr))
        outcome = self.explain(job_id, seen, status, asked)
        return outcome if isinstance(outcome, Resubmit) else JobEnd(status.ran or 0.0, outcome)

    def release(self, job_id: JobId) -> None:  # noqa: B027 - most hold nothing
        """Release what this process holds for a job that is over or wasn't launched."""

    def resize(self, workers: int) -> None:  # noqa: B027 - most start what they are told to
        """There are this many workers from now on."""

    def wait(self, seconds: float) -> bool:
        """Sleep for this long, or until a job notifies the tuner: then return True, and all records are
        read. By default nothing notifies it."""
        time.sleep(seconds)
        return False

    def changed(self, job_ids: Iterable[JobId]) -> Iterable[JobId]:
        """Those of these jobs whose records may have news; by default all."""
        return job_ids

    def maintain(self) -> Sequence[Fact]:
        """Periodic work, called once in each poll; returns facts that belong to no job. It must not raise
        BusyError: work that the engine refuses waits for a later call."""
        return ()

    def close(self, jobs_left: bool) -> Sequence[Fact]:
        """Release all resources. jobs_left: jobs still run, for another tuner to recover. Returns facts that
        closing revealed and that belong to no job."""
        return ()
