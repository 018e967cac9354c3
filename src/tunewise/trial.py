"""Trials, their states, the table of legal transitions, and the table of all trials.

`TrialTable` is the only writer. All other code reads it as `Trials`; the contract suites in
`tunewise.testing` check that searchers and schedulers do.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from operator import attrgetter
from typing import Any, NamedTuple

import msgspec
from msgspec.structs import replace

from tunewise.problem import Problem
from tunewise.space import Config, Value


class Status(str, Enum):
    """The state of a trial."""

    __hash__ = str.__hash__  # the one of Enum is Python code, and lookups are frequent

    RUNNING = "running"  # its job has a worker
    HALTING = "halting"  # its job has been told to end, and still has the worker
    PAUSED = "paused"  # no job; the scheduler may resume it from its checkpoint
    SUSPENDED = "suspended"  # no job, though the scheduler did not decide so; resumed as soon as possible
    COMPLETED = "completed"  # its script ended by itself
    STOPPED = "stopped"  # ended for good by the scheduler
    FAILED = "failed"


RUNNING, HALTING, PAUSED, SUSPENDED, COMPLETED, STOPPED, FAILED = Status  # quicker than its attributes

TRANSITIONS: Mapping[Status, frozenset[Status]] = {
    RUNNING: frozenset({HALTING, PAUSED, SUSPENDED, COMPLETED, FAILED}),
    HALTING: frozenset({PAUSED, SUSPENDED, COMPLETED, STOPPED, FAILED}),
    PAUSED: frozenset({RUNNING, COMPLETED}),
    SUSPENDED: frozenset({RUNNING}),
    COMPLETED: frozenset(),
    STOPPED: frozenset(),
    FAILED: frozenset(),
}
"""The states that may follow each state. A trial begins as RUNNING."""

TERMINAL = frozenset(status for status, following in TRANSITIONS.items() if not following)


class FailureKind(str, Enum):
    """Why a job or a trial failed, which determines what follows."""

    PREEMPTED = "preempted"  # its worker was taken away: retried, not counted
    INFRASTRUCTURE = "infrastructure"  # the machine's or the cloud's fault: limited retries with backoff
    CONFIGURATION = "configuration"  # NaN, out of memory, time limit: the searcher learns from it
    ERROR = "error"  # the fault of the script: if the first trials all fail so, the experiment ends


Why = Mapping[str, Value]  # as in `events`


class Failure(msgspec.Struct, frozen=True):
    kind: FailureKind
    message: str


class JobId(NamedTuple):
    """The run-th job of a trial; both count from 0."""

    trial_id: int
    run: int

    def __str__(self) -> str:
        return f"{self.trial_id}.{self.run}"


class JobSpan(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """When a job of a trial ran, in seconds on the experiment's clock.

    started: when its start was decided. began: when it began to run; None while it waits in a queue.
    queued_for: why it waits there, or waited, in words; "" if unknown.
    """

    started: float
    until: int | None
    first_report: int  # index into the trial's reports of the first one that this job can have made
    began: float | None = None
    ended: float | None = None
    queued_for: str = ""

    @property
    def begin(self) -> float:
        """When it began to run, or was started if it hasn't."""
        return self.started if self.began is None else self.began

    def began_by(self, time: float, elapsed: float) -> float:
        """When it began, given that at `time` it had run for `elapsed` seconds."""
        # the clock stops while no tuner runs, so a job may have run for longer than the clock says
        return max(time - elapsed, self.started) if self.began is None else self.began


class Arrival(NamedTuple):
    """A job that was limited to a level and ended there by itself without having reported it.

    level: the limit. report: index of the trial's last report, whose value counts at that level. place: how
    many reports of all trials came before.
    """

    level: int
    report: int
    place: int


class Best(NamedTuple):
    """The best metric seen."""

    value: float
    trial_id: int
    level: int


_NO_ARRIVALS: list[Arrival] = []  # of most trials, which share it


