"""AWS as the back end uses it: boto3's clients, the operations on training jobs, and what errors mean."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count, islice
from typing import Any, NamedTuple

from tunewise.backends.base import BackendError, BusyError
from tunewise.backends.sagemaker.limits import in_short
from tunewise.backends.sagemaker.pacing import Pace, Turns

Client = Any  # boto3 makes its classes when it runs
Page = dict[str, Any]
Ask = Callable[[Callable[[], Page]], Page]
Meaning = Callable[[str, str], "Exception | None"]
"""What an error's code and message mean for one operation, beyond what they mean for all. The same message
from another operation may mean something else."""

CLOCK_SKEW = timedelta(minutes=15)  # AWS refuses requests when clocks differ by more
TERMINAL = frozenset({"Completed", "Failed", "Stopped", "Deleting"})  # only jobs that ended can be deleted
LOG_GROUP = "/aws/sagemaker/TrainingJobs"
LARGEST_PAGE = 100  # jobs in a list
TAIL_LINES = 20
MOST_LOG_PAGES = 100

_THROTTLED = frozenset(
    {
        *("Throttling", "ThrottlingException", "ThrottledException", "TooManyRequestsException", "SlowDown"),
        *("RequestThrottled", "RequestThrottledException", "RequestLimitExceeded", "BandwidthLimitExceeded"),
    }
)
_BUSY = frozenset(
    {
        *("RequestTimeout", "RequestTimeoutException", "PriorRequestNotComplete"),
        *("InternalError", "InternalFailure", "ServiceUnavailable"),  # also for one object of several
    }
)
_EXPIRED = frozenset({"ExpiredToken", "ExpiredTokenException", "RequestExpired"})
_MISSING = frozenset({"ResourceNotFound", "ResourceNotFoundException"})


class ThrottledError(BusyError):
    """The rate of calls was too high: this call did nothing."""


class NameTakenError(RuntimeError):
    """A training job with this name exists already."""


class QuotaError(RuntimeError):
    """The account's quota is used up."""


class MissingError(RuntimeError):
    """The subject of the call doesn't exist, or is in the wrong state for it."""


class Summary(NamedTuple):
    """A job as a list shows it. pool: the status of its warm pool; empty if it has none. idle: seconds for
    which its instance was kept and paid for after the job, as far as AWS says."""

    name: str
    status: str
    secondary: str
    created: datetime
    pool: str
    idle: float


class Description(NamedTuple):
    """A single job. billable: seconds that are paid for. ran: whether its container may have started.
    message: AWS's words about its secondary status. pool, idle: as in `Summary`."""

    arn: str
    status: str
    secondary: str
    created: datetime
    reason: str
    billable: float
    ran: bool
    message: str
    pool: str
    idle: float


def deleted(created: datetime) -> Description:
    """A job that AWS no longer knows. It has ended, since no other job can be deleted."""
    return Description("", "Deleting", "", created, "", 0.0, True, "", "", 0.0)


def earliest_now() -> datetime:
    """A moment that the service's clock has passed, whatever its skew."""
    return datetime.now(UTC) - CLOCK_SKEW


def of_create(code: str, message: str) -> Exception | None:
    """For a call that creates something."""
    if code == "ResourceInUse":
        return NameTakenError(message)
    return QuotaError(message) if code == "ResourceLimitExceeded" else None


def of_look(code: str, message: str) -> Exception | None:
    """For a call about something that may not exist."""
    missing = code in _MISSING or (code == "ValidationException" and "not found" in message)
    return MissingError(message) if missing else None


def of_end(code: str, message: str) -> Exception | None:
    """For a call that ends a job or a warm pool, which may have ended by itself."""
    over = code == "ValidationException" and ("in status" in message or "warm pool" in message)
    return MissingError(message) if over else of_look(code, message)


def _nothing_more(_code: str, _message: str) -> None:
    return None


@contextmanager
def translated(what: str, meaning: Meaning = _nothing_more) -> Iterator[None]:
    """Turns boto3's errors into `BusyError`, `BackendError` and whatever `meaning` makes of them.

    A response that breaks off and credentials that can't be renewed right now count as busy. what: what is
    being done, for the message.
    """
    from boto3.exceptions import Boto3Error
    from botocore import exceptions
    from botocore.parsers import ResponseParserError
    from urllib3.exceptions import HTTPError

    try:
        yield
    except exceptions.ClientError as error:
        raise _translation(what, error, meaning) from error
    except (
        exceptions.HTTPClientError,
        exceptions.ConnectionError,
        exceptions.IncompleteReadError,
        exceptions.FlexibleChecksumError,
        exceptions.CredentialRetrievalError,
        exceptions.MetadataRetrievalError,
        ResponseParserError,
        HTTPError,  # reading a body raises some that aren't botocore's
    ) as error:
        raise BusyError(f"{what}: {error}") from error
    except (exceptions.NoCredentialsError, exceptions.PartialCredentialsError) as error:
        raise BackendError("There are no AWS credentials: set them up as for the AWS CLI.") from error
    except exceptions.NoRegionError as error:
        raise BackendError("No AWS Region is set: name it with region=, or AWS_DEFAULT_REGION.") from error
    except (exceptions.BotoCoreError, Boto3Error) as error:
        raise BackendError(f"{what} failed: {str(error).rstrip('.')}.") from error


