'''Each setting is declared once: flags, keys of files, help and checks follow from the declaration.

A setting is a field of a frozen dataclass. Its annotation holds an `Option` with what users have to know:

    @dataclass(frozen=True)
    class SlurmBackend(ScriptBackendSpec):
        """..."""

        kind: ClassVar[str] = "slurm"
        title: ClassVar[str] = "Slurm"

        entry_point: str
        arguments: tuple[str, ...] = ()
        python: Python = "python3"                  # shared by several back ends: one flag, described once
        stop_grace: StopGrace = 25.0
        partition: Annotated[str | None, Option("Where jobs queue.", metavar="NAME")] = None
        time_limit: Annotated[float | None, Option("A job's time.", SECONDS, flag="time")] = None
        lines: Annotated[tuple[str, ...], Option("An #SBATCH line.", flag="sbatch")] = ()
        requeue: Annotated[bool, Option("Jobs start again by themselves.", off="no-requeue")] = False

That is all that is needed for `tunewise run --partition gpu --time 2h --sbatch=--exclusive`, for the section
"On Slurm" of its help, for `[slurm]` in a TOML file with the same names, for the error about a wrong type
(with file and line) or about a flag of another back end, and for `experiment.json`. A field without an
`Option` can only be set in Python; a `ValueFormat` in its annotation gives its range. Each range is declared
only there: parsing text uses it, and so does `check_fields`, which `__post_init__` calls. Where users write
something else than a field's value, or a value follows from others, see `ScriptBackendSpec.completed`.
'''

from __future__ import annotations

import json
import math
import re
import sys
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields, replace
from functools import cache
from pathlib import PurePath
from typing import Any, NamedTuple, TypeGuard, TypeVar

import msgspec

Declared = TypeVar("Declared")

_UNITS = {"d": 86400.0, "h": 3600.0, "m": 60.0, "s": 1.0}
_NUMBER = r"\d+(?:\.\d*)?|\.\d+"
_DURATION = re.compile("".join(rf"(?:({_NUMBER})\s*{unit}\s*)?" for unit in _UNITS))
_URL = re.compile(r"[a-z][a-z0-9+.-]*:")

_TOML_TYPES: Mapping[Any, str] = {
    bool: "a boolean",
    int: "an integer",
    float: "a float",
    str: "a string",
    list: "an array",
    tuple: "an array",
    dict: "a table",
}


class ValueFormat(NamedTuple):
    """How a value is written as text, and which values are allowed.

    parse: turns text into a value, in range or not; raises ValueError with a sentence. metavar: stands for
    the value in the help. accepts: what a file may contain, in words, where that is more than the type; text
    in the file is then parsed. wanted: the range in words, as in "give a whole number of at least 1".
    fits: whether a value of any type is in range.
    """

    parse: Callable[[str], object]
    metavar: str | None = None
    accepts: str = ""
    wanted: str = ""
    fits: Callable[[Any], bool] = lambda value: True

    def read(self, text: str) -> Any:  # noqa: ANN401 - whatever `parse` returns
        """Parses text and checks the range. Raises ValueError with a sentence."""
        value = self.parse(text)
        if not self.fits(value):
            raise ValueError(f"{text!r} isn't {self.wanted}.")
        return value

    @property
    def is_duration(self) -> bool:
        return self.metavar == TIME


@dataclass(frozen=True)
class Option:
    """What a user has to know about a setting.

    help: a sentence or two for `--help`, without the default, which is added.
    format: by default it follows from the type: text, a whole number, a number of at least 0, one value of a
        `Literal`, a flag for a bool; a tuple of texts is a repeated flag (one flag if it has a format of
        its own), a mapping is a repeated NAME=VALUE.
    metavar: stands for the value in the help. flag: the name of the flag and key, if not the field's name.
    off: the flag that switches a bool off; by default `no-...`, and only where the default is on.
    variable: the environment variable that is used where neither flag nor file gives the (text) value.
    default_text: the default in words, where the value of the default doesn't say it.
    missing: what is missing where nobody gives a value, as in "a role for the jobs"; example: an example.
    given_type: the type of what users give, if it isn't the field's own.
    path: the value is a path; in a file it is relative to that file. required: each command line needs it.
    """

    help: str
    format: ValueFormat | None = None
    metavar: str | None = None
    flag: str = ""
    off: str = ""
    variable: str = ""
    default_text: str = ""
    missing: str = ""
    example: str = ""
    given_type: Any = None
    path: bool = False
    required: bool = False


