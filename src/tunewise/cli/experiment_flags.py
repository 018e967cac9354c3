"""What users say about an experiment, as flags and as keys of files: method, limits, money."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from tunewise.cli.exits import BadUsage
from tunewise.cli.flags import declared
from tunewise.engine.policy import Policy, StoppingCriterion
from tunewise.options import POSITIVE, Option, Setting, ValueFormat, settings_of, whole
from tunewise.paths import check_name
from tunewise.prices import PriceError, worker_price
from tunewise.problem import Problem


@dataclass(frozen=True)
class ExperimentFlags:
    """How to tune."""

    method: Annotated[
        str,
        Option(
            "The method: auto picks one that suits the problem and says why; or one of docs/methods.md, such "
            "as wise, bo or asha.",
            metavar="NAME",
        ),
    ] = "auto"
    method_arg: Annotated[Mapping[str, Any], Option("An argument of the method: type=promotion.")] = field(
        default_factory=dict
    )
    workers: Annotated[int, Option("Jobs at a time.", whole(1))] = 4
    seed: Annotated[int, Option("Seed of all random draws.", whole(0))] = 0
    earlier: Annotated[
        str | None,
        Option(
            "An earlier study, whose best configurations are tried first: optuna:FILE, ray-tune:FOLDER, "
            "syne-tune:FOLDER, csv:FILE or tunewise:NAME.",
            metavar="KIND:PLACE",
            flag="from",
        ),
    ] = None
    earlier_as: Annotated[
        Literal["tries", "observations"],
        Option(
            "What they are: the best are tried again, or all of them are observations from which the method "
            "learns, as if they had been trained here.",
            flag="from_as",
        ),
    ] = "tries"
    fill: Annotated[
        Mapping[str, Any],
        Option("What earlier trials had of a hyperparameter that they don't tell: dropout=0.1."),
    ] = field(default_factory=dict)
    earlier_best: Annotated[
        int | None,
        Option(
            "How many configurations of the earlier study are tried.",
            whole(1),
            flag="from_best",
            default_text="10",
        ),
    ] = None
    name: Annotated[
        str | None,
        Option(
            "Name of the experiment.", ValueFormat(check_name, "NAME"), default_text="the method and the time"
        ),
    ] = None
    trackers: Annotated[
        tuple[str, ...],
        Option(
            "A tool that shows the experiment while it runs, such as mlflow:http://127.0.0.1:5000 "
            "(docs/tracking.md).",
            metavar="KIND[:PLACE]",
            flag="track",
        ),
    ] = ()


@dataclass(frozen=True)
class Money:
    """The price of a worker-hour; None where it isn't given."""

    price: Annotated[
        float | None,
        Option(
            "Money for a worker-hour.",
            POSITIVE,
            metavar="COST",
            default_text="the price of what the jobs run on, where it is known, or else 1: costs are then in "
            "worker-hours",
        ),
    ] = None
    instance: Annotated[
        str | None,
        Option(
            "Instead of --price: the type of instance that is paid for, and how many workers each holds (by "
            "default 1), such as ml.g4dn.xlarge or ml.g4dn.12xlarge:4.",
            metavar="TYPE[:N]",
        ),
    ] = None
    pay_idle: Annotated[
        bool,
        Option(
            "Whether workers cost money while they have no job, as on a machine that is rented for the whole "
            "experiment.",
            off="pay-busy",
            default_text="they don't",
        ),
    ] = False


TUNED = settings_of(
    Problem,
    (
        "space_from",
        Annotated[
            str | None,
            Option(
                "A space in ConfigSpace's or NNI's JSON. --space adds to it, or takes the place of what has "
                "its name.",
                metavar="FILE",
                path=True,
            ),
        ],
    ),
)
"""What is tuned, by flag."""


@dataclass(frozen=True)
class SuccessorFlags:
    """What is different about a successor, beside its space and method."""

    without: Annotated[
        tuple[str, ...], Option("A hyperparameter that is no longer one.", metavar="NAME")
    ] = ()
    successor: Annotated[
        str | None,
        Option(
            "The name of the experiment that goes on; otherwise NAME-2, or the next number.",
            ValueFormat(check_name, "NAME"),
            flag="as",
        ),
    ] = None


EXPERIMENT_SETTINGS: Mapping[str, Setting] = {
    flag: setting
    for settings in (TUNED, *map(settings_of, (ExperimentFlags, StoppingCriterion, Money, Policy)))
    for flag, setting in settings.items()
}
"""All settings of an experiment, except those of its back end, by flag."""

LIMITS = {flag: setting.name for flag, setting in settings_of(StoppingCriterion).items()}
"""The flags of limits, and the names of the limits in `StoppingCriterion`."""

limit_options = declared(
    "Limits (totals over all resumptions; the first one reached ends the experiment)",
    settings_of(StoppingCriterion).values(),
)
"""`@limit_options` adds the flags of limits to a command."""

price_options = declared("Money", settings_of(Money).values())
"""`@price_options` adds the flags of money to a command; `worker_hour_price` reads them."""

new_price_options = declared(
    "Money (what isn't given stays as it was)",
    [setting.with_option(default_text="") for setting in settings_of(Money).values()],
)
"""`@new_price_options` adds them where there is a price already."""

track_option = declared("How", [settings_of(ExperimentFlags)["track"]])
"""`@track_option` adds the flag of the tools that show an experiment."""

method_options = declared("How", settings_of(ExperimentFlags).values())
"""`@method_options` adds the flags of `ExperimentFlags` to a command."""

_OF_METHODS = settings_of(ExperimentFlags)
SUCCESSOR_SETTINGS: Mapping[str, Setting] = {
    **{
        setting.flag: setting._replace(default=None).with_option(default_text="")
        for setting in (
            *(TUNED[flag] for flag in ("space", "space_from")),
            *(_OF_METHODS[flag] for flag in ("fill", "method", "method_arg", "seed")),
        )
    },
    **settings_of(SuccessorFlags),
}
"""What may be different about a successor, by flag."""

successor_options = declared(
    "Another space or method (goes on as another experiment)",
    SUCCESSOR_SETTINGS.values(),
)
"""`@successor_options` adds the flags of what is different to a command."""


def worker_hour_price(price: float | None, instance: str | None) -> float | None:
    """Money for a worker-hour; None if no flag gives it. Raises `BadUsage`."""
    if instance is None:
        return price
    if price is not None:
        raise BadUsage("--price and --instance both give the price of a worker-hour: use one of them.")
    try:
        return worker_price(instance)
    except PriceError as error:
        raise BadUsage(str(error)) from error
