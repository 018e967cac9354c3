"""Where money and worker-time went: everything adds up, whatever happens to jobs, prices and tuners."""

import csv
from collections.abc import Sequence
from dataclasses import astuple
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.helpers.invariants import check_state
from tests.helpers.tables import PROBLEM, made_up_reference

from tunewise import Problem, StoppingCriterion, Tuner, methods, space
from tunewise.accounting import Breakdown
from tunewise.backends.simulated import SimulatedBackend
from tunewise.engine.policy import RetryPolicy
from tunewise.engine.state import State
from tunewise.events import (
    Entry,
    Fact,
    IdlePaid,
    JobEnded,
    JobStarted,
    Opened,
    Reported,
    ResumeJob,
    StartJob,
    Ticked,
)
from tunewise.results import ExperimentResult
from tunewise.trial import FailureKind, JobId, Status
from tunewise.tuner import resume

SMALL = Problem({"x": space.randint(0, 10**6)}, metric="loss", resource_attr="epoch", max_resource=27)
RETRY = RetryPolicy()
HOUR = 3600.0


class Told:
    """A journal that is told fact by fact, and the state that follows from it."""

    def __init__(self) -> None:
        self.state = State(SMALL, RETRY)
        self.entries: list[Entry] = []

    def add(self, fact: Fact, *actions: StartJob | ResumeJob) -> None:
        self.entries.append(Entry(fact, list(actions)))
        self.state.replay(self.entries[-1])

    def open(
        self, time: float, workers: int, price: float = 1.0, pay_idle: bool = False, queues: bool = False
    ) -> None:
        self.add(Opened(time, workers, {}, price, pay_idle, reports_start=queues))

    def start(self, time: float) -> None:
        trial_id = len(self.state.trials)
        self.add(Ticked(time), StartJob(time, trial_id, {"x": trial_id}))

    def resume(self, time: float, trial_id: int) -> None:
        job = JobId(trial_id, len(self.state.trials[trial_id].jobs))
        self.add(Ticked(time), ResumeJob(time, job))

    def begin(self, time: float, trial_id: int, elapsed: float) -> None:
        self.add(JobStarted(time, self.state.trials[trial_id].job, "", elapsed))

    def ran(self, time: float, trial_id: int) -> float:
        """Seconds for which the trial's job has run; of one that nobody has heard of, half of its time."""
        job = self.state.trials[trial_id].jobs[-1]
        return (time - job.started) / 2 if job.began is None else time - job.began

    def report(self, time: float, trial_id: int, level: int, value: float = 1.0) -> None:
        trial = self.state.trials[trial_id]
        elapsed = self.ran(time, trial_id)
        self.add(Reported(time, trial.job, trial.seen, elapsed, {"epoch": level, "loss": value}))

    def end(
        self, time: float, trial_id: int, failure: FailureKind | None = None, beyond: float = 0.0
    ) -> None:
        trial = self.state.trials[trial_id]
        elapsed = max(0.0, self.ran(time, trial_id) + beyond)
        self.add(JobEnded(time, trial.job, elapsed, failure, "gone" if failure else ""))

    def breakdown(self) -> Breakdown:
        return self.state.breakdown()


def check_sums(found: Breakdown, state: State) -> None:
    now = state.now
    assert found.jobs.total.seconds == pytest.approx(state.worker_time(now), rel=1e-9, abs=1e-6)
    assert found.total.money == pytest.approx(state.cost(now), rel=1e-9, abs=1e-9)
    assert len(found.trials) == len(state.trials)
    jobs = [job for trial in state.trials for job in trial.jobs]
    for trial, spent in zip(state.trials, found.trials, strict=True):
        assert spent.total.seconds == pytest.approx(trial.spent(now), rel=1e-9, abs=1e-6)
    waits = ((now if job.ended is None else job.ended) if job.began is None else job.began for job in jobs)
    queued = sum(until - job.started for job, until in zip(jobs, waits, strict=True))
    assert found.queued == pytest.approx(queued, rel=1e-9, abs=1e-6)
    assert found.idle.seconds >= -1e-6
    assert (found.until_best is None) == (state.trials.best is None)


def parts(found: Breakdown, trial_id: int) -> tuple[float, float, float]:
    spent = found.trials[trial_id]
    return spent.startup.seconds, spent.training.seconds, spent.lost.seconds


class Step(NamedTuple):
    """kind: 0 opens, 1 to 3 start, 4 to 8 report, 9 and 10 end, 11 and 12 resume; 13: what instances cost
    that are kept is told, perhaps once more; 14 and 15: a job is heard to run."""

    kind: int
    seconds: int
    which: int
    number: int


