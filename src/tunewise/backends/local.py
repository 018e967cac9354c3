"""Jobs on this machine. Linux only."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from tunewise.backends.base import BackendError
from tunewise.backends.gpus import (
    UNMANAGED,
    GpuSlots,
    detect_gpus,
    gpu_share,
    script_environment,
    threads_per_worker,
)
from tunewise.backends.specs import FolderBackendSpec, GpusPerTrial, Location, StopGrace
from tunewise.options import NAMES, DefaultText, Option
from tunewise.paths import ExperimentPaths
from tunewise.signature import call

if TYPE_CHECKING:
    from tunewise.backends.local_platform import LocalPlatform


@dataclass(frozen=True, repr=False)
class LocalBackend(FolderBackendSpec):
    """Runs a script on this machine: `LocalBackend("train.py")`.

    entry_point: the script. One that ends in `.py` is run by `python`, any other must be executable.
    arguments: given to the script before the tuned ones.
    python: the interpreter, as a path or a name on the `PATH`; by default the current one.
    cwd: the folder in which the script runs; by default the current one.
    gpus_per_trial: GPUs for each trial: whole ones, or a fraction such as 0.5 for two trials on one GPU.
        None: one, if the machine has any. 0: leaves `CUDA_VISIBLE_DEVICES` unchanged.
    gpus: the GPUs to use, by their names in `CUDA_VISIBLE_DEVICES`. None: all.
    stop_grace: seconds that a script gets to save after SIGTERM, until it is killed.
    preload: modules that are imported once for all jobs, such as `("torch",)`, or paths of files that are
        executed once. A process imports them and forks each script, so that a job starts without them. They
        must not use a GPU, or leave threads, processes, connections or locks, when they are imported;
        otherwise a warning says so, and each job imports for itself.

    Paths are made absolute. A script gets the tuner's environment, with the number of CPU threads limited so
    that the workers share the CPUs, unless a variable for that is set already.
    """

    __repr__ = call

    kind: ClassVar[str] = "local"
    title: ClassVar[str] = "this machine"
    location: ClassVar[Location] = Location.LOCAL
    shared_with_tuners: ClassVar[Collection[str]] = ("cwd",)

    gpus_per_trial: Annotated[GpusPerTrial, DefaultText("one, if there are any")] = None
    gpus: tuple[str, ...] | None = None
    stop_grace: StopGrace = 10.0
    preload: Annotated[
        tuple[str, ...],
        Option("Modules that are imported once for all jobs, which then start without: torch.", NAMES),
    ] = ()

    def __post_init__(self) -> None:
        super().__post_init__()
        self.take_texts("gpus")
        self.take_texts("preload")
        if self.gpus_per_trial is not None:
            gpu_share(self.gpus_per_trial)  # raises ValueError

    @classmethod
    def for_tuners(
        cls, program: Path, options: Mapping[str, Any], settings: Mapping[str, Any], seconds: float
    ) -> LocalBackend:
        """Leaves the GPUs to the jobs of the tuners."""
        return super().for_tuners(program, options, {"gpus_per_trial": 0, **settings}, seconds)

    def check(self, workers: int) -> None:
        self.check_files(workers)
        self._check(self._slots(), workers)

    def platform(self, paths: ExperimentPaths, workers: int) -> LocalPlatform:
        from tunewise.backends.job_folders import JobFolders
        from tunewise.backends.local_launcher import WarmStart
        from tunewise.backends.local_platform import LocalPlatform  # --help does without it
        from tunewise.worker.warm import Imports

        environment = script_environment(threads_per_worker(workers), os.environ)
        python = os.path.abspath(shutil.which(self.python) or self.python)
        argv = self.argv(python)
        folders = JobFolders(paths, argv, self.cwd, environment, self.stop_grace, self)
        slots = self._slots()
        warm = None
        if self.preload:
            warm = WarmStart(Imports(self.entry_point, self.preload), python, self.cwd, environment)
        return LocalPlatform(folders, slots, lambda: self._check(slots, workers=1), warm)

    def _slots(self) -> GpuSlots:
        if self.gpus_per_trial == 0:
            return GpuSlots((), UNMANAGED)
        gpus = detect_gpus(os.environ) if self.gpus is None else self.gpus
        if not gpus and self.gpus_per_trial is None:
            return GpuSlots((), UNMANAGED)
        return GpuSlots(gpus, gpu_share(1 if self.gpus_per_trial is None else self.gpus_per_trial))

    def _check(self, slots: GpuSlots, workers: int) -> None:
        self.check_script()
        if self.preload and not self.entry_point.endswith(".py"):
            raise BackendError(
                f"{self.entry_point} is no .py file, so nothing can be imported for it: leave out --preload."
            )
        if slots.capacity is None or slots.capacity >= workers:
            return
        if not slots.gpus:
            raise BackendError(
                f"No GPU was found for gpus_per_trial={self.gpus_per_trial:g}: leave it out to use CPUs."
            )
        raise BackendError(
            f"The GPUs of this machine ({', '.join(slots.gpus)}) are enough for {slots.capacity} workers, "
            f"not for {workers}: use fewer workers, or share GPUs between trials (--gpus-per-trial 0.5)."
        )
