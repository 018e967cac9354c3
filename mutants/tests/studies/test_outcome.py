"""Experiments reduced to steps, against brute force."""

import random
from pathlib import Path
from typing import get_args

import numpy as np
import pytest
from tests.helpers.outcomes import made_up_outcome
from tests.helpers.recordings import STEP, Recording, typical
from tests.helpers.tables import PROBLEM, made_up_reference

from tunewise import StoppingCriterion, Tuner, methods
from tunewise.backends.simulated import SimulatedBackend
from tunewise.events import Entry, FinishReason, JobEnded
from tunewise.problem import Mode
from tunewise.results import ExperimentResult
from tunewise.studies.comparison import values_at
from tunewise.studies.outcome import Outcome, Spent, outcome_of, read_outcome, write_outcome
from tunewise.studies.plan import Cell
from tunewise.trial import JobId, Status

CELL = Cell("table-RS-4w-3", "RS", "recorded:/data/table.npz", 4, 3, 600.0)


def random_history(seed: int, mode: Mode) -> Recording:
    """Starts, reports, pauses, resumptions, stops and ends in any order, of four workers."""
    generator = random.Random(seed)
    told = Recording(mode=mode, workers=4, price=0.736)
    running: list[int] = []
    paused: list[int] = []
    for _ in range(120):
        if len(running) < 4 and generator.random() < 0.5:
            if paused and generator.random() < 0.5:
                trial = paused.pop(generator.randrange(len(paused)))
                told.resume(trial)
            else:
                trial = told.start()
            running.append(trial)
        elif running:
            trial = generator.choice(running)
            what = generator.random()
            if what < 0.7:
                told.report(trial, round(generator.gauss(5.0, 2.0), 1) if what > 0.05 else "nan")
            if what > 0.6:
                running.remove(trial)
                if what < 0.8:
                    told.pause(trial)
                    if told.state().trials[trial].status is Status.PAUSED:  # and not at its end
                        paused.append(trial)
                else:
                    told.stop(trial)
    told.finish()
    return told


@pytest.mark.parametrize("mode", get_args(Mode))
@pytest.mark.parametrize("seed", range(12))
def test_steps_are_those_of_brute_force(seed: int, mode: Mode) -> None:
    record = random_history(seed, mode).write()
    outcome = outcome_of(CELL, "table", record)
    trials = record.state.trials
    reports = sorted(
        (time, value) for trial in trials for time, value in zip(trial.times, trial.values, strict=True)
    )
    better = min if mode == "min" else max
    expected: list[tuple[float, float]] = []
    for place, (time, _) in enumerate(reports):
        incumbent = better(value for _, value in reports[: place + 1])
        if not expected or incumbent != expected[-1][1]:
            expected.append((time, incumbent))
    assert [(s.wallclock, v) for s, v in zip(outcome.steps, outcome.values, strict=True)] == expected
    assert outcome.values[-1] == record.best.value if record.best else not outcome.values
    for spent in (*outcome.steps, outcome.end):
        seconds = busy_seconds(record, spent.wallclock)
        assert spent.worker_hours == pytest.approx(seconds / 3600.0)
        assert spent.money == pytest.approx(seconds / 3600.0 * 0.736)
    assert (outcome.trials, outcome.reports) == (len(trials), len(reports))


def busy_seconds(record: ExperimentResult, moment: float) -> float:
    """How long jobs had held workers by then, counted job by job."""
    jobs = [job for trial in record.state.trials for job in trial.jobs]
    now = record.state.now
    return sum(max(0.0, min(moment, now if job.ended is None else job.ended) - job.started) for job in jobs)


def test_an_outcome_says_what_the_experiment_was() -> None:
    outcome = outcome_of(CELL, "lcbench-126029", typical(price=2.0).write())
    assert (outcome.method, outcome.benchmark, outcome.workers, outcome.seed) == (
        "RS",
        "lcbench-126029",
        4,
        3,
    )
    assert (outcome.metric, outcome.mode, outcome.price) == ("val_loss", "min", 2.0)
    assert outcome.values == (8.0, 7.0, 6.0, 5.5, 5.0, 4.8, 4.5, 4.2, 4.1, 4.0)
    assert (outcome.trials, outcome.failed) == (4, 2)
    assert (outcome.finished, outcome.well) == (FinishReason.LIMIT, True)
    assert "10 trials" in outcome.detail


def test_an_outcome_says_what_trials_failed_by_where_they_ended_the_experiment() -> None:
    told = Recording()
    for missing in ("numpy", "torch"):
        told.fail(
            told.start(), f"exit code 1\nTraceback ...\nModuleNotFoundError: No module named {missing!r}"
        )
    told.finish(FinishReason.FAILING, "the first 2 trials failed by an error of the script")
    outcome = outcome_of(CELL, "table", told.write())
    assert outcome.why == (
        "no trial reported val_loss: the first 2 trials failed by an error of the script; exit code 1: "
        "ModuleNotFoundError: No module named 'torch'"
    )


