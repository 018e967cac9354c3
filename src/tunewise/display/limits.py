"""The limits of an experiment in words, and how much of each is used."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tunewise.display.formats import amount, count, duration, has_price, money, number
from tunewise.engine.budgets import BUDGETS, TARGET
from tunewise.engine.state import State
from tunewise.trial import Trials

_COUNTED = {
    "max_num_trials_started": ("started", "trials"),
    "max_num_trials_completed": ("completed", "trials"),
    "max_num_trials_finished": ("finished", "trials"),
    "max_num_evaluations": ("reports", "reports"),
}
"""The label and the unit of each limit that is a whole number."""


class Used(NamedTuple):
    """How much of a limit is used: its name in `StoppingCriterion`, a share from 0 to 1, and words. steady:
    whether it grows as the experiment goes on."""

    limit: str
    label: str
    share: float
    text: str
    steady: bool = True


def used(state: State, now: float) -> list[Used]:
    """How much is used of each limit that the experiment has."""
    if state.opened is None:
        return []
    limits, price = state.opened.limits, state.price
    uses = []
    if "max_wallclock_time" in limits:
        limit = limits["max_wallclock_time"]
        text = f"{duration(now)} of {duration(limit)}"
        uses.append(Used("max_wallclock_time", "time", _share(now, limit), text))
    if "max_cost" in limits:
        limit, cost = limits["max_cost"], state.cost(now)
        whole = amount(limit) if has_price(price) else money(limit, price)
        text = f"{money(cost, price).removesuffix(' worker-hours')} of {whole}"
        uses.append(Used("max_cost", "cost", _share(cost, limit), text))
    for name, (label, what) in _COUNTED.items():
        if name in limits:
            spent = BUDGETS[name].spent(state, now)
            text = f"{spent:,} of {int(limits[name]):,} {what}"
            uses.append(Used(name, label, _share(spent, limits[name]), text))
    return [*uses, *_progress_of_goals(state, now, limits)]


def _progress_of_goals(state: State, now: float, limits: Mapping[str, float]) -> Iterator[Used]:
    name, label = "max_num_trials_without_improvement", "no better"
    if name in limits:
        spent = BUDGETS[name].spent(state, now)
        text = f"{spent:,} of {count(int(limits[name]), 'trial')} without improvement"
        yield Used(name, label, _share(spent, limits[name]), text, steady=False)
    name = "max_time_without_improvement"
    if name in limits:
        spent = BUDGETS[name].spent(state, now)
        text = f"{duration(spent)} of {duration(limits[name])} without improvement"
        yield Used(name, label, _share(spent, limits[name]), text, steady=False)
    if TARGET in limits and state.trials.best is not None:
        target, best, first = limits[TARGET], state.trials.best.value, _first_value(state.trials)
        way = (first - target) * state.trials.problem.sign
        share = _share((first - best) * state.trials.problem.sign, way) if way > 0.0 else 1.0
        yield Used(TARGET, TARGET, share, f"{number(best)}, and {number(target)} is the target", steady=False)


def _first_value(trials: Trials) -> float:
    trial, index = trials.report(0)
    return trial.values[index]


def _share(spent: float, limit: float) -> float:
    return min(1.0, max(0.0, spent / limit))


def limits_in_words(limits: Mapping[str, float], price: float) -> str:
    """All limits in a line: `1h 00m, 100 trials started`; "none" if there are none."""
    texts = []
    for name, limit in limits.items():
        if name == "max_wallclock_time":
            texts.append(duration(limit))
        elif name == "max_cost":
            texts.append(f"a cost of {amount(limit)}" if has_price(price) else money(limit, price))
        elif name == "max_num_evaluations":
            texts.append(count(int(limit), "report"))
        elif name == "min_gain":
            texts.append(f"a promised gain of {limit:g} an hour")
        elif name == TARGET:
            texts.append(f"the value {limit:g}")
        elif name == "max_num_trials_without_improvement":
            texts.append(f"{count(int(limit), 'trial')} without improvement")
        elif name == "max_time_without_improvement":
            texts.append(f"{duration(limit)} without improvement")
        elif name == "worth":
            texts.append(f"a gain of 1 is worth {limit:g}")
        else:
            texts.append(f"{count(int(limit), 'trial')} {name.rpartition('_')[2]}")
    return ", ".join(texts) or "none"
