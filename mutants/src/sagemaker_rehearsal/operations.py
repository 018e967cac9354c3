"""SageMaker's operations on training jobs, and what Service Quotas tells of their limits."""

from collections.abc import Iterator
from typing import ClassVar

from sagemaker_rehearsal import admission
from sagemaker_rehearsal.context import Context
from sagemaker_rehearsal.descriptions import describe, list_jobs, page_start, search, tag_list, token
from sagemaker_rehearsal.life import Life
from sagemaker_rehearsal.messages import ApiError, RehearsalError, invalid
from sagemaker_rehearsal.profile import Profile
from sagemaker_rehearsal.protocol import JsonService, Members, Operations
from sagemaker_rehearsal.training_job import TrainingJob

MOST_QUOTAS = 100  # on a page


class TrainingJobs(JsonService):
    """Handles requests, and owns the lives of the jobs."""

    name = "sagemaker"
    prefix = "SageMaker"
    model = "sagemaker"
    operations: ClassVar[Operations] = {
        "CreateTrainingJob": None,  # which `admission` looks through
        "DescribeTrainingJob": "TrainingJobName",
        "ListTrainingJobs": "NextToken MaxResults SortBy SortOrder NameContains StatusEquals "
        "WarmPoolStatusEquals TrainingPlanArnEquals "
        "CreationTimeAfter CreationTimeBefore LastModifiedTimeAfter LastModifiedTimeBefore",
        "StopTrainingJob": "TrainingJobName",
        "UpdateTrainingJob": "TrainingJobName ResourceConfig",
        "ListTags": "ResourceArn",
        "Search": "Resource SearchExpression SortBy SortOrder NextToken MaxResults",
    }
    apart = ("Search",)  # its answers name every kind of resource

    def __init__(self, context: Context) -> None:
        super().__init__(
            {
                "CreateTrainingJob": self._create,
                "DescribeTrainingJob": self._describe,
                "ListTrainingJobs": self._list,
                "StopTrainingJob": self._stop,
                "UpdateTrainingJob": self._update,
                "ListTags": self._list_tags,
                "Search": self._search,
            }
        )
        self._context = context
        self._account = context.account
        self._lives: dict[str, Life] = {}

    def interrupt(self, name: str) -> None:
        """Takes the instance of a job away, as spot capacity is."""
        with self._account.lock:
            job = self._account.jobs[name]
            if not job.spot:
                raise RehearsalError(f"{name} has no spot instance that could be taken away.")
            job.interruption = True
        self._lives[name].ring()

    def lose_instance(self, name: str) -> None:
        """Breaks the instance that a job runs on."""
        with self._account.lock:
            job = self._account.jobs[name]
            if job.secondary != "Training":
                raise RehearsalError(f"{name} is {job.secondary} and runs on no instance that could break.")
            job.loss = True
        self._lives[name].ring()

    def close(self) -> None:
        """Lets no job go on. Their containers are ended by others."""
        for life in list(self._lives.values()):
            life.close()
        for life in list(self._lives.values()):
            life.join()

    def _create(self, request: Members) -> Members:
        admission.check(request, self._context.profile, self._context.storage)
        tags = {tag["Key"]: tag["Value"] for tag in request.pop("Tags", [])}
        with self._account.lock:
            job, pool = self._account.admit(request, tags)
            life = Life(job, pool.cache if pool else None, self._context)
            self._lives[job.name] = life
        life.start()
        return {"TrainingJobArn": job.arn}

    def _describe(self, request: Members) -> Members:
        with self._account.lock:
            self._account.pools.expire(self._context.clock.now())
            return describe(self._job(request["TrainingJobName"]), self._context)

    def _list(self, request: Members) -> Members:
        with self._account.lock:
            return list_jobs(request, self._account.seen(), self._context)

    def _search(self, request: Members) -> Members:
        with self._account.lock:
            return search(request, self._account.seen(), self._context)

    def _stop(self, request: Members) -> Members:
        with self._account.lock:
            job = self._job(request["TrainingJobName"])
            if job.status != "InProgress":
                raise invalid(f"The request was rejected because the training job is in status {job.status}.")
            job.stop_requested = True
            job.enter("Stopping", self._context.clock.now(), "Stopping")
            self._account.changed(job)
        self._lives[job.name].ring()
        return {}

    def _update(self, request: Members) -> Members:
        with self._account.lock:
            now = self._context.clock.now()
            self._account.pools.expire(now)
            job = self._job(request["TrainingJobName"])
            seconds = request.get("ResourceConfig", {}).get("KeepAlivePeriodInSeconds")
            if seconds is not None:
                self._keep_alive(job, seconds, now)
        return {"TrainingJobArn": job.arn}

    def _keep_alive(self, job: TrainingJob, seconds: int, now: float) -> None:
        if job.retention is None or job.retention.status != "Available":
            status = "none" if job.retention is None else job.retention.status
            raise invalid(f"KeepAlivePeriodInSeconds can't be updated: the warm pool status is {status}.")
        job.retention.keep_alive = seconds
        self._account.pools.expire(now)
        if job.retention.status == "Terminated":
            job.retention.until = now  # not when it would have ended, had it been so short all along
        self._account.changed(job)

    def _list_tags(self, request: Members) -> Members:
        with self._account.lock:
            return {"Tags": tag_list(self._job_of(request["ResourceArn"]))}

    def _job(self, name: str) -> TrainingJob:
        job = self._account.jobs.get(name)
        if job is None:
            raise ApiError("ValidationException", "Requested resource not found.")
        return job

    def _job_of(self, arn: str) -> TrainingJob:
        job = self._account.jobs.get(arn.rsplit("/", 1)[-1])
        if job is None or job.arn != arn:
            raise ApiError("ResourceNotFound", f"Requested resource {arn} not found.")
        return job


class ServiceQuotas(JsonService):
    """Handles requests. Without a limit in the profile there is no quota, and none is listed."""

    name = "servicequotas"
    prefix = "ServiceQuotasV20190624"
    model = "service-quotas"
    operations = dict.fromkeys(
        ("ListServiceQuotas", "ListAWSDefaultServiceQuotas"), "ServiceCode NextToken MaxResults"
    )

    def __init__(self, profile: Profile) -> None:
        super().__init__(dict.fromkeys(self.operations, self._list))
        self._quotas = [
            {"ServiceCode": "sagemaker", "ServiceName": "Amazon SageMaker", "QuotaName": name, "Value": value}
            for name, value in sorted(_quotas(profile))
        ]

    def _list(self, request: Members) -> Members:
        if request["ServiceCode"] != "sagemaker":
            raise ApiError("NoSuchResourceException", "The rehearsal knows no quotas but SageMaker's.")
        start = page_start(request)
        stop = start + request.get("MaxResults", MOST_QUOTAS)
        more = token(stop) if stop < len(self._quotas) else None
        return {"Quotas": self._quotas[start:stop], "NextToken": more}


def _quotas(profile: Profile) -> Iterator[tuple[str, float]]:
    yield "Longest run time for a training job", profile.longest_run
    for kind in ("training job", "spot training job"):
        yield f"Size of EBS volume for a {kind} instance", profile.largest_volume
    for word, total in (("", profile.total_quota), ("spot ", profile.total_spot_quota)):
        if total is not None:
            yield f"Number of instances across all {word}training jobs", total
    for kind, quotas in (
        ("training job", profile.quotas),
        ("training warm pool", profile.pool_quotas),
        ("spot training job", profile.spot_quotas),
    ):
        for instance_type, value in quotas.items():
            yield f"{instance_type} for {kind} usage", value
