"""One training job as the tuner knows it: what lists say of it, what it wrote to S3, and what its end
means."""

import re
from collections.abc import Iterable
from datetime import datetime

import msgspec

from tunewise.backends.diagnosis import EndRecord, Outcome, diagnose, diagnose_lost
from tunewise.backends.platform import EngineStatus, JobRecord, JobState, JobStatus, Report
from tunewise.backends.sagemaker.calls import (
    TERMINAL,
    Description,
    Summary,
    TrainingJobs,
    deleted,
    translated,
)
from tunewise.backends.sagemaker.container.storage import Bucket
from tunewise.backends.sagemaker.spec import SageMakerSpec
from tunewise.disk import decode
from tunewise.space import Value
from tunewise.trial import FailureKind

RUNNING = frozenset({"Training", "Interrupted", "Uploading"})
PLACED = RUNNING | {"Downloading"}
PRINTED = "tunewise-report "
"""How a report begins in a job's log (as in `container/reports.py`)."""
PLATFORM = ("CapacityError", "InsufficientCapacityError", "InternalServerError", "InternalError")
PENDING = "Pending"
"""Assumed to be in the secondary status of a job that waited too long: AWS doesn't publish its name."""
KILLED = "exit code: 137"
OUT_OF_MEMORY = re.compile(
    r"(Artifact upload failed: ?)?ClientError: .*\b(more memory|out of memory)\b", re.IGNORECASE
)
"""How AWS says that a container, or the upload of what it left, ran out of memory."""
GONE = "its training job was deleted"
NOT_THE_SCRIPT = "tunewise, not the script: "
"""In the reason of a failure that the script did not cause (as in `container/running.py`)."""


class TrainingJob(JobRecord):
    """Reads its reports from one object on S3. Moments are on the monotonic clock.

    name: the training job's. key: of its reports. place: where it runs, in words. attempt: how many training
    jobs before it never ran. since: when the service created it, or a moment before. listed_at: when a list
    showed it last. asked_at: when AWS was last asked why it waits, or when it began to wait; waits_for: what
    AWS answered. listed_etag, etag: of its reports as last listed and as last read. log: its last lines, if
    its reports are incomplete.
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

    def listed(self, summary: Summary, now: float) -> None:
        self.since, self._secondary = summary.created, summary.secondary
        self.over, self.listed_at = summary.status in TERMINAL, now

    def look(self) -> Description | None:
        description = self._calls.describe(self.name)
        self.over = description is None or description.status in TERMINAL
        return description

    @property
    def running(self) -> bool:
        """Whether the container has started, so that it can be asked to end."""
        return self._secondary in RUNNING or self._began

    @property
    def seen(self) -> EngineStatus:
        """A job runs, and is billed, once it has an instance; before, it waits in AWS's queue."""
        if self.over:
            return EngineStatus(JobState.GONE, place=self.place)
        if self.running or self._secondary in PLACED:
            return EngineStatus(JobState.RUNNING, place=self.place)
        return EngineStatus(JobState.QUEUED, self.waits_for)

    def final(self) -> Description:
        """The description of a job that is over."""
        if self._final is None:
            self._final = self._calls.describe(self.name) or deleted(self.since)
        return self._final

    def read(self, gone: bool) -> JobStatus:
        with translated("Reading reports"):
            body = self._bucket.get(self.key) or b""
        status = read(body)
        if gone and not status.over and self.final().ran:
            self.log = self._calls.log(self.name)
            status = read(body, self.log)
        self.etag = self.listed_etag
        self._began = status.ran is not None
        # the job outlives its script for a while
        return status._replace(place=self.place, over=gone and status.over)


# ---- reports ---------------------------------------------------------------------------------------------


class _Line(msgspec.Struct):
    """elapsed: seconds for which the job had run by then; None from containers of earlier versions, which
    write only the time of day."""

    begun: float | None = None
    seq: int | None = None
    time: float = 0.0
    elapsed: float | None = None
    values: dict[str, Value] = {}
    ended: EndRecord | None = None
    stderr: str | None = None
    note: str = ""


