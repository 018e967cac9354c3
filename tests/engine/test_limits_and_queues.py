"""The experiment: limits of jobs and trials, habits of scripts, and jobs that wait in a queue."""

from __future__ import annotations

import math

import numpy as np
import pytest
from tests.engine.facts import PAUSE, STOP, Make, ended, report, start, started

from tunewise import Problem, space
from tunewise.engine.experiment import Randomness
from tunewise.engine.policy import Policy
from tunewise.engine.state import State
from tunewise.events import (
    DropCheckpoint,
    Finish,
    FinishReason,
    HaltJob,
    JobEnded,
    JobQueued,
    JobStarted,
    Opened,
    Reported,
    ResumeJob,
    StopRequested,
    Ticked,
)
from tunewise.schedulers.base import CONTINUE, Exhausted, Resume, Wait
from tunewise.trial import Best, FailureKind, JobId, JobSpan, Status


class TestTrialsOfManyReports:
    @pytest.fixture
    def problem(self) -> Problem:
        return Problem({"x": space.randint(0, 9)}, "loss", resource_attr="epoch", max_resource=2000)

    def test_a_method_is_not_asked_after_each_for_a_start_that_it_may_not_make(self, make: Make) -> None:
        starts = [start(0, until=2000), start(1, until=2000)]
        experiment = make(starts, [CONTINUE, PAUSE, *[CONTINUE] * 2000])
        experiment.apply(Opened(time=0.0, workers=2, limits={"max_num_trials_started": 2}))
        experiment.apply(report(1.0, 0, 1, 0.5))
        experiment.apply(report(2.0, 1, 1, 0.5))
        decisions = experiment.method.scheduler.decisions  # type: ignore[attr-defined]
        decisions[:] = [start(2)] * 1000
        experiment.apply(ended(3.0, 1))
        for level in range(2, 900):
            assert experiment.apply(report(2.0 + level, 0, level, 0.5)) == []
        assert 1000 - len(decisions) < 40  # of 900 reports
        decisions[:] = [Resume(1, 2000)]
        while decisions and level < 1100:  # with more reports it may think otherwise
            level += 1
            actions = experiment.apply(report(2.0 + level, 0, level, 0.5))
        assert actions == [ResumeJob(time=2.0 + level, job=JobId(1, 1), until=2000, why={})]


def test_resuming_with_a_larger_budget_goes_on_with_suspended_trials(make: Make) -> None:
    experiment = make([start(0), start(1)])
    experiment.apply(Opened(time=0.0, workers=1, limits={"max_wallclock_time": 3.0}))
    assert experiment.wake_at() == 3.0
    [halt] = experiment.apply(Ticked(time=3.0))
    assert isinstance(halt, HaltJob)
    experiment.apply(ended(3.5, 0))
    assert experiment.finished
    assert experiment.wake_at() == math.inf
    assert experiment.apply(Opened(time=3.5, workers=2, limits={"max_wallclock_time": 9.0})) == [
        ResumeJob(time=3.5, job=JobId(0, 1), until=9, why={"kind": "goes on"}),
        started(3.5, 1),
    ]
    assert not experiment.finished


def test_an_experiment_without_budget_left_is_over_at_once(make: Make) -> None:
    experiment = make()
    limits = {"max_wallclock_time": 3.0}
    assert experiment.apply(Opened(time=4.0, workers=1, limits=limits)) == [
        Finish(time=4.0, reason=FinishReason.LIMIT, detail="the limit of 3 seconds is reached")
    ]


def test_a_person_stops_the_experiment(make: Make) -> None:
    experiment = make([start(0)])
    experiment.apply(Opened(time=0.0, workers=1))
    [halt] = experiment.apply(StopRequested(time=1.0, why="Ctrl-C"))
    assert isinstance(halt, HaltJob)
    assert halt.target is Status.SUSPENDED
    assert experiment.apply(ended(2.0, 0)) == [Finish(time=2.0, reason=FinishReason.STOPPED, detail="Ctrl-C")]


def test_a_method_with_nothing_left_ends_the_experiment(make: Make) -> None:
    experiment = make([start(0), Exhausted(), Exhausted()], [CONTINUE])
    experiment.apply(Opened(time=0.0, workers=2))
    experiment.method.scheduler.decisions[:] = [Exhausted(), Exhausted()]  # type: ignore[attr-defined]
    experiment.apply(report(1.0, 0, 1, 0.5))
    assert experiment.apply(ended(2.0, 0)) == [
        Finish(time=2.0, reason=FinishReason.EXHAUSTED, detail="the method has nothing left to try")
    ]


