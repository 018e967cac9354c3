"""Facts in, exact actions out."""

from __future__ import annotations

import math

import pytest
from tests.engine.facts import PAUSE, STOP, Make, ended, report, start, started

from tunewise.engine.policy import Policy, RetryPolicy
from tunewise.events import (
    DropCheckpoint,
    Finish,
    FinishReason,
    HaltJob,
    JobEnded,
    JobStarted,
    Opened,
    Reported,
    ResumeJob,
    Ticked,
)
from tunewise.schedulers.base import CONTINUE, Exhausted, Resume, Wait
from tunewise.space import Value
from tunewise.trial import FailureKind, JobId, Status


def test_each_free_worker_gets_a_trial(make: Make) -> None:
    experiment = make([start(0), start(1)])
    assert experiment.apply(Opened(time=0.0, workers=2)) == [started(0.0, 0), started(0.0, 1)]


def test_workers_left_over_wait_for_news(make: Make) -> None:
    experiment = make([start(0), Wait(), Wait(), start(1)], [CONTINUE])
    assert experiment.apply(Opened(time=0.0, workers=3)) == [started(0.0, 0)]
    assert experiment.apply(JobStarted(time=0.1, job=JobId(0, 0))) == []
    experiment.method.scheduler.decisions += [Wait()]  # type: ignore[attr-defined]
    assert experiment.apply(report(1.0, 0, 1, 0.5)) == [started(1.0, 1)]


def test_a_completed_trial_frees_its_worker_and_keeps_the_best_checkpoint(make: Make) -> None:
    experiment = make([start(0), start(1), start(2)], [CONTINUE, CONTINUE])
    experiment.apply(Opened(time=0.0, workers=1))
    assert experiment.apply(report(1.0, 0, 9, 0.5, seq=0)) == []
    assert experiment.apply(ended(2.0, 0)) == [started(2.0, 1)]
    assert experiment.state.trials[0].status is Status.COMPLETED
    # a better trial comes: the former best one's checkpoint is of no use any more
    assert experiment.apply(report(3.0, 1, 9, 0.4, seq=0)) == [DropCheckpoint(time=3.0, trial_id=0)]
    assert experiment.apply(ended(4.0, 1)) == [started(4.0, 2)]


def test_a_stopped_trial_holds_its_worker_until_its_job_is_over(make: Make) -> None:
    experiment = make([start(0), start(1)], [STOP])
    experiment.apply(Opened(time=0.0, workers=1))
    assert experiment.apply(report(1.0, 0, 1, 0.5)) == [
        HaltJob(time=1.0, job=JobId(0, 0), target=Status.STOPPED, why={"kind": "rung", "level": 1})
    ]
    halting = experiment.state.trials[0]
    assert halting.status is Status.HALTING
    assert experiment.apply(report(1.5, 0, 2, 0.4)) == []
    assert experiment.apply(ended(2.0, 0)) == [started(2.0, 1)]
    assert experiment.state.trials[0].status is Status.STOPPED
    assert list(experiment.state.trials[0].levels) == [1, 2]


def test_pausing_at_the_limit_leaves_time_to_end_and_resuming_goes_on(make: Make) -> None:
    experiment = make([start(0, until=1), Resume(0, 3, {"kind": "promotion"})], [PAUSE])
    experiment.apply(Opened(time=0.0, workers=1))
    [halt] = experiment.apply(report(1.0, 0, 1, 0.5))
    assert halt == HaltJob(
        time=1.0, job=JobId(0, 0), target=Status.PAUSED, patience=60.0, why={"kind": "rung", "level": 1}
    )
    assert experiment.apply(ended(2.0, 0)) == [
        ResumeJob(time=2.0, job=JobId(0, 1), until=3, why={"kind": "promotion"})
    ]
    trial = experiment.state.trials[0]
    assert trial.status is Status.RUNNING
    assert trial.job == JobId(0, 1)
    assert trial.until == 3


def test_a_pause_before_the_limit_does_not_wait(make: Make) -> None:
    experiment = make([start(0, until=9)], [PAUSE])
    experiment.apply(Opened(time=0.0, workers=1))
    [halt] = experiment.apply(report(1.0, 0, 1, 0.5))
    assert isinstance(halt, HaltJob)
    assert halt.patience == 0.0


