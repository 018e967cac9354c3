"""Whether trials rank alike at two levels but for noise: pure functions, no trial and no state.

O. Bohdal, L. Balles, M. Wistuba, B. Ermis, C. Archambeau and G. Zappella: PASHA: Efficient HPO and NAS with
Progressive Resource Allocation. ICLR 2023, arXiv:2207.06940.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

Curve = dict[int, float]
"""Losses by their levels, which grow."""

PERCENTILE = 0.9
"""The share of the noisy differences that the tolerance covers, as in the paper."""


def crossing_distance(first: Curve, second: Curve) -> float | None:
    """How far apart two curves are at the last level that both have, if they cross at least twice.

    Curves that cross and cross back differ by noise. A tie is no crossing.
    """
    shared = [level for level in first if level in second]
    ahead = [first[level] < second[level] for level in shared if first[level] != second[level]]
    crossings = sum(before != after for before, after in pairwise(ahead))
    return abs(first[shared[-1]] - second[shared[-1]]) if crossings >= 2 else None


def tolerance(distances: Sequence[float]) -> float:
    """The `PERCENTILE` of some distances, of which there is at least one, sorted."""
    place = PERCENTILE * (len(distances) - 1)
    below, above = distances[int(place)], distances[min(int(place) + 1, len(distances) - 1)]
    return below if below == above else below + (place - int(place)) * (above - below)


def same_ranking(top: Mapping[int, float], below: Mapping[int, float], epsilon: float) -> bool:
    """Whether trials stand at one rung as they stood at the one below, up to differences of `epsilon` there.

    top, below: losses by trial; `below` has all that `top` has, and those alone are compared. At each place
    of the ranking must be a trial that, at the rung below, was within `epsilon` of the one in that place.
    Trials that are equal at the top stand there as they stood below: a tie is no change.
    """
    ranked = sorted(top, key=lambda trial_id: (top[trial_id], below[trial_id]))
    places = sorted(below[trial_id] for trial_id in ranked)
    return all(abs(below[trial_id] - loss) <= epsilon for trial_id, loss in zip(ranked, places, strict=True))
