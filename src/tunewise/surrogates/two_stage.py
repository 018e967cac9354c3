"""The rate of improvement per cost of training a trial further, with a look on the way.

"Run to level a, look, and go on to level b only if it looks good enough": the expected improvement at b of
that plan over its expected cost, maximised over a < b and over where good enough begins. The plain
expected improvement at each level over its cost is a plan as well.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

Array = NDArray[np.float64]

NODES = 25
"""Outcomes of the look that are told apart: as many bins of equal width from -3.6 to 3.6 deviations."""


@dataclass(frozen=True)
class Rates:
    """For each of m candidates: the best rate (m,), in log improvement per second, and the places among the
    levels to which its plan runs first (m,) and at most (m,)."""

    log_rate: Array
    first: NDArray[np.intp]
    last: NDArray[np.intp]


def improvement(mean: Array, deviation: Array, incumbent: float | Array) -> Array:
    """Expected improvement below `incumbent` of normal variables, of any shape; at least 1e-300."""
    z = (incumbent - mean) / deviation
    density = np.exp(-0.5 * z * z) * 0.3989422804014327
    value = deviation * (z * ndtr(z) + density)
    return np.maximum(value, 1e-300)


def best_rates(mean: Array, covariance: Array, noise: float, cost: Array, incumbent: float) -> Rates:
    """mean (m, k), covariance (m, k, k): of the values at k levels, better when smaller. noise: variance of
    a report. cost (m, k): seconds to reach each level from now, growing; infinity for a level passed."""
    k = mean.shape[1]
    variance = np.maximum(np.einsum("mkk->mk", covariance), 1e-12)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        plain = np.log(improvement(mean, np.sqrt(variance), incumbent)) - np.log(cost)
    plain = np.where(np.isfinite(cost), plain, -np.inf)
    best, first = plain.max(axis=1), plain.argmax(axis=1)
    last = first.copy()
    early, late = np.triu_indices(k, 1)
    if len(early):
        with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
            rate = _two_stage(mean, covariance, variance, noise, cost, incumbent, early, late)
        rate = np.where(np.isfinite(cost[:, early]) & np.isfinite(rate), rate, -np.inf)
        pair = rate.argmax(axis=1)
        rows = np.arange(len(mean))
        better = rate[rows, pair] > best
        best = np.where(better, rate[rows, pair], best)
        first = np.where(better, early[pair], first)
        last = np.where(better, late[pair], last)
    return Rates(best, first, last)


def _two_stage(
    mean: Array,
    covariance: Array,
    variance: Array,
    noise: float,
    cost: Array,
    incumbent: float,
    early: NDArray[np.intp],
    late: NDArray[np.intp],
) -> Array:
    """Log rates (m, pairs) of the best threshold of each pair of levels."""
    nodes, weights = _quadrature()
    slope = np.abs(covariance[:, early, late]) / np.sqrt(variance[:, early] + noise)
    rest = np.sqrt(np.maximum(variance[:, late] - slope**2, 1e-12))
    at_node = mean[:, late, None] + slope[..., None] * nodes
    gained = np.cumsum(weights * improvement(at_node, rest[..., None], incumbent), axis=-1)
    passed = np.cumsum(weights)
    spent = cost[:, early, None] + (cost[:, late] - cost[:, early])[..., None] * passed
    return np.asarray(np.log((gained / spent).max(axis=-1)))


@lru_cache(maxsize=1)
def _quadrature() -> tuple[Array, Array]:
    """Standard normal outcomes, the best ones (which are small) first, with their probabilities."""
    edges = np.linspace(-3.6, 3.6, NODES + 1)
    weights = np.diff(ndtr(edges))
    return 0.5 * (edges[1:] + edges[:-1]), weights / weights.sum()
