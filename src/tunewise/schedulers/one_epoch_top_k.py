"""The sobering baseline: a look at many configurations for one epoch, and the best few to the end.

R. Egele, I. Guyon, Y. Sun and P. Balaprakash: Is One Epoch All You Need For Multi-Fidelity Hyperparameter
Optimization? ESANN 2023, arXiv:2307.15422.
"""

from tunewise.problem import Problem
from tunewise.schedulers.sync_halving import SyncHalving
from tunewise.schedulers.sync_rungs import Bracket, growing_bracket
from tunewise.searchers.base import Searcher


class OneEpochTopK(SyncHalving):
    """Looks at `first` new configurations for one unit of the resource and trains the best `top_k` of them to
    the end; then the same with twice as many, and so on.

    The paper looks at as many configurations as the budget is for. Nobody knows the budget here, and with
    phases that double, whenever it ends, about half of what was looked at belongs to one phase. Workers that
    a phase has nothing for begin the next one. Raises `ProblemError` if the problem has no max_resource,
    `ValueError` unless 1 <= top_k <= first.
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