def _translation(what: str, error: Any, meaning: Meaning) -> Exception:  # noqa: ANN401 - botocore has no types
    code = str(error.response.get("Error", {}).get("Code", ""))
    message = str(error.response.get("Error", {}).get("Message", "")).rstrip(".")
    status = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0)
    if code in _THROTTLED or status == 429:
        return ThrottledError(f"{what}: {code}: {message}")
    if code in _BUSY or status >= 500:
        return BusyError(f"{what}: {code}: {message}")
    more = meaning(code, message)
    if more is not None:
        return more
    if code == "NoSuchBucket":
        bucket = error.response["Error"].get("BucketName", "the one that s3 names")
        return BackendError(
            f"There is no bucket {bucket} on S3: make it, or, in a rehearsal, give its name to "
            "`tunewise rehearse` with --bucket."
        )
    if code in _EXPIRED:
        return BackendError(
            "The AWS credentials have expired: renew them and continue with `tunewise resume`, or repeat the "
            "command. Running jobs go on."
        )
    return BackendError(f"{what} was refused: {code}: {in_short(message) or 'AWS says no more'}.")


def require_boto3() -> None:
    """Raises BackendError if boto3 can't be imported."""
    try:
        import boto3  # noqa: F401
    except ImportError as error:
        message = "SageMaker needs boto3: install it with pip install 'tunewise[aws]'."
        raise BackendError(message) from error


class Clients(NamedTuple):
    sagemaker: Client
    s3: Client
    logs: Client

    @property
    def region(self) -> str:
        return str(self.sagemaker.meta.region_name)


def make_clients(region: str | None) -> Clients:
    """Credentials and endpoints are found in boto3's own ways, and the Region if it is None. Raises
    BackendError."""
    require_boto3()
    import boto3
    from botocore.config import Config
    from botocore.exceptions import NoRegionError

    def config(service: str) -> Config:
        """Few attempts, since the back end does its own waiting. SageMaker's rates are so low that a second
        attempt right away would be refused as well, and take another call's place."""
        attempts = {"mode": "standard", "total_max_attempts": 1 if service == "sagemaker" else 2}
        return Config(retries=attempts, connect_timeout=10, read_timeout=60)

    try:
        with translated("Setting up the clients"):
            session = boto3.Session(region_name=region)
            if not session.region_name:  # for botocore an empty variable is a Region
                raise NoRegionError
            clients = Clients(*(session.client(name, config=config(name)) for name in Clients._fields))
    except BusyError as error:
        raise BackendError(f"AWS can't be reached ({error}): try again later.") from error
    for client in clients:
        client.meta.events.register("after-call", _check_length)
    return clients


def default_region() -> str:
    """The Region that boto3 finds. Raises BackendError if there is none, or no boto3."""
    require_boto3()
    import boto3

    with translated("Looking for the Region"):
        region = boto3.Session().region_name
    if not region:
        raise BackendError("No AWS Region is set: name one with --region, or set AWS_DEFAULT_REGION.")
    return str(region)


def _check_length(http_response: Any, model: Any, **_others: Any) -> None:  # noqa: ANN401 - botocore has no types
    """Raises IncompleteReadError for a response that broke off, which botocore notices only in streams."""
    from botocore.exceptions import IncompleteReadError

    expected = http_response.headers.get("content-length")
    streams = model.has_streaming_output and http_response.status_code < 300
    if streams or model.http["method"] == "HEAD" or expected is None:
        return
    if len(http_response.content) != int(expected):
        raise IncompleteReadError(actual_bytes=len(http_response.content), expected_bytes=int(expected))


