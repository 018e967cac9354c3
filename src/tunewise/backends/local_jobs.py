"""The live back end for jobs on this machine."""

from __future__ import annotations

import logging
import os
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from tunewise.backends.base import Backend, BackendError, Job, LiveJob, NoRoomError
from tunewise.backends.bell import Bell
from tunewise.backends.folder import remove_checkpoint
from tunewise.backends.launching import Launcher
from tunewise.backends.scripted import check_arguments
from tunewise.backends.slots import VISIBLE_GPUS, GpuSlots, NoFreeGpuError
from tunewise.backends.sweeping import MARK, experiment_mark, kill_marked
from tunewise.backends.watching import WatchedJob
from tunewise.clock import RealClock
from tunewise.events import Fact, JobEnded
from tunewise.files import decode
from tunewise.locks import is_locked, lock
from tunewise.trial import FailureKind
from tunewise.worker.files import read_if_there, write_json
from tunewise.worker.guard import Order, to_flags
from tunewise.worker.report import BELL, CHECKPOINTS, FULL, REPORTS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tunewise.paths import ExperimentPaths, JobPaths
    from tunewise.trial import JobId

LOCK_PATIENCE = 0.1  # seconds
RECHECK = 1.0  # seconds between thorough looks: for guards that were killed, and for rings that got lost

logger = logging.getLogger(__name__)


class _Description(msgspec.Struct, frozen=True):
    """What is needed again of a job's description."""

    gpus: tuple[str, ...]


@dataclass(frozen=True)
class Command:
    """How the script is called: everything but the job's own arguments.

    argv: the program and what comes before the job's arguments. environment: what to set on top of the
    tuner's own environment. grace: seconds for a halted script to save.
    """

    argv: tuple[str, ...]
    cwd: str
    environment: dict[str, str]
    grace: float


