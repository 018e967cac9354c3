"""A Gaussian process of losses to which observations are only ever added."""

from typing import NamedTuple

import numpy as np

from tunewise.arrays import Array
from tunewise.models.fits import Fits, best_and_spread, milestone
from tunewise.surrogates.gp import Posterior, condition
from tunewise.surrogates.kernels import Columns
from tunewise.surrogates.targets import Scale

MOST = 1000
"""The process is conditioned on no more points than this and those since the last milestone."""


class Grown(NamedTuple):
    """A process in the units of a scale."""

    posterior: Posterior
    scale: Scale


class _Base(NamedTuple):
    points: Array
    losses: Array
    grown: Grown


class GrowingProcess:
    """Fits and conditions at milestones, and adds in between what has come since. A cache: what it returns
    depends on the observations alone."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._fits = Fits(columns)
        self._base: _Base | None = None

    def given(self, points: Array, losses: Array) -> Grown:
        """For observations (n, d) and (n,), n at least 1, in the order in which they came.

        Raises `numpy.linalg.LinAlgError` if nothing can be fitted.
        """
        then = milestone(len(losses))
        posterior, scale = self._at_milestone(points[:then], losses[:then])
        if then < len(losses):
            posterior = posterior.append(points[then:], scale.to_units(losses[then:])[:, None])
        return Grown(posterior, scale)

    def _at_milestone(self, points: Array, losses: Array) -> Grown:
        base = self._base
        if base is None or not (np.array_equal(base.losses, losses) and np.array_equal(base.points, points)):
            base = _Base(points.copy(), losses.copy(), self._conditioned(points, losses))
            self._base = base
        return base.grown

    def _conditioned(self, points: Array, losses: Array) -> Grown:
        hyperparameters = self._fits.given(points, losses)
        scale = Scale.of(losses)
        units = scale.to_units(losses)
        chosen = best_and_spread(units, MOST)
        return Grown(condition(points[chosen], units[chosen], self._columns, hyperparameters), scale)