def test_a_job_that_ends_at_its_limit_before_it_reports_that_pauses_there(make: Make) -> None:
    experiment = make([start(0, until=3), start(1), Resume(0, 9)], [CONTINUE, CONTINUE])
    experiment.apply(Opened(time=0.0, workers=1))
    experiment.apply(report(1.0, 0, 1, 0.5))
    experiment.apply(report(2.0, 0, 2, 0.4))
    assert experiment.apply(ended(3.0, 0)) == [started(3.0, 1)]  # and its checkpoint stays
    trial = experiment.state.trials[0]
    assert trial.status is Status.PAUSED
    assert (trial.level, trial.reached) == (2, 3)
    assert [note.message for note in experiment.state.notes] == [
        "its job was limited to epoch 3 and last reported epoch 2, so its rung was taken there"
    ]
    assert experiment.apply(ended(4.0, 1, FailureKind.CONFIGURATION))[1] == ResumeJob(
        time=4.0, job=JobId(0, 1), until=9
    )


def test_rare_reports_are_noted_once_with_a_suitable_setting(make: Make) -> None:
    experiment = make([start(0, until=7), start(1, until=7), start(2)], [CONTINUE] * 6)
    experiment.apply(Opened(time=0.0, workers=2))
    for trial_id in (0, 1):
        for number in (1, 2, 3):
            experiment.apply(report(float(number), trial_id, 2 * number, 0.5, seq=number - 1))
    experiment.method.scheduler.decisions[:] = [start(2), start(3)]  # type: ignore[attr-defined]
    experiment.apply(ended(7.0, 0))
    experiment.apply(ended(7.0, 1))
    assert [note.message for note in experiment.state.notes] == [
        "reports come every 2 epochs, so its rung at epoch 7 was taken at epoch 6; grace_period=2 sets rungs "
        "where there are reports"
    ]


def test_a_trial_that_is_resumed_and_gets_nowhere_comes_to_an_end(make: Make) -> None:
    experiment = make([start(0, until=1), Resume(0, 3), Resume(0, 9), start(1)], [PAUSE])
    experiment.apply(Opened(time=0.0, workers=1))
    experiment.apply(report(1.0, 0, 1, 0.5))
    experiment.apply(ended(2.0, 0))
    experiment.apply(ended(3.0, 0, run=1))
    trial = experiment.state.trials[0]
    assert (trial.status, trial.level, trial.reached) == (Status.RUNNING, 1, 3)
    assert experiment.apply(ended(4.0, 0, run=2)) == [started(4.0, 1)]
    assert trial.status is Status.COMPLETED


def test_a_script_that_reports_nothing_up_to_its_first_rung_learns_that_it_was_limited(make: Make) -> None:
    experiment = make([start(0, until=1), start(1)])
    experiment.apply(Opened(time=0.0, workers=1))
    experiment.apply(ended(2.0, 0))
    failure = experiment.state.trials[0].failure
    assert failure is not None
    assert failure.message == (
        "The script was limited to epochs=1 and reported no 'loss' by then: let it report earlier, set "
        "the method's grace_period, where it has one, to the first epoch that it reports, or take a method "
        "that pauses no trial, such as asha with type=stopping, or bo."
    )


def test_a_checkpoint_that_an_earlier_version_dropped_is_not_resumed(make: Make) -> None:
    """It took a trial that had ended below its rung for completed."""
    experiment = make([start(0, until=3), start(1)], [CONTINUE])
    experiment.apply(Opened(time=0.0, workers=1))
    experiment.apply(report(1.0, 0, 2, 0.5, seq=0))
    experiment.apply(ended(2.0, 0))
    old = State(experiment.problem, experiment.policy.retry)
    for entry in experiment.entries:  # type: ignore[attr-defined]
        old.replay(entry)
    paused = old.trials[0]
    assert paused.status is Status.PAUSED
    old.take_action(DropCheckpoint(time=2.0, trial_id=0))
    assert old.trials[0].status is Status.COMPLETED


def test_a_script_that_ignores_its_limit_is_ended_and_what_lies_beyond_is_no_result(make: Make) -> None:
    experiment = make([start(0), start(1)], [CONTINUE])
    experiment.apply(Opened(time=0.0, workers=1))
    experiment.apply(report(1.0, 0, 9, 0.5, seq=0))
    assert experiment.apply(report(2.0, 0, 10, 0.4, seq=1)) == [
        HaltJob(time=2.0, job=JobId(0, 0), target=Status.COMPLETED, why={"kind": "past max_resource"})
    ]
    experiment.apply(report(2.1, 0, 11, 0.3, seq=2))
    experiment.apply(ended(2.2, 0))
    assert experiment.state.trials.best == Best(0.5, 0, 9)
    assert [note.message for note in experiment.state.notes] == [
        "epoch 10 was reported although the script was started with epochs=9: let it end there by itself"
    ]


