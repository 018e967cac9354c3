"""Linear algebra: Cholesky factors straight from LAPACK, as SciPy's functions copy and check too much."""

import numpy as np
from scipy.linalg import blas, lapack

from tunewise.arrays import Array

JITTERS = (0.0, 1e-10, 1e-8, 1e-6, 1e-4, 1e-2)
"""Shares of the mean of the diagonal, added to it one after the other until it can be factorised."""


def cholesky(covariance: Array) -> Array:
    """The lower factor (n, n) of a symmetric matrix (n, n), in Fortran order, 0 above the diagonal.

    If rounding has made the matrix indefinite, its diagonal is raised a little, in place. Raises
    `numpy.linalg.LinAlgError` if that doesn't help.
    """
    if covariance.size == 0:
        return covariance
    diagonal = covariance.diagonal().copy()
    unit = float(diagonal.mean())
    if not np.isfinite(unit):
        raise np.linalg.LinAlgError("The covariance has entries that aren't finite.")
    for jitter in JITTERS:
        if jitter:
            covariance.flat[:: len(covariance) + 1] = diagonal + jitter * unit
        factor, info = lapack.dpotrf(covariance.T, lower=1, clean=1)
        if info == 0 and np.isfinite(factor[-1, -1]):
            return np.asarray(factor)
    raise np.linalg.LinAlgError("The covariance is not positive definite, even with jitter.")


def solve_lower(factor: Array, right: Array) -> Array:
    """L^-1 right (n, m) for a factor L (n, n); `right` is overwritten if it is in Fortran order."""
    if not right.size:
        return right
    return np.asarray(blas.dtrsm(1.0, factor, right, lower=1, overwrite_b=1))


def solve_lower_transposed(factor: Array, right: Array) -> Array:
    """L^-T right (n, m) for a factor L (n, n); `right` is overwritten if it is in Fortran order."""
    return np.asarray(blas.dtrsm(1.0, factor, right, lower=1, trans_a=1, overwrite_b=1))


def lower_inverse(factor: Array) -> Array:
    """The lower triangle of (L L')^-1 in place of a factor L (n, n). What is above it is undefined."""
    inverse, info = lapack.dpotri(factor, lower=1, overwrite_c=1)
    if info != 0:
        raise np.linalg.LinAlgError("The covariance can't be inverted.")
    return np.asarray(inverse)
