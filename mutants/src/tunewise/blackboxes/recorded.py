"""The file of a recorded benchmark: an .npz of arrays and a header in JSON. `tunewise record` makes them.

The arrays are `seconds` and one for each column, as in `Table`; the header holds the rest. Equal tables give
equal bytes. Nothing in it is unpickled.
"""

from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from tunewise.blackboxes.base import BlackboxError
from tunewise.blackboxes.table import UNREADABLE, Table
from tunewise.disk import replacing
from tunewise.problem import Problem
from tunewise.space import Value

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
        )
    except FileNotFoundError:
        raise BlackboxError(f"There is no recorded benchmark {path}: `tunewise record` makes one.") from None
    except BlackboxError:
        raise
    except UNREADABLE as error:
        raise BlackboxError(f"{path} is no recorded benchmark ({error}): record it anew.") from error
