"""One training job as the tuner knows it: what lists say of it, and what it says of itself on S3."""

from datetime import datetime

from tunewise.backends.platform import EngineStatus, JobRecord, JobState, JobStatus
from tunewise.backends.sagemaker.bucket import Bucket
from tunewise.backends.sagemaker.calls import (
    TERMINAL,
    Description,
    Summary,
    TrainingJobs,
    deleted,
    translated,
)
from tunewise.backends.sagemaker.reading import read

RUNNING = frozenset({"Training", "Interrupted", "Uploading"})
PLACED = RUNNING | {"Downloading"}


class TrainingJob(JobRecord):
    """Its record is its object of reports. Moments are on the monotonic clock.

    name: the training job's. key: of its reports. place: where it runs, in words. attempt: how many before it
    never ran. since: when the server created it, or a moment before. listed_at: when a list showed it last.
    asked_at: when AWS was last asked why it waits, or it began to; waits_for: what it said. listed_etag: what
    its reports are as last listed, etag: as last read. log: its last lines, where its own word is missing.
    """

    def __init__(
        self,
        calls: TrainingJobs,
        bucket: Bucket,
        name: str,
        key: str,
        place: str,
        attempt: int,
        since: datetime,
        now: float,
    ) -> None:
        self.name = name
        self.key = key
        self.place = place
        self.attempt = attempt
        self.since = since
        self.over = False
        self.listed_at = now
        self.asked_at = 0.0
        self.waits_for = ""
        self.listed_etag = self.etag = ""
        self.log: list[str] = []
        self._calls = calls
        self._bucket = bucket
        self._secondary = ""
        self._began = False
        self._final: Description | None = None

    # ---- as AWS sees it ----------------------------------------------------------------------------------

    def listed(self, summary: Summary, now: float) -> None:
        self.since, self._secondary = summary.created, summary.secondary
        self.over, self.listed_at = summary.status in TERMINAL, now

    def look(self) -> Description | None:
        found = self._calls.describe(self.name)
        self.over = found is None or found.status in TERMINAL
        return found

    @property
    def running(self) -> bool:
        """Whether the container has started, so that it can be asked to end."""
        return self._secondary in RUNNING or self._began

    @property
    def seen(self) -> EngineStatus:
        """It runs once it has an instance, from when on it is billed: before, it waits in AWS's queue."""
        if self.over:
            return EngineStatus(JobState.GONE, place=self.place)
        if self.running or self._secondary in PLACED:
            return EngineStatus(JobState.RUNNING, place=self.place)
        return EngineStatus(JobState.QUEUED, self.waits_for)

    def final(self) -> Description:
        """What AWS says of a job that is over."""
        if self._final is None:
            self._final = self._calls.describe(self.name) or deleted(self.since)
        return self._final

    # ---- as it says itself -------------------------------------------------------------------------------

    def read(self, gone: bool) -> JobStatus:
        with translated("Reading reports"):
            body = self._bucket.get(self.key) or b""
        status = read(body)
        if gone and not status.over and self.final().ran:
            self.log = self._calls.log(self.name)
            status = read(body, self.log)
        self.etag = self.listed_etag
        self._began = status.ran is not None
        # the script's end is not yet that of the job
        return status._replace(place=self.place, over=gone and status.over)
