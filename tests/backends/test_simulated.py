"""Simulated experiments: exact times, equal byte for byte, and unharmed by kills."""

from __future__ import annotations

import json
import math
from functools import partial
from pathlib import Path
from typing import Literal

import pytest
from tests.helpers.tables import PROBLEM, lcbench_file, made_up_reference, sparse_table

from tunewise import StoppingCriterion, Tuner, methods
from tunewise.backends.base import BackendError, Job
from tunewise.blackboxes.references import open_blackbox
from tunewise.blackboxes.simulated import SimulatedBackend
from tunewise.events import Entry, FinishReason, HaltJob, JobEnded, Opened, Reported, ResumeJob, StartJob
from tunewise.journal import read_journal
from tunewise.paths import ExperimentPaths
from tunewise.problem import Problem
from tunewise.results import ExperimentResult, load_experiment
from tunewise.schedulers.base import Method
from tunewise.space import Domain, Value
from tunewise.successor import Difference, found
from tunewise.trial import FailureKind, JobId, Status
from tunewise.tuner import resume

ROUGH = partial(
    SimulatedBackend,
    start_delay=3.0,
    restore_delay=1.5,
    stop_delay=0.75,
    failure_rate=20.0,
    preemption_rate=60.0,
    checkpoint_every=2,
)
"""Machines that fail every minute, so that a short experiment sees everything."""

Asha = Literal["stopping", "promotion"]


@pytest.fixture
def reference(tmp_path: Path) -> str:
    return made_up_reference(tmp_path)


def run(
    backend: SimulatedBackend,
    method: Method,
    workers: int = 4,
    name: str = "test",
    **limits: float,
) -> ExperimentResult:
    criterion = StoppingCriterion.of(limits or {"max_wallclock_time": 120.0})
    return Tuner(backend, method, criterion, workers, name).run()


def journal(name: str = "test") -> list[Entry]:
    return list(read_journal(ExperimentPaths.named(name).journal))


def test_an_experiment_takes_exactly_the_recorded_times(reference: str) -> None:
    blackbox = open_blackbox(reference)
    record = run(SimulatedBackend(reference, start_delay=5.0), methods.rs(PROBLEM, seed=1), workers=1)
    first, second = record.state.trials[0], record.state.trials[1]
    curve = blackbox.curve(first.config, 0)
    assert list(first.values) == curve.columns["loss"]
    assert list(first.times) == [5.0 + seconds for seconds in curve.seconds]
    assert first.jobs[0].ended == 5.0 + curve.seconds[-1] == second.jobs[0].started
    assert record.state.now == 120.0
    assert record.state.finished is not None
    assert record.state.finished.reason is FinishReason.LIMIT


@pytest.mark.parametrize("kind", ["stopping", "promotion"])
def test_levels_may_be_far_apart(kind: Asha, tmp_path: Path) -> None:
    reference = made_up_reference(tmp_path, sparse_table())
    backend = SimulatedBackend(reference, restore_delay=2.0)
    problem = open_blackbox(reference).problem
    record = run(backend, methods.asha(problem, seed=1, type=kind))
    trials = [trial for trial in record.state.trials if trial.levels]
    assert {tuple(trial.levels) for trial in trials} == {(1,), (1, 3), (1, 3, 9)}
    for trial in trials:
        curve = open_blackbox(reference).curve(trial.config, 0)
        assert list(trial.values) == curve.columns["loss"][: len(trial.levels)]
        trained = sum((job.ended or record.state.now) - job.started for job in trial.jobs)
        over = trial.status in (Status.COMPLETED, Status.STOPPED, Status.PAUSED)
        if over:  # each level took its time once, however many jobs there were
            waited = 2.0 * (len(trial.jobs) - 1)
            assert trained == pytest.approx(curve.seconds[len(trial.levels) - 1] + waited)


