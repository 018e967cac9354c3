"""Warm pools: instances that are kept for the next job, and paid for until they are ended."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from tunewise.backends.base import BackendError
from tunewise.backends.sagemaker.insisting import Insistence, OutOfReachError
from tunewise.backends.sagemaker.pacing import Tokens

if TYPE_CHECKING:
    from datetime import datetime

    from tunewise.backends.sagemaker.calls import Summary, TrainingJobs
    from tunewise.backends.sagemaker.pacing import Pace

KEPT = frozenset({"Available", "InUse"})

logger = logging.getLogger(__name__)


class Pools:
    """Knows which instances of an experiment are kept, and ends them. since: when the experiment began, by
    any clock. keep_alive: seconds; 0: none is."""

    def __init__(
        self, calls: TrainingJobs, experiment: str, since: datetime | None, keep_alive: int, pace: Pace
    ) -> None:
        self._calls = calls
        self._experiment = experiment
        self._since = since
        self._keep_alive = keep_alive
        self._insist = Insistence(pace)
        self._tokens = Tokens(pace.create)
        self._kept: dict[str, float] = {}  # when the job ended, by its name

    def ended(self, name: str, status: str) -> None:
        """A job has ended with this status of its pool."""
        if status in KEPT:
            self._kept[name] = time.monotonic()

    def learn(self, summaries: Iterable[Summary]) -> None:
        for summary in summaries:
            if summary.pool and summary.pool not in KEPT:
                self._kept.pop(summary.name, None)

    def end(self) -> None:
        """Ends what may still be kept, also of an earlier tuner. A pool that can't be ended is told of: it
        ends by itself when its time is over."""
        if not self._keep_alive:
            return
        trouble: BackendError | None = None
        try:
            names = self._left()
        except BackendError as error:
            names, trouble = set(self._kept), error
        for name in sorted(names):
            if isinstance(trouble, OutOfReachError):
                break  # each of the others would take as long to fail
            self._tokens.wait()
            try:
                self._insist(partial(self._calls.end_pool, name))
            except BackendError as error:
                trouble = error
        if trouble is not None:
            logger.warning(
                "Warm pools of %s could not be ended, and are paid for %d s at most: %s",
                self._experiment,
                self._keep_alive,
                trouble,
            )
        self._kept.clear()

    def _left(self) -> set[str]:
        """The jobs whose instances may still be kept."""
        limit = time.monotonic() - self._keep_alive
        self._kept = {name: moment for name, moment in self._kept.items() if moment > limit}
        available = {summary.name for summary in self._list("Available")}
        if self._kept.keys() - available:  # reused since, or not in the list yet
            self.learn(self._list("Reused"))
        return available | self._kept.keys()

    def _list(self, status: str) -> list[Summary]:
        return self._calls.list(self._experiment, self._since, status, self._insist)[0]
