"""Tables of recorded learning curves, and their file: an .npz of arrays with a header in JSON.

The file's arrays are `seconds` and one for each column, as in `Table`; the header has the rest. Equal tables
give equal bytes. Nothing in the file is unpickled.
"""

import math
import zipfile
import zlib
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any, Protocol

import msgspec
import numpy as np

from tunewise.arrays import Array
from tunewise.blackboxes.base import Blackbox, BlackboxError, Curve
from tunewise.disk import replacing
from tunewise.problem import Problem
from tunewise.space import Config, SpaceError, Value
from tunewise.space.values import brief


class OffGrid(Protocol):
    """Evaluates configurations that a table doesn't contain."""

    @property
    def answers(self) -> str:
        """Words that complete "Configurations that were not recorded are answered by "."""
        ...

    def curve(self, config: Config, seed: int) -> Curve: ...


UNREADABLE = (
    OSError,
    EOFError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    RuntimeError,
    zipfile.BadZipFile,
    zlib.error,
)
"""What reading arrays raises for a file that is damaged or has another format."""

KEPT = 10_000
"""The most answers off the grid that are kept."""


@dataclass(frozen=True, eq=False)
class Table:
    """Learning curves of n configurations with r repetitions each, over T levels.

    problem: what was tuned; its space contains every configuration. configs: n, all different.
    columns: the reported values without the resource, (n, r, T) each; the metric is one of them. They aren't
        finite where a diverging script reported so, and NaN where there was no report.
    levels: the T levels, strictly increasing. By default 1, 2, ..., T.
    seconds: (n, r, T), from the beginning of the training to each report, increasing with the level; NaN
        after the end of a curve. Repetitions that were not made are all NaN.
    start_delay: seconds from the start of a job to the beginning of its training; 0 if unknown.
    about: where the table comes from, in a sentence or two.
    scales: the length-scales of an interpolation, if they are known, d for each column and for the seconds.
    """

    problem: Problem
    configs: tuple[Config, ...]
    columns: Mapping[str, Array]
    seconds: Array
    start_delay: float = 0.0
    about: str = ""
    levels: Sequence[int] = ()
    scales: Sequence[Sequence[float]] = ()
    _curves: dict[tuple[int, int], Curve] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        if self.problem.metric not in self.columns:
            there_are = ", ".join(self.columns)
            raise BlackboxError(f"The table lacks the metric {self.problem.metric!r}: it has {there_are}.")
        shape = self.seconds.shape
        if len(shape) != 3 or 0 in shape or shape[0] != len(self.configs):
            raise BlackboxError(
                f"The table has times of shape {shape} for {len(self.configs)} configurations: they must be "
                "configurations, repetitions and levels, and at least one of each."
            )
        for name, column in self.columns.items():
            if column.shape != shape:
                raise BlackboxError(f"{name} has shape {column.shape}, but the times have {shape}.")
        positive = all(0.0 < scale < math.inf for row in self.scales for scale in row)
        if self.scales and not (len(self.scales) == len(self.columns) + 1 and positive):
            raise BlackboxError(
                f"The table has length-scales of {len(self.scales)} columns: leave them out, or give "
                "positive numbers for each column and for the times."
            )
        self._check_levels(shape[2])
        self._check_times()
        self._check_configs()

    def _check_levels(self, count: int) -> None:
        counted = range(1, count + 1)
        if not self.levels or list(self.levels) == list(counted):
            object.__setattr__(self, "levels", counted)
        grow = all(before < level for before, level in pairwise([0, *self.levels]))
        if len(self.levels) != count or not grow:
            raise BlackboxError(
                f"The table has the levels {brief(self.levels)} for {count} reports a curve: there must be "
                "as many levels as reports, from 1 upwards, each above the one before."
            )
        if self.problem.max_resource not in (None, self.levels[-1]):
            raise BlackboxError(
                f"The table ends at level {self.levels[-1]}, but max_resource is {self.problem.max_resource}."
            )

    def _check_times(self) -> None:
        there = np.isfinite(self.seconds)
        if (there[:, :, 1:] & ~there[:, :, :-1]).any():
            raise BlackboxError(
                "A time is missing before the end of a curve: add it, or cut the curve there."
            )
        with np.errstate(invalid="ignore"):
            grows = np.diff(self.seconds, axis=2, prepend=0.0) > 0.0
        if not (grows | ~there).all():
            raise BlackboxError("The times of a curve don't increase with the level: they must be totals.")
        if not there[:, :, 0].any(axis=1).all():
            raise BlackboxError("A configuration has no curve: leave it out.")

    def _check_configs(self) -> None:
        try:
            keys = {self.problem.space.key(self.problem.space.validate(config)) for config in self.configs}
        except SpaceError as error:
            raise BlackboxError(f"A configuration of the table isn't in its space: {error}") from error
        if len(keys) != len(self.configs):
            raise BlackboxError("The table contains a configuration twice: make them repetitions.")

    @property
    def complete(self) -> bool:
        """Whether all curves reach the last level with finite values."""
        return all(np.isfinite(part).all() for part in (self.seconds, *self.columns.values()))

    def repetition(self, row: int, seed: int) -> int:
        """The repetition of a row that a seed picks: they take turns."""
        made = np.flatnonzero(np.isfinite(self.seconds[row, :, 0]))
        return int(made[seed % len(made)])

    def curve(self, row: int, seed: int) -> Curve:
        """The recorded curve of a row, in the repetition that the seed picks."""
        curve = self._curves.get(
            (row, seed)
        )  # kept, as a simulation asks for the same few rows again and again
        if curve is None:
            repetition = self.repetition(row, seed)
            seconds = self.seconds[row, repetition]
            length = int(np.isfinite(seconds).sum())
            columns = {
                name: column[row, repetition, :length].tolist() for name, column in self.columns.items()
            }
            curve = Curve(columns, seconds[:length].tolist(), self.levels[:length])
            self._curves[row, seed] = curve
        return curve


