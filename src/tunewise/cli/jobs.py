"""`tunewise jobs`."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TypeVar

import click
from rich.progress import Progress

from tunewise.backends import spec_class
from tunewise.backends.job_views import Column, ListedJob, Unit
from tunewise.cli.backend_flags import LAUNCH_ON
from tunewise.cli.errors import explained
from tunewise.cli.exits import BadUsage
from tunewise.cli.flags import whole
from tunewise.definition import read_definition
from tunewise.display.console import can_repaint, make_console, stage_of
from tunewise.display.formats import amount, count, duration, gist
from tunewise.display.printing import print_table, say
from tunewise.housekeeping import is_study
from tunewise.paths import ExperimentPaths
from tunewise.studies.plan import read_plan

MOST = 500
FEW = 40  # jobs; looking at them takes a few seconds

Item = TypeVar("Item")


@click.command()
@click.argument("name", required=False)
@click.option(
    "--limit",
    metavar="N",
    type=whole(1, MOST),
    default=20,
    show_default=True,
    help="At most this many jobs, the latest first.",
)
@click.option(
    "--backend",
    metavar="NAME",
    help=f"The engine whose jobs to list. By default that of the experiment, or {LAUNCH_ON}.",
)
@click.option(
    "--region",
    "--at",
    "at",
    metavar="PLACE",
    help="Where to look, such as a Region of AWS. By default where the experiment runs, or what the engine's "
    "own tools find.",
)
def jobs(name: str | None, limit: int, backend: str | None, at: str | None) -> None:
    """Lists the jobs of an engine: all (on Slurm yours), or those of an experiment or a study.

    It shows what the engine's own tools show, in the engine's words: name, status, where and how long a job
    ran, and below the table why jobs wait. The last line adds up the jobs that are shown.

    On SageMaker (AWS or the emulator) it also shows the warm pool (InUse, Available, Reused, Terminated), the
    instance, the billed time, and the cost by the known prices; idle is what a kept instance cost while it
    waited for the next job.
    """
    paths = None if name is None else _paths(name)
    with explained():
        kind = backend or (paths and _kind_of(paths)) or LAUNCH_ON
        columns, looks = spec_class(kind).list_jobs(paths, at, limit + 1)
        listed = [look() for look in _with_progress(looks[:limit])]
    if not listed:
        say("There are no jobs.")
        return
    rows = [*(_row(columns, job) for job in listed), _total(columns, listed)]
    print_table([column.heading for column in columns], rows, _numbers(columns))
    if len(looks) > limit:
        say(f"There are more jobs: --limit shows up to {MOST}.")
    for job in listed:
        if job.why:
            say(f"{job.cells[0]}: {gist(job.why)}")
    for remark in sorted({job.remark for job in listed if job.remark}):
        say(remark)


def _paths(name: str) -> ExperimentPaths:
    try:
        return ExperimentPaths.named(name)
    except ValueError as error:
        raise BadUsage(str(error)) from error


def _kind_of(paths: ExperimentPaths) -> str | None:
    """The back end of an experiment or a study; None if there is neither."""
    if is_study(paths.name):
        return read_plan(paths.name).settings.backend
    return read_definition(paths.definition).backend.get("kind") if paths.definition.exists() else None


def _with_progress(items: Sequence[Item]) -> Iterator[Item]:
    """The items one after the other; if there are many, standard error shows the progress."""
    title = f"Looking at {count(len(items), 'job')}"
    console = make_console(err=True)
    if len(items) <= FEW:
        yield from items
    elif can_repaint(console):
        bar = Progress(console=console)
        with stage_of(bar):
            yield from bar.track(items, description=title)
    else:
        say(f"{title} ...", err=True)
        yield from items


def _numbers(columns: Sequence[Column]) -> frozenset[str]:
    return frozenset(column.heading for column in columns if column.unit in (Unit.SECONDS, Unit.MONEY))


def _row(columns: Sequence[Column], job: ListedJob) -> tuple[str, ...]:
    return tuple(_cell(column, value) for column, value in zip(columns, job.cells, strict=True))


def _cell(column: Column, value: str | float | datetime | None) -> str:
    if value is None or value == "":
        return "-"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, str):
        return value
    return duration(value) if column.unit is Unit.SECONDS else amount(value)


def _total(columns: Sequence[Column], jobs: Sequence[ListedJob]) -> tuple[str, ...]:
    """The sum of each column of numbers, as far as they are known."""
    cells = [f"all {count(len(jobs), 'job')}"]
    for index, column in enumerate(columns[1:], start=1):
        if column.heading not in _numbers(columns):
            cells.append("")
            continue
        known = [value for job in jobs if isinstance(value := job.cells[index], (int, float))]
        cells.append(_cell(column, sum(known) if known else None))
    return tuple(cells)
