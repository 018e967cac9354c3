"""From a specification and a job to a CreateTrainingJob request.

Nothing is asked of anyone; all that comes from outside are the variables of `pass_environment`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tunewise.backends.sagemaker import limits
from tunewise.backends.sagemaker.names import Places, job_key, job_tags

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tunewise.backends.base import Job
    from tunewise.backends.sagemaker.spec import SageMakerBackend
    from tunewise.space import Config

CODE = "code"
"""The channel with the code."""
BOOT = f"/opt/ml/input/data/{CODE}/boot.py"
PROGRAM = "sagemaker_program"
SUBMIT_DIRECTORY = "sagemaker_submit_directory"
ARCHIVE = "sourcedir.tar.gz"

BUCKET_VARIABLE = "TUNEWISE_BUCKET"
REPORT_VARIABLE = "TUNEWISE_REPORT_KEY"
STOP_VARIABLE = "TUNEWISE_STOP_KEY"
CHECKPOINT_VARIABLE = "TUNEWISE_CHECKPOINT_PREFIX"
OUR_VARIABLES = (BUCKET_VARIABLE, REPORT_VARIABLE, STOP_VARIABLE, CHECKPOINT_VARIABLE)
LONGEST_ROOM = 51 + 80  # characters that the experiment's id and what lies below it add to the prefix


def hyperparameters_of(arguments: Config) -> dict[str, str]:
    """Arguments as SageMaker takes them, all of them texts. None is left out, for the script's default."""
    return {name: str(value) for name, value in arguments.items() if value is not None}


def environment_of(spec: SageMakerBackend, places: Places, key: str, trial_id: int) -> dict[str, str]:
    return {
        **spec.variables(),
        BUCKET_VARIABLE: places.bucket,
        REPORT_VARIABLE: places.report(key),
        STOP_VARIABLE: places.stop(key),
        CHECKPOINT_VARIABLE: places.checkpoint(trial_id),
    }


def create_request(
    spec: SageMakerBackend, places: Places, channels: Mapping[str, str], job: Job, attempt: int = 0
) -> dict[str, Any]:
    """The whole request. channels: S3 URIs by the channels' names, the code's with a slash at its end.

    Raises LimitError for what SageMaker would refuse, and BackendError for a variable that isn't set. It may
    hold secrets, and is for the service alone.
    """
    key = job_key(job.id, attempt)
    hyperparameters = hyperparameters_of(job.arguments)
    limits.check_names(hyperparameters)
    environment = environment_of(spec, places, key, job.id.trial_id)
    tags = {**spec.tags, **job_tags(places.experiment, job.id, job.arguments)}
    algorithm: dict[str, Any] = {"TrainingImage": spec.image, "TrainingInputMode": "File"}
    if spec.script_mode:
        hyperparameters |= {PROGRAM: "boot.py", SUBMIT_DIRECTORY: channels[CODE] + ARCHIVE}
        channels = {name: uri for name, uri in channels.items() if name != CODE}
    else:
        algorithm["ContainerEntrypoint"] = ["python3", BOOT]
    limits.check_hyperparameters(hyperparameters)
    limits.check_environment(environment)
    limits.check_tags(tags)
    request: dict[str, Any] = {
        "TrainingJobName": f"{places.experiment}-{key}",
        "RoleArn": spec.role,
        "AlgorithmSpecification": algorithm,
        "HyperParameters": hyperparameters,
        "Environment": environment,
        "OutputDataConfig": {"S3OutputPath": places.uri(places.output)},
        "ResourceConfig": _resources(spec),
        "StoppingCondition": _stopping(spec),
        "Tags": [{"Key": name, "Value": value} for name, value in tags.items()],
    }
    if channels:
        request["InputDataConfig"] = [_channel(name, uri) for name, uri in channels.items()]
    if spec.spot:
        request["EnableManagedSpotTraining"] = True
    if spec.retries:
        request["RetryStrategy"] = {"MaximumRetryAttempts": spec.retries}
    if spec.subnets:
        request["VpcConfig"] = {
            "Subnets": list(spec.subnets),
            "SecurityGroupIds": list(spec.security_groups),
        }
    return request


