"""An experiment as the commands look at it: its record, and how it stands."""

from __future__ import annotations

import fcntl
import os
from enum import Enum
from typing import TYPE_CHECKING

from tunewise.backends.paths import ExperimentPaths, home
from tunewise.cli.errors import explained
from tunewise.cli.exits import BadExperiment
from tunewise.definition import DefinitionError
from tunewise.events import FinishReason
from tunewise.journal import JournalError
from tunewise.results import ExperimentRecord, load_experiment, load_folder

if TYPE_CHECKING:
    from tunewise.trial import Trial


class Standing(str, Enum):
    """Where an experiment stands."""

    RUNNING = "running"  # a tuner is at work on it
    SUSPENDED = "suspended"  # a person stopped it
    FINISHED = "finished"  # a limit was reached, or nothing was left to try
    FAILED = "failed"  # its script fails whatever the configuration
    ABANDONED = "abandoned"  # its tuner died; its jobs may still run


_ENDED = {
    FinishReason.STOPPED: Standing.SUSPENDED,
    FinishReason.LIMIT: Standing.FINISHED,
    FinishReason.EXHAUSTED: Standing.FINISHED,
    FinishReason.FAILING: Standing.FAILED,
}


def load(name: str) -> ExperimentRecord:
    """The record of an experiment; `BadExperiment` if it isn't there or can't be read."""
    with explained():
        return load_experiment(name)


def load_all() -> tuple[list[ExperimentRecord], list[str]]:
    """The records of all experiments, the latest first, and what is wrong with those that can't be read."""
    records, complaints = [], []
    for path in home().glob("*/experiment.json"):
        try:
            records.append(load_folder(ExperimentPaths(path.parent)))
        except (DefinitionError, JournalError) as error:
            complaints.append(f"{path.parent.name}: {error}")
    return sorted(records, key=lambda record: record.definition.created, reverse=True), complaints


def standing(record: ExperimentRecord) -> Standing:
    if tuner_at_work(record.paths):
        return Standing.RUNNING
    finished = record.state.finished
    return Standing.ABANDONED if finished is None else _ENDED[finished.reason]


def tuner_at_work(paths: ExperimentPaths) -> bool:
    """Whether a process holds the journal for writing."""
    try:
        journal = os.open(paths.journal, os.O_RDONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        return False
    try:
        fcntl.flock(journal, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(journal)  # gives the lock up as well
    return False


def find_trial(record: ExperimentRecord, trial_id: int) -> Trial:
    """A trial by its number; `BadExperiment` if there is none."""
    amount = len(record.state.trials)
    if not 0 <= trial_id < amount:
        there_are = f"there are trials 0 to {amount - 1}" if amount else "it has none yet"
        raise BadExperiment(f"{record.definition.name!r} has no trial {trial_id}: {there_are}.")
    return record.state.trials[trial_id]
