"""How wide the kernels of a Parzen estimator are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tunewise.arrays import Array, Places

if TYPE_CHECKING:
    from tunewise.surrogates.parzen import Points


def shrinking(count: int, sizes: Places) -> Array:
    """Bandwidths (d,) that depend on the number of points alone, as Optuna has them for its TPE.

    sizes: (d,) how many values an axis without an order has; 0 for the ordered ones.
    """
    ordered = max(0.2 * max(count, 1) ** (-1 / (len(sizes) + 4)), 1 / min(100, 1 + count))
    # as if each value had been seen once more, at the expense of one point
    others = np.maximum(sizes - 1, 0) / np.maximum(count + sizes, 1)
    return np.where(sizes > 0, others, ordered)


def normal_reference(points: Points, sizes: Places, narrowest: float) -> Array:
    """Bandwidths (d,) by the rule that suits normal densities best: 1.06 s n^(-1 / (d + 4)).

    n counts the points for which an axis matters, and s is their standard deviation on it; on an axis
    without an order, the square root of the probability that two of them differ.

    sizes: as above. narrowest: the least bandwidth. Where there is no order, the largest is that at which
        all values are alike.

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
