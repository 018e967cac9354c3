"""What the worker-time and the money of an experiment went to, read off its journal."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from tunewise.engine.reading import Flaw, Point
from tunewise.engine.state import State
from tunewise.events import JobEnded, Opened, Reported
from tunewise.models.costs import CostTable

if TYPE_CHECKING:
    from tunewise.engine.policy import RetryPolicy
    from tunewise.events import Entry
    from tunewise.problem import Problem
    from tunewise.trial import JobId, JobSpan, Trial


@dataclass(frozen=True)
class Amount:
    """Seconds of workers, and the money for them."""

    seconds: float = 0.0
    money: float = 0.0

    def __add__(self, other: Amount) -> Amount:
        return Amount(self.seconds + other.seconds, self.money + other.money)

    def __sub__(self, other: Amount) -> Amount:
        return Amount(self.seconds - other.seconds, self.money - other.money)


NOTHING = Amount()


@dataclass(frozen=True)
class Spending:
    """What jobs were spent on.

    startup: from a job's beginning to that of its first level, which is estimated. training: levels
    that were reported for the first time. lost: what came after the last report of a job, levels that were
    trained again, and jobs that ended without a new level, from beginning to end. Of a job that still runs,
    nothing since its last report is lost yet: it counts as training.
    """

    startup: Amount = NOTHING
    training: Amount = NOTHING
    lost: Amount = NOTHING

    @property
    def total(self) -> Amount:
        return self.startup + self.training + self.lost

    def __add__(self, other: Spending) -> Spending:
        return Spending(self.startup + other.startup, self.training + other.training, self.lost + other.lost)


@dataclass(frozen=True, repr=False)
class Breakdown:
    """What an experiment cost up to the last line of its journal.

    trials: what each was spent on, by id. idle: workers without a job, where they are paid for, or else
    instances that were kept between two jobs. queued: seconds for which jobs waited to run, which cost
    nothing. until_best: all money spent when the best metric was reported; None before the first report.

    All jobs together took `State.worker_time`, and `total` has the money of `State.cost`.
    """

    trials: tuple[Spending, ...]
    idle: Amount
    queued: float
    until_best: float | None

    def __repr__(self) -> str:
        jobs = self.jobs
        parts = {"startup": jobs.startup, "training": jobs.training, "lost": jobs.lost, "idle": self.idle}
        told = ", ".join(f"{name} {part.seconds:.1f} s" for name, part in parts.items())
        return f"<Breakdown of {len(self.trials)} trials: {told}, in all {self.total.money:.4g} of money>"

    @property
    def jobs(self) -> Spending:
        return sum(self.trials, Spending())

    @property
    def total(self) -> Amount:
        return self.jobs.total + self.idle


class Taken(NamedTuple):
    """A report of a running job: its trial, what it means, and the money that the trial had cost by then."""

    trial: Trial
    reading: Point | Flaw
    cost: float


class Ledger:
    """Follows a journal: the state that its lines make, and what each job has cost, each second at the price
    of its time."""

    def __init__(self, problem: Problem, retry: RetryPolicy) -> None:
        self.state = State(problem, retry)
        self._prices: list[tuple[float, float]] = []  # the moment from which on one holds, and that price
        self._ended: dict[int, float] = {}  # money for a trial's ended jobs
        self._bills: dict[JobId, _Bill] = {}
        self._idle = NOTHING
        self._held_before = 0.0  # up to the latest opening, as are the next two
        self._worked_before = 0.0
        self._kept_before = 0.0
        self._until_best: float | None = None

    def take(self, entry: Entry) -> Taken | None:
        """Takes in the next line. Raises ValueError or IndexError if it can't follow those before it."""
        state, fact = self.state, entry.fact
        best, taken = state.trials.best, None
        if isinstance(fact, Opened):
            self._settle_idle(fact.time)
            if not self._prices or self._prices[-1][1] != fact.price:
                self._prices.append((fact.time, fact.price))
        elif isinstance(fact, JobEnded):
            self._job_ended(fact)
        reading = state.take_fact(fact)
        if isinstance(fact, Reported) and reading is not None:
            taken = self._reported(fact, reading)
        if state.trials.best is not best:
            self._until_best = state.cost(fact.time)
        for action in entry.actions:
            state.take_action(action)
        return taken

    def breakdown(self) -> Breakdown:
        """What all lines so far cost, and what for.

        The seconds of a trial's levels, and what a launch takes where a trial can't tell, are those from
        which methods judge costs (`CostTable`).
        """
        state = self.state
        self._settle_idle(state.now)
        bills = dict(self._bills)
        for trial in state.trials:
            if trial.busy:
                seconds = trial.spent(state.now) - trial.worker_time
                whole = Amount(seconds, self._charge(trial.jobs[-1], state.now, seconds))
                bills[trial.job] = replace(bills.get(trial.job, _Bill()), whole=whole)
        table = CostTable()
        table.follow(state.trials)
        overheads = table.overheads()
        trials = [Spending()] * len(state.trials)
        for job, bill in bills.items():
            usual = overheads.resume if job.run else overheads.start
            trials[job.trial_id] += bill.itemised(table.per_level(job.trial_id), usual)
        return Breakdown(tuple(trials), self._idle, state.queued_time(state.now), self._until_best)

    def _bill(self, job: JobId) -> _Bill:
        bill = self._bills.get(job)
        if bill is None:
            bill = self._bills[job] = _Bill()
        return bill

    def _charge(self, job: JobSpan, time: float, elapsed: float) -> float:
        """Money for a job that has run for `elapsed` seconds at a moment. Seconds at an earlier price are
        counted on the experiment's clock, as `State.cost` does."""
        if len(self._prices) == 1:
            return elapsed / 3600.0 * self._prices[0][1]
        began = job.began_by(time, elapsed)
        money, upto = 0.0, elapsed
        for moment, price in reversed(self._prices):
            earlier = max(moment - began, 0.0)
            money += (upto - earlier) / 3600.0 * price
            upto = earlier
            if earlier == 0.0:
                break
        return money

    def _job_ended(self, fact: JobEnded) -> None:
        trial = self.state.current(fact.job)
        if trial is None:
            return
        bill = self._bill(fact.job)
        bill.whole = Amount(fact.elapsed, self._charge(trial.jobs[-1], fact.time, fact.elapsed))
        bill.over = True
        self._ended[trial.id] = self._ended.get(trial.id, 0.0) + bill.whole.money

    def _reported(self, fact: Reported, reading: Point | Flaw) -> Taken:
        trial, level = self.state.trials[fact.job.trial_id], reading.level
        money = self._charge(trial.jobs[-1], fact.time, fact.elapsed)
        if level is not None and level <= trial.level:  # else a side remark, or a value that is of no use
            place = bisect_left(trial.levels, level)
            earlier = trial.levels[place - 1] if place else 0
            new = isinstance(reading, Point)
            self._bill(fact.job).report(fact.elapsed, money, new, level - earlier)
        return Taken(trial, reading, self._ended.get(trial.id, 0.0) + money)

    def _settle_idle(self, now: float) -> None:
        """Adds the workers without a job, or the instances that were kept, since it was last done."""
        state, opened = self.state, self.state.opened
        held, worked = state.held_time(now), state.worker_time(now)
        if opened is not None:
            paid = (held - self._held_before) - (worked - self._worked_before)
            seconds = paid if opened.pay_idle else state.kept_time - self._kept_before
            self._idle += Amount(seconds, seconds / 3600.0 * opened.price)
        self._held_before, self._worked_before, self._kept_before = held, worked, state.kept_time


