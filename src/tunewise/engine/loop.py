"""The loop: facts from the back end to the experiment and the journal, and actions back to the back end."""

import gc
import logging
import math
import signal
import threading
import time
from collections.abc import Callable, Container, Iterator, Sequence
from contextlib import contextmanager
from types import FrameType
from typing import Protocol

from msgspec.structs import replace

from tunewise.backends.base import Backend, Job, LiveJob
from tunewise.engine.budgets import why_used_up
from tunewise.engine.experiment import Experiment
from tunewise.engine.policy import StoppingCriterion, check_workers
from tunewise.engine.rules import Reading
from tunewise.engine.state import State
from tunewise.events import (
    LOOK_EVERY,
    Action,
    Change,
    ChangeTerms,
    DropCheckpoint,
    Entry,
    Fact,
    HaltJob,
    Opened,
    Requested,
    ResumeJob,
    StartJob,
    StopRequested,
    Suspend,
    Ticked,
)
from tunewise.journal import Journal
from tunewise.trial import HALTING, TERMINAL, JobId, Trial

logger = logging.getLogger(__name__)

BY_KEYBOARD = "interrupted by Ctrl-C"

BATCH = 500  # lines of the journal that are written together if nothing depends on them
MAX_DELAY = 0.5  # seconds after which they are written anyway
GC_THRESHOLDS = 100_000, 50  # new objects; collections of these before one of the next generation


class Watcher(Protocol):
    """Observes an experiment while it runs."""

    def update(self, state: State, entries: Sequence[Entry], now: float) -> None:
        """Called after each round of the loop, at least once per `max_poll_time` of the back end."""
        ...


class Inbox(Protocol):
    """Where people's requests come in; `tunewise.requests` has the one of an experiment's folder."""

    def waiting(self, known: Container[str], soon: bool, time: float) -> Sequence[Requested]:
        """The requests whose ids aren't known, in order, as facts at this time. They wait until they are
        dropped. soon: look at once; otherwise now and then is enough."""
        ...

    def drop(self, taken_up: Sequence[Requested]) -> None:
        """Forgets requests that are in the journal on the disk."""
        ...


