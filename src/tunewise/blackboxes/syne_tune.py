"""Folders of Syne Tune's blackbox repository, as its releases 0.13 and 0.16 write them.

    syne_tune:/data/fcnet?task=protein_structure&metric=metric_valid_loss&time=metric_elapsed_time

All have `configspace.json` (a constant for each name, or a domain's class with its arguments and sampler) and
`metadata.json`: names of tasks and objectives, and mostly also which objective is the time
(`metric_elapsed_time`), which is to be improved (`metric_default`), and what the resource is called
(`resource_attr` in 0.13, `time_attr` in 0.16). The rest is in one of three layouts:

- for all tasks `fidelityspace.json`, `hyperparameters.parquet` (a row for each of n configurations),
  `fidelities_values.npy` (the T levels) and `objectives_evaluations.npy`, an array of tasks, configurations,
  seeds, levels and objectives: fcnet, lcbench, nasbench201, tabrepo, autoencodix;
- the same for each task, as `TASK-fidelity_space.json`, `TASK-hyperparameters.parquet` and so on, the array
  without its first axis: pd1, hpob, and icml-deepar and icml-xgboost of 0.16;
- `data-TASK.parquet`, a row for each configuration, seed and level: icml-deepar and icml-xgboost of 0.13, and
  what `BlackboxOffline` writes.

Options: `task`, needed where there are several; `metric`, by default what the folder names, or else the first
objective that isn't named like a time; `time`, the objective with the seconds since the beginning, by default
what the folder names, or else the one that has "elapsed_time" in its name, or "runtime" where there is a
single level; `mode`, by default max for a metric that is named like a gain and min for others; `off_grid`.
Seeds become repetitions, as do rows of `data-TASK.parquet` that are there several times without a seed. Needs
the extra `blackboxes`.
"""

import json
import math
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from pandas import DataFrame, Series

from tunewise import space
from tunewise.arrays import Array
from tunewise.blackboxes.base import Blackbox, BlackboxError
from tunewise.blackboxes.off_grid import off_grid
from tunewise.blackboxes.table import UNREADABLE, Table, TableBlackbox
from tunewise.problem import Problem, names_a_gain
from tunewise.space import Config, Domain, Finite, Float, Integer, Space, SpaceError, Value
from tunewise.space.values import brief, identity, number

OPTIONS = ("task", "metric", "time", "mode", "off_grid")

MANY = 0.1
"""Where more than this share of the steps of a time are none, it isn't the time since the beginning."""

TICK = 1e-6
"""Seconds that a level takes at least: single precision has made some neighbours equal."""


class _Recorded(NamedTuple):
    """What a folder holds of a task.

    rows: n configurations, and what else there is in their table. resource: its name, if it has one.
    levels: (T,). values: (n, r, T, k), of k objectives.
    """

    rows: DataFrame
    resource: str | None
    levels: Array
    values: Array


def load(path: Path, options: Mapping[str, str]) -> Blackbox:
    """The blackbox of a folder. Raises `BlackboxError`."""
    unknown = sorted(options.keys() - set(OPTIONS))
    if unknown:
        raise BlackboxError(f"There is no option {unknown[0]!r}: there are {', '.join(OPTIONS)}.")
    try:
        table = load_table(path, options)
    except BlackboxError:
        raise
    except UNREADABLE as error:
        raise BlackboxError(f"{path} isn't as Syne Tune writes it ({error!r}): get it anew.") from error
    return TableBlackbox(table, off_grid(table, options.get("off_grid")))


def load_table(path: Path, options: Mapping[str, str]) -> Table:
    """The table of a task. Raises `BlackboxError`."""
    metadata = _json(path / "metadata.json")
    tasks, objectives = list(metadata["task_names"]), list(metadata["objectives_names"])
    task = _chosen("task", options.get("task"), tasks, tasks[0] if len(tasks) == 1 else None)
    tuned = _space(path / "configspace.json")
    recorded = _recorded(path, task, metadata, tuned.names)
    levels = _levels(recorded.levels, path)
    told = options.get("time") or metadata.get("metric_elapsed_time")
    time = _time(path, told, objectives, single=len(levels) == 1)
    resource = metadata.get("time_attr") or metadata.get("resource_attr") or recorded.resource
    columns = [name for name in objectives if name not in (time, resource)]
    if not columns:
        raise BlackboxError(f"{path} has nothing besides {time}, so nothing to improve.")
    problem = _problem(path, tuned, options, metadata, columns, resource, levels)
    values = _values(path, recorded, len(objectives))
    # rows that were never trained are of no use
    keep = np.flatnonzero(np.isfinite(values[:, :, 0, objectives.index(time)]).any(axis=1))
    values = values[keep]
    return Table(
        problem,
        _configs(recorded.rows.iloc[keep], problem, path),
        {name: values[..., objectives.index(name)] for name in columns},
        _increasing(values[..., objectives.index(time)], time, path),
        about=f"Syne Tune's blackbox {path.name}, task {task}",
        levels=levels,
    )


