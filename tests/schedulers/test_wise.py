"""The flagship: where a worker's time goes."""

import logging
from itertools import product

import numpy as np
import pytest

from tunewise import Problem, space
from tunewise.problem import ProblemError
from tunewise.schedulers.base import CONTINUE, Exhausted, Resume, Start, Verdict, Wait
from tunewise.schedulers.wise import FULL, Wise
from tunewise.searchers.model_free import RandomSearcher
from tunewise.testing.driver import World, drive
from tunewise.testing.history import History
from tunewise.trial import Status
from tunewise.trial_table import TrialTable

SPACE = {"x": space.uniform(0.0, 1.0), "width": space.lograndint(8, 512)}


@pytest.fixture
def problem():
    return Problem(SPACE, metric="loss", resource_attr="epoch", max_resource=27)


def wise(problem, **arguments):
    return Wise(problem, RandomSearcher(problem), **arguments)


def curve(x, levels=27):
    """Ends near (x - 0.3)^2, and begins all alike."""
    return [(x - 0.3) ** 2 + 2.0 / level for level in range(1, levels + 1)]


def learned(problem, xs=(0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95), widths=(64,)):
    """A history of full trainings."""
    history = History(problem)
    for x, width in product(xs, widths):
        trial = history.start({"x": x, "width": width}, until=27)
        history.curve(trial, curve(x))
        history.end(trial, Status.COMPLETED)
    return history


def rng(decision=0):
    return np.random.default_rng([5, decision])


def test_the_first_trials_are_the_searchers(problem):
    history = History(problem)
    for _ in range(4):
        decision = wise(problem).next(history.trials, rng(len(history.trials)))
        assert isinstance(decision, Start)
        assert decision.until == 27
        assert decision.why == {"kind": "initial design"}
        history.start(decision.config, until=27)


def test_with_nothing_reported_new_trials_are_random(problem):
    history = History(problem)
    for _ in range(8):
        history.start(until=27)
    decision = wise(problem, random=0.0).next(history.trials, rng())
    assert decision.why["kind"] == "random"
    assert "nothing to learn from" in decision.why["because"]


@pytest.mark.slow
def test_new_trials_are_near_the_optimum(problem):
    history = learned(problem)
    for decision in range(5):
        start = wise(problem, random=0.0).next(history.trials, rng(decision))
        assert isinstance(start, Start)
        x = start.config["x"]
        assert isinstance(x, float)
        assert abs(x - 0.3) < 0.15
        assert start.why["kind"] in ("acquisition", "full training")
        assert start.why["predicted"] == pytest.approx(2 / 27, abs=0.1)


def test_a_paused_trial_that_promises_most_is_resumed(problem):
    history = learned(problem, xs=(0.05, 0.5, 0.65, 0.8, 0.95), widths=(8, 64, 512))
    good = history.start({"x": 0.3, "width": 64}, until=27)
    history.curve(good, curve(0.3, levels=20))
    history.end(good, Status.PAUSED)
    decision = wise(problem, random=0.0, full=0.0).next(history.trials, rng())
    assert isinstance(decision, Resume)
    assert (decision.trial_id, decision.until) == (good.id, 27)
    assert decision.why["kind"] == "forecast"
    assert decision.why["predicted"] == pytest.approx(2 / 27, abs=0.05)


def test_a_hopeless_trial_is_paused_and_a_hopeful_one_goes_on(problem):
    history = learned(problem, xs=(0.05, 0.5, 0.65, 0.8, 0.95), widths=(8, 64, 512))
    hopeless = history.start({"x": 0.98, "width": 64}, until=27)
    hopeful = history.start({"x": 0.3, "width": 64}, until=27)
    history.curve(hopeless, curve(0.98, levels=4))
    history.curve(hopeful, curve(0.3, levels=22))
    scheduler = wise(problem)
    judgement = scheduler.observe(history.trials, hopeless)
    assert judgement.verdict is Verdict.PAUSE
    assert judgement.why["kind"] == "outpaced"
    assert judgement.why["predicted"] > 0.3
    assert scheduler.observe(history.trials, hopeful) == CONTINUE


