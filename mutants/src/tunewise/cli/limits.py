"""Limits and money, which `run`, `resume`, `simulate` and `study` share, as flags and as keys of files."""

from dataclasses import dataclass
from typing import Annotated

from tunewise.cli.exits import BadUsage
from tunewise.cli.parameters import declared
from tunewise.engine.stopping import StoppingCriterion
from tunewise.options import POSITIVE, Option, settings_of

_LIMITS = "Limits (totals over all resumptions; the first one reached ends the experiment)"

LIMITS = {flag: setting.name for flag, setting in settings_of(StoppingCriterion).items()}
"""The flags of limits, and the names of the limits in `StoppingCriterion`."""

limit_options = declared(_LIMITS, settings_of(StoppingCriterion).values())
"""`@limit_options` adds the flags of limits to a command."""


@dataclass(frozen=True)
class Money:
    """What is said of the price of a worker-hour; None: nothing."""

    price: Annotated[
        float | None,
        Option(
            "Money for a worker-hour.",
            POSITIVE,
            metavar="COST",
            default_text="that of what jobs run on, where it is known, or else 1: costs are in worker-hours",
        ),
    ] = None
    instance: Annotated[
        str | None,
        Option(
            "Instead of --price: the type of instance that is paid, and how many workers each holds (by "
            "default 1), such as ml.g4dn.xlarge or ml.g4dn.12xlarge:4.",
            metavar="TYPE[:N]",
        ),
    ] = None
    pay_idle: Annotated[
        bool,
        Option(
            "Whether workers cost while they have no job, as on a machine that is rented for the whole "
            "experiment.",
            off="pay-busy",
            default_text="they don't",
        ),
    ] = False


price_options = declared("Money", settings_of(Money).values())
"""`@price_options` adds the flags of money to a command; `price_of_flags` reads them."""

new_price_options = declared(
    "Money (what isn't said stays as it was)",
    [setting.with_option(default_text="") for setting in settings_of(Money).values()],
)
"""`@new_price_options` adds them where there is a price already."""


def price_of_flags(price: float | None, instance: str | None) -> float | None:
    """Money for a worker-hour, if a flag says it. Raises `BadUsage`."""
    if instance is None:
        return price
    if price is not None:
        raise BadUsage("--price and --instance both say what a worker-hour costs: give one of them.")
    from tunewise.prices import PriceError, worker_price

    try:
        return worker_price(instance)
    except PriceError as error:
        raise BadUsage(str(error)) from error
