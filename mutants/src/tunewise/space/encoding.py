"""Configurations as vectors, for surrogate models."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from tunewise.space.finite import Choice
from tunewise.space.space import Space
from tunewise.space.values import Config, SpaceError, Value

Kind = Literal["numeric", "onehot", "place"]

ABSENT: Mapping[Kind, float] = {"numeric": 0.5, "onehot": 0.0, "place": -1.0}
"""What the columns of a hyperparameter hold that a configuration lacks."""


@dataclass(frozen=True)
class Column:
    """The columns start to stop - 1 of the encoding, which belong to one hyperparameter.

    cardinality: how many values it has; None if they can't be counted.
    """

    name: str
    kind: Kind
    start: int
    stop: int
    cardinality: int | None


class Encoding:
    """Maps the configurations of a space to vectors in [0, 1]^dim and back.

    Numbers, ordinals and ranges have one column, their quantile; a choice has one for each of its values,
    1 for the one that it has and 0 for the others; constants have none. A hyperparameter that a
    configuration lacks is 0.5, or all 0 if it is a choice.

    longest: a choice of more values than this has one column only, outside of the cube: the place of its
        value, counted from 0, or -1 where a configuration lacks it. By default there is no such choice.
    """

    def __init__(self, space: Space, longest: float = math.inf) -> None:
        self.space = space
        columns: list[Column] = []
        for name, domain in space.domains.items():
            start = columns[-1].stop if columns else 0
            size = domain.cardinality
            if isinstance(domain, Choice) and domain.cardinality <= longest:
                columns.append(Column(name, "onehot", start, start + domain.cardinality, size))
            else:
                kind: Kind = "place" if isinstance(domain, Choice) else "numeric"
                columns.append(Column(name, kind, start, start + 1, size))
        self.columns = tuple(columns)
        self.dim = columns[-1].stop if columns else 0

    def encode(self, configs: Sequence[Mapping[str, Value]]) -> NDArray[np.float64]:
        """Configurations of the space as the rows of an array (n, dim).

        Raises `SpaceError` naming the hyperparameter for a value that it can't have.
        """
        rows = np.zeros((len(configs), self.dim))
        for row, config in zip(rows, configs, strict=True):
            for column in self.columns:
                try:
                    self._fill(row, column, config)
                except SpaceError as error:
                    raise SpaceError(f"{column.name}: {error}.") from None
        return rows

    def decode(self, row: ArrayLike) -> Config:
        """The configuration nearest to a vector (dim,): values are clipped to [0, 1], and of a choice's
        columns the largest counts. Raises ValueError for another shape, or NaN."""
        vector = np.asarray(row, dtype=np.float64)
        if vector.shape != (self.dim,):
            raise ValueError(f"a vector of shape {vector.shape} is no point of {self.dim} dimensions")
        if np.isnan(vector).any():
            raise ValueError("a vector with NaN in it is no point: give numbers from 0 to 1")
        return self.space.from_unit([self._quantile(vector, column) for column in self.columns])

    def _fill(self, row: NDArray[np.float64], column: Column, config: Mapping[str, Value]) -> None:
        domain = self.space.domains[column.name]
        if column.name not in config:
            row[column.start : column.stop] = ABSENT[column.kind]
        elif isinstance(domain, Choice):
            place = domain.index(config[column.name])
            if column.kind == "place":
                row[column.start] = place
            else:
                row[column.start + place] = 1.0
        else:
            row[column.start] = domain.to_unit(config[column.name])

    def _quantile(self, vector: NDArray[np.float64], column: Column) -> float:
        part = vector[column.start : column.stop]
        if column.kind == "numeric":
            return float(part[0])
        if column.cardinality is not None and column.kind == "place":
            return (round(float(part[0])) + 0.5) / column.cardinality
        return (int(np.argmax(part)) + 0.5) / len(part)
