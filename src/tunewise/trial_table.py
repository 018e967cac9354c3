"""The table of all trials, and the only writer of it.

Each change is one legal step. What else reads or writes it sees `Trials`.
"""

from __future__ import annotations

from array import array
from operator import attrgetter
from typing import Any

import msgspec
from msgspec.structs import replace

from tunewise.problem import Problem
from tunewise.space import Config
from tunewise.trial import (
    COMPLETED,
    HALTING,
    PAUSED,
    RUNNING,
    STOPPED,
    SUSPENDED,
    TRANSITIONS,
    Arrival,
    Best,
    Failure,
    JobId,
    JobSpan,
    Status,
    Trial,
    TrialImage,
    Trials,
    Why,
)


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
        table.num_elsewhere = sum(trial.elsewhere for trial in table._trials)
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
        self.num_elsewhere += trial.elsewhere
        self._by_status[RUNNING][trial.id] = trial
        return trial

    def resume(self, trial: Trial, until: int | None, time: float, queued: bool = True) -> None:
        """The same for the next job of a trial."""
        self._move(trial, RUNNING)
        trial.until = until
        trial.wish = None
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
        suspended may still get a verdict of its own, and one that is being paused may still complete or be
        stopped."""
        if target not in TRANSITIONS[HALTING]:
            raise ValueError(f"trial {trial.id} cannot be halted to become {target.value}")
        earlier = trial.halt_at if trial.status is HALTING else halt_at
        overruled = (SUSPENDED, PAUSED) if target in (COMPLETED, STOPPED) else (SUSPENDED,)
        if trial.target not in (target, *overruled):
            self._move(trial, HALTING)
        trial.target = target
        trial.halt_at = min(halt_at, earlier)
        trial.failure = failure

    def end_job(self, trial: Trial, status: Status, time: float, worker_time: float) -> None:
        """The trial's job is over: its worker is free, and the trial changes to `status`. If a running trial
        becomes PAUSED, its job has ended by itself at its limit. One that is held becomes SUSPENDED."""
        if trial.status is RUNNING and status is PAUSED:
            self._arrive(trial)
        if trial.held:
            trial.wish = status if status in (PAUSED, SUSPENDED) else None
            status = SUSPENDED if status is PAUSED else status
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

    def hold(self, trial: Trial) -> None:
        """A person wants that a trial without a job, or with one that has been told to end, gets none."""
        if trial.status not in (HALTING, PAUSED, SUSPENDED):
            raise ValueError(f"trial {trial.id}, which is {trial.status}, cannot be held")
        if trial.status is PAUSED:
            trial.wish = PAUSED
            self._move(trial, SUSPENDED)
        elif not trial.held:
            trial.wish = SUSPENDED

    def release(self, trial: Trial) -> None:
        """A held trial is in the hands of the scheduler again if that has paused it, and goes on if not."""
        if not trial.held:
            raise ValueError(f"trial {trial.id} is not held")
        if trial.wish is PAUSED:
            self._move(trial, PAUSED)
        trial.wish = RUNNING if trial.status is SUSPENDED else None

    def recall(self, trial: Trial, until: int | None) -> None:
        """A person wants a paused trial to go on, up to this level."""
        if trial.status is not PAUSED or (until is not None and until <= trial.reached):
            raise ValueError(f"trial {trial.id} cannot go on to level {until}: {trial!r}")
        self._move(trial, SUSPENDED)
        trial.until = until
        trial.wish = RUNNING

    def stop(self, trial: Trial) -> None:
        """A trial without a job ends for good."""
        if trial.busy:
            raise ValueError(f"trial {trial.id} cannot be stopped while it has a job")
        self._move(trial, STOPPED)
        trial.wish = None
        trial.failure = None

    def fail(self, trial: Trial, failure: Failure) -> None:
        """Notes why the trial's job failed."""
        trial.failure = failure

    def schedule_retry(self, trial: Trial, retry_at: float, counted: bool) -> None:
        """Sets when a suspended trial may be resumed, and counts the retry if `counted`."""
        trial.retry_at = retry_at
        trial.retries += counted

    def _move(self, trial: Trial, status: Status) -> None:
        if status not in TRANSITIONS[trial.status]:
            raise ValueError(f"trial {trial.id} cannot go from {trial.status} to {status}")
        del self._by_status[trial.status][trial.id]
        self._by_status[status][trial.id] = trial
        trial.status = status
