"""Domains: the values that a hyperparameter can take, and their map from and to the unit interval."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from tunewise.space.conditions import Condition, Value, same

_Domain = TypeVar("_Domain", bound="Domain")


class SpaceError(ValueError):
    """A space, or a value in it, that can't be; the message says what to change."""


@dataclass(frozen=True)
class Domain(ABC):
    """The values that a hyperparameter can take.

    conditions: all must hold for the hyperparameter to matter; where they don't, a configuration lacks it.
    """

    conditions: tuple[Condition, ...] = field(default=(), kw_only=True)

    @property
    @abstractmethod
    def cardinality(self) -> int | None:
        """How many values there are; None if they can't be counted."""

    @abstractmethod
    def from_unit(self, u: float) -> Value:
        """The value at quantile `u` in [0, 1]: uniform `u` gives the domain's own distribution."""

    @abstractmethod
    def to_unit(self, value: Value) -> float:
        """A quantile of `value`, in [0, 1], which `from_unit` maps back to it."""

    @abstractmethod
    def validate(self, value: object) -> Value:
        """The value in Python's own type. Raises `SpaceError` if the domain doesn't hold it."""

    @abstractmethod
    def call(self) -> str:
        """The domain without its conditions, as text."""

    def text(self) -> str:
        """Text from which `parse_domain` makes an equal domain."""
        if not self.conditions:
            return self.call()
        return f"{self.call()} if " + " and ".join(condition.text() for condition in self.conditions)

    def when(self: _Domain, parent: str, *values: Value) -> _Domain:
        """The same domain for a hyperparameter that matters only if `parent` has one of these values.

        Called again, it adds a further condition.
        """
        if not values:
            raise SpaceError(f"when({parent!r}) names no value: say for which values of {parent} it matters.")
        condition = (
            Condition(parent, "==", values[0]) if len(values) == 1 else Condition(parent, "in", values)
        )
        return replace(self, conditions=(*self.conditions, condition))


# ---- numbers ---------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Float(Domain):
    """Real numbers from lower to upper, both included; uniform, or uniform in the logarithm."""

    lower: float
    upper: float
    log: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "lower", _finite(self.lower))
        object.__setattr__(self, "upper", _finite(self.upper))
        _check_bounds(self.lower, self.upper, self.log)

    @property
    def cardinality(self) -> None:
        return None

    def from_unit(self, u: float) -> float:
        value = _between(_scaled(self.lower, self.log), _scaled(self.upper, self.log), u)
        return min(max(math.exp(value) if self.log else value, self.lower), self.upper)

    def to_unit(self, value: Value) -> float:
        lower, upper = _scaled(self.lower, self.log), _scaled(self.upper, self.log)
        return _fraction(lower, upper, _scaled(self.validate(value), self.log))

    def validate(self, value: object) -> float:
        number = _number(value)
        if number is None or not self.lower <= number <= self.upper:
            raise SpaceError(f"{value!r} is no number from {self.lower!r} to {self.upper!r}")
        return float(number)

    def call(self) -> str:
        return f"{'loguniform' if self.log else 'uniform'}({self.lower!r}, {self.upper!r})"


@dataclass(frozen=True)
class Integer(Domain):
    """Whole numbers from lower to upper, both included; each alike, or like its share of the logarithm."""

    lower: int
    upper: int
    log: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "lower", _whole(self.lower))
        object.__setattr__(self, "upper", _whole(self.upper))
        _check_bounds(self.lower, self.upper, self.log)

    @property
    def cardinality(self) -> int:
        return self.upper - self.lower + 1

    def from_unit(self, u: float) -> int:
        if self.log:
            lower, upper = self._log_bounds()
            number = round(math.exp(_between(lower, upper, u)))
        else:
            number = self.lower + int(u * self.cardinality)
        return min(max(number, self.lower), self.upper)

    def to_unit(self, value: Value) -> float:
        number = self.validate(value)
        if self.log:
            lower, upper = self._log_bounds()
            return _fraction(lower, upper, math.log(number))
        return (number - self.lower + 0.5) / self.cardinality

    def validate(self, value: object) -> int:
        number = _number(value)
        if number is None or number != int(number) or not self.lower <= number <= self.upper:
            raise SpaceError(f"{value!r} is no whole number from {self.lower} to {self.upper}")
        return int(number)

    def call(self) -> str:
        return f"{'lograndint' if self.log else 'randint'}({self.lower}, {self.upper})"

    def _log_bounds(self) -> tuple[float, float]:
        """Half a number beyond the bounds, so that these get as much room as the others."""
        return math.log(self.lower - 0.5), math.log(self.upper + 0.5)


