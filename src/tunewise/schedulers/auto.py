"""Picks a method by what is known of the problem, and another one when the history gives a reason."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

from msgspec.structs import replace

from tunewise.models.evidence import Evidence, EvidenceTable
from tunewise.problem import Problem
from tunewise.schedulers.base import Decision, Judgement, Resume, RunToEnd, Scheduler, Start
from tunewise.searchers.base import Searcher
from tunewise.trial import Status, Trial, Trials

if TYPE_CHECKING:
    import numpy as np

Part = Literal["wise", "wise (full=1)", "bo", "hypertune", "asha"]
"""The methods it picks from. With full=1, `wise` runs new trials to their end, as `bo` does. But where trials
were paused, it knows which ones trained for long enough to count; to `bo` their last loss would be final."""

MOST_LOOKED = 1 / 6
"""Where a first report takes a larger share of a training, there is too little to save by a pause."""

BEGINNING = 8
"""So many trials may have been paused before it was known that a pause saves little."""

USEFUL = 0.5
"""Early losses whose correlation with the final ones is surely below this are of no use."""


class Choice(NamedTuple):
    """A method, and why, as the end of a sentence."""

    part: Part
    because: str


class Known(NamedTuple):
    """What is known beforehand.

    checkpoints: whether a resumed trial goes on where it was paused; None if only the run will tell.
    only_trials: whether trials are all that is limited, not time, money or reports.
    """

    checkpoints: bool | None = None
    only_trials: bool = False


def choose(problem: Problem, known: Known, evidence: Evidence) -> Choice:
    """The method for a problem, by what is known beforehand and what the trials have shown so far."""
    if problem.max_resource is None:
        return Choice("bo", "it isn't known when a trial is fully trained (max_resource)")
    if problem.max_resource == 1:
        return Choice("bo", "a trial reports only once")
    if known.only_trials:
        return Choice("bo", "the limit counts trials, so each of them is worth training to its end")
    number, silent, early = evidence.trainings, evidence.silent, evidence.early
    if number and silent == number:
        return Choice("bo", f"the first {number} trainings that ended had reported nothing before their end")
    if evidence.first > MOST_LOOKED:
        return Choice(
            "bo",
            f"a first report takes {evidence.first:.0%} of a training (the median of {evidence.timed}), so a "
            "pause saves little",
        )
    if evidence.looks <= 2 * evidence.stuck:
        return _by_ranks(known, evidence)
    if early is not None and _surely_below(early, number, USEFUL):
        return Choice(
            "wise (full=1)",
            f"reports after a third of a training say little about its end (the correlation is {early:.2f} "
            f"over {number} trainings)",
        )
    again = ", from its start, as there are no checkpoints" if known.checkpoints is False else ""
    because = "trials differ early, and a model of their curves says which one to go on with"
    return Choice("wise", f"{because}{again}")


def _by_ranks(known: Known, evidence: Evidence) -> Choice:
    """The method while most trials look alike, or too few were looked at. What distinguishes them then is
    noise, and a model that is fitted to it leads astray; ranks need one trial that stands out."""
    because = "the first trials show what there is to learn"
    if evidence.looks:
        because = (
            f"{evidence.stuck} of the first {evidence.looks} trials looked alike after a 27th of a training"
        )
    if known.checkpoints is False:
        return Choice("asha", f"{because}, and there are no checkpoints")
    if evidence.restarts >= 2 and 2 * evidence.restarts > evidence.resumes:
        again = f"{evidence.restarts} of {evidence.resumes} resumed trials took as long to go on as they had"
        return Choice("asha", f"{because}, and {again} trained before")
    return Choice("hypertune", because)


def _surely_below(found: float, number: int, bound: float) -> bool:
    """Whether the correlation of so many pairs is below a bound by more than two standard errors.

    R. A. Fisher: On the "Probable Error" of a Coefficient of Correlation Deduced from a Small Sample. Metron
    1 (1921).
    """
    if number <= 4:
        return False
    margin = 2.0 / math.sqrt(number - 3)
    return math.atanh(max(-0.999, min(0.999, found))) + margin < math.atanh(bound)


class Auto(Scheduler):
    """Leaves each decision to the method in charge, which follows from the problem and the history.

    The first trial that a method starts when it is put in charge says so in its reasons: `by` is the method,
    `chosen` the reason.

    parts: makes each method; it is called when the method is first in charge. Without one, a method runs the
        searcher's configurations to their end.
    """

    def __init__(
        self,
        problem: Problem,
        searcher: Searcher,
        parts: Mapping[Part, Callable[[], Scheduler]] | None = None,
        known: Known | None = None,
    ) -> None:
        super().__init__(problem, searcher)
        self._parts, self._known = parts or {}, known or Known()
        self._made: dict[Part, Scheduler] = {}
        self._evidence = EvidenceTable(problem)

    def next(self, trials: Trials, rng: np.random.Generator) -> Decision:
        choice = self._choice(trials)
        begun = self._best_begun(trials) if choice.part == "bo" else None
        if begun is not None:
            return Resume(begun.id, self.problem.max_resource, {"kind": "begun"})
        decision = self._part(choice.part).next(trials, rng)
        if not isinstance(decision, Start) or in_charge(trials) == choice.part:
            return decision
        return replace(decision, why={**decision.why, "by": choice.part, "chosen": choice.because})

    def observe(self, trials: Trials, trial: Trial) -> Judgement:
        return self._part(self._choice(trials).part).observe(trials, trial)

    def place(self, trials: Trials, rng: np.random.Generator) -> tuple[int | None, int]:
        return self._part(self._choice(trials).part).place(trials, rng)

    def recalled(self, trials: Trials, trial: Trial) -> Resume | str:
        return self._part(self._choice(trials).part).recalled(trials, trial)

    def _best_begun(self, trials: Trials) -> Trial | None:
        """The best of the first trials that another method has paused, which `bo` would have run to their
        end: it takes last losses for final ones."""
        largest = self.problem.max_resource or 0
        first = (trials[number] for number in range(min(BEGINNING, len(trials))))
        begun = [trial for trial in first if trial.status is Status.PAUSED and trial.reached < largest]
        return min(begun, key=self._last_loss, default=None)

    def _last_loss(self, trial: Trial) -> float:
        return self.problem.sign * trial.values[-1] if trial.values else math.inf

    def _choice(self, trials: Trials) -> Choice:
        return choose(self.problem, self._known, self._evidence.of(trials))

    def _part(self, part: Part) -> Scheduler:
        if part not in self._made:
            make = self._parts.get(part)
            self._made[part] = make() if make else RunToEnd(self.problem, self.searcher)
        return self._made[part]


def in_charge(trials: Trials) -> object:
    """The method that was last put in charge, according to the reasons of trials; None if there is none."""
    changes = (trials[number].why.get("by") for number in reversed(range(len(trials))))
    return next(filter(None, changes), None)
