"""What people ask for: requests in, exact actions out."""

from __future__ import annotations

import math

import pytest
from tests.engine.facts import PAUSE, STOP, Make, ended, report, start, started

from tunewise import methods, space
from tunewise.engine.experiment import Experiment
from tunewise.engine.policy import Policy
from tunewise.engine.state import Remarked
from tunewise.events import (
    Action,
    Change,
    ChangeTerms,
    DropCheckpoint,
    EndTrial,
    Enqueue,
    Finish,
    FinishReason,
    HaltJob,
    Hold,
    JobStarted,
    Opened,
    PauseTrial,
    Recall,
    Refuse,
    Release,
    Remark,
    Reported,
    Request,
    Requested,
    ResumeJob,
    ResumeTrial,
    StartJob,
    StopRequested,
    StopTrial,
    Suspend,
    Ticked,
    TryNext,
)
from tunewise.problem import Problem
from tunewise.schedulers.base import CONTINUE, Exhausted, Resume, Wait
from tunewise.space import Value
from tunewise.trial import FailureKind, JobId, Status

ASKED: dict[str, Value] = {"kind": "asked"}


def ask(experiment: Experiment, time: float, request: Request, objection: str = "") -> list[Action]:
    number = len(experiment.state.requests)
    return experiment.apply(Requested(time=time, id=f"r{number}", request=request, objection=objection))


def refusal(experiment: Experiment, time: float, request: Request) -> str:
    """Why a request is refused."""
    [refuse] = ask(experiment, time, request)
    assert isinstance(refuse, Refuse)
    assert refuse.id == list(experiment.state.requests)[-1]
    return refuse.why


def halted(time: float, trial_id: int, target: Status, run: int = 0) -> HaltJob:
    return HaltJob(time=time, job=JobId(trial_id, run), target=target, why=ASKED)


# ---- pausing and resuming --------------------------------------------------------------------------------


def test_a_paused_trial_is_held_until_it_is_resumed(make: Make) -> None:
    experiment = make([start(0), start(1), start(2)], [CONTINUE])
    experiment.apply(Opened(time=0.0, workers=2))
    experiment.apply(report(1.0, 0, 1, 0.5))
    assert ask(experiment, 2.0, PauseTrial(0)) == [
        halted(2.0, 0, Status.SUSPENDED),
        Hold(time=2.0, trial_id=0),
    ]
    assert experiment.apply(ended(3.0, 0)) == [started(3.0, 2)]  # its worker is free for others
    trial = experiment.state.trials[0]
    assert (trial.status, trial.held) == (Status.SUSPENDED, True)
    assert ask(experiment, 4.0, ResumeTrial(0)) == [Release(time=4.0, trial_id=0)]  # no worker is free
    assert experiment.apply(ended(5.0, 1))[-1] == ResumeJob(time=5.0, job=JobId(0, 1), until=9, why=ASKED)
    assert trial.wish is None


def test_a_released_trial_goes_on_at_once_if_a_worker_is_free(make: Make) -> None:
    experiment = make([start(0), Exhausted()])
    experiment.apply(Opened(time=0.0, workers=1))
    ask(experiment, 1.0, PauseTrial(0))
    assert experiment.apply(ended(2.0, 0)) == []  # with nothing but held trials left, it waits
    assert not experiment.finished
    assert experiment.wake_at() == math.inf
    assert ask(experiment, 9.0, ResumeTrial(0)) == [
        Release(time=9.0, trial_id=0),
        ResumeJob(time=9.0, job=JobId(0, 1), until=9, why=ASKED),
    ]


def test_an_experiment_that_waits_for_a_person_ends_at_its_limits(make: Make) -> None:
    experiment = make([start(0), Wait(), Wait()])
    experiment.apply(Opened(time=0.0, workers=1, limits={"max_wallclock_time": 60.0}))
    ask(experiment, 1.0, PauseTrial(0))
    experiment.apply(ended(2.0, 0))
    assert experiment.wake_at() == 60.0
    [finish] = experiment.apply(Ticked(time=60.0))
    assert isinstance(finish, Finish)
    assert finish.reason is FinishReason.LIMIT
    # and it is held still when the experiment goes on
    experiment.method.scheduler.decisions[:] = [start(1)]  # type: ignore[attr-defined]
    assert experiment.apply(Opened(time=60.0, workers=1)) == [started(60.0, 1)]
    assert experiment.state.trials[0].held


