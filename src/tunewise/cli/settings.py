"""What `tunewise run` is told, by flags or by a TOML file, under the same names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import msgspec

from tunewise.cli.backends import BackendName, read_table
from tunewise.cli.exits import BadUsage
from tunewise.cli.group import normal_name
from tunewise.display.formats import parse_duration
from tunewise.signature import suggestion

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

DURATIONS = ("max_wallclock", "trial_timeout", "stop_grace")


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """All that can be said about an experiment; None: not said.

    Each field is a flag of `tunewise run` and a key of its file, but for `method_arg`, which in a file
    stands in the table `[method]`, and `sagemaker`, which holds the flags of jobs there. A value of `space`
    is a constant, or a domain as text. max_resource: a number, or `argument=number`.
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
    price: float | None = None
    instance: str | None = None
    pay_idle: bool = False
    trial_timeout: float | None = None
    max_failures: int = 3
    backend: BackendName | None = None
    sagemaker: dict[str, Any] = {}
    gpus_per_trial: float | None = None
    stop_grace: float | None = None
    keep_checkpoints: bool = False
    python: str | None = None


def read_file(path: Path) -> dict[str, object]:
    """What a TOML file says, by the names of the fields of `Settings`.

    The path of the script is relative to the file. Raises `BadUsage` for a file that can't be read, and for
    a key that isn't known.
    """
    try:
        content = msgspec.toml.decode(path.read_bytes())
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadUsage(f"{path} is no TOML: {error}.") from error
    told: dict[str, object] = {}
    for key, value in content.items():
        name = _field(path, key)
        if name in told:
            raise BadUsage(f"{path} says {name!r} twice.")
        told[name] = value
    method, script = told.get("method"), told.get("script")
    if isinstance(method, dict):
        if "name" not in method:
            raise BadUsage(f'{path}: the table [method] needs a name, such as name = "asha".')
        told["method"] = method.pop("name")
        told["method_arg"] = method
    if "sagemaker" in told:
        told["sagemaker"] = read_table(path, told["sagemaker"])
    if isinstance(script, str):
        told["script"] = str(path.parent / script)
    return told


def settings_of(told: Mapping[str, object], source: str) -> Settings:
    """The settings, with their types checked. `source` is what an error is about: a file or a script."""
    plain = dict(told)
    for name in DURATIONS:
        text = plain.get(name)
        if isinstance(text, str):
            try:
                plain[name] = parse_duration(text)
            except ValueError as error:
                raise BadUsage(f"{source}: {name}: {error}.") from error
    try:
        return msgspec.convert(plain, Settings)
    except msgspec.ValidationError as error:
        raise BadUsage(f"{source}: {_in_words(error)}") from error


def _field(path: Path, key: str) -> str:
    """The field that a key of a file names, written in any of the ways in which a flag may be."""
    name = normal_name(key).replace("-", "_")
    known = [field for field in Settings.__struct_fields__ if field != "method_arg"]
    if name not in known:
        raise BadUsage(f"{path} has a key {key!r} that isn't known{suggestion(name, known)}.")
    return name


def _in_words(error: msgspec.ValidationError) -> str:
    """The place first, and without msgspec's notation: `workers: expected `int`, got `str`.`"""
    text, _, place = str(error).partition(" - at `$.")
    return f"{place.rstrip('`')}: {text[0].lower()}{text[1:]}." if place else f"{text}."
