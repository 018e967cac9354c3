import subprocess
import sys

import numpy as np
import pytest
import scipy.linalg
from threadpoolctl import threadpool_info, threadpool_limits

from tunewise.surrogates.threads import one_thread


def threads():
    return [pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"]


@pytest.fixture(autouse=True)
def _two_threads():
    with threadpool_limits(2):
        yield


def test_there_is_one_thread_while_it_lasts():
    assert threads() == [2, 2]  # NumPy and SciPy have a library each
    with one_thread():
        assert threads() == [1, 1]
        assert np.isfinite(scipy.linalg.cholesky(np.eye(200))).all()
    assert threads() == [2, 2]


def test_what_fails_leaves_threads_as_they_were():
    @one_thread()
    def fail():
        assert threads() == [1, 1]
        raise ValueError("as it must")

    with pytest.raises(ValueError, match="as it must"):
        fail()
    assert threads() == [2, 2]


LATE_IMPORT = """
from threadpoolctl import threadpool_info, threadpool_limits
from tunewise.surrogates.threads import one_thread

def threads():
    return [pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"]

with threadpool_limits(2), one_thread():
    import scipy.linalg
    for _ in range(2):
        with one_thread():
            assert threads() == [1, 1], threads()
    assert threads() == [1, 1], threads()
"""


@pytest.mark.slow
def test_a_library_that_is_imported_meanwhile_is_limited_too():
    """As in a simulation, which stays in such a context, by a method that imports its models when needed."""
    subprocess.run([sys.executable, "-c", LATE_IMPORT], check=True)
