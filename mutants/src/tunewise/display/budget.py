"""How much of an experiment's limits is used up, and the limits in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from tunewise.display.formats import amount, count, duration, money
from tunewise.engine.stopping import BUDGETS

if TYPE_CHECKING:
    from tunewise.engine.state import State


COUNTED = {
    "max_num_trials_started": ("started", "trials"),
    "max_num_trials_completed": ("completed", "trials"),
    "max_num_trials_finished": ("finished", "trials"),
    "max_num_evaluations": ("reports", "reports"),
}
"""The label and the unit of each limit that is a whole number."""


class Used(NamedTuple):
    """What is used of the limit of that name in `StoppingCriterion`: a share from 0 to 1, and in words."""

    limit: str
    label: str
    share: float
    text: str


def used(state: State, now: float) -> list[Used]:
    """What is used of each limit that the experiment has."""
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
        whole = money(limit, price) if price == 1.0 else amount(limit)
        text = f"{money(cost, price).removesuffix(' worker-hours')} of {whole}"
        uses.append(Used("max_cost", "cost", _share(cost, limit), text))
    for name, (label, what) in COUNTED.items():
        if name in limits:
            number = BUDGETS[name].spent(state, now)
            text = f"{number:,} of {int(limits[name]):,} {what}"
            uses.append(Used(name, label, _share(number, limits[name]), text))
    return uses


def spent(state: State, now: float) -> str:
    """The cost so far; "" where `used` tells it beside its limit."""
    limited = state.opened is None or "max_cost" in state.opened.limits
    return "" if limited else money(state.cost(now), state.price)


def limits_in_words(limits: Mapping[str, float], price: float) -> str:
    """All limits in a line: `1h 00m, 100 trials started`; "none" if there are none."""
    told = []
    for name, limit in limits.items():
        if name == "max_wallclock_time":
            told.append(duration(limit))
        elif name == "max_cost":
            told.append(money(limit, price) if price == 1.0 else f"a cost of {amount(limit)}")
        elif name == "max_num_evaluations":
            told.append(count(int(limit), "report"))
        else:
            told.append(f"{count(int(limit), 'trial')} {name.rpartition('_')[2]}")
    return ", ".join(told) or "none"


def _share(spent: float, limit: float) -> float:
    return min(1.0, max(0.0, spent / limit))
