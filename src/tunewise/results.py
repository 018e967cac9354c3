"""The results of an experiment, read from its folder, and `results.csv`."""

from __future__ import annotations

import logging
import os
import shutil
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TextIO

import msgspec

from tunewise.accounting import Breakdown
from tunewise.csv_rows import csv_lines, plain_numbers
from tunewise.definition import Definition, DefinitionError, read_definition
from tunewise.disk import replacing
from tunewise.engine.rules import Point, Reading
from tunewise.engine.state import State
from tunewise.events import Action, Entry, HaltJob, Opened, Reported
from tunewise.journal import JournalError, read_journal
from tunewise.paths import ExperimentPaths
from tunewise.problem import Problem
from tunewise.snapshot import Snapshot, read_snapshot, source_of, write_snapshot
from tunewise.space import Config, Value
from tunewise.trial import Best, JobId, Status, Trial

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

    from tunewise.models.importance import Importance


logger = logging.getLogger(__name__)

Drawn = Literal["progress", "importance", "slices", "contour", "parallel", "distribution"]
"""Kinds of figures of an experiment."""

OWN_COLUMNS = ("trial_id", "tuner_time", "worker_time", "cost", "decision", "status")

DECISIONS = {
    Status.PAUSED: "pause",
    Status.STOPPED: "stop",
    Status.SUSPENDED: "suspend",
    Status.COMPLETED: "complete",
    Status.FAILED: "fail",
}


class ExperimentEnd(NamedTuple):
    """How an experiment ended, and why, in words.

    how: "finished", because a limit was reached or nothing was left to try; "suspended", by a user or a
    signal; "failed", because the script fails with every configuration.
    """

    how: Literal["finished", "suspended", "failed"]
    why: str

    def __str__(self) -> str:
        return f"{self.how}: {self.why}" if self.why else self.how


