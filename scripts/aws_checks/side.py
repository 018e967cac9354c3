"""AWS or the emulator: what checks call, and wait for."""

import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from typing import Any, NamedTuple, Protocol, TypeVar

Client = Any  # boto3 makes its classes when it runs
Found = TypeVar("Found")

GROUP = "/aws/sagemaker/TrainingJobs"
TERMINAL = ("Completed", "Failed", "Stopped")
SLEEPING = "import time; time.sleep(600)"
PATIENT = 10  # attempts of a client that waits when it is throttled


class Connect(Protocol):
    """Makes a client of a service that tries each call at most so many times."""

    def __call__(self, service: str, attempts: int) -> Client: ...


class Refusal(NamedTuple):
    """The code and message of a call's error; empty if it succeeded."""

    code: str
    message: str


@dataclass
class Side:
    """AWS or the emulator, for the checks.

    environment: for programs that use this side. run: a text in the names of all jobs of this run. poll: real
    seconds between two looks at a job. timeout: real seconds to wait for one thing.
    """

    connect: Connect
    environment: Mapping[str, str]
    bucket: str
    role: str
    image: str
    instance_type: str
    run: str
    poll: float
    timeout: float = 3600.0
    jobs: list[str] = field(default_factory=list)

    @cached_property
    def sagemaker(self) -> Client:
        return self.connect("sagemaker", PATIENT)

    @cached_property
    def s3(self) -> Client:
        return self.connect("s3", PATIENT)

    @cached_property
    def logs(self) -> Client:
        return self.connect("logs", PATIENT)

    # ---- asking ------------------------------------------------------------------------------------------

    def request(self, name: str, script: str = SLEEPING, **changes: object) -> dict[str, Any]:
        """A valid CreateTrainingJob of a few minutes that runs a script. None removes a member."""
        self.put(f"{name}/code/main.py", script)
        request = {
            "TrainingJobName": self.name(name),
            "RoleArn": self.role,
            "AlgorithmSpecification": {
                "TrainingImage": self.image,
                "TrainingInputMode": "File",
                "ContainerEntrypoint": ["python3", "/opt/ml/input/data/code/main.py"],
            },
            "ResourceConfig": self.resources(),
            "StoppingCondition": {"MaxRuntimeInSeconds": 900},
            "OutputDataConfig": {"S3OutputPath": self.uri(f"{name}/output")},
            "InputDataConfig": [self.channel("code", f"{name}/code/")],
            "CheckpointConfig": {"S3Uri": self.uri(f"{name}/checkpoints")},
            **changes,
        }
        return {member: value for member, value in request.items() if value is not None}

    def resources(self, keep_alive: int = 0, **changes: object) -> dict[str, Any]:
        kept = {"KeepAlivePeriodInSeconds": keep_alive} if keep_alive else {}
        return {
            "InstanceType": self.instance_type, "InstanceCount": 1, "VolumeSizeInGB": 10, **kept, **changes
        }  # fmt: skip

    def channel(self, name: str, below: str) -> dict[str, Any]:
        source = {"S3DataType": "S3Prefix", "S3Uri": self.uri(below)}
        return {"ChannelName": name, "DataSource": {"S3DataSource": source}}

    def name(self, name: str) -> str:
        """The full name of a job of this run."""
        return f"tunewise-check-{self.run}-{name}"

    def key(self, below: str) -> str:
        return f"tunewise-check/{self.run}/{below}"

    def uri(self, below: str) -> str:
        return f"s3://{self.bucket}/{self.key(below)}"

    def put(self, below: str, text: str) -> None:
        self.s3.put_object(Bucket=self.bucket, Key=self.key(below), Body=text.encode())

    def create(self, request: Mapping[str, Any]) -> str:
        self.sagemaker.create_training_job(**request)
        self.jobs.append(request["TrainingJobName"])
        return self.jobs[-1]

    def refusal(self, request: Mapping[str, Any]) -> Refusal:
        """How a request is refused. If it is "accepted", stops the job before it costs anything."""
        refusal = self.refused(lambda: self.create(request))
        if refusal.code:
            return refusal
        self.refused(partial(self.sagemaker.stop_training_job, TrainingJobName=request["TrainingJobName"]))
        return Refusal("accepted", "")

    @staticmethod
    def refused(call: Callable[[], object]) -> Refusal:
        from botocore.exceptions import ClientError, ParamValidationError

        try:
            call()
        except ClientError as error:
            return Refusal(error.response["Error"]["Code"], error.response["Error"]["Message"])
        except ParamValidationError as error:
            return Refusal("refused by the client", str(error))
        return Refusal("", "")

    def describe(self, name: str) -> dict[str, Any]:
        described: dict[str, Any] = self.sagemaker.describe_training_job(TrainingJobName=name)
        return described

    def keys(self, below: str) -> list[str]:
        """The keys below a part of this run's prefix, without the prefix."""
        prefix = self.key(below)
        answer = self.s3.list_objects_v2(Bucket=self.bucket, Prefix=prefix)
        return sorted(found["Key"][len(prefix) :] for found in answer.get("Contents", ()))

    def pages(self, **request: object) -> list[list[str]]:
        """The names of this run's jobs, page by page as ListTrainingJobs cuts them."""
        pages: list[list[str]] = []
        token: dict[str, str] = {}
        while True:
            answer = self.sagemaker.list_training_jobs(NameContains=self.run, **request, **token)
            pages.append([summary["TrainingJobName"] for summary in answer["TrainingJobSummaries"]])
            if not answer.get("NextToken"):
                return pages
            token = {"NextToken": answer["NextToken"]}

    def quotas(self) -> dict[str, float]:
        """SageMaker's quotas by name: the account's, and AWS's defaults for the others."""
        client, quotas = self.connect("service-quotas", PATIENT), {}
        for operation in ("list_aws_default_service_quotas", "list_service_quotas"):
            for page in client.get_paginator(operation).paginate(ServiceCode="sagemaker"):
                quotas.update({quota["QuotaName"]: quota["Value"] for quota in page["Quotas"]})
        return quotas

    def tunewise(self, *words: str, folder: Path) -> subprocess.CompletedProcess[str]:
        """Runs a command of Tunewise on this side, with its experiments in a folder."""
        environment = {**self.environment, "TUNEWISE_HOME": str(folder / "home")}
        return subprocess.run(
            [sys.executable, "-m", "tunewise", *words],
            cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=self.timeout,
        )  # fmt: skip

    # ---- waiting -----------------------------------------------------------------------------------------

    def until(self, name: str, *statuses: str) -> dict[str, Any]:
        """Waits for a status or secondary status of a job, by default for its end. Raises TimeoutError."""
        wanted = set(statuses or TERMINAL)

        def look() -> dict[str, Any] | None:
            described = self.describe(name)
            return (
                described if {described["TrainingJobStatus"], described["SecondaryStatus"]} & wanted else None
            )

        return self.wait(look, f"{name} isn't {' or '.join(sorted(wanted))}")

    def until_there(self, key: str) -> None:
        """Waits for an object of this run's prefix. Raises TimeoutError."""
        self.wait(lambda: self.keys(key), f"{key} isn't there")

    def until_printed(self, name: str, beginning: str) -> str:
        """Waits for a line of a job's log, which may be minutes late. Raises TimeoutError."""

        def look() -> str | None:
            return next((line for line in self.lines(name) if line.startswith(beginning)), None)

        return self.wait(look, f"no line of {name} begins with {beginning!r}")

    def wait(self, look: Callable[[], Found | None], otherwise: str) -> Found:
        """Waits until `look` returns something. Raises TimeoutError."""
        deadline = time.monotonic() + self.timeout
        while not (result := look()):
            if time.monotonic() > deadline:
                raise TimeoutError(f"{otherwise} after {self.timeout:.0f} s")
            time.sleep(self.poll)
        return result

    def lines(self, name: str) -> list[str]:
        """The lines of a job's log that have arrived."""
        lines: list[str] = []

        def look() -> None:
            streams = self.logs.describe_log_streams(logGroupName=GROUP, logStreamNamePrefix=f"{name}/")
            for stream in streams["logStreams"]:
                events = self.logs.get_log_events(
                    logGroupName=GROUP, logStreamName=stream["logStreamName"], startFromHead=True
                )
                lines.extend(event["message"] for event in events["events"])

        refusal = self.refused(look)
        # an account has no log group before its first log
        if refusal.code not in ("", "ResourceNotFoundException"):
            raise PermissionError(f"The log can't be read: {refusal.message}")
        return lines

    # ---- afterwards --------------------------------------------------------------------------------------

    def stop_all(self) -> list[str]:
        """Stops all jobs and warm pools. Returns a line for each job that may still cost money."""
        unsure: list[str] = []
        for name in dict.fromkeys([*self.jobs, *self._listed(unsure)]):
            try:
                self.wait(partial(self._costs_nothing, name), f"{name} costs money still")
            except Exception as error:  # noqa: BLE001 - the others are to be stopped all the same
                unsure.append(f"{name} may still cost money: {error}")
        return unsure

    def _costs_nothing(self, name: str) -> bool:
        """Whether a job and its pool have ended; otherwise asks for that."""
        described = self.describe(name)
        if described["TrainingJobStatus"] == "InProgress":
            self.refused(partial(self.sagemaker.stop_training_job, TrainingJobName=name))
        elif described.get("WarmPoolStatus", {}).get("Status") in ("Available", "InUse"):
            self.refused(partial(self.end_pool, name))
        else:
            return described["TrainingJobStatus"] in TERMINAL
        return False

    def _listed(self, unsure: list[str]) -> list[str]:
        """This run's jobs from the list: also those that commands have started, or whose answer was lost."""
        try:
            return [name for page in self.pages(MaxResults=100) for name in page]
        except Exception as error:  # noqa: BLE001 - those that are known can be stopped all the same
            unsure.append(f"Jobs with {self.run} in their names may still cost money: {error}")
            return []

    def end_pool(self, name: str) -> None:
        resources = {"KeepAlivePeriodInSeconds": 0}
        self.sagemaker.update_training_job(TrainingJobName=name, ResourceConfig=resources)
