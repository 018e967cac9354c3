"""An experiment as a study of Optuna, so that its dashboard and its code read it.

The format is that of `JournalFileBackend` in Optuna 4 and 5: a line of JSON for each operation. Optuna itself
isn't needed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from tunewise.results import ExperimentResult
from tunewise.space import Domain, Finite, Float, Integer, Value
from tunewise.trial import Status, Trial

CREATE_STUDY, STUDY_USER_ATTR, STUDY_SYSTEM_ATTR, CREATE_TRIAL = 0, 2, 3, 4
MINIMIZE, MAXIMIZE = 1, 2
RUNNING, COMPLETE, PRUNED, FAIL = 0, 1, 2, 3


def optuna_journal(result: ExperimentResult) -> Iterator[str]:
    """The lines of the journal. A trial's value is the best that it has reported. One that was stopped counts
    as pruned, and so does one that is paused once the experiment has ended."""
    problem, definition = result.problem, result.definition
    yield _line(
        CREATE_STUDY,
        study_name=result.paths.name,
        directions=[MINIMIZE if problem.mode == "min" else MAXIMIZE],
    )
    yield _line(STUDY_SYSTEM_ATTR, study_id=0, system_attr={"study:metric_names": [problem.metric]})
    about = {"method": definition.method.name, **problem.space.constants}
    for name, value in about.items():
        yield _line(STUDY_USER_ATTR, study_id=0, user_attr={name: value})
    distributions = {name: _distribution(domain) for name, domain in problem.space.domains.items()}
    begin = datetime.fromisoformat(definition.created)
    over, best = result.state.finished is not None, min if problem.mode == "min" else max
    for trial in result.state.trials:
        state = _state(trial, over)
        held = [name for name in distributions if name in trial.config]
        ends = [job.ended for job in trial.jobs if job.ended is not None]
        yield _line(
            CREATE_TRIAL,
            study_id=0,
            datetime_start=_moment(begin, trial.jobs[0].started),
            state=state,
            value=best(trial.values) if trial.values and state in (COMPLETE, PRUNED) else None,
            values=None,
            **({} if state == RUNNING else {"datetime_complete": _moment(begin, max(ends, default=0.0))}),
            distributions={name: json.dumps(distributions[name]) for name in held},
            params={name: _internal(problem.space.domains[name], trial.config[name]) for name in held},
            user_attrs={},
            system_attrs={},
            intermediate_values={
                str(level): value for level, value in zip(trial.levels, trial.values, strict=True)
            },
        )


def _line(operation: int, **fields: object) -> str:
    return json.dumps({"op_code": operation, "worker_id": "tunewise", **fields}) + "\n"


def _state(trial: Trial, over: bool) -> int:
    if trial.status is Status.FAILED or (trial.status is Status.STOPPED and not trial.values):
        return FAIL
    if trial.status is Status.COMPLETED and trial.values:
        return COMPLETE
    return PRUNED if over or trial.status is Status.STOPPED else RUNNING


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
