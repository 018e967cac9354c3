"""ASHA that stops losers: every trial starts for its full length, and at each rung the losers end.

The stopping variant of the algorithm of Li et al. 2020 (arXiv:1810.05934), which needs no checkpoints; it is
described by A. Klein, L. C. Tiao, T. Lienart, C. Archambeau and M. Seeger: Model-based Asynchronous
Hyperparameter and Neural Architecture Search, 2020, arXiv:2003.10865.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tunewise.schedulers.asha import Asha
from tunewise.schedulers.base import CONTINUE, Decision, Judgement, Verdict
from tunewise.schedulers.rungs import num_kept
from tunewise.schedulers.starting import start_new
from tunewise.space import Value
from tunewise.trial import Trial, Trials

if TYPE_CHECKING:
    import numpy as np


class AshaStopping(Asha):
    """Stops a trial at a rung unless it is among the best there so far.

    Of n trials recorded at a rung of its bracket, itself included, it must be among the best
    max(1, n // reduction_factor); of equals all count as the best of them. Verdicts are final, so the first
    trial at a rung always goes on.

    Arguments are those of `Asha`.
    """

    def next(self, trials: Trials, rng: np.random.Generator) -> Decision:
        bracket = self._draw_bracket(trials, rng)
        return start_new(self.searcher, trials, rng, self._max_resource, bracket)

    def observe(self, trials: Trials, trial: Trial) -> Judgement:
        self._table.update(trials)
        judgement = CONTINUE
        for rung in self._table.entered(trial):
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
                return Judgement(Verdict.STOP, why)
            judgement = Judgement(Verdict.CONTINUE, why)
        return judgement
