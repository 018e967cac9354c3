"""What the contract suite for back ends needs of an engine: how to start, observe and break it."""

import os
import signal
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import ClassVar, NamedTuple, TypeVar

from tunewise.backends.job_folders import read_start_record
from tunewise.backends.specs import BackendSpec
from tunewise.paths import ExperimentPaths
from tunewise.trial import JobId
from tunewise.worker.processes import read_process


class Process(NamedTuple):
    """A process as its script reported it. host: the machine's name for itself."""

    host: str
    pid: int


class Target(NamedTuple):
    """A job to break. paths: of its experiment. script: its process; None until it runs."""

    paths: ExperimentPaths
    id: JobId
    script: Process | None


class Harness(ABC):
    """An engine for the suite, which really runs jobs: on a throw-away cluster or an emulator.

    The suite needs a folder that all jobs share with it. If something can't be done to an engine, its harness
    doesn't implement that method, and says why in `cannot`, by the method's name. Checks that need the method
    are skipped.

    name: of the engine in tests.
    """

    name: ClassVar[str]
    cannot: ClassVar[Mapping[str, str]] = {}

    @classmethod
    def lacking(cls) -> str | None:
        """What this machine lacks for the engine, and what to do about it; None if it lacks nothing."""
        return None

    @contextmanager
    def up(self, folder: Path) -> Iterator[None]:
        """The engine runs inside this block, with its files in an empty folder, and leaves nothing behind.
        Checks use the same engine one after the other. It can run at least 8 jobs at a time."""
        yield

    @property
    def environment(self) -> Mapping[str, str]:
        """Environment variables with which a tuner reaches the running engine."""
        return {}

    @abstractmethod
    def spec(self, script: Path) -> BackendSpec:
        """A back end that runs a Python script there. It polls often and gives scripts half a
        second to stop."""

    # ---- observing ---------------------------------------------------------------------------------------

    def lives(self, process: Process) -> bool:
        """Whether a process that a script reported still runs; by default one of this machine."""
        return is_alive(process.pid)

    # ---- breaking ----------------------------------------------------------------------------------------

    def kill(self, job: Target) -> None:
        """Ends a running job without notice to its script or anybody else: kill -9 of its guard, node or
        instance. It is an infrastructure failure."""
        raise NotImplementedError

    def end_from_outside(self, job: Target) -> None:
        """Ends a job as somebody other than its tuner would: a person or a scheduler. The job counts as
        preempted. This also works for jobs that wait in a queue."""
        raise NotImplementedError

    def away(self) -> AbstractContextManager[None]:
        """Inside this block, requests to the engine have no effect. Its jobs keep running."""
        raise NotImplementedError

    def answers_lost(self) -> AbstractContextManager[None]:
        """Inside this block, requests to start a job take effect, but their responses are lost."""
        raise NotImplementedError

    def queue_held(self) -> AbstractContextManager[None]:
        """Jobs that are started inside this block wait in the engine's queue; afterwards they run."""
        raise NotImplementedError

    def strange_words(self) -> AbstractContextManager[None]:
        """Inside this block, the engine reports an unknown state for all of its jobs."""
        raise NotImplementedError

    def why_not(self, need: str) -> str | None:
        """Why the harness can't do something, by the name of a method above; None if it can. Raises
        AttributeError for other names."""
        if need in self.cannot:
            return self.cannot[need]
        implemented = getattr(type(self), need) is not getattr(Harness, need)
        return None if implemented else f"its harness doesn't say how: {need}"


Check = Callable[[Harness, Path], None]
"""Takes a harness whose engine is up, and an empty folder. Raises AssertionError for a breach."""
C = TypeVar("C", bound=Check)
_needs: dict[Check, tuple[str, ...]] = {}


def needs(*methods: Callable[..., object]) -> Callable[[C], C]:
    """Declares which optional methods of a harness a check uses."""

    def register(check: C) -> C:
        _needs[check] = tuple(method.__name__ for method in methods)
        return check

    return register


def why_passed_over(check: Check, harness: Harness) -> str | None:
    """Why a check can't run on an engine; None if it can."""
    reasons = [why for need in _needs.get(check, ()) if (why := harness.why_not(need)) is not None]
    return "; ".join(reasons) or None


def signal_guard(job: Target, number: signal.Signals) -> None:
    """Sends a signal to the guard of a running job. The guard and the job's folder must be on this
    machine."""
    started = read_start_record(job.paths.job(job.id).started)
    assert started is not None, f"job {job.id} doesn't run"
    os.kill(started.guard.pid, number)


def is_alive(pid: object) -> bool:
    """Whether a process of this machine is still running."""
    assert isinstance(pid, int)
    process = read_process(pid)
    return process is not None and not process.ended
