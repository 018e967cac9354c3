"""Simulated jobs: a recorded table or a surrogate replaces training, in virtual time and event by event."""

from __future__ import annotations

import heapq
import math
import shlex
import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from random import Random
from typing import Annotated, Any, ClassVar, NamedTuple

from tunewise.backends.base import Backend, BackendError, Job, LiveJob
from tunewise.backends.specs import BackendSpec, Location
from tunewise.blackboxes.base import Blackbox, BlackboxError, Curve
from tunewise.blackboxes.references import absolute_reference, kept_reference, open_blackbox
from tunewise.clock import VirtualClock
from tunewise.events import Fact, JobEnded, Reported
from tunewise.options import DELAY, Option, check_fields, whole
from tunewise.paths import ExperimentPaths
from tunewise.problem import Problem
from tunewise.signature import call
from tunewise.space import Config, Value
from tunewise.trial import FailureKind, JobId
from tunewise.worker.passing import to_flags

HOUR = 3600.0  # seconds


@dataclass(frozen=True, repr=False)
class SimulatedBackend(BackendSpec):
    """Replays a recorded benchmark: `SimulatedBackend("transformer_wikitext2", start_delay=3.0)`.

    blackbox: the reference of a table or surrogate, as `tunewise.blackboxes.references` reads it.
    start_delay: seconds from the start of a job to the beginning of its training.
    restore_delay: additional seconds for a job that continues from a checkpoint.
    stop_delay: seconds from a script's last report, or from when it is told to end, until its worker is free.
    failure_rate: infrastructure failures per hour of a job.
    preemption_rate: how often a job loses its worker, per hour.
    checkpoint_every: a job continues from the last level that is a multiple of it. 0: from the beginning.
    seed: of failures and preemptions, and of the recorded repetition if there are several.

    Any number of workers can run. Two experiments with equal seeds are equal byte for byte.
    """

    __repr__ = call

    kind: ClassVar[str] = "simulated"
    location: ClassVar[Location] = Location.VIRTUAL

    blackbox: str
    start_delay: Annotated[
        float, Option("Time from the start of a job to its training.", DELAY, default_text="the recorded one")
    ] = 0.0
    restore_delay: Annotated[
        float, Option("The same again for a job that goes on from a checkpoint.", DELAY)
    ] = 0.0
    stop_delay: Annotated[
        float,
        Option(
            "Time from the end of a script, or from when it is told to end, until its worker is free.", DELAY
        ),
    ] = 0.0
    failure_rate: Annotated[float, Option("Failures per hour of a job.")] = 0.0
    preemption_rate: Annotated[float, Option("How often a job loses its worker, per hour.")] = 0.0
    checkpoint_every: Annotated[int, Option("Levels between checkpoints. 0: no checkpoints.", whole(0))] = 1
    seed: int = 0

    def __post_init__(self) -> None:
        object.__setattr__(self, "blackbox", absolute_reference(self.blackbox))
        check_fields(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> SimulatedBackend:
        blackbox = data.get("blackbox")
        kept = {"blackbox": kept_reference(blackbox)} if isinstance(blackbox, str) else {}
        return super().from_json({**data, **kept})

    @property
    def script(self) -> tuple[str, ...]:
        return (self.blackbox,)

    def command(self, arguments: Config) -> str:
        return shlex.join([sys.executable, "-m", "tunewise.blackboxes", self.blackbox, *to_flags(arguments)])

    def check_problem(self, problem: Problem) -> None:
        try:
            recorded = open_blackbox(self.blackbox).problem.space
        except BlackboxError:
            return  # which `check` explains
        for name in sorted({*recorded.names} - {*problem.space.names, *problem.space.constants}):
            raise ValueError(f"The benchmark needs {name}: tune it, or give it a constant value.")

    def check(self, workers: int) -> None:
        try:
            open_blackbox(self.blackbox)
        except BlackboxError as error:
            raise BackendError(str(error)) from error

    def open(self, paths: ExperimentPaths, workers: int, elapsed: float) -> SimulatedJobs:
        try:
            return SimulatedJobs(self, open_blackbox(self.blackbox), elapsed)
        except BlackboxError as error:
            raise BackendError(str(error)) from error

    def saved_level(self, level: int) -> int:
        """The level of the latest checkpoint of a trial that has reported `level`."""
        return level - level % self.checkpoint_every if self.checkpoint_every else 0

    def failure_of(self, job: JobId, begins: float) -> PlannedFailure | None:
        """When and how a job fails whose training begins then, unless it ends before."""
        if not self.failure_rate and not self.preemption_rate:
            return None
        draws = Random(f"{self.seed} {job.trial_id} {job.run}")
        kinds = (
            (self.failure_rate, FailureKind.INFRASTRUCTURE, "the simulated machine failed"),
            (self.preemption_rate, FailureKind.PREEMPTED, "the simulated worker was taken away"),
        )
        fails = [
            PlannedFailure(begins + draws.expovariate(rate / HOUR), kind, text)
            for rate, kind, text in kinds
            if rate
        ]
        return min(fails)


class SimulatedJobs(Backend):
    """Replays learning curves as if they were trained, and moves the clock from one event to the next.

    What a job does follows from the settings, its number, and when it began. So nothing has to be stored, and
    after a restart the tuner finds each job where it was. Simultaneous events come in the order of their
    trials.
    """

    max_poll_time = math.inf  # virtual time passes at once
    has_side_effects = False
    reports_start = False  # they run at once

    def __init__(self, settings: SimulatedBackend, blackbox: Blackbox, elapsed: float) -> None:
        self.clock: VirtualClock = VirtualClock(elapsed)
        self._settings = settings
        self._blackbox = blackbox
        self._limit = blackbox.problem.max_resource_arg
        self._names = blackbox.problem.space.names
        self._timelines: dict[int, JobTimeline] = {}  # by trial, as at most one of its jobs runs
        self._queue: list[tuple[float, int, int]] = []  # a heap of moments, trials, and versions of timelines
        self._version = 0
        self._one_thread = ExitStack()

    def start(self, job: Job) -> None:
        timeline = self._timeline(job, self.clock.now())
        self._timelines[job.id.trial_id] = timeline
        self._enqueue(timeline)

    def halt(self, job_id: JobId, patience: float) -> None:
        timeline = self._timelines.get(job_id.trial_id)
        if timeline is not None and timeline.job == job_id:
            timeline.halt(self.clock.now() + patience, self._settings.stop_delay)
            self._enqueue(timeline)

    def drop_checkpoint(self, trial_id: int) -> None:
        """There are none: a job continues from the level that its trial has reported."""

    def poll(self, timeout: float) -> list[Fact]:
        """The next event, if it is within `timeout` seconds of virtual time; otherwise the time passes."""
        latest = self.clock.now() + timeout
        queue, timelines = self._queue, self._timelines
        while queue and queue[0][0] <= latest:
            moment, trial_id, version = queue[0]
            timeline = timelines.get(trial_id)
            if timeline is None or timeline.version != version:
                heapq.heappop(queue)  # outdated
                continue
            self.clock.advance_to(moment)
            facts = timeline.events(moment)
            if timeline.next_event > moment:
                heapq.heapreplace(queue, (timeline.next_event, trial_id, version))
            else:
                heapq.heappop(queue)
                del timelines[trial_id]
            return facts
        if latest == math.inf:
            raise BackendError("Nothing runs and no event will come: this experiment would wait forever.")
        self.clock.advance_to(latest)
        return []

    def attach(self, jobs: Sequence[LiveJob]) -> None:
        from tunewise.surrogates.threads import one_thread  # needs NumPy

        self._one_thread.enter_context(one_thread())  # once, not for each curve
        for live in jobs:
            timeline = self._timeline(live.job, live.started)
            timeline.skip(live.reports_seen)
            if live.halted:
                timeline.halt(live.halt_at, self._settings.stop_delay)
            self._timelines[live.job.id.trial_id] = timeline
            self._enqueue(timeline)

    def close(self) -> Sequence[Fact]:
        self._one_thread.close()
        return ()

    def _enqueue(self, timeline: JobTimeline) -> None:
        self._version += 1
        timeline.version = self._version
        # an event that was due while no tuner ran comes at once
        moment = max(timeline.next_event, self.clock.now())
        heapq.heappush(self._queue, (moment, timeline.job.trial_id, self._version))

    def _timeline(self, job: Job, started: float) -> JobTimeline:
        """What a job does that was started at this time."""
        settings = self._settings
        begins = started + settings.start_delay + (settings.restore_delay if job.resumed else 0.0)
        try:
            curve = self._curve(job.arguments)
            last = curve.reports_to(self._last(job.arguments, curve.levels[-1]))
        except BlackboxError as error:
            return JobTimeline.failing(job.id, started, PlannedFailure(begins, FailureKind.ERROR, str(error)))
        return JobTimeline(
            job.id,
            started,
            begins,
            curve,
            resource=self._blackbox.problem.resource_attr,
            # without a resource, reports repeated from an older checkpoint count as further levels
            first=curve.reports_to(settings.saved_level(job.level)),
            last=last,
            ends_after=settings.stop_delay,
            failure=settings.failure_of(job.id, begins),
        )

    def _curve(self, arguments: Config) -> Curve:
        # without the limit and without constants that the blackbox doesn't have
        config = {name: arguments[name] for name in self._names if name in arguments}
        return self._blackbox.curve(config, self._settings.seed)

    def _last(self, arguments: Config, highest: int) -> int:
        """The level at which a job with these arguments ends by itself."""
        limit = arguments.get(self._limit) if self._limit is not None else None
        if limit is None:
            return highest
        if isinstance(limit, bool) or not isinstance(limit, int):
            raise BlackboxError(f"{self._limit} is {limit!r}: it must be a whole number.")
        return limit


_NOTHING = Curve({}, ())


class PlannedFailure(NamedTuple):
    """When and how a job fails, unless it is over by then."""

    moment: float
    kind: FailureKind | None = None
    detail: str = ""


class JobTimeline:
    """One job from its start to its end, in seconds of the experiment's clock.

    started: when it got its worker. ends: when the worker is free again. failure: how the job fails then, or
    None. next_event: when it next reports (`reports_next`) or ends. version: of its valid entry in the queue.
    """

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
        failure: PlannedFailure | None,
    ) -> None:
        """A job that begins at `begins` after the first `first` reports of the curve, and makes the reports
        up to number `last`.

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
        # when it would have begun if it had trained all levels without interruption
        self._origin = begins - (curve.seconds[first - 1] if first else 0.0)
        last_report = self._origin + curve.seconds[last - 1] if last > first else begins
        self.ends = last_report + ends_after
        self._silent = math.inf  # no reports after this
        self.failure: PlannedFailure | None = None
        if failure is not None and failure.moment < last_report:
            self.failure = failure
            self._silent = self.ends = failure.moment
        self._find_next_event()

    @classmethod
    def failing(cls, job: JobId, started: float, failure: PlannedFailure) -> JobTimeline:
        """A job that only fails."""
        timeline = cls(job, started, failure.moment, _NOTHING, None, 0, 0, 0.0, None)
        timeline.failure = failure
        return timeline

    def events(self, now: float) -> list[Fact]:
        """What comes by now. The end comes with the last report if no time passes between them."""
        facts: list[Fact] = []
        while self.reports_next and self.next_event <= now:
            facts.append(self.report(now))
        if self.next_event <= now:
            facts.append(self.end(now))
        return facts

    def report(self, now: float) -> Reported:
        """Makes the next report."""
        index, seq = self._made, self._seq
        self._made = index + 1
        self._seq = seq + 1
        self._find_next_event()
        values: dict[str, Value] = {} if self._resource is None else {self._resource: self._levels[index]}
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
        """Counts the first reports as made."""
        self._made += reports
        self._seq += reports
        self._find_next_event()

    def halt(self, moment: float, stop_delay: float) -> None:
        """Tells the job to end at `moment`; it ends `stop_delay` seconds later unless it is over before."""
        if moment + stop_delay < self.ends:
            self.ends = moment + stop_delay
            self.failure = None
        self._silent = min(self._silent, moment)
        self._find_next_event()

    def _find_next_event(self) -> None:
        if self._made < self._last:
            moment = self._origin + self._seconds[self._made]
            if moment <= self._silent:
                self.next_event = moment
                self.reports_next = True
                return
        self.next_event = self.ends
        self.reports_next = False
