"""Warm pools: who reuses what, for how long, what it costs, and how a pool ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.rehearsal.conftest import warm
from tests.rehearsal.test_life import FOREVER, GENTLE

from sagemaker_rehearsal import Fault

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.rehearsal.conftest import Member, World

VPC = {"SecurityGroupIds": ["sg-1"], "Subnets": ["subnet-1", "subnet-2"]}


def pool(world: World, name: str) -> dict[str, Member]:
    """The WarmPoolStatus of a job."""
    told: dict[str, Member] = world.describe(name).get("WarmPoolStatus", {})
    return told


def update(world: World, name: str, seconds: int) -> None:
    world.sagemaker.update_training_job(
        TrainingJobName=name, ResourceConfig={"KeepAlivePeriodInSeconds": seconds}
    )


def test_an_instance_is_in_use_available_reused_and_in_the_end_terminated(world: World) -> None:
    world.create("first", GENTLE, ResourceConfig=warm(600))
    world.until_printed("first", "ready")
    assert pool(world, "first") == {"Status": "InUse"}
    world.sagemaker.stop_training_job(TrainingJobName="first")
    world.emulator.wait_for("first")
    assert pool(world, "first") == {"Status": "Available"}
    world.emulator.advance(100)
    world.run("second", ResourceConfig=warm(300))
    told = pool(world, "first")
    assert (told["Status"], told["ReusedByJob"]) == ("Reused", "second")
    assert 100 <= told["ResourceRetainedBillableTimeInSeconds"] <= 110
    assert pool(world, "second") == {"Status": "Available"}
    world.emulator.advance(300)
    assert pool(world, "second") == {"Status": "Terminated", "ResourceRetainedBillableTimeInSeconds": 300}


def test_a_job_without_keep_alive_reuses_and_ends_the_pool(world: World) -> None:
    world.run("first", ResourceConfig=warm())
    world.run("second")
    assert pool(world, "first")["Status"] == "Reused"
    assert pool(world, "second") == {}


def test_a_reused_instance_starts_faster(open_world: Callable[..., World]) -> None:
    world = open_world(cold_start=1200, warm_start=100)
    world.create("cold", ResourceConfig=warm())
    world.emulator.advance(1000)
    assert world.emulator.job("cold").secondary == "Starting"
    world.emulator.advance(200)
    world.emulator.wait_for("cold")
    world.create("warm", ResourceConfig=warm())
    assert world.emulator.job("warm").secondary == "Starting"
    world.emulator.advance(100)
    assert world.emulator.wait_for("warm").status == "Completed"


@pytest.mark.parametrize(
    "change",
    [
        {"RoleArn": "arn:aws:iam::123456789012:role/another"},
        {"ResourceConfig": warm(instance_type="ml.m5.xlarge")},
        {"ResourceConfig": {**warm(), "VolumeSizeInGB": 11}},
        {"ResourceConfig": {**warm(), "VolumeKmsKeyId": "key"}},
        {"VpcConfig": {**VPC, "Subnets": ["subnet-1"]}},
        {"VpcConfig": {**VPC, "SecurityGroupIds": ["sg-2"]}},
        {"VpcConfig": None},
        {"EnableNetworkIsolation": True},
        {"EnableInterContainerTrafficEncryption": True},
    ],
)
def test_whatever_differs_forbids_the_reuse(world: World, change: dict[str, Member]) -> None:
    same: dict[str, Member] = {"ResourceConfig": warm(), "VpcConfig": VPC}
    world.run("first", **same)
    world.run("second", **{**same, **change})
    assert pool(world, "first") == {"Status": "Available"}


@pytest.mark.parametrize(
    "change",
    [
        {"HyperParameters": {"lr": "1"}},
        {"ResourceConfig": warm(30)},
        {"VpcConfig": {"SecurityGroupIds": ["sg-1"], "Subnets": ["subnet-2", "subnet-1"]}},
        {"Environment": {"A": "1"}},
    ],
)
def test_other_differences_do_not_matter(world: World, change: dict[str, Member]) -> None:
    same: dict[str, Member] = {"ResourceConfig": warm(), "VpcConfig": VPC}
    world.run("first", **same)
    world.run("second", **{**same, **change})
    assert pool(world, "first")["Status"] == "Reused"


def test_it_is_kept_after_an_algorithm_error_but_not_when_there_never_was_one(
    open_world: Callable[..., World],
) -> None:
    world = open_world(faults=[Fault("capacity_error", after=1)])
    world.run("failed", "raise SystemExit(1)", ResourceConfig=warm())
    assert pool(world, "failed") == {"Status": "Available"}
    world.run("nowhere", ResourceConfig=warm(instance_type="ml.m5.xlarge"))
    assert pool(world, "nowhere") == {"Status": "Terminated"}


def test_an_update_to_0_ends_a_pool_at_once(world: World) -> None:
    world.run("job", ResourceConfig=warm(3600))
    world.emulator.advance(50)
    update(world, "job", 0)
    told = pool(world, "job")
    assert told["Status"] == "Terminated"
    assert 50 <= told["ResourceRetainedBillableTimeInSeconds"] <= 60
    world.run("next", ResourceConfig=warm())
    assert "ReusedByJob" not in pool(world, "job")


def test_the_period_can_be_changed_while_an_instance_is_available(world: World) -> None:
    from botocore.exceptions import ClientError

    world.create("job", GENTLE, ResourceConfig=warm(1000))
    world.until_printed("job", "ready")
    with pytest.raises(ClientError, match="the warm pool status is InUse"):
        update(world, "job", 0)
    world.sagemaker.stop_training_job(TrainingJobName="job")
    world.emulator.wait_for("job")
    world.emulator.advance(900)
    assert pool(world, "job") == {"Status": "Available"}
    update(world, "job", 2000)
    world.emulator.advance(1000)
    assert pool(world, "job") == {"Status": "Available"}


def test_a_finished_pool_and_a_period_that_is_too_long_are_refused(world: World) -> None:
    from botocore.exceptions import ClientError

    world.run("job", ResourceConfig=warm(10))
    with pytest.raises(ClientError, match="less than or equal to 21600"):
        update(world, "job", 21601)
    world.emulator.advance(10)
    with pytest.raises(ClientError, match="the warm pool status is Terminated"):
        update(world, "job", 100)
    world.run("plain")
    with pytest.raises(ClientError, match="the warm pool status is none"):
        update(world, "plain", 100)


def test_the_cache_is_handed_on_with_the_instance(world: World) -> None:
    script = """
