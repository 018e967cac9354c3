"""Optuna's studies in its journal files and SQLite databases, of versions 4 and 5, read without Optuna."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeGuard

from tunewise.space import Config, Domain, Float, Integer, SpaceError, Value, choice
from tunewise.space.finite import LARGEST_RANGE
from tunewise.space.text import finrange, lograndint, loguniform, randint, uniform
from tunewise.space.values import element, identity
from tunewise.worker.files import json_object

_COMPLETE, _PRUNED = (1, "COMPLETE"), (2, "PRUNED")
"""States of trials, in a journal and in a database."""
_SQLITE = b"SQLite format 3\0"


class OptunaTrial:
    """A trial. values: of its objectives. steps: its intermediate values. began, ended: seconds since 1970,
    None where they aren't known."""

    def __init__(self) -> None:
        self.config: Config = {}
        self.domains: dict[str, Domain] = {}
        self.values: list[float] = []
        self.steps: dict[int, float] = {}
        self.state: object = None
        self.began: float | None = None
        self.ended: float | None = None

    @property
    def completed(self) -> bool:
        return self.state in _COMPLETE and bool(self.values)

    @property
    def pruned(self) -> bool:
        return self.state in _PRUNED


Studies = dict[str, tuple[list[object], list[OptunaTrial]]]
"""Directions, of each objective, and trials of each study."""


def read_studies(path: str) -> Studies:
    """Those of a file. Raises OSError and `sqlite3.Error`."""
    with open(path, "rb") as file:
        is_database = file.read(len(_SQLITE)) == _SQLITE
    return _database(path) if is_database else _journal(path)


def joined(domains: list[Domain]) -> Domain | None:
    """What has the values of all these; None where they aren't alike. Trials of one study may ask for a
    hyperparameter within different bounds."""
    first = domains[0]
    if all(domain == first for domain in domains):
        return first
    numbers = [domain for domain in domains if isinstance(domain, Float | Integer)]
    if len(numbers) < len(domains) or len({(type(domain), domain.log) for domain in numbers}) > 1:
        return None
    lower, upper = min(domain.lower for domain in numbers), max(domain.upper for domain in numbers)
    return _number(isinstance(first, Integer), lower, upper, numbers[0].log)


def _journal(path: str) -> Studies:
    """As optuna/storages/journal/_storage.py replays it: 0 creates a study, 1 deletes one, 4 creates a trial,
    5 sets a hyperparameter, 6 a trial's state and values, 7 an intermediate value. Ids count what was
    created."""
    studies: Studies = {}
    names: list[str] = []
    trials: list[OptunaTrial] = []
    for line in Path(path).read_bytes().split(b"\n"):
        entry = json_object(line)
        code, trial_id, study_id = entry.get("op_code"), entry.get("trial_id"), entry.get("study_id")
        if code == 0 and entry.get("study_name") not in studies:
            names.append(str(entry.get("study_name")))
            studies[names[-1]] = (list(entry.get("directions") or ()), [])
        elif code == 1 and isinstance(study_id, int) and study_id < len(names):
            studies.pop(names[study_id], None)
        elif code == 4 and isinstance(study_id, int) and study_id < len(names) and names[study_id] in studies:
            trials.append(OptunaTrial())
            studies[names[study_id]][1].append(trials[-1])
            _take(trials[-1], entry)
        elif code in (5, 6, 7) and isinstance(trial_id, int) and trial_id < len(trials):
            _take(trials[trial_id], entry)
    return studies


def _take(trial: OptunaTrial, entry: Mapping[str, Any]) -> None:
    for name, value in (entry.get("params") or {}).items():
        _set(trial, name, value, (entry.get("distributions") or {}).get(name))
    if "param_name" in entry:
        _set(trial, entry["param_name"], entry.get("param_value_internal"), entry.get("distribution"))
    for step, value in [
        *(entry.get("intermediate_values") or {}).items(),
        *([(entry["step"], entry.get("intermediate_value"))] if "step" in entry else []),
    ]:
        _add_step(trial, step, value)
    if "state" in entry:
        values = entry.get("values") or [entry.get("value")]
        trial.state = entry["state"]
        trial.values = [value for value in values if _is_finite(value)]
    trial.began = _moment(entry.get("datetime_start")) or trial.began
    trial.ended = _moment(entry.get("datetime_complete")) or trial.ended


