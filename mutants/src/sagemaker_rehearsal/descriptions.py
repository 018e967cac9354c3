"""Jobs as DescribeTrainingJob, ListTrainingJobs and Search show them."""

import base64
import json
import math
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from sagemaker_rehearsal.context import Context
from sagemaker_rehearsal.messages import invalid, not_rehearsed
from sagemaker_rehearsal.protocol import Json
from sagemaker_rehearsal.training_job import Retention, TrainingJob


def describe(job: TrainingJob, context: Context) -> dict[str, Any]:
    """The members of DescribeTrainingJob's answer."""
    date = context.clock.date
    answer = {**job.request, **summarise(job, context)}
    answer["SecondaryStatusTransitions"] = [
        {
            "Status": transition.status,
            "StartTime": date(transition.start),
            "EndTime": None if transition.end is None else date(transition.end),
            "StatusMessage": transition.message,
        }
        for transition in job.transitions
    ]
    answer["FailureReason"] = job.failure_reason
    if job.training_start is not None:
        answer["TrainingStartTime"] = date(job.training_start)
    if job.model is not None:
        answer["ModelArtifacts"] = {"S3ModelArtifacts": job.model}
    if job.ended and job.training_start is not None:
        answer["TrainingTimeInSeconds"] = max(1, whole(job.trained))
        answer["BillableTimeInSeconds"] = billable_seconds(
            job, context.clock.now(), context.profile.spot_saving
        )
    return answer


def billable_seconds(job: TrainingJob, now: float, spot_saving: float) -> int:
    """What a job is billed for up to a moment, in whole seconds; 0 where it never had an instance."""
    if job.training_start is None:
        return 0
    running = 0.0 if job.run_start is None else now - job.run_start
    return max(1, whole((job.trained + running) * (1 - spot_saving if job.spot else 1)))


def whole(seconds: float) -> int:
    """Seconds that have begun; what a sum of moments is off by is none."""
    return math.ceil(round(seconds, 6))


def summarise(job: TrainingJob, context: Context) -> dict[str, Any]:
    """The members that a list shows, too."""
    date = context.clock.date
    summary = {
        "TrainingJobName": job.name,
        "TrainingJobArn": job.arn,
        "CreationTime": date(job.created),
        "LastModifiedTime": date(job.modified),
        "TrainingJobStatus": job.status,
        "SecondaryStatus": job.secondary,
    }
    if job.training_end is not None:
        summary["TrainingEndTime"] = date(job.training_end)
    if job.retention is not None:
        summary["WarmPoolStatus"] = _warm_pool(job.retention, context.clock.now())
    return summary


def _warm_pool(retention: Retention, now: float) -> dict[str, Any]:
    status: dict[str, Any] = {"Status": retention.status}
    if retention.until is not None:
        status["ResourceRetainedBillableTimeInSeconds"] = whole(retention.seconds(now))
    if retention.reused_by is not None:
        status["ReusedByJob"] = retention.reused_by
    return status


DEFAULT_PAGE = 10
Key = tuple[Any, ...]


def list_jobs(request: dict[str, Any], jobs: Iterable[TrainingJob], context: Context) -> dict[str, Any]:
    """One page. As at AWS it may be short or empty and still be followed by another."""
    late = context.profile.late_name_filter
    by = request.get("SortBy", "CreationTime")
    found = [job for job in jobs if _fits_times(job, request, context)]
    if not late:
        found = [job for job in found if _fits_name(job, request)]
    found.sort(key=lambda job: _key(job, by), reverse=request.get("SortOrder") == "Descending")
    rest = _after(found, request, by)
    page = rest[: request.get("MaxResults", DEFAULT_PAGE)]
    shown = [job for job in page if _fits_name(job, request) and _fits_status(job, request)]
    return {
        "TrainingJobSummaries": [summarise(job, context) for job in shown],
        "NextToken": token(_key(page[-1], by)) if len(rest) > len(page) else None,
    }


def _key(job: TrainingJob, by: str) -> Key:
    first = {"Name": job.name, "Status": job.status}.get(by, job.created)
    return (first, job.created, job.name)


def _after(jobs: list[TrainingJob], request: dict[str, Any], by: str) -> list[TrainingJob]:
    if "NextToken" not in request:
        return jobs
    descending = request.get("SortOrder") == "Descending"
    try:
        last = tuple(read_token(request["NextToken"]))
        return [job for job in jobs if (_key(job, by) < last if descending else _key(job, by) > last)]
    except TypeError:  # it was made for another order
        raise invalid("Invalid NextToken") from None


def page_start(request: Mapping[str, Any]) -> int:
    """The position from which a request's token goes on. Raises ApiError for one of another list."""
    start = read_token(request["NextToken"]) if "NextToken" in request else 0
    if not isinstance(start, int):
        raise invalid("Invalid NextToken")
    return start