def test_a_pausing_job_that_continues_beyond_its_limit_is_ended_immediately(make: Make) -> None:
    experiment = make([start(0, until=1), start(1)], [PAUSE])
    experiment.apply(Opened(time=0.0, workers=1))
    experiment.apply(report(1.0, 0, 1, 0.5))
    assert experiment.apply(report(2.0, 0, 2, 0.4)) == [
        HaltJob(time=2.0, job=JobId(0, 0), target=Status.PAUSED, why={"kind": "past its limit"})
    ]
    assert experiment.apply(report(2.1, 0, 3, 0.3)) == []
    experiment.apply(ended(2.2, 0))
    assert experiment.state.trials[0].status is Status.PAUSED


@pytest.mark.parametrize("last", [9, 10])
def test_a_trial_that_gets_to_the_largest_resource_while_it_is_to_pause_is_completed(
    make: Make, last: int
) -> None:
    experiment = make([start(0, until=1), start(1)], [PAUSE])
    experiment.apply(Opened(time=0.0, workers=1))
    experiment.apply(report(1.0, 0, 1, 0.5, seq=0))
    experiment.apply(report(2.0, 0, last, 0.4, seq=1))
    experiment.apply(ended(2.2, 0))
    assert experiment.state.trials[0].status is Status.COMPLETED
    assert experiment.state.trials[0].level == (9 if last == 9 else 1)


def test_a_script_that_reports_only_beyond_the_largest_resource_learns_why_it_failed(make: Make) -> None:
    experiment = make([start(0), start(1)])
    experiment.apply(Opened(time=0.0, workers=1))
    [halt] = experiment.apply(report(1.0, 0, 39, 0.5, seq=0))
    assert isinstance(halt, HaltJob)
    assert (halt.target, halt.failure) == (Status.FAILED, FailureKind.ERROR)
    assert halt.message == (
        "the first report was epoch 39, beyond the largest, 9: report earlier, or give a larger max_resource"
    )


def resumed_from(make: Make, paused_at: int, *begins: int) -> list[str]:
    """Notes on trials that were paused at a level and whose resumed jobs reported these levels first."""
    experiment = make(policy=Policy(max_failures=100))
    decisions = experiment.method.scheduler.decisions  # type: ignore[attr-defined]
    experiment.method.scheduler.judgements[:] = [CONTINUE] * 100  # type: ignore[attr-defined]
    decisions.append(start(0, until=paused_at))
    experiment.apply(Opened(time=0.0, workers=1))
    for trial_id, begin in enumerate(begins):
        for level in range(1, paused_at + 1):
            experiment.apply(report(trial_id + 0.1, trial_id, level, 0.5))
        decisions.append(Resume(trial_id, 9))
        experiment.apply(ended(trial_id + 0.2, trial_id))
        experiment.apply(report(trial_id + 0.3, trial_id, begin, 0.5, seq=0, run=1))
        decisions.append(start(trial_id + 1, until=paused_at))
        experiment.apply(ended(trial_id + 0.4, trial_id, run=1))
    return [note.message for note in experiment.state.notes]


AGAIN = (
    "it was paused at epoch {} and began again at {}: have the script save in checkpoint_dir() before it "
    "reports and load that when it starts, or, where it can't go on (boosting with sampling), leave it to "
    "auto, which reckons with that, or take a method that pauses no trial, such as asha with type=stopping, "
    "or bo"
)


def test_resumed_jobs_that_begin_again_are_noted_once(make: Make) -> None:
    assert resumed_from(make, 3, 1, 1, 1) == [AGAIN.format(3, 1)]
    assert resumed_from(make, 3, 4, 4, 4, 1) == [AGAIN.format(3, 1)]


def test_resumed_jobs_that_may_have_begun_again_are_noted_when_none_went_on(make: Make) -> None:
    assert resumed_from(make, 1, 1, 1) == []
    assert resumed_from(make, 1, 1, 1, 1, 1) == [AGAIN.format(1, 1)]
    assert resumed_from(make, 1, 2, 1, 1, 1, 1) == []
    assert resumed_from(make, 6, 3, 3, 3) == [AGAIN.format(6, 3)]
    assert resumed_from(make, 6, 5, 5, 5) == []  # from a checkpoint of the time before


