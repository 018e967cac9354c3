"""What people see of jobs: what one prints, and which ones an engine has."""

import os
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from enum import Enum
from typing import ClassVar, NamedTuple

from tunewise.disk import is_locked
from tunewise.paths import ExperimentPaths
from tunewise.trial import JobId
from tunewise.worker.files import open_file

CHUNK = 65536  # bytes


class OutputError(RuntimeError):
    """What a job printed isn't there or can't be read; the message says which, and why."""


class JobOutput(ABC):
    """What one job has printed, wherever that lies.

    look_every: seconds between two looks at that of a job that is followed.
    """

    look_every: ClassVar[float] = 0.2

    @abstractmethod
    def over(self) -> bool:
        """Whether nothing more comes, as far as can be told from the job alone: it may also be one that its
        tuner hasn't started yet. Asked before the `more` that is then the last one."""

    @abstractmethod
    def more(self) -> Iterator[bytes]:
        """What has come since the last time, piece by piece. Raises `OutputError` and what the back end
        raises where it can't be asked, `BusyError` where that may go well later."""

    @abstractmethod
    def nothing(self) -> str:
        """Why nothing came, in a sentence. Raises `OutputError` where it is lost."""


class OutputFile(JobOutput):
    """One of the files in a job's folder. stderr: of standard error instead of standard output."""

    def __init__(self, paths: ExperimentPaths, job: JobId, stderr: bool) -> None:
        self._files = paths.job(job)
        self._job = job
        self._stderr = stderr
        self._read = 0

    def over(self) -> bool:
        """Where the job has ended, was never launched, or lost its guard, who would have written its end."""
        return self._files.ended.exists() or not is_locked(self._files.lock)

    def more(self) -> Iterator[bytes]:
        path = self._files.stderr if self._stderr else self._files.stdout
        try:
            log = os.fdopen(open_file(path), "rb")
        except FileNotFoundError:
            return
        except OSError as error:
            raise OutputError(
                f"What job {self._job} printed can't be read: {path}: {error.strerror}."
            ) from None
        with log:
            log.seek(self._read)
            while chunk := log.read(CHUNK):
                self._read += len(chunk)
                yield chunk

    def nothing(self) -> str:
        path, other = self._files.stdout, self._files.stderr
        if self._stderr:
            path, other = other, path
        if not path.exists():
            raise OutputError(f"Job {self._job} has printed nothing: {path} isn't there.")
        if other.exists() and other.stat().st_size:
            return f"Nothing here; there is more {'without' if self._stderr else 'with'} --stderr."
        return f"Job {self._job} has printed nothing."


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
