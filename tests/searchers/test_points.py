import numpy as np
import pytest

from tunewise import Problem, space
from tunewise.searchers.base import Proposal
from tunewise.searchers.model_free import GridSearcher, PointsFirst, RandomSearcher
from tunewise.testing.history import History


@pytest.fixture
def problem():
    domains: dict[str, space.Domain | space.Value] = {
        "momentum": space.uniform(0.0, 1.0).when("optimizer", "sgd"),
        "optimizer": space.choice(["sgd", "adam"]),
        "lr": space.loguniform(1e-4, 1.0),
        "layers": space.randint(1, 9),
        "epochs": 20,
    }
    return Problem(domains, metric="loss")


def proposals(searcher, problem, number):
    history = History(problem)
    found = []
    for decision in range(number):
        proposal = searcher.propose(history.trials, np.random.default_rng(decision))
        history.start(proposal.config)
        found.append(proposal)
    return found


def complete(**values):
    return {"optimizer": "adam", "lr": 0.01, "layers": 5, "epochs": 20, **values}


def test_the_points_come_in_order_and_once_each_and_then_the_inner_searchers_proposals(problem):
    points = [complete(lr=0.5), complete(layers=2), complete(lr=0.5), complete()]
    found = proposals(PointsFirst(problem, points, GridSearcher(problem)), problem, 5)
    given = [proposal.config for proposal in found[:3]]
    assert given == [complete(lr=0.5), complete(layers=2), complete()]
    assert [proposal.why["kind"] for proposal in found] == ["given point"] * 3 + ["grid"] * 2


def test_without_points_it_is_random_search(problem):
    assert proposals(PointsFirst(problem), problem, 5) == proposals(RandomSearcher(problem), problem, 5)


def test_points_that_were_tried_before_are_passed_over(problem):
    history = History(problem)
    history.start(complete(lr=0.5))
    searcher = PointsFirst(problem, [complete(lr=0.5), complete(lr=0.25)])
    proposal = searcher.propose(history.trials, np.random.default_rng(0))
    assert proposal == Proposal(complete(lr=0.25), {"kind": "given point"})


@pytest.mark.parametrize(
    ("point", "expected"),
    [
        ({}, complete()),
        ({"lr": 1}, complete(lr=1.0)),
        ({"optimizer": "sgd"}, complete(optimizer="sgd", momentum=0.5)),
        ({"optimizer": "sgd", "momentum": 0.9}, complete(optimizer="sgd", momentum=0.9)),
        ({"layers": np.int64(3), "epochs": 20}, complete(layers=3)),
    ],
)
def test_what_a_point_leaves_out_is_the_middle_of_its_domain(problem, point, expected):
    (proposal,) = proposals(PointsFirst(problem, [point]), problem, 1)
    assert proposal.config == pytest.approx(expected)
    assert list(proposal.config) == list(problem.space.validate(proposal.config))


def test_a_parent_that_is_filled_in_brings_its_children():
    domains = {
        "c": space.uniform(0, 2).when("b", 2),
        "b": space.randint(1, 3).when("a", "y"),
        "a": space.choice(["x", "y"]),
    }
    problem = Problem(domains, metric="loss")
    (proposal,) = proposals(PointsFirst(problem, [{}]), problem, 1)
    assert proposal.config == {"c": 1.0, "b": 2, "a": "y"}


@pytest.mark.parametrize(
    ("point", "message"),
    [
        ({"lr": 7.0}, "lr: 7.0 isn't a number from 0.0001 to 1.0"),
        ({"lr": "high"}, "lr: 'high' isn't a number"),
        ({"learning_rate": 0.1}, "There is no hyperparameter 'learning_rate'"),
        ({"optimizer": "adam", "momentum": 0.9}, "momentum has a value, but it only matters if"),
        ({"epochs": 3}, "epochs is 3, but it is the constant 20"),
    ],
)
def test_a_point_outside_the_space_is_named(problem, point, message):
    with pytest.raises(ValueError, match=r"points_to_evaluate\[1\] is ") as caught:
        PointsFirst(problem, [complete(), point])
    assert message in str(caught.value)


def test_the_points_may_be_changed_afterwards(problem):
    points = [complete(lr=0.5)]
    searcher = PointsFirst(problem, points)
    points[0]["lr"] = 0.25
    points.clear()
    assert proposals(searcher, problem, 1)[0].config == complete(lr=0.5)
