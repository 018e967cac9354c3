"""`tunewise fetch`."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tunewise.cli.backends import ELSEWHERE
from tunewise.cli.exits import BadUsage, Exit
from tunewise.cli.output import outliving_its_reader
from tunewise.display.formats import count, duration
from tunewise.display.printing import say
from tunewise.display.words import best_in_short

if TYPE_CHECKING:
    from tunewise.studies.plan import Plan
    from tunewise.studies.tuners import Standing, Tuners

HEADINGS = ("experiment", "status", "trials", "best", "wall-clock", "tuned by")
NUMBERS = frozenset({"trials", "best", "wall-clock"})
LOOK_EVERY = 15.0  # seconds


@click.command()
@click.argument("tag", required=False)
@click.option("--experiment-tag", metavar="TAG", help="The same as the argument.")
@click.option(
    "--s3",
    "place",
    metavar="s3://BUCKET/PREFIX",
    help="Where it was launched to, for a study that was launched on another machine. By default what the "
    "flags of the launch have by default.",
)
@click.option(
    "--region", "at", metavar="NAME", help="The Region of that bucket. By default what boto3 finds."
)
@click.option("--wait", is_flag=True, help="Waits until no experiment runs any more.")
@outliving_its_reader()
def fetch(tag: str | None, experiment_tag: str | None, place: str | None, at: str | None, wait: bool) -> None:
    """Brings here what a launched study has found so far, and compares it.

    The experiments are then here as if they had been run here: `tunewise show TAG/EXPERIMENT`, `tunewise
    compare TAG`. To go on with those that ended too early, launch the study again.
    """
    from tunewise.cli.errors import explained, usage

    name = tag or experiment_tag
    if name is None:
        raise BadUsage("Say which study: `tunewise fetch TAG`.")
    with explained(), usage():
        tuners = _tuners(name, place, at)
    plan = tuners.plan
    with explained():
        standings = _wait(tuners) if wait else tuners.look()
        _tell(tuners, standings)
        _compare(plan, standings)
    if any(standing.status in ("failed", "lost") for standing in standings):
        click.get_current_context().exit(Exit.FAILED)


def _tuners(tag: str, place: str | None, at: str | None) -> Tuners:
    """Those of a study that is here, or is brought here. Raises `StudyError`."""
    from tunewise.housekeeping import is_study
    from tunewise.studies.plan import read_plan
    from tunewise.studies.shared_home import tuners_class
    from tunewise.studies.spec import StudyError

    kind = read_plan(tag).settings.tuned_on if is_study(tag) else ELSEWHERE
    if not kind:
        raise StudyError(f"The study {tag} wasn't launched: `tunewise study` goes on with it.")
    way = tuners_class(kind)
    return way(way.fetched(tag, place, at))


def _wait(tuners: Tuners) -> list[Standing]:
    """Until nothing runs; a line whenever an experiment ends or has found something better."""
    told: dict[str, str] = {}
    while True:
        standings = tuners.look()
        running = sum(standing.status == "running" for standing in standings)
        if not told:
            say(f"Waiting for {running} of {count(len(standings), 'experiment')}.")
        for standing in standings:
            name, status, trials, best, *_ = _row(tuners.plan, standing)
            if told.get(name) != status + best:
                told[name] = status + best
                say(f"{name}: {status}, {trials} trials, best {best}")
        if not running:
            say()
            return standings
        time.sleep(LOOK_EVERY)


def _tell(tuners: Tuners, standings: list[Standing]) -> None:
    from tunewise.display.formats import gist
    from tunewise.display.printing import print_table

    print_table(HEADINGS, [_row(tuners.plan, standing) for standing in standings], NUMBERS)
    lost = [standing for standing in standings if standing.status == "lost"]
    for standing in lost:
        say(f"{standing.cell.name}: its tuner ended too early: {gist(tuners.reason(standing))}")
    for standing in standings:
        if standing.status == "failed" and standing.outcome is not None:
            say(f"{standing.cell.name}: {standing.outcome.why}")
    left = [standing for standing in standings if standing.status in ("lost", "waiting")]
    if left:
        say(f"The same `tunewise launch` as before goes on with {count(len(left), 'experiment')}.")


def _row(plan: Plan, standing: Standing) -> tuple[str, ...]:
    from tunewise.results import load_folder
    from tunewise.snapshot import summary_of

    paths = plan.paths.experiment(standing.cell.name)
    beginning = (standing.cell.name, standing.status)
    tuned_by = standing.job or "-"
    if not (paths.definition.exists() and paths.journal.exists()):
        return *beginning, "-", "-", "-", tuned_by
    record = load_folder(paths)
    summary = summary_of(record.state)
    best = best_in_short(record.problem.metric, summary.best, summary.best_failed)
    return *beginning, f"{len(record.state.trials):,}", best, duration(record.state.now), tuned_by


def _compare(plan: Plan, standings: list[Standing]) -> None:
    from tunewise.cli.compare import report
    from tunewise.studies.spec import spec_if_there

    if any(standing.status == "ended" for standing in standings):
        say()
        report(plan, spec_if_there(Path(plan.settings.source)))
