"""Whole experiments on the emulator: with one tuner, with tuners that are killed, and how they look."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from tests.backends.sagemaker.conftest import Open
from tests.backends.sagemaker.training import TRAIN
from tests.helpers.harnesses.sagemaker import example

from tunewise import Problem, StoppingCriterion, Tuner, methods, resume
from tunewise.backends.sagemaker.pools import Pools
from tunewise.cli import main
from tunewise.display.formats import amount, duration
from tunewise.events import FinishReason
from tunewise.prices import price_of
from tunewise.results import load_experiment
from tunewise.space import loguniform
from tunewise.trial import TERMINAL, Status

if TYPE_CHECKING:
    from collections.abc import Collection

    from sagemaker_rehearsal import Emulator
    from tunewise.results import ExperimentResult

PROBLEM = Problem(
    {"lr": loguniform(1e-4, 1.0)}, "loss", resource_attr="epoch", max_resource=9, max_resource_arg="epochs"
)
pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("light_jobs")]

LIGHT = """
import sys
from pathlib import Path
from types import SimpleNamespace
import tunewise
from tests.backends.sagemaker import light_container
from tests.backends.sagemaker.test_experiment import tuner
from tunewise.backends.sagemaker import code
code.boot, code.pack = SimpleNamespace(__file__=light_container.__file__), lambda spec: b"no code"
"""
TUNER = LIGHT + 'tuner(Path(sys.argv[1]), "killed", 8).run()'
RESUMED = LIGHT + 'tunewise.resume("killed")'


def tuner(folder: Path, name: str, trials: int, max_cost: float | None = None) -> Tuner:
    script = folder / "train.py"
    script.write_text(TRAIN)
    spec = replace(example(script), keep_alive=600)
    return Tuner(
        spec,
        methods.asha(PROBLEM, seed=0, type="promotion"),
        StoppingCriterion(max_num_trials_started=trials, max_cost=max_cost),
        workers=2,
        name=name,
        price=3600.0,  # so that a second costs 1
    )


LONGEST = 120.0  # seconds until a tuner has started some jobs
AT_REST = TERMINAL | {Status.PAUSED}


def check(record: ExperimentResult, emulator: Emulator, at_rest: Collection[Status] = AT_REST) -> None:
    """Each report once, each job once, no job that runs, and each second paid for once."""
    jobs = emulator.jobs()
    assert all(job.ended for job in jobs)
    assert len({job.name for job in jobs}) == len(jobs)
    for trial in record.state.trials:
        assert trial.status in at_rest
        assert list(trial.levels) == list(range(1, trial.level + 1))
    runs = sum(len(trial.jobs) for trial in record.state.trials)
    assert len(jobs) == runs
    bill = emulator.bill(lambda kind: price_of(kind).hourly)
    paid = sum(item.seconds + item.idle_seconds for item in bill)
    assert record.state.cost(record.state.now) == pytest.approx(paid)  # a second costs 1
    assert load_experiment(record.definition.name).breakdown().total.money == pytest.approx(paid)


def test_the_cost_includes_what_was_paid_after_a_tuner_was_killed(
    open_emulator: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Instances that no tuner ended are kept until their time is over."""
    emulator = open_emulator(time_scale=20, warm_start=10)
    with monkeypatch.context() as patch:
        patch.setattr(Pools, "end", lambda pools: None)
        early = tuner(tmp_path, "idle", 3).run()
    known = early.state.cost(early.state.now)
    emulator.advance(1200)
    record = resume("idle", max_num_trials_started=5)
    bill = emulator.bill(lambda kind: price_of(kind).hourly)
    assert [item.idle_seconds for item in bill].count(600) == 2
    paid = sum(item.seconds + item.idle_seconds for item in bill)
    assert record.state.cost(record.state.now) == pytest.approx(paid)
    assert record.breakdown().total.money == pytest.approx(paid)
    assert paid > known + 1200


