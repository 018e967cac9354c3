"""LCBench's learning curves, a file for each task: see `load`.

    lcbench:/data/lcbench/126029.npz?first_level=1

Options: `first_level`, by default 2, as the first level of the files is the network before its training, with
the error of guessing; `off_grid`.

L. Zimmer, M. Lindauer and F. Hutter: Auto-PyTorch Tabular. IEEE TPAMI 2021, arXiv:2006.13799.
"""

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from tunewise import space
from tunewise.blackboxes.base import BlackboxError
from tunewise.blackboxes.table import UNREADABLE, Table
from tunewise.problem import Problem
from tunewise.space import Config, Domain

DOMAINS: dict[str, Domain] = {
    "batch_size": space.lograndint(16, 512),
    "learning_rate": space.loguniform(1e-4, 1e-1),
    "momentum": space.uniform(0.1, 0.99),
    "weight_decay": space.uniform(1e-5, 1e-1),
    "num_layers": space.randint(1, 5),
    "max_units": space.lograndint(64, 1024),
    "max_dropout": space.uniform(0.0, 1.0),
}


FIRST_LEVEL = 2
"""Level 1 is before the training."""


def first_level(path: Path, options: Mapping[str, str], levels: int) -> int:
    """The recorded level that becomes level 1, from a reference's options. Raises `BlackboxError`."""
    text = options.get("first_level", str(FIRST_LEVEL))
    if text not in map(str, range(1, levels + 1)):
        raise BlackboxError(
            f"first_level={text} is outside of the levels of {path}: choose from 1 to {levels}."
        )
    return int(text)


def load(path: Path, options: Mapping[str, str] | None = None) -> Table:
    """The table of a file `TASK.npz` with arrays `names` (7,), `configs` (n, 7), `val_error` (n, T) and
    `elapsed_time` (n, T), the last one in seconds from the beginning.

    options: `first_level` becomes level 1, and what came before it took no time. Raises `BlackboxError`.
    """
    try:
        with np.load(path, allow_pickle=False) as data:
            names = [str(name) for name in data["names"]]
            rows = np.asarray(data["configs"], dtype=np.float64)
            errors = np.asarray(data["val_error"], dtype=np.float64)
            times = np.asarray(data["elapsed_time"], dtype=np.float64)
        if names != list(DOMAINS):
            raise BlackboxError(
                f"{path} has the columns {names}, not {list(DOMAINS)}: name a table of LCBench."
            )
        first = first_level(path, options or {}, errors.shape[1])
        if first > 1:
            errors, times = errors[:, first - 1 :], times[:, first - 1 :] - times[:, [first - 2]]
        problem = Problem(DOMAINS, "val_error", "min", "epoch", errors.shape[1], "epochs")
        return Table(
            problem,
            tuple(_config(row) for row in rows.tolist()),
            {"val_error": errors[:, None, :]},
            times[:, None, :],
            about=f"LCBench, OpenML task {path.stem}",
        )
    except FileNotFoundError:
        raise BlackboxError(f"There is no table {path}: put LCBench's TASK.npz there.") from None
    except BlackboxError:
        raise
    except UNREADABLE as error:
        raise BlackboxError(f"{path} isn't a table of LCBench ({error}): download it again.") from error


def _config(row: list[float]) -> Config:
    return {name: DOMAINS[name].validate(value) for name, value in zip(DOMAINS, row, strict=True)}
