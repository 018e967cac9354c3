"""`tunewise launch`."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import click

from tunewise.cli.backends import (
    ELSEWHERE,
    Shared,
    known,
    owned,
    refuse,
    refuse_others,
    registered,
    setting_options,
    telling,
)
from tunewise.cli.limits import Money
from tunewise.cli.output import outliving_its_reader
from tunewise.cli.parameters import declared
from tunewise.cli.sections import Decorated, SectionedCommand, section
from tunewise.cli.study import SIMULATED
from tunewise.cli.study_flags import StudyFlags, study_options
from tunewise.options import from_flags, settings_of
from tunewise.studies.shared_home import tuners_class

_TITLE = "How it runs"
_RUN = section(_TITLE)


@cache
def terms() -> Mapping[str, Shared]:
    """What can be said of tuners alone, by flag, and on which back ends."""
    return owned({kind: settings_of(tuners_class(kind).terms) for kind in known()})


def terms_options(decorated: Decorated) -> Decorated:
    """Adds what can be said of tuners alone."""
    return declared(_TITLE, map(telling, terms().values()))(decorated)


@click.command(cls=SectionedCommand)
@click.argument("source", metavar="FILE|FOLDER", type=click.Path(exists=True))
@study_options
@click.option(
    "--on",
    type=click.Choice(list(registered())),
    default=ELSEWHERE,
    cls=_RUN,
    help=f"Where the tuners run. By default {ELSEWHERE}.",
)
@click.option(
    "--backend",
    type=click.Choice([SIMULATED, *registered()]),
    cls=_RUN,
    help="Where their jobs run, seen from them. By default there, too.",
)
@terms_options
@declared("Money", [settings_of(Money)["price"]])
@click.option("--yes", "-y", is_flag=True, cls=_RUN, help="Start without asking.")
@click.option(
    "--dry-run",
    is_flag=True,
    cls=_RUN,
    help="Say what would be submitted for one tuner; start nothing.",
)
@setting_options
@outliving_its_reader()
def launch(
    source: str,
    on: str,
    backend: str | None,
    price: float | None,
    yes: bool,
    dry_run: bool,
    **flags: object,
) -> None:
    """Runs a study on SageMaker or a cluster: each experiment's tuner is a job, which starts jobs for its
    trials.

    FILE or FOLDER as for `tunewise study`; it goes with the jobs, where they don't share this machine's
    files. Nothing here has to stay on: `tunewise jobs TAG` shows what runs, `tunewise fetch TAG` brings what
    was found so far and compares it. The same command again goes on with experiments whose tuner has ended
    too early, and with more seeds it adds to the study.

    \b
    tunewise launch examples/tmlr10 --experiment_tag try --method ASHA,MOBSTER \\
        --n_workers 4 --num_seeds 5 --warm_pool 1 --s3 s3://my-bucket/tunewise \\
        --role arn:aws:iam::123456789012:role/training
    tunewise launch examples/tmlr10 --experiment_tag try --on slurm \\
        --partition gpu --gpus-per-trial 1 --tuner partition=cpu
    tunewise rehearse -- tunewise launch examples/tmlr10 ...
    """
    from tunewise.backends import spec_class
    from tunewise.benchmarks.definitions import size_or_default
    from tunewise.cli import launching
    from tunewise.cli.backends import for_benchmarks
    from tunewise.cli.errors import explained, usage
    from tunewise.cli.setup import price_there
    from tunewise.studies.plan import joined_plan
    from tunewise.studies.spec import load_spec

    flagged, kind = StudyFlags.of(flags), backend or on
    with explained(), usage():
        # the size is that of the environment here
        told = replace(flagged, size=size_or_default(flagged.size))
        way = tuners_class(on)
        refuse(flags, terms(), on, "tuners", "--on")
        refuse_others(flags, kind)
        site: dict[str, Any] | None = None
        if kind in known():
            trainings = for_benchmarks(kind, flags)
            site, price = trainings.options(), price or price_there(trainings)[0]
        site = way.options(kind, site or {})
        spec = load_spec(Path(source))
        settings = told.settings(source, kind, price, site=site, tuners=on)
        plan = joined_plan(told.plan(settings, spec))
        tuners = way(plan, from_flags(way.terms, flags))
        tuners.check(spec)
        if spec_class(on).computes_locally():
            flagged.refuse_unasked_hours(plan, spec)
    with explained():
        launching.launch(plan, tuners, told.rerun_failed, told.only_forecast, dry_run, ask=not yes)
