"""An experiment as the commands see it: its record, its standing, and both in words."""

import shlex
from pathlib import Path
from typing import NamedTuple

from tunewise.backends import spec_from_json
from tunewise.backends.base import BackendError
from tunewise.backends.imported import ImportedBackend
from tunewise.backends.specs import BackendSpec
from tunewise.cli.errors import explained
from tunewise.cli.exits import BadExperiment
from tunewise.cli.experiment_flags import LIMITS
from tunewise.definition import Definition, DefinitionError, read_definition
from tunewise.disk import is_locked
from tunewise.display import words
from tunewise.display.formats import configuration, count, duration, has_price, money
from tunewise.display.limits import limits_in_words
from tunewise.display.printing import Command, print_fields, say
from tunewise.display.words import Standing
from tunewise.engine.budgets import BUDGETS, TARGET, used_up
from tunewise.engine.policy import StoppingCriterion
from tunewise.events import FinishReason, Opened
from tunewise.journal import JournalError
from tunewise.options import settings_of, short_duration
from tunewise.paths import ExperimentPaths, experiment_names, home
from tunewise.problem import Problem
from tunewise.results import ExperimentResult, load_experiment, load_folder
from tunewise.snapshot import ExperimentSummary, read_summary, summary_of
from tunewise.trial import Status, Trial, Trials

# ---- records --------------------------------------------------------------------------------------------


def load(name: str) -> ExperimentResult:
    """The record of an experiment; raises `BadExperiment` if it isn't there or can't be read."""
    with explained():
        return load_experiment(name)


class Listed(NamedTuple):
    """An experiment as a list shows it."""

    name: str
    definition: Definition
    summary: ExperimentSummary
    standing: Standing


def load_all(study: str | None = None) -> tuple[list[Listed], list[str]]:
    """All experiments of a study, or those outside studies, the latest first; and complaints about those that
    can't be read."""
    listed, complaints = [], []
    for name in experiment_names(study):
        paths = ExperimentPaths(home() / name)
        try:
            definition = read_definition(paths.definition)
            summary = read_summary(paths) or summary_of(load_folder(paths).state)
        except (DefinitionError, JournalError) as error:
            complaints.append(f"{name} is damaged: {error}")
        else:
            listed.append(
                Listed(name, definition, summary, words.standing(has_tuner(paths), summary.finished))
            )
    return sorted(listed, key=lambda each: each.definition.created, reverse=True), complaints


def standing_of(record: ExperimentResult) -> Standing:
    finished = record.state.finished
    return words.standing(has_tuner(record.paths), finished.reason if finished else None)


def has_tuner(paths: ExperimentPaths) -> bool:
    """Whether a process holds the journal for writing."""
    return is_locked(paths.journal)


def backend_spec(definition: Definition) -> BackendSpec:
    """Where an experiment's jobs run; raises `BadExperiment` if this version of Tunewise doesn't know it."""
    try:
        return spec_from_json(definition.backend)
    except BackendError as error:
        raise BadExperiment(str(error)) from error


def find_trial(record: ExperimentResult, trial_id: int) -> Trial:
    """A trial by its number; raises `BadExperiment` if there is none."""
    total = len(record.state.trials)
    if not 0 <= trial_id < total:
        existing = f"there are trials 0 to {total - 1}" if total else "it has none yet"
        raise BadExperiment(f"{record.name!r} has no trial {trial_id}: {existing}.")
    return record.state.trials[trial_id]


def short_path(path: Path) -> str:
    """A path as a person would write it."""
    try:
        return f"~/{path.relative_to(Path.home())}"
    except ValueError:
        return str(path)


# ---- in words -------------------------------------------------------------------------------------------


def plan_fields(
    definition: Definition, problem: Problem, folder: Path, opened: Opened | None = None
) -> list[tuple[str, str]]:
    """What will run. opened: its workers, limits and price, if they differ from those of the first run.

    Raises `BadExperiment` if this version of Tunewise doesn't know its back end.
    """
    run = opened or definition
    backend = backend_spec(definition)
    script, *arguments = backend.script
    cost = f", {run.price:g} for a worker-hour" if has_price(run.price) else ""
    fields = {
        "script": " ".join([short_path(Path(script)), *map(shlex.quote, arguments)]),
        "runs on": backend.place,
        "method": _method(definition),
        "metric": f"{problem.metric}, {'smaller' if problem.mode == 'min' else 'larger'} is better",
        "resource": _resource(problem),
        "space": _space(problem),
        "limits": limits_in_words(run.limits, run.price),
        "workers": f"{run.workers}{cost}{', paid while idle' if run.pay_idle else ''}",
        "folder": short_path(folder),
        "tracked by": ", ".join(definition.trackers),
    }
    if isinstance(backend, ImportedBackend):  # what another tuner did it with isn't known
        fields = {"study": backend.study} | {
            name: fields[name] for name in ("metric", "resource", "space", "folder")
        }
    return [(label, text) for label, text in fields.items() if text]


