"""Finds the points of a mixed space at which an acquisition is largest."""

from __future__ import annotations

from typing import Protocol

import numpy as np

from tunewise.arrays import Array, Mask, Places
from tunewise.surrogates.acquisition import Acquisition
from tunewise.surrogates.layout import Layout
from tunewise.surrogates.quasi_newton import maximised

CANDIDATES = 400
"""So many points are looked at to begin with."""

STARTS = 8
"""From so many of them the search goes on."""

RETURNED = 64
"""So many points are returned, at most."""

_FEW = 144  # candidates where each is dear
_REFINED = 5  # of the best of these, near which more are looked at
_LOCAL_SHARE = 0.4  # of the candidates
_MOVED_SHARE = 0.7  # of the columns of those
_STEPS = 12
_LAST_STEPS = 8
_SWEEPS = 4
_TOLERANCE = 1e-3


class Domain(Protocol):
    """Where points may lie; `tunewise.models.codec.Codec` is one."""

    layout: Layout

    def sample(self, rng: np.random.Generator, n: int) -> Array:
        """Points (n, d) at random."""
        ...

    def snap(self, points: Array) -> Array:
        """The valid points (n, d) nearest to any points (n, d)."""
        ...

    def active(self, points: Array) -> Mask:
        """Which columns matter at points (n, d), as (n, d)."""
        ...


def best_points(
    acquisition: Acquisition, domain: Domain, rng: np.random.Generator, incumbents: Array
) -> tuple[Array, Array]:
    """Valid points (k, d), all different, and the acquisition's values (k,) there; best first.

    incumbents: (i, d), the best points so far, near which the optimum is likely; there may be none.

    Candidates at random and around the incumbents; from the best of them quasi-Newton steps over the
    continuous columns and sweeps over the neighbours in the others. All starts go together.
    """
    candidates = _candidates(domain, rng, incumbents, CANDIDATES)
    values = acquisition(candidates)
    starts = _spread_best(candidates, values)
    found, found_values = _ascended(acquisition, domain, candidates[starts], values[starts], _STEPS)
    known = np.concatenate([incumbents, candidates[np.argsort(-values, kind="stable")[:RETURNED]]])
    swept, swept_values = _swept(acquisition, domain, found, found_values, known)
    changed = (swept != found).any(axis=1)
    if changed.any():
        swept[changed], swept_values[changed] = _ascended(
            acquisition, domain, swept[changed], swept_values[changed], _LAST_STEPS
        )
    return _ranked(np.concatenate([swept, candidates]), np.concatenate([swept_values, values]))


