"""Studies on a real Slurm: their trials there, and their tuners, too; and what `tunewise jobs` lists."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from tunewise.backends.slurm import SlurmBackend
from tunewise.backends.slurm.commands import parse_time
from tunewise.cli import main
from tunewise.paths import ExperimentPaths, StudyPaths
from tunewise.results import load_folder
from tunewise.studies.plan import read_plan
from tunewise.studies.tuners import SharedHomeTuners

if TYPE_CHECKING:
    from collections.abc import Callable

    from examples.clusters.slurm_cluster import SlurmCluster

BASELINES = """
from tunewise import methods as recipes
methods = {"RS": lambda a: recipes.rs(a.problem, seed=a.seed)}
"""
BENCHMARKS = """
from pathlib import Path
from tunewise import Problem
from tunewise.benchmarks.definitions import Benchmark
from tunewise.space import choice
problem = Problem({"lr": choice([0.1, 0.2, 0.3])}, "loss", "min", "epoch", 3, "epochs")
script = Path(__file__).parent / "train.py"
benchmark_definitions = {"tiny": Benchmark("tiny", "for tests", problem, 600.0, 2, script)}
"""
TRAIN = """
import argparse, os, time
from tunewise import Reporter
parser = argparse.ArgumentParser()
parser.add_argument("--lr", type=float)
parser.add_argument("--epochs", type=int)
told = parser.parse_args()
report = Reporter()
for epoch in range(1, told.epochs + 1):
    report(epoch=epoch, loss=told.lr / epoch, nodes=os.environ["SLURMD_NODENAME"])
    while os.path.exists(os.path.join(os.path.dirname(__file__), "wait")):
        time.sleep(0.05)
"""
PATIENCE = 150.0  # seconds
SETTINGS = ("--mem", "50M", "--poll-every", "0.3s", "--stop-grace", "1s")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "baselines.py").write_text(BASELINES)
    (folder / "benchmark_definitions.py").write_text(BENCHMARKS)
    (folder / "train.py").write_text(TRAIN)
    return folder


def call(*arguments: str) -> Result:
    result = CliRunner().invoke(main, list(arguments))
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError("what was waited for didn't come")
        time.sleep(0.1)


def levels(name: str) -> list[list[int]]:
    return [list(trial.levels) for trial in load_folder(ExperimentPaths.named(name)).state.trials]


@pytest.mark.slow
def test_tuners_as_jobs_of_slurm(cluster: SlurmCluster, source: Path) -> None:
    (source / "wait").touch()
    launch = [
        "launch", str(source), "--experiment_tag", "tag", "--benchmark", "tiny", "--on", "slurm", "--yes",
        "--tuner", "mem=200M", "--tuner", "time=10m", *SETTINGS,
    ]  # fmt: skip
    first = call(*launch)
    assert first.exit_code == 0, first.output
    assert "[1/1] tiny-RS-2w-0 is tuned by the job slurm 0.0" in first.output
    assert "is being tuned by slurm 0.0" in call(*launch).output
    experiment = ExperimentPaths.named("tag/tiny-RS-2w-0")
    until(lambda: experiment.definition.exists() and load_folder(experiment).state.running == 2)
    assert len(cluster.jobs()) == 3  # a tuner, which Slurm was told of once, and two trials
    listed = [line.split() for line in call("jobs", "tag").stdout.splitlines()]
    assert listed[0][:3] == ["job", "id", "state"]
    assert sorted(line[2] for line in listed[1:4]) == ["RUNNING"] * 3
    assert sorted(line[0].rpartition("-")[0].partition("-")[2].partition("-")[2] for line in listed[1:4]) == [
        "0-0",
        "0-0",
        "1-0",
    ]
    (source / "wait").unlink()
    until(lambda: SharedHomeTuners(read_plan("tag")).statuses()[0].state == "ended")
    told = call("fetch", "tag")
    assert told.exit_code == 0, told.output
    assert levels("tag/tiny-RS-2w-0") == [[1, 2, 3]] * 3
    tuner = json.loads((StudyPaths.named("tag").staged / "backend.json").read_text())
    assert (tuner["mem"], tuner["time_limit"]) == ("200M", 600.0)


@pytest.mark.slow
def test_trials_of_a_study_run_on_slurm_and_its_tuners_here(cluster: SlurmCluster, source: Path) -> None:
    study = ["study", str(source), "--experiment_tag", "tag", "--benchmark", "tiny", "--backend", "slurm"]
    result = call(*study, "--method", "RS", *SETTINGS)
    assert result.exit_code == 0, result.output
    assert levels("tag/tiny-RS-2w-0") == [[1, 2, 3]] * 3
    other = call(*study, "--method", "RS", *SETTINGS, "--cpus", "2")
    assert "was begun with cpus=1, not 2" in " ".join(other.output.split())
    shown = call("show", "tag/tiny-RS-2w-0", "--trial", "0").stdout
    assert any(node in shown for node in cluster.nodes)


@pytest.mark.slow
def test_who_had_no_jobs_on_slurm(cluster: SlurmCluster) -> None:
    assert call("jobs", "--backend", "slurm", "--limit", "3").exit_code == 0
    result = call("jobs", "nobody", "--backend", "slurm")
    assert result.exit_code == 2
    assert "No experiment of nobody had jobs on Slurm" in result.stderr


def test_what_tuners_have_in_common_with_their_jobs() -> None:
    """Where they run, but not what they compute on."""
    trials = SlurmBackend("/train.py", partition="gpu", account="me", gpus_per_trial=2, cpus=8, hold=4)
    tuners = SlurmBackend.for_tuners(Path("/tuner.py"), trials.options(), {"partition": "cpu"}, 7200.0)
    assert tuners == SlurmBackend("/tuner.py", partition="cpu", account="me", time_limit=7200.0)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("0:07", 7.0), ("12:34", 754.0), ("1:00:00", 3600.0), ("2-01:00:00", 176400.0), ("INVALID", None)],
)
def test_times_of_squeue(text: str, seconds: float | None) -> None:
    assert parse_time(text) == seconds
