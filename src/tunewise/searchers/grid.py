"""Grid search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tunewise.searchers.base import Proposal, Searcher
from tunewise.searchers.tried import Walk

if TYPE_CHECKING:
    import numpy as np

    from tunewise.problem import Problem
    from tunewise.trial import Trials


class GridSearcher(Searcher):
    """Goes through the points of a regular grid in order, past those that were tried before.

    points: values taken from each domain that has more of them; at least 2. See `Space.grid`.
    """

    def __init__(self, problem: Problem, points: int = 5) -> None:
        super().__init__(problem)
        if points < 2:
            raise ValueError(f"points is {points}: a grid has at least 2 for each domain.")
        space = problem.space
        self._walk = Walk(space, lambda: space.grid(points))

    def propose(self, trials: Trials, rng: np.random.Generator) -> Proposal | None:
        config = self._walk.first_new(trials)
        return None if config is None else Proposal(config, {"kind": "grid"})
