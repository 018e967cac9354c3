"""A small world around an emulator: its clients, a bucket, and jobs of a few lines of Python."""

from __future__ import annotations

from contextlib import ExitStack
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sagemaker_rehearsal import Emulator, Fault
    from sagemaker_rehearsal.namespaces import Isolation
    from sagemaker_rehearsal.training_job import TrainingJob

for module in ("boto3", "flask", "flask_cors", "moto"):
    pytest.importorskip(module, reason="needs the extra `rehearsal`")

Client = Any  # boto3 makes its classes when it runs
Member = Any  # of a request, or of a profile

BUCKET = "bucket"
IMAGE = "123456789012.dkr.ecr.us-east-1.amazonaws.com/training:1"


class World:
    """An emulator with what tests do to it. Clients don't retry, so that each test sees every answer."""

    def __init__(self, emulator: Emulator) -> None:
        self.emulator = emulator
        emulator.storage.make_bucket(BUCKET, emulator.region)

    @cached_property
    def sagemaker(self) -> Client:
        return self.client("sagemaker")

    @cached_property
    def s3(self) -> Client:
        return self.client("s3")

    @cached_property
    def logs(self) -> Client:
        return self.client("logs")

    def client(self, service: str, attempts: int = 1) -> Client:
        from botocore.config import Config

        config = Config(retries={"total_max_attempts": attempts, "mode": "standard"})
        return self.emulator.client(service, config=config)

    def request(self, name: str, script: str = "", **changes: Member) -> dict[str, Any]:
        """A valid CreateTrainingJob for a job that runs a script. A change to None leaves a member out."""
        self.s3.put_object(Bucket=BUCKET, Key=f"code/{name}/main.py", Body=script.encode())
        source = {"S3DataType": "S3Prefix", "S3Uri": f"s3://{BUCKET}/code/{name}/"}
        request = {
            "TrainingJobName": name,
            "RoleArn": self.emulator.role,
            "AlgorithmSpecification": {
                "TrainingImage": IMAGE,
                "TrainingInputMode": "File",
                "ContainerEntrypoint": ["python3", "/opt/ml/input/data/code/main.py"],
            },
            "ResourceConfig": {"InstanceType": "ml.m5.large", "InstanceCount": 1, "VolumeSizeInGB": 10},
            "StoppingCondition": {"MaxRuntimeInSeconds": 3600},
            "OutputDataConfig": {"S3OutputPath": f"s3://{BUCKET}/output"},
            "InputDataConfig": [{"ChannelName": "code", "DataSource": {"S3DataSource": source}}],
            **changes,
        }
        return {member: value for member, value in request.items() if value is not None}

    def create(self, name: str, script: str = "", **changes: Member) -> None:
        self.sagemaker.create_training_job(**self.request(name, script, **changes))

    def run(self, name: str, script: str = "", **changes: Member) -> TrainingJob:
        """Creates a job and waits for its end."""
        self.create(name, script, **changes)
        return self.emulator.wait_for(name)

    def describe(self, name: str) -> dict[str, Any]:
        described: dict[str, Any] = self.sagemaker.describe_training_job(TrainingJobName=name)
        return described

    def keys(self, prefix: str = "") -> list[str]:
        return self.emulator.storage.keys(BUCKET, prefix)

    def read(self, key: str) -> bytes | None:
        return self.emulator.storage.get(BUCKET, key)

    def until_printed(self, name: str, line: str) -> None:
        """Waits until a job has printed a line."""
        self.until(lambda: line in self.emulator.log(name), f"{name} prints {line!r}")

    @staticmethod
    def until(condition: Callable[[], object], what: str, timeout: float = 20.0) -> None:
        import time

        deadline = time.monotonic() + timeout
        while not condition():
            assert time.monotonic() < deadline, f"in vain: {what}"
            time.sleep(0.005)


def warm(keep_alive: int = 600, instance_type: str = "ml.m5.large") -> dict[str, Any]:
    """The ResourceConfig of a job whose instance is kept."""
    return {
        "InstanceType": instance_type,
        "InstanceCount": 1,
        "VolumeSizeInGB": 10,
        "KeepAlivePeriodInSeconds": keep_alive,
    }


@pytest.fixture
def open_world() -> Iterator[Callable[..., World]]:
    """Opens an emulator with settings of a Profile; `faults` and `isolation` go to the emulator itself."""
    from sagemaker_rehearsal import Emulator, Profile

    with ExitStack() as stack:

        def opening(
            faults: Iterable[Fault] = (), isolation: Isolation | None = None, **settings: Member
        ) -> World:
            emulator = Emulator(Profile(**settings), faults, isolation=isolation)
            return World(stack.enter_context(emulator))

        yield opening


@pytest.fixture
def world(open_world: Callable[..., World]) -> World:
    """An emulator in which nothing takes time and nothing goes wrong."""
    return open_world()
