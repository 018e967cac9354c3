"""`tunewise study`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tunewise.cli.backends import known, refuse_others, registered, setting_options
from tunewise.cli.exits import BadUsage, Exit
from tunewise.cli.limits import price_of_flags, price_options
from tunewise.cli.output import outliving_its_reader
from tunewise.cli.parameters import delay, whole
from tunewise.cli.sections import SectionedCommand, section
from tunewise.cli.study_flags import StudyFlags, study_options

if TYPE_CHECKING:
    from tunewise.studies.plan import Plan
    from tunewise.studies.spec import StudySpec

SIMULATED = "simulated"
_RUN = section("How it runs")


@click.command(cls=SectionedCommand)
@click.argument("source", metavar="FILE|FOLDER", type=click.Path(exists=True))
@study_options
@click.option(
    "--backend",
    type=click.Choice([SIMULATED, *registered()]),
    default=SIMULATED,
    cls=_RUN,
    help="Where jobs run. By default simulated. Tuners run beside this command; `tunewise launch` has them "
    "run elsewhere.",
)
@click.option(
    "--start-delay",
    metavar="TIME",
    type=delay,
    cls=_RUN,
    help="Time from the start of a simulated job to its training. By default as recorded.",
)
@click.option(
    "--jobs",
    metavar="N",
    type=whole(1),
    cls=_RUN,
    help="Experiments at once. By default as many as the machine holds.",
)
@price_options
@setting_options
@outliving_its_reader()
def study(
    source: str,
    backend: str,
    start_delay: float | None,
    jobs: int | None,
    price: float | None,
    instance: str | None,
    pay_idle: bool | None,
    **flags: object,
) -> None:
    """Compares methods: an experiment for each method, number of workers and seed, and their figures.

    FILE is Python with a dict `methods` of functions by name, each from tunewise.studies.MethodArguments to a
    method; a FOLDER has it in baselines.py. What is finished stays, so that the same command goes on with a
    study after an interruption, and with more seeds it adds to it.

    \b
    tunewise study examples/tmlr10 --experiment_tag try \\
        --n_workers 2,4,8 --num_seeds 5
    """
    from tunewise.backends import spec_class
    from tunewise.cli import studying
    from tunewise.cli.backends import for_benchmarks
    from tunewise.cli.errors import explained, usage
    from tunewise.cli.setup import price_there
    from tunewise.studies.launching import only_one
    from tunewise.studies.plan import joined_plan, keep_plan
    from tunewise.studies.spec import load_spec

    told = StudyFlags.of(flags)
    with explained():
        spec: StudySpec = load_spec(Path(source))
        price = price_of_flags(price, instance)
        site: dict[str, Any] | None = None
        refuse_others(flags, backend)
        if start_delay is not None and backend != SIMULATED:
            raise BadUsage(f"--start-delay is for simulated jobs: leave it out with --backend {backend}.")
        if backend in known():
            with usage():
                trainings = for_benchmarks(backend, flags)
            site, price = trainings.options(), price or price_there(trainings)[0]
        settings = told.settings(source, backend, price, bool(pay_idle), start_delay, site)
        plan: Plan = told.plan(settings, spec)
        joined = joined_plan(plan)  # refused, it leaves nothing behind
        if spec_class(backend).computes_locally():
            told.refuse_unasked_hours(plan, spec)
        if told.only_forecast:
            studying.tell_forecast(joined, spec, jobs)
            return
        with only_one(plan):
            failed = studying.run(keep_plan(plan), spec, jobs, told.rerun_failed)
    if failed:
        click.get_current_context().exit(Exit.FAILED)