def test_a_full_training_goes_on_whatever_it_reports(problem):
    history = learned(problem)
    trial = history.start({"x": 0.98, "width": 64}, until=27, why={"kind": FULL})
    history.curve(trial, curve(0.98, levels=4))
    assert wise(problem).observe(history.trials, trial) == CONTINUE


def test_between_levels_of_comparison_nothing_is_asked(problem):
    history = learned(problem)
    trial = history.start({"x": 0.98, "width": 64}, until=27)
    history.curve(trial, curve(0.98, levels=5))  # the levels are 1, 2, 3, 4, 6, 8, ...
    assert wise(problem).observe(history.trials, trial) == CONTINUE


@pytest.mark.slow
def test_full_trainings_get_their_share_of_time(problem):
    transcript = drive(problem, wise(problem, full=0.5), World(workers=4, seed=1, launches=200))
    trials = list(transcript.trials)
    first = next(trial.id for trial in trials if trial.why["kind"] == FULL)
    full = sum(trial.level for trial in trials if trial.why["kind"] == FULL)
    assert 0.25 < full / sum(trial.level for trial in trials[first:]) < 0.75
    none = drive(problem, wise(problem, full=0.0), World(workers=4, seed=1, launches=30))
    assert not any(trial.why["kind"] == FULL for trial in none.trials)


@pytest.mark.parametrize(("short", "owed"), [(10, False), (20, True)])
def test_where_every_trial_is_paused_early_some_are_trained_to_the_end_nevertheless(problem, short, owed):
    """Of 27 levels each trial had 4: a training is owed once half of all time would pay for one."""
    history = History(problem)
    for x in np.linspace(0.0, 1.0, short):
        trial = history.start({"x": float(x), "width": 64}, until=27)
        history.curve(trial, curve(x, levels=4))
        history.end(trial, Status.PAUSED)
    decision = wise(problem, random=0.0).next(history.trials, rng())
    assert (decision.why["kind"] == FULL) == owed
    history.start({"x": 0.31, "width": 64}, until=27, why={"kind": FULL})
    later = wise(problem, random=0.0).next(history.trials, rng(1))
    assert later.why["kind"] != FULL


@pytest.mark.parametrize(("first_report", "kind"), [(1.0, "acquisition"), (30.0, FULL)])
def test_where_first_reports_take_long_all_trainings_are_full_ones(problem, first_report, kind):
    """Half of all time was for full trainings, so none is due, unless there is little to save by a pause."""
    trials, now = TrialTable(problem), 0.0
    for number, x in enumerate(np.linspace(0.0, 1.0, 16)):
        full = number % 3 == 2
        trial = trials.add(
            {"x": float(x), "width": 64}, 0, 27, {"kind": FULL if full else ""}, now, queued=False
        )
        for level, loss in enumerate(curve(x, levels=27 if full else 8), 1):
            now += first_report if level == 1 else 1.0
            trials.add_report(trial, level, loss, now)
        status = Status.COMPLETED if full else Status.PAUSED
        trials.halt(trial, status, None)
        trials.end_job(trial, status, now, 1.0)
    assert wise(problem, random=0.0).next(trials, rng()).why["kind"] == kind


def test_a_finite_space_is_used_up(problem):
    small = Problem({"x": space.randint(1, 6)}, metric="loss", resource_attr="epoch", max_resource=9)
    history = History(small)
    scheduler = wise(small)
    for x in range(1, 7):
        trial = history.start({"x": x}, until=9)
        history.curve(trial, [1.0 / x + 1.0 / level for level in range(1, 5)])
        history.end(trial, Status.PAUSED)
    decision = scheduler.next(history.trials, rng())
    assert isinstance(decision, Resume)
    for trial in list(history.trials):
        history.resume(trial, until=9)
    assert isinstance(scheduler.next(history.trials, rng()), Wait)
    for trial in history.trials:
        history.end(trial, Status.COMPLETED)
    assert isinstance(scheduler.next(history.trials, rng()), Exhausted)


@pytest.mark.slow
def test_with_nothing_left_to_start_trials_are_not_paused_for_it():
    """Each configuration of a small space is launched once: there is nothing that promises more."""
    small = Problem({"x": space.randint(1, 6)}, metric="loss", resource_attr="epoch", max_resource=81)
    history = History(small)
    for x in range(1, 7):
        trial = history.start({"x": x}, until=81)
        history.curve(trial, [1.0 / x + 1.0 / level for level in range(1, 12)])
    for trial in history.trials:
        history.curve(trial, [0.1] * (15 - trial.level))
        assert wise(small).observe(history.trials, trial) == CONTINUE


