"""Limits of an experiment: what each counts, when one is reached, and when one has nothing left to give."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from itertools import islice, takewhile
from typing import NamedTuple

from tunewise.engine.state import State
from tunewise.events import Opened
from tunewise.models.outlook import Outlook, Outlooks, at_rest
from tunewise.problem import Problem
from tunewise.trial import COMPLETED, HALTING, PAUSED, RUNNING, SUSPENDED, TERMINAL, Status, Trial, Trials

AT_REST = frozenset({*TERMINAL, PAUSED})
"""The states of trials that don't go on by themselves."""


class Budget(NamedTuple):
    """What a limit counts: how much is used at a time, and in which unit."""

    spent: Callable[[State, float], float]
    unit: str


def _elsewhere(trials: Trials) -> Iterator[Trial]:
    """The trials that count for no limit."""
    return islice(trials, trials.num_elsewhere)


def _in_state(*statuses: Status) -> Callable[[State, float], float]:
    def spent(state: State, now: float) -> int:
        before = sum(trial.status in statuses for trial in _elsewhere(state.trials))
        return sum(len(state.trials.having(status)) for status in statuses) - before

    return spent


def num_started(trials: Trials) -> int:
    """The trials that the experiment has started itself."""
    return trials.num_trials - trials.num_elsewhere


def _evaluations(state: State, now: float) -> int:
    return state.trials.num_reports - sum(len(trial.levels) for trial in _elsewhere(state.trials))


def improved_at(trials: Trials) -> float | None:
    """When the best value was reported, on the experiment's clock; None before there is one."""
    if trials.best is None:
        return None
    trial = trials.by_id[trials.best.trial_id]
    return trial.times[bisect_left(trial.levels, trials.best.level)]


def _time_without_improvement(state: State, now: float) -> float:
    since = improved_at(state.trials)
    return 0.0 if since is None else now - since


def stale_at(trials: Trials, limit: float) -> float:
    """When the time without improvement reaches a limit; infinity before there is a value to improve."""
    since = improved_at(trials)
    if since is None:
        return math.inf
    moment = since + limit
    # a sum that was rounded down would be too early for the limit, and would be looked at for ever
    return moment if moment - since >= limit else math.nextafter(moment, math.inf)


def _trials_without_improvement(state: State, now: float) -> int:
    """Those that run may still improve, so they don't count, nor do those that go on by themselves."""
    since, best = improved_at(state.trials), state.trials.best
    if since is None or best is None:
        return 0
    own = islice(reversed(state.trials.by_id), num_started(state.trials))
    later = takewhile(lambda trial: trial.jobs[0].started >= since, own)
    return sum(trial.status in AT_REST and trial.id != best.trial_id for trial in later)


BUDGETS: Mapping[str, Budget] = {
    "max_wallclock_time": Budget(lambda state, now: now, "seconds"),
    "max_num_trials_started": Budget(lambda state, now: num_started(state.trials), "trials started"),
    "max_num_trials_completed": Budget(_in_state(COMPLETED), "trials completed"),
    "max_num_trials_finished": Budget(_in_state(*TERMINAL), "trials finished"),
    "max_cost": Budget(lambda state, now: state.cost(now), "spent"),
    "max_num_evaluations": Budget(_evaluations, "evaluations"),
    "max_num_trials_without_improvement": Budget(_trials_without_improvement, "trials without improvement"),
    "max_time_without_improvement": Budget(_time_without_improvement, "seconds without improvement"),
}
"""What each limit counts."""


ROUNDING = 1e-12  # relative: the computed time of reaching a limit may miss it by this much


HOUR = 3600.0

REFUSALS: Mapping[str, Callable[[Outlook, float, Opened], bool]] = {
    "min_gain": lambda outlook, limit, opened: outlook.expected(HOUR * opened.workers) < limit,
    # gains shrink, so that if not even the next second pays, nothing does
    "worth": lambda outlook, limit, opened: outlook.rate * HOUR * limit <= opened.price,
}
"""What each limit that isn't a budget refuses: an outlook that is too poor to go on."""


TARGET = "target"
"""The limit that is a value of the metric."""
CONDITIONS = frozenset({*REFUSALS, TARGET})
"""The limits that aren't budgets."""


def promise(gain: float, problem: Problem, time: str = "hour") -> str:
    """What more time of all workers promises: `another hour is expected to lower loss by 0.002`."""
    how = "lower" if problem.mode == "min" else "raise"
    return f"another {time} is expected to {how} {problem.metric} by {gain:.2g}"


def refused(name: str, limit: float, state: State, outlooks: Outlooks, terms: Opened | None = None) -> str:
    """Why a limit ends the experiment although its budget isn't used up; "" if it doesn't. terms: other
    workers and another price than today's."""
    if name == TARGET:
        return _reached(limit, state.trials)
    opened, refuses = terms or state.opened, REFUSALS.get(name)
    if opened is None or opened.workers == 0 or refuses is None:
        return ""
    so_far = outlooks.of(state.trials)
    if not at_rest(so_far, lambda outlook: refuses(outlook, limit, opened)):
        return ""
    outlook = so_far[-1]
    gain = outlook.expected(HOUR * opened.workers)
    text = promise(gain, state.trials.problem)
    if name == "min_gain":
        return f"{text}, less than {limit:g}"
    worth, cost = gain * limit, opened.workers * opened.price
    return f"{text}, worth {_short(worth)}, and costs {_short(cost)}"


def _reached(target: float, trials: Trials) -> str:
    """That the best value is as good as the target; "" if it isn't."""
    problem, best = trials.problem, trials.best
    if best is None or problem.sign * best.value > problem.sign * target:
        return ""
    return f"{problem.metric} has reached {best.value:.5g}, and {target:g} was the target"


def _short(amount: float) -> str:
    return f"{float(f'{amount:.3g}'):,g}"


def used_up(name: str, limit: float, state: State, terms: Opened | None = None) -> bool:
    """Whether an experiment that is resumed with this limit would end without running anything. terms: its
    workers and price from then on, if they change."""
    if name in CONDITIONS:
        return bool(refused(name, limit, state, Outlooks(state.trials.problem), terms))
    spent = BUDGETS[name].spent(state, state.now)
    if name != "max_num_trials_started":
        return spent * (1 + ROUNDING) >= limit
    # those that were started run to their end
    left = any(state.trials.having(status) for status in (RUNNING, HALTING, SUSPENDED))
    return spent > limit or (spent == limit and not left)


def why_used_up(name: str, limit: float, state: State, terms: Opened) -> str:
    """Why an experiment that goes on with this limit would run nothing, as a sentence; "" if it would.
    terms: its workers and price from then on."""
    if not used_up(name, limit, state, terms):
        return ""
    if name == TARGET:
        return f"target is {limit:g}, which is reached: give a value that is better than the best one."
    if name not in BUDGETS:
        return f"{name} is {limit:g}, at which more training doesn't pay."
    spent, unit = BUDGETS[name].spent(state, state.now), BUDGETS[name].unit
    return f"{name} is {limit:g}, which is used up: give more than {spent:g} ({unit})."
