"""ASHA that promotes winners: trials pause at each rung, and the best are resumed up to the next.

L. Li, K. Jamieson, A. Rostamizadeh, E. Gonina, M. Hardt, B. Recht and A. Talwalkar: A System for Massively
Parallel Hyperparameter Tuning. MLSys 2020, arXiv:1810.05934, algorithm 2.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from tunewise.schedulers.asha import Asha
from tunewise.schedulers.base import CONTINUE, Decision, Exhausted, Judgement, Resume, Verdict, Wait
from tunewise.schedulers.rung_table import Rung, loss_at
from tunewise.schedulers.rungs import reached
from tunewise.schedulers.starting import start_new
from tunewise.space import Value
from tunewise.trial import Status, Trial, Trials

if TYPE_CHECKING:
    import numpy as np


class AshaPromotion(Asha):
    """Gives a free worker the best trial that deserves to go on, or else a new one.

    A trial runs to the lowest rung of its bracket and pauses. From the highest rung down, and bracket by
    bracket where several have a rung at the same level, a free worker takes the best paused trial that
    is among the best n // reduction_factor of the n recorded there and has not been sent on yet. It runs to
    the next rung, after the last one to max_resource.

    Arguments are those of `Asha`.
    """

    def next(self, trials: Trials, rng: np.random.Generator) -> Decision:
        promotion = self._promotion(trials)
        if promotion is not None:
            return promotion
        bracket = self._draw_bracket(trials, rng)
        until = (*self._brackets[bracket], self._max_resource)[0]
        decision = start_new(self.searcher, trials, rng, until, bracket)
        if isinstance(decision, Exhausted) and self._promotion_possible(trials):
            return Wait()
        return decision

    def observe(self, trials: Trials, trial: Trial) -> Judgement:
        if not self._at_a_pause(trial):
            return CONTINUE
        highest = reached(self._table.levels_of(trial), trial.level) - 1
        if highest < 0:
            return CONTINUE
        self._table.update(trials)
        rung = self._table.rungs_of(trial)[highest]
        loss = loss_at(self.problem, trial, rung.level)
        why: dict[str, Value] = {
            "kind": "rung",
            "level": rung.level,
            "rank": rung.rank(loss),
            "of": len(rung),
        }
        return Judgement(Verdict.PAUSE, why)

    def _at_a_pause(self, trial: Trial) -> bool:
        """Whether it has reached the level that its job runs to, and that is not the largest resource."""
        return trial.until is not None and trial.until <= trial.level < self._max_resource

    def _promotion(self, trials: Trials) -> Resume | None:
        self._table.update(trials)
        for rung in self._rungs_to_leave(trials):
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

    def _rungs_to_leave(self, trials: Trials) -> list[Rung]:
        """The rungs from which trials may be promoted now, in the order in which they are looked at."""
        return self._table.from_the_top()

    def _promotion_possible(self, trials: Trials) -> bool:
        """Whether a trial whose job is not over may still fill a rung, or be promoted from one itself."""
        unfinished = chain.from_iterable(
            trials.having(status).values() for status in (Status.RUNNING, Status.HALTING, Status.SUSPENDED)
        )
        return any(self._may_enter_or_leave_a_rung(trial) for trial in unfinished)

    def _may_enter_or_leave_a_rung(self, trial: Trial) -> bool:
        levels = self._table.levels_of(trial)
        if not levels:
            return False
        pauses = trial.until is not None and trial.until < self._max_resource
        return pauses or trial.level < levels[-1]
