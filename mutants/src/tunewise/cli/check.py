"""`tunewise check`."""

import click

from tunewise.cli.exits import Exit
from tunewise.cli.parameters import name_argument
from tunewise.display.printing import say


@click.command()
@name_argument
@click.option("--accept", is_flag=True, help="Keep the journal as a person edited it.")
def check(name: str, accept: bool) -> None:
    """Looks whether what lies in an experiment's folder is whole and fits together.

    Each line of the journal says which it is and has a checksum, so that a change of any is noticed. Where
    there is one, it says what can be kept, and the exit code is 3.

    --accept numbers and signs the lines anew, once they are found to be able to follow one another. The
    former journal is set aside in the experiment's folder, and so are folders of jobs of which it knows
    nothing.
    """
    from tunewise.checking import accept_edit, check_experiment
    from tunewise.cli.errors import explained
    from tunewise.cli.summaries import short_path
    from tunewise.paths import ExperimentPaths

    paths = ExperimentPaths.named(name)
    with explained():
        if accept:
            aside = accept_edit(paths)
            say(f"Accepted; what it was before is in {short_path(aside)}." if aside else "Nothing to accept.")
        found = check_experiment(paths)
    for flaw in found.flaws:
        say(flaw)
    for note in found.notes:
        say(note)
    if not found.flaws:
        say(f"{name} is whole: {found.kept}, in {short_path(paths.folder)}.")
        return
    if found.kept:
        say(f"As it was written: {found.kept}.")
    if found.way_out:
        say(found.way_out)
    click.get_current_context().exit(Exit.EXPERIMENT)
