"""SageMaker's operations as the back end needs them, and what their errors mean to it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from functools import partial
from typing import Any, NamedTuple

from tunewise.backends.base import BackendError, BusyError
from tunewise.backends.sagemaker.limits import in_short
from tunewise.backends.sagemaker.pacing import Pace, Turns

Client = Any  # boto3 makes its classes when it runs
Lines = list[str]
Page = dict[str, Any]
Ask = Callable[[Callable[[], Page]], Page]
Meaning = Callable[[str, str], "Exception | None"]
"""What an error's code and words mean in answer to one operation, beyond what they mean in all. The same
words may stand in the answer to another, about something else."""

SKEW = timedelta(minutes=15)  # by which two clocks may differ; AWS refuses requests from beyond
TERMINAL = frozenset({"Completed", "Failed", "Stopped", "Deleting"})  # only what is over can be deleted
LOG_GROUP = "/aws/sagemaker/TrainingJobs"
LARGEST_PAGE = 100  # jobs of a list
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
        *("InternalError", "InternalFailure", "ServiceUnavailable"),  # also of one object of several
    }
)
_EXPIRED = frozenset({"ExpiredToken", "ExpiredTokenException", "RequestExpired"})
_MISSING = frozenset({"ResourceNotFound", "ResourceNotFoundException"})


class ThrottledError(BusyError):
    """The call was refused as one too many: this try of it did nothing."""


class NameTakenError(RuntimeError):
    """There is a training job with this name."""


class QuotaError(RuntimeError):
    """The account's quota is used up."""


class MissingError(RuntimeError):
    """What the call is about isn't there, or isn't in a state for it."""


class Summary(NamedTuple):
    """A job as a list shows it. pool: the status of its warm pool; empty if it has none. idle: seconds for
    which its instance was paid for after it, as far as AWS tells."""

    name: str
    status: str
    secondary: str
    created: datetime
    pool: str
    idle: float


class Description(NamedTuple):
    """A job on its own. billable: seconds that are paid for. ran: whether its container may have started.
    message: AWS's words about its secondary status. pool, idle: as of `Summary`."""

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
    """A job of which AWS knows nothing any more. It ended before, as no other can be deleted."""
    return Description("", "Deleting", "", created, "", 0.0, True, "", "", 0.0)


def surely_past() -> datetime:
    """A moment that is past by the service's clock, too."""
    return datetime.now(timezone.utc) - SKEW


def of_create(code: str, message: str) -> Exception | None:
    """Of a call that makes something."""
    if code == "ResourceInUse":
        return NameTakenError(message)
    return QuotaError(message) if code == "ResourceLimitExceeded" else None


def of_look(code: str, message: str) -> Exception | None:
    """Of a call about something that may not be there."""
    missing = code in _MISSING or (code == "ValidationException" and "not found" in message)
    return MissingError(message) if missing else None


def of_end(code: str, message: str) -> Exception | None:
    """Of a call that ends what may have ended by itself: a job, or a warm pool."""
    over = code == "ValidationException" and ("in status" in message or "warm pool" in message)
    return MissingError(message) if over else of_look(code, message)


def _nothing_more(_code: str, _message: str) -> None:
    return None


@contextmanager
def translated(what: str, meaning: Meaning = _nothing_more) -> Iterator[None]:
    """Turns boto3's errors into ours, also those of an answer that breaks off, and those of credentials that
    are to be had anew: into `BusyError`, `BackendError` and what else `meaning` makes of them.

    what: what is being done, for the message.
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
        HTTPError,  # not all of them are botocore's own while a body is read
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
            "The AWS credentials have expired: renew them, and go on by `tunewise resume` or by the same "
            "command again; jobs that run go on."
        )
    return BackendError(f"{what} was refused: {code}: {in_short(message) or 'AWS says no more'}.")


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
        """None if there is no such job."""
        try:
            with translated(f"Looking at the training job {name}", of_look):
                told = self._client.describe_training_job(TrainingJobName=name)
        except MissingError:
            return None
        return Description(
            told["TrainingJobArn"],
            told["TrainingJobStatus"],
            told["SecondaryStatus"],
            told["CreationTime"],
            told.get("FailureReason") or "",
            float(told.get("BillableTimeInSeconds") or told.get("TrainingTimeInSeconds") or 0),
            any(change["Status"] == "Training" for change in told.get("SecondaryStatusTransitions", ())),
            message_of(told),
            *_pool(told),
        )

    def tags(self, arn: str) -> dict[str, str]:
        with translated(f"Reading the tags of {arn}"):
            pages = self._client.get_paginator("list_tags").paginate(ResourceArn=arn)
            return {tag["Key"]: tag["Value"] for page in pages for tag in page["Tags"]}

    def list(
        self,
        experiment: str,
        since: datetime | None,
        pool: str | None = None,
        ask: Ask = lambda get_page: get_page(),
    ) -> tuple[list[Summary], int]:
        """The jobs of an experiment, and how many calls that took. since: those created later alone. pool:
        those with this status of their pool alone. ask: gets a page, perhaps in several tries.

        Pages may be empty and still be followed by others: all are read.
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
        """Does nothing where it has ended, or is being stopped."""
        try:
            with translated(f"Stopping the training job {name}", of_end):
                self._client.stop_training_job(TrainingJobName=name)
        except MissingError:
            pass

    def end_pool(self, name: str) -> None:
        """Raises MissingError where the job's instance can't be ended now: it isn't kept any more, or another
        job has it, or AWS doesn't know yet that its job is over."""
        with translated(f"Ending the warm pool of {name}", of_end):
            self._client.update_training_job(
                TrainingJobName=name, ResourceConfig={"KeepAlivePeriodInSeconds": 0}
            )

    def log(self, name: str) -> Lines:
        """What a job has printed, as far as it has arrived. Empty if it can't be read."""
        lines: Lines = []
        try:
            with translated(f"Reading the log of {name}"):
                found = self._logs.describe_log_streams(
                    logGroupName=LOG_GROUP, logStreamNamePrefix=f"{name}/"
                )
                for stream in found["logStreams"]:
                    lines += self._stream(stream["logStreamName"])
        except (BusyError, BackendError):
            return lines  # a help for people, and not worth an experiment
        return lines

    def _stream(self, name: str) -> Iterator[str]:
        request = {"logGroupName": LOG_GROUP, "logStreamName": name, "startFromHead": True}
        for _ in range(MOST_LOG_PAGES):
            page = self._logs.get_log_events(**request)
            yield from (event["message"] for event in page["events"])
            if page["nextForwardToken"] == request.get("nextToken"):
                return
            request["nextToken"] = page["nextForwardToken"]


def _summary(told: dict[str, Any]) -> Summary:
    return Summary(
        told["TrainingJobName"],
        told["TrainingJobStatus"],
        told.get("SecondaryStatus", ""),
        told["CreationTime"],
        *_pool(told),
    )


def message_of(told: dict[str, Any]) -> str:
    """AWS's words about the secondary status that a job has."""
    changes = told.get("SecondaryStatusTransitions")
    return (changes[-1].get("StatusMessage") or "") if changes else ""


def _pool(told: dict[str, Any]) -> tuple[str, float]:
    pool = told.get("WarmPoolStatus", {})
    return pool.get("Status", ""), float(pool.get("ResourceRetainedBillableTimeInSeconds") or 0)
