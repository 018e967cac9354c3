"""How fast the service is asked. All waits follow from `poll_every`, so that tests can be brisk."""

from __future__ import annotations

import time
from dataclasses import dataclass

BURST = 5


@dataclass(frozen=True)
class Pace:
    """Seconds, for the default `poll_every` of 5 s: a job a second after the first five; what the quota or
    capacity was lacking for again after 15 or 30 s, later ever more seldom up to a minute or ten; reports
    looked for every 2.5 s; a job that was asked to end given 10 s beyond its grace time."""

    poll: float

    @property
    def create(self) -> float:
        return self.poll / 5

    @property
    def reports(self) -> float:
        return self.poll / 2

    @property
    def margin(self) -> float:
        return 2 * self.poll

    def busy(self, tries: int) -> float:
        return min(self.poll * 2.0**tries, 12 * self.poll)

    def quota(self, tries: int) -> float:
        return min(3 * self.poll * 2.0**tries, 12 * self.poll)

    def capacity(self, tries: int) -> float:
        return min(6 * self.poll * 2.0**tries, 120 * self.poll)


class Tokens:
    """A token every `every` seconds, and up to `BURST` saved."""

    def __init__(self, every: float) -> None:
        self._every = every
        self._tokens = float(BURST)
        self._at = time.monotonic()

    def take(self) -> bool:
        now = time.monotonic()
        self._tokens = min(float(BURST), self._tokens + (now - self._at) / self._every)
        self._at = now
        if self._tokens < 1:
            return False
        self._tokens -= 1
        return True

    def wait(self) -> None:
        """Takes a token as soon as there is one."""
        while not self.take():
            time.sleep((1 - self._tokens) * self._every)
