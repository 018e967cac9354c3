"""PASHA: ASHA whose largest resource grows while the ranking of trials still changes by more than noise.

O. Bohdal, L. Balles, M. Wistuba, B. Ermis, C. Archambeau and G. Zappella: PASHA: Efficient HPO and NAS with
Progressive Resource Allocation. ICLR 2023, arXiv:2207.06940.
"""

from bisect import insort
from collections.abc import Mapping, Sequence
from itertools import pairwise

from tunewise.history_cache import LevelCache
from tunewise.problem import Problem
from tunewise.schedulers.asha import AshaPromotion
from tunewise.schedulers.rungs import Levels, Rung, reached
from tunewise.searchers.base import Searcher
from tunewise.trial import Trial, Trials

Curve = dict[int, float]
"""Losses by their levels, which grow."""

PERCENTILE = 0.9
"""The share of the noisy differences that the tolerance covers, as in the paper."""


def crossing_distance(first: Curve, second: Curve) -> float | None:
    """How far apart two curves are at the last level that both have, if they cross at least twice.

    Curves that cross and cross back differ by noise. A tie doesn't count as crossing.
    """
    shared = [level for level in first if level in second]
    ahead = [first[level] < second[level] for level in shared if first[level] != second[level]]
    crossings = sum(before != after for before, after in pairwise(ahead))
    return abs(first[shared[-1]] - second[shared[-1]]) if crossings >= 2 else None


def tolerance(distances: Sequence[float]) -> float:
    """The `PERCENTILE` of at least one distance, sorted."""
    place = PERCENTILE * (len(distances) - 1)
    below, above = distances[int(place)], distances[min(int(place) + 1, len(distances) - 1)]
    return below if below == above else below + (place - int(place)) * (above - below)


def same_ranking(top: Mapping[int, float], below: Mapping[int, float], epsilon: float) -> bool:
    """Whether trials stand at one rung as they stood at the one below, up to differences of `epsilon` there.

    top, below: losses by trial; `below` has all that `top` has, and those alone are compared. At each place
    of the ranking must be a trial that, at the rung below, was within `epsilon` of the one in that place.
    Trials that are equal at the top count as in the order below: a tie is not a change.
    """
    ranked = sorted(top, key=lambda trial_id: (top[trial_id], below[trial_id]))
    places = sorted(below[trial_id] for trial_id in ranked)
    return all(abs(below[trial_id] - loss) <= epsilon for trial_id, loss in zip(ranked, places, strict=True))


class Pasha(AshaPromotion):
    """Promotes as ASHA does, but at first only to the second rung.

    Each time a trial reaches the highest rung that is open, and the ranking there differs from that of the
    same trials one rung below by more than noise, the next rung opens, the last one being the largest
    resource. If rankings are stable, no trial is ever trained to the end: train the best configuration
    again, or resume the experiment with another method.

    grace_period: the lowest rung, in levels of the resource. reduction_factor: at least 2. Raises
    `ProblemError` if the problem has no max_resource, `ValueError` if an argument is out of range.
    """

    def __init__(
        self, problem: Problem, searcher: Searcher, grace_period: int = 1, reduction_factor: int = 3
    ) -> None:
        super().__init__(problem, searcher, grace_period, reduction_factor, brackets=1)
        self._progress = Progress(problem, (*self._brackets[0], self._max_resource))

    def _open_rungs(self, trials: Trials) -> list[Rung]:
        self._progress.update(trials)
        highest = self._progress.level
        return [rung for rung in super()._open_rungs(trials) if rung.next_level <= highest]


class Progress(LevelCache):
    """How far trials are trained for now, as their reports, one after the other, have decided.

    levels: the rungs, the last at the largest resource.
    """

    def __init__(self, problem: Problem, levels: Levels) -> None:
        super().__init__()
        self._sign = problem.sign
        self._levels = levels
        self._reset()

    @property
    def level(self) -> int:
        """The highest level that is open."""
        return self._levels[self._top]

    def _reset(self) -> None:
        self._top = min(1, len(self._levels) - 1)
        self._losses: list[dict[int, float]] = [{} for _ in self._levels]  # by trial, for each rung
        self._curves: list[dict[int, Curve]] = [{} for _ in self._levels]  # the same, up to the rung
        self._compared: list[Curve] = []  # of the highest open rung
        self._distances: list[float] = []  # sorted; of those pairs of them that cross and cross back
        self._epsilon = 0.0

    def _add_step(self, trial: Trial, index: int, before: int, after: int) -> None:
        first, end = reached(self._levels, before), reached(self._levels, after)
        if first >= end:
            return
        losses = [self._sign * value for value in trial.values[: index + 1]]
        curve = dict(zip(trial.levels, losses, strict=False))
        for rung in range(first, end):
            self._losses[rung][trial.id] = losses[-1]
            self._curves[rung][trial.id] = curve
        is_last = self._top == len(self._levels) - 1
        if first <= self._top < end and not is_last:
            self._compare(curve)
            if not same_ranking(self._losses[self._top], self._losses[self._top - 1], self._epsilon):
                self._open_next()

    def _open_next(self) -> None:
        self._top += 1
        self._compared, self._distances = [], []
        for curve in self._curves[self._top].values():
            self._compare(curve)

    def _compare(self, curve: Curve) -> None:
        """Adds a curve at the highest open rung to those that noise is estimated from. The estimate stays the
        same while no pair of them crosses twice."""
        for other in self._compared:
            distance = crossing_distance(curve, other)
            if distance is not None:
                insort(self._distances, distance)
        self._compared.append(curve)
        if self._distances:
            self._epsilon = tolerance(self._distances)
