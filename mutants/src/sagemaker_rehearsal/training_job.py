"""A training job as the account knows it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

TERMINAL = frozenset({"Completed", "Failed", "Stopped"})
MESSAGES = {
    "Starting": "Preparing the instances for training",
    "Pending": "Training job waiting for capacity",
    "Downloading": "Downloading input data",
    "Training": "Training image download completed. Training in progress.",
    "Restarting": "Internal error; the training job starts again on another instance",
    "Interrupted": "Managed Spot Training was interrupted; waiting for capacity",
    "Uploading": "Uploading generated training model",
    "Stopping": "Stopping the training job",
    "Stopped": "Training job stopped",
    "MaxRuntimeExceeded": "Training job runtime exceeded MaxRuntimeInSeconds provided",
    "MaxWaitTimeExceeded": "Training job wait time exceeded MaxWaitTimeInSeconds provided",
    "MaxPendingTimeExceeded": "Training job pending time exceeded MaxPendingTimeInSeconds provided",
    "Completed": "Training job completed",
    "Failed": "Training job failed",
}
_ACCELERATED = re.compile(r"ml\.(p|g|trn)\d")


@dataclass
class Transition:
    """A secondary status and when it held, on the emulator's clock."""

    status: str
    start: float
    message: str
    end: float | None = None


@dataclass
class Retention:
    """What became of a job's instance after it, on the emulator's clock.

    status: InUse, Available, Reused or Terminated. launched: when the instance was had for the first of all
    jobs that it was kept for. since: when it was kept. until: when it was reused or terminated; None while it
    is kept.
    """

    status: str
    keep_alive: float
    launched: float
    since: float | None = None
    until: float | None = None
    reused_by: str | None = None

    def seconds(self, now: float) -> float:
        """For how long it was kept idle, which is billed."""
        if self.since is None:
            return 0.0
        return max(0.0, (now if self.until is None else self.until) - self.since)


@dataclass
class TrainingJob:
    """One training job: what was asked for, and what became of it. Guarded by its owner's lock.

    Moments are on the emulator's clock. run_start: when it came to the instance that it is on; None while on
    none. trained: seconds on instances that it has left. warm: whether it began on a kept instance.
    """

    name: str
    arn: str
    request: dict[str, Any]
    created: float
    tags: dict[str, str]
    status: str = "InProgress"
    transitions: list[Transition] = field(default_factory=list)
    failure_reason: str | None = None
    modified: float = 0.0
    training_start: float | None = None
    training_end: float | None = None
    run_start: float | None = None
    trained: float = 0.0
    retention: Retention | None = None
    warm: bool = False
    model: str | None = None
    stop_requested: bool = False
    interruption: bool = False
    loss: bool = False

    @property
    def secondary(self) -> str:
        return self.transitions[-1].status

    @property
    def ended(self) -> bool:
        return self.status in TERMINAL

    @property
    def instance_type(self) -> str:
        return str(self.request["ResourceConfig"]["InstanceType"])

    @property
    def accelerated(self) -> bool:
        """Whether its instances have GPUs or the like, for which jobs are queued while there are none."""
        return _ACCELERATED.match(self.instance_type) is not None

    @property
    def keep_alive(self) -> int:
        return int(self.request["ResourceConfig"].get("KeepAlivePeriodInSeconds", 0))

    @property
    def spot(self) -> bool:
        return bool(self.request.get("EnableManagedSpotTraining"))

    @property
    def retries(self) -> int:
        """How often the platform starts it again after an internal error."""
        return int(self.request.get("RetryStrategy", {}).get("MaximumRetryAttempts", 0))

    @property
    def max_runtime(self) -> float:
        return float(self.request.get("StoppingCondition", {}).get("MaxRuntimeInSeconds", 86400))

    @property
    def max_wait(self) -> float | None:
        wait = self.request.get("StoppingCondition", {}).get("MaxWaitTimeInSeconds")
        return None if wait is None else float(wait)

    def runs_until(self) -> float:
        """The moment of MaxRuntimeInSeconds, which all attempts share, if it goes on as now."""
        return float("inf") if self.run_start is None else self.run_start + self.max_runtime - self.trained

    def waits_until(self) -> float:
        """The moment of MaxWaitTimeInSeconds."""
        return float("inf") if self.max_wait is None else self.created + self.max_wait

    def pends_until(self) -> float:
        """The moment of MaxPendingTimeInSeconds, which says nothing of instances without accelerators."""
        longest = self.request.get("StoppingCondition", {}).get("MaxPendingTimeInSeconds")
        if longest is None or self.secondary != "Pending" or not self.accelerated:
            return float("inf")
        return self.transitions[-1].start + float(longest)

    def leave_instance(self, now: float) -> None:
        """Counts the time on the instance that it is on, if any."""
        if self.run_start is not None:
            self.trained += now - self.run_start
        self.run_start = None

    def enter(self, secondary: str, now: float, status: str | None = None) -> None:
        """Takes on a secondary status, and with it maybe another status."""
        if self.transitions:
            self.transitions[-1].end = now
        end = now if status in TERMINAL else None
        self.transitions.append(Transition(secondary, now, MESSAGES[secondary], end))
        self.status = status or self.status
        self.modified = now

    def copy(self) -> TrainingJob:
        """As it is at this moment, for those who shall see it later. The request never changes."""
        return replace(
            self,
            tags=dict(self.tags),
            transitions=[replace(transition) for transition in self.transitions],
            retention=None if self.retention is None else replace(self.retention),
        )
