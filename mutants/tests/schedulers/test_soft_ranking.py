import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tunewise.schedulers.pasha import crossing_distance, same_ranking, tolerance


def curve(*losses, first=1):
    return dict(enumerate(losses, start=first))


@pytest.mark.parametrize(
    ("first", "second", "distance"),
    [
        (curve(3.0, 2.0, 1.0), curve(4.0, 3.0, 2.0), None),  # never cross
        (curve(3.0, 2.0, 1.0), curve(2.0, 3.0, 4.0), None),  # cross once
        (curve(3.0, 2.0, 1.0), curve(4.0, 1.0, 2.5), 1.5),  # cross and cross back
        (curve(3.0, 2.0, 1.0, 0.0), curve(4.0, 1.0, 2.5), 1.5),  # what one has alone doesn't count
        (curve(3.0, 2.0, 1.0), curve(3.0, 2.0, 1.0), None),  # ties are no crossings
        (curve(3.0, 2.0, 1.0, 1.0), curve(4.0, 2.0, 0.0, 3.0), 2.0),
        (curve(1.0, 2.0), curve(1.0, 2.0, first=3), None),  # nothing in common
        ({}, curve(1.0), None),
    ],
)
def test_crossing_distance(first, second, distance):
    assert crossing_distance(first, second) == distance
    assert crossing_distance(second, first) == distance


def test_levels_that_one_script_skips_are_not_compared():
    assert crossing_distance(curve(1.0, 9.0, 1.0, 1.0), {1: 2.0, 3: 2.0, 4: 2.0}) is None


@given(st.lists(st.floats(0, 100), min_size=1))
def test_tolerance_is_the_percentile(distances):
    assert tolerance(sorted(distances)) == pytest.approx(np.percentile(distances, 90), rel=1e-9, abs=1e-9)


def test_the_tolerance_of_endless_distances_is_no_nan():
    assert tolerance([1.0, math.inf, math.inf]) == math.inf


@pytest.mark.parametrize(
    ("top", "epsilon", "same"),
    [
        ([0.1, 0.2, 0.3], 0.0, True),
        ([0.2, 0.1, 0.3], 0.0, False),
        ([0.2, 0.1, 0.3], 1.0, True),  # 1 apart at the rung below, as far as the tolerance goes
        ([0.2, 0.1, 0.3], 0.9, False),
        ([0.3, 0.2, 0.1], 1.9, False),
        ([0.3, 0.2, 0.1], 2.0, True),
    ],
)
def test_same_ranking(top, epsilon, same):
    below = {0: 1.0, 1: 2.0, 2: 3.0, 7: 1.5}  # trial 7 has not come to the top
    assert same_ranking(dict(enumerate(top)), below, epsilon) is same


def test_a_tie_below_may_be_decided_either_way():
    for first, second in ((0.1, 0.2), (0.2, 0.1)):
        assert same_ranking({0: first, 1: second}, {0: 1.0, 1: 1.0}, 0.0)


def test_one_trial_ranks_as_it_did():
    assert same_ranking({3: 1.0}, {1: 0.0, 3: 5.0}, 0.0)
    assert same_ranking({}, {}, 0.0)
