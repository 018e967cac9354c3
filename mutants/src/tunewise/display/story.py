"""What happens while an experiment runs, in words: for the live display and for plain lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from tunewise.display import words
from tunewise.display.formats import duration, gist
from tunewise.events import Action, Entry, HaltJob, JobEnded, ResumeJob, StartJob, StopRequested
from tunewise.problem import Problem
from tunewise.trial import Best, FailureKind, Status

if TYPE_CHECKING:
    from tunewise.engine.state import Note, State


class Kind(Enum):
    """What sort of thing happened."""

    BEST = "best"
    DECISION = "decision"
    COMPLETION = "completion"
    FAILURE = "failure"
    NOTE = "note"
    STOPPING = "stopping"


class Happening(NamedTuple):
    """Something to tell; `time` is on the experiment's clock."""

    time: float
    kind: Kind
    text: str


class Story:
    """Tells what each round of the loop brought.

    before: the state that a resumed experiment goes on from, of which nothing is told again.
    """

    def __init__(self, problem: Problem, before: State | None = None) -> None:
        self._problem = problem
        self._notes = len(before.notes) if before else 0
        self._best: Best | None = before.trials.best if before else None

    def take(self, state: State, entries: Sequence[Entry]) -> list[Happening]:
        happenings = [told for entry in entries for told in self._of_entry(state, entry)]
        happenings += [
            Happening(note.time, Kind.NOTE, f"trial {note.trial_id}: {note.message}")
            for note in state.notes[self._notes :]
            if not is_failure(state, note)
        ]
        self._notes = len(state.notes)
        best = state.trials.best
        if best is not None and best != self._best:
            self._best = best
            happenings.append(Happening(state.now, Kind.BEST, f"best {words.best_found(state.trials)}"))
        return happenings

    def _of_entry(self, state: State, entry: Entry) -> Iterator[Happening]:
        fact = entry.fact
        if isinstance(fact, JobEnded):
            ended = self._end_in_words(state, fact)
            if ended is not None:
                yield ended
        elif isinstance(fact, StopRequested):
            yield Happening(fact.time, Kind.STOPPING, fact.why)
        for action in entry.actions:
            text = words.decision(action, self._problem) if _worth_telling(action) else None
            if text is not None:
                yield Happening(action.time, Kind.DECISION, text)

    def _end_in_words(self, state: State, fact: JobEnded) -> Happening | None:
        trial = state.trials[fact.job.trial_id]
        if trial.status is Status.COMPLETED and trial.job == fact.job:
            at = f"{self._problem.level_name} {trial.level}"
            return Happening(fact.time, Kind.COMPLETION, f"trial {trial.id} is complete at {at}")
        if trial.status is Status.PAUSED and trial.job == fact.job and trial.reached > trial.level:
            name = self._problem.level_name
            why = f"its job ended by itself, limited to {name} {trial.until}"
            text = f"pauses trial {trial.id} at {name} {trial.level}: {why}"
            return Happening(fact.time, Kind.DECISION, text)
        if trial.status is Status.FAILED and trial.failure is not None and trial.job == fact.job:
            return Happening(
                fact.time, Kind.FAILURE, f"trial {trial.id} failed: {gist(trial.failure.message)}"
            )
        if fact.failure in (FailureKind.PREEMPTED, FailureKind.INFRASTRUCTURE):
            wait = trial.retry_at - fact.time
            again = (
                f", tried again in {duration(wait)}" if trial.status is Status.SUSPENDED and wait > 0 else ""
            )
            return Happening(
                fact.time, Kind.NOTE, f"trial {trial.id} was interrupted ({gist(fact.detail)}){again}"
            )
        return None


def is_failure(state: State, note: Note) -> bool:
    """Whether a note says no more than why its trial failed."""
    failure = state.trials[note.trial_id].failure
    return failure is not None and failure.message == note.message


def _worth_telling(action: Action) -> bool:
    """A failure is told when its job has ended, and what the end of an experiment suspends not at all."""
    if isinstance(action, HaltJob):
        return action.target in (Status.PAUSED, Status.STOPPED)
    return isinstance(action, (StartJob, ResumeJob))