def check_spec(spec: SageMakerBackend) -> None:
    """Raises LimitError for what SageMaker would refuse whatever the job."""
    limits.check_role(spec.role)
    limits.check_image(spec.image)
    limits.check_instance_type(spec.instance_type)
    limits.check_uri("s3", spec.s3, LONGEST_ROOM)
    limits.check_number("volume_gb", spec.volume_gb, 1, limits.LARGEST_VOLUME)
    limits.check_number("max_run", spec.max_run, 1, limits.LONGEST_RUN, " s")
    if spec.max_pending is not None:
        longest = limits.LONGEST_PENDING
        limits.check_number("max_pending", spec.max_pending, limits.SHORTEST_PENDING, longest, " s")
    limits.check_number("keep_alive", spec.keep_alive, 0, limits.LONGEST_KEEP_ALIVE, " s")
    limits.check_number("retries", spec.retries, 0, limits.MOST_RETRIES)
    if spec.keep_alive and spec.spot:
        raise limits.LimitError(
            "SageMaker keeps no spot instances in warm pools: leave out keep_alive or spot."
        )
    if spec.training_plan is not None:
        limits.check_plan(spec.training_plan)
        if spec.spot:
            raise limits.LimitError(
                "A training plan's instances are reserved and paid for: leave out spot or training_plan."
            )
    if spec.max_wait is not None and not spec.spot:
        raise limits.LimitError("max_wait is for spot instances: set spot, or leave it out.")
    if spec.max_wait is not None and spec.max_wait < spec.max_run:
        raise limits.LimitError(f"max_wait is {spec.max_wait} s: give at least max_run, {spec.max_run} s.")
    if spec.volume_kms_key is not None:
        limits.check_volume_key(spec.volume_kms_key, spec.instance_type)
    limits.check_network(spec.subnets, spec.security_groups)
    if CODE in spec.channels:
        raise limits.LimitError(f"The channel {CODE!r} is where the code goes: give yours another name.")
    limits.check_channels([CODE, *spec.channels])
    for name, source in spec.channels.items():
        if source.startswith("s3:"):
            limits.check_uri(f"The channel {name!r}", source)
    twice = sorted(set(spec.environment) & set(spec.pass_environment))
    if twice:
        raise limits.LimitError(f"{twice[0]} is in environment and pass_environment: leave it out of one.")
    taken = sorted({*spec.environment, *spec.pass_environment} & set(OUR_VARIABLES))
    if taken:
        raise limits.LimitError(f"{taken[0]} is Tunewise's own variable: give yours another name.")
    limits.check_environment(
        {**spec.environment, **dict.fromkeys((*spec.pass_environment, *OUR_VARIABLES), "")}
    )
    ours = [tag for tag in spec.tags if tag.startswith("tunewise:")]
    if ours:
        raise limits.LimitError(f"The tag {ours[0]!r} is Tunewise's own: give yours another key.")
    limits.check_tags({**spec.tags, **{f"tunewise:{number}": "" for number in range(4)}})


def _resources(spec: SageMakerBackend) -> dict[str, Any]:
    resources: dict[str, Any] = {
        "InstanceType": spec.instance_type,
        "InstanceCount": 1,
        "VolumeSizeInGB": spec.volume_gb,
    }
    if spec.keep_alive:
        resources["KeepAlivePeriodInSeconds"] = spec.keep_alive
    if spec.volume_kms_key is not None:
        resources["VolumeKmsKeyId"] = spec.volume_kms_key
    if spec.training_plan is not None:
        resources["TrainingPlanArn"] = spec.training_plan
    return resources


def _stopping(spec: SageMakerBackend) -> dict[str, int]:
    stopping = {"MaxRuntimeInSeconds": spec.max_run}
    if spec.spot:
        stopping["MaxWaitTimeInSeconds"] = (
            min(2 * spec.max_run, limits.LONGEST_RUN) if spec.max_wait is None else spec.max_wait
        )
    if spec.max_pending is not None:
        stopping["MaxPendingTimeInSeconds"] = spec.max_pending
    return stopping


def _channel(name: str, uri: str) -> dict[str, Any]:
    source = {"S3DataType": "S3Prefix", "S3Uri": uri, "S3DataDistributionType": "FullyReplicated"}
    return {"ChannelName": name, "DataSource": {"S3DataSource": source}}
