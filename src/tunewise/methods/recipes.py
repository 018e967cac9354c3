"""What methods have in common: how their arguments are recorded, and the types of these."""

import functools
import inspect
from collections.abc import Callable, Mapping, Sequence
from typing import ParamSpec, TypeVar

from tunewise.problem import Problem, largest_resource
from tunewise.schedulers.asha import AshaPromotion, AshaStopping
from tunewise.schedulers.base import Method, Scheduler
from tunewise.schedulers.rungs import rung_levels
from tunewise.searchers.base import Searcher
from tunewise.space import Value
from tunewise.space.values import plain

Args = ParamSpec("Args")
Kind = TypeVar("Kind")
Configs = Sequence[Mapping[str, Value]]

MIDDLE: Configs = ({},)
"""The middle of the space, where some methods begin unless points are given. Ranges are mostly drawn around
what is usual, and where costs differ a hundredfold, a random first trial can take the whole budget."""

Halving = Callable[[Problem, Searcher, int, int, int | None], Scheduler]
"""Builds a scheduler with rungs from problem, searcher, grace period, reduction factor and brackets."""

RECIPES: dict[str, Callable[..., Method]] = {}
"""All methods by name."""

ASHA: Mapping[str, Halving] = {"stopping": AshaStopping, "promotion": AshaPromotion}


class MethodError(ValueError):
    """A method or an argument that doesn't exist or has a wrong value; the message is one sentence."""


def chosen_kind(method: str, argument: str, value: str, kinds: Mapping[str, Kind]) -> Kind:
    """What the value of a method's argument stands for. Raises `MethodError` for an unknown value."""
    if value not in kinds:
        *others, last = map(repr, kinds)
        raise MethodError(f"{argument} of {method} is {value!r}: it must be {', '.join(others)} or {last}.")
    return kinds[value]


def recipe(function: Callable[Args, Scheduler], ends: bool = False) -> Callable[Args, Method]:
    """Turns a function that builds a scheduler into a method, which records the arguments it is called with.

    The function takes problem, seed, points_to_evaluate and arguments of its own. ends: as of `Method`.
    """
    signature = inspect.signature(function)

    @functools.wraps(function)
    def method(*args: Args.args, **kwargs: Args.kwargs) -> Method:
        scheduler = function(*args, **kwargs)
        bound = signature.bind(*args, **kwargs)
        bound.apply_defaults()
        arguments = bound.arguments
        problem, seed = arguments.pop("problem"), arguments.pop("seed")
        points = [  # in JSON's types
            {name: plain(value) for name, value in point.items()} for point in arguments["points_to_evaluate"]
        ]
        arguments = {**arguments, "points_to_evaluate": points}
        return Method(function.__name__, problem, scheduler, seed, arguments, ends)

    method.__annotations__ = {**function.__annotations__, "return": Method}
    vars(method)["__signature__"] = signature.replace(return_annotation="Method")
    RECIPES[function.__name__] = method
    return method


def levels_up_to_the_end(
    problem: Problem, user: str, grace_period: int, reduction_factor: int
) -> tuple[int, ...]:
    """The rungs of halving and max_resource. Raises `ProblemError`, naming the user, if that isn't known."""
    largest = largest_resource(problem, user)
    return (*rung_levels(grace_period, reduction_factor, largest), largest)
