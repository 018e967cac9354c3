"""The account: its training jobs and the instances that are kept for the next ones, its quotas."""

import threading
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from sagemaker_rehearsal.admission import has_own_disk
from sagemaker_rehearsal.faults import Faults
from sagemaker_rehearsal.messages import ApiError, over_quota
from sagemaker_rehearsal.profile import Profile
from sagemaker_rehearsal.scaled_clock import ScaledClock
from sagemaker_rehearsal.storage import ACCOUNT
from sagemaker_rehearsal.training_job import Retention, TrainingJob

LONGEST_POOL = 28 * 24 * 3600.0  # seconds for which an instance is handed on from job to job

Key = tuple[object, ...]


class Pool:
    """A kept instance, after the job that it was kept for. cache: its folder that outlives jobs."""

    def __init__(self, job: TrainingJob, cache: Path) -> None:
        self.job = job
        self.key = key_of(job.request)
        self.cache = cache

    def ends(self) -> float:
        """The moment from which it is gone unless it is reused."""
        retention = self.job.retention
        assert retention is not None
        assert retention.since is not None
        end = min(retention.since + retention.keep_alive, retention.launched + LONGEST_POOL)
        return max(retention.since, end)


class Pools:
    """The kept instances of the account. Guarded by its owner's lock."""

    def __init__(self) -> None:
        self._kept: list[Pool] = []

    def keep(self, job: TrainingJob, cache: Path, now: float, quota: int | None) -> None:
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

    def reuse(self, pool: Pool, job: TrainingJob, now: float) -> None:
        assert pool.job.retention is not None
        pool.job.retention.reused_by = job.name
        self._end(pool, now, "Reused")

    def terminate(self, job: TrainingJob, now: float) -> None:
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


_FOREIGN: dict[str, Any] = {"ResourceConfig": {"InstanceType": "ml.m5.large", "InstanceCount": 1}}