def test_a_trial_is_let_go_before_its_job_is_over(make: Make) -> None:
    experiment = make([start(0)])
    experiment.apply(Opened(time=0.0, workers=1))
    ask(experiment, 1.0, PauseTrial(0))
    assert refusal(experiment, 1.1, PauseTrial(0)) == "Trial 0 is held already."
    assert ask(experiment, 1.5, ResumeTrial(0)) == [Release(time=1.5, trial_id=0)]
    assert experiment.apply(ended(2.0, 0)) == [
        ResumeJob(time=2.0, job=JobId(0, 1), until=9, why={"kind": "goes on"})
    ]


def test_a_verdict_that_comes_after_the_request_counts(make: Make) -> None:
    experiment = make([start(0, until=1), start(1), Resume(0, 3), start(2), Wait()], [PAUSE, STOP])
    experiment.apply(Opened(time=0.0, workers=2))
    ask(experiment, 1.0, PauseTrial(0))
    ask(experiment, 1.0, PauseTrial(1))
    [pause] = experiment.apply(report(1.5, 0, 1, 0.5))
    assert isinstance(pause, HaltJob)
    assert pause.target is Status.PAUSED
    [stop] = experiment.apply(report(1.5, 1, 1, 0.7))
    assert isinstance(stop, HaltJob)
    assert stop.target is Status.STOPPED
    experiment.method.scheduler.decisions[:] = [Wait(), Wait()]  # type: ignore[attr-defined]
    experiment.apply(ended(2.0, 0))
    experiment.apply(ended(2.0, 1))
    held, stopped = experiment.state.trials
    assert (held.status, held.wish) == (Status.SUSPENDED, Status.PAUSED)
    assert (stopped.status, stopped.held) == (Status.STOPPED, False)
    # let go, it is the method's again, which decides when it goes on
    experiment.method.scheduler.decisions[:] = [Resume(0, 3, {"kind": "promotion"}), Wait()]  # type: ignore[attr-defined]
    assert ask(experiment, 3.0, ResumeTrial(0)) == [
        Release(time=3.0, trial_id=0),
        ResumeJob(time=3.0, job=JobId(0, 1), until=3, why={"kind": "promotion"}),
    ]


def test_a_trial_that_the_method_paused_is_kept_from_it(make: Make) -> None:
    experiment = make([start(0, until=1), start(1), Wait()], [PAUSE])
    experiment.apply(Opened(time=0.0, workers=1))
    experiment.apply(report(1.0, 0, 1, 0.5))
    assert ask(experiment, 1.5, PauseTrial(0)) == [Hold(time=1.5, trial_id=0)]  # it is just pausing
    experiment.apply(ended(2.0, 0))
    trial = experiment.state.trials[0]
    assert (trial.status, trial.wish) == (Status.SUSPENDED, Status.PAUSED)
    assert ask(experiment, 3.0, ResumeTrial(0)) == [Release(time=3.0, trial_id=0)]
    assert list(experiment.state.trials.having(Status.PAUSED)) == [0]
    assert ask(experiment, 4.0, PauseTrial(0)) == [Hold(time=4.0, trial_id=0)]
    assert not experiment.state.trials.having(Status.PAUSED)


def test_a_trial_that_the_method_paused_goes_on_with_the_next_free_worker(make: Make) -> None:
    experiment = make([start(0, until=1), start(1), Wait()], [PAUSE])
    experiment.apply(Opened(time=0.0, workers=1))
    experiment.apply(report(1.0, 0, 1, 0.5))
    assert refusal(experiment, 1.5, ResumeTrial(0)).startswith("Trial 0 is just pausing")
    experiment.apply(ended(2.0, 0))
    assert ask(experiment, 3.0, ResumeTrial(0)) == [Recall(time=3.0, trial_id=0, until=9)]
    assert refusal(experiment, 3.5, ResumeTrial(0)) == "Trial 0 goes on anyway, as soon as it can."
    assert experiment.apply(ended(4.0, 1))[-1] == ResumeJob(time=4.0, job=JobId(0, 1), until=9, why=ASKED)


def test_after_a_request_the_method_is_asked_again_though_no_trial_may_start() -> None:
    """All trials are at their first rung. As long as trial 0 is held, nothing can be promoted."""
    problem = Problem({"x": space.uniform(0.0, 1.0)}, "loss", resource_attr="epoch", max_resource=9)
    experiment = Experiment(methods.asha(problem, type="promotion"))
    experiment.apply(Opened(time=0.0, workers=1, limits={"max_num_trials_started": 4}))
    for number, loss in enumerate([0.1, 0.2, 0.5, 0.6]):
        values: dict[str, Value] = {"epoch": 1, "loss": loss}
        experiment.apply(Reported(number + 0.2, JobId(number, 0), 0, 0.2, values))
        if number == 0:
            ask(experiment, 0.3, PauseTrial(0))
        experiment.apply(ended(number + 0.5, number))
    assert not experiment.finished
    *_, promoted = ask(experiment, 9.0, ResumeTrial(0))
    assert isinstance(promoted, ResumeJob)
    assert promoted.job == JobId(0, 1)


