"""AWS JSON 1.1: requests read, checked and answered by the shapes of botocore's own models."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sagemaker_rehearsal import validation
from sagemaker_rehearsal.errors import ApiError, not_rehearsed
from sagemaker_rehearsal.http_messages import Response
from sagemaker_rehearsal.validation import Json

if TYPE_CHECKING:
    from botocore.model import ServiceModel, Shape

CONTENT_TYPE = "application/x-amz-json-1.1"


@lru_cache(maxsize=8)
def load_model(service: str, operations: tuple[str, ...]) -> ServiceModel:
    """The model of a service with only these operations and the shapes that they need.

    SageMaker's whole model takes 20 MB of memory, its training jobs' part one.
    """
    from botocore.loaders import Loader
    from botocore.model import ServiceModel

    whole = Loader().load_service_model(service, "service-2")
    kept = {name: whole["operations"][name] for name in operations}
    shapes: dict[str, Any] = {}
    waiting = [
        part["shape"]
        for operation in kept.values()
        for part in (operation.get("input"), operation.get("output"), *operation.get("errors", ()))
        if part
    ]
    while waiting:
        name = waiting.pop()
        if name not in shapes:
            shapes[name] = whole["shapes"][name]
            waiting += _references(shapes[name])
    model = {"metadata": whole["metadata"], "operations": kept, "shapes": shapes}
    return ServiceModel(model, service)


def _references(shape: Mapping[str, Any]) -> list[str]:
    parts = [*shape.get("members", {}).values(), shape.get("member"), shape.get("key"), shape.get("value")]
    return [part["shape"] for part in parts if part]


def parse(model: ServiceModel, operation: str, body: bytes, known: str | None) -> dict[str, Any]:
    """The members of a request. known: the names of those that aren't answered `NotRehearsed`; None: of all.

    Raises ApiError unless they fit the model in every respect.
    """
    try:
        request = json.loads(body or b"{}")
    except ValueError:
        raise ApiError("SerializationException", "The request is no JSON.") from None
    shape = model.operation_model(operation).input_shape
    if shape is not None:
        validation.check(shape, request)
    said = {name: value for name, value in request.items() if value is not None}
    if known is not None and said.keys() - known.split():
        raise not_rehearsed(f"{min(said.keys() - known.split())} in {operation}")
    return said


def answer(model: ServiceModel, operation: str, output: Mapping[str, Any]) -> Response:
    """An answer; what the operation's output shape doesn't know, or knows otherwise, is an error of ours."""
    shape = model.operation_model(operation).output_shape
    body = b"" if shape is None else json.dumps(_shaped(shape, output)).encode()
    return Response(200, {"Content-Type": CONTENT_TYPE}, body)


def _shaped(shape: Shape, value: Json) -> Json:
    if shape.type_name == "structure":
        unknown = value.keys() - shape.members.keys()
        assert not unknown, f"{shape.name} has no members {unknown}"
        return {
            name: _shaped(shape.members[name], member) for name, member in value.items() if member is not None
        }
    if shape.type_name == "list":
        return [_shaped(shape.member, member) for member in value]
    if shape.type_name == "timestamp":
        return round(value, 3)
    return value


def error(problem: ApiError) -> Response:
    body = json.dumps({"__type": problem.code, "message": problem.message}).encode()
    headers = {"Content-Type": CONTENT_TYPE, "x-amzn-errortype": problem.code}
    return Response(problem.status, headers, body)
