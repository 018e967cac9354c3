"""Where the jobs of `tunewise run` run: the flags of all back ends, and from what was told to one of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import click

from tunewise.backends import script_kinds
from tunewise.backends.base import BackendError
from tunewise.backends.specs import ScriptBackendSpec
from tunewise.cli.exits import BadUsage
from tunewise.cli.how import OWN
from tunewise.cli.parameters import flag_of
from tunewise.cli.sections import Decorated, all_of, section
from tunewise.cli.study_flags import StudyFlags
from tunewise.options import Setting, settings_of

_OF_COMMANDS = ("backend", "script", "arguments", "dry_run", "start_delay", "jobs", "on", "yes")
HERE = "local"
ELSEWHERE = "sagemaker"
"""Where jobs run and tuners are jobs, unless a person says so."""


class Shared(NamedTuple):
    """A flag, and the back ends that have it, by name: one, or several with a setting in common."""

    owners: Mapping[str, Setting]

    @property
    def setting(self) -> Setting:
        return next(iter(self.owners.values()))

    def with_defaults(self, flag: str, usual: Mapping[str, Mapping[str, Any]]) -> Shared:
        """With what is usual for some back ends, by flag, in place of their defaults."""
        told = {kind: setting for kind, setting in self.owners.items() if flag in usual[kind]}
        instead = {kind: setting._replace(default=usual[kind][flag]) for kind, setting in told.items()}
        return Shared({**self.owners, **instead})


@cache
def registered() -> Mapping[str, type[ScriptBackendSpec] | BackendError]:
    """All back ends by name; an error for one that can't be used, which harms no other."""
    kinds = dict(script_kinds())
    types: dict[str, object] = dict.fromkeys((*OWN, *settings_of(StudyFlags), *_OF_COMMANDS))
    for kind, spec in kinds.items():
        try:
            settings = {} if isinstance(spec, BackendError) else spec.settings()
        except (AttributeError, NameError, SyntaxError, TypeError) as error:  # of an annotation
            kinds[kind] = BackendError(
                f"The settings of the back end {kind!r} can't be read ({type(error).__name__}: {error}): "
                "mend or uninstall its package."
            )
            continue
        odd = [each.dashed for flag, each in settings.items() if types.get(flag, each.type) != each.type]
        if odd:
            kinds[kind] = BackendError(
                f"The back end {kind!r} means something else by {odd[0]} than others do: mend or uninstall "
                "its package."
            )
        else:
            types |= {flag: setting.type for flag, setting in settings.items()}
    return kinds


@cache
def known() -> Mapping[str, type[ScriptBackendSpec]]:
    """The back ends that can be used, by name, this machine's first."""
    return {kind: spec for kind, spec in registered().items() if not isinstance(spec, BackendError)}


@cache
def flags() -> Mapping[str, Shared]:
    """All flags of back ends."""
    return owned({kind: spec.settings() for kind, spec in known().items()})


def owned(settings: Mapping[str, Mapping[str, Setting]]) -> Mapping[str, Shared]:
    """Settings by back end and flag, as flags and who has them."""
    found: dict[str, dict[str, Setting]] = {}
    for kind, of_kind in settings.items():
        for flag, setting in of_kind.items():
            found.setdefault(flag, {})[kind] = setting
    return {flag: Shared(owners) for flag, owners in found.items()}


def backend_options(decorated: Decorated) -> Decorated:
    """Adds the flags to a command: which back end, and all that can be said of each."""
    titles = _listed([spec.title for spec in known().values()], "or")
    choice = click.option(
        "--backend",
        type=click.Choice(list(registered())),
        cls=section("Jobs"),
        help=f"Where jobs run: on {titles}. By default {HERE}.",
    )
    return choice(_options(flags())(decorated))


def setting_options(decorated: Decorated) -> Decorated:
    """Adds what can be said of back ends where benchmarks train."""
    usual = {kind: spec.for_benchmarks for kind, spec in known().items()}
    return _options({flag: shared.with_defaults(flag, usual) for flag, shared in flags().items()})(decorated)