def test_a_queued_job_is_paused_too(make: Make) -> None:
    experiment = make([start(0), Wait(), Wait(), Wait()])
    experiment.apply(Opened(time=0.0, workers=1, reports_start=True))
    assert experiment.state.trials[0].queued
    ask(experiment, 1.0, PauseTrial(0))
    experiment.apply(JobStarted(time=2.0, job=JobId(0, 0)))  # it began all the same
    experiment.apply(ended(3.0, 0))
    assert experiment.state.trials[0].held


def test_a_held_trial_that_waited_for_a_retry_still_waits_when_it_is_let_go(make: Make) -> None:
    experiment = make([start(0), Wait(), Wait(), Wait(), Wait()])
    experiment.apply(Opened(time=0.0, workers=1))
    experiment.apply(ended(1.0, 0, FailureKind.INFRASTRUCTURE, "lost"))
    assert ask(experiment, 2.0, PauseTrial(0)) == [Hold(time=2.0, trial_id=0)]
    assert experiment.wake_at() == math.inf
    assert ask(experiment, 3.0, ResumeTrial(0)) == [Release(time=3.0, trial_id=0)]
    assert experiment.wake_at() == 11.0
    [resume] = experiment.apply(Ticked(time=11.0))
    assert isinstance(resume, ResumeJob)


def test_a_trial_that_is_fully_trained_completes_instead_of_being_held(make: Make) -> None:
    experiment = make([start(0), start(1), Wait()], [CONTINUE])
    experiment.apply(Opened(time=0.0, workers=1))
    ask(experiment, 1.0, PauseTrial(0))
    experiment.apply(report(1.5, 0, 9, 0.5, seq=0))
    experiment.apply(ended(2.0, 0))
    trial = experiment.state.trials[0]
    assert (trial.status, trial.held) == (Status.COMPLETED, False)


# ---- ending ----------------------------------------------------------------------------------------------


def test_a_trial_is_ended_for_good_whatever_it_does(make: Make) -> None:
    experiment = make([start(0), start(1, until=1), start(2), Wait(), Wait(), Wait()], [PAUSE])
    experiment.apply(Opened(time=0.0, workers=3))
    assert ask(experiment, 1.0, EndTrial(0)) == [halted(1.0, 0, Status.STOPPED)]
    assert refusal(experiment, 1.1, EndTrial(0)) == "Trial 0 is just ending for good."
    experiment.apply(report(1.2, 1, 1, 0.5))
    assert ask(experiment, 1.5, EndTrial(1)) == [halted(1.5, 1, Status.STOPPED)]  # it was pausing
    ask(experiment, 1.6, PauseTrial(2))
    experiment.apply(ended(2.0, 0))
    experiment.apply(ended(2.0, 1))
    experiment.method.scheduler.decisions += [Wait()] * 5  # type: ignore[attr-defined]
    experiment.apply(ended(2.0, 2))
    experiment.method.scheduler.decisions[:] = [Exhausted()]  # type: ignore[attr-defined]
    assert ask(experiment, 3.0, EndTrial(2)) == [
        StopTrial(time=3.0, trial_id=2),
        DropCheckpoint(time=3.0, trial_id=2),
        Finish(time=3.0, reason=FinishReason.EXHAUSTED, detail="the method has nothing left to try"),
    ]
    assert [trial.status for trial in experiment.state.trials] == [Status.STOPPED] * 3
    for request in (EndTrial(2), PauseTrial(2), ResumeTrial(2)):
        assert refusal(experiment, 4.0, request) == "Trial 2 has been stopped for good."


def test_ended_trials_count_as_finished(make: Make) -> None:
    experiment = make([start(0), start(1)])
    experiment.apply(Opened(time=0.0, workers=1, limits={"max_num_trials_finished": 1}))
    ask(experiment, 1.0, EndTrial(0))
    drop, finish = experiment.apply(ended(2.0, 0))
    assert drop == DropCheckpoint(time=2.0, trial_id=0)
    assert isinstance(finish, Finish)


