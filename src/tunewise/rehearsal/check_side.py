"""AWS or the emulator, as the checks that compare the two see it."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from tunewise.rehearsal.check_scripts import SLEEPING

Client = Any  # boto3 makes its classes when it runs


@dataclass
class Side:
    """AWS, or the emulator, as the checks see it. poll: real seconds between two looks at a job.

    run: a text of this run, by which its jobs are told from those of others.
    """

    sagemaker: Client
    s3: Client
    logs: Client
    bucket: str
    role: str
    image: str
    instance_type: str
    run: str
    poll: float
    timeout: float = 3600.0
    jobs: list[str] = field(default_factory=list)

    def request(self, name: str, script: str = SLEEPING, **changes: object) -> dict[str, Any]:
        """A valid CreateTrainingJob of a few minutes that runs a script."""
        prefix = f"tunewise-check/{self.run}/{name}"
        self.s3.put_object(Bucket=self.bucket, Key=f"{prefix}/code/main.py", Body=script.encode())
        source = {"S3DataType": "S3Prefix", "S3Uri": f"s3://{self.bucket}/{prefix}/code/"}
        return {
            "TrainingJobName": f"tunewise-check-{self.run}-{name}",
            "RoleArn": self.role,
            "AlgorithmSpecification": {
                "TrainingImage": self.image,
                "TrainingInputMode": "File",
                "ContainerEntrypoint": ["python3", "/opt/ml/input/data/code/main.py"],
            },
            "ResourceConfig": self.resources(),
            "StoppingCondition": {"MaxRuntimeInSeconds": 900},
            "OutputDataConfig": {"S3OutputPath": f"s3://{self.bucket}/{prefix}/output"},
            "InputDataConfig": [{"ChannelName": "code", "DataSource": {"S3DataSource": source}}],
            "CheckpointConfig": {"S3Uri": f"s3://{self.bucket}/{prefix}/checkpoints"},
            **changes,
        }

    def resources(self, keep_alive: int = 0) -> dict[str, Any]:
        kept = {"KeepAlivePeriodInSeconds": keep_alive} if keep_alive else {}
        return {"InstanceType": self.instance_type, "InstanceCount": 1, "VolumeSizeInGB": 10, **kept}

    def create(self, request: Mapping[str, Any]) -> str:
        self.sagemaker.create_training_job(**request)
        self.jobs.append(request["TrainingJobName"])
        return self.jobs[-1]

    def refusal(self, request: Mapping[str, Any]) -> str:
        """The code with which a request is refused. One that is accepted is stopped at once."""
        code = self.refused(lambda: self.create(request))[0]
        if not code:
            self.sagemaker.stop_training_job(TrainingJobName=request["TrainingJobName"])
        return code or "accepted"

    @staticmethod
    def refused(call: Callable[[], object]) -> tuple[str, str]:
        """The code and message of the error that a call gives; empty if it gives none."""
        from botocore.exceptions import ClientError, ParamValidationError

        try:
            call()
        except ClientError as error:
            return error.response["Error"]["Code"], error.response["Error"]["Message"]
        except ParamValidationError:
            return "refused by the client", ""
        return "", ""

    def describe(self, name: str) -> dict[str, Any]:
        told: dict[str, Any] = self.sagemaker.describe_training_job(TrainingJobName=name)
        return told

    def until(self, name: str, *statuses: str) -> dict[str, Any]:
        """Waits for a status or secondary status of a job, by default for its end. Raises TimeoutError."""
        wanted = statuses or ("Completed", "Failed", "Stopped")
        deadline = time.monotonic() + self.timeout
        while time.monotonic() < deadline:
            told = self.describe(name)
            if {told["TrainingJobStatus"], told["SecondaryStatus"]} & set(wanted):
                return told
            time.sleep(self.poll)
        raise TimeoutError(f"{name} isn't {' or '.join(wanted)} after {self.timeout:.0f} s")

    def until_there(self, key: str) -> None:
        """Waits for an object of this run's prefix. Raises TimeoutError."""
        deadline = time.monotonic() + self.timeout
        while not self.keys(key):
            if time.monotonic() > deadline:
                raise TimeoutError(f"{key} isn't there after {self.timeout:.0f} s")
            time.sleep(self.poll)

    def keys(self, below: str) -> list[str]:
        """Keys below a part of this run's prefix, without that."""
        prefix = f"tunewise-check/{self.run}/{below}"
        answer = self.s3.list_objects_v2(Bucket=self.bucket, Prefix=prefix)
        return sorted(found["Key"][len(prefix) :] for found in answer.get("Contents", ()))

    def lines(self, name: str) -> list[str]:
        """What a job has printed."""
        answer = self.logs.filter_log_events(
            logGroupName="/aws/sagemaker/TrainingJobs", logStreamNamePrefix=f"{name}/"
        )
        return [event["message"] for event in answer["events"]]

    def stop_all(self) -> None:
        """Stops what still runs and ends the pools that are left, so that nothing goes on to cost."""
        for name in self.jobs:
            self.refused(partial(self.sagemaker.stop_training_job, TrainingJobName=name))
        for name in self.jobs:
            if "WarmPoolStatus" in self.until(name):
                self.refused(partial(self.end_pool, name))

    def end_pool(self, name: str) -> None:
        resources = {"KeepAlivePeriodInSeconds": 0}
        self.sagemaker.update_training_job(TrainingJobName=name, ResourceConfig=resources)
