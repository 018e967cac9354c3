"""Bayesian optimisation with a model of whole learning curves."""

import numpy as np

from tunewise.models.codec import Codec
from tunewise.models.curve_view import CurveView
from tunewise.models.curves import CurveModel
from tunewise.models.observations import under_way
from tunewise.problem import Problem, largest_resource
from tunewise.searchers.base import Proposal
from tunewise.searchers.untried import Untried
from tunewise.searchers.with_model import ALL_TRIED, ModelSearcher
from tunewise.surrogates.acquisition import LogEI
from tunewise.trial import Trials


class CurveSearcher(ModelSearcher):
    """Proposes where the largest improvement at the end of training is expected, of curves so far.

    Every report counts, whatever its level. Trials under way are taken to end as expected.

    initial: trials to start at random before the model is asked; at least 1. By default one more than there
        are tuned hyperparameters, and at most 8. Raises `ProblemError` if the problem has no max_resource.

    K. Swersky, J. Snoek and R. P. Adams: Freeze-Thaw Bayesian Optimization. arXiv:1406.3896 (2014). A. Klein,
    L. C. Tiao, T. Lienart, C. Archambeau and M. Seeger: Model-based Asynchronous Hyperparameter and Neural
    Architecture Search. arXiv:2003.10865 (2020). For the model see `surrogates.curve_basis`.
    """

    def __init__(self, problem: Problem, initial: int | None = None) -> None:
        super().__init__(problem, initial)
        self._largest = largest_resource(problem, "A model of learning curves")
        self._codec = Codec(problem.space)
        self._model = CurveModel(problem, self._codec)
        self._untried = Untried(problem, self._codec)

    def _by_model(self, trials: Trials, rng: np.random.Generator) -> Proposal | str:
        fit = self._model.given(trials)
        if fit is None:
            return "no trial has reported"
        view = CurveView(fit, np.array([len(self._model.grid) - 1]), self._largest)
        predictor = view.final_predictor(view.believing(fit.rows(under_way(trials))))
        best = fit.points[np.argsort(view.final_mean, kind="stable")[:5]]
        pick = self._untried.best(LogEI(predictor, np.array([view.expected])), trials, rng, best)
        return ALL_TRIED if pick is None else self._chosen(pick, predictor, fit.scale)