@pytest.mark.parametrize("request_", [PauseTrial(7), ResumeTrial(-1), EndTrial(2**70), Remark("?", 7)])
def test_there_must_be_such_a_trial(make: Make, request_: Request) -> None:
    experiment = make([start(0)])
    experiment.apply(Opened(time=0.0, workers=1))
    assert "there are trials 0 to 0." in refusal(experiment, 1.0, request_)
    assert not experiment.state.remarks


# ---- configurations --------------------------------------------------------------------------------------


def test_configurations_are_started_in_order_before_all_others(make: Make) -> None:
    experiment = make([start(0), start(3)], policy=Policy(max_failures=9))
    experiment.apply(Opened(time=0.0, workers=1))
    assert ask(experiment, 1.0, TryNext({"x": "77"})) == [Enqueue(time=1.0, id="r0", config={"x": 77})]
    assert ask(experiment, 1.0, TryNext({})) == [Enqueue(time=1.0, id="r1", config={"x": 500})]
    for number, x in ((1, 77), (2, 500)):
        assert experiment.apply(ended(2.0, number - 1))[-1] == StartJob(
            time=2.0,
            trial_id=number,
            config={"x": x},
            until=9,
            why={"kind": "asked", "request": f"r{number - 1}"},
        )
    assert experiment.apply(ended(4.0, 2))[-1] == started(4.0, 3)
    assert not experiment.state.wanted


def test_a_configuration_starts_at_once_where_a_worker_is_free(make: Make) -> None:
    experiment = make([start(0), *[Wait()] * 2])
    experiment.apply(Opened(time=0.0, workers=2))
    experiment.method.scheduler.decisions += [Wait()]  # type: ignore[attr-defined]
    enqueue, start_job = ask(experiment, 1.0, TryNext({"x": 5}))
    assert isinstance(enqueue, Enqueue)
    assert isinstance(start_job, StartJob)


def test_what_is_not_in_the_space_is_refused(make: Make) -> None:
    experiment = make([start(0)])
    experiment.apply(Opened(time=0.0, workers=1))
    assert "There is no hyperparameter 'y'" in refusal(experiment, 1.0, TryNext({"y": 1}))
    assert refusal(experiment, 1.0, TryNext({"x": "many"})).startswith("x: ")
    assert refusal(experiment, 1.0, TryNext({"x": 2000})).startswith("x: ")


def test_starts_count_as_usual(make: Make) -> None:
    experiment = make([start(0)])
    experiment.apply(Opened(time=0.0, workers=1, limits={"max_num_trials_started": 2}))
    ask(experiment, 1.0, TryNext({"x": 7}))
    assert ask(experiment, 1.5, TryNext({"x": 8})) == [Enqueue(time=1.5, id="r1", config={"x": 8})]
    experiment.apply(ended(2.0, 0))
    assert experiment.apply(ended(3.0, 1))[-1] == Finish(
        time=3.0, reason=FinishReason.LIMIT, detail="the limit of 2 trials started is reached"
    )


def test_a_configuration_beyond_the_limit_is_the_first_one_once_the_limit_is_raised(make: Make) -> None:
    experiment = make([start(0), start(2)])
    experiment.apply(Opened(time=0.0, workers=2, limits={"max_num_trials_started": 1}))
    ask(experiment, 1.0, TryNext({"x": 8}))
    change, started = ask(experiment, 2.0, Change(limits={"max_num_trials_started": 2}))
    assert isinstance(change, ChangeTerms)
    assert isinstance(started, StartJob)
    assert started.config == {"x": 8}


def test_what_waits_is_started_after_the_experiment_was_resumed(make: Make) -> None:
    experiment = make([start(0)])
    experiment.apply(Opened(time=0.0, workers=1))
    experiment.apply(StopRequested(time=1.0, why="Ctrl-C"))
    ask(experiment, 1.5, TryNext({"x": 7}))
    experiment.apply(ended(2.0, 0))
    assert experiment.finished
    [resume, start_job] = experiment.apply(Opened(time=2.0, workers=2))
    assert isinstance(resume, ResumeJob)
    assert isinstance(start_job, StartJob)
    assert start_job.config == {"x": 7}


# ---- the experiment --------------------------------------------------------------------------------------