def test_without_a_resource_reports_count_in_their_order(make: Make) -> None:
    problem = Problem({"x": space.randint(0, 9)}, metric="loss")
    experiment = make([start(0, None)], [CONTINUE, CONTINUE], problem=problem)
    experiment.apply(Opened(time=0.0, workers=1))
    for seq in range(2):
        fact = Reported(time=1.0 + seq, job=JobId(0, 0), seq=seq, elapsed=1.0, values={"loss": 0.5})
        experiment.apply(fact)
    assert list(experiment.state.trials[0].levels) == [1, 2]


def test_a_scheduler_that_waits_for_nothing_is_an_error(make: Make) -> None:
    experiment = make([Wait()])
    with pytest.raises(RuntimeError, match="scripted waits although nothing runs"):
        experiment.apply(Opened(time=0.0, workers=1))


def test_keep_checkpoints_drops_nothing(make: Make) -> None:
    experiment = make([start(0), start(1)], policy=Policy(keep_checkpoints=True))
    experiment.apply(Opened(time=0.0, workers=1))
    assert experiment.apply(ended(1.0, 0, FailureKind.CONFIGURATION)) == [started(1.0, 1)]


def test_a_verdict_may_fall_while_a_job_is_being_suspended(make: Make) -> None:
    experiment = make([start(0, until=1), Resume(0, 3)], [PAUSE])
    experiment.apply(Opened(time=0.0, workers=1, limits={"max_wallclock_time": 3.0}))
    experiment.apply(Ticked(time=3.0))
    assert experiment.state.trials[0].target is Status.SUSPENDED
    # the report was on its way; with it, the trial has reached the limit that it was started with
    [halt] = experiment.apply(report(3.1, 0, 1, 0.5))
    assert isinstance(halt, HaltJob)
    assert halt.target is Status.PAUSED
    experiment.apply(ended(3.2, 0))
    assert experiment.state.trials[0].status is Status.PAUSED
    assert experiment.apply(Opened(time=3.2, workers=1, limits={"max_wallclock_time": 9.0})) == [
        ResumeJob(time=3.2, job=JobId(0, 1), until=3)
    ]


def test_a_verdict_stands(make: Make) -> None:
    experiment = make([start(0)], [STOP])
    experiment.apply(Opened(time=0.0, workers=1, limits={"max_wallclock_time": 3.0}))
    experiment.apply(report(1.0, 0, 1, 0.5))
    assert experiment.apply(report(2.0, 0, 2, 0.1)) == []
    assert experiment.apply(Ticked(time=3.0)) == []
    experiment.apply(ended(3.2, 0))
    assert experiment.state.trials[0].status is Status.STOPPED


@pytest.mark.parametrize("decision", [0, 1, 2, 1000])
def test_each_decision_has_its_own_stretch_of_the_stream(decision: int) -> None:
    randomness = Randomness(7)
    randomness.of(3).random(5)  # whatever was drawn before
    drawn = randomness.of(decision).random(100)
    assert np.array_equal(drawn, np.random.Generator(np.random.PCG64(7).jumped(decision)).random(100))


# ---- jobs that wait in a queue ----------------------------------------------------------------------------


def begun(time: float, trial_id: int, elapsed: float = 0.0, run: int = 0) -> JobStarted:
    return JobStarted(time=time, job=JobId(trial_id, run), place="n1", elapsed=elapsed)


def test_the_time_limit_of_a_trial_begins_when_its_job_runs(make: Make) -> None:
    experiment = make([start(0), Wait(), Wait()], policy=Policy(trial_timeout=10.0))
    experiment.apply(Opened(time=0.0, workers=1, reports_start=True))
    assert experiment.state.trials[0].standing == "queued"
    assert experiment.wake_at() == math.inf
    assert experiment.apply(Ticked(time=1000.0)) == []
    assert experiment.apply(begun(1800.0, 0)) == []
    assert experiment.state.trials[0].standing == "running"
    assert experiment.wake_at() == 1810.0
    [halt] = experiment.apply(Ticked(time=1810.0))
    assert isinstance(halt, HaltJob)
    assert halt.failure is FailureKind.CONFIGURATION


@pytest.mark.parametrize("told_by", ["start", "report"])
def test_what_a_job_ran_before_it_was_heard_of_counts_for_its_time_limit(make: Make, told_by: str) -> None:
    experiment = make([start(0)], [CONTINUE], policy=Policy(trial_timeout=10.0))
    experiment.apply(Opened(time=0.0, workers=1, reports_start=True))
    if told_by == "start":
        experiment.apply(begun(50.0, 0, elapsed=4.0))
    else:
        experiment.apply(Reported(50.0, JobId(0, 0), 0, 4.0, {"epoch": 1, "loss": 0.5}))
    assert experiment.wake_at() == 56.0


