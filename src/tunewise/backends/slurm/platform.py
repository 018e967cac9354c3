"""Jobs of one experiment on Slurm: a job of Slurm for each, found again by its name."""

from __future__ import annotations

import logging
import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from tunewise.backends.base import BusyError, Job, LiveJob
from tunewise.backends.diagnosis import OUT_OF_MEMORY, Outcome, diagnose_lost, find_line, shown_tail
from tunewise.backends.job_folders import (
    SharedFolderPlatform,
    SharedFolderRecord,
    identity_of,
    unreachable_is_busy,
)
from tunewise.backends.platform import NEVER, EngineStatus, JobEnd, JobState, JobStatus, Resubmit
from tunewise.backends.slurm import commands
from tunewise.backends.slurm.commands import Listed, Runner
from tunewise.backends.slurm.spec import SET_UP_FAILED, SlurmSettings
from tunewise.paths import ExperimentPaths, JobPaths
from tunewise.trial import FailureKind, JobId

TRIES = 5  # of a job that Slurm fails to start
SLACK = 5.0  # seconds of KillWait that the guard needs
_RETRY = 10.0  # seconds before a job that never began is submitted again

_BY_SLURM: Mapping[str, str] = {
    "PREEMPTED": "Slurm preempted it",
    "NODE_FAIL": "its node failed",
    "BOOT_FAIL": "its node could not be booted",
    "TIMEOUT": "its time on Slurm was over",
    "DEADLINE": "its deadline on Slurm had come",
    "CANCELLED": "it was cancelled on Slurm, not by this experiment",
    "OUT_OF_MEMORY": "it used more memory than it had asked of Slurm",
    "REVOKED": "Slurm revoked it",
    "REQUEUED": "it was requeued on Slurm",
}
_TAKEN_AWAY = frozenset({"PREEMPTED", "TIMEOUT", "CANCELLED", "REVOKED", "REQUEUED"})
"""States of a job that was ended while it ran, through no fault of its own."""
_NEVER_BEGAN = frozenset({"PREEMPTED", "NODE_FAIL", "BOOT_FAIL", "REVOKED", "COMPLETED", "UNKNOWN"})
"""States after which a job that hasn't begun is submitted again."""
PREPARED = "it is being prepared"
UNLISTED = EngineStatus(JobState.GONE, "UNKNOWN")
REQUEUED = EngineStatus(JobState.GONE, "REQUEUED")
ORDER = {JobState.RUNNING: 0, JobState.QUEUED: 1, JobState.GONE: 2}
"""Of several jobs with one name, the first in this order counts."""

logger = logging.getLogger(__name__)


class Name(NamedTuple):
    """A job's name on Slurm."""

    job: JobId
    attempt: int

    def text(self, prefix: str) -> str:
        return f"{prefix}{self.job.trial_id}-{self.job.run}-{self.attempt}"

    @classmethod
    def read(cls, prefix: str, text: str) -> Name | None:
        parts = text.removeprefix(prefix).split("-") if text.startswith(prefix) else []
        if len(parts) != 3 or not all(part.isdecimal() for part in parts):
            return None
        trial_id, run, attempt = map(int, parts)
        return cls(JobId(trial_id, run), attempt)


class SlurmRecord(SharedFolderRecord):
    """cancelled: the tuner has cancelled the job, so Slurm needn't say why it ended. ended: the job has
    written down its end."""

    def __init__(self, paths: JobPaths, first_report: int) -> None:
        super().__init__(paths, first_report)
        self.cancelled = False
        self.ended = False

    def read(self, gone: bool) -> JobStatus:
        status = super().read(gone)
        self.ended = status.ended is not None
        if status.ended is not None and status.ended.halted and not self.cancelled and not gone:
            return status._replace(over=False)  # only Slurm knows who ended it
        return status


