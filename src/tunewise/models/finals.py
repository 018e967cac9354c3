"""Final losses of the trials that were trained long enough to tell: what full trainings alone would teach."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tunewise.arrays import Array
from tunewise.models.beliefs import LossModel
from tunewise.models.observations import Observations

if TYPE_CHECKING:
    from tunewise.models.beliefs import Belief
    from tunewise.models.codec import Codec
    from tunewise.models.curve_view import CurveView

LONG = 0.3
"""A trial counts from this share of the largest resource on; if it isn't at the end, with its forecast."""

LEAST = 3
"""Trials that count, without which there is no model."""


class FinalModel:
    """A model of final losses that knows nothing of short trainings, and so isn't led astray by them."""

    def __init__(self, codec: Codec) -> None:
        self._losses = LossModel(codec)

    def given(
        self,
        view: CurveView,
        points: Array,
        pending: list[int],
        failed: list[int],
        rng: np.random.Generator,
    ) -> Belief | None:
        """The belief given the long trials of a view; None if there are too few of them.

        points: (n, dim), of all trials. pending, failed: ids of trials that will be long, and of those that
        have failed. Raises `LinAlgError` if nothing can be fitted.
        """
        fit = view.fit
        rows = np.flatnonzero(fit.reached >= LONG * view.largest)
        if len(rows) < LEAST:
            return None
        ended = fit.reached[rows] >= view.largest
        # those that have ended first, as they stay what they are and fits to them can be used again
        rows = rows[np.lexsort((fit.place[rows], ~ended))]
        at_end = fit.units[rows, -1]
        losses = fit.scale.from_units(np.where(np.isfinite(at_end), at_end, view.final_mean[rows]))
        waiting = sorted(set(pending) - set(fit.trials[rows].tolist()))
        observations = Observations(
            fit.points[rows], losses, fit.trials[rows], points[failed], points[waiting]
        )
        return self._losses.given(observations, rng)
