"""The searcher of Hyper-Tune: Bayesian optimisation with a blend of one model for each level."""

from __future__ import annotations

import logging
import math
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from tunewise.models.codec import Codec
from tunewise.models.level_ensemble import LevelEnsemble
from tunewise.problem import ProblemError
from tunewise.searchers.base import Proposal, Searcher
from tunewise.searchers.random import RandomSearcher
from tunewise.searchers.untried import Untried
from tunewise.surrogates.acquisition import LogEI
from tunewise.surrogates.threads import one_thread

if TYPE_CHECKING:
    from tunewise.models.level_ensemble import Blend
    from tunewise.problem import Problem
    from tunewise.searchers.untried import Pick
    from tunewise.space import Value
    from tunewise.trial import Trials

_LOG = logging.getLogger(__name__)


class HyperTuneSearcher(Searcher):
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
        super().__init__(problem)
        if initial is not None and initial < 1:
            raise ValueError(f"initial is {initial}: at least 1 trial starts at random.")
        self._initial = min(problem.space.dimension + 1, 8) if initial is None else initial
        codec = Codec(problem.space)
        self._ensemble = ensemble or LevelEnsemble(problem, codec, _powers(problem.max_resource))
        self._random = RandomSearcher(problem)
        self._untried = Untried(problem, codec)

    @one_thread()
    def propose(self, trials: Trials, rng: np.random.Generator) -> Proposal | None:
        if len(trials) < self._initial:
            return self._drawn(trials, rng, {"kind": "initial design"})
        try:
            blend = self._ensemble.given(trials, rng)
            if blend is None:
                why: dict[str, Value] = {"kind": "random", "because": "too few trials have reported"}
                return self._drawn(trials, rng, why)
            acquisition = LogEI(blend.predictor, blend.incumbents)
            pick = self._untried.best(acquisition, trials, rng, blend.best)
        except np.linalg.LinAlgError as error:
            _LOG.warning("The models can't be fitted to %d trials: %s", len(trials), error)
            return self._drawn(trials, rng, {"kind": "random", "because": f"no model: {error}"})
        if pick is None:
            because = "all that the model finds was tried"
            return self._drawn(trials, rng, {"kind": "random", "because": because})
        return Proposal(pick.config, self._why(blend, pick))

    def _why(self, blend: Blend, pick: Pick) -> dict[str, Value]:
        why: dict[str, Value] = {"kind": "acquisition", "log_ei": pick.value + math.log(blend.scale.unit)}
        mean, _ = blend.predictor.predict(pick.point[None, :])
        loss = float(blend.scale.from_units(mean.mean(axis=1))[0])
        if math.isfinite(loss):  # what is predicted beyond the largest floats can't be told
            why["predicted"] = self.problem.sign * loss
        return why

    def _drawn(self, trials: Trials, rng: np.random.Generator, why: dict[str, Value]) -> Proposal | None:
        proposal = self._random.propose(trials, rng)
        return proposal and replace(proposal, why=why)


def _powers(max_resource: int | None) -> list[int]:
    if max_resource is None:
        raise ProblemError(
            "Hyper-Tune must know at which level a trial is fully trained: give max_resource, such as the "
            "number of epochs."
        )
    levels = [1]
    while levels[-1] < max_resource:
        levels.append(min(3 * levels[-1], max_resource))
    return levels
