import numpy as np
import pytest

from tunewise import Problem, space
from tunewise.models.codec import Codec
from tunewise.models.first_reports import FirstReportCosts
from tunewise.trial import Status
from tunewise.trial_table import TrialTable

PROBLEM = Problem({"x": space.uniform(0, 1)}, "loss", resource_attr="epoch", max_resource=9)
CODEC = Codec(PROBLEM.space)


def trials_of(first_reports):
    """One worker for each trial: all start at 0 and take so many seconds to their first report, by x."""
    trials = TrialTable(PROBLEM)
    for x, _ in first_reports:
        trials.begin_job(trials.add({"x": x}, 0, 9, {}, 0.0), 0.0)
    for number, (_, seconds) in sorted(enumerate(first_reports), key=lambda pair: pair[1][1]):
        if np.isfinite(seconds):
            trials.add_report(trials[number], 1, 0.5, seconds)
    return trials


def delays_at(trials, *xs):
    delay = FirstReportCosts(CODEC).fit(trials)
    assert delay is not None
    return delay.means(np.array([[x] for x in xs]))[:, 0]


TEN = [(x, float(np.exp(4 * x))) for x in np.linspace(0.0, 0.9, 10).tolist()]


def test_it_learns_what_a_first_report_takes():
    trials = trials_of(TEN)
    for trial in trials:  # later reports don't matter
        trials.add_report(trial, 2, 0.4, 100.0)
    cheap, dearer, dearest = delays_at(trials, 0.15, 0.65, 0.85)
    assert cheap == 0.0
    assert dearest - dearer == pytest.approx(0.8, abs=0.15)
    assert dearer == pytest.approx(0.5, abs=0.3)  # half of the space is at x < 0.5


def test_who_has_not_reported_yet_takes_at_least_as_long_as_it_has_run():
    waiting, without = trials_of([*TEN, (1.0, np.inf)]), trials_of(TEN)
    for trials in (waiting, without):
        trials.add_report(trials[0], 2, 0.4, 2000.0)
    assert delays_at(without, 1.0)[0] < 3.0
    assert delays_at(waiting, 1.0)[0] > 4.5


def test_who_waits_in_a_queue_says_nothing():
    queued, without = trials_of(TEN), trials_of(TEN)
    queued.add({"x": 1.0}, 0, 9, {}, 0.0)
    for trials in (queued, without):
        trials.add_report(trials[0], 2, 0.4, 2000.0)
    np.testing.assert_array_equal(delays_at(queued, 1.0), delays_at(without, 1.0))


def test_who_has_not_run_for_long_says_nothing():
    trials = trials_of([*TEN, (0.95, np.inf)])
    trials.begin_job(trials.add({"x": 0.2}, 0, 9, {}, 1e3), 1e3)
    np.testing.assert_array_equal(delays_at(trials, 0.6, 0.95), delays_at(trials_of(TEN), 0.6, 0.95))


def test_who_has_ended_without_a_report_waits_no_more():
    trials = trials_of([*TEN, (0.7, np.inf)])
    trials.end_job(trials[10], Status.FAILED, 1e3, 1e3)
    np.testing.assert_array_equal(delays_at(trials, 0.7), delays_at(trials_of(TEN), 0.7))


def test_its_gradient_is_that_of_differences():
    delay = FirstReportCosts(CODEC).fit(trials_of(TEN))
    assert delay is not None
    for x in (0.2, 0.62, 0.9):
        there = np.array([[x - 1e-6], [x + 1e-6]])
        below, above = delay.means(there)[:, 0]
        value, slope = delay.means_with_gradient(np.array([[x]]))
        assert value[0, 0] == pytest.approx((below + above) / 2)
        assert slope[0, 0, 0] == pytest.approx((above - below) / 2e-6, abs=1e-5)


@pytest.mark.parametrize("first_reports", [[], TEN[:2], [(0.1, 3.0), (0.2, 3.0), (0.3, 3.0), (0.4, np.inf)]])
def test_few_first_reports_or_equal_ones_say_nothing(first_reports):
    assert FirstReportCosts(CODEC).fit(trials_of(first_reports)) is None
