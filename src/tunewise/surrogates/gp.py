"""An exact Gaussian process over points, and the fit of its hyperparameters.

Points x (n, d) are as `kernels.Columns` says, values y (n,) or (n, s) in units in which they spread over
about 1. Several columns of values share one factorisation: they are fantasies, which assume
different values at points whose values aren't known yet.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy.linalg import blas, lapack
from scipy.optimize import minimize

from tunewise.arrays import Array
from tunewise.surrogates.kernels import Columns, Geometry, apart, matern52, matern52_with_slope
from tunewise.surrogates.linalg import cholesky, lower_inverse, solve_lower, solve_lower_transposed

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

    The constant mean is the most probable one given the values and a standard normal prior.
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

    @cached_property
    def _alpha(self) -> Array:
        """K^-1 (values - mean), (n, s)."""
        return solve_lower_transposed(self._factor, self._white.copy(order="F"))

    def __len__(self) -> int:
        """The number of points, n."""
        return len(self._x)

    def predict(self, x: Array) -> tuple[Array, Array]:
        """Means (m, s) and variances (m,) of the process at points (m, d), without noise."""
        kernel = self._covariances(self._geometry.scaled(x))
        mean = kernel @ self._alpha
        mean += self.mean
        white = solve_lower(self._factor, kernel.T)
        return mean, self._variances(white)

    def means(self, x: Array) -> Array:
        """Means (m, s) as `predict` gives them, at a fraction of its cost."""
        return np.asarray(self._covariances(self._geometry.scaled(x)) @ self._alpha + self.mean)

    def means_with_slopes(self, x: Array) -> tuple[Array, Array]:
        """Means (m, s) and their derivatives (m, s, d), as `predict_with_gradient` gives them."""
        x = self._geometry.scaled(x)
        kernel, slope = matern52_with_slope(self._geometry.squared(x, self._x))
        weights = self.hyperparameters.signal * slope[:, None, :] * self._alpha.T  # (m, s, n)
        pulled = weights @ self._x - weights.sum(axis=2)[:, :, None] * x[:, None, :]
        mean = self.hyperparameters.signal * (kernel @ self._alpha) + self.mean
        return mean, pulled * self._geometry.slope_scales

    def predict_with_gradient(self, x: Array) -> tuple[Array, Array, Array, Array]:
        """Means (m, s) and variances (m,) as `predict` gives them, and their derivatives by the points'
        columns, (m, s, d) and (m, d); 0 for places."""
        x, kernel, slope = self._covariances_with_slope(x)
        mean = kernel @ self._alpha + self.mean
        white = solve_lower(self._factor, kernel.T)  # in place
        variance = self._variances(white)
        pulled = self._pulled(x, slope, solve_lower_transposed(self._factor, white).T)
        return mean, variance, pulled[:, :-1], -2.0 * pulled[:, -1]

    def means_with_gradient(self, x: Array) -> tuple[Array, Array]:
        """Means and their derivatives to the last bit as `predict_with_gradient` gives them, without the two
        solutions that its variances take."""
        x, kernel, slope = self._covariances_with_slope(x)
        pulled = self._pulled(x, slope, np.zeros_like(slope))
        return kernel @ self._alpha + self.mean, pulled[:, :-1]

    def _covariances_with_slope(self, x: Array) -> tuple[Array, Array, Array]:
        """Points (m, d), scaled; their covariances with the process's own, (m, n); the slopes of these."""
        x = self._geometry.scaled(x)
        kernel, slope = matern52_with_slope(self._geometry.squared(x, self._x))
        kernel *= self.hyperparameters.signal
        slope *= self.hyperparameters.signal
        return x, kernel, slope

    def _pulled(self, x: Array, slope: Array, explained: Array) -> Array:
        """The derivatives of means, and of half the explained variance, at scaled points: (m, s + 1, d).
        explained: (m, n), the weights of the data in the latter."""
        (m, n), s = slope.shape, self._alpha.shape[1]
        weights = np.empty((m, s + 1, n))
        np.multiply(slope[:, None, :], self._alpha.T, out=weights[:, :s])
        np.multiply(slope, explained, out=weights[:, s])
        pulled = (weights.reshape(-1, n) @ self._x).reshape(m, s + 1, -1)
        pulled -= weights.sum(axis=2)[:, :, None] * x[:, None, :]
        pulled *= self._geometry.slope_scales
        return pulled

    def joint(self, x: Array) -> tuple[Array, Array]:
        """Means (m, s), and covariances (m, m), of the process at points (m, d), without noise."""
        scaled = self._geometry.scaled(x)
        kernel = self._covariances(scaled)
        mean = kernel @ self._alpha
        mean += self.mean
        white = solve_lower(self._factor, kernel.T)
        return mean, self._own_covariance(scaled) - white.T @ white

    def append(self, x: Array, y: Array) -> Posterior:
        """The process given values y (p, s) at further points x (p, d) too; the mean stays as it is.

        A single column of earlier values is repeated s times.
        """
        n, p = len(self._x), len(x)
        scaled = self._geometry.scaled(x)
        cross = solve_lower(self._factor, self._covariances(scaled).T)  # (n, p)
        own = self._own_covariance(scaled)
        own.flat[:: p + 1] += self.hyperparameters.noise
        own -= cross.T @ cross
        corner = cholesky(own)
        factor = np.zeros((n + p, n + p), order="F")
        factor[:n, :n] = self._factor
        factor[n:, :n] = cross.T
        factor[n:, n:] = corner
        white = np.empty((n + p, y.shape[1]), order="F")
        white[:n] = self._white
        white[n:] = solve_lower(corner, np.asfortranarray(y - self.mean - cross.T @ self._white))
        points = np.concatenate([self._x, scaled])
        return Posterior(self.hyperparameters, self._geometry, points, factor, white, self.mean)

    def smoothed(self) -> Array:
        """Means (n, s) of the process at its own points, where the values have noise on them."""
        values = blas.dtrmm(1.0, self._factor, self._white, lower=1)
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
    factor = cholesky(covariance)
    right = np.empty((len(x), 1 + (y.shape[1] if y.ndim == 2 else 1)), order="F")
    right[:, 0] = 1.0
    right[:, 1:] = y.reshape(len(x), -1)
    white = solve_lower(factor, right)
    ones = white[:, 0]
    mean = float(ones @ white[:, 1] / (ones @ ones + 1.0))
    return Posterior(hyperparameters, geometry, scaled, factor, white[:, 1:] - mean * ones[:, None], mean)


