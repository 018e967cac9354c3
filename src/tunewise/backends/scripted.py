"""What back ends have in common whose jobs run a script where it lies: here, or where its folder is seen."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tunewise.backends.base import BackendError, Python, ScriptBackendSpec
from tunewise.backends.platform import Platform
from tunewise.clock import RealClock
from tunewise.options import check_fields
from tunewise.paths import ExperimentPaths
from tunewise.signature import call
from tunewise.space import Config
from tunewise.worker.guard import to_flags

if TYPE_CHECKING:
    from tunewise.backends.tracked import TrackedJobs

LONGEST_ARGUMENT = 32 * 4096  # bytes with the zero at its end: the kernel's MAX_ARG_STRLEN


def _current_folder() -> str:
    try:
        return os.getcwd()
    except FileNotFoundError:
        raise BackendError("The current folder was deleted: change into one that is there.") from None


@dataclass(frozen=True, repr=False)
class FolderBackendSpec(ScriptBackendSpec):
    """Runs a script in the folders that the tuner sees.

    entry_point: the script. One that ends in `.py` is run by `python`, any other must be executable.
    arguments: given to the script before the tuned ones.
    python: the interpreter, as a path or a name to be found on the `PATH`; by default the one that runs now.
    cwd: the folder in which the script runs; by default the current one.

    Paths are made absolute.
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

    def take_texts(self, name: str) -> None:
        """Makes a tuple of a field of several texts. Raises ValueError for a single one."""
        value = getattr(self, name)
        if isinstance(value, str):
            raise ValueError(f"{name} is one text, {value!r}: give a tuple of texts.")
        if value is not None:
            object.__setattr__(self, name, tuple(str(text) for text in value))

    @property
    def script(self) -> tuple[str, ...]:
        return (self.entry_point, *self.arguments)

    def argv(self, python: str) -> tuple[str, ...]:
        """What runs, but for the tuned arguments."""
        return (python, *self.script) if self.entry_point.endswith(".py") else self.script

    def command(self, arguments: Config) -> str:
        argv = [*self.argv(self.python), *to_flags(arguments)]
        return f"cd {shlex.quote(self.cwd)} && {shlex.join(argv)}"

    @abstractmethod
    def platform(self, paths: ExperimentPaths, workers: int) -> Platform:
        """The engine as one experiment uses it. paths: absolute, as the script may run in another folder."""

    def open(self, paths: ExperimentPaths, workers: int, elapsed: float) -> TrackedJobs:
        from tunewise.backends.tracked import TrackedJobs  # --help does without it

        absolute = ExperimentPaths(paths.folder.absolute())
        return TrackedJobs(self.platform(absolute, workers), RealClock(elapsed))

    def check_script(self, python_is_here: bool = True) -> None:
        """Raises `BackendError` where the script can't be run. python_is_here: it is to be found by name on
        this machine."""
        script = self.entry_point
        if not os.path.isfile(script):
            raise BackendError(f"There is no script {script}.")
        if script.endswith(".py"):
            if python_is_here and shutil.which(self.python) is None:
                raise BackendError(
                    f"There is no Python interpreter {self.python}: name another with python=."
                )
        elif not os.access(script, os.X_OK):
            raise BackendError(f"{script} is neither executable (chmod +x makes it so) nor a .py file.")
        check_arguments(self.script)
        if not os.path.isdir(self.cwd):
            raise BackendError(f"There is no folder {self.cwd} to run the script in.")


def found_there(argv: tuple[str, ...]) -> tuple[str, ...]:
    """A command whose program, unless it is a path, is looked for on the machine that runs it."""
    return argv if "/" in argv[0] else ("/usr/bin/env", *argv)


def check_arguments(argv: Sequence[str]) -> None:
    """Raises `BackendError` for what the kernel would not take as a command line."""
    sizes = [len(os.fsencode(text)) + 1 for text in argv]
    if max(sizes) > LONGEST_ARGUMENT:
        raise BackendError(
            f"An argument of the script has {max(sizes) - 1:,} bytes, and Linux takes "
            f"{LONGEST_ARGUMENT - 1:,} at most: put it into a file, and give the script its path."
        )
    if sum(sizes) > os.sysconf("SC_ARG_MAX") // 2:  # the rest is for the environment, and for pointers
        raise BackendError(
            f"The arguments of the script have {sum(sizes):,} bytes, which is more than Linux takes: put "
            "them into a file, and give the script its path."
        )
