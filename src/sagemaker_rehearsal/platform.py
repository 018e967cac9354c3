"""What a job's life needs: the clock, the store, the containers and the rest, in one place."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from sagemaker_rehearsal.access_keys import AccessKeys
from sagemaker_rehearsal.account import Account
from sagemaker_rehearsal.container_launcher import Order
from sagemaker_rehearsal.containers import Containers
from sagemaker_rehearsal.faults import Faults
from sagemaker_rehearsal.jobs import Job
from sagemaker_rehearsal.log_streams import LogPump, LogStream
from sagemaker_rehearsal.namespaces import Isolation
from sagemaker_rehearsal.profile import Profile
from sagemaker_rehearsal.scaled_clock import ScaledClock
from sagemaker_rehearsal.storage import Storage

WARM_CACHE = "sagemaker/warmpoolcache"
"""Below /opt/ml: the folder that a warm pool keeps from job to job."""
_KEPT = {"SAGEMAKER_MANAGED_WARMPOOL_CACHE_DIRECTORY": f"/opt/ml/{WARM_CACHE}"}
TOOLKIT = [sys.executable, "-m", "sagemaker_rehearsal.toolkit"]
"""What runs where no entry point is given, in place of an image's own."""


@dataclass(frozen=True)
class Platform:
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

    def folder(self, job: Job) -> Path:
        return self.root / "jobs" / job.name

    def order(self, job: Job) -> Order:
        """What the container of a job runs, and what it sees."""
        folder = self.folder(job)
        algorithm = job.request["AlgorithmSpecification"]
        argv = [*algorithm.get("ContainerEntrypoint", TOOLKIT), *algorithm.get("ContainerArguments", ())]
        environment = self._environment(job)
        if self.isolation is Isolation.NONE:
            base = str(folder / "ml")
            environment["SAGEMAKER_BASE_DIR"] = base
            environment["TMPDIR"] = environment["HOME"] = str(folder / "tmp")  # in place of a /tmp of its own
            argv = [base + part[7:] if part.startswith("/opt/ml/") else part for part in argv]
        return Order(
            argv=argv,
            environment=environment,
            ml=str(folder / "ml"),
            tmp=str(folder / "tmp"),
            kept=_needed_below_tmp(),
            isolation=self.isolation.value,
        )

    def _environment(self, job: Job) -> dict[str, str]:
        python = str(Path(sys.executable).parent)
        return {
            "PATH": os.pathsep.join([python, os.defpath]),
            "HOME": "/tmp",
            "LANG": "C.UTF-8",
            "PYTHONUNBUFFERED": "1",
            **self.profile.environment,
            "AWS_REGION": self.profile.region,
            **self.keys.of_container(job.name),
            "AWS_ENDPOINT_URL": self.endpoint,
            "AWS_EC2_METADATA_DISABLED": "true",
            **(_KEPT if job.keep_alive else {}),
            "TRAINING_JOB_NAME": job.name,
            "TRAINING_JOB_ARN": job.arn,
            **job.request.get("Environment", {}),
        }


def _needed_below_tmp() -> list[str]:
    """What the interpreter needs and would not find in a container with a /tmp of its own."""
    paths = {os.path.realpath(path) for path in (sys.prefix, sys.base_prefix, *sys.path) if path}
    below = sorted(path for path in paths if path.startswith("/tmp/") and os.path.isdir(path))
    outermost: list[str] = []
    for path in below:
        if not any(path.startswith(outer + "/") for outer in outermost):
            outermost.append(path)
    return outermost