class TrainingJobs:
    """Raises the errors of this module, `BusyError` and `BackendError`."""

    def __init__(self, sagemaker: Client, logs: Client, pace: Pace) -> None:
        self._client = sagemaker
        self._logs = logs
        self._pages = Turns(pace.turn)

    def create(self, request: dict[str, Any]) -> None:
        with translated(f"Creating the training job {request['TrainingJobName']}", of_create):
            self._client.create_training_job(**request)

    def describe(self, name: str) -> Description | None:
        """None if the job doesn't exist."""
        try:
            with translated(f"Looking at the training job {name}", of_look):
                job = self._client.describe_training_job(TrainingJobName=name)
        except MissingError:
            return None
        return Description(
            job["TrainingJobArn"],
            job["TrainingJobStatus"],
            job["SecondaryStatus"],
            job["CreationTime"],
            job.get("FailureReason") or "",
            float(job.get("BillableTimeInSeconds") or job.get("TrainingTimeInSeconds") or 0),
            any(change["Status"] == "Training" for change in job.get("SecondaryStatusTransitions", ())),
            message_of(job),
            *_pool(job),
        )

    def tags(self, arn: str) -> dict[str, str]:
        with translated(f"Reading the tags of {arn}"):
            pages = self._client.get_paginator("list_tags").paginate(ResourceArn=arn)
            return {tag["Key"]: tag["Value"] for page in pages for tag in page["Tags"]}

    def list_jobs(
        self,
        experiment: str,
        since: datetime | None,
        pool: str | None = None,
        ask: Ask = lambda get_page: get_page(),
    ) -> tuple[list[Summary], int]:
        """The jobs of an experiment, and how many calls that took. since: only those created later. pool:
        only those whose warm pool has this status. ask: gets a page, perhaps in several tries.

        Reads all pages: an empty one may be followed by others.
        """
        request: dict[str, Any] = {"NameContains": f"{experiment}-", "MaxResults": LARGEST_PAGE}
        request |= {"SortBy": "CreationTime", "SortOrder": "Ascending"}
        if since is not None:
            request["CreationTimeAfter"] = since
        if pool is not None:
            request["WarmPoolStatusEquals"] = pool
        found: list[Summary] = []
        calls = 0
        while True:
            page = ask(partial(self._page, request))
            calls += 1
            found += map(_summary, page["TrainingJobSummaries"])
            if not page.get("NextToken"):
                break
            request["NextToken"] = page["NextToken"]
        return [summary for summary in found if summary.name.startswith(f"{experiment}-")], calls

    def _page(self, request: dict[str, Any]) -> Page:
        self._pages.wait()
        with translated("Listing the training jobs"):
            page: Page = self._client.list_training_jobs(**request)
        return page

    def stop(self, name: str) -> None:
        """Does nothing if the job has ended or is stopping."""
        try:
            with translated(f"Stopping the training job {name}", of_end):
                self._client.stop_training_job(TrainingJobName=name)
        except MissingError:
            pass

    def end_pool(self, name: str) -> None:
        """Raises MissingError if the job's instance can't be released now: it isn't kept any more, or another
        job has it, or AWS hasn't noticed yet that its job ended."""
        with translated(f"Ending the warm pool of {name}", of_end):
            self._client.update_training_job(
                TrainingJobName=name, ResourceConfig={"KeepAlivePeriodInSeconds": 0}
            )

    def log(self, name: str) -> list[str]:
        """What a job has printed, as far as it has arrived. Empty if it can't be read."""
        lines: list[str] = []
        reader = LogReader(self._logs)
        try:
            for stream in reader.streams(f"{name}/"):
                lines += reader.new_lines(stream, MOST_LOG_PAGES)
        except (BusyError, BackendError):
            return lines  # the log helps people; it isn't worth an experiment
        return lines


class LogReader:
    """Reads the log streams of training jobs, each line once. Raises `BusyError` and `BackendError`."""

    def __init__(self, logs: Client) -> None:
        self._logs = logs
        self._tokens: dict[str, str] = {}  # of the next page, by stream

    def streams(self, prefix: str) -> list[str]:
        """The names of the streams that begin with a prefix; empty before anything was printed."""
        pages = self._logs.get_paginator("describe_log_streams")
        try:
            with translated("Looking for the log", of_look):
                found = pages.paginate(logGroupName=LOG_GROUP, logStreamNamePrefix=prefix)
                return [stream["logStreamName"] for page in found for stream in page["logStreams"]]
        except MissingError:
            return []

    def new_lines(self, stream: str, most_pages: int | None = None) -> Iterator[str]:
        """The lines that have arrived since the last call."""
        request = {"logGroupName": LOG_GROUP, "logStreamName": stream, "startFromHead": True}
        for _ in islice(count(), most_pages):
            if stream in self._tokens:
                request["nextToken"] = self._tokens[stream]
            with translated("Reading the log"):
                page = self._logs.get_log_events(**request)
            yield from (event["message"] for event in page["events"])
            if page["nextForwardToken"] == self._tokens.get(stream):
                return
            self._tokens[stream] = page["nextForwardToken"]


def _summary(job: dict[str, Any]) -> Summary:
    return Summary(
        job["TrainingJobName"],
        job["TrainingJobStatus"],
        job.get("SecondaryStatus", ""),
        job["CreationTime"],
        *_pool(job),
    )


def message_of(job: dict[str, Any]) -> str:
    """AWS's words about the secondary status that a job has."""
    changes = job.get("SecondaryStatusTransitions")
    return (changes[-1].get("StatusMessage") or "") if changes else ""


def _pool(job: dict[str, Any]) -> tuple[str, float]:
    pool = job.get("WarmPoolStatus", {})
    return pool.get("Status", ""), float(pool.get("ResourceRetainedBillableTimeInSeconds") or 0)
