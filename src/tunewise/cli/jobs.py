"""`tunewise jobs`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import click

from tunewise.cli.exits import BadUsage
from tunewise.cli.parameters import whole
from tunewise.display.printing import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tunewise.backends.sagemaker.account import Account, Found, Row

HEADINGS = ("job", "status", "secondary", "warm pool", "instance", "billed", "idle", "cost", "created")
BEFORE = ("Starting", "Pending")  # secondary statuses of jobs that have no instance yet
NUMBERS = frozenset({"billed", "idle", "cost"})
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
@click.option("--region", help="By default that of the experiment, or else what boto3 finds.")
def jobs(name: str | None, limit: int, region: str | None) -> None:
    """Lists training jobs on SageMaker: all of the account, or those of an experiment or a study.

    It shows what one sees at the console, on AWS as on the emulator: statuses, the warm pool (InUse,
    Available, Reused, Terminated), the instance, what is billed, and what it costs by the prices that are
    known; idle is what a kept instance was paid for while it waited for the next job. The last line adds up
    the jobs that are shown.
    """
    from tunewise.backends.sagemaker.account import Account
    from tunewise.backends.sagemaker.clients import make_clients
    from tunewise.cli.errors import explained
    from tunewise.display.printing import print_table

    with explained():
        found: list[tuple[Found, Account]] = []
        for where, texts in ({region: [""]} if name is None else _sought(name, region)).items():
            account = Account(make_clients(where).sagemaker)
            found += [(each, account) for text in texts for each in account.latest(limit + 1, text)]
        found.sort(key=lambda pair: pair[0], reverse=True)
        rows = [account.look_at(job.name) for job, account in _shown(found[:limit])]
    if not rows:
        say("There are no training jobs.")
        return
    print_table(HEADINGS, [*map(_cells, rows), _total(rows)], NUMBERS)
    if len(found) > limit:
        say(f"There are more jobs: --limit shows up to {MOST}.")
    _tell_reasons(rows)
    _tell_lacking_prices(rows)


def _shown(items: list[Item]) -> Iterator[Item]:
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


def _sought(name: str, region: str | None) -> dict[str | None, list[str]]:
    """What the names of the jobs of an experiment, or of all experiments of a study, contain, by Region."""
    from tunewise.backends.sagemaker.identity import identities_of
    from tunewise.paths import ExperimentPaths

    try:
        paths = ExperimentPaths.named(name)
    except ValueError as error:
        raise BadUsage(str(error)) from error
    sought: dict[str | None, list[str]] = {}
    for identity in identities_of(paths):
        sought.setdefault(region or identity.region, []).append(f"{identity.experiment}-")
    if not sought:
        raise BadUsage(f"No experiment of {name} had jobs on SageMaker: leave the name out to see all jobs.")
    return sought


def _cells(row: Row) -> tuple[str, ...]:
    return (
        row.name,
        row.status,
        row.secondary,
        row.pool or "-",
        f"{row.instance} spot" if row.spot else row.instance,
        *_amounts([row]),
        f"{row.created:%Y-%m-%d %H:%M}",
    )


def _total(rows: list[Row]) -> tuple[str, ...]:
    from tunewise.display.formats import count

    return (f"all {count(len(rows), 'job')}", "", "", "", "", *_amounts(rows), "")


def _amounts(rows: list[Row]) -> tuple[str, str, str]:
    """Billed and idle time and their cost, each as far as it is known."""
    from tunewise.display.formats import amount, duration

    billed = [row.billable for row in rows if row.billable is not None]
    idle = [row.idle for row in rows if row.idle is not None]
    costs = [cost for cost in map(_cost, rows) if cost is not None]
    return (
        duration(sum(billed)) if billed else "-",
        duration(sum(idle)) if idle else "-",
        amount(sum(costs)) if costs else "-",
    )


def _cost(row: Row) -> float | None:
    """Money for the job and its instance's idle time; None if that isn't known."""
    from tunewise.prices import PriceError, price_of

    if row.billable is None and row.idle is None:
        return None
    try:
        hourly = price_of(row.instance).hourly
    except PriceError:
        return None
    return ((row.billable or 0) + (row.idle or 0)) / 3600 * hourly


def _tell_reasons(rows: list[Row]) -> None:
    from tunewise.display.formats import gist

    for row in rows:
        why = row.reason or (row.message if row.secondary in BEFORE else "")
        if why:
            say(f"{row.name}: {gist(why)}")


def _tell_lacking_prices(rows: list[Row]) -> None:
    from tunewise.prices import PriceError, price_of

    for instance in sorted({row.instance for row in rows if row.billable or row.idle}):
        try:
            price_of(instance)
        except PriceError as error:
            say(str(error))
