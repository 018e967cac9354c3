"""The flags that say how to tune, which `run` and `simulate` share."""

from __future__ import annotations

import click

from tunewise.cli.parameters import assignment, experiment_name, whole
from tunewise.cli.sections import all_of, section

_HOW = section("How")

how_options = all_of(
    click.option("--method", cls=_HOW, help="The method: rs, asha, ..."),
    click.option(
        "--method-arg",
        metavar="NAME=VALUE",
        type=assignment,
        multiple=True,
        cls=_HOW,
        help="An argument of the method: type=promotion. Repeat it for each.",
    ),
    click.option("--workers", metavar="N", type=whole(1), cls=_HOW, help="Jobs at a time. By default 4."),
    click.option("--seed", metavar="N", type=whole(0), cls=_HOW, help="Of all random draws. By default 0."),
    click.option(
        "--name",
        metavar="NAME",
        type=experiment_name,
        cls=_HOW,
        help="Of the experiment. By default the method and the time.",
    ),
)
"""`@how_options` adds them to a command."""
