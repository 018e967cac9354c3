"""Earlier studies of other systems, and what of them fits a problem: for a start that isn't cold.

Optuna's journal files and SQLite databases (of versions 4 and 5), Ray Tune's folders (of 2.9 to 2.60), Syne
Tune's results (of 0.13 to 0.16), and tables in CSV, such as `results.csv` of an experiment. Files are only
read, and nothing in them is evaluated.
"""

from __future__ import annotations

import csv
import io
import os
import sqlite3
import zipfile
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tunewise.csv_rows import without_mark
from tunewise.definition import read_definition
from tunewise.optuna_studies import OptunaTrial, joined, plain, read_studies
from tunewise.paths import ExperimentPaths
from tunewise.problem import Mode, Problem
from tunewise.results import column_of
from tunewise.space import Config, Domain, SpaceError, Value
from tunewise.space.syne_tune import domains_of
from tunewise.worker.files import json_object
from tunewise.worker.passing import flat

LARGEST = 1 << 30  # bytes of a table, unpacked
_RAY_TRAIN = "train_loop_config."
"""The table in which trainers of Ray Train take what is tuned."""
_CONFIG = "config_"
"""How columns of hyperparameters begin in the tables of Tunewise and Syne Tune."""
_LEVELS = ("epoch", "training_iteration", "iteration", "step", "round")
"""Columns that usually have levels."""
_DIRECTIONS: Mapping[object, Mode] = {1: "min", 2: "max", "MINIMIZE": "min", "MAXIMIZE": "max"}


class EarlierError(ValueError):
    """An earlier study that can't be used; the message says what to do."""


class EarlierTrial(NamedTuple):
    """value: of the metric, the best one that was reported. curve: its values by level, where they are known.
    Hyperparameters may be texts; "" is then None, if that is possible, or isn't there. began: seconds since
    1970. seconds: since it began, by level, or under 0 in all. completed: the study says that it ran to its
    end."""

    config: Config
    value: float
    curve: Mapping[int, float] = {}
    began: float | None = None
    seconds: Mapping[int, float] = {}
    completed: bool = False


class EarlierStudy(NamedTuple):
    """mode: the better direction, None where the study doesn't say it. pruned: trials that were ended early,
    which aren't among the others where the study tells them apart. domains: of hyperparameters, as far as
    the study says them. left_out: how many trials have no value. note: what else a person should know.
    resource: the column of levels, where a table seems to have one that nobody named."""

    trials: list[EarlierTrial]
    mode: Mode | None = None
    pruned: Sequence[EarlierTrial] = ()
    domains: Mapping[str, Domain | Value] = {}
    left_out: int = 0
    note: str = ""
    resource: str | None = None


class Fit(NamedTuple):
    """trials: those that fit a space, each configuration once, the best first; complete and with values of
    the space's own types. remark: how they fit, in a sentence."""

    trials: list[EarlierTrial]
    remark: str


def read_earlier(
    reference: str,
    metric: str,
    mode: Mode | None,
    resource: str | None = None,
    tuned: Collection[str] = (),
) -> EarlierStudy:
    """The study at `optuna:PATH` (with `#NAME` if there are several), `ray-tune:FOLDER`, `syne-tune:FOLDER`,
    `csv:FILE` or `tunewise:NAME`. metric: the column of a table, or the result, that has the values; Optuna's
    have no name. mode: which of a trial's values is the best; None: as the study says, or the smallest.
    resource: the column or result with the level of a value; what Optuna and Ray Tune count themselves needs
    none, and in tables it is looked for. tuned: names of hyperparameters, which are no resource. Raises
    EarlierError."""
    kind, _, place = reference.partition(":")
    reader = _READERS.get(kind)
    if reader is None or not place:
        raise EarlierError(
            f"{reference!r} is no earlier study: give optuna:FILE, ray-tune:FOLDER, syne-tune:FOLDER, "
            "csv:FILE or tunewise:NAME."
        )
    try:
        study = reader(place, metric, mode or "min", resource)
        if study.resource in tuned:
            resource = ""
            study = reader(place, metric, mode or "min", resource)
        if mode is None and study.mode == "max":
            study = reader(place, metric, "max", resource)
    except (OSError, sqlite3.Error, zipfile.BadZipFile, UnicodeDecodeError, csv.Error) as error:
        raise EarlierError(f"{reference} can't be read ({error}): give the study's own file.") from None
    if mode is not None and study.mode not in (None, mode):
        better = "smaller" if study.mode == "min" else "larger"
        raise EarlierError(f"In {reference} {better} is better: give --mode {study.mode}, or another study.")
    return study


