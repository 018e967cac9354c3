"""Decisions, states and endings in words."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from tunewise.display.formats import clock, configuration, count, duration, gist, number
from tunewise.display.reasons import Names, reason
from tunewise.events import Action, Finish, FinishReason, HaltJob, ResumeJob, StartJob, Why
from tunewise.problem import Problem
from tunewise.trial import Best, JobSpan, Status, Trials

if TYPE_CHECKING:
    from tunewise.engine.state import State

LAUNCH = 5.0  # seconds that a job may take to begin, without a queue

_HALTS = {
    Status.PAUSED: "pauses",
    Status.STOPPED: "stops",
    Status.COMPLETED: "ends",
    Status.SUSPENDED: "suspends",
    Status.FAILED: "gives up",
}


class Standing(str, Enum):
    """Where an experiment stands."""

    RUNNING = "running"  # a tuner is at work on it
    SUSPENDED = "suspended"  # a person stopped it
    FINISHED = "finished"  # a limit was reached, or nothing was left to try
    FAILED = "failed"  # its script fails whatever the configuration
    ABANDONED = "abandoned"  # its tuner died; its jobs may still run


STANDINGS = {reason: Standing(reason.how) for reason in FinishReason}


def span(problem: Problem, level: int, until: int | None) -> str:
    """Where a job stands on its way: `4 of 9`."""
    last = until if until is not None else problem.max_resource
    return f"{level} of {last}" if last is not None else str(level)


def decision(action: Action, problem: Problem) -> str | None:
    """What a decision was and why, in a line; None for housekeeping. A configuration, which may be long, is
    its end, so that where it is cut off nothing is lost of the reason."""
    if isinstance(action, StartJob):
        what = f"starts trial {action.trial_id}{_towards(problem, action.until)}"
        told = _because(what, action.why, problem)
        return f"{told}{'' if told == what else ','} with {configuration(action.config)}"
    if isinstance(action, ResumeJob):
        towards = _towards(problem, action.until)
        return _because(f"resumes trial {action.job.trial_id}{towards}", action.why, problem)
    if isinstance(action, HaltJob):
        what = f"{_HALTS[action.target]} trial {action.job.trial_id}"
        return f"{what}: {gist(action.message)}" if action.message else _because(what, action.why, problem)
    if isinstance(action, Finish):
        return ending(action)
    return None


def ending(finish: Finish) -> str:
    """How an experiment ended: `Finished: the limit of 3600 seconds is reached`."""
    standing = STANDINGS[finish.reason].value.capitalize()
    return f"{standing}: {finish.detail}" if finish.detail else standing


def best_found(trials: Trials) -> str:
    """The best metric and where it was reported, and what became of that trial after it, as in
    `val_loss 4: trial 1 at epoch 9, which last had 5 at epoch 27 and failed`."""
    problem, best = trials.problem, trials.best
    assert best is not None
    name, trial = problem.level_name, trials[best.trial_id]
    since = []
    if trial.level > best.level:
        last = number(trial.values[-1])
        had = "about the same" if last == number(best.value) else last
        since.append(f"last had {had} at {name} {trial.level}")
    if trial.status is Status.FAILED:
        since.append("failed")
    later = f", which {' and '.join(since)}" if since else ""
    return f"{problem.metric} {number(best.value)}: trial {best.trial_id} at {name} {best.level}{later}"


def best_in_short(metric: str, best: Best | None, failed: bool) -> str:
    """The best metric for a cell of a table: `val_loss 4`, with a mark if its trial failed; `-` for none."""
    if best is None:
        return "-"
    return f"{metric} {number(best.value)}{' (failed)' if failed else ''}"


def job(problem: Problem, span: JobSpan, now: float) -> str:
    """How long a job ran and when, and how long it waited for a place: `12m 04s from 3:10 on`."""
    end = now if span.ended is None else span.ended
    began = end if span.began is None else span.began
    until = "" if span.until is None else f" up to {problem.level_name} {span.until}"
    ran = f"{duration(end - began)} from {clock(began)} on{until}"
    waited = f"queued for {duration(began - span.started)}"
    if span.ended is None and span.began is None:
        why = f": {gist(span.queued_for)}" if span.queued_for else ""
        return f"{waited} so far, to run{until}{why}"
    if span.ended is None:
        return f"{ran}, still runs"
    return ran if began - span.started < LAUNCH else f"{ran}, {waited} before"


def queued(state: State, now: float) -> str:
    """For how long jobs have waited in queues; "" where that was no longer than launches take."""
    seconds = state.queued_time(now)
    return f"{duration(seconds)} in queues" if seconds > LAUNCH * max(1, state.launches) else ""


def why_queued(trials: Trials) -> str:
    """Why jobs wait in queues: what is known of the one that has waited longest; "" for nothing."""
    waiting = [trial.jobs[-1] for trial in trials.having(Status.RUNNING).values() if trial.queued]
    told = [job for job in waiting if job.queued_for]
    return gist(min(told, key=lambda job: job.started).queued_for) if told else ""


def at_work(state: State) -> str:
    """`on 3 workers, 2 jobs queued: Training job waiting for capacity`."""
    waiting = state.busy - state.running
    told = [f"on {count(state.running, 'worker')}"] if state.running or not waiting else []
    if waiting:
        told.append(f"{count(waiting, 'job')} queued")
    why = why_queued(state.trials)
    return ", ".join(told) + (f": {why}" if why else "")


def count_of_each(trials: Trials) -> dict[str, str]:
    """How many trials are in which state, of the states that some are in: `21 paused`."""
    numbers = {status.value: len(trials.having(status)) for status in Status}
    waiting = sum(trial.queued for trial in trials.having(Status.RUNNING).values())
    numbers[Status.RUNNING.value] -= waiting
    numbers = {"queued": waiting, **numbers}
    return {name: f"{amount:,} {name}" for name, amount in numbers.items() if amount}


def counts(trials: Trials) -> str:
    """How many trials are in which state: `4 running, 21 paused, 1 failed`."""
    return ", ".join(count_of_each(trials).values())


def _towards(problem: Problem, until: int | None) -> str:
    return "" if until is None else f" up to {problem.level_name} {until}"


def _because(what: str, why: Why, problem: Problem) -> str:
    text = reason(why, Names(problem.metric, problem.level_name))
    return f"{what}: {text}" if text else what
