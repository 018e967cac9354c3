"""What can be the value of a hyperparameter, and when two of them are the same."""

import math
from abc import ABC, abstractmethod

Value = str | int | float | bool | None
Config = dict[str, Value]


class SpaceError(ValueError):
    """A space, or a value in it, that can't be; the message says what to change."""


class ByText(ABC):
    """Equality by text, since Python takes True, 1 and 1.0 for equal."""

    @abstractmethod
    def text(self) -> str: ...

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ByText):
            return NotImplemented
        return self.text() == other.text()

    def __hash__(self) -> int:
        return hash(self.text())


def plain(value: object) -> Value:
    """A scalar in Python's own type; NumPy's are taken. Raises `SpaceError` for others, NaN included."""
    if getattr(value, "shape", None) == ():
        value = getattr(value, "item", lambda: value)()
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return writable(str.__str__(value))  # of an enumeration's member, str() would give its name
    if isinstance(value, int) and _is_finite(value):
        return int(value)
    if isinstance(value, float) and _is_finite(value):
        return float(value)
    raise SpaceError(f"{shown(value)} can't be a value: use texts, finite numbers, True, False or None.")


def writable(text: str) -> str:
    """The text, if files and command lines can hold it. Raises `SpaceError`."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise SpaceError(f"{shown(text)} is no text in UTF-8: take another, of whole characters.") from None
    if "\0" in text:
        raise SpaceError(f"{shown(text)} has a zero byte, which no command line can hold: leave that out.")
    return text


def number(value: object) -> int | float | None:
    """The value if it's a finite number within the range of floats, else None; truth values are none."""
    if (type(value) is float or type(value) is int) and _is_finite(value):
        return value  # the usual cases, and searchers ask often
    try:
        scalar = plain(value)
    except SpaceError:
        return None
    return scalar if isinstance(scalar, (int, float)) and not isinstance(scalar, bool) else None


def identity(value: Value) -> tuple[bool, Value]:
    """Equal for the same values only: truth values and numbers are kept apart, 1 and 1.0 are not."""
    return isinstance(value, bool), value


def same(first: Value, second: Value) -> bool:
    return identity(first) == identity(second)


def shown(value: object, longest: int = 80) -> str:
    """The value for a message, cut if it's long."""
    try:
        text = repr(value)
    except ValueError:
        return "a number of thousands of digits"  # Python refuses to write these
    return cut(text, longest)


def cut(text: str, longest: int) -> str:
    """The text, or as much of it as there is room for."""
    return text if len(text) <= longest else text[: longest - 3] + "..."


def _is_finite(value: int | float) -> bool:
    try:
        return math.isfinite(value)
    except OverflowError:
        return False