def fit(study: EarlierStudy, problem: Problem) -> Fit:
    """What of a study fits a problem's space. What a trial lacks is set to the middle of its domain."""
    space, best = problem.space, sorted(study.trials, key=lambda trial: problem.sign * trial.value)
    found: dict[object, EarlierTrial] = {}
    misfits: list[str] = []
    for trial in best:
        known = known_of(trial.config, problem)
        try:
            config = space.completed(known, texts=True)
        except SpaceError as error:
            misfits.append(str(error))
        else:
            found.setdefault(space.key(config), trial._replace(config=config))
    names = {name for trial in best for name, value in trial.config.items() if value != ""}
    held = {name for trial in best for name in known_of(trial.config, problem)}
    lacking = [name for name in space.names if name not in held]
    unknown = sorted(names - {*space.names, *space.constants, *([problem.max_resource_arg or ""])})
    told = [f"{len(best) - len(misfits)} of {len(best)} earlier trials fit the space"]
    told += (
        [f"they lack {', '.join(lacking)}, for which the middle of the domain is taken"] if lacking else []
    )
    told += [f"the space lacks {', '.join(unknown)}"] if unknown else []
    told += [f"one that doesn't fit: {misfits[0].rstrip('.')}"] if misfits else []
    nothing_shared = len(lacking) == len(space.names)
    return Fit([] if nothing_shared else list(found.values()), f"{'; '.join(told)}.")


def first_tries(reference: str, most: int, problem: Problem) -> tuple[list[Config], str]:
    """The best configurations of the study at a reference, and how it fits the problem. Raises EarlierError
    as `read_earlier`, and if nothing fits."""
    study = read_earlier(reference, problem.metric, problem.mode, problem.resource_attr, problem.space.names)
    trials, remark = fit(study, problem)
    if not trials:
        raise EarlierError(f"Nothing of {reference} can be tried: {remark}")
    best = [trial.config for trial in trials[:most]]
    many = "configuration comes" if len(best) == 1 else f"{len(best):,} configurations come"
    return best, f"From {reference}, the best {many} first: {remark}"


def known_of(config: Config, problem: Problem) -> Config:
    """What a space has of a configuration. A table has an empty cell for "", for None, and for what isn't
    there: what depends on others may be the latter."""
    known: Config = {}
    for name, domain in problem.space.domains.items():
        cell = config.get(name, "")
        meant = ["", None] if name in config and not domain.conditions else []
        possible = [cell] if cell != "" else [value for value in meant if _has(domain, value)]
        if possible:
            known[name] = possible[0]
    return known


def _has(domain: Domain, value: Value) -> bool:
    try:
        domain.validate(value)
    except SpaceError:
        return False
    return True


# ---- Optuna ---------------------------------------------------------------------------------------------


def _optuna(place: str, metric: str, mode: Mode, resource: str | None) -> EarlierStudy:
    path, _, name = place.removeprefix("sqlite:///").partition("#")
    studies = read_studies(path)
    if not studies:
        raise EarlierError(f"{path} has no study of Optuna: give its journal file or its SQLite database.")
    if name not in studies and (name or len(studies) > 1):
        raise EarlierError(
            f"{path} has the studies {', '.join(studies)}: name one, as in optuna:{path}#NAME."
        )
    directions, trials = studies[name] if name else next(iter(studies.values()))
    if len(directions) != 1:
        raise EarlierError(f"The study in {path} has {len(directions)} objectives, and one can be used here.")
    ended = (trial for trial in trials if trial.completed)
    apart = any(trial.steps and trial.values[0] not in trial.steps.values() for trial in ended)
    first = min((step for trial in trials for step in trial.steps), default=1)
    shift, better = max(0, 1 - first), min if mode == "min" else max
    known: dict[bool, list[EarlierTrial]] = {True: [], False: []}
    domains: dict[str, list[Domain]] = {}
    for trial in trials:
        curve = {} if apart else {step + shift: value for step, value in sorted(trial.steps.items())}
        if trial.completed or (trial.pruned and curve):
            value = trial.values[0] if trial.completed else better(curve.values())
            times = trial.began, _spread(trial, list(curve))
            known[trial.completed].append(EarlierTrial(trial.config, value, curve, *times, trial.completed))
            for each, domain in trial.domains.items():
                domains.setdefault(each, []).append(domain)
    told = {each: one for each, asked in domains.items() if (one := joined(asked)) is not None}
    left_out = len(trials) - len(known[True]) - len(known[False])
    note = "what trials told at their steps isn't what they returned, and left out" if apart else ""
    return EarlierStudy(known[True], _DIRECTIONS.get(directions[0]), known[False], told, left_out, note)


