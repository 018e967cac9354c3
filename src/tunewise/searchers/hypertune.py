"""The searcher of Hyper-Tune: Bayesian optimisation with a blend of one model for each level."""

import numpy as np

from tunewise.models.codec import Codec
from tunewise.models.level_ensemble import LevelEnsemble
from tunewise.models.level_grid import powers_of_three
from tunewise.problem import Problem, largest_resource
from tunewise.searchers.base import Proposal
from tunewise.searchers.untried import Untried
from tunewise.searchers.with_model import ALL_TRIED, ModelSearcher
from tunewise.surrogates.acquisition import LogEI
from tunewise.trial import Trials


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
