"""What `tunewise run` is told, by flags or by a TOML file, under the same names."""

import re
from collections.abc import Mapping
from dataclasses import MISSING
from pathlib import Path
from typing import Any, Literal, NamedTuple

import msgspec

from tunewise.cli import backends
from tunewise.cli.exits import BadUsage
from tunewise.cli.group import normal_name
from tunewise.cli.how import OWN
from tunewise.options import Option, Setting
from tunewise.signature import suggestion

_SCRIPT = Setting("script", "script", str, MISSING, Option("", path=True))
_ARGUMENTS = Setting("arguments", "arguments", tuple[str, ...], (), Option(""))


class _File(NamedTuple):
    """A TOML file that was read."""

    path: Path
    text: str

    def told(self, table: str, content: Mapping[str, Any], known: Mapping[str, Setting]) -> dict[str, Any]:
        """What a table says, by flags, each of the type that it must have. table: its name, "" for the
        uppermost. Raises `BadUsage`."""
        also = {setting.name: flag for flag, setting in known.items() if table}
        of, title = (f" [{table}]", f" of {backends.known()[table].title}") if table else ("", "")
        told: dict[str, Any] = {}
        for key, value in content.items():
            name = normal_name(key).replace("-", "_")
            name = name if name in known else also.get(name, name)
            if name not in known:
                raise BadUsage(
                    f"{self.path}{of and f':{of}'} has a key {key!r} that isn't known"
                    f"{suggestion(name, {**known, **also})}."
                )
            if name in told:
                raise BadUsage(f"{self.path}{of and f':{of}'} says {name!r} twice.")
            try:
                checked = known[name].checked(value)
            except ValueError as error:
                raise BadUsage(f"{self.path}{self._line_of(key, table)}: {key}{title} {error}.") from error
            told[name] = known[name].relative_to(self.path.parent, checked)
        return told

    def _line_of(self, key: str, table: str) -> str:
        """Where a key of a table stands: `, line 3`; "" if it is written in a way of its own."""
        inside = not table
        for number, line in enumerate(self.text.splitlines(), start=1):
            header = re.match(r"\s*\[\s*([\w.-]+)", line)
            if header:
                inside = header[1] == table
            elif inside and re.match(rf"""\s*(["']?){re.escape(key)}\1\s*=""", line):
                return f", line {number}"
        return ""


def read_file(path: Path) -> dict[str, Any]:
    """What a TOML file says, by the names of flags, each of the type that it must have; the tables of back
    ends by their names.

    Paths in it are relative to the file. Raises `BadUsage` for a file that can't be read, for a key that
    isn't known, and for a value of another type.
    """
    try:
        text = path.read_bytes().decode()
        content = msgspec.toml.decode(text)
    except OSError as error:
        raise BadUsage(f"{path} can't be read: {error.strerror}.") from error
    except (ValueError, RecursionError) as error:
        raise BadUsage(f"{path} is no TOML: {error}.") from error
    file = _File(path, text)
    arguments = {}
    if isinstance(content.get("method"), dict):
        arguments = {key: value for key, value in content["method"].items() if key != "name"}
        content["method"] = content["method"].get("name")
        if not isinstance(content["method"], str):
            raise BadUsage(f'{path}: the table [method] needs a name, a string such as name = "asha".')
    told = file.told("", content, _keys())
    for kind, spec in backends.known().items():
        if kind in told:
            told[kind] = file.told(kind, told[kind], spec.settings())
    return {**told, "method_arg": arguments} if arguments else told


def merged(told: Mapping[str, Any], flags: Mapping[str, Any]) -> dict[str, Any]:
    """What a file told, with what the command line says on top of it; None: nothing.

    Of its tables the one of the chosen back end counts. Mappings such as spaces are merged name by name.
    Arguments of the file's method don't outlive a change of the method. Raises `BadUsage` for a file that
    doesn't say which back end it means.
    """
    given = {name: value for name, value in flags.items() if value is not None}
    kind = given.get("backend", told.get("backend"))
    tables = {name: table for name, table in told.items() if name in backends.known()}
    name = next((name for name in tables if name != backends.HERE), None)
    if kind is None and name is not None:
        raise BadUsage(
            f'The file has a table [{name}] and no back end: add backend = "{name}" above it, or give '
            "--backend."
        )
    told = {name: value for name, value in told.items() if name not in tables}
    told |= tables.get(kind or backends.HERE, {})
    if given.get("method", told.get("method")) != told.get("method"):
        told.pop("method_arg", None)
    for name, value in given.items():
        before = told.get(name)
        told[name] = {**before, **value} if isinstance(before, dict) and isinstance(value, dict) else value
    return told


def _keys() -> dict[str, Setting]:
    """What a file may say outside the tables of back ends, and those."""
    kinds = tuple(backends.registered())
    owners = {flag: shared.setting for flag, shared in backends.flags().items()}
    tables = {kind: Setting(kind, kind, dict[str, Any], MISSING, Option("")) for kind in backends.known()}
    backend = Setting("backend", "backend", Literal[kinds], None, Option(""))
    own = {flag: setting for flag, setting in OWN.items() if flag != "method_arg"}
    return {"script": _SCRIPT, "arguments": _ARGUMENTS, "backend": backend, **own, **owners, **tables}