def test_words_of_an_earlier_job_are_ignored(make: Make) -> None:
    experiment = make([start(0, until=1), Resume(0, 3)], [PAUSE])
    experiment.apply(Opened(time=0.0, workers=1))
    experiment.apply(report(1.0, 0, 1, 0.5))
    experiment.apply(ended(2.0, 0))
    assert experiment.apply(report(2.5, 0, 2, 0.1, run=0)) == []
    assert experiment.apply(ended(2.6, 0, run=0)) == []
    assert list(experiment.state.trials[0].levels) == [1]
    assert experiment.apply(report(2.7, 77, 2, 0.1)) == []


def test_a_report_delivered_twice_counts_once(make: Make) -> None:
    experiment = make([start(0)], [CONTINUE, CONTINUE])
    experiment.apply(Opened(time=0.0, workers=1))
    experiment.apply(report(1.0, 0, 1, 0.5))
    assert experiment.apply(report(1.0, 0, 1, 0.5)) == []
    assert experiment.apply(report(2.0, 0, 2, 0.4)) == []
    assert list(experiment.state.trials[0].values) == [0.5, 0.4]
    assert not experiment.state.notes


@pytest.mark.parametrize("value", ["nan", "inf", "-inf", 10**400])
def test_a_metric_that_is_not_finite_fails_the_configuration(make: Make, value: str | int) -> None:
    experiment = make([start(0), start(1)])
    experiment.apply(Opened(time=0.0, workers=1))
    fact = Reported(time=1.0, job=JobId(0, 0), seq=0, elapsed=1.0, values={"epoch": 1, "loss": value})
    [halt] = experiment.apply(fact)
    assert isinstance(halt, HaltJob)
    assert halt.target is Status.FAILED
    assert halt.failure is FailureKind.CONFIGURATION
    assert experiment.apply(ended(2.0, 0)) == [DropCheckpoint(time=2.0, trial_id=0), started(2.0, 1)]
    failure = experiment.state.trials[0].failure
    assert failure is not None
    assert failure.message.startswith("loss was")


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"loss": 0.5}, "a report has 'loss' but no 'epoch': report both together"),
        ({"epoch": 0, "loss": 0.5}, "epoch was 0: it must be a whole number that counts from 1"),
        ({"epoch": 1.5, "loss": 0.5}, "epoch was 1.5: it must be a whole number that counts from 1"),
        ({"epoch": True, "loss": 0.5}, "epoch was True: it must be a whole number that counts from 1"),
        ({"epoch": 1, "loss": "low"}, "loss was 'low', which is no number: report a float"),
        (
            {"epoch": 1, "loss": "x" * 200_000},
            f"loss was '{'x' * 199}..., which is no number: report a float",
        ),
    ],
)
def test_a_report_that_makes_no_sense_is_the_scripts_error(
    make: Make, values: dict[str, str | int | float | bool | None], message: str
) -> None:
    experiment = make([start(0), start(1)])
    experiment.apply(Opened(time=0.0, workers=1))
    [halt] = experiment.apply(Reported(time=1.0, job=JobId(0, 0), seq=0, elapsed=1.0, values=values))
    assert isinstance(halt, HaltJob)
    assert (halt.target, halt.failure, halt.message) == (Status.FAILED, FailureKind.ERROR, message)
    assert [note.message for note in experiment.state.notes] == [message]


def test_reports_without_the_metric_are_left_alone_until_the_end(make: Make) -> None:
    experiment = make([start(0), start(1)])
    experiment.apply(Opened(time=0.0, workers=1))
    side = Reported(time=1.0, job=JobId(0, 0), seq=0, elapsed=1.0, values={"epoch": 1, "accuracy": 0.5})
    assert experiment.apply(side) == []
    experiment.apply(ended(2.0, 0))
    failure = experiment.state.trials[0].failure
    assert failure is not None
    assert failure.kind is FailureKind.ERROR
    assert failure.message == (
        "The script ended without reporting 'loss': a report has no 'loss'; it has: epoch, accuracy."
    )


def test_each_problem_with_reports_is_noted_once(make: Make) -> None:
    experiment = make([start(0)], [CONTINUE])
    experiment.apply(Opened(time=0.0, workers=1))
    for level in range(1, 9):
        without: dict[str, Value] = {"loss": None} if level % 2 else {"accuracy": 0.5}
        values: dict[str, Value] = {"epoch": level, **without}
        experiment.apply(Reported(float(level), JobId(0, 0), level - 1, float(level), values))
    assert [note.message for note in experiment.state.notes] == [
        "a report has loss=None: report it where it has a value",
        "a report has no 'loss'; it has: epoch, accuracy",
    ]


