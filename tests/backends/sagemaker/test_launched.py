"""Studies whose tuners are jobs: started, restarted, stopped, gone on with, and fetched."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import msgspec
import pytest
from tests.backends.sagemaker.launched import (
    PATIENCE,
    call,
    check,
    launch,
    plan_of,
    trials,
    tuners,
    until,
)
from tests.backends.sagemaker.test_launching import command

from tunewise.journal import read_journal
from tunewise.paths import ExperimentPaths, home
from tunewise.studies.plan import read_plan
from tunewise.studies.sagemaker.tuners import SageMakerTuners

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sagemaker_rehearsal import Emulator

pytestmark = pytest.mark.slow

BUDGET = 40.0  # seconds of wall-clock time, enough for first reports on a busy machine


def test_a_tuner_continues_after_its_instance_breaks(running: Emulator, source: Path) -> None:
    """What it did before counts: no job runs twice, no report is lost or repeated."""
    plan = plan_of(source, running, BUDGET)
    jobs = launch(plan)
    (tuner,) = tuners(running)
    until(lambda: len(trials(running)) >= 2)
    running.lose_instance(tuner)
    before = len(trials(running))
    ended = running.wait_for(tuner, timeout=PATIENCE)
    assert ended.status == "Completed"
    assert "Restarting" in [change.status for change in ended.transitions]
    (status,) = jobs.statuses()
    assert status.state == "ended"
    assert len(trials(running)) > before
    check("tag/tiny-ASHA-2w-0", running)


def test_a_tuner_whose_jobs_find_no_place_ends(
    open_emulator: Callable[..., Emulator], brisk: None, source: Path
) -> None:
    """It has the only place in the quota, and is paid for. It can be launched again later."""
    emulator = open_emulator(total_quota=1)
    plan = plan_of(source, emulator, 600.0)
    assert plan.settings.site is not None
    site = {**plan.settings.site, "poll_every": 0.02}  # half an hour is 7.2 seconds then
    jobs = launch(msgspec.structs.replace(plan, settings=msgspec.structs.replace(plan.settings, site=site)))
    (tuner,) = tuners(emulator)
    assert emulator.wait_for(tuner, timeout=PATIENCE).status == "Failed"
    assert trials(emulator) == []
    (status,) = jobs.statuses()
    assert status.state == "lost"
    assert "No job found a place in the quota 'Number of instances across" in jobs.failure_reason(status)
    assert "continues 1 experiment" in call("fetch", "tag").output


def test_an_experiment_without_any_job_in_time_is_repeated(
    open_emulator: Callable[..., Emulator], brisk: None, source: Path
) -> None:
    """Here the wall-clock time ends before the patience of the tuner."""
    emulator = open_emulator(total_quota=1)
    again = command(source, emulator, "--yes", "--max_wallclock_time", "2")
    first = call(*again)
    assert "counts as wall-clock time, which may end before a job runs" in " ".join(first.output.split())
    (tuner,) = tuners(emulator)
    assert emulator.wait_for(tuner, timeout=PATIENCE).status == "Failed"
    told = call("fetch", "tag")
    assert told.exit_code == 1
    assert "no trial reported loss" in " ".join(told.output.split())
    assert "continues 1 experiment" in told.output
    journal = ExperimentPaths.named("tag/tiny-RS-2w-0").journal
    assert journal.exists()
    assert "[1/1] tiny-RS-2w-0 is tuned by the job" in call(*again).output
    assert not journal.exists(), "its wall-clock time starts again"
    assert tuners(emulator) == [tuner, tuner.replace("-r0", "-r1")]


def test_a_stopped_tuner_suspends_its_jobs_and_can_be_continued(running: Emulator, source: Path) -> None:
    plan = plan_of(source, running, 15.0)
    jobs = launch(plan)
    (tuner,) = tuners(running)
    until(lambda: len(trials(running)) >= 3)
    running.client("sagemaker").stop_training_job(TrainingJobName=tuner)
    assert running.wait_for(tuner, timeout=PATIENCE).status == "Stopped"
    assert all(job.ended for job in running.jobs())  # before the tuner had ended itself
    (status,) = jobs.statuses()
    assert (status.state, status.job) == ("lost", tuner)
    known = len(list(read_journal(ExperimentPaths.named("tag/tiny-ASHA-2w-0").journal)))
    result = call("fetch", "tag")
    assert result.exit_code == 1
    assert "its tuner ended too early: Stopped" in result.output
    launch(plan)
    again = tuners(running)[-1]
    assert again == tuner.replace("-r0", "-r1")
    running.wait_for(again, timeout=PATIENCE)
    (status,) = jobs.statuses()
    assert status.state == "ended", jobs.failure_reason(status)
    assert len(list(read_journal(ExperimentPaths.named("tag/tiny-ASHA-2w-0").journal))) > known
    check("tag/tiny-ASHA-2w-0", running)


def test_a_study_is_fetched_while_it_runs_and_elsewhere(
    running: Emulator, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = plan_of(source, running, BUDGET, ("RS", "ASHA"))
    jobs = launch(plan)
    until(lambda: bool(trials(running)))
    early = call("jobs", "tag", "--limit", "100").output  # before anything was fetched
    assert all(name in early for name in tuners(running))
    assert any(name in early for name in trials(running))
    journal = ExperimentPaths.named("tag/tiny-RS-2w-0").journal
    assert not journal.exists()
    until(lambda: jobs.statuses()[0].state == "running" and journal.exists())
    for name in tuners(running):
        running.wait_for(name, timeout=PATIENCE)
    here = call("fetch", "tag")
    assert here.exit_code == 0, here.output
    assert here.output.count(" ended ") == 2
    assert "tiny-comparison-wall-clock.png" in here.output
    listed = call("jobs", "tag", "--limit", "100")
    assert all(job.name in listed.output for job in running.jobs())
    first = journals()
    assert len(first) == 2
    check_that_local_progress_is_not_overwritten()
    monkeypatch.setenv("TUNEWISE_HOME", str(tmp_path / "elsewhere"))
    shutil.rmtree(source)
    there = call("fetch", "tag", "--wait")
    assert there.exit_code == 0, there.output
    assert "tiny-comparison-wall-clock.png" in there.output
    assert journals() == first
    assert [status.state for status in SageMakerTuners(read_plan("tag")).statuses()] == ["ended", "ended"]


def journals() -> dict[str, bytes]:
    """Of the study's experiments, by their names."""
    return {path.parent.name: path.read_bytes() for path in (home() / "tag").glob("*/journal.jsonl")}


def check_that_local_progress_is_not_overwritten() -> None:
    journal = ExperimentPaths.named("tag/tiny-RS-2w-0").journal
    lines = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(b"".join([*lines[:3], lines[4]]))
    result = call("fetch", "tag")
    assert result.exit_code == 2
    assert "somebody continued the experiment here" in result.output
    journal.write_bytes(b"".join(lines[:3]))  # what was fetched earlier
    assert call("fetch", "tag").exit_code == 0
    assert journal.read_bytes() == b"".join(lines)
