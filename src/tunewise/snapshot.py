"""A cache of the state that a journal leads to, so that readers need not read the whole journal again.

No decision depends on a snapshot: resuming an experiment reads its journal. It is valid only as long as the
journal and `experiment.json` are the files that it was made of, by size and time, and the code that reads
journals is unchanged. It may be deleted at any time.
"""

import logging
from functools import cache
from pathlib import Path
from typing import BinaryIO, NamedTuple
from zlib import crc32

import msgspec

from tunewise.disk import decode, replacing
from tunewise.engine.policy import RetryPolicy
from tunewise.engine.state import State, StateImage
from tunewise.events import FinishReason
from tunewise.paths import ExperimentPaths
from tunewise.problem import Problem
from tunewise.trial import Best, Status

_READERS = (
    "accounting.py",
    "events.py",
    "history_cache.py",
    "problem.py",
    "results.py",
    "snapshot.py",
    "trial.py",
    "trial_table.py",
    "engine",
    "models",
    "space",
)
"""The code that determines the state a journal leads to, and the content of `results.csv`."""

logger = logging.getLogger(__name__)


class Mark(NamedTuple):
    """Identifies a version of a file: its size in bytes, and when it was last written, in nanoseconds."""

    size: int
    time: int


Source = tuple[Mark, Mark]
"""The journal and the definition that a snapshot was made of."""


class ExperimentSummary(msgspec.Struct, frozen=True):
    """An experiment in a line. best_failed: the best trial has failed since. now: seconds on its clock.
    finished: None if it isn't over."""

    trials: int
    best: Best | None
    best_failed: bool
    now: float
    cost: float
    finished: FinishReason | None


class _Head(msgspec.Struct, frozen=True):
    """The first line. readers: the CRC-32 of `_READERS`. results: of `results.csv` if that was made from the
    same source."""

    readers: int
    source: Source
    results: Mark | None
    summary: ExperimentSummary


class Snapshot(NamedTuple):
    """results: whether `results.csv` is up to date."""

    state: State
    results: bool


def _mark_of(path: Path) -> Mark | None:
    """None if the file doesn't exist."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return Mark(status.st_size, status.st_mtime_ns)


def source_of(paths: ExperimentPaths) -> Source | None:
    """None if there is no experiment."""
    journal, definition = _mark_of(paths.journal), _mark_of(paths.definition)
    return (journal, definition) if journal and definition else None


def summary_of(state: State) -> ExperimentSummary:
    finished = state.finished.reason if state.finished else None
    best = state.trials.best
    failed = best is not None and state.trials[best.trial_id].status is Status.FAILED
    return ExperimentSummary(len(state.trials), best, failed, state.now, state.cost(state.now), finished)


def read_summary(paths: ExperimentPaths) -> ExperimentSummary | None:
    """None unless there is a valid snapshot."""
    head = _head_of(paths)
    return head.summary if head else None


def read_snapshot(paths: ExperimentPaths, problem: Problem, retry: RetryPolicy) -> Snapshot | None:
    """None unless there is a valid snapshot."""
    try:
        with paths.snapshot.open("rb") as file:
            head = _read_head(file, paths)
            if head is None:
                return None
            image = msgspec.msgpack.decode(file.read(), type=StateImage)
            state = State.restored(problem, retry, image)
    except (OSError, ValueError, IndexError, RecursionError) as error:  # damaged, for example by a crash
        logger.info("%s can't be used: %s", paths.snapshot, error)
        return None
    results = head.results is not None and head.results == _mark_of(paths.results)
    return Snapshot(state, results)


def write_snapshot(paths: ExperimentPaths, source: Source | None, state: State, results: bool) -> None:
    """Writes a snapshot unless the journal has changed. source: from before it was read. results: whether
    `results.csv` has just been made from the same source. Failures are only logged: a snapshot saves time,
    nothing else."""
    if source is None or source != source_of(paths):
        return
    before = _head_of(paths)
    made = _mark_of(paths.results) if results else before.results if before else None
    head = _Head(_readers(), source, made, summary_of(state))
    try:
        body = msgspec.msgpack.encode(state.image())
        with replacing(paths.snapshot) as draft, draft.open("wb") as file:
            file.writelines((msgspec.json.encode(head), b"\n", body))  # without a copy of the body
    except (OSError, OverflowError) as error:  # the latter for an integer above 64 bits
        logger.info("%s can't be written: %s", paths.snapshot, error)


def _head_of(paths: ExperimentPaths) -> _Head | None:
    try:
        with paths.snapshot.open("rb") as file:
            return _read_head(file, paths)
    except OSError:
        return None


def _read_head(file: BinaryIO, paths: ExperimentPaths) -> _Head | None:
    try:
        head = decode(file.readline(), _Head)
    except ValueError as error:
        logger.info("%s can't be used: %s", paths.snapshot, error)
        return None
    return head if head.readers == _readers() and head.source == source_of(paths) else None


@cache
def _readers() -> int:
    folder, crc = Path(__file__).parent, 0
    for name in _READERS:
        path = folder / name
        for source in sorted(path.glob("*.py")) if path.is_dir() else [path]:
            crc = crc32(source.read_bytes(), crc)
    return crc
