"""`tunewise jobs`."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TypeVar

import click

from tunewise.backends.job_views import Column, ListedJob
from tunewise.cli.backends import ELSEWHERE
from tunewise.cli.exits import BadUsage
from tunewise.cli.parameters import whole
from tunewise.display.printing import say
from tunewise.paths import ExperimentPaths

MOST = 500
FEW = 40  # jobs, which are looked at in some seconds

Item = TypeVar("Item")


@click.command()
@click.argument("name", required=False)
@click.option(
    "--limit",
    metavar="N",
    type=whole(1, MOST),
    default=20,
    show_default=True,
    help="So many jobs at most, the latest first.",
)
@click.option(
    "--backend",
    metavar="NAME",
    help=f"The engine whose jobs to list. By default that of the experiment, or {ELSEWHERE}.",
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
    """Lists the jobs that an engine has: all (on Slurm yours), or those of an experiment or a study.

    It shows what one sees with the engine's own tools, in the engine's words: name, status, where and how
    long a job ran, and below the table why jobs wait. The last line adds up the jobs that are shown.

    On SageMaker, AWS as the emulator, it shows the warm pool, too (InUse, Available, Reused, Terminated), the
    instance, what is billed, and what it costs by the prices that are known; idle is what a kept instance was
    paid for while it waited for the next job.
    """
    from tunewise.backends import spec_class
    from tunewise.cli.errors import explained
    from tunewise.display.printing import print_table

    paths = None if name is None else _named(name)
    with explained():
        kind = backend or (paths and _kind_of(paths)) or ELSEWHERE
        columns, looks = spec_class(kind).list_jobs(paths, at, limit + 1)
        found = [look() for look in _shown(looks[:limit])]
    if not found:
        say("There are no jobs.")
        return
    rows = [*(_cells(columns, job) for job in found), _total(columns, found)]
    print_table([column.heading for column in columns], rows, _numbers(columns))
    if len(looks) > limit:
        say(f"There are more jobs: --limit shows up to {MOST}.")
    _tell_reasons(found)


def _named(name: str) -> ExperimentPaths:
    from tunewise.paths import ExperimentPaths

    try:
        return ExperimentPaths.named(name)
    except ValueError as error:
        raise BadUsage(str(error)) from error


def _kind_of(paths: ExperimentPaths) -> str | None:
    """The back end of an experiment or a study; None where there is neither."""
    from tunewise.definition import read_definition
    from tunewise.housekeeping import is_study
    from tunewise.studies.plan import read_plan

    if is_study(paths.name):
        return read_plan(paths.name).settings.backend
    return read_definition(paths.definition).backend.get("kind") if paths.definition.exists() else None


def _shown(items: Sequence[Item]) -> Iterator[Item]:
    """The same one after the other, with their progress on standard error where there are many."""
    from tunewise.display.console import can_repaint, make_console, stage_of
    from tunewise.display.formats import count

    what = f"Looking at {count(len(items), 'job')}"
    console = make_console(err=True)
    if len(items) <= FEW:
        yield from items
    elif can_repaint(console):
        from rich.progress import Progress

        bar = Progress(console=console)
        with stage_of(bar):
            yield from bar.track(items, description=what)
    else:
        say(f"{what} ...", err=True)
        yield from items


def _numbers(columns: Sequence[Column]) -> frozenset[str]:
    from tunewise.backends.job_views import Unit

    return frozenset(column.heading for column in columns if column.unit in (Unit.SECONDS, Unit.MONEY))


def _cells(columns: Sequence[Column], job: ListedJob) -> tuple[str, ...]:
    return tuple(_cell(column, value) for column, value in zip(columns, job.cells, strict=True))


def _cell(column: Column, value: str | float | datetime | None) -> str:
    from tunewise.backends.job_views import Unit
    from tunewise.display.formats import amount, duration

    if value is None or value == "":
        return "-"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, str):
        return value
    return duration(value) if column.unit is Unit.SECONDS else amount(value)


def _total(columns: Sequence[Column], jobs: Sequence[ListedJob]) -> tuple[str, ...]:
    """The sums, each of what is known."""
    from tunewise.display.formats import count

    told = [f"all {count(len(jobs), 'job')}"]
    for number, column in enumerate(columns[1:], start=1):
        if column.heading not in _numbers(columns):
            told.append("")
            continue
        known = [value for job in jobs if isinstance(value := job.cells[number], (int, float))]
        told.append(_cell(column, sum(known) if known else None))
    return tuple(told)


def _tell_reasons(jobs: Sequence[ListedJob]) -> None:
    from tunewise.display.formats import gist

    for job in jobs:
        if job.why:
            say(f"{job.cells[0]}: {gist(job.why)}")
    for remark in sorted({job.remark for job in jobs if job.remark}):
        say(remark)
