"""What a second of a worker's time would bring, spent on a trial or on a new configuration."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from tunewise.surrogates.two_stage import Rates, best_rates

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tunewise.models.costs import Costs
    from tunewise.models.curve_view import CurveView
    from tunewise.surrogates.curve_gp import CurvePosterior
    from tunewise.trial import Trial, Trials

    Array = NDArray[np.float64]
    Places = NDArray[np.intp]


@dataclass(frozen=True)
class Prospects:
    """Rates of improvement per second, in logarithms of the units of the curve model.

    levels (k,): to which a trial may run, those of `view.places`. incumbent: what is to be improved.
    """

    view: CurveView
    costs: Costs
    levels: Places
    incumbent: float

    def of_trials(self, trials: Trials, rows: Places, overhead: float) -> Rates:
        """Of going on with the trials in some rows (m,) of the model, for each of which a worker first
        spends `overhead` seconds."""
        mean, covariance = self.view.forecasts(rows)
        ids = self.view.fit.trials[rows]
        reached = np.array([trials[trial_id].level for trial_id in ids.tolist()])
        return self._rates(mean, covariance, reached, self.per_level[rows], overhead)

    def of_new(self, points: Array, posterior: CurvePosterior, cooling: float) -> Rates:
        """Of starting configurations (m, dim), under a posterior.

        cooling: the power to which a configuration's predicted cost is taken, relative to the usual one; 1
        counts it in full, less makes less of what is cheap.
        """
        basis = posterior.basis
        inputs = points * self.view.fit.columns
        mean, covariance = posterior.joint(inputs, basis.design[self.view.places])
        covariance = covariance + basis.own[np.ix_(self.view.places, self.view.places)]
        per_level = self.usual * (self.costs.per_level(points) / self.usual) ** cooling
        reached = np.zeros(len(points), dtype=np.intp)
        return self._rates(mean, covariance, reached, per_level, self.costs.overheads.start)

    def of_running(self, trial: Trial, point: Array, losses: Array, per_level: float) -> float:
        """Of going on with a trial, encoded (dim,), that has reported more since the model was made: losses
        (T,) in all. per_level: seconds that a level of it takes."""
        fit = self.view.fit
        basis, places = fit.posterior.basis, self.view.places
        units = fit.scale.to_units(losses)
        row = int(np.searchsorted(fit.trials, trial.id))
        known = 0
        if row < len(fit.trials) and fit.trials[row] == trial.id:
            known = int(np.isfinite(fit.units[row]).sum())
        weights = fit.posterior.weights(point * fit.columns).updated(*basis.increment(units, known))
        own = basis.own_forecasts(units[None], places)
        mean = own.directions[0] @ weights.mean + own.offsets[0]
        covariance = own.directions[0] @ weights.covariance @ own.directions[0].T + own.covariances[0]
        rates = self._rates(mean[None], covariance[None], np.array([trial.level]), np.array([per_level]), 0.0)
        return float(rates.log_rate[0])

    @cached_property
    def per_level(self) -> Array:
        """Seconds per level (r,) of the trials of the model."""
        return np.array([self.costs.of_trial(trial_id) for trial_id in self.view.fit.trials.tolist()])

    @cached_property
    def usual(self) -> float:
        """Seconds per level of the trials so far, their geometric mean."""
        return float(np.exp(np.log(self.per_level).mean()))

    def _rates(
        self, mean: Array, covariance: Array, reached: Places, per_level: Array, overhead: float
    ) -> Rates:
        ahead = self.levels - reached[:, None]
        cost = np.where(ahead > 0, overhead + ahead * per_level[:, None], np.inf)
        return best_rates(mean, covariance, self.view.noise, cost, self.incumbent)
