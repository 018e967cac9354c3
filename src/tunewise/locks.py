"""Locks on files, by which processes of this machine tell one another what they are at work on.

A lock (flock) is held as long as some process has the file open that took it: it can't outlive its holder,
and handed over, as an open file, it passes on without a gap.
"""

import fcntl
import math
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tunewise.worker.files import NO_FILE

AGAIN = 0.01  # seconds


def lock(path: Path, patience: float = 0.0) -> int:
    """Opens a file to append to it, made if need be, and locks it; returns its descriptor, which holds the
    lock.

    patience: seconds for which it is tried; infinity for ever. Somebody who looks whether a lock is held
    takes it for a moment, and a process that was killed as it started another leaves it with that one.
    Raises BlockingIOError if another has it that long, and OSError where the file can't be opened.
    """
    deadline = time.monotonic() + patience
    how = fcntl.LOCK_EX if patience == math.inf else fcntl.LOCK_EX | fcntl.LOCK_NB
    while True:
        file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(file, how)
            if path.exists() and os.path.samestat(path.stat(), os.fstat(file)):
                return file
        except BlockingIOError:
            if time.monotonic() >= deadline:
                os.close(file)
                raise
        except BaseException:
            os.close(file)
            raise
        os.close(file)  # held by another, who may put another file in its place
        time.sleep(AGAIN)


@contextmanager
def locked(path: Path, patience: float = 0.0) -> Iterator[None]:
    """Holds the lock of a file, as `lock` does, whose folder is made if need be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    file = lock(path, patience)
    try:
        yield
    finally:
        os.close(file)


def is_locked(path: Path) -> bool:
    """Whether some process has a file locked; False if the file isn't there. Never waits.

    A job's lock is held as long as its guard lives or is about to, a journal while a tuner is at work.
    """
    try:
        file = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        if error.errno in NO_FILE:
            return False
        raise
    try:
        fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(file)
    return False
