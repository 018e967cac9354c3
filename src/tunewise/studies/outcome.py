"""An experiment of a study, reduced to what comparisons need."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Literal

import msgspec
import numpy as np
from numpy.typing import NDArray

from tunewise.events import FinishReason
from tunewise.files import replacing
from tunewise.trial import Status

if TYPE_CHECKING:
    from pathlib import Path

    from tunewise.results import ExperimentRecord
    from tunewise.studies.plan import Cell

Floats = NDArray[np.float64]

NAME = "outcome.json"


class Spent(msgspec.Struct, frozen=True):
    """What an experiment had spent: seconds on its clock, hours of workers with a job, and money."""

    wallclock: float
    worker_hours: float
    money: float


class Outcome(msgspec.Struct, frozen=True):
    """How an experiment went.

    steps: what had been spent whenever the incumbent, the best value reported, changed; values: what it was
    from then on. end: what was spent in all. price: money for a worker-hour; 1 where there is none.
    finished: why it ended. failed: trials that did. detail: why it ended, in words.
    """

    method: str
    benchmark: str
    n_workers: int
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

    def value_at(self, axis: str, amount: float) -> float | None:
        """The incumbent once so much was spent, on an axis that is a field of `Spent`; None before the
        first report."""
        place = bisect_right([getattr(step, axis) for step in self.steps], amount)
        return self.values[place - 1] if place else None


def outcome_of(cell: Cell, benchmark: str, record: ExperimentRecord) -> Outcome:
    """The outcome of a finished experiment. benchmark: its short name."""
    trials, state = record.state.trials, record.state
    assert state.finished is not None
    sign = record.problem.sign
    times: list[float] = []
    values: list[float] = []
    for position in range(trials.num_reports):
        trial, index = trials.report(position)
        value = trial.values[index]
        if not values or sign * value < sign * values[-1]:
            times.append(trial.times[index])
            values.append(value)
    busy = _busy_seconds(record, np.array([*times, state.now]))
    price = state.price
    pay_idle = state.opened is not None and state.opened.pay_idle
    spent = [
        Spent(time, seconds / 3600.0, (cell.n_workers * time if pay_idle else seconds) / 3600.0 * price)
        for time, seconds in zip([*times, state.now], busy.tolist(), strict=True)
    ]
    return Outcome(
        method=cell.method,
        benchmark=benchmark,
        n_workers=cell.n_workers,
        seed=cell.seed,
        metric=record.problem.metric,
        mode=record.problem.mode,
        steps=tuple(spent[:-1]),
        values=tuple(values),
        end=spent[-1],
        price=price,
        finished=state.finished.reason,
        detail=state.finished.detail,
        trials=len(trials),
        reports=trials.num_reports,
        failed=len(trials.having(Status.FAILED)),
    )


def _busy_seconds(record: ExperimentRecord, moments: Floats) -> Floats:
    """Seconds of workers with a job up to each of some moments (k,): (k,)."""
    spans = [span for trial in record.state.trials for span in trial.jobs]
    starts = np.sort([span.started for span in spans])
    ends = np.sort([record.state.now if span.ended is None else span.ended for span in spans])
    return _since(starts, moments) - _since(ends, moments)


def _since(times: Floats, moments: Floats) -> Floats:
    """For each moment (k,), how long ago all times (m,) before it were, added up; times ascend."""
    sums = np.concatenate([[0.0], np.cumsum(times)])
    before = np.searchsorted(times, moments, side="right")
    return np.asarray(before * moments - sums[before])


def write_outcome(outcome: Outcome, folder: Path) -> None:
    with replacing(folder / NAME) as draft:
        draft.write_bytes(msgspec.json.encode(outcome) + b"\n")


def read_outcome(folder: Path) -> Outcome | None:
    """The outcome of the experiment in a folder, or None if that isn't finished, or what is there can't be
    read: then it is made anew."""
    try:
        return msgspec.json.decode((folder / NAME).read_bytes(), type=Outcome)
    except (FileNotFoundError, msgspec.DecodeError):
        return None
