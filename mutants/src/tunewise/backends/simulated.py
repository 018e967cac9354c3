"""Jobs that are only simulated: a recorded table or a surrogate answers in virtual time, one event after the
other."""

from __future__ import annotations

import heapq
import math
import shlex
import sys
from collections.abc import Mapping, Sequence
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
from tunewise.signature import call
from tunewise.space import Config, Value
from tunewise.trial import FailureKind, JobId
from tunewise.worker.guard import to_flags

HOUR = 3600.0  # seconds


@dataclass(frozen=True, repr=False)
class SimulatedBackend(BackendSpec):
    """Replays a recorded benchmark: `SimulatedBackend("transformer_wikitext2", start_delay=3.0)`.

    blackbox: the reference of a table or surrogate, as `tunewise.blackboxes.references` reads it.
    start_delay: seconds from the start of a job to the beginning of its training.
    restore_delay: seconds more for a job that goes on from a checkpoint.
    stop_delay: seconds from a script's last report, or from when it is told to end, until its worker is free.
    failure_rate: failures of the infrastructure per hour of a job.
    preemption_rate: how often a job loses its worker, per hour.
    checkpoint_every: a job goes on from the last level that is a multiple of it. 0: from the beginning.
    seed: of failures and preemptions, and of the recorded repetition, where there are several.

    Any number of workers can run. Two experiments of equal seeds are equal byte for byte.
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

    def failure_of(self, job: JobId, begins: float) -> Failing | None:
        """When and how a job fails whose training begins then, if it lasts for so long."""
        if not self.failure_rate and not self.preemption_rate:
            return None
        draws = Random(f"{self.seed} {job.trial_id} {job.run}")
        kinds = (
            (self.failure_rate, FailureKind.INFRASTRUCTURE, "the simulated machine failed"),
            (self.preemption_rate, FailureKind.PREEMPTED, "the simulated worker was taken away"),
        )
        fails = [
            Failing(begins + draws.expovariate(rate / HOUR), kind, text) for rate, kind, text in kinds if rate
        ]
        return min(fails)


class SimulatedJobs(Backend):
    """Replays learning curves as if they were trained, and moves the clock from one event to the next.

    What a job does follows from the settings, its number, and when it began. So there is nothing to keep,
    and a tuner that comes back finds each job where it was. Events at the same moment come in the order of
    their trials.
    """

    max_poll_time = math.inf  # nobody waits in virtual time
    has_side_effects = False
    reports_start = False  # they run at once

    def __init__(self, settings: SimulatedBackend, blackbox: Blackbox, elapsed: float) -> None:
        self.clock: VirtualClock = VirtualClock(elapsed)
        self._settings = settings
        self._blackbox = blackbox
        self._limit = blackbox.problem.max_resource_arg
        self._names = blackbox.problem.space.names
        self._courses: dict[int, Course] = {}  # by trial, of which one job runs at most
        self._queue: list[tuple[float, int, int]] = []  # a heap of moments, trials, and versions of courses
        self._version = 0

    def start(self, job: Job) -> None:
        course = self._course(job, self.clock.now())
        self._courses[job.id.trial_id] = course
        self._await(course)

    def halt(self, job_id: JobId, patience: float) -> None:
        course = self._courses.get(job_id.trial_id)
        if course is not None and course.job == job_id:
            course.tell(self.clock.now() + patience, self._settings.stop_delay)
            self._await(course)

    def drop_checkpoint(self, trial_id: int) -> None:
        """There are none: a job goes on from the level that its trial has reported."""

    def poll(self, timeout: float) -> list[Fact]:
        """What happens next, if that is within `timeout` seconds of virtual time; else the time passes."""
        latest = self.clock.now() + timeout
        queue, courses = self._queue, self._courses
        while queue and queue[0][0] <= latest:
            moment, trial_id, version = heapq.heappop(queue)
            course = courses.get(trial_id)
            if course is not None and course.version == version:  # else it has been told to end since
                self.clock.advance_to(moment)
                return self._go_on(course, moment)
        if latest == math.inf:
            raise BackendError("Nothing runs and nothing is to come: this experiment would wait for ever.")
        self.clock.advance_to(latest)
        return []

    def attach(self, jobs: Sequence[LiveJob]) -> None:
        for live in jobs:
            course = self._course(live.job, live.started)
            course.skip(live.reports_seen)
            if live.halted:
                course.tell(live.halt_at, self._settings.stop_delay)
            self._courses[live.job.id.trial_id] = course
            self._await(course)

    def close(self) -> Sequence[Fact]:
        """Nothing is held."""
        return ()

    def _go_on(self, course: Course, now: float) -> list[Fact]:
        """A course's next event. Its end comes with its last report if there is no time between them."""
        facts: list[Fact] = []
        while course.reports_next and course.next_event <= now:
            facts.append(course.report(now))
        if course.next_event > now:
            self._await(course)
        else:
            del self._courses[course.job.trial_id]
            facts.append(course.end(now))
        return facts

    def _await(self, course: Course) -> None:
        self._version += 1
        course.version = self._version
        # what had been due while no tuner ran comes at once
        moment = max(course.next_event, self.clock.now())
        heapq.heappush(self._queue, (moment, course.job.trial_id, self._version))

    def _course(self, job: Job, started: float) -> Course:
        """What a job does from the moment at which it was started."""
        settings = self._settings
        begins = started + settings.start_delay + (settings.restore_delay if job.resumed else 0.0)
        try:
            curve = self._curve(job.arguments)
            last = curve.reports_to(self._last(job.arguments, curve.levels[-1]))
        except BlackboxError as error:
            return Course.failing(job.id, started, Failing(begins, FailureKind.ERROR, str(error)))
        return Course(
            job.id,
            started,
            begins,
            curve,
            resource=self._blackbox.problem.resource_attr,
            # without a resource, what is reported again after an older checkpoint counts as further levels
            first=curve.reports_to(settings.saved_level(job.level)),
            last=last,
            ends_after=settings.stop_delay,
            failure=settings.failure_of(job.id, begins),
        )

    def _curve(self, arguments: Config) -> Curve:
        # without the limit, and without constants that the blackbox knows nothing of
        config = {name: arguments[name] for name in self._names if name in arguments}
        return self._blackbox.curve(config, self._settings.seed)

    def _last(self, arguments: Config, highest: int) -> int:
        """The level at which a job with these arguments ends by itself if it isn't trained before."""
        limit = arguments.get(self._limit) if self._limit is not None else None
        if limit is None:
            return highest
        if isinstance(limit, bool) or not isinstance(limit, int):
            raise BlackboxError(f"{self._limit} is {limit!r}: it must be a whole number.")
        return limit


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
