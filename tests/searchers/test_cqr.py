import logging

import numpy as np
import pytest

from tunewise import Problem, methods, space
from tunewise.models.codec import Codec
from tunewise.schedulers.asha import AshaPromotion
from tunewise.searchers.cqr import REFIT_ALWAYS, CqrSearcher, LatestLossTable
from tunewise.searchers.model_free import RandomSearcher
from tunewise.testing.history import History
from tunewise.trial import Failure, FailureKind, Status


@pytest.fixture
def problem():
    domains = {"x": space.uniform(0, 1), "k": space.choice(["a", "b", "c"])}
    return Problem(domains, metric="loss", resource_attr="epoch", max_resource=9)


def loss(config):
    return (config["x"] - 0.3) ** 2 + 0.2 * (config["k"] != "b")


def search(problem, searcher, trials, seed=0):
    history = History(problem)
    for number in range(trials):
        proposal = searcher.propose(history.trials, np.random.default_rng([seed, number]))
        trial = history.start(proposal.config, why=proposal.why)
        history.report(trial, 9, loss(trial.config))
        history.end(trial, Status.COMPLETED)
    return history


def test_the_first_trials_are_random(problem):
    trials = search(problem, CqrSearcher(problem), 7).trials
    kinds = [trial.why["kind"] for trial in trials]
    assert kinds == ["initial design"] * 5 + ["quantile sample"] * 2
    assert set(trials[6].why) == {"kind", "quantile", "predicted"}


def test_it_beats_random_search(problem):
    later = {}
    for searcher in (CqrSearcher, RandomSearcher):
        trials = list(search(problem, searcher(problem), 40).trials)[20:]
        later[searcher] = np.mean([loss(trial.config) for trial in trials])
    assert later[CqrSearcher] < later[RandomSearcher] / 3


def test_predictions_are_in_units_of_the_metric():
    problem = Problem({"x": space.uniform(0, 1)}, metric="accuracy", mode="max", max_resource=9)
    history = History(problem)
    for x in np.linspace(0, 1, 30):
        trial = history.start({"x": float(x)})
        history.report(trial, 9, 100.0 + x)
        history.end(trial, Status.COMPLETED)
    searcher = CqrSearcher(problem)
    xs = []
    for seed in range(20):
        proposal = searcher.propose(history.trials, np.random.default_rng(seed))
        assert proposal is not None
        predicted, x = proposal.why["predicted"], proposal.config["x"]
        assert isinstance(predicted, float)
        assert 100.0 <= predicted <= 101.1
        assert isinstance(x, float)
        xs.append(x)
    assert np.mean(xs) > 0.7


def test_before_any_report_it_goes_on_at_random(problem):
    history = History(problem)
    for _ in range(6):
        history.start()
    proposal = CqrSearcher(problem).propose(history.trials, np.random.default_rng(0))
    assert proposal is not None
    assert proposal.why == {"kind": "random", "because": "no trial has reported yet"}


def test_where_every_candidate_was_tried_it_goes_on_at_random(caplog):
    problem = Problem({"n": space.randint(1, 12)}, metric="loss")
    history = History(problem)
    with caplog.at_level(logging.WARNING):
        for number in range(12):
            proposal = CqrSearcher(problem).propose(history.trials, np.random.default_rng(number))
            assert proposal is not None
            history.report(history.start(proposal.config), 1, float(number))
    assert CqrSearcher(problem).propose(history.trials, np.random.default_rng(0)) is None
    assert not caplog.records


def test_initial_is_at_least_one(problem):
    with pytest.raises(ValueError, match="initial is 0"):
        CqrSearcher(problem, initial=0)


def test_the_last_loss_counts_and_failures_are_the_worst(problem):
    history = History(problem)
    first, second, third, fourth = (history.start() for _ in range(4))
    latest = LatestLossTable(problem, Codec(problem.space))
    assert len(latest.of(history.trials).losses) == 0
    history.curve(first, [5.0, 1.0])
    history.curve(second, [3.0])
    history.curve(third, [2.0])
    history.end(third, Status.FAILED)
    history.end(fourth, Status.FAILED)
    found = latest.of(history.trials)
    assert found.losses.tolist() == [1.0, 3.0, 3.0, 3.0]
    np.testing.assert_array_equal(
        found.points, Codec(problem.space).encode([trial.config for trial in history.trials])
    )


def test_a_machine_that_failed_is_not_held_against_a_configuration(problem):
    history = History(problem)
    history.report(history.start(), 1, 1.0)
    lost = history.start()
    history.trials.fail(lost, Failure(FailureKind.INFRASTRUCTURE, "the machine is gone"))
    history.end(lost, Status.FAILED)
    assert LatestLossTable(problem, Codec(problem.space)).of(history.trials).losses.tolist() == [1.0]


def test_with_many_reports_not_each_leads_to_a_new_fit(problem):
    history = History(problem)
    latest = LatestLossTable(problem, Codec(problem.space))
    changes = []
    before = 0
    for number in range(REFIT_ALWAYS + 60):
        history.report(history.start(), 1, float(number))
        now = len(latest.of(history.trials).losses)
        if now != before:
            changes.append(number + 1)
        before = now
    assert changes == [*range(1, REFIT_ALWAYS + 1), 105, 110, 115, 120, 126, 132, 138, 144, 151, 158]


def test_the_recipe_is_asha_over_it(problem):
    method = methods.cqr(problem, type="promotion", reduction_factor=4)
    assert isinstance(method.scheduler, AshaPromotion)
    assert method.arguments["reduction_factor"] == 4
