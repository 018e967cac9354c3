"""Trials that were trained elsewhere, as the beginning of a journal, so that any method learns from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, get_args

from tunewise.display.formats import count
from tunewise.earlier import EarlierError, EarlierStudy, EarlierTrial, first_tries, known_of, read_earlier
from tunewise.events import Entry, HaltJob, JobEnded, Reported, StartJob, Ticked
from tunewise.problem import Problem
from tunewise.space import Config, Space, SpaceError, Value
from tunewise.trial import ELSEWHERE, JobId, Status

EarlierAs = Literal["tries", "observations"]
"""What the trials of an earlier study are."""
TRIES = 10
"""So many are tried, if nobody says how many."""


class Beginning(NamedTuple):
    """How an experiment begins. first: configurations that are tried. history: with which its journal begins.
    remark: how an earlier study fits, in a sentence."""

    first: Sequence[Config] = ()
    history: Sequence[Entry] = ()
    remark: str = ""


class Observations(NamedTuple):
    """entries: with which a journal can begin. remark: how the trials fit, in a sentence."""

    entries: list[Entry]
    remark: str


def observations(
    study: EarlierStudy, problem: Problem, name: str, fill: Mapping[str, Value] | None = None
) -> Observations:
    """The trials of an earlier study as observations. Metric and resource must mean the same there.

    name: of the study. fill: what its trials were trained with of hyperparameters, and constants, that it
    doesn't tell; may be texts.
    """
    trials, misfits = fitted(study, problem, fill or {})
    begins = begins_at(trials)
    entries = [
        each for at, trial in enumerate(trials) for each in entries_of(at, name, trial, problem, begins)
    ]
    bare = sum(not trial.curve for trial in trials)
    total = count(len(trials) + len(misfits), "trial")
    remark = f"{len(trials)} of {total} of {name} are observations, if {problem.metric}"
    remark += f" and {problem.level_name} mean" if problem.max_resource else " means"
    remark += " the same there as here"
    if bare and problem.max_resource:
        remark += f"; {bare} of them tell only how they ended"
    if study.note:
        remark += f"; {study.note}"
    if misfits:
        remark += f"; {count(len(misfits), 'trial')} can't be kept, for example because {misfits[0]}"
    return Observations(entries, f"{remark}.")


def fitted(
    study: EarlierStudy, problem: Problem, fill: Mapping[str, Value]
) -> tuple[list[EarlierTrial], list[str]]:
    """The trials that fit a problem, with complete configurations, and why each other one doesn't. Raises
    `SpaceError` as `check_fill`."""
    trials: list[EarlierTrial] = []
    misfits: list[str] = []
    largest = problem.max_resource
    check_fill(fill, problem.space)
    for trial in (*study.trials, *study.pruned):
        if largest is not None and trial.curve and min(trial.curve) > largest:
            misfits.append(f"nothing is known of it up to {problem.level_name} {largest}")
            continue
        told = {name: value for name, value in trial.config.items() if value != ""}
        known = {name: told[name] for name in problem.space.constants if name in told}
        try:
            config = fitting({**known, **known_of(trial.config, problem)}, problem.space, fill)
        except SpaceError as error:
            misfits.append(str(error).rstrip("."))
        else:
            trials.append(trial._replace(config=config))
    return trials, misfits


def beginning(
    reference: str | None,
    earlier_as: EarlierAs,
    most: int | None,
    fill: Mapping[str, Value],
    problem: Problem,
) -> Beginning:
    """How an experiment begins with the study at a reference, if any. most: how many of its trials are tried;
    None: as usual. fill: as for `observations`.

    Raises EarlierError as `read_earlier`, if nothing fits, and for what would say nothing; `SpaceError` as
    `check_fill`.
    """
    if earlier_as not in get_args(EarlierAs):
        raise EarlierError(f"An earlier study can't be taken as {earlier_as!r}: say tries or observations.")
    learns = earlier_as == "observations"
    if (learns and reference is None) or (fill and not learns):
        raise EarlierError(
            "earlier_as and fill= are about an earlier study whose trials are observations: give earlier= "
            "and earlier_as=observations, too."
        )
    if most is not None and (learns or reference is None):
        raise EarlierError(
            "earlier_best is about an earlier study whose best trials are tried again: give earlier= and no "
            "earlier_as=observations."
        )
    if reference is None:
        return Beginning()
    if not learns:
        first, remark = first_tries(reference, TRIES if most is None else most, problem)
        return Beginning(first, remark=remark)
    study = read_earlier(reference, problem.metric, problem.mode, problem.resource_attr, problem.space.names)
    found = observations(study, problem, reference, fill)
    if not found.entries:
        raise EarlierError(f"Nothing of {reference} can be an observation: {found.remark}")
    return Beginning(history=found.entries, remark=found.remark)


def check_fill(fill: Mapping[str, Value], space: Space) -> None:
    """Raises `SpaceError` for a name that the space doesn't have."""
    for name in fill:
        if name not in {*space.names, *space.constants}:
            raise SpaceError(f"There is no {name} to fill: add it by --space.")


def fitting(config: Mapping[str, Value], space: Space, fill: Mapping[str, Value]) -> Config:
    """A configuration of another space in this one, of which it may have more.

    fill: what it was trained with of hyperparameters that it lacks. Values may be texts. Raises `SpaceError`
    for a value that the space doesn't have, and for what is lacking all the same.
    """
    known = {name: value for name, value in config.items() if name in {*space.names, *space.constants}}
    return space.completed(known, texts=True, fill=fill)


def begins_at(trials: Iterable[EarlierTrial]) -> int:
    """The level at which trials report first, as far as their learning curves show it: of those that a table
    has one row of, that is the end."""
    return min((min(trial.curve) for trial in trials if len(trial.curve) > 1), default=1)


def entries_of(
    number: int, study: str, trial: EarlierTrial, problem: Problem, begins: int = 1
) -> Iterator[Entry]:
    """The lines of a trial, all at the experiment's beginning. number: it becomes this trial. study: where it
    was trained, and begins: the level at which its trials report first."""
    largest, job = problem.max_resource, JobId(number, 0)
    # where nothing counts levels, a trial is its value at the end
    counts = problem.resource_attr is not None or largest is not None
    levels = [level for level in sorted(trial.curve) if counts and (largest is None or level <= largest)]
    curve = [(level, trial.curve[level]) for level in levels] or [(largest or 1, trial.value)]
    why: dict[str, Value] = {"kind": ELSEWHERE, "study": study}
    if curve[0][0] > begins:  # its value there is no match for those at lower levels
        why["unseen"] = curve[0][0] - 1
    start = StartJob(time=0.0, trial_id=number, config=trial.config, until=largest, why=why)
    yield Entry(Ticked(time=0.0), [start])
    stop = HaltJob(time=0.0, job=job, target=Status.STOPPED, why={"kind": ELSEWHERE})
    ends_early = largest is not None and curve[-1][0] < largest
    for seq, (level, value) in enumerate(curve):
        values: dict[str, Value] = {problem.metric: value}
        if problem.resource_attr is not None:
            values[problem.resource_attr] = level
        fact = Reported(time=0.0, job=job, seq=seq, elapsed=0.0, values=values)
        yield Entry(fact, [stop] if ends_early and seq + 1 == len(curve) else [])
    yield Entry(JobEnded(time=0.0, job=job, elapsed=0.0))
