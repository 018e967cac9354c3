"""What a rehearsal came to, in a few lines of text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tunewise.rehearsal.billing import Item
from tunewise.rehearsal.jobs import Job
from tunewise.rehearsal.ledger import Call


def summary_of(
    jobs: Sequence[Job], items: Sequence[Item], calls: Sequence[Call], currency: str, seconds: float
) -> list[str]:
    """Lines about jobs, warm pools, money and calls. seconds: real ones for which the emulator ran."""
    return [
        *_about_jobs(jobs),
        *_about_money(items, currency),
        *_about_calls(calls, seconds),
    ]


def _about_jobs(jobs: Sequence[Job]) -> list[str]:
    if not jobs:
        return ["No training job was created."]
    counts = Counter(job.status for job in jobs)
    line = f"{len(jobs)} training jobs: " + ", ".join(f"{n} {status}" for status, n in counts.most_common())
    warm = sum(job.warm for job in jobs)
    lines = [f"{line}."]
    if any(job.retention for job in jobs):
        lines.append(f"{warm} of them started on a kept instance ({warm / len(jobs):.0%}).")
    reasons = Counter(job.failure_reason.splitlines()[0] for job in jobs if job.failure_reason)
    lines += [f"  {n} x {reason}" for reason, n in reasons.most_common(5)]
    return lines


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
