"""The flags of jobs on SageMaker, and from what they say to where jobs run."""

from __future__ import annotations

import math
import os
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import click
import msgspec

from tunewise.cli.exits import BadUsage
from tunewise.cli.parameters import assignment, checked, once_each, seconds, whole
from tunewise.cli.sections import all_of, section

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tunewise.backends.sagemaker.site import Site

ROLE_VARIABLE = "TUNEWISE_SAGEMAKER_ROLE"
S3_VARIABLE = "TUNEWISE_SAGEMAKER_S3"
REHEARSAL_VARIABLE = "TUNEWISE_REHEARSAL"
"""Set where AWS is an emulator on this machine, so that this machine does what the jobs do."""
IMAGE_VARIABLE = "TUNEWISE_SAGEMAKER_IMAGE"
KEEP_ALIVE = 600
"""Seconds for which an instance is kept where only `--warm-pool 1` is said."""

_SECTION = section("On SageMaker")

aws_options = all_of(
    click.option(
        "--role",
        metavar="ARN",
        cls=_SECTION,
        help=f"The role that the jobs get. By default ${ROLE_VARIABLE}.",
    ),
    click.option(
        "--s3",
        metavar="s3://BUCKET/PREFIX",
        cls=_SECTION,
        help=f"Where everything goes; the bucket must be there. By default ${S3_VARIABLE}.",
    ),
    click.option(
        "--image",
        metavar="URI",
        cls=_SECTION,
        help=f"The container's image. By default ${IMAGE_VARIABLE}, or else AWS's own with PyTorch.",
    ),
    click.option(
        "--instance-type", metavar="TYPE", cls=_SECTION, help="Of each job, such as ml.g4dn.xlarge."
    ),
    click.option("--region", cls=_SECTION, help="By default what boto3 finds."),
    click.option(
        "--warm-pool",
        metavar="0|1",
        type=click.Choice(["0", "1"]),
        cls=_SECTION,
        help="1: an instance is kept for the next job, for 10 minutes.",
    ),
    click.option(
        "--keep-alive", metavar="TIME", type=seconds, cls=_SECTION, help="The same, for so long: 30m."
    ),
    click.option(
        "--spot/--on-demand",
        default=None,
        cls=_SECTION,
        help="Cheaper instances that may be taken away; jobs go on from their last checkpoint.",
    ),
    click.option(
        "--training-plan",
        metavar="ARN",
        cls=_SECTION,
        help="A plan with reserved instances, which the jobs get.",
    ),
    click.option(
        "--volume-gb",
        metavar="N",
        type=whole(1),
        cls=_SECTION,
        help="The disk of each job. By default 30.",
    ),
    click.option(
        "--max-run",
        metavar="TIME",
        type=seconds,
        cls=_SECTION,
        help="A job that runs for longer has failed. By default 1d.",
    ),
    click.option(
        "--max-pending",
        metavar="TIME",
        type=seconds,
        cls=_SECTION,
        help="A job that waits for longer for a GPU is asked for again, three times. At least 30m.",
    ),
    click.option("--subnet", metavar="ID", multiple=True, cls=_SECTION, help="Of a VPC. Repeat it for each."),
    click.option(
        "--security-group", metavar="ID", multiple=True, cls=_SECTION, help="Of a VPC. Repeat it for each."
    ),
    click.option(
        "--env",
        metavar="NAME=VALUE",
        type=assignment,
        multiple=True,
        cls=_SECTION,
        help="A variable of the jobs; no secrets, as it is kept in files. Repeat it for each.",
    ),
    click.option(
        "--pass-env",
        metavar="NAME",
        multiple=True,
        cls=_SECTION,
        help="A variable that the jobs get from the tuner's environment, as a secret. Repeat it for each.",
    ),
    click.option(
        "--aws-tag",
        metavar="KEY=VALUE",
        type=assignment,
        multiple=True,
        cls=_SECTION,
        help="A tag of the jobs. Repeat it for each.",
    ),
)
"""`@aws_options` adds the flags of SageMaker to a command; `site_of` reads them."""


