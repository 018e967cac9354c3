"""The flags of limits, which `run` and `resume` share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tunewise.cli.exits import BadUsage
from tunewise.cli.parameters import positive, seconds, whole
from tunewise.cli.sections import all_of, section

if TYPE_CHECKING:
    from collections.abc import Mapping

LIMITS = {
    "max_wallclock": "max_wallclock_time",
    "max_trials": "max_num_trials_started",
    "max_completed": "max_num_trials_completed",
    "max_finished": "max_num_trials_finished",
    "max_evaluations": "max_num_evaluations",
    "max_cost": "max_cost",
}
"""The flags of limits, and the names of the limits in `StoppingCriterion`."""

_SECTION = section("Limits (totals over all resumptions; the first one reached ends the experiment)")
_COUNT = whole(1)

limit_options = all_of(
    click.option(
        "--max-wallclock",
        metavar="TIME",
        type=seconds,
        cls=_SECTION,
        help="Time: 90, 90s, 30m, 1h, 1h30m, 2d.",
    ),
    click.option(
        "--max-trials",
        metavar="N",
        type=_COUNT,
        cls=_SECTION,
        help="Trials that are started; those run to their end.",
    ),
    click.option(
        "--max-completed", metavar="N", type=_COUNT, cls=_SECTION, help="Trials whose script ended by itself."
    ),
    click.option(
        "--max-finished",
        metavar="N",
        type=_COUNT,
        cls=_SECTION,
        help="Trials that completed, were stopped, or failed.",
    ),
    click.option(
        "--max-evaluations", metavar="N", type=_COUNT, cls=_SECTION, help="Reports over all trials."
    ),
    click.option(
        "--max-cost", metavar="COST", type=positive, cls=_SECTION, help="Cost: worker-hours times --price."
    ),
)
"""`@limit_options` adds the flags of limits to a command."""

price_options = all_of(
    click.option(
        "--price",
        metavar="COST",
        type=positive,
        cls=_SECTION,
        help="Money for a worker-hour. By default 1: then costs are in worker-hours; or, on SageMaker, that "
        "of its instance.",
    ),
    click.option(
        "--instance",
        metavar="TYPE[:N]",
        cls=_SECTION,
        help="The price of an instance that holds N workers (1): ml.g4dn.xlarge, ml.g4dn.12xlarge:4.",
    ),
    click.option(
        "--pay-idle/--pay-busy",
        default=None,
        cls=_SECTION,
        help="Whether workers cost while they have no job, as on a machine that is rented for the whole "
        "experiment. By default they don't.",
    ),
)
"""`@price_options` adds the flags of money to a command; `price_of_flags` reads them."""


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


def limits_of(flags: Mapping[str, float | None]) -> dict[str, float]:
    """The limits that were given, under their names in `StoppingCriterion`."""
    values = {limit: flags[flag] for flag, limit in LIMITS.items()}
    return {limit: value for limit, value in values.items() if value is not None}
