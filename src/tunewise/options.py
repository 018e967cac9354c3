'''One declaration for each setting that a person makes: flags, keys of files, help and checks follow from it.

A setting is a field of a frozen value, and its annotation says besides its type what a person has to know:

    @dataclass(frozen=True)
    class SlurmBackend(ScriptBackendSpec):
        """..."""

        kind: ClassVar[str] = "slurm"
        title: ClassVar[str] = "Slurm"

        entry_point: str
        arguments: tuple[str, ...] = ()
        python: Python = "python3"                  # shared with others: one flag, described once
        stop_grace: StopGrace = 25.0
        partition: Annotated[str | None, Option("Where jobs queue.", metavar="NAME")] = None
        time_limit: Annotated[float | None, Option("A job's time.", SECONDS, flag="time")] = None
        lines: Annotated[tuple[str, ...], Option("An #SBATCH line.", flag="sbatch")] = ()
        requeue: Annotated[bool, Option("Jobs start again by themselves.", off="no-requeue")] = False

No more has to be done for `tunewise run --partition gpu --time 2h --sbatch=--exclusive`, for the section
"On Slurm" of its help, for `[slurm]` in a TOML file with the same names, for what is said of a wrong type
(with file and line) and of a flag that is for jobs elsewhere, and for `experiment.json`. A field without an
`Option` is for Python alone; its range is said by a `Reading` in its annotation. Each range stands there
alone: what reads a text knows it, and `check_fields`, which `__post_init__` calls. What is said in other
words than a field's, or follows from what was said, is the matter of `ScriptBackendSpec.completed`.
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

Taken = TypeVar("Taken")

_UNITS = {"d": 86400.0, "h": 3600.0, "m": 60.0, "s": 1.0}
_NUMBER = r"\d+(?:\.\d*)?|\.\d+"
_DURATION = re.compile("".join(rf"(?:({_NUMBER})\s*{unit}\s*)?" for unit in _UNITS))
_PLACE = re.compile(r"[a-z][a-z0-9+.-]*:")  # how an address begins that is no path

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


class Reading(NamedTuple):
    """How a value is written as a text, and which values may be.

    parse: makes a value of a text, be it in the range or not; raises ValueError with a sentence. metavar:
    stands for it in the help. words: what a file may give, where that is not the type alone; then its texts
    are read, too. wanted: the range, in words, as in "give a whole number of at least 1"; fits: whether a
    value of any type is in it.
    """

    parse: Callable[[str], object]
    metavar: str | None = None
    words: str = ""
    wanted: str = ""
    fits: Callable[[Any], bool] = lambda value: True

    def read(self, text: str) -> Any:  # noqa: ANN401 - of whatever type it makes
        """The value that a text says. Raises ValueError with a sentence."""
        value = self.parse(text)
        if not self.fits(value):
            raise ValueError(f"{text!r} isn't {self.wanted}.")
        return value

    @property
    def of_time(self) -> bool:
        return self.metavar == TIME


@dataclass(frozen=True)
class Option:
    """What a person has to know of a setting.

    help: a sentence or two for `--help`, without the default, which is added.
    reads: how it is written; by default as its type is: a text, a whole number, a number of at least 0, one
        of a `Literal`, a flag for a bool, repeated for a tuple of texts (one with a reading of its own is
        said at once) and for a mapping (NAME=VALUE).
    metavar: stands for the value in the help. flag: what it is called there and in files, if not as here.
    off: the flag that says no, for a bool; by default there is one, `no-...`, only where yes is the default.
    variable: of the environment, which says it where nobody else does, for what is one text. otherwise: what
        is so in the end, in words, where the default doesn't say it.
    lacking: what is missing where nobody says it, as in "a role for the jobs"; example: words that follow.
    told: the type in which it is said, if that isn't the field's own.
    path: whether it names files, which a file of settings names from its own folder. required: whether each
        command line has to say it.
    """

    help: str
    reads: Reading | None = None
    metavar: str | None = None
    flag: str = ""
    off: str = ""
    variable: str = ""
    otherwise: str = ""
    lacking: str = ""
    example: str = ""
    told: Any = None
    path: bool = False
    required: bool = False


class ByDefault(NamedTuple):
    """What is so by default, beside an `Option` that several share: `Annotated[Shared, ByDefault("0")]`."""

    words: str


class Setting(NamedTuple):
    """A field as it was declared.

    name: of the field. flag: with underscores. type: in which it is said, None left out. default: the
    field's, None for one that is made, or `dataclasses.MISSING`. whole: whether seconds are whole ones.
    """

    name: str
    flag: str
    type: Any
    default: object
    option: Option
    whole: bool = False

    @property
    def repeated(self) -> bool:
        return self.pairs or (typing.get_origin(self.type) is tuple and self.option.reads is None)

    @property
    def pairs(self) -> bool:
        return typing.get_origin(self.type) in (Mapping, dict)

    @property
    def choices(self) -> tuple[Any, ...]:
        """What may be chosen, if that is all that may be said."""
        return typing.get_args(self.type) if typing.get_origin(self.type) is typing.Literal else ()

    @property
    def reading(self) -> Reading:
        """How it is written, one of them where it is repeated. Of no use for a bool."""
        if self.option.reads is not None:
            return self.option.reads
        if self.pairs:
            return ASSIGNMENT
        return _PLAIN.get(self.type, TEXT)

    def of_pairs(self, pairs: Mapping[str, str]) -> dict[str, object]:
        """What was written as NAME=VALUE, each value of its type. Raises ValueError with a sentence."""
        reading = _PLAIN.get(typing.get_args(self.type)[-1], TEXT)
        return {name: reading.read(text) for name, text in pairs.items()}

    @property
    def by_default(self) -> str:
        """What is so where nobody says it, in words; "" where there is nothing to say."""
        shown, default = self.option.otherwise, self.default
        if not shown and default not in (None, MISSING, (), "") and not isinstance(default, bool):
            is_time = self.reading.of_time and isinstance(default, (int, float))
            plain = f"{default:g}" if isinstance(default, float) else str(default)
            shown = short_duration(default) if is_time else plain  # type: ignore[arg-type]
            shown = ",".join(map(str, default)) if isinstance(default, tuple) else shown
        variable = f"${self.option.variable}" * bool(self.option.variable)
        return ", or else ".join(filter(None, (variable, shown)))

    @property
    def needed(self) -> bool:
        """Whether somebody has to say it."""
        return self.default is MISSING and not self.by_default

    def with_words(self, **words: str) -> Setting:
        """With other words in its option, by their names there."""
        return self._replace(option=replace(self.option, **words))  # type: ignore[arg-type]

    @property
    def dashed(self) -> str:
        """The flag as it is typed: `--stop-grace`."""
        return f"--{self.flag.replace('_', '-')}"

    def checked(self, value: object) -> object:
        """A value of a file, of the type in which it is said; a text is read where that is allowed.

        Raises ValueError in TOML's words: `is the string "3": give an integer`.
        """
        words = self.reading.words
        try:
            if isinstance(value, bool) and self.choices and 1 in self.choices:
                return int(value)
            if words and isinstance(value, str):
                return self.reading.read(value)
            converted = msgspec.convert(value, self.type)
            if self.reading.fits(converted):
                return converted
            words = self.reading.wanted
            raise ValueError
        except (ValueError, msgspec.ValidationError):
            kind = next(
                (word for kind, word in _KINDS.items() if isinstance(value, kind)), "a date or a time"
            )
            shown = (
                f" {json.dumps(value, ensure_ascii=False)}" if isinstance(value, (str, int, float)) else ""
            )
            raise ValueError(f"is {kind}{shown}: give {words or _named(self.type)}") from None

    def beside(self, folder: PurePath, value: Any) -> object:  # noqa: ANN401 - of whatever type it has
        """The value, with the paths in it taken from `folder` instead of the current one."""
        if not self.option.path:
            return value
        if self.pairs:
            return {name: _within(folder, place) for name, place in value.items()}
        return _within(folder, value)


@cache
def settings_of(kind: type, *besides: tuple[str, Any]) -> Mapping[str, Setting]:
    """The settings that a dataclass declares, by their flags, in its order.

    besides: names and annotations of what can be said though it is no field.
    """
    hints = typing.get_type_hints(kind, include_extras=True)
    declared = [(field.name, hints[field.name], _default(field)) for field in fields(kind)]
    declared += [(name, hint, None) for name, hint in besides]
    settings = [_setting(*each) for each in declared]
    return {setting.flag: setting for setting in settings if setting is not None}


def taken(kind: type[Taken], told: Mapping[str, object]) -> Taken:
    """A dataclass of those of `told`, by the names of flags, that are its settings. Raises ValueError."""
    settings: Mapping[str, Setting] = settings_of(kind)  # type: ignore[arg-type]  # a class can be hashed
    return kind(**named(settings, told))


def named(settings: Mapping[str, Setting], told: Mapping[str, object]) -> dict[str, Any]:
    """What was told of the settings, by the names of fields; seconds are whole where the field is."""
    given = [(setting, told[flag]) for flag, setting in settings.items() if told.get(flag) is not None]
    return {setting.name: math.ceil(value) if setting.whole else value for setting, value in given}  # type: ignore[call-overload]


def parse_duration(text: str) -> float:
    """The seconds that `90`, `90s`, `30m`, `1.5h`, `2d` or `1h30m` says. Raises ValueError for another."""
    plain = text.strip().lower()
    match = _DURATION.fullmatch(f"{plain}s" if re.fullmatch(_NUMBER, plain) else plain)
    counts = zip(match.groups() if match else (), _UNITS.values(), strict=False)
    seconds = math.fsum(float(count) * unit for count, unit in counts if count)
    if match is None or not plain or not math.isfinite(seconds):
        raise ValueError(f"{text!r} is no duration: give seconds, or something like 90s, 30m, 1h, 1h30m, 2d")
    return seconds


def short_duration(seconds: float) -> str:
    """A duration as `parse_duration` reads it, in the largest unit that divides it: `90s`, `2h`."""
    for unit, size in _UNITS.items():
        if seconds and seconds % size == 0:
            return f"{seconds // size:.0f}{unit}"
    return f"{seconds:g}s"


def check_fields(value: object) -> None:
    """Raises ValueError for the first field of a dataclass's value that isn't in the range it declares."""
    for name, reading, whole_seconds, left_out in _ranges(type(value)):  # type: ignore[arg-type]  # hashable
        said = getattr(value, name)
        if (said is None and left_out) or (reading.fits(said) and (not whole_seconds or said == int(said))):
            continue
        wanted = reading.wanted + ", in whole seconds" * whole_seconds + ", or leave it out" * left_out
        raise ValueError(f"{name} is {said!r}: give {wanted}.")


@cache
def _ranges(kind: type) -> Sequence[tuple[str, Reading, bool, bool]]:
    """The fields with a range: name, reading, whether seconds are whole, and whether None is none."""
    found = []
    for name, hint in typing.get_type_hints(kind, include_extras=True).items():
        metadata = getattr(hint, "__metadata__", ())
        setting = _setting(name, hint, None)
        reading = next((meta for meta in metadata if isinstance(meta, Reading)), None)
        if setting is not None and not setting.repeated:
            reading = setting.reading
        if reading is not None and reading.wanted:
            left_out = type(None) in typing.get_args(hint.__origin__)
            found.append((name, reading, setting is not None and setting.whole, left_out))
    return found


def whole(least: int, most: int | None = None) -> Reading:
    """Whole numbers of at least `least`, and of at most `most`."""

    def parse(text: str) -> float:
        try:
            return int(text)
        except ValueError:
            return math.nan

    def fits(value: object) -> bool:
        return _is_number(value) and value == int(value) and _is_within(value, least, most)

    return Reading(parse, "N", wanted=f"a whole number {_limits(least, most)}", fits=fits)


def number(limits: str, fits: Callable[[float], bool]) -> Reading:
    """Finite numbers that fit, in words: `above 0`."""

    def parse(text: str) -> float:
        try:
            return float(text)
        except ValueError:
            return math.nan

    wanted = f"a finite number {limits}".rstrip()
    return Reading(parse, "N", wanted=wanted, fits=lambda value: _is_number(value) and fits(value))


def duration(least: int, most: int | None = None) -> Reading:
    """Seconds of at least `least`, and of at most `most`, written as `90`, `90s`, `30m`, `1h`, `2d` or
    `1h30m`."""
    return Reading(
        _duration,
        TIME,
        _TIME,
        wanted=f"a time {_limits(least, most)} s",
        fits=lambda value: _is_number(value) and _is_within(value, least, most),
    )


def _limits(least: int, most: int | None) -> str:
    return f"of at least {least}" if most is None else f"from {least} to {most}"


def _is_number(value: object) -> TypeGuard[float]:
    """Whether it is finite, and no bool."""
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return number and abs(value) <= sys.float_info.max  # type: ignore[arg-type]  # NaN isn't


def _is_within(value: float, least: int, most: int | None) -> bool:
    return least <= value and (most is None or value <= most)


def _duration(text: str) -> float:
    try:
        return parse_duration(text)
    except ValueError as error:
        raise ValueError(f"{error}.") from None


def _assignment(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    name = name.strip().lstrip("-")
    if not equals or not name:
        raise ValueError(f"{text!r} has no name: write NAME=VALUE.")
    return name, value.strip()


def _names(text: str) -> tuple[str, ...]:
    names = tuple(name.strip() for name in text.split(",") if name.strip())
    if not names:
        raise ValueError(f"{text!r} names nothing.")
    return tuple(dict.fromkeys(names))


def _numbers(text: str) -> tuple[int, ...]:
    names = _names(text)
    if not all(name.isdecimal() and int(name) > 0 for name in names):
        raise ValueError(f"{text!r} must be whole numbers of at least 1, such as 2,4,8.")
    return tuple(int(name) for name in names)


TIME = "TIME"
_TIME = 'seconds, or a string such as "90s" or "1h30m"'
TEXT = Reading(str)
DELAY = duration(0)
"""Seconds of at least 0."""
SECONDS = DELAY._replace(wanted="a time above 0 s", fits=lambda value: _is_number(value) and value > 0)
"""Seconds above 0."""
POSITIVE = number("above 0", lambda value: value > 0)
AT_LEAST_ZERO = number("of at least 0", lambda value: value >= 0)
FINITE = number("", lambda value: True)
NAMES = Reading(_names, "NAME,...")
NUMBERS = Reading(_numbers, "N,...")
"""Whole numbers of at least 1, separated by commas."""
ASSIGNMENT = Reading(_assignment, "NAME=VALUE")
"""A name and a text, written as `NAME=TEXT`; hyphens before the name do no harm."""
_PLAIN: Mapping[Any, Reading] = {int: whole(0), float: AT_LEAST_ZERO}


def _setting(name: str, hint: object, default: object) -> Setting | None:
    metadata = getattr(hint, "__metadata__", ())
    option = next((meta for meta in metadata if isinstance(meta, Option)), None)
    if option is None:
        return None
    otherwise = next((meta.words for meta in metadata if isinstance(meta, ByDefault)), option.otherwise)
    option = replace(option, otherwise=otherwise)
    said = _without_none(typing.get_args(hint)[0]) if option.told is None else option.told
    is_time = option.reads is not None and option.reads.of_time
    return Setting(
        name, option.flag or name, float if is_time else said, default, option, is_time and said is int
    )


def _default(field: Any) -> object:  # noqa: ANN401 - dataclasses.Field is generic in it
    return field.default if field.default_factory is MISSING else None


def _without_none(hint: Any) -> Any:  # noqa: ANN401 - a type
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        left = tuple(option for option in typing.get_args(hint) if option is not type(None))
        return typing.Union[left]  # noqa: UP007 - of as many as there are
    return hint


def _named(wanted: object) -> str:
    """What TOML calls a type: `an integer or a string`."""
    origin, options = typing.get_origin(wanted), typing.get_args(wanted)
    if origin is typing.Literal:
        return " or ".join(json.dumps(option) for option in options)
    if origin in (typing.Union, types.UnionType):
        return " or ".join(_named(option) for option in options)
    if origin is tuple and options[0] is str:
        return f"{_KINDS[tuple]} of strings"
    if origin in (dict, Mapping):
        of = {str: " of strings", int: " of integers", float: " of numbers"}
        return _KINDS[dict] + of.get(options[-1], "")
    return "a number" if wanted is float else _KINDS[origin or wanted]


def _within(folder: PurePath, place: str) -> str:
    return place if _PLACE.match(place) else str(folder / place)
