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
    times as long as a single one. And sums don't depend on the number of cores. SciPy must have been imported
    by then, if at all. It takes 20 us, inside another such context 1 us.
    """
    with _changing:
        if not _limits:
            _limits.append(_controller("scipy.linalg" in sys.modules).limit(limits=1, user_api="blas"))
        _limits.append(_limits[0])
    try:
        yield
    finally:
        with _changing:
            _limits.pop()
            if len(_limits) == 1:
                _limits.pop().restore_original_limits()


_changing = Lock()
_limits: list[Any] = []
"""What restores the number of threads, once more than contexts are open; empty outside of them."""


@cache
def _controller(scipy: bool) -> ThreadpoolController:
    """Controls the libraries that are loaded. scipy: whether SciPy's are."""
    return ThreadpoolController()
