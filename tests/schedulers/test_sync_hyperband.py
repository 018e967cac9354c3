import numpy as np
import pytest

from tunewise import Problem, space
from tunewise.problem import ProblemError
from tunewise.schedulers.base import CONTINUE, Exhausted, Judgement, Resume, RunToEnd, Start, Verdict, Wait
from tunewise.schedulers.sync_halving import SyncHyperband
from tunewise.searchers.base import Searcher
from tunewise.searchers.model_free import GridSearcher, RandomSearcher
from tunewise.testing.driver import World, drive
from tunewise.testing.history import History
from tunewise.trial import Status

# With max_resource 9 and a reduction factor of 3 there are three brackets: 9 trials to 1, 3 to 3, 1 to 9;
# 5 trials to 3, 1 to 9; 3 trials to 9.


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
    return SyncHyperband(problem, RandomSearcher(problem))


def ask(scheduler, history, seed=0):
    return scheduler.next(history.trials, np.random.default_rng(seed))


def started(scheduler, history):
    """The next trial, which the scheduler must want to start."""
    decision = ask(scheduler, history)
    assert isinstance(decision, Start), decision
    return history.start(decision.config, until=decision.until, bracket=decision.bracket)


def train(history, trial, loss, status=Status.PAUSED):
    """Trains a trial to where its job is to end."""
    history.curve(trial, [loss] * (trial.until - trial.level))
    history.end(trial, status)


def resumed(scheduler, history):
    """The trial that the scheduler resumes next."""
    decision = ask(scheduler, history)
    assert isinstance(decision, Resume), decision
    trial = history.trials[decision.trial_id]
    history.resume(trial, until=decision.until)
    return trial


def first_rung(scheduler, history, losses):
    """The first bracket's lowest rung, with these losses; None for a failure."""
    trials = [started(scheduler, history) for _ in range(9)]
    for trial, loss in zip(trials, losses, strict=True):
        if loss is None:
            history.end(trial, Status.FAILED)
        else:
            train(history, trial, loss)
    return trials


def test_brackets_are_filled_one_after_the_other_without_waiting(scheduler, history):
    trials = [started(scheduler, history) for _ in range(20)]
    assert [trial.bracket for trial in trials] == [0] * 9 + [1] * 5 + [2] * 3 + [0] * 3
    assert [trial.until for trial in trials] == [1] * 9 + [3] * 5 + [9] * 3 + [1] * 3


def test_nobody_goes_on_before_the_rung_is_full_and_over(scheduler, history):
    trials = [started(scheduler, history) for _ in range(9)]
    for trial in trials[1:]:
        train(history, trial, float(trial.id))
    assert started(scheduler, history).bracket == 1
    train(history, trials[0], 8.5)
    assert ask(scheduler, history) == Resume(1, 3, {"kind": "promotion", "from_level": 1, "rank": 1, "of": 9})


def test_the_best_third_goes_on_and_the_best_of_these_to_the_end(scheduler, history):
    first_rung(scheduler, history, [5.0, 4.0, 9.0, 1.0, 8.0, 7.0, 3.0, 2.0, 6.0])
    going_on = [resumed(scheduler, history) for _ in range(3)]
    assert [trial.id for trial in going_on] == [3, 7, 6]
    assert [trial.until for trial in going_on] == [3, 3, 3]
    other = started(scheduler, history)
    assert other.bracket == 1
    for trial, loss in zip(going_on, (3.0, 2.0, 1.0), strict=True):
        train(history, trial, loss)
    last = resumed(scheduler, history)
    assert (last.id, last.until) == (6, 9)
    assert started(scheduler, history).bracket == 1


def test_of_equals_the_older_goes_on(scheduler, history):
    first_rung(scheduler, history, [1.0] * 9)
    assert [resumed(scheduler, history).id for _ in range(3)] == [0, 1, 2]


def test_the_larger_is_better_if_maximised():
    problem = make_problem(mode="max")
    history, scheduler = History(problem), SyncHyperband(problem, RandomSearcher(problem))
    first_rung(scheduler, history, [float(number) for number in range(9)])
    assert [resumed(scheduler, history).id for _ in range(3)] == [8, 7, 6]


def test_a_failed_trial_is_the_worst_of_its_rung(scheduler, history):
    first_rung(scheduler, history, [None] * 6 + [9.0, 8.0, None])
    assert [resumed(scheduler, history).id for _ in range(2)] == [7, 6]
    assert isinstance(ask(scheduler, history), Start)


def test_a_bracket_of_failures_is_over(scheduler, history):
    first_rung(scheduler, history, [None] * 9)
    assert started(scheduler, history).bracket == 1