class SlurmPlatform(SharedFolderPlatform[SlurmRecord]):
    """Keeps the name of each job on Slurm. All else is on the disk or in Slurm's queue."""

    def __init__(self, spec: SlurmSettings, paths: ExperimentPaths, workers: int, runner: Runner) -> None:
        super().__init__(spec.folders(paths), spec.poll_every, workers)
        self._spec = spec
        self._runner = runner
        self._prefix = f"tw-{identity_of(paths, spec.kind)}-"
        self._names: dict[JobId, str] = {}
        self._missed: set[JobId] = set()
        self._checked = False

    # ---- submitting --------------------------------------------------------------------------------------

    def submit(self, job: Job, attempt: int, unsure: bool) -> None:
        self._check_grace()
        name = self._names[job.id] = Name(job.id, attempt).text(self._prefix)
        if self._folders.has_begun(job.id) or (unsure and self._find(name)):
            return
        files = self._paths.job(job.id)
        order = self._folders.write_order(job, name=name)
        guard = self._spec.guard(str(order))
        script = self._spec.batch_script(name, guard, str(files.stdout), str(files.stderr))
        self._submit(script)

    def _submit(self, script: str) -> None:
        answer = self._runner.run(["sbatch", "--parsable"], script)
        if answer.code != 0:
            raise commands.refusal(answer)
        commands.parse_submitted(answer.stdout)

    def exists(self, job_id: JobId, attempt: int) -> bool:
        return self._folders.has_begun(job_id) or self._find(Name(job_id, attempt).text(self._prefix))

    def _find(self, name: str) -> bool:
        return bool(commands.parse_queue(self._runner.ask(commands.queue_named(name))))

    def _check_grace(self) -> None:
        """Warns once if Slurm gives scripts less time to save than they are promised."""
        if self._checked:
            return
        self._checked = True
        answer = self._runner.run(["scontrol", "show", "config"])
        kill_wait = commands.parse_kill_wait(answer.stdout)
        if kill_wait is not None and self._spec.stop_grace > max(0.0, kill_wait - SLACK):
            logger.warning(
                "Slurm here kills jobs %g s after it has told them to end (KillWait): scripts may not have "
                "the %g s of stop_grace, so give %g at most.",
                *(kill_wait, self._spec.stop_grace, max(0.0, kill_wait - SLACK)),
            )

    # ---- looking -----------------------------------------------------------------------------------------

    @unreachable_is_busy()
    def states(self, job_ids: Collection[JobId]) -> Mapping[JobId, EngineStatus]:
        listed = self._queue()
        found: dict[JobId, EngineStatus] = {}
        for job_id in job_ids:
            same = listed.get(self._names[job_id], [])
            if same:
                job = min(same, key=lambda each: ORDER[each.seen.state])
                self._missed.discard(job_id)
                found[job_id] = self._as_begun(job_id, self._unless_requeued(job_id, job.seen))
            elif job_id in self._missed:
                found[job_id] = UNLISTED
            else:
                self._missed.add(job_id)  # jobs stay listed for minutes after their end: look again
        return found

    def _unless_requeued(self, job_id: JobId, seen: EngineStatus) -> EngineStatus:
        """A job that has run, and that somebody requeued, is cancelled: its trial goes on in another job."""
        if seen.state is JobState.QUEUED and self._records[job_id].ended:
            self._cancel(job_id)
            return REQUEUED
        return seen

    def _as_begun(self, job_id: JobId, seen: EngineStatus) -> EngineStatus:
        """For Slurm a job also runs while its node, modules and set-up line are prepared, and while it waits
        for an earlier job's lease. That time counts towards no limit, and costs nothing."""
        record = self._records[job_id]
        if seen.state is JobState.RUNNING and record.started is None:
            record.refresh_folder()
            if record.started is None:
                return EngineStatus(JobState.QUEUED, PREPARED, seen.place)
        return seen

    def _queue(self) -> dict[str, list[Listed]]:
        """All jobs of this experiment that Slurm lists, by name: several if one was submitted twice."""
        found: dict[str, list[Listed]] = {}
        for job in commands.parse_queue(self._runner.ask(commands.queue_of(os.getuid()))):
            if job.name.startswith(self._prefix):
                found.setdefault(job.name, []).append(job)
        return found

    def record(self, job_id: JobId, attempt: int, first_report: int) -> SlurmRecord:
        self._names[job_id] = Name(job_id, attempt).text(self._prefix)
        record = self._records[job_id] = SlurmRecord(self._paths.job(job_id), first_report)
        self._missed.discard(job_id)
        return record

    # ---- ending ------------------------------------------------------------------------------------------

    def terminate(self, job_id: JobId) -> float | None:
        self._cancel(job_id)
        self._records[job_id].cancelled = True
        return NEVER  # Slurm kills what hasn't ended within KillWait

    def kill(self, job_id: JobId) -> None:
        self._cancel(job_id, "--signal=KILL", "--full")

    def _cancel(self, job_id: JobId, *options: str) -> None:
        """By name, as there may be two jobs of it after a lost answer."""
        self._run_scancel(*options, "-u", str(os.getuid()), f"--name={self._names[job_id]}")

    def _run_scancel(self, *arguments: str) -> None:
        answer = self._runner.run(["scancel", *arguments])
        if not commands.cancelled(answer):
            raise BusyError(f"scancel: {commands.complaint(answer.stderr)}")

    def job_end(self, job_id: JobId, seen: EngineStatus, status: JobStatus, asked: bool) -> JobEnd | Resubmit:
        end = super().job_end(job_id, seen, status, asked)
        reason = _BY_SLURM.get(_state(seen))
        halted = status.ended is not None and status.ended.halted and not asked
        if isinstance(end, JobEnd) and halted and reason is not None:
            end = end._replace(outcome=Outcome(FailureKind.PREEMPTED, f"{reason}: {end.outcome.detail}"))
        if not isinstance(end, Resubmit):
            self._names.pop(job_id, None)
            self._records.pop(job_id, None)
        return end

    def explain(
        self, job_id: JobId, seen: EngineStatus, status: JobStatus, asked: bool
    ) -> Outcome | Resubmit:
        state = _state(seen)
        if asked:
            return Outcome(None, "told to end")
        began = self._folders.has_begun(job_id)
        if not began and SET_UP_FAILED in status.stderr:
            return Outcome(FailureKind.ERROR, _with(status, "its modules or its set-up line failed"))
        if state == "OUT_OF_MEMORY" or find_line(OUT_OF_MEMORY, status.stderr):
            return Outcome(FailureKind.CONFIGURATION, _with(status, f"out of memory: {_words(seen)}"))
        if not began and state in _NEVER_BEGAN and self._attempt(job_id) + 1 < TRIES:
            return Resubmit(_words(seen), _RETRY)
        if state in _TAKEN_AWAY:
            return Outcome(FailureKind.PREEMPTED, _with(status, _words(seen)))
        if not began:
            return Outcome(FailureKind.INFRASTRUCTURE, _with(status, self._why_not_begun(job_id, seen)))
        if state in _BY_SLURM:
            return Outcome(FailureKind.INFRASTRUCTURE, _with(status, _words(seen)))
        return diagnose_lost(status.stderr, started=True, why=_words(seen))

    def _why_not_begun(self, job_id: JobId, seen: EngineStatus) -> str:
        if not self._paths.job(job_id).stderr.exists():
            return (
                f"{_words(seen)} before it could write to {self._paths.job(job_id).folder}: that has to be "
                "on a file system that the node sees, too, and $TUNEWISE_HOME may name one"
            )
        return f"{_words(seen)} before the script began"

    def _attempt(self, job_id: JobId) -> int:
        name = Name.read(self._prefix, self._names[job_id])
        return 0 if name is None else name.attempt

    # ---- taking up ---------------------------------------------------------------------------------------

    def recover(self, jobs: Sequence[LiveJob]) -> Mapping[JobId, int]:
        listed = self._queue()
        attempts: dict[JobId, int] = {}
        for name in self._known_names(listed):
            attempts[name.job] = max(name.attempt, attempts.get(name.job, 0))
        live = {each.job.id for each in jobs}
        self._end_unknown(listed, live)
        return {
            job_id: attempts.get(job_id, 0)
            for job_id in live
            if job_id in attempts or self._folders.has_begun(job_id)
        }

    def _known_names(self, listed: Iterable[str]) -> Iterable[Name]:
        """Names of jobs that were submitted, and may not have been read to their end. listed: by Slurm."""
        return filter(None, (Name.read(self._prefix, text) for text in listed))

    def _end_unknown(self, listed: Mapping[str, list[Listed]], live: Collection[JobId]) -> None:
        """Ends jobs that the experiment doesn't know."""
        for text, same in listed.items():
            name = Name.read(self._prefix, text)
            if name is not None and name.job in live:
                continue
            stray = [job.id for job in same if job.seen.state is not JobState.GONE]
            if stray:
                logger.info("Unknown jobs of the experiment are cancelled on Slurm: %s", ", ".join(stray))
                self._run_scancel(*stray)

    def alive(self, job_ids: Collection[JobId]) -> list[JobId]:
        """Those of these jobs that wait or run. Raises BusyError."""
        names = [Name.read(self._prefix, text) for text, same in self._queue().items() if _any_left(same)]
        left = {name.job for name in names if name is not None}
        return [job_id for job_id in job_ids if job_id in left]


def _any_left(same: Iterable[Listed]) -> bool:
    return any(job.seen.state is not JobState.GONE for job in same)


def _state(seen: EngineStatus) -> str:
    return seen.why.partition(" ")[0]


def _words(seen: EngineStatus) -> str:
    state = _state(seen)
    if state == "UNKNOWN":
        return "Slurm no longer knows it"
    return f"{_BY_SLURM.get(state, 'it is over on Slurm')} ({seen.why})"


def _with(status: JobStatus, words: str) -> str:
    last = shown_tail(status.stderr)
    return f"{words}\n{last}" if last else words
