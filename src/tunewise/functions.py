"""Tunes a Python function: each job is a process that calls it, as for a script.

What the processes run is a small script in the experiment's folder. It imports the function from its module,
or executes the script that defines it under another name than `__main__`. What can't be imported, such as a
function of a notebook, it loads from a file that cloudpickle wrote: jobs' processes do so, never the tuner.
"""

from __future__ import annotations

import hashlib
import inspect
import logging
import os
import sys
import sysconfig
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial, reduce
from itertools import count
from pathlib import Path
from types import ModuleType
from typing import Literal

from tunewise import methods
from tunewise.asking import Asking, Callback
from tunewise.backends.local import LocalBackend
from tunewise.backends.specs import FolderBackendSpec
from tunewise.disk import replacing
from tunewise.engine.loop import Watcher
from tunewise.engine.policy import Policy, StoppingCriterion
from tunewise.events import Entry
from tunewise.journal import only_writer
from tunewise.options import parse_duration
from tunewise.paths import ExperimentPaths, check_name
from tunewise.problem import Mode, Problem
from tunewise.results import ExperimentResult, load_folder
from tunewise.schedulers.base import Method
from tunewise.space import Config, Domain, Space, Value
from tunewise.tuner import Changes, Tuner, TunerError, default_name, resume_with
from tunewise.worker import function as worker
from tunewise.worker.function import LIMIT

logger = logging.getLogger(__name__)

Function = Callable[..., object]
MakeMethod = Callable[[Problem], Method]
MakeBackend = Callable[..., FolderBackendSpec]

_SCRIPT = '''\
"""Runs the function that this experiment tunes: {name} of {place}. Written by tunewise.tune."""

from tunewise.worker import function

FUNCTION = function.{call}
{adapted}
if __name__ == "__main__":
    function.run(FUNCTION, reports={reports}, metric={metric!r}, resource={resource!r}, largest={largest!r})
'''


_OF_RAY = """
from tunewise.integrations import ray_tune

FUNCTION = ray_tune.reporting(FUNCTION, {resource!r})
"""

_INSTALLED = frozenset({"site-packages", "dist-packages", "lib-dynload"})
"""The names of folders that each interpreter finds by itself."""


