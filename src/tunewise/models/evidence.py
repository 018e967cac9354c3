"""What a history says about the problem: whether reports before the end, and pauses, are of use."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice
from math import isfinite
from statistics import StatisticsError, correlation

from tunewise.history_cache import HistoryCache
from tunewise.trial import JobSpan, Status, Trial, Trials

LEAST = 4
"""Fewer trainings say nothing."""

EARLY = 3
"""An early loss is the one after one part in this many of a training."""


@dataclass(frozen=True)
class Evidence:
    """What the first 4, 8, 16, ... trainings that ended say together, and what the resumed ones cost.

    It is weighed again each time that twice as many trainings have ended, and stays as it is in between.

    trainings: how many were weighed; 0 while fewer than 4 have ended.
    silent: how many of them reported nothing before their end.
    early: how their losses after a third of a training correlate with those at its end, from -1 to 1: by rank
        or linearly, whichever is higher, as ranks say nothing while most trainings are no better than chance.
        None if they are all equal.
    restarts: resumed trials that took as long to their next report as they had trained before, of `resumes`.
    """

    trainings: int = 0
    silent: int = 0
    early: float | None = None
    restarts: int = 0
    resumes: int = 0


def weigh(trainings: Sequence[Trial]) -> Evidence:
    """The evidence of some trainings that have ended."""
    silent = sum(len(trial.levels) == 1 for trial in trainings)
    early = [trial.values[trial.index_at(-(-trial.level // EARLY)) or 0] for trial in trainings]
    final = [trial.values[-1] for trial in trainings]
    found = [
        each for each in (_correlation(early, final), rank_correlation(early, final)) if each is not None
    ]
    return Evidence(len(trainings), silent, max(found, default=None))


def rank_correlation(one: Sequence[float], other: Sequence[float]) -> float | None:
    """Spearman's rank correlation, from -1 to 1; equal values share their mean rank. None if all values of
    one side are equal.

    C. Spearman: The Proof and Measurement of Association between Two Things. American Journal of Psychology
    15 (1904).
    """
    return _correlation(_ranks(one), _ranks(other))


def _ranks(values: Sequence[float]) -> list[int]:
    """Twice the ranks, counted from 0."""
    ordered = sorted(values)
    return [bisect_left(ordered, value) + bisect_right(ordered, value) - 1 for value in values]


def _correlation(one: Sequence[float], other: Sequence[float]) -> float | None:
    """None if all values of one side are equal, or so large that their squares overflow."""
    try:
        found = correlation(one, other)
    except (StatisticsError, OverflowError):
        return None
    return found if isfinite(found) else None


class EvidenceTable(HistoryCache):
    """Collects the evidence of a history."""

    def __init__(self) -> None:
        super().__init__()
        self._weighed = Evidence()
        self._restarts = self._resumes = 0

    def of(self, trials: Trials) -> Evidence:
        self.update(trials)
        ended = trials.having(Status.COMPLETED)
        number = 1 << (len(ended).bit_length() - 1) if len(ended) >= LEAST else 0
        if number != self._weighed.trainings:
            self._weighed = weigh(list(islice(ended.values(), number)))
        return replace(self._weighed, restarts=self._restarts, resumes=self._resumes)

    def _reset(self) -> None:
        self._weighed = Evidence()
        self._restarts = self._resumes = 0

    def _add_report(self, trial: Trial, index: int) -> None:
        if index == 0 or len(trial.jobs) < 2 or trial.jobs[1].first_report != index:
            return  # not the first report after the first resume
        before = trial.levels[index - 1]
        if before < EARLY * (trial.levels[index] - before):
            return  # it hadn't trained for long enough to tell a restart from a slow start
        job = next(job for job in reversed(trial.jobs) if job.first_report == index)
        trained = trial.times[index - 1] - _begin(trial.jobs[0])
        self._resumes += 1
        self._restarts += trial.times[index] - _begin(job) >= trained


def _begin(job: JobSpan) -> float:
    return job.started if job.began is None else job.began
