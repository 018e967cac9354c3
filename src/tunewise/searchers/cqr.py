"""Conformal quantile regression.

D. Salinas, J. Golebiowski, A. Klein, M. Seeger and C. Archambeau: Optimizing Hyperparameters with Conformal
Quantile Regression. ICML 2023, arXiv:2305.03623.
"""

import math
from dataclasses import replace

import numpy as np

from tunewise.models.codec import Codec
from tunewise.models.loss_quantiles import LEVELS, LossQuantiles, QuantileModel
from tunewise.problem import Problem
from tunewise.searchers.base import Proposal, Searcher
from tunewise.searchers.random import RandomSearcher
from tunewise.searchers.tried import Tried
from tunewise.space import Value
from tunewise.surrogates.threads import one_thread
from tunewise.trial import Trials

CANDIDATES = 2000


class CqrSearcher(Searcher):
    """Proposes, of many random configurations, the one of which a drawn quantile of the loss is least.

    Boosted trees predict quantiles of what a trial reported last, however far it got, and are corrected
    where they cover too little or too much. For each candidate one of its quantiles is drawn: the spread of
    what is unknown leads to exploration, and several workers to several places. Trials that failed count as
    the worst.

    initial: so many trials are random; at least 1.
    """

    def __init__(self, problem: Problem, initial: int = 5) -> None:
        super().__init__(problem)
        if initial < 1:
            raise ValueError(f"initial is {initial}: it must be a whole number of at least 1.")
        self._initial = initial
        self._codec = Codec(problem.space)
        self._model = QuantileModel(problem, self._codec)
        self._random = RandomSearcher(problem)
        self._tried = Tried(problem.space)

    @one_thread()
    def propose(self, trials: Trials, rng: np.random.Generator) -> Proposal | None:
        if len(trials) < self._initial:
            return self._drawn(trials, rng, {"kind": "initial design"})
        model = self._model.given(trials)
        if model is None:
            return self._drawn(trials, rng, {"kind": "random", "because": "no trial has reported yet"})
        points = self._codec.sample(rng, CANDIDATES)
        drawn = rng.integers(len(LEVELS), size=CANDIDATES)
        sampled = model.predict_one(points, drawn)
        self._tried.update(trials)
        for place in np.argsort(sampled, kind="stable"):
            config = self._codec.decode(points[place])
            if config not in self._tried:
                return Proposal(config, self._why(model, LEVELS[drawn[place]], sampled[place]))
        return self._drawn(trials, rng, {"kind": "random", "because": "every candidate was tried before"})

    def _why(self, model: LossQuantiles, level: float, sampled: float) -> dict[str, Value]:
        why: dict[str, Value] = {"kind": "quantile sample", "quantile": float(level)}
        loss = float(model.scale.from_units(np.array(sampled)))
        if math.isfinite(loss):
            why["predicted"] = self.problem.sign * loss
        return why

    def _drawn(self, trials: Trials, rng: np.random.Generator, why: dict[str, Value]) -> Proposal | None:
        proposal = self._random.propose(trials, rng)
        return proposal and replace(proposal, why=why)
