"""Random search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tunewise.problem import Problem
from tunewise.searchers.base import Proposal, Searcher
from tunewise.searchers.tried import Tried, Walk
from tunewise.trial import Trials

if TYPE_CHECKING:
    import numpy as np


REDRAWS = 200
"""So often a configuration that was tried before is drawn again in a finite space."""

PATIENCE = 10_000
"""The same in an endless space, of which nearly every draw is new."""


class RandomSearcher(Searcher):
    """Draws from the space, and draws again what was tried before.

    Where many draws bring nothing new, a finite space hands out what is left of it, in order, until there
    is nothing. An endless one counts as exhausted then: what is left of it is never drawn in practice.
    """

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        space = problem.space
        finite = all(domain.cardinality is not None for domain in space.domains.values())
        self._tried = Tried(space)
        self._all = Walk(space, space.all) if finite else None

    def propose(self, trials: Trials, rng: np.random.Generator) -> Proposal | None:
        left = self._all.first_new(trials) if self._all else None
        if self._all and left is None:
            return None
        self._tried.update(trials)
        for _ in range(REDRAWS if self._all else PATIENCE):
            config = self.problem.space.sample(rng)
            if config not in self._tried:
                return Proposal(config, {"kind": "random"})
        return None if left is None else Proposal(left, {"kind": "random"})
