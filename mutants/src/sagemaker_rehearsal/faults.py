"""What shall go wrong, and when: faults that a test or a script asks for."""

import threading
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Literal, cast, get_args

from sagemaker_rehearsal.messages import ApiError, RehearsalError, over_quota

CallEffect = Literal["lost_response", "torn_response", "lost_request", "throttle", "server_error", "quota"]
"""lost_response, torn_response: the call takes effect, its answer is lost, or breaks off. lost_request: no
effect and no answer. The rest: an error is answered and nothing else happens."""
JobEffect = Literal[
    "capacity_error", "internal_error", "lost_instance", "out_of_memory", "interruption", "stolen_pool"
]
"""What befalls jobs. capacity_error: a job never gets an instance. internal_error: it fails by the platform's
fault before it runs. lost_instance: its instance breaks while it runs, without a SIGTERM and with all that is
on it; the job fails by the platform's fault. Both begin again where the job has a RetryStrategy.
out_of_memory: its container is killed while it runs, and the job fails with AWS's words for that.
interruption: a spot job loses its instance. stolen_pool: the warm pool that a job would reuse is gone."""
CALL_EFFECTS: tuple[str, ...] = get_args(CallEffect)
JOB_EFFECTS: tuple[str, ...] = get_args(JobEffect)
_LATE_EFFECTS = ("interruption", "lost_instance", "out_of_memory")
"""Those that come some time after a container has started."""


@dataclass(frozen=True)
class Fault:
    """It happens `times` times, to the calls or jobs that it fits, after the first `after` of them.

    effect: one of `CALL_EFFECTS` and `JOB_EFFECTS`.
    operation: of calls, as a pattern: `CreateTrainingJob`, `*TrainingJob*`. Not for effects on jobs.
    subject: names of jobs, or paths of objects such as `/bucket/key`, as a pattern.
    after: how many calls that fit go well first. For effects on jobs: how many starts of a job (of
        a container, for those with a delay) or, for stolen_pool, how many reuses.
    at: not before this moment on the emulator's clock.
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
            known = ", ".join(CALL_EFFECTS + JOB_EFFECTS)
            raise RehearsalError(f"There is no fault {self.effect!r}: there are {known}.")
        if self.effect in JOB_EFFECTS and self.operation != "*":
            raise RehearsalError(f"The fault {self.effect} befalls jobs, not calls: leave operation out.")
        if self.delay and self.effect not in _LATE_EFFECTS:
            known = ", ".join(_LATE_EFFECTS)
            raise RehearsalError(f"Only {known} have a delay, not {self.effect}: say when with at.")


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
        """What shall happen to this call."""
        fault = self._take(CALL_EFFECTS, operation, subject, now)
        return None if fault is None else cast(CallEffect, fault.effect)

    def of_job(self, effect: JobEffect, job: str, now: float) -> Fault | None:
        """The fault that shall befall a job now, on an occasion for it."""
        return self._take((effect,), "*", job, now)

    def _take(self, effects: tuple[str, ...], operation: str, subject: str, now: float) -> Fault | None:
        """Counts this occasion for each fault that it fits; the first that is due happens."""
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
    """The answer to a call that shall fail."""
    if effect == "throttle":
        return throttled()
    if effect == "quota":
        return over_quota("Number of instances across all training jobs", "Instances", 4, 4, 1)
    return ApiError("InternalFailure", "We encountered an internal error. Please try again.", status=500)


def throttled() -> ApiError:
    return ApiError("ThrottlingException", "Rate exceeded")
