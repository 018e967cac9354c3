"""How often the service is called. All waits follow from `poll_every`, so that tests can be fast."""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass

from tunewise.backends import platform
from tunewise.backends.base import Retry

LONGEST_WAIT = 4
"""The longest wait after throttled calls, as a multiple of the normal one. A caller that waits longer than
others may never get a turn, while throttled calls cost nothing."""
EASE = 0.95
"""The factor for a longer wait after each turn that went well. It is slow enough that ten tuners, which could
use all of an account's rate, take half of it and are seldom throttled."""
JITTER = 0.1
"""How much longer a wait may be, as a part of it, so that callers in step don't keep others out forever."""


@dataclass(frozen=True)
class Pace:
    """Seconds. By the default `poll_every` of 5 s: one job and one page of a list a second; a look for
    reports every 2.5 s; 10 s beyond its grace time for a job that was asked to end; half an hour's patience
    for a tuner on an instance, which is paid for while it waits for a quota."""

    poll: float

    @property
    def looks(self) -> platform.Pace:
        """How jobs are followed. A job that a full quota refuses is submitted again after 15 s, then less and
        less often, up to once a minute. `Turns` decide when a look at all jobs really makes a list call."""
        return platform.Pace(
            states=self.poll / 5,
            records=self.poll / 2,
            busy=self.poll,
            full=3 * self.poll,
            longest=12 * self.poll,
        )

    @property
    def turn(self) -> float:
        return self.poll / 5

    @property
    def patience(self) -> float:
        return 360 * self.poll

    @property
    def margin(self) -> float:
        return 2 * self.poll

    def capacity(self, tries: int) -> float:
        """A job that lacks capacity is submitted again after 30 s, then less and less often, up to ten
        minutes."""
        return min(6 * self.poll * 2.0**tries, 120 * self.poll)

    @property
    def retry(self) -> Retry:
        return Retry(lambda tries: spread(self.looks.after_busy(tries), random.random()), "AWS")


def spread(seconds: float, draw: float) -> float:
    """About so many, so that callers that were refused together don't return together. draw: from 0 to 1."""
    return seconds * (0.5 + draw)


class Turns:
    """Turns at an operation whose rate the account shares with unknown other callers.

    One every `every` seconds or a little later; unused turns are not saved up. Each throttled call doubles
    the wait, which then returns slowly to its normal length. now: a clock in seconds. draw: random numbers
    from 0 to 1.
    """

    def __init__(
        self,
        every: float,
        now: Callable[[], float] = time.monotonic,
        draw: Callable[[], float] = random.random,
    ) -> None:
        self.due = now()
        self._every = every
        self._wait = every
        self._now = now
        self._draw = draw

    def take(self) -> bool:
        if self._now() < self.due:
            return False
        self.due = self._now() + self._wait
        return True

    @property
    def left(self) -> float:
        """Seconds until the next turn."""
        return max(0.0, self.due - self._now())

    def wait(self) -> None:
        """Takes the next turn as soon as it comes."""
        while not self.take():
            time.sleep(self.left)

    def went_well(self, times: int = 1) -> None:
        """times: how many calls were made in the turn."""
        self._wait = max(self._every, self._wait * EASE)
        self.due = self._now() + self._wait * times * (1.0 + JITTER * self._draw())

    def refused(self) -> None:
        self.due = self._now() + spread(self._wait, self._draw())
        self._wait = min(2 * self._wait, LONGEST_WAIT * self._every)