def play(steps: Sequence[Step]) -> Told:
    """Lets happen what can happen; where a step can't, time passes."""
    told, time = Told(), 0.0
    told.open(0.0, 2, 1.5)
    failures = (None, FailureKind.PREEMPTED, FailureKind.INFRASTRUCTURE, FailureKind.ERROR)
    for kind, seconds, which, number in steps:
        time += seconds / 7.0
        trials = told.state.trials
        busy = [trial for trial in trials if trial.busy]
        suspended = list(trials.having(Status.SUSPENDED).values())
        if kind == 0:
            told.open(time, which, (0.7, 1.0, 3.1, 1.5)[number], bool(seconds % 2), bool(seconds % 3))
        elif kind <= 3 and told.state.opened and len(busy) < told.state.opened.workers:
            told.start(time)
        elif 4 <= kind <= 8 and busy:
            trial = busy[which % len(busy)]
            told.report(time, trial.id, max(1, trial.level + number))
        elif 9 <= kind <= 10 and busy:
            trial = busy[which % len(busy)]
            # a guard's clock may be behind, or have gone on while there was no tuner
            told.end(time, trial.id, failures[number], (0.0, -0.01, 40.0)[which % 3])
        elif kind == 13:
            told.add(IdlePaid(time, told.state.kept_time + 5.0 * which))
        elif kind >= 14 and busy:
            told.begin(time, busy[which % len(busy)].id, elapsed=float(number))
        elif kind >= 11 and suspended and told.state.opened and len(busy) < told.state.opened.workers:
            told.resume(time, suspended[which % len(suspended)].id)
    return told


small = st.integers(0, 3)
steps = st.lists(st.tuples(st.integers(0, 15), st.integers(0, 30), small, small).map(Step._make), max_size=60)


@given(steps)
@example([Step(0, 1, 1, 0), Step(1, 0, 0, 0), Step(0, 0, 0, 0), Step(0, 1, 0, 0), Step(4, 0, 0, 0)])
@example([Step(0, 1, 1, 0), Step(1, 0, 0, 0), Step(0, 1, 0, 1), Step(4, 0, 0, 0)])  # began on other terms
@example([Step(1, 0, 0, 0), Step(1, 1, 0, 0), Step(0, 9, 0, 2), Step(9, 9, 0, 1), Step(9, 3, 2, 0)])
def test_parts_add_up_to_what_was_spent(steps: list[Step]) -> None:
    told = play(steps)
    check_state(told.state)
    check_sums(told.breakdown(), told.state)


@given(steps)
def test_what_was_spent_stays_spent(steps: list[Step]) -> None:
    """Whoever opens an experiment again, at whatever price, finds the bill as it was."""
    told = play(steps)
    now = told.state.now
    before, bill = told.state.cost(now), told.breakdown()
    told.open(now, 7, 1234.5, pay_idle=True)
    assert told.state.cost(now) == pytest.approx(before, rel=1e-12)
    assert told.breakdown().total.money == pytest.approx(bill.total.money, rel=1e-9, abs=1e-9)


def test_a_job_in_its_parts() -> None:
    told = Told()
    told.open(0.0, 1, price=HOUR)
    told.start(0.0)
    for level in range(1, 4):  # 7 s to start, then 2 s for a level
        told.report(7.0 + 2.0 * level, 0, level)
    told.end(14.0, 0)
    assert parts(told.breakdown(), 0) == pytest.approx((7.0, 6.0, 1.0))
    assert astuple(told.breakdown().trials[0].training) == pytest.approx((6.0, 6.0))
    assert told.breakdown().until_best == pytest.approx(9.0)


def test_levels_trained_again_are_lost() -> None:
    told = Told()
    told.open(0.0, 1)
    told.start(0.0)
    for level in (1, 2, 3):
        told.report(5.0 + 10.0 * level, 0, level)
    told.end(39.0, 0, FailureKind.PREEMPTED)
    told.resume(50.0, 0)  # from the checkpoint of level 1
    for level in (2, 3, 4):
        told.report(50.0 + 3.0 + 10.0 * (level - 1), 0, level)
    told.end(83.0, 0)
    first, second = (5.0, 30.0, 4.0), (3.0, 10.0, 20.0)
    assert parts(told.breakdown(), 0) == pytest.approx([a + b for a, b in zip(first, second, strict=True)])


def test_a_job_that_came_to_nothing_is_lost_as_a_whole() -> None:
    told = Told()
    told.open(0.0, 1)
    told.start(0.0)
    told.end(8.0, 0, FailureKind.INFRASTRUCTURE)
    told.start(8.0)
    told.report(20.0, 1, 1, float("inf"))
    told.end(21.0, 1)
    assert parts(told.breakdown(), 0) == (0.0, 0.0, 8.0)
    assert parts(told.breakdown(), 1) == (0.0, 0.0, 13.0)


