"""Gradient-boosted trees that predict several quantiles at once.

Regression trees of fixed depth over binned inputs are fitted to the negative gradient of the quantile loss.
Their leaves then take the quantile of their residuals. All quantiles are boosted together, because one pass
over arrays is cheaper than several.

J. H. Friedman: Greedy Function Approximation: A Gradient Boosting Machine. Annals of Statistics 29 (2001).
Bins as in G. Ke et al.: LightGBM. NeurIPS 2017.

Quantiles are then corrected on held-out points, so that they have the promised coverage: Y. Romano, E.
Patterson and E. J. Candès: Conformalized Quantile Regression. NeurIPS 2019, arXiv:1905.03222.
"""

import math
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from tunewise.arrays import Array, Indices

TREES = 50
DEPTH = 3
RATE = 0.2
"""The factor for each tree's predictions."""

BINS = 16
"""The largest number of bins of an input."""

MIN_LEAF = 3
"""A split must leave at least this many points on each side."""


class _Trees(NamedTuple):
    """One tree for each of q quantiles.

    columns, bins: (q, 2^DEPTH - 1), where its nodes split. The root comes first, and the children of node i
        are 2i + 1 and 2i + 2. Points in this bin or a lower one go to the first child. leaves: (q, 2^DEPTH).
    """

    columns: Indices
    bins: Indices
    leaves: Array


@dataclass(frozen=True, eq=False)
class QuantileTrees:
    """Predicts quantiles. levels: (q,), in (0, 1), ascending."""

    levels: Array
    _edges: tuple[Array, ...]
    _start: Array
    _trees: tuple[_Trees, ...]

    def predict(self, points: Array) -> Array:
        """The quantiles at points (m, d): (m, q), ascending along each row."""
        quantiles, num = len(self.levels), len(points)
        which = np.tile(np.arange(quantiles), num)
        predicted = self.predict_one(np.repeat(points, quantiles, axis=0), which)
        # sorted, because quantiles that were fitted separately may cross
        return np.sort(predicted.reshape(num, quantiles), axis=1)

    def predict_one(self, points: Array, which: Indices) -> Array:
        """For each of the points (m, d), the quantile whose level has the index `which` (m,): (m,)."""
        codes = _coded(points, self._edges)
        predicted = self._start[which]
        for trees in self._trees:
            predicted += trees.leaves[which, _leaf(trees, codes, which)]
        return predicted


def fit(points: Array, targets: Array, levels: Array) -> QuantileTrees:
    """The trees for points (n, d) with targets (n,), finite, n at least 1, and levels (q,) in (0, 1)."""
    edges = tuple(_edges(column) for column in points.T)
    codes = _coded(points, edges)
    start = np.quantile(targets, levels)
    fitted = np.tile(start[:, None], (1, len(targets)))
    rows = np.arange(len(levels))[:, None]
    trees: list[_Trees] = []
    for _ in range(TREES if points.shape[1] else 0):
        residuals = targets - fitted
        gradient = np.where(residuals > 0, levels[:, None], levels[:, None] - 1.0)
        columns, bins, leaf = _grown(codes, gradient)
        leaves = RATE * _leaf_quantiles(residuals, leaf, levels)
        if not leaves.any():
            break  # later trees wouldn't change anything either
        trees.append(_Trees(columns, bins, leaves))
        fitted += leaves[rows, leaf]
    return QuantileTrees(levels, edges, start, tuple(trees))


def _edges(column: Array) -> Array:
    """The numbers that separate the bins of an input (n,): at most BINS - 1, ascending."""
    values = np.unique(column)
    if len(values) > BINS:
        values = np.unique(np.quantile(column, np.linspace(0, 1, BINS), method="nearest"))
    return (values[1:] + values[:-1]) / 2


def _coded(points: Array, edges: tuple[Array, ...]) -> Indices:
    """The bins of points (m, d): (m, d)."""
    codes = np.empty(points.shape, dtype=np.intp)
    for column, separators in enumerate(edges):
        codes[:, column] = np.searchsorted(separators, points[:, column])
    return codes


def _grown(codes: Indices, gradient: Array) -> tuple[Indices, Indices, Indices]:
    """The splits of a tree for each row of the gradient (q, n), and the leaf of each point, (q, n)."""
    num, dim = codes.shape
    quantiles = len(gradient)
    columns = np.zeros((quantiles, 2**DEPTH - 1), dtype=np.intp)
    bins = np.full_like(columns, BINS)
    node = np.zeros((quantiles, num), dtype=np.intp)
    cell = codes + BINS * np.arange(dim)
    weights = np.repeat(gradient, dim, axis=1).ravel()
    points = np.arange(num)
    for depth in range(DEPTH):
        width = 2**depth
        group = node + width * np.arange(quantiles)[:, None]
        place = (group[:, :, None] * (dim * BINS) + cell).ravel()
        shape = (quantiles, width, dim, BINS)
        size = quantiles * width * dim * BINS
        counts = np.bincount(place, minlength=size).reshape(shape)
        sums = np.bincount(place, weights=weights, minlength=size).reshape(shape)
        column, last = _best_splits(counts, sums)
        columns[:, width - 1 : 2 * width - 1] = column
        bins[:, width - 1 : 2 * width - 1] = last
        rows = np.arange(quantiles)[:, None]
        node = 2 * node + (codes[points, column[rows, node]] > last[rows, node])
    return columns, bins, node


