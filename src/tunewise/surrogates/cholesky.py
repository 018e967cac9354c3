"""Cholesky factors in place, straight from LAPACK: SciPy's own functions copy and check too much."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import blas, lapack

Array = NDArray[np.float64]

JITTERS = (1e-10, 1e-8, 1e-6, 1e-4, 1e-2)
"""Shares of the mean of the diagonal, added to it one after the other until it can be factorised."""


def factorised(covariance: Array) -> Array:
    """The lower factor (n, n) of a symmetric matrix (n, n), which is used up where it is in C order.

    The factor is in Fortran order, 0 above the diagonal. Where rounding has made the matrix indefinite, its
    diagonal is raised a little. Raises `numpy.linalg.LinAlgError` if that doesn't help.
    """
    if covariance.size == 0:
        return covariance
    diagonal = covariance.diagonal().copy()
    unit = float(diagonal.mean())
    if not np.isfinite(unit):
        raise np.linalg.LinAlgError("The covariance has entries that aren't finite.")
    factor = _factor(covariance, in_place=True)
    if factor is None:
        # the attempt has left the other triangle as it was
        whole = np.tril(covariance, -1)
        whole += whole.T
        for jitter in JITTERS:
            whole.flat[:: len(whole) + 1] = diagonal + jitter * unit
            factor = _factor(whole, in_place=False)
            if factor is not None:
                break
        else:
            raise np.linalg.LinAlgError("The covariance is not positive definite, even with jitter.")
    return factor


def _factor(covariance: Array, in_place: bool) -> Array | None:
    factor, info = lapack.dpotrf(covariance.T, lower=1, overwrite_a=in_place, clean=1)
    return np.asarray(factor) if info == 0 and np.isfinite(factor[-1, -1]) else None


def forward(factor: Array, right: Array) -> Array:
    """L^-1 right (n, m) for a factor L (n, n); `right` is used up where it is in Fortran order."""
    return np.asarray(blas.dtrsm(1.0, factor, right, lower=1, overwrite_b=1))


def backward(factor: Array, right: Array) -> Array:
    """L^-T right (n, m) for a factor L (n, n); `right` is used up where it is in Fortran order."""
    return np.asarray(blas.dtrsm(1.0, factor, right, lower=1, trans_a=1, overwrite_b=1))


def lower_inverse(factor: Array) -> Array:
    """The lower triangle of (L L')^-1 in place of a factor L (n, n); what is above is whatever it was."""
    inverse, info = lapack.dpotri(factor, lower=1, overwrite_c=1)
    if info != 0:
        raise np.linalg.LinAlgError("The covariance can't be inverted.")
    return np.asarray(inverse)
