"""Decisions and their reasons, states, budgets and endings in words."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import NamedTuple

from tunewise import events
from tunewise.display.formats import (
    amount,
    clock,
    configuration,
    count,
    duration,
    gist,
    has_price,
    in_one_line,
    money,
    number,
    ordinal,
    value,
)
from tunewise.engine.budgets import HOUR, promise
from tunewise.engine.state import State
from tunewise.models.outlook import latest
from tunewise.problem import Problem
from tunewise.space import Value
from tunewise.trial import ELSEWHERE, Best, JobSpan, Status, Trials

LAUNCH = 5.0  # seconds that a job may take to start, without a queue


# ---- decisions ------------------------------------------------------------------------------------------

_HALTS = {
    Status.PAUSED: "pauses",
    Status.STOPPED: "stops",
    Status.COMPLETED: "ends",
    Status.SUSPENDED: "suspends",
    Status.FAILED: "gives up",
}


BY_A_PERSON = "a person asked"

_BY_REQUEST = {events.Hold: "holds", events.Release: "lets go of", events.StopTrial: "stops"}


def decision(action: events.Action, problem: Problem) -> str | None:
    """A decision and its reason in a line; None for housekeeping. A configuration, which may be long, comes
    last, so that a line that is cut off keeps the reason."""
    if isinstance(action, events.StartJob):
        what = f"starts trial {action.trial_id}{up_to(problem, action.until)}"
        text = _with_reason(what, action.why, problem)
        return f"{text}{'' if text == what else ','} with {configuration(action.config)}"
    if isinstance(action, events.ResumeJob):
        what = f"resumes trial {action.job.trial_id}{up_to(problem, action.until)}"
        return _with_reason(what, action.why, problem)
    if isinstance(action, events.HaltJob):
        what = f"{_HALTS[action.target]} trial {action.job.trial_id}"
        return (
            f"{what}: {gist(action.message)}" if action.message else _with_reason(what, action.why, problem)
        )
    if isinstance(action, events.Finish):
        return ending(action)
    if isinstance(action, (events.Hold, events.Release, events.StopTrial)):
        return f"{_BY_REQUEST[type(action)]} trial {action.trial_id}: {BY_A_PERSON}"
    return None


def subject(action: events.Action) -> int | None:
    """The trial that an action is about."""
    job = getattr(action, "job", None)
    trial: int | None = getattr(action, "trial_id", None) if job is None else job.trial_id
    return trial


def up_to(problem: Problem, until: int | None) -> str:
    """` up to epoch 9`; "" for no limit."""
    return "" if until is None else f" up to {problem.level_name} {until}"


def _with_reason(what: str, why: events.Why, problem: Problem) -> str:
    text = reason(why, Names(problem.metric, problem.level_name))
    return f"{what}: {text}" if text else what


class Names(NamedTuple):
    """The name of the metric, and of what levels count, such as `epoch`."""

    metric: str
    level: str


class Phrase(NamedTuple):
    """The text for a kind of reason.

    text: makes it of a reason that has all of `needs`, and pops from the reason whatever it mentions.
    """

    text: Callable[[events.Why, Names], str]
    needs: tuple[str, ...] = ()


def reason(why: events.Why, names: Names) -> str:
    """A reason in words; empty for none. What the phrase doesn't mention follows in brackets, so that nothing
    is lost of reasons that this module doesn't know."""
    rest = dict(why)
    kind, chosen = str(rest.pop("kind", "")), method_in_charge(rest)
    for name in ("by", "chosen") if chosen else ():
        del rest[name]
    phrase = PHRASES.get(kind)
    if phrase is None or not all(name in rest for name in phrase.needs):
        phrase = _fixed(kind)
    text = phrase.text(rest, names)
    details = ", ".join(
        f"{_DETAILS.get(name, name.replace('_', ' '))} {value(item)}" for name, item in rest.items()
    )
    told = f"{text} ({details})" if text and details else text or details
    return f"{told}; from here on {chosen}" if chosen and told else told or chosen


def method_in_charge(why: Mapping[str, Value]) -> str:
    """The method that was put in charge with a trial that was started for this reason, and why: `bo, as a
    trial reports only once`. Empty if none was."""
    return f"{why['by']}, as {why['chosen']}" if "by" in why and "chosen" in why else ""


def _at_level(why: events.Why, names: Names, key: str = "level") -> str:
    return f" at {names.level} {why.pop(key)}" if key in why else ""


def _place(why: events.Why, names: Names, key: str = "level") -> str:
    return f"{ordinal(why.pop('rank'))} of {why.pop('of')}{_at_level(why, names, key)}"