@dataclass(slots=True)
class _Bill:
    """What a job has spent.

    first: by its first report. seconds, money: by the one that came when most had been spent. levels: how
    many the first was about. begins_again: it was about one that had been reported before. again: up to
    reports about such levels, each since the report before it. any_new: whether a level was new. whole: in
    all. over: whether it has ended.
    """

    first: Amount | None = None
    seconds: float = 0.0
    money: float = 0.0
    again: Amount = NOTHING
    levels: int = 0
    begins_again: bool = False
    any_new: bool = False
    whole: Amount = NOTHING
    over: bool = False

    def report(self, seconds: float, money: float, new: bool, levels: int) -> None:
        """Adds a report, made when so much had been spent."""
        if self.first is None:
            self.first, self.levels, self.begins_again = Amount(seconds, money), levels, not new
        if new:
            self.any_new = True
        else:
            self.again += Amount(max(0.0, seconds - self.seconds), max(0.0, money - self.money))
        if seconds > self.seconds:
            self.seconds, self.money = seconds, money

    def itemised(self, per_level: float, usual: float) -> Spending:
        """What it was spent on. per_level: seconds of a level of its trial, 0 if it doesn't show them. usual:
        seconds that launches like this one take."""
        whole = self.whole
        if self.over and not self.any_new:
            return Spending(lost=whole)
        if self.first is None:
            startup = _share(whole, usual)
            return Spending(startup, whole - startup)
        first = _within(self.first, NOTHING, whole)
        last = _within(Amount(self.seconds, self.money), NOTHING, whole)
        startup = _share(first, first.seconds - self.levels * per_level if per_level else usual)
        again = self.again - startup if self.begins_again else self.again
        again = _within(again, NOTHING, last - startup)
        training, rest = last - startup - again, whole - last
        if self.over:
            return Spending(startup, training, again + rest)
        return Spending(startup, training + rest, again)


def _share(amount: Amount, seconds: float) -> Amount:
    """The first seconds of an amount, at least none and at most all of it."""
    if amount.seconds <= 0.0 or seconds <= 0.0:
        return NOTHING
    share = min(1.0, seconds / amount.seconds)
    return Amount(share * amount.seconds, share * amount.money)


def _within(amount: Amount, least: Amount, most: Amount) -> Amount:
    """An amount between two others: clocks of different processes may differ a little."""
    return Amount(
        min(max(amount.seconds, least.seconds), most.seconds),
        min(max(amount.money, least.money), most.money),
    )
