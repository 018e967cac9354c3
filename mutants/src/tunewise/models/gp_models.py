"""Gaussian processes of losses and of costs, fitted to histories that grow.

When hyperparameters are fitted anew: a rule that a long-lived instance and a fresh one both can follow.

A Gaussian process of losses to which observations are only ever added.

What observations teach about final losses: a Gaussian process with fantasies of what is pending.

What whole trials cost: a Gaussian process for the logarithm of the seconds that they hold a worker.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from tunewise.arrays import Array, Places
from tunewise.models.codec import Codec
from tunewise.models.observations import Observations
from tunewise.surrogates.gp import Hyperparameters, Posterior, condition, default_hyperparameters, fit
from tunewise.surrogates.kernels import Columns
from tunewise.surrogates.linalg import factorised
from tunewise.surrogates.targets import Scale
from tunewise.trial import Trials

FIRST = 8
"""With fewer observations, hyperparameters are fitted from the centre of their priors."""

EACH_TIME = 300
"""Up to so many observations, each new one leads to a new fit; beyond, each twentieth of them."""

MAX_FITTED = 1000
"""A fit uses no more points than this."""

COLD_STEPS = 30
WARM_STEPS = 10


@dataclass(frozen=True, eq=False)
class _Fit:
    points: Array
    losses: Array
    hyperparameters: Hyperparameters


class Fits:
    """Hyperparameters of a Gaussian process for data that grow. A cache: it never changes what it returns.

    The fit to the first n observations starts from that to the first m, m being the largest power of two
    below n. So it depends on nothing but the observations, and what was fitted before need not be known.
    """

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._fits: dict[int, _Fit] = {}  # to the first so many observations

    def given(self, points: Array, losses: Array) -> Hyperparameters:
        """For observations (n, dim) and (n,) in the order in which they came. `losses` are scaled here.

        Raises `numpy.linalg.LinAlgError` if nothing can be fitted.
        """
        return self._fitted(points, losses, milestone(len(points)))

    def _fitted(self, points: Array, losses: Array, n: int) -> Hyperparameters:
        points, losses = points[:n], losses[:n]
        known = self._fits.get(n)
        if known and np.array_equal(known.losses, losses) and np.array_equal(known.points, points):
            return known.hyperparameters
        start = self._fitted(points, losses, _power_below(n)) if n > FIRST else None
        chosen = spread_places(n, MAX_FITTED)
        targets = Scale.of(losses).to_units(losses)[chosen] if n else losses
        steps = WARM_STEPS if start else COLD_STEPS
        if n:
            found = fit(points[chosen], targets, self._columns, start, steps)
        else:
            found = default_hyperparameters(self._columns.lengthscales)
        self._remember(n, _Fit(points.copy(), losses.copy(), found))
        return found

    def _remember(self, n: int, found: _Fit) -> None:
        self._fits = {m: kept for m, kept in self._fits.items() if m & (m - 1) == 0}
        self._fits[n] = found


def milestone(n: int) -> int:
    """The number of observations, at most n, to which hyperparameters are fitted when there are n."""
    if n <= EACH_TIME:
        return n
    reached = EACH_TIME
    while (following := reached + reached // 20) <= n:
        reached = following
    return reached


def spread_places(n: int, most: int) -> Places:
    """Places among n, evenly spread: all of them, or `most`."""
    return np.asarray(np.linspace(0, n - 1, min(n, most)).round().astype(np.intp))


def best_and_spread(values: Array, most: int) -> Places:
    """Places among values (n,), in order: all of them, or `most`, of which a quarter are those of the lowest
    values and the others evenly spread.

    The lowest alone would say nothing of the rest of the space, where the process would be wrong.
    """
    if len(values) <= most:
        return np.arange(len(values))
    order = np.argsort(values, kind="stable")
    lowest = most // 4
    others = np.sort(order[lowest:])
    return np.sort(np.concatenate([order[:lowest], others[spread_places(len(others), most - lowest)]]))


def _power_below(n: int) -> int:
    return 1 << ((n - 1).bit_length() - 1)


MAX_INCREMENTAL = 1000
"""The process is conditioned on no more points than this and those since the last milestone."""


class Grown(NamedTuple):
    """A process in the units of a scale."""

    posterior: Posterior
    scale: Scale


class _Base(NamedTuple):
    points: Array
    losses: Array
    grown: Grown


class GrowingProcess:
    """Fits and conditions at milestones, and adds in between what has come since. A cache: what it returns
    depends on the observations alone."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._fits = Fits(columns)
        self._base: _Base | None = None

    def given(self, points: Array, losses: Array) -> Grown:
        """For observations (n, d) and (n,), n at least 1, in the order in which they came.

        Raises `numpy.linalg.LinAlgError` if nothing can be fitted.
        """
        then = milestone(len(losses))
        posterior, scale = self._at_milestone(points[:then], losses[:then])
        if then < len(losses):
            posterior = posterior.append(points[then:], scale.to_units(losses[then:])[:, None])
        return Grown(posterior, scale)

    def _at_milestone(self, points: Array, losses: Array) -> Grown:
        base = self._base
        if base is None or not (np.array_equal(base.losses, losses) and np.array_equal(base.points, points)):
            base = _Base(points.copy(), losses.copy(), self._conditioned(points, losses))
            self._base = base
        return base.grown

    def _conditioned(self, points: Array, losses: Array) -> Grown:
        hyperparameters = self._fits.given(points, losses)
        scale = Scale.of(losses)
        units = scale.to_units(losses)
        chosen = best_and_spread(units, MAX_INCREMENTAL)
        return Grown(condition(points[chosen], units[chosen], self._columns, hyperparameters), scale)


