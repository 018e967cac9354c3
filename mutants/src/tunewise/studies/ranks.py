"""Ranks of methods over benchmarks and seeds, as the budget is spent."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.stats import rankdata

from tunewise.arrays import Array
from tunewise.studies.comparison import Arm, arms_of, band, benchmarks_of, values_at
from tunewise.studies.outcome import Outcome

FRACTIONS = np.linspace(0.02, 1.0, 50)


@dataclass(frozen=True, eq=False)
class Ranks:
    """Mean ranks of m methods with one number of workers, 1 for the best, with bands.

    fractions: (k,) of the wall-clock. mean, low, high: (m, k). cases: pairs of benchmark and seed.
    """

    methods: tuple[str, ...]
    workers: int
    fractions: Array
    mean: Array
    low: Array
    high: Array
    cases: int


def ranks(outcomes: Sequence[Outcome], workers: int, fractions: Array = FRACTIONS) -> Ranks | None:
    """Ranks among all methods that have this number of workers, over the benchmarks and seeds that all of
    them have; None where there are fewer than two methods or no such case. A method without a report so far
    comes last, equals share their mean rank."""
    chosen = [outcome for outcome in outcomes if outcome.workers == workers and outcome.well]
    methods = tuple(dict.fromkeys(outcome.method for outcome in chosen))
    cases = []
    for benchmark in benchmarks_of(chosen):
        arms = arms_of(chosen, benchmark)
        by_seed = [
            {outcome.seed: outcome for outcome in arms.get(Arm(method, workers), ())} for method in methods
        ]
        for seed in sorted(set.intersection(*map(set, by_seed))) if by_seed else ():
            cases.append(_case([group[seed] for group in by_seed], fractions))
    if len(methods) < 2 or not cases:
        return None
    found = np.array(cases)  # (c, m, k)
    intervals = [band(found[:, place]) for place in range(len(methods))]
    low, high = (np.array(part) for part in zip(*intervals, strict=True))
    return Ranks(methods, workers, fractions, found.mean(axis=0), low, high, len(cases))


def _case(outcomes: Sequence[Outcome], fractions: Array) -> Array:
    """The ranks of m experiments at k fractions of the longest one's wall-clock: (m, k)."""
    end = max(outcome.end.wallclock for outcome in outcomes)
    sign = 1.0 if outcomes[0].mode == "min" else -1.0
    values = np.array([sign * values_at(outcome, "wallclock", fractions * end) for outcome in outcomes])
    return np.asarray(rankdata(np.where(np.isnan(values), np.inf, values), axis=0))
