"""`tunewise show` and `tunewise best`."""

import click

from tunewise.cli.exits import BadExperiment
from tunewise.cli.experiments import (
    backend_spec,
    find_trial,
    load,
    plan_fields,
    print_best,
    short_path,
    standing_in_words,
    trials_in_words,
)
from tunewise.cli.flags import name_argument, whole
from tunewise.display import asked, words
from tunewise.display.formats import clock, configuration, duration, gist, number, value
from tunewise.display.printing import Command, Outlet, print_fields, print_table, say, say_as_is, say_command
from tunewise.display.story import is_failure
from tunewise.events import JobStarted, Requested
from tunewise.problem import Problem
from tunewise.requests import pending
from tunewise.results import ExperimentResult
from tunewise.trial import Best, Status, Trial
from tunewise.worker.best_checkpoint import BEST, best_report

SHOWN = 20  # trials, unless --all
REMARKS = 5  # configurations to try, and notes by people, that are shown of an experiment


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
@click.option("--decisions", is_flag=True, help="List all decisions and their reasons, the newest last.")
@click.option("--notes", is_flag=True, help="List failures and notes about reports.")
def show(name: str, everything: bool, trial_id: int | None, decisions: bool, notes: bool) -> None:
    """Shows an experiment and its trials, the best first."""
    record = load(name)
    if trial_id is not None:
        _show_trial(record, find_trial(record, trial_id))
    if decisions:
        _show_decisions(record, trial_id)
    if notes:
        _show_notes(record, trial_id)
    if trial_id is None and not decisions and not notes:
        _show_experiment(record, everything)


# ---- an experiment --------------------------------------------------------------------------------------


def _show_experiment(record: ExperimentResult, everything: bool) -> None:
    plan = plan_fields(record.definition, record.problem, record.paths.folder, record.last_run)
    say(f"Experiment {record.name}")
    changes = (words.method_in_charge(trial.why) for trial in reversed(list(record.state.trials)))
    in_charge = next(filter(None, changes), "")
    decided = [("in charge", in_charge)] if in_charge else []
    so_far = [("state", standing_in_words(record)), ("so far", trials_in_words(record))]
    outlook = words.outlook(record.state)
    steered = _steered(record)
    print_fields([*plan, *decided, *so_far, *([("outlook", outlook)] if outlook else []), *steered])
    say()
    print_best(record)
    if not len(record.state.trials):
        return
    ranked = _best_first(record)
    shown = ranked if everything else ranked[:SHOWN]
    say()
    _print_trials(record, shown)
    if len(shown) < len(ranked):
        say(f"... and {len(ranked) - len(shown):,} more: `tunewise show {record.name} --all`")


def _steered(record: ExperimentResult) -> list[tuple[str, str]]:
    """What people asked for and what still counts: held trials, configurations to try, the latest notes."""
    state = record.state
    held, wanted, remarks = asked.held(state), asked.wanted(state), state.remarks
    fields = [("held", f"{held}; `tunewise resume {record.name} --trial N` lets one go on")] if held else []
    fields += [("to try next", config) for config in wanted[:REMARKS]]
    if len(wanted) > REMARKS:
        fields.append(("", f"and {len(wanted) - REMARKS:,} more"))
    noted = [(clock(remark.time), asked.remark(remark)) for remark in remarks[-REMARKS:]]
    return [*fields, *_waiting(record), *noted]


def _waiting(record: ExperimentResult) -> list[tuple[str, str]]:
    """What people asked for that no tuner has taken up yet."""
    first, total = pending(record.paths, record.state.requests, REMARKS)
    fields = [("waits", f"{asked.request(each)}, for the tuner") for each in first]
    return [*fields, ("waits", f"and {total - REMARKS:,} more")] if total > REMARKS else fields


def _best_first(record: ExperimentResult) -> list[Trial]:
    """All trials by their best value; those without one last."""
    problem = record.problem
    return sorted(
        record.state.trials,
        key=lambda trial: (not trial.values, problem.sign * (problem.best(trial.values) or 0.0)),
    )


def _print_trials(record: ExperimentResult, trials: list[Trial]) -> None:
    problem, now = record.problem, record.state.now
    level, metric = problem.level_name, problem.metric
    headings = ("trial", "status", level, metric, "time", "configuration")
    rows = [
        (
            str(trial.id),
            trial.standing,
            str(trial.level),
            "-" if (best := problem.best(trial.values)) is None else number(best),
            duration(trial.spent(now)),
            configuration(trial.config),
        )
        for trial in trials
    ]
    print_table(headings, rows, right=frozenset({"trial", level, metric, "time"}))


def _show_decisions(record: ExperimentResult, trial_id: int | None) -> None:
    """Decisions, and what people asked for, about all trials or one of them."""
    for entry in record.entries():
        told = [(words.subject(action), words.decision(action, record.problem)) for action in entry.actions]
        if isinstance(fact := entry.fact, Requested):
            about = asked.about(fact.request)
            wishes = [asked.decision(action, record.problem) for action in entry.actions]
            told = [(about, f"asked: {asked.request(fact.request)}"), *((about, w) for w in wishes), *told]
        for subject, text in told:
            if text is not None and trial_id in (None, subject):
                say(f"{clock(entry.fact.time):>9}  {text}", hang=11)