import os
from pathlib import Path
folder = Path(os.environ["SAGEMAKER_MANAGED_WARMPOOL_CACHE_DIRECTORY"])
print(sorted(os.listdir(folder)), os.listdir("/opt/ml/output/data"))
(folder / os.environ["TRAINING_JOB_NAME"]).touch()
Path("/opt/ml/output/data/mine").touch()
"""
    for name in ("a", "b", "c"):
        world.run(name, script, ResourceConfig=warm())
    assert [world.emulator.log(name) for name in "abc"] == [["[] []"], ["['a'] []"], ["['a', 'b'] []"]]


def test_a_stolen_pool_means_a_cold_start(open_world: Callable[..., World]) -> None:
    world = open_world(faults=[Fault("stolen_pool", after=1)])
    for name in ("a", "b", "c", "d"):
        world.run(name, ResourceConfig=warm())
    assert [pool(world, name)["Status"] for name in "abcd"] == [
        "Reused",
        "Terminated",
        "Reused",
        "Available",
    ]
    assert [job.warm for job in world.emulator.jobs()] == [False, True, False, True]


def test_of_several_the_one_kept_longest_is_reused(world: World) -> None:
    for name in ("a", "b"):
        world.create(name, GENTLE, ResourceConfig=warm())
        world.until_printed(name, "ready")
    for name in ("b", "a"):
        world.sagemaker.stop_training_job(TrainingJobName=name)
        world.emulator.wait_for(name)
    world.run("next", ResourceConfig=warm())
    assert pool(world, "b")["Status"] == "Reused"
    assert pool(world, "a")["Status"] == "Available"


# ---- quotas ----------------------------------------------------------------------------------------------


def refused(world: World, name: str, **changes: Member) -> str:
    from botocore.exceptions import ClientError

    with pytest.raises(ClientError) as error:
        world.create(name, FOREVER, **changes)
    assert error.value.response["Error"]["Code"] == "ResourceLimitExceeded"
    return str(error.value)


def test_the_quota_counts_jobs_that_are_not_over(open_world: Callable[..., World]) -> None:
    world = open_world(quotas={"ml.m5.large": 2})
    for name in ("a", "b"):
        world.create(name, FOREVER)
        world.until_printed(name, "ready")
    message = refused(world, "c")
    assert "'ml.m5.large for training job usage' is 2 Instances" in message
    assert "current utilization of 2 Instances" in message
    world.create("other", FOREVER, ResourceConfig=warm(0, "ml.m5.xlarge"))
    world.sagemaker.stop_training_job(TrainingJobName="a")
    assert "current utilization of 2 Instances" in refused(world, "c")  # Stopping still counts
    world.emulator.advance(120)
    world.emulator.wait_for("a")
    world.create("c", FOREVER)


def test_kept_instances_count_unless_the_job_takes_one(open_world: Callable[..., World]) -> None:
    world = open_world(default_quota=1)
    world.run("a", ResourceConfig=warm())
    assert "training job usage" in refused(world, "b", EnableNetworkIsolation=True)
    world.run("b", ResourceConfig=warm())
    update(world, "b", 0)
    world.run("c", EnableNetworkIsolation=True)


def test_pools_beyond_their_quota_are_silently_not_kept(open_world: Callable[..., World]) -> None:
    world = open_world(default_pool_quota=0, pool_quotas={"ml.m5.large": 1})
    world.run("none", ResourceConfig=warm(instance_type="ml.m5.xlarge"))
    assert pool(world, "none") == {"Status": "Terminated"}
    for name in ("a", "b"):
        world.create(name, GENTLE, ResourceConfig=warm())
        world.until_printed(name, "ready")
    for name in ("a", "b"):
        world.sagemaker.stop_training_job(TrainingJobName=name)
        world.emulator.wait_for(name)
    assert pool(world, "a") == {"Status": "Available"}
    assert pool(world, "b") == {"Status": "Terminated"}
    world.run("c", ResourceConfig=warm())
    assert pool(world, "c") == {"Status": "Available"}, "what moved on to it makes room"


def test_an_instance_is_handed_on_for_28_days_at_most(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sagemaker_rehearsal.account.LONGEST_POOL", 4000.0)
    for name in ("first", "second"):
        world.run(name, ResourceConfig=warm(3600))
        world.emulator.advance(3000)
    assert world.emulator.job("second").warm
    told = pool(world, "second")
    assert told["Status"] == "Terminated"
    assert told["ResourceRetainedBillableTimeInSeconds"] <= 1000
    world.run("third", ResourceConfig=warm(3600))
    assert not world.emulator.job("third").warm


def test_spot_has_a_quota_of_its_own(open_world: Callable[..., World]) -> None:
    from tests.rehearsal.test_life import SPOT

    world = open_world(default_quota=0, default_spot_quota=1)
    world.create("a", FOREVER, **SPOT)
    assert "'ml.m5.large for spot training job usage' is 1 Instances" in refused(world, "b", **SPOT)


def test_a_name_that_was_refused_is_free(open_world: Callable[..., World]) -> None:
    world = open_world(default_quota=0)
    refused(world, "a")
    assert world.emulator.jobs() == []


def test_all_types_together_have_a_quota_too(open_world: Callable[..., World]) -> None:
    from tests.rehearsal.test_life import SPOT

    world = open_world(total_quota=2, total_spot_quota=1)
    world.run("kept", ResourceConfig=warm())
    world.create("a", FOREVER, ResourceConfig=warm(0, "ml.m5.xlarge"))
    message = refused(world, "b", ResourceConfig=warm(0, "ml.m5.2xlarge"))
    assert "'Number of instances across all training jobs' is 2 Instances" in message
    assert "current utilization of 2 Instances" in message
    world.create("b", FOREVER, ResourceConfig=warm())  # on the instance that was kept
    world.create("spot", FOREVER, **SPOT)
    assert "'Number of instances across all spot training jobs' is 1 Instances" in refused(
        world, "more", **SPOT
    )
    told = world.emulator.client("service-quotas").list_service_quotas(ServiceCode="sagemaker")["Quotas"]
    assert [quota["Value"] for quota in told if "across all" in quota["QuotaName"]] == [1, 2]


def test_quotas_of_the_profile_are_listed_in_pages(open_world: Callable[..., World]) -> None:
    quotas = {f"ml.m5.{number}xlarge": number for number in range(150)}
    client = open_world(quotas=quotas, total_quota=4).client("service-quotas")
    for operation in ("list_service_quotas", "list_aws_default_service_quotas"):
        pages = list(client.get_paginator(operation).paginate(ServiceCode="sagemaker"))
        assert [len(page["Quotas"]) for page in pages][:1] == [100]
        told = {quota["QuotaName"]: quota["Value"] for page in pages for quota in page["Quotas"]}
        assert {
            f"{name} for training job usage": value for name, value in quotas.items()
        }.items() <= told.items()
        assert told["Number of instances across all training jobs"] == 4
    with pytest.raises(client.exceptions.NoSuchResourceException):
        client.list_service_quotas(ServiceCode="s3")
