"""Arguments and flags of commands, most of them made from declared settings."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import click

from tunewise import options
from tunewise.cli.exits import BadUsage
from tunewise.options import Setting, ValueFormat
from tunewise.paths import HomeError, check_name, experiment_names

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


# ---- sections of the help -------------------------------------------------------------------------------


class SectionedOption(click.Option):
    """An option that belongs to a section of the help."""

    section = ""


class SectionedCommand(click.Command):
    """A command whose help shows each `SectionedOption` in its section, and the other options at the end."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        sections: dict[str, list[tuple[str, str]]] = {}
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx) if isinstance(parameter, click.Option) else None
            if record is not None:
                title = parameter.section if isinstance(parameter, SectionedOption) else "Other options"
                sections.setdefault(title, []).append(record)
        for title, records in sections.items():
            with formatter.section(title):
                formatter.write_dl(records)


def section(title: str) -> type[SectionedOption]:
    """The class of the options in a section: `@click.option(..., cls=section("Limits"))`."""
    return type("SectionedOption", (SectionedOption,), {"section": title})


def all_of(*decorators: Callable[[Decorated], Decorated]) -> Callable[[Decorated], Decorated]:
    """Several decorators as one, in the order in which they would stand above a function."""

    def decorate(function: Decorated) -> Decorated:
        for decorator in reversed(decorators):
            function = decorator(function)
        return function

    return decorate


# ---- types of arguments ---------------------------------------------------------------------------------


def typed(form: ValueFormat) -> Callable[[str], Any]:
    """The type of flags with this format."""

    def text(value: str) -> object:
        try:
            return form.read(value)
        except ValueError as error:
            raise click.BadParameter(str(error)) from None

    return text


seconds = typed(options.SECONDS)
delay = typed(options.DELAY)
positive = typed(options.POSITIVE)
finite = typed(options.FINITE)
assignment = typed(options.ASSIGNMENT)
names_list = typed(options.NAMES)
experiment_name = typed(ValueFormat(check_name))


def whole(least: int, most: int | None = None) -> Callable[[str], int]:
    """The type of flags that are whole numbers of at least `least` and at most `most`."""
    return typed(options.whole(least, most))


def complete_names(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """The names of existing experiments, for the shell to complete."""
    try:
        names = experiment_names(incomplete.partition("/")[0] if "/" in incomplete else None)
    except HomeError:
        return []
    return [name for name in names if name.startswith(incomplete)]


name_argument: Callable[[Callable[..., None]], Callable[..., None]] = click.argument(
    "name", type=experiment_name, metavar="NAME", shell_complete=complete_names
)
"""`@name_argument` adds the name of an existing experiment to a command."""

names_argument: Callable[[Callable[..., None]], Callable[..., None]] = click.argument(
    "names", nargs=-1, required=True, type=experiment_name, metavar="NAME...", shell_complete=complete_names
)
"""`@names_argument` adds the names of one or more existing experiments."""


def study_tag(tag: str | None, experiment_tag: str | None, command: str) -> str:
    """The tag of a study, from the argument or the flag. Raises `BadUsage` where neither is given."""
    name = tag or experiment_tag
    if name is None:
        raise BadUsage(f"Name the study: `tunewise {command} TAG`.")
    return name


tag_argument: Callable[[Callable[..., None]], Callable[..., None]] = all_of(
    click.argument("tag", required=False),
    click.option("--experiment-tag", metavar="TAG", help="The same as the argument."),
)
"""`@tag_argument` adds the tag of a study to a command; `study_tag` reads it."""


# ---- flags of settings ----------------------------------------------------------------------------------


def once_each(flag: str, pairs: object) -> dict[str, str]:
    """Assignments as a mapping. Raises `BadUsage` for a name that is given twice."""
    assert isinstance(pairs, tuple)
    values: dict[str, str] = {}
    for name, text in pairs:
        if name in values:
            raise BadUsage(f"--{flag.replace('_', '-')} gives {name!r} twice.")
        values[name] = text
    return values


def declared(title: str, settings: Iterable[Setting]) -> Callable[[Decorated], Decorated]:
    """Adds the flags of settings to a command, in a section of its help; a flag that isn't given is None."""
    return all_of(*(flag_of(title, setting) for setting in settings))


def flag_of(title: str, setting: Setting) -> Callable[[Decorated], Decorated]:
    """The flag of a setting; its help adds the default, or that the setting is needed."""
    option, default = setting.option, setting.default_text
    sentences = [
        option.help,
        "Repeat it for each." if setting.repeated else "",
        f"By default {default}." if default else "",
        "Needed, here or in the file." if setting.needed and not option.required else "",
    ]
    extra: dict[str, Any] = {"cls": section(title), "help": " ".join(filter(None, sentences))}
    extra |= {"required": True} if option.required else {"default": None}
    if setting.type is bool:
        off = option.off or (f"no-{setting.dashed[2:]}" if setting.default else "")
        names = f"{setting.dashed}/--{off}" if off else setting.dashed
        return click.option(names, setting.flag, is_flag=True, **extra)
    extra["metavar"] = option.metavar or setting.format.metavar
    if setting.choices:
        extra["type"] = click.Choice([str(choice) for choice in setting.choices])
    else:
        extra |= {"type": typed(setting.format), "multiple": setting.repeated}
    extra["callback"] = lambda context, parameter, value: _value(setting, value)
    return click.option(setting.dashed, setting.flag, **extra)


def _value(setting: Setting, value: Any) -> object:  # noqa: ANN401 - whatever click makes of it
    """The value of a flag in the type of the setting; None where it wasn't given."""
    if value is None or value == ():
        return None
    if setting.choices:
        return next(choice for choice in setting.choices if str(choice) == value)
    if not setting.is_mapping:
        return value
    try:
        return setting.parse_pairs(once_each(setting.flag, value))
    except ValueError as error:
        raise click.BadParameter(str(error)) from None
