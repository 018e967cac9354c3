"""Many maximisations in a box at once, each with its own step length and its own curvature."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from tunewise.arrays import Array, Mask, Places

ValueAndGradient = Callable[[Array], tuple[Array, Array]]
"""Takes points (m, d); returns values (m,) and derivatives (m, d)."""

_FIRST_STEP = 0.1  # the longest move along one column before anything is known of the curvature
_LONGEST_STEP = 0.5
_SHORTER = 0.3
_SUFFICIENT = 1e-4
_TRIES = 6


def maximised(
    function: ValueAndGradient, x: Array, free: Mask, steps: int, tolerance: float = 1e-3
) -> tuple[Array, Array]:
    """Points (m, d) above those to begin with, x (m, d), and their values (m,).

    free: (m, d), the columns that may change, within [0, 1]. steps: how often each point moves, at most.
    tolerance: a point is done once a move gains less than this.

    Projected BFGS: columns at a bound that the gradient pushes outwards stay there for a step. One call of
    `function` serves all points that still move. D. P. Bertsekas: Projected Newton Methods for Optimization
    Problems with Simple Constraints. SIAM Journal on Control and Optimization 20 (1982).
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
    """Ascent directions (m, d): quasi-Newton ones where they ascend, else along the gradient."""
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
    """Where each point gets to, (m, d), with gradient and gain there; one that can't rise stays."""
    there, gradient, gained = here.copy(), slope.copy(), np.zeros(len(here))
    left = np.arange(len(here))
    length = np.ones(len(here))
    for _ in range(_TRIES):
        trial = np.clip(here[left] + length[left, None] * direction[left], 0.0, 1.0)
        trial = np.where(direction[left] == 0.0, here[left], trial)  # what isn't free may lie outside
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


def _update(inverse: Array, fresh: Mask, moving: Places, change: Array, bend: Array) -> None:
    """The BFGS update of those of the `moving` whose step saw a curvature that bends downwards."""
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
