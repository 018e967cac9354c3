"""The tree-structured Parzen estimator.

J. Bergstra, R. Bardenet, Y. Bengio and B. Kégl: Algorithms for Hyper-Parameter Optimization. NeurIPS 2011.
The densities are multivariate, as in S. Falkner, A. Klein and F. Hutter: BOHB. ICML 2018, arXiv:1807.01774,
and S. Watanabe: Tree-Structured Parzen Estimator: Understanding Its Algorithm Components and Their Roles for
Better Empirical Performance. 2023, arXiv:2304.11127.
"""

import math
from dataclasses import replace

import numpy as np

from tunewise.models.cells import Cells, sizes
from tunewise.problem import Problem
from tunewise.searchers.base import Proposal, Searcher
from tunewise.searchers.random import RandomSearcher
from tunewise.searchers.ratio import best_candidate
from tunewise.searchers.tried import Tried
from tunewise.space import Value
from tunewise.surrogates.parzen import Parzen, Points, shrinking
from tunewise.trial import Status, Trial, Trials

GOOD_SHARE = 0.15
"""Of the trials that have ended, this share counts as good, rounded up."""

MOST_GOOD = 25
"""More are never good."""

PRIOR = 1.0
"""The weight of the uniform density, in trials."""


class TpeSearcher(Searcher):
    """Proposes what is likely among good trials and unlikely among the others.

    Two densities are estimated: of the configurations of the best trials, and of all others: bad ones,
    failed ones, and those that still run, so that several workers don't try the same. Of candidates drawn
    from the first, the one with the highest ratio of the two is proposed. Trials are compared by their last
    values; those that were stopped or are paused come after the completed ones, the further the better.

    initial: so many trials are random. candidates: how many are drawn. Both are at least 1.
    """

    def __init__(self, problem: Problem, initial: int = 10, candidates: int = 64) -> None:
        super().__init__(problem)
        for name, value in (("initial", initial), ("candidates", candidates)):
            if value < 1:
                raise ValueError(f"{name} is {value}: it must be a whole number of at least 1.")
        self._initial = initial
        self._candidates = candidates
        self._random = RandomSearcher(problem)
        self._tried = Tried(problem.space)
        self._cells = Cells(problem.space)
        self._sizes = sizes(problem.space)

    def propose(self, trials: Trials, rng: np.random.Generator) -> Proposal | None:
        if len(trials) < self._initial:
            return self._drawn(trials, rng, {"kind": "initial design"})
        ranked, rest = ranked_by_result(trials)
        if not ranked:
            return self._drawn(trials, rng, {"kind": "random", "because": "no trial has a result yet"})
        num_good = min(math.ceil(GOOD_SHARE * len(ranked)), MOST_GOOD)
        good, bad = ranked[:num_good], ranked[num_good:] + rest
        self._tried.update(trials)
        self._cells.update(trials)
        points = self._cells.points()
        density, other_density = (self._density(points.take(np.array(ids, np.intp))) for ids in (good, bad))
        drawn = density.sample(rng, self._candidates)
        best = best_candidate(self.problem.space, drawn, density, other_density, self._tried)
        if best is None:
            return self._drawn(trials, rng, {"kind": "random", "because": "every candidate was tried before"})
        why: dict[str, Value] = {
            "kind": "density ratio",
            "log_ratio": best.log_ratio,
            "good": len(good),
            "bad": len(bad),
        }
        return Proposal(best.config, why)

    def _density(self, points: Points) -> Parzen:
        return Parzen(points, self._sizes, shrinking(len(points.low), self._sizes), PRIOR)

    def _drawn(self, trials: Trials, rng: np.random.Generator, why: dict[str, Value]) -> Proposal | None:
        proposal = self._random.propose(trials, rng)
        return proposal and replace(proposal, why=why)


_UNDECIDED = (Status.RUNNING, Status.HALTING, Status.SUSPENDED, Status.FAILED)


def ranked_by_result(trials: Trials) -> tuple[list[int], list[int]]:
    """The ids of the trials that have a result, the best first, and those of the others, the oldest first.

    A completed trial has a result, and so has one that was stopped or is paused, if it has reported
    anything. They compare by their last values; those that did not complete come after those that did, and
    of two of them first the one that went further. Of equals the older is better.
    """
    ranked: list[Trial] = []
    rest: list[Trial] = []
    for trial in trials:
        undecided = trial.status in _UNDECIDED or not trial.values
        (rest if undecided else ranked).append(trial)
    sign = trials.problem.sign
    ranked.sort(key=lambda trial: (_shortfall(trial), sign * trial.values[-1]))
    return [trial.id for trial in ranked], [trial.id for trial in rest]


def _shortfall(trial: Trial) -> tuple[bool, int]:
    completed = trial.status is Status.COMPLETED
    return not completed, 0 if completed else -trial.level