def test_a_job_that_runs_has_lost_nothing_yet() -> None:
    told = Told()
    told.open(0.0, 2)
    told.start(0.0)
    told.start(0.0)
    for level in (1, 2):
        told.report(3.0 + 2.0 * level, 0, level)
    told.add(Ticked(8.0))
    assert parts(told.breakdown(), 0) == pytest.approx((3.0, 5.0, 0.0))
    assert parts(told.breakdown(), 1) == pytest.approx((3.0, 5.0, 0.0))  # as long to start as the other


def test_levels_may_be_skipped() -> None:
    told = Told()
    told.open(0.0, 1)
    told.start(0.0)
    for level in (3, 6, 9):
        told.report(4.0 + level, 0, level)
    told.end(13.0, 0)
    assert parts(told.breakdown(), 0) == pytest.approx((4.0, 9.0, 0.0))


def test_idle_workers_cost_where_they_are_paid_for() -> None:
    for pay_idle, idle in ((False, 0.0), (True, 3 * 10.0 - 6.0)):
        told = Told()
        told.open(0.0, 3, 2.0, pay_idle)
        told.start(0.0)
        told.end(6.0, 0)
        told.add(Ticked(10.0))
        assert astuple(told.breakdown().idle) == pytest.approx((idle, idle / HOUR * 2.0))


def test_instances_that_are_kept_cost_unless_all_of_a_workers_time_does() -> None:
    for pay_idle, idle in ((False, 7.0), (True, 3 * 10.0 - 6.0)):
        told = Told()
        told.open(0.0, 3, 2.0, pay_idle)
        told.start(0.0)
        told.end(6.0, 0)
        for seconds in (4.0, 7.0, 7.0):  # in all, each time, and told anew by whoever takes up
            told.add(IdlePaid(10.0, seconds))
        assert astuple(told.breakdown().idle) == pytest.approx((idle, idle / HOUR * 2.0))
        check_sums(told.breakdown(), told.state)


# ---- simulated experiments: rough machines, and tuners that change the price -------------------------------

ROUGH = {"start_delay": 3.0, "restore_delay": 1.5, "stop_delay": 0.75, "failure_rate": 20.0}
ROUGH |= {"preemption_rate": 60.0, "checkpoint_every": 2}


def rough(folder: Path, method: str, pay_idle: bool) -> ExperimentResult:
    backend = SimulatedBackend(made_up_reference(folder), **ROUGH)  # type: ignore[arg-type]
    stop = StoppingCriterion(max_wallclock_time=120.0)
    recipe = methods.build(method, PROBLEM, 3, {})
    Tuner(backend, recipe, stop, 4, "rough", price=2.5, pay_idle=pay_idle).run()
    return resume("rough", workers=6, price=4.0, max_wallclock_time=200.0)


@pytest.mark.parametrize("pay_idle", [False, True])
@pytest.mark.parametrize("method", ["rs", "asha", "sync_hyperband"])
def test_a_rough_experiment_over_a_change_of_price(method: str, pay_idle: bool, tmp_path: Path) -> None:
    record = rough(tmp_path, method, pay_idle)
    found = record.breakdown()
    check_sums(found, record.state)
    for part in (found.jobs.startup, found.jobs.training, found.jobs.lost):
        assert part.seconds > 0
    if pay_idle:
        first, second = 120.75, 80.0  # jobs take 0.75 s to end
        assert record.state.now == first + second
        assert found.total.money == pytest.approx((4 * first * 2.5 + 6 * second * 4.0) / HOUR)
        assert found.total.seconds == pytest.approx(4 * first + 6 * second)


def test_the_start_up_is_found_again(tmp_path: Path) -> None:
    """The table's levels of a trial take equally long, so that the estimate is exact."""
    backend = SimulatedBackend(made_up_reference(tmp_path), start_delay=5.0)
    stop = StoppingCriterion(max_wallclock_time=300.0)
    record = Tuner(backend, methods.rs(PROBLEM, seed=1), stop, 4, "steady").run()
    for trial, spent in zip(record.state.trials, record.breakdown().trials, strict=True):
        if len(trial.levels) > 1:
            assert spent.startup.seconds == pytest.approx(5.0)


def test_costs_in_the_table_of_results_are_those_of_the_experiment(tmp_path: Path) -> None:
    record = rough(tmp_path, "asha", pay_idle=False)
    rows = list(csv.DictReader(record.paths.results.open(newline="")))
    latest = {int(row["trial_id"]): float(row["cost"]) for row in rows}
    found = record.breakdown()
    for trial_id, cost in latest.items():
        spent = found.trials[trial_id]
        # what followed the last report is in no row, and no job failed for more than a start-up
        assert cost <= spent.total.money + 1e-12
        assert cost >= spent.total.money - spent.lost.money - 1e-12
    costs = [(int(row["trial_id"]), float(row["cost"])) for row in rows]
    for trial_id in latest:
        of_one = [cost for other, cost in costs if other == trial_id]
        assert of_one == sorted(of_one)
