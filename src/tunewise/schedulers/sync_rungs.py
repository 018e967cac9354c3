"""The arithmetic of synchronous successive halving: pure functions, no trial and no state.

A bracket is a row of rungs, each with a level of the resource and so many slots for trials. Once every slot
of a rung is filled and has its result, the best trials fill the slots of the next one.

L. Li, K. Jamieson, G. DeSalvo, A. Rostamizadeh and A. Talwalkar: Hyperband: A Novel Bandit-Based Approach to
Hyperparameter Optimization. JMLR 18 (2018), arXiv:1603.06560, algorithm 1.
"""

from typing import NamedTuple

from tunewise.schedulers.rungs import Levels, bracket_levels


class Slots(NamedTuple):
    """A rung: trials run to `level` to be compared there, and there is room for `number` of them."""

    level: int
    number: int


class Bracket(NamedTuple):
    """Rungs of growing level and falling number, the last at the largest resource.

    kind: what tells brackets of a method apart; new trials note it.
    """

    kind: int
    rungs: tuple[Slots, ...]


def hyperband_brackets(
    levels: Levels, brackets: int, reduction_factor: int, max_resource: int
) -> tuple[Bracket, ...]:
    """The brackets of one round of Hyperband: bracket s leaves out the s lowest levels.

    With S = len(levels) + 1 rungs, max_resource included, bracket s begins with
    ceil(S / (S - s) * reduction_factor^(S - s - 1)) trials, and a reduction_factor-th of them, rounded down,
    goes on from each rung; at least one trial gets to the end. Raises `ValueError` unless
    1 <= brackets <= S.
    """
    total = len(levels) + 1
    found = []
    for kind, rungs in enumerate(bracket_levels(levels, brackets)):
        stages = len(rungs) + 1
        first = -(-total * reduction_factor ** (stages - 1) // stages)  # rounded up
        slots = tuple(
            Slots(level, first // reduction_factor**stage)
            for stage, level in enumerate((*rungs, max_resource))
        )
        found.append(Bracket(kind, slots))
    return tuple(found)


def growing_bracket(number: int, first: int, kept: int, level: int, max_resource: int) -> Bracket:
    """The number-th of brackets that double: first * 2^number trials run to `level`, and `kept` to the end.

    number counts from 0. Where `level` is the end, there is nothing to choose and a single rung.
    """
    lowest = Slots(level, first * 2**number)
    if level >= max_resource:
        return Bracket(0, (lowest,))
    return Bracket(0, (lowest, Slots(max_resource, min(kept, lowest.number))))


def num_promoted(entered: int, slots: int, following: int) -> int:
    """Of so many trials that entered a rung, how many may go on to the next one's slots.

    A rung that isn't full, at the end of a finite space or because trials failed below it, sends on the same
    share, but at least one trial.
    """
    return max(1, entered * following // slots)
