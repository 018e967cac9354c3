"""What more training is worth: how much further the search is expected to improve upon its best value.

Whatever the method, a search is a sequence of trials whose best value improves now and then. Two facts about
extremes hold for draws from any continuous distribution, so neither needs a model of the space that may not
fit. A new best comes at a constant rate in the logarithm of the effort (A. Renyi, 1962; for random search the
rate is 1, and for methods that learn it is more). And the distances between the best few values tell what the
next best will gain (I. Weissman: Estimation of Parameters and Large Quantiles Based on the k Largest
Observations. Journal of the American Statistical Association 73, 1978). Gains shrink as the effort to the
power of -g, and the i-th distance times i is larger by i to the power of g. With g = 2 / d this is so near a
smooth optimum in d dimensions, where the share of configurations within epsilon of it is epsilon to d / 2.

The rate has a Gamma prior of mean 1, and a gain is exponential, with the conjugate prior for its mean. Both
learn from each earlier best with the share of today's effort at which it was found: a search that has come to
a rest is known by its latest half, however lively it was before.

A metric may have a bound, such as 0 for an error: that no value has crossed it is all that tells. A gain ends
there, so that of one that is exponential with the mean m, m (1 - exp(-room / m)) is expected.

Effort is the workers' time. When to stop is then Pandora's problem (M. L. Weitzman: Optimal Search for the
Best Alternative. Econometrica 47, 1979): going on pays as long as what is expected of a second is worth more
than the second costs. For Bayesian optimisation this is the rule of Q. Xie et al.: Cost-aware Stopping for
Bayesian Optimization. arXiv:2507.12453 (2025).
"""

import math
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import accumulate, pairwise
from random import Random

from tunewise.history_cache import HistoryCache
from tunewise.problem import Problem
from tunewise.trial import JobSpan, Status, Trial, Trials

LEAST_ENDED = 10
"""With fewer trials whose first job has ended, nothing is known yet."""

LEAST_FULL = 3
"""The same with fewer trials that were trained to their end."""

FIRST = 3
"""Bests count once so many trials have ended: the first ones are better than nothing, and say little."""

SPACINGS = 4
"""Distances between the best values that count."""

MORE_REPORTS = 1.05
"""The outlook changes at each further share of reports."""

LASTING = 2 / 3
"""A search is at rest if it has been so since this share of its effort."""

TOLD_LATE = 0.02
"""The share of the time within which an engine tells that a job has begun."""

DRAWS = 1000
"""For an interval."""


@dataclass(frozen=True)
class Outlook:
    """What is expected of a search after some effort.

    time: on the experiment's clock. effort: seconds for which workers have trained. events, exposure: new
    bests come at a rate, in the logarithm of the effort, that has the Gamma distribution of this shape and
    this rate. gains, weight: the sum and the number of the gains that say how large the next one is, in
    units of the metric. shrinking: the power of the effort with which gains shrink. room: what is left of the
    metric's range, if it seems to have a bound.
    """

    time: float
    effort: float
    events: float
    exposure: float
    gains: float
    weight: float
    shrinking: float
    room: float = math.inf

    @property
    def rate(self) -> float:
        """The expected improvement of the metric per second of a worker, now."""
        return self.events / self.exposure * self.gains / self.weight / self.effort

    def expected(self, seconds: float) -> float:
        """The expected improvement by so much more effort."""
        span = math.log1p(seconds / self.effort)
        gain = self.rate * self.effort * -math.expm1(-self.shrinking * span) / self.shrinking
        return gain * -math.expm1(-self.room / gain) if gain else 0.0

    def interval(self, seconds: float, share: float = 0.8) -> tuple[float, float]:
        """The interval, from 0 on if that is likely, that has the improvement with a probability."""
        random, span, gains = Random(0), math.log1p(seconds / self.effort), []
        for _ in range(DRAWS):
            rate = random.gammavariate(self.events, 1.0 / self.exposure)
            mean = self.gains / random.gammavariate(self.weight + 1.0, 1.0)
            gain, when = 0.0, random.expovariate(rate) if rate else math.inf
            while when < span:
                gain += random.expovariate(1.0) * mean * math.exp(-self.shrinking * when)
                when += random.expovariate(rate)
            gains.append(gain)
        gains.sort()
        low = round(DRAWS * (1.0 - share) / 2.0)
        return min(gains[low], self.room), min(gains[DRAWS - 1 - low], self.room)


def at_rest(outlooks: Sequence[Outlook], too_poor: Callable[[Outlook], bool]) -> bool:
    """Whether outlooks, the latest last, are too poor and have been for some time: one may be by chance."""
    for outlook in reversed(outlooks):
        if not too_poor(outlook):
            return False
        if outlook.effort <= LASTING * outlooks[-1].effort:
            return True
    return False


