"""How a table answers configurations that it doesn't contain: by the nearest one, or by interpolation.

The interpolation is exact, with a Matern-3/2 kernel whose length-scales maximise the likelihood.

C. E. Rasmussen and C. K. I. Williams: Gaussian Processes for Machine Learning. MIT Press 2006, chapters 2
and 5.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import repeat

import numpy as np

from tunewise.arrays import Array
from tunewise.blackboxes.base import BlackboxError, Curve
from tunewise.blackboxes.table import OffGrid, Table
from tunewise.space import Config
from tunewise.space.encoding import Encoding
from tunewise.surrogates.threads import one_thread

ROOT_OF_3 = np.sqrt(3.0)
NUGGET = 1e-6
FIT_ROWS = 250
LEAST_VARIANCE = 1e-300


@dataclass(frozen=True)
class Interpolation:
    """A function on the unit cube with these values at the rows.

    points: (n, d) rows divided by scales. scales: (d,). weights: (n, T). mean: (T,).
    """

    points: Array
    scales: Array
    weights: Array
    mean: Array

    def __call__(self, point: Array) -> Array:
        """The values (T,) at a point (d,)."""
        return np.asarray(self.mean + kernel(point[None, :] / self.scales, self.points)[0] @ self.weights)


def kernel(left: Array, right: Array) -> Array:
    """Matern-3/2 between points (n, d) and (m, d), already divided by the length-scales: (n, m)."""
    squares = np.zeros((len(left), len(right)))
    for column, other in zip(left.T, right.T, strict=True):
        squares += np.square(column[:, None] - other)
    distance = ROOT_OF_3 * np.sqrt(squares)
    return np.asarray((1.0 + distance) * np.exp(-distance))


def interpolate(points: Array, values: Array, known: Sequence[float] = ()) -> tuple[Interpolation, Array]:
    """Interpolates values (n, T) at points (n, d); also returns the leave-one-out predictions (n, T). known:
    the length-scales (d,), if they are."""
    mean = values.mean(axis=0)
    rest = values - mean
    scales = np.array(known) if len(known) == points.shape[1] else _length_scales(points, rest)
    covariance = kernel(points / scales, points / scales) + NUGGET * np.eye(len(points))
    inverse = np.linalg.inv(covariance)
    weights = inverse @ rest
    left_out = values - weights / np.diag(inverse)[:, None]
    return Interpolation(points / scales, scales, weights, mean), left_out


def _length_scales(points: Array, values: Array) -> Array:
    """The length-scales (d,) of maximum likelihood for some of the values (n, T), with a variance for each
    of their columns."""
    from scipy.linalg import solve_triangular  # here, as these imports take longer than many a simulation
    from scipy.optimize import minimize

    points, values = points[:FIT_ROWS], values[:FIT_ROWS, [0, values.shape[1] // 8, -1]]
    spread = values.std(axis=0)
    values = values / np.where(spread > 0.0, spread, 1.0)
    n, d = points.shape

    def misfit(logs: Array) -> float:
        scaled = points / np.exp(logs[:-1])
        lower = np.linalg.cholesky(kernel(scaled, scaled) + np.exp(logs[-1]) * np.eye(n))
        variances = np.square(solve_triangular(lower, values, lower=True)).mean(axis=0)
        variances = np.maximum(variances, LEAST_VARIANCE)  # for values that are all equal
        log_det = 2.0 * np.log(np.diag(lower)).sum()
        return float(n * np.log(variances).sum() + values.shape[1] * log_det)

    start = np.append(np.zeros(d), -7.0)
    bounds = [(-2.5, 4.0)] * d + [(-12.0, -2.0)]  # the last one bounds the noise
    found = minimize(misfit, start, method="L-BFGS-B", bounds=bounds, options={"maxiter": 25})
    return np.asarray(np.exp(found.x[:-1]))


JUDGED_BY = 200  # rows that are left out, to say how good the nearest neighbour is
SMALL = 500
"""Tables of up to this many configurations are interpolated by default; larger ones would take seconds."""


def _point(encoding: Encoding, config: Config) -> Array:
    """The encoding (d,) of a configuration: without choices its quantiles, which are quicker to compute."""
    if encoding.dim == encoding.space.dimension:
        return np.array(encoding.space.to_unit(config))
    return np.asarray(encoding.encode([config])[0])


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
        # |row - point|^2 without the term that all rows share
        self._twice = np.ascontiguousarray((2.0 * points * np.square(self._scale)).T)
        self._squares = np.square(points * self._scale).sum(axis=1)
        self._points = points

    @property
    def answers(self) -> str:
        return f"their nearest neighbour{self._left_out()}"

    def _left_out(self) -> str:
        """How wrong it is for some of the rows, each left out in turn; "" if that can't be said."""
        final = self._table.columns[self._table.problem.metric].mean(axis=1)[:, -1]
        if len(final) == 1 or not np.isfinite(final).all():
            return ""
        rows = np.arange(0, len(final), -(-len(final) // JUDGED_BY))
        distance = self._squares - self._points[rows] @ self._twice
        distance[np.arange(len(rows)), rows] = np.inf
        error = np.sqrt(np.square(final[distance.argmin(axis=1)] - final[rows]).mean())
        return f" ({self._table.problem.metric} at the end is wrong by {error:.2g} on average)"

    def curve(self, config: Config, seed: int) -> Curve:
        point = _point(self._encoding, config)
        row = int((self._squares - point.dot(self._twice)).argmin())
        return self._table.curve(row, seed)


class Stack:
    """Several interpolations of n rows, each kept between the lowest and the highest values that were
    recorded at a level. They give the same to the last bit as each for itself, in a tenth of the time."""

    def __init__(self, parts: Sequence[Interpolation], recorded: Sequence[Array]) -> None:
        """recorded: (n, T) for each part."""
        self._points = np.array([part.points.T for part in parts])  # (p, d, n)
        self._scales = np.array([part.scales for part in parts])
        self._weights = np.array([part.weights for part in parts])  # (p, n, T)
        self._means = np.array([part.mean for part in parts])
        self._low = np.array([values.min(axis=0) for values in recorded])
        self._high = np.array([values.max(axis=0) for values in recorded])

    def at(self, point: Array) -> Array:
        """The values (p, T) at a point (d,)."""
        away = (point / self._scales)[:, :, None] - self._points
        away *= away
        distance = np.sqrt(np.add.reduce(away, axis=1))
        distance *= ROOT_OF_3
        near = np.exp(-distance)
        distance += 1.0
        near *= distance
        values = np.matmul(near[:, None, :], self._weights)[:, 0]
        values += self._means
        return np.asarray(np.minimum(np.maximum(values, self._low), self._high))


class Interpolated:
    """An exact interpolation of the table, the mean of its repetitions: see `interpolate`.

    At each level, nothing is better or worse than the best and the worst that was recorded there. Times are
    interpolated by the logarithms of the seconds that each level took.
    """

    def __init__(self, table: Table) -> None:
        if not table.complete:
            raise BlackboxError("Only complete curves can be interpolated: use off_grid=nearest.")
        self._encoding = Encoding(table.problem.space)
        points = self._encoding.encode(table.configs)
        recorded = [column.mean(axis=1) for column in table.columns.values()]
        recorded.append(np.log(np.diff(table.seconds, axis=2, prepend=0.0)).mean(axis=1))
        known = table.scales or [()] * len(recorded)
        if not table.scales:
            import scipy.linalg  # noqa: F401 - before its threads are counted
        with one_thread():
            parts, left_out = zip(*map(interpolate, repeat(points), recorded, known), strict=True)
        self.scales = [part.scales.tolist() for part in parts]
        self._stack = Stack(parts, recorded)
        self._names = tuple(table.columns)
        self._metric = table.problem.metric
        metric = self._names.index(self._metric)
        self._error = float(np.sqrt(np.square(left_out[metric] - recorded[metric])[:, -1].mean()))
        self._levels = table.levels

    @property
    def answers(self) -> str:
        return f"interpolation ({self._metric} at the end is wrong by {self._error:.2g} on average)"

    def curve(self, config: Config, seed: int) -> Curve:
        with one_thread():  # so that the result is the same on every machine
            values = self._stack.at(_point(self._encoding, config))
        seconds = np.add.accumulate(np.exp(values[-1]))  # as `cumsum`, without what that checks
        columns = dict(zip(self._names, values[:-1].tolist(), strict=True))
        return Curve(columns, seconds.tolist(), self._levels)


def fitted(table: Table) -> Table:
    """The table with the length-scales of its interpolation, if that is how it answers by default: fitting
    them takes half a second."""
    by_default = off_grid(table)
    return replace(table, scales=by_default.scales) if isinstance(by_default, Interpolated) else table


OFF_GRID: dict[str, Callable[[Table], OffGrid]] = {"nearest": Nearest, "interpolation": Interpolated}


def off_grid(table: Table, name: str | None = None) -> OffGrid:
    """The answers off the grid by the name of their method.

    By default small tables of complete curves are interpolated; in others the nearest configuration answers.
    """
    if name is None:
        name = "interpolation" if table.complete and len(table.configs) <= SMALL else "nearest"
    if name not in OFF_GRID:
        raise BlackboxError(f"off_grid={name} isn't known: choose from {', '.join(OFF_GRID)}.")
    return OFF_GRID[name](table)
