"""What we know by heart, against the service's model: where a new botocore says otherwise, it is told.

Each difference says what was so and what is; then correct what goes by it, and the table here.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from sagemaker_rehearsal import admission, cloudwatch, training_job
from sagemaker_rehearsal.operations import MOST_QUOTAS, TrainingJobs
from sagemaker_rehearsal.protocol import load_model
from tunewise.backends.base import BackendError
from tunewise.backends.sagemaker import calls, limits, pools
from tunewise.backends.sagemaker.images import ACCOUNTS, CPU, GPU, VOLTA, default_image
from tunewise.prices import price_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

pytest.importorskip("botocore", reason="needs the extra `aws`")

CREATE = "CreateTrainingJob"

NUMBERS = {
    "MOST_HYPERPARAMETERS": "HyperParameters",
    "LONGEST_HYPERPARAMETER_NAME": "HyperParameters.key",
    "LONGEST_HYPERPARAMETER": "HyperParameters.value",
    "MOST_VARIABLES": "Environment",
    "LONGEST_VARIABLE": "Environment.key Environment.value",
    "MOST_CHANNELS": "InputDataConfig",
    "LONGEST_CHANNEL": "InputDataConfig.ChannelName",
    "MOST_TAGS": "Tags",
    "LONGEST_TAG_KEY": "Tags.Key",
    "LONGEST_TAG": "Tags.Value",
    "LONGEST_URI": "OutputDataConfig.S3OutputPath InputDataConfig.DataSource.S3DataSource.S3Uri",
    "LONGEST_IMAGE": "AlgorithmSpecification.TrainingImage",
    "LONGEST_ROLE": "RoleArn",
    "MOST_SUBNETS": "VpcConfig.Subnets",
    "MOST_SECURITY_GROUPS": "VpcConfig.SecurityGroupIds",
    "LONGEST_NETWORK_ID": "VpcConfig.Subnets.member VpcConfig.SecurityGroupIds.member",
    "LONGEST_KMS_KEY": "ResourceConfig.VolumeKmsKeyId",
    "LONGEST_PLAN": "ResourceConfig.TrainingPlanArn",
    "LONGEST_RUN": "StoppingCondition.MaxRuntimeInSeconds",
    "LONGEST_PENDING": "StoppingCondition.MaxPendingTimeInSeconds",
    "LONGEST_KEEP_ALIVE": "ResourceConfig.KeepAlivePeriodInSeconds",
    "MOST_RETRIES": "RetryStrategy.MaximumRetryAttempts",
    "LARGEST_VOLUME": "ResourceConfig.VolumeSizeInGB",
}
"""The constants of `limits`, and what they are the largest of."""
LEAST = {"SHORTEST_PENDING": "StoppingCondition.MaxPendingTimeInSeconds"}
OTHERS = {"LONGEST_RUN": None, "LARGEST_VOLUME": None}
"""Where the model says another number than we do, or none, on purpose."""
OF_ACCOUNTS = {"USUAL_RUN", "USUAL_VOLUME", "SMALLEST_OWN_DISK"}
"""Of which the model knows nothing."""

PATTERNS = {
    "TrainingJobName": r"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}",
    "RoleArn": r"arn:aws[a-z\-]*:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+",
    "AlgorithmSpecification.TrainingImage": ".*",
    "HyperParameters.key": ".*",
    "HyperParameters.value": ".*",
    "Environment.key": "[a-zA-Z_][a-zA-Z0-9_]*",
    "Environment.value": r"[\S\s]*",
    "InputDataConfig.ChannelName": r"[A-Za-z0-9\.\-_]+",
    "InputDataConfig.DataSource.S3DataSource.S3Uri": "(https|s3)://([^/]+)/?(.*)",
    "OutputDataConfig.S3OutputPath": "(https|s3)://([^/]+)/?(.*)",
    "Tags.Key": r"([\p{L}\p{Z}\p{N}_.:/=+\-@]*)",
    "Tags.Value": r"([\p{L}\p{Z}\p{N}_.:/=+\-@]*)",
    "VpcConfig.Subnets.member": "[-0-9a-zA-Z]+",
    "VpcConfig.SecurityGroupIds.member": "[-0-9a-zA-Z]+",
    "ResourceConfig.VolumeKmsKeyId": "[a-zA-Z0-9:/_-]*",
    "ResourceConfig.TrainingPlanArn": r"arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]*:[0-9]{12}:training-plan/.*",
}
"""What the checks of `limits`, and the names that we make, were written after."""

CLASSIC = "c4 c5 c5n c6i c7i c7i-flex c8i c8i-flex m4 m5 m6i m7i m7i-flex m8i m8i-flex r5 r5d r6i r7i r8i"
FAMILIES = {
    CPU: f"{CLASSIC} r8i-flex t3",
    GPU: "g4dn g5 g6 g6e g7 g7e p4d p4de p5 p5e p5en p6-b200 p6-b300",
    VOLTA: "p3 p3dn",
    None: "p2 p6e-gb200 trn1 trn1n trn2",
}
"""The families of instances, and which of AWS's images runs there."""

