"""What a job on SageMaker has printed, for people: its log on CloudWatch, which comes some seconds late; and
which jobs live."""

from collections.abc import Collection, Iterator
from typing import Any, ClassVar

from tunewise.backends.base import BackendError
from tunewise.backends.job_views import JobOutput
from tunewise.backends.sagemaker.calls import (
    LOG_GROUP,
    TERMINAL,
    MissingError,
    TrainingJobs,
    of_look,
    translated,
)
from tunewise.backends.sagemaker.clients import make_clients
from tunewise.backends.sagemaker.identity import identity_of
from tunewise.backends.sagemaker.names import job_key, read_name
from tunewise.backends.sagemaker.pacing import Pace
from tunewise.backends.sagemaker.reading import PRINTED
from tunewise.paths import ExperimentPaths
from tunewise.trial import JobId


class OutputOnCloudWatch(JobOutput):
    """The log of one job, standard output and standard error together, of all its training jobs; without the
    lines in which reports stand there, too.

    Raises BackendError where the experiment had no jobs, or AWS can't be asked at all.
    """

    look_every: ClassVar[float] = 5.0

    def __init__(self, paths: ExperimentPaths, job_id: JobId) -> None:
        identity = identity_of(paths)
        if identity is None:
            raise BackendError(f"{paths.name} has started no job on SageMaker yet: look again later.")
        clients = make_clients(identity.region)
        self._experiment = identity.experiment
        self._job = job_id
        self._since = identity.since
        self._jobs = TrainingJobs(clients.sagemaker, clients.logs, Pace(5.0))
        self._logs = clients.logs
        self._read: dict[str, str] = {}  # the next token by stream

    def more(self) -> Iterator[bytes]:
        """The lines that have arrived since the last time. Raises BackendError and BusyError."""
        for stream in self._streams():
            yield from (f"{line}\n".encode() for line in self._lines(stream))

    def nothing(self) -> str:
        return "Nothing here yet: the job hasn't begun, or its log hasn't arrived."

    def over(self) -> bool:
        """Whether none of its training jobs runs any more. Raises BackendError and BusyError."""
        found = self._jobs.list(f"{self._experiment}-t{self._job.trial_id:05d}", self._since)[0]
        mine = [summary for summary in found if self._attempt(summary.name) is not None]
        return all(summary.status in TERMINAL for summary in mine)

    def _attempt(self, name: str) -> int | None:
        """Which attempt of the job a training job is; None if it's none of it."""
        known = read_name(self._experiment, name)
        return known[1] if known is not None and known[0] == self._job else None

    def _streams(self) -> list[str]:
        """Those of earlier attempts first."""
        prefix = f"{self._experiment}-{job_key(self._job)}"
        request = {"logGroupName": LOG_GROUP, "logStreamNamePrefix": prefix}
        names: list[str] = []
        try:
            with translated("Looking for the log", of_look):
                for page in self._logs.get_paginator("describe_log_streams").paginate(**request):
                    names += [stream["logStreamName"] for stream in page["logStreams"]]
        except MissingError:  # nobody has printed anything yet
            return []
        attempts = {name: self._attempt(name.partition("/")[0]) for name in names}
        mine = [(attempt, name) for name, attempt in attempts.items() if attempt is not None]
        return [name for _, name in sorted(mine)]

    def _lines(self, stream: str) -> list[str]:
        request: dict[str, Any] = {
            "logGroupName": LOG_GROUP,
            "logStreamName": stream,
            "startFromHead": True,
        }
        lines: list[str] = []
        while True:
            if stream in self._read:
                request["nextToken"] = self._read[stream]
            with translated("Reading the log"):
                page = self._logs.get_log_events(**request)
            messages = (event["message"] for event in page["events"])
            lines += [message for message in messages if not message.startswith(PRINTED)]
            if page["nextForwardToken"] == self._read.get(stream):
                return lines
            self._read[stream] = page["nextForwardToken"]


def alive(paths: ExperimentPaths, jobs: Collection[JobId]) -> Collection[JobId]:
    """As `BackendSpec.alive`."""
    identity = identity_of(paths)
    if identity is None:
        return []
    clients = make_clients(identity.region)
    listed, _ = TrainingJobs(clients.sagemaker, clients.logs, Pace(5.0)).list(
        identity.experiment, identity.since
    )
    names = (read_name(identity.experiment, job.name) for job in listed if job.status not in TERMINAL)
    living = {name[0] for name in names if name is not None}
    return [job for job in jobs if job in living]
