"""The median stopping rule.

D. Golovin, B. Solnik, S. Moitra, G. Kochanski, J. Karro and D. Sculley: Google Vizier: A Service for
Black-Box Optimization. KDD 2017.
"""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left, bisect_right, insort
from fractions import Fraction
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
    """Stops a trial whose best value so far is worse than the median of the other trials' running averages.

    The running average of another trial is that of its values up to the trial's level. Only trials that
    have reached that level count, whatever became of them: there must be at least `min_trials` others. The
    trial itself must have reached `grace_period`. Raises `ValueError` unless both are at least 1.
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
        self._averages = _RunningAverages(problem.sign)

    def next(self, trials: Trials, rng: np.random.Generator) -> Decision:
        return self._start_new(trials, rng, self.problem.max_resource)

    def observe(self, trials: Trials, trial: Trial) -> Judgement:
        if trial.level < self._grace_period:
            return CONTINUE
        self._averages.update(trials)
        standing = self._averages.standing(trial)
        if standing.others < self._min_trials or standing.best <= standing.median:
            return CONTINUE
        sign = self.problem.sign
        why: dict[str, Value] = {
            "kind": "median",
            "level": trial.level,
            "best": sign * standing.best,
            "median": sign * standing.median,
            "of": standing.others,
        }
        return Judgement(Verdict.STOP, why)


class _Standing(NamedTuple):
    """A trial among the others at its level: how many there are, and losses, better when smaller."""

    others: int
    best: float
    median: float


class _TrialAverages:
    """One trial: its best loss, its levels, and the average of its losses up to each.

    Averages are exact but for one last rounding: trials that all report the same constant, such as the
    accuracy of guessing, must not count as worse than each other. Sums of huge losses can't overflow either.
    """

    def __init__(self) -> None:
        self.best = math.inf
        self.levels = array("i")
        self.averages = array("d")
        self._sum = Fraction()

    def add(self, level: int, loss: float) -> None:
        self.best = min(self.best, loss)
        self._sum += Fraction(loss)
        self.levels.append(level)
        self.averages.append(float(self._sum / len(self.levels)))

    def average_within(self, level: int) -> float | None:
        """The average up to a level, if the trial went beyond it and had reported by then."""
        if not self.levels or self.levels[-1] <= level:
            return None
        count = bisect_right(self.levels, level)
        return self.averages[count - 1] if count else None


class _RunningAverages(HistoryCache):
    """The running averages of all trials up to each level that any trial has reported."""

    def __init__(self, sign: int) -> None:
        super().__init__()
        self._sign = sign
        self._reset()

    def standing(self, trial: Trial) -> _Standing:
        """How `trial`, whose newest report has been read, stands among the others at its level."""
        curve = self._curves[trial.id]
        averages = self._at[trial.level]
        own = bisect_left(averages, (curve.averages[-1], trial.id))
        others = len(averages) - 1

        def other(rank: int) -> float:
            return averages[rank if rank < own else rank + 1][0]

        median = math.nan if others == 0 else other((others - 1) // 2) / 2 + other(others // 2) / 2
        return _Standing(others, curve.best, median)

    def _reset(self) -> None:
        self._curves: dict[int, _TrialAverages] = {}
        self._levels: list[int] = []  # sorted
        self._at: dict[int, list[tuple[float, int]]] = {}  # sorted pairs of average and trial

    def _add_trial(self, trial: Trial) -> None:
        self._curves[trial.id] = _TrialAverages()

    def _add_report(self, trial: Trial, index: int) -> None:
        level = trial.levels[index]
        curve = self._curves[trial.id]
        if level not in self._at:
            self._open(level)
        if curve.levels:  # it reaches the levels that it skips with its earlier average
            before = (curve.averages[-1], trial.id)
            first, end = bisect_right(self._levels, curve.levels[-1]), bisect_left(self._levels, level)
            for skipped in self._levels[first:end]:
                insort(self._at[skipped], before)
        curve.add(level, self._sign * trial.values[index])
        insort(self._at[level], (curve.averages[-1], trial.id))

    def _open(self, level: int) -> None:
        """Starts the list of a new level with the trials that skipped it."""
        within = ((curve.average_within(level), trial_id) for trial_id, curve in self._curves.items())
        self._at[level] = sorted((average, trial_id) for average, trial_id in within if average is not None)
        insort(self._levels, level)
