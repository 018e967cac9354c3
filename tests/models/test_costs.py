"""What training costs, read off the times of reports, and what that does to rates."""

import numpy as np
import pytest

from tunewise import Problem, space
from tunewise.models.codec import Codec
from tunewise.models.costs import CostModel
from tunewise.models.curves import CurveForecasts, CurveModel
from tunewise.models.prospects import PerSecond, Prospects
from tunewise.surrogates.acquisition import LogEI
from tunewise.surrogates.curve_gp import CurvePredictor
from tunewise.trial import Status
from tunewise.trial_table import TrialTable

PROBLEM = Problem(
    {"width": space.lograndint(8, 512), "x": space.uniform(0.0, 1.0)},
    metric="loss",
    resource_attr="epoch",
    max_resource=9,
)


def trained(trials, width, seconds, delay, levels=9, at=0.0, x=0.5):
    """A trial of which each level takes `seconds`, after `delay`; returns when it ended."""
    trial = trials.add({"width": width, "x": x}, 0, 9, {}, at)
    time = at + delay
    for level in range(1, levels + 1):
        time += seconds
        trials.add_report(trial, level, 1.0 + x + 1.0 / level, time)
    return trial, time


def begun(trials, width, at):
    """A trial that began to run and has not reported."""
    trial = trials.add({"width": width, "x": 0.5}, 0, 9, {}, at)
    trials.begin_job(trial, at)


def costs_of(trials):
    codec = Codec(PROBLEM.space)
    points = codec.encode([trial.config for trial in trials])
    model = CostModel(codec)
    model.as_of(trials, trials.num_reports, points)
    return model.now(trials, points)


def test_levels_and_starts_are_told_apart():
    trials = TrialTable(PROBLEM)
    trained(trials, 64, seconds=2.0, delay=30.0)
    trained(trials, 64, seconds=4.0, delay=20.0)
    costs = costs_of(trials)
    np.testing.assert_allclose(costs.per_trial, [2.0, 4.0])
    assert costs.overheads.start == pytest.approx(25.0)
    assert costs.overheads.resume == pytest.approx(25.0)  # none was seen: as a start


def test_a_resume_has_a_price_of_its_own():
    trials = TrialTable(PROBLEM)
    trial, time = trained(trials, 64, seconds=2.0, delay=30.0, levels=4)
    trials.halt(trial, Status.PAUSED, None)
    trials.end_job(trial, Status.PAUSED, time, time)
    trials.resume(trial, 9, time + 100.0)
    for level in range(5, 8):
        trials.add_report(trial, level, 1.0, time + 100.0 + 5.0 + 2.0 * (level - 4))
    costs = costs_of(trials)
    np.testing.assert_allclose(costs.per_trial, [2.0])
    assert costs.overheads.start == pytest.approx(30.0)
    assert costs.overheads.resume == pytest.approx(5.0)


def test_costs_of_other_configurations_follow_those_that_were_seen():
    trials = TrialTable(PROBLEM)
    for width in (8, 16, 32, 64, 128, 256, 512):
        trained(trials, width, seconds=0.1 * width, delay=0.0)
    trials.add({"width": 128, "x": 0.1}, 0, 9, {}, 1000.0)
    costs = costs_of(trials)
    assert costs.per_trial[-1] == pytest.approx(12.8, rel=0.2)
    narrow, wide = costs.per_level(Codec(PROBLEM.space).encode([{"width": w, "x": 0.9} for w in (12, 400)]))
    assert wide / narrow > 10.0


@pytest.mark.parametrize(("delay", "share"), [(0.0, 1 / 9), (7.0, 0.5)])
def test_the_share_of_a_training_that_is_over_at_its_first_report(delay, share):
    trials = TrialTable(PROBLEM)
    for seconds in (1.0, 20.0, 1.0):
        trained(trials, 64, seconds, delay * seconds)
    trained(trials, 64, 1.0, delay, levels=1)  # whose seconds per level aren't known
    model = CostModel(Codec(PROBLEM.space))
    model.table.update(trials)
    assert model.table.share_of_look(9) == 0.0
    trained(trials, 64, 1.0, 30.0, levels=3)
    model.table.update(trials)
    assert model.table.share_of_look(9) == pytest.approx(share)


def test_without_any_time_a_level_costs_a_second():
    trials = TrialTable(PROBLEM)
    trials.add({"width": 8, "x": 0.5}, 0, 9, {}, 0.0)
    assert costs_of(trials).per_trial.tolist() == [1.0]
    trained(trials, 64, seconds=0.0, delay=0.0)
    assert costs_of(trials).per_trial.tolist() == [1.0, 1.0]


def test_a_long_start_makes_going_on_worth_more_than_starting_anew():
    def advantage(delay):
        """Log rate of going on with a half-trained trial, over that of its like begun anew."""
        trials = TrialTable(PROBLEM)
        for x in (0.1, 0.4, 0.6, 0.9):
            trained(trials, 64, seconds=1.0, delay=delay, x=x)
        trained(trials, 64, seconds=1.0, delay=delay, levels=5, x=0.12)
        codec = Codec(PROBLEM.space)
        fit = CurveModel(PROBLEM, codec).as_of(trials, trials.num_reports)
        assert fit is not None
        costs = costs_of(trials)
        prospects = Prospects(CurveForecasts(fit, np.array([5, 8]), 9), costs, np.array([6, 9]))
        gone_on = prospects.of_trials(np.array([4]), overhead=0.0)[0]
        new = PerSecond(LogEI(CurvePredictor(fit.posterior), np.array([fit.best])), costs, 9)
        return gone_on - new(codec.encode([trials[4].config]))[0]

    assert advantage(100.0) > advantage(0.0) + 1.0


