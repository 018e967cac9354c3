"""SageMaker's operations on training jobs."""

from collections.abc import Callable, Mapping
from typing import Any

from sagemaker_rehearsal import listing, protocol, requests, searching
from sagemaker_rehearsal.descriptions import describe
from sagemaker_rehearsal.errors import ApiError, RehearsalError, invalid
from sagemaker_rehearsal.http_messages import Response
from sagemaker_rehearsal.jobs import Job
from sagemaker_rehearsal.life import Life
from sagemaker_rehearsal.platform import Platform

OPERATIONS = {
    "CreateTrainingJob": None,  # which `requests` looks through
    "DescribeTrainingJob": "TrainingJobName",
    "ListTrainingJobs": "NextToken MaxResults SortBy SortOrder NameContains StatusEquals "
    "WarmPoolStatusEquals TrainingPlanArnEquals "
    "CreationTimeAfter CreationTimeBefore LastModifiedTimeAfter LastModifiedTimeBefore",
    "StopTrainingJob": "TrainingJobName",
    "UpdateTrainingJob": "TrainingJobName ResourceConfig",
    "AddTags": "ResourceArn Tags",
    "ListTags": "ResourceArn",
}
"""And the members of their requests that are emulated."""
SEARCH = {"Search": "Resource SearchExpression SortBy SortOrder NextToken MaxResults"}
"""With a model of its own that is loaded when it is needed: its answers name every kind of resource."""
MOST_TAGS = 50
Members = dict[str, Any]


class TrainingJobs:
    """Handles requests, and owns the lives of the jobs."""

    name = "sagemaker"
    prefix = "SageMaker"

    def __init__(self, platform: Platform) -> None:
        self._platform = platform
        self._account = platform.account
        self._lives: dict[str, Life] = {}
        self._model = protocol.load_model("sagemaker", tuple(OPERATIONS))
        self._handlers: dict[str, Callable[[Members], Members]] = {
            "CreateTrainingJob": self._create,
            "DescribeTrainingJob": self._describe,
            "ListTrainingJobs": self._list,
            "StopTrainingJob": self._stop,
            "UpdateTrainingJob": self._update,
            "AddTags": self._add_tags,
            "ListTags": self._list_tags,
            "Search": self._search,
        }

    def knows(self, operation: str) -> bool:
        return operation in self._handlers

    def serve(self, operation: str, body: bytes) -> Response:
        model = protocol.load_model("sagemaker", tuple(SEARCH)) if operation in SEARCH else self._model
        request = protocol.parse(model, operation, body, {**OPERATIONS, **SEARCH}[operation])
        return protocol.answer(model, operation, self._handlers[operation](request))

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
        requests.check(request, self._platform.profile, self._platform.storage)
        tags = {tag["Key"]: tag["Value"] for tag in request.pop("Tags", [])}
        with self._account.lock:
            job, pool = self._account.admit(request, tags)
            life = Life(job, pool.cache if pool else None, self._platform)
            self._lives[job.name] = life
        life.start()
        return {"TrainingJobArn": job.arn}

    def _describe(self, request: Members) -> Members:
        with self._account.lock:
            self._account.pools.expire(self._platform.clock.now())
            return describe(self._job(request["TrainingJobName"]), self._platform)

    def _list(self, request: Members) -> Members:
        with self._account.lock:
            return listing.list_jobs(request, self._account.seen(), self._platform)

    def _search(self, request: Members) -> Members:
        with self._account.lock:
            return searching.search(request, self._account.seen(), self._platform)

    def _stop(self, request: Members) -> Members:
        with self._account.lock:
            job = self._job(request["TrainingJobName"])
            if job.status != "InProgress":
                raise invalid(f"The request was rejected because the training job is in status {job.status}.")
            job.stop_requested = True
            job.enter("Stopping", self._platform.clock.now(), "Stopping")
            self._account.changed(job)
        self._lives[job.name].ring()
        return {}

    def _update(self, request: Members) -> Members:
        with self._account.lock:
            now = self._platform.clock.now()
            self._account.pools.expire(now)
            job = self._job(request["TrainingJobName"])
            seconds = request.get("ResourceConfig", {}).get("KeepAlivePeriodInSeconds")
            if seconds is not None:
                self._keep_alive(job, seconds, now)
        return {"TrainingJobArn": job.arn}

    def _keep_alive(self, job: Job, seconds: int, now: float) -> None:
        if job.retention is None or job.retention.status != "Available":
            status = "none" if job.retention is None else job.retention.status
            raise invalid(f"KeepAlivePeriodInSeconds can't be updated: the warm pool status is {status}.")
        job.retention.keep_alive = seconds
        self._account.pools.expire(now)
        if job.retention.status == "Terminated":
            job.retention.until = now  # not when it would have ended, had it been so short all along
        self._account.changed(job)

    def _add_tags(self, request: Members) -> Members:
        with self._account.lock:
            job = self._job_of(request["ResourceArn"])
            requests.check_tags(request["Tags"])
            tags = {**job.tags, **{tag["Key"]: tag["Value"] for tag in request["Tags"]}}
            if len(tags) > MOST_TAGS:
                raise invalid(f"A resource can have at most {MOST_TAGS} tags.")
            job.tags = tags
            return {"Tags": _tag_list(tags)}

    def _list_tags(self, request: Members) -> Members:
        with self._account.lock:
            return {"Tags": _tag_list(self._job_of(request["ResourceArn"]).tags)}

    def _job(self, name: str) -> Job:
        job = self._account.jobs.get(name)
        if job is None:
            raise ApiError("ValidationException", "Requested resource not found.")
        return job

    def _job_of(self, arn: str) -> Job:
        job = self._account.jobs.get(arn.rsplit("/", 1)[-1])
        if job is None or job.arn != arn:
            raise ApiError("ResourceNotFound", f"Requested resource {arn} not found.")
        return job


def _tag_list(tags: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"Key": key, "Value": value} for key, value in tags.items()]
