"""Domains with finitely many values: choices, ordinals and ranges."""

from __future__ import annotations

from abc import abstractmethod
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property

from tunewise.space.domains import Domain, Float, quantile
from tunewise.space.spacing import evenly_spaced
from tunewise.space.values import SpaceError, Value, identity, number, plain, shown

LARGEST_RANGE = 100_000
"""The most values of a `FiniteRange`, all of which are kept."""


@dataclass(frozen=True, eq=False, repr=False)
class Finite(Domain):
    """One of finitely many values, each with the same probability."""

    @abstractmethod
    def members(self) -> tuple[Value, ...]:
        """The values, in order."""

    @abstractmethod
    def index(self, value: object) -> int:
        """The place of a value among the members. Raises `SpaceError` if it's none of them."""

    @property
    def cardinality(self) -> int:
        return len(self.members())

    def from_unit(self, u: float) -> Value:
        members = self.members()
        return members[min(int(quantile(u) * len(members)), len(members) - 1)]

    def to_unit(self, value: Value) -> float:
        return (self.index(value) + 0.5) / self.cardinality

    def validate(self, value: object) -> Value:
        return self.members()[self.index(value)]

    def _none_of_them(self, value: object) -> SpaceError:
        some = ", ".join(shown(member) for member in self.members()[:20])
        return SpaceError(f"{shown(value)} is none of {some}{', ...' if self.cardinality > 20 else ''}")


@dataclass(frozen=True, eq=False, repr=False)
class _Listed(Finite):
    values: tuple[Value, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "values", listed(self.values))

    def members(self) -> tuple[Value, ...]:
        return self.values

    def index(self, value: object) -> int:
        try:
            return self._places[identity(plain(value))]
        except (KeyError, SpaceError):
            raise self._none_of_them(value) from None

    @cached_property
    def _places(self) -> dict[tuple[bool, Value], int]:
        return {identity(value): place for place, value in enumerate(self.values)}


class Choice(_Listed):
    """One of several values without an order."""

    def call(self) -> str:
        return f"choice({list(self.values)!r})"


class Ordinal(_Listed):
    """One of several values in an order: neighbours in the list are alike."""

    def call(self) -> str:
        return f"ordinal({list(self.values)!r})"


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
    _numbers: tuple[float, ...] = field(init=False, repr=False, default=())  # before they are rounded
    _members: tuple[float, ...] = field(init=False, repr=False, default=())

    def __post_init__(self) -> None:
        inner = Float(self.lower, self.upper, self.log)
        object.__setattr__(self, "lower", inner.lower)
        object.__setattr__(self, "upper", inner.upper)
        size = number(self.size)
        if size is None or size != int(size) or not 2 <= size <= LARGEST_RANGE:
            raise SpaceError(
                f"A range has {shown(self.size)} values: give a whole number of at least 2 and at most "
                f"{LARGEST_RANGE}."
            )
        object.__setattr__(self, "size", int(size))
        if not isinstance(self.cast_int, bool):
            raise SpaceError(f"cast_int is {shown(self.cast_int)}: give True or False.")
        if self.cast_int and not (inner.lower.is_integer() and inner.upper.is_integer()):
            raise SpaceError(f"{self.call()} has bounds that aren't whole: give whole ones with cast_int.")
        numbers = tuple(evenly_spaced(self.lower, self.upper, self.size, self.log))
        members = tuple(round(member) for member in numbers) if self.cast_int else numbers
        if len(set(members)) < len(members):
            raise SpaceError(f"{self.call()} has the same value twice: give it fewer values.")
        object.__setattr__(self, "_numbers", numbers)
        object.__setattr__(self, "_members", members)

    def members(self) -> tuple[Value, ...]:
        return self._members

    def index(self, value: object) -> int:
        found = number(value)
        if found is None or (self.cast_int and found != int(found)):
            raise self._none_of_them(value)
        above = min(bisect_left(self._numbers, found), self.size - 1)
        place = min(max(above - 1, 0), above, key=lambda index: abs(self._numbers[index] - found))
        if abs(self._numbers[place] - found) > self._tolerance(place):
            raise self._none_of_them(value)
        return place

    def call(self) -> str:
        name = "logfinrange" if self.log else "finrange"
        cast = ", cast_int=True" if self.cast_int else ""
        return f"{name}({self.lower!r}, {self.upper!r}, {self.size}{cast})"

    def _tolerance(self, place: int) -> float:
        """How far from a number a value is still taken for its member: 0.30000000000000004 for 0.3, which an
        earlier version or arithmetic of one's own has made of it, and 3 as well as 2 for 2.5 if cast_int."""
        if self.cast_int:
            return 0.5 + 1e-12 * abs(self._numbers[place])
        step = 0.0 if self.log else (self.upper - self.lower) / (self.size - 1)
        return 1e-9 * max(abs(self._numbers[place]), step)


def listed(values: object) -> tuple[Value, ...]:
    """The values, each in Python's own type. Raises `SpaceError` if there is none, or one twice."""
    # the order of a set differs from one run to the next
    if not isinstance(values, Iterable) or isinstance(values, (Set, Mapping)):
        raise SpaceError(f"{shown(values)} is no list of values: give one such as [16, 32, 64].")
    listed = tuple(plain(value) for value in values)
    if not listed:
        raise SpaceError("There is no value to choose from: list at least one.")
    seen = set()
    for value in listed:
        if identity(value) in seen:
            raise SpaceError(f"{shown(value)} is listed twice: list each value once.")
        seen.add(identity(value))
    return listed