SIGNAL_PRIOR = (0.0, 0.5)
NOISE_PRIOR = (-3.0, 1.0)
"""Means and standard deviations of the normal priors of the logarithms of the variances.

These and the prior of the length-scales were chosen by held-out log density with 12 to 200 observations. With
wider ones, a few values would look like a surface without noise, in far too few dimensions.
"""

LENGTHSCALE_PRIOR = (-0.9, 0.7)
"""Centre and scale of the prior of the logarithm of the length-scale of a process over one dimension."""

LENGTHSCALE_FREEDOM = 2.0
"""The degrees of freedom of this prior, which is Student's t. A normal one holds all length-scales together;
with these tails, a few hyperparameters may count far more, or far less, than the others."""

_LENGTHSCALE_BOUNDS = (math.log(0.01), math.log(300.0))
_SIGNAL_BOUNDS = (math.log(1e-3), math.log(1e3))
_NOISE_BOUNDS = (math.log(1e-6), math.log(3.0))
_BAD = 1e10


def fit(
    x: Array, y: Array, columns: Columns, start: Hyperparameters | None = None, steps: int = 20
) -> Hyperparameters:
    """The hyperparameters that maximise the posterior density, as far as this many L-BFGS steps get.

    x: (n, d), as `columns` says. y: (n,), in units in which it spreads over about 1. start: where to begin;
    at the centre of the priors if left out. steps: at least 1.

    Raises `numpy.linalg.LinAlgError` if nothing can be fitted, as where y isn't finite.
    """
    density = Density(x, y, columns)
    begin = vector_of(start or default_hyperparameters(columns.lengthscales))
    low, high = np.array(density.bounds).T
    result = minimize(
        density,
        np.clip(begin, low, high),
        jac=True,
        method="L-BFGS-B",
        bounds=density.bounds,
        options={"maxiter": steps, "maxfun": 2 * steps, "ftol": 1e-5, "gtol": 1e-3},
    )
    if not np.isfinite(result.fun) or result.fun >= _BAD:
        raise np.linalg.LinAlgError("No hyperparameters fit the values.")
    return from_vector(result.x)


def default_hyperparameters(lengthscales: int) -> Hyperparameters:
    """The centre of the priors, for g length-scales."""
    centre, _ = lengthscale_prior(lengthscales)
    return Hyperparameters(np.full(lengthscales, centre), SIGNAL_PRIOR[0], NOISE_PRIOR[0])


def lengthscale_prior(lengthscales: int) -> tuple[float, float]:
    """Centre and scale of the prior of each logarithm of g length-scales.

    They grow with sqrt(g), as distances do. C. Hvarfner, E. Hellsten and L. Nardi: Vanilla Bayesian
    Optimization Performs Great in High Dimensions. ICML 2024, arXiv:2402.02229.
    """
    centre, spread = LENGTHSCALE_PRIOR
    return centre + 0.5 * math.log(max(lengthscales, 1)), spread


