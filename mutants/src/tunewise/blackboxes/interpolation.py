"""Exact interpolation with a Matern-3/2 kernel, whose length-scales are those of the highest likelihood.

C. E. Rasmussen and C. K. I. Williams: Gaussian Processes for Machine Learning. MIT Press 2006, chapters 2
and 5.
"""

from dataclasses import dataclass

import numpy as np
from scipy.linalg import solve_triangular
from scipy.optimize import minimize
from scipy.spatial.distance import cdist

from tunewise.arrays import Array

NUGGET = 1e-6
FIT_ROWS = 250
LEAST_VARIANCE = 1e-300


@dataclass(frozen=True)
class Interpolation:
    """The function of the unit cube with these values at the rows.

    points: (n, d) rows divided by scales. scales: (d,). weights: (n, T). mean: (T,).
    """

    points: Array
    scales: Array
    weights: Array
    mean: Array

    def __call__(self, point: Array) -> Array:
        """The values (T,) at a point (d,)."""
        return np.asarray(self.mean + kernel(point[None, :] / self.scales, self.points)[0] @ self.weights)


def kernel(left: Array, right: Array) -> Array:
    """Matern-3/2 between points (n, d) and (m, d) that are divided by the length-scales: (n, m)."""
    distance = np.sqrt(3.0) * cdist(left, right)
    return np.asarray((1.0 + distance) * np.exp(-distance))


def interpolate(points: Array, values: Array) -> tuple[Interpolation, Array]:
    """Through values (n, T) at points (n, d); and what it says of each row when that is left out (n, T)."""
    mean = values.mean(axis=0)
    rest = values - mean
    some = rest[:FIT_ROWS, [0, rest.shape[1] // 8, -1]]
    spread = some.std(axis=0)
    scales = _length_scales(points[:FIT_ROWS], some / np.where(spread > 0.0, spread, 1.0))
    covariance = kernel(points / scales, points / scales) + NUGGET * np.eye(len(points))
    inverse = np.linalg.inv(covariance)
    weights = inverse @ rest
    left_out = values - weights / np.diag(inverse)[:, None]
    return Interpolation(points / scales, scales, weights, mean), left_out


def _length_scales(points: Array, values: Array) -> Array:
    """Those (d,) of the highest likelihood of values (n, k) that share them, each with a variance."""
    n, d = points.shape

    def misfit(logs: Array) -> float:
        scaled = points / np.exp(logs[:-1])
        lower = np.linalg.cholesky(kernel(scaled, scaled) + np.exp(logs[-1]) * np.eye(n))
        variances = np.square(solve_triangular(lower, values, lower=True)).mean(axis=0)
        variances = np.maximum(variances, LEAST_VARIANCE)  # of values that are all the same
        log_det = 2.0 * np.log(np.diag(lower)).sum()
        return float(n * np.log(variances).sum() + values.shape[1] * log_det)

    start = np.append(np.zeros(d), -7.0)
    bounds = [(-2.5, 4.0)] * d + [(-12.0, -2.0)]  # the last one is the noise that the fit may believe in
    found = minimize(misfit, start, method="L-BFGS-B", bounds=bounds, options={"maxiter": 25})
    return np.asarray(np.exp(found.x[:-1]))
