"""What becomes of a trial when its job is over."""

from typing import NamedTuple

from tunewise.engine.policy import RetryPolicy
from tunewise.events import JobEnded
from tunewise.problem import Problem
from tunewise.trial import Failure, FailureKind, Status, Trial


class Ending(NamedTuple):
    """The state after a job; for SUSPENDED, when to go on and whether that counts as a retry."""

    status: Status
    failure: Failure | None = None
    retry_at: float = 0.0
    counted: bool = False


def settle(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if there is no usable one.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # the first time at once; one that never gets anywhere would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def _halted(problem: Problem, trial: Trial) -> Ending:
    target = trial.target or Status.STOPPED
    if target in (Status.SUSPENDED, Status.PAUSED) and _fully_trained(problem, trial):
        return Ending(Status.COMPLETED)
    return Ending(target, trial.failure)


def _ended_by_itself(problem: Problem, trial: Trial, flaw: str) -> Ending:
    if trial.levels:
        # what ends at its limit, whatever it reported last, has come as far as it was let
        paused = problem.limits(trial.until) and not _fully_trained(problem, trial)
        return Ending(Status.PAUSED if paused else Status.COMPLETED)
    message = f"{_silence(problem, trial.until)}: {flaw or _how_to_report(problem, trial.until)}."
    return Ending(Status.FAILED, Failure(FailureKind.ERROR, message))


def _silence(problem: Problem, until: int | None) -> str:
    if problem.limits(until):
        return (
            f"The script was limited to --{problem.max_resource_arg} {until} and reported no "
            f"{problem.metric!r} by then"
        )
    return f"The script ended without reporting {problem.metric!r}"


def _how_to_report(problem: Problem, until: int | None) -> str:
    if problem.limits(until):
        level = problem.resource_attr or "level"
        return (
            f"let it report earlier, set the method's grace_period, where it has one, to the first {level} "
            "that it reports, or take a method that pauses no trial, such as asha with type=stopping, or bo"
        )
    return f"call Reporter()({problem.metric}=...) in it"


def _fully_trained(problem: Problem, trial: Trial) -> bool:
    return problem.max_resource is not None and trial.level >= problem.max_resource
