"""What a blackbox is: a function from a configuration to the learning curve that training it would give."""

from __future__ import annotations

from abc import ABC, abstractmethod
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from statistics import fmean
from typing import TYPE_CHECKING

from tunewise.space import Config

if TYPE_CHECKING:
    from tunewise.problem import Problem


class BlackboxError(RuntimeError):
    """A blackbox that can't be found, read or asked; the message says what to do."""


@dataclass(frozen=True)
class Curve:
    """What a script would report for one configuration, in T reports.

    columns: what is reported besides the resource, the metric among it: (T,) each. Values may be NaN or
        infinite, as a script that diverges reports them.
    seconds: (T,) from the script's first instruction to each report; strictly increasing.
    levels: (T,) of the reports; strictly increasing. By default 1, 2, ..., T.

    The last level is below the problem's max_resource where training ended early.
    """

    columns: Mapping[str, Sequence[float]]
    seconds: Sequence[float]
    levels: Sequence[int] = ()

    def __post_init__(self) -> None:
        if not self.levels:
            object.__setattr__(self, "levels", range(1, len(self.seconds) + 1))

    def reports_to(self, level: int) -> int:
        """How many reports there are up to a level, that one included."""
        return bisect_right(self.levels, level)


class Blackbox(ABC):
    """A recorded table or a surrogate that stands for a training script.

    problem: the problem that it was recorded for: its space, metric, resource and the argument that limits
        the resource. An experiment on it may tune a part of the space with the rest constant.
    answers: how it answers, in sentences, the first beginning with a capital letter: whether configurations
        between the recorded ones are answered by the nearest of them, ..., and what to beware of.
    start_delay: seconds from the start of a job to the beginning of its training; 0 if nobody knows.
    """

    problem: Problem
    answers: str
    start_delay: float = 0.0

    @abstractmethod
    def curve(self, config: Config, seed: int) -> Curve:
        """The curve of a configuration of `problem.space`.

        seed: picks among repetitions with different random numbers, where there are such: the same seed
        gives the same curve. Raises `BlackboxError` for a configuration that it has no answer for.
        """


def typical_seconds(blackbox: Blackbox, configurations: int = 200) -> float:
    """The seconds that training to the end takes: the mean over random configurations, always the same."""
    rng = Random(0)
    space = blackbox.problem.space
    return fmean(blackbox.curve(space.sample(rng), 0).seconds[-1] for _ in range(configurations))