OWN_DISK = "g4dn g5 g6 g6e g7e p3dn p4d p4de p5 p5e p5en p6-b200 p6-b300 p6e-gb200 r5d trn1 trn1n trn2"

ERRORS = {
    "CreateTrainingJob": {"ResourceInUse", "ResourceLimitExceeded", "ResourceNotFound"},
    "DescribeTrainingJob": {"ResourceNotFound"},
    "StopTrainingJob": {"ResourceNotFound"},
    "UpdateTrainingJob": {"ResourceNotFound", "ResourceLimitExceeded"},
    "ListTrainingJobs": set(),
    "ListTags": set(),
}
"""That the model knows of; `calls` knows more, as the service does."""

NO_IMAGE = {"eu-isoe-west-1", "eusc-de-east-1", "us-iso-east-1", "us-isob-east-1"}
NO_IMAGE |= {"us-isof-east-1", "us-isof-south-1"}
"""Regions of AWS's closed and sovereign partitions, for which there is no default."""


@cache
def operation(name: str, service: str = "sagemaker") -> Any:  # noqa: ANN401 - botocore has no types
    return load_model(service, (name,)).operation_model(name)


def shape(path: str, of: str = CREATE, service: str = "sagemaker") -> Any:  # noqa: ANN401
    found = operation(of, service).input_shape
    for name in path.split("."):
        if found.type_name == "list" and name != "member":
            found = found.member
        found = found.members[name] if found.type_name == "structure" else getattr(found, name)
    return found


def changes(known: Mapping[str, Any], found: Mapping[str, Any]) -> list[str]:
    return [
        f"{what}: was {known.get(what)!r}, is {found.get(what)!r}"
        for what in sorted(known.keys() | found.keys())
        if known.get(what) != found.get(what)
    ]


def changes_of(what: str, known: Iterable[str], found: Iterable[str]) -> list[str]:
    known, found = set(known), set(found)
    return [*(f"{what}: {new} is new" for new in sorted(found - known))] + [
        f"{what}: there is no {old} any more" for old in sorted(known - found)
    ]


def none(told: Iterable[str]) -> None:
    """Fails with all that has changed, a line each."""
    lines = [*told]
    assert not lines, "\n".join(["the service's model has changed:", *lines])


def test_changes_are_told_by_name() -> None:
    assert changes({"a": 1, "b": 2}, {"a": 1, "b": 3, "c": 4}) == ["b: was 2, is 3", "c: was None, is 4"]
    assert changes_of("e", "ab", "bc") == ["e: c is new", "e: there is no a any more"]
    with pytest.raises(AssertionError, match=r"has changed:\n\s*e: c is new\n\s*e: there is no a any more"):
        none(changes_of("e", "ab", "bc"))


def test_numbers() -> None:
    ours = {name: value for name, value in vars(limits).items() if type(value) is int}
    assert ours.keys() - OF_ACCOUNTS == NUMBERS.keys() | LEAST.keys(), (
        "say of a new limit where the model has it"
    )
    told = ((path, {**ours, **OTHERS}[name]) for name, paths in NUMBERS.items() for path in paths.split())
    known = dict(told)
    none(changes(known, {path: shape(path).metadata.get("max") for path in known}))
    known = {path: ours[name] for name, path in LEAST.items()}
    none(changes(known, {path: shape(path).metadata.get("min") for path in known}))


