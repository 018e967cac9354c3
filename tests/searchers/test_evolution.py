from collections import Counter

import numpy as np
import pytest

from tunewise import Problem, space
from tunewise.searchers.evolution import EvolutionSearcher, mutated
from tunewise.testing.history import History
from tunewise.testing.spaces import endless_spaces
from tunewise.trial import Status

ROUNDS = 200


def make_problem(mode="min"):
    domains = {"x": space.uniform(0, 1), "y": space.uniform(0, 1), "n": space.randint(1, 1000)}
    return Problem(domains, "loss", mode, resource_attr="epoch", max_resource=3)


def completed(history, loss, status=Status.COMPLETED):
    trial = history.start(until=3)
    history.curve(trial, [loss, loss, loss])
    history.end(trial, status)
    return trial


def evolve(searcher, history, rounds=ROUNDS):
    """What it proposes for the same history with different draws."""
    return [searcher.propose(history.trials, np.random.default_rng(number)) for number in range(rounds)]


def test_it_begins_with_random_configurations():
    problem = make_problem()
    history, searcher = History(problem), EvolutionSearcher(problem, population_size=3)
    for loss in (3.0, 2.0):
        assert {proposal.why["kind"] for proposal in evolve(searcher, history, 10)} == {"random"}
        completed(history, loss)
    assert {proposal.why["kind"] for proposal in evolve(searcher, history, 10)} == {"random"}
    completed(history, 1.0)
    assert {proposal.why["kind"] for proposal in evolve(searcher, history, 10)} == {"evolution"}


def test_a_child_differs_from_its_parent_in_what_it_says():
    problem = make_problem()
    history, searcher = History(problem), EvolutionSearcher(problem, population_size=3)
    for loss in (3.0, 2.0, 1.0):
        completed(history, loss)
    for proposal in evolve(searcher, history):
        parent = history.trials[proposal.why["parent"]].config
        differing = [name for name in parent if parent[name] != proposal.config[name]]
        assert differing == [proposal.why["changed"]]


def test_each_hyperparameter_is_changed_as_often():
    problem = make_problem()
    history, searcher = History(problem), EvolutionSearcher(problem, population_size=2)
    for loss in (2.0, 1.0):
        completed(history, loss)
    changed = Counter(proposal.why["changed"] for proposal in evolve(searcher, history, 600))
    assert all(150 < changed[name] < 250 for name in ("x", "y", "n"))


@pytest.mark.parametrize("mode", ["min", "max"])
def test_the_fitter_have_more_children(mode):
    problem = make_problem(mode)
    history, searcher = History(problem), EvolutionSearcher(problem, population_size=4, sample_size=2)
    for loss in (1.0, 2.0, 3.0, 4.0):
        completed(history, problem.sign * loss)
    parents = Counter(proposal.why["parent"] for proposal in evolve(searcher, history, 1600))
    # the best of two drawn from four, with replacement: 7, 5, 3 and 1 sixteenths
    assert [parents[trial] / 100 for trial in range(4)] == pytest.approx([7, 5, 3, 1], abs=0.6)


def test_the_oldest_retire_however_good():
    problem = make_problem()
    history, searcher = History(problem), EvolutionSearcher(problem, population_size=3, sample_size=1)
    for loss in (0.0, 3.0, 2.0, 1.0):
        completed(history, loss)
    parents = {proposal.why["parent"] for proposal in evolve(searcher, history)}
    assert parents == {1, 2, 3}


def test_age_is_counted_from_completion():
    problem = make_problem()
    history, searcher = History(problem), EvolutionSearcher(problem, population_size=2, sample_size=1)
    slow = history.start(until=3)
    for loss in (3.0, 2.0):
        completed(history, loss)
    history.curve(slow, [1.0, 1.0, 1.0])
    history.end(slow, Status.COMPLETED)
    assert {proposal.why["parent"] for proposal in evolve(searcher, history)} == {slow.id, 2}


def test_who_was_not_trained_to_the_end_has_no_children():
    problem = make_problem()
    history, searcher = History(problem), EvolutionSearcher(problem, population_size=3)
    for status in (Status.FAILED, Status.STOPPED, Status.PAUSED):
        completed(history, 0.0, status)
    assert {proposal.why["kind"] for proposal in evolve(searcher, history, 10)} == {"random"}
    fit = completed(history, 1.0)
    assert {proposal.why["parent"] for proposal in evolve(searcher, history)} == {fit.id}


def test_where_every_child_was_tried_it_is_random_and_says_so():
    problem = Problem({"a": space.choice([1, 2]), "b": space.choice([1, 2, 3])}, metric="loss")
    history, searcher = History(problem), EvolutionSearcher(problem, population_size=2, sample_size=1)
    for a, b, status in ((1, 1, Status.COMPLETED), (2, 1, None), (1, 2, None), (1, 3, None)):
        trial = history.start({"a": a, "b": b})
        history.report(trial, 1, 1.0)
        if status is not None:
            history.end(trial, status)
    proposal = searcher.propose(history.trials, np.random.default_rng(0))
    assert proposal is not None
    assert proposal.why == {"kind": "random", "because": "every child was tried before"}
    assert proposal.config in ({"a": 2, "b": 2}, {"a": 2, "b": 3})


class TestMutation:
    def test_a_new_value_is_another_one(self):
        here = space.Space({"a": space.choice(["p", "q"]), "n": space.randint(1, 2)})
        for number in range(50):
            rng = np.random.default_rng(number)
            assert mutated(here, {"a": "p", "n": 2}, "a", rng) == {"a": "q", "n": 2}
            assert mutated(here, {"a": "p", "n": 2}, "n", rng) == {"a": "p", "n": 1}

    def test_what_matters_changes_with_its_condition(self):
        here = endless_spaces()["conditional"]
        parent: space.Config = {"optimizer": "adam", "beta": 0.9, "lr": 0.01}
        child = mutated(here, parent, "optimizer", np.random.default_rng(0))
        assert set(child) == {"momentum", "nesterov", "optimizer", "lr"}
        assert child["lr"] == 0.01
        back = mutated(here, child, "optimizer", np.random.default_rng(0))
        assert set(back) == {"optimizer", "beta", "lr"}

    def test_a_child_keeps_what_does_not_depend_on_the_change(self):
        here = endless_spaces()["conditional"]
        parent: space.Config = {"momentum": 0.3, "nesterov": True, "optimizer": "sgd", "lr": 0.01}
        child = mutated(here, parent, "lr", np.random.default_rng(0))
        assert {**child, "lr": 0.01} == parent
        assert child["lr"] != 0.01

    @pytest.mark.parametrize("name", endless_spaces())
    def test_children_are_in_the_space(self, name):
        here = endless_spaces()[name]
        rng = np.random.default_rng(0)
        for _ in range(100):
            parent = here.sample(rng)
            changeable = [other for other in here.names if other in parent]
            child = mutated(here, parent, changeable[int(rng.integers(len(changeable)))], rng)
            assert here.validate(child) == child


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"population_size": 1}, "population_size is 1: it must be a whole number of at least 2"),
        ({"sample_size": 0}, "sample_size is 0: it must be a whole number of at least 1"),
        ({"sample_size": 1.5}, r"sample_size is 1.5: it must be a whole number of at least 1"),
    ],
)
def test_arguments_out_of_range(arguments, message):
    with pytest.raises(ValueError, match=message):
        EvolutionSearcher(make_problem(), **arguments)
