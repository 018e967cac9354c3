"""A successor of an experiment: another one, with another space or method, whose journal begins with that of
the earlier one as far as trials fit. The earlier one stays as it is."""

from __future__ import annotations

import dataclasses
import itertools
import os
import re
import shutil
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from msgspec.structs import replace

from tunewise import methods
from tunewise.backends import spec_from_json
from tunewise.backends.imported import ImportedBackend
from tunewise.backends.specs import FolderBackendSpec, Location
from tunewise.definition import Definition, MethodSpec, write_definition
from tunewise.disk import sync
from tunewise.display.formats import count, listed
from tunewise.elsewhere import check_fill, fitting
from tunewise.engine.state import State
from tunewise.events import (
    LONGEST_REMARK,
    Action,
    Enqueue,
    Entry,
    Fact,
    Remark,
    Request,
    Requested,
    StartJob,
    StopTrial,
    Ticked,
)
from tunewise.housekeeping import founding, idle
from tunewise.journal import write_journal
from tunewise.paths import ExperimentPaths
from tunewise.problem import Problem
from tunewise.results import ExperimentResult, load_folder
from tunewise.schedulers.base import Method
from tunewise.space import Config, Domain, Space, SpaceError, Value
from tunewise.space.text import read_constant
from tunewise.trial import TERMINAL, JobId
from tunewise.tuner import Changes, TunerError
from tunewise.version import __version__
from tunewise.worker.files import write_json

About = TypeVar("About", Fact, Action, Request)


@dataclass(frozen=True)
class Difference:
    """What is different about a successor; nothing else is.

    space: domains and constants that are added, or take the place of those with their names. without: names
    that aren't in it any more. fill: what the trials so far had of what is added; may be texts. method,
    arguments: by default those of the earlier experiment; another method has no arguments but these. seed: by
    default the next one.
    """

    space: Mapping[str, Domain | Value] = field(default_factory=dict)
    without: Collection[str] = ()
    fill: Mapping[str, Value] = field(default_factory=dict)
    method: str | None = None
    arguments: Mapping[str, Any] = field(default_factory=dict)
    seed: int | None = None


class _Kept(NamedTuple):
    """What becomes of a trial that fits. id, config: from now on. shortened: whether its configuration has
    lost a value, so that it can't go on from its checkpoint."""

    id: int
    config: Config
    shortened: bool


class _Fit(NamedTuple):
    """How the trials of an experiment fit. misfits: why the others don't, by trial. lost: how many
    configurations that people asked for don't."""

    kept: Mapping[int, _Kept]
    misfits: Mapping[int, str]
    lost: int
    space: Space
    fill: Mapping[str, Value]

    def config(self, before: Config) -> Config | None:
        """A configuration as it is from now on; None for one that doesn't fit."""
        try:
            return fitting(before, self.space, self.fill)
        except SpaceError:
            return None


def found(
    name: str, difference: Difference, new: str | None = None, changes: Changes | None = None
) -> tuple[str, str]:
    """Makes a successor of an experiment, which `resume` continues. Returns its name, and how the trials fit.

    new: its name; by default the earlier one's with a number. changes: with which it will be resumed;
    raises `TunerError` if that would run nothing.

    A successor is there once it is complete. Raises `TunerError` if there can't be one, ValueError for an
    impossible space or method, `HousekeepingError` if there is one of this name, and that, `DefinitionError`
    and `JournalError` if the earlier experiment is at work or can't be read.
    """
    paths = ExperimentPaths.named(name)
    target = _free(name) if new is None else ExperimentPaths.named(new)
    if paths.is_of_study or target.is_of_study:
        raise TunerError("An experiment of a study has the study's space and methods: change those.")
    with idle(paths):
        record = load_folder(paths)
        _refuse(record)
        problem = _problem(record.problem, difference)
        method = _method(record.definition.method, problem, difference)
        spec_from_json(record.definition.backend).check_problem(problem)
        fit = _fit(record.state, problem.space, difference.fill)
        if not fit.kept:
            raise TunerError(f"Nothing of {name} can be kept: {_why_not(fit) or 'it has no trials yet'}.")
        remark = _remark(record, target, fit)
        entries = [*_rewritten(record, fit), *_closing(record, fit, remark)]
        definition = replace(
            record.definition,
            name=target.name,
            created=datetime.now(UTC).astimezone().isoformat(timespec="seconds"),
            version=__version__,
            problem=problem.to_json(),
            method=MethodSpec(method.name, method.seed, dict(method.arguments)),
        )
        _check(target, definition, problem, entries, changes)
        _write(record, target, definition, problem, entries, fit)
    return target.name, remark


