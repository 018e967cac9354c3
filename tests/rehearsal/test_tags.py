"""Tags: given at the start, and listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.rehearsal.conftest import World


def arn_of(world: World, name: str) -> str:
    return str(world.describe(name)["TrainingJobArn"])


def tags_of(world: World, name: str) -> dict[str, str]:
    answer = world.sagemaker.list_tags(ResourceArn=arn_of(world, name))
    return {tag["Key"]: tag["Value"] for tag in answer["Tags"]}


def test_tags_are_kept(world: World) -> None:
    world.run("job", Tags=[{"Key": "trial", "Value": "7"}, {"Key": "run", "Value": "1"}])
    assert tags_of(world, "job") == {"trial": "7", "run": "1"}


def test_tags_of_a_missing_job(world: World) -> None:
    from botocore.exceptions import ClientError

    with pytest.raises(ClientError, match="ResourceNotFound"):
        world.sagemaker.list_tags(ResourceArn=f"arn:aws:sagemaker:us-east-1:{'1' * 12}:training-job/nobody")