def tune(
    function: Function,
    space: Space | Mapping[str, Domain | Value],
    metric: str,
    mode: Mode | None = None,
    max_resource: int | None = None,
    *,
    resource: str | None = None,
    method: str | MakeMethod = "auto",
    seed: int = 0,
    points_to_evaluate: Sequence[Config] = (),
    earlier: str | None = None,
    earlier_as: Literal["tries", "observations"] = "tries",
    earlier_best: int | None = None,
    fill: Mapping[str, Value] | None = None,
    workers: int | None = None,
    timeout: float | str | None = None,
    trials: int | None = None,
    limits: StoppingCriterion | None = None,
    name: str | None = None,
    resume: bool = False,
    preload: Sequence[str] | None = None,
    backend: MakeBackend = LocalBackend,
    policy: Policy | None = None,
    callbacks: Sequence[Callback] = (),
    watchers: Sequence[Watcher] = (),
    trackers: Sequence[str] = (),
    progress: bool | None = None,
) -> ExperimentResult:
    """Tunes a function: `tune(train, {"lr": loguniform(1e-4, 1)}, "loss", max_resource=27, timeout="1h")`.

    Each job is a process of its own that calls `function(config, report)`, or `function(config)`. The
    function calls `report(epoch=1, loss=0.3)` as training goes, or returns the metric, or a dict with it;
    what it returns counts if the metric wasn't reported. `report.checkpoint` is the folder in which a paused
    trial finds what it saved, `report.limit` the level up to which this job trains. A report at that level
    ends the job, if its trial isn't fully trained. A `function(config)` of Ray Tune may report and save by
    `ray.tune.report`, as it is, if its module imports `ray.tune`.

    space, metric, mode, max_resource: as for `Problem`. resource: the reported key that counts the resource;
        by default, if there is a `max_resource`, `epoch`, and `training_iteration` of Ray Tune's.
    method: the name of a method, or what makes one of a problem, such as `partial(methods.asha, brackets=2)`.
    seed: of a method that is given by its name. points_to_evaluate: configurations, or parts of them, that
        are tried first; if the method isn't given by its name, after the first one of each worker.
    earlier: a study whose `earlier_best` best configurations, by default 10, come next, such as
        "optuna:study.log". earlier_as: "observations" if all its trials are to be learned from as they are.
        fill: what they had of hyperparameters that the study doesn't tell (docs/warm-starts.md).
    workers: how many jobs run at a time; by default 4.
    timeout: seconds, or text such as "90s" or "1h30m". trials: how many are started. limits: further ones.
    name: of the experiment. resume: if there is one of this name, goes on with it. Its problem must be the
        same, and its method is kept. The function may be another one. Limits count from the beginning.
    preload: modules, or files to execute, that one process imports for all jobs; by default the function's
        own. Empty: each job imports for itself.
    backend: makes the specification of where jobs run, such as `partial(SlurmBackend, partition="cpu")`.
    callbacks, policy, watchers, trackers: as for `Tuner`. progress: as for its `run`, as are exceptions.

    Raises TypeError for a function that takes other arguments, `TunerError` for what can't be tuned, and
    ImportError if the function can't be imported and cloudpickle isn't installed.
    """
    _refuse_in_jobs()
    problem = _problem(function, space, metric, mode, max_resource, resource)
    write = _writer(function, problem)
    specify = partial(_specification, backend, preload)
    criterion = _criterion(limits, timeout, trials)
    if resume and (known := existing(name, problem)) is not None:
        write(known.paths)
        changes = changes_of(known, workers, criterion)
        also = [*watchers, Asking(known.paths, callbacks)]
        return resume_with(known.name, changes, also, None, specify(known.paths), progress, trackers or None)
    built = _method(method, problem, seed, points_to_evaluate)
    points = () if isinstance(method, str) else points_to_evaluate
    first, history = _beginning(problem, points, earlier, earlier_as, earlier_best, fill or {})
    make = partial(Tuner, policy=policy, watchers=watchers, callbacks=callbacks, trackers=trackers)
    for number in count(1):
        paths = ExperimentPaths.named(_name(name, built, number))
        tuner = make(specify(paths), built, criterion, workers or 4, paths.name, first=first, history=history)
        if _takes_folder(paths, exclusively=name is None):
            break
    write(paths)
    return tuner.run(progress)


def _refuse_in_jobs() -> None:
    if worker.loading:
        raise TunerError(
            f"{worker.loading} tunes when it is imported, and each job imports it: put what calls tune under "
            "`if __name__ == '__main__':`."
        )


def _problem(
    function: Function,
    space: Space | Mapping[str, Domain | Value],
    metric: str,
    mode: Mode | None,
    max_resource: int | None,
    resource: str | None,
) -> Problem:
    limited = max_resource is not None
    usual = "training_iteration" if _is_of_ray(function) else "epoch"
    counted = resource or (usual if limited else None)
    return Problem(space, metric, mode, counted, max_resource, LIMIT if limited else None)


def _criterion(
    limits: StoppingCriterion | None, timeout: float | str | None, trials: int | None
) -> StoppingCriterion:
    given = {} if limits is None else limits.limits()
    if timeout is not None:
        given["max_wallclock_time"] = parse_duration(timeout) if isinstance(timeout, str) else timeout
    if trials is not None:
        given["max_num_trials_started"] = trials
    return StoppingCriterion.of(given)


def _method(method: str | MakeMethod, problem: Problem, seed: int, points: Sequence[Config]) -> Method:
    if not isinstance(method, str):
        return method(problem)
    arguments = {"points_to_evaluate": list(points)} if points else {}
    return methods.build(method, problem, seed, arguments)


def _beginning(
    problem: Problem,
    points: Sequence[Config],
    earlier: str | None,
    earlier_as: Literal["tries", "observations"],
    most: int | None,
    fill: Mapping[str, Value],
) -> tuple[list[Config], Sequence[Entry]]:
    """What is tried first, and with what the journal begins. Raises ValueError."""
    from tunewise.elsewhere import beginning  # and with it SQLite, which no job needs

    first = [problem.space.completed(point) for point in points]
    tries, history, remark = beginning(earlier, earlier_as, most, fill, problem)
    if remark:
        logger.info(remark)
    return [*first, *tries], history


