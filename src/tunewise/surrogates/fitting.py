"""Fits a Gaussian process: its most probable hyperparameters given some values."""

import math

import numpy as np
from scipy.linalg import lapack
from scipy.optimize import minimize

from tunewise.arrays import Array
from tunewise.surrogates.cholesky import factorised, lower_inverse
from tunewise.surrogates.gp import Hyperparameters
from tunewise.surrogates.kernels import Columns, Geometry, apart, matern52_with_slope

SIGNAL_PRIOR = (0.0, 0.5)
NOISE_PRIOR = (-3.0, 1.0)
"""Means and standard deviations of the normal priors of the logarithms of the variances.

These and the prior of the length-scales were chosen by held-out log density with 12 to 200 observations. With
wider ones a handful of values is taken for a surface without noise, in far too few dimensions.
"""

LENGTHSCALE_PRIOR = (-0.9, 0.7)
"""The same of the length-scales of a process over one dimension."""

_LENGTHSCALE_BOUNDS = (math.log(0.01), math.log(300.0))
_SIGNAL_BOUNDS = (math.log(1e-3), math.log(1e3))
_NOISE_BOUNDS = (math.log(1e-6), math.log(3.0))
_BAD = 1e10


def fit(
    x: Array, y: Array, columns: Columns, start: Hyperparameters | None = None, steps: int = 20
) -> Hyperparameters:
    """The hyperparameters that maximise the posterior density, as far as so many steps of L-BFGS get.

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
    """Mean and standard deviation of the normal prior of each logarithm of g length-scales.

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

    Its memory is used again by each call. Divided by n, so that tolerances mean the same for any n.
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
        value = likelihood - 0.5 * float(deviations @ deviations)
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
        factor = factorised(kernel)
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
