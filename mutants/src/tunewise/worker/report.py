"""What a training script uses: `Reporter` and `checkpoint_dir`. The standard library alone.

The tuner hands over through the environment where reports and checkpoints go. Without a tuner a report is
a printed line, and there is no checkpoint folder unless the script names one.
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
    from collections.abc import Callable
    from pathlib import Path
    from typing import TypeVar

    from tunewise.worker.kept import BestCheckpoint

    T = TypeVar("T")

REPORTS = "TUNEWISE_REPORTS"  # the file to which a job's reports are appended
CHECKPOINTS = "TUNEWISE_CHECKPOINT_DIR"
FULL = frozenset({errno.ENOSPC, errno.EDQUOT})  # errors of a full disk
BELL = "TUNEWISE_BELL"  # the named pipe that wakes the tuner
NEWS, OVER, NO_ROOM = b"!", b".", b"f"
"""What is written into it: there is something to read, a job is over, or there is no room to write."""
LONGEST = 1 << 18  # bytes of a report


class Reporter:
    """Tells the tuner how training goes: `report = Reporter()`, then `report(epoch=3, val_loss=2.1)`.

    Values are single numbers, texts, booleans or None; NumPy scalars and one-element tensors are taken too.
    A report takes 262,144 bytes at most, and is on disk when the call returns. Save the checkpoint of an
    epoch before you report it: on a report, the tuner may end or pause the job.

    keep_best: a reported key, such as the metric. At each report in which it is better than in all before,
        over all jobs of the trial, what lies in `checkpoint_dir()` is copied to the subfolder `best` there,
        which takes room and time. mode: "min" or "max", the direction in which it is better. Raises
        ValueError for a key without a direction.
    """

    def __init__(self, keep_best: str | None = None, mode: str | None = None) -> None:
        self._path = os.environ.get(REPORTS)
        self._bell = os.environ.get(BELL)
        self._kept: BestCheckpoint | None = None
        if keep_best is None:
            return
        if mode not in ("min", "max"):
            raise ValueError(f"keep_best={keep_best!r} needs its direction: give mode='min' or mode='max'.")
        folder = os.environ.get(CHECKPOINTS)
        if folder is not None:
            from tunewise.worker.kept import BestCheckpoint  # shutil takes time to import

            self._kept = BestCheckpoint(folder, keep_best, 1 if mode == "min" else -1)

    def __call__(self, **values: object) -> None:
        if not values:
            raise ValueError("A report needs at least one value, such as report(epoch=1, val_loss=2.1).")
        scalars = {name: scalar(name, value) for name, value in values.items()}
        if self._path is None:
            print(" ".join(f"{name}={value}" for name, value in scalars.items()), flush=True)
            return
        if self._kept is not None:
            self._kept.take(scalars)
        moments = {"time": time.time(), "monotonic": time.monotonic()}
        line = json.dumps({**moments, "values": scalars}, allow_nan=False).encode()
        if len(line) > LONGEST:
            raise ValueError(f"A report of {len(line):,} bytes: {LONGEST:,} are the most.")
        _append(self._path, line + b"\n", self._bell)
        if self._bell is not None:
            ring(self._bell)


def checkpoint_dir(default: str | os.PathLike[str] | None = None) -> Path | None:
    """The folder in which this trial keeps its checkpoint; it exists, and survives pauses and crashes.

    Without a tuner: `default`, created if missing, or None. Write a file under another name and then
    `os.replace` it, so that a kill in between leaves the former one whole.
    """
    folder = os.environ.get(CHECKPOINTS) or default
    if folder is None:
        return None
    from pathlib import Path  # 5 ms that a script without checkpoints need not pay

    path = Path(folder)
    path.mkdir(parents=True, exist_ok=True)
    return path


def ring(bell: str, what: bytes = NEWS) -> None:
    """Wakes the tuner, if one listens; never waits. what: `NEWS`, `OVER` or `NO_ROOM`."""
    try:
        pipe = os.open(bell, os.O_WRONLY | os.O_NONBLOCK)
    except OSError:
        return  # no tuner runs just now: it reads the files when it is back
    try:
        os.write(pipe, what)
    except OSError:
        pass  # the pipe is full of rings already, or the tuner has just gone
    finally:
        os.close(pipe)


def _append(path: str, line: bytes, bell: str | None) -> None:
    """One write to a file opened for appending: lines of several processes never mix.

    A full disk is no reason to lose what was trained: it waits for room. Raises OSError where something else
    stands in the file's place, rather than wait for a reader that a named pipe never gets.
    """
    opened = partial(open_file, path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    file = until_there_is_room(path, opened, bell)
    try:
        write_all(file, line, path, bell)
    finally:
        os.close(file)


def write_all(file: int, data: bytes, path: str, bell: str | None) -> None:
    """Writes to an open file, whose path is `path`, and waits for room."""
    written = 0
    while written < len(data):
        rest = data[written:]
        written += until_there_is_room(path, partial(os.write, file, rest), bell)


def until_there_is_room(path: str, write: Callable[[], T], bell: str | None) -> T:
    """Does `write` again and again as long as the disk is full. It says so once, and tells the tuner, which
    has limits to hold, each time but the first."""
    told = False
    while True:
        try:
            return write()
        except OSError as error:
            if error.errno not in FULL:
                raise
        if told and bell is not None:
            ring(bell, NO_ROOM)
        elif not told:
            told = True
            with suppress(OSError):  # there may be no room for that, either
                print(f"tunewise: no room to write {path}: waiting for some", file=sys.stderr, flush=True)
        time.sleep(1.0)


def scalar(name: str, value: object) -> str | int | float | bool | None:
    """A reported value in JSON's types. A float that is not finite is the text "nan", "inf" or "-inf", and so
    is a whole number that no float is as large as.

    Takes NumPy scalars and tensors of one element, too. Raises TypeError naming the key for all others.
    """
    item = getattr(value, "item", None)
    if item is not None and not isinstance(value, (str, int, float)):
        value = item()  # a NumPy scalar or a tensor of one element
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()  # a lone surrogate, as in odd file names, is no text
    if isinstance(value, int):
        if abs(value) <= sys.float_info.max:
            return int(value)
        value = math.inf if value > 0 else -math.inf
    if isinstance(value, float):
        # JSON has no NaN: the text says it in every language
        return float(value) if math.isfinite(value) else str(float(value))
    raise TypeError(f"{name} is a {type(value).__name__}: report single numbers, texts, booleans or None.")
