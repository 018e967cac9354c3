"""What each trial reported last, and what it was when a model was last fitted to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from tunewise.arrays import Array
from tunewise.following import Follower
from tunewise.models.observations import to_blame

if TYPE_CHECKING:
    from tunewise.models.codec import Codec
    from tunewise.problem import Problem
    from tunewise.trial import Trial, Trials

EACH_TIME = 100
"""Up to so many reports, each is a milestone; beyond, about each twentieth of them."""


class Latest(NamedTuple):
    """Points (n, dim) of trials and what they reported last: losses (n,), negated metrics where these are
    maximised."""

    points: Array
    losses: Array


class LatestLosses(Follower):
    """The last loss of each trial, as it was at the last milestone of the number of reports."""

    def __init__(self, problem: Problem, codec: Codec) -> None:
        super().__init__()
        self._sign = problem.sign
        self._codec = codec
        self._begin()

    def of(self, trials: Trials) -> Latest:
        """Those of the milestone; trials that have failed since or before count as the worst of them.

        There are none before the first report.
        """
        self.follow(trials)
        if not self._then:
            return Latest(np.empty((0, self._codec.dim)), np.empty(0))
        losses = self._then.copy()
        worst = max(losses.values())
        losses.update(dict.fromkeys(to_blame(trials), worst))
        ids = np.array(sorted(losses), dtype=np.intp)
        self._encode()
        return Latest(self._points[ids], np.array([losses[trial_id] for trial_id in ids.tolist()]))

    def _begin(self) -> None:
        self._reports = 0
        self._milestone = 0
        self._now: dict[int, float] = {}
        self._then: dict[int, float] = {}
        self._points: Array = np.empty((0, self._codec.dim))
        self._new: list[Trial] = []

    def _take_trial(self, trial: Trial) -> None:
        self._new.append(trial)

    def _take_report(self, trial: Trial, index: int) -> None:
        self._now[trial.id] = self._sign * trial.values[index]
        self._reports += 1
        if self._reports >= self._milestone + (self._milestone // 20 if self._milestone >= EACH_TIME else 1):
            self._milestone = self._reports
            self._then = self._now.copy()

    def _encode(self) -> None:
        if self._new:
            new = self._codec.encode([trial.config for trial in self._new])
            self._points = np.concatenate([self._points, new])
            self._new = []
