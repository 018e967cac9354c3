"""What observations teach about final losses: a Gaussian process with fantasies of what is pending."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tunewise.arrays import Array
from tunewise.models.codec import Codec
from tunewise.models.fits import Fits, best_and_spread
from tunewise.surrogates.cholesky import factorised
from tunewise.surrogates.gp import Posterior, condition
from tunewise.surrogates.targets import Scale

if TYPE_CHECKING:
    from tunewise.models.observations import Observations

FANTASIES = 8
"""Of the pending trials' values."""

MOST = 2000
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
        chosen = best_and_spread(values, MOST)
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
