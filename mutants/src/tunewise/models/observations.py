"""What a history has observed: configurations as points, with losses, pending or failed."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from tunewise.arrays import Array, Places
from tunewise.history_cache import HistoryCache
from tunewise.models.codec import Codec
from tunewise.problem import Problem
from tunewise.trial import FailureKind, Status, Trial, Trials

FINAL = (Status.COMPLETED, Status.STOPPED, Status.PAUSED)
"""States in which what was reported last is a trial's value."""

UNDER_WAY = (Status.RUNNING, Status.HALTING, Status.SUSPENDED)
BLAMELESS = frozenset({FailureKind.PREEMPTED, FailureKind.INFRASTRUCTURE})
"""Failures that say nothing of the configuration."""


@dataclass(frozen=True, eq=False)
class Observations:
    """Points are rows of the encoding, losses are negated metrics where these are maximised.

    points: (n, dim), with losses (n,), of trials that have got as far as they get for now, in the order of
    their last reports. ids: (n,), which trials these are. failed: (f, dim), of configurations that failed.
    pending: (p, dim), of those whose value isn't known yet.
    """

    points: Array
    losses: Array
    ids: Places
    failed: Array
    pending: Array


class ObservationTable(HistoryCache):
    """Reads observations off a history; what it keeps grows with that."""

    def __init__(self, problem: Problem, codec: Codec) -> None:
        super().__init__()
        self._sign = problem.sign
        self._longest = problem.max_resource
        self._codec = codec
        self._reset()

    def of(self, trials: Trials) -> Observations:
        """What the history has observed so far."""
        self.update(trials)
        final = _ids(trials, FINAL)
        running = [trial for status in UNDER_WAY for trial in trials.having(status).values()]
        final.extend(trial.id for trial in running if self._is_over(trial))
        known = np.array([trial_id for trial_id in final if self._latest[trial_id] >= 0], dtype=np.intp)
        known = known[np.argsort(self._latest[known])]
        pending = sorted(trial.id for trial in running if not self._is_over(trial))
        failed = to_blame(trials)
        return Observations(
            self._points[known], self._losses[known], known, self._points[failed], self._points[pending]
        )

    def _reset(self) -> None:
        self._count = 0
        self._reports = 0
        self._points = np.zeros((64, self._codec.dim))
        self._losses = np.zeros(64)
        self._latest = np.full(64, -1, dtype=np.intp)  # the place of the last report among all; -1 for none

    def _add_trial(self, trial: Trial) -> None:
        if self._count == len(self._points):
            self._points = np.concatenate([self._points, np.zeros_like(self._points)])
            self._losses = np.concatenate([self._losses, np.zeros_like(self._losses)])
            self._latest = np.concatenate([self._latest, np.full_like(self._latest, -1)])
        self._points[trial.id] = self._codec.encode([trial.config])[0]
        self._count += 1

    def _add_report(self, trial: Trial, index: int) -> None:
        self._losses[trial.id] = self._sign * trial.values[index]
        self._latest[trial.id] = self._reports
        self._reports += 1

    def _is_over(self, trial: Trial) -> bool:
        """Whether a trial has its value although its job isn't over."""
        verdict = trial.status is Status.HALTING and trial.target in FINAL
        return bool(trial.level) and (verdict or trial.level == self._longest)


def _ids(trials: Trials, statuses: Iterable[Status]) -> list[int]:
    return [trial_id for status in statuses for trial_id in trials.having(status)]


def under_way(trials: Trials) -> list[int]:
    """The ids of the trials whose value isn't known yet: those that hold a worker, or will hold one again."""
    return sorted(_ids(trials, UNDER_WAY))


def to_blame(trials: Trials) -> list[int]:
    """The ids of the trials that failed through their configuration or script."""
    failed = trials.having(Status.FAILED).values()
    return sorted(t.id for t in failed if t.failure is None or t.failure.kind not in BLAMELESS)