class DefaultText(NamedTuple):
    """The default in words, for one user of a shared `Option`: `Annotated[Shared, DefaultText("0")]`."""

    text: str


class Setting(NamedTuple):
    """A declared field.

    name: of the field. flag: with underscores. type: of what users give, without None. default: the field's,
    None for a default factory, or `dataclasses.MISSING`. whole: whether it is a whole number of seconds.
    """

    name: str
    flag: str
    type: Any
    default: object
    option: Option
    whole: bool = False

    @property
    def repeated(self) -> bool:
        return self.is_mapping or (typing.get_origin(self.type) is tuple and self.option.format is None)

    @property
    def is_mapping(self) -> bool:
        return typing.get_origin(self.type) in (Mapping, dict)

    @property
    def choices(self) -> tuple[Any, ...]:
        """The values of a `Literal`; none for other types."""
        return typing.get_args(self.type) if typing.get_origin(self.type) is typing.Literal else ()

    @property
    def format(self) -> ValueFormat:
        """The format of the value, or of one item where the flag is repeated. A bool has none."""
        if self.option.format is not None:
            return self.option.format
        return ASSIGNMENT if self.is_mapping else _FORMATS.get(self.type, TEXT)

    def parse_pairs(self, pairs: Mapping[str, str]) -> dict[str, object]:
        """The values of NAME=VALUE, each of its type. Raises ValueError with a sentence."""
        item = _FORMATS.get(typing.get_args(self.type)[-1], TEXT)
        return {name: item.read(text) for name, text in pairs.items()}

    @property
    def default_text(self) -> str:
        """The default in words; "" where there is nothing to say."""
        shown, default = self.option.default_text, self.default
        if not shown and default not in (None, MISSING, (), "") and not isinstance(default, bool):
            if isinstance(default, tuple):
                shown = ",".join(map(str, default))
            elif isinstance(default, (int, float)) and self.format.is_duration:
                shown = short_duration(default)
            else:
                shown = f"{default:g}" if isinstance(default, float) else str(default)
        variable = f"${self.option.variable}" if self.option.variable else ""
        return ", or else ".join(filter(None, (variable, shown)))

    @property
    def needed(self) -> bool:
        """Whether there is no default."""
        return self.default is MISSING and not self.default_text

    def with_option(self, **changes: str) -> Setting:
        """With changed attributes of its option."""
        return self._replace(option=replace(self.option, **changes))  # type: ignore[arg-type]

    @property
    def dashed(self) -> str:
        """The flag as it is typed: `--stop-grace`."""
        return f"--{self.flag.replace('_', '-')}"

    def checked(self, value: object) -> object:
        """The value from a file, converted to the type that users give; text is parsed where it is accepted.

        Raises ValueError in TOML's words: `is the string "3": give an integer`.
        """
        expected = self.format.accepts
        try:
            if isinstance(value, bool) and self.choices and 1 in self.choices:
                return int(value)
            if expected and isinstance(value, str):
                return self.format.read(value)
            converted = msgspec.convert(value, self.type)
            if self.format.fits(converted):
                return converted
            expected = self.format.wanted
            raise ValueError
        except (ValueError, msgspec.ValidationError):
            name = next((name for kind, name in _TOML_TYPES.items() if isinstance(value, kind)), None)
            found = name or "a date or a time"
            if isinstance(value, (str, int, float)):
                found += f" {json.dumps(value, ensure_ascii=False)}"
            raise ValueError(f"is {found}: give {expected or _type_name(self.type)}") from None

    def relative_to(self, folder: PurePath, value: Any) -> object:  # noqa: ANN401 - whatever type it has
        """The value, with relative paths in it taken from `folder`."""
        if not self.option.path:
            return value
        if self.is_mapping:
            return {name: _inside(folder, path) for name, path in value.items()}
        return _inside(folder, value)


