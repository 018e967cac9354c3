"""Tuners as jobs of a back end that shares this machine's files. Here that is this machine itself."""

from __future__ import annotations

import json
import os
import signal
import time
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result
from tests.helpers.outcomes import made_up_outcome

from tunewise.backends.base import BackendError
from tunewise.backends.job_folders import read_start_record
from tunewise.backends.local import LocalBackend
from tunewise.backends.specs import Location
from tunewise.cli import main
from tunewise.events import FinishReason
from tunewise.paths import ExperimentPaths, StudyPaths, home
from tunewise.results import load_folder
from tunewise.studies.outcome import write_outcome
from tunewise.studies.plan import Plan, StudySettings, keep_plan, make_plan, read_plan
from tunewise.studies.sagemaker.tuners import SageMakerTuners
from tunewise.studies.spec import StudyError, load_spec
from tunewise.studies.tuners import SharedHomeTuners, tuners_class
from tunewise.trial import JobId

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

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
    report(epoch=epoch, loss=told.lr / epoch)
    while os.path.exists(os.path.join(os.path.dirname(__file__), "wait")):
        time.sleep(0.01)
"""
PATIENCE = 120.0  # seconds


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


def command(source: Path, *more: str) -> list[str]:
    return [
        "launch", str(source), "--experiment_tag", "tag", "--benchmark", "tiny", "--on", "local",
        "--method", "RS", "--yes", *more,
    ]  # fmt: skip


def until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError("what was waited for didn't come")
        time.sleep(0.05)


def statuses() -> list[tuple[str, str | None]]:
    return [(status.state, status.job) for status in SharedHomeTuners(read_plan("tag")).statuses()]


def until_over(*jobs: JobId) -> None:
    """Until nothing of these tuners is left, who are the last to be done with their experiments."""
    staged = ExperimentPaths(StudyPaths.named("tag").staged)
    until(lambda: not LocalBackend("/tuner.py").alive(staged, jobs))


def refused(result: Result) -> str:
    assert result.exit_code == 2, result.output
    return " ".join(result.output.split())


def test_a_study_goes_on_without_whoever_launched_it(source: Path) -> None:
    """Each tuner is started once, and what it found is here at once; more seeds are added to it."""
    (source / "wait").touch()
    first = call(*command(source))
    assert first.exit_code == 0, first.output
    assert "1 experiment to start, on this machine" in first.output
    assert "[1/1] tiny-RS-2w-0 is tuned by the job local 0.0" in first.output
    assert statuses() == [("running", "local 0.0")]
    again = call(*command(source))
    assert "tiny-RS-2w-0 is being tuned by local 0.0." in again.output
    assert "Nothing of tag is left to start" in again.output
    assert "Tuners of 'tag' are at work (0.0): wait for them" in call("rm", "tag", "--yes").stderr
    more = call(*command(source, "--num_seeds", "2"))
    assert "[1/1] tiny-RS-2w-1 is tuned by the job local 1.0" in more.output
    assert "running" in call("fetch", "tag").output
    (source / "wait").unlink()
    until(lambda: statuses() == [("ended", "local 0.0"), ("ended", "local 1.0")])
    told = call("fetch", "tag", "--wait")
    assert told.exit_code == 0, told.output
    assert "tiny: loss, target" in told.output  # they are compared
    for cell in read_plan("tag").cells:
        state = load_folder(ExperimentPaths.named(f"tag/{cell.name}")).state
        assert [list(trial.levels) for trial in state.trials] == [[1, 2, 3]] * 3
    until_over(JobId(0, 0), JobId(1, 0))
    assert call("rm", "tag", "--yes").exit_code == 0
    assert not StudyPaths.named("tag").folder.exists()


def test_a_tuner_that_is_gone_is_told_and_gone_on_with(source: Path) -> None:
    (source / "wait").touch()
    assert call(*command(source)).exit_code == 0
    experiment = ExperimentPaths.named("tag/tiny-RS-2w-0")
    until(lambda: experiment.definition.exists() and len(load_folder(experiment).state.trials) == 2)
    staged = ExperimentPaths(StudyPaths.named("tag").staged)
    started = read_start_record(staged.job(JobId(0, 0)).started)
    assert started is not None
    os.kill(started.script.pid, signal.SIGKILL)
    until(lambda: statuses() == [("lost", "local 0.0")])
    told = call("fetch", "tag")
    assert told.exit_code == 1
    assert "its tuner ended too early: killed by SIGKILL" in told.output
    assert "The same `tunewise launch` as before continues 1 experiment." in told.output
    (source / "wait").unlink()
    assert "[1/1] tiny-RS-2w-0 is tuned by the job local 0.1" in call(*command(source)).output
    until(lambda: statuses() == [("ended", "local 0.1")])
    state = load_folder(experiment).state
    assert [list(trial.levels) for trial in state.trials] == [[1, 2, 3]] * 3


def test_a_tuner_that_fails_says_why(source: Path) -> None:
    assert call(*command(source)).exit_code == 0
    until(lambda: statuses()[0][0] == "ended")
    write_outcome(
        made_up_outcome(finished=FinishReason.FAILING), read_plan("tag").paths.outcome("tiny-RS-2w-0")
    )
    until_over(JobId(0, 0))
    assert "has failed; --rerun-failed runs it again from the beginning" in call(*command(source)).output
    baselines = (source / "baselines.py").read_text()
    (source / "baselines.py").write_text(baselines.replace("recipes.rs(a.problem, seed=a.seed)", "1/0"))
    assert "the job local 0.1" in call(*command(source, "--rerun-failed")).output
    until(lambda: statuses() == [("lost", "local 0.1")])
    assert "ZeroDivisionError" in call("fetch", "tag").output


def test_a_failed_tuner_that_is_still_ending_keeps_its_experiment(source: Path) -> None:
    (source / "wait").touch()
    assert call(*command(source)).exit_code == 0
    journal = ExperimentPaths.named("tag/tiny-RS-2w-0").journal
    until(journal.exists)
    write_outcome(
        made_up_outcome(finished=FinishReason.FAILING), read_plan("tag").paths.outcome("tiny-RS-2w-0")
    )
    again = call(*command(source, "--rerun-failed"))
    assert "tiny-RS-2w-0 is being tuned by local 0.0." in again.output
    assert journal.exists()
    (source / "wait").unlink()
    until(lambda: statuses() == [("ended", "local 0.0")])


def test_a_tuner_that_cannot_be_started_is_told(source: Path) -> None:
    staged = StudyPaths.named("tag").staged
    staged.mkdir(parents=True)
    (staged / "trials").touch()  # where its job's folder would be
    told = refused(call(*command(source)))
    assert "The tuner local 0.0 can't be started: the job could not be launched" in told
    assert "is tuned by" not in told


def test_a_dry_run_writes_nothing(source: Path) -> None:
    told = call(*command(source, "--dry-run", "--tuner", "stop-grace=5s"))
    assert told.exit_code == 0, told.output
    assert "For the tuner of tiny-RS-2w-0 this would be submitted:" in told.output
    assert f"{home() / 'tag/staged/tuner.py'} --cell tiny-RS-2w-0" in told.output.replace("\n", "")
    assert not home().exists()


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (
            ("--tuner", "nodes=2"),
            "--tuner can't set 'nodes': choose from python,",
        ),
        (("--tuner", "stop-grace=soon"), "'soon' is not a duration"),
        (("--backend", "simulated"), "There is no benchmark 'tiny' for the back end simulated"),
        (("--on", "sagemaker", "--backend", "local"), "Tuners on SageMaker run their jobs there, too"),
        (("--role", "me"), "--role is for jobs on SageMaker: add --backend sagemaker, or leave it out."),
        (("--total-quota", "3"), "--total-quota is for tuners on SageMaker: add --on sagemaker, or leave"),
        (
            ("--on", "sagemaker", "--tuner", "stop-grace=5s"),
            "--tuner is for tuners on this machine, Ray or Slurm: leave it out for SageMaker.",
        ),
        (
            ("--on", "slurm", "--backend", "local", "--partition", "gpu"),
            "--partition is for jobs on Slurm: add --backend slurm, or leave it out.",
        ),
    ],
)
def test_what_cannot_be_launched_is_said_before_anything_is(
    more: tuple[str, ...], words: str, source: Path
) -> None:
    if "simulated" in more:
        (source / "benchmark_definitions.py").unlink()
    assert words in refused(call(*command(source, *more)))
    assert not home().exists()


def test_what_tuners_alone_are_told(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It goes on top of what the trials' jobs are told where both run on the same back end."""
    asked: list[dict[str, Any]] = []

    def for_tuners(program: Path, options: Any, said: Any, seconds: float) -> LocalBackend:  # noqa: ANN401
        asked.append({"options": dict(options), "said": dict(said), "seconds": seconds})
        return LocalBackend(str(program))

    monkeypatch.setattr(LocalBackend, "for_tuners", for_tuners)
    more = ("--dry-run", "--gpus-per-trial", "0.5", "--tuner", "stop_grace=5s", "--max_wallclock_time", "60s")
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "0")
    assert call(*command(source, *more)).exit_code == 0
    assert asked[-1] == {"options": {"gpus_per_trial": 0.5}, "said": {"stop_grace": 5.0}, "seconds": 3660.0}