def _space(path: Path) -> Space:
    try:
        return Space.of(domains_of(_json(path)))
    except (SpaceError, ValueError) as error:
        raise BlackboxError(f"The space of {path} can't be read: {error}") from error


def _problem(
    path: Path,
    tuned: Space,
    options: Mapping[str, str],
    metadata: Mapping[str, Any],
    columns: Sequence[str],
    resource: str | None,
    levels: Sequence[int],
) -> Problem:
    """The problem that a folder was recorded for. columns: what may be improved."""
    usual = [name for name in columns if "time" not in name]
    told = options.get("metric") or metadata.get("metric_default")
    metric = _chosen("metric", told, columns, usual[0] if usual else None)
    by_name = "max" if names_a_gain(metric) else "min"
    mode = _chosen("mode", options.get("mode"), ["min", "max"], by_name)
    # where levels are skipped a job ends by being told to, as none ends between them
    limit = _limit(resource) if resource and levels[-1] == len(levels) else None
    try:
        return Problem(tuned, metric, "min" if mode == "min" else "max", resource, levels[-1], limit)
    except ValueError as error:
        raise BlackboxError(f"No problem can be made of {path}: {error}") from error


def _recorded(path: Path, task: str, metadata: Mapping[str, Any], names: Sequence[str]) -> _Recorded:
    """What there is of a task, in whichever layout. names: of the hyperparameters."""
    if (path / "hyperparameters.parquet").exists():
        return _Recorded(
            _frame(path / "hyperparameters.parquet"),
            next(iter(_json(path / "fidelityspace.json")), None),
            _array(path / "fidelities_values.npy"),
            _array(path / "objectives_evaluations.npy")[metadata["task_names"].index(task)],
        )
    if (path / f"{task}-hyperparameters.parquet").exists():
        return _Recorded(
            _frame(path / f"{task}-hyperparameters.parquet"),
            next(iter(_json(path / f"{task}-fidelity_space.json")), None),
            _array(path / f"{task}-fidelity_values.npy"),
            _array(path / f"{task}-objectives_evaluations.npy"),
        )
    if (path / f"data-{task}.parquet").exists():
        return _evaluations(path, task, metadata, names)
    raise BlackboxError(
        f"{path} has neither hyperparameters.parquet nor {task}-hyperparameters.parquet nor "
        f"data-{task}.parquet: one of them is missing, or it is in a layout that isn't known here."
    )


def _evaluations(path: Path, task: str, metadata: Mapping[str, Any], names: Sequence[str]) -> _Recorded:
    """A table with a row for each evaluation, as arrays. Of rows of the same seed the first counts."""
    frame = _frame(path / f"data-{task}.parquet")
    fidelities = path / "fidelityspace.json"
    resources = list(_json(fidelities)) if fidelities.exists() else []
    if len(resources) > 1:
        raise BlackboxError(
            f"{path} has several resources ({', '.join(resources)}): only one can be replayed."
        )
    row = frame.groupby(list(names), sort=False, dropna=False, observed=True).ngroup().to_numpy()
    counted = frame[resources[0]] if resources else np.ones(len(frame))
    levels, level = np.unique(counted, return_inverse=True)
    seed = metadata.get("seed_col")
    if seed:  # a missing one counts as one of them
        run = frame[seed].factorize(use_na_sentinel=False)[0]
    else:
        run = frame.groupby([row, level]).cumcount().to_numpy()
    objectives = frame[metadata["objectives_names"]].to_numpy(dtype=np.float64)
    values = np.full((row.max() + 1, run.max() + 1, len(levels), objectives.shape[1]), np.nan)
    values[row[::-1], run[::-1], level[::-1]] = objectives[::-1]  # of several the first is written last
    return _Recorded(frame.drop_duplicates(list(names)), next(iter(resources), None), levels, values)


