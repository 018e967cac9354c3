"""The learning-curve model at one level, as the acquisition functions want it."""

from __future__ import annotations

from tunewise.arrays import Array
from tunewise.surrogates.curve_gp import CurvePosterior


class CurvePredictor:
    """Predicts direction @ weights at points (m, d), without what belongs to one curve alone.

    posterior: of the curves. direction: (WEIGHTS,), such as a row of the basis' design. A `Predictor` with
    one fantasy.
    """

    def __init__(self, posterior: CurvePosterior, direction: Array) -> None:
        self._posterior = posterior
        self._direction = direction

    def predict(self, x: Array) -> tuple[Array, Array]:
        found = self._posterior.functionals(x, self._direction)
        return found.mean[:, None], found.variance

    def predict_with_gradient(self, x: Array) -> tuple[Array, Array, Array, Array]:
        found, mean_slope, variance_slope = self._posterior.slopes(x, self._direction)
        return found.mean[:, None], found.variance, mean_slope[:, None, :], variance_slope
