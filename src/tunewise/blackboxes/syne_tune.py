"""Folders of Syne Tune's blackbox repository, as its release 0.13 writes them.

    syne_tune:/data/fcnet?task=protein_structure&metric=metric_valid_loss&time=metric_elapsed_time

A folder has `configspace.json` and `fidelityspace.json` (by name a constant, or the class of a domain with
its arguments and sampler), `hyperparameters.parquet` (a row for each of n configurations), `metadata.json`
(names of tasks and objectives), `fidelities_values.npy` (the T levels) and `objectives_evaluations.npy`, an
array of tasks, configurations, seeds, levels and objectives.

Options: `task`, needed where there are several; `metric`, by default the first objective that is no time;
`time`, the objective with the seconds since the beginning, by default one that has "elapsed_time" or
"runtime" in its name; `mode`, by default max for accuracies and min for others; `off_grid`. Seeds become
repetitions. Needs the extra `blackboxes`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np

from tunewise.blackboxes.base import BlackboxError
from tunewise.blackboxes.off_grid import off_grid
from tunewise.blackboxes.syne_tune_space import domains_of
from tunewise.blackboxes.table import UNREADABLE, Table, TableBlackbox
from tunewise.problem import Problem
from tunewise.space import SpaceError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from tunewise.blackboxes.base import Blackbox
    from tunewise.blackboxes.table import Floats
    from tunewise.space import Config, Value

OPTIONS = ("task", "metric", "time", "mode", "off_grid")


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
    times = [name for name in objectives if "elapsed_time" in name or "runtime" in name]
    time = _chosen("time", options.get("time"), objectives, times[0] if times else None)
    others = [name for name in objectives if name not in times and name != time]
    metric = _chosen("metric", options.get("metric"), others, others[0] if others else None)
    mode = _chosen("mode", options.get("mode"), ["min", "max"], "max" if "acc" in metric else "min")
    levels = _levels(_array(path / "fidelities_values.npy"), path)
    values = _array(path / "objectives_evaluations.npy")[tasks.index(task)].astype(np.float64)
    (resource, *_) = _json(path / "fidelityspace.json")
    try:
        domains = domains_of(_json(path / "configspace.json"))
        problem = Problem(
            domains, metric, "min" if mode == "min" else "max", resource, levels, _limit(resource)
        )
    except (SpaceError, ValueError) as error:
        raise BlackboxError(f"The space of {path} can't be read: {error}") from error
    rows = _rows(path / "hyperparameters.parquet", problem)
    keep = np.isfinite(values[:, :, 0, objectives.index(time)]).any(axis=1)
    columns = {name: values[keep][..., objectives.index(name)] for name in others}
    seconds = _increasing(values[keep][..., objectives.index(time)])
    configs = tuple(config for config, kept in zip(rows, keep, strict=True) if kept)
    return Table(problem, configs, columns, seconds, about=f"Syne Tune's blackbox {path.name}, task {task}")


def _limit(resource: str) -> str:
    """The argument that limits a resource: `epochs` for `hp_epoch`."""
    return f"{resource.removeprefix('hp_')}s"


def _chosen(name: str, wanted: str | None, known: Sequence[str], default: str | None) -> str:
    if wanted is None:
        if default is None:
            raise BlackboxError(f"Say which {name}: {name}= one of {', '.join(known)}.")
        return default
    if wanted not in known:
        raise BlackboxError(f"There is no {name} {wanted!r}: there are {', '.join(known)}.")
    return wanted


def _levels(values: Floats, path: Path) -> int:
    levels = np.asarray(values).ravel()
    if not np.array_equal(levels, np.arange(1, len(levels) + 1)):
        raise BlackboxError(f"The levels of {path} don't count from 1 one by one: they can't be replayed.")
    return len(levels)


def _increasing(seconds: Floats) -> Floats:
    """Times that grow: single precision has made some neighbours equal."""
    steps = np.diff(seconds, axis=2, prepend=0.0)
    with np.errstate(invalid="ignore"):
        return np.asarray(
            np.cumsum(np.where(steps > 0.0, steps, np.where(np.isnan(steps), np.nan, 1e-6)), axis=2)
        )


def _rows(path: Path, problem: Problem) -> list[Config]:
    try:
        import pandas as pd

        frame = pd.read_parquet(path)
    except ImportError:
        raise BlackboxError("Parquet needs pandas and pyarrow: pip install 'tunewise[blackboxes]'.") from None
    except (OSError, EOFError, ValueError) as error:
        raise BlackboxError(f"{path} can't be read ({error}): get it anew.") from error
    names = list(problem.space.names)
    missing = [name for name in names if name not in frame.columns]
    if missing:
        raise BlackboxError(f"{path} has no column {missing[0]!r}.")
    rows = frame[names].to_dict("records")
    return [{str(name): _plain(value) for name, value in row.items()} for row in rows]


def _plain(value: Any) -> Value:  # noqa: ANN401
    plain: Value = value.item() if hasattr(value, "item") else value
    return plain


def _json(path: Path) -> Any:  # noqa: ANN401
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BlackboxError(
            f"{path} can't be read ({error}): name a folder of Syne Tune's repository."
        ) from error


def _array(path: Path) -> Floats:
    try:
        return np.asarray(np.load(path, allow_pickle=False))
    except (OSError, ValueError) as error:
        raise BlackboxError(f"{path} can't be read ({error}): get it anew.") from error
