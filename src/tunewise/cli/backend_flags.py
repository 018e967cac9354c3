"""The flags of all back ends, and the back end that follows from them."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import click

from tunewise.backends import script_kinds
from tunewise.backends.base import BackendError
from tunewise.backends.specs import ScriptBackendSpec
from tunewise.cli.exits import BadUsage
from tunewise.cli.experiment_flags import EXPERIMENT_SETTINGS
from tunewise.cli.flags import Decorated, all_of, flag_of, section
from tunewise.cli.study_flags import StudyFlags
from tunewise.options import Setting, settings_of

LOCAL = "local"
"""Where jobs run by default."""
SIMULATED = "simulated"
"""Where the jobs of a study run by default."""
LAUNCH_ON = "sagemaker"
"""Where `tunewise launch` runs tuners by default."""

_OTHER_FLAGS = ("backend", "script", "arguments", "dry_run", "start_delay", "jobs", "on", "yes")
"""Flags that commands declare themselves."""


class BackendFlag(NamedTuple):
    """A flag, and the back ends that have it, by name: one, or several that share the setting."""

    owners: Mapping[str, Setting]

    @property
    def setting(self) -> Setting:
        return next(iter(self.owners.values()))

    def with_defaults(self, flag: str, defaults: Mapping[str, Mapping[str, Any]]) -> "BackendFlag":
        """With other defaults, given by back end and flag."""
        changed = {
            kind: setting._replace(default=defaults[kind][flag])
            for kind, setting in self.owners.items()
            if flag in defaults[kind]
        }
        return BackendFlag({**self.owners, **changed})


@cache
def registered() -> Mapping[str, type[ScriptBackendSpec] | BackendError]:
    """All back ends by name; an error stands for one that can't be used, so that the others still work."""
    kinds = dict(script_kinds())
    types: dict[str, object] = dict.fromkeys((*EXPERIMENT_SETTINGS, *settings_of(StudyFlags), *_OTHER_FLAGS))
    for kind, spec in kinds.items():
        try:
            settings = {} if isinstance(spec, BackendError) else spec.settings()
        except (AttributeError, NameError, SyntaxError, TypeError) as error:  # in an annotation
            kinds[kind] = BackendError(
                f"The settings of the back end {kind!r} can't be read ({type(error).__name__}: {error}): "
                "fix or uninstall its package."
            )
            continue
        clashes = [each.dashed for flag, each in settings.items() if types.get(flag, each.type) != each.type]
        if clashes:
            kinds[kind] = BackendError(
                f"The back end {kind!r} uses {clashes[0]} for something else than others do: fix or "
                "uninstall its package."
            )
        else:
            types |= {flag: setting.type for flag, setting in settings.items()}
    return kinds


@cache
def usable_backends() -> Mapping[str, type[ScriptBackendSpec]]:
    """The back ends that can be used, by name, `local` first."""
    return {kind: spec for kind, spec in registered().items() if not isinstance(spec, BackendError)}


def usable(kind: str) -> type[ScriptBackendSpec]:
    """A back end by its name. Raises the `BackendError` of one that can't be used."""
    spec = registered()[kind]
    if isinstance(spec, BackendError):
        raise spec
    return spec


@cache
def backend_flags() -> Mapping[str, BackendFlag]:
    """All flags of back ends."""
    return flags_by_name({kind: spec.settings() for kind, spec in usable_backends().items()})


def flags_by_name(settings: Mapping[str, Mapping[str, Setting]]) -> Mapping[str, BackendFlag]:
    """Settings by back end and flag as flags with their owners."""
    owners: dict[str, dict[str, Setting]] = {}
    for kind, of_kind in settings.items():
        for flag, setting in of_kind.items():
            owners.setdefault(flag, {})[kind] = setting
    return {flag: BackendFlag(each) for flag, each in owners.items()}


# ---- options of commands --------------------------------------------------------------------------------


def backend_options(decorated: Decorated) -> Decorated:
    """Adds `--backend` and the flags of all back ends to a command."""
    titles = _listed([spec.title for spec in usable_backends().values()], "or")
    choice = click.option(
        "--backend",
        type=click.Choice(list(registered())),
        cls=section("Jobs"),
        help=f"Where jobs run: on {titles}. By default {LOCAL}.",
    )
    return choice(_options(backend_flags())(decorated))


