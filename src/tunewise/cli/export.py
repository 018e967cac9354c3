"""`tunewise export`."""

from __future__ import annotations

from pathlib import Path

import click

from tunewise.cli.exits import CommandError, Exit
from tunewise.cli.parameters import EXPERIMENT


@click.command()
@click.argument("name", type=EXPERIMENT)
@click.option("--output", "-o", type=click.Path(dir_okay=False), help="The file. By default standard output.")
def export(name: str, output: str | None) -> None:
    """Writes the table of all reports as CSV: a row for each, with its trial's configuration."""
    from tunewise.cli.records import load
    from tunewise.results import write_csv

    record = load(name)
    if output is None:
        write_csv(record, click.get_text_stream("stdout"))
        return
    try:
        with Path(output).open("w", newline="", encoding="utf-8") as file:
            write_csv(record, file)
    except OSError as error:
        raise CommandError(f"{output} can't be written: {error.strerror}.", Exit.USAGE) from error
    click.echo(output)