def test_a_script_that_never_reports_fails_with_what_to_do(make: Make) -> None:
    experiment = make([start(0), start(1)])
    experiment.apply(Opened(time=0.0, workers=1))
    experiment.apply(ended(2.0, 0))
    failure = experiment.state.trials[0].failure
    assert failure is not None
    assert failure.message == (
        "The script ended without reporting 'loss': call Reporter()(loss=...) in it, or say by "
        "--metric-pattern or --metrics-from where it tells it; if you have said so, compare that with "
        "its output."
    )


@pytest.mark.parametrize("failure", [None, FailureKind.ERROR])
def test_what_is_odd_about_the_file_of_reports_is_noted(make: Make, failure: FailureKind | None) -> None:
    experiment = make([start(0), start(1), start(2)], [CONTINUE])
    experiment.apply(Opened(time=0.0, workers=1))
    experiment.apply(report(1.0, 0, 1, 0.5, seq=0))
    odd = "reports.jsonl: 1 line passed over: no valid reports"
    experiment.apply(JobEnded(2.0, JobId(0, 0), 1.0, failure, "why" if failure else "", odd))
    assert [(note.trial_id, note.message) for note in experiment.state.notes] == [(0, odd)]
    experiment.apply(JobEnded(3.0, JobId(1, 0), 1.0, note=odd))
    trial = experiment.state.trials[1]
    assert trial.failure is not None
    assert trial.failure.message == f"The script ended without reporting 'loss': {odd}."


def test_keys_without_end_make_no_table_without_end(make: Make) -> None:
    experiment = make([start(0)], [CONTINUE])
    experiment.apply(Opened(time=0.0, workers=1))
    for step in range(3):
        keys: dict[str, Value] = {f"loss of step {1000 * step + number}": 1.0 for number in range(700)}
        experiment.apply(Reported(1.0 + step, JobId(0, 0), step, 1.0 + step, keys))
    experiment.apply(report(4.0, 0, 1, 0.5, seq=3))
    reported = list(experiment.state.reported)
    assert len(reported) == 1002
    assert reported[999:] == ["loss of step 1299", "epoch", "loss"]
    told = [note.message for note in experiment.state.notes if "keys" in note.message]
    assert told == ["more than 1,000 keys were reported: the table of results has the first of them"]


def test_a_level_reported_twice_or_out_of_order_counts_once_with_a_note(make: Make) -> None:
    experiment = make([start(0)], [CONTINUE, CONTINUE])
    experiment.apply(Opened(time=0.0, workers=1))
    experiment.apply(report(1.0, 0, 1, 0.5, seq=0))
    experiment.apply(report(2.0, 0, 3, 0.4, seq=1))
    assert experiment.apply(report(3.0, 0, 3, 0.1, seq=2)) == []
    assert experiment.apply(report(4.0, 0, 2, 0.1, seq=3)) == []
    assert list(experiment.state.trials[0].levels) == [1, 3]
    assert [note.message for note in experiment.state.notes] == [
        "epoch 3 was reported again: let it grow, as each level counts once",
        "epoch 2 was reported after 3: let it grow, as each level counts once",
    ]


def test_a_job_preempted_before_it_gets_anywhere_is_not_resumed_for_ever(make: Make) -> None:
    policy = Policy(retry=RetryPolicy(max_fruitless=2, backoff=10.0))
    experiment = make([start(0), Wait(), start(1)], policy=policy)
    experiment.apply(Opened(time=0.0, workers=1))
    [resumed] = experiment.apply(ended(1.0, 0, FailureKind.PREEMPTED))
    assert isinstance(resumed, ResumeJob)
    assert experiment.apply(ended(2.0, 0, FailureKind.PREEMPTED, run=1)) == []
    assert experiment.wake_at() == 12.0
    experiment.apply(Ticked(time=12.0))
    experiment.apply(ended(13.0, 0, FailureKind.PREEMPTED, run=2))
    assert experiment.state.trials[0].status is Status.FAILED