FANTASIES = 8
"""Of the pending trials' values."""

MAX_CONDITIONED = 2000
"""A model is conditioned on no more points than this."""


@dataclass(frozen=True, eq=False)
class Belief:
    """A model of losses.

    posterior: in the units of `scale`, with s fantasies. incumbents: (s,), the least loss that each of these
    expects at a point observed or pending. best: (b, dim), some of the best points, best first.
    """

    posterior: Posterior
    scale: Scale
    incumbents: Array
    best: Array


class LossModel:
    """Fits the model to observations; a cache, as a fresh one would compute the same."""

    def __init__(self, codec: Codec) -> None:
        self._codec = codec
        self._fits = Fits(codec.columns)

    def given(self, observations: Observations, rng: np.random.Generator) -> Belief:
        """For at least one observation. Raises `numpy.linalg.LinAlgError` if there is nothing to be had."""
        hyperparameters = self._fits.given(observations.points, observations.losses)
        scale = Scale.of(observations.losses)
        units = scale.to_units(observations.losses)
        # a configuration that fails is as bad as the worst: its neighbours are left alone, others are not
        failed = np.full(len(observations.failed), units.max())
        points = np.concatenate([observations.points, observations.failed])
        values = np.concatenate([units, failed])
        chosen = best_and_spread(values, MAX_CONDITIONED)
        posterior = condition(points[chosen], values[chosen], self._codec.columns, hyperparameters)
        posterior = with_fantasies(posterior, observations.pending, rng)
        best = observations.points[np.argsort(units, kind="stable")[:5]]
        return Belief(posterior, scale, posterior.smoothed().min(axis=0), best)


def with_fantasies(posterior: Posterior, pending: Array, rng: np.random.Generator) -> Posterior:
    """The process given values drawn from itself at pending points (p, d), `FANTASIES` times over.

    Draws come in pairs, mirrored at the mean.
    """
    if len(pending) == 0:
        return posterior
    mean, covariance = posterior.joint(pending)
    covariance.flat[:: len(pending) + 1] += posterior.hyperparameters.noise
    factor = factorised(covariance)
    draws = rng.standard_normal((len(pending), FANTASIES // 2))
    return posterior.append(pending, mean + factor @ np.hstack([draws, -draws]))


MAX_COSTS = 1000
"""The model is conditioned on no more points than this."""


@dataclass(frozen=True, eq=False)
class CostBelief:
    """posterior: of log seconds, in units of `unit`, less a constant."""

    posterior: Posterior
    unit: float


class TrialCosts:
    """Fits the model to observed trials; a cache, as a fresh one would compute the same."""

    def __init__(self, codec: Codec) -> None:
        self._codec = codec
        self._fits = Fits(codec.columns)

    def given(self, trials: Trials, observations: Observations) -> CostBelief | None:
        """None while no trial has taken any time. Raises `numpy.linalg.LinAlgError` if nothing fits."""
        seconds = np.array([trials[trial_id].worker_time for trial_id in observations.ids.tolist()])
        timed = seconds > 0.0
        if not timed.any():
            return None
        points, logs = observations.points[timed], np.log(seconds[timed])
        hyperparameters = self._fits.given(points, logs)
        unit = float(logs.std())
        if unit < 1e-6:
            return None
        chosen = spread_places(len(logs), MAX_COSTS)
        units = (logs - logs.mean()) / unit
        return CostBelief(
            condition(points[chosen], units[chosen], self._codec.columns, hyperparameters), unit
        )
