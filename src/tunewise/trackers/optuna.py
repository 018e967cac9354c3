"""An experiment as a study of Optuna, so that its dashboard and its code read it, also while it runs.

The format is that of `JournalFileBackend` in Optuna 4 and 5: a line of JSON for each operation. Optuna itself
isn't needed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from tunewise.disk import decode, replacing
from tunewise.results import ExperimentResult
from tunewise.space import Domain, Finite, Float, Integer, Value
from tunewise.trackers.base import News, Outcome, Tracker, outcome
from tunewise.trial import Trial

CREATE_STUDY, STUDY_USER_ATTR, STUDY_SYSTEM_ATTR, CREATE_TRIAL, SET_STATE, SET_INTERMEDIATE = 0, 2, 3, 4, 6, 7
MINIMIZE, MAXIMIZE = 1, 2
RUNNING, COMPLETE, PRUNED, FAIL = 0, 1, 2, 3
STATES: dict[Outcome, int] = {"running": RUNNING, "completed": COMPLETE, "stopped": PRUNED, "failed": FAIL}
WORKER = "tunewise"


class _Written(NamedTuple):
    """What a journal has of a trial. reports: how many."""

    reports: int
    state: int


class OptunaTracker(Tracker):
    """place: the file; by default `optuna.log` in the experiment's folder.

    What is finished stays so in Optuna. If a trial has gone on that had ended with the experiment, the file
    is written anew, and a dashboard has to be started again.
    """

    def __init__(self, result: ExperimentResult, place: str) -> None:
        super().__init__(result, place)
        self._path = Path(place) if place else result.paths.folder / "optuna.log"
        self._written = self._found()

    @classmethod
    def kept_place(cls, place: str) -> str:
        return str(Path(place).absolute()) if place else ""

    def update(self, news: Sequence[News]) -> None:
        written, trials = self._written, [trial for trial, _ in news]
        if written is None or any(
            before.state != RUNNING and before != self._of(trial)
            for trial in trials
            if (before := written.get(trial.id)) is not None
        ):
            with replacing(self._path) as draft:
                draft.write_text("".join(optuna_journal(self.result)))
            self._written = {trial.id: self._of(trial) for trial in self.result.state.trials}
            return
        lines = [line for trial in trials for line in _trial(self.result, trial, written.get(trial.id))]
        with self._path.open("a") as file:
            file.write("".join(lines))
        written |= {trial.id: self._of(trial) for trial in trials}

    def _of(self, trial: Trial) -> _Written:
        return _Written(len(trial.levels), _state(self.result, trial))

    def _found(self) -> dict[int, _Written] | None:
        """What the file has of each trial; None if it is to be written anew. Raises ValueError if it has
        something else."""
        if not self._path.exists() or not (text := self._path.read_text()):
            return None
        whole = text[: text.rfind("\n") + 1]
        operations = [decode(line.encode(), dict[str, Any]) for line in whole.splitlines()]
        first, ours = operations[0] if operations else {}, list(_study(self.result))
        renamed = ours[3] in whole  # the line with the time at which the experiment was made
        of = first.get("worker_id"), first.get("study_name")
        if operations and of != (WORKER, self.result.name) and not renamed:
            raise ValueError(f"{self._path} has another study, {of[1]}: choose another file.")
        if not whole.startswith("".join(ours)):
            return None  # of an experiment that was deleted, or had another name
        if whole != text:
            with replacing(self._path) as draft:
                draft.write_text(whole)
        found: dict[int, _Written] = {}
        for operation in operations:
            kind, trial_id = operation["op_code"], operation.get("trial_id", len(found))
            if operation["worker_id"] != WORKER:
                continue  # such as a dashboard's
            if kind == CREATE_TRIAL:
                found[trial_id] = _Written(0, RUNNING)
            elif kind == SET_INTERMEDIATE:
                found[trial_id] = found[trial_id]._replace(reports=found[trial_id].reports + 1)
            elif kind == SET_STATE:
                found[trial_id] = found[trial_id]._replace(state=operation["state"])
        return found


def optuna_journal(result: ExperimentResult) -> Iterator[str]:
    """The lines of the journal. A trial's value is the best that it has reported. One that was stopped counts
    as pruned, and so does one that is paused once the experiment has ended."""
    yield from _study(result)
    for trial in result.state.trials:
        yield from _trial(result, trial, None)


def _study(result: ExperimentResult) -> Iterator[str]:
    problem, definition = result.problem, result.definition
    yield _line(
        CREATE_STUDY,
        study_name=result.name,
        directions=[MINIMIZE if problem.mode == "min" else MAXIMIZE],
    )
    yield _line(STUDY_SYSTEM_ATTR, study_id=0, system_attr={"study:metric_names": [problem.metric]})
    about = {"method": definition.method.name, "created": definition.created, **problem.space.constants}
    for name, value in about.items():
        yield _line(STUDY_USER_ATTR, study_id=0, user_attr={name: value})


def _trial(result: ExperimentResult, trial: Trial, written: _Written | None) -> Iterator[str]:
    """What is missing of a trial."""
    problem, state = result.problem, _state(result, trial)
    begin = datetime.fromisoformat(result.definition.created)
    if written is None:
        domains = {name: domain for name, domain in problem.space.domains.items() if name in trial.config}
        yield _line(
            CREATE_TRIAL,
            study_id=0,
            datetime_start=_moment(begin, trial.jobs[0].started),
            distributions={name: json.dumps(_distribution(domain)) for name, domain in domains.items()},
            params={name: _internal(domain, trial.config[name]) for name, domain in domains.items()},
        )
        written = _Written(0, RUNNING)
    for level, value in list(zip(trial.levels, trial.values, strict=True))[written.reports :]:
        yield _line(SET_INTERMEDIATE, trial_id=trial.id, step=level, intermediate_value=value)
    if state != written.state:
        ends = [job.ended for job in trial.jobs if job.ended is not None]
        yield _line(
            SET_STATE,
            trial_id=trial.id,
            state=state,
            values=[problem.best(trial.values)] if trial.values and state != FAIL else None,
            datetime_complete=_moment(begin, max(ends, default=0.0)),
        )


def _line(operation: int, **fields: object) -> str:
    return json.dumps({"op_code": operation, "worker_id": WORKER, **fields}) + "\n"


def _state(result: ExperimentResult, trial: Trial) -> int:
    state = STATES[outcome(result, trial)]
    return FAIL if state == COMPLETE and not trial.values else state


def _distribution(domain: Domain) -> dict[str, Any]:
    """As Optuna writes it."""
    if isinstance(domain, Float | Integer):
        bounds = {"low": domain.lower, "high": domain.upper, "log": domain.log}
        if isinstance(domain, Integer):
            return {"name": "IntDistribution", "attributes": {**bounds, "step": 1}}
        return {"name": "FloatDistribution", "attributes": {**bounds, "step": None}}
    assert isinstance(domain, Finite)
    return {"name": "CategoricalDistribution", "attributes": {"choices": domain.members()}}


def _internal(domain: Domain, value: Value) -> float:
    """As Optuna keeps values: choices by their place."""
    if isinstance(domain, Float | Integer):
        return float(value)  # type: ignore[arg-type]  # a number
    assert isinstance(domain, Finite)
    return domain.index(value)


def _moment(begin: datetime, seconds: float) -> str:
    return (begin + timedelta(seconds=seconds)).isoformat(timespec="microseconds")
