"""How to tune, which `run` and `simulate` share, as flags and as keys of files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any

from tunewise.cli.limits import Money
from tunewise.cli.parameters import declared
from tunewise.engine.policy import Policy
from tunewise.engine.stopping import StoppingCriterion
from tunewise.options import Option, Reading, Setting, settings_of, whole
from tunewise.paths import check_name
from tunewise.problem import Problem


@dataclass(frozen=True)
class How:
    """What is said of the method and of the experiment."""

    method: Annotated[str | None, Option("The method: rs, asha, ...")] = None
    method_arg: Annotated[Mapping[str, Any], Option("An argument of the method: type=promotion.")] = field(
        default_factory=dict
    )
    workers: Annotated[int, Option("Jobs at a time.", whole(1))] = 4
    seed: Annotated[int, Option("Of all random draws.", whole(0))] = 0
    name: Annotated[
        str | None,
        Option("Of the experiment.", Reading(check_name, "NAME"), otherwise="the method and the time"),
    ] = None


OWN: Mapping[str, Setting] = {
    flag: setting
    for kind in (Problem, How, StoppingCriterion, Money, Policy)
    for flag, setting in settings_of(kind).items()
}
"""All that can be said of an experiment but for where its jobs run, by flag."""

how_options = declared("How", settings_of(How).values())
"""`@how_options` adds them to a command."""
