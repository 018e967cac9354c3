"""Runs the experiments of a study, several at once, each in a process of its own."""

import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import Protocol

from tunewise.backends.gpus import VISIBLE_GPUS
from tunewise.backends.specs import Location
from tunewise.disk import locked
from tunewise.studies.cell import DONE, FAILED
from tunewise.studies.outcome import Outcome, read_outcome
from tunewise.studies.plan import Cell, Plan
from tunewise.studies.spec import StudyError

TUNERS = 4  # for each processor
TRACEBACK = "Traceback (most recent call last):"


@dataclass(frozen=True)
class Ended:
    """How the process of an experiment ended. outcome: if there is one. reason: for one that failed."""

    cell: Cell
    code: int
    outcome: Outcome | None
    reason: str = ""

    @property
    def failed(self) -> bool:
        return self.outcome is None or not self.outcome.well


class Progress(Protocol):
    """Looks on while a study runs; called from one thread at a time."""

    def began(self, cell: Cell) -> None: ...

    def ended(self, ended: Ended) -> None: ...


def known_outcomes(plan: Plan) -> dict[str, Outcome]:
    """The outcomes that there are, by the names of their experiments, in the plan's order."""
    found = {cell.name: read_outcome(plan.paths.outcome(cell.name)) for cell in plan.cells}
    return {name: outcome for name, outcome in found.items() if outcome is not None}


def forget_failures(plan: Plan) -> list[Cell]:
    """Deletes the experiments that failed, so that they are run anew; returns them."""
    failed = failures(plan)
    forget(plan, failed)
    return failed


def forget(plan: Plan, cells: Sequence[Cell]) -> None:
    """Deletes these experiments, so that they are run anew."""
    for cell in cells:
        shutil.rmtree(plan.paths.experiment(cell.name).folder)


def failures(plan: Plan) -> list[Cell]:
    """The experiments that failed, also those that did before their first trial."""
    return [cell for cell in plan.cells if _failed(plan, cell)]


def _failed(plan: Plan, cell: Cell) -> bool:
    paths = plan.paths
    outcome = read_outcome(paths.outcome(cell.name))
    if outcome is not None:
        return not outcome.well
    return paths.log(cell.name).exists() and not paths.experiment(cell.name).journal.exists()


class Launcher:
    """Runs what is left of a study, `jobs` experiments at once, which share processors and GPUs.

    gpus: those that trainings may use, by the names that `CUDA_VISIBLE_DEVICES` takes.

    `run` comes back when all have ended, or when SIGINT or SIGTERM has come: then trainings have suspended
    themselves, and simulations were killed. Experiments that a killed launcher left at work go on; their next
    process waits for them.
    """

    def __init__(self, plan: Plan, jobs: int, progress: Progress, gpus: Sequence[str] = ()) -> None:
        self._plan = plan
        self._jobs = jobs
        self._progress = progress
        self._gpus = tuple(gpus)
        self._places: SimpleQueue[int] = SimpleQueue()  # those that are free
        for place in range(jobs):
            self._places.put(place)
        self._lock = threading.Lock()
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        self._stop = threading.Event()

    @property
    def interrupted(self) -> bool:
        """Whether a signal has come."""
        return self._stop.is_set()

    def run(self, cells: Sequence[Cell]) -> list[Ended]:
        """Runs these experiments; returns those that ended. Nobody else may be at work: see `only_one`."""
        ended: list[Ended] = []
        with self._stoppable(), ThreadPoolExecutor(self._jobs) as pool:
            futures: list[Future[Ended | None]] = [pool.submit(self._run, cell) for cell in cells]
            for future in as_completed(futures):
                one = future.result()
                if one is not None:
                    ended.append(one)
        return ended

    def _run(self, cell: Cell) -> Ended | None:
        place = self._places.get()
        try:
            return self._run_at(place, cell)
        finally:
            self._places.put(place)

    def _run_at(self, place: int, cell: Cell) -> Ended | None:
        path = self._plan.paths.log(cell.name)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as log:
            with self._lock:
                if self._stop.is_set():
                    return None
                process = subprocess.Popen(
                    [sys.executable, "-m", "tunewise.studies.cell", self._plan.tag, cell.name],
                    stdout=log,
                    stderr=subprocess.STDOUT,
                    stdin=subprocess.DEVNULL,
                    env={**os.environ, **self._environment(place, cell.workers)},
                    start_new_session=True,  # so that Ctrl-C reaches it by us alone
                )
                self._running[cell.name] = process
                if self._stop.is_set():  # which came meanwhile, and saw no process
                    self._end(process)
                self._progress.began(cell)
            code = process.wait()
        with self._lock:
            del self._running[cell.name]
            if self._stop.is_set() and code not in (DONE, FAILED):
                return None
            outcome = read_outcome(self._plan.paths.outcome(cell.name))
            ended = Ended(cell, code, outcome, _last_words(path, code))
            self._progress.ended(ended)
        return ended

    def _end(self, process: subprocess.Popen[bytes]) -> None:
        # A simulation that suspends its trials goes on to other results than one without an interruption, as
        # resumed jobs start up again; from the journal of a killed one it goes on as if nothing had been.
        if self._plan.settings.simulated:
            process.kill()
        else:
            process.terminate()

    def _environment(self, place: int, workers: int) -> dict[str, str]:
        """A place's share of the machine. Simulations compute on one thread each, and jobs elsewhere not at
        all."""
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
            yield  # only the main thread can take signals
            return
        before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


@contextmanager
def only_one(plan: Plan) -> Iterator[None]:
    """Raises `StudyError` where another process is here, too."""
    with ExitStack() as stack:
        try:
            stack.enter_context(locked(plan.paths.lock))
        except BlockingIOError:
            raise StudyError(
                f"The study {plan.tag!r} is at work already: wait for it, or stop it by Ctrl-C."
            ) from None
        yield


def _last_words(log: Path, code: int) -> str:
    """Why a process failed: the last line of what it printed, or the first of the message of a traceback."""
    lines = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    if TRACEBACK in lines:
        lines = lines[len(lines) - lines[::-1].index(TRACEBACK) :]
        return next((line for line in lines if not line.startswith(" ")), lines[-1] if lines else TRACEBACK)
    if lines:
        return lines[-1].removeprefix("error: ")
    return f"killed by signal {-code}" if code < 0 else ""


def jobs_at_once(plan: Plan, gpus: int) -> int:
    """How many experiments this machine holds at once: simulations by its processors, trainings by its GPUs
    or processors and their workers; of those that train elsewhere, whose tuners mostly wait, a few for each
    processor."""
    processors, location = len(os.sched_getaffinity(0)), plan.settings.location
    if location is Location.VIRTUAL:
        return processors
    if location is Location.REMOTE:
        return TUNERS * processors
    most = max(cell.workers for cell in plan.cells)
    return max(1, (gpus or processors) // most)
