"""`tunewise study`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tunewise.cli.exits import Exit
from tunewise.cli.grid import Grid, grid_options
from tunewise.cli.limits import price_of_flags, price_options
from tunewise.cli.output import outliving_its_reader
from tunewise.cli.parameters import delay
from tunewise.cli.sections import SectionedCommand, section

if TYPE_CHECKING:
    from tunewise.studies.plan import Plan
    from tunewise.studies.spec import StudySpec

_RUN = section("How it runs")


@click.command(cls=SectionedCommand)
@click.argument("source", metavar="FILE|FOLDER", type=click.Path(exists=True))
@grid_options
@click.option(
    "--backend",
    type=click.Choice(["simulated", "local"]),
    default="simulated",
    cls=_RUN,
    help="By default simulated; `tunewise launch` is for SageMaker.",
)
@click.option(
    "--size", metavar="NAME", cls=_RUN, help="Of a real benchmark: full, laptop or ci. By default full."
)
@click.option(
    "--start-delay", metavar="TIME", type=delay, cls=_RUN, help="Of simulated jobs. By default as recorded."
)
@click.option(
    "--max-failures",
    metavar="N",
    type=click.IntRange(min=1),
    default=3,
    cls=_RUN,
    help="So many trials that fail before one goes well end an experiment. By default 3.",
)
@click.option(
    "--max-cost",
    metavar="COST",
    type=click.FloatRange(min=0, min_open=True),
    cls=_RUN,
    help="Of each experiment.",
)
@click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(min=1),
    cls=_RUN,
    help="Experiments at once. By default as many as the machine holds.",
)
@click.option("--rerun-failed", is_flag=True, cls=_RUN, help="Run those anew that failed.")
@click.option(
    "--forecast", "only_forecast", is_flag=True, cls=_RUN, help="Say what it will take, and run nothing."
)
@price_options
@outliving_its_reader()
def study(
    source: str,
    backend: str,
    size: str | None,
    start_delay: float | None,
    max_failures: int,
    max_cost: float | None,
    jobs: int | None,
    rerun_failed: bool,
    only_forecast: bool,
    price: float | None,
    instance: str | None,
    pay_idle: bool | None,
    **grid: object,
) -> None:
    """Compares methods: an experiment for each method, number of workers and seed, and their figures.

    FILE is Python with a dict `methods` of functions by name, each from tunewise.studies.MethodArguments to a
    method; a FOLDER has it in baselines.py. What is finished stays, so that the same command goes on with a
    study after an interruption, and with more seeds it adds to it.

    \b
    tunewise study examples/tmlr10 --experiment_tag try --n_workers 2,4,8 --num_seeds 5
    """
    from tunewise.cli import studying
    from tunewise.cli.errors import explained
    from tunewise.studies.plan import Settings, joined_plan, keep_plan
    from tunewise.studies.spec import load_spec

    cells = Grid.of(grid)
    with explained():
        spec: StudySpec = load_spec(Path(source))
        settings = Settings(
            source=os.path.abspath(source),
            backend="local" if backend == "local" else "simulated",
            size=size,
            random_seed=cells.random_seed,
            max_failures=max_failures,
            price=price_of_flags(price, instance) or 1.0,
            pay_idle=bool(pay_idle),
            max_cost=max_cost,
            start_delay=start_delay,
        )
        plan: Plan = cells.plan(settings, spec)
        if only_forecast:
            studying.tell_forecast(joined_plan(plan), spec, jobs)
            return
        plan = keep_plan(plan)
        failed = studying.run(plan, spec, jobs, rerun_failed)
    if failed:
        click.get_current_context().exit(Exit.FAILED)
