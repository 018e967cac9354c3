"""How a table answers configurations that it doesn't hold."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from tunewise.arrays import Array
from tunewise.blackboxes.base import BlackboxError, Curve
from tunewise.blackboxes.interpolation import Interpolation, interpolate
from tunewise.blackboxes.table import OffGrid, Table
from tunewise.space import Config
from tunewise.space.encoding import Encoding
from tunewise.surrogates.linalg import one_thread

SMALL = 500
"""Up to so many configurations a table is interpolated by default: beyond, that takes seconds to prepare."""


class Nearest:
    """The curve of the nearest configuration of the table, in the cube of the encoded space.

    A choice counts as a distance of 1 where it differs, a number by the difference of its quantiles.
    """

    def __init__(self, table: Table) -> None:
        self._table = table
        self._encoding = Encoding(table.problem.space)
        points = self._encoding.encode(table.configs)
        # one-hot columns differ in two places
        onehot = [column for column in self._encoding.columns if column.kind == "onehot"]
        self._scale = np.ones(self._encoding.dim)
        for column in onehot:
            self._scale[column.start : column.stop] = np.sqrt(0.5)
        self._numeric = not onehot
        # |row - point|^2 less what all rows share
        self._twice = np.ascontiguousarray((2.0 * points * np.square(self._scale)).T)
        self._squares = np.square(points * self._scale).sum(axis=1)

    @property
    def answers(self) -> str:
        return "their nearest neighbour"

    def curve(self, config: Config, seed: int) -> Curve:
        space = self._table.problem.space
        # the encoding of numbers alone is their quantiles, which is quicker to have for a single one
        point = np.array(space.to_unit(config)) if self._numeric else self._encoding.encode([config])[0]
        row = int((self._squares - point.dot(self._twice)).argmin())
        return self._table.curve(row, seed)


class _Part(NamedTuple):
    """What is interpolated of a column: values between the lowest and the highest recorded ones (T,)."""

    interpolation: Interpolation
    low: Array
    high: Array

    def at(self, point: Array) -> Array:
        return np.clip(self.interpolation(point), self.low, self.high)


class Interpolated:
    """An exact interpolation of the table, the mean of its repetitions: see `interpolation`.

    At each level, nothing is better or worse than the best and the worst that was recorded there. Times are
    interpolated by the logarithms of the seconds that each level took.
    """

    def __init__(self, table: Table) -> None:
        if not table.complete:
            raise BlackboxError("Only complete curves can be interpolated: use off_grid=nearest.")
        self._encoding = Encoding(table.problem.space)
        points = self._encoding.encode(table.configs)
        self._columns: dict[str, _Part] = {}
        for name, column in table.columns.items():
            mean = column.mean(axis=1)
            with one_thread():
                part, left_out = interpolate(points, mean)
            self._columns[name] = _Part(part, mean.min(axis=0), mean.max(axis=0))
            if name == table.problem.metric:
                self._error = float(np.sqrt(np.square(left_out - mean)[:, -1].mean()))
        logs = np.log(np.diff(table.seconds, axis=2, prepend=0.0)).mean(axis=1)
        with one_thread():
            part, _ = interpolate(points, logs)
        self._logs = _Part(part, logs.min(axis=0), logs.max(axis=0))
        self._metric = table.problem.metric
        self._levels = table.levels

    @property
    def answers(self) -> str:
        return f"interpolation ({self._metric} at the end is wrong by {self._error:.2g} on average)"

    def curve(self, config: Config, seed: int) -> Curve:
        with one_thread():  # so that it comes out the same on every machine
            return self._curve(self._encoding.encode([config])[0])

    def _curve(self, point: Array) -> Curve:
        seconds = np.cumsum(np.exp(self._logs.at(point)))
        columns = {name: part.at(point).tolist() for name, part in self._columns.items()}
        return Curve(columns, seconds.tolist(), self._levels)


OFF_GRID: dict[str, Callable[[Table], OffGrid]] = {"nearest": Nearest, "interpolation": Interpolated}


def off_grid(table: Table, name: str | None = None) -> OffGrid:
    """The way of that name. By default small tables of complete curves are interpolated, of others the
    nearest configuration answers."""
    if name is None:
        name = "interpolation" if table.complete and len(table.configs) <= SMALL else "nearest"
    if name not in OFF_GRID:
        raise BlackboxError(f"off_grid={name} can't be: choose from {', '.join(OFF_GRID)}.")
    return OFF_GRID[name](table)
