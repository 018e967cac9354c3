"""Ranks over benchmarks and seeds, against SciPy and by hand."""

import numpy as np
import pytest
from scipy.stats import rankdata
from tests.helpers.outcomes import made_up_outcome, made_up_study

from tunewise.events import FinishReason
from tunewise.studies.outcome import Outcome
from tunewise.studies.ranks import ranks

METHODS = ("RS", "BO", "ASHA", "MOBSTER")


@pytest.mark.parametrize("mode", ["min", "max"])
def test_ranks_are_those_of_scipy_case_by_case(mode: str) -> None:
    study = [
        *made_up_study(METHODS, (2, 4), 3, benchmark="first", mode=mode),  # type: ignore[arg-type]
        *made_up_study(METHODS, (2, 4), 2, benchmark="second", mode=mode, end=60.0),  # type: ignore[arg-type]
    ]
    fractions = np.array([0.1, 0.5, 1.0])
    found = ranks(study, 4, fractions)
    assert found is not None
    assert (found.methods, found.workers, found.cases) == (METHODS, 4, 5)
    sign = 1.0 if mode == "min" else -1.0
    expected = []
    for benchmark, seed in (("first", 0), ("first", 1), ("first", 2), ("second", 0), ("second", 1)):
        group = [_of(study, method, benchmark, seed) for method in METHODS]
        values = [[_value(one, fraction * one.end.wallclock) for fraction in fractions] for one in group]
        expected.append([rankdata(sign * np.array(column)) for column in np.array(values).T])
    assert np.allclose(found.mean, np.mean(expected, axis=0).T)
    assert (found.low <= found.mean + 1e-9).all()
    assert (found.mean <= found.high + 1e-9).all()
    assert np.allclose(found.mean.sum(axis=0), 1 + 2 + 3 + 4)


def _of(study: list[Outcome], method: str, benchmark: str, seed: int) -> Outcome:
    return next(
        outcome
        for outcome in study
        if (outcome.method, outcome.workers, outcome.benchmark, outcome.seed) == (method, 4, benchmark, seed)
    )


def _value(outcome: Outcome, time: float) -> float:
    values = [
        value for step, value in zip(outcome.steps, outcome.values, strict=True) if step.wallclock <= time
    ]
    return values[-1] if values else np.inf * (1.0 if outcome.mode == "min" else -1.0)


def test_equals_share_a_rank_and_who_has_no_report_comes_last() -> None:
    study = [
        made_up_outcome("A", seed=0, steps=[(10.0, 5.0), (60.0, 1.0)]),
        made_up_outcome("B", seed=0, steps=[(10.0, 5.0)]),
        made_up_outcome("C", seed=0, steps=[(50.0, 3.0)]),
    ]
    found = ranks(study, 4, np.array([0.05, 0.2, 0.5, 1.0]))
    assert found is not None
    assert found.mean.T.tolist() == [[2.0, 2.0, 2.0], [1.5, 1.5, 3.0], [2.5, 2.5, 1.0], [1.0, 3.0, 2.0]]
    assert found.low.tolist() == found.high.tolist() == found.mean.tolist()  # of a single case


def test_fractions_are_of_the_longest_experiment() -> None:
    """One that ended earlier keeps what it had."""
    study = [
        made_up_outcome("A", steps=[(10.0, 2.0)], end=50.0),
        made_up_outcome("B", steps=[(10.0, 5.0), (80.0, 1.0)], end=100.0),
    ]
    found = ranks(study, 4, np.array([0.5, 1.0]))
    assert found is not None
    assert found.mean.tolist() == [[1.0, 2.0], [2.0, 1.0]]


def test_only_cases_that_all_methods_have_count() -> None:
    study = [made_up_outcome(method, seed=seed) for method in "AB" for seed in range(3)]
    study[0] = made_up_outcome("A", seed=0, finished=FinishReason.FAILING)
    found = ranks(study, 4)
    assert found is not None
    assert found.cases == 2


def test_a_method_that_always_failed_leaves_the_others_their_ranks() -> None:
    study = [
        made_up_outcome(method, steps=()) if method == "C" else made_up_outcome(method) for method in "ABC"
    ]
    found = ranks(study, 4)
    assert found is not None
    assert found.methods == ("A", "B")


def test_there_are_no_ranks_of_one_method_or_without_a_common_case() -> None:
    assert ranks([made_up_outcome("A")], 4) is None
    assert ranks([made_up_outcome("A"), made_up_outcome("B")], 8) is None
    assert ranks([made_up_outcome("A", seed=0), made_up_outcome("B", seed=1)], 4) is None
