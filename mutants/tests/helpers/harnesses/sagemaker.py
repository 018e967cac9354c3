"""SageMaker, as the emulator of `sagemaker_rehearsal` plays it. Its jobs are processes of this machine."""

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import ClassVar

from sagemaker_rehearsal import Emulator
from tunewise.backends.sagemaker import SageMakerBackend
from tunewise.backends.sagemaker.identity import identity_of
from tunewise.backends.sagemaker.names import job_key
from tunewise.testing.harness import Harness, Target

IMAGE = "123456789012.dkr.ecr.us-east-1.amazonaws.com/training:1"
BUCKET = "tunewise-example"
INSTANCE = "ml.m5.large"
_QUEUEING = 1000.0  # emulated seconds, more than any check takes
_FOREVER = 10**9  # calls


def example(script: Path) -> SageMakerBackend:
    """Runs a script in an emulator's bucket `BUCKET`, looking often and stopping briskly."""
    return SageMakerBackend(
        str(script),
        role="arn:aws:iam::123456789012:role/rehearsal",
        image=IMAGE,
        instance_type=INSTANCE,
        s3=f"s3://{BUCKET}/tunewise",
        stop_grace=0.5,
        checkpoint_every=0.0,
        poll_every=0.1,
    )


class SageMakerHarness(Harness):
    name = "sagemaker"
    cannot: ClassVar[Mapping[str, str]] = {
        "strange_words": "the emulator knows the statuses of the service's model alone",
    }

    def __init__(self) -> None:
        self._emulator: Emulator | None = None
        self._pending: dict[str, float] = {}  # the emulator looks here whenever a job comes

    @classmethod
    def lacking(cls) -> str | None:
        there = all(map(find_spec, ("boto3", "flask", "flask_cors", "moto")))
        return None if there else "it needs the extra `rehearsal`: pip install 'tunewise[rehearsal]'"

    @contextmanager
    def up(self, folder: Path) -> Iterator[None]:
        from sagemaker_rehearsal import Emulator, Profile
        from sagemaker_rehearsal.namespaces import Isolation

        profile = Profile(pending=self._pending)
        with Emulator(profile, folder=folder, isolation=Isolation.NONE) as self._emulator:
            self._emulator.storage.make_bucket(BUCKET, self._emulator.region)
            yield

    @property
    def environment(self) -> Mapping[str, str]:
        return self.emulator.environment

    @property
    def emulator(self) -> Emulator:
        assert self._emulator is not None, "the emulator isn't up"
        return self._emulator

    def spec(self, script: Path) -> SageMakerBackend:
        return example(script)

    def kill(self, job: Target) -> None:
        self.emulator.lose_instance(_name(job))

    def end_from_outside(self, job: Target) -> None:
        self.emulator.client("sagemaker").stop_training_job(TrainingJobName=_name(job))

    def away(self) -> AbstractContextManager[None]:
        from sagemaker_rehearsal import Fault

        return self.emulator.injected(Fault("lost_request", times=_FOREVER))

    def answers_lost(self) -> AbstractContextManager[None]:
        from sagemaker_rehearsal import Fault

        return self.emulator.injected(Fault("lost_response", "CreateTrainingJob", times=_FOREVER))

    @contextmanager
    def queue_held(self) -> Iterator[None]:
        self._pending[INSTANCE] = _QUEUEING
        try:
            yield
        finally:
            del self._pending[INSTANCE]
            self.emulator.advance(_QUEUEING)


def _name(job: Target) -> str:
    identity = identity_of(job.paths)
    assert identity is not None, "the experiment has never been on SageMaker"
    return f"{identity.experiment}-{job_key(job.id)}"
