"""How much each axis of a space decides who is among the best: PED-ANOVA.

An axis matters as far as the density of the best points on it differs from that of all points. The measure is
the Pearson divergence of the first from the second, which is what the axis contributes to the variance of
being among the best (S. Watanabe, A. Bansal and F. Hutter: PED-ANOVA: Efficiently Quantifying Hyperparameter
Importance in Arbitrary Subspaces. IJCAI 2023, arXiv:2304.10255). All points, wherever a searcher has put
them, are the space: so the importance is that among the points at hand.

Two things are added. Few points differ from all by chance, so what as many points drawn at random differ by
is taken off: an axis that doesn't matter gets a share near 0. And points are drawn with replacement to say
how sure a share is.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr

from tunewise.arrays import Array, Indices
from tunewise.surrogates.threads import one_thread

PRIOR = 1.0
"""The weight of the uniform density, in points."""

NULL_DRAWS = 200
"""Sets of random points that say what chance does."""

DRAWS = 100
"""Drawn histories, for an interval."""

INTERVAL = 0.8
"""The probability that an interval stands for."""


@dataclass(frozen=True, eq=False)
class Axis:
    """An axis of a space, cut into cells.

    cells (n,): the place of each point's value, or -1 where the axis doesn't matter for the point.
    edges (k + 1,): from 0 to 1, so that a uniform number falls into a cell as often as the space draws it.
    ordered: whether neighbouring cells are alike.
    """

    cells: Indices
    edges: Array
    ordered: bool


@dataclass(frozen=True, eq=False)
class Weighed:
    """How much axes (d,) matter.

    divergence: Pearson's, of the best points from all. shares: of the divergences, less what chance does,
    in their sum; all 0 if no axis differs by more. low, high: the interval of each share. chance: the
    probability that random points differ as much.
    """

    divergence: Array
    shares: Array
    low: Array
    high: Array
    chance: Array


@one_thread()
def weigh(axes: list[Axis], best: int, rng: np.random.Generator) -> Weighed:
    """Weighs axes (d,) of points (n,), which are sorted, the best first.

    best: how many of them count as the best, from 1 to n.
    """
    count = len(axes[0].cells)
    everything = np.ones((1, count))
    found = _divergences(axes, _first(everything, best), everything)[:, 0]
    random = np.zeros((NULL_DRAWS, count))
    random[np.arange(NULL_DRAWS)[:, None], _shuffled(NULL_DRAWS, count, rng)[:, :best]] = 1.0
    null = _divergences(axes, random, everything)
    shares = _shares(found[:, None], null.mean(axis=1))[:, 0]
    again = rng.multinomial(count, np.full(count, 1.0 / count), DRAWS).astype(float)
    order = _shuffled(DRAWS, count, rng)
    by_chance = np.zeros_like(again)
    shuffled = np.take_along_axis(again, order, axis=1)
    np.put_along_axis(by_chance, order, _first(shuffled, best), axis=1)
    drawn = _shares(
        _divergences(axes, _first(again, best), again), _divergences(axes, by_chance, again).mean(axis=1)
    )
    low, high = np.quantile(drawn, [(1.0 - INTERVAL) / 2.0, (1.0 + INTERVAL) / 2.0], axis=1)
    chance = (null >= found[:, None] - 1e-12).mean(axis=1)
    return Weighed(found, shares, np.minimum(low, shares), np.maximum(high, shares), chance)


def divergence(axis: Axis, top: Array, everything: Array) -> Array:
    """Pearson's divergences (b,) of densities of points with weights `top` (b, n) from those of the same
    points with weights `everything` (b or 1, n).

    Only points for which the axis matters count; a divergence is multiplied by their share in `top`.
    """
    active = axis.cells >= 0
    size = len(axis.edges) - 1
    places = np.zeros((len(axis.cells), size))
    places[active, axis.cells[active]] = 1.0
    counts = top @ places
    one, other = _density(axis, counts), _density(axis, everything @ places)
    result: Array = ((one - other) ** 2 / other).sum(axis=1) * counts.sum(axis=1) / top.sum(axis=1)
    return result


def _divergences(axes: list[Axis], top: Array, everything: Array) -> Array:
    return np.array([divergence(axis, top, everything) for axis in axes])


def _density(axis: Axis, counts: Array) -> Array:
    """The probabilities (b, k) of the cells, of numbers of points in them (b, k)."""
    smooth = _smoothed(axis.edges, counts) if axis.ordered else counts
    widths = np.diff(axis.edges)
    total = counts.sum(axis=1, keepdims=True)
    result: Array = (smooth + PRIOR * widths) / (total + PRIOR)
    return result


def _smoothed(edges: Array, counts: Array) -> Array:
    """The same numbers (b, k), each point spread by a normal kernel that is cut off at 0 and 1.

    The bandwidth is the one that is optimal for normal densities, 1.06 s n^(-1/5) (B. W. Silverman: Density
    Estimation for Statistics and Data Analysis, 1986), and at least half the width of a usual cell.
    """
    centres = (edges[1:] + edges[:-1]) / 2.0
    total = np.maximum(counts.sum(axis=1), 1.0)
    mean = counts @ centres / total
    deviation = np.sqrt(np.maximum(counts @ centres**2 / total - mean**2, 0.0))
    bandwidth = np.maximum(1.06 * deviation * total ** (-1 / 5), 0.5 / len(centres))
    below = ndtr((edges[:, None] - centres) / bandwidth[:, None, None])
    kernels = np.diff(below, axis=1) / (below[:, -1:] - below[:, :1])
    result: Array = (kernels @ counts[..., None])[..., 0]
    return result


def _shares(divergences: Array, chance: Array) -> Array:
    """The shares (d, b) of divergences (d, b) in their sum, less what chance does (d,)."""
    excess = divergences - chance[:, None]
    excess[excess < 1e-9] = 0.0  # rounding
    total = excess.sum(axis=0)
    result: Array = np.divide(excess, total, out=np.zeros_like(excess), where=total > 0.0)
    return result


def _first(weights: Array, number: int) -> Array:
    """The weights (b, n) of the first points alone, so many that they sum to a number."""
    before = np.cumsum(weights, axis=1) - weights
    return np.clip(number - before, 0.0, weights)


def _shuffled(rows: int, count: int, rng: np.random.Generator) -> Indices:
    """Permutations (rows, count)."""
    return np.argsort(rng.random((rows, count)), axis=1)
