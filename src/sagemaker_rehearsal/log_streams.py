"""What jobs print, as CloudWatch Logs has it: events with dates, in a stream for each job."""

import json
import os
import selectors
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sagemaker_rehearsal.scaled_clock import ScaledClock

GROUP = "/aws/sagemaker/TrainingJobs"
LONGEST_EVENT = 256 * 1024  # bytes
_READ = 64 * 1024


@dataclass(frozen=True)
class LogEvent:
    """at: seconds on the emulator's clock, when it was printed. number: its place in its stream."""

    number: int
    at: float
    message: str


class LogStream:
    """The events of one stream, in a file of JSON lines."""

    def __init__(self, name: str, path: Path, created: float) -> None:
        self.name = name
        self.created = created
        self.ended = threading.Event()
        self.count = 0
        self.first: float | None = None
        self.last: float | None = None
        self._path = path
        self._rest = b""

    def take(self, printed: bytes, now: float) -> None:
        """Makes events of the whole lines in what was printed. Called by one thread."""
        *lines, self._rest = (self._rest + printed).split(b"\n")
        if len(self._rest) >= LONGEST_EVENT:
            lines, self._rest = [*lines, self._rest], b""
        self._write(lines, now)

    def end(self, now: float) -> None:
        if self._rest:
            self._write([self._rest], now)
        self._rest = b""
        self.ended.set()

    def events(self) -> Iterator[LogEvent]:
        if not self.count:
            return
        with self._path.open(encoding="utf-8") as file:
            for number, line in enumerate(file):
                if number >= self.count or not line.endswith("\n"):
                    return
                at, message = json.loads(line)
                yield LogEvent(number, at, message)

    def _write(self, lines: list[bytes], now: float) -> None:
        kept = [line[:LONGEST_EVENT].decode("utf-8", "replace").rstrip("\r") for line in lines]
        if not kept:
            return
        with self._path.open("a", encoding="utf-8") as file:
            file.writelines(json.dumps([now, line]) + "\n" for line in kept)
        self.first = now if self.first is None else self.first
        self.last = now
        self.count += len(kept)


class LogPump:
    """One thread that reads what all jobs print."""

    def __init__(self, clock: ScaledClock) -> None:
        self._clock = clock
        self._selector = selectors.DefaultSelector()
        self._wake, self._waker = os.pipe()
        self._selector.register(self._wake, selectors.EVENT_READ)
        self._closed = False
        self._thread = threading.Thread(target=self._pump, daemon=True)
        self._thread.start()

    def attach(self, stream: LogStream) -> int:
        """A file descriptor that takes what a job prints. The caller closes it."""
        reader, writer = os.pipe()
        os.set_blocking(reader, False)
        self._selector.register(reader, selectors.EVENT_READ, stream)
        os.write(self._waker, b".")
        return writer

    def close(self) -> None:
        self._closed = True
        os.write(self._waker, b".")
        self._thread.join()
        for key in list(self._selector.get_map().values()):
            os.close(key.fd)
        self._selector.close()
        os.close(self._waker)

    def _pump(self) -> None:
        while not self._closed:
            for key, _ in self._selector.select():
                if key.data is None:
                    os.read(self._wake, _READ)
                else:
                    self._read(key.fd, key.data)

    def _read(self, descriptor: int, stream: LogStream) -> None:
        printed = os.read(descriptor, _READ)
        if printed:
            stream.take(printed, self._clock.now())
        else:
            self._selector.unregister(descriptor)
            os.close(descriptor)
            stream.end(self._clock.now())
