"""Finds and kills the orphans of a guard that was itself killed, by a mark in their environment.

Every process of a job inherits the mark, however it was forked, unless it is given a new environment. A
script that was forked by a warm launcher writes the mark into the launcher's environment, as /proc shows it.
"""

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import psutil

from tunewise.worker.processes import MARK

_ROUNDS = 20  # processes that fork while they are being killed need more than one
_PATIENCE = 0.1  # seconds for killed processes to be gone, in each round


def experiment_mark(folder: Path) -> str:
    """The prefix of the marks of an experiment's jobs."""
    digest = hashlib.sha256(os.fsencode(os.path.realpath(folder))).hexdigest()
    return f"{digest[:16]}/"


def kill_marked(wanted: Callable[[str], bool]) -> bool:
    """Kills all processes whose mark is wanted, and returns whether they are gone.

    False after some seconds, if one of them hangs in the kernel.
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
            continue  # this tuner may itself run in a job of another
        try:
            mark = process.environ().get(MARK)
        except (psutil.NoSuchProcess, psutil.AccessDenied):
            continue  # gone, a zombie, or another user's
        if mark is not None:
            yield process, mark.rstrip(" ")  # of a process that was forked and not executed
