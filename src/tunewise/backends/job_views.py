"""What people see of jobs: the output of a job, and the list of an engine's jobs (`tunewise jobs`)."""

import os
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from enum import Enum
from typing import BinaryIO, ClassVar, NamedTuple

from tunewise.disk import is_locked
from tunewise.paths import ExperimentPaths
from tunewise.trial import JobId
from tunewise.worker.files import open_file

CHUNK = 65536  # bytes


class OutputError(RuntimeError):
    """The output of a job doesn't exist or can't be read; the message says which, and why."""


class JobOutput(ABC):
    """The output of one job, wherever it is kept.

    poll_interval: seconds between two reads when a job is followed.
    """

    poll_interval: ClassVar[float] = 0.2

    @abstractmethod
    def is_over(self) -> bool:
        """Whether no more output will come, as far as the job itself shows; its tuner may not have started it
        yet. Called before the `read_new` that is then the last one."""

    @abstractmethod
    def read_new(self) -> Iterator[bytes]:
        """The output since the last call, in pieces. Raises `OutputError`, `BusyError` if a later try may
        succeed, and other errors of the back end."""

    def skip(self, keep: int) -> None:  # noqa: B027 - not all can
        """Leaves out what is there already but for its end, of about `keep` bytes, if that can be read
        alone. Called before the first `read_new`."""

    @abstractmethod
    def why_empty(self) -> str:
        """Why there was no output, in a sentence. Raises `OutputError` if it is lost."""


class OutputFile(JobOutput):
    """One of the files in a job's folder. stderr: standard error instead of standard output."""

    def __init__(self, paths: ExperimentPaths, job: JobId, stderr: bool) -> None:
        self._files = paths.job(job)
        self._job = job
        self._stderr = stderr
        self._read = 0

    def is_over(self) -> bool:
        """Whether the job has ended, was never launched, or lost the guard that would record its end."""
        return self._files.ended.exists() or not is_locked(self._files.lock)

    def skip(self, keep: int) -> None:
        log = self._opened()
        if log is None:
            return
        with log:
            log.seek(max(0, log.seek(0, os.SEEK_END) - keep))
            if log.tell():
                log.readline(CHUNK)  # the rest of a line that was cut
            self._read = log.tell()

    def read_new(self) -> Iterator[bytes]:
        log = self._opened()
        if log is None:
            return
        with log:
            log.seek(self._read)
            while chunk := log.read(CHUNK):
                self._read += len(chunk)
                yield chunk

    def _opened(self) -> BinaryIO | None:
        path = self._files.stderr if self._stderr else self._files.stdout
        try:
            return os.fdopen(open_file(path), "rb")
        except FileNotFoundError:
            return None
        except OSError as error:
            raise OutputError(
                f"The output of job {self._job} can't be read: {path}: {error.strerror}."
            ) from None

    def why_empty(self) -> str:
        path, other = self._files.stdout, self._files.stderr
        if self._stderr:
            path, other = other, path
        if not path.exists():
            raise OutputError(f"Job {self._job} has printed nothing: {path} doesn't exist.")
        if other.exists() and other.stat().st_size:
            return f"Nothing here; there is more {'without' if self._stderr else 'with'} --stderr."
        return f"Job {self._job} has printed nothing."


class Unit(Enum):
    """The kind of a column's values. Seconds and money are added up below it."""

    TEXT = "text"
    SECONDS = "seconds"
    MONEY = "money"
    MOMENT = "moment"


class Column(NamedTuple):
    heading: str
    unit: Unit = Unit.TEXT


class ListedJob(NamedTuple):
    """A job as its engine shows it.

    cells: a value for each column, the job's name first; None or "" if unknown. why: why it waits or failed,
    in the engine's words, or "". remark: shown once for all jobs that have it. successor: the job that got
    what this one ran on, or "".
    """

    cells: Sequence[str | float | datetime | None]
    why: str = ""
    remark: str = ""
    successor: str = ""


class JobList(NamedTuple):
    """What `BackendSpec.list_jobs` returns. looks: for each of the newest jobs, the newest first, a call that
    asks the engine about it and may raise `BackendError` and `BusyError`."""

    columns: Sequence[Column]
    looks: Sequence[Callable[[], ListedJob]]
