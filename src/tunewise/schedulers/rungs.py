"""Rungs of asynchronous successive halving: their arithmetic as pure functions, and the trials at them.

Rungs are levels of the resource at which trials are compared: r, r * eta, r * eta^2, ... below the largest
resource R, for a grace period r and a reduction factor eta. At each, about one trial in eta goes on.

L. Li, K. Jamieson, A. Rostamizadeh, E. Gonina, M. Hardt, B. Recht and A. Talwalkar: A System for Massively
Parallel Hyperparameter Tuning. MLSys 2020, arXiv:1810.05934 (ASHA). Brackets are those of L. Li et al.:
Hyperband. JMLR 18 (2018), arXiv:1603.06560.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from heapq import heappop, heappush
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tunewise.history_cache import LevelCache
from tunewise.problem import Problem
from tunewise.trial import PAUSED, TERMINAL, Trial, Trials

if TYPE_CHECKING:
    import numpy as np

Levels = tuple[int, ...]
"""Levels of the rungs of a bracket, strictly growing."""


def rung_levels(grace_period: int, reduction_factor: int, max_resource: int) -> Levels:
    """The levels grace_period * reduction_factor^k that are below max_resource.

    The largest resource itself is not a rung, as nothing is decided there. With a grace period of
    max_resource there is no rung, and every trial runs to its end. Raises `ValueError` unless
    1 <= grace_period <= max_resource and reduction_factor >= 2.
    """
    for name, value in (("grace_period", grace_period), ("reduction_factor", reduction_factor)):
        if not isinstance(value, int):
            raise ValueError(f"{name} is {value!r}: it must be a whole number.")
    if reduction_factor < 2:
        raise ValueError(f"reduction_factor is {reduction_factor}: it must be a whole number of at least 2.")
    if not 1 <= grace_period <= max_resource:
        raise ValueError(
            f"grace_period is {grace_period}: it must be from 1 to max_resource, which is {max_resource}."
        )
    levels = []
    level = grace_period
    while level < max_resource:
        levels.append(level)
        level *= reduction_factor
    return tuple(levels)


def bracket_levels(levels: Levels, brackets: int) -> tuple[Levels, ...]:
    """The rungs of each bracket: bracket s leaves out the s lowest levels.

    The last possible bracket has none left and runs every trial to its end. Raises `ValueError` unless
    1 <= brackets <= len(levels) + 1.
    """
    if not 1 <= brackets <= len(levels) + 1:
        raise ValueError(
            f"brackets is {brackets}: with rungs at {_listed(levels)} it must be from 1 to {len(levels) + 1}."
        )
    return tuple(levels[skipped:] for skipped in range(brackets))


def bracket_probabilities(num_levels: int, brackets: int, reduction_factor: int) -> tuple[float, ...]:
    """The probability of each bracket for a new trial.

    In proportion to the trials that synchronous Hyperband starts in it, so that the brackets share the
    resource about equally: with S = num_levels + 1 levels, max_resource included, bracket s gets
    S / (S - s) * reduction_factor^(S - s - 1).
    """
    total = num_levels + 1
    weights = [
        total / (total - skipped) * float(reduction_factor) ** (total - skipped - 1)
        for skipped in range(brackets)
    ]
    return tuple(weight / sum(weights) for weight in weights)


def draw_bracket(probabilities: Sequence[float], rng: np.random.Generator) -> int:
    """A bracket drawn with these probabilities. Doesn't use `rng` if there is only one."""
    if len(probabilities) == 1:
        return 0
    return int(rng.choice(len(probabilities), p=probabilities))


def num_promotable(recorded: int, reduction_factor: int) -> int:
    """How many of the trials recorded at a rung may be promoted to the next one."""
    return recorded // reduction_factor


