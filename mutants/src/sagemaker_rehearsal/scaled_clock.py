"""The emulator's time: it may run faster than the wall clock, and may be put forward."""

from __future__ import annotations

import threading
import time
from weakref import WeakSet

_LONGEST = 3600.0  # real seconds of one wait; a longer one is made of several


class ScaledClock:
    """Seconds since the emulator started, `scale` of them in a real second.

    Start-up delays, grace times, limits, keep-alive periods and bills count in these seconds. What a script
    computes takes the time that it takes: with a scale of 60, its minute is billed as an hour.
    """

    def __init__(self, scale: float = 1.0) -> None:
        self.scale = scale
        self._begun = time.monotonic()
        self._begun_wall = time.time()
        self._skipped = 0.0
        self._alarms: WeakSet[Alarm] = WeakSet()
        self._lock = threading.Lock()

    def now(self) -> float:
        return (time.monotonic() - self._begun) * self.scale + self._skipped

    def date(self, moment: float) -> float:
        """A moment of this clock as seconds since 1970: what the emulator's answers show."""
        return self._begun_wall + moment

    def advance(self, seconds: float) -> None:
        """Puts the clock forward: who waits for a moment that has come now is woken."""
        with self._lock:
            self._skipped += seconds
            alarms = list(self._alarms)
        for alarm in alarms:
            alarm.ring()

    def alarm(self) -> Alarm:
        alarm = Alarm(self)
        with self._lock:
            self._alarms.add(alarm)
        return alarm


class Alarm:
    """Lets one thread wait for a moment, or until others ring."""

    def __init__(self, clock: ScaledClock) -> None:
        self._clock = clock
        self._event = threading.Event()

    def ring(self) -> None:
        self._event.set()

    def wait(self, until: float | None = None) -> None:
        """Returns when someone rings, has rung since the last wait, or the moment `until` has come."""
        timeout = _LONGEST
        if until is not None:
            timeout = min(max(0.0, (until - self._clock.now()) / self._clock.scale), _LONGEST)
        self._event.wait(timeout)
        self._event.clear()
