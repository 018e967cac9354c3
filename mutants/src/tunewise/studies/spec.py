"""What a study compares, as a Python file says it."""

import importlib.util
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from traceback import extract_tb
from types import ModuleType

from tunewise.benchmarks.definitions import Benchmark
from tunewise.problem import Problem
from tunewise.schedulers.base import Method


class StudyError(RuntimeError):
    """A study that can't be set up or run; the message says what to do."""


@dataclass(frozen=True)
class MethodArguments:
    """What a method may be made from.

    seed: shared by all methods of the same number among the seeds, so that comparisons are paired.
    max_wallclock_time: seconds.
    """

    problem: Problem
    seed: int
    workers: int
    max_wallclock_time: float


MethodMaker = Callable[[MethodArguments], "Method"]


@dataclass(frozen=True)
class StudySpec:
    """methods: makers by the name that figures show. benchmarks: besides those that Tunewise has itself.
    groups: titles of panels by the methods' names, for the figure that puts groups side by side."""

    methods: Mapping[str, MethodMaker]
    benchmarks: Mapping[str, Benchmark] = field(default_factory=dict)
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def load_spec(source: Path) -> StudySpec:
    """Reads a study from a Python file, or from the files of a folder.

    A file has `methods`, a dict of makers by name, and may have `benchmark_definitions`, a dict of
    benchmarks by name or a function that gives one, and `groups`. In a folder these are looked for in
    baselines.py and benchmark_definitions.py. Raises `StudyError`.
    """
    modules = [_loaded(path) for path in files_of_spec(source)]
    found: dict[str, object] = {}
    for module in modules:
        for name in ("methods", "benchmark_definitions", "groups"):
            if hasattr(module, name):
                found[name] = getattr(module, name)
    return _spec(source, found)


def files_of_spec(source: Path) -> list[Path]:
    """Those of which `load_spec` reads a study. Raises `StudyError`."""
    if source.is_dir():
        files = (source / "baselines.py", source / "benchmark_definitions.py")
        return [path for path in files if path.exists()]
    if not source.is_file():
        raise StudyError(f"There is no file or folder {source} to read a study from.")
    return [source]


def spec_if_there(source: Path) -> StudySpec:
    """The same, or one without methods and groups where the file isn't on this machine, as of a study that
    was launched elsewhere."""
    return load_spec(source) if source.exists() else StudySpec({})


def _loaded(path: Path) -> ModuleType:
    """A module of the study, which may import its neighbours."""
    specification = importlib.util.spec_from_file_location(f"tunewise_study_{path.stem}", path)
    if specification is None or specification.loader is None:
        raise StudyError(f"{path} is no Python file: give one that ends in .py and has `methods`.")
    module = importlib.util.module_from_spec(specification)
    sys.modules[specification.name] = module
    folder = str(path.parent.absolute())
    sys.path.insert(0, folder)
    try:
        specification.loader.exec_module(module)
    except SystemExit as error:  # a script that was meant to be run, such as a training script
        raise StudyError(
            f"{path} ends the program when it is read: give a file that has `methods`."
        ) from error
    except Exception as error:
        raise StudyError(
            f"{path} can't be read: {type(error).__name__}: {error}{_line_in(path, error)}"
        ) from error
    finally:
        sys.path.remove(folder)
    return module


def _line_in(path: Path, error: Exception) -> str:
    """Which line of a file an error came from, to be put behind its message; "" for one that tells itself."""
    lines = [frame.lineno for frame in extract_tb(error.__traceback__) if frame.filename == str(path)]
    return f" (line {lines[-1]})" if lines else ""


def _spec(source: Path, found: Mapping[str, object]) -> StudySpec:
    methods = found.get("methods")
    if not isinstance(methods, Mapping) or not methods or not all(map(callable, methods.values())):
        raise StudyError(
            f"{source} has no methods: it needs a dict `methods` of functions by name, such as "
            '{"RS": lambda arguments: tunewise.methods.rs(arguments.problem, seed=arguments.seed)}.'
        )
    benchmarks = found.get("benchmark_definitions", {})
    if callable(benchmarks):
        benchmarks = benchmarks()
    groups = found.get("groups", {})
    if not isinstance(benchmarks, Mapping) or not isinstance(groups, Mapping):
        raise StudyError(f"benchmark_definitions and groups of {source} must be dicts.")
    for name, benchmark in benchmarks.items():
        if not isinstance(benchmark, Benchmark):
            raise StudyError(
                f"The benchmark {name!r} of {source} is of type {type(benchmark).__name__}: make it a "
                "tunewise.benchmarks.definitions.Benchmark."
            )
    for title, names in groups.items():
        if isinstance(names, str) or not isinstance(names, Iterable):
            raise StudyError(f"The group {title!r} of {source} must be a list of names of methods.")
    return StudySpec(
        dict(methods), dict(benchmarks), {title: tuple(names) for title, names in groups.items()}
    )
