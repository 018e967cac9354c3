"""Money: what counts, when a limit is reached, and that what was spent stays spent."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.helpers.tables import PROBLEM, made_up_reference

from tunewise import StoppingCriterion, Tuner, methods
from tunewise.backends.simulated import SimulatedBackend
from tunewise.engine.experiment import Experiment
from tunewise.events import Finish, FinishReason, IdlePaid, JobEnded, Opened, Ticked
from tunewise.journal import read_journal
from tunewise.results import ExperimentResult, load_experiment
from tunewise.schedulers.base import Start, Wait
from tunewise.studies.outcome import outcome_of
from tunewise.studies.plan import Cell
from tunewise.trial import FailureKind, JobId, Status
from tunewise.tuner import TunerError, resume, stop_orphaned_jobs

Make = Callable[..., Experiment]
SECOND = 3600.0
"""The price of a worker-hour at which a worker-second costs 1."""


def start(trial_id: int) -> Start:
    return Start(trial_id, {"x": trial_id}, 9, why={"kind": "counting"})


def ended(time: float, trial_id: int, elapsed: float) -> JobEnded:
    return JobEnded(time, JobId(trial_id, 0), elapsed)


def opened(
    time: float, workers: int, price: float = SECOND, pay_idle: bool = True, **limits: float
) -> Opened:
    return Opened(time, workers, limits, price, pay_idle)


def test_idle_workers_bring_the_end_nearer(make: Make) -> None:
    for pay_idle, moment in ((False, 12.0), (True, 3.0)):
        experiment = make([start(0), Wait()])
        experiment.apply(opened(0.0, 4, pay_idle=pay_idle, max_cost=12.0))
        assert experiment.wake_at() == pytest.approx(moment)


def test_a_budget_can_run_out_while_a_worker_waits_for_a_retry(make: Make) -> None:
    experiment = make([start(0), Wait()])
    experiment.apply(opened(0.0, 1, max_cost=5.0))
    experiment.apply(JobEnded(1.0, JobId(0, 0), 1.0, FailureKind.INFRASTRUCTURE, "lost"))
    assert experiment.state.busy == 0
    assert experiment.wake_at() == pytest.approx(5.0)  # the retry would come at 11
    [finish] = experiment.apply(Ticked(experiment.wake_at()))
    assert isinstance(finish, Finish)
    assert finish.reason is FinishReason.LIMIT


def test_instances_that_are_kept_bring_the_end_nearer(make: Make) -> None:
    experiment = make([start(0), *[Wait()] * 3])
    experiment.apply(opened(0.0, 2, pay_idle=False, max_cost=12.0))
    assert experiment.apply(IdlePaid(4.0, 5.0)) == []
    assert experiment.state.cost(4.0) == pytest.approx(9.0)
    assert experiment.wake_at() == pytest.approx(7.0)
    assert experiment.apply(IdlePaid(4.5, 7.5)) != []  # the money is spent


def test_another_price_holds_from_then_on(make: Make) -> None:
    experiment = make([start(0), start(1)])
    experiment.apply(opened(0.0, 2, pay_idle=False))
    experiment.apply(Ticked(3.0))
    experiment.method.scheduler.decisions[:] = []  # type: ignore[attr-defined]
    experiment.apply(opened(3.0, 2, 10 * SECOND, pay_idle=False, max_cost=66.0))
    assert experiment.state.cost(3.0) == pytest.approx(6.0)
    assert experiment.wake_at() == pytest.approx(6.0)  # 2 workers x 3 s x 10 are left


def test_jobs_taken_over_are_paid_for_by_a_tuner_with_fewer_workers(make: Make) -> None:
    """Three jobs of a killed tuner, taken up with one worker, and by `tunewise stop` with none."""
    for workers in (1, 0):
        experiment = make([start(0), start(1), start(2)])
        experiment.apply(opened(0.0, 3))
        experiment.apply(opened(10.0, workers))
        state = experiment.state
        assert state.cost(12.0) == pytest.approx(36.0)
        assert state.spending == pytest.approx(3.0)
        experiment.apply(ended(13.0, 0, 13.0))
        experiment.apply(ended(14.0, 1, 14.0))
        assert state.held_time(14.0) == pytest.approx(30.0 + 3 + 4 + 4)
        experiment.method.scheduler.decisions[:] = [Wait()]  # type: ignore[attr-defined]
        if workers == 1:
            assert state.held_time(20.0) == pytest.approx(30.0 + 3 + 4 + 10)
        assert state.held_time(20.0) >= state.worker_time(20.0)


def test_what_ran_while_there_was_no_tuner_is_paid_for(make: Make) -> None:
    for pay_idle in (False, True):
        experiment = make([start(0), start(1)], [])
        experiment.apply(opened(0.0, 1, pay_idle=pay_idle))
        experiment.apply(opened(10.0, 1, pay_idle=pay_idle))
        experiment.apply(ended(11.0, 0, 11.0 + 500.0))
        assert experiment.state.cost(11.0) == pytest.approx(511.0)
        assert experiment.state.held_time(11.0) == pytest.approx(511.0)


# ---- from end to end, in virtual time ---------------------------------------------------------------------


@pytest.fixture
def backend(tmp_path: Path) -> SimulatedBackend:
    return SimulatedBackend(made_up_reference(tmp_path), start_delay=3.0, failure_rate=30.0)


def run(backend: SimulatedBackend, pay_idle: bool, method: str = "asha") -> ExperimentResult:
    stop = StoppingCriterion(max_cost=400.0)
    recipe = methods.build(method, PROBLEM, 1, {})
    return Tuner(backend, recipe, stop, 4, "paid", price=SECOND, pay_idle=pay_idle).run()


@pytest.mark.parametrize("pay_idle", [False, True])
@pytest.mark.parametrize("method", ["rs", "asha", "sync_hyperband"])
def test_the_money_ends_an_experiment_at_the_moment(
    method: str, pay_idle: bool, backend: SimulatedBackend
) -> None:
    record = run(backend, pay_idle, method)
    state = record.state
    assert state.finished is not None
    assert state.finished.detail == "the limit of 400 spent is reached"
    assert state.cost(state.now) == pytest.approx(400.0, rel=1e-9)
    assert load_experiment("paid").state.cost(state.now) == state.cost(state.now)
    if pay_idle:
        assert state.now == pytest.approx(100.0, rel=1e-9)
    else:
        assert state.worker_time(state.now) == pytest.approx(400.0, rel=1e-9)


@pytest.mark.parametrize("pay_idle", [False, True])
def test_a_resumed_experiment_pays_the_new_price_for_what_is_left(
    pay_idle: bool, backend: SimulatedBackend
) -> None:
    now = run(backend, pay_idle).state.now
    record = resume("paid", workers=8, price=2 * SECOND, max_cost=1_000.0)
    state = record.state
    assert state.cost(state.now) == pytest.approx(1_000.0, rel=1e-9)
    if pay_idle:
        assert state.now - now == pytest.approx(600.0 / 2.0 / 8, rel=1e-9)
    else:
        assert state.worker_time(state.now) == pytest.approx(400.0 + 300.0, rel=1e-9)
    last = resume("paid", workers=3, pay_idle=not pay_idle, max_cost=1_300.0).state
    assert last.cost(last.now) == pytest.approx(1_300.0, rel=1e-9)


def test_an_unchanged_budget_is_used_up_whatever_the_price(backend: SimulatedBackend) -> None:
    before = run(backend, False).state
    after = resume("paid", price=SECOND / 100).state
    assert (after.now, after.launches) == (before.now, before.launches)


def test_the_outcome_of_a_study_costs_what_the_experiment_did(backend: SimulatedBackend) -> None:
    run(backend, True)
    record = resume("paid", workers=8, price=2 * SECOND, pay_idle=False, max_cost=1_000.0)
    outcome = outcome_of(Cell("paid", "ASHA", "made up", 4, 0, 1e9), "made up", record)
    assert outcome.end.money == pytest.approx(1_000.0, rel=1e-9)
    assert outcome.end.worker_hours == pytest.approx(record.state.worker_time(record.state.now) / 3600.0)
    found = record.breakdown()
    assert outcome.steps[-1].money == pytest.approx(found.until_best)


def test_stopping_what_a_killed_tuner_left_keeps_workers_and_price(backend: SimulatedBackend) -> None:
    whole = run(backend, True)
    entries = list(read_journal(whole.paths.journal))
    lines = whole.paths.journal.read_bytes().splitlines(keepends=True)
    cut = len(entries) // 2
    whole.paths.journal.write_bytes(b"".join(lines[:cut]))
    before = load_experiment("paid").state
    assert before.busy > 0
    stop_orphaned_jobs("paid")
    stopped = load_experiment("paid").state
    assert stopped.cost(stopped.now) >= before.cost(before.now)
    assert stopped.last_run == before.last_run
    assert not stopped.trials.having(Status.RUNNING)
    state = resume("paid").state
    assert state.cost(state.now) == pytest.approx(400.0, rel=1e-9)


@pytest.mark.parametrize("price", [-1.0, 0.0, float("inf"), float("nan")])
def test_an_impossible_price_leaves_the_experiment_alone(price: float, backend: SimulatedBackend) -> None:
    journal = run(backend, False).paths.journal
    before = journal.read_bytes()
    with pytest.raises(TunerError, match="give a finite number above 0"):
        resume("paid", price=price)
    assert journal.read_bytes() == before
