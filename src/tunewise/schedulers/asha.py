"""What both kinds of ASHA have in common: brackets of rungs, and who was recorded at which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tunewise.problem import Problem, largest_resource
from tunewise.schedulers.base import Scheduler
from tunewise.schedulers.rung_table import RungTable
from tunewise.schedulers.rungs import bracket_levels, bracket_probabilities, draw_bracket, rung_levels
from tunewise.searchers.base import Searcher
from tunewise.trial import Trials

if TYPE_CHECKING:
    import numpy as np


class Asha(Scheduler):
    """Rungs in brackets, of which each new trial draws one.

    grace_period: the lowest rung, in levels of the resource. reduction_factor: at least 2. brackets: how
    many there are, None for all; bracket s leaves out the s lowest rungs. Raises `ProblemError` if the
    problem has no max_resource, `ValueError` if an argument is out of range.
    """

    def __init__(
        self,
        problem: Problem,
        searcher: Searcher,
        grace_period: int = 1,
        reduction_factor: int = 3,
        brackets: int | None = 1,
    ) -> None:
        super().__init__(problem, searcher)
        self._max_resource = largest_resource(problem, "ASHA")
        levels = rung_levels(grace_period, reduction_factor, self._max_resource)
        wanted = len(levels) + 1 if brackets is None else brackets
        self._reduction_factor = reduction_factor
        self._brackets = bracket_levels(levels, wanted)
        self._probabilities = bracket_probabilities(len(levels), wanted, reduction_factor)
        self._table = RungTable(problem, self._brackets, self._max_resource)

    def _draw_bracket(self, trials: Trials, rng: np.random.Generator) -> int:
        """The bracket of the next trial."""
        return draw_bracket(self._probabilities, rng)
