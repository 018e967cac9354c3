"""`tunewise launch`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from tunewise.backends.sagemaker import SageMakerBackend
from tunewise.backends.sagemaker.site import Site
from tunewise.backends.sagemaker.spec import REHEARSAL_VARIABLE
from tunewise.cli.output import outliving_its_reader
from tunewise.cli.parameters import declared, positive, whole
from tunewise.cli.sections import SectionedCommand, section
from tunewise.cli.study_flags import StudyFlags, study_options

if TYPE_CHECKING:
    from collections.abc import Mapping

VOLUME = 30  # GB of a tuner, which keeps no data and no checkpoints, however large those of the trials are
_RUN = section("How it runs")
_SITE = [
    setting
    for setting in SageMakerBackend.settings().values()
    if setting.name in (*Site.__struct_fields__, *SageMakerBackend.besides)
]


@click.command(cls=SectionedCommand)
@click.argument("source", metavar="FILE|FOLDER", type=click.Path(exists=True))
@study_options
@click.option(
    "--tuner-instance-type",
    metavar="TYPE",
    default="ml.c5.xlarge",
    cls=_RUN,
    help="Of the jobs that are tuners; they need no GPU. By default ml.c5.xlarge.",
)
@click.option("--tuner-image", metavar="URI", cls=_RUN, help="Of these jobs. By default AWS's for PyTorch.")
@click.option(
    "--tuner-role",
    metavar="ARN",
    cls=_RUN,
    help="Of these jobs, which must be allowed to start jobs. By default that of --role.",
)
@click.option(
    "--price",
    metavar="COST",
    type=positive,
    cls=_RUN,
    help="Money for a worker-hour. By default the price of the instance type, if it is known.",
)
@click.option(
    "--total-quota",
    metavar="N",
    type=whole(1),
    cls=_RUN,
    help="Instances that the account may have at a time over all training jobs. Tuners that would leave none "
    "to their jobs aren't started then.",
)
@click.option("--yes", "-y", is_flag=True, cls=_RUN, help="Start without asking.")
@declared("On SageMaker", _SITE)
@outliving_its_reader()
def launch(
    source: str,
    tuner_instance_type: str,
    tuner_image: str | None,
    tuner_role: str | None,
    price: float | None,
    total_quota: int | None,
    yes: bool,
    **flags: object,
) -> None:
    """Runs a study on SageMaker: each experiment's tuner is a job, which starts jobs for its trials.

    FILE or FOLDER as for `tunewise study`; it goes with the jobs. Nothing here has to stay on: `tunewise jobs
    TAG` shows what runs, `tunewise fetch TAG` brings what was found so far and compares it. The same command
    again goes on with experiments whose tuner has ended too early, and with more seeds it adds to the study.

    \b
    tunewise launch examples/tmlr10 --experiment_tag try --method ASHA,MOBSTER \\
        --n_workers 4 --num_seeds 5 --warm_pool 1 --s3 s3://my-bucket/tunewise \\
        --role arn:aws:iam::123456789012:role/training
    tunewise rehearse -- tunewise launch examples/tmlr10 ...
    """
    from tunewise.backends.sagemaker.clients import make_clients
    from tunewise.benchmarks.definitions import SAGEMAKER_INSTANCE, size_or_default
    from tunewise.cli import launching
    from tunewise.cli.errors import explained, usage
    from tunewise.studies.plan import joined_plan
    from tunewise.studies.spec import load_spec
    from tunewise.studies.staging import check_sources

    flagged = StudyFlags.of(flags)
    with explained(), usage():
        # the size is that of the environment here
        told = msgspec.structs.replace(flagged, size=size_or_default(flagged.size))
        site = _site({"instance_type": SAGEMAKER_INSTANCE.kind, **_given(flags)})
        region = make_clients(site.region).region
        # that of the tuners, wherever this is called
        site = msgspec.structs.replace(site, region=region)
        spec = load_spec(Path(source))
        price = price or launching.hourly(site.instance_type)
        settings = told.settings(source, "sagemaker", price, site=site)
        plan = joined_plan(told.plan(settings, spec))
        check_sources(plan, spec)
        if os.environ.get(REHEARSAL_VARIABLE):
            flagged.refuse_unasked_hours(plan, spec)
        tuners = _tuners(site, region, tuner_instance_type, tuner_image, tuner_role)
    with explained():
        launching.launch(plan, tuners, told.rerun_failed, told.only_forecast, not yes, total_quota)


def _given(flags: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in flags.items() if value is not None}


def _site(told: Mapping[str, object]) -> Site:
    """Where the trials' jobs run, whatever their script. Raises BackendError for what isn't said."""
    site = Site(**SageMakerBackend.completed(SageMakerBackend.said(told)))
    channels = {
        name: at if at.startswith("s3:") else os.path.abspath(at) for name, at in site.channels.items()
    }
    return msgspec.structs.replace(site, channels=channels)


def _tuners(site: Site, region: str, instance_type: str, image: str | None, role: str | None) -> Site:
    """Where the tuners run: as the jobs that they start, but on instances of their own that nobody takes
    away, of no plan, for which they wait. Raises ValueError for what SageMaker would refuse."""
    from tunewise.backends.sagemaker.images import default_image
    from tunewise.cli.errors import in_flags
    from tunewise.studies.tuner_job import PROGRAM

    tuners = msgspec.structs.replace(
        site,
        instance_type=instance_type,
        image=image or default_image(region, instance_type),
        role=role or site.role,
        volume_gb=VOLUME,
        keep_alive=0,
        spot=False,
        max_pending=None,
        training_plan=None,
        channels={},
    )
    try:
        tuners.backend(PROGRAM)  # which refuses what SageMaker would
    except ValueError as error:
        raise ValueError(in_flags(str(error), "--tuner-")) from error
    return tuners
