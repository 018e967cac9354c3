"""What both kinds of ASHA are set up with."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tunewise.problem import ProblemError
from tunewise.schedulers.rungs import bracket_levels, bracket_probabilities, rung_levels

if TYPE_CHECKING:
    from tunewise.problem import Problem
    from tunewise.schedulers.rungs import Levels


class AshaSetting(NamedTuple):
    """A problem's brackets of rungs, and the probability with which a new trial goes into each."""

    max_resource: int
    reduction_factor: int
    brackets: tuple[Levels, ...]
    probabilities: tuple[float, ...]

    @classmethod
    def of(cls, problem: Problem, grace_period: int, reduction_factor: int, brackets: int) -> AshaSetting:
        """Raises `ProblemError` if the problem has no max_resource, and `ValueError` as the functions of
        `tunewise.schedulers.rungs` do."""
        if problem.max_resource is None:
            raise ProblemError(
                "ASHA must know at which level a trial is fully trained: give max_resource, such as the "
                "number of epochs."
            )
        levels = rung_levels(grace_period, reduction_factor, problem.max_resource)
        return cls(
            problem.max_resource,
            reduction_factor,
            bracket_levels(levels, brackets),
            bracket_probabilities(len(levels), brackets, reduction_factor),
        )
