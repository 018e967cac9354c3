"""Conformal quantile regression.

What the last losses of the trials teach: quantiles of the loss of a configuration.

Conformal quantile regression.

D. Salinas, J. Golebiowski, A. Klein, M. Seeger and C. Archambeau: Optimizing Hyperparameters with Conformal
Quantile Regression. ICML 2023, arXiv:2305.03623.
"""

import math
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from tunewise.arrays import Array, Places
from tunewise.history_cache import HistoryCache
from tunewise.models.codec import Codec
from tunewise.models.gp_models import spread_places
from tunewise.models.observations import to_blame
from tunewise.problem import Problem
from tunewise.searchers.base import Proposal, Searcher
from tunewise.searchers.model_free import RandomSearcher
from tunewise.searchers.tried import Tried
from tunewise.space import Value
from tunewise.surrogates.kernels import Indicators
from tunewise.surrogates.linalg import one_thread
from tunewise.surrogates.quantile_boosting import LEAST_LEAF, ConformalQuantiles, fit_conformal
from tunewise.surrogates.targets import Scale
from tunewise.trial import Trial, Trials

EACH_TIME = 100
"""Up to so many reports, each is a milestone; beyond, about each twentieth of them."""


class Latest(NamedTuple):
    """Points (n, dim) of trials and what they reported last: losses (n,), negated metrics where these are
    maximised."""

    points: Array
    losses: Array


class LatestLosses(HistoryCache):
    """The last loss of each trial, as it was at the last milestone of the number of reports."""

    def __init__(self, problem: Problem, codec: Codec) -> None:
        super().__init__()
        self._sign = problem.sign
        self._codec = codec
        self._reset()

    def of(self, trials: Trials) -> Latest:
        """Those of the milestone; trials that have failed since or before count as the worst of them.

        There are none before the first report.
        """
        self.update(trials)
        if not self._then:
            return Latest(np.empty((0, self._codec.dim)), np.empty(0))
        losses = self._then.copy()
        worst = max(losses.values())
        losses.update(dict.fromkeys(to_blame(trials), worst))
        ids = np.array(sorted(losses), dtype=np.intp)
        self._encode()
        return Latest(self._points[ids], np.array([losses[trial_id] for trial_id in ids.tolist()]))

    def _reset(self) -> None:
        self._reports = 0
        self._milestone = 0
        self._now: dict[int, float] = {}
        self._then: dict[int, float] = {}
        self._points: Array = np.empty((0, self._codec.dim))
        self._new: list[Trial] = []

    def _add_trial(self, trial: Trial) -> None:
        self._new.append(trial)

    def _add_report(self, trial: Trial, index: int) -> None:
        self._now[trial.id] = self._sign * trial.values[index]
        self._reports += 1
        if self._reports >= self._milestone + (self._milestone // 20 if self._milestone >= EACH_TIME else 1):
            self._milestone = self._reports
            self._then = self._now.copy()

    def _encode(self) -> None:
        if self._new:
            new = self._codec.encode([trial.config for trial in self._new])
            self._points = np.concatenate([self._points, new])
            self._new = []


LEVELS: Array = np.arange(1, 6) / 6
"""The quantiles that are predicted."""

MOST = 1000
"""A fit uses no more points than this."""


@dataclass(frozen=True, eq=False)
class LossQuantiles:
    """Quantiles of losses at `LEVELS`, in the units of `scale`."""

    scale: Scale
    _quantiles: ConformalQuantiles
    _indicators: Indicators

    def predict_one(self, points: Array, which: Places) -> Array:
        """At each of the points (m, dim) the quantile of the level of this place (m,): (m,)."""
        return self._quantiles.predict_one(self._indicators.of(points), which)


class QuantileModel:
    """Fits the quantiles to histories; a cache, as a fresh one would compute the same."""

    def __init__(self, problem: Problem, codec: Codec) -> None:
        self._places = codec.columns.places
        self._latest = LatestLosses(problem, codec)
        self._data: Latest | None = None
        self._fit: LossQuantiles | None = None

    def given(self, trials: Trials) -> LossQuantiles | None:
        """The model given all reports so far, up to the last milestone; None before the first report."""
        data = self._latest.of(trials)
        known = self._data
        if known is None or not all(map(np.array_equal, known, data)):
            self._data, self._fit = data, _fitted(data, self._places)
        return self._fit


def _fitted(data: Latest, places: Places) -> LossQuantiles | None:
    if not len(data.losses):
        return None
    chosen = spread_places(len(data.losses), MOST)
    scale = Scale.of(data.losses)
    rng = np.random.default_rng(len(chosen))  # the same for the same data
    targets = scale.to_units(data.losses[chosen])
    points = data.points[chosen]
    indicators = Indicators(points, places, LEAST_LEAF)  # no tree splits by what fewer points have
    return LossQuantiles(scale, fit_conformal(indicators.of(points), targets, LEVELS, rng), indicators)


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
