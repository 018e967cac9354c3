"""This machine as an engine of jobs."""

import json
import logging
import os
import select
import signal
import socket
import stat
import subprocess
import tempfile
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

import msgspec

from tunewise.backends.base import Job, LiveJob, NoRoomError
from tunewise.backends.diagnosis import Outcome, diagnose_lost, read_end_record
from tunewise.backends.gpus import VISIBLE_GPUS, GpuSlots, NoFreeGpuError
from tunewise.backends.job_folders import FolderRecord, JobFolders, read_start_record
from tunewise.backends.orphans import experiment_mark, kill_marked
from tunewise.backends.platform import NEVER, EngineStatus, JobState, JobStatus, LaunchError, Pace, Platform
from tunewise.backends.specs import program
from tunewise.disk import decode, is_locked, lock
from tunewise.paths import JobPaths
from tunewise.trial import JobId
from tunewise.worker.files import read_if_there
from tunewise.worker.guard import Order
from tunewise.worker.launcher import MESSAGE
from tunewise.worker.processes import read_process
from tunewise.worker.report import FULL, NEWS, NO_ROOM

LOCK_PATIENCE = 0.1  # seconds
RECHECK = 1.0  # seconds between looks for guards that were killed, and for rings that got lost

logger = logging.getLogger(__name__)


class _Description(msgspec.Struct, frozen=True):
    """What is needed again of a job's description."""

    gpus: tuple[str, ...]


class LocalPlatform(Platform):
    """Runs each job under a guard of its own, which rings when there is news.

    A job's name is its folder, and whether it runs is told by the lock there. The jobs' environment is this
    process's at the time of the first start. check: raises `BackendError` if no job can be started.
    """

    def __init__(self, folders: JobFolders, slots: GpuSlots, check: Callable[[], None]) -> None:
        paths = self._paths = folders.paths
        self._folders = folders
        self._slots = slots
        self._check = check
        self._mark = experiment_mark(paths.folder)
        self._launcher = Launcher()
        paths.folder.mkdir(parents=True, exist_ok=True)
        self._bell = Bell(paths.bell)
        self.pace = Pace(states=RECHECK, records=WITHOUT_PIPE if self._bell.path is None else RECHECK)

    def submit(self, job: Job, attempt: int, unsure: bool) -> None:
        self._check()  # each time: a script that is gone would fail trial after trial
        try:
            self._launch(job, self._slots.take(job.id))
        except OSError as error:
            if error.errno in FULL:
                raise self._no_room() from error
            raise LaunchError(str(error)) from error
        except NoFreeGpuError as error:
            raise LaunchError(str(error)) from error

    def exists(self, job_id: JobId, attempt: int) -> bool:
        """Its script can't have begun without leaving `started.json`, unless the machine crashed soon after;
        then its reports may be there."""
        return is_locked(self._paths.job(job_id).lock) or self._folders.has_begun(job_id)

    def states(self, job_ids: Collection[JobId]) -> Mapping[JobId, EngineStatus]:
        """Tells only of guards that are gone; those that begin or end ring."""
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
        return diagnose_lost(status.stderr or self._launcher.last_words(), self._folders.has_begun(job_id))

    def recover(self, jobs: Sequence[LiveJob]) -> Mapping[JobId, int]:
        launched = [live.job.id for live in jobs if self.exists(live.job.id, 0)]
        for job_id in launched:
            self._slots.keep(job_id, _held_gpus(self._paths.job(job_id)))
        known = {self._mark_of(live.job.id) for live in jobs}
        if not kill_marked(lambda mark: mark.startswith(self._mark) and mark not in known):
            logger.warning("Processes of earlier jobs in %s can't be killed.", self._paths.folder)
        return dict.fromkeys(launched, 0)

    def release(self, job_id: JobId) -> None:
        self._slots.release(job_id)

    def drop_checkpoint(self, trial_id: int) -> None:
        self._folders.drop_checkpoint(trial_id)

    def wait(self, seconds: float) -> bool:
        rung = self._bell.wait(seconds)
        if self._bell.no_room:  # for the ends of jobs, too, for which all limits wait
            raise self._no_room()
        return rung

    def close(self, jobs_left: bool) -> tuple[()]:
        self._launcher.close()
        self._bell.close()
        return ()

    def _launch(self, job: Job, gpus: tuple[str, ...]) -> None:
        """Takes the job's lock and sends it to the launcher, so that it's held until the guard is dead.
        Raises OSError."""
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
        """Ends what a guard left that was killed itself; False where something of it can't be ended yet."""
        if (
            read_end_record(self._paths.job(job_id).ended) is not None
        ):  # read after the lock was seen to be free
            return True
        return kill_marked(lambda mark: mark == self._mark_of(job_id))

    def _mark_of(self, job_id: JobId) -> str:
        return f"{self._mark}{job_id}"

    def _no_room(self) -> NoRoomError:
        return NoRoomError(
            f"There is no room left for {self._paths.folder}: make some and run "
            f"`tunewise resume {self._paths.name}`; jobs that run go on meanwhile."
        )


