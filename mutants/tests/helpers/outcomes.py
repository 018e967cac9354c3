"""Outcomes made up, for tests of comparisons and figures."""

from collections.abc import Sequence
from itertools import product
from typing import Literal

import numpy as np

from tunewise.events import FinishReason
from tunewise.studies.outcome import Outcome, Spent


def made_up_outcome(
    method: str = "RS",
    workers: int = 4,
    seed: int = 0,
    steps: Sequence[tuple[float, float]] = ((10.0, 5.0),),
    end: float = 100.0,
    benchmark: str = "table",
    mode: Literal["min", "max"] = "min",
    price: float = 1.0,
    finished: FinishReason = FinishReason.LIMIT,
) -> Outcome:
    """An experiment whose workers are always busy. steps: seconds of the wall-clock and the incumbent from
    then on; end: seconds."""

    def spent(wallclock: float) -> Spent:
        hours = workers * wallclock / 3600.0
        return Spent(wallclock, hours, hours * price)

    return Outcome(
        method=method,
        benchmark=benchmark,
        workers=workers,
        seed=seed,
        metric="loss",
        mode=mode,
        steps=tuple(spent(wallclock) for wallclock, _ in steps),
        values=tuple(value for _, value in steps),
        end=spent(end),
        price=price,
        finished=finished,
        detail="",
        trials=len(steps),
        reports=len(steps),
        failed=0,
    )


def made_up_study(
    methods: Sequence[str] = ("RS", "BO", "ASHA", "MOBSTER"),
    workers: Sequence[int] = (2, 4, 8),
    seeds: int = 5,
    end: float = 1200.0,
    floor: float = 4.0,
    scale: float = 2.0,
    benchmark: str = "table",
    mode: Literal["min", "max"] = "min",
    price: float = 1.0,
) -> list[Outcome]:
    """Experiments whose incumbents fall from floor + scale towards the floor (or rise, negated): the later a
    method stands in the list and the more workers it has, the faster."""
    outcomes = []
    for (place, method), count, seed in product(enumerate(methods), workers, range(seeds)):
        generator = np.random.default_rng([place, count, seed])
        times = np.sort(generator.uniform(5.0, end, 40))
        speed = (1.0 + place) * count / 4.0
        fallen = np.exp(-speed * times / end * generator.uniform(0.5, 2.0, 40))
        values = np.minimum.accumulate(floor + scale * fallen * generator.uniform(0.9, 1.1))
        new = np.concatenate([[True], np.diff(values) < 0.0])
        sign = 1.0 if mode == "min" else -1.0
        steps = list(zip(times[new].tolist(), (sign * values[new]).tolist(), strict=True))
        outcomes.append(made_up_outcome(method, count, seed, steps, end, benchmark, mode, price))
    return outcomes
