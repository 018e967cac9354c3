"""What one sees of a launch: what it starts, what that needs and costs, and a line for each job."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tunewise.backends.sagemaker.limits import doubts
from tunewise.cli.errors import in_flags
from tunewise.cli.exits import BadUsage
from tunewise.display.formats import amount, count, duration
from tunewise.display.printing import print_table, say
from tunewise.prices import PriceError, price_of
from tunewise.studies.forecast import HOUR, forecast
from tunewise.studies.launching import failures, forget, only_one
from tunewise.studies.plan import keep_plan
from tunewise.studies.remote import TunerJobs, longest_tuner

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tunewise.backends.sagemaker.site import Site
    from tunewise.studies.plan import Cell, Plan
    from tunewise.studies.remote import Standing

FIRST_QUOTA = 4  # instances over all training jobs of a new account
HEADINGS = ("experiment", "method", "workers", "seed", "wall-clock")


def hourly(instance_type: str) -> float | None:
    """Money for an hour; None where it isn't known."""
    try:
        return price_of(instance_type).hourly
    except PriceError:
        return None


def launch(
    plan: Plan,
    tuners: Site,
    rerun_failed: bool,
    only_forecast: bool,
    ask: bool,
    total_quota: int | None = None,
) -> None:
    """Starts the tuners of what is left of a study, after saying what that takes.

    tuners: where they run. total_quota: instances that the account may have over all training jobs; None
    where nobody has said.
    """
    left, at_work = _left(TunerJobs(plan), rerun_failed)
    if not left:
        say(f"Nothing is left to start of {plan.tag}: `tunewise fetch {plan.tag}` shows what was found.")
        return
    tell(plan, left, tuners, at_work, total_quota)
    if only_forecast:
        return
    if ask:
        _ask()
    say()
    with only_one(plan):
        plan = keep_plan(plan)  # with what somebody else may have added while this one asked
        forget(plan, [cell for cell in failures(plan) if cell in left])
        for number, (cell, job) in enumerate(TunerJobs(plan).start(left, tuners), start=1):
            say(f"[{number}/{len(left)}] {cell.name} is tuned by the job {job}")
    say(
        f"\nNothing here has to stay on.\n  tunewise jobs {plan.tag}   shows what runs\n"
        f"  tunewise fetch {plan.tag}  brings what was found so far, and compares it"
    )


def _left(jobs: TunerJobs, rerun_failed: bool) -> tuple[list[Cell], list[Cell]]:
    """The experiments that are to be started, and those that have a tuner; says what the others do."""
    anew = {"waiting", "lost", *(["failed"] if rerun_failed else [])}
    standings = jobs.look()
    for standing in standings:
        if standing.status not in anew and standing.status != "ended":
            say(f"{standing.cell.name} {_why_not(standing)}")
    left = [standing.cell for standing in standings if standing.status in anew]
    return left, [standing.cell for standing in standings if standing.status == "running"]


def _why_not(standing: Standing) -> str:
    if standing.status == "running":
        return f"is being tuned by {standing.job}."
    return "has failed; --rerun-failed runs it anew."


def tell(
    plan: Plan,
    cells: Sequence[Cell],
    tuners: Site,
    at_work: Sequence[Cell] = (),
    total_quota: int | None = None,
) -> None:
    """Prints what is to be started, the quota that it needs, and what it takes at most. at_work: what has a
    tuner already. Raises BadUsage where the tuners would leave no place to their jobs."""
    site = plan.settings.site
    assert site is not None
    say(f"Study {plan.tag}: {count(len(cells), 'experiment')} to start, below {site.s3}")
    print_table(HEADINGS, map(_cells, cells), frozenset(HEADINGS[2:]))
    workers = sum(cell.n_workers for cell in cells)
    say("\nQuota that this needs, for all at once:")
    needed = {site.instance_type: workers}
    needed[tuners.instance_type] = needed.get(tuners.instance_type, 0) + len(cells)
    for instance_type, number in needed.items():
        say(f"  {number} x {instance_type} for {'spot ' * _spot(site, instance_type)}training jobs")
    if site.keep_alive:
        say(f"  {workers} x {site.instance_type} for warm pools, kept for {duration(site.keep_alive)}")
    refusal = _tell_total([*cells, *at_work], site.spot, total_quota)
    told = doubts(site.instance_type, site.max_run, site.volume_gb)
    told += doubts(tuners.instance_type, longest_tuner(cells), tuners.volume_gb)
    for doubt in dict.fromkeys(told):
        say(f"Warning: {in_flags(doubt)}")
    if min(cell.max_wallclock_time for cell in cells) < HOUR:
        say(
            "Warning: Waiting for a place or an instance counts as wall-clock, which may be over before a "
            "job runs: the same command runs such experiments anew."
        )
    say(f"\n{_forecast(plan, cells, tuners)}")
    if refusal:
        raise BadUsage(refusal)


def _tell_total(cells: Sequence[Cell], spot: bool, quota: int | None) -> str:
    """The same over all types, where spot instances have a quota of their own. Why tuners can't be started
    with this one; "" if they can."""
    tuners, workers = len(cells), 0 if spot else sum(cell.n_workers for cell in cells)
    needed = tuners + workers
    taken = ", which the tuners would take" * bool(workers and tuners >= FIRST_QUOTA)
    asks = f"; a new account has {FIRST_QUOTA}{taken}: --total-quota says what yours has"
    say(f"  {needed} over all training jobs{asks * (quota is None and needed > FIRST_QUOTA)}")
    if quota is None or needed <= quota:
        return ""
    if workers and tuners >= quota:
        return (
            f"{count(tuners, 'tuner')} would take all places of --total-quota {quota}, and be paid for while "
            "their jobs find none: start fewer experiments at a time, or ask AWS for more (Service "
            "Quotas, 'Number of instances across all training jobs')."
        )
    left = f"what the tuners leave, {quota - tuners}, their jobs have in turn"
    say(f"  Of those there are {quota}: {left if workers else 'tuners start in turn, as others end'}.")
    return ""


def _spot(site: Site, instance_type: str) -> bool:
    return site.spot and site.instance_type == instance_type


def _cells(cell: Cell) -> tuple[str, ...]:
    return cell.name, cell.method, str(cell.n_workers), str(cell.seed), duration(cell.max_wallclock_time)


def _forecast(plan: Plan, cells: Sequence[Cell], tuners: Site) -> str:
    """In words. Instances are paid for while tuners run; what warm pools cost idle is within their hours."""
    told = forecast(plan, cells, len(cells))
    tuner_hours = sum(cell.max_wallclock_time for cell in cells) / HOUR
    text = f"At most {duration(told.elapsed)}, {amount(told.worker_hours)} worker-hours"
    text += f" and {amount(tuner_hours)} hours of tuners"
    tuner_price = hourly(tuners.instance_type)
    if plan.settings.price == 1.0:
        return f"{text}. --price says what a worker-hour costs."
    if tuner_price is None:
        return f"{text}: {amount(told.money)} in money, besides the tuners."
    return f"{text}: {amount(told.money)} + {amount(tuner_hours * tuner_price)} in money{_dated(tuners)}."


def _dated(tuners: Site) -> str:
    price = price_of(tuners.instance_type)
    return f" ({price.currency}, prices of {price.date})"


def _ask() -> None:
    try:
        click.confirm("Start it?", abort=True)
    except click.Abort as error:
        raise BadUsage("Nothing was started: answer y, or give --yes.") from error
