"""`tunewise launch` and `tunewise fetch`: a study whose tuners are jobs, too."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import click

from tunewise.backends import spec_class
from tunewise.benchmarks.definitions import size_or_default
from tunewise.cli import backend_flags
from tunewise.cli.compare import report
from tunewise.cli.errors import explained, in_flags, usage
from tunewise.cli.exits import BadUsage, Exit
from tunewise.cli.experiment_flags import Money
from tunewise.cli.flags import Decorated, SectionedCommand, declared, section, study_tag, tag_argument
from tunewise.cli.output import outliving_its_reader
from tunewise.cli.study import refuse_unasked_hours, site_and_price, study_plan, study_settings
from tunewise.cli.study_flags import StudyFlags, study_options
from tunewise.display.formats import amount, count, duration, gist, has_price
from tunewise.display.printing import print_table, say, say_as_is
from tunewise.display.words import best_in_short
from tunewise.housekeeping import is_study
from tunewise.options import from_flags, settings_of
from tunewise.prices import Price, PriceError, price_of
from tunewise.results import load_folder
from tunewise.snapshot import summary_of
from tunewise.studies.outcome import failures, forget
from tunewise.studies.plan import HOUR, Cell, Plan, forecast, joined_plan, keep_plan, read_plan
from tunewise.studies.runner import only_one
from tunewise.studies.spec import StudyError, load_spec, spec_if_there
from tunewise.studies.tuners import Tuners, TunerStatus, tuners_class

_TITLE = "How it runs"
_RUN = section(_TITLE)
LAUNCH_HEADINGS = ("experiment", "method", "workers", "seed", "wall-clock")
FETCH_HEADINGS = ("experiment", "status", "trials", "best", "wall-clock", "tuned by")
POLL_EVERY = 15.0  # seconds


# ---- launch ---------------------------------------------------------------------------------------------


@cache
def _tuner_flags() -> Mapping[str, backend_flags.BackendFlag]:
    """The flags for tuners alone, and their back ends."""
    return backend_flags.flags_by_name(
        {kind: settings_of(tuners_class(kind).settings_type) for kind in backend_flags.usable_backends()}
    )


def _tuner_options(decorated: Decorated) -> Decorated:
    return declared(_TITLE, map(backend_flags.described, _tuner_flags().values()))(decorated)


@click.command(cls=SectionedCommand)
@click.argument("source", metavar="FILE|FOLDER", type=click.Path(exists=True))
@study_options
@click.option(
    "--on",
    type=click.Choice(list(backend_flags.registered())),
    default=backend_flags.LAUNCH_ON,
    cls=_RUN,
    help=f"Where the tuners run. By default {backend_flags.LAUNCH_ON}.",
)
@click.option(
    "--backend",
    type=click.Choice([backend_flags.SIMULATED, *backend_flags.registered()]),
    cls=_RUN,
    help="Where the tuners' jobs run. By default where the tuners run.",
)
@_tuner_options
@declared("Money", [settings_of(Money)["price"]])
@click.option("--yes", "-y", is_flag=True, cls=_RUN, help="Start without asking.")
@click.option(
    "--dry-run",
    is_flag=True,
    cls=_RUN,
    help="Print what would be submitted for one tuner; start nothing.",
)
@backend_flags.benchmark_backend_options
@outliving_its_reader()
def launch(
    source: str,
    on: str,
    backend: str | None,
    price: float | None,
    yes: bool,
    dry_run: bool,
    **flags: object,
) -> None:
    """Runs a study on SageMaker or a cluster: each experiment's tuner is a job, which starts jobs for its
    trials.

    FILE or FOLDER as for `tunewise study`; it is sent along with the jobs if they don't share this machine's
    files. This machine can be switched off: `tunewise jobs TAG` shows what runs, `tunewise fetch TAG` brings
    what was found so far and compares it. The same command again continues experiments whose tuner has ended
    too early, and with more seeds it adds to the study.

    \b
    tunewise launch examples/tmlr10 --experiment_tag try --method ASHA,MOBSTER \\
        --n_workers 4 --num_seeds 5 --warm_pool 1 --s3 s3://my-bucket/tunewise \\
        --role arn:aws:iam::123456789012:role/training
    tunewise launch examples/tmlr10 --experiment_tag try --on slurm \\
        --partition gpu --gpus-per-trial 1 --tuner partition=cpu
    tunewise rehearse -- tunewise launch examples/tmlr10 ...
    """
    flagged, kind = from_flags(StudyFlags, flags), backend or on
    with explained(), usage():
        # the size is that of the environment here
        options = replace(flagged, size=size_or_default(flagged.size))
        way = tuners_class(on)
        backend_flags.refuse_others(flags, _tuner_flags(), on, "tuners", "--on")
        backend_flags.refuse_other_backends(flags, kind)
        site: dict[str, Any] = {}
        if kind in backend_flags.usable_backends():
            site, default_price = site_and_price(kind, flags)
            price = price or default_price
        site = way.options(kind, site)
        spec = load_spec(Path(source))
        settings = study_settings(options, source, kind, price, site=site, tuners=on)
        plan = joined_plan(study_plan(options, settings, spec))
        tuners = way(plan, from_flags(way.settings_type, flags))
        tuners.check(spec)
        if spec_class(on).computes_locally():
            refuse_unasked_hours(flagged, plan, spec)
    with explained():
        _launch(plan, tuners, options, dry_run, ask=not yes)


def _launch(plan: Plan, tuners: Tuners, flags: StudyFlags, dry_run: bool, ask: bool) -> None:
    """Starts the tuners of the rest of a study, after printing what that takes."""
    left, running = _left(tuners, flags.rerun_failed)
    if not left:
        say(f"Nothing of {plan.tag} is left to start: `tunewise fetch {plan.tag}` shows what was found.")
        return
    describe(plan, tuners, left, running)
    if dry_run:
        say(f"\nNothing was started. For the tuner of {left[0].name} this would be submitted:\n")
        say_as_is(tuners.preview(left[0]))
    if flags.only_forecast or dry_run:
        return
    if ask:
        _confirm()
    say()
    with only_one(plan):
        plan = keep_plan(plan)  # with cells that another command may have added during the question
        tuners = type(tuners)(plan, tuners.settings)
        forget(plan, [cell for cell in failures(plan) if cell in left])
        for number, (cell, job) in enumerate(tuners.start(left), start=1):
            say(f"[{number}/{len(left)}] {cell.name} is tuned by the job {job}")
    say(
        f"\nThis machine can be switched off.\n  tunewise jobs {plan.tag}   shows what runs\n"
        f"  tunewise fetch {plan.tag}  brings what was found so far, and compares it"
    )


def _left(tuners: Tuners, rerun_failed: bool) -> tuple[list[Cell], list[Cell]]:
    """The experiments to start, and those that have a tuner; prints why others are not started."""
    startable = {"waiting", "lost", *(["failed"] if rerun_failed else [])}
    statuses = tuners.statuses()
    for status in statuses:
        if status.state == "running":
            say(f"{status.cell.name} is being tuned by {status.job}.")
        elif status.state == "failed" and not rerun_failed:
            say(f"{status.cell.name} has failed; --rerun-failed runs it again from the beginning.")
    left = [status.cell for status in statuses if status.state in startable]
    return left, [status.cell for status in statuses if status.state == "running"]


def describe(plan: Plan, tuners: Tuners, cells: Sequence[Cell], running: Sequence[Cell] = ()) -> None:
    """Prints what is to be started, what it needs, and what it takes at most. running: cells that have a
    tuner already. Raises `BadUsage` if the tuners can't be started."""
    needs = tuners.requirements(cells, running)
    say(f"Study {plan.tag}: {count(len(cells), 'experiment')} to start, {needs.where}")
    print_table(LAUNCH_HEADINGS, map(_launch_row, cells), frozenset(LAUNCH_HEADINGS[2:]))
    for line in needs.lines:
        say(in_flags(line))
    say(f"\n{_forecast(plan, cells, needs.price_key)}")
    if needs.refusal:
        raise BadUsage(needs.refusal)


