"""Finds the points of a mixed space that maximise an acquisition."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from tunewise.arrays import Array, Indices, Mask
from tunewise.surrogates.acquisition import Acquisition


@dataclass(frozen=True, eq=False)
class Layout:
    """The columns of points (d,). Each column is in exactly one of these four groups.

    continuous: integers (c,), the columns that hold any number in [0, 1].
    grids: the columns that hold one of a few numbers in [0, 1], each with these numbers (k,), ascending.
    choices: (start, stop) of ranges of columns, of which one holds 1 and the others 0.
    places: the columns that hold a whole number from 0 to size - 1, each with its size. The numbers have no
        order; -1 means none of them.
    """

    dim: int
    continuous: Indices
    grids: tuple[tuple[int, Array], ...] = ()
    choices: tuple[tuple[int, int], ...] = ()
    places: tuple[tuple[int, int], ...] = ()


CANDIDATES = 400
"""How many points are evaluated first."""

STARTS = 8
"""From how many of them the search continues."""

RETURNED = 64
"""The largest number of points returned."""

_FEW = 144  # candidates if evaluations are expensive
_REFINED = 5  # how many of the best are refined by candidates near them
_LOCAL_SHARE = 0.4  # share of the candidates that are near incumbents
_MOVED_SHARE = 0.7  # share of their columns that move
_STEPS = 12
_SWEEPS = 4
_TOLERANCE = 1e-3


class Domain(Protocol):
    """The set of valid points; `tunewise.models.codec.Codec` is one."""

    layout: Layout

    def sample(self, rng: np.random.Generator, n: int) -> Array:
        """Random points (n, d)."""
        ...

    def snap(self, points: Array) -> Array:
        """The valid points (n, d) that are nearest to given points (n, d)."""
        ...

    def active(self, points: Array) -> Mask:
        """Which columns matter at points (n, d), as (n, d)."""
        ...


def best_points(
    acquisition: Acquisition, domain: Domain, rng: np.random.Generator, incumbents: Array
) -> tuple[Array, Array]:
    """Valid points (k, d), all different, and the acquisition's values (k,) there; best first.

    incumbents: (i, d), the best points so far, near which the optimum is likely; there may be none.

    Candidates are random or near the incumbents. The best of them are swept over their neighbours in the
    columns that hold few values, and then climb in the continuous ones. All are processed together.
    """
    candidates = _candidates(domain, rng, incumbents, domain.sample(rng, CANDIDATES))
    values = acquisition(candidates)
    starts = _spread_best(candidates, values)
    known = np.concatenate([incumbents, candidates[np.argsort(-values, kind="stable")[:RETURNED]]])
    swept, swept_values = _swept(acquisition, domain, candidates[starts], values[starts], known)
    climbed, climbed_values = _ascended(acquisition, domain, swept, swept_values)
    return _ranked(np.concatenate([climbed, candidates]), np.concatenate([climbed_values, values]))


def sampled_points(
    acquisition: Acquisition, domain: Domain, rng: np.random.Generator, incumbents: Array
) -> tuple[Array, Array]:
    """As `best_points`, at a fraction of its cost, for models with expensive predictions: instead of gradient
    steps it tries two rounds of candidates closer to the best ones."""
    return _closer(acquisition, domain, rng, np.empty((0, domain.layout.dim)), incumbents, _FEW)


def refined_points(
    acquisition: Acquisition, domain: Domain, rng: np.random.Generator, found: Array
) -> tuple[Array, Array]:
    """As `sampled_points`, at half of its cost. found: valid points (f, d), some incumbents and what that has
    found a short time ago for much the same acquisition, best first."""
    return _closer(acquisition, domain, rng, found[: _FEW // 5], found[: 2 * _REFINED], _FEW // 3)


def _closer(
    acquisition: Acquisition,
    domain: Domain,
    rng: np.random.Generator,
    points: Array,
    incumbents: Array,
    count: int,
) -> tuple[Array, Array]:
    """The best of some points (p, d), of candidates, and of two rounds of others, each closer to the best so
    far."""
    rounds = [count, (len(points) + count) // 3, (len(points) + count) // 6]
    others = np.split(domain.sample(rng, sum(rounds)), np.cumsum(rounds[:-1]))
    points = np.concatenate([points, _candidates(domain, rng, incumbents, others[0])])
    values = acquisition(points)
    for some, share in zip(others[1:], (0.5, 0.1), strict=True):
        best = points[np.argsort(-values, kind="stable")[:_REFINED]]
        nearer = domain.snap(_near(best, some, domain.layout, rng, share))
        points, values = np.concatenate([points, nearer]), np.concatenate([values, acquisition(nearer)])
    return _ranked(points, values)


def neighbours(layout: Layout, points: Array, known: Array) -> tuple[Array, Indices]:
    """All points (k, d) that differ from one of the points (n, d) in one grid's value or one choice, and the
    index of that point, (k,). On a long grid only close values and the two ends are neighbours. Among places
    only those of `known` points (j, d) are: models can't tell most others apart."""
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


