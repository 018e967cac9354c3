"""Checks arguments from a file or a command line against a signature, and writes values as calls."""

import dataclasses
import difflib
import inspect
import json
import types
import typing
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple


def call(value: object) -> str:
    """The call that makes the value of a dataclass, without arguments that equal their defaults."""
    assert dataclasses.is_dataclass(value)
    arguments = []
    for field in dataclasses.fields(value):
        given = getattr(value, field.name)
        if field.default_factory is not dataclasses.MISSING:
            default: object = field.default_factory()
        else:
            default = field.default
        if field.init and field.repr and given != default:
            arguments.append(f"{field.name}={given!r}")
    return f"{type(value).__name__}({', '.join(arguments)})"


class SignatureError(ValueError):
    """Arguments that a function doesn't take; the message is one sentence."""


def checked_arguments(
    function: str, wanted: Mapping[str, object], given: Mapping[str, object]
) -> dict[str, object]:
    """The arguments `given`, converted to the types `wanted` by the function of this name.

    Names may have hyphens for underscores. Values may be text, as on a command line: "3" for an int, "0.5"
    for a float, "true" for a bool, "none" for None, JSON for a sequence of mappings. The types may be bool,
    int, float, str, `Literal`, one of these or None, and `Sequence[Mapping[...]]`.

    Raises `SignatureError` for an unknown name and for a value of the wrong type.
    """
    checked: dict[str, object] = {}
    for given_name, value in given.items():
        name = given_name.replace("-", "_")
        if name not in wanted:
            raise SignatureError(f"{function} has no argument {given_name!r}{suggestion(name, wanted)}.")
        if name in checked:
            raise SignatureError(f"{function} gets its argument {name!r} twice.")
        try:
            checked[name] = _converted(value, wanted[name])
        except _Mismatch as mismatch:
            raise SignatureError(f"{name} of {function} is {value!r}: it must be {mismatch}.") from None
    return checked


def keyword_types(function: Callable[..., object]) -> dict[str, object]:
    """The names of a function's keyword-only parameters with their types."""
    hints = typing.get_type_hints(function)
    parameters = inspect.signature(function).parameters.values()
    return {p.name: hints[p.name] for p in parameters if p.kind is inspect.Parameter.KEYWORD_ONLY}


def suggestion(name: str, existing: Iterable[str]) -> str:
    """Continues "there is no such `name`" with the name that was probably meant, or else those there are."""
    names = sorted(existing)
    close = [longer for longer in names if longer.startswith(name)] or difflib.get_close_matches(name, names)
    return f" (did you mean {close[0]!r}?)" if close else f"; there is {', '.join(names) or 'none'}"


class _Mismatch(Exception):
    """The message says what a value should be."""


def _converted(value: object, wanted: object) -> object:
    origin, options = typing.get_origin(wanted), typing.get_args(wanted)
    if origin is typing.Literal:
        return _one_of(value, options)
    if origin in (typing.Union, types.UnionType):
        return _optional(value, options)
    if origin is Sequence:
        return _mappings(value)
    if wanted not in _PLAIN:
        raise TypeError(f"arguments of type {wanted} cannot be read")
    return _plain(value, wanted)


def _one_of(value: object, options: Sequence[object]) -> object:
    for option in options:
        if value == option or value == str(option):
            return option
    raise _Mismatch(" or ".join(repr(option) for option in options))


def _optional(value: object, options: Sequence[object]) -> object:
    is_none = value is None or (isinstance(value, str) and value.lower() == "none")
    if is_none and type(None) in options:
        return None
    wanted = [option for option in options if option is not type(None)]
    if len(wanted) != 1:
        raise TypeError("of unions, only those of one type and None can be read")
    try:
        return _converted(value, wanted[0])
    except _Mismatch as mismatch:
        raise _Mismatch(f"{mismatch}, or none") from None


def _mappings(value: object) -> object:
    expected = _Mismatch('a list of objects, such as [{"lr": 0.1}]')
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except (ValueError, RecursionError):
            raise expected from None
    if not isinstance(value, Sequence) or not all(isinstance(item, Mapping) for item in value):
        raise expected
    return value


class _Plain(NamedTuple):
    """A plain type: the types of its values, how they are read from text, and what a person calls them. A
    bool is no number."""

    kinds: tuple[type, ...]
    read: Callable[[str], object]
    words: str


_TRUTH = {"true": True, "false": False}
_PLAIN: Mapping[object, _Plain] = {
    bool: _Plain((bool,), lambda text: _TRUTH[text.lower()], "true or false"),
    int: _Plain((int,), int, "a whole number"),
    float: _Plain((int, float), float, "a number"),
    str: _Plain((str,), str, "text"),
}


def _plain(value: object, wanted: object) -> object:
    plain = _PLAIN[wanted]
    if isinstance(value, plain.kinds) and isinstance(value, bool) == (wanted is bool):
        return float(value) if isinstance(value, int) and wanted is float else value
    if isinstance(value, str):
        with suppress(ValueError, KeyError):
            return plain.read(value)
    raise _Mismatch(plain.words)
