"""What a back end is: the place where jobs run."""

import os
from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, ClassVar, TypeVar

import msgspec

from tunewise.backends.listing import JobList
from tunewise.backends.printed import Printed, PrintedFile
from tunewise.clock import Clock
from tunewise.events import Fact
from tunewise.locks import is_locked
from tunewise.options import DELAY, SECONDS, Option, Setting, named, settings_of, whole
from tunewise.paths import ExperimentPaths
from tunewise.space import Config
from tunewise.trial import JobId

Spec = TypeVar("Spec", bound="BackendSpec")
ScriptSpec = TypeVar("ScriptSpec", bound="ScriptBackendSpec")

# Settings that several back ends have: each is one flag, whose help says the defaults of all.
Python = Annotated[
    str,
    Option("The interpreter for the script.", metavar="PROGRAM", otherwise="the one that runs tunewise"),
]
StopGrace = Annotated[float, Option("Time to save for a script that is told to end.", DELAY)]
GpusPerTrial = Annotated[
    float | None,
    Option("GPUs of each trial: whole ones, or a fraction: 0.5 for two trials on one.", metavar="N"),
]
Cpus = Annotated[int, Option("CPUs of each job.", whole(1))]
Memory = Annotated[str, Option("Memory of each job, such as 16G.", metavar="SIZE", flag="mem")]
PollEvery = Annotated[float, Option("Time between two looks at the engine's jobs.", SECONDS)]
Environment = Annotated[
    Mapping[str, str], Option("A variable of the jobs; no secrets, as it is kept in files.", flag="env")
]
PassEnvironment = Annotated[
    tuple[str, ...],
    Option(
        "A variable that the jobs get from the tuner's environment, as a secret.",
        metavar="NAME",
        flag="pass_env",
    ),
]


class BackendError(RuntimeError):
    """A back end that cannot work at all; the message says what to do."""


class NoRoomError(BackendError):
    """The disk is full; the message names the folder, and says how to go on."""


class BusyError(RuntimeError):
    """What a back end asks is throttled, has an inner error, or can't be reached: the same may go well later.

    None of it leaves a live back end, which asks again. wait: seconds after which to do so, where that is
    known.
    """

    def __init__(self, message: str, wait: float | None = None) -> None:
        super().__init__(message)
        self.wait = wait


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

    def handed_over(self, job_id: JobId) -> bool:
        """Whether a job that was started goes on without this process. One that is yet to be submitted, as
        its engine was busy or full, doesn't."""
        return True

    @abstractmethod
    def close(self) -> Sequence[Fact]:
        """Release what the back end holds. Jobs that still run go on, for another tuner to attach to.

        Returns what became known by that, about no job any more.
        """


class Where(Enum):
    """Where jobs run, seen from their tuner."""

    HERE = "here"  # on its machine, whose processors and GPUs they share; locks there tell which run
    ELSEWHERE = "elsewhere"  # on machines of an engine, which alone knows which run
    NOWHERE = "nowhere"  # in virtual time: they act on nothing outside the tuner


