"""AWS JSON 1.1: reads, checks and answers requests by the shapes of botocore's models.

Clients check only required members, types and minima. The service also checks the maxima, patterns and
enumerations of its model. Messages are worded as AWS does, as far as that is known.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, ClassVar

from sagemaker_rehearsal.messages import ApiError, Response, invalid, not_rehearsed

if TYPE_CHECKING:
    from botocore.model import OperationModel, ServiceModel, Shape


Json = Any  # what json.loads may give

_LONGEST_QUOTE = 200
_LINE_ENDS = "\n\r\x85\u2028\u2029"  # what Java's dot doesn't match

# Java's names for classes of characters, as Python writes them: letters, separators, numbers.
_CLASSES = {
    r"\p{L}": r"^\W\d_",
    r"\p{Z}": r" \xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000",
    r"\p{N}": r"\d",
    r"\p{Alnum}": r"a-zA-Z0-9",
}


def check(shape: Shape, value: object) -> None:
    """Raises a ValidationException that lists everything in which `value` breaks its shape."""
    faults = list(_faults(shape, value, ""))
    if faults:
        number = f"{len(faults)} validation error{'s' if len(faults) > 1 else ''} detected"
        raise invalid(f"{number}: {'; '.join(faults)}")


def _faults(shape: Shape, value: Json, path: str) -> Iterator[str]:
    _check_type(shape, value, path)
    if shape.type_name == "structure":
        yield from _faults_of_structure(shape, value, path)
    elif shape.type_name == "list":
        yield from _faults_of_range(shape, value, path)
        for index, item in enumerate(value):
            yield from _faults(shape.member, item, f"{path}.{index + 1}.member")
    elif shape.type_name == "map":
        yield from _faults_of_range(shape, value, path)
        for key, item in value.items():
            yield from _faults(shape.key, key, f"{path}.{key}.key")
            yield from _faults(shape.value, item, f"{path}.{key}.member")
    elif shape.type_name == "string":
        yield from _faults_of_range(shape, value, path)
        yield from _faults_of_text(shape, value, path)
    elif shape.type_name in ("integer", "long", "float", "double"):
        yield from _faults_of_range(shape, value, path, value)


def _faults_of_structure(shape: Shape, value: Mapping[str, Any], path: str) -> Iterator[str]:
    for name in shape.required_members:
        if value.get(name) is None:
            yield _fault(None, _below(path, name), "Member must not be null")
    for name, member in value.items():
        if name not in shape.members:
            raise ApiError("SerializationException", f"{shape.name} has no member {name!r}.")
        if member is not None:
            yield from _faults(shape.members[name], member, _below(path, name))


def _faults_of_range(shape: Shape, value: Json, path: str, number: float | None = None) -> Iterator[str]:
    """number: what the range is for, if it isn't the length of the value."""
    what, size = ("length", len(value)) if number is None else ("value", number)
    low, high = shape.metadata.get("min"), shape.metadata.get("max")
    if high is not None and size > high:
        yield _fault(value, path, f"Member must have {what} less than or equal to {high}")
    if low is not None and size < low:
        yield _fault(value, path, f"Member must have {what} greater than or equal to {low}")


def _faults_of_text(shape: Shape, value: str, path: str) -> Iterator[str]:
    allowed = shape.metadata.get("enum")
    if allowed and value not in allowed:
        yield _fault(value, path, f"Member must satisfy enum value set: [{', '.join(allowed)}]")
    pattern = shape.metadata.get("pattern")
    if pattern is not None and not matches(pattern, value):
        yield _fault(value, path, f"Member must satisfy regular expression pattern: {pattern}")


_TYPES: dict[str, tuple[type, ...]] = {
    "structure": (dict,),
    "map": (dict,),
    "list": (list,),
    "string": (str,),
    "boolean": (bool,),
    "integer": (int,),
    "long": (int,),
    "float": (int, float),
    "double": (int, float),
    "timestamp": (int, float),
}


def _check_type(shape: Shape, value: object, path: str) -> None:
    expected = _TYPES.get(shape.type_name, (object,))
    if not isinstance(value, expected) or (isinstance(value, bool) and bool not in expected):
        raise ApiError(
            "SerializationException", f"{path or 'The request'} is {value!r}, not a {shape.type_name}."
        )


