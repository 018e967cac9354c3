"""Facts and decisions, written briefly."""

from __future__ import annotations

from collections.abc import Callable

from tunewise.engine.experiment import Experiment
from tunewise.events import (
    JobEnded,
    Reported,
    StartJob,
)
from tunewise.schedulers.base import Judgement, Start, Verdict
from tunewise.trial import FailureKind, JobId

Make = Callable[..., Experiment]

PAUSE = Judgement(Verdict.PAUSE, {"kind": "rung", "level": 1})
STOP = Judgement(Verdict.STOP, {"kind": "rung", "level": 1})


def start(trial_id: int, until: int | None = 9) -> Start:
    return Start(trial_id, {"x": trial_id}, until, why={"kind": "counting"})


def started(time: float, trial_id: int, until: int | None = 9) -> StartJob:
    return StartJob(
        time=time, trial_id=trial_id, config={"x": trial_id}, until=until, why={"kind": "counting"}
    )


def report(
    time: float, trial_id: int, epoch: int, loss: float, seq: int | None = None, run: int = 0
) -> Reported:
    return Reported(
        time=time,
        job=JobId(trial_id, run),
        seq=epoch - 1 if seq is None else seq,
        elapsed=0.0,
        values={"epoch": epoch, "loss": loss},
    )


def ended(
    time: float, trial_id: int, failure: FailureKind | None = None, detail: str = "", run: int = 0
) -> JobEnded:
    return JobEnded(time=time, job=JobId(trial_id, run), elapsed=1.0, failure=failure, detail=detail)
