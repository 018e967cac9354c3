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


from mutmut.mutation.trampoline import wrap_in_trampoline as _mutmut_mutated, MutantDict


class Watcher(Protocol):
    """Looks on while an experiment runs."""

    def update(self, state: State, entries: Sequence[Entry], now: float) -> None:
        """Called after each round of the loop, at least once in the back end's longest wait."""
        ...
mutants_xǁLoopǁ__init____mutmut: MutantDict = {}  # type: ignore
mutants_xǁLoopǁrun__mutmut: MutantDict = {}  # type: ignore
mutants_xǁLoopǁ_next_facts__mutmut: MutantDict = {}  # type: ignore
mutants_xǁLoopǁ_round__mutmut: MutantDict = {}  # type: ignore
mutants_xǁLoopǁ_record__mutmut: MutantDict = {}  # type: ignore
mutants_xǁLoopǁ_write__mutmut: MutantDict = {}  # type: ignore
mutants_xǁLoopǁ_show__mutmut: MutantDict = {}  # type: ignore
mutants_xǁLoopǁ_act__mutmut: MutantDict = {}  # type: ignore
mutants_xǁLoopǁ_take_up__mutmut: MutantDict = {}  # type: ignore
mutants_xǁLoopǁ_job__mutmut: MutantDict = {}  # type: ignore


