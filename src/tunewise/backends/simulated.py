"""Jobs that are only simulated: a recorded table or a surrogate answers in virtual time."""

from __future__ import annotations

import math
import shlex
import sys
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, ClassVar

from tunewise.backends.base import BackendError, BackendSpec
from tunewise.backends.courses import Failing
from tunewise.blackboxes.base import BlackboxError
from tunewise.blackboxes.references import absolute_reference, open_blackbox
from tunewise.signature import call
from tunewise.trial import FailureKind
from tunewise.worker.guard import to_flags

if TYPE_CHECKING:
    from tunewise.backends.paths import ExperimentPaths
    from tunewise.backends.simulated_jobs import SimulatedJobs
    from tunewise.space import Config
    from tunewise.trial import JobId

HOUR = 3600.0  # seconds


@dataclass(frozen=True, repr=False)
class SimulatedBackend(BackendSpec):
    """Replays a recorded benchmark: `SimulatedBackend("transformer_wikitext2", start_delay=3.0)`.

    blackbox: the reference of a table or surrogate, as `tunewise.blackboxes.references` reads it.
    start_delay: seconds from the start of a job to the beginning of its training.
    restore_delay: seconds more for a job that goes on from a checkpoint.
    stop_delay: seconds from a script's last report, or from when it is told to end, until its worker is free.
    failure_rate: failures of the infrastructure per hour of a job.
    preemption_rate: how often a job loses its worker, per hour.
    checkpoint_every: a job goes on from the last level that is a multiple of it. 0: from the beginning.
    seed: of failures and preemptions, and of the recorded repetition, where there are several.

    Any number of workers can run. Two experiments of equal seeds are equal byte for byte.
    """

    __repr__ = call

    kind: ClassVar[str] = "simulated"

    blackbox: str
    start_delay: float = 0.0
    restore_delay: float = 0.0
    stop_delay: float = 0.0
    failure_rate: float = 0.0
    preemption_rate: float = 0.0
    checkpoint_every: int = 1
    seed: int = 0

    def __post_init__(self) -> None:
        object.__setattr__(self, "blackbox", absolute_reference(self.blackbox))
        for name in ("start_delay", "restore_delay", "stop_delay", "failure_rate", "preemption_rate"):
            value = getattr(self, name)
            if not 0.0 <= value < math.inf:
                raise ValueError(f"{name} is {value!r}: give a number of at least 0.")
        if self.checkpoint_every < 0:
            raise ValueError(f"checkpoint_every is {self.checkpoint_every}: give levels, or 0 for none.")

    @property
    def script(self) -> tuple[str, ...]:
        return (self.blackbox,)

    def command(self, arguments: Config) -> str:
        return shlex.join([sys.executable, "-m", "tunewise.blackboxes", self.blackbox, *to_flags(arguments)])

    def check(self, workers: int) -> None:
        try:
            open_blackbox(self.blackbox)
        except BlackboxError as error:
            raise BackendError(str(error)) from error

    def open(self, paths: ExperimentPaths, workers: int, elapsed: float) -> SimulatedJobs:
        from tunewise.backends.simulated_jobs import SimulatedJobs

        try:
            return SimulatedJobs(self, open_blackbox(self.blackbox), elapsed)
        except BlackboxError as error:
            raise BackendError(str(error)) from error

    def saved_level(self, level: int) -> int:
        """The level of the latest checkpoint of a trial that has reported `level`."""
        return level - level % self.checkpoint_every if self.checkpoint_every else 0

    def failure_of(self, job: JobId, begins: float) -> Failing | None:
        """When and how a job fails whose training begins then, if it lasts for so long."""
        if not self.failure_rate and not self.preemption_rate:
            return None
        draws = Random(f"{self.seed} {job.trial_id} {job.run}")
        kinds = (
            (self.failure_rate, FailureKind.INFRASTRUCTURE, "the simulated machine failed"),
            (self.preemption_rate, FailureKind.PREEMPTED, "the simulated worker was taken away"),
        )
        fails = [
            Failing(begins + draws.expovariate(rate / HOUR), kind, text) for rate, kind, text in kinds if rate
        ]
        return min(fails)
