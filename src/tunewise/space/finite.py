"""Domains with finitely many values: choices, ordinals and ranges."""

import math
from abc import abstractmethod
from bisect import bisect, bisect_left
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from decimal import Context, Decimal
from fractions import Fraction
from functools import cached_property
from itertools import pairwise

from tunewise.space.domains import Domain, Float, quantile
from tunewise.space.values import SpaceError, Value, brief, element, identity, number

LARGEST_RANGE = 100_000
"""The most values of a `FiniteRange`, which keeps them all."""

_CONTEXT, _FEWER = Context(prec=60), Context(prec=50)
"""A product of 100,000 factors is still right to more than 50 digits."""


@dataclass(frozen=True, eq=False, repr=False)
class Finite(Domain):
    """One of finitely many values, each with the same probability unless a subclass says otherwise."""

    @abstractmethod
    def members(self) -> tuple[Value, ...]:
        """The values, in order."""

    @abstractmethod
    def index(self, value: object) -> int:
        """The position of a value among the members. Raises `SpaceError` if it isn't one."""

    @property
    def cardinality(self) -> int:
        return len(self.members())

    def cell(self, value: Value) -> tuple[float, float]:
        index = self.index(value)
        return index / self.cardinality, (index + 1) / self.cardinality

    def from_unit(self, u: float) -> Value:
        members = self.members()
        return members[min(int(quantile(u) * len(members)), len(members) - 1)]

    def to_unit(self, value: Value) -> float:
        return (self.index(value) + 0.5) / self.cardinality

    def validate(self, value: object) -> Value:
        return self.members()[self.index(value)]

    def _not_a_member(self, value: object) -> SpaceError:
        some = ", ".join(brief(member) for member in self.members()[:20])
        return SpaceError(f"{brief(value)} isn't one of {some}{', ...' if self.cardinality > 20 else ''}")


@dataclass(frozen=True, eq=False, repr=False)
class _Listed(Finite):
    values: tuple[Value, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "values", listed(self.values))

    def members(self) -> tuple[Value, ...]:
        return self.values

    def index(self, value: object) -> int:
        try:
            return self._places[identity(element(value))]
        except (KeyError, SpaceError):
            raise self._not_a_member(value) from None

    @cached_property
    def _places(self) -> dict[tuple[bool, Value], int]:
        return {identity(value): place for place, value in enumerate(self.values)}


class Choice(_Listed):
    """One of several values without an order."""

    def call(self) -> str:
        return f"choice({list(self.values)!r})"


KINDS = ("equal", "nn", "nn-log")
"""The ways to space an `Ordinal`."""


@dataclass(frozen=True, eq=False, repr=False)
class Ordinal(_Listed):
    """One of several values in an order: neighbours in the list are alike.

    kind: "equal" gives each the same probability. "nn" and "nn-log" are for numbers that increase: one is
        drawn from an interval, or its logarithm is, and the nearest of the values counts. The interval
        extends beyond the first and the last value by half of the mean distance of neighbours.
    quantiles, edges: the positions of the values in that interval, and the borders between them, from 0 to 1;
        empty for the kind "equal".
    """

    kind: str = "equal"
    quantiles: tuple[float, ...] = field(init=False, repr=False, default=())
    edges: tuple[float, ...] = field(init=False, repr=False, default=())

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.kind not in KINDS:
            raise SpaceError(f"The kind of an ordinal can't be {brief(self.kind)}: use {', '.join(KINDS)}.")
        if self.kind == "equal":
            return
        quantiles = _spaced(self.values, self.kind)
        edges = (0.0, *((low + high) / 2.0 for low, high in pairwise(quantiles)), 1.0)
        if not all(low < mid < high for mid, (low, high) in zip(quantiles, pairwise(edges), strict=True)):
            raise SpaceError(
                f"{brief(list(self.values))} has numbers that are too close together on its scale: use the "
                "kind equal."
            )
        object.__setattr__(self, "quantiles", quantiles)
        object.__setattr__(self, "edges", edges)

    def cell(self, value: Value) -> tuple[float, float]:
        if not self.edges:
            return super().cell(value)
        index = self.index(value)
        return self.edges[index], self.edges[index + 1]

    def from_unit(self, u: float) -> Value:
        if not self.edges:
            return super().from_unit(u)
        return self.values[bisect(self.edges, quantile(u), 1, len(self.values)) - 1]

    def to_unit(self, value: Value) -> float:
        return self.quantiles[self.index(value)] if self.edges else super().to_unit(value)

    def call(self) -> str:
        kind = f", {self.kind!r}" if self.edges else ""
        return f"ordinal({list(self.values)!r}{kind})"


def _spaced(values: Sequence[Value], kind: str) -> tuple[float, ...]:
    """The quantiles of values in the interval that the kind draws from."""
    numbers = [converted for converted in map(number, values) if converted is not None]
    log = kind == "nn-log"
    if len(numbers) < len(values) or any(low >= high for low, high in pairwise(numbers)):
        raise SpaceError(
            f"{brief(list(values))} aren't increasing numbers, as the kind {kind} needs: sort them, or use "
            "the kind equal."
        )
    if log and numbers[0] <= 0:
        raise SpaceError(f"{brief(numbers[0])} has no logarithm: for the kind nn-log, all must be above 0.")
    halves = [
        (math.log(value) if log else float(value)) / 2.0 for value in numbers
    ]  # so that no width overflows
    width, steps = halves[-1] - halves[0], len(halves) - 1
    return tuple(
        ((half - halves[0]) / width * steps + 0.5) / (steps + 1) if width else 0.5 for half in halves
    )


