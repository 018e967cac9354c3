"""An experiment of a study, reduced to what comparisons need."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

from tunewise.disk import decode, replacing
from tunewise.display.formats import gist
from tunewise.events import FinishReason
from tunewise.trial import Status

if TYPE_CHECKING:
    from tunewise.engine.state import State
    from tunewise.results import ExperimentResult
    from tunewise.studies.plan import Cell


class Spent(msgspec.Struct, frozen=True):
    """What an experiment had spent: seconds on its clock, hours of workers with a job, and money."""

    wallclock: float
    worker_hours: float
    money: float


class Outcome(msgspec.Struct, frozen=True):
    """How an experiment went.

    steps: what had been spent whenever the incumbent, the best value reported, changed, none of it ever less
    than before; values: what it was from then on. end: what was spent in all. price: money for a worker-hour;
    1 where there is none.
    finished: why it ended. failed: trials that did. detail: why it ended, in words.
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
        """Whether it ended as it should, with something to show for it."""
        return bool(self.values) and self.finished in (FinishReason.LIMIT, FinishReason.EXHAUSTED)

    @property
    def starved(self) -> bool:
        """Whether its time was over before any of its jobs ran: nothing was found, and nothing failed."""
        ran = bool(self.values) or self.end.worker_hours > 0.0
        return self.finished is FinishReason.LIMIT and not ran

    @property
    def why(self) -> str:
        """Why it ended, for one that didn't go well."""
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
    """Why it ended, with what the latest trial failed by where that was the reason."""
    assert state.finished is not None
    failures = [trial.failure for trial in state.trials.having(Status.FAILED).values() if trial.failure]
    if state.finished.reason is not FinishReason.FAILING or not failures:
        return state.finished.detail
    return f"{state.finished.detail}; {gist(failures[-1].message)}"


def _steps(record: ExperimentResult) -> tuple[tuple[Spent, ...], tuple[float, ...], Spent]:
    """What had been spent at each change of the incumbent, the incumbents, and what was spent in all.

    The journal is folded once more, so that time and money are those of the experiment itself, with
    idle workers, jobs that no tuner watched, and earlier prices.
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
    """What has been spent by now: never less than before, though a guard's measure of an ended job may be
    shorter than what its tuner had seen of it."""
    hours, money = state.worker_time(state.now) / 3600.0, state.cost(state.now)
    return Spent(state.now, max(before.worker_hours, hours), max(before.money, money))


def write_outcome(outcome: Outcome, path: Path) -> None:
    with replacing(path) as draft:
        draft.write_bytes(msgspec.json.encode(outcome) + b"\n")


def read_outcome(path: Path) -> Outcome | None:
    """The outcome in a file, or None if the experiment isn't finished, or what is there can't be read: then
    it is made anew."""
    try:
        return decode(path.read_bytes(), Outcome)
    except (FileNotFoundError, ValueError):
        return None
