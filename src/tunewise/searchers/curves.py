"""Bayesian optimisation with a model of whole learning curves."""

from __future__ import annotations

import logging
import math
from typing import TYPE_CHECKING

import numpy as np

from tunewise.models.codec import Codec
from tunewise.models.curve_view import CurveView
from tunewise.models.curves import CurveModel
from tunewise.models.observations import under_way
from tunewise.problem import largest_resource
from tunewise.searchers.base import Proposal, Searcher
from tunewise.searchers.random import RandomSearcher
from tunewise.searchers.untried import Untried
from tunewise.surrogates.acquisition import LogEI
from tunewise.surrogates.threads import one_thread

if TYPE_CHECKING:
    from tunewise.problem import Problem
    from tunewise.space import Value
    from tunewise.trial import Trials

_LOG = logging.getLogger(__name__)


class CurveSearcher(Searcher):
    """Proposes where the largest improvement at the end of training is expected, of curves so far.

    Every report counts, whatever its level. Trials under way are taken to end as expected.

    initial: trials to start at random before the model is asked; at least 1. By default one more than there
        are tuned hyperparameters, and at most 8. Raises `ProblemError` if the problem has no max_resource.

    K. Swersky, J. Snoek and R. P. Adams: Freeze-Thaw Bayesian Optimization. arXiv:1406.3896 (2014). A. Klein,
    L. C. Tiao, T. Lienart, C. Archambeau and M. Seeger: Model-based Asynchronous Hyperparameter and Neural
    Architecture Search. arXiv:2003.10865 (2020). For the model see `surrogates.curve_basis`.
    """

    def __init__(self, problem: Problem, initial: int | None = None) -> None:
        super().__init__(problem)
        self._largest = largest_resource(problem, "A model of learning curves")
        if initial is not None and initial < 1:
            raise ValueError(f"initial is {initial}: at least 1 trial starts at random.")
        self._initial = min(problem.space.dimension + 1, 8) if initial is None else initial
        self._codec = Codec(problem.space)
        self._model = CurveModel(problem, self._codec)
        self._random = RandomSearcher(problem)
        self._untried = Untried(problem, self._codec)

    @one_thread()
    def propose(self, trials: Trials, rng: np.random.Generator) -> Proposal | None:
        if len(trials) < self._initial:
            return self._at_random(trials, rng, {"kind": "initial design"})
        try:
            proposal = self._by_model(trials, rng)
        except np.linalg.LinAlgError as error:
            _LOG.warning("The curve model can't be fitted to %d trials: %s", len(trials), error)
            return self._at_random(trials, rng, {"kind": "random", "because": f"no model: {error}"})
        return proposal or self._at_random(
            trials, rng, {"kind": "random", "because": "nothing to learn from"}
        )

    def _by_model(self, trials: Trials, rng: np.random.Generator) -> Proposal | None:
        fit = self._model.given(trials)
        if fit is None:
            return None
        view = CurveView(fit, np.array([len(self._model.grid) - 1]), self._largest)
        predictor = view.final_predictor(view.believing(fit.rows(under_way(trials))))
        best = fit.points[np.argsort(view.final_mean, kind="stable")[:5]]
        pick = self._untried.best(LogEI(predictor, np.array([view.expected])), trials, rng, best)
        if pick is None:
            return None
        why: dict[str, Value] = {"kind": "acquisition", "log_ei": pick.value + math.log(fit.scale.unit)}
        loss = float(fit.scale.from_units(predictor.predict(pick.point[None])[0])[0, 0])
        if math.isfinite(loss):
            why["predicted"] = self.problem.sign * loss
        return Proposal(pick.config, why)

    def _at_random(self, trials: Trials, rng: np.random.Generator, why: dict[str, Value]) -> Proposal | None:
        proposal = self._random.propose(trials, rng)
        return proposal and Proposal(proposal.config, why)