def _values(path: Path, recorded: _Recorded, objectives: int) -> Array:
    values = np.asarray(recorded.values, dtype=np.float64)
    n, levels = len(recorded.rows), np.size(recorded.levels)
    if values.ndim != 4 or (len(values), *values.shape[2:]) != (n, levels, objectives):
        raise BlackboxError(
            f"{path} has objectives of shape {values.shape} for {n} configurations, {levels} levels and "
            f"{objectives} objectives: get it anew."
        )
    return values


def _limit(resource: str) -> str:
    """The argument that limits a resource: `epochs` for `hp_epoch`."""
    return f"{resource.removeprefix('hp_')}s"


def _chosen(name: str, wanted: str | None, known: Sequence[str], default: str | None) -> str:
    if wanted is None:
        if default is None:
            raise BlackboxError(f"Say which {name}: {name}= one of {', '.join(known)}.")
        return default
    if wanted not in known:
        raise BlackboxError(f"There is no {name} {wanted!r}: say {name}= one of {', '.join(known)}.")
    return wanted


def _time(path: Path, told: str | None, objectives: Sequence[str], single: bool) -> str:
    """The objective with the seconds since the beginning. told: by the user, or by the folder. single:
    whether there is one level, which takes as long as all of it."""
    likely = [name for name in objectives if "elapsed_time" in name or (single and "runtime" in name)]
    if told is None and not likely:
        raise BlackboxError(
            f"{path} doesn't say how long anything took: say time= if one of its objectives "
            f"({', '.join(objectives)}) is the seconds since the beginning. Without it, it can't be replayed."
        )
    return _chosen("time", told, objectives, likely[0] if len(likely) == 1 else None)


def _levels(values: Array, path: Path) -> Sequence[int]:
    """A single level that can't be counted to counts as level 1: as a rule it says nothing."""
    found = np.ravel(values).tolist()
    whole = all(float(level).is_integer() for level in found)
    if whole and all(before < level for before, level in pairwise([0, *found])):
        return tuple(int(level) for level in found)
    if len(found) == 1:
        return (1,)
    raise BlackboxError(
        f"The levels of {path} are {brief(found)}: only whole numbers from 1 upwards, each above the one "
        "before, can be replayed."
    )


def _increasing(seconds: Array, time: str, path: Path) -> Array:
    """Times (n, r, T) that grow: those that don't are a tick later than the one before."""
    with np.errstate(invalid="ignore"):
        still = (np.diff(seconds, axis=2) <= 0.0).sum()
    steps = np.isfinite(seconds[:, :, 1:]).sum()
    if still > MANY * steps:
        raise BlackboxError(
            f"{time} of {path} doesn't grow from level to level ({still / steps:.0%} of all steps): it isn't "
            "the time since the beginning. Say with time= which objective is."
        )
    found = seconds.copy()
    before: Array = np.zeros(seconds.shape[:2])
    for level in range(seconds.shape[2]):
        now = found[:, :, level]
        now[now <= before] = (before + TICK)[now <= before]
        before = now
    return np.asarray(found)


def _configs(rows: DataFrame, problem: Problem, path: Path) -> tuple[Config, ...]:
    domains = problem.space.domains
    missing = [name for name in domains if name not in rows.columns]
    if missing:
        raise BlackboxError(f"The configurations of {path} have no column {missing[0]!r}.")
    columns = {name: _widened(rows[name], domain) for name, domain in domains.items()}
    return tuple(
        {name: _settled(path, name, domains[name], column[row]) for name, column in columns.items()}
        for row in range(len(rows))
    )


def _widened(column: Series, domain: Domain) -> list[Any]:
    """A column's values. Numbers of less than double precision are those of the domain that were rounded to
    them, or else the shortest to write."""
    values = column.to_numpy()
    if values.dtype.kind != "f" or values.dtype.itemsize == 8:
        return column.tolist()
    narrow = values.dtype.type
    known = domain.members() if isinstance(domain, Finite) else ()
    known = (domain.lower, domain.upper) if isinstance(domain, (Integer, Float)) else known
    meant = {narrow(value): value for value in known if number(value) is not None}
    return [meant.get(value, float(str(value))) for value in values]


def _settled(path: Path, name: str, domain: Domain, value: Any) -> Value:  # noqa: ANN401
    """The value of a domain, where one of numbers was missed by rounding: 3.0000000000000004 layers."""
    plain = value.item() if hasattr(value, "item") else value
    if isinstance(plain, float) and isinstance(domain, (Integer, Float)):
        near = min(max(plain, domain.lower), domain.upper)
        near = round(near) if isinstance(domain, Integer) else near
        plain = near if math.isclose(near, plain, rel_tol=1e-9) else plain
    try:
        return domain.validate(plain)
    except SpaceError as error:
        raise BlackboxError(
            f"{path} has a configuration outside of its own space ({name}: {error}): widen configspace.json."
        ) from error


