"""What a training script uses: `Reporter` and `checkpoint_dir`. Needs only the standard library.

The tuner sets environment variables that say where reports and checkpoints go. Without a tuner a report is a
printed line, and there is no checkpoint folder unless the script names one.
"""

from __future__ import annotations

import errno
import json
import math
import os
import sys
import time
from contextlib import suppress
from functools import partial

from tunewise.worker.files import open_file

TYPE_CHECKING = False  # type checkers know this name; importing it from typing takes 10 ms

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path
    from typing import TypeVar

    from tunewise.worker.best_checkpoint import BestCheckpoint

    T = TypeVar("T")

REPORTS = "TUNEWISE_REPORTS"  # the file to which a job's reports are appended
CHECKPOINTS = "TUNEWISE_CHECKPOINT_DIR"
FULL = frozenset({errno.ENOSPC, errno.EDQUOT})  # errors of a full disk
BELL = "TUNEWISE_BELL"  # the named pipe that wakes the tuner
NEWS, OVER, NO_ROOM = b"!", b".", b"f"
"""What is written to it: there is something to read, a job is over, or the disk is full."""
LONGEST = 1 << 18  # bytes of a report


class Reporter:
    """Reports to the tuner how training goes: `report = Reporter()`, then `report(epoch=3, val_loss=2.1)`.

    Values are single numbers, texts, booleans or None; NumPy scalars and one-element tensors work too. A
    report has at most 262,144 bytes, and is on disk when the call returns. Save the checkpoint of an epoch
    before you report it: on a report, the tuner may end or pause the job.

    keep_best: a reported key, such as the metric. At each report in which it is better than in all previous
        ones, over all jobs of the trial, the contents of `checkpoint_dir()` are copied to its subfolder
        `best`, which takes space and time. mode: "min" or "max", the better direction. Raises ValueError for
        a key without a mode.
    """

    def __init__(self, keep_best: str | None = None, mode: str | None = None) -> None:
        self._path = os.environ.get(REPORTS)
        self._bell = os.environ.get(BELL)
        self._best_checkpoint: BestCheckpoint | None = None
        if keep_best is None:
            return
        if mode not in ("min", "max"):
            raise ValueError(f"keep_best={keep_best!r} needs its direction: give mode='min' or mode='max'.")
        folder = os.environ.get(CHECKPOINTS)
        if folder is not None:
            from tunewise.worker.best_checkpoint import BestCheckpoint  # shutil takes time to import

            self._best_checkpoint = BestCheckpoint(folder, keep_best, 1 if mode == "min" else -1)

    limit: int | None = None
    """The level up to which a job of a function trains; None for a script, and if nobody knows."""

    @property
    def checkpoint(self) -> Path | None:
        """The folder for this trial's checkpoint, as of `checkpoint_dir`."""
        return checkpoint_dir()

    def __call__(self, **values: object) -> None:
        if not values:
            raise ValueError("A report needs at least one value, such as report(epoch=1, val_loss=2.1).")
        scalars = {name: scalar(name, value) for name, value in values.items()}
        if self._path is None:
            print(" ".join(f"{name}={value}" for name, value in scalars.items()), flush=True)
            return
        if self._best_checkpoint is not None:
            self._best_checkpoint.update(scalars)
        line = report_line(scalars)
        if len(line) > LONGEST:
            raise ValueError(f"A report has {len(line):,} bytes, and at most {LONGEST:,} are allowed.")
        append(self._path, line + b"\n", self._bell)
        if self._bell is not None:
            ring(self._bell)


def checkpoint_dir(default: str | os.PathLike[str] | None = None) -> Path | None:
    """The folder for this trial's checkpoint; it exists, and survives pauses and crashes.

    Without a tuner: `default`, created if missing, or None. Write a file under another name and then
    `os.replace` it, so that a kill in between leaves the previous one intact.
    """
    folder = os.environ.get(CHECKPOINTS) or default
    if folder is None:
        return None
    from pathlib import Path  # 5 ms that a script without checkpoints doesn't need

    path = Path(folder)
    path.mkdir(parents=True, exist_ok=True)
    return path


def ring(bell: str, what: bytes = NEWS) -> None:
    """Wakes the tuner if it listens; never waits. what: `NEWS`, `OVER` or `NO_ROOM`."""
    try:
        pipe = os.open(bell, os.O_WRONLY | os.O_NONBLOCK)
    except OSError:
        return  # no tuner runs now; the next one reads the files
    try:
        os.write(pipe, what)
    except OSError:
        pass  # the pipe is full of rings, or the tuner has just ended
    finally:
        os.close(pipe)


def report_line(scalars: Mapping[str, object]) -> bytes:
    """The line of a report that is made now, from values that `scalar` returned."""
    moments = {"time": time.time(), "monotonic": time.monotonic()}
    return json.dumps({**moments, "values": scalars}, allow_nan=False).encode()


def append(path: str, line: bytes, bell: str | None) -> None:
    """Appends a line in one write, so that lines of several processes never mix.

    Waits while the disk is full, so that no training is lost. Raises OSError if something else is in the
    file's place; opening a named pipe might wait forever for a reader.
    """
    opened = partial(open_file, path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    file = until_there_is_room(path, opened, bell)
    try:
        write_all(file, line, path, bell)
    finally:
        os.close(file)


def write_all(file: int, data: bytes, path: str, bell: str | None) -> None:
    """Writes to an open file, whose path is `path`, and waits while the disk is full."""
    written = 0
    while written < len(data):
        rest = data[written:]
        written += until_there_is_room(path, partial(os.write, file, rest), bell)


def until_there_is_room(path: str, write: Callable[[], T], bell: str | None) -> T:
    """Repeats `write` while the disk is full. Prints a message the first time, and notifies the tuner, which
    has limits to enforce, each further time."""
    printed = False
    while True:
        try:
            return write()
        except OSError as error:
            if error.errno not in FULL:
                raise
        if printed and bell is not None:
            ring(bell, NO_ROOM)
        elif not printed:
            printed = True
            with suppress(OSError):  # there may be no space for that either
                print(f"tunewise: no room to write {path}: waiting for some", file=sys.stderr, flush=True)
        time.sleep(1.0)


def scalar(name: str, value: object) -> str | int | float | bool | None:
    """A reported value in JSON's types. A float that is not finite becomes the text "nan", "inf" or "-inf",
    and so does an integer that is too large for a float.

    Accepts NumPy scalars and tensors of one element too. Raises TypeError, with the key, for anything else.
    """
    item = getattr(value, "item", None)
    if item is not None and not isinstance(value, (str, int, float)):
        value = item()  # a NumPy scalar or a tensor of one element
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()  # a lone surrogate can't be encoded
    if isinstance(value, int):
        if abs(value) <= sys.float_info.max:
            return int(value)
        value = math.inf if value > 0 else -math.inf
    if isinstance(value, float):
        # JSON has no NaN; the text is readable in every language
        return float(value) if math.isfinite(value) else str(float(value))
    raise TypeError(f"{name} is a {type(value).__name__}: report single numbers, texts, booleans or None.")
