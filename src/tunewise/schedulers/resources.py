"""What methods that compare trials at levels must know of the problem."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tunewise.problem import ProblemError

if TYPE_CHECKING:
    from tunewise.problem import Problem


def largest_resource(problem: Problem, name: str) -> int:
    """The problem's max_resource. Raises `ProblemError` if it has none, in the name of a method."""
    if problem.max_resource is None:
        raise ProblemError(
            f"{name} must know at which level a trial is fully trained: give max_resource, such as the "
            "number of epochs."
        )
    return problem.max_resource
