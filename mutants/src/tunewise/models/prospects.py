"""What a second of a worker's time would bring, spent on a trial or on a new configuration."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from tunewise.arrays import Array, Places
from tunewise.models.codec import Codec
from tunewise.models.costs import Costs
from tunewise.models.curves import CurveView
from tunewise.models.gp_models import Belief, LossModel
from tunewise.models.observations import Observations
from tunewise.surrogates.acquisition import best_rates
from tunewise.surrogates.curve_gp import CurvePosterior
from tunewise.trial import Trial


class Outlook(NamedTuple):
    """The log rate of going on with a trial, and where it is expected to end, in the model's units."""

    log_rate: float
    final: float


@dataclass(frozen=True, eq=False)
class Prospects:
    """Rates of improvement per second, in logarithms of the units of the curve model.

    levels (k,): to which a trial may run, those of `view.places`.
    """

    view: CurveView
    costs: Costs
    levels: Places

    def of_trials(self, rows: Places, overhead: float) -> Array:
        """Of going on with the trials in some rows (m,) of the model, for each of which a worker first
        spends `overhead` seconds: (m,)."""
        mean, variance = self.view.forecasts(rows)
        per_level = self.costs.per_trial[self.view.fit.trials[rows]]
        return self._rates(mean, variance, self.view.fit.reached[rows], per_level, overhead)

    def of_new(self, points: Array, posterior: CurvePosterior, later: float = 0.0) -> Array:
        """Of starting configurations, encoded (m, dim), under a posterior: (m,).

        later: seconds that starting them will cost besides.

        What belongs to one curve alone doesn't count: else near-copies of the best configuration would be
        bought like lottery tickets.
        """
        directions = posterior.basis.design[self.view.places]
        mean, variance = posterior.marginals(points, directions)
        reached = np.zeros(len(points), dtype=np.intp)
        overhead = self.costs.overheads.start + later
        return self._rates(mean, variance, reached, self.costs.per_level(points), overhead)

    def of_running(
        self, trial: Trial, point: Array, losses: Array, per_level: float, incumbent: float
    ) -> Outlook:
        """Of going on with a trial, encoded (dim,), that has reported more since the model was made: losses
        (T,) in all. per_level: seconds that a level of it takes. incumbent: the best loss that was seen."""
        fit = self.view.fit
        basis = fit.posterior.basis
        units = fit.scale.to_units(losses)
        row = int(np.searchsorted(fit.trials, trial.id))
        is_there = row < len(fit.trials) and fit.trials[row] == trial.id
        known = int(np.isfinite(fit.units[row]).sum()) if is_there else 0
        weights = fit.posterior.weights(point).updated(*basis.increment(units, known))
        own = basis.own_forecasts(units[None], self.view.places)
        mean = own.directions[0] @ weights.mean + own.offsets[0]
        shared = ((own.directions[0] @ weights.covariance) * own.directions[0]).sum(axis=1)
        variance = shared + np.maximum(np.diag(own.covariances[0]), 0.0)
        reached = np.array([trial.level])
        seconds = np.array([per_level]) if per_level > 0.0 else self.costs.per_level(point[None])
        best = min(self.view.fit.best, float(fit.scale.to_units(np.array([incumbent]))[0]))
        rates = self._rates(mean[None], variance[None], reached, seconds, 0.0, best)
        return Outlook(float(rates[0]), float(mean[-1]))

    def _rates(
        self,
        mean: Array,
        variance: Array,
        reached: Places,
        per_level: Array,
        overhead: float,
        incumbent: float | None = None,
    ) -> Array:
        ahead = self.levels - reached[:, None]
        cost = np.where(ahead > 0, overhead + ahead * per_level[:, None], np.inf)
        return best_rates(mean, variance, cost, self.view.fit.best if incumbent is None else incumbent)


LONG = 0.3
"""A trial counts from this share of the largest resource on; if it isn't at the end, with its forecast."""

LEAST = 3
"""Trials that count, without which there is no model."""


class FinalModel:
    """A model of final losses that knows nothing of short trainings, and so isn't led astray by them."""

    def __init__(self, codec: Codec) -> None:
        self._losses = LossModel(codec)

    def given(
        self,
        view: CurveView,
        points: Array,
        pending: list[int],
        failed: list[int],
        rng: np.random.Generator,
    ) -> Belief | None:
        """The belief given the long trials of a view; None if there are too few of them.

        points: (n, dim), of all trials. pending, failed: ids of trials that will be long, and of those that
        have failed. Raises `LinAlgError` if nothing can be fitted.
        """
        fit = view.fit
        rows = np.flatnonzero(fit.reached >= LONG * view.largest)
        if len(rows) < LEAST:
            return None
        ended = fit.reached[rows] >= view.largest
        # those that have ended first, as they stay what they are and fits to them can be used again
        rows = rows[np.lexsort((fit.place[rows], ~ended))]
        at_end = fit.units[rows, -1]
        losses = fit.scale.from_units(np.where(np.isfinite(at_end), at_end, view.final_mean[rows]))
        waiting = sorted(set(pending) - set(fit.trials[rows].tolist()))
        observations = Observations(
            fit.points[rows], losses, fit.trials[rows], points[failed], points[waiting]
        )
        return self._losses.given(observations, rng)