def num_kept(recorded: int, reduction_factor: int) -> int:
    """How many of the trials recorded at a rung go on if losers are stopped: at least one."""
    return max(1, recorded // reduction_factor)


def reached(levels: Levels, level: int) -> int:
    """How many rungs a trial at `level` has reached."""
    return bisect_right(levels, level)


def _listed(levels: Levels) -> str:
    return ", ".join(map(str, levels)) or "no level"


class Entry(NamedTuple):
    """A trial at a rung. Sorts by loss (the metric, negated if it is maximised), then by age."""

    loss: float
    trial_id: int


def loss_at(problem: Problem, trial: Trial, level: int) -> float:
    """The loss with which a trial is recorded at a rung at a level that it has reached."""
    index = trial.index_at(level)
    assert index is not None
    return problem.sign * trial.values[index]


class Rung:
    """One rung, at which the trials of all brackets that use it are compared.

    level: where it is. next_level: where a trial goes from here, the next rung or max_resource.
    """

    def __init__(self, level: int, next_level: int) -> None:
        self.level = level
        self.next_level = next_level
        # arrays, in which a search needs not follow a reference for each loss that it looks at
        self._losses = array("d")  # sorted
        self._ids = array("i")  # in the order of the losses, and of equal ones from the oldest
        # A heap of the entries whose trials may still be promoted from here, and of some more. A trial that
        # was promoted or has ended never comes back, so the search drops it for good.
        self._waiting: list[tuple[float, int]] = []  # as entries, which take longer to make

    def __len__(self) -> int:
        """How many trials were recorded."""
        return len(self._losses)

    def record(self, loss: float, trial_id: int) -> None:
        losses, ids = self._losses, self._ids
        place = bisect_right(losses, loss)
        if place and losses[place - 1] == loss:
            place = bisect_left(ids, trial_id, bisect_left(losses, loss), place)
        losses.insert(place, loss)
        ids.insert(place, trial_id)
        heappush(self._waiting, (loss, trial_id))

    def rank(self, loss: float) -> int:
        """1 for the best; of equals, all have the best rank that one of them can have."""
        return 1 + bisect_left(self._losses, loss)

    def promotable(self, trials: Trials, reduction_factor: int) -> Entry | None:
        """The best paused trial among the top of the rung that has not been promoted from it, if any.

        Of equals the older counts as better, so that the top never has more than its share of trials.
        Takes O(log n) for each entry dropped, and for each better trial whose job is not over yet.
        """
        waiting, top = self._waiting, num_promotable(len(self._losses), reduction_factor)
        if top == 0 or not waiting:
            return None
        last = self._losses[top - 1], self._ids[top - 1]  # of those at the top
        best = None
        busy = []
        while waiting and waiting[0] <= last:
            entry = waiting[0]
            trial = trials.by_id[entry[1]]
            gone = trial.status in TERMINAL or self._has_left(trial)
            if trial.status is PAUSED and not gone:
                best = Entry(*entry)
                break
            heappop(waiting)
            if not gone:
                busy.append(entry)
        for entry in busy:
            heappush(waiting, entry)
        return best

    def num_promoted(self, trials: Trials) -> int:
        """How many of the trials recorded have been promoted from here, whatever became of them."""
        return sum(self._has_left(trials[trial_id]) for trial_id in self._ids)

    def _has_left(self, trial: Trial) -> bool:
        """Whether a trial that was recorded here has been promoted or has reported beyond."""
        promoted = trial.until is None or trial.until >= self.next_level
        return promoted or trial.level >= self.next_level


class RungTable(LevelCache):
    """The trials at all rungs, which brackets share: bracket s doesn't use the s lowest.

    A trial is recorded at a rung with its first report at or above the rung's level, as scripts may skip
    levels, or with its last one when a job that was to run there has ended by itself before it. What was
    recorded stays, whatever becomes of the trial.
    """

    def __init__(self, problem: Problem, brackets: Sequence[Levels], max_resource: int) -> None:
        super().__init__()
        self.brackets = tuple(brackets)
        self._sign = problem.sign
        self._max_resource = max_resource
        self._reset()

    def levels_of(self, trial: Trial) -> Levels:
        """The levels of the trial's rungs."""
        return self.brackets[self._bracket(trial)]

    def highest_of(self, trial: Trial) -> Rung | None:
        """The highest rung of the trial's bracket that it has reached."""
        bracket = self._bracket(trial)
        below = bisect_right(self.brackets[bracket], trial.level)
        return self._rungs[bracket + below - 1] if below else None

    def from_the_top(self) -> list[Rung]:
        """All rungs, the highest first."""
        return self._rungs[::-1]

    def entered(self, trials: Trials, trial: Trial) -> Sequence[Rung]:
        """The rungs that the trial's newest report entered it into, the lowest first."""
        entered = self._entered(trial, trial.reached_before(len(trial.levels) - 1), trial.level)
        if entered.start >= entered.stop:
            return ()
        self.update(trials)  # which may make the rungs anew
        return self._rungs[entered]

    def _reset(self) -> None:
        levels = (*self.brackets[0], self._max_resource)
        self._rungs = [Rung(level, following) for level, following in pairwise(levels)]

    def _add_step(self, trial: Trial, index: int, before: int, after: int) -> None:
        for rung in self._rungs[self._entered(trial, before, after)]:
            rung.record(self._sign * trial.values[index], trial.id)

    def _entered(self, trial: Trial, before: int, after: int) -> slice:
        """Where among the rungs those are that it enters between two levels; mostly there are none."""
        bracket = self._bracket(trial)
        levels = self.brackets[bracket]
        return slice(bracket + bisect_right(levels, before), bracket + bisect_right(levels, after))

    def _bracket(self, trial: Trial) -> int:
        # a history that began with more brackets continues in the last one
        return trial.bracket if trial.bracket < len(self.brackets) else len(self.brackets) - 1
