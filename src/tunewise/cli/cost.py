"""`tunewise cost`."""

import math

import click

from tunewise.accounting import Breakdown
from tunewise.cli.errors import explained
from tunewise.cli.exits import BadExperiment
from tunewise.cli.experiments import load, trials_in_words
from tunewise.cli.flags import name_argument
from tunewise.display.formats import amount, configuration, duration, has_price, money, number
from tunewise.display.printing import print_fields, print_table, say
from tunewise.display.words import best_found
from tunewise.paths import study_names
from tunewise.results import ExperimentResult
from tunewise.studies.outcome import Outcome, known_outcomes
from tunewise.studies.plan import read_plan

SHOWN = 20  # trials, unless --all


@click.command()
@name_argument
@click.option(
    "--all", "everything", is_flag=True, help=f"List all trials, not only the {SHOWN} most expensive."
)
def cost(name: str, everything: bool) -> None:
    """Shows what an experiment and its trials cost, and what for; or what each experiment of a study cost.

    Start-up is the time from a job's beginning to its first level, as estimated. Training is the time of
    levels that were reported for the first time. Lost is what came after a job's last report, levels that
    were trained again, and jobs that ended before they reported anything new. Waiting in queues costs
    nothing. Costs are in worker-hours where these have no price.
    """
    if name in study_names():
        _show_study(name)
    else:
        _show_experiment(load(name), everything)


# ---- an experiment --------------------------------------------------------------------------------------


def _show_experiment(record: ExperimentResult, everything: bool) -> None:
    breakdown = record.breakdown()
    say(f"Experiment {record.name}: {trials_in_words(record)}")
    if not breakdown.trials:
        return
    say()
    _print_parts(breakdown)
    if record.best is not None:
        say()
        _print_best(record, breakdown)
    say()
    _print_trials(record, breakdown, everything)


def _print_parts(breakdown: Breakdown) -> None:
    jobs, total = breakdown.jobs, breakdown.total
    priced = not math.isclose(total.money, total.seconds / 3600.0)  # else both columns are the same
    parts = {"start-up": jobs.startup, "training": jobs.training, "lost": jobs.lost}
    if breakdown.idle.seconds > 1e-9 * total.seconds:  # else it is rounding alone
        parts["idle"] = breakdown.idle
    headings = ("spent on", "worker-hours", *(["cost"] if priced else []), "share")
    rows = []
    for what, part in {**parts, "all": total}.items():
        cost = (_fine(part.money),) if priced else ()
        rows.append((what, _fine(part.seconds / 3600.0), *cost, _share(part.money, total.money)))
    print_table(headings, rows, frozenset(headings[1:]))


def _print_best(record: ExperimentResult, breakdown: Breakdown) -> None:
    best, price = record.best, record.state.price
    assert best is not None
    assert breakdown.until_best is not None
    total, own = breakdown.total.money, breakdown.trials[best.trial_id].total.money
    say(f"Best {best_found(record.state.trials)}")
    costs = {"its own": own, "until then": breakdown.until_best}
    print_fields(
        (label, f"{money(cost, price)}, {_share(cost, total)} of all") for label, cost in costs.items()
    )


def _print_trials(record: ExperimentResult, breakdown: Breakdown, everything: bool) -> None:
    total = breakdown.total.money
    ranked = sorted(record.state.trials, key=lambda trial: -breakdown.trials[trial.id].total.money)
    shown = ranked if everything else ranked[:SHOWN]
    headings = ("trial", "status", "jobs", "start-up", "training", "lost", "cost", "share", "configuration")
    rows = []
    for trial in shown:
        spent = breakdown.trials[trial.id]
        parts = (duration(part.seconds) for part in (spent.startup, spent.training, spent.lost))
        cost = (_fine(spent.total.money), _share(spent.total.money, total))
        row = (str(trial.id), trial.standing, str(len(trial.jobs)), *parts, *cost)
        rows.append((*row, configuration(trial.config)))
    print_table(headings, rows, frozenset(headings) - {"status", "configuration"})
    if len(shown) < len(ranked):
        say(f"... and {len(ranked) - len(shown):,} more: `tunewise cost {record.name} --all`")


def _fine(number: float) -> str:
    """Numbers below 1 in three digits, so that one sees that they add up."""
    return amount(number) if number >= 1.0 or number == 0.0 else f"{number:#.3g}"


def _share(part: float, whole: float) -> str:
    return f"{part / whole:.1%}" if whole > 0.0 else "-"


# ---- a study --------------------------------------------------------------------------------------------


def _show_study(tag: str) -> None:
    with explained():
        plan = read_plan(tag)
    outcomes = known_outcomes(plan)
    if not outcomes:
        raise BadExperiment(f"No experiment of {tag} has ended yet: `tunewise study` runs them.")
    say(f"Study {tag}\n")
    _print_outcomes(outcomes)
    left = len(plan.cells) - len(outcomes)
    if left:
        say(f"\n{left} of {len(plan.cells)} experiments have not ended and are not included.")


def _print_outcomes(outcomes: dict[str, Outcome]) -> None:
    priced = any(has_price(outcome.price) or _idle_is_paid(outcome) for outcome in outcomes.values())
    costs = ("cost", "until best ") if priced else ()
    headings = ("experiment", "best", "took", "w-hours", "until best", *costs, "share")
    total = sum(outcome.end.money for outcome in outcomes.values())
    hours = sum(outcome.end.worker_hours for outcome in outcomes.values())
    rows = []
    for name, outcome in outcomes.items():
        best = outcome.steps[-1] if outcome.steps else None
        row = (
            name,
            f"{outcome.metric} {number(outcome.values[-1])}" if outcome.values else "-",
            duration(outcome.end.wallclock),
            amount(outcome.end.worker_hours),
            amount(best.worker_hours) if best else "-",
        )
        money = (amount(outcome.end.money), amount(best.money) if best else "-") if priced else ()
        rows.append((*row, *money, _share(outcome.end.money, total)))
    rows.append(("all", "", "", amount(hours), "", *((amount(total), "") if priced else ()), "100.0%"))
    print_table(headings, rows, frozenset(headings[1:]))


def _idle_is_paid(outcome: Outcome) -> bool:
    return outcome.end.money > outcome.end.worker_hours * outcome.price * (1 + 1e-9)
