"""Finds and kills what a guard that was itself killed left behind, by a mark in the environment.

The mark is inherited by every process of a job, however it was forked; only one that was given a fresh
environment on purpose lacks it.
"""

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import psutil

MARK = "TUNEWISE_JOB"
_ROUNDS = 20  # processes that fork while they are being killed need more than one
_PATIENCE = 0.1  # seconds for killed processes to be gone, in each round


def experiment_mark(folder: Path) -> str:
    """What the marks of an experiment's jobs begin with."""
    digest = hashlib.sha256(os.fsencode(os.path.realpath(folder))).hexdigest()
    return f"{digest[:16]}/"


def kill_marked(wanted: Callable[[str], bool]) -> bool:
    """Kills all processes whose mark is wanted, and says whether they are gone.

    False after some seconds: one of them hangs in the kernel, and may do so for long.
    """
    for _ in range(_ROUNDS):
        found = [process for process, mark in _marked() if wanted(mark)]
        if not found:
            return True
        for process in found:
            with suppress(psutil.NoSuchProcess):  # it ended by itself
                process.kill()
        psutil.wait_procs(found, timeout=_PATIENCE)
    return False


def _marked() -> Iterator[tuple[psutil.Process, str]]:
    for process in psutil.process_iter():
        if process.pid == os.getpid():
            continue  # a tuner that runs within a job of another
        try:
            mark = process.environ().get(MARK)
        except (psutil.NoSuchProcess, psutil.AccessDenied):
            continue  # gone, a zombie, or another user's
        if mark is not None:
            yield process, mark
