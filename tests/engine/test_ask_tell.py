"""Ask and tell, with every method and by hand."""

import math
from typing import Any

import numpy as np
import pytest
from tests.helpers.invariants import check_state

from tunewise import AskTell, Exhausted, Policy, Problem, Resume, Start, Verdict, Wait, methods, space
from tunewise.schedulers.base import Method
from tunewise.trial import FailureKind, Status

EPOCHS = 9


@pytest.fixture
def problem() -> Problem:
    return Problem(
        {"lr": space.loguniform(1e-4, 1e-1), "width": space.randint(8, 64)},
        metric="val_loss",
        resource_attr="epoch",
        max_resource=EPOCHS,
    )


def promotion(problem: Problem) -> AskTell:
    return AskTell(methods.asha(problem, type="promotion"))


def run(method: Method, workers: int, asks: int) -> AskTell:
    """A harness of somebody else's: as many trials at once as there are workers, an epoch a turn each."""
    opt = AskTell(method)
    running: dict[int, int] = {}
    trained: dict[int, int] = {}
    time = 0.0
    while asks > 0 or running:
        while len(running) < workers and asks > 0:
            asks -= 1
            decision = opt.ask(now=time)
            if not isinstance(decision, (Start, Resume)):
                break
            running[decision.trial_id] = decision.until or EPOCHS
        for trial_id, until in list(running.items()):
            time += 0.5
            epoch = trained[trial_id] = trained.get(trial_id, 0) + 1
            lr = opt.trials[trial_id].config["lr"]
            assert isinstance(lr, float)
            report = {"epoch": epoch, "val_loss": abs(math.log10(lr) + 2) + 1 / epoch}
            verdict = opt.report(trial_id, report, now=time)
            if verdict is not Verdict.CONTINUE:
                del running[trial_id]
            elif epoch == until:
                opt.complete(trial_id, now=time)
                del running[trial_id]
    return opt


@pytest.mark.parametrize("name", methods.names())
def test_every_method_is_driven(problem: Problem, name: str) -> None:
    opt = run(methods.build(name, problem, seed=1), workers=4, asks=40)
    check_state(opt._experiment.state)
    assert not any(trial.busy for trial in opt.trials)
    assert opt.best is not None
    assert opt.best.value < 2.0


def test_promotion_pauses_and_resumes(problem: Problem) -> None:
    opt = run(methods.asha(problem, type="promotion"), workers=2, asks=40)
    assert opt.trials.having(Status.PAUSED)
    assert any(len(trial.jobs) == 3 for trial in opt.trials)


def test_a_paused_trial_frees_its_worker_at_once(problem: Problem) -> None:
    opt = promotion(problem)
    first = opt.ask(now=0.0)
    assert isinstance(first, Start)
    assert first.until == 1
    assert opt.report(first.trial_id, {"epoch": 1, "val_loss": 5.0}, now=1.0) is Verdict.PAUSE
    assert opt.trials[0].status is Status.PAUSED
    assert isinstance(opt.ask(now=1.0), Start)


def test_a_word_after_the_end_changes_nothing(problem: Problem) -> None:
    opt = promotion(problem)
    opt.ask(now=0.0)
    opt.report(0, {"epoch": 1, "val_loss": 5.0}, now=1.0)
    assert opt.report(0, {"epoch": 2, "val_loss": 4.0}, now=2.0) is Verdict.PAUSE
    opt.complete(0, now=3.0)
    opt.fail(0, "late", now=4.0)
    assert opt.trials[0].status is Status.PAUSED
    assert list(opt.trials[0].levels) == [1]


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_a_metric_that_is_not_finite_stops_the_trial(problem: Problem, value: float) -> None:
    opt = promotion(problem)
    opt.ask(now=0.0)
    assert opt.report(0, {"epoch": 1, "val_loss": value}, now=1.0) is Verdict.STOP
    failure = opt.trials[0].failure
    assert failure is not None
    assert failure.kind is FailureKind.CONFIGURATION


def test_failures_are_distinguished_by_kind(problem: Problem) -> None:
    opt = promotion(problem)
    for _ in range(5):
        opt.ask(now=0.0)
    opt.fail(0, reason="out of memory", now=1.0)
    assert opt.trials[0].status is Status.FAILED
    for trial_id in (1, 2, 3):  # nothing ends early here: the caller's loop keeps the budget
        opt.fail(trial_id, reason="bug", now=1.0, kind=FailureKind.ERROR)
    assert opt.trials[4].status is Status.RUNNING
    opt.fail(4, reason="spot", now=2.0, kind=FailureKind.PREEMPTED)
    assert opt.ask(now=2.0) == Resume(4, 1, {"kind": "goes on"})


def test_a_finite_space_is_exhausted_once_all_trials_have_ended() -> None:
    problem = Problem({"x": space.choice([1, 2])}, metric="loss")
    opt = AskTell(methods.rs(problem))
    assert isinstance(opt.ask(now=0.0), Start)
    assert isinstance(opt.ask(now=0.0), Start)
    assert opt.ask(now=0.0) == Exhausted()


def test_a_worker_waits_where_a_promotion_may_come() -> None:
    problem = Problem({"x": space.choice([1, 2, 3])}, metric="loss", resource_attr="epoch", max_resource=3)
    opt = AskTell(methods.asha(problem, type="promotion"))
    for _ in range(3):
        assert isinstance(opt.ask(now=0.0), Start)
    assert opt.ask(now=0.0) == Wait()
    for trial_id, loss in enumerate([0.3, 0.1, 0.2]):
        opt.report(trial_id, {"epoch": 1, "val_loss": 0.0, "loss": loss}, now=1.0)
    resumed = opt.ask(now=1.0)
    assert isinstance(resumed, Resume)
    assert (resumed.trial_id, resumed.until) == (1, 3)


def test_the_clock_is_the_callers_or_a_monotonic_one(problem: Problem) -> None:
    opt = promotion(problem)
    opt.ask()
    opt.report(0, {"epoch": 1, "val_loss": 1.0})
    assert 0.0 <= opt.trials[0].times[0] < 60.0
    virtual = promotion(problem)
    virtual.ask(now=100.0)
    with pytest.raises(ValueError, match="time cannot go back"):
        virtual.report(0, {"epoch": 1, "val_loss": 1.0}, now=99.0)


def test_an_unknown_trial_is_named(problem: Problem) -> None:
    with pytest.raises(KeyError, match="There is no trial 7"):
        promotion(problem).complete(7)


@pytest.mark.parametrize("value", [np.float32("nan"), np.float64("inf")])
def test_scalars_of_numpy_are_taken(problem: Problem, value: np.floating[Any]) -> None:
    opt = promotion(problem)
    opt.ask(now=0.0)
    opt.ask(now=0.0)
    assert opt.report(0, {"epoch": np.int64(1), "val_loss": np.float32(0.5)}, now=1.0) is Verdict.PAUSE
    assert opt.report(1, {"epoch": np.int64(1), "val_loss": value}, now=1.0) is Verdict.STOP
    assert opt.best is not None
    assert opt.best.value == 0.5


def test_a_time_limit_ends_a_trial_that_says_nothing(problem: Problem) -> None:
    opt = AskTell(methods.rs(problem), Policy(trial_timeout=10.0))
    opt.ask(now=0.0)
    opt.ask(now=5.0)
    assert opt.report(1, {"epoch": 1, "val_loss": 0.5}, now=11.0) is Verdict.CONTINUE
    assert opt.trials[0].status is Status.FAILED
    assert opt.report(0, {"epoch": 1, "val_loss": 0.5}, now=12.0) is Verdict.STOP
