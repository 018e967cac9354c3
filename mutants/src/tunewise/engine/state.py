"""The state of an experiment as a fold over its journal. It decides nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from tunewise.accounting import Breakdown, Ledger, Usage
from tunewise.engine.policy import RetryPolicy
from tunewise.engine.rules import Habits, Point, Reading, read_report, settle
from tunewise.events import (
    Action,
    DropCheckpoint,
    Entry,
    Fact,
    Finish,
    HaltJob,
    IdlePaid,
    JobEnded,
    JobQueued,
    JobStarted,
    Opened,
    Reported,
    ResumeJob,
    StartJob,
)
from tunewise.problem import Problem
from tunewise.trial import Failure, FailureKind, JobId, Status, TableImage, Trial, TrialTable

MOST_KEYS = 1000  # columns of the table of results
NOTES_PER_KIND = 5  # of different words: a script that errs at each epoch is told often enough by then


from mutmut.mutation.trampoline import wrap_in_trampoline as _mutmut_mutated, MutantDict


class Note(NamedTuple):
    """Something that a person should know, and that stopped nothing."""

    time: float
    trial_id: int
    message: str


class StateImage(msgspec.Struct, frozen=True, array_like=True):
    """A state as plain values, each by the name of the attribute that it is of."""

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
mutants_xǁStateǁ__init____mutmut: MutantDict = {}  # type: ignore
mutants_xǁStateǁimage__mutmut: MutantDict = {}  # type: ignore
mutants_xǁStateǁrestored__mutmut: MutantDict = {}  # type: ignore
mutants_xǁStateǁworker_time__mutmut: MutantDict = {}  # type: ignore
mutants_xǁStateǁqueued_time__mutmut: MutantDict = {}  # type: ignore
mutants_xǁStateǁheld_time__mutmut: MutantDict = {}  # type: ignore
mutants_xǁStateǁcost__mutmut: MutantDict = {}  # type: ignore
mutants_xǁStateǁusage__mutmut: MutantDict = {}  # type: ignore
mutants_xǁStateǁbreakdown__mutmut: MutantDict = {}  # type: ignore
mutants_xǁStateǁcurrent__mutmut: MutantDict = {}  # type: ignore
mutants_xǁStateǁreplay__mutmut: MutantDict = {}  # type: ignore
mutants_xǁStateǁtake_fact__mutmut: MutantDict = {}  # type: ignore
mutants_xǁStateǁtake_action__mutmut: MutantDict = {}  # type: ignore
mutants_xǁStateǁ_occupy__mutmut: MutantDict = {}  # type: ignore
mutants_xǁStateǁ_begin_by__mutmut: MutantDict = {}  # type: ignore
mutants_xǁStateǁ_begin__mutmut: MutantDict = {}  # type: ignore
mutants_xǁStateǁ_close_account__mutmut: MutantDict = {}  # type: ignore
mutants_xǁStateǁ_reported__mutmut: MutantDict = {}  # type: ignore
mutants_xǁStateǁ_meet__mutmut: MutantDict = {}  # type: ignore
mutants_xǁStateǁ_job_ended__mutmut: MutantDict = {}  # type: ignore
mutants_xǁStateǁ_note_all__mutmut: MutantDict = {}  # type: ignore
mutants_xǁStateǁ_note__mutmut: MutantDict = {}  # type: ignore


class State:
    """Everything that follows from the journal's lines, in their order.

    opened: the latest opening; last_run: the latest one in earnest, with workers. reported: the keys that
    were reported, in the order in which they came up; the first `MOST_KEYS`, the metric and the resource.
    now: time of the latest line. launches: jobs started so far, which numbers the decisions. busy: workers
    that hold a job. running: those whose job has begun to run; the others' wait in a queue, which costs
    nothing.
    kept_time: seconds of instances that were paid for between two jobs, as far as the back end knows.
    errors: trials that failed by the script's own fault since a tuner last took the experiment up, and
    `ended_well` those that ended otherwise. finished: the last line said that the experiment is over.
    ledger: what each job has cost.
    """

    @_mutmut_mutated(mutants_xǁStateǁ__init____mutmut)
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
        self._earlier = Usage()  # on other terms than those of now
        self._held_beyond = 0.0  # since then, by ended jobs: beyond the workers of that opening, or the clock

    def xǁStateǁ__init____mutmut_orig(self, problem: Problem, retry: RetryPolicy) -> None:
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
        self._earlier = Usage()  # on other terms than those of now
        self._held_beyond = 0.0  # since then, by ended jobs: beyond the workers of that opening, or the clock

    def xǁStateǁ__init____mutmut_1(self, problem: Problem, retry: RetryPolicy) -> None:
        self.trials = None
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
        self._earlier = Usage()  # on other terms than those of now
        self._held_beyond = 0.0  # since then, by ended jobs: beyond the workers of that opening, or the clock

    def xǁStateǁ__init____mutmut_2(self, problem: Problem, retry: RetryPolicy) -> None:
        self.trials = TrialTable(None)
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
        self._earlier = Usage()  # on other terms than those of now
        self._held_beyond = 0.0  # since then, by ended jobs: beyond the workers of that opening, or the clock

    def xǁStateǁ__init____mutmut_3(self, problem: Problem, retry: RetryPolicy) -> None:
        self.trials = TrialTable(problem)
        self.opened: Opened | None = ""
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
        self._earlier = Usage()  # on other terms than those of now
        self._held_beyond = 0.0  # since then, by ended jobs: beyond the workers of that opening, or the clock

    def xǁStateǁ__init____mutmut_4(self, problem: Problem, retry: RetryPolicy) -> None:
        self.trials = TrialTable(problem)
        self.opened: Opened | None = None
        self.last_run: Opened | None = ""
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
        self._earlier = Usage()  # on other terms than those of now
        self._held_beyond = 0.0  # since then, by ended jobs: beyond the workers of that opening, or the clock

    def xǁStateǁ__init____mutmut_5(self, problem: Problem, retry: RetryPolicy) -> None:
        self.trials = TrialTable(problem)
        self.opened: Opened | None = None
        self.last_run: Opened | None = None
        self.reported: dict[str, None] = None
        self.finished: Finish | None = None
        self.now = 0.0
        self.launches = 0
        self.busy = 0
        self.running = 0
        self.kept_time = 0.0
        self.errors = 0
        self.ended_well = 0
        self.notes: list[Note] = []
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
        self._earlier = Usage()  # on other terms than those of now
        self._held_beyond = 0.0  # since then, by ended jobs: beyond the workers of that opening, or the clock

    def xǁStateǁ__init____mutmut_6(self, problem: Problem, retry: RetryPolicy) -> None:
        self.trials = TrialTable(problem)
        self.opened: Opened | None = None
        self.last_run: Opened | None = None
        self.reported: dict[str, None] = {}
        self.finished: Finish | None = ""
        self.now = 0.0
        self.launches = 0
        self.busy = 0
        self.running = 0
        self.kept_time = 0.0
        self.errors = 0
        self.ended_well = 0
        self.notes: list[Note] = []
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
        self._earlier = Usage()  # on other terms than those of now
        self._held_beyond = 0.0  # since then, by ended jobs: beyond the workers of that opening, or the clock

    def xǁStateǁ__init____mutmut_7(self, problem: Problem, retry: RetryPolicy) -> None:
        self.trials = TrialTable(problem)
        self.opened: Opened | None = None
        self.last_run: Opened | None = None
        self.reported: dict[str, None] = {}
        self.finished: Finish | None = None
        self.now = None
        self.launches = 0
        self.busy = 0
        self.running = 0
        self.kept_time = 0.0
        self.errors = 0
        self.ended_well = 0
        self.notes: list[Note] = []
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
        self._earlier = Usage()  # on other terms than those of now
        self._held_beyond = 0.0  # since then, by ended jobs: beyond the workers of that opening, or the clock

    def xǁStateǁ__init____mutmut_8(self, problem: Problem, retry: RetryPolicy) -> None:
        self.trials = TrialTable(problem)
        self.opened: Opened | None = None
        self.last_run: Opened | None = None
        self.reported: dict[str, None] = {}
        self.finished: Finish | None = None
        self.now = 1.0
        self.launches = 0
        self.busy = 0
        self.running = 0
        self.kept_time = 0.0
        self.errors = 0
        self.ended_well = 0
        self.notes: list[Note] = []
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
        self._earlier = Usage()  # on other terms than those of now
        self._held_beyond = 0.0  # since then, by ended jobs: beyond the workers of that opening, or the clock

    def xǁStateǁ__init____mutmut_9(self, problem: Problem, retry: RetryPolicy) -> None:
        self.trials = TrialTable(problem)
        self.opened: Opened | None = None
        self.last_run: Opened | None = None
        self.reported: dict[str, None] = {}
        self.finished: Finish | None = None
        self.now = 0.0
        self.launches = None
        self.busy = 0
        self.running = 0
        self.kept_time = 0.0
        self.errors = 0
        self.ended_well = 0
        self.notes: list[Note] = []
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
        self._earlier = Usage()  # on other terms than those of now
        self._held_beyond = 0.0  # since then, by ended jobs: beyond the workers of that opening, or the clock

    def xǁStateǁ__init____mutmut_10(self, problem: Problem, retry: RetryPolicy) -> None:
        self.trials = TrialTable(problem)
        self.opened: Opened | None = None
        self.last_run: Opened | None = None
        self.reported: dict[str, None] = {}
        self.finished: Finish | None = None
        self.now = 0.0
        self.launches = 1
        self.busy = 0
        self.running = 0
        self.kept_time = 0.0
        self.errors = 0
        self.ended_well = 0
        self.notes: list[Note] = []
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
        self._earlier = Usage()  # on other terms than those of now
        self._held_beyond = 0.0  # since then, by ended jobs: beyond the workers of that opening, or the clock

    def xǁStateǁ__init____mutmut_11(self, problem: Problem, retry: RetryPolicy) -> None:
        self.trials = TrialTable(problem)
        self.opened: Opened | None = None
        self.last_run: Opened | None = None
        self.reported: dict[str, None] = {}
        self.finished: Finish | None = None
        self.now = 0.0
        self.launches = 0
        self.busy = None
        self.running = 0
        self.kept_time = 0.0
        self.errors = 0
        self.ended_well = 0
        self.notes: list[Note] = []
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
        self._earlier = Usage()  # on other terms than those of now
        self._held_beyond = 0.0  # since then, by ended jobs: beyond the workers of that opening, or the clock

    def xǁStateǁ__init____mutmut_12(self, problem: Problem, retry: RetryPolicy) -> None:
        self.trials = TrialTable(problem)
        self.opened: Opened | None = None
        self.last_run: Opened | None = None
        self.reported: dict[str, None] = {}
        self.finished: Finish | None = None
        self.now = 0.0
        self.launches = 0
        self.busy = 1
        self.running = 0
        self.kept_time = 0.0
        self.errors = 0
        self.ended_well = 0
        self.notes: list[Note] = []
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
        self._earlier = Usage()  # on other terms than those of now
        self._held_beyond = 0.0  # since then, by ended jobs: beyond the workers of that opening, or the clock

    def xǁStateǁ__init____mutmut_13(self, problem: Problem, retry: RetryPolicy) -> None:
        self.trials = TrialTable(problem)
        self.opened: Opened | None = None
        self.last_run: Opened | None = None
        self.reported: dict[str, None] = {}
        self.finished: Finish | None = None
        self.now = 0.0
        self.launches = 0
        self.busy = 0
        self.running = None
        self.kept_time = 0.0
        self.errors = 0
        self.ended_well = 0
        self.notes: list[Note] = []
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
        self._earlier = Usage()  # on other terms than those of now
        self._held_beyond = 0.0  # since then, by ended jobs: beyond the workers of that opening, or the clock

    def xǁStateǁ__init____mutmut_14(self, problem: Problem, retry: RetryPolicy) -> None:
        self.trials = TrialTable(problem)
        self.opened: Opened | None = None
        self.last_run: Opened | None = None
        self.reported: dict[str, None] = {}
        self.finished: Finish | None = None
        self.now = 0.0
        self.launches = 0
        self.busy = 0
        self.running = 1
        self.kept_time = 0.0
        self.errors = 0
        self.ended_well = 0
        self.notes: list[Note] = []
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
        self._earlier = Usage()  # on other terms than those of now
        self._held_beyond = 0.0  # since then, by ended jobs: beyond the workers of that opening, or the clock

    def xǁStateǁ__init____mutmut_15(self, problem: Problem, retry: RetryPolicy) -> None:
        self.trials = TrialTable(problem)
        self.opened: Opened | None = None
        self.last_run: Opened | None = None
        self.reported: dict[str, None] = {}
        self.finished: Finish | None = None
        self.now = 0.0
        self.launches = 0
        self.busy = 0
        self.running = 0
        self.kept_time = None
        self.errors = 0
        self.ended_well = 0
        self.notes: list[Note] = []
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
        self._earlier = Usage()  # on other terms than those of now
        self._held_beyond = 0.0  # since then, by ended jobs: beyond the workers of that opening, or the clock

    def xǁStateǁ__init____mutmut_16(self, problem: Problem, retry: RetryPolicy) -> None:
        self.trials = TrialTable(problem)
        self.opened: Opened | None = None
        self.last_run: Opened | None = None
        self.reported: dict[str, None] = {}
        self.finished: Finish | None = None
        self.now = 0.0
        self.launches = 0
        self.busy = 0
        self.running = 0
        self.kept_time = 1.0
        self.errors = 0
        self.ended_well = 0
        self.notes: list[Note] = []
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
        self._earlier = Usage()  # on other terms than those of now
        self._held_beyond = 0.0  # since then, by ended jobs: beyond the workers of that opening, or the clock

    def xǁStateǁ__init____mutmut_17(self, problem: Problem, retry: RetryPolicy) -> None:
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
        self.errors = None
        self.ended_well = 0
        self.notes: list[Note] = []
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
        self._earlier = Usage()  # on other terms than those of now
        self._held_beyond = 0.0  # since then, by ended jobs: beyond the workers of that opening, or the clock

    def xǁStateǁ__init____mutmut_18(self, problem: Problem, retry: RetryPolicy) -> None:
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
        self.errors = 1
        self.ended_well = 0
        self.notes: list[Note] = []
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
        self._earlier = Usage()  # on other terms than those of now
        self._held_beyond = 0.0  # since then, by ended jobs: beyond the workers of that opening, or the clock

    def xǁStateǁ__init____mutmut_19(self, problem: Problem, retry: RetryPolicy) -> None:
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
        self.ended_well = None
        self.notes: list[Note] = []
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
        self._earlier = Usage()  # on other terms than those of now
        self._held_beyond = 0.0  # since then, by ended jobs: beyond the workers of that opening, or the clock

    def xǁStateǁ__init____mutmut_20(self, problem: Problem, retry: RetryPolicy) -> None:
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
        self.ended_well = 1
        self.notes: list[Note] = []
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
        self._earlier = Usage()  # on other terms than those of now
        self._held_beyond = 0.0  # since then, by ended jobs: beyond the workers of that opening, or the clock

    def xǁStateǁ__init____mutmut_21(self, problem: Problem, retry: RetryPolicy) -> None:
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
        self.notes: list[Note] = None
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
        self._earlier = Usage()  # on other terms than those of now
        self._held_beyond = 0.0  # since then, by ended jobs: beyond the workers of that opening, or the clock

    def xǁStateǁ__init____mutmut_22(self, problem: Problem, retry: RetryPolicy) -> None:
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
        self.ledger = None
        self._problem = problem
        self._retry = retry
        self._notes_of_kind: dict[str, int] = {}
        self._habits = Habits()
        self._flaws: dict[int, str] = {}
        self._ended_time = 0.0
        self._began_sum = 0.0  # over running jobs
        self._queued_before = 0.0  # by jobs that have begun
        self._queued_since = 0.0  # summed over those that have not
        self._earlier = Usage()  # on other terms than those of now
        self._held_beyond = 0.0  # since then, by ended jobs: beyond the workers of that opening, or the clock

    def xǁStateǁ__init____mutmut_23(self, problem: Problem, retry: RetryPolicy) -> None:
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
        self.ledger = Ledger()
        self._problem = None
        self._retry = retry
        self._notes_of_kind: dict[str, int] = {}
        self._habits = Habits()
        self._flaws: dict[int, str] = {}
        self._ended_time = 0.0
        self._began_sum = 0.0  # over running jobs
        self._queued_before = 0.0  # by jobs that have begun
        self._queued_since = 0.0  # summed over those that have not
        self._earlier = Usage()  # on other terms than those of now
        self._held_beyond = 0.0  # since then, by ended jobs: beyond the workers of that opening, or the clock

    def xǁStateǁ__init____mutmut_24(self, problem: Problem, retry: RetryPolicy) -> None:
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
        self.ledger = Ledger()
        self._problem = problem
        self._retry = None
        self._notes_of_kind: dict[str, int] = {}
        self._habits = Habits()
        self._flaws: dict[int, str] = {}
        self._ended_time = 0.0
        self._began_sum = 0.0  # over running jobs
        self._queued_before = 0.0  # by jobs that have begun
        self._queued_since = 0.0  # summed over those that have not
        self._earlier = Usage()  # on other terms than those of now
        self._held_beyond = 0.0  # since then, by ended jobs: beyond the workers of that opening, or the clock

    def xǁStateǁ__init____mutmut_25(self, problem: Problem, retry: RetryPolicy) -> None:
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
        self.ledger = Ledger()
        self._problem = problem
        self._retry = retry
        self._notes_of_kind: dict[str, int] = None
        self._habits = Habits()
        self._flaws: dict[int, str] = {}
        self._ended_time = 0.0
        self._began_sum = 0.0  # over running jobs
        self._queued_before = 0.0  # by jobs that have begun
        self._queued_since = 0.0  # summed over those that have not
        self._earlier = Usage()  # on other terms than those of now
        self._held_beyond = 0.0  # since then, by ended jobs: beyond the workers of that opening, or the clock

    def xǁStateǁ__init____mutmut_26(self, problem: Problem, retry: RetryPolicy) -> None:
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
        self.ledger = Ledger()
        self._problem = problem
        self._retry = retry
        self._notes_of_kind: dict[str, int] = {}
        self._habits = None
        self._flaws: dict[int, str] = {}
        self._ended_time = 0.0
        self._began_sum = 0.0  # over running jobs
        self._queued_before = 0.0  # by jobs that have begun
        self._queued_since = 0.0  # summed over those that have not
        self._earlier = Usage()  # on other terms than those of now
        self._held_beyond = 0.0  # since then, by ended jobs: beyond the workers of that opening, or the clock

    def xǁStateǁ__init____mutmut_27(self, problem: Problem, retry: RetryPolicy) -> None:
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
        self.ledger = Ledger()
        self._problem = problem
        self._retry = retry
        self._notes_of_kind: dict[str, int] = {}
        self._habits = Habits()
        self._flaws: dict[int, str] = None
        self._ended_time = 0.0
        self._began_sum = 0.0  # over running jobs
        self._queued_before = 0.0  # by jobs that have begun
        self._queued_since = 0.0  # summed over those that have not
        self._earlier = Usage()  # on other terms than those of now
        self._held_beyond = 0.0  # since then, by ended jobs: beyond the workers of that opening, or the clock

    def xǁStateǁ__init____mutmut_28(self, problem: Problem, retry: RetryPolicy) -> None:
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
        self.ledger = Ledger()
        self._problem = problem
        self._retry = retry
        self._notes_of_kind: dict[str, int] = {}
        self._habits = Habits()
        self._flaws: dict[int, str] = {}
        self._ended_time = None
        self._began_sum = 0.0  # over running jobs
        self._queued_before = 0.0  # by jobs that have begun
        self._queued_since = 0.0  # summed over those that have not
        self._earlier = Usage()  # on other terms than those of now
        self._held_beyond = 0.0  # since then, by ended jobs: beyond the workers of that opening, or the clock

    def xǁStateǁ__init____mutmut_29(self, problem: Problem, retry: RetryPolicy) -> None:
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
        self.ledger = Ledger()
        self._problem = problem
        self._retry = retry
        self._notes_of_kind: dict[str, int] = {}
        self._habits = Habits()
        self._flaws: dict[int, str] = {}
        self._ended_time = 1.0
        self._began_sum = 0.0  # over running jobs
        self._queued_before = 0.0  # by jobs that have begun
        self._queued_since = 0.0  # summed over those that have not
        self._earlier = Usage()  # on other terms than those of now
        self._held_beyond = 0.0  # since then, by ended jobs: beyond the workers of that opening, or the clock

    def xǁStateǁ__init____mutmut_30(self, problem: Problem, retry: RetryPolicy) -> None:
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
        self.ledger = Ledger()
        self._problem = problem
        self._retry = retry
        self._notes_of_kind: dict[str, int] = {}
        self._habits = Habits()
        self._flaws: dict[int, str] = {}
        self._ended_time = 0.0
        self._began_sum = None  # over running jobs
        self._queued_before = 0.0  # by jobs that have begun
        self._queued_since = 0.0  # summed over those that have not
        self._earlier = Usage()  # on other terms than those of now
        self._held_beyond = 0.0  # since then, by ended jobs: beyond the workers of that opening, or the clock

    def xǁStateǁ__init____mutmut_31(self, problem: Problem, retry: RetryPolicy) -> None:
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
        self.ledger = Ledger()
        self._problem = problem
        self._retry = retry
        self._notes_of_kind: dict[str, int] = {}
        self._habits = Habits()
        self._flaws: dict[int, str] = {}
        self._ended_time = 0.0
        self._began_sum = 1.0  # over running jobs
        self._queued_before = 0.0  # by jobs that have begun
        self._queued_since = 0.0  # summed over those that have not
        self._earlier = Usage()  # on other terms than those of now
        self._held_beyond = 0.0  # since then, by ended jobs: beyond the workers of that opening, or the clock

    def xǁStateǁ__init____mutmut_32(self, problem: Problem, retry: RetryPolicy) -> None:
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
        self.ledger = Ledger()
        self._problem = problem
        self._retry = retry
        self._notes_of_kind: dict[str, int] = {}
        self._habits = Habits()
        self._flaws: dict[int, str] = {}
        self._ended_time = 0.0
        self._began_sum = 0.0  # over running jobs
        self._queued_before = None  # by jobs that have begun
        self._queued_since = 0.0  # summed over those that have not
        self._earlier = Usage()  # on other terms than those of now
        self._held_beyond = 0.0  # since then, by ended jobs: beyond the workers of that opening, or the clock

    def xǁStateǁ__init____mutmut_33(self, problem: Problem, retry: RetryPolicy) -> None:
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
        self.ledger = Ledger()
        self._problem = problem
        self._retry = retry
        self._notes_of_kind: dict[str, int] = {}
        self._habits = Habits()
        self._flaws: dict[int, str] = {}
        self._ended_time = 0.0
        self._began_sum = 0.0  # over running jobs
        self._queued_before = 1.0  # by jobs that have begun
        self._queued_since = 0.0  # summed over those that have not
        self._earlier = Usage()  # on other terms than those of now
        self._held_beyond = 0.0  # since then, by ended jobs: beyond the workers of that opening, or the clock

    def xǁStateǁ__init____mutmut_34(self, problem: Problem, retry: RetryPolicy) -> None:
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
        self.ledger = Ledger()
        self._problem = problem
        self._retry = retry
        self._notes_of_kind: dict[str, int] = {}
        self._habits = Habits()
        self._flaws: dict[int, str] = {}
        self._ended_time = 0.0
        self._began_sum = 0.0  # over running jobs
        self._queued_before = 0.0  # by jobs that have begun
        self._queued_since = None  # summed over those that have not
        self._earlier = Usage()  # on other terms than those of now
        self._held_beyond = 0.0  # since then, by ended jobs: beyond the workers of that opening, or the clock

    def xǁStateǁ__init____mutmut_35(self, problem: Problem, retry: RetryPolicy) -> None:
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
        self.ledger = Ledger()
        self._problem = problem
        self._retry = retry
        self._notes_of_kind: dict[str, int] = {}
        self._habits = Habits()
        self._flaws: dict[int, str] = {}
        self._ended_time = 0.0
        self._began_sum = 0.0  # over running jobs
        self._queued_before = 0.0  # by jobs that have begun
        self._queued_since = 1.0  # summed over those that have not
        self._earlier = Usage()  # on other terms than those of now
        self._held_beyond = 0.0  # since then, by ended jobs: beyond the workers of that opening, or the clock

    def xǁStateǁ__init____mutmut_36(self, problem: Problem, retry: RetryPolicy) -> None:
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
        self._earlier = None  # on other terms than those of now
        self._held_beyond = 0.0  # since then, by ended jobs: beyond the workers of that opening, or the clock

    def xǁStateǁ__init____mutmut_37(self, problem: Problem, retry: RetryPolicy) -> None:
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
        self._earlier = Usage()  # on other terms than those of now
        self._held_beyond = None  # since then, by ended jobs: beyond the workers of that opening, or the clock

    def xǁStateǁ__init____mutmut_38(self, problem: Problem, retry: RetryPolicy) -> None:
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
        self._earlier = Usage()  # on other terms than those of now
        self._held_beyond = 1.0  # since then, by ended jobs: beyond the workers of that opening, or the clock

    @_mutmut_mutated(mutants_xǁStateǁimage__mutmut)
    def image(self) -> StateImage:
        """All of it as plain values, of which `restored` makes an equal state."""
        fields = {name: getattr(self, name) for name in StateImage.__struct_fields__}
        return StateImage(**{**fields, "trials": self.trials.image()})

    def xǁStateǁimage__mutmut_orig(self) -> StateImage:
        """All of it as plain values, of which `restored` makes an equal state."""
        fields = {name: getattr(self, name) for name in StateImage.__struct_fields__}
        return StateImage(**{**fields, "trials": self.trials.image()})

    def xǁStateǁimage__mutmut_1(self) -> StateImage:
        """All of it as plain values, of which `restored` makes an equal state."""
        fields = None
        return StateImage(**{**fields, "trials": self.trials.image()})

    def xǁStateǁimage__mutmut_2(self) -> StateImage:
        """All of it as plain values, of which `restored` makes an equal state."""
        fields = {name: getattr(None, name) for name in StateImage.__struct_fields__}
        return StateImage(**{**fields, "trials": self.trials.image()})

    def xǁStateǁimage__mutmut_3(self) -> StateImage:
        """All of it as plain values, of which `restored` makes an equal state."""
        fields = {name: getattr(self, None) for name in StateImage.__struct_fields__}
        return StateImage(**{**fields, "trials": self.trials.image()})

    def xǁStateǁimage__mutmut_4(self) -> StateImage:
        """All of it as plain values, of which `restored` makes an equal state."""
        fields = {name: getattr(name) for name in StateImage.__struct_fields__}
        return StateImage(**{**fields, "trials": self.trials.image()})

    def xǁStateǁimage__mutmut_5(self) -> StateImage:
        """All of it as plain values, of which `restored` makes an equal state."""
        fields = {name: getattr(self, ) for name in StateImage.__struct_fields__}
        return StateImage(**{**fields, "trials": self.trials.image()})

    def xǁStateǁimage__mutmut_6(self) -> StateImage:
        """All of it as plain values, of which `restored` makes an equal state."""
        fields = {name: getattr(self, name) for name in StateImage.__struct_fields__}
        return StateImage(**{**fields, "XXtrialsXX": self.trials.image()})

    def xǁStateǁimage__mutmut_7(self) -> StateImage:
        """All of it as plain values, of which `restored` makes an equal state."""
        fields = {name: getattr(self, name) for name in StateImage.__struct_fields__}
        return StateImage(**{**fields, "TRIALS": self.trials.image()})

    @classmethod
    @_mutmut_mutated(mutants_xǁStateǁrestored__mutmut, is_classmethod = True)
    def restored(cls, problem: Problem, retry: RetryPolicy, image: StateImage) -> State:
        state = cls(problem, retry)
        for name in StateImage.__struct_fields__:
            setattr(state, name, getattr(image, name))
        state.trials = TrialTable.restored(problem, image.trials)
        return state

    @classmethod
    def xǁStateǁrestored__mutmut_orig(cls, problem: Problem, retry: RetryPolicy, image: StateImage) -> State:
        state = cls(problem, retry)
        for name in StateImage.__struct_fields__:
            setattr(state, name, getattr(image, name))
        state.trials = TrialTable.restored(problem, image.trials)
        return state

    @classmethod
    def xǁStateǁrestored__mutmut_1(cls, problem: Problem, retry: RetryPolicy, image: StateImage) -> State:
        state = None
        for name in StateImage.__struct_fields__:
            setattr(state, name, getattr(image, name))
        state.trials = TrialTable.restored(problem, image.trials)
        return state

    @classmethod
    def xǁStateǁrestored__mutmut_2(cls, problem: Problem, retry: RetryPolicy, image: StateImage) -> State:
        state = cls(None, retry)
        for name in StateImage.__struct_fields__:
            setattr(state, name, getattr(image, name))
        state.trials = TrialTable.restored(problem, image.trials)
        return state

    @classmethod
    def xǁStateǁrestored__mutmut_3(cls, problem: Problem, retry: RetryPolicy, image: StateImage) -> State:
        state = cls(problem, None)
        for name in StateImage.__struct_fields__:
            setattr(state, name, getattr(image, name))
        state.trials = TrialTable.restored(problem, image.trials)
        return state

    @classmethod
    def xǁStateǁrestored__mutmut_4(cls, problem: Problem, retry: RetryPolicy, image: StateImage) -> State:
        state = cls(retry)
        for name in StateImage.__struct_fields__:
            setattr(state, name, getattr(image, name))
        state.trials = TrialTable.restored(problem, image.trials)
        return state

    @classmethod
    def xǁStateǁrestored__mutmut_5(cls, problem: Problem, retry: RetryPolicy, image: StateImage) -> State:
        state = cls(problem, )
        for name in StateImage.__struct_fields__:
            setattr(state, name, getattr(image, name))
        state.trials = TrialTable.restored(problem, image.trials)
        return state

    @classmethod
    def xǁStateǁrestored__mutmut_6(cls, problem: Problem, retry: RetryPolicy, image: StateImage) -> State:
        state = cls(problem, retry)
        for name in StateImage.__struct_fields__:
            setattr(None, name, getattr(image, name))
        state.trials = TrialTable.restored(problem, image.trials)
        return state

    @classmethod
    def xǁStateǁrestored__mutmut_7(cls, problem: Problem, retry: RetryPolicy, image: StateImage) -> State:
        state = cls(problem, retry)
        for name in StateImage.__struct_fields__:
            setattr(state, None, getattr(image, name))
        state.trials = TrialTable.restored(problem, image.trials)
        return state

    @classmethod
    def xǁStateǁrestored__mutmut_8(cls, problem: Problem, retry: RetryPolicy, image: StateImage) -> State:
        state = cls(problem, retry)
        for name in StateImage.__struct_fields__:
            setattr(state, name, None)
        state.trials = TrialTable.restored(problem, image.trials)
        return state

    @classmethod
    def xǁStateǁrestored__mutmut_9(cls, problem: Problem, retry: RetryPolicy, image: StateImage) -> State:
        state = cls(problem, retry)
        for name in StateImage.__struct_fields__:
            setattr(name, getattr(image, name))
        state.trials = TrialTable.restored(problem, image.trials)
        return state

    @classmethod
    def xǁStateǁrestored__mutmut_10(cls, problem: Problem, retry: RetryPolicy, image: StateImage) -> State:
        state = cls(problem, retry)
        for name in StateImage.__struct_fields__:
            setattr(state, getattr(image, name))
        state.trials = TrialTable.restored(problem, image.trials)
        return state

    @classmethod
    def xǁStateǁrestored__mutmut_11(cls, problem: Problem, retry: RetryPolicy, image: StateImage) -> State:
        state = cls(problem, retry)
        for name in StateImage.__struct_fields__:
            setattr(state, name, )
        state.trials = TrialTable.restored(problem, image.trials)
        return state

    @classmethod
    def xǁStateǁrestored__mutmut_12(cls, problem: Problem, retry: RetryPolicy, image: StateImage) -> State:
        state = cls(problem, retry)
        for name in StateImage.__struct_fields__:
            setattr(state, name, getattr(None, name))
        state.trials = TrialTable.restored(problem, image.trials)
        return state

    @classmethod
    def xǁStateǁrestored__mutmut_13(cls, problem: Problem, retry: RetryPolicy, image: StateImage) -> State:
        state = cls(problem, retry)
        for name in StateImage.__struct_fields__:
            setattr(state, name, getattr(image, None))
        state.trials = TrialTable.restored(problem, image.trials)
        return state

    @classmethod
    def xǁStateǁrestored__mutmut_14(cls, problem: Problem, retry: RetryPolicy, image: StateImage) -> State:
        state = cls(problem, retry)
        for name in StateImage.__struct_fields__:
            setattr(state, name, getattr(name))
        state.trials = TrialTable.restored(problem, image.trials)
        return state

    @classmethod
    def xǁStateǁrestored__mutmut_15(cls, problem: Problem, retry: RetryPolicy, image: StateImage) -> State:
        state = cls(problem, retry)
        for name in StateImage.__struct_fields__:
            setattr(state, name, getattr(image, ))
        state.trials = TrialTable.restored(problem, image.trials)
        return state

    @classmethod
    def xǁStateǁrestored__mutmut_16(cls, problem: Problem, retry: RetryPolicy, image: StateImage) -> State:
        state = cls(problem, retry)
        for name in StateImage.__struct_fields__:
            setattr(state, name, getattr(image, name))
        state.trials = None
        return state

    @classmethod
    def xǁStateǁrestored__mutmut_17(cls, problem: Problem, retry: RetryPolicy, image: StateImage) -> State:
        state = cls(problem, retry)
        for name in StateImage.__struct_fields__:
            setattr(state, name, getattr(image, name))
        state.trials = TrialTable.restored(None, image.trials)
        return state

    @classmethod
    def xǁStateǁrestored__mutmut_18(cls, problem: Problem, retry: RetryPolicy, image: StateImage) -> State:
        state = cls(problem, retry)
        for name in StateImage.__struct_fields__:
            setattr(state, name, getattr(image, name))
        state.trials = TrialTable.restored(problem, None)
        return state

    @classmethod
    def xǁStateǁrestored__mutmut_19(cls, problem: Problem, retry: RetryPolicy, image: StateImage) -> State:
        state = cls(problem, retry)
        for name in StateImage.__struct_fields__:
            setattr(state, name, getattr(image, name))
        state.trials = TrialTable.restored(image.trials)
        return state

    @classmethod
    def xǁStateǁrestored__mutmut_20(cls, problem: Problem, retry: RetryPolicy, image: StateImage) -> State:
        state = cls(problem, retry)
        for name in StateImage.__struct_fields__:
            setattr(state, name, getattr(image, name))
        state.trials = TrialTable.restored(problem, )
        return state

    # ---- what one can ask -------------------------------------------------------------------------------

    @_mutmut_mutated(mutants_xǁStateǁworker_time__mutmut)
    def worker_time(self, now: float) -> float:
        """Seconds for which jobs have run so far, those that run now included."""
        return self._ended_time + self.running * now - self._began_sum

    # ---- what one can ask -------------------------------------------------------------------------------

    def xǁStateǁworker_time__mutmut_orig(self, now: float) -> float:
        """Seconds for which jobs have run so far, those that run now included."""
        return self._ended_time + self.running * now - self._began_sum

    # ---- what one can ask -------------------------------------------------------------------------------

    def xǁStateǁworker_time__mutmut_1(self, now: float) -> float:
        """Seconds for which jobs have run so far, those that run now included."""
        return self._ended_time + self.running * now + self._began_sum

    # ---- what one can ask -------------------------------------------------------------------------------

    def xǁStateǁworker_time__mutmut_2(self, now: float) -> float:
        """Seconds for which jobs have run so far, those that run now included."""
        return self._ended_time - self.running * now - self._began_sum

    # ---- what one can ask -------------------------------------------------------------------------------

    def xǁStateǁworker_time__mutmut_3(self, now: float) -> float:
        """Seconds for which jobs have run so far, those that run now included."""
        return self._ended_time + self.running / now - self._began_sum

    @_mutmut_mutated(mutants_xǁStateǁqueued_time__mutmut)
    def queued_time(self, now: float) -> float:
        """Seconds for which jobs have waited, between the decision to start them and their beginning."""
        return self._queued_before + (self.busy - self.running) * now - self._queued_since

    def xǁStateǁqueued_time__mutmut_orig(self, now: float) -> float:
        """Seconds for which jobs have waited, between the decision to start them and their beginning."""
        return self._queued_before + (self.busy - self.running) * now - self._queued_since

    def xǁStateǁqueued_time__mutmut_1(self, now: float) -> float:
        """Seconds for which jobs have waited, between the decision to start them and their beginning."""
        return self._queued_before + (self.busy - self.running) * now + self._queued_since

    def xǁStateǁqueued_time__mutmut_2(self, now: float) -> float:
        """Seconds for which jobs have waited, between the decision to start them and their beginning."""
        return self._queued_before - (self.busy - self.running) * now - self._queued_since

    def xǁStateǁqueued_time__mutmut_3(self, now: float) -> float:
        """Seconds for which jobs have waited, between the decision to start them and their beginning."""
        return self._queued_before + (self.busy - self.running) / now - self._queued_since

    def xǁStateǁqueued_time__mutmut_4(self, now: float) -> float:
        """Seconds for which jobs have waited, between the decision to start them and their beginning."""
        return self._queued_before + (self.busy + self.running) * now - self._queued_since

    @property
    def price(self) -> float:
        return self.opened.price if self.opened else 0.0

    @_mutmut_mutated(mutants_xǁStateǁheld_time__mutmut)
    def held_time(self, now: float) -> float:
        """Seconds for which there were workers, each counted, with or without a job.

        Jobs that a tuner took over hold workers even if it has fewer of its own, and one that ran while there
        was no tuner held its worker for longer than the clock says.
        """
        opened = self.opened
        if opened is None:
            return 0.0
        workers = max(opened.workers, self.busy)
        return self._earlier.held + workers * (now - self._earlier.time) + self._held_beyond

    def xǁStateǁheld_time__mutmut_orig(self, now: float) -> float:
        """Seconds for which there were workers, each counted, with or without a job.

        Jobs that a tuner took over hold workers even if it has fewer of its own, and one that ran while there
        was no tuner held its worker for longer than the clock says.
        """
        opened = self.opened
        if opened is None:
            return 0.0
        workers = max(opened.workers, self.busy)
        return self._earlier.held + workers * (now - self._earlier.time) + self._held_beyond

    def xǁStateǁheld_time__mutmut_1(self, now: float) -> float:
        """Seconds for which there were workers, each counted, with or without a job.

        Jobs that a tuner took over hold workers even if it has fewer of its own, and one that ran while there
        was no tuner held its worker for longer than the clock says.
        """
        opened = None
        if opened is None:
            return 0.0
        workers = max(opened.workers, self.busy)
        return self._earlier.held + workers * (now - self._earlier.time) + self._held_beyond

    def xǁStateǁheld_time__mutmut_2(self, now: float) -> float:
        """Seconds for which there were workers, each counted, with or without a job.

        Jobs that a tuner took over hold workers even if it has fewer of its own, and one that ran while there
        was no tuner held its worker for longer than the clock says.
        """
        opened = self.opened
        if opened is not None:
            return 0.0
        workers = max(opened.workers, self.busy)
        return self._earlier.held + workers * (now - self._earlier.time) + self._held_beyond

    def xǁStateǁheld_time__mutmut_3(self, now: float) -> float:
        """Seconds for which there were workers, each counted, with or without a job.

        Jobs that a tuner took over hold workers even if it has fewer of its own, and one that ran while there
        was no tuner held its worker for longer than the clock says.
        """
        opened = self.opened
        if opened is None:
            return 1.0
        workers = max(opened.workers, self.busy)
        return self._earlier.held + workers * (now - self._earlier.time) + self._held_beyond

    def xǁStateǁheld_time__mutmut_4(self, now: float) -> float:
        """Seconds for which there were workers, each counted, with or without a job.

        Jobs that a tuner took over hold workers even if it has fewer of its own, and one that ran while there
        was no tuner held its worker for longer than the clock says.
        """
        opened = self.opened
        if opened is None:
            return 0.0
        workers = None
        return self._earlier.held + workers * (now - self._earlier.time) + self._held_beyond

    def xǁStateǁheld_time__mutmut_5(self, now: float) -> float:
        """Seconds for which there were workers, each counted, with or without a job.

        Jobs that a tuner took over hold workers even if it has fewer of its own, and one that ran while there
        was no tuner held its worker for longer than the clock says.
        """
        opened = self.opened
        if opened is None:
            return 0.0
        workers = max(None, self.busy)
        return self._earlier.held + workers * (now - self._earlier.time) + self._held_beyond

    def xǁStateǁheld_time__mutmut_6(self, now: float) -> float:
        """Seconds for which there were workers, each counted, with or without a job.

        Jobs that a tuner took over hold workers even if it has fewer of its own, and one that ran while there
        was no tuner held its worker for longer than the clock says.
        """
        opened = self.opened
        if opened is None:
            return 0.0
        workers = max(opened.workers, None)
        return self._earlier.held + workers * (now - self._earlier.time) + self._held_beyond

    def xǁStateǁheld_time__mutmut_7(self, now: float) -> float:
        """Seconds for which there were workers, each counted, with or without a job.

        Jobs that a tuner took over hold workers even if it has fewer of its own, and one that ran while there
        was no tuner held its worker for longer than the clock says.
        """
        opened = self.opened
        if opened is None:
            return 0.0
        workers = max(self.busy)
        return self._earlier.held + workers * (now - self._earlier.time) + self._held_beyond

    def xǁStateǁheld_time__mutmut_8(self, now: float) -> float:
        """Seconds for which there were workers, each counted, with or without a job.

        Jobs that a tuner took over hold workers even if it has fewer of its own, and one that ran while there
        was no tuner held its worker for longer than the clock says.
        """
        opened = self.opened
        if opened is None:
            return 0.0
        workers = max(opened.workers, )
        return self._earlier.held + workers * (now - self._earlier.time) + self._held_beyond

    def xǁStateǁheld_time__mutmut_9(self, now: float) -> float:
        """Seconds for which there were workers, each counted, with or without a job.

        Jobs that a tuner took over hold workers even if it has fewer of its own, and one that ran while there
        was no tuner held its worker for longer than the clock says.
        """
        opened = self.opened
        if opened is None:
            return 0.0
        workers = max(opened.workers, self.busy)
        return self._earlier.held + workers * (now - self._earlier.time) - self._held_beyond

    def xǁStateǁheld_time__mutmut_10(self, now: float) -> float:
        """Seconds for which there were workers, each counted, with or without a job.

        Jobs that a tuner took over hold workers even if it has fewer of its own, and one that ran while there
        was no tuner held its worker for longer than the clock says.
        """
        opened = self.opened
        if opened is None:
            return 0.0
        workers = max(opened.workers, self.busy)
        return self._earlier.held - workers * (now - self._earlier.time) + self._held_beyond

    def xǁStateǁheld_time__mutmut_11(self, now: float) -> float:
        """Seconds for which there were workers, each counted, with or without a job.

        Jobs that a tuner took over hold workers even if it has fewer of its own, and one that ran while there
        was no tuner held its worker for longer than the clock says.
        """
        opened = self.opened
        if opened is None:
            return 0.0
        workers = max(opened.workers, self.busy)
        return self._earlier.held + workers / (now - self._earlier.time) + self._held_beyond

    def xǁStateǁheld_time__mutmut_12(self, now: float) -> float:
        """Seconds for which there were workers, each counted, with or without a job.

        Jobs that a tuner took over hold workers even if it has fewer of its own, and one that ran while there
        was no tuner held its worker for longer than the clock says.
        """
        opened = self.opened
        if opened is None:
            return 0.0
        workers = max(opened.workers, self.busy)
        return self._earlier.held + workers * (now + self._earlier.time) + self._held_beyond

    @_mutmut_mutated(mutants_xǁStateǁcost__mutmut)
    def cost(self, now: float) -> float:
        """Money spent so far, running jobs included; what was spent at an earlier price stays spent."""
        opened = self.opened
        if opened is None:
            return 0.0
        earlier = self._earlier
        if opened.pay_idle:  # which holds for all of a worker's time, instances that are kept included
            seconds = self.held_time(now) - earlier.held
        else:
            seconds = self.worker_time(now) - earlier.worker_time + self.kept_time - earlier.kept
        return earlier.cost + seconds / 3600.0 * opened.price

    def xǁStateǁcost__mutmut_orig(self, now: float) -> float:
        """Money spent so far, running jobs included; what was spent at an earlier price stays spent."""
        opened = self.opened
        if opened is None:
            return 0.0
        earlier = self._earlier
        if opened.pay_idle:  # which holds for all of a worker's time, instances that are kept included
            seconds = self.held_time(now) - earlier.held
        else:
            seconds = self.worker_time(now) - earlier.worker_time + self.kept_time - earlier.kept
        return earlier.cost + seconds / 3600.0 * opened.price

    def xǁStateǁcost__mutmut_1(self, now: float) -> float:
        """Money spent so far, running jobs included; what was spent at an earlier price stays spent."""
        opened = None
        if opened is None:
            return 0.0
        earlier = self._earlier
        if opened.pay_idle:  # which holds for all of a worker's time, instances that are kept included
            seconds = self.held_time(now) - earlier.held
        else:
            seconds = self.worker_time(now) - earlier.worker_time + self.kept_time - earlier.kept
        return earlier.cost + seconds / 3600.0 * opened.price

    def xǁStateǁcost__mutmut_2(self, now: float) -> float:
        """Money spent so far, running jobs included; what was spent at an earlier price stays spent."""
        opened = self.opened
        if opened is not None:
            return 0.0
        earlier = self._earlier
        if opened.pay_idle:  # which holds for all of a worker's time, instances that are kept included
            seconds = self.held_time(now) - earlier.held
        else:
            seconds = self.worker_time(now) - earlier.worker_time + self.kept_time - earlier.kept
        return earlier.cost + seconds / 3600.0 * opened.price

    def xǁStateǁcost__mutmut_3(self, now: float) -> float:
        """Money spent so far, running jobs included; what was spent at an earlier price stays spent."""
        opened = self.opened
        if opened is None:
            return 1.0
        earlier = self._earlier
        if opened.pay_idle:  # which holds for all of a worker's time, instances that are kept included
            seconds = self.held_time(now) - earlier.held
        else:
            seconds = self.worker_time(now) - earlier.worker_time + self.kept_time - earlier.kept
        return earlier.cost + seconds / 3600.0 * opened.price

    def xǁStateǁcost__mutmut_4(self, now: float) -> float:
        """Money spent so far, running jobs included; what was spent at an earlier price stays spent."""
        opened = self.opened
        if opened is None:
            return 0.0
        earlier = None
        if opened.pay_idle:  # which holds for all of a worker's time, instances that are kept included
            seconds = self.held_time(now) - earlier.held
        else:
            seconds = self.worker_time(now) - earlier.worker_time + self.kept_time - earlier.kept
        return earlier.cost + seconds / 3600.0 * opened.price

    def xǁStateǁcost__mutmut_5(self, now: float) -> float:
        """Money spent so far, running jobs included; what was spent at an earlier price stays spent."""
        opened = self.opened
        if opened is None:
            return 0.0
        earlier = self._earlier
        if opened.pay_idle:  # which holds for all of a worker's time, instances that are kept included
            seconds = None
        else:
            seconds = self.worker_time(now) - earlier.worker_time + self.kept_time - earlier.kept
        return earlier.cost + seconds / 3600.0 * opened.price

    def xǁStateǁcost__mutmut_6(self, now: float) -> float:
        """Money spent so far, running jobs included; what was spent at an earlier price stays spent."""
        opened = self.opened
        if opened is None:
            return 0.0
        earlier = self._earlier
        if opened.pay_idle:  # which holds for all of a worker's time, instances that are kept included
            seconds = self.held_time(now) + earlier.held
        else:
            seconds = self.worker_time(now) - earlier.worker_time + self.kept_time - earlier.kept
        return earlier.cost + seconds / 3600.0 * opened.price

    def xǁStateǁcost__mutmut_7(self, now: float) -> float:
        """Money spent so far, running jobs included; what was spent at an earlier price stays spent."""
        opened = self.opened
        if opened is None:
            return 0.0
        earlier = self._earlier
        if opened.pay_idle:  # which holds for all of a worker's time, instances that are kept included
            seconds = self.held_time(None) - earlier.held
        else:
            seconds = self.worker_time(now) - earlier.worker_time + self.kept_time - earlier.kept
        return earlier.cost + seconds / 3600.0 * opened.price

    def xǁStateǁcost__mutmut_8(self, now: float) -> float:
        """Money spent so far, running jobs included; what was spent at an earlier price stays spent."""
        opened = self.opened
        if opened is None:
            return 0.0
        earlier = self._earlier
        if opened.pay_idle:  # which holds for all of a worker's time, instances that are kept included
            seconds = self.held_time(now) - earlier.held
        else:
            seconds = None
        return earlier.cost + seconds / 3600.0 * opened.price

    def xǁStateǁcost__mutmut_9(self, now: float) -> float:
        """Money spent so far, running jobs included; what was spent at an earlier price stays spent."""
        opened = self.opened
        if opened is None:
            return 0.0
        earlier = self._earlier
        if opened.pay_idle:  # which holds for all of a worker's time, instances that are kept included
            seconds = self.held_time(now) - earlier.held
        else:
            seconds = self.worker_time(now) - earlier.worker_time + self.kept_time + earlier.kept
        return earlier.cost + seconds / 3600.0 * opened.price

    def xǁStateǁcost__mutmut_10(self, now: float) -> float:
        """Money spent so far, running jobs included; what was spent at an earlier price stays spent."""
        opened = self.opened
        if opened is None:
            return 0.0
        earlier = self._earlier
        if opened.pay_idle:  # which holds for all of a worker's time, instances that are kept included
            seconds = self.held_time(now) - earlier.held
        else:
            seconds = self.worker_time(now) - earlier.worker_time - self.kept_time - earlier.kept
        return earlier.cost + seconds / 3600.0 * opened.price

    def xǁStateǁcost__mutmut_11(self, now: float) -> float:
        """Money spent so far, running jobs included; what was spent at an earlier price stays spent."""
        opened = self.opened
        if opened is None:
            return 0.0
        earlier = self._earlier
        if opened.pay_idle:  # which holds for all of a worker's time, instances that are kept included
            seconds = self.held_time(now) - earlier.held
        else:
            seconds = self.worker_time(now) + earlier.worker_time + self.kept_time - earlier.kept
        return earlier.cost + seconds / 3600.0 * opened.price

    def xǁStateǁcost__mutmut_12(self, now: float) -> float:
        """Money spent so far, running jobs included; what was spent at an earlier price stays spent."""
        opened = self.opened
        if opened is None:
            return 0.0
        earlier = self._earlier
        if opened.pay_idle:  # which holds for all of a worker's time, instances that are kept included
            seconds = self.held_time(now) - earlier.held
        else:
            seconds = self.worker_time(None) - earlier.worker_time + self.kept_time - earlier.kept
        return earlier.cost + seconds / 3600.0 * opened.price

    def xǁStateǁcost__mutmut_13(self, now: float) -> float:
        """Money spent so far, running jobs included; what was spent at an earlier price stays spent."""
        opened = self.opened
        if opened is None:
            return 0.0
        earlier = self._earlier
        if opened.pay_idle:  # which holds for all of a worker's time, instances that are kept included
            seconds = self.held_time(now) - earlier.held
        else:
            seconds = self.worker_time(now) - earlier.worker_time + self.kept_time - earlier.kept
        return earlier.cost - seconds / 3600.0 * opened.price

    def xǁStateǁcost__mutmut_14(self, now: float) -> float:
        """Money spent so far, running jobs included; what was spent at an earlier price stays spent."""
        opened = self.opened
        if opened is None:
            return 0.0
        earlier = self._earlier
        if opened.pay_idle:  # which holds for all of a worker's time, instances that are kept included
            seconds = self.held_time(now) - earlier.held
        else:
            seconds = self.worker_time(now) - earlier.worker_time + self.kept_time - earlier.kept
        return earlier.cost + seconds / 3600.0 / opened.price

    def xǁStateǁcost__mutmut_15(self, now: float) -> float:
        """Money spent so far, running jobs included; what was spent at an earlier price stays spent."""
        opened = self.opened
        if opened is None:
            return 0.0
        earlier = self._earlier
        if opened.pay_idle:  # which holds for all of a worker's time, instances that are kept included
            seconds = self.held_time(now) - earlier.held
        else:
            seconds = self.worker_time(now) - earlier.worker_time + self.kept_time - earlier.kept
        return earlier.cost + seconds * 3600.0 * opened.price

    def xǁStateǁcost__mutmut_16(self, now: float) -> float:
        """Money spent so far, running jobs included; what was spent at an earlier price stays spent."""
        opened = self.opened
        if opened is None:
            return 0.0
        earlier = self._earlier
        if opened.pay_idle:  # which holds for all of a worker's time, instances that are kept included
            seconds = self.held_time(now) - earlier.held
        else:
            seconds = self.worker_time(now) - earlier.worker_time + self.kept_time - earlier.kept
        return earlier.cost + seconds / 3601.0 * opened.price

    @_mutmut_mutated(mutants_xǁStateǁusage__mutmut)
    def usage(self, now: float) -> Usage:
        """All that has been spent so far."""
        return Usage(now, self.worker_time(now), self.held_time(now), self.kept_time, self.cost(now))

    def xǁStateǁusage__mutmut_orig(self, now: float) -> Usage:
        """All that has been spent so far."""
        return Usage(now, self.worker_time(now), self.held_time(now), self.kept_time, self.cost(now))

    def xǁStateǁusage__mutmut_1(self, now: float) -> Usage:
        """All that has been spent so far."""
        return Usage(None, self.worker_time(now), self.held_time(now), self.kept_time, self.cost(now))

    def xǁStateǁusage__mutmut_2(self, now: float) -> Usage:
        """All that has been spent so far."""
        return Usage(now, None, self.held_time(now), self.kept_time, self.cost(now))

    def xǁStateǁusage__mutmut_3(self, now: float) -> Usage:
        """All that has been spent so far."""
        return Usage(now, self.worker_time(now), None, self.kept_time, self.cost(now))

    def xǁStateǁusage__mutmut_4(self, now: float) -> Usage:
        """All that has been spent so far."""
        return Usage(now, self.worker_time(now), self.held_time(now), None, self.cost(now))

    def xǁStateǁusage__mutmut_5(self, now: float) -> Usage:
        """All that has been spent so far."""
        return Usage(now, self.worker_time(now), self.held_time(now), self.kept_time, None)

    def xǁStateǁusage__mutmut_6(self, now: float) -> Usage:
        """All that has been spent so far."""
        return Usage(self.worker_time(now), self.held_time(now), self.kept_time, self.cost(now))

    def xǁStateǁusage__mutmut_7(self, now: float) -> Usage:
        """All that has been spent so far."""
        return Usage(now, self.held_time(now), self.kept_time, self.cost(now))

    def xǁStateǁusage__mutmut_8(self, now: float) -> Usage:
        """All that has been spent so far."""
        return Usage(now, self.worker_time(now), self.kept_time, self.cost(now))

    def xǁStateǁusage__mutmut_9(self, now: float) -> Usage:
        """All that has been spent so far."""
        return Usage(now, self.worker_time(now), self.held_time(now), self.cost(now))

    def xǁStateǁusage__mutmut_10(self, now: float) -> Usage:
        """All that has been spent so far."""
        return Usage(now, self.worker_time(now), self.held_time(now), self.kept_time, )

    def xǁStateǁusage__mutmut_11(self, now: float) -> Usage:
        """All that has been spent so far."""
        return Usage(now, self.worker_time(None), self.held_time(now), self.kept_time, self.cost(now))

    def xǁStateǁusage__mutmut_12(self, now: float) -> Usage:
        """All that has been spent so far."""
        return Usage(now, self.worker_time(now), self.held_time(None), self.kept_time, self.cost(now))

    def xǁStateǁusage__mutmut_13(self, now: float) -> Usage:
        """All that has been spent so far."""
        return Usage(now, self.worker_time(now), self.held_time(now), self.kept_time, self.cost(None))

    @_mutmut_mutated(mutants_xǁStateǁbreakdown__mutmut)
    def breakdown(self) -> Breakdown:
        """What all lines so far cost, and what for."""
        queued = self.queued_time(self.now)
        return self.ledger.breakdown(self.trials, self.opened, self.usage(self.now), queued)

    def xǁStateǁbreakdown__mutmut_orig(self) -> Breakdown:
        """What all lines so far cost, and what for."""
        queued = self.queued_time(self.now)
        return self.ledger.breakdown(self.trials, self.opened, self.usage(self.now), queued)

    def xǁStateǁbreakdown__mutmut_1(self) -> Breakdown:
        """What all lines so far cost, and what for."""
        queued = None
        return self.ledger.breakdown(self.trials, self.opened, self.usage(self.now), queued)

    def xǁStateǁbreakdown__mutmut_2(self) -> Breakdown:
        """What all lines so far cost, and what for."""
        queued = self.queued_time(None)
        return self.ledger.breakdown(self.trials, self.opened, self.usage(self.now), queued)

    def xǁStateǁbreakdown__mutmut_3(self) -> Breakdown:
        """What all lines so far cost, and what for."""
        queued = self.queued_time(self.now)
        return self.ledger.breakdown(None, self.opened, self.usage(self.now), queued)

    def xǁStateǁbreakdown__mutmut_4(self) -> Breakdown:
        """What all lines so far cost, and what for."""
        queued = self.queued_time(self.now)
        return self.ledger.breakdown(self.trials, None, self.usage(self.now), queued)

    def xǁStateǁbreakdown__mutmut_5(self) -> Breakdown:
        """What all lines so far cost, and what for."""
        queued = self.queued_time(self.now)
        return self.ledger.breakdown(self.trials, self.opened, None, queued)

    def xǁStateǁbreakdown__mutmut_6(self) -> Breakdown:
        """What all lines so far cost, and what for."""
        queued = self.queued_time(self.now)
        return self.ledger.breakdown(self.trials, self.opened, self.usage(self.now), None)

    def xǁStateǁbreakdown__mutmut_7(self) -> Breakdown:
        """What all lines so far cost, and what for."""
        queued = self.queued_time(self.now)
        return self.ledger.breakdown(self.opened, self.usage(self.now), queued)

    def xǁStateǁbreakdown__mutmut_8(self) -> Breakdown:
        """What all lines so far cost, and what for."""
        queued = self.queued_time(self.now)
        return self.ledger.breakdown(self.trials, self.usage(self.now), queued)

    def xǁStateǁbreakdown__mutmut_9(self) -> Breakdown:
        """What all lines so far cost, and what for."""
        queued = self.queued_time(self.now)
        return self.ledger.breakdown(self.trials, self.opened, queued)

    def xǁStateǁbreakdown__mutmut_10(self) -> Breakdown:
        """What all lines so far cost, and what for."""
        queued = self.queued_time(self.now)
        return self.ledger.breakdown(self.trials, self.opened, self.usage(self.now), )

    def xǁStateǁbreakdown__mutmut_11(self) -> Breakdown:
        """What all lines so far cost, and what for."""
        queued = self.queued_time(self.now)
        return self.ledger.breakdown(self.trials, self.opened, self.usage(None), queued)

    @property
    def spending(self) -> float:
        """Money a second, as long as the same jobs run."""
        opened = self.opened
        if opened is None:
            return 0.0
        paid = max(opened.workers, self.busy) if opened.pay_idle else self.running
        return paid * opened.price / 3600.0

    @_mutmut_mutated(mutants_xǁStateǁcurrent__mutmut)
    def current(self, job: JobId) -> Trial | None:
        """The trial of a job if that job holds a worker, else None: what a late word is to be ignored by."""
        trials = self.trials
        if job.trial_id >= trials.num_trials:
            return None
        trial = trials[job.trial_id]
        return trial if trial.job == job and trial.busy else None

    def xǁStateǁcurrent__mutmut_orig(self, job: JobId) -> Trial | None:
        """The trial of a job if that job holds a worker, else None: what a late word is to be ignored by."""
        trials = self.trials
        if job.trial_id >= trials.num_trials:
            return None
        trial = trials[job.trial_id]
        return trial if trial.job == job and trial.busy else None

    def xǁStateǁcurrent__mutmut_1(self, job: JobId) -> Trial | None:
        """The trial of a job if that job holds a worker, else None: what a late word is to be ignored by."""
        trials = None
        if job.trial_id >= trials.num_trials:
            return None
        trial = trials[job.trial_id]
        return trial if trial.job == job and trial.busy else None

    def xǁStateǁcurrent__mutmut_2(self, job: JobId) -> Trial | None:
        """The trial of a job if that job holds a worker, else None: what a late word is to be ignored by."""
        trials = self.trials
        if job.trial_id > trials.num_trials:
            return None
        trial = trials[job.trial_id]
        return trial if trial.job == job and trial.busy else None

    def xǁStateǁcurrent__mutmut_3(self, job: JobId) -> Trial | None:
        """The trial of a job if that job holds a worker, else None: what a late word is to be ignored by."""
        trials = self.trials
        if job.trial_id >= trials.num_trials:
            return None
        trial = None
        return trial if trial.job == job and trial.busy else None

    def xǁStateǁcurrent__mutmut_4(self, job: JobId) -> Trial | None:
        """The trial of a job if that job holds a worker, else None: what a late word is to be ignored by."""
        trials = self.trials
        if job.trial_id >= trials.num_trials:
            return None
        trial = trials[job.trial_id]
        return trial if (trial.job == job and trial.busy) and False else None

    def xǁStateǁcurrent__mutmut_5(self, job: JobId) -> Trial | None:
        """The trial of a job if that job holds a worker, else None: what a late word is to be ignored by."""
        trials = self.trials
        if job.trial_id >= trials.num_trials:
            return None
        trial = trials[job.trial_id]
        return trial if (trial.job == job and trial.busy) or True else None

    def xǁStateǁcurrent__mutmut_6(self, job: JobId) -> Trial | None:
        """The trial of a job if that job holds a worker, else None: what a late word is to be ignored by."""
        trials = self.trials
        if job.trial_id >= trials.num_trials:
            return None
        trial = trials[job.trial_id]
        return trial if trial.job == job or trial.busy else None

    def xǁStateǁcurrent__mutmut_7(self, job: JobId) -> Trial | None:
        """The trial of a job if that job holds a worker, else None: what a late word is to be ignored by."""
        trials = self.trials
        if job.trial_id >= trials.num_trials:
            return None
        trial = trials[job.trial_id]
        return trial if trial.job != job and trial.busy else None

    # ---- the fold ---------------------------------------------------------------------------------------

    @_mutmut_mutated(mutants_xǁStateǁreplay__mutmut)
    def replay(self, entry: Entry) -> Reading | None:
        """Takes in a line of the journal; for a report of a running job, says what it means."""
        reading = self.take_fact(entry.fact)
        for action in entry.actions:
            self.take_action(action)
        return reading

    # ---- the fold ---------------------------------------------------------------------------------------

    def xǁStateǁreplay__mutmut_orig(self, entry: Entry) -> Reading | None:
        """Takes in a line of the journal; for a report of a running job, says what it means."""
        reading = self.take_fact(entry.fact)
        for action in entry.actions:
            self.take_action(action)
        return reading

    # ---- the fold ---------------------------------------------------------------------------------------

    def xǁStateǁreplay__mutmut_1(self, entry: Entry) -> Reading | None:
        """Takes in a line of the journal; for a report of a running job, says what it means."""
        reading = None
        for action in entry.actions:
            self.take_action(action)
        return reading

    # ---- the fold ---------------------------------------------------------------------------------------

    def xǁStateǁreplay__mutmut_2(self, entry: Entry) -> Reading | None:
        """Takes in a line of the journal; for a report of a running job, says what it means."""
        reading = self.take_fact(None)
        for action in entry.actions:
            self.take_action(action)
        return reading

    # ---- the fold ---------------------------------------------------------------------------------------

    def xǁStateǁreplay__mutmut_3(self, entry: Entry) -> Reading | None:
        """Takes in a line of the journal; for a report of a running job, says what it means."""
        reading = self.take_fact(entry.fact)
        for action in entry.actions:
            self.take_action(None)
        return reading

    @_mutmut_mutated(mutants_xǁStateǁtake_fact__mutmut)
    def take_fact(self, fact: Fact) -> Reading | None:
        """Takes in a fact; for a report of a running job, says what it means."""
        self.now = fact.time
        if isinstance(fact, Reported):
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
            self._close_account(fact)
            self.opened = fact
            if fact.workers > 0:
                self.last_run = fact
            self.finished = None
            self.errors = 0
            self.ended_well = 0
        return None

    def xǁStateǁtake_fact__mutmut_orig(self, fact: Fact) -> Reading | None:
        """Takes in a fact; for a report of a running job, says what it means."""
        self.now = fact.time
        if isinstance(fact, Reported):
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
            self._close_account(fact)
            self.opened = fact
            if fact.workers > 0:
                self.last_run = fact
            self.finished = None
            self.errors = 0
            self.ended_well = 0
        return None

    def xǁStateǁtake_fact__mutmut_1(self, fact: Fact) -> Reading | None:
        """Takes in a fact; for a report of a running job, says what it means."""
        self.now = None
        if isinstance(fact, Reported):
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
            self._close_account(fact)
            self.opened = fact
            if fact.workers > 0:
                self.last_run = fact
            self.finished = None
            self.errors = 0
            self.ended_well = 0
        return None

    def xǁStateǁtake_fact__mutmut_2(self, fact: Fact) -> Reading | None:
        """Takes in a fact; for a report of a running job, says what it means."""
        self.now = fact.time
        if isinstance(fact, Reported):
            return self._reported(None)
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
            self._close_account(fact)
            self.opened = fact
            if fact.workers > 0:
                self.last_run = fact
            self.finished = None
            self.errors = 0
            self.ended_well = 0
        return None

    def xǁStateǁtake_fact__mutmut_3(self, fact: Fact) -> Reading | None:
        """Takes in a fact; for a report of a running job, says what it means."""
        self.now = fact.time
        if isinstance(fact, Reported):
            return self._reported(fact)
        if isinstance(fact, JobEnded):
            self._job_ended(None)
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
            self._close_account(fact)
            self.opened = fact
            if fact.workers > 0:
                self.last_run = fact
            self.finished = None
            self.errors = 0
            self.ended_well = 0
        return None

    def xǁStateǁtake_fact__mutmut_4(self, fact: Fact) -> Reading | None:
        """Takes in a fact; for a report of a running job, says what it means."""
        self.now = fact.time
        if isinstance(fact, Reported):
            return self._reported(fact)
        if isinstance(fact, JobEnded):
            self._job_ended(fact)
        elif isinstance(fact, JobStarted):
            trial = None
            if trial is not None:
                self._begin_by(trial, fact)
        elif isinstance(fact, JobQueued):
            trial = self.current(fact.job)
            if trial is not None and trial.queued:
                self.trials.queue_job(trial, fact.why)
        elif isinstance(fact, IdlePaid):
            self.kept_time = max(self.kept_time, fact.seconds)
        elif isinstance(fact, Opened):
            self._close_account(fact)
            self.opened = fact
            if fact.workers > 0:
                self.last_run = fact
            self.finished = None
            self.errors = 0
            self.ended_well = 0
        return None

    def xǁStateǁtake_fact__mutmut_5(self, fact: Fact) -> Reading | None:
        """Takes in a fact; for a report of a running job, says what it means."""
        self.now = fact.time
        if isinstance(fact, Reported):
            return self._reported(fact)
        if isinstance(fact, JobEnded):
            self._job_ended(fact)
        elif isinstance(fact, JobStarted):
            trial = self.current(None)
            if trial is not None:
                self._begin_by(trial, fact)
        elif isinstance(fact, JobQueued):
            trial = self.current(fact.job)
            if trial is not None and trial.queued:
                self.trials.queue_job(trial, fact.why)
        elif isinstance(fact, IdlePaid):
            self.kept_time = max(self.kept_time, fact.seconds)
        elif isinstance(fact, Opened):
            self._close_account(fact)
            self.opened = fact
            if fact.workers > 0:
                self.last_run = fact
            self.finished = None
            self.errors = 0
            self.ended_well = 0
        return None

    def xǁStateǁtake_fact__mutmut_6(self, fact: Fact) -> Reading | None:
        """Takes in a fact; for a report of a running job, says what it means."""
        self.now = fact.time
        if isinstance(fact, Reported):
            return self._reported(fact)
        if isinstance(fact, JobEnded):
            self._job_ended(fact)
        elif isinstance(fact, JobStarted):
            trial = self.current(fact.job)
            if trial is None:
                self._begin_by(trial, fact)
        elif isinstance(fact, JobQueued):
            trial = self.current(fact.job)
            if trial is not None and trial.queued:
                self.trials.queue_job(trial, fact.why)
        elif isinstance(fact, IdlePaid):
            self.kept_time = max(self.kept_time, fact.seconds)
        elif isinstance(fact, Opened):
            self._close_account(fact)
            self.opened = fact
            if fact.workers > 0:
                self.last_run = fact
            self.finished = None
            self.errors = 0
            self.ended_well = 0
        return None

    def xǁStateǁtake_fact__mutmut_7(self, fact: Fact) -> Reading | None:
        """Takes in a fact; for a report of a running job, says what it means."""
        self.now = fact.time
        if isinstance(fact, Reported):
            return self._reported(fact)
        if isinstance(fact, JobEnded):
            self._job_ended(fact)
        elif isinstance(fact, JobStarted):
            trial = self.current(fact.job)
            if trial is not None:
                self._begin_by(None, fact)
        elif isinstance(fact, JobQueued):
            trial = self.current(fact.job)
            if trial is not None and trial.queued:
                self.trials.queue_job(trial, fact.why)
        elif isinstance(fact, IdlePaid):
            self.kept_time = max(self.kept_time, fact.seconds)
        elif isinstance(fact, Opened):
            self._close_account(fact)
            self.opened = fact
            if fact.workers > 0:
                self.last_run = fact
            self.finished = None
            self.errors = 0
            self.ended_well = 0
        return None

    def xǁStateǁtake_fact__mutmut_8(self, fact: Fact) -> Reading | None:
        """Takes in a fact; for a report of a running job, says what it means."""
        self.now = fact.time
        if isinstance(fact, Reported):
            return self._reported(fact)
        if isinstance(fact, JobEnded):
            self._job_ended(fact)
        elif isinstance(fact, JobStarted):
            trial = self.current(fact.job)
            if trial is not None:
                self._begin_by(trial, None)
        elif isinstance(fact, JobQueued):
            trial = self.current(fact.job)
            if trial is not None and trial.queued:
                self.trials.queue_job(trial, fact.why)
        elif isinstance(fact, IdlePaid):
            self.kept_time = max(self.kept_time, fact.seconds)
        elif isinstance(fact, Opened):
            self._close_account(fact)
            self.opened = fact
            if fact.workers > 0:
                self.last_run = fact
            self.finished = None
            self.errors = 0
            self.ended_well = 0
        return None

    def xǁStateǁtake_fact__mutmut_9(self, fact: Fact) -> Reading | None:
        """Takes in a fact; for a report of a running job, says what it means."""
        self.now = fact.time
        if isinstance(fact, Reported):
            return self._reported(fact)
        if isinstance(fact, JobEnded):
            self._job_ended(fact)
        elif isinstance(fact, JobStarted):
            trial = self.current(fact.job)
            if trial is not None:
                self._begin_by(fact)
        elif isinstance(fact, JobQueued):
            trial = self.current(fact.job)
            if trial is not None and trial.queued:
                self.trials.queue_job(trial, fact.why)
        elif isinstance(fact, IdlePaid):
            self.kept_time = max(self.kept_time, fact.seconds)
        elif isinstance(fact, Opened):
            self._close_account(fact)
            self.opened = fact
            if fact.workers > 0:
                self.last_run = fact
            self.finished = None
            self.errors = 0
            self.ended_well = 0
        return None

    def xǁStateǁtake_fact__mutmut_10(self, fact: Fact) -> Reading | None:
        """Takes in a fact; for a report of a running job, says what it means."""
        self.now = fact.time
        if isinstance(fact, Reported):
            return self._reported(fact)
        if isinstance(fact, JobEnded):
            self._job_ended(fact)
        elif isinstance(fact, JobStarted):
            trial = self.current(fact.job)
            if trial is not None:
                self._begin_by(trial, )
        elif isinstance(fact, JobQueued):
            trial = self.current(fact.job)
            if trial is not None and trial.queued:
                self.trials.queue_job(trial, fact.why)
        elif isinstance(fact, IdlePaid):
            self.kept_time = max(self.kept_time, fact.seconds)
        elif isinstance(fact, Opened):
            self._close_account(fact)
            self.opened = fact
            if fact.workers > 0:
                self.last_run = fact
            self.finished = None
            self.errors = 0
            self.ended_well = 0
        return None

    def xǁStateǁtake_fact__mutmut_11(self, fact: Fact) -> Reading | None:
        """Takes in a fact; for a report of a running job, says what it means."""
        self.now = fact.time
        if isinstance(fact, Reported):
            return self._reported(fact)
        if isinstance(fact, JobEnded):
            self._job_ended(fact)
        elif isinstance(fact, JobStarted):
            trial = self.current(fact.job)
            if trial is not None:
                self._begin_by(trial, fact)
        elif isinstance(fact, JobQueued):
            trial = None
            if trial is not None and trial.queued:
                self.trials.queue_job(trial, fact.why)
        elif isinstance(fact, IdlePaid):
            self.kept_time = max(self.kept_time, fact.seconds)
        elif isinstance(fact, Opened):
            self._close_account(fact)
            self.opened = fact
            if fact.workers > 0:
                self.last_run = fact
            self.finished = None
            self.errors = 0
            self.ended_well = 0
        return None

    def xǁStateǁtake_fact__mutmut_12(self, fact: Fact) -> Reading | None:
        """Takes in a fact; for a report of a running job, says what it means."""
        self.now = fact.time
        if isinstance(fact, Reported):
            return self._reported(fact)
        if isinstance(fact, JobEnded):
            self._job_ended(fact)
        elif isinstance(fact, JobStarted):
            trial = self.current(fact.job)
            if trial is not None:
                self._begin_by(trial, fact)
        elif isinstance(fact, JobQueued):
            trial = self.current(None)
            if trial is not None and trial.queued:
                self.trials.queue_job(trial, fact.why)
        elif isinstance(fact, IdlePaid):
            self.kept_time = max(self.kept_time, fact.seconds)
        elif isinstance(fact, Opened):
            self._close_account(fact)
            self.opened = fact
            if fact.workers > 0:
                self.last_run = fact
            self.finished = None
            self.errors = 0
            self.ended_well = 0
        return None

    def xǁStateǁtake_fact__mutmut_13(self, fact: Fact) -> Reading | None:
        """Takes in a fact; for a report of a running job, says what it means."""
        self.now = fact.time
        if isinstance(fact, Reported):
            return self._reported(fact)
        if isinstance(fact, JobEnded):
            self._job_ended(fact)
        elif isinstance(fact, JobStarted):
            trial = self.current(fact.job)
            if trial is not None:
                self._begin_by(trial, fact)
        elif isinstance(fact, JobQueued):
            trial = self.current(fact.job)
            if trial is not None or trial.queued:
                self.trials.queue_job(trial, fact.why)
        elif isinstance(fact, IdlePaid):
            self.kept_time = max(self.kept_time, fact.seconds)
        elif isinstance(fact, Opened):
            self._close_account(fact)
            self.opened = fact
            if fact.workers > 0:
                self.last_run = fact
            self.finished = None
            self.errors = 0
            self.ended_well = 0
        return None

    def xǁStateǁtake_fact__mutmut_14(self, fact: Fact) -> Reading | None:
        """Takes in a fact; for a report of a running job, says what it means."""
        self.now = fact.time
        if isinstance(fact, Reported):
            return self._reported(fact)
        if isinstance(fact, JobEnded):
            self._job_ended(fact)
        elif isinstance(fact, JobStarted):
            trial = self.current(fact.job)
            if trial is not None:
                self._begin_by(trial, fact)
        elif isinstance(fact, JobQueued):
            trial = self.current(fact.job)
            if trial is None and trial.queued:
                self.trials.queue_job(trial, fact.why)
        elif isinstance(fact, IdlePaid):
            self.kept_time = max(self.kept_time, fact.seconds)
        elif isinstance(fact, Opened):
            self._close_account(fact)
            self.opened = fact
            if fact.workers > 0:
                self.last_run = fact
            self.finished = None
            self.errors = 0
            self.ended_well = 0
        return None

    def xǁStateǁtake_fact__mutmut_15(self, fact: Fact) -> Reading | None:
        """Takes in a fact; for a report of a running job, says what it means."""
        self.now = fact.time
        if isinstance(fact, Reported):
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
                self.trials.queue_job(None, fact.why)
        elif isinstance(fact, IdlePaid):
            self.kept_time = max(self.kept_time, fact.seconds)
        elif isinstance(fact, Opened):
            self._close_account(fact)
            self.opened = fact
            if fact.workers > 0:
                self.last_run = fact
            self.finished = None
            self.errors = 0
            self.ended_well = 0
        return None

    def xǁStateǁtake_fact__mutmut_16(self, fact: Fact) -> Reading | None:
        """Takes in a fact; for a report of a running job, says what it means."""
        self.now = fact.time
        if isinstance(fact, Reported):
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
                self.trials.queue_job(trial, None)
        elif isinstance(fact, IdlePaid):
            self.kept_time = max(self.kept_time, fact.seconds)
        elif isinstance(fact, Opened):
            self._close_account(fact)
            self.opened = fact
            if fact.workers > 0:
                self.last_run = fact
            self.finished = None
            self.errors = 0
            self.ended_well = 0
        return None

    def xǁStateǁtake_fact__mutmut_17(self, fact: Fact) -> Reading | None:
        """Takes in a fact; for a report of a running job, says what it means."""
        self.now = fact.time
        if isinstance(fact, Reported):
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
                self.trials.queue_job(fact.why)
        elif isinstance(fact, IdlePaid):
            self.kept_time = max(self.kept_time, fact.seconds)
        elif isinstance(fact, Opened):
            self._close_account(fact)
            self.opened = fact
            if fact.workers > 0:
                self.last_run = fact
            self.finished = None
            self.errors = 0
            self.ended_well = 0
        return None

    def xǁStateǁtake_fact__mutmut_18(self, fact: Fact) -> Reading | None:
        """Takes in a fact; for a report of a running job, says what it means."""
        self.now = fact.time
        if isinstance(fact, Reported):
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
                self.trials.queue_job(trial, )
        elif isinstance(fact, IdlePaid):
            self.kept_time = max(self.kept_time, fact.seconds)
        elif isinstance(fact, Opened):
            self._close_account(fact)
            self.opened = fact
            if fact.workers > 0:
                self.last_run = fact
            self.finished = None
            self.errors = 0
            self.ended_well = 0
        return None

    def xǁStateǁtake_fact__mutmut_19(self, fact: Fact) -> Reading | None:
        """Takes in a fact; for a report of a running job, says what it means."""
        self.now = fact.time
        if isinstance(fact, Reported):
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
            self.kept_time = None
        elif isinstance(fact, Opened):
            self._close_account(fact)
            self.opened = fact
            if fact.workers > 0:
                self.last_run = fact
            self.finished = None
            self.errors = 0
            self.ended_well = 0
        return None

    def xǁStateǁtake_fact__mutmut_20(self, fact: Fact) -> Reading | None:
        """Takes in a fact; for a report of a running job, says what it means."""
        self.now = fact.time
        if isinstance(fact, Reported):
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
            self.kept_time = max(None, fact.seconds)
        elif isinstance(fact, Opened):
            self._close_account(fact)
            self.opened = fact
            if fact.workers > 0:
                self.last_run = fact
            self.finished = None
            self.errors = 0
            self.ended_well = 0
        return None

    def xǁStateǁtake_fact__mutmut_21(self, fact: Fact) -> Reading | None:
        """Takes in a fact; for a report of a running job, says what it means."""
        self.now = fact.time
        if isinstance(fact, Reported):
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
            self.kept_time = max(self.kept_time, None)
        elif isinstance(fact, Opened):
            self._close_account(fact)
            self.opened = fact
            if fact.workers > 0:
                self.last_run = fact
            self.finished = None
            self.errors = 0
            self.ended_well = 0
        return None

    def xǁStateǁtake_fact__mutmut_22(self, fact: Fact) -> Reading | None:
        """Takes in a fact; for a report of a running job, says what it means."""
        self.now = fact.time
        if isinstance(fact, Reported):
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
            self.kept_time = max(fact.seconds)
        elif isinstance(fact, Opened):
            self._close_account(fact)
            self.opened = fact
            if fact.workers > 0:
                self.last_run = fact
            self.finished = None
            self.errors = 0
            self.ended_well = 0
        return None

    def xǁStateǁtake_fact__mutmut_23(self, fact: Fact) -> Reading | None:
        """Takes in a fact; for a report of a running job, says what it means."""
        self.now = fact.time
        if isinstance(fact, Reported):
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
            self.kept_time = max(self.kept_time, )
        elif isinstance(fact, Opened):
            self._close_account(fact)
            self.opened = fact
            if fact.workers > 0:
                self.last_run = fact
            self.finished = None
            self.errors = 0
            self.ended_well = 0
        return None

    def xǁStateǁtake_fact__mutmut_24(self, fact: Fact) -> Reading | None:
        """Takes in a fact; for a report of a running job, says what it means."""
        self.now = fact.time
        if isinstance(fact, Reported):
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
            self._close_account(None)
            self.opened = fact
            if fact.workers > 0:
                self.last_run = fact
            self.finished = None
            self.errors = 0
            self.ended_well = 0
        return None

    def xǁStateǁtake_fact__mutmut_25(self, fact: Fact) -> Reading | None:
        """Takes in a fact; for a report of a running job, says what it means."""
        self.now = fact.time
        if isinstance(fact, Reported):
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
            self._close_account(fact)
            self.opened = None
            if fact.workers > 0:
                self.last_run = fact
            self.finished = None
            self.errors = 0
            self.ended_well = 0
        return None

    def xǁStateǁtake_fact__mutmut_26(self, fact: Fact) -> Reading | None:
        """Takes in a fact; for a report of a running job, says what it means."""
        self.now = fact.time
        if isinstance(fact, Reported):
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
            self._close_account(fact)
            self.opened = fact
            if fact.workers >= 0:
                self.last_run = fact
            self.finished = None
            self.errors = 0
            self.ended_well = 0
        return None

    def xǁStateǁtake_fact__mutmut_27(self, fact: Fact) -> Reading | None:
        """Takes in a fact; for a report of a running job, says what it means."""
        self.now = fact.time
        if isinstance(fact, Reported):
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
            self._close_account(fact)
            self.opened = fact
            if fact.workers > 1:
                self.last_run = fact
            self.finished = None
            self.errors = 0
            self.ended_well = 0
        return None

    def xǁStateǁtake_fact__mutmut_28(self, fact: Fact) -> Reading | None:
        """Takes in a fact; for a report of a running job, says what it means."""
        self.now = fact.time
        if isinstance(fact, Reported):
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
            self._close_account(fact)
            self.opened = fact
            if fact.workers > 0:
                self.last_run = None
            self.finished = None
            self.errors = 0
            self.ended_well = 0
        return None

    def xǁStateǁtake_fact__mutmut_29(self, fact: Fact) -> Reading | None:
        """Takes in a fact; for a report of a running job, says what it means."""
        self.now = fact.time
        if isinstance(fact, Reported):
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
            self._close_account(fact)
            self.opened = fact
            if fact.workers > 0:
                self.last_run = fact
            self.finished = ""
            self.errors = 0
            self.ended_well = 0
        return None

    def xǁStateǁtake_fact__mutmut_30(self, fact: Fact) -> Reading | None:
        """Takes in a fact; for a report of a running job, says what it means."""
        self.now = fact.time
        if isinstance(fact, Reported):
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
            self._close_account(fact)
            self.opened = fact
            if fact.workers > 0:
                self.last_run = fact
            self.finished = None
            self.errors = None
            self.ended_well = 0
        return None

    def xǁStateǁtake_fact__mutmut_31(self, fact: Fact) -> Reading | None:
        """Takes in a fact; for a report of a running job, says what it means."""
        self.now = fact.time
        if isinstance(fact, Reported):
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
            self._close_account(fact)
            self.opened = fact
            if fact.workers > 0:
                self.last_run = fact
            self.finished = None
            self.errors = 1
            self.ended_well = 0
        return None

    def xǁStateǁtake_fact__mutmut_32(self, fact: Fact) -> Reading | None:
        """Takes in a fact; for a report of a running job, says what it means."""
        self.now = fact.time
        if isinstance(fact, Reported):
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
            self._close_account(fact)
            self.opened = fact
            if fact.workers > 0:
                self.last_run = fact
            self.finished = None
            self.errors = 0
            self.ended_well = None
        return None

    def xǁStateǁtake_fact__mutmut_33(self, fact: Fact) -> Reading | None:
        """Takes in a fact; for a report of a running job, says what it means."""
        self.now = fact.time
        if isinstance(fact, Reported):
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
            self._close_account(fact)
            self.opened = fact
            if fact.workers > 0:
                self.last_run = fact
            self.finished = None
            self.errors = 0
            self.ended_well = 1
        return None

    @_mutmut_mutated(mutants_xǁStateǁtake_action__mutmut)
    def take_action(self, action: Action) -> None:
        """Takes in a decision."""
        if isinstance(action, StartJob):
            if action.trial_id != self.trials.num_trials:
                raise ValueError(f"trial {action.trial_id} is started out of turn")
            self._occupy(
                self.trials.add(action.config, action.bracket, action.until, action.why, action.time)
            )
        elif isinstance(action, ResumeJob):
            trial = self.trials[action.job.trial_id]
            if trial.status is Status.PAUSED:
                self._habits.on_resume(trial)
            self.trials.resume(trial, action.until, action.time)
            self._occupy(trial)
        elif isinstance(action, HaltJob):
            failure = Failure(action.failure, action.message) if action.failure else None
            halt_at = action.time + action.patience
            self.trials.halt(self.trials[action.job.trial_id], action.target, failure, halt_at)
        elif isinstance(action, Finish):
            self.finished = action
        else:
            assert isinstance(action, DropCheckpoint)
            trial = self.trials[action.trial_id]
            if trial.status is Status.PAUSED:  # earlier versions took what ended below its rung for completed
                self.trials.complete(trial)

    def xǁStateǁtake_action__mutmut_orig(self, action: Action) -> None:
        """Takes in a decision."""
        if isinstance(action, StartJob):
            if action.trial_id != self.trials.num_trials:
                raise ValueError(f"trial {action.trial_id} is started out of turn")
            self._occupy(
                self.trials.add(action.config, action.bracket, action.until, action.why, action.time)
            )
        elif isinstance(action, ResumeJob):
            trial = self.trials[action.job.trial_id]
            if trial.status is Status.PAUSED:
                self._habits.on_resume(trial)
            self.trials.resume(trial, action.until, action.time)
            self._occupy(trial)
        elif isinstance(action, HaltJob):
            failure = Failure(action.failure, action.message) if action.failure else None
            halt_at = action.time + action.patience
            self.trials.halt(self.trials[action.job.trial_id], action.target, failure, halt_at)
        elif isinstance(action, Finish):
            self.finished = action
        else:
            assert isinstance(action, DropCheckpoint)
            trial = self.trials[action.trial_id]
            if trial.status is Status.PAUSED:  # earlier versions took what ended below its rung for completed
                self.trials.complete(trial)

    def xǁStateǁtake_action__mutmut_1(self, action: Action) -> None:
        """Takes in a decision."""
        if isinstance(action, StartJob):
            if action.trial_id == self.trials.num_trials:
                raise ValueError(f"trial {action.trial_id} is started out of turn")
            self._occupy(
                self.trials.add(action.config, action.bracket, action.until, action.why, action.time)
            )
        elif isinstance(action, ResumeJob):
            trial = self.trials[action.job.trial_id]
            if trial.status is Status.PAUSED:
                self._habits.on_resume(trial)
            self.trials.resume(trial, action.until, action.time)
            self._occupy(trial)
        elif isinstance(action, HaltJob):
            failure = Failure(action.failure, action.message) if action.failure else None
            halt_at = action.time + action.patience
            self.trials.halt(self.trials[action.job.trial_id], action.target, failure, halt_at)
        elif isinstance(action, Finish):
            self.finished = action
        else:
            assert isinstance(action, DropCheckpoint)
            trial = self.trials[action.trial_id]
            if trial.status is Status.PAUSED:  # earlier versions took what ended below its rung for completed
                self.trials.complete(trial)

    def xǁStateǁtake_action__mutmut_2(self, action: Action) -> None:
        """Takes in a decision."""
        if isinstance(action, StartJob):
            if action.trial_id != self.trials.num_trials:
                raise ValueError(None)
            self._occupy(
                self.trials.add(action.config, action.bracket, action.until, action.why, action.time)
            )
        elif isinstance(action, ResumeJob):
            trial = self.trials[action.job.trial_id]
            if trial.status is Status.PAUSED:
                self._habits.on_resume(trial)
            self.trials.resume(trial, action.until, action.time)
            self._occupy(trial)
        elif isinstance(action, HaltJob):
            failure = Failure(action.failure, action.message) if action.failure else None
            halt_at = action.time + action.patience
            self.trials.halt(self.trials[action.job.trial_id], action.target, failure, halt_at)
        elif isinstance(action, Finish):
            self.finished = action
        else:
            assert isinstance(action, DropCheckpoint)
            trial = self.trials[action.trial_id]
            if trial.status is Status.PAUSED:  # earlier versions took what ended below its rung for completed
                self.trials.complete(trial)

    def xǁStateǁtake_action__mutmut_3(self, action: Action) -> None:
        """Takes in a decision."""
        if isinstance(action, StartJob):
            if action.trial_id != self.trials.num_trials:
                raise ValueError(f"trial {action.trial_id} is started out of turn")
            self._occupy(
                None
            )
        elif isinstance(action, ResumeJob):
            trial = self.trials[action.job.trial_id]
            if trial.status is Status.PAUSED:
                self._habits.on_resume(trial)
            self.trials.resume(trial, action.until, action.time)
            self._occupy(trial)
        elif isinstance(action, HaltJob):
            failure = Failure(action.failure, action.message) if action.failure else None
            halt_at = action.time + action.patience
            self.trials.halt(self.trials[action.job.trial_id], action.target, failure, halt_at)
        elif isinstance(action, Finish):
            self.finished = action
        else:
            assert isinstance(action, DropCheckpoint)
            trial = self.trials[action.trial_id]
            if trial.status is Status.PAUSED:  # earlier versions took what ended below its rung for completed
                self.trials.complete(trial)

    def xǁStateǁtake_action__mutmut_4(self, action: Action) -> None:
        """Takes in a decision."""
        if isinstance(action, StartJob):
            if action.trial_id != self.trials.num_trials:
                raise ValueError(f"trial {action.trial_id} is started out of turn")
            self._occupy(
                self.trials.add(None, action.bracket, action.until, action.why, action.time)
            )
        elif isinstance(action, ResumeJob):
            trial = self.trials[action.job.trial_id]
            if trial.status is Status.PAUSED:
                self._habits.on_resume(trial)
            self.trials.resume(trial, action.until, action.time)
            self._occupy(trial)
        elif isinstance(action, HaltJob):
            failure = Failure(action.failure, action.message) if action.failure else None
            halt_at = action.time + action.patience
            self.trials.halt(self.trials[action.job.trial_id], action.target, failure, halt_at)
        elif isinstance(action, Finish):
            self.finished = action
        else:
            assert isinstance(action, DropCheckpoint)
            trial = self.trials[action.trial_id]
            if trial.status is Status.PAUSED:  # earlier versions took what ended below its rung for completed
                self.trials.complete(trial)

    def xǁStateǁtake_action__mutmut_5(self, action: Action) -> None:
        """Takes in a decision."""
        if isinstance(action, StartJob):
            if action.trial_id != self.trials.num_trials:
                raise ValueError(f"trial {action.trial_id} is started out of turn")
            self._occupy(
                self.trials.add(action.config, None, action.until, action.why, action.time)
            )
        elif isinstance(action, ResumeJob):
            trial = self.trials[action.job.trial_id]
            if trial.status is Status.PAUSED:
                self._habits.on_resume(trial)
            self.trials.resume(trial, action.until, action.time)
            self._occupy(trial)
        elif isinstance(action, HaltJob):
            failure = Failure(action.failure, action.message) if action.failure else None
            halt_at = action.time + action.patience
            self.trials.halt(self.trials[action.job.trial_id], action.target, failure, halt_at)
        elif isinstance(action, Finish):
            self.finished = action
        else:
            assert isinstance(action, DropCheckpoint)
            trial = self.trials[action.trial_id]
            if trial.status is Status.PAUSED:  # earlier versions took what ended below its rung for completed
                self.trials.complete(trial)

    def xǁStateǁtake_action__mutmut_6(self, action: Action) -> None:
        """Takes in a decision."""
        if isinstance(action, StartJob):
            if action.trial_id != self.trials.num_trials:
                raise ValueError(f"trial {action.trial_id} is started out of turn")
            self._occupy(
                self.trials.add(action.config, action.bracket, None, action.why, action.time)
            )
        elif isinstance(action, ResumeJob):
            trial = self.trials[action.job.trial_id]
            if trial.status is Status.PAUSED:
                self._habits.on_resume(trial)
            self.trials.resume(trial, action.until, action.time)
            self._occupy(trial)
        elif isinstance(action, HaltJob):
            failure = Failure(action.failure, action.message) if action.failure else None
            halt_at = action.time + action.patience
            self.trials.halt(self.trials[action.job.trial_id], action.target, failure, halt_at)
        elif isinstance(action, Finish):
            self.finished = action
        else:
            assert isinstance(action, DropCheckpoint)
            trial = self.trials[action.trial_id]
            if trial.status is Status.PAUSED:  # earlier versions took what ended below its rung for completed
                self.trials.complete(trial)

    def xǁStateǁtake_action__mutmut_7(self, action: Action) -> None:
        """Takes in a decision."""
        if isinstance(action, StartJob):
            if action.trial_id != self.trials.num_trials:
                raise ValueError(f"trial {action.trial_id} is started out of turn")
            self._occupy(
                self.trials.add(action.config, action.bracket, action.until, None, action.time)
            )
        elif isinstance(action, ResumeJob):
            trial = self.trials[action.job.trial_id]
            if trial.status is Status.PAUSED:
                self._habits.on_resume(trial)
            self.trials.resume(trial, action.until, action.time)
            self._occupy(trial)
        elif isinstance(action, HaltJob):
            failure = Failure(action.failure, action.message) if action.failure else None
            halt_at = action.time + action.patience
            self.trials.halt(self.trials[action.job.trial_id], action.target, failure, halt_at)
        elif isinstance(action, Finish):
            self.finished = action
        else:
            assert isinstance(action, DropCheckpoint)
            trial = self.trials[action.trial_id]
            if trial.status is Status.PAUSED:  # earlier versions took what ended below its rung for completed
                self.trials.complete(trial)

    def xǁStateǁtake_action__mutmut_8(self, action: Action) -> None:
        """Takes in a decision."""
        if isinstance(action, StartJob):
            if action.trial_id != self.trials.num_trials:
                raise ValueError(f"trial {action.trial_id} is started out of turn")
            self._occupy(
                self.trials.add(action.config, action.bracket, action.until, action.why, None)
            )
        elif isinstance(action, ResumeJob):
            trial = self.trials[action.job.trial_id]
            if trial.status is Status.PAUSED:
                self._habits.on_resume(trial)
            self.trials.resume(trial, action.until, action.time)
            self._occupy(trial)
        elif isinstance(action, HaltJob):
            failure = Failure(action.failure, action.message) if action.failure else None
            halt_at = action.time + action.patience
            self.trials.halt(self.trials[action.job.trial_id], action.target, failure, halt_at)
        elif isinstance(action, Finish):
            self.finished = action
        else:
            assert isinstance(action, DropCheckpoint)
            trial = self.trials[action.trial_id]
            if trial.status is Status.PAUSED:  # earlier versions took what ended below its rung for completed
                self.trials.complete(trial)

    def xǁStateǁtake_action__mutmut_9(self, action: Action) -> None:
        """Takes in a decision."""
        if isinstance(action, StartJob):
            if action.trial_id != self.trials.num_trials:
                raise ValueError(f"trial {action.trial_id} is started out of turn")
            self._occupy(
                self.trials.add(action.bracket, action.until, action.why, action.time)
            )
        elif isinstance(action, ResumeJob):
            trial = self.trials[action.job.trial_id]
            if trial.status is Status.PAUSED:
                self._habits.on_resume(trial)
            self.trials.resume(trial, action.until, action.time)
            self._occupy(trial)
        elif isinstance(action, HaltJob):
            failure = Failure(action.failure, action.message) if action.failure else None
            halt_at = action.time + action.patience
            self.trials.halt(self.trials[action.job.trial_id], action.target, failure, halt_at)
        elif isinstance(action, Finish):
            self.finished = action
        else:
            assert isinstance(action, DropCheckpoint)
            trial = self.trials[action.trial_id]
            if trial.status is Status.PAUSED:  # earlier versions took what ended below its rung for completed
                self.trials.complete(trial)

    def xǁStateǁtake_action__mutmut_10(self, action: Action) -> None:
        """Takes in a decision."""
        if isinstance(action, StartJob):
            if action.trial_id != self.trials.num_trials:
                raise ValueError(f"trial {action.trial_id} is started out of turn")
            self._occupy(
                self.trials.add(action.config, action.until, action.why, action.time)
            )
        elif isinstance(action, ResumeJob):
            trial = self.trials[action.job.trial_id]
            if trial.status is Status.PAUSED:
                self._habits.on_resume(trial)
            self.trials.resume(trial, action.until, action.time)
            self._occupy(trial)
        elif isinstance(action, HaltJob):
            failure = Failure(action.failure, action.message) if action.failure else None
            halt_at = action.time + action.patience
            self.trials.halt(self.trials[action.job.trial_id], action.target, failure, halt_at)
        elif isinstance(action, Finish):
            self.finished = action
        else:
            assert isinstance(action, DropCheckpoint)
            trial = self.trials[action.trial_id]
            if trial.status is Status.PAUSED:  # earlier versions took what ended below its rung for completed
                self.trials.complete(trial)

    def xǁStateǁtake_action__mutmut_11(self, action: Action) -> None:
        """Takes in a decision."""
        if isinstance(action, StartJob):
            if action.trial_id != self.trials.num_trials:
                raise ValueError(f"trial {action.trial_id} is started out of turn")
            self._occupy(
                self.trials.add(action.config, action.bracket, action.why, action.time)
            )
        elif isinstance(action, ResumeJob):
            trial = self.trials[action.job.trial_id]
            if trial.status is Status.PAUSED:
                self._habits.on_resume(trial)
            self.trials.resume(trial, action.until, action.time)
            self._occupy(trial)
        elif isinstance(action, HaltJob):
            failure = Failure(action.failure, action.message) if action.failure else None
            halt_at = action.time + action.patience
            self.trials.halt(self.trials[action.job.trial_id], action.target, failure, halt_at)
        elif isinstance(action, Finish):
            self.finished = action
        else:
            assert isinstance(action, DropCheckpoint)
            trial = self.trials[action.trial_id]
            if trial.status is Status.PAUSED:  # earlier versions took what ended below its rung for completed
                self.trials.complete(trial)

    def xǁStateǁtake_action__mutmut_12(self, action: Action) -> None:
        """Takes in a decision."""
        if isinstance(action, StartJob):
            if action.trial_id != self.trials.num_trials:
                raise ValueError(f"trial {action.trial_id} is started out of turn")
            self._occupy(
                self.trials.add(action.config, action.bracket, action.until, action.time)
            )
        elif isinstance(action, ResumeJob):
            trial = self.trials[action.job.trial_id]
            if trial.status is Status.PAUSED:
                self._habits.on_resume(trial)
            self.trials.resume(trial, action.until, action.time)
            self._occupy(trial)
        elif isinstance(action, HaltJob):
            failure = Failure(action.failure, action.message) if action.failure else None
            halt_at = action.time + action.patience
            self.trials.halt(self.trials[action.job.trial_id], action.target, failure, halt_at)
        elif isinstance(action, Finish):
            self.finished = action
        else:
            assert isinstance(action, DropCheckpoint)
            trial = self.trials[action.trial_id]
            if trial.status is Status.PAUSED:  # earlier versions took what ended below its rung for completed
                self.trials.complete(trial)

    def xǁStateǁtake_action__mutmut_13(self, action: Action) -> None:
        """Takes in a decision."""
        if isinstance(action, StartJob):
            if action.trial_id != self.trials.num_trials:
                raise ValueError(f"trial {action.trial_id} is started out of turn")
            self._occupy(
                self.trials.add(action.config, action.bracket, action.until, action.why, )
            )
        elif isinstance(action, ResumeJob):
            trial = self.trials[action.job.trial_id]
            if trial.status is Status.PAUSED:
                self._habits.on_resume(trial)
            self.trials.resume(trial, action.until, action.time)
            self._occupy(trial)
        elif isinstance(action, HaltJob):
            failure = Failure(action.failure, action.message) if action.failure else None
            halt_at = action.time + action.patience
            self.trials.halt(self.trials[action.job.trial_id], action.target, failure, halt_at)
        elif isinstance(action, Finish):
            self.finished = action
        else:
            assert isinstance(action, DropCheckpoint)
            trial = self.trials[action.trial_id]
            if trial.status is Status.PAUSED:  # earlier versions took what ended below its rung for completed
                self.trials.complete(trial)

    def xǁStateǁtake_action__mutmut_14(self, action: Action) -> None:
        """Takes in a decision."""
        if isinstance(action, StartJob):
            if action.trial_id != self.trials.num_trials:
                raise ValueError(f"trial {action.trial_id} is started out of turn")
            self._occupy(
                self.trials.add(action.config, action.bracket, action.until, action.why, action.time)
            )
        elif isinstance(action, ResumeJob):
            trial = None
            if trial.status is Status.PAUSED:
                self._habits.on_resume(trial)
            self.trials.resume(trial, action.until, action.time)
            self._occupy(trial)
        elif isinstance(action, HaltJob):
            failure = Failure(action.failure, action.message) if action.failure else None
            halt_at = action.time + action.patience
            self.trials.halt(self.trials[action.job.trial_id], action.target, failure, halt_at)
        elif isinstance(action, Finish):
            self.finished = action
        else:
            assert isinstance(action, DropCheckpoint)
            trial = self.trials[action.trial_id]
            if trial.status is Status.PAUSED:  # earlier versions took what ended below its rung for completed
                self.trials.complete(trial)

    def xǁStateǁtake_action__mutmut_15(self, action: Action) -> None:
        """Takes in a decision."""
        if isinstance(action, StartJob):
            if action.trial_id != self.trials.num_trials:
                raise ValueError(f"trial {action.trial_id} is started out of turn")
            self._occupy(
                self.trials.add(action.config, action.bracket, action.until, action.why, action.time)
            )
        elif isinstance(action, ResumeJob):
            trial = self.trials[action.job.trial_id]
            if trial.status is not Status.PAUSED:
                self._habits.on_resume(trial)
            self.trials.resume(trial, action.until, action.time)
            self._occupy(trial)
        elif isinstance(action, HaltJob):
            failure = Failure(action.failure, action.message) if action.failure else None
            halt_at = action.time + action.patience
            self.trials.halt(self.trials[action.job.trial_id], action.target, failure, halt_at)
        elif isinstance(action, Finish):
            self.finished = action
        else:
            assert isinstance(action, DropCheckpoint)
            trial = self.trials[action.trial_id]
            if trial.status is Status.PAUSED:  # earlier versions took what ended below its rung for completed
                self.trials.complete(trial)

    def xǁStateǁtake_action__mutmut_16(self, action: Action) -> None:
        """Takes in a decision."""
        if isinstance(action, StartJob):
            if action.trial_id != self.trials.num_trials:
                raise ValueError(f"trial {action.trial_id} is started out of turn")
            self._occupy(
                self.trials.add(action.config, action.bracket, action.until, action.why, action.time)
            )
        elif isinstance(action, ResumeJob):
            trial = self.trials[action.job.trial_id]
            if trial.status is Status.PAUSED:
                self._habits.on_resume(None)
            self.trials.resume(trial, action.until, action.time)
            self._occupy(trial)
        elif isinstance(action, HaltJob):
            failure = Failure(action.failure, action.message) if action.failure else None
            halt_at = action.time + action.patience
            self.trials.halt(self.trials[action.job.trial_id], action.target, failure, halt_at)
        elif isinstance(action, Finish):
            self.finished = action
        else:
            assert isinstance(action, DropCheckpoint)
            trial = self.trials[action.trial_id]
            if trial.status is Status.PAUSED:  # earlier versions took what ended below its rung for completed
                self.trials.complete(trial)

    def xǁStateǁtake_action__mutmut_17(self, action: Action) -> None:
        """Takes in a decision."""
        if isinstance(action, StartJob):
            if action.trial_id != self.trials.num_trials:
                raise ValueError(f"trial {action.trial_id} is started out of turn")
            self._occupy(
                self.trials.add(action.config, action.bracket, action.until, action.why, action.time)
            )
        elif isinstance(action, ResumeJob):
            trial = self.trials[action.job.trial_id]
            if trial.status is Status.PAUSED:
                self._habits.on_resume(trial)
            self.trials.resume(None, action.until, action.time)
            self._occupy(trial)
        elif isinstance(action, HaltJob):
            failure = Failure(action.failure, action.message) if action.failure else None
            halt_at = action.time + action.patience
            self.trials.halt(self.trials[action.job.trial_id], action.target, failure, halt_at)
        elif isinstance(action, Finish):
            self.finished = action
        else:
            assert isinstance(action, DropCheckpoint)
            trial = self.trials[action.trial_id]
            if trial.status is Status.PAUSED:  # earlier versions took what ended below its rung for completed
                self.trials.complete(trial)

    def xǁStateǁtake_action__mutmut_18(self, action: Action) -> None:
        """Takes in a decision."""
        if isinstance(action, StartJob):
            if action.trial_id != self.trials.num_trials:
                raise ValueError(f"trial {action.trial_id} is started out of turn")
            self._occupy(
                self.trials.add(action.config, action.bracket, action.until, action.why, action.time)
            )
        elif isinstance(action, ResumeJob):
            trial = self.trials[action.job.trial_id]
            if trial.status is Status.PAUSED:
                self._habits.on_resume(trial)
            self.trials.resume(trial, None, action.time)
            self._occupy(trial)
        elif isinstance(action, HaltJob):
            failure = Failure(action.failure, action.message) if action.failure else None
            halt_at = action.time + action.patience
            self.trials.halt(self.trials[action.job.trial_id], action.target, failure, halt_at)
        elif isinstance(action, Finish):
            self.finished = action
        else:
            assert isinstance(action, DropCheckpoint)
            trial = self.trials[action.trial_id]
            if trial.status is Status.PAUSED:  # earlier versions took what ended below its rung for completed
                self.trials.complete(trial)

    def xǁStateǁtake_action__mutmut_19(self, action: Action) -> None:
        """Takes in a decision."""
        if isinstance(action, StartJob):
            if action.trial_id != self.trials.num_trials:
                raise ValueError(f"trial {action.trial_id} is started out of turn")
            self._occupy(
                self.trials.add(action.config, action.bracket, action.until, action.why, action.time)
            )
        elif isinstance(action, ResumeJob):
            trial = self.trials[action.job.trial_id]
            if trial.status is Status.PAUSED:
                self._habits.on_resume(trial)
            self.trials.resume(trial, action.until, None)
            self._occupy(trial)
        elif isinstance(action, HaltJob):
            failure = Failure(action.failure, action.message) if action.failure else None
            halt_at = action.time + action.patience
            self.trials.halt(self.trials[action.job.trial_id], action.target, failure, halt_at)
        elif isinstance(action, Finish):
            self.finished = action
        else:
            assert isinstance(action, DropCheckpoint)
            trial = self.trials[action.trial_id]
            if trial.status is Status.PAUSED:  # earlier versions took what ended below its rung for completed
                self.trials.complete(trial)

    def xǁStateǁtake_action__mutmut_20(self, action: Action) -> None:
        """Takes in a decision."""
        if isinstance(action, StartJob):
            if action.trial_id != self.trials.num_trials:
                raise ValueError(f"trial {action.trial_id} is started out of turn")
            self._occupy(
                self.trials.add(action.config, action.bracket, action.until, action.why, action.time)
            )
        elif isinstance(action, ResumeJob):
            trial = self.trials[action.job.trial_id]
            if trial.status is Status.PAUSED:
                self._habits.on_resume(trial)
            self.trials.resume(action.until, action.time)
            self._occupy(trial)
        elif isinstance(action, HaltJob):
            failure = Failure(action.failure, action.message) if action.failure else None
            halt_at = action.time + action.patience
            self.trials.halt(self.trials[action.job.trial_id], action.target, failure, halt_at)
        elif isinstance(action, Finish):
            self.finished = action
        else:
            assert isinstance(action, DropCheckpoint)
            trial = self.trials[action.trial_id]
            if trial.status is Status.PAUSED:  # earlier versions took what ended below its rung for completed
                self.trials.complete(trial)

    def xǁStateǁtake_action__mutmut_21(self, action: Action) -> None:
        """Takes in a decision."""
        if isinstance(action, StartJob):
            if action.trial_id != self.trials.num_trials:
                raise ValueError(f"trial {action.trial_id} is started out of turn")
            self._occupy(
                self.trials.add(action.config, action.bracket, action.until, action.why, action.time)
            )
        elif isinstance(action, ResumeJob):
            trial = self.trials[action.job.trial_id]
            if trial.status is Status.PAUSED:
                self._habits.on_resume(trial)
            self.trials.resume(trial, action.time)
            self._occupy(trial)
        elif isinstance(action, HaltJob):
            failure = Failure(action.failure, action.message) if action.failure else None
            halt_at = action.time + action.patience
            self.trials.halt(self.trials[action.job.trial_id], action.target, failure, halt_at)
        elif isinstance(action, Finish):
            self.finished = action
        else:
            assert isinstance(action, DropCheckpoint)
            trial = self.trials[action.trial_id]
            if trial.status is Status.PAUSED:  # earlier versions took what ended below its rung for completed
                self.trials.complete(trial)

    def xǁStateǁtake_action__mutmut_22(self, action: Action) -> None:
        """Takes in a decision."""
        if isinstance(action, StartJob):
            if action.trial_id != self.trials.num_trials:
                raise ValueError(f"trial {action.trial_id} is started out of turn")
            self._occupy(
                self.trials.add(action.config, action.bracket, action.until, action.why, action.time)
            )
        elif isinstance(action, ResumeJob):
            trial = self.trials[action.job.trial_id]
            if trial.status is Status.PAUSED:
                self._habits.on_resume(trial)
            self.trials.resume(trial, action.until, )
            self._occupy(trial)
        elif isinstance(action, HaltJob):
            failure = Failure(action.failure, action.message) if action.failure else None
            halt_at = action.time + action.patience
            self.trials.halt(self.trials[action.job.trial_id], action.target, failure, halt_at)
        elif isinstance(action, Finish):
            self.finished = action
        else:
            assert isinstance(action, DropCheckpoint)
            trial = self.trials[action.trial_id]
            if trial.status is Status.PAUSED:  # earlier versions took what ended below its rung for completed
                self.trials.complete(trial)

    def xǁStateǁtake_action__mutmut_23(self, action: Action) -> None:
        """Takes in a decision."""
        if isinstance(action, StartJob):
            if action.trial_id != self.trials.num_trials:
                raise ValueError(f"trial {action.trial_id} is started out of turn")
            self._occupy(
                self.trials.add(action.config, action.bracket, action.until, action.why, action.time)
            )
        elif isinstance(action, ResumeJob):
            trial = self.trials[action.job.trial_id]
            if trial.status is Status.PAUSED:
                self._habits.on_resume(trial)
            self.trials.resume(trial, action.until, action.time)
            self._occupy(None)
        elif isinstance(action, HaltJob):
            failure = Failure(action.failure, action.message) if action.failure else None
            halt_at = action.time + action.patience
            self.trials.halt(self.trials[action.job.trial_id], action.target, failure, halt_at)
        elif isinstance(action, Finish):
            self.finished = action
        else:
            assert isinstance(action, DropCheckpoint)
            trial = self.trials[action.trial_id]
            if trial.status is Status.PAUSED:  # earlier versions took what ended below its rung for completed
                self.trials.complete(trial)

    def xǁStateǁtake_action__mutmut_24(self, action: Action) -> None:
        """Takes in a decision."""
        if isinstance(action, StartJob):
            if action.trial_id != self.trials.num_trials:
                raise ValueError(f"trial {action.trial_id} is started out of turn")
            self._occupy(
                self.trials.add(action.config, action.bracket, action.until, action.why, action.time)
            )
        elif isinstance(action, ResumeJob):
            trial = self.trials[action.job.trial_id]
            if trial.status is Status.PAUSED:
                self._habits.on_resume(trial)
            self.trials.resume(trial, action.until, action.time)
            self._occupy(trial)
        elif isinstance(action, HaltJob):
            failure = None
            halt_at = action.time + action.patience
            self.trials.halt(self.trials[action.job.trial_id], action.target, failure, halt_at)
        elif isinstance(action, Finish):
            self.finished = action
        else:
            assert isinstance(action, DropCheckpoint)
            trial = self.trials[action.trial_id]
            if trial.status is Status.PAUSED:  # earlier versions took what ended below its rung for completed
                self.trials.complete(trial)

    def xǁStateǁtake_action__mutmut_25(self, action: Action) -> None:
        """Takes in a decision."""
        if isinstance(action, StartJob):
            if action.trial_id != self.trials.num_trials:
                raise ValueError(f"trial {action.trial_id} is started out of turn")
            self._occupy(
                self.trials.add(action.config, action.bracket, action.until, action.why, action.time)
            )
        elif isinstance(action, ResumeJob):
            trial = self.trials[action.job.trial_id]
            if trial.status is Status.PAUSED:
                self._habits.on_resume(trial)
            self.trials.resume(trial, action.until, action.time)
            self._occupy(trial)
        elif isinstance(action, HaltJob):
            failure = Failure(action.failure, action.message) if (action.failure) and False else None
            halt_at = action.time + action.patience
            self.trials.halt(self.trials[action.job.trial_id], action.target, failure, halt_at)
        elif isinstance(action, Finish):
            self.finished = action
        else:
            assert isinstance(action, DropCheckpoint)
            trial = self.trials[action.trial_id]
            if trial.status is Status.PAUSED:  # earlier versions took what ended below its rung for completed
                self.trials.complete(trial)

    def xǁStateǁtake_action__mutmut_26(self, action: Action) -> None:
        """Takes in a decision."""
        if isinstance(action, StartJob):
            if action.trial_id != self.trials.num_trials:
                raise ValueError(f"trial {action.trial_id} is started out of turn")
            self._occupy(
                self.trials.add(action.config, action.bracket, action.until, action.why, action.time)
            )
        elif isinstance(action, ResumeJob):
            trial = self.trials[action.job.trial_id]
            if trial.status is Status.PAUSED:
                self._habits.on_resume(trial)
            self.trials.resume(trial, action.until, action.time)
            self._occupy(trial)
        elif isinstance(action, HaltJob):
            failure = Failure(action.failure, action.message) if (action.failure) or True else None
            halt_at = action.time + action.patience
            self.trials.halt(self.trials[action.job.trial_id], action.target, failure, halt_at)
        elif isinstance(action, Finish):
            self.finished = action
        else:
            assert isinstance(action, DropCheckpoint)
            trial = self.trials[action.trial_id]
            if trial.status is Status.PAUSED:  # earlier versions took what ended below its rung for completed
                self.trials.complete(trial)

    def xǁStateǁtake_action__mutmut_27(self, action: Action) -> None:
        """Takes in a decision."""
        if isinstance(action, StartJob):
            if action.trial_id != self.trials.num_trials:
                raise ValueError(f"trial {action.trial_id} is started out of turn")
            self._occupy(
                self.trials.add(action.config, action.bracket, action.until, action.why, action.time)
            )
        elif isinstance(action, ResumeJob):
            trial = self.trials[action.job.trial_id]
            if trial.status is Status.PAUSED:
                self._habits.on_resume(trial)
            self.trials.resume(trial, action.until, action.time)
            self._occupy(trial)
        elif isinstance(action, HaltJob):
            failure = Failure(None, action.message) if action.failure else None
            halt_at = action.time + action.patience
            self.trials.halt(self.trials[action.job.trial_id], action.target, failure, halt_at)
        elif isinstance(action, Finish):
            self.finished = action
        else:
            assert isinstance(action, DropCheckpoint)
            trial = self.trials[action.trial_id]
            if trial.status is Status.PAUSED:  # earlier versions took what ended below its rung for completed
                self.trials.complete(trial)

    def xǁStateǁtake_action__mutmut_28(self, action: Action) -> None:
        """Takes in a decision."""
        if isinstance(action, StartJob):
            if action.trial_id != self.trials.num_trials:
                raise ValueError(f"trial {action.trial_id} is started out of turn")
            self._occupy(
                self.trials.add(action.config, action.bracket, action.until, action.why, action.time)
            )
        elif isinstance(action, ResumeJob):
            trial = self.trials[action.job.trial_id]
            if trial.status is Status.PAUSED:
                self._habits.on_resume(trial)
            self.trials.resume(trial, action.until, action.time)
            self._occupy(trial)
        elif isinstance(action, HaltJob):
            failure = Failure(action.failure, None) if action.failure else None
            halt_at = action.time + action.patience
            self.trials.halt(self.trials[action.job.trial_id], action.target, failure, halt_at)
        elif isinstance(action, Finish):
            self.finished = action
        else:
            assert isinstance(action, DropCheckpoint)
            trial = self.trials[action.trial_id]
            if trial.status is Status.PAUSED:  # earlier versions took what ended below its rung for completed
                self.trials.complete(trial)

    def xǁStateǁtake_action__mutmut_29(self, action: Action) -> None:
        """Takes in a decision."""
        if isinstance(action, StartJob):
            if action.trial_id != self.trials.num_trials:
                raise ValueError(f"trial {action.trial_id} is started out of turn")
            self._occupy(
                self.trials.add(action.config, action.bracket, action.until, action.why, action.time)
            )
        elif isinstance(action, ResumeJob):
            trial = self.trials[action.job.trial_id]
            if trial.status is Status.PAUSED:
                self._habits.on_resume(trial)
            self.trials.resume(trial, action.until, action.time)
            self._occupy(trial)
        elif isinstance(action, HaltJob):
            failure = Failure(action.message) if action.failure else None
            halt_at = action.time + action.patience
            self.trials.halt(self.trials[action.job.trial_id], action.target, failure, halt_at)
        elif isinstance(action, Finish):
            self.finished = action
        else:
            assert isinstance(action, DropCheckpoint)
            trial = self.trials[action.trial_id]
            if trial.status is Status.PAUSED:  # earlier versions took what ended below its rung for completed
                self.trials.complete(trial)

    def xǁStateǁtake_action__mutmut_30(self, action: Action) -> None:
        """Takes in a decision."""
        if isinstance(action, StartJob):
            if action.trial_id != self.trials.num_trials:
                raise ValueError(f"trial {action.trial_id} is started out of turn")
            self._occupy(
                self.trials.add(action.config, action.bracket, action.until, action.why, action.time)
            )
        elif isinstance(action, ResumeJob):
            trial = self.trials[action.job.trial_id]
            if trial.status is Status.PAUSED:
                self._habits.on_resume(trial)
            self.trials.resume(trial, action.until, action.time)
            self._occupy(trial)
        elif isinstance(action, HaltJob):
            failure = Failure(action.failure, ) if action.failure else None
            halt_at = action.time + action.patience
            self.trials.halt(self.trials[action.job.trial_id], action.target, failure, halt_at)
        elif isinstance(action, Finish):
            self.finished = action
        else:
            assert isinstance(action, DropCheckpoint)
            trial = self.trials[action.trial_id]
            if trial.status is Status.PAUSED:  # earlier versions took what ended below its rung for completed
                self.trials.complete(trial)

    def xǁStateǁtake_action__mutmut_31(self, action: Action) -> None:
        """Takes in a decision."""
        if isinstance(action, StartJob):
            if action.trial_id != self.trials.num_trials:
                raise ValueError(f"trial {action.trial_id} is started out of turn")
            self._occupy(
                self.trials.add(action.config, action.bracket, action.until, action.why, action.time)
            )
        elif isinstance(action, ResumeJob):
            trial = self.trials[action.job.trial_id]
            if trial.status is Status.PAUSED:
                self._habits.on_resume(trial)
            self.trials.resume(trial, action.until, action.time)
            self._occupy(trial)
        elif isinstance(action, HaltJob):
            failure = Failure(action.failure, action.message) if action.failure else None
            halt_at = None
            self.trials.halt(self.trials[action.job.trial_id], action.target, failure, halt_at)
        elif isinstance(action, Finish):
            self.finished = action
        else:
            assert isinstance(action, DropCheckpoint)
            trial = self.trials[action.trial_id]
            if trial.status is Status.PAUSED:  # earlier versions took what ended below its rung for completed
                self.trials.complete(trial)

    def xǁStateǁtake_action__mutmut_32(self, action: Action) -> None:
        """Takes in a decision."""
        if isinstance(action, StartJob):
            if action.trial_id != self.trials.num_trials:
                raise ValueError(f"trial {action.trial_id} is started out of turn")
            self._occupy(
                self.trials.add(action.config, action.bracket, action.until, action.why, action.time)
            )
        elif isinstance(action, ResumeJob):
            trial = self.trials[action.job.trial_id]
            if trial.status is Status.PAUSED:
                self._habits.on_resume(trial)
            self.trials.resume(trial, action.until, action.time)
            self._occupy(trial)
        elif isinstance(action, HaltJob):
            failure = Failure(action.failure, action.message) if action.failure else None
            halt_at = action.time - action.patience
            self.trials.halt(self.trials[action.job.trial_id], action.target, failure, halt_at)
        elif isinstance(action, Finish):
            self.finished = action
        else:
            assert isinstance(action, DropCheckpoint)
            trial = self.trials[action.trial_id]
            if trial.status is Status.PAUSED:  # earlier versions took what ended below its rung for completed
                self.trials.complete(trial)

    def xǁStateǁtake_action__mutmut_33(self, action: Action) -> None:
        """Takes in a decision."""
        if isinstance(action, StartJob):
            if action.trial_id != self.trials.num_trials:
                raise ValueError(f"trial {action.trial_id} is started out of turn")
            self._occupy(
                self.trials.add(action.config, action.bracket, action.until, action.why, action.time)
            )
        elif isinstance(action, ResumeJob):
            trial = self.trials[action.job.trial_id]
            if trial.status is Status.PAUSED:
                self._habits.on_resume(trial)
            self.trials.resume(trial, action.until, action.time)
            self._occupy(trial)
        elif isinstance(action, HaltJob):
            failure = Failure(action.failure, action.message) if action.failure else None
            halt_at = action.time + action.patience
            self.trials.halt(None, action.target, failure, halt_at)
        elif isinstance(action, Finish):
            self.finished = action
        else:
            assert isinstance(action, DropCheckpoint)
            trial = self.trials[action.trial_id]
            if trial.status is Status.PAUSED:  # earlier versions took what ended below its rung for completed
                self.trials.complete(trial)

    def xǁStateǁtake_action__mutmut_34(self, action: Action) -> None:
        """Takes in a decision."""
        if isinstance(action, StartJob):
            if action.trial_id != self.trials.num_trials:
                raise ValueError(f"trial {action.trial_id} is started out of turn")
            self._occupy(
                self.trials.add(action.config, action.bracket, action.until, action.why, action.time)
            )
        elif isinstance(action, ResumeJob):
            trial = self.trials[action.job.trial_id]
            if trial.status is Status.PAUSED:
                self._habits.on_resume(trial)
            self.trials.resume(trial, action.until, action.time)
            self._occupy(trial)
        elif isinstance(action, HaltJob):
            failure = Failure(action.failure, action.message) if action.failure else None
            halt_at = action.time + action.patience
            self.trials.halt(self.trials[action.job.trial_id], None, failure, halt_at)
        elif isinstance(action, Finish):
            self.finished = action
        else:
            assert isinstance(action, DropCheckpoint)
            trial = self.trials[action.trial_id]
            if trial.status is Status.PAUSED:  # earlier versions took what ended below its rung for completed
                self.trials.complete(trial)

    def xǁStateǁtake_action__mutmut_35(self, action: Action) -> None:
        """Takes in a decision."""
        if isinstance(action, StartJob):
            if action.trial_id != self.trials.num_trials:
                raise ValueError(f"trial {action.trial_id} is started out of turn")
            self._occupy(
                self.trials.add(action.config, action.bracket, action.until, action.why, action.time)
            )
        elif isinstance(action, ResumeJob):
            trial = self.trials[action.job.trial_id]
            if trial.status is Status.PAUSED:
                self._habits.on_resume(trial)
            self.trials.resume(trial, action.until, action.time)
            self._occupy(trial)
        elif isinstance(action, HaltJob):
            failure = Failure(action.failure, action.message) if action.failure else None
            halt_at = action.time + action.patience
            self.trials.halt(self.trials[action.job.trial_id], action.target, None, halt_at)
        elif isinstance(action, Finish):
            self.finished = action
        else:
            assert isinstance(action, DropCheckpoint)
            trial = self.trials[action.trial_id]
            if trial.status is Status.PAUSED:  # earlier versions took what ended below its rung for completed
                self.trials.complete(trial)

    def xǁStateǁtake_action__mutmut_36(self, action: Action) -> None:
        """Takes in a decision."""
        if isinstance(action, StartJob):
            if action.trial_id != self.trials.num_trials:
                raise ValueError(f"trial {action.trial_id} is started out of turn")
            self._occupy(
                self.trials.add(action.config, action.bracket, action.until, action.why, action.time)
            )
        elif isinstance(action, ResumeJob):
            trial = self.trials[action.job.trial_id]
            if trial.status is Status.PAUSED:
                self._habits.on_resume(trial)
            self.trials.resume(trial, action.until, action.time)
            self._occupy(trial)
        elif isinstance(action, HaltJob):
            failure = Failure(action.failure, action.message) if action.failure else None
            halt_at = action.time + action.patience
            self.trials.halt(self.trials[action.job.trial_id], action.target, failure, None)
        elif isinstance(action, Finish):
            self.finished = action
        else:
            assert isinstance(action, DropCheckpoint)
            trial = self.trials[action.trial_id]
            if trial.status is Status.PAUSED:  # earlier versions took what ended below its rung for completed
                self.trials.complete(trial)

    def xǁStateǁtake_action__mutmut_37(self, action: Action) -> None:
        """Takes in a decision."""
        if isinstance(action, StartJob):
            if action.trial_id != self.trials.num_trials:
                raise ValueError(f"trial {action.trial_id} is started out of turn")
            self._occupy(
                self.trials.add(action.config, action.bracket, action.until, action.why, action.time)
            )
        elif isinstance(action, ResumeJob):
            trial = self.trials[action.job.trial_id]
            if trial.status is Status.PAUSED:
                self._habits.on_resume(trial)
            self.trials.resume(trial, action.until, action.time)
            self._occupy(trial)
        elif isinstance(action, HaltJob):
            failure = Failure(action.failure, action.message) if action.failure else None
            halt_at = action.time + action.patience
            self.trials.halt(action.target, failure, halt_at)
        elif isinstance(action, Finish):
            self.finished = action
        else:
            assert isinstance(action, DropCheckpoint)
            trial = self.trials[action.trial_id]
            if trial.status is Status.PAUSED:  # earlier versions took what ended below its rung for completed
                self.trials.complete(trial)

    def xǁStateǁtake_action__mutmut_38(self, action: Action) -> None:
        """Takes in a decision."""
        if isinstance(action, StartJob):
            if action.trial_id != self.trials.num_trials:
                raise ValueError(f"trial {action.trial_id} is started out of turn")
            self._occupy(
                self.trials.add(action.config, action.bracket, action.until, action.why, action.time)
            )
        elif isinstance(action, ResumeJob):
            trial = self.trials[action.job.trial_id]
            if trial.status is Status.PAUSED:
                self._habits.on_resume(trial)
            self.trials.resume(trial, action.until, action.time)
            self._occupy(trial)
        elif isinstance(action, HaltJob):
            failure = Failure(action.failure, action.message) if action.failure else None
            halt_at = action.time + action.patience
            self.trials.halt(self.trials[action.job.trial_id], failure, halt_at)
        elif isinstance(action, Finish):
            self.finished = action
        else:
            assert isinstance(action, DropCheckpoint)
            trial = self.trials[action.trial_id]
            if trial.status is Status.PAUSED:  # earlier versions took what ended below its rung for completed
                self.trials.complete(trial)

    def xǁStateǁtake_action__mutmut_39(self, action: Action) -> None:
        """Takes in a decision."""
        if isinstance(action, StartJob):
            if action.trial_id != self.trials.num_trials:
                raise ValueError(f"trial {action.trial_id} is started out of turn")
            self._occupy(
                self.trials.add(action.config, action.bracket, action.until, action.why, action.time)
            )
        elif isinstance(action, ResumeJob):
            trial = self.trials[action.job.trial_id]
            if trial.status is Status.PAUSED:
                self._habits.on_resume(trial)
            self.trials.resume(trial, action.until, action.time)
            self._occupy(trial)
        elif isinstance(action, HaltJob):
            failure = Failure(action.failure, action.message) if action.failure else None
            halt_at = action.time + action.patience
            self.trials.halt(self.trials[action.job.trial_id], action.target, halt_at)
        elif isinstance(action, Finish):
            self.finished = action
        else:
            assert isinstance(action, DropCheckpoint)
            trial = self.trials[action.trial_id]
            if trial.status is Status.PAUSED:  # earlier versions took what ended below its rung for completed
                self.trials.complete(trial)

    def xǁStateǁtake_action__mutmut_40(self, action: Action) -> None:
        """Takes in a decision."""
        if isinstance(action, StartJob):
            if action.trial_id != self.trials.num_trials:
                raise ValueError(f"trial {action.trial_id} is started out of turn")
            self._occupy(
                self.trials.add(action.config, action.bracket, action.until, action.why, action.time)
            )
        elif isinstance(action, ResumeJob):
            trial = self.trials[action.job.trial_id]
            if trial.status is Status.PAUSED:
                self._habits.on_resume(trial)
            self.trials.resume(trial, action.until, action.time)
            self._occupy(trial)
        elif isinstance(action, HaltJob):
            failure = Failure(action.failure, action.message) if action.failure else None
            halt_at = action.time + action.patience
            self.trials.halt(self.trials[action.job.trial_id], action.target, failure, )
        elif isinstance(action, Finish):
            self.finished = action
        else:
            assert isinstance(action, DropCheckpoint)
            trial = self.trials[action.trial_id]
            if trial.status is Status.PAUSED:  # earlier versions took what ended below its rung for completed
                self.trials.complete(trial)

    def xǁStateǁtake_action__mutmut_41(self, action: Action) -> None:
        """Takes in a decision."""
        if isinstance(action, StartJob):
            if action.trial_id != self.trials.num_trials:
                raise ValueError(f"trial {action.trial_id} is started out of turn")
            self._occupy(
                self.trials.add(action.config, action.bracket, action.until, action.why, action.time)
            )
        elif isinstance(action, ResumeJob):
            trial = self.trials[action.job.trial_id]
            if trial.status is Status.PAUSED:
                self._habits.on_resume(trial)
            self.trials.resume(trial, action.until, action.time)
            self._occupy(trial)
        elif isinstance(action, HaltJob):
            failure = Failure(action.failure, action.message) if action.failure else None
            halt_at = action.time + action.patience
            self.trials.halt(self.trials[action.job.trial_id], action.target, failure, halt_at)
        elif isinstance(action, Finish):
            self.finished = None
        else:
            assert isinstance(action, DropCheckpoint)
            trial = self.trials[action.trial_id]
            if trial.status is Status.PAUSED:  # earlier versions took what ended below its rung for completed
                self.trials.complete(trial)

    def xǁStateǁtake_action__mutmut_42(self, action: Action) -> None:
        """Takes in a decision."""
        if isinstance(action, StartJob):
            if action.trial_id != self.trials.num_trials:
                raise ValueError(f"trial {action.trial_id} is started out of turn")
            self._occupy(
                self.trials.add(action.config, action.bracket, action.until, action.why, action.time)
            )
        elif isinstance(action, ResumeJob):
            trial = self.trials[action.job.trial_id]
            if trial.status is Status.PAUSED:
                self._habits.on_resume(trial)
            self.trials.resume(trial, action.until, action.time)
            self._occupy(trial)
        elif isinstance(action, HaltJob):
            failure = Failure(action.failure, action.message) if action.failure else None
            halt_at = action.time + action.patience
            self.trials.halt(self.trials[action.job.trial_id], action.target, failure, halt_at)
        elif isinstance(action, Finish):
            self.finished = action
        else:
            assert isinstance(action, DropCheckpoint)
            trial = None
            if trial.status is Status.PAUSED:  # earlier versions took what ended below its rung for completed
                self.trials.complete(trial)

    def xǁStateǁtake_action__mutmut_43(self, action: Action) -> None:
        """Takes in a decision."""
        if isinstance(action, StartJob):
            if action.trial_id != self.trials.num_trials:
                raise ValueError(f"trial {action.trial_id} is started out of turn")
            self._occupy(
                self.trials.add(action.config, action.bracket, action.until, action.why, action.time)
            )
        elif isinstance(action, ResumeJob):
            trial = self.trials[action.job.trial_id]
            if trial.status is Status.PAUSED:
                self._habits.on_resume(trial)
            self.trials.resume(trial, action.until, action.time)
            self._occupy(trial)
        elif isinstance(action, HaltJob):
            failure = Failure(action.failure, action.message) if action.failure else None
            halt_at = action.time + action.patience
            self.trials.halt(self.trials[action.job.trial_id], action.target, failure, halt_at)
        elif isinstance(action, Finish):
            self.finished = action
        else:
            assert isinstance(action, DropCheckpoint)
            trial = self.trials[action.trial_id]
            if trial.status is not Status.PAUSED:  # earlier versions took what ended below its rung for completed
                self.trials.complete(trial)

    def xǁStateǁtake_action__mutmut_44(self, action: Action) -> None:
        """Takes in a decision."""
        if isinstance(action, StartJob):
            if action.trial_id != self.trials.num_trials:
                raise ValueError(f"trial {action.trial_id} is started out of turn")
            self._occupy(
                self.trials.add(action.config, action.bracket, action.until, action.why, action.time)
            )
        elif isinstance(action, ResumeJob):
            trial = self.trials[action.job.trial_id]
            if trial.status is Status.PAUSED:
                self._habits.on_resume(trial)
            self.trials.resume(trial, action.until, action.time)
            self._occupy(trial)
        elif isinstance(action, HaltJob):
            failure = Failure(action.failure, action.message) if action.failure else None
            halt_at = action.time + action.patience
            self.trials.halt(self.trials[action.job.trial_id], action.target, failure, halt_at)
        elif isinstance(action, Finish):
            self.finished = action
        else:
            assert isinstance(action, DropCheckpoint)
            trial = self.trials[action.trial_id]
            if trial.status is Status.PAUSED:  # earlier versions took what ended below its rung for completed
                self.trials.complete(None)

    @_mutmut_mutated(mutants_xǁStateǁ_occupy__mutmut)
    def _occupy(self, trial: Trial) -> None:
        started = trial.jobs[-1].started
        self.launches += 1
        self.busy += 1
        self._queued_since += started
        if self.opened is None or not self.opened.reports_start:
            self._begin(trial, started)

    def xǁStateǁ_occupy__mutmut_orig(self, trial: Trial) -> None:
        started = trial.jobs[-1].started
        self.launches += 1
        self.busy += 1
        self._queued_since += started
        if self.opened is None or not self.opened.reports_start:
            self._begin(trial, started)

    def xǁStateǁ_occupy__mutmut_1(self, trial: Trial) -> None:
        started = None
        self.launches += 1
        self.busy += 1
        self._queued_since += started
        if self.opened is None or not self.opened.reports_start:
            self._begin(trial, started)

    def xǁStateǁ_occupy__mutmut_2(self, trial: Trial) -> None:
        started = trial.jobs[+1].started
        self.launches += 1
        self.busy += 1
        self._queued_since += started
        if self.opened is None or not self.opened.reports_start:
            self._begin(trial, started)

    def xǁStateǁ_occupy__mutmut_3(self, trial: Trial) -> None:
        started = trial.jobs[-2].started
        self.launches += 1
        self.busy += 1
        self._queued_since += started
        if self.opened is None or not self.opened.reports_start:
            self._begin(trial, started)

    def xǁStateǁ_occupy__mutmut_4(self, trial: Trial) -> None:
        started = trial.jobs[-1].started
        self.launches = 1
        self.busy += 1
        self._queued_since += started
        if self.opened is None or not self.opened.reports_start:
            self._begin(trial, started)

    def xǁStateǁ_occupy__mutmut_5(self, trial: Trial) -> None:
        started = trial.jobs[-1].started
        self.launches -= 1
        self.busy += 1
        self._queued_since += started
        if self.opened is None or not self.opened.reports_start:
            self._begin(trial, started)

    def xǁStateǁ_occupy__mutmut_6(self, trial: Trial) -> None:
        started = trial.jobs[-1].started
        self.launches += 2
        self.busy += 1
        self._queued_since += started
        if self.opened is None or not self.opened.reports_start:
            self._begin(trial, started)

    def xǁStateǁ_occupy__mutmut_7(self, trial: Trial) -> None:
        started = trial.jobs[-1].started
        self.launches += 1
        self.busy = 1
        self._queued_since += started
        if self.opened is None or not self.opened.reports_start:
            self._begin(trial, started)

    def xǁStateǁ_occupy__mutmut_8(self, trial: Trial) -> None:
        started = trial.jobs[-1].started
        self.launches += 1
        self.busy -= 1
        self._queued_since += started
        if self.opened is None or not self.opened.reports_start:
            self._begin(trial, started)

    def xǁStateǁ_occupy__mutmut_9(self, trial: Trial) -> None:
        started = trial.jobs[-1].started
        self.launches += 1
        self.busy += 2
        self._queued_since += started
        if self.opened is None or not self.opened.reports_start:
            self._begin(trial, started)

    def xǁStateǁ_occupy__mutmut_10(self, trial: Trial) -> None:
        started = trial.jobs[-1].started
        self.launches += 1
        self.busy += 1
        self._queued_since = started
        if self.opened is None or not self.opened.reports_start:
            self._begin(trial, started)

    def xǁStateǁ_occupy__mutmut_11(self, trial: Trial) -> None:
        started = trial.jobs[-1].started
        self.launches += 1
        self.busy += 1
        self._queued_since -= started
        if self.opened is None or not self.opened.reports_start:
            self._begin(trial, started)

    def xǁStateǁ_occupy__mutmut_12(self, trial: Trial) -> None:
        started = trial.jobs[-1].started
        self.launches += 1
        self.busy += 1
        self._queued_since += started
        if self.opened is None and not self.opened.reports_start:
            self._begin(trial, started)

    def xǁStateǁ_occupy__mutmut_13(self, trial: Trial) -> None:
        started = trial.jobs[-1].started
        self.launches += 1
        self.busy += 1
        self._queued_since += started
        if self.opened is not None or not self.opened.reports_start:
            self._begin(trial, started)

    def xǁStateǁ_occupy__mutmut_14(self, trial: Trial) -> None:
        started = trial.jobs[-1].started
        self.launches += 1
        self.busy += 1
        self._queued_since += started
        if self.opened is None or self.opened.reports_start:
            self._begin(trial, started)

    def xǁStateǁ_occupy__mutmut_15(self, trial: Trial) -> None:
        started = trial.jobs[-1].started
        self.launches += 1
        self.busy += 1
        self._queued_since += started
        if self.opened is None or not self.opened.reports_start:
            self._begin(None, started)

    def xǁStateǁ_occupy__mutmut_16(self, trial: Trial) -> None:
        started = trial.jobs[-1].started
        self.launches += 1
        self.busy += 1
        self._queued_since += started
        if self.opened is None or not self.opened.reports_start:
            self._begin(trial, None)

    def xǁStateǁ_occupy__mutmut_17(self, trial: Trial) -> None:
        started = trial.jobs[-1].started
        self.launches += 1
        self.busy += 1
        self._queued_since += started
        if self.opened is None or not self.opened.reports_start:
            self._begin(started)

    def xǁStateǁ_occupy__mutmut_18(self, trial: Trial) -> None:
        started = trial.jobs[-1].started
        self.launches += 1
        self.busy += 1
        self._queued_since += started
        if self.opened is None or not self.opened.reports_start:
            self._begin(trial, )

    @_mutmut_mutated(mutants_xǁStateǁ_begin_by__mutmut)
    def _begin_by(self, trial: Trial, fact: JobStarted | Reported | JobEnded) -> None:
        """Whatever a job tells first, it has begun to run by then."""
        if trial.jobs[-1].began is None:
            self._begin(trial, trial.jobs[-1].began_by(fact.time, fact.elapsed))

    def xǁStateǁ_begin_by__mutmut_orig(self, trial: Trial, fact: JobStarted | Reported | JobEnded) -> None:
        """Whatever a job tells first, it has begun to run by then."""
        if trial.jobs[-1].began is None:
            self._begin(trial, trial.jobs[-1].began_by(fact.time, fact.elapsed))

    def xǁStateǁ_begin_by__mutmut_1(self, trial: Trial, fact: JobStarted | Reported | JobEnded) -> None:
        """Whatever a job tells first, it has begun to run by then."""
        if trial.jobs[+1].began is None:
            self._begin(trial, trial.jobs[-1].began_by(fact.time, fact.elapsed))

    def xǁStateǁ_begin_by__mutmut_2(self, trial: Trial, fact: JobStarted | Reported | JobEnded) -> None:
        """Whatever a job tells first, it has begun to run by then."""
        if trial.jobs[-2].began is None:
            self._begin(trial, trial.jobs[-1].began_by(fact.time, fact.elapsed))

    def xǁStateǁ_begin_by__mutmut_3(self, trial: Trial, fact: JobStarted | Reported | JobEnded) -> None:
        """Whatever a job tells first, it has begun to run by then."""
        if trial.jobs[-1].began is not None:
            self._begin(trial, trial.jobs[-1].began_by(fact.time, fact.elapsed))

    def xǁStateǁ_begin_by__mutmut_4(self, trial: Trial, fact: JobStarted | Reported | JobEnded) -> None:
        """Whatever a job tells first, it has begun to run by then."""
        if trial.jobs[-1].began is None:
            self._begin(None, trial.jobs[-1].began_by(fact.time, fact.elapsed))

    def xǁStateǁ_begin_by__mutmut_5(self, trial: Trial, fact: JobStarted | Reported | JobEnded) -> None:
        """Whatever a job tells first, it has begun to run by then."""
        if trial.jobs[-1].began is None:
            self._begin(trial, None)

    def xǁStateǁ_begin_by__mutmut_6(self, trial: Trial, fact: JobStarted | Reported | JobEnded) -> None:
        """Whatever a job tells first, it has begun to run by then."""
        if trial.jobs[-1].began is None:
            self._begin(trial.jobs[-1].began_by(fact.time, fact.elapsed))

    def xǁStateǁ_begin_by__mutmut_7(self, trial: Trial, fact: JobStarted | Reported | JobEnded) -> None:
        """Whatever a job tells first, it has begun to run by then."""
        if trial.jobs[-1].began is None:
            self._begin(trial, )

    def xǁStateǁ_begin_by__mutmut_8(self, trial: Trial, fact: JobStarted | Reported | JobEnded) -> None:
        """Whatever a job tells first, it has begun to run by then."""
        if trial.jobs[-1].began is None:
            self._begin(trial, trial.jobs[-1].began_by(None, fact.elapsed))

    def xǁStateǁ_begin_by__mutmut_9(self, trial: Trial, fact: JobStarted | Reported | JobEnded) -> None:
        """Whatever a job tells first, it has begun to run by then."""
        if trial.jobs[-1].began is None:
            self._begin(trial, trial.jobs[-1].began_by(fact.time, None))

    def xǁStateǁ_begin_by__mutmut_10(self, trial: Trial, fact: JobStarted | Reported | JobEnded) -> None:
        """Whatever a job tells first, it has begun to run by then."""
        if trial.jobs[-1].began is None:
            self._begin(trial, trial.jobs[-1].began_by(fact.elapsed))

    def xǁStateǁ_begin_by__mutmut_11(self, trial: Trial, fact: JobStarted | Reported | JobEnded) -> None:
        """Whatever a job tells first, it has begun to run by then."""
        if trial.jobs[-1].began is None:
            self._begin(trial, trial.jobs[-1].began_by(fact.time, ))

    def xǁStateǁ_begin_by__mutmut_12(self, trial: Trial, fact: JobStarted | Reported | JobEnded) -> None:
        """Whatever a job tells first, it has begun to run by then."""
        if trial.jobs[-1].began is None:
            self._begin(trial, trial.jobs[+1].began_by(fact.time, fact.elapsed))

    def xǁStateǁ_begin_by__mutmut_13(self, trial: Trial, fact: JobStarted | Reported | JobEnded) -> None:
        """Whatever a job tells first, it has begun to run by then."""
        if trial.jobs[-1].began is None:
            self._begin(trial, trial.jobs[-2].began_by(fact.time, fact.elapsed))

    @_mutmut_mutated(mutants_xǁStateǁ_begin__mutmut)
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

    def xǁStateǁ_begin__mutmut_orig(self, trial: Trial, began: float) -> None:
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

    def xǁStateǁ_begin__mutmut_1(self, trial: Trial, began: float) -> None:
        started = None
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

    def xǁStateǁ_begin__mutmut_2(self, trial: Trial, began: float) -> None:
        started = trial.jobs[+1].started
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

    def xǁStateǁ_begin__mutmut_3(self, trial: Trial, began: float) -> None:
        started = trial.jobs[-2].started
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

    def xǁStateǁ_begin__mutmut_4(self, trial: Trial, began: float) -> None:
        started = trial.jobs[-1].started
        self.trials.begin_job(None, began)
        self.running += 1
        self._began_sum += began
        self._queued_since -= started
        self._queued_before += began - started
        terms = self._earlier
        if began < terms.time:
            worked = terms.worker_time + terms.time - began
            cost = terms.cost + self.ledger.began_before(began, terms.time)
            self._earlier = terms._replace(worker_time=worked, cost=cost)

    def xǁStateǁ_begin__mutmut_5(self, trial: Trial, began: float) -> None:
        started = trial.jobs[-1].started
        self.trials.begin_job(trial, None)
        self.running += 1
        self._began_sum += began
        self._queued_since -= started
        self._queued_before += began - started
        terms = self._earlier
        if began < terms.time:
            worked = terms.worker_time + terms.time - began
            cost = terms.cost + self.ledger.began_before(began, terms.time)
            self._earlier = terms._replace(worker_time=worked, cost=cost)

    def xǁStateǁ_begin__mutmut_6(self, trial: Trial, began: float) -> None:
        started = trial.jobs[-1].started
        self.trials.begin_job(began)
        self.running += 1
        self._began_sum += began
        self._queued_since -= started
        self._queued_before += began - started
        terms = self._earlier
        if began < terms.time:
            worked = terms.worker_time + terms.time - began
            cost = terms.cost + self.ledger.began_before(began, terms.time)
            self._earlier = terms._replace(worker_time=worked, cost=cost)

    def xǁStateǁ_begin__mutmut_7(self, trial: Trial, began: float) -> None:
        started = trial.jobs[-1].started
        self.trials.begin_job(trial, )
        self.running += 1
        self._began_sum += began
        self._queued_since -= started
        self._queued_before += began - started
        terms = self._earlier
        if began < terms.time:
            worked = terms.worker_time + terms.time - began
            cost = terms.cost + self.ledger.began_before(began, terms.time)
            self._earlier = terms._replace(worker_time=worked, cost=cost)

    def xǁStateǁ_begin__mutmut_8(self, trial: Trial, began: float) -> None:
        started = trial.jobs[-1].started
        self.trials.begin_job(trial, began)
        self.running = 1
        self._began_sum += began
        self._queued_since -= started
        self._queued_before += began - started
        terms = self._earlier
        if began < terms.time:
            worked = terms.worker_time + terms.time - began
            cost = terms.cost + self.ledger.began_before(began, terms.time)
            self._earlier = terms._replace(worker_time=worked, cost=cost)

    def xǁStateǁ_begin__mutmut_9(self, trial: Trial, began: float) -> None:
        started = trial.jobs[-1].started
        self.trials.begin_job(trial, began)
        self.running -= 1
        self._began_sum += began
        self._queued_since -= started
        self._queued_before += began - started
        terms = self._earlier
        if began < terms.time:
            worked = terms.worker_time + terms.time - began
            cost = terms.cost + self.ledger.began_before(began, terms.time)
            self._earlier = terms._replace(worker_time=worked, cost=cost)

    def xǁStateǁ_begin__mutmut_10(self, trial: Trial, began: float) -> None:
        started = trial.jobs[-1].started
        self.trials.begin_job(trial, began)
        self.running += 2
        self._began_sum += began
        self._queued_since -= started
        self._queued_before += began - started
        terms = self._earlier
        if began < terms.time:
            worked = terms.worker_time + terms.time - began
            cost = terms.cost + self.ledger.began_before(began, terms.time)
            self._earlier = terms._replace(worker_time=worked, cost=cost)

    def xǁStateǁ_begin__mutmut_11(self, trial: Trial, began: float) -> None:
        started = trial.jobs[-1].started
        self.trials.begin_job(trial, began)
        self.running += 1
        self._began_sum = began
        self._queued_since -= started
        self._queued_before += began - started
        terms = self._earlier
        if began < terms.time:
            worked = terms.worker_time + terms.time - began
            cost = terms.cost + self.ledger.began_before(began, terms.time)
            self._earlier = terms._replace(worker_time=worked, cost=cost)

    def xǁStateǁ_begin__mutmut_12(self, trial: Trial, began: float) -> None:
        started = trial.jobs[-1].started
        self.trials.begin_job(trial, began)
        self.running += 1
        self._began_sum -= began
        self._queued_since -= started
        self._queued_before += began - started
        terms = self._earlier
        if began < terms.time:
            worked = terms.worker_time + terms.time - began
            cost = terms.cost + self.ledger.began_before(began, terms.time)
            self._earlier = terms._replace(worker_time=worked, cost=cost)

    def xǁStateǁ_begin__mutmut_13(self, trial: Trial, began: float) -> None:
        started = trial.jobs[-1].started
        self.trials.begin_job(trial, began)
        self.running += 1
        self._began_sum += began
        self._queued_since = started
        self._queued_before += began - started
        terms = self._earlier
        if began < terms.time:
            worked = terms.worker_time + terms.time - began
            cost = terms.cost + self.ledger.began_before(began, terms.time)
            self._earlier = terms._replace(worker_time=worked, cost=cost)

    def xǁStateǁ_begin__mutmut_14(self, trial: Trial, began: float) -> None:
        started = trial.jobs[-1].started
        self.trials.begin_job(trial, began)
        self.running += 1
        self._began_sum += began
        self._queued_since += started
        self._queued_before += began - started
        terms = self._earlier
        if began < terms.time:
            worked = terms.worker_time + terms.time - began
            cost = terms.cost + self.ledger.began_before(began, terms.time)
            self._earlier = terms._replace(worker_time=worked, cost=cost)

    def xǁStateǁ_begin__mutmut_15(self, trial: Trial, began: float) -> None:
        started = trial.jobs[-1].started
        self.trials.begin_job(trial, began)
        self.running += 1
        self._began_sum += began
        self._queued_since -= started
        self._queued_before = began - started
        terms = self._earlier
        if began < terms.time:
            worked = terms.worker_time + terms.time - began
            cost = terms.cost + self.ledger.began_before(began, terms.time)
            self._earlier = terms._replace(worker_time=worked, cost=cost)

    def xǁStateǁ_begin__mutmut_16(self, trial: Trial, began: float) -> None:
        started = trial.jobs[-1].started
        self.trials.begin_job(trial, began)
        self.running += 1
        self._began_sum += began
        self._queued_since -= started
        self._queued_before -= began - started
        terms = self._earlier
        if began < terms.time:
            worked = terms.worker_time + terms.time - began
            cost = terms.cost + self.ledger.began_before(began, terms.time)
            self._earlier = terms._replace(worker_time=worked, cost=cost)

    def xǁStateǁ_begin__mutmut_17(self, trial: Trial, began: float) -> None:
        started = trial.jobs[-1].started
        self.trials.begin_job(trial, began)
        self.running += 1
        self._began_sum += began
        self._queued_since -= started
        self._queued_before += began + started
        terms = self._earlier
        if began < terms.time:
            worked = terms.worker_time + terms.time - began
            cost = terms.cost + self.ledger.began_before(began, terms.time)
            self._earlier = terms._replace(worker_time=worked, cost=cost)

    def xǁStateǁ_begin__mutmut_18(self, trial: Trial, began: float) -> None:
        started = trial.jobs[-1].started
        self.trials.begin_job(trial, began)
        self.running += 1
        self._began_sum += began
        self._queued_since -= started
        self._queued_before += began - started
        terms = None
        if began < terms.time:
            worked = terms.worker_time + terms.time - began
            cost = terms.cost + self.ledger.began_before(began, terms.time)
            self._earlier = terms._replace(worker_time=worked, cost=cost)

    def xǁStateǁ_begin__mutmut_19(self, trial: Trial, began: float) -> None:
        started = trial.jobs[-1].started
        self.trials.begin_job(trial, began)
        self.running += 1
        self._began_sum += began
        self._queued_since -= started
        self._queued_before += began - started
        terms = self._earlier
        if began <= terms.time:
            worked = terms.worker_time + terms.time - began
            cost = terms.cost + self.ledger.began_before(began, terms.time)
            self._earlier = terms._replace(worker_time=worked, cost=cost)

    def xǁStateǁ_begin__mutmut_20(self, trial: Trial, began: float) -> None:
        started = trial.jobs[-1].started
        self.trials.begin_job(trial, began)
        self.running += 1
        self._began_sum += began
        self._queued_since -= started
        self._queued_before += began - started
        terms = self._earlier
        if began < terms.time:
            worked = None
            cost = terms.cost + self.ledger.began_before(began, terms.time)
            self._earlier = terms._replace(worker_time=worked, cost=cost)

    def xǁStateǁ_begin__mutmut_21(self, trial: Trial, began: float) -> None:
        started = trial.jobs[-1].started
        self.trials.begin_job(trial, began)
        self.running += 1
        self._began_sum += began
        self._queued_since -= started
        self._queued_before += began - started
        terms = self._earlier
        if began < terms.time:
            worked = terms.worker_time + terms.time + began
            cost = terms.cost + self.ledger.began_before(began, terms.time)
            self._earlier = terms._replace(worker_time=worked, cost=cost)

    def xǁStateǁ_begin__mutmut_22(self, trial: Trial, began: float) -> None:
        started = trial.jobs[-1].started
        self.trials.begin_job(trial, began)
        self.running += 1
        self._began_sum += began
        self._queued_since -= started
        self._queued_before += began - started
        terms = self._earlier
        if began < terms.time:
            worked = terms.worker_time - terms.time - began
            cost = terms.cost + self.ledger.began_before(began, terms.time)
            self._earlier = terms._replace(worker_time=worked, cost=cost)

    def xǁStateǁ_begin__mutmut_23(self, trial: Trial, began: float) -> None:
        started = trial.jobs[-1].started
        self.trials.begin_job(trial, began)
        self.running += 1
        self._began_sum += began
        self._queued_since -= started
        self._queued_before += began - started
        terms = self._earlier
        if began < terms.time:
            worked = terms.worker_time + terms.time - began
            cost = None
            self._earlier = terms._replace(worker_time=worked, cost=cost)

    def xǁStateǁ_begin__mutmut_24(self, trial: Trial, began: float) -> None:
        started = trial.jobs[-1].started
        self.trials.begin_job(trial, began)
        self.running += 1
        self._began_sum += began
        self._queued_since -= started
        self._queued_before += began - started
        terms = self._earlier
        if began < terms.time:
            worked = terms.worker_time + terms.time - began
            cost = terms.cost - self.ledger.began_before(began, terms.time)
            self._earlier = terms._replace(worker_time=worked, cost=cost)

    def xǁStateǁ_begin__mutmut_25(self, trial: Trial, began: float) -> None:
        started = trial.jobs[-1].started
        self.trials.begin_job(trial, began)
        self.running += 1
        self._began_sum += began
        self._queued_since -= started
        self._queued_before += began - started
        terms = self._earlier
        if began < terms.time:
            worked = terms.worker_time + terms.time - began
            cost = terms.cost + self.ledger.began_before(None, terms.time)
            self._earlier = terms._replace(worker_time=worked, cost=cost)

    def xǁStateǁ_begin__mutmut_26(self, trial: Trial, began: float) -> None:
        started = trial.jobs[-1].started
        self.trials.begin_job(trial, began)
        self.running += 1
        self._began_sum += began
        self._queued_since -= started
        self._queued_before += began - started
        terms = self._earlier
        if began < terms.time:
            worked = terms.worker_time + terms.time - began
            cost = terms.cost + self.ledger.began_before(began, None)
            self._earlier = terms._replace(worker_time=worked, cost=cost)

    def xǁStateǁ_begin__mutmut_27(self, trial: Trial, began: float) -> None:
        started = trial.jobs[-1].started
        self.trials.begin_job(trial, began)
        self.running += 1
        self._began_sum += began
        self._queued_since -= started
        self._queued_before += began - started
        terms = self._earlier
        if began < terms.time:
            worked = terms.worker_time + terms.time - began
            cost = terms.cost + self.ledger.began_before(terms.time)
            self._earlier = terms._replace(worker_time=worked, cost=cost)

    def xǁStateǁ_begin__mutmut_28(self, trial: Trial, began: float) -> None:
        started = trial.jobs[-1].started
        self.trials.begin_job(trial, began)
        self.running += 1
        self._began_sum += began
        self._queued_since -= started
        self._queued_before += began - started
        terms = self._earlier
        if began < terms.time:
            worked = terms.worker_time + terms.time - began
            cost = terms.cost + self.ledger.began_before(began, )
            self._earlier = terms._replace(worker_time=worked, cost=cost)

    def xǁStateǁ_begin__mutmut_29(self, trial: Trial, began: float) -> None:
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
            self._earlier = None

    def xǁStateǁ_begin__mutmut_30(self, trial: Trial, began: float) -> None:
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
            self._earlier = terms._replace(worker_time=None, cost=cost)

    def xǁStateǁ_begin__mutmut_31(self, trial: Trial, began: float) -> None:
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
            self._earlier = terms._replace(worker_time=worked, cost=None)

    def xǁStateǁ_begin__mutmut_32(self, trial: Trial, began: float) -> None:
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
            self._earlier = terms._replace(cost=cost)

    def xǁStateǁ_begin__mutmut_33(self, trial: Trial, began: float) -> None:
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
            self._earlier = terms._replace(worker_time=worked, )

    @_mutmut_mutated(mutants_xǁStateǁ_close_account__mutmut)
    def _close_account(self, opening: Opened) -> None:
        """Begins a new usage where terms change. On equal terms it goes on, so that a resumption doesn't
        even change how sums are rounded."""
        before, spent = self.opened, self.usage(opening.time)
        self.ledger.open(before, opening, spent)
        terms = (opening.workers, opening.price, opening.pay_idle)
        if before is None or terms != (before.workers, before.price, before.pay_idle):
            self._earlier = spent
            self._held_beyond = 0.0

    def xǁStateǁ_close_account__mutmut_orig(self, opening: Opened) -> None:
        """Begins a new usage where terms change. On equal terms it goes on, so that a resumption doesn't
        even change how sums are rounded."""
        before, spent = self.opened, self.usage(opening.time)
        self.ledger.open(before, opening, spent)
        terms = (opening.workers, opening.price, opening.pay_idle)
        if before is None or terms != (before.workers, before.price, before.pay_idle):
            self._earlier = spent
            self._held_beyond = 0.0

    def xǁStateǁ_close_account__mutmut_1(self, opening: Opened) -> None:
        """Begins a new usage where terms change. On equal terms it goes on, so that a resumption doesn't
        even change how sums are rounded."""
        before, spent = None
        self.ledger.open(before, opening, spent)
        terms = (opening.workers, opening.price, opening.pay_idle)
        if before is None or terms != (before.workers, before.price, before.pay_idle):
            self._earlier = spent
            self._held_beyond = 0.0

    def xǁStateǁ_close_account__mutmut_2(self, opening: Opened) -> None:
        """Begins a new usage where terms change. On equal terms it goes on, so that a resumption doesn't
        even change how sums are rounded."""
        before, spent = self.opened, self.usage(None)
        self.ledger.open(before, opening, spent)
        terms = (opening.workers, opening.price, opening.pay_idle)
        if before is None or terms != (before.workers, before.price, before.pay_idle):
            self._earlier = spent
            self._held_beyond = 0.0

    def xǁStateǁ_close_account__mutmut_3(self, opening: Opened) -> None:
        """Begins a new usage where terms change. On equal terms it goes on, so that a resumption doesn't
        even change how sums are rounded."""
        before, spent = self.opened, self.usage(opening.time)
        self.ledger.open(None, opening, spent)
        terms = (opening.workers, opening.price, opening.pay_idle)
        if before is None or terms != (before.workers, before.price, before.pay_idle):
            self._earlier = spent
            self._held_beyond = 0.0

    def xǁStateǁ_close_account__mutmut_4(self, opening: Opened) -> None:
        """Begins a new usage where terms change. On equal terms it goes on, so that a resumption doesn't
        even change how sums are rounded."""
        before, spent = self.opened, self.usage(opening.time)
        self.ledger.open(before, None, spent)
        terms = (opening.workers, opening.price, opening.pay_idle)
        if before is None or terms != (before.workers, before.price, before.pay_idle):
            self._earlier = spent
            self._held_beyond = 0.0

    def xǁStateǁ_close_account__mutmut_5(self, opening: Opened) -> None:
        """Begins a new usage where terms change. On equal terms it goes on, so that a resumption doesn't
        even change how sums are rounded."""
        before, spent = self.opened, self.usage(opening.time)
        self.ledger.open(before, opening, None)
        terms = (opening.workers, opening.price, opening.pay_idle)
        if before is None or terms != (before.workers, before.price, before.pay_idle):
            self._earlier = spent
            self._held_beyond = 0.0

    def xǁStateǁ_close_account__mutmut_6(self, opening: Opened) -> None:
        """Begins a new usage where terms change. On equal terms it goes on, so that a resumption doesn't
        even change how sums are rounded."""
        before, spent = self.opened, self.usage(opening.time)
        self.ledger.open(opening, spent)
        terms = (opening.workers, opening.price, opening.pay_idle)
        if before is None or terms != (before.workers, before.price, before.pay_idle):
            self._earlier = spent
            self._held_beyond = 0.0

    def xǁStateǁ_close_account__mutmut_7(self, opening: Opened) -> None:
        """Begins a new usage where terms change. On equal terms it goes on, so that a resumption doesn't
        even change how sums are rounded."""
        before, spent = self.opened, self.usage(opening.time)
        self.ledger.open(before, spent)
        terms = (opening.workers, opening.price, opening.pay_idle)
        if before is None or terms != (before.workers, before.price, before.pay_idle):
            self._earlier = spent
            self._held_beyond = 0.0

    def xǁStateǁ_close_account__mutmut_8(self, opening: Opened) -> None:
        """Begins a new usage where terms change. On equal terms it goes on, so that a resumption doesn't
        even change how sums are rounded."""
        before, spent = self.opened, self.usage(opening.time)
        self.ledger.open(before, opening, )
        terms = (opening.workers, opening.price, opening.pay_idle)
        if before is None or terms != (before.workers, before.price, before.pay_idle):
            self._earlier = spent
            self._held_beyond = 0.0

    def xǁStateǁ_close_account__mutmut_9(self, opening: Opened) -> None:
        """Begins a new usage where terms change. On equal terms it goes on, so that a resumption doesn't
        even change how sums are rounded."""
        before, spent = self.opened, self.usage(opening.time)
        self.ledger.open(before, opening, spent)
        terms = None
        if before is None or terms != (before.workers, before.price, before.pay_idle):
            self._earlier = spent
            self._held_beyond = 0.0

    def xǁStateǁ_close_account__mutmut_10(self, opening: Opened) -> None:
        """Begins a new usage where terms change. On equal terms it goes on, so that a resumption doesn't
        even change how sums are rounded."""
        before, spent = self.opened, self.usage(opening.time)
        self.ledger.open(before, opening, spent)
        terms = (opening.workers, opening.price, opening.pay_idle)
        if before is None and terms != (before.workers, before.price, before.pay_idle):
            self._earlier = spent
            self._held_beyond = 0.0

    def xǁStateǁ_close_account__mutmut_11(self, opening: Opened) -> None:
        """Begins a new usage where terms change. On equal terms it goes on, so that a resumption doesn't
        even change how sums are rounded."""
        before, spent = self.opened, self.usage(opening.time)
        self.ledger.open(before, opening, spent)
        terms = (opening.workers, opening.price, opening.pay_idle)
        if before is not None or terms != (before.workers, before.price, before.pay_idle):
            self._earlier = spent
            self._held_beyond = 0.0

    def xǁStateǁ_close_account__mutmut_12(self, opening: Opened) -> None:
        """Begins a new usage where terms change. On equal terms it goes on, so that a resumption doesn't
        even change how sums are rounded."""
        before, spent = self.opened, self.usage(opening.time)
        self.ledger.open(before, opening, spent)
        terms = (opening.workers, opening.price, opening.pay_idle)
        if before is None or terms == (before.workers, before.price, before.pay_idle):
            self._earlier = spent
            self._held_beyond = 0.0

    def xǁStateǁ_close_account__mutmut_13(self, opening: Opened) -> None:
        """Begins a new usage where terms change. On equal terms it goes on, so that a resumption doesn't
        even change how sums are rounded."""
        before, spent = self.opened, self.usage(opening.time)
        self.ledger.open(before, opening, spent)
        terms = (opening.workers, opening.price, opening.pay_idle)
        if before is None or terms != (before.workers, before.price, before.pay_idle):
            self._earlier = None
            self._held_beyond = 0.0

    def xǁStateǁ_close_account__mutmut_14(self, opening: Opened) -> None:
        """Begins a new usage where terms change. On equal terms it goes on, so that a resumption doesn't
        even change how sums are rounded."""
        before, spent = self.opened, self.usage(opening.time)
        self.ledger.open(before, opening, spent)
        terms = (opening.workers, opening.price, opening.pay_idle)
        if before is None or terms != (before.workers, before.price, before.pay_idle):
            self._earlier = spent
            self._held_beyond = None

    def xǁStateǁ_close_account__mutmut_15(self, opening: Opened) -> None:
        """Begins a new usage where terms change. On equal terms it goes on, so that a resumption doesn't
        even change how sums are rounded."""
        before, spent = self.opened, self.usage(opening.time)
        self.ledger.open(before, opening, spent)
        terms = (opening.workers, opening.price, opening.pay_idle)
        if before is None or terms != (before.workers, before.price, before.pay_idle):
            self._earlier = spent
            self._held_beyond = 1.0

    @_mutmut_mutated(mutants_xǁStateǁ_reported__mutmut)
    def _reported(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_orig(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_1(self, fact: Reported) -> Reading | None:
        trial = None
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_2(self, fact: Reported) -> Reading | None:
        trial = self.current(None)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_3(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None and fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_4(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is not None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_5(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq <= trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_6(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = None
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_7(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq - 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_8(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 2
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_9(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[+1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_10(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-2].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_11(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is not None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_12(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(None, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_13(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, None)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_14(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_15(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, )
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_16(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_17(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(None, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_18(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, None, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_19(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, None)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_20(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_21(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_22(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, )
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_23(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = None
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_24(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(None, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_25(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, None, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_26(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, None), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_27(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_28(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_29(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, ), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_30(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(None, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_31(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, None, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_32(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, None, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_33(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, None)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_34(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_35(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_36(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_37(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, )
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_38(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_39(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = None
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_40(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(None)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_41(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = None
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_42(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(None, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_43(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, None, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_44(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, None, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_45(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, None)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_46(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_47(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_48(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_49(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, )
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_50(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(None, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_51(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, None, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_52(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, None, reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_53(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), None)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_54(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_55(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_56(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_57(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), )
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_58(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_59(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = None
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_60(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(None, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_61(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, None, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_62(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, None)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_63(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_64(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, reading.level)
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_65(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, )
            if habits:
                self._note_all(habits, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_66(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(None, fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_67(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, None, trial)
        return reading

    def xǁStateǁ_reported__mutmut_68(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, None)
        return reading

    def xǁStateǁ_reported__mutmut_69(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(fact.time, trial)
        return reading

    def xǁStateǁ_reported__mutmut_70(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, trial)
        return reading

    def xǁStateǁ_reported__mutmut_71(self, fact: Reported) -> Reading | None:
        trial = self.current(fact.job)
        if trial is None or fact.seq < trial.seen:
            return None  # a late or repeated delivery
        trial.seen = fact.seq + 1
        if trial.jobs[-1].began is None:
            self._begin_by(trial, fact)
        for key in fact.values:
            if key not in self.reported:
                self._meet(key, fact.time, trial)
        reading, best = read_report(self._problem, trial, fact.values), self.trials.best
        if isinstance(reading, Point):
            self.trials.add_report(trial, reading.level, reading.value, fact.time)
            if self.trials.best is not best:
                self.ledger.until_best = self.cost(fact.time)
        else:
            self._flaws[trial.id] = reading.message
            if reading.noted:
                self._note(reading.kind, fact.time, trial.id, reading.message)
        self.ledger.reported(trial, fact, isinstance(reading, Point), reading.level)
        if reading.level is not None:
            habits = self._habits.on_report(self._problem, trial, reading.level)
            if habits:
                self._note_all(habits, fact.time, )
        return reading

    @_mutmut_mutated(mutants_xǁStateǁ_meet__mutmut)
    def _meet(self, key: str, time: float, trial: Trial) -> None:
        """Takes in a key that was not reported before, if there are not too many: a script that makes a new
        one for each report would make a table of as many columns as rows."""
        if len(self.reported) < MOST_KEYS or key in (self._problem.metric, self._problem.resource_attr):
            self.reported[key] = None
        elif "many keys" not in self._notes_of_kind:
            message = (
                f"more than {MOST_KEYS:,} keys were reported: the table of results has the first of them"
            )
            self._note("many keys", time, trial.id, message)

    def xǁStateǁ_meet__mutmut_orig(self, key: str, time: float, trial: Trial) -> None:
        """Takes in a key that was not reported before, if there are not too many: a script that makes a new
        one for each report would make a table of as many columns as rows."""
        if len(self.reported) < MOST_KEYS or key in (self._problem.metric, self._problem.resource_attr):
            self.reported[key] = None
        elif "many keys" not in self._notes_of_kind:
            message = (
                f"more than {MOST_KEYS:,} keys were reported: the table of results has the first of them"
            )
            self._note("many keys", time, trial.id, message)

    def xǁStateǁ_meet__mutmut_1(self, key: str, time: float, trial: Trial) -> None:
        """Takes in a key that was not reported before, if there are not too many: a script that makes a new
        one for each report would make a table of as many columns as rows."""
        if len(self.reported) < MOST_KEYS and key in (self._problem.metric, self._problem.resource_attr):
            self.reported[key] = None
        elif "many keys" not in self._notes_of_kind:
            message = (
                f"more than {MOST_KEYS:,} keys were reported: the table of results has the first of them"
            )
            self._note("many keys", time, trial.id, message)

    def xǁStateǁ_meet__mutmut_2(self, key: str, time: float, trial: Trial) -> None:
        """Takes in a key that was not reported before, if there are not too many: a script that makes a new
        one for each report would make a table of as many columns as rows."""
        if len(self.reported) <= MOST_KEYS or key in (self._problem.metric, self._problem.resource_attr):
            self.reported[key] = None
        elif "many keys" not in self._notes_of_kind:
            message = (
                f"more than {MOST_KEYS:,} keys were reported: the table of results has the first of them"
            )
            self._note("many keys", time, trial.id, message)

    def xǁStateǁ_meet__mutmut_3(self, key: str, time: float, trial: Trial) -> None:
        """Takes in a key that was not reported before, if there are not too many: a script that makes a new
        one for each report would make a table of as many columns as rows."""
        if len(self.reported) < MOST_KEYS or key not in (self._problem.metric, self._problem.resource_attr):
            self.reported[key] = None
        elif "many keys" not in self._notes_of_kind:
            message = (
                f"more than {MOST_KEYS:,} keys were reported: the table of results has the first of them"
            )
            self._note("many keys", time, trial.id, message)

    def xǁStateǁ_meet__mutmut_4(self, key: str, time: float, trial: Trial) -> None:
        """Takes in a key that was not reported before, if there are not too many: a script that makes a new
        one for each report would make a table of as many columns as rows."""
        if len(self.reported) < MOST_KEYS or key in (self._problem.metric, self._problem.resource_attr):
            self.reported[key] = ""
        elif "many keys" not in self._notes_of_kind:
            message = (
                f"more than {MOST_KEYS:,} keys were reported: the table of results has the first of them"
            )
            self._note("many keys", time, trial.id, message)

    def xǁStateǁ_meet__mutmut_5(self, key: str, time: float, trial: Trial) -> None:
        """Takes in a key that was not reported before, if there are not too many: a script that makes a new
        one for each report would make a table of as many columns as rows."""
        if len(self.reported) < MOST_KEYS or key in (self._problem.metric, self._problem.resource_attr):
            self.reported[key] = None
        elif "XXmany keysXX" not in self._notes_of_kind:
            message = (
                f"more than {MOST_KEYS:,} keys were reported: the table of results has the first of them"
            )
            self._note("many keys", time, trial.id, message)

    def xǁStateǁ_meet__mutmut_6(self, key: str, time: float, trial: Trial) -> None:
        """Takes in a key that was not reported before, if there are not too many: a script that makes a new
        one for each report would make a table of as many columns as rows."""
        if len(self.reported) < MOST_KEYS or key in (self._problem.metric, self._problem.resource_attr):
            self.reported[key] = None
        elif "MANY KEYS" not in self._notes_of_kind:
            message = (
                f"more than {MOST_KEYS:,} keys were reported: the table of results has the first of them"
            )
            self._note("many keys", time, trial.id, message)

    def xǁStateǁ_meet__mutmut_7(self, key: str, time: float, trial: Trial) -> None:
        """Takes in a key that was not reported before, if there are not too many: a script that makes a new
        one for each report would make a table of as many columns as rows."""
        if len(self.reported) < MOST_KEYS or key in (self._problem.metric, self._problem.resource_attr):
            self.reported[key] = None
        elif "many keys" in self._notes_of_kind:
            message = (
                f"more than {MOST_KEYS:,} keys were reported: the table of results has the first of them"
            )
            self._note("many keys", time, trial.id, message)

    def xǁStateǁ_meet__mutmut_8(self, key: str, time: float, trial: Trial) -> None:
        """Takes in a key that was not reported before, if there are not too many: a script that makes a new
        one for each report would make a table of as many columns as rows."""
        if len(self.reported) < MOST_KEYS or key in (self._problem.metric, self._problem.resource_attr):
            self.reported[key] = None
        elif "many keys" not in self._notes_of_kind:
            message = None
            self._note("many keys", time, trial.id, message)

    def xǁStateǁ_meet__mutmut_9(self, key: str, time: float, trial: Trial) -> None:
        """Takes in a key that was not reported before, if there are not too many: a script that makes a new
        one for each report would make a table of as many columns as rows."""
        if len(self.reported) < MOST_KEYS or key in (self._problem.metric, self._problem.resource_attr):
            self.reported[key] = None
        elif "many keys" not in self._notes_of_kind:
            message = (
                f"more than {MOST_KEYS:,} keys were reported: the table of results has the first of them"
            )
            self._note(None, time, trial.id, message)

    def xǁStateǁ_meet__mutmut_10(self, key: str, time: float, trial: Trial) -> None:
        """Takes in a key that was not reported before, if there are not too many: a script that makes a new
        one for each report would make a table of as many columns as rows."""
        if len(self.reported) < MOST_KEYS or key in (self._problem.metric, self._problem.resource_attr):
            self.reported[key] = None
        elif "many keys" not in self._notes_of_kind:
            message = (
                f"more than {MOST_KEYS:,} keys were reported: the table of results has the first of them"
            )
            self._note("many keys", None, trial.id, message)

    def xǁStateǁ_meet__mutmut_11(self, key: str, time: float, trial: Trial) -> None:
        """Takes in a key that was not reported before, if there are not too many: a script that makes a new
        one for each report would make a table of as many columns as rows."""
        if len(self.reported) < MOST_KEYS or key in (self._problem.metric, self._problem.resource_attr):
            self.reported[key] = None
        elif "many keys" not in self._notes_of_kind:
            message = (
                f"more than {MOST_KEYS:,} keys were reported: the table of results has the first of them"
            )
            self._note("many keys", time, None, message)

    def xǁStateǁ_meet__mutmut_12(self, key: str, time: float, trial: Trial) -> None:
        """Takes in a key that was not reported before, if there are not too many: a script that makes a new
        one for each report would make a table of as many columns as rows."""
        if len(self.reported) < MOST_KEYS or key in (self._problem.metric, self._problem.resource_attr):
            self.reported[key] = None
        elif "many keys" not in self._notes_of_kind:
            message = (
                f"more than {MOST_KEYS:,} keys were reported: the table of results has the first of them"
            )
            self._note("many keys", time, trial.id, None)

    def xǁStateǁ_meet__mutmut_13(self, key: str, time: float, trial: Trial) -> None:
        """Takes in a key that was not reported before, if there are not too many: a script that makes a new
        one for each report would make a table of as many columns as rows."""
        if len(self.reported) < MOST_KEYS or key in (self._problem.metric, self._problem.resource_attr):
            self.reported[key] = None
        elif "many keys" not in self._notes_of_kind:
            message = (
                f"more than {MOST_KEYS:,} keys were reported: the table of results has the first of them"
            )
            self._note(time, trial.id, message)

    def xǁStateǁ_meet__mutmut_14(self, key: str, time: float, trial: Trial) -> None:
        """Takes in a key that was not reported before, if there are not too many: a script that makes a new
        one for each report would make a table of as many columns as rows."""
        if len(self.reported) < MOST_KEYS or key in (self._problem.metric, self._problem.resource_attr):
            self.reported[key] = None
        elif "many keys" not in self._notes_of_kind:
            message = (
                f"more than {MOST_KEYS:,} keys were reported: the table of results has the first of them"
            )
            self._note("many keys", trial.id, message)

    def xǁStateǁ_meet__mutmut_15(self, key: str, time: float, trial: Trial) -> None:
        """Takes in a key that was not reported before, if there are not too many: a script that makes a new
        one for each report would make a table of as many columns as rows."""
        if len(self.reported) < MOST_KEYS or key in (self._problem.metric, self._problem.resource_attr):
            self.reported[key] = None
        elif "many keys" not in self._notes_of_kind:
            message = (
                f"more than {MOST_KEYS:,} keys were reported: the table of results has the first of them"
            )
            self._note("many keys", time, message)

    def xǁStateǁ_meet__mutmut_16(self, key: str, time: float, trial: Trial) -> None:
        """Takes in a key that was not reported before, if there are not too many: a script that makes a new
        one for each report would make a table of as many columns as rows."""
        if len(self.reported) < MOST_KEYS or key in (self._problem.metric, self._problem.resource_attr):
            self.reported[key] = None
        elif "many keys" not in self._notes_of_kind:
            message = (
                f"more than {MOST_KEYS:,} keys were reported: the table of results has the first of them"
            )
            self._note("many keys", time, trial.id, )

    def xǁStateǁ_meet__mutmut_17(self, key: str, time: float, trial: Trial) -> None:
        """Takes in a key that was not reported before, if there are not too many: a script that makes a new
        one for each report would make a table of as many columns as rows."""
        if len(self.reported) < MOST_KEYS or key in (self._problem.metric, self._problem.resource_attr):
            self.reported[key] = None
        elif "many keys" not in self._notes_of_kind:
            message = (
                f"more than {MOST_KEYS:,} keys were reported: the table of results has the first of them"
            )
            self._note("XXmany keysXX", time, trial.id, message)

    def xǁStateǁ_meet__mutmut_18(self, key: str, time: float, trial: Trial) -> None:
        """Takes in a key that was not reported before, if there are not too many: a script that makes a new
        one for each report would make a table of as many columns as rows."""
        if len(self.reported) < MOST_KEYS or key in (self._problem.metric, self._problem.resource_attr):
            self.reported[key] = None
        elif "many keys" not in self._notes_of_kind:
            message = (
                f"more than {MOST_KEYS:,} keys were reported: the table of results has the first of them"
            )
            self._note("MANY KEYS", time, trial.id, message)

    @_mutmut_mutated(mutants_xǁStateǁ_job_ended__mutmut)
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_orig(self, fact: JobEnded) -> None:
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_1(self, fact: JobEnded) -> None:
        trial = None
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_2(self, fact: JobEnded) -> None:
        trial = self.current(None)
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_3(self, fact: JobEnded) -> None:
        trial = self.current(fact.job)
        if trial is not None:
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_4(self, fact: JobEnded) -> None:
        trial = self.current(fact.job)
        if trial is None:
            return
        self._begin_by(None, fact)
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_5(self, fact: JobEnded) -> None:
        trial = self.current(fact.job)
        if trial is None:
            return
        self._begin_by(trial, None)
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_6(self, fact: JobEnded) -> None:
        trial = self.current(fact.job)
        if trial is None:
            return
        self._begin_by(fact)
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_7(self, fact: JobEnded) -> None:
        trial = self.current(fact.job)
        if trial is None:
            return
        self._begin_by(trial, )
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_8(self, fact: JobEnded) -> None:
        trial = self.current(fact.job)
        if trial is None:
            return
        self._begin_by(trial, fact)
        self.ledger.job_ended(None, fact)
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_9(self, fact: JobEnded) -> None:
        trial = self.current(fact.job)
        if trial is None:
            return
        self._begin_by(trial, fact)
        self.ledger.job_ended(trial, None)
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_10(self, fact: JobEnded) -> None:
        trial = self.current(fact.job)
        if trial is None:
            return
        self._begin_by(trial, fact)
        self.ledger.job_ended(fact)
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_11(self, fact: JobEnded) -> None:
        trial = self.current(fact.job)
        if trial is None:
            return
        self._begin_by(trial, fact)
        self.ledger.job_ended(trial, )
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_12(self, fact: JobEnded) -> None:
        trial = self.current(fact.job)
        if trial is None:
            return
        self._begin_by(trial, fact)
        self.ledger.job_ended(trial, fact)
        ending = None
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_13(self, fact: JobEnded) -> None:
        trial = self.current(fact.job)
        if trial is None:
            return
        self._begin_by(trial, fact)
        self.ledger.job_ended(trial, fact)
        ending = settle(None, trial, fact, self._retry, self._flaws.pop(trial.id, None))
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_14(self, fact: JobEnded) -> None:
        trial = self.current(fact.job)
        if trial is None:
            return
        self._begin_by(trial, fact)
        self.ledger.job_ended(trial, fact)
        ending = settle(self._problem, None, fact, self._retry, self._flaws.pop(trial.id, None))
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_15(self, fact: JobEnded) -> None:
        trial = self.current(fact.job)
        if trial is None:
            return
        self._begin_by(trial, fact)
        self.ledger.job_ended(trial, fact)
        ending = settle(self._problem, trial, None, self._retry, self._flaws.pop(trial.id, None))
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_16(self, fact: JobEnded) -> None:
        trial = self.current(fact.job)
        if trial is None:
            return
        self._begin_by(trial, fact)
        self.ledger.job_ended(trial, fact)
        ending = settle(self._problem, trial, fact, None, self._flaws.pop(trial.id, None))
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_17(self, fact: JobEnded) -> None:
        trial = self.current(fact.job)
        if trial is None:
            return
        self._begin_by(trial, fact)
        self.ledger.job_ended(trial, fact)
        ending = settle(self._problem, trial, fact, self._retry, None)
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_18(self, fact: JobEnded) -> None:
        trial = self.current(fact.job)
        if trial is None:
            return
        self._begin_by(trial, fact)
        self.ledger.job_ended(trial, fact)
        ending = settle(trial, fact, self._retry, self._flaws.pop(trial.id, None))
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_19(self, fact: JobEnded) -> None:
        trial = self.current(fact.job)
        if trial is None:
            return
        self._begin_by(trial, fact)
        self.ledger.job_ended(trial, fact)
        ending = settle(self._problem, fact, self._retry, self._flaws.pop(trial.id, None))
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_20(self, fact: JobEnded) -> None:
        trial = self.current(fact.job)
        if trial is None:
            return
        self._begin_by(trial, fact)
        self.ledger.job_ended(trial, fact)
        ending = settle(self._problem, trial, self._retry, self._flaws.pop(trial.id, None))
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_21(self, fact: JobEnded) -> None:
        trial = self.current(fact.job)
        if trial is None:
            return
        self._begin_by(trial, fact)
        self.ledger.job_ended(trial, fact)
        ending = settle(self._problem, trial, fact, self._flaws.pop(trial.id, None))
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_22(self, fact: JobEnded) -> None:
        trial = self.current(fact.job)
        if trial is None:
            return
        self._begin_by(trial, fact)
        self.ledger.job_ended(trial, fact)
        ending = settle(self._problem, trial, fact, self._retry, )
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_23(self, fact: JobEnded) -> None:
        trial = self.current(fact.job)
        if trial is None:
            return
        self._begin_by(trial, fact)
        self.ledger.job_ended(trial, fact)
        ending = settle(self._problem, trial, fact, self._retry, self._flaws.pop(None, None))
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_24(self, fact: JobEnded) -> None:
        trial = self.current(fact.job)
        if trial is None:
            return
        self._begin_by(trial, fact)
        self.ledger.job_ended(trial, fact)
        ending = settle(self._problem, trial, fact, self._retry, self._flaws.pop(None))
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_25(self, fact: JobEnded) -> None:
        trial = self.current(fact.job)
        if trial is None:
            return
        self._begin_by(trial, fact)
        self.ledger.job_ended(trial, fact)
        ending = settle(self._problem, trial, fact, self._retry, self._flaws.pop(trial.id, ))
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_26(self, fact: JobEnded) -> None:
        trial = self.current(fact.job)
        if trial is None:
            return
        self._begin_by(trial, fact)
        self.ledger.job_ended(trial, fact)
        ending = settle(self._problem, trial, fact, self._retry, self._flaws.pop(trial.id, None))
        span, opened = None
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_27(self, fact: JobEnded) -> None:
        trial = self.current(fact.job)
        if trial is None:
            return
        self._begin_by(trial, fact)
        self.ledger.job_ended(trial, fact)
        ending = settle(self._problem, trial, fact, self._retry, self._flaws.pop(trial.id, None))
        span, opened = trial.jobs[+1], self.opened
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_28(self, fact: JobEnded) -> None:
        trial = self.current(fact.job)
        if trial is None:
            return
        self._begin_by(trial, fact)
        self.ledger.job_ended(trial, fact)
        ending = settle(self._problem, trial, fact, self._retry, self._flaws.pop(trial.id, None))
        span, opened = trial.jobs[-2], self.opened
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_29(self, fact: JobEnded) -> None:
        trial = self.current(fact.job)
        if trial is None:
            return
        self._begin_by(trial, fact)
        self.ledger.job_ended(trial, fact)
        ending = settle(self._problem, trial, fact, self._retry, self._flaws.pop(trial.id, None))
        span, opened = trial.jobs[-1], self.opened
        if opened is not None or self.busy > opened.workers:
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_30(self, fact: JobEnded) -> None:
        trial = self.current(fact.job)
        if trial is None:
            return
        self._begin_by(trial, fact)
        self.ledger.job_ended(trial, fact)
        ending = settle(self._problem, trial, fact, self._retry, self._flaws.pop(trial.id, None))
        span, opened = trial.jobs[-1], self.opened
        if opened is None and self.busy > opened.workers:
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_31(self, fact: JobEnded) -> None:
        trial = self.current(fact.job)
        if trial is None:
            return
        self._begin_by(trial, fact)
        self.ledger.job_ended(trial, fact)
        ending = settle(self._problem, trial, fact, self._retry, self._flaws.pop(trial.id, None))
        span, opened = trial.jobs[-1], self.opened
        if opened is not None and self.busy >= opened.workers:
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_32(self, fact: JobEnded) -> None:
        trial = self.current(fact.job)
        if trial is None:
            return
        self._begin_by(trial, fact)
        self.ledger.job_ended(trial, fact)
        ending = settle(self._problem, trial, fact, self._retry, self._flaws.pop(trial.id, None))
        span, opened = trial.jobs[-1], self.opened
        if opened is not None and self.busy > opened.workers:
            self._held_beyond = fact.time - self._earlier.time
        self._held_beyond += max(0.0, fact.elapsed - (fact.time - span.started))
        self.busy -= 1
        self.running -= 1
        self._began_sum -= span.began or 0.0
        self._ended_time += fact.elapsed
        if fact.note:
            self._note("file of reports", fact.time, trial.id, fact.note)
        if ending.failure is not None:
            self.trials.fail(trial, ending.failure)
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_33(self, fact: JobEnded) -> None:
        trial = self.current(fact.job)
        if trial is None:
            return
        self._begin_by(trial, fact)
        self.ledger.job_ended(trial, fact)
        ending = settle(self._problem, trial, fact, self._retry, self._flaws.pop(trial.id, None))
        span, opened = trial.jobs[-1], self.opened
        if opened is not None and self.busy > opened.workers:
            self._held_beyond -= fact.time - self._earlier.time
        self._held_beyond += max(0.0, fact.elapsed - (fact.time - span.started))
        self.busy -= 1
        self.running -= 1
        self._began_sum -= span.began or 0.0
        self._ended_time += fact.elapsed
        if fact.note:
            self._note("file of reports", fact.time, trial.id, fact.note)
        if ending.failure is not None:
            self.trials.fail(trial, ending.failure)
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_34(self, fact: JobEnded) -> None:
        trial = self.current(fact.job)
        if trial is None:
            return
        self._begin_by(trial, fact)
        self.ledger.job_ended(trial, fact)
        ending = settle(self._problem, trial, fact, self._retry, self._flaws.pop(trial.id, None))
        span, opened = trial.jobs[-1], self.opened
        if opened is not None and self.busy > opened.workers:
            self._held_beyond += fact.time + self._earlier.time
        self._held_beyond += max(0.0, fact.elapsed - (fact.time - span.started))
        self.busy -= 1
        self.running -= 1
        self._began_sum -= span.began or 0.0
        self._ended_time += fact.elapsed
        if fact.note:
            self._note("file of reports", fact.time, trial.id, fact.note)
        if ending.failure is not None:
            self.trials.fail(trial, ending.failure)
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_35(self, fact: JobEnded) -> None:
        trial = self.current(fact.job)
        if trial is None:
            return
        self._begin_by(trial, fact)
        self.ledger.job_ended(trial, fact)
        ending = settle(self._problem, trial, fact, self._retry, self._flaws.pop(trial.id, None))
        span, opened = trial.jobs[-1], self.opened
        if opened is not None and self.busy > opened.workers:
            self._held_beyond += fact.time - self._earlier.time
        self._held_beyond = max(0.0, fact.elapsed - (fact.time - span.started))
        self.busy -= 1
        self.running -= 1
        self._began_sum -= span.began or 0.0
        self._ended_time += fact.elapsed
        if fact.note:
            self._note("file of reports", fact.time, trial.id, fact.note)
        if ending.failure is not None:
            self.trials.fail(trial, ending.failure)
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_36(self, fact: JobEnded) -> None:
        trial = self.current(fact.job)
        if trial is None:
            return
        self._begin_by(trial, fact)
        self.ledger.job_ended(trial, fact)
        ending = settle(self._problem, trial, fact, self._retry, self._flaws.pop(trial.id, None))
        span, opened = trial.jobs[-1], self.opened
        if opened is not None and self.busy > opened.workers:
            self._held_beyond += fact.time - self._earlier.time
        self._held_beyond -= max(0.0, fact.elapsed - (fact.time - span.started))
        self.busy -= 1
        self.running -= 1
        self._began_sum -= span.began or 0.0
        self._ended_time += fact.elapsed
        if fact.note:
            self._note("file of reports", fact.time, trial.id, fact.note)
        if ending.failure is not None:
            self.trials.fail(trial, ending.failure)
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_37(self, fact: JobEnded) -> None:
        trial = self.current(fact.job)
        if trial is None:
            return
        self._begin_by(trial, fact)
        self.ledger.job_ended(trial, fact)
        ending = settle(self._problem, trial, fact, self._retry, self._flaws.pop(trial.id, None))
        span, opened = trial.jobs[-1], self.opened
        if opened is not None and self.busy > opened.workers:
            self._held_beyond += fact.time - self._earlier.time
        self._held_beyond += max(None, fact.elapsed - (fact.time - span.started))
        self.busy -= 1
        self.running -= 1
        self._began_sum -= span.began or 0.0
        self._ended_time += fact.elapsed
        if fact.note:
            self._note("file of reports", fact.time, trial.id, fact.note)
        if ending.failure is not None:
            self.trials.fail(trial, ending.failure)
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_38(self, fact: JobEnded) -> None:
        trial = self.current(fact.job)
        if trial is None:
            return
        self._begin_by(trial, fact)
        self.ledger.job_ended(trial, fact)
        ending = settle(self._problem, trial, fact, self._retry, self._flaws.pop(trial.id, None))
        span, opened = trial.jobs[-1], self.opened
        if opened is not None and self.busy > opened.workers:
            self._held_beyond += fact.time - self._earlier.time
        self._held_beyond += max(0.0, None)
        self.busy -= 1
        self.running -= 1
        self._began_sum -= span.began or 0.0
        self._ended_time += fact.elapsed
        if fact.note:
            self._note("file of reports", fact.time, trial.id, fact.note)
        if ending.failure is not None:
            self.trials.fail(trial, ending.failure)
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_39(self, fact: JobEnded) -> None:
        trial = self.current(fact.job)
        if trial is None:
            return
        self._begin_by(trial, fact)
        self.ledger.job_ended(trial, fact)
        ending = settle(self._problem, trial, fact, self._retry, self._flaws.pop(trial.id, None))
        span, opened = trial.jobs[-1], self.opened
        if opened is not None and self.busy > opened.workers:
            self._held_beyond += fact.time - self._earlier.time
        self._held_beyond += max(fact.elapsed - (fact.time - span.started))
        self.busy -= 1
        self.running -= 1
        self._began_sum -= span.began or 0.0
        self._ended_time += fact.elapsed
        if fact.note:
            self._note("file of reports", fact.time, trial.id, fact.note)
        if ending.failure is not None:
            self.trials.fail(trial, ending.failure)
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_40(self, fact: JobEnded) -> None:
        trial = self.current(fact.job)
        if trial is None:
            return
        self._begin_by(trial, fact)
        self.ledger.job_ended(trial, fact)
        ending = settle(self._problem, trial, fact, self._retry, self._flaws.pop(trial.id, None))
        span, opened = trial.jobs[-1], self.opened
        if opened is not None and self.busy > opened.workers:
            self._held_beyond += fact.time - self._earlier.time
        self._held_beyond += max(0.0, )
        self.busy -= 1
        self.running -= 1
        self._began_sum -= span.began or 0.0
        self._ended_time += fact.elapsed
        if fact.note:
            self._note("file of reports", fact.time, trial.id, fact.note)
        if ending.failure is not None:
            self.trials.fail(trial, ending.failure)
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_41(self, fact: JobEnded) -> None:
        trial = self.current(fact.job)
        if trial is None:
            return
        self._begin_by(trial, fact)
        self.ledger.job_ended(trial, fact)
        ending = settle(self._problem, trial, fact, self._retry, self._flaws.pop(trial.id, None))
        span, opened = trial.jobs[-1], self.opened
        if opened is not None and self.busy > opened.workers:
            self._held_beyond += fact.time - self._earlier.time
        self._held_beyond += max(1.0, fact.elapsed - (fact.time - span.started))
        self.busy -= 1
        self.running -= 1
        self._began_sum -= span.began or 0.0
        self._ended_time += fact.elapsed
        if fact.note:
            self._note("file of reports", fact.time, trial.id, fact.note)
        if ending.failure is not None:
            self.trials.fail(trial, ending.failure)
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_42(self, fact: JobEnded) -> None:
        trial = self.current(fact.job)
        if trial is None:
            return
        self._begin_by(trial, fact)
        self.ledger.job_ended(trial, fact)
        ending = settle(self._problem, trial, fact, self._retry, self._flaws.pop(trial.id, None))
        span, opened = trial.jobs[-1], self.opened
        if opened is not None and self.busy > opened.workers:
            self._held_beyond += fact.time - self._earlier.time
        self._held_beyond += max(0.0, fact.elapsed + (fact.time - span.started))
        self.busy -= 1
        self.running -= 1
        self._began_sum -= span.began or 0.0
        self._ended_time += fact.elapsed
        if fact.note:
            self._note("file of reports", fact.time, trial.id, fact.note)
        if ending.failure is not None:
            self.trials.fail(trial, ending.failure)
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_43(self, fact: JobEnded) -> None:
        trial = self.current(fact.job)
        if trial is None:
            return
        self._begin_by(trial, fact)
        self.ledger.job_ended(trial, fact)
        ending = settle(self._problem, trial, fact, self._retry, self._flaws.pop(trial.id, None))
        span, opened = trial.jobs[-1], self.opened
        if opened is not None and self.busy > opened.workers:
            self._held_beyond += fact.time - self._earlier.time
        self._held_beyond += max(0.0, fact.elapsed - (fact.time + span.started))
        self.busy -= 1
        self.running -= 1
        self._began_sum -= span.began or 0.0
        self._ended_time += fact.elapsed
        if fact.note:
            self._note("file of reports", fact.time, trial.id, fact.note)
        if ending.failure is not None:
            self.trials.fail(trial, ending.failure)
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_44(self, fact: JobEnded) -> None:
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
        self.busy = 1
        self.running -= 1
        self._began_sum -= span.began or 0.0
        self._ended_time += fact.elapsed
        if fact.note:
            self._note("file of reports", fact.time, trial.id, fact.note)
        if ending.failure is not None:
            self.trials.fail(trial, ending.failure)
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_45(self, fact: JobEnded) -> None:
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
        self.busy += 1
        self.running -= 1
        self._began_sum -= span.began or 0.0
        self._ended_time += fact.elapsed
        if fact.note:
            self._note("file of reports", fact.time, trial.id, fact.note)
        if ending.failure is not None:
            self.trials.fail(trial, ending.failure)
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_46(self, fact: JobEnded) -> None:
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
        self.busy -= 2
        self.running -= 1
        self._began_sum -= span.began or 0.0
        self._ended_time += fact.elapsed
        if fact.note:
            self._note("file of reports", fact.time, trial.id, fact.note)
        if ending.failure is not None:
            self.trials.fail(trial, ending.failure)
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_47(self, fact: JobEnded) -> None:
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
        self.running = 1
        self._began_sum -= span.began or 0.0
        self._ended_time += fact.elapsed
        if fact.note:
            self._note("file of reports", fact.time, trial.id, fact.note)
        if ending.failure is not None:
            self.trials.fail(trial, ending.failure)
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_48(self, fact: JobEnded) -> None:
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
        self.running += 1
        self._began_sum -= span.began or 0.0
        self._ended_time += fact.elapsed
        if fact.note:
            self._note("file of reports", fact.time, trial.id, fact.note)
        if ending.failure is not None:
            self.trials.fail(trial, ending.failure)
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_49(self, fact: JobEnded) -> None:
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
        self.running -= 2
        self._began_sum -= span.began or 0.0
        self._ended_time += fact.elapsed
        if fact.note:
            self._note("file of reports", fact.time, trial.id, fact.note)
        if ending.failure is not None:
            self.trials.fail(trial, ending.failure)
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_50(self, fact: JobEnded) -> None:
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
        self._began_sum = span.began or 0.0
        self._ended_time += fact.elapsed
        if fact.note:
            self._note("file of reports", fact.time, trial.id, fact.note)
        if ending.failure is not None:
            self.trials.fail(trial, ending.failure)
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_51(self, fact: JobEnded) -> None:
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
        self._began_sum += span.began or 0.0
        self._ended_time += fact.elapsed
        if fact.note:
            self._note("file of reports", fact.time, trial.id, fact.note)
        if ending.failure is not None:
            self.trials.fail(trial, ending.failure)
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_52(self, fact: JobEnded) -> None:
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
        self._began_sum -= span.began and 0.0
        self._ended_time += fact.elapsed
        if fact.note:
            self._note("file of reports", fact.time, trial.id, fact.note)
        if ending.failure is not None:
            self.trials.fail(trial, ending.failure)
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_53(self, fact: JobEnded) -> None:
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
        self._began_sum -= span.began or 1.0
        self._ended_time += fact.elapsed
        if fact.note:
            self._note("file of reports", fact.time, trial.id, fact.note)
        if ending.failure is not None:
            self.trials.fail(trial, ending.failure)
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_54(self, fact: JobEnded) -> None:
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
        self._ended_time = fact.elapsed
        if fact.note:
            self._note("file of reports", fact.time, trial.id, fact.note)
        if ending.failure is not None:
            self.trials.fail(trial, ending.failure)
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_55(self, fact: JobEnded) -> None:
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
        self._ended_time -= fact.elapsed
        if fact.note:
            self._note("file of reports", fact.time, trial.id, fact.note)
        if ending.failure is not None:
            self.trials.fail(trial, ending.failure)
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_56(self, fact: JobEnded) -> None:
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
            self._note(None, fact.time, trial.id, fact.note)
        if ending.failure is not None:
            self.trials.fail(trial, ending.failure)
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_57(self, fact: JobEnded) -> None:
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
            self._note("file of reports", None, trial.id, fact.note)
        if ending.failure is not None:
            self.trials.fail(trial, ending.failure)
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_58(self, fact: JobEnded) -> None:
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
            self._note("file of reports", fact.time, None, fact.note)
        if ending.failure is not None:
            self.trials.fail(trial, ending.failure)
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_59(self, fact: JobEnded) -> None:
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
            self._note("file of reports", fact.time, trial.id, None)
        if ending.failure is not None:
            self.trials.fail(trial, ending.failure)
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_60(self, fact: JobEnded) -> None:
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
            self._note(fact.time, trial.id, fact.note)
        if ending.failure is not None:
            self.trials.fail(trial, ending.failure)
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_61(self, fact: JobEnded) -> None:
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
            self._note("file of reports", trial.id, fact.note)
        if ending.failure is not None:
            self.trials.fail(trial, ending.failure)
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_62(self, fact: JobEnded) -> None:
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
            self._note("file of reports", fact.time, fact.note)
        if ending.failure is not None:
            self.trials.fail(trial, ending.failure)
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_63(self, fact: JobEnded) -> None:
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
            self._note("file of reports", fact.time, trial.id, )
        if ending.failure is not None:
            self.trials.fail(trial, ending.failure)
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_64(self, fact: JobEnded) -> None:
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
            self._note("XXfile of reportsXX", fact.time, trial.id, fact.note)
        if ending.failure is not None:
            self.trials.fail(trial, ending.failure)
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_65(self, fact: JobEnded) -> None:
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
            self._note("FILE OF REPORTS", fact.time, trial.id, fact.note)
        if ending.failure is not None:
            self.trials.fail(trial, ending.failure)
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_66(self, fact: JobEnded) -> None:
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
        if ending.failure is None:
            self.trials.fail(trial, ending.failure)
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_67(self, fact: JobEnded) -> None:
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
            self.trials.fail(None, ending.failure)
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_68(self, fact: JobEnded) -> None:
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
            self.trials.fail(trial, None)
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_69(self, fact: JobEnded) -> None:
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
            self.trials.fail(ending.failure)
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_70(self, fact: JobEnded) -> None:
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
            self.trials.fail(trial, )
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_71(self, fact: JobEnded) -> None:
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
        reached = None
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_72(self, fact: JobEnded) -> None:
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
        reached = trial.reached
        self.trials.end_job(None, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_73(self, fact: JobEnded) -> None:
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
        reached = trial.reached
        self.trials.end_job(trial, None, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_74(self, fact: JobEnded) -> None:
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, None, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_75(self, fact: JobEnded) -> None:
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, None)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_76(self, fact: JobEnded) -> None:
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
        reached = trial.reached
        self.trials.end_job(ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_77(self, fact: JobEnded) -> None:
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
        reached = trial.reached
        self.trials.end_job(trial, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_78(self, fact: JobEnded) -> None:
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_79(self, fact: JobEnded) -> None:
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, )
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_80(self, fact: JobEnded) -> None:
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached >= reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_81(self, fact: JobEnded) -> None:
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(None, fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_82(self, fact: JobEnded) -> None:
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), None, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_83(self, fact: JobEnded) -> None:
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, None)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_84(self, fact: JobEnded) -> None:
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_85(self, fact: JobEnded) -> None:
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_86(self, fact: JobEnded) -> None:
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, )
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_87(self, fact: JobEnded) -> None:
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(None, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_88(self, fact: JobEnded) -> None:
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, None), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_89(self, fact: JobEnded) -> None:
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_90(self, fact: JobEnded) -> None:
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, ), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_91(self, fact: JobEnded) -> None:
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is not Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_92(self, fact: JobEnded) -> None:
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(None, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_93(self, fact: JobEnded) -> None:
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, None, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_94(self, fact: JobEnded) -> None:
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, None)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_95(self, fact: JobEnded) -> None:
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_96(self, fact: JobEnded) -> None:
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_97(self, fact: JobEnded) -> None:
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, )
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_98(self, fact: JobEnded) -> None:
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None or ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_99(self, fact: JobEnded) -> None:
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_100(self, fact: JobEnded) -> None:
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is not FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_101(self, fact: JobEnded) -> None:
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors = 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_102(self, fact: JobEnded) -> None:
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors -= 1
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_103(self, fact: JobEnded) -> None:
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 2
        else:
            self.ended_well += 1

    def xǁStateǁ_job_ended__mutmut_104(self, fact: JobEnded) -> None:
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well = 1

    def xǁStateǁ_job_ended__mutmut_105(self, fact: JobEnded) -> None:
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well -= 1

    def xǁStateǁ_job_ended__mutmut_106(self, fact: JobEnded) -> None:
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
        reached = trial.reached
        self.trials.end_job(trial, ending.status, fact.time, fact.elapsed)
        if trial.reached > reached:
            self._note_all(self._habits.on_arrival(self._problem, trial), fact.time, trial)
        if ending.status is Status.SUSPENDED:
            self.trials.schedule_retry(trial, ending.retry_at, ending.counted)
        elif ending.failure is not None and ending.failure.kind is FailureKind.ERROR:
            self.errors += 1
        else:
            self.ended_well += 2

    @_mutmut_mutated(mutants_xǁStateǁ_note_all__mutmut)
    def _note_all(self, messages: Iterable[str], time: float, trial: Trial) -> None:
        self.notes += [Note(time, trial.id, message) for message in messages]

    def xǁStateǁ_note_all__mutmut_orig(self, messages: Iterable[str], time: float, trial: Trial) -> None:
        self.notes += [Note(time, trial.id, message) for message in messages]

    def xǁStateǁ_note_all__mutmut_1(self, messages: Iterable[str], time: float, trial: Trial) -> None:
        self.notes = [Note(time, trial.id, message) for message in messages]

    def xǁStateǁ_note_all__mutmut_2(self, messages: Iterable[str], time: float, trial: Trial) -> None:
        self.notes -= [Note(time, trial.id, message) for message in messages]

    def xǁStateǁ_note_all__mutmut_3(self, messages: Iterable[str], time: float, trial: Trial) -> None:
        self.notes += [Note(None, trial.id, message) for message in messages]

    def xǁStateǁ_note_all__mutmut_4(self, messages: Iterable[str], time: float, trial: Trial) -> None:
        self.notes += [Note(time, None, message) for message in messages]

    def xǁStateǁ_note_all__mutmut_5(self, messages: Iterable[str], time: float, trial: Trial) -> None:
        self.notes += [Note(time, trial.id, None) for message in messages]

    def xǁStateǁ_note_all__mutmut_6(self, messages: Iterable[str], time: float, trial: Trial) -> None:
        self.notes += [Note(trial.id, message) for message in messages]

    def xǁStateǁ_note_all__mutmut_7(self, messages: Iterable[str], time: float, trial: Trial) -> None:
        self.notes += [Note(time, message) for message in messages]

    def xǁStateǁ_note_all__mutmut_8(self, messages: Iterable[str], time: float, trial: Trial) -> None:
        self.notes += [Note(time, trial.id, ) for message in messages]

    @_mutmut_mutated(mutants_xǁStateǁ_note__mutmut)
    def _note(self, kind: str, time: float, trial_id: int, message: str) -> None:
        if any(note.message == message for note in self.notes):
            return
        count = self._notes_of_kind.get(kind, 0) + 1
        self._notes_of_kind[kind] = count
        if count <= NOTES_PER_KIND:
            self.notes.append(Note(time, trial_id, message))

    def xǁStateǁ_note__mutmut_orig(self, kind: str, time: float, trial_id: int, message: str) -> None:
        if any(note.message == message for note in self.notes):
            return
        count = self._notes_of_kind.get(kind, 0) + 1
        self._notes_of_kind[kind] = count
        if count <= NOTES_PER_KIND:
            self.notes.append(Note(time, trial_id, message))

    def xǁStateǁ_note__mutmut_1(self, kind: str, time: float, trial_id: int, message: str) -> None:
        if any(None):
            return
        count = self._notes_of_kind.get(kind, 0) + 1
        self._notes_of_kind[kind] = count
        if count <= NOTES_PER_KIND:
            self.notes.append(Note(time, trial_id, message))

    def xǁStateǁ_note__mutmut_2(self, kind: str, time: float, trial_id: int, message: str) -> None:
        if any(note.message != message for note in self.notes):
            return
        count = self._notes_of_kind.get(kind, 0) + 1
        self._notes_of_kind[kind] = count
        if count <= NOTES_PER_KIND:
            self.notes.append(Note(time, trial_id, message))

    def xǁStateǁ_note__mutmut_3(self, kind: str, time: float, trial_id: int, message: str) -> None:
        if any(note.message == message for note in self.notes):
            return
        count = None
        self._notes_of_kind[kind] = count
        if count <= NOTES_PER_KIND:
            self.notes.append(Note(time, trial_id, message))

    def xǁStateǁ_note__mutmut_4(self, kind: str, time: float, trial_id: int, message: str) -> None:
        if any(note.message == message for note in self.notes):
            return
        count = self._notes_of_kind.get(kind, 0) - 1
        self._notes_of_kind[kind] = count
        if count <= NOTES_PER_KIND:
            self.notes.append(Note(time, trial_id, message))

    def xǁStateǁ_note__mutmut_5(self, kind: str, time: float, trial_id: int, message: str) -> None:
        if any(note.message == message for note in self.notes):
            return
        count = self._notes_of_kind.get(None, 0) + 1
        self._notes_of_kind[kind] = count
        if count <= NOTES_PER_KIND:
            self.notes.append(Note(time, trial_id, message))

    def xǁStateǁ_note__mutmut_6(self, kind: str, time: float, trial_id: int, message: str) -> None:
        if any(note.message == message for note in self.notes):
            return
        count = self._notes_of_kind.get(kind, None) + 1
        self._notes_of_kind[kind] = count
        if count <= NOTES_PER_KIND:
            self.notes.append(Note(time, trial_id, message))

    def xǁStateǁ_note__mutmut_7(self, kind: str, time: float, trial_id: int, message: str) -> None:
        if any(note.message == message for note in self.notes):
            return
        count = self._notes_of_kind.get(0) + 1
        self._notes_of_kind[kind] = count
        if count <= NOTES_PER_KIND:
            self.notes.append(Note(time, trial_id, message))

    def xǁStateǁ_note__mutmut_8(self, kind: str, time: float, trial_id: int, message: str) -> None:
        if any(note.message == message for note in self.notes):
            return
        count = self._notes_of_kind.get(kind, ) + 1
        self._notes_of_kind[kind] = count
        if count <= NOTES_PER_KIND:
            self.notes.append(Note(time, trial_id, message))

    def xǁStateǁ_note__mutmut_9(self, kind: str, time: float, trial_id: int, message: str) -> None:
        if any(note.message == message for note in self.notes):
            return
        count = self._notes_of_kind.get(kind, 1) + 1
        self._notes_of_kind[kind] = count
        if count <= NOTES_PER_KIND:
            self.notes.append(Note(time, trial_id, message))

    def xǁStateǁ_note__mutmut_10(self, kind: str, time: float, trial_id: int, message: str) -> None:
        if any(note.message == message for note in self.notes):
            return
        count = self._notes_of_kind.get(kind, 0) + 2
        self._notes_of_kind[kind] = count
        if count <= NOTES_PER_KIND:
            self.notes.append(Note(time, trial_id, message))

    def xǁStateǁ_note__mutmut_11(self, kind: str, time: float, trial_id: int, message: str) -> None:
        if any(note.message == message for note in self.notes):
            return
        count = self._notes_of_kind.get(kind, 0) + 1
        self._notes_of_kind[kind] = None
        if count <= NOTES_PER_KIND:
            self.notes.append(Note(time, trial_id, message))

    def xǁStateǁ_note__mutmut_12(self, kind: str, time: float, trial_id: int, message: str) -> None:
        if any(note.message == message for note in self.notes):
            return
        count = self._notes_of_kind.get(kind, 0) + 1
        self._notes_of_kind[kind] = count
        if count < NOTES_PER_KIND:
            self.notes.append(Note(time, trial_id, message))

    def xǁStateǁ_note__mutmut_13(self, kind: str, time: float, trial_id: int, message: str) -> None:
        if any(note.message == message for note in self.notes):
            return
        count = self._notes_of_kind.get(kind, 0) + 1
        self._notes_of_kind[kind] = count
        if count <= NOTES_PER_KIND:
            self.notes.append(None)

    def xǁStateǁ_note__mutmut_14(self, kind: str, time: float, trial_id: int, message: str) -> None:
        if any(note.message == message for note in self.notes):
            return
        count = self._notes_of_kind.get(kind, 0) + 1
        self._notes_of_kind[kind] = count
        if count <= NOTES_PER_KIND:
            self.notes.append(Note(None, trial_id, message))

    def xǁStateǁ_note__mutmut_15(self, kind: str, time: float, trial_id: int, message: str) -> None:
        if any(note.message == message for note in self.notes):
            return
        count = self._notes_of_kind.get(kind, 0) + 1
        self._notes_of_kind[kind] = count
        if count <= NOTES_PER_KIND:
            self.notes.append(Note(time, None, message))

    def xǁStateǁ_note__mutmut_16(self, kind: str, time: float, trial_id: int, message: str) -> None:
        if any(note.message == message for note in self.notes):
            return
        count = self._notes_of_kind.get(kind, 0) + 1
        self._notes_of_kind[kind] = count
        if count <= NOTES_PER_KIND:
            self.notes.append(Note(time, trial_id, None))

    def xǁStateǁ_note__mutmut_17(self, kind: str, time: float, trial_id: int, message: str) -> None:
        if any(note.message == message for note in self.notes):
            return
        count = self._notes_of_kind.get(kind, 0) + 1
        self._notes_of_kind[kind] = count
        if count <= NOTES_PER_KIND:
            self.notes.append(Note(trial_id, message))

    def xǁStateǁ_note__mutmut_18(self, kind: str, time: float, trial_id: int, message: str) -> None:
        if any(note.message == message for note in self.notes):
            return
        count = self._notes_of_kind.get(kind, 0) + 1
        self._notes_of_kind[kind] = count
        if count <= NOTES_PER_KIND:
            self.notes.append(Note(time, message))

    def xǁStateǁ_note__mutmut_19(self, kind: str, time: float, trial_id: int, message: str) -> None:
        if any(note.message == message for note in self.notes):
            return
        count = self._notes_of_kind.get(kind, 0) + 1
        self._notes_of_kind[kind] = count
        if count <= NOTES_PER_KIND:
            self.notes.append(Note(time, trial_id, ))

mutants_xǁStateǁ__init____mutmut['_mutmut_orig'] = State.xǁStateǁ__init____mutmut_orig # type: ignore # mutmut generated
mutants_xǁStateǁ__init____mutmut['xǁStateǁ__init____mutmut_1'] = State.xǁStateǁ__init____mutmut_1 # type: ignore # mutmut generated
mutants_xǁStateǁ__init____mutmut['xǁStateǁ__init____mutmut_2'] = State.xǁStateǁ__init____mutmut_2 # type: ignore # mutmut generated
mutants_xǁStateǁ__init____mutmut['xǁStateǁ__init____mutmut_3'] = State.xǁStateǁ__init____mutmut_3 # type: ignore # mutmut generated
mutants_xǁStateǁ__init____mutmut['xǁStateǁ__init____mutmut_4'] = State.xǁStateǁ__init____mutmut_4 # type: ignore # mutmut generated
mutants_xǁStateǁ__init____mutmut['xǁStateǁ__init____mutmut_5'] = State.xǁStateǁ__init____mutmut_5 # type: ignore # mutmut generated
mutants_xǁStateǁ__init____mutmut['xǁStateǁ__init____mutmut_6'] = State.xǁStateǁ__init____mutmut_6 # type: ignore # mutmut generated
mutants_xǁStateǁ__init____mutmut['xǁStateǁ__init____mutmut_7'] = State.xǁStateǁ__init____mutmut_7 # type: ignore # mutmut generated
mutants_xǁStateǁ__init____mutmut['xǁStateǁ__init____mutmut_8'] = State.xǁStateǁ__init____mutmut_8 # type: ignore # mutmut generated
mutants_xǁStateǁ__init____mutmut['xǁStateǁ__init____mutmut_9'] = State.xǁStateǁ__init____mutmut_9 # type: ignore # mutmut generated
mutants_xǁStateǁ__init____mutmut['xǁStateǁ__init____mutmut_10'] = State.xǁStateǁ__init____mutmut_10 # type: ignore # mutmut generated
mutants_xǁStateǁ__init____mutmut['xǁStateǁ__init____mutmut_11'] = State.xǁStateǁ__init____mutmut_11 # type: ignore # mutmut generated
mutants_xǁStateǁ__init____mutmut['xǁStateǁ__init____mutmut_12'] = State.xǁStateǁ__init____mutmut_12 # type: ignore # mutmut generated
mutants_xǁStateǁ__init____mutmut['xǁStateǁ__init____mutmut_13'] = State.xǁStateǁ__init____mutmut_13 # type: ignore # mutmut generated
mutants_xǁStateǁ__init____mutmut['xǁStateǁ__init____mutmut_14'] = State.xǁStateǁ__init____mutmut_14 # type: ignore # mutmut generated
mutants_xǁStateǁ__init____mutmut['xǁStateǁ__init____mutmut_15'] = State.xǁStateǁ__init____mutmut_15 # type: ignore # mutmut generated
mutants_xǁStateǁ__init____mutmut['xǁStateǁ__init____mutmut_16'] = State.xǁStateǁ__init____mutmut_16 # type: ignore # mutmut generated
mutants_xǁStateǁ__init____mutmut['xǁStateǁ__init____mutmut_17'] = State.xǁStateǁ__init____mutmut_17 # type: ignore # mutmut generated
mutants_xǁStateǁ__init____mutmut['xǁStateǁ__init____mutmut_18'] = State.xǁStateǁ__init____mutmut_18 # type: ignore # mutmut generated
mutants_xǁStateǁ__init____mutmut['xǁStateǁ__init____mutmut_19'] = State.xǁStateǁ__init____mutmut_19 # type: ignore # mutmut generated
mutants_xǁStateǁ__init____mutmut['xǁStateǁ__init____mutmut_20'] = State.xǁStateǁ__init____mutmut_20 # type: ignore # mutmut generated
mutants_xǁStateǁ__init____mutmut['xǁStateǁ__init____mutmut_21'] = State.xǁStateǁ__init____mutmut_21 # type: ignore # mutmut generated
mutants_xǁStateǁ__init____mutmut['xǁStateǁ__init____mutmut_22'] = State.xǁStateǁ__init____mutmut_22 # type: ignore # mutmut generated
mutants_xǁStateǁ__init____mutmut['xǁStateǁ__init____mutmut_23'] = State.xǁStateǁ__init____mutmut_23 # type: ignore # mutmut generated
mutants_xǁStateǁ__init____mutmut['xǁStateǁ__init____mutmut_24'] = State.xǁStateǁ__init____mutmut_24 # type: ignore # mutmut generated
mutants_xǁStateǁ__init____mutmut['xǁStateǁ__init____mutmut_25'] = State.xǁStateǁ__init____mutmut_25 # type: ignore # mutmut generated
mutants_xǁStateǁ__init____mutmut['xǁStateǁ__init____mutmut_26'] = State.xǁStateǁ__init____mutmut_26 # type: ignore # mutmut generated
mutants_xǁStateǁ__init____mutmut['xǁStateǁ__init____mutmut_27'] = State.xǁStateǁ__init____mutmut_27 # type: ignore # mutmut generated
mutants_xǁStateǁ__init____mutmut['xǁStateǁ__init____mutmut_28'] = State.xǁStateǁ__init____mutmut_28 # type: ignore # mutmut generated
mutants_xǁStateǁ__init____mutmut['xǁStateǁ__init____mutmut_29'] = State.xǁStateǁ__init____mutmut_29 # type: ignore # mutmut generated
mutants_xǁStateǁ__init____mutmut['xǁStateǁ__init____mutmut_30'] = State.xǁStateǁ__init____mutmut_30 # type: ignore # mutmut generated
mutants_xǁStateǁ__init____mutmut['xǁStateǁ__init____mutmut_31'] = State.xǁStateǁ__init____mutmut_31 # type: ignore # mutmut generated
mutants_xǁStateǁ__init____mutmut['xǁStateǁ__init____mutmut_32'] = State.xǁStateǁ__init____mutmut_32 # type: ignore # mutmut generated
mutants_xǁStateǁ__init____mutmut['xǁStateǁ__init____mutmut_33'] = State.xǁStateǁ__init____mutmut_33 # type: ignore # mutmut generated
mutants_xǁStateǁ__init____mutmut['xǁStateǁ__init____mutmut_34'] = State.xǁStateǁ__init____mutmut_34 # type: ignore # mutmut generated
mutants_xǁStateǁ__init____mutmut['xǁStateǁ__init____mutmut_35'] = State.xǁStateǁ__init____mutmut_35 # type: ignore # mutmut generated
mutants_xǁStateǁ__init____mutmut['xǁStateǁ__init____mutmut_36'] = State.xǁStateǁ__init____mutmut_36 # type: ignore # mutmut generated
mutants_xǁStateǁ__init____mutmut['xǁStateǁ__init____mutmut_37'] = State.xǁStateǁ__init____mutmut_37 # type: ignore # mutmut generated
mutants_xǁStateǁ__init____mutmut['xǁStateǁ__init____mutmut_38'] = State.xǁStateǁ__init____mutmut_38 # type: ignore # mutmut generated

mutants_xǁStateǁimage__mutmut['_mutmut_orig'] = State.xǁStateǁimage__mutmut_orig # type: ignore # mutmut generated
mutants_xǁStateǁimage__mutmut['xǁStateǁimage__mutmut_1'] = State.xǁStateǁimage__mutmut_1 # type: ignore # mutmut generated
mutants_xǁStateǁimage__mutmut['xǁStateǁimage__mutmut_2'] = State.xǁStateǁimage__mutmut_2 # type: ignore # mutmut generated
mutants_xǁStateǁimage__mutmut['xǁStateǁimage__mutmut_3'] = State.xǁStateǁimage__mutmut_3 # type: ignore # mutmut generated
mutants_xǁStateǁimage__mutmut['xǁStateǁimage__mutmut_4'] = State.xǁStateǁimage__mutmut_4 # type: ignore # mutmut generated
mutants_xǁStateǁimage__mutmut['xǁStateǁimage__mutmut_5'] = State.xǁStateǁimage__mutmut_5 # type: ignore # mutmut generated
mutants_xǁStateǁimage__mutmut['xǁStateǁimage__mutmut_6'] = State.xǁStateǁimage__mutmut_6 # type: ignore # mutmut generated
mutants_xǁStateǁimage__mutmut['xǁStateǁimage__mutmut_7'] = State.xǁStateǁimage__mutmut_7 # type: ignore # mutmut generated

mutants_xǁStateǁrestored__mutmut['_mutmut_orig'] = State.xǁStateǁrestored__mutmut_orig # type: ignore # mutmut generated
mutants_xǁStateǁrestored__mutmut['xǁStateǁrestored__mutmut_1'] = State.xǁStateǁrestored__mutmut_1 # type: ignore # mutmut generated
mutants_xǁStateǁrestored__mutmut['xǁStateǁrestored__mutmut_2'] = State.xǁStateǁrestored__mutmut_2 # type: ignore # mutmut generated
mutants_xǁStateǁrestored__mutmut['xǁStateǁrestored__mutmut_3'] = State.xǁStateǁrestored__mutmut_3 # type: ignore # mutmut generated
mutants_xǁStateǁrestored__mutmut['xǁStateǁrestored__mutmut_4'] = State.xǁStateǁrestored__mutmut_4 # type: ignore # mutmut generated
mutants_xǁStateǁrestored__mutmut['xǁStateǁrestored__mutmut_5'] = State.xǁStateǁrestored__mutmut_5 # type: ignore # mutmut generated
mutants_xǁStateǁrestored__mutmut['xǁStateǁrestored__mutmut_6'] = State.xǁStateǁrestored__mutmut_6 # type: ignore # mutmut generated
mutants_xǁStateǁrestored__mutmut['xǁStateǁrestored__mutmut_7'] = State.xǁStateǁrestored__mutmut_7 # type: ignore # mutmut generated
mutants_xǁStateǁrestored__mutmut['xǁStateǁrestored__mutmut_8'] = State.xǁStateǁrestored__mutmut_8 # type: ignore # mutmut generated
mutants_xǁStateǁrestored__mutmut['xǁStateǁrestored__mutmut_9'] = State.xǁStateǁrestored__mutmut_9 # type: ignore # mutmut generated
mutants_xǁStateǁrestored__mutmut['xǁStateǁrestored__mutmut_10'] = State.xǁStateǁrestored__mutmut_10 # type: ignore # mutmut generated
mutants_xǁStateǁrestored__mutmut['xǁStateǁrestored__mutmut_11'] = State.xǁStateǁrestored__mutmut_11 # type: ignore # mutmut generated
mutants_xǁStateǁrestored__mutmut['xǁStateǁrestored__mutmut_12'] = State.xǁStateǁrestored__mutmut_12 # type: ignore # mutmut generated
mutants_xǁStateǁrestored__mutmut['xǁStateǁrestored__mutmut_13'] = State.xǁStateǁrestored__mutmut_13 # type: ignore # mutmut generated
mutants_xǁStateǁrestored__mutmut['xǁStateǁrestored__mutmut_14'] = State.xǁStateǁrestored__mutmut_14 # type: ignore # mutmut generated
mutants_xǁStateǁrestored__mutmut['xǁStateǁrestored__mutmut_15'] = State.xǁStateǁrestored__mutmut_15 # type: ignore # mutmut generated
mutants_xǁStateǁrestored__mutmut['xǁStateǁrestored__mutmut_16'] = State.xǁStateǁrestored__mutmut_16 # type: ignore # mutmut generated
mutants_xǁStateǁrestored__mutmut['xǁStateǁrestored__mutmut_17'] = State.xǁStateǁrestored__mutmut_17 # type: ignore # mutmut generated
mutants_xǁStateǁrestored__mutmut['xǁStateǁrestored__mutmut_18'] = State.xǁStateǁrestored__mutmut_18 # type: ignore # mutmut generated
mutants_xǁStateǁrestored__mutmut['xǁStateǁrestored__mutmut_19'] = State.xǁStateǁrestored__mutmut_19 # type: ignore # mutmut generated
mutants_xǁStateǁrestored__mutmut['xǁStateǁrestored__mutmut_20'] = State.xǁStateǁrestored__mutmut_20 # type: ignore # mutmut generated

mutants_xǁStateǁworker_time__mutmut['_mutmut_orig'] = State.xǁStateǁworker_time__mutmut_orig # type: ignore # mutmut generated
mutants_xǁStateǁworker_time__mutmut['xǁStateǁworker_time__mutmut_1'] = State.xǁStateǁworker_time__mutmut_1 # type: ignore # mutmut generated
mutants_xǁStateǁworker_time__mutmut['xǁStateǁworker_time__mutmut_2'] = State.xǁStateǁworker_time__mutmut_2 # type: ignore # mutmut generated
mutants_xǁStateǁworker_time__mutmut['xǁStateǁworker_time__mutmut_3'] = State.xǁStateǁworker_time__mutmut_3 # type: ignore # mutmut generated

mutants_xǁStateǁqueued_time__mutmut['_mutmut_orig'] = State.xǁStateǁqueued_time__mutmut_orig # type: ignore # mutmut generated
mutants_xǁStateǁqueued_time__mutmut['xǁStateǁqueued_time__mutmut_1'] = State.xǁStateǁqueued_time__mutmut_1 # type: ignore # mutmut generated
mutants_xǁStateǁqueued_time__mutmut['xǁStateǁqueued_time__mutmut_2'] = State.xǁStateǁqueued_time__mutmut_2 # type: ignore # mutmut generated
mutants_xǁStateǁqueued_time__mutmut['xǁStateǁqueued_time__mutmut_3'] = State.xǁStateǁqueued_time__mutmut_3 # type: ignore # mutmut generated
mutants_xǁStateǁqueued_time__mutmut['xǁStateǁqueued_time__mutmut_4'] = State.xǁStateǁqueued_time__mutmut_4 # type: ignore # mutmut generated

mutants_xǁStateǁheld_time__mutmut['_mutmut_orig'] = State.xǁStateǁheld_time__mutmut_orig # type: ignore # mutmut generated
mutants_xǁStateǁheld_time__mutmut['xǁStateǁheld_time__mutmut_1'] = State.xǁStateǁheld_time__mutmut_1 # type: ignore # mutmut generated
mutants_xǁStateǁheld_time__mutmut['xǁStateǁheld_time__mutmut_2'] = State.xǁStateǁheld_time__mutmut_2 # type: ignore # mutmut generated
mutants_xǁStateǁheld_time__mutmut['xǁStateǁheld_time__mutmut_3'] = State.xǁStateǁheld_time__mutmut_3 # type: ignore # mutmut generated
mutants_xǁStateǁheld_time__mutmut['xǁStateǁheld_time__mutmut_4'] = State.xǁStateǁheld_time__mutmut_4 # type: ignore # mutmut generated
mutants_xǁStateǁheld_time__mutmut['xǁStateǁheld_time__mutmut_5'] = State.xǁStateǁheld_time__mutmut_5 # type: ignore # mutmut generated
mutants_xǁStateǁheld_time__mutmut['xǁStateǁheld_time__mutmut_6'] = State.xǁStateǁheld_time__mutmut_6 # type: ignore # mutmut generated
mutants_xǁStateǁheld_time__mutmut['xǁStateǁheld_time__mutmut_7'] = State.xǁStateǁheld_time__mutmut_7 # type: ignore # mutmut generated
mutants_xǁStateǁheld_time__mutmut['xǁStateǁheld_time__mutmut_8'] = State.xǁStateǁheld_time__mutmut_8 # type: ignore # mutmut generated
mutants_xǁStateǁheld_time__mutmut['xǁStateǁheld_time__mutmut_9'] = State.xǁStateǁheld_time__mutmut_9 # type: ignore # mutmut generated
mutants_xǁStateǁheld_time__mutmut['xǁStateǁheld_time__mutmut_10'] = State.xǁStateǁheld_time__mutmut_10 # type: ignore # mutmut generated
mutants_xǁStateǁheld_time__mutmut['xǁStateǁheld_time__mutmut_11'] = State.xǁStateǁheld_time__mutmut_11 # type: ignore # mutmut generated
mutants_xǁStateǁheld_time__mutmut['xǁStateǁheld_time__mutmut_12'] = State.xǁStateǁheld_time__mutmut_12 # type: ignore # mutmut generated

mutants_xǁStateǁcost__mutmut['_mutmut_orig'] = State.xǁStateǁcost__mutmut_orig # type: ignore # mutmut generated
mutants_xǁStateǁcost__mutmut['xǁStateǁcost__mutmut_1'] = State.xǁStateǁcost__mutmut_1 # type: ignore # mutmut generated
mutants_xǁStateǁcost__mutmut['xǁStateǁcost__mutmut_2'] = State.xǁStateǁcost__mutmut_2 # type: ignore # mutmut generated
mutants_xǁStateǁcost__mutmut['xǁStateǁcost__mutmut_3'] = State.xǁStateǁcost__mutmut_3 # type: ignore # mutmut generated
mutants_xǁStateǁcost__mutmut['xǁStateǁcost__mutmut_4'] = State.xǁStateǁcost__mutmut_4 # type: ignore # mutmut generated
mutants_xǁStateǁcost__mutmut['xǁStateǁcost__mutmut_5'] = State.xǁStateǁcost__mutmut_5 # type: ignore # mutmut generated
mutants_xǁStateǁcost__mutmut['xǁStateǁcost__mutmut_6'] = State.xǁStateǁcost__mutmut_6 # type: ignore # mutmut generated
mutants_xǁStateǁcost__mutmut['xǁStateǁcost__mutmut_7'] = State.xǁStateǁcost__mutmut_7 # type: ignore # mutmut generated
mutants_xǁStateǁcost__mutmut['xǁStateǁcost__mutmut_8'] = State.xǁStateǁcost__mutmut_8 # type: ignore # mutmut generated
mutants_xǁStateǁcost__mutmut['xǁStateǁcost__mutmut_9'] = State.xǁStateǁcost__mutmut_9 # type: ignore # mutmut generated
mutants_xǁStateǁcost__mutmut['xǁStateǁcost__mutmut_10'] = State.xǁStateǁcost__mutmut_10 # type: ignore # mutmut generated
mutants_xǁStateǁcost__mutmut['xǁStateǁcost__mutmut_11'] = State.xǁStateǁcost__mutmut_11 # type: ignore # mutmut generated
mutants_xǁStateǁcost__mutmut['xǁStateǁcost__mutmut_12'] = State.xǁStateǁcost__mutmut_12 # type: ignore # mutmut generated
mutants_xǁStateǁcost__mutmut['xǁStateǁcost__mutmut_13'] = State.xǁStateǁcost__mutmut_13 # type: ignore # mutmut generated
mutants_xǁStateǁcost__mutmut['xǁStateǁcost__mutmut_14'] = State.xǁStateǁcost__mutmut_14 # type: ignore # mutmut generated
mutants_xǁStateǁcost__mutmut['xǁStateǁcost__mutmut_15'] = State.xǁStateǁcost__mutmut_15 # type: ignore # mutmut generated
mutants_xǁStateǁcost__mutmut['xǁStateǁcost__mutmut_16'] = State.xǁStateǁcost__mutmut_16 # type: ignore # mutmut generated

mutants_xǁStateǁusage__mutmut['_mutmut_orig'] = State.xǁStateǁusage__mutmut_orig # type: ignore # mutmut generated
mutants_xǁStateǁusage__mutmut['xǁStateǁusage__mutmut_1'] = State.xǁStateǁusage__mutmut_1 # type: ignore # mutmut generated
mutants_xǁStateǁusage__mutmut['xǁStateǁusage__mutmut_2'] = State.xǁStateǁusage__mutmut_2 # type: ignore # mutmut generated
mutants_xǁStateǁusage__mutmut['xǁStateǁusage__mutmut_3'] = State.xǁStateǁusage__mutmut_3 # type: ignore # mutmut generated
mutants_xǁStateǁusage__mutmut['xǁStateǁusage__mutmut_4'] = State.xǁStateǁusage__mutmut_4 # type: ignore # mutmut generated
mutants_xǁStateǁusage__mutmut['xǁStateǁusage__mutmut_5'] = State.xǁStateǁusage__mutmut_5 # type: ignore # mutmut generated
mutants_xǁStateǁusage__mutmut['xǁStateǁusage__mutmut_6'] = State.xǁStateǁusage__mutmut_6 # type: ignore # mutmut generated
mutants_xǁStateǁusage__mutmut['xǁStateǁusage__mutmut_7'] = State.xǁStateǁusage__mutmut_7 # type: ignore # mutmut generated
mutants_xǁStateǁusage__mutmut['xǁStateǁusage__mutmut_8'] = State.xǁStateǁusage__mutmut_8 # type: ignore # mutmut generated
mutants_xǁStateǁusage__mutmut['xǁStateǁusage__mutmut_9'] = State.xǁStateǁusage__mutmut_9 # type: ignore # mutmut generated
mutants_xǁStateǁusage__mutmut['xǁStateǁusage__mutmut_10'] = State.xǁStateǁusage__mutmut_10 # type: ignore # mutmut generated
mutants_xǁStateǁusage__mutmut['xǁStateǁusage__mutmut_11'] = State.xǁStateǁusage__mutmut_11 # type: ignore # mutmut generated
mutants_xǁStateǁusage__mutmut['xǁStateǁusage__mutmut_12'] = State.xǁStateǁusage__mutmut_12 # type: ignore # mutmut generated
mutants_xǁStateǁusage__mutmut['xǁStateǁusage__mutmut_13'] = State.xǁStateǁusage__mutmut_13 # type: ignore # mutmut generated

mutants_xǁStateǁbreakdown__mutmut['_mutmut_orig'] = State.xǁStateǁbreakdown__mutmut_orig # type: ignore # mutmut generated
mutants_xǁStateǁbreakdown__mutmut['xǁStateǁbreakdown__mutmut_1'] = State.xǁStateǁbreakdown__mutmut_1 # type: ignore # mutmut generated
mutants_xǁStateǁbreakdown__mutmut['xǁStateǁbreakdown__mutmut_2'] = State.xǁStateǁbreakdown__mutmut_2 # type: ignore # mutmut generated
mutants_xǁStateǁbreakdown__mutmut['xǁStateǁbreakdown__mutmut_3'] = State.xǁStateǁbreakdown__mutmut_3 # type: ignore # mutmut generated
mutants_xǁStateǁbreakdown__mutmut['xǁStateǁbreakdown__mutmut_4'] = State.xǁStateǁbreakdown__mutmut_4 # type: ignore # mutmut generated
mutants_xǁStateǁbreakdown__mutmut['xǁStateǁbreakdown__mutmut_5'] = State.xǁStateǁbreakdown__mutmut_5 # type: ignore # mutmut generated
mutants_xǁStateǁbreakdown__mutmut['xǁStateǁbreakdown__mutmut_6'] = State.xǁStateǁbreakdown__mutmut_6 # type: ignore # mutmut generated
mutants_xǁStateǁbreakdown__mutmut['xǁStateǁbreakdown__mutmut_7'] = State.xǁStateǁbreakdown__mutmut_7 # type: ignore # mutmut generated
mutants_xǁStateǁbreakdown__mutmut['xǁStateǁbreakdown__mutmut_8'] = State.xǁStateǁbreakdown__mutmut_8 # type: ignore # mutmut generated
mutants_xǁStateǁbreakdown__mutmut['xǁStateǁbreakdown__mutmut_9'] = State.xǁStateǁbreakdown__mutmut_9 # type: ignore # mutmut generated
mutants_xǁStateǁbreakdown__mutmut['xǁStateǁbreakdown__mutmut_10'] = State.xǁStateǁbreakdown__mutmut_10 # type: ignore # mutmut generated
mutants_xǁStateǁbreakdown__mutmut['xǁStateǁbreakdown__mutmut_11'] = State.xǁStateǁbreakdown__mutmut_11 # type: ignore # mutmut generated

mutants_xǁStateǁcurrent__mutmut['_mutmut_orig'] = State.xǁStateǁcurrent__mutmut_orig # type: ignore # mutmut generated
mutants_xǁStateǁcurrent__mutmut['xǁStateǁcurrent__mutmut_1'] = State.xǁStateǁcurrent__mutmut_1 # type: ignore # mutmut generated
mutants_xǁStateǁcurrent__mutmut['xǁStateǁcurrent__mutmut_2'] = State.xǁStateǁcurrent__mutmut_2 # type: ignore # mutmut generated
mutants_xǁStateǁcurrent__mutmut['xǁStateǁcurrent__mutmut_3'] = State.xǁStateǁcurrent__mutmut_3 # type: ignore # mutmut generated
mutants_xǁStateǁcurrent__mutmut['xǁStateǁcurrent__mutmut_4'] = State.xǁStateǁcurrent__mutmut_4 # type: ignore # mutmut generated
mutants_xǁStateǁcurrent__mutmut['xǁStateǁcurrent__mutmut_5'] = State.xǁStateǁcurrent__mutmut_5 # type: ignore # mutmut generated
mutants_xǁStateǁcurrent__mutmut['xǁStateǁcurrent__mutmut_6'] = State.xǁStateǁcurrent__mutmut_6 # type: ignore # mutmut generated
mutants_xǁStateǁcurrent__mutmut['xǁStateǁcurrent__mutmut_7'] = State.xǁStateǁcurrent__mutmut_7 # type: ignore # mutmut generated

mutants_xǁStateǁreplay__mutmut['_mutmut_orig'] = State.xǁStateǁreplay__mutmut_orig # type: ignore # mutmut generated
mutants_xǁStateǁreplay__mutmut['xǁStateǁreplay__mutmut_1'] = State.xǁStateǁreplay__mutmut_1 # type: ignore # mutmut generated
mutants_xǁStateǁreplay__mutmut['xǁStateǁreplay__mutmut_2'] = State.xǁStateǁreplay__mutmut_2 # type: ignore # mutmut generated
mutants_xǁStateǁreplay__mutmut['xǁStateǁreplay__mutmut_3'] = State.xǁStateǁreplay__mutmut_3 # type: ignore # mutmut generated

mutants_xǁStateǁtake_fact__mutmut['_mutmut_orig'] = State.xǁStateǁtake_fact__mutmut_orig # type: ignore # mutmut generated
mutants_xǁStateǁtake_fact__mutmut['xǁStateǁtake_fact__mutmut_1'] = State.xǁStateǁtake_fact__mutmut_1 # type: ignore # mutmut generated
mutants_xǁStateǁtake_fact__mutmut['xǁStateǁtake_fact__mutmut_2'] = State.xǁStateǁtake_fact__mutmut_2 # type: ignore # mutmut generated
mutants_xǁStateǁtake_fact__mutmut['xǁStateǁtake_fact__mutmut_3'] = State.xǁStateǁtake_fact__mutmut_3 # type: ignore # mutmut generated
mutants_xǁStateǁtake_fact__mutmut['xǁStateǁtake_fact__mutmut_4'] = State.xǁStateǁtake_fact__mutmut_4 # type: ignore # mutmut generated
mutants_xǁStateǁtake_fact__mutmut['xǁStateǁtake_fact__mutmut_5'] = State.xǁStateǁtake_fact__mutmut_5 # type: ignore # mutmut generated
mutants_xǁStateǁtake_fact__mutmut['xǁStateǁtake_fact__mutmut_6'] = State.xǁStateǁtake_fact__mutmut_6 # type: ignore # mutmut generated
mutants_xǁStateǁtake_fact__mutmut['xǁStateǁtake_fact__mutmut_7'] = State.xǁStateǁtake_fact__mutmut_7 # type: ignore # mutmut generated
mutants_xǁStateǁtake_fact__mutmut['xǁStateǁtake_fact__mutmut_8'] = State.xǁStateǁtake_fact__mutmut_8 # type: ignore # mutmut generated
mutants_xǁStateǁtake_fact__mutmut['xǁStateǁtake_fact__mutmut_9'] = State.xǁStateǁtake_fact__mutmut_9 # type: ignore # mutmut generated
mutants_xǁStateǁtake_fact__mutmut['xǁStateǁtake_fact__mutmut_10'] = State.xǁStateǁtake_fact__mutmut_10 # type: ignore # mutmut generated
mutants_xǁStateǁtake_fact__mutmut['xǁStateǁtake_fact__mutmut_11'] = State.xǁStateǁtake_fact__mutmut_11 # type: ignore # mutmut generated
mutants_xǁStateǁtake_fact__mutmut['xǁStateǁtake_fact__mutmut_12'] = State.xǁStateǁtake_fact__mutmut_12 # type: ignore # mutmut generated
mutants_xǁStateǁtake_fact__mutmut['xǁStateǁtake_fact__mutmut_13'] = State.xǁStateǁtake_fact__mutmut_13 # type: ignore # mutmut generated
mutants_xǁStateǁtake_fact__mutmut['xǁStateǁtake_fact__mutmut_14'] = State.xǁStateǁtake_fact__mutmut_14 # type: ignore # mutmut generated
mutants_xǁStateǁtake_fact__mutmut['xǁStateǁtake_fact__mutmut_15'] = State.xǁStateǁtake_fact__mutmut_15 # type: ignore # mutmut generated
mutants_xǁStateǁtake_fact__mutmut['xǁStateǁtake_fact__mutmut_16'] = State.xǁStateǁtake_fact__mutmut_16 # type: ignore # mutmut generated
mutants_xǁStateǁtake_fact__mutmut['xǁStateǁtake_fact__mutmut_17'] = State.xǁStateǁtake_fact__mutmut_17 # type: ignore # mutmut generated
mutants_xǁStateǁtake_fact__mutmut['xǁStateǁtake_fact__mutmut_18'] = State.xǁStateǁtake_fact__mutmut_18 # type: ignore # mutmut generated
mutants_xǁStateǁtake_fact__mutmut['xǁStateǁtake_fact__mutmut_19'] = State.xǁStateǁtake_fact__mutmut_19 # type: ignore # mutmut generated
mutants_xǁStateǁtake_fact__mutmut['xǁStateǁtake_fact__mutmut_20'] = State.xǁStateǁtake_fact__mutmut_20 # type: ignore # mutmut generated
mutants_xǁStateǁtake_fact__mutmut['xǁStateǁtake_fact__mutmut_21'] = State.xǁStateǁtake_fact__mutmut_21 # type: ignore # mutmut generated
mutants_xǁStateǁtake_fact__mutmut['xǁStateǁtake_fact__mutmut_22'] = State.xǁStateǁtake_fact__mutmut_22 # type: ignore # mutmut generated
mutants_xǁStateǁtake_fact__mutmut['xǁStateǁtake_fact__mutmut_23'] = State.xǁStateǁtake_fact__mutmut_23 # type: ignore # mutmut generated
mutants_xǁStateǁtake_fact__mutmut['xǁStateǁtake_fact__mutmut_24'] = State.xǁStateǁtake_fact__mutmut_24 # type: ignore # mutmut generated
mutants_xǁStateǁtake_fact__mutmut['xǁStateǁtake_fact__mutmut_25'] = State.xǁStateǁtake_fact__mutmut_25 # type: ignore # mutmut generated
mutants_xǁStateǁtake_fact__mutmut['xǁStateǁtake_fact__mutmut_26'] = State.xǁStateǁtake_fact__mutmut_26 # type: ignore # mutmut generated
mutants_xǁStateǁtake_fact__mutmut['xǁStateǁtake_fact__mutmut_27'] = State.xǁStateǁtake_fact__mutmut_27 # type: ignore # mutmut generated
mutants_xǁStateǁtake_fact__mutmut['xǁStateǁtake_fact__mutmut_28'] = State.xǁStateǁtake_fact__mutmut_28 # type: ignore # mutmut generated
mutants_xǁStateǁtake_fact__mutmut['xǁStateǁtake_fact__mutmut_29'] = State.xǁStateǁtake_fact__mutmut_29 # type: ignore # mutmut generated
mutants_xǁStateǁtake_fact__mutmut['xǁStateǁtake_fact__mutmut_30'] = State.xǁStateǁtake_fact__mutmut_30 # type: ignore # mutmut generated
mutants_xǁStateǁtake_fact__mutmut['xǁStateǁtake_fact__mutmut_31'] = State.xǁStateǁtake_fact__mutmut_31 # type: ignore # mutmut generated
mutants_xǁStateǁtake_fact__mutmut['xǁStateǁtake_fact__mutmut_32'] = State.xǁStateǁtake_fact__mutmut_32 # type: ignore # mutmut generated
mutants_xǁStateǁtake_fact__mutmut['xǁStateǁtake_fact__mutmut_33'] = State.xǁStateǁtake_fact__mutmut_33 # type: ignore # mutmut generated

mutants_xǁStateǁtake_action__mutmut['_mutmut_orig'] = State.xǁStateǁtake_action__mutmut_orig # type: ignore # mutmut generated
mutants_xǁStateǁtake_action__mutmut['xǁStateǁtake_action__mutmut_1'] = State.xǁStateǁtake_action__mutmut_1 # type: ignore # mutmut generated
mutants_xǁStateǁtake_action__mutmut['xǁStateǁtake_action__mutmut_2'] = State.xǁStateǁtake_action__mutmut_2 # type: ignore # mutmut generated
mutants_xǁStateǁtake_action__mutmut['xǁStateǁtake_action__mutmut_3'] = State.xǁStateǁtake_action__mutmut_3 # type: ignore # mutmut generated
mutants_xǁStateǁtake_action__mutmut['xǁStateǁtake_action__mutmut_4'] = State.xǁStateǁtake_action__mutmut_4 # type: ignore # mutmut generated
mutants_xǁStateǁtake_action__mutmut['xǁStateǁtake_action__mutmut_5'] = State.xǁStateǁtake_action__mutmut_5 # type: ignore # mutmut generated
mutants_xǁStateǁtake_action__mutmut['xǁStateǁtake_action__mutmut_6'] = State.xǁStateǁtake_action__mutmut_6 # type: ignore # mutmut generated
mutants_xǁStateǁtake_action__mutmut['xǁStateǁtake_action__mutmut_7'] = State.xǁStateǁtake_action__mutmut_7 # type: ignore # mutmut generated
mutants_xǁStateǁtake_action__mutmut['xǁStateǁtake_action__mutmut_8'] = State.xǁStateǁtake_action__mutmut_8 # type: ignore # mutmut generated
mutants_xǁStateǁtake_action__mutmut['xǁStateǁtake_action__mutmut_9'] = State.xǁStateǁtake_action__mutmut_9 # type: ignore # mutmut generated
mutants_xǁStateǁtake_action__mutmut['xǁStateǁtake_action__mutmut_10'] = State.xǁStateǁtake_action__mutmut_10 # type: ignore # mutmut generated
mutants_xǁStateǁtake_action__mutmut['xǁStateǁtake_action__mutmut_11'] = State.xǁStateǁtake_action__mutmut_11 # type: ignore # mutmut generated
mutants_xǁStateǁtake_action__mutmut['xǁStateǁtake_action__mutmut_12'] = State.xǁStateǁtake_action__mutmut_12 # type: ignore # mutmut generated
mutants_xǁStateǁtake_action__mutmut['xǁStateǁtake_action__mutmut_13'] = State.xǁStateǁtake_action__mutmut_13 # type: ignore # mutmut generated
mutants_xǁStateǁtake_action__mutmut['xǁStateǁtake_action__mutmut_14'] = State.xǁStateǁtake_action__mutmut_14 # type: ignore # mutmut generated
mutants_xǁStateǁtake_action__mutmut['xǁStateǁtake_action__mutmut_15'] = State.xǁStateǁtake_action__mutmut_15 # type: ignore # mutmut generated
mutants_xǁStateǁtake_action__mutmut['xǁStateǁtake_action__mutmut_16'] = State.xǁStateǁtake_action__mutmut_16 # type: ignore # mutmut generated
mutants_xǁStateǁtake_action__mutmut['xǁStateǁtake_action__mutmut_17'] = State.xǁStateǁtake_action__mutmut_17 # type: ignore # mutmut generated
mutants_xǁStateǁtake_action__mutmut['xǁStateǁtake_action__mutmut_18'] = State.xǁStateǁtake_action__mutmut_18 # type: ignore # mutmut generated
mutants_xǁStateǁtake_action__mutmut['xǁStateǁtake_action__mutmut_19'] = State.xǁStateǁtake_action__mutmut_19 # type: ignore # mutmut generated
mutants_xǁStateǁtake_action__mutmut['xǁStateǁtake_action__mutmut_20'] = State.xǁStateǁtake_action__mutmut_20 # type: ignore # mutmut generated
mutants_xǁStateǁtake_action__mutmut['xǁStateǁtake_action__mutmut_21'] = State.xǁStateǁtake_action__mutmut_21 # type: ignore # mutmut generated
mutants_xǁStateǁtake_action__mutmut['xǁStateǁtake_action__mutmut_22'] = State.xǁStateǁtake_action__mutmut_22 # type: ignore # mutmut generated
mutants_xǁStateǁtake_action__mutmut['xǁStateǁtake_action__mutmut_23'] = State.xǁStateǁtake_action__mutmut_23 # type: ignore # mutmut generated
mutants_xǁStateǁtake_action__mutmut['xǁStateǁtake_action__mutmut_24'] = State.xǁStateǁtake_action__mutmut_24 # type: ignore # mutmut generated
mutants_xǁStateǁtake_action__mutmut['xǁStateǁtake_action__mutmut_25'] = State.xǁStateǁtake_action__mutmut_25 # type: ignore # mutmut generated
mutants_xǁStateǁtake_action__mutmut['xǁStateǁtake_action__mutmut_26'] = State.xǁStateǁtake_action__mutmut_26 # type: ignore # mutmut generated
mutants_xǁStateǁtake_action__mutmut['xǁStateǁtake_action__mutmut_27'] = State.xǁStateǁtake_action__mutmut_27 # type: ignore # mutmut generated
mutants_xǁStateǁtake_action__mutmut['xǁStateǁtake_action__mutmut_28'] = State.xǁStateǁtake_action__mutmut_28 # type: ignore # mutmut generated
mutants_xǁStateǁtake_action__mutmut['xǁStateǁtake_action__mutmut_29'] = State.xǁStateǁtake_action__mutmut_29 # type: ignore # mutmut generated
mutants_xǁStateǁtake_action__mutmut['xǁStateǁtake_action__mutmut_30'] = State.xǁStateǁtake_action__mutmut_30 # type: ignore # mutmut generated
mutants_xǁStateǁtake_action__mutmut['xǁStateǁtake_action__mutmut_31'] = State.xǁStateǁtake_action__mutmut_31 # type: ignore # mutmut generated
mutants_xǁStateǁtake_action__mutmut['xǁStateǁtake_action__mutmut_32'] = State.xǁStateǁtake_action__mutmut_32 # type: ignore # mutmut generated
mutants_xǁStateǁtake_action__mutmut['xǁStateǁtake_action__mutmut_33'] = State.xǁStateǁtake_action__mutmut_33 # type: ignore # mutmut generated
mutants_xǁStateǁtake_action__mutmut['xǁStateǁtake_action__mutmut_34'] = State.xǁStateǁtake_action__mutmut_34 # type: ignore # mutmut generated
mutants_xǁStateǁtake_action__mutmut['xǁStateǁtake_action__mutmut_35'] = State.xǁStateǁtake_action__mutmut_35 # type: ignore # mutmut generated
mutants_xǁStateǁtake_action__mutmut['xǁStateǁtake_action__mutmut_36'] = State.xǁStateǁtake_action__mutmut_36 # type: ignore # mutmut generated
mutants_xǁStateǁtake_action__mutmut['xǁStateǁtake_action__mutmut_37'] = State.xǁStateǁtake_action__mutmut_37 # type: ignore # mutmut generated
mutants_xǁStateǁtake_action__mutmut['xǁStateǁtake_action__mutmut_38'] = State.xǁStateǁtake_action__mutmut_38 # type: ignore # mutmut generated
mutants_xǁStateǁtake_action__mutmut['xǁStateǁtake_action__mutmut_39'] = State.xǁStateǁtake_action__mutmut_39 # type: ignore # mutmut generated
mutants_xǁStateǁtake_action__mutmut['xǁStateǁtake_action__mutmut_40'] = State.xǁStateǁtake_action__mutmut_40 # type: ignore # mutmut generated
mutants_xǁStateǁtake_action__mutmut['xǁStateǁtake_action__mutmut_41'] = State.xǁStateǁtake_action__mutmut_41 # type: ignore # mutmut generated
mutants_xǁStateǁtake_action__mutmut['xǁStateǁtake_action__mutmut_42'] = State.xǁStateǁtake_action__mutmut_42 # type: ignore # mutmut generated
mutants_xǁStateǁtake_action__mutmut['xǁStateǁtake_action__mutmut_43'] = State.xǁStateǁtake_action__mutmut_43 # type: ignore # mutmut generated
mutants_xǁStateǁtake_action__mutmut['xǁStateǁtake_action__mutmut_44'] = State.xǁStateǁtake_action__mutmut_44 # type: ignore # mutmut generated

mutants_xǁStateǁ_occupy__mutmut['_mutmut_orig'] = State.xǁStateǁ_occupy__mutmut_orig # type: ignore # mutmut generated
mutants_xǁStateǁ_occupy__mutmut['xǁStateǁ_occupy__mutmut_1'] = State.xǁStateǁ_occupy__mutmut_1 # type: ignore # mutmut generated
mutants_xǁStateǁ_occupy__mutmut['xǁStateǁ_occupy__mutmut_2'] = State.xǁStateǁ_occupy__mutmut_2 # type: ignore # mutmut generated
mutants_xǁStateǁ_occupy__mutmut['xǁStateǁ_occupy__mutmut_3'] = State.xǁStateǁ_occupy__mutmut_3 # type: ignore # mutmut generated
mutants_xǁStateǁ_occupy__mutmut['xǁStateǁ_occupy__mutmut_4'] = State.xǁStateǁ_occupy__mutmut_4 # type: ignore # mutmut generated
mutants_xǁStateǁ_occupy__mutmut['xǁStateǁ_occupy__mutmut_5'] = State.xǁStateǁ_occupy__mutmut_5 # type: ignore # mutmut generated
mutants_xǁStateǁ_occupy__mutmut['xǁStateǁ_occupy__mutmut_6'] = State.xǁStateǁ_occupy__mutmut_6 # type: ignore # mutmut generated
mutants_xǁStateǁ_occupy__mutmut['xǁStateǁ_occupy__mutmut_7'] = State.xǁStateǁ_occupy__mutmut_7 # type: ignore # mutmut generated
mutants_xǁStateǁ_occupy__mutmut['xǁStateǁ_occupy__mutmut_8'] = State.xǁStateǁ_occupy__mutmut_8 # type: ignore # mutmut generated
mutants_xǁStateǁ_occupy__mutmut['xǁStateǁ_occupy__mutmut_9'] = State.xǁStateǁ_occupy__mutmut_9 # type: ignore # mutmut generated
mutants_xǁStateǁ_occupy__mutmut['xǁStateǁ_occupy__mutmut_10'] = State.xǁStateǁ_occupy__mutmut_10 # type: ignore # mutmut generated
mutants_xǁStateǁ_occupy__mutmut['xǁStateǁ_occupy__mutmut_11'] = State.xǁStateǁ_occupy__mutmut_11 # type: ignore # mutmut generated
mutants_xǁStateǁ_occupy__mutmut['xǁStateǁ_occupy__mutmut_12'] = State.xǁStateǁ_occupy__mutmut_12 # type: ignore # mutmut generated
mutants_xǁStateǁ_occupy__mutmut['xǁStateǁ_occupy__mutmut_13'] = State.xǁStateǁ_occupy__mutmut_13 # type: ignore # mutmut generated
mutants_xǁStateǁ_occupy__mutmut['xǁStateǁ_occupy__mutmut_14'] = State.xǁStateǁ_occupy__mutmut_14 # type: ignore # mutmut generated
mutants_xǁStateǁ_occupy__mutmut['xǁStateǁ_occupy__mutmut_15'] = State.xǁStateǁ_occupy__mutmut_15 # type: ignore # mutmut generated
mutants_xǁStateǁ_occupy__mutmut['xǁStateǁ_occupy__mutmut_16'] = State.xǁStateǁ_occupy__mutmut_16 # type: ignore # mutmut generated
mutants_xǁStateǁ_occupy__mutmut['xǁStateǁ_occupy__mutmut_17'] = State.xǁStateǁ_occupy__mutmut_17 # type: ignore # mutmut generated
mutants_xǁStateǁ_occupy__mutmut['xǁStateǁ_occupy__mutmut_18'] = State.xǁStateǁ_occupy__mutmut_18 # type: ignore # mutmut generated

mutants_xǁStateǁ_begin_by__mutmut['_mutmut_orig'] = State.xǁStateǁ_begin_by__mutmut_orig # type: ignore # mutmut generated
mutants_xǁStateǁ_begin_by__mutmut['xǁStateǁ_begin_by__mutmut_1'] = State.xǁStateǁ_begin_by__mutmut_1 # type: ignore # mutmut generated
mutants_xǁStateǁ_begin_by__mutmut['xǁStateǁ_begin_by__mutmut_2'] = State.xǁStateǁ_begin_by__mutmut_2 # type: ignore # mutmut generated
mutants_xǁStateǁ_begin_by__mutmut['xǁStateǁ_begin_by__mutmut_3'] = State.xǁStateǁ_begin_by__mutmut_3 # type: ignore # mutmut generated
mutants_xǁStateǁ_begin_by__mutmut['xǁStateǁ_begin_by__mutmut_4'] = State.xǁStateǁ_begin_by__mutmut_4 # type: ignore # mutmut generated
mutants_xǁStateǁ_begin_by__mutmut['xǁStateǁ_begin_by__mutmut_5'] = State.xǁStateǁ_begin_by__mutmut_5 # type: ignore # mutmut generated
mutants_xǁStateǁ_begin_by__mutmut['xǁStateǁ_begin_by__mutmut_6'] = State.xǁStateǁ_begin_by__mutmut_6 # type: ignore # mutmut generated
mutants_xǁStateǁ_begin_by__mutmut['xǁStateǁ_begin_by__mutmut_7'] = State.xǁStateǁ_begin_by__mutmut_7 # type: ignore # mutmut generated
mutants_xǁStateǁ_begin_by__mutmut['xǁStateǁ_begin_by__mutmut_8'] = State.xǁStateǁ_begin_by__mutmut_8 # type: ignore # mutmut generated
mutants_xǁStateǁ_begin_by__mutmut['xǁStateǁ_begin_by__mutmut_9'] = State.xǁStateǁ_begin_by__mutmut_9 # type: ignore # mutmut generated
mutants_xǁStateǁ_begin_by__mutmut['xǁStateǁ_begin_by__mutmut_10'] = State.xǁStateǁ_begin_by__mutmut_10 # type: ignore # mutmut generated
mutants_xǁStateǁ_begin_by__mutmut['xǁStateǁ_begin_by__mutmut_11'] = State.xǁStateǁ_begin_by__mutmut_11 # type: ignore # mutmut generated
mutants_xǁStateǁ_begin_by__mutmut['xǁStateǁ_begin_by__mutmut_12'] = State.xǁStateǁ_begin_by__mutmut_12 # type: ignore # mutmut generated
mutants_xǁStateǁ_begin_by__mutmut['xǁStateǁ_begin_by__mutmut_13'] = State.xǁStateǁ_begin_by__mutmut_13 # type: ignore # mutmut generated

mutants_xǁStateǁ_begin__mutmut['_mutmut_orig'] = State.xǁStateǁ_begin__mutmut_orig # type: ignore # mutmut generated
mutants_xǁStateǁ_begin__mutmut['xǁStateǁ_begin__mutmut_1'] = State.xǁStateǁ_begin__mutmut_1 # type: ignore # mutmut generated
mutants_xǁStateǁ_begin__mutmut['xǁStateǁ_begin__mutmut_2'] = State.xǁStateǁ_begin__mutmut_2 # type: ignore # mutmut generated
mutants_xǁStateǁ_begin__mutmut['xǁStateǁ_begin__mutmut_3'] = State.xǁStateǁ_begin__mutmut_3 # type: ignore # mutmut generated
mutants_xǁStateǁ_begin__mutmut['xǁStateǁ_begin__mutmut_4'] = State.xǁStateǁ_begin__mutmut_4 # type: ignore # mutmut generated
mutants_xǁStateǁ_begin__mutmut['xǁStateǁ_begin__mutmut_5'] = State.xǁStateǁ_begin__mutmut_5 # type: ignore # mutmut generated
mutants_xǁStateǁ_begin__mutmut['xǁStateǁ_begin__mutmut_6'] = State.xǁStateǁ_begin__mutmut_6 # type: ignore # mutmut generated
mutants_xǁStateǁ_begin__mutmut['xǁStateǁ_begin__mutmut_7'] = State.xǁStateǁ_begin__mutmut_7 # type: ignore # mutmut generated
mutants_xǁStateǁ_begin__mutmut['xǁStateǁ_begin__mutmut_8'] = State.xǁStateǁ_begin__mutmut_8 # type: ignore # mutmut generated
mutants_xǁStateǁ_begin__mutmut['xǁStateǁ_begin__mutmut_9'] = State.xǁStateǁ_begin__mutmut_9 # type: ignore # mutmut generated
mutants_xǁStateǁ_begin__mutmut['xǁStateǁ_begin__mutmut_10'] = State.xǁStateǁ_begin__mutmut_10 # type: ignore # mutmut generated
mutants_xǁStateǁ_begin__mutmut['xǁStateǁ_begin__mutmut_11'] = State.xǁStateǁ_begin__mutmut_11 # type: ignore # mutmut generated
mutants_xǁStateǁ_begin__mutmut['xǁStateǁ_begin__mutmut_12'] = State.xǁStateǁ_begin__mutmut_12 # type: ignore # mutmut generated
mutants_xǁStateǁ_begin__mutmut['xǁStateǁ_begin__mutmut_13'] = State.xǁStateǁ_begin__mutmut_13 # type: ignore # mutmut generated
mutants_xǁStateǁ_begin__mutmut['xǁStateǁ_begin__mutmut_14'] = State.xǁStateǁ_begin__mutmut_14 # type: ignore # mutmut generated
mutants_xǁStateǁ_begin__mutmut['xǁStateǁ_begin__mutmut_15'] = State.xǁStateǁ_begin__mutmut_15 # type: ignore # mutmut generated
mutants_xǁStateǁ_begin__mutmut['xǁStateǁ_begin__mutmut_16'] = State.xǁStateǁ_begin__mutmut_16 # type: ignore # mutmut generated
mutants_xǁStateǁ_begin__mutmut['xǁStateǁ_begin__mutmut_17'] = State.xǁStateǁ_begin__mutmut_17 # type: ignore # mutmut generated
mutants_xǁStateǁ_begin__mutmut['xǁStateǁ_begin__mutmut_18'] = State.xǁStateǁ_begin__mutmut_18 # type: ignore # mutmut generated
mutants_xǁStateǁ_begin__mutmut['xǁStateǁ_begin__mutmut_19'] = State.xǁStateǁ_begin__mutmut_19 # type: ignore # mutmut generated
mutants_xǁStateǁ_begin__mutmut['xǁStateǁ_begin__mutmut_20'] = State.xǁStateǁ_begin__mutmut_20 # type: ignore # mutmut generated
mutants_xǁStateǁ_begin__mutmut['xǁStateǁ_begin__mutmut_21'] = State.xǁStateǁ_begin__mutmut_21 # type: ignore # mutmut generated
mutants_xǁStateǁ_begin__mutmut['xǁStateǁ_begin__mutmut_22'] = State.xǁStateǁ_begin__mutmut_22 # type: ignore # mutmut generated
mutants_xǁStateǁ_begin__mutmut['xǁStateǁ_begin__mutmut_23'] = State.xǁStateǁ_begin__mutmut_23 # type: ignore # mutmut generated
mutants_xǁStateǁ_begin__mutmut['xǁStateǁ_begin__mutmut_24'] = State.xǁStateǁ_begin__mutmut_24 # type: ignore # mutmut generated
mutants_xǁStateǁ_begin__mutmut['xǁStateǁ_begin__mutmut_25'] = State.xǁStateǁ_begin__mutmut_25 # type: ignore # mutmut generated
mutants_xǁStateǁ_begin__mutmut['xǁStateǁ_begin__mutmut_26'] = State.xǁStateǁ_begin__mutmut_26 # type: ignore # mutmut generated
mutants_xǁStateǁ_begin__mutmut['xǁStateǁ_begin__mutmut_27'] = State.xǁStateǁ_begin__mutmut_27 # type: ignore # mutmut generated
mutants_xǁStateǁ_begin__mutmut['xǁStateǁ_begin__mutmut_28'] = State.xǁStateǁ_begin__mutmut_28 # type: ignore # mutmut generated
mutants_xǁStateǁ_begin__mutmut['xǁStateǁ_begin__mutmut_29'] = State.xǁStateǁ_begin__mutmut_29 # type: ignore # mutmut generated
mutants_xǁStateǁ_begin__mutmut['xǁStateǁ_begin__mutmut_30'] = State.xǁStateǁ_begin__mutmut_30 # type: ignore # mutmut generated
mutants_xǁStateǁ_begin__mutmut['xǁStateǁ_begin__mutmut_31'] = State.xǁStateǁ_begin__mutmut_31 # type: ignore # mutmut generated
mutants_xǁStateǁ_begin__mutmut['xǁStateǁ_begin__mutmut_32'] = State.xǁStateǁ_begin__mutmut_32 # type: ignore # mutmut generated
mutants_xǁStateǁ_begin__mutmut['xǁStateǁ_begin__mutmut_33'] = State.xǁStateǁ_begin__mutmut_33 # type: ignore # mutmut generated

mutants_xǁStateǁ_close_account__mutmut['_mutmut_orig'] = State.xǁStateǁ_close_account__mutmut_orig # type: ignore # mutmut generated
mutants_xǁStateǁ_close_account__mutmut['xǁStateǁ_close_account__mutmut_1'] = State.xǁStateǁ_close_account__mutmut_1 # type: ignore # mutmut generated
mutants_xǁStateǁ_close_account__mutmut['xǁStateǁ_close_account__mutmut_2'] = State.xǁStateǁ_close_account__mutmut_2 # type: ignore # mutmut generated
mutants_xǁStateǁ_close_account__mutmut['xǁStateǁ_close_account__mutmut_3'] = State.xǁStateǁ_close_account__mutmut_3 # type: ignore # mutmut generated
mutants_xǁStateǁ_close_account__mutmut['xǁStateǁ_close_account__mutmut_4'] = State.xǁStateǁ_close_account__mutmut_4 # type: ignore # mutmut generated
mutants_xǁStateǁ_close_account__mutmut['xǁStateǁ_close_account__mutmut_5'] = State.xǁStateǁ_close_account__mutmut_5 # type: ignore # mutmut generated
mutants_xǁStateǁ_close_account__mutmut['xǁStateǁ_close_account__mutmut_6'] = State.xǁStateǁ_close_account__mutmut_6 # type: ignore # mutmut generated
mutants_xǁStateǁ_close_account__mutmut['xǁStateǁ_close_account__mutmut_7'] = State.xǁStateǁ_close_account__mutmut_7 # type: ignore # mutmut generated
mutants_xǁStateǁ_close_account__mutmut['xǁStateǁ_close_account__mutmut_8'] = State.xǁStateǁ_close_account__mutmut_8 # type: ignore # mutmut generated
mutants_xǁStateǁ_close_account__mutmut['xǁStateǁ_close_account__mutmut_9'] = State.xǁStateǁ_close_account__mutmut_9 # type: ignore # mutmut generated
mutants_xǁStateǁ_close_account__mutmut['xǁStateǁ_close_account__mutmut_10'] = State.xǁStateǁ_close_account__mutmut_10 # type: ignore # mutmut generated
mutants_xǁStateǁ_close_account__mutmut['xǁStateǁ_close_account__mutmut_11'] = State.xǁStateǁ_close_account__mutmut_11 # type: ignore # mutmut generated
mutants_xǁStateǁ_close_account__mutmut['xǁStateǁ_close_account__mutmut_12'] = State.xǁStateǁ_close_account__mutmut_12 # type: ignore # mutmut generated
mutants_xǁStateǁ_close_account__mutmut['xǁStateǁ_close_account__mutmut_13'] = State.xǁStateǁ_close_account__mutmut_13 # type: ignore # mutmut generated
mutants_xǁStateǁ_close_account__mutmut['xǁStateǁ_close_account__mutmut_14'] = State.xǁStateǁ_close_account__mutmut_14 # type: ignore # mutmut generated
mutants_xǁStateǁ_close_account__mutmut['xǁStateǁ_close_account__mutmut_15'] = State.xǁStateǁ_close_account__mutmut_15 # type: ignore # mutmut generated

mutants_xǁStateǁ_reported__mutmut['_mutmut_orig'] = State.xǁStateǁ_reported__mutmut_orig # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_1'] = State.xǁStateǁ_reported__mutmut_1 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_2'] = State.xǁStateǁ_reported__mutmut_2 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_3'] = State.xǁStateǁ_reported__mutmut_3 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_4'] = State.xǁStateǁ_reported__mutmut_4 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_5'] = State.xǁStateǁ_reported__mutmut_5 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_6'] = State.xǁStateǁ_reported__mutmut_6 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_7'] = State.xǁStateǁ_reported__mutmut_7 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_8'] = State.xǁStateǁ_reported__mutmut_8 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_9'] = State.xǁStateǁ_reported__mutmut_9 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_10'] = State.xǁStateǁ_reported__mutmut_10 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_11'] = State.xǁStateǁ_reported__mutmut_11 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_12'] = State.xǁStateǁ_reported__mutmut_12 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_13'] = State.xǁStateǁ_reported__mutmut_13 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_14'] = State.xǁStateǁ_reported__mutmut_14 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_15'] = State.xǁStateǁ_reported__mutmut_15 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_16'] = State.xǁStateǁ_reported__mutmut_16 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_17'] = State.xǁStateǁ_reported__mutmut_17 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_18'] = State.xǁStateǁ_reported__mutmut_18 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_19'] = State.xǁStateǁ_reported__mutmut_19 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_20'] = State.xǁStateǁ_reported__mutmut_20 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_21'] = State.xǁStateǁ_reported__mutmut_21 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_22'] = State.xǁStateǁ_reported__mutmut_22 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_23'] = State.xǁStateǁ_reported__mutmut_23 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_24'] = State.xǁStateǁ_reported__mutmut_24 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_25'] = State.xǁStateǁ_reported__mutmut_25 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_26'] = State.xǁStateǁ_reported__mutmut_26 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_27'] = State.xǁStateǁ_reported__mutmut_27 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_28'] = State.xǁStateǁ_reported__mutmut_28 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_29'] = State.xǁStateǁ_reported__mutmut_29 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_30'] = State.xǁStateǁ_reported__mutmut_30 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_31'] = State.xǁStateǁ_reported__mutmut_31 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_32'] = State.xǁStateǁ_reported__mutmut_32 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_33'] = State.xǁStateǁ_reported__mutmut_33 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_34'] = State.xǁStateǁ_reported__mutmut_34 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_35'] = State.xǁStateǁ_reported__mutmut_35 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_36'] = State.xǁStateǁ_reported__mutmut_36 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_37'] = State.xǁStateǁ_reported__mutmut_37 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_38'] = State.xǁStateǁ_reported__mutmut_38 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_39'] = State.xǁStateǁ_reported__mutmut_39 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_40'] = State.xǁStateǁ_reported__mutmut_40 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_41'] = State.xǁStateǁ_reported__mutmut_41 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_42'] = State.xǁStateǁ_reported__mutmut_42 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_43'] = State.xǁStateǁ_reported__mutmut_43 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_44'] = State.xǁStateǁ_reported__mutmut_44 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_45'] = State.xǁStateǁ_reported__mutmut_45 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_46'] = State.xǁStateǁ_reported__mutmut_46 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_47'] = State.xǁStateǁ_reported__mutmut_47 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_48'] = State.xǁStateǁ_reported__mutmut_48 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_49'] = State.xǁStateǁ_reported__mutmut_49 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_50'] = State.xǁStateǁ_reported__mutmut_50 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_51'] = State.xǁStateǁ_reported__mutmut_51 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_52'] = State.xǁStateǁ_reported__mutmut_52 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_53'] = State.xǁStateǁ_reported__mutmut_53 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_54'] = State.xǁStateǁ_reported__mutmut_54 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_55'] = State.xǁStateǁ_reported__mutmut_55 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_56'] = State.xǁStateǁ_reported__mutmut_56 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_57'] = State.xǁStateǁ_reported__mutmut_57 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_58'] = State.xǁStateǁ_reported__mutmut_58 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_59'] = State.xǁStateǁ_reported__mutmut_59 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_60'] = State.xǁStateǁ_reported__mutmut_60 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_61'] = State.xǁStateǁ_reported__mutmut_61 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_62'] = State.xǁStateǁ_reported__mutmut_62 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_63'] = State.xǁStateǁ_reported__mutmut_63 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_64'] = State.xǁStateǁ_reported__mutmut_64 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_65'] = State.xǁStateǁ_reported__mutmut_65 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_66'] = State.xǁStateǁ_reported__mutmut_66 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_67'] = State.xǁStateǁ_reported__mutmut_67 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_68'] = State.xǁStateǁ_reported__mutmut_68 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_69'] = State.xǁStateǁ_reported__mutmut_69 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_70'] = State.xǁStateǁ_reported__mutmut_70 # type: ignore # mutmut generated
mutants_xǁStateǁ_reported__mutmut['xǁStateǁ_reported__mutmut_71'] = State.xǁStateǁ_reported__mutmut_71 # type: ignore # mutmut generated

mutants_xǁStateǁ_meet__mutmut['_mutmut_orig'] = State.xǁStateǁ_meet__mutmut_orig # type: ignore # mutmut generated
mutants_xǁStateǁ_meet__mutmut['xǁStateǁ_meet__mutmut_1'] = State.xǁStateǁ_meet__mutmut_1 # type: ignore # mutmut generated
mutants_xǁStateǁ_meet__mutmut['xǁStateǁ_meet__mutmut_2'] = State.xǁStateǁ_meet__mutmut_2 # type: ignore # mutmut generated
mutants_xǁStateǁ_meet__mutmut['xǁStateǁ_meet__mutmut_3'] = State.xǁStateǁ_meet__mutmut_3 # type: ignore # mutmut generated
mutants_xǁStateǁ_meet__mutmut['xǁStateǁ_meet__mutmut_4'] = State.xǁStateǁ_meet__mutmut_4 # type: ignore # mutmut generated
mutants_xǁStateǁ_meet__mutmut['xǁStateǁ_meet__mutmut_5'] = State.xǁStateǁ_meet__mutmut_5 # type: ignore # mutmut generated
mutants_xǁStateǁ_meet__mutmut['xǁStateǁ_meet__mutmut_6'] = State.xǁStateǁ_meet__mutmut_6 # type: ignore # mutmut generated
mutants_xǁStateǁ_meet__mutmut['xǁStateǁ_meet__mutmut_7'] = State.xǁStateǁ_meet__mutmut_7 # type: ignore # mutmut generated
mutants_xǁStateǁ_meet__mutmut['xǁStateǁ_meet__mutmut_8'] = State.xǁStateǁ_meet__mutmut_8 # type: ignore # mutmut generated
mutants_xǁStateǁ_meet__mutmut['xǁStateǁ_meet__mutmut_9'] = State.xǁStateǁ_meet__mutmut_9 # type: ignore # mutmut generated
mutants_xǁStateǁ_meet__mutmut['xǁStateǁ_meet__mutmut_10'] = State.xǁStateǁ_meet__mutmut_10 # type: ignore # mutmut generated
mutants_xǁStateǁ_meet__mutmut['xǁStateǁ_meet__mutmut_11'] = State.xǁStateǁ_meet__mutmut_11 # type: ignore # mutmut generated
mutants_xǁStateǁ_meet__mutmut['xǁStateǁ_meet__mutmut_12'] = State.xǁStateǁ_meet__mutmut_12 # type: ignore # mutmut generated
mutants_xǁStateǁ_meet__mutmut['xǁStateǁ_meet__mutmut_13'] = State.xǁStateǁ_meet__mutmut_13 # type: ignore # mutmut generated
mutants_xǁStateǁ_meet__mutmut['xǁStateǁ_meet__mutmut_14'] = State.xǁStateǁ_meet__mutmut_14 # type: ignore # mutmut generated
mutants_xǁStateǁ_meet__mutmut['xǁStateǁ_meet__mutmut_15'] = State.xǁStateǁ_meet__mutmut_15 # type: ignore # mutmut generated
mutants_xǁStateǁ_meet__mutmut['xǁStateǁ_meet__mutmut_16'] = State.xǁStateǁ_meet__mutmut_16 # type: ignore # mutmut generated
mutants_xǁStateǁ_meet__mutmut['xǁStateǁ_meet__mutmut_17'] = State.xǁStateǁ_meet__mutmut_17 # type: ignore # mutmut generated
mutants_xǁStateǁ_meet__mutmut['xǁStateǁ_meet__mutmut_18'] = State.xǁStateǁ_meet__mutmut_18 # type: ignore # mutmut generated

mutants_xǁStateǁ_job_ended__mutmut['_mutmut_orig'] = State.xǁStateǁ_job_ended__mutmut_orig # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_1'] = State.xǁStateǁ_job_ended__mutmut_1 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_2'] = State.xǁStateǁ_job_ended__mutmut_2 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_3'] = State.xǁStateǁ_job_ended__mutmut_3 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_4'] = State.xǁStateǁ_job_ended__mutmut_4 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_5'] = State.xǁStateǁ_job_ended__mutmut_5 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_6'] = State.xǁStateǁ_job_ended__mutmut_6 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_7'] = State.xǁStateǁ_job_ended__mutmut_7 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_8'] = State.xǁStateǁ_job_ended__mutmut_8 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_9'] = State.xǁStateǁ_job_ended__mutmut_9 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_10'] = State.xǁStateǁ_job_ended__mutmut_10 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_11'] = State.xǁStateǁ_job_ended__mutmut_11 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_12'] = State.xǁStateǁ_job_ended__mutmut_12 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_13'] = State.xǁStateǁ_job_ended__mutmut_13 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_14'] = State.xǁStateǁ_job_ended__mutmut_14 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_15'] = State.xǁStateǁ_job_ended__mutmut_15 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_16'] = State.xǁStateǁ_job_ended__mutmut_16 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_17'] = State.xǁStateǁ_job_ended__mutmut_17 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_18'] = State.xǁStateǁ_job_ended__mutmut_18 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_19'] = State.xǁStateǁ_job_ended__mutmut_19 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_20'] = State.xǁStateǁ_job_ended__mutmut_20 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_21'] = State.xǁStateǁ_job_ended__mutmut_21 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_22'] = State.xǁStateǁ_job_ended__mutmut_22 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_23'] = State.xǁStateǁ_job_ended__mutmut_23 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_24'] = State.xǁStateǁ_job_ended__mutmut_24 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_25'] = State.xǁStateǁ_job_ended__mutmut_25 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_26'] = State.xǁStateǁ_job_ended__mutmut_26 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_27'] = State.xǁStateǁ_job_ended__mutmut_27 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_28'] = State.xǁStateǁ_job_ended__mutmut_28 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_29'] = State.xǁStateǁ_job_ended__mutmut_29 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_30'] = State.xǁStateǁ_job_ended__mutmut_30 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_31'] = State.xǁStateǁ_job_ended__mutmut_31 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_32'] = State.xǁStateǁ_job_ended__mutmut_32 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_33'] = State.xǁStateǁ_job_ended__mutmut_33 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_34'] = State.xǁStateǁ_job_ended__mutmut_34 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_35'] = State.xǁStateǁ_job_ended__mutmut_35 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_36'] = State.xǁStateǁ_job_ended__mutmut_36 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_37'] = State.xǁStateǁ_job_ended__mutmut_37 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_38'] = State.xǁStateǁ_job_ended__mutmut_38 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_39'] = State.xǁStateǁ_job_ended__mutmut_39 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_40'] = State.xǁStateǁ_job_ended__mutmut_40 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_41'] = State.xǁStateǁ_job_ended__mutmut_41 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_42'] = State.xǁStateǁ_job_ended__mutmut_42 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_43'] = State.xǁStateǁ_job_ended__mutmut_43 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_44'] = State.xǁStateǁ_job_ended__mutmut_44 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_45'] = State.xǁStateǁ_job_ended__mutmut_45 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_46'] = State.xǁStateǁ_job_ended__mutmut_46 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_47'] = State.xǁStateǁ_job_ended__mutmut_47 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_48'] = State.xǁStateǁ_job_ended__mutmut_48 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_49'] = State.xǁStateǁ_job_ended__mutmut_49 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_50'] = State.xǁStateǁ_job_ended__mutmut_50 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_51'] = State.xǁStateǁ_job_ended__mutmut_51 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_52'] = State.xǁStateǁ_job_ended__mutmut_52 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_53'] = State.xǁStateǁ_job_ended__mutmut_53 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_54'] = State.xǁStateǁ_job_ended__mutmut_54 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_55'] = State.xǁStateǁ_job_ended__mutmut_55 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_56'] = State.xǁStateǁ_job_ended__mutmut_56 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_57'] = State.xǁStateǁ_job_ended__mutmut_57 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_58'] = State.xǁStateǁ_job_ended__mutmut_58 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_59'] = State.xǁStateǁ_job_ended__mutmut_59 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_60'] = State.xǁStateǁ_job_ended__mutmut_60 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_61'] = State.xǁStateǁ_job_ended__mutmut_61 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_62'] = State.xǁStateǁ_job_ended__mutmut_62 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_63'] = State.xǁStateǁ_job_ended__mutmut_63 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_64'] = State.xǁStateǁ_job_ended__mutmut_64 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_65'] = State.xǁStateǁ_job_ended__mutmut_65 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_66'] = State.xǁStateǁ_job_ended__mutmut_66 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_67'] = State.xǁStateǁ_job_ended__mutmut_67 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_68'] = State.xǁStateǁ_job_ended__mutmut_68 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_69'] = State.xǁStateǁ_job_ended__mutmut_69 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_70'] = State.xǁStateǁ_job_ended__mutmut_70 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_71'] = State.xǁStateǁ_job_ended__mutmut_71 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_72'] = State.xǁStateǁ_job_ended__mutmut_72 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_73'] = State.xǁStateǁ_job_ended__mutmut_73 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_74'] = State.xǁStateǁ_job_ended__mutmut_74 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_75'] = State.xǁStateǁ_job_ended__mutmut_75 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_76'] = State.xǁStateǁ_job_ended__mutmut_76 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_77'] = State.xǁStateǁ_job_ended__mutmut_77 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_78'] = State.xǁStateǁ_job_ended__mutmut_78 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_79'] = State.xǁStateǁ_job_ended__mutmut_79 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_80'] = State.xǁStateǁ_job_ended__mutmut_80 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_81'] = State.xǁStateǁ_job_ended__mutmut_81 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_82'] = State.xǁStateǁ_job_ended__mutmut_82 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_83'] = State.xǁStateǁ_job_ended__mutmut_83 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_84'] = State.xǁStateǁ_job_ended__mutmut_84 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_85'] = State.xǁStateǁ_job_ended__mutmut_85 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_86'] = State.xǁStateǁ_job_ended__mutmut_86 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_87'] = State.xǁStateǁ_job_ended__mutmut_87 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_88'] = State.xǁStateǁ_job_ended__mutmut_88 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_89'] = State.xǁStateǁ_job_ended__mutmut_89 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_90'] = State.xǁStateǁ_job_ended__mutmut_90 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_91'] = State.xǁStateǁ_job_ended__mutmut_91 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_92'] = State.xǁStateǁ_job_ended__mutmut_92 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_93'] = State.xǁStateǁ_job_ended__mutmut_93 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_94'] = State.xǁStateǁ_job_ended__mutmut_94 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_95'] = State.xǁStateǁ_job_ended__mutmut_95 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_96'] = State.xǁStateǁ_job_ended__mutmut_96 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_97'] = State.xǁStateǁ_job_ended__mutmut_97 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_98'] = State.xǁStateǁ_job_ended__mutmut_98 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_99'] = State.xǁStateǁ_job_ended__mutmut_99 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_100'] = State.xǁStateǁ_job_ended__mutmut_100 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_101'] = State.xǁStateǁ_job_ended__mutmut_101 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_102'] = State.xǁStateǁ_job_ended__mutmut_102 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_103'] = State.xǁStateǁ_job_ended__mutmut_103 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_104'] = State.xǁStateǁ_job_ended__mutmut_104 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_105'] = State.xǁStateǁ_job_ended__mutmut_105 # type: ignore # mutmut generated
mutants_xǁStateǁ_job_ended__mutmut['xǁStateǁ_job_ended__mutmut_106'] = State.xǁStateǁ_job_ended__mutmut_106 # type: ignore # mutmut generated

mutants_xǁStateǁ_note_all__mutmut['_mutmut_orig'] = State.xǁStateǁ_note_all__mutmut_orig # type: ignore # mutmut generated
mutants_xǁStateǁ_note_all__mutmut['xǁStateǁ_note_all__mutmut_1'] = State.xǁStateǁ_note_all__mutmut_1 # type: ignore # mutmut generated
mutants_xǁStateǁ_note_all__mutmut['xǁStateǁ_note_all__mutmut_2'] = State.xǁStateǁ_note_all__mutmut_2 # type: ignore # mutmut generated
mutants_xǁStateǁ_note_all__mutmut['xǁStateǁ_note_all__mutmut_3'] = State.xǁStateǁ_note_all__mutmut_3 # type: ignore # mutmut generated
mutants_xǁStateǁ_note_all__mutmut['xǁStateǁ_note_all__mutmut_4'] = State.xǁStateǁ_note_all__mutmut_4 # type: ignore # mutmut generated
mutants_xǁStateǁ_note_all__mutmut['xǁStateǁ_note_all__mutmut_5'] = State.xǁStateǁ_note_all__mutmut_5 # type: ignore # mutmut generated
mutants_xǁStateǁ_note_all__mutmut['xǁStateǁ_note_all__mutmut_6'] = State.xǁStateǁ_note_all__mutmut_6 # type: ignore # mutmut generated
mutants_xǁStateǁ_note_all__mutmut['xǁStateǁ_note_all__mutmut_7'] = State.xǁStateǁ_note_all__mutmut_7 # type: ignore # mutmut generated
mutants_xǁStateǁ_note_all__mutmut['xǁStateǁ_note_all__mutmut_8'] = State.xǁStateǁ_note_all__mutmut_8 # type: ignore # mutmut generated

mutants_xǁStateǁ_note__mutmut['_mutmut_orig'] = State.xǁStateǁ_note__mutmut_orig # type: ignore # mutmut generated
mutants_xǁStateǁ_note__mutmut['xǁStateǁ_note__mutmut_1'] = State.xǁStateǁ_note__mutmut_1 # type: ignore # mutmut generated
mutants_xǁStateǁ_note__mutmut['xǁStateǁ_note__mutmut_2'] = State.xǁStateǁ_note__mutmut_2 # type: ignore # mutmut generated
mutants_xǁStateǁ_note__mutmut['xǁStateǁ_note__mutmut_3'] = State.xǁStateǁ_note__mutmut_3 # type: ignore # mutmut generated
mutants_xǁStateǁ_note__mutmut['xǁStateǁ_note__mutmut_4'] = State.xǁStateǁ_note__mutmut_4 # type: ignore # mutmut generated
mutants_xǁStateǁ_note__mutmut['xǁStateǁ_note__mutmut_5'] = State.xǁStateǁ_note__mutmut_5 # type: ignore # mutmut generated
mutants_xǁStateǁ_note__mutmut['xǁStateǁ_note__mutmut_6'] = State.xǁStateǁ_note__mutmut_6 # type: ignore # mutmut generated
mutants_xǁStateǁ_note__mutmut['xǁStateǁ_note__mutmut_7'] = State.xǁStateǁ_note__mutmut_7 # type: ignore # mutmut generated
mutants_xǁStateǁ_note__mutmut['xǁStateǁ_note__mutmut_8'] = State.xǁStateǁ_note__mutmut_8 # type: ignore # mutmut generated
mutants_xǁStateǁ_note__mutmut['xǁStateǁ_note__mutmut_9'] = State.xǁStateǁ_note__mutmut_9 # type: ignore # mutmut generated
mutants_xǁStateǁ_note__mutmut['xǁStateǁ_note__mutmut_10'] = State.xǁStateǁ_note__mutmut_10 # type: ignore # mutmut generated
mutants_xǁStateǁ_note__mutmut['xǁStateǁ_note__mutmut_11'] = State.xǁStateǁ_note__mutmut_11 # type: ignore # mutmut generated
mutants_xǁStateǁ_note__mutmut['xǁStateǁ_note__mutmut_12'] = State.xǁStateǁ_note__mutmut_12 # type: ignore # mutmut generated
mutants_xǁStateǁ_note__mutmut['xǁStateǁ_note__mutmut_13'] = State.xǁStateǁ_note__mutmut_13 # type: ignore # mutmut generated
mutants_xǁStateǁ_note__mutmut['xǁStateǁ_note__mutmut_14'] = State.xǁStateǁ_note__mutmut_14 # type: ignore # mutmut generated
mutants_xǁStateǁ_note__mutmut['xǁStateǁ_note__mutmut_15'] = State.xǁStateǁ_note__mutmut_15 # type: ignore # mutmut generated
mutants_xǁStateǁ_note__mutmut['xǁStateǁ_note__mutmut_16'] = State.xǁStateǁ_note__mutmut_16 # type: ignore # mutmut generated
mutants_xǁStateǁ_note__mutmut['xǁStateǁ_note__mutmut_17'] = State.xǁStateǁ_note__mutmut_17 # type: ignore # mutmut generated
mutants_xǁStateǁ_note__mutmut['xǁStateǁ_note__mutmut_18'] = State.xǁStateǁ_note__mutmut_18 # type: ignore # mutmut generated
mutants_xǁStateǁ_note__mutmut['xǁStateǁ_note__mutmut_19'] = State.xǁStateǁ_note__mutmut_19 # type: ignore # mutmut generated
