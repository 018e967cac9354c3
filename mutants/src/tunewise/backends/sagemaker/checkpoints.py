"""Checkpoints that nobody needs any more are deleted, several at a time."""

import logging

from tunewise.backends.base import BackendError
from tunewise.backends.sagemaker.bucket import Bucket
from tunewise.backends.sagemaker.calls import translated
from tunewise.backends.sagemaker.names import Places

MANIFEST = "manifest.json"
"""Written last and deleted first (as in `container/checkpoint.py`)."""
FEW = 3

logger = logging.getLogger(__name__)


class Dropper:
    """Collects trials whose checkpoints are to go. A trial is collected when none of its jobs runs."""

    def __init__(self, bucket: Bucket, places: Places) -> None:
        self._bucket = bucket
        self._places = places
        self._trials: set[int] = set()
        self._gone: set[int] = set()
        self._told = False

    def add(self, trial_id: int) -> None:
        """Does nothing where that was done before and the trial hasn't run since."""
        if trial_id not in self._gone:
            self._trials.add(trial_id)

    def started(self, trial_id: int) -> None:
        """A job of the trial is about to start: what was to go must be gone before."""
        if trial_id in self._trials:
            self.flush()
        self._gone.discard(trial_id)

    @property
    def waits(self) -> bool:
        """Whether there is something to delete."""
        return bool(self._trials)

    def flush(self) -> None:
        """Raises BusyError. What may not be deleted is told of once: it costs little, and ends nothing."""
        if not self._trials:
            return
        try:
            with translated("Deleting checkpoints"):
                keys = self._keys()
                self._bucket.delete(sorted(keys, key=lambda key: not key.endswith(MANIFEST)))
        except BackendError as error:
            if not self._told:
                logger.warning("Checkpoints that nobody needs any more are left: %s", error)
            self._told = True
        self._gone |= self._trials
        self._trials.clear()

    def _keys(self) -> list[str]:
        prefixes = {self._places.checkpoint(trial_id) for trial_id in self._trials}
        if len(prefixes) <= FEW:
            return [key for prefix in sorted(prefixes) for key in self._bucket.etags(prefix)]
        keys = self._bucket.etags(self._places.checkpoints)  # one list for all of them
        length = len(self._places.checkpoints)
        return [key for key in keys if key[: key.index("/", length) + 1] in prefixes]
