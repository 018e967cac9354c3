"""The searcher that models whole learning curves."""

import logging

import numpy as np
import pytest

from tunewise import Problem, space
from tunewise.problem import ProblemError
from tunewise.searchers.base import Proposal
from tunewise.searchers.bayes import CurveSearcher
from tunewise.testing.history import History
from tunewise.trial import Status, Trials

DOMAINS = {"x": space.uniform(0.0, 1.0), "width": space.lograndint(8, 512)}


@pytest.fixture
def problem():
    return Problem(DOMAINS, metric="score", mode="max", resource_attr="epoch", max_resource=9)


def learned(problem, length=9):
    """Curves that would end best at x = 0.3, given so far as `length`."""
    history = History(problem)
    for x in (0.05, 0.2, 0.4, 0.55, 0.7, 0.95):
        trial = history.start({"x": x, "width": 64}, until=9)
        history.curve(trial, [1.0 - (x - 0.3) ** 2 - 1.0 / level for level in range(1, length + 1)])
        history.end(trial, Status.PAUSED)
    return history


def rng(decision=0):
    return np.random.default_rng([3, decision])


def propose(searcher: CurveSearcher, trials: Trials, decision: int = 0) -> Proposal:
    proposal = searcher.propose(trials, rng(decision))
    assert proposal is not None
    return proposal


def test_the_first_trials_are_random(problem):
    history = History(problem)
    for number in range(3):
        proposal = propose(CurveSearcher(problem), history.trials, number)
        assert proposal.why == {"kind": "initial design"}
        history.start(proposal.config)
    assert propose(CurveSearcher(problem), history.trials).why["kind"] == "random"


@pytest.mark.parametrize("length", [3, 9])
def test_short_curves_teach_as_long_ones_do(problem, length):
    trials = learned(problem, length).trials
    found = [propose(CurveSearcher(problem), trials, decision) for decision in range(5)]
    xs = [x for proposal in found if isinstance(x := proposal.config["x"], float)]
    assert len(xs) == 5
    assert np.median([abs(x - 0.3) for x in xs]) < 0.1
    assert {proposal.why["kind"] for proposal in found} == {"acquisition"}
    if length == 9:  # shorter ones leave open how they end
        assert found[0].why["predicted"] == pytest.approx(1.0 - 1.0 / 9, abs=0.1)


def test_it_keeps_away_from_trials_under_way(problem):
    history = learned(problem)
    searcher = CurveSearcher(problem)
    seen = []
    for decision in range(4):
        proposal = propose(searcher, history.trials, decision)
        seen.append(searcher._codec.encode([proposal.config])[0])
        history.start(proposal.config, until=9)
    distances = [np.abs(a - b).max() for i, a in enumerate(seen) for b in seen[:i]]
    assert min(distances) > 0.01


def test_a_failing_fit_is_logged_and_the_proposal_random(problem, monkeypatch, caplog):
    def failing(*_):
        raise np.linalg.LinAlgError("not positive definite")

    monkeypatch.setattr("tunewise.models.curves.CurveModel.as_of", failing)
    with caplog.at_level(logging.WARNING):
        proposal = propose(CurveSearcher(problem), learned(problem).trials)
    assert proposal.why["kind"] == "random"
    because = proposal.why["because"]
    assert isinstance(because, str)
    assert "not positive definite" in because
    assert len(caplog.records) == 1


def test_arguments_have_their_range(problem):
    with pytest.raises(ValueError, match="initial is 0"):
        CurveSearcher(problem, initial=0)
    with pytest.raises(ProblemError, match="max_resource"):
        CurveSearcher(Problem(DOMAINS, metric="score", mode="max"))