def _spread(trial: OptunaTrial, levels: Sequence[int]) -> dict[int, float]:
    """The seconds of a trial, evenly over its levels, as Optuna keeps its beginning and its end alone."""
    if trial.began is None or trial.ended is None:
        return {}
    total = trial.ended - trial.began
    return {0: total, **{level: total * level / levels[-1] for level in levels}}


# ---- Ray Tune -------------------------------------------------------------------------------------------


def _ray_tune(place: str, metric: str, mode: Mode, resource: str | None) -> EarlierStudy:
    """Each trial has a folder with `params.json`, and `result.json` or, from few loggers, `progress.csv`. How
    these name what is nested: `optimizer.lr` of hyperparameters, as in a file of ours, and `eval/loss` of
    results, as Ray does."""
    folders = [path.parent for path in sorted(Path(place).glob("*/params.json"))]
    if not folders:
        raise EarlierError(
            f"{place} has no trials of Ray Tune: give the experiment's folder, which has theirs."
        )
    better = min if mode == "min" else max
    trials, told = [], set()
    for folder in folders:
        results = list(_ray_results(folder))
        told |= {name for result in results for name in result}
        values = [value for result in results if (value := _finite(result.get(metric))) is not None]
        if values:
            curve: dict[int, float] = {}
            seconds: dict[int, float] = {}
            for result in results:
                level = result.get(resource or "", result.get("training_iteration"))
                _note(curve, level, result.get(metric))
                _note(seconds, level, result.get("time_total_s"))
            first = results[0]
            moment, spent = _finite(first.get("timestamp")), _finite(first.get("time_total_s"))
            began = None if moment is None or spent is None else moment - spent
            config = flat(json_object((folder / "params.json").read_bytes()), ".")
            found = {name.removeprefix(_RAY_TRAIN): plain(value) for name, value in config}
            trials.append(EarlierTrial(found, better(values), curve, began, seconds))
    if metric not in told:
        raise EarlierError(
            f"{place} has no results called {metric}: it has {', '.join(sorted(told)) or 'none'}."
        )
    return EarlierStudy(_from_one(trials), left_out=len(folders) - len(trials))


def _ray_results(folder: Path) -> Iterator[Mapping[str, Any]]:
    """The results of a trial."""
    lines, table = folder / "result.json", folder / "progress.csv"
    if lines.exists():
        for line in lines.read_bytes().split(b"\n"):
            yield dict(
                flat({name: value for name, value in json_object(line).items() if name != "config"}, "/")
            )
    elif table.exists():
        with open(table, encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)


# ---- tables ---------------------------------------------------------------------------------------------


def _syne_tune(place: str, metric: str, mode: Mode, resource: str | None) -> EarlierStudy:
    with zipfile.ZipFile(os.path.join(place, "results.csv.zip")) as packed:
        [inside] = packed.infolist()[:1]
        if inside.file_size > LARGEST:
            raise EarlierError(f"The results in {place} have more than {LARGEST:,} bytes.")
        study = _table(io.StringIO(packed.read(inside).decode()), place, metric, mode, resource)
    try:
        told = json_object(Path(place, "metadata.json").read_bytes())
    except FileNotFoundError:
        return study
    modes = told["metric_mode"] if isinstance(told.get("metric_mode"), list) else [told.get("metric_mode")]
    try:
        domains = domains_of(json_object(told.get("config_space") or "{}"))
    except (SpaceError, KeyError, TypeError, AttributeError):
        domains = {}
    return study._replace(mode=modes[0] if modes[0] in ("min", "max") else None, domains=domains)


def _csv(place: str, metric: str, mode: Mode, resource: str | None) -> EarlierStudy:
    with open(place, encoding="utf-8-sig", newline="") as file:
        return _table(file, place, metric, mode, resource)


def _tunewise(place: str, metric: str, mode: Mode, resource: str | None) -> EarlierStudy:
    paths, level = ExperimentPaths.named(place), column_of(resource) if resource else resource
    study = _csv(str(paths.results), column_of(metric), mode, level)
    problem = read_definition(paths.definition).problem
    return study._replace(mode=problem["mode"] if problem["metric"] == metric else None)


