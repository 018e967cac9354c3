"""What recipes have in common: the types of their arguments, and how these are read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from tunewise.problem import Problem
from tunewise.schedulers.asha_promotion import AshaPromotion
from tunewise.schedulers.asha_stopping import AshaStopping
from tunewise.schedulers.base import Scheduler
from tunewise.searchers.base import Searcher
from tunewise.space import Value
from tunewise.space.values import plain

Kind = TypeVar("Kind")
Points = Sequence[Mapping[str, Value]]
Arguments = dict[str, Value | list[dict[str, Value]]]

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


def plain_points(points: Points) -> list[dict[str, Value]]:
    """The points in JSON's types."""
    return [{name: plain(value) for name, value in point.items()} for point in points]
