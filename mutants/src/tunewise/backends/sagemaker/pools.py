"""Warm pools: instances that are kept for the next job, and paid for until they are ended."""

import logging
import time
from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import NamedTuple

from tunewise.backends.base import BackendError, UnreachableError
from tunewise.backends.sagemaker.calls import TERMINAL, Description, MissingError, Summary, TrainingJobs
from tunewise.backends.sagemaker.pacing import Pace, Turns

KEPT = frozenset({"Available", "InUse"})
FOLLOWED = 300.0  # seconds: an instance that is kept for longer is looked at again when its time is over
LATE = 60.0  # seconds for which that is awaited
TRIES = 4  # to end a pool that isn't said to be gone

logger = logging.getLogger(__name__)


class _Kept(NamedTuple):
    """An instance that is kept. ended: when its job had ended, on the monotonic clock; created: its job, by
    the service's. surely: whether it was Available, as one is not that AWS won't keep."""

    ended: float
    created: datetime
    surely: bool


class Pools:
    """Knows which instances of an experiment are kept and what that costs, and ends them.

    since: when the experiment began, by any clock. keep_alive: seconds; 0: none is kept. instance_type: of
    all its jobs.
    """

    def __init__(
        self,
        calls: TrainingJobs,
        experiment: str,
        since: datetime | None,
        keep_alive: int,
        instance_type: str,
        pace: Pace,
    ) -> None:
        self._calls = calls
        self._experiment = experiment
        self._since = since
        self._keep_alive = keep_alive
        self._instance_type = instance_type
        self._pace = pace
        self._told_lack = False
        self._insist = pace.insist
        self._turns = Turns(pace.turn)
        self._kept: dict[str, _Kept] = {}  # by the job's name, as is the next
        self._paid: dict[str, float] = {}

    @property
    def paid(self) -> float:
        """Seconds for which instances were paid for between two jobs, as far as that is over."""
        return sum(self._paid.values())

    @property
    def awaited(self) -> list[datetime]:
        """When the jobs were created of whose instances there may be news, so that lists show them."""
        now = time.monotonic()
        return [
            kept.created for kept in self._kept.values() if not FOLLOWED < now - kept.ended < self._keep_alive
        ]

    def learn(self, jobs: Mapping[str, Summary | Description]) -> None:
        """What is told of jobs, by their names. A list may be older than what is known."""
        for name, told in jobs.items():
            if told.pool in KEPT:
                if told.status in TERMINAL and name not in self._paid:
                    known = self._kept.get(name, _Kept(time.monotonic(), told.created, surely=False))
                    self._kept[name] = known._replace(surely=known.surely or told.pool == "Available")
            elif told.pool:
                kept = self._kept.pop(name, None)
                if kept is not None and not kept.surely:
                    self._tell_lack(name, told)
                self._paid[name] = max(told.idle, self._paid.get(name, 0.0))
        self._forget()

    def ended(self, name: str, told: Description) -> None:
        """A job that was followed until now is over."""
        known = name in self._kept
        self.learn({name: told})
        if not known:
            self._tell_lack(name, told)

    def _tell_lack(self, name: str, told: Summary | Description) -> None:
        """AWS takes a job whose instance it won't keep, for want of quota, and says so by this alone."""
        kept = told.status != "Completed" or told.pool != "Terminated" or told.idle > 0
        if kept or self._told_lack:
            return
        self._told_lack = True
        logger.warning(
            "SageMaker did not keep the instance of %s for the next job, so that jobs start on new ones: ask "
            "AWS for more of the quota '%s for training warm pool usage', which is 0 at first, or leave out "
            "the warm pool (keep_alive).",
            name,
            self._instance_type,
        )

    def _forget(self) -> None:
        """Those that have ended for certain, even if nobody has told."""
        limit = time.monotonic() - self._keep_alive - LATE
        self._kept = {name: kept for name, kept in self._kept.items() if kept.ended > limit}

    def end(self) -> None:
        """Ends what may still be kept, also of an earlier tuner, and learns what it has cost.

        A pool that can't be ended is told of: it ends by itself when its time is over.
        """
        if not self._keep_alive:
            return
        self._told_lack = True  # from now on they end by this very call
        refused: list[BackendError] = []
        try:
            for name, status in sorted(self._left().items()):
                refused += self._end(name, status)
            self.learn(self._list("Terminated"))
        except BackendError as error:  # for the others, too, in all likelihood
            refused = [error]
        if refused:
            logger.warning(
                "Warm pools of %s could not be ended, and are paid for %d s at most: %s",
                self._experiment,
                self._keep_alive,
                refused[-1],
            )

    def _left(self) -> dict[str, str]:
        """The jobs whose instances may still be kept, with the status of their pools."""
        left = dict.fromkeys(self._list("Available"), "Available")
        if self._kept.keys() - left.keys():  # reused since, or not in the list yet
            self.learn(self._list("Reused"))
        return left | {name: self._look_at(name) for name in self._kept.keys() - left.keys()}

    def _end(self, name: str, status: str) -> list[BackendError]:
        """Ends the pool after a job, once it is Available; why that was refused, if it was. Raises
        UnreachableError."""
        refusal = f"the pool of {name} is {status}"
        try:
            for again in range(TRIES):
                if status not in KEPT:
                    break
                try:
                    if status == "Available":
                        self._turns.wait()
                        self._insist(partial(self._calls.end_pool, name))
                        return []
                except MissingError as error:
                    refusal = str(error)
                time.sleep(self._pace.looks.after_busy(again))
                status = self._look_at(name)
        except UnreachableError:
            raise
        except BackendError as error:
            return [error]
        return [BackendError(f"{refusal}.")] if status in KEPT else []

    def _look_at(self, name: str) -> str:
        """The status of the pool after a job that is over; empty if there is none."""
        found = self._insist(partial(self._calls.describe, name))
        if found is None or found.status not in TERMINAL:
            return ""
        self.learn({name: found})
        return found.pool

    def _list(self, status: str) -> dict[str, Summary]:
        summaries, _ = self._calls.list(self._experiment, self._since, status, self._insist)
        return {summary.name: summary for summary in summaries}