class Loop:
    """Runs an experiment on a back end until it is finished.

    Nothing is acted on before it is in the journal, unless the back end does nothing that would outlive this
    process: what a crash takes from the journal then is simulated again, and alike. stop_requested: why a
    person wants the experiment to end for now, or None; asked once a round. taken: told of each line, with
    the state that it has just led to, and what its report means.
    """

    @_mutmut_mutated(mutants_xǁLoopǁ__init____mutmut)
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

    def xǁLoopǁ__init____mutmut_orig(
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

    def xǁLoopǁ__init____mutmut_1(
        self,
        experiment: Experiment,
        backend: Backend,
        journal: Journal,
        watchers: Sequence[Watcher] = (),
        stop_requested: Callable[[], str | None] = lambda: None,
        taken: Callable[[State, Entry, Reading | None], object] = lambda *_: None,
    ) -> None:
        self._experiment = None
        self._backend = backend
        self._journal = journal
        self._watchers = list(watchers)
        self._stop_requested = stop_requested
        self._taken = taken
        self._stopping = False
        self._unwritten: list[Entry] = []
        self._written_at = time.monotonic()

    def xǁLoopǁ__init____mutmut_2(
        self,
        experiment: Experiment,
        backend: Backend,
        journal: Journal,
        watchers: Sequence[Watcher] = (),
        stop_requested: Callable[[], str | None] = lambda: None,
        taken: Callable[[State, Entry, Reading | None], object] = lambda *_: None,
    ) -> None:
        self._experiment = experiment
        self._backend = None
        self._journal = journal
        self._watchers = list(watchers)
        self._stop_requested = stop_requested
        self._taken = taken
        self._stopping = False
        self._unwritten: list[Entry] = []
        self._written_at = time.monotonic()

    def xǁLoopǁ__init____mutmut_3(
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
        self._journal = None
        self._watchers = list(watchers)
        self._stop_requested = stop_requested
        self._taken = taken
        self._stopping = False
        self._unwritten: list[Entry] = []
        self._written_at = time.monotonic()

    def xǁLoopǁ__init____mutmut_4(
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
        self._watchers = None
        self._stop_requested = stop_requested
        self._taken = taken
        self._stopping = False
        self._unwritten: list[Entry] = []
        self._written_at = time.monotonic()

    def xǁLoopǁ__init____mutmut_5(
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
        self._watchers = list(None)
        self._stop_requested = stop_requested
        self._taken = taken
        self._stopping = False
        self._unwritten: list[Entry] = []
        self._written_at = time.monotonic()

    def xǁLoopǁ__init____mutmut_6(
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
        self._stop_requested = None
        self._taken = taken
        self._stopping = False
        self._unwritten: list[Entry] = []
        self._written_at = time.monotonic()

    def xǁLoopǁ__init____mutmut_7(
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
        self._taken = None
        self._stopping = False
        self._unwritten: list[Entry] = []
        self._written_at = time.monotonic()

    def xǁLoopǁ__init____mutmut_8(
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
        self._stopping = None
        self._unwritten: list[Entry] = []
        self._written_at = time.monotonic()

    def xǁLoopǁ__init____mutmut_9(
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
        self._stopping = True
        self._unwritten: list[Entry] = []
        self._written_at = time.monotonic()

    def xǁLoopǁ__init____mutmut_10(
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
        self._unwritten: list[Entry] = None
        self._written_at = time.monotonic()

    def xǁLoopǁ__init____mutmut_11(
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
        self._written_at = None

    @_mutmut_mutated(mutants_xǁLoopǁrun__mutmut)
    def run(self, opening: Fact) -> None:
        """Takes up whatever ran before, then runs from `opening` to the end."""
        self._take_up()
        try:
            self._round([opening])
            while not self._experiment.finished:
                self._round(self._next_facts())
        finally:
            self._write()

    def xǁLoopǁrun__mutmut_orig(self, opening: Fact) -> None:
        """Takes up whatever ran before, then runs from `opening` to the end."""
        self._take_up()
        try:
            self._round([opening])
            while not self._experiment.finished:
                self._round(self._next_facts())
        finally:
            self._write()

    def xǁLoopǁrun__mutmut_1(self, opening: Fact) -> None:
        """Takes up whatever ran before, then runs from `opening` to the end."""
        self._take_up()
        try:
            self._round(None)
            while not self._experiment.finished:
                self._round(self._next_facts())
        finally:
            self._write()

    def xǁLoopǁrun__mutmut_2(self, opening: Fact) -> None:
        """Takes up whatever ran before, then runs from `opening` to the end."""
        self._take_up()
        try:
            self._round([opening])
            while self._experiment.finished:
                self._round(self._next_facts())
        finally:
            self._write()

    def xǁLoopǁrun__mutmut_3(self, opening: Fact) -> None:
        """Takes up whatever ran before, then runs from `opening` to the end."""
        self._take_up()
        try:
            self._round([opening])
            while not self._experiment.finished:
                self._round(None)
        finally:
            self._write()

    @_mutmut_mutated(mutants_xǁLoopǁ_next_facts__mutmut)
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

    def xǁLoopǁ_next_facts__mutmut_orig(self) -> list[Fact]:
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

    def xǁLoopǁ_next_facts__mutmut_1(self) -> list[Fact]:
        clock = None
        wait = min(self._backend.max_poll_time, max(0.0, self._experiment.wake_at() - clock.now()))
        facts = self._backend.poll(wait)
        why = None if self._stopping else self._stop_requested()
        if why is not None:
            self._stopping = True
            facts.append(StopRequested(time=clock.now(), why=why))
        if not facts and self._experiment.wake_at() <= clock.now():
            facts.append(Ticked(time=clock.now()))
        return facts

    def xǁLoopǁ_next_facts__mutmut_2(self) -> list[Fact]:
        clock = self._backend.clock
        wait = None
        facts = self._backend.poll(wait)
        why = None if self._stopping else self._stop_requested()
        if why is not None:
            self._stopping = True
            facts.append(StopRequested(time=clock.now(), why=why))
        if not facts and self._experiment.wake_at() <= clock.now():
            facts.append(Ticked(time=clock.now()))
        return facts

    def xǁLoopǁ_next_facts__mutmut_3(self) -> list[Fact]:
        clock = self._backend.clock
        wait = min(None, max(0.0, self._experiment.wake_at() - clock.now()))
        facts = self._backend.poll(wait)
        why = None if self._stopping else self._stop_requested()
        if why is not None:
            self._stopping = True
            facts.append(StopRequested(time=clock.now(), why=why))
        if not facts and self._experiment.wake_at() <= clock.now():
            facts.append(Ticked(time=clock.now()))
        return facts

    def xǁLoopǁ_next_facts__mutmut_4(self) -> list[Fact]:
        clock = self._backend.clock
        wait = min(self._backend.max_poll_time, None)
        facts = self._backend.poll(wait)
        why = None if self._stopping else self._stop_requested()
        if why is not None:
            self._stopping = True
            facts.append(StopRequested(time=clock.now(), why=why))
        if not facts and self._experiment.wake_at() <= clock.now():
            facts.append(Ticked(time=clock.now()))
        return facts

    def xǁLoopǁ_next_facts__mutmut_5(self) -> list[Fact]:
        clock = self._backend.clock
        wait = min(max(0.0, self._experiment.wake_at() - clock.now()))
        facts = self._backend.poll(wait)
        why = None if self._stopping else self._stop_requested()
        if why is not None:
            self._stopping = True
            facts.append(StopRequested(time=clock.now(), why=why))
        if not facts and self._experiment.wake_at() <= clock.now():
            facts.append(Ticked(time=clock.now()))
        return facts

    def xǁLoopǁ_next_facts__mutmut_6(self) -> list[Fact]:
        clock = self._backend.clock
        wait = min(self._backend.max_poll_time, )
        facts = self._backend.poll(wait)
        why = None if self._stopping else self._stop_requested()
        if why is not None:
            self._stopping = True
            facts.append(StopRequested(time=clock.now(), why=why))
        if not facts and self._experiment.wake_at() <= clock.now():
            facts.append(Ticked(time=clock.now()))
        return facts

    def xǁLoopǁ_next_facts__mutmut_7(self) -> list[Fact]:
        clock = self._backend.clock
        wait = min(self._backend.max_poll_time, max(None, self._experiment.wake_at() - clock.now()))
        facts = self._backend.poll(wait)
        why = None if self._stopping else self._stop_requested()
        if why is not None:
            self._stopping = True
            facts.append(StopRequested(time=clock.now(), why=why))
        if not facts and self._experiment.wake_at() <= clock.now():
            facts.append(Ticked(time=clock.now()))
        return facts

    def xǁLoopǁ_next_facts__mutmut_8(self) -> list[Fact]:
        clock = self._backend.clock
        wait = min(self._backend.max_poll_time, max(0.0, None))
        facts = self._backend.poll(wait)
        why = None if self._stopping else self._stop_requested()
        if why is not None:
            self._stopping = True
            facts.append(StopRequested(time=clock.now(), why=why))
        if not facts and self._experiment.wake_at() <= clock.now():
            facts.append(Ticked(time=clock.now()))
        return facts

    def xǁLoopǁ_next_facts__mutmut_9(self) -> list[Fact]:
        clock = self._backend.clock
        wait = min(self._backend.max_poll_time, max(self._experiment.wake_at() - clock.now()))
        facts = self._backend.poll(wait)
        why = None if self._stopping else self._stop_requested()
        if why is not None:
            self._stopping = True
            facts.append(StopRequested(time=clock.now(), why=why))
        if not facts and self._experiment.wake_at() <= clock.now():
            facts.append(Ticked(time=clock.now()))
        return facts

    def xǁLoopǁ_next_facts__mutmut_10(self) -> list[Fact]:
        clock = self._backend.clock
        wait = min(self._backend.max_poll_time, max(0.0, ))
        facts = self._backend.poll(wait)
        why = None if self._stopping else self._stop_requested()
        if why is not None:
            self._stopping = True
            facts.append(StopRequested(time=clock.now(), why=why))
        if not facts and self._experiment.wake_at() <= clock.now():
            facts.append(Ticked(time=clock.now()))
        return facts

    def xǁLoopǁ_next_facts__mutmut_11(self) -> list[Fact]:
        clock = self._backend.clock
        wait = min(self._backend.max_poll_time, max(1.0, self._experiment.wake_at() - clock.now()))
        facts = self._backend.poll(wait)
        why = None if self._stopping else self._stop_requested()
        if why is not None:
            self._stopping = True
            facts.append(StopRequested(time=clock.now(), why=why))
        if not facts and self._experiment.wake_at() <= clock.now():
            facts.append(Ticked(time=clock.now()))
        return facts

    def xǁLoopǁ_next_facts__mutmut_12(self) -> list[Fact]:
        clock = self._backend.clock
        wait = min(self._backend.max_poll_time, max(0.0, self._experiment.wake_at() + clock.now()))
        facts = self._backend.poll(wait)
        why = None if self._stopping else self._stop_requested()
        if why is not None:
            self._stopping = True
            facts.append(StopRequested(time=clock.now(), why=why))
        if not facts and self._experiment.wake_at() <= clock.now():
            facts.append(Ticked(time=clock.now()))
        return facts

    def xǁLoopǁ_next_facts__mutmut_13(self) -> list[Fact]:
        clock = self._backend.clock
        wait = min(self._backend.max_poll_time, max(0.0, self._experiment.wake_at() - clock.now()))
        facts = None
        why = None if self._stopping else self._stop_requested()
        if why is not None:
            self._stopping = True
            facts.append(StopRequested(time=clock.now(), why=why))
        if not facts and self._experiment.wake_at() <= clock.now():
            facts.append(Ticked(time=clock.now()))
        return facts

    def xǁLoopǁ_next_facts__mutmut_14(self) -> list[Fact]:
        clock = self._backend.clock
        wait = min(self._backend.max_poll_time, max(0.0, self._experiment.wake_at() - clock.now()))
        facts = self._backend.poll(None)
        why = None if self._stopping else self._stop_requested()
        if why is not None:
            self._stopping = True
            facts.append(StopRequested(time=clock.now(), why=why))
        if not facts and self._experiment.wake_at() <= clock.now():
            facts.append(Ticked(time=clock.now()))
        return facts

    def xǁLoopǁ_next_facts__mutmut_15(self) -> list[Fact]:
        clock = self._backend.clock
        wait = min(self._backend.max_poll_time, max(0.0, self._experiment.wake_at() - clock.now()))
        facts = self._backend.poll(wait)
        why = None
        if why is not None:
            self._stopping = True
            facts.append(StopRequested(time=clock.now(), why=why))
        if not facts and self._experiment.wake_at() <= clock.now():
            facts.append(Ticked(time=clock.now()))
        return facts

    def xǁLoopǁ_next_facts__mutmut_16(self) -> list[Fact]:
        clock = self._backend.clock
        wait = min(self._backend.max_poll_time, max(0.0, self._experiment.wake_at() - clock.now()))
        facts = self._backend.poll(wait)
        why = None if (self._stopping) and False else self._stop_requested()
        if why is not None:
            self._stopping = True
            facts.append(StopRequested(time=clock.now(), why=why))
        if not facts and self._experiment.wake_at() <= clock.now():
            facts.append(Ticked(time=clock.now()))
        return facts

    def xǁLoopǁ_next_facts__mutmut_17(self) -> list[Fact]:
        clock = self._backend.clock
        wait = min(self._backend.max_poll_time, max(0.0, self._experiment.wake_at() - clock.now()))
        facts = self._backend.poll(wait)
        why = None if (self._stopping) or True else self._stop_requested()
        if why is not None:
            self._stopping = True
            facts.append(StopRequested(time=clock.now(), why=why))
        if not facts and self._experiment.wake_at() <= clock.now():
            facts.append(Ticked(time=clock.now()))
        return facts

    def xǁLoopǁ_next_facts__mutmut_18(self) -> list[Fact]:
        clock = self._backend.clock
        wait = min(self._backend.max_poll_time, max(0.0, self._experiment.wake_at() - clock.now()))
        facts = self._backend.poll(wait)
        why = None if self._stopping else self._stop_requested()
        if why is None:
            self._stopping = True
            facts.append(StopRequested(time=clock.now(), why=why))
        if not facts and self._experiment.wake_at() <= clock.now():
            facts.append(Ticked(time=clock.now()))
        return facts

    def xǁLoopǁ_next_facts__mutmut_19(self) -> list[Fact]:
        clock = self._backend.clock
        wait = min(self._backend.max_poll_time, max(0.0, self._experiment.wake_at() - clock.now()))
        facts = self._backend.poll(wait)
        why = None if self._stopping else self._stop_requested()
        if why is not None:
            self._stopping = None
            facts.append(StopRequested(time=clock.now(), why=why))
        if not facts and self._experiment.wake_at() <= clock.now():
            facts.append(Ticked(time=clock.now()))
        return facts

    def xǁLoopǁ_next_facts__mutmut_20(self) -> list[Fact]:
        clock = self._backend.clock
        wait = min(self._backend.max_poll_time, max(0.0, self._experiment.wake_at() - clock.now()))
        facts = self._backend.poll(wait)
        why = None if self._stopping else self._stop_requested()
        if why is not None:
            self._stopping = False
            facts.append(StopRequested(time=clock.now(), why=why))
        if not facts and self._experiment.wake_at() <= clock.now():
            facts.append(Ticked(time=clock.now()))
        return facts

    def xǁLoopǁ_next_facts__mutmut_21(self) -> list[Fact]:
        clock = self._backend.clock
        wait = min(self._backend.max_poll_time, max(0.0, self._experiment.wake_at() - clock.now()))
        facts = self._backend.poll(wait)
        why = None if self._stopping else self._stop_requested()
        if why is not None:
            self._stopping = True
            facts.append(None)
        if not facts and self._experiment.wake_at() <= clock.now():
            facts.append(Ticked(time=clock.now()))
        return facts

    def xǁLoopǁ_next_facts__mutmut_22(self) -> list[Fact]:
        clock = self._backend.clock
        wait = min(self._backend.max_poll_time, max(0.0, self._experiment.wake_at() - clock.now()))
        facts = self._backend.poll(wait)
        why = None if self._stopping else self._stop_requested()
        if why is not None:
            self._stopping = True
            facts.append(StopRequested(time=None, why=why))
        if not facts and self._experiment.wake_at() <= clock.now():
            facts.append(Ticked(time=clock.now()))
        return facts

    def xǁLoopǁ_next_facts__mutmut_23(self) -> list[Fact]:
        clock = self._backend.clock
        wait = min(self._backend.max_poll_time, max(0.0, self._experiment.wake_at() - clock.now()))
        facts = self._backend.poll(wait)
        why = None if self._stopping else self._stop_requested()
        if why is not None:
            self._stopping = True
            facts.append(StopRequested(time=clock.now(), why=None))
        if not facts and self._experiment.wake_at() <= clock.now():
            facts.append(Ticked(time=clock.now()))
        return facts

    def xǁLoopǁ_next_facts__mutmut_24(self) -> list[Fact]:
        clock = self._backend.clock
        wait = min(self._backend.max_poll_time, max(0.0, self._experiment.wake_at() - clock.now()))
        facts = self._backend.poll(wait)
        why = None if self._stopping else self._stop_requested()
        if why is not None:
            self._stopping = True
            facts.append(StopRequested(why=why))
        if not facts and self._experiment.wake_at() <= clock.now():
            facts.append(Ticked(time=clock.now()))
        return facts

    def xǁLoopǁ_next_facts__mutmut_25(self) -> list[Fact]:
        clock = self._backend.clock
        wait = min(self._backend.max_poll_time, max(0.0, self._experiment.wake_at() - clock.now()))
        facts = self._backend.poll(wait)
        why = None if self._stopping else self._stop_requested()
        if why is not None:
            self._stopping = True
            facts.append(StopRequested(time=clock.now(), ))
        if not facts and self._experiment.wake_at() <= clock.now():
            facts.append(Ticked(time=clock.now()))
        return facts

    def xǁLoopǁ_next_facts__mutmut_26(self) -> list[Fact]:
        clock = self._backend.clock
        wait = min(self._backend.max_poll_time, max(0.0, self._experiment.wake_at() - clock.now()))
        facts = self._backend.poll(wait)
        why = None if self._stopping else self._stop_requested()
        if why is not None:
            self._stopping = True
            facts.append(StopRequested(time=clock.now(), why=why))
        if not facts or self._experiment.wake_at() <= clock.now():
            facts.append(Ticked(time=clock.now()))
        return facts

    def xǁLoopǁ_next_facts__mutmut_27(self) -> list[Fact]:
        clock = self._backend.clock
        wait = min(self._backend.max_poll_time, max(0.0, self._experiment.wake_at() - clock.now()))
        facts = self._backend.poll(wait)
        why = None if self._stopping else self._stop_requested()
        if why is not None:
            self._stopping = True
            facts.append(StopRequested(time=clock.now(), why=why))
        if facts and self._experiment.wake_at() <= clock.now():
            facts.append(Ticked(time=clock.now()))
        return facts

    def xǁLoopǁ_next_facts__mutmut_28(self) -> list[Fact]:
        clock = self._backend.clock
        wait = min(self._backend.max_poll_time, max(0.0, self._experiment.wake_at() - clock.now()))
        facts = self._backend.poll(wait)
        why = None if self._stopping else self._stop_requested()
        if why is not None:
            self._stopping = True
            facts.append(StopRequested(time=clock.now(), why=why))
        if not facts and self._experiment.wake_at() < clock.now():
            facts.append(Ticked(time=clock.now()))
        return facts

    def xǁLoopǁ_next_facts__mutmut_29(self) -> list[Fact]:
        clock = self._backend.clock
        wait = min(self._backend.max_poll_time, max(0.0, self._experiment.wake_at() - clock.now()))
        facts = self._backend.poll(wait)
        why = None if self._stopping else self._stop_requested()
        if why is not None:
            self._stopping = True
            facts.append(StopRequested(time=clock.now(), why=why))
        if not facts and self._experiment.wake_at() <= clock.now():
            facts.append(None)
        return facts

    def xǁLoopǁ_next_facts__mutmut_30(self) -> list[Fact]:
        clock = self._backend.clock
        wait = min(self._backend.max_poll_time, max(0.0, self._experiment.wake_at() - clock.now()))
        facts = self._backend.poll(wait)
        why = None if self._stopping else self._stop_requested()
        if why is not None:
            self._stopping = True
            facts.append(StopRequested(time=clock.now(), why=why))
        if not facts and self._experiment.wake_at() <= clock.now():
            facts.append(Ticked(time=None))
        return facts

    @_mutmut_mutated(mutants_xǁLoopǁ_round__mutmut)
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

    def xǁLoopǁ_round__mutmut_orig(self, facts: list[Fact]) -> None:
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

    def xǁLoopǁ_round__mutmut_1(self, facts: list[Fact]) -> None:
        entries: list[Entry] = None
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

    def xǁLoopǁ_round__mutmut_2(self, facts: list[Fact]) -> None:
        entries: list[Entry] = []
        actions: list[Action] = None
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

    def xǁLoopǁ_round__mutmut_3(self, facts: list[Fact]) -> None:
        entries: list[Entry] = []
        actions: list[Action] = []
        for fact in facts:
            following = None
            if following or not isinstance(fact, Ticked):
                entries.append(entry := Entry(fact, following))
                actions += following
                self._taken(self._experiment.state, entry, self._experiment.reading)
        self._record(entries, acted_on=bool(actions))
        for action in actions:
            self._act(action)
        for watcher in list(self._watchers):
            self._show(watcher, entries)

    def xǁLoopǁ_round__mutmut_4(self, facts: list[Fact]) -> None:
        entries: list[Entry] = []
        actions: list[Action] = []
        for fact in facts:
            following = self._experiment.apply(None)
            if following or not isinstance(fact, Ticked):
                entries.append(entry := Entry(fact, following))
                actions += following
                self._taken(self._experiment.state, entry, self._experiment.reading)
        self._record(entries, acted_on=bool(actions))
        for action in actions:
            self._act(action)
        for watcher in list(self._watchers):
            self._show(watcher, entries)

    def xǁLoopǁ_round__mutmut_5(self, facts: list[Fact]) -> None:
        entries: list[Entry] = []
        actions: list[Action] = []
        for fact in facts:
            following = self._experiment.apply(fact)
            if following and not isinstance(fact, Ticked):
                entries.append(entry := Entry(fact, following))
                actions += following
                self._taken(self._experiment.state, entry, self._experiment.reading)
        self._record(entries, acted_on=bool(actions))
        for action in actions:
            self._act(action)
        for watcher in list(self._watchers):
            self._show(watcher, entries)

    def xǁLoopǁ_round__mutmut_6(self, facts: list[Fact]) -> None:
        entries: list[Entry] = []
        actions: list[Action] = []
        for fact in facts:
            following = self._experiment.apply(fact)
            if following or isinstance(fact, Ticked):
                entries.append(entry := Entry(fact, following))
                actions += following
                self._taken(self._experiment.state, entry, self._experiment.reading)
        self._record(entries, acted_on=bool(actions))
        for action in actions:
            self._act(action)
        for watcher in list(self._watchers):
            self._show(watcher, entries)

    def xǁLoopǁ_round__mutmut_7(self, facts: list[Fact]) -> None:
        entries: list[Entry] = []
        actions: list[Action] = []
        for fact in facts:
            following = self._experiment.apply(fact)
            if following or not isinstance(fact, Ticked):
                entries.append(None)
                actions += following
                self._taken(self._experiment.state, entry, self._experiment.reading)
        self._record(entries, acted_on=bool(actions))
        for action in actions:
            self._act(action)
        for watcher in list(self._watchers):
            self._show(watcher, entries)

    def xǁLoopǁ_round__mutmut_8(self, facts: list[Fact]) -> None:
        entries: list[Entry] = []
        actions: list[Action] = []
        for fact in facts:
            following = self._experiment.apply(fact)
            if following or not isinstance(fact, Ticked):
                entries.append(entry := Entry(None, following))
                actions += following
                self._taken(self._experiment.state, entry, self._experiment.reading)
        self._record(entries, acted_on=bool(actions))
        for action in actions:
            self._act(action)
        for watcher in list(self._watchers):
            self._show(watcher, entries)

    def xǁLoopǁ_round__mutmut_9(self, facts: list[Fact]) -> None:
        entries: list[Entry] = []
        actions: list[Action] = []
        for fact in facts:
            following = self._experiment.apply(fact)
            if following or not isinstance(fact, Ticked):
                entries.append(entry := Entry(fact, None))
                actions += following
                self._taken(self._experiment.state, entry, self._experiment.reading)
        self._record(entries, acted_on=bool(actions))
        for action in actions:
            self._act(action)
        for watcher in list(self._watchers):
            self._show(watcher, entries)

    def xǁLoopǁ_round__mutmut_10(self, facts: list[Fact]) -> None:
        entries: list[Entry] = []
        actions: list[Action] = []
        for fact in facts:
            following = self._experiment.apply(fact)
            if following or not isinstance(fact, Ticked):
                entries.append(entry := Entry(following))
                actions += following
                self._taken(self._experiment.state, entry, self._experiment.reading)
        self._record(entries, acted_on=bool(actions))
        for action in actions:
            self._act(action)
        for watcher in list(self._watchers):
            self._show(watcher, entries)

    def xǁLoopǁ_round__mutmut_11(self, facts: list[Fact]) -> None:
        entries: list[Entry] = []
        actions: list[Action] = []
        for fact in facts:
            following = self._experiment.apply(fact)
            if following or not isinstance(fact, Ticked):
                entries.append(entry := Entry(fact, ))
                actions += following
                self._taken(self._experiment.state, entry, self._experiment.reading)
        self._record(entries, acted_on=bool(actions))
        for action in actions:
            self._act(action)
        for watcher in list(self._watchers):
            self._show(watcher, entries)

    def xǁLoopǁ_round__mutmut_12(self, facts: list[Fact]) -> None:
        entries: list[Entry] = []
        actions: list[Action] = []
        for fact in facts:
            following = self._experiment.apply(fact)
            if following or not isinstance(fact, Ticked):
                entries.append(entry := Entry(fact, following))
                actions = following
                self._taken(self._experiment.state, entry, self._experiment.reading)
        self._record(entries, acted_on=bool(actions))
        for action in actions:
            self._act(action)
        for watcher in list(self._watchers):
            self._show(watcher, entries)

    def xǁLoopǁ_round__mutmut_13(self, facts: list[Fact]) -> None:
        entries: list[Entry] = []
        actions: list[Action] = []
        for fact in facts:
            following = self._experiment.apply(fact)
            if following or not isinstance(fact, Ticked):
                entries.append(entry := Entry(fact, following))
                actions -= following
                self._taken(self._experiment.state, entry, self._experiment.reading)
        self._record(entries, acted_on=bool(actions))
        for action in actions:
            self._act(action)
        for watcher in list(self._watchers):
            self._show(watcher, entries)

    def xǁLoopǁ_round__mutmut_14(self, facts: list[Fact]) -> None:
        entries: list[Entry] = []
        actions: list[Action] = []
        for fact in facts:
            following = self._experiment.apply(fact)
            if following or not isinstance(fact, Ticked):
                entries.append(entry := Entry(fact, following))
                actions += following
                self._taken(None, entry, self._experiment.reading)
        self._record(entries, acted_on=bool(actions))
        for action in actions:
            self._act(action)
        for watcher in list(self._watchers):
            self._show(watcher, entries)

    def xǁLoopǁ_round__mutmut_15(self, facts: list[Fact]) -> None:
        entries: list[Entry] = []
        actions: list[Action] = []
        for fact in facts:
            following = self._experiment.apply(fact)
            if following or not isinstance(fact, Ticked):
                entries.append(entry := Entry(fact, following))
                actions += following
                self._taken(self._experiment.state, None, self._experiment.reading)
        self._record(entries, acted_on=bool(actions))
        for action in actions:
            self._act(action)
        for watcher in list(self._watchers):
            self._show(watcher, entries)

    def xǁLoopǁ_round__mutmut_16(self, facts: list[Fact]) -> None:
        entries: list[Entry] = []
        actions: list[Action] = []
        for fact in facts:
            following = self._experiment.apply(fact)
            if following or not isinstance(fact, Ticked):
                entries.append(entry := Entry(fact, following))
                actions += following
                self._taken(self._experiment.state, entry, None)
        self._record(entries, acted_on=bool(actions))
        for action in actions:
            self._act(action)
        for watcher in list(self._watchers):
            self._show(watcher, entries)

    def xǁLoopǁ_round__mutmut_17(self, facts: list[Fact]) -> None:
        entries: list[Entry] = []
        actions: list[Action] = []
        for fact in facts:
            following = self._experiment.apply(fact)
            if following or not isinstance(fact, Ticked):
                entries.append(entry := Entry(fact, following))
                actions += following
                self._taken(entry, self._experiment.reading)
        self._record(entries, acted_on=bool(actions))
        for action in actions:
            self._act(action)
        for watcher in list(self._watchers):
            self._show(watcher, entries)

    def xǁLoopǁ_round__mutmut_18(self, facts: list[Fact]) -> None:
        entries: list[Entry] = []
        actions: list[Action] = []
        for fact in facts:
            following = self._experiment.apply(fact)
            if following or not isinstance(fact, Ticked):
                entries.append(entry := Entry(fact, following))
                actions += following
                self._taken(self._experiment.state, self._experiment.reading)
        self._record(entries, acted_on=bool(actions))
        for action in actions:
            self._act(action)
        for watcher in list(self._watchers):
            self._show(watcher, entries)

    def xǁLoopǁ_round__mutmut_19(self, facts: list[Fact]) -> None:
        entries: list[Entry] = []
        actions: list[Action] = []
        for fact in facts:
            following = self._experiment.apply(fact)
            if following or not isinstance(fact, Ticked):
                entries.append(entry := Entry(fact, following))
                actions += following
                self._taken(self._experiment.state, entry, )
        self._record(entries, acted_on=bool(actions))
        for action in actions:
            self._act(action)
        for watcher in list(self._watchers):
            self._show(watcher, entries)

    def xǁLoopǁ_round__mutmut_20(self, facts: list[Fact]) -> None:
        entries: list[Entry] = []
        actions: list[Action] = []
        for fact in facts:
            following = self._experiment.apply(fact)
            if following or not isinstance(fact, Ticked):
                entries.append(entry := Entry(fact, following))
                actions += following
                self._taken(self._experiment.state, entry, self._experiment.reading)
        self._record(None, acted_on=bool(actions))
        for action in actions:
            self._act(action)
        for watcher in list(self._watchers):
            self._show(watcher, entries)

    def xǁLoopǁ_round__mutmut_21(self, facts: list[Fact]) -> None:
        entries: list[Entry] = []
        actions: list[Action] = []
        for fact in facts:
            following = self._experiment.apply(fact)
            if following or not isinstance(fact, Ticked):
                entries.append(entry := Entry(fact, following))
                actions += following
                self._taken(self._experiment.state, entry, self._experiment.reading)
        self._record(entries, acted_on=None)
        for action in actions:
            self._act(action)
        for watcher in list(self._watchers):
            self._show(watcher, entries)

    def xǁLoopǁ_round__mutmut_22(self, facts: list[Fact]) -> None:
        entries: list[Entry] = []
        actions: list[Action] = []
        for fact in facts:
            following = self._experiment.apply(fact)
            if following or not isinstance(fact, Ticked):
                entries.append(entry := Entry(fact, following))
                actions += following
                self._taken(self._experiment.state, entry, self._experiment.reading)
        self._record(acted_on=bool(actions))
        for action in actions:
            self._act(action)
        for watcher in list(self._watchers):
            self._show(watcher, entries)

    def xǁLoopǁ_round__mutmut_23(self, facts: list[Fact]) -> None:
        entries: list[Entry] = []
        actions: list[Action] = []
        for fact in facts:
            following = self._experiment.apply(fact)
            if following or not isinstance(fact, Ticked):
                entries.append(entry := Entry(fact, following))
                actions += following
                self._taken(self._experiment.state, entry, self._experiment.reading)
        self._record(entries, )
        for action in actions:
            self._act(action)
        for watcher in list(self._watchers):
            self._show(watcher, entries)

    def xǁLoopǁ_round__mutmut_24(self, facts: list[Fact]) -> None:
        entries: list[Entry] = []
        actions: list[Action] = []
        for fact in facts:
            following = self._experiment.apply(fact)
            if following or not isinstance(fact, Ticked):
                entries.append(entry := Entry(fact, following))
                actions += following
                self._taken(self._experiment.state, entry, self._experiment.reading)
        self._record(entries, acted_on=bool(None))
        for action in actions:
            self._act(action)
        for watcher in list(self._watchers):
            self._show(watcher, entries)

    def xǁLoopǁ_round__mutmut_25(self, facts: list[Fact]) -> None:
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
            self._act(None)
        for watcher in list(self._watchers):
            self._show(watcher, entries)

    def xǁLoopǁ_round__mutmut_26(self, facts: list[Fact]) -> None:
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
        for watcher in list(None):
            self._show(watcher, entries)

    def xǁLoopǁ_round__mutmut_27(self, facts: list[Fact]) -> None:
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
            self._show(None, entries)

    def xǁLoopǁ_round__mutmut_28(self, facts: list[Fact]) -> None:
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
            self._show(watcher, None)

    def xǁLoopǁ_round__mutmut_29(self, facts: list[Fact]) -> None:
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
            self._show(entries)

    def xǁLoopǁ_round__mutmut_30(self, facts: list[Fact]) -> None:
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
            self._show(watcher, )

    @_mutmut_mutated(mutants_xǁLoopǁ_record__mutmut)
    def _record(self, entries: list[Entry], acted_on: bool) -> None:
        self._unwritten += entries
        if self._backend.has_side_effects:
            self._write()
            if acted_on:
                self._journal.sync()
        elif len(self._unwritten) >= BATCH or time.monotonic() > self._written_at + LONGEST_HELD:
            self._write()

    def xǁLoopǁ_record__mutmut_orig(self, entries: list[Entry], acted_on: bool) -> None:
        self._unwritten += entries
        if self._backend.has_side_effects:
            self._write()
            if acted_on:
                self._journal.sync()
        elif len(self._unwritten) >= BATCH or time.monotonic() > self._written_at + LONGEST_HELD:
            self._write()

    def xǁLoopǁ_record__mutmut_1(self, entries: list[Entry], acted_on: bool) -> None:
        self._unwritten = entries
        if self._backend.has_side_effects:
            self._write()
            if acted_on:
                self._journal.sync()
        elif len(self._unwritten) >= BATCH or time.monotonic() > self._written_at + LONGEST_HELD:
            self._write()

    def xǁLoopǁ_record__mutmut_2(self, entries: list[Entry], acted_on: bool) -> None:
        self._unwritten -= entries
        if self._backend.has_side_effects:
            self._write()
            if acted_on:
                self._journal.sync()
        elif len(self._unwritten) >= BATCH or time.monotonic() > self._written_at + LONGEST_HELD:
            self._write()

    def xǁLoopǁ_record__mutmut_3(self, entries: list[Entry], acted_on: bool) -> None:
        self._unwritten += entries
        if self._backend.has_side_effects:
            self._write()
            if acted_on:
                self._journal.sync()
        elif len(self._unwritten) >= BATCH and time.monotonic() > self._written_at + LONGEST_HELD:
            self._write()

    def xǁLoopǁ_record__mutmut_4(self, entries: list[Entry], acted_on: bool) -> None:
        self._unwritten += entries
        if self._backend.has_side_effects:
            self._write()
            if acted_on:
                self._journal.sync()
        elif len(self._unwritten) > BATCH or time.monotonic() > self._written_at + LONGEST_HELD:
            self._write()

    def xǁLoopǁ_record__mutmut_5(self, entries: list[Entry], acted_on: bool) -> None:
        self._unwritten += entries
        if self._backend.has_side_effects:
            self._write()
            if acted_on:
                self._journal.sync()
        elif len(self._unwritten) >= BATCH or time.monotonic() >= self._written_at + LONGEST_HELD:
            self._write()

    def xǁLoopǁ_record__mutmut_6(self, entries: list[Entry], acted_on: bool) -> None:
        self._unwritten += entries
        if self._backend.has_side_effects:
            self._write()
            if acted_on:
                self._journal.sync()
        elif len(self._unwritten) >= BATCH or time.monotonic() > self._written_at - LONGEST_HELD:
            self._write()

    @_mutmut_mutated(mutants_xǁLoopǁ_write__mutmut)
    def _write(self) -> None:
        unwritten, self._unwritten = self._unwritten, []
        self._journal.append(unwritten)
        self._written_at = time.monotonic()

    def xǁLoopǁ_write__mutmut_orig(self) -> None:
        unwritten, self._unwritten = self._unwritten, []
        self._journal.append(unwritten)
        self._written_at = time.monotonic()

    def xǁLoopǁ_write__mutmut_1(self) -> None:
        unwritten, self._unwritten = None
        self._journal.append(unwritten)
        self._written_at = time.monotonic()

    def xǁLoopǁ_write__mutmut_2(self) -> None:
        unwritten, self._unwritten = self._unwritten, []
        self._journal.append(None)
        self._written_at = time.monotonic()

    def xǁLoopǁ_write__mutmut_3(self) -> None:
        unwritten, self._unwritten = self._unwritten, []
        self._journal.append(unwritten)
        self._written_at = None

    @_mutmut_mutated(mutants_xǁLoopǁ_show__mutmut)
    def _show(self, watcher: Watcher, entries: Sequence[Entry]) -> None:
        """Lets a watcher look on. One that fails is left out from then on: nobody who merely looks on may
        end an experiment."""
        try:
            watcher.update(self._experiment.state, entries, self._backend.clock.now())
        except Exception:
            logger.exception("%s failed and is left out from now on.", type(watcher).__name__)
            self._watchers.remove(watcher)

    def xǁLoopǁ_show__mutmut_orig(self, watcher: Watcher, entries: Sequence[Entry]) -> None:
        """Lets a watcher look on. One that fails is left out from then on: nobody who merely looks on may
        end an experiment."""
        try:
            watcher.update(self._experiment.state, entries, self._backend.clock.now())
        except Exception:
            logger.exception("%s failed and is left out from now on.", type(watcher).__name__)
            self._watchers.remove(watcher)

    def xǁLoopǁ_show__mutmut_1(self, watcher: Watcher, entries: Sequence[Entry]) -> None:
        """Lets a watcher look on. One that fails is left out from then on: nobody who merely looks on may
        end an experiment."""
        try:
            watcher.update(None, entries, self._backend.clock.now())
        except Exception:
            logger.exception("%s failed and is left out from now on.", type(watcher).__name__)
            self._watchers.remove(watcher)

    def xǁLoopǁ_show__mutmut_2(self, watcher: Watcher, entries: Sequence[Entry]) -> None:
        """Lets a watcher look on. One that fails is left out from then on: nobody who merely looks on may
        end an experiment."""
        try:
            watcher.update(self._experiment.state, None, self._backend.clock.now())
        except Exception:
            logger.exception("%s failed and is left out from now on.", type(watcher).__name__)
            self._watchers.remove(watcher)

    def xǁLoopǁ_show__mutmut_3(self, watcher: Watcher, entries: Sequence[Entry]) -> None:
        """Lets a watcher look on. One that fails is left out from then on: nobody who merely looks on may
        end an experiment."""
        try:
            watcher.update(self._experiment.state, entries, None)
        except Exception:
            logger.exception("%s failed and is left out from now on.", type(watcher).__name__)
            self._watchers.remove(watcher)

    def xǁLoopǁ_show__mutmut_4(self, watcher: Watcher, entries: Sequence[Entry]) -> None:
        """Lets a watcher look on. One that fails is left out from then on: nobody who merely looks on may
        end an experiment."""
        try:
            watcher.update(entries, self._backend.clock.now())
        except Exception:
            logger.exception("%s failed and is left out from now on.", type(watcher).__name__)
            self._watchers.remove(watcher)

    def xǁLoopǁ_show__mutmut_5(self, watcher: Watcher, entries: Sequence[Entry]) -> None:
        """Lets a watcher look on. One that fails is left out from then on: nobody who merely looks on may
        end an experiment."""
        try:
            watcher.update(self._experiment.state, self._backend.clock.now())
        except Exception:
            logger.exception("%s failed and is left out from now on.", type(watcher).__name__)
            self._watchers.remove(watcher)

    def xǁLoopǁ_show__mutmut_6(self, watcher: Watcher, entries: Sequence[Entry]) -> None:
        """Lets a watcher look on. One that fails is left out from then on: nobody who merely looks on may
        end an experiment."""
        try:
            watcher.update(self._experiment.state, entries, )
        except Exception:
            logger.exception("%s failed and is left out from now on.", type(watcher).__name__)
            self._watchers.remove(watcher)

    def xǁLoopǁ_show__mutmut_7(self, watcher: Watcher, entries: Sequence[Entry]) -> None:
        """Lets a watcher look on. One that fails is left out from then on: nobody who merely looks on may
        end an experiment."""
        try:
            watcher.update(self._experiment.state, entries, self._backend.clock.now())
        except Exception:
            logger.exception(None, type(watcher).__name__)
            self._watchers.remove(watcher)

    def xǁLoopǁ_show__mutmut_8(self, watcher: Watcher, entries: Sequence[Entry]) -> None:
        """Lets a watcher look on. One that fails is left out from then on: nobody who merely looks on may
        end an experiment."""
        try:
            watcher.update(self._experiment.state, entries, self._backend.clock.now())
        except Exception:
            logger.exception("%s failed and is left out from now on.", None)
            self._watchers.remove(watcher)

    def xǁLoopǁ_show__mutmut_9(self, watcher: Watcher, entries: Sequence[Entry]) -> None:
        """Lets a watcher look on. One that fails is left out from then on: nobody who merely looks on may
        end an experiment."""
        try:
            watcher.update(self._experiment.state, entries, self._backend.clock.now())
        except Exception:
            logger.exception(type(watcher).__name__)
            self._watchers.remove(watcher)

    def xǁLoopǁ_show__mutmut_10(self, watcher: Watcher, entries: Sequence[Entry]) -> None:
        """Lets a watcher look on. One that fails is left out from then on: nobody who merely looks on may
        end an experiment."""
        try:
            watcher.update(self._experiment.state, entries, self._backend.clock.now())
        except Exception:
            logger.exception("%s failed and is left out from now on.", )
            self._watchers.remove(watcher)

    def xǁLoopǁ_show__mutmut_11(self, watcher: Watcher, entries: Sequence[Entry]) -> None:
        """Lets a watcher look on. One that fails is left out from then on: nobody who merely looks on may
        end an experiment."""
        try:
            watcher.update(self._experiment.state, entries, self._backend.clock.now())
        except Exception:
            logger.exception("XX%s failed and is left out from now on.XX", type(watcher).__name__)
            self._watchers.remove(watcher)

    def xǁLoopǁ_show__mutmut_12(self, watcher: Watcher, entries: Sequence[Entry]) -> None:
        """Lets a watcher look on. One that fails is left out from then on: nobody who merely looks on may
        end an experiment."""
        try:
            watcher.update(self._experiment.state, entries, self._backend.clock.now())
        except Exception:
            logger.exception("%S FAILED AND IS LEFT OUT FROM NOW ON.", type(watcher).__name__)
            self._watchers.remove(watcher)

    def xǁLoopǁ_show__mutmut_13(self, watcher: Watcher, entries: Sequence[Entry]) -> None:
        """Lets a watcher look on. One that fails is left out from then on: nobody who merely looks on may
        end an experiment."""
        try:
            watcher.update(self._experiment.state, entries, self._backend.clock.now())
        except Exception:
            logger.exception("%s failed and is left out from now on.", type(None).__name__)
            self._watchers.remove(watcher)

    def xǁLoopǁ_show__mutmut_14(self, watcher: Watcher, entries: Sequence[Entry]) -> None:
        """Lets a watcher look on. One that fails is left out from then on: nobody who merely looks on may
        end an experiment."""
        try:
            watcher.update(self._experiment.state, entries, self._backend.clock.now())
        except Exception:
            logger.exception("%s failed and is left out from now on.", type(watcher).__name__)
            self._watchers.remove(None)

    @_mutmut_mutated(mutants_xǁLoopǁ_act__mutmut)
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

    def xǁLoopǁ_act__mutmut_orig(self, action: Action) -> None:
        trials = self._experiment.state.trials
        if isinstance(action, StartJob):
            self._backend.start(self._job(trials[action.trial_id], JobId(action.trial_id, 0)))
        elif isinstance(action, ResumeJob):
            self._backend.start(self._job(trials[action.job.trial_id], action.job))
        elif isinstance(action, HaltJob):
            self._backend.halt(action.job, action.patience)
        elif isinstance(action, DropCheckpoint):
            self._backend.drop_checkpoint(action.trial_id)

    def xǁLoopǁ_act__mutmut_1(self, action: Action) -> None:
        trials = None
        if isinstance(action, StartJob):
            self._backend.start(self._job(trials[action.trial_id], JobId(action.trial_id, 0)))
        elif isinstance(action, ResumeJob):
            self._backend.start(self._job(trials[action.job.trial_id], action.job))
        elif isinstance(action, HaltJob):
            self._backend.halt(action.job, action.patience)
        elif isinstance(action, DropCheckpoint):
            self._backend.drop_checkpoint(action.trial_id)

    def xǁLoopǁ_act__mutmut_2(self, action: Action) -> None:
        trials = self._experiment.state.trials
        if isinstance(action, StartJob):
            self._backend.start(None)
        elif isinstance(action, ResumeJob):
            self._backend.start(self._job(trials[action.job.trial_id], action.job))
        elif isinstance(action, HaltJob):
            self._backend.halt(action.job, action.patience)
        elif isinstance(action, DropCheckpoint):
            self._backend.drop_checkpoint(action.trial_id)

    def xǁLoopǁ_act__mutmut_3(self, action: Action) -> None:
        trials = self._experiment.state.trials
        if isinstance(action, StartJob):
            self._backend.start(self._job(None, JobId(action.trial_id, 0)))
        elif isinstance(action, ResumeJob):
            self._backend.start(self._job(trials[action.job.trial_id], action.job))
        elif isinstance(action, HaltJob):
            self._backend.halt(action.job, action.patience)
        elif isinstance(action, DropCheckpoint):
            self._backend.drop_checkpoint(action.trial_id)

    def xǁLoopǁ_act__mutmut_4(self, action: Action) -> None:
        trials = self._experiment.state.trials
        if isinstance(action, StartJob):
            self._backend.start(self._job(trials[action.trial_id], None))
        elif isinstance(action, ResumeJob):
            self._backend.start(self._job(trials[action.job.trial_id], action.job))
        elif isinstance(action, HaltJob):
            self._backend.halt(action.job, action.patience)
        elif isinstance(action, DropCheckpoint):
            self._backend.drop_checkpoint(action.trial_id)

    def xǁLoopǁ_act__mutmut_5(self, action: Action) -> None:
        trials = self._experiment.state.trials
        if isinstance(action, StartJob):
            self._backend.start(self._job(JobId(action.trial_id, 0)))
        elif isinstance(action, ResumeJob):
            self._backend.start(self._job(trials[action.job.trial_id], action.job))
        elif isinstance(action, HaltJob):
            self._backend.halt(action.job, action.patience)
        elif isinstance(action, DropCheckpoint):
            self._backend.drop_checkpoint(action.trial_id)

    def xǁLoopǁ_act__mutmut_6(self, action: Action) -> None:
        trials = self._experiment.state.trials
        if isinstance(action, StartJob):
            self._backend.start(self._job(trials[action.trial_id], ))
        elif isinstance(action, ResumeJob):
            self._backend.start(self._job(trials[action.job.trial_id], action.job))
        elif isinstance(action, HaltJob):
            self._backend.halt(action.job, action.patience)
        elif isinstance(action, DropCheckpoint):
            self._backend.drop_checkpoint(action.trial_id)

    def xǁLoopǁ_act__mutmut_7(self, action: Action) -> None:
        trials = self._experiment.state.trials
        if isinstance(action, StartJob):
            self._backend.start(self._job(trials[action.trial_id], JobId(None, 0)))
        elif isinstance(action, ResumeJob):
            self._backend.start(self._job(trials[action.job.trial_id], action.job))
        elif isinstance(action, HaltJob):
            self._backend.halt(action.job, action.patience)
        elif isinstance(action, DropCheckpoint):
            self._backend.drop_checkpoint(action.trial_id)

    def xǁLoopǁ_act__mutmut_8(self, action: Action) -> None:
        trials = self._experiment.state.trials
        if isinstance(action, StartJob):
            self._backend.start(self._job(trials[action.trial_id], JobId(action.trial_id, None)))
        elif isinstance(action, ResumeJob):
            self._backend.start(self._job(trials[action.job.trial_id], action.job))
        elif isinstance(action, HaltJob):
            self._backend.halt(action.job, action.patience)
        elif isinstance(action, DropCheckpoint):
            self._backend.drop_checkpoint(action.trial_id)

    def xǁLoopǁ_act__mutmut_9(self, action: Action) -> None:
        trials = self._experiment.state.trials
        if isinstance(action, StartJob):
            self._backend.start(self._job(trials[action.trial_id], JobId(0)))
        elif isinstance(action, ResumeJob):
            self._backend.start(self._job(trials[action.job.trial_id], action.job))
        elif isinstance(action, HaltJob):
            self._backend.halt(action.job, action.patience)
        elif isinstance(action, DropCheckpoint):
            self._backend.drop_checkpoint(action.trial_id)

    def xǁLoopǁ_act__mutmut_10(self, action: Action) -> None:
        trials = self._experiment.state.trials
        if isinstance(action, StartJob):
            self._backend.start(self._job(trials[action.trial_id], JobId(action.trial_id, )))
        elif isinstance(action, ResumeJob):
            self._backend.start(self._job(trials[action.job.trial_id], action.job))
        elif isinstance(action, HaltJob):
            self._backend.halt(action.job, action.patience)
        elif isinstance(action, DropCheckpoint):
            self._backend.drop_checkpoint(action.trial_id)

    def xǁLoopǁ_act__mutmut_11(self, action: Action) -> None:
        trials = self._experiment.state.trials
        if isinstance(action, StartJob):
            self._backend.start(self._job(trials[action.trial_id], JobId(action.trial_id, 1)))
        elif isinstance(action, ResumeJob):
            self._backend.start(self._job(trials[action.job.trial_id], action.job))
        elif isinstance(action, HaltJob):
            self._backend.halt(action.job, action.patience)
        elif isinstance(action, DropCheckpoint):
            self._backend.drop_checkpoint(action.trial_id)

    def xǁLoopǁ_act__mutmut_12(self, action: Action) -> None:
        trials = self._experiment.state.trials
        if isinstance(action, StartJob):
            self._backend.start(self._job(trials[action.trial_id], JobId(action.trial_id, 0)))
        elif isinstance(action, ResumeJob):
            self._backend.start(None)
        elif isinstance(action, HaltJob):
            self._backend.halt(action.job, action.patience)
        elif isinstance(action, DropCheckpoint):
            self._backend.drop_checkpoint(action.trial_id)

    def xǁLoopǁ_act__mutmut_13(self, action: Action) -> None:
        trials = self._experiment.state.trials
        if isinstance(action, StartJob):
            self._backend.start(self._job(trials[action.trial_id], JobId(action.trial_id, 0)))
        elif isinstance(action, ResumeJob):
            self._backend.start(self._job(None, action.job))
        elif isinstance(action, HaltJob):
            self._backend.halt(action.job, action.patience)
        elif isinstance(action, DropCheckpoint):
            self._backend.drop_checkpoint(action.trial_id)

    def xǁLoopǁ_act__mutmut_14(self, action: Action) -> None:
        trials = self._experiment.state.trials
        if isinstance(action, StartJob):
            self._backend.start(self._job(trials[action.trial_id], JobId(action.trial_id, 0)))
        elif isinstance(action, ResumeJob):
            self._backend.start(self._job(trials[action.job.trial_id], None))
        elif isinstance(action, HaltJob):
            self._backend.halt(action.job, action.patience)
        elif isinstance(action, DropCheckpoint):
            self._backend.drop_checkpoint(action.trial_id)

    def xǁLoopǁ_act__mutmut_15(self, action: Action) -> None:
        trials = self._experiment.state.trials
        if isinstance(action, StartJob):
            self._backend.start(self._job(trials[action.trial_id], JobId(action.trial_id, 0)))
        elif isinstance(action, ResumeJob):
            self._backend.start(self._job(action.job))
        elif isinstance(action, HaltJob):
            self._backend.halt(action.job, action.patience)
        elif isinstance(action, DropCheckpoint):
            self._backend.drop_checkpoint(action.trial_id)

    def xǁLoopǁ_act__mutmut_16(self, action: Action) -> None:
        trials = self._experiment.state.trials
        if isinstance(action, StartJob):
            self._backend.start(self._job(trials[action.trial_id], JobId(action.trial_id, 0)))
        elif isinstance(action, ResumeJob):
            self._backend.start(self._job(trials[action.job.trial_id], ))
        elif isinstance(action, HaltJob):
            self._backend.halt(action.job, action.patience)
        elif isinstance(action, DropCheckpoint):
            self._backend.drop_checkpoint(action.trial_id)

    def xǁLoopǁ_act__mutmut_17(self, action: Action) -> None:
        trials = self._experiment.state.trials
        if isinstance(action, StartJob):
            self._backend.start(self._job(trials[action.trial_id], JobId(action.trial_id, 0)))
        elif isinstance(action, ResumeJob):
            self._backend.start(self._job(trials[action.job.trial_id], action.job))
        elif isinstance(action, HaltJob):
            self._backend.halt(None, action.patience)
        elif isinstance(action, DropCheckpoint):
            self._backend.drop_checkpoint(action.trial_id)

    def xǁLoopǁ_act__mutmut_18(self, action: Action) -> None:
        trials = self._experiment.state.trials
        if isinstance(action, StartJob):
            self._backend.start(self._job(trials[action.trial_id], JobId(action.trial_id, 0)))
        elif isinstance(action, ResumeJob):
            self._backend.start(self._job(trials[action.job.trial_id], action.job))
        elif isinstance(action, HaltJob):
            self._backend.halt(action.job, None)
        elif isinstance(action, DropCheckpoint):
            self._backend.drop_checkpoint(action.trial_id)

    def xǁLoopǁ_act__mutmut_19(self, action: Action) -> None:
        trials = self._experiment.state.trials
        if isinstance(action, StartJob):
            self._backend.start(self._job(trials[action.trial_id], JobId(action.trial_id, 0)))
        elif isinstance(action, ResumeJob):
            self._backend.start(self._job(trials[action.job.trial_id], action.job))
        elif isinstance(action, HaltJob):
            self._backend.halt(action.patience)
        elif isinstance(action, DropCheckpoint):
            self._backend.drop_checkpoint(action.trial_id)

    def xǁLoopǁ_act__mutmut_20(self, action: Action) -> None:
        trials = self._experiment.state.trials
        if isinstance(action, StartJob):
            self._backend.start(self._job(trials[action.trial_id], JobId(action.trial_id, 0)))
        elif isinstance(action, ResumeJob):
            self._backend.start(self._job(trials[action.job.trial_id], action.job))
        elif isinstance(action, HaltJob):
            self._backend.halt(action.job, )
        elif isinstance(action, DropCheckpoint):
            self._backend.drop_checkpoint(action.trial_id)

    def xǁLoopǁ_act__mutmut_21(self, action: Action) -> None:
        trials = self._experiment.state.trials
        if isinstance(action, StartJob):
            self._backend.start(self._job(trials[action.trial_id], JobId(action.trial_id, 0)))
        elif isinstance(action, ResumeJob):
            self._backend.start(self._job(trials[action.job.trial_id], action.job))
        elif isinstance(action, HaltJob):
            self._backend.halt(action.job, action.patience)
        elif isinstance(action, DropCheckpoint):
            self._backend.drop_checkpoint(None)

    @_mutmut_mutated(mutants_xǁLoopǁ_take_up__mutmut)
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

    def xǁLoopǁ_take_up__mutmut_orig(self) -> None:
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

    def xǁLoopǁ_take_up__mutmut_1(self) -> None:
        """Hands the back end the jobs that the journal holds for running, and repeats what is safe to."""
        trials = None
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

    def xǁLoopǁ_take_up__mutmut_2(self) -> None:
        """Hands the back end the jobs that the journal holds for running, and repeats what is safe to."""
        trials = self._experiment.state.trials
        live = None
        self._backend.attach(live)
        if self._experiment.policy.keep_checkpoints:
            return
        best = trials.best
        for trial in trials:
            if trial.status in TERMINAL and (best is None or best.trial_id != trial.id):
                self._backend.drop_checkpoint(trial.id)

    def xǁLoopǁ_take_up__mutmut_3(self) -> None:
        """Hands the back end the jobs that the journal holds for running, and repeats what is safe to."""
        trials = self._experiment.state.trials
        live = [
            LiveJob(
                None,
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

    def xǁLoopǁ_take_up__mutmut_4(self) -> None:
        """Hands the back end the jobs that the journal holds for running, and repeats what is safe to."""
        trials = self._experiment.state.trials
        live = [
            LiveJob(
                self._job(trial, trial.job),
                None,
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

    def xǁLoopǁ_take_up__mutmut_5(self) -> None:
        """Hands the back end the jobs that the journal holds for running, and repeats what is safe to."""
        trials = self._experiment.state.trials
        live = [
            LiveJob(
                self._job(trial, trial.job),
                trial.seen,
                halted=None,
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

    def xǁLoopǁ_take_up__mutmut_6(self) -> None:
        """Hands the back end the jobs that the journal holds for running, and repeats what is safe to."""
        trials = self._experiment.state.trials
        live = [
            LiveJob(
                self._job(trial, trial.job),
                trial.seen,
                halted=trial.status is Status.HALTING,
                begun=None,
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

    def xǁLoopǁ_take_up__mutmut_7(self) -> None:
        """Hands the back end the jobs that the journal holds for running, and repeats what is safe to."""
        trials = self._experiment.state.trials
        live = [
            LiveJob(
                self._job(trial, trial.job),
                trial.seen,
                halted=trial.status is Status.HALTING,
                begun=not trial.queued,
                started=None,
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

    def xǁLoopǁ_take_up__mutmut_8(self) -> None:
        """Hands the back end the jobs that the journal holds for running, and repeats what is safe to."""
        trials = self._experiment.state.trials
        live = [
            LiveJob(
                self._job(trial, trial.job),
                trial.seen,
                halted=trial.status is Status.HALTING,
                begun=not trial.queued,
                started=trial.jobs[-1].started,
                halt_at=None,
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

    def xǁLoopǁ_take_up__mutmut_9(self) -> None:
        """Hands the back end the jobs that the journal holds for running, and repeats what is safe to."""
        trials = self._experiment.state.trials
        live = [
            LiveJob(
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

    def xǁLoopǁ_take_up__mutmut_10(self) -> None:
        """Hands the back end the jobs that the journal holds for running, and repeats what is safe to."""
        trials = self._experiment.state.trials
        live = [
            LiveJob(
                self._job(trial, trial.job),
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

    def xǁLoopǁ_take_up__mutmut_11(self) -> None:
        """Hands the back end the jobs that the journal holds for running, and repeats what is safe to."""
        trials = self._experiment.state.trials
        live = [
            LiveJob(
                self._job(trial, trial.job),
                trial.seen,
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

    def xǁLoopǁ_take_up__mutmut_12(self) -> None:
        """Hands the back end the jobs that the journal holds for running, and repeats what is safe to."""
        trials = self._experiment.state.trials
        live = [
            LiveJob(
                self._job(trial, trial.job),
                trial.seen,
                halted=trial.status is Status.HALTING,
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

    def xǁLoopǁ_take_up__mutmut_13(self) -> None:
        """Hands the back end the jobs that the journal holds for running, and repeats what is safe to."""
        trials = self._experiment.state.trials
        live = [
            LiveJob(
                self._job(trial, trial.job),
                trial.seen,
                halted=trial.status is Status.HALTING,
                begun=not trial.queued,
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

    def xǁLoopǁ_take_up__mutmut_14(self) -> None:
        """Hands the back end the jobs that the journal holds for running, and repeats what is safe to."""
        trials = self._experiment.state.trials
        live = [
            LiveJob(
                self._job(trial, trial.job),
                trial.seen,
                halted=trial.status is Status.HALTING,
                begun=not trial.queued,
                started=trial.jobs[-1].started,
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

    def xǁLoopǁ_take_up__mutmut_15(self) -> None:
        """Hands the back end the jobs that the journal holds for running, and repeats what is safe to."""
        trials = self._experiment.state.trials
        live = [
            LiveJob(
                self._job(None, trial.job),
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

    def xǁLoopǁ_take_up__mutmut_16(self) -> None:
        """Hands the back end the jobs that the journal holds for running, and repeats what is safe to."""
        trials = self._experiment.state.trials
        live = [
            LiveJob(
                self._job(trial, None),
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

    def xǁLoopǁ_take_up__mutmut_17(self) -> None:
        """Hands the back end the jobs that the journal holds for running, and repeats what is safe to."""
        trials = self._experiment.state.trials
        live = [
            LiveJob(
                self._job(trial.job),
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

    def xǁLoopǁ_take_up__mutmut_18(self) -> None:
        """Hands the back end the jobs that the journal holds for running, and repeats what is safe to."""
        trials = self._experiment.state.trials
        live = [
            LiveJob(
                self._job(trial, ),
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

    def xǁLoopǁ_take_up__mutmut_19(self) -> None:
        """Hands the back end the jobs that the journal holds for running, and repeats what is safe to."""
        trials = self._experiment.state.trials
        live = [
            LiveJob(
                self._job(trial, trial.job),
                trial.seen,
                halted=trial.status is not Status.HALTING,
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

    def xǁLoopǁ_take_up__mutmut_20(self) -> None:
        """Hands the back end the jobs that the journal holds for running, and repeats what is safe to."""
        trials = self._experiment.state.trials
        live = [
            LiveJob(
                self._job(trial, trial.job),
                trial.seen,
                halted=trial.status is Status.HALTING,
                begun=trial.queued,
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

    def xǁLoopǁ_take_up__mutmut_21(self) -> None:
        """Hands the back end the jobs that the journal holds for running, and repeats what is safe to."""
        trials = self._experiment.state.trials
        live = [
            LiveJob(
                self._job(trial, trial.job),
                trial.seen,
                halted=trial.status is Status.HALTING,
                begun=not trial.queued,
                started=trial.jobs[+1].started,
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

    def xǁLoopǁ_take_up__mutmut_22(self) -> None:
        """Hands the back end the jobs that the journal holds for running, and repeats what is safe to."""
        trials = self._experiment.state.trials
        live = [
            LiveJob(
                self._job(trial, trial.job),
                trial.seen,
                halted=trial.status is Status.HALTING,
                begun=not trial.queued,
                started=trial.jobs[-2].started,
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

    def xǁLoopǁ_take_up__mutmut_23(self) -> None:
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
        self._backend.attach(None)
        if self._experiment.policy.keep_checkpoints:
            return
        best = trials.best
        for trial in trials:
            if trial.status in TERMINAL and (best is None or best.trial_id != trial.id):
                self._backend.drop_checkpoint(trial.id)

    def xǁLoopǁ_take_up__mutmut_24(self) -> None:
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
        best = None
        for trial in trials:
            if trial.status in TERMINAL and (best is None or best.trial_id != trial.id):
                self._backend.drop_checkpoint(trial.id)

    def xǁLoopǁ_take_up__mutmut_25(self) -> None:
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
            if trial.status in TERMINAL or (best is None or best.trial_id != trial.id):
                self._backend.drop_checkpoint(trial.id)

    def xǁLoopǁ_take_up__mutmut_26(self) -> None:
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
            if trial.status not in TERMINAL and (best is None or best.trial_id != trial.id):
                self._backend.drop_checkpoint(trial.id)

    def xǁLoopǁ_take_up__mutmut_27(self) -> None:
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
            if trial.status in TERMINAL and (best is None and best.trial_id != trial.id):
                self._backend.drop_checkpoint(trial.id)

    def xǁLoopǁ_take_up__mutmut_28(self) -> None:
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
            if trial.status in TERMINAL and (best is not None or best.trial_id != trial.id):
                self._backend.drop_checkpoint(trial.id)

    def xǁLoopǁ_take_up__mutmut_29(self) -> None:
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
            if trial.status in TERMINAL and (best is None or best.trial_id == trial.id):
                self._backend.drop_checkpoint(trial.id)

    def xǁLoopǁ_take_up__mutmut_30(self) -> None:
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
                self._backend.drop_checkpoint(None)

    @_mutmut_mutated(mutants_xǁLoopǁ_job__mutmut)
    def _job(self, trial: Trial, job_id: JobId) -> Job:
        arguments = self._experiment.problem.arguments(trial.config, trial.until)
        earlier = trial.jobs[-1].first_report  # reports of the jobs before this one
        level = trial.levels[earlier - 1] if earlier else 0
        return Job(job_id, arguments, resumed=job_id.run > 0, level=level)

    def xǁLoopǁ_job__mutmut_orig(self, trial: Trial, job_id: JobId) -> Job:
        arguments = self._experiment.problem.arguments(trial.config, trial.until)
        earlier = trial.jobs[-1].first_report  # reports of the jobs before this one
        level = trial.levels[earlier - 1] if earlier else 0
        return Job(job_id, arguments, resumed=job_id.run > 0, level=level)

    def xǁLoopǁ_job__mutmut_1(self, trial: Trial, job_id: JobId) -> Job:
        arguments = None
        earlier = trial.jobs[-1].first_report  # reports of the jobs before this one
        level = trial.levels[earlier - 1] if earlier else 0
        return Job(job_id, arguments, resumed=job_id.run > 0, level=level)

    def xǁLoopǁ_job__mutmut_2(self, trial: Trial, job_id: JobId) -> Job:
        arguments = self._experiment.problem.arguments(None, trial.until)
        earlier = trial.jobs[-1].first_report  # reports of the jobs before this one
        level = trial.levels[earlier - 1] if earlier else 0
        return Job(job_id, arguments, resumed=job_id.run > 0, level=level)

    def xǁLoopǁ_job__mutmut_3(self, trial: Trial, job_id: JobId) -> Job:
        arguments = self._experiment.problem.arguments(trial.config, None)
        earlier = trial.jobs[-1].first_report  # reports of the jobs before this one
        level = trial.levels[earlier - 1] if earlier else 0
        return Job(job_id, arguments, resumed=job_id.run > 0, level=level)

    def xǁLoopǁ_job__mutmut_4(self, trial: Trial, job_id: JobId) -> Job:
        arguments = self._experiment.problem.arguments(trial.until)
        earlier = trial.jobs[-1].first_report  # reports of the jobs before this one
        level = trial.levels[earlier - 1] if earlier else 0
        return Job(job_id, arguments, resumed=job_id.run > 0, level=level)

    def xǁLoopǁ_job__mutmut_5(self, trial: Trial, job_id: JobId) -> Job:
        arguments = self._experiment.problem.arguments(trial.config, )
        earlier = trial.jobs[-1].first_report  # reports of the jobs before this one
        level = trial.levels[earlier - 1] if earlier else 0
        return Job(job_id, arguments, resumed=job_id.run > 0, level=level)

    def xǁLoopǁ_job__mutmut_6(self, trial: Trial, job_id: JobId) -> Job:
        arguments = self._experiment.problem.arguments(trial.config, trial.until)
        earlier = None  # reports of the jobs before this one
        level = trial.levels[earlier - 1] if earlier else 0
        return Job(job_id, arguments, resumed=job_id.run > 0, level=level)

    def xǁLoopǁ_job__mutmut_7(self, trial: Trial, job_id: JobId) -> Job:
        arguments = self._experiment.problem.arguments(trial.config, trial.until)
        earlier = trial.jobs[+1].first_report  # reports of the jobs before this one
        level = trial.levels[earlier - 1] if earlier else 0
        return Job(job_id, arguments, resumed=job_id.run > 0, level=level)

    def xǁLoopǁ_job__mutmut_8(self, trial: Trial, job_id: JobId) -> Job:
        arguments = self._experiment.problem.arguments(trial.config, trial.until)
        earlier = trial.jobs[-2].first_report  # reports of the jobs before this one
        level = trial.levels[earlier - 1] if earlier else 0
        return Job(job_id, arguments, resumed=job_id.run > 0, level=level)

    def xǁLoopǁ_job__mutmut_9(self, trial: Trial, job_id: JobId) -> Job:
        arguments = self._experiment.problem.arguments(trial.config, trial.until)
        earlier = trial.jobs[-1].first_report  # reports of the jobs before this one
        level = None
        return Job(job_id, arguments, resumed=job_id.run > 0, level=level)

    def xǁLoopǁ_job__mutmut_10(self, trial: Trial, job_id: JobId) -> Job:
        arguments = self._experiment.problem.arguments(trial.config, trial.until)
        earlier = trial.jobs[-1].first_report  # reports of the jobs before this one
        level = trial.levels[earlier - 1] if (earlier) and False else 0
        return Job(job_id, arguments, resumed=job_id.run > 0, level=level)

    def xǁLoopǁ_job__mutmut_11(self, trial: Trial, job_id: JobId) -> Job:
        arguments = self._experiment.problem.arguments(trial.config, trial.until)
        earlier = trial.jobs[-1].first_report  # reports of the jobs before this one
        level = trial.levels[earlier - 1] if (earlier) or True else 0
        return Job(job_id, arguments, resumed=job_id.run > 0, level=level)

    def xǁLoopǁ_job__mutmut_12(self, trial: Trial, job_id: JobId) -> Job:
        arguments = self._experiment.problem.arguments(trial.config, trial.until)
        earlier = trial.jobs[-1].first_report  # reports of the jobs before this one
        level = trial.levels[earlier + 1] if earlier else 0
        return Job(job_id, arguments, resumed=job_id.run > 0, level=level)

    def xǁLoopǁ_job__mutmut_13(self, trial: Trial, job_id: JobId) -> Job:
        arguments = self._experiment.problem.arguments(trial.config, trial.until)
        earlier = trial.jobs[-1].first_report  # reports of the jobs before this one
        level = trial.levels[earlier - 2] if earlier else 0
        return Job(job_id, arguments, resumed=job_id.run > 0, level=level)

    def xǁLoopǁ_job__mutmut_14(self, trial: Trial, job_id: JobId) -> Job:
        arguments = self._experiment.problem.arguments(trial.config, trial.until)
        earlier = trial.jobs[-1].first_report  # reports of the jobs before this one
        level = trial.levels[earlier - 1] if earlier else 1
        return Job(job_id, arguments, resumed=job_id.run > 0, level=level)

    def xǁLoopǁ_job__mutmut_15(self, trial: Trial, job_id: JobId) -> Job:
        arguments = self._experiment.problem.arguments(trial.config, trial.until)
        earlier = trial.jobs[-1].first_report  # reports of the jobs before this one
        level = trial.levels[earlier - 1] if earlier else 0
        return Job(None, arguments, resumed=job_id.run > 0, level=level)

    def xǁLoopǁ_job__mutmut_16(self, trial: Trial, job_id: JobId) -> Job:
        arguments = self._experiment.problem.arguments(trial.config, trial.until)
        earlier = trial.jobs[-1].first_report  # reports of the jobs before this one
        level = trial.levels[earlier - 1] if earlier else 0
        return Job(job_id, None, resumed=job_id.run > 0, level=level)

    def xǁLoopǁ_job__mutmut_17(self, trial: Trial, job_id: JobId) -> Job:
        arguments = self._experiment.problem.arguments(trial.config, trial.until)
        earlier = trial.jobs[-1].first_report  # reports of the jobs before this one
        level = trial.levels[earlier - 1] if earlier else 0
        return Job(job_id, arguments, resumed=None, level=level)

    def xǁLoopǁ_job__mutmut_18(self, trial: Trial, job_id: JobId) -> Job:
        arguments = self._experiment.problem.arguments(trial.config, trial.until)
        earlier = trial.jobs[-1].first_report  # reports of the jobs before this one
        level = trial.levels[earlier - 1] if earlier else 0
        return Job(job_id, arguments, resumed=job_id.run > 0, level=None)

    def xǁLoopǁ_job__mutmut_19(self, trial: Trial, job_id: JobId) -> Job:
        arguments = self._experiment.problem.arguments(trial.config, trial.until)
        earlier = trial.jobs[-1].first_report  # reports of the jobs before this one
        level = trial.levels[earlier - 1] if earlier else 0
        return Job(arguments, resumed=job_id.run > 0, level=level)

    def xǁLoopǁ_job__mutmut_20(self, trial: Trial, job_id: JobId) -> Job:
        arguments = self._experiment.problem.arguments(trial.config, trial.until)
        earlier = trial.jobs[-1].first_report  # reports of the jobs before this one
        level = trial.levels[earlier - 1] if earlier else 0
        return Job(job_id, resumed=job_id.run > 0, level=level)

    def xǁLoopǁ_job__mutmut_21(self, trial: Trial, job_id: JobId) -> Job:
        arguments = self._experiment.problem.arguments(trial.config, trial.until)
        earlier = trial.jobs[-1].first_report  # reports of the jobs before this one
        level = trial.levels[earlier - 1] if earlier else 0
        return Job(job_id, arguments, level=level)

    def xǁLoopǁ_job__mutmut_22(self, trial: Trial, job_id: JobId) -> Job:
        arguments = self._experiment.problem.arguments(trial.config, trial.until)
        earlier = trial.jobs[-1].first_report  # reports of the jobs before this one
        level = trial.levels[earlier - 1] if earlier else 0
        return Job(job_id, arguments, resumed=job_id.run > 0, )

    def xǁLoopǁ_job__mutmut_23(self, trial: Trial, job_id: JobId) -> Job:
        arguments = self._experiment.problem.arguments(trial.config, trial.until)
        earlier = trial.jobs[-1].first_report  # reports of the jobs before this one
        level = trial.levels[earlier - 1] if earlier else 0
        return Job(job_id, arguments, resumed=job_id.run >= 0, level=level)

    def xǁLoopǁ_job__mutmut_24(self, trial: Trial, job_id: JobId) -> Job:
        arguments = self._experiment.problem.arguments(trial.config, trial.until)
        earlier = trial.jobs[-1].first_report  # reports of the jobs before this one
        level = trial.levels[earlier - 1] if earlier else 0
        return Job(job_id, arguments, resumed=job_id.run > 1, level=level)

mutants_xǁLoopǁ__init____mutmut['_mutmut_orig'] = Loop.xǁLoopǁ__init____mutmut_orig # type: ignore # mutmut generated
mutants_xǁLoopǁ__init____mutmut['xǁLoopǁ__init____mutmut_1'] = Loop.xǁLoopǁ__init____mutmut_1 # type: ignore # mutmut generated
mutants_xǁLoopǁ__init____mutmut['xǁLoopǁ__init____mutmut_2'] = Loop.xǁLoopǁ__init____mutmut_2 # type: ignore # mutmut generated
mutants_xǁLoopǁ__init____mutmut['xǁLoopǁ__init____mutmut_3'] = Loop.xǁLoopǁ__init____mutmut_3 # type: ignore # mutmut generated
mutants_xǁLoopǁ__init____mutmut['xǁLoopǁ__init____mutmut_4'] = Loop.xǁLoopǁ__init____mutmut_4 # type: ignore # mutmut generated
mutants_xǁLoopǁ__init____mutmut['xǁLoopǁ__init____mutmut_5'] = Loop.xǁLoopǁ__init____mutmut_5 # type: ignore # mutmut generated
mutants_xǁLoopǁ__init____mutmut['xǁLoopǁ__init____mutmut_6'] = Loop.xǁLoopǁ__init____mutmut_6 # type: ignore # mutmut generated
mutants_xǁLoopǁ__init____mutmut['xǁLoopǁ__init____mutmut_7'] = Loop.xǁLoopǁ__init____mutmut_7 # type: ignore # mutmut generated
mutants_xǁLoopǁ__init____mutmut['xǁLoopǁ__init____mutmut_8'] = Loop.xǁLoopǁ__init____mutmut_8 # type: ignore # mutmut generated
mutants_xǁLoopǁ__init____mutmut['xǁLoopǁ__init____mutmut_9'] = Loop.xǁLoopǁ__init____mutmut_9 # type: ignore # mutmut generated
mutants_xǁLoopǁ__init____mutmut['xǁLoopǁ__init____mutmut_10'] = Loop.xǁLoopǁ__init____mutmut_10 # type: ignore # mutmut generated
mutants_xǁLoopǁ__init____mutmut['xǁLoopǁ__init____mutmut_11'] = Loop.xǁLoopǁ__init____mutmut_11 # type: ignore # mutmut generated

mutants_xǁLoopǁrun__mutmut['_mutmut_orig'] = Loop.xǁLoopǁrun__mutmut_orig # type: ignore # mutmut generated
mutants_xǁLoopǁrun__mutmut['xǁLoopǁrun__mutmut_1'] = Loop.xǁLoopǁrun__mutmut_1 # type: ignore # mutmut generated
mutants_xǁLoopǁrun__mutmut['xǁLoopǁrun__mutmut_2'] = Loop.xǁLoopǁrun__mutmut_2 # type: ignore # mutmut generated
mutants_xǁLoopǁrun__mutmut['xǁLoopǁrun__mutmut_3'] = Loop.xǁLoopǁrun__mutmut_3 # type: ignore # mutmut generated

mutants_xǁLoopǁ_next_facts__mutmut['_mutmut_orig'] = Loop.xǁLoopǁ_next_facts__mutmut_orig # type: ignore # mutmut generated
mutants_xǁLoopǁ_next_facts__mutmut['xǁLoopǁ_next_facts__mutmut_1'] = Loop.xǁLoopǁ_next_facts__mutmut_1 # type: ignore # mutmut generated
mutants_xǁLoopǁ_next_facts__mutmut['xǁLoopǁ_next_facts__mutmut_2'] = Loop.xǁLoopǁ_next_facts__mutmut_2 # type: ignore # mutmut generated
mutants_xǁLoopǁ_next_facts__mutmut['xǁLoopǁ_next_facts__mutmut_3'] = Loop.xǁLoopǁ_next_facts__mutmut_3 # type: ignore # mutmut generated
mutants_xǁLoopǁ_next_facts__mutmut['xǁLoopǁ_next_facts__mutmut_4'] = Loop.xǁLoopǁ_next_facts__mutmut_4 # type: ignore # mutmut generated
mutants_xǁLoopǁ_next_facts__mutmut['xǁLoopǁ_next_facts__mutmut_5'] = Loop.xǁLoopǁ_next_facts__mutmut_5 # type: ignore # mutmut generated
mutants_xǁLoopǁ_next_facts__mutmut['xǁLoopǁ_next_facts__mutmut_6'] = Loop.xǁLoopǁ_next_facts__mutmut_6 # type: ignore # mutmut generated
mutants_xǁLoopǁ_next_facts__mutmut['xǁLoopǁ_next_facts__mutmut_7'] = Loop.xǁLoopǁ_next_facts__mutmut_7 # type: ignore # mutmut generated
mutants_xǁLoopǁ_next_facts__mutmut['xǁLoopǁ_next_facts__mutmut_8'] = Loop.xǁLoopǁ_next_facts__mutmut_8 # type: ignore # mutmut generated
mutants_xǁLoopǁ_next_facts__mutmut['xǁLoopǁ_next_facts__mutmut_9'] = Loop.xǁLoopǁ_next_facts__mutmut_9 # type: ignore # mutmut generated
mutants_xǁLoopǁ_next_facts__mutmut['xǁLoopǁ_next_facts__mutmut_10'] = Loop.xǁLoopǁ_next_facts__mutmut_10 # type: ignore # mutmut generated
mutants_xǁLoopǁ_next_facts__mutmut['xǁLoopǁ_next_facts__mutmut_11'] = Loop.xǁLoopǁ_next_facts__mutmut_11 # type: ignore # mutmut generated
mutants_xǁLoopǁ_next_facts__mutmut['xǁLoopǁ_next_facts__mutmut_12'] = Loop.xǁLoopǁ_next_facts__mutmut_12 # type: ignore # mutmut generated
mutants_xǁLoopǁ_next_facts__mutmut['xǁLoopǁ_next_facts__mutmut_13'] = Loop.xǁLoopǁ_next_facts__mutmut_13 # type: ignore # mutmut generated
mutants_xǁLoopǁ_next_facts__mutmut['xǁLoopǁ_next_facts__mutmut_14'] = Loop.xǁLoopǁ_next_facts__mutmut_14 # type: ignore # mutmut generated
mutants_xǁLoopǁ_next_facts__mutmut['xǁLoopǁ_next_facts__mutmut_15'] = Loop.xǁLoopǁ_next_facts__mutmut_15 # type: ignore # mutmut generated
mutants_xǁLoopǁ_next_facts__mutmut['xǁLoopǁ_next_facts__mutmut_16'] = Loop.xǁLoopǁ_next_facts__mutmut_16 # type: ignore # mutmut generated
mutants_xǁLoopǁ_next_facts__mutmut['xǁLoopǁ_next_facts__mutmut_17'] = Loop.xǁLoopǁ_next_facts__mutmut_17 # type: ignore # mutmut generated
mutants_xǁLoopǁ_next_facts__mutmut['xǁLoopǁ_next_facts__mutmut_18'] = Loop.xǁLoopǁ_next_facts__mutmut_18 # type: ignore # mutmut generated
mutants_xǁLoopǁ_next_facts__mutmut['xǁLoopǁ_next_facts__mutmut_19'] = Loop.xǁLoopǁ_next_facts__mutmut_19 # type: ignore # mutmut generated
mutants_xǁLoopǁ_next_facts__mutmut['xǁLoopǁ_next_facts__mutmut_20'] = Loop.xǁLoopǁ_next_facts__mutmut_20 # type: ignore # mutmut generated
mutants_xǁLoopǁ_next_facts__mutmut['xǁLoopǁ_next_facts__mutmut_21'] = Loop.xǁLoopǁ_next_facts__mutmut_21 # type: ignore # mutmut generated
mutants_xǁLoopǁ_next_facts__mutmut['xǁLoopǁ_next_facts__mutmut_22'] = Loop.xǁLoopǁ_next_facts__mutmut_22 # type: ignore # mutmut generated
mutants_xǁLoopǁ_next_facts__mutmut['xǁLoopǁ_next_facts__mutmut_23'] = Loop.xǁLoopǁ_next_facts__mutmut_23 # type: ignore # mutmut generated
mutants_xǁLoopǁ_next_facts__mutmut['xǁLoopǁ_next_facts__mutmut_24'] = Loop.xǁLoopǁ_next_facts__mutmut_24 # type: ignore # mutmut generated
mutants_xǁLoopǁ_next_facts__mutmut['xǁLoopǁ_next_facts__mutmut_25'] = Loop.xǁLoopǁ_next_facts__mutmut_25 # type: ignore # mutmut generated
mutants_xǁLoopǁ_next_facts__mutmut['xǁLoopǁ_next_facts__mutmut_26'] = Loop.xǁLoopǁ_next_facts__mutmut_26 # type: ignore # mutmut generated
mutants_xǁLoopǁ_next_facts__mutmut['xǁLoopǁ_next_facts__mutmut_27'] = Loop.xǁLoopǁ_next_facts__mutmut_27 # type: ignore # mutmut generated
mutants_xǁLoopǁ_next_facts__mutmut['xǁLoopǁ_next_facts__mutmut_28'] = Loop.xǁLoopǁ_next_facts__mutmut_28 # type: ignore # mutmut generated
mutants_xǁLoopǁ_next_facts__mutmut['xǁLoopǁ_next_facts__mutmut_29'] = Loop.xǁLoopǁ_next_facts__mutmut_29 # type: ignore # mutmut generated
mutants_xǁLoopǁ_next_facts__mutmut['xǁLoopǁ_next_facts__mutmut_30'] = Loop.xǁLoopǁ_next_facts__mutmut_30 # type: ignore # mutmut generated

mutants_xǁLoopǁ_round__mutmut['_mutmut_orig'] = Loop.xǁLoopǁ_round__mutmut_orig # type: ignore # mutmut generated
mutants_xǁLoopǁ_round__mutmut['xǁLoopǁ_round__mutmut_1'] = Loop.xǁLoopǁ_round__mutmut_1 # type: ignore # mutmut generated
mutants_xǁLoopǁ_round__mutmut['xǁLoopǁ_round__mutmut_2'] = Loop.xǁLoopǁ_round__mutmut_2 # type: ignore # mutmut generated
mutants_xǁLoopǁ_round__mutmut['xǁLoopǁ_round__mutmut_3'] = Loop.xǁLoopǁ_round__mutmut_3 # type: ignore # mutmut generated
mutants_xǁLoopǁ_round__mutmut['xǁLoopǁ_round__mutmut_4'] = Loop.xǁLoopǁ_round__mutmut_4 # type: ignore # mutmut generated
mutants_xǁLoopǁ_round__mutmut['xǁLoopǁ_round__mutmut_5'] = Loop.xǁLoopǁ_round__mutmut_5 # type: ignore # mutmut generated
mutants_xǁLoopǁ_round__mutmut['xǁLoopǁ_round__mutmut_6'] = Loop.xǁLoopǁ_round__mutmut_6 # type: ignore # mutmut generated
mutants_xǁLoopǁ_round__mutmut['xǁLoopǁ_round__mutmut_7'] = Loop.xǁLoopǁ_round__mutmut_7 # type: ignore # mutmut generated
mutants_xǁLoopǁ_round__mutmut['xǁLoopǁ_round__mutmut_8'] = Loop.xǁLoopǁ_round__mutmut_8 # type: ignore # mutmut generated
mutants_xǁLoopǁ_round__mutmut['xǁLoopǁ_round__mutmut_9'] = Loop.xǁLoopǁ_round__mutmut_9 # type: ignore # mutmut generated
mutants_xǁLoopǁ_round__mutmut['xǁLoopǁ_round__mutmut_10'] = Loop.xǁLoopǁ_round__mutmut_10 # type: ignore # mutmut generated
mutants_xǁLoopǁ_round__mutmut['xǁLoopǁ_round__mutmut_11'] = Loop.xǁLoopǁ_round__mutmut_11 # type: ignore # mutmut generated
mutants_xǁLoopǁ_round__mutmut['xǁLoopǁ_round__mutmut_12'] = Loop.xǁLoopǁ_round__mutmut_12 # type: ignore # mutmut generated
mutants_xǁLoopǁ_round__mutmut['xǁLoopǁ_round__mutmut_13'] = Loop.xǁLoopǁ_round__mutmut_13 # type: ignore # mutmut generated
mutants_xǁLoopǁ_round__mutmut['xǁLoopǁ_round__mutmut_14'] = Loop.xǁLoopǁ_round__mutmut_14 # type: ignore # mutmut generated
mutants_xǁLoopǁ_round__mutmut['xǁLoopǁ_round__mutmut_15'] = Loop.xǁLoopǁ_round__mutmut_15 # type: ignore # mutmut generated
mutants_xǁLoopǁ_round__mutmut['xǁLoopǁ_round__mutmut_16'] = Loop.xǁLoopǁ_round__mutmut_16 # type: ignore # mutmut generated
mutants_xǁLoopǁ_round__mutmut['xǁLoopǁ_round__mutmut_17'] = Loop.xǁLoopǁ_round__mutmut_17 # type: ignore # mutmut generated
mutants_xǁLoopǁ_round__mutmut['xǁLoopǁ_round__mutmut_18'] = Loop.xǁLoopǁ_round__mutmut_18 # type: ignore # mutmut generated
mutants_xǁLoopǁ_round__mutmut['xǁLoopǁ_round__mutmut_19'] = Loop.xǁLoopǁ_round__mutmut_19 # type: ignore # mutmut generated
mutants_xǁLoopǁ_round__mutmut['xǁLoopǁ_round__mutmut_20'] = Loop.xǁLoopǁ_round__mutmut_20 # type: ignore # mutmut generated
mutants_xǁLoopǁ_round__mutmut['xǁLoopǁ_round__mutmut_21'] = Loop.xǁLoopǁ_round__mutmut_21 # type: ignore # mutmut generated
mutants_xǁLoopǁ_round__mutmut['xǁLoopǁ_round__mutmut_22'] = Loop.xǁLoopǁ_round__mutmut_22 # type: ignore # mutmut generated
mutants_xǁLoopǁ_round__mutmut['xǁLoopǁ_round__mutmut_23'] = Loop.xǁLoopǁ_round__mutmut_23 # type: ignore # mutmut generated
mutants_xǁLoopǁ_round__mutmut['xǁLoopǁ_round__mutmut_24'] = Loop.xǁLoopǁ_round__mutmut_24 # type: ignore # mutmut generated
mutants_xǁLoopǁ_round__mutmut['xǁLoopǁ_round__mutmut_25'] = Loop.xǁLoopǁ_round__mutmut_25 # type: ignore # mutmut generated
mutants_xǁLoopǁ_round__mutmut['xǁLoopǁ_round__mutmut_26'] = Loop.xǁLoopǁ_round__mutmut_26 # type: ignore # mutmut generated
mutants_xǁLoopǁ_round__mutmut['xǁLoopǁ_round__mutmut_27'] = Loop.xǁLoopǁ_round__mutmut_27 # type: ignore # mutmut generated
mutants_xǁLoopǁ_round__mutmut['xǁLoopǁ_round__mutmut_28'] = Loop.xǁLoopǁ_round__mutmut_28 # type: ignore # mutmut generated
mutants_xǁLoopǁ_round__mutmut['xǁLoopǁ_round__mutmut_29'] = Loop.xǁLoopǁ_round__mutmut_29 # type: ignore # mutmut generated
mutants_xǁLoopǁ_round__mutmut['xǁLoopǁ_round__mutmut_30'] = Loop.xǁLoopǁ_round__mutmut_30 # type: ignore # mutmut generated

mutants_xǁLoopǁ_record__mutmut['_mutmut_orig'] = Loop.xǁLoopǁ_record__mutmut_orig # type: ignore # mutmut generated
mutants_xǁLoopǁ_record__mutmut['xǁLoopǁ_record__mutmut_1'] = Loop.xǁLoopǁ_record__mutmut_1 # type: ignore # mutmut generated
mutants_xǁLoopǁ_record__mutmut['xǁLoopǁ_record__mutmut_2'] = Loop.xǁLoopǁ_record__mutmut_2 # type: ignore # mutmut generated
mutants_xǁLoopǁ_record__mutmut['xǁLoopǁ_record__mutmut_3'] = Loop.xǁLoopǁ_record__mutmut_3 # type: ignore # mutmut generated
mutants_xǁLoopǁ_record__mutmut['xǁLoopǁ_record__mutmut_4'] = Loop.xǁLoopǁ_record__mutmut_4 # type: ignore # mutmut generated
mutants_xǁLoopǁ_record__mutmut['xǁLoopǁ_record__mutmut_5'] = Loop.xǁLoopǁ_record__mutmut_5 # type: ignore # mutmut generated
mutants_xǁLoopǁ_record__mutmut['xǁLoopǁ_record__mutmut_6'] = Loop.xǁLoopǁ_record__mutmut_6 # type: ignore # mutmut generated

mutants_xǁLoopǁ_write__mutmut['_mutmut_orig'] = Loop.xǁLoopǁ_write__mutmut_orig # type: ignore # mutmut generated
mutants_xǁLoopǁ_write__mutmut['xǁLoopǁ_write__mutmut_1'] = Loop.xǁLoopǁ_write__mutmut_1 # type: ignore # mutmut generated
mutants_xǁLoopǁ_write__mutmut['xǁLoopǁ_write__mutmut_2'] = Loop.xǁLoopǁ_write__mutmut_2 # type: ignore # mutmut generated
mutants_xǁLoopǁ_write__mutmut['xǁLoopǁ_write__mutmut_3'] = Loop.xǁLoopǁ_write__mutmut_3 # type: ignore # mutmut generated

mutants_xǁLoopǁ_show__mutmut['_mutmut_orig'] = Loop.xǁLoopǁ_show__mutmut_orig # type: ignore # mutmut generated
mutants_xǁLoopǁ_show__mutmut['xǁLoopǁ_show__mutmut_1'] = Loop.xǁLoopǁ_show__mutmut_1 # type: ignore # mutmut generated
mutants_xǁLoopǁ_show__mutmut['xǁLoopǁ_show__mutmut_2'] = Loop.xǁLoopǁ_show__mutmut_2 # type: ignore # mutmut generated
mutants_xǁLoopǁ_show__mutmut['xǁLoopǁ_show__mutmut_3'] = Loop.xǁLoopǁ_show__mutmut_3 # type: ignore # mutmut generated
mutants_xǁLoopǁ_show__mutmut['xǁLoopǁ_show__mutmut_4'] = Loop.xǁLoopǁ_show__mutmut_4 # type: ignore # mutmut generated
mutants_xǁLoopǁ_show__mutmut['xǁLoopǁ_show__mutmut_5'] = Loop.xǁLoopǁ_show__mutmut_5 # type: ignore # mutmut generated
mutants_xǁLoopǁ_show__mutmut['xǁLoopǁ_show__mutmut_6'] = Loop.xǁLoopǁ_show__mutmut_6 # type: ignore # mutmut generated
mutants_xǁLoopǁ_show__mutmut['xǁLoopǁ_show__mutmut_7'] = Loop.xǁLoopǁ_show__mutmut_7 # type: ignore # mutmut generated
mutants_xǁLoopǁ_show__mutmut['xǁLoopǁ_show__mutmut_8'] = Loop.xǁLoopǁ_show__mutmut_8 # type: ignore # mutmut generated
mutants_xǁLoopǁ_show__mutmut['xǁLoopǁ_show__mutmut_9'] = Loop.xǁLoopǁ_show__mutmut_9 # type: ignore # mutmut generated
mutants_xǁLoopǁ_show__mutmut['xǁLoopǁ_show__mutmut_10'] = Loop.xǁLoopǁ_show__mutmut_10 # type: ignore # mutmut generated
mutants_xǁLoopǁ_show__mutmut['xǁLoopǁ_show__mutmut_11'] = Loop.xǁLoopǁ_show__mutmut_11 # type: ignore # mutmut generated
mutants_xǁLoopǁ_show__mutmut['xǁLoopǁ_show__mutmut_12'] = Loop.xǁLoopǁ_show__mutmut_12 # type: ignore # mutmut generated
mutants_xǁLoopǁ_show__mutmut['xǁLoopǁ_show__mutmut_13'] = Loop.xǁLoopǁ_show__mutmut_13 # type: ignore # mutmut generated
mutants_xǁLoopǁ_show__mutmut['xǁLoopǁ_show__mutmut_14'] = Loop.xǁLoopǁ_show__mutmut_14 # type: ignore # mutmut generated

mutants_xǁLoopǁ_act__mutmut['_mutmut_orig'] = Loop.xǁLoopǁ_act__mutmut_orig # type: ignore # mutmut generated
mutants_xǁLoopǁ_act__mutmut['xǁLoopǁ_act__mutmut_1'] = Loop.xǁLoopǁ_act__mutmut_1 # type: ignore # mutmut generated
mutants_xǁLoopǁ_act__mutmut['xǁLoopǁ_act__mutmut_2'] = Loop.xǁLoopǁ_act__mutmut_2 # type: ignore # mutmut generated
mutants_xǁLoopǁ_act__mutmut['xǁLoopǁ_act__mutmut_3'] = Loop.xǁLoopǁ_act__mutmut_3 # type: ignore # mutmut generated
mutants_xǁLoopǁ_act__mutmut['xǁLoopǁ_act__mutmut_4'] = Loop.xǁLoopǁ_act__mutmut_4 # type: ignore # mutmut generated
mutants_xǁLoopǁ_act__mutmut['xǁLoopǁ_act__mutmut_5'] = Loop.xǁLoopǁ_act__mutmut_5 # type: ignore # mutmut generated
mutants_xǁLoopǁ_act__mutmut['xǁLoopǁ_act__mutmut_6'] = Loop.xǁLoopǁ_act__mutmut_6 # type: ignore # mutmut generated
mutants_xǁLoopǁ_act__mutmut['xǁLoopǁ_act__mutmut_7'] = Loop.xǁLoopǁ_act__mutmut_7 # type: ignore # mutmut generated
mutants_xǁLoopǁ_act__mutmut['xǁLoopǁ_act__mutmut_8'] = Loop.xǁLoopǁ_act__mutmut_8 # type: ignore # mutmut generated
mutants_xǁLoopǁ_act__mutmut['xǁLoopǁ_act__mutmut_9'] = Loop.xǁLoopǁ_act__mutmut_9 # type: ignore # mutmut generated
mutants_xǁLoopǁ_act__mutmut['xǁLoopǁ_act__mutmut_10'] = Loop.xǁLoopǁ_act__mutmut_10 # type: ignore # mutmut generated
mutants_xǁLoopǁ_act__mutmut['xǁLoopǁ_act__mutmut_11'] = Loop.xǁLoopǁ_act__mutmut_11 # type: ignore # mutmut generated
mutants_xǁLoopǁ_act__mutmut['xǁLoopǁ_act__mutmut_12'] = Loop.xǁLoopǁ_act__mutmut_12 # type: ignore # mutmut generated
mutants_xǁLoopǁ_act__mutmut['xǁLoopǁ_act__mutmut_13'] = Loop.xǁLoopǁ_act__mutmut_13 # type: ignore # mutmut generated
mutants_xǁLoopǁ_act__mutmut['xǁLoopǁ_act__mutmut_14'] = Loop.xǁLoopǁ_act__mutmut_14 # type: ignore # mutmut generated
mutants_xǁLoopǁ_act__mutmut['xǁLoopǁ_act__mutmut_15'] = Loop.xǁLoopǁ_act__mutmut_15 # type: ignore # mutmut generated
mutants_xǁLoopǁ_act__mutmut['xǁLoopǁ_act__mutmut_16'] = Loop.xǁLoopǁ_act__mutmut_16 # type: ignore # mutmut generated
mutants_xǁLoopǁ_act__mutmut['xǁLoopǁ_act__mutmut_17'] = Loop.xǁLoopǁ_act__mutmut_17 # type: ignore # mutmut generated
mutants_xǁLoopǁ_act__mutmut['xǁLoopǁ_act__mutmut_18'] = Loop.xǁLoopǁ_act__mutmut_18 # type: ignore # mutmut generated
mutants_xǁLoopǁ_act__mutmut['xǁLoopǁ_act__mutmut_19'] = Loop.xǁLoopǁ_act__mutmut_19 # type: ignore # mutmut generated
mutants_xǁLoopǁ_act__mutmut['xǁLoopǁ_act__mutmut_20'] = Loop.xǁLoopǁ_act__mutmut_20 # type: ignore # mutmut generated
mutants_xǁLoopǁ_act__mutmut['xǁLoopǁ_act__mutmut_21'] = Loop.xǁLoopǁ_act__mutmut_21 # type: ignore # mutmut generated

mutants_xǁLoopǁ_take_up__mutmut['_mutmut_orig'] = Loop.xǁLoopǁ_take_up__mutmut_orig # type: ignore # mutmut generated
mutants_xǁLoopǁ_take_up__mutmut['xǁLoopǁ_take_up__mutmut_1'] = Loop.xǁLoopǁ_take_up__mutmut_1 # type: ignore # mutmut generated
mutants_xǁLoopǁ_take_up__mutmut['xǁLoopǁ_take_up__mutmut_2'] = Loop.xǁLoopǁ_take_up__mutmut_2 # type: ignore # mutmut generated
mutants_xǁLoopǁ_take_up__mutmut['xǁLoopǁ_take_up__mutmut_3'] = Loop.xǁLoopǁ_take_up__mutmut_3 # type: ignore # mutmut generated
mutants_xǁLoopǁ_take_up__mutmut['xǁLoopǁ_take_up__mutmut_4'] = Loop.xǁLoopǁ_take_up__mutmut_4 # type: ignore # mutmut generated
mutants_xǁLoopǁ_take_up__mutmut['xǁLoopǁ_take_up__mutmut_5'] = Loop.xǁLoopǁ_take_up__mutmut_5 # type: ignore # mutmut generated
mutants_xǁLoopǁ_take_up__mutmut['xǁLoopǁ_take_up__mutmut_6'] = Loop.xǁLoopǁ_take_up__mutmut_6 # type: ignore # mutmut generated
mutants_xǁLoopǁ_take_up__mutmut['xǁLoopǁ_take_up__mutmut_7'] = Loop.xǁLoopǁ_take_up__mutmut_7 # type: ignore # mutmut generated
mutants_xǁLoopǁ_take_up__mutmut['xǁLoopǁ_take_up__mutmut_8'] = Loop.xǁLoopǁ_take_up__mutmut_8 # type: ignore # mutmut generated
mutants_xǁLoopǁ_take_up__mutmut['xǁLoopǁ_take_up__mutmut_9'] = Loop.xǁLoopǁ_take_up__mutmut_9 # type: ignore # mutmut generated
mutants_xǁLoopǁ_take_up__mutmut['xǁLoopǁ_take_up__mutmut_10'] = Loop.xǁLoopǁ_take_up__mutmut_10 # type: ignore # mutmut generated
mutants_xǁLoopǁ_take_up__mutmut['xǁLoopǁ_take_up__mutmut_11'] = Loop.xǁLoopǁ_take_up__mutmut_11 # type: ignore # mutmut generated
mutants_xǁLoopǁ_take_up__mutmut['xǁLoopǁ_take_up__mutmut_12'] = Loop.xǁLoopǁ_take_up__mutmut_12 # type: ignore # mutmut generated
mutants_xǁLoopǁ_take_up__mutmut['xǁLoopǁ_take_up__mutmut_13'] = Loop.xǁLoopǁ_take_up__mutmut_13 # type: ignore # mutmut generated
mutants_xǁLoopǁ_take_up__mutmut['xǁLoopǁ_take_up__mutmut_14'] = Loop.xǁLoopǁ_take_up__mutmut_14 # type: ignore # mutmut generated
mutants_xǁLoopǁ_take_up__mutmut['xǁLoopǁ_take_up__mutmut_15'] = Loop.xǁLoopǁ_take_up__mutmut_15 # type: ignore # mutmut generated
mutants_xǁLoopǁ_take_up__mutmut['xǁLoopǁ_take_up__mutmut_16'] = Loop.xǁLoopǁ_take_up__mutmut_16 # type: ignore # mutmut generated
mutants_xǁLoopǁ_take_up__mutmut['xǁLoopǁ_take_up__mutmut_17'] = Loop.xǁLoopǁ_take_up__mutmut_17 # type: ignore # mutmut generated
mutants_xǁLoopǁ_take_up__mutmut['xǁLoopǁ_take_up__mutmut_18'] = Loop.xǁLoopǁ_take_up__mutmut_18 # type: ignore # mutmut generated
mutants_xǁLoopǁ_take_up__mutmut['xǁLoopǁ_take_up__mutmut_19'] = Loop.xǁLoopǁ_take_up__mutmut_19 # type: ignore # mutmut generated
mutants_xǁLoopǁ_take_up__mutmut['xǁLoopǁ_take_up__mutmut_20'] = Loop.xǁLoopǁ_take_up__mutmut_20 # type: ignore # mutmut generated
mutants_xǁLoopǁ_take_up__mutmut['xǁLoopǁ_take_up__mutmut_21'] = Loop.xǁLoopǁ_take_up__mutmut_21 # type: ignore # mutmut generated
mutants_xǁLoopǁ_take_up__mutmut['xǁLoopǁ_take_up__mutmut_22'] = Loop.xǁLoopǁ_take_up__mutmut_22 # type: ignore # mutmut generated
mutants_xǁLoopǁ_take_up__mutmut['xǁLoopǁ_take_up__mutmut_23'] = Loop.xǁLoopǁ_take_up__mutmut_23 # type: ignore # mutmut generated
mutants_xǁLoopǁ_take_up__mutmut['xǁLoopǁ_take_up__mutmut_24'] = Loop.xǁLoopǁ_take_up__mutmut_24 # type: ignore # mutmut generated
mutants_xǁLoopǁ_take_up__mutmut['xǁLoopǁ_take_up__mutmut_25'] = Loop.xǁLoopǁ_take_up__mutmut_25 # type: ignore # mutmut generated
mutants_xǁLoopǁ_take_up__mutmut['xǁLoopǁ_take_up__mutmut_26'] = Loop.xǁLoopǁ_take_up__mutmut_26 # type: ignore # mutmut generated
mutants_xǁLoopǁ_take_up__mutmut['xǁLoopǁ_take_up__mutmut_27'] = Loop.xǁLoopǁ_take_up__mutmut_27 # type: ignore # mutmut generated
mutants_xǁLoopǁ_take_up__mutmut['xǁLoopǁ_take_up__mutmut_28'] = Loop.xǁLoopǁ_take_up__mutmut_28 # type: ignore # mutmut generated
mutants_xǁLoopǁ_take_up__mutmut['xǁLoopǁ_take_up__mutmut_29'] = Loop.xǁLoopǁ_take_up__mutmut_29 # type: ignore # mutmut generated
mutants_xǁLoopǁ_take_up__mutmut['xǁLoopǁ_take_up__mutmut_30'] = Loop.xǁLoopǁ_take_up__mutmut_30 # type: ignore # mutmut generated

mutants_xǁLoopǁ_job__mutmut['_mutmut_orig'] = Loop.xǁLoopǁ_job__mutmut_orig # type: ignore # mutmut generated
mutants_xǁLoopǁ_job__mutmut['xǁLoopǁ_job__mutmut_1'] = Loop.xǁLoopǁ_job__mutmut_1 # type: ignore # mutmut generated
mutants_xǁLoopǁ_job__mutmut['xǁLoopǁ_job__mutmut_2'] = Loop.xǁLoopǁ_job__mutmut_2 # type: ignore # mutmut generated
mutants_xǁLoopǁ_job__mutmut['xǁLoopǁ_job__mutmut_3'] = Loop.xǁLoopǁ_job__mutmut_3 # type: ignore # mutmut generated
mutants_xǁLoopǁ_job__mutmut['xǁLoopǁ_job__mutmut_4'] = Loop.xǁLoopǁ_job__mutmut_4 # type: ignore # mutmut generated
mutants_xǁLoopǁ_job__mutmut['xǁLoopǁ_job__mutmut_5'] = Loop.xǁLoopǁ_job__mutmut_5 # type: ignore # mutmut generated
mutants_xǁLoopǁ_job__mutmut['xǁLoopǁ_job__mutmut_6'] = Loop.xǁLoopǁ_job__mutmut_6 # type: ignore # mutmut generated
mutants_xǁLoopǁ_job__mutmut['xǁLoopǁ_job__mutmut_7'] = Loop.xǁLoopǁ_job__mutmut_7 # type: ignore # mutmut generated
mutants_xǁLoopǁ_job__mutmut['xǁLoopǁ_job__mutmut_8'] = Loop.xǁLoopǁ_job__mutmut_8 # type: ignore # mutmut generated
mutants_xǁLoopǁ_job__mutmut['xǁLoopǁ_job__mutmut_9'] = Loop.xǁLoopǁ_job__mutmut_9 # type: ignore # mutmut generated
mutants_xǁLoopǁ_job__mutmut['xǁLoopǁ_job__mutmut_10'] = Loop.xǁLoopǁ_job__mutmut_10 # type: ignore # mutmut generated
mutants_xǁLoopǁ_job__mutmut['xǁLoopǁ_job__mutmut_11'] = Loop.xǁLoopǁ_job__mutmut_11 # type: ignore # mutmut generated
mutants_xǁLoopǁ_job__mutmut['xǁLoopǁ_job__mutmut_12'] = Loop.xǁLoopǁ_job__mutmut_12 # type: ignore # mutmut generated
mutants_xǁLoopǁ_job__mutmut['xǁLoopǁ_job__mutmut_13'] = Loop.xǁLoopǁ_job__mutmut_13 # type: ignore # mutmut generated
mutants_xǁLoopǁ_job__mutmut['xǁLoopǁ_job__mutmut_14'] = Loop.xǁLoopǁ_job__mutmut_14 # type: ignore # mutmut generated
mutants_xǁLoopǁ_job__mutmut['xǁLoopǁ_job__mutmut_15'] = Loop.xǁLoopǁ_job__mutmut_15 # type: ignore # mutmut generated
mutants_xǁLoopǁ_job__mutmut['xǁLoopǁ_job__mutmut_16'] = Loop.xǁLoopǁ_job__mutmut_16 # type: ignore # mutmut generated
mutants_xǁLoopǁ_job__mutmut['xǁLoopǁ_job__mutmut_17'] = Loop.xǁLoopǁ_job__mutmut_17 # type: ignore # mutmut generated
mutants_xǁLoopǁ_job__mutmut['xǁLoopǁ_job__mutmut_18'] = Loop.xǁLoopǁ_job__mutmut_18 # type: ignore # mutmut generated
mutants_xǁLoopǁ_job__mutmut['xǁLoopǁ_job__mutmut_19'] = Loop.xǁLoopǁ_job__mutmut_19 # type: ignore # mutmut generated
mutants_xǁLoopǁ_job__mutmut['xǁLoopǁ_job__mutmut_20'] = Loop.xǁLoopǁ_job__mutmut_20 # type: ignore # mutmut generated
mutants_xǁLoopǁ_job__mutmut['xǁLoopǁ_job__mutmut_21'] = Loop.xǁLoopǁ_job__mutmut_21 # type: ignore # mutmut generated
mutants_xǁLoopǁ_job__mutmut['xǁLoopǁ_job__mutmut_22'] = Loop.xǁLoopǁ_job__mutmut_22 # type: ignore # mutmut generated
mutants_xǁLoopǁ_job__mutmut['xǁLoopǁ_job__mutmut_23'] = Loop.xǁLoopǁ_job__mutmut_23 # type: ignore # mutmut generated
mutants_xǁLoopǁ_job__mutmut['xǁLoopǁ_job__mutmut_24'] = Loop.xǁLoopǁ_job__mutmut_24 # type: ignore # mutmut generated


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