def _free(name: str) -> ExperimentPaths:
    """The first place that is free for a successor without a given name: that of `lm` and of `lm-2` may be
    `lm-3`."""
    first = re.sub(r"-\d\d?$", "", name)
    places = (ExperimentPaths.named(f"{first}-{number}") for number in itertools.count(2))
    return next(place for place in places if not os.path.lexists(place.folder))


def _refuse(record: ExperimentResult) -> None:
    """Raises `TunerError` or `BackendError` for what can have no successor."""
    spec, name = spec_from_json(record.definition.backend), record.name
    if isinstance(spec, ImportedBackend):
        spec.check(1)
    if spec.location is Location.REMOTE and not isinstance(spec, FolderBackendSpec):
        raise TunerError(
            f"The checkpoints of {name} aren't in its folder but on {spec.kind}, so that it can't go on with "
            "another space or method: begin a new experiment, with its best configurations by --from."
        )
    if record.state.busy:
        raise TunerError(f"The tuner of {name} was killed while jobs ran: `tunewise stop {name}` ends them.")


# ---- what is different ----------------------------------------------------------------------------------


def _problem(before: Problem, difference: Difference) -> Problem:
    space = before.space
    entries = {**dict.fromkeys(space.to_text()), **space.domains, **space.constants}
    for name in difference.without:
        if name not in entries:
            raise SpaceError(f"There is no {name} to leave out: there are {', '.join(entries)}.")
        del entries[name]
    after = Space.of({**entries, **difference.space})
    check_fill(difference.fill, after)
    return Problem.from_json({**before.to_json(), "space": after.to_text()})


def _method(before: MethodSpec, problem: Problem, difference: Difference) -> Method:
    name, seed = difference.method or before.name, difference.seed
    same = name.lower().replace("-", "_") == before.name
    arguments = {**(before.arguments if same else {}), **difference.arguments}
    # with the same seed, draws of trials that are gone would come again
    return methods.build(name, problem, before.seed + 1 if seed is None else seed, arguments)


def _fit(state: State, space: Space, fill: Mapping[str, Value]) -> _Fit:
    fill = {name: read_constant(value) if name in space.constants else value for name, value in fill.items()}
    kept: dict[int, _Kept] = {}
    misfits: dict[int, str] = {}
    for trial in state.trials:
        try:
            config = fitting(trial.config, space, fill)
        except SpaceError as error:
            misfits[trial.id] = str(error).rstrip(".")
        else:
            kept[trial.id] = _Kept(len(kept), config, not trial.config.keys() <= config.keys())
    fit = _Fit(kept, misfits, 0, space, fill)
    return fit._replace(lost=sum(fit.config(config) is None for config in state.wanted.values()))


def _check(
    target: ExperimentPaths,
    definition: Definition,
    problem: Problem,
    entries: Sequence[Entry],
    changes: Changes | None,
) -> None:
    """Raises ValueError for entries that can't be a journal, and `TunerError` where nothing would run."""
    state = State(problem, definition.policy.retry)
    for entry in entries:
        state.replay(entry)
    if changes is None:
        return
    result = ExperimentResult(target, definition, problem, state)
    limits = {**result.last_run.limits, **changes.limits}
    dataclasses.replace(changes, limits=limits).applied_to(result)


# ---- in words -------------------------------------------------------------------------------------------


def _why_not(fit: _Fit) -> str:
    return next((f"trial {trial}: {why}" for trial, why in fit.misfits.items()), "")


def _remark(record: ExperimentResult, target: ExperimentPaths, fit: _Fit) -> str:
    trials, kept = record.state.trials, fit.kept
    told = [f"{target.name} goes on from {record.name} with {len(kept)} of {count(len(trials), 'trial')}"]
    if fit.misfits:
        told.append(f"without {listed('trial', list(fit.misfits))} ({_why_not(fit)})")
    if fit.lost:
        told.append(f"without {count(fit.lost, 'configuration')} of those that were to be tried")
    pairs = [(trials[old].config.keys(), one.config.keys()) for old, one in kept.items()]
    new = {name for before, after in pairs for name in after - before}
    gone = {name for before, after in pairs for name in before - after}
    if new:
        told.append(f"what they were trained with is filled in for {', '.join(sorted(new))}")
    if gone:
        told.append(f"they differ in {', '.join(sorted(gone))}, which the space no longer has")
    ended = [old for old in _unfinished(record, fit) if kept[old].shortened]
    again = [old for old in _unfinished(record, fit) if not kept[old].shortened and _starts_over(record, old)]
    if ended:
        told.append(f"{count(len(ended), 'trial')} that weren't over can't go on without them, and ended")
    if again:
        told.append(f"{count(len(again), 'trial')} without a checkpoint begin again where they go on")
    return "; ".join(told) + "."