def read(body: bytes, log: Iterable[str] = ()) -> JobStatus:
    """Reads a job's object of reports. `over` means that the script ended, not that the training job did.

    log: lines of the job's log, for reports that didn't reach S3. Lines that can't be parsed are skipped: a
    script may write anything, and no tuner should fail for it.
    """
    begun: float | None = None
    status = JobStatus()
    lines: list[_Line] = []
    for text in body.split(b"\n"):
        line = _parse(text)
        if line is None:
            continue
        if line.begun is not None:
            begun = line.begun if begun is None else begun
        elif line.seq is not None:
            lines.append(line)
        elif line.stderr is not None:
            status = JobStatus(ended=line.ended, over=True, stderr=line.stderr, note=line.note)
    on_s3 = {line.seq for line in lines}
    missing = [line for line in read_log(log) if line.seq not in on_s3]
    if missing:
        lines = sorted([*lines, *missing], key=lambda line: line.seq or 0)
    reports = [Report(line.seq or 0, _elapsed(line, begun), line.values) for line in lines]
    ran = None if begun is None else 0.0
    return status._replace(ran=reports[-1].elapsed if reports else ran, reports=reports)


def _elapsed(line: _Line, begun: float | None) -> float:
    if line.elapsed is not None:
        return line.elapsed
    return 0.0 if begun is None else max(0.0, line.time - begun)


def read_log(lines: Iterable[str]) -> list[_Line]:
    """The reports that a job printed, in order and without repetitions."""
    reports: dict[int, _Line] = {}
    for text in lines:
        body = text.removeprefix(PRINTED).encode(errors="surrogatepass")
        line = _parse(body) if text.startswith(PRINTED) else None
        if line is not None and line.seq is not None:
            reports.setdefault(line.seq, line)
    return [reports[number] for number in sorted(reports)]


def _parse(text: bytes) -> _Line | None:
    try:
        return decode(text, _Line)
    except ValueError:
        return None


# ---- ends ------------------------------------------------------------------------------------------------


def never_ran(description: Description) -> bool:
    """Whether the platform failed before the script began, so that another attempt costs nothing."""
    failed = description.status == "Failed" and description.reason.startswith(PLATFORM)
    return failed and not description.ran


def outcome_of(
    description: Description, status: JobStatus, asked: bool, spec: SageMakerSpec, log: list[str]
) -> Outcome:
    """What the end of a training job means. asked: whether the tuner asked for it. log: its last lines, if
    its reports are incomplete."""
    outcome = _outcome_of(description, status, asked, spec, log)
    reason = description.reason
    if OUT_OF_MEMORY.match(reason) and outcome.failure in (FailureKind.ERROR, FailureKind.INFRASTRUCTURE):
        words = outcome.detail if reason in outcome.detail else f"{reason}\n{outcome.detail}"
        return Outcome(FailureKind.CONFIGURATION, f"out of memory: {words}")
    return outcome


def _outcome_of(
    description: Description, status: JobStatus, asked: bool, spec: SageMakerSpec, log: list[str]
) -> Outcome:
    """Leaves out what only AWS knows: that a container was killed because memory ran out."""
    if description.secondary == "MaxRuntimeExceeded" and not asked:
        return Outcome(FailureKind.CONFIGURATION, f"it ran for longer than max_run, {spec.max_run} s")
    if description.secondary == "MaxWaitTimeExceeded" and not asked:
        return Outcome(FailureKind.PREEMPTED, "there was no spot instance within max_wait")
    if PENDING in description.secondary and not asked:
        return Outcome(FailureKind.INFRASTRUCTURE, "there was no instance within max_pending")
    if description.status == "Stopped" and not description.ran and spec.max_pending is not None and not asked:
        return Outcome(
            FailureKind.INFRASTRUCTURE,
            "there was no instance within max_pending, or it was stopped from outside before it ran",
        )
    if status.ended is not None:
        return diagnose(status.ended, asked, status.stderr)
    if description.status == "Stopped" or (asked and description.status == "Completed"):
        if asked:
            return Outcome(None, "told to end")
        return Outcome(FailureKind.PREEMPTED, "stopped from outside")
    if description.status == "Completed":
        return Outcome(None, "")
    if description.status == "Deleting":
        return Outcome(None, "told to end") if asked else Outcome(FailureKind.INFRASTRUCTURE, GONE)
    words = "\n".join([description.reason or "it failed", *log[-20:]])
    if description.reason.startswith(PLATFORM) or NOT_THE_SCRIPT in description.reason:
        return Outcome(FailureKind.INFRASTRUCTURE, words)
    if status.over:
        return diagnose_lost(status.stderr, started=True)
    if KILLED in description.reason:
        return Outcome(FailureKind.CONFIGURATION, f"killed, perhaps because memory ran out: {words}")
    return Outcome(FailureKind.ERROR, words)
