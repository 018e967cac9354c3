"""Searchers without a model: random search, Sobol sequences, grids, and the user's own configurations."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tunewise.problem import Problem
from tunewise.searchers.base import Proposal, Searcher
from tunewise.searchers.tried import SequenceWalk, TriedConfigs
from tunewise.space import Config, Float, Space, SpaceError, Value
from tunewise.space.values import brief
from tunewise.trial import Trials

if TYPE_CHECKING:
    import numpy as np

RANDOM: dict[str, Value] = {"kind": "random"}
"""The reason for each draw, one value for all of them."""

REDRAWS = 200
"""Draws from a finite space before those configurations are listed that are left."""

PATIENCE = 10_000
"""Draws from an endless space, where nearly every draw is new."""

SOBOL_BLOCK = 256
"""Points made at a time; a power of two, as the sequence is balanced over such blocks."""


class RandomSearcher(Searcher):
    """Draws from the space, and draws again if a configuration was tried before.

    If many draws bring nothing new, what is left of a finite space is proposed in order until there is
    nothing left. An endless space then counts as exhausted: what is left of it is never drawn in practice.
    """

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        space = problem.space
        finite = all(domain.cardinality is not None for domain in space.domains.values())
        self._tried = TriedConfigs(space)
        self._all = SequenceWalk(space, space.all) if finite else None

    def propose(self, trials: Trials, rng: np.random.Generator) -> Proposal | None:
        left = self._all.first_new(trials) if self._all else None
        if self._all and left is None:
            return None
        self._tried.update(trials)
        space = self.problem.space
        for _ in range(REDRAWS if self._all else PATIENCE):
            config = space.from_unit(rng.random(space.dimension).tolist())  # as `sample`, in half the time
            if config not in self._tried:
                return Proposal(config, RANDOM)
        return None if left is None else Proposal(left, RANDOM)

    def propose_because(
        self, trials: Trials, rng: np.random.Generator, why: dict[str, Value]
    ) -> Proposal | None:
        """The same with another reason, for searchers that can't use their model."""
        proposal = self.propose(trials, rng)
        return proposal and replace(proposal, why=why)


class SobolSearcher(Searcher):
    """Goes through a scrambled Sobol sequence in the unit cube and skips configurations tried before.

    If a long stretch of the sequence has nothing new, as at the end of a finite space, random search takes
    over.

    seed: of the scrambling, at least 0.

    I. M. Sobol: On the distribution of points in a cube and the approximate evaluation of integrals. USSR
    Computational Mathematics and Mathematical Physics 7 (1967). A. B. Owen: Scrambling Sobol' and
    Niederreiter-Xing Points. Journal of Complexity 14 (1998).
    """

    def __init__(self, problem: Problem, seed: int = 0) -> None:
        super().__init__(problem)
        self._walk = SequenceWalk(problem.space, lambda: sobol_sequence(problem.space, seed))
        self._random = RandomSearcher(problem)

    def propose(self, trials: Trials, rng: np.random.Generator) -> Proposal | None:
        config = self._walk.first_new(trials, among=1000 + 10 * len(trials))
        return self._random.propose(trials, rng) if config is None else Proposal(config, {"kind": "sobol"})


def sobol_sequence(space: Space, seed: int) -> Iterator[Config]:
    """The configurations at the points of a scrambled Sobol sequence: 2^30, or one if nothing is tuned."""
    if space.dimension == 0:
        yield space.from_unit([])
        return
    from scipy.stats import qmc  # here because it takes 0.4 s

    engine = qmc.Sobol(space.dimension, scramble=True, seed=seed)
    for _ in range(2**30 // SOBOL_BLOCK):
        for point in engine.random(SOBOL_BLOCK):
            yield space.from_unit(point.tolist())


class GridSearcher(Searcher):
    """Goes through the points of a regular grid in order and skips those tried before.

    points: values taken from each domain that has more; at least 2. See `Space.grid`.
    """

    def __init__(self, problem: Problem, points: int = 5) -> None:
        super().__init__(problem)
        if points < 2:
            raise ValueError(f"points is {points}: a grid has at least 2 for each domain.")
        space = problem.space
        self._floats = {name: d for name, d in space.domains.items() if isinstance(d, Float)}
        self._walk = SequenceWalk(space, lambda: space.grid(points), self._key)

    def propose(self, trials: Trials, rng: np.random.Generator) -> Proposal | None:
        config = self._walk.first_new(trials)
        return None if config is None else Proposal(config, {"kind": "grid"})

    def _key(self, config: Config) -> Hashable:
        """Equal for numbers that differ by rounding errors only, which an earlier version had."""
        rounded = {
            name: round(domain.to_unit(config[name]), 9)
            for name, domain in self._floats.items()
            if name in config
        }
        return self.problem.space.key({**config, **rounded})


class PointsFirst(Searcher):
    """Proposes given configurations in their order, each once, and then what another searcher proposes.

    points: configurations or parts of configurations. What one leaves out, and what matters given the rest,
        is set to the middle of its domain, so an empty one is the middle of the space, and says so.
    inner: the other searcher; random search by default.

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
                f"points_to_evaluate is {brief(points)}: give a list of configurations, such as "
                '[{"lr": 0.1}].'
            )
        self._inner = inner or RandomSearcher(problem)
        configs = [_completed(problem.space, point, position) for position, point in enumerate(points)]
        self._middle = None if all(points) else problem.space.completed({})
        self._walk = SequenceWalk(problem.space, lambda: configs)

    def propose(self, trials: Trials, rng: np.random.Generator) -> Proposal | None:
        config = self._walk.first_new(trials)
        if config is None:
            return self._inner.propose(trials, rng)
        return Proposal(config, {"kind": "middle" if config == self._middle else "given point"})


def _completed(space: Space, point: Mapping[str, Value], position: int) -> Config:
    try:
        return space.completed(point)
    except SpaceError as error:
        raise SpaceError(f"points_to_evaluate[{position}] is {dict(point)!r}: {error}") from None