def test_a_resumed_job_has_what_its_trial_has_left_of_the_time_limit_once_it_runs(make: Make) -> None:
    policy = Policy(trial_timeout=10.0)
    experiment = make([start(0, until=1), Resume(0, 3, {"kind": "promotion"})], [PAUSE], policy)
    experiment.apply(Opened(time=0.0, workers=1, reports_start=True))
    experiment.apply(begun(100.0, 0))
    experiment.apply(report(103.0, 0, 1, 0.5))
    experiment.apply(JobEnded(time=104.0, job=JobId(0, 0), elapsed=4.0))
    assert experiment.wake_at() == math.inf
    experiment.apply(begun(500.0, 0, run=1))
    assert experiment.wake_at() == 506.0


def test_a_trial_whose_time_limit_was_running_when_the_tuner_died_keeps_it(make: Make) -> None:
    experiment = make([start(0), start(1)], policy=Policy(trial_timeout=10.0))
    experiment.apply(Opened(time=0.0, workers=2, reports_start=True))
    experiment.apply(begun(5.0, 0))
    experiment.apply(Opened(time=6.0, workers=2, reports_start=True))
    assert experiment.wake_at() == 15.0


def test_queues_cost_nothing_and_have_a_sum_of_their_own(make: Make) -> None:
    experiment = make([start(0), start(1), Wait(), Exhausted()])
    experiment.apply(Opened(time=0.0, workers=2, limits={"max_cost": 1.0}, reports_start=True))
    assert experiment.wake_at() == math.inf  # while nothing runs, nothing is spent
    experiment.apply(begun(1800.0, 0))
    state = experiment.state
    assert (state.busy, state.running) == (2, 1)
    assert experiment.wake_at() == pytest.approx(1800.0 + 3600.0)
    assert (state.worker_time(3600.0), state.queued_time(3600.0)) == (1800.0, 1800.0 + 3600.0)
    assert state.cost(3600.0) == pytest.approx(0.5)
    experiment.apply(JobEnded(time=3600.0, job=JobId(1, 0), elapsed=0.0, failure=FailureKind.ERROR))
    assert (state.worker_time(4000.0), state.queued_time(4000.0)) == (2200.0, 1800.0 + 3600.0)
    experiment.apply(JobEnded(time=5000.0, job=JobId(0, 0), elapsed=3200.0))
    assert state.worker_time(9000.0) == 3200.0
    assert state.trials[0].jobs[0] == JobSpan(0.0, 9, 0, began=1800.0, ended=5000.0)


def test_why_a_job_waits_is_known_and_changes_nothing(make: Make) -> None:
    experiment = make([start(0), Wait()], policy=Policy(trial_timeout=10.0))
    experiment.apply(Opened(time=0.0, workers=1, reports_start=True))
    for time, why in ((60.0, "no capacity"), (120.0, "is prepared")):
        assert experiment.apply(JobQueued(time, JobId(0, 0), why)) == []
        assert experiment.state.trials[0].jobs[0].queued_for == why
        assert experiment.state.running == 0
        assert experiment.wake_at() == math.inf
    experiment.apply(begun(130.0, 0))
    experiment.apply(JobQueued(140.0, JobId(0, 0), "a late word"))
    span = experiment.state.trials[0].jobs[0]
    assert (span.began, span.queued_for) == (130.0, "is prepared")
    experiment.apply(JobQueued(150.0, JobId(7, 0), "of a trial that isn't known"))


def test_a_start_that_is_reported_twice_counts_once(make: Make) -> None:
    experiment = make([start(0)])
    experiment.apply(Opened(time=0.0, workers=1, reports_start=True))
    for time in (10.0, 20.0):
        experiment.apply(begun(time, 0))
    assert experiment.state.trials[0].jobs[0].began == 10.0


def test_a_queued_job_can_be_suspended_without_a_failure(make: Make) -> None:
    experiment = make([start(0)])
    experiment.apply(Opened(time=0.0, workers=1, limits={"max_wallclock_time": 60.0}, reports_start=True))
    [halt] = experiment.apply(Ticked(time=60.0))
    assert isinstance(halt, HaltJob)
    assert halt.target is Status.SUSPENDED
    [finish] = experiment.apply(JobEnded(time=61.0, job=JobId(0, 0), elapsed=0.0))
    assert isinstance(finish, Finish)
    assert experiment.state.cost(61.0) == 0.0
    assert experiment.state.queued_time(61.0) == 61.0