class Loop:
    """Runs an experiment on a back end until it is finished.

    No action is carried out before it is in the journal, unless the back end does nothing that outlives this
    process: then what a crash takes from the journal is simulated again, with the same result.
    stop_requested: why a user wants to suspend the experiment, or None; called before a round unless more
    than one line is still unwritten. inbox: where other requests come from, which is looked at then, too.
    on_report: called for each report of a running job, with the state and
    the line that it led to, and what it means.
    """

    def __init__(
        self,
        experiment: Experiment,
        backend: Backend,
        journal: Journal,
        watchers: Sequence[Watcher] = (),
        stop_requested: Callable[[], str | None] = lambda: None,
        on_report: Callable[[State, Entry, Reading], object] = lambda *_: None,
        inbox: Inbox | None = None,
    ) -> None:
        self._experiment = experiment
        self._backend = backend
        self._journal = journal
        self._watchers = list(watchers)
        self._stop_requested = stop_requested
        self._on_report = on_report
        self._inbox = inbox
        self._stopping = False
        self._unwritten: list[Entry] = []
        self._written_at = time.monotonic()

    def run(self, opening: Opened) -> None:
        """Takes over jobs that ran before, then runs from `opening` to the end."""
        self._attach()
        try:
            self._round([opening])
            while self._experiment.state.finished is not None and not self._stopping:
                waiting = self._requests(soon=True)
                if not waiting:
                    break
                opening = self._let_in(waiting, opening)
            if self._experiment.state.finished is None and (waiting := self._requests(soon=True)):
                self._round(waiting)  # what waited for a tuner comes before what the first jobs lead to
            while self._experiment.state.finished is None:
                self._round(self._next_facts())
        finally:
            self._write()

    def _let_in(self, waiting: Sequence[Requested], opening: Opened) -> Opened:
        """Takes up, in order, what people asked of an experiment that its opening has ended at once, and
        opens it again: with another limit, trial or configuration it may have something to do.

        Without workers and limits it stays open meanwhile and does nothing. Returns the last opening.
        """
        now, state = self._backend.clock.now(), self._experiment.state
        for number, fact in enumerate(waiting):
            if isinstance(fact.request, Change):
                before, opening = opening, _changed(replace(opening, time=now), fact, state)
                self._round([opening, fact])
                if state.finished is None:
                    self._round([*waiting[number + 1 :]])
                    return opening
                opening = before  # the experiment has refused it, as it ends nevertheless
                continue
            self._round([replace(opening, time=now, workers=0, limits={}), fact])
            if isinstance(fact.request, Suspend):
                return opening
        opening = replace(opening, time=now)
        self._round([opening])
        return opening

    def _next_facts(self) -> list[Fact]:
        backend, clock = self._backend, self._backend.clock
        wait = self._experiment.wake_at() - clock.now()
        if wait == math.inf and backend.max_poll_time == math.inf and self._experiment.state.on_hold:
            time.sleep(LOOK_EVERY)  # for a person, who doesn't live in virtual time
            facts: list[Fact] = []
        else:
            facts = backend.poll(min(wait, backend.max_poll_time) if wait > 0.0 else 0.0)
        if len(self._unwritten) <= 1:
            facts += self._requests(soon=not facts)
            why = None if self._stopping else self._stop_requested()
            if why is not None:
                self._stopping = True
                facts.append(StopRequested(time=clock.now(), why=why))
        if not facts and self._experiment.wake_at() <= clock.now():
            facts.append(Ticked(time=clock.now()))
        return facts

    def _requests(self, soon: bool) -> Sequence[Requested]:
        """What people ask for. soon: the bell may have rung for it, as the back end has no news."""
        if self._inbox is None:
            return ()
        known, now = self._experiment.state.requests, self._backend.clock.now()
        waiting = self._inbox.waiting(known, soon, now)
        self._stopping |= any(isinstance(fact.request, Suspend) for fact in waiting)
        return waiting

    def _round(self, facts: Sequence[Fact]) -> None:
        experiment = self._experiment
        entries: list[Entry] = []
        actions: list[Action] = []
        for fact in facts:
            following = experiment.apply(fact)
            if following or not isinstance(fact, Ticked):
                entries.append(entry := Entry(fact, following))
                actions += following
                if experiment.reading is not None:
                    self._on_report(experiment.state, entry, experiment.reading)
        self._record(entries, acted_on=bool(actions))
        for action in actions:
            self._act(action)
        for watcher in list(self._watchers):
            self._show(watcher, entries)

    def _record(self, entries: list[Entry], acted_on: bool) -> None:
        self._unwritten += entries
        taken_up = [entry.fact for entry in entries if isinstance(entry.fact, Requested)]
        if self._backend.has_side_effects or taken_up:
            self._write()
            if acted_on or taken_up:
                self._journal.sync()
            if self._inbox is not None and taken_up:
                self._inbox.drop(taken_up)
        elif len(self._unwritten) >= BATCH or time.monotonic() > self._written_at + MAX_DELAY:
            self._write()

    def _write(self) -> None:
        unwritten, self._unwritten = self._unwritten, []
        self._journal.append(unwritten)
        self._written_at = time.monotonic()

    def _show(self, watcher: Watcher, entries: Sequence[Entry]) -> None:
        """Notifies a watcher. One that fails is removed: an observer must not end an experiment."""
        try:
            watcher.update(self._experiment.state, entries, self._backend.clock.now())
        except Exception:
            logger.exception("%s failed and is left out from now on.", type(watcher).__name__)
            self._watchers.remove(watcher)

    def _act(self, action: Action) -> None:
        trials = self._experiment.state.trials
        if isinstance(action, HaltJob):
            self._backend.halt(action.job, action.patience)
        elif isinstance(action, StartJob):
            self._backend.start(self._job(trials[action.trial_id], JobId(action.trial_id, 0)))
        elif isinstance(action, ResumeJob):
            self._backend.start(self._job(trials[action.job.trial_id], action.job))
        elif isinstance(action, DropCheckpoint):
            self._backend.drop_checkpoint(action.trial_id)
        elif isinstance(action, ChangeTerms):
            self._backend.resize(action.workers)

    def _attach(self) -> None:
        """Gives the back end the jobs that run according to the journal, and repeats what is safe to
        repeat."""
        trials = self._experiment.state.trials
        live = [
            LiveJob(
                self._job(trial, trial.job),
                trial.seen,
                halted=trial.status is HALTING,
                begun=not trial.queued,
                started=trial.jobs[-1].started,
                halt_at=trial.halt_at,
            )
            for trial in trials
            if trial.busy
        ]
        self._backend.attach(live)
        if self._experiment.policy.keep_checkpoints:
            return
        best = trials.best
        for trial in trials:
            if trial.status in TERMINAL and (best is None or best.trial_id != trial.id):
                self._backend.drop_checkpoint(trial.id)

    def _job(self, trial: Trial, job_id: JobId) -> Job:
        problem = self._experiment.problem
        arguments = problem.arguments(trial.config, trial.until)
        earlier = trial.jobs[-1].first_report  # reports of the jobs before this one
        level = trial.levels[earlier - 1] if earlier else 0
        return Job(job_id, arguments, job_id.run > 0, level, problem.metric, problem.resource_attr)


def _changed(opening: Opened, fact: Requested, state: State) -> Opened:
    """The opening with the terms that a person asked for; as it was if they can't be met."""
    change = fact.request
    assert isinstance(change, Change)
    workers = opening.workers if change.workers is None else change.workers
    try:
        check_workers(workers)
        limits = StoppingCriterion.of({**opening.limits, **change.limits}).limits()
    except ValueError:
        return opening
    changed = replace(opening, workers=workers, limits=limits)
    used_up = any(why_used_up(name, limits[name], state, changed) for name in change.limits)
    return opening if used_up or fact.objection else changed


@contextmanager
def less_garbage_collection() -> Iterator[None]:
    """Makes Python's cycle collector run less often: trials and reports live to the end of an experiment and
    are never part of a cycle, and scanning them repeatedly takes a sixth of the engine's time."""
    before = gc.get_threshold()
    gc.set_threshold(max(before[0], GC_THRESHOLDS[0]), max(before[1], GC_THRESHOLDS[1]), before[2])
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextmanager
def interruptions() -> Iterator[Callable[[], str | None]]:
    """Turns the first Ctrl-C or SIGTERM into a request to stop; a second one of either kind ends the tuner
    immediately and leaves its jobs to a later `resume`."""
    received: list[str] = []

    def handle(number: int, frame: FrameType | None) -> None:
        if received:
            raise KeyboardInterrupt
        received.append(BY_KEYBOARD if number == signal.SIGINT else "ended by SIGTERM")

    if threading.current_thread() is not threading.main_thread():
        yield lambda: None  # only the main thread receives signals
        return
    before = {number: signal.signal(number, handle) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield lambda: received[0] if received else None
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
