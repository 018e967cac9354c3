"""What the last losses of the trials teach: quantiles of the loss of a configuration."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tunewise.arrays import Array, Places
from tunewise.models.fits import spread_places
from tunewise.models.indicators import Indicators
from tunewise.models.latest import LatestLosses
from tunewise.surrogates.conformal import ConformalQuantiles, fit_conformal
from tunewise.surrogates.quantile_boosting import LEAST_LEAF
from tunewise.surrogates.targets import Scale

if TYPE_CHECKING:
    from tunewise.models.codec import Codec
    from tunewise.models.latest import Latest
    from tunewise.problem import Problem
    from tunewise.trial import Trials

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
