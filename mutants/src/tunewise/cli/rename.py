"""`tunewise rename`."""

import click

from tunewise.cli.output import outliving_its_reader
from tunewise.cli.parameters import experiment_name, name_argument
from tunewise.display.printing import say


@click.command()
@name_argument
@click.argument("new", type=experiment_name, metavar="NEW")
@outliving_its_reader()
def rename(name: str, new: str) -> None:
    """Gives an experiment another name, which is that of its folder.

    One at which a tuner is at work is refused, and so is one whose jobs may still run.
    """
    from tunewise.cli.errors import explained
    from tunewise.cli.summaries import short_path
    from tunewise.housekeeping import rename_experiment

    with explained():
        folder = rename_experiment(name, new)
    say(f"{name} is now {new}, in {short_path(folder)}.")
