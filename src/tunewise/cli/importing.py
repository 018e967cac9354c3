"""`tunewise import`: studies of other tuners as experiments."""

from __future__ import annotations

from typing import Any

import click

from tunewise.cli.errors import explained, usage
from tunewise.cli.experiment_flags import TUNED, ExperimentFlags
from tunewise.cli.flags import SectionedCommand, declared
from tunewise.cli.settings import domains_of, parse_max_resource, required
from tunewise.display.printing import say
from tunewise.options import settings_of

_OURS = settings_of(ExperimentFlags)


@click.command("import", cls=SectionedCommand)
@click.argument("reference", metavar="KIND:PLACE")
@declared("The experiment", [_OURS["name"].with_option(default_text="")])
@declared(
    "What was tuned, by default as the study says or as its values suggest",
    [
        *(setting._replace(default=None).with_option(default_text="") for setting in TUNED.values()),
        _OURS["fill"]._replace(default=None),
    ],
)
def import_(reference: str, **flags: Any) -> None:  # noqa: ANN401 - as they are declared
    """Makes an experiment of another tuner's study, for `show`, `plot`, `explain` and the console.

    KIND:PLACE as for --from of `tunewise run`: optuna:FILE, ray-tune:FOLDER, syne-tune:FOLDER or csv:FILE.
    The study is only read. Nothing of the experiment can be resumed; another one may begin with it, by --from
    tunewise:NAME.

    \b
    tunewise import optuna:study.log --name mine
    tunewise import ray-tune:ray_results/train --name mine --metric loss
    """
    from tunewise.importing import Told, import_study

    name = required(flags, "name", "that of the experiment")
    with explained(), usage():
        told = Told(
            metric=flags["metric"],
            mode=flags["mode"],
            resource=flags["resource"],
            max_resource=parse_max_resource(flags["max_resource"])[1],
            space=domains_of({name: value for name, value in flags.items() if value is not None}),
            fill=flags["fill"] or {},
        )
        remark = import_study(reference, name, told)
    say(f"{remark} `tunewise show {name}` shows it.")
