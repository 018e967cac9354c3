"""Studies whose tuners are jobs: started, restarted, stopped, gone on with, and fetched."""

from __future__ import annotations

import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest
from click.testing import CliRunner, Result

from tunewise.backends.paths import ExperimentPaths, StudyPaths, home
from tunewise.backends.sagemaker.site import Site
from tunewise.backends.sagemaker.spec import EXAMPLE_BUCKET, EXAMPLE_IMAGE
from tunewise.cli import main
from tunewise.journal import read_journal
from tunewise.results import load_folder
from tunewise.studies import remote
from tunewise.studies.fetching import bring_study
from tunewise.studies.plan import Plan, Settings, keep_plan, make_plan, read_plan
from tunewise.studies.remote import TunerJobs
from tunewise.studies.spec import StudyError, load_spec
from tunewise.studies.staging import check_sources
from tunewise.trial import Status

if TYPE_CHECKING:
    from collections.abc import Callable

    from tunewise.rehearsal import Emulator

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
TRAIN = """
import argparse, os, time
from tunewise import Reporter, checkpoint_dir
parser = argparse.ArgumentParser()
parser.add_argument("--lr", type=float)
parser.add_argument("--epochs", type=int)
args = parser.parse_args()
report = Reporter()
saved = checkpoint_dir() / "epoch"
begun = int(saved.read_text()) if saved.exists() else 0
for epoch in range(begun + 1, args.epochs + 1):
    time.sleep(0.02)
    part = saved.with_name("part")
    part.write_text(str(epoch))
    os.replace(part, saved)
    report(epoch=epoch, loss=args.lr + 1 / epoch, begun=begun)
"""
S3 = f"s3://{EXAMPLE_BUCKET}/tunewise"
TUNERS = "ml.c5.xlarge"
WORKERS = "ml.m5.large"
PATIENCE = 120.0  # seconds


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "baselines.py").write_text(BASELINES)
    (folder / "benchmark_definitions.py").write_text(BENCHMARKS)
    (folder / "train.py").write_text(TRAIN)
    return folder


@pytest.fixture
def running(emulator: Emulator, monkeypatch: pytest.MonkeyPatch) -> Emulator:
    """An emulator, and a launcher that doesn't let it wait."""
    monkeypatch.setattr(remote, "PACE", remote.Pace(0.1))
    monkeypatch.setenv("TUNEWISE_SAGEMAKER_S3", S3)
    return emulator


def plan_of(source: Path, emulator: Emulator, seconds: float, methods: tuple[str, ...] = ("ASHA",)) -> Plan:
    spec = load_spec(source)
    site = Site(
        role=emulator.role,
        image=EXAMPLE_IMAGE,
        instance_type=WORKERS,
        s3=S3,
        region=emulator.region,
        keep_alive=600,
        poll_every=0.2,
    )
    settings = Settings(str(source), "sagemaker", "ci", 0, 3, 1.0, False, None, None, site)
    return make_plan("tag", settings, spec, ("tiny",), methods, (), (0,), seconds)


def launch(plan: Plan) -> TunerJobs:
    keep_plan(plan)
    jobs = TunerJobs(plan)
    assert plan.settings.site is not None
    tuners = msgspec.structs.replace(plan.settings.site, instance_type=TUNERS, keep_alive=0)
    left = [standing.cell for standing in jobs.look() if standing.status in ("waiting", "lost")]
    assert [cell for cell, _ in jobs.start(left, tuners)] == left
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


def test_a_tuner_whose_instance_breaks_goes_on_elsewhere(running: Emulator, source: Path) -> None:
    """What it had done by then counts: no job twice, no report lost or repeated."""
    plan = plan_of(source, running, 20.0)
    jobs = launch(plan)
    (tuner,) = tuners(running)
    until(lambda: len(trials(running)) >= 4)
    running.lose_instance(tuner)
    before = len(trials(running))
    ended = running.wait_for(tuner, timeout=PATIENCE)
    assert ended.status == "Completed"
    assert "Restarting" in [change.status for change in ended.transitions]
    (standing,) = jobs.look()
    assert standing.status == "ended"
    assert len(trials(running)) > before
    check("tag/tiny-ASHA-2w-0", running)


def test_a_tuner_that_is_stopped_suspends_its_jobs_and_is_gone_on_with(
    running: Emulator, source: Path
) -> None:
    plan = plan_of(source, running, 15.0)
    jobs = launch(plan)
    (tuner,) = tuners(running)
    until(lambda: len(trials(running)) >= 3)
    running.client("sagemaker").stop_training_job(TrainingJobName=tuner)
    assert running.wait_for(tuner, timeout=PATIENCE).status == "Stopped"
    assert all(job.ended for job in running.jobs())  # before the tuner had ended itself
    (standing,) = jobs.look()
    assert (standing.status, standing.job) == ("lost", tuner)
    known = len(list(read_journal(ExperimentPaths.named("tag/tiny-ASHA-2w-0").journal)))
    result = call("fetch", "tag")
    assert result.exit_code == 1
    assert "its tuner ended too early: Stopped" in result.output
    launch(plan)
    again = tuners(running)[-1]
    assert again == tuner.replace("-r0", "-r1")
    running.wait_for(again, timeout=PATIENCE)
    (standing,) = jobs.look()
    assert standing.status == "ended", jobs.reason(standing)
    assert len(list(read_journal(ExperimentPaths.named("tag/tiny-ASHA-2w-0").journal))) > known
    check("tag/tiny-ASHA-2w-0", running)


