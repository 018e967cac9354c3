from collections import Counter

import numpy as np
import pytest

from tunewise import Problem, space
from tunewise.searchers import model_free
from tunewise.searchers.model_free import RandomSearcher
from tunewise.testing.history import History


def rng(number):
    return np.random.default_rng([0, number])


def used_up(problem, proposals):
    """Proposes and starts so often; returns the history."""
    history = History(problem)
    searcher = RandomSearcher(problem)
    for number in range(proposals):
        proposal = searcher.propose(history.trials, rng(number))
        assert proposal is not None
        history.start(proposal.config)
    return history


def test_the_first_draw_is_the_spaces_own():
    problem = Problem({"lr": space.loguniform(1e-4, 1.0), "n": space.randint(1, 9)}, metric="loss")
    proposal = RandomSearcher(problem).propose(History(problem).trials, rng(0))
    assert proposal is not None
    assert proposal.config == problem.space.sample(rng(0))
    assert proposal.why == {"kind": "random"}


def test_a_finite_space_is_used_up():
    problem = Problem({"n": space.randint(1, 300)}, metric="loss")
    history = used_up(problem, 300)
    assert sorted(trial.config["n"] for trial in history.trials) == list(range(1, 301))
    assert RandomSearcher(problem).propose(history.trials, rng(300)) is None


def test_what_is_hardly_ever_drawn_is_found_in_the_end():
    problem = Problem({"n": space.lograndint(1, 2000)}, metric="loss")
    history = used_up(problem, 2000)
    assert len({trial.config["n"] for trial in history.trials}) == 2000


def test_the_order_is_random():
    problem = Problem({"kind": space.choice(["a", "b", "c"])}, metric="loss")
    searcher = RandomSearcher(problem)
    trials = History(problem).trials
    counts: Counter[space.Value] = Counter()
    for number in range(600):
        proposal = searcher.propose(trials, rng(number))
        assert proposal is not None
        counts[proposal.config["kind"]] += 1
    assert all(150 < counts[kind] < 250 for kind in "abc")


def test_the_endless_part_of_a_space_is_found_among_what_was_tried():
    domains = {"kind": space.choice(list(range(20))), "x": space.uniform(0, 1).when("kind", 7)}
    problem = Problem(domains, metric="loss")
    history = used_up(problem, 60)
    assert len({problem.space.key(trial.config) for trial in history.trials}) == 60


def test_an_endless_space_of_which_nothing_new_is_drawn_counts_as_exhausted(monkeypatch):
    monkeypatch.setattr(model_free, "PATIENCE", 50)
    lower = 1.0
    problem = Problem({"x": space.uniform(lower, np.nextafter(lower, 2.0))}, metric="loss")
    history = used_up(problem, 2)
    assert RandomSearcher(problem).propose(history.trials, rng(2)) is None


@pytest.mark.parametrize("size", [10**6, 10**18])
def test_a_large_finite_space_is_not_gone_through(size):
    problem = Problem({"n": space.randint(1, size)}, metric="loss")
    assert len(used_up(problem, 20).trials) == 20