def test_an_engine_that_cannot_tell_what_runs_has_no_tuners(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They would be started twice."""
    assert call(*command(source)).exit_code == 0
    until(lambda: statuses()[0][0] == "ended")
    monkeypatch.setattr(LocalBackend, "location", Location.REMOTE)
    with pytest.raises(BackendError, match="can't tell which jobs run"):
        statuses()


def test_who_runs_tuners() -> None:
    assert tuners_class("local") is SharedHomeTuners
    assert tuners_class("sagemaker") is SageMakerTuners
    with pytest.raises(StudyError, match="can't run tuners, as it runs no scripts"):
        tuners_class("simulated")


def planned(source: Path, **settings: Any) -> Plan:  # noqa: ANN401 - as StudySettings has them
    """A plan with these settings besides the usual ones."""
    plain = StudySettings(str(source), "local", None, 0, 3, 1.0, False, None, None)
    told = StudySettings(**{name: getattr(plain, name) for name in plain.__struct_fields__} | settings)
    return make_plan("tag", told, load_spec(source), ("tiny",), ("RS",), (), (0,))


SITE = {
    "role": "arn:aws:iam::123456789012:role/training",
    "image": "image",
    "instance_type": "ml.m5.large",
    "s3": "s3://bucket",
}


def test_a_study_that_an_earlier_version_launched_goes_on_as_it_was(source: Path) -> None:
    """It wrote down all that is so by default, and not where its tuners run."""
    plan = keep_plan(planned(source, backend="sagemaker", site=SITE, tuners="sagemaker"))
    told = json.loads(plan.paths.plan.read_bytes())
    del told["settings"]["tuners"]
    told["settings"]["site"] |= {
        "keep_alive": 0,
        "spot": False,
        "subnets": [],
        "channels": {},
        "region": None,
    }
    plan.paths.plan.write_text(json.dumps(told))
    assert read_plan("tag").settings.tuned_on == "sagemaker"
    again = planned(source, backend="sagemaker", site=SITE, tuners="sagemaker")
    assert len(keep_plan(again).cells) == 1
    with pytest.raises(StudyError, match="was begun with keep_alive=0, not 600: use the same again"):
        keep_plan(planned(source, backend="sagemaker", site={**SITE, "keep_alive": 600}, tuners="sagemaker"))
    with pytest.raises(StudyError, match="was begun with tuners='sagemaker', not ''"):
        keep_plan(planned(source, backend="sagemaker", site=SITE, tuners=""))


def test_a_study_that_an_earlier_version_ran_here_goes_on_as_it_was(source: Path) -> None:
    plan = keep_plan(planned(source, tuners=""))
    told = json.loads(plan.paths.plan.read_bytes())
    del told["settings"]["tuners"], told["settings"]["site"]
    plan.paths.plan.write_text(json.dumps(told))
    assert read_plan("tag").settings.tuned_on == ""
    keep_plan(planned(source, site={}, tuners=""))
    with pytest.raises(StudyError, match=r"was begun with stop_grace=10\.0, not 7\.0"):
        keep_plan(planned(source, site={"stop_grace": 7.0}, tuners=""))
