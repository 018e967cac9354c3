"""Configurations as points for surrogate models, many at a time, and back."""

import math
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import ArrayLike

from tunewise.arrays import Array, Mask
from tunewise.space import Condition, Config, Domain, Space, Value
from tunewise.space.dependencies import parents_first
from tunewise.space.domains import Float, Integer
from tunewise.space.encoding import ABSENT, Encoding
from tunewise.space.finite import Choice, Ordinal
from tunewise.surrogates.kernels import Columns
from tunewise.surrogates.optimiser import Layout

LONGEST_GRID = 100
"""A hyperparameter with more values than this counts as continuous where points are searched."""

LONGEST_TABLE = 1000
"""Conditions on a hyperparameter with no more values than this are looked up instead of evaluated."""

LONGEST_CHOICE = 64
"""A choice of more values than this has one column, the place of its value, and not one for each: values that
nobody has tried must cost nothing."""


class Codec:
    """Maps the configurations of a space to points (dim,) and back; see `Encoding` for how.

    dim: the number of columns.
    layout: what the columns may hold.
    columns: the same, for those who take distances. Each hyperparameter has one length-scale.
    """

    def __init__(self, space: Space) -> None:
        self.space = space
        self._encoding = Encoding(space, LONGEST_CHOICE)
        self._columns = {column.name: column for column in self._encoding.columns}
        self._parents_first = parents_first(space.domains)
        self._lookups: dict[Condition, Mask | None] = {
            condition: _lookup(condition, space.domains[condition.parent])
            for domain in space.domains.values()
            for condition in domain.conditions
        }
        self.dim = self._encoding.dim
        self.layout = _layout(self._encoding)
        widths = [column.stop - column.start for column in self._encoding.columns]
        places = np.array([column for column, _ in self.layout.places], dtype=np.intp)
        self.columns = Columns(np.repeat(np.arange(len(widths)), widths), places)

    def encode(self, configs: Sequence[Mapping[str, Value]]) -> Array:
        """Configurations of the space as points (n, dim).

        Raises `SpaceError` naming the hyperparameter for a value that it can't have.
        """
        return self._encoding.encode(configs)

    def decode(self, point: ArrayLike) -> Config:
        """The configuration nearest to a point (dim,). Raises ValueError for another shape, or NaN."""
        return self._encoding.decode(point)

    def sample(self, rng: np.random.Generator, n: int) -> Array:
        """Points (n, dim) of configurations distributed as those that the space draws."""
        # of as many uniform numbers as there are values, each is the largest equally often
        points = rng.random((n, self.dim))
        for column, size in self.layout.places:
            points[:, column] = np.floor(points[:, column] * size)
        return self.snap(points)

    def snap(self, points: Array) -> Array:
        """The points (n, dim) of the configurations nearest to points (n, dim), which are clipped.

        A column of an inactive hyperparameter holds what `Encoding` says of one that is lacking.
        """
        return self._snapped(points)[0]

    def active(self, points: Array) -> Mask:
        """Which columns matter, (n, dim), in the configurations nearest to points (n, dim)."""
        return self._snapped(points)[1]

    def _snapped(self, points: Array) -> tuple[Array, Mask]:
        snapped = np.clip(points, 0.0, 1.0)
        active = np.ones(snapped.shape, dtype=np.bool_)
        for name, domain in self._parents_first.items():
            column = self._columns[name]
            if column.kind == "onehot":
                _snap_choice(snapped[:, column.start : column.stop], points[:, column.start : column.stop])
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
        column = self._columns[condition.parent]
        domain = self.space.domains[condition.parent]
        holds = self._lookups[condition]
        part = snapped[:, column.start : column.stop]
        found: Mask
        if isinstance(domain, Choice):
            assert holds is not None, "all values of a choice are listed"
            # where a place is -1, it isn't active, so that what is found there doesn't count
            found = holds[np.argmax(part, axis=1) if column.kind == "onehot" else part[:, 0].astype(np.intp)]
        elif holds is not None:
            found = holds[index_of(domain, part[:, 0]).astype(np.intp)]
        else:
            found = np.array([condition.holds(domain.from_unit(u)) for u in part[:, 0].tolist()], np.bool_)
        found &= active[:, column.start]
        return found


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
        elif column.cardinality is None or column.cardinality > LONGEST_GRID:
            continuous.append(column.start)
        else:
            domain = encoding.space.domains[column.name]
            grids.append((column.start, quantile_of(domain, np.arange(column.cardinality, dtype=float))))
    return Layout(
        encoding.dim, np.array(continuous, dtype=np.intp), tuple(grids), tuple(choices), tuple(places)
    )


def _lookup(condition: Condition, parent: Domain) -> Mask | None:
    """Whether the condition holds for each value of its parent; None where these are too many."""
    size = parent.cardinality
    if size is None or (size > LONGEST_TABLE and not isinstance(parent, Choice)):
        return None
    values = [parent.from_unit(u) for u in quantile_of(parent, np.arange(size, dtype=float)).tolist()]
    return np.array([condition.holds(value) for value in values], dtype=np.bool_)


def _snap_choice(snapped: Array, points: Array) -> None:
    """Sets the largest of each row to 1 and the others to 0; (n, k) both."""
    snapped[:] = 0.0
    snapped[np.arange(len(points)), np.argmax(points, axis=1)] = 1.0


def index_of(domain: Domain, quantiles: Array) -> Array:
    """The places (n,), counted from 0, of the values at quantiles (n,) in [0, 1] of a counted domain.

    Whole numbers as floats: there may be more of them than an integer's bits.
    """
    last = _size(domain) - 1.0
    if isinstance(domain, Integer) and domain.log:
        low, high = _log_bounds(domain)
        places: Array = np.rint(np.exp(low + (high - low) * quantiles)) - domain.lower
        return np.clip(places, 0.0, last)
    if isinstance(domain, Ordinal) and domain.edges:
        return np.searchsorted(domain.edges[1:-1], quantiles, side="right").astype(np.float64)
    return np.minimum(np.floor(quantiles * (last + 1.0)), last)


def quantile_of(domain: Domain, places: Array) -> Array:
    """The quantiles (n,) of the values at places (n,), as `Domain.to_unit` gives them."""
    if isinstance(domain, Integer) and domain.log:
        low, high = _log_bounds(domain)
        quantiles: Array = (np.log(domain.lower + places) - low) / (high - low)
        return np.clip(quantiles, 0.0, 1.0)
    if isinstance(domain, Ordinal) and domain.edges:
        return np.array(domain.quantiles)[places.astype(np.intp)]
    return (places + 0.5) / _size(domain)


def _size(domain: Domain) -> float:
    size = domain.cardinality
    assert size is not None, "only a domain that is counted has places"
    return float(size)


def _log_bounds(domain: Integer) -> tuple[float, float]:
    """As in `Integer`: half a number beyond the bounds."""
    return math.log(domain.lower - 0.5), math.log(domain.upper + 0.5)