def test_a_study_is_fetched_while_it_runs_and_elsewhere(
    running: Emulator, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = plan_of(source, running, 12.0, ("RS", "ASHA"))
    jobs = launch(plan)
    until(lambda: bool(trials(running)))
    early = call("jobs", "tag", "--limit", "100").output  # before anything was fetched
    assert all(name in early for name in tuners(running))
    assert any(name in early for name in trials(running))
    journal = ExperimentPaths.named("tag/tiny-RS-2w-0").journal
    assert not journal.exists()
    until(lambda: jobs.look()[0].status == "running" and journal.exists())
    for name in tuners(running):
        running.wait_for(name, timeout=PATIENCE)
    here = call("fetch", "tag")
    assert here.exit_code == 0, here.output
    assert here.output.count(" ended ") == 2
    assert "tiny-comparison-wall-clock.png" in here.output
    listed = call("jobs", "tag", "--limit", "100")
    assert all(job.name in listed.output for job in running.jobs())
    first = {path.name: path.read_bytes() for path in (home() / "tag").glob("*/journal.jsonl")}
    check_that_what_was_gone_on_with_here_is_not_overwritten()
    monkeypatch.setenv("TUNEWISE_HOME", str(tmp_path / "elsewhere"))
    shutil.rmtree(source)
    there = call("fetch", "tag", "--wait")
    assert there.exit_code == 0, there.output
    assert "tiny-comparison-wall-clock.png" in there.output
    assert {path.name: path.read_bytes() for path in (home() / "tag").glob("*/journal.jsonl")} == first
    assert [standing.status for standing in TunerJobs(read_plan("tag")).look()] == ["ended", "ended"]


def check_that_what_was_gone_on_with_here_is_not_overwritten() -> None:
    journal = ExperimentPaths.named("tag/tiny-RS-2w-0").journal
    lines = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(b"".join([*lines[:3], lines[4]]))
    result = call("fetch", "tag")
    assert result.exit_code == 2
    assert "somebody went on with the experiment here" in result.output
    journal.write_bytes(b"".join(lines[:3]))  # what was fetched earlier
    assert call("fetch", "tag").exit_code == 0
    assert journal.read_bytes() == b"".join(lines)


def test_nothing_is_started_without_a_yes(running: Emulator, source: Path) -> None:
    command = [
        "launch", str(source), "--experiment_tag", "tag", "--benchmark", "tiny", "--role", running.role,
        "--s3", S3, "--n_workers", "3", "--warm_pool", "1", "--num_seeds", "2", "--max_wallclock_time", "1h",
        "--instance_type", "ml.g4dn.xlarge", "--max_cost", "2",
    ]  # fmt: skip
    for said in ("n\n", ""):
        result = call(*command, said=said)
        assert result.exit_code == 2
        assert "Nothing was started" in result.output
    asked = call(*command, "--forecast").output
    assert "4 experiments to start" in asked
    assert "12 x ml.g4dn.xlarge for training jobs" in asked
    assert "4 x ml.c5.xlarge for training jobs" in asked
    assert "12 x ml.g4dn.xlarge for warm pools, kept for 10m 00s" in asked
    # an experiment for 2 in money at 0.736 an hour, and its tuner's hour at 0.204
    assert "At most 1h 00m, 10.87 worker-hours and 4.00 hours of tuners: 8.00 + 0.82 in money" in asked
    assert running.jobs() == []
    assert not StudyPaths.named("tag").folder.exists()


def test_a_launch_that_is_repeated_starts_nothing_twice(
    running: Emulator, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tunewise.cli.launching.TunerJobs", TunerJobs)
    command = [
        "launch", str(source), "--experiment_tag", "tag", "--benchmark", "tiny", "--role", running.role,
        "--method", "RS", "--max_wallclock_time", "5", "--instance_type", WORKERS, "--yes",
    ]  # fmt: skip
    first = call(*command)
    assert first.exit_code == 0, first.output
    assert "[1/1] tiny-RS-2w-0 is tuned by the job tag-" in first.output
    again = call(*command)
    assert "is being tuned by tag-" in again.output
    assert "Nothing is left to start" in again.output
    more = call(*command, "--num_seeds", "2")
    assert "[1/1] tiny-RS-2w-1 is tuned by the job tag-" in more.output
    assert len(tuners(running)) == 2
    other = call(*command, "--instance_type", "ml.m5.xlarge")
    assert other.exit_code == 2
    assert "was begun with instance_type='ml.m5.large', not 'ml.m5.xlarge'" in other.output


def test_a_script_elsewhere_is_refused(source: Path, emulator: Emulator, tmp_path: Path) -> None:
    elsewhere = tmp_path / "train.py"
    shutil.copy(source / "train.py", elsewhere)
    text = (source / "benchmark_definitions.py").read_text()
    (source / "benchmark_definitions.py").write_text(
        text.replace("Path(__file__).parent", "Path(__file__).parent.parent")
    )
    with pytest.raises(StudyError, match="isn't within"):
        check_sources(plan_of(source, emulator, 5.0), load_spec(source))


def test_a_study_that_is_nowhere(running: Emulator) -> None:
    with pytest.raises(StudyError, match="There is no study 'nothing' below"):
        bring_study("nothing", S3, None)
