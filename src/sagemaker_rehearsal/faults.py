"""Faults that a test or a script asks for: what goes wrong, and when."""

import threading
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Literal, cast, get_args

from sagemaker_rehearsal.messages import ApiError, RehearsalError, over_quota

CallEffect = Literal["lost_response", "torn_response", "lost_request", "throttle", "server_error", "quota"]
"""lost_response, torn_response: the call takes effect, but its answer is lost or breaks off. lost_request: no
effect and no answer. The others: the answer is an error and nothing else happens."""
JobEffect = Literal[
    "capacity_error", "internal_error", "lost_instance", "out_of_memory", "interruption", "stolen_pool"
]
"""What happens to jobs. capacity_error: a job never gets an instance. internal_error: the platform makes it
fail before it runs. lost_instance: its instance breaks while it runs, with everything on it and without a
SIGTERM, and the platform makes it fail. After these two a job with a RetryStrategy starts again.
out_of_memory: its container is killed while it runs, and it fails with AWS's message for that. interruption:
a spot job loses its instance. stolen_pool: the warm pool that a job would reuse is gone."""
CALL_EFFECTS: tuple[str, ...] = get_args(CallEffect)
JOB_EFFECTS: tuple[str, ...] = get_args(JobEffect)
_LATE_EFFECTS = ("interruption", "lost_instance", "out_of_memory")
"""Those that happen some time after a container has started."""


@dataclass(frozen=True)
class Fault:
    """It happens `times` times to matching calls or jobs, after the first `after` of them.

    effect: one of `CALL_EFFECTS` and `JOB_EFFECTS`.
    operation: a pattern for calls, such as `CreateTrainingJob` or `*TrainingJob*`. Not for effects on jobs.
    subject: a pattern for names of jobs, or for paths of objects such as `/bucket/key`.
    after: how many matching calls succeed first. For effects on jobs: how many starts of a job (of
        a container, for those with a delay) or, for stolen_pool, how many reuses.
    at: the earliest moment on the emulator's clock.
    delay: emulated seconds from the start of a container to its interruption, its kill or the loss of its
        instance.
    """

    effect: str
    operation: str = "*"
    subject: str = "*"
    after: int = 0
    times: int = 1
    at: float = 0.0
    delay: float = 0.0

    def __post_init__(self) -> None:
        if self.effect not in CALL_EFFECTS + JOB_EFFECTS:
            effects = ", ".join(CALL_EFFECTS + JOB_EFFECTS)
            raise RehearsalError(f"There is no fault {self.effect!r}: choose one of {effects}.")
        if self.effect in JOB_EFFECTS and self.operation != "*":
            raise RehearsalError(
                f"The fault {self.effect} happens to jobs, not to calls: leave operation out."
            )
        if self.delay and self.effect not in _LATE_EFFECTS:
            late = ", ".join(_LATE_EFFECTS)
            raise RehearsalError(f"Only {late} have a delay, not {self.effect}: set at instead.")


class Faults:
    """The faults that are still to come."""

    def __init__(self, faults: Iterable[Fault] = ()) -> None:
        self._lock = threading.Lock()
        self._waiting = [_Waiting(fault) for fault in faults]

    def add(self, fault: Fault) -> None:
        with self._lock:
            self._waiting.append(_Waiting(fault))

    def remove(self, fault: Fault) -> None:
        with self._lock:
            self._waiting = [waiting for waiting in self._waiting if waiting.fault is not fault]

    def of_call(self, operation: str, subject: str, now: float) -> CallEffect | None:
        """What happens to this call; None: nothing unusual."""
        fault = self._take(CALL_EFFECTS, operation, subject, now)
        return None if fault is None else cast(CallEffect, fault.effect)

    def of_job(self, effect: JobEffect, job: str, now: float) -> Fault | None:
        """The fault of this effect that happens to a job now, if any. Each question counts as an occasion."""
        return self._take((effect,), "*", job, now)

    def _take(self, effects: tuple[str, ...], operation: str, subject: str, now: float) -> Fault | None:
        """Counts this occasion for each matching fault; the first that is due happens."""
        due: Fault | None = None
        with self._lock:
            for waiting in self._waiting:
                fault = waiting.fault
                if due is None and fault.effect in effects and now >= fault.at:
                    fits = fnmatchcase(subject, fault.subject) and fnmatchcase(operation, fault.operation)
                    waiting.seen += fits
                    if fits and fault.after < waiting.seen <= fault.after + fault.times:
                        due = fault
        return due


class _Waiting:
    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        self.seen = 0


def error_of(effect: CallEffect) -> ApiError:
    """The answer to a call that fails."""
    if effect == "throttle":
        return throttled()
    if effect == "quota":
        return over_quota("Number of instances across all training jobs", "Instances", 4, 4, 1)
    return ApiError("InternalFailure", "We encountered an internal error. Please try again.", status=500)


def throttled() -> ApiError:
    return ApiError("ThrottlingException", "Rate exceeded")
