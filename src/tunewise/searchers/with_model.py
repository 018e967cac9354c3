"""What searchers with a model have in common: a random beginning, and random trials where the model fails."""

import logging
import math
from abc import abstractmethod

import numpy as np

from tunewise.problem import Problem
from tunewise.searchers.base import Proposal, Searcher
from tunewise.searchers.random import RandomSearcher
from tunewise.searchers.untried import Pick
from tunewise.space import Value
from tunewise.surrogates.acquisition import Predictor
from tunewise.surrogates.targets import Scale
from tunewise.surrogates.threads import one_thread
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