def test_seconds_of_a_training_and_their_slopes():
    trials = TrialTable(PROBLEM)
    for width, x in ((8, 0.1), (16, 0.9), (64, 0.4), (256, 0.2), (512, 0.8)):
        trained(trials, width, seconds=0.1 * width * (1.0 + x), delay=7.0, x=x)
    costs = costs_of(trials)
    at = np.random.default_rng(0).random((6, 2))
    logs, slopes = costs.training_with_slopes(at, 9)
    np.testing.assert_allclose(np.exp(logs), 7.0 + 9 * costs.per_level(at))
    for column in range(2):
        step = 1e-5 * np.eye(2)[column]
        above, below = (costs.training(at + sign * step, 9) for sign in (1.0, -1.0))
        np.testing.assert_allclose(slopes[:, column], (above - below) / 2e-5, atol=1e-4)


def test_a_trial_without_a_report_costs_at_least_what_it_has_cost():
    """It teaches nothing as long as it is no slower than expected, and then more and more."""

    def predicted(waited):
        trials = TrialTable(PROBLEM)
        for width in (8, 16, 32, 64):
            trained(trials, width, seconds=0.1 * width, delay=0.0)
        begun(trials, 400, 1000.0)
        trials.add({"width": 8, "x": 0.5}, 0, 9, {}, 1000.0 + waited)
        costs = costs_of(trials)
        near = costs.per_level(Codec(PROBLEM.space).encode([{"width": 350, "x": 0.4}]))[0]
        return costs.per_trial[4], near

    first, near = predicted(0.0)
    assert predicted(1.0) == (first, near)
    for waited in (100.0, 1000.0):
        later, near_later = predicted(waited)
        assert later > max(waited, first)
        assert near_later > near
        first, near = later, near_later


def test_between_milestones_costs_are_those_of_all_that_was_seen():
    trials = TrialTable(PROBLEM)
    codec, model = Codec(PROBLEM.space), CostModel(Codec(PROBLEM.space))
    for width in (8, 16, 32, 64, 128):
        trained(trials, width, seconds=0.1 * width, delay=3.0)
    points = codec.encode([trial.config for trial in trials])
    model.as_of(trials, trials.num_reports, points)
    trained(trials, 256, seconds=60.0, delay=3.0)
    trials.add({"width": 300, "x": 0.5}, 0, 9, {}, 0.0)
    points = codec.encode([trial.config for trial in trials])
    costs, whole = model.now(trials, points), costs_of(trials)
    np.testing.assert_allclose(costs.per_trial[:6], [0.8, 1.6, 3.2, 6.4, 12.8, 60.0])
    assert costs.per_trial[6] == pytest.approx(whole.per_trial[6], rel=0.25)
    assert costs.overheads == pytest.approx(whole.overheads)


def test_a_trial_in_a_queue_costs_nothing():
    trials = TrialTable(PROBLEM)
    for width in (8, 16, 32, 64):
        trained(trials, width, seconds=0.1 * width, delay=0.0)
    trials.add({"width": 400, "x": 0.5}, 0, 9, {}, 1000.0)
    before = costs_of(trials).per_trial[4]
    begun(trials, 8, 9000.0)
    assert costs_of(trials).per_trial[4] == before


@pytest.mark.parametrize("waited", [2.5, 100.0])
def test_where_reports_come_late_a_trial_is_late_when_they_are_later(waited):
    """Reports every third epoch, and one trial that runs since so many epochs."""
    trials = TrialTable(PROBLEM)
    for number, width in enumerate((8, 16, 32, 64)):
        begun(trials, width, 0.0)
        for epoch in (3, 6, 9):
            trials.add_report(trials[number], epoch, 1.0 / epoch, epoch * (1.0 + 0.1 * number))
    begun(trials, 32, 100.0)
    expected = costs_of(trials).per_trial[4]
    begun(trials, 8, 100.0 + waited)
    costs = costs_of(trials).per_trial[4]
    assert costs == (expected if waited < 3.0 else pytest.approx(waited / 3.0, rel=0.1))


def test_a_trial_that_hangs_where_all_others_are_alike_to_a_millionth():
    trials = TrialTable(PROBLEM)
    for number, width in enumerate((8, 16, 32, 64)):
        trained(trials, width, seconds=1.0 + 2e-6 * number, delay=0.0)
    begun(trials, 32, 100.0)
    begun(trials, 8, 100.0 + 1e6)
    assert costs_of(trials).per_trial[4] == pytest.approx(1e6, rel=0.01)


def test_a_model_that_saw_the_history_grow_says_the_same_as_a_new_one():
    """Also of trials that started since the last milestone, and of those that were there without a report."""
    trials, live = TrialTable(PROBLEM), CostModel(Codec(PROBLEM.space))
    codec = Codec(PROBLEM.space)
    numbers = np.random.default_rng(0)
    for width in numbers.integers(8, 512, 12).tolist():
        trained(trials, width, seconds=float(numbers.uniform(0.5, 1.5)) * width, delay=3.0)
    begun(trials, 100, at=1e4)
    reports = trials.num_reports

    def points():
        return codec.encode([trial.config for trial in trials])

    live.as_of(trials, reports, points())
    trained(trials, 40, seconds=90.0, delay=3.0)
    trials.add({"width": 300, "x": 0.2}, 0, 9, {}, 2e4)
    fresh = CostModel(codec)
    fresh.as_of(trials, reports, points())
    np.testing.assert_array_equal(live.now(trials, points()).per_trial, fresh.now(trials, points()).per_trial)
