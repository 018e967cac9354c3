"""`tunewise show`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tunewise.cli.parameters import name_argument

if TYPE_CHECKING:
    from tunewise.problem import Problem
    from tunewise.results import ExperimentRecord
    from tunewise.trial import Trial

SHOWN = 20  # trials, unless all are asked for


@click.command()
@name_argument
@click.option("--all", "everything", is_flag=True, help=f"List all trials, not only the best {SHOWN}.")
@click.option(
    "--trial",
    "trial_id",
    type=click.IntRange(min=0),
    help="Show one trial: its jobs, its failure, its files.",
)
@click.option("--decisions", is_flag=True, help="List all decisions and why they fell, the newest last.")
@click.option("--notes", is_flag=True, help="List failures and notes about reports.")
def show(name: str, everything: bool, trial_id: int | None, decisions: bool, notes: bool) -> None:
    """Shows an experiment and its trials, the best first."""
    from tunewise.cli.records import find_trial, load

    record = load(name)
    if trial_id is not None:
        _show_trial(record, find_trial(record, trial_id))
    if decisions:
        _show_decisions(record, trial_id)
    if notes:
        _show_notes(record, trial_id)
    if trial_id is None and not decisions and not notes:
        _show_experiment(record, everything)


def _show_experiment(record: ExperimentRecord, everything: bool) -> None:
    from tunewise.cli.records import standing
    from tunewise.cli.summaries import print_best, print_field, print_plan, standing_in_words, trials_in_words
    from tunewise.tuner import last_run

    definition = record.definition
    click.echo(f"Experiment {definition.name}")
    print_plan(definition, record.problem, record.paths.folder, last_run(definition, record.state))
    print_field("state", standing_in_words(record, standing(record)))
    print_field("so far", trials_in_words(record))
    click.echo()
    print_best(record)
    if not len(record.state.trials):
        return
    ranked = best_first(record)
    shown = ranked if everything else ranked[:SHOWN]
    click.echo()
    _print_trials(record, shown)
    if len(shown) < len(ranked):
        click.echo(f"... and {len(ranked) - len(shown):,} more: tunewise show {definition.name} --all")


def best_first(record: ExperimentRecord) -> list[Trial]:
    """All trials by their best value; those without one last."""
    return sorted(
        record.state.trials,
        key=lambda trial: (
            not trial.values,
            record.problem.sign * (best_value(record.problem, trial) or 0.0),
        ),
    )


def best_value(problem: Problem, trial: Trial) -> float | None:
    if not trial.values:
        return None
    return min(trial.values) if problem.mode == "min" else max(trial.values)


def _print_trials(record: ExperimentRecord, trials: list[Trial]) -> None:
    from tunewise.cli import words
    from tunewise.cli.formats import configuration, duration, number
    from tunewise.cli.tables import print_table

    problem, now = record.problem, record.state.now
    level, metric = words.level_name(problem), problem.metric
    headings = ("trial", "status", level, metric, "time", "configuration")
    rows = [
        (
            str(trial.id),
            trial.standing,
            str(trial.level),
            "-" if (value := best_value(problem, trial)) is None else number(value),
            duration(trial.spent(now)),
            configuration(trial.config),
        )
        for trial in trials
    ]
    print_table(headings, rows, right=frozenset({"trial", level, metric, "time"}))


def _show_trial(record: ExperimentRecord, trial: Trial) -> None:
    from tunewise.cli import words
    from tunewise.cli.formats import duration, number, value
    from tunewise.cli.summaries import print_field, short_path

    problem, paths = record.problem, record.paths
    click.echo(f"Trial {trial.id} of {record.definition.name}: {trial.standing}")
    best = best_value(problem, trial)
    if best is not None:
        at = trial.levels[trial.values.index(best)]
        last = f"{number(trial.values[-1])} at {trial.level}"
        print_field(problem.metric, f"best {number(best)} at {words.level_name(problem)} {at}, last {last}")
    print_field("time", duration(trial.spent(record.state.now)))
    print_field("folder", short_path(paths.trial(trial.id)))
    if paths.checkpoint(trial.id).exists():
        print_field("checkpoint", short_path(paths.checkpoint(trial.id)))
    click.echo("\nConfiguration")
    for name, item in trial.config.items():
        print_field(name, value(item))
    click.echo("\nJobs")
    for run, job in enumerate(trial.jobs):
        print_field(f"job {run}", words.job(problem, job, record.state.now))
    print_field("printed", f"tunewise logs {record.definition.name} {trial.id}")
    print_field("", f"{short_path(paths.job(trial.job).folder)}/{{stdout,stderr}}")
    if trial.failure is not None:
        click.echo(f"\nFailure ({trial.failure.kind.value})")
        click.echo(trial.failure.message.rstrip())


def _show_decisions(record: ExperimentRecord, trial_id: int | None) -> None:
    """Decisions about all trials or one of them."""
    from tunewise.cli import words
    from tunewise.cli.formats import clock
    from tunewise.events import HaltJob, ResumeJob, StartJob

    for entry in record.entries():
        for action in entry.actions:
            concerned = None
            if isinstance(action, StartJob):
                concerned = action.trial_id
            elif isinstance(action, (ResumeJob, HaltJob)):
                concerned = action.job.trial_id
            text = words.decision(action, record.problem)
            if text is not None and trial_id in (None, concerned):
                click.echo(f"{clock(action.time):>9}  {text}")


def _show_notes(record: ExperimentRecord, trial_id: int | None) -> None:
    from tunewise.cli.formats import clock, gist
    from tunewise.cli.story import is_failure
    from tunewise.trial import Status

    state = record.state
    told = [(note.time, note.trial_id, note.message) for note in state.notes if not is_failure(state, note)]
    for trial in state.trials.having(Status.FAILED).values():
        if trial.failure is not None:
            ended = trial.jobs[-1].ended or state.now
            told.append(
                (ended, trial.id, f"failed ({trial.failure.kind.value}): {gist(trial.failure.message)}")
            )
    told = [note for note in told if trial_id in (None, note[1])]
    for time, concerned, message in sorted(told):
        click.echo(f"{clock(time):>9}  trial {concerned}: {message}")
    if not told:
        click.echo("No trial failed, and there is nothing to note.")
