"""Bayesian optimisation, with one of several models.

What searchers with a model have in common: a random beginning, and random trials where the model fails.

Bayesian optimisation.

Bayesian optimisation with a model of whole learning curves.

The searcher of Hyper-Tune: Bayesian optimisation with a blend of one model for each level.

Bayesian optimisation with one model over configuration and resource.
"""

import logging
import math
from abc import abstractmethod
from collections.abc import Sequence

import numpy as np

from tunewise.models.codec import Codec
from tunewise.models.curves import CurveModel, CurveView
from tunewise.models.gp_models import LossModel, TrialCosts
from tunewise.models.joint import JointModel
from tunewise.models.level_ensemble import LevelEnsemble
from tunewise.models.levels import powers_of_three
from tunewise.models.observations import ObservationTable, under_way
from tunewise.problem import Problem, largest_resource
from tunewise.searchers.base import Proposal, Searcher
from tunewise.searchers.model_free import RandomSearcher
from tunewise.searchers.untried import Pick, Untried
from tunewise.space import Value
from tunewise.surrogates.acquisition import Acquisition, LogEI, PerCost, Predictor
from tunewise.surrogates.linalg import one_thread
from tunewise.surrogates.targets import Scale
from tunewise.trial import Trials

_LOG = logging.getLogger(__name__)

ALL_TRIED = "all that the model finds was tried"
"""Why a model has no proposal where it has found nothing new."""


class ModelSearcher(Searcher):
    """Asks a model once some trials have begun. Where it can't be fitted, or has no proposal, the proposal is
    random and says why.

    initial: trials to start at random before the model is asked; at least 1. By default one more than there
        are tuned hyperparameters, and at most `most`.
    """

    def __init__(self, problem: Problem, initial: int | None, most: int = 8) -> None:
        super().__init__(problem)
        if initial is not None and initial < 1:
            raise ValueError(f"initial is {initial}: at least 1 trial starts at random.")
        self._initial = min(problem.space.dimension + 1, most) if initial is None else initial
        self._random = RandomSearcher(problem)

    @one_thread()
    def propose(self, trials: Trials, rng: np.random.Generator) -> Proposal | None:
        if len(trials) < self._initial:
            return self._at_random(trials, rng, {"kind": "initial design"})
        try:
            found = self._by_model(trials, rng)
        except np.linalg.LinAlgError as error:
            _LOG.warning(
                "The model of %s can't be fitted to %d trials: %s", type(self).__name__, len(trials), error
            )
            found = f"there is no model: {error}"
        if isinstance(found, Proposal):
            return found
        return self._at_random(trials, rng, {"kind": "random", "because": found})

    @abstractmethod
    def _by_model(self, trials: Trials, rng: np.random.Generator) -> Proposal | str:
        """What the model proposes, or why it proposes nothing. Raises `numpy.linalg.LinAlgError` if it can't
        be fitted."""

    def _chosen(self, pick: Pick, predictor: Predictor, scale: Scale) -> Proposal:
        """The proposal of a pick by its log EI, with what is predicted, in units of `scale`."""
        why: dict[str, Value] = {"kind": "acquisition", "log_ei": pick.value + math.log(scale.unit)}
        mean, _ = predictor.predict(pick.point[None, :])
        loss = float(scale.from_units(mean.mean(axis=1))[0])
        if math.isfinite(loss):  # what is predicted beyond the largest floats can't be told
            why["predicted"] = self.problem.sign * loss
        return Proposal(pick.config, why)

    def _at_random(self, trials: Trials, rng: np.random.Generator, why: dict[str, Value]) -> Proposal | None:
        proposal = self._random.propose(trials, rng)
        return proposal and Proposal(proposal.config, why)


LEAST = 3
"""Observations without which there is no model."""


class BayesSearcher(ModelSearcher):
    """Proposes where a Gaussian process expects the largest improvement, trials under way considered.

    A trial's value is what it reported last; one that failed counts as the worst. Where the model can't be
    fitted, and for the first trials, the proposal is random.

    initial: trials to start at random before the model is asked; at least 1. By default one more than
        there are tuned hyperparameters, and at most 6.
    cost_exponent: 0 ignores what trials cost, 1 maximises the improvement expected per second; from 0 to 1.

    D. R. Jones, M. Schonlau and W. J. Welch: Efficient Global Optimization of Expensive Black-Box Functions.
    Journal of Global Optimization 13 (1998). For its parts see `LogEI`, `PerCost` and `surrogates.gp`.
    """

    def __init__(self, problem: Problem, initial: int | None = None, cost_exponent: float = 0.0) -> None:
        super().__init__(problem, initial, most=6)
        if not 0.0 <= cost_exponent <= 1.0:
            raise ValueError(f"cost_exponent is {cost_exponent}: give a number from 0 to 1.")
        self._cost_exponent = cost_exponent
        self._codec = Codec(problem.space)
        self._observations = ObservationTable(problem, self._codec)
        self._losses = LossModel(self._codec)
        self._costs = TrialCosts(self._codec)
        self._untried = Untried(problem, self._codec)

    def _by_model(self, trials: Trials, rng: np.random.Generator) -> Proposal | str:
        observations = self._observations.of(trials)
        if len(observations.losses) < LEAST:
            return "too few trials have ended"
        belief = self._losses.given(observations, rng)
        acquisition: Acquisition = LogEI(belief.posterior, belief.incumbents)
        if self._cost_exponent:
            costs = self._costs.given(trials, observations)
            if costs:
                acquisition = PerCost(acquisition, costs.posterior, self._cost_exponent * costs.unit)
        pick = self._untried.best(acquisition, trials, rng, belief.best)
        return ALL_TRIED if pick is None else self._chosen(pick, belief.posterior, belief.scale)


