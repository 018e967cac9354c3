"""Runs a Python function as the script of a job: see `tunewise.functions`.

The script of such an experiment lies in its folder. It gets the function by one of `from_module`, `from_file`
and `from_pickle`, and calls `run`. The file at the end of the command line has the configuration of the job.
"""

from __future__ import annotations

import importlib
import os
import sys
from contextlib import contextmanager

from tunewise.worker.files import parse, read_file
from tunewise.worker.report import Reporter, scalar

TYPE_CHECKING = False  # type checkers know this name; importing it from typing takes 10 ms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from typing import Any

    Function = Callable[..., object]

LIMIT = "report.limit"
"""The key of the configuration that says up to which level a job trains; no name of a hyperparameter."""
MAIN = "__mp_main__"
"""The name of a script that is executed for its function and not as `__main__`, as by `multiprocessing`."""

loading = ""
"""The module, or the path of the file, that is executed for its function just now."""
_unpickled: dict[str, Function] = {}


class LimitReached(SystemExit):
    """Ends a job at the level at which its trial pauses. Its exit code is 0."""


class FunctionReporter(Reporter):
    """What a function reports to. metric, resource: the reported keys; resource may be None. largest: the
    level of a trial that is fully trained."""

    def __init__(self, metric: str, resource: str | None, largest: int | None, limit: int | None) -> None:
        super().__init__()
        self.limit = limit
        self._metric = metric
        self._resource = resource
        self._pauses = limit is not None and largest is not None and limit < largest
        self._counts = False  # whether the metric was reported

    def __call__(self, **values: object) -> None:
        super().__call__(**values)
        self._counts = self._counts or self._metric in values
        level = scalar("", values.get(self._resource)) if self._resource else None
        if self._pauses and isinstance(level, (int, float)) and level >= (self.limit or 0):
            raise LimitReached(0)

    def returned(self, value: object) -> None:
        """Reports what the function returned, if it has reported nothing."""
        if value is None or self._counts:
            return
        values = dict(value) if hasattr(value, "keys") else {self._metric: value}  # type: ignore[call-overload]
        if self._resource and self.limit is not None:
            values.setdefault(self._resource, self.limit)
        super().__call__(**values)


def from_module(paths: Sequence[str], module: str, name: str) -> Function:
    """The function of this name in a module. paths: where modules are found as well."""
    _find_modules(paths)
    with _loading(module):
        return _named(importlib.import_module(module), name)


def from_file(paths: Sequence[str], file: str, argv: Sequence[str], name: str) -> Function:
    """The function of this name in a script, which is executed once under another name than `__main__`. argv:
    its arguments then."""
    _find_modules(paths)
    module = sys.modules.get(MAIN)
    if module is None or getattr(module, "__file__", None) != file:
        module = sys.modules[MAIN] = type(sys)(MAIN)
        module.__file__ = file
        with open(file, "rb") as source:
            code = compile(source.read(), file, "exec", dont_inherit=True)
        ours, sys.argv = sys.argv, list(argv)
        try:
            with _loading(file):
                exec(code, vars(module))  # noqa: S102 - the user's own script
        finally:
            sys.argv = ours
    return _named(module, name)


def from_pickle(paths: Sequence[str], script: str, file: str) -> Function:
    """The function in a file that cloudpickle wrote. script: the path of the script, beside which it lies."""
    import pickle

    _find_modules(paths)
    path = os.path.join(os.path.dirname(os.path.abspath(script)), file)
    if path not in _unpickled:
        with open(path, "rb") as data, _loading(file):
            _unpickled[path] = pickle.load(data)  # noqa: S301 - `tunewise.tune` wrote it, for this script
    return _unpickled[path]


@contextmanager
def _loading(what: str) -> Iterator[None]:
    """While it lasts, nothing can be tuned: what tunes when it is imported would begin jobs without end."""
    global loading
    loading = what
    try:
        yield
    finally:
        loading = ""


def _find_modules(paths: Sequence[str]) -> None:
    sys.path[:0] = [path for path in paths if path not in sys.path]


def _named(module: object, name: str) -> Function:
    found: Any = module
    for part in name.split("."):
        found = getattr(found, part)
    return found  # type: ignore[no-any-return]


def run(function: Function, *, reports: bool, metric: str, resource: str | None, largest: int | None) -> None:
    """Runs the job whose configuration is in the file that is the last argument of the command line. reports:
    whether the function takes what it reports to."""
    config: Mapping[str, Any] = parse(read_file(sys.argv[-1]))
    arguments = {name: value for name, value in config.items() if name != LIMIT}
    report = FunctionReporter(metric, resource, largest, config.get(LIMIT))
    if MAIN in sys.modules:  # so that processes that the function spawns find its script
        sys.modules["__main__"] = sys.modules[MAIN]
    report.returned(function(arguments, report) if reports else function(arguments))
