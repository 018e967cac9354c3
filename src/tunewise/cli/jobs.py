"""`tunewise jobs`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tunewise.cli.exits import BadUsage
from tunewise.cli.output import outliving_its_reader

if TYPE_CHECKING:
    from tunewise.backends.sagemaker.account import Row

HEADINGS = ("job", "status", "secondary", "warm pool", "instance", "billed", "idle", "cost", "created")
NUMBERS = frozenset({"billed", "idle", "cost"})
MOST = 500


@click.command()
@click.argument("name", required=False)
@click.option(
    "--limit",
    metavar="N",
    type=click.IntRange(1, MOST),
    default=20,
    show_default=True,
    help="So many jobs at most, the latest first.",
)
@click.option("--region", help="By default that of the experiment, or else what boto3 finds.")
@outliving_its_reader()
def jobs(name: str | None, limit: int, region: str | None) -> None:
    """Lists training jobs on SageMaker: all of the account, or those of an experiment or a study.

    It shows what one sees at the console, on AWS as on the emulator: statuses, the warm pool (InUse,
    Available, Reused, Terminated), the instance, what is billed, and what it costs by the prices that are
    known; idle is what a kept instance was paid for while it waited for the next job.
    """
    from tunewise.backends.sagemaker.account import latest_jobs
    from tunewise.backends.sagemaker.calls import BusyError
    from tunewise.backends.sagemaker.clients import make_clients
    from tunewise.cli.errors import explained
    from tunewise.cli.tables import print_table

    with explained():
        sought = {region: [""]} if name is None else _sought(name, region)
        try:
            rows: list[Row] = []
            for where, texts in sought.items():
                client = make_clients(where).sagemaker
                rows += [row for text in texts for row in latest_jobs(client, limit, text)]
        except BusyError as error:
            raise BadUsage(f"AWS can't be asked just now ({error}): try again.") from error
    rows = sorted(rows, key=lambda row: row.created, reverse=True)[:limit]
    if not rows:
        click.echo("There are no training jobs.")
        return
    print_table(HEADINGS, map(_cells, rows), NUMBERS)
    _tell_reasons(rows)


def _sought(name: str, region: str | None) -> dict[str | None, list[str]]:
    """What the names of the jobs of an experiment, or of all experiments of a study, contain, by Region."""
    from tunewise.backends.paths import ExperimentPaths, experiment_names
    from tunewise.backends.sagemaker.identity import identity_of

    try:
        paths = [ExperimentPaths.named(each) for each in (name, *experiment_names(name))]
    except ValueError as error:
        raise BadUsage(str(error)) from error
    sought: dict[str | None, list[str]] = {}
    for identity in filter(None, map(identity_of, paths)):
        sought.setdefault(region or identity.region, []).append(f"{identity.experiment}-")
    if not sought:
        raise BadUsage(f"No experiment of {name} had jobs on SageMaker: leave the name out to see all jobs.")
    return sought


def _cells(row: Row) -> tuple[str, ...]:
    from tunewise.cli.formats import amount, duration

    cost = _cost(row)
    return (
        row.name,
        row.status,
        row.secondary,
        row.pool or "-",
        f"{row.instance} spot" if row.spot else row.instance,
        "-" if row.billable is None else duration(row.billable),
        "-" if row.idle is None else duration(row.idle),
        "-" if cost is None else amount(cost),
        f"{row.created:%Y-%m-%d %H:%M}",
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
    from tunewise.cli.formats import gist

    for row in rows:
        if row.reason:
            click.echo(f"{row.name}: {gist(row.reason)}")
