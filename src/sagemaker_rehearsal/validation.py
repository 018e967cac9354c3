"""Requests against the service's own model: what botocore leaves to the service to refuse.

The client checks required members, types and minima; maxima, patterns and enumerations are in the model too,
and here they count. Messages are worded as AWS words them, as far as that is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sagemaker_rehearsal.errors import ApiError, invalid

if TYPE_CHECKING:
    from botocore.model import Shape

Json = Any  # what json.loads may give

_LONGEST_QUOTE = 200
_LINE_ENDS = "\n\r\x85\u2028\u2029"  # what Java's dot leaves out

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
        yield from _faults_of_length(shape, value, path)
        for index, item in enumerate(value):
            yield from _faults(shape.member, item, f"{path}.{index + 1}.member")
    elif shape.type_name == "map":
        yield from _faults_of_length(shape, value, path)
        for key, item in value.items():
            yield from _faults(shape.key, key, f"{path}.{key}.key")
            yield from _faults(shape.value, item, f"{path}.{key}.member")
    elif shape.type_name == "string":
        yield from _faults_of_length(shape, value, path)
        yield from _faults_of_text(shape, value, path)
    elif shape.type_name in ("integer", "long", "float", "double"):
        yield from _faults_of_number(shape, value, path)


def _faults_of_structure(shape: Shape, value: Mapping[str, Any], path: str) -> Iterator[str]:
    for name in shape.required_members:
        if value.get(name) is None:
            yield _fault(None, _below(path, name), "Member must not be null")
    for name, member in value.items():
        if name not in shape.members:
            raise ApiError("SerializationException", f"{shape.name} has no member {name!r}.")
        if member is not None:
            yield from _faults(shape.members[name], member, _below(path, name))


def _faults_of_length(shape: Shape, value: Json, path: str) -> Iterator[str]:
    low, high = shape.metadata.get("min"), shape.metadata.get("max")
    if high is not None and len(value) > high:
        yield _fault(value, path, f"Member must have length less than or equal to {high}")
    if low is not None and len(value) < low:
        yield _fault(value, path, f"Member must have length greater than or equal to {low}")


def _faults_of_text(shape: Shape, value: str, path: str) -> Iterator[str]:
    allowed = shape.metadata.get("enum")
    if allowed and value not in allowed:
        yield _fault(value, path, f"Member must satisfy enum value set: [{', '.join(allowed)}]")
    pattern = shape.metadata.get("pattern")
    if pattern is not None and not matches(pattern, value):
        yield _fault(value, path, f"Member must satisfy regular expression pattern: {pattern}")


def _faults_of_number(shape: Shape, value: float, path: str) -> Iterator[str]:
    low, high = shape.metadata.get("min"), shape.metadata.get("max")
    if high is not None and value > high:
        yield _fault(value, path, f"Member must have value less than or equal to {high}")
    if low is not None and value < low:
        yield _fault(value, path, f"Member must have value greater than or equal to {low}")


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
            "SerializationException", f"{path or 'The request'} is {value!r}, which is no {shape.type_name}."
        )


def matches(pattern: str, text: str) -> bool:
    """Whether a text fits one of the model's patterns, which are Java's and mean the whole text."""
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
    """AWS writes members with a small first letter."""
    small = name[0].lower() + name[1:]
    return f"{path}.{small}" if path else small


def _fault(value: object, path: str, constraint: str) -> str:
    text = "null" if value is None else str(value)
    if len(text) > _LONGEST_QUOTE:
        text = text[:_LONGEST_QUOTE] + "..."
    return f"Value '{text}' at '{path}' failed to satisfy constraint: {constraint}"
