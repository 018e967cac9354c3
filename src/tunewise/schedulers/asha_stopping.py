"""ASHA that stops losers: every trial starts for its full length, and at each rung the losers end.

The stopping variant of the algorithm of Li et al. 2020 (arXiv:1810.05934), which needs no checkpoints; it is
described by A. Klein, L. C. Tiao, T. Lienart, C. Archambeau and M. Seeger: Model-based Asynchronous
Hyperparameter and Neural Architecture Search, 2020, arXiv:2003.10865.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tunewise.schedulers.asha_setting import AshaSetting
from tunewise.schedulers.base import CONTINUE, Judgement, Scheduler, Verdict
from tunewise.schedulers.rung_table import RungTable
from tunewise.schedulers.rungs import draw_bracket, num_kept
from tunewise.schedulers.starting import start_new

if TYPE_CHECKING:
    import numpy as np

    from tunewise.problem import Problem
    from tunewise.schedulers.base import Decision
    from tunewise.searchers.base import Searcher
    from tunewise.space import Value
    from tunewise.trial import Trial, Trials


class AshaStopping(Scheduler):
    """Stops a trial at a rung unless it is among the best there so far.

    Of n trials recorded at a rung of its bracket, itself included, it must be among the best
    max(1, n // reduction_factor); of equals all count as the best of them. Verdicts are final, so the first
    trial at a rung always goes on.

    grace_period: the lowest rung, in levels of the resource. reduction_factor: at least 2. brackets: how
    many there are; bracket s leaves out the s lowest rungs. Raises `ProblemError` if the problem has no
    max_resource, `ValueError` if an argument is out of range.
    """

    def __init__(
        self,
        problem: Problem,
        searcher: Searcher,
        grace_period: int = 1,
        reduction_factor: int = 3,
        brackets: int = 1,
    ) -> None:
        super().__init__(problem, searcher)
        self._setting = AshaSetting.of(problem, grace_period, reduction_factor, brackets)
        self._table = RungTable(problem, self._setting.brackets, self._setting.max_resource)

    def next(self, trials: Trials, rng: np.random.Generator) -> Decision:
        bracket = draw_bracket(self._setting.probabilities, rng)
        return start_new(self.searcher, trials, rng, self._setting.max_resource, bracket)

    def observe(self, trials: Trials, trial: Trial) -> Judgement:
        self._table.follow(trials)
        judgement = CONTINUE
        for rung in self._table.entered(trial):
            rank, of = rung.rank(self.problem.sign * trial.values[-1]), len(rung)
            keep = num_kept(of, self._setting.reduction_factor)
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
