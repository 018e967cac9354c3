"""The course of a simulated job: when it reports what, and when and how it ends."""

from __future__ import annotations

import math
from typing import NamedTuple

from tunewise.blackboxes.base import Curve
from tunewise.events import JobEnded, Reported
from tunewise.space import Value
from tunewise.trial import FailureKind, JobId

_NOTHING = Curve({}, ())


class Failing(NamedTuple):
    """That a job fails, unless it is over by then."""

    moment: float
    kind: FailureKind | None = None
    detail: str = ""


class Course:
    """One job from its start to its end, in seconds of the experiment's clock.

    job, started: which one, and when it got its worker. ends: when the worker is free again. failure: how
    the job fails then, or None. next_event: when it next reports or ends, and `reports_next` which of both.
    version: of the entry in the queue that is its latest.
    """

    __slots__ = (
        "_columns",
        "_last",
        "_levels",
        "_made",
        "_origin",
        "_resource",
        "_seconds",
        "_seq",
        "_silent",
        "ends",
        "failure",
        "job",
        "next_event",
        "reports_next",
        "started",
        "version",
    )

    def __init__(
        self,
        job: JobId,
        started: float,
        begins: float,
        curve: Curve,
        resource: str | None,
        first: int,
        last: int,
        ends_after: float,
        failure: Failing | None,
    ) -> None:
        """A job that at the moment `begins` goes on after the first `first` reports of the curve, and makes
        those up to the `last`-th.

        resource: the key under which it reports the level, if it does. ends_after: seconds from the last
        report to the end.
        """
        self.job = job
        self.started = started
        self.version = 0
        self._seq = 0
        self._made = first  # reports of the curve
        self._last = last
        self._levels = curve.levels
        self._columns = curve.columns
        self._seconds = curve.seconds
        self._resource = resource
        # when it would have begun if it had trained all levels at one go
        self._origin = begins - (curve.seconds[first - 1] if first else 0.0)
        last_report = self._origin + curve.seconds[last - 1] if last > first else begins
        self.ends = last_report + ends_after
        self._silent = math.inf  # from when on it reports nothing
        self.failure: Failing | None = None
        if failure is not None and failure.moment < last_report:
            self.failure = failure
            self._silent = self.ends = failure.moment
        self._look_ahead()

    @classmethod
    def failing(cls, job: JobId, started: float, failure: Failing) -> Course:
        """A job that does nothing but fail."""
        course = cls(job, started, failure.moment, _NOTHING, None, 0, 0, 0.0, None)
        course.failure = failure
        return course

    def report(self, now: float) -> Reported:
        """Makes the next report."""
        index, seq = self._made, self._seq
        self._made = index + 1
        self._seq = seq + 1
        self._look_ahead()
        values: dict[str, Value] = {}
        if self._resource is not None:
            values[self._resource] = self._levels[index]
        for name, column in self._columns.items():
            value = column[index]
            values[name] = value if value - value == 0.0 else str(float(value))  # "nan", "inf", "-inf"
        return Reported(now, self.job, seq, now - self.started, values)

    def end(self, now: float) -> JobEnded:
        """Frees the worker."""
        elapsed = now - self.started
        if self.failure is None:
            return JobEnded(now, self.job, elapsed)
        return JobEnded(now, self.job, elapsed, self.failure.kind, self.failure.detail)

    def skip(self, reports: int) -> None:
        """Takes the first reports as made."""
        self._made += reports
        self._seq += reports
        self._look_ahead()

    def tell(self, moment: float, stop_delay: float) -> None:
        """The job is told to end at a moment, and does so after `stop_delay` seconds if it isn't over."""
        if moment + stop_delay < self.ends:
            self.ends = moment + stop_delay
            self.failure = None
        self._silent = min(self._silent, moment)
        self._look_ahead()

    def _look_ahead(self) -> None:
        if self._made < self._last:
            moment = self._origin + self._seconds[self._made]
            if moment <= self._silent:
                self.next_event = moment
                self.reports_next = True
                return
        self.next_event = self.ends
        self.reports_next = False
