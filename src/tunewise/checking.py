"""Checks that the files of an experiment are intact and consistent, and accepts manual edits."""

import io
import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tunewise import methods
from tunewise.backends import spec_from_json
from tunewise.backends.base import BackendError
from tunewise.backends.imported import ImportedBackend
from tunewise.backends.orphans import experiment_mark, kill_marked
from tunewise.definition import Definition, DefinitionError, read_definition
from tunewise.disk import is_locked
from tunewise.display.formats import count, listed
from tunewise.engine.state import State
from tunewise.events import Entry
from tunewise.journal import JournalError, examine_journal, only_writer, write_journal
from tunewise.paths import ExperimentPaths
from tunewise.problem import Problem
from tunewise.results import ExperimentResult, ResultTable, load_folder, problem_of, write_csv, write_results
from tunewise.trial import JobId

MAX_LISTED = 10  # flaws of the journal that are listed one by one


@dataclass(frozen=True)
class Findings:
    """What a check found, each in a sentence.

    flaws: what prevents the experiment from continuing as it is. notes: what does no harm. kept: what can be
    kept of the journal. way_out: what to do about flaws.
    """

    flaws: tuple[str, ...]
    notes: tuple[str, ...] = ()
    kept: str = ""
    way_out: str = ""


class AcceptError(RuntimeError):
    """An edit that can't be accepted; the message says why, and what to do."""


@dataclass
class _Read:
    """A journal as far as it can be replayed.

    state, table, entries: up to the first line that can't be read or replayed. unusable: why that line can't;
    "" if there is none. first_flaw: the first line with a flaw; sound: what comes before it. lines: the
    number of the last line.
    """

    state: State
    table: ResultTable = field(default_factory=ResultTable)
    entries: list[Entry] = field(default_factory=list)
    flaws: list[str] = field(default_factory=list)
    unusable: str = ""
    first_flaw: int | None = None
    sound: str = ""
    lines: int = 1


def check_experiment(paths: ExperimentPaths) -> Findings:
    """Checks the folder of an experiment; changes nothing. Raises `DefinitionError` if there is none."""
    jobs = jobs_on_disk(paths)  # listed first, as the journal is written before jobs start
    try:
        definition = read_definition(paths.definition)
        problem = problem_of(definition, paths)
        flaws = list(_flaws_of_definition(definition, problem, paths))
        read = _read(paths, definition, problem)
    except DefinitionError as error:
        if not paths.definition.exists():
            raise
        return Findings((str(error),))
    except JournalError as error:
        return Findings((*flaws, str(error)))
    unknown = unknown_jobs(jobs, read.state)
    flaws_of_journal = read.flaws[:MAX_LISTED]
    if len(read.flaws) > MAX_LISTED:
        flaws_of_journal.append(f"So are {len(read.flaws) - MAX_LISTED:,} more lines of the journal.")
    if unknown and not read.flaws:
        flaws_of_journal.append(f"The journal knows nothing of {_in_words(unknown)}: its end is missing.")
    return Findings(
        (*flaws, *flaws_of_journal),
        tuple(_notes(paths, definition, problem, read, jobs)),
        read.sound or _extent(read.lines, len(read.state.trials), read.state.trials.num_reports),
        _way_out(paths.name, read) if flaws_of_journal else "",
    )


def accept_edit(paths: ExperimentPaths) -> Path | None:
    """Accepts the journal as it is now: its lines are numbered and signed again.

    Folders of jobs that the journal doesn't mention are set aside, with the previous journal. Returns where;
    None if there is nothing to accept. Raises `AcceptError` if it can't be the journal of an experiment,
    `DefinitionError` and `JournalError`.
    """
    definition = read_definition(paths.definition)
    problem = problem_of(definition, paths)
    if not paths.journal.exists():
        raise JournalError(f"There is no journal at {paths.journal}: restore it.")
    try:
        with only_writer(paths.journal, paths.name):
            aside = _accept(paths, definition, _read(paths, definition, problem))
        if aside is not None:
            write_results(load_folder(paths))
    except OSError as error:
        raise AcceptError(f"{paths.folder} can't be written ({error.strerror}): mend that.") from error
    return aside


def jobs_on_disk(paths: ExperimentPaths) -> list[JobId]:
    """The jobs that have a folder."""
    trials = _numbers(paths.trials)
    return [JobId(trial, run) for trial in trials for run in _numbers(paths.jobs(trial))]


def unknown_jobs(jobs: Sequence[JobId], state: State) -> list[JobId]:
    """The jobs that a journal doesn't mention. As every job is in it before it begins, such a journal has
    lost its end."""
    trials = state.trials
    return [job for job in jobs if job.trial_id >= len(trials) or job.run >= len(trials[job.trial_id].jobs)]


def refuse_unknown_jobs(result: ExperimentResult) -> None:
    """Raises `JournalError` if the folder has a job that the journal doesn't mention: its files would be
    mistaken for those of the next job with its number."""
    unknown = unknown_jobs(jobs_on_disk(result.paths), result.state)
    if unknown:
        raise JournalError(
            f"{result.paths.journal} knows nothing of {_in_words(unknown)}, which lie in its folder, so its "
            f"end is missing: restore it, or go on without by `tunewise check {result.name} --accept`."
        )


# ---- the journal -----------------------------------------------------------------------------------------


