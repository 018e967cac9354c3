"""Synchronous successive halving: Hyperband, and one epoch for many configurations.

L. Li, K. Jamieson, G. DeSalvo, A. Rostamizadeh and A. Talwalkar: Hyperband: A Novel Bandit-Based Approach to
Hyperparameter Optimization. JMLR 18 (2018), arXiv:1603.06560. That a new bracket begins instead of a worker
waiting is from D. Salinas, M. Seeger, A. Klein, V. Perrone, M. Wistuba and C. Archambeau: Syne Tune: A
Library for Large Scale Hyperparameter Tuning and Reproducible Research. AutoML 2022.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from tunewise.problem import Problem, largest_resource
from tunewise.schedulers.base import (
    ASKED,
    CONTINUE,
    Decision,
    Exhausted,
    Judgement,
    Resume,
    Scheduler,
    Verdict,
    Wait,
)
from tunewise.schedulers.rungs import loss_at, rung_levels
from tunewise.schedulers.sync_rungs import (
    Bracket,
    BracketSequence,
    SyncRung,
    growing_bracket,
    hyperband_brackets,
)
from tunewise.searchers.base import Searcher
from tunewise.space import Value
from tunewise.trial import Status, Trial, Trials

if TYPE_CHECKING:
    import numpy as np


class SyncHalving(Scheduler):
    """Fills brackets one after the other. The best of each rung go on once the whole rung is over.

    A trial runs to its rung and pauses. Once all slots of the rung are taken and every trial there has its
    result, the best are resumed up to the next rung, the last of which is the largest resource. A trial that
    fails on its way to a rung, or ends before it, counts as the worst there. A free worker takes the oldest
    bracket that has something to do. If none has, it begins a new one, so that no worker waits for a rung.
    If the searcher has nothing left, the bracket that is being filled goes on with the trials that it has.

    Raises `ProblemError` if the problem has no max_resource.
    """

    def __init__(self, problem: Problem, searcher: Searcher) -> None:
        super().__init__(problem, searcher)
        self._max_resource = largest_resource(problem, "Synchronous halving")
        self._brackets = BracketSequence(self._bracket)

    @abstractmethod
    def _bracket(self, number: int) -> Bracket:
        """The bracket with this number, from 0; there is no last one."""

    def next(self, trials: Trials, rng: np.random.Generator) -> Decision:
        self._brackets.update(trials)
        full = self._brackets.unfinished(trials)
        resume = _first_resume([*full, *self._brackets.being_filled(trials, closed=False)], trials)
        if resume is not None:
            return resume
        decision = self._start_new(trials, rng, *self.place(trials, rng))
        if not isinstance(decision, Exhausted):
            return decision
        brackets = [*full, *self._brackets.being_filled(trials, closed=True)]
        resume = _first_resume(brackets, trials)
        if resume is not None:
            return resume
        return Wait() if any(self._may_go_on(rungs[-1]) for rungs in brackets) else Exhausted()

    def place(self, trials: Trials, rng: np.random.Generator) -> tuple[int, int]:
        self._brackets.update(trials)
        bracket = self._brackets.filling
        return bracket.rungs[0].level, bracket.kind

    def recalled(self, trials: Trials, trial: Trial) -> Resume | str:
        if trial.until is None or trial.until > trial.reached:
            return f"Trial {trial.id} was paused on the way to a rung, and its bracket goes on without it."
        self._brackets.update(trials)
        rungs = self._brackets.of_trial(trial.id).bracket.rungs
        following = next((rung.level for rung in rungs if rung.level > trial.reached), None)
        return super().recalled(trials, trial) if following is None else Resume(trial.id, following, ASKED)

    def observe(self, trials: Trials, trial: Trial) -> Judgement:
        if trial.until is None or not trial.until <= trial.level < self._max_resource:
            return CONTINUE
        self._brackets.update(trials)
        rungs = self._brackets.of_trial(trial.id).known_rungs(trials, closed=True)
        reached = [rung for rung in rungs if rung.level <= trial.level and trial.id in rung.members]
        if not reached:
            return Judgement(Verdict.PAUSE, {"kind": "below its rung", "level": rungs[0].level})
        rung = reached[-1]
        why: dict[str, Value] = {
            "kind": "rung",
            "level": rung.level,
            "rank": rung.rank(loss_at(self.problem, trial, rung.level)),
            "of": len(rung.entries),
            "slots": rung.slots,
        }
        return Judgement(Verdict.PAUSE, why)

    def _may_go_on(self, rung: SyncRung) -> bool:
        """Whether a worker may get something to do when the trials of an unfinished rung get there."""
        if rung.level < self._max_resource:
            return bool(rung.unsettled)
        return any(
            trial.status is Status.HALTING or (trial.until is not None and trial.until < rung.level)
            for trial in rung.unsettled
        )


def _first_resume(brackets: list[list[SyncRung]], trials: Trials) -> Resume | None:
    resumes = (_resume(rungs, trials) for rungs in brackets)
    return next((resume for resume in resumes if resume is not None), None)


def _resume(rungs: list[SyncRung], trials: Trials) -> Resume | None:
    """The next trial to go on in a bracket, the best of the rung below first."""
    trial = rungs[-1].resumable
    if trial is None:
        return None
    if len(rungs) == 1:
        return Resume(trial.id, rungs[-1].level, {"kind": "below its rung", "level": rungs[-1].level})
    below = rungs[-2]
    why: dict[str, Value] = {
        "kind": "promotion",
        "from_level": below.level,
        "rank": below.rank(loss_at(trials.problem, trial, below.level)),
        "of": len(below.entries),
    }
    return Resume(trial.id, rungs[-1].level, why)


class SyncHyperband(SyncHalving):
    """Cycles through the brackets of Hyperband, from the one with most trials and rungs to the one with
    fewest.

    grace_period: the lowest rung, in levels of the resource. reduction_factor: at least 2. brackets: how
    many there are, from 1 to the number of rungs plus 1; None for all. With 1, this is synchronous
    successive halving. Raises `ProblemError` if the problem has no max_resource, `ValueError` if an
    argument is out of range.
    """

    def __init__(
        self,
        problem: Problem,
        searcher: Searcher,
        grace_period: int = 1,
        reduction_factor: int = 3,
        brackets: int | None = None,
    ) -> None:
        super().__init__(problem, searcher)
        levels = rung_levels(grace_period, reduction_factor, self._max_resource)
        num_brackets = len(levels) + 1 if brackets is None else brackets
        self._round = hyperband_brackets(levels, num_brackets, reduction_factor, self._max_resource)

    def _bracket(self, number: int) -> Bracket:
        return self._round[number % len(self._round)]


class OneEpochTopK(SyncHalving):
    """Looks at `first` new configurations for one unit of the resource and trains the best `top_k` of them to
    the end; then the same with twice as many, and so on.

    The paper looks at as many configurations as the budget allows. The budget isn't known here. With phases
    that double, about half of the configurations belong to one phase whenever it ends. Workers for which a
    phase has nothing to do begin the next one. Raises `ProblemError` if the problem has no max_resource,
    `ValueError` unless 1 <= top_k <= first.

    R. Egele, I. Guyon, Y. Sun and P. Balaprakash: Is One Epoch All You Need For Multi-Fidelity
    Hyperparameter Optimization? ESANN 2023, arXiv:2307.15422.
    """

    def __init__(self, problem: Problem, searcher: Searcher, first: int = 16, top_k: int = 3) -> None:
        super().__init__(problem, searcher)
        for name, value in (("first", first), ("top_k", top_k)):
            if not isinstance(value, int) or value < 1:
                raise ValueError(f"{name} is {value!r}: it must be a whole number of at least 1.")
        if top_k > first:
            raise ValueError(f"top_k is {top_k}: it must be at most first, which is {first}.")
        self._first = first
        self._top_k = top_k

    def _bracket(self, number: int) -> Bracket:
        return growing_bracket(number, self._first, self._top_k, 1, self._max_resource)
