"""What a job's life needs: the clock, the store, the containers and the rest, in one place."""

from dataclasses import dataclass
from pathlib import Path

from sagemaker_rehearsal.access import AccessKeys
from sagemaker_rehearsal.account import Account
from sagemaker_rehearsal.cloudwatch import LogPump, LogStream
from sagemaker_rehearsal.containers import Containers
from sagemaker_rehearsal.faults import Faults
from sagemaker_rehearsal.namespaces import Isolation
from sagemaker_rehearsal.profile import Profile
from sagemaker_rehearsal.scaled_clock import ScaledClock
from sagemaker_rehearsal.storage import Storage
from sagemaker_rehearsal.training_job import TrainingJob


@dataclass(frozen=True)
class Context:
    """root: the folder below which the emulator keeps its files. endpoint: what clients call."""

    profile: Profile
    clock: ScaledClock
    faults: Faults
    account: Account
    storage: Storage
    containers: Containers
    pump: LogPump
    streams: dict[str, LogStream]
    root: Path
    endpoint: str
    keys: AccessKeys
    isolation: Isolation

    def folder(self, job: TrainingJob) -> Path:
        return self.root / "jobs" / job.name