def _candidates(domain: Domain, rng: np.random.Generator, incumbents: Array, points: Array) -> Array:
    """Random points (n, d), some of which are moved near incumbents, in place."""
    if len(incumbents):
        local = points[: int(_LOCAL_SHARE * len(points))]
        local[:] = domain.snap(_near(incumbents, local, domain.layout, rng))
    return points


def _near(
    incumbents: Array,
    others: Array,
    layout: Layout,
    rng: np.random.Generator,
    share: float = 1.0,
) -> Array:
    """Points (n, d) near incumbents. Most hyperparameters of each are moved, some points further than others,
    and about one is taken from its row of `others` (n, d). share: a factor for the distance."""
    n, units = len(others), _units(layout)
    base = incumbents[rng.integers(len(incumbents), size=n)]
    number = int(units.max(initial=0)) + 1
    fate = rng.random((n, number))[:, units]
    moved = base + share * 10.0 ** rng.uniform(-2.5, -0.5, (n, 1)) * rng.standard_normal(base.shape)
    for column, _ in layout.places:  # places have no neighbours
        moved[:, column] = base[:, column]
    return np.where(fate < 1.5 / max(number, 3), others, np.where(fate < _MOVED_SHARE, moved, base))


def _units(layout: Layout) -> Indices:
    """(d,): one number shared by the columns of a choice, and a different one for every other column."""
    first = np.ones(layout.dim, dtype=np.intp)
    for start, stop in layout.choices:
        first[start + 1 : stop] = 0
    return np.asarray(np.cumsum(first) - 1)


def _spread_best(points: Array, values: Array) -> Indices:
    """The indices of `STARTS` good points that aren't all close to each other."""
    order = np.argsort(-values, kind="stable")[: 4 * STARTS]
    distances = np.abs(points[order, None, :] - points[order]).max(axis=2, initial=0.0)
    chosen: list[int] = []
    for place in range(len(order)):
        if len(chosen) < STARTS and all(distances[place, other] > 0.1 for other in chosen):
            chosen.append(place)
    chosen.extend(place for place in range(len(order)) if place not in chosen)
    return order[chosen[:STARTS]]


def _ascended(acquisition: Acquisition, domain: Domain, points: Array, values: Array) -> tuple[Array, Array]:
    """The points after moves along their active continuous columns, if that improved them."""
    free = np.zeros(points.shape, dtype=np.bool_)
    free[:, domain.layout.continuous] = True
    free &= domain.active(points)
    if not free.any():
        return points, values
    climbed, new_values = maximise(acquisition.with_gradient, points, free, _STEPS, _TOLERANCE)
    moved = domain.snap(climbed)
    if not np.array_equal(moved, climbed):  # a condition holds that didn't, or no more
        new_values = acquisition(moved)
    better = new_values > values
    return np.where(better[:, None], moved, points), np.where(better, new_values, values)


def _swept(
    acquisition: Acquisition, domain: Domain, points: Array, values: Array, known: Array
) -> tuple[Array, Array]:
    """The points after each has moved to its best neighbour a few times, as long as that improved it."""
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
    """The best `RETURNED` distinct points, best first."""
    order = np.argsort(-values, kind="stable")
    kept: dict[bytes, int] = {}
    for place in order.tolist():
        kept.setdefault(points[place].tobytes(), place)
        if len(kept) == RETURNED:
            break
    places = list(kept.values())
    return points[places], values[places]


ValueAndGradient = Callable[[Array], tuple[Array, Array]]
"""Takes points (m, d); returns values (m,) and derivatives (m, d)."""

_FIRST_STEP = 0.1  # the longest move along one column before the curvature is known
_LONGEST_STEP = 0.5
_SHORTER = 0.3
_SUFFICIENT = 1e-4
_TRIES = 6


