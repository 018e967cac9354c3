"""Trials, their states, the table of legal transitions, and all trials as everything but their writer reads
them: `tunewise.trial_table`. The contract suites in `tunewise.testing` check that searchers and schedulers
only read.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

import msgspec

from tunewise.problem import Problem
from tunewise.space import Config, Value


class Status(StrEnum):
    """The state of a trial."""

    RUNNING = "running"  # its job has a worker
    HALTING = "halting"  # its job has been told to end, and still has the worker
    PAUSED = "paused"  # no job; the scheduler may resume it from its checkpoint
    SUSPENDED = "suspended"  # no job, though the scheduler did not decide so; resumed as soon as possible
    COMPLETED = "completed"  # its script ended by itself
    STOPPED = "stopped"  # ended for good by the scheduler or a person
    FAILED = "failed"


RUNNING, HALTING, PAUSED, SUSPENDED, COMPLETED, STOPPED, FAILED = Status  # quicker than its attributes

TRANSITIONS: Mapping[Status, frozenset[Status]] = {
    RUNNING: frozenset({HALTING, PAUSED, SUSPENDED, COMPLETED, FAILED}),
    HALTING: frozenset({PAUSED, SUSPENDED, COMPLETED, STOPPED, FAILED}),
    PAUSED: frozenset({RUNNING, COMPLETED, SUSPENDED, STOPPED}),
    SUSPENDED: frozenset({RUNNING, PAUSED, STOPPED}),
    COMPLETED: frozenset(),
    STOPPED: frozenset(),
    FAILED: frozenset(),
}
"""The states that may follow each state. A trial begins as RUNNING."""

TERMINAL = frozenset(status for status, following in TRANSITIONS.items() if not following)


class FailureKind(StrEnum):
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


ELSEWHERE = "elsewhere"
"""The kind of reason of a trial that was trained elsewhere, before the experiment began. With it comes, as
`unseen`, the level up to which nothing is known."""

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
    wish: Status | None


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
    wish: what a person wants of an unfinished trial. SUSPENDED or PAUSED: that it is held, and this is the
        state that it returns to. RUNNING: that it goes on, from then on until it does.
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
        self.wish: Status | None = None

    @property
    def elsewhere(self) -> bool:
        """Whether it was trained elsewhere, so that its times say nothing."""
        return self.why.get("kind") == ELSEWHERE

    @property
    def unseen(self) -> int:
        """The level up to which nothing is known of a trial that was trained elsewhere; else 0."""
        return int(self.why.get("unseen", 0)) if self.elsewhere else 0  # type: ignore[arg-type]

    @property
    def busy(self) -> bool:
        """Whether a job of the trial holds a worker."""
        return self.status is RUNNING or self.status is HALTING

    @property
    def queued(self) -> bool:
        """Whether a job of the trial waits in a queue."""
        return self.busy and self.jobs[-1].began is None

    @property
    def held(self) -> bool:
        """Whether a person wants it to have no job for now."""
        return self.wish is SUSPENDED or self.wish is PAUSED

    @property
    def standing(self) -> str:
        """Its state in a word: `queued`, `held`, or its status."""
        if self.status is SUSPENDED and self.held:
            return "held"
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
        reported = self.levels[index - 1] if index else self.unseen
        if not self.arrivals:  # the usual case
            return reported
        return max([reported, *(arrival.level for arrival in self.arrivals if arrival.report < index)])

    def job_of(self, index: int) -> JobSpan:
        """The job that made the report with this index, or that will make it if it is the next one."""
        return next(job for job in reversed(self.jobs) if job.first_report <= index)

    def index_at(self, level: int) -> int | None:
        """The index of the report that counts at a level: the first one at or above it, or the last one
        before a job arrived there. None if the trial hasn't reached it, or was trained elsewhere and nothing
        is known of it there."""
        if level <= self.unseen:
            return None
        index = bisect_left(self.levels, level)
        if self.arrivals:
            arrived = (arrival.report for arrival in self.arrivals if arrival.level >= level)
            index = min(index, next(arrived, index))
        return index if index < len(self.levels) else None

    def __repr__(self) -> str:
        return f"<Trial {self.id} {self.status} at level {self.level}: {dict(self.config)}>"


class Trials:
    """The history that searchers and schedulers read: all trials, in order of their start."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self._sign = problem.sign
        self._trials: list[Trial] = []
        self.by_id: Sequence[Trial] = self._trials  # the quickest way to one
        self._by_status: dict[Status, dict[int, Trial]] = {status: {} for status in Status}
        self.num_trials = 0
        self.num_elsewhere = 0  # the first ones, which were trained elsewhere; all of them are over
        self.num_reports = 0  # usable ones, over all trials
        self._log_trials: array[int] = array("i")
        self._log_indices: array[int] = array("i")
        self._arrivals: list[tuple[Trial, Arrival]] = []
        self.num_arrivals = 0  # ends of jobs at levels that they had not reported, over all trials
        self.best: Best | None = None  # metric of all reports; the first one if several are equal

    def __repr__(self) -> str:
        counts = [f", {len(trials)} {status}" for status, trials in self._by_status.items() if trials]
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
