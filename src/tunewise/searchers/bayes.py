"""Bayesian optimisation: proposes where one of several models expects the largest improvement."""

import logging
from abc import abstractmethod
from collections.abc import Sequence

import numpy as np

from tunewise.models.codec import Codec
from tunewise.models.curves import CurveForecasts, CurveModel, conditioned_at
from tunewise.models.evidence import StandoutTable
from tunewise.models.first_reports import FirstReportCosts
from tunewise.models.gp_models import CostModel, LossForecast, LossModel
from tunewise.models.joint import JointModel
from tunewise.models.level_ensemble import LevelEnsemble
from tunewise.models.levels import powers_of_three
from tunewise.models.observations import ObservationTable
from tunewise.problem import Problem, largest_resource
from tunewise.searchers.base import Proposal, Searcher
from tunewise.searchers.model_free import RandomSearcher
from tunewise.searchers.untried import Untried
from tunewise.surrogates.acquisition import Acquisition, LogEI, PerCost
from tunewise.surrogates.threads import one_thread
from tunewise.trial import Trials

_LOG = logging.getLogger(__name__)

MIN_OBSERVATIONS = 3
"""Without this many observations there is no model."""


class ModelSearcher(Searcher):
    """Uses a model once some trials have started and one of them has learned something (`StandoutTable`).
    Until then, and if the model can't be fitted or has no proposal, the proposal is random and says why.

    initial: random trials that start before the model is used; at least 1. By default one more than there
        are tuned hyperparameters, and at most `most`.
    """

    def __init__(self, problem: Problem, initial: int | None, most: int = 8) -> None:
        super().__init__(problem)
        if initial is not None and initial < 1:
            raise ValueError(f"initial is {initial}: at least 1 trial starts at random.")
        self._initial = min(problem.space.dimension + 1, most) if initial is None else initial
        self._random = RandomSearcher(problem)
        self._codec = Codec(problem.space)
        self._untried = Untried(problem, self._codec)
        self._standouts = StandoutTable(problem)

    @one_thread()
    def propose(self, trials: Trials, rng: np.random.Generator) -> Proposal | None:
        if len(trials) < self._initial:
            return self._random.propose_because(trials, rng, {"kind": "initial design"})
        try:
            result = self._standouts.nothing(trials) or self._by_model(trials, rng)
        except np.linalg.LinAlgError as error:
            name = type(self).__name__
            _LOG.warning("The model of %s can't be fitted to %d trials: %s", name, len(trials), error)
            result = f"there is no model: {error}"
        if isinstance(result, Proposal):
            return result
        return self._random.propose_because(trials, rng, {"kind": "random", "because": result})

    @abstractmethod
    def _by_model(self, trials: Trials, rng: np.random.Generator) -> Proposal | str:
        """What the model proposes, or why it proposes nothing. Raises `numpy.linalg.LinAlgError` if it can't
        be fitted."""

    def _best(
        self,
        forecast: LossForecast,
        trials: Trials,
        rng: np.random.Generator,
        acquisition: Acquisition | None = None,
    ) -> Proposal | str:
        """The best new configuration by an acquisition, by default the log EI of the forecast."""
        acquisition = acquisition or LogEI(forecast.predictor, forecast.incumbents)
        pick = self._untried.best(acquisition, trials, rng, forecast.best)
        if pick is None:
            return "all that the model finds was tried"
        why = pick.why("acquisition", forecast.predictor, forecast.scale, self.problem.sign)
        return Proposal(pick.config, why)


class BayesSearcher(ModelSearcher):
    """Proposes where a Gaussian process expects the largest improvement, taking unfinished trials into
    account.

    A trial's value is its last report. A failed trial counts as the worst.

    initial: random trials that start before the model is used; at least 1. By default one more than there
        are tuned hyperparameters, and at most 6.
    cost_exponent: from 1, which maximises the expected improvement per second, to 0, which ignores the cost.

    D. R. Jones, M. Schonlau and W. J. Welch: Efficient Global Optimization of Expensive Black-Box Functions.
    Journal of Global Optimization 13 (1998). For its parts see `LogEI`, `PerCost` and `surrogates.gp`.
    """

    def __init__(self, problem: Problem, initial: int | None = None, cost_exponent: float = 1.0) -> None:
        super().__init__(problem, initial, most=6)
        if not 0.0 <= cost_exponent <= 1.0:
            raise ValueError(f"cost_exponent is {cost_exponent}: give a number from 0 to 1.")
        self._cost_exponent = cost_exponent
        self._observations = ObservationTable(problem, self._codec)
        self._losses = LossModel(self._codec)
        self._costs = CostModel(self._codec)

    def _by_model(self, trials: Trials, rng: np.random.Generator) -> Proposal | str:
        observations = self._observations.of(trials)
        if len(observations.losses) < MIN_OBSERVATIONS:
            return "too few trials have ended"
        forecast = self._losses.fit(observations, rng)
        acquisition: Acquisition = LogEI(forecast.predictor, forecast.incumbents)
        if self._cost_exponent:
            seconds = np.array([trials[trial_id].worker_time for trial_id in observations.ids.tolist()])
            cost = self._costs.fit(observations.points, seconds)
            if cost is not None:
                acquisition = PerCost(acquisition, cost.posterior, self._cost_exponent * cost.unit)
        return self._best(forecast, trials, rng, acquisition)


