"""This machine as an engine: its platform, and the bell that wakes the tuner."""

import logging
import os
import select
import signal
import stat
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from tunewise.backends.base import BusyError, Job, LiveJob, NoRoomError
from tunewise.backends.diagnosis import Outcome, diagnose_lost, read_end_record
from tunewise.backends.gpus import (
    VISIBLE_GPUS,
    GpuSlots,
    NoFreeGpuError,
    script_environment,
    threads_per_worker,
)
from tunewise.backends.job_folders import FolderRecord, JobFolders, read_description, read_start_record
from tunewise.backends.local_launcher import Launcher, WarmStart
from tunewise.backends.orphans import experiment_mark, kill_marked
from tunewise.backends.platform import NEVER, EngineStatus, JobState, JobStatus, LaunchError, Pace, Platform
from tunewise.disk import is_locked, lock
from tunewise.trial import JobId
from tunewise.worker.processes import read_process
from tunewise.worker.report import FULL, NEWS, NO_ROOM

LOCK_PATIENCE = 0.1  # seconds
RECHECK = 1.0  # seconds between checks for killed guards and lost notifications

logger = logging.getLogger(__name__)


class LocalPlatform(Platform):
    """Runs each job under its own guard, which notifies the tuner of news.

    A job's name is its folder, and the lock in it shows whether it runs. Jobs get the environment that this
    process has at the first start. check: raises `BackendError` if no job can be started. warm: what is
    imported for all jobs.
    """

    def __init__(
        self,
        folders: JobFolders,
        slots: GpuSlots,
        check: Callable[[], None],
        warm: WarmStart | None = None,
    ) -> None:
        paths = self._paths = folders.paths
        self._folders = folders
        self._slots = slots
        self._check = check
        self._mark = experiment_mark(paths.folder)
        self._launcher = Launcher(warm)
        paths.folder.mkdir(parents=True, exist_ok=True)
        self._bell = Bell(paths.bell)
        if not paths.trials.exists():
            with suppress(BusyError, OSError):  # the first job tells
                self._launcher.begin()  # it imports while the tuner imports NumPy
        self.pace = Pace(states=RECHECK, records=WITHOUT_PIPE if self._bell.path is None else RECHECK)

    def submit(self, job: Job, attempt: int, unsure: bool) -> None:
        self._check()  # each time: if the script is gone, trial after trial would fail
        try:
            self._launcher.begin()
            self._launch(job, self._slots.take(job.id))
        except BusyError:  # of the launcher, which has to import again if it has just died
            self._slots.release(job.id)
            raise
        except OSError as error:
            if error.errno in FULL:
                raise self._no_room() from error
            raise LaunchError(str(error)) from error
        except NoFreeGpuError as error:
            raise LaunchError(str(error)) from error

    def exists(self, job_id: JobId, attempt: int) -> bool:
        """A script that began has left `started.json`, unless the machine crashed soon after; then there may
        be reports."""
        return is_locked(self._paths.job(job_id).lock) or self._folders.has_begun(job_id)

    def states(self, job_ids: Collection[JobId]) -> Mapping[JobId, EngineStatus]:
        """Only finds guards that are gone; those that begin or end notify the tuner."""
        free = [job_id for job_id in job_ids if not is_locked(self._paths.job(job_id).lock)]
        return {job_id: EngineStatus(JobState.GONE) for job_id in free if self._sweep(job_id)}

    def terminate(self, job_id: JobId) -> float | None:
        files = self._paths.job(job_id)
        started = read_start_record(files.started)
        if started is None or not is_locked(files.lock):
            return None
        guard = read_process(started.guard.pid)
        if guard is None or guard.started != started.guard.started:
            return None
        with suppress(ProcessLookupError):  # it has just ended
            os.kill(guard.pid, signal.SIGTERM)
        return NEVER

    def kill(self, job_id: JobId) -> None:
        kill_marked(lambda mark: mark == self._mark_of(job_id))

    def record(self, job_id: JobId, attempt: int, first_report: int) -> FolderRecord:
        gpus = self._slots.held_by(job_id)
        where = f"gpu {','.join(gpus)}, " if gpus else ""
        return FolderRecord(self._paths.job(job_id), first_report, where)

    def explain(self, job_id: JobId, seen: EngineStatus, status: JobStatus, asked: bool) -> Outcome:
        return diagnose_lost(status.stderr or self._launcher.errors(), self._folders.has_begun(job_id))

    def recover(self, jobs: Sequence[LiveJob]) -> Mapping[JobId, int]:
        launched = [live.job.id for live in jobs if self.exists(live.job.id, 0)]
        for job_id in launched:
            self._slots.keep(job_id, read_description(self._paths.job(job_id)).gpus)
        known = {self._mark_of(live.job.id) for live in jobs}
        if not kill_marked(lambda mark: mark.startswith(self._mark) and mark not in known):
            logger.warning("Processes of earlier jobs in %s can't be killed.", self._paths.folder)
        return dict.fromkeys(launched, 0)

    def resize(self, workers: int) -> None:
        """New jobs share the CPUs with this many."""
        environment = script_environment(threads_per_worker(workers), os.environ)
        self._folders = replace(self._folders, environment=environment)
        warm = self._launcher.warm
        if warm is not None and warm.environment != environment:  # libraries read it when they are imported
            self._launcher.close()
            self._launcher = Launcher(replace(warm, environment=environment))

    def release(self, job_id: JobId) -> None:
        self._slots.release(job_id)

    def drop_checkpoint(self, trial_id: int) -> None:
        self._folders.drop_checkpoint(trial_id)

    def wait(self, seconds: float) -> bool:
        rung = self._bell.wait(seconds)
        if self._bell.no_room:  # also for the ends of jobs, for which all limits wait
            raise self._no_room()
        return rung

    def close(self, jobs_left: bool) -> tuple[()]:
        self._launcher.close()
        self._bell.close()
        return ()

    def _launch(self, job: Job, gpus: tuple[str, ...]) -> None:
        """Locks the job's folder and sends the lock to the launcher, so that it is held until the guard is
        dead. Raises OSError."""
        files = self._paths.job(job.id)
        os.makedirs(files.folder, exist_ok=True)
        try:
            held = lock(files.lock, LOCK_PATIENCE)
        except BlockingIOError:
            raise LaunchError(f"{files.lock} is held, so it runs already") from None
        try:
            if files.started.exists() or files.ended.exists():
                raise LaunchError(f"{files.folder} holds an earlier run of it")
            visible = {VISIBLE_GPUS: ",".join(gpus)} if gpus else {}
            order = self._folders.order(job, self._bell.path, **visible)
            self._folders.describe(job, order, gpus=gpus)
            self._launcher.launch(order, held)
        finally:
            os.close(held)

    def _sweep(self, job_id: JobId) -> bool:
        """Kills what a killed guard left; False if some of it can't be killed yet."""
        if (
            read_end_record(self._paths.job(job_id).ended) is not None
        ):  # read after the lock was seen to be free
            return True
        return kill_marked(lambda mark: mark == self._mark_of(job_id))

    def _mark_of(self, job_id: JobId) -> str:
        return f"{self._mark}{job_id}"

    def _no_room(self) -> NoRoomError:
        return NoRoomError(
            f"There is no room left for {self._paths.folder}: free some space and run "
            f"`tunewise resume {self._paths.name}`. Running jobs continue meanwhile."
        )


