"""Builds a CreateTrainingJob request from a specification and a job.

It makes no calls; the only input from outside is the variables of `pass_environment`.
"""

import json
from collections.abc import Mapping
from typing import Any

from tunewise.backends.base import Job
from tunewise.backends.sagemaker import limits, names
from tunewise.backends.sagemaker.spec import SageMakerSpec
from tunewise.space import Config
from tunewise.worker.passing import FLAGS, Passing, encoded

BOOT = f"/opt/ml/input/data/{names.CODE}/boot.py"
PROGRAM = "sagemaker_program"
SUBMIT_DIRECTORY = "sagemaker_submit_directory"
ARCHIVE = "sourcedir.tar.gz"


def hyperparameters_of(arguments: Config, passing: Passing = FLAGS) -> dict[str, str]:
    """Arguments as SageMaker accepts them, as texts; where their types matter, as texts that tell. None is
    left out, so that the script uses its default, unless its file has it."""
    write = str if passing == FLAGS else encoded
    kept = {name: value for name, value in arguments.items() if value is not None or passing.keeps_none}
    return {name: write(value) for name, value in kept.items()}


def environment_of(spec: SageMakerSpec, places: names.Places, key: str, job: Job) -> dict[str, str]:
    return {
        **spec.variables(),
        names.METRIC_VARIABLE: json.dumps([job.metric, job.resource]),
        names.BUCKET_VARIABLE: places.bucket,
        names.REPORT_VARIABLE: places.report(key),
        names.STOP_VARIABLE: places.stop(key),
        names.CHECKPOINT_VARIABLE: places.checkpoint(job.id.trial_id),
    }


def create_request(
    spec: SageMakerSpec, places: names.Places, channels: Mapping[str, str], job: Job, attempt: int = 0
) -> dict[str, Any]:
    """The whole request. channels: S3 URIs by name; the code's ends with a slash.

    Raises LimitError if SageMaker would refuse it, and BackendError for a variable that isn't set. The
    request may contain secrets: send it to the service and nowhere else.
    """
    key = names.job_key(job.id, attempt)
    hyperparameters = hyperparameters_of(job.arguments, spec.passing)
    limits.check_names(hyperparameters)
    environment = environment_of(spec, places, key, job)
    tags = {**spec.tags, **names.job_tags(places.experiment, job.id, job.arguments)}
    algorithm: dict[str, Any] = {"TrainingImage": spec.image, "TrainingInputMode": "File"}
    if spec.script_mode:
        hyperparameters |= {PROGRAM: "boot.py", SUBMIT_DIRECTORY: channels[names.CODE] + ARCHIVE}
        channels = {name: uri for name, uri in channels.items() if name != names.CODE}
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


def _resources(spec: SageMakerSpec) -> dict[str, Any]:
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


def _stopping(spec: SageMakerSpec) -> dict[str, int]:
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
