"""What a back end is: the place where jobs run."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

import msgspec

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from tunewise.clock import Clock
    from tunewise.events import Fact
    from tunewise.paths import ExperimentPaths
    from tunewise.space import Config
    from tunewise.trial import JobId


Spec = TypeVar("Spec", bound="BackendSpec")


class BackendError(RuntimeError):
    """A back end that cannot work at all; the message says what to do."""


class NoRoomError(BackendError):
    """The disk is full; the message names the folder, and says how to go on."""


class BusyError(RuntimeError):
    """What a back end asks is throttled, has an inner error, or can't be reached: the same may go well later.

    None of it leaves a live back end, which asks again.
    """


@dataclass(frozen=True)
class Job:
    """One execution of a trial's script.

    arguments: the script's arguments by name, the limit of the resource included.
    resumed: whether the trial ran before, so that its checkpoint, if there is one, is to be gone on from.
    level: the highest one that the trial had reported by then.
    """

    id: JobId
    arguments: Config
    resumed: bool
    level: int = 0


@dataclass(frozen=True)
class LiveJob:
    """A job that the journal holds for running when a tuner takes an experiment up again.

    reports_seen: how many of the job's reports the journal has; the next one to deliver has this number.
    halted: whether it had been told to end, and told_at: when, or by when it was to be.
    begun: whether the journal knows that it runs. started: when it was started. Moments are in seconds of the
    experiment's clock.
    """

    job: Job
    reports_seen: int
    halted: bool
    begun: bool = False
    started: float = 0.0
    told_at: float = 0.0


class Backend(ABC):
    """Runs jobs and tells what happened to them, in facts.

    For every job that was started there comes exactly one `JobEnded`, after all its `Reported` facts in
    their order (`seq` 0, 1, 2, ...), and after nothing of the job is left: no process, no instance. A
    failure of a single job is a fact, never an exception; an exception means that the back end is useless.

    Seconds for which something lasted come from clocks that nobody sets (monotonic ones), never from the
    difference of two times of day, and are no longer than what the tuner's clock saw.

    longest_wait: seconds of its clock that one poll may take, so that a request to stop is heard.
    acts_outside: whether what it does outlives this process, so that nothing may be done that isn't in the
        journal on the disk.
    starts_told: whether a `JobStarted` comes for each job once it runs, before its reports. Until then it
        waits in a queue: it costs nothing, and its time limit stands still. `JobQueued` may say why.
    """

    clock: Clock
    longest_wait: float = 1.0
    acts_outside: bool = True
    starts_told: bool = True

    @abstractmethod
    def start(self, job: Job) -> None:
        """Start a job. There are never more unfinished jobs than workers.

        Raises `BackendError` if no job can be started at all.
        """

    @abstractmethod
    def halt(self, job_id: JobId, patience: float) -> None:
        """End a job that does not end by itself within `patience` seconds; a `JobEnded` follows.

        Halting it again can only shorten the patience. Does nothing if the job is over.
        """

    @abstractmethod
    def drop_checkpoint(self, trial_id: int) -> None:
        """Delete what a trial saved. None of its jobs runs."""

    @abstractmethod
    def poll(self, timeout: float) -> list[Fact]:
        """What happened since the last call; waits up to `timeout` seconds for the first fact."""

    @abstractmethod
    def attach(self, jobs: Sequence[LiveJob]) -> None:
        """Take up the jobs of an earlier tuner, once, before anything else.

        Jobs that still run go on; their reports come from `reports_seen` on. Those that ended meanwhile are
        read to the end. One that was never really started is started now.
        """

    @abstractmethod
    def close(self) -> Sequence[Fact]:
        """Release what the back end holds. Jobs that still run go on, for another tuner to attach to.

        Returns what became known by that, about no job any more.
        """


@dataclass(frozen=True)
class BackendSpec(ABC):
    """How jobs are to be run: a frozen value that a user writes, kept in the experiment's folder.

    kind: the name under which `experiment.json` keeps it.
    """

    kind: ClassVar[str]

    @property
    @abstractmethod
    def script(self) -> tuple[str, ...]:
        """What runs: the path of the script, and the arguments that it always gets."""

    @property
    def place(self) -> str:
        """Where jobs run, in words; "" for this machine."""
        return ""

    @abstractmethod
    def command(self, arguments: Config) -> str:
        """A line for a shell that does by hand what a job with these arguments would."""

    @abstractmethod
    def check(self, workers: int) -> None:
        """Raises `BackendError` where so many workers can't run on this machine as specified."""

    @abstractmethod
    def open(self, paths: ExperimentPaths, workers: int, elapsed: float) -> Backend:
        """The live back end for an experiment; its clock goes on from `elapsed` seconds.

        Opens even where `check` fails, so that the jobs of an earlier tuner can be read and ended; the first
        job to start raises `BackendError` then.
        """

    def to_json(self) -> dict[str, Any]:
        """A description in JSON's types, from which `from_json` makes an equal specification."""
        data: dict[str, Any] = msgspec.to_builtins(self)
        return data

    @classmethod
    def from_json(cls: type[Spec], data: Mapping[str, Any]) -> Spec:
        """The specification that `to_json` described, its types checked. Raises ValueError for anything
        else."""
        unknown = sorted(data.keys() - {field.name for field in fields(cls)})
        if unknown:
            raise ValueError(f"this version of Tunewise doesn't know {', '.join(unknown)}")
        return msgspec.convert(dict(data), cls)


@dataclass(frozen=True)
class ScriptBackendSpec(BackendSpec):
    """A specification whose jobs really run a script, as processes."""

    @classmethod
    @abstractmethod
    def example(cls, script: Path) -> ScriptBackendSpec:
        """One that runs the Python script `script`, stopping it briskly: for the contract suite."""