class TrialImage(msgspec.Struct, frozen=True, array_like=True):
    """A trial as plain values, under the names of its attributes."""

    id: int
    config: Config
    bracket: int
    why: dict[str, Value]
    status: Status
    until: int | None
    level: int
    levels: bytes
    values: bytes
    times: bytes
    job: JobId
    jobs: list[JobSpan]
    arrivals: list[Arrival]
    seen: int
    target: Status | None
    halt_at: float
    failure: Failure | None
    retries: int
    retry_at: float
    worker_time: float


class Trial:
    """One configuration and everything that was reported for it. Read-only for all but `TrialTable`.

    level: the highest one reported; 0 before the first report.
    levels, values, times: one entry per usable report, levels strictly increasing, values finite, times in
        seconds of the experiment's clock.
    arrivals: ends of jobs at levels that they had not reported, levels strictly increasing.
    until: the level at which the current job should end (None: when the script ends).
    worker_time: seconds for which ended jobs of this trial ran.
    target: in state HALTING, the state that follows once the job is over.
    halt_at: in state HALTING, when the job was or will be told to end, unless it ends by itself.
    """

    __slots__ = TrialImage.__struct_fields__

    def __init__(self, trial_id: int, config: Config, bracket: int, until: int | None, why: Why) -> None:
        self.id = trial_id
        self.config = config
        self.bracket = bracket
        self.why = why
        self.status = RUNNING
        self.until = until
        self.level = 0  # the highest one reported
        self.levels: array[int] = array("i")
        self.values: array[float] = array("d")
        self.times: array[float] = array("d")
        self.arrivals = _NO_ARRIVALS
        self.job = JobId(trial_id, 0)  # the latest one
        self.jobs: list[JobSpan] = []
        self.seen = 0  # reports of the current job, usable or not
        self.target: Status | None = None
        self.halt_at = 0.0
        self.failure: Failure | None = None
        self.retries = 0
        self.retry_at = 0.0
        self.worker_time = 0.0

    @property
    def busy(self) -> bool:
        """Whether a job of the trial holds a worker."""
        return self.status is RUNNING or self.status is HALTING

    @property
    def queued(self) -> bool:
        """Whether a job of the trial waits in a queue."""
        return self.busy and self.jobs[-1].began is None

    @property
    def standing(self) -> str:
        """Its state in a word: `queued`, or its status."""
        return "queued" if self.status is RUNNING and self.queued else self.status.value

    def spent(self, now: float) -> float:
        """Seconds for which its jobs have run, including the current one and without time in queues."""
        began = self.jobs[-1].began
        return self.worker_time + (now - began if self.busy and began is not None else 0.0)

    @property
    def reached(self) -> int:
        """The level it has been trained to, according to its reports and the ends of its jobs."""
        return max(self.level, self.arrivals[-1].level) if self.arrivals else self.level

    def reached_before(self, index: int) -> int:
        """The level it had reached before the report with this index."""
        reported = self.levels[index - 1] if index else 0
        if not self.arrivals:  # the usual case
            return reported
        return max([reported, *(arrival.level for arrival in self.arrivals if arrival.report < index)])

    def job_of(self, index: int) -> JobSpan:
        """The job that made the report with this index, or that will make it if it is the next one."""
        return next(job for job in reversed(self.jobs) if job.first_report <= index)

    def index_at(self, level: int) -> int | None:
        """The index of the report that counts at a level: the first one at or above it, or the last one
        before a job arrived there. None if the trial hasn't reached it."""
        index = bisect_left(self.levels, level)
        if self.arrivals:
            arrived = (arrival.report for arrival in self.arrivals if arrival.level >= level)
            index = min(index, next(arrived, index))
        return index if index < len(self.levels) else None

    def __repr__(self) -> str:
        return f"<Trial {self.id} {self.status.value} at level {self.level}>"


class TableImage(msgspec.Struct, frozen=True, array_like=True):
    """All trials as plain values. by_status, arrivals: by trial id. log_trials, log_indices: the order of all
    reports."""

    trials: list[TrialImage]
    by_status: dict[Status, list[int]]
    log_trials: bytes
    log_indices: bytes
    arrivals: list[tuple[int, Arrival]]
    best: Best | None