def sampled_points(
    acquisition: Acquisition, domain: Domain, rng: np.random.Generator, incumbents: Array
) -> tuple[Array, Array]:
    """As `best_points` at a fraction of its price, for models of which each prediction is dear: no steps
    along gradients, but two rounds of candidates ever nearer to the best so far."""
    points = _candidates(domain, rng, incumbents, _FEW)
    values = acquisition(points)
    for count, share in ((_FEW // 3, 0.5), (_FEW // 6, 0.1)):
        best = points[np.argsort(-values, kind="stable")[:_REFINED]]
        others = domain.sample(rng, count)
        nearer = domain.snap(_near(best, others, domain.layout, rng, share))
        points, values = np.concatenate([points, nearer]), np.concatenate([values, acquisition(nearer)])
    return _ranked(points, values)


def neighbours(layout: Layout, points: Array, known: Array) -> tuple[Array, Places]:
    """All points (k, d) that differ from one of points (n, d) in one grid's value or one choice, and which
    of the n it is, (k,). Of a long grid only values close by are neighbours, and the two ends; of places only
    those that some of the `known` points (j, d) have: models can't tell most others apart."""
    parts, owners = [np.empty((0, points.shape[1]))], [np.empty(0, dtype=np.intp)]
    everyone = np.arange(len(points))
    for column, values in layout.grids:
        place = np.abs(points[:, column, None] - values).argmin(axis=1)
        wanted = np.abs(np.arange(len(values)) - place[:, None]) <= 3
        wanted[:, [0, -1]] = True
        wanted[everyone, place] = False
        owner, new = np.nonzero(wanted)
        part = points[owner]
        part[:, column] = values[new]
        parts.append(part)
        owners.append(owner)
    for start, stop in layout.choices:
        owner, new = np.nonzero(points[:, start:stop] == 0.0)
        part = points[owner]
        part[:, start:stop] = 0.0
        part[np.arange(len(part)), start + new] = 1.0
        parts.append(part)
        owners.append(owner)
    for column, _ in layout.places:
        places = np.unique(known[:, column])
        owner, new = np.nonzero(points[:, column, None] != places)
        part = points[owner]
        part[:, column] = places[new]
        parts.append(part)
        owners.append(owner)
    return np.concatenate(parts), np.concatenate(owners)


def _candidates(domain: Domain, rng: np.random.Generator, incumbents: Array, count: int) -> Array:
    """Valid points (count, d), some at random and some near incumbents."""
    candidates = domain.sample(rng, count)
    if len(incumbents):
        local = candidates[: int(_LOCAL_SHARE * count)]
        local[:] = domain.snap(_near(incumbents, local, domain.layout, rng))
    return candidates


def _near(
    incumbents: Array,
    others: Array,
    layout: Layout,
    rng: np.random.Generator,
    share: float = 1.0,
) -> Array:
    """(n, d): incumbents, each with most hyperparameters moved a little, further in some than in others, and
    about one as in its row of others (n, d). share: of the usual distance to move."""
    n, units = len(others), _units(layout)
    base = incumbents[rng.integers(len(incumbents), size=n)]
    number = int(units.max(initial=0)) + 1
    fate = rng.random((n, number))[:, units]
    moved = base + share * 10.0 ** rng.uniform(-2.5, -0.5, (n, 1)) * rng.standard_normal(base.shape)
    for column, _ in layout.places:  # no place is near to another
        moved[:, column] = base[:, column]
    return np.where(fate < 1.5 / max(number, 3), others, np.where(fate < _MOVED_SHARE, moved, base))


def _units(layout: Layout) -> Places:
    """(d,): the same number for the columns of a choice, one of its own for each other column."""
    first = np.ones(layout.dim, dtype=np.intp)
    for start, stop in layout.choices:
        first[start + 1 : stop] = 0
    return np.asarray(np.cumsum(first) - 1)


def _spread_best(points: Array, values: Array) -> Places:
    """The places of `STARTS` good points that aren't all next to each other."""
    order = np.argsort(-values, kind="stable")[: 4 * STARTS]
    distances = np.abs(points[order, None, :] - points[order]).max(axis=2, initial=0.0)
    chosen: list[int] = []
    for place in range(len(order)):
        if len(chosen) < STARTS and all(distances[place, other] > 0.1 for other in chosen):
            chosen.append(place)
    chosen.extend(place for place in range(len(order)) if place not in chosen)
    return order[chosen[:STARTS]]


def _ascended(
    acquisition: Acquisition, domain: Domain, points: Array, values: Array, steps: int
) -> tuple[Array, Array]:
    """The points after moves along their active continuous columns, where that made them better."""
    free = np.zeros(points.shape, dtype=np.bool_)
    free[:, domain.layout.continuous] = True
    free &= domain.active(points)
    if not free.any():
        return points, values
    moved, _ = maximised(acquisition.with_gradient, points, free, steps, _TOLERANCE)
    moved = domain.snap(moved)
    new_values = acquisition(moved)
    better = new_values > values
    return np.where(better[:, None], moved, points), np.where(better, new_values, values)


def _swept(
    acquisition: Acquisition, domain: Domain, points: Array, values: Array, known: Array
) -> tuple[Array, Array]:
    """The points after each has gone to its best neighbour a few times, as far as that is better."""
    points, values = points.copy(), values.copy()
    going = np.arange(len(points))
    for _ in range(_SWEEPS):
        near, owners = neighbours(domain.layout, points[going], known)
        if len(near) == 0:
            break
        near = domain.snap(near)
        near_values = acquisition(near)
        order = np.argsort(near_values, kind="stable")  # so that the best neighbour is written last
        best = np.full(len(going), -1)
        best[owners[order]] = order
        better = (best >= 0) & (near_values[best] > values[going])
        going, best = going[better], best[better]
        if len(going) == 0:
            break
        points[going], values[going] = near[best], near_values[best]
    return points, values


def _ranked(points: Array, values: Array) -> tuple[Array, Array]:
    """The best `RETURNED` different points, best first."""
    order = np.argsort(-values, kind="stable")
    kept: dict[bytes, int] = {}
    for place in order.tolist():
        kept.setdefault(points[place].tobytes(), place)
        if len(kept) == RETURNED:
            break
    places = list(kept.values())
    return points[places], values[places]
