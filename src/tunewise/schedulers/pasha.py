"""PASHA: ASHA whose largest resource grows while the ranking of trials still changes.

O. Bohdal, L. Balles, M. Wistuba, B. Ermis, C. Archambeau and G. Zappella: PASHA: Efficient HPO and NAS with
Progressive Resource Allocation. ICLR 2023, arXiv:2207.06940.
"""

from bisect import insort

from tunewise.history_cache import LevelCache
from tunewise.problem import Problem
from tunewise.schedulers.asha_promotion import AshaPromotion
from tunewise.schedulers.rung_table import Rung
from tunewise.schedulers.rungs import Levels, reached
from tunewise.schedulers.soft_ranking import Curve, crossing_distance, same_ranking, tolerance
from tunewise.searchers.base import Searcher
from tunewise.trial import Trial, Trials


class Pasha(AshaPromotion):
    """Promotes as ASHA does, but at first only to the second rung.

    Each time a trial reaches the highest rung that is open, and the ranking there differs from that of the
    same trials one rung below by more than noise, the next rung opens, the last one being the largest
    resource. Where rankings are stable, no trial is ever trained to the end: train the best configuration
    anew, or resume the experiment with another method.

    grace_period: the lowest rung, in levels of the resource. reduction_factor: at least 2. Raises
    `ProblemError` if the problem has no max_resource, `ValueError` if an argument is out of range.
    """

    def __init__(
        self, problem: Problem, searcher: Searcher, grace_period: int = 1, reduction_factor: int = 3
    ) -> None:
        super().__init__(problem, searcher, grace_period, reduction_factor, brackets=1)
        self._progress = Progress(problem, (*self._brackets[0], self._max_resource))

    def _rungs_to_leave(self, trials: Trials) -> list[Rung]:
        self._progress.update(trials)
        highest = self._progress.level
        return [rung for rung in super()._rungs_to_leave(trials) if rung.next_level <= highest]


class Progress(LevelCache):
    """How far trials are trained for now, as what they came to, one after the other, has decided.

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
        """Adds a curve at the highest open rung to those that noise is estimated from. While no pair of them
        tells anything of it, the estimate stays what it was."""
        for other in self._compared:
            distance = crossing_distance(curve, other)
            if distance is not None:
                insort(self._distances, distance)
        self._compared.append(curve)
        if self._distances:
            self._epsilon = tolerance(self._distances)
