"""Where the jobs of `tunewise run` run: its flags, and from what they and a file say to a back end."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

import click
import msgspec

from tunewise.cli.aws import AwsSettings, aws_options, aws_settings, site_of
from tunewise.cli.exits import BadUsage
from tunewise.cli.group import normal_name
from tunewise.cli.parameters import assignment, once_each
from tunewise.cli.sections import all_of, section
from tunewise.signature import suggestion

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tunewise.backends.base import ScriptBackendSpec
    from tunewise.backends.local import LocalBackend
    from tunewise.backends.sagemaker import SageMakerBackend
    from tunewise.cli.settings import Settings

BackendName = Literal["local", "sagemaker"]

_JOBS = section("Jobs")
_SECTION = section("On SageMaker")

backend_options = all_of(
    click.option(
        "--backend",
        type=click.Choice(["local", "sagemaker"]),
        cls=_JOBS,
        help="Where they run: on this machine, or each on an instance of its own. By default local.",
    ),
    aws_options,
    click.option(
        "--source-dir",
        metavar="FOLDER",
        cls=_SECTION,
        help="A folder that goes with the script, which is in it.",
    ),
    click.option(
        "--requirements",
        metavar="FILE",
        cls=_SECTION,
        help="Packages to install before the script begins. By default requirements.txt of --source-dir.",
    ),
    click.option(
        "--channel",
        metavar="NAME=PLACE",
        type=assignment,
        multiple=True,
        cls=_SECTION,
        help="Data: local files, or a place on S3, found in /opt/ml/input/data/NAME. Repeat it for each.",
    ),
)
"""`@backend_options` adds the flags to a command."""


class SageMakerSettings(AwsSettings, msgspec.Struct, frozen=True, kw_only=True):
    """All that can be said about jobs on SageMaker; None: not said. Each field is a flag, by its name."""

    source_dir: str | None = None
    requirements: str | None = None
    channel: dict[str, str] = {}


SAGEMAKER_FLAGS = SageMakerSettings.__struct_fields__
_PAIRS = ("env", "aws_tag", "channel")
_OF_THE_BACKEND = {
    "channels": "channel",
    "subnets": "subnet",
    "security_groups": "security_group",
    "environment": "env",
    "pass_environment": "pass_env",
    "tags": "aws_tag",
}
"""Names of fields of `SageMakerBackend` that a file may use, too."""
_LOCAL = ("gpus_per_trial", "python")


def read_table(path: Path, table: Mapping[str, Any]) -> dict[str, Any]:
    """What the table `[sagemaker]` of a file says, by the flags' names; local paths are relative to the file.

    Raises `BadUsage`.
    """
    told: dict[str, Any] = {}
    for key, value in table.items():
        name = normal_name(key).replace("-", "_")
        name = _OF_THE_BACKEND.get(name, name)
        if name not in SAGEMAKER_FLAGS:
            known = [*SAGEMAKER_FLAGS, *_OF_THE_BACKEND]
            raise BadUsage(
                f"{path}: [sagemaker] has a key {key!r} that isn't known{suggestion(name, known)}."
            )
        if name in told:
            raise BadUsage(f"{path}: [sagemaker] says {name!r} twice.")
        told[name] = value
    for name in ("source_dir", "requirements"):
        if isinstance(told.get(name), str):
            told[name] = str(path.parent / told[name])
    if isinstance(told.get("channel"), dict):
        told["channel"] = {name: _beside(path, place) for name, place in told["channel"].items()}
    return told


def _beside(path: Path, place: object) -> object:
    local = isinstance(place, str) and not place.startswith("s3:")
    return str(path.parent / str(place)) if local else place


def with_flags(table: object, flags: Mapping[str, object]) -> dict[str, object]:
    """What a file's table told, with the given flags on top of it; assignments are merged name by name."""
    told = table if isinstance(table, dict) else {}
    given = {name: value for name, value in flags.items() if value not in (None, ())}
    for name in _PAIRS:
        before = told.get(name)
        if name in given:
            pairs = once_each(name, given[name])
            given[name] = {**before, **pairs} if isinstance(before, dict) else pairs
    return {**told, **given}


def check_backend(told: Mapping[str, object], flags: Mapping[str, object]) -> None:
    """Raises `BadUsage` for what makes no sense where the jobs run.

    told: by flags and file. flags: those of SageMaker that were given.
    """
    backend = told.get("backend")
    said = next((name for name, value in flags.items() if value not in (None, ())), None)
    if backend != "sagemaker":
        if said is not None:
            raise BadUsage(
                f"{_flag(said)} is for jobs on SageMaker: add --backend sagemaker, or leave it out."
            )
        if backend is None and told.get("sagemaker"):
            raise BadUsage(
                'The file has a table [sagemaker] and no back end: add backend = "sagemaker" above it, or '
                "give --backend."
            )
        return
    local = next((name for name in _LOCAL if told.get(name) is not None), None)
    if local is not None:
        raise BadUsage(f"{_flag(local)} is for jobs on this machine: leave it out for SageMaker.")


def _flag(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def backend_of(settings: Settings) -> ScriptBackendSpec:
    """Where the jobs run. Raises ValueError, BackendError, or a `BadUsage` for what isn't said."""
    if settings.script is None:
        raise BadUsage('The file names no script: add script = "train.py".')
    if settings.backend == "sagemaker":
        return _on_sagemaker(settings, settings.script)
    return _on_this_machine(settings, settings.script)


def _on_this_machine(settings: Settings, script: str) -> LocalBackend:
    from tunewise.backends.local import LocalBackend

    backend = LocalBackend(script, settings.arguments, gpus_per_trial=settings.gpus_per_trial)
    if settings.stop_grace is not None:
        backend = replace(backend, stop_grace=settings.stop_grace)
    return backend if settings.python is None else replace(backend, python=settings.python)


def _on_sagemaker(settings: Settings, script: str) -> SageMakerBackend:
    said = aws_settings(settings.sagemaker, SageMakerSettings)
    if said.instance_type is None:
        raise BadUsage("SageMaker needs an instance type: give --instance-type, such as ml.g4dn.xlarge.")
    site = site_of(settings.sagemaker, said.instance_type)
    # the script is named from where the command is called, or beside its file, and not within source_dir
    backend = site.backend(os.path.abspath(script), settings.arguments, said.source_dir)
    backend = replace(backend, requirements=said.requirements, channels=said.channel)
    return backend if settings.stop_grace is None else replace(backend, stop_grace=settings.stop_grace)


def with_price(settings: Settings) -> tuple[Settings, str]:
    """The settings with the price of SageMaker's instances where none is said, and what to remark if it isn't
    known."""
    said = settings.price is not None or settings.instance is not None
    if settings.backend != "sagemaker" or said:
        return settings, ""
    from tunewise.prices import PriceError, price_of

    try:
        price = price_of(settings.sagemaker["instance_type"]).hourly
    except PriceError as error:
        return settings, f"Costs are in worker-hours, unless --price says what one costs. {error}"
    return msgspec.structs.replace(settings, price=price), ""
