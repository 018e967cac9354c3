"""What `tunewise run` is told, by flags or by a TOML file, under the same names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from tunewise.cli.backends import BackendName, read_table
from tunewise.cli.exits import BadUsage
from tunewise.cli.group import normal_name
from tunewise.cli.parameters import checked
from tunewise.signature import suggestion

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


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
    mode: Literal["min", "max"] | None = None
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
    """What a TOML file says, by the names of the fields of `Settings`, each of the type that it must have.

    The path of the script is relative to the file. Raises `BadUsage` for a file that can't be read, for a key
    that isn't known, and for a value of another type.
    """
    try:
        text = path.read_bytes().decode()
        content = msgspec.toml.decode(text)
    except OSError as error:
        raise BadUsage(f"{path} can't be read: {error.strerror}.") from error
    except (ValueError, RecursionError) as error:
        raise BadUsage(f"{path} is no TOML: {error}.") from error
    told: dict[str, object] = {}
    for key, value in content.items():
        name = _field(path, key)
        if name in told:
            raise BadUsage(f"{path} says {name!r} twice.")
        if name == "method" and isinstance(value, dict):
            told["method_arg"] = {argument: item for argument, item in value.items() if argument != "name"}
            value = value.get("name")
            if not isinstance(value, str):
                raise BadUsage(f'{path}: the table [method] needs a name, a string such as name = "asha".')
        try:
            told[name] = checked(Settings, name, value)
        except ValueError as error:
            raise BadUsage(f"{path}{_line_of(text, key)}: {key} {error}.") from error
    if "sagemaker" in content:
        told["sagemaker"] = read_table(path, content["sagemaker"])
    if "script" in content:
        told["script"] = str(path.parent / content["script"])
    return told


def settings_of(told: Mapping[str, object]) -> Settings:
    """The settings, of what flags and files said."""
    return msgspec.convert(told, Settings)


def _field(path: Path, key: str) -> str:
    """The field that a key of a file names, written in any of the ways in which a flag may be."""
    name = normal_name(key).replace("-", "_")
    known = [field for field in Settings.__struct_fields__ if field != "method_arg"]
    if name not in known:
        raise BadUsage(f"{path} has a key {key!r} that isn't known{suggestion(name, known)}.")
    return name


def _line_of(text: str, key: str) -> str:
    """Where a key of the uppermost table stands: `, line 3`; "" if it is written in a way of its own."""
    for number, line in enumerate(text.splitlines(), start=1):
        if re.match(rf"""\s*(["']?){re.escape(key)}\1\s*=""", line):
            return f", line {number}"
        if re.match(r"\s*\[\s*\w", line):
            break
    return ""
