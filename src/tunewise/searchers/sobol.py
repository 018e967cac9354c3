"""Quasi-random search."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tunewise.problem import Problem
from tunewise.searchers.base import Proposal, Searcher
from tunewise.searchers.random import RandomSearcher
from tunewise.searchers.tried import Walk
from tunewise.space import Config, Space
from tunewise.trial import Trials

if TYPE_CHECKING:
    import numpy as np


BLOCK = 256
"""Points made at a time; a power of two, as the sequence is balanced over such blocks."""


class SobolSearcher(Searcher):
    """Goes through a scrambled Sobol sequence in the unit cube, past configurations tried before.

    Where a long stretch of the sequence has brought nothing new, as at the end of a finite space, random
    search takes over.

    seed: of the scrambling, at least 0.

    I. M. Sobol: On the distribution of points in a cube and the approximate evaluation of integrals. USSR
    Computational Mathematics and Mathematical Physics 7 (1967). A. B. Owen: Scrambling Sobol' and
    Niederreiter-Xing Points. Journal of Complexity 14 (1998).
    """

    def __init__(self, problem: Problem, seed: int = 0) -> None:
        super().__init__(problem)
        space = problem.space
        self._walk = Walk(space, lambda: sobol_sequence(space, seed))
        self._random = RandomSearcher(problem)

    def propose(self, trials: Trials, rng: np.random.Generator) -> Proposal | None:
        config = self._walk.first_new(trials, among=1000 + 10 * len(trials))
        if config is None:
            return self._random.propose(trials, rng)
        return Proposal(config, {"kind": "sobol"})


def sobol_sequence(space: Space, seed: int) -> Iterator[Config]:
    """The configurations at the points of a scrambled Sobol sequence: 2^30, or one if nothing is tuned."""
    if space.dimension == 0:
        yield space.from_unit([])
        return
    from scipy.stats import qmc  # here because it takes 0.4 s

    engine = qmc.Sobol(space.dimension, scramble=True, seed=seed)
    for _ in range(2**30 // BLOCK):
        for point in engine.random(BLOCK):
            yield space.from_unit(point.tolist())