@dataclass(frozen=True)
class BackendSpec(ABC):
    """How jobs are to be run: a frozen value that a user writes, kept in the experiment's folder.

    kind: the name under which it is registered, and `experiment.json` keeps it.
    """

    kind: ClassVar[str]
    where: ClassVar[Where] = Where.ELSEWHERE

    @property
    @abstractmethod
    def script(self) -> tuple[str, ...]:
        """What runs: the path of the script, and the arguments that it always gets."""

    @property
    def place(self) -> str:
        """Where jobs run, in words; "" for this machine."""
        return ""

    def printed(self, paths: ExperimentPaths, job: JobId, stderr: bool = False) -> Printed:
        """What a job prints; stderr: to standard error alone. Raises `BackendError` where that can't be asked
        for."""
        return PrintedFile(paths, job, stderr)

    def printed_at(self, paths: ExperimentPaths, job: JobId) -> str:
        """Where that lies, in words; "" for the files of the job's folder."""
        return ""

    @property
    def priced_as(self) -> str:
        """What `prices.json` calls that on which a worker runs; "" where its price isn't looked for."""
        return ""

    @abstractmethod
    def command(self, arguments: Config) -> str:
        """A line for a shell that does by hand what a job with these arguments would."""

    def preview(self, job: Job, paths: ExperimentPaths) -> str:
        """What would be submitted for a job, told to a person, without secrets: a script, or a request.
        Nothing is written, and nobody asked."""
        return self.command(job.arguments)

    @abstractmethod
    def check(self, workers: int) -> None:
        """Raises `BackendError` where so many workers can't run on this machine as specified."""

    @abstractmethod
    def open(self, paths: ExperimentPaths, workers: int, elapsed: float) -> Backend:
        """The live back end for an experiment; its clock goes on from `elapsed` seconds.

        Opens even where `check` fails, so that the jobs of an earlier tuner can be read and ended; the first
        job to start raises `BackendError` then.
        """

    def alive(self, paths: ExperimentPaths, jobs: Collection[JobId]) -> Collection[JobId]:
        """Those of these jobs that run, or wait to, told without touching any. Raises `BackendError`, and
        `BusyError` where its engine can't be asked now."""
        if self.where is Where.HERE:
            return [job for job in jobs if is_locked(paths.job(job).lock)]
        raise BackendError(f"The back end {self.kind} can't tell which jobs run, which this needs.")

    @classmethod
    def computes_here(cls) -> bool:
        """Whether jobs compute on this machine, however long they would take on it."""
        return cls.where is Where.HERE

    @classmethod
    def jobs(cls, paths: ExperimentPaths | None, at: str | None, limit: int) -> JobList:
        """What its engine has of jobs, at most so many: of an experiment, or of a study and all of its
        experiments; of everybody's where `paths` is None.

        at: where to look, such as a Region of AWS; by default where the experiment runs, or what the engine's
        own tools find. Raises `BackendError`, as where it lists none.
        """
        raise BackendError(
            f"The back end {cls.kind} has no list of jobs: `tunewise show NAME --trial N` tells of those of "
            "a trial."
        )

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
    """A specification whose jobs really run a script, as processes: the fields `entry_point` and `arguments`,
    and settings, each declared once as `tunewise.options` says.

    title: where jobs run, as in "jobs on TITLE", and "On TITLE" above its flags in the help.
    besides: what can be said though it is no field, by name: an annotation as a field's. `completed` makes
        fields of it.
    for_benchmarks: what is said, by flag, of the benchmarks that come with Tunewise, unless a person does.
    of_tuners: what of its fields jobs that are tuners have in common with those of trials, as where they run.
    """

    title: ClassVar[str]
    besides: ClassVar[Mapping[str, Any]] = {}
    for_benchmarks: ClassVar[Mapping[str, Any]] = {}
    of_tuners: ClassVar[Collection[str]] = ()

    @classmethod
    def settings(cls) -> Mapping[str, Setting]:
        """What can be said of it, by flag."""
        return settings_of(cls, *cls.besides.items())

    @classmethod
    def told(
        cls: type[ScriptSpec], script: str, arguments: Sequence[str], told: Mapping[str, object]
    ) -> ScriptSpec:
        """The specification that flags or a file tell. told: by flag; what isn't its own is passed over.

        Raises `BackendError` for what isn't said and has to be, and ValueError.
        """
        said = cls.completed(cls.said(told))
        # the script is named from where one is, or beside its file, whatever folder goes with it
        return cls(entry_point=os.path.abspath(script), arguments=tuple(arguments), **said)  # type: ignore[call-arg]

    @classmethod
    def said(cls, told: Mapping[str, object]) -> dict[str, Any]:
        """What was told, or else the environment says, by the names of fields. Raises `BackendError`."""
        said = named(cls.settings(), told)
        for setting in cls.settings().values():
            option = setting.option
            text = os.environ.get(option.variable) if option.variable else None
            if text and setting.name not in said:
                said[setting.name] = setting.reading.read(text)
            if option.lacking and setting.default is MISSING and setting.name not in said:
                example = f", such as {option.example}" * bool(option.example)
                place = f", or set {option.variable}" * bool(option.variable)
                raise BackendError(
                    f"{cls.title} needs {option.lacking}: give {setting.dashed}{example}{place}."
                )
        return said

    @classmethod
    def completed(cls, said: Mapping[str, Any]) -> dict[str, Any]:
        """The arguments that follow from what was said, by name. Raises `BackendError`."""
        return dict(said)

    @classmethod
    def of_options(
        cls: type[ScriptSpec], script: Path, arguments: Sequence[str], options: Mapping[str, Any]
    ) -> ScriptSpec:
        """The specification for a script that may need what lies beside it. options: the other fields, as
        `options` gave them. Raises ValueError."""
        return cls.from_json({**options, "entry_point": str(script), "arguments": list(arguments)})

    def options(self) -> dict[str, Any]:
        """All but what runs, as JSON, without what is so by default."""
        told: dict[str, Any] = _plain(self.to_json())
        for each in fields(self):
            made = each.default if each.default_factory is MISSING else each.default_factory()
            usual = made is not MISSING and told.get(each.name) == _plain(made)
            if usual or each.name in ("entry_point", "arguments"):
                told.pop(each.name, None)  # what was made of JSON has its defaults in its class alone
        return told

    @classmethod
    def for_tuners(
        cls: type[ScriptSpec],
        program: Path,
        options: Mapping[str, Any],
        said: Mapping[str, Any],
        seconds: float,
    ) -> ScriptSpec:
        """How jobs run that are tuners themselves, which need a core and no GPU.

        options: as of the trials' jobs. said: what a person said of the tuners alone. seconds: that one may
        take. Raises ValueError.
        """
        shared = {name: value for name, value in options.items() if name in cls.of_tuners}
        return cls.of_options(program, (), {**shared, **said})


def _plain(value: object) -> Any:  # noqa: ANN401 - JSON may be anything
    """A value as it comes back from a file of JSON: a tuple as a list."""
    return msgspec.json.decode(msgspec.json.encode(value))