def test_workers_and_limits_change_at_once(make: Make) -> None:
    experiment = make([start(0), start(1), start(2)])
    experiment.apply(Opened(time=0.0, workers=1, limits={"max_cost": 5.0, "max_wallclock_time": 60.0}))
    change = Change(workers=3, limits={"max_wallclock_time": 90.0})
    limits = {"max_cost": 5.0, "max_wallclock_time": 90.0}
    assert ask(experiment, 10.0, change) == [
        ChangeTerms(time=10.0, workers=3, limits=limits),
        started(10.0, 1),
        started(10.0, 2),
    ]
    opened = experiment.state.opened
    assert opened is not None
    assert experiment.state.last_run == opened
    assert (opened.workers, opened.limits) == (3, limits)
    assert experiment.wake_at() == 90.0
    # fewer: what runs goes on
    assert ask(experiment, 20.0, Change(workers=1)) == [ChangeTerms(time=20.0, workers=1, limits=limits)]
    assert experiment.apply(ended(21.0, 0)) == [DropCheckpoint(time=21.0, trial_id=0)]
    assert experiment.apply(ended(22.0, 1)) == [DropCheckpoint(time=22.0, trial_id=1)]


def test_each_second_is_paid_for_under_the_terms_of_its_time(make: Make) -> None:
    experiment = make([start(0), Wait(), *[Wait()] * 4])
    experiment.apply(Opened(time=0.0, workers=1, price=3600.0, pay_idle=True))
    ask(experiment, 10.0, Change(workers=4))
    assert experiment.state.cost(15.0) == pytest.approx(10.0 + 4 * 5.0)
    ask(experiment, 20.0, Change(workers=2))
    assert experiment.state.cost(25.0) == pytest.approx(10.0 + 4 * 10.0 + 2 * 5.0)
    assert experiment.state.held_time(25.0) == pytest.approx(60.0)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (Change(workers=0), "workers is 0: give a whole number from 1 to 10,000"),
        (Change(workers=10**8), "workers is 100000000"),
        (Change(limits={"max_luck": 1}), "There is no limit named 'max_luck'"),
        (
            Change(limits={"max_cost": -1}),
            "A limit can't be: max_cost is -1.0: give a finite number above 0, or leave it out.",
        ),
        (Change(limits={"max_num_trials_started": 2.7}), "A limit can't be: "),
        (Change(limits={"max_num_trials_started": math.inf}), "A limit can't be: "),
        (Change(limits={"max_wallclock_time": 5.0}), "max_wallclock_time is 5, which is used up"),
        (Change(limits={"max_num_evaluations": 1}), "max_num_evaluations is 1, which is used up"),
    ],
)
def test_what_cannot_be_changed_stays(make: Make, change: Change, why: str) -> None:
    experiment = make([start(0)], [CONTINUE])
    experiment.apply(Opened(time=0.0, workers=1))
    experiment.apply(report(8.0, 0, 1, 0.5))
    before = experiment.state.opened
    assert why in refusal(experiment, 10.0, change)
    assert experiment.state.opened is before


def test_the_back_end_may_object(make: Make) -> None:
    experiment = make([start(0)])
    experiment.apply(Opened(time=0.0, workers=1))
    why = "The GPUs of this machine (0) are enough for 1 workers, not for 2."
    assert ask(experiment, 1.0, Change(workers=2), objection=why) == [Refuse(time=1.0, id="r0", why=why)]


def test_a_person_suspends_the_experiment(make: Make) -> None:
    experiment = make([start(0)])
    experiment.apply(Opened(time=0.0, workers=1))
    [halt] = ask(experiment, 1.0, Suspend("stopped by `tunewise stop`"))
    assert isinstance(halt, HaltJob)
    assert (halt.target, halt.why) == (Status.SUSPENDED, {"kind": "experiment ends"})
    assert "about to end" in refusal(experiment, 1.5, Change(workers=2))
    assert "about to end" in refusal(experiment, 1.5, ResumeTrial(0))
    assert ask(experiment, 1.6, PauseTrial(0)) == [Hold(time=1.6, trial_id=0)]
    assert experiment.apply(ended(2.0, 0)) == [
        Finish(time=2.0, reason=FinishReason.STOPPED, detail="stopped by `tunewise stop`")
    ]


def test_notes_are_kept(make: Make) -> None:
    experiment = make([start(0)])
    experiment.apply(Opened(time=0.0, workers=1))
    assert ask(experiment, 1.0, Remark("the disk was slow")) == []
    assert ask(experiment, 2.0, Remark("look here", trial_id=0)) == []
    assert experiment.state.remarks == [
        Remarked(1.0, None, "the disk was slow"),
        Remarked(2.0, 0, "look here"),
    ]
    assert "more than 2,000 characters" in refusal(experiment, 3.0, Remark("x" * 2001))
    assert "There is no trial 9" in refusal(experiment, 3.0, Remark("where?", trial_id=9))
    assert len(experiment.state.remarks) == 2  # what is refused isn't kept
