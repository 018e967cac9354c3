"""What CreateTrainingJob refuses although every member of the request fits its shape."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from sagemaker_rehearsal.messages import invalid, not_rehearsed
from sagemaker_rehearsal.opt_ml import CHECKPOINTS, check_channel
from sagemaker_rehearsal.profile import Profile
from sagemaker_rehearsal.storage import Storage, split_uri

LONGEST_RUN = 28 * 24 * 3600  # seconds
_IMAGE = re.compile(
    r"\d{12}\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com(\.cn)?/[a-z0-9._/-]+(:[\w.-]+|@sha256:[0-9a-f]{64})?"
)
_OWN_DISK = re.compile(r"ml\.([a-z]+\d+[a-z]*d[a-z]*|g5|g6e?|g7e|p5\w*|p6\S*|trn[12]n?)\.")

EMULATED: Mapping[str, tuple[object, ...]] = {
    "TrainingJobName": (),
    "RoleArn": (),
    "HyperParameters": (),
    "Environment": (),
    "Tags.Key": (),
    "Tags.Value": (),
    "AlgorithmSpecification.TrainingImage": (),
    "AlgorithmSpecification.TrainingInputMode": ("File", "FastFile"),
    "AlgorithmSpecification.ContainerEntrypoint": (),
    "AlgorithmSpecification.ContainerArguments": (),
    "InputDataConfig.ChannelName": (),
    "InputDataConfig.ContentType": (),
    "InputDataConfig.InputMode": ("File", "FastFile"),
    "InputDataConfig.CompressionType": ("None",),
    "InputDataConfig.RecordWrapperType": ("None",),
    "InputDataConfig.DataSource.S3DataSource.S3Uri": (),
    "InputDataConfig.DataSource.S3DataSource.S3DataType": ("S3Prefix",),
    "InputDataConfig.DataSource.S3DataSource.S3DataDistributionType": (),
    "OutputDataConfig.S3OutputPath": (),
    "OutputDataConfig.CompressionType": ("GZIP",),
    "ResourceConfig.InstanceType": (),
    "ResourceConfig.InstanceCount": (1,),
    "ResourceConfig.VolumeSizeInGB": (),
    "ResourceConfig.KeepAlivePeriodInSeconds": (),
    "StoppingCondition.MaxRuntimeInSeconds": (),
    "StoppingCondition.MaxWaitTimeInSeconds": (),
    "StoppingCondition.MaxPendingTimeInSeconds": (),
    "EnableManagedSpotTraining": (),
    "RetryStrategy.MaximumRetryAttempts": (),
    "CheckpointConfig.S3Uri": (),
    "CheckpointConfig.LocalPath": (),
}
"""The members of a request that are emulated, with the values that are; (): all values."""

PASSED_OVER = frozenset(
    {
        "AlgorithmSpecification.MetricDefinitions",
        "AlgorithmSpecification.EnableSageMakerMetricsTimeSeries",
        "OutputDataConfig.KmsKeyId",
        "ResourceConfig.VolumeKmsKeyId",
        "ResourceConfig.TrainingPlanArn",
        "VpcConfig",
        "EnableNetworkIsolation",
        "EnableInterContainerTrafficEncryption",
        "DebugHookConfig",
        "ProfilerConfig",
        "TensorBoardOutputConfig",
        "ExperimentConfig",
        "RemoteDebugConfig",
        "InfraCheckConfig",
    }
)
"""Members whose shape is checked and which have no effect; the summary names them. Others are refused."""

_ABOVE = {
    path.rsplit(".", depth)[0]
    for path in (*EMULATED, *PASSED_OVER)
    for depth in range(1, path.count(".") + 1)
}


def check(request: Mapping[str, Any], profile: Profile, storage: Storage) -> None:
    """Raises ApiError. The request has passed the model."""
    for path, value in _members(request):
        if path not in EMULATED and path not in PASSED_OVER:
            raise not_rehearsed(f"{path} in CreateTrainingJob")
        values = EMULATED.get(path)
        if values and value not in values:
            raise not_rehearsed(f"{value!r} as {path}, only {' and '.join(map(str, values))}")
    for name in ("AlgorithmSpecification", "ResourceConfig", "StoppingCondition"):
        if name not in request:
            raise invalid(f"{name} is required.")
    _check_algorithm(request["AlgorithmSpecification"], profile)
    _check_resources(request)
    _check_stopping(request)
    _check_bucket("OutputDataConfig.S3OutputPath", request["OutputDataConfig"]["S3OutputPath"], storage)
    _check_channels(request.get("InputDataConfig", []), storage)
    _check_checkpoints(request.get("CheckpointConfig"), storage)
    check_tags(request.get("Tags", []))


def passed_over(request: Mapping[str, Any]) -> set[str]:
    """The members of a request that have an effect at AWS, but not here."""
    return {path for path, _ in _members(request)} & PASSED_OVER


def _members(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - of a request
    """The members that have a value, as deep as the tables above go."""
    if isinstance(value, Mapping) and (not path or path in _ABOVE):
        for name, member in value.items():
            yield from _members(member, f"{path}.{name}" if path else name)
    elif isinstance(value, list) and path in _ABOVE:
        for item in value:
            yield from _members(item, path)
    elif value:
        yield path, value


def check_tags(tags: list[Mapping[str, str]]) -> None:
    repeated = [key for key, number in Counter(tag["Key"] for tag in tags).items() if number > 1]
    if repeated:
        raise invalid(f"Tag keys must be unique: {repeated[0]} is given twice.")
    if any(tag["Key"].lower().startswith("aws:") for tag in tags):
        raise invalid("Tag keys that begin with aws: are reserved.")


def _check_algorithm(algorithm: Mapping[str, Any], profile: Profile) -> None:
    if "TrainingImage" not in algorithm:
        raise invalid("Give exactly one of TrainingImage and AlgorithmName.")
    image = _IMAGE.fullmatch(algorithm["TrainingImage"])
    if image is None:
        raise invalid(f"Invalid training image {algorithm['TrainingImage']}: it must be a path in ECR.")
    if image.group(1) != profile.region:
        raise invalid(f"The training image is in {image.group(1)}, the job in {profile.region}.")


def _check_resources(request: Mapping[str, Any]) -> None:
    resources = request["ResourceConfig"]
    for name in ("InstanceType", "InstanceCount", "VolumeSizeInGB"):
        if not resources.get(name):
            raise invalid(f"ResourceConfig.{name} is required, and at least 1 where it is a number.")
    if resources.get("KeepAlivePeriodInSeconds") and request.get("EnableManagedSpotTraining"):
        raise invalid("KeepAlivePeriodInSeconds is not supported with managed spot training.")
    if "VolumeKmsKeyId" in resources and has_own_disk(resources["InstanceType"]):
        raise invalid(f"VolumeKmsKeyId is not supported for the instance type {resources['InstanceType']}.")


def has_own_disk(instance_type: str) -> bool:
    """Whether jobs use the instance's own storage instead of a volume."""
    return _OWN_DISK.match(instance_type) is not None


