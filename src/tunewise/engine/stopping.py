"""When an experiment ends."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Annotated, NamedTuple

import msgspec

from tunewise.options import POSITIVE, SECONDS, Option, check_fields, whole
from tunewise.signature import call
from tunewise.trial import TERMINAL, Status

if TYPE_CHECKING:
    from tunewise.engine.state import State


@dataclass(frozen=True, repr=False)
class StoppingCriterion:
    """Limits of an experiment; whichever is reached first ends it. None: no such limit.

    All count from the experiment's beginning, over all resumptions.

    max_wallclock_time: seconds on the experiment's clock.
    max_num_trials_started: that many trials are started, and then run to their end.
    max_num_trials_completed: trials whose script ended by itself.
    max_num_trials_finished: trials that completed, were stopped by the method, or failed.
    max_cost: money, by worker-time and price, running jobs included, and workers without a job if those cost,
        or instances that were kept between two jobs.
    max_num_evaluations: usable reports.
    """

    max_wallclock_time: Annotated[
        float | None, Option("Time: 90, 90s, 30m, 1h, 1h30m, 2d.", SECONDS, flag="max_wallclock")
    ] = None
    max_num_trials_started: Annotated[
        int | None, Option("Trials that are started; those run to their end.", whole(1), flag="max_trials")
    ] = None
    max_num_trials_completed: Annotated[
        int | None, Option("Trials whose script ended by itself.", whole(1), flag="max_completed")
    ] = None
    max_num_trials_finished: Annotated[
        int | None, Option("Trials that completed, were stopped, or failed.", whole(1), flag="max_finished")
    ] = None
    max_cost: Annotated[
        float | None, Option("Cost: worker-hours times --price.", POSITIVE, metavar="COST")
    ] = None
    max_num_evaluations: Annotated[
        int | None, Option("Reports over all trials.", whole(1), flag="max_evaluations")
    ] = None

    __repr__ = call

    def __post_init__(self) -> None:
        check_fields(self)

    def limits(self) -> dict[str, float]:
        """The limits that are set, by name."""
        named = {field.name: getattr(self, field.name) for field in fields(self)}
        # NumPy's floats are Python's, too, but JSON has none of them
        plain = {name: float(limit) if isinstance(limit, float) else limit for name, limit in named.items()}
        return {name: limit for name, limit in plain.items() if limit is not None}

    def changed(self, limits: Mapping[str, float]) -> StoppingCriterion:
        """The same with some limits replaced."""
        return StoppingCriterion.of({**self.limits(), **limits})

    @classmethod
    def of(cls, limits: Mapping[str, float]) -> StoppingCriterion:
        """The inverse of `limits()`."""
        unknown = set(limits) - {field.name for field in fields(cls)}
        if unknown:
            raise ValueError(f"There is no limit named {sorted(unknown)[0]!r}.")
        typed = {name: int(limit) if name.startswith("max_num") else limit for name, limit in limits.items()}
        try:
            return msgspec.convert(typed, cls)
        except msgspec.ValidationError as error:
            raise ValueError(f"The limits {dict(limits)} can't be: {error}.") from None


class Budget(NamedTuple):
    """What a limit counts: how much is spent at a time, and in which unit."""

    spent: Callable[[State, float], float]
    unit: str


def _in_state(*statuses: Status) -> Callable[[State, float], float]:
    return lambda state, now: sum(len(state.trials.having(status)) for status in statuses)


BUDGETS: Mapping[str, Budget] = {
    "max_wallclock_time": Budget(lambda state, now: now, "seconds"),
    "max_num_trials_started": Budget(lambda state, now: state.trials.num_trials, "trials started"),
    "max_num_trials_completed": Budget(_in_state(Status.COMPLETED), "trials completed"),
    "max_num_trials_finished": Budget(_in_state(*TERMINAL), "trials finished"),
    "max_cost": Budget(lambda state, now: state.cost(now), "spent"),
    "max_num_evaluations": Budget(lambda state, now: state.trials.num_reports, "evaluations"),
}
"""What each limit counts."""


ROUNDING = 1e-12  # relative: a moment computed to reach a limit may miss it by so much, for ever


def used_up(name: str, limit: float, state: State) -> bool:
    """Whether an experiment that is taken up under this limit would end without having done anything."""
    spent = BUDGETS[name].spent(state, state.now)
    if name != "max_num_trials_started":
        return spent * (1 + ROUNDING) >= limit
    # those that were started run to their end
    left = any(state.trials.having(status) for status in (Status.RUNNING, Status.HALTING, Status.SUSPENDED))
    return spent > limit or (spent == limit and not left)