def _frame(path: Path) -> DataFrame:
    try:
        import pandas as pd

        return pd.read_parquet(path)
    except ImportError:
        raise BlackboxError("Parquet needs pandas and pyarrow: pip install 'tunewise[blackboxes]'.") from None
    except (OSError, EOFError, ValueError) as error:
        raise BlackboxError(f"{path} can't be read ({error}): get it anew.") from error


def _json(path: Path) -> Any:  # noqa: ANN401
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BlackboxError(
            f"{path} can't be read ({error}): name a folder of Syne Tune's repository."
        ) from error


def _array(path: Path) -> Array:
    try:
        # mapped, as all tasks are in one file, which may be larger than the memory
        return np.asarray(np.load(path, mmap_mode="r", allow_pickle=False))
    except (OSError, ValueError) as error:
        raise BlackboxError(f"{path} can't be read ({error}): get it anew.") from error


SAMPLERS = ("Uniform", "LogUniform")


def domains_of(entries: Mapping[str, Any]) -> dict[str, Domain | Value]:
    """The domains and constants by name. Raises `SpaceError`, which names the hyperparameter, for one that
    can't be simulated, and what damaged JSON raises."""
    found: dict[str, Domain | Value] = {}
    for name, entry in entries.items():
        try:
            found[name] = _domain(entry) if isinstance(entry, dict) else entry
        except SpaceError as error:
            raise SpaceError(f"{name}: {error}") from error
    return found


def _domain(entry: Mapping[str, Any]) -> Domain:
    kind, told = entry["domain_cls"], entry["domain_kwargs"]
    sampler = entry.get("sampler_cls", "Uniform")
    if sampler not in SAMPLERS:
        raise SpaceError(
            f"A domain {kind!r} drawn by {sampler!r} can't be simulated: there are {', '.join(SAMPLERS)}."
        )
    if kind in ("Float", "Integer"):
        return _number(kind, told["lower"], told["upper"], sampler == "LogUniform")
    if kind == "FiniteRange":
        return _range(told)
    if kind not in ("Categorical", "Ordinal", "OrdinalNearestNeighbor"):
        raise SpaceError(f"There is no domain {kind!r} that could be simulated.")
    categories = [value for _, value in dict.fromkeys(map(identity, told["categories"]))]
    if kind == "Categorical":
        return space.choice(categories)
    if kind == "Ordinal":
        return space.ordinal(categories)
    return space.ordinal(categories, "nn-log" if told.get("log_scale") else "nn")


def _number(kind: str, lower: Any, upper: Any, log: bool) -> Domain:  # noqa: ANN401
    if lower == upper:
        return space.choice([float(lower) if kind == "Float" else lower])
    if log and lower <= 0:
        raise SpaceError(
            f"It has no logarithm at {lower!r}, so that it was reverseloguniform, which Syne Tune writes as "
            "LogUniform: write Uniform."
        )
    if kind == "Float":
        return (space.loguniform if log else space.uniform)(lower, upper)
    return (space.lograndint if log else space.randint)(lower, upper)


def _range(told: Mapping[str, Any]) -> Domain:
    lower, upper, size, whole = told["lower"], told["upper"], told["size"], told.get("cast_int", False)
    log = told.get("log_scale", False)
    if size == 1 or lower == upper:
        return space.choice([round(lower) if whole else float(lower)])
    spaced = space.logfinrange if log else space.finrange
    if not whole:
        return spaced(lower, upper, size)
    numbers = _whole_numbers(space.Float(lower, upper, log), size)
    # the same as a range, where that holds them: a long one is too long to be listed
    if len(numbers) == size and (numbers[0], numbers[-1]) == (lower, upper):
        found = spaced(lower, upper, size, cast_int=True)
        if found.members() == numbers:
            return found
    return space.ordinal(numbers)


def _whole_numbers(bounds: Float, size: int) -> tuple[int, ...]:
    """Rounded as there, where errors of floats come first: 14.5 of finrange(0, 29, 29) becomes 15."""
    ends = np.array([bounds.lower, bounds.upper])
    first, last = np.log(ends) if bounds.log else ends
    inner = np.arange(size) * ((last - first) / (size - 1)) + first
    numbers = np.clip(np.exp(inner) if bounds.log else inner, *ends)
    return tuple(dict.fromkeys(map(round, numbers.tolist())))
