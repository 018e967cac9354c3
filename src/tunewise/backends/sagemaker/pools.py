"""Warm pools: instances that are kept for the next job, and paid for until they are ended."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING

from tunewise.backends.base import BackendError
from tunewise.backends.sagemaker.calls import BusyError

if TYPE_CHECKING:
    from tunewise.backends.sagemaker.calls import Summary, TrainingJobs

KEPT = frozenset({"Available", "InUse"})

logger = logging.getLogger(__name__)


class Pools:
    """Knows which instances of an experiment are kept, and ends them. keep_alive: seconds; 0: none is."""

    def __init__(self, calls: TrainingJobs, experiment: str, keep_alive: int) -> None:
        self._calls = calls
        self._experiment = experiment
        self._keep_alive = keep_alive
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
        limit = time.monotonic() - self._keep_alive
        names = {name for name, moment in self._kept.items() if moment > limit}
        try:
            listed, _ = self._calls.list(self._experiment, pool="Available")
            for name in sorted(names | {summary.name for summary in listed}):
                self._calls.end_pool(name)
        except (BusyError, BackendError) as error:
            logger.warning(
                "The warm pools of %s could not be ended, and are paid for %d s at most: %s",
                self._experiment,
                self._keep_alive,
                error,
            )
        self._kept.clear()
