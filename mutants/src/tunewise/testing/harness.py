"""What the contract suite for back ends knows of an engine: how it is brought up, observed and broken."""

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
    """A job that is to be broken. paths: of its experiment. script: its process; None until it runs."""

    paths: ExperimentPaths
    id: JobId
    script: Process | None


class Harness(ABC):
    """An engine for the suite: where its jobs run for real, on a throw-away cluster or an emulator.

    The suite needs a folder that all jobs share with it. What an engine can't be put through its harness
    leaves alone, and says why in `cannot`, by the method's name; checks that need it are passed over.

    name: what tests call it.
    """

    name: ClassVar[str]
    cannot: ClassVar[Mapping[str, str]] = {}

    @classmethod
    def lacking(cls) -> str | None:
        """What this machine lacks for the engine, and what to do about it; None if nothing."""
        return None

    @contextmanager
    def up(self, folder: Path) -> Iterator[None]:
        """The engine is there meanwhile, with its files in an empty folder; nothing of it is left
        afterwards. Checks come one after the other on the same engine. At least 8 jobs run at a time."""
        yield

    @property
    def environment(self) -> Mapping[str, str]:
        """Variables with which a tuner reaches the engine that is up."""
        return {}

    @abstractmethod
    def spec(self, script: Path) -> BackendSpec:
        """What runs a Python script there. It stops jobs briskly: half a second of grace, looks often."""

    # ---- observing ---------------------------------------------------------------------------------------

    def lives(self, process: Process) -> bool:
        """Whether a process runs that a script has reported; by default one of this machine."""
        return is_alive(process.pid)

    # ---- breaking ----------------------------------------------------------------------------------------

    def kill(self, job: Target) -> None:
        """Ends a job that runs without a word to its script, and without one to those who look on: kill -9
        of its guard, of its node, of its instance. A failure of the infrastructure."""
        raise NotImplementedError

    def end_from_outside(self, job: Target) -> None:
        """Tells a job to end as somebody other than its tuner would: a person or a scheduler. It is
        preempted. Jobs that wait in a queue can be told so, too."""
        raise NotImplementedError

    def away(self) -> AbstractContextManager[None]:
        """Nothing that is asked of the engine meanwhile has any effect. Its jobs run on."""
        raise NotImplementedError

    def answers_lost(self) -> AbstractContextManager[None]:
        """Requests to start a job take effect meanwhile, but who asks isn't told."""
        raise NotImplementedError

    def queue_held(self) -> AbstractContextManager[None]:
        """Jobs that are started meanwhile wait in the engine's queue; afterwards they run."""
        raise NotImplementedError

    def strange_words(self) -> AbstractContextManager[None]:
        """The engine calls the state of all of its jobs meanwhile by a word that nobody knows."""
        raise NotImplementedError

    def why_not(self, need: str) -> str | None:
        """Why the engine can't be put through something, by the name of a method from above; None if it can.
        Raises AttributeError for anything else."""
        if need in self.cannot:
            return self.cannot[need]
        told = getattr(type(self), need) is not getattr(Harness, need)
        return None if told else f"its harness doesn't say how: {need}"


Check = Callable[[Harness, Path], None]
"""Takes a harness whose engine is up, and an empty folder. Raises AssertionError for a breach."""
C = TypeVar("C", bound=Check)
_needs: dict[Check, tuple[str, ...]] = {}


def needs(*methods: Callable[..., object]) -> Callable[[C], C]:
    """Says which methods of a harness a check is made with, besides those that each has."""

    def register(check: C) -> C:
        _needs[check] = tuple(method.__name__ for method in methods)
        return check

    return register


def why_passed_over(check: Check, harness: Harness) -> str | None:
    """Why a check can't be made on an engine; None if it can."""
    reasons = [why for need in _needs.get(check, ()) if (why := harness.why_not(need)) is not None]
    return "; ".join(reasons) or None


def signal_guard(job: Target, number: signal.Signals) -> None:
    """Sends a signal to the guard of a job that runs, where the guard is a process of this machine and the
    job's folder lies here."""
    started = read_start_record(job.paths.job(job.id).started)
    assert started is not None, f"job {job.id} doesn't run"
    os.kill(started.guard.pid, number)


def is_alive(pid: object) -> bool:
    """Whether a process of this machine has not ended."""
    assert isinstance(pid, int)
    process = read_process(pid)
    return process is not None and not process.ended
