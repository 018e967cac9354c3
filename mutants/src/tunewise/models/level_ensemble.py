"""A model of losses for each level of the resource, and how much each says of the highest one.

Y. Li, Y. Shen, H. Jiang, W. Zhang, J. Li, J. Liu, C. Zhang and B. Cui: Hyper-Tune: Towards Efficient
Hyper-parameter Tuning at Scale. VLDB 2022, arXiv:2201.06834.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from tunewise.arrays import Array, Mask
from tunewise.history_cache import HistoryCache
from tunewise.models.codec import Codec
from tunewise.models.gp_models import GrowingProcess, Grown, spread_places, with_fantasies
from tunewise.models.levels import LevelLosses
from tunewise.models.observations import BLAMELESS, UNDER_WAY
from tunewise.problem import Problem
from tunewise.surrogates.acquisition import Mixture
from tunewise.surrogates.gp import Posterior, condition
from tunewise.surrogates.targets import Scale
from tunewise.trial import Status, Trial, Trials


class Encoded(HistoryCache):
    """Rows of the encoding, which grow with the history."""

    def __init__(self, codec: Codec) -> None:
        super().__init__()
        self._codec = codec
        self._reset()

    def of(self, ids: Iterable[int]) -> Array:
        """Those of the trials with these ids: (n, dim)."""
        return self._rows[np.fromiter(ids, dtype=np.intp)]

    def _reset(self) -> None:
        self._rows = np.zeros((64, self._codec.dim))

    def _add_trial(self, trial: Trial) -> None:
        if trial.id == len(self._rows):
            self._rows = np.concatenate([self._rows, np.zeros_like(self._rows)])
        self._rows[trial.id] = self._codec.encode([trial.config])[0]


LEAST = 5
"""Trials that a level must have to be the one that the others are compared with."""

COMPARED = 60
"""So many trials of that level are compared, at most."""

LOOKED_AT = 20
"""Of each level so many trials are considered for the incumbent."""

_FOLDS = 5


@dataclass(frozen=True, eq=False)
class Members:
    """The models up to the highest level that has enough trials, and the weight of each; they sum up to 1."""

    models: tuple[Grown, ...]
    weights: tuple[float, ...]


@dataclass(frozen=True, eq=False)
class Blend:
    """What the models together expect.

    predictor: with s fantasies, in units of each level's own scale. scale: that of the highest level.
    incumbents: (s,), the least loss expected of a configuration that was tried. best: (b, dim), some of
    those of which least is expected, the best first.
    """

    predictor: Mixture
    scale: Scale
    incumbents: Array
    best: Array


class LevelEnsemble:
    """Fits the models to histories; a cache, as a fresh one would compute the same.

    levels: strictly growing, the last one the largest resource.
    """

    def __init__(self, problem: Problem, codec: Codec, levels: Sequence[int]) -> None:
        self.levels = tuple(levels)
        self._codec = codec
        self._losses = LevelLosses(problem.sign, levels)
        self._encoded = Encoded(codec)
        self._processes = [GrowingProcess(codec.columns) for _ in levels]
        self._known: tuple[Trials, int, Members | None] | None = None

    def weights(self, trials: Trials) -> tuple[float, ...] | None:
        """For each level how much it says of the highest one that has enough trials; they sum up to 1.

        None while no level has. Raises `numpy.linalg.LinAlgError` if a model can't be fitted.
        """
        members = self._members(trials)
        if members is None:
            return None
        return members.weights + (0.0,) * (len(self.levels) - len(members.weights))

    def given(self, trials: Trials, rng: np.random.Generator) -> Blend | None:
        """The models together, given all reports so far; None while no level has enough trials.

        Trials that failed count as the worst of each level. Raises `numpy.linalg.LinAlgError` if a model
        can't be fitted.
        """
        members = self._members(trials)
        if members is None:
            return None
        parts = [
            (model, weight)
            for model, weight in zip(members.models, members.weights, strict=True)
            if weight > 0
        ]
        failed, pending = self._failed(trials), self._pending(trials)
        models = [with_fantasies(_with_failed(model, failed), pending, rng) for model, _ in parts]
        mixture = Mixture(models, [weight for _, weight in parts])
        tried = self._encoded.of(self._promising(len(members.models)))
        expected, _ = mixture.predict(tried)
        order = np.argsort(expected.mean(axis=1), kind="stable")[:5]
        return Blend(mixture, members.models[-1].scale, expected.min(axis=0), tried[order])

    def _members(self, trials: Trials) -> Members | None:
        known = self._known
        if known is None or known[0] is not trials or known[1] != trials.num_reports:
            known = (trials, trials.num_reports, self._fitted(trials))
            self._known = known
        self._encoded.update(trials)
        return known[2]

    def _fitted(self, trials: Trials) -> Members | None:
        self._losses.update(trials)
        self._encoded.update(trials)
        counts = [len(self._losses.at(level)) for level in self.levels]
        enough = [place for place, count in enumerate(counts) if count >= LEAST]
        if not enough:
            return None
        data = [self._data(level) for level in self.levels[: enough[-1] + 1]]
        models = tuple(process.given(*each) for process, each in zip(self._processes, data, strict=False))
        points, losses = data[-1]
        chosen = spread_places(len(losses), COMPARED)
        points, losses = points[chosen], losses[chosen]
        predicted = [model.posterior.predict(points)[0][:, 0] for model in models[:-1]]
        predicted.append(self._cross_validated(models[-1], points, losses))
        rng = np.random.default_rng(len(losses))  # the same for the same data
        weights = ranking_weights(np.array(predicted), losses, rng)
        return Members(models, tuple(weights.tolist()))

    def _data(self, level: int) -> tuple[Array, Array]:
        """Points and losses at a level, in the order of their reports."""
        found = self._losses.at(level)
        return self._encoded.of(found), np.array(list(found.values()))

    def _cross_validated(self, model: Grown, points: Array, losses: Array) -> Array:
        """What a model says of each point (n, dim) without having seen a fifth of them, itself included."""
        units = model.scale.to_units(losses)
        fold = np.arange(len(losses)) % _FOLDS
        found = np.empty(len(losses))
        for left_out in range(_FOLDS):
            seen, asked = fold != left_out, fold == left_out
            posterior = condition(
                points[seen], units[seen], self._codec.columns, model.posterior.hyperparameters
            )
            found[asked] = posterior.predict(points[asked])[0][:, 0]
        return found

    def _failed(self, trials: Trials) -> Array:
        return self._encoded.of(
            sorted(
                trial.id
                for trial in trials.having(Status.FAILED).values()
                if trial.failure is None or trial.failure.kind not in BLAMELESS
            )
        )

    def _pending(self, trials: Trials) -> Array:
        return self._encoded.of(sorted(i for status in UNDER_WAY for i in trials.having(status)))

    def _promising(self, levels: int) -> list[int]:
        """Of the lowest so many levels the trials with the least losses at each; sorted."""
        found: set[int] = set()
        for level in self.levels[:levels]:
            losses = self._losses.at(level)
            found.update(sorted(losses, key=lambda trial_id: (losses[trial_id], trial_id))[:LOOKED_AT])
        return sorted(found)


def _with_failed(model: Grown, failed: Array) -> Posterior:
    if len(failed) == 0:
        return model.posterior
    worst = model.posterior.smoothed().max()
    return model.posterior.append(failed, np.full((len(failed), 1), worst))


RESAMPLES = 200


def ranking_weights(predicted: Array, losses: Array, rng: np.random.Generator) -> Array:
    """The share of the resamples in which each of k models orders most pairs rightly: (k,), with sum 1.

    predicted: (k, n), what the models say of points with these losses (n,), n at least 2. Resamples are
    drawn with replacement. Models that are equally good share. Pairs of equal losses don't count; a model
    that can't tell two points apart has them wrong by half.

    Y. Li et al.: Hyper-Tune: Towards Efficient Hyper-parameter Tuning at Scale. VLDB 2022, arXiv:2201.06834.
    """
    num = len(losses)
    drawn = rng.integers(num, size=(RESAMPLES, num))
    counts = np.zeros((RESAMPLES, num))
    np.add.at(counts, (np.arange(RESAMPLES)[:, None], drawn), 1.0)
    better = losses[:, None] < losses
    wrong = np.array([_wrong_pairs(counts, better, scores) for scores in predicted])  # (k, RESAMPLES)
    best = wrong == wrong.min(axis=0)
    return np.asarray((best / best.sum(axis=0)).mean(axis=1))


def _wrong_pairs(counts: Array, better: Mask, scores: Array) -> Array:
    """For each resample (r, n) how many pairs, of which the first is better, are ordered wrongly: (r,)."""
    order = np.sign(scores[:, None] - scores)
    wrong = np.where(better, (1.0 + order) / 2, 0.0)
    return np.asarray(((counts @ wrong) * counts).sum(axis=1))
