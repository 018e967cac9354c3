"""Types of the commands' arguments and flags."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tunewise.backends.paths import check_name, home
from tunewise.cli.formats import parse_duration

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class ExperimentName(click.ParamType):
    """The name of an experiment; a shell completes it."""

    name = "name"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        try:
            return check_name(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        names = sorted(path.parent.name for path in home().glob("*/experiment.json"))
        return [CompletionItem(name) for name in names if name.startswith(incomplete)]


class Duration(click.ParamType):
    """Seconds, written as `90`, `90s`, `30m`, `1h`, `2d` or `1h30m`."""

    name = "duration"

    def convert(self, value: str | float, param: click.Parameter | None, ctx: click.Context | None) -> float:
        if isinstance(value, float):
            return value
        try:
            return parse_duration(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


class Assignment(click.ParamType):
    """A pair of a name and a text, written as `NAME=TEXT`."""

    def __init__(self, text: str) -> None:
        self.name = f"name={text}"

    def convert(
        self, value: str | tuple[str, str], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str]:
        if isinstance(value, tuple):
            return value
        name, equals, text = value.partition("=")
        if not equals or not name.strip():
            self.fail(f"{value!r} isn't of the form {self.name.upper()}.", param, ctx)
        return name.strip().lstrip("-"), text.strip()


EXPERIMENT = ExperimentName()
DURATION = Duration()
