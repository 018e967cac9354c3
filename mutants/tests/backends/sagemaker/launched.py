"""A study that is launched on an emulator, and what tests ask about it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from click.testing import CliRunner, Result
from tests.backends.sagemaker.training import TRAIN
from tests.helpers.harnesses.sagemaker import BUCKET, IMAGE

from tunewise.cli import main
from tunewise.paths import ExperimentPaths
from tunewise.results import load_folder
from tunewise.studies.plan import Plan, Settings, keep_plan, make_plan
from tunewise.studies.sagemaker.tuners import SageMakerTuners, Terms
from tunewise.studies.spec import load_spec
from tunewise.trial import Status

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sagemaker_rehearsal import Emulator

BASELINES = """
from tunewise import methods as recipes
methods = {
    "RS": lambda a: recipes.rs(a.problem, seed=a.seed),
    "ASHA": lambda a: recipes.asha(a.problem, seed=a.seed, type="promotion"),
}
"""
BENCHMARKS = """
from pathlib import Path
from tunewise import Problem
from tunewise.benchmarks.definitions import Benchmark
from tunewise.space import loguniform
problem = Problem({"lr": loguniform(1e-4, 1.0)}, "loss", "min", "epoch", 9, "epochs")
script = Path(__file__).parent / "train.py"
benchmark_definitions = {"tiny": Benchmark("tiny", "for tests", problem, 600.0, 2, script)}
"""
S3 = f"s3://{BUCKET}/tunewise"
TUNERS = "ml.c5.xlarge"
WORKERS = "ml.m5.large"
PATIENCE = 120.0  # seconds


def write_source(folder: Path) -> Path:
    """What is launched."""
    folder.mkdir()
    (folder / "baselines.py").write_text(BASELINES)
    (folder / "benchmark_definitions.py").write_text(BENCHMARKS)
    (folder / "train.py").write_text(TRAIN)
    return folder


def plan_of(source: Path, emulator: Emulator, seconds: float, methods: tuple[str, ...] = ("ASHA",)) -> Plan:
    spec = load_spec(source)
    site = {
        "role": emulator.role,
        "image": IMAGE,
        "instance_type": WORKERS,
        "s3": S3,
        "region": emulator.region,
        "keep_alive": 600,
        "poll_every": 0.2,
    }
    settings = Settings(str(source), "sagemaker", "ci", 0, 3, 1.0, False, None, None, site, "sagemaker")
    return make_plan("tag", settings, spec, ("tiny",), methods, (), (0,), seconds)


def launch(plan: Plan) -> SageMakerTuners:
    keep_plan(plan)
    jobs = SageMakerTuners(plan, Terms(TUNERS, tuner_image=IMAGE))
    left = [standing.cell for standing in jobs.look() if standing.status in ("waiting", "lost")]
    assert [cell for cell, _ in jobs.start(left)] == left
    return jobs


def until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError("what was waited for didn't come")
        time.sleep(0.05)


def trials(emulator: Emulator) -> list[str]:
    return [job.name for job in emulator.jobs() if job.instance_type == WORKERS]


def tuners(emulator: Emulator) -> list[str]:
    return [job.name for job in emulator.jobs() if job.instance_type == TUNERS]


def check(name: str, emulator: Emulator) -> None:
    """Each report once and without a gap, and nothing that runs on."""
    record = load_folder(ExperimentPaths.named(name))
    assert record.state.trials
    for trial in record.state.trials:
        assert list(trial.levels) == list(range(1, trial.level + 1))
    assert sum(trial.status is Status.FAILED for trial in record.state.trials) == 0
    runs = sum(len(trial.jobs) for trial in record.state.trials)
    assert len(trials(emulator)) == runs
    assert all(job.ended for job in emulator.jobs())
    kept = [job.retention.status for job in emulator.jobs() if job.retention is not None]
    assert set(kept) <= {"Reused", "Terminated"}


def call(*arguments: str, said: str | None = None) -> Result:
    result = CliRunner().invoke(main, list(arguments), input=said)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result
