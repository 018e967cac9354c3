"""The configuration that an acquisition likes best of those not tried yet."""

import math
from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from tunewise.arrays import Array
from tunewise.models.codec import Codec
from tunewise.problem import Problem
from tunewise.searchers.tried import Tried
from tunewise.space import Config
from tunewise.surrogates.acquisition import Acquisition
from tunewise.surrogates.optimiser import best_points
from tunewise.trial import Trials

Search = Callable[[Acquisition, Codec, np.random.Generator, Array], tuple[Array, Array]]

ENUMERATED = 1000
"""In a space of no more configurations than this, all are looked at."""


class Pick(NamedTuple):
    """A configuration, encoded (dim,), and what the acquisition says of it."""

    config: Config
    point: Array
    value: float


class Untried:
    """Looks for the best of the configurations that a history hasn't tried.

    search: how, where there are too many to look at all; `best_points`, or `sampled_points` which costs less.
    """

    def __init__(self, problem: Problem, codec: Codec, search: Search = best_points) -> None:
        self._search = search
        space = problem.space
        self._codec = codec
        self._tried = Tried(space)
        self._cardinality = space.cardinality
        small = self._cardinality is not None and self._cardinality <= ENUMERATED
        self._all: Array | None = codec.encode(list(space.all())) if small else None

    def best(
        self, acquisition: Acquisition, trials: Trials, rng: np.random.Generator, incumbents: Array
    ) -> Pick | None:
        """The best that was found, or None if all that was found has been tried.

        incumbents: points (i, dim) near which the best is likely.
        """
        self._tried.update(trials)
        points, values = self._ranked(acquisition, rng, incumbents)
        for point, value in zip(points, values.tolist(), strict=True):
            if not math.isfinite(value):
                continue
            config = self._codec.decode(point)
            if config not in self._tried:
                return Pick(config, point, value)
        return None

    def any_left(self, trials: Trials) -> bool:
        """Whether there are configurations that the history hasn't tried."""
        if self._cardinality is None:
            return True
        self._tried.update(trials)
        return self._tried.count < self._cardinality

    def _ranked(
        self, acquisition: Acquisition, rng: np.random.Generator, incumbents: Array
    ) -> tuple[Array, Array]:
        if self._all is None:
            return self._search(acquisition, self._codec, rng, incumbents)
        values = acquisition(self._all)
        order = np.argsort(-values, kind="stable")
        return self._all[order], values[order]
