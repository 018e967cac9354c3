"""The best configuration by an acquisition that hasn't been tried yet."""

import math
from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from tunewise.arrays import Array
from tunewise.models.codec import Codec
from tunewise.problem import Problem
from tunewise.searchers.tried import TriedConfigs
from tunewise.space import Config, Value
from tunewise.surrogates.acquisition import Acquisition, Predictor
from tunewise.surrogates.optimiser import best_points
from tunewise.surrogates.targets import Scale
from tunewise.trial import Trials

Search = Callable[[Acquisition, Codec, np.random.Generator, Array], tuple[Array, Array]]

MAX_ENUMERATED = 1000
"""In a space with at most this many configurations, all are evaluated."""


class Pick(NamedTuple):
    """A configuration, encoded (dim,), and the value of the acquisition there."""

    config: Config
    point: Array
    value: float

    def why(self, kind: str, predictor: Predictor, scale: Scale, sign: int) -> dict[str, Value]:
        """The reason for picking it by its log EI, with the predicted metric if that is a finite number.

        predictor: in units of `scale`. sign: of the problem.
        """
        why: dict[str, Value] = {"kind": kind, "log_ei": self.value + math.log(scale.unit)}
        mean = predictor.means(self.point[None])
        return with_prediction(why, float(scale.from_units(mean.mean(axis=1))[0]), sign)


def with_prediction(why: dict[str, Value], loss: float, sign: int) -> dict[str, Value]:
    """The reason with a predicted loss as a value of the metric, unless it is beyond the largest floats."""
    return {**why, "predicted": sign * loss} if math.isfinite(loss) else why


class Untried:
    """Searches for the best configuration that a history hasn't tried.

    search: used in spaces too large to evaluate all of them; `best_points`, or `sampled_points`, which is
        cheaper.
    """

    def __init__(self, problem: Problem, codec: Codec, search: Search = best_points) -> None:
        self._search = search
        self._codec = codec
        self._tried = TriedConfigs(problem.space)
        self._cardinality = problem.space.cardinality
        small = self._cardinality is not None and self._cardinality <= MAX_ENUMERATED
        self._all: Array | None = codec.encode(list(problem.space.all())) if small else None

    def best(
        self, acquisition: Acquisition, trials: Trials, rng: np.random.Generator, incumbents: Array
    ) -> Pick | None:
        """The best configuration found, or None if all those found have been tried.

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
