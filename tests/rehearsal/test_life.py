"""The life of a job: its statuses, how it is stopped, what it leaves on S3, and what interrupts it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from tests.rehearsal.conftest import BUCKET

from sagemaker_rehearsal import Fault

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.rehearsal.conftest import World

FOREVER = """
import time
print("ready", flush=True)
while True: time.sleep(0.05)  # a signal just before a long sleep would wait for its end
"""
GENTLE = """
import signal, sys, time
from pathlib import Path
def end(*_):
    Path("/opt/ml/checkpoints/last").write_text("saved in the grace time")
    print("saved", flush=True)
    sys.exit(0)
signal.signal(signal.SIGTERM, end)
print("ready", flush=True)
while True: time.sleep(60)
"""
CHECKPOINTS = {"S3Uri": f"s3://{BUCKET}/checkpoints/job"}
SPOT = {
    "EnableManagedSpotTraining": True,
    "StoppingCondition": {"MaxRuntimeInSeconds": 3600, "MaxWaitTimeInSeconds": 7200},
    "CheckpointConfig": CHECKPOINTS,
}


def statuses(world: World, name: str) -> list[str]:
    return [transition["Status"] for transition in world.describe(name)["SecondaryStatusTransitions"]]


def stop(world: World, name: str) -> None:
    world.sagemaker.stop_training_job(TrainingJobName=name)


def test_statuses_and_times_of_a_job_that_completes(open_world: Callable[..., World]) -> None:
    world = open_world(time_scale=100, cold_start=60, cold_download=30)
    world.run("job", "pass")
    told = world.describe("job")
    assert (told["TrainingJobStatus"], told["SecondaryStatus"]) == ("Completed", "Completed")
    assert statuses(world, "job") == ["Starting", "Downloading", "Training", "Uploading", "Completed"]
    transitions = told["SecondaryStatusTransitions"]
    for before, after in pairwise(transitions):
        assert before["EndTime"] == after["StartTime"]
    starting = (told["TrainingStartTime"] - told["CreationTime"]).total_seconds()
    training = (told["TrainingEndTime"] - told["TrainingStartTime"]).total_seconds()
    assert 60 <= starting < 300
    assert training >= 30
    assert told["TrainingTimeInSeconds"] == told["BillableTimeInSeconds"]
    assert training <= told["BillableTimeInSeconds"] <= training + 1


def test_the_clock_can_be_put_forward(open_world: Callable[..., World]) -> None:
    world = open_world(cold_start=500)
    world.create("job")
    world.emulator.advance(400)
    assert world.emulator.job("job").secondary == "Starting"
    world.emulator.advance(100)
    assert world.emulator.wait_for("job").status == "Completed"


def test_stop_lets_a_job_save_and_upload(world: World) -> None:
    world.create("job", GENTLE, CheckpointConfig=CHECKPOINTS)
    world.until_printed("job", "ready")
    stop(world, "job")
    job = world.emulator.wait_for("job")
    assert (job.status, job.secondary, job.failure_reason) == ("Stopped", "Stopped", None)
    assert statuses(world, "job")[-2:] == ["Stopping", "Stopped"]
    assert world.read("checkpoints/job/last") == b"saved in the grace time"


def test_a_job_that_ignores_sigterm_uses_up_its_grace_time(world: World) -> None:
    world.create("job", FOREVER)
    world.until_printed("job", "ready")
    stop(world, "job")
    world.emulator.advance(90)
    assert world.emulator.job("job").status == "Stopping"
    world.emulator.advance(30)
    job = world.emulator.wait_for("job")
    assert job.status == "Stopped"
    assert job.transitions[-1].start - job.transitions[-2].start >= 120


def test_a_job_that_is_stopped_before_it_runs_never_runs(open_world: Callable[..., World]) -> None:
    world = open_world(cold_start=1000)
    world.create("job", FOREVER)
    stop(world, "job")
    assert world.emulator.wait_for("job").status == "Stopped"
    told = world.describe("job")
    assert "TrainingStartTime" not in told
    assert "BillableTimeInSeconds" not in told
    assert statuses(world, "job") == ["Starting", "Stopping", "Stopped"]
    assert world.emulator.log("job") == []


@pytest.mark.parametrize("status", ["Completed", "Stopping"])
def test_what_has_ended_or_is_stopping_cannot_be_stopped(world: World, status: str) -> None:
    from botocore.exceptions import ClientError

    if status == "Completed":
        world.run("job")
    else:
        world.create("job", FOREVER)
        world.until_printed("job", "ready")
        stop(world, "job")
    with pytest.raises(ClientError, match=f"ValidationException.* is in status {status}"):
        stop(world, "job")


def test_what_is_not_there_is_a_validation_exception(world: World) -> None:
    from botocore.exceptions import ClientError

    with pytest.raises(ClientError, match=r"\(ValidationException\).*Requested resource not found"):
        world.describe("nobody")
    with pytest.raises(ClientError, match=r"\(ValidationException\).*Requested resource not found"):
        stop(world, "nobody")


def test_a_job_name_can_never_be_used_again(world: World) -> None:
    from botocore.exceptions import ClientError

    world.run("job")
    with pytest.raises(ClientError, match=r"\(ResourceInUse\).*already exists"):
        world.create("job")


def test_max_runtime_stops_a_job(open_world: Callable[..., World]) -> None:
    world = open_world()
    world.create("job", GENTLE, StoppingCondition={"MaxRuntimeInSeconds": 500})
    world.until_printed("job", "ready")
    world.emulator.advance(500)
    job = world.emulator.wait_for("job")
    assert (job.status, job.secondary) == ("Stopped", "MaxRuntimeExceeded")
    assert statuses(world, "job")[-2:] == ["Stopping", "MaxRuntimeExceeded"]


# ---- checkpoints -----------------------------------------------------------------------------------------


def test_checkpoints_are_restored_and_follow_the_folder_while_the_job_runs(world: World) -> None:
    for key in ("old", "deep/er"):
        world.s3.put_object(Bucket=BUCKET, Key=f"checkpoints/job/{key}", Body=b"before")
    script = """
