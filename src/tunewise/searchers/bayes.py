"""Bayesian optimisation."""

import numpy as np

from tunewise.models.beliefs import LossModel
from tunewise.models.codec import Codec
from tunewise.models.observations import ObservationTable
from tunewise.models.trial_costs import TrialCosts
from tunewise.problem import Problem
from tunewise.searchers.base import Proposal
from tunewise.searchers.untried import Untried
from tunewise.searchers.with_model import ALL_TRIED, ModelSearcher
from tunewise.surrogates.acquisition import Acquisition, LogEI, PerCost
from tunewise.trial import Trials

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
    Journal of Global Optimization 13 (1998). For its parts see `LogEI`, `PerCost` and `surrogates.fitting`.
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
