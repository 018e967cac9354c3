"""What a job's object of reports says, and what its end means."""

import re
from collections.abc import Iterable

import msgspec

from tunewise.backends.diagnosis import EndRecord, Outcome, diagnose, diagnose_lost
from tunewise.backends.platform import JobStatus, Report
from tunewise.backends.sagemaker.calls import Description
from tunewise.backends.sagemaker.spec import SageMakerSpec
from tunewise.disk import decode
from tunewise.space import Value
from tunewise.trial import FailureKind

PRINTED = "tunewise-report "
"""What a report begins with in a job's log (as in `container/reports.py`)."""
PLATFORM = ("CapacityError", "InsufficientCapacityError", "InternalServerError", "InternalError")
PENDING = "Pending"
"""What the secondary status is taken to hold of a job that waited for too long: its name isn't published."""
KILLED = "exit code: 137"
STARVED = re.compile(
    r"(Artifact upload failed: ?)?ClientError: .*\b(more memory|out of memory)\b", re.IGNORECASE
)
"""How AWS says that a container, or the upload of what it left, had too little memory."""
GONE = "its training job was deleted"
NOT_THE_SCRIPT = "tunewise, not the script: "
"""What the reason of a failure holds that was none of the script's (as in `container/running.py`)."""


class _Line(msgspec.Struct):
    """elapsed: seconds for which the job had run by then; None from containers of earlier versions, which
    tell the times of day alone."""

    begun: float | None = None
    seq: int | None = None
    time: float = 0.0
    elapsed: float | None = None
    values: dict[str, Value] = {}
    ended: EndRecord | None = None
    stderr: str | None = None
    note: str = ""


def read(body: bytes, log: Iterable[str] = ()) -> JobStatus:
    """What a job's object of reports says. `over` says that the script's end is told, by its guard or without
    one, not that the training job is over. log: with those reports of it that didn't get as far as S3.

    Lines that can't be understood are passed over, as a script may be evil but no tuner should end.
    """
    begun: float | None = None
    status = JobStatus()
    found: list[_Line] = []
    for text in body.split(b"\n"):
        line = _parse(text)
        if line is None:
            continue
        if line.begun is not None:
            begun = line.begun if begun is None else begun
        elif line.seq is not None:
            found.append(line)
        elif line.stderr is not None:
            status = JobStatus(ended=line.ended, over=True, stderr=line.stderr, note=line.note)
    known = {line.seq for line in found}
    missing = [line for line in read_log(log) if line.seq not in known]
    if missing:
        found = sorted([*found, *missing], key=lambda line: line.seq or 0)
    reports = [Report(line.seq or 0, _elapsed(line, begun), line.values) for line in found]
    ran = None if begun is None else 0.0
    return status._replace(ran=reports[-1].elapsed if reports else ran, reports=reports)


def _elapsed(line: _Line, begun: float | None) -> float:
    if line.elapsed is not None:
        return line.elapsed
    return 0.0 if begun is None else max(0.0, line.time - begun)


def read_log(lines: Iterable[str]) -> list[_Line]:
    """The reports that a job printed, each once and in their order, as far as none is missing."""
    found: dict[int, _Line] = {}
    for text in lines:
        body = text.removeprefix(PRINTED).encode(errors="surrogatepass")
        line = _parse(body) if text.startswith(PRINTED) else None
        if line is not None and line.seq is not None:
            found.setdefault(line.seq, line)
    return [found[number] for number in sorted(found)]


def _parse(text: bytes) -> _Line | None:
    try:
        return decode(text, _Line)
    except ValueError:
        return None


def never_ran(description: Description) -> bool:
    """Whether the platform failed before the script began, so that the job can be had again for nothing."""
    failed = description.status == "Failed" and description.reason.startswith(PLATFORM)
    return failed and not description.ran


def outcome_of(
    description: Description, told: JobStatus, asked: bool, spec: SageMakerSpec, log: list[str]
) -> Outcome:
    """What the end of a training job means. asked: whether the tuner had asked for it. log: its last lines,
    where the job's own word is missing."""
    outcome = _outcome_of(description, told, asked, spec, log)
    reason = description.reason
    if STARVED.match(reason) and outcome.failure in (FailureKind.ERROR, FailureKind.INFRASTRUCTURE):
        words = outcome.detail if reason in outcome.detail else f"{reason}\n{outcome.detail}"
        return Outcome(FailureKind.CONFIGURATION, f"out of memory: {words}")
    return outcome


def _outcome_of(
    description: Description, told: JobStatus, asked: bool, spec: SageMakerSpec, log: list[str]
) -> Outcome:
    """The same, but for what AWS alone knows: that a container was killed for want of memory."""
    if description.secondary == "MaxRuntimeExceeded" and not asked:
        return Outcome(FailureKind.CONFIGURATION, f"it ran for longer than max_run, {spec.max_run} s")
    if description.secondary == "MaxWaitTimeExceeded" and not asked:
        return Outcome(FailureKind.PREEMPTED, "no spot instance was to be had within max_wait")
    if PENDING in description.secondary and not asked:
        return Outcome(FailureKind.INFRASTRUCTURE, "no instance was to be had within max_pending")
    if description.status == "Stopped" and not description.ran and spec.max_pending is not None and not asked:
        return Outcome(
            FailureKind.INFRASTRUCTURE,
            "no instance was to be had within max_pending, or it was stopped from outside before it ran",
        )
    if told.ended is not None:
        return diagnose(told.ended, asked, told.stderr)
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
    if told.over:
        return diagnose_lost(told.stderr, started=True)
    if KILLED in description.reason:
        return Outcome(FailureKind.CONFIGURATION, f"killed, perhaps for want of memory: {words}")
    return Outcome(FailureKind.ERROR, words)
