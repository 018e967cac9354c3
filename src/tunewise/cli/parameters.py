"""How the commands' arguments and flags are read."""

from __future__ import annotations

import json
import math
import types
import typing
from typing import TYPE_CHECKING, Any

import click
import msgspec

from tunewise.cli.exits import BadUsage
from tunewise.options import parse_duration
from tunewise.paths import HomeError, check_name, experiment_names

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


DURATIONS = ("max_wallclock", "trial_timeout", "stop_grace", "keep_alive", "max_run", "max_pending")
"""Fields of files that are seconds, and may be written as flags are."""

_KINDS: Mapping[Any, str] = {
    bool: "a boolean",
    int: "an integer",
    float: "a float",
    str: "a string",
    list: "an array",
    tuple: "an array",
    dict: "a table",
}
"""What TOML calls the types of values."""


def experiment_name(text: str) -> str:
    """The name of an experiment."""
    try:
        return check_name(text)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


def complete_names(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """The names of the experiments that there are, for a shell to complete."""
    try:
        names = experiment_names(incomplete.partition("/")[0] if "/" in incomplete else None)
    except HomeError:
        return []
    return [name for name in names if name.startswith(incomplete)]


def seconds(text: str) -> float:
    """Seconds above 0, written as `90`, `90s`, `30m`, `1h`, `2d` or `1h30m`."""
    try:
        duration = parse_duration(text)
    except ValueError as error:
        raise click.BadParameter(f"{error}.") from None
    if not duration > 0:
        raise click.BadParameter(f"{text!r} is no time at all.")
    return duration


def delay(text: str) -> float:
    """Seconds of at least 0, written alike."""
    try:
        return parse_duration(text)
    except ValueError as error:
        raise click.BadParameter(f"{error}.") from None


def whole(least: int, most: int | None = None) -> Callable[[str], int]:
    """The type of flags that are whole numbers of at least `least`, and of at most `most`."""
    limits = f"of at least {least}" if most is None else f"from {least} to {most}"

    def whole_number(text: str) -> int:
        try:
            value = int(text)
        except ValueError:
            value = least - 1
        if value < least or (most is not None and value > most):
            raise click.BadParameter(f"{str(text)!r} isn't a whole number {limits}.")
        return value

    return whole_number


def positive(text: str) -> float:
    """A finite number above 0."""
    return _finite(text, "above 0", lambda value: value > 0)


def at_least_zero(text: str) -> float:
    """A finite number of at least 0."""
    return _finite(text, "of at least 0", lambda value: value >= 0)


def finite(text: str) -> float:
    """A finite number."""
    return _finite(text, "", lambda value: True)


def _finite(text: str, limits: str, fits: Callable[[float], bool]) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value) or not fits(value):
        raise click.BadParameter(f"{text!r} isn't a finite number {limits}".rstrip() + ".")
    return value


def names_list(text: str) -> tuple[str, ...]:
    """Names, separated by commas."""
    names = tuple(name.strip() for name in text.split(",") if name.strip())
    if not names:
        raise click.BadParameter(f"{text!r} names nothing.")
    return tuple(dict.fromkeys(names))


def numbers_list(text: str) -> tuple[int, ...]:
    """Whole numbers of at least 1, separated by commas."""
    names = names_list(text)
    if not all(name.isdecimal() and int(name) > 0 for name in names):
        raise click.BadParameter(f"{text!r} must be whole numbers of at least 1, such as 2,4,8.")
    return tuple(int(name) for name in names)


def assignment(text: str) -> tuple[str, str]:
    """A name and a text, written as `NAME=TEXT`; hyphens before the name do no harm."""
    name, equals, value = text.partition("=")
    name = name.strip().lstrip("-")
    if not equals or not name:
        raise click.BadParameter(f"{text!r} has no name: write NAME=VALUE.")
    return name, value.strip()


def checked(fields: type[msgspec.Struct], name: str, value: object) -> object:
    """A value of a file as a field of this name wants it, durations as seconds.

    Raises ValueError in TOML's words: `is the string "3": give an integer`.
    """
    wanted = typing.get_type_hints(fields)[name]
    try:
        if name in DURATIONS and isinstance(value, str):
            return parse_duration(value)
        return msgspec.convert(value, wanted)
    except (ValueError, msgspec.ValidationError):
        kind = next((word for kind, word in _KINDS.items() if isinstance(value, kind)), "a date or a time")
        shown = f" {json.dumps(value, ensure_ascii=False)}" if isinstance(value, (str, int, float)) else ""
        give = 'seconds, or a string such as "90s" or "1h30m"' if name in DURATIONS else _named(wanted)
        raise ValueError(f"is {kind}{shown}: give {give}") from None


def _named(wanted: object) -> str:
    """What TOML calls a type: `an integer or a string`."""
    origin, options = typing.get_origin(wanted), typing.get_args(wanted)
    if origin is typing.Literal:
        return " or ".join(json.dumps(option) for option in options)
    if origin in (typing.Union, types.UnionType):
        return " or ".join(_named(option) for option in options if option is not type(None))
    if origin in (tuple, dict) and options[-1 if origin is dict else 0] is str:
        return f"{_KINDS[origin]} of strings"
    return "a number" if wanted is float else _KINDS[origin or wanted]


def once_each(flag: str, pairs: object) -> dict[str, str]:
    """Assignments as a mapping. Raises `BadUsage` for a name that is said twice."""
    assert isinstance(pairs, tuple)
    values: dict[str, str] = {}
    for name, text in pairs:
        if name in values:
            raise BadUsage(f"--{flag.replace('_', '-')} says {name!r} twice.")
        values[name] = text
    return values


name_argument: Callable[[Callable[..., None]], Callable[..., None]] = click.argument(
    "name", type=experiment_name, metavar="NAME", shell_complete=complete_names
)
"""`@name_argument` adds the name of an existing experiment to a command."""
