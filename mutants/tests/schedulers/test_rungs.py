from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tunewise.schedulers.rungs import (
    bracket_levels,
    bracket_probabilities,
    draw_bracket,
    num_kept,
    num_promotable,
    reached,
    rung_levels,
)

SETTINGS = st.tuples(st.integers(1, 50), st.integers(2, 10), st.integers(0, 2000)).map(
    lambda setting: (setting[0], setting[1], setting[0] + setting[2])
)


@pytest.mark.parametrize(
    ("grace_period", "reduction_factor", "max_resource", "levels"),
    [
        (1, 3, 81, (1, 3, 9, 27)),
        (1, 3, 82, (1, 3, 9, 27, 81)),
        (1, 3, 40, (1, 3, 9, 27)),
        (2, 4, 100, (2, 8, 32)),
        (1, 2, 2, (1,)),
        (5, 3, 6, (5,)),
        (1, 3, 1, ()),
        (7, 3, 7, ()),
    ],
)
def test_rung_levels(grace_period, reduction_factor, max_resource, levels):
    assert rung_levels(grace_period, reduction_factor, max_resource) == levels


@given(SETTINGS)
def test_rungs_grow_by_the_reduction_factor_from_the_grace_period_to_below_the_end(setting):
    grace_period, reduction_factor, max_resource = setting
    levels = rung_levels(*setting)
    assert (levels == ()) == (grace_period == max_resource)
    if levels:
        assert levels[0] == grace_period
        assert levels[-1] < max_resource <= levels[-1] * reduction_factor
    assert all(b == a * reduction_factor for a, b in pairwise(levels))


@pytest.mark.parametrize("setting", [(0, 3, 9), (10, 3, 9), (1, 1, 9), (-1, 3, 9)])
def test_rung_levels_out_of_range(setting):
    with pytest.raises(ValueError, match="must be"):
        rung_levels(*setting)


def test_each_bracket_leaves_out_one_more_rung():
    assert bracket_levels((1, 3, 9), 1) == ((1, 3, 9),)
    assert bracket_levels((1, 3, 9), 4) == ((1, 3, 9), (3, 9), (9,), ())
    assert bracket_levels((), 1) == ((),)


@pytest.mark.parametrize(("levels", "brackets"), [((1, 3, 9), 0), ((1, 3, 9), 5), ((), 2)])
def test_there_are_no_more_brackets_than_rungs_and_one(levels, brackets):
    with pytest.raises(ValueError, match=f"brackets is {brackets}: .* must be from 1 to {len(levels) + 1}"):
        bracket_levels(levels, brackets)


def test_brackets_get_the_shares_of_hyperband():
    # R = 81, eta = 3 in table 1 of the paper: 81, 34, 15, 8, 5 trials; there they are rounded up
    shares = bracket_probabilities(4, 5, 3)
    expected = np.array([81.0, 5 / 4 * 27, 5 / 3 * 9, 5 / 2 * 3, 5.0])
    np.testing.assert_allclose(shares, expected / expected.sum())


@given(st.integers(0, 8), st.integers(2, 6), st.data())
def test_bracket_probabilities_sum_to_one_and_fall(num_levels, reduction_factor, data):
    brackets = data.draw(st.integers(1, num_levels + 1))
    shares = bracket_probabilities(num_levels, brackets, reduction_factor)
    assert len(shares) == brackets
    assert sum(shares) == pytest.approx(1.0)
    assert all(a >= b > 0 for a, b in pairwise(shares))


def test_a_single_bracket_draws_nothing():
    rng = np.random.default_rng(0)
    before = rng.bit_generator.state
    assert draw_bracket((1.0,), rng) == 0
    assert rng.bit_generator.state == before


def test_brackets_are_drawn_with_their_probabilities():
    rng = np.random.default_rng(0)
    drawn = [draw_bracket((0.7, 0.2, 0.1), rng) for _ in range(4000)]
    np.testing.assert_allclose(np.bincount(drawn) / 4000, (0.7, 0.2, 0.1), atol=0.03)
    assert type(drawn[0]) is int


@given(st.integers(0, 10_000), st.integers(2, 20))
def test_shares_of_a_rung(recorded, reduction_factor):
    promotable = num_promotable(recorded, reduction_factor)
    assert promotable * reduction_factor <= recorded < (promotable + 1) * reduction_factor
    assert num_kept(recorded, reduction_factor) == max(1, promotable)


@given(SETTINGS, st.integers(0, 3000))
def test_reached_counts_the_rungs_at_or_below_a_level(setting, level):
    levels = rung_levels(*setting)
    assert reached(levels, level) == sum(rung <= level for rung in levels)