def test_a_resumed_trial_trains_the_missing_levels(reference: str) -> None:
    backend = SimulatedBackend(reference, start_delay=5.0, restore_delay=2.0)
    record = run(backend, methods.asha(PROBLEM, seed=1, type="promotion"))
    blackbox = open_blackbox(reference)
    resumed = [trial for trial in record.state.trials if len(trial.jobs) > 1 and len(trial.levels) > 1]
    assert resumed
    for trial in resumed:
        seconds = blackbox.curve(trial.config, 0).seconds
        second = trial.jobs[1]
        level = second.first_report
        expected = second.started + 7.0 + seconds[level] - seconds[level - 1]
        assert trial.times[level] == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize(
    "method",
    ["asha", "sync_hyperband", "median_stopping", "bo", pytest.param("wise", marks=pytest.mark.slow)],
)
def test_two_runs_are_equal_byte_for_byte(method: str, reference: str) -> None:
    for name in ("one", "two"):
        run(ROUGH(reference), methods.build(method, PROBLEM, 3, {}), name=name)
    one, two = ExperimentPaths.named("one"), ExperimentPaths.named("two")
    assert one.journal.read_bytes() == two.journal.read_bytes()
    assert one.results.read_bytes() == two.results.read_bytes()


def test_another_seed_gives_another_experiment(reference: str) -> None:
    for seed in (0, 1):
        run(ROUGH(reference, seed=seed), methods.rs(PROBLEM), name=f"seed-{seed}")
    assert journal("seed-0") != journal("seed-1")


@pytest.mark.parametrize("kind", ["promotion", "stopping"])
def test_killed_at_any_line_it_reaches_the_same_end(kind: Asha, reference: str) -> None:
    backend = ROUGH(reference)
    whole = run(backend, methods.asha(PROBLEM, type=kind, seed=2), max_wallclock_time=60.0)
    _cut_and_resumed(whole, step=7)


@pytest.mark.parametrize("pay_idle", [False, True])
def test_killed_at_any_line_it_costs_exactly_the_same(pay_idle: bool, reference: str) -> None:
    whole = Tuner(
        ROUGH(reference),
        methods.asha(PROBLEM, type="promotion", seed=2),
        StoppingCriterion(max_cost=0.05),
        3,
        "test",
        price=0.7,
        pay_idle=pay_idle,
    ).run()
    cost = whole.state.cost(whole.state.now)
    for again in _cut_and_resumed(whole, step=11):
        assert (again.state.now, again.state.cost(again.state.now)) == (whole.state.now, cost)


def test_old_records_without_a_first_level_continue_with_all_levels(tmp_path: Path) -> None:
    reference = lcbench_file(tmp_path / "7.npz")
    assert SimulatedBackend(reference).blackbox == f"{reference}?first_level=2"
    backend = SimulatedBackend(f"{reference}?first_level=1")
    problem = open_blackbox(backend.blackbox).problem
    whole = run(backend, methods.asha(problem, type="promotion", seed=2), max_wallclock_time=60.0)
    told = whole.paths.definition.read_text()
    assert told.count("?first_level=1") == 1
    whole.paths.definition.write_text(told.replace("?first_level=1", ""))
    _cut_and_resumed(whole, step=50)


@pytest.mark.parametrize("method", ["asha", "bo"])
def test_a_successor_killed_at_any_line_reaches_the_same_end(method: str, reference: str) -> None:
    run(ROUGH(reference), methods.asha(PROBLEM, type="promotion", seed=2), max_wallclock_time=40.0)
    name, _ = found("test", Difference(method=method))
    begun = len(journal(name))
    whole = resume(name, max_wallclock_time=80.0)
    assert {Reported, JobEnded} <= {type(entry.fact) for entry in journal(name)[begun:]}
    _cut_and_resumed(whole, step=7, first=begun + 2)  # after the header and the new limit


