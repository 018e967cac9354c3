"""Ray as one experiment uses it: an actor for each job, and folders that all nodes see."""

from __future__ import annotations

import json
import logging
import os
import re
import time
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from tunewise.backends.base import BackendError, BusyError, Job, LiveJob
from tunewise.backends.diagnosis import Outcome, diagnose_lost
from tunewise.backends.job_folders import SharedFolderPlatform, SharedFolderRecord, identity_of
from tunewise.backends.platform import EngineStatus, JobEnd, JobState, JobStatus, LaunchError, Resubmit
from tunewise.backends.ray.cluster import CONNECT, Cluster
from tunewise.backends.ray.spec import RaySettings
from tunewise.paths import ExperimentPaths, JobPaths
from tunewise.trial import FailureKind, JobId
from tunewise.worker.files import open_file, parse, read_if_there, refresh_folder
from tunewise.worker.lease import SilenceTimer, now

if TYPE_CHECKING:
    Amounts = Mapping[str, float]

STARTING = 5.0  # seconds that Ray may take to start a process, for which no job is said to wait
KILL_AFTER = 30.0  # seconds beyond its grace for which a guard is waited for, which kills by itself
_NEVER = "never"  # the key by which a file that forbids a job differs from a guard's
_REFUSED = "the job could not be launched"
_BY_ITSELF = "exit_actor()"
"""In what Ray says of an actor that ended with its job."""
_LOW_ON_MEMORY = re.compile("low on memory", re.IGNORECASE)

logger = logging.getLogger(__name__)


