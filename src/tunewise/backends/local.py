"""Jobs on this machine. Linux only."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

from tunewise.backends.base import BackendError, BackendSpec
from tunewise.backends.local_jobs import Command, LocalJobs
from tunewise.backends.paths import ExperimentPaths
from tunewise.backends.slots import LEAVE_ALONE, GpuSlots, detect_gpus, gpu_share, thread_limits

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@dataclass(frozen=True)
class LocalBackend(BackendSpec):
    """Runs a script on this machine: `LocalBackend("train.py")`.

    entry_point: the script. One that ends in `.py` is run by `python`, any other must be executable.
    arguments: given to the script before the tuned ones.
    python: the interpreter, as a path or a name to be found on the `PATH`; by default the one that runs now.
    cwd: the folder in which the script runs; by default the current one.
    gpus_per_trial: GPUs for each trial: whole ones, or a fraction such as 0.5 for two trials on one GPU.
        None: one, if the machine has any. 0: leaves `CUDA_VISIBLE_DEVICES` alone.
    gpus: the GPUs to use, by the names that `CUDA_VISIBLE_DEVICES` takes. None: all that there are.
    stop_grace: seconds for a script that is told to end (SIGTERM) to save, until it is killed.

    Paths are made absolute. The variables that limit CPU threads are set so that the workers share the CPUs,
    unless one of them is set already; otherwise a script gets the tuner's environment.
    """

    kind: ClassVar[str] = "local"

    entry_point: str
    arguments: tuple[str, ...] = ()
    python: str = field(default_factory=lambda: sys.executable)
    cwd: str = field(default_factory=os.getcwd)
    gpus_per_trial: float | None = None
    gpus: tuple[str, ...] | None = None
    stop_grace: float = 10.0

    def __post_init__(self) -> None:
        set_field = object.__setattr__  # the class is frozen
        set_field(self, "entry_point", os.path.abspath(self.entry_point))
        set_field(self, "cwd", os.path.abspath(self.cwd))
        set_field(self, "arguments", tuple(self.arguments))
        if self.gpus is not None:
            set_field(self, "gpus", tuple(str(gpu) for gpu in self.gpus))
        if self.gpus_per_trial is not None:
            gpu_share(self.gpus_per_trial)  # raises ValueError
        if not self.stop_grace >= 0:
            raise ValueError(f"stop_grace is {self.stop_grace!r}: give a number of seconds.")

    def open(self, paths: ExperimentPaths, workers: int, elapsed: float) -> LocalJobs:
        environment = thread_limits(workers, os.environ)
        if "PYTHONUNBUFFERED" not in os.environ:
            environment["PYTHONUNBUFFERED"] = "1"  # what a script prints can be read while it runs
        command = Command(self._argv(), self._checked_cwd(), environment, self.stop_grace)
        absolute = ExperimentPaths(paths.folder.absolute())  # the script may run in another folder
        return LocalJobs(absolute, command, self._slots(workers), elapsed)

    def to_json(self) -> dict[str, Any]:
        data = asdict(self)
        data["arguments"] = list(self.arguments)
        data["gpus"] = None if self.gpus is None else list(self.gpus)
        return data

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> LocalBackend:
        return cls(**data)

    @classmethod
    def example(cls, script: Path) -> LocalBackend:
        return cls(str(script), stop_grace=0.5)

    def _argv(self) -> tuple[str, ...]:
        script = self.entry_point
        if not os.path.isfile(script):
            raise BackendError(f"There is no script {script}.")
        if not script.endswith(".py"):
            if not os.access(script, os.X_OK):
                raise BackendError(f"{script} is neither executable (chmod +x makes it so) nor a .py file.")
            return (script, *self.arguments)
        python = shutil.which(self.python)
        if python is None:
            raise BackendError(f"There is no Python interpreter {self.python}: name another with python=.")
        return (os.path.abspath(python), script, *self.arguments)

    def _checked_cwd(self) -> str:
        if not os.path.isdir(self.cwd):
            raise BackendError(f"There is no folder {self.cwd} to run the script in.")
        return self.cwd

    def _slots(self, workers: int) -> GpuSlots:
        wanted = self.gpus_per_trial
        if wanted == 0:
            return GpuSlots((), LEAVE_ALONE)
        gpus = detect_gpus(os.environ) if self.gpus is None else self.gpus
        if not gpus and wanted is None:
            return GpuSlots((), LEAVE_ALONE)
        if not gpus:
            raise BackendError(f"No GPU was found for gpus_per_trial={wanted:g}: leave it out to use CPUs.")
        slots = GpuSlots(gpus, gpu_share(1 if wanted is None else wanted))
        if slots.capacity is not None and workers > slots.capacity:
            raise BackendError(
                f"The GPUs here ({', '.join(gpus)}) do for {slots.capacity} workers, not for {workers}: use "
                "fewer workers, or share GPUs between trials, as with --gpus-per-trial 0.5."
            )
        return slots
