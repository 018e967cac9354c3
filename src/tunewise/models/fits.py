"""When hyperparameters are fitted anew: a rule that a long-lived instance and a fresh one both can follow."""

from dataclasses import dataclass

import numpy as np

from tunewise.arrays import Array, Places
from tunewise.surrogates.fitting import default_hyperparameters, fit
from tunewise.surrogates.gp import Hyperparameters
from tunewise.surrogates.kernels import Columns
from tunewise.surrogates.targets import Scale

FIRST = 8
"""With fewer observations, hyperparameters are fitted from the centre of their priors."""

EACH_TIME = 300
"""Up to so many observations, each new one leads to a new fit; beyond, each twentieth of them."""

MOST = 1000
"""A fit uses no more points than this."""

COLD_STEPS = 30
WARM_STEPS = 10


@dataclass(frozen=True, eq=False)
class _Fit:
    points: Array
    losses: Array
    hyperparameters: Hyperparameters


class Fits:
    """Hyperparameters of a Gaussian process for data that grow. A cache: it never changes what it returns.

    The fit to the first n observations starts from that to the first m, m being the largest power of two
    below n. So it depends on nothing but the observations, and what was fitted before need not be known.
    """

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._fits: dict[int, _Fit] = {}  # to the first so many observations

    def given(self, points: Array, losses: Array) -> Hyperparameters:
        """For observations (n, dim) and (n,) in the order in which they came. `losses` are scaled here.

        Raises `numpy.linalg.LinAlgError` if nothing can be fitted.
        """
        return self._fitted(points, losses, milestone(len(points)))

    def _fitted(self, points: Array, losses: Array, n: int) -> Hyperparameters:
        points, losses = points[:n], losses[:n]
        known = self._fits.get(n)
        if known and np.array_equal(known.losses, losses) and np.array_equal(known.points, points):
            return known.hyperparameters
        start = self._fitted(points, losses, _power_below(n)) if n > FIRST else None
        chosen = spread_places(n, MOST)
        targets = Scale.of(losses).to_units(losses)[chosen] if n else losses
        steps = WARM_STEPS if start else COLD_STEPS
        if n:
            found = fit(points[chosen], targets, self._columns, start, steps)
        else:
            found = default_hyperparameters(self._columns.lengthscales)
        self._remember(n, _Fit(points.copy(), losses.copy(), found))
        return found

    def _remember(self, n: int, found: _Fit) -> None:
        self._fits = {m: kept for m, kept in self._fits.items() if m & (m - 1) == 0}
        self._fits[n] = found


def milestone(n: int) -> int:
    """The number of observations, at most n, to which hyperparameters are fitted when there are n."""
    if n <= EACH_TIME:
        return n
    reached = EACH_TIME
    while (following := reached + reached // 20) <= n:
        reached = following
    return reached


def spread_places(n: int, most: int) -> Places:
    """Places among n, evenly spread: all of them, or `most`."""
    return np.asarray(np.linspace(0, n - 1, min(n, most)).round().astype(np.intp))


def best_and_spread(values: Array, most: int) -> Places:
    """Places among values (n,), in order: all of them, or `most`, of which a quarter are those of the lowest
    values and the others evenly spread.

    The lowest alone would say nothing of the rest of the space, where the process would be wrong.
    """
    if len(values) <= most:
        return np.arange(len(values))
    order = np.argsort(values, kind="stable")
    lowest = most // 4
    others = np.sort(order[lowest:])
    return np.sort(np.concatenate([order[:lowest], others[spread_places(len(others), most - lowest)]]))


def _power_below(n: int) -> int:
    return 1 << ((n - 1).bit_length() - 1)
