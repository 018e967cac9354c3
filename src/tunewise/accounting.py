"""What the worker-time and the money of an experiment were spent on."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import NamedTuple

import msgspec

from tunewise.events import JobEnded, Opened, Reported
from tunewise.trial import JobId, Trial, Trials


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

    startup: from the start of a job to the start of its first level, which is estimated. training: levels
    that were reported for the first time. lost: time after the last report of a job, levels that were trained
    again, and all of a job that ended without a new level. For a running job, the time since its last report
    counts as training.
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

    trials: the spending of each, by id. idle: workers without a job, if they are paid for, or otherwise
    instances that were kept between two jobs. queued: seconds for which jobs waited to run, which cost
    nothing. until_best: all money spent until the best metric was reported; None before the first report.

    All jobs together took `State.worker_time`, and the money of `total` is `State.cost`.
    """

    trials: tuple[Spending, ...]
    idle: Amount
    queued: float
    until_best: float | None

    def __repr__(self) -> str:
        jobs = self.jobs
        parts = {"startup": jobs.startup, "training": jobs.training, "lost": jobs.lost, "idle": self.idle}
        shown = ", ".join(f"{name} {part.seconds:.1f} s" for name, part in parts.items())
        return f"<Breakdown of {len(self.trials)} trials: {shown}, total cost {self.total.money:.4g}>"

    @property
    def jobs(self) -> Spending:
        return sum(self.trials, Spending())

    @property
    def total(self) -> Amount:
        return self.jobs.total + self.idle


class Usage(NamedTuple):
    """What had been spent by `time`: seconds of workers with a job, of all workers (`held`), of instances
    that were kept, and money."""

    time: float = 0.0
    worker_time: float = 0.0
    held: float = 0.0
    kept: float = 0.0
    cost: float = 0.0


class Bill(msgspec.Struct, gc=False):
    """What a job has spent.

    first_seconds, first_money: until its first report. seconds, money: until the latest report. levels: how
    many levels the first report covers; 0 before it. starts_over: the first report repeated a level.
    again_seconds, again_money: spent on repeated levels, each since the report before it. any_new: whether
    any level was new. whole_seconds, whole_money: in all, once it is over.
    """

    first_seconds: float = 0.0
    first_money: float = 0.0
    seconds: float = 0.0
    money: float = 0.0
    again_seconds: float = 0.0
    again_money: float = 0.0
    levels: int = 0
    starts_over: bool = False
    any_new: bool = False
    whole_seconds: float = 0.0
    whole_money: float = 0.0
    over: bool = False

    def itemised(self, whole: Amount, per_level: float, usual: float) -> Spending:
        """What it was spent on. whole: in all. per_level: seconds per level of its trial, 0 if unknown.
        usual: seconds that launches like this one take."""
        if self.over and not self.any_new:
            return Spending(lost=whole)
        if not self.levels:
            startup = _share(whole, usual)
            return Spending(startup, whole - startup)
        first = _within(Amount(self.first_seconds, self.first_money), NOTHING, whole)
        last = _within(Amount(self.seconds, self.money), NOTHING, whole)
        startup = _share(first, first.seconds - self.levels * per_level if per_level else usual)
        again = Amount(self.again_seconds, self.again_money)
        again = again - startup if self.starts_over else again
        again = _within(again, NOTHING, last - startup)
        training, rest = last - startup - again, whole - last
        if self.over:
            return Spending(startup, training, again + rest)
        return Spending(startup, training + rest, again)