def _rung(why: events.Why, names: Names) -> str:
    is_full = why.get("slots") == why["of"]
    place = _place(why, names)
    if "keep" in why:
        return f"{place}, where the best {why.pop('keep')} go on"
    slots = why.pop("slots", None)
    return place if slots is None or is_full else f"{place}, where {slots} are to be compared"


def _median(why: events.Why, names: Names) -> str:
    own = "best" if "best" in why else "value"  # what earlier versions compared
    words = f"its {own} {value(why.pop(own))} is worse than the median {value(why.pop('median'))}"
    return f"{words} of {why.pop('of')} others{_at_level(why, names)}"


def _asked(why: events.Why, names: Names) -> str:
    why.pop("request", None)  # its id means nothing to people
    return BY_A_PERSON


def _elsewhere(why: events.Why, names: Names) -> str:
    why.pop("unseen", None)
    return f"trained elsewhere{', says ' + str(why.pop('study')) if 'study' in why else ''}"


def _fixed(text: str) -> Phrase:
    return Phrase(lambda why, names: text)


def _with_prediction(text: str, introduction: str, needs: tuple[str, ...] = ()) -> Phrase:
    """A text and, if the reason has one, a prediction of the metric after an introduction."""

    def phrase(why: events.Why, names: Names) -> str:
        if "predicted" not in why:
            return text
        predicted = value(why.pop("predicted"))
        spread = f" ± {value(why.pop('predicted_std'))}" if "predicted_std" in why else ""
        return f"{text}{introduction}{names.metric} {predicted}{spread}{_at_level(why, names)}"

    return Phrase(phrase, needs)


PHRASES = {
    "random": Phrase(
        lambda why, names: f"drawn at random{', as ' + str(why.pop('because')) if 'because' in why else ''}"
    ),
    "random safeguard": _fixed("drawn at random, in case the model is wrong"),
    "initial design": _fixed("one of the first, before there is a model"),
    "middle": _fixed("the middle of the space"),
    "acquisition": _with_prediction("the model's choice", ", which predicts "),
    "density ratio": Phrase(
        lambda why, names: f"more likely among the good trials than among the others{_at_level(why, names)}"
    ),
    "quantile sample": _with_prediction("the best of the values drawn for all candidates", ": "),
    "evolution": Phrase(
        lambda why, names: f"trial {why.pop('parent')} with another {why.pop('changed')}",
        needs=("parent", "changed"),
    ),
    "forecast": _with_prediction("", "predicted to reach ", needs=("predicted",)),
    "full training": _with_prediction("one of those that run to their end", ", by a model that predicts "),
    "outpaced": _with_prediction("others promise more a second", "; it is predicted to reach "),
    "rung": Phrase(_rung, needs=("level", "rank", "of")),
    "promotion": Phrase(
        lambda why, names: _place(why, names, "from_level"), needs=("from_level", "rank", "of")
    ),
    "below its rung": Phrase(
        lambda why, names: f"its first rung is{_at_level(why, names)}", needs=("level",)
    ),
    "median": Phrase(_median, needs=("median", "of", "level")),
    "asked": Phrase(_asked),
    ELSEWHERE: Phrase(_elsewhere),
    "begun": _fixed("one of the first, which run to their end after all"),
    "goes on": _fixed("it had been interrupted"),
    "experiment ends": _fixed("the experiment ends for now"),
    "past its limit": _fixed("it goes on beyond the limit that it was started with"),
    "past max_resource": _fixed("it has gone past the largest resource"),
}
"""The phrases for the kinds of reasons of searchers and schedulers. Other kinds appear by their name."""

_DETAILS = {"log_ei": "log EI"}
"""Details with another name than their key with spaces."""


# ---- states ---------------------------------------------------------------------------------------------


class Standing(StrEnum):
    """Where an experiment stands."""

    RUNNING = "running"  # it has a tuner
    SUSPENDED = "suspended"  # a person stopped it
    FINISHED = "finished"  # a limit was reached, or nothing was left to try
    FAILED = "failed"  # its script fails for every configuration
    ABANDONED = "abandoned"  # its tuner died; its jobs may still run


STANDINGS = {reason: Standing(reason.how) for reason in events.FinishReason}


def standing(has_tuner: bool, finished: events.FinishReason | None) -> Standing:
    """Where an experiment stands that has a tuner or not. finished: None if it isn't over."""
    if has_tuner:
        return Standing.RUNNING
    return Standing.ABANDONED if finished is None else STANDINGS[finished]


def ending(finish: events.Finish) -> str:
    """How an experiment ended: `Finished: the limit of 3600 seconds is reached`."""
    standing = STANDINGS[finish.reason].value.capitalize()
    return f"{standing}: {in_one_line(finish.detail)}" if finish.detail else standing


