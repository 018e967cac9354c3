"""Configurations as cells of the unit cube, for densities: a value has the stretch that is mapped to it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from tunewise.arrays import Places
from tunewise.history_cache import HistoryCache
from tunewise.space import Config, Domain, Space, Value
from tunewise.space.domains import Float, Integer
from tunewise.space.finite import Choice, Finite
from tunewise.surrogates.parzen import Points

if TYPE_CHECKING:
    from tunewise.trial import Trial


def cell(domain: Domain, value: Value) -> tuple[float, float]:
    """The quantiles from which `domain.from_unit` makes `value`: the lowest and the highest one.

    They are equal for a real number, and for one of more whole numbers than floats can tell apart.
    """
    if isinstance(domain, Finite):
        return domain.stretch(domain.index(value))
    if isinstance(domain, Integer):
        whole, lower, upper = domain.validate(value), domain.lower, domain.upper
        if not domain.log:
            return (whole - lower) / domain.cardinality, (whole - lower + 1) / domain.cardinality
        begin, end = math.log(lower - 0.5), math.log(upper + 0.5)
        low, high = ((math.log(edge) - begin) / (end - begin) for edge in (whole - 0.5, whole + 0.5))
        return max(low, 0.0), min(high, 1.0)
    assert isinstance(domain, Float)
    quantile = domain.to_unit(value)
    return quantile, quantile


def sizes(space: Space) -> Places:
    """For each hyperparameter how many values it has without an order; 0 if they have one: (d,)."""
    return np.array(
        [domain.cardinality if isinstance(domain, Choice) else 0 for domain in space.domains.values()],
        dtype=np.intp,
    )


def points_of(space: Space, configs: Sequence[Mapping[str, Value]]) -> Points:
    """Configurations of the space as points (n, d), with an axis for each hyperparameter."""
    bounds = np.empty((len(configs), space.dimension, 2))
    active = np.empty((len(configs), space.dimension), dtype=np.bool_)
    for row, config in enumerate(configs):
        for axis, (name, domain) in enumerate(space.domains.items()):
            active[row, axis] = name in config
            bounds[row, axis] = cell(domain, config[name]) if name in config else (0.5, 0.5)
    return Points(bounds[..., 0].copy(), bounds[..., 1].copy(), active)


class Cells(HistoryCache):
    """The configurations of all trials as points, each computed once."""

    _points: Points
    _new: list[Config]

    def __init__(self, space: Space) -> None:
        super().__init__()
        self._space = space
        self._reset()

    def points(self) -> Points:
        """Those of all trials that were read, in the order of their ids: (n, d)."""
        if self._new:
            more = points_of(self._space, self._new)
            self._points = Points(*(np.concatenate(pair) for pair in zip(self._points, more, strict=True)))
            self._new = []
        return self._points

    def _reset(self) -> None:
        self._new = []
        self._points = points_of(self._space, [])

    def _add_trial(self, trial: Trial) -> None:
        self._new.append(trial.config)
