"""Warm pools, and what jobs and kept instances cost."""

import math
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

import pytest
from tests.backends.sagemaker.conftest import CPU, Open, make_with, run_jobs
from tests.helpers.harnesses.sagemaker import example

from sagemaker_rehearsal import Fault
from tunewise.backends.sagemaker.calls import Description, Summary, TrainingJobs
from tunewise.backends.sagemaker.pacing import Pace
from tunewise.backends.sagemaker.pools import Pools
from tunewise.testing import backend_scripts as scripts
from tunewise.testing.backend_rig import rig_for

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("light_jobs")]


def test_warm_pools_are_reused_and_ended_with_the_experiment(open_emulator: Open, tmp_path: Path) -> None:
    emulator = open_emulator(pool_quotas={CPU: 2})
    with rig_for(make_with(keep_alive=1800), tmp_path, scripts.STEPS) as rig:
        rig.gate.touch()
        for wave in range(3):
            jobs = [rig.start(rig.job(2 * wave + number)) for number in range(2)]
            rig.until_ended(*jobs)
    pools = [job.retention for job in emulator.jobs() if job.retention is not None]
    assert [pool.status for pool in pools] == ["Reused"] * 4 + ["Terminated"] * 2
    assert [job.warm for job in emulator.jobs()] == [False] * 2 + [True] * 4
    assert all((pool.until or math.inf) - (pool.since or 0.0) < 60 for pool in pools)


@pytest.mark.parametrize("quota", [0, 1])
def test_one_warning_says_that_instances_are_silently_not_kept(
    open_emulator: Open, tmp_path: Path, caplog: pytest.LogCaptureFixture, quota: int
) -> None:
    emulator = open_emulator(pool_quotas={CPU: quota})
    with rig_for(make_with(keep_alive=1800), tmp_path, scripts.STEPS) as rig:
        for wave in range(2):
            jobs = [rig.start(rig.job(3 * wave + n, arguments={"first": 1})) for n in range(3)]
            for job_id in jobs:
                rig.until_reports(job_id, 1)  # all run at once
            rig.gate.touch()
            rig.until_ended(*jobs)
            rig.gate.unlink()
    assert sum(job.warm for job in emulator.jobs()) == quota
    (warning,) = [record.getMessage() for record in caplog.records if "did not keep" in record.message]
    assert f"'{CPU} for training warm pool usage'" in warning


@pytest.mark.parametrize(("seen", "lacks"), [("InUse", True), ("Available", False)])
def test_an_instance_that_was_kept_for_a_while_counts_as_kept(
    caplog: pytest.LogCaptureFixture, seen: str, lacks: bool
) -> None:
    """Even if somebody ended it at once, or AWS tells its time later."""
    now = datetime.now(UTC)
    pools = Pools(cast("TrainingJobs", None), "mine-abcdef", now, 1800, CPU, Pace(0.1))
    job = Summary("mine-abcdef-t00000-r0", "Completed", "Completed", now, seen, 0.0)
    pools.learn({job.name: job})
    over = Description("arn", "Completed", "Completed", now, "", 9.0, True, "", "Terminated", 0.0)
    pools.ended(job.name, over)
    assert ("did not keep" in caplog.text) == lacks


def test_no_warning_when_the_quota_is_large_enough(
    open_emulator: Open, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither for a job that was stopped or had no instance, nor for one that an earlier tuner ended."""
    open_emulator([Fault("capacity_error", after=1, times=1)], pool_quotas={CPU: 2})
    with rig_for(make_with(keep_alive=1800), tmp_path, scripts.STEPS) as rig:
        run_jobs(rig, 2)
        rig.drop()
        rig.open()
        rig.until_ended(rig.start(rig.job(2)))
    assert "did not keep" not in caplog.text


def test_elapsed_time_is_what_is_billed(open_emulator: Open, tmp_path: Path) -> None:
    emulator = open_emulator(time_scale=100, cold_start=120, cold_download=60)
    with rig_for(example, tmp_path, scripts.STEPS) as rig:
        jobs = run_jobs(rig, 3)
        elapsed = [rig.ends(job_id)[0].elapsed for job_id in jobs]
    bill = emulator.bill(lambda kind: 3600.0)
    assert elapsed == [item.seconds for item in bill]
    described = [
        emulator.client("sagemaker").describe_training_job(TrainingJobName=job.name)
        for job in emulator.jobs()
    ]
    assert elapsed == [job["BillableTimeInSeconds"] for job in described]
    assert min(elapsed) > 60
