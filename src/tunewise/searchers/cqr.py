"""Conformal quantile regression.

D. Salinas, J. Golebiowski, A. Klein, M. Seeger and C. Archambeau: Optimizing Hyperparameters with Conformal
Quantile Regression. ICML 2023, arXiv:2305.03623.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from tunewise.arrays import Array, Indices
from tunewise.models.codec import Codec
from tunewise.models.observations import EncodedTrials, evenly_spread, failed_ids
from tunewise.problem import Problem
from tunewise.searchers.base import Proposal, Searcher
from tunewise.searchers.model_free import RandomSearcher
from tunewise.searchers.tried import TriedConfigs
from tunewise.searchers.untried import with_prediction
from tunewise.space import Value
from tunewise.surrogates.kernels import Indicators
from tunewise.surrogates.quantile_boosting import MIN_LEAF, ConformalQuantiles, fit_conformal
from tunewise.surrogates.targets import Scale
from tunewise.surrogates.threads import one_thread
from tunewise.trial import Trial, Trials

CANDIDATES = 2000

REFIT_ALWAYS = 100
"""Up to this many reports, each is a milestone; after that about each twentieth of them."""

LEVELS: Array = np.arange(1, 6) / 6
"""The quantiles that are predicted."""

MAX_FITTED = 1000
"""Points that a fit uses at most."""


class LatestLosses(NamedTuple):
    """Points (n, dim) of trials and their last losses (n,), negated metrics if these are maximised."""

    points: Array
    losses: Array


class LatestLossTable(EncodedTrials):
    """The last loss of each trial as of the last milestone of the number of reports."""

    def __init__(self, problem: Problem, codec: Codec) -> None:
        super().__init__(codec)
        self._sign = problem.sign

    def of(self, trials: Trials) -> LatestLosses:
        """Those of the milestone. Trials that have failed so far count as the worst of them.

        There are none before the first report.
        """
        self.update(trials)
        losses = self._at_milestone.copy()
        if losses:
            losses.update(dict.fromkeys(failed_ids(trials), max(losses.values())))
        ids = sorted(losses)
        return LatestLosses(self.points_of(ids), np.array([losses[trial_id] for trial_id in ids]))

    def _reset(self) -> None:
        super()._reset()
        self._reports = 0
        self._milestone = 0
        self._latest: dict[int, float] = {}
        self._at_milestone: dict[int, float] = {}

    def _add_report(self, trial: Trial, index: int) -> None:
        self._latest[trial.id] = self._sign * trial.values[index]
        self._reports += 1
        if self._reports >= self._milestone + (
            self._milestone // 20 if self._milestone >= REFIT_ALWAYS else 1
        ):
            self._milestone = self._reports
            self._at_milestone = self._latest.copy()


@dataclass(frozen=True, eq=False)
class LossQuantiles:
    """Quantiles of losses at `LEVELS`, in the units of `scale`."""

    scale: Scale
    _quantiles: ConformalQuantiles
    _indicators: Indicators

    def predict_one(self, points: Array, which: Indices) -> Array:
        """At each of the points (m, dim) the quantile of the level with this index (m,): (m,)."""
        return self._quantiles.predict_one(self._indicators.of(points), which)


class QuantileModel:
    """Fits the quantiles to histories. A cache."""

    def __init__(self, problem: Problem, codec: Codec) -> None:
        self._places = codec.kernel_columns.places
        self._table = LatestLossTable(problem, codec)
        self._data: LatestLosses | None = None
        self._fit: LossQuantiles | None = None

    def fit(self, trials: Trials) -> LossQuantiles | None:
        """The model given all reports up to the last milestone; None before the first report."""
        data = self._table.of(trials)
        if self._data is None or not all(map(np.array_equal, self._data, data)):
            self._data, self._fit = data, _fitted(data, self._places)
        return self._fit


def _fitted(data: LatestLosses, places: Indices) -> LossQuantiles | None:
    if not len(data.losses):
        return None
    chosen = evenly_spread(len(data.losses), MAX_FITTED)
    scale = Scale.of(data.losses)
    rng = np.random.default_rng(len(chosen))  # the same for the same data
    targets = scale.to_units(data.losses[chosen])
    points = data.points[chosen]
    indicators = Indicators(points, places, MIN_LEAF)  # no tree splits by what fewer points have
    return LossQuantiles(scale, fit_conformal(indicators.of(points), targets, LEVELS, rng), indicators)


class CqrSearcher(Searcher):
    """Draws a quantile of the loss for each of many random configurations and proposes the one with the
    least.

    Boosted trees predict quantiles of a trial's last report, however far it got, and are corrected if they
    cover too little or too much. Since quantiles are drawn, uncertainty leads to exploration, and several
    workers look at different places. Failed trials count as the worst.

    initial: the number of random trials; at least 1.
    """

    def __init__(self, problem: Problem, initial: int = 5) -> None:
        super().__init__(problem)
        if initial < 1:
            raise ValueError(f"initial is {initial}: it must be a whole number of at least 1.")
        self._initial = initial
        self._codec = Codec(problem.space)
        self._model = QuantileModel(problem, self._codec)
        self._random = RandomSearcher(problem)
        self._tried = TriedConfigs(problem.space)

    @one_thread()
    def propose(self, trials: Trials, rng: np.random.Generator) -> Proposal | None:
        if len(trials) < self._initial:
            return self._random.propose_because(trials, rng, {"kind": "initial design"})
        model = self._model.fit(trials)
        if model is None:
            why: dict[str, Value] = {"kind": "random", "because": "no trial has reported yet"}
            return self._random.propose_because(trials, rng, why)
        points = self._codec.sample(rng, CANDIDATES)
        drawn = rng.integers(len(LEVELS), size=CANDIDATES)
        sampled = model.predict_one(points, drawn)
        self._tried.update(trials)
        for candidate in np.argsort(sampled, kind="stable"):
            config = self._codec.decode(points[candidate])
            if config not in self._tried:
                loss = float(model.scale.from_units(np.array(sampled[candidate])))
                why = {"kind": "quantile sample", "quantile": float(LEVELS[drawn[candidate]])}
                return Proposal(config, with_prediction(why, loss, self.problem.sign))
        why = {"kind": "random", "because": "every candidate was tried before"}
        return self._random.propose_because(trials, rng, why)
