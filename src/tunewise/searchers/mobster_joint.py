"""Bayesian optimisation with one model over configuration and resource."""

from __future__ import annotations

import logging
import math
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from tunewise.models.codec import Codec
from tunewise.models.joint import JointModel
from tunewise.problem import largest_resource
from tunewise.searchers.base import Proposal, Searcher
from tunewise.searchers.random import RandomSearcher
from tunewise.searchers.untried import Untried
from tunewise.surrogates.acquisition import LogEI
from tunewise.surrogates.threads import one_thread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tunewise.models.joint import Outlook
    from tunewise.problem import Problem
    from tunewise.searchers.untried import Pick
    from tunewise.space import Value
    from tunewise.trial import Trials

_LOG = logging.getLogger(__name__)

LEAST = 3
"""Reports without which there is no model."""


class MobsterJointSearcher(Searcher):
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
        super().__init__(problem)
        largest = largest_resource(problem, "A model over the resource")
        if initial is not None and initial < 1:
            raise ValueError(f"initial is {initial}: at least 1 trial starts at random.")
        self._initial = min(problem.space.dimension + 1, 8) if initial is None else initial
        self._codec = Codec(problem.space)
        self._model = JointModel(problem, self._codec, levels or _powers(largest))
        self._random = RandomSearcher(problem)
        self._untried = Untried(problem, self._codec)

    @one_thread()
    def propose(self, trials: Trials, rng: np.random.Generator) -> Proposal | None:
        if len(trials) < self._initial:
            return self._drawn(trials, rng, {"kind": "initial design"})
        try:
            outlook = self._model.given(trials, rng, LEAST)
            if outlook is None:
                why: dict[str, Value] = {"kind": "random", "because": "too few trials have reported"}
                return self._drawn(trials, rng, why)
            acquisition = LogEI(outlook.predictor, outlook.incumbents)
            pick = self._untried.best(acquisition, trials, rng, outlook.best)
        except np.linalg.LinAlgError as error:
            _LOG.warning("The joint model can't be fitted to %d trials: %s", len(trials), error)
            return self._drawn(trials, rng, {"kind": "random", "because": f"no model: {error}"})
        if pick is None:
            because = "all that the model finds was tried"
            return self._drawn(trials, rng, {"kind": "random", "because": because})
        return Proposal(pick.config, self._why(outlook, pick))

    def _why(self, outlook: Outlook, pick: Pick) -> dict[str, Value]:
        why: dict[str, Value] = {"kind": "acquisition", "log_ei": pick.value + math.log(outlook.scale.unit)}
        mean, _ = outlook.predictor.predict(pick.point[None, :])
        loss = float(outlook.scale.from_units(mean.mean(axis=1))[0])
        if math.isfinite(loss):
            why["predicted"] = self.problem.sign * loss
        return why

    def _drawn(self, trials: Trials, rng: np.random.Generator, why: dict[str, Value]) -> Proposal | None:
        proposal = self._random.propose(trials, rng)
        return proposal and replace(proposal, why=why)


def _powers(max_resource: int) -> list[int]:
    levels = [1]
    while levels[-1] < max_resource:
        levels.append(min(3 * levels[-1], max_resource))
    return levels