def _launch_row(cell: Cell) -> tuple[str, ...]:
    return cell.name, cell.method, str(cell.workers), str(cell.seed), duration(cell.max_wallclock_time)


def _forecast(plan: Plan, cells: Sequence[Cell], price_key: str) -> str:
    """In words. Tuners cost as long as they run; instances that wait for jobs are within their hours."""
    needed = forecast(plan, cells, len(cells))
    tuner_hours = sum(cell.max_wallclock_time for cell in cells) / HOUR
    text = f"At most {duration(needed.elapsed)}, {amount(needed.worker_hours)} worker-hours"
    text += f" and {amount(tuner_hours)} hours of tuners"
    price = _price(price_key)
    if not has_price(plan.settings.price):
        return f"{text}. --price gives the price of a worker-hour."
    if price is None:
        return f"{text}: {amount(needed.money)} in money, besides the tuners."
    dated = f" ({price.currency}, prices of {price.date})"
    return f"{text}: {amount(needed.money)} + {amount(tuner_hours * price.hourly)} in money{dated}."


def _price(price_key: str) -> Price | None:
    try:
        return price_of(price_key) if price_key else None
    except PriceError:
        return None


def _confirm() -> None:
    try:
        click.confirm("Start it?", abort=True)
    except click.Abort as error:
        raise BadUsage("Nothing was started: answer y, or use --yes.") from error


