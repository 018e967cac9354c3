"""How the commands' arguments and flags are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tunewise.backends.paths import check_name, experiment_names
from tunewise.cli.exits import BadUsage
from tunewise.display.formats import parse_duration

if TYPE_CHECKING:
    from collections.abc import Callable


def experiment_name(text: str) -> str:
    """The name of an experiment."""
    try:
        return check_name(text)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


def complete_names(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """The names of the experiments that there are, for a shell to complete."""
    names = experiment_names(incomplete.partition("/")[0] if "/" in incomplete else None)
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
