"""A trial, its states, the table of legal transitions, and the one table that holds all trials.

`TrialTable` is the only writer. Everybody else reads it as `Trials`; the contract suites in
`tunewise.testing` hold searchers and schedulers to that.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

import msgspec

from tunewise.problem import Problem
from tunewise.space import Config, Value


class Status(str, Enum):
    """Where a trial stands."""

    __hash__ = str.__hash__  # the enumeration's own is Python code, and tables are looked up all the time

    RUNNING = "running"  # its job has a worker
    HALTING = "halting"  # its job has been told to end, and still has the worker
    PAUSED = "paused"  # no job; the scheduler may resume it from its checkpoint
    SUSPENDED = "suspended"  # no job, through no decision of the scheduler; resumed as soon as it can be
    COMPLETED = "completed"  # its script ended by itself
    STOPPED = "stopped"  # the scheduler gave it up
    FAILED = "failed"


TRANSITIONS: Mapping[Status, frozenset[Status]] = {
    Status.RUNNING: frozenset(
        {Status.HALTING, Status.PAUSED, Status.SUSPENDED, Status.COMPLETED, Status.FAILED}
    ),
    Status.HALTING: frozenset(
        {Status.PAUSED, Status.SUSPENDED, Status.COMPLETED, Status.STOPPED, Status.FAILED}
    ),
    Status.PAUSED: frozenset({Status.RUNNING, Status.COMPLETED}),
    Status.SUSPENDED: frozenset({Status.RUNNING}),
    Status.COMPLETED: frozenset(),
    Status.STOPPED: frozenset(),
    Status.FAILED: frozenset(),
}
"""From each state to those that may follow. A trial begins as RUNNING."""

TERMINAL = frozenset(status for status, following in TRANSITIONS.items() if not following)


class FailureKind(str, Enum):
    """Why a job or a trial failed, which decides what follows."""

    PREEMPTED = "preempted"  # its worker was taken away: free retry
    INFRASTRUCTURE = "infrastructure"  # the machine's or the cloud's fault: bounded retries with back-off
    CONFIGURATION = "configuration"  # NaN, out of memory, time limit: the searcher learns from it
    ERROR = "error"  # the script's own fault: the first of these end the experiment


@dataclass(frozen=True)
class Failure:
    kind: FailureKind
    message: str


class JobId(NamedTuple):
    """The run-th job of a trial; both count from 0."""

    trial_id: int
    run: int

    def __str__(self) -> str:
        return f"{self.trial_id}.{self.run}"


class JobSpan(NamedTuple):
    """One job of a trial in time: seconds of the experiment's clock.

    started: when its start was decided. began: when it began to run; None while it waits in a queue.
    queued_for: why it waits there, or waited, in words; "" if that isn't known.
    """

    started: float
    until: int | None
    first_report: int  # index into the trial's reports of the first one that this job can have made
    began: float | None = None
    ended: float | None = None
    queued_for: str = ""

    def began_by(self, time: float, elapsed: float) -> float:
        """When it began, for one who hears at a moment that it has run for `elapsed` seconds."""
        # the clock stands while there is no tuner, so that a job may have run for longer than it says
        return max(time - elapsed, self.started) if self.began is None else self.began


class Arrival(NamedTuple):
    """A job that was to run to a level, and ended there by itself without having reported it.

    level: the one that it was to run to. report: index of the trial's last report, whose value counts there.
    place: how many reports of all trials came before.
    """

    level: int
    report: int
    place: int


class Best(NamedTuple):
    """The best metric seen."""

    value: float
    trial_id: int
    level: int


class TrialImage(msgspec.Struct, frozen=True, array_like=True):
    """A trial as plain values, each by the name of the attribute that it is of."""

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
    """One configuration and everything that was reported for it. Read it; only `TrialTable` writes.

    level: the highest one reported; 0 before the first report.
    levels, values, times: one entry per usable report, levels strictly growing, values finite, times in
        seconds of the experiment's clock.
    arrivals: ends of jobs at levels that they had not reported, levels strictly growing.
    until: the level at which the current job is to end (None: when the script ends).
    worker_time: seconds for which ended jobs of this trial ran.
    target: in state HALTING, the state that follows once the job is over.
    halt_at: in state HALTING, when the job was told to end, or is to be if it doesn't end by itself.
    """

    __slots__ = TrialImage.__struct_fields__

    def __init__(
        self, trial_id: int, config: Config, bracket: int, until: int | None, why: Mapping[str, Value]
    ) -> None:
        self.id = trial_id
        self.config = config
        self.bracket = bracket
        self.why = why
        self.status = Status.RUNNING
        self.until = until
        self.level = 0  # the highest one reported
        self.levels: array[int] = array("i")
        self.values: array[float] = array("d")
        self.times: array[float] = array("d")
        self.arrivals: list[Arrival] = []
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
        """Whether the trial's job holds a worker."""
        return self.status is Status.RUNNING or self.status is Status.HALTING

    @property
    def queued(self) -> bool:
        """Whether the trial's job has been started and waits for a place to run."""
        return self.busy and self.jobs[-1].began is None

    @property
    def standing(self) -> str:
        """Its state in a word: `queued`, or else that of its status."""
        return "queued" if self.status is Status.RUNNING and self.queued else self.status.value

    def spent(self, now: float) -> float:
        """Seconds for which its jobs have run, the one that runs now included, the wait in queues not."""
        began = self.jobs[-1].began
        return self.worker_time + (now - began if self.busy and began is not None else 0.0)

    @property
    def reached(self) -> int:
        """The level that it has been trained to, as far as its reports and the ends of its jobs tell."""
        return max(self.level, self.arrivals[-1].level) if self.arrivals else self.level

    def reached_before(self, index: int) -> int:
        """The level that it had reached when it made a report, given by its index."""
        reported = self.levels[index - 1] if index else 0
        if not self.arrivals:
            return reported
        return max([reported, *(arrival.level for arrival in self.arrivals if arrival.report < index)])

    def index_at(self, level: int) -> int | None:
        """The report that counts at a level, None if the trial hasn't reached it: the first one at or above
        it, or the last one before a job arrived there."""
        index = bisect_left(self.levels, level)
        arrived = next((arrival.report for arrival in self.arrivals if arrival.level >= level), index)
        first = min(index, arrived)
        return first if first < len(self.levels) else None

    def __repr__(self) -> str:
        return f"<Trial {self.id} {self.status.value} at level {self.level}>"


