"""The Matern-5/2 kernel with a length-scale for each hyperparameter, and what its derivatives need."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from tunewise.arrays import Array, Indices

Groups = Indices


@dataclass(frozen=True, eq=False)
class Columns:
    """The meaning of the columns of points (n, d).

    groups: integers (d,), the index of each column's length-scale, of which there are g. The columns of a
        choice share one; they hold 1 for its value and 0 for the others.
    places: the columns (p,) that instead hold the index of a choice's value, or -1 if the point has none.
        Distances are the same as with one column for each of its values, however many there are.
    """

    groups: Groups
    places: Groups = field(default_factory=lambda: np.empty(0, dtype=np.intp))

    @property
    def lengthscales(self) -> int:
        """The number of length-scales, g."""
        return int(self.groups.max(initial=-1)) + 1

    @cached_property
    def numbers(self) -> Groups:
        """The columns that don't hold places."""
        return np.setdiff1d(np.arange(len(self.groups)), self.places)

    def with_number(self) -> Columns:
        """With one more column: a number that has its own length-scale."""
        return Columns(np.append(self.groups, self.lengthscales), self.places)


class Indicators:
    """Replaces columns of places by indicator columns for some values: 1 if a point has the value, else 0.

    points: (n, d), whose values get columns, after those of the `numbers` numbers. places: (p,), the columns
    that hold places, see `Columns`. least: how many points must have a value for it to get a column.
    """

    def __init__(self, points: Array, places: Indices, least: int = 1) -> None:
        self.numbers = points.shape[1] - len(places)
        self._places = places
        self._values = [_values(points[:, place], least) for place in places]

    def of(self, points: Array) -> Array:
        """Points (m, d) in which all columns hold numbers."""
        if not len(self._places):
            return points
        parts = [np.delete(points, self._places, axis=1)]
        for place, values in zip(self._places, self._values, strict=True):
            parts.append((points[:, place, None] == values).astype(np.float64))
        return np.hstack(parts)


def _values(places: Array, least: int) -> Array:
    values, counts = np.unique(places[places >= 0.0], return_counts=True)
    return np.asarray(values[counts >= least])


class Geometry:
    """Distances between points, for given length-scales as logarithms (g,). Points are scaled once.

    slope_scales: (d,), factors for derivatives by scaled columns; 0 for places, which can't move.
    """

    def __init__(self, columns: Columns, log_lengthscales: Array) -> None:
        scales = column_scales(log_lengthscales, columns.groups)
        self._columns = columns
        self.place_weights = scales[columns.places] ** 2
        self.slope_scales = scales.copy()
        self.slope_scales[columns.places] = 0.0
        self._scales = scales
        self._scales[columns.places] = 1.0

    def scaled(self, x: Array) -> Array:
        """Points (n, d), for `squared`."""
        return x * self._scales

    def squared(self, x1: Array, x2: Array, out: Array | None = None) -> Array:
        """Squared distances (n, m) between scaled points (n, d) and (m, d); into `out` if given."""
        places, numbers = self._columns.places, self._columns.numbers
        if not len(places):
            return squared_distances(x1, x2, out)
        result = squared_distances(x1[:, numbers], x2[:, numbers], out)
        for place, weight in zip(places, self.place_weights, strict=True):
            result += weight * apart(x1[:, place], x2[:, place])
        return result


def column_scales(log_lengthscales: Array, groups: Groups) -> Array:
    """Factors (d,) for the columns of points that turn plain distances into those of the kernel.

    log_lengthscales: (g,). groups: (d,), the length-scale of each column. The columns of a choice share one;
    they hold 1 for its value and 0 for the others. With the factor sqrt(1/2), two of its values are as far
    apart as the two ends of a single column.
    """
    shared = np.bincount(groups, minlength=len(log_lengthscales))[groups] > 1
    return np.asarray(np.exp(-log_lengthscales)[groups] * np.where(shared, math.sqrt(0.5), 1.0))


def apart(places1: Array, places2: Array) -> Array:
    """Squared distances (n, m) of places (n,) and (m,): 1 if they differ, 1/2 if one of them is -1."""
    result: Array = (places1[:, None] != places2).astype(np.float64)
    absent1, absent2 = places1 < 0.0, places2 < 0.0
    if absent1.any() or absent2.any():
        result -= 0.5 * (absent1[:, None] != absent2)
    return result


def squared_distances(x1: Array, x2: Array, out: Array | None = None) -> Array:
    """(n, m) for x1 (n, d) and x2 (m, d), never below 0; into `out` if given."""
    result = np.matmul(x1, x2.T, out=out)
    result *= -2.0
    result += np.einsum("ij,ij->i", x1, x1)[:, None]
    result += np.einsum("ij,ij->i", x2, x2)
    np.maximum(result, 0.0, out=result)
    return np.asarray(result)


def matern52(squared: Array) -> Array:
    """Correlations, (1 + r' + r'^2 / 3) exp(-r') with r' = sqrt(5) r, in place of squared distances r^2."""
    squared *= 5.0
    root = np.sqrt(squared)
    squared /= 3.0
    squared += root
    squared += 1.0
    squared *= np.exp(np.negative(root, out=root), out=root)
    return squared


def matern52_with_slope(squared: Array, slope: Array | None = None) -> tuple[Array, Array]:
    """Correlations k in place of squared distances r^2, and slopes c, into `slope` if given.

    c = 5/3 (1 + r') exp(-r') is such that dk/dx_d = -c (x - x')_d for scaled columns, and
    dk/d(log lengthscale_d) = c (x - x')_d^2.
    """
    squared *= 5.0
    slope = np.sqrt(squared, out=slope)
    decay = np.exp(-slope)
    slope += 1.0
    squared /= 3.0
    squared += slope
    squared *= decay
    slope *= decay
    slope *= 5.0 / 3.0
    return squared, slope
