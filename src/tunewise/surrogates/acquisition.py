"""Acquisition functions: the logarithm of the expected improvement, also by several models and per cost."""

import math
from collections.abc import Sequence
from typing import Protocol

import numpy as np
from scipy.special import erfcx, ndtr

from tunewise.arrays import Array

_ROOT_HALF_PI = math.sqrt(0.5 * math.pi)
_LOG_ROOT_TWO_PI = 0.5 * math.log(2.0 * math.pi)
_FAR = -1e3  # beyond, the series is more accurate than the function


class Predictor(Protocol):
    """A model that predicts a normal distribution at points (m, d), for each of s fantasies.

    Fantasies differ only in their means: variances don't depend on values.
    """

    def means(self, x: Array) -> Array:
        """Means (m, s) as `predict` gives them, at a fraction of its cost."""
        ...

    def predict(self, x: Array) -> tuple[Array, Array]:
        """Means (m, s), and variances (m,) above 0."""
        ...

    def predict_with_gradient(self, x: Array) -> tuple[Array, Array, Array, Array]:
        """Means (m, s) and variances (m,), and their derivatives by the columns of the points, (m, s, d) and
        (m, d)."""
        ...


class MeanPredictor(Protocol):
    """A model that says what is expected at points (m, d), and not how sure that is."""

    def means(self, x: Array) -> Array:
        """(m, s), for s fantasies."""
        ...

    def means_with_gradient(self, x: Array) -> tuple[Array, Array]:
        """The same, and their derivatives by the columns of the points, (m, s, d)."""
        ...


class Acquisition(Protocol):
    """How promising points (m, d) are: more is better."""

    def __call__(self, x: Array) -> Array:
        """(m,)."""
        ...

    def with_gradient(self, x: Array) -> tuple[Array, Array]:
        """(m,), and its derivatives by the columns of the points, (m, d)."""
        ...


class LogEI:
    """The logarithm of the expected improvement upon the least value, averaged over fantasies.

    predictor: with s fantasies. incumbents: (s,), the least value in each of these.

    S. Ament et al.: Unexpected Improvements to Expected Improvement for Bayesian Optimization. NeurIPS 2023,
    arXiv:2310.20708. Fantasies: J. Snoek, H. Larochelle and R. P. Adams: Practical Bayesian Optimization of
    Machine Learning Algorithms. NeurIPS 2012, arXiv:1206.2944.
    """

    def __init__(self, predictor: Predictor, incumbents: Array) -> None:
        self._predictor = predictor
        self._incumbents = incumbents

    def __call__(self, x: Array) -> Array:
        mean, variance = self._predictor.predict(x)
        deviation = np.sqrt(variance)
        score, _ = log_improvement((self._incumbents - mean) / deviation[:, None])
        return np.asarray(_log_mean(score)[0] + np.log(deviation))

    def with_gradient(self, x: Array) -> tuple[Array, Array]:
        mean, variance, mean_slope, variance_slope = self._predictor.predict_with_gradient(x)
        deviation = np.sqrt(variance)
        z = (self._incumbents - mean) / deviation[:, None]
        score, score_slope = log_improvement(z)
        value, weights = _log_mean(score)
        weights *= score_slope
        gradient = np.einsum("ms,msd->md", weights, mean_slope)
        gradient /= -deviation[:, None]
        # the derivative by log deviation, which also shrinks z in the same proportion
        by_log_deviation = 1.0 - (weights * z).sum(axis=1)
        gradient += (0.5 * by_log_deviation / variance)[:, None] * variance_slope
        return value + np.log(deviation), gradient


class PerCost:
    """An acquisition per cost, in logarithms: its value less `exponent` times the predicted log cost.

    acquisition: in logarithms itself. log_cost: predicts the logarithm of the cost, without fantasies.
    exponent: from 0, which ignores cost, to 1, which counts it in full. Values between them reduce the
    influence of cost, since a point that is only cheap promises little.

    Snoek et al. as for `LogEI`. E. H. Lee, V. Perrone, C. Archambeau and M. Seeger: Cost-aware Bayesian
    Optimization. arXiv:2003.10870 (2020).
    """

    def __init__(self, acquisition: Acquisition, log_cost: MeanPredictor, exponent: float) -> None:
        self._acquisition = acquisition
        self._log_cost = log_cost
        self._exponent = exponent

    def __call__(self, x: Array) -> Array:
        return self._acquisition(x) - self._exponent * self._log_cost.means(x)[:, 0]

    def with_gradient(self, x: Array) -> tuple[Array, Array]:
        value, gradient = self._acquisition.with_gradient(x)
        cost, cost_slope = self._log_cost.means_with_gradient(x)
        return value - self._exponent * cost[:, 0], gradient - self._exponent * cost_slope[:, 0]