def best_found(trials: Trials) -> str:
    """The best metric, where it was reported, and what became of that trial afterwards:
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


def span(problem: Problem, level: int, until: int | None) -> str:
    """How far a job is: `4 of 9`."""
    last = until if until is not None else problem.max_resource
    return f"{level} of {last}" if last is not None else str(level)


def job(problem: Problem, span: JobSpan, now: float) -> str:
    """How long a job ran and when, and how long it was queued: `12m 04s from 3:10 on`."""
    end = now if span.ended is None else span.ended
    began = end if span.began is None else span.began
    until = up_to(problem, span.until)
    ran = f"{duration(end - began)} from {clock(began)} on{until}"
    waited = f"queued for {duration(began - span.started)}"
    if span.ended is None and span.began is None:
        why = f": {gist(span.queued_for)}" if span.queued_for else ""
        return f"{waited} so far, to run{until}{why}"
    if span.ended is None:
        return f"{ran}, still runs"
    return ran if began - span.started < LAUNCH else f"{ran}, {waited} before"


def queued(state: State, now: float) -> str:
    """How long jobs have waited in queues; "" if that was no longer than launches take."""
    seconds = state.queued_time(now)
    return f"{duration(seconds)} in queues" if seconds > LAUNCH * max(1, state.launches) else ""


def why_queued(trials: Trials) -> str:
    """Why jobs wait in queues: the known reason of the one that has waited longest; "" for none."""
    waiting = [trial.jobs[-1] for trial in trials.having(Status.RUNNING).values() if trial.queued]
    explained = [job for job in waiting if job.queued_for]
    return gist(min(explained, key=lambda job: job.started).queued_for) if explained else ""


def waits_for_a_person(state: State) -> str:
    """That there is nothing to do until a person lets go of a trial; "" if there is, or it is over."""
    if not state.on_hold:
        return ""
    held = len(state.trials.having(Status.SUSPENDED))
    return f"waits for a person: the {count(held, 'trial')} left to train {'is' if held == 1 else 'are'} held"


def at_work(state: State) -> str:
    """`on 3 workers, 2 jobs queued: Training job waiting for capacity`."""
    if waiting_for := waits_for_a_person(state):
        return waiting_for
    waiting = state.busy - state.running
    parts = [f"on {count(state.running, 'worker')}"] if state.running or not waiting else []
    if waiting:
        parts.append(f"{count(waiting, 'job')} queued")
    why = why_queued(state.trials)
    return ", ".join(parts) + (f": {why}" if why else "")


def count_of_each(trials: Trials) -> dict[str, str]:
    """The number of trials in each state that some are in: `21 paused`."""
    return {name: f"{many:,} {name}" for name, many in number_of_each(trials).items()}


def number_of_each(trials: Trials) -> dict[str, int]:
    """The same as numbers."""
    numbers = {status.value: len(trials.having(status)) for status in Status}
    waiting = sum(trial.queued for trial in trials.having(Status.RUNNING).values())
    held = sum(trial.held for trial in trials.having(Status.SUSPENDED).values())
    numbers[Status.RUNNING.value] -= waiting
    numbers[Status.SUSPENDED.value] -= held
    each = {"queued": waiting, **numbers, "held": held}
    return {name: many for name, many in each.items() if many}


def counts(trials: Trials) -> str:
    """The number of trials in each state: `4 running, 21 paused, 1 failed`."""
    return ", ".join(count_of_each(trials).values())


# ---- outlook --------------------------------------------------------------------------------------------


def outlook(state: State) -> str:
    """What another hour promises, or as much effort again if that is less, with an interval, its cost and its
    worth as far as they are known: `another hour is expected to lower loss by 0.002 (80 %: 0 to 0.006), at a
    cost of 2.94`. "" while too little is known."""
    opened, found = state.last_run, latest(state.trials)
    if opened is None or found is None:
        return ""
    hour = HOUR * opened.workers
    effort = min(hour, found.effort)
    gain, (low, high) = found.expected(effort), found.interval(effort)
    time = "hour" if effort == hour else duration(effort / opened.workers)
    text = promise(gain, state.trials.problem, time)
    cost = effort / HOUR * opened.price
    price = f"at a cost of {amount(cost)}" if has_price(opened.price) else f"for {money(cost, 1.0)}"
    text += f" (80 %: {low:.2g} to {high:.2g}), {price}"
    worth = opened.limits.get("worth")
    return f"{text}, and is worth {amount(worth * gain)}" if worth else text


def cost_so_far(state: State, now: float) -> str:
    """The cost so far; "" if there is a limit of the cost, as `used` then has it."""
    limited = state.opened is None or "max_cost" in state.opened.limits
    return "" if limited else money(state.cost(now), state.price)
