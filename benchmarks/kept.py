"""What takes seconds to compute is kept in a folder of the machine, beside where the recorded data lie."""

import getpass
import json
import os
import tempfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import numpy as np

from benchmarks.problems import Floats

SHARED = Path(__file__).resolve().parents[2] / "shared"
SCALES = Path(__file__).parent / "recorded" / "length_scales.json"
CACHE = Path(tempfile.gettempdir()) / f"tunewise-benchmarks-{getpass.getuser()}"


class MissingTables(FileNotFoundError):
    """The recorded data are not there; the message says where they were looked for."""


@cache
def length_scales() -> dict[str, dict[str, list[float]]]:
    """The length-scales by which benchmarks answer what their tables don't contain, by benchmark and by what
    is interpolated. They are recorded, as other processors round sums otherwise and a fit ends 1e-4 elsewhere
    there. This changes answers in the sixth digit, and all that models make of them."""
    found: dict[str, dict[str, list[float]]] = json.loads(SCALES.read_text())
    return found


def table_names(folder: Path) -> list[str]:
    """The names of the tables in a folder. Raises `MissingTables` if there are none."""
    found = sorted(path.stem for path in folder.glob("*.npz"))
    if not found:
        raise MissingTables(f"There are no tables in {folder}: put the .npz files of {folder.name} there.")
    return found


def table_file(folder: Path, name: str) -> Path:
    """The file of a table. Raises `MissingTables` if it isn't there."""
    source = folder / f"{name}.npz"
    if not source.exists():
        raise MissingTables(f"There is no table {source}: put the .npz files of {folder.name} there.")
    return source


def kept(
    folder: Path, source: Path, name: str, version: int, make: Callable[[], Mapping[str, Floats]]
) -> dict[str, Floats]:
    """Arrays that follow from a file: from the folder, or made and put there."""
    stamp = source.stat()
    path = folder / f"{name}-{source.stem}-{version}-{stamp.st_size}-{stamp.st_mtime_ns}.npz"
    if not path.exists():
        arrays = make()
        folder.mkdir(parents=True, exist_ok=True)
        draft = folder / f"{path.stem}-{os.getpid()}.draft.npz"
        np.savez(draft, **arrays)  # type: ignore[arg-type]
        draft.replace(path)
    with np.load(path, allow_pickle=False) as data:
        return {key: np.asarray(data[key]) for key in data.files}
