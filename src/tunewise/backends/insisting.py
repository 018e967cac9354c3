"""What has to be done now is asked for again as long as the engine is busy, ever more seldom."""

import logging
import time
from collections.abc import Callable
from typing import TypeVar

from tunewise.backends.base import BackendError, BusyError

TRIES = 7
TELL_AFTER = 3  # tries in vain, until a person is told

Result = TypeVar("Result")

logger = logging.getLogger(__name__)


class OutOfReachError(BackendError):
    """The engine was busy, or couldn't be reached, for too long."""


class Insistence:
    """Calls what it is given until it doesn't raise `BusyError`.

    wait: how many seconds to wait after so many tries. whom: it asks, for messages.
    Raises OutOfReachError after the last try: after about four minutes, by the default pace.
    """

    def __init__(
        self,
        wait: Callable[[int], float],
        whom: str = "The engine",
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._wait = wait
        self._whom = whom
        self._sleep = sleep

    def __call__(self, action: Callable[[], Result]) -> Result:
        tries = 0
        while True:
            try:
                return action()
            except BusyError as error:
                tries += 1
                if tries == TRIES:
                    raise OutOfReachError(
                        f"{self._whom} can't be reached ({error}): try again later."
                    ) from error
                log = logger.warning if tries == TELL_AFTER else logger.info
                log("%s is busy or can't be reached, and is asked again: %s", self._whom, error)
                self._sleep(self._wait(tries) if error.wait is None else error.wait)
