"""The contract of a live back end: it runs jobs and reports what happens to them."""

import logging
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import msgspec

from tunewise.clock import Clock
from tunewise.events import Fact
from tunewise.space import Config
from tunewise.trial import JobId

TRIES = 7
WARN_AFTER = 3  # failed tries before a warning is logged

Result = TypeVar("Result")

logger = logging.getLogger(__name__)


class BackendError(RuntimeError):
    """The back end cannot work at all; the message says what to do."""


class NoRoomError(BackendError):
    """The disk is full; the message names the folder and says how to continue."""


class UnreachableError(BackendError):
    """The engine was busy or unreachable for too long."""


class BusyError(RuntimeError):
    """The engine is throttling, has an internal error or can't be reached; a later try may succeed.

    A live back end retries and never raises it to its caller. wait: seconds until the next try, if known.
    """

    def __init__(self, message: str, wait: float | None = None) -> None:
        super().__init__(message)
        self.wait = wait


class Retry:
    """Repeats a call until it doesn't raise `BusyError`.

    wait: seconds to wait after a number of failed tries. target: what is called, for messages.
    Raises UnreachableError after the last try: after about four minutes with the default backoff.
    """

    def __init__(
        self,
        wait: Callable[[int], float],
        target: str = "The engine",
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._wait = wait
        self._target = target
        self._sleep = sleep

    def __call__(self, action: Callable[[], Result]) -> Result:
        tries = 0
        while True:
            try:
                return action()
            except BusyError as error:
                tries += 1
                if tries == TRIES:
                    raise UnreachableError(
                        f"{self._target} can't be reached ({error}): try again later."
                    ) from error
                log = logger.warning if tries == WARN_AFTER else logger.info
                log("%s is busy or can't be reached; retrying: %s", self._target, error)
                self._sleep(self._wait(tries) if error.wait is None else error.wait)


class Job(msgspec.Struct, frozen=True):
    """One execution of a trial's script.

    arguments: the script's arguments by name, including the limit of the resource.
    resumed: whether the trial ran before, so that the script continues from its checkpoint if there is one.
    level: the highest level that the trial had reported by then.
    metric, resource: what reports have to contain, for who reads them off what a script prints.
    """

    id: JobId
    arguments: Config
    resumed: bool
    level: int = 0
    metric: str = ""
    resource: str | None = None


@dataclass(frozen=True)
class LiveJob:
    """A job that is running according to the journal when a tuner resumes an experiment.

    reports_seen: how many of the job's reports the journal has, and so the number of the next report.
    halted: whether the job had been told to end. halt_at: when it was, or is due to be, told.
    begun: whether the journal has its `JobStarted`. started: when it was started. All times are in seconds of
    the experiment's clock.
    """

    job: Job
    reports_seen: int
    halted: bool
    begun: bool = False
    started: float = 0.0
    halt_at: float = 0.0


class Backend(ABC):
    """Runs jobs and reports what happens to them as facts.

    Each job that was started gets exactly one `JobEnded`. It comes after all its `Reported` facts, which are
    in order (`seq` 0, 1, 2, ...), and after nothing of the job is left: no process, no instance. The failure
    of a single job is a fact, never an exception; an exception means that the back end is unusable.

    Durations come from monotonic clocks, never from the difference of two times of day, and are no longer
    than the time that passed on the tuner's clock.

    max_poll_time: the longest time that one poll may take, in seconds of its clock, so that a request to stop
        is noticed.
    has_side_effects: whether its actions outlive this process. If so, each action must be in the journal on
        the disk before it is taken.
    reports_start: whether each job gets a `JobStarted` once it runs, before its reports. Until then the job
        is queued: it costs nothing, and its time limit stands still. `JobQueued` may say why it waits.
    """

    clock: Clock
    max_poll_time: float = 1.0
    has_side_effects: bool = True
    reports_start: bool = True

    @abstractmethod
    def start(self, job: Job) -> None:
        """Start a job. There are never more unfinished jobs than workers.

        Raises `BackendError` if no job can be started at all.
        """

    @abstractmethod
    def halt(self, job_id: JobId, patience: float) -> None:
        """End a job that does not end by itself within `patience` seconds; a `JobEnded` follows.

        Halting a job again can only shorten the patience. Does nothing if the job is over.
        """

    def resize(self, workers: int) -> None:  # noqa: B027 - most start what they are told to
        """There are this many workers from now on. What runs isn't touched, even if that is more."""

    @abstractmethod
    def drop_checkpoint(self, trial_id: int) -> None:
        """Delete the checkpoint of a trial that has no running job."""

    @abstractmethod
    def poll(self, timeout: float) -> list[Fact]:
        """What happened since the last call; waits up to `timeout` seconds for the first fact."""

    @abstractmethod
    def attach(self, jobs: Sequence[LiveJob]) -> None:
        """Reattach to the jobs of an earlier tuner, once, before anything else.

        Jobs that still run continue, and their reports are delivered from `reports_seen` on. Jobs that ended
        in the meantime are read to the end. A job that was never really started is started now.
        """

    def is_submitted(self, job_id: JobId) -> bool:
        """Whether a started job goes on without this process. A job that hasn't been submitted yet, because
        its engine was busy or full, doesn't."""
        return True

    @abstractmethod
    def close(self) -> Sequence[Fact]:
        """Release all resources. Jobs that still run go on, for another tuner to attach to.

        Returns facts that closing revealed and that belong to no job.
        """
