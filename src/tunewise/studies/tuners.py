"""Tuners as jobs of an engine: one for each experiment of a study, each of which starts jobs of its own."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal, NamedTuple

import msgspec

from tunewise import disk
from tunewise.backends import spec_class, spec_from_json
from tunewise.backends.base import Backend, BackendError, Job
from tunewise.backends.diagnosis import diagnose
from tunewise.backends.interface import ScriptInterface
from tunewise.backends.job_folders import FolderRecord
from tunewise.backends.specs import ScriptBackendSpec
from tunewise.checking import jobs_on_disk
from tunewise.disk import decode
from tunewise.events import JobEnded
from tunewise.options import Option, by_field, settings_of
from tunewise.paths import ExperimentPaths, home
from tunewise.studies.outcome import Outcome, read_outcome
from tunewise.studies.plan import Cell, Plan, find_benchmark, read_plan
from tunewise.studies.spec import StudyError, StudySpec
from tunewise.trial import FailureKind, JobId

GROUP = "tunewise.tuners"
MARGIN = 3600.0  # seconds that a tuner may take beyond its experiment's wall-clock
POLL_PERIOD = 1.0  # seconds
PROGRAM = "tuner.py"

TunerState = Literal["waiting", "running", "ended", "failed", "lost"]

_PROGRAM = '''"""Runs one experiment of a study: see tunewise.studies.cell."""

import os
import sys

os.environ["TUNEWISE_HOME"] = {home!r}
from tunewise.studies.cell import main

sys.exit(main([{tag!r}, sys.argv[-1]]))
'''


class TunerStatus(NamedTuple):
    """The status of an experiment and of its tuner.

    state: `waiting` before the first tuner starts; `running` while a tuner runs or is queued; `ended` or
    `failed` once there is an outcome; `lost` if the tuner ended without an outcome, or before any of its jobs
    ran. job: the name of the latest tuner's job; None before the first.
    """

    cell: Cell
    state: TunerState
    outcome: Outcome | None
    job: str | None


class Requirements(NamedTuple):
    """What the user has to know before tuners start.

    where: where they run, in words. lines: text to print. refusal: why they can't start; "" if they can.
    price_key: the instance of a tuner as `prices.json` names it; "" if it costs nothing.
    """

    where: str
    lines: Sequence[str] = ()
    refusal: str = ""
    price_key: str = ""


class Tuners(ABC):
    """The tuners of a study on an engine. All methods raise `BackendError`, `BusyError` and `StudyError`.

    settings_type: a dataclass of the settings that tuners alone have, declared as in `tunewise.options`.
    """

    settings_type: ClassVar[type]

    def __init__(self, plan: Plan, settings: Any = None) -> None:  # noqa: ANN401 - of settings_type
        """settings: by default the defaults, which are enough to read statuses."""
        self.plan = plan
        self.settings = self.settings_type() if settings is None else settings

    @classmethod
    def options(cls, kind: str, options: Mapping[str, Any]) -> dict[str, Any]:
        """The options of the trials' jobs as tuners on another machine need them. kind: their back end.
        Raises `StudyError` for options that can't work there."""
        return dict(options)

    @classmethod
    def fetch_plan(cls, tag: str, place: str | None, at: str | None) -> Plan:
        """The plan of a study, fetched from where it was launched. place, at: where to look for a study that
        isn't on this machine."""
        return read_plan(tag)

    @abstractmethod
    def check(self, spec: StudySpec) -> None:
        """Raises `StudyError` or `BackendError` if the tuners can't run."""

    @abstractmethod
    def requirements(self, cells: Sequence[Cell], at_work: Sequence[Cell]) -> Requirements:
        """at_work: experiments that already have a tuner."""

    @abstractmethod
    def preview(self, cell: Cell) -> str:
        """The job that would be submitted, as text. Submits nothing."""

    @abstractmethod
    def statuses(self) -> list[TunerStatus]:
        """The status of each experiment. Brings its files here, as far as it has come."""

    @abstractmethod
    def failure_reason(self, status: TunerStatus) -> str:
        """Why a tuner ended, according to its engine."""

    @abstractmethod
    def start(self, cells: Sequence[Cell]) -> Iterator[tuple[Cell, str]]:
        """Starts the tuners of these experiments one by one, and yields each with the name of its job. Skips
        experiments that have a tuner by now because somebody else launched them."""


