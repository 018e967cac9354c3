"""What people see of training jobs: lists of them, what they print, and which ones are alive."""

from collections.abc import Callable, Collection, Iterator
from datetime import datetime
from functools import partial
from typing import Any, ClassVar

from tunewise.backends.base import BackendError
from tunewise.backends.job_views import Column, JobList, JobOutput, ListedJob, Unit
from tunewise.backends.sagemaker import calls
from tunewise.backends.sagemaker.identity import identities_of, identity_of
from tunewise.backends.sagemaker.names import job_key, read_name
from tunewise.backends.sagemaker.pacing import Pace, Turns
from tunewise.backends.sagemaker.training_job import PRINTED
from tunewise.paths import ExperimentPaths
from tunewise.prices import PriceError, price_of
from tunewise.trial import JobId

COLUMNS = (
    *map(Column, ("job", "status", "secondary", "warm pool", "instance")),
    Column("billed", Unit.SECONDS),
    Column("idle", Unit.SECONDS),
    Column("cost", Unit.MONEY),
    Column("created", Unit.MOMENT),
)
WITHOUT_INSTANCE = ("Starting", "Pending")  # secondary statuses

EVERY = 0.125  # seconds between looks at jobs: leaves room for the calls of tuners
LIST_EVERY = 1.0  # seconds between lists; an account may make two a second
PACE = Pace(1.0)


class Account:
    """Asks for the training jobs of one Region at a moderate pace, and again while the service is busy.

    Raises `BackendError`.
    """

    def __init__(self, client: calls.Client) -> None:
        self._client = client
        self._looks = Turns(EVERY)
        self._lists = Turns(LIST_EVERY)
        self._retry = PACE.retry

    def latest(self, limit: int, name_contains: str = "") -> list[tuple[datetime, str]]:
        """When the newest jobs were created, and their names, the latest first."""
        jobs: list[tuple[datetime, str]] = []
        request: dict[str, Any] = {"SortBy": "CreationTime", "SortOrder": "Descending"}
        request["MaxResults"] = min(limit, calls.LARGEST_PAGE)
        if name_contains:
            request["NameContains"] = name_contains
        while len(jobs) < limit:
            page = self._ask(
                "Listing the training jobs", self._lists, self._client.list_training_jobs, request
            )
            jobs += [(each["CreationTime"], each["TrainingJobName"]) for each in page["TrainingJobSummaries"]]
            if not page.get("NextToken"):
                break
            request["NextToken"] = page["NextToken"]
        return jobs[:limit]

    def look_at(self, name: str) -> dict[str, Any]:
        """A job as AWS describes it."""
        what, request = f"Looking at the training job {name}", {"TrainingJobName": name}
        job: dict[str, Any] = self._ask(what, self._looks, self._client.describe_training_job, request)
        return job

    def _ask(self, what: str, turns: Turns, call: Callable[..., Any], request: dict[str, Any]) -> Any:  # noqa: ANN401 - boto3's
        def asking() -> Any:  # noqa: ANN401
            turns.wait()
            with calls.translated(what):
                return call(**request)

        return self._retry(asking)


def jobs_of(paths: ExperimentPaths | None, region: str | None, limit: int) -> JobList:
    """As `BackendSpec.jobs`: statuses, the warm pool (InUse, Available, Reused, Terminated), the instance,
    what is billed, and what it costs if the price is known. idle: how long a kept instance was paid for while
    it waited for the next job."""
    found: list[tuple[tuple[datetime, str], Account]] = []
    for where, texts in ({region: [""]} if paths is None else _name_parts(paths, region)).items():
        account = Account(calls.make_clients(where).sagemaker)
        found += [(each, account) for text in texts for each in account.latest(limit, text)]
    found.sort(key=lambda pair: pair[0], reverse=True)
    return JobList(COLUMNS, [partial(_look, account, name) for (_, name), account in found[:limit]])


def _name_parts(paths: ExperimentPaths, region: str | None) -> dict[str | None, list[str]]:
    """By Region, what the names of an experiment's jobs contain, or of the jobs of all experiments of a
    study."""
    parts: dict[str | None, list[str]] = {}
    for identity in identities_of(paths):
        parts.setdefault(region or identity.region, []).append(f"{identity.experiment}-")
    if not parts:
        raise BackendError(f"{paths.name} never had jobs on SageMaker: leave out the name to see all jobs.")
    return parts


