"""Warm pools: instances that are kept after a job, for the next one that asks for exactly the same."""

from pathlib import Path
from typing import Any

from sagemaker_rehearsal.jobs import Job

LONGEST = 28 * 24 * 3600.0  # seconds for which an instance is handed on from job to job

Key = tuple[object, ...]


class Pool:
    """A kept instance, after the job that it was kept for. cache: its folder that outlives jobs."""

    def __init__(self, job: Job, cache: Path) -> None:
        self.job = job
        self.key = key_of(job.request)
        self.cache = cache

    def ends(self) -> float:
        """The moment from which it is gone unless it is reused."""
        retention = self.job.retention
        assert retention is not None
        assert retention.since is not None
        end = min(retention.since + retention.keep_alive, retention.launched + LONGEST)
        return max(retention.since, end)


class Pools:
    """The kept instances of the account. Guarded by its owner's lock."""

    def __init__(self) -> None:
        self._kept: list[Pool] = []

    def keep(self, job: Job, cache: Path, now: float, quota: int | None) -> None:
        """After the end of a job that asked for it: its instance is Available from now on, unless as many
        are as the quota allows."""
        assert job.retention is not None
        if quota is not None and self.kept.count(job.instance_type) >= quota:
            job.retention.status = "Terminated"
            return
        job.retention.status, job.retention.since = "Available", now
        job.modified = now
        self._kept.append(Pool(job, cache))
        self.expire(now)

    def expire(self, now: float) -> None:
        """Ends those whose keep-alive period is over, at the moment when it was."""
        for pool in [pool for pool in self._kept if pool.ends() <= now]:
            self._end(pool, pool.ends(), "Terminated")

    @property
    def kept(self) -> list[str]:
        """The instance types of all."""
        return [pool.job.instance_type for pool in self._kept]

    def match(self, request: dict[str, Any]) -> Pool | None:
        """The kept instance that a job with this request would get: of several the one kept longest."""
        key = key_of(request)
        return next((pool for pool in self._kept if pool.key == key), None)

    def reuse(self, pool: Pool, job: Job, now: float) -> None:
        assert pool.job.retention is not None
        pool.job.retention.reused_by = job.name
        self._end(pool, now, "Reused")

    def terminate(self, job: Job, now: float) -> None:
        for pool in [pool for pool in self._kept if pool.job is job]:
            self._end(pool, now, "Terminated")

    def _end(self, pool: Pool, moment: float, status: str) -> None:
        self._kept.remove(pool)
        retention = pool.job.retention
        assert retention is not None
        retention.status, retention.until = status, moment
        pool.job.modified = moment


def key_of(request: dict[str, Any]) -> Key:
    """What must be the same for a job to get a kept instance."""
    resources = request["ResourceConfig"]
    network = request.get("VpcConfig", {})
    return (
        request["RoleArn"],
        resources["InstanceType"],
        resources["InstanceCount"],
        resources.get("VolumeSizeInGB"),
        resources.get("VolumeKmsKeyId"),
        frozenset(network.get("Subnets", ())),
        frozenset(network.get("SecurityGroupIds", ())),
        bool(request.get("EnableNetworkIsolation")),
        bool(request.get("EnableInterContainerTrafficEncryption")),
    )
