"""What both kinds of ASHA have in common: brackets of rungs, and who was recorded at which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tunewise.problem import ProblemError
from tunewise.schedulers.base import Scheduler
from tunewise.schedulers.rung_table import RungTable
from tunewise.schedulers.rungs import bracket_levels, bracket_probabilities, draw_bracket, rung_levels

if TYPE_CHECKING:
    import numpy as np

    from tunewise.problem import Problem
    from tunewise.searchers.base import Searcher


class Asha(Scheduler):
    """Rungs in brackets, of which each new trial draws one.

    grace_period: the lowest rung, in levels of the resource. reduction_factor: at least 2. brackets: how
    many there are; bracket s leaves out the s lowest rungs. Raises `ProblemError` if the problem has no
    max_resource, `ValueError` if an argument is out of range.
    """

    def __init__(
        self,
        problem: Problem,
        searcher: Searcher,
        grace_period: int = 1,
        reduction_factor: int = 3,
        brackets: int = 1,
    ) -> None:
        super().__init__(problem, searcher)
        if problem.max_resource is None:
            raise ProblemError(
                "ASHA must know at which level a trial is fully trained: give max_resource, such as the "
                "number of epochs."
            )
        levels = rung_levels(grace_period, reduction_factor, problem.max_resource)
        self._reduction_factor = reduction_factor
        self._max_resource = problem.max_resource
        self._brackets = bracket_levels(levels, brackets)
        self._probabilities = bracket_probabilities(len(levels), brackets, reduction_factor)
        self._table = RungTable(problem, self._brackets, problem.max_resource)

    def _draw_bracket(self, rng: np.random.Generator) -> int:
        return draw_bracket(self._probabilities, rng)
