"""The training jobs of an account as one sees them at the console."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from tunewise.backends.sagemaker.calls import LARGEST_PAGE, Client, message_of, translated
from tunewise.backends.sagemaker.insisting import Insistence
from tunewise.backends.sagemaker.pacing import Pace, Turns

if TYPE_CHECKING:
    from collections.abc import Callable

EVERY = 0.125  # seconds between looks at jobs: what tuners ask meanwhile needs room, too
LIST_EVERY = 1.0  # seconds between lists, of which an account may make two a second
PACE = Pace(1.0)


class Found(NamedTuple):
    """A job as a list shows it."""

    created: datetime
    name: str


class Row(NamedTuple):
    """One job. message: AWS's words about its secondary status. pool: the status of its warm pool, and
    reused_by: which job got its instance; both may be empty. billable, idle: seconds that are paid for, of
    the job and of its instance kept after it; None as long as AWS doesn't tell."""

    name: str
    status: str
    secondary: str
    message: str
    pool: str
    reused_by: str
    instance: str
    spot: bool
    created: datetime
    billable: float | None
    idle: float | None
    reason: str


class Account:
    """The training jobs of one Region, asked for at a moderate pace, and again while the service is busy.

    Raises `BackendError`.
    """

    def __init__(self, client: Client) -> None:
        self._client = client
        self._looks = Turns(EVERY)
        self._lists = Turns(LIST_EVERY)
        self._insist = Insistence(PACE)

    def latest(self, limit: int, name_contains: str = "") -> list[Found]:
        """The jobs that were created last, the latest first."""
        found: list[Found] = []
        request: dict[str, Any] = {"SortBy": "CreationTime", "SortOrder": "Descending"}
        request["MaxResults"] = min(limit, LARGEST_PAGE)
        if name_contains:
            request["NameContains"] = name_contains
        while len(found) < limit:
            page = self._ask(
                "Listing the training jobs", self._lists, self._client.list_training_jobs, request
            )
            found += [
                Found(each["CreationTime"], each["TrainingJobName"]) for each in page["TrainingJobSummaries"]
            ]
            if not page.get("NextToken"):
                break
            request["NextToken"] = page["NextToken"]
        return found[:limit]

    def look_at(self, name: str) -> Row:
        request = {"TrainingJobName": name}
        what = f"Looking at the training job {name}"
        told = self._ask(what, self._looks, self._client.describe_training_job, request)
        pool = told.get("WarmPoolStatus", {})
        return Row(
            name,
            told["TrainingJobStatus"],
            told["SecondaryStatus"],
            message_of(told),
            pool.get("Status", ""),
            pool.get("ReusedByJob", ""),
            told["ResourceConfig"].get("InstanceType", ""),
            bool(told.get("EnableManagedSpotTraining")),
            told["CreationTime"],
            told.get("BillableTimeInSeconds"),
            pool.get("ResourceRetainedBillableTimeInSeconds"),
            told.get("FailureReason") or "",
        )

    def _ask(self, what: str, turns: Turns, call: Callable[..., Any], request: dict[str, Any]) -> Any:  # noqa: ANN401 - boto3's
        def asking() -> Any:  # noqa: ANN401
            turns.wait()
            with translated(what):
                return call(**request)

        return self._insist(asking)