@pytest.mark.parametrize("pay_idle", [False, True])
def test_it_costs_what_the_experiment_says(tmp_path: Path, pay_idle: bool) -> None:
    """Idle workers cost money if they are paid for, and never worker-hours."""
    backend = SimulatedBackend(made_up_reference(tmp_path), start_delay=3.0, preemption_rate=20.0, seed=1)
    stop = StoppingCriterion(max_num_trials_started=9)
    method = methods.sync_hyperband(PROBLEM, seed=1)
    record = Tuner(backend, method, stop, 4, name="test", price=0.736, pay_idle=pay_idle).run()
    outcome = outcome_of(CELL, "table", record)
    now = record.state.now
    assert outcome.end.wallclock == now
    assert outcome.end.worker_hours == pytest.approx(busy_seconds(record, now) / 3600.0)
    assert outcome.end.money == pytest.approx(record.state.cost(now))
    for spent in (*outcome.steps, outcome.end):
        paid = 4.0 * spent.wallclock / 3600.0 if pay_idle else spent.worker_hours
        assert spent.money == pytest.approx(0.736 * paid)
    assert outcome.end.worker_hours < 4.0 * now / 3600.0


def measured(told: Recording, trial: int, seconds: float) -> None:
    """The end of a trial's first job, as its guard measured it."""
    told.entries.append(Entry(JobEnded(told.time, JobId(trial, 0), seconds), []))
    told.time += STEP


def test_what_ran_while_no_tuner_did_is_paid_for() -> None:
    """A job outlived its tuner by a minute, in which the experiment's clock stood."""
    told = Recording(price=60.0)
    trial = told.start()
    told.report(trial, 5.0)
    measured(told, trial, 80.0)
    told.finish()
    record = told.write()
    outcome = outcome_of(CELL, "table", record)
    assert outcome.end.worker_hours == pytest.approx(80.0 / 3600.0)
    assert (
        outcome.end.money == pytest.approx(record.state.cost(record.state.now)) == pytest.approx(80.0 / 60.0)
    )


def test_what_was_spent_never_grows_less() -> None:
    """A guard may have measured less of a job than its tuner had seen of it."""
    told = Recording()
    first, second = told.start(), told.start()
    told.report(first, 5.0)
    measured(told, first, 5.0)
    told.report(second, 4.0)
    told.end(second)
    told.finish()
    outcome = outcome_of(CELL, "table", told.write())
    hours = [spent.worker_hours for spent in (*outcome.steps, outcome.end)]
    assert hours == sorted(hours)


def test_without_a_report_it_did_not_go_well() -> None:
    told = Recording()
    told.start()
    told.finish()
    outcome = outcome_of(CELL, "table", told.write())
    assert (outcome.steps, outcome.values, outcome.well) == ((), (), False)
    assert not outcome.starved, "its job ran"
    assert outcome.end.wallclock > 0.0


def test_one_of_which_no_job_ran_has_not_failed() -> None:
    told = Recording()
    told.finish()
    outcome = outcome_of(CELL, "table", told.write())
    assert (outcome.starved, outcome.well) == (True, False)
    assert not made_up_outcome().starved


@pytest.mark.parametrize(
    ("finished", "well"),
    [(FinishReason.LIMIT, True), (FinishReason.EXHAUSTED, True), (FinishReason.FAILING, False)],
)
def test_how_it_ended_says_whether_it_went_well(finished: FinishReason, well: bool) -> None:
    assert made_up_outcome(finished=finished).well is well


def test_the_value_at_an_amount() -> None:
    outcome = made_up_outcome(workers=1, steps=[(36.0, 5.0), (72.0, 4.0)])
    before, at = values_at(outcome, "wallclock", np.array([35.9, 36.0]))
    assert np.isnan(before)
    assert at == 5.0
    assert values_at(outcome, "worker_hours", np.array([0.0199, 0.02])).tolist() == [5.0, 4.0]


# ---- on disk --------------------------------------------------------------------------------------------


def test_an_outcome_comes_back_as_it_was(tmp_path: Path) -> None:
    outcome = outcome_of(CELL, "table", random_history(1, "max").write())
    write_outcome(outcome, tmp_path / "outcome.json")
    assert read_outcome(tmp_path / "outcome.json") == outcome
    content = (tmp_path / "outcome.json").read_bytes()
    write_outcome(outcome, tmp_path / "outcome.json")
    assert (tmp_path / "outcome.json").read_bytes() == content
    assert {path.name for path in tmp_path.iterdir()} <= {"outcome.json", "home"}  # and no draft


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"method": "RS"}', b"\xff\xfe", b'{"method": 1}'])
def test_what_cannot_be_read_is_no_outcome(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "outcome.json").write_bytes(content)
    assert read_outcome(tmp_path / "outcome.json") is None


def test_no_file_is_no_outcome(tmp_path: Path) -> None:
    assert read_outcome(tmp_path / "outcome.json") is None


def test_amounts_are_kept_exactly(tmp_path: Path) -> None:
    outcome = made_up_outcome(steps=[(0.1 + 0.2, 1e-300), (1e9 / 3.0, -1e300)], end=1e9)
    write_outcome(outcome, tmp_path / "outcome.json")
    back = read_outcome(tmp_path / "outcome.json")
    assert isinstance(back, Outcome)
    assert isinstance(back.steps[0], Spent)
    assert back.steps[0].wallclock == 0.1 + 0.2