def _method(definition: Definition) -> str:
    """The method with its arguments: `asha, type=promotion, grace_period=1, seed 0`."""
    method = definition.method
    arguments = [f"{name}={value}" for name, value in method.arguments.items() if value not in (None, [], "")]
    return ", ".join([method.name, *arguments, f"seed {method.seed}"])


def _resource(problem: Problem) -> str:
    """What a trial spends and how much of it; "" where neither is known."""
    if problem.resource_attr is None and problem.max_resource is None:
        return ""
    largest = "" if problem.max_resource is None else f" up to {problem.max_resource}"
    limit = "" if problem.max_resource_arg is None else f", limited by {problem.max_resource_arg}"
    return f"{problem.level_name}{largest}{limit}"


def _space(problem: Problem) -> str:
    """How many hyperparameters there are, and how many configurations if that is finite."""
    names = problem.space.names
    size = problem.space.cardinality
    configurations = "" if size is None else f", {count(size, 'configuration')}"
    return f"{count(len(names), 'hyperparameter')} ({', '.join(names)}){configurations}"


def standing_in_words(record: ExperimentResult) -> str:
    """Where an experiment stands and, if it doesn't run, how to resume it."""
    finished, standing = record.state.finished, standing_of(record)
    if standing is Standing.RUNNING:
        return f"running, {words.at_work(record.state)}"
    if standing is Standing.ABANDONED:
        return f"abandoned: its tuner was killed; `{resume_command(record)}` resumes it"
    detail = f": {finished.detail}" if finished and finished.detail else ""
    resume = f"; `{resume_command(record)}` resumes it" if standing is Standing.SUSPENDED else ""
    return f"{standing}{detail}{resume}"


def trials_in_words(record: ExperimentResult) -> str:
    """`41 trials (3 completed, 38 paused) in 12m 04s, 0.80 worker-hours`."""
    state = record.state
    states = f" ({words.counts(state.trials)})" if len(state.trials) else ""
    total = f"{count(len(state.trials), 'trial')}{states} in {duration(state.now)}"
    cost = money(state.cost(state.now), state.price)
    return ", ".join(filter(None, [total, cost, words.queued(state, state.now)]))


def print_outcome(record: ExperimentResult) -> None:
    """How an experiment ended, the best configuration, and what to do next."""
    state = record.state
    say(f"{words.ending(state.finished)}." if state.finished else "The experiment isn't over.")
    print_best(record)
    say(f"{trials_in_words(record)}.")
    name = record.name
    outlook = words.outlook(state)
    fields: list[tuple[str, str]] = [("outlook", outlook)] if outlook else []
    if state.notes or state.trials.having(Status.FAILED):
        fields.append(("problems", Command(f"tunewise show {name} --notes")))
    fields.append(("results", short_path(record.paths.results)))
    if record.best is not None:
        fields.append(("figure", Command(f"tunewise plot {name}")))
        fields.append(("retrain", Command(f"tunewise best {name}")))
    reason = state.finished.reason if state.finished else None
    if reason is not FinishReason.EXHAUSTED:
        label = "once fixed" if reason is FinishReason.FAILING else "go on"
        fields.append((label, Command(resume_command(record))))
    print_fields(fields)


def print_best(record: ExperimentResult) -> None:
    best = record.best
    if best is None:
        say(f"No trial reported {record.problem.metric}.")
        return
    say(f"Best {words.best_found(record.state.trials)}")
    say(f"  {configuration(record.best_config())}")


def resume_command(record: ExperimentResult) -> str:
    """The command that resumes, with each budget that is used up doubled until it leaves room."""
    state = record.state
    command = f"tunewise resume {record.name}"
    for flag, limit in LIMITS.items():
        before = state.opened.limits.get(limit) if state.opened else None
        if before is None or not used_up(limit, before, state):
            continue
        if limit == TARGET:
            command += f" --target {_better(state.trials):.3g}"
            continue
        more = before / 10 if limit == "min_gain" else 2 * before
        while limit in BUDGETS and more < 1.1 * BUDGETS[limit].spent(state, state.now):
            more *= 2
        is_time = settings_of(StoppingCriterion)[flag].format.is_duration
        text = short_duration(more) if is_time else f"{more:.15g}"
        command += f" --{flag.replace('_', '-')} {text}"
    return command


def _better(trials: Trials) -> float:
    """A value that is better than the best one by a tenth of it."""
    best = 0.0 if trials.best is None else trials.best.value
    return best - trials.problem.sign * (0.1 * abs(best) or 0.1)
