"""PED-ANOVA: against its definition, against another implementation, and where the truth is known."""

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.special import ndtr

from tunewise.arrays import Array
from tunewise.surrogates.importance import Axis, Weighed, divergence, weigh

STEPS = 50


def real(u: Array) -> Axis:
    return Axis(np.minimum((u * STEPS).astype(np.intp), STEPS - 1), np.linspace(0.0, 1.0, STEPS + 1), True)


def one_of(size: int, places: NDArray[Any], ordered: bool = False) -> Axis:
    return Axis(places.astype(np.intp), np.linspace(0.0, 1.0, size + 1), ordered)


def weighed(points: list[Axis], losses: Array, share: float = 0.1) -> Weighed:
    order = np.argsort(losses, kind="stable")
    axes = [Axis(axis.cells[order], axis.edges, axis.ordered) for axis in points]
    return weigh(axes, round(share * len(losses)), np.random.default_rng(0))


def bowl(x: Array) -> Array:
    """Three of four axes matter, each less than the one before."""
    result: Array = 4 * (x[:, 0] - 0.3) ** 2 + 2 * (x[:, 1] - 0.6) ** 2 + 0.5 * (x[:, 2] - 0.5) ** 2
    return result


def random(n: int) -> Array:
    return np.random.default_rng(n).random((n, 4))


