"""ASHA: asynchronous successive halving that pauses trials at rungs and resumes the best, or stops the worst.

L. Li, K. Jamieson, A. Rostamizadeh, E. Gonina, M. Hardt, B. Recht and A. Talwalkar: A System for Massively
Parallel Hyperparameter Tuning. MLSys 2020, arXiv:1810.05934, algorithm 2. The stopping variant, which needs
no checkpoints, is described by A. Klein, L. C. Tiao, T. Lienart, C. Archambeau and M. Seeger: Model-based
Asynchronous Hyperparameter and Neural Architecture Search, 2020, arXiv:2003.10865.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from tunewise.problem import Problem, largest_resource
from tunewise.schedulers.base import (
    ASKED,
    CONTINUE,
    GOES_ON,
    PAUSES,
    STOPS,
    Decision,
    Exhausted,
    Judgement,
    Resume,
    Scheduler,
    Wait,
)
from tunewise.schedulers.rungs import (
    Rung,
    RungTable,
    bracket_levels,
    bracket_probabilities,
    draw_bracket,
    loss_at,
    num_kept,
    rung_levels,
)
from tunewise.searchers.base import Searcher
from tunewise.space import Value
from tunewise.trial import HALTING, RUNNING, SUSPENDED, Trial, Trials

if TYPE_CHECKING:
    import numpy as np


class Asha(Scheduler):
    """Rungs, and brackets that share them. Each new trial draws a bracket.

    At a rung a trial is compared with all that came to it, whatever their brackets: the more there are, the
    better is the decision, and a bracket with few trials sends its best on only if they are good.

    grace_period: the lowest rung, in levels of the resource. reduction_factor: at least 2. brackets: how
    many there are, None for all; bracket s leaves out the s lowest rungs. Raises `ProblemError` if the
    problem has no max_resource, `ValueError` if an argument is out of range.
    """

    def __init__(
        self,
        problem: Problem,
        searcher: Searcher,
        grace_period: int = 1,
        reduction_factor: int = 3,
        brackets: int | None = 1,
    ) -> None:
        super().__init__(problem, searcher)
        self._max_resource = largest_resource(problem, "ASHA")
        levels = rung_levels(grace_period, reduction_factor, self._max_resource)
        num_brackets = len(levels) + 1 if brackets is None else brackets
        self._reduction_factor = reduction_factor
        self._brackets = bracket_levels(levels, num_brackets)
        self._probabilities = bracket_probabilities(len(levels), num_brackets, reduction_factor)
        self._table = RungTable(problem, self._brackets, self._max_resource)

    def _draw_bracket(self, trials: Trials, rng: np.random.Generator) -> int:
        """The bracket of the next trial."""
        return draw_bracket(self._probabilities, rng)


class AshaStopping(Asha):
    """Starts each trial for its full length and stops it at a rung unless it is among the best there so far.

    Of n trials recorded at a rung, itself included, it must be among the best
    max(1, n // reduction_factor); of equals all count as the best of them. Verdicts are final, so the first
    trial at a rung always goes on.

    Arguments are those of `Asha`.
    """

    def next(self, trials: Trials, rng: np.random.Generator) -> Decision:
        return self._start_new(trials, rng, *self.place(trials, rng))

    def place(self, trials: Trials, rng: np.random.Generator) -> tuple[int, int]:
        return self._max_resource, self._draw_bracket(trials, rng)

    def observe(self, trials: Trials, trial: Trial) -> Judgement:
        judgement = CONTINUE
        for rung in self._table.entered(trials, trial):
            rank, of = rung.rank(self.problem.sign * trial.values[-1]), len(rung)
            keep = num_kept(of, self._reduction_factor)
            why: dict[str, Value] = {
                "kind": "rung",
                "level": rung.level,
                "rank": rank,
                "of": of,
                "keep": keep,
            }
            if rank > keep:
                return Judgement(STOPS, why)
            judgement = Judgement(GOES_ON, why)
        return judgement


class AshaPromotion(Asha):
    """Resumes the best trial that deserves to go on, or else starts a new one.

    A trial runs to the lowest rung of its bracket and pauses. From the highest rung down, a free worker takes
    the best paused trial that is among the best n // reduction_factor of the n recorded there and has not
    been promoted yet. It runs to the next rung, and from the last one to max_resource.

    Arguments are those of `Asha`.
    """

    def next(self, trials: Trials, rng: np.random.Generator) -> Decision:
        promotion = self._promotion(trials)
        if promotion is not None:
            return promotion
        decision = self._start_new(trials, rng, *self.place(trials, rng))
        if isinstance(decision, Exhausted) and self._promotion_possible(trials):
            return Wait()
        return decision

    def observe(self, trials: Trials, trial: Trial) -> Judgement:
        if trial.until is None or not trial.until <= trial.level < self._max_resource:
            return CONTINUE
        self._table.update(trials)
        rung = self._table.highest_of(trial)
        if rung is None:
            return CONTINUE
        rank = rung.rank(loss_at(self.problem, trial, rung.level))
        return Judgement(PAUSES, {"kind": "rung", "level": rung.level, "rank": rank, "of": len(rung)})

    def place(self, trials: Trials, rng: np.random.Generator) -> tuple[int, int]:
        bracket = self._draw_bracket(trials, rng)
        return (*self._brackets[bracket], self._max_resource)[0], bracket

    def recalled(self, trials: Trials, trial: Trial) -> Resume | str:
        levels = (*self._table.levels_of(trial), self._max_resource)
        following = next((level for level in levels if level > trial.reached), None)
        return super().recalled(trials, trial) if following is None else Resume(trial.id, following, ASKED)

    def _promotion(self, trials: Trials) -> Resume | None:
        self._table.update(trials)
        for rung in self._open_rungs(trials):
            entry = rung.promotable(trials, self._reduction_factor)
            if entry is not None:
                why: dict[str, Value] = {
                    "kind": "promotion",
                    "from_level": rung.level,
                    "rank": rung.rank(entry.loss),
                    "of": len(rung),
                }
                return Resume(entry.trial_id, rung.next_level, why)
        return None

    def _open_rungs(self, trials: Trials) -> list[Rung]:
        """The rungs from which trials may be promoted now, in the order in which they are considered."""
        return self._table.from_the_top()

    def _promotion_possible(self, trials: Trials) -> bool:
        """Whether a trial whose job is not over may still fill a rung or be promoted."""
        unfinished = chain.from_iterable(
            trials.having(status).values() for status in (RUNNING, HALTING, SUSPENDED)
        )
        return any(self._may_enter_or_leave_a_rung(trial) for trial in unfinished)

    def _may_enter_or_leave_a_rung(self, trial: Trial) -> bool:
        levels = self._table.levels_of(trial)
        if not levels:
            return False
        pauses = trial.until is not None and trial.until < self._max_resource
        return pauses or trial.level < levels[-1]
