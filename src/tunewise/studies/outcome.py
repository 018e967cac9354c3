"""The outcome of an experiment: what comparisons need of it."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import msgspec

from tunewise.disk import decode, replacing
from tunewise.display.formats import gist
from tunewise.engine.state import State
from tunewise.events import FinishReason
from tunewise.results import ExperimentResult
from tunewise.studies.plan import Cell, Plan
from tunewise.trial import Status

DONE, FAILED, SUSPENDED = 0, 1, 130  # exit codes of an experiment's process


class Spent(msgspec.Struct, frozen=True):
    """What an experiment has spent: seconds on its clock, hours of busy workers, and money."""

    wallclock: float
    worker_hours: float
    money: float


class Outcome(msgspec.Struct, frozen=True):
    """How an experiment went.

    steps: what had been spent at each change of the incumbent, the best value reported so far; it never
    decreases. values: the incumbent from each step on. end: what was spent in all. price: money for a
    worker-hour; 1 if no price was given. finished, detail: why it ended; the latter in words. failed: the
    number of failed trials.
    """

    method: str
    benchmark: str
    workers: int = msgspec.field(name="n_workers")
    seed: int
    metric: str
    mode: Literal["min", "max"]
    steps: tuple[Spent, ...]
    values: tuple[float, ...]
    end: Spent
    price: float
    finished: FinishReason
    detail: str
    trials: int
    reports: int
    failed: int

    @property
    def well(self) -> bool:
        """Whether it ended normally and has a result."""
        return bool(self.values) and self.finished in (FinishReason.LIMIT, FinishReason.EXHAUSTED)

    @property
    def starved(self) -> bool:
        """Whether its time ended before any of its jobs ran: no result, and no failure."""
        ran = bool(self.values) or self.end.worker_hours > 0.0
        return self.finished is FinishReason.LIMIT and not ran

    @property
    def why(self) -> str:
        """Why it has no usable result."""
        return self.detail if self.values else f"no trial reported {self.metric}: {self.detail}"


def outcome_of(cell: Cell, benchmark: str, record: ExperimentResult) -> Outcome:
    """The outcome of a finished experiment. benchmark: its short name."""
    state = record.state
    assert state.finished is not None
    steps, values, end = _steps(record)
    return Outcome(
        method=cell.method,
        benchmark=benchmark,
        workers=cell.workers,
        seed=cell.seed,
        metric=record.problem.metric,
        mode=record.problem.mode,
        steps=steps,
        values=values,
        end=end,
        price=state.price,
        finished=state.finished.reason,
        detail=_detail(state),
        trials=len(state.trials),
        reports=state.trials.num_reports,
        failed=len(state.trials.having(Status.FAILED)),
    )


def _detail(state: State) -> str:
    """Why it ended; if failures ended it, with the latest trial's message."""
    assert state.finished is not None
    failures = [trial.failure for trial in state.trials.having(Status.FAILED).values() if trial.failure]
    if state.finished.reason is not FinishReason.FAILING or not failures:
        return state.finished.detail
    return f"{state.finished.detail}; {gist(failures[-1].message)}"


def _steps(record: ExperimentResult) -> tuple[tuple[Spent, ...], tuple[float, ...], Spent]:
    """What had been spent at each change of the incumbent, the incumbents, and what was spent in all.

    Folds the journal again, so that time and money are the experiment's own: with idle workers, jobs that ran
    without a tuner, and earlier prices.
    """
    spent = Spent(0.0, 0.0, 0.0)
    steps: list[Spent] = []
    values: list[float] = []
    for past, _, _ in record.follow():
        spent = _spent(past, spent)
        best = past.trials.best
        if best is not None and (not values or best.value != values[-1]):
            steps.append(spent)
            values.append(best.value)
    return tuple(steps), tuple(values), spent


def _spent(state: State, before: Spent) -> Spent:
    """What has been spent by now. It never decreases, although a guard may measure less time for an ended job
    than the tuner had seen."""
    hours, money = state.worker_time(state.now) / 3600.0, state.cost(state.now)
    return Spent(state.now, max(before.worker_hours, hours), max(before.money, money))


def write_outcome(outcome: Outcome, path: Path) -> None:
    with replacing(path) as draft:
        draft.write_bytes(msgspec.json.encode(outcome) + b"\n")


def read_outcome(path: Path) -> Outcome | None:
    """The outcome in a file. None if the experiment isn't finished or the file can't be read; then it is
    written again."""
    try:
        return decode(path.read_bytes(), Outcome)
    except (FileNotFoundError, ValueError):
        return None


def known_outcomes(plan: Plan) -> dict[str, Outcome]:
    """The existing outcomes by their experiments' names, in the plan's order."""
    found = {cell.name: read_outcome(plan.paths.outcome(cell.name)) for cell in plan.cells}
    return {name: outcome for name, outcome in found.items() if outcome is not None}


def forget_failures(plan: Plan) -> list[Cell]:
    """Deletes the experiments that failed, so that they run again, and returns them."""
    failed = failures(plan)
    forget(plan, failed)
    return failed


def forget(plan: Plan, cells: Sequence[Cell]) -> None:
    """Deletes these experiments, so that they run again."""
    for cell in cells:
        shutil.rmtree(plan.paths.experiment(cell.name).folder)


def failures(plan: Plan) -> list[Cell]:
    """The experiments that failed, including those that failed before their first trial."""
    return [cell for cell in plan.cells if _failed(plan, cell)]


def _failed(plan: Plan, cell: Cell) -> bool:
    paths = plan.paths
    outcome = read_outcome(paths.outcome(cell.name))
    if outcome is not None:
        return not outcome.well
    return paths.log(cell.name).exists() and not paths.experiment(cell.name).journal.exists()
