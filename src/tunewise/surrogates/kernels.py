"""The Matern-5/2 kernel with a length-scale for each hyperparameter, and what its derivatives need."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Groups = NDArray[np.intp]


def column_scales(log_lengthscales: Array, groups: Groups) -> Array:
    """Factors (d,) for the columns of points, after which plain distances are those of the kernel.

    log_lengthscales: (g,). groups: (d,), which of these each column has. Columns that share one are those
    of a choice, 1 for its value and 0 for the others: by sqrt(1/2) two values are as far from each other as
    the two ends of a column of its own.
    """
    shared = np.bincount(groups, minlength=len(log_lengthscales))[groups] > 1
    return np.asarray(np.exp(-log_lengthscales)[groups] * np.where(shared, math.sqrt(0.5), 1.0))


def squared_distances(x1: Array, x2: Array, out: Array | None = None) -> Array:
    """(n, m) for x1 (n, d) and x2 (m, d), never below 0; into `out` if given."""
    result = np.matmul(x1, x2.T, out=out)
    result *= -2.0
    result += np.einsum("ij,ij->i", x1, x1)[:, None]
    result += np.einsum("ij,ij->i", x2, x2)
    np.maximum(result, 0.0, out=result)
    return np.asarray(result)


def matern52(squared: Array) -> Array:
    """Correlations, (1 + r' + r'^2 / 3) exp(-r') with r' = sqrt(5) r, in place of squared distances r^2."""
    squared *= 5.0
    root = np.sqrt(squared)
    squared /= 3.0
    squared += root
    squared += 1.0
    squared *= np.exp(np.negative(root, out=root), out=root)
    return squared


def matern52_with_slope(squared: Array, slope: Array | None = None) -> tuple[Array, Array]:
    """Correlations k in place of squared distances r^2, and slopes c, into `slope` if given.

    c = 5/3 (1 + r') exp(-r') is such that dk/dx_d = -c (x - x')_d for scaled columns, and
    dk/d(log lengthscale_d) = c (x - x')_d^2.
    """
    squared *= 5.0
    slope = np.sqrt(squared, out=slope)
    decay = np.exp(-slope)
    slope += 1.0
    squared /= 3.0
    squared += slope
    squared *= decay
    slope *= decay
    slope *= 5.0 / 3.0
    return squared, slope
