"""The user's own configurations first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tunewise.searchers.base import Proposal, Searcher
from tunewise.searchers.random import RandomSearcher
from tunewise.searchers.tried import Walk

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np

    from tunewise.problem import Problem
    from tunewise.space import Config, Space, Value
    from tunewise.trial import Trials


class PointsFirst(Searcher):
    """Proposes given configurations in their order, each once, and then what another searcher proposes.

    points: configurations, or parts of such: what one leaves out is filled in with the middle of its domain.
    inner: random search unless another is given.

    Raises `ValueError` naming the first point that isn't in the space.
    """

    def __init__(
        self,
        problem: Problem,
        points: Sequence[Mapping[str, Value]] = (),
        inner: Searcher | None = None,
    ) -> None:
        super().__init__(problem)
        self._inner = inner or RandomSearcher(problem)
        configs = [_completed(problem.space, point, number) for number, point in enumerate(points)]
        self._walk = Walk(problem.space, lambda: configs)

    def propose(self, trials: Trials, rng: np.random.Generator) -> Proposal | None:
        config = self._walk.first_new(trials)
        if config is None:
            return self._inner.propose(trials, rng)
        return Proposal(config, {"kind": "given point"})