class ResultRow(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A row of the table of results, without the current status of its trial."""

    trial_id: int
    tuner_time: float
    worker_time: float
    cost: float
    decision: str
    values: dict[str, Value]


BLOCK = 256  # rows


class ResultTable:
    """The rows of the table of results in memory, for a tuner, which writes the journal."""

    def __init__(self) -> None:
        self._blocks: list[bytes] = []  # as JSON, in a fifth of the memory of objects
        self._latest: list[ResultRow] = []

    def take(self, state: State, entry: Entry, reading: Reading | None) -> None:
        """Adds the row of a line that has just been applied, if it makes one."""
        row = row_of(state, entry, reading)
        if row is not None:
            self._latest.append(row)
            if len(self._latest) == BLOCK:
                self._blocks.append(_encoder.encode(self._latest))
                self._latest = []

    def __iter__(self) -> Iterator[ResultRow]:
        for block in self._blocks:
            yield from _decoder.decode(block)
        yield from self._latest


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(list[ResultRow])


def row_of(state: State, entry: Entry, reading: Reading | None) -> ResultRow | None:
    """The row that a line makes, given the state that it led to; None for a level that was reported before or
    that is beyond the largest resource."""
    fact = entry.fact
    if reading is None or not (isinstance(reading, Point) or reading.level is None):
        return None
    assert isinstance(fact, Reported)
    trial = state.trials[fact.job.trial_id]
    return ResultRow(
        trial.id,
        round(fact.time, 3),
        round(trial.worker_time + fact.elapsed, 3),
        state.ledger.spent(trial, fact.time, fact.elapsed),
        _decision(entry.actions, fact.job) if entry.actions else "continue",
        fact.values,
    )


def _decision(actions: Sequence[Action], job: JobId) -> str:
    for action in actions:
        if isinstance(action, HaltJob) and action.job == job:
            return DECISIONS[action.target]
    return "continue"


@dataclass(frozen=True, repr=False)
class ExperimentResult:
    """An experiment according to its journal."""

    paths: ExperimentPaths
    definition: Definition
    problem: Problem
    state: State
    snapshot: Snapshot | None = None  # that it was read from
    table: ResultTable | None = None  # in a tuner

    def take(self, entries: Iterable[Entry]) -> None:
        """Applies lines that the tuner adds to the journal."""
        for entry in entries:
            reading = self.state.replay(entry)
            if self.table is not None:
                self.table.take(self.state, entry, reading)

    @property
    def name(self) -> str:
        """The name of its folder, which may differ from the name it was created with."""
        return self.paths.name

    @property
    def results(self) -> pd.DataFrame:
        """A row per report, as in `results.csv`. Needs the extra `plots`."""
        return frame_of(self.rows(), self.columns())

    def trials_dataframe(self) -> pd.DataFrame:
        """A row per trial: its best metric and the level of that, the level it has reached, its state, its
        worker-time in seconds, its jobs, why it failed, and its configuration. Needs the extra `plots`."""
        rows = [_trial_row(trial, self.problem) for trial in self.state.trials]
        names = [f"config_{name}" for name in (*self.problem.space.constants, *self.problem.space.names)]
        return frame_of(rows, [*_TRIAL_COLUMNS, *names])

    def __repr__(self) -> str:
        best = "" if self.best is None else f", best {self.problem.metric} {self.best.value:.5g}"
        trials = f"{len(self.state.trials)} trials{best}"
        return f"<ExperimentResult {self.name!r}: {trials}, {self.ended or 'not ended'}>"

    @property
    def last_run(self) -> Opened:
        """The workers, limits and price of its last run with workers, or of the first run to come."""
        return self.state.last_run or self.definition.first_run

    @property
    def ended(self) -> ExperimentEnd | None:
        """How it ended, and why; None while it runs, or if its tuner was killed."""
        finished = self.state.finished
        return None if finished is None else ExperimentEnd(finished.reason.how, finished.detail)

    @property
    def best(self) -> Best | None:
        """The best metric reported, with its trial and level."""
        return self.state.trials.best

    @property
    def best_trial(self) -> Trial:
        """The trial with the best metric. Raises ValueError if nothing has been reported."""
        best = self.best
        if best is None:
            raise ValueError(f"No trial of {self.name!r} has reported {self.problem.metric!r} yet.")
        return self.state.trials[best.trial_id]

    def best_config(self) -> Config:
        """The configuration of the best metric. Raises ValueError if nothing has been reported."""
        return self.best_trial.config

    def plot(self, path: str | os.PathLike[str] | None = None, kind: Drawn = "progress") -> Figure:
        """A figure that a notebook shows.

        kind: "progress" is the best value over time and the learning curves; of the others, see
        docs/understanding.md. path: a file to save it to as well; its extension sets the format, such as png,
        pdf or svg. Needs the extra `plots`. Raises ValueError if too little has been reported or the format
        is unknown, OSError if the file can't be written.
        """
        self.best_config()  # raises if there is nothing to draw
        about = f"{self.name}: {self.definition.method.name}"
        if kind == "progress":
            from tunewise.plots import figure  # takes a second to import

            drawing = figure(self.state, about)
        else:
            from tunewise.plots.hyperparameters import figure_of

            drawing = figure_of(kind, self.state, about)
        if path is not None:
            drawing.savefig(path)
        return drawing

    def importance(self) -> Importance:
        """How much each hyperparameter matters, and where the best trials lie, by the trials so far."""
        from tunewise.models.importance import importance_of  # needs NumPy

        return importance_of(self.state.trials)

    def entries(self) -> Iterator[Entry]:
        """The entries of the journal from the start."""
        return read_journal(self.paths.journal, self.name)

    def follow(self) -> Iterator[tuple[State, Entry, Reading | None]]:
        """Replays the journal from the start. Yields for each line the state, which the next line changes,
        the entry, and what its report means."""
        return follow(self.paths, State(self.problem, self.definition.policy.retry))

    def breakdown(self) -> Breakdown:
        """What the experiment and each of its trials cost, and what it was spent on."""
        return self.state.breakdown()

    def columns(self) -> list[str]:
        """The columns of the table of results. A reported key with the name of one of them, such as `cost`,
        gets the column `reported_cost`."""
        space = self.problem.space
        configuration = [f"config_{name}" for name in (*space.constants, *space.names)]
        reported = [column_of(key) for key in self.state.reported]
        return ["trial_id", *reported, *configuration, *OWN_COLUMNS[1:]]

    def rows(self) -> Iterator[dict[str, Value]]:
        """The table of results, a row per report in the journal's order.

        Times are in seconds: `tuner_time` on the experiment's clock, `worker_time` for which the trial's jobs
        had run; `cost` is the money for the latter, each second at the price of its time. `decision` is
        what followed from the report; `status` is the current status of the trial. Only the first report of a
        level has a row, and a level beyond the largest resource has none.
        """
        for row in self._rows():
            trial = self.state.trials[row.trial_id]
            own = (row.trial_id, row.tuner_time, row.worker_time, row.cost, row.decision, trial.standing)
            yield {
                "trial_id": row.trial_id,
                **{column_of(key): value for key, value in row.values.items()},
                **{f"config_{name}": value for name, value in trial.config.items()},
                **dict(zip(OWN_COLUMNS, own, strict=True)),
            }

    def lines(self) -> Iterator[str]:
        """The table as lines of CSV, with an empty cell where a row has no value."""
        line = csv_lines()
        yield line(self.columns())
        keys, space = list(self.state.reported), self.problem.space
        names = (*space.constants, *space.names)
        configs = ([*map(trial.config.get, names), 0] for trial in self.state.trials)
        shared = [plain_numbers(config) or line(config)[:-1] for config in configs]  # by the rows of a trial
        standing = [trial.standing for trial in self.state.trials]
        for row in self._rows():
            number, own = row.trial_id, [row.tuner_time, row.worker_time, row.cost]
            reported = [number, *map(row.values.get, keys)]
            before, after = plain_numbers(reported), plain_numbers(own)
            if before is None or after is None or '"' in shared[number]:
                config = map(self.state.trials[number].config.get, names)
                yield line([*reported, *config, *own, row.decision, standing[number]])
            else:
                yield f"{before},{shared[number][:-1]}{after},{row.decision},{standing[number]}\n"

    def _rows(self) -> Iterable[ResultRow]:
        if self.table is not None:
            return self.table
        return (row for moment in self.follow() if (row := row_of(*moment)) is not None)


_TRIAL_COLUMNS = ("trial_id", "value", "level", "reached", "status", "worker_time", "jobs", "failure")


def _trial_row(trial: Trial, problem: Problem) -> dict[str, object]:
    """`value` and `level` are None before the first report."""
    pairs = zip(trial.values, trial.levels, strict=True)
    value, level = min(pairs, key=lambda pair: problem.sign * pair[0], default=(None, None))
    failure = trial.failure.message if trial.failure else ""
    own = (trial.id, value, level, trial.reached, trial.standing, trial.worker_time, len(trial.jobs), failure)
    config = {f"config_{name}": value for name, value in trial.config.items()}
    return {**dict(zip(_TRIAL_COLUMNS, own, strict=True)), **config}


def frame_of(rows: Iterable[Any], columns: Sequence[str]) -> pd.DataFrame:
    """Rows, such as mappings by column, as a table. Raises ImportError without pandas."""
    try:
        import pandas as pd
    except ImportError:
        raise ImportError("A table needs pandas: pip install 'tunewise[plots]'.") from None
    frame: pd.DataFrame = pd.DataFrame(list(rows), columns=list(columns))
    return frame


def load_experiment(name: str) -> ExperimentResult:
    """The results of an experiment under `$TUNEWISE_HOME`, running or not.

    Raises `DefinitionError` if there is no experiment with this name.
    """
    return load_folder(ExperimentPaths.named(name))


def load_folder(paths: ExperimentPaths) -> ExperimentResult:
    """The results of the experiment in a folder, from its snapshot if possible. Raises `DefinitionError` or
    `JournalError`."""
    definition = read_definition(paths.definition)
    problem = problem_of(definition, paths)
    snapshot = read_snapshot(paths, problem, definition.policy.retry)
    if snapshot is not None:
        return ExperimentResult(paths, definition, problem, snapshot.state, snapshot)
    source = source_of(paths)
    state = State(problem, definition.policy.retry)
    for _ in follow(paths, state):
        pass
    write_snapshot(paths, source, state, results=False)
    return ExperimentResult(paths, definition, problem, state)


def replay_folder(paths: ExperimentPaths) -> ExperimentResult:
    """The same, replayed from the journal, to resume the experiment."""
    definition = read_definition(paths.definition)
    problem = problem_of(definition, paths)
    state, table = State(problem, definition.policy.retry), ResultTable()
    for moment in follow(paths, state):
        table.take(*moment)
    return ExperimentResult(paths, definition, problem, state, table=table)


def follow(
    paths: ExperimentPaths, state: State, entries: Iterable[Entry] | None = None, before: int = 0
) -> Iterator[tuple[State, Entry, Reading | None]]:
    """Replays a journal into a state. Yields for each line the state, the entry, and what its report means.
    The only function that replays journals. Raises `JournalError`.

    entries: by default all; else those that follow on so many before, which are in the state.
    """
    has_trials = paths.trials.exists()  # checked first, as the journal is written before trials start
    entries = read_journal(paths.journal, paths.name) if entries is None else entries
    for number, entry in enumerate(entries, start=before + 1):
        try:
            reading = state.replay(entry)
        except (ValueError, IndexError) as error:
            raise JournalError(
                f"Line {number + 1} of {paths.journal} can't follow the ones before it ({error}): restore "
                f"it; `tunewise check {paths.name}` says what can be kept."
            ) from error
        yield state, entry, reading
    if has_trials and state.opened is None:
        raise JournalError(
            f"{paths.journal} is empty, and {paths.trials} has trials: restore the journal from a copy, or "
            f"delete the experiment by `tunewise rm {paths.name}`."
        )


def problem_of(definition: Definition, paths: ExperimentPaths) -> Problem:
    """The problem that a definition describes. Raises `DefinitionError`."""
    try:
        return Problem.from_json(definition.problem)
    except ValueError as error:
        raise DefinitionError(
            f"The problem in {paths.definition} can't be read ({error}): restore it."
        ) from error


def column_of(key: str) -> str:
    """The column of a reported key, whose name may collide with another column."""
    return f"reported_{key}" if key in OWN_COLUMNS or key.startswith("config_") else key


def write_results(result: ExperimentResult) -> None:
    """Writes `results.csv` atomically."""
    with (
        replacing(result.paths.results) as draft,
        draft.open("w", newline="", encoding="utf-8") as file,
    ):
        write_csv(result, file)


def export_csv(result: ExperimentResult, file: TextIO) -> None:
    """Writes the table of results as CSV: a copy of `results.csv` if that is known to be up to date."""
    if result.snapshot is not None and result.snapshot.results:
        with result.paths.results.open(newline="", encoding="utf-8") as made:
            shutil.copyfileobj(made, file)
    else:
        write_csv(result, file)


def write_csv(result: ExperimentResult, file: TextIO) -> None:
    """Writes the table of results as CSV."""
    file.writelines(result.lines())


class ResultsWriter:
    """Rewrites `results.csv` every 30 s, or as often as takes a twentieth of the time.

    The file can be made again from the journal, so a full disk is only logged.
    """

    def __init__(self, result: ExperimentResult) -> None:
        self._record = result
        self._due = time.monotonic() + 30.0
        self._changed = False

    def update(self, state: State, entries: Sequence[Entry], now: float) -> None:
        self._changed = self._changed or bool(entries)
        begun = time.monotonic()
        if self._changed and begun >= self._due:
            self.write()
            self._changed = False
            ended = time.monotonic()
            self._due = ended + max(30.0, 20.0 * (ended - begun))

    def write(self) -> bool:
        """Writes the file now. Returns whether that succeeded."""
        try:
            write_results(self._record)
        except OSError as error:
            logger.warning("%s can't be written: %s", self._record.paths.results, error)
            return False
        return True
