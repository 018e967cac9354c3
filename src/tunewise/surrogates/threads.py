"""How many threads NumPy and SciPy use."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from threading import Lock
from typing import Any

import numpy as np  # noqa: F401 - loads its library before the controller looks for it
from threadpoolctl import ThreadpoolController


@contextmanager
def one_thread() -> Iterator[None]:
    """NumPy and SciPy use one thread inside this context; also a decorator: `@one_thread()`.

    Trainings on the same machine keep every core busy. Threads that wait for each other then take a hundred
    times as long as a single one. And sums don't depend on the number of cores. It takes 20 us, inside
    another such context 1 us. If SciPy is imported in the meantime, the next such context inside limits it.
    """
    with _changing:
        scipy = "scipy.linalg" in sys.modules
        if scipy not in _limits:
            _limits[scipy] = _controller(scipy).limit(limits=1, user_api="blas")
        _open.append(None)
    try:
        yield
    finally:
        with _changing:
            _open.pop()
            while _limits and not _open:
                _limits.popitem()[1].restore_original_limits()


_changing = Lock()
_open: list[None] = []
"""One for each context that is open."""
_limits: dict[bool, Any] = {}
"""What restores the numbers of threads; empty outside of all contexts. By whether SciPy was there."""


@cache
def _controller(scipy: bool) -> ThreadpoolController:
    """Controls the libraries that are loaded. scipy: whether SciPy's are."""
    return ThreadpoolController()
