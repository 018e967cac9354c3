"""The median stopping rule.

D. Golovin, B. Solnik, S. Moitra, G. Kochanski, J. Karro and D. Sculley: Google Vizier: A Service for
Black-Box Optimization. KDD 2017. There the best value of a trial is compared with averages of the others up
to its level, which lag behind while curves improve, so that nearly all trials pass.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right, insort
from math import nan
from typing import TYPE_CHECKING, NamedTuple

from tunewise.history_cache import HistoryCache
from tunewise.problem import Problem
from tunewise.schedulers.base import CONTINUE, Decision, Judgement, Scheduler, Verdict
from tunewise.searchers.base import Searcher
from tunewise.space import Value
from tunewise.trial import Trial, Trials

if TYPE_CHECKING:
    import numpy as np


class MedianStopping(Scheduler):
    """Stops a trial whose newest value is worse than the median of what the others had at its level.

    Only trials that have reached that level count, whatever became of them; those that skipped it count with
    their last report before it. There must be at least `min_trials` others. The trial itself must have
    reached `grace_period`. Raises `ValueError` unless both are at least 1.
    """

    def __init__(
        self, problem: Problem, searcher: Searcher, grace_period: int = 1, min_trials: int = 5
    ) -> None:
        super().__init__(problem, searcher)
        for name, value in (("grace_period", grace_period), ("min_trials", min_trials)):
            if value < 1:
                raise ValueError(f"{name} is {value}: it must be a whole number of at least 1.")
        self._grace_period = grace_period
        self._min_trials = min_trials
        self._losses = _LossesByLevel(problem.sign)

    def next(self, trials: Trials, rng: np.random.Generator) -> Decision:
        return self._start_new(trials, rng, *self.place(trials, rng))

    def observe(self, trials: Trials, trial: Trial) -> Judgement:
        if trial.level < self._grace_period:
            return CONTINUE
        self._losses.update(trials)
        standing, sign = self._losses.standing(trial), self.problem.sign
        if standing.others < self._min_trials or sign * trial.values[-1] <= standing.median:
            return CONTINUE
        why: dict[str, Value] = {
            "kind": "median",
            "level": trial.level,
            "value": trial.values[-1],
            "median": sign * standing.median,
            "of": standing.others,
        }
        return Judgement(Verdict.STOP, why)


class _Standing(NamedTuple):
    """How many others have reached a trial's level, and the median of their losses; NaN if there are none."""

    others: int
    median: float


class _Losses:
    """One trial: its levels, and its loss at each."""

    def __init__(self) -> None:
        self.levels = array("i")
        self.losses = array("d")

    def within(self, level: int) -> float | None:
        """The last loss up to a level, if the trial went beyond it and had reported by then."""
        if not self.levels or self.levels[-1] <= level:
            return None
        count = bisect_right(self.levels, level)
        return self.losses[count - 1] if count else None


class _LossesByLevel(HistoryCache):
    """The losses of all trials at each level that any trial has reported."""

    def __init__(self, sign: int) -> None:
        super().__init__()
        self._sign = sign
        self._reset()

    def standing(self, trial: Trial) -> _Standing:
        """How `trial`, whose newest report has been read, stands among the others at its level."""
        losses = self._at[trial.level]
        own = bisect_left(losses, (self._sign * trial.values[-1], trial.id))
        others = len(losses) - 1

        def other(rank: int) -> float:
            return losses[rank if rank < own else rank + 1][0]

        # halves, so that the sum of huge losses can't overflow
        median = nan if others == 0 else other((others - 1) // 2) / 2 + other(others // 2) / 2
        return _Standing(others, median)

    def _reset(self) -> None:
        self._curves: dict[int, _Losses] = {}
        self._levels: list[int] = []  # sorted
        self._at: dict[int, list[tuple[float, int]]] = {}  # sorted pairs of loss and trial

    def _add_trial(self, trial: Trial) -> None:
        self._curves[trial.id] = _Losses()

    def _add_report(self, trial: Trial, index: int) -> None:
        level, loss = trial.levels[index], self._sign * trial.values[index]
        curve = self._curves[trial.id]
        if level not in self._at:
            self._open(level)
        if curve.levels:  # it reaches the levels that it skips with its earlier loss
            first, end = bisect_right(self._levels, curve.levels[-1]), bisect_left(self._levels, level)
            for skipped in self._levels[first:end]:
                insort(self._at[skipped], (curve.losses[-1], trial.id))
        curve.levels.append(level)
        curve.losses.append(loss)
        insort(self._at[level], (loss, trial.id))

    def _open(self, level: int) -> None:
        """Starts the list of a new level with the trials that skipped it."""
        within = ((curve.within(level), trial_id) for trial_id, curve in self._curves.items())
        self._at[level] = sorted((loss, trial_id) for loss, trial_id in within if loss is not None)
        insort(self._levels, level)
