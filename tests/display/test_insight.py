"""What is advised follows from the history, and can be typed as it is."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.helpers.learned import entries_of, state_of

from tunewise import space
from tunewise.display.insight import Advice, _chosen, _moved, advice, last_gain, mattered, never_among
from tunewise.models.importance import Finding, Region, Tally, importance_of
from tunewise.space import Domain, Space
from tunewise.trial import Trial


def region(domain: Domain, low: float, high: float, at_low: bool = False, at_high: bool = False) -> Region:
    """low, high: places on the scale."""
    return Region(domain.from_unit(low), domain.from_unit(high), high - low, at_low, at_high)


def moved(
    domain: Domain, low: float, high: float, at_low: bool = False, at_high: bool = False
) -> Advice | None:
    return _moved("x", domain, region(domain, low, high, at_low, at_high))


@pytest.mark.parametrize(
    ("domain", "bounds", "flag"),
    [
        (space.loguniform(1e-4, 1e-1), (0.0, 0.2, True, False), "x=loguniform(1e-05, 0.0008)"),
        (space.loguniform(1e-4, 1e-1), (0.4, 0.6, False, False), "x=loguniform(0.00079, 0.013)"),
        (space.uniform(0.0, 0.9), (0.0, 0.8, True, False), None),  # nothing is below 0
        (space.uniform(0.0, 0.9), (0.2, 0.9, False, True), "x=uniform(0.0, 0.95)"),  # nor a share above 1
        (space.uniform(0.0, 0.99), (0.2, 0.9, False, True), None),
        (space.uniform(-1.0, 2.0), (0.0, 0.8, True, False), "x=uniform(-2.0, 2.0)"),
        (space.uniform(3.0, 6.0), (0.0, 0.8, True, False), "x=uniform(2.0, 6.0)"),
        (space.uniform(1.0, 10.0), (0.0, 0.8, True, False), "x=uniform(0.5, 10.0)"),
        (space.uniform(0.0, 1.0), (0.1, 0.8, False, False), None),  # too wide to narrow
        (space.randint(1, 8), (0.0, 0.8, True, False), None),  # no number of things is below 1
        (space.randint(1, 8), (0.3, 0.9, False, True), "x=randint(1, 11)"),
        (space.lograndint(1, 512), (0.8, 0.99, False, True), "x=lograndint(64, 4100)"),
        (space.uniform(0.0, 1.0).when("y", 1), (0.4, 0.6, False, False), "x=uniform(0.3, 0.7) if y == 1"),
    ],
)
def test_a_space_is_moved_to_where_the_best_are(
    domain: Domain, bounds: tuple[float, float, bool, bool], flag: str | None
) -> None:
    found = moved(domain, *bounds)
    assert (found.flags if found else None) == ((flag,) if flag else None)


NUMBERS = st.floats(-1e6, 1e6, allow_nan=False)


@given(
    st.tuples(NUMBERS, NUMBERS).filter(lambda ends: ends[1] - ends[0] > 1e-3),
    st.booleans(),
    st.booleans(),
    st.tuples(st.floats(0, 1), st.floats(0, 1)).map(sorted),
    st.booleans(),
    st.booleans(),
)
def test_any_advice_is_a_space_that_has_what_is_good(
    ends: tuple[float, float], log: bool, whole: bool, part: Sequence[float], at_low: bool, at_high: bool
) -> None:
    low, high = (abs(ends[0]) + 1e-6, abs(ends[0]) + 1e-6 + ends[1] - ends[0]) if log else ends
    if whole:
        low, high = int(low) + log, int(low) + log + 1 + int(high - low)
        domain: Domain = space.lograndint(low, high) if log else space.randint(low, high)
    else:
        domain = space.loguniform(low, high) if log else space.uniform(low, high)
    where = region(domain, part[0], part[1], at_low, at_high)
    found = _moved("x", domain, where)
    if found is None:
        return
    name, _, text = found.flags[0].partition("=")
    new = Space.of({name: text}).domains["x"]
    assert new.text() != domain.text()
    new.validate(where.low)
    new.validate(where.high)


def test_lists_are_extended_in_words() -> None:
    domain = space.ordinal([16, 32, 64, 128])
    assert moved(domain, 0.5, 0.9, False, True) == Advice("add values of x above 128: the best crowd there")
    assert moved(domain, 0.3, 0.6) is None


def test_values_without_success_are_left_out_if_that_is_no_chance() -> None:
    tallies = (Tally("a", 9, 40), Tally("b", 1, 40), Tally("c", 0, 40), Tally("d", 0, 9))
    assert [each.value for each in never_among(tallies)] == ["c"]  # of d, one would be expected
    finding = Finding("x", 0.5, 0.4, 0.6, 1.0, 0.0, 10, tallies=tallies)
    domain = space.choice(["a", "b", "c", "d"])
    assert _chosen(finding, domain) == Advice(
        "leave out c of x: none of the best has it", ("x=choice(['a', 'b', 'd'])",)
    )
    one = Finding("x", 0.5, 0.4, 0.6, 1.0, 0.0, 10, tallies=(Tally("a", 10, 40), Tally("b", 0, 40)))
    found = _chosen(one, space.choice(["a", "b"]))
    assert found is not None
    assert found.flags == ("x='a'",)


def test_all_that_makes_no_difference_is_fixed_at_once() -> None:
    state = state_of(entries_of(200))
    found = advice(importance_of(state.trials), state, can_change=True)
    [fixed] = [each for each in found if each.text.startswith("fix ")]
    best = state.trials.best
    assert best is not None
    assert fixed.flags == (f"layers={state.trials[best.trial_id].config['layers']}",)
    assert advice(importance_of(state.trials), state, can_change=False) == []


def test_shares_are_told_with_their_doubt() -> None:
    sure = Finding("x", 0.62, 0.55, 0.7, 2.0, 0.0, 10)
    assert mattered(sure) == "62 % (80 %: 55 to 70 %)"
    doubtful = Finding("x", 0.1, 0.0, 0.3, 0.3, 0.2, 10)
    assert mattered(doubtful) == "10 % (80 %: 0 to 30 %), which may be chance"
    assert mattered(Finding("x", 0.0, 0.0, 0.04, 0.1, 0.6, 10)) == "nothing beyond chance (at most 4 %)"


@pytest.mark.parametrize(
    ("values", "gain"),
    [
        ([10.0, 8.0, 6.0, 4.0, 2.0], 0.25),
        ([10.0, 5.0, 4.0, 4.0, 4.5], 0.0),
        ([1.0, 1.0, 2.0, 3.0, 4.0], 0.0),
        ([3.0, 2.0, 1.0], None),
    ],
)
def test_the_end_of_a_training_brings_a_share_of_all(values: list[float], gain: float | None) -> None:
    trial = Trial(0, {}, 0, None, {})
    trial.levels.extend(range(1, len(values) + 1))
    trial.values.extend(values)
    trial.level = len(values)
    assert last_gain(trial, 1) == (None if gain is None else pytest.approx(gain))
