"""ListTrainingJobs: sorted, cut into pages, and only then filtered by status."""

import base64
import json
from collections.abc import Iterable
from typing import Any

from sagemaker_rehearsal.descriptions import summarise
from sagemaker_rehearsal.errors import invalid
from sagemaker_rehearsal.jobs import Job
from sagemaker_rehearsal.platform import Platform
from sagemaker_rehearsal.validation import Json

DEFAULT_PAGE = 10
Key = tuple[Any, ...]


def list_jobs(request: dict[str, Any], jobs: Iterable[Job], platform: Platform) -> dict[str, Any]:
    """One page. As at AWS it may be short or empty and still be followed by another."""
    late = platform.profile.late_name_filter
    by = request.get("SortBy", "CreationTime")
    found = [job for job in jobs if _fits_times(job, request, platform)]
    if not late:
        found = [job for job in found if _fits_name(job, request)]
    found.sort(key=lambda job: _key(job, by), reverse=request.get("SortOrder") == "Descending")
    rest = _after(found, request, by)
    page = rest[: request.get("MaxResults", DEFAULT_PAGE)]
    shown = [job for job in page if _fits_name(job, request) and _fits_status(job, request)]
    return {
        "TrainingJobSummaries": [summarise(job, platform) for job in shown],
        "NextToken": token(_key(page[-1], by)) if len(rest) > len(page) else None,
    }


def _key(job: Job, by: str) -> Key:
    first = {"Name": job.name, "Status": job.status}.get(by, job.created)
    return (first, job.created, job.name)


def _after(jobs: list[Job], request: dict[str, Any], by: str) -> list[Job]:
    if "NextToken" not in request:
        return jobs
    descending = request.get("SortOrder") == "Descending"
    try:
        last = tuple(read_token(request["NextToken"]))
        return [job for job in jobs if (_key(job, by) < last if descending else _key(job, by) > last)]
    except TypeError:  # it was made for another order
        raise invalid("Invalid NextToken") from None


def token(place: Json) -> str:
    """Says where the next page begins, as `read_token` reads it."""
    return base64.urlsafe_b64encode(json.dumps(place).encode()).decode()


def read_token(text: str) -> Json:
    """Any JSON: whoever gave the token may have it from elsewhere. Raises ApiError if it is none."""
    try:
        return json.loads(base64.urlsafe_b64decode(text))
    except ValueError:
        raise invalid("Invalid NextToken") from None


def _fits_times(job: Job, request: dict[str, Any], platform: Platform) -> bool:
    created, modified = (round(platform.clock.date(at), 3) for at in (job.created, job.modified))
    return bool(
        request.get("CreationTimeAfter", created) <= created <= request.get("CreationTimeBefore", created)
        and request.get("LastModifiedTimeAfter", modified) <= modified
        and modified <= request.get("LastModifiedTimeBefore", modified)
    )


def _fits_name(job: Job, request: dict[str, Any]) -> bool:
    return request.get("NameContains", "") in job.name


def _fits_status(job: Job, request: dict[str, Any]) -> bool:
    status = request.get("StatusEquals", job.status)
    pool = None if job.retention is None else job.retention.status
    plan = job.request["ResourceConfig"].get("TrainingPlanArn")
    return (
        job.status == status
        and request.get("WarmPoolStatusEquals", pool) == pool
        and request.get("TrainingPlanArnEquals", plan) == plan
    )
