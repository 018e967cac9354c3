"""Searchers propose configurations."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

import msgspec

from tunewise.problem import Problem, check_problem
from tunewise.space import Config, Value
from tunewise.trial import Trials

if TYPE_CHECKING:
    import numpy as np


class Proposal(msgspec.Struct, frozen=True):
    """A configuration, and why: `why["kind"]` names the sort of reason (`random`, `grid`, ...)."""

    config: Config
    why: dict[str, Value] = {}


class Searcher(ABC):
    """Proposes configurations.

    The contract suite builds each subclass from a problem alone: all other arguments need defaults.
    """

    def __init__(self, problem: Problem) -> None:
        check_problem(problem)
        self.problem = problem

    @abstractmethod
    def propose(self, trials: Trials, rng: np.random.Generator) -> Proposal | None:
        """The next configuration to try, or None when there is none left.

        A function of its arguments: it changes neither of them, except for drawing from `rng`, and keeps no
        state except caches that can be recomputed from `trials`. The same history and the same generator
        give the same proposal, also in another process.
        """