def matches(pattern: str, text: str) -> bool:
    """Whether the whole text matches one of the model's patterns, which are Java's."""
    return _compiled(pattern).fullmatch(text) is not None


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    """Java's pattern as Python's: a dot means less there, `\\w` and `\\d` are ASCII, and `\\p{L}` isn't."""
    if pattern in (".*", ".+"):
        return re.compile(rf"[^{_LINE_ENDS}]{pattern[1]}")
    if r"\p{L}" in pattern:
        return re.compile(re.sub(r"\[([^\]]*\\p\{L\}[^\]]*)\]", _alternatives, pattern))
    for name, characters in _CLASSES.items():
        pattern = pattern.replace(name, characters)
    return re.compile(pattern, re.ASCII)


def _alternatives(match: re.Match[str]) -> str:
    rest = match.group(1).replace(r"\p{L}", "")
    for name, characters in _CLASSES.items():
        rest = rest.replace(name, characters)
    return rf"(?:[{_CLASSES[chr(92) + 'p{L}']}]|[{rest}])"


def _below(path: str, name: str) -> str:
    """The path of a member; AWS writes members with a lower-case first letter."""
    small = name[0].lower() + name[1:]
    return f"{path}.{small}" if path else small


def _fault(value: object, path: str, constraint: str) -> str:
    text = "null" if value is None else str(value)
    if len(text) > _LONGEST_QUOTE:
        text = text[:_LONGEST_QUOTE] + "..."
    return f"Value '{text}' at '{path}' failed to satisfy constraint: {constraint}"


Members = dict[str, Any]
Handler = Callable[[Members], Members]
Operations = Mapping[str, str | None]
"""By name, with the members of their requests that are emulated; None: all of them."""

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


class JsonService:
    """A service that speaks AWS JSON. Whatever of it isn't emulated is answered `NotRehearsed`.

    name: as signatures have it. prefix: how its operations begin in X-Amz-Target. model: botocore's name of
    its model. operations: those that are emulated. apart: those whose model is large, so that it is loaded
    when it is needed.
    """

    name: ClassVar[str]
    prefix: ClassVar[str]
    model: ClassVar[str]
    operations: ClassVar[Operations]
    apart: ClassVar[tuple[str, ...]] = ()

    def __init__(self, handlers: Mapping[str, Handler]) -> None:
        self._handlers = handlers
        together = tuple(name for name in self.operations if name not in self.apart)
        self._model = load_model(self.model, together)

    def serve(self, operation: str, body: bytes) -> Response:
        """Raises ApiError for a request that doesn't fit the model in every respect, or isn't emulated."""
        if operation not in self._handlers:
            raise not_rehearsed(f"the operation {operation}")
        model = load_model(self.model, (operation,)) if operation in self.apart else self._model
        shapes = model.operation_model(operation)
        output = self._handlers[operation](self.parse(shapes, body))
        answer = b""
        if shapes.output_shape is not None:
            answer = json.dumps(_shaped(shapes.output_shape, output)).encode()
        return Response(200, {"Content-Type": CONTENT_TYPE}, answer)

    @classmethod
    def parse(cls, shapes: OperationModel, body: bytes) -> Members:
        """The members of a request to an operation. Raises ApiError."""
        try:
            request = json.loads(body or b"{}")
        except ValueError:
            raise ApiError("SerializationException", "The request is not JSON.") from None
        if shapes.input_shape is not None:
            check(shapes.input_shape, request)
        members = {name: value for name, value in request.items() if value is not None}
        emulated = cls.operations[shapes.name]
        if emulated is not None and members.keys() - emulated.split():
            raise not_rehearsed(f"{min(members.keys() - emulated.split())} in {shapes.name}")
        return members


def _shaped(shape: Shape, value: Json) -> Json:
    """An answer, or a part of one. What its shape doesn't have, or has otherwise, is a bug of ours."""
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


def json_error(problem: ApiError) -> Response:
    body = json.dumps({"__type": problem.code, "message": problem.message}).encode()
    headers = {"Content-Type": CONTENT_TYPE, "x-amzn-errortype": problem.code}
    return Response(problem.status, headers, body)
