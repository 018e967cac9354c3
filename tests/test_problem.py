"""A problem that can't be tuned is refused in a sentence."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tunewise import Problem, space
from tunewise.problem import ProblemError
from tunewise.space import Domain, SpaceError, Value

SPACE: dict[str, Domain | Value] = {"lr": space.loguniform(1e-3, 1), "epochs": 9}


def test_it_survives_json() -> None:
    problem = Problem(SPACE, "loss", "max", "epoch", 9, "epochs")
    assert Problem.from_json(json.loads(json.dumps(problem.to_json()))) == problem


def test_its_json_is_that_of_earlier_versions() -> None:
    assert json.dumps(Problem(SPACE, "loss", "max", "epoch", 9, "epochs").to_json()) == (
        '{"space": {"lr": "loguniform(0.001, 1.0)", "epochs": "9"}, "metric": "loss", "mode": "max", '
        '"resource_attr": "epoch", "max_resource": 9, "max_resource_arg": "epochs"}'
    )
    oldest = {"space": {"lr": "loguniform(0.001, 1.0)"}, "metric": "accuracy"}
    assert Problem.from_json(oldest).mode == "min"  # before it was asked for
    for changes in ({"mode": "down"}, {"metric": None}, {"max_resource": "9"}, {"levels": 9}):
        with pytest.raises(ValueError, match=next(iter(changes))):
            Problem.from_json({**oldest, **changes})


def test_a_constant_can_be_the_largest_resource() -> None:
    assert Problem(SPACE, "loss", resource_attr="epoch", max_resource_arg="epochs").max_resource == 9


def test_the_limit_becomes_an_argument() -> None:
    problem = Problem(SPACE, "loss", resource_attr="epoch", max_resource_arg="epochs")
    assert problem.arguments({"lr": 0.1, "epochs": 9}, until=3) == {"lr": 0.1, "epochs": 3}
    assert problem.arguments({"lr": 0.1, "epochs": 9}, until=None) == {"lr": 0.1, "epochs": 9}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"metric": ""}, "The metric has no name"),
        ({"metric": ["loss"]}, "metric is ['loss']: give one text"),
        ({"metric": "loss", "resource_attr": 5}, "resource_attr is 5: give one text"),
        ({"metric": "loss", "mode": "down"}, "say 'min' or 'max'"),
        ({"metric": "loss", "resource_attr": "loss"}, "both metric and resource"),
        ({"metric": "loss", "max_resource": 0}, "max_resource is 0"),
        ({"metric": "loss", "max_resource": True}, "max_resource is True"),
        ({"metric": "loss", "max_resource_arg": "steps"}, "max_resource isn't given"),
        ({"metric": "loss", "max_resource": 9, "max_resource_arg": "lr"}, "take it out of the space"),
    ],
)
def test_what_cannot_be_is_refused(arguments: dict[str, Any], message: str) -> None:
    with pytest.raises(ProblemError) as refusal:
        Problem(SPACE, **arguments)
    assert message in str(refusal.value)


def test_the_text_of_a_domain_is_that_domain_as_in_a_file() -> None:
    written = {
        "lr": "loguniform(1e-3, 1)",
        "momentum": "uniform(0, 1) if kind == 'sgd'",
        "kind": "choice(['sgd'])",
    }
    problem = Problem({**written, "name": "adam", "path": "a(b)"}, "loss")
    assert problem.space.to_text() == {
        "lr": "loguniform(0.001, 1.0)",
        "momentum": "uniform(0.0, 1.0) if kind == 'sgd'",
        "kind": "choice(['sgd'])",
        "name": "'adam'",
        "path": "'a(b)'",
    }
    assert Problem.from_json(problem.to_json()) == problem
    # a text that was a constant stays one in what earlier versions wrote
    old = {**problem.to_json(), "space": {"x": "'uniform(0, 1)'", "lr": "uniform(0, 1)"}}
    assert Problem.from_json(old).space.constants == {"x": "uniform(0, 1)"}


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({}, "The space is empty"),
        (["lr"], "['lr'] isn't a space: give a mapping"),
        ("uniform(0, 1)", "isn't a space: give a mapping"),
        ({"x": "uniform(0, 1"}, "x: 'uniform(0, 1' isn't a domain"),
        ({"x": space.uniform}, "give a domain such as uniform(0, 1), or a constant"),
    ],
)
def test_what_is_no_space_is_refused(given: dict[str, Any], message: str) -> None:
    with pytest.raises(SpaceError) as refusal:
        Problem(given, "loss")
    assert message in str(refusal.value)


@pytest.mark.parametrize(
    "metric",
    [
        "accuracy",
        "val_acc",
        "valAcc",
        "roc_auc",
        "AUC",
        "test/f1",
        "F1Score",
        "r2",
        "R2",
        "mean_reward",
        "score",
    ],
)
def test_of_a_metric_named_like_a_gain_the_direction_is_asked_for(metric: str) -> None:
    with pytest.raises(ProblemError, match="give the mode, 'max' if larger is better or 'min' if smaller is"):
        Problem(SPACE, metric)
    assert Problem(SPACE, metric, "min").mode == "min"
    assert Problem(SPACE, metric, "max").mode == "max"


@pytest.mark.parametrize(
    "metric",
    ["loss", "val_loss", "error", "perplexity", "rmse", "y", "metric", "accuracy_error", "f1_loss", "places"],
)
def test_any_other_metric_is_minimised_by_default(metric: str) -> None:
    assert Problem(SPACE, metric).mode == "min"
    assert Problem(SPACE, metric) == Problem(SPACE, metric, "min")