class AwsSettings(msgspec.Struct, frozen=True, kw_only=True):
    """All that can be said about where jobs run; None: not said. Each field is a flag, by its name."""

    role: str | None = None
    s3: str | None = None
    image: str | None = None
    instance_type: str | None = None
    region: str | None = None
    warm_pool: Literal[0, 1] | None = None
    keep_alive: float | None = None
    spot: bool = False
    training_plan: str | None = None
    volume_gb: int = 30
    max_run: float = 24 * 3600.0
    max_pending: float | None = None
    subnet: tuple[str, ...] = ()
    security_group: tuple[str, ...] = ()
    env: dict[str, str] = {}
    pass_env: tuple[str, ...] = ()
    aws_tag: dict[str, str] = {}


Said = TypeVar("Said", bound=AwsSettings)


def site_of(told: Mapping[str, object], instance_type: str) -> Site:
    """Where jobs run, by what flags or a file said, under the flags' names; other names are passed over.

    instance_type: if none is said. Raises BadUsage for what is lacking, and BackendError where no image or
    Region is found.
    """
    from tunewise.backends.sagemaker.site import Site

    said = aws_settings(told, AwsSettings)
    instance_type = said.instance_type or instance_type
    return Site(
        role=_needed(said.role, ROLE_VARIABLE, "a role for the jobs", "--role"),
        s3=_needed(said.s3, S3_VARIABLE, "a place for code, reports and checkpoints", "--s3"),
        image=said.image or os.environ.get(IMAGE_VARIABLE) or _image(said.region, instance_type),
        instance_type=instance_type,
        region=said.region,
        volume_gb=said.volume_gb,
        keep_alive=_keep_alive(said),
        spot=said.spot,
        training_plan=said.training_plan,
        max_run=math.ceil(said.max_run),
        max_pending=None if said.max_pending is None else math.ceil(said.max_pending),
        subnets=said.subnet,
        security_groups=said.security_group,
        environment=said.env,
        pass_environment=said.pass_env,
        tags=said.aws_tag,
    )


def aws_settings(told: Mapping[str, object], kind: type[Said]) -> Said:
    """What was told of the fields of `kind`, with its types checked. Raises BadUsage."""
    said = {name: told[name] for name in kind.__struct_fields__ if told.get(name) not in (None, ())}
    plain = {}
    for name, value in said.items():
        try:
            plain[name] = checked(kind, name, _plain(name, value))
        except ValueError as error:
            raise BadUsage(f"{name} of SageMaker {error}.") from error
    return msgspec.convert(plain, kind)


def _plain(name: str, value: Any) -> object:  # noqa: ANN401 - of a file, or of a flag
    """A value of a flag as a file would hold it."""
    if isinstance(value, tuple) and isinstance(value[0], tuple):
        return once_each(name, value)
    return int(value) if name == "warm_pool" and value in ("0", "1", True, False) else value


def _needed(said: str | None, variable: str, what: str, flag: str) -> str:
    found = said or os.environ.get(variable)
    if not found:
        raise BadUsage(f"SageMaker needs {what}: give {flag}, or set {variable}.")
    return found


def _keep_alive(said: AwsSettings) -> int:
    if said.warm_pool == 0 and said.keep_alive:
        raise BadUsage("--keep-alive is for a warm pool: leave out --warm-pool 0, or --keep-alive.")
    return math.ceil(said.keep_alive or 0) or (KEEP_ALIVE if said.warm_pool else 0)


def _image(region: str | None, instance_type: str) -> str:
    from tunewise.backends.sagemaker.images import default_image

    return default_image(region or _found_region(), instance_type)


def _found_region() -> str:
    from tunewise.backends.base import BackendError

    try:
        import boto3
    except ImportError as error:
        raise BackendError("SageMaker needs boto3: install it with pip install 'tunewise[aws]'.") from error
    from tunewise.backends.sagemaker.calls import translated

    with translated("Looking for the Region"):
        region = boto3.Session().region_name
    if not region:
        raise BackendError("No AWS Region is set: name one with --region, or set AWS_DEFAULT_REGION.")
    return str(region)