# ---- lists of values -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Finite(Domain):
    """One of finitely many values, each with the same probability."""

    @abstractmethod
    def members(self) -> tuple[Value, ...]:
        """The values, in order."""

    @property
    def cardinality(self) -> int:
        return len(self.members())

    def from_unit(self, u: float) -> Value:
        members = self.members()
        return members[min(max(int(u * len(members)), 0), len(members) - 1)]

    def to_unit(self, value: Value) -> float:
        members = self.members()
        return (self.index(value) + 0.5) / len(members)

    def index(self, value: object) -> int:
        """The place of a value among the members. Raises `SpaceError` if it's none of them."""
        plain = _plain(value)
        for index, member in enumerate(self.members()):
            if same(member, plain):
                return index
        raise SpaceError(f"{value!r} is none of {', '.join(map(repr, self.members()))}")

    def validate(self, value: object) -> Value:
        return self.members()[self.index(value)]


@dataclass(frozen=True)
class _Listed(Finite):
    values: tuple[Value, ...]

    def __post_init__(self) -> None:
        values = tuple(_plain(value) for value in self.values)
        if not values:
            raise SpaceError("There is no value to choose from: list at least one.")
        for index, value in enumerate(values):
            if any(same(value, other) for other in values[:index]):
                raise SpaceError(f"{value!r} is listed twice: list each value once.")
        object.__setattr__(self, "values", values)

    def members(self) -> tuple[Value, ...]:
        return self.values


class Choice(_Listed):
    """One of several values without an order."""

    def call(self) -> str:
        return f"choice({list(self.values)!r})"


class Ordinal(_Listed):
    """One of several values in an order: neighbours in the list are alike."""

    def call(self) -> str:
        return f"ordinal({list(self.values)!r})"


@dataclass(frozen=True)
class FiniteRange(Finite):
    """`size` numbers from lower to upper, evenly spaced, or evenly in the logarithm; whole if cast_int."""

    lower: float
    upper: float
    size: int
    log: bool = False
    cast_int: bool = False
    _members: tuple[Value, ...] = field(init=False, repr=False, compare=False, default=())

    def __post_init__(self) -> None:
        object.__setattr__(self, "lower", _finite(self.lower))
        object.__setattr__(self, "upper", _finite(self.upper))
        _check_bounds(self.lower, self.upper, self.log)
        if isinstance(self.size, bool) or not isinstance(self.size, int) or self.size < 2:
            raise SpaceError(f"A range has {self.size!r} values: give a whole number of at least 2.")
        inner = Float(self.lower, self.upper, self.log)
        numbers = [inner.from_unit(index / (self.size - 1)) for index in range(self.size)]
        members = tuple(round(number) for number in numbers) if self.cast_int else tuple(numbers)
        if len(set(members)) < len(members):
            raise SpaceError(f"{self.call()} has the same value twice: give it fewer values.")
        object.__setattr__(self, "_members", members)

    def members(self) -> tuple[Value, ...]:
        return self._members

    def index(self, value: object) -> int:
        number = _number(value)
        if number is not None:
            for index, member in enumerate(self._members):
                # the text of a number may have lost its last digits on the way
                if isinstance(member, (int, float)) and math.isclose(
                    number, member, rel_tol=1e-9, abs_tol=1e-12
                ):
                    return index
        raise SpaceError(f"{value!r} is none of {', '.join(map(repr, self._members))}")

    def call(self) -> str:
        name = "logfinrange" if self.log else "finrange"
        cast = ", cast_int=True" if self.cast_int else ""
        return f"{name}({self.lower!r}, {self.upper!r}, {self.size}{cast})"