def test_the_end_has_no_patience_with_a_job_at_its_limit(make: Make) -> None:
    experiment = make([start(0, until=1)], [PAUSE])
    experiment.apply(Opened(time=0.0, workers=1, limits={"max_wallclock_time": 3.0}))
    experiment.apply(report(1.0, 0, 1, 0.5))
    hurried = HaltJob(time=3.0, job=JobId(0, 0), target=Status.PAUSED, why={"kind": "experiment ends"})
    assert experiment.apply(Ticked(time=3.0)) == [hurried]
    assert experiment.apply(Ticked(time=3.1)) == []
    experiment.apply(ended(3.2, 0))
    assert experiment.state.trials[0].status is Status.PAUSED


def test_a_retried_job_may_repeat_levels_silently(make: Make) -> None:
    experiment = make([start(0)], [CONTINUE, CONTINUE, CONTINUE])
    experiment.apply(Opened(time=0.0, workers=1))
    experiment.apply(report(1.0, 0, 1, 0.5))
    experiment.apply(report(2.0, 0, 2, 0.4))
    assert experiment.apply(ended(3.0, 0, FailureKind.PREEMPTED)) == [
        ResumeJob(time=3.0, job=JobId(0, 1), until=9, why={"kind": "goes on"})
    ]
    experiment.apply(report(4.0, 0, 2, 0.4, seq=0, run=1))
    experiment.apply(report(5.0, 0, 3, 0.3, seq=1, run=1))
    assert list(experiment.state.trials[0].levels) == [1, 2, 3]
    assert not experiment.state.notes


def test_infrastructure_failures_are_retried_with_back_off_and_not_for_ever(make: Make) -> None:
    policy = Policy(retry=RetryPolicy(max_retries=2, backoff=10.0))
    experiment = make([start(0), Wait(), Wait(), Wait(), start(1)], policy=policy)
    experiment.apply(Opened(time=0.0, workers=1))
    assert experiment.apply(ended(1.0, 0, FailureKind.INFRASTRUCTURE)) == []
    assert experiment.wake_at() == 11.0
    assert experiment.apply(Ticked(time=11.0)) == [
        ResumeJob(time=11.0, job=JobId(0, 1), until=9, why={"kind": "goes on"})
    ]
    assert experiment.apply(ended(12.0, 0, FailureKind.INFRASTRUCTURE, run=1)) == []
    assert experiment.wake_at() == 32.0
    assert experiment.apply(Ticked(time=31.9)) == []
    experiment.apply(Ticked(time=32.0))
    assert experiment.apply(ended(33.0, 0, FailureKind.INFRASTRUCTURE, run=2)) == [
        DropCheckpoint(time=33.0, trial_id=0),
        started(33.0, 1),
    ]
    assert experiment.state.trials[0].status is Status.FAILED


def test_the_first_errors_of_the_script_end_the_experiment(make: Make) -> None:
    experiment = make([start(0), start(1), start(2), start(3)])
    experiment.apply(Opened(time=0.0, workers=2))
    experiment.apply(ended(1.0, 0, FailureKind.ERROR, "NameError"))
    experiment.apply(ended(1.0, 1, FailureKind.ERROR, "NameError"))
    assert experiment.apply(ended(2.0, 2, FailureKind.ERROR, "NameError")) == [
        DropCheckpoint(time=2.0, trial_id=2),
        HaltJob(time=2.0, job=JobId(3, 0), target=Status.SUSPENDED, why={"kind": "experiment ends"}),
    ]
    assert experiment.apply(ended(3.0, 3)) == [
        Finish(
            time=3.0,
            reason=FinishReason.FAILING,
            detail="the first 3 trials failed by an error of the script",
        )
    ]


def test_a_single_good_trial_shows_that_the_script_works(make: Make) -> None:
    experiment = make([start(n) for n in range(6)], [CONTINUE])
    experiment.apply(Opened(time=0.0, workers=1))
    experiment.apply(report(1.0, 0, 1, 0.5))
    experiment.apply(ended(2.0, 0))
    for trial_id in range(1, 5):
        experiment.apply(ended(2.0 + trial_id, trial_id, FailureKind.ERROR))
    assert not experiment.finished
    assert experiment.state.trials[5].status is Status.RUNNING


