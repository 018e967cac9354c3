"""Bayesian optimisation with one model over configuration and resource."""

from collections.abc import Sequence

import numpy as np

from tunewise.models.codec import Codec
from tunewise.models.joint import JointModel
from tunewise.models.level_grid import powers_of_three
from tunewise.problem import Problem, largest_resource
from tunewise.searchers.base import Proposal
from tunewise.searchers.untried import Untried
from tunewise.searchers.with_model import ALL_TRIED, ModelSearcher
from tunewise.surrogates.acquisition import LogEI
from tunewise.trial import Trials

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
