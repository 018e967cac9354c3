"""What a rehearsal came to: its bill, and a few lines of text."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from sagemaker_rehearsal.access import Call
from sagemaker_rehearsal.admission import passed_over
from sagemaker_rehearsal.descriptions import billable_seconds, whole
from sagemaker_rehearsal.training_job import TrainingJob

HourlyPrice = Callable[[str], float]
"""The price of an hour of an instance type. Raises ValueError for a type that it doesn't know."""


@dataclass(frozen=True)
class Item:
    """One job's part of the bill, in emulated seconds: its own, and of its instance kept idle after it.

    cost: None where the instance type has no known price.
    """

    job: str
    instance_type: str
    seconds: int
    idle_seconds: int
    cost: float | None


def bill(jobs: Iterable[TrainingJob], now: float, spot_saving: float, price: HourlyPrice) -> list[Item]:
    """The bill as of a moment on the emulator's clock, with what still runs up to then."""
    return [_item(job, now, spot_saving, price) for job in jobs]


def _item(job: TrainingJob, now: float, spot_saving: float, price: HourlyPrice) -> Item:
    seconds = billable_seconds(job, now, spot_saving)
    idle = 0 if job.retention is None else whole(job.retention.seconds(now))
    try:
        cost = (seconds + idle) / 3600 * price(job.instance_type)
    except ValueError:
        cost = None
    return Item(job.name, job.instance_type, seconds, idle, cost)


MOST_REASONS = 5
LONGEST_WORDS = 300  # characters
_EXCEPTION = re.compile(r"([\w.]+\.)?\w*(Error|Exception|Exit|Interrupt)\b(:|$)")
_EXIT_CODE = re.compile(r", exit code: \d+$")
_SPEECHLESS = re.compile(r"AlgorithmError: , exit code: \d+")  # of a job that wrote no reason
_NUMBER = re.compile(r"0x[0-9a-f]+|\d+(\.\d+)?(e[-+]?\d+)?")


def summary_of(
    jobs: Sequence[TrainingJob],
    items: Sequence[Item],
    calls: Sequence[Call],
    currency: str,
    seconds: float,
    log: Callable[[str], Sequence[str]],
) -> list[str]:
    """Lines about jobs, warm pools, money and calls.

    seconds: real ones for which the emulator ran. log: the lines that a job of this name has printed.
    """
    return [
        *_about_jobs(jobs),
        *_about_failures(jobs, log),
        *_about_money(items, currency),
        *_about_calls(calls, seconds),
    ]


def _about_jobs(jobs: Sequence[TrainingJob]) -> list[str]:
    if not jobs:
        return ["No training job was created."]
    counts = Counter(job.status for job in jobs)
    line = f"{len(jobs)} training jobs: " + ", ".join(f"{n} {status}" for status, n in counts.most_common())
    warm = sum(job.warm for job in jobs)
    lines = [f"{line}."]
    if any(job.retention for job in jobs):
        lines.append(f"{warm} of them started on a kept instance ({warm / len(jobs):.0%}).")
    over = sorted(set().union(*(passed_over(job.request) for job in jobs)))
    if over:
        lines.append(f"Without effect here, unlike at AWS: {', '.join(over)}.")
    return lines


def _about_failures(jobs: Sequence[TrainingJob], log: Callable[[str], Sequence[str]]) -> list[str]:
    """Why jobs failed, the most frequent reason first. Reasons that differ in numbers alone are one."""
    alike: dict[str, list[str]] = defaultdict(list)
    for job in jobs:
        if job.failure_reason:
            words = _why(job.failure_reason, partial(log, job.name))
            alike[_NUMBER.sub("0", words)].append(words)
    groups = sorted(alike.values(), key=len, reverse=True)
    lines = [
        f"  {len(group)} x {group[0]}{' (or with other numbers)' * (len(set(group)) > 1)}"
        for group in groups[:MOST_REASONS]
    ]
    others = sum(len(group) for group in groups[MOST_REASONS:])
    return [*lines, f"  {others} for other reasons"] if others else lines


def _why(reason: str, log: Callable[[], Sequence[str]]) -> str:
    """What a FailureReason begins with, and what the container said last: there, or else in its log."""
    first, *rest = reason.splitlines()
    if _SPEECHLESS.fullmatch(reason):
        rest = [*log()]
    elif rest:
        rest[-1] = _EXIT_CODE.sub("", rest[-1])
    return ": ".join(filter(None, (first, _last(rest))))[:LONGEST_WORDS]


def _last(lines: Sequence[str]) -> str:
    """The last line that names an exception, or else the last one that isn't blank."""
    told = [line.rstrip("\r").rpartition("\r")[2].strip() for line in lines]  # progress bars return
    found = [line for line in told if _EXCEPTION.match(line)] or [line for line in told if line]
    return found[-1] if found else ""


def _about_money(items: Sequence[Item], currency: str) -> list[str]:
    seconds, idle = sum(item.seconds for item in items), sum(item.idle_seconds for item in items)
    if not seconds:
        return []
    cost = sum(item.cost or 0.0 for item in items)
    lines = [
        f"Billed: {seconds / 3600:.2f} h of jobs, {idle / 3600:.2f} h of idle kept instances: "
        f"{cost:.2f} {currency}."
    ]
    unknown = sorted({item.instance_type for item in items if item.cost is None})
    if unknown:
        lines.append(f"Not counted, as their price isn't known: {', '.join(unknown)}.")
    return lines


def _about_calls(calls: Sequence[Call], seconds: float) -> list[str]:
    lines = []
    for service, title in (("sagemaker", "SageMaker"), ("logs", "CloudWatch Logs"), ("s3", "S3")):
        counts = Counter(call.operation for call in calls if call.service == service)
        if counts:
            rate = sum(counts.values()) / max(seconds, 1.0) * 60
            told = ", ".join(f"{n} {operation}" for operation, n in counts.most_common(6))
            lines.append(f"{title}: {sum(counts.values())} calls, {rate:.0f} a real minute ({told}).")
    errors = Counter(call.error for call in calls if call.error)
    if errors:
        lines.append("Errors answered: " + ", ".join(f"{n} {code}" for code, n in errors.most_common()) + ".")
    return lines