def test_configurations_that_fail_do_not_end_the_experiment(make: Make) -> None:
    experiment = make([start(n) for n in range(6)])
    experiment.apply(Opened(time=0.0, workers=1))
    for trial_id in range(5):
        experiment.apply(ended(1.0 + trial_id, trial_id, FailureKind.CONFIGURATION, "out of memory"))
    assert not experiment.finished


def test_a_trial_over_its_time_limit_fails(make: Make) -> None:
    experiment = make([start(0), start(1)], policy=Policy(trial_timeout=5.0))
    experiment.apply(Opened(time=0.0, workers=1))
    assert experiment.wake_at() == 5.0
    assert experiment.apply(Ticked(time=4.9)) == []
    [halt] = experiment.apply(Ticked(time=5.0))
    assert isinstance(halt, HaltJob)
    assert (halt.target, halt.failure) == (Status.FAILED, FailureKind.CONFIGURATION)
    assert halt.message == "the trial's time limit of 5 s is over"
    assert experiment.wake_at() == math.inf


def test_the_time_limit_counts_all_jobs_of_a_trial(make: Make) -> None:
    experiment = make([start(0, until=1), Resume(0, 9)], [PAUSE], Policy(trial_timeout=5.0))
    experiment.apply(Opened(time=0.0, workers=1))
    experiment.apply(report(1.0, 0, 1, 0.5))
    experiment.apply(ended(2.0, 0))  # which took 1 s of its worker
    assert experiment.wake_at() == 6.0


@pytest.mark.parametrize(
    ("limits", "detail"),
    [
        ({"max_wallclock_time": 3.0}, "the limit of 3 seconds is reached"),
        ({"max_num_evaluations": 2}, "the limit of 2 evaluations is reached"),
        ({"max_cost": 6.0 / 3600.0}, "the limit of 0.00166667 spent is reached"),
        ({"max_wallclock_time": 9.0, "max_num_evaluations": 2}, "the limit of 2 evaluations is reached"),
    ],
)
def test_limits_suspend_what_runs(make: Make, limits: dict[str, float], detail: str) -> None:
    experiment = make([start(0), start(1)], [CONTINUE, CONTINUE])
    experiment.apply(Opened(time=0.0, workers=2, limits=limits))
    assert experiment.apply(report(1.0, 0, 1, 0.5)) == []
    halts = experiment.apply(report(3.0, 1, 1, 0.5))
    assert halts == [
        HaltJob(time=3.0, job=JobId(trial_id, 0), target=Status.SUSPENDED, why={"kind": "experiment ends"})
        for trial_id in (0, 1)
    ]
    assert experiment.apply(ended(4.0, 1)) == []
    assert experiment.apply(ended(4.0, 0)) == [Finish(time=4.0, reason=FinishReason.LIMIT, detail=detail)]


def test_a_limit_of_completed_trials(make: Make) -> None:
    experiment = make([start(0), start(1)], [CONTINUE])
    experiment.apply(Opened(time=0.0, workers=1, limits={"max_num_trials_completed": 1}))
    experiment.apply(report(1.0, 0, 9, 0.5, seq=0))
    [finish] = experiment.apply(ended(2.0, 0))
    assert isinstance(finish, Finish)
    assert finish.detail == "the limit of 1 trials completed is reached"


def test_the_moment_at_which_money_runs_out_is_known(make: Make) -> None:
    experiment = make([start(0), start(1)])
    experiment.apply(Opened(time=0.0, workers=2, limits={"max_cost": 1.0}, price=3600.0 / 4))
    assert experiment.wake_at() == pytest.approx(2.0)  # two workers, 4 worker-seconds for the money
    experiment.apply(Ticked(time=experiment.wake_at()))
    assert len(experiment.state.trials.having(Status.HALTING)) == 2


def test_trials_that_were_started_run_to_their_end(make: Make) -> None:
    experiment = make([start(0), start(1), Exhausted()], [CONTINUE])
    experiment.apply(Opened(time=0.0, workers=2, limits={"max_num_trials_started": 1}))
    assert len(experiment.state.trials) == 1
    experiment.method.scheduler.decisions[:] = [start(1), start(1)]  # type: ignore[attr-defined]
    assert experiment.apply(report(1.0, 0, 1, 0.5)) == []
    [finish] = experiment.apply(ended(2.0, 0))
    assert isinstance(finish, Finish)
    assert finish == Finish(
        time=2.0, reason=FinishReason.LIMIT, detail="the limit of 1 trials started is reached"
    )
