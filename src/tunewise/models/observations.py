"""What a history has observed: configurations as points, with losses, pending or failed."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from tunewise.arrays import Array, Indices
from tunewise.history_cache import HistoryCache
from tunewise.models.codec import Codec
from tunewise.problem import Problem
from tunewise.trial import FailureKind, Status, Trial, Trials

FINAL = (Status.COMPLETED, Status.STOPPED, Status.PAUSED)
"""States in which a trial's last report is its value."""

UNFINISHED = (Status.RUNNING, Status.HALTING, Status.SUSPENDED)
EXTERNAL_FAILURES = (FailureKind.PREEMPTED, FailureKind.INFRASTRUCTURE)
"""Failures that say nothing about the configuration."""


MAX_FAILED = 500  # that a model learns from, as each costs as much as an observation


class GrowingRows:
    """An array (n, *shape) to which rows are added, each in constant time on average."""

    def __init__(self, *shape: int, fill: float = 0.0, dtype: type = np.float64) -> None:
        self._buffer: NDArray[Any] = np.full((64, *shape), fill, dtype)
        self._fill = fill
        self._count = 0

    def add(self, row: ArrayLike | None = None) -> None:
        """Adds a row, filled with the fill value unless one is given."""
        if self._count == len(self._buffer):
            self._buffer = np.concatenate([self._buffer, np.full_like(self._buffer, self._fill)])
        if row is not None:
            self._buffer[self._count] = row
        self._count += 1

    @property
    def rows(self) -> NDArray[Any]:
        """All rows (n, *shape). Writing into them changes this array."""
        return self._buffer[: self._count]


class EncodedTrials(HistoryCache):
    """The encoded configurations of all trials, each computed once."""

    def __init__(self, codec: Codec) -> None:
        super().__init__()
        self._codec = codec
        self._reset()

    @property
    def points(self) -> Array:
        """In the order of the trials' ids: (n, dim)."""
        return self._points.rows

    def points_of(self, ids: Iterable[int]) -> Array:
        """The points of some trials: (m, dim)."""
        return self.points[np.fromiter(ids, dtype=np.intp)]

    def _reset(self) -> None:
        self._points = GrowingRows(self._codec.dim)

    def _add_trial(self, trial: Trial) -> None:
        self._points.add(self._codec.encode([trial.config])[0])


@dataclass(frozen=True, eq=False)
class Observations:
    """Points are rows of the encoding. Losses are metric values, negated if the metric is maximised.

    points (n, dim), losses (n,): trials that have their value for now, in the order of their last reports.
    ids (n,): these trials. failed (f, dim): configurations that failed. pending (p, dim): configurations
    whose value isn't known yet.
    """

    points: Array
    losses: Array
    ids: Indices
    failed: Array
    pending: Array


class ObservationTable(EncodedTrials):
    """Collects the observations of a history."""

    def __init__(self, problem: Problem, codec: Codec) -> None:
        super().__init__(codec)
        self._sign = problem.sign
        self._max_resource = problem.max_resource

    def of(self, trials: Trials) -> Observations:
        """Everything that the history has observed so far."""
        self.update(trials)
        unfinished = [trials[trial_id] for trial_id in unfinished_ids(trials)]
        final = {*_ids(trials, FINAL), *(trial.id for trial in unfinished if self._has_its_value(trial))}
        ids = np.array([trial_id for trial_id in self._losses if trial_id in final], dtype=np.intp)
        losses = np.array([self._losses[trial_id] for trial_id in ids.tolist()])
        pending = [trial.id for trial in unfinished if not self._has_its_value(trial)]
        points, failed = self.points_of(ids), self.points_of(failed_ids(trials))
        return Observations(points, losses, ids, failed, self.points_of(pending))

    def _reset(self) -> None:
        super()._reset()
        self._losses: dict[int, float] = {}  # by trial, in the order of their last reports

    def _add_report(self, trial: Trial, index: int) -> None:
        self._losses.pop(trial.id, None)
        self._losses[trial.id] = self._sign * trial.values[index]

    def _has_its_value(self, trial: Trial) -> bool:
        """Whether an unfinished trial will report nothing more that changes its value."""
        decided = trial.status is Status.HALTING and trial.target in FINAL
        return bool(trial.level) and (decided or trial.level == self._max_resource)


def _ids(trials: Trials, statuses: Iterable[Status]) -> list[int]:
    return [trial_id for status in statuses for trial_id in trials.having(status)]


def unfinished_ids(trials: Trials) -> list[int]:
    """Trials that hold a worker or will hold one again, sorted."""
    return sorted(_ids(trials, UNFINISHED))


def failed_ids(trials: Trials) -> list[int]:
    """Trials that failed because of their configuration or script, sorted."""
    failed = trials.having(Status.FAILED).values()
    return sorted(t.id for t in failed if t.failure is None or t.failure.kind not in EXTERNAL_FAILURES)


def evenly_spread(n: int, most: int) -> Indices:
    """Indices below n, evenly spread: all of them, or `most`."""
    return np.asarray(np.linspace(0, n - 1, min(n, most)).round().astype(np.intp))


def few(failed: NDArray[Any]) -> NDArray[Any]:
    """Of failed trials' points (n, d) or ids (n,), evenly spread: all of them, or `MAX_FAILED`."""
    return failed[evenly_spread(len(failed), MAX_FAILED)]
