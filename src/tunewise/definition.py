"""What `experiment.json` holds: how an experiment was set up. Written once, before anything runs."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from tunewise import disk
from tunewise.disk import decode
from tunewise.engine.policy import Policy
from tunewise.events import Opened
from tunewise.paths import StudyPaths
from tunewise.worker.files import read_file

_MAX_FAILURES_IN_FILE = "max_early_errors"  # the name that files have had from the start


class DefinitionError(RuntimeError):
    """An experiment's definition that is missing or can't be read; the message says what to do."""


class MethodSpec(msgspec.Struct, frozen=True):
    """A method by name, with what `tunewise.methods.build` needs to build it again."""

    name: str
    seed: int
    arguments: dict[str, Any]


class Definition(msgspec.Struct, frozen=True):
    """How an experiment was set up.

    problem, backend: the output of their `to_json`. workers, limits, price and pay_idle are those of the
    first run; a later run may have others, which are in the journal. trackers: as `tunewise.trackers` keeps
    them.
    """

    name: str
    created: str
    version: str
    problem: dict[str, Any]
    method: MethodSpec
    backend: dict[str, Any]
    workers: int
    limits: dict[str, float]
    price: float
    policy: Policy
    pay_idle: bool = False
    trackers: tuple[str, ...] = ()

    @property
    def first_run(self) -> Opened:
        """How the experiment is opened at first."""
        return Opened(0.0, self.workers, self.limits, self.price, self.pay_idle)


def check_definition(definition: Definition) -> None:
    """Raises ValueError for what couldn't be written and read again: a string that isn't valid UTF-8, as odd
    file names have, a zero byte, or a value of another type, such as True as a number."""
    plain = msgspec.to_builtins(definition)
    for place, text in _strings(plain, ""):
        try:
            text.encode()
        except UnicodeEncodeError:
            raise ValueError(f"{place} is {text!r}, which isn't valid UTF-8: choose another name.") from None
        if "\0" in text:
            raise ValueError(f"{place} is {text!r}, which has a zero byte: remove it.")
    try:
        decode(msgspec.json.encode(plain), Definition)
    except (TypeError, ValueError) as error:
        raise ValueError(f"{error}: give a value of the right type.") from None


def _strings(value: object, place: str) -> Iterator[tuple[str, str]]:
    """All strings within plain data, with the place of each, such as `backend.entry_point`."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield f"A name in {place}", key
            yield from _strings(item, f"{place}.{key}" if place else key)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _strings(item, place)


def write_definition(path: Path, definition: Definition) -> None:
    """Writes the definition atomically."""
    plain = _renamed(msgspec.to_builtins(definition), {"max_failures": _MAX_FAILURES_IN_FILE})
    disk.write(path, msgspec.json.format(msgspec.json.encode(plain), indent=2) + b"\n")


def read_definition(path: Path) -> Definition:
    try:
        plain = decode(read_file(path), dict[str, Any])
        return msgspec.convert(_renamed(plain, {_MAX_FAILURES_IN_FILE: "max_failures"}), Definition)
    except FileNotFoundError:
        name = path.parent.name
        if StudyPaths(path.parent).plan.exists():
            raise DefinitionError(
                f"{name!r} is a study: `tunewise compare {name}` shows what it found, and `tunewise list "
                f"{name}` its experiments."
            ) from None
        raise DefinitionError(
            f"There is no experiment {name!r} in {path.parent.parent}: `tunewise list` shows all experiments."
        ) from None
    except (OSError, ValueError) as error:
        raise DefinitionError(f"{path} can't be read ({error}): restore it.") from None


def _renamed(plain: dict[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    """A definition as plain data, with other names for the keys of its policy."""
    policy = plain.get("policy")
    if not isinstance(policy, dict):
        return plain
    return {**plain, "policy": {names.get(key, key): value for key, value in policy.items()}}