class FirstLookSearcher(ModelSearcher):
    """A searcher for methods that pause or stop most trials early. It proposes where a model expects the
    largest improvement, per second to the first report where that comes later than is usual in the space.

    Until that report nothing can be decided, and the worker is bound. Where costs differ a hundredfold, all
    workers would otherwise end up in the most expensive trials. What is cheaper than usual gets nothing for
    it: thousands of trials that are only cheap teach little.

    initial: as for `ModelSearcher`. For improvement per cost see `PerCost`.
    """

    def __init__(self, problem: Problem, initial: int | None = None) -> None:
        super().__init__(problem, initial)
        self._first_reports = FirstReportCosts(self._codec)

    def _best_per_second(
        self, forecast: LossForecast, trials: Trials, rng: np.random.Generator
    ) -> Proposal | str:
        """The best new configuration by log EI less the log delay of the first report."""
        acquisition: Acquisition = LogEI(forecast.predictor, forecast.incumbents)
        delay = self._first_reports.fit(trials)
        if delay is not None:
            acquisition = PerCost(acquisition, delay, 1.0)
        return self._best(forecast, trials, rng, acquisition)


class CurveSearcher(FirstLookSearcher):
    """Proposes where a model of all learning curves expects the largest improvement at the end of training.

    Every report counts, whatever its level. Unfinished trials are assumed to end as expected.

    initial: as for `ModelSearcher`. Raises `ProblemError` if the problem has no max_resource.

    K. Swersky, J. Snoek and R. P. Adams: Freeze-Thaw Bayesian Optimization. arXiv:1406.3896 (2014). A. Klein,
    L. C. Tiao, T. Lienart, C. Archambeau and M. Seeger: Model-based Asynchronous Hyperparameter and Neural
    Architecture Search. arXiv:2003.10865 (2020). For the model see `surrogates.curve_basis`.
    """

    def __init__(self, problem: Problem, initial: int | None = None) -> None:
        super().__init__(problem, initial)
        self._largest = largest_resource(problem, "A model of learning curves")
        self._model = CurveModel(problem, self._codec)

    def _by_model(self, trials: Trials, rng: np.random.Generator) -> Proposal | str:
        fit = self._model.as_of(trials, conditioned_at(trials.num_reports))
        if fit is None:
            return "no trial has reported"
        forecasts = CurveForecasts(fit, np.array([len(self._model.grid) - 1]), self._largest)
        predictor = self._model.predictor(fit, trials)
        # what a curve reaches by itself can't be expected of any configuration, and would end the search
        incumbents = predictor.means(fit.points).min(axis=0)
        forecast = LossForecast(predictor, fit.scale, incumbents, forecasts.best_points)
        return self._best_per_second(forecast, trials, rng)


class HyperTuneSearcher(FirstLookSearcher):
    """Proposes where models of the losses at each level together expect the largest improvement.

    The weight of a model is the probability that it, of all models, orders the trials at the highest level
    best. Unfinished trials count with losses drawn from the models, failed ones as the worst.

    ensemble: the models, which a scheduler may share; by default over the powers of 3 and max_resource.
    initial: as for `ModelSearcher`.

    Raises `ProblemError` if the problem has no max_resource. For the reference see `LevelEnsemble`.
    """

    def __init__(
        self, problem: Problem, ensemble: LevelEnsemble | None = None, initial: int | None = None
    ) -> None:
        super().__init__(problem, initial)
        largest = largest_resource(problem, "Hyper-Tune")
        self._ensemble = ensemble or LevelEnsemble(problem, self._codec, powers_of_three(largest))

    def _by_model(self, trials: Trials, rng: np.random.Generator) -> Proposal | str:
        forecast = self._ensemble.fit(trials, rng)
        if forecast is None:
            return "too few trials have reported"
        return self._best_per_second(forecast, trials, rng)


class MobsterJointSearcher(FirstLookSearcher):
    """Proposes where a Gaussian process over configuration and resource expects the largest improvement at
    the end of training.

    It is fitted to what trials reported at some levels, and last. Unfinished trials are assumed to reach the
    level that they run to, with a loss drawn from the process. A failed trial counts as the worst.

    levels: at which reports count, strictly growing to max_resource: the rungs of a scheduler. By default
        the powers of 3 and max_resource.
    initial: as for `ModelSearcher`.

    Raises `ProblemError` if the problem has no max_resource.

    A. Klein, L. C. Tiao, T. Lienart, C. Archambeau and M. Seeger: Model-based Asynchronous Hyperparameter
    and Neural Architecture Search. arXiv:2003.10865 (2020).
    """

    def __init__(
        self, problem: Problem, levels: Sequence[int] | None = None, initial: int | None = None
    ) -> None:
        super().__init__(problem, initial)
        largest = largest_resource(problem, "A model over the resource")
        self._model = JointModel(problem, self._codec, levels or powers_of_three(largest))

    def _by_model(self, trials: Trials, rng: np.random.Generator) -> Proposal | str:
        forecast = self._model.fit(trials, rng, MIN_OBSERVATIONS)
        if forecast is None:
            return "too few trials have reported"
        return self._best_per_second(forecast, trials, rng)
