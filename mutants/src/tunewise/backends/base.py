"""What a back end does: it runs jobs, and tells what happened to them."""

import logging
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from tunewise.clock import Clock
from tunewise.events import Fact
from tunewise.space import Config
from tunewise.trial import JobId


class BackendError(RuntimeError):
    """A back end that cannot work at all; the message says what to do."""


class NoRoomError(BackendError):
    """The disk is full; the message names the folder, and says how to go on."""


class BusyError(RuntimeError):
    """What a back end asks is throttled, has an inner error, or can't be reached: the same may go well later.

    None of it leaves a live back end, which asks again. wait: seconds after which to do so, where that is
    known.
    """

    def __init__(self, message: str, wait: float | None = None) -> None:
        super().__init__(message)
        self.wait = wait


@dataclass(frozen=True)
class Job:
    """One execution of a trial's script.

    arguments: the script's arguments by name, the limit of the resource included.
    resumed: whether the trial ran before, so that its checkpoint, if there is one, is to be gone on from.
    level: the highest one that the trial had reported by then.
    """

    id: JobId
    arguments: Config
    resumed: bool
    level: int = 0


@dataclass(frozen=True)
class LiveJob:
    """A job that the journal holds for running when a tuner takes an experiment up again.

    reports_seen: how many of the job's reports the journal has; the next one to deliver has this number.
    halted: whether it had been told to end, and halt_at: when, or by when it was to be.
    begun: whether the journal knows that it runs. started: when it was started. Moments are in seconds of the
    experiment's clock.
    """

    job: Job
    reports_seen: int
    halted: bool
    begun: bool = False
    started: float = 0.0
    halt_at: float = 0.0


class Backend(ABC):
    """Runs jobs and tells what happened to them, in facts.

    For every job that was started there comes exactly one `JobEnded`, after all its `Reported` facts in
    their order (`seq` 0, 1, 2, ...), and after nothing of the job is left: no process, no instance. A
    failure of a single job is a fact, never an exception; an exception means that the back end is useless.

    Seconds for which something lasted come from clocks that nobody sets (monotonic ones), never from the
    difference of two times of day, and are no longer than what the tuner's clock saw.

    max_poll_time: seconds of its clock that one poll may take, so that a request to stop is heard.
    has_side_effects: whether what it does outlives this process. Then nothing may be done that isn't in the
        journal on the disk.
    reports_start: whether a `JobStarted` comes for each job once it runs, before its reports. Until then it
        waits in a queue: it costs nothing, and its time limit stands still. `JobQueued` may say why.
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

        Halting it again can only shorten the patience. Does nothing if the job is over.
        """

    @abstractmethod
    def drop_checkpoint(self, trial_id: int) -> None:
        """Delete what a trial saved. None of its jobs runs."""

    @abstractmethod
    def poll(self, timeout: float) -> list[Fact]:
        """What happened since the last call; waits up to `timeout` seconds for the first fact."""

    @abstractmethod
    def attach(self, jobs: Sequence[LiveJob]) -> None:
        """Take up the jobs of an earlier tuner, once, before anything else.

        Jobs that still run go on; their reports come from `reports_seen` on. Those that ended meanwhile are
        read to the end. One that was never really started is started now.
        """

    def is_submitted(self, job_id: JobId) -> bool:
        """Whether a job that was started goes on without this process. One that is yet to be submitted, as
        its engine was busy or full, doesn't."""
        return True

    @abstractmethod
    def close(self) -> Sequence[Fact]:
        """Release what the back end holds. Jobs that still run go on, for another tuner to attach to.

        Returns what became known by that, about no job any more.
        """


TRIES = 7
TELL_AFTER = 3  # tries in vain, until a person is told

Result = TypeVar("Result")

logger = logging.getLogger(__name__)


class UnreachableError(BackendError):
    """The engine was busy, or couldn't be reached, for too long."""


class Retry:
    """Calls what it is given until it doesn't raise `BusyError`.

    wait: how many seconds to wait after so many tries. whom: it asks, for messages.
    Raises UnreachableError after the last try: after about four minutes, by the default pace.
    """

    def __init__(
        self,
        wait: Callable[[int], float],
        whom: str = "The engine",
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._wait = wait
        self._whom = whom
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
                        f"{self._whom} can't be reached ({error}): try again later."
                    ) from error
                log = logger.warning if tries == TELL_AFTER else logger.info
                log("%s is busy or can't be reached, and is asked again: %s", self._whom, error)
                self._sleep(self._wait(tries) if error.wait is None else error.wait)
