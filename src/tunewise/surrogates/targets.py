"""Losses as targets of a model, scaled to a spread of about 1."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from tunewise.arrays import Array

BEND = 1.5
"""Above this many robust units from the median, losses are compressed by a logarithm."""

LARGEST = 3.5
"""The largest compressed loss, in robust units above the median."""

_GOOD_SPREADS = 2.0
NEGLIGIBLE = 1e-6
"""Logarithms of costs that differ by less are equal."""

_NEGLIGIBLE = 1e-12


@dataclass(frozen=True)
class Scale:
    """Converts losses (lower is better) to and from units of mean 0 and standard deviation 1.

    Good losses keep their proportions. Bad ones are compressed, because how bad they are says little about
    where the best ones are: one training that diverged must not make all others look the same.
    """

    centre: float
    spread: float
    mean: float
    deviation: float
    bend: float = BEND

    @classmethod
    def straight(cls, values: Array) -> Scale:
        """The scale for finite values (n,), at least one, of which none is compressed. If they are equal up
        to rounding, a unit is 1."""
        unit = float(values.std())
        return cls(float(values.mean()), unit if unit > NEGLIGIBLE else 1.0, 0.0, 1.0, math.inf)

    @classmethod
    def of(cls, losses: Array) -> Scale:
        """The scale for finite losses (n,), at least one. Losses that are equal up to rounding become 0."""
        size = float(np.abs(losses).max())
        if size < 1e-290:
            return cls(0.0, 1.0, 0.0, 1.0)
        scaled = losses / size
        low, middle, high = np.quantile(scaled, [0.1, 0.5, 0.9]).tolist()
        # if the bad half is far away the good half decides, otherwise the middle of all
        least = float(scaled.min())
        spreads = (
            min(0.5 * (high - low), _GOOD_SPREADS * (middle - low)),
            middle - least,
            float(np.ptp(scaled)),
        )
        # rounding is judged by the size of the good half: a loss that diverged may have any size
        rounding = _NEGLIGIBLE * max(abs(least), abs(middle))
        spread = next((each for each in spreads if each > rounding), 0.0)
        if not spread:
            return cls(float(losses[0]), size, 0.0, 1.0)
        centre, spread = middle * size, min(spread, 1.0) * size  # within the range of floats
        robust = cls(centre, spread, 0.0, 1.0).to_units(losses)
        return cls(centre, spread, float(robust.mean()), float(robust.std()) or 1.0)

    @property
    def unit(self) -> float:
        """The size of one unit among good losses."""
        return self.spread * self.deviation

    def to_units(self, losses: Array) -> Array:
        """(n,) or any other shape."""
        with np.errstate(over="ignore"):
            robust = losses / self.spread - self.centre / self.spread
        compressed = np.minimum(BEND + np.log1p(np.maximum(robust - BEND, 0.0)), LARGEST)
        return np.asarray((np.where(robust > self.bend, compressed, robust) - self.mean) / self.deviation)

    def from_units(self, units: Array) -> Array:
        """The inverse, if there is one; infinite beyond the range of floats."""
        robust = units * self.deviation + self.mean
        beyond = np.minimum(np.maximum(robust, BEND), LARGEST) - BEND
        straight = np.where(robust > self.bend, BEND + np.expm1(beyond), robust)
        with np.errstate(over="ignore"):
            return np.asarray(self.centre + self.spread * straight)
