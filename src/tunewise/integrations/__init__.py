"""Callbacks for training frameworks: each module imports one framework, reports to a `Reporter`, and saves so
that a paused trial goes on (docs/frameworks.md).

They need the standard library, their framework and `tunewise.worker`, so that a training image needs no
tuner; `sklearn` alone is the tuner's. This module has what they share.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False  # type checkers know this name; importing it from typing takes 10 ms

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from tunewise.worker.report import Reporter


def saved(report: Reporter, name: str) -> Path | None:
    """The file or folder of this name in a trial's checkpoint, if a former job saved it."""
    path = report.checkpoint / name if report.checkpoint else None
    return path if path is not None and path.exists() else None


def save(report: Reporter, name: str, write: Callable[[str], object]) -> None:
    """Has a file of this name written into the trial's checkpoint, so that a kill leaves the former one.
    write: gets the path to write to. Without a tuner nothing is saved."""
    if report.checkpoint is not None:
        draft = report.checkpoint / f"draft-{name}"  # of the same ending, which tells Keras the format
        write(str(draft))
        os.replace(draft, report.checkpoint / name)


def is_due(report: Reporter, level: int, every: int) -> bool:
    """Whether a level is reported: every so many, and the one at which this job ends."""
    return level % every == 0 or level == report.limit


def latest(log: Mapping[str, Mapping[str, Sequence[object]]]) -> dict[str, object]:
    """The last values of a log of boosting, of each data set and metric: `valid-rmse`."""
    return {f"{data}-{name}": values[-1] for data, metrics in log.items() for name, values in metrics.items()}
