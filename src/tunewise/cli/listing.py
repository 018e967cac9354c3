"""`tunewise list`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from tunewise.results import ExperimentRecord

HEADINGS = ("name", "method", "state", "trials", "best", "time", "cost", "created")


@click.command()
def list_experiments() -> None:
    """Lists the experiments, the latest first."""
    from tunewise.backends.paths import home
    from tunewise.cli.console import make_console, make_table
    from tunewise.cli.records import load_all

    records, complaints = load_all()
    if records:
        table = make_table(*HEADINGS, right=("trials", "best", "time", "cost"))
        for record in records:
            table.add_row(*_row(record))
        make_console().print(table)
    elif not complaints:
        click.echo(f"There are no experiments in {home()}: `tunewise run` makes one.")
    for complaint in complaints:
        click.echo(complaint, err=True)


def _row(record: ExperimentRecord) -> tuple[str, ...]:
    from tunewise.cli.formats import duration, moment, money, number
    from tunewise.cli.records import standing

    definition, state = record.definition, record.state
    best = f"{record.problem.metric} {number(record.best.value)}" if record.best else "-"
    return (
        definition.name,
        definition.method.name,
        standing(record).value,
        f"{len(state.trials):,}",
        best,
        duration(state.now),
        money(state.cost(state.now), state.price),
        moment(definition.created),
    )
