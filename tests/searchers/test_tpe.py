import numpy as np
import pytest

from tunewise import Problem, methods, space
from tunewise.searchers.densities import TpeSearcher
from tunewise.searchers.model_free import RandomSearcher
from tunewise.testing.history import History
from tunewise.trial import Status


def rng(number):
    return np.random.default_rng([3, number])


def search(problem, loss, trials, searcher=None, running=0, seed=0):
    """A search of which so many trials are always running; `loss` returns None for a failure."""
    searcher = searcher or TpeSearcher(problem)
    history = History(problem)
    busy = []
    for number in range(trials):
        proposal = searcher.propose(history.trials, np.random.default_rng([seed, number]))
        busy.append(history.start(proposal.config, until=9, why=proposal.why))
        if len(busy) <= running:
            continue
        trial = busy.pop(0)
        value = loss(trial.config)
        if value is not None:
            history.report(trial, 9, value)
        history.end(trial, Status.FAILED if value is None else Status.COMPLETED)
    return history


def best_of(history):
    return history.trials.best.value


@pytest.fixture
def square():
    domains = {"x": space.uniform(0, 1), "y": space.loguniform(1e-4, 1), "k": space.choice(["a", "b", "c"])}
    return Problem(domains, metric="loss", max_resource=9)


def bowl(config):
    return (config["x"] - 0.3) ** 2 + (np.log10(config["y"]) / 4 + 0.6) ** 2 + 0.1 * (config["k"] != "b")


def test_the_first_trials_are_random(square):
    history = search(square, bowl, 11)
    kinds = [trial.why["kind"] for trial in history.trials]
    assert kinds == ["initial design"] * 10 + ["density ratio"]
    assert history.trials[0].config == square.space.sample(np.random.default_rng([0, 0]))
    why = history.trials[10].why
    assert (why["good"], why["bad"]) == (2, 8)


def test_it_beats_random_search(square):
    for running in (0, 4):
        found = [best_of(search(square, bowl, 60, running=running, seed=seed)) for seed in range(6)]
        random = [best_of(search(square, bowl, 60, RandomSearcher(square), 0, seed)) for seed in range(6)]
        assert np.mean(found) < np.mean(random) / 3


def test_it_keeps_away_from_where_trials_fail():
    problem = Problem({"x": space.uniform(0, 1), "y": space.uniform(0, 1)}, metric="loss")
    history = search(problem, lambda c: None if c["x"] > 0.5 else 1.0 + c["y"], 60)
    later = [trial.config["x"] for trial in history.trials][20:]
    assert np.mean(np.array(later) > 0.5) < 0.3


def test_several_workers_do_not_try_the_same():
    problem = Problem({"x": space.uniform(0, 1)}, metric="loss")
    history = search(problem, lambda c: (c["x"] - 0.5) ** 2, 30)
    searcher = TpeSearcher(problem)
    for number in range(8):
        proposal = searcher.propose(history.trials, rng(number))
        assert proposal is not None
        history.start(proposal.config)
    pending = sorted(trial.config["x"] for trial in list(history.trials)[30:])
    assert pending[-1] - pending[0] > 0.02


def test_without_a_result_it_goes_on_at_random(square):
    history = search(square, lambda config: None, 12)
    assert history.trials[11].why == {"kind": "random", "because": "no trial has a result yet"}


def test_where_every_candidate_was_tried_it_goes_on_at_random():
    problem = Problem({"k": space.choice(list(range(40)))}, metric="loss")
    history = search(problem, lambda c: float(c["k"]), 40)
    assert len({trial.config["k"] for trial in history.trials}) == 40
    assert TpeSearcher(problem).propose(history.trials, rng(0)) is None


def test_a_branch_is_not_preferred_for_what_only_matters_there():
    domains: dict[str, space.Domain] = {"k": space.choice(["plain", "rich"])}
    domains |= {f"x{i}": space.uniform(0, 1).when("k", "rich") for i in range(4)}
    problem = Problem(domains | {"y": space.uniform(0, 1)}, metric="loss")
    for cost in (0.0, 1.0):
        history = search(problem, lambda c, cost=cost: (c["y"] - 0.5) ** 2 + cost * (c["k"] == "rich"), 60)
        plain = np.mean([trial.config["k"] == "plain" for trial in list(history.trials)[20:]])
        assert plain > 0.15 + 0.6 * cost


@pytest.mark.parametrize("name", ["initial", "candidates"])
def test_arguments_have_a_least_value(square, name):
    with pytest.raises(ValueError, match=f"{name} is 0: it must be a whole number of at least 1"):
        TpeSearcher(square, **{name: 0})


def test_the_recipe(square):
    method = methods.tpe(square, seed=2, initial=3)
    assert method.arguments == {"points_to_evaluate": [], "initial": 3}
