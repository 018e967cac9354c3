"""Gaussian processes of losses and of costs, fitted to histories that grow.

When hyperparameters are fitted again follows from the observations alone. So an instance that has seen the
history grow and one that sees it for the first time return the same.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from tunewise.arrays import Array, Indices
from tunewise.models.codec import Codec
from tunewise.models.observations import Observations, evenly_spread, few
from tunewise.surrogates.acquisition import Predictor
from tunewise.surrogates.gp import Hyperparameters, Posterior, condition, default_hyperparameters, fit
from tunewise.surrogates.kernels import Columns
from tunewise.surrogates.linalg import cholesky
from tunewise.surrogates.targets import NEGLIGIBLE, Scale

COLD_START = 8
"""With fewer observations, a fit starts from the centre of the priors."""

REFIT_ALWAYS = 50
"""Up to this many observations each new one leads to a fit, after that each tenth of them."""

MOST_BETWEEN = 200
"""The most observations from one fit to the next, so that what a process is extended by, and with that the
cost of a decision, stops growing."""

MAX_FITTED = 1000
"""Points that a fit of hyperparameters uses at most."""

MAX_CONDITIONED = 1000
"""Points that a process is conditioned on at a milestone at most."""

FANTASIES = 8
"""Draws of the values of pending trials."""

COLD_STEPS = 30
WARM_STEPS = 10


Scaling = Callable[[Array], Scale]
"""What puts losses, or logarithms of costs, into units."""


class Observed(NamedTuple):
    """Losses (n,) at points (n, d)."""

    points: Array
    losses: Array

    def equals(self, points: Array, losses: Array) -> bool:
        return np.array_equal(self.losses, losses) and np.array_equal(self.points, points)


class HyperparameterFits:
    """Hyperparameters of a Gaussian process for data that grow. A cache.

    The fit to the first n observations starts from the fit to the first m, where m is the largest power of
    two below n.
    """

    def __init__(self, columns: Columns, scaled: Scaling = Scale.of) -> None:
        self._columns, self._scaled = columns, scaled
        self._fits: dict[int, tuple[Observed, Hyperparameters]] = {}  # by the number of observations

    def fit(self, points: Array, losses: Array) -> Hyperparameters:
        """For observations (n, dim) and (n,) in the order in which they came. `losses` are scaled here.

        Raises `numpy.linalg.LinAlgError` if nothing can be fitted.
        """
        return self._fit(points, losses, milestone(len(points)))

    def _fit(self, points: Array, losses: Array, n: int) -> Hyperparameters:
        points, losses = points[:n], losses[:n]
        if n in self._fits:
            data, hyperparameters = self._fits[n]
            if data.equals(points, losses):
                return hyperparameters
        power_below = 1 << ((n - 1).bit_length() - 1) if n > COLD_START else 0
        start = self._fit(points, losses, power_below) if power_below else None
        if n:
            chosen = evenly_spread(n, MAX_FITTED)
            units = self._scaled(losses).to_units(losses)[chosen]
            result = fit(points[chosen], units, self._columns, start, WARM_STEPS if start else COLD_STEPS)
        else:
            result = default_hyperparameters(self._columns.lengthscales)
        self._fits = {m: kept for m, kept in self._fits.items() if m & (m - 1) == 0}  # powers of two
        self._fits[n] = Observed(points.copy(), losses.copy()), result
        return result


def milestone(n: int) -> int:
    """The number of observations, at most n, to which hyperparameters are fitted when there are n."""
    if n <= REFIT_ALWAYS:
        return n
    reached = REFIT_ALWAYS
    while (following := reached + min(reached // 10, MOST_BETWEEN)) <= n:
        reached = following
    return reached


def lowest_and_spread(values: Array, most: int) -> Indices:
    """Indices of values (n,), sorted: all of them, or `most`. Of these, a quarter have the lowest values and
    the others are evenly spread.

    The lowest alone would say nothing about the rest of the space, and the process would be wrong there.
    """
    if len(values) <= most:
        return np.arange(len(values))
    order = np.argsort(values, kind="stable")
    lowest = most // 4
    others = np.sort(order[lowest:])
    return np.sort(np.concatenate([order[:lowest], others[evenly_spread(len(others), most - lowest)]]))


def with_fantasies(posterior: Posterior, pending: Array, rng: np.random.Generator) -> Posterior:
    """The process given `FANTASIES` draws of its own values at pending points (p, d).

    Draws come in pairs, mirrored at the mean.
    """
    if len(pending) == 0:
        return posterior
    mean, covariance = posterior.joint(pending)
    covariance.flat[:: len(pending) + 1] += posterior.hyperparameters.noise
    factor = cholesky(covariance)
    draws = rng.standard_normal((len(pending), FANTASIES // 2))
    return posterior.append(pending, mean + factor @ np.hstack([draws, -draws]))


@dataclass(frozen=True, eq=False)
class LossForecast:
    """What a model expects configurations to reach.

    predictor: of losses in the units of `scale`, with s fantasies. incumbents (s,): the least loss that each
    fantasy expects of a configuration that was tried. best (b, dim): some configurations with the least
    losses, best first.
    """

    predictor: Predictor
    scale: Scale
    incumbents: Array
    best: Array


class ScaledGP(NamedTuple):
    """A process in the units of a scale."""

    posterior: Posterior
    scale: Scale


class IncrementalGP:
    """A process of losses, or of the logarithms of costs, that is fitted and conditioned at milestones, and
    extended between them. A cache: what it returns depends on the observations alone.

    Of many observations the lowest are all kept: near them is the optimum, or what is cheap.
    """

    def __init__(self, columns: Columns, scaled: Scaling = Scale.of) -> None:
        self._columns, self._scaled = columns, scaled
        self._fits = HyperparameterFits(columns, scaled)
        self._at_milestone: tuple[Observed, ScaledGP] | None = None

    def fit(self, points: Array, losses: Array, others: Observed | None = None) -> ScaledGP:
        """For observations (n, d) and (n,), n at least 1, in the order in which they came; others may change.

        Raises `numpy.linalg.LinAlgError` if nothing can be fitted.
        """
        n = milestone(len(losses))
        if self._at_milestone is None or not self._at_milestone[0].equals(points[:n], losses[:n]):
            data = Observed(points[:n].copy(), losses[:n].copy())
            self._at_milestone = data, self._conditioned(data)
        posterior, scale = self._at_milestone[1]
        later = Observed(points[n:], losses[n:])
        if others is not None:
            later = Observed(*(np.concatenate(parts) for parts in zip(later, others, strict=True)))
        if len(later.losses):
            posterior = posterior.append(later.points, scale.to_units(later.losses)[:, None])
        return ScaledGP(posterior, scale)

    def _conditioned(self, data: Observed) -> ScaledGP:
        hyperparameters = self._fits.fit(*data)
        scale = self._scaled(data.losses)
        units = scale.to_units(data.losses)
        chosen = lowest_and_spread(units, MAX_CONDITIONED)
        return ScaledGP(condition(data.points[chosen], units[chosen], self._columns, hyperparameters), scale)


class LossModel:
    """A Gaussian process of losses, with fantasies of pending trials. A cache."""

    def __init__(self, codec: Codec) -> None:
        self._process = IncrementalGP(codec.kernel_columns)

    def fit(self, observations: Observations, rng: np.random.Generator) -> LossForecast:
        """For at least one observation. Raises `numpy.linalg.LinAlgError` if nothing can be fitted."""
        points, losses = observations.points, observations.losses
        failed = few(observations.failed)
        # a failure counts as the worst loss: its neighbours are avoided, other points aren't affected
        others = Observed(failed, np.full(len(failed), losses.max()))
        posterior, scale = self._process.fit(points, losses, others)
        posterior = with_fantasies(posterior, observations.pending, rng)
        best = points[np.argsort(losses, kind="stable")[:5]]
        return LossForecast(posterior, scale, posterior.smoothed().min(axis=0), best)


@dataclass(frozen=True, eq=False)
class LogCost:
    """posterior: of log seconds less `mean`, in units of `unit`."""

    posterior: Posterior
    mean: float
    unit: float


class CostModel:
    """A Gaussian process of the logarithm of what points cost. A cache."""

    def __init__(self, codec: Codec) -> None:
        self._process = IncrementalGP(codec.kernel_columns, Scale.straight)

    def fit(self, points: Array, seconds: Array) -> LogCost | None:
        """For points (n, dim) in the order in which they were observed, and what they took (n,).

        None while none took any time, or all took equally long. Raises `numpy.linalg.LinAlgError` if nothing
        can be fitted.
        """
        timed = seconds > 0.0
        logs = np.log(seconds[timed])
        if not len(logs) or float(np.ptp(logs)) < NEGLIGIBLE:
            return None
        posterior, scale = self._process.fit(points[timed], logs)
        return LogCost(posterior, scale.centre, scale.unit)
