"""Configurations as points for surrogate models, many at a time, and back."""

import numpy as np

from tunewise.arrays import Array, Mask
from tunewise.space import Condition, Domain, Space
from tunewise.space.dependencies import parents_first
from tunewise.space.domains import Float, Integer
from tunewise.space.encoding import ABSENT, Encoding
from tunewise.space.finite import Choice, Ordinal
from tunewise.surrogates.kernels import Columns
from tunewise.surrogates.optimiser import Layout

MAX_GRID = 100
"""A hyperparameter with more values than this counts as continuous when points are searched."""

MAX_LOOKUP = 1000
"""Conditions on a hyperparameter with at most this many values are looked up instead of evaluated."""

MAX_ONE_HOT = 64
"""A choice with more values than this has a single column, the index of its value. So values that nobody has
tried cost nothing."""


class Codec(Encoding):
    """Maps the configurations of a space to points (dim,) and back, see `Encoding`.

    layout: what the columns may hold.
    kernel_columns: the same for kernels. Each hyperparameter has one length-scale.
    """

    def __init__(self, space: Space) -> None:
        super().__init__(space, MAX_ONE_HOT)
        self._by_name = {column.name: column for column in self.columns}
        self._parents_first = parents_first(space.domains)
        self._lookups: dict[Condition, Mask | None] = {
            condition: _lookup(condition, space.domains[condition.parent])
            for domain in space.domains.values()
            for condition in domain.conditions
        }
        self.layout = _layout(self)
        widths = [column.stop - column.start for column in self.columns]
        places = np.array([column for column, _ in self.layout.places], dtype=np.intp)
        self.kernel_columns = Columns(np.repeat(np.arange(len(widths)), widths), places)

    def sample(self, rng: np.random.Generator, n: int) -> Array:
        """Points (n, dim) of configurations, distributed like those that the space draws."""
        # of as many uniform numbers as a choice has values, each is the largest equally often
        points = rng.random((n, self.dim))
        for column, size in self.layout.places:
            points[:, column] = np.floor(points[:, column] * size)
        return self.snap(points)

    def snap(self, points: Array) -> Array:
        """The points (n, dim) of the configurations nearest to points (n, dim), which are clipped.

        A column of an inactive hyperparameter holds what `ABSENT` says.
        """
        return self._snapped(points)[0]

    def active(self, points: Array) -> Mask:
        """Which columns matter, (n, dim), in the configurations nearest to points (n, dim)."""
        return self._snapped(points)[1]

    def _snapped(self, points: Array) -> tuple[Array, Mask]:
        snapped = np.clip(points, 0.0, 1.0)
        active = np.ones(snapped.shape, dtype=np.bool_)
        for name, domain in self._parents_first.items():
            column = self._by_name[name]
            if column.kind == "onehot":
                largest = np.argmax(points[:, column.start : column.stop], axis=1)
                snapped[:, column.start : column.stop] = 0.0
                snapped[np.arange(len(points)), column.start + largest] = 1.0
            elif isinstance(domain, Choice):
                last = domain.cardinality - 1
                snapped[:, column.start] = np.clip(np.rint(points[:, column.start]), 0, last)
            elif not isinstance(domain, Float):
                snapped[:, column.start] = quantile_of(domain, index_of(domain, snapped[:, column.start]))
            if domain.conditions:
                holds = np.logical_and.reduce([self._holds(c, snapped, active) for c in domain.conditions])
                active[:, column.start : column.stop] = holds[:, None]
                snapped[~holds, column.start : column.stop] = ABSENT[column.kind]
        return snapped, active

    def _holds(self, condition: Condition, snapped: Array, active: Mask) -> Mask:
        """For which points (n,) a condition holds, whose parent's columns are snapped already."""
        column = self._by_name[condition.parent]
        domain = self.space.domains[condition.parent]
        lookup = self._lookups[condition]
        part = snapped[:, column.start : column.stop]
        holds: Mask
        if isinstance(domain, Choice):
            assert lookup is not None, "all values of a choice are listed"
            # where an index is -1, the parent isn't active, so that it doesn't matter what is looked up
            holds = lookup[np.argmax(part, axis=1) if column.kind == "onehot" else part[:, 0].astype(np.intp)]
        elif lookup is not None:
            holds = lookup[index_of(domain, part[:, 0]).astype(np.intp)]
        else:
            holds = np.array([condition.holds(domain.from_unit(u)) for u in part[:, 0].tolist()], np.bool_)
        holds &= active[:, column.start]
        return holds


def _layout(encoding: Encoding) -> Layout:
    continuous: list[int] = []
    grids: list[tuple[int, Array]] = []
    choices: list[tuple[int, int]] = []
    places: list[tuple[int, int]] = []
    for column in encoding.columns:
        if column.kind == "onehot":
            choices.append((column.start, column.stop))
        elif column.kind == "place" and column.cardinality is not None:
            places.append((column.start, column.cardinality))
        elif column.cardinality is None or column.cardinality > MAX_GRID:
            continuous.append(column.start)
        else:
            grids.append(
                (column.start, _all_quantiles(encoding.space.domains[column.name], column.cardinality))
            )
    return Layout(
        encoding.dim, np.array(continuous, dtype=np.intp), tuple(grids), tuple(choices), tuple(places)
    )


def _lookup(condition: Condition, parent: Domain) -> Mask | None:
    """Whether the condition holds for each value of its parent; None if there are too many."""
    size = parent.cardinality
    if size is None or (size > MAX_LOOKUP and not isinstance(parent, Choice)):
        return None
    values = [parent.from_unit(u) for u in _all_quantiles(parent, size).tolist()]
    return np.array([condition.holds(value) for value in values], dtype=np.bool_)


def _all_quantiles(domain: Domain, size: int) -> Array:
    return quantile_of(domain, np.arange(size, dtype=float))


def index_of(domain: Domain, quantiles: Array) -> Array:
    """The indices (n,), counted from 0, of the values at quantiles (n,) in [0, 1] of a counted domain.

    They are floats: there may be more of them than an integer has bits for.
    """
    last = _size(domain) - 1.0
    if isinstance(domain, Integer) and domain.log:
        low, high = domain.log_ends
        indices: Array = np.rint(np.exp(low + (high - low) * quantiles)) - domain.lower
        return np.clip(indices, 0.0, last)
    if isinstance(domain, Ordinal) and domain.edges:
        return np.searchsorted(domain.edges[1:-1], quantiles, side="right").astype(np.float64)
    return np.minimum(np.floor(quantiles * (last + 1.0)), last)


def quantile_of(domain: Domain, indices: Array) -> Array:
    """The quantiles (n,) of the values at indices (n,), the same as `Domain.to_unit` gives."""
    if isinstance(domain, Integer) and domain.log:
        low, high = domain.log_ends
        quantiles: Array = (np.log(domain.lower + indices) - low) / (high - low)
        return np.clip(quantiles, 0.0, 1.0)
    if isinstance(domain, Ordinal) and domain.edges:
        return np.array(domain.quantiles)[indices.astype(np.intp)]
    return (indices + 0.5) / _size(domain)


def _size(domain: Domain) -> float:
    assert domain.cardinality is not None, "only a counted domain has indices"
    return float(domain.cardinality)
