"""The scheduler of Hyper-Tune: brackets chosen by how much they teach per resource, and delayed promotion.

Y. Li, Y. Shen, H. Jiang, W. Zhang, J. Li, J. Liu, C. Zhang and B. Cui: Hyper-Tune: Towards Efficient
Hyper-parameter Tuning at Scale. VLDB 2022, arXiv:2201.06834.
"""

import logging
from collections.abc import Sequence

import numpy as np

from tunewise.models.codec import Codec
from tunewise.models.level_ensemble import LevelEnsemble
from tunewise.problem import Problem
from tunewise.schedulers.asha import AshaPromotion
from tunewise.schedulers.rungs import Rung, draw_bracket
from tunewise.searchers.base import Searcher
from tunewise.surrogates.threads import one_thread
from tunewise.trial import Trials

_LOG = logging.getLogger(__name__)


class HyperTune(AshaPromotion):
    """ASHA that promotes, with two differences.

    The probability of a bracket is in proportion to how well its first level predicts the highest one,
    divided by that level. Until a level has enough trials, it is as in Hyperband. And a rung promotes no
    trial while fewer than reduction_factor * (p + 1) were recorded there, where p have been promoted: so
    never more than their share is promoted, however the order changes.

    ensemble: the models, at the levels of the first bracket's rungs and max_resource; by default its own.
        Other arguments are those of `Asha`; by default there are all brackets.
    """

    def __init__(
        self,
        problem: Problem,
        searcher: Searcher,
        grace_period: int = 1,
        reduction_factor: int = 3,
        brackets: int | None = None,
        ensemble: LevelEnsemble | None = None,
    ) -> None:
        super().__init__(problem, searcher, grace_period, reduction_factor, brackets)
        levels = (*self._brackets[0], self._max_resource)
        self._ensemble = ensemble or LevelEnsemble(problem, Codec(problem.space), levels)

    def _draw_bracket(self, trials: Trials, rng: np.random.Generator) -> int:
        return draw_bracket(self._distribution(trials), rng)

    def _open_rungs(self, trials: Trials) -> list[Rung]:
        return [rung for rung in super()._open_rungs(trials) if self._is_full_enough(rung, trials)]

    def _is_full_enough(self, rung: Rung, trials: Trials) -> bool:
        return len(rung) >= self._reduction_factor * (rung.num_promoted(trials) + 1)

    @one_thread()
    def _distribution(self, trials: Trials) -> Sequence[float]:
        """The probability of each bracket for a new trial."""
        if len(self._brackets) == 1:
            return self._probabilities
        try:
            weights = self._ensemble.weights(trials)
        except np.linalg.LinAlgError as error:
            _LOG.warning("The models can't be fitted to %d trials: %s", len(trials), error)
            weights = None
        if weights is None:
            return self._probabilities
        worth = [weight / level for weight, level in zip(weights, self._ensemble.levels, strict=True)]
        total = sum(worth[: len(self._brackets)])
        if not total > 0:
            return self._probabilities
        return [each / total for each in worth[: len(self._brackets)]]
