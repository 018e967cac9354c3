"""What a report says about its trial: a point of the learning curve, or what is wrong with it."""

import sys
from collections.abc import Mapping
from typing import NamedTuple

from tunewise.problem import Problem
from tunewise.space import Value
from tunewise.trial import FailureKind, Trial

NON_FINITE = frozenset({"nan", "inf", "-inf"})
MOST_SHOWN = 200  # characters of what a script reported


PAST_THE_END = "past max_resource"


class Point(NamedTuple):
    """The metric at a level that the trial had not reported before."""

    level: int
    value: float


class Flaw(NamedTuple):
    """A report that adds nothing to the learning curve.

    kind: a few words for it, under which notes are counted. failure: set if the trial fails for it.
    noted: whether a person should hear of it. level: what it was reported for, where that is a level.
    """

    kind: str
    message: str
    failure: FailureKind | None = None
    noted: bool = True
    level: int | None = None


def read_report(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Point | Flaw:
    """Reads a report of the trial's current job.

    A report without the metric is taken for a side remark and left alone; one that has the metric but no
    valid level, or a metric that is no number, is the script's error; a metric that isn't finite is the
    configuration's fault. A level that was there before is not counted again: silently where a resumed
    job makes up for a checkpoint that was older than its reports, with a note where a job repeats itself.
    Nor is one beyond the largest resource, which is no result of a full training.
    """
    value = values.get(problem.metric)
    if value is None:
        if problem.metric in values:
            return Flaw("no metric", f"a report has {problem.metric}=None: report it where it has a value")
        reported = _short(", ".join(values))
        return Flaw("no metric", f"a report has no {problem.metric!r}; it has: {reported}")
    if value in NON_FINITE:
        return Flaw("not finite", f"{problem.metric} was {value}", FailureKind.CONFIGURATION)
    if isinstance(value, (str, bool)):
        return Flaw(
            "no number",
            f"{problem.metric} was {_short(repr(value))}, which is no number: report a float",
            FailureKind.ERROR,
        )
    if not abs(value) <= sys.float_info.max:  # NaN included, and integers beyond the range of floats
        return Flaw("not finite", f"{problem.metric} was no finite number", FailureKind.CONFIGURATION)
    level = _level(problem, trial, values)
    if isinstance(level, Flaw):
        return level
    if level <= trial.level:
        repeats_itself = len(trial.levels) > trial.jobs[-1].first_report
        what = "again" if level == trial.level else f"after {trial.level}"
        return Flaw(
            "repeated level",
            f"{problem.resource_attr} {level} was reported {what}; only the first report of a level counts",
            noted=repeats_itself,
            level=level,
        )
    if problem.max_resource is not None and level > problem.max_resource:
        name = problem.level_name
        if not trial.levels:
            return Flaw(
                PAST_THE_END,
                f"the first report was {name} {level}, beyond the largest, {problem.max_resource}: report "
                "earlier, or give a larger max_resource",
                FailureKind.ERROR,
            )
        message = f"{name} {level} is beyond the largest, {problem.max_resource}"
        return Flaw(PAST_THE_END, message, noted=False, level=level)
    return Point(level, float(value))


def _level(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> int | Flaw:
    name = problem.resource_attr
    if name is None:
        return trial.level + 1
    level = values.get(name)
    if level is None:
        return Flaw(
            "no resource",
            f"a report has {problem.metric!r} but no {name!r}: report both together",
            FailureKind.ERROR,
        )
    if isinstance(level, float) and level.is_integer():
        level = int(level)
    if isinstance(level, (bool, str, float)) or level < 1 or level > 2**31 - 1:
        return Flaw(
            "bad resource",
            f"{name} was {_short(repr(level))}: it must be a whole number that counts from 1",
            FailureKind.ERROR,
        )
    return level


def _short(text: str) -> str:
    """What a message can take of what a script reported: that may be a quarter of a megabyte."""
    return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}..."
