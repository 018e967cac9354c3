"""Files on disk: replaced atomically, locked between the processes of this machine, read as typed JSON.

A lock (flock) is held as long as some process has the file open that took it: it can't outlive its holder,
and a process that inherits the open file inherits the lock without a gap.
"""

import fcntl
import math
import os
import re
import time
from collections.abc import Hashable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

import msgspec

from tunewise.worker.files import NO_FILE

Kind = TypeVar("Kind")

LOCK_RETRY_DELAY = 0.01  # seconds


def decode(data: bytes | memoryview, kind: type[Kind]) -> Kind:
    """Reads JSON that a crash, a script or a person may have damaged. Raises ValueError for whatever is wrong
    with it, and nothing else: malformed, of another type, not UTF-8, nested too deeply."""
    try:
        value: Kind = _decoder(cast("Hashable", kind)).decode(data)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    return value


@cache
def _decoder(kind: Hashable) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind)


@contextmanager
def replacing(path: Path, durable: bool = False) -> Iterator[Path]:
    """Yields a draft beside `path` to write to; at the end of the block it replaces `path`.

    durable: it is on the disk, name and all, when the block ends. If the block raises, `path` is as it was
    before.
    """
    draft = path.with_name(f"{path.name}.new")
    try:
        yield draft
        if durable:
            sync(draft)
        os.replace(draft, path)
    except BaseException as error:
        if isinstance(error, OSError) and error.filename is None:  # for example, the disk is full
            error.filename = str(path)
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise
    if durable:
        sync(path.parent)


def write(path: Path, body: bytes) -> None:
    """Writes a file atomically and durably, and creates its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path, durable=True) as draft:
        draft.write_bytes(body)


def sync(path: Path) -> None:
    """Waits until a file, or the names in a folder, would survive a power cut."""
    file = os.open(path, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)


def lock(path: Path, patience: float = 0.0) -> int:
    """Opens a file for appending, creates it if necessary, and locks it. Returns its descriptor, which holds
    the lock.

    patience: seconds for which to retry; infinity for ever. A process that checks whether a lock is held
    takes it for a moment, and one that was killed while it started another leaves it with that one. Raises
    BlockingIOError if another process holds it that long, and OSError if the file can't be opened.
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
        os.close(file)  # the holder may replace the file
        time.sleep(LOCK_RETRY_DELAY)


@contextmanager
def locked(path: Path, patience: float = 0.0) -> Iterator[None]:
    """Holds the lock of a file, as `lock` does, and creates its folder if necessary."""
    path.parent.mkdir(parents=True, exist_ok=True)
    file = lock(path, patience)
    try:
        yield
    finally:
        os.close(file)


def is_locked(path: Path) -> bool:
    """Whether some process has a file locked; False if the file doesn't exist. Never waits.

    A job's lock is held from before its guard starts until the guard ends, a journal's while a tuner runs.
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


SHARED = re.compile(r"nfs|cifs|smb|lustre|gpfs|beegfs|ceph|gfs|ocfs|orangefs|pvfs|afs|9p|virtiofs|fuse")
"""How the kinds of file systems begin that other machines may write to."""


def is_shared(path: Path) -> bool:
    """Whether a file may be locked on another machine without `is_locked` seeing it here. False if it doesn't
    exist."""
    try:
        device = path.stat().st_dev
        mounts = Path("/proc/self/mountinfo").read_text(errors="replace").splitlines()
    except OSError:
        return False
    number = f"{os.major(device)}:{os.minor(device)}"
    kinds = (mount.partition(" - ")[2] for mount in mounts if mount.split(" ", 3)[2] == number)
    return any(SHARED.match(kind) for kind in kinds)