def maximise(
    function: ValueAndGradient, x: Array, free: Mask, steps: int, tolerance: float = 1e-3
) -> tuple[Array, Array]:
    """Climbs from points x (m, d). Returns points (m, d) that are at least as good, and their values (m,).

    free: (m, d), the columns that may change, within [0, 1]. steps: the largest number of moves of a point.
    tolerance: a point is done once a move gains less than this.

    It uses projected BFGS: a column at a bound where the gradient points outwards stays fixed for that step.
    One call of `function` serves all points that still move.

    D. P. Bertsekas: Projected Newton Methods for Optimization Problems with Simple Constraints. SIAM
    Journal on Control and Optimization 20 (1982).
    """
    x = x.copy()
    value, gradient = function(x)
    inverse = np.zeros((*x.shape, x.shape[1]))  # minus the inverse Hessian matrices
    fresh = np.ones(len(x), dtype=np.bool_)
    moving = np.flatnonzero(np.isfinite(value) & free.any(axis=1))
    for _ in range(steps):
        if len(moving) == 0:
            break
        here, slope = x[moving], gradient[moving]
        open_ = free[moving] & ~((here <= 0.0) & (slope <= 0.0)) & ~((here >= 1.0) & (slope >= 0.0))
        direction = _directions(inverse[moving], fresh[moving], slope, open_)
        there, gradient_there, gained = _line_search(function, here, value[moving], slope, direction)
        change, bend = there - here, slope - gradient_there
        enough = gained > tolerance
        x[moving], value[moving], gradient[moving] = there, value[moving] + gained, gradient_there
        _update(inverse, fresh, moving, change, bend)
        moving = moving[enough]
    return x, value


def _directions(inverse: Array, fresh: Mask, slope: Array, open_: Mask) -> Array:
    """Ascent directions (m, d): quasi-Newton ones if they ascend, otherwise along the gradient."""
    inner = np.where(open_, slope, 0.0)
    along = np.einsum("mij,mj->mi", inverse, inner)
    along *= open_
    steep = inner * (_FIRST_STEP / np.maximum(np.abs(inner).max(axis=1), 1e-300))[:, None]
    ascends = ~fresh & ((along * inner).sum(axis=1) > 1e-10 * np.abs(inner * steep).sum(axis=1))
    direction = np.where(ascends[:, None], along, steep)
    longest = np.abs(direction).max(axis=1)
    direction *= np.minimum(1.0, _LONGEST_STEP / np.maximum(longest, 1e-300))[:, None]
    return np.asarray(direction)


def _line_search(
    function: ValueAndGradient, here: Array, value: Array, slope: Array, direction: Array
) -> tuple[Array, Array, Array]:
    """Each point after its move, (m, d), with gradient and gain there; one that can't improve stays."""
    there, gradient, gained = here.copy(), slope.copy(), np.zeros(len(here))
    left = np.arange(len(here))
    length = np.ones(len(here))
    for _ in range(_TRIES):
        trial = np.clip(here[left] + length[left, None] * direction[left], 0.0, 1.0)
        # columns that aren't free may lie outside of the bounds
        trial = np.where(direction[left] == 0.0, here[left], trial)
        new_value, new_gradient = function(trial)
        expected = (slope[left] * (trial - here[left])).sum(axis=1)
        rises = new_value - value[left] >= _SUFFICIENT * expected
        rises &= new_value >= value[left]
        done = left[rises]
        there[done], gradient[done] = trial[rises], new_gradient[rises]
        gained[done] = new_value[rises] - value[done]
        left = left[~rises]
        if len(left) == 0:
            break
        length[left] *= _SHORTER
    return there, gradient, gained


def _update(inverse: Array, fresh: Mask, moving: Indices, change: Array, bend: Array) -> None:
    """The BFGS update for those of the `moving` points whose step showed negative curvature."""
    product = (change * bend).sum(axis=1)
    good = product > 1e-10 * np.sqrt((change**2).sum(axis=1) * (bend**2).sum(axis=1))
    good &= product > 0.0
    if not good.any():
        return
    rows, change, bend, product = moving[good], change[good], bend[good], product[good]
    d = change.shape[1]
    old = inverse[rows]
    first = fresh[rows]
    if first.any():
        old[first] = np.eye(d) * (product[first] / (bend[first] ** 2).sum(axis=1))[:, None, None]
    turned = np.einsum("mij,mj->mi", old, bend)
    scale = (1.0 + (bend * turned).sum(axis=1) / product) / product
    cross = change[:, :, None] * turned[:, None, :]
    cross += cross.transpose(0, 2, 1)
    old += scale[:, None, None] * change[:, :, None] * change[:, None, :]
    old -= cross / product[:, None, None]
    inverse[rows] = old
    fresh[rows] = False
