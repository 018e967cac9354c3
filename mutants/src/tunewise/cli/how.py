"""How to tune, which `run` and `simulate` share, as flags and as keys of files."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, field
from typing import Annotated, Any

from tunewise.cli.limits import Money
from tunewise.cli.parameters import declared
from tunewise.cli.sections import Decorated
from tunewise.engine.policy import Policy
from tunewise.engine.stopping import StoppingCriterion
from tunewise.options import Option, Setting, ValueFormat, settings_of, whole
from tunewise.paths import check_name
from tunewise.problem import Problem


@dataclass(frozen=True)
class How:
    """What is said of the method and of the experiment."""

    method: Annotated[
        str | None,
        Option(
            "The method: wise if the script keeps checkpoints, bo if it doesn't; or another of "
            "docs/methods.md, such as asha.",
            metavar="NAME",
        ),
    ] = None
    method_arg: Annotated[Mapping[str, Any], Option("An argument of the method: type=promotion.")] = field(
        default_factory=dict
    )
    workers: Annotated[int, Option("Jobs at a time.", whole(1))] = 4
    seed: Annotated[int, Option("Seed of all random draws.", whole(0))] = 0
    name: Annotated[
        str | None,
        Option(
            "Name of the experiment.", ValueFormat(check_name, "NAME"), default_text="the method and the time"
        ),
    ] = None


OWN: Mapping[str, Setting] = {
    flag: setting
    for kind in (Problem, How, StoppingCriterion, Money, Policy)
    for flag, setting in settings_of(kind).items()
}
"""All that can be said of an experiment but for where its jobs run, by flag."""


def how_options(method: str | None = None) -> Callable[[Decorated], Decorated]:
    """Adds them to a command. method: the one that is meant where nobody says it; None: it has to be said."""
    settings = settings_of(How)
    said = settings["method"]._replace(default=MISSING if method is None else method)
    return declared("How", {**settings, "method": said}.values())