class TableImage(msgspec.Struct, frozen=True, array_like=True):
    """All trials as plain values. by_status, arrivals: with their ids. log_trials, log_indices: the order of
    all reports."""

    trials: list[TrialImage]
    by_status: dict[Status, list[int]]
    log_trials: bytes
    log_indices: bytes
    arrivals: list[tuple[int, Arrival]]
    best: Best | None


_ARRAYS = {"levels": "i", "values": "d", "times": "d"}


def _image_of(trial: Trial) -> TrialImage:
    fields = {name: getattr(trial, name) for name in TrialImage.__struct_fields__}
    return TrialImage(**{**fields, **{name: fields[name].tobytes() for name in _ARRAYS}})


def _trial_of(image: TrialImage) -> Trial:
    trial = Trial(image.id, image.config, image.bracket, image.until, image.why)
    for name in TrialImage.__struct_fields__:
        value = getattr(image, name)
        setattr(trial, name, array(_ARRAYS[name], value) if name in _ARRAYS else value)
    return trial


class Trials:
    """The history that searchers and schedulers read: all trials, in the order in which they started."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self._sign = problem.sign
        self._trials: list[Trial] = []
        self._by_status: dict[Status, dict[int, Trial]] = {status: {} for status in Status}
        self.num_trials = 0
        self.num_reports = 0  # usable ones, over all trials
        self._log_trials: array[int] = array("i")
        self._log_indices: array[int] = array("i")
        self._arrivals: list[tuple[Trial, Arrival]] = []
        self._best: Best | None = None

    def __repr__(self) -> str:
        told = [f"{len(trials)} {status.value}" for status, trials in self._by_status.items() if trials]
        return f"<{type(self).__name__}: {self.num_trials} in all{''.join(f', {part}' for part in told)}>"

    def __len__(self) -> int:
        return len(self._trials)

    def __getitem__(self, trial_id: int) -> Trial:
        return self._trials[trial_id]

    def __iter__(self) -> Iterator[Trial]:
        return iter(self._trials)

    def having(self, status: Status) -> Mapping[int, Trial]:
        """The trials in a state by their ids, in the order in which they came into it."""
        return self._by_status[status]

    def report(self, position: int) -> tuple[Trial, int]:
        """The report at a position of the common order, as its trial and its index there.

        A cache that has read `n` reports catches up by reading positions n to `num_reports` - 1.
        """
        return self._trials[self._log_trials[position]], self._log_indices[position]

    @property
    def num_arrivals(self) -> int:
        """Ends of jobs at levels that they had not reported, over all trials."""
        return len(self._arrivals)

    def arrival(self, number: int) -> tuple[Trial, Arrival]:
        """The arrivals of all trials, in their order; their places say where they stand among the reports."""
        return self._arrivals[number]

    @property
    def best(self) -> Best | None:
        """The best metric value of all reports; the first of equals."""
        return self._best


class TrialTable(Trials):
    """The owner of the trials: each method is one legal step, anything else raises `ValueError`."""

    def image(self) -> TableImage:
        """All of it as plain values, of which `restored` makes an equal table."""
        return TableImage(
            list(map(_image_of, self)),
            {status: list(trials) for status, trials in self._by_status.items()},
            self._log_trials.tobytes(),
            self._log_indices.tobytes(),
            [(trial.id, arrival) for trial, arrival in self._arrivals],
            self._best,
        )

    @classmethod
    def restored(cls, problem: Problem, image: TableImage) -> TrialTable:
        table = cls(problem)
        table._trials = list(map(_trial_of, image.trials))
        table.num_trials = len(table._trials)
        for status, ids in image.by_status.items():
            table._by_status[status] = {trial_id: table._trials[trial_id] for trial_id in ids}
        table._log_trials = array("i", image.log_trials)
        table._log_indices = array("i", image.log_indices)
        table.num_reports = len(table._log_trials)
        table._arrivals = [(table._trials[trial_id], arrival) for trial_id, arrival in image.arrivals]
        table._best = image.best
        return table

    def add(
        self, config: Config, bracket: int, until: int | None, why: Mapping[str, Value], time: float
    ) -> Trial:
        trial = Trial(len(self._trials), self.problem.space.canonical(config), bracket, until, why)
        trial.jobs.append(JobSpan(time, until, 0))
        self._trials.append(trial)
        self.num_trials += 1
        self._by_status[Status.RUNNING][trial.id] = trial
        return trial

    def resume(self, trial: Trial, until: int | None, time: float) -> None:
        self._move(trial, Status.RUNNING)
        trial.until = until
        trial.failure = None
        trial.seen = 0
        trial.job = JobId(trial.id, len(trial.jobs))
        trial.jobs.append(JobSpan(time, until, len(trial.levels)))

    def queue_job(self, trial: Trial, why: str) -> None:
        """Why the trial's job waits."""
        trial.jobs[-1] = trial.jobs[-1]._replace(queued_for=why)

    def begin_job(self, trial: Trial, began: float) -> None:
        """The trial's job has begun to run, at a moment not before it was started."""
        span = trial.jobs[-1]
        if span.began is not None or began < span.started:
            raise ValueError(f"job {trial.job} can't begin at {began}: it is {span}")
        trial.jobs[-1] = span._replace(began=began)

    def add_report(self, trial: Trial, level: int, value: float, time: float) -> None:
        """Adds a usable report: `level` above the trial's last one, `value` finite."""
        if level <= trial.level:
            raise ValueError(f"level {level} of trial {trial.id} comes after level {trial.level}")
        self._log_trials.append(trial.id)
        self._log_indices.append(len(trial.levels))
        self.num_reports += 1
        trial.level = level
        trial.levels.append(level)
        trial.values.append(value)
        trial.times.append(time)
        best = self._best
        if best is None or self._sign * value < self._sign * best.value:
            self._best = Best(value, trial.id, level)

    def halt(self, trial: Trial, target: Status, failure: Failure | None, halt_at: float = 0.0) -> None:
        """The trial's job is to end, and is told so at a moment. It may be told again, one that is being
        suspended may yet get a verdict of its own, and one that is to pause may get to its end meanwhile."""
        if target not in TRANSITIONS[Status.HALTING]:
            raise ValueError(f"trial {trial.id} cannot be halted to become {target.value}")
        told_before = trial.halt_at if trial.status is Status.HALTING else halt_at
        overruled = (Status.SUSPENDED, Status.PAUSED) if target is Status.COMPLETED else (Status.SUSPENDED,)
        if trial.target not in (target, *overruled):
            self._move(trial, Status.HALTING)
        trial.target = target
        trial.halt_at = min(halt_at, told_before)
        trial.failure = failure

    def end_job(self, trial: Trial, status: Status, time: float, worker_time: float) -> None:
        """The trial's job is over: its worker is free, and the trial goes into `status`. A running one that
        becomes PAUSED has ended by itself, at the limit that its job was started with."""
        if trial.status is Status.RUNNING and status is Status.PAUSED:
            self._arrive(trial)
        self._move(trial, status)
        trial.target = None
        trial.jobs[-1] = trial.jobs[-1]._replace(ended=time)
        trial.worker_time += worker_time

    def _arrive(self, trial: Trial) -> None:
        if trial.until is None or not trial.levels:
            raise ValueError(
                f"trial {trial.id} cannot go from running to paused: it has no limit, or reported nothing"
            )
        if trial.until > trial.reached:
            arrival = Arrival(trial.until, len(trial.levels) - 1, self.num_reports)
            trial.arrivals.append(arrival)
            self._arrivals.append((trial, arrival))

    def complete(self, trial: Trial) -> None:
        """Nobody will resume a paused trial any more."""
        self._move(trial, Status.COMPLETED)

    def fail(self, trial: Trial, failure: Failure) -> None:
        """Notes why the trial's job failed."""
        trial.failure = failure

    def schedule_retry(self, trial: Trial, retry_at: float, counted: bool) -> None:
        """When a suspended trial may be resumed; a free retry is not counted."""
        trial.retry_at = retry_at
        trial.retries += counted

    def _move(self, trial: Trial, status: Status) -> None:
        if status not in TRANSITIONS[trial.status]:
            raise ValueError(f"trial {trial.id} cannot go from {trial.status.value} to {status.value}")
        del self._by_status[trial.status][trial.id]
        self._by_status[status][trial.id] = trial
        trial.status = status
