from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tunewise.schedulers.rungs import bracket_probabilities, rung_levels
from tunewise.schedulers.sync_rungs import growing_bracket, hyperband_brackets, num_promoted


def numbers(bracket):
    return [number for _, number in bracket.rungs]


def levels_of(bracket):
    return [level for level, _ in bracket.rungs]


def test_the_brackets_of_the_paper():
    # R = 81, eta = 3: table 1 of the paper, where s counts down from 4
    brackets = hyperband_brackets((1, 3, 9, 27), 5, 3, 81)
    assert [numbers(bracket) for bracket in brackets] == [
        [81, 27, 9, 3, 1],
        [34, 11, 3, 1],
        [15, 5, 1],
        [8, 2],
        [5],
    ]
    assert [levels_of(bracket) for bracket in brackets] == [
        [1, 3, 9, 27, 81],
        [3, 9, 27, 81],
        [9, 27, 81],
        [27, 81],
        [81],
    ]
    assert [bracket.kind for bracket in brackets] == [0, 1, 2, 3, 4]


def test_without_a_rung_there_is_one_bracket_of_one_trial():
    [bracket] = hyperband_brackets((), 1, 3, 7)
    assert bracket.rungs == ((7, 1),)


def test_one_bracket_is_successive_halving():
    [bracket] = hyperband_brackets((2, 4, 8), 1, 2, 12)
    assert bracket.rungs == ((2, 8), (4, 4), (8, 2), (12, 1))


@pytest.mark.parametrize("brackets", [0, 4])
def test_there_are_no_more_brackets_than_rungs(brackets):
    with pytest.raises(ValueError, match="must be from 1 to 3"):
        hyperband_brackets((1, 3), brackets, 3, 9)


@given(st.integers(1, 20), st.integers(2, 6), st.integers(0, 1000))
def test_each_bracket_narrows_to_the_end_and_all_cost_about_the_same(grace_period, factor, more):
    largest = grace_period + more
    levels = rung_levels(grace_period, factor, largest)
    total = len(levels) + 1
    brackets = hyperband_brackets(levels, total, factor, largest)
    shares = bracket_probabilities(len(levels), total, factor)
    for bracket, share in zip(brackets, shares, strict=True):
        assert tuple(levels_of(bracket)) == (*levels[bracket.kind :], largest)
        assert numbers(bracket)[-1] >= 1
        assert all(after == before // factor for before, after in pairwise(numbers(bracket)))
        # as many trials as asynchronous Hyperband starts there, but for rounding up
        exact = share / shares[0] * numbers(brackets[0])[0]
        assert exact - 1e-6 <= numbers(bracket)[0] < exact + 1 + 1e-6


@pytest.mark.parametrize(
    ("number", "rungs"),
    [(0, ((1, 16), (52, 3))), (1, ((1, 32), (52, 3))), (4, ((1, 256), (52, 3)))],
)
def test_brackets_that_double(number, rungs):
    assert growing_bracket(number, 16, 3, 1, 52).rungs == rungs


def test_a_bracket_at_the_end_of_training_has_one_rung():
    assert growing_bracket(1, 16, 3, 1, 1).rungs == ((1, 32),)


@pytest.mark.parametrize(
    ("entered", "slots", "following", "promoted"),
    [(9, 9, 3, 3), (8, 9, 3, 2), (1, 9, 3, 1), (0, 9, 3, 1), (5, 34, 11, 1), (34, 34, 11, 11)],
)
def test_num_promoted(entered, slots, following, promoted):
    assert num_promoted(entered, slots, following) == promoted


@given(st.integers(1, 200), st.data())
def test_a_fuller_rung_sends_on_more_and_a_full_one_fills_the_next(slots, data):
    following = data.draw(st.integers(1, slots))
    sent_on = [num_promoted(entered, slots, following) for entered in range(slots + 1)]
    assert sent_on == sorted(sent_on)
    assert sent_on[-1] == following
    assert all(after - before <= 1 for before, after in pairwise(sent_on))
