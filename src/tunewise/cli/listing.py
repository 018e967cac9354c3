"""`tunewise list`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from tunewise.results import ExperimentRecord

HEADINGS = ("name", "method", "state", "trials", "best", "time", "cost", "created")
NUMBERS = frozenset({"trials", "best", "time", "cost"})


@click.command()
def list_experiments() -> None:
    """Lists the experiments, the latest first. Costs are in worker-hours where these have no price."""
    from tunewise.backends.paths import home
    from tunewise.cli.records import load_all
    from tunewise.cli.tables import print_table

    records, complaints = load_all()
    if records:
        print_table(HEADINGS, map(_row, records), NUMBERS)
    elif not complaints:
        click.echo(f"There are no experiments in {home()}: `tunewise run` makes one.")
    for complaint in complaints:
        click.echo(complaint, err=True)


def _row(record: ExperimentRecord) -> tuple[str, ...]:
    from tunewise.cli.formats import amount, duration, moment, number
    from tunewise.cli.records import standing

    definition, state = record.definition, record.state
    return (
        definition.name,
        definition.method.name,
        standing(record).value,
        f"{len(state.trials):,}",
        f"{record.problem.metric} {number(record.best.value)}" if record.best else "-",
        duration(state.now),
        amount(state.cost(state.now)),
        moment(definition.created),
    )
