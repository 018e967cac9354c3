"""The account: its training jobs and warm pools, its quotas, and what it all costs in instances."""

import threading
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from sagemaker_rehearsal.errors import ApiError, over_quota
from sagemaker_rehearsal.faults import Faults
from sagemaker_rehearsal.jobs import Job, Retention
from sagemaker_rehearsal.pools import Pool, Pools
from sagemaker_rehearsal.profile import Profile
from sagemaker_rehearsal.requests import has_own_disk
from sagemaker_rehearsal.scaled_clock import ScaledClock
from sagemaker_rehearsal.storage import ACCOUNT

_FOREIGN: dict[str, Any] = {"ResourceConfig": {"InstanceType": "ml.m5.large", "InstanceCount": 1}}


class Account:
    """The one owner of all jobs. Whoever reads or changes one holds `lock`."""

    def __init__(self, profile: Profile, clock: ScaledClock, faults: Faults) -> None:
        self.lock = threading.RLock()
        self.jobs: dict[str, Job] = {}
        self.pools = Pools()
        self.profile = profile
        self._clock = clock
        self._faults = faults
        self._random = Random(profile.seed)
        self._history: list[Job] = []

    def arn(self, name: str) -> str:
        return f"arn:aws:sagemaker:{self.profile.region}:{ACCOUNT}:training-job/{name}"

    def admit(self, request: dict[str, Any], tags: dict[str, str]) -> tuple[Job, Pool | None]:
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
            job = Job(name, self.arn(name), request, created=now, tags=tags, warm=pool is not None)
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
        job = Job(name, self.arn(name), _FOREIGN, created=now, tags=tags)
        job.training_start = job.training_end = now
        job.enter("Completed", now, "Completed")
        self.jobs[name] = job
        self.changed(job)

    def enter(self, job: Job, secondary: str, status: str | None = None) -> None:
        """Takes on a secondary status, unless the job has been told to stop: then it stays Stopping."""
        with self.lock:
            if not job.stop_requested:
                job.enter(secondary, self._clock.now(), status)
                self.changed(job)

    def tell(self, job: Job, message: str) -> None:
        """Changes the words about the status that a job has."""
        with self.lock:
            if not job.stop_requested:
                job.transitions[-1].message = message
                self.changed(job)

    def begin_run(self, job: Job) -> None:
        """A job has come to an instance: its time counts."""
        with self.lock:
            job.run_start = self._clock.now()
            job.training_start = job.run_start if job.training_start is None else job.training_start

    def end_run(self, job: Job) -> None:
        """A job leaves its instance."""
        with self.lock:
            job.leave_instance(self._clock.now())

    def end(self, job: Job, status: str, secondary: str, reason: str | None, cache: Path | None) -> None:
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

    def steal(self, job: Job) -> None:
        """Ends the kept instance of a job before its time, as AWS may."""
        with self.lock:
            self.pools.terminate(job, self._clock.now())
            self.changed(job)

    def changed(self, job: Job) -> None:
        """Remembers a job as it is now, for lists that show what was a while ago."""
        if self.profile.list_delay > 0:
            self._history.append(job.copy())

    def seen(self) -> Iterator[Job]:
        """All jobs as a list shows them: `list_delay` seconds old."""
        now = self._clock.now()
        self.pools.expire(now)
        if self.profile.list_delay == 0:
            return iter(list(self.jobs.values()))
        shown: dict[str, Job] = {}
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

    def _check_one(self, job: Job) -> None:
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

    def _check_quotas(self, job: Job, pool: Pool | None) -> None:
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