def test_paused_trials_are_compared_however_many_others_run(problem):
    history = learned(problem, xs=(0.05, 0.5, 0.65, 0.8, 0.95))
    good = history.start({"x": 0.3, "width": 64}, until=27)
    history.curve(good, curve(0.3, levels=20))
    history.end(good, Status.PAUSED)
    for number in range(30):
        running = history.start({"x": 0.25 + 0.003 * number, "width": 64}, until=27)
        history.curve(running, curve(0.3, levels=11))
    scheduler = wise(problem)
    alternatives = scheduler._alternatives(history.trials)
    best = scheduler._best_paused(history.trials, alternatives)
    assert alternatives.prospects.forecasts.fit.trials[best.row] == good.id


def test_a_paused_trial_is_judged_by_what_it_reported_since_the_milestone(problem):
    """Otherwise a trial that is paused for bad news would be resumed at once."""
    history, scheduler = learned(problem), wise(problem)
    trial = history.start({"x": 0.3, "width": 64}, until=27)
    history.curve(trial, curve(0.3, levels=12))
    history.end(trial, Status.PAUSED)
    alternatives = scheduler._alternatives(history.trials)
    before = scheduler._best_paused(history.trials, alternatives)
    history.resume(trial, until=27)
    history.curve(trial, [2.0])
    history.end(trial, Status.PAUSED)
    assert scheduler._alternatives(history.trials) is alternatives
    assert scheduler._best_paused(history.trials, alternatives).log_rate < before.log_rate


def test_a_trial_goes_on_if_others_are_about_to_show_what_a_new_one_would(problem):
    history, scheduler = learned(problem, xs=(0.05, 0.5, 0.65, 0.8, 0.95)), wise(problem)
    alternatives = scheduler._alternatives(history.trials)
    just_below = alternatives.new_rate - 1e-3
    assert scheduler._is_outpaced(history.trials, just_below, alternatives)
    for point in np.linspace(0.1, 0.45, 15):
        for width in (8, 64, 512):
            history.start({"x": float(point), "width": width}, until=27)
    assert not scheduler._is_outpaced(history.trials, just_below, alternatives)


def test_a_failing_fit_is_logged_and_costs_no_experiment(problem, monkeypatch, caplog):
    def failing(*_):
        raise np.linalg.LinAlgError("not positive definite")

    history = learned(problem)
    trial = history.start({"x": 0.5, "width": 64}, until=27)
    history.curve(trial, curve(0.5, levels=4))
    monkeypatch.setattr("tunewise.models.curves.CurveModel.as_of", failing)
    with caplog.at_level(logging.WARNING):
        decision = wise(problem, random=0.0).next(history.trials, rng())
        assert wise(problem).observe(history.trials, trial) == CONTINUE
    assert decision.why["kind"] == "random"
    assert "not positive definite" in decision.why["because"]
    assert len(caplog.records) == 2


@pytest.mark.parametrize("size", [1e-12, 1e12])
def test_decisions_do_not_depend_on_the_metrics_size(problem, size):
    plain, scaled = learned(problem), History(problem)
    for trial in plain.trials:
        again = scaled.start(trial.config, until=27)
        scaled.curve(again, [size * value for value in trial.values])
        scaled.end(again, Status.COMPLETED)
    first, second = (wise(problem, random=0.0).next(h.trials, rng()) for h in (plain, scaled))
    assert first.config["x"] == pytest.approx(second.config["x"], abs=0.02)


def test_without_a_largest_resource_it_says_so():
    endless = Problem(SPACE, metric="loss")
    with pytest.raises(ProblemError, match="max_resource"):
        wise(endless)


@pytest.mark.parametrize(
    "arguments", [{"initial": 0}, {"initial": 0, "given": 3}, {"random": 1.5}, {"full": -0.1}]
)
def test_arguments_have_their_range(problem, arguments):
    with pytest.raises(ValueError, match=next(iter(arguments))):
        wise(problem, **arguments)