def _unfinished(record: ExperimentResult, fit: _Fit) -> list[int]:
    return [old for old in fit.kept if record.state.trials[old].status not in TERMINAL]


def _starts_over(record: ExperimentResult, trial_id: int) -> bool:
    """Whether jobs leave files, and the trial's have left no checkpoint."""
    checkpoint = record.paths.checkpoint(trial_id)
    return record.paths.trials.exists() and not (checkpoint.is_dir() and any(checkpoint.iterdir()))


# ---- the journal ----------------------------------------------------------------------------------------


def _rewritten(record: ExperimentResult, fit: _Fit) -> Iterator[Entry]:
    """The journal without what was about trials that aren't kept."""
    for fact, actions in ((entry.fact, entry.actions) for entry in record.entries()):
        about = _about(fact, fit.kept)
        following = [_action(action, fit) for action in actions]
        if about is not None or any(following):
            now = Ticked(time=fact.time) if about is None else about
            yield Entry(now, [action for action in following if action is not None])


def _action(action: Action, fit: _Fit) -> Action | None:
    if isinstance(action, Enqueue):
        config = fit.config(action.config)
        return None if config is None else replace(action, config=config)
    about = _about(action, fit.kept)
    if about is None or not isinstance(action, StartJob):
        return about
    parent = action.why.get("parent")  # of a mutation
    why = {name: value for name, value in action.why.items() if name != "parent"}
    if isinstance(parent, int) and parent in fit.kept:
        why["parent"] = fit.kept[parent].id
    return replace(about, config=fit.kept[action.trial_id].config, why=why)


def _about(event: About, kept: Mapping[int, _Kept]) -> About | None:
    """The same, with the new number of the trial that it is about; None if that isn't kept."""
    if isinstance(event, Requested):
        request = _about(event.request, kept)
        return None if request is None else replace(event, request=request)
    job: JobId | None = getattr(event, "job", None)
    trial_id: int | None = job.trial_id if job is not None else getattr(event, "trial_id", None)
    if trial_id is None:
        return event
    if trial_id not in kept:
        return None
    number = kept[trial_id].id
    changed = {"trial_id": number} if job is None else {"job": JobId(number, job.run)}
    return replace(event, **changed)


def _closing(record: ExperimentResult, fit: _Fit, remark: str) -> Iterator[Entry]:
    """Ends what can't go on, and notes for people what happened."""
    time = record.state.now
    ended = [fit.kept[old].id for old in _unfinished(record, fit) if fit.kept[old].shortened]
    stops: list[Action] = [StopTrial(time=time, trial_id=number) for number in ended]
    yield Entry(Requested(time=time, id="successor", request=Remark(remark[:LONGEST_REMARK])), stops)


# ---- the folder -----------------------------------------------------------------------------------------


def _write(
    record: ExperimentResult,
    target: ExperimentPaths,
    definition: Definition,
    problem: Problem,
    entries: Sequence[Entry],
    fit: _Fit,
) -> None:
    with founding(target):
        for path in (record.paths.function, *record.paths.folder.glob("function-*.pickle")):
            if path.exists():
                shutil.copy2(path, target.folder)
        for old, (number, config, _) in fit.kept.items():
            if record.paths.trial(old).exists():
                _copy_folder(record.paths.trial(old), target.trial(number))
                arguments = problem.arguments(config, record.state.trials[old].jobs[0].until)
                write_json(str(target.config(number)), arguments, indent=2)
        write_journal(target.journal, entries)
        write_definition(target.definition, definition)


def _copy_folder(source: Path, target: Path) -> None:
    """Copies it, as a script may write into a checkpoint, and thus into both if they were links."""

    def copy(one: str, other: str) -> None:
        shutil.copy2(one, other)
        sync(Path(other))

    shutil.copytree(source, target, symlinks=True, copy_function=copy)