def _held_gpus(files: JobPaths) -> tuple[str, ...]:
    data = read_if_there(files.description)
    try:
        return () if data is None else decode(data, _Description).gpus
    except ValueError:
        return ()  # the machine crashed before it was on disk: the job can't run any more either


_SEND_TIMEOUT = 30.0  # seconds
_END_TIMEOUT = 5.0  # seconds


class Launcher:
    """Starts the launcher's process when it is first needed, and another one should that die."""

    def __init__(self) -> None:
        self._socket: socket.socket | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._stderr: IO[bytes] | None = None

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process else None

    def launch(self, order: Order, lock: int) -> None:
        """Has a guard run a job. `lock` is the open, locked file of the job's lock; the caller closes it.

        Raises OSError if there is no launcher to be had.
        """
        with open(os.memfd_create("order"), "w+b") as file:
            file.write(json.dumps(order._asdict()).encode())
            file.seek(0)
            try:
                self._send(lock, file.fileno())
            except (BrokenPipeError, ConnectionResetError):  # the launcher is dead: nobody has the message
                self.close()
                self._send(lock, file.fileno())

    def close(self) -> None:
        """Ends the launcher once it has started what it was sent."""
        if self._socket is None or self._process is None or self._stderr is None:
            return
        self._socket.close()
        with suppress(subprocess.TimeoutExpired):  # someone stopped it: it will end when it goes on
            self._process.wait(_END_TIMEOUT)
        self._stderr.close()
        self._socket = self._process = self._stderr = None

    def last_words(self) -> str:
        """What the launcher complained of, for instance that no process was to be had."""
        if self._stderr is None:
            return ""
        file = self._stderr.fileno()  # read in place: the launcher writes on at the position that we share
        return os.pread(file, os.fstat(file).st_size, 0).decode(errors="replace").strip()

    def _send(self, *files: int) -> None:
        if self._socket is None:
            self._start()
        assert self._socket is not None
        socket.send_fds(self._socket, [MESSAGE], files)

    def _start(self) -> None:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        stderr = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the launcher
        try:
            with theirs:
                self._process = subprocess.Popen(
                    program("tunewise.worker.launcher", str(theirs.fileno())),
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=stderr,
                    pass_fds=[theirs.fileno()],
                    start_new_session=True,
                )
        except OSError:
            ours.close()
            stderr.close()
            raise
        ours.settimeout(_SEND_TIMEOUT)
        self._socket, self._stderr = ours, stderr


WITHOUT_PIPE = 0.1  # seconds between looks where a file system has no named pipes
LINGER = 0.05  # seconds for which news that free no worker wait for more
_PIPE_SIZE = 65536


class Bell:
    """The tuner's end of the pipe. `path` is None where the file system has no named pipes.

    no_room: somebody rang because the disk is full, and waits for room.
    """

    def __init__(self, path: Path) -> None:
        self.no_room = False
        self._pipe = _open_pipe(path)
        self.path = None if self._pipe is None else str(path)
        self._poll = select.poll()
        if self._pipe is not None:
            self._poll.register(self._pipe, select.POLLIN)

    def wait(self, timeout: float) -> bool:
        """Waits for a ring, up to `timeout` seconds, and says whether there was one. That a job has begun or
        reported can wait a moment for more to come; that one is over can't.

        Where there can be none, returns early, for the caller to look for news unasked.
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
        """Takes all rings so far, which one look at the files answers; whether one of them is urgent."""
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
        pass  # an earlier tuner's: it is as good as new
    except OSError:  # there are several errors that mean "not on this file system"
        return None
    try:  # for writing too, so that the pipe has no end of file when nobody else has it open
        pipe = os.open(path, os.O_RDWR | os.O_NONBLOCK)
    except OSError:  # something else stands there, such as a folder
        return None
    if stat.S_ISFIFO(os.fstat(pipe).st_mode):
        return pipe
    os.close(pipe)
    return None
