"""Linear algebra on one thread."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import scipy.linalg  # noqa: F401 - so that its libraries are there when the controller looks for them
from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]


@contextmanager
def one_thread() -> Iterator[None]:
    """While it lasts, NumPy and SciPy use one thread; also a decorator: `@one_thread()`.

    The trainings beside us keep every core busy, and then threads that wait for each other take a hundred
    times as long as one alone. And sums come out the same however many cores there are. It takes 20 us.
    """
    with _controller().limit(limits=1, user_api="blas"):
        yield


@cache
def _controller() -> ThreadpoolController:
    return ThreadpoolController()