class Outlooks(HistoryCache):
    """The outlook of a search after each share of its reports. A cache: a function of the history.

    first: the number of reports at which the first one may be.
    """

    def __init__(self, problem: Problem, first: int = 1) -> None:
        super().__init__()
        self._first = first
        self._sign, self._largest = problem.sign, problem.max_resource or math.inf
        self._shrinking = 2.0 / max(1, problem.space.dimension)
        self._reset()

    def of(self, trials: Trials) -> Sequence[Outlook]:
        """All outlooks so far, the latest last; none while too little is known."""
        self.update(trials)
        return self._outlooks

    def _reset(self) -> None:
        self._outlooks: list[Outlook] = []
        self._best: dict[int, float] = {}  # the least loss of each trial
        self._gains: list[tuple[int, float, float]] = []  # who improved upon the best, when last, by how much
        self._least, self._reports, self._milestone = math.inf, 0, self._first
        self._full: set[int] = set()

    def _add_report(self, trial: Trial, index: int) -> None:
        loss, best = self._sign * trial.values[index], self._best.get(trial.id)
        if best is None or loss < best:
            self._best[trial.id] = loss
            if loss < self._least and trial.elsewhere:
                self._least = loss
            elif loss < self._least:
                self._improve(trial, trial.times[index], loss)
        if trial.levels[index] >= self._largest and not trial.elsewhere:
            self._full.add(trial.id)
        self._reports += 1
        if self._reports >= self._milestone:
            self._milestone = _after(self._reports)
            outlook = self._outlook(trial, trial.times[index])
            if outlook is not None:
                self._outlooks.append(outlook)

    def _improve(self, trial: Trial, time: float, loss: float) -> None:
        gain, self._least = self._least - loss, loss
        if self._gains and self._gains[-1][0] == trial.id:  # one trial's curve is one gain
            gain += self._gains.pop()[2]
        if self._reports:
            self._gains.append((trial.id, time, gain))

    def _outlook(self, reporting: Trial, now: float) -> Outlook | None:
        assert self._trials is not None
        trials = [trial for each in self._best if not (trial := self._trials[each]).elsewhere]
        ends = nsmallest(LEAST_ENDED, filter(None, (_over(trial.jobs[0], now) for trial in trials)))
        trained = {t.id for t in trials if t.status is Status.COMPLETED and _over(t.jobs[-1], now)}
        if len(ends) < LEAST_ENDED or len(self._full | trained) < LEAST_FULL:
            return None
        effort_at = _effort(self._trials, now, reporting)
        effort, first = effort_at(now), effort_at(ends[FIRST - 1])
        if not effort > 0.0:
            return None  # a script that takes no time
        best = nsmallest(SPACINGS + 1, self._best.values())
        pairs, power = enumerate(pairwise(best), start=1), 1.0 - self._shrinking
        gains = [rank**power * (later - value) for rank, (value, later) in pairs]
        weight, shares = float(len(gains)), [effort_at(time) / effort for _, time, _ in self._gains]
        events, total = 1.0, math.fsum(gains) if sum(gains) < math.inf else math.inf  # which `fsum` refuses
        for share, (_, _, gain) in zip(shares, self._gains, strict=True):
            if share * effort > first:
                events += share
                total += share * gain * share**self._shrinking
        weight += events - 1.0
        if total == math.inf:
            return None  # beyond the range of floats
        room = self._room(best[0])
        return Outlook(now, effort, events, 2.0 - first / effort, total, weight, self._shrinking, room)

    def _room(self, best: float) -> float:
        """How far the best is from 0, below which no error is, or from 1, above which no share is."""
        if self._sign > 0:
            return best if best >= 0.0 else math.inf
        shares = best >= -1.0 and max(self._best.values()) <= 0.0
        return 1.0 + best if shares else math.inf


def latest(trials: Trials) -> Outlook | None:
    """The last outlook of a search, in a fraction of the time that all would take; None while too little is
    known."""
    milestone = 1
    while (following := _after(milestone)) <= trials.num_reports:
        milestone = following
    found = Outlooks(trials.problem, milestone).of(trials)
    return found[-1] if found else None


def _after(milestone: int) -> int:
    return max(milestone + 1, math.ceil(MORE_REPORTS * milestone))


def _over(job: JobSpan, now: float) -> float | None:
    """When a job ended, if that was before now: what came later may not change what was known."""
    return job.ended if job.ended is not None and job.ended < now else None


def _is_told(trial: Trial, job: JobSpan, now: float) -> bool:
    """Whether it was known by now when a job had begun: engines tell it late, but before its reports."""
    assert job.began is not None
    reported = job.first_report < len(trial.times) and trial.times[job.first_report] < now
    return reported or job.began < now * (1.0 - TOLD_LATE)


def _effort(trials: Trials, now: float, reporting: Trial) -> Callable[[float], float]:
    """The seconds for which jobs had run by some time up to now."""
    known = ((t, job) for t in trials for job in t.jobs if job.began is not None and job.began < now)
    jobs = [job for t, job in known if _over(job, now) or t is reporting or _is_told(t, job, now)]
    begins = sorted(job.began or 0.0 for job in jobs)
    ends = sorted(job.ended for job in jobs if job.ended is not None and job.ended < now)
    begun, over = [0.0, *accumulate(begins)], [0.0, *accumulate(ends)]

    def at(time: float) -> float:
        started, ended = bisect_left(begins, time), bisect_left(ends, time)
        return (started - ended) * time - begun[started] + over[ended]

    return at