def test_one_that_fails_after_its_promotion_leaves_its_slot_empty(scheduler, history):
    first_rung(scheduler, history, [float(number) for number in range(9)])
    going_on = [resumed(scheduler, history) for _ in range(3)]
    history.end(going_on[0], Status.FAILED)
    train(history, going_on[1], 5.0)
    assert started(scheduler, history).bracket == 1
    train(history, going_on[2], 4.0)
    assert resumed(scheduler, history).id == 2


def test_a_suspended_trial_is_waited_for(scheduler, history):
    trials = [started(scheduler, history) for _ in range(9)]
    history.end(trials[0], Status.SUSPENDED)
    for trial in trials[1:]:
        train(history, trial, float(trial.id))
    assert started(scheduler, history).bracket == 1
    history.resume(trials[0], until=1)
    train(history, trials[0], 0.0)
    assert resumed(scheduler, history).id == 0


def test_a_winner_whose_job_is_not_over_lets_the_next_go_first(scheduler, history):
    trials = [started(scheduler, history) for _ in range(9)]
    for trial in trials[1:]:
        train(history, trial, float(trial.id))
    history.report(trials[0], 1, 0.0)
    history.trials.halt(trials[0], Status.PAUSED, None)
    assert [resumed(scheduler, history).id for _ in range(2)] == [1, 2]
    assert started(scheduler, history).bracket == 1
    history.end(trials[0], Status.PAUSED)
    assert resumed(scheduler, history).id == 0


def test_the_older_bracket_comes_first(scheduler, history):
    second = [started(scheduler, history) for _ in range(14)][9:]
    for trial in second:
        train(history, trial, float(trial.id))
    for trial in list(history.trials)[:9]:
        train(history, trial, float(trial.id))
    assert [resumed(scheduler, history).id for _ in range(4)] == [0, 1, 2, 9]


def test_a_trial_pauses_at_its_rung_and_tells_where_it_stands(scheduler, history):
    trials = [started(scheduler, history) for _ in range(9)]
    for trial, loss in ((trials[0], 3.0), (trials[1], 1.0)):
        history.report(trial, 1, loss)
    why: dict[str, space.Value] = {"kind": "rung", "level": 1, "rank": 2, "of": 2, "slots": 9}
    assert scheduler.observe(history.trials, trials[0]) == Judgement(Verdict.PAUSE, why)


def test_it_goes_on_below_its_rung_and_is_not_paused_at_the_end(scheduler, history):
    trials = [started(scheduler, history) for _ in range(17)]
    history.report(trials[9], 2, 1.0)
    assert scheduler.observe(history.trials, trials[9]) == CONTINUE
    history.report(trials[9], 3, 1.0)
    assert scheduler.observe(history.trials, trials[9]).verdict is Verdict.PAUSE
    history.report(trials[16], 9, 1.0)
    assert scheduler.observe(history.trials, trials[16]) == CONTINUE


def test_a_skipped_level_counts_as_the_next_report(scheduler, history):
    trials = [started(scheduler, history) for _ in range(9)]
    for trial in trials:
        history.report(trial, 3, float(trial.id))  # beyond the second rung at once
        history.end(trial, Status.PAUSED)
    assert ask(scheduler, history) == Resume(0, 9, {"kind": "promotion", "from_level": 3, "rank": 1, "of": 3})


class Asked(Searcher):
    """Notes that it is asked."""

    def __init__(self, problem):
        super().__init__(problem)
        self.times = 0

    def propose(self, trials, rng):
        self.times += 1
        return RandomSearcher(self.problem).propose(trials, rng)


def test_the_searcher_is_asked_for_new_trials_only(problem):
    searcher = Asked(problem)
    trials = drive(problem, SyncHyperband(problem, searcher), World(launches=100)).trials
    assert searcher.times == len(trials) < 100


@pytest.mark.parametrize("brackets", [1, 2, 3, None])
def test_brackets_can_be_chosen(problem, brackets):
    world = World(workers=4, launches=60)
    scheduler = SyncHyperband(problem, RandomSearcher(problem), brackets=brackets)
    kinds = {trial.bracket for trial in drive(problem, scheduler, world).trials}
    assert kinds == set(range(brackets or 3))


