"""A model whose last column is held where one asks about the others."""

from __future__ import annotations

import numpy as np

from tunewise.arrays import Array
from tunewise.surrogates.acquisition import Predictor


class Held:
    """A predictor over d columns from one over d + 1, of which the last always has the same value."""

    def __init__(self, predictor: Predictor, value: float) -> None:
        self._predictor = predictor
        self._value = value

    def predict(self, x: Array) -> tuple[Array, Array]:
        """Means (m, s) and variances (m,) at points (m, d)."""
        return self._predictor.predict(self._extended(x))

    def predict_with_gradient(self, x: Array) -> tuple[Array, Array, Array, Array]:
        """The same, and their derivatives by the d columns, (m, s, d) and (m, d)."""
        mean, variance, mean_slope, variance_slope = self._predictor.predict_with_gradient(self._extended(x))
        return mean, variance, mean_slope[:, :, :-1], variance_slope[:, :-1]

    def _extended(self, x: Array) -> Array:
        return np.column_stack([x, np.full(len(x), self._value)])
