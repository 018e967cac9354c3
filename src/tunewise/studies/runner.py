"""Runs the experiments of a study in processes of their own, several at once."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import IO, Protocol

from tunewise.backends.gpus import VISIBLE_GPUS
from tunewise.backends.specs import Location, own_process
from tunewise.disk import locked
from tunewise.studies.outcome import DONE, FAILED, Outcome, read_outcome
from tunewise.studies.plan import Cell, Plan
from tunewise.studies.spec import StudyError

TUNERS = 4  # for each processor
TRACEBACK = "Traceback (most recent call last):"


@dataclass(frozen=True)
class CellResult:
    """How the process of an experiment ended. outcome: None if there is none. reason: why it failed."""

    cell: Cell
    code: int
    outcome: Outcome | None
    reason: str = ""

    @property
    def failed(self) -> bool:
        return self.outcome is None or not self.outcome.well


class StudyProgress(Protocol):
    """Is told of what happens while a study runs; called from one thread at a time."""

    def began(self, cell: Cell) -> None: ...

    def ended(self, ended: CellResult) -> None: ...


class StudyRunner:
    """Runs the experiments of a study, `jobs` at once; they share processors and GPUs.

    gpus: the GPUs for trainings, by their names in `CUDA_VISIBLE_DEVICES`.

    `run` returns when all experiments have ended, or after SIGINT or SIGTERM: then trainings have suspended
    themselves, and simulations were killed. If the runner itself is killed, its experiments continue; their
    next process waits for them.
    """

    def __init__(self, plan: Plan, jobs: int, progress: StudyProgress, gpus: Sequence[str] = ()) -> None:
        self._plan = plan
        self._jobs = jobs
        self._progress = progress
        self._gpus = tuple(gpus)
        self._places: SimpleQueue[int] = SimpleQueue()  # free places
        for place in range(jobs):
            self._places.put(place)
        self._lock = threading.Lock()
        self._running: dict[str, subprocess.Popen[str] | _Fork] = {}
        self._servers: dict[int, subprocess.Popen[str]] = {}  # by place
        self._stop = threading.Event()

    @property
    def interrupted(self) -> bool:
        """Whether a signal has arrived."""
        return self._stop.is_set()

    def run(self, cells: Sequence[Cell]) -> list[CellResult]:
        """Runs these experiments, and returns those that ended. Call it within `only_one`."""
        ended: list[CellResult] = []
        with self._stoppable(), ThreadPoolExecutor(self._jobs) as pool:
            futures: list[Future[CellResult | None]] = [pool.submit(self._run, cell) for cell in cells]
            for future in as_completed(futures):
                one = future.result()
                if one is not None:
                    ended.append(one)
        for server in self._servers.values():
            server.communicate()  # that there is no more to do
        self._servers.clear()
        return ended

    def _run(self, cell: Cell) -> CellResult | None:
        place = self._places.get()
        try:
            return self._run_at(place, cell)
        finally:
            self._places.put(place)

    def _run_at(self, place: int, cell: Cell) -> CellResult | None:
        if self._stop.is_set():
            return None
        path = self._plan.paths.log(cell.name)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as log:
            server = self._server(place, cell)
            with self._lock:
                if self._stop.is_set():
                    return None
                process = _Fork(server, cell.name) if server else self._python(place, cell, log)
                self._running[cell.name] = process
                if self._stop.is_set():  # the signal arrived before the process was listed
                    self._end(process)
                self._progress.began(cell)
            code = process.wait()
        with self._lock:
            del self._running[cell.name]
            if self._stop.is_set() and code not in (DONE, FAILED):
                return None
            outcome = read_outcome(self._plan.paths.outcome(cell.name))
            ended = CellResult(cell, code, outcome, _failure_reason(path, code))
            self._progress.ended(ended)
        return ended

    def _server(self, place: int, cell: Cell) -> subprocess.Popen[str] | None:
        """The process that forks for the simulations of a place, when it is ready; None for trainings. To be
        called without the lock, as getting ready takes seconds."""
        if not self._plan.settings.simulated:
            return None
        server = self._servers.get(place)
        if server is None or server.poll() is not None:
            server = self._servers[place] = self._python(place, cell)
            assert server.stdout is not None
            server.stdout.readline()
        return server

    def _python(self, place: int, cell: Cell, log: IO[bytes] | None = None) -> subprocess.Popen[str]:
        """Starts the process of an experiment that prints to a log, or without one a server."""
        return subprocess.Popen(
            own_process("tunewise.studies.cell", self._plan.tag, *([cell.name] if log else [])),
            stdin=subprocess.DEVNULL if log else subprocess.PIPE,
            stdout=log or subprocess.PIPE,
            stderr=subprocess.STDOUT if log else subprocess.DEVNULL,
            env={**os.environ, **self._environment(place, cell.workers)},
            start_new_session=True,  # so that only this process passes on Ctrl-C
            text=True,
        )

    def _end(self, process: subprocess.Popen[str] | _Fork) -> None:
        # A suspended simulation would get other results than an uninterrupted one, as resumed jobs start up
        # again. A killed one continues from its journal as if nothing had happened.
        if self._plan.settings.simulated:
            process.kill()
        else:
            process.terminate()

    def _environment(self, place: int, workers: int) -> dict[str, str]:
        """The variables that give a place its share of the machine. Simulations use one thread each, and jobs
        on other machines need no share."""
        location = self._plan.settings.location
        if location is Location.REMOTE:
            return {}
        processors = len(os.sched_getaffinity(0))
        threads = 1 if location is Location.VIRTUAL else max(1, processors // (self._jobs * workers))
        names = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
        environment = {name: os.environ.get(name) or str(threads) for name in names}
        if self._gpus and location is Location.LOCAL:
            share = max(1, len(self._gpus) // self._jobs)
            first = place * share % len(self._gpus)
            environment[VISIBLE_GPUS] = ",".join(self._gpus[first : first + share])
        return environment

    @contextmanager
    def _stoppable(self) -> Iterator[None]:
        def stop(*_: object) -> None:
            self._stop.set()
            for process in list(self._running.values()):
                self._end(process)

        if threading.current_thread() is not threading.main_thread():
            yield  # only the main thread can handle signals
            return
        before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


class _Fork:
    """An experiment in a fork of `cell.serve`, with what is needed of `Popen`."""

    def __init__(self, server: subprocess.Popen[str], name: str) -> None:
        self._server = server
        assert server.stdin is not None
        assert server.stdout is not None
        self._answers = server.stdout
        with suppress(BrokenPipeError):  # it has died, which the missing answer tells
            server.stdin.write(f"{name}\n")
            server.stdin.flush()
        self._pid = int(self._answers.readline() or 0)

    def kill(self) -> None:
        with suppress(ProcessLookupError):
            os.kill(self._pid or self._server.pid, signal.SIGKILL)

    terminate = kill  # it has nothing to save

    def wait(self) -> int:
        """Its exit code, or that of a server that died."""
        answer = self._answers.readline()
        return int(answer) if answer else self._server.wait()


@contextmanager
def only_one(plan: Plan) -> Iterator[None]:
    """Locks the study. Raises `StudyError` if another process runs it."""
    with ExitStack() as stack:
        try:
            stack.enter_context(locked(plan.paths.lock))
        except BlockingIOError:
            raise StudyError(
                f"The study {plan.tag!r} is already running: wait for it, or stop it with Ctrl-C."
            ) from None
        yield


def _failure_reason(log: Path, code: int) -> str:
    """Why a process failed: the last line of its output, or the first line of a traceback's message."""
    lines = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    if TRACEBACK in lines:
        lines = lines[len(lines) - lines[::-1].index(TRACEBACK) :]
        return next((line for line in lines if not line.startswith(" ")), lines[-1] if lines else TRACEBACK)
    if lines:
        return lines[-1].removeprefix("error: ")
    return f"killed by signal {-code}" if code < 0 else ""


def jobs_at_once(plan: Plan, gpus: int) -> int:
    """How many experiments this machine can run at once.

    A simulation takes a processor, and a training a GPU or processor for each worker. Tuners of jobs on
    other machines mostly wait, so each processor takes several.
    """
    processors, location = len(os.sched_getaffinity(0)), plan.settings.location
    if location is Location.VIRTUAL:
        return processors
    if location is Location.REMOTE:
        return TUNERS * processors
    most = max(cell.workers for cell in plan.cells)
    return max(1, (gpus or processors) // most)
