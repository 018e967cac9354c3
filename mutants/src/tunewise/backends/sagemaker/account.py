"""The training jobs of an account as one sees them at the console."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any, NamedTuple

from tunewise.backends.base import BackendError
from tunewise.backends.job_views import Column, JobList, ListedJob, Unit
from tunewise.backends.sagemaker.calls import LARGEST_PAGE, Client, message_of, translated
from tunewise.backends.sagemaker.clients import make_clients
from tunewise.backends.sagemaker.identity import identities_of
from tunewise.backends.sagemaker.pacing import Pace, Turns
from tunewise.paths import ExperimentPaths
from tunewise.prices import PriceError, price_of

COLUMNS = (
    *map(Column, ("job", "status", "secondary", "warm pool", "instance")),
    Column("billed", Unit.SECONDS),
    Column("idle", Unit.SECONDS),
    Column("cost", Unit.MONEY),
    Column("created", Unit.MOMENT),
)
BEFORE = ("Starting", "Pending")  # secondary statuses of jobs that have no instance yet

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
        self._insist = PACE.insist

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


def jobs_of(paths: ExperimentPaths | None, region: str | None, limit: int) -> JobList:
    """As `BackendSpec.jobs`: statuses, the warm pool (InUse, Available, Reused, Terminated), the instance,
    what is billed, and what it costs by the prices that are known; idle is what a kept instance was paid for
    while it waited for the next job."""
    found: list[tuple[Found, Account]] = []
    for where, texts in ({region: [""]} if paths is None else _sought(paths, region)).items():
        account = Account(make_clients(where).sagemaker)
        found += [(each, account) for text in texts for each in account.latest(limit, text)]
    found.sort(key=lambda pair: pair[0], reverse=True)
    return JobList(COLUMNS, [partial(_look, account, job.name) for job, account in found[:limit]])


def _sought(paths: ExperimentPaths, region: str | None) -> dict[str | None, list[str]]:
    """What the names of the jobs of an experiment, or of all experiments of a study, contain, by Region."""
    sought: dict[str | None, list[str]] = {}
    for identity in identities_of(paths):
        sought.setdefault(region or identity.region, []).append(f"{identity.experiment}-")
    if not sought:
        raise BackendError(
            f"No experiment of {paths.name} had jobs on SageMaker: leave the name out to see all jobs."
        )
    return sought


def _look(account: Account, name: str) -> ListedJob:
    row = account.look_at(name)
    instance = f"{row.instance} spot" if row.spot else row.instance
    cost, remark = _cost(row)
    return ListedJob(
        (
            row.name,
            row.status,
            row.secondary,
            row.pool,
            instance,
            row.billable,
            row.idle,
            cost,
            row.created,
        ),
        row.reason or (row.message if row.secondary in BEFORE else ""),
        remark,
    )


def _cost(row: Row) -> tuple[float | None, str]:
    """Money for the job and its instance's idle time, None if that isn't known; and why it has no price."""
    try:
        hourly = price_of(row.instance).hourly
    except PriceError as error:
        return None, str(error) if row.billable or row.idle else ""
    if row.billable is None and row.idle is None:
        return None, ""
    return ((row.billable or 0) + (row.idle or 0)) / 3600 * hourly, ""
