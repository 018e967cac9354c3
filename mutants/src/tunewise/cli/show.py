"""`tunewise show`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tunewise.cli.parameters import name_argument, whole
from tunewise.display.printing import Command, print_fields, print_table, say, say_as_is
from tunewise.problem import Problem
from tunewise.trial import Trial

if TYPE_CHECKING:
    from tunewise.results import ExperimentResult

SHOWN = 20  # trials, unless all are asked for


@click.command()
@name_argument
@click.option("--all", "everything", is_flag=True, help=f"List all trials, not only the best {SHOWN}.")
@click.option(
    "--trial",
    "trial_id",
    metavar="N",
    type=whole(0),
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


def _show_experiment(record: ExperimentResult, everything: bool) -> None:
    from tunewise.cli.records import standing
    from tunewise.cli.summaries import plan_fields, print_best, standing_in_words, trials_in_words

    plan = plan_fields(record.definition, record.problem, record.paths.folder, record.last_run)
    state = ("state", standing_in_words(record, standing(record)))
    say(f"Experiment {record.name}")
    print_fields([*plan, state, ("so far", trials_in_words(record))])
    say()
    print_best(record)
    if not len(record.state.trials):
        return
    ranked = best_first(record)
    shown = ranked if everything else ranked[:SHOWN]
    say()
    _print_trials(record, shown)
    if len(shown) < len(ranked):
        say(f"... and {len(ranked) - len(shown):,} more: `tunewise show {record.name} --all`")


def best_first(record: ExperimentResult) -> list[Trial]:
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


def _print_trials(record: ExperimentResult, trials: list[Trial]) -> None:
    from tunewise.display.formats import configuration, duration, number

    problem, now = record.problem, record.state.now
    level, metric = problem.level_name, problem.metric
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


def _show_trial(record: ExperimentResult, trial: Trial) -> None:
    from tunewise.cli.records import backend_of
    from tunewise.cli.summaries import short_path
    from tunewise.display import words
    from tunewise.display.formats import duration, number, value

    problem, paths, backend = record.problem, record.paths, backend_of(record.definition)
    fields = []
    best = best_value(problem, trial)
    if best is not None:
        at = trial.levels[trial.values.index(best)]
        told = f"best {number(best)} at {problem.level_name} {at}"
        fields.append((problem.metric, f"{told}, last {number(trial.values[-1])} at {trial.level}"))
    fields.append(("time", duration(trial.spent(record.state.now))))
    fields.append(("folder", short_path(paths.trial(trial.id))))
    if paths.checkpoint(trial.id).exists():
        fields.append(("checkpoint", short_path(paths.checkpoint(trial.id))))
    now = record.state.now
    places = _places(record, trial.id)
    jobs: list[tuple[str, str]] = []
    for run, job in enumerate(trial.jobs):
        jobs.append((f"job {run}", words.job(problem, job, now)))
        if places.get(run):
            jobs.append(("", places[run]))
    jobs.append(("printed", Command(f"tunewise logs {record.name} {trial.id}")))
    files = f"{short_path(paths.job(trial.job).folder)}/{{stdout,stderr}}"
    jobs.append(("", backend.output_location(paths, trial.job) or files))
    say(f"Trial {trial.id} of {record.name}: {trial.standing}")
    print_fields(fields)
    say("\nConfiguration")
    print_fields((name, value(item)) for name, item in trial.config.items())
    say("\nJobs")
    print_fields(jobs)
    if trial.failure is not None:
        say(f"\nFailure ({trial.failure.kind.value})")
        say_as_is(trial.failure.message.rstrip())


def _places(record: ExperimentResult, trial_id: int) -> dict[int, str]:
    """Where the jobs of a trial ran, in their back end's words, by their numbers."""
    from tunewise.events import JobStarted

    begun = (entry.fact for entry in record.entries() if isinstance(entry.fact, JobStarted))
    return {fact.job.run: fact.place for fact in begun if fact.job.trial_id == trial_id}


def _show_decisions(record: ExperimentResult, trial_id: int | None) -> None:
    """Decisions about all trials or one of them."""
    from tunewise.display import words
    from tunewise.display.formats import clock
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
                say(f"{clock(action.time):>9}  {text}", hang=11)


def _show_notes(record: ExperimentResult, trial_id: int | None) -> None:
    from tunewise.display.formats import clock, gist
    from tunewise.display.story import is_failure
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
        say(f"{clock(time):>9}  trial {concerned}: {message}", hang=11)
    if not told:
        say("No trial failed, and there is nothing to note.")