class CurveSearcher(ModelSearcher):
    """Proposes where the largest improvement at the end of training is expected, of curves so far.

    Every report counts, whatever its level. Trials under way are taken to end as expected.

    initial: trials to start at random before the model is asked; at least 1. By default one more than there
        are tuned hyperparameters, and at most 8. Raises `ProblemError` if the problem has no max_resource.

    K. Swersky, J. Snoek and R. P. Adams: Freeze-Thaw Bayesian Optimization. arXiv:1406.3896 (2014). A. Klein,
    L. C. Tiao, T. Lienart, C. Archambeau and M. Seeger: Model-based Asynchronous Hyperparameter and Neural
    Architecture Search. arXiv:2003.10865 (2020). For the model see `surrogates.curve_basis`.
    """

    def __init__(self, problem: Problem, initial: int | None = None) -> None:
        super().__init__(problem, initial)
        self._largest = largest_resource(problem, "A model of learning curves")
        self._codec = Codec(problem.space)
        self._model = CurveModel(problem, self._codec)
        self._untried = Untried(problem, self._codec)

    def _by_model(self, trials: Trials, rng: np.random.Generator) -> Proposal | str:
        fit = self._model.given(trials)
        if fit is None:
            return "no trial has reported"
        view = CurveView(fit, np.array([len(self._model.grid) - 1]), self._largest)
        predictor = view.final_predictor(view.believing(fit.rows(under_way(trials))))
        best = fit.points[np.argsort(view.final_mean, kind="stable")[:5]]
        pick = self._untried.best(LogEI(predictor, np.array([view.expected])), trials, rng, best)
        return ALL_TRIED if pick is None else self._chosen(pick, predictor, fit.scale)


class HyperTuneSearcher(ModelSearcher):
    """Proposes where the largest improvement is expected by models of the losses at each level together.

    Each model weighs as much as the probability that it, of all of them, orders the trials at the highest
    level best. Trials under way count with losses drawn from the models; one that failed, as the worst.

    ensemble: the models, which a scheduler may use as well; over the powers of 3 and max_resource if left
        out.
    initial: trials to start at random before the models are asked; at least 1. By default one more than
        there are tuned hyperparameters, and at most 8.

    Raises `ProblemError` if the problem has no max_resource. For the reference see `LevelEnsemble`.
    """

    def __init__(
        self, problem: Problem, ensemble: LevelEnsemble | None = None, initial: int | None = None
    ) -> None:
        super().__init__(problem, initial)
        largest = largest_resource(problem, "Hyper-Tune")
        codec = Codec(problem.space)
        self._ensemble = ensemble or LevelEnsemble(problem, codec, powers_of_three(largest))
        self._untried = Untried(problem, codec)

    def _by_model(self, trials: Trials, rng: np.random.Generator) -> Proposal | str:
        blend = self._ensemble.given(trials, rng)
        if blend is None:
            return "too few trials have reported"
        pick = self._untried.best(LogEI(blend.predictor, blend.incumbents), trials, rng, blend.best)
        return ALL_TRIED if pick is None else self._chosen(pick, blend.predictor, blend.scale)


LEAST = 3
"""Reports without which there is no model."""


class MobsterJointSearcher(ModelSearcher):
    """Proposes where the largest improvement at the end of training is expected, of reports on the way there.

    A Gaussian process is fitted to what trials reported at some levels, and last; the resource is one more
    of its dimensions. Trials under way are taken to reach the level that they run to with a loss drawn from
    it. One that failed counts as the worst.

    levels: at which reports count, strictly growing to max_resource: the rungs of a scheduler. By default
        the powers of 3 and max_resource.
    initial: trials to start at random before the model is asked; at least 1. By default one more than there
        are tuned hyperparameters, and at most 8.

    Raises `ProblemError` if the problem has no max_resource.

    A. Klein, L. C. Tiao, T. Lienart, C. Archambeau and M. Seeger: Model-based Asynchronous Hyperparameter
    and Neural Architecture Search. arXiv:2003.10865 (2020).
    """

    def __init__(
        self, problem: Problem, levels: Sequence[int] | None = None, initial: int | None = None
    ) -> None:
        super().__init__(problem, initial)
        largest = largest_resource(problem, "A model over the resource")
        self._codec = Codec(problem.space)
        self._model = JointModel(problem, self._codec, levels or powers_of_three(largest))
        self._untried = Untried(problem, self._codec)

    def _by_model(self, trials: Trials, rng: np.random.Generator) -> Proposal | str:
        outlook = self._model.given(trials, rng, LEAST)
        if outlook is None:
            return "too few trials have reported"
        pick = self._untried.best(LogEI(outlook.predictor, outlook.incumbents), trials, rng, outlook.best)
        return ALL_TRIED if pick is None else self._chosen(pick, outlook.predictor, outlook.scale)