def token(place: Json) -> str:
    """Says where the next page begins, as `read_token` reads it."""
    return base64.urlsafe_b64encode(json.dumps(place).encode()).decode()


def read_token(text: str) -> Json:
    """Any JSON: whoever gave the token may have it from elsewhere. Raises ApiError if it is none."""
    try:
        return json.loads(base64.urlsafe_b64decode(text))
    except ValueError:
        raise invalid("Invalid NextToken") from None


def _fits_times(job: TrainingJob, request: dict[str, Any], context: Context) -> bool:
    created, modified = (round(context.clock.date(at), 3) for at in (job.created, job.modified))
    return bool(
        request.get("CreationTimeAfter", created) <= created <= request.get("CreationTimeBefore", created)
        and request.get("LastModifiedTimeAfter", modified) <= modified
        and modified <= request.get("LastModifiedTimeBefore", modified)
    )


def _fits_name(job: TrainingJob, request: dict[str, Any]) -> bool:
    return request.get("NameContains", "") in job.name


def _fits_status(job: TrainingJob, request: dict[str, Any]) -> bool:
    status = request.get("StatusEquals", job.status)
    pool = None if job.retention is None else job.retention.status
    plan = job.request["ResourceConfig"].get("TrainingPlanArn")
    return (
        job.status == status
        and request.get("WarmPoolStatusEquals", pool) == pool
        and request.get("TrainingPlanArnEquals", plan) == plan
    )


LATEST = "LastModifiedTime"
_PROPERTIES: Mapping[str, Callable[[TrainingJob], str]] = {
    "TrainingJobName": lambda job: job.name,
    "TrainingJobStatus": lambda job: job.status,
    "SecondaryStatus": lambda job: job.secondary,
}
_OPERATORS: Mapping[str, Callable[[str, str], bool]] = {
    "Equals": lambda value, wanted: value == wanted,
    "NotEquals": lambda value, wanted: value != wanted,
    "Contains": lambda value, wanted: wanted in value,
    "In": lambda value, wanted: value in wanted.split(","),
}
_ORDERS: Mapping[str, Callable[[TrainingJob], tuple[float, str]]] = {
    LATEST: lambda job: (job.modified, job.name),
    "CreationTime": lambda job: (job.created, job.name),
}
_NOT_FOUND_HERE = ("WarmPoolStatus", "RemoteDebugConfig", "InfraCheckConfig")
"""What a description has and a record of a search hasn't, some by the service's model."""


def search(request: Mapping[str, Any], jobs: Iterable[TrainingJob], context: Context) -> dict[str, Any]:
    """One page, by default of the jobs that were changed last. Raises ApiError for what isn't emulated."""
    if request["Resource"] != "TrainingJob":
        raise not_rehearsed(f"a search for {request['Resource']}, only for TrainingJob")
    order = _ORDERS.get(request.get("SortBy", LATEST))
    if order is None:
        raise not_rehearsed(f"a search sorted by {request['SortBy']}, only by {' or '.join(_ORDERS)}")
    fits = _condition(request.get("SearchExpression", {}))
    found = sorted(filter(fits, jobs), key=order, reverse=request.get("SortOrder") != "Ascending")
    start = page_start(request)
    stop = start + request.get("MaxResults", DEFAULT_PAGE)
    return {
        "Results": [{"TrainingJob": _record(job, context)} for job in found[start:stop]],
        "NextToken": token(stop) if stop < len(found) else None,
    }


def _condition(expression: Mapping[str, Any]) -> Callable[[TrainingJob], bool]:
    if expression.get("NestedFilters") or expression.get("SubExpressions"):
        raise not_rehearsed("NestedFilters and SubExpressions of a search")
    filters = [_filter(told) for told in expression.get("Filters", [])]
    if not filters:
        return lambda job: True
    return partial(_holds, filters, any if expression.get("Operator") == "Or" else all)


def _holds(
    filters: list[Callable[[TrainingJob], bool]], together: Callable[[Iterable[bool]], bool], job: TrainingJob
) -> bool:
    return together(fits(job) for fits in filters)


def _filter(told: Mapping[str, str]) -> Callable[[TrainingJob], bool]:
    name, operator = told["Name"], told.get("Operator", "Equals")
    if name not in _PROPERTIES or operator not in _OPERATORS:
        raise not_rehearsed(f"the filter {name} {operator} of a search")
    if "Value" not in told:
        raise invalid(f"The filter {name} {operator} has no Value.")
    value, fits, wanted = _PROPERTIES[name], _OPERATORS[operator], told["Value"]
    return lambda job: fits(value(job), wanted)


def _record(job: TrainingJob, context: Context) -> dict[str, Any]:
    record = {name: value for name, value in describe(job, context).items() if name not in _NOT_FOUND_HERE}
    return {**record, "Tags": tag_list(job)}


def tag_list(job: TrainingJob) -> list[dict[str, str]]:
    return [{"Key": key, "Value": value} for key, value in job.tags.items()]
