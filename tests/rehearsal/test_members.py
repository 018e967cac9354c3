"""Each member that CreateTrainingJob's model knows is emulated, passed over aloud, or refused."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from sagemaker_rehearsal import Profile, protocol
from sagemaker_rehearsal.admission import EMULATED, PASSED_OVER, check, passed_over
from sagemaker_rehearsal.cloudwatch import Logs
from sagemaker_rehearsal.messages import ApiError
from sagemaker_rehearsal.operations import ServiceQuotas, TrainingJobs
from sagemaker_rehearsal.protocol import JsonService, load_model
from sagemaker_rehearsal.summary import summary_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from botocore.model import Shape
    from tests.rehearsal.conftest import World

REFUSED = """
AlgorithmSpecification.AlgorithmName
AlgorithmSpecification.TrainingImageConfig
DebugRuleConfigurations
InputDataConfig.DataSource.DatasetSource
InputDataConfig.DataSource.FileSystemDataSource
InputDataConfig.DataSource.S3DataSource.AttributeNames
InputDataConfig.DataSource.S3DataSource.HubAccessConfig
InputDataConfig.DataSource.S3DataSource.InstanceGroupNames
InputDataConfig.DataSource.S3DataSource.ModelAccessConfig
InputDataConfig.ShuffleConfig
MlflowConfig
ModelPackageConfig
ProfilerRuleConfigurations
ResourceConfig.InstanceGroups
ResourceConfig.InstancePlacementConfig
ResourceConfig.InstancePreferences
ResourceConfig.SelectedInstanceCount
ResourceConfig.SelectedInstanceType
ServerlessJobConfig
SessionChainingConfig
"""
"""What the model of botocore 1.44.8 knows besides."""


def members(shape: Shape, path: str = "") -> Iterator[str]:
    """The members of a request down to where the emulator knows them, or knows nothing below."""
    known = [*EMULATED, *PASSED_OVER]
    if path in known or (path and not any(name.startswith(f"{path}.") for name in known)):
        yield path
    elif shape.type_name == "list":
        yield from members(shape.member, path)
    else:
        for name, member in shape.members.items():
            yield from members(member, f"{path}.{name}" if path else name)


def saying(path: str) -> dict[str, Any]:
    """A request that says one thing."""
    value: Any = "something"
    for name in reversed(path.split(".")):
        value = {name: [value] if name in ("InputDataConfig", "Tags") else value}
    request: dict[str, Any] = value
    return request


def test_new_members_of_the_model_are_noticed() -> None:
    shape = load_model("sagemaker", ("CreateTrainingJob",)).operation_model("CreateTrainingJob").input_shape
    found, known = set(members(shape)), {*EMULATED, *PASSED_OVER, *REFUSED.split()}
    new = "new in the model: emulate it, pass it over aloud, or list it as refused: "
    assert not found - known, new + ", ".join(sorted(found - known))
    assert not known - found, "not in the model any more: " + ", ".join(sorted(known - found))


def test_members_that_are_not_emulated_are_refused_by_name(world: World) -> None:
    words = {path: f"{path} in CreateTrainingJob" for path in REFUSED.split()}
    words |= {path: f"'something' as {path}, only {told[0]}" for path, told in EMULATED.items() if told}
    for path, expected in words.items():
        with pytest.raises(ApiError, match=f"does not know {expected}") as caught:
            check(saying(path), Profile(), world.emulator.storage)
        assert caught.value.code == "NotRehearsed"


@pytest.mark.parametrize("service", [TrainingJobs, Logs, ServiceQuotas])
def test_other_operations_refuse_members_that_are_not_emulated(
    service: type[JsonService], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(protocol, "check", lambda *_: None)
    model = load_model(service.model, tuple(service.operations))
    for operation, emulated in service.operations.items():
        shapes = model.operation_model(operation)
        members = {*shapes.input_shape.members}
        known = members if emulated is None else {*emulated.split()}
        assert known <= members, "not in the model any more"
        for name in members - known:
            with pytest.raises(ApiError, match=f"does not know {name} in {operation}"):
                service.parse(shapes, json.dumps({name: True}).encode())


def test_members_without_effect_are_recognised() -> None:
    for path in PASSED_OVER:
        assert passed_over(saying(path)) == {path}


def test_members_without_effect_are_named_at_the_end(world: World) -> None:
    vpc = {"Subnets": ["subnet-1"], "SecurityGroupIds": ["sg-1"]}
    world.run("a", VpcConfig=vpc, EnableNetworkIsolation=False)
    world.run("b", VpcConfig=vpc, ExperimentConfig={"ExperimentName": "mine"})
    lines = summary_of(world.emulator.jobs(), [], [], "USD", 1.0, world.emulator.log)
    assert "Without effect here, unlike at AWS: ExperimentConfig, VpcConfig." in lines


def test_jobs_are_found_by_their_plan(world: World) -> None:
    plan = "arn:aws:sagemaker:us-east-1:123456789012:training-plan/ours"
    world.run("a", ResourceConfig={**world.request("a")["ResourceConfig"], "TrainingPlanArn": plan})
    world.run("b")
    found = world.sagemaker.list_training_jobs(TrainingPlanArnEquals=plan)["TrainingJobSummaries"]
    assert [job["TrainingJobName"] for job in found] == ["a"]
    assert world.describe("a")["ResourceConfig"]["TrainingPlanArn"] == plan
