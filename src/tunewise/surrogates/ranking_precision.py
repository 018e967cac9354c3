"""How well models put things in order, compared on resamples of what was seen."""

from __future__ import annotations

import numpy as np

from tunewise.arrays import Array, Mask

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
