"""Domains: the values of a hyperparameter, and their mapping from and to the unit interval."""

import math
from abc import abstractmethod
from dataclasses import dataclass, field, replace
from typing import TypeVar

from tunewise.space.conditions import Condition
from tunewise.space.values import ByText, SpaceError, Value, brief, cut, number

_Domain = TypeVar("_Domain", bound="Domain")


@dataclass(frozen=True, eq=False, repr=False)
class Domain(ByText):
    """The values that a hyperparameter can take. Domains with the same text are equal.

    conditions: all must hold for the hyperparameter to matter; otherwise it is missing in a configuration.
    """

    conditions: tuple[Condition, ...] = field(default=(), kw_only=True)

    @property
    @abstractmethod
    def cardinality(self) -> int | None:
        """The number of values; None if infinite."""

    @abstractmethod
    def from_unit(self, u: float) -> Value:
        """The value at quantile `u`, clipped to [0, 1]: a uniform `u` gives the domain's own distribution.
        Raises ValueError for NaN."""

    @abstractmethod
    def to_unit(self, value: Value) -> float:
        """The quantile of `value` in [0, 1], which `from_unit` maps back to it, up to rounding errors."""

    def cell(self, value: Value) -> tuple[float, float]:
        """The lowest and the highest quantile that `from_unit` maps to `value`, as far as floats can tell.
        They are equal for a real number."""
        quantile = self.to_unit(value)
        return quantile, quantile

    @abstractmethod
    def validate(self, value: object) -> Value:
        """The value in Python's own type. Raises `SpaceError` if it isn't in the domain."""

    @abstractmethod
    def call(self) -> str:
        """The domain without its conditions, as text."""

    def text(self) -> str:
        """Text that `parse_domain` turns into an equal domain."""
        if not self.conditions:
            return self.call()
        return f"{self.call()} if " + " and ".join(condition.text() for condition in self.conditions)

    def __repr__(self) -> str:
        """The call of `tunewise.space` that makes it; cut if it's long."""
        return cut(f"parse_domain({self.text()!r})" if self.conditions else self.call(), 200)

    def when(self: _Domain, parent: str, *values: Value) -> _Domain:
        """The same domain for a hyperparameter that matters only if `parent` has one of these values.

        Another call adds another condition. Raises `SpaceError` if there is no value.
        """
        condition = (
            Condition(parent, "==", values[0]) if len(values) == 1 else Condition(parent, "in", values)
        )
        return replace(self, conditions=(*self.conditions, condition))


@dataclass(frozen=True, eq=False, repr=False)
class Float(Domain):
    """Real numbers from lower to upper, both included; uniform, or uniform in the logarithm.

    `from_unit` inverts `to_unit` to 1e-9 of the value if log, of upper - lower if not.
    """

    lower: float
    upper: float
    log: bool = False
    _ends: tuple[float, float] = field(init=False, repr=False)  # the bounds, or their logarithms

    def __post_init__(self) -> None:
        object.__setattr__(self, "lower", _bound(self.lower))
        object.__setattr__(self, "upper", _bound(self.upper))
        _check_bounds(self.lower, self.upper, self.log)
        if math.isinf(self.upper - self.lower):
            raise SpaceError(
                f"From {self.lower!r} to {self.upper!r} is too far for a float: choose closer bounds."
            )
        ends = (math.log(self.lower), math.log(self.upper)) if self.log else (self.lower, self.upper)
        object.__setattr__(self, "_ends", ends)

    @property
    def cardinality(self) -> None:
        return None

    def from_unit(self, u: float) -> float:
        if not 0.0 < u < 1.0:
            return self.upper if quantile(u) else self.lower  # rounding of the logarithm could miss them
        value = _between(*self._ends, float(u))
        if self.log:
            value = math.exp(value)
        return self.lower if value < self.lower else self.upper if value > self.upper else value

    def to_unit(self, value: Value) -> float:
        number = self.validate(value)
        return _fraction(*self._ends, math.log(number) if self.log else number)

    def validate(self, value: object) -> float:
        if type(value) is float and self.lower <= value <= self.upper:
            return value  # the usual case
        converted = number(value)
        if converted is None or not self.lower <= converted <= self.upper:
            raise SpaceError(f"{brief(value)} isn't a number from {self.lower!r} to {self.upper!r}")
        return float(converted)

    def call(self) -> str:
        return f"{'loguniform' if self.log else 'uniform'}({self.lower!r}, {self.upper!r})"


