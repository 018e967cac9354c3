"""What it would all have cost: jobs by their billable seconds, warm pools by their idle time."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sagemaker_rehearsal.descriptions import billable_seconds, whole
from sagemaker_rehearsal.jobs import Job

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


def bill(jobs: Iterable[Job], now: float, spot_saving: float, price: HourlyPrice) -> list[Item]:
    """The bill as of a moment on the emulator's clock, with what still runs up to then."""
    return [_item(job, now, spot_saving, price) for job in jobs]


def _item(job: Job, now: float, spot_saving: float, price: HourlyPrice) -> Item:
    seconds = billable_seconds(job, now, spot_saving)
    idle = 0 if job.retention is None else whole(job.retention.seconds(now))
    try:
        cost = (seconds + idle) / 3600 * price(job.instance_type)
    except ValueError:
        cost = None
    return Item(job.name, job.instance_type, seconds, idle, cost)
