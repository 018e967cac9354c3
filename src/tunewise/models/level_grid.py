"""The levels at which curves are modelled: all of them, or some evenly spread in their logarithm."""

from functools import lru_cache

import numpy as np

from tunewise.arrays import Array, Places

MOST = 64
"""Levels of a grid; a curve of more is thinned out."""


@lru_cache(maxsize=64)
def level_grid(max_resource: int, most: int = MOST) -> Places:
    """At most `most` levels from 1 to max_resource, both included, growing."""
    if max_resource <= most:
        grid = np.arange(1, max_resource + 1)
    else:
        spread = np.geomspace(1.0, max_resource, most)
        low = np.arange(1, len(spread) + 1)  # the spread is thinner than one level at its low end
        grid = np.unique(np.maximum(np.rint(spread), np.minimum(low, max_resource)).astype(np.intp))
    grid.flags.writeable = False  # all share it
    return grid


def log_levels(grid: Places) -> Array:
    """log t / log T in [0, 1] for each level t of a grid that ends with T."""
    largest = float(grid[-1])
    return np.asarray(np.log(grid) / np.log(largest)) if largest > 1 else np.ones(len(grid))


def check_levels(grid: Places, ratio: float = 1.4) -> Places:
    """Levels of a grid about a factor `ratio` apart, its first and last included, at which a decision is
    worth its price."""
    levels = [int(grid[0])]
    while levels[-1] < grid[-1]:
        wanted = min(max(levels[-1] + 1, round(levels[-1] * ratio)), int(grid[-1]))
        levels.append(int(grid[np.searchsorted(grid, wanted)]))
    return np.array(levels, dtype=np.intp)


def powers_of_three(max_resource: int) -> list[int]:
    """1, 3, 9, ... and max_resource: where the rungs of halving usually are."""
    levels = [1]
    while levels[-1] < max_resource:
        levels.append(min(3 * levels[-1], max_resource))
    return levels
