"""What the worker-time and the money of an experiment went to, read off its journal."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from tunewise.engine.reading import Flaw, Point
from tunewise.engine.state import State
from tunewise.events import JobEnded, Opened, Reported
from tunewise.models.costs import CostTable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tunewise.engine.policy import RetryPolicy
    from tunewise.events import Entry, Fact
    from tunewise.models.costs import Overheads
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


class Meter:
    """What trials have cost, each second at the price of its time. It is shown each fact just before the
    state takes it in."""

    def __init__(self) -> None:
        self._openings: list[Opened] = []  # those with another price than before
        self._ended: dict[int, float] = {}

    def take(self, state: State, fact: Fact) -> None:
        if isinstance(fact, Opened):
            if not self._openings or self._openings[-1].price != fact.price:
                self._openings.append(fact)
        elif isinstance(fact, JobEnded):
            trial = state.current(fact.job)
            if trial is not None:
                self._ended[trial.id] = self.spent(trial, fact.time, fact.elapsed)

    def spent(self, trial: Trial, time: float, elapsed: float) -> float:
        """Money for the trial's ended jobs and for the one that has run for `elapsed` seconds at a moment."""
        return self._ended.get(trial.id, 0.0) + self.charge(trial.jobs[-1], time, elapsed)

    def charge(self, job: JobSpan, time: float, elapsed: float) -> float:
        """Money for a job that has run for `elapsed` seconds at a moment. Seconds at an earlier price are
        counted on the experiment's clock, as `State.cost` does."""
        began = job.began_by(time, elapsed)
        money, upto = 0.0, elapsed
        for opening in reversed(self._openings):
            earlier = max(opening.time - began, 0.0)
            money += (upto - earlier) / 3600.0 * opening.price
            upto = earlier
            if earlier == 0.0:
                break
        return money


class _Cut(NamedTuple):
    """A report: what its job had spent by then, whether its level was a new one, and how many levels lie
    between it and the one before."""

    spent: Amount
    new: bool
    levels: int


@dataclass
class _Bill:
    """What a job has spent at each of its reports and in all."""

    job: JobId
    cuts: list[_Cut] = field(default_factory=list)
    whole: Amount = NOTHING
    over: bool = False


def breakdown(problem: Problem, retry: RetryPolicy, entries: Iterable[Entry]) -> Breakdown:
    """What the experiment of a journal cost, and what for.

    The seconds of a trial's levels, and what a launch takes where a trial can't tell, are those from which
    methods judge costs (`CostTable`).
    """
    ledger = _Ledger(problem, retry)
    for entry in entries:
        ledger.take(entry)
    return ledger.close()


class _Ledger:
    """Follows a journal and keeps the bill of each job."""

    def __init__(self, problem: Problem, retry: RetryPolicy) -> None:
        self._state = State(problem, retry)
        self._meter = Meter()
        self._bills: dict[JobId, _Bill] = {}
        self._idle = NOTHING
        self._held_before = 0.0  # up to the latest opening, as is the next
        self._worked_before = 0.0
        self._kept_before = 0.0
        self._until_best: float | None = None

    def take(self, entry: Entry) -> None:
        state, fact = self._state, entry.fact
        best = state.trials.best
        if isinstance(fact, Opened):
            self._settle_idle(fact.time)
        self._meter.take(state, fact)
        if isinstance(fact, JobEnded):
            self._job_ended(fact)
        reading = state.take_fact(fact)
        if isinstance(fact, Reported) and reading is not None:
            self._reported(fact, reading)
        if state.trials.best is not best:
            self._until_best = state.cost(fact.time)
        for action in entry.actions:
            state.take_action(action)

    def close(self) -> Breakdown:
        state, meter = self._state, self._meter
        self._settle_idle(state.now)
        for trial in state.trials:
            if trial.busy:
                seconds = trial.spent(state.now) - trial.worker_time
                money = meter.charge(trial.jobs[-1], state.now, seconds)
                self._bill(trial.job).whole = Amount(seconds, money)
        table = CostTable()
        table.follow(state.trials)
        overheads = table.overheads()
        trials = [Spending()] * len(state.trials)
        for job, bill in self._bills.items():
            trials[job.trial_id] += _itemised(bill, table.per_level(job.trial_id), overheads)
        return Breakdown(tuple(trials), self._idle, state.queued_time(state.now), self._until_best)

    def _bill(self, job: JobId) -> _Bill:
        return self._bills.setdefault(job, _Bill(job))

    def _job_ended(self, fact: JobEnded) -> None:
        trial = self._state.current(fact.job)
        if trial is None:
            return
        bill = self._bill(fact.job)
        bill.whole = Amount(fact.elapsed, self._meter.charge(trial.jobs[-1], fact.time, fact.elapsed))
        bill.over = True

    def _reported(self, fact: Reported, reading: Point | Flaw) -> None:
        trial = self._state.trials[fact.job.trial_id]
        level = reading.level
        if level is None or level > trial.level:
            return  # a side remark, or a value that is of no use
        place = bisect_left(trial.levels, level)
        earlier = trial.levels[place - 1] if place else 0
        spent = Amount(fact.elapsed, self._meter.charge(trial.jobs[-1], fact.time, fact.elapsed))
        self._bill(fact.job).cuts.append(_Cut(spent, isinstance(reading, Point), level - earlier))

    def _settle_idle(self, now: float) -> None:
        """Adds the workers without a job, or the instances that were kept, since the latest opening."""
        state, opened = self._state, self._state.opened
        held, worked = state.held_time(now), state.worker_time(now)
        if opened is not None:
            paid = (held - self._held_before) - (worked - self._worked_before)
            seconds = paid if opened.pay_idle else state.kept_time - self._kept_before
            self._idle += Amount(seconds, seconds / 3600.0 * opened.price)
        self._held_before, self._worked_before, self._kept_before = held, worked, state.kept_time


def _itemised(bill: _Bill, per_level: float, overheads: Overheads) -> Spending:
    """What a job was spent on. per_level: seconds of a level of its trial, 0 if it doesn't show them."""
    if bill.over and not any(cut.new for cut in bill.cuts):
        return Spending(lost=bill.whole)
    usual = overheads.resume if bill.job.run else overheads.start
    if not bill.cuts:
        startup = _share(bill.whole, usual)
        return Spending(startup, bill.whole - startup)
    first = _within(bill.cuts[0].spent, NOTHING, bill.whole)
    before_first = first.seconds - bill.cuts[0].levels * per_level if per_level else usual
    startup = at = _share(first, before_first)
    training = lost = NOTHING
    for cut in bill.cuts:
        until = _within(cut.spent, at, bill.whole)
        if cut.new:
            training += until - at
        else:
            lost += until - at
        at = until
    rest = bill.whole - at
    return Spending(startup, training, lost + rest) if bill.over else Spending(startup, training + rest, lost)


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
