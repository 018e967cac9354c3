"""Which service answers a request; on the way the ledger, rates and faults have their say."""

import json
import time
import traceback
from dataclasses import replace
from typing import NamedTuple
from urllib.parse import parse_qs

from sagemaker_rehearsal.access import AccessKeys, Call, Ledger, Throttle
from sagemaker_rehearsal.faults import Faults, error_of, throttled
from sagemaker_rehearsal.messages import ApiError, Request, Response, xml_error
from sagemaker_rehearsal.protocol import JsonService, json_error
from sagemaker_rehearsal.scaled_clock import ScaledClock
from sagemaker_rehearsal.storage import Storage

_OF_OBJECTS = {"GET": "GetObject", "PUT": "PutObject", "HEAD": "HeadObject", "DELETE": "DeleteObject"}
_OF_BUCKETS = {"GET": "ListObjects", "PUT": "CreateBucket", "HEAD": "HeadBucket", "DELETE": "DeleteBucket"}


def name_of_s3_operation(request: Request) -> str:
    """The operation as S3's documentation calls it; of rare ones the method and the query."""
    query = request.query
    parts = request.path.strip("/").split("/", 1)
    if parts == [""]:
        return "ListBuckets"
    if "uploadId" in query or "uploads" in query:
        return _of_multipart(request.method, query)
    if len(parts) == 2 and parts[1]:
        if request.method == "PUT" and "x-amz-copy-source" in request.headers:
            return "CopyObject"
        return _OF_OBJECTS.get(request.method, request.method)
    if "delete" in query:
        return "DeleteObjects"
    if query.get("list-type") == ["2"]:
        return "ListObjectsV2"
    special = [
        name for name in query if name in ("location", "versioning", "policy", "tagging", "encryption")
    ]
    return f"{request.method} {special[0]}" if special else _OF_BUCKETS.get(request.method, request.method)


def _of_multipart(method: str, query: dict[str, list[str]]) -> str:
    if "uploads" in query:
        return "CreateMultipartUpload" if method == "POST" else "ListMultipartUploads"
    names = {"PUT": "UploadPart", "POST": "CompleteMultipartUpload", "DELETE": "AbortMultipartUpload"}
    return names.get(method, "ListParts")


class _Question(NamedTuple):
    """A request that was understood so far. handler: None for what moto answers."""

    request: Request
    handler: JsonService | None
    service: str
    operation: str
    subject: str


class Router:
    """The application that the server serves. Without its key nobody gets further than `refuse`."""

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
        self._services: dict[str, JsonService] = {}

    def add(self, service: JsonService) -> None:
        self._services[service.prefix] = service

    def refuse(self, head: Request) -> Response | None:
        begun, at = time.monotonic(), self._clock.now()
        try:
            self._keys.check(head.credential[0])
        except ApiError as error:
            question = self._understand(head)
            response = _refusal(question, error)
            self._note(question, response, at, begun)
            return response
        return None

    def __call__(self, request: Request) -> Response | None:
        begun, at = time.monotonic(), self._clock.now()
        question = self._understand(request)
        response = self._answer(question, at)
        self._note(question, response, at, begun)
        return response

    def _note(self, question: _Question, response: Response | None, at: float, begun: float) -> None:
        call = Call(
            at=at,
            real=begun - self._ledger.begun,
            seconds=time.monotonic() - begun,
            service=question.service,
            operation=question.operation,
            caller=self._keys.caller(question.request.credential[0]),
            subject=question.subject,
            status=0 if response is None else response.status,
            error="" if response is None else response.headers.get("x-amzn-errortype", ""),
        )
        self._ledger.add(call)

    def _understand(self, request: Request) -> _Question:
        prefix, _, operation = request.headers.get("x-amz-target", "").rpartition(".")
        handler = self._services.get(prefix)
        if handler is not None:
            return _Question(request, handler, handler.name, operation, _job_named_in(request.body))
        service = request.credential[2] or "s3"
        if service == "s3":
            operation = name_of_s3_operation(request)
        return _Question(request, None, service, operation or _action(request), request.path)

    def _answer(self, question: _Question, at: float) -> Response | None:
        effect = self._faults.of_call(question.operation, question.subject, at)
        if effect == "lost_request":
            return None
        try:
            if effect not in (None, "lost_response", "torn_response"):
                raise error_of(effect)
            if not self._throttle.admits(question.operation):
                raise throttled()
            response = self._serve(question)
        except ApiError as error:
            response = _refusal(question, error)
        except Exception as error:  # noqa: BLE001 - a bug here is an internal error there, and must be seen
            traceback.print_exc()
            bug = ApiError("InternalFailure", f"A bug in the rehearsal: {error!r}", status=500)
            response = _refusal(question, bug)
        if effect == "lost_response":
            return None
        return replace(response, torn=True) if effect == "torn_response" else response

    def _serve(self, question: _Question) -> Response:
        if question.handler is None:
            return self._storage.serve(question.request)
        return question.handler.serve(question.operation, question.request.body)


def _refusal(question: _Question, error: ApiError) -> Response:
    if "x-amz-target" in question.request.headers:
        return json_error(error)
    return xml_error(error, question.service)


def _job_named_in(body: bytes) -> str:
    """The job, or the stream, that a request to one of our services is about, if any."""
    try:
        members = json.loads(body or b"{}")
    except ValueError:
        return ""
    if not isinstance(members, dict):
        return ""
    name = members.get("TrainingJobName") or members.get("ResourceArn") or members.get("logStreamName")
    return name.rsplit("/", 1)[-1] if isinstance(name, str) else ""


def _action(request: Request) -> str:
    """The operation of services whose requests are forms."""
    return parse_qs(request.body.decode("utf-8", "replace")).get("Action", [request.method])[0]
