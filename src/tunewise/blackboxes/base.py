"""A blackbox: a function from a configuration to the learning curve that training it would give."""

from __future__ import annotations

from abc import ABC, abstractmethod
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from random import Random
from statistics import fmean
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import force_setattr

from tunewise.space import Config

if TYPE_CHECKING:
    from tunewise.problem import Problem


class BlackboxError(RuntimeError):
    """A blackbox can't be found, read or evaluated; the message says what to do."""


class Curve(msgspec.Struct, frozen=True):
    """The T reports that a script would make for one configuration.

    columns: the reported values without the resource, (T,) each; the metric is one of them. They may be NaN
        or infinite, as a diverging script reports them.
    seconds: (T,) from the script's first instruction to each report; strictly increasing.
    levels: (T,) of the reports; strictly increasing. By default 1, 2, ..., T.

    The last level is below the problem's max_resource if training ended early.
    """

    columns: Mapping[str, Sequence[float]]
    seconds: Sequence[float]
    levels: Sequence[int] = ()

    def __post_init__(self) -> None:
        if not self.levels:
            force_setattr(self, "levels", range(1, len(self.seconds) + 1))

    def reports_to(self, level: int) -> int:
        """How many reports there are up to a level, inclusive."""
        if 0 < level <= len(self.levels) and self.levels[level - 1] == level:
            return level  # the usual case: levels grow, so these are all up to it
        return bisect_right(self.levels, level)


class Blackbox(ABC):
    """A recorded table or a surrogate model in place of a training script.

    problem: what was recorded: the space, metric, resource and the argument that limits the resource. An
        experiment may tune a part of the space and keep the rest constant.
    answers: where the values of a configuration come from, and their limits, in full sentences.
    start_delay: seconds from the start of a job to the beginning of its training; 0 if unknown.
    """

    problem: Problem
    answers: str
    start_delay: float = 0.0

    @abstractmethod
    def curve(self, config: Config, seed: int) -> Curve:
        """The curve of a configuration of `problem.space`.

        seed: picks one of the recorded repetitions, if there are several; the same seed gives the same curve.
        Raises `BlackboxError` for a configuration without an answer.
        """


def typical_seconds(blackbox: Blackbox, configurations: int = 200) -> float:
    """The seconds of a full training: the mean over random configurations, always the same ones."""
    rng = Random(0)
    space = blackbox.problem.space
    return fmean(blackbox.curve(space.sample(rng), 0).seconds[-1] for _ in range(configurations))
