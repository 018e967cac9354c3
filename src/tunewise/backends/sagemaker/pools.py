"""Warm pools: instances that are kept, and paid for, until the next job takes them or they are ended."""

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
FOLLOWED = 300.0  # seconds: an instance kept for longer is looked at again when its time is over
LATE = 60.0  # seconds that this look may take to succeed
TRIES = 4  # to end a pool

logger = logging.getLogger(__name__)


class _Kept(NamedTuple):
    """An instance that is kept. ended: when its job ended, on the monotonic clock. created: when its job was
    created, on the service's clock. surely: whether it was ever Available, unlike one that AWS doesn't
    keep."""

    ended: float
    created: datetime
    surely: bool


class Pools:
    """Follows which instances of an experiment are kept and what that costs, and ends them.

    since: when the experiment began, by any clock. keep_alive: seconds; 0 if none is kept. instance_type: of
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
        self._warned = False
        self._retry = pace.retry
        self._turns = Turns(pace.turn)
        self._kept: dict[str, _Kept] = {}  # by the job's name, like the next
        self._paid: dict[str, float] = {}

    @property
    def paid(self) -> float:
        """Seconds for which instances were paid for between jobs, without those that are still kept."""
        return sum(self._paid.values())

    @property
    def awaited(self) -> list[datetime]:
        """When the jobs were created whose instances may change, so that lists include them."""
        now = time.monotonic()
        return [
            kept.created for kept in self._kept.values() if not FOLLOWED < now - kept.ended < self._keep_alive
        ]

    def learn(self, jobs: Mapping[str, Summary | Description]) -> None:
        """Takes in what AWS says about jobs, by name. A list may be older than what was learned before."""
        for name, job in jobs.items():
            if job.pool in KEPT:
                if job.status in TERMINAL and name not in self._paid:
                    kept = self._kept.get(name, _Kept(time.monotonic(), job.created, surely=False))
                    self._kept[name] = kept._replace(surely=kept.surely or job.pool == "Available")
            elif job.pool:
                ended = self._kept.pop(name, None)
                if ended is not None and not ended.surely:
                    self._warn_if_not_kept(name, job)
                self._paid[name] = max(job.idle, self._paid.get(name, 0.0))
        self._forget()

    def ended(self, name: str, job: Description) -> None:
        """Takes in the end of a job that was followed until now."""
        was_kept = name in self._kept
        self.learn({name: job})
        if not was_kept:
            self._warn_if_not_kept(name, job)

    def _warn_if_not_kept(self, name: str, job: Summary | Description) -> None:
        """Without a quota for warm pools AWS accepts the job but doesn't keep its instance: this is the only
        sign."""
        kept = job.status != "Completed" or job.pool != "Terminated" or job.idle > 0
        if kept or self._warned:
            return
        self._warned = True
        logger.warning(
            "SageMaker did not keep the instance of %s for the next job, so that jobs start on new ones: ask "
            "AWS for more of the quota '%s for training warm pool usage', which is 0 at first, or leave out "
            "the warm pool (keep_alive).",
            name,
            self._instance_type,
        )

    def _forget(self) -> None:
        """Forgets those that have certainly ended by now."""
        limit = time.monotonic() - self._keep_alive - LATE
        self._kept = {name: kept for name, kept in self._kept.items() if kept.ended > limit}

    def end(self) -> None:
        """Ends all pools, also those of an earlier tuner, and learns what they cost.

        Warns about a pool that can't be ended: it ends by itself when its time is over.
        """
        if not self._keep_alive:
            return
        self._warned = True  # from now on pools are ended by this call
        refused: list[BackendError] = []
        try:
            for name, status in sorted(self._left().items()):
                refused += self._end(name, status)
            self.learn(self._list("Terminated"))
        except BackendError as error:  # most likely the others fail, too
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
        if self._kept.keys() - left.keys():  # they were reused since, or aren't in the list yet
            self.learn(self._list("Reused"))
        return left | {name: self._look_at(name) for name in self._kept.keys() - left.keys()}

    def _end(self, name: str, status: str) -> list[BackendError]:
        """Ends the pool of a job once it is Available; returns the error if that was refused. Raises
        UnreachableError."""
        refusal = f"the pool of {name} is {status}"
        try:
            for again in range(TRIES):
                if status not in KEPT:
                    break
                try:
                    if status == "Available":
                        self._turns.wait()
                        self._retry(partial(self._calls.end_pool, name))
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
        """The status of the pool of a job that ended; empty if there is none."""
        job = self._retry(partial(self._calls.describe, name))
        if job is None or job.status not in TERMINAL:
            return ""
        self.learn({name: job})
        return job.pool

    def _list(self, status: str) -> dict[str, Summary]:
        summaries, _ = self._calls.list_jobs(self._experiment, self._since, status, self._retry)
        return {summary.name: summary for summary in summaries}
