"""Losses as targets of a model: scaled so that they spread over about 1."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tunewise.arrays import Array

BEND = 1.5
"""Robust units above the median beyond which the logarithm of a loss counts."""

LARGEST = 3.5
"""Robust units above the median, after that, which no loss exceeds."""

_GOOD_SPREADS = 2.0
_NEGLIGIBLE = 1e-12


@dataclass(frozen=True)
class Scale:
    """Losses, of which less is better, to and from units of mean 0 and standard deviation 1.

    Good losses keep their proportions. Bad ones are compressed, as how bad they are says little about where
    the best ones are: a training that diverged must not make all others look alike.
    """

    centre: float
    spread: float
    mean: float
    deviation: float

    @classmethod
    def of(cls, losses: Array) -> Scale:
        """For finite losses (n,), at least one. Losses that are equal up to rounding become 0."""
        size = float(np.abs(losses).max())
        if size < 1e-290:
            return cls(0.0, 1.0, 0.0, 1.0)
        low, middle, high = np.quantile(losses / size, [0.1, 0.5, 0.9]).tolist()
        # the good half decides if the bad half is far away, otherwise the middle of all
        spread = min(0.5 * (high - low), _GOOD_SPREADS * (middle - low))
        if not spread > _NEGLIGIBLE:
            spread = float(np.ptp(losses / size))
        if not spread > _NEGLIGIBLE:
            return cls(float(losses[0]), size, 0.0, 1.0)
        centre, spread = middle * size, min(spread, 1.0) * size  # which is within the range of floats
        robust = cls(centre, spread, 0.0, 1.0).to_units(losses)
        return cls(centre, spread, float(robust.mean()), float(robust.std()) or 1.0)

    @property
    def unit(self) -> float:
        """How large one unit is among good losses."""
        return self.spread * self.deviation

    def to_units(self, losses: Array) -> Array:
        """(n,) or any other shape."""
        with np.errstate(over="ignore"):
            robust = losses / self.spread - self.centre / self.spread
        drawn_in = np.minimum(BEND + np.log1p(np.maximum(robust - BEND, 0.0)), LARGEST)
        return np.asarray((np.where(robust > BEND, drawn_in, robust) - self.mean) / self.deviation)

    def from_units(self, units: Array) -> Array:
        """The inverse, if there is one; infinite beyond the range of floats."""
        robust = units * self.deviation + self.mean
        beyond = np.minimum(np.maximum(robust, BEND), LARGEST) - BEND
        straight = np.where(robust > BEND, BEND + np.expm1(beyond), robust)
        with np.errstate(over="ignore"):
            return np.asarray(self.centre + self.spread * straight)
