"""Tuners as jobs of a back end, on machines that share this one's folder of all experiments.

Each is a job as any other, whose script runs one experiment. Nothing is sent, and nothing has to be brought:
what the tuners record is here at once.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path
from typing import Annotated, Any, ClassVar

import msgspec

from tunewise.backends import spec_class, spec_from_json
from tunewise.backends.base import Backend, BackendError, Job
from tunewise.backends.diagnosis import diagnose
from tunewise.backends.job_folders import FolderRecord
from tunewise.backends.specs import ScriptBackendSpec
from tunewise.checking import jobs_on_disk
from tunewise.disk import decode, replacing
from tunewise.events import JobEnded
from tunewise.options import Option, by_field
from tunewise.paths import ExperimentPaths, home
from tunewise.studies.plan import Cell, find_benchmark
from tunewise.studies.spec import StudyError, StudySpec
from tunewise.studies.tuners import Needs, Standing, Tuners, standing_of
from tunewise.trial import FailureKind, JobId

GROUP = "tunewise.tuners"
MARGIN = 3600.0  # seconds that a tuner may take beyond its experiment's wall-clock
LOOK = 1.0  # seconds
PROGRAM = "tuner.py"

_PROGRAM = '''"""Runs one experiment of a study: see tunewise.studies.cell."""

import os
import sys

os.environ["TUNEWISE_HOME"] = {home!r}
from tunewise.studies.cell import main

sys.exit(main([{tag!r}, sys.argv[-1]]))
'''


@dataclass(frozen=True)
class Terms:
    """tuner: settings by their flags, as text."""

    tuner: Annotated[
        Mapping[str, str],
        Option("A setting of the tuners where it isn't that of the trials' jobs: partition=cpu."),
    ] = field(default_factory=dict)


class SharedHomeTuners(Tuners):
    """The jobs lie in the study's folder `staged`, as those of an experiment do in its own: a trial for each
    experiment, by its number in the plan."""

    terms: ClassVar[type] = Terms

    def check(self, spec: StudySpec) -> None:
        settings = self.plan.settings
        for reference in dict.fromkeys(cell.benchmark for cell in self.plan.cells):
            find_benchmark(reference, settings, spec).on(settings.backend, settings.site or {}).check(1)
        self._wanted(self.plan.cells, Path(__file__)).check(1)  # as the program is yet to be written

    def needs(self, cells: Sequence[Cell], at_work: Sequence[Cell]) -> Needs:
        spec = self._wanted(cells)
        told = ["", f"What tuners print goes to {self._paths.trials}/NUMBER/jobs/RUN/."]
        return Needs(f"on {spec.place or spec.title}", told, price_key=spec.price_key)

    def preview(self, cell: Cell) -> str:
        job = Job(JobId(self.plan.cells.index(cell), 0), {"cell": cell.name}, resumed=False)
        return self._wanted([cell]).preview(job, self._paths)

    def look(self) -> list[Standing]:
        latest, alive = self._latest(), self._alive()
        standings = []
        for index, cell in enumerate(self.plan.cells):
            job = latest.get(index)
            called = None if job is None else self._called(job)
            standings.append(standing_of(self.plan, cell, called, job in alive))
        return standings

    def reason(self, standing: Standing) -> str:
        job = self._latest().get(self.plan.cells.index(standing.cell))
        if job is None:
            return "it was never started"
        status = FolderRecord(self._paths.job(job)).read(gone=True)
        if status.ended is None:
            return "its job is gone, and nobody wrote down why"
        return diagnose(status.ended, False, status.stderr).detail

    def start(self, cells: Sequence[Cell]) -> Iterator[tuple[Cell, str]]:
        running = {standing.cell for standing in self.look() if standing.status == "running"}
        cells = [cell for cell in cells if cell not in running]
        if not cells:
            return
        latest, spec = self._latest(), self._wanted(cells)
        self._write(self._program, _PROGRAM.format(home=str(home()), tag=self.plan.tag).encode())
        self._write(self.plan.paths.tuners, msgspec.json.encode({"kind": spec.kind, **spec.to_json()}))
        spec.check(len(cells))
        backend = spec.open(self._paths, len(cells), 0.0)
        try:
            for cell in cells:
                index = self.plan.cells.index(cell)
                job = JobId(index, latest[index].run + 1 if index in latest else 0)
                backend.start(Job(job, {"cell": cell.name}, resumed=False))
                self._hand_over(backend, job)
                yield cell, self._called(job)
        finally:
            backend.close()

    def _hand_over(self, backend: Backend, job: JobId) -> None:
        """Waits until a tuner goes on without this process. Raises `StudyError` for one that can't begin."""
        is_submitted = False
        while not is_submitted:
            is_submitted = backend.is_submitted(job)
            for fact in backend.poll(0.0 if is_submitted else LOOK):
                if not isinstance(fact, JobEnded) or fact.job != job:
                    continue
                if fact.failure is FailureKind.INFRASTRUCTURE:
                    raise StudyError(f"The tuner {self._called(job)} can't be started: {fact.detail}.")

    # ---- what is known of the tuners ---------------------------------------------------------------------

    @property
    def _paths(self) -> ExperimentPaths:
        return ExperimentPaths(self.plan.paths.staged)

    def _called(self, job: JobId) -> str:
        return f"{self.plan.settings.tuned_on} {job}"

    def _latest(self) -> dict[int, JobId]:
        """The latest tuner of each experiment, by its number in the plan."""
        return {job.trial_id: job for job in sorted(jobs_on_disk(self._paths))}

    def _alive(self) -> Collection[JobId]:
        """The tuners that run, or wait to."""
        latest = self._latest()
        return self._kept().alive(self._paths, list(latest.values())) if latest else ()

    # ---- how they run ------------------------------------------------------------------------------------

    def _wanted(self, cells: Sequence[Cell], program: Path | None = None) -> ScriptBackendSpec:
        """How the tuners of these experiments are to run, as is said now."""
        kind = self.plan.settings.tuned_on
        spec = spec_class(kind)
        assert issubclass(spec, ScriptBackendSpec)
        settings = spec.settings()
        single = [
            flag for flag, setting in settings.items() if not setting.repeated and setting.type is not bool
        ]
        told: dict[str, object] = {}
        for name, text in self.said.tuner.items():
            flag = name.replace("-", "_")
            if flag not in single:
                raise StudyError(
                    f"--tuner has {name!r}, which can't be set for tuners alone: there are "
                    f"{', '.join(single)}."
                )
            told[flag] = settings[flag].format.read(text)
        shared = (self.plan.settings.site or {}) if self.plan.settings.backend == kind else {}
        longest = max(cell.max_wallclock_time for cell in cells)
        return spec.for_tuners(program or self._program, shared, by_field(settings, told), longest + MARGIN)

    def _kept(self) -> ScriptBackendSpec:
        """How they were started last."""
        path = self.plan.paths.tuners
        try:
            spec = spec_from_json(decode(path.read_bytes(), dict[str, Any]))
        except (OSError, ValueError) as error:
            raise StudyError(f"{path} can't be read ({error}): launch the study again.") from None
        if not isinstance(spec, ScriptBackendSpec):
            raise BackendError(f"{path} is of no back end that runs scripts: launch the study again.")
        return spec

    @property
    def _program(self) -> Path:
        return self.plan.paths.staged / PROGRAM

    def _write(self, path: Path, body: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        with replacing(path, durable=True) as draft:
            draft.write_bytes(body)


def tuners_class(kind: str) -> type[Tuners]:
    """How tuners run on a back end: as its package registers it, or else as its jobs, which share this
    machine's folder of all experiments. Raises `BackendError` and `StudyError`."""
    for entry in metadata.entry_points(group=GROUP, name=kind):
        found: type[Tuners] = entry.load()
        return found
    if not issubclass(spec_class(kind), ScriptBackendSpec):
        raise StudyError(f"The back end {kind} runs no scripts, so no tuners: name another with --on.")
    return SharedHomeTuners
