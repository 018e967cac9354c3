"""The user's own configurations first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tunewise.problem import Problem
from tunewise.searchers.base import Proposal, Searcher
from tunewise.searchers.random import RandomSearcher
from tunewise.searchers.tried import Walk
from tunewise.space import Config, Space, SpaceError, Value
from tunewise.space.values import shown
from tunewise.trial import Trials

if TYPE_CHECKING:
    import numpy as np


class PointsFirst(Searcher):
    """Proposes given configurations in their order, each once, and then what another searcher proposes.

    points: configurations, or parts of such: what one leaves out, and what matters given the rest, is
        filled in with the middle of its domain.
    inner: random search unless another is given.

    Raises `SpaceError` naming the first point that isn't in the space.
    """

    def __init__(
        self,
        problem: Problem,
        points: Sequence[Mapping[str, Value]] = (),
        inner: Searcher | None = None,
    ) -> None:
        super().__init__(problem)
        if not isinstance(points, Sequence) or not all(isinstance(point, Mapping) for point in points):
            raise SpaceError(
                f"points_to_evaluate is {shown(points)}: give a list of configurations, such as "
                '[{"lr": 0.1}].'
            )
        self._inner = inner or RandomSearcher(problem)
        configs = [_completed(problem.space, point, position) for position, point in enumerate(points)]
        self._walk = Walk(problem.space, lambda: configs)

    def propose(self, trials: Trials, rng: np.random.Generator) -> Proposal | None:
        config = self._walk.first_new(trials)
        if config is None:
            return self._inner.propose(trials, rng)
        return Proposal(config, {"kind": "given point"})


def _completed(space: Space, point: Mapping[str, Value], position: int) -> Config:
    try:
        return space.validate(_filled_in(space, point))
    except SpaceError as error:
        raise SpaceError(f"points_to_evaluate[{position}] is {dict(point)!r}: {error}") from None


def _filled_in(space: Space, point: Mapping[str, Value]) -> Config:
    config = dict(point)
    for name in space.names:
        if name in config:
            config[name] = _validated(space, name, config[name])
    for _ in space.names:  # what is filled in may make another one matter, which stands before it
        for name, domain in space.domains.items():
            if name not in config and space.is_active(name, config):
                config[name] = domain.from_unit(0.5)
    return config


def _validated(space: Space, name: str, value: Value) -> Value:
    try:
        return space.domains[name].validate(value)
    except SpaceError as error:
        raise SpaceError(f"{name}: {error}.") from None