@dataclass(frozen=True, eq=False, repr=False)
class Integer(Domain):
    """Whole numbers from lower to upper, both included; uniform, or uniform in the logarithm.

    `from_unit` inverts `to_unit` exactly for up to 2**52 values, or, if log, for upper up to 1e12; beyond
    that, floats can't distinguish neighbours.

    log_ends: the logarithms of lower - 1/2 and upper + 1/2, so that the bounds get as much room as the other
        numbers; (0, 0) unless log.
    """

    lower: int
    upper: int
    log: bool = False
    log_ends: tuple[float, float] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "lower", _whole_bound(self.lower))
        object.__setattr__(self, "upper", _whole_bound(self.upper))
        _check_bounds(self.lower, self.upper, self.log)
        ends = (math.log(self.lower - 0.5), math.log(self.upper + 0.5)) if self.log else (0.0, 0.0)
        object.__setattr__(self, "log_ends", ends)

    @property
    def cardinality(self) -> int:
        return self.upper - self.lower + 1

    def from_unit(self, u: float) -> int:
        if not 0.0 < u < 1.0:
            return self.upper if quantile(u) else self.lower
        if self.log:
            whole = round(math.exp(_between(*self.log_ends, float(u))))
        else:
            numerator, denominator = float(u).as_integer_ratio()
            whole = self.lower + numerator * self.cardinality // denominator  # exact, however many there are
        return self.lower if whole < self.lower else self.upper if whole > self.upper else whole

    def to_unit(self, value: Value) -> float:
        whole = self.validate(value)
        if self.log:
            return _fraction(*self.log_ends, math.log(whole))
        return (2 * (whole - self.lower) + 1) / (2 * self.cardinality)

    def cell(self, value: Value) -> tuple[float, float]:
        whole = self.validate(value)
        if not self.log:
            place = whole - self.lower
            return place / self.cardinality, (place + 1) / self.cardinality
        begin, end = self.log_ends
        low, high = ((math.log(edge) - begin) / (end - begin) for edge in (whole - 0.5, whole + 0.5))
        return max(low, 0.0), min(high, 1.0)

    def validate(self, value: object) -> int:
        if type(value) is int and self.lower <= value <= self.upper:
            return value  # the usual case
        converted = number(value)
        if converted is None or converted != int(converted) or not self.lower <= converted <= self.upper:
            raise SpaceError(f"{brief(value)} isn't a whole number from {self.lower} to {self.upper}")
        return int(converted)

    def call(self) -> str:
        return f"{'lograndint' if self.log else 'randint'}({self.lower}, {self.upper})"


def _bound(value: object) -> float:
    converted = number(value)
    if converted is None:
        raise SpaceError(f"{brief(value)} can't be a bound: give a finite number.")
    return float(converted)


def _whole_bound(value: object) -> int:
    converted = number(value)
    if converted is None or converted != int(converted):
        raise SpaceError(f"{brief(value)} can't be a bound of whole numbers: give a whole number.")
    return int(converted)


def _check_bounds(lower: float, upper: float, log: bool) -> None:
    if lower >= upper:
        raise SpaceError(
            f"The lower bound {lower!r} isn't below the upper bound {upper!r}: swap them, or give a constant."
        )
    if log and lower <= 0:
        raise SpaceError(f"The lower bound {lower!r} has no logarithm: it must be above 0.")


def quantile(u: float) -> float:
    """`u` within [0, 1]. Raises ValueError for NaN."""
    if 0.0 <= u <= 1.0:
        return float(u)
    if math.isnan(u):
        raise ValueError("NaN isn't a quantile: give a number from 0 to 1.")
    return 0.0 if u < 0.0 else 1.0


def _between(lower: float, upper: float, u: float) -> float:
    value = lower * (1.0 - u) + upper * u
    return lower if value < lower else upper if value > upper else value


def _fraction(lower: float, upper: float, value: float) -> float:
    if lower == upper:  # the bounds are so close that their logarithms are equal
        return 0.5
    fraction = (value - lower) / (upper - lower)
    return 0.0 if fraction < 0.0 else 1.0 if fraction > 1.0 else fraction