def _best_splits(counts: Indices, sums: Array) -> tuple[Indices, Indices]:
    """The best split of each node, from its histograms (q, nodes, d, BINS): the column, and the last bin of
    the first side, both (q, nodes). A node that is better left unsplit keeps all points on its first side."""
    left, left_sum = np.cumsum(counts, axis=3), np.cumsum(sums, axis=3)
    total, total_sum = left[..., -1:], left_sum[..., -1:]
    right, right_sum = total - left, total_sum - left_sum
    allowed = (left >= MIN_LEAF) & (right >= MIN_LEAF)
    gain = np.where(
        allowed,
        left_sum**2 / np.maximum(left, 1) + right_sum**2 / np.maximum(right, 1)
        - total_sum**2 / np.maximum(total, 1),
        0.0,
    )  # fmt: skip
    flat = gain.reshape(*gain.shape[:2], -1)
    best = np.argmax(flat, axis=2)
    useful = np.take_along_axis(flat, best[..., None], axis=2)[..., 0] > 1e-9
    return np.where(useful, best // BINS, 0), np.where(useful, best % BINS, BINS)


def _leaf_quantiles(residuals: Array, leaf: Indices, levels: Array) -> Array:
    """The quantile of the residuals (q, n) in each leaf, (q, 2^DEPTH); 0 in an empty leaf."""
    quantiles, num = residuals.shape
    group = (leaf + 2**DEPTH * np.arange(quantiles)[:, None]).ravel()
    order = np.lexsort((residuals.ravel(), group))
    counts = np.bincount(group, minlength=quantiles * 2**DEPTH)
    first = np.cumsum(counts) - counts
    inside = np.ceil(np.repeat(levels, 2**DEPTH) * counts).astype(np.intp) - 1
    place = np.minimum(first + np.clip(inside, 0, None), quantiles * num - 1)
    quantile = np.where(counts > 0, residuals.ravel()[order][place], 0.0)
    return quantile.reshape(quantiles, 2**DEPTH)


def _leaf(trees: _Trees, codes: Indices, which: Indices) -> Indices:
    """The leaf of each point (m, d) in the tree for the quantile with the index `which` (m,): (m,)."""
    points = np.arange(len(codes))
    node = np.zeros(len(codes), dtype=np.intp)
    for _ in range(DEPTH):
        right = codes[points, trees.columns[which, node]] > trees.bins[which, node]
        node = 2 * node + 1 + right
    node -= 2**DEPTH - 1
    return node


MIN_POINTS = 32
"""With fewer points, none is held out and nothing is corrected."""

HELD_OUT = 0.1
"""The share of the points that is held out."""


@dataclass(frozen=True, eq=False)
class ConformalQuantiles:
    """Trees, and the corrections (q,) to add to their q quantiles."""

    trees: QuantileTrees
    corrections: Array

    def predict(self, points: Array) -> Array:
        """The corrected quantiles at points (m, d): (m, q), ascending along each row."""
        return np.sort(self.trees.predict(points) + self.corrections, axis=1)

    def predict_one(self, points: Array, which: Indices) -> Array:
        """For each of the points (m, d), the corrected quantile with the index `which` (m,): (m,)."""
        return self.trees.predict_one(points, which) + self.corrections[which]


def fit_conformal(
    points: Array, targets: Array, levels: Array, rng: np.random.Generator
) -> ConformalQuantiles:
    """Quantiles of targets (n,) at points (n, d), n at least 1.

    levels: (q,), ascending and symmetric about 1/2. rng: chooses the points that are held out.
    """
    num = len(targets)
    if num < MIN_POINTS:
        return ConformalQuantiles(fit(points, targets, levels), np.zeros(len(levels)))
    order = rng.permutation(num)
    held_out, kept = np.split(order, [math.ceil(HELD_OUT * num)])
    trees = fit(points[kept], targets[kept], levels)
    added = corrections(trees.predict(points[held_out]), targets[held_out], levels)
    return ConformalQuantiles(trees, added)


def corrections(predicted: Array, targets: Array, levels: Array) -> Array:
    """What to add to predicted quantiles (n, q) of targets (n,), as (q,). It gives the interval from the i-th
    lowest to the i-th highest quantile the coverage that the levels (q,) promise. A middle one stays.

    For n held-out points and a coverage of c, it is the ceil((n + 1) c)-th smallest of the distances by which
    targets lie outside of the interval (negative if inside), or the largest if n is too small.
    """
    num, quantiles = predicted.shape
    added = np.zeros(quantiles)
    for lower in range(quantiles // 2):
        upper = quantiles - 1 - lower
        outside = np.maximum(predicted[:, lower] - targets, targets - predicted[:, upper])
        rank = min(math.ceil((num + 1) * (levels[upper] - levels[lower])), num)
        distance = np.sort(outside)[rank - 1]
        added[lower], added[upper] = -distance, distance
    return added