class LocalJobs(Backend):
    """Runs each job under a guard of its own, and follows it through its files.

    Nothing of it lives in this process alone, so another tuner can take up where this one left off. The
    jobs' environment is this process's at the time of the first start. check: raises `BackendError` if no
    job can be started; called before the first one.
    """

    def __init__(
        self,
        paths: ExperimentPaths,
        command: Command,
        slots: GpuSlots,
        elapsed: float,
        check: Callable[[], None],
    ) -> None:
        self.clock = RealClock(elapsed)
        self._paths = paths
        self._command = command
        self._slots = slots
        self._check = check
        self._mark = experiment_mark(paths.folder)
        self._jobs: dict[JobId, WatchedJob] = {}
        self._launcher = Launcher()
        self._news: list[Fact] = []
        self._checked = time.monotonic()
        paths.folder.mkdir(parents=True, exist_ok=True)
        self._bell = Bell(paths.bell)

    def start(self, job: Job) -> None:
        self._check()  # each time: a script that is gone would fail trial after trial
        try:
            gpus = self._slots.take(job.id)
            self._launch(job, gpus)
        except (OSError, NoFreeGpuError, _OccupiedError) as error:
            self._slots.release(job.id)
            if isinstance(error, OSError) and error.errno in FULL:
                raise self._no_room() from error
            self._not_launched(job.id, error)
        else:
            self._watch(job.id, gpus)

    def halt(self, job_id: JobId, patience: float) -> None:
        job = self._jobs.get(job_id)
        if job is not None:
            job.halt(patience)

    def drop_checkpoint(self, trial_id: int) -> None:
        remove_checkpoint(self._paths, trial_id)

    def poll(self, timeout: float) -> list[Fact]:
        """As in `Backend`; comes back early, perhaps with nothing, when somebody rang the bell."""
        deadline = time.monotonic() + timeout
        rung = False
        while True:
            facts = self._look()
            if facts or rung or time.monotonic() >= deadline:
                return facts
            rung = self._bell.wait(min(deadline, self._next_look()) - time.monotonic())

    def attach(self, jobs: Sequence[LiveJob]) -> None:
        never_started = []
        for live in jobs:
            if _traces(self._paths.job(live.job.id)):
                self._adopt(live)
            else:
                never_started.append(live)
        known = {f"{self._mark}{live.job.id}" for live in jobs}
        if not kill_marked(lambda mark: mark.startswith(self._mark) and mark not in known):
            logger.warning("Processes of earlier jobs in %s can't be killed.", self._paths.folder)
        for live in never_started:  # last, when it is known which GPUs are held
            if live.halted:
                self._news.append(JobEnded(self.clock.now(), live.job.id, 0.0))
            else:
                self._start_after_all(live.job)
        self._checked = float("-inf")

    def close(self) -> Sequence[Fact]:
        self._launcher.close()
        self._bell.close()
        return ()

    # ---- starting ---------------------------------------------------------------------------------------

    def _start_after_all(self, job: Job) -> None:
        """Starts a job whose start an earlier tuner had decided."""
        try:
            self.start(job)
        except BackendError as error:  # the others can be followed and ended all the same
            self._not_launched(job.id, error)

    def _not_launched(self, job_id: JobId, error: Exception) -> None:
        detail = f"the job could not be launched: {error}"
        self._news.append(JobEnded(self.clock.now(), job_id, 0.0, FailureKind.INFRASTRUCTURE, detail))

    def _launch(self, job: Job, gpus: tuple[str, ...]) -> None:
        """Takes the job's lock and sends it to the launcher, so that it's held until the guard is dead."""
        files = self._paths.job(job.id)
        os.makedirs(files.folder, exist_ok=True)
        try:
            held = lock(files.lock, LOCK_PATIENCE)
        except BlockingIOError:
            raise _OccupiedError(f"{files.lock} is held, so it runs already") from None
        try:
            if files.started.exists() or files.ended.exists():
                raise _OccupiedError(f"{files.folder} holds an earlier run of it")
            order = self._order(job, files, gpus)
            self._describe(job, files, order, gpus)
            self._launcher.launch(order, held)
        finally:
            os.close(held)

    def _order(self, job: Job, files: JobPaths, gpus: tuple[str, ...]) -> Order:
        environment: dict[str, str | None] = {
            **self._command.environment,
            REPORTS: str(files.reports),
            CHECKPOINTS: str(self._paths.checkpoint(job.id.trial_id)),
            BELL: self._bell.path,
            MARK: f"{self._mark}{job.id}",
        }
        if gpus:
            environment[VISIBLE_GPUS] = ",".join(gpus)
        argv = [*self._command.argv, *to_flags(job.arguments)]
        check_arguments(argv)
        return Order(
            argv=argv,
            cwd=self._command.cwd,
            environment=environment,
            grace=self._command.grace,
            stdout=str(files.stdout),
            stderr=str(files.stderr),
            started=str(files.started),
            ended=str(files.ended),
            bell=self._bell.path,
        )

    def _describe(self, job: Job, files: JobPaths, order: Order, gpus: tuple[str, ...]) -> None:
        """Writes down what is to run. The environment is left out: it may hold secrets."""
        config = self._paths.config(job.id.trial_id)
        if not config.exists():
            write_json(str(config), job.arguments, indent=2)
        description = {"argv": order.argv, "cwd": order.cwd, "gpus": gpus}
        write_json(str(files.description), description, indent=2)

    def _watch(
        self,
        job_id: JobId,
        gpus: tuple[str, ...],
        first_report: int = 0,
        begun: bool = False,
        halted: bool = False,
    ) -> WatchedJob:
        job = WatchedJob(
            job_id,
            self._paths.job(job_id),
            mark=f"{self._mark}{job_id}",
            gpus=gpus,
            clock=self.clock,
            last_words=self._launcher.last_words,
            first_report=first_report,
            begun=begun,
            halted=halted,
        )
        self._jobs[job_id] = job
        return job

    def _no_room(self) -> NoRoomError:
        return NoRoomError(
            f"There is no room left for {self._paths.folder}: make some and run "
            f"`tunewise resume {self._paths.name}`; jobs that run go on meanwhile."
        )

    # ---- following --------------------------------------------------------------------------------------

    def _look(self) -> list[Fact]:
        if self._bell.no_room:  # for the ends of jobs, too, for which all limits wait
            raise self._no_room()
        facts, self._news = self._news, []
        now = time.monotonic()
        thorough = now >= self._checked + RECHECK
        if thorough:
            self._checked = now
        for job in list(self._jobs.values()):
            job.halt_if_due()
            facts.extend(job.look(thorough))
            if job.over:
                del self._jobs[job.id]
                self._slots.release(job.id)
        return facts

    def _next_look(self) -> float:
        """When to look although nobody rang, on the monotonic clock."""
        now = time.monotonic()
        # one that is overdue waits for its guard to begin, which rings
        halts = [due for job in self._jobs.values() if (due := job.halt_due) is not None and due > now]
        return min([self._checked + RECHECK, *halts])

    def _adopt(self, live: LiveJob) -> None:
        """Takes up a job that was launched, whether it still runs or not: the first look will tell."""
        gpus = _held_gpus(self._paths.job(live.job.id))
        self._slots.keep(live.job.id, gpus)
        job = self._watch(live.job.id, gpus, live.reports_seen, live.begun, live.halted)
        if live.halted:
            job.halt(0.0)


class _OccupiedError(RuntimeError):
    """The folder of a job to be started is that of one that runs, or ran: nothing runs twice."""


def _traces(files: JobPaths) -> bool:
    """Whether a job was ever launched. Its script can't have begun without leaving `started.json`, unless
    the machine crashed soon after; then its reports may be there."""
    return is_locked(files.lock) or any(path.exists() for path in (files.started, files.ended, files.reports))


def _held_gpus(files: JobPaths) -> tuple[str, ...]:
    data = read_if_there(files.description)
    try:
        return () if data is None else decode(data, _Description).gpus
    except ValueError:
        return ()  # the machine crashed before it was on disk: the job can't run any more either
