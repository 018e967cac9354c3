"""Domains as users write them."""

from collections.abc import Sequence

from tunewise.space.domains import Float, Integer
from tunewise.space.finite import Choice, FiniteRange, Ordinal, listed
from tunewise.space.values import Value


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
    return Choice(listed(values))


def ordinal(values: Sequence[Value], kind: str = "equal") -> Ordinal:
    """One of several values in an order, such as [16, 32, 64]; each alike or, if kind is "nn" or "nn-log",
    like its share of the numbers between, or of their logarithms, that are nearest to it."""
    return Ordinal(listed(values), kind)


def finrange(lower: float, upper: float, size: int, cast_int: bool = False) -> FiniteRange:
    """`size` evenly spaced numbers from lower to upper, both included; rounded to whole ones if cast_int."""
    return FiniteRange(lower, upper, size, cast_int=cast_int)


def logfinrange(lower: float, upper: float, size: int, cast_int: bool = False) -> FiniteRange:
    """`size` numbers from lower > 0 to upper, both included, evenly spaced in the logarithm; rounded to whole
    ones if cast_int."""
    return FiniteRange(lower, upper, size, log=True, cast_int=cast_int)
