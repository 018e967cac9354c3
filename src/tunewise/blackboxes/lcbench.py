"""LCBench's learning curves, a file for each task: see `load`.

L. Zimmer, M. Lindauer and F. Hutter: Auto-PyTorch Tabular. IEEE TPAMI 2021, arXiv:2006.13799.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tunewise import space
from tunewise.blackboxes.base import BlackboxError
from tunewise.blackboxes.table import UNREADABLE, Table
from tunewise.problem import Problem

if TYPE_CHECKING:
    from pathlib import Path

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


def load(path: Path) -> Table:
    """The table of a file `TASK.npz` with arrays `names` (7,), `configs` (n, 7), `val_error` (n, T) and
    `elapsed_time` (n, T), the last one in seconds from the beginning. Raises `BlackboxError`."""
    try:
        with np.load(path, allow_pickle=False) as data:
            names = [str(name) for name in data["names"]]
            rows = np.asarray(data["configs"], dtype=np.float64)
            errors = np.asarray(data["val_error"], dtype=np.float64)
            times = np.asarray(data["elapsed_time"], dtype=np.float64)
        if names != list(DOMAINS):
            raise BlackboxError(f"{path} has the columns {names}, not {list(DOMAINS)}: it is another table.")
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
        raise BlackboxError(f"{path} is no table of LCBench ({error}): get it anew.") from error


def _config(row: list[float]) -> Config:
    return {name: DOMAINS[name].validate(value) for name, value in zip(DOMAINS, row, strict=True)}
