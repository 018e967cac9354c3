"""What happens while an experiment runs, in words: for the live display and for plain lines."""

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from tunewise import events
from tunewise.display import asked, words
from tunewise.display.formats import duration, gist, in_one_line
from tunewise.engine.state import Note, State
from tunewise.problem import Problem
from tunewise.trial import COMPLETED, FAILED, PAUSED, STOPPED, SUSPENDED, Best, FailureKind


class Kind(Enum):
    """What kind of event it is."""

    BEST = "best"
    DECISION = "decision"
    COMPLETION = "completion"
    FAILURE = "failure"
    NOTE = "note"
    REQUEST = "request"  # by a person, or a refusal of it
    STOPPING = "stopping"


class Happening(NamedTuple):
    """An event in words; `time` is on the experiment's clock."""

    time: float
    kind: Kind
    text: str


class Story:
    """Puts into words what each round of the loop brought.

    before: the state that a resumed experiment starts from; what is in it is not told again.
    """

    def __init__(self, problem: Problem, before: State | None = None) -> None:
        self._problem = problem
        self._notes = len(before.notes) if before else 0
        self._best: Best | None = before.trials.best if before else None

    def take(self, state: State, entries: Sequence[events.Entry], decisions: bool = True) -> list[Happening]:
        """What these lines brought. decisions: whether those are told, which are most of it."""
        happenings: list[Happening] = []
        for entry in entries:
            if decisions or not isinstance(entry.fact, events.Reported):  # most are reports
                happenings += self._of_entry(state, entry) if decisions else self._of_fact(state, entry)
        if len(state.notes) > self._notes:
            happenings += [
                Happening(note.time, Kind.NOTE, f"trial {note.trial_id}: {note.message}")
                for note in state.notes[self._notes :]
                if not is_failure(state, note)
            ]
            self._notes = len(state.notes)
        best = state.trials.best
        if best is not self._best and best is not None and best != self._best:
            self._best = best
            happenings.append(Happening(state.now, Kind.BEST, f"best {words.best_found(state.trials)}"))
        return happenings

    def _of_fact(self, state: State, entry: events.Entry) -> Iterable[Happening]:
        fact = entry.fact
        if isinstance(fact, events.JobEnded):
            ended = self._of_end(state, fact)
            return () if ended is None else (ended,)
        if isinstance(fact, events.StopRequested):
            return (Happening(fact.time, Kind.STOPPING, in_one_line(fact.why)),)
        return _of_request(entry, fact) if isinstance(fact, events.Requested) else ()

    def _of_entry(self, state: State, entry: events.Entry) -> Iterator[Happening]:
        yield from self._of_fact(state, entry)
        for action in entry.actions:
            text = words.decision(action, self._problem) if _is_shown(action) else None
            if text is not None:
                yield Happening(action.time, Kind.DECISION, text)

    def _of_end(self, state: State, fact: events.JobEnded) -> Happening | None:
        trial = state.trials[fact.job.trial_id]
        if trial.status is PAUSED and trial.reached == trial.level and fact.failure is None:
            return None  # most often
        where = f"{self._problem.level_name} {trial.level}"
        if trial.job == fact.job and trial.status is COMPLETED:
            return Happening(fact.time, Kind.COMPLETION, f"trial {trial.id} is complete at {where}")
        if trial.job == fact.job and trial.status is PAUSED and trial.reached > trial.level:
            why = f"its job ended by itself, limited to {self._problem.level_name} {trial.until}"
            return Happening(fact.time, Kind.DECISION, f"pauses trial {trial.id} at {where}: {why}")
        if trial.job == fact.job and trial.status is FAILED and trial.failure is not None:
            text = f"trial {trial.id} failed: {gist(trial.failure.message)}"
            return Happening(fact.time, Kind.FAILURE, text)
        if fact.failure in (FailureKind.PREEMPTED, FailureKind.INFRASTRUCTURE):
            wait = trial.retry_at - fact.time
            is_retried = trial.status is SUSPENDED and wait > 0
            retry = f", tried again in {duration(wait)}" if is_retried else ""
            text = f"trial {trial.id} was interrupted ({gist(fact.detail)}){retry}"
            return Happening(fact.time, Kind.NOTE, text)
        return None


def _of_request(entry: events.Entry, fact: events.Requested) -> Iterator[Happening]:
    if isinstance(fact.request, events.Suspend):
        yield Happening(fact.time, Kind.STOPPING, in_one_line(fact.request.why))
    else:
        yield Happening(fact.time, Kind.REQUEST, f"asked: {asked.request(fact.request)}")
    for action in entry.actions:
        if isinstance(action, events.Refuse):
            yield Happening(fact.time, Kind.REQUEST, f"refused: {in_one_line(action.why)}")


def is_failure(state: State, note: Note) -> bool:
    """Whether a note only repeats why its trial failed."""
    failure = state.trials[note.trial_id].failure
    return failure is not None and failure.message == note.message


def _is_shown(action: events.Action) -> bool:
    """Failures are shown when their job has ended; what the end of an experiment suspends isn't shown."""
    if isinstance(action, events.HaltJob):
        return action.target in (PAUSED, STOPPED)
    return isinstance(action, (events.StartJob, events.ResumeJob))