class TableBlackbox(Blackbox):
    """Answers recorded configurations from a table, and all others through `off_grid`."""

    def __init__(self, table: Table, off_grid: OffGrid) -> None:
        self.problem = table.problem
        self.table = table
        self.start_delay = table.start_delay
        self.answers = (
            f"Configurations that were not recorded ({len(table.configs):,} were) are answered by "
            f"{off_grid.answers}."
        )
        self._off_grid = off_grid
        space = table.problem.space
        # 0.4 in a file may be the 0.39999999999999997 of a range
        self._rows: dict[Hashable, int] = {
            space.key(space.validate(config)): row for row, config in enumerate(table.configs)
        }
        self._answered: dict[tuple[Hashable, int], Curve] = {}

    def curve(self, config: Config, seed: int) -> Curve:
        try:
            key = self.problem.space.key(config)
            row = self._rows.get(key)
            return self._between(key, config, seed) if row is None else self.table.curve(row, seed)
        except (KeyError, SpaceError) as error:
            raise BlackboxError(f"The recorded benchmark can't answer {config}: {error}") from error

    def _between(self, key: Hashable, config: Config, seed: int) -> Curve:
        """An answer off the grid. Answers are kept, as a resumed trial asks again."""
        curve = self._answered.get((key, seed))
        if curve is None:
            if len(self._answered) >= KEPT:
                self._answered.clear()
            # a missing value would count as an inactive one
            whole = self.problem.space.validate(config)
            curve = self._answered[key, seed] = self._off_grid.curve(whole, seed)
        return curve


FORMAT = 1
_COLUMN = "column:"


class _Header(msgspec.Struct, frozen=True, omit_defaults=True):
    """levels: of the table, unless they are 1, 2, ..., T."""

    tunewise_recording: int
    problem: dict[str, Any]
    configs: list[dict[str, Value]]
    start_delay: float
    about: str
    levels: list[int] = []
    scales: list[list[float]] = []


def save_table(table: Table, path: Path) -> None:
    """Writes the file, whole or not at all."""
    counted = table.levels == range(1, len(table.levels) + 1)
    header = _Header(
        FORMAT,
        table.problem.to_json(),
        list(table.configs),
        table.start_delay,
        table.about,
        [] if counted else list(table.levels),
        list(map(list, table.scales)),
    )
    arrays = {f"{_COLUMN}{name}": column for name, column in table.columns.items()}
    text = np.array(msgspec.json.encode(header).decode())
    with replacing(path) as draft, draft.open("wb") as file:
        np.savez_compressed(file, header=text, seconds=table.seconds, **arrays)  # type: ignore[arg-type]


def load_table(path: Path) -> Table:
    """Reads the file. Raises `BlackboxError`."""
    try:
        with np.load(path, allow_pickle=False) as data:
            header = msgspec.json.decode(str(data["header"]).encode(), type=_Header)
            seconds = np.asarray(data["seconds"], dtype=np.float64)
            columns = {
                name.removeprefix(_COLUMN): np.asarray(data[name], dtype=np.float64)
                for name in data.files
                if name.startswith(_COLUMN)
            }
        if header.tunewise_recording != FORMAT:
            raise BlackboxError(
                f"{path} has format {header.tunewise_recording}, and this version of Tunewise reads format "
                f"{FORMAT}: use the version that wrote it."
            )
        problem = Problem.from_json(header.problem)
        return Table(
            problem,
            tuple(header.configs),
            columns,
            seconds,
            header.start_delay,
            header.about,
            header.levels,
            header.scales,
        )
    except FileNotFoundError:
        raise BlackboxError(f"There is no recorded benchmark {path}: `tunewise record` makes one.") from None
    except BlackboxError:
        raise
    except UNREADABLE as error:
        raise BlackboxError(f"{path} isn't a recorded benchmark ({error}): record it again.") from error
