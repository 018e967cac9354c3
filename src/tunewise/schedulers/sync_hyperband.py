"""Synchronous Hyperband.

L. Li, K. Jamieson, G. DeSalvo, A. Rostamizadeh and A. Talwalkar: Hyperband: A Novel Bandit-Based Approach to
Hyperparameter Optimization. JMLR 18 (2018), arXiv:1603.06560. That a new bracket begins rather than that a
worker waits is as in D. Salinas, M. Seeger, A. Klein, V. Perrone, M. Wistuba and C. Archambeau: Syne Tune: A
Library for Large Scale Hyperparameter Tuning and Reproducible Research. AutoML 2022.
"""

from tunewise.problem import Problem
from tunewise.schedulers.rungs import rung_levels
from tunewise.schedulers.sync_halving import SyncHalving
from tunewise.schedulers.sync_rungs import Bracket, hyperband_brackets
from tunewise.searchers.base import Searcher


class SyncHyperband(SyncHalving):
    """Goes round the brackets of Hyperband, from the one with most trials and rungs to the one with fewest.

    grace_period: the lowest rung, in levels of the resource. reduction_factor: at least 2. brackets: how
    many there are, from 1 to the number of rungs plus 1; None for all. With 1, this is synchronous
    successive halving. Raises `ProblemError` if the problem has no max_resource, `ValueError` if an
    argument is out of range.
    """

    def __init__(
        self,
        problem: Problem,
        searcher: Searcher,
        grace_period: int = 1,
        reduction_factor: int = 3,
        brackets: int | None = None,
    ) -> None:
        super().__init__(problem, searcher)
        levels = rung_levels(grace_period, reduction_factor, self._max_resource)
        wanted = len(levels) + 1 if brackets is None else brackets
        self._brackets = hyperband_brackets(levels, wanted, reduction_factor, self._max_resource)

    def _bracket(self, number: int) -> Bracket:
        return self._brackets[number % len(self._brackets)]
