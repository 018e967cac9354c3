"""Aggregation over seeds, against brute force and SciPy."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from tests.helpers.outcomes import made_up_outcome, made_up_study

from tunewise.events import FinishReason
from tunewise.studies.comparison import (
    LEVEL,
    SAMPLES,
    Arm,
    arms_of,
    band,
    curve,
    default_target,
    ends,
    missing_seeds,
    reaches,
    resampled,
    values_at,
)
from tunewise.studies.outcome import Outcome

# ---- steps ----------------------------------------------------------------------------------------------

TIMES = st.lists(st.integers(1, 99), min_size=1, max_size=8, unique=True).map(sorted)


@st.composite
def outcomes(draw: st.DrawFn, seed: int = 0) -> Outcome:
    times = draw(TIMES)
    values = sorted(draw(st.sets(st.integers(-50, 50), min_size=len(times), max_size=len(times))))
    steps = [(float(time), float(value)) for time, value in zip(times, reversed(values), strict=True)]
    return made_up_outcome(steps=steps, seed=seed, end=float(draw(st.integers(times[-1], 120))))


@given(outcomes(), st.lists(st.integers(0, 130), min_size=1, max_size=20))
def test_the_incumbent_at_an_amount_is_the_last_one_before_it(outcome: Outcome, amounts: list[int]) -> None:
    found = values_at(outcome, "wallclock", np.array(amounts, float))
    for amount, value in zip(amounts, found, strict=True):
        before = [
            value
            for step, value in zip(outcome.steps, outcome.values, strict=True)
            if step.wallclock <= amount
        ]
        assert math.isnan(value) if not before else value == before[-1]


@given(st.lists(outcomes(), min_size=1, max_size=5))
def test_a_curve_is_the_mean_of_what_each_seed_had_by_then(group: list[Outcome]) -> None:
    found = curve(group, "worker_hours", points=7)
    begin = max(outcome.steps[0].worker_hours for outcome in group)
    end = min(outcome.end.worker_hours for outcome in group)
    assert found.seeds == len(group)
    if begin > end:  # a seed had ended when another one had its first report
        assert len(found.amounts) == len(found.centre) == len(found.low) == len(found.high) == 0
        return
    assert (found.amounts[0], found.amounts[-1]) == (begin, end)
    for amount, mean in zip(found.amounts, found.centre, strict=True):
        each = [
            [v for s, v in zip(one.steps, one.values, strict=True) if s.worker_hours <= amount][-1]
            for one in group
        ]
        assert mean == pytest.approx(sum(each) / len(each))
    assert (found.low <= found.centre + 1e-9).all()
    assert (found.centre <= found.high + 1e-9).all()


def test_a_curve_ends_where_the_first_seed_ends() -> None:
    group = [made_up_outcome(seed=seed, end=end) for seed, end in enumerate((100.0, 60.0, 80.0))]
    assert curve(group, "wallclock").amounts[-1] == 60.0


def test_a_median_curve_is_not_moved_by_one_seed() -> None:
    group = [made_up_outcome(seed=seed, steps=[(1.0, value)]) for seed, value in enumerate((1.0, 2.0, 1e9))]
    assert (curve(group, "wallclock", "median").centre == 2.0).all()


# ---- bands ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("statistic", ["mean", "median"])
@pytest.mark.parametrize("n", [5, 12, 30])
def test_bands_are_those_of_scipy(statistic: str, n: int) -> None:
    values = np.random.default_rng(n).gamma(2.0, size=(n, 1))
    function = np.mean if statistic == "mean" else np.median
    low, high = band(values, statistic)  # type: ignore[arg-type]
    oracle = stats.bootstrap(
        (values[:, 0],), function, confidence_level=LEVEL, n_resamples=20_000, method="percentile",
        rng=np.random.default_rng(0),
    )  # fmt: skip
    # both are estimates from samples: they differ by a few per cent of the interval's width
    width = oracle.confidence_interval.high - oracle.confidence_interval.low
    assert low[0] == pytest.approx(oracle.confidence_interval.low, abs=0.1 * width)
    assert high[0] == pytest.approx(oracle.confidence_interval.high, abs=0.1 * width)


def test_bands_of_normal_values_are_as_wide_as_theory_says() -> None:
    values = np.random.default_rng(3).normal(size=(400, 1))
    low, high = band(values)
    standard_error = values.std() / math.sqrt(400)
    assert (high - low)[0] == pytest.approx(2 * 1.645 * standard_error, rel=0.06)


def test_one_seed_has_no_band() -> None:
    low, high = band(np.array([[1.0, 2.0]]))
    assert low.tolist() == high.tolist() == [1.0, 2.0]


@pytest.mark.parametrize("statistic", ["mean", "median"])
def test_samples_are_the_same_for_the_same_number_of_seeds(statistic: str) -> None:
    """So that differences of arms with the same seeds are those of paired samples."""
    values = np.random.default_rng(1).normal(size=(5, 3))
    first = resampled(values, statistic)  # type: ignore[arg-type]
    assert first.shape == (SAMPLES, 3)
    shifted = resampled(values + 7.0, statistic)  # type: ignore[arg-type]
    assert np.allclose(shifted - first, 7.0)
    assert set(np.round(first[:, 0], 9)) <= _possible(values[:, 0], statistic)


def _possible(values: np.ndarray[tuple[int], np.dtype[np.float64]], statistic: str) -> set[float]:
    from itertools import combinations_with_replacement

    function = np.mean if statistic == "mean" else np.median
    samples = combinations_with_replacement(values.tolist(), len(values))
    return {round(float(function(sample)), 9) for sample in samples}


# ---- arms -----------------------------------------------------------------------------------------------


def test_arms_are_ordered_and_failures_left_out() -> None:
    found = [
        made_up_outcome("BO", 8, 1),
        made_up_outcome("BO", 8, 0),
        made_up_outcome("RS", 2, 0),
        made_up_outcome("BO", 2, 0),
        made_up_outcome("RS", 2, 1, finished=FinishReason.FAILING),
        made_up_outcome("RS", 2, 2, steps=()),
        made_up_outcome("RS", 2, 0, benchmark="another"),
    ]
    arms = arms_of(found, "table")
    assert list(arms) == [Arm("BO", 2), Arm("BO", 8), Arm("RS", 2)]
    assert [outcome.seed for outcome in arms[Arm("BO", 8)]] == [0, 1]
    assert len(arms[Arm("RS", 2)]) == 1
    assert missing_seeds(arms) == {Arm("BO", 2): [1], Arm("RS", 2): [1]}


def test_nothing_is_missing_from_a_whole_study() -> None:
    assert not missing_seeds(arms_of(made_up_study(seeds=2), "table"))


def test_ends_are_means_of_the_last_incumbents_and_of_what_was_spent() -> None:
    group = [
        made_up_outcome(seed=0, steps=[(1.0, 9.0), (5.0, 4.0)], end=3600.0, price=2.0),
        made_up_outcome(seed=1, steps=[(1.0, 2.0)], end=7200.0, price=2.0),
    ]
    (end,) = ends(arms_of(group, "table"))
    assert (end.seeds, end.mean, end.wallclock, end.worker_hours, end.money) == (2, 3.0, 5400.0, 6.0, 12.0)
    assert 2.0 <= end.low <= 3.0 <= end.high <= 4.0


# ---- targets --------------------------------------------------------------------------------------------


def arms_reaching(*times: float, mode: str = "min") -> dict[Arm, list[Outcome]]:
    """An arm whose seeds reach 1 at these times, or never if infinite."""
    sign = 1.0 if mode == "min" else -1.0
    group = []
    for seed, time in enumerate(times):
        steps = [(1.0, sign * 5.0)] + ([(time, sign * 1.0)] if math.isfinite(time) else [])
        group.append(made_up_outcome(workers=2, seed=seed, steps=steps, mode=mode))  # type: ignore[arg-type]
    return arms_of(group, "table")


@pytest.mark.parametrize("mode", ["min", "max"])
@pytest.mark.parametrize(
    ("times", "median", "reached"),
    [
        ((30.0, 10.0, 20.0), 20.0, 3),
        ((30.0, 10.0, 20.0, 40.0), 30.0, 4),
        ((10.0, math.inf, 20.0), 20.0, 2),
        ((10.0, math.inf, 20.0, math.inf), math.inf, 2),  # half of them are not most of them
        ((math.inf, 10.0, math.inf), math.inf, 1),
        ((math.inf,), math.inf, 0),
    ],
)
def test_a_target_is_reached_when_most_seeds_are_there(
    times: tuple[float, ...], median: float, reached: int, mode: str
) -> None:
    (reach,) = reaches(arms_reaching(*times, mode=mode), 2.0 if mode == "min" else -2.0)
    assert (reach.wallclock, reach.reached, reach.seeds) == (median, reached, len(times))
    assert reach.worker_hours == pytest.approx(2.0 * median / 3600.0)


def test_a_value_at_the_target_has_reached_it() -> None:
    (reach,) = reaches(arms_reaching(10.0), 1.0)
    assert reach.wallclock == 10.0


@pytest.mark.parametrize("mode", ["min", "max"])
@pytest.mark.parametrize("seeds", [1, 2, 3, 4, 5])
def test_the_default_target_is_reached_by_the_method_that_sets_it(seeds: int, mode: str) -> None:
    found = made_up_study(seeds=seeds, mode=mode, floor=-2.0)  # type: ignore[arg-type]
    arms = arms_of(found, "table")
    target = default_target(arms)
    assert target in [outcome.values[-1] for outcome in arms[Arm("RS", 8)]]
    reach = next(reach for reach in reaches(arms, target) if reach.arm == Arm("RS", 8))
    assert reach.reached == seeds // 2 + 1
    assert math.isfinite(reach.wallclock)
