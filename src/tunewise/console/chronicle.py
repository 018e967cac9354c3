"""What a journal tells and its state doesn't keep: decisions in words, where jobs ran, how they ended."""

from __future__ import annotations

from typing import NamedTuple

from tunewise.display import words
from tunewise.display.formats import configuration, gist
from tunewise.events import (
    Change,
    EndTrial,
    Entry,
    HaltJob,
    JobEnded,
    JobStarted,
    Opened,
    PauseTrial,
    Refuse,
    Remark,
    Reported,
    Request,
    Requested,
    ResumeTrial,
    StopRequested,
    Suspend,
    TryNext,
)
from tunewise.problem import Problem
from tunewise.trial import JobId, Trials

FAILURE, NOTE, OPENED, REQUEST, REFUSED = ("failure", "note", "opened", "request", "refused")
KINDS = {"StartJob": "start", "ResumeJob": "resume", "HaltJob": "halt", "Finish": "finish"}
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


class Chronicle:
    """Takes the entries of a journal in order.

    told: what happened, the oldest first. places: where jobs run. halts: of jobs that were told to end.
    failures: the kinds of those that failed. answers: to requests of people, by id: why each was refused, or
    "" if it was taken up.
    """

    def __init__(self, problem: Problem) -> None:
        self.told: list[Told] = []
        self.places: dict[JobId, str] = {}
        self.halts: dict[JobId, Halt] = {}
        self.failures: dict[JobId, str] = {}
        self.answers: dict[str, str] = {}
        self._problem = problem

    def take(self, entry: Entry) -> None:
        """Adds what an entry tells."""
        fact = entry.fact
        if not isinstance(fact, Reported):  # most are reports
            self._take_fact(entry)
        for action in entry.actions:
            if isinstance(action, HaltJob):
                self.halts[action.job] = Halt(action.time, action.target.value)
            if isinstance(action, Refuse):
                self.answers[action.id] = action.why
                self._tell(action.time, REFUSED, None, f"refuses the request: {action.why}")
                continue
            text = words.decision(action, self._problem)
            if text is not None:
                job = getattr(action, "job", None)
                trial = getattr(action, "trial_id", None) if job is None else job.trial_id
                self._tell(action.time, KINDS.get(type(action).__name__, NOTE), trial, text)

    def _take_fact(self, entry: Entry) -> None:
        fact = entry.fact
        if isinstance(fact, JobStarted):
            self.places[fact.job] = fact.place
        elif isinstance(fact, JobEnded) and fact.failure is not None:
            self.failures[fact.job] = fact.failure.value
            text = f"trial {fact.job.trial_id}: its job ended ({gist(fact.detail)})"
            self._tell(fact.time, FAILURE, fact.job.trial_id, text)
        elif isinstance(fact, Requested):
            self.answers.setdefault(fact.id, "")
            trial = getattr(fact.request, "trial_id", None)
            self._tell(fact.time, REQUEST, trial, request_in_words(fact.request))
        elif isinstance(fact, StopRequested):
            self._tell(fact.time, NOTE, None, fact.why)
        elif isinstance(fact, Opened) and fact.workers:
            limits = words.limits_in_words(fact.limits, fact.price)
            text = f"a tuner takes over, with {fact.workers} workers; limits: {limits}"
            self._tell(fact.time, OPENED, None, text)

    def _tell(self, time: float, kind: str, trial: int | None, text: str) -> None:
        self.told.append(Told(time, kind, trial, text))


def request_in_words(request: Request) -> str:
    """What a person asked for."""
    if isinstance(request, Remark):
        return f"a person notes: {gist(request.text)}"
    if isinstance(request, Change):
        parts = [] if request.workers is None else [f"{request.workers} workers"]
        parts += [words.limits_in_words(request.limits, 1.0)] if request.limits else []
        return f"a person asks for {', '.join(parts)}"
    if isinstance(request, TryNext):
        return f"a person asks to try {configuration(request.config)} next"
    if isinstance(request, Suspend):
        return "a person asks to suspend the experiment"
    verbs: dict[type[Request], str] = {PauseTrial: "pause", ResumeTrial: "resume", EndTrial: "end"}
    return f"a person asks to {verbs[type(request)]} trial {request.trial_id}"


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
