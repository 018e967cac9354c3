"""Which trials are compared, and what they say about the hyperparameters."""

import math
from collections.abc import Mapping

import pytest
from tests.helpers.learned import EPOCHS, PROBLEM, entries_of, loss, state_of

from tunewise import AskTell, Problem, Start, methods, space
from tunewise.models.importance import STEPS, Finding, Importance, Tally, axis_of, comparison, importance_of
from tunewise.space import Value
from tunewise.trial import Trials


def findings(trials: Trials) -> dict[str, Finding]:
    return {finding.name: finding for finding in importance_of(trials).findings}


def ends(finding: Finding) -> tuple[float, float]:
    assert finding.region is not None
    low, high = finding.region[:2]
    assert isinstance(low, float)
    assert isinstance(high, float)
    return low, high


def test_what_matters_is_found_and_where_it_is_good() -> None:
    found = findings(state_of(entries_of(200)).trials)
    assert list(found) == ["lr", "optimizer", "dropout", "layers", "momentum"]
    assert [name for name, each in found.items() if each.matters] == ["lr", "optimizer", "dropout"]
    assert all(each.low <= each.share <= each.high for each in found.values())
    (lowest, highest), (low, high) = ends(found["lr"]), ends(found["dropout"])
    assert 1e-4 <= lowest < highest < 2e-3
    assert 0.0 < low < 0.3 < high < 0.8
    assert found["optimizer"].tallies[-1] == Tally("sgd", 0, 76)
    assert (found["momentum"].active, found["momentum"].share) == (0, 0.0)


def test_the_same_history_says_the_same() -> None:
    trials = state_of(entries_of(60)).trials
    assert importance_of(trials) == importance_of(trials)


def test_below_20_trials_nothing_is_said() -> None:
    too_few = importance_of(state_of(entries_of(19)).trials)
    assert too_few.findings == ()
    assert (too_few.compared.best, too_few.compared.left_out) == (0, 19)
    assert importance_of(state_of(entries_of(20)).trials).findings


def test_failures_count_as_worse() -> None:
    compared = comparison(state_of(entries_of(60, failed=25)).trials)
    assert (len(compared.ids), compared.reached, compared.failed) == (60, 35, 25)
    assert set(compared.ids[35:]) == set(range(25))
    assert comparison(state_of(entries_of(60, failed=45)).trials).best == 0  # 15 have reported


def test_trials_that_went_far_are_compared_where_they_got() -> None:
    compared = comparison(state_of(entries_of(90, rung=3)).trials)
    assert (compared.level, compared.reached, len(compared.ids), compared.best) == (None, 30, 90, 9)


def test_if_few_went_far_an_earlier_level_counts() -> None:
    trials = state_of(entries_of(45, rung=3)).trials  # 15 got to the end
    compared = comparison(trials)
    assert (compared.level, compared.reached, compared.best) == (3, 45, 8)
    ranked = sorted(range(45), key=lambda trial_id: min(trials[trial_id].values[:3]))
    assert list(compared.ids) == ranked


def test_what_is_best_early_and_poor_later_does_not_count_as_the_best() -> None:
    """At epoch 3 a large lr is better; at the end a small one."""
    scale = {"lr": space.loguniform(1e-4, 1e-1)}
    problem = Problem(scale, metric="val_loss", resource_attr="epoch", max_resource=EPOCHS)

    def crossing(config: Mapping[str, Value], epoch: int) -> float:
        lr = config["lr"]
        assert isinstance(lr, float)
        return math.log10(lr) * (-1 if epoch <= 3 else 1) + 60.0 / epoch

    trials = state_of(entries_of(150, problem, crossing, rung=3), problem).trials
    low, high = ends(findings(trials)["lr"])
    ended = sorted(float(str(trial.config["lr"])) for trial in trials if trial.level == EPOCHS)
    assert ended[0] <= low < high < ended[len(ended) // 2]  # the best third of 50


def test_a_trial_that_still_trains_is_judged_once_it_gets_there() -> None:
    opt = AskTell(methods.rs(PROBLEM, seed=0))
    for number in range(30):
        step = opt.ask(now=float(number))
        assert isinstance(step, Start)
        for epoch in range(1, EPOCHS + 1 if number < 25 else 3):
            config = opt.trials[step.trial_id].config
            opt.report(step.trial_id, {"epoch": epoch, "val_loss": loss(config, epoch)}, now=float(number))
        if number < 25:
            opt.complete(step.trial_id, now=float(number))
    compared = comparison(opt.trials)
    assert (len(compared.ids), compared.left_out, compared.level) == (25, 5, None)


def test_a_script_that_ends_by_itself_is_compared_by_what_it_reached() -> None:
    problem = Problem({"x": space.uniform(0, 1)}, metric="loss")
    opt = AskTell(methods.rs(problem, seed=0))
    for number in range(40):
        step = opt.ask(now=float(number))
        assert isinstance(step, Start)
        x = opt.trials[step.trial_id].config["x"]
        assert isinstance(x, float)
        for report in range(1 + number % 3):
            opt.report(step.trial_id, {"loss": x + 0.001 * report}, now=float(number))
        opt.complete(step.trial_id, now=float(number))
    found = importance_of(opt.trials)
    assert (found.compared.level, found.compared.reached) == (None, 40)
    assert found.findings[0].region is not None
    assert found.findings[0].region.at_low


@pytest.mark.parametrize(
    ("domain", "values", "cells", "size"),
    [
        (space.uniform(0, 1), [0.0, 0.5, 1.0], [0, 25, 49], STEPS),
        (space.loguniform(1e-4, 1.0), [1e-4, 1e-2, 1.0], [0, 25, 49], STEPS),
        (space.randint(3, 7), [3, 5, 7], [0, 2, 4], 5),
        (space.randint(1, 1000), [1, 1000], [0, 49], STEPS),
        (space.lograndint(1, 8), [1, 8], [0, 7], 8),
        (space.choice(["a", True, None, 1.5]), ["a", True, None, 1.5], [0, 1, 2, 3], 4),
        (space.ordinal([16, 64, 512]), [512, 16], [2, 0], 3),
        (space.finrange(0, 1, 11), [0.3, 1.0], [3, 10], 11),
    ],
)
def test_values_have_their_place_on_the_scale(domain, values, cells, size) -> None:
    axis = axis_of("x", domain, [*({"x": value} for value in values), {}])
    assert axis.cells.tolist() == [*cells, -1]
    assert len(axis.edges) == size + 1
    assert (axis.edges[0], axis.edges[-1]) == (0.0, 1.0)
    assert (axis.edges[1:] > axis.edges[:-1]).all()


def test_a_space_of_constants_has_nothing_to_weigh() -> None:
    fixed = Problem({"lr": 0.1}, metric="val_loss", resource_attr="epoch", max_resource=EPOCHS)
    found = importance_of(state_of(entries_of(30, fixed, lambda config, epoch: 1.0 / epoch), fixed).trials)
    assert isinstance(found, Importance)
    assert found.findings == ()


@pytest.mark.slow
def test_thousands_of_trials_are_thinned_evenly() -> None:
    few = findings(state_of(entries_of(1_500)).trials)
    many = findings(state_of(entries_of(3_000)).trials)
    assert many["lr"].share == pytest.approx(few["lr"].share, abs=0.1)
