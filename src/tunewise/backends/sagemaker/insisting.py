"""What has to be done now is asked for again as long as the service is busy, ever more seldom."""

from __future__ import annotations

import logging
import random
import time
from typing import TYPE_CHECKING, TypeVar

from tunewise.backends.base import BackendError, BusyError
from tunewise.backends.sagemaker.pacing import spread

if TYPE_CHECKING:
    from collections.abc import Callable

    from tunewise.backends.sagemaker.pacing import Pace

TRIES = 7
TELL_AFTER = 3  # tries

Result = TypeVar("Result")

logger = logging.getLogger(__name__)


class OutOfReachError(BackendError):
    """The service was busy, or couldn't be reached, for too long."""


class Insistence:
    """Calls what it is given until it doesn't raise `BusyError`.

    Raises OutOfReachError after the last try: about four minutes by the default pace.
    """

    def __init__(self, pace: Pace) -> None:
        self._pace = pace

    def __call__(self, action: Callable[[], Result]) -> Result:
        tries = 0
        while True:
            try:
                return action()
            except BusyError as error:
                tries += 1
                if tries == TRIES:
                    raise OutOfReachError(f"AWS can't be reached ({error}): try again later.") from error
                log = logger.warning if tries == TELL_AFTER else logger.info
                log("AWS is busy or can't be reached, and is asked again: %s", error)
                time.sleep(spread(self._pace.busy(tries), random.random()))
