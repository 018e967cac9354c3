"""The table of trials takes legal steps alone."""

import pytest

from tunewise import Problem, space
from tunewise.trial import TERMINAL, TRANSITIONS, Arrival, Best, Failure, FailureKind, JobId, Status
from tunewise.trial_table import TrialTable


@pytest.fixture
def table() -> TrialTable:
    return TrialTable(Problem({"x": space.uniform(0, 1)}, metric="acc", mode="max"))


def test_every_state_can_be_reached_and_terminal_ones_not_left() -> None:
    reached = {Status.RUNNING} | {status for following in TRANSITIONS.values() for status in following}
    assert reached == set(Status)
    assert {Status.COMPLETED, Status.STOPPED, Status.FAILED} == TERMINAL


@pytest.mark.parametrize("status", [Status.PAUSED, Status.STOPPED])
def test_a_running_job_cannot_just_be_paused_or_stopped(table: TrialTable, status: Status) -> None:
    trial = table.add({"x": 0.5}, 0, None, {}, 0.0)
    with pytest.raises(ValueError, match=f"trial 0 cannot go from running to {status}"):
        table.end_job(trial, status, 1.0, 1.0)


def test_what_has_ended_cannot_be_resumed(table: TrialTable) -> None:
    trial = table.add({"x": 0.5}, 0, None, {}, 0.0)
    table.end_job(trial, Status.COMPLETED, 1.0, 1.0)
    with pytest.raises(ValueError, match="from completed to running"):
        table.resume(trial, 9, 2.0)


def test_a_job_is_halted_once_and_towards_a_state_that_may_follow(table: TrialTable) -> None:
    trial = table.add({"x": 0.5}, 0, None, {}, 0.0)
    with pytest.raises(ValueError, match="cannot be halted to become running"):
        table.halt(trial, Status.RUNNING, None)
    table.halt(trial, Status.PAUSED, None)
    with pytest.raises(ValueError, match="from halting to halting"):
        table.halt(trial, Status.FAILED, None)
    table.halt(trial, Status.STOPPED, None)  # by a person
    with pytest.raises(ValueError, match="from halting to halting"):
        table.halt(trial, Status.PAUSED, None)


def test_a_held_trial_returns_to_the_state_that_it_would_have(table: TrialTable) -> None:
    trial = table.add({"x": 0.5}, 0, 1, {}, 0.0)
    with pytest.raises(ValueError, match="cannot be held"):
        table.hold(trial)
    table.add_report(trial, 1, 0.1, 1.0)
    table.halt(trial, Status.SUSPENDED, None)
    table.hold(trial)
    table.halt(trial, Status.PAUSED, None)  # its scheduler's verdict came meanwhile
    table.end_job(trial, Status.PAUSED, 2.0, 2.0)
    assert (trial.status, trial.held, trial.standing) == (Status.SUSPENDED, True, "held")
    table.release(trial)
    assert (trial.status, trial.held, trial.wish) == (Status.PAUSED, False, None)
    table.hold(trial)
    assert (trial.status, trial.held) == (Status.SUSPENDED, True)
    table.release(trial)
    with pytest.raises(ValueError, match="is not held"):
        table.release(trial)
    with pytest.raises(ValueError, match="cannot go on to level 1"):
        table.recall(trial, 1)
    table.recall(trial, 3)
    assert (trial.status, trial.until, trial.wish) == (Status.SUSPENDED, 3, Status.RUNNING)
    table.resume(trial, 3, 3.0)
    assert trial.wish is None
    with pytest.raises(ValueError, match="while it has a job"):
        table.stop(trial)
    table.end_job(trial, Status.SUSPENDED, 4.0, 1.0)
    table.hold(trial)
    table.stop(trial)
    assert (trial.status, trial.held, trial.wish) == (Status.STOPPED, False, None)


def test_levels_grow(table: TrialTable) -> None:
    trial = table.add({"x": 0.5}, 0, None, {}, 0.0)
    table.add_report(trial, 2, 0.1, 1.0)
    with pytest.raises(ValueError, match="level 2 of trial 0 comes after level 2"):
        table.add_report(trial, 2, 0.1, 2.0)


def test_the_best_is_the_first_of_equals_in_the_problems_direction(table: TrialTable) -> None:
    trials = [table.add({"x": 0.1 * n}, 0, None, {}, 0.0) for n in range(3)]
    for trial, value in zip(trials, [0.5, 0.9, 0.9], strict=True):
        table.add_report(trial, 1, value, 1.0)
    assert table.best == Best(0.9, 1, 1)


def test_a_resumed_trial_has_a_new_job_and_no_failure(table: TrialTable) -> None:
    trial = table.add({"x": 0.5}, 0, 1, {}, 0.0)
    table.add_report(trial, 1, 0.5, 1.0)
    table.fail(trial, Failure(FailureKind.PREEMPTED, "taken"))
    table.end_job(trial, Status.SUSPENDED, 2.0, 2.0)
    table.resume(trial, 3, 5.0)
    assert trial.job == JobId(0, 1)
    assert trial.failure is None
    assert [job.first_report for job in trial.jobs] == [0, 1]
    assert list(table.having(Status.RUNNING)) == [0]


def test_a_job_that_ends_at_its_limit_arrives_there_with_what_it_reported_last(table: TrialTable) -> None:
    trial = table.add({"x": 0.5}, 0, 3, {}, 0.0)
    table.add_report(trial, 2, 0.5, 1.0)
    table.end_job(trial, Status.PAUSED, 2.0, 2.0)
    table.resume(trial, 9, 2.0)
    table.end_job(trial, Status.PAUSED, 3.0, 1.0)
    assert trial.arrivals == [Arrival(3, 0, 1), Arrival(9, 0, 1)]
    assert (trial.level, trial.reached) == (2, 9)
    table.resume(trial, 27, 4.0)
    table.add_report(trial, 4, 0.6, 5.0)
    table.add_report(trial, 10, 0.7, 6.0)
    assert [trial.index_at(level) for level in (1, 2, 3, 4, 9, 10, 11)] == [0, 0, 0, 0, 0, 2, None]
    assert [trial.reached_before(index) for index in range(3)] == [0, 9, 9]
    assert [table.arrival(number) for number in range(table.num_arrivals)] == [
        (trial, arrival) for arrival in trial.arrivals
    ]
    assert trial.reached == 10


def test_a_job_that_reported_its_limit_has_nothing_to_arrive_at(table: TrialTable) -> None:
    trial = table.add({"x": 0.5}, 0, 3, {}, 0.0)
    table.add_report(trial, 3, 0.5, 1.0)
    table.end_job(trial, Status.PAUSED, 2.0, 2.0)
    assert trial.arrivals == []


def test_to_complete_overrules_a_pause(table: TrialTable) -> None:
    trial = table.add({"x": 0.5}, 0, 3, {}, 0.0)
    table.halt(trial, Status.PAUSED, None)
    table.halt(trial, Status.COMPLETED, None)
    assert trial.target is Status.COMPLETED
