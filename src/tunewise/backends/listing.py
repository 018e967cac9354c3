"""The jobs of an engine as people look at them: `tunewise jobs`."""

from collections.abc import Callable, Sequence
from datetime import datetime
from enum import Enum
from typing import NamedTuple


class Unit(Enum):
    """What stands in a column. Seconds and money are added up below it."""

    TEXT = "text"
    SECONDS = "seconds"
    MONEY = "money"
    MOMENT = "moment"


class Column(NamedTuple):
    """What stands above it, and in it."""

    heading: str
    unit: Unit = Unit.TEXT


class ListedJob(NamedTuple):
    """A job as its engine shows it.

    cells: a value for each column, the job's name first; None or "" for what isn't known. why: why it waits
    or has failed, in the engine's words; "" for nothing. remark: said once for all jobs that have it.
    """

    cells: Sequence[str | float | datetime | None]
    why: str = ""
    remark: str = ""


class JobList(NamedTuple):
    """What `BackendSpec.jobs` finds. looks: the jobs that were created last, the latest first; each call asks
    the engine about one of them. Raises `BackendError` and `BusyError`."""

    columns: Sequence[Column]
    looks: Sequence[Callable[[], ListedJob]]
