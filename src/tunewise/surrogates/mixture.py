"""A weighted sum of models, taken for independent of each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tunewise.arrays import Array

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tunewise.surrogates.acquisition import Predictor


class Mixture:
    """Means are the weighted sum of the models' means, variances that of their variances by squared weights.

    models: with the same number s of fantasies, at least one. weights: one for each, above 0, that sum up
    to 1.
    """

    def __init__(self, models: Sequence[Predictor], weights: Sequence[float]) -> None:
        self._parts = list(zip(models, weights, strict=True))

    def predict(self, x: Array) -> tuple[Array, Array]:
        """Means (m, s) and variances (m,) at points (m, d)."""
        means, variances = zip(*[model.predict(x) for model, _ in self._parts], strict=True)
        return self._sum(means, 1), self._sum(variances, 2)

    def predict_with_gradient(self, x: Array) -> tuple[Array, Array, Array, Array]:
        """The same, and their derivatives by the columns of the points, (m, s, d) and (m, d)."""
        found = [model.predict_with_gradient(x) for model, _ in self._parts]
        means, variances, mean_slopes, variance_slopes = zip(*found, strict=True)
        return (
            self._sum(means, 1),
            self._sum(variances, 2),
            self._sum(mean_slopes, 1),
            self._sum(variance_slopes, 2),
        )

    def _sum(self, arrays: Sequence[Array], power: int) -> Array:
        weights = [weight**power for _, weight in self._parts]
        return np.asarray(sum(weight * array for weight, array in zip(weights, arrays, strict=True)))
