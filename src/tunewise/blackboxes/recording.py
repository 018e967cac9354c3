"""Makes the table of a recorded benchmark from finished experiments."""

import statistics
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

import numpy as np

from tunewise.arrays import Array
from tunewise.backends import spec_from_json
from tunewise.blackboxes.off_grid import fitted
from tunewise.blackboxes.table import Table
from tunewise.engine.rules import NON_FINITE, Flaw, Point
from tunewise.events import Reported
from tunewise.problem import Problem
from tunewise.results import ExperimentResult
from tunewise.space import Config, Value
from tunewise.trial import FailureKind, Status, Trial
from tunewise.version import __version__

PER_HYPERPARAMETER = 10
"""The configurations needed for each hyperparameter, by the usual rule of thumb.

J. L. Loeppky, J. Sacks and W. J. Welch: Choosing the Sample Size of a Computer Experiment. Technometrics 51
(2009).
"""

SKIPPED = "skipped levels"
GIVEN_UP = {Status.STOPPED: "stopped by the method", Status.PAUSED: "paused by the method"}


class RecordingError(ValueError):
    """No table can be made of these experiments; the message says what to do."""


class _Report(NamedTuple):
    """A report at a new level. run: of the trial's job. elapsed: seconds since the job began."""

    run: int
    level: int
    elapsed: float
    values: Mapping[str, Value]


@dataclass(frozen=True)
class Recording:
    """A table, the number of trials it was made from, and how many were left out for each reason."""

    table: Table
    started: int
    left_out: Counter[str]

    @property
    def warnings(self) -> list[str]:
        """What makes conclusions from the table doubtful: too few configurations, or selected ones."""
        found = []
        configs, names = len(self.table.configs), len(self.table.problem.space.names)
        if configs < PER_HYPERPARAMETER * names:
            found.append(
                f"The table has only {configs} configurations of {names} hyperparameters, which answer for "
                f"all others: train {PER_HYPERPARAMETER * names} or more, {PER_HYPERPARAMETER} for each "
                "hyperparameter."
            )
        given_up = sum(self.left_out[why] for why in GIVEN_UP.values())
        if given_up:
            found.append(
                f"The trials are selected: the method gave up {given_up} of {self.started}, and the table "
                "has only those that it trained to the end. So bad configurations look better than they "
                "are: record a method that trains all trials to the end, such as sobol or rs."
            )
        return found


def record(
    records: Sequence[ExperimentResult],
    seconds: str | None = None,
    leave_out: Iterable[str] = (),
    about: str | None = None,
) -> Recording:
    """Makes a table of the trials that were trained to the end or diverged.

    records: experiments on the same problem. seconds: the reported key with the seconds of each level; by
    default the times of the reports count, and the first one of each job includes its start-up. leave_out:
    reported keys that the table should not contain. Trials with equal configurations become repetitions.
    Raises `RecordingError`.
    """
    problem = _common_problem(records)
    left_out: Counter[str] = Counter()
    curves: dict[object, list[list[_Report]]] = {}
    configs: dict[object, Config] = {}
    for one in records:
        reported = _reports(one)
        for trial_id, reports in reported.items():
            trial = one.state.trials[trial_id]
            why = _unfit(problem, trial, reports)
            if why:
                left_out[why] += 1
                continue
            key = problem.space.key(trial.config)
            configs.setdefault(key, trial.config)
            curves.setdefault(key, []).append(reports)
        left_out["never reported"] += sum(trial.id not in reported for trial in one.state.trials)
    left_out = +left_out
    if not curves:
        raise _nothing(left_out)
    usual = _usual_seconds(curves.values(), seconds)
    delays: list[float] = []
    times = [[_times(run, seconds, usual, delays) for run in runs] for runs in curves.values()]
    skipped = {seconds, problem.resource_attr, *leave_out}
    depth = problem.max_resource or max(len(run) for runs in curves.values() for run in runs)
    table = Table(
        problem,
        tuple(configs.values()),
        {name: _filled(curves.values(), name, depth) for name in _columns(curves.values(), skipped)},
        _padded(times, depth),
        start_delay=round(max(0.0, statistics.median(delays)), 3),
        about=about or _provenance(records),
    )
    return Recording(fitted(table), sum(len(one.state.trials) for one in records), left_out)


def _common_problem(records: Sequence[ExperimentResult]) -> Problem:
    first = records[0]
    for other in records[1:]:
        if other.problem != first.problem:
            raise RecordingError(
                f"{other.name!r} tunes another problem than {first.name!r}: record "
                "only experiments together that have the same space, metric and resource."
            )
    return first.problem


def _reports(record: ExperimentResult) -> dict[int, list[_Report]]:
    """Each trial's reports at new levels, up to max_resource or to the level at which it diverged."""
    problem = record.problem
    found: dict[int, list[_Report]] = {}
    for _, entry, reading in record.follow():
        fact = entry.fact
        if isinstance(fact, Reported) and reading is not None:
            of_trial = found.setdefault(fact.job.trial_id, [])
            level = _level_of(reading, problem, fact, len(of_trial) + 1)
            # a diverged script may report until it is ended
            over = bool(of_trial) and _diverged(problem, of_trial)
            if level is not None and level <= (problem.max_resource or level) and not over:
                of_trial.append(_Report(fact.job.run, level, fact.elapsed, fact.values))
    return found


