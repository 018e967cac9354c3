"""What `tunewise run` is told, by flags or by a TOML file, under the same names."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from tunewise.cli.exits import CommandError, Exit
from tunewise.cli.formats import parse_duration
from tunewise.cli.group import normal_name
from tunewise.signature import suggestion

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

DURATIONS = ("max_wallclock", "trial_timeout", "stop_grace")


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """All that can be said about an experiment; None: not said.

    Each field is a flag of `tunewise run` and a key of its file. A value of `space` is a domain in text or
    a constant. max_resource: a number, or `argument=number`.
    """

    name: str | None = None
    script: str | None = None
    arguments: tuple[str, ...] = ()
    space: dict[str, Any] = {}
    metric: str | None = None
    mode: Literal["min", "max"] = "min"
    resource: str | None = None
    max_resource: int | str | None = None
    method: str | None = None
    method_arg: dict[str, Any] = {}
    workers: int = 4
    seed: int = 0
    max_wallclock: float | None = None
    max_trials: int | None = None
    max_completed: int | None = None
    max_finished: int | None = None
    max_evaluations: int | None = None
    max_cost: float | None = None
    price: float = 1.0
    trial_timeout: float | None = None
    max_failures: int = 3
    gpus_per_trial: float | None = None
    stop_grace: float = 10.0
    keep_checkpoints: bool = False
    python: str | None = None


def read_file(path: Path) -> dict[str, object]:
    """What a TOML file says, by the names of the fields of `Settings`.

    The path of the script is relative to the file. Raises `CommandError` for a file that can't be read, and
    for a key that isn't known.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CommandError(f"{path} is no TOML: {error}", Exit.USAGE) from error
    told: dict[str, object] = {}
    for key, value in content.items():
        name = normal_name(key).replace("-", "_")
        if name not in Settings.__struct_fields__ or name == "method_arg":
            known = [field for field in Settings.__struct_fields__ if field != "method_arg"]
            raise CommandError(
                f"{path} has a key {key!r} that isn't known{suggestion(name, known)}.", Exit.USAGE
            )
        if name in told:
            raise CommandError(f"{path} says {name!r} twice.", Exit.USAGE)
        told[name] = value
    if isinstance(told.get("method"), dict):
        told["method"], told["method_arg"] = _method(path, told["method"])
    if isinstance(told.get("script"), str):
        told["script"] = str(path.parent / told["script"])
    return told


def settings_of(told: Mapping[str, object], source: str) -> Settings:
    """The settings, with their types checked. `source` is what an error is about: a file, or the flags."""
    plain = dict(told)
    for name in DURATIONS:
        text = plain.get(name)
        if isinstance(text, str):
            try:
                plain[name] = parse_duration(text)
            except ValueError as error:
                raise CommandError(f"{source}: {name}: {error}.", Exit.USAGE) from error
    try:
        return msgspec.convert(plain, Settings)
    except msgspec.ValidationError as error:
        raise CommandError(f"{source}: {_in_words(error)}", Exit.USAGE) from error


def _method(path: Path, table: dict[str, object]) -> tuple[object, dict[str, object]]:
    """The name and the arguments in a table `[method]`."""
    if "name" not in table:
        raise CommandError(f'{path}: the table [method] needs a name, such as name = "asha".', Exit.USAGE)
    return table["name"], {key: value for key, value in table.items() if key != "name"}


def _in_words(error: msgspec.ValidationError) -> str:
    """`$.workers` of msgspec's messages as `workers`."""
    text, _, path = str(error).partition(" - at `$.")
    return f"{path.rstrip('`')}: {text[0].lower()}{text[1:]}." if path else f"{text}."
