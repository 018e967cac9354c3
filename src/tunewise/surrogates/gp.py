"""An exact Gaussian process over points, given its hyperparameters: what some values say of others.

Points x (n, d) are as `kernels.Columns` says, values y (n,) or (n, s) in units in which they spread over
about 1. Several columns of values share one factorisation: they are fantasies, which differ in what is
assumed of points whose values aren't known yet.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tunewise.arrays import Array
from tunewise.surrogates.cholesky import backward, factorised, forward
from tunewise.surrogates.kernels import Columns, Geometry, matern52, matern52_with_slope

SMALLEST = 1e-10
"""The least variance that is predicted, as a share of the signal's."""


@dataclass(frozen=True, eq=False)
class Hyperparameters:
    """Natural logarithms of the length-scales (g,), of the signal's variance and of the noise's."""

    log_lengthscales: Array
    log_signal: float
    log_noise: float

    @property
    def signal(self) -> float:
        return float(np.exp(self.log_signal))

    @property
    def noise(self) -> float:
        return float(np.exp(self.log_noise))


class Posterior:
    """The process given values at points. `condition` makes the first one, `append` others from it.

    The constant mean is the most probable one given the values and, beforehand, a standard normal one.
    """

    def __init__(
        self,
        hyperparameters: Hyperparameters,
        geometry: Geometry,
        x: Array,
        factor: Array,
        white: Array,
        mean: float,
    ) -> None:
        self.hyperparameters = hyperparameters
        self.mean = mean
        self._geometry = geometry
        self._x = x  # (n, d), scaled
        self._factor = factor  # (n, n), lower
        self._white = white  # (n, s): the values less the mean, whitened
        self._alpha = backward(factor, white.copy(order="F"))  # (n, s): K^-1 (values - mean)

    def __len__(self) -> int:
        """The number of points, n."""
        return len(self._x)

    def predict(self, x: Array) -> tuple[Array, Array]:
        """Means (m, s) and variances (m,) of the process at points (m, d), without noise."""
        kernel = self._covariances(self._geometry.scaled(x))
        mean = kernel @ self._alpha
        mean += self.mean
        white = forward(self._factor, kernel.T)
        return mean, self._variances(white)

    def predict_with_gradient(self, x: Array) -> tuple[Array, Array, Array, Array]:
        """Means (m, s) and variances (m,) as `predict` gives them, and their derivatives by the points'
        columns, (m, s, d) and (m, d); 0 for places."""
        m, n, s = len(x), len(self._x), self._alpha.shape[1]
        x = self._geometry.scaled(x)
        kernel, slope = matern52_with_slope(self._geometry.squared(x, self._x))
        kernel *= self.hyperparameters.signal
        slope *= self.hyperparameters.signal
        mean = kernel @ self._alpha
        mean += self.mean
        white = forward(self._factor, kernel.T)
        variance = self._variances(white)
        weights = np.empty((m, s + 1, n))  # of the data, in means and in half the explained variance
        np.multiply(slope[:, None, :], self._alpha.T, out=weights[:, :s])
        np.multiply(slope, backward(self._factor, white).T, out=weights[:, s])
        pulled = (weights.reshape(-1, n) @ self._x).reshape(m, s + 1, -1)
        pulled -= weights.sum(axis=2)[:, :, None] * x[:, None, :]
        pulled *= self._geometry.slope_scales
        return mean, variance, pulled[:, :s], -2.0 * pulled[:, s]

    def joint(self, x: Array) -> tuple[Array, Array]:
        """Means (m, s), and covariances (m, m), of the process at points (m, d), without noise."""
        scaled = self._geometry.scaled(x)
        kernel = self._covariances(scaled)
        mean = kernel @ self._alpha
        mean += self.mean
        white = forward(self._factor, kernel.T)
        return mean, self._own_covariance(scaled) - white.T @ white

    def append(self, x: Array, y: Array) -> Posterior:
        """The process given values y (p, s) at further points x (p, d) too; the mean stays as it is.

        Where there was one column of values so far, it is taken s times.
        """
        n, p = len(self._x), len(x)
        scaled = self._geometry.scaled(x)
        cross = forward(self._factor, self._covariances(scaled).T)  # (n, p)
        own = self._own_covariance(scaled)
        own.flat[:: p + 1] += self.hyperparameters.noise
        own -= cross.T @ cross
        corner = factorised(own)
        factor = np.zeros((n + p, n + p), order="F")
        factor[:n, :n] = self._factor
        factor[n:, :n] = cross.T
        factor[n:, n:] = corner
        white = np.empty((n + p, y.shape[1]), order="F")
        white[:n] = self._white
        white[n:] = forward(corner, np.asfortranarray(y - self.mean - cross.T @ self._white))
        points = np.concatenate([self._x, scaled])
        return Posterior(self.hyperparameters, self._geometry, points, factor, white, self.mean)

    def smoothed(self) -> Array:
        """Means (n, s) of the process at its own points, where the values have noise on them."""
        values = self._factor @ self._white
        return np.asarray(values + self.mean - self.hyperparameters.noise * self._alpha)

    def _covariances(self, scaled: Array) -> Array:
        """Of the process at scaled points (m, d) with its own, (m, n)."""
        kernel = matern52(self._geometry.squared(scaled, self._x))
        kernel *= self.hyperparameters.signal
        return kernel

    def _own_covariance(self, scaled: Array) -> Array:
        """Of the process at scaled points (m, d) before there were values, (m, m)."""
        covariance = matern52(self._geometry.squared(scaled, scaled))
        covariance *= self.hyperparameters.signal
        return covariance

    def _variances(self, white: Array) -> Array:
        """(m,) for whitened covariances (n, m) with the values."""
        signal = self.hyperparameters.signal
        explained = np.einsum("ij,ij->i", white.T, white.T)
        return np.asarray(np.maximum(signal - explained, SMALLEST * signal))


def condition(x: Array, y: Array, columns: Columns, hyperparameters: Hyperparameters) -> Posterior:
    """The process given values y (n,) or (n, s) at points x (n, d).

    The mean is that of the first column of values. Raises `numpy.linalg.LinAlgError` if the covariance can't
    be factorised.
    """
    geometry = Geometry(columns, hyperparameters.log_lengthscales)
    scaled = geometry.scaled(x)
    covariance = matern52(geometry.squared(scaled, scaled))
    covariance *= hyperparameters.signal
    covariance.flat[:: len(x) + 1] = hyperparameters.signal + hyperparameters.noise
    factor = factorised(covariance)
    right = np.empty((len(x), 1 + (y.shape[1] if y.ndim == 2 else 1)), order="F")
    right[:, 0] = 1.0
    right[:, 1:] = y.reshape(len(x), -1)
    white = forward(factor, right)
    ones = white[:, 0]
    mean = float(ones @ white[:, 1] / (ones @ ones + 1.0))
    return Posterior(hyperparameters, geometry, scaled, factor, white[:, 1:] - mean * ones[:, None], mean)
