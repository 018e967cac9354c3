"""When an experiment ends."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class StoppingCriterion:
    """Limits of an experiment; whichever is reached first ends it. None: no such limit.

    All count from the experiment's beginning, over all resumptions.

    max_wallclock_time: seconds on the experiment's clock.
    max_num_trials_started: that many trials are started, and then run to their end.
    max_num_trials_completed: trials whose script ended by itself.
    max_num_trials_finished: trials that completed, were stopped by the method, or failed.
    max_cost: money, by worker-time and price, running jobs included.
    max_num_evaluations: usable reports.
    """

    max_wallclock_time: float | None = None
    max_num_trials_started: int | None = None
    max_num_trials_completed: int | None = None
    max_num_trials_finished: int | None = None
    max_cost: float | None = None
    max_num_evaluations: int | None = None

    def __post_init__(self) -> None:
        for name, limit in self.limits().items():
            if isinstance(limit, bool) or not isinstance(limit, (int, float)) or not limit > 0:
                raise ValueError(f"{name} is {limit!r}: give a number above 0, or leave it out.")

    def limits(self) -> dict[str, float]:
        """The limits that are set, by name."""
        named = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: limit for name, limit in named.items() if limit is not None}

    def changed(self, limits: Mapping[str, float]) -> StoppingCriterion:
        """The same with some limits replaced."""
        return StoppingCriterion.of({**self.limits(), **limits})

    @classmethod
    def of(cls, limits: Mapping[str, float]) -> StoppingCriterion:
        """The inverse of `limits()`."""
        unknown = set(limits) - {field.name for field in fields(cls)}
        if unknown:
            raise ValueError(f"There is no limit named {sorted(unknown)[0]!r}.")
        counts = {name: int(limit) for name, limit in limits.items() if name.startswith("max_num")}
        return cls(
            max_wallclock_time=limits.get("max_wallclock_time"),
            max_num_trials_started=counts.get("max_num_trials_started"),
            max_num_trials_completed=counts.get("max_num_trials_completed"),
            max_num_trials_finished=counts.get("max_num_trials_finished"),
            max_cost=limits.get("max_cost"),
            max_num_evaluations=counts.get("max_num_evaluations"),
        )
