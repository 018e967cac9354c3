"""Time, real and virtual: seconds since an experiment began."""

import time
from typing import Protocol


class Clock(Protocol):
    def now(self) -> float:
        """Seconds since the experiment began; never goes back."""
        ...


class RealClock:
    """Real time, continued from `elapsed`: the time for which no tuner ran does not count."""

    def __init__(self, elapsed: float = 0.0) -> None:
        self._origin = time.monotonic() - elapsed

    def now(self) -> float:
        return time.monotonic() - self._origin


class VirtualClock:
    """Time that stands still until it is moved forward."""

    def __init__(self, elapsed: float = 0.0) -> None:
        self._now = elapsed

    def now(self) -> float:
        return self._now

    def advance_to(self, moment: float) -> None:
        if moment < self._now:
            raise ValueError(f"time cannot go back from {self._now} to {moment}")
        self._now = moment