import time
from pathlib import Path
folder = Path("/opt/ml/checkpoints")
print(sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()), flush=True)
(folder / "old").unlink()
(folder / "new").write_text("one")
print("written", flush=True)
while not (folder / "go").exists(): time.sleep(0.01)
(folder / "new").write_text("two")
"""
    world.create("job", script, CheckpointConfig=CHECKPOINTS)
    world.until_printed("job", "written")
    assert world.emulator.log("job")[0] == "['deep/er', 'old']"
    world.emulator.advance(5)
    world.until(
        lambda: world.keys("checkpoints/job/") == ["checkpoints/job/deep/er", "checkpoints/job/new"], "sync"
    )
    assert world.read("checkpoints/job/new") == b"one"
    (world.emulator.folder / "jobs/job/ml/checkpoints/go").touch()
    world.emulator.wait_for("job")
    assert world.read("checkpoints/job/new") == b"two"


def test_without_the_final_sync_only_what_was_synced_in_time_is_there(
    open_world: Callable[..., World],
) -> None:
    world = open_world(final_sync=False)
    world.create("job", GENTLE, CheckpointConfig=CHECKPOINTS)
    world.until_printed("job", "ready")
    stop(world, "job")
    world.emulator.wait_for("job")
    assert world.emulator.log("job")[-1] == "saved"
    assert world.keys("checkpoints/") == []


# ---- spot and failures of the platform -------------------------------------------------------------------


RESUMING = """
import time
from pathlib import Path
folder = Path("/opt/ml/checkpoints")
runs = len(list(folder.iterdir()))
(folder / f"run{runs}").write_text("x")
print(f"run {runs}", flush=True)
while runs < 2: time.sleep(60)
"""


def test_interrupted_spot_jobs_go_on_from_their_checkpoints(open_world: Callable[..., World]) -> None:
    world = open_world(time_scale=1000, spot_gap=100, cold_start=50, spot_saving=0.6)
    world.create("job", RESUMING, **SPOT)
    for run in range(2):
        world.until_printed("job", f"run {run}")
        world.emulator.interrupt("job")
    job = world.emulator.wait_for("job")
    assert job.status == "Completed"
    assert world.emulator.log("job") == ["run 0", "run 1", "run 2"]
    cycle = ["Starting", "Downloading", "Training", "Interrupted"]
    assert statuses(world, "job") == [*cycle, *cycle, *cycle[:3], "Uploading", "Completed"]
    told = world.describe("job")
    assert told["BillableTimeInSeconds"] == pytest.approx(0.4 * told["TrainingTimeInSeconds"], abs=1)
    span = (told["TrainingEndTime"] - told["TrainingStartTime"]).total_seconds()
    without_an_instance = 2 * 50
    assert told["TrainingTimeInSeconds"] <= span - without_an_instance + 1


def test_an_interruption_can_be_asked_for_beforehand(open_world: Callable[..., World]) -> None:
    world = open_world(
        faults=[Fault("interruption", subject="job-*", after=1, times=1, delay=50)], time_scale=1000
    )
    for number in range(3):
        assert world.run(f"job-{number}", "import time; time.sleep(0.2)", **SPOT).status == "Completed"
    counts = [statuses(world, f"job-{number}").count("Interrupted") for number in range(3)]
    assert counts == [0, 1, 0]


def test_only_spot_jobs_are_interrupted(world: World) -> None:
    from sagemaker_rehearsal.messages import RehearsalError

    world.create("job", FOREVER)
    world.until_printed("job", "ready")
    with pytest.raises(RehearsalError, match="no spot instance"):
        world.emulator.interrupt("job")


def test_a_spot_job_waits_no_longer_than_it_may(open_world: Callable[..., World]) -> None:
    world = open_world(spot_gap=100_000)
    world.create("job", GENTLE, **SPOT)
    world.until_printed("job", "ready")
    world.emulator.interrupt("job")
    world.emulator.wait_for("job", "Interrupted")
    world.until_printed("job", "saved")
    world.emulator.advance(7200)
    job = world.emulator.wait_for("job")
    assert (job.status, job.secondary) == ("Stopped", "MaxWaitTimeExceeded")


# ---- the queue -------------------------------------------------------------------------------------------


def on(instance_type: str, **stopping: int) -> dict[str, Any]:
    """What a job asks for that runs on such an instance, and how long it may."""
    return {
        "ResourceConfig": {"InstanceType": instance_type, "InstanceCount": 1, "VolumeSizeInGB": 10},
        "StoppingCondition": {"MaxRuntimeInSeconds": 3600, **stopping},
    }


GPU = "ml.g4dn.xlarge"


def message(world: World, name: str) -> str:
    return str(world.describe(name)["SecondaryStatusTransitions"][-1]["StatusMessage"])


def test_a_job_on_a_gpu_is_pending_until_there_is_an_instance(open_world: Callable[..., World]) -> None:
    world = open_world(pending={GPU: 7200}, cold_start=100)
    world.create("job", **on(GPU))
    world.emulator.wait_for("job", "Pending")
    world.emulator.advance(7100)
    assert message(world, "job") == "Training job waiting for capacity"
    world.emulator.advance(100)
    world.until(lambda: message(world, "job") == "Preparing the instances for training", "an instance")
    told = world.describe("job")
    assert (told["TrainingJobStatus"], told["SecondaryStatus"]) == ("InProgress", "Pending")
    assert "TrainingStartTime" not in told
    world.emulator.advance(100)
    world.emulator.wait_for("job")
    told = world.describe("job")
    assert statuses(world, "job") == [
        *("Starting", "Pending", "Downloading", "Training", "Uploading", "Completed"),
    ]
    assert told["BillableTimeInSeconds"] < 100, "the queue is not billed"


def test_jobs_on_other_instances_are_not_queued_unless_the_profile_says_so(
    open_world: Callable[..., World],
) -> None:
    world = open_world(default_pending=1e6, pending={"ml.c5.xlarge": 60})
    world.run("plain")
    assert "Pending" not in statuses(world, "plain")
    world.create("queued", **on("ml.c5.xlarge", MaxPendingTimeInSeconds=1800))
    world.emulator.wait_for("queued", "Pending")
    world.create("gpu", **on("ml.p4d.24xlarge"))
    world.emulator.wait_for("gpu", "Pending")
    stop(world, "gpu")
    world.emulator.wait_for("gpu")
    assert statuses(world, "gpu") == ["Starting", "Pending", "Stopping", "Stopped"]
    assert "BillableTimeInSeconds" not in world.describe("gpu")


def test_a_kept_instance_is_there_at_once(open_world: Callable[..., World]) -> None:
    world = open_world(pending={GPU: 60})
    resources = {**on(GPU)["ResourceConfig"], "KeepAlivePeriodInSeconds": 600}
    world.create("cold", ResourceConfig=resources)
    world.emulator.wait_for("cold", "Pending")
    world.emulator.advance(60)
    world.emulator.wait_for("cold")
    world.run("warm", ResourceConfig=resources)
    assert "Pending" not in statuses(world, "warm")


def test_a_job_is_pending_no_longer_than_it_may(open_world: Callable[..., World]) -> None:
    world = open_world(default_pending=1e6)
    world.create("job", **on(GPU, MaxPendingTimeInSeconds=1800))
    world.emulator.wait_for("job", "Pending")
    world.emulator.advance(1799)
    assert world.emulator.job("job").secondary == "Pending"
    world.emulator.advance(1)
    job = world.emulator.wait_for("job")
    assert (job.status, job.secondary) == ("Stopped", "MaxPendingTimeExceeded")
    assert job.failure_reason is None


def test_the_queue_is_limited_to_28_days_at_most(world: World) -> None:
    from botocore.exceptions import ClientError

    with pytest.raises(ClientError, match="maxPendingTimeInSeconds"):
        world.create("job", **on(GPU, MaxPendingTimeInSeconds=28 * 24 * 3600 + 1))


def test_a_pending_job_can_fail_for_lack_of_capacity(open_world: Callable[..., World]) -> None:
    world = open_world(faults=[Fault("capacity_error")], capacity_delay=50)
    world.create("job", **on(GPU))
    world.emulator.wait_for("job", "Pending")
    assert message(world, "job") == "Training job waiting for capacity"
    world.emulator.advance(50)
    assert str(world.emulator.wait_for("job").failure_reason).startswith("CapacityError")
    assert statuses(world, "job") == ["Starting", "Pending", "Failed"]


@pytest.mark.parametrize(
    ("effect", "reason"),
    [
        ("capacity_error", "CapacityError: Unable to provision requested ML compute capacity."),
        ("internal_error", "InternalServerError: "),
    ],
)
def test_jobs_that_never_get_an_instance(open_world: Callable[..., World], effect: str, reason: str) -> None:
    world = open_world(faults=[Fault(effect, subject="job-*", after=1, times=2)])
    jobs = [world.run(f"job-{number}") for number in range(4)]
    assert [job.status for job in jobs] == ["Completed", "Failed", "Failed", "Completed"]
    assert jobs[1].failure_reason is not None
    assert jobs[1].failure_reason.startswith(reason)
    assert "BillableTimeInSeconds" not in world.describe("job-1")
