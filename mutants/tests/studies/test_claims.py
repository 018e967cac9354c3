"""Claims: what they say, and how sure they are."""

import math
from itertools import product

import numpy as np
import pytest
from tests.helpers.outcomes import made_up_outcome

from tunewise.studies.claims import PUBLISHED, Claim, Verdict, evaluate, parse_claim
from tunewise.studies.comparison import Arm, Arms, arms_of

CLAIM = Claim(Arm("BO", 4), Arm("RS", 8))


def arms(better: dict[int, float], than: dict[int, float], mode: str = "min", end: float = 100.0) -> Arms:
    """Both arms, with the last values of their seeds."""
    found = [
        made_up_outcome(arm.method, arm.workers, seed, [(1.0, value)], end, mode=mode)  # type: ignore[arg-type]
        for arm, values in zip(CLAIM, (better, than), strict=True)
        for seed, value in values.items()
    ]
    return arms_of(found, "table")


def verdict(better: dict[int, float], than: dict[int, float], mode: str = "min") -> Verdict:
    found = evaluate(CLAIM, arms(better, than, mode))
    assert found is not None
    return found


# ---- in words -------------------------------------------------------------------------------------------


def test_a_claim_reads_as_it_was_published() -> None:
    text = str(Verdict(CLAIM, "min", True, 0.968, 0.5, 1.0, 5, True))
    expected = (
        "BO with 4 workers ends below RS with 8: yes, in 97 % of bootstrap samples, at 0.50 of the cost"
    )
    assert text == expected


def test_a_claim_that_does_not_hold_says_how_rarely_it_does() -> None:
    text = str(Verdict(CLAIM, "max", False, 0.03, 0.25, 1.0, 5, True))
    assert text == (
        "BO with 4 workers ends above RS with 8: no, only in 3 % of bootstrap samples, at 0.25 of the cost"
    )


def test_a_single_seed_has_no_share() -> None:
    text = str(verdict({0: 1.0}, {0: 2.0}))
    assert text == "BO with 4 workers ends below RS with 8: yes, with a single seed, at 0.50 of the cost"


def test_one_worker_is_no_workers() -> None:
    claim = Claim(Arm("BO", 1), Arm("RS", 8))
    assert str(Verdict(claim, "min", True, 1.0, 0.5, 1.0, 5, True)).startswith("BO with 1 worker ends below")


def test_no_cost_has_no_ratio() -> None:
    assert "cost" not in str(Verdict(CLAIM, "min", True, 1.0, math.nan, 1.0, 5, True))


# ---- the grammar ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["BO@4 < RS@8", "BO@4<RS@8", "  BO @ 4 <  RS@8 "])
def test_claims_are_parsed(text: str) -> None:
    assert parse_claim(text) == CLAIM


def test_methods_may_have_odd_names() -> None:
    claim = parse_claim("MOBSTER (sync, v2)@2 < my-method_1.5@16")
    assert claim == (Arm("MOBSTER (sync, v2)", 2), Arm("my-method_1.5", 16))


@pytest.mark.parametrize(
    "text", ["", "BO", "BO < RS", "BO@4 > RS@8", "BO@4 < RS", "BO@x < RS@8", "BO@4 < RS@8 < A@1", "@4 < @8"]
)
def test_what_is_no_claim_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="write METHOD@WORKERS < METHOD@WORKERS"):
        parse_claim(text)


def test_published_claims_can_be_written() -> None:
    assert [parse_claim("BO@4 < RS@8"), parse_claim("MOBSTER@2 < ASHA@8")] == list(PUBLISHED)


# ---- the bootstrap --------------------------------------------------------------------------------------


def test_pairs_are_resampled_as_pairs() -> None:
    """Seeds differ a lot, and the methods a little: in pairs that is certain."""
    found = verdict({0: 0.9, 1: 9.9, 2: 99.9}, {0: 1.0, 1: 10.0, 2: 100.0})
    assert (found.holds, found.share, found.paired, found.seeds) == (True, 1.0, True, 3)


def test_without_common_seeds_it_is_uncertain() -> None:
    found = verdict({0: 0.9, 1: 9.9, 2: 99.9}, {3: 1.0, 4: 10.0, 5: 100.0})
    assert (found.holds, found.paired) == (True, False)
    exact = np.mean([
        np.mean(left) < np.mean(right)
        for left, right in product(
            product((0.9, 9.9, 99.9), repeat=3), product((1.0, 10.0, 100.0), repeat=3)
        )
    ])  # fmt: skip
    assert found.share == pytest.approx(exact, abs=0.05)


def test_the_share_of_pairs_is_that_of_all_samples() -> None:
    differences = [-3.0, -1.0, 0.5, 1.0]
    found = verdict(dict(enumerate(differences)), dict.fromkeys(range(4), 0.0))
    exact = np.mean([sum(sample) < 0.0 for sample in product(differences, repeat=4)])
    assert found.share == pytest.approx(exact, abs=0.04)


def test_only_common_seeds_are_paired() -> None:
    found = verdict({0: 1.0, 1: 1.0, 7: 1000.0}, {0: 2.0, 1: 2.0, 8: 0.0})
    assert (found.holds, found.share, found.seeds, found.paired) == (True, 1.0, 2, True)


def test_equal_ends_are_not_below() -> None:
    found = verdict({0: 1.0, 1: 2.0}, {0: 1.0, 1: 2.0})
    assert (found.holds, found.share) == (False, 0.0)


def test_above_is_better_where_more_is() -> None:
    found = verdict({0: 0.9, 1: 0.8}, {0: 0.7, 1: 0.6}, mode="max")
    assert (found.holds, found.share) == (True, 1.0)
    assert "ends above RS with 8: yes" in str(found)


def test_cost_is_what_both_spent_to_their_ends() -> None:
    """Half of the workers for as long."""
    found = verdict({0: 1.0, 1: 1.0}, {0: 2.0, 1: 2.0})
    assert (found.cost, found.wallclock) == (0.5, 1.0)


def test_experiments_that_spent_nothing_can_be_compared() -> None:
    found = evaluate(CLAIM, arms({0: 1.0, 1: 1.0}, {0: 2.0, 1: 2.0}, end=0.0))
    assert found is not None
    assert math.isnan(found.cost)


def test_without_experiments_there_is_no_verdict() -> None:
    assert evaluate(Claim(Arm("BO", 4), Arm("TPE", 8)), arms({0: 1.0}, {0: 2.0})) is None
