"""What `experiment.json` holds: how an experiment was set up. Written once, before anything runs."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from tunewise.engine.policy import Policy
from tunewise.events import Opened
from tunewise.files import decode, replacing
from tunewise.paths import StudyPaths
from tunewise.worker.files import read_file


class DefinitionError(RuntimeError):
    """An experiment's definition that is missing or can't be read; the message says what to do."""


class MethodSpec(msgspec.Struct, frozen=True):
    """A method by name, with what `tunewise.methods.build` needs to make it again."""

    name: str
    seed: int
    arguments: dict[str, Any]


class Definition(msgspec.Struct, frozen=True):
    """How an experiment was set up.

    problem, backend: as their `to_json` gave them. workers, limits, price and pay_idle are those of the first
    run; a later one may have others, which the journal tells.
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

    @property
    def first_run(self) -> Opened:
        """How the experiment is opened at first."""
        return Opened(0.0, self.workers, self.limits, self.price, self.pay_idle)


def check_texts(definition: Definition) -> None:
    """Raises ValueError for a text that no file, or no command line, can hold: with bytes that are no UTF-8,
    as odd file names have, or a zero."""
    for place, text in _texts(msgspec.to_builtins(definition), ""):
        try:
            text.encode()
        except UnicodeEncodeError:
            raise ValueError(f"{place} is {text!r}, which is no text in UTF-8: name it otherwise.") from None
        if "\0" in text:
            raise ValueError(f"{place} is {text!r}, which has a zero byte: leave that out.")


def check_readable(value: msgspec.Struct) -> None:
    """Raises ValueError for what would be written, and couldn't be read again, such as True as a number."""
    try:
        decode(msgspec.json.encode(value), type(value))
    except (TypeError, ValueError) as error:
        raise ValueError(f"{error}: give what is of the type that belongs there.") from None


def _texts(value: object, place: str) -> Iterator[tuple[str, str]]:
    """All texts within plain data, with the place of each, such as `backend.entry_point`."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield f"A name in {place}", key
            yield from _texts(item, f"{place}.{key}" if place else key)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _texts(item, place)


def write_definition(path: Path, definition: Definition) -> None:
    """Writes the definition whole or not at all."""
    text = msgspec.json.format(msgspec.json.encode(definition), indent=2)
    with replacing(path, durable=True) as draft:
        draft.write_bytes(text + b"\n")


def read_definition(path: Path) -> Definition:
    try:
        return decode(read_file(path), Definition)
    except FileNotFoundError:
        name = path.parent.name
        if StudyPaths(path.parent).plan.exists():
            raise DefinitionError(
                f"{name!r} is a study: `tunewise compare {name}` shows what it found, and `tunewise list "
                f"{name}` its experiments."
            ) from None
        raise DefinitionError(
            f"There is no experiment {name!r} in {path.parent.parent}: "
            "`tunewise list` shows those that there are."
        ) from None
    except (OSError, ValueError) as error:
        raise DefinitionError(f"{path} can't be read ({error}): restore it.") from None
