"""What a study found, over its seeds: curves with bands, ends, and how soon a target was reached."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np

from tunewise.arrays import Array
from tunewise.studies.outcome import Outcome

Axis = Literal["wallclock", "worker_hours", "money"]
Statistic = Literal["mean", "median"]

SAMPLES = 2_000
"""Of the bootstrap."""

LARGE = 1e300
"""Values from where on sums could overflow."""

POINTS = 200
"""Of a curve."""

LEVEL = 0.9
"""Of the bands: from the 5th to the 95th percentile of the bootstrap."""


class Arm(NamedTuple):
    """A method with a number of workers."""

    method: str
    workers: int

    def __str__(self) -> str:
        return f"{self.method} with {self.workers}"


Arms = dict[Arm, "list[Outcome]"]
"""The experiments of each arm on one benchmark, by seed."""


@dataclass(frozen=True, eq=False)
class Curve:
    """The incumbent over what was spent: at each of k amounts the statistic over seeds and its band.

    Empty, with k = 0, where one seed ended before another one had a report. amounts, centre, low, high:
    (k,). seeds: how many.
    """

    amounts: Array
    centre: Array
    low: Array
    high: Array
    seeds: int


def arms_of(outcomes: Iterable[Outcome], benchmark: str) -> Arms:
    """The experiments on a benchmark that went well, by method and number of workers. Those that failed are
    left out: what they had found when they broke off is no result of their method."""
    found: Arms = defaultdict(list)
    for outcome in outcomes:
        if outcome.benchmark == benchmark and outcome.well:
            found[Arm(outcome.method, outcome.workers)].append(outcome)
    methods = list(dict.fromkeys(arm.method for arm in found))
    ordered = sorted(found, key=lambda arm: (methods.index(arm.method), arm.workers))
    return {arm: sorted(found[arm], key=lambda outcome: outcome.seed) for arm in ordered}


def benchmarks_of(outcomes: Iterable[Outcome]) -> list[str]:
    return list(dict.fromkeys(outcome.benchmark for outcome in outcomes))


def values_at(outcome: Outcome, axis: Axis, amounts: Array) -> Array:
    """The incumbent once each of k amounts was spent (k,); NaN before the first report."""
    steps = np.array([getattr(step, axis) for step in outcome.steps])
    values = np.array([math.nan, *outcome.values])
    return np.asarray(values[np.searchsorted(steps, amounts, side="right")])


def curve(
    outcomes: Sequence[Outcome], axis: Axis, statistic: Statistic = "mean", points: int = POINTS
) -> Curve:
    """The curve of an arm, from where all its seeds have a value to where the first of them ends."""
    begin = max(getattr(outcome.steps[0], axis) for outcome in outcomes)
    end = min(getattr(outcome.end, axis) for outcome in outcomes)
    amounts = np.linspace(begin, end, points if begin <= end else 0)
    values, unit = _summable(np.array([values_at(outcome, axis, amounts) for outcome in outcomes]))
    low, high = band(values, statistic)
    centre = values.mean(axis=0) if statistic == "mean" else np.median(values, axis=0)
    return Curve(amounts, unit * centre, unit * low, unit * high, len(outcomes))


def _summable(values: Array) -> tuple[Array, float]:
    """Values in a unit, of which sums and differences don't overflow: a power of two, so that nothing is
    rounded."""
    unit = 2.0**20 if np.any(np.abs(values) > LARGE) else 1.0
    return values / unit, unit


def band(values: Array, statistic: Statistic = "mean", level: float = LEVEL) -> tuple[Array, Array]:
    """A bootstrap interval of the statistic over seeds, of values (n, k): its ends (k,) and (k,)."""
    if len(values) == 1:
        return values[0], values[0]
    samples = resampled(values, statistic)
    tail = 50.0 * (1.0 - level)
    low, high = np.percentile(samples, [tail, 100.0 - tail], axis=0)
    return low, high


def resampled(values: Array, statistic: Statistic = "mean") -> Array:
    """The statistic of values (n, k) in each of `SAMPLES` samples of the n with replacement: (SAMPLES, k).

    The samples are the same for the same n, so that arms with the same seeds are compared in pairs.
    """
    n = len(values)
    rows = np.random.default_rng(n).integers(n, size=(SAMPLES, n))
    if statistic == "median":
        return np.asarray(np.median(values[rows], axis=1))
    weights = np.zeros((SAMPLES, n))
    np.add.at(weights, (np.arange(SAMPLES)[:, None], rows), 1.0 / n)
    return np.asarray(weights @ values)


class End(NamedTuple):
    """Where an arm ended: the mean over its seeds of the last incumbent, its band, and what was spent."""

    arm: Arm
    seeds: int
    mean: float
    low: float
    high: float
    wallclock: float
    worker_hours: float
    money: float


def ends(arms: Arms) -> list[End]:
    found = []
    for arm, group in arms.items():
        values, unit = _summable(np.array([[outcome.values[-1]] for outcome in group]))
        (low,), (high,) = band(values)
        mean, low, high = (unit * float(value) for value in (values.mean(), low, high))
        spent = np.array([[o.end.wallclock, o.end.worker_hours, o.end.money] for o in group]).mean(axis=0)
        found.append(End(arm, len(group), mean, low, high, *spent.tolist()))
    return found


class Reach(NamedTuple):
    """How an arm reached a target: the median over its seeds of what had been spent by then.

    Infinite where half of the seeds or more never did; reached: how many of the seeds did.
    """

    arm: Arm
    reached: int
    seeds: int
    wallclock: float
    worker_hours: float
    money: float


def reaches(arms: Arms, target: float) -> list[Reach]:
    """When each arm first was at the target or better."""
    found = []
    for arm, group in arms.items():
        spent = np.array([_spent_until(outcome, target) for outcome in group])
        reached = int(np.isfinite(spent[:, 0]).sum())
        # of an even number, the later of the middle two: one that never came is no number to average
        middle = np.sort(spent, axis=0)[len(group) // 2]
        found.append(Reach(arm, reached, len(group), *middle.tolist()))
    return found


def _spent_until(outcome: Outcome, target: float) -> tuple[float, float, float]:
    sign = 1.0 if outcome.mode == "min" else -1.0
    for step, value in zip(outcome.steps, outcome.values, strict=True):
        if sign * value <= sign * target:
            return step.wallclock, step.worker_hours, step.money
    return math.inf, math.inf, math.inf


def default_target(arms: Arms) -> float:
    """Where the first method ends with the most workers, which the others reach sooner or not.

    It is the median over seeds, of an even number the worse of the middle two, so that the method itself
    reaches it.
    """
    first = next(iter(arms)).method
    most = max(arm.workers for arm in arms if arm.method == first)
    group = arms[Arm(first, most)]
    ends = sorted((outcome.values[-1] for outcome in group), reverse=group[0].mode == "max")
    return ends[len(ends) // 2]


def missing_seeds(arms: Arms) -> Mapping[Arm, list[int]]:
    """Seeds that other arms have and an arm lacks."""
    everything = {outcome.seed for group in arms.values() for outcome in group}
    lacks = {arm: sorted(everything - {outcome.seed for outcome in group}) for arm, group in arms.items()}
    return {arm: seeds for arm, seeds in lacks.items() if seeds}
