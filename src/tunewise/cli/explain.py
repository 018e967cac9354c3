"""`tunewise explain`."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import click

from tunewise.cli.experiments import load, print_best, resume_command, standing_of, trials_in_words
from tunewise.cli.flags import name_argument
from tunewise.display import words
from tunewise.display.printing import Command, print_fields, say
from tunewise.display.words import Standing
from tunewise.results import ExperimentResult

if TYPE_CHECKING:
    from tunewise.display.insight import Advice

FIXED_SPACES = ("simulated",)
"""Back ends whose space can't be changed: a recorded one has no other values."""


@click.command()
@name_argument
def explain(name: str) -> None:
    """Says what mattered, where the best configurations lie, and what to try next.

    A hyperparameter matters as far as the best tenth of the trials differs in it from all trials (PED-ANOVA),
    beyond what chance does. docs/understanding.md says how, and what that can't tell. It works while an
    experiment runs, too.
    """
    from tunewise.display import insight  # NumPy, which no other command that shows something needs

    record = load(name)
    say(f"Experiment {record.name}: {trials_in_words(record)}")
    print_best(record)
    importance = record.importance()
    say()
    say(insight.compared(importance, record.problem))
    findings = importance.findings
    if findings:
        say("\nWhat mattered")
        print_fields((each.name, insight.mattered(each)) for each in findings)
        say(f"\nWhere the middle of the best {importance.compared.best:,} lies")
        lies = ((each.name, insight.good_region(each, importance, record.problem)) for each in findings)
        print_fields((each, text) for each, text in lies if text)
    can_change = str(record.definition.backend.get("kind", "")) not in FIXED_SPACES
    _print_next(record, insight.advice(importance, record.state, can_change))


def _print_next(record: ExperimentResult, advised: list[Advice]) -> None:
    fields: list[tuple[str, str]] = []
    for number, (text, flags) in enumerate(advised, start=1):
        fields.append((str(number), text))
        if flags:
            fields.append(("", Command(" ".join(f"--space {shlex.quote(flag)}" for flag in flags))))
    outlook = words.outlook(record.state)
    if outlook:
        fields.append(("go on", outlook))
        if standing_of(record) is not Standing.RUNNING:
            fields.append(("", Command(resume_command(record))))
    say("\nWhat to try next")
    if not fields:
        say("  More trials: nothing else follows from those so far.")
    print_fields(fields)
    if any(each.flags for each in advised):
        say("\nThe flags belong to a new `tunewise run`; they replace those of the same name.")
