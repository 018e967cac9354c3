"""The searcher of BOHB: kernel densities of the good and the bad trials at the highest level that has enough.

S. Falkner, A. Klein and F. Hutter: BOHB: Robust and Efficient Hyperparameter Optimization at Scale. ICML
2018, arXiv:1807.01774.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from tunewise.models.cells import Cells, sizes
from tunewise.models.level_losses import LevelLosses
from tunewise.problem import Problem
from tunewise.searchers.base import Proposal, Searcher
from tunewise.searchers.random import RandomSearcher
from tunewise.searchers.ratio import best_candidate
from tunewise.searchers.tried import Tried
from tunewise.space import Value
from tunewise.surrogates.parzen import Parzen, normal_reference
from tunewise.trial import Status, Trials

GOOD_SHARE = 0.15
"""The best trials at a level, of which the first density is made."""

CANDIDATES = 64

WIDENING = 3.0
"""Candidates are drawn with bandwidths so many times as large."""

NARROWEST = 1e-3
"""The least bandwidth."""

PRIOR = 1e-32
"""The weight of the uniform density in trials. It only matters where nothing else does, as in the authors'
implementation, so that far from all trials the ratio of two densities means nothing."""


class BohbSearcher(Searcher):
    """Proposes what is likely among the good trials of a level and unlikely among its bad ones.

    The level is the highest at which at least d + 3 trials were recorded, for d hyperparameters; those that
    failed before they reached it count as bad.

    levels: those that count, strictly growing, such as the rungs of a scheduler and the largest resource.
        None: all that are reported.
    random_share: so many proposals are random all the same; in [0, 1].
    """

    def __init__(
        self, problem: Problem, levels: Sequence[int] | None = None, random_share: float = 1 / 3
    ) -> None:
        super().__init__(problem)
        if not 0.0 <= random_share <= 1.0:
            raise ValueError(f"random_share is {random_share}: it must be from 0 to 1.")
        self._random_share = random_share
        self._random = RandomSearcher(problem)
        self._tried = Tried(problem.space)
        self._cells = Cells(problem.space)
        self._losses = LevelLosses(problem.sign, levels)
        self._sizes = sizes(problem.space)
        self._least = problem.space.dimension + 1

    def propose(self, trials: Trials, rng: np.random.Generator) -> Proposal | None:
        self._losses.update(trials)
        level = self._losses.highest(self._least + 2)
        if level is None:
            return self._drawn(trials, rng, {"kind": "initial design"})
        if rng.random() < self._random_share:
            return self._drawn(trials, rng, {"kind": "random safeguard"})
        good, bad = (self._density(trials, ids) for ids in self._split(trials, level))
        self._tried.update(trials)
        drawn = good.sample(rng, CANDIDATES, WIDENING)
        best = best_candidate(self.problem.space, drawn, good, bad, self._tried)
        if best is None:
            return self._drawn(trials, rng, {"kind": "random", "because": "every candidate was tried before"})
        why: dict[str, Value] = {"kind": "density ratio", "log_ratio": best.log_ratio, "level": level}
        return Proposal(best.config, why)

    def _split(self, trials: Trials, level: int) -> tuple[list[int], list[int]]:
        """The good and the bad trials at a level, the best first. Where they are few, some are both."""
        losses = self._losses.at(level)
        failed = [trial_id for trial_id in trials.having(Status.FAILED) if trial_id not in losses]
        ranked = sorted(losses, key=lambda trial_id: (losses[trial_id], trial_id)) + sorted(failed)
        num_good = max(self._least, int(GOOD_SHARE * len(ranked)))
        num_bad = max(self._least, len(ranked) - num_good)
        return ranked[:num_good], ranked[-num_bad:]

    def _density(self, trials: Trials, ids: list[int]) -> Parzen:
        self._cells.update(trials)
        points = self._cells.points().take(np.array(ids, dtype=np.intp))
        bandwidths = normal_reference(points, self._sizes, NARROWEST)
        return Parzen(points, self._sizes, bandwidths, PRIOR)

    def _drawn(self, trials: Trials, rng: np.random.Generator, why: dict[str, Value]) -> Proposal | None:
        proposal = self._random.propose(trials, rng)
        return proposal and replace(proposal, why=why)
