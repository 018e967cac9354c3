"""Jobs are asked to end by an object that they look for, and are stopped if they don't heed it."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING

from tunewise.backends.base import BusyError
from tunewise.backends.sagemaker.calls import TrainingJobs, translated

if TYPE_CHECKING:
    from tunewise.backends.sagemaker.bucket import Bucket
    from tunewise.backends.sagemaker.names import Places
    from tunewise.backends.sagemaker.pacing import Pace
    from tunewise.backends.sagemaker.watched import Watched

logger = logging.getLogger(__name__)


class Halter:
    """Ends jobs. grace: seconds for a script that is told to end."""

    def __init__(self, places: Places, bucket: Bucket, calls: TrainingJobs, pace: Pace, grace: float) -> None:
        self._places = places
        self._bucket = bucket
        self._calls = calls
        self._pace = pace
        self._patience = grace + pace.margin

    def halt_if_due(self, watched: Watched) -> bool:
        """Does what is due; whether the job is over, as there is no training job for it."""
        now = time.monotonic()
        if watched.halt_at is None or now < watched.halt_at:
            return False
        try:
            if watched.unsure:
                self._find_out(watched)
            if not watched.created:
                return True
            self._tell(watched, now)
        except BusyError as error:
            logger.info("%s", error)
            later = now + self._pace.busy(watched.tries)
            watched.tries += 1
            watched.halt_at = later
            watched.stop_at = later if watched.told else None
        return False

    def _tell(self, watched: Watched, now: float) -> None:
        if not watched.told:
            with translated("Asking a job to end"):
                self._bucket.put(self._places.stop(watched.key), b"")
            watched.told = True
            # one that isn't there yet can't be asked: it would only cost
            watched.stop_at = now + (self._patience if watched.running else 0.0)
        if not watched.stopped and watched.stop_at is not None and now >= watched.stop_at:
            self._calls.stop(f"{self._places.experiment}-{watched.key}")
            watched.stopped = True

    def _find_out(self, watched: Watched) -> None:
        """Whether a training job is there whose request was never answered."""
        found = self._calls.describe(f"{self._places.experiment}-{watched.key}")
        watched.unsure = False
        watched.created = found is not None
        if found is not None:
            watched.since = found.created