def _name(name: str | None, method: Method, number: int) -> str:
    """The name of the experiment, or the number-th that it may get if none was given. Raises TunerError."""
    if name is None:
        return default_name(method) + (f"-{number}" if number > 1 else "")
    try:
        return check_name(name)
    except ValueError as error:
        raise TunerError(str(error)) from None


def _takes_folder(paths: ExperimentPaths, exclusively: bool) -> bool:
    """Makes the experiment's folder. False if another experiment has it. Raises `TunerError`."""
    try:
        paths.folder.mkdir(parents=True, exist_ok=not exclusively)
    except OSError as error:
        if exclusively and paths.folder.exists():
            return False
        raise TunerError(
            f"{paths.folder} can't be made ({error.strerror}): let TUNEWISE_HOME name another folder."
        ) from error
    if paths.definition.exists():
        raise TunerError(
            f"There is an experiment {paths.name!r} already: choose another name, or go on with it by "
            "resume=True."
        )
    return True


def existing(name: str | None, problem: Problem) -> ExperimentResult | None:
    """The experiment of this name, if there is one. Raises `TunerError` if it tunes something else."""
    if name is None:
        raise TunerError("resume=True needs the name of the experiment: give name.")
    paths = ExperimentPaths.named(name)
    if not paths.definition.exists():
        return None
    known = load_folder(paths)
    if known.problem != problem:
        raise TunerError(f"{name!r} tunes {known.problem!r}: give the same problem, or another name.")
    return known


def changes_of(known: ExperimentResult, workers: int | None, criterion: StoppingCriterion) -> Changes:
    """What a program changes that sets up this experiment again: limits that stay the same may be used up."""
    return Changes(workers, limits=dict(criterion.limits().items() - known.last_run.limits.items()))


def _specification(
    backend: MakeBackend, preload: Sequence[str] | None, paths: ExperimentPaths
) -> FolderBackendSpec:
    script = str(paths.function)
    spec = backend(entry_point=script, pass_as="config")
    if not isinstance(spec, FolderBackendSpec):
        raise TunerError(f"{spec!r} has no access to the experiment's folder: tune on local, slurm or ray.")
    if isinstance(spec, LocalBackend) and not spec.preload:
        return replace(spec, preload=(script,) if preload is None else tuple(preload))
    return spec


# ---- how a function reaches another process --------------------------------------------------------------


@dataclass(frozen=True)
class _Carried:
    """How jobs get a function. call: in the script, of `tunewise.worker.function`. file, pickled: a file
    beside the script, and its content, if the function has to be carried so."""

    name: str
    place: str
    call: str
    file: str = ""
    pickled: bytes = b""


def _writer(function: Function, problem: Problem) -> Callable[[ExperimentPaths], None]:
    """What writes the script of the jobs into an experiment's folder. Raises as `_takes_report`."""
    of_ray = _is_of_ray(function)
    return partial(_write, _carried(function), of_ray or _takes_report(function, problem), of_ray, problem)


def _write(carried: _Carried, reports: bool, of_ray: bool, problem: Problem, paths: ExperimentPaths) -> None:
    """Writes the script of the jobs, and what it needs, into the experiment's folder. Raises
    `JournalBusyError` if a tuner is running it, whose jobs would call another function from then on."""
    text = _SCRIPT.format(
        name=carried.name,
        reports=reports,
        place=carried.place,
        call=carried.call,
        adapted=_OF_RAY.format(resource=problem.resource_attr) if of_ray else "",
        metric=problem.metric,
        resource=problem.resource_attr,
        largest=problem.max_resource,
    )
    with only_writer(paths.journal, paths.name):
        if carried.pickled:
            with replacing(paths.folder / carried.file) as draft:
                draft.write_bytes(carried.pickled)
        with replacing(paths.function) as draft:
            draft.write_text(text, encoding="utf-8")


def _carried(function: Function) -> _Carried:
    name = getattr(function, "__qualname__", type(function).__name__)
    module = sys.modules.get(getattr(function, "__module__", None) or "")
    if module is None or not _is_named(function, module, name):
        return _pickled(function, name)
    if module.__name__ != "__main__":
        return _imported(module, module.__name__, name)
    if module.__spec__ is not None and module.__spec__.name != "__main__":  # run by python -m
        return _imported(module, module.__spec__.name, name)
    file = getattr(module, "__file__", None)
    if file is None or not _was_read_from(function, file):
        return _pickled(function, name)
    arguments = (_paths(os.path.dirname(os.path.abspath(file))), os.path.abspath(file), sys.argv, name)
    return _Carried(name, _plain(file), _called("from_file", *arguments))