def _table(lines: Iterable[str], place: str, metric: str, mode: Mode, resource: str | None) -> EarlierStudy:
    """One row a report or a trial; those of the same `trial_id`, or else hyperparameters, belong together."""
    reader = csv.DictReader(lines)
    columns = list(reader.fieldnames or ())
    if metric not in columns:
        raise EarlierError(f"{place} has no column {metric}: it has {', '.join(columns) or 'none'}.")
    tuned = [name for name in columns if name.startswith(_CONFIG)]
    others = [name for name in columns if name not in (metric, "trial_id", resource, *tuned)]
    rows: Iterable[Mapping[str, str | None]] = reader
    guessed, note = None, ""
    if resource is None:
        rows = list(reader)
        guessed, note = _level_column(rows, others, tuned)
    resource = resource or guessed
    names = {name: name.removeprefix(_CONFIG) for name in tuned or others if name != resource}
    better: Callable[..., float] = min if mode == "min" else max
    trials: dict[object, EarlierTrial] = {}
    seen: set[object] = set()
    for row, config, value in _values(rows, names, metric):
        key = row.get("trial_id") or tuple(config.items())
        seen.add(key)
        if value is None:
            continue
        curve: dict[int, float] = {}
        _note(curve, row.get(resource or ""), value)
        if row.get(resource or "") and not curve:
            continue  # what is known before the end, at no level, isn't the value at the end
        now, spent = _finite(row.get("st_worker_timestamp")), _finite(row.get("st_worker_time"))
        began = None if now is None or spent is None else now - spent
        earlier = trials.setdefault(key, EarlierTrial(config, value, {}, began, {}))
        curve, seconds = {**curve, **earlier.curve}, {**earlier.seconds}
        _note(seconds, row.get(resource or ""), spent)
        trials[key] = EarlierTrial(config, better(value, earlier.value), curve, earlier.began, seconds)
    without = len(seen) - len(trials)
    return EarlierStudy(_from_one(list(trials.values())), left_out=without, note=note, resource=guessed)


def _level_column(
    rows: Sequence[Mapping[str, str | None]], columns: Sequence[str], tuned: Sequence[str]
) -> tuple[str | None, str]:
    """The column that has levels, if one seems to, and what is said about it. tuned: those that surely are
    hyperparameters; if there are none, all may be. Without them and without numbers of trials it needs a
    usual name, as a grid's hyperparameter may count up, too."""
    usual = [name for name in _LEVELS if name in columns]
    rest = [name for name in columns if name not in usual and not name.startswith("st_")]
    counting = next((name for name in (*usual, *rest) if _counts_up(rows, name, tuned or columns)), None)
    if counting and (counting in usual or tuned or rows[0].get("trial_id")):
        return counting, f"{counting} counts up in each trial and is taken for the resource"
    doubtful = "" if tuned else counting or next(iter(usual), "")
    text = f"{doubtful} is taken for a hyperparameter: if it is the resource, give --resource {doubtful}"
    return None, text if doubtful else ""


def _counts_up(rows: Iterable[Mapping[str, str | None]], column: str, others: Sequence[str]) -> bool:
    """Whether a column has whole numbers from 0 or 1 on that rise in each trial, one of which has several."""
    last: dict[object, float] = {}
    several = False
    for row in rows:
        key = row.get("trial_id") or tuple(row[name] for name in others if name != column)
        level, before = _finite(row[column]), last.get(key)
        if level is None or not level.is_integer():
            return False
        if level not in (0.0, 1.0) if before is None else level <= before:
            return False
        several |= before is not None
        last[key] = level
    return several


def _values(
    rows: Iterable[Mapping[str, str | None]], names: Mapping[str, str], metric: str
) -> Iterator[tuple[Mapping[str, str | None], Config, float | None]]:
    """Each row, its hyperparameters, and its metric if that is finite."""
    for row in rows:
        cells = ((name, row[column]) for column, name in names.items())
        config: Config = {name: without_mark(cell) for name, cell in cells if cell is not None}
        yield row, config, _finite(row[metric])


def _note(curve: dict[int, float], level: object, value: object) -> None:
    """Adds a value at a level, either of which may be anything, unless it has one."""
    at, found = _finite(level), _finite(value)
    if at is not None and found is not None and at >= 0.0 and at.is_integer():
        curve.setdefault(int(at), found)


def _from_one(trials: Sequence[EarlierTrial]) -> list[EarlierTrial]:
    """Learning curves whose levels count from 1; there they may count from 0."""
    shift = 1 if any(0 in {*trial.curve, *trial.seconds} for trial in trials) else 0
    return [
        trial._replace(
            curve={level + shift: value for level, value in trial.curve.items()},
            seconds={level + shift: spent for level, spent in trial.seconds.items()},
        )
        for trial in trials
    ]


def _finite(cell: object) -> float | None:
    try:
        value = float(cell)  # type: ignore[arg-type]  # whatever it is
    except (TypeError, ValueError):
        return None
    return value if value - value == 0.0 else None


_READERS: Mapping[str, Callable[[str, str, Mode, str | None], EarlierStudy]] = {
    "optuna": _optuna,
    "ray-tune": _ray_tune,
    "syne-tune": _syne_tune,
    "csv": _csv,
    "tunewise": _tunewise,
}
