"""What recipes have in common: the types of their arguments, and how these are read."""

import functools
import inspect
from collections.abc import Callable, Mapping, Sequence
from typing import ParamSpec, TypeVar

from tunewise.problem import Problem
from tunewise.schedulers.asha import AshaPromotion, AshaStopping
from tunewise.schedulers.base import Method, Scheduler
from tunewise.searchers.base import Searcher
from tunewise.space import Value
from tunewise.space.values import plain

Given = ParamSpec("Given")
Kind = TypeVar("Kind")
Points = Sequence[Mapping[str, Value]]

Halving = Callable[[Problem, Searcher, int, int, int | None], Scheduler]
"""What builds a scheduler with rungs: from problem, searcher, grace period, reduction factor and brackets."""

ASHA: Mapping[str, Halving] = {"stopping": AshaStopping, "promotion": AshaPromotion}


class MethodError(ValueError):
    """A method, or an argument of one, that there isn't; the message is one sentence."""


def chosen_kind(method: str, argument: str, given: str, kinds: Mapping[str, Kind]) -> Kind:
    """What a method's argument stands for. Raises `MethodError` for none of the kinds."""
    if given not in kinds:
        *others, last = map(repr, kinds)
        raise MethodError(f"{argument} of {method} is {given!r}: it must be {', '.join(others)} or {last}.")
    return kinds[given]


def recipe(ends: bool = False) -> Callable[[Callable[Given, Scheduler]], Callable[Given, Method]]:
    """Makes a method of a function of a problem, a seed and other arguments that returns the scheduler: it is
    called like the function, and knows what that was called with. ends: as of `Method`."""

    def decorated(function: Callable[Given, Scheduler]) -> Callable[Given, Method]:
        signature = inspect.signature(function)

        @functools.wraps(function)
        def method(*args: Given.args, **kwargs: Given.kwargs) -> Method:
            scheduler = function(*args, **kwargs)
            bound = signature.bind(*args, **kwargs)
            bound.apply_defaults()
            given = bound.arguments
            problem, seed = given.pop("problem"), given.pop("seed")
            # in JSON's types
            points = [
                {name: plain(value) for name, value in point.items()} for point in given["points_to_evaluate"]
            ]
            arguments = {**given, "points_to_evaluate": points}
            return Method(function.__name__, problem, scheduler, seed, arguments, ends)

        method.__annotations__ = {**function.__annotations__, "return": Method}
        vars(method)["__signature__"] = signature.replace(return_annotation="Method")
        return method

    return decorated
