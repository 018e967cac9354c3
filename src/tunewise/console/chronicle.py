"""What a journal tells and its state doesn't keep: decisions in words, where jobs ran, how they ended."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tunewise import events
from tunewise.display import asked, words
from tunewise.display.formats import count, gist
from tunewise.display.limits import limits_in_words
from tunewise.problem import Problem
from tunewise.trial import JobId, Trials

FAILURE, NOTE, OPENED, REQUEST = ("failure", "note", "opened", "request")
KINDS = {
    "StartJob": "start",
    "ResumeJob": "resume",
    "HaltJob": "halt",
    "Finish": "finish",
    "Refuse": "refused",
}
"""The kind of what is told about an action, by the action's name."""


class Told(NamedTuple):
    """Something that happened, in words. time: on the experiment's clock. trial: None for the experiment's
    own."""

    time: float
    kind: str
    trial: int | None
    text: str


class Halt(NamedTuple):
    """When the end of a job was decided, and what its trial was to become."""

    time: float
    target: str


class Answer(NamedTuple):
    """What a tuner made of a request: a sentence for the person who asked."""

    text: str
    refused: bool = False


class Chronicle:
    """Takes the entries of a journal in order.

    told: what happened, the oldest first. places: where jobs run. halts: of jobs that were told to end.
    failures: the kinds of those that failed. answers: to people's requests, by id.
    """

    def __init__(self, problem: Problem, name: str) -> None:
        self._name = name
        self.told: list[Told] = []
        self.places: dict[JobId, str] = {}
        self.halts: dict[JobId, Halt] = {}
        self.failures: dict[JobId, str] = {}
        self.answers: dict[str, Answer] = {}
        self._problem = problem

    def take(self, entry: events.Entry) -> None:
        """Adds what an entry tells."""
        fact = entry.fact
        if not isinstance(fact, events.Reported):  # most are reports
            self._take_fact(entry)
        for action in entry.actions:
            if isinstance(action, events.HaltJob):
                self.halts[action.job] = Halt(action.time, action.target.value)
            text = words.decision(action, self._problem) or asked.decision(action, self._problem)
            if text is not None:
                self._tell(action.time, KINDS.get(type(action).__name__, NOTE), words.subject(action), text)

    def _take_fact(self, entry: events.Entry) -> None:
        fact = entry.fact
        if isinstance(fact, events.JobStarted):
            self.places[fact.job] = fact.place
        elif isinstance(fact, events.JobEnded) and fact.failure is not None:
            self.failures[fact.job] = fact.failure.value
            text = f"trial {fact.job.trial_id}: its job ended ({gist(fact.detail)})"
            self._tell(fact.time, FAILURE, fact.job.trial_id, text)
        elif isinstance(fact, events.Requested):
            self.answers[fact.id] = self._answer(fact, entry.actions)
            text = f"a person asks: {asked.request(fact.request)}"
            self._tell(fact.time, REQUEST, asked.about(fact.request), text)
        elif isinstance(fact, events.StopRequested):
            self._tell(fact.time, NOTE, None, fact.why)
        elif isinstance(fact, events.Opened) and fact.workers:
            limits = limits_in_words(fact.limits, fact.price)
            text = f"a tuner takes over, with {count(fact.workers, 'worker')}; limits: {limits}"
            self._tell(fact.time, OPENED, None, text)

    def _answer(self, fact: events.Requested, actions: Sequence[events.Action]) -> Answer:
        refusals = [
            action.why for action in actions if isinstance(action, events.Refuse) and action.id == fact.id
        ]
        if refusals:
            return Answer(refusals[0], refused=True)
        return Answer(asked.came_of(fact.request, actions, self._problem, self._name))

    def _tell(self, time: float, kind: str, trial: int | None, text: str) -> None:
        self.told.append(Told(time, kind, trial, text))


class Incumbent(NamedTuple):
    """A best metric so far: when it was reported, after how many reports of all trials, by which trial and at
    which level."""

    time: float
    reports: int
    value: float
    trial: int
    level: int


class Incumbents:
    """The best metrics of a history, one after the other. It catches up with the reports that came since."""

    def __init__(self) -> None:
        self.found: list[Incumbent] = []
        self._read = 0

    def update(self, trials: Trials) -> None:
        """Reads the reports that it hasn't seen."""
        sign = trials.problem.sign
        best = sign * self.found[-1].value if self.found else float("inf")
        for position in range(self._read, trials.num_reports):
            trial, index = trials.report(position)
            value = trial.values[index]
            if sign * value < best:
                best = sign * value
                self.found.append(
                    Incumbent(trial.times[index], position + 1, value, trial.id, trial.levels[index])
                )
        self._read = trials.num_reports
