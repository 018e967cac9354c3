"""A model of losses for each level of the resource, weighted by how well it predicts the highest level.

Y. Li, Y. Shen, H. Jiang, W. Zhang, J. Li, J. Liu, C. Zhang and B. Cui: Hyper-Tune: Towards Efficient
Hyper-parameter Tuning at Scale. VLDB 2022, arXiv:2201.06834.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from tunewise.arrays import Array, Mask
from tunewise.models.codec import Codec
from tunewise.models.gp_models import IncrementalGP, LossForecast, ScaledGP, with_fantasies
from tunewise.models.levels import LevelLosses
from tunewise.models.observations import EncodedTrials, evenly_spread, failed_ids, few, unfinished_ids
from tunewise.problem import Problem
from tunewise.surrogates.acquisition import Mixture
from tunewise.surrogates.gp import Posterior, condition
from tunewise.trial import Trials

MIN_TRIALS = 5
"""Trials that a level needs for the other levels to be compared with it."""

MAX_COMPARED = 60
"""Trials of that level that are compared at most."""

MAX_INCUMBENTS = 20
"""Trials of each level that are considered for the incumbent."""

RESAMPLES = 200

_FOLDS = 5


class _Members(NamedTuple):
    """The models up to the highest level that has enough trials, and their weights, with sum 1."""

    models: tuple[ScaledGP, ...]
    weights: tuple[float, ...]


class LevelEnsemble:
    """HyperparameterFits the models to histories. A cache.

    levels: strictly growing, the last one the largest resource.
    """

    def __init__(self, problem: Problem, codec: Codec, levels: Sequence[int]) -> None:
        self.levels = tuple(levels)
        self._codec = codec
        self._losses = LevelLosses(problem.sign, levels)
        self._encoded = EncodedTrials(codec)
        self._processes = [IncrementalGP(codec.kernel_columns) for _ in levels]
        self._latest: tuple[Trials, int, _Members | None] | None = None

    def weights(self, trials: Trials) -> tuple[float, ...] | None:
        """For each level how well it predicts the highest one that has enough trials; with sum 1.

        None while no level has enough. Raises `numpy.linalg.LinAlgError` if a model can't be fitted.
        """
        members = self._members(trials)
        if members is None:
            return None
        return members.weights + (0.0,) * (len(self.levels) - len(members.weights))

    def fit(self, trials: Trials, rng: np.random.Generator) -> LossForecast | None:
        """The forecast of all models together, given all reports so far. Its scale is that of the highest
        level, and predictions are in units of each level's own scale. None while no level has enough trials.

        Failed trials count as the worst of each level. Raises `numpy.linalg.LinAlgError` if a model can't be
        fitted.
        """
        members = self._members(trials)
        if members is None:
            return None
        parts = [part for part in zip(*members, strict=True) if part[1] > 0]
        failed = few(self._encoded.points_of(failed_ids(trials)))
        pending = self._encoded.points_of(unfinished_ids(trials))
        models = [with_fantasies(_with_failed(model, failed), pending, rng) for model, _ in parts]
        mixture = Mixture(models, [weight for _, weight in parts])
        tried = self._encoded.points_of(self._promising(len(members.models)))
        expected = mixture.means(tried)
        order = np.argsort(expected.mean(axis=1), kind="stable")[:5]
        return LossForecast(mixture, members.models[-1].scale, expected.min(axis=0), tried[order])

    def _members(self, trials: Trials) -> _Members | None:
        self._encoded.update(trials)
        latest = self._latest
        if latest is None or latest[0] is not trials or latest[1] != trials.num_reports:
            self._latest = latest = trials, trials.num_reports, self._fitted(trials)
        return latest[2]

    def _fitted(self, trials: Trials) -> _Members | None:
        self._losses.update(trials)
        enough = [i for i, level in enumerate(self.levels) if len(self._losses.at(level)) >= MIN_TRIALS]
        if not enough:
            return None
        data = [self._data(level) for level in self.levels[: enough[-1] + 1]]
        models = tuple(process.fit(*each) for process, each in zip(self._processes, data, strict=False))
        points, losses = data[-1]
        chosen = evenly_spread(len(losses), MAX_COMPARED)
        points, losses = points[chosen], losses[chosen]
        predicted = [model.posterior.means(points)[:, 0] for model in models[:-1]]
        predicted.append(self._cross_validated(models[-1], points, losses))
        rng = np.random.default_rng(len(losses))  # the same for the same data
        weights = ranking_weights(np.array(predicted), losses, rng)
        return _Members(models, tuple(weights.tolist()))

    def _data(self, level: int) -> tuple[Array, Array]:
        """Points and losses at a level, in the order of their reports."""
        losses = self._losses.at(level)
        return self._encoded.points_of(losses), np.array(list(losses.values()))

    def _cross_validated(self, model: ScaledGP, points: Array, losses: Array) -> Array:
        """What a model predicts for each point (n, dim) without the fifth of them that the point is in."""
        units = model.scale.to_units(losses)
        fold = np.arange(len(losses)) % _FOLDS
        predicted = np.empty(len(losses))
        for left_out in range(_FOLDS):
            seen, unseen = fold != left_out, fold == left_out
            posterior = condition(
                points[seen], units[seen], self._codec.kernel_columns, model.posterior.hyperparameters
            )
            predicted[unseen] = posterior.means(points[unseen])[:, 0]
        return predicted

    def _promising(self, levels: int) -> list[int]:
        """The trials with the least losses at each of the lowest levels; sorted."""
        promising: set[int] = set()
        for level in self.levels[:levels]:
            losses = self._losses.at(level)
            promising.update(
                sorted(losses, key=lambda trial_id: (losses[trial_id], trial_id))[:MAX_INCUMBENTS]
            )
        return sorted(promising)


def _with_failed(model: ScaledGP, failed: Array) -> Posterior:
    if len(failed) == 0:
        return model.posterior
    worst = model.posterior.smoothed().max()
    return model.posterior.append(failed, np.full((len(failed), 1), worst))


def ranking_weights(predicted: Array, losses: Array, rng: np.random.Generator) -> Array:
    """The share of the resamples in which each of k models orders most pairs correctly: (k,), with sum 1.

    predicted: (k, n), predictions at points with these losses (n,), n at least 2. Resamples are drawn with
    replacement. Models that are equally good share. Pairs of equal losses don't count. A model that predicts
    the same for two points gets half of the pair wrong.
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
    """How many pairs, of which the first is better, are in the wrong order in each resample (r, n): (r,)."""
    order = np.sign(scores[:, None] - scores)
    wrong = np.where(better, (1.0 + order) / 2, 0.0)
    return np.asarray(((counts @ wrong) * counts).sum(axis=1))
