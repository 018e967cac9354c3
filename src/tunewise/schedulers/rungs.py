"""The arithmetic of asynchronous successive halving: pure functions, no trial and no state.

Rungs are levels of the resource at which trials are compared: r, r * eta, r * eta^2, ... below the largest
resource R, for a grace period r and a reduction factor eta. At each, about one trial in eta goes on.

L. Li, K. Jamieson, A. Rostamizadeh, E. Gonina, M. Hardt, B. Recht and A. Talwalkar: A System for Massively
Parallel Hyperparameter Tuning. MLSys 2020, arXiv:1810.05934 (ASHA). Brackets are those of L. Li et al.:
Hyperband. JMLR 18 (2018), arXiv:1603.06560.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

Levels = tuple[int, ...]
"""Levels of the rungs of a bracket, strictly growing."""


def rung_levels(grace_period: int, reduction_factor: int, max_resource: int) -> Levels:
    """The levels grace_period * reduction_factor^k that are below max_resource.

    The largest resource itself is no rung: nothing is decided there. A grace period of max_resource leaves
    no rung at all, and every trial runs to its end. Raises `ValueError` unless
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
    """With which probability a new trial goes into each bracket.

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
    """A bracket, drawn with these probabilities; draws nothing where there is only one."""
    if len(probabilities) == 1:
        return 0
    return int(rng.choice(len(probabilities), p=probabilities))


def num_promotable(recorded: int, reduction_factor: int) -> int:
    """Of so many trials recorded at a rung, how many may be promoted to the next one."""
    return recorded // reduction_factor


def num_kept(recorded: int, reduction_factor: int) -> int:
    """Of so many trials recorded at a rung, how many go on where losers are stopped: at least one."""
    return max(1, recorded // reduction_factor)


def reached(levels: Levels, level: int) -> int:
    """How many rungs a trial at `level` has reached."""
    return bisect_right(levels, level)


def _listed(levels: Levels) -> str:
    return ", ".join(map(str, levels)) or "no level"