def _cut_and_resumed(whole: ExperimentResult, step: int, first: int = 2) -> list[ExperimentResult]:
    """Kills an experiment after each `step` lines of its journal, from the first ones on, resumes it, and
    compares the two."""
    lines = whole.paths.journal.read_bytes().splitlines(keepends=True)
    assert len(lines) > 80
    records = []
    for cut in range(first, len(lines), step):
        name = f"cut-{cut}"
        paths = ExperimentPaths.named(name)
        paths.folder.mkdir()
        definition = json.loads(whole.paths.definition.read_bytes())
        paths.definition.write_text(json.dumps({**definition, "name": name}))
        torn = lines[cut][: len(lines[cut]) // 2]  # a kill leaves part of the line that was being written
        paths.journal.write_bytes(b"".join(lines[:cut]) + torn)
        records.append(resume(name))
        assert paths.results.read_bytes() == whole.paths.results.read_bytes(), f"killed after {cut} lines"
        again = journal(name)
        del again[max(at for at, entry in enumerate(again) if isinstance(entry.fact, Opened))]
        assert _happened(again) == _happened(journal(whole.name)), f"killed after {cut} lines"
    return records


def _happened(entries: list[Entry]) -> list[object]:
    """Facts of jobs, and decisions about them."""
    facts = [entry.fact for entry in entries if isinstance(entry.fact, Reported | JobEnded)]
    actions = [
        action
        for entry in entries
        for action in entry.actions
        if isinstance(action, StartJob | ResumeJob | HaltJob)
    ]
    return [*facts, *actions]


@pytest.mark.slow
def test_failures_and_preemptions_have_their_rates(reference: str) -> None:
    backend = SimulatedBackend(reference, failure_rate=60.0, preemption_rate=120.0)
    run(backend, methods.rs(PROBLEM), workers=20, max_wallclock_time=600.0)
    ends = [entry.fact for entry in journal() if isinstance(entry.fact, JobEnded)]
    hours = sum(end.elapsed for end in ends) / 3600.0
    failed = sum(end.failure is FailureKind.INFRASTRUCTURE for end in ends)
    preempted = sum(end.failure is FailureKind.PREEMPTED for end in ends)
    assert abs(failed - 60.0 * hours) < 4.0 * math.sqrt(60.0 * hours)
    assert abs(preempted - 120.0 * hours) < 4.0 * math.sqrt(120.0 * hours)


def test_without_checkpoints_a_trial_starts_from_the_beginning(reference: str) -> None:
    backend = SimulatedBackend(reference, checkpoint_every=0)
    record = run(backend, methods.asha(PROBLEM, type="promotion"))
    trial = next(t for t in record.state.trials if len(t.jobs) > 1 and len(t.levels) > 1)
    seconds = open_blackbox(reference).curve(trial.config, 0).seconds
    level = trial.jobs[1].first_report
    assert trial.times[level] == pytest.approx(trial.jobs[1].started + seconds[level], rel=1e-12)


def test_a_worker_is_busy_until_its_job_has_ended(reference: str) -> None:
    record = run(SimulatedBackend(reference, stop_delay=4.0), methods.asha(PROBLEM, type="stopping"))
    stopped = record.state.trials.having(Status.STOPPED).values()
    assert stopped
    for trial in stopped:
        assert trial.jobs[-1].ended == trial.times[-1] + 4.0


def test_the_budget_ends_an_experiment_exactly_when_it_is_spent(reference: str) -> None:
    for pay_idle, seconds in ((False, 90.0), (True, 90.0)):
        name = f"idle-{pay_idle}"
        criterion = StoppingCriterion(max_cost=4 * 90.0 / 3600.0 * 2.5)
        tuner = Tuner(
            SimulatedBackend(reference),
            methods.rs(PROBLEM),
            criterion,
            4,
            name,
            price=2.5,
            pay_idle=pay_idle,
        )
        record = tuner.run()
        assert record.state.now == pytest.approx(seconds, rel=1e-9)
        assert load_experiment(name).state.cost(record.state.now) == pytest.approx(0.25, rel=1e-9)


def test_an_unknown_configuration_fails_its_trial(reference: str) -> None:
    backend = SimulatedBackend(reference).open(ExperimentPaths.named("x"), 1, 0.0)
    backend.start(Job(JobId(0, 0), {"lr": 5.0, "width": 8, "kind": "a", "epochs": 3}, resumed=False))
    (ended,) = backend.poll(1.0)
    assert isinstance(ended, JobEnded)
    assert ended.failure is FailureKind.ERROR
    assert "lr: 5.0 isn't a number from" in ended.detail


def test_waiting_forever_is_an_error(reference: str) -> None:
    backend = SimulatedBackend(reference).open(ExperimentPaths.named("x"), 1, 0.0)
    assert backend.poll(10.0) == []
    assert backend.clock.now() == 10.0
    with pytest.raises(BackendError, match="wait forever"):
        backend.poll(math.inf)


@pytest.mark.parametrize("field", ["start_delay", "stop_delay", "failure_rate", "preemption_rate"])
def test_settings_are_checked(field: str, reference: str) -> None:
    with pytest.raises(ValueError, match=f"{field} is -1.0"):
        SimulatedBackend(reference, **{field: -1.0})  # type: ignore[arg-type]  # a field of floats


def test_a_missing_table_is_reported_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(BackendError, match=r"no recorded benchmark .*gone.npz: `tunewise record` makes one"):
        SimulatedBackend(f"recorded:{tmp_path}/gone.npz").check(1)


@pytest.mark.slow
def test_a_thousand_workers(reference: str) -> None:
    record = run(
        SimulatedBackend(reference), methods.asha(PROBLEM), workers=1_000, max_num_trials_started=1_500
    )
    assert len(record.state.trials) == 1_500
    assert max(len(trial.jobs) for trial in record.state.trials) >= 1


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"width": None}, "width is missing: give it a value from"),
        ({"kind": "c"}, "kind: 'c' isn't one of"),
        ({"epochs": 2.0}, "epochs is 2.0: it must be a whole number"),
    ],
)
def test_arguments_outside_the_table_fail_the_trial(
    change: dict[str, Value], message: str, reference: str
) -> None:
    backend = SimulatedBackend(reference).open(ExperimentPaths.named("x"), 1, 0.0)
    arguments: dict[str, Value] = {
        "lr": 0.1,
        "width": 8,
        "kind": "a",
        "epochs": 3,
        **change,
        "folder": "/data",
    }
    given: dict[str, Value] = {name: value for name, value in arguments.items() if value is not None}
    backend.start(Job(JobId(0, 0), given, resumed=False))
    (ended,) = backend.poll(1.0)
    assert isinstance(ended, JobEnded)
    assert ended.failure is FailureKind.ERROR
    assert message in ended.detail


def test_constants_that_are_not_in_the_table_are_ignored(reference: str) -> None:
    tuned: dict[str, Domain | Value] = {
        "lr": PROBLEM.space.domains["lr"],
        "width": 8,
        "kind": "a",
        "folder": "/data",
    }
    record = run(SimulatedBackend(reference), methods.rs(Problem(tuned, "loss")), max_num_trials_started=2)
    for trial in record.state.trials.having(Status.COMPLETED).values():
        config = {name: trial.config[name] for name in PROBLEM.space.names}
        assert list(trial.values) == open_blackbox(reference).curve(config, 0).columns["loss"]


def test_repeated_reports_without_a_resource_do_not_run_off_the_curve(reference: str) -> None:
    """Each repeated report counts as a level, so a trial's level may exceed the last one of the curve."""
    backend = SimulatedBackend(reference, preemption_rate=1500.0, checkpoint_every=5)
    problem = Problem(PROBLEM.space, "loss")
    record = run(backend, methods.rs(problem), max_num_trials_started=20)
    assert max(trial.level for trial in record.state.trials.having(Status.COMPLETED).values()) > 9
