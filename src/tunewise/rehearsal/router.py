"""Which service answers a request; on the way the ledger, rates and faults have their say."""

from __future__ import annotations

import json
import time
import traceback
from typing import Protocol

from tunewise.rehearsal import protocol
from tunewise.rehearsal.access_keys import AccessKeys
from tunewise.rehearsal.errors import ApiError, not_rehearsed
from tunewise.rehearsal.faults import Faults, error_of, throttled
from tunewise.rehearsal.http_messages import Request, Response
from tunewise.rehearsal.ledger import Call, Ledger
from tunewise.rehearsal.s3_operations import name_of_s3_operation, xml_error
from tunewise.rehearsal.scaled_clock import ScaledClock
from tunewise.rehearsal.storage import Storage
from tunewise.rehearsal.throttling import Throttle


class Service(Protocol):
    """A service of ours. prefix: how its operations begin in X-Amz-Target."""

    prefix: str

    def knows(self, operation: str) -> bool: ...

    def serve(self, operation: str, body: bytes) -> Response: ...


class Router:
    """The application that the server serves."""

    def __init__(
        self,
        clock: ScaledClock,
        storage: Storage,
        faults: Faults,
        throttle: Throttle,
        ledger: Ledger,
        keys: AccessKeys,
    ) -> None:
        self._clock = clock
        self._storage = storage
        self._faults = faults
        self._throttle = throttle
        self._ledger = ledger
        self._keys = keys
        self._services: dict[str, Service] = {}

    def add(self, service: Service) -> None:
        self._services[service.prefix] = service

    def __call__(self, request: Request) -> Response | None:
        begun, at = time.monotonic(), self._clock.now()
        prefix, _, operation = request.headers.get("x-amz-target", "").rpartition(".")
        service = self._services.get(prefix)
        key, _, name = request.credential
        if service is None:
            name = name or "s3"
            operation = operation or name_of_s3_operation(request) if name == "s3" else _action(request)
        subject = _subject(request) if service is not None else request.path
        response = self._answer(service, operation, subject, request, at)
        call = Call(
            at=at,
            real=begun - self._ledger.begun,
            seconds=time.monotonic() - begun,
            service=name,
            operation=operation,
            caller=self._keys.caller(key),
            subject=subject,
            status=0 if response is None else response.status,
            error="" if response is None else response.headers.get("x-amzn-errortype", ""),
        )
        self._ledger.add(call)
        return response

    def _answer(
        self, service: Service | None, operation: str, subject: str, request: Request, at: float
    ) -> Response | None:
        effect = self._faults.of_call(operation, subject, at)
        if effect == "lost_request":
            return None
        try:
            self._keys.check(request.credential[0])
            if effect not in (None, "lost_response"):
                raise error_of(effect)
            if not self._throttle.admits(operation):
                raise throttled()
            response = self._serve(service, operation, request)
        except ApiError as error:
            response = protocol.error(error) if service is not None else xml_error(error)
        except Exception as error:  # noqa: BLE001 - a bug here is an internal error there, and must be seen
            traceback.print_exc()
            problem = ApiError("InternalFailure", f"A bug in the rehearsal: {error!r}", status=500)
            response = protocol.error(problem)
        return None if effect == "lost_response" else response

    def _serve(self, service: Service | None, operation: str, request: Request) -> Response:
        if service is None:
            return self._storage.serve(request)
        if not service.knows(operation):
            raise not_rehearsed(f"the operation {operation}")
        return service.serve(operation, request.body)


def _subject(request: Request) -> str:
    """The name of the job that a request to one of our services is about, if any."""
    try:
        members = json.loads(request.body or b"{}")
    except ValueError:
        return ""
    if not isinstance(members, dict):
        return ""
    name = members.get("TrainingJobName") or members.get("ResourceArn") or members.get("logStreamName")
    return name.rsplit("/", 1)[-1] if isinstance(name, str) else ""


def _action(request: Request) -> str:
    """The operation of services whose requests are forms."""
    for part in request.body.decode("utf-8", "replace").split("&"):
        name, _, value = part.partition("=")
        if name == "Action":
            return value
    return request.method
