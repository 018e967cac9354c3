"""Reads what a study compares from a Python file."""

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
    """A study can't be set up or run; the message says what to do."""


@dataclass(frozen=True)
class MethodArguments:
    """What a method is built from.

    seed: the same for all methods of one repetition, so that comparisons are paired. max_wallclock_time: in
    seconds.
    """

    problem: Problem
    seed: int
    workers: int
    max_wallclock_time: float


MethodMaker = Callable[[MethodArguments], "Method"]


@dataclass(frozen=True)
class StudySpec:
    """methods: functions by the name that figures show. benchmarks: in addition to those of Tunewise.
    groups: the methods in each panel of the figure that shows groups side by side, by the panel's title."""

    methods: Mapping[str, MethodMaker]
    benchmarks: Mapping[str, Benchmark] = field(default_factory=dict)
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def load_spec(source: Path) -> StudySpec:
    """Reads a study from a Python file, or from baselines.py and benchmark_definitions.py in a folder.

    The file defines `methods`, a dict of functions by name. It may define `benchmark_definitions`, a dict of
    benchmarks by name or a function that returns one, and `groups`. Raises `StudyError`.
    """
    modules = [_loaded(path) for path in files_of_spec(source)]
    found: dict[str, object] = {}
    for module in modules:
        for name in ("methods", "benchmark_definitions", "groups"):
            if hasattr(module, name):
                found[name] = getattr(module, name)
    return _spec(source, found)


def files_of_spec(source: Path) -> list[Path]:
    """The files from which `load_spec` reads a study. Raises `StudyError`."""
    if source.is_dir():
        files = (source / "baselines.py", source / "benchmark_definitions.py")
        return [path for path in files if path.exists()]
    if not source.is_file():
        raise StudyError(f"There is no file or folder {source} to read a study from.")
    return [source]


def spec_if_there(source: Path) -> StudySpec:
    """`load_spec`, or an empty specification if the file isn't on this machine: the study may have been
    launched from another one."""
    return load_spec(source) if source.exists() else StudySpec({})


def _loaded(path: Path) -> ModuleType:
    """Imports a file of the study, which may import other files of its folder."""
    specification = importlib.util.spec_from_file_location(f"tunewise_study_{path.stem}", path)
    if specification is None or specification.loader is None:
        raise StudyError(f"{path} isn't a Python file: give one that ends in .py and defines `methods`.")
    module = importlib.util.module_from_spec(specification)
    sys.modules[specification.name] = module
    folder = str(path.parent.absolute())
    sys.path.insert(0, folder)
    try:
        specification.loader.exec_module(module)
    except SystemExit as error:  # a script that was meant to be run, such as a training script
        raise StudyError(
            f"{path} ends the program when it is imported: give a file that defines `methods`."
        ) from error
    except Exception as error:
        raise StudyError(
            f"{path} can't be read: {type(error).__name__}: {error}{_line_in(path, error)}"
        ) from error
    finally:
        sys.path.remove(folder)
    return module


def _line_in(path: Path, error: Exception) -> str:
    """The line of the file that raised the error, as an ending for its message; "" if it isn't known."""
    lines = [frame.lineno for frame in extract_tb(error.__traceback__) if frame.filename == str(path)]
    return f" (line {lines[-1]})" if lines else ""


def _spec(source: Path, found: Mapping[str, object]) -> StudySpec:
    methods = found.get("methods")
    if not isinstance(methods, Mapping) or not methods or not all(map(callable, methods.values())):
        raise StudyError(
            f"{source} defines no methods: it needs a dict `methods` of functions by name, such as "
            '{"RS": lambda arguments: tunewise.methods.rs(arguments.problem, seed=arguments.seed)}.'
        )
    benchmarks = found.get("benchmark_definitions", {})
    if callable(benchmarks):
        benchmarks = benchmarks()
    groups = found.get("groups", {})
    if not isinstance(benchmarks, Mapping) or not isinstance(groups, Mapping):
        raise StudyError(f"benchmark_definitions and groups in {source} must be dicts.")
    for name, benchmark in benchmarks.items():
        if not isinstance(benchmark, Benchmark):
            raise StudyError(
                f"The benchmark {name!r} in {source} has the type {type(benchmark).__name__}: make it a "
                "tunewise.benchmarks.definitions.Benchmark."
            )
    for title, names in groups.items():
        if isinstance(names, str) or not isinstance(names, Iterable):
            raise StudyError(f"The group {title!r} in {source} must be a list of methods' names.")
    return StudySpec(
        dict(methods), dict(benchmarks), {title: tuple(names) for title, names in groups.items()}
    )
