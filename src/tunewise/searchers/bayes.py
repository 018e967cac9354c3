"""Bayesian optimisation."""

from __future__ import annotations

import logging
import math
from typing import TYPE_CHECKING

import numpy as np

from tunewise.models.beliefs import LossModel
from tunewise.models.codec import Codec
from tunewise.models.observations import ObservationTable
from tunewise.models.trial_costs import TrialCosts
from tunewise.searchers.base import Proposal, Searcher
from tunewise.searchers.random import RandomSearcher
from tunewise.searchers.untried import Untried
from tunewise.surrogates.acquisition import LogEI, PerCost
from tunewise.surrogates.threads import one_thread

if TYPE_CHECKING:
    from tunewise.models.beliefs import Belief
    from tunewise.models.observations import Observations
    from tunewise.problem import Problem
    from tunewise.searchers.untried import Pick
    from tunewise.space import Value
    from tunewise.surrogates.acquisition import Acquisition
    from tunewise.trial import Trials

_LOG = logging.getLogger(__name__)

LEAST = 3
"""Observations without which there is no model."""


class BayesSearcher(Searcher):
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
        super().__init__(problem)
        space = problem.space
        self._initial = min(space.dimension + 1, 6) if initial is None else initial
        if initial is not None and initial < 1:
            raise ValueError(f"initial is {initial}: at least 1 trial starts at random.")
        if not 0.0 <= cost_exponent <= 1.0:
            raise ValueError(f"cost_exponent is {cost_exponent}: give a number from 0 to 1.")
        self._cost_exponent = cost_exponent
        self._codec = Codec(space)
        self._observations = ObservationTable(problem, self._codec)
        self._losses = LossModel(self._codec)
        self._costs = TrialCosts(self._codec)
        self._random = RandomSearcher(problem)
        self._untried = Untried(problem, self._codec)

    @one_thread()
    def propose(self, trials: Trials, rng: np.random.Generator) -> Proposal | None:
        if len(trials) < self._initial:
            return self._at_random(trials, rng, {"kind": "initial design"})
        observations = self._observations.of(trials)
        if len(observations.losses) < LEAST:
            why: dict[str, Value] = {"kind": "random", "because": "too few trials have ended"}
            return self._at_random(trials, rng, why)
        try:
            proposal = self._by_model(trials, observations, rng)
        except np.linalg.LinAlgError as error:
            _LOG.warning("The model can't be fitted to %d trials: %s", len(observations.losses), error)
            return self._at_random(trials, rng, {"kind": "random", "because": f"no model: {error}"})
        because = "all that the model finds was tried"
        return proposal or self._at_random(trials, rng, {"kind": "random", "because": because})

    def _by_model(
        self, trials: Trials, observations: Observations, rng: np.random.Generator
    ) -> Proposal | None:
        belief = self._losses.given(observations, rng)
        acquisition: Acquisition = LogEI(belief.posterior, belief.incumbents)
        if self._cost_exponent:
            costs = self._costs.given(trials, observations)
            if costs:
                acquisition = PerCost(acquisition, costs.posterior, self._cost_exponent * costs.unit)
        pick = self._untried.best(acquisition, trials, rng, belief.best)
        return pick and Proposal(pick.config, self._why(belief, pick))

    def _why(self, belief: Belief, pick: Pick) -> dict[str, Value]:
        mean, _ = belief.posterior.predict(pick.point[None, :])
        loss = float(belief.scale.from_units(mean.mean(axis=1))[0])
        why: dict[str, Value] = {"kind": "acquisition", "log_ei": pick.value + math.log(belief.scale.unit)}
        if math.isfinite(loss):  # what is predicted beyond the largest floats can't be told
            why["predicted"] = self.problem.sign * loss
        return why

    def _at_random(self, trials: Trials, rng: np.random.Generator, why: dict[str, Value]) -> Proposal | None:
        proposal = self._random.propose(trials, rng)
        return proposal and Proposal(proposal.config, why)
