"""Searchers that need no model: random search, Sobol sequences, grids, and the user's own configurations.

Random search.

Quasi-random search.

Grid search.

The user's own configurations first.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from tunewise.problem import Problem
from tunewise.searchers.base import Proposal, Searcher
from tunewise.searchers.tried import Tried, Walk
from tunewise.space import Config, Float, Space, SpaceError, Value
from tunewise.space.values import shown
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