# ---- as users write them ---------------------------------------------------------------------------------


def uniform(lower: float, upper: float) -> Float:
    """Real numbers from lower to upper."""
    return Float(lower, upper)


def loguniform(lower: float, upper: float) -> Float:
    """Real numbers from lower > 0 to upper, uniform in the logarithm."""
    return Float(lower, upper, log=True)


def randint(lower: int, upper: int) -> Integer:
    """Whole numbers from lower to upper, both included."""
    return Integer(lower, upper)


def lograndint(lower: int, upper: int) -> Integer:
    """Whole numbers from lower > 0 to upper, both included, uniform in the logarithm."""
    return Integer(lower, upper, log=True)


def choice(values: Sequence[Value]) -> Choice:
    """One of several values without an order."""
    return Choice(tuple(values))


def ordinal(values: Sequence[Value]) -> Ordinal:
    """One of several values in an order, such as [16, 32, 64]."""
    return Ordinal(tuple(values))


def finrange(lower: float, upper: float, size: int, cast_int: bool = False) -> FiniteRange:
    """`size` evenly spaced numbers from lower to upper, both included."""
    return FiniteRange(lower, upper, size, cast_int=cast_int)


def logfinrange(lower: float, upper: float, size: int, cast_int: bool = False) -> FiniteRange:
    """`size` numbers from lower > 0 to upper, both included, evenly spaced in the logarithm."""
    return FiniteRange(lower, upper, size, log=True, cast_int=cast_int)


# ---- helpers ---------------------------------------------------------------------------------------------


def _plain(value: object) -> Value:
    """A scalar in Python's own type; NumPy's are taken."""
    item = getattr(value, "item", None)
    plain = item() if callable(item) else value
    if plain is None or isinstance(plain, (str, bool, int)):
        return plain
    if isinstance(plain, float) and math.isfinite(plain):
        return plain
    raise SpaceError(f"{value!r} can't be a value: use texts, finite numbers, True, False or None.")


def _number(value: object) -> int | float | None:
    """The value if it's a finite number, else None."""
    if type(value) is float and math.isfinite(value):
        return value
    item = getattr(value, "item", None)
    plain = item() if callable(item) else value
    if isinstance(plain, bool) or not isinstance(plain, (int, float)) or not math.isfinite(plain):
        return None
    return plain


def _finite(value: object) -> float:
    number = _number(value)
    if number is None:
        raise SpaceError(f"{value!r} can't be a bound: give a finite number.")
    return float(number)


def _whole(value: object) -> int:
    number = _number(value)
    if number is None or number != int(number):
        raise SpaceError(f"{value!r} can't be a bound of whole numbers: give a whole number.")
    return int(number)


def _check_bounds(lower: float, upper: float, log: bool) -> None:
    if lower >= upper:
        raise SpaceError(
            f"The lower bound {lower!r} isn't below the upper bound {upper!r}: swap them, or give a constant."
        )
    if log and lower <= 0:
        raise SpaceError(f"The lower bound {lower!r} has no logarithm: it must be above 0.")


def _scaled(value: float, log: bool) -> float:
    return math.log(value) if log else value


def _between(lower: float, upper: float, u: float) -> float:
    return lower * (1.0 - u) + upper * u  # so written, it can't overflow


def _fraction(lower: float, upper: float, value: float) -> float:
    width = upper / 2 - lower / 2  # halved, so that it can't overflow
    if width == 0.0:  # bounds so close that their logarithms are equal
        return 0.5
    return min(max((value / 2 - lower / 2) / width, 0.0), 1.0)
