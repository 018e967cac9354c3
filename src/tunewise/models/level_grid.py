"""The levels at which curves are modelled: all of them, or some evenly spread in their logarithm."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

MOST = 64
"""Levels of a grid; a curve of more is thinned out."""


@lru_cache(maxsize=64)
def level_grid(max_resource: int, most: int = MOST) -> NDArray[np.intp]:
    """At most `most` levels from 1 to max_resource, both included, growing."""
    if max_resource <= most:
        return np.arange(1, max_resource + 1)
    spread = np.geomspace(1.0, max_resource, most)
    low = np.arange(1, len(spread) + 1)  # the spread is thinner than one level at its low end
    return np.unique(np.maximum(np.rint(spread), np.minimum(low, max_resource)).astype(np.intp))


def log_levels(grid: NDArray[np.intp]) -> NDArray[np.float64]:
    """log t / log T in [0, 1] for each level t of a grid that ends with T."""
    largest = float(grid[-1])
    return np.asarray(np.log(grid) / np.log(largest)) if largest > 1 else np.ones(len(grid))


def check_levels(max_resource: int, ratio: float = 1.4) -> NDArray[np.intp]:
    """Levels about a factor `ratio` apart, from 1 to max_resource, at which a decision is worth its price."""
    levels = [1]
    while levels[-1] < max_resource:
        levels.append(min(max(levels[-1] + 1, round(levels[-1] * ratio)), max_resource))
    return np.array(levels, dtype=np.intp)