def _is_of_ray(function: Function) -> bool:
    """Whether a function takes the configuration alone, and may report by `ray.tune`, which its module
    imports."""
    known = getattr(inspect.unwrap(getattr(function, "func", function)), "__globals__", {}).values()
    modules = (
        each.__name__ if isinstance(each, ModuleType) else getattr(each, "__module__", "") for each in known
    )
    of_ray = any(str(module).startswith(("ray.tune", "ray.train")) for module in modules)
    return of_ray and _can_be_called(function, 1) and not _can_be_called(function, 2)


def _takes_report(function: Function, problem: Problem) -> bool:
    """Whether a function takes the configuration and what it reports to, and not the configuration alone.
    Raises TypeError for a function that can be called in neither way, or has to report and can't."""
    if _can_be_called(function, 2):
        return True
    if problem.max_resource is not None:
        raise TypeError(
            f"{function!r} can't be called as train(config, report), so it can't tell what it has reached of "
            "max_resource: let it take report, or leave max_resource out."
        )
    if _can_be_called(function, 1):
        return False
    raise TypeError(f"{function!r} can't be called as train(config, report) or train(config).")


def _can_be_called(function: Function, arguments: int) -> bool:
    """Whether a function takes so many arguments; one that isn't written in Python takes one."""
    try:
        inspect.signature(function).bind(*[None] * arguments)
    except ValueError:
        return arguments == 1
    except TypeError:
        return False
    return True


def _is_named(function: Function, module: ModuleType, name: str) -> bool:
    """Whether others find the function in its module by its name."""
    try:
        return reduce(getattr, name.split("."), module) is function  # type: ignore[comparison-overlap]
    except AttributeError:
        return False


def _was_read_from(function: Function, file: str) -> bool:
    """Whether a function of `__main__` was read from its file, and not typed in since."""
    code = getattr(inspect.unwrap(function), "__code__", None)
    source = "" if code is None else code.co_filename
    return os.path.isfile(file) and (os.path.isfile(source) or code is None)


def _imported(module: ModuleType, module_name: str, name: str) -> _Carried:
    file = getattr(module, "__file__", None)
    root = None
    if file is not None:
        path = Path(os.path.abspath(file)).with_suffix("")
        parts = module_name.split(".")
        path = path.parent if path.name == "__init__" != parts[-1] else path
        root = str(path.parents[len(parts) - 1]) if list(path.parts[-len(parts) :]) == parts else None
    return _Carried(name, _plain(module_name), _called("from_module", _paths(root), module_name, name))


def _pickled(function: Function, name: str) -> _Carried:
    try:
        import cloudpickle
    except ImportError:
        raise ImportError(
            f"{name} can't be imported by another process, as it comes from a notebook or another function: "
            "pip install 'tunewise[functions]' for cloudpickle, or move it to a module."
        ) from None
    try:
        data: bytes = cloudpickle.dumps(function)
    except Exception as error:
        raise TunerError(
            f"{name} can't be sent to another process ({type(error).__name__}: {error}): make what it uses "
            "inside of it, or move it to a module."
        ) from error
    file = f"function-{hashlib.sha256(data).hexdigest()[:16]}.pickle"
    call = f"from_pickle({_paths(None)!r}, __file__, {file!r})"
    return _Carried(_plain(name), file, call, file, data)


def _called(what: str, *arguments: object) -> str:
    return f"{what}({', '.join(map(repr, arguments))})"


def _plain(text: str) -> str:
    """Text for a comment."""
    return text.encode("unicode_escape").decode().replace('"', "'")


def _paths(first: str | None) -> list[str]:
    """Where this process finds modules and another one wouldn't. first: before all others."""
    usual = {sysconfig.get_path("stdlib"), sysconfig.get_path("platstdlib")}
    found = [path for path in map(os.path.abspath, sys.path) if os.path.isdir(path) and path not in usual]
    own = [path for path in found if os.path.basename(path) not in _INSTALLED]
    return list(dict.fromkeys([*([first] if first else []), *own]))
