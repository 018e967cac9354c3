"""Jobs on this machine. Linux only."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from tunewise.backends.base import (
    BackendError,
    GpusPerTrial,
    Python,
    ScriptBackendSpec,
    StopGrace,
    Where,
)
from tunewise.backends.local_jobs import Command, LocalJobs, check_arguments
from tunewise.backends.slots import LEAVE_ALONE, GpuSlots, detect_gpus, gpu_share, thread_limits
from tunewise.paths import ExperimentPaths
from tunewise.signature import call
from tunewise.worker.guard import to_flags

if TYPE_CHECKING:
    from pathlib import Path

    from tunewise.space import Config


def _current_folder() -> str:
    try:
        return os.getcwd()
    except FileNotFoundError:
        raise BackendError("The current folder was deleted: change into one that is there.") from None


@dataclass(frozen=True, repr=False)
class LocalBackend(ScriptBackendSpec):
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

    __repr__ = call

    kind: ClassVar[str] = "local"
    title: ClassVar[str] = "this machine"
    where: ClassVar[Where] = Where.HERE

    entry_point: str
    arguments: tuple[str, ...] = ()
    python: Python = field(default_factory=lambda: sys.executable)
    cwd: str = field(default_factory=_current_folder)
    gpus_per_trial: GpusPerTrial = None
    gpus: tuple[str, ...] | None = None
    stop_grace: StopGrace = 10.0

    def __post_init__(self) -> None:
        for name in ("entry_point", "cwd"):
            if not isinstance(getattr(self, name), (str, os.PathLike)):
                raise ValueError(f"{name} is {getattr(self, name)!r}: give a path, such as 'train.py'.")
        for name in ("arguments", "gpus"):
            if isinstance(getattr(self, name), str):
                raise ValueError(f"{name} is one text, {getattr(self, name)!r}: give a tuple of texts.")
        set_field = object.__setattr__  # the class is frozen
        set_field(self, "entry_point", os.path.abspath(self.entry_point))
        set_field(self, "cwd", os.path.abspath(self.cwd))
        set_field(self, "arguments", tuple(self.arguments))
        if self.gpus is not None:
            set_field(self, "gpus", tuple(str(gpu) for gpu in self.gpus))
        if self.gpus_per_trial is not None:
            gpu_share(self.gpus_per_trial)  # raises ValueError
        if not isinstance(self.stop_grace, (int, float)) or not self.stop_grace >= 0:
            raise ValueError(f"stop_grace is {self.stop_grace!r}: give a number of seconds.")

    @property
    def script(self) -> tuple[str, ...]:
        return (self.entry_point, *self.arguments)

    def command(self, arguments: Config) -> str:
        argv = [*self._argv(self.python), *to_flags(arguments)]
        return f"cd {shlex.quote(self.cwd)} && {shlex.join(argv)}"

    def check(self, workers: int) -> None:
        self._check(self._slots(), workers)

    def open(self, paths: ExperimentPaths, workers: int, elapsed: float) -> LocalJobs:
        environment = thread_limits(workers, os.environ)
        if "PYTHONUNBUFFERED" not in os.environ:
            environment["PYTHONUNBUFFERED"] = "1"  # what a script prints can be read while it runs
        python = os.path.abspath(shutil.which(self.python) or self.python)
        command = Command(self._argv(python), self.cwd, environment, self.stop_grace)
        absolute = ExperimentPaths(paths.folder.absolute())  # the script may run in another folder
        slots = self._slots()
        return LocalJobs(absolute, command, slots, elapsed, check=lambda: self._check(slots, workers=1))

    @classmethod
    def example(cls, script: Path) -> LocalBackend:
        return cls(str(script), stop_grace=0.5)

    def _argv(self, python: str) -> tuple[str, ...]:
        return (python, *self.script) if self.entry_point.endswith(".py") else self.script

    def _slots(self) -> GpuSlots:
        if self.gpus_per_trial == 0:
            return GpuSlots((), LEAVE_ALONE)
        gpus = detect_gpus(os.environ) if self.gpus is None else self.gpus
        if not gpus and self.gpus_per_trial is None:
            return GpuSlots((), LEAVE_ALONE)
        return GpuSlots(gpus, gpu_share(1 if self.gpus_per_trial is None else self.gpus_per_trial))

    def _check(self, slots: GpuSlots, workers: int) -> None:
        self._check_script()
        check_arguments(self.script)
        if not os.path.isdir(self.cwd):
            raise BackendError(f"There is no folder {self.cwd} to run the script in.")
        if slots.capacity is None or slots.capacity >= workers:
            return
        if not slots.gpus:
            raise BackendError(
                f"No GPU was found for gpus_per_trial={self.gpus_per_trial:g}: leave it out to use CPUs."
            )
        raise BackendError(
            f"The GPUs here ({', '.join(slots.gpus)}) do for {slots.capacity} workers, not for {workers}: "
            "use fewer workers, or share GPUs between trials, as with --gpus-per-trial 0.5."
        )

    def _check_script(self) -> None:
        script = self.entry_point
        if not os.path.isfile(script):
            raise BackendError(f"There is no script {script}.")
        if script.endswith(".py"):
            if shutil.which(self.python) is None:
                raise BackendError(
                    f"There is no Python interpreter {self.python}: name another with python=."
                )
        elif not os.access(script, os.X_OK):
            raise BackendError(f"{script} is neither executable (chmod +x makes it so) nor a .py file.")