def searched(n: int) -> Array:
    """The second half is near the best value of the first axis, as a searcher would have it."""
    rng = np.random.default_rng(n)
    x = rng.random((n, 4))
    x[n // 2 :, 0] = np.clip(0.3 + 0.1 * rng.standard_normal(n - n // 2), 0.0, 1.0)
    return x


HISTORIES = {(kind.__name__, n): kind(n) for kind in (random, searched) for n in (100, 1000)}

OPTUNA = {
    ("random", 100): (0.7395, 0.2392, 0.0074, 0.0139),
    ("random", 1000): (0.6047, 0.3563, 0.0372, 0.0018),
    ("searched", 100): (0.7306, 0.2478, 0.0096, 0.0120),
    ("searched", 1000): (0.3542, 0.4998, 0.1440, 0.0020),
}
"""What `optuna.importance.PedAnovaImportanceEvaluator()` of Optuna 5.0.0 says, as shares."""


@pytest.mark.parametrize("history", HISTORIES)
def test_divergences_are_those_of_optuna(history: tuple[str, int]) -> None:
    """Its bandwidths take the quartiles into account as well, so that they are smaller here and there."""
    x = HISTORIES[history]
    found = weighed([real(column) for column in x.T], bowl(x)).divergence
    np.testing.assert_allclose(found / found.sum(), OPTUNA[history], atol=0.025)


@pytest.mark.parametrize("history", HISTORIES)
def test_the_recorded_shares_are_what_optuna_says(history: tuple[str, int]) -> None:
    optuna = pytest.importorskip("optuna", reason="Optuna isn't installed: pip install optuna==5.0.0")
    x = HISTORIES[history]
    scale = {f"x{axis}": optuna.distributions.FloatDistribution(0.0, 1.0) for axis in range(4)}
    study = optuna.create_study()
    for row, loss in zip(x.tolist(), bowl(x).tolist(), strict=True):
        params = {f"x{axis}": number for axis, number in enumerate(row)}
        study.add_trial(optuna.trial.create_trial(params=params, distributions=scale, value=loss))
    said = optuna.importance.PedAnovaImportanceEvaluator().evaluate(study)
    shares = [said[name] / sum(said.values()) for name in scale]
    np.testing.assert_allclose(shares, OPTUNA[history], atol=1e-4)


def test_the_divergence_of_a_choice_is_that_of_its_frequencies() -> None:
    """Optuna 5.0.0 says about a third of this: it spreads each choice by the same amount, however many trials
    there are. Here a single point of the prior is spread."""
    places = np.repeat([0, 1, 2], 10_000)
    top = (places == 0).astype(float)[None]
    found = divergence(one_of(3, places), top, np.ones_like(top))
    expected = (1 - 1 / 3) ** 2 / (1 / 3) + 2 * (1 / 3) ** 2 / (1 / 3)
    assert found == pytest.approx([expected], rel=1e-3)


def test_the_divergence_of_a_number_is_the_integral_of_its_definition() -> None:
    """The best 30 % of |u - 1/2| are uniform on 30 % of the axis, whose divergence is 1 / 0.3 - 1; a kernel
    makes it a little less."""
    u = (np.arange(100_000) + 0.5) / 100_000
    top = (np.abs(u - 0.5) <= 0.15).astype(float)[None]
    bandwidth = 1.06 * 0.3 / np.sqrt(12) * 30_000 ** (-1 / 5)
    fine = np.linspace(0.0, 1.0, 20_001)
    density = (ndtr((fine - 0.35) / bandwidth) - ndtr((fine - 0.65) / bandwidth)) / 0.3
    expected = float(np.mean((density - 1) ** 2))
    assert divergence(real(u), top, np.ones_like(top)) == pytest.approx([expected], rel=0.03)
    assert expected == pytest.approx(1 / 0.3 - 1, rel=0.1)


@pytest.mark.slow
def test_shares_come_near_those_of_many_trials_and_intervals_hold_them() -> None:
    many = np.random.default_rng(1).random((5_000, 4))
    truth = weighed([real(column) for column in many.T], bowl(many)).shares
    assert truth[0] > truth[1] > truth[2] > 0.01 > truth[3]
    inside = 0
    for seed in range(10):
        x = np.random.default_rng(100 + seed).random((200, 4))
        found = weighed([real(column) for column in x.T], bowl(x))
        inside += int(((found.low <= truth + 0.01) & (truth <= found.high + 0.01)).sum())
        assert found.low[0] > 0.2
        assert found.chance[0] <= 0.01
    assert inside >= 28  # of 40, which should be 32


def test_what_does_not_matter_gets_nothing() -> None:
    rng = np.random.default_rng(3)
    axes = [
        real(rng.random(500)),
        one_of(5, rng.integers(0, 5, 500)),
        one_of(8, rng.integers(0, 8, 500), True),
    ]
    x = rng.random(500)
    found = weighed([real(x), *axes], (x - 0.5) ** 2)
    assert found.shares[0] > 0.97
    assert (found.chance[1:] > 0.01).all()


@pytest.mark.slow
def test_where_nothing_matters_all_may_be_chance() -> None:
    by_chance = []
    for seed in range(10):
        rng = np.random.default_rng(seed)
        found = weighed([real(rng.random(100)) for _ in range(3)], rng.random(100))
        by_chance += (found.chance <= 0.05).tolist()
    assert sum(by_chance) <= 5  # of 30, which should be 1 or 2


def test_equal_values_everywhere_say_nothing() -> None:
    same = one_of(3, np.zeros(50))
    found = weighed([same, same], np.arange(50.0))
    assert found.shares.tolist() == found.low.tolist() == found.high.tolist() == [0.0, 0.0]
    assert found.chance.tolist() == [1.0, 1.0]


def test_interactions_count_for_those_that_take_part() -> None:
    rng = np.random.default_rng(5)
    x = rng.random((2000, 3))
    found = weighed([real(column) for column in x.T], np.abs(x[:, 0] * x[:, 1] - 0.9))
    assert found.shares[:2] == pytest.approx([0.5, 0.5], abs=0.1)
    assert found.shares[2] < 0.02


def test_an_axis_that_matters_for_some_is_weighed_among_these() -> None:
    rng = np.random.default_rng(6)
    x, switch = rng.random(2000), rng.integers(0, 2, 2000)
    half = real(x)
    axis = Axis(np.where(switch == 1, half.cells, -1), half.edges, True)
    both = weighed([axis, one_of(2, switch)], np.where(switch == 1, (x - 0.5) ** 2, 1.0))
    assert both.divergence[0] > 2.0  # the best tenth lies on a fifth of it
    none = weighed([axis, one_of(2, switch)], np.where(switch == 0, rng.random(2000), 2.0))
    assert none.divergence[0] == 0.0