@pytest.mark.parametrize("workers", [1, 3, 16])
def test_of_whole_brackets_the_right_numbers_get_to_each_level(problem, workers):
    scheduler = SyncHyperband(problem, RandomSearcher(problem))
    trials = drive(problem, scheduler, World(workers=workers, launches=210)).trials
    rounds = len(trials) // 17 - 2  # those that are surely over
    assert rounds >= 3
    for number in range(rounds):
        levels = [trial.level for trial in list(trials)[17 * number : 17 * (number + 1)]]
        assert sorted(levels[:9]) == [1] * 6 + [3] * 2 + [9]
        assert sorted(levels[9:14]) == [3] * 4 + [9]
        assert levels[14:] == [9] * 3


class TestAtTheEndOfASpace:
    @pytest.fixture
    def problem(self):
        return Problem({"kind": space.choice(["a", "b", "c", "d"])}, metric="loss", max_resource=9)

    @pytest.fixture
    def scheduler(self, problem):
        return SyncHyperband(problem, GridSearcher(problem))

    def test_a_rung_that_cannot_be_filled_goes_on_with_what_it_has(self, scheduler, history):
        trials = [started(scheduler, history) for _ in range(4)]
        assert ask(scheduler, history) == Wait()
        for trial in trials:
            assert ask(scheduler, history) == Wait()
            train(history, trial, float(trial.id))
        best = resumed(scheduler, history)  # of 4 in a rung of 9 the same share, which is 1
        assert (best.id, best.until) == (0, 3)
        assert ask(scheduler, history) == Wait()
        train(history, best, 0.0)
        best = resumed(scheduler, history)
        assert (best.id, best.until) == (0, 9)
        assert ask(scheduler, history) == Exhausted()  # whatever it reports, nothing follows
        history.curve(best, [0.0] * 6)
        history.end(best, Status.COMPLETED)
        assert ask(scheduler, history) == Exhausted()

    def test_where_all_fail_nothing_is_left(self, scheduler, history):
        for trial in [started(scheduler, history) for _ in range(4)]:
            history.end(trial, Status.FAILED)
        assert ask(scheduler, history) == Exhausted()

    @pytest.mark.parametrize("status", [None, Status.SUSPENDED])
    def test_it_waits_for_a_trial_that_is_on_its_way_to_a_rung(self, scheduler, history, status):
        trials = [started(scheduler, history) for _ in range(4)]
        for trial in trials[1:]:
            train(history, trial, float(trial.id))
        if status is not None:
            history.end(trials[0], status)
        assert ask(scheduler, history) == Wait()


class TestAfterAnother:
    def test_trials_that_ran_to_the_end_stand_in_its_rungs(self, problem, scheduler, history):
        others = drive(problem, RunToEnd(problem, RandomSearcher(problem)), World(launches=9)).trials
        for other in others:
            trial = history.start(other.config, until=9)
            history.curve(trial, list(other.values))
            history.end(trial, Status.COMPLETED)
        start = ask(scheduler, history)
        assert isinstance(start, Start)
        assert (start.trial_id, start.bracket, start.until) == (9, 1, 3)

    def test_trials_paused_below_their_rung_catch_up(self, scheduler, history):
        for _ in range(9):
            history.end(history.start(until=1), Status.FAILED)
        paused = history.start(until=1)
        train(history, paused, 1.0)
        assert ask(scheduler, history) == Resume(9, 3, {"kind": "below its rung", "level": 3})
        history.resume(paused, until=3)
        running = history.start(until=2)
        history.curve(running, [1.0, 1.0])
        why: dict[str, space.Value] = {"kind": "below its rung", "level": 3}
        assert scheduler.observe(history.trials, running) == Judgement(Verdict.PAUSE, why)

    def test_a_trial_paused_on_the_way_is_not_waited_for(self, scheduler, history):
        stuck = history.start(until=9)
        history.end(stuck, Status.PAUSED)  # before its first report
        for _ in range(8):
            train(history, started(scheduler, history), 1.0)
        assert [resumed(scheduler, history).id for _ in range(3)] == [1, 2, 3]


def test_without_a_rung_trials_run_to_the_end():
    problem = make_problem(max_resource=1)
    scheduler, history = SyncHyperband(problem, RandomSearcher(problem)), History(problem)
    assert [started(scheduler, history).until for _ in range(3)] == [1, 1, 1]


def test_it_must_know_the_largest_resource():
    problem = make_problem(max_resource=None)
    with pytest.raises(ProblemError, match="give max_resource"):
        SyncHyperband(problem, RandomSearcher(problem))


@pytest.mark.parametrize("arguments", [{"grace_period": 10}, {"reduction_factor": 1}, {"brackets": 4}])
def test_arguments_out_of_range(problem, arguments):
    with pytest.raises(ValueError, match="must be"):
        SyncHyperband(problem, RandomSearcher(problem), **arguments)
