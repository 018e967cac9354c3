import numpy as np
import pytest

from tunewise import Problem, space
from tunewise.problem import ProblemError
from tunewise.schedulers.asha import AshaPromotion
from tunewise.schedulers.base import CONTINUE, Exhausted, Judgement, Resume, Start, Verdict, Wait
from tunewise.searchers.model_free import GridSearcher, RandomSearcher
from tunewise.testing.history import History
from tunewise.trial import Status


def make_problem(**changes):
    settings = {"metric": "loss", "resource_attr": "epoch", "max_resource": 9, **changes}
    return Problem({"x": space.uniform(0, 1)}, **settings)


@pytest.fixture
def problem():
    return make_problem()


@pytest.fixture
def history(problem):
    return History(problem)


@pytest.fixture
def scheduler(problem):
    return AshaPromotion(problem, RandomSearcher(problem))


def ask(scheduler, history, seed=0):
    return scheduler.next(history.trials, np.random.default_rng(seed))


def paused(history, *curve, until=None):
    """A trial with this learning curve, paused at its end."""
    trial = history.start(until=until or len(curve))
    history.curve(trial, curve)
    history.end(trial, Status.PAUSED)
    return trial


def promotion(trial, until, from_level, rank, of):
    why = {"kind": "promotion", "from_level": from_level, "rank": rank, "of": of}
    return Resume(trial.id, until, why)


def test_a_new_trial_runs_to_the_first_rung(scheduler, history):
    start = ask(scheduler, history)
    assert isinstance(start, Start)
    assert (start.trial_id, start.until, start.bracket) == (0, 1, 0)


def test_of_three_the_best_is_promoted_once(scheduler, history):
    paused(history, 3.0)
    best = paused(history, 1.0)
    assert isinstance(ask(scheduler, history), Start)
    paused(history, 2.0)
    assert ask(scheduler, history) == promotion(best, 3, from_level=1, rank=1, of=3)
    history.resume(best, until=3)
    assert isinstance(ask(scheduler, history), Start)


def test_the_highest_rung_comes_first_and_leads_to_the_end(scheduler, history):
    trials = [paused(history, 5.0 + number, 1.0 + number, 1.0 + number) for number in range(3)]
    for _ in range(6):
        paused(history, 4.0)
    assert ask(scheduler, history) == promotion(trials[0], 9, from_level=3, rank=1, of=3)


def test_a_trial_that_is_being_halted_waits_and_the_next_best_goes(scheduler, history):
    best = history.start(until=1)
    history.report(best, 1, 0.0)
    history.trials.halt(best, Status.PAUSED, None)
    second = paused(history, 1.0)
    for value in (2.0, 3.0, 4.0, 5.0):
        paused(history, value)
    assert ask(scheduler, history) == promotion(second, 3, from_level=1, rank=2, of=6)
    history.trials.end_job(best, Status.PAUSED, 0.0, 1.0)
    assert ask(scheduler, history) == promotion(best, 3, from_level=1, rank=1, of=6)


@pytest.mark.parametrize("status", [Status.FAILED, Status.COMPLETED, Status.STOPPED])
def test_a_trial_that_has_ended_keeps_its_place_and_is_not_promoted(scheduler, history, status):
    best = history.start(until=1)
    history.report(best, 1, 0.0)
    history.end(best, status)
    paused(history, 1.0)
    paused(history, 2.0)
    assert isinstance(ask(scheduler, history), Start)


def test_of_equals_only_a_third_is_promoted_the_oldest_first(scheduler, history):
    trials = [paused(history, 1.0) for _ in range(6)]
    for trial in trials[:2]:
        assert ask(scheduler, history).trial_id == trial.id
        history.resume(trial, until=3)
    assert isinstance(ask(scheduler, history), Start)


def test_a_trial_that_has_overshot_its_rung_counts_there_and_goes_on_to_the_one_after(scheduler, history):
    over = history.start(until=1)
    history.report(over, 4, 0.0)
    assert scheduler.observe(history.trials, over).why == {"kind": "rung", "level": 3, "rank": 1, "of": 1}
    history.end(over, Status.PAUSED)
    for _ in range(2):
        paused(history, 1.0)
    assert isinstance(ask(scheduler, history), Start)  # best of three at level 1, but it is past level 3
    for _ in range(2):
        paused(history, 1.0, 1.0, 1.0, until=3)
    assert ask(scheduler, history) == promotion(over, 9, from_level=3, rank=1, of=3)


