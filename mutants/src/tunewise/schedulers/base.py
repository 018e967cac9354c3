"""What a scheduler is: it decides who runs, how far, and who pauses, stops or resumes."""

from __future__ import annotations

import operator
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from tunewise.problem import Problem
from tunewise.searchers.base import Searcher
from tunewise.space import Config, Value
from tunewise.space.values import cut
from tunewise.trial import Trial, Trials

if TYPE_CHECKING:
    import numpy as np


class Verdict(str, Enum):
    """What a trial does after a report."""

    CONTINUE = "continue"
    PAUSE = "pause"  # its worker is free; it may be resumed from its checkpoint
    STOP = "stop"  # for good


@dataclass(frozen=True)
class Start:
    """Start a new trial, whose id is the number of trials so far, and run it up to level `until`."""

    trial_id: int
    config: Config
    until: int | None
    bracket: int = 0
    why: dict[str, Value] = field(default_factory=dict)


@dataclass(frozen=True)
class Resume:
    """Resume a paused trial from its checkpoint and run it up to level `until`."""

    trial_id: int
    until: int | None
    why: dict[str, Value] = field(default_factory=dict)


@dataclass(frozen=True)
class Wait:
    """Nothing to do for a worker before another report or end of a job."""


@dataclass(frozen=True)
class Exhausted:
    """Nothing to do any more, whatever the running trials report."""


Decision = Start | Resume | Wait | Exhausted


@dataclass(frozen=True)
class Judgement:
    """A verdict, and why."""

    verdict: Verdict
    why: dict[str, Value] = field(default_factory=dict)


CONTINUE = Judgement(Verdict.CONTINUE)


class Scheduler(ABC):
    """Decides who runs how far.

    Both methods are functions of the history: they change nothing in it, and keep no state other than
    caches that can be computed anew from it. So replaying a journal needs no scheduler, and a scheduler may
    take up a history that another one made.

    A subclass can be built from a problem and a searcher alone, everything else having defaults: that is
    how the contract suite finds and builds it.
    """

    def __init__(self, problem: Problem, searcher: Searcher) -> None:
        self.problem = problem
        self.searcher = searcher

    @abstractmethod
    def next(self, trials: Trials, rng: np.random.Generator) -> Decision:
        """What a free worker does next. Only trials in state PAUSED may be resumed."""

    @abstractmethod
    def observe(self, trials: Trials, trial: Trial) -> Judgement:
        """What becomes of a running trial whose newest report has just been added to `trials`."""


@dataclass(frozen=True, repr=False)
class Method:
    """A recipe with its ingredients: what `tunewise.methods` builds and an experiment runs.

    arguments: those that it was built with, in JSON's types, so that an experiment's folder can say how to
    build it again. ends: it has nothing left to try at some time, even in an endless space.
    """

    name: str
    problem: Problem
    scheduler: Scheduler
    seed: int
    arguments: dict[str, Value | list[dict[str, Value]]] = field(default_factory=dict)
    ends: bool = False

    def __repr__(self) -> str:
        told = [f"{name}={value!r}" for name, value in self.arguments.items() if value not in (None, [], "")]
        arguments = cut(", ".join([f"seed={self.seed}", *told]), 200)
        return f"<Method {self.name}({arguments}) for {self.problem.metric}>"

    def __post_init__(self) -> None:
        try:
            object.__setattr__(self, "seed", operator.index(self.seed))  # NumPy's integers are no JSON
        except TypeError:
            raise ValueError(f"The seed is {self.seed!r}: give a whole number of at least 0.") from None
        if self.seed < 0:
            raise ValueError(f"The seed is {self.seed}: give a whole number of at least 0.")


def check_method(given: object, argument: str) -> None:
    """Raises `TypeError` for anything but a method, such as the name of one."""
    if not isinstance(given, Method):
        raise TypeError(f"{argument} is {given!r}: give a method, such as methods.asha(problem).")


def start_new(
    searcher: Searcher,
    trials: Trials,
    rng: np.random.Generator,
    until: int | None,
    bracket: int = 0,
) -> Start | Exhausted:
    """A trial of the searcher's next configuration, or `Exhausted` if it has none."""
    proposal = searcher.propose(trials, rng)
    if proposal is None:
        return Exhausted()
    return Start(len(trials), proposal.config, until, bracket, proposal.why)


class RunToEnd(Scheduler):
    """Starts what the searcher proposes and lets it run to the largest resource, or to the script's end."""

    def next(self, trials: Trials, rng: np.random.Generator) -> Decision:
        return start_new(self.searcher, trials, rng, self.problem.max_resource)

    def observe(self, trials: Trials, trial: Trial) -> Judgement:
        return CONTINUE
