"""What whole trials cost: a Gaussian process for the logarithm of the seconds that they hold a worker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tunewise.models.codec import Codec
from tunewise.models.fits import Fits, spread_places
from tunewise.surrogates.gp import Posterior, condition

if TYPE_CHECKING:
    from tunewise.models.observations import Observations
    from tunewise.trial import Trials

MOST = 1000
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
        chosen = spread_places(len(logs), MOST)
        units = (logs - logs.mean()) / unit
        return CostBelief(
            condition(points[chosen], units[chosen], self._codec.columns, hyperparameters), unit
        )
