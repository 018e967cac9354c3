"""The state of an experiment: a fold over its journal that decides nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from tunewise.accounting import Breakdown, Ledger, Usage
from tunewise.engine.policy import RetryPolicy
from tunewise.engine.rules import Habits, Point, Reading, read_report, settle
from tunewise.events import (
    LONGEST_REMARK,
    Action,
    ChangeTerms,
    DropCheckpoint,
    Enqueue,
    Entry,
    Fact,
    Finish,
    HaltJob,
    Hold,
    IdlePaid,
    JobEnded,
    JobQueued,
    JobStarted,
    Opened,
    Recall,
    Refuse,
    Release,
    Remark,
    Reported,
    Requested,
    ResumeJob,
    StartJob,
    StopTrial,
)
from tunewise.problem import Problem
from tunewise.space import Config
from tunewise.trial import Failure, FailureKind, JobId, Status, Trial
from tunewise.trial_table import TableImage, TrialTable

RUNNING, HALTING, PAUSED, SUSPENDED, COMPLETED, *_ = Status  # quicker than its attributes
MAX_KEYS = 1000  # columns of the table of results
MAX_NOTES_PER_KIND = 5  # enough for a script that repeats a mistake at each epoch


class Note(NamedTuple):
    """Something that users should know and that stopped nothing."""

    time: float
    trial_id: int
    message: str


class Remarked(NamedTuple):
    """A person's note on the experiment, or on a trial."""

    time: float
    trial_id: int | None
    text: str


class StateImage(msgspec.Struct, frozen=True, array_like=True):
    """A state as plain values, under the names of its attributes."""

    trials: TableImage
    opened: Opened | None
    last_run: Opened | None
    reported: dict[str, None]
    finished: Finish | None
    now: float
    launches: int
    busy: int
    running: int
    kept_time: float
    errors: int
    ended_well: int
    notes: list[Note]
    requests: dict[str, None]
    wanted: dict[str, Config]
    remarks: list[Remarked]
    ledger: Ledger
    _notes_of_kind: dict[str, int]
    _flaws: dict[int, str]
    _habits: Habits
    _ended_time: float
    _began_sum: float
    _queued_before: float
    _queued_since: float
    _earlier: Usage
    _held_beyond: float


