"""Compares experiments over seeds: curves with bands, final values, times to a target, claims and ranks."""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np

from tunewise.arrays import Array
from tunewise.display.formats import count
from tunewise.studies.outcome import Outcome

Axis = Literal["wallclock", "worker_hours", "money"]
Statistic = Literal["mean", "median"]

SAMPLES = 2_000
"""Samples of the bootstrap."""

LARGE = 1e300
"""From this value on, sums could overflow."""

POINTS = 200
"""Points of a curve."""

LEVEL = 0.9
"""The level of the bands: from the 5th to the 95th percentile of the bootstrap."""


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
    """The incumbent over what was spent: at each of k amounts, the statistic over seeds and its band.

    amounts, centre, low, high: (k,). seeds: how many. Empty (k = 0) if one seed ended before the first report
    of another.
    """

    amounts: Array
    centre: Array
    low: Array
    high: Array
    seeds: int


def arms_of(outcomes: Iterable[Outcome], benchmark: str) -> Arms:
    """The successful experiments on a benchmark, by method and number of workers. Failed ones are left out:
    what they found before the failure says nothing about their method."""
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
    """The incumbent after each of k amounts was spent (k,); NaN before the first report."""
    steps = np.array([getattr(step, axis) for step in outcome.steps])
    values = np.array([math.nan, *outcome.values])
    return np.asarray(values[np.searchsorted(steps, amounts, side="right")])


def curve(
    outcomes: Sequence[Outcome], axis: Axis, statistic: Statistic = "mean", points: int = POINTS
) -> Curve:
    """The curve of an arm, from where all its seeds have a value to where the first seed ends."""
    begin = max(getattr(outcome.steps[0], axis) for outcome in outcomes)
    end = min(getattr(outcome.end, axis) for outcome in outcomes)
    amounts = np.linspace(begin, end, points if begin <= end else 0)
    values, unit = _summable(np.array([values_at(outcome, axis, amounts) for outcome in outcomes]))
    low, high = band(values, statistic)
    centre = values.mean(axis=0) if statistic == "mean" else np.median(values, axis=0)
    return Curve(amounts, unit * centre, unit * low, unit * high, len(outcomes))


def _summable(values: Array) -> tuple[Array, float]:
    """The values in a unit that keeps sums and differences from overflowing: a power of two, so that nothing
    is rounded."""
    unit = 2.0**20 if np.any(np.abs(values) > LARGE) else 1.0
    return values / unit, unit


def band(values: Array, statistic: Statistic = "mean", level: float = LEVEL) -> tuple[Array, Array]:
    """The bootstrap interval of a statistic over seeds, for values (n, k): its ends (k,) and (k,)."""
    if len(values) == 1:
        return values[0], values[0]
    samples = resampled(values, statistic)
    tail = 50.0 * (1.0 - level)
    low, high = np.percentile(samples, [tail, 100.0 - tail], axis=0)
    return low, high


def resampled(values: Array, statistic: Statistic = "mean") -> Array:
    """The statistic of values (n, k) in `SAMPLES` samples of the n rows with replacement: (SAMPLES, k).

    The samples depend on n alone, so that arms with the same seeds are compared in pairs.
    """
    n = len(values)
    rows = np.random.default_rng(n).integers(n, size=(SAMPLES, n))
    if statistic == "median":
        return np.asarray(np.median(values[rows], axis=1))
    weights = np.zeros((SAMPLES, n))
    np.add.at(weights, (np.arange(SAMPLES)[:, None], rows), 1.0 / n)
    return np.asarray(weights @ values)


class End(NamedTuple):
    """The final result of an arm: the mean of its seeds' last incumbents, its band, and what was spent."""

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
    """What an arm spent until it reached a target: the median over its seeds.

    reached: how many of the seeds reached it. The amounts are infinite if half of the seeds or
    more never did.
    """

    arm: Arm
    reached: int
    seeds: int
    wallclock: float
    worker_hours: float
    money: float


