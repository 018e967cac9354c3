"""Rates of calls, as token buckets in real seconds: clients live in real time, whatever the scale."""

import threading
import time
from collections.abc import Callable, Mapping

from sagemaker_rehearsal.profile import Rate


class Throttle:
    """Says of each call whether it comes too fast. now: a clock in seconds."""

    def __init__(self, rates: Mapping[str, Rate], now: Callable[[], float] = time.monotonic) -> None:
        self._rates = rates
        self._now = now
        self._tokens = {operation: float(rate.burst) for operation, rate in rates.items()}
        self._filled = dict.fromkeys(rates, now())
        self._lock = threading.Lock()

    def admits(self, operation: str) -> bool:
        rate = self._rates.get(operation)
        if rate is None:
            return True
        with self._lock:
            now = self._now()
            gained = (now - self._filled[operation]) * rate.per_second
            self._filled[operation] = now
            tokens = min(float(rate.burst), self._tokens[operation] + gained)
            self._tokens[operation] = tokens - 1 if tokens >= 1 else tokens
            return tokens >= 1
