"""Values of hyperparameters, and when two of them are the same."""

import json
import math
from abc import ABC, abstractmethod
from typing import Any

Value = str | int | float | bool | None
Element = Value | list[Any] | dict[str, Any]
"""What a list of choices may hold; see `element`."""
Config = dict[str, Value]


class SpaceError(ValueError):
    """An invalid space, or a value that it can't have; the message says what to change."""


class ByText(ABC):
    """Equality by text, since True, 1 and 1.0 are equal in Python."""

    @abstractmethod
    def text(self) -> str: ...

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ByText):
            return NotImplemented
        return self.text() == other.text()

    def __hash__(self) -> int:
        return hash(self.text())


def plain(value: object) -> Value:
    """A scalar in Python's own type; NumPy scalars are converted. Raises `SpaceError` for others and for
    NaN."""
    if getattr(value, "shape", None) == ():
        value = getattr(value, "item", lambda: value)()
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return writable(str.__str__(value))  # str() of an enum member would give its name
    if isinstance(value, int) and _is_finite(value):
        return int(value)
    if isinstance(value, float) and _is_finite(value):
        return float(value)
    raise SpaceError(f"{brief(value)} can't be a value: use strings, finite numbers, True, False or None.")


def element(value: object) -> Value:
    """A value of a list. A list or a mapping becomes its JSON text: scripts that take it as a flag read that,
    and in a file it is a list or a table again. Raises `SpaceError`."""
    if not isinstance(value, (list, tuple, dict)):
        return plain(value)
    try:
        return writable(json.dumps(value, allow_nan=False))
    except (TypeError, ValueError, RecursionError):
        raise SpaceError(
            f"{brief(value)} can't be a value: its parts must be strings, finite numbers, True, False, None, "
            "lists or mappings of these."
        ) from None


def writable(text: str) -> str:
    """The text, if files and command lines can hold it. Raises `SpaceError` otherwise."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise SpaceError(f"{brief(text)} isn't valid UTF-8: use another string.") from None
    if "\0" in text:
        raise SpaceError(f"{brief(text)} has a zero byte, which no command line can hold: remove it.")
    return text


def number(value: object) -> int | float | None:
    """The value if it's a finite number within the range of floats, else None. A bool isn't a number."""
    if (type(value) is float or type(value) is int) and _is_finite(value):
        return value  # the usual cases, and searchers ask often
    try:
        scalar = plain(value)
    except SpaceError:
        return None
    return scalar if isinstance(scalar, (int, float)) and not isinstance(scalar, bool) else None


def identity(value: Value) -> tuple[bool, Value]:
    """Equal for the same values only: bools differ from numbers, but 1 and 1.0 are the same."""
    return isinstance(value, bool), value


def same(first: Value, second: Value) -> bool:
    return identity(first) == identity(second)


def brief(value: object, longest: int = 80) -> str:
    """The repr of a value for a message, cut if it's long."""
    try:
        text = repr(value)
    except ValueError:
        return "a number of thousands of digits"  # Python refuses to write these
    return cut(text, longest)


def cut(text: str, longest: int) -> str:
    """The text, cut to a length."""
    return text if len(text) <= longest else text[: longest - 3] + "..."


def _is_finite(value: int | float) -> bool:
    try:
        return math.isfinite(value)
    except OverflowError:
        return False