WITHOUT_PIPE = 0.1  # seconds between polls on a file system without named pipes
LINGER = 0.05  # seconds for which news that frees no worker waits for more
_PIPE_SIZE = 65536


class Bell:
    """A named pipe through which scripts and guards wake the tuner.

    path: None if the file system has no named pipes. no_room: a process rang because the disk is full.
    """

    def __init__(self, path: Path) -> None:
        self.no_room = False
        self._pipe = _open_pipe(path)
        self.path = None if self._pipe is None else str(path)
        self._poll = select.poll()
        if self._pipe is not None:
            self._poll.register(self._pipe, select.POLLIN)

    def wait(self, timeout: float) -> bool:
        """Waits up to `timeout` seconds for a ring, and returns whether there was one. News that a job has
        begun or reported waits a moment for more; the end of a job doesn't.

        Returns early if there is no pipe, so that the caller polls.
        """
        timeout = max(0.0, timeout)
        if self._pipe is None:
            time.sleep(min(timeout, WITHOUT_PIPE))
            return False
        deadline = time.monotonic() + timeout
        if not self._poll.poll(timeout * 1000):
            return False
        deadline = min(deadline, time.monotonic() + LINGER)
        while not self._read() and (left := deadline - time.monotonic()) > 0.0:
            self._poll.poll(left * 1000)
        return True

    def _read(self) -> bool:
        """Reads all rings so far, which one poll answers; returns whether one of them is urgent."""
        assert self._pipe is not None
        try:
            rings = os.read(self._pipe, _PIPE_SIZE)
        except BlockingIOError:
            return False
        self.no_room = self.no_room or NO_ROOM in rings
        return bool(rings.strip(NEWS))

    def close(self) -> None:
        if self._pipe is not None:
            os.close(self._pipe)
            self._pipe = None


def _open_pipe(path: Path) -> int | None:
    try:
        os.mkfifo(path, 0o600)
    except FileExistsError:
        pass  # an earlier tuner's, which is as good
    except OSError:  # several errors mean "not on this file system"
        return None
    try:  # open for writing too, so that there is no end of file when no other process has it open
        pipe = os.open(path, os.O_RDWR | os.O_NONBLOCK)
    except OSError:  # something else is there, such as a folder
        return None
    if stat.S_ISFIFO(os.fstat(pipe).st_mode):
        return pipe
    os.close(pipe)
    return None