class State:
    """Everything that follows from the lines of the journal.

    opened: the latest opening; last_run: the latest one with workers. reported: the reported keys in order of
    appearance: the first `MAX_KEYS`, the metric and the resource. now: time of the latest line. launches:
    jobs started so far, which numbers the decisions. busy: workers that have a job. running: those whose job
    has begun to run; other jobs wait in a queue, which costs nothing. kept_time: seconds of instances that
    were paid for between two jobs, as far as the back end knows. errors: trials that failed because of the
    script since the experiment was last opened; ended_well: trials that ended otherwise. finished: set while
    the experiment is over. requests: the ids of those that were taken up, in order. wanted: configurations
    that people asked for and that haven't been started yet, by the ids of their requests, in order. remarks:
    what people noted. ledger: what each job has cost.
    """

    def __init__(self, problem: Problem, retry: RetryPolicy) -> None:
        self.trials = TrialTable(problem)
        self.opened: Opened | None = None
        self.last_run: Opened | None = None
        self.reported: dict[str, None] = {}
        self.finished: Finish | None = None
        self.now = 0.0
        self.launches = 0
        self.busy = 0
        self.running = 0
        self.kept_time = 0.0
        self.errors = 0
        self.ended_well = 0
        self.notes: list[Note] = []
        self.requests: dict[str, None] = {}
        self.wanted: dict[str, Config] = {}
        self.remarks: list[Remarked] = []
        self.ledger = Ledger()
        self._problem = problem
        self._retry = retry
        self._notes_of_kind: dict[str, int] = {}
        self._habits = Habits()
        self._flaws: dict[int, str] = {}
        self._ended_time = 0.0
        self._began_sum = 0.0  # over running jobs
        self._queued_before = 0.0  # by jobs that have begun
        self._queued_since = 0.0  # summed over those that have not
        self._earlier = Usage()  # under earlier terms
        self._held_beyond = (
            0.0  # since then, by ended jobs: beyond that opening's workers, or beyond the clock
        )

    def image(self) -> StateImage:
        """The state as plain values, from which `restored` makes an equal state."""
        fields = {name: getattr(self, name) for name in StateImage.__struct_fields__}
        return StateImage(**{**fields, "trials": self.trials.image()})

    @classmethod
    def restored(cls, problem: Problem, retry: RetryPolicy, image: StateImage) -> State:
        state = cls(problem, retry)
        for name in StateImage.__struct_fields__:
            setattr(state, name, getattr(image, name))
        state.trials = TrialTable.restored(problem, image.trials)
        return state

    # ---- queries ----------------------------------------------------------------------------------------

    def worker_time(self, now: float) -> float:
        """Seconds for which jobs have run, including those that run now."""
        return self._ended_time + self.running * now - self._began_sum

    def queued_time(self, now: float) -> float:
        """Seconds for which jobs have waited between the decision to start them and their start."""
        return self._queued_before + (self.busy - self.running) * now - self._queued_since

    @property
    def price(self) -> float:
        return self.opened.price if self.opened else 0.0

    def held_time(self, now: float) -> float:
        """Seconds of all workers, with or without a job.

        Jobs that a tuner took over hold workers even if it has fewer of its own, and a job that ran while
        there was no tuner held its worker for longer than the clock says.
        """
        opened = self.opened
        if opened is None:
            return 0.0
        workers = max(opened.workers, self.busy)
        return self._earlier.held + workers * (now - self._earlier.time) + self._held_beyond

    def cost(self, now: float) -> float:
        """Money spent so far, including running jobs; each second at the price of its time."""
        opened = self.opened
        if opened is None:
            return 0.0
        earlier = self._earlier
        if opened.pay_idle:  # for all of a worker's time, including instances that are kept
            seconds = self.held_time(now) - earlier.held
        else:
            seconds = self.worker_time(now) - earlier.worker_time + self.kept_time - earlier.kept
        return earlier.cost + seconds / 3600.0 * opened.price

    def usage(self, now: float) -> Usage:
        """All that has been spent so far."""
        return Usage(now, self.worker_time(now), self.held_time(now), self.kept_time, self.cost(now))

    def breakdown(self) -> Breakdown:
        """What was spent so far, and on what."""
        queued = self.queued_time(self.now)
        return self.ledger.breakdown(self.trials, self.opened, self.usage(self.now), queued)

    @property
    def on_hold(self) -> bool:
        """Whether nothing runs, and all that could go on is held by people."""
        suspended = self.trials.having(SUSPENDED).values()
        held = bool(suspended) and all(trial.held for trial in suspended)
        return held and self.busy == 0 and self.finished is None

    def objection_to(self, remark: Remark) -> str:
        """Why a person's note can't be kept; "" if it can."""
        if len(remark.text) > LONGEST_REMARK:
            return f"The note has more than {LONGEST_REMARK:,} characters."
        return "" if remark.trial_id is None else self.no_such_trial(remark.trial_id)

    def no_such_trial(self, trial_id: int) -> str:
        """That there is no such trial, and which there are; "" if there is."""
        total = self.trials.num_trials
        if 0 <= trial_id < total:
            return ""
        existing = f"there are trials 0 to {total - 1}" if total else "there are none yet"
        return f"There is no trial {trial_id}: {existing}."

    @property
    def spending(self) -> float:
        """Money per second, as long as the same jobs run."""
        opened = self.opened
        if opened is None:
            return 0.0
        paid = max(opened.workers, self.busy) if opened.pay_idle else self.running
        return paid * opened.price / 3600.0

    def current(self, job: JobId) -> Trial | None:
        """The trial of a job if that job holds a worker, else None; facts about other jobs are ignored."""
        trials, trial_id = self.trials, job.trial_id
        if trial_id >= trials.num_trials:
            return None
        trial = trials.by_id[trial_id]
        status = trial.status
        return trial if (status is RUNNING or status is HALTING) and trial.job == job else None

    # ---- the fold ---------------------------------------------------------------------------------------

    def replay(self, entry: Entry) -> Reading | None:
        """Applies a line of the journal; for a report of a running job, returns what it means."""
        reading = self.take_fact(entry.fact)
        for action in entry.actions:
            self.take_action(action)
        return reading

    def take_fact(self, fact: Fact) -> Reading | None:
        """Applies a fact; for a report of a running job, returns what it means."""
        self.now = fact.time
        if isinstance(fact, Reported):  # first, as most facts are
            return self._reported(fact)
        if isinstance(fact, JobEnded):
            self._job_ended(fact)
        elif isinstance(fact, JobStarted):
            trial = self.current(fact.job)
            if trial is not None:
                self._begin_by(trial, fact)
        elif isinstance(fact, JobQueued):
            trial = self.current(fact.job)
            if trial is not None and trial.queued:
                self.trials.queue_job(trial, fact.why)
        elif isinstance(fact, IdlePaid):
            self.kept_time = max(self.kept_time, fact.seconds)
        elif isinstance(fact, Opened):
            self._settle(fact)
            self.opened = fact
            if fact.workers > 0:
                self.last_run = fact
            self.finished = None
            self.errors = 0
            self.ended_well = 0
        elif isinstance(fact, Requested):
            self.requests[fact.id] = None
            remark = fact.request
            if isinstance(remark, Remark) and not self.objection_to(remark):
                self.remarks.append(Remarked(fact.time, remark.trial_id, remark.text))
        return None

    def take_action(self, action: Action) -> None:
        """Applies a decision."""
        if isinstance(action, StartJob):
            if action.trial_id != self.trials.num_trials:
                raise ValueError(f"trial {action.trial_id} is started out of turn")
            start = action.config, action.bracket, action.until, action.why, action.time
            self._occupy(self.trials.add(*start, self._queues))
            if self.wanted:
                self.wanted.pop(str(action.why.get("request")), None)
        elif isinstance(action, ResumeJob):
            trial = self.trials[action.job.trial_id]
            if trial.status is PAUSED:
                self._habits.on_resume(trial)
            self.trials.resume(trial, action.until, action.time, self._queues)
            self._occupy(trial)
        elif isinstance(action, HaltJob):
            failure = Failure(action.failure, action.message) if action.failure else None
            halt_at = action.time + action.patience
            self.trials.halt(self.trials[action.job.trial_id], action.target, failure, halt_at)
        elif isinstance(action, Finish):
            self.finished = action
        elif isinstance(action, DropCheckpoint):
            trial = self.trials[action.trial_id]
            if trial.status is PAUSED:  # earlier versions completed what ended below its rung
                self.trials.complete(trial)
        else:
            self._take_wish(action)

    def _take_wish(
        self, action: Hold | Release | Recall | StopTrial | Enqueue | ChangeTerms | Refuse
    ) -> None:
        """Applies what a person asked for."""
        if isinstance(action, Hold):
            self.trials.hold(self.trials[action.trial_id])
        elif isinstance(action, Release):
            self.trials.release(self.trials[action.trial_id])
        elif isinstance(action, Recall):
            trial = self.trials[action.trial_id]
            self._habits.on_resume(trial)
            self.trials.recall(trial, action.until)
        elif isinstance(action, StopTrial):
            self.trials.stop(self.trials[action.trial_id])
        elif isinstance(action, Enqueue):
            self.wanted[action.id] = action.config
        elif isinstance(action, ChangeTerms) and self.opened is not None:
            changed = replace(self.opened, time=action.time, workers=action.workers, limits=action.limits)
            self._settle(changed)
            self.opened = self.last_run = changed

    @property
    def _queues(self) -> bool:
        """Whether a job that is started may have to wait."""
        return self.opened is not None and self.opened.reports_start

    def _occupy(self, trial: Trial) -> None:
        span = trial.jobs[-1]
        self.launches += 1
        self.busy += 1
        if span.began is None:
            self._queued_since += span.started
        else:
            self.running += 1
            self._began_sum += span.began

    def _begin_by(self, trial: Trial, fact: JobStarted | Reported | JobEnded) -> None:
        """The job has begun to run by now, whatever fact about it came first."""
        if trial.jobs[-1].began is None:
            self._begin(trial, trial.jobs[-1].began_by(fact.time, fact.elapsed))

    def _begin(self, trial: Trial, began: float) -> None:
        started = trial.jobs[-1].started
        self.trials.begin_job(trial, began)
        self.running += 1
        self._began_sum += began
        self._queued_since -= started
        self._queued_before += began - started
        terms = self._earlier
        if began < terms.time:
            worked = terms.worker_time + terms.time - began
            cost = terms.cost + self.ledger.began_before(began, terms.time)
            self._earlier = terms._replace(worker_time=worked, cost=cost)

    def _settle(self, opening: Opened) -> None:
        """Settles the cost so far if terms change. On equal terms it continues, so that resuming doesn't even
        change how sums are rounded."""
        before, spent = self.opened, self.usage(opening.time)
        self.ledger.open(before, opening, spent)
        terms = (opening.workers, opening.price, opening.pay_idle)
        if before is None or terms != (before.workers, before.price, before.pay_idle):
            self._earlier = spent
            self._held_beyond = 0.0

    def _reported(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # delivered late or twice
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._add_key(key, fact.time, trial)
        reading = read_report(self._problem, trial, fact.values)
        new = isinstance(reading, Point)
        if isinstance(reading, Point):
            if self.trials.add_report(trial, reading.level, reading.value, fact.time):
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        level = reading.level
        if level is not None:
            if level <= trial.level:  # otherwise it has no usable value
                self.ledger.reported(trial, fact, new, level)
            if habits := self._habits.on_report(self._problem, trial, level):
                self._note_all(habits, fact.time, trial)
        return reading

    def _add_key(self, key: str, time: float, trial: Trial) -> None:
        """Adds a key that was not reported before, unless there are too many: a script that makes a new one
        for each report would make a table with as many columns as rows."""
        if len(self.reported) < MAX_KEYS or key in (self._problem.metric, self._problem.resource_attr):
            self.reported[key] = None
        elif "many keys" not in self._notes_of_kind:
            message = f"more than {MAX_KEYS:,} keys were reported: the table of results has the first of them"
            self._note("many keys", time, trial.id, message)

    def _job_ended(self, fact: JobEnded) -> None:
        trial = self.current(fact.job)
        if trial is None:
            return
        self._begin_by(trial, fact)
        self.ledger.job_ended(trial, fact)
        ending = settle(self._problem, trial, fact, self._retry, self._flaws.pop(trial.id, None))
        span, opened = trial.jobs[-1], self.opened
        if opened is not None and self.busy > opened.workers:
            self._held_beyond += fact.time - self._earlier.time
        self._held_beyond += max(0.0, fact.elapsed - (fact.time - span.started))
        self.busy -= 1
        self.running -= 1
        self._began_sum -= span.began or 0.0
        self._ended_time += fact.elapsed
        if fact.note:
            self._note("file of reports", fact.time, trial.id, fact.note)
        if ending.failure is not None:
            self.trials.fail(trial, ending.failure)
        arrivals = trial.arrivals
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.arrivals is not arrivals:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def _note_all(self, messages: Iterable[str], time: float, trial: Trial) -> None:
        self.notes += [Note(time, trial.id, message) for message in messages]

    def _note(self, kind: str, time: float, trial_id: int, message: str) -> None:
        if any(note.message == message for note in self.notes):
            return
        count = self._notes_of_kind.get(kind, 0) + 1
        self._notes_of_kind[kind] = count
        if count <= MAX_NOTES_PER_KIND:
            self.notes.append(Note(time, trial_id, message))