@dataclass(frozen=True, eq=False, repr=False)
class FiniteRange(Finite):
    """`size` numbers from lower to upper, evenly spaced, or evenly in the logarithm; whole if cast_int.

    size: from 2 to `LARGEST_RANGE`.
    """

    lower: float
    upper: float
    size: int
    log: bool = False
    cast_int: bool = False
    _numbers: tuple[float, ...] = field(init=False, repr=False, default=())  # before rounding
    _members: tuple[float, ...] = field(init=False, repr=False, default=())

    def __post_init__(self) -> None:
        inner = Float(self.lower, self.upper, self.log)
        object.__setattr__(self, "lower", inner.lower)
        object.__setattr__(self, "upper", inner.upper)
        size = number(self.size)
        if size is None or size != int(size) or not 2 <= size <= LARGEST_RANGE:
            raise SpaceError(
                f"A range has {brief(self.size)} values: give a whole number of at least 2 and at most "
                f"{LARGEST_RANGE}."
            )
        object.__setattr__(self, "size", int(size))
        if not isinstance(self.cast_int, bool):
            raise SpaceError(f"cast_int is {brief(self.cast_int)}: give True or False.")
        if self.cast_int and not (inner.lower.is_integer() and inner.upper.is_integer()):
            raise SpaceError(f"{self.call()} has bounds that aren't whole: give whole ones with cast_int.")
        numbers = tuple(evenly_spaced(self.lower, self.upper, self.size, self.log))
        members = tuple(round(member) for member in numbers) if self.cast_int else numbers
        if len(set(members)) < len(members):
            raise SpaceError(f"{self.call()} has the same value twice: use fewer values.")
        object.__setattr__(self, "_numbers", numbers)
        object.__setattr__(self, "_members", members)

    def members(self) -> tuple[Value, ...]:
        return self._members

    def index(self, value: object) -> int:
        converted = number(value)
        if converted is None or (self.cast_int and converted != int(converted)):
            raise self._not_a_member(value)
        above = min(bisect_left(self._numbers, converted), self.size - 1)
        place = min(max(above - 1, 0), above, key=lambda index: abs(self._numbers[index] - converted))
        if abs(self._numbers[place] - converted) > self._tolerance(place):
            raise self._not_a_member(value)
        return place

    def call(self) -> str:
        name = "logfinrange" if self.log else "finrange"
        cast = ", cast_int=True" if self.cast_int else ""
        return f"{name}({self.lower!r}, {self.upper!r}, {self.size}{cast})"

    def _tolerance(self, place: int) -> float:
        """How far from a number a value may be to count as its member: 0.30000000000000004 counts as 0.3, as
        earlier versions or a user's arithmetic produce it, and both 2 and 3 count as 2.5 if cast_int."""
        if self.cast_int:
            return 0.5 + 1e-12 * abs(self._numbers[place])
        step = 0.0 if self.log else (self.upper - self.lower) / (self.size - 1)
        return 1e-9 * max(abs(self._numbers[place]), step)


def listed(values: object) -> tuple[Value, ...]:
    """The values, each in Python's own type. Raises `SpaceError` if there is none, or one twice."""
    # the order of a set differs from one run to the next
    if not isinstance(values, Iterable) or isinstance(values, (Set, Mapping)):
        raise SpaceError(f"{brief(values)} isn't a list of values: give one such as [16, 32, 64].")
    listed = tuple(element(value) for value in values)
    if not listed:
        raise SpaceError("There is no value to choose from: list at least one.")
    seen = set()
    for value in listed:
        if identity(value) in seen:
            raise SpaceError(f"{brief(value)} is listed twice: list each value once.")
        seen.add(identity(value))
    return listed


def evenly_spaced(lower: float, upper: float, size: int, log: bool) -> list[float]:
    """`size` numbers, at least 2, from lower to upper, both included; evenly in the logarithm if `log`.

    Bounds are taken as the decimal numbers that they are written as, and each number is the float nearest to
    the exact one. So the third of 11 from 0 to 1 is 0.2 and the fourth 0.3, and powers of ten are exact,
    which steps of floats would miss by a rounding error.
    """
    return _in_logarithm(lower, upper, size) if log else _in_steps(lower, upper, size)


def _in_steps(lower: float, upper: float, size: int) -> list[float]:
    low, high = Fraction(repr(lower)), Fraction(repr(upper))
    whole = low.denominator * high.denominator
    begin, end = int(low * whole), int(high * whole)
    steps = size - 1
    # integers, as Python rounds their quotient correctly
    return [(begin * (steps - place) + end * place) / (whole * steps) for place in range(size)]


def _in_logarithm(lower: float, upper: float, size: int) -> list[float]:
    low, high = Decimal(repr(lower)), Decimal(repr(upper))
    ratio = _CONTEXT.power(_CONTEXT.divide(high, low), _CONTEXT.divide(Decimal(1), Decimal(size - 1)))
    numbers, current = [], low
    for _ in range(size - 1):
        # a few digits fewer than were computed, as 7e22 lies in the middle between two floats
        numbers.append(float(_FEWER.plus(current)))
        current = _CONTEXT.multiply(current, ratio)
    return [*numbers, upper]
