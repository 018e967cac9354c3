"""Schedulers decide which trials run, how far, and which pause, stop or resume."""

from __future__ import annotations

import operator
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from tunewise.problem import Problem
from tunewise.searchers.base import Searcher
from tunewise.space import Config, Value
from tunewise.space.values import cut
from tunewise.trial import Trial, Trials

if TYPE_CHECKING:
    import numpy as np


class Verdict(StrEnum):
    """What a trial does after a report."""

    CONTINUE = "continue"
    PAUSE = "pause"  # its worker is free; it may be resumed from its checkpoint
    STOP = "stop"  # for good


GOES_ON, PAUSES, STOPS = Verdict  # quicker than its attributes


class Start(msgspec.Struct, frozen=True):
    """Start a new trial, whose id is the number of trials so far, and run it up to level `until`."""

    trial_id: int
    config: Config
    until: int | None
    bracket: int = 0
    why: dict[str, Value] = {}


class Resume(msgspec.Struct, frozen=True):
    """Resume a paused trial from its checkpoint and run it up to level `until`."""

    trial_id: int
    until: int | None
    why: dict[str, Value] = {}


class Wait(msgspec.Struct, frozen=True):
    """A worker has nothing to do until the next report or end of a job."""


class Exhausted(msgspec.Struct, frozen=True):
    """There is nothing left to do, whatever the running trials report."""


Decision = Start | Resume | Wait | Exhausted


class Judgement(msgspec.Struct, frozen=True):
    """A verdict, and why."""

    verdict: Verdict
    why: dict[str, Value] = {}


CONTINUE = Judgement(Verdict.CONTINUE)

ASKED: dict[str, Value] = {"kind": "asked"}
"""The reason for what a person asked for."""


class Scheduler(ABC):
    """Decides which trials run, and how far.

    All methods are functions of the history. They change nothing in it and keep no state, except caches
    that can be recomputed from it. So replaying a journal needs no scheduler, and a scheduler can continue a
    history that another one began.

    The contract suite builds each subclass from a problem and a searcher: all other arguments need defaults.
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

    def place(self, trials: Trials, rng: np.random.Generator) -> tuple[int | None, int]:
        """Up to which level the next new trial runs at first, and its bracket, whatever its configuration: a
        person may have chosen that."""
        return self.problem.max_resource, 0

    def recalled(self, trials: Trials, trial: Trial) -> Resume | str:
        """How a paused trial goes on because a person wants it to; or why it can't, as a sentence. What a
        paused trial does next must not overthrow what was decided because it had paused."""
        largest = self.problem.max_resource
        if largest is not None and trial.reached >= largest:
            return f"Trial {trial.id} has been trained to its end."
        return Resume(trial.id, largest, ASKED)

    def _start_new(
        self, trials: Trials, rng: np.random.Generator, until: int | None, bracket: int = 0
    ) -> Start | Exhausted:
        """Starts the searcher's next configuration, if it has one."""
        proposal = self.searcher.propose(trials, rng)
        if proposal is None:
            return Exhausted()
        return Start(len(trials), proposal.config, until, bracket, proposal.why)


@dataclass(frozen=True, repr=False)
class Method:
    """A scheduler with the name and arguments that build it again: what `tunewise.methods` returns.

    arguments: in JSON's types, as an experiment's folder keeps them. ends: at some time it has nothing left
    to try, even in an endless space.
    """

    name: str
    problem: Problem
    scheduler: Scheduler
    seed: int
    arguments: dict[str, Value | list[dict[str, Value]]] = field(default_factory=dict)
    ends: bool = False

    def __repr__(self) -> str:
        shown = [f"{name}={value!r}" for name, value in self.arguments.items() if value not in (None, [], "")]
        arguments = cut(", ".join([f"seed={self.seed}", *shown]), 200)
        return f"<Method {self.name}({arguments}) for {self.problem.metric}>"

    def __post_init__(self) -> None:
        try:
            object.__setattr__(
                self, "seed", operator.index(self.seed)
            )  # NumPy's integers can't be written as JSON
        except TypeError:
            raise ValueError(f"The seed is {self.seed!r}: give a whole number of at least 0.") from None
        if self.seed < 0:
            raise ValueError(f"The seed is {self.seed}: give a whole number of at least 0.")


def check_method(method: object, argument: str) -> None:
    """Raises `TypeError` for anything but a method, such as the name of one."""
    if not isinstance(method, Method):
        raise TypeError(f"{argument} is {method!r}: give a method, such as methods.asha(problem).")


class RunToEnd(Scheduler):
    """Runs each configuration that the searcher proposes to the largest resource, or to the script's end."""

    def next(self, trials: Trials, rng: np.random.Generator) -> Decision:
        return self._start_new(trials, rng, *self.place(trials, rng))

    def observe(self, trials: Trials, trial: Trial) -> Judgement:
        return CONTINUE
