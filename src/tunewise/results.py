"""What an experiment found: its record, read from its folder, and `results.csv`."""

from __future__ import annotations

import csv
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from tunewise.backends.paths import ExperimentPaths
from tunewise.definition import Definition, read_definition
from tunewise.engine.reading import Flaw
from tunewise.engine.state import State
from tunewise.events import Entry, HaltJob, Reported
from tunewise.journal import read_journal
from tunewise.problem import Problem
from tunewise.trial import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from tunewise.space import Config, Value
    from tunewise.trial import Best, Trial

Row = dict[str, "Value"]

OWN_COLUMNS = ("trial_id", "tuner_time", "worker_time", "cost", "decision", "status")

DECISIONS = {
    Status.PAUSED: "pause",
    Status.STOPPED: "stop",
    Status.SUSPENDED: "suspend",
    Status.COMPLETED: "complete",
    Status.FAILED: "fail",
}


@dataclass(frozen=True)
class ExperimentRecord:
    """An experiment as its journal tells it."""

    paths: ExperimentPaths
    definition: Definition
    problem: Problem
    state: State

    @property
    def results(self) -> pd.DataFrame:
        """A row per report, as in `results.csv`. Needs the extra `plots`."""
        try:
            import pandas as pd
        except ImportError:
            raise ImportError("A table needs pandas: pip install 'tunewise[plots]'.") from None
        frame: pd.DataFrame = pd.DataFrame(self.rows(), columns=self.columns())
        return frame

    @property
    def best(self) -> Best | None:
        """The best metric reported, with its trial and level."""
        return self.state.trials.best

    def best_config(self) -> Config:
        """The configuration of the best metric. Raises ValueError if nothing has been reported."""
        best = self.best
        if best is None:
            raise ValueError(
                f"No trial of {self.definition.name!r} has reported {self.problem.metric!r} yet."
            )
        return self.state.trials[best.trial_id].config

    def plot(self, path: str | os.PathLike[str] | None = None) -> Path:
        """Draws the best value over time and the learning curves, and returns the figure's path.

        path: its ending tells the format, such as png, pdf or svg; by default `figure.png` in the
        experiment's folder. Needs the extra `plots`. Raises ValueError if nothing has been reported or the
        ending is no format of figures, OSError if the file can't be written.
        """
        self.best_config()  # raises if there is nothing to draw
        from tunewise.plots import figure  # a second for those who draw

        target = Path(path) if path is not None else self.paths.folder / "figure.png"
        figure(self).savefig(target)
        return target

    def entries(self) -> Iterator[Entry]:
        """The journal's entries from the start."""
        return read_journal(self.paths.journal)

    def columns(self) -> list[str]:
        """The columns of the table of results. A reported key that is called like one of them, such as
        `cost`, has the column `reported_cost`."""
        space = self.problem.space
        configuration = [f"config_{name}" for name in (*space.constants, *space.names)]
        reported = [_column(key) for key in self.state.reported]
        return ["trial_id", *reported, *configuration, *OWN_COLUMNS[1:]]

    def rows(self) -> Iterator[Row]:
        """The table of results, a row per report in the journal's order.

        Times are in seconds: `tuner_time` on the experiment's clock, `worker_time` for which the trial had
        held workers; `cost` is the latter's price. `decision` is what followed from the report; `status`
        is where the trial stands now. A level that was reported again has no second row.
        """
        past = State(self.problem, self.definition.policy.retry)
        for entry in self.entries():
            fact = entry.fact
            reading = past.take_fact(fact)
            if isinstance(fact, Reported) and reading is not None:
                repeated = isinstance(reading, Flaw) and reading.kind == "repeated level"
                if not repeated:
                    trial = past.trials[fact.job.trial_id]
                    yield self._row(fact, trial, _decision(entry), past.price)
            for action in entry.actions:
                past.take_action(action)

    def _row(self, fact: Reported, trial: Trial, decision: str, price: float) -> Row:
        worker_time = trial.worker_time + fact.elapsed
        return {
            "trial_id": trial.id,
            **{_column(key): value for key, value in fact.values.items()},
            **{f"config_{name}": value for name, value in trial.config.items()},
            "tuner_time": round(fact.time, 3),
            "worker_time": round(worker_time, 3),
            "cost": worker_time / 3600.0 * price,
            "decision": decision,
            "status": self.state.trials[trial.id].status.value,
        }


def _decision(entry: Entry) -> str:
    assert isinstance(entry.fact, Reported)
    for action in entry.actions:
        if isinstance(action, HaltJob) and action.job == entry.fact.job:
            return DECISIONS[action.target]
    return "continue"


def load_experiment(name: str) -> ExperimentRecord:
    """The record of an experiment under `$TUNEWISE_HOME`, running or not.

    Raises `DefinitionError` if there is none of this name.
    """
    return load_folder(ExperimentPaths.named(name))


def load_folder(paths: ExperimentPaths) -> ExperimentRecord:
    definition = read_definition(paths.definition)
    problem = Problem.from_json(definition.problem)
    state = State(problem, definition.policy.retry)
    for entry in read_journal(paths.journal):
        state.replay(entry)
    return ExperimentRecord(paths, definition, problem, state)


def _column(key: str) -> str:
    """The column of a reported key, which may be called like one of ours."""
    return f"reported_{key}" if key in OWN_COLUMNS or key.startswith("config_") else key


def write_results(record: ExperimentRecord) -> None:
    """Writes `results.csv` from the journal, whole or not at all."""
    path = record.paths.results
    draft = path.with_name(path.name + ".new")
    with draft.open("w", newline="", encoding="utf-8") as file:
        write_csv(record, file)
    os.replace(draft, path)


def write_csv(record: ExperimentRecord, file: TextIO) -> None:
    """Writes the table of results as CSV, with an empty cell where a row has no value."""
    writer = csv.DictWriter(file, record.columns(), restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(record.rows())
