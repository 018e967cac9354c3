"""The bell: a named pipe on which scripts and guards wake the tuner."""

import os
import select
import stat
import time
from pathlib import Path

from tunewise.worker.report import NEWS, NO_ROOM

WITHOUT_PIPE = 0.1  # seconds between looks where a file system has no named pipes
LINGER = 0.05  # seconds for which news that free no worker wait for more
_PIPE_SIZE = 65536


class Bell:
    """The tuner's end of the pipe. `path` is None where the file system has no named pipes.

    no_room: somebody rang because the disk is full, and waits for room.
    """

    def __init__(self, path: Path) -> None:
        self.no_room = False
        self._pipe = _open_pipe(path)
        self.path = None if self._pipe is None else str(path)
        self._poll = select.poll()
        if self._pipe is not None:
            self._poll.register(self._pipe, select.POLLIN)

    def wait(self, timeout: float) -> bool:
        """Waits for a ring, up to `timeout` seconds, and says whether there was one. That a job has begun or
        reported can wait a moment for more to come; that one is over can't.

        Where there can be none, returns early, for the caller to look for news unasked.
        """
        timeout = max(0.0, timeout)
        if self._pipe is None:
            time.sleep(min(timeout, WITHOUT_PIPE))
            return False
        deadline = time.monotonic() + timeout
        if not self._poll.poll(timeout * 1000):
            return False
        deadline = min(deadline, time.monotonic() + LINGER)
        while not self._read() and (left := deadline - time.monotonic()) > 0.0:
            self._poll.poll(left * 1000)
        return True

    def _read(self) -> bool:
        """Takes all rings so far, which one look at the files answers; whether one of them is urgent."""
        assert self._pipe is not None
        try:
            rings = os.read(self._pipe, _PIPE_SIZE)
        except BlockingIOError:
            return False
        self.no_room = self.no_room or NO_ROOM in rings
        return bool(rings.strip(NEWS))

    def close(self) -> None:
        if self._pipe is not None:
            os.close(self._pipe)
            self._pipe = None


def _open_pipe(path: Path) -> int | None:
    try:
        os.mkfifo(path, 0o600)
    except FileExistsError:
        pass  # an earlier tuner's: it is as good as new
    except OSError:  # there are several errors that mean "not on this file system"
        return None
    try:  # for writing too, so that the pipe has no end of file when nobody else has it open
        pipe = os.open(path, os.O_RDWR | os.O_NONBLOCK)
    except OSError:  # something else stands there, such as a folder
        return None
    if stat.S_ISFIFO(os.fstat(pipe).st_mode):
        return pipe
    os.close(pipe)
    return None
