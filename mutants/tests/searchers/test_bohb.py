import numpy as np
import pytest

from tunewise import Problem, methods, space
from tunewise.schedulers.asha import AshaPromotion, AshaStopping
from tunewise.schedulers.sync_halving import SyncHyperband
from tunewise.searchers.densities import BohbSearcher
from tunewise.testing.history import History
from tunewise.trial import Status


@pytest.fixture
def problem():
    return Problem({"x": space.uniform(0, 1)}, metric="loss", resource_attr="epoch", max_resource=27)


def seen(problem, xs, level, loss, status=Status.PAUSED):
    """A history of trials at these values that went up to a level."""
    history = History(problem)
    for x in xs:
        add(history, x, level, loss, status)
    return history


def add(history, x, level, loss, status=Status.PAUSED):
    trial = history.start({"x": float(x)})
    if level:
        history.curve(trial, [loss(x, reached) for reached in range(1, level + 1)])
    history.end(trial, status)


def proposals(searcher, history, number=300):
    return [searcher.propose(history.trials, np.random.default_rng([1, seed])) for seed in range(number)]


def kinds(proposed):
    found = [proposal.why["kind"] for proposal in proposed]
    return {kind: found.count(kind) / len(found) for kind in set(found)}


def test_it_is_random_until_a_level_has_enough(problem):
    history = seen(problem, np.linspace(0, 1, 3), 9, lambda x, level: x)
    searcher = BohbSearcher(problem)
    assert kinds(proposals(searcher, history, 20)) == {"initial design": 1.0}
    add(history, 0.5, 1, lambda x, level: x)
    assert proposals(searcher, history, 20)[0].why.get("level", 1) == 1


def test_a_third_is_random_all_the_same(problem):
    history = seen(problem, np.linspace(0, 1, 30), 1, lambda x, level: x)
    found = kinds(proposals(BohbSearcher(problem), history))
    assert found["random safeguard"] == pytest.approx(1 / 3, abs=0.08)
    assert set(kinds(proposals(BohbSearcher(problem, random_share=0.0), history, 30))) == {"density ratio"}


def test_the_highest_level_with_enough_trials_decides(problem):
    """At level 1 small values look good, at level 9 large ones do."""
    history = seen(problem, np.linspace(0, 1, 30), 1, lambda x, level: x)
    searcher = BohbSearcher(problem, random_share=0.0)
    found = proposals(searcher, history, 100)
    assert {proposal.why["level"] for proposal in found} == {1}
    assert np.mean([proposal.config["x"] for proposal in found]) < 0.35
    for x in np.linspace(0.01, 0.99, 12):
        add(history, x, 9, lambda x, level: x if level < 9 else -x)
    found = proposals(searcher, history, 100)
    assert {proposal.why["level"] for proposal in found} == {9}
    assert np.mean([proposal.config["x"] for proposal in found]) > 0.65


def test_only_given_levels_count(problem):
    history = seen(problem, np.linspace(0, 1, 30), 5, lambda x, level: x)
    searcher = BohbSearcher(problem, [1, 3, 9], random_share=0.0)
    assert proposals(searcher, history, 1)[0].why["level"] == 3


def test_it_keeps_away_from_where_trials_fail(problem):
    history = seen(problem, np.linspace(0, 0.5, 20), 1, lambda x, level: 1.0)
    for x in np.linspace(0.55, 1, 20):
        add(history, x, 0, None, Status.FAILED)
    found = [p.config["x"] for p in proposals(BohbSearcher(problem, random_share=0.0), history, 100)]
    assert np.mean(np.array(found) < 0.55) > 0.9


def test_the_share_of_random_proposals_is_a_share(problem):
    with pytest.raises(ValueError, match=r"random_share is 1.5: it must be from 0 to 1"):
        BohbSearcher(problem, random_share=1.5)


@pytest.mark.parametrize(
    ("type", "scheduler"),
    [("synchronous", SyncHyperband), ("promotion", AshaPromotion), ("stopping", AshaStopping)],
)
def test_the_recipe_comes_in_three_kinds(problem, type, scheduler):
    method = methods.bohb(problem, type=type)
    assert isinstance(method.scheduler, scheduler)
    assert method.arguments["type"] == type


def test_the_recipe_is_as_published_unless_told_otherwise(problem):
    assert isinstance(methods.bohb(problem).scheduler, SyncHyperband)
