import logging

import numpy as np
import pytest

from tunewise import Problem, methods, space
from tunewise.problem import ProblemError
from tunewise.schedulers.asha import AshaPromotion
from tunewise.searchers.bayes import MobsterJointSearcher
from tunewise.testing.history import History
from tunewise.trial import Status


@pytest.fixture
def problem():
    domains = {"x": space.uniform(0, 1), "y": space.uniform(0, 1)}
    return Problem(domains, metric="loss", resource_attr="epoch", max_resource=9)


def loss(config, level):
    return (config["x"] - 0.3) ** 2 + (config["y"] - 0.6) ** 2 + 1.0 / level


def search(problem, searcher, trials):
    """Every second trial goes to the end, the others to level 3."""
    history = History(problem)
    for number in range(trials):
        proposal = searcher.propose(history.trials, np.random.default_rng(number))
        trial = history.start(proposal.config, until=9, why=proposal.why)
        history.curve(trial, [loss(trial.config, level) for level in range(1, 10 if number % 2 else 4)])
        history.end(trial, Status.COMPLETED if number % 2 else Status.STOPPED)
    return history


def test_it_comes_close_to_the_best(problem):
    trials = list(search(problem, MobsterJointSearcher(problem), 25).trials)
    assert [trial.why["kind"] for trial in trials][:3] == ["initial design"] * 3
    assert trials[10].why["kind"] == "acquisition"
    assert set(trials[10].why) == {"kind", "log_ei", "predicted"}
    assert min(loss(trial.config, 9) for trial in trials) < 1 / 9 + 1e-3


def test_what_it_predicts_is_the_metric_at_the_end(problem):
    last = search(problem, MobsterJointSearcher(problem), 25).trials[24]
    assert last.why["predicted"] == pytest.approx(loss(last.config, 9), abs=0.02)


def test_before_enough_reports_it_goes_on_at_random(problem):
    history = History(problem)
    for _ in range(5):
        history.start(until=9)
    proposal = MobsterJointSearcher(problem).propose(history.trials, np.random.default_rng(0))
    assert proposal is not None
    assert proposal.why == {"kind": "random", "because": "too few trials have reported"}


def test_a_model_that_fails_is_told_and_replaced(problem, monkeypatch, caplog):
    history = search(problem, MobsterJointSearcher(problem), 6)

    def failing(*_):
        raise np.linalg.LinAlgError("not positive definite")

    monkeypatch.setattr("tunewise.models.joint.with_fantasies", failing)
    with caplog.at_level(logging.WARNING):
        proposal = MobsterJointSearcher(problem).propose(history.trials, np.random.default_rng(0))
    assert proposal is not None
    assert proposal.why == {"kind": "random", "because": "there is no model: not positive definite"}
    assert "can't be fitted to 6 trials" in caplog.text


def test_a_problem_must_say_where_it_ends():
    with pytest.raises(ProblemError, match="give max_resource"):
        MobsterJointSearcher(Problem({"x": space.uniform(0, 1)}, metric="loss"))


def test_a_trial_of_one_level_is_no_special_case():
    problem = Problem({"x": space.uniform(0, 1)}, metric="loss", max_resource=1)
    history = History(problem)
    searcher = MobsterJointSearcher(problem)
    for number in range(8):
        proposal = searcher.propose(history.trials, np.random.default_rng(number))
        assert proposal is not None
        trial = history.start(proposal.config, until=1, why=proposal.why)
        x = trial.config["x"]
        assert isinstance(x, float)
        history.report(trial, 1, (x - 0.5) ** 2)
        history.end(trial, Status.COMPLETED)
    assert history.trials[7].why["kind"] == "acquisition"


def test_the_recipe_can_have_it(problem):
    method = methods.mobster(problem, type="promotion", model="joint")
    assert isinstance(method.scheduler, AshaPromotion)
    assert method.arguments["model"] == "joint"
