"""`tunewise cost`."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import click

from tunewise.cli.exits import BadExperiment
from tunewise.cli.parameters import name_argument
from tunewise.display.printing import say

if TYPE_CHECKING:
    from tunewise.accounting import Breakdown
    from tunewise.results import ExperimentResult
    from tunewise.studies.outcome import Outcome

SHOWN = 20  # trials, unless all are asked for


@click.command()
@name_argument
@click.option("--all", "everything", is_flag=True, help=f"List all trials, not only the dearest {SHOWN}.")
def cost(name: str, everything: bool) -> None:
    """Shows what an experiment and its trials cost, and what for; or what each experiment of a study cost.

    Start-up is the time from a job's beginning to its first level, as estimated. Training are levels that
    were reported for the first time. Lost is what came after a job's last report, levels that were trained
    again, and jobs that ended before they reported anything new. The wait in queues costs nothing. Costs are
    in worker-hours where these have no price.
    """
    from tunewise.paths import study_names

    if name in study_names():
        _show_study(name)
        return
    from tunewise.cli.records import load

    record = load(name)
    _show_experiment(record, record.breakdown(), everything)


# ---- an experiment --------------------------------------------------------------------------------------


def _show_experiment(record: ExperimentResult, found: Breakdown, everything: bool) -> None:
    from tunewise.cli.summaries import trials_in_words

    price = record.state.price
    say(f"Experiment {record.name}: {trials_in_words(record)}")
    if not found.trials:
        return
    say()
    _print_parts(found)
    if record.best is not None:
        say()
        _print_best(record, found, price)
    say()
    _print_trials(record, found, everything)


def _print_parts(found: Breakdown) -> None:
    from tunewise.display.printing import print_table

    jobs, total = found.jobs, found.total
    priced = not math.isclose(total.money, total.seconds / 3600.0)  # with a price of 1 it says nothing more
    parts = {"start-up": jobs.startup, "training": jobs.training, "lost": jobs.lost}
    if found.idle.seconds > 1e-9 * total.seconds:  # else rounding alone
        parts["idle"] = found.idle
    headings = ("spent on", "worker-hours", *(["cost"] if priced else []), "share")
    rows = [
        (
            what,
            _fine(part.seconds / 3600.0),
            *([_fine(part.money)] if priced else []),
            _share(part.money, total.money),
        )
        for what, part in {**parts, "all": total}.items()
    ]
    print_table(headings, rows, frozenset(headings[1:]))


def _print_best(record: ExperimentResult, found: Breakdown, price: float) -> None:
    from tunewise.display import words
    from tunewise.display.formats import money
    from tunewise.display.printing import print_field

    best = record.best
    assert best is not None
    assert found.until_best is not None
    say(f"Best {words.best_found(record.state.trials)}")
    total, own = found.total.money, found.trials[best.trial_id].total.money
    print_field("its own", f"{money(own, price)}, {_share(own, total)} of all")
    until = f"{money(found.until_best, price)}, {_share(found.until_best, total)} of all"
    print_field("until then", until)


def _print_trials(record: ExperimentResult, found: Breakdown, everything: bool) -> None:
    from tunewise.display.formats import configuration, duration
    from tunewise.display.printing import print_table

    whole = found.total.money
    ranked = sorted(record.state.trials, key=lambda trial: -found.trials[trial.id].total.money)
    shown = ranked if everything else ranked[:SHOWN]
    headings = ("trial", "status", "jobs", "start-up", "training", "lost", "cost", "share", "configuration")
    rows = []
    for trial in shown:
        spent = found.trials[trial.id]
        parts = (duration(part.seconds) for part in (spent.startup, spent.training, spent.lost))
        row = (str(trial.id), trial.standing, str(len(trial.jobs)), *parts, _fine(spent.total.money))
        rows.append((*row, _share(spent.total.money, whole), configuration(trial.config)))
    print_table(headings, rows, frozenset(headings) - {"status", "configuration"})
    if len(shown) < len(ranked):
        more = len(ranked) - len(shown)
        say(f"... and {more:,} more: `tunewise cost {record.name} --all`")


def _fine(number: float) -> str:
    """Small numbers in three digits, so that one sees that they add up."""
    from tunewise.display.formats import amount

    return amount(number) if number >= 1.0 or number == 0.0 else f"{number:#.3g}"


def _share(part: float, whole: float) -> str:
    return f"{part / whole:.1%}" if whole > 0.0 else "-"


# ---- a study --------------------------------------------------------------------------------------------


def _show_study(tag: str) -> None:
    from tunewise.cli.errors import explained
    from tunewise.studies.launching import known_outcomes
    from tunewise.studies.plan import read_plan

    with explained():
        plan = read_plan(tag)
    outcomes = known_outcomes(plan)
    if not outcomes:
        raise BadExperiment(f"No experiment of {tag} has ended yet: `tunewise study` runs them.")
    say(f"Study {tag}\n")
    _print_outcomes(outcomes)
    left = len(plan.cells) - len(outcomes)
    if left:
        say(f"\n{left} of {len(plan.cells)} experiments have not ended and are not in it.")


def _print_outcomes(outcomes: dict[str, Outcome]) -> None:
    from tunewise.display.formats import amount, duration, number
    from tunewise.display.printing import print_table

    priced = any(outcome.price != 1.0 or _idle_is_paid(outcome) for outcome in outcomes.values())
    costs = ("cost", "until best ") if priced else ()
    headings = ("experiment", "best", "took", "w-hours", "until best", *costs, "share")
    whole = sum(outcome.end.money for outcome in outcomes.values())
    rows = []
    for name, outcome in outcomes.items():
        until = outcome.steps[-1] if outcome.steps else None
        money = (amount(outcome.end.money), amount(until.money) if until else "-") if priced else ()
        rows.append(
            (
                name,
                f"{outcome.metric} {number(outcome.values[-1])}" if outcome.values else "-",
                duration(outcome.end.wallclock),
                amount(outcome.end.worker_hours),
                amount(until.worker_hours) if until else "-",
                *money,
                _share(outcome.end.money, whole),
            )
        )
    hours = sum(outcome.end.worker_hours for outcome in outcomes.values())
    rows.append(("all", "", "", amount(hours), "", *((amount(whole), "") if priced else ()), "100.0%"))
    print_table(headings, rows, frozenset(headings[1:]))


def _idle_is_paid(outcome: Outcome) -> bool:
    return outcome.end.money > outcome.end.worker_hours * outcome.price * (1 + 1e-9)
