"""What becomes of a job that fails by the platform's fault: with a RetryStrategy it begins again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.rehearsal.conftest import BUCKET, warm

from sagemaker_rehearsal import Fault
from sagemaker_rehearsal.messages import RehearsalError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.rehearsal.conftest import World

CHECKPOINTS = {"S3Uri": f"s3://{BUCKET}/checkpoints/job"}
WAITING = """
import signal, sys, time
from pathlib import Path
folder = Path("/opt/ml/checkpoints")
folder.mkdir(exist_ok=True)
def end(*_):
    print("told to end", flush=True)
    sys.exit(0)
signal.signal(signal.SIGTERM, end)
print("found", *sorted(path.name for path in folder.iterdir()), flush=True)
while True: time.sleep(0.05)
"""
STANDSTILL = 1e-6  # emulated seconds in a real one: time goes on where a test puts the clock forward
START = ["Starting", "Downloading", "Training"]
AGAIN = ["Restarting", *START]


def retries(number: int) -> dict[str, Any]:
    return {"RetryStrategy": {"MaximumRetryAttempts": number}}


def statuses(world: World, name: str = "job") -> list[str]:
    return [transition["Status"] for transition in world.describe(name)["SecondaryStatusTransitions"]]


def until_runs(world: World, times: int) -> None:
    """Waits until the job has come to print for so many times."""
    world.until(
        lambda: sum(line.startswith("found") for line in world.emulator.log("job")) == times,
        f"{times} runs",
    )


def test_a_broken_instance_takes_all_with_it_but_what_was_synced(world: World) -> None:
    world.create("job", WAITING, CheckpointConfig=CHECKPOINTS, **retries(2))
    until_runs(world, 1)
    folder = world.emulator.folder / "jobs/job/ml/checkpoints"
    (folder / "synced").write_text("x")
    world.emulator.advance(5)
    world.until(lambda: "checkpoints/job/synced" in world.keys("checkpoints/"), "sync")
    (folder / "late").write_text("x")
    world.emulator.lose_instance("job")
    until_runs(world, 2)
    assert world.emulator.log("job") == ["found", "found synced"]
    assert statuses(world) == [*START, *AGAIN]


def test_without_a_strategy_the_job_has_failed(world: World) -> None:
    world.create("job", WAITING, ResourceConfig=warm(), CheckpointConfig=CHECKPOINTS)
    until_runs(world, 1)
    (world.emulator.folder / "jobs/job/ml/checkpoints/late").write_text("x")
    world.emulator.lose_instance("job")
    job = world.emulator.wait_for("job")
    assert (job.status, job.transitions[-2].status) == ("Failed", "Training")
    assert job.failure_reason is not None
    assert job.failure_reason.startswith("InternalServerError: ")
    assert world.keys("checkpoints/") == []
    assert world.describe("job")["WarmPoolStatus"]["Status"] == "Terminated"


@pytest.mark.parametrize(("faults", "status"), [(2, "Completed"), (3, "Failed")])
def test_attempts_are_used_up(open_world: Callable[..., World], faults: int, status: str) -> None:
    world = open_world(faults=[Fault("internal_error", subject="job", times=faults)])
    assert world.run("job", "pass", **retries(2)).status == status
    begun = ["Starting", "Restarting"] * 2
    completed = [*START, "Uploading", "Completed"]
    assert statuses(world) == begun + (completed if status == "Completed" else ["Starting", "Failed"])


def test_instances_can_break_by_a_script(open_world: Callable[..., World]) -> None:
    world = open_world(
        faults=[Fault("lost_instance", subject="job", times=2, delay=100), Fault("lost_instance", "*", "x")]
    )
    world.create("job", WAITING, **retries(30))
    for run in (1, 2):
        until_runs(world, run)
        assert world.emulator.job("job").secondary == "Training"
        world.emulator.advance(100)
    until_runs(world, 3)
    world.emulator.advance(100)
    world.sagemaker.stop_training_job(TrainingJobName="job")
    assert world.emulator.wait_for("job").status == "Stopped"
    assert statuses(world) == [*START, *AGAIN, *AGAIN, "Stopping", "Stopped"]


@pytest.mark.parametrize(
    ("script", "fault", "reason"),
    [
        ("raise SystemExit(3)", None, "AlgorithmError"),
        ("pass", Fault("capacity_error"), "CapacityError"),
    ],
)
def test_only_internal_errors_are_retried(
    open_world: Callable[..., World], script: str, fault: Fault | None, reason: str
) -> None:
    world = open_world(faults=[] if fault is None else [fault])
    job = world.run("job", script, **retries(5))
    assert job.status == "Failed"
    assert job.failure_reason is not None
    assert job.failure_reason.startswith(reason)
    assert statuses(world).count("Starting") == 1


def test_the_next_attempt_is_on_a_new_instance(open_world: Callable[..., World]) -> None:
    """A kept instance that breaks takes its cache with it; the start on another is a cold one."""
    world = open_world(time_scale=STANDSTILL, cold_start=500, warm_start=10, cold_download=70)
    script = (
        "import os; cache = os.environ['SAGEMAKER_MANAGED_WARMPOOL_CACHE_DIRECTORY']\n"
        "print('cached', *os.listdir(cache), flush=True)\n"
        "open(cache + '/seen', 'w').close()\n"
    )
    world.create("first", script, ResourceConfig=warm(3600))
    world.emulator.advance(500)
    world.emulator.wait_for("first", "Downloading")
    world.emulator.advance(70)
    world.emulator.wait_for("first")
    forever = script + "import time; time.sleep(1000)"
    world.create("job", forever, ResourceConfig=warm(3600), **retries(1))
    world.emulator.advance(10)
    world.until_printed("job", "cached seen")
    world.emulator.lose_instance("job")
    world.emulator.wait_for("job", "Starting")
    world.emulator.advance(499)
    assert world.emulator.job("job").secondary == "Starting"
    world.emulator.advance(1)
    world.emulator.wait_for("job", "Downloading")
    world.emulator.advance(70)
    world.until_printed("job", "cached")
    assert world.emulator.job("job").warm


def test_the_time_limit_is_for_all_attempts_together(open_world: Callable[..., World]) -> None:
    world = open_world(time_scale=STANDSTILL, cold_start=1000)
    limit = {"StoppingCondition": {"MaxRuntimeInSeconds": 500}}
    world.create("job", WAITING, **retries(3), **limit)
    world.emulator.advance(1000)
    until_runs(world, 1)
    world.emulator.advance(300)
    world.emulator.lose_instance("job")
    world.emulator.wait_for("job", "Starting")
    world.emulator.advance(1000)  # without an instance: not counted
    until_runs(world, 2)
    world.emulator.advance(150)
    assert world.emulator.job("job").status == "InProgress"
    world.emulator.advance(50)
    job = world.emulator.wait_for("job")
    assert (job.status, job.secondary) == ("Stopped", "MaxRuntimeExceeded")
    told = world.describe("job")
    assert told["TrainingTimeInSeconds"] == told["BillableTimeInSeconds"]
    assert 500 <= told["BillableTimeInSeconds"] < 600


def test_a_spot_job_waits_no_longer_for_all_attempts(open_world: Callable[..., World]) -> None:
    world = open_world(time_scale=STANDSTILL)
    limits = {"MaxRuntimeInSeconds": 500, "MaxWaitTimeInSeconds": 600}
    world.create("job", WAITING, EnableManagedSpotTraining=True, StoppingCondition=limits, **retries(3))
    until_runs(world, 1)
    world.emulator.advance(400)
    world.emulator.lose_instance("job")
    until_runs(world, 2)
    world.emulator.advance(1)
    world.emulator.interrupt("job")
    until_runs(world, 3)
    world.emulator.advance(98)
    assert world.emulator.job("job").status == "InProgress"
    world.emulator.advance(10)
    assert world.emulator.wait_for("job").secondary == "MaxRuntimeExceeded"


def test_a_job_can_be_stopped_while_it_starts_again(open_world: Callable[..., World]) -> None:
    world = open_world(faults=[Fault("internal_error")], cold_start=1000)
    world.create("job", WAITING, **retries(1))
    world.until(lambda: statuses(world) == ["Starting", "Restarting", "Starting"], "another attempt")
    world.sagemaker.stop_training_job(TrainingJobName="job")
    assert world.emulator.wait_for("job").status == "Stopped"
    assert statuses(world) == ["Starting", "Restarting", "Starting", "Stopping", "Stopped"]
    assert world.emulator.log("job") == []


def test_an_instance_that_breaks_in_the_grace_time_ends_the_job(open_world: Callable[..., World]) -> None:
    world = open_world(faults=[Fault("lost_instance", delay=50)])
    deaf = WAITING.replace("sys.exit(0)", "(folder / 'late').touch()")
    world.create("job", deaf, CheckpointConfig=CHECKPOINTS, ResourceConfig=warm(), **retries(1))
    until_runs(world, 1)
    world.sagemaker.stop_training_job(TrainingJobName="job")
    world.until_printed("job", "told to end")
    world.emulator.advance(50)
    job = world.emulator.wait_for("job")
    assert (job.status, job.transitions[-1].start - job.transitions[-2].start < 120) == ("Stopped", True)
    assert statuses(world) == [*START, "Stopping", "Stopped"]
    assert world.describe("job")["WarmPoolStatus"]["Status"] == "Terminated"


def test_a_job_without_an_instance_cannot_lose_it(world: World) -> None:
    world.run("job", "pass")
    with pytest.raises(RehearsalError, match="job is Completed and runs on no instance"):
        world.emulator.lose_instance("job")


def test_the_strategy_is_shown_and_has_limits(world: World) -> None:
    from botocore.exceptions import ClientError, ParamValidationError

    world.run("job", "pass", **retries(30))
    assert world.describe("job")["RetryStrategy"] == {"MaximumRetryAttempts": 30}
    world.run("other", "pass")
    assert "RetryStrategy" not in world.describe("other")
    with pytest.raises(ClientError, match="ValidationException"):
        world.create("many", **retries(31))
    with pytest.raises(ParamValidationError, match="MaximumRetryAttempts"):
        world.create("none", **retries(0))
