"""Studies of other tuners as experiments, which `show`, `plot`, `explain` and the console read as any."""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from statistics import median_low

from msgspec.structs import replace

from tunewise.backends.imported import ImportedBackend
from tunewise.definition import Definition, MethodSpec, write_definition
from tunewise.display.formats import count
from tunewise.earlier import EarlierError, EarlierStudy, EarlierTrial, read_earlier
from tunewise.elsewhere import begins_at, entries_of, fitted
from tunewise.engine.policy import Policy
from tunewise.events import (
    LONGEST_REMARK,
    Entry,
    Finish,
    FinishReason,
    HaltJob,
    JobEnded,
    Remark,
    Reported,
    Requested,
    Ticked,
)
from tunewise.housekeeping import founding
from tunewise.journal import write_journal
from tunewise.paths import ExperimentPaths
from tunewise.problem import Mode, Problem
from tunewise.results import load_folder, write_results
from tunewise.space import (
    Config,
    Domain,
    Space,
    SpaceError,
    Value,
    choice,
    lograndint,
    loguniform,
    randint,
    uniform,
)
from tunewise.space.learned import learned_space
from tunewise.space.text import read_constant
from tunewise.space.values import identity, number
from tunewise.version import __version__

LOG_FROM = 100.0
"""Positive numbers whose largest is so many times the smallest are taken for logarithmic, if most are
small: of many uniform ones, some are small, too."""
_RESOURCES = {"optuna": "step", "ray-tune": "training_iteration"}
"""What others count by themselves."""


@dataclass(frozen=True)
class Told:
    """What a person says of a study; None for what it says itself.

    metric: may be None for Optuna's, which has no name. space: domains and constants, as far as they are
    known. fill: what trials had of what they don't tell.
    """

    metric: str | None = None
    mode: Mode | None = None
    resource: str | None = None
    max_resource: int | None = None
    space: Mapping[str, Domain | Value] = field(default_factory=dict)
    fill: Mapping[str, Value] = field(default_factory=dict)


def import_study(reference: str, name: str, told: Told | None = None) -> str:
    """Makes an experiment of the study at a reference, as `read_earlier` has it. Returns what became of its
    trials, in a sentence.

    Raises EarlierError for what can't be read, ValueError for an impossible space, and `HousekeepingError` if
    there is an experiment of this name.
    """
    told, kind = told or Told(), reference.partition(":")[0]
    metric = told.metric or ("value" if kind == "optuna" else None)
    if kind == "tunewise" or metric is None:
        raise EarlierError(
            f"{reference} is an experiment already: `tunewise show` reads it."
            if kind == "tunewise"
            else f"Say which result of {reference} was improved: its metric is missing."
        )
    study = read_earlier(reference, metric, told.mode, told.resource, told.space)
    resource = told.resource or study.resource or _RESOURCES.get(kind)
    known = {**study.domains, **told.space}
    study = study._replace(trials=_read(study.trials, known), pruned=_read(study.pruned, known))
    trials = [*study.trials, *study.pruned]
    if not trials:
        raise EarlierError(f"{reference} has no trial with a value of {metric}.")
    levels = [level for trial in trials for level in trial.curve]
    space, largest = space_of([trial.config for trial in trials], known), max(levels, default=None)
    problem = Problem(
        space, metric, study.mode or told.mode, resource if levels else None, told.max_resource or largest
    )
    kept, misfits = fitted(study, problem, told.fill)
    remark = _remark(reference, study, kept, misfits, [name for name in space.names if name not in known])
    if not kept:
        raise EarlierError(remark)
    began = min((trial.began for trial in kept if trial.began is not None), default=None)
    definition = _definition(name, reference, problem, began)
    paths = ExperimentPaths.named(name)
    with founding(paths):
        write_journal(paths.journal, _journal(kept, problem, reference, remark))
        write_definition(paths.definition, definition)
        write_results(load_folder(paths))
    return remark


def _remark(
    reference: str,
    study: EarlierStudy,
    kept: Sequence[EarlierTrial],
    misfits: Sequence[str],
    guessed: Sequence[str],
) -> str:
    said = [f"{count(len(kept), 'trial')} of {reference}"]
    if study.left_out:
        said.append(f"{study.left_out} without a value left out")
    if misfits:
        said.append(f"{len(misfits)} that don't fit the space left out, for example because {misfits[0]}")
    if guessed:
        said.append(f"the bounds of {', '.join(guessed)} are those of the values that were tried")
    if study.note:
        said.append(study.note)
    if all(trial.began is None for trial in kept):
        said.append("it doesn't say when they ran")
    return "; ".join(said) + "."


