"""What a study will cost and last, before it is launched."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tunewise.studies.plan import Cell, Plan

HOUR = 3600.0


class Share(NamedTuple):
    """Experiments of one benchmark and number of workers. wallclock: seconds of each. money: of all."""

    benchmark: str
    workers: int
    experiments: int
    wallclock: float
    worker_hours: float
    money: float


class Forecast(NamedTuple):
    """The most that a study takes, as every experiment may use its whole wall-clock.

    elapsed: seconds from the first launch to the last end, `jobs` experiments at once.
    """

    shares: tuple[Share, ...]
    experiments: int
    elapsed: float
    worker_hours: float
    money: float


def forecast(plan: Plan, cells: Sequence[Cell], jobs: int) -> Forecast:
    """For the experiments that are still to be run."""
    groups: dict[tuple[str, int, float], list[Cell]] = defaultdict(list)
    for cell in cells:
        groups[cell.benchmark, cell.workers, cell.max_wallclock_time].append(cell)
    limit = plan.settings.max_cost
    shares = []
    for (benchmark, workers, wallclock), group in groups.items():
        hours = workers * wallclock / HOUR
        if limit is not None:
            hours = min(hours, limit / plan.settings.price)
        total = hours * len(group)
        shares.append(Share(benchmark, workers, len(group), wallclock, total, total * plan.settings.price))
    return Forecast(
        tuple(shares),
        len(cells),
        _elapsed([cell.max_wallclock_time for cell in cells], jobs),
        sum(share.worker_hours for share in shares),
        sum(share.money for share in shares),
    )


def _elapsed(seconds: Sequence[float], jobs: int) -> float:
    """When the last of some runs ends if each begins as soon as one of `jobs` places is free."""
    places = [0.0] * jobs
    for one in seconds:
        first = places.index(min(places))
        places[first] += one
    return max(places)