_ARRAYS = {"levels": "i", "values": "d", "times": "d"}
_fields = attrgetter(*TrialImage.__struct_fields__)


def _image_of(trial: Trial) -> TrialImage:
    parts: list[Any] = [part.tobytes() if type(part) is array else part for part in _fields(trial)]
    return TrialImage(*parts)


def _trial_of(image: TrialImage) -> Trial:
    trial = Trial(image.id, image.config, image.bracket, image.until, image.why)
    for name in TrialImage.__struct_fields__:
        value = getattr(image, name)
        setattr(trial, name, array(_ARRAYS[name], value) if name in _ARRAYS else value)
    return trial


class Trials:
    """The history that searchers and schedulers read: all trials, in order of their start."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self._sign = problem.sign
        self._trials: list[Trial] = []
        self.by_id: Sequence[Trial] = self._trials  # the quickest way to one
        self._by_status: dict[Status, dict[int, Trial]] = {status: {} for status in Status}
        self.num_trials = 0
        self.num_reports = 0  # usable ones, over all trials
        self._log_trials: array[int] = array("i")
        self._log_indices: array[int] = array("i")
        self._arrivals: list[tuple[Trial, Arrival]] = []
        self.num_arrivals = 0  # ends of jobs at levels that they had not reported, over all trials
        self.best: Best | None = None  # metric of all reports; the first one if several are equal

    def __repr__(self) -> str:
        counts = [f", {len(trials)} {status.value}" for status, trials in self._by_status.items() if trials]
        return f"<{type(self).__name__}: {self.num_trials} in all{''.join(counts)}>"

    def __len__(self) -> int:
        return len(self._trials)

    def __getitem__(self, trial_id: int) -> Trial:
        return self._trials[trial_id]

    def __iter__(self) -> Iterator[Trial]:
        return iter(self._trials)

    def having(self, status: Status) -> Mapping[int, Trial]:
        """The trials in a state by id, in the order in which they entered it."""
        return self._by_status[status]

    def report(self, position: int) -> tuple[Trial, int]:
        """The report at a position in the common order, as its trial and its index there.

        A cache that has read n reports catches up by reading positions n to `num_reports` - 1.
        """
        return self._trials[self._log_trials[position]], self._log_indices[position]

    def arrival(self, number: int) -> tuple[Trial, Arrival]:
        """An arrival by its number over all trials; its place is its position among the reports."""
        return self._arrivals[number]


class TrialTable(Trials):
    """The owner of the trials: each method is one legal step; any other step raises `ValueError`."""

    def image(self) -> TableImage:
        """The table as plain values, from which `restored` makes an equal table."""
        return TableImage(
            list(map(_image_of, self)),
            {status: list(trials) for status, trials in self._by_status.items()},
            self._log_trials.tobytes(),
            self._log_indices.tobytes(),
            [(trial.id, arrival) for trial, arrival in self._arrivals],
            self.best,
        )

    @classmethod
    def restored(cls, problem: Problem, image: TableImage) -> TrialTable:
        table = cls(problem)
        table._trials += map(_trial_of, image.trials)
        table.num_trials = len(table._trials)
        for status, ids in image.by_status.items():
            table._by_status[status] = {trial_id: table._trials[trial_id] for trial_id in ids}
        table._log_trials = array("i", image.log_trials)
        table._log_indices = array("i", image.log_indices)
        table.num_reports = len(table._log_trials)
        table._arrivals = [(table._trials[trial_id], arrival) for trial_id, arrival in image.arrivals]
        table.num_arrivals = len(table._arrivals)
        table.best = image.best
        return table

    def add(
        self, config: Config, bracket: int, until: int | None, why: Why, time: float, queued: bool = True
    ) -> Trial:
        """A new trial, whose first job is started. queued: it has yet to begin to run."""
        trial = Trial(self.num_trials, self.problem.space.canonical(config), bracket, until, why)
        trial.jobs.append(JobSpan(time, until, 0, None if queued else time))
        self._trials.append(trial)
        self.num_trials += 1
        self._by_status[RUNNING][trial.id] = trial
        return trial

    def resume(self, trial: Trial, until: int | None, time: float, queued: bool = True) -> None:
        """The same for the next job of a trial."""
        self._move(trial, RUNNING)
        trial.until = until
        trial.failure = None
        trial.seen = 0
        trial.job = JobId(trial.id, len(trial.jobs))
        trial.jobs.append(JobSpan(time, until, len(trial.levels), None if queued else time))

    def queue_job(self, trial: Trial, why: str) -> None:
        """Notes why the trial's job waits."""
        trial.jobs[-1] = replace(trial.jobs[-1], queued_for=why)

    def begin_job(self, trial: Trial, began: float) -> None:
        """The trial's job has begun to run, not before it was started."""
        span = trial.jobs[-1]
        if span.began is not None or began < span.started:
            raise ValueError(f"job {trial.job} can't begin at {began}: it is {span}")
        trial.jobs[-1] = replace(span, began=began)

    def add_report(self, trial: Trial, level: int, value: float, time: float) -> bool:
        """Adds a usable report: a level above the trial's last one and a finite value. Returns whether it is
        the best one."""
        if level <= trial.level:
            raise ValueError(f"level {level} of trial {trial.id} comes after level {trial.level}")
        self._log_trials.append(trial.id)
        self._log_indices.append(len(trial.levels))
        self.num_reports += 1
        trial.level = level
        trial.levels.append(level)
        trial.values.append(value)
        trial.times.append(time)
        best = self.best
        if best is not None and self._sign * value >= self._sign * best.value:
            return False
        self.best = Best(value, trial.id, level)
        return True

    def halt(self, trial: Trial, target: Status, failure: Failure | None, halt_at: float = 0.0) -> None:
        """The trial's job must end, and is told so at `halt_at`. This may be repeated; a trial that is being
        suspended may still get a verdict of its own, and one that is being paused may still complete."""
        if target not in TRANSITIONS[HALTING]:
            raise ValueError(f"trial {trial.id} cannot be halted to become {target.value}")
        earlier = trial.halt_at if trial.status is HALTING else halt_at
        overruled = (SUSPENDED, PAUSED) if target is COMPLETED else (SUSPENDED,)
        if trial.target not in (target, *overruled):
            self._move(trial, HALTING)
        trial.target = target
        trial.halt_at = min(halt_at, earlier)
        trial.failure = failure

    def end_job(self, trial: Trial, status: Status, time: float, worker_time: float) -> None:
        """The trial's job is over: its worker is free, and the trial changes to `status`. If a running trial
        becomes PAUSED, its job has ended by itself at its limit."""
        if trial.status is RUNNING and status is PAUSED:
            self._arrive(trial)
        self._move(trial, status)
        trial.target = None
        trial.jobs[-1] = replace(trial.jobs[-1], ended=time)
        trial.worker_time += worker_time

    def _arrive(self, trial: Trial) -> None:
        if trial.until is None or not trial.levels:
            raise ValueError(
                f"trial {trial.id} cannot go from running to paused: it has no limit, or reported nothing"
            )
        if trial.until > trial.reached:
            arrival = Arrival(trial.until, len(trial.levels) - 1, self.num_reports)
            trial.arrivals = [*trial.arrivals, arrival]
            self._arrivals.append((trial, arrival))
            self.num_arrivals += 1

    def complete(self, trial: Trial) -> None:
        """A paused trial won't be resumed any more."""
        self._move(trial, COMPLETED)

    def fail(self, trial: Trial, failure: Failure) -> None:
        """Notes why the trial's job failed."""
        trial.failure = failure

    def schedule_retry(self, trial: Trial, retry_at: float, counted: bool) -> None:
        """Sets when a suspended trial may be resumed, and counts the retry if `counted`."""
        trial.retry_at = retry_at
        trial.retries += counted

    def _move(self, trial: Trial, status: Status) -> None:
        if status not in TRANSITIONS[trial.status]:
            raise ValueError(f"trial {trial.id} cannot go from {trial.status.value} to {status.value}")
        del self._by_status[trial.status][trial.id]
        self._by_status[status][trial.id] = trial
        trial.status = status
