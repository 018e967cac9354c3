"""Every trial runs to its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tunewise.schedulers.base import CONTINUE, Decision, Judgement, Scheduler
from tunewise.schedulers.starting import start_new

if TYPE_CHECKING:
    import numpy as np

    from tunewise.trial import Trial, Trials


class RunToEnd(Scheduler):
    """Starts what the searcher proposes and lets it run to the largest resource, or to the script's end."""

    def next(self, trials: Trials, rng: np.random.Generator) -> Decision:
        return start_new(self.searcher, trials, rng, self.problem.max_resource)

    def observe(self, trials: Trials, trial: Trial) -> Judgement:
        return CONTINUE
