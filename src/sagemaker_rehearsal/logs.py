"""The reads of CloudWatch Logs."""

import base64
import json
from collections.abc import Callable
from hashlib import blake2b
from typing import Any

from sagemaker_rehearsal import protocol
from sagemaker_rehearsal.errors import ApiError
from sagemaker_rehearsal.http_messages import Response
from sagemaker_rehearsal.log_streams import GROUP, LogEvent, LogStream
from sagemaker_rehearsal.platform import Platform

OPERATIONS = {
    "DescribeLogGroups": "logGroupNamePrefix limit",
    "DescribeLogStreams": "logGroupName logStreamNamePrefix orderBy descending nextToken limit",
    "FilterLogEvents": "logGroupName logStreamNames logStreamNamePrefix startTime endTime nextToken limit",
    "GetLogEvents": "logGroupName logStreamName startTime endTime startFromHead nextToken limit",
}
"""And the members of their requests that are emulated."""
MOST_EVENTS = 10_000
MOST_STREAMS = 50
Members = dict[str, Any]


class Logs:
    """Handles requests. All that is there is the one log group of training jobs."""

    name = "logs"
    prefix = "Logs_20140328"

    def __init__(self, platform: Platform) -> None:
        self._platform = platform
        self._model = protocol.load_model("logs", tuple(OPERATIONS))
        self._handlers: dict[str, Callable[[Members], Members]] = {
            "DescribeLogGroups": self._groups,
            "DescribeLogStreams": self._streams,
            "FilterLogEvents": self._filter,
            "GetLogEvents": self._get,
        }

    def knows(self, operation: str) -> bool:
        return operation in self._handlers

    def serve(self, operation: str, body: bytes) -> Response:
        request = protocol.parse(self._model, operation, body, OPERATIONS[operation])
        return protocol.answer(self._model, operation, self._handlers[operation](request))

    def _groups(self, request: Members) -> Members:
        prefix = request.get("logGroupNamePrefix", "")
        known = self._platform.streams and GROUP.startswith(prefix)
        return {"logGroups": [{"logGroupName": GROUP}] if known else []}

    def _streams(self, request: Members) -> Members:
        self._check_group(request)
        prefix = request.get("logStreamNamePrefix", "")
        streams = [stream for stream in self._visible() if stream.name.startswith(prefix)]
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
        streams = [
            stream
            for stream in self._visible()
            if stream.name.startswith(prefix) and (names is None or stream.name in names)
        ]
        found = [
            (event.at, stream.name, event)
            for stream in streams
            for event in self._events(stream)
            if self._within(event, request, ends_inclusive=True)
        ]
        if not self._platform.profile.shuffled_logs:
            found.sort(key=lambda item: item[:2])
        start, stop, token = _page(request, len(found), request.get("limit", MOST_EVENTS))
        events = [
            {**self._shown(event), "logStreamName": name, "eventId": f"{name}/{event.number}"}
            for _, name, event in found[start:stop]
        ]
        return {"events": events, "searchedLogStreams": [], "nextToken": token}

    def _get(self, request: Members) -> Members:
        self._check_group(request)
        stream = self._platform.streams.get(request["logStreamName"])
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
        profile, now = self._platform.profile, self._platform.clock.now()
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
            "arn": f"arn:aws:logs:{self._platform.profile.region}:log-group:{GROUP}:log-stream:{stream.name}",
        }
        if stream.first is not None and stream.last is not None:
            shown["firstEventTimestamp"] = self._milliseconds(stream.first)
            shown["lastEventTimestamp"] = self._milliseconds(stream.last)
        return shown

    def _visible(self) -> list[LogStream]:
        return list(self._platform.streams.values())

    def _milliseconds(self, moment: float) -> int:
        return int(self._platform.clock.date(moment) * 1000)

    def _check_group(self, request: Members) -> None:
        if request.get("logGroupName") != GROUP or not self._platform.streams:
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
