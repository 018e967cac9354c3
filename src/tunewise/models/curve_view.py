"""What the curve model says of the trials of a history and of new configurations."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from tunewise.arrays import Array, Places
from tunewise.surrogates.curve_basis import OwnForecasts
from tunewise.surrogates.curve_gp import CurvePosterior, CurvePredictor

if TYPE_CHECKING:
    from tunewise.models.curves import CurveFit


@dataclass(frozen=True, eq=False)
class CurveView:
    """Forecasts in the units of `fit.scale`, better when smaller, for the r trials that `fit` is about.

    places: where among the model's levels forecasts are wanted. largest: the last of these levels, the
        largest resource.
    """

    fit: CurveFit
    places: Places
    largest: int

    @cached_property
    def own(self) -> OwnForecasts:
        """Of all r trials at all places, given their weights."""
        return self.fit.posterior.basis.own_forecasts(self.fit.units, self.places)

    @cached_property
    def final_mean(self) -> Array:
        """What each of the r trials is expected to reach at the end (r,)."""
        directions = self.own.directions[:, -1]
        return self.fit.posterior.mean(self.fit.points, directions) + self.own.offsets[:, -1]

    @property
    def expected(self) -> float:
        """The best that was seen or is expected at the end of a trial already started."""
        return min(self.fit.best, float(self.final_mean.min()))

    @property
    def noise(self) -> float:
        """Variance of a report."""
        return self.fit.posterior.parameters.time.noise

    def forecasts(self, rows: Places) -> tuple[Array, Array]:
        """Means and variances (m, k) of the values of the trials in some rows at the places."""
        own = self.own.of(rows)
        mean, variance = self.fit.posterior.marginals(self.fit.points[rows], own.directions)
        return mean + own.offsets, variance + np.maximum(np.einsum("mkk->mk", own.covariances), 0.0)

    def believing(self, pending: Places) -> CurvePosterior:
        """The posterior as if the trials in some rows had ended as they are expected to."""
        posterior = self.fit.posterior
        if not len(pending):
            return posterior
        own = np.maximum(self.own.covariances[pending, -1, -1], 0.0)
        directions = self.own.directions[pending, -1]
        return posterior.believing(self.fit.points[pending], directions, own + self.noise + _LEAST_VARIANCE)

    def final_predictor(self, posterior: CurvePosterior) -> CurvePredictor:
        """Of the final value at encoded points, under a posterior such as that of `believing`."""
        return CurvePredictor(posterior, posterior.basis.design[-1])


_LEAST_VARIANCE = 1e-4  # of what is believed of a pending trial, for the factorisation's sake