def test_a_trial_pauses_where_its_job_ends_but_not_at_the_largest_resource(scheduler, history):
    trial = history.start(until=3)
    history.curve(trial, [5.0, 4.0])
    assert scheduler.observe(history.trials, trial) == CONTINUE
    history.report(trial, 3, 2.0)
    expected = Judgement(Verdict.PAUSE, {"kind": "rung", "level": 3, "rank": 1, "of": 1})
    assert scheduler.observe(history.trials, trial) == expected
    history.end(trial, Status.PAUSED)
    history.resume(trial, until=9)
    for level in range(4, 10):
        history.report(trial, level, 1.0)
        assert scheduler.observe(history.trials, trial) == CONTINUE


def test_without_a_rung_trials_run_to_the_end():
    problem = make_problem(max_resource=1)
    scheduler = AshaPromotion(problem, RandomSearcher(problem))
    history = History(problem)
    assert ask(scheduler, history).until == 1
    trial = history.start(until=1)
    history.report(trial, 1, 1.0)
    assert scheduler.observe(history.trials, trial) == CONTINUE


def test_a_bracket_begins_at_its_lowest_rung():
    problem = make_problem()
    scheduler = AshaPromotion(problem, RandomSearcher(problem), brackets=3)
    starts = [ask(scheduler, History(problem), seed) for seed in range(100)]
    assert {(start.bracket, start.until) for start in starts} == {(0, 1), (1, 3), (2, 9)}


class TestAtTheEndOfASpace:
    @pytest.fixture
    def problem(self):
        return Problem({"kind": space.choice(["a", "b", "c"])}, metric="loss", max_resource=9)

    @pytest.fixture
    def scheduler(self, problem):
        return AshaPromotion(problem, GridSearcher(problem))

    @pytest.fixture
    def trials(self, history):
        return [history.start({"kind": kind}, until=1) for kind in "abc"]

    def pause_all(self, history, trials):
        for trial in trials:
            history.report(trial, 1, float(trial.id))
            history.end(trial, Status.PAUSED)

    @pytest.mark.parametrize("target", [None, Status.PAUSED, Status.SUSPENDED])
    def test_it_waits_while_a_trial_may_still_fill_a_rung(self, scheduler, history, trials, target):
        self.pause_all(history, trials[:2])
        if target is Status.PAUSED:
            history.report(trials[2], 1, 9.0)
            history.trials.halt(trials[2], Status.PAUSED, None)
            history.resume(trials[0], until=3)
        elif target is Status.SUSPENDED:
            history.end(trials[2], Status.SUSPENDED)
        assert ask(scheduler, history) == Wait()

    def test_it_is_exhausted_when_only_trials_beyond_the_last_rung_run(self, scheduler, history, trials):
        self.pause_all(history, trials)
        history.resume(trials[0], until=3)
        assert ask(scheduler, history) == Wait()
        history.curve(trials[0], [0.0, 0.0])
        history.end(trials[0], Status.PAUSED)
        assert ask(scheduler, history) == Exhausted()

    def test_a_trial_that_only_finishes_keeps_nobody_waiting(self, history, problem, trials):
        scheduler = AshaPromotion(problem, GridSearcher(problem), reduction_factor=2)
        self.pause_all(history, trials)
        history.resume(trials[0], until=2)
        history.report(trials[0], 2, 0.0)
        history.end(trials[0], Status.PAUSED)
        history.resume(trials[0], until=9)
        assert ask(scheduler, history) == Wait()
        history.report(trials[0], 8, 0.0)
        assert ask(scheduler, history) == Exhausted()


def test_it_takes_up_trials_that_were_paused_between_its_rungs(scheduler, history):
    between = history.start(until=2)
    history.curve(between, [0.0, 0.0])
    history.end(between, Status.PAUSED)
    for _ in range(2):
        paused(history, 1.0)
    assert ask(scheduler, history) == promotion(between, 3, from_level=1, rank=1, of=3)


def test_it_must_know_the_largest_resource():
    problem = make_problem(max_resource=None)
    with pytest.raises(ProblemError, match="give max_resource"):
        AshaPromotion(problem, RandomSearcher(problem))
