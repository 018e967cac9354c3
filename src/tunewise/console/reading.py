"""Follows one experiment: folds its journal as it grows, and keeps what changed."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from tunewise.console.chronicle import Chronicle, Incumbents
from tunewise.definition import Definition, read_definition
from tunewise.disk import is_locked, is_shared
from tunewise.display import words
from tunewise.display.words import Standing
from tunewise.engine.state import State
from tunewise.events import Entry, FinishReason, jobs_of
from tunewise.journal import BLOCK, JournalError, JournalReader, JournalReplacedError
from tunewise.paths import ExperimentPaths
from tunewise.problem import Problem
from tunewise.results import problem_of
from tunewise.snapshot import read_snapshot, source_of
from tunewise.trial import JobId

TURN = 0.03  # seconds for which a long journal is read at a time
RECENT = 60.0  # seconds after which a journal that isn't locked here counts as left, on a shared disk


@dataclass
class Changes:
    """What a follower has read since this was last asked for.

    trials, jobs: those that aren't as they were. reports: trials and indices of new ones. told, incumbents,
    answers: how many the client has already.
    """

    trials: set[int] = field(default_factory=set)
    jobs: set[JobId] = field(default_factory=set)
    reports: list[tuple[int, int]] = field(default_factory=list)
    told: int = 0
    incumbents: int = 0
    answers: int = 0


class Follower:
    """The state of an experiment that some process may be running, here or on another machine.

    A valid snapshot gives the state at once; the journal is then read for what it tells and checked, and from
    the snapshot's end on it is folded as well. Raises `DefinitionError` if there is no such experiment.

    state: what was folded. whole: whether all of the journal was read at least once. usable: whether `state`
    is that of a whole journal. flaw: why the journal can't be read any further, or "".
    """

    def __init__(self, paths: ExperimentPaths) -> None:
        self.paths = paths
        self.restart()

    def restart(self) -> None:
        """Reads everything again from the start."""
        paths = self.paths
        self.definition: Definition = read_definition(paths.definition)
        self.problem: Problem = problem_of(self.definition, paths)
        source = source_of(paths)
        snapshot = read_snapshot(paths, self.problem, self.definition.policy.retry) if source else None
        self.state = snapshot.state if snapshot else State(self.problem, self.definition.policy.retry)
        self.chronicle = Chronicle(self.problem, paths.name)
        self.incumbents = Incumbents()
        self.flaw = ""
        self.whole = False
        self.usable = snapshot is not None
        self.changes = Changes()
        self._folded = source[0].size if snapshot and source else 0
        self._reader = JournalReader(paths.journal, paths.name)
        self._failed_at: tuple[int, int] | None = None

    @property
    def offset(self) -> int:
        """Bytes of the journal that were read."""
        return self._reader.offset

    @property
    def size(self) -> int:
        """Bytes of the journal; 0 if there is none."""
        try:
            return self.paths.journal.stat().st_size
        except OSError:
            return 0

    @property
    def standing(self) -> Standing:
        """Where the experiment stands."""
        finished = self.state.finished
        changed = self._mark()[1] / 1e9
        return standing_of(self.paths, finished.reason if finished else None, changed)

    def advance(self) -> bool:
        """Reads on for a moment. Returns whether there is more to read. Raises `JournalReplacedError` if the
        journal is another one now, and must be read again from the start."""
        if self._failed_at is not None:
            if self._failed_at == self._mark():
                return False
            raise JournalReplacedError(f"{self.paths.journal} was changed.")
        until = time.monotonic() + TURN
        most = BLOCK
        while time.monotonic() < until:
            before = self.offset
            room = self._folded - before if before < self._folded else most
            try:
                entries = self._reader.read(min(most, room))
                self._take(entries, folded=before < self._folded)
            except JournalReplacedError:
                raise
            except JournalError as error:
                if most > 1:  # the lines before the flaw are good
                    most //= 8
                    continue
                return self._stop(str(error))
            except (ValueError, IndexError) as error:
                name = self.paths.name
                return self._stop(
                    f"A line of {self.paths.journal} can't follow the ones before it ({error}): restore it; "
                    f"`tunewise check {name}` says what can be kept."
                )
            if self.offset == before:
                self.whole = self.usable = True
                self.incumbents.update(self.state.trials)
                return False
        self.incumbents.update(self.state.trials)
        return True

    def take_changes(self) -> Changes:
        """What changed since the last call."""
        changes = self.changes
        self.changes = Changes(
            told=len(self.chronicle.told),
            incumbents=len(self.incumbents.found),
            answers=len(self.chronicle.answers),
        )
        return changes

    def _stop(self, flaw: str) -> bool:
        self.flaw = flaw
        self.whole = self.usable = True
        self._failed_at = self._mark()
        self.incumbents.update(self.state.trials)
        return False

    def _mark(self) -> tuple[int, int]:
        try:
            status = self.paths.journal.stat()
        except OSError:
            return (0, 0)
        return status.st_size, status.st_mtime_ns

    def _take(self, entries: list[Entry], folded: bool) -> None:
        """Takes entries. folded: the state has them already."""
        for entry in entries:
            if not folded:
                before = self.state.trials.num_reports
                self.state.replay(entry)
                if self.whole:
                    self._note(entry, before)
            self.chronicle.take(entry)

    def _note(self, entry: Entry, reports: int) -> None:
        """Notes what an entry changed. reports: how many there were before it."""
        changes, trials = self.changes, self.state.trials
        for job in jobs_of(entry):
            changes.trials.add(job.trial_id)
            changes.jobs.add(job)
        if trials.num_reports > reports:
            trial, index = trials.report(reports)
            changes.reports.append((trial.id, index))


def standing_of(paths: ExperimentPaths, finished: FinishReason | None, changed: float) -> Standing:
    """Where an experiment stands. The locks of other machines can't always be seen: on a shared disk, a
    journal that grew within the last minute shows that a tuner runs.

    changed: when the journal grew, in seconds since 1970.
    """
    tuner = is_locked(paths.journal)
    if not tuner and finished is None and time.time() - changed < RECENT:
        tuner = is_shared(paths.journal)
    return words.standing(tuner, finished)