class Ledger(msgspec.Struct):
    """What each job and the workers without one have cost, each second at the price of its time.

    `State` updates it.

    prices: each with the time from which on it applies. terms: the same, and whether a worker costs as much
    while it has no job. ended: money for the ended jobs of a trial. idle: up to `settled`. until_best: all
    money spent until the best metric was reported.
    """

    prices: list[tuple[float, float]] = []
    terms: list[tuple[float, float, bool]] = []
    ended: dict[int, float] = {}
    bills: dict[JobId, Bill] = {}
    idle: Amount = NOTHING
    settled: Usage = Usage()
    until_best: float | None = None

    def open(self, before: Opened | None, opening: Opened, usage: Usage) -> None:
        """A tuner opens the experiment, after this much was spent."""
        self.idle += self._idle_since(before, usage)
        self.settled = usage
        if not self.prices or self.prices[-1][1] != opening.price:
            self.prices.append((opening.time, opening.price))
        terms = (opening.price, opening.pay_idle)
        if not self.terms or self.terms[-1][1:] != terms:
            self.terms.append((opening.time, *terms))

    def began_before(self, began: float, time: float) -> float:
        """A job that seemed to be queued when the latest terms came into force, at `time`, turns out to have
        run by then. Returns the money for that which hasn't been counted yet."""
        money = 0.0
        for (since, price, pay_idle), end in zip(self.terms, [*self.terms[1:], (time,)], strict=True):
            seconds = min(end[0], time) - max(since, began)
            part = Amount(seconds, seconds / 3600.0 * price)
            if seconds <= 0.0:
                continue
            if pay_idle:  # already paid, for a worker without a job
                self.idle -= part
            else:
                money += part.money
        worked = self.settled.worker_time + time - began
        self.settled = self.settled._replace(worker_time=worked)
        return money

    def reported(self, trial: Trial, fact: Reported, new: bool, level: int) -> None:
        """A job has reported a level that its trial has reached, `new` or again."""
        bill, seconds = self._bill(trial), fact.elapsed
        money = self._charge(trial, fact.time, seconds)
        if not bill.levels:
            place = bisect_left(trial.levels, level)
            bill.levels = level - (trial.levels[place - 1] if place else 0)
            bill.first_seconds, bill.first_money, bill.starts_over = seconds, money, not new
        if new:
            bill.any_new = True
        else:
            bill.again_seconds += max(0.0, seconds - bill.seconds)
            bill.again_money += max(0.0, money - bill.money)
        if seconds > bill.seconds:
            bill.seconds, bill.money = seconds, money

    def job_ended(self, trial: Trial, fact: JobEnded) -> None:
        """A job is over."""
        bill, money = self._bill(trial), self._charge(trial, fact.time, fact.elapsed)
        bill.whole_seconds, bill.whole_money, bill.over = fact.elapsed, money, True
        self.ended[trial.id] = self.ended.get(trial.id, 0.0) + money

    def spent(self, trial: Trial, time: float, elapsed: float) -> float:
        """Money for a trial's jobs at a time at which the latest one had run for `elapsed` seconds."""
        return self.ended.get(trial.id, 0.0) + self._charge(trial, time, elapsed)

    def breakdown(self, trials: Trials, opened: Opened | None, usage: Usage, queued: float) -> Breakdown:
        """What everything so far was spent on. queued: as in `Breakdown`.

        The seconds per level of a trial, and of a launch if a trial doesn't show them, are those that methods
        use as well (`CostTable`).
        """
        from tunewise.models.costs import CostTable  # needs NumPy, which the fold doesn't

        whole = {job: Amount(bill.whole_seconds, bill.whole_money) for job, bill in self.bills.items()}
        for trial in trials:
            if trial.busy:
                seconds = trial.spent(usage.time) - trial.worker_time
                money = self._charge(trial, usage.time, seconds)
                whole[trial.job] = Amount(seconds, money)
        table = CostTable()
        table.update(trials)
        overheads, per_level = table.overheads(), table.per_level().tolist()
        spendings = [Spending()] * len(trials)
        for job, amount in whole.items():
            usual = overheads.resume if job.run else overheads.start
            bill = self.bills.get(job) or Bill()
            spendings[job.trial_id] += bill.itemised(amount, per_level[job.trial_id], usual)
        idle = self.idle + self._idle_since(opened, usage)
        return Breakdown(tuple(spendings), idle, queued, self.until_best)

    def _idle_since(self, opened: Opened | None, usage: Usage) -> Amount:
        """The cost of workers without a job, or of instances that were kept, since it was last settled."""
        if opened is None:
            return NOTHING
        before = self.settled
        paid = (usage.held - before.held) - (usage.worker_time - before.worker_time)
        seconds = paid if opened.pay_idle else usage.kept - before.kept
        return Amount(seconds, seconds / 3600.0 * opened.price)

    def _bill(self, trial: Trial) -> Bill:
        """The bill of a trial's latest job."""
        bill = self.bills.get(trial.job)  # `setdefault` would make a new one each time
        if bill is None:
            bill = self.bills[trial.job] = Bill()
        return bill

    def _charge(self, trial: Trial, time: float, elapsed: float) -> float:
        """Money for a trial's latest job, which has run for `elapsed` seconds by `time`. Seconds at an
        earlier price are counted on the experiment's clock, as in `State.cost`."""
        if len(self.prices) == 1:
            return elapsed / 3600.0 * self.prices[0][1]
        began = trial.jobs[-1].began_by(time, elapsed)
        money, upto = 0.0, elapsed
        for moment, price in reversed(self.prices):
            earlier = max(moment - began, 0.0)
            money += (upto - earlier) / 3600.0 * price
            upto = earlier
            if earlier == 0.0:
                break
        return money


def _share(amount: Amount, seconds: float) -> Amount:
    """The first seconds of an amount, at least none and at most all of it."""
    if amount.seconds <= 0.0 or seconds <= 0.0:
        return NOTHING
    share = min(1.0, seconds / amount.seconds)
    return Amount(share * amount.seconds, share * amount.money)


def _within(amount: Amount, least: Amount, most: Amount) -> Amount:
    """An amount, clipped to two others, as clocks of different processes may differ slightly."""
    return Amount(
        min(max(amount.seconds, least.seconds), most.seconds),
        min(max(amount.money, least.money), most.money),
    )
