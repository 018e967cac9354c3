"""Places of values as columns that hold numbers, for models that know of nothing else."""

import numpy as np

from tunewise.arrays import Array, Places


class Indicators:
    """Replaces columns of places by one for each of some values, 1 where a point has it and 0 elsewhere.

    points: (n, d), whose values get columns, behind those of `numbers` numbers. places: (p,), the columns
    that hold places, see `kernels.Columns`. least: a value has no column that fewer of the points have.
    """

    def __init__(self, points: Array, places: Places, least: int = 1) -> None:
        self.numbers = points.shape[1] - len(places)
        self._places = places
        self._values = [_values(points[:, place], least) for place in places]

    def of(self, points: Array) -> Array:
        """Points (m, d) with columns of numbers alone."""
        if not len(self._places):
            return points
        parts = [np.delete(points, self._places, axis=1)]
        for place, values in zip(self._places, self._values, strict=True):
            parts.append((points[:, place, None] == values).astype(np.float64))
        return np.hstack(parts)


def _values(places: Array, least: int) -> Array:
    values, counts = np.unique(places[places >= 0.0], return_counts=True)
    return np.asarray(values[counts >= least])
