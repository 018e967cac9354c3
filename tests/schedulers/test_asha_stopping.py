import numpy as np
import pytest

from tunewise import Problem, space
from tunewise.problem import ProblemError
from tunewise.schedulers.asha import AshaStopping
from tunewise.schedulers.base import CONTINUE, Exhausted, Judgement, Start, Verdict
from tunewise.searchers.model_free import GridSearcher, RandomSearcher
from tunewise.testing.history import History
from tunewise.trial import Status


def make_problem(**changes):
    settings = {"metric": "loss", "resource_attr": "epoch", "max_resource": 27, **changes}
    return Problem({"x": space.uniform(0, 1)}, **settings)


class Judge:
    """A history of running trials and a scheduler that judges each report."""

    def __init__(self, problem, **settings):
        self.history = History(problem)
        self.scheduler = AshaStopping(problem, RandomSearcher(problem), **settings)

    def start(self, bracket=0):
        return self.history.start(until=27, bracket=bracket)

    def report(self, trial, level, value):
        self.history.report(trial, level, value)
        return self.scheduler.observe(self.history.trials, trial)


def rung(verdict, level, rank, of, keep):
    return Judgement(verdict, {"kind": "rung", "level": level, "rank": rank, "of": of, "keep": keep})


def test_a_trial_must_be_among_the_best_third_at_a_rung():
    judge = Judge(make_problem())
    assert judge.report(judge.start(), 1, 5.0) == rung(Verdict.CONTINUE, 1, 1, 1, 1)
    assert judge.report(judge.start(), 1, 6.0) == rung(Verdict.STOP, 1, 2, 2, 1)
    assert judge.report(judge.start(), 1, 4.0) == rung(Verdict.CONTINUE, 1, 1, 3, 1)
    assert judge.report(judge.start(), 1, 7.0) == rung(Verdict.STOP, 1, 4, 4, 1)
    assert judge.report(judge.start(), 1, 8.0) == rung(Verdict.STOP, 1, 5, 5, 1)
    assert judge.report(judge.start(), 1, 4.5) == rung(Verdict.CONTINUE, 1, 2, 6, 2)


def test_the_larger_is_the_better_where_the_metric_is_maximised():
    judge = Judge(make_problem(mode="max"))
    assert judge.report(judge.start(), 1, 5.0).verdict is Verdict.CONTINUE
    assert judge.report(judge.start(), 1, 6.0).verdict is Verdict.CONTINUE
    assert judge.report(judge.start(), 1, 4.0).verdict is Verdict.STOP


def test_of_equals_all_go_on():
    judge = Judge(make_problem())
    assert [judge.report(judge.start(), 1, 1.0).verdict for _ in range(5)] == [Verdict.CONTINUE] * 5


def test_nothing_is_decided_between_rungs_nor_at_the_end():
    judge = Judge(make_problem())
    first, second = judge.start(), judge.start()
    for level in range(1, 28):
        judge.report(first, level, 1.0)
    assert judge.report(second, 1, 0.5).verdict is Verdict.CONTINUE
    assert judge.report(second, 2, 9.0) == CONTINUE
    assert judge.report(second, 3, 0.5).verdict is Verdict.CONTINUE
    assert judge.report(second, 10, 0.5).verdict is Verdict.CONTINUE
    assert judge.report(second, 27, 9.0) == CONTINUE


def test_a_report_that_skips_rungs_is_judged_at_each_of_them():
    judge = Judge(make_problem())
    first, second = judge.start(), judge.start()
    judge.report(first, 1, 5.0)
    judge.report(first, 3, 2.0)
    # good enough for level 1 but not for level 3
    assert judge.report(second, 4, 3.0) == rung(Verdict.STOP, 3, 2, 2, 1)


def test_what_was_recorded_stays_when_the_trial_ends():
    judge = Judge(make_problem())
    first = judge.start()
    judge.report(first, 1, 1.0)
    judge.history.end(first, Status.FAILED)
    assert judge.report(judge.start(), 1, 2.0) == rung(Verdict.STOP, 1, 2, 2, 1)


def test_brackets_meet_at_the_rungs_that_they_share():
    judge = Judge(make_problem(), brackets=2)
    first = judge.start(bracket=0)
    judge.report(first, 1, 1.0)
    other = judge.start(bracket=1)
    assert judge.report(other, 1, 9.0) == CONTINUE
    assert judge.report(first, 3, 1.0) == rung(Verdict.CONTINUE, 3, 1, 1, 1)
    assert judge.report(other, 3, 9.0) == rung(Verdict.STOP, 3, 2, 2, 1)


def test_trials_start_for_their_full_length_in_a_drawn_bracket():
    problem = make_problem()
    scheduler = AshaStopping(problem, RandomSearcher(problem), brackets=4)
    empty = History(problem).trials

    def start(seed: int) -> Start:
        decision = scheduler.next(empty, np.random.default_rng(seed))
        assert isinstance(decision, Start)
        return decision

    starts = [start(seed) for seed in range(100)]
    assert {start.until for start in starts} == {27}
    assert {start.bracket for start in starts} == {0, 1, 2, 3}


def test_it_is_exhausted_with_its_searcher():
    problem = Problem({"kind": space.choice(["a", "b"])}, metric="loss", max_resource=9)
    scheduler = AshaStopping(problem, GridSearcher(problem))
    history = History(problem)
    for kind in ("a", "b"):
        history.start({"kind": kind}, until=9)
    assert scheduler.next(history.trials, np.random.default_rng(0)) == Exhausted()


def test_it_counts_reports_where_no_resource_is_named():
    problem = make_problem(resource_attr=None)
    assert isinstance(AshaStopping(problem, RandomSearcher(problem)), AshaStopping)


def test_it_must_know_the_largest_resource():
    problem = make_problem(max_resource=None)
    with pytest.raises(ProblemError, match="give max_resource"):
        AshaStopping(problem, RandomSearcher(problem))


@pytest.mark.parametrize(
    "settings", [{"grace_period": 0}, {"grace_period": 28}, {"reduction_factor": 1}, {"brackets": 5}]
)
def test_settings_out_of_range(settings):
    problem = make_problem()
    with pytest.raises(ValueError, match=f"{next(iter(settings))} is"):
        AshaStopping(problem, RandomSearcher(problem), **settings)
