"""`tunewise plot`."""

from __future__ import annotations

from pathlib import Path

import click

from tunewise.cli.exits import CommandError, Exit
from tunewise.cli.parameters import EXPERIMENT


@click.command()
@click.argument("name", type=EXPERIMENT)
@click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False),
    help="The file; its ending tells the format: png, pdf, svg. By default figure.png in the experiment's folder.",
)
def plot(name: str, output: str | None) -> None:
    """Draws the best value over time and the learning curves, and prints the path of the figure."""
    from tunewise.cli.records import load

    record = load(name)
    if record.best is None:
        raise CommandError(
            f"There is nothing to draw: no trial of {name} has reported {record.problem.metric} yet.",
            Exit.EXPERIMENT,
        )
    path = Path(output) if output else record.paths.folder / "figure.png"
    try:
        from tunewise.plots import save_figure

        save_figure(record, path)
    except ImportError as error:
        raise CommandError(str(error), Exit.USAGE) from error
    except OSError as error:
        raise CommandError(f"{path} can't be written: {error.strerror}.", Exit.USAGE) from error
    except ValueError as error:
        ...
    click.echo(path)
