"""An experiment as the commands look at it: its record, and how it stands."""

from typing import NamedTuple

from tunewise.backends import spec_from_json
from tunewise.backends.base import BackendError
from tunewise.backends.specs import BackendSpec
from tunewise.cli.errors import explained
from tunewise.cli.exits import BadExperiment
from tunewise.definition import Definition, DefinitionError, read_definition
from tunewise.disk import is_locked
from tunewise.display.words import STANDINGS, Standing
from tunewise.events import FinishReason
from tunewise.journal import JournalError
from tunewise.paths import ExperimentPaths, experiment_names, home
from tunewise.results import ExperimentResult, load_experiment, load_folder
from tunewise.snapshot import ExperimentSummary, read_summary, summary_of
from tunewise.trial import Trial


def load(name: str) -> ExperimentResult:
    """The record of an experiment; `BadExperiment` if it isn't there or can't be read."""
    with explained():
        return load_experiment(name)


class Listed(NamedTuple):
    """An experiment as a list shows it."""

    name: str
    definition: Definition
    summary: ExperimentSummary
    standing: Standing


def load_all(study: str | None = None) -> tuple[list[Listed], list[str]]:
    """All experiments of a study, or else of none, the latest first, and what is wrong with those that can't
    be read."""
    listed, complaints = [], []
    for name in experiment_names(study):
        paths = ExperimentPaths(home() / name)
        try:
            definition = read_definition(paths.definition)
            summary = read_summary(paths) or summary_of(load_folder(paths).state)
        except (DefinitionError, JournalError) as error:
            complaints.append(f"{name} is damaged: {error}")
        else:
            listed.append(Listed(name, definition, summary, _standing(paths, summary.finished)))
    return sorted(listed, key=lambda one: one.definition.created, reverse=True), complaints


def standing(record: ExperimentResult) -> Standing:
    finished = record.state.finished
    return _standing(record.paths, finished.reason if finished else None)


def _standing(paths: ExperimentPaths, finished: FinishReason | None) -> Standing:
    if tuner_at_work(paths):
        return Standing.RUNNING
    return Standing.ABANDONED if finished is None else STANDINGS[finished]


def tuner_at_work(paths: ExperimentPaths) -> bool:
    """Whether a process holds the journal for writing."""
    return is_locked(paths.journal)


def backend_of(definition: Definition) -> BackendSpec:
    """Where an experiment's jobs run; `BadExperiment` if this version of Tunewise can't tell."""
    try:
        return spec_from_json(definition.backend)
    except BackendError as error:
        raise BadExperiment(str(error)) from error


def find_trial(record: ExperimentResult, trial_id: int) -> Trial:
    """A trial by its number; `BadExperiment` if there is none."""
    amount = len(record.state.trials)
    if not 0 <= trial_id < amount:
        there_are = f"there are trials 0 to {amount - 1}" if amount else "it has none yet"
        raise BadExperiment(f"{record.name!r} has no trial {trial_id}: {there_are}.")
    return record.state.trials[trial_id]
