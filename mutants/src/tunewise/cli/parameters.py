"""How the commands' arguments and flags are read."""

from collections.abc import Callable, Iterable
from typing import Any

import click

from tunewise import options
from tunewise.cli.exits import BadUsage
from tunewise.cli.sections import Decorated, all_of, section
from tunewise.options import Setting, ValueFormat
from tunewise.paths import HomeError, check_name, experiment_names


def experiment_name(text: str) -> str:
    """The name of an experiment."""
    try:
        return check_name(text)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


def complete_names(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """The names of the experiments that there are, for a shell to complete."""
    try:
        names = experiment_names(incomplete.partition("/")[0] if "/" in incomplete else None)
    except HomeError:
        return []
    return [name for name in names if name.startswith(incomplete)]


def typed(form: ValueFormat) -> Callable[[str], Any]:
    """The type of flags that are written so."""

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


def whole(least: int, most: int | None = None) -> Callable[[str], int]:
    """The type of flags that are whole numbers of at least `least`, and of at most `most`."""
    return typed(options.whole(least, most))


def once_each(flag: str, pairs: object) -> dict[str, str]:
    """Assignments as a mapping. Raises `BadUsage` for a name that is said twice."""
    assert isinstance(pairs, tuple)
    values: dict[str, str] = {}
    for name, text in pairs:
        if name in values:
            raise BadUsage(f"--{flag.replace('_', '-')} says {name!r} twice.")
        values[name] = text
    return values


def declared(title: str, settings: Iterable[Setting]) -> Callable[[Decorated], Decorated]:
    """Adds the flags of settings to a command, in a section of its help; what isn't said is None."""
    return all_of(*(flag_of(title, setting) for setting in settings))


def flag_of(title: str, setting: Setting) -> Callable[[Decorated], Decorated]:
    """The flag of a setting, whose help says what is so by default, or that it is needed."""
    option, by_default = setting.option, setting.default_text
    needed = setting.needed and not option.required
    told = [
        option.help,
        "Repeat it for each." * setting.repeated,
        f"By default {by_default}." * bool(by_default),
        "Needed, here or in the file." * needed,
    ]
    extra: dict[str, Any] = {"cls": section(title), "help": " ".join(filter(None, told))}
    extra |= {"required": True} if option.required else {"default": None}
    if setting.type is bool:
        off = option.off or f"no-{setting.dashed[2:]}" * bool(setting.default)
        names = f"{setting.dashed}/--{off}" if off else setting.dashed
        return click.option(names, setting.flag, is_flag=True, **extra)
    extra["metavar"] = option.metavar or setting.format.metavar
    if setting.choices:
        extra["type"] = click.Choice([str(choice) for choice in setting.choices])
    else:
        extra |= {"type": typed(setting.format), "multiple": setting.repeated}
    extra["callback"] = lambda context, parameter, value: _said(setting, value)
    return click.option(setting.dashed, setting.flag, **extra)


def _said(setting: Setting, value: Any) -> object:  # noqa: ANN401 - what click made of it
    """What a flag said, of the type in which the setting is said; None where it said nothing."""
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


name_argument: Callable[[Callable[..., None]], Callable[..., None]] = click.argument(
    "name", type=experiment_name, metavar="NAME", shell_complete=complete_names
)
"""`@name_argument` adds the name of an existing experiment to a command."""
