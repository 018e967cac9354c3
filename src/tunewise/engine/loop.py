"""The loop: facts from the back end to the journal, to the experiment, and its actions back. The only one."""

from __future__ import annotations

import gc
import logging
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from tunewise.backends.base import Backend, Job, LiveJob
from tunewise.engine.rules import Reading
from tunewise.events import (
    Action,
    DropCheckpoint,
    Entry,
    Fact,
    HaltJob,
    ResumeJob,
    StartJob,
    StopRequested,
    Ticked,
)
from tunewise.journal import Journal
from tunewise.trial import TERMINAL, JobId, Status, Trial

if TYPE_CHECKING:
    from tunewise.engine.experiment import Experiment
    from tunewise.engine.state import State

logger = logging.getLogger(__name__)

BATCH = 500  # lines of the journal that are written together where nothing hangs on them
LONGEST_HELD = 0.5  # seconds after which they are all the same
COLLECT_AFTER = 100_000  # new objects


class Watcher(Protocol):
    """Looks on while an experiment runs."""

    def update(self, state: State, entries: Sequence[Entry], now: float) -> None:
        """Called after each round of the loop, at least once in the back end's longest wait."""
        ...


class Loop:
    """Runs an experiment on a back end until it is finished.

    Nothing is acted on before it is in the journal, unless the back end does nothing that would outlive this
    process: what a crash takes from the journal then is simulated again, and alike. stop_requested: why a
    person wants the experiment to end for now, or None; asked once a round. taken: told of each line, with
    the state that it has just led to, and what its report means.
    """

    def __init__(
        self,
        experiment: Experiment,
        backend: Backend,
        journal: Journal,
        watchers: Sequence[Watcher] = (),
        stop_requested: Callable[[], str | None] = lambda: None,
        taken: Callable[[State, Entry, Reading | None], object] = lambda *_: None,
    ) -> None:
        self._experiment = experiment
        self._backend = backend
        self._journal = journal
        self._watchers = list(watchers)
        self._stop_requested = stop_requested
        self._taken = taken
        self._stopping = False
        self._unwritten: list[Entry] = []
        self._written_at = time.monotonic()

    def run(self, opening: Fact) -> None:
        """Takes up whatever ran before, then runs from `opening` to the end."""
        self._take_up()
        try:
            self._round([opening])
            while not self._experiment.finished:
                self._round(self._next_facts())
        finally:
            self._write()

    def _next_facts(self) -> list[Fact]:
        clock = self._backend.clock
        wait = min(self._backend.max_poll_time, max(0.0, self._experiment.wake_at() - clock.now()))
        facts = self._backend.poll(wait)
        why = None if self._stopping else self._stop_requested()
        if why is not None:
            self._stopping = True
            facts.append(StopRequested(time=clock.now(), why=why))
        if not facts and self._experiment.wake_at() <= clock.now():
            facts.append(Ticked(time=clock.now()))
        return facts

    def _round(self, facts: list[Fact]) -> None:
        entries: list[Entry] = []
        actions: list[Action] = []
        for fact in facts:
            following = self._experiment.apply(fact)
            if following or not isinstance(fact, Ticked):
                entries.append(entry := Entry(fact, following))
                actions += following
                self._taken(self._experiment.state, entry, self._experiment.reading)
        self._record(entries, acted_on=bool(actions))
        for action in actions:
            self._act(action)
        for watcher in list(self._watchers):
            self._show(watcher, entries)

    def _record(self, entries: list[Entry], acted_on: bool) -> None:
        self._unwritten += entries
        if self._backend.has_side_effects:
            self._write()
            if acted_on:
                self._journal.sync()
        elif len(self._unwritten) >= BATCH or time.monotonic() > self._written_at + LONGEST_HELD:
            self._write()

    def _write(self) -> None:
        unwritten, self._unwritten = self._unwritten, []
        self._journal.append(unwritten)
        self._written_at = time.monotonic()

    def _show(self, watcher: Watcher, entries: Sequence[Entry]) -> None:
        """Lets a watcher look on. One that fails is left out from then on: nobody who merely looks on may
        end an experiment."""
        try:
            watcher.update(self._experiment.state, entries, self._backend.clock.now())
        except Exception:
            logger.exception("%s failed and is left out from now on.", type(watcher).__name__)
            self._watchers.remove(watcher)

    def _act(self, action: Action) -> None:
        trials = self._experiment.state.trials
        if isinstance(action, StartJob):
            self._backend.start(self._job(trials[action.trial_id], JobId(action.trial_id, 0)))
        elif isinstance(action, ResumeJob):
            self._backend.start(self._job(trials[action.job.trial_id], action.job))
        elif isinstance(action, HaltJob):
            self._backend.halt(action.job, action.patience)
        elif isinstance(action, DropCheckpoint):
            self._backend.drop_checkpoint(action.trial_id)

    def _take_up(self) -> None:
        """Hands the back end the jobs that the journal holds for running, and repeats what is safe to."""
        trials = self._experiment.state.trials
        live = [
            LiveJob(
                self._job(trial, trial.job),
                trial.seen,
                halted=trial.status is Status.HALTING,
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
        arguments = self._experiment.problem.arguments(trial.config, trial.until)
        earlier = trial.jobs[-1].first_report  # reports of the jobs before this one
        level = trial.levels[earlier - 1] if earlier else 0
        return Job(job_id, arguments, resumed=job_id.run > 0, level=level)


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Lets Python's collector of cycles come by seldom: trials and reports live to the end of an experiment
    and are part of no cycle, and looking through them again and again takes a sixth of the engine's time."""
    before = gc.get_threshold()
    gc.set_threshold(max(before[0], COLLECT_AFTER), *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