@cache
def settings_of(kind: type, *extra: tuple[str, Any]) -> Mapping[str, Setting]:
    """The settings that a dataclass declares, by flag, in its order.

    extra: names and annotations of settings that aren't fields.
    """
    hints = typing.get_type_hints(kind, include_extras=True)
    declared = [
        (field.name, hints[field.name], field.default if field.default_factory is MISSING else None)
        for field in fields(kind)
    ]
    declared += [(name, hint, None) for name, hint in extra]
    settings = [_setting(*each) for each in declared]
    return {setting.flag: setting for setting in settings if setting is not None}


def from_flags(kind: type[Declared], values: Mapping[str, object]) -> Declared:
    """Makes a dataclass from values by flag; passes over values that aren't its own. Raises ValueError."""
    settings: Mapping[str, Setting] = settings_of(kind)  # type: ignore[arg-type]  # a class is hashable
    return kind(**by_field(settings, values))


def by_field(settings: Mapping[str, Setting], values: Mapping[str, object]) -> dict[str, Any]:
    """Values by flag as values by field name; seconds are rounded up where the field has whole ones."""
    given = [(setting, values[flag]) for flag, setting in settings.items() if values.get(flag) is not None]
    return {setting.name: math.ceil(value) if setting.whole else value for setting, value in given}  # type: ignore[call-overload]


def parse_duration(text: str) -> float:
    """The seconds in `90`, `90s`, `30m`, `1.5h`, `2d` or `1h30m`. Raises ValueError for other text."""
    plain = text.strip().lower()
    match = _DURATION.fullmatch(f"{plain}s" if re.fullmatch(_NUMBER, plain) else plain)
    counts = zip(match.groups() if match else (), _UNITS.values(), strict=False)
    seconds = math.fsum(float(count) * unit for count, unit in counts if count)
    if match is None or not plain or not math.isfinite(seconds):
        raise ValueError(
            f"{text!r} is not a duration: give seconds, or something like 90s, 30m, 1h, 1h30m, 2d"
        )
    return seconds


def short_duration(seconds: float) -> str:
    """A duration as `parse_duration` reads it, in the largest unit that divides it: `90s`, `2h`."""
    for unit, size in _UNITS.items():
        if seconds and seconds % size == 0:
            return f"{seconds // size:.0f}{unit}"
    return f"{seconds:g}s"


def check_fields(value: object) -> None:
    """Raises ValueError for the first field of a dataclass that is outside its declared range."""
    for name, form, whole_seconds, optional in _ranges(type(value)):  # type: ignore[arg-type]  # hashable
        given = getattr(value, name)
        if (given is None and optional) or (form.fits(given) and (not whole_seconds or given == int(given))):
            continue
        wanted = form.wanted + ", in whole seconds" * whole_seconds + ", or leave it out" * optional
        raise ValueError(f"{name} is {given!r}: give {wanted}.")


@cache
def _ranges(kind: type) -> Sequence[tuple[str, ValueFormat, bool, bool]]:
    """The fields with a range: name, format, whether they are whole seconds, whether they may be None."""
    ranges = []
    for name, hint in typing.get_type_hints(kind, include_extras=True).items():
        metadata = getattr(hint, "__metadata__", ())
        setting = _setting(name, hint, None)
        form = next((each for each in metadata if isinstance(each, ValueFormat)), None)
        if setting is not None and not setting.repeated:
            form = setting.format
        if form is not None and form.wanted:
            optional = type(None) in typing.get_args(hint.__origin__)
            ranges.append((name, form, setting is not None and setting.whole, optional))
    return ranges


def whole(least: int, most: int | None = None) -> ValueFormat:
    """Whole numbers of at least `least` and at most `most`."""

    def parse(text: str) -> float:
        try:
            return int(text)
        except ValueError:
            return math.nan

    def fits(value: object) -> bool:
        return _is_number(value) and value == int(value) and _is_within(value, least, most)

    return ValueFormat(parse, "N", wanted=f"a whole number {_limits(least, most)}", fits=fits)


def number(limits: str, fits: Callable[[float], bool]) -> ValueFormat:
    """Finite numbers within limits, which are given in words as well: `above 0`."""

    def parse(text: str) -> float:
        try:
            return float(text)
        except ValueError:
            return math.nan

    wanted = f"a finite number {limits}".rstrip()
    return ValueFormat(parse, "N", wanted=wanted, fits=lambda value: _is_number(value) and fits(value))


