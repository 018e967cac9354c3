import logging

import numpy as np
import pytest

from tunewise import Problem, space
from tunewise.problem import ProblemError
from tunewise.searchers.bayes import HyperTuneSearcher
from tunewise.testing.history import History
from tunewise.trial import Status
from tunewise.trial_table import TrialTable


@pytest.fixture
def problem():
    domains = {"x": space.uniform(0, 1), "y": space.uniform(0, 1)}
    return Problem(domains, metric="loss", mode="max", resource_attr="epoch", max_resource=9)


def score(config, level):
    return 5.0 - (config["x"] - 0.3) ** 2 - (config["y"] - 0.6) ** 2 - 1.0 / level


def search(problem, searcher, trials):
    """Every second trial goes to the end, the others to level 3."""
    history = History(problem)
    for number in range(trials):
        proposal = searcher.propose(history.trials, np.random.default_rng(number))
        trial = history.start(proposal.config, until=9, why=proposal.why)
        history.curve(trial, [score(trial.config, level) for level in range(1, 10 if number % 2 else 4)])
        history.end(trial, Status.COMPLETED if number % 2 else Status.STOPPED)
    return history


def test_it_comes_close_to_the_best(problem):
    trials = list(search(problem, HyperTuneSearcher(problem), 25).trials)
    kinds = [trial.why["kind"] for trial in trials]
    assert kinds[:4] == ["initial design"] * 3 + ["random"]
    assert trials[3].why["because"] == "too few trials have reported"
    assert kinds[10] == "acquisition"
    assert max(score(trial.config, 9) for trial in trials) > 5.0 - 1 / 9 - 2e-3


def test_what_it_predicts_is_in_units_of_the_metric(problem):
    last = search(problem, HyperTuneSearcher(problem), 25).trials[24]
    assert last.why["predicted"] == pytest.approx(score(last.config, 9), abs=0.1)


def test_a_model_that_fails_is_told_and_replaced(problem, monkeypatch, caplog):
    history = search(problem, HyperTuneSearcher(problem), 8)

    def failing(*_):
        raise np.linalg.LinAlgError("not positive definite")

    monkeypatch.setattr("tunewise.models.level_ensemble.with_fantasies", failing)
    with caplog.at_level(logging.WARNING):
        proposal = HyperTuneSearcher(problem).propose(history.trials, np.random.default_rng(0))
    assert proposal is not None
    assert proposal.why == {"kind": "random", "because": "there is no model: not positive definite"}
    assert "can't be fitted to 8 trials" in caplog.text


def test_a_problem_must_say_where_it_ends():
    with pytest.raises(ProblemError, match="give max_resource"):
        HyperTuneSearcher(Problem({"x": space.uniform(0, 1)}, metric="loss"))


def slow_ones(problem, draw):
    """Which of the searcher's own choices were slow. Two workers; what is good depends on y alone, and how
    long it takes on x alone."""
    searcher = HyperTuneSearcher(problem)
    trials = TrialTable(problem)
    chosen = []
    due: dict[int, float] = {}  # when the running trials report
    for number in range(24):
        now = 0.0
        if len(due) > 1:
            trial = trials[min(due, key=due.__getitem__)]
            now = due.pop(trial.id)
            y = trial.config["y"]
            assert isinstance(y, float)
            trials.add_report(trial, 1, -((y - 0.6) ** 2), now)
        proposal = searcher.propose(trials, np.random.default_rng([draw, number]))
        assert proposal is not None
        x = proposal.config["x"]
        assert isinstance(x, float)
        if proposal.why["kind"] == "acquisition":
            chosen.append(x > 0.6)
        due[number] = now + (1000.0 if x > 0.6 else 1.0)
        trials.begin_job(trials.add(proposal.config, 0, 9, proposal.why, now), now)
    return chosen


def test_it_learns_to_look_where_first_reports_come_soon(problem):
    chosen = [slow for draw in range(4) for slow in slow_ones(problem, draw)[4:]]
    assert len(chosen) > 40
    assert np.mean(chosen) < 0.2
