"""Final losses of the trials that were trained long enough to tell: what full trainings alone would teach."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tunewise.models.beliefs import LossModel
from tunewise.models.observations import Observations

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tunewise.models.beliefs import Belief
    from tunewise.models.codec import Codec
    from tunewise.models.curve_view import CurveView

    Array = NDArray[np.float64]
    Places = NDArray[np.intp]

LONG = 0.3
"""A trial counts from this share of the largest resource on; if it isn't at the end, with its forecast."""

LEAST = 3
"""Trials that count, without which there is no model."""


class FinalModel:
    """A model of final losses that knows nothing of short trainings, and so isn't led astray by them."""

    def __init__(self, codec: Codec) -> None:
        self._losses = LossModel(codec)

    def given(
        self, view: CurveView, points: Array, pending: list[int], rng: np.random.Generator
    ) -> Belief | None:
        """The belief given the long trials of a view; None if there are too few of them.

        points: (n, dim), of all trials. pending: ids of trials that will be long. Raises `LinAlgError` if
        nothing can be fitted.
        """
        rows = np.flatnonzero(view.reached >= LONG * view.grid[-1])
        if len(rows) < LEAST:
            return None
        ids = view.fit.trials[rows]
        at_end = view.fit.units[rows, -1]
        units = np.where(np.isfinite(at_end), at_end, view.final_mean[rows])
        waiting = np.array(sorted(set(pending) - set(ids.tolist())), dtype=np.intp)
        nothing = np.zeros((0, points.shape[1]))
        losses = view.fit.scale.from_units(units)
        return self._losses.given(Observations(points[ids], losses, ids, nothing, points[waiting]), rng)