def vector_of(hyperparameters: Hyperparameters) -> Array:
    """(g + 2,): the logarithms of length-scales, signal and noise."""
    return np.append(
        hyperparameters.log_lengthscales, [hyperparameters.log_signal, hyperparameters.log_noise]
    )


def from_vector(vector: Array) -> Hyperparameters:
    """The inverse of `vector_of`."""
    return Hyperparameters(vector[:-2].copy(), float(vector[-2]), float(vector[-1]))


class Density:
    """Minus the logarithm of likelihood times priors, with its gradient, as a function of `vector_of`.

    Calls reuse its memory. Divided by n, so that tolerances mean the same for any n.
    """

    def __init__(self, x: Array, y: Array, columns: Columns) -> None:
        n, lengthscales = len(x), columns.lengthscales
        self.bounds = [_LENGTHSCALE_BOUNDS] * lengthscales + [_SIGNAL_BOUNDS, _NOISE_BOUNDS]
        self._x, self._columns = x, columns
        self._right = np.column_stack([y, np.ones(n)])  # (n, 2)
        self._kernel, self._slope, self._scratch = np.empty((3, n, n))
        centre, spread = lengthscale_prior(lengthscales)
        self._centres = np.array([centre] * lengthscales + [SIGNAL_PRIOR[0], NOISE_PRIOR[0]])
        self._spreads = np.array([spread] * lengthscales + [SIGNAL_PRIOR[1], NOISE_PRIOR[1]])

    def __call__(self, vector: Array) -> tuple[float, Array]:
        n = max(len(self._x), 1)
        deviations = (vector - self._centres) / self._spreads
        try:
            likelihood, gradient = self.log_likelihood(from_vector(vector))
        except np.linalg.LinAlgError:
            return _BAD, np.zeros(len(vector))
        lengthscales, variances = deviations[:-2], deviations[-2:]
        tails = 1.0 + lengthscales**2 / LENGTHSCALE_FREEDOM
        power = 0.5 * (LENGTHSCALE_FREEDOM + 1.0)
        value = likelihood - power * float(np.log(tails).sum()) - 0.5 * float(variances @ variances)
        deviations[:-2] *= 2.0 * power / (LENGTHSCALE_FREEDOM * tails)
        return -value / n, (deviations / self._spreads - gradient) / n

    def log_likelihood(self, hyperparameters: Hyperparameters) -> tuple[float, Array]:
        """The logarithm of the marginal likelihood at its most probable mean, and its gradient (g + 2,).

        With a = K^-1 (y - mean) and W = (aa' - K^-1) o signal o slopes, the derivative by the logarithm of a
        length-scale is the sum, over its scaled columns x, of the sum over i of x_i^2 (W1)_i less x'Wx: no
        array larger than (n, n) is needed. Of K^-1 the lower triangle is enough.
        """
        n = len(self._x)
        signal, noise = hyperparameters.signal, hyperparameters.noise
        geometry = Geometry(self._columns, hyperparameters.log_lengthscales)
        scaled = geometry.scaled(self._x)
        squared = geometry.squared(scaled, scaled, out=self._kernel)
        kernel, slope = matern52_with_slope(squared, self._slope)
        kernel *= signal
        kernel.flat[:: n + 1] = signal + noise
        factor = cholesky(kernel)
        log_determinant = 2.0 * float(np.log(factor.diagonal()).sum())
        solved, _ = lapack.dpotrs(factor, self._right, lower=1)
        y, ones = self._right.T
        mean = float(ones @ solved[:, 0]) / (float(ones @ solved[:, 1]) + 1.0)
        alpha = solved[:, 0] - mean * solved[:, 1]
        residual = y - mean
        fit_term = float(residual @ alpha)
        value = -0.5 * (fit_term + log_determinant + n * math.log(2.0 * math.pi) + mean * mean)
        inverse = lower_inverse(factor).T  # its upper triangle, in C order
        trace = float(alpha @ alpha) - float(inverse.trace())
        weights = np.multiply(0.5 * alpha[:, None], alpha, out=self._scratch)
        weights -= inverse
        weights *= slope
        weights *= signal
        columns = scaled * scaled * (weights.sum(axis=0) + weights.sum(axis=1))[:, None]
        columns -= 2.0 * scaled * (weights @ scaled)
        by_column = columns.sum(axis=0)
        for place, weight in zip(self._columns.places, geometry.place_weights, strict=True):
            by_column[place] = weight * np.vdot(weights, apart(self._x[:, place], self._x[:, place]))
        by_lengthscale = np.bincount(self._columns.groups, by_column, minlength=self._columns.lengthscales)
        by_noise = 0.5 * noise * trace
        by_signal = 0.5 * (fit_term - n) - by_noise
        return value, np.concatenate([by_lengthscale, [by_signal, by_noise]])
