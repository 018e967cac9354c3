"""What a history says about the problem: whether early reports, pauses and the differences seen so far are of
use."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf, isfinite
from statistics import correlation, median

from tunewise.history_cache import HistoryCache
from tunewise.problem import Problem
from tunewise.trial import Status, Trial, Trials

LEAST = 4
"""Fewer trainings say nothing."""

LEAST_TIMED = 2
"""Trials that tell what a first report costs. Where that is much, waiting for more of them is dear, too."""

EARLY = 3
"""An early loss is the one after one part in this many of a training."""

LOOK = 27
"""Trials are looked at after one part in this many of a training."""

SAME = 0.02
"""Losses are the same up to this share of what they could differ by."""

AT_RANDOM = ("random", "initial design", "random safeguard")
"""Kinds of reasons of trials that say what is usual in a space."""

MOST_STUCK = 64
"""Random trials that may show nothing before a model is tried all the same."""


@dataclass(frozen=True)
class Evidence:
    """What the first 4, 8, 16, ... trainings that ended say together, and what the resumed ones cost.

    It is weighed again each time that twice as many trainings have ended, and stays as it is in between.

    trainings: how many were weighed; 0 while fewer than 4 have ended.
    silent: how many of them reported nothing before their end.
    early: how their losses after a third of a training correlate with those at its end, from -1 to 1: by rank
        or linearly, whichever is higher, as ranks say nothing while most trainings are no better than chance.
        None if they are all equal.
    looks, stuck: the first 8, 16, 32, ... trials that had a 27th of a training behind them, and how many of
        these had the same loss then: up to a 50th of the distance from the best to the worst loss there, and
        of the median one itself, as a loss may explode.
    restarts: resumed trials that took as long to their next report as they had trained before, of `resumes`.
    timed, first: the first 2, 4, 8, ... trials with a second report, and the median share, from 0 to 1, of a
        training, its start-up included, that is over at its first report, if later levels take as long as
        those up to the second one. No pause saves more than the rest.
    """

    trainings: int = 0
    silent: int = 0
    early: float | None = None
    looks: int = 0
    stuck: int = 0
    restarts: int = 0
    resumes: int = 0
    timed: int = 0
    first: float = 0.0


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
    except (ValueError, OverflowError):  # a `StatisticsError`, or infinity less infinity
        return None
    return found if isfinite(found) else None


class EvidenceTable(HistoryCache):
    """Collects the evidence of a history."""

    def __init__(self, problem: Problem) -> None:
        super().__init__()
        self._largest = problem.max_resource or 1
        self._look_at = -(-self._largest // LOOK)
        self._reset()

    def _reset(self) -> None:
        self._weighed: Evidence = Evidence()
        self._looks: list[float] = []  # values, sorted
        self._stuck: tuple[int, int] = (0, 0)
        self._restarts: int = 0
        self._resumes: int = 0
        self._firsts: list[float] = []  # shares of trainings
        self._first: tuple[int, float] = (0, 0.0)

    def of(self, trials: Trials) -> Evidence:
        self.update(trials)
        ended = [trial for trial in trials.having(Status.COMPLETED).values() if not trial.unseen]
        number = _milestone(len(ended), LEAST)
        if number != self._weighed.trainings:
            self._weighed = weigh(ended[:number])
        looks, stuck = self._stuck
        timed, first = self._first
        resumed = {"restarts": self._restarts, "resumes": self._resumes}
        return replace(self._weighed, looks=looks, stuck=stuck, timed=timed, first=first, **resumed)

    def _add_report(self, trial: Trial, index: int) -> None:
        if trial.levels[index] >= self._look_at > (trial.levels[index - 1] if index else trial.unseen):
            self._look(trial.values[index])
        if index and len(trial.jobs) > 1 and trial.jobs[1].first_report == index:
            self._resumed(trial, index)
        if index == 1 and trial.job_of(index) is trial.jobs[0]:
            self._time(trial)

    def _time(self, trial: Trial) -> None:
        """Notes what the first of two reports took, as a share of a training."""
        (one, two), (level, later) = trial.times[:2], trial.levels[:2]
        first = max(0.0, one - trial.jobs[0].begin)
        left = (two - one) / (later - level) * (self._largest - level)
        if not left > 0.0:
            return  # a script that takes no time
        self._firsts.append(first / (first + left))
        number = len(self._firsts)
        if number == _milestone(number, LEAST_TIMED):
            self._first = number, median(self._firsts)

    def _look(self, value: float) -> None:
        insort(self._looks, value)
        number = len(self._looks)
        if number == _milestone(number, 2 * LEAST):
            middle = self._looks[(number - 1) // 2], self._looks[number // 2]
            self._stuck = number, max(map(self._num_like, middle))

    def _num_like(self, value: float) -> int:
        """How many looks saw the same as one that saw this value."""
        away = SAME * min(self._looks[-1] - self._looks[0], abs(value))
        return bisect_right(self._looks, value + away) - bisect_left(self._looks, value - away)

    def _resumed(self, trial: Trial, index: int) -> None:
        """Notes what the first report after the first resume of a trial took."""
        before = trial.levels[index - 1]
        if before < EARLY * (trial.levels[index] - before):
            return  # it hadn't trained for long enough to tell a restart from a slow start
        trained = trial.times[index - 1] - trial.jobs[0].begin
        self._resumes += 1
        self._restarts += trial.times[index] - trial.job_of(index).begin >= trained


class StandoutTable(HistoryCache):
    """Whether any trial is better than trainings that learn nothing.

    Those end at chance, where they differ by noise and by how they failed. A model would take the least of
    these losses for an optimum, and look for more where trainings fail in the same way. It needs one trial
    that did learn.
    """

    def __init__(self, problem: Problem) -> None:
        super().__init__()
        self._sign, self._largest = problem.sign, problem.max_resource or 1
        self._reset()

    def _reset(self) -> None:
        self._best, self._worst = inf, -inf
        # of random trials by id: the last loss, and how far the loss fell from the first report on
        self._usual: dict[int, float] = {}
        self._falls: dict[int, float] = {}

    def nothing(self, trials: Trials) -> str | None:
        """Why there is nothing to learn from yet, as the end of a sentence; None if there may be something.

        There is nothing while in at least half of the random trials the loss has not fallen, and no trial is
        better than the median last loss of these. Differences count above the share `SAME` of all that losses
        differ by, and of the median. Fewer than `LEAST` random trials say nothing, and after `MOST_STUCK` the
        rule ends, should it be mistaken. A training that reports only once tells nothing of its fall.
        """
        self.update(trials)
        number = len(self._usual)
        if not LEAST <= number <= MOST_STUCK:
            return None
        ordered, falls = sorted(self._usual.values()), sorted(self._falls.values())
        middle = ordered[(number - 1) // 2], ordered[number // 2]
        away = SAME * min(self._worst - self._best, *map(abs, middle))
        if self._best < middle[1] - away or falls[(number - 1) // 2] > away:
            return None
        return f"none stands out from {number} random trials, at least half of which have learned nothing"

    def _add_report(self, trial: Trial, index: int) -> None:
        loss = self._sign * trial.values[index]
        self._best, self._worst = min(self._best, loss), max(self._worst, loss)
        if trial.why.get("kind") not in AT_RANDOM:
            return
        self._usual[trial.id] = loss
        if index:
            fall = self._sign * trial.values[0] - loss
            self._falls[trial.id] = max(fall, self._falls[trial.id] if index > 1 else 0.0)
        else:
            self._falls[trial.id] = 0.0 if trial.levels[0] < self._largest else inf


def _milestone(number: int, least: int) -> int:
    """The largest power of two up to a number; 0 if that is less than `least`."""
    return 1 << (number.bit_length() - 1) if number >= least else 0