# ---- fetch ----------------------------------------------------------------------------------------------


@click.command()
@tag_argument
@click.option(
    "--s3",
    "place",
    metavar="s3://BUCKET/PREFIX",
    help="Where it was launched to, for a study that was launched on another machine. By default as in "
    "`tunewise launch`.",
)
@click.option(
    "--region", "at", metavar="NAME", help="The Region of that bucket. By default what boto3 finds."
)
@click.option("--wait", is_flag=True, help="Wait until no experiment runs any more.")
@outliving_its_reader()
def fetch(tag: str | None, experiment_tag: str | None, place: str | None, at: str | None, wait: bool) -> None:
    """Brings here what a launched study has found so far, and compares it.

    The experiments are then here as if they had been run here: `tunewise show TAG/EXPERIMENT`, `tunewise
    compare TAG`. To continue those that ended too early, launch the study again.
    """
    name = study_tag(tag, experiment_tag, "fetch")
    with explained(), usage():
        tuners = _fetched_tuners(name, place, at)
    plan = tuners.plan
    with explained():
        statuses = _wait(tuners) if wait else tuners.statuses()
        _print_statuses(tuners, statuses)
        if any(status.state == "ended" for status in statuses):
            say()
            report(plan, spec_if_there(Path(plan.settings.source)))
    if any(status.state in ("failed", "lost") for status in statuses):
        click.get_current_context().exit(Exit.FAILED)


def _fetched_tuners(tag: str, place: str | None, at: str | None) -> Tuners:
    """The tuners of a study that is here or was launched elsewhere. Raises `StudyError`."""
    kind = read_plan(tag).settings.tuned_on if is_study(tag) else backend_flags.LAUNCH_ON
    if not kind:
        raise StudyError(f"The study {tag} wasn't launched: `tunewise study` continues it.")
    way = tuners_class(kind)
    return way(way.fetch_plan(tag, place, at))


def _wait(tuners: Tuners) -> list[TunerStatus]:
    """Waits until nothing runs; prints a line whenever an experiment ends or finds something better."""
    printed: dict[str, str] = {}
    while True:
        statuses = tuners.statuses()
        running = sum(status.state == "running" for status in statuses)
        if not printed:
            say(f"Waiting for {running} of {count(len(statuses), 'experiment')}.")
        for status in statuses:
            name, state, trials, best, *_ = _fetch_row(tuners.plan, status)
            if printed.get(name) != state + best:
                printed[name] = state + best
                say(f"{name}: {state}, {trials} trials, best {best}")
        if not running:
            say()
            return statuses
        time.sleep(POLL_EVERY)


def _print_statuses(tuners: Tuners, statuses: Sequence[TunerStatus]) -> None:
    rows = [_fetch_row(tuners.plan, status) for status in statuses]
    print_table(FETCH_HEADINGS, rows, frozenset({"trials", "best", "wall-clock"}))
    for status in statuses:
        if status.state == "lost":
            say(f"{status.cell.name}: its tuner ended too early: {gist(tuners.failure_reason(status))}")
    for status in statuses:
        if status.state == "failed" and status.outcome is not None:
            say(f"{status.cell.name}: {status.outcome.why}")
    left = sum(status.state in ("lost", "waiting") for status in statuses)
    if left:
        say(f"The same `tunewise launch` as before continues {count(left, 'experiment')}.")


def _fetch_row(plan: Plan, status: TunerStatus) -> tuple[str, ...]:
    paths = plan.paths.experiment(status.cell.name)
    tuned_by = status.job or "-"
    if not (paths.definition.exists() and paths.journal.exists()):
        return status.cell.name, status.state, "-", "-", "-", tuned_by
    record = load_folder(paths)
    summary = summary_of(record.state)
    best = best_in_short(record.problem.metric, summary.best, summary.best_failed)
    trials, wallclock = f"{len(record.state.trials):,}", duration(record.state.now)
    return status.cell.name, status.state, trials, best, wallclock, tuned_by
