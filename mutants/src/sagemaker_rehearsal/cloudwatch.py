"""What jobs print, as CloudWatch Logs has it: events with dates, in a stream for each job."""

import base64
import json
import os
import selectors
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import ClassVar

from sagemaker_rehearsal.messages import ApiError
from sagemaker_rehearsal.profile import Profile
from sagemaker_rehearsal.protocol import JsonService, Members, Operations
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


MOST_EVENTS = 10_000
MOST_STREAMS = 50


class Logs(JsonService):
    """Handles requests. All that is there is the one log group of training jobs.

    streams: by their names, those that are there.
    """

    name = "logs"
    prefix = "Logs_20140328"
    model = "logs"
    operations: ClassVar[Operations] = {
        "DescribeLogStreams": "logGroupName logStreamNamePrefix orderBy descending nextToken limit",
        "FilterLogEvents": "logGroupName logStreamNames logStreamNamePrefix startTime endTime nextToken "
        "limit",
        "GetLogEvents": "logGroupName logStreamName startTime endTime startFromHead nextToken limit",
    }

    def __init__(self, streams: Mapping[str, LogStream], clock: ScaledClock, profile: Profile) -> None:
        super().__init__(
            {"DescribeLogStreams": self._list, "FilterLogEvents": self._filter, "GetLogEvents": self._get}
        )
        self._streams = streams
        self._clock = clock
        self._profile = profile

    def _list(self, request: Members) -> Members:
        self._check_group(request)
        prefix = request.get("logStreamNamePrefix", "")
        streams = [stream for stream in list(self._streams.values()) if stream.name.startswith(prefix)]
        latest = request.get("orderBy") == "LastEventTime"
        streams.sort(key=lambda stream: (stream.last or 0.0) if latest else stream.name)
        if request.get("descending"):
            streams.reverse()
        start, stop, token = _page(request, len(streams), request.get("limit", MOST_STREAMS))
        return {"logStreams": [self._describe(stream) for stream in streams[start:stop]], "nextToken": token}

    def _filter(self, request: Members) -> Members:
        self._check_group(request)
        prefix = request.get("logStreamNamePrefix", "")
        names = request.get("logStreamNames")
        events = [
            (event.at, stream.name, event)
            for stream in list(self._streams.values())
            if stream.name.startswith(prefix) and (names is None or stream.name in names)
            for event in self._events(stream)
            if self._within(event, request, ends_inclusive=True)
        ]
        if not self._profile.shuffled_logs:
            events.sort(key=lambda item: item[:2])
        start, stop, token = _page(request, len(events), request.get("limit", MOST_EVENTS))
        shown = [
            {**self._shown(event), "logStreamName": name, "eventId": f"{name}/{event.number}"}
            for _, name, event in events[start:stop]
        ]
        return {"events": shown, "searchedLogStreams": [], "nextToken": token}

    def _get(self, request: Members) -> Members:
        self._check_group(request)
        stream = self._streams.get(request["logStreamName"])
        if stream is None:
            raise ApiError("ResourceNotFoundException", "The specified log stream does not exist.")
        events = [e for e in self._events(stream) if self._within(e, request, ends_inclusive=False)]
        limit = min(request.get("limit", MOST_EVENTS), MOST_EVENTS)
        token = request.get("nextToken")
        if token is not None:
            direction, position = token[0], _position(token)
            start = position if direction == "f" else max(0, position - limit)
            stop = min(len(events), start + limit) if direction == "f" else position
        elif request.get("startFromHead"):
            start, stop = 0, min(len(events), limit)
        else:
            start, stop = max(0, len(events) - limit), len(events)
        return {
            "events": [self._shown(event) for event in events[start:stop]],
            "nextForwardToken": f"f/{stop}",
            "nextBackwardToken": f"b/{start}",
        }

    def _events(self, stream: LogStream) -> list[LogEvent]:
        """What has arrived of a stream, in the order in which a reader sees it."""
        profile, now = self._profile, self._clock.now()
        if profile.log_delay == 0:
            return list(stream.events())
        arrived = [
            (event.at + profile.log_delay * (0.5 + 0.5 * _share(stream, event)), event)
            for event in stream.events()
        ]
        if profile.shuffled_logs:
            arrived.sort(key=lambda pair: pair[0])
        return [event for moment, event in arrived if moment <= now]

    def _within(self, event: LogEvent, request: Members, *, ends_inclusive: bool) -> bool:
        at = self._milliseconds(event.at)
        start, end = request.get("startTime", at), request.get("endTime", at + 1)
        return bool(start <= at and (at <= end if ends_inclusive else at < end))

    def _shown(self, event: LogEvent) -> Members:
        at = self._milliseconds(event.at)
        return {"timestamp": at, "message": event.message, "ingestionTime": at}

    def _describe(self, stream: LogStream) -> Members:
        shown: Members = {
            "logStreamName": stream.name,
            "creationTime": self._milliseconds(stream.created),
            "arn": f"arn:aws:logs:{self._profile.region}:log-group:{GROUP}:log-stream:{stream.name}",
        }
        if stream.first is not None and stream.last is not None:
            shown["firstEventTimestamp"] = self._milliseconds(stream.first)
            shown["lastEventTimestamp"] = self._milliseconds(stream.last)
        return shown

    def _milliseconds(self, moment: float) -> int:
        return int(self._clock.date(moment) * 1000)

    def _check_group(self, request: Members) -> None:
        if request.get("logGroupName") != GROUP or not self._streams:
            raise ApiError("ResourceNotFoundException", "The specified log group does not exist.")


def _share(stream: LogStream, event: LogEvent) -> float:
    """A number in [0, 1) that belongs to an event."""
    digest = blake2b(f"{stream.name}/{event.number}".encode(), digest_size=4).digest()
    return int.from_bytes(digest, "big") / 2**32


def _page(request: Members, total: int, limit: int) -> tuple[int, int, str | None]:
    start = _position(request["nextToken"]) if "nextToken" in request else 0
    stop = min(total, start + limit)
    token = base64.urlsafe_b64encode(json.dumps(["n", stop]).encode()).decode() if stop < total else None
    return start, stop, token


def _position(token: str) -> int:
    try:
        if "/" in token[:2]:
            return int(token[2:])
        return int(json.loads(base64.urlsafe_b64decode(token))[1])
    except (ValueError, TypeError, IndexError):
        raise ApiError("InvalidParameterException", "The specified nextToken is invalid.") from None
