"""The trials of a history from the best to the worst."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tunewise.trial import Status

if TYPE_CHECKING:
    from tunewise.trial import Trial, Trials

_UNDECIDED = (Status.RUNNING, Status.HALTING, Status.SUSPENDED, Status.FAILED)


def ranked_by_result(trials: Trials) -> tuple[list[int], list[int]]:
    """The ids of the trials that have a result, the best first, and those of the others, the oldest first.

    A completed trial has a result, and so has one that was stopped or is paused, if it has reported
    anything. They compare by their last values; those that did not complete come after those that did, and
    of two of them first the one that went further. Of equals the older is better.
    """
    ranked: list[Trial] = []
    rest: list[Trial] = []
    for trial in trials:
        undecided = trial.status in _UNDECIDED or not trial.values
        (rest if undecided else ranked).append(trial)
    sign = trials.problem.sign
    ranked.sort(key=lambda trial: (_shortfall(trial), sign * trial.values[-1]))
    return [trial.id for trial in ranked], [trial.id for trial in rest]


def _shortfall(trial: Trial) -> tuple[bool, int]:
    completed = trial.status is Status.COMPLETED
    return not completed, 0 if completed else -trial.level
