"""Folders of Syne Tune's blackbox repository, as its releases 0.13 and 0.16 write them.

    syne_tune:/data/fcnet?task=protein_structure&metric=metric_valid_loss&time=metric_elapsed_time

All have `configspace.json` (for each name a constant, or a domain's class with its arguments and sampler) and
`metadata.json`: names of tasks and objectives, and usually also which objective is the time
(`metric_elapsed_time`), which one to improve (`metric_default`), and the name of the resource
(`resource_attr` in 0.13, `time_attr` in 0.16). The rest is in one of three layouts:

- for all tasks `fidelityspace.json`, `hyperparameters.parquet` (a row for each of n configurations),
  `fidelities_values.npy` (the T levels) and `objectives_evaluations.npy`, an array of tasks, configurations,
  seeds, levels and objectives: fcnet, lcbench, nasbench201, tabrepo, autoencodix;
- the same for each task, as `TASK-fidelity_space.json`, `TASK-hyperparameters.parquet` and so on, the array
  without its first axis: pd1, hpob, and icml-deepar and icml-xgboost of 0.16;
- `data-TASK.parquet`, a row for each configuration, seed and level: icml-deepar and icml-xgboost of 0.13, and
  what `BlackboxOffline` writes.

Options:

- `task`, needed if there are several;
- `metric`, by default the one that the folder names, or else the first objective not named like a time;
- `time`, the objective with the seconds since the start, by default the one that the folder names, or else
  the one with "elapsed_time" in its name, or "runtime" if there is a single level;
- `mode`, by default max for a metric that is named like a gain, and min for others;
- `off_grid`.

Seeds become repetitions, and so do repeated rows of `data-TASK.parquet` without a seed. Needs the extra
`blackboxes`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from tunewise.arrays import Array
from tunewise.blackboxes.base import Blackbox, BlackboxError
from tunewise.blackboxes.off_grid import off_grid
from tunewise.blackboxes.table import UNREADABLE, Table, TableBlackbox
from tunewise.problem import Problem, names_a_gain
from tunewise.space import Config, Domain, Finite, Float, Integer, Space, SpaceError, Value
from tunewise.space.syne_tune import domains_of
from tunewise.space.values import brief, number

if TYPE_CHECKING:
    from pandas import DataFrame, Series  # of the extra `blackboxes`, which few have

OPTIONS = ("task", "metric", "time", "mode", "off_grid")

MANY = 0.1
"""If a time doesn't grow in more than this share of its steps, it isn't the time since the start."""

TICK = 1e-6
"""The least seconds of a level: single precision made some neighbouring times equal."""


class _Recorded(NamedTuple):
    """The data of a task in a folder.

    rows: n configurations, and any other columns of their table. resource: its name, if it has one.
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
        raise BlackboxError(f"There is no option {unknown[0]!r}: choose from {', '.join(OPTIONS)}.")
    try:
        table = load_table(path, options)
    except BlackboxError:
        raise
    except UNREADABLE as error:
        raise BlackboxError(f"{path} isn't as Syne Tune writes it ({error!r}): download it again.") from error
    return TableBlackbox(table, off_grid(table, options.get("off_grid")))


def load_table(path: Path, options: Mapping[str, str]) -> Table:
    """The table of a task. Raises `BlackboxError`."""
    metadata = _json(path / "metadata.json")
    tasks, objectives = list(metadata["task_names"]), list(metadata["objectives_names"])
    task = _chosen("task", options.get("task"), tasks, tasks[0] if len(tasks) == 1 else None)
    tuned = _space(path / "configspace.json")
    recorded = _recorded(path, task, metadata, tuned.names)
    levels = _levels(recorded.levels, path)
    time = options.get("time") or metadata.get("metric_elapsed_time")
    time = _time(path, time, objectives, single=len(levels) == 1)
    resource = metadata.get("time_attr") or metadata.get("resource_attr") or recorded.resource
    columns = [name for name in objectives if name not in (time, resource)]
    if not columns:
        raise BlackboxError(f"{path} has no objective besides {time}, so nothing to improve.")
    problem = _problem(path, tuned, options, metadata, columns, resource, levels)
    values = _values(path, recorded, len(objectives))
    # leave out configurations that were never trained
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
    """The problem that a folder was recorded for. columns: the possible metrics."""
    usual = [name for name in columns if "time" not in name]
    metric = options.get("metric") or metadata.get("metric_default")
    metric = _chosen("metric", metric, columns, usual[0] if usual else None)
    by_name = "max" if names_a_gain(metric) else "min"
    mode = _chosen("mode", options.get("mode"), ["min", "max"], by_name)
    # if levels are skipped, jobs get no limit and are stopped instead, as no job can end between two levels
    limit = _limit(resource) if resource and levels[-1] == len(levels) else None
    try:
        return Problem(tuned, metric, "min" if mode == "min" else "max", resource, levels[-1], limit)
    except ValueError as error:
        raise BlackboxError(f"{path} doesn't describe a valid problem: {error}") from error


def _recorded(path: Path, task: str, metadata: Mapping[str, Any], names: Sequence[str]) -> _Recorded:
    """The data of a task, in any of the layouts. names: of the hyperparameters."""
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
        f"data-{task}.parquet: one of them is missing, or the folder has an unknown layout."
    )