def _definition(name: str, reference: str, problem: Problem, began: float | None) -> Definition:
    moment = datetime.now(UTC) if began is None else datetime.fromtimestamp(began, UTC)
    return Definition(
        name=name,
        created=moment.astimezone().isoformat(timespec="seconds"),
        version=__version__,
        problem=problem.to_json(),
        method=MethodSpec(reference.partition(":")[0], 0, {}),
        backend={"kind": ImportedBackend.kind, **ImportedBackend(reference).to_json()},
        workers=1,
        limits={},
        price=1.0,
        policy=Policy(),
    )


# ---- the space ------------------------------------------------------------------------------------------


def space_of(configs: Sequence[Config], known: Mapping[str, Domain | Value]) -> Space:
    """The space of what trials had. known: what is known of it, by name; of the rest the values that were
    seen tell the bounds. What only some trials had depends on something else, if one comparison tells them
    apart."""
    names = dict.fromkeys(name for config in configs for name in config)
    domains: dict[str, Domain] = {}
    constants: dict[str, Value] = {}
    for name in dict.fromkeys((*names, *known)):
        values = [config[name] for config in configs if name in config]
        entry = known[name] if name in known else _domain(values)
        if isinstance(entry, Domain) and (
            name in known or entry.cardinality != 1 or len(values) < len(configs)
        ):
            domains[name] = entry
        else:
            constants[name] = values[0] if isinstance(entry, Domain) else entry
    conditional = {
        name: domain for name, domain in domains.items() if name in names and not domain.conditions
    }
    learned = learned_space(
        conditional, [{n: v for n, v in each.items() if n in conditional} for each in configs]
    )
    return Space({**domains, **learned.domains, **constants})


def _read(trials: Iterable[EarlierTrial], known: Mapping[str, Domain | Value]) -> list[EarlierTrial]:
    """The trials without empty cells, and with numbers and constants that a table has as text."""
    return [
        trial._replace(
            config={
                name: _meant(value, known.get(name)) for name, value in trial.config.items() if value != ""
            }
        )
        for trial in trials
    ]


def _meant(value: Value, entry: Domain | Value) -> Value:
    if isinstance(entry, Domain):
        try:
            return entry.validate(value)
        except SpaceError:
            pass  # text of a number, or a misfit
    return read_constant(value)


def _domain(values: Sequence[Value]) -> Domain:
    """A domain that has these values."""
    numbers = [found for value in values if (found := number(value)) is not None]
    if len(numbers) < len(values) or len(set(numbers)) == 1:
        return choice([value for _, value in dict.fromkeys(map(identity, values))])
    lower, upper = min(numbers), max(numbers)
    log = lower > 0 and upper / lower >= LOG_FROM and median_low(numbers) < upper / 4
    if all(isinstance(found, int) for found in numbers):
        return (lograndint if log else randint)(int(lower), int(upper))
    return (loguniform if log else uniform)(lower, upper)


# ---- the journal ----------------------------------------------------------------------------------------


def _journal(
    trials: Sequence[EarlierTrial], problem: Problem, reference: str, remark: str
) -> Iterator[Entry]:
    """The lines of all trials in the order of time, and the end."""
    began = min((trial.began for trial in trials if trial.began is not None), default=0.0)
    begins = begins_at(trials)
    order = sorted(trials, key=lambda trial: -math.inf if trial.began is None else trial.began)
    streams = [
        _timed(entries_of(number, reference, trial, problem, begins), trial, began)
        for number, trial in enumerate(order)
    ]
    end = 0.0
    for entry in heapq.merge(*streams, key=lambda entry: entry.fact.time):
        end = entry.fact.time
        yield entry
    yield Entry(Requested(end, "import", Remark(remark[:LONGEST_REMARK])))
    yield Entry(Ticked(end), [Finish(end, FinishReason.EXHAUSTED, f"it was imported from {reference}")])


def _timed(entries: Iterable[Entry], trial: EarlierTrial, began: float) -> Iterator[Entry]:
    """The lines of a trial at its own times, as far as they are known."""
    start = 0.0 if trial.began is None else trial.began - began
    levels, total = sorted(trial.curve), trial.seconds.get(0, max(trial.seconds.values(), default=0.0))
    elapsed = 0.0
    for entry in entries:
        fact, actions = entry.fact, entry.actions
        if isinstance(fact, Reported | JobEnded):
            spent = total
            if isinstance(fact, Reported) and levels:
                spent = trial.seconds.get(levels[fact.seq], 0.0)
            elapsed = max(elapsed, spent)
            fact = replace(fact, elapsed=elapsed)
        if trial.completed:  # also below the largest level of others
            actions = [action for action in actions if not isinstance(action, HaltJob)]
        time = start + elapsed
        yield Entry(replace(fact, time=time), [replace(action, time=time) for action in actions])
