"""The training jobs of an account as one sees them at the console."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from tunewise.backends.sagemaker.calls import Client, translated

LARGEST_PAGE = 100


class Row(NamedTuple):
    """One job. pool: the status of its warm pool, and reused_by: which job got its instance; both may be
    empty. billable, idle: seconds that are paid for, of the job and of its instance kept after it; None as
    long as AWS doesn't tell."""

    name: str
    status: str
    secondary: str
    pool: str
    reused_by: str
    instance: str
    spot: bool
    created: datetime
    billable: float | None
    idle: float | None
    reason: str


def latest_jobs(client: Client, limit: int, name_contains: str = "") -> list[Row]:
    """The jobs that were created last, the latest first. One call for each of them, and one for each page.

    Raises `BackendError` and `BusyError`.
    """
    names: list[str] = []
    request: dict[str, Any] = {"SortBy": "CreationTime", "SortOrder": "Descending"}
    request["MaxResults"] = min(limit, LARGEST_PAGE)
    if name_contains:
        request["NameContains"] = name_contains
    while len(names) < limit:
        with translated("Listing the training jobs"):
            page = client.list_training_jobs(**request)
        names += [summary["TrainingJobName"] for summary in page["TrainingJobSummaries"]]
        if not page.get("NextToken"):
            break
        request["NextToken"] = page["NextToken"]
    return [_look_at(client, name) for name in names[:limit]]


def _look_at(client: Client, name: str) -> Row:
    with translated(f"Looking at the training job {name}"):
        told = client.describe_training_job(TrainingJobName=name)
    pool = told.get("WarmPoolStatus", {})
    return Row(
        name,
        told["TrainingJobStatus"],
        told["SecondaryStatus"],
        pool.get("Status", ""),
        pool.get("ReusedByJob", ""),
        told["ResourceConfig"].get("InstanceType", ""),
        bool(told.get("EnableManagedSpotTraining")),
        told["CreationTime"],
        told.get("BillableTimeInSeconds"),
        pool.get("ResourceRetainedBillableTimeInSeconds"),
        told.get("FailureReason") or "",
    )
