"""`tunewise list`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tunewise.cli.exits import BadUsage
from tunewise.display.printing import say

if TYPE_CHECKING:
    from tunewise.cli.records import Listed

HEADINGS = ("name", "method", "state", "trials", "best", "time", "cost", "created")
NUMBERS = frozenset({"trials", "best", "time", "cost"})


@click.command()
@click.argument("study", required=False)
def list_experiments(study: str | None) -> None:
    """Lists the experiments, the latest first, or those of a study.

    Costs are in worker-hours where these have no price.
    """
    from tunewise.cli.records import load_all
    from tunewise.display.formats import count
    from tunewise.display.printing import print_table
    from tunewise.paths import experiment_names, home, study_names

    studies = study_names()
    if study is not None and study not in studies:
        if study in experiment_names():
            raise BadUsage(f"{study!r} is an experiment, no study: `tunewise show {study}` shows it.")
        raise BadUsage(
            f"There is no study {study!r} in {home()}: `tunewise list` shows those that there are."
        )
    listed, complaints = load_all(study)
    if listed:
        print_table(HEADINGS, map(_row, listed), NUMBERS)
    elif not complaints and not studies:
        say(f"There are no experiments in {home()}: `tunewise run` makes one.")
    for name in studies if study is None else ():
        experiments = count(len(experiment_names(name)), "experiment")
        say(f"study {name}: {experiments} (`tunewise list {name}`, `tunewise compare {name}`)")
    for complaint in complaints:
        say(complaint, err=True)


def _row(listed: Listed) -> tuple[str, ...]:
    from tunewise.display.formats import amount, duration, moment
    from tunewise.display.words import best_in_short

    definition, summary = listed.definition, listed.summary
    return (
        listed.name,
        definition.method.name,
        listed.standing.value,
        f"{summary.trials:,}",
        best_in_short(definition.problem.get("metric", ""), summary.best, summary.best_failed),
        duration(summary.now),
        amount(summary.cost),
        moment(definition.created),
    )