def _database(path: str) -> Studies:
    with closing(sqlite3.connect(f"{Path(path).absolute().as_uri()}?mode=ro", uri=True)) as database:
        query = database.execute
        names = dict(query("SELECT study_id, study_name FROM studies ORDER BY study_id"))
        studies: Studies = {name: ([], []) for name in names.values()}
        for study, direction in query("SELECT study_id, direction FROM study_directions ORDER BY objective"):
            studies[names[study]][0].append(direction)
        trials: dict[int, OptunaTrial] = {}
        columns = "trial_id, study_id, state, datetime_start, datetime_complete"
        for key, study, state, began, ended in query(f"SELECT {columns} FROM trials ORDER BY trial_id"):
            trials[key] = trial = OptunaTrial()
            trial.state, trial.began, trial.ended = state, _moment(began), _moment(ended)
            studies[names[study]][1].append(trial)
        columns = "trial_id, param_name, param_value, distribution_json"
        for key, name, value, distribution in query(f"SELECT {columns} FROM trial_params ORDER BY param_id"):
            _set(trials[key], name, value, distribution)
        for key, value in query("SELECT trial_id, value FROM trial_values ORDER BY objective"):
            trials[key].values += [value] if _is_finite(value) else []  # None if it was infinite
        steps = "SELECT trial_id, step, intermediate_value FROM trial_intermediate_values"
        for key, step, value in query(steps):
            _add_step(trials[key], step, value)
        return studies


def _add_step(trial: OptunaTrial, step: object, value: object) -> None:
    if _is_finite(value):
        trial.steps[int(str(step))] = value


def _is_finite(value: object) -> TypeGuard[float]:
    return isinstance(value, (int, float)) and value - value == 0.0


def _set(trial: OptunaTrial, name: str, value: object, distribution: object) -> None:
    """Takes the value that a script saw: Optuna stores choices by their place, and whole numbers as
    floats."""
    described = json_object(distribution) if isinstance(distribution, (str, bytes)) else {}
    kind, attributes = str(described.get("name")), described.get("attributes") or {}
    choices = attributes.get("choices")
    if not isinstance(value, (int, float)):
        trial.config[name] = None
    elif isinstance(choices, list) and 0 <= value < len(choices):
        trial.config[name] = plain(choices[int(value)])
    else:
        trial.config[name] = int(value) if kind.startswith("Int") else value
    try:
        trial.domains[name] = _domain(kind, attributes)
    except (SpaceError, KeyError, TypeError, ZeroDivisionError):
        trial.domains.pop(name, None)


def _domain(kind: str, attributes: Mapping[str, Any]) -> Domain:
    if "choices" in attributes:
        return choice([value for _, value in dict.fromkeys(map(identity, map(plain, attributes["choices"])))])
    whole, log = "Int" in kind, attributes.get("log") or "Log" in kind
    lower, upper = attributes["low"], attributes["high"]
    step = attributes.get("step") or attributes.get("q") or 0
    size = round((upper - lower) / step) + 1 if step and not (whole and step == 1) else 0
    if lower == upper or size == 1:
        return choice([lower])
    if 1 < size <= LARGEST_RANGE:
        last = Decimal(str(lower)) + (size - 1) * Decimal(str(step))  # as Optuna adds them up
        return finrange(lower, float(last), size, cast_int=whole)
    return _number(whole, lower, upper, log)


def _number(whole: bool, lower: Any, upper: Any, log: bool) -> Domain:  # noqa: ANN401 - numbers
    if whole:
        return (lograndint if log else randint)(lower, upper)
    return (loguniform if log else uniform)(lower, upper)


def _moment(told: object) -> float | None:
    """Seconds since 1970 of a local date and time."""
    try:
        return datetime.fromisoformat(told).timestamp() if isinstance(told, str) else None
    except ValueError:
        return None


def plain(found: object) -> Value:
    """What JSON has, as a space has it; text of what no space can have, such as NaN."""
    try:
        return element(found)
    except SpaceError:
        return str(found)
