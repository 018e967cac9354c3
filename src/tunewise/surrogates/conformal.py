"""Quantiles corrected on points that were held out, so that they cover what they say.

Y. Romano, E. Patterson and E. J. Candès: Conformalized Quantile Regression. NeurIPS 2019, arXiv:1905.03222.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from tunewise.arrays import Array, Places
from tunewise.surrogates.quantile_boosting import QuantileTrees, fit

LEAST = 32
"""With fewer points none are held out, and nothing is corrected."""

HELD_OUT = 0.1
"""The share of the points that is held out."""


@dataclass(frozen=True, eq=False)
class ConformalQuantiles:
    """Trees, and what is added to each of their q quantiles: (q,)."""

    trees: QuantileTrees
    corrections: Array

    def predict(self, points: Array) -> Array:
        """The corrected quantiles at points (m, d): (m, q), ascending along each row."""
        return np.sort(self.trees.predict(points) + self.corrections, axis=1)

    def predict_one(self, points: Array, which: Places) -> Array:
        """At each of the points (m, d) the corrected quantile of the level of this place (m,): (m,)."""
        return self.trees.predict_one(points, which) + self.corrections[which]


def fit_conformal(
    points: Array, targets: Array, levels: Array, rng: np.random.Generator
) -> ConformalQuantiles:
    """Quantiles of targets (n,) at points (n, d), n at least 1.

    levels: (q,), ascending and symmetric about 1/2. rng: chooses the points that are held out.
    """
    num = len(targets)
    if num < LEAST:
        return ConformalQuantiles(fit(points, targets, levels), np.zeros(len(levels)))
    order = rng.permutation(num)
    held_out, kept = np.split(order, [math.ceil(HELD_OUT * num)])
    trees = fit(points[kept], targets[kept], levels)
    found = corrections(trees.predict(points[held_out]), targets[held_out], levels)
    return ConformalQuantiles(trees, found)


def corrections(predicted: Array, targets: Array, levels: Array) -> Array:
    """What to add to predicted quantiles (n, q) of targets (n,), so that the i-th lowest and the i-th highest
    of them have between them what the levels (q,) promise; one that is in the middle stays. (q,)

    With h held-out points, it is the ceil((h + 1) c)-th smallest of the distances by which a target lies
    outside of the interval (negative if inside), for a coverage of c; the largest where h is too small.
    """
    num, quantiles = predicted.shape
    found = np.zeros(quantiles)
    for lower in range(quantiles // 2):
        upper = quantiles - 1 - lower
        outside = np.maximum(predicted[:, lower] - targets, targets - predicted[:, upper])
        rank = min(math.ceil((num + 1) * (levels[upper] - levels[lower])), num)
        distance = np.sort(outside)[rank - 1]
        found[lower], found[upper] = -distance, distance
    return found
