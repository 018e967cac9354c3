"""`tunewise rm`."""

import sys

import click

from tunewise.cli.exits import BadUsage
from tunewise.cli.output import outliving_its_reader
from tunewise.cli.parameters import complete_names, experiment_name
from tunewise.display.printing import say


@click.command()
@click.argument(
    "names", nargs=-1, required=True, type=experiment_name, metavar="NAME...", shell_complete=complete_names
)
@click.option("--yes", "-y", is_flag=True, help="Don't ask.")
@outliving_its_reader()
def rm(names: tuple[str, ...], yes: bool) -> None:
    """Deletes experiments, or studies with all of their experiments: what was reported, printed and saved.

    One at which a tuner is at work is refused, and so is one whose jobs may still run. What an experiment has
    on S3 stays.
    """
    from tunewise.cli.errors import explained
    from tunewise.housekeeping import delete

    told = [_in_words(name) for name in dict.fromkeys(names)]
    if not yes:
        if not sys.stdin.isatty():
            raise BadUsage(f"Nobody can be asked whether to delete {', '.join(told)}: add --yes.")
        if not click.confirm(f"Delete {', '.join(told)}?"):
            say("Nothing is deleted.")
            return
    for name in dict.fromkeys(names):
        with explained():
            delete(name)
        say(f"{name} is deleted.")


def _in_words(name: str) -> str:
    """What would be deleted; `BadExperiment` for what isn't there."""
    from tunewise.cli.errors import explained
    from tunewise.display.formats import count
    from tunewise.housekeeping import is_study, refuse_missing
    from tunewise.paths import ExperimentPaths, experiment_names

    if is_study(name):
        return f"the study {name} with {count(len(experiment_names(name)), 'experiment')}"
    with explained():
        refuse_missing(ExperimentPaths.named(name))
    return name