def _read(paths: ExperimentPaths, definition: Definition, problem: Problem) -> _Read:
    read = _Read(State(problem, definition.policy.retry))
    for line in examine_journal(paths.journal):
        counts, flaw = (len(read.state.trials), read.state.trials.num_reports), line.flaw
        if line.entry is None:
            read.unusable = read.unusable or f"Line {line.number} {flaw}"
        elif not read.unusable:
            try:
                reading = read.state.replay(line.entry)
            except (ValueError, IndexError) as error:
                flaw = f"can't follow the lines before it ({error})"
                read.unusable = f"Line {line.number} {flaw}"
            else:
                read.entries.append(line.entry)
                read.table.take(read.state, line.entry, reading)
        if flaw:
            read.flaws.append(f"Line {line.number} of {paths.journal.name} {flaw}.")
            if read.first_flaw is None:
                read.first_flaw, read.sound = line.number, _extent(line.number - 1, *counts)
        read.lines = line.number
    return read


def _extent(lines: int, trials: int, reports: int) -> str:
    content = f"{count(trials, 'trial')} and {count(reports, 'report')}"
    return f"{count(lines, 'line')} of the journal, with {content}"


def _way_out(name: str, read: _Read) -> str:
    accept = f"`tunewise check {name} --accept`"
    if not read.flaws:
        return f"Restore the journal, or go on without its end by {accept}, which sets those folders aside."
    cut = f"delete line {read.first_flaw} of the journal and all that follow, and run {accept}"
    if read.unusable:
        return f"Restore what was changed; or {cut}."
    return f"Restore what was changed; or, if it was changed on purpose, keep it by {accept}; or {cut}."


def _accept(paths: ExperimentPaths, definition: Definition, read: _Read) -> Path | None:
    if read.unusable:
        raise AcceptError(f"{read.unusable}: mend it, or delete it, and accept the journal then.")
    unknown = unknown_jobs(jobs_on_disk(paths), read.state)
    if not read.flaws and not unknown:
        return None
    if not read.entries:
        raise AcceptError(f"{paths.journal} has no entries, so there is nothing to go on with: restore it.")
    _end_processes(paths, definition, unknown)
    aside = paths.set_aside()
    aside.mkdir()
    shutil.copyfile(paths.journal, aside / paths.journal.name)
    for path in (*_folders(paths, unknown, read.state), paths.outcome):
        if path.exists():
            target = aside / path.relative_to(paths.folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            path.rename(target)
    write_journal(paths.journal, read.entries)
    return aside


def _folders(paths: ExperimentPaths, unknown: Sequence[JobId], state: State) -> list[Path]:
    """The folders that belong to these jobs alone."""
    trials = {job.trial_id for job in unknown if job.trial_id >= len(state.trials)}
    jobs = [paths.job(job).folder for job in unknown if job.trial_id not in trials]
    return [*map(paths.trial, sorted(trials)), *jobs]


def _end_processes(paths: ExperimentPaths, definition: Definition, jobs: Sequence[JobId]) -> None:
    """Raises `AcceptError` if some of them still run, and `BackendError` if that is unknown."""
    mark = experiment_mark(paths.folder)
    unwanted = {f"{mark}{job}" for job in jobs}
    if not kill_marked(unwanted.__contains__) or spec_from_json(definition.backend).alive(paths, jobs):
        raise AcceptError(f"{_in_words(jobs)} can't be ended: end what runs of them, and accept then.")


# ---- other files -----------------------------------------------------------------------------------------


def _flaws_of_definition(definition: Definition, problem: Problem, paths: ExperimentPaths) -> Iterator[str]:
    method = definition.method
    try:
        # a study's file has the methods of its experiments, and another tuner's method is none of ours
        if not paths.is_of_study and definition.backend.get("kind") != ImportedBackend.kind:
            methods.build(method.name, problem, seed=method.seed, arguments=method.arguments)
    except ValueError as error:
        yield f"The method in {paths.definition} can't be used: {error}"
    try:
        spec_from_json(definition.backend)
    except BackendError as error:
        yield f"The back end in {paths.definition} can't be used: {error}"


def _notes(
    paths: ExperimentPaths, definition: Definition, problem: Problem, read: _Read, jobs: Sequence[JobId]
) -> Iterator[str]:
    if is_locked(paths.journal):
        yield "A tuner is at work on it, so that only what it had written by now was looked at."
        return
    if not _ends_whole(paths.journal):
        yield "The last line of the journal is torn, as a crash leaves it: nothing is lost by that."
    if read.flaws:
        return
    existing = {job.trial_id for job in jobs}
    gone = [
        trial.id
        for trial in read.state.trials
        if trial.level and not trial.elsewhere and trial.id not in existing
    ]
    if gone and paths.trials.exists():
        yield f"The folders of {listed('trial', gone)} are gone, and with them what they printed and saved."
    result = ExperimentResult(paths, definition, problem, read.state, table=read.table)
    if paths.results.exists() and not _has_results(result):
        yield (
            f"{paths.results.name} isn't what the journal says now, which counts: "
            f"`tunewise export {paths.name}` prints that."
        )


def _has_results(result: ExperimentResult) -> bool:
    text = io.StringIO(newline="")
    write_csv(result, text)
    return result.paths.results.read_bytes() == text.getvalue().encode()


def _ends_whole(journal: Path) -> bool:
    with journal.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - 1))
        return file.read() in (b"", b"\n")


def _numbers(folder: Path) -> list[int]:
    """The numbers that are names in a folder."""
    try:
        return sorted(int(name) for name in os.listdir(folder) if name.isdecimal())
    except (FileNotFoundError, NotADirectoryError):
        return []


def _in_words(jobs: Sequence[JobId]) -> str:
    return listed("job", jobs)