def _options(shown: Mapping[str, Shared]) -> Callable[[Decorated], Decorated]:
    """What several back ends have in common among "Jobs", the rest by itself."""
    return all_of(*map(_flag, sorted(shown.values(), key=lambda shared: len(shared.owners) == 1)))


def _flag(shared: Shared) -> Callable[[Decorated], Decorated]:
    if len(shared.owners) > 1:
        return flag_of("Jobs", telling(shared))
    return flag_of(f"On {known()[next(iter(shared.owners))].title}", shared.setting)


def telling(shared: Shared) -> Setting:
    """The setting, in words that say which back ends have it, and what is so by default on which of them."""
    titles = [known()[kind].title for kind in shared.owners]
    having: dict[str, list[str]] = {}
    for title, setting in zip(titles, shared.owners.values(), strict=True):
        having.setdefault(setting.default_text, []).append(title)
    setting = shared.setting
    if len(having) > 1:
        told = [
            f"{value} on {_listed(owners)}{comma}{more}"
            for (value, comma, more), owners in ((each.partition(", "), having[each]) for each in having)
            if value
        ]
        setting = setting.with_option(default_text="; ".join(told))
    if len(titles) < len(known()) and (len(having) == 1 or "" in having):
        words = re.sub(r"(?=[,;:.]( |$))", f" ({', '.join(titles)})", setting.option.help, count=1)
        setting = setting.with_option(help=words)
    return setting


def backend_of(told: Mapping[str, Any]) -> ScriptBackendSpec:
    """Where the jobs run. Raises ValueError, BackendError, or a `BadUsage` for what isn't said or makes no
    sense there."""
    kind = told.get("backend") or HERE
    spec = usable(kind)
    refuse_others(told, kind)
    if told.get("script") is None:
        raise BadUsage('The file names no script: add script = "train.py".')
    return spec.from_settings(told["script"], told.get("arguments", ()), told)


def for_benchmarks(kind: str, told: Mapping[str, Any]) -> ScriptBackendSpec:
    """Where benchmarks train, whatever their script. Raises ValueError and BackendError."""
    said = {flag: value for flag, value in told.items() if value is not None}
    spec = usable(kind)
    return spec.from_settings("train.py", (), {**spec.for_benchmarks, **said})


def usable(kind: str) -> type[ScriptBackendSpec]:
    """A back end by its name. Raises the `BackendError` of one that can't be used."""
    spec = registered()[kind]
    if isinstance(spec, BackendError):
        raise spec
    return spec


def refuse_others(told: Mapping[str, Any], kind: str) -> None:
    """Raises `BadUsage` for what is told of jobs on other back ends than this."""
    refuse(told, flags(), kind, "jobs", "--backend")


def refuse(
    told: Mapping[str, Any], among: Mapping[str, Shared], kind: str, what: str, chosen_by: str
) -> None:
    """Raises `BadUsage` for what is told of other back ends than this. what: that is, in words. chosen_by:
    the flag that says which back end it is."""
    for flag, shared in among.items():
        if told.get(flag) is None or kind in shared.owners:
            continue
        whose = _listed([known()[owner].title for owner in shared.owners], "or")
        other = next((owner for owner in shared.owners if owner != HERE), None)
        here = known()[kind].title if kind in known() else f"{kind} jobs"
        instead = (
            f"leave it out for {here}"
            if HERE in shared.owners or other is None
            else f"add {chosen_by} {other}, or leave it out"
        )
        raise BadUsage(f"{shared.setting.dashed} is for {what} on {whose}: {instead}.")


def _listed(words: Sequence[str], last: str = "and") -> str:
    """Words as a sentence has them: `this machine, Ray and Slurm`."""
    return f" {last} ".join(filter(None, (", ".join(words[:-1]), words[-1])))