class RayPlatform(SharedFolderPlatform[SharedFolderRecord]):
    """A job is known to Ray by its actor's name, which is free again once the actor is dead. So what became
    of one that isn't there is told by its folder.

    paths: of the experiment, absolute.
    """

    def __init__(self, spec: RaySettings, paths: ExperimentPaths, workers: int) -> None:
        super().__init__(spec.folders(paths), spec.poll_every, workers)
        self._spec = spec
        self._prefix = f"{identity_of(paths, spec.kind)}/"
        self._cluster = Cluster(spec.address)
        self._waits_since: dict[JobId, float] = {}
        self._alone: dict[JobId, SilenceTimer] = {}  # without an actor
        self._warned = False
        self._ours: set[str] = set()  # the names of jobs that the record knows
        self._strays_ended = False
        self._resumed = False  # with jobs that were on the cluster: it is waited for

    # ---- starting ----------------------------------------------------------------------------------------

    def submit(self, job: Job, attempt: int, unsure: bool) -> None:
        self._spec.check_here()  # each time: a script that is gone would fail trial after trial
        if self._folders.has_begun(job.id):
            if unsure:
                return
            raise LaunchError(f"{self._paths.job(job.id).folder} holds an earlier run of it")
        name = self._name(job.id)
        order = self._folders.write_order(job, actor=name, **self._spec.actor_options())
        plan = self._spec.plan(order)._asdict()
        self._ours.add(name)
        create = self._ask if self._resumed else self._cluster.call
        create("create", name=name, options=self._spec.actor_options(), plan=plan)

    def exists(self, job_id: JobId, attempt: int) -> bool:
        if attempt > 0:
            return False  # none is had again: the trial's next job has an id of its own
        return self._folders.has_begun(job_id) or self._name(job_id) in self._listed()

    # ---- following ---------------------------------------------------------------------------------------

    def states(self, job_ids: Collection[JobId]) -> Mapping[JobId, EngineStatus]:
        names = {job_id: self._name(job_id) for job_id in job_ids}
        try:
            answer = self._ask("look", names=list(names.values()))
        except BusyError as error:
            lost = [job_id for job_id in job_ids if self._is_lost(job_id, str(error))]
            if not lost:
                raise
            return dict.fromkeys(lost, EngineStatus(JobState.GONE, str(error)))
        if not self._strays_ended:
            self._end_strays()
        found = {job_id: self._seen(job_id, answer["actors"][name]) for job_id, name in names.items()}
        for job_id, seen in found.items():
            if seen is not None and seen.state is JobState.QUEUED:
                found[job_id] = seen._replace(why=self._why_queued(job_id, answer["nodes"]))
        return {job_id: seen for job_id, seen in found.items() if seen is not None}

    def _seen(self, job_id: JobId, told: Mapping[str, Any]) -> EngineStatus | None:
        """None for no news."""
        files = self._paths.job(job_id)
        if told.get("refusal"):
            return EngineStatus(JobState.GONE, f"{_REFUSED}: {told['refusal']}")
        if told["there"]:
            began = files.started.exists()
            return (
                EngineStatus(JobState.RUNNING, place=told.get("host", ""))
                if began
                else EngineStatus(JobState.QUEUED)
            )
        why = _words(told.get("end", ""))
        refresh_folder(files.folder, ".look")
        if _forbid(files, why) or files.ended.exists() or self._is_silent(job_id):
            return EngineStatus(JobState.GONE, why)
        return None  # its guard is ending it

    def _is_lost(self, job_id: JobId, why: str) -> bool:
        """Whether a job is surely over while Ray can't be asked. One that has no guard yet may be in a queue
        that outlives this."""
        files = self._paths.job(job_id)
        if files.started.exists():
            return self._is_silent(job_id)
        # a guard that waits for an earlier job is silent, too, and may begin at any moment
        return files.lease.exists() and self._is_silent(job_id) and _forbid(files, why)

    def _is_silent(self, job_id: JobId) -> bool:
        """Whether the lease of a job without an actor stands still for so long that nothing of it is left. So
        does one that somebody has deleted."""
        lease = self._folders.lease(job_id)
        silence = self._alone.setdefault(job_id, SilenceTimer(lease.silence))
        return silence.look(now(), read_if_there(lease.path) or b"", now())

    def _why_queued(self, job_id: JobId, nodes: Sequence[Amounts]) -> str:
        wanted = self._spec.amounts()
        words = ", ".join(f"{amount:g} {name}" for name, amount in wanted.items())
        if any(all(node.get(name, 0.0) >= amount for name, amount in wanted.items()) for node in nodes):
            since = self._waits_since.setdefault(job_id, time.monotonic())
            return f"for {words} to be free" if time.monotonic() > since + STARTING else ""
        why = f"no node of the Ray cluster has what a job asks for: {words}"
        if not self._warned:
            self._warned = True
            logger.warning("%s. Jobs wait until one joins that has.", why[0].upper() + why[1:])
        return why

    def record(self, job_id: JobId, attempt: int, first_report: int) -> SharedFolderRecord:
        record = self._records[job_id] = SharedFolderRecord(self._paths.job(job_id), first_report)
        return record

    # ---- ending ------------------------------------------------------------------------------------------

    def terminate(self, job_id: JobId) -> float | None:
        """One that waits for its place is taken out of the queue."""
        verb = "halt" if self._folders.has_begun(job_id) else "kill"
        self._ask(verb, name=self._name(job_id))
        return self._spec.stop_grace + KILL_AFTER

    def kill(self, job_id: JobId) -> None:
        self._ask("kill", name=self._name(job_id))

    def job_end(self, job_id: JobId, seen: EngineStatus, status: JobStatus, asked: bool) -> JobEnd | Resubmit:
        end = super().job_end(job_id, seen, status, asked)
        if asked or status.ended is None or not status.ended.halted or not isinstance(end, JobEnd):
            return end
        with suppress(BusyError):
            why = self._ask("why", name=self._name(job_id)).get("end", _BY_ITSELF)
            if _LOW_ON_MEMORY.search(why):
                return JobEnd(end.ran, Outcome(FailureKind.CONFIGURATION, f"out of memory: {_words(why)}"))
            if _BY_ITSELF not in why:
                return JobEnd(end.ran, Outcome(FailureKind.PREEMPTED, f"{_words(why)}: {end.outcome.detail}"))
        return end

    def explain(self, job_id: JobId, seen: EngineStatus, status: JobStatus, asked: bool) -> Outcome:
        began = status.ran is not None
        if asked:
            return Outcome(None, "told to end" if began else "told to end before it began")
        if began:
            return diagnose_lost(status.stderr, started=True, why=seen.why)
        if seen.why.startswith(_REFUSED):
            return Outcome(FailureKind.INFRASTRUCTURE, seen.why)
        return Outcome(FailureKind.PREEMPTED, f"{seen.why} before the script began")

    def release(self, job_id: JobId) -> None:
        self._waits_since.pop(job_id, None)
        self._alone.pop(job_id, None)
        self._records.pop(job_id, None)

    # ---- taking up ---------------------------------------------------------------------------------------

    def recover(self, jobs: Sequence[LiveJob]) -> Mapping[JobId, int]:
        self._ours = {self._name(live.job.id) for live in jobs}
        self._resumed = bool(jobs)
        try:
            self._cluster.connect(CONNECT)
            self._end_strays()
        except (BackendError, BusyError) as error:
            if not jobs:
                raise
            logger.warning("%s. What became of jobs is read in their folders.", str(error).rstrip("."))
        return {live.job.id: 0 for live in jobs if self._folders.has_begun(live.job.id)}

    def _end_strays(self) -> None:
        for name in set(self._listed()) - self._ours:
            self._ask("kill", name=name)
        self._strays_ended = True

    def close(self, jobs_left: bool) -> tuple[()]:
        self._cluster.close()
        return ()

    def _listed(self) -> list[str]:
        names: list[str] = self._ask("list", prefix=self._prefix)["names"]
        return names

    def _ask(self, do: str, **arguments: object) -> Mapping[str, Any]:
        """As `Cluster.call`, but raises BusyError also where there never was a cluster: only who is to start
        the first jobs can't do without."""
        try:
            return self._cluster.call(do, **arguments)
        except BackendError as error:
            raise BusyError(str(error)) from error

    def _name(self, job_id: JobId) -> str:
        return f"{self._prefix}{job_id}"


def alive(spec: RaySettings, paths: ExperimentPaths, jobs: Collection[JobId]) -> Collection[JobId]:
    """As in `BackendSpec`."""
    prefix = f"{identity_of(paths, spec.kind)}/"
    cluster = Cluster(spec.address)
    try:
        cluster.connect(CONNECT)
        listed = set(cluster.call("list", prefix=prefix)["names"])
    finally:
        cluster.close()
    return [job for job in jobs if f"{prefix}{job}" in listed]


def _forbid(files: JobPaths, why: str) -> bool:
    """Makes the file that a guard makes before it runs a job, so that none will. False if one was faster. It
    may have been made so by an earlier tuner, whose word on the job nobody heard."""
    try:
        file = open_file(files.started, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
    except FileExistsError:
        return _is_forbidden(files)
    with os.fdopen(file, "w") as claimed:
        json.dump({_NEVER: why}, claimed)
    return True


def _is_forbidden(files: JobPaths) -> bool:
    try:
        found = parse(read_if_there(files.started) or b"")
    except ValueError:  # its guard is writing it, or died at that
        return False
    return isinstance(found, dict) and _NEVER in found


def _words(end: str) -> str:
    """What Ray says of an actor's end; its last sentence tells the most."""
    said = end.strip().rpartition("\n")[2].strip().rstrip(".")
    return said[:300] if said else "its actor on Ray is gone"