def _evaluations(path: Path, task: str, metadata: Mapping[str, Any], names: Sequence[str]) -> _Recorded:
    """A table with a row for each evaluation, as arrays. If rows have the same seed, the first one counts."""
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
    if seed:  # a missing seed counts as a seed
        run = frame[seed].factorize(use_na_sentinel=False)[0]
    else:
        run = frame.groupby([row, level]).cumcount().to_numpy()
    objectives = frame[metadata["objectives_names"]].to_numpy(dtype=np.float64)
    values = np.full((row.max() + 1, run.max() + 1, len(levels), objectives.shape[1]), np.nan)
    # in reverse order, so that the first of several rows wins
    values[row[::-1], run[::-1], level[::-1]] = objectives[::-1]
    return _Recorded(frame.drop_duplicates(list(names)), next(iter(resources), None), levels, values)


def _values(path: Path, recorded: _Recorded, objectives: int) -> Array:
    values = np.asarray(recorded.values, dtype=np.float64)
    n, levels = len(recorded.rows), np.size(recorded.levels)
    if values.ndim != 4 or (len(values), *values.shape[2:]) != (n, levels, objectives):
        raise BlackboxError(
            f"{path} has objectives of shape {values.shape} for {n} configurations, {levels} levels and "
            f"{objectives} objectives: download it again."
        )
    return values


def _limit(resource: str) -> str:
    """The argument that limits a resource: `epochs` for `hp_epoch`."""
    return f"{resource.removeprefix('hp_')}s"


def _chosen(name: str, wanted: str | None, choices: Sequence[str], default: str | None) -> str:
    if wanted is None:
        if default is None:
            raise BlackboxError(f"Say which {name}: {name}= one of {', '.join(choices)}.")
        return default
    if wanted not in choices:
        raise BlackboxError(f"There is no {name} {wanted!r}: say {name}= one of {', '.join(choices)}.")
    return wanted


def _time(path: Path, time: str | None, objectives: Sequence[str], single: bool) -> str:
    """The objective with the seconds since the start.

    time: the one that the user or the folder names, if any. single: whether there is only one level, which
    takes as long as the whole training.
    """
    likely = [name for name in objectives if "elapsed_time" in name or (single and "runtime" in name)]
    if time is None and not likely:
        raise BlackboxError(
            f"{path} doesn't say how long anything took: say time= if one of its objectives "
            f"({', '.join(objectives)}) is the seconds since the start. It can't be replayed without them."
        )
    return _chosen("time", time, objectives, likely[0] if len(likely) == 1 else None)


def _levels(values: Array, path: Path) -> Sequence[int]:
    """The levels as whole numbers. A single level that can't be counted from 1 becomes level 1."""
    levels = np.ravel(values).tolist()
    whole = all(float(level).is_integer() for level in levels)
    if whole and all(before < level for before, level in pairwise([0, *levels])):
        return tuple(int(level) for level in levels)
    if len(levels) == 1:
        return (1,)
    raise BlackboxError(
        f"The levels of {path} are {brief(levels)}: only increasing whole numbers from 1 upwards "
        "can be replayed."
    )


def _increasing(seconds: Array, time: str, path: Path) -> Array:
    """Increasing times (n, r, T): a time that doesn't grow becomes a tick later than the one before."""
    with np.errstate(invalid="ignore"):
        still = (np.diff(seconds, axis=2) <= 0.0).sum()
    steps = np.isfinite(seconds[:, :, 1:]).sum()
    if still > MANY * steps:
        raise BlackboxError(
            f"{time} of {path} doesn't grow from level to level ({still / steps:.0%} of all steps): it isn't "
            "the time since the start. Say with time= which objective is."
        )
    increasing = seconds.copy()
    before: Array = np.zeros(seconds.shape[:2])
    for level in range(seconds.shape[2]):
        now = increasing[:, :, level]
        now[now <= before] = (before + TICK)[now <= before]
        before = now
    return np.asarray(increasing)


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
    """A column's values. A number of less than double precision becomes the value of the domain that rounds
    to it, or else the shortest decimal."""
    values = column.to_numpy()
    if values.dtype.kind != "f" or values.dtype.itemsize == 8:
        return column.tolist()
    narrow = values.dtype.type
    exact = domain.members() if isinstance(domain, Finite) else ()
    exact = (domain.lower, domain.upper) if isinstance(domain, (Integer, Float)) else exact
    meant = {narrow(value): value for value in exact if number(value) is not None}
    return [meant.get(value, float(str(value))) for value in values]


def _settled(path: Path, name: str, domain: Domain, value: Any) -> Value:  # noqa: ANN401
    """The value of a domain. Numbers lose their rounding errors: 3.0000000000000004 layers."""
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
        raise BlackboxError(f"{path} can't be read ({error}): download it again.") from error


def _json(path: Path) -> Any:  # noqa: ANN401
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BlackboxError(
            f"{path} can't be read ({error}): name a folder of Syne Tune's repository."
        ) from error


def _array(path: Path) -> Array:
    try:
        # mapped, because one file holds all tasks and may be larger than the memory
        return np.asarray(np.load(path, mmap_mode="r", allow_pickle=False))
    except (OSError, ValueError) as error:
        raise BlackboxError(f"{path} can't be read ({error}): download it again.") from error
