"""Evenly spaced numbers as a person would write them."""

from decimal import Context, Decimal
from fractions import Fraction

_CONTEXT = Context(prec=60)
"""A product of 100,000 factors is still right to more than 50 digits."""


def evenly_spaced(lower: float, upper: float, size: int, log: bool) -> list[float]:
    """`size` numbers, at least 2, from lower to upper, both included; evenly in the logarithm if `log`.

    Bounds are the decimal numbers that they are written as, and each number is the float nearest to the one
    that is exactly even among them. So the third of 11 from 0 to 1 is 0.2 and the fourth 0.3, and powers are
    powers, which steps of floats would miss by a rounding error.
    """
    return _in_logarithm(lower, upper, size) if log else _in_steps(lower, upper, size)


def _in_steps(lower: float, upper: float, size: int) -> list[float]:
    low, high = Fraction(repr(lower)), Fraction(repr(upper))
    whole = low.denominator * high.denominator
    begin, end = int(low * whole), int(high * whole)
    steps = size - 1
    # whole numbers, of which Python rounds the quotient correctly
    return [(begin * (steps - place) + end * place) / (whole * steps) for place in range(size)]


def _in_logarithm(lower: float, upper: float, size: int) -> list[float]:
    low, high = Decimal(repr(lower)), Decimal(repr(upper))
    ratio = _CONTEXT.power(_CONTEXT.divide(high, low), _CONTEXT.divide(Decimal(1), Decimal(size - 1)))
    numbers, current = [], low
    for _ in range(size - 1):
        numbers.append(float(current))
        current = _CONTEXT.multiply(current, ratio)
    return [*numbers, upper]
