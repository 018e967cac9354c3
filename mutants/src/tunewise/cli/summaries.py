"""What `run`, `resume` and `show` say about an experiment as a whole."""

import shlex
from pathlib import Path

from tunewise.cli.limits import LIMITS
from tunewise.cli.records import backend_of
from tunewise.definition import Definition
from tunewise.display import words
from tunewise.display.budget import limits_in_words
from tunewise.display.formats import configuration, count, duration, gist, money
from tunewise.display.printing import Command, print_fields, say, say_as_is
from tunewise.display.words import Standing
from tunewise.engine.stopping import BUDGETS, used_up
from tunewise.events import FinishReason, Opened
from tunewise.options import short_duration
from tunewise.problem import Problem
from tunewise.results import ExperimentResult
from tunewise.trial import Status


def plan_fields(
    definition: Definition, problem: Problem, folder: Path, opened: Opened | None = None
) -> list[tuple[str, str]]:
    """What will run. opened: its workers, limits and price, if they aren't those of the first run.

    Raises `BadExperiment` where its jobs run on what this version of Tunewise doesn't know.
    """
    workers = opened.workers if opened else definition.workers
    limits = opened.limits if opened else definition.limits
    price = opened.price if opened else definition.price
    pay_idle = opened.pay_idle if opened else definition.pay_idle
    backend = backend_of(definition)
    script, *arguments = backend.script
    cost = "" if price == 1.0 else f", {price:g} for a worker-hour"
    fields = {
        "script": " ".join([short_path(Path(script)), *map(shlex.quote, arguments)]),
        "runs on": backend.place,
        "method": method_in_words(definition),
        "metric": metric_in_words(problem),
        "resource": resource_in_words(problem),
        "space": space_in_words(problem),
        "limits": limits_in_words(limits, price),
        "workers": f"{workers}{cost}{', paid while idle' if pay_idle else ''}",
        "folder": short_path(folder),
    }
    return [(label, text) for label, text in fields.items() if text]


def method_in_words(definition: Definition) -> str:
    """The method with its arguments: `asha, type=promotion, grace_period=1, seed 0`."""
    method = definition.method
    arguments = [f"{name}={value}" for name, value in method.arguments.items() if value not in (None, [], "")]
    return ", ".join([method.name, *arguments, f"seed {method.seed}"])


def metric_in_words(problem: Problem) -> str:
    return f"{problem.metric}, {'smaller' if problem.mode == 'min' else 'larger'} is better"


def resource_in_words(problem: Problem) -> str:
    """What a trial spends and how much of it; "" where nothing was said of it."""
    if problem.resource_attr is None and problem.max_resource is None:
        return ""
    largest = "" if problem.max_resource is None else f" up to {problem.max_resource}"
    limit = "" if problem.max_resource_arg is None else f", limited by --{problem.max_resource_arg}"
    return f"{problem.level_name}{largest}{limit}"


def space_in_words(problem: Problem) -> str:
    """How many hyperparameters there are, and how many configurations where that is a number."""
    names = problem.space.names
    size = problem.space.cardinality
    number_of = "" if size is None else f", {count(size, 'configuration')}"
    return f"{count(len(names), 'hyperparameter')} ({', '.join(names)}){number_of}"


def standing_in_words(record: ExperimentResult, standing: Standing) -> str:
    """Where an experiment stands and, if it doesn't run, how to go on."""
    finished = record.state.finished
    if standing is Standing.RUNNING:
        return f"running, {words.at_work(record.state)}"
    if standing is Standing.ABANDONED:
        return f"abandoned: its tuner was killed; `{_resume_command(record)}` goes on"
    detail = f": {finished.detail}" if finished and finished.detail else ""
    going_on = f"; `{_resume_command(record)}` goes on" if standing is Standing.SUSPENDED else ""
    return f"{standing.value}{detail}{going_on}"


def trials_in_words(record: ExperimentResult) -> str:
    """`41 trials (3 completed, 38 paused) in 12m 04s, 0.80 worker-hours`."""
    state = record.state
    states = f" ({words.counts(state.trials)})" if len(state.trials) else ""
    cost = money(state.cost(state.now), state.price)
    told = [f"{count(len(state.trials), 'trial')}{states} in {duration(state.now)}", cost]
    return ", ".join(filter(None, [*told, words.queued(state, state.now)]))


def print_outcome(record: ExperimentResult) -> None:
    """How an experiment ended, the best configuration, and what to do next."""
    state = record.state
    say(f"{words.ending(state.finished)}." if state.finished else "The experiment isn't over.")
    print_best(record)
    say(f"{trials_in_words(record)}.")
    name = record.name
    fields: list[tuple[str, str]] = []
    if state.notes or state.trials.having(Status.FAILED):
        fields.append(("problems", Command(f"tunewise show {name} --notes")))
    fields.append(("results", short_path(record.paths.results)))
    if record.best is not None:
        fields.append(("figure", Command(f"tunewise plot {name}")))
        fields.append(("retrain", Command(f"tunewise best {name}")))
    reason = state.finished.reason if state.finished else None
    if reason is not FinishReason.EXHAUSTED:
        label = "once mended" if reason is FinishReason.FAILING else "go on"
        fields.append((label, Command(_resume_command(record))))
    print_fields(fields)


def print_best(record: ExperimentResult) -> None:
    best = record.best
    if best is None:
        say(f"No trial reported {record.problem.metric}.")
        return
    say(f"Best {words.best_found(record.state.trials)}")
    say(f"  {configuration(record.best_config())}")


def print_failures(record: ExperimentResult) -> None:
    """Why an experiment failed: the last failed trial's own words, a traceback if there was one."""
    failed = list(record.state.trials.having(Status.FAILED).values())
    if not failed:
        return
    trial = failed[-1]
    assert trial.failure is not None
    say(f"\nTrial {trial.id} ({configuration(trial.config)}) failed:\n", err=True)
    say_as_is(trial.failure.message.rstrip(), err=True)
    others = {gist(other.failure.message) for other in failed[:-1] if other.failure is not None}
    others.discard(gist(trial.failure.message))
    for message in sorted(others)[:3]:
        say(f"\nand another: {message}", err=True)
    name = record.name
    say(f"\nAll that it printed: `tunewise logs {name} {trial.id} --stderr`", err=True)


def _resume_command(record: ExperimentResult) -> str:
    """The command that goes on, with more of each limit that is used up: twice as much, or twice that."""
    state = record.state
    command = f"tunewise resume {record.name}"
    for flag, limit in LIMITS.items():
        before = state.opened.limits.get(limit) if state.opened else None
        if before is None or not used_up(limit, before, state):
            continue
        more, spent = 2 * before, BUDGETS[limit].spent(state, state.now)
        while more < 1.1 * spent:
            more *= 2
        text = short_duration(more) if flag == "max_wallclock" else f"{more:.15g}"
        command += f" --{flag.replace('_', '-')} {text}"
    return command


def short_path(path: Path) -> str:
    """A path as a person would write it."""
    try:
        return f"~/{path.relative_to(Path.home())}"
    except ValueError:
        return str(path)