class Account:
    """The one owner of all jobs. Whoever reads or changes one holds `lock`."""

    def __init__(self, profile: Profile, clock: ScaledClock, faults: Faults) -> None:
        self.lock = threading.RLock()
        self.jobs: dict[str, TrainingJob] = {}
        self.pools = Pools()
        self.profile = profile
        self._clock = clock
        self._faults = faults
        self._random = Random(profile.seed)
        self._history: list[TrainingJob] = []

    def arn(self, name: str) -> str:
        return f"arn:aws:sagemaker:{self.profile.region}:{ACCOUNT}:training-job/{name}"

    def admit(self, request: dict[str, Any], tags: dict[str, str]) -> tuple[TrainingJob, Pool | None]:
        """Takes a new job in, with the kept instance that it reuses, if any.

        Raises ApiError where its name is taken or a quota is used up.
        """
        with self.lock:
            now = self._clock.now()
            self.pools.expire(now)
            name = request["TrainingJobName"]
            if name in self.jobs:
                raise ApiError(
                    "ResourceInUse",
                    "Training job names must be unique within an AWS account and region, and a training job "
                    f"with this name already exists ({self.arn(name)})",
                )
            pool = self._pool_for(request, name, now)
            job = TrainingJob(name, self.arn(name), request, created=now, tags=tags, warm=pool is not None)
            self._check_quotas(job, pool)
            if job.keep_alive:
                before = None if pool is None else pool.job.retention
                launched = now if before is None else before.launched
                job.retention = Retention("InUse", job.keep_alive, launched)
            if pool is not None:
                self.pools.reuse(pool, job, now)
                self.changed(pool.job)
            job.enter("Starting", now)
            self.jobs[name] = job
            self.changed(job)
            return job, pool

    def add_ended(self, name: str, tags: dict[str, str]) -> None:
        """Takes in a job that has completed at once, elsewhere."""
        now = self._clock.now()
        job = TrainingJob(name, self.arn(name), _FOREIGN, created=now, tags=tags)
        job.training_start = job.training_end = now
        job.enter("Completed", now, "Completed")
        self.jobs[name] = job
        self.changed(job)

    def enter(self, job: TrainingJob, secondary: str, status: str | None = None) -> None:
        """Takes on a secondary status, unless the job has been told to stop: then it stays Stopping."""
        with self.lock:
            if not job.stop_requested:
                job.enter(secondary, self._clock.now(), status)
                self.changed(job)

    def tell(self, job: TrainingJob, message: str) -> None:
        """Changes the words about the status that a job has."""
        with self.lock:
            if not job.stop_requested:
                job.transitions[-1].message = message
                self.changed(job)

    def begin_run(self, job: TrainingJob) -> None:
        """A job has come to an instance: its time counts."""
        with self.lock:
            job.run_start = self._clock.now()
            job.training_start = job.run_start if job.training_start is None else job.training_start

    def end_run(self, job: TrainingJob) -> None:
        """A job leaves its instance."""
        with self.lock:
            job.leave_instance(self._clock.now())

    def end(
        self, job: TrainingJob, status: str, secondary: str, reason: str | None, cache: Path | None
    ) -> None:
        """Ends a job. cache: what its instance keeps if a warm pool follows; None if none may."""
        with self.lock:
            now = self._clock.now()
            had_instance = job.run_start is not None
            job.leave_instance(now)
            job.failure_reason = reason
            job.training_end = now if job.training_start is not None else None
            job.enter(secondary, now, status)
            if job.retention is not None:
                if had_instance and cache is not None and job.retention.keep_alive > 0:
                    profile, kind = self.profile, job.instance_type
                    quota = profile.pool_quotas.get(kind, profile.default_pool_quota)
                    self.pools.keep(job, cache, now, quota)
                else:
                    job.retention.status = "Terminated"
            self.changed(job)

    def steal(self, job: TrainingJob) -> None:
        """Ends the kept instance of a job before its time, as AWS may."""
        with self.lock:
            self.pools.terminate(job, self._clock.now())
            self.changed(job)

    def changed(self, job: TrainingJob) -> None:
        """Remembers a job as it is now, for lists that show what was a while ago."""
        if self.profile.list_delay > 0:
            self._history.append(job.copy())

    def seen(self) -> Iterator[TrainingJob]:
        """All jobs as a list shows them: `list_delay` seconds old."""
        now = self._clock.now()
        self.pools.expire(now)
        if self.profile.list_delay == 0:
            return iter(list(self.jobs.values()))
        shown: dict[str, TrainingJob] = {}
        for job in self._history:
            if job.modified <= now - self.profile.list_delay:
                shown[job.name] = job
        return iter(shown.values())

    def _pool_for(self, request: dict[str, Any], name: str, now: float) -> Pool | None:
        pool = self.pools.match(request)
        if pool is None:
            return None
        if self._faults.of_job("stolen_pool", name, now) or self._random.random() < self.profile.steal_rate:
            self.steal(pool.job)
            return None
        return pool

    def _check_one(self, job: TrainingJob) -> None:
        """Whether the account may have such a job at all."""
        kind = job.instance_type
        if kind in self.profile.lacking_types:
            words = f"The requested resource training-job/{kind} is not available in this region"
            raise ApiError("ResourceLimitExceeded", words)
        longest = int(job.max_runtime)
        _check("Longest run time for a training job", self.profile.longest_run, 0, longest, "Seconds")
        if not has_own_disk(kind):
            what = f"Size of EBS volume for a {'spot ' * job.spot}training job instance"
            volume = job.request["ResourceConfig"]["VolumeSizeInGB"]
            _check(what, self.profile.largest_volume, 0, volume, "GBs")

    def _check_quotas(self, job: TrainingJob, pool: Pool | None) -> None:
        self._check_one(job)
        profile, kind, spot = self.profile, job.instance_type, "spot " * job.spot
        alive = (other for other in self.jobs.values() if not other.ended and other.spot == job.spot)
        held = [other.instance_type for other in alive]
        if job.spot:
            quota, total = profile.spot_quotas.get(kind, profile.default_spot_quota), profile.total_spot_quota
        else:
            quota, total = profile.quotas.get(kind, profile.default_quota), profile.total_quota
            held += self.pools.kept
            if pool is not None:
                held.remove(kind)
        _check(f"{kind} for {spot}training job usage", quota, held.count(kind))
        _check(f"Number of instances across all {spot}training jobs", total, len(held))


def _check(what: str, quota: int | None, used: int, asked: int = 1, unit: str = "Instances") -> None:
    if quota is not None and used + asked > quota:
        raise over_quota(what, unit, quota, used, asked)
