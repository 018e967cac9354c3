"""How a scheduler starts a new trial."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tunewise.schedulers.base import Exhausted, Start

if TYPE_CHECKING:
    import numpy as np

    from tunewise.searchers.base import Searcher
    from tunewise.trial import Trials


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