def reaches(arms: Arms, target: float) -> list[Reach]:
    """What each arm spent until it first was at the target or better."""
    found = []
    for arm, group in arms.items():
        spent = np.array([_spent_until(outcome, target) for outcome in group])
        reached = int(np.isfinite(spent[:, 0]).sum())
        # of an even number, the later of the middle two: infinity can't be averaged
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
    """The final value of the first method with the most workers: the median over its seeds.

    Of an even number of seeds, the worse of the middle two, so that the method itself reaches it.
    """
    first = next(iter(arms)).method
    most = max(arm.workers for arm in arms if arm.method == first)
    group = arms[Arm(first, most)]
    ends = sorted((outcome.values[-1] for outcome in group), reverse=group[0].mode == "max")
    return ends[len(ends) // 2]


def missing_seeds(arms: Arms) -> Mapping[Arm, list[int]]:
    """For each arm, the seeds that it lacks and another arm has."""
    everything = {outcome.seed for group in arms.values() for outcome in group}
    lacks = {arm: sorted(everything - {outcome.seed for outcome in group}) for arm, group in arms.items()}
    return {arm: seeds for arm, seeds in lacks.items() if seeds}


_ARM = r"\s*([^@<>]*[^@<>\s])\s*@\s*(\d+)\s*"
_CLAIM = re.compile(f"{_ARM}<{_ARM}", re.ASCII)


class Claim(NamedTuple):
    """One arm ends with a better value than another."""

    better: Arm
    than: Arm


PUBLISHED = (
    Claim(Arm("BO", 4), Arm("RS", 8)),
    Claim(Arm("MOBSTER", 2), Arm("ASHA", 8)),
)
"""The published claims about the transformer on WikiText-2."""


class Verdict(NamedTuple):
    """What the data say about a claim.

    holds: according to the means over seeds. share: of the bootstrap samples in which the claim holds. cost,
    wallclock: of the better arm, as multiples of the other one's; NaN if that is 0. seeds: of the arm with
    fewer. paired: whether seeds were resampled in pairs.
    """

    claim: Claim
    mode: str
    holds: bool
    share: float
    cost: float
    wallclock: float
    seeds: int
    paired: bool

    def __str__(self) -> str:
        better, than = self.claim
        side = "below" if self.mode == "min" else "above"
        return (
            f"{better.method} with {count(better.workers, 'worker')} ends {side} "
            f"{than.method} with {than.workers}: {self._answer()}"
            + (f", at {self.cost:.2f} of the cost" if math.isfinite(self.cost) else "")
        )

    def _answer(self) -> str:
        if self.seeds == 1:  # no spread to resample
            return f"{'yes' if self.holds else 'no'}, with a single seed"
        share = f"in {100.0 * self.share:.0f} % of bootstrap samples"
        return f"yes, {share}" if self.holds else f"no, only {share}"


def parse_claim(text: str) -> Claim:
    """The claim that `BO@4 < RS@8` makes: BO with 4 workers is better than RS with 8. Raises ValueError."""
    match = _CLAIM.fullmatch(text)
    if match is None:
        raise ValueError(
            f"{text!r} isn't a claim: write METHOD@WORKERS < METHOD@WORKERS, the better one on the left."
        )
    better, workers, than, other = match.groups()
    return Claim(Arm(better, int(workers)), Arm(than, int(other)))


def evaluate(claim: Claim, arms: Arms) -> Verdict | None:
    """What the experiments say about a claim; None if one of the arms has no experiments.

    The arms are compared in pairs on their common seeds if there are two or more, else on all their seeds.
    """
    if claim.better not in arms or claim.than not in arms:
        return None
    left, right = arms[claim.better], arms[claim.than]
    common = {o.seed for o in left} & {o.seed for o in right}
    paired = len(common) > 1
    if paired:
        left = [outcome for outcome in left if outcome.seed in common]
        right = [outcome for outcome in right if outcome.seed in common]
    sign = 1.0 if left[0].mode == "min" else -1.0
    first, second = sign * _last(left), sign * _last(right)
    if paired:
        differences = resampled(first - second)[:, 0]
    else:  # different samples, even if the arms have the same number of seeds
        differences = resampled(first)[:, 0] - resampled(second)[::-1, 0]
    return Verdict(
        claim,
        left[0].mode,
        bool(first.mean() < second.mean()),
        float((differences < 0.0).mean()),
        _ratio([o.end.money for o in left], [o.end.money for o in right]),
        _ratio([o.end.wallclock for o in left], [o.end.wallclock for o in right]),
        min(len(left), len(right)),
        paired,
    )


def _last(outcomes: Iterable[Outcome]) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    return np.array([[outcome.values[-1]] for outcome in outcomes])


def _ratio(left: Sequence[float], right: Sequence[float]) -> float:
    """The ratio of the means."""
    whole = float(np.mean(right))
    return float(np.mean(left)) / whole if whole else math.nan


FRACTIONS = np.linspace(0.02, 1.0, 50)


@dataclass(frozen=True, eq=False)
class Ranks:
    """The mean ranks of m methods with the same number of workers; 1 is the best.

    fractions: (k,), of the wall-clock time. mean, low, high: (m, k). cases: how many pairs of benchmark and
    seed.
    """

    methods: tuple[str, ...]
    workers: int
    fractions: Array
    mean: Array
    low: Array
    high: Array
    cases: int


def ranks(outcomes: Sequence[Outcome], workers: int, fractions: Array = FRACTIONS) -> Ranks | None:
    """Ranks the methods with this number of workers, over the benchmarks and seeds that all of them have.

    A method without a report so far comes last; equal methods share their mean rank. None if there are fewer
    than two methods, or no common benchmark and seed.
    """
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
    """The ranks of m experiments at k fractions of the longest one's wall-clock time: (m, k)."""
    from scipy.stats import rankdata  # takes a second to import

    end = max(outcome.end.wallclock for outcome in outcomes)
    sign = 1.0 if outcomes[0].mode == "min" else -1.0
    values = np.array([sign * values_at(outcome, "wallclock", fractions * end) for outcome in outcomes])
    return np.asarray(rankdata(np.where(np.isnan(values), np.inf, values), axis=0))
