"""The configurations of all trials as points, each encoded once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tunewise.arrays import Array
from tunewise.following import Follower

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tunewise.models.codec import Codec
    from tunewise.trial import Trial


class Encoded(Follower):
    """Rows of the encoding, which grow with the history."""

    def __init__(self, codec: Codec) -> None:
        super().__init__()
        self._codec = codec
        self._begin()

    def of(self, ids: Iterable[int]) -> Array:
        """Those of the trials with these ids: (n, dim)."""
        return self._rows[np.fromiter(ids, dtype=np.intp)]

    def _begin(self) -> None:
        self._rows = np.zeros((64, self._codec.dim))

    def _take_trial(self, trial: Trial) -> None:
        if trial.id == len(self._rows):
            self._rows = np.concatenate([self._rows, np.zeros_like(self._rows)])
        self._rows[trial.id] = self._codec.encode([trial.config])[0]