def log_improvement(z: Array) -> tuple[Array, Array]:
    """log(phi(z) + z Phi(z)) and its derivative, of the same shape, to full precision for any z.

    phi and Phi are density and distribution of a standard normal variable. Below 0 it is log phi(z) +
    log(1 + z q), q = Phi(z) / phi(z) being a scaled error function; far below, 1 + z q is a series in 1/z.
    """
    low = np.minimum(z, 0.0)
    mills = _ROOT_HALF_PI * erfcx(low * -math.sqrt(0.5))
    ratio = 1.0 + low * mills
    far = low < _FAR
    if far.any():
        inverse = 1.0 / low[far] ** 2
        ratio[far] = inverse * (1.0 - inverse * (3.0 - 15.0 * inverse))
    value = np.log(ratio) - 0.5 * low * low - _LOG_ROOT_TWO_PI
    slope = mills / ratio
    high = z > 0.0
    if high.any():
        positive = z[high]
        below = ndtr(positive)
        improvement = np.exp(-0.5 * positive * positive - _LOG_ROOT_TWO_PI) + positive * below
        value[high] = np.log(improvement)
        slope[high] = below / improvement
    return value, slope


def _log_mean(logarithms: Array) -> tuple[Array, Array]:
    """The logarithm (m,) of the mean over s of exp(logarithms (m, s)), and its derivatives (m, s)."""
    largest = logarithms.max(axis=1)
    weights = np.exp(logarithms - largest[:, None])
    total = weights.sum(axis=1)
    weights /= total[:, None]
    return largest + np.log(total / logarithms.shape[1]), weights


class FixedColumn:
    """A predictor over d columns made from one over d + 1, whose last column is fixed."""

    def __init__(self, predictor: Predictor, value: float) -> None:
        self._predictor = predictor
        self._value = value

    def means(self, x: Array) -> Array:
        """Means (m, s) at points (m, d)."""
        return self._predictor.means(self._extended(x))

    def predict(self, x: Array) -> tuple[Array, Array]:
        """The same, and variances (m,)."""
        return self._predictor.predict(self._extended(x))

    def predict_with_gradient(self, x: Array) -> tuple[Array, Array, Array, Array]:
        """The same, and their derivatives by the d columns, (m, s, d) and (m, d)."""
        mean, variance, mean_slope, variance_slope = self._predictor.predict_with_gradient(self._extended(x))
        return mean, variance, mean_slope[:, :, :-1], variance_slope[:, :-1]

    def _extended(self, x: Array) -> Array:
        return np.column_stack([x, np.full(len(x), self._value)])


class Mixture:
    """Means are the weighted sum of the models' means, variances that of their variances by squared weights.

    models: with the same number s of fantasies, at least one. weights: one for each, above 0, that sum up
    to 1.
    """

    def __init__(self, models: Sequence[Predictor], weights: Sequence[float]) -> None:
        self._parts = list(zip(models, weights, strict=True))

    def means(self, x: Array) -> Array:
        """Means (m, s) at points (m, d)."""
        return self._sum([model.means(x) for model, _ in self._parts], 1)

    def predict(self, x: Array) -> tuple[Array, Array]:
        """The same, and variances (m,)."""
        means, variances = zip(*[model.predict(x) for model, _ in self._parts], strict=True)
        return self._sum(means, 1), self._sum(variances, 2)

    def predict_with_gradient(self, x: Array) -> tuple[Array, Array, Array, Array]:
        """The same, and their derivatives by the columns of the points, (m, s, d) and (m, d)."""
        found = [model.predict_with_gradient(x) for model, _ in self._parts]
        means, variances, mean_slopes, variance_slopes = zip(*found, strict=True)
        return (
            self._sum(means, 1),
            self._sum(variances, 2),
            self._sum(mean_slopes, 1),
            self._sum(variance_slopes, 2),
        )

    def _sum(self, arrays: Sequence[Array], power: int) -> Array:
        weights = [weight**power for _, weight in self._parts]
        return np.asarray(sum(weight * array for weight, array in zip(weights, arrays, strict=True)))


_LEAST_VARIANCE = 1e-12


def best_rates(mean: Array, variance: Array, cost: Array, incumbent: float) -> Array:
    """The best rates (m,) of m candidates that may be trained on to k levels: logarithms of improvement per
    second.

    mean, variance (m, k): of the values there, better when smaller. cost (m, k): seconds to reach a level
    from now; infinity for a level that has been passed. incumbent: the value to improve upon.

    As in freeze-thaw Bayesian optimisation and its successors, with the logarithm for what is unlikely: K.
    Swersky, J. Snoek and R. P. Adams: Freeze-Thaw Bayesian Optimization. arXiv:1406.3896 (2014); M. Wistuba,
    A. Kadra and J. Grabocka: Supervising the Multi-Fidelity Race of Hyperparameter Configurations. NeurIPS
    2022, arXiv:2202.09774. That improvement at any level counts lets the first trainings of an experiment
    show something early; that cost is counted to the last second lets the later ones be finished.
    """
    deviation = np.sqrt(np.maximum(variance, _LEAST_VARIANCE))
    ahead = np.isfinite(cost)
    score, _ = log_improvement((incumbent - mean) / deviation)
    log_rate = np.where(ahead, score + np.log(deviation) - np.log(np.where(ahead, cost, 1.0)), -np.inf)
    return np.asarray(log_rate.max(axis=1))