def test_the_cost_of_kept_instances_counts_for_its_limit(open_emulator: Open, tmp_path: Path) -> None:
    """Most of the money goes to idle time; the experiment ends as soon as that is known."""
    emulator = open_emulator(time_scale=1000)  # a real second is idle for a quarter of an hour
    costly = tuner(tmp_path, "costly", 1000, max_cost=3000.0)
    record = costly.run()
    assert record.state.finished is not None
    assert record.state.finished.reason is FinishReason.LIMIT
    assert record.breakdown().idle.money > 0
    check(record, emulator, AT_REST | {Status.SUSPENDED})  # the money may end while jobs run


def test_an_experiment_with_warm_pools(emulator: Emulator, tmp_path: Path) -> None:
    record = tuner(tmp_path, "warm", 6).run()
    check(record, emulator)
    jobs = emulator.jobs()
    assert len(jobs) > 6  # some were paused and promoted
    warm = [job.warm for job in jobs[2:]]
    assert sum(warm) >= 0.95 * len(warm)
    assert {job.retention.status for job in jobs} == {"Reused", "Terminated"}  # type: ignore[union-attr]
    best = record.state.trials.best
    assert best is not None
    left = [key for key in keys(emulator) if "/checkpoints/" in key]
    assert any("/files/" in key for key in left)
    kept = [t.id for t in record.state.trials if t.status is Status.PAUSED or t.id == best.trial_id]
    assert {int(key.split("/checkpoints/t")[1][:5]) for key in left} <= set(kept)


def test_an_experiment_whose_tuners_are_killed(emulator: Emulator, tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[3]
    environment = {**os.environ, **emulator.environment, "PYTHONPATH": str(root)}
    for program, jobs in ((TUNER, 1), (RESUMED, 3), (RESUMED, 6)):  # of about ten
        process = subprocess.Popen([sys.executable, "-c", program, str(tmp_path)], env=environment)
        deadline = time.monotonic() + LONGEST
        while len(emulator.jobs()) < jobs:
            assert time.monotonic() < deadline
            assert process.poll() is None, "it ended before it was killed"
            time.sleep(0.005)
        process.send_signal(signal.SIGKILL)
        process.wait()
    check(resume("killed"), emulator)


def test_the_list_of_jobs(emulator: Emulator, tmp_path: Path) -> None:
    tuner(tmp_path, "seen", 3).run()
    emulator.add_ended_jobs(["someone-elses"])
    result = CliRunner().invoke(main, ["jobs", "seen"])
    assert result.exit_code == 0, result.output
    lines = result.output.splitlines()
    jobs = emulator.jobs()[:-1]
    assert len(lines) == len(jobs) + 2
    assert "Reused" in result.output
    assert "Terminated" in result.output
    bill = {item.job: item for item in emulator.bill(lambda kind: 0.0)}
    for line in lines[1:-1]:
        item = bill[line.split()[0]]
        assert f" {duration(item.seconds)} " in line
        assert f" {duration(item.idle_seconds)} " in line
    whole = emulator.bill(lambda kind: price_of(kind).hourly)[:-1]
    sums = [duration(sum(item.seconds for item in whole)), duration(sum(item.idle_seconds for item in whole))]
    cost = amount(sum(item.cost or 0.0 for item in whole))
    assert re.split(r" {2,}", lines[-1]) == [f"all {len(jobs)} jobs", *sums, cost]
    everything = CliRunner().invoke(main, ["jobs", "--limit", "3"])
    assert len(everything.output.splitlines()) == 6
    assert everything.output.splitlines()[-1].startswith("There are more jobs: --limit")
    assert everything.output.splitlines()[1].startswith("someone-elses")
    nothing = CliRunner().invoke(main, ["jobs", "unseen"])
    assert nothing.exit_code == 2
    assert "unseen never had jobs on SageMaker" in " ".join(nothing.output.split())


def keys(emulator: Emulator) -> list[str]:
    from tests.helpers.harnesses.sagemaker import BUCKET

    return list(emulator.storage.keys(BUCKET, ""))
