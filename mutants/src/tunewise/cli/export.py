"""`tunewise export`."""

import sys
from pathlib import Path

import click

from tunewise.cli.exits import BadUsage
from tunewise.cli.parameters import name_argument
from tunewise.display.printing import say


@click.command()
@name_argument
@click.option("--output", "-o", type=click.Path(dir_okay=False), help="The file. By default standard output.")
def export(name: str, output: str | None) -> None:
    """Writes the table of all reports as CSV: a row for each, with its trial's configuration.

    A text that a spreadsheet would run as a formula has an apostrophe in front.
    """
    from tunewise.cli.records import load
    from tunewise.results import export_csv

    record = load(name)
    if output is None:
        export_csv(record, sys.stdout)
        return
    try:
        with Path(output).open("w", newline="", encoding="utf-8") as file:
            export_csv(record, file)
    except OSError as error:
        raise BadUsage(f"{output} can't be written: {error.strerror}.") from error
    say(output)
