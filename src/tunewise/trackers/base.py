"""What a tracker is told, and what it has to do."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar, Literal, NamedTuple

from tunewise.results import ExperimentResult
from tunewise.trial import Status, Trial

Outcome = Literal["running", "completed", "stopped", "failed"]


class Report(NamedTuple):
    """A report that counts. time: on the experiment's clock. values: its finite numbers, the metric among
    them and the level not, by key."""

    level: int
    time: float
    values: dict[str, float]


class News(NamedTuple):
    """A trial that has changed. reports: those since the last update."""

    trial: Trial
    reports: Sequence[Report]


class Tracker(ABC):
    """Makes a tool show an experiment. `tunewise.testing.trackers` checks that a class keeps the contract.

    An instance is made for an experiment and a place, and finds out what is there of the experiment. It is
    then told of all trials from the start on, and must add what is missing and nothing twice: an earlier
    process may have been killed at any moment. Whatever it raises is told to the user, and a new instance
    tries again.

    package: what has to be installed, for a test without importing it; "" for nothing.
    """

    package: ClassVar[str] = ""

    def __init__(self, result: ExperimentResult, place: str) -> None:
        """result: the experiment, whose state goes on between updates. place: what was given after the kind,
        or ""."""
        self.result = result
        self._begin = datetime.fromisoformat(result.definition.created).timestamp()

    @classmethod
    def kept_place(cls, place: str) -> str:
        """The place as an experiment keeps it, for processes in any folder. Raises ValueError for one that
        can't be used."""
        return place

    @abstractmethod
    def update(self, news: Sequence[News]) -> None:
        """Shows the trials that have changed, in the order of their numbers, and how the experiment is."""

    def moment(self, time: float) -> float:
        """A time on the experiment's clock in seconds since 1970, as if a tuner had run all the time."""
        return self._begin + time

    def ended(self, trial: Trial) -> float:
        """When a trial's last job ended, in seconds since 1970."""
        return self.moment(max((job.ended for job in trial.jobs if job.ended is not None), default=0.0))


def outcome(result: ExperimentResult, trial: Trial) -> Outcome:
    """What became of a trial. One that was paused or suspended counts as stopped once the experiment is
    over."""
    if trial.status is Status.FAILED:
        return "failed"
    if trial.status is Status.COMPLETED:
        return "completed"
    over = result.state.finished is not None
    return "stopped" if over or trial.status is Status.STOPPED else "running"
