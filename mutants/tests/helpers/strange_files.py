"""What a script may leave in the place of a file, and how to see that nobody waits for it."""

import os
import signal
import socket
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

LONGEST = 30  # seconds for what takes microseconds, or for ever


def _make_socket(path: Path) -> None:
    """By a path through this process's own files, as that of a socket must be short."""
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        with socket.socket(socket.AF_UNIX) as ours:
            ours.bind(f"/proc/self/fd/{folder}/{path.name}")
    finally:
        os.close(folder)


STRANGE: Mapping[str, Callable[[Path], None]] = {
    "a folder": Path.mkdir,
    "a named pipe": os.mkfifo,
    "a socket": _make_socket,
    "a link to a device": lambda path: path.symlink_to("/dev/full"),
    "a link to itself": lambda path: path.symlink_to(path),
    "a link to nowhere": lambda path: path.symlink_to(path.parent / "elsewhere"),
}


def put_strange(kind: str, path: Path) -> None:
    """Puts it there, where nothing is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    STRANGE[kind](path)


@contextmanager
def without_waiting() -> Iterator[None]:
    """Fails where the block waits for something that never comes."""

    def give_up(*_: object) -> NoReturn:
        raise AssertionError("it waits")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(LONGEST)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