def _level_of(reading: Point | Flaw, problem: Problem, fact: Reported, following: int) -> int | None:
    """The level of a report that belongs in the table: a point of the learning curve, or a value that isn't
    finite. None for other reports.

    following: the level of the next report of a script that doesn't report the resource.
    """
    if isinstance(reading, Point):
        return reading.level
    if reading.failure is not FailureKind.CONFIGURATION:
        return None
    level = fact.values.get(problem.resource_attr) if problem.resource_attr else following
    return int(level) if isinstance(level, (int, float)) and level == int(level) else None


def _diverged(problem: Problem, reports: list[_Report]) -> bool:
    return reports[-1].values.get(problem.metric) in NON_FINITE


def _unfit(problem: Problem, trial: Trial, reports: list[_Report]) -> str | None:
    """Why a trial can't be in the table; None if it can."""
    if not reports:
        return "never reported"
    if [report.level for report in reports] != list(range(1, len(reports) + 1)):
        return SKIPPED
    if _diverged(problem, reports) or reports[-1].level == problem.max_resource:
        return None
    if trial.status is Status.COMPLETED:
        return None  # the script ended by itself
    return GIVEN_UP.get(trial.status, "failed" if trial.status is Status.FAILED else "not trained to the end")


def _nothing(left_out: Counter[str]) -> RecordingError:
    """The error if no trial can be in the table."""
    reasons = ", ".join(f"{count} {why}" for why, count in left_out.items()) or "there are none"
    advice = (
        "let the script report each level from 1 on, as a trial that skips some can't be recorded"
        if SKIPPED in left_out
        else "resume the experiment with a bigger budget, or record a method that trains all trials to "
        "their end, such as sobol or rs"
    )
    return RecordingError(f"No trial can be recorded ({reasons}): {advice}.")


def _usual_seconds(curves: Iterable[list[list[_Report]]], key: str | None) -> float:
    """The usual seconds of a level, for trials whose reports don't show them."""
    runs = [run for runs in curves for run in runs]
    steps = [step for run in runs for step in _steps(run, key) if step is not None]
    if steps:
        return statistics.median(steps)
    return statistics.median([run[0].elapsed for run in runs])  # including the start-up


def _steps(run: list[_Report], key: str | None) -> list[float | None]:
    """The seconds of each level; None for the first level of a job if there is no key."""
    if key is not None:
        return [_number(report, key) for report in run]
    before = [None, *run[:-1]]
    return [
        report.elapsed - earlier.elapsed if earlier is not None and earlier.run == report.run else None
        for earlier, report in zip(before, run, strict=True)
    ]


def _number(report: _Report, key: str) -> float:
    value = report.values.get(key)
    if isinstance(value, bool) or not isinstance(value, (int, float)) or value <= 0:
        raise RecordingError(
            f"The report of level {report.level} has {key}={value!r}: name a key with the seconds of "
            "each level, or leave it out."
        )
    return float(value)


def _times(run: list[_Report], key: str | None, usual: float, delays: list[float]) -> list[float]:
    """Seconds of training up to each report. Appends the first job's start-up delay to `delays`; later jobs
    may have repeated levels that their checkpoints lacked."""
    steps = _steps(run, key)
    known = [step for step in steps if step is not None]
    own = statistics.median(known) if known else usual
    filled = [own if step is None else step for step in steps]
    delays.append(run[0].elapsed - filled[0])
    return list(accumulate(filled))


def _columns(curves: Iterable[list[list[_Report]]], skipped: set[str | None]) -> list[str]:
    """The keys that were reported with numbers, in order of their first report."""
    names = {
        name: None
        for runs in curves
        for run in runs
        for report in run
        for name, value in report.values.items()
        if name not in skipped and _is_number(value)
    }
    return list(names)


def _is_number(value: Value) -> bool:
    return value in NON_FINITE or (isinstance(value, (int, float)) and not isinstance(value, bool))


def _filled(curves: Iterable[list[list[_Report]]], name: str, depth: int) -> Array:
    values = [[[_float(report.values.get(name)) for report in run] for run in runs] for runs in curves]
    return _padded(values, depth)


def _float(value: Value) -> float:
    return float(value) if value is not None and _is_number(value) else float("nan")


def _padded(rows: list[list[list[float]]], depth: int) -> Array:
    """Curves by configuration and repetition as an array (n, r, T), NaN where there is no report."""
    found = np.full((len(rows), max(map(len, rows)), depth), np.nan)
    for row, repetitions in enumerate(rows):
        for repetition, curve in enumerate(repetitions):
            found[row, repetition, : len(curve)] = curve
    return found


def _provenance(records: Sequence[ExperimentResult]) -> str:
    first = records[0].definition
    script, *arguments = spec_from_json(first.backend).script
    command = " ".join([Path(script).name, *arguments])
    names = ", ".join(record.name for record in records)
    return f"Recorded with Tunewise {__version__} from {names}, begun {first.created[:10]}: {command}"
