"""How jobs are to be run: the specification of a back end, which a user writes."""

from __future__ import annotations

import os
import shutil
import sys
from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping, Sequence
from dataclasses import MISSING, dataclass, field, fields
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, ClassVar, TypeVar

import msgspec

from tunewise.backends.base import Backend, BackendError, Job
from tunewise.backends.interface import ScriptInterface, check_arguments
from tunewise.backends.job_views import JobList, JobOutput, OutputFile
from tunewise.backends.platform import Platform
from tunewise.backends.tracked import TrackedJobs
from tunewise.clock import RealClock
from tunewise.disk import is_locked
from tunewise.options import DELAY, SECONDS, Option, Setting, by_field, check_fields, settings_of, whole
from tunewise.paths import ExperimentPaths
from tunewise.problem import Problem
from tunewise.signature import call
from tunewise.space import Config
from tunewise.trial import JobId
from tunewise.version import PACKAGE, ROOT

Spec = TypeVar("Spec", bound="BackendSpec")
ScriptSpec = TypeVar("ScriptSpec", bound="ScriptBackendSpec")

# Settings that several back ends have: each is one flag, whose help says the defaults of all.
Python = Annotated[
    str,
    Option("The interpreter for the script.", metavar="PROGRAM", default_text="the one that runs tunewise"),
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


# Isolated and without site-packages, a program starts in a few milliseconds, and nothing in the current
# folder or in the user's PYTHONPATH can interfere.
_FLAGS = ("-I", "-S", "-c")
_PROGRAM = "import sys; sys.path.append(sys.argv.pop(1)); from {} import main; sys.exit(main())"

# The script's environment may have a Tunewise or tunewise-worker of its own: this one is found by its folder.
_WARM = (
    "import sys; sys.path[:1] == [''] and sys.path.pop(0); "
    "ours = sys.modules['tunewise'] = type(sys)('tunewise'); ours.__path__ = [{!r}]; "
    "from tunewise.worker.warm import main; main()"
)

_AS_MAIN = (
    "import sys; sys.path[:1] == [''] and sys.path.pop(0); sys.path.append({!r}); "
    "import runpy; runpy.run_module({!r}, run_name='__main__', alter_sys=True)"
)


class Location(Enum):
    """Where jobs run, seen from their tuner."""

    LOCAL = "local"  # on its machine, whose CPUs and GPUs they share; locks there show which jobs run
    REMOTE = "remote"  # on machines of an engine, and only the engine knows which jobs run
    VIRTUAL = "virtual"  # in virtual time: they have no effect outside the tuner


@dataclass(frozen=True)
class BackendSpec(ABC):
    """How jobs are to be run: a frozen value that a user writes, and that `experiment.json` keeps.

    kind: the name under which it is registered.
    """

    kind: ClassVar[str]
    location: ClassVar[Location] = Location.REMOTE

    @property
    @abstractmethod
    def script(self) -> tuple[str, ...]:
        """The path of the script and its fixed arguments."""

    @property
    def place(self) -> str:
        """Where jobs run, for people; "" for this machine."""
        return ""

    def output(self, paths: ExperimentPaths, job: JobId, stderr: bool = False) -> JobOutput:
        """What a job prints. stderr: only to standard error. Raises `BackendError` if it can't be read."""
        return OutputFile(paths, job, stderr)

    def output_location(self, paths: ExperimentPaths, job: JobId) -> str:
        """Where the output is kept, for people; "" for the files of the job's folder."""
        return ""

    @property
    def price_key(self) -> str:
        """The key in `prices.json` of the instance of a worker; "" if it has no price there."""
        return ""

    @abstractmethod
    def command(self, arguments: Config) -> str:
        """A shell command that does what a job with these arguments does."""

    def preview(self, job: Job, paths: ExperimentPaths) -> str:
        """What would be submitted for a job, for people and without secrets: a script, or a request. Writes
        nothing and calls no engine."""
        return self.command(job.arguments)

    def check_problem(self, problem: Problem) -> None:  # noqa: B027 - most specifications have no say in it
        """Raises ValueError if jobs can't get the hyperparameters of a problem."""

    @abstractmethod
    def check(self, workers: int) -> None:
        """Raises `BackendError` if this number of workers can't run as specified."""

    @abstractmethod
    def open(self, paths: ExperimentPaths, workers: int, elapsed: float) -> Backend:
        """The live back end for an experiment; its clock continues from `elapsed` seconds.

        Opens even if `check` fails, so that the jobs of an earlier tuner can be read and ended; then the
        first job to start raises `BackendError`.
        """

    def alive(self, paths: ExperimentPaths, jobs: Collection[JobId]) -> Collection[JobId]:
        """Those of these jobs that run or are queued; changes nothing. Raises `BackendError`, and `BusyError`
        if its engine can't be reached now."""
        if self.location is Location.LOCAL:
            return [job for job in jobs if is_locked(paths.job(job).lock)]
        raise BackendError(f"The back end {self.kind} can't tell which jobs run, which this needs.")

    @classmethod
    def computes_locally(cls) -> bool:
        """Whether jobs compute on this machine, however long they would take on it."""
        return cls.location is Location.LOCAL

    @classmethod
    def list_jobs(cls, paths: ExperimentPaths | None, at: str | None, limit: int) -> JobList:
        """The engine's jobs, at most `limit`: of an experiment, or of a study and all of its experiments, or
        everyone's if `paths` is None.

        at: where to look, such as a Region of AWS; by default where the experiment runs, or where the
        engine's own tools look. Raises `BackendError`, also if the engine has no list.
        """
        raise BackendError(
            f"The back end {cls.kind} has no list of jobs: `tunewise show NAME --trial N` shows those of a "
            "trial."
        )

    def to_json(self) -> dict[str, Any]:
        """The specification in JSON's types, which `from_json` reads."""
        data: dict[str, Any] = msgspec.to_builtins(self)
        return data

    @classmethod
    def from_json(cls: type[Spec], data: Mapping[str, Any]) -> Spec:
        """The specification that `to_json` described, with its types checked. Raises ValueError."""
        unknown = sorted(data.keys() - {field.name for field in fields(cls)})
        if unknown:
            raise ValueError(f"this version of Tunewise doesn't know {', '.join(unknown)}")
        return msgspec.convert(dict(data), cls)


@dataclass(frozen=True)
class ScriptBackendSpec(ScriptInterface, BackendSpec):
    """A specification whose jobs run a script as processes: the fields `entry_point` and `arguments`,
    those of `ScriptInterface`, and settings, each declared once as `tunewise.options` describes.

    title: where jobs run, as in "jobs on TITLE", and "On TITLE" above its flags in the help.
    extra_settings: settings that are no fields, by name, annotated like fields. `complete` makes fields of
        them.
    for_benchmarks: default settings, by flag, for the benchmarks that come with Tunewise.
    shared_with_tuners: the fields that jobs which are tuners have in common with those of trials.
    """

    title: ClassVar[str]
    extra_settings: ClassVar[Mapping[str, Any]] = {}
    for_benchmarks: ClassVar[Mapping[str, Any]] = {}
    shared_with_tuners: ClassVar[Collection[str]] = ()

    @classmethod
    def settings(cls) -> Mapping[str, Setting]:
        """Its settings, by flag."""
        return settings_of(cls, *cls.extra_settings.items())

    @classmethod
    def from_settings(
        cls: type[ScriptSpec], script: str, arguments: Sequence[str], values: Mapping[str, object]
    ) -> ScriptSpec:
        """The specification from flags or a file. values: by flag; those of other back ends are ignored.

        Raises `BackendError` for a missing setting, and ValueError.
        """
        settings = cls.complete(cls.read_settings(values))
        # the script's path is relative to the current folder, whatever `source_dir` is
        return cls(entry_point=os.path.abspath(script), arguments=tuple(arguments), **settings)  # type: ignore[call-arg]

    @classmethod
    def read_settings(cls, values: Mapping[str, object]) -> dict[str, Any]:
        """Settings from these values, or else from environment variables, by the names of fields. Raises
        `BackendError`."""
        found = by_field(cls.settings(), values)
        for setting in cls.settings().values():
            option = setting.option
            text = os.environ.get(option.variable) if option.variable else None
            if text and setting.name not in found:
                found[setting.name] = setting.format.read(text)
            if option.missing and setting.default is MISSING and setting.name not in found:
                example = f", such as {option.example}" * bool(option.example)
                place = f", or set {option.variable}" * bool(option.variable)
                raise BackendError(
                    f"{cls.title} needs {option.missing}: give {setting.dashed}{example}{place}."
                )
        return found

    @classmethod
    def complete(cls, settings: Mapping[str, Any]) -> dict[str, Any]:
        """The arguments that follow from settings, by name. Raises `BackendError`."""
        return dict(settings)

    @classmethod
    def from_options(
        cls: type[ScriptSpec], script: Path, arguments: Sequence[str], options: Mapping[str, Any]
    ) -> ScriptSpec:
        """The specification for a script that may need the files beside it. options: the other fields, as
        `options` returns them. Raises ValueError."""
        return cls.from_json({**options, "entry_point": str(script), "arguments": list(arguments)})

    def options(self) -> dict[str, Any]:
        """All fields but the script and its arguments, in JSON's types and without defaults."""
        options: dict[str, Any] = _plain(self.to_json())
        for each in fields(self):
            made = each.default if each.default_factory is MISSING else each.default_factory()
            usual = made is not MISSING and options.get(each.name) == _plain(made)
            if usual or each.name in ("entry_point", "arguments"):
                options.pop(each.name, None)
        return options

    @classmethod
    def for_tuners(
        cls: type[ScriptSpec],
        program: Path,
        options: Mapping[str, Any],
        settings: Mapping[str, Any],
        seconds: float,
    ) -> ScriptSpec:
        """How jobs run that are tuners themselves, and so need one core and no GPU.

        options: those of the trials' jobs. settings: for the tuners alone. seconds: that one may take. Raises
        ValueError.
        """
        shared = {name: value for name, value in options.items() if name in cls.shared_with_tuners}
        return cls.from_options(program, (), {**shared, **settings})


def _plain(value: object) -> Any:  # noqa: ANN401 - JSON may be anything
    """A value as it is read from JSON: a tuple becomes a list."""
    return msgspec.json.decode(msgspec.json.encode(value))


def _current_folder() -> str:
    try:
        return os.getcwd()
    except FileNotFoundError:
        raise BackendError("The current folder was deleted: change to another one.") from None


@dataclass(frozen=True, repr=False)
class FolderBackendSpec(ScriptBackendSpec):
    """Runs a script in folders that the tuner sees.

    entry_point: the script. One that ends in `.py` is run by `python`, any other must be executable.
    arguments: given to the script before the tuned ones.
    python: the interpreter, as a path or a name on the `PATH`; by default the current one.
    cwd: the folder in which the script runs; by default the current one.

    Paths are made absolute. How the script takes its hyperparameters: see `ScriptInterface`.
    """

    __repr__ = call

    entry_point: str
    arguments: tuple[str, ...] = ()
    python: Python = field(default_factory=lambda: sys.executable)
    cwd: str = field(default_factory=_current_folder)

    def __post_init__(self) -> None:
        for name in ("entry_point", "cwd"):
            if not isinstance(getattr(self, name), (str, os.PathLike)):
                raise ValueError(f"{name} is {getattr(self, name)!r}: give a path, such as 'train.py'.")
        set_field = object.__setattr__  # the class is frozen
        set_field(self, "entry_point", os.path.abspath(self.entry_point))
        set_field(self, "cwd", os.path.abspath(self.cwd))
        self.take_texts("arguments")
        check_fields(self)
        self.check_interface()

    def take_texts(self, name: str) -> None:
        """Converts a field to a tuple of texts. Raises ValueError for a single text."""
        value = getattr(self, name)
        if isinstance(value, str):
            raise ValueError(f"{name} is one text, {value!r}: give a tuple of texts.")
        if value is not None:
            object.__setattr__(self, name, tuple(str(text) for text in value))

    @property
    def script(self) -> tuple[str, ...]:
        return (self.entry_point, *self.arguments)

    def argv(self, python: str) -> tuple[str, ...]:
        """The command without the tuned arguments."""
        return (python, *self.script) if self.entry_point.endswith(".py") else self.script

    def command(self, arguments: Config) -> str:
        return self.in_shell(self.cwd, self.argv(self.python), arguments)

    @classmethod
    def list_jobs(cls, paths: ExperimentPaths | None, at: str | None, limit: int) -> JobList:
        from tunewise.backends.folder_jobs import list_jobs  # --help does without it

        if paths is None:
            raise BackendError(f"Jobs on {cls.title} are listed by experiment: `tunewise jobs NAME`.")
        return list_jobs(paths, limit)

    @abstractmethod
    def platform(self, paths: ExperimentPaths, workers: int) -> Platform:
        """The engine as one experiment uses it. paths: absolute, as the script may run in another folder."""

    def open(self, paths: ExperimentPaths, workers: int, elapsed: float) -> TrackedJobs:
        absolute = ExperimentPaths(paths.folder.absolute())
        return TrackedJobs(self.platform(absolute, workers), RealClock(elapsed))

    def check_script(self, python_is_local: bool = True) -> None:
        """Raises `BackendError` if the script can't be run. python_is_local: the interpreter must exist on
        this machine."""
        script = self.entry_point
        if not os.path.isfile(script):
            raise BackendError(f"There is no script {script}.")
        if script.endswith(".py"):
            if python_is_local and shutil.which(self.python) is None:
                raise BackendError(
                    f"There is no Python interpreter {self.python}: name another with python=."
                )
        elif not os.access(script, os.X_OK):
            raise BackendError(f"{script} is neither executable (chmod +x makes it so) nor a .py file.")
        check_arguments(self.script)
        if not os.path.isdir(self.cwd):
            raise BackendError(f"There is no folder {self.cwd} to run the script in.")


def resolved_on_node(argv: tuple[str, ...]) -> tuple[str, ...]:
    """A command that finds its program on the machine that runs it, unless the program is a path."""
    return argv if "/" in argv[0] else ("/usr/bin/env", *argv)


def program(module: str, argument: str, python: str = sys.executable) -> list[str]:
    """The command line of a program in `tunewise.worker`, such as a guard, with its argument."""
    return [python, *_FLAGS, _PROGRAM.format(module), ROOT, argument]


def warm_program(python: str, *arguments: str) -> list[str]:
    """The command line of a warm launcher, which has all that a script of this interpreter has."""
    return [python, "-c", _WARM.format(PACKAGE), *arguments]


def own_process(module: str, *arguments: str) -> list[str]:
    """The command line of `python -m module` for a module of Tunewise, but that nothing in the current folder
    is imported: a `queue.py` of the user's that lies there is no part of it."""
    return [sys.executable, "-c", _AS_MAIN.format(ROOT, module), *arguments]
