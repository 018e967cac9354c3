import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tunewise import Problem, space
from tunewise.schedulers.base import CONTINUE, Judgement, Start, Verdict
from tunewise.schedulers.median import MedianStopping
from tunewise.searchers.model_free import RandomSearcher
from tunewise.testing.history import History
from tunewise.trial import Status


def make_problem(mode="min"):
    return Problem({"x": space.uniform(0, 1)}, metric="y", mode=mode, resource_attr="epoch")


class Judge:
    """A history of running trials and a scheduler that judges each report."""

    def __init__(self, mode="min", **settings):
        self.problem = make_problem(mode)
        self.history = History(self.problem)
        self.scheduler = MedianStopping(self.problem, RandomSearcher(self.problem), **settings)

    def report(self, trial, level, value):
        self.history.report(trial, level, value)
        return self.scheduler.observe(self.history.trials, trial)

    def trial(self, *curve):
        trial = self.history.start()
        self.history.curve(trial, curve)
        return trial


def stop(level, value, median, of):
    return Judgement(
        Verdict.STOP, {"kind": "median", "level": level, "value": value, "median": median, "of": of}
    )


def test_a_trial_stops_if_it_is_worse_than_the_median_of_the_others_at_its_level():
    judge = Judge(min_trials=3)
    for curve in ([8.0, 2.0], [6.0, 4.0], [4.0, 6.0]):
        judge.trial(*curve)
    assert judge.report(judge.trial(9.0), 2, 4.5) == stop(2, 4.5, 4.0, 3)
    assert judge.report(judge.trial(9.0), 2, 3.9) == CONTINUE
    assert judge.report(judge.trial(1.0), 2, 9.0) == stop(2, 9.0, 4.0, 5)  # not its best counts


def test_it_takes_a_strictly_worse_one_to_stop():
    judge = Judge(min_trials=1)
    judge.trial(5.0)
    assert judge.report(judge.history.start(), 1, 5.0) == CONTINUE


@pytest.mark.parametrize("mode", ["min", "max"])
def test_trials_that_report_the_same_constant_all_go_on(mode):
    judge = Judge(mode, min_trials=1)
    for _ in range(4):
        trial = judge.history.start()
        for level in range(1, 12):
            assert judge.report(trial, level, 0.1) == CONTINUE


def test_huge_values_do_not_overflow():
    judge = Judge("max", min_trials=1)
    judge.trial(1.7e308)
    judge.trial(1.7e308)
    assert judge.report(judge.trial(), 1, -1.7e308) == stop(1, -1.7e308, 1.7e308, 2)


def test_of_an_even_number_the_median_is_the_mean_of_the_middle_two():
    judge = Judge(min_trials=2)
    for value in (1.0, 2.0, 4.0, 5.0):
        judge.trial(value)
    assert judge.report(judge.history.start(), 1, 3.5) == stop(1, 3.5, 3.0, 4)


def test_the_larger_is_the_better_where_the_metric_is_maximised():
    judge = Judge("max", min_trials=1)
    judge.trial(5.0)
    assert judge.report(judge.history.start(), 1, 4.0) == stop(1, 4.0, 5.0, 1)
    assert judge.report(judge.history.start(), 1, 6.0) == CONTINUE


def test_nobody_is_stopped_before_enough_others_have_come_so_far():
    judge = Judge(min_trials=2)
    judge.trial(1.0, 1.0)
    judge.trial(1.0)
    assert judge.report(judge.history.start(), 1, 9.0).verdict is Verdict.STOP
    assert judge.report(judge.trial(9.0), 2, 9.0) == CONTINUE


def test_nobody_is_stopped_within_the_grace_period():
    judge = Judge(grace_period=3, min_trials=1)
    judge.trial(1.0, 1.0, 1.0)
    trial = judge.history.start()
    assert judge.report(trial, 1, 9.0) == CONTINUE
    assert judge.report(trial, 2, 9.0) == CONTINUE
    assert judge.report(trial, 3, 9.0).verdict is Verdict.STOP


def test_trials_that_ended_count_and_those_that_skipped_the_level_count_with_what_they_had():
    judge = Judge(min_trials=2)
    judge.history.end(judge.trial(2.0, 4.0), Status.FAILED)
    skipping = judge.trial(4.0)
    judge.history.report(skipping, 3, 0.0)
    assert judge.report(judge.trial(9.0), 2, 9.0) == stop(2, 9.0, 4.0, 2)


def test_it_starts_trials_for_their_full_length():
    judge = Judge()
    start = judge.scheduler.next(judge.history.trials, np.random.default_rng(0))
    assert isinstance(start, Start)
    assert start.until is None


@pytest.mark.parametrize("settings", [{"grace_period": 0}, {"min_trials": 0}])
def test_settings_out_of_range(settings):
    with pytest.raises(ValueError, match=f"{next(iter(settings))} is 0"):
        Judge(**settings)


REPORTS = st.lists(
    st.tuples(st.integers(0, 6), st.sampled_from([1, 1, 1, 2, 4]), st.integers(-4, 4)), max_size=80
)


@given(REPORTS, st.sampled_from(["min", "max"]), st.integers(1, 3), st.integers(1, 4))
@settings(max_examples=200, deadline=None)
def test_against_the_definition(reports, mode, grace_period, min_trials):
    judge = Judge(mode, grace_period=grace_period, min_trials=min_trials)
    sign = judge.problem.sign
    running = [judge.history.start() for _ in range(7)]
    for which, step, value in reports:
        trial = running[which]
        level = trial.level + step
        judgement = judge.report(trial, level, float(value))
        others = [
            [v for t, v in zip(other.levels, other.values, strict=True) if t <= level][-1]
            for other in running
            if other is not trial and other.level >= level and other.levels[0] <= level
        ]
        enough = level >= grace_period and len(others) >= min_trials
        worse = enough and sign * value > sign * np.median(others)
        assert (judgement.verdict is Verdict.STOP) == worse
        if worse:
            assert judgement.why["median"] == np.median(others)
            assert judgement.why["of"] == len(others)
