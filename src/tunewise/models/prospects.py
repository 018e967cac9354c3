"""What a second of a worker's time is worth, spent on a trial or on a new configuration."""

from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from tunewise.arrays import Array, Indices
from tunewise.models.codec import Codec
from tunewise.models.costs import Costs
from tunewise.models.curves import CurveForecasts
from tunewise.models.gp_models import LossForecast, LossModel
from tunewise.models.observations import Observations
from tunewise.surrogates.acquisition import Acquisition, best_rates
from tunewise.surrogates.curve_gp import Weights
from tunewise.trial import Trial

LONG = 0.3
"""A trial counts as long from this share of the largest resource on."""

MOST_LONG_TRIALS = 8


class TrialProspect(NamedTuple):
    """The log rate of continuing a trial, and its expected final value, in the model's units."""

    log_rate: float
    final: float


@dataclass(frozen=True, eq=False)
class Prospects:
    """Rates of improvement per second, in logarithms of the units of the curve model.

    levels (k,): to which a trial may run, those at `forecasts.indices`.
    """

    forecasts: CurveForecasts
    costs: Costs
    levels: Indices
    _weights: dict[int, Weights] = field(default_factory=dict)  # of running trials

    def of_trials(self, rows: Indices, overhead: float) -> Array:
        """Of continuing the trials in some rows (m,) of the model: (m,).

        overhead: seconds that a worker spends first for each of them.
        """
        mean, covariance = self.forecasts.at(rows)
        per_level = self.costs.per_trial[self.forecasts.fit.trials[rows]]
        return self._rates(mean, covariance, self.forecasts.fit.reached[rows], per_level, overhead)

    def of_new(self, points: Array, later: float = 0.0) -> Array:
        """Of starting configurations, encoded (m, dim): (m,).

        later: additional seconds that starting them will cost.

        The part of a curve that is independent of the others doesn't count. Otherwise near-copies of the
        best configuration would be started for their chance of being lucky.
        """
        posterior = self.forecasts.fit.posterior
        design = posterior.basis.design[self.forecasts.indices]
        mean, covariance = posterior.weights(points)
        reached = np.zeros(len(points), dtype=np.intp)
        overhead = self.costs.overheads.start + later
        per_level = self.costs.per_level(points)
        return self._rates(mean @ design.T, design @ covariance @ design.T, reached, per_level, overhead)

    def of_running(
        self,
        trial: Trial,
        point: Array,
        losses: Array,
        per_level: float,
        incumbent: float,
        overhead: float = 0.0,
    ) -> TrialProspect:
        """Of continuing a trial, encoded (dim,), that has reported more since the model was fitted.

        losses (T,): all its losses. per_level: seconds that one level of it takes, 0 if unknown. incumbent:
        the best loss that was seen, in the model's units. overhead: seconds that a worker spends first.
        """
        fit, indices = self.forecasts.fit, self.forecasts.indices
        basis = fit.posterior.basis
        units = fit.scale.to_units(losses)[None]
        row = np.flatnonzero(fit.trials == trial.id)
        known = fit.counts[row] if len(row) else np.zeros(1, dtype=np.intp)
        if trial.id not in self._weights:
            means, covariances = fit.posterior.weights(point[None])
            self._weights[trial.id] = Weights(means[0], covariances[0])
        news = basis.summarise(units, known=known)
        weights = self._weights[trial.id].updated(news.rows, news.values)
        own = basis.own_forecasts(units, indices)
        mean, covariance = own.given(weights.mean[None], weights.covariance[None])
        reached = np.array([trial.level])
        seconds = np.array([per_level]) if per_level > 0.0 else self.costs.per_level(point[None])
        rates = self._rates(mean, covariance, reached, seconds, overhead, incumbent)
        return TrialProspect(float(rates[0]), float(mean[0, -1]))

    def _rates(
        self,
        mean: Array,
        covariance: Array,
        reached: Indices,
        per_level: Array,
        overhead: float,
        incumbent: float | None = None,
    ) -> Array:
        ahead = self.levels - reached[:, None]
        cost = np.where(ahead > 0, overhead + ahead * per_level[:, None], np.inf)
        incumbent = self.forecasts.fit.best if incumbent is None else incumbent
        return best_rates(mean, np.einsum("mkk->mk", covariance), cost, incumbent)


class PerSecond:
    """An acquisition in logarithms, less that of the seconds of a full training: an `Acquisition`.

    J. Snoek, H. Larochelle and R. P. Adams: Practical Bayesian Optimization of Machine Learning Algorithms.
    NeurIPS 2012, arXiv:1206.2944.
    """

    def __init__(self, acquisition: Acquisition, costs: Costs, levels: int) -> None:
        self._acquisition, self._costs, self._levels = acquisition, costs, levels

    def __call__(self, x: Array) -> Array:
        return np.asarray(self._acquisition(x) - self._costs.training(x, self._levels))

    def with_gradient(self, x: Array) -> tuple[Array, Array]:
        value, gradient = self._acquisition.with_gradient(x)
        seconds, slopes = self._costs.training_with_slopes(x, self._levels)
        return value - seconds, gradient - slopes


class LongTrialModel:
    """A model of final losses, of long trials only: short trainings can't mislead it."""

    def __init__(self, codec: Codec) -> None:
        self._losses = LossModel(codec)
        # before that, plain Bayesian optimisation has its initial design
        self._least = min(codec.kernel_columns.lengthscales + 1, MOST_LONG_TRIALS)

    def fit(
        self,
        forecasts: CurveForecasts,
        points: Array,
        latest: Array,
        pending: list[int],
        failed: list[int],
        rng: np.random.Generator,
    ) -> LossForecast | None:
        """The forecast given the long trials; None if there are too few of them. A long trial that isn't at
        the largest resource counts with its forecast.

        points (n, dim), latest (n,): of all trials, and their last losses. pending, failed: ids of trials
        that will be long, and of those that failed. Raises `LinAlgError` if nothing can be fitted.
        """
        fit, largest = forecasts.fit, forecasts.largest
        rows = np.flatnonzero((fit.reached >= LONG * largest) & ~np.isin(fit.trials, failed))
        if len(rows) < self._least:
            return None
        ended = fit.reached[rows] >= largest
        # trials that have ended come first: they no longer change, so that earlier fits can be reused
        rows = rows[np.lexsort((fit.position[rows], ~ended))]
        ended = fit.reached[rows] >= largest
        losses = np.where(ended, latest[fit.trials[rows]], fit.scale.from_units(forecasts.final_mean[rows]))
        waiting = sorted(set(pending) - set(fit.trials[rows].tolist()))
        observations = Observations(
            fit.points[rows], losses, fit.trials[rows], points[failed], points[waiting]
        )
        return self._losses.fit(observations, rng)