def benchmark_backend_options(decorated: Decorated) -> Decorated:
    """Adds the flags of all back ends, with the defaults for benchmarks."""
    defaults = {kind: spec.for_benchmarks for kind, spec in usable_backends().items()}
    return _options({name: flag.with_defaults(name, defaults) for name, flag in backend_flags().items()})(
        decorated
    )


def _options(flags: Mapping[str, BackendFlag]) -> Callable[[Decorated], Decorated]:
    """Shared flags come first, among "Jobs"; each other flag stands in the section of its back end."""
    return all_of(*map(_option, sorted(flags.values(), key=lambda flag: len(flag.owners) == 1)))


def _option(flag: BackendFlag) -> Callable[[Decorated], Decorated]:
    if len(flag.owners) > 1:
        return flag_of("Jobs", described(flag))
    return flag_of(f"On {usable_backends()[next(iter(flag.owners))].title}", flag.setting)


def described(flag: BackendFlag) -> Setting:
    """The setting, with a help that says which back ends have it, and which default each of them has."""
    titles = [usable_backends()[kind].title for kind in flag.owners]
    by_default: dict[str, list[str]] = {}
    for title, setting in zip(titles, flag.owners.values(), strict=True):
        by_default.setdefault(setting.default_text, []).append(title)
    setting = flag.setting
    if len(by_default) > 1:
        defaults = []
        for text, owners in by_default.items():
            value, comma, rest = text.partition(", ")
            if value:
                defaults.append(f"{value} on {_listed(owners)}{comma}{rest}")
        setting = setting.with_option(default_text="; ".join(defaults))
    if len(titles) < len(usable_backends()) and (len(by_default) == 1 or "" in by_default):
        named = re.sub(r"(?=[,;:.]( |$))", f" ({', '.join(titles)})", setting.option.help, count=1)
        setting = setting.with_option(help=named)
    return setting


def _listed(words: Sequence[str], last: str = "and") -> str:
    """Words as in a sentence: `this machine, Ray and Slurm`."""
    return f" {last} ".join(filter(None, (", ".join(words[:-1]), words[-1])))


# ---- the back end that follows --------------------------------------------------------------------------


def backend_of(settings: Mapping[str, Any]) -> ScriptBackendSpec:
    """Where the jobs run. Raises ValueError, `BackendError`, or `BadUsage` for a setting that is missing or
    is for another back end."""
    kind = settings.get("backend") or LOCAL
    spec = usable(kind)
    refuse_other_backends(settings, kind)
    if settings.get("script") is None:
        raise BadUsage('The file names no script: add script = "train.py".')
    return spec.from_settings(settings["script"], settings.get("arguments", ()), settings)


def benchmark_backend(kind: str, settings: Mapping[str, Any]) -> ScriptBackendSpec:
    """Where benchmarks train, for any script of theirs. Raises ValueError and `BackendError`."""
    given = {flag: value for flag, value in settings.items() if value is not None}
    spec = usable(kind)
    return spec.from_settings("train.py", (), {**spec.for_benchmarks, **given})


def refuse_other_backends(settings: Mapping[str, Any], kind: str) -> None:
    """Raises `BadUsage` for settings of jobs on other back ends than this."""
    refuse_others(settings, backend_flags(), kind, "jobs", "--backend")


def refuse_others(
    settings: Mapping[str, Any], flags: Mapping[str, BackendFlag], kind: str, what: str, choice: str
) -> None:
    """Raises `BadUsage` for settings of other back ends than this.

    what: the settings describe, in words. choice: the flag that chooses the back end.
    """
    for name, flag in flags.items():
        if settings.get(name) is None or kind in flag.owners:
            continue
        owners = _listed([usable_backends()[owner].title for owner in flag.owners], "or")
        other = next((owner for owner in flag.owners if owner != LOCAL), None)
        here = usable_backends()[kind].title if kind in usable_backends() else f"{kind} jobs"
        advice = (
            f"leave it out for {here}"
            if LOCAL in flag.owners or other is None
            else f"add {choice} {other}, or leave it out"
        )
        raise BadUsage(f"{flag.setting.dashed} is for {what} on {owners}: {advice}.")