def test_patterns() -> None:
    none(changes(PATTERNS, {path: shape(path).metadata.get("pattern") for path in PATTERNS}))


def test_statuses_and_other_words() -> None:
    output = operation("DescribeTrainingJob").output_shape.members
    unused = {"LaunchingMLInstances", "PreparingTrainingStack", "DownloadingTrainingImage", "Updating"}
    known = {
        "TrainingJobStatus": {"InProgress", "Stopping", *calls.TERMINAL},
        # the model says that its secondary statuses are subject to change, and lacks this one
        "SecondaryStatus": {*training_job.MESSAGES, *unused} - {"MaxPendingTimeExceeded"},
        "WarmPoolStatus": {*pools.KEPT, "Reused", "Terminated"},
    }
    found = {**output, "WarmPoolStatus": output["WarmPoolStatus"].members["Status"]}
    told = [change for name, words in known.items() for change in changes_of(name, words, found[name].enum)]
    told += [
        f"{path}: there is no {value} any more"
        for path, values in admission.EMULATED.items()
        for value in values
        if isinstance(value, str) and value not in shape(path).enum
    ]
    none(told)


def test_families_of_instances_and_their_images() -> None:
    types = shape("ResourceConfig.InstanceType").enum
    found: dict[str, str | None] = {}
    for instance_type in types:
        try:
            image = default_image("us-east-1", instance_type).partition("/")[2]
        except BackendError:
            image = None
        found[instance_type.split(".")[1]] = image
        limits.check_instance_type(instance_type)
    known = {family: image for image, families in FAMILIES.items() for family in families.split()}
    none(changes(known, found))
    own_disk = {name.split(".")[1] for name in types if limits.has_own_disk(name)}
    none(changes_of("with storage of its own", OWN_DISK.split(), own_disk))
    assert [*filter(limits.has_own_disk, types)] == [*filter(admission.has_own_disk, types)]


def test_prices_are_of_instances_that_there_are() -> None:
    import json
    from importlib import resources

    priced = json.loads(resources.files("tunewise").joinpath("prices.json").read_bytes())["hourly"].keys()
    none(
        f"{name} has a price and isn't there"
        for name in priced - {*shape("ResourceConfig.InstanceType").enum}
    )
    assert all(price_of(name).hourly > 0 for name in priced)


def test_pages() -> None:
    known = {
        "ListTrainingJobs.MaxResults": calls.LARGEST_PAGE,
        "Search.MaxResults": calls.LARGEST_PAGE,
        "DescribeLogStreams.limit": cloudwatch.MOST_STREAMS,
        "FilterLogEvents.limit": cloudwatch.MOST_EVENTS,
        "GetLogEvents.limit": cloudwatch.MOST_EVENTS,
        "ListServiceQuotas.MaxResults": MOST_QUOTAS,
    }
    found = {}
    for what in known:
        name, member = what.split(".")
        service = "logs" if "Log" in name else "service-quotas" if "Quota" in name else "sagemaker"
        found[what] = shape(member, name, service).metadata.get("max")
    none(changes(known, found))


def test_operations_and_their_errors() -> None:
    from botocore.loaders import Loader

    whole = Loader().load_service_model("sagemaker", "service-2")["operations"]
    known = {name for name in TrainingJobs.operations if name.endswith(("TrainingJob", "TrainingJobs"))}
    others = {"DeleteTrainingJob", "ListTrainingJobsForHyperParameterTuningJob"}
    found = {name for name in whole if "TrainingJob" in name}
    errors = {name: {error["shape"] for error in whole[name].get("errors", ())} for name in ERRORS}
    none(changes_of("operations", known | others, found) + changes(ERRORS, errors))


def test_regions_have_an_image() -> None:
    from botocore.session import Session

    session = Session()
    found = {
        region
        for partition in session.get_available_partitions()
        for region in session.get_available_regions("sagemaker", partition)
    }
    none(changes_of("without an image", NO_IMAGE, found - ACCOUNTS.keys()))
