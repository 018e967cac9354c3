"""What one sees of a launch: what it starts, what that needs and costs, and a line for each job."""

from collections.abc import Sequence

import click

from tunewise.cli.errors import in_flags
from tunewise.cli.exits import BadUsage
from tunewise.display.formats import amount, count, duration
from tunewise.display.printing import print_table, say, say_as_is
from tunewise.prices import Price, PriceError, price_of
from tunewise.studies.forecast import HOUR, forecast
from tunewise.studies.launching import failures, forget, only_one
from tunewise.studies.plan import Cell, Plan, keep_plan
from tunewise.studies.tuners import Standing, Tuners

HEADINGS = ("experiment", "method", "workers", "seed", "wall-clock")


def launch(
    plan: Plan, tuners: Tuners, rerun_failed: bool, only_forecast: bool, dry_run: bool, ask: bool
) -> None:
    """Starts the tuners of what is left of a study, after saying what that takes."""
    left, at_work = _left(tuners, rerun_failed)
    if not left:
        say(f"Nothing is left to start of {plan.tag}: `tunewise fetch {plan.tag}` shows what was found.")
        return
    tell(plan, tuners, left, at_work)
    if dry_run:
        say(f"\nNothing was started. For the tuner of {left[0].name} this would be submitted:\n")
        say_as_is(tuners.preview(left[0]))
    if only_forecast or dry_run:
        return
    if ask:
        _ask()
    say()
    with only_one(plan):
        plan = keep_plan(plan)  # with what somebody else may have added while this one asked
        tuners = type(tuners)(plan, tuners.said)
        forget(plan, [cell for cell in failures(plan) if cell in left])
        for number, (cell, job) in enumerate(tuners.start(left), start=1):
            say(f"[{number}/{len(left)}] {cell.name} is tuned by the job {job}")
    say(
        f"\nNothing here has to stay on.\n  tunewise jobs {plan.tag}   shows what runs\n"
        f"  tunewise fetch {plan.tag}  brings what was found so far, and compares it"
    )


def _left(tuners: Tuners, rerun_failed: bool) -> tuple[list[Cell], list[Cell]]:
    """The experiments that are to be started, and those that have a tuner; says what the others do."""
    anew = {"waiting", "lost", *(["failed"] if rerun_failed else [])}
    standings = tuners.look()
    for standing in standings:
        if standing.status not in anew and standing.status != "ended":
            say(f"{standing.cell.name} {_why_not(standing)}")
    left = [standing.cell for standing in standings if standing.status in anew]
    return left, [standing.cell for standing in standings if standing.status == "running"]


def _why_not(standing: Standing) -> str:
    if standing.status == "running":
        return f"is being tuned by {standing.job}."
    return "has failed; --rerun-failed runs it anew."


def tell(plan: Plan, tuners: Tuners, cells: Sequence[Cell], at_work: Sequence[Cell] = ()) -> None:
    """Prints what is to be started, what that needs, and what it takes at most. at_work: what has a tuner
    already. Raises BadUsage where tuners can't be started so."""
    needs = tuners.needs(cells, at_work)
    say(f"Study {plan.tag}: {count(len(cells), 'experiment')} to start, {needs.where}")
    print_table(HEADINGS, map(_cells, cells), frozenset(HEADINGS[2:]))
    for line in needs.lines:
        say(in_flags(line))
    say(f"\n{_forecast(plan, cells, needs.price_key)}")
    if needs.refusal:
        raise BadUsage(needs.refusal)


def _cells(cell: Cell) -> tuple[str, ...]:
    return cell.name, cell.method, str(cell.workers), str(cell.seed), duration(cell.max_wallclock_time)


def _forecast(plan: Plan, cells: Sequence[Cell], price_key: str) -> str:
    """In words. What a tuner runs on is paid for while it does, and what waits idle for jobs is within their
    hours."""
    told = forecast(plan, cells, len(cells))
    tuner_hours = sum(cell.max_wallclock_time for cell in cells) / HOUR
    text = f"At most {duration(told.elapsed)}, {amount(told.worker_hours)} worker-hours"
    text += f" and {amount(tuner_hours)} hours of tuners"
    price = _price(price_key)
    if plan.settings.price == 1.0:
        return f"{text}. --price says what a worker-hour costs."
    if price is None:
        return f"{text}: {amount(told.money)} in money, besides the tuners."
    dated = f" ({price.currency}, prices of {price.date})"
    return f"{text}: {amount(told.money)} + {amount(tuner_hours * price.hourly)} in money{dated}."


def _price(price_key: str) -> Price | None:
    try:
        return price_of(price_key) if price_key else None
    except PriceError:
        return None


def _ask() -> None:
    try:
        click.confirm("Start it?", abort=True)
    except click.Abort as error:
        raise BadUsage("Nothing was started: answer y, or give --yes.") from error
