"""What shall go wrong, and when: faults that a test or a script asks for."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Literal, get_args

from tunewise.rehearsal.errors import ApiError, RehearsalError

CallEffect = Literal["lost_response", "lost_request", "throttle", "server_error", "quota"]
"""lost_response: the call takes effect, its answer is lost. lost_request: neither. The rest: an error is
answered and nothing else happens."""
JobEffect = Literal["capacity_error", "internal_error", "interruption", "stolen_pool"]
"""What befalls jobs: they never get an instance, or fail by the platform's fault when they would start; they
are interrupted, as spot jobs are; the pool that they would reuse is gone."""
Effect = CallEffect | JobEffect
CALL_EFFECTS = get_args(CallEffect)
JOB_EFFECTS = get_args(JobEffect)


@dataclass(frozen=True)
class Fault:
    """It happens `times` times, to the calls or jobs that it fits, after the first `after` of them.

    operation: of calls, as a pattern such as `CreateTrainingJob` or `*`; ignored for effects on jobs.
    job: names of jobs, as a pattern.
    at: not before this moment on the emulator's clock.
    """

    effect: Effect
    operation: str = "*"
    job: str = "*"
    after: int = 0
    times: int = 1
    at: float = 0.0

    def __post_init__(self) -> None:
        if self.effect not in CALL_EFFECTS + JOB_EFFECTS:
            known = ", ".join(CALL_EFFECTS + JOB_EFFECTS)
            raise RehearsalError(f"There is no fault {self.effect!r}: there are {known}.")

    def fits(self, operation: str, job: str) -> bool:
        on_job = self.effect in JOB_EFFECTS
        return fnmatchcase(job, self.job) and (on_job or fnmatchcase(operation, self.operation))


class Faults:
    """The faults that are still to come."""

    def __init__(self, faults: Iterable[Fault] = ()) -> None:
        self._lock = threading.Lock()
        self._waiting: list[_Waiting] = [_Waiting(fault) for fault in faults]

    def add(self, fault: Fault) -> None:
        with self._lock:
            self._waiting.append(_Waiting(fault))

    def of_call(self, operation: str, job: str, now: float) -> CallEffect | None:
        """What shall happen to this call."""
        return self._take(CALL_EFFECTS, operation, job, now)  # type: ignore[return-value]

    def of_job(self, effect: JobEffect, job: str, now: float) -> bool:
        """Whether this shall befall a job now."""
        return self._take((effect,), "", job, now) is not None

    def _take(self, effects: tuple[str, ...], operation: str, job: str, now: float) -> Effect | None:
        with self._lock:
            for waiting in self._waiting:
                fault = waiting.fault
                if fault.effect in effects and now >= fault.at and fault.fits(operation, job):
                    waiting.seen += 1
                    if fault.after < waiting.seen <= fault.after + fault.times:
                        return fault.effect
        return None


class _Waiting:
    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        self.seen = 0


def error_of(effect: CallEffect) -> ApiError:
    """The answer to a call that shall fail."""
    if effect == "throttle":
        return throttled()
    if effect == "quota":
        return ApiError("ResourceLimitExceeded", "The account-level service limit was exceeded.")
    return ApiError("InternalFailure", "We encountered an internal error. Please try again.", status=500)


def throttled() -> ApiError:
    return ApiError("ThrottlingException", "Rate exceeded")
