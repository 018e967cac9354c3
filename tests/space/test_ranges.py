"""Evenly spaced numbers: those that a person means, and those that earlier versions made of them."""

import math
from fractions import Fraction
from itertools import pairwise

import mpmath
from hypothesis import example, given
from hypothesis import strategies as st

from tunewise import Problem, space
from tunewise.space import Config, Space, parse_domain
from tunewise.trial_table import TrialTable


@given(
    st.integers(-(10**6), 10**6),
    st.integers(1, 10**6),
    st.integers(0, 12),
    st.integers(2, 400),
)
def test_steps_are_the_floats_nearest_to_the_exact_ones(
    lower: int, width: int, digits: int, size: int
) -> None:
    low, high = (float(f"{bound}e-{digits}") for bound in (lower, lower + width))
    domain = space.finrange(low, high, size)
    exact = [Fraction(lower * (size - 1) + width * i, (size - 1) * 10**digits) for i in range(size)]
    assert list(domain.members()) == [float(number) for number in exact]
    assert list(domain.members())[0 :: size - 1] == [low, high]
    for first, second in pairwise(domain.members()):
        assert isinstance(first, float)
        assert isinstance(second, float)
        assert first < second
    assert parse_domain(domain.text()) == domain
    assert list(Space({"x": space.uniform(low, high)}).grid(size)) == [{"x": x} for x in domain.members()]


@given(st.integers(-300, 280), st.integers(1, 20), st.integers(1, 9), st.integers(1, 9))
@example(begin=16, steps=7, first=7, base=1)  # 7e22 lies in the middle between two floats
def test_powers_are_powers(begin: int, steps: int, first: int, base: int) -> None:
    lower, upper = float(f"{first}e{begin}"), float(f"{first}e{begin + steps}")
    powers = [float(f"{first}e{begin + step}") for step in range(steps + 1)]
    assert list(space.logfinrange(lower, upper, steps + 1).members()) == powers
    assert [c["x"] for c in Space({"x": space.loguniform(lower, upper)}).grid(steps + 1)] == powers
    numbers = [first * (base + 1) ** step for step in range(min(steps, 16) + 1)]
    whole = [number for number in numbers if number <= 2**53]  # exact as floats
    assert list(space.logfinrange(first, whole[-1], len(whole), cast_int=True).members()) == whole
    assert [c["x"] for c in Space({"x": space.lograndint(first, whole[-1])}).grid(len(whole))][-1] == whole[
        -1
    ]


@given(st.floats(1e-300, 1.0), st.floats(2.0, 1e300), st.integers(2, 50))
def test_logarithmic_steps_are_the_floats_nearest_to_the_exact_ones(
    low: float, high: float, size: int
) -> None:
    with mpmath.workdps(80):
        ends = mpmath.mpf(repr(low)), mpmath.mpf(repr(high))
        exact = [ends[0] * (ends[1] / ends[0]) ** (mpmath.mpf(i) / (size - 1)) for i in range(size)]
        members = space.logfinrange(low, high, size).members()
        assert members[0 :: size - 1] == (low, high)
        for member, number in zip(members, exact, strict=True):
            assert isinstance(member, float)
            assert abs(member - number) <= mpmath.mpf(math.ulp(member)) * 0.5000001


def earlier(lower: float, upper: float, size: int, log: bool) -> list[float]:
    """Ranges as they were before they were exact."""
    inner = space.Float(lower, upper, log)
    return [inner.from_unit(i / (size - 1)) for i in range(size)]


@given(st.integers(-50, 50), st.integers(40, 200), st.integers(2, 40), st.sampled_from([1, 10]))
def test_numbers_of_earlier_ranges_count_as_those_of_now(low: int, width: int, size: int, unit: int) -> None:
    bounds = low / unit, (low + width) / unit
    numbers = earlier(*bounds, size, False)
    assert [space.finrange(*bounds, size).index(number) for number in numbers] == list(range(size))
    assert [
        space.finrange(low, low + width, size, cast_int=True).index(round(number))
        for number in earlier(low, low + width, size, False)
    ] == list(range(size))
    numbers = earlier(1e-3, float(width), size, True)
    assert [space.logfinrange(1e-3, width, size).index(number) for number in numbers] == list(range(size))


def test_configurations_are_written_with_numbers_of_now() -> None:
    tuned = Space(
        {
            "x": space.finrange(0, 10, 11),
            "y": parse_domain("uniform(0, 1) if x == 7"),
            "z": space.uniform(0, 1),
        }
    )
    before: Config = {"x": 6.999999999999999, "y": 0.1, "z": 6.999999999999999e-5}
    assert tuned.canonical(before) == {"x": 7.0, "y": 0.1, "z": 6.999999999999999e-5}
    others: tuple[Config, ...] = ({"x": 7.5, "z": 0.5}, {"x": "seven"}, {})
    for foreign in others:
        assert tuned.canonical(foreign) == foreign
    trials = TrialTable(Problem(tuned, metric="loss"))
    assert tuned.validate(trials.add(before, 0, None, {}, 0.0).config) == trials[0].config
