"""Grid search."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

from tunewise.problem import Problem
from tunewise.searchers.base import Proposal, Searcher
from tunewise.searchers.tried import Walk
from tunewise.space import Config, Float
from tunewise.trial import Trials

if TYPE_CHECKING:
    import numpy as np


class GridSearcher(Searcher):
    """Goes through the points of a regular grid in order, past those that were tried before.

    points: values taken from each domain that has more of them; at least 2. See `Space.grid`.
    """

    def __init__(self, problem: Problem, points: int = 5) -> None:
        super().__init__(problem)
        if points < 2:
            raise ValueError(f"points is {points}: a grid has at least 2 for each domain.")
        space = problem.space
        self._floats = {name: d for name, d in space.domains.items() if isinstance(d, Float)}
        self._walk = Walk(space, lambda: space.grid(points), self._key)

    def propose(self, trials: Trials, rng: np.random.Generator) -> Proposal | None:
        config = self._walk.first_new(trials)
        return None if config is None else Proposal(config, {"kind": "grid"})

    def _key(self, config: Config) -> Hashable:
        """The same for numbers that only rounding tells apart, as an earlier version had rounding errors."""
        places = {
            name: round(domain.to_unit(config[name]), 9)
            for name, domain in self._floats.items()
            if name in config
        }
        return self.problem.space.key({**config, **places})
