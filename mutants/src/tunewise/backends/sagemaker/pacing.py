"""How fast the service is asked. All waits follow from `poll_every`, so that tests can be brisk."""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass

from tunewise.backends import platform
from tunewise.backends.base import Retry

MOST_PATIENT = 4
"""So many times as long who is refused as too fast waits at most: who waits for longer than others may never
have a turn, while refused calls cost nothing."""
EASE = 0.95
"""By which a longer wait is multiplied with each turn that went well: so slowly that ten tuners, which could
list as often as the account may, take half of that and are seldom refused."""
SWAY = 0.1
"""By up to which part a wait is longer, so that those who don't meet don't keep others out for ever."""


@dataclass(frozen=True)
class Pace:
    """Seconds, for the default `poll_every` of 5 s: a job a second, and a page of a list; reports looked for
    every 2.5 s; a job that was asked to end given 10 s beyond its grace time; half an hour's patience of who
    is paid for while it waits for a place."""

    poll: float

    @property
    def looks(self) -> platform.Pace:
        """As jobs are followed: what the quota is lacking for is asked for again after 15 s, later ever more
        seldom up to a minute. `Turns` say when a look at all jobs really takes a list."""
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
        """What lacks capacity is asked for again after 30 s, later ever more seldom up to ten minutes."""
        return min(6 * self.poll * 2.0**tries, 120 * self.poll)

    @property
    def insist(self) -> Retry:
        return Retry(lambda tries: spread(self.looks.after_busy(tries), random.random()), "AWS")


def spread(seconds: float, draw: float) -> float:
    """About so many, so that those who were refused together don't come again together. draw: from 0 to 1."""
    return seconds * (0.5 + draw)


class Turns:
    """Turns at an operation whose rate the whole account shares with others of whom nobody knows.

    One every `every` seconds or a little later, and none saved up. Who is refused as too fast waits twice as
    long each time, and comes back to the first pace slowly. now: a clock in seconds. draw: random numbers
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
        """Takes the next turn as soon as it has come."""
        while not self.take():
            time.sleep(self.left)

    def went_well(self, times: int = 1) -> None:
        """times: how many calls the turn took."""
        self._wait = max(self._every, self._wait * EASE)
        self.due = self._now() + self._wait * times * (1.0 + SWAY * self._draw())

    def refused(self) -> None:
        self.due = self._now() + spread(self._wait, self._draw())
        self._wait = min(2 * self._wait, MOST_PATIENT * self._every)
