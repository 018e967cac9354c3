"""Parzen estimators: densities over mixed and conditional spaces, from observed points.

A density is a weighted sum of products, with a kernel for each point and axis: a truncated normal one for an
ordered axis, and the kernel of Aitchison and Aitken for an axis without an order. Discrete values have the
probability of their cell of the unit interval. If an axis is inactive for a point, the point's factor for it
is uniform. If it is inactive where the density is evaluated, it has no factor at all. The values of some axes
decide which others are active, so the sum is a proper density over the whole conditional space.

J. Bergstra, R. Bardenet, Y. Bengio and B. Kégl: Algorithms for Hyper-Parameter Optimization. NeurIPS 2011.
J. Aitchison and C. G. G. Aitken: Multivariate binary discrimination by the kernel method. Biometrika 63
(1976).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy.special import log_ndtr, logsumexp, ndtr, ndtri

from tunewise.arrays import Array, Indices, Mask

LARGEST_BLOCK = 2_000_000
"""The largest number of elements of an array (points to evaluate, points of the density)."""


class Cells(NamedTuple):
    """Cells of a mixed space, as arrays (n, d).

    low, high: the cell of the unit interval for the point's value on an axis. The cell of a real number has
        no width; the i-th of k values of an axis without an order has the cell from i / k to (i + 1) / k.
    active: whether the axis matters for the point. If it doesn't, low and high mean nothing.
    """

    low: Array
    high: Array
    active: Mask

    def take(self, rows: Indices | slice) -> Cells:
        return Cells(self.low[rows], self.high[rows], self.active[rows])

    @property
    def centre(self) -> Array:
        return (self.low + self.high) / 2


class Parzen:
    """A density over a mixed space.

    points: the centres of its kernels, (n, d); there may be none if the prior has weight.
    sizes: (d,) how many values an axis without an order has; 0 for the ordered ones.
    bandwidths: (d,), positive. For an axis without an order, the probability of a value other than the
        point's own, below 1.
    prior: the weight of the uniform density, at least 0; each point has weight 1.
    """

    def __init__(self, points: Cells, sizes: Indices, bandwidths: Array, prior: float) -> None:
        self._points = points
        self._sizes = sizes
        self._bandwidths = bandwidths
        count = len(points.low)
        self._prior = prior / (count + prior)
        self._log_weight = -np.log(count + prior)

    def log_density(self, asked: Cells) -> Array:
        """The logarithm of the density at points (m, d): (m,), -inf if it is 0."""
        rows = max(1, LARGEST_BLOCK // max(1, len(self._points.low)))
        blocks = [
            self._block(asked.take(slice(begin, begin + rows))) for begin in range(0, len(asked.low), rows)
        ]
        return np.concatenate(blocks) if blocks else np.empty(0)

    def sample(self, rng: np.random.Generator, number: int, widening: float = 1.0) -> Array:
        """Points of the unit cube, drawn from the density: (number, d).

        widening: a factor for the bandwidths of ordered axes.
        """
        count, dim = self._points.low.shape
        drawn = rng.random((number, dim + 2))
        chosen = np.minimum((drawn[:, 0] * count).astype(np.intp), count - 1)
        uniform = drawn[:, 1] < self._prior
        values = drawn[:, 2:]
        for axis in range(dim):
            own = self._points.active[chosen, axis] & ~uniform
            centre = self._points.centre[chosen[own], axis]
            draw = _drawn_unordered if self._sizes[axis] else _drawn_ordered
            bandwidth = self._bandwidths[axis] * (1.0 if self._sizes[axis] else widening)
            values[own, axis] = draw(values[own, axis], centre, bandwidth, int(self._sizes[axis]))
        return values

    def _block(self, asked: Cells) -> Array:
        logs = np.full((len(asked.low), len(self._points.low)), self._log_weight)
        uniform = np.zeros(len(asked.low))
        for axis, size in enumerate(self._sizes):
            low, high = asked.low[:, axis], asked.high[:, axis]
            plain = np.where(high > low, np.log(np.where(high > low, high - low, 1.0)), 0.0)
            active = asked.active[:, axis]
            centre = self._points.centre[:, axis]
            own = (
                _unordered(low, high, centre, self._bandwidths[axis], int(size))
                if size
                else _ordered(low, high, centre, self._bandwidths[axis])
            )
            factor = np.where(self._points.active[:, axis], own, plain[:, None])
            logs += np.where(active[:, None], factor, 0.0)
            uniform += np.where(active, plain, 0.0)
        total: Array = logsumexp(logs, axis=1)
        if self._prior:
            total = np.logaddexp(total, uniform + np.log(self._prior))
        return total


def _ordered(low: Array, high: Array, centre: Array, bandwidth: float) -> Array:
    """Logarithms (m, n) for normal distributions around `centre` (n,), truncated at 0 and 1: of the density
    at cells (m,) without width, and of the probability of the other cells."""
    inside = np.log(ndtr((1.0 - centre) / bandwidth) - ndtr(-centre / bandwidth))
    wide = high > low
    logs = np.empty((len(low), len(centre)))
    z = (low[~wide, None] - centre) / bandwidth
    logs[~wide] = -0.5 * z**2 - np.log(bandwidth * np.sqrt(2 * np.pi))
    cells, place = np.unique(np.column_stack([low[wide], high[wide]]), axis=0, return_inverse=True)
    logs[wide] = _log_mass(cells, centre, bandwidth)[place]
    return logs - inside


def _log_mass(cells: Array, centre: Array, bandwidth: float) -> Array:
    """The logarithm of the probability of cells (m, 2) under normal distributions around `centre` (n,)."""
    below, above = (cells[:, 0, None] - centre) / bandwidth, (cells[:, 1, None] - centre) / bandwidth
    # mirrored into the lower tail, where the difference of two probabilities is exact
    mirrored = below + above > 0
    nearer, farther = np.where(mirrored, -below, above), np.where(mirrored, -above, below)
    log_nearer = log_ndtr(nearer)
    result: Array = log_nearer + np.log(-np.expm1(np.minimum(log_ndtr(farther) - log_nearer, -1e-300)))
    return result


def _unordered(low: Array, high: Array, centre: Array, bandwidth: float, size: int) -> Array:
    """The kernel of Aitchison and Aitken, as a logarithm: (m, n)."""
    same = _place((low + high) / 2, size)[:, None] == _place(centre, size)
    other = np.log(bandwidth / (size - 1)) if size > 1 else -np.inf
    result: Array = np.where(same, np.log1p(-bandwidth) if size > 1 else 0.0, other)
    return result


def _drawn_ordered(uniform: Array, centre: Array, bandwidth: float, size: int) -> Array:
    below, above = ndtr(-centre / bandwidth), ndtr((1.0 - centre) / bandwidth)
    result: Array = np.clip(centre + bandwidth * ndtri(below + uniform * (above - below)), 0.0, 1.0)
    return result


def _drawn_unordered(uniform: Array, centre: Array, bandwidth: float, size: int) -> Array:
    own = _place(centre, size)
    if size == 1:
        return (own + 0.5) / size
    step = np.minimum((uniform / bandwidth * (size - 1)).astype(np.intp), size - 2) + 1
    other = (own + step) % size
    result: Array = (np.where(uniform < bandwidth, other, own) + 0.5) / size
    return result


def _place(centre: Array, size: int) -> Indices:
    return np.minimum((centre * size).astype(np.intp), size - 1)


def shrinking(count: int, sizes: Indices) -> Array:
    """Bandwidths (d,) that depend only on the number of points, as in Optuna's TPE.

    sizes: (d,) how many values an axis without an order has; 0 for the ordered ones.
    """
    ordered = max(0.2 * max(count, 1) ** (-1 / (len(sizes) + 4)), 1 / min(100, 1 + count))
    # as if one point were replaced by one observation of each value
    others = np.maximum(sizes - 1, 0) / np.maximum(count + sizes, 1)
    return np.where(sizes > 0, others, ordered)


def normal_reference(points: Cells, sizes: Indices, narrowest: float) -> Array:
    """Bandwidths (d,) by the rule that is optimal for normal densities: 1.06 s n^(-1 / (d + 4)).

    n is the number of points for which an axis is active, and s their standard deviation on it. On an axis
    without an order, s is the square root of the probability that two of the points differ.

    sizes: as above. narrowest: the least bandwidth. The largest one, on an axis without an order, makes all
        values equally likely.

    B. W. Silverman: Density Estimation for Statistics and Data Analysis. 1986.
    """
    dim = len(sizes)
    bandwidths = np.full(dim, narrowest)
    for axis, size in enumerate(sizes):
        centre = points.centre[points.active[:, axis], axis]
        if len(centre) == 0:
            continue
        if size:
            shares = np.bincount((centre * size).astype(np.intp), minlength=int(size)) / len(centre)
            deviation = float(np.sqrt(max(0.0, 1.0 - np.sum(shares**2))))
        else:
            deviation = float(np.std(centre))
        bandwidths[axis] = max(narrowest, 1.06 * deviation * len(centre) ** (-1 / (dim + 4)))
    largest = np.where(sizes > 0, np.maximum(sizes - 1, 0) / np.maximum(sizes, 1), np.inf)
    result: Array = np.minimum(bandwidths, largest)
    return result
