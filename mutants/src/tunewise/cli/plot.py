"""`tunewise plot`."""

import click

from tunewise.cli.exits import BadExperiment, BadUsage
from tunewise.cli.parameters import name_argument
from tunewise.display.printing import say


@click.command()
@name_argument
@click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False),
    help="The file; its ending tells the format, such as png, pdf or svg. By default figure.png in the "
    "experiment's folder.",
)
def plot(name: str, output: str | None) -> None:
    """Draws the best value over time and the learning curves, and prints the path of the figure."""
    from tunewise.cli.errors import in_words
    from tunewise.cli.records import load

    record = load(name)
    if record.best is None:
        raise BadExperiment(
            f"There is nothing to draw: no trial of {name} has reported {record.problem.metric} yet."
        )
    path = output or str(record.paths.folder / "figure.png")
    try:
        record.plot(path)
    except ImportError as error:
        raise BadUsage(str(error)) from error
    except (OSError, ValueError) as error:  # the latter for an ending that is no format of figures
        raise BadUsage(f"The figure can't be written to {path}: {in_words(error)}.") from error
    say(path)
