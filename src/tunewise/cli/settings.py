"""The settings of an experiment from flags and a TOML file, under the same names, and the tuner they make."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import MISSING
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import msgspec

from tunewise import space
from tunewise.backends.specs import BackendSpec
from tunewise.cli.backend_flags import LOCAL, backend_flags, registered, usable_backends
from tunewise.cli.errors import in_words
from tunewise.cli.exits import BadUsage
from tunewise.cli.experiment_flags import (
    EXPERIMENT_SETTINGS,
    LIMITS,
    ExperimentFlags,
    Money,
    worker_hour_price,
)
from tunewise.cli.group import normal_name
from tunewise.engine.policy import Policy, StoppingCriterion
from tunewise.options import Option, Setting, by_field, from_flags, settings_of
from tunewise.prices import PriceError, price_of
from tunewise.problem import Problem, names_a_gain
from tunewise.signature import suggestion
from tunewise.space import Domain, SpaceError, Value, parse_domain

if TYPE_CHECKING:  # the help of a command needs no tuner
    from tunewise.engine.loop import Watcher
    from tunewise.schedulers.base import Method
    from tunewise.tuner import Tuner

_SCRIPT = Setting("script", "script", str, MISSING, Option("", path=True))
_ARGUMENTS = Setting("arguments", "arguments", tuple[str, ...], (), Option(""))
_MOST_MODULES = 100  # beside a script that are searched for a word
_PLAIN_TEXT = re.compile(r"[\w./:@+-]+")


# ---- files ----------------------------------------------------------------------------------------------


class _File(NamedTuple):
    """A TOML file that was read."""

    path: Path
    text: str

    def settings(
        self, table: str, content: Mapping[str, Any], known: Mapping[str, Setting]
    ) -> dict[str, Any]:
        """The settings in a table, by flag, with checked types. table: its name, "" for the top level.

        Raises `BadUsage`.
        """
        fields = {setting.name: flag for flag, setting in known.items() if table}
        where, title = "", ""
        if table:
            where, title = f": [{table}]", f" of {usable_backends()[table].title}"
        settings: dict[str, Any] = {}
        for key, value in content.items():
            name = normal_name(key).replace("-", "_")
            name = name if name in known else fields.get(name, name)
            if name not in known:
                known_names = suggestion(name, {**known, **fields})
                raise BadUsage(f"{self.path}{where} has an unknown key {key!r}{known_names}.")
            if name in settings:
                raise BadUsage(f"{self.path}{where} has {name!r} twice.")
            try:
                checked = known[name].checked(value)
            except ValueError as error:
                raise BadUsage(f"{self.path}{self._line_of(key, table)}: {key}{title} {error}.") from error
            settings[name] = known[name].relative_to(self.path.parent, checked)
        return settings

    def _line_of(self, key: str, table: str) -> str:
        """Where a key of a table stands: `, line 3`; "" if it is written in an unusual way."""
        inside = not table
        for number, line in enumerate(self.text.splitlines(), start=1):
            header = re.match(r"\s*\[\s*([\w.-]+)", line)
            if header:
                inside = header[1] == table
            elif inside and re.match(rf"""\s*(["']?){re.escape(key)}\1\s*=""", line):
                return f", line {number}"
        return ""


def read_file(path: Path) -> dict[str, Any]:
    """The settings in a TOML file, by flag, with checked types; the tables of back ends by their names.

    Paths in it are relative to the file. Raises `BadUsage` for a file that can't be read, for an unknown key,
    and for a value of the wrong type.
    """
    try:
        text = path.read_bytes().decode()
        content = msgspec.toml.decode(text)
    except OSError as error:
        raise BadUsage(f"{path} can't be read: {error.strerror}.") from error
    except (ValueError, RecursionError) as error:
        raise BadUsage(f"{path} isn't valid TOML: {error}.") from error
    return _checked(_File(path, text), content)


def settings_of_mapping(place: str, content: Mapping[str, Any]) -> dict[str, Any]:
    """As `read_file`, for settings that somebody else has read. place: what messages call it."""
    return _checked(_File(Path(place), ""), dict(content))


def _checked(file: _File, content: dict[str, Any]) -> dict[str, Any]:
    arguments = {}
    if isinstance(content.get("method"), dict):
        arguments = {key: value for key, value in content["method"].items() if key != "name"}
        content["method"] = content["method"].get("name")
        if not isinstance(content["method"], str):
            raise BadUsage(f'{file.path}: the table [method] needs a name, a string such as name = "asha".')
    settings = file.settings("", content, _known_settings())
    for kind, spec in usable_backends().items():
        if kind in settings:
            settings[kind] = file.settings(kind, settings[kind], spec.settings())
    return {**settings, "method_arg": arguments} if arguments else settings


def _known_settings() -> dict[str, Setting]:
    """The settings on the top level of a file, and the tables of back ends."""
    kinds = tuple(registered())
    of_backends = {name: flag.setting for name, flag in backend_flags().items()}
    tables = {kind: Setting(kind, kind, dict[str, Any], MISSING, Option("")) for kind in usable_backends()}
    backend = Setting("backend", "backend", Literal[kinds], None, Option(""))
    own = {flag: setting for flag, setting in EXPERIMENT_SETTINGS.items() if flag != "method_arg"}
    return {"script": _SCRIPT, "arguments": _ARGUMENTS, "backend": backend, **own, **of_backends, **tables}


def merged(in_file: Mapping[str, Any], flags: Mapping[str, Any]) -> dict[str, Any]:
    """The settings of a file, overridden by flags; a flag of None was not given.

    Only the table of the chosen back end counts. Mappings such as spaces are merged name by name. If the
    method changes, the file's arguments of the method are dropped. Raises `BadUsage` for a file that has a
    table of a back end but doesn't choose one.
    """
    given = {name: value for name, value in flags.items() if value is not None}
    kind = given.get("backend", in_file.get("backend"))
    tables = {name: table for name, table in in_file.items() if name in usable_backends()}
    name = next((name for name in tables if name != LOCAL), None)
    if kind is None and name is not None:
        raise BadUsage(
            f'The file has a table [{name}] but chooses no back end: add backend = "{name}" above it, or use '
            "--backend."
        )
    settings = {name: value for name, value in in_file.items() if name not in tables}
    settings |= tables.get(kind or LOCAL, {})
    if given.get("method", settings.get("method")) != settings.get("method"):
        settings.pop("method_arg", None)
    for name, value in given.items():
        old = settings.get(name)
        settings[name] = {**old, **value} if isinstance(old, dict) and isinstance(value, dict) else value
    return settings


# ---- what follows from settings -------------------------------------------------------------------------


def problem_of(settings: Mapping[str, Any]) -> Problem:
    """The problem. Raises ValueError, or `BadUsage` for a missing setting."""
    metric = required(settings, "metric", "the key that the script reports, such as val_loss")
    if settings.get("mode") is None and names_a_gain(metric):
        raise BadUsage(
            f"Say in which direction {metric} is better: --mode max if larger is better, --mode min if "
            'smaller is (in the file, mode = "max" or mode = "min").'
        )
    if not settings.get("space") and not settings.get("space_from"):
        raise BadUsage('Say what to tune: --space "lr=loguniform(1e-5, 1e-1)", once for each hyperparameter.')
    argument, largest = parse_max_resource(settings.get("max_resource"))
    domains = domains_of(settings)
    values = by_field(settings_of(Problem), {**settings, "space": domains, "max_resource": largest})
    return Problem(**values, max_resource_arg=argument)


def method_of(settings: Mapping[str, Any], problem: Problem) -> Method:
    """The method, which is told what the settings say about it if it is `auto`. Raises ValueError."""
    from tunewise import methods

    flags = from_flags(ExperimentFlags, settings)
    known = _known_to_auto(settings) if flags.method.lower() == "auto" else {}
    return methods.build(flags.method, problem, seed=flags.seed, arguments={**known, **flags.method_arg})


def _known_to_auto(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Arguments of `auto` that follow from what is limited, and from the script."""
    limits = {LIMITS[flag] for flag in LIMITS.keys() & settings.keys()}
    known: dict[str, Any] = {}
    if limits and all(limit.startswith("max_num_trials") for limit in limits):
        known["budget"] = "trials"
    if "script" in settings and not _may_save_checkpoints(settings):
        known["checkpoints"] = False
    return known


def _may_save_checkpoints(settings: Mapping[str, Any]) -> bool:
    """Whether the script is told of its checkpoint's folder, or knows of checkpoints."""
    told = settings.get("run_in") == "checkpoint_dir" or "{checkpoint_dir}" in str(settings.get("args"))
    return told or _mentions_checkpoints(Path(settings["script"]))


def _mentions_checkpoints(script: Path) -> bool:
    """Whether a script, or a module in its folder, which it may import, has the word. If one can't be read,
    it may."""
    beside = islice(script.parent.glob("*.py"), _MOST_MODULES)
    try:
        return any(b"checkpoint" in path.read_bytes().lower() for path in (script, *beside))
    except OSError:
        return True


def tuner_of(
    settings: Mapping[str, Any], method: Method, backend: BackendSpec, watchers: Sequence[Watcher] = ()
) -> tuple[Tuner, str]:
    """The tuner, and remarks: that the price isn't known, and how an earlier study fits. Raises ValueError,
    `TunerError` or `BadUsage`."""
    from tunewise.elsewhere import beginning
    from tunewise.tuner import Tuner

    flags, money = from_flags(ExperimentFlags, settings), from_flags(Money, settings)
    price, remark = worker_hour_price(money.price, money.instance), ""
    if price is None:
        price, remark = backend_price(backend)
    begins = beginning(flags.earlier, flags.earlier_as, flags.earlier_best, flags.fill, method.problem)
    remark = "\n".join(filter(None, (remark, begins.remark)))
    tuner = Tuner(
        backend,
        method,
        from_flags(StoppingCriterion, settings),
        workers=flags.workers,
        name=flags.name,
        price=1.0 if price is None else price,
        pay_idle=money.pay_idle,
        policy=from_flags(Policy, settings),
        watchers=watchers,
        first=begins.first,
        trackers=flags.trackers,
        history=begins.history,
    )
    return tuner, remark


def backend_price(backend: BackendSpec) -> tuple[float | None, str]:
    """The price of what jobs run on, if it has one, and a remark if it isn't known."""
    if not backend.price_key:
        return None, ""
    try:
        return price_of(backend.price_key).hourly, ""
    except PriceError as error:
        return None, f"Costs are in worker-hours, unless --price gives the price of one. {error}"


def parse_max_resource(value: int | str | None) -> tuple[str | None, int | None]:
    """The script's argument and the largest resource in `epochs=40`, `40` or 40. Raises ValueError."""
    if value is None or isinstance(value, int):
        return None, value
    argument, equals, text = value.rpartition("=")
    argument = argument.strip().lstrip("-")
    if not text.strip().isdecimal() or (equals and not argument):
        raise ValueError(
            f"The largest resource is {value!r}: give the script's argument and a whole number, such as "
            "epochs=40, or the number alone if the script has no such argument."
        )
    return argument or None, int(text)


def required(settings: Mapping[str, Any], name: str, what: str) -> str:
    """A setting that has no default. Raises `BadUsage` where nobody gives it; what: what to give."""
    value: str | None = settings.get(name)
    if value is None:
        raise BadUsage(f"The {name} is missing: give {what}, with --{name} or in the file.")
    return value


def domains_of(settings: Mapping[str, Any]) -> dict[str, Domain | Value]:
    """The domains and constants that a user gives. Raises ValueError, or `BadUsage`."""
    domains = _read_space(settings["space_from"]) if settings.get("space_from") else {}
    return domains | {name: _domain(name, value) for name, value in settings.get("space", {}).items()}


def _read_space(path: str) -> dict[str, Domain | Value]:
    """The space in a file of ConfigSpace or NNI. Raises `BadUsage`."""
    try:
        content = json.loads(Path(path).read_bytes())
        entries = content.values() if isinstance(content, dict) else ()
        of_nni = any(isinstance(entry, dict) and "_type" in entry for entry in entries)
        found = (space.from_nni if of_nni else space.from_configspace)(content)
    except (OSError, ValueError, RecursionError) as error:
        raise BadUsage(f"The space in {path} can't be read: {in_words(error)}") from None
    return {**found.domains, **found.constants}


def _domain(name: str, value: object) -> Domain | Value:
    if isinstance(value, (bool, int, float, Domain)):
        return value
    if not isinstance(value, str):
        raise ValueError(
            f'{name} of the space is {value!r}: give a domain as text, such as "uniform(0, 1)" or '
            '"choice([1, 2])", or a constant.'
        )
    try:
        return parse_domain(value)
    except SpaceError as error:
        if _PLAIN_TEXT.fullmatch(value) and value not in space.__all__:
            return value  # plain text needs no quotes inside those of the shell or of TOML
        raise ValueError(f"{name} of the space: {error}") from error
