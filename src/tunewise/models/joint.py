"""A Gaussian process over configuration and resource, of what trials reported on their way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tunewise.arrays import Array
from tunewise.models.beliefs import with_fantasies
from tunewise.models.growing import GrowingProcess
from tunewise.models.joint_table import JointTable
from tunewise.surrogates.held import Held

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tunewise.models.codec import Codec
    from tunewise.problem import Problem
    from tunewise.surrogates.targets import Scale
    from tunewise.trial import Trials

LOOKED_AT = 20
"""Of each level so many trials are considered for the incumbent."""


@dataclass(frozen=True, eq=False)
class Outlook:
    """What is expected of configurations at the largest resource.

    predictor: in the units of `scale`, with s fantasies. incumbents: (s,), the least loss expected of a
    configuration that was tried. best: (b, dim), some of those of which least is expected, the best first.
    """

    predictor: Held
    scale: Scale
    incumbents: Array
    best: Array


class JointModel:
    """Fits the process to histories; a cache, as a fresh one would compute the same.

    levels: see `JointTable`.
    """

    def __init__(self, problem: Problem, codec: Codec, levels: Sequence[int]) -> None:
        self._codec = codec
        self._table = JointTable(problem.sign, codec, levels)
        self._process = GrowingProcess(codec.columns.with_number())

    def given(self, trials: Trials, rng: np.random.Generator, least: int) -> Outlook | None:
        """The model given all reports so far; None if there are fewer than `least`, at least 1, at the
        levels. Raises `numpy.linalg.LinAlgError` if there is nothing to be had."""
        self._table.follow(trials)
        points, losses = self._table.recorded()
        if len(losses) < least:
            return None
        posterior, scale = self._process.given(points, losses)
        more_points, more_losses = self._table.between(trials)
        failed = self._table.failed(trials)
        units = scale.to_units(np.concatenate([more_losses, np.full(len(failed), losses.max())]))
        if len(units):
            posterior = posterior.append(np.concatenate([more_points, failed]), units[:, None])
        posterior = with_fantasies(posterior, self._table.pending(trials), rng)
        tried = self._table.at_the_end(self._table.promising(LOOKED_AT))
        expected, _ = posterior.predict(tried)
        order = np.argsort(expected.mean(axis=1), kind="stable")[:5]
        return Outlook(Held(posterior, 1.0), scale, expected.min(axis=0), tried[order, :-1])