def _show_notes(record: ExperimentResult, trial_id: int | None) -> None:
    state = record.state
    notes = [(note.time, note.trial_id, note.message) for note in state.notes if not is_failure(state, note)]
    for trial in state.trials.having(Status.FAILED).values():
        if trial.failure is not None:
            ended = trial.jobs[-1].ended or state.now
            message = f"failed ({trial.failure.kind}): {gist(trial.failure.message)}"
            notes.append((ended, trial.id, message))
    told = [(time, subject, f"trial {subject}: {message}") for time, subject, message in notes]
    told += [
        (each.time, -1 if each.trial_id is None else each.trial_id, asked.remark(each))
        for each in state.remarks
    ]
    told = [each for each in told if trial_id in (None, each[1])]
    for time, _, text in sorted(told):
        say(f"{clock(time):>9}  {text}", hang=11)
    if not told:
        say("No trial has failed, and there are no notes.")


# ---- a trial --------------------------------------------------------------------------------------------


def _show_trial(record: ExperimentResult, trial: Trial) -> None:
    problem, paths, now = record.problem, record.paths, record.state.now
    fields = []
    best = problem.best(trial.values)
    if best is not None:
        at = trial.levels[trial.values.index(best)]
        text = f"best {number(best)} at {problem.level_name} {at}"
        fields.append((problem.metric, f"{text}, last {number(trial.values[-1])} at {trial.level}"))
    if trial.elsewhere:
        fields.append(("trained", f"elsewhere, says {trial.why.get('study')}"))
    else:
        fields.append(("time", duration(trial.spent(now))))
        fields.append(("folder", short_path(paths.trial(trial.id))))
    if paths.checkpoint(trial.id).exists():
        fields.append(("checkpoint", short_path(paths.checkpoint(trial.id))))
    for remark in record.state.remarks:
        if remark.trial_id == trial.id:
            fields.append((clock(remark.time), asked.remark(remark)))
    say(f"Trial {trial.id} of {record.name}: {trial.standing}")
    print_fields(fields)
    say("\nConfiguration")
    print_fields((name, value(item)) for name, item in trial.config.items())
    if not trial.elsewhere:
        say("\nJobs")
        print_fields(_job_fields(record, trial))
    if trial.failure is not None:
        say(f"\nFailure ({trial.failure.kind})")
        say_as_is(trial.failure.message.rstrip())


def _job_fields(record: ExperimentResult, trial: Trial) -> list[tuple[str, str]]:
    """When and where each job of a trial ran, and where the output of the last one is."""
    paths = record.paths
    started = (entry.fact for entry in record.entries() if isinstance(entry.fact, JobStarted))
    places = {fact.job.run: fact.place for fact in started if fact.job.trial_id == trial.id}
    fields: list[tuple[str, str]] = []
    for run, job in enumerate(trial.jobs):
        fields.append((f"job {run}", words.job(record.problem, job, record.state.now)))
        if places.get(run):
            fields.append(("", places[run]))
    fields.append(("output", Command(f"tunewise logs {record.name} {trial.id}")))
    files = f"{short_path(paths.job(trial.job).folder)}/{{stdout,stderr}}"
    return [*fields, ("", backend_spec(record.definition).output_location(paths, trial.job) or files)]


# ---- the best -------------------------------------------------------------------------------------------


@click.command()
@name_argument
@click.option("--command", "only_command", is_flag=True, help="Print the command alone, for a shell to run.")
def best(name: str, only_command: bool) -> None:
    """Shows the best configuration, and the command that trains it again with the largest resource."""
    record = load(name)
    best = record.best
    if best is None:
        raise BadExperiment(f"No trial of {name} has reported {record.problem.metric} yet.")
    config = record.best_config()
    arguments = record.problem.arguments(config, record.problem.max_resource)
    command = backend_spec(record.definition).command(arguments)
    if only_command and not command:
        raise BadExperiment(f"The trials of {name} were trained elsewhere: no command here repeats one.")
    trial = record.state.trials[best.trial_id]
    if only_command:
        if trial.level > best.level or trial.status is Status.FAILED:
            say(f"The best is {words.best_found(record.state.trials)}.", err=True)
        Outlet().write(f"{command}\n".encode(errors="surrogateescape"))
        return
    say(f"Best {words.best_found(record.state.trials)}")
    fields = [(key, str(item)) for key, item in config.items()]
    checkpoint = record.paths.checkpoint(trial.id)
    if checkpoint.exists():
        level = f"{record.problem.level_name} {trial.level}"
        fields.append(("checkpoint", f"{short_path(checkpoint)} (of {level})"))
    report = best_report(checkpoint)
    if report is not None:
        fields.append(("kept", f"{short_path(checkpoint / BEST)} (of {_report(record.problem, report)})"))
    print_fields(fields)
    if command:
        say(f"\n{_purpose(record.problem, trial, best)}:")
        say_command(command)


def _report(problem: Problem, report: dict[str, object]) -> str:
    """The resource and the metric of a report: `epoch 12, val_loss 0.31`."""
    items = [(key, report.get(key)) for key in (problem.resource_attr, problem.metric) if key is not None]
    return ", ".join(f"{key} {value(item)}" for key, item in items if isinstance(item, (int, float)))


def _purpose(problem: Problem, trial: Trial, best: Best) -> str:
    """What the command does, and what to expect: it trains to the end, whatever the best level was."""
    name, largest = problem.level_name, problem.max_resource
    target = "to its end" if largest is None else f"up to {name} {largest}"
    last, top = number(trial.values[-1]), number(best.value)
    had = f"it had {problem.metric} {last}"
    if trial.status is not Status.COMPLETED and trial.level != largest:
        return f"To train it {target} ({had} at {name} {trial.level})"
    beaten = f", not the {top} of {name} {best.level}" if last != top else ""
    return f"To train it again {target}, where {had}{beaten}"