def tuner_status(plan: Plan, cell: Cell, job: str | None, runs: bool) -> TunerStatus:
    """The status of an experiment. job: of its latest tuner, if any. runs: whether it runs or is queued."""
    outcome = read_outcome(plan.paths.outcome(cell.name))
    state: TunerState
    if outcome is not None and outcome.well:
        state = "ended"
    elif outcome is not None and not outcome.starved and not runs:
        state = "failed"  # while its tuner is still ending, nobody may delete its folder
    elif job is None:
        state = "waiting"
    else:
        state = "running" if runs else "lost"
    return TunerStatus(cell, state, outcome, job)


@dataclass(frozen=True)
class SharedHomeTunerSettings:
    """tuner: the values of settings as text, by their flags."""

    tuner: Annotated[
        Mapping[str, str],
        Option("A setting for the tuners that differs from the trials' jobs: partition=cpu."),
    ] = field(default_factory=dict)


class SharedHomeTuners(Tuners):
    """Tuners as jobs of a back end, on machines that see this machine's folder of all experiments.

    Nothing is uploaded or downloaded: the tuners write their results where they are read. The jobs' files
    are in the study's folder `staged`, laid out like those of an experiment: a trial for each experiment, by
    its index in the plan.
    """

    settings_type: ClassVar[type] = SharedHomeTunerSettings

    def check(self, spec: StudySpec) -> None:
        settings = self.plan.settings
        for reference in dict.fromkeys(cell.benchmark for cell in self.plan.cells):
            find_benchmark(reference, settings, spec).on(settings.backend, settings.site or {}).check(1)
        self._spec(self.plan.cells, Path(__file__)).check(1)  # the program isn't written yet

    def requirements(self, cells: Sequence[Cell], at_work: Sequence[Cell]) -> Requirements:
        spec = self._spec(cells)
        lines = ["", f"The tuners' output goes to {self._paths.trials}/NUMBER/jobs/RUN/."]
        return Requirements(f"on {spec.place or spec.title}", lines, price_key=spec.price_key)

    def preview(self, cell: Cell) -> str:
        job = Job(JobId(self.plan.cells.index(cell), 0), {"cell": cell.name}, resumed=False)
        return self._spec([cell]).preview(job, self._paths)

    def statuses(self) -> list[TunerStatus]:
        latest, alive = self._latest(), self._alive()
        statuses = []
        for index, cell in enumerate(self.plan.cells):
            job = latest.get(index)
            name = None if job is None else self._job_name(job)
            statuses.append(tuner_status(self.plan, cell, name, job in alive))
        return statuses

    def failure_reason(self, status: TunerStatus) -> str:
        job = self._latest().get(self.plan.cells.index(status.cell))
        if job is None:
            return "it was never started"
        job_status = FolderRecord(self._paths.job(job)).read(gone=True)
        if job_status.ended is None:
            return "its job is gone without a record of why"
        return diagnose(job_status.ended, False, job_status.stderr).detail

    def start(self, cells: Sequence[Cell]) -> Iterator[tuple[Cell, str]]:
        running = {status.cell for status in self.statuses() if status.state == "running"}
        cells = [cell for cell in cells if cell not in running]
        if not cells:
            return
        latest, spec = self._latest(), self._spec(cells)
        disk.write(self._program, _PROGRAM.format(home=str(home()), tag=self.plan.tag).encode())
        disk.write(self.plan.paths.tuners, msgspec.json.encode({"kind": spec.kind, **spec.to_json()}))
        spec.check(len(cells))
        backend = spec.open(self._paths, len(cells), 0.0)
        try:
            for cell in cells:
                index = self.plan.cells.index(cell)
                job = JobId(index, latest[index].run + 1 if index in latest else 0)
                backend.start(Job(job, {"cell": cell.name}, resumed=False))
                self._hand_over(backend, job)
                yield cell, self._job_name(job)
        finally:
            backend.close()

    def _hand_over(self, backend: Backend, job: JobId) -> None:
        """Waits until a tuner no longer needs this process. Raises `StudyError` if it can't start."""
        is_submitted = False
        while not is_submitted:
            is_submitted = backend.is_submitted(job)
            for fact in backend.poll(0.0 if is_submitted else POLL_PERIOD):
                if not isinstance(fact, JobEnded) or fact.job != job:
                    continue
                if fact.failure is FailureKind.INFRASTRUCTURE:
                    raise StudyError(f"The tuner {self._job_name(job)} can't be started: {fact.detail}.")

    @property
    def _paths(self) -> ExperimentPaths:
        return ExperimentPaths(self.plan.paths.staged)

    def _job_name(self, job: JobId) -> str:
        return f"{self.plan.settings.tuned_on} {job}"

    def _latest(self) -> dict[int, JobId]:
        """The latest tuner of each experiment, by the experiment's index in the plan."""
        return {job.trial_id: job for job in sorted(jobs_on_disk(self._paths))}

    def _alive(self) -> Collection[JobId]:
        """The tuners that run or are queued."""
        latest = self._latest()
        return self._launched_spec().alive(self._paths, list(latest.values())) if latest else ()

    def _spec(self, cells: Sequence[Cell], program: Path | None = None) -> ScriptBackendSpec:
        """How the tuners of these experiments will run, with the current settings."""
        kind = self.plan.settings.tuned_on
        spec = spec_class(kind)
        assert issubclass(spec, ScriptBackendSpec)
        settings = spec.settings()
        of_scripts = settings_of(ScriptInterface)  # a tuner takes its arguments as it does
        single = [
            flag
            for flag, setting in settings.items()
            if not setting.repeated and setting.type is not bool and flag not in of_scripts
        ]
        values: dict[str, object] = {}
        for name, text in self.settings.tuner.items():
            flag = name.replace("-", "_")
            if flag not in single:
                raise StudyError(f"--tuner can't set {name!r}: choose from {', '.join(single)}.")
            values[flag] = settings[flag].format.read(text)
        shared = (self.plan.settings.site or {}) if self.plan.settings.backend == kind else {}
        longest = max(cell.max_wallclock_time for cell in cells)
        return spec.for_tuners(program or self._program, shared, by_field(settings, values), longest + MARGIN)

    def _launched_spec(self) -> ScriptBackendSpec:
        """How the tuners were started last."""
        path = self.plan.paths.tuners
        try:
            spec = spec_from_json(decode(path.read_bytes(), dict[str, Any]))
        except (OSError, ValueError) as error:
            raise StudyError(f"{path} can't be read ({error}): launch the study again.") from None
        if not isinstance(spec, ScriptBackendSpec):
            raise BackendError(f"{path} names a back end that doesn't run scripts: launch the study again.")
        return spec

    @property
    def _program(self) -> Path:
        return self.plan.paths.staged / PROGRAM


def tuners_class(kind: str) -> type[Tuners]:
    """How tuners run on a back end: the class that its package registers, or else `SharedHomeTuners`.
    Raises `BackendError` and `StudyError`."""
    for entry in metadata.entry_points(group=GROUP, name=kind):
        found: type[Tuners] = entry.load()
        return found
    if not issubclass(spec_class(kind), ScriptBackendSpec):
        raise StudyError(
            f"The back end {kind} can't run tuners, as it runs no scripts: choose another with --on."
        )
    return SharedHomeTuners