def duration(least: int, most: int | None = None) -> ValueFormat:
    """Seconds of at least `least` and at most `most`, written as `90`, `90s`, `30m`, `1h` or `1h30m`."""

    def parse(text: str) -> float:
        try:
            return parse_duration(text)
        except ValueError as error:
            raise ValueError(f"{error}.") from None

    return ValueFormat(
        parse,
        TIME,
        'seconds, or a string such as "90s" or "1h30m"',
        wanted=f"a time {_limits(least, most)} s",
        fits=lambda value: _is_number(value) and _is_within(value, least, most),
    )


def _limits(least: int, most: int | None) -> str:
    return f"of at least {least}" if most is None else f"from {least} to {most}"


def _is_number(value: object) -> TypeGuard[float]:
    """Whether it is a finite number and not a bool."""
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return is_number and abs(value) <= sys.float_info.max  # type: ignore[arg-type]  # False for NaN


def _is_within(value: float, least: int, most: int | None) -> bool:
    return least <= value and (most is None or value <= most)


def _assignment(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    name = name.strip().lstrip("-")
    if not equals or not name:
        raise ValueError(f"{text!r} isn't NAME=VALUE.")
    return name, value.strip()


def _names(text: str) -> tuple[str, ...]:
    names = tuple(name.strip() for name in text.split(",") if name.strip())
    if not names:
        raise ValueError(f"{text!r} has no name in it.")
    return tuple(dict.fromkeys(names))


def _numbers(text: str) -> tuple[int, ...]:
    names = _names(text)
    if not all(name.isdecimal() and int(name) > 0 for name in names):
        raise ValueError(f"{text!r} must be whole numbers of at least 1, such as 2,4,8.")
    return tuple(int(name) for name in names)


TIME = "TIME"
TEXT = ValueFormat(str)
DELAY = duration(0)
"""Seconds of at least 0."""
SECONDS = DELAY._replace(wanted="a time above 0 s", fits=lambda value: _is_number(value) and value > 0)
"""Seconds above 0."""
POSITIVE = number("above 0", lambda value: value > 0)
AT_LEAST_ZERO = number("of at least 0", lambda value: value >= 0)
FINITE = number("", lambda value: True)
NAMES = ValueFormat(_names, "NAME,...")
NUMBERS = ValueFormat(_numbers, "N,...")
"""Whole numbers of at least 1, separated by commas."""
ASSIGNMENT = ValueFormat(_assignment, "NAME=VALUE")
"""A name and a text, written as `NAME=TEXT`; hyphens in front of the name are ignored."""
_FORMATS: Mapping[Any, ValueFormat] = {int: whole(0), float: AT_LEAST_ZERO}
"""The formats of types, where it isn't plain text."""


def _setting(name: str, hint: object, default: object) -> Setting | None:
    metadata = getattr(hint, "__metadata__", ())
    option = next((each for each in metadata if isinstance(each, Option)), None)
    if option is None:
        return None
    default_text = next(
        (each.text for each in metadata if isinstance(each, DefaultText)), option.default_text
    )
    option = replace(option, default_text=default_text)
    given = option.given_type or _without_none(typing.get_args(hint)[0])
    is_duration = option.format is not None and option.format.is_duration
    kind = float if is_duration else given
    return Setting(name, option.flag or name, kind, default, option, is_duration and given is int)


def _without_none(hint: Any) -> Any:  # noqa: ANN401 - a type
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        members = tuple(member for member in typing.get_args(hint) if member is not type(None))
        return typing.Union[members]  # noqa: UP007 - of any number of members
    return hint


def _type_name(wanted: object) -> str:
    """What TOML calls a type: `an integer or a string`."""
    origin, members = typing.get_origin(wanted), typing.get_args(wanted)
    if origin is typing.Literal:
        return " or ".join(json.dumps(member) for member in members)
    if origin in (typing.Union, types.UnionType):
        return " or ".join(_type_name(member) for member in members)
    if origin is tuple and members[0] is str:
        return f"{_TOML_TYPES[tuple]} of strings"
    if origin in (dict, Mapping):
        items = {str: " of strings", int: " of integers", float: " of numbers"}
        return _TOML_TYPES[dict] + items.get(members[-1], "")
    return "a number" if wanted is float else _TOML_TYPES[origin or wanted]


def _inside(folder: PurePath, path: str) -> str:
    return path if _URL.match(path) else str(folder / path)