def _look(account: Account, name: str) -> ListedJob:
    job = account.look_at(name)
    secondary, pool = job["SecondaryStatus"], job.get("WarmPoolStatus", {})
    instance = job["ResourceConfig"].get("InstanceType", "")
    billed, idle = job.get("BillableTimeInSeconds"), pool.get("ResourceRetainedBillableTimeInSeconds")
    cost, remark = _cost(instance, billed, idle)
    cells = (
        name,
        job["TrainingJobStatus"],
        secondary,
        pool.get("Status", ""),
        f"{instance} spot" if job.get("EnableManagedSpotTraining") else instance,
        billed,
        idle,
        cost,
        job["CreationTime"],
    )
    why = job.get("FailureReason") or (calls.message_of(job) if secondary in WITHOUT_INSTANCE else "")
    return ListedJob(cells, why, remark, successor=pool.get("ReusedByJob", ""))


def _cost(instance: str, billed: float | None, idle: float | None) -> tuple[float | None, str]:
    """The cost of the job and of its instance's idle time, None if unknown; and why there is no price. The
    seconds are None as long as AWS doesn't say."""
    try:
        hourly = price_of(instance).hourly
    except PriceError as error:
        return None, str(error) if billed or idle else ""
    if billed is None and idle is None:
        return None, ""
    return ((billed or 0) + (idle or 0)) / 3600 * hourly, ""


class OutputOnCloudWatch(JobOutput):
    """The log of all training jobs of one job on CloudWatch, which arrives some seconds late: standard output
    and standard error together, without the lines that are reports.

    Raises BackendError if the experiment had no jobs, or AWS can't be asked at all.
    """

    poll_interval: ClassVar[float] = 5.0

    def __init__(self, paths: ExperimentPaths, job_id: JobId) -> None:
        identity = identity_of(paths)
        if identity is None:
            raise BackendError(f"{paths.name} has started no job on SageMaker yet: try again later.")
        clients = calls.make_clients(identity.region)
        self._experiment = identity.experiment
        self._job = job_id
        self._since = identity.since
        self._jobs = calls.TrainingJobs(clients.sagemaker, clients.logs, Pace(5.0))
        self._reader = calls.LogReader(clients.logs)

    def read_new(self) -> Iterator[bytes]:
        """The lines that have arrived since the last call. Raises BackendError and BusyError."""
        for stream in self._streams():
            for line in self._reader.new_lines(stream):
                if not line.startswith(PRINTED):
                    yield f"{line}\n".encode()

    def why_empty(self) -> str:
        return "Nothing here yet: the job hasn't begun, or its log hasn't arrived."

    def is_over(self) -> bool:
        """Whether all its training jobs have ended. Raises BackendError and BusyError."""
        summaries = self._jobs.list_jobs(f"{self._experiment}-t{self._job.trial_id:05d}", self._since)[0]
        mine = [summary for summary in summaries if self._attempt(summary.name) is not None]
        return all(summary.status in calls.TERMINAL for summary in mine)

    def _attempt(self, name: str) -> int | None:
        """Which attempt of the job a training job is; None if it belongs to another job."""
        parsed = read_name(self._experiment, name)
        return parsed[1] if parsed is not None and parsed[0] == self._job else None

    def _streams(self) -> list[str]:
        """Those of earlier attempts first."""
        names = self._reader.streams(f"{self._experiment}-{job_key(self._job)}")
        attempts = [(self._attempt(name.partition("/")[0]), name) for name in names]
        return [
            name for _, name in sorted((attempt, name) for attempt, name in attempts if attempt is not None)
        ]


def alive(paths: ExperimentPaths, jobs: Collection[JobId]) -> Collection[JobId]:
    """As `BackendSpec.alive`."""
    identity = identity_of(paths)
    if identity is None:
        return []
    clients = calls.make_clients(identity.region)
    listed, _ = calls.TrainingJobs(clients.sagemaker, clients.logs, Pace(5.0)).list_jobs(
        identity.experiment, identity.since
    )
    names = (read_name(identity.experiment, job.name) for job in listed if job.status not in calls.TERMINAL)
    living = {name[0] for name in names if name is not None}
    return [job for job in jobs if job in living]