def _check_stopping(request: Mapping[str, Any]) -> None:
    stopping = request["StoppingCondition"]
    runtime, wait = stopping.get("MaxRuntimeInSeconds", 86400), stopping.get("MaxWaitTimeInSeconds")
    if runtime > LONGEST_RUN:
        raise invalid(f"MaxRuntimeInSeconds is {runtime}: it must be at most {LONGEST_RUN}.")
    if request.get("EnableManagedSpotTraining"):
        if wait is None or wait < runtime:
            raise invalid(
                "Invalid MaxWaitTimeInSeconds. It must be present and be greater than or equal to "
                "MaxRuntimeInSeconds"
            )
    elif wait is not None:
        raise invalid("MaxWaitTimeInSeconds is only for jobs with EnableManagedSpotTraining.")


def _check_channels(channels: list[Mapping[str, Any]], storage: Storage) -> None:
    names = Counter(channel["ChannelName"] for channel in channels)
    repeated = [name for name, number in names.items() if number > 1]
    if repeated:
        raise invalid(f"Channel names must be unique: {repeated[0]} is given twice.")
    for channel in channels:
        source = channel["DataSource"].get("S3DataSource")
        if source is None:
            raise invalid(f"The channel {channel['ChannelName']} has no data source.")
        _check_no_access_point(source["S3Uri"])
        check_channel(channel, storage)


def _check_checkpoints(checkpoints: Mapping[str, str] | None, storage: Storage) -> None:
    if checkpoints is None:
        return
    _check_bucket("CheckpointConfig.S3Uri", checkpoints["S3Uri"], storage)
    path = checkpoints.get("LocalPath", CHECKPOINTS)
    if not path.startswith("/opt/ml/") or ".." in path.split("/"):
        raise not_rehearsed("checkpoints outside /opt/ml")


def _check_bucket(member: str, uri: str, storage: Storage) -> None:
    if not uri.startswith("s3://"):
        raise invalid(f"{member} is {uri}: it must be an s3:// URI.")
    _check_no_access_point(uri)
    if not storage.has_bucket(split_uri(uri)[0]):
        raise invalid(f"{member} is {uri}: the specified bucket does not exist.")


def _check_no_access_point(uri: str) -> None:
    if uri.startswith("s3://arn:"):
        raise not_rehearsed("access points of S3")
