"""The rules for trials: what a report means, what becomes of a trial when its job has ended, and which habits
of a script deserve a note."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from tunewise.engine.policy import RetryPolicy
from tunewise.events import JobEnded
from tunewise.problem import Problem
from tunewise.space import Value
from tunewise.trial import Failure, FailureKind, Status, Trial

NON_FINITE = frozenset({"nan", "inf", "-inf"})
MAX_SHOWN = 200  # characters of what a script reported
PAST_THE_END = "past max_resource"
REPORTS_SELDOM = "reports seldom"
MIN_RESTARTS = 3  # resumed trials that may have started over, with none that certainly did not


from mutmut.mutation.trampoline import wrap_in_trampoline as _mutmut_mutated, MutantDict

# ---- reports ---------------------------------------------------------------------------------------------


class Point(NamedTuple):
    """The metric at a level that the trial had not reported before."""

    level: int
    value: float


class Flaw(NamedTuple):
    """A report that adds nothing to the learning curve.

    kind: a few words, under which notes are counted. failure: set if the trial fails because of it.
    noted: whether users should see a note. level: the level that was reported, if it is valid.
    """

    kind: str
    message: str
    failure: FailureKind | None = None
    noted: bool = True
    level: int | None = None


Reading = Point | Flaw
"""What a report means."""
mutants_x_read_report__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_read_report__mutmut)
def read_report(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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


def x_read_report__mutmut_orig(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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


def x_read_report__mutmut_1(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
    """
    value = None
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


def x_read_report__mutmut_2(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
    """
    value = values.get(None)
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


def x_read_report__mutmut_3(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
    """
    value = values.get(problem.metric)
    if value is not None:
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


def x_read_report__mutmut_4(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
    """
    value = values.get(problem.metric)
    if value is None:
        if problem.metric not in values:
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


def x_read_report__mutmut_5(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
    """
    value = values.get(problem.metric)
    if value is None:
        if problem.metric in values:
            return Flaw(None, f"a report has {problem.metric}=None: report it where it has a value")
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


def x_read_report__mutmut_6(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
    """
    value = values.get(problem.metric)
    if value is None:
        if problem.metric in values:
            return Flaw("no metric", None)
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


def x_read_report__mutmut_7(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
    """
    value = values.get(problem.metric)
    if value is None:
        if problem.metric in values:
            return Flaw(f"a report has {problem.metric}=None: report it where it has a value")
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


def x_read_report__mutmut_8(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
    """
    value = values.get(problem.metric)
    if value is None:
        if problem.metric in values:
            return Flaw("no metric", )
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


def x_read_report__mutmut_9(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
    """
    value = values.get(problem.metric)
    if value is None:
        if problem.metric in values:
            return Flaw("XXno metricXX", f"a report has {problem.metric}=None: report it where it has a value")
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


def x_read_report__mutmut_10(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
    """
    value = values.get(problem.metric)
    if value is None:
        if problem.metric in values:
            return Flaw("NO METRIC", f"a report has {problem.metric}=None: report it where it has a value")
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


def x_read_report__mutmut_11(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
    """
    value = values.get(problem.metric)
    if value is None:
        if problem.metric in values:
            return Flaw("no metric", f"a report has {problem.metric}=None: report it where it has a value")
        reported = None
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


def x_read_report__mutmut_12(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
    """
    value = values.get(problem.metric)
    if value is None:
        if problem.metric in values:
            return Flaw("no metric", f"a report has {problem.metric}=None: report it where it has a value")
        reported = _short(None)
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


def x_read_report__mutmut_13(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
    """
    value = values.get(problem.metric)
    if value is None:
        if problem.metric in values:
            return Flaw("no metric", f"a report has {problem.metric}=None: report it where it has a value")
        reported = _short(", ".join(None))
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


def x_read_report__mutmut_14(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
    """
    value = values.get(problem.metric)
    if value is None:
        if problem.metric in values:
            return Flaw("no metric", f"a report has {problem.metric}=None: report it where it has a value")
        reported = _short("XX, XX".join(values))
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


def x_read_report__mutmut_15(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
    """
    value = values.get(problem.metric)
    if value is None:
        if problem.metric in values:
            return Flaw("no metric", f"a report has {problem.metric}=None: report it where it has a value")
        reported = _short(", ".join(values))
        return Flaw(None, f"a report has no {problem.metric!r}; it has: {reported}")
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


def x_read_report__mutmut_16(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
    """
    value = values.get(problem.metric)
    if value is None:
        if problem.metric in values:
            return Flaw("no metric", f"a report has {problem.metric}=None: report it where it has a value")
        reported = _short(", ".join(values))
        return Flaw("no metric", None)
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


def x_read_report__mutmut_17(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
    """
    value = values.get(problem.metric)
    if value is None:
        if problem.metric in values:
            return Flaw("no metric", f"a report has {problem.metric}=None: report it where it has a value")
        reported = _short(", ".join(values))
        return Flaw(f"a report has no {problem.metric!r}; it has: {reported}")
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


def x_read_report__mutmut_18(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
    """
    value = values.get(problem.metric)
    if value is None:
        if problem.metric in values:
            return Flaw("no metric", f"a report has {problem.metric}=None: report it where it has a value")
        reported = _short(", ".join(values))
        return Flaw("no metric", )
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


def x_read_report__mutmut_19(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
    """
    value = values.get(problem.metric)
    if value is None:
        if problem.metric in values:
            return Flaw("no metric", f"a report has {problem.metric}=None: report it where it has a value")
        reported = _short(", ".join(values))
        return Flaw("XXno metricXX", f"a report has no {problem.metric!r}; it has: {reported}")
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


def x_read_report__mutmut_20(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
    """
    value = values.get(problem.metric)
    if value is None:
        if problem.metric in values:
            return Flaw("no metric", f"a report has {problem.metric}=None: report it where it has a value")
        reported = _short(", ".join(values))
        return Flaw("NO METRIC", f"a report has no {problem.metric!r}; it has: {reported}")
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


def x_read_report__mutmut_21(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
    """
    value = values.get(problem.metric)
    if value is None:
        if problem.metric in values:
            return Flaw("no metric", f"a report has {problem.metric}=None: report it where it has a value")
        reported = _short(", ".join(values))
        return Flaw("no metric", f"a report has no {problem.metric!r}; it has: {reported}")
    if value not in NON_FINITE:
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


def x_read_report__mutmut_22(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
    """
    value = values.get(problem.metric)
    if value is None:
        if problem.metric in values:
            return Flaw("no metric", f"a report has {problem.metric}=None: report it where it has a value")
        reported = _short(", ".join(values))
        return Flaw("no metric", f"a report has no {problem.metric!r}; it has: {reported}")
    if value in NON_FINITE:
        return Flaw(None, f"{problem.metric} was {value}", FailureKind.CONFIGURATION)
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


def x_read_report__mutmut_23(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
    """
    value = values.get(problem.metric)
    if value is None:
        if problem.metric in values:
            return Flaw("no metric", f"a report has {problem.metric}=None: report it where it has a value")
        reported = _short(", ".join(values))
        return Flaw("no metric", f"a report has no {problem.metric!r}; it has: {reported}")
    if value in NON_FINITE:
        return Flaw("not finite", None, FailureKind.CONFIGURATION)
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


def x_read_report__mutmut_24(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
    """
    value = values.get(problem.metric)
    if value is None:
        if problem.metric in values:
            return Flaw("no metric", f"a report has {problem.metric}=None: report it where it has a value")
        reported = _short(", ".join(values))
        return Flaw("no metric", f"a report has no {problem.metric!r}; it has: {reported}")
    if value in NON_FINITE:
        return Flaw("not finite", f"{problem.metric} was {value}", None)
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


def x_read_report__mutmut_25(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
    """
    value = values.get(problem.metric)
    if value is None:
        if problem.metric in values:
            return Flaw("no metric", f"a report has {problem.metric}=None: report it where it has a value")
        reported = _short(", ".join(values))
        return Flaw("no metric", f"a report has no {problem.metric!r}; it has: {reported}")
    if value in NON_FINITE:
        return Flaw(f"{problem.metric} was {value}", FailureKind.CONFIGURATION)
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


def x_read_report__mutmut_26(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
    """
    value = values.get(problem.metric)
    if value is None:
        if problem.metric in values:
            return Flaw("no metric", f"a report has {problem.metric}=None: report it where it has a value")
        reported = _short(", ".join(values))
        return Flaw("no metric", f"a report has no {problem.metric!r}; it has: {reported}")
    if value in NON_FINITE:
        return Flaw("not finite", FailureKind.CONFIGURATION)
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


def x_read_report__mutmut_27(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
    """
    value = values.get(problem.metric)
    if value is None:
        if problem.metric in values:
            return Flaw("no metric", f"a report has {problem.metric}=None: report it where it has a value")
        reported = _short(", ".join(values))
        return Flaw("no metric", f"a report has no {problem.metric!r}; it has: {reported}")
    if value in NON_FINITE:
        return Flaw("not finite", f"{problem.metric} was {value}", )
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


def x_read_report__mutmut_28(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
    """
    value = values.get(problem.metric)
    if value is None:
        if problem.metric in values:
            return Flaw("no metric", f"a report has {problem.metric}=None: report it where it has a value")
        reported = _short(", ".join(values))
        return Flaw("no metric", f"a report has no {problem.metric!r}; it has: {reported}")
    if value in NON_FINITE:
        return Flaw("XXnot finiteXX", f"{problem.metric} was {value}", FailureKind.CONFIGURATION)
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


def x_read_report__mutmut_29(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
    """
    value = values.get(problem.metric)
    if value is None:
        if problem.metric in values:
            return Flaw("no metric", f"a report has {problem.metric}=None: report it where it has a value")
        reported = _short(", ".join(values))
        return Flaw("no metric", f"a report has no {problem.metric!r}; it has: {reported}")
    if value in NON_FINITE:
        return Flaw("NOT FINITE", f"{problem.metric} was {value}", FailureKind.CONFIGURATION)
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


def x_read_report__mutmut_30(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
            None,
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


def x_read_report__mutmut_31(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
            None,
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


def x_read_report__mutmut_32(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
            None,
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


def x_read_report__mutmut_33(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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


def x_read_report__mutmut_34(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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


def x_read_report__mutmut_35(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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


def x_read_report__mutmut_36(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
            "XXno numberXX",
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


def x_read_report__mutmut_37(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
            "NO NUMBER",
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


def x_read_report__mutmut_38(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
            f"{problem.metric} was {_short(None)}, which is no number: report a float",
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


def x_read_report__mutmut_39(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
            f"{problem.metric} was {_short(repr(None))}, which is no number: report a float",
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


def x_read_report__mutmut_40(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
    if abs(value) <= sys.float_info.max:  # NaN included, and integers beyond the range of floats
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


def x_read_report__mutmut_41(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
    if not abs(None) <= sys.float_info.max:  # NaN included, and integers beyond the range of floats
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


def x_read_report__mutmut_42(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
    if not abs(value) < sys.float_info.max:  # NaN included, and integers beyond the range of floats
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


def x_read_report__mutmut_43(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
        return Flaw(None, f"{problem.metric} was no finite number", FailureKind.CONFIGURATION)
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


def x_read_report__mutmut_44(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
        return Flaw("not finite", None, FailureKind.CONFIGURATION)
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


def x_read_report__mutmut_45(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
        return Flaw("not finite", f"{problem.metric} was no finite number", None)
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


def x_read_report__mutmut_46(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
        return Flaw(f"{problem.metric} was no finite number", FailureKind.CONFIGURATION)
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


def x_read_report__mutmut_47(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
        return Flaw("not finite", FailureKind.CONFIGURATION)
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


def x_read_report__mutmut_48(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
        return Flaw("not finite", f"{problem.metric} was no finite number", )
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


def x_read_report__mutmut_49(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
        return Flaw("XXnot finiteXX", f"{problem.metric} was no finite number", FailureKind.CONFIGURATION)
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


def x_read_report__mutmut_50(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
        return Flaw("NOT FINITE", f"{problem.metric} was no finite number", FailureKind.CONFIGURATION)
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


def x_read_report__mutmut_51(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
    level = None
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


def x_read_report__mutmut_52(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
    level = _level(None, trial, values)
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


def x_read_report__mutmut_53(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
    level = _level(problem, None, values)
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


def x_read_report__mutmut_54(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
    level = _level(problem, trial, None)
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


def x_read_report__mutmut_55(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
    level = _level(trial, values)
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


def x_read_report__mutmut_56(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
    level = _level(problem, values)
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


def x_read_report__mutmut_57(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
    level = _level(problem, trial, )
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


def x_read_report__mutmut_58(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
    if level < trial.level:
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


def x_read_report__mutmut_59(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
        repeats_itself = None
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


def x_read_report__mutmut_60(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
        repeats_itself = len(trial.levels) >= trial.jobs[-1].first_report
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


def x_read_report__mutmut_61(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
        repeats_itself = len(trial.levels) > trial.jobs[+1].first_report
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


def x_read_report__mutmut_62(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
        repeats_itself = len(trial.levels) > trial.jobs[-2].first_report
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


def x_read_report__mutmut_63(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
        what = None
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


def x_read_report__mutmut_64(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
        what = "again" if (level == trial.level) and False else f"after {trial.level}"
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


def x_read_report__mutmut_65(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
        what = "again" if (level == trial.level) or True else f"after {trial.level}"
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


def x_read_report__mutmut_66(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
        what = "XXagainXX" if level == trial.level else f"after {trial.level}"
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


def x_read_report__mutmut_67(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
        what = "AGAIN" if level == trial.level else f"after {trial.level}"
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


def x_read_report__mutmut_68(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
        what = "again" if level != trial.level else f"after {trial.level}"
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


def x_read_report__mutmut_69(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
            None,
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


def x_read_report__mutmut_70(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
            None,
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


def x_read_report__mutmut_71(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
            noted=None,
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


def x_read_report__mutmut_72(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
            level=None,
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


def x_read_report__mutmut_73(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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


def x_read_report__mutmut_74(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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


def x_read_report__mutmut_75(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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


def x_read_report__mutmut_76(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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


def x_read_report__mutmut_77(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
            "XXrepeated levelXX",
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


def x_read_report__mutmut_78(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
            "REPEATED LEVEL",
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


def x_read_report__mutmut_79(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
    if problem.max_resource is not None or level > problem.max_resource:
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


def x_read_report__mutmut_80(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
    if problem.max_resource is None and level > problem.max_resource:
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


def x_read_report__mutmut_81(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
    if problem.max_resource is not None and level >= problem.max_resource:
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


def x_read_report__mutmut_82(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
        name = None
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


def x_read_report__mutmut_83(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
        if trial.levels:
            return Flaw(
                PAST_THE_END,
                f"the first report was {name} {level}, beyond the largest, {problem.max_resource}: report "
                "earlier, or give a larger max_resource",
                FailureKind.ERROR,
            )
        message = f"{name} {level} is beyond the largest, {problem.max_resource}"
        return Flaw(PAST_THE_END, message, noted=False, level=level)
    return Point(level, float(value))


def x_read_report__mutmut_84(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
                None,
                f"the first report was {name} {level}, beyond the largest, {problem.max_resource}: report "
                "earlier, or give a larger max_resource",
                FailureKind.ERROR,
            )
        message = f"{name} {level} is beyond the largest, {problem.max_resource}"
        return Flaw(PAST_THE_END, message, noted=False, level=level)
    return Point(level, float(value))


def x_read_report__mutmut_85(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
                None,
                FailureKind.ERROR,
            )
        message = f"{name} {level} is beyond the largest, {problem.max_resource}"
        return Flaw(PAST_THE_END, message, noted=False, level=level)
    return Point(level, float(value))


def x_read_report__mutmut_86(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
                None,
            )
        message = f"{name} {level} is beyond the largest, {problem.max_resource}"
        return Flaw(PAST_THE_END, message, noted=False, level=level)
    return Point(level, float(value))


def x_read_report__mutmut_87(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
                f"the first report was {name} {level}, beyond the largest, {problem.max_resource}: report "
                "earlier, or give a larger max_resource",
                FailureKind.ERROR,
            )
        message = f"{name} {level} is beyond the largest, {problem.max_resource}"
        return Flaw(PAST_THE_END, message, noted=False, level=level)
    return Point(level, float(value))


def x_read_report__mutmut_88(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
                FailureKind.ERROR,
            )
        message = f"{name} {level} is beyond the largest, {problem.max_resource}"
        return Flaw(PAST_THE_END, message, noted=False, level=level)
    return Point(level, float(value))


def x_read_report__mutmut_89(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
                )
        message = f"{name} {level} is beyond the largest, {problem.max_resource}"
        return Flaw(PAST_THE_END, message, noted=False, level=level)
    return Point(level, float(value))


def x_read_report__mutmut_90(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
                "XXearlier, or give a larger max_resourceXX",
                FailureKind.ERROR,
            )
        message = f"{name} {level} is beyond the largest, {problem.max_resource}"
        return Flaw(PAST_THE_END, message, noted=False, level=level)
    return Point(level, float(value))


def x_read_report__mutmut_91(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
                "EARLIER, OR GIVE A LARGER MAX_RESOURCE",
                FailureKind.ERROR,
            )
        message = f"{name} {level} is beyond the largest, {problem.max_resource}"
        return Flaw(PAST_THE_END, message, noted=False, level=level)
    return Point(level, float(value))


def x_read_report__mutmut_92(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
        message = None
        return Flaw(PAST_THE_END, message, noted=False, level=level)
    return Point(level, float(value))


def x_read_report__mutmut_93(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
        return Flaw(None, message, noted=False, level=level)
    return Point(level, float(value))


def x_read_report__mutmut_94(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
        return Flaw(PAST_THE_END, None, noted=False, level=level)
    return Point(level, float(value))


def x_read_report__mutmut_95(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
        return Flaw(PAST_THE_END, message, noted=None, level=level)
    return Point(level, float(value))


def x_read_report__mutmut_96(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
        return Flaw(PAST_THE_END, message, noted=False, level=None)
    return Point(level, float(value))


def x_read_report__mutmut_97(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
        return Flaw(message, noted=False, level=level)
    return Point(level, float(value))


def x_read_report__mutmut_98(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
        return Flaw(PAST_THE_END, noted=False, level=level)
    return Point(level, float(value))


def x_read_report__mutmut_99(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
        return Flaw(PAST_THE_END, message, level=level)
    return Point(level, float(value))


def x_read_report__mutmut_100(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
        return Flaw(PAST_THE_END, message, noted=False, )
    return Point(level, float(value))


def x_read_report__mutmut_101(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
        return Flaw(PAST_THE_END, message, noted=True, level=level)
    return Point(level, float(value))


def x_read_report__mutmut_102(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
    return Point(None, float(value))


def x_read_report__mutmut_103(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
    return Point(level, None)


def x_read_report__mutmut_104(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
    return Point(float(value))


def x_read_report__mutmut_105(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
    return Point(level, )


def x_read_report__mutmut_106(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
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
    return Point(level, float(None))

mutants_x_read_report__mutmut['_mutmut_orig'] = x_read_report__mutmut_orig # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_1'] = x_read_report__mutmut_1 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_2'] = x_read_report__mutmut_2 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_3'] = x_read_report__mutmut_3 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_4'] = x_read_report__mutmut_4 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_5'] = x_read_report__mutmut_5 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_6'] = x_read_report__mutmut_6 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_7'] = x_read_report__mutmut_7 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_8'] = x_read_report__mutmut_8 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_9'] = x_read_report__mutmut_9 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_10'] = x_read_report__mutmut_10 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_11'] = x_read_report__mutmut_11 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_12'] = x_read_report__mutmut_12 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_13'] = x_read_report__mutmut_13 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_14'] = x_read_report__mutmut_14 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_15'] = x_read_report__mutmut_15 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_16'] = x_read_report__mutmut_16 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_17'] = x_read_report__mutmut_17 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_18'] = x_read_report__mutmut_18 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_19'] = x_read_report__mutmut_19 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_20'] = x_read_report__mutmut_20 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_21'] = x_read_report__mutmut_21 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_22'] = x_read_report__mutmut_22 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_23'] = x_read_report__mutmut_23 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_24'] = x_read_report__mutmut_24 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_25'] = x_read_report__mutmut_25 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_26'] = x_read_report__mutmut_26 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_27'] = x_read_report__mutmut_27 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_28'] = x_read_report__mutmut_28 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_29'] = x_read_report__mutmut_29 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_30'] = x_read_report__mutmut_30 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_31'] = x_read_report__mutmut_31 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_32'] = x_read_report__mutmut_32 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_33'] = x_read_report__mutmut_33 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_34'] = x_read_report__mutmut_34 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_35'] = x_read_report__mutmut_35 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_36'] = x_read_report__mutmut_36 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_37'] = x_read_report__mutmut_37 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_38'] = x_read_report__mutmut_38 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_39'] = x_read_report__mutmut_39 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_40'] = x_read_report__mutmut_40 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_41'] = x_read_report__mutmut_41 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_42'] = x_read_report__mutmut_42 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_43'] = x_read_report__mutmut_43 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_44'] = x_read_report__mutmut_44 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_45'] = x_read_report__mutmut_45 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_46'] = x_read_report__mutmut_46 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_47'] = x_read_report__mutmut_47 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_48'] = x_read_report__mutmut_48 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_49'] = x_read_report__mutmut_49 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_50'] = x_read_report__mutmut_50 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_51'] = x_read_report__mutmut_51 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_52'] = x_read_report__mutmut_52 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_53'] = x_read_report__mutmut_53 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_54'] = x_read_report__mutmut_54 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_55'] = x_read_report__mutmut_55 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_56'] = x_read_report__mutmut_56 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_57'] = x_read_report__mutmut_57 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_58'] = x_read_report__mutmut_58 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_59'] = x_read_report__mutmut_59 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_60'] = x_read_report__mutmut_60 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_61'] = x_read_report__mutmut_61 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_62'] = x_read_report__mutmut_62 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_63'] = x_read_report__mutmut_63 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_64'] = x_read_report__mutmut_64 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_65'] = x_read_report__mutmut_65 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_66'] = x_read_report__mutmut_66 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_67'] = x_read_report__mutmut_67 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_68'] = x_read_report__mutmut_68 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_69'] = x_read_report__mutmut_69 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_70'] = x_read_report__mutmut_70 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_71'] = x_read_report__mutmut_71 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_72'] = x_read_report__mutmut_72 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_73'] = x_read_report__mutmut_73 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_74'] = x_read_report__mutmut_74 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_75'] = x_read_report__mutmut_75 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_76'] = x_read_report__mutmut_76 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_77'] = x_read_report__mutmut_77 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_78'] = x_read_report__mutmut_78 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_79'] = x_read_report__mutmut_79 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_80'] = x_read_report__mutmut_80 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_81'] = x_read_report__mutmut_81 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_82'] = x_read_report__mutmut_82 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_83'] = x_read_report__mutmut_83 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_84'] = x_read_report__mutmut_84 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_85'] = x_read_report__mutmut_85 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_86'] = x_read_report__mutmut_86 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_87'] = x_read_report__mutmut_87 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_88'] = x_read_report__mutmut_88 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_89'] = x_read_report__mutmut_89 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_90'] = x_read_report__mutmut_90 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_91'] = x_read_report__mutmut_91 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_92'] = x_read_report__mutmut_92 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_93'] = x_read_report__mutmut_93 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_94'] = x_read_report__mutmut_94 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_95'] = x_read_report__mutmut_95 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_96'] = x_read_report__mutmut_96 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_97'] = x_read_report__mutmut_97 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_98'] = x_read_report__mutmut_98 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_99'] = x_read_report__mutmut_99 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_100'] = x_read_report__mutmut_100 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_101'] = x_read_report__mutmut_101 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_102'] = x_read_report__mutmut_102 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_103'] = x_read_report__mutmut_103 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_104'] = x_read_report__mutmut_104 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_105'] = x_read_report__mutmut_105 # type: ignore # mutmut generated
mutants_x_read_report__mutmut['x_read_report__mutmut_106'] = x_read_report__mutmut_106 # type: ignore # mutmut generated
mutants_x__level__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__level__mutmut)
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


def x__level__mutmut_orig(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> int | Flaw:
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


def x__level__mutmut_1(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> int | Flaw:
    name = None
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


def x__level__mutmut_2(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> int | Flaw:
    name = problem.resource_attr
    if name is not None:
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


def x__level__mutmut_3(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> int | Flaw:
    name = problem.resource_attr
    if name is None:
        return trial.level - 1
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


def x__level__mutmut_4(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> int | Flaw:
    name = problem.resource_attr
    if name is None:
        return trial.level + 2
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


def x__level__mutmut_5(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> int | Flaw:
    name = problem.resource_attr
    if name is None:
        return trial.level + 1
    level = None
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


def x__level__mutmut_6(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> int | Flaw:
    name = problem.resource_attr
    if name is None:
        return trial.level + 1
    level = values.get(None)
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


def x__level__mutmut_7(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> int | Flaw:
    name = problem.resource_attr
    if name is None:
        return trial.level + 1
    level = values.get(name)
    if level is not None:
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


def x__level__mutmut_8(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> int | Flaw:
    name = problem.resource_attr
    if name is None:
        return trial.level + 1
    level = values.get(name)
    if level is None:
        return Flaw(
            None,
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


def x__level__mutmut_9(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> int | Flaw:
    name = problem.resource_attr
    if name is None:
        return trial.level + 1
    level = values.get(name)
    if level is None:
        return Flaw(
            "no resource",
            None,
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


def x__level__mutmut_10(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> int | Flaw:
    name = problem.resource_attr
    if name is None:
        return trial.level + 1
    level = values.get(name)
    if level is None:
        return Flaw(
            "no resource",
            f"a report has {problem.metric!r} but no {name!r}: report both together",
            None,
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


def x__level__mutmut_11(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> int | Flaw:
    name = problem.resource_attr
    if name is None:
        return trial.level + 1
    level = values.get(name)
    if level is None:
        return Flaw(
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


def x__level__mutmut_12(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> int | Flaw:
    name = problem.resource_attr
    if name is None:
        return trial.level + 1
    level = values.get(name)
    if level is None:
        return Flaw(
            "no resource",
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


def x__level__mutmut_13(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> int | Flaw:
    name = problem.resource_attr
    if name is None:
        return trial.level + 1
    level = values.get(name)
    if level is None:
        return Flaw(
            "no resource",
            f"a report has {problem.metric!r} but no {name!r}: report both together",
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


def x__level__mutmut_14(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> int | Flaw:
    name = problem.resource_attr
    if name is None:
        return trial.level + 1
    level = values.get(name)
    if level is None:
        return Flaw(
            "XXno resourceXX",
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


def x__level__mutmut_15(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> int | Flaw:
    name = problem.resource_attr
    if name is None:
        return trial.level + 1
    level = values.get(name)
    if level is None:
        return Flaw(
            "NO RESOURCE",
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


def x__level__mutmut_16(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> int | Flaw:
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
    if isinstance(level, float) or level.is_integer():
        level = int(level)
    if isinstance(level, (bool, str, float)) or level < 1 or level > 2**31 - 1:
        return Flaw(
            "bad resource",
            f"{name} was {_short(repr(level))}: it must be a whole number that counts from 1",
            FailureKind.ERROR,
        )
    return level


def x__level__mutmut_17(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> int | Flaw:
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
        level = None
    if isinstance(level, (bool, str, float)) or level < 1 or level > 2**31 - 1:
        return Flaw(
            "bad resource",
            f"{name} was {_short(repr(level))}: it must be a whole number that counts from 1",
            FailureKind.ERROR,
        )
    return level


def x__level__mutmut_18(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> int | Flaw:
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
        level = int(None)
    if isinstance(level, (bool, str, float)) or level < 1 or level > 2**31 - 1:
        return Flaw(
            "bad resource",
            f"{name} was {_short(repr(level))}: it must be a whole number that counts from 1",
            FailureKind.ERROR,
        )
    return level


def x__level__mutmut_19(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> int | Flaw:
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
    if isinstance(level, (bool, str, float)) or level < 1 and level > 2**31 - 1:
        return Flaw(
            "bad resource",
            f"{name} was {_short(repr(level))}: it must be a whole number that counts from 1",
            FailureKind.ERROR,
        )
    return level


def x__level__mutmut_20(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> int | Flaw:
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
    if isinstance(level, (bool, str, float)) and level < 1 or level > 2**31 - 1:
        return Flaw(
            "bad resource",
            f"{name} was {_short(repr(level))}: it must be a whole number that counts from 1",
            FailureKind.ERROR,
        )
    return level


def x__level__mutmut_21(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> int | Flaw:
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
    if isinstance(level, (bool, str, float)) or level <= 1 or level > 2**31 - 1:
        return Flaw(
            "bad resource",
            f"{name} was {_short(repr(level))}: it must be a whole number that counts from 1",
            FailureKind.ERROR,
        )
    return level


def x__level__mutmut_22(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> int | Flaw:
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
    if isinstance(level, (bool, str, float)) or level < 2 or level > 2**31 - 1:
        return Flaw(
            "bad resource",
            f"{name} was {_short(repr(level))}: it must be a whole number that counts from 1",
            FailureKind.ERROR,
        )
    return level


def x__level__mutmut_23(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> int | Flaw:
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
    if isinstance(level, (bool, str, float)) or level < 1 or level >= 2**31 - 1:
        return Flaw(
            "bad resource",
            f"{name} was {_short(repr(level))}: it must be a whole number that counts from 1",
            FailureKind.ERROR,
        )
    return level


def x__level__mutmut_24(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> int | Flaw:
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
    if isinstance(level, (bool, str, float)) or level < 1 or level > 2**31 + 1:
        return Flaw(
            "bad resource",
            f"{name} was {_short(repr(level))}: it must be a whole number that counts from 1",
            FailureKind.ERROR,
        )
    return level


def x__level__mutmut_25(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> int | Flaw:
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
    if isinstance(level, (bool, str, float)) or level < 1 or level > 2 * 31 - 1:
        return Flaw(
            "bad resource",
            f"{name} was {_short(repr(level))}: it must be a whole number that counts from 1",
            FailureKind.ERROR,
        )
    return level


def x__level__mutmut_26(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> int | Flaw:
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
    if isinstance(level, (bool, str, float)) or level < 1 or level > 3**31 - 1:
        return Flaw(
            "bad resource",
            f"{name} was {_short(repr(level))}: it must be a whole number that counts from 1",
            FailureKind.ERROR,
        )
    return level


def x__level__mutmut_27(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> int | Flaw:
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
    if isinstance(level, (bool, str, float)) or level < 1 or level > 2**32 - 1:
        return Flaw(
            "bad resource",
            f"{name} was {_short(repr(level))}: it must be a whole number that counts from 1",
            FailureKind.ERROR,
        )
    return level


def x__level__mutmut_28(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> int | Flaw:
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
    if isinstance(level, (bool, str, float)) or level < 1 or level > 2**31 - 2:
        return Flaw(
            "bad resource",
            f"{name} was {_short(repr(level))}: it must be a whole number that counts from 1",
            FailureKind.ERROR,
        )
    return level


def x__level__mutmut_29(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> int | Flaw:
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
            None,
            f"{name} was {_short(repr(level))}: it must be a whole number that counts from 1",
            FailureKind.ERROR,
        )
    return level


def x__level__mutmut_30(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> int | Flaw:
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
            None,
            FailureKind.ERROR,
        )
    return level


def x__level__mutmut_31(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> int | Flaw:
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
            None,
        )
    return level


def x__level__mutmut_32(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> int | Flaw:
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
            f"{name} was {_short(repr(level))}: it must be a whole number that counts from 1",
            FailureKind.ERROR,
        )
    return level


def x__level__mutmut_33(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> int | Flaw:
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
            FailureKind.ERROR,
        )
    return level


def x__level__mutmut_34(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> int | Flaw:
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
            )
    return level


def x__level__mutmut_35(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> int | Flaw:
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
            "XXbad resourceXX",
            f"{name} was {_short(repr(level))}: it must be a whole number that counts from 1",
            FailureKind.ERROR,
        )
    return level


def x__level__mutmut_36(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> int | Flaw:
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
            "BAD RESOURCE",
            f"{name} was {_short(repr(level))}: it must be a whole number that counts from 1",
            FailureKind.ERROR,
        )
    return level


def x__level__mutmut_37(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> int | Flaw:
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
            f"{name} was {_short(None)}: it must be a whole number that counts from 1",
            FailureKind.ERROR,
        )
    return level


def x__level__mutmut_38(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> int | Flaw:
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
            f"{name} was {_short(repr(None))}: it must be a whole number that counts from 1",
            FailureKind.ERROR,
        )
    return level

mutants_x__level__mutmut['_mutmut_orig'] = x__level__mutmut_orig # type: ignore # mutmut generated
mutants_x__level__mutmut['x__level__mutmut_1'] = x__level__mutmut_1 # type: ignore # mutmut generated
mutants_x__level__mutmut['x__level__mutmut_2'] = x__level__mutmut_2 # type: ignore # mutmut generated
mutants_x__level__mutmut['x__level__mutmut_3'] = x__level__mutmut_3 # type: ignore # mutmut generated
mutants_x__level__mutmut['x__level__mutmut_4'] = x__level__mutmut_4 # type: ignore # mutmut generated
mutants_x__level__mutmut['x__level__mutmut_5'] = x__level__mutmut_5 # type: ignore # mutmut generated
mutants_x__level__mutmut['x__level__mutmut_6'] = x__level__mutmut_6 # type: ignore # mutmut generated
mutants_x__level__mutmut['x__level__mutmut_7'] = x__level__mutmut_7 # type: ignore # mutmut generated
mutants_x__level__mutmut['x__level__mutmut_8'] = x__level__mutmut_8 # type: ignore # mutmut generated
mutants_x__level__mutmut['x__level__mutmut_9'] = x__level__mutmut_9 # type: ignore # mutmut generated
mutants_x__level__mutmut['x__level__mutmut_10'] = x__level__mutmut_10 # type: ignore # mutmut generated
mutants_x__level__mutmut['x__level__mutmut_11'] = x__level__mutmut_11 # type: ignore # mutmut generated
mutants_x__level__mutmut['x__level__mutmut_12'] = x__level__mutmut_12 # type: ignore # mutmut generated
mutants_x__level__mutmut['x__level__mutmut_13'] = x__level__mutmut_13 # type: ignore # mutmut generated
mutants_x__level__mutmut['x__level__mutmut_14'] = x__level__mutmut_14 # type: ignore # mutmut generated
mutants_x__level__mutmut['x__level__mutmut_15'] = x__level__mutmut_15 # type: ignore # mutmut generated
mutants_x__level__mutmut['x__level__mutmut_16'] = x__level__mutmut_16 # type: ignore # mutmut generated
mutants_x__level__mutmut['x__level__mutmut_17'] = x__level__mutmut_17 # type: ignore # mutmut generated
mutants_x__level__mutmut['x__level__mutmut_18'] = x__level__mutmut_18 # type: ignore # mutmut generated
mutants_x__level__mutmut['x__level__mutmut_19'] = x__level__mutmut_19 # type: ignore # mutmut generated
mutants_x__level__mutmut['x__level__mutmut_20'] = x__level__mutmut_20 # type: ignore # mutmut generated
mutants_x__level__mutmut['x__level__mutmut_21'] = x__level__mutmut_21 # type: ignore # mutmut generated
mutants_x__level__mutmut['x__level__mutmut_22'] = x__level__mutmut_22 # type: ignore # mutmut generated
mutants_x__level__mutmut['x__level__mutmut_23'] = x__level__mutmut_23 # type: ignore # mutmut generated
mutants_x__level__mutmut['x__level__mutmut_24'] = x__level__mutmut_24 # type: ignore # mutmut generated
mutants_x__level__mutmut['x__level__mutmut_25'] = x__level__mutmut_25 # type: ignore # mutmut generated
mutants_x__level__mutmut['x__level__mutmut_26'] = x__level__mutmut_26 # type: ignore # mutmut generated
mutants_x__level__mutmut['x__level__mutmut_27'] = x__level__mutmut_27 # type: ignore # mutmut generated
mutants_x__level__mutmut['x__level__mutmut_28'] = x__level__mutmut_28 # type: ignore # mutmut generated
mutants_x__level__mutmut['x__level__mutmut_29'] = x__level__mutmut_29 # type: ignore # mutmut generated
mutants_x__level__mutmut['x__level__mutmut_30'] = x__level__mutmut_30 # type: ignore # mutmut generated
mutants_x__level__mutmut['x__level__mutmut_31'] = x__level__mutmut_31 # type: ignore # mutmut generated
mutants_x__level__mutmut['x__level__mutmut_32'] = x__level__mutmut_32 # type: ignore # mutmut generated
mutants_x__level__mutmut['x__level__mutmut_33'] = x__level__mutmut_33 # type: ignore # mutmut generated
mutants_x__level__mutmut['x__level__mutmut_34'] = x__level__mutmut_34 # type: ignore # mutmut generated
mutants_x__level__mutmut['x__level__mutmut_35'] = x__level__mutmut_35 # type: ignore # mutmut generated
mutants_x__level__mutmut['x__level__mutmut_36'] = x__level__mutmut_36 # type: ignore # mutmut generated
mutants_x__level__mutmut['x__level__mutmut_37'] = x__level__mutmut_37 # type: ignore # mutmut generated
mutants_x__level__mutmut['x__level__mutmut_38'] = x__level__mutmut_38 # type: ignore # mutmut generated
mutants_x__short__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__short__mutmut)
def _short(text: str) -> str:
    """The text, cut to fit into a message: a report may have a quarter of a megabyte."""
    return text if len(text) <= MAX_SHOWN else f"{text[:MAX_SHOWN]}..."


def x__short__mutmut_orig(text: str) -> str:
    """The text, cut to fit into a message: a report may have a quarter of a megabyte."""
    return text if len(text) <= MAX_SHOWN else f"{text[:MAX_SHOWN]}..."


def x__short__mutmut_1(text: str) -> str:
    """The text, cut to fit into a message: a report may have a quarter of a megabyte."""
    return text if (len(text) <= MAX_SHOWN) and False else f"{text[:MAX_SHOWN]}..."


def x__short__mutmut_2(text: str) -> str:
    """The text, cut to fit into a message: a report may have a quarter of a megabyte."""
    return text if (len(text) <= MAX_SHOWN) or True else f"{text[:MAX_SHOWN]}..."


def x__short__mutmut_3(text: str) -> str:
    """The text, cut to fit into a message: a report may have a quarter of a megabyte."""
    return text if len(text) < MAX_SHOWN else f"{text[:MAX_SHOWN]}..."

mutants_x__short__mutmut['_mutmut_orig'] = x__short__mutmut_orig # type: ignore # mutmut generated
mutants_x__short__mutmut['x__short__mutmut_1'] = x__short__mutmut_1 # type: ignore # mutmut generated
mutants_x__short__mutmut['x__short__mutmut_2'] = x__short__mutmut_2 # type: ignore # mutmut generated
mutants_x__short__mutmut['x__short__mutmut_3'] = x__short__mutmut_3 # type: ignore # mutmut generated


# ---- ends of jobs ----------------------------------------------------------------------------------------


class Ending(NamedTuple):
    """The status after a job; for SUSPENDED, when to resume and whether that counts as a retry."""

    status: Status
    failure: Failure | None = None
    retry_at: float = 0.0
    counted: bool = False
mutants_x_settle__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_settle__mutmut)
def settle(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_orig(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_1(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is not Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_2(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(None, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_3(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, None)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_4(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_5(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, )
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_6(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = None
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_7(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is not None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_8(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(None, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_9(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, None, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_10(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, None)
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_11(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_12(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_13(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, )
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_14(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw and (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_15(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip(None))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_16(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).lstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_17(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note and fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_18(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("XX.XX"))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_19(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = None
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_20(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(None, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_21(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, None)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_22(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_23(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, )
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_24(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is not FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_25(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) >= trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_26(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[+1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_27(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-2].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_28(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(None, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_29(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, None, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_30(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=None)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_31(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_32(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_33(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, )
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_34(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries <= policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_35(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = None
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_36(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff / (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_37(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries + 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_38(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0 * trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_39(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (3.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_40(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 2.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_41(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(None, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_42(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, None, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_43(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=None, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_44(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=None)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_45(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_46(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_47(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_48(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, )
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_49(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time - delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_50(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=False)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_51(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE or trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_52(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is not FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_53(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries <= policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_54(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = None
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_55(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff / 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_56(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0 * trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_57(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 3.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_58(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(None, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_59(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, None, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_60(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=None, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_61(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=None)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_62(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_63(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_64(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_65(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, )
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_66(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time - delay, counted=True)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_67(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=False)
    return Ending(Status.FAILED, failure)


def x_settle__mutmut_68(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(None, failure)


def x_settle__mutmut_69(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, None)


def x_settle__mutmut_70(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(failure)


def x_settle__mutmut_71(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is Status.HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(Status.SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(Status.FAILED, )

mutants_x_settle__mutmut['_mutmut_orig'] = x_settle__mutmut_orig # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_1'] = x_settle__mutmut_1 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_2'] = x_settle__mutmut_2 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_3'] = x_settle__mutmut_3 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_4'] = x_settle__mutmut_4 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_5'] = x_settle__mutmut_5 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_6'] = x_settle__mutmut_6 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_7'] = x_settle__mutmut_7 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_8'] = x_settle__mutmut_8 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_9'] = x_settle__mutmut_9 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_10'] = x_settle__mutmut_10 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_11'] = x_settle__mutmut_11 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_12'] = x_settle__mutmut_12 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_13'] = x_settle__mutmut_13 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_14'] = x_settle__mutmut_14 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_15'] = x_settle__mutmut_15 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_16'] = x_settle__mutmut_16 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_17'] = x_settle__mutmut_17 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_18'] = x_settle__mutmut_18 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_19'] = x_settle__mutmut_19 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_20'] = x_settle__mutmut_20 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_21'] = x_settle__mutmut_21 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_22'] = x_settle__mutmut_22 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_23'] = x_settle__mutmut_23 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_24'] = x_settle__mutmut_24 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_25'] = x_settle__mutmut_25 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_26'] = x_settle__mutmut_26 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_27'] = x_settle__mutmut_27 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_28'] = x_settle__mutmut_28 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_29'] = x_settle__mutmut_29 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_30'] = x_settle__mutmut_30 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_31'] = x_settle__mutmut_31 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_32'] = x_settle__mutmut_32 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_33'] = x_settle__mutmut_33 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_34'] = x_settle__mutmut_34 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_35'] = x_settle__mutmut_35 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_36'] = x_settle__mutmut_36 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_37'] = x_settle__mutmut_37 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_38'] = x_settle__mutmut_38 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_39'] = x_settle__mutmut_39 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_40'] = x_settle__mutmut_40 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_41'] = x_settle__mutmut_41 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_42'] = x_settle__mutmut_42 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_43'] = x_settle__mutmut_43 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_44'] = x_settle__mutmut_44 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_45'] = x_settle__mutmut_45 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_46'] = x_settle__mutmut_46 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_47'] = x_settle__mutmut_47 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_48'] = x_settle__mutmut_48 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_49'] = x_settle__mutmut_49 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_50'] = x_settle__mutmut_50 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_51'] = x_settle__mutmut_51 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_52'] = x_settle__mutmut_52 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_53'] = x_settle__mutmut_53 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_54'] = x_settle__mutmut_54 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_55'] = x_settle__mutmut_55 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_56'] = x_settle__mutmut_56 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_57'] = x_settle__mutmut_57 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_58'] = x_settle__mutmut_58 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_59'] = x_settle__mutmut_59 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_60'] = x_settle__mutmut_60 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_61'] = x_settle__mutmut_61 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_62'] = x_settle__mutmut_62 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_63'] = x_settle__mutmut_63 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_64'] = x_settle__mutmut_64 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_65'] = x_settle__mutmut_65 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_66'] = x_settle__mutmut_66 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_67'] = x_settle__mutmut_67 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_68'] = x_settle__mutmut_68 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_69'] = x_settle__mutmut_69 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_70'] = x_settle__mutmut_70 # type: ignore # mutmut generated
mutants_x_settle__mutmut['x_settle__mutmut_71'] = x_settle__mutmut_71 # type: ignore # mutmut generated
mutants_x__halted__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__halted__mutmut)
def _halted(problem: Problem, trial: Trial) -> Ending:
    target = trial.target or Status.STOPPED
    if target in (Status.SUSPENDED, Status.PAUSED) and _fully_trained(problem, trial):
        return Ending(Status.COMPLETED)
    return Ending(target, trial.failure)


def x__halted__mutmut_orig(problem: Problem, trial: Trial) -> Ending:
    target = trial.target or Status.STOPPED
    if target in (Status.SUSPENDED, Status.PAUSED) and _fully_trained(problem, trial):
        return Ending(Status.COMPLETED)
    return Ending(target, trial.failure)


def x__halted__mutmut_1(problem: Problem, trial: Trial) -> Ending:
    target = None
    if target in (Status.SUSPENDED, Status.PAUSED) and _fully_trained(problem, trial):
        return Ending(Status.COMPLETED)
    return Ending(target, trial.failure)


def x__halted__mutmut_2(problem: Problem, trial: Trial) -> Ending:
    target = trial.target and Status.STOPPED
    if target in (Status.SUSPENDED, Status.PAUSED) and _fully_trained(problem, trial):
        return Ending(Status.COMPLETED)
    return Ending(target, trial.failure)


def x__halted__mutmut_3(problem: Problem, trial: Trial) -> Ending:
    target = trial.target or Status.STOPPED
    if target in (Status.SUSPENDED, Status.PAUSED) or _fully_trained(problem, trial):
        return Ending(Status.COMPLETED)
    return Ending(target, trial.failure)


def x__halted__mutmut_4(problem: Problem, trial: Trial) -> Ending:
    target = trial.target or Status.STOPPED
    if target not in (Status.SUSPENDED, Status.PAUSED) and _fully_trained(problem, trial):
        return Ending(Status.COMPLETED)
    return Ending(target, trial.failure)


def x__halted__mutmut_5(problem: Problem, trial: Trial) -> Ending:
    target = trial.target or Status.STOPPED
    if target in (Status.SUSPENDED, Status.PAUSED) and _fully_trained(None, trial):
        return Ending(Status.COMPLETED)
    return Ending(target, trial.failure)


def x__halted__mutmut_6(problem: Problem, trial: Trial) -> Ending:
    target = trial.target or Status.STOPPED
    if target in (Status.SUSPENDED, Status.PAUSED) and _fully_trained(problem, None):
        return Ending(Status.COMPLETED)
    return Ending(target, trial.failure)


def x__halted__mutmut_7(problem: Problem, trial: Trial) -> Ending:
    target = trial.target or Status.STOPPED
    if target in (Status.SUSPENDED, Status.PAUSED) and _fully_trained(trial):
        return Ending(Status.COMPLETED)
    return Ending(target, trial.failure)


def x__halted__mutmut_8(problem: Problem, trial: Trial) -> Ending:
    target = trial.target or Status.STOPPED
    if target in (Status.SUSPENDED, Status.PAUSED) and _fully_trained(problem, ):
        return Ending(Status.COMPLETED)
    return Ending(target, trial.failure)


def x__halted__mutmut_9(problem: Problem, trial: Trial) -> Ending:
    target = trial.target or Status.STOPPED
    if target in (Status.SUSPENDED, Status.PAUSED) and _fully_trained(problem, trial):
        return Ending(None)
    return Ending(target, trial.failure)


def x__halted__mutmut_10(problem: Problem, trial: Trial) -> Ending:
    target = trial.target or Status.STOPPED
    if target in (Status.SUSPENDED, Status.PAUSED) and _fully_trained(problem, trial):
        return Ending(Status.COMPLETED)
    return Ending(None, trial.failure)


def x__halted__mutmut_11(problem: Problem, trial: Trial) -> Ending:
    target = trial.target or Status.STOPPED
    if target in (Status.SUSPENDED, Status.PAUSED) and _fully_trained(problem, trial):
        return Ending(Status.COMPLETED)
    return Ending(target, None)


def x__halted__mutmut_12(problem: Problem, trial: Trial) -> Ending:
    target = trial.target or Status.STOPPED
    if target in (Status.SUSPENDED, Status.PAUSED) and _fully_trained(problem, trial):
        return Ending(Status.COMPLETED)
    return Ending(trial.failure)


def x__halted__mutmut_13(problem: Problem, trial: Trial) -> Ending:
    target = trial.target or Status.STOPPED
    if target in (Status.SUSPENDED, Status.PAUSED) and _fully_trained(problem, trial):
        return Ending(Status.COMPLETED)
    return Ending(target, )

mutants_x__halted__mutmut['_mutmut_orig'] = x__halted__mutmut_orig # type: ignore # mutmut generated
mutants_x__halted__mutmut['x__halted__mutmut_1'] = x__halted__mutmut_1 # type: ignore # mutmut generated
mutants_x__halted__mutmut['x__halted__mutmut_2'] = x__halted__mutmut_2 # type: ignore # mutmut generated
mutants_x__halted__mutmut['x__halted__mutmut_3'] = x__halted__mutmut_3 # type: ignore # mutmut generated
mutants_x__halted__mutmut['x__halted__mutmut_4'] = x__halted__mutmut_4 # type: ignore # mutmut generated
mutants_x__halted__mutmut['x__halted__mutmut_5'] = x__halted__mutmut_5 # type: ignore # mutmut generated
mutants_x__halted__mutmut['x__halted__mutmut_6'] = x__halted__mutmut_6 # type: ignore # mutmut generated
mutants_x__halted__mutmut['x__halted__mutmut_7'] = x__halted__mutmut_7 # type: ignore # mutmut generated
mutants_x__halted__mutmut['x__halted__mutmut_8'] = x__halted__mutmut_8 # type: ignore # mutmut generated
mutants_x__halted__mutmut['x__halted__mutmut_9'] = x__halted__mutmut_9 # type: ignore # mutmut generated
mutants_x__halted__mutmut['x__halted__mutmut_10'] = x__halted__mutmut_10 # type: ignore # mutmut generated
mutants_x__halted__mutmut['x__halted__mutmut_11'] = x__halted__mutmut_11 # type: ignore # mutmut generated
mutants_x__halted__mutmut['x__halted__mutmut_12'] = x__halted__mutmut_12 # type: ignore # mutmut generated
mutants_x__halted__mutmut['x__halted__mutmut_13'] = x__halted__mutmut_13 # type: ignore # mutmut generated
mutants_x__ended_by_itself__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__ended_by_itself__mutmut)
def _ended_by_itself(problem: Problem, trial: Trial, flaw: str) -> Ending:
    if trial.levels:
        # a job that ends at its limit has gone as far as allowed, whatever it reported last
        paused = problem.limits(trial.until) and not _fully_trained(problem, trial)
        return Ending(Status.PAUSED if paused else Status.COMPLETED)
    message = f"{_no_report(problem, trial.until)}: {flaw or _how_to_report(problem, trial.until)}."
    return Ending(Status.FAILED, Failure(FailureKind.ERROR, message))


def x__ended_by_itself__mutmut_orig(problem: Problem, trial: Trial, flaw: str) -> Ending:
    if trial.levels:
        # a job that ends at its limit has gone as far as allowed, whatever it reported last
        paused = problem.limits(trial.until) and not _fully_trained(problem, trial)
        return Ending(Status.PAUSED if paused else Status.COMPLETED)
    message = f"{_no_report(problem, trial.until)}: {flaw or _how_to_report(problem, trial.until)}."
    return Ending(Status.FAILED, Failure(FailureKind.ERROR, message))


def x__ended_by_itself__mutmut_1(problem: Problem, trial: Trial, flaw: str) -> Ending:
    if trial.levels:
        # a job that ends at its limit has gone as far as allowed, whatever it reported last
        paused = None
        return Ending(Status.PAUSED if paused else Status.COMPLETED)
    message = f"{_no_report(problem, trial.until)}: {flaw or _how_to_report(problem, trial.until)}."
    return Ending(Status.FAILED, Failure(FailureKind.ERROR, message))


def x__ended_by_itself__mutmut_2(problem: Problem, trial: Trial, flaw: str) -> Ending:
    if trial.levels:
        # a job that ends at its limit has gone as far as allowed, whatever it reported last
        paused = problem.limits(trial.until) or not _fully_trained(problem, trial)
        return Ending(Status.PAUSED if paused else Status.COMPLETED)
    message = f"{_no_report(problem, trial.until)}: {flaw or _how_to_report(problem, trial.until)}."
    return Ending(Status.FAILED, Failure(FailureKind.ERROR, message))


def x__ended_by_itself__mutmut_3(problem: Problem, trial: Trial, flaw: str) -> Ending:
    if trial.levels:
        # a job that ends at its limit has gone as far as allowed, whatever it reported last
        paused = problem.limits(None) and not _fully_trained(problem, trial)
        return Ending(Status.PAUSED if paused else Status.COMPLETED)
    message = f"{_no_report(problem, trial.until)}: {flaw or _how_to_report(problem, trial.until)}."
    return Ending(Status.FAILED, Failure(FailureKind.ERROR, message))


def x__ended_by_itself__mutmut_4(problem: Problem, trial: Trial, flaw: str) -> Ending:
    if trial.levels:
        # a job that ends at its limit has gone as far as allowed, whatever it reported last
        paused = problem.limits(trial.until) and _fully_trained(problem, trial)
        return Ending(Status.PAUSED if paused else Status.COMPLETED)
    message = f"{_no_report(problem, trial.until)}: {flaw or _how_to_report(problem, trial.until)}."
    return Ending(Status.FAILED, Failure(FailureKind.ERROR, message))


def x__ended_by_itself__mutmut_5(problem: Problem, trial: Trial, flaw: str) -> Ending:
    if trial.levels:
        # a job that ends at its limit has gone as far as allowed, whatever it reported last
        paused = problem.limits(trial.until) and not _fully_trained(None, trial)
        return Ending(Status.PAUSED if paused else Status.COMPLETED)
    message = f"{_no_report(problem, trial.until)}: {flaw or _how_to_report(problem, trial.until)}."
    return Ending(Status.FAILED, Failure(FailureKind.ERROR, message))


def x__ended_by_itself__mutmut_6(problem: Problem, trial: Trial, flaw: str) -> Ending:
    if trial.levels:
        # a job that ends at its limit has gone as far as allowed, whatever it reported last
        paused = problem.limits(trial.until) and not _fully_trained(problem, None)
        return Ending(Status.PAUSED if paused else Status.COMPLETED)
    message = f"{_no_report(problem, trial.until)}: {flaw or _how_to_report(problem, trial.until)}."
    return Ending(Status.FAILED, Failure(FailureKind.ERROR, message))


def x__ended_by_itself__mutmut_7(problem: Problem, trial: Trial, flaw: str) -> Ending:
    if trial.levels:
        # a job that ends at its limit has gone as far as allowed, whatever it reported last
        paused = problem.limits(trial.until) and not _fully_trained(trial)
        return Ending(Status.PAUSED if paused else Status.COMPLETED)
    message = f"{_no_report(problem, trial.until)}: {flaw or _how_to_report(problem, trial.until)}."
    return Ending(Status.FAILED, Failure(FailureKind.ERROR, message))


def x__ended_by_itself__mutmut_8(problem: Problem, trial: Trial, flaw: str) -> Ending:
    if trial.levels:
        # a job that ends at its limit has gone as far as allowed, whatever it reported last
        paused = problem.limits(trial.until) and not _fully_trained(problem, )
        return Ending(Status.PAUSED if paused else Status.COMPLETED)
    message = f"{_no_report(problem, trial.until)}: {flaw or _how_to_report(problem, trial.until)}."
    return Ending(Status.FAILED, Failure(FailureKind.ERROR, message))


def x__ended_by_itself__mutmut_9(problem: Problem, trial: Trial, flaw: str) -> Ending:
    if trial.levels:
        # a job that ends at its limit has gone as far as allowed, whatever it reported last
        paused = problem.limits(trial.until) and not _fully_trained(problem, trial)
        return Ending(None)
    message = f"{_no_report(problem, trial.until)}: {flaw or _how_to_report(problem, trial.until)}."
    return Ending(Status.FAILED, Failure(FailureKind.ERROR, message))


def x__ended_by_itself__mutmut_10(problem: Problem, trial: Trial, flaw: str) -> Ending:
    if trial.levels:
        # a job that ends at its limit has gone as far as allowed, whatever it reported last
        paused = problem.limits(trial.until) and not _fully_trained(problem, trial)
        return Ending(Status.PAUSED if (paused) and False else Status.COMPLETED)
    message = f"{_no_report(problem, trial.until)}: {flaw or _how_to_report(problem, trial.until)}."
    return Ending(Status.FAILED, Failure(FailureKind.ERROR, message))


def x__ended_by_itself__mutmut_11(problem: Problem, trial: Trial, flaw: str) -> Ending:
    if trial.levels:
        # a job that ends at its limit has gone as far as allowed, whatever it reported last
        paused = problem.limits(trial.until) and not _fully_trained(problem, trial)
        return Ending(Status.PAUSED if (paused) or True else Status.COMPLETED)
    message = f"{_no_report(problem, trial.until)}: {flaw or _how_to_report(problem, trial.until)}."
    return Ending(Status.FAILED, Failure(FailureKind.ERROR, message))


def x__ended_by_itself__mutmut_12(problem: Problem, trial: Trial, flaw: str) -> Ending:
    if trial.levels:
        # a job that ends at its limit has gone as far as allowed, whatever it reported last
        paused = problem.limits(trial.until) and not _fully_trained(problem, trial)
        return Ending(Status.PAUSED if paused else Status.COMPLETED)
    message = None
    return Ending(Status.FAILED, Failure(FailureKind.ERROR, message))


def x__ended_by_itself__mutmut_13(problem: Problem, trial: Trial, flaw: str) -> Ending:
    if trial.levels:
        # a job that ends at its limit has gone as far as allowed, whatever it reported last
        paused = problem.limits(trial.until) and not _fully_trained(problem, trial)
        return Ending(Status.PAUSED if paused else Status.COMPLETED)
    message = f"{_no_report(None, trial.until)}: {flaw or _how_to_report(problem, trial.until)}."
    return Ending(Status.FAILED, Failure(FailureKind.ERROR, message))


def x__ended_by_itself__mutmut_14(problem: Problem, trial: Trial, flaw: str) -> Ending:
    if trial.levels:
        # a job that ends at its limit has gone as far as allowed, whatever it reported last
        paused = problem.limits(trial.until) and not _fully_trained(problem, trial)
        return Ending(Status.PAUSED if paused else Status.COMPLETED)
    message = f"{_no_report(problem, None)}: {flaw or _how_to_report(problem, trial.until)}."
    return Ending(Status.FAILED, Failure(FailureKind.ERROR, message))


def x__ended_by_itself__mutmut_15(problem: Problem, trial: Trial, flaw: str) -> Ending:
    if trial.levels:
        # a job that ends at its limit has gone as far as allowed, whatever it reported last
        paused = problem.limits(trial.until) and not _fully_trained(problem, trial)
        return Ending(Status.PAUSED if paused else Status.COMPLETED)
    message = f"{_no_report(trial.until)}: {flaw or _how_to_report(problem, trial.until)}."
    return Ending(Status.FAILED, Failure(FailureKind.ERROR, message))


def x__ended_by_itself__mutmut_16(problem: Problem, trial: Trial, flaw: str) -> Ending:
    if trial.levels:
        # a job that ends at its limit has gone as far as allowed, whatever it reported last
        paused = problem.limits(trial.until) and not _fully_trained(problem, trial)
        return Ending(Status.PAUSED if paused else Status.COMPLETED)
    message = f"{_no_report(problem, )}: {flaw or _how_to_report(problem, trial.until)}."
    return Ending(Status.FAILED, Failure(FailureKind.ERROR, message))


def x__ended_by_itself__mutmut_17(problem: Problem, trial: Trial, flaw: str) -> Ending:
    if trial.levels:
        # a job that ends at its limit has gone as far as allowed, whatever it reported last
        paused = problem.limits(trial.until) and not _fully_trained(problem, trial)
        return Ending(Status.PAUSED if paused else Status.COMPLETED)
    message = f"{_no_report(problem, trial.until)}: {flaw and _how_to_report(problem, trial.until)}."
    return Ending(Status.FAILED, Failure(FailureKind.ERROR, message))


def x__ended_by_itself__mutmut_18(problem: Problem, trial: Trial, flaw: str) -> Ending:
    if trial.levels:
        # a job that ends at its limit has gone as far as allowed, whatever it reported last
        paused = problem.limits(trial.until) and not _fully_trained(problem, trial)
        return Ending(Status.PAUSED if paused else Status.COMPLETED)
    message = f"{_no_report(problem, trial.until)}: {flaw or _how_to_report(None, trial.until)}."
    return Ending(Status.FAILED, Failure(FailureKind.ERROR, message))


def x__ended_by_itself__mutmut_19(problem: Problem, trial: Trial, flaw: str) -> Ending:
    if trial.levels:
        # a job that ends at its limit has gone as far as allowed, whatever it reported last
        paused = problem.limits(trial.until) and not _fully_trained(problem, trial)
        return Ending(Status.PAUSED if paused else Status.COMPLETED)
    message = f"{_no_report(problem, trial.until)}: {flaw or _how_to_report(problem, None)}."
    return Ending(Status.FAILED, Failure(FailureKind.ERROR, message))


def x__ended_by_itself__mutmut_20(problem: Problem, trial: Trial, flaw: str) -> Ending:
    if trial.levels:
        # a job that ends at its limit has gone as far as allowed, whatever it reported last
        paused = problem.limits(trial.until) and not _fully_trained(problem, trial)
        return Ending(Status.PAUSED if paused else Status.COMPLETED)
    message = f"{_no_report(problem, trial.until)}: {flaw or _how_to_report(trial.until)}."
    return Ending(Status.FAILED, Failure(FailureKind.ERROR, message))


def x__ended_by_itself__mutmut_21(problem: Problem, trial: Trial, flaw: str) -> Ending:
    if trial.levels:
        # a job that ends at its limit has gone as far as allowed, whatever it reported last
        paused = problem.limits(trial.until) and not _fully_trained(problem, trial)
        return Ending(Status.PAUSED if paused else Status.COMPLETED)
    message = f"{_no_report(problem, trial.until)}: {flaw or _how_to_report(problem, )}."
    return Ending(Status.FAILED, Failure(FailureKind.ERROR, message))


def x__ended_by_itself__mutmut_22(problem: Problem, trial: Trial, flaw: str) -> Ending:
    if trial.levels:
        # a job that ends at its limit has gone as far as allowed, whatever it reported last
        paused = problem.limits(trial.until) and not _fully_trained(problem, trial)
        return Ending(Status.PAUSED if paused else Status.COMPLETED)
    message = f"{_no_report(problem, trial.until)}: {flaw or _how_to_report(problem, trial.until)}."
    return Ending(None, Failure(FailureKind.ERROR, message))


def x__ended_by_itself__mutmut_23(problem: Problem, trial: Trial, flaw: str) -> Ending:
    if trial.levels:
        # a job that ends at its limit has gone as far as allowed, whatever it reported last
        paused = problem.limits(trial.until) and not _fully_trained(problem, trial)
        return Ending(Status.PAUSED if paused else Status.COMPLETED)
    message = f"{_no_report(problem, trial.until)}: {flaw or _how_to_report(problem, trial.until)}."
    return Ending(Status.FAILED, None)


def x__ended_by_itself__mutmut_24(problem: Problem, trial: Trial, flaw: str) -> Ending:
    if trial.levels:
        # a job that ends at its limit has gone as far as allowed, whatever it reported last
        paused = problem.limits(trial.until) and not _fully_trained(problem, trial)
        return Ending(Status.PAUSED if paused else Status.COMPLETED)
    message = f"{_no_report(problem, trial.until)}: {flaw or _how_to_report(problem, trial.until)}."
    return Ending(Failure(FailureKind.ERROR, message))


def x__ended_by_itself__mutmut_25(problem: Problem, trial: Trial, flaw: str) -> Ending:
    if trial.levels:
        # a job that ends at its limit has gone as far as allowed, whatever it reported last
        paused = problem.limits(trial.until) and not _fully_trained(problem, trial)
        return Ending(Status.PAUSED if paused else Status.COMPLETED)
    message = f"{_no_report(problem, trial.until)}: {flaw or _how_to_report(problem, trial.until)}."
    return Ending(Status.FAILED, )


def x__ended_by_itself__mutmut_26(problem: Problem, trial: Trial, flaw: str) -> Ending:
    if trial.levels:
        # a job that ends at its limit has gone as far as allowed, whatever it reported last
        paused = problem.limits(trial.until) and not _fully_trained(problem, trial)
        return Ending(Status.PAUSED if paused else Status.COMPLETED)
    message = f"{_no_report(problem, trial.until)}: {flaw or _how_to_report(problem, trial.until)}."
    return Ending(Status.FAILED, Failure(None, message))


def x__ended_by_itself__mutmut_27(problem: Problem, trial: Trial, flaw: str) -> Ending:
    if trial.levels:
        # a job that ends at its limit has gone as far as allowed, whatever it reported last
        paused = problem.limits(trial.until) and not _fully_trained(problem, trial)
        return Ending(Status.PAUSED if paused else Status.COMPLETED)
    message = f"{_no_report(problem, trial.until)}: {flaw or _how_to_report(problem, trial.until)}."
    return Ending(Status.FAILED, Failure(FailureKind.ERROR, None))


def x__ended_by_itself__mutmut_28(problem: Problem, trial: Trial, flaw: str) -> Ending:
    if trial.levels:
        # a job that ends at its limit has gone as far as allowed, whatever it reported last
        paused = problem.limits(trial.until) and not _fully_trained(problem, trial)
        return Ending(Status.PAUSED if paused else Status.COMPLETED)
    message = f"{_no_report(problem, trial.until)}: {flaw or _how_to_report(problem, trial.until)}."
    return Ending(Status.FAILED, Failure(message))


def x__ended_by_itself__mutmut_29(problem: Problem, trial: Trial, flaw: str) -> Ending:
    if trial.levels:
        # a job that ends at its limit has gone as far as allowed, whatever it reported last
        paused = problem.limits(trial.until) and not _fully_trained(problem, trial)
        return Ending(Status.PAUSED if paused else Status.COMPLETED)
    message = f"{_no_report(problem, trial.until)}: {flaw or _how_to_report(problem, trial.until)}."
    return Ending(Status.FAILED, Failure(FailureKind.ERROR, ))

mutants_x__ended_by_itself__mutmut['_mutmut_orig'] = x__ended_by_itself__mutmut_orig # type: ignore # mutmut generated
mutants_x__ended_by_itself__mutmut['x__ended_by_itself__mutmut_1'] = x__ended_by_itself__mutmut_1 # type: ignore # mutmut generated
mutants_x__ended_by_itself__mutmut['x__ended_by_itself__mutmut_2'] = x__ended_by_itself__mutmut_2 # type: ignore # mutmut generated
mutants_x__ended_by_itself__mutmut['x__ended_by_itself__mutmut_3'] = x__ended_by_itself__mutmut_3 # type: ignore # mutmut generated
mutants_x__ended_by_itself__mutmut['x__ended_by_itself__mutmut_4'] = x__ended_by_itself__mutmut_4 # type: ignore # mutmut generated
mutants_x__ended_by_itself__mutmut['x__ended_by_itself__mutmut_5'] = x__ended_by_itself__mutmut_5 # type: ignore # mutmut generated
mutants_x__ended_by_itself__mutmut['x__ended_by_itself__mutmut_6'] = x__ended_by_itself__mutmut_6 # type: ignore # mutmut generated
mutants_x__ended_by_itself__mutmut['x__ended_by_itself__mutmut_7'] = x__ended_by_itself__mutmut_7 # type: ignore # mutmut generated
mutants_x__ended_by_itself__mutmut['x__ended_by_itself__mutmut_8'] = x__ended_by_itself__mutmut_8 # type: ignore # mutmut generated
mutants_x__ended_by_itself__mutmut['x__ended_by_itself__mutmut_9'] = x__ended_by_itself__mutmut_9 # type: ignore # mutmut generated
mutants_x__ended_by_itself__mutmut['x__ended_by_itself__mutmut_10'] = x__ended_by_itself__mutmut_10 # type: ignore # mutmut generated
mutants_x__ended_by_itself__mutmut['x__ended_by_itself__mutmut_11'] = x__ended_by_itself__mutmut_11 # type: ignore # mutmut generated
mutants_x__ended_by_itself__mutmut['x__ended_by_itself__mutmut_12'] = x__ended_by_itself__mutmut_12 # type: ignore # mutmut generated
mutants_x__ended_by_itself__mutmut['x__ended_by_itself__mutmut_13'] = x__ended_by_itself__mutmut_13 # type: ignore # mutmut generated
mutants_x__ended_by_itself__mutmut['x__ended_by_itself__mutmut_14'] = x__ended_by_itself__mutmut_14 # type: ignore # mutmut generated
mutants_x__ended_by_itself__mutmut['x__ended_by_itself__mutmut_15'] = x__ended_by_itself__mutmut_15 # type: ignore # mutmut generated
mutants_x__ended_by_itself__mutmut['x__ended_by_itself__mutmut_16'] = x__ended_by_itself__mutmut_16 # type: ignore # mutmut generated
mutants_x__ended_by_itself__mutmut['x__ended_by_itself__mutmut_17'] = x__ended_by_itself__mutmut_17 # type: ignore # mutmut generated
mutants_x__ended_by_itself__mutmut['x__ended_by_itself__mutmut_18'] = x__ended_by_itself__mutmut_18 # type: ignore # mutmut generated
mutants_x__ended_by_itself__mutmut['x__ended_by_itself__mutmut_19'] = x__ended_by_itself__mutmut_19 # type: ignore # mutmut generated
mutants_x__ended_by_itself__mutmut['x__ended_by_itself__mutmut_20'] = x__ended_by_itself__mutmut_20 # type: ignore # mutmut generated
mutants_x__ended_by_itself__mutmut['x__ended_by_itself__mutmut_21'] = x__ended_by_itself__mutmut_21 # type: ignore # mutmut generated
mutants_x__ended_by_itself__mutmut['x__ended_by_itself__mutmut_22'] = x__ended_by_itself__mutmut_22 # type: ignore # mutmut generated
mutants_x__ended_by_itself__mutmut['x__ended_by_itself__mutmut_23'] = x__ended_by_itself__mutmut_23 # type: ignore # mutmut generated
mutants_x__ended_by_itself__mutmut['x__ended_by_itself__mutmut_24'] = x__ended_by_itself__mutmut_24 # type: ignore # mutmut generated
mutants_x__ended_by_itself__mutmut['x__ended_by_itself__mutmut_25'] = x__ended_by_itself__mutmut_25 # type: ignore # mutmut generated
mutants_x__ended_by_itself__mutmut['x__ended_by_itself__mutmut_26'] = x__ended_by_itself__mutmut_26 # type: ignore # mutmut generated
mutants_x__ended_by_itself__mutmut['x__ended_by_itself__mutmut_27'] = x__ended_by_itself__mutmut_27 # type: ignore # mutmut generated
mutants_x__ended_by_itself__mutmut['x__ended_by_itself__mutmut_28'] = x__ended_by_itself__mutmut_28 # type: ignore # mutmut generated
mutants_x__ended_by_itself__mutmut['x__ended_by_itself__mutmut_29'] = x__ended_by_itself__mutmut_29 # type: ignore # mutmut generated
mutants_x__no_report__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__no_report__mutmut)
def _no_report(problem: Problem, until: int | None) -> str:
    if problem.limits(until):
        return (
            f"The script was limited to --{problem.max_resource_arg} {until} and reported no "
            f"{problem.metric!r} by then"
        )
    return f"The script ended without reporting {problem.metric!r}"


def x__no_report__mutmut_orig(problem: Problem, until: int | None) -> str:
    if problem.limits(until):
        return (
            f"The script was limited to --{problem.max_resource_arg} {until} and reported no "
            f"{problem.metric!r} by then"
        )
    return f"The script ended without reporting {problem.metric!r}"


def x__no_report__mutmut_1(problem: Problem, until: int | None) -> str:
    if problem.limits(None):
        return (
            f"The script was limited to --{problem.max_resource_arg} {until} and reported no "
            f"{problem.metric!r} by then"
        )
    return f"The script ended without reporting {problem.metric!r}"

mutants_x__no_report__mutmut['_mutmut_orig'] = x__no_report__mutmut_orig # type: ignore # mutmut generated
mutants_x__no_report__mutmut['x__no_report__mutmut_1'] = x__no_report__mutmut_1 # type: ignore # mutmut generated
mutants_x__how_to_report__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__how_to_report__mutmut)
def _how_to_report(problem: Problem, until: int | None) -> str:
    if problem.limits(until):
        level = problem.resource_attr or "level"
        return (
            f"let it report earlier, set the method's grace_period, where it has one, to the first {level} "
            "that it reports, or take a method that pauses no trial, such as asha with type=stopping, or bo"
        )
    return f"call Reporter()({problem.metric}=...) in it"


def x__how_to_report__mutmut_orig(problem: Problem, until: int | None) -> str:
    if problem.limits(until):
        level = problem.resource_attr or "level"
        return (
            f"let it report earlier, set the method's grace_period, where it has one, to the first {level} "
            "that it reports, or take a method that pauses no trial, such as asha with type=stopping, or bo"
        )
    return f"call Reporter()({problem.metric}=...) in it"


def x__how_to_report__mutmut_1(problem: Problem, until: int | None) -> str:
    if problem.limits(None):
        level = problem.resource_attr or "level"
        return (
            f"let it report earlier, set the method's grace_period, where it has one, to the first {level} "
            "that it reports, or take a method that pauses no trial, such as asha with type=stopping, or bo"
        )
    return f"call Reporter()({problem.metric}=...) in it"


def x__how_to_report__mutmut_2(problem: Problem, until: int | None) -> str:
    if problem.limits(until):
        level = None
        return (
            f"let it report earlier, set the method's grace_period, where it has one, to the first {level} "
            "that it reports, or take a method that pauses no trial, such as asha with type=stopping, or bo"
        )
    return f"call Reporter()({problem.metric}=...) in it"


def x__how_to_report__mutmut_3(problem: Problem, until: int | None) -> str:
    if problem.limits(until):
        level = problem.resource_attr and "level"
        return (
            f"let it report earlier, set the method's grace_period, where it has one, to the first {level} "
            "that it reports, or take a method that pauses no trial, such as asha with type=stopping, or bo"
        )
    return f"call Reporter()({problem.metric}=...) in it"


def x__how_to_report__mutmut_4(problem: Problem, until: int | None) -> str:
    if problem.limits(until):
        level = problem.resource_attr or "XXlevelXX"
        return (
            f"let it report earlier, set the method's grace_period, where it has one, to the first {level} "
            "that it reports, or take a method that pauses no trial, such as asha with type=stopping, or bo"
        )
    return f"call Reporter()({problem.metric}=...) in it"


def x__how_to_report__mutmut_5(problem: Problem, until: int | None) -> str:
    if problem.limits(until):
        level = problem.resource_attr or "LEVEL"
        return (
            f"let it report earlier, set the method's grace_period, where it has one, to the first {level} "
            "that it reports, or take a method that pauses no trial, such as asha with type=stopping, or bo"
        )
    return f"call Reporter()({problem.metric}=...) in it"


def x__how_to_report__mutmut_6(problem: Problem, until: int | None) -> str:
    if problem.limits(until):
        level = problem.resource_attr or "level"
        return (
            f"let it report earlier, set the method's grace_period, where it has one, to the first {level} "
            "XXthat it reports, or take a method that pauses no trial, such as asha with type=stopping, or boXX"
        )
    return f"call Reporter()({problem.metric}=...) in it"


def x__how_to_report__mutmut_7(problem: Problem, until: int | None) -> str:
    if problem.limits(until):
        level = problem.resource_attr or "level"
        return (
            f"let it report earlier, set the method's grace_period, where it has one, to the first {level} "
            "THAT IT REPORTS, OR TAKE A METHOD THAT PAUSES NO TRIAL, SUCH AS ASHA WITH TYPE=STOPPING, OR BO"
        )
    return f"call Reporter()({problem.metric}=...) in it"

mutants_x__how_to_report__mutmut['_mutmut_orig'] = x__how_to_report__mutmut_orig # type: ignore # mutmut generated
mutants_x__how_to_report__mutmut['x__how_to_report__mutmut_1'] = x__how_to_report__mutmut_1 # type: ignore # mutmut generated
mutants_x__how_to_report__mutmut['x__how_to_report__mutmut_2'] = x__how_to_report__mutmut_2 # type: ignore # mutmut generated
mutants_x__how_to_report__mutmut['x__how_to_report__mutmut_3'] = x__how_to_report__mutmut_3 # type: ignore # mutmut generated
mutants_x__how_to_report__mutmut['x__how_to_report__mutmut_4'] = x__how_to_report__mutmut_4 # type: ignore # mutmut generated
mutants_x__how_to_report__mutmut['x__how_to_report__mutmut_5'] = x__how_to_report__mutmut_5 # type: ignore # mutmut generated
mutants_x__how_to_report__mutmut['x__how_to_report__mutmut_6'] = x__how_to_report__mutmut_6 # type: ignore # mutmut generated
mutants_x__how_to_report__mutmut['x__how_to_report__mutmut_7'] = x__how_to_report__mutmut_7 # type: ignore # mutmut generated
mutants_x__fully_trained__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__fully_trained__mutmut)
def _fully_trained(problem: Problem, trial: Trial) -> bool:
    return problem.max_resource is not None and trial.level >= problem.max_resource


def x__fully_trained__mutmut_orig(problem: Problem, trial: Trial) -> bool:
    return problem.max_resource is not None and trial.level >= problem.max_resource


def x__fully_trained__mutmut_1(problem: Problem, trial: Trial) -> bool:
    return problem.max_resource is not None or trial.level >= problem.max_resource


def x__fully_trained__mutmut_2(problem: Problem, trial: Trial) -> bool:
    return problem.max_resource is None and trial.level >= problem.max_resource


def x__fully_trained__mutmut_3(problem: Problem, trial: Trial) -> bool:
    return problem.max_resource is not None and trial.level > problem.max_resource

mutants_x__fully_trained__mutmut['_mutmut_orig'] = x__fully_trained__mutmut_orig # type: ignore # mutmut generated
mutants_x__fully_trained__mutmut['x__fully_trained__mutmut_1'] = x__fully_trained__mutmut_1 # type: ignore # mutmut generated
mutants_x__fully_trained__mutmut['x__fully_trained__mutmut_2'] = x__fully_trained__mutmut_2 # type: ignore # mutmut generated
mutants_x__fully_trained__mutmut['x__fully_trained__mutmut_3'] = x__fully_trained__mutmut_3 # type: ignore # mutmut generated
mutants_xǁHabitsǁon_resume__mutmut: MutantDict = {}  # type: ignore
mutants_xǁHabitsǁon_report__mutmut: MutantDict = {}  # type: ignore
mutants_xǁHabitsǁ_check_report__mutmut: MutantDict = {}  # type: ignore
mutants_xǁHabitsǁon_arrival__mutmut: MutantDict = {}  # type: ignore
mutants_xǁHabitsǁ_resumed__mutmut: MutantDict = {}  # type: ignore
mutants_xǁHabitsǁ_once__mutmut: MutantDict = {}  # type: ignore


# ---- habits ----------------------------------------------------------------------------------------------


class Habits(msgspec.Struct):
    """Notices habits of a script that waste time, and describes each once.

    noted: the habits described so far. paused_at: the levels of trials whose resumed jobs haven't reported
    yet. restarted, continued: how many resumed jobs started over, or continued from their checkpoint.
    """

    noted: set[str] = msgspec.field(default_factory=set)
    paused_at: dict[int, int] = msgspec.field(default_factory=dict)
    restarted: int = 0
    continued: int = 0

    @_mutmut_mutated(mutants_xǁHabitsǁon_resume__mutmut)
    def on_resume(self, trial: Trial) -> None:
        """A paused trial is about to be resumed."""
        self.paused_at[trial.id] = trial.level

    def xǁHabitsǁon_resume__mutmut_orig(self, trial: Trial) -> None:
        """A paused trial is about to be resumed."""
        self.paused_at[trial.id] = trial.level

    def xǁHabitsǁon_resume__mutmut_1(self, trial: Trial) -> None:
        """A paused trial is about to be resumed."""
        self.paused_at[trial.id] = None

    @_mutmut_mutated(mutants_xǁHabitsǁon_report__mutmut)
    def on_report(self, problem: Problem, trial: Trial, level: int) -> Sequence[str]:
        """A job has reported a level, whether it counts or not. Called before the next job."""
        if trial.id not in self.paused_at and (trial.until is None or level <= trial.until):
            return ()  # the usual case
        return list(self._check_report(problem, trial, level))

    def xǁHabitsǁon_report__mutmut_orig(self, problem: Problem, trial: Trial, level: int) -> Sequence[str]:
        """A job has reported a level, whether it counts or not. Called before the next job."""
        if trial.id not in self.paused_at and (trial.until is None or level <= trial.until):
            return ()  # the usual case
        return list(self._check_report(problem, trial, level))

    def xǁHabitsǁon_report__mutmut_1(self, problem: Problem, trial: Trial, level: int) -> Sequence[str]:
        """A job has reported a level, whether it counts or not. Called before the next job."""
        if trial.id not in self.paused_at or (trial.until is None or level <= trial.until):
            return ()  # the usual case
        return list(self._check_report(problem, trial, level))

    def xǁHabitsǁon_report__mutmut_2(self, problem: Problem, trial: Trial, level: int) -> Sequence[str]:
        """A job has reported a level, whether it counts or not. Called before the next job."""
        if trial.id in self.paused_at and (trial.until is None or level <= trial.until):
            return ()  # the usual case
        return list(self._check_report(problem, trial, level))

    def xǁHabitsǁon_report__mutmut_3(self, problem: Problem, trial: Trial, level: int) -> Sequence[str]:
        """A job has reported a level, whether it counts or not. Called before the next job."""
        if trial.id not in self.paused_at and (trial.until is None and level <= trial.until):
            return ()  # the usual case
        return list(self._check_report(problem, trial, level))

    def xǁHabitsǁon_report__mutmut_4(self, problem: Problem, trial: Trial, level: int) -> Sequence[str]:
        """A job has reported a level, whether it counts or not. Called before the next job."""
        if trial.id not in self.paused_at and (trial.until is not None or level <= trial.until):
            return ()  # the usual case
        return list(self._check_report(problem, trial, level))

    def xǁHabitsǁon_report__mutmut_5(self, problem: Problem, trial: Trial, level: int) -> Sequence[str]:
        """A job has reported a level, whether it counts or not. Called before the next job."""
        if trial.id not in self.paused_at and (trial.until is None or level < trial.until):
            return ()  # the usual case
        return list(self._check_report(problem, trial, level))

    def xǁHabitsǁon_report__mutmut_6(self, problem: Problem, trial: Trial, level: int) -> Sequence[str]:
        """A job has reported a level, whether it counts or not. Called before the next job."""
        if trial.id not in self.paused_at and (trial.until is None or level <= trial.until):
            return ()  # the usual case
        return list(None)

    def xǁHabitsǁon_report__mutmut_7(self, problem: Problem, trial: Trial, level: int) -> Sequence[str]:
        """A job has reported a level, whether it counts or not. Called before the next job."""
        if trial.id not in self.paused_at and (trial.until is None or level <= trial.until):
            return ()  # the usual case
        return list(self._check_report(None, trial, level))

    def xǁHabitsǁon_report__mutmut_8(self, problem: Problem, trial: Trial, level: int) -> Sequence[str]:
        """A job has reported a level, whether it counts or not. Called before the next job."""
        if trial.id not in self.paused_at and (trial.until is None or level <= trial.until):
            return ()  # the usual case
        return list(self._check_report(problem, None, level))

    def xǁHabitsǁon_report__mutmut_9(self, problem: Problem, trial: Trial, level: int) -> Sequence[str]:
        """A job has reported a level, whether it counts or not. Called before the next job."""
        if trial.id not in self.paused_at and (trial.until is None or level <= trial.until):
            return ()  # the usual case
        return list(self._check_report(problem, trial, None))

    def xǁHabitsǁon_report__mutmut_10(self, problem: Problem, trial: Trial, level: int) -> Sequence[str]:
        """A job has reported a level, whether it counts or not. Called before the next job."""
        if trial.id not in self.paused_at and (trial.until is None or level <= trial.until):
            return ()  # the usual case
        return list(self._check_report(trial, level))

    def xǁHabitsǁon_report__mutmut_11(self, problem: Problem, trial: Trial, level: int) -> Sequence[str]:
        """A job has reported a level, whether it counts or not. Called before the next job."""
        if trial.id not in self.paused_at and (trial.until is None or level <= trial.until):
            return ()  # the usual case
        return list(self._check_report(problem, level))

    def xǁHabitsǁon_report__mutmut_12(self, problem: Problem, trial: Trial, level: int) -> Sequence[str]:
        """A job has reported a level, whether it counts or not. Called before the next job."""
        if trial.id not in self.paused_at and (trial.until is None or level <= trial.until):
            return ()  # the usual case
        return list(self._check_report(problem, trial, ))

    @_mutmut_mutated(mutants_xǁHabitsǁ_check_report__mutmut)
    def _check_report(self, problem: Problem, trial: Trial, level: int) -> Iterator[str]:
        name, until = problem.level_name, trial.until
        if problem.max_resource_arg is not None and until is not None and level > until:
            yield from self._once(
                "ignores its limit",
                f"{name} {level} was reported although the script was started with "
                f"--{problem.max_resource_arg} {until}: let it end there by itself",
            )
        paused_at = self.paused_at.pop(trial.id, None)
        if paused_at is not None:
            yield from self._resumed(name, trial, level, paused_at)

    def xǁHabitsǁ_check_report__mutmut_orig(self, problem: Problem, trial: Trial, level: int) -> Iterator[str]:
        name, until = problem.level_name, trial.until
        if problem.max_resource_arg is not None and until is not None and level > until:
            yield from self._once(
                "ignores its limit",
                f"{name} {level} was reported although the script was started with "
                f"--{problem.max_resource_arg} {until}: let it end there by itself",
            )
        paused_at = self.paused_at.pop(trial.id, None)
        if paused_at is not None:
            yield from self._resumed(name, trial, level, paused_at)

    def xǁHabitsǁ_check_report__mutmut_1(self, problem: Problem, trial: Trial, level: int) -> Iterator[str]:
        name, until = None
        if problem.max_resource_arg is not None and until is not None and level > until:
            yield from self._once(
                "ignores its limit",
                f"{name} {level} was reported although the script was started with "
                f"--{problem.max_resource_arg} {until}: let it end there by itself",
            )
        paused_at = self.paused_at.pop(trial.id, None)
        if paused_at is not None:
            yield from self._resumed(name, trial, level, paused_at)

    def xǁHabitsǁ_check_report__mutmut_2(self, problem: Problem, trial: Trial, level: int) -> Iterator[str]:
        name, until = problem.level_name, trial.until
        if problem.max_resource_arg is not None and until is not None or level > until:
            yield from self._once(
                "ignores its limit",
                f"{name} {level} was reported although the script was started with "
                f"--{problem.max_resource_arg} {until}: let it end there by itself",
            )
        paused_at = self.paused_at.pop(trial.id, None)
        if paused_at is not None:
            yield from self._resumed(name, trial, level, paused_at)

    def xǁHabitsǁ_check_report__mutmut_3(self, problem: Problem, trial: Trial, level: int) -> Iterator[str]:
        name, until = problem.level_name, trial.until
        if problem.max_resource_arg is not None or until is not None and level > until:
            yield from self._once(
                "ignores its limit",
                f"{name} {level} was reported although the script was started with "
                f"--{problem.max_resource_arg} {until}: let it end there by itself",
            )
        paused_at = self.paused_at.pop(trial.id, None)
        if paused_at is not None:
            yield from self._resumed(name, trial, level, paused_at)

    def xǁHabitsǁ_check_report__mutmut_4(self, problem: Problem, trial: Trial, level: int) -> Iterator[str]:
        name, until = problem.level_name, trial.until
        if problem.max_resource_arg is None and until is not None and level > until:
            yield from self._once(
                "ignores its limit",
                f"{name} {level} was reported although the script was started with "
                f"--{problem.max_resource_arg} {until}: let it end there by itself",
            )
        paused_at = self.paused_at.pop(trial.id, None)
        if paused_at is not None:
            yield from self._resumed(name, trial, level, paused_at)

    def xǁHabitsǁ_check_report__mutmut_5(self, problem: Problem, trial: Trial, level: int) -> Iterator[str]:
        name, until = problem.level_name, trial.until
        if problem.max_resource_arg is not None and until is None and level > until:
            yield from self._once(
                "ignores its limit",
                f"{name} {level} was reported although the script was started with "
                f"--{problem.max_resource_arg} {until}: let it end there by itself",
            )
        paused_at = self.paused_at.pop(trial.id, None)
        if paused_at is not None:
            yield from self._resumed(name, trial, level, paused_at)

    def xǁHabitsǁ_check_report__mutmut_6(self, problem: Problem, trial: Trial, level: int) -> Iterator[str]:
        name, until = problem.level_name, trial.until
        if problem.max_resource_arg is not None and until is not None and level >= until:
            yield from self._once(
                "ignores its limit",
                f"{name} {level} was reported although the script was started with "
                f"--{problem.max_resource_arg} {until}: let it end there by itself",
            )
        paused_at = self.paused_at.pop(trial.id, None)
        if paused_at is not None:
            yield from self._resumed(name, trial, level, paused_at)

    def xǁHabitsǁ_check_report__mutmut_7(self, problem: Problem, trial: Trial, level: int) -> Iterator[str]:
        name, until = problem.level_name, trial.until
        if problem.max_resource_arg is not None and until is not None and level > until:
            yield from self._once(
                None,
                f"{name} {level} was reported although the script was started with "
                f"--{problem.max_resource_arg} {until}: let it end there by itself",
            )
        paused_at = self.paused_at.pop(trial.id, None)
        if paused_at is not None:
            yield from self._resumed(name, trial, level, paused_at)

    def xǁHabitsǁ_check_report__mutmut_8(self, problem: Problem, trial: Trial, level: int) -> Iterator[str]:
        name, until = problem.level_name, trial.until
        if problem.max_resource_arg is not None and until is not None and level > until:
            yield from self._once(
                "ignores its limit",
                None,
            )
        paused_at = self.paused_at.pop(trial.id, None)
        if paused_at is not None:
            yield from self._resumed(name, trial, level, paused_at)

    def xǁHabitsǁ_check_report__mutmut_9(self, problem: Problem, trial: Trial, level: int) -> Iterator[str]:
        name, until = problem.level_name, trial.until
        if problem.max_resource_arg is not None and until is not None and level > until:
            yield from self._once(
                f"{name} {level} was reported although the script was started with "
                f"--{problem.max_resource_arg} {until}: let it end there by itself",
            )
        paused_at = self.paused_at.pop(trial.id, None)
        if paused_at is not None:
            yield from self._resumed(name, trial, level, paused_at)

    def xǁHabitsǁ_check_report__mutmut_10(self, problem: Problem, trial: Trial, level: int) -> Iterator[str]:
        name, until = problem.level_name, trial.until
        if problem.max_resource_arg is not None and until is not None and level > until:
            yield from self._once(
                "ignores its limit",
                )
        paused_at = self.paused_at.pop(trial.id, None)
        if paused_at is not None:
            yield from self._resumed(name, trial, level, paused_at)

    def xǁHabitsǁ_check_report__mutmut_11(self, problem: Problem, trial: Trial, level: int) -> Iterator[str]:
        name, until = problem.level_name, trial.until
        if problem.max_resource_arg is not None and until is not None and level > until:
            yield from self._once(
                "XXignores its limitXX",
                f"{name} {level} was reported although the script was started with "
                f"--{problem.max_resource_arg} {until}: let it end there by itself",
            )
        paused_at = self.paused_at.pop(trial.id, None)
        if paused_at is not None:
            yield from self._resumed(name, trial, level, paused_at)

    def xǁHabitsǁ_check_report__mutmut_12(self, problem: Problem, trial: Trial, level: int) -> Iterator[str]:
        name, until = problem.level_name, trial.until
        if problem.max_resource_arg is not None and until is not None and level > until:
            yield from self._once(
                "IGNORES ITS LIMIT",
                f"{name} {level} was reported although the script was started with "
                f"--{problem.max_resource_arg} {until}: let it end there by itself",
            )
        paused_at = self.paused_at.pop(trial.id, None)
        if paused_at is not None:
            yield from self._resumed(name, trial, level, paused_at)

    def xǁHabitsǁ_check_report__mutmut_13(self, problem: Problem, trial: Trial, level: int) -> Iterator[str]:
        name, until = problem.level_name, trial.until
        if problem.max_resource_arg is not None and until is not None and level > until:
            yield from self._once(
                "ignores its limit",
                f"{name} {level} was reported although the script was started with "
                f"--{problem.max_resource_arg} {until}: let it end there by itself",
            )
        paused_at = None
        if paused_at is not None:
            yield from self._resumed(name, trial, level, paused_at)

    def xǁHabitsǁ_check_report__mutmut_14(self, problem: Problem, trial: Trial, level: int) -> Iterator[str]:
        name, until = problem.level_name, trial.until
        if problem.max_resource_arg is not None and until is not None and level > until:
            yield from self._once(
                "ignores its limit",
                f"{name} {level} was reported although the script was started with "
                f"--{problem.max_resource_arg} {until}: let it end there by itself",
            )
        paused_at = self.paused_at.pop(None, None)
        if paused_at is not None:
            yield from self._resumed(name, trial, level, paused_at)

    def xǁHabitsǁ_check_report__mutmut_15(self, problem: Problem, trial: Trial, level: int) -> Iterator[str]:
        name, until = problem.level_name, trial.until
        if problem.max_resource_arg is not None and until is not None and level > until:
            yield from self._once(
                "ignores its limit",
                f"{name} {level} was reported although the script was started with "
                f"--{problem.max_resource_arg} {until}: let it end there by itself",
            )
        paused_at = self.paused_at.pop(None)
        if paused_at is not None:
            yield from self._resumed(name, trial, level, paused_at)

    def xǁHabitsǁ_check_report__mutmut_16(self, problem: Problem, trial: Trial, level: int) -> Iterator[str]:
        name, until = problem.level_name, trial.until
        if problem.max_resource_arg is not None and until is not None and level > until:
            yield from self._once(
                "ignores its limit",
                f"{name} {level} was reported although the script was started with "
                f"--{problem.max_resource_arg} {until}: let it end there by itself",
            )
        paused_at = self.paused_at.pop(trial.id, )
        if paused_at is not None:
            yield from self._resumed(name, trial, level, paused_at)

    def xǁHabitsǁ_check_report__mutmut_17(self, problem: Problem, trial: Trial, level: int) -> Iterator[str]:
        name, until = problem.level_name, trial.until
        if problem.max_resource_arg is not None and until is not None and level > until:
            yield from self._once(
                "ignores its limit",
                f"{name} {level} was reported although the script was started with "
                f"--{problem.max_resource_arg} {until}: let it end there by itself",
            )
        paused_at = self.paused_at.pop(trial.id, None)
        if paused_at is None:
            yield from self._resumed(name, trial, level, paused_at)

    def xǁHabitsǁ_check_report__mutmut_18(self, problem: Problem, trial: Trial, level: int) -> Iterator[str]:
        name, until = problem.level_name, trial.until
        if problem.max_resource_arg is not None and until is not None and level > until:
            yield from self._once(
                "ignores its limit",
                f"{name} {level} was reported although the script was started with "
                f"--{problem.max_resource_arg} {until}: let it end there by itself",
            )
        paused_at = self.paused_at.pop(trial.id, None)
        if paused_at is not None:
            yield from self._resumed(None, trial, level, paused_at)

    def xǁHabitsǁ_check_report__mutmut_19(self, problem: Problem, trial: Trial, level: int) -> Iterator[str]:
        name, until = problem.level_name, trial.until
        if problem.max_resource_arg is not None and until is not None and level > until:
            yield from self._once(
                "ignores its limit",
                f"{name} {level} was reported although the script was started with "
                f"--{problem.max_resource_arg} {until}: let it end there by itself",
            )
        paused_at = self.paused_at.pop(trial.id, None)
        if paused_at is not None:
            yield from self._resumed(name, None, level, paused_at)

    def xǁHabitsǁ_check_report__mutmut_20(self, problem: Problem, trial: Trial, level: int) -> Iterator[str]:
        name, until = problem.level_name, trial.until
        if problem.max_resource_arg is not None and until is not None and level > until:
            yield from self._once(
                "ignores its limit",
                f"{name} {level} was reported although the script was started with "
                f"--{problem.max_resource_arg} {until}: let it end there by itself",
            )
        paused_at = self.paused_at.pop(trial.id, None)
        if paused_at is not None:
            yield from self._resumed(name, trial, None, paused_at)

    def xǁHabitsǁ_check_report__mutmut_21(self, problem: Problem, trial: Trial, level: int) -> Iterator[str]:
        name, until = problem.level_name, trial.until
        if problem.max_resource_arg is not None and until is not None and level > until:
            yield from self._once(
                "ignores its limit",
                f"{name} {level} was reported although the script was started with "
                f"--{problem.max_resource_arg} {until}: let it end there by itself",
            )
        paused_at = self.paused_at.pop(trial.id, None)
        if paused_at is not None:
            yield from self._resumed(name, trial, level, None)

    def xǁHabitsǁ_check_report__mutmut_22(self, problem: Problem, trial: Trial, level: int) -> Iterator[str]:
        name, until = problem.level_name, trial.until
        if problem.max_resource_arg is not None and until is not None and level > until:
            yield from self._once(
                "ignores its limit",
                f"{name} {level} was reported although the script was started with "
                f"--{problem.max_resource_arg} {until}: let it end there by itself",
            )
        paused_at = self.paused_at.pop(trial.id, None)
        if paused_at is not None:
            yield from self._resumed(trial, level, paused_at)

    def xǁHabitsǁ_check_report__mutmut_23(self, problem: Problem, trial: Trial, level: int) -> Iterator[str]:
        name, until = problem.level_name, trial.until
        if problem.max_resource_arg is not None and until is not None and level > until:
            yield from self._once(
                "ignores its limit",
                f"{name} {level} was reported although the script was started with "
                f"--{problem.max_resource_arg} {until}: let it end there by itself",
            )
        paused_at = self.paused_at.pop(trial.id, None)
        if paused_at is not None:
            yield from self._resumed(name, level, paused_at)

    def xǁHabitsǁ_check_report__mutmut_24(self, problem: Problem, trial: Trial, level: int) -> Iterator[str]:
        name, until = problem.level_name, trial.until
        if problem.max_resource_arg is not None and until is not None and level > until:
            yield from self._once(
                "ignores its limit",
                f"{name} {level} was reported although the script was started with "
                f"--{problem.max_resource_arg} {until}: let it end there by itself",
            )
        paused_at = self.paused_at.pop(trial.id, None)
        if paused_at is not None:
            yield from self._resumed(name, trial, paused_at)

    def xǁHabitsǁ_check_report__mutmut_25(self, problem: Problem, trial: Trial, level: int) -> Iterator[str]:
        name, until = problem.level_name, trial.until
        if problem.max_resource_arg is not None and until is not None and level > until:
            yield from self._once(
                "ignores its limit",
                f"{name} {level} was reported although the script was started with "
                f"--{problem.max_resource_arg} {until}: let it end there by itself",
            )
        paused_at = self.paused_at.pop(trial.id, None)
        if paused_at is not None:
            yield from self._resumed(name, trial, level, )

    @_mutmut_mutated(mutants_xǁHabitsǁon_arrival__mutmut)
    def on_arrival(self, problem: Problem, trial: Trial) -> Iterator[str]:
        """A job has ended by itself at its limit, before it reported that."""
        name, levels, limit = problem.level_name, trial.levels, trial.until
        step = levels[0]
        if 1 < step < trial.level and list(levels) == list(range(step, trial.level + 1, step)):
            yield from self._once(
                REPORTS_SELDOM,
                f"reports come every {step} {name}s, so its rung at {name} {limit} was taken at {name} "
                f"{trial.level}; grace_period={step} sets rungs where there are reports",
            )
        elif REPORTS_SELDOM not in self.noted:
            yield from self._once(
                "ends before its limit",
                f"its job was limited to {name} {limit} and last reported {name} {trial.level}, so its rung "
                "was taken there",
            )

    def xǁHabitsǁon_arrival__mutmut_orig(self, problem: Problem, trial: Trial) -> Iterator[str]:
        """A job has ended by itself at its limit, before it reported that."""
        name, levels, limit = problem.level_name, trial.levels, trial.until
        step = levels[0]
        if 1 < step < trial.level and list(levels) == list(range(step, trial.level + 1, step)):
            yield from self._once(
                REPORTS_SELDOM,
                f"reports come every {step} {name}s, so its rung at {name} {limit} was taken at {name} "
                f"{trial.level}; grace_period={step} sets rungs where there are reports",
            )
        elif REPORTS_SELDOM not in self.noted:
            yield from self._once(
                "ends before its limit",
                f"its job was limited to {name} {limit} and last reported {name} {trial.level}, so its rung "
                "was taken there",
            )

    def xǁHabitsǁon_arrival__mutmut_1(self, problem: Problem, trial: Trial) -> Iterator[str]:
        """A job has ended by itself at its limit, before it reported that."""
        name, levels, limit = None
        step = levels[0]
        if 1 < step < trial.level and list(levels) == list(range(step, trial.level + 1, step)):
            yield from self._once(
                REPORTS_SELDOM,
                f"reports come every {step} {name}s, so its rung at {name} {limit} was taken at {name} "
                f"{trial.level}; grace_period={step} sets rungs where there are reports",
            )
        elif REPORTS_SELDOM not in self.noted:
            yield from self._once(
                "ends before its limit",
                f"its job was limited to {name} {limit} and last reported {name} {trial.level}, so its rung "
                "was taken there",
            )

    def xǁHabitsǁon_arrival__mutmut_2(self, problem: Problem, trial: Trial) -> Iterator[str]:
        """A job has ended by itself at its limit, before it reported that."""
        name, levels, limit = problem.level_name, trial.levels, trial.until
        step = None
        if 1 < step < trial.level and list(levels) == list(range(step, trial.level + 1, step)):
            yield from self._once(
                REPORTS_SELDOM,
                f"reports come every {step} {name}s, so its rung at {name} {limit} was taken at {name} "
                f"{trial.level}; grace_period={step} sets rungs where there are reports",
            )
        elif REPORTS_SELDOM not in self.noted:
            yield from self._once(
                "ends before its limit",
                f"its job was limited to {name} {limit} and last reported {name} {trial.level}, so its rung "
                "was taken there",
            )

    def xǁHabitsǁon_arrival__mutmut_3(self, problem: Problem, trial: Trial) -> Iterator[str]:
        """A job has ended by itself at its limit, before it reported that."""
        name, levels, limit = problem.level_name, trial.levels, trial.until
        step = levels[1]
        if 1 < step < trial.level and list(levels) == list(range(step, trial.level + 1, step)):
            yield from self._once(
                REPORTS_SELDOM,
                f"reports come every {step} {name}s, so its rung at {name} {limit} was taken at {name} "
                f"{trial.level}; grace_period={step} sets rungs where there are reports",
            )
        elif REPORTS_SELDOM not in self.noted:
            yield from self._once(
                "ends before its limit",
                f"its job was limited to {name} {limit} and last reported {name} {trial.level}, so its rung "
                "was taken there",
            )

    def xǁHabitsǁon_arrival__mutmut_4(self, problem: Problem, trial: Trial) -> Iterator[str]:
        """A job has ended by itself at its limit, before it reported that."""
        name, levels, limit = problem.level_name, trial.levels, trial.until
        step = levels[0]
        if 1 < step < trial.level or list(levels) == list(range(step, trial.level + 1, step)):
            yield from self._once(
                REPORTS_SELDOM,
                f"reports come every {step} {name}s, so its rung at {name} {limit} was taken at {name} "
                f"{trial.level}; grace_period={step} sets rungs where there are reports",
            )
        elif REPORTS_SELDOM not in self.noted:
            yield from self._once(
                "ends before its limit",
                f"its job was limited to {name} {limit} and last reported {name} {trial.level}, so its rung "
                "was taken there",
            )

    def xǁHabitsǁon_arrival__mutmut_5(self, problem: Problem, trial: Trial) -> Iterator[str]:
        """A job has ended by itself at its limit, before it reported that."""
        name, levels, limit = problem.level_name, trial.levels, trial.until
        step = levels[0]
        if 2 < step < trial.level and list(levels) == list(range(step, trial.level + 1, step)):
            yield from self._once(
                REPORTS_SELDOM,
                f"reports come every {step} {name}s, so its rung at {name} {limit} was taken at {name} "
                f"{trial.level}; grace_period={step} sets rungs where there are reports",
            )
        elif REPORTS_SELDOM not in self.noted:
            yield from self._once(
                "ends before its limit",
                f"its job was limited to {name} {limit} and last reported {name} {trial.level}, so its rung "
                "was taken there",
            )

    def xǁHabitsǁon_arrival__mutmut_6(self, problem: Problem, trial: Trial) -> Iterator[str]:
        """A job has ended by itself at its limit, before it reported that."""
        name, levels, limit = problem.level_name, trial.levels, trial.until
        step = levels[0]
        if 1 <= step < trial.level and list(levels) == list(range(step, trial.level + 1, step)):
            yield from self._once(
                REPORTS_SELDOM,
                f"reports come every {step} {name}s, so its rung at {name} {limit} was taken at {name} "
                f"{trial.level}; grace_period={step} sets rungs where there are reports",
            )
        elif REPORTS_SELDOM not in self.noted:
            yield from self._once(
                "ends before its limit",
                f"its job was limited to {name} {limit} and last reported {name} {trial.level}, so its rung "
                "was taken there",
            )

    def xǁHabitsǁon_arrival__mutmut_7(self, problem: Problem, trial: Trial) -> Iterator[str]:
        """A job has ended by itself at its limit, before it reported that."""
        name, levels, limit = problem.level_name, trial.levels, trial.until
        step = levels[0]
        if 1 < step <= trial.level and list(levels) == list(range(step, trial.level + 1, step)):
            yield from self._once(
                REPORTS_SELDOM,
                f"reports come every {step} {name}s, so its rung at {name} {limit} was taken at {name} "
                f"{trial.level}; grace_period={step} sets rungs where there are reports",
            )
        elif REPORTS_SELDOM not in self.noted:
            yield from self._once(
                "ends before its limit",
                f"its job was limited to {name} {limit} and last reported {name} {trial.level}, so its rung "
                "was taken there",
            )

    def xǁHabitsǁon_arrival__mutmut_8(self, problem: Problem, trial: Trial) -> Iterator[str]:
        """A job has ended by itself at its limit, before it reported that."""
        name, levels, limit = problem.level_name, trial.levels, trial.until
        step = levels[0]
        if 1 < step < trial.level and list(None) == list(range(step, trial.level + 1, step)):
            yield from self._once(
                REPORTS_SELDOM,
                f"reports come every {step} {name}s, so its rung at {name} {limit} was taken at {name} "
                f"{trial.level}; grace_period={step} sets rungs where there are reports",
            )
        elif REPORTS_SELDOM not in self.noted:
            yield from self._once(
                "ends before its limit",
                f"its job was limited to {name} {limit} and last reported {name} {trial.level}, so its rung "
                "was taken there",
            )

    def xǁHabitsǁon_arrival__mutmut_9(self, problem: Problem, trial: Trial) -> Iterator[str]:
        """A job has ended by itself at its limit, before it reported that."""
        name, levels, limit = problem.level_name, trial.levels, trial.until
        step = levels[0]
        if 1 < step < trial.level and list(levels) != list(range(step, trial.level + 1, step)):
            yield from self._once(
                REPORTS_SELDOM,
                f"reports come every {step} {name}s, so its rung at {name} {limit} was taken at {name} "
                f"{trial.level}; grace_period={step} sets rungs where there are reports",
            )
        elif REPORTS_SELDOM not in self.noted:
            yield from self._once(
                "ends before its limit",
                f"its job was limited to {name} {limit} and last reported {name} {trial.level}, so its rung "
                "was taken there",
            )

    def xǁHabitsǁon_arrival__mutmut_10(self, problem: Problem, trial: Trial) -> Iterator[str]:
        """A job has ended by itself at its limit, before it reported that."""
        name, levels, limit = problem.level_name, trial.levels, trial.until
        step = levels[0]
        if 1 < step < trial.level and list(levels) == list(None):
            yield from self._once(
                REPORTS_SELDOM,
                f"reports come every {step} {name}s, so its rung at {name} {limit} was taken at {name} "
                f"{trial.level}; grace_period={step} sets rungs where there are reports",
            )
        elif REPORTS_SELDOM not in self.noted:
            yield from self._once(
                "ends before its limit",
                f"its job was limited to {name} {limit} and last reported {name} {trial.level}, so its rung "
                "was taken there",
            )

    def xǁHabitsǁon_arrival__mutmut_11(self, problem: Problem, trial: Trial) -> Iterator[str]:
        """A job has ended by itself at its limit, before it reported that."""
        name, levels, limit = problem.level_name, trial.levels, trial.until
        step = levels[0]
        if 1 < step < trial.level and list(levels) == list(range(None, trial.level + 1, step)):
            yield from self._once(
                REPORTS_SELDOM,
                f"reports come every {step} {name}s, so its rung at {name} {limit} was taken at {name} "
                f"{trial.level}; grace_period={step} sets rungs where there are reports",
            )
        elif REPORTS_SELDOM not in self.noted:
            yield from self._once(
                "ends before its limit",
                f"its job was limited to {name} {limit} and last reported {name} {trial.level}, so its rung "
                "was taken there",
            )

    def xǁHabitsǁon_arrival__mutmut_12(self, problem: Problem, trial: Trial) -> Iterator[str]:
        """A job has ended by itself at its limit, before it reported that."""
        name, levels, limit = problem.level_name, trial.levels, trial.until
        step = levels[0]
        if 1 < step < trial.level and list(levels) == list(range(step, None, step)):
            yield from self._once(
                REPORTS_SELDOM,
                f"reports come every {step} {name}s, so its rung at {name} {limit} was taken at {name} "
                f"{trial.level}; grace_period={step} sets rungs where there are reports",
            )
        elif REPORTS_SELDOM not in self.noted:
            yield from self._once(
                "ends before its limit",
                f"its job was limited to {name} {limit} and last reported {name} {trial.level}, so its rung "
                "was taken there",
            )

    def xǁHabitsǁon_arrival__mutmut_13(self, problem: Problem, trial: Trial) -> Iterator[str]:
        """A job has ended by itself at its limit, before it reported that."""
        name, levels, limit = problem.level_name, trial.levels, trial.until
        step = levels[0]
        if 1 < step < trial.level and list(levels) == list(range(step, trial.level + 1, None)):
            yield from self._once(
                REPORTS_SELDOM,
                f"reports come every {step} {name}s, so its rung at {name} {limit} was taken at {name} "
                f"{trial.level}; grace_period={step} sets rungs where there are reports",
            )
        elif REPORTS_SELDOM not in self.noted:
            yield from self._once(
                "ends before its limit",
                f"its job was limited to {name} {limit} and last reported {name} {trial.level}, so its rung "
                "was taken there",
            )

    def xǁHabitsǁon_arrival__mutmut_14(self, problem: Problem, trial: Trial) -> Iterator[str]:
        """A job has ended by itself at its limit, before it reported that."""
        name, levels, limit = problem.level_name, trial.levels, trial.until
        step = levels[0]
        if 1 < step < trial.level and list(levels) == list(range(trial.level + 1, step)):
            yield from self._once(
                REPORTS_SELDOM,
                f"reports come every {step} {name}s, so its rung at {name} {limit} was taken at {name} "
                f"{trial.level}; grace_period={step} sets rungs where there are reports",
            )
        elif REPORTS_SELDOM not in self.noted:
            yield from self._once(
                "ends before its limit",
                f"its job was limited to {name} {limit} and last reported {name} {trial.level}, so its rung "
                "was taken there",
            )

    def xǁHabitsǁon_arrival__mutmut_15(self, problem: Problem, trial: Trial) -> Iterator[str]:
        """A job has ended by itself at its limit, before it reported that."""
        name, levels, limit = problem.level_name, trial.levels, trial.until
        step = levels[0]
        if 1 < step < trial.level and list(levels) == list(range(step, step)):
            yield from self._once(
                REPORTS_SELDOM,
                f"reports come every {step} {name}s, so its rung at {name} {limit} was taken at {name} "
                f"{trial.level}; grace_period={step} sets rungs where there are reports",
            )
        elif REPORTS_SELDOM not in self.noted:
            yield from self._once(
                "ends before its limit",
                f"its job was limited to {name} {limit} and last reported {name} {trial.level}, so its rung "
                "was taken there",
            )

    def xǁHabitsǁon_arrival__mutmut_16(self, problem: Problem, trial: Trial) -> Iterator[str]:
        """A job has ended by itself at its limit, before it reported that."""
        name, levels, limit = problem.level_name, trial.levels, trial.until
        step = levels[0]
        if 1 < step < trial.level and list(levels) == list(range(step, trial.level + 1, )):
            yield from self._once(
                REPORTS_SELDOM,
                f"reports come every {step} {name}s, so its rung at {name} {limit} was taken at {name} "
                f"{trial.level}; grace_period={step} sets rungs where there are reports",
            )
        elif REPORTS_SELDOM not in self.noted:
            yield from self._once(
                "ends before its limit",
                f"its job was limited to {name} {limit} and last reported {name} {trial.level}, so its rung "
                "was taken there",
            )

    def xǁHabitsǁon_arrival__mutmut_17(self, problem: Problem, trial: Trial) -> Iterator[str]:
        """A job has ended by itself at its limit, before it reported that."""
        name, levels, limit = problem.level_name, trial.levels, trial.until
        step = levels[0]
        if 1 < step < trial.level and list(levels) == list(range(step, trial.level - 1, step)):
            yield from self._once(
                REPORTS_SELDOM,
                f"reports come every {step} {name}s, so its rung at {name} {limit} was taken at {name} "
                f"{trial.level}; grace_period={step} sets rungs where there are reports",
            )
        elif REPORTS_SELDOM not in self.noted:
            yield from self._once(
                "ends before its limit",
                f"its job was limited to {name} {limit} and last reported {name} {trial.level}, so its rung "
                "was taken there",
            )

    def xǁHabitsǁon_arrival__mutmut_18(self, problem: Problem, trial: Trial) -> Iterator[str]:
        """A job has ended by itself at its limit, before it reported that."""
        name, levels, limit = problem.level_name, trial.levels, trial.until
        step = levels[0]
        if 1 < step < trial.level and list(levels) == list(range(step, trial.level + 2, step)):
            yield from self._once(
                REPORTS_SELDOM,
                f"reports come every {step} {name}s, so its rung at {name} {limit} was taken at {name} "
                f"{trial.level}; grace_period={step} sets rungs where there are reports",
            )
        elif REPORTS_SELDOM not in self.noted:
            yield from self._once(
                "ends before its limit",
                f"its job was limited to {name} {limit} and last reported {name} {trial.level}, so its rung "
                "was taken there",
            )

    def xǁHabitsǁon_arrival__mutmut_19(self, problem: Problem, trial: Trial) -> Iterator[str]:
        """A job has ended by itself at its limit, before it reported that."""
        name, levels, limit = problem.level_name, trial.levels, trial.until
        step = levels[0]
        if 1 < step < trial.level and list(levels) == list(range(step, trial.level + 1, step)):
            yield from self._once(
                None,
                f"reports come every {step} {name}s, so its rung at {name} {limit} was taken at {name} "
                f"{trial.level}; grace_period={step} sets rungs where there are reports",
            )
        elif REPORTS_SELDOM not in self.noted:
            yield from self._once(
                "ends before its limit",
                f"its job was limited to {name} {limit} and last reported {name} {trial.level}, so its rung "
                "was taken there",
            )

    def xǁHabitsǁon_arrival__mutmut_20(self, problem: Problem, trial: Trial) -> Iterator[str]:
        """A job has ended by itself at its limit, before it reported that."""
        name, levels, limit = problem.level_name, trial.levels, trial.until
        step = levels[0]
        if 1 < step < trial.level and list(levels) == list(range(step, trial.level + 1, step)):
            yield from self._once(
                REPORTS_SELDOM,
                None,
            )
        elif REPORTS_SELDOM not in self.noted:
            yield from self._once(
                "ends before its limit",
                f"its job was limited to {name} {limit} and last reported {name} {trial.level}, so its rung "
                "was taken there",
            )

    def xǁHabitsǁon_arrival__mutmut_21(self, problem: Problem, trial: Trial) -> Iterator[str]:
        """A job has ended by itself at its limit, before it reported that."""
        name, levels, limit = problem.level_name, trial.levels, trial.until
        step = levels[0]
        if 1 < step < trial.level and list(levels) == list(range(step, trial.level + 1, step)):
            yield from self._once(
                f"reports come every {step} {name}s, so its rung at {name} {limit} was taken at {name} "
                f"{trial.level}; grace_period={step} sets rungs where there are reports",
            )
        elif REPORTS_SELDOM not in self.noted:
            yield from self._once(
                "ends before its limit",
                f"its job was limited to {name} {limit} and last reported {name} {trial.level}, so its rung "
                "was taken there",
            )

    def xǁHabitsǁon_arrival__mutmut_22(self, problem: Problem, trial: Trial) -> Iterator[str]:
        """A job has ended by itself at its limit, before it reported that."""
        name, levels, limit = problem.level_name, trial.levels, trial.until
        step = levels[0]
        if 1 < step < trial.level and list(levels) == list(range(step, trial.level + 1, step)):
            yield from self._once(
                REPORTS_SELDOM,
                )
        elif REPORTS_SELDOM not in self.noted:
            yield from self._once(
                "ends before its limit",
                f"its job was limited to {name} {limit} and last reported {name} {trial.level}, so its rung "
                "was taken there",
            )

    def xǁHabitsǁon_arrival__mutmut_23(self, problem: Problem, trial: Trial) -> Iterator[str]:
        """A job has ended by itself at its limit, before it reported that."""
        name, levels, limit = problem.level_name, trial.levels, trial.until
        step = levels[0]
        if 1 < step < trial.level and list(levels) == list(range(step, trial.level + 1, step)):
            yield from self._once(
                REPORTS_SELDOM,
                f"reports come every {step} {name}s, so its rung at {name} {limit} was taken at {name} "
                f"{trial.level}; grace_period={step} sets rungs where there are reports",
            )
        elif REPORTS_SELDOM in self.noted:
            yield from self._once(
                "ends before its limit",
                f"its job was limited to {name} {limit} and last reported {name} {trial.level}, so its rung "
                "was taken there",
            )

    def xǁHabitsǁon_arrival__mutmut_24(self, problem: Problem, trial: Trial) -> Iterator[str]:
        """A job has ended by itself at its limit, before it reported that."""
        name, levels, limit = problem.level_name, trial.levels, trial.until
        step = levels[0]
        if 1 < step < trial.level and list(levels) == list(range(step, trial.level + 1, step)):
            yield from self._once(
                REPORTS_SELDOM,
                f"reports come every {step} {name}s, so its rung at {name} {limit} was taken at {name} "
                f"{trial.level}; grace_period={step} sets rungs where there are reports",
            )
        elif REPORTS_SELDOM not in self.noted:
            yield from self._once(
                None,
                f"its job was limited to {name} {limit} and last reported {name} {trial.level}, so its rung "
                "was taken there",
            )

    def xǁHabitsǁon_arrival__mutmut_25(self, problem: Problem, trial: Trial) -> Iterator[str]:
        """A job has ended by itself at its limit, before it reported that."""
        name, levels, limit = problem.level_name, trial.levels, trial.until
        step = levels[0]
        if 1 < step < trial.level and list(levels) == list(range(step, trial.level + 1, step)):
            yield from self._once(
                REPORTS_SELDOM,
                f"reports come every {step} {name}s, so its rung at {name} {limit} was taken at {name} "
                f"{trial.level}; grace_period={step} sets rungs where there are reports",
            )
        elif REPORTS_SELDOM not in self.noted:
            yield from self._once(
                "ends before its limit",
                None,
            )

    def xǁHabitsǁon_arrival__mutmut_26(self, problem: Problem, trial: Trial) -> Iterator[str]:
        """A job has ended by itself at its limit, before it reported that."""
        name, levels, limit = problem.level_name, trial.levels, trial.until
        step = levels[0]
        if 1 < step < trial.level and list(levels) == list(range(step, trial.level + 1, step)):
            yield from self._once(
                REPORTS_SELDOM,
                f"reports come every {step} {name}s, so its rung at {name} {limit} was taken at {name} "
                f"{trial.level}; grace_period={step} sets rungs where there are reports",
            )
        elif REPORTS_SELDOM not in self.noted:
            yield from self._once(
                f"its job was limited to {name} {limit} and last reported {name} {trial.level}, so its rung "
                "was taken there",
            )

    def xǁHabitsǁon_arrival__mutmut_27(self, problem: Problem, trial: Trial) -> Iterator[str]:
        """A job has ended by itself at its limit, before it reported that."""
        name, levels, limit = problem.level_name, trial.levels, trial.until
        step = levels[0]
        if 1 < step < trial.level and list(levels) == list(range(step, trial.level + 1, step)):
            yield from self._once(
                REPORTS_SELDOM,
                f"reports come every {step} {name}s, so its rung at {name} {limit} was taken at {name} "
                f"{trial.level}; grace_period={step} sets rungs where there are reports",
            )
        elif REPORTS_SELDOM not in self.noted:
            yield from self._once(
                "ends before its limit",
                )

    def xǁHabitsǁon_arrival__mutmut_28(self, problem: Problem, trial: Trial) -> Iterator[str]:
        """A job has ended by itself at its limit, before it reported that."""
        name, levels, limit = problem.level_name, trial.levels, trial.until
        step = levels[0]
        if 1 < step < trial.level and list(levels) == list(range(step, trial.level + 1, step)):
            yield from self._once(
                REPORTS_SELDOM,
                f"reports come every {step} {name}s, so its rung at {name} {limit} was taken at {name} "
                f"{trial.level}; grace_period={step} sets rungs where there are reports",
            )
        elif REPORTS_SELDOM not in self.noted:
            yield from self._once(
                "XXends before its limitXX",
                f"its job was limited to {name} {limit} and last reported {name} {trial.level}, so its rung "
                "was taken there",
            )

    def xǁHabitsǁon_arrival__mutmut_29(self, problem: Problem, trial: Trial) -> Iterator[str]:
        """A job has ended by itself at its limit, before it reported that."""
        name, levels, limit = problem.level_name, trial.levels, trial.until
        step = levels[0]
        if 1 < step < trial.level and list(levels) == list(range(step, trial.level + 1, step)):
            yield from self._once(
                REPORTS_SELDOM,
                f"reports come every {step} {name}s, so its rung at {name} {limit} was taken at {name} "
                f"{trial.level}; grace_period={step} sets rungs where there are reports",
            )
        elif REPORTS_SELDOM not in self.noted:
            yield from self._once(
                "ENDS BEFORE ITS LIMIT",
                f"its job was limited to {name} {limit} and last reported {name} {trial.level}, so its rung "
                "was taken there",
            )

    def xǁHabitsǁon_arrival__mutmut_30(self, problem: Problem, trial: Trial) -> Iterator[str]:
        """A job has ended by itself at its limit, before it reported that."""
        name, levels, limit = problem.level_name, trial.levels, trial.until
        step = levels[0]
        if 1 < step < trial.level and list(levels) == list(range(step, trial.level + 1, step)):
            yield from self._once(
                REPORTS_SELDOM,
                f"reports come every {step} {name}s, so its rung at {name} {limit} was taken at {name} "
                f"{trial.level}; grace_period={step} sets rungs where there are reports",
            )
        elif REPORTS_SELDOM not in self.noted:
            yield from self._once(
                "ends before its limit",
                f"its job was limited to {name} {limit} and last reported {name} {trial.level}, so its rung "
                "XXwas taken thereXX",
            )

    def xǁHabitsǁon_arrival__mutmut_31(self, problem: Problem, trial: Trial) -> Iterator[str]:
        """A job has ended by itself at its limit, before it reported that."""
        name, levels, limit = problem.level_name, trial.levels, trial.until
        step = levels[0]
        if 1 < step < trial.level and list(levels) == list(range(step, trial.level + 1, step)):
            yield from self._once(
                REPORTS_SELDOM,
                f"reports come every {step} {name}s, so its rung at {name} {limit} was taken at {name} "
                f"{trial.level}; grace_period={step} sets rungs where there are reports",
            )
        elif REPORTS_SELDOM not in self.noted:
            yield from self._once(
                "ends before its limit",
                f"its job was limited to {name} {limit} and last reported {name} {trial.level}, so its rung "
                "WAS TAKEN THERE",
            )

    @_mutmut_mutated(mutants_xǁHabitsǁ_resumed__mutmut)
    def _resumed(self, name: str, trial: Trial, level: int, paused_at: int) -> Iterator[str]:
        first = trial.levels[0]
        if level > first and 2 * level > paused_at:
            self.continued += 1
            return
        self.restarted += 1
        if level <= first < paused_at or (self.restarted >= MIN_RESTARTS and not self.continued):
            yield from self._once(
                "begins again",
                f"it was paused at {name} {paused_at} and began again at {level}: have the script "
                "save in checkpoint_dir() before it reports and load that when it starts, or take a method "
                "that pauses no trial, such as asha with type=stopping, or bo",
            )

    def xǁHabitsǁ_resumed__mutmut_orig(self, name: str, trial: Trial, level: int, paused_at: int) -> Iterator[str]:
        first = trial.levels[0]
        if level > first and 2 * level > paused_at:
            self.continued += 1
            return
        self.restarted += 1
        if level <= first < paused_at or (self.restarted >= MIN_RESTARTS and not self.continued):
            yield from self._once(
                "begins again",
                f"it was paused at {name} {paused_at} and began again at {level}: have the script "
                "save in checkpoint_dir() before it reports and load that when it starts, or take a method "
                "that pauses no trial, such as asha with type=stopping, or bo",
            )

    def xǁHabitsǁ_resumed__mutmut_1(self, name: str, trial: Trial, level: int, paused_at: int) -> Iterator[str]:
        first = None
        if level > first and 2 * level > paused_at:
            self.continued += 1
            return
        self.restarted += 1
        if level <= first < paused_at or (self.restarted >= MIN_RESTARTS and not self.continued):
            yield from self._once(
                "begins again",
                f"it was paused at {name} {paused_at} and began again at {level}: have the script "
                "save in checkpoint_dir() before it reports and load that when it starts, or take a method "
                "that pauses no trial, such as asha with type=stopping, or bo",
            )

    def xǁHabitsǁ_resumed__mutmut_2(self, name: str, trial: Trial, level: int, paused_at: int) -> Iterator[str]:
        first = trial.levels[1]
        if level > first and 2 * level > paused_at:
            self.continued += 1
            return
        self.restarted += 1
        if level <= first < paused_at or (self.restarted >= MIN_RESTARTS and not self.continued):
            yield from self._once(
                "begins again",
                f"it was paused at {name} {paused_at} and began again at {level}: have the script "
                "save in checkpoint_dir() before it reports and load that when it starts, or take a method "
                "that pauses no trial, such as asha with type=stopping, or bo",
            )

    def xǁHabitsǁ_resumed__mutmut_3(self, name: str, trial: Trial, level: int, paused_at: int) -> Iterator[str]:
        first = trial.levels[0]
        if level > first or 2 * level > paused_at:
            self.continued += 1
            return
        self.restarted += 1
        if level <= first < paused_at or (self.restarted >= MIN_RESTARTS and not self.continued):
            yield from self._once(
                "begins again",
                f"it was paused at {name} {paused_at} and began again at {level}: have the script "
                "save in checkpoint_dir() before it reports and load that when it starts, or take a method "
                "that pauses no trial, such as asha with type=stopping, or bo",
            )

    def xǁHabitsǁ_resumed__mutmut_4(self, name: str, trial: Trial, level: int, paused_at: int) -> Iterator[str]:
        first = trial.levels[0]
        if level >= first and 2 * level > paused_at:
            self.continued += 1
            return
        self.restarted += 1
        if level <= first < paused_at or (self.restarted >= MIN_RESTARTS and not self.continued):
            yield from self._once(
                "begins again",
                f"it was paused at {name} {paused_at} and began again at {level}: have the script "
                "save in checkpoint_dir() before it reports and load that when it starts, or take a method "
                "that pauses no trial, such as asha with type=stopping, or bo",
            )

    def xǁHabitsǁ_resumed__mutmut_5(self, name: str, trial: Trial, level: int, paused_at: int) -> Iterator[str]:
        first = trial.levels[0]
        if level > first and 2 / level > paused_at:
            self.continued += 1
            return
        self.restarted += 1
        if level <= first < paused_at or (self.restarted >= MIN_RESTARTS and not self.continued):
            yield from self._once(
                "begins again",
                f"it was paused at {name} {paused_at} and began again at {level}: have the script "
                "save in checkpoint_dir() before it reports and load that when it starts, or take a method "
                "that pauses no trial, such as asha with type=stopping, or bo",
            )

    def xǁHabitsǁ_resumed__mutmut_6(self, name: str, trial: Trial, level: int, paused_at: int) -> Iterator[str]:
        first = trial.levels[0]
        if level > first and 3 * level > paused_at:
            self.continued += 1
            return
        self.restarted += 1
        if level <= first < paused_at or (self.restarted >= MIN_RESTARTS and not self.continued):
            yield from self._once(
                "begins again",
                f"it was paused at {name} {paused_at} and began again at {level}: have the script "
                "save in checkpoint_dir() before it reports and load that when it starts, or take a method "
                "that pauses no trial, such as asha with type=stopping, or bo",
            )

    def xǁHabitsǁ_resumed__mutmut_7(self, name: str, trial: Trial, level: int, paused_at: int) -> Iterator[str]:
        first = trial.levels[0]
        if level > first and 2 * level >= paused_at:
            self.continued += 1
            return
        self.restarted += 1
        if level <= first < paused_at or (self.restarted >= MIN_RESTARTS and not self.continued):
            yield from self._once(
                "begins again",
                f"it was paused at {name} {paused_at} and began again at {level}: have the script "
                "save in checkpoint_dir() before it reports and load that when it starts, or take a method "
                "that pauses no trial, such as asha with type=stopping, or bo",
            )

    def xǁHabitsǁ_resumed__mutmut_8(self, name: str, trial: Trial, level: int, paused_at: int) -> Iterator[str]:
        first = trial.levels[0]
        if level > first and 2 * level > paused_at:
            self.continued = 1
            return
        self.restarted += 1
        if level <= first < paused_at or (self.restarted >= MIN_RESTARTS and not self.continued):
            yield from self._once(
                "begins again",
                f"it was paused at {name} {paused_at} and began again at {level}: have the script "
                "save in checkpoint_dir() before it reports and load that when it starts, or take a method "
                "that pauses no trial, such as asha with type=stopping, or bo",
            )

    def xǁHabitsǁ_resumed__mutmut_9(self, name: str, trial: Trial, level: int, paused_at: int) -> Iterator[str]:
        first = trial.levels[0]
        if level > first and 2 * level > paused_at:
            self.continued -= 1
            return
        self.restarted += 1
        if level <= first < paused_at or (self.restarted >= MIN_RESTARTS and not self.continued):
            yield from self._once(
                "begins again",
                f"it was paused at {name} {paused_at} and began again at {level}: have the script "
                "save in checkpoint_dir() before it reports and load that when it starts, or take a method "
                "that pauses no trial, such as asha with type=stopping, or bo",
            )

    def xǁHabitsǁ_resumed__mutmut_10(self, name: str, trial: Trial, level: int, paused_at: int) -> Iterator[str]:
        first = trial.levels[0]
        if level > first and 2 * level > paused_at:
            self.continued += 2
            return
        self.restarted += 1
        if level <= first < paused_at or (self.restarted >= MIN_RESTARTS and not self.continued):
            yield from self._once(
                "begins again",
                f"it was paused at {name} {paused_at} and began again at {level}: have the script "
                "save in checkpoint_dir() before it reports and load that when it starts, or take a method "
                "that pauses no trial, such as asha with type=stopping, or bo",
            )

    def xǁHabitsǁ_resumed__mutmut_11(self, name: str, trial: Trial, level: int, paused_at: int) -> Iterator[str]:
        first = trial.levels[0]
        if level > first and 2 * level > paused_at:
            self.continued += 1
            return
        self.restarted = 1
        if level <= first < paused_at or (self.restarted >= MIN_RESTARTS and not self.continued):
            yield from self._once(
                "begins again",
                f"it was paused at {name} {paused_at} and began again at {level}: have the script "
                "save in checkpoint_dir() before it reports and load that when it starts, or take a method "
                "that pauses no trial, such as asha with type=stopping, or bo",
            )

    def xǁHabitsǁ_resumed__mutmut_12(self, name: str, trial: Trial, level: int, paused_at: int) -> Iterator[str]:
        first = trial.levels[0]
        if level > first and 2 * level > paused_at:
            self.continued += 1
            return
        self.restarted -= 1
        if level <= first < paused_at or (self.restarted >= MIN_RESTARTS and not self.continued):
            yield from self._once(
                "begins again",
                f"it was paused at {name} {paused_at} and began again at {level}: have the script "
                "save in checkpoint_dir() before it reports and load that when it starts, or take a method "
                "that pauses no trial, such as asha with type=stopping, or bo",
            )

    def xǁHabitsǁ_resumed__mutmut_13(self, name: str, trial: Trial, level: int, paused_at: int) -> Iterator[str]:
        first = trial.levels[0]
        if level > first and 2 * level > paused_at:
            self.continued += 1
            return
        self.restarted += 2
        if level <= first < paused_at or (self.restarted >= MIN_RESTARTS and not self.continued):
            yield from self._once(
                "begins again",
                f"it was paused at {name} {paused_at} and began again at {level}: have the script "
                "save in checkpoint_dir() before it reports and load that when it starts, or take a method "
                "that pauses no trial, such as asha with type=stopping, or bo",
            )

    def xǁHabitsǁ_resumed__mutmut_14(self, name: str, trial: Trial, level: int, paused_at: int) -> Iterator[str]:
        first = trial.levels[0]
        if level > first and 2 * level > paused_at:
            self.continued += 1
            return
        self.restarted += 1
        if level <= first < paused_at and (self.restarted >= MIN_RESTARTS and not self.continued):
            yield from self._once(
                "begins again",
                f"it was paused at {name} {paused_at} and began again at {level}: have the script "
                "save in checkpoint_dir() before it reports and load that when it starts, or take a method "
                "that pauses no trial, such as asha with type=stopping, or bo",
            )

    def xǁHabitsǁ_resumed__mutmut_15(self, name: str, trial: Trial, level: int, paused_at: int) -> Iterator[str]:
        first = trial.levels[0]
        if level > first and 2 * level > paused_at:
            self.continued += 1
            return
        self.restarted += 1
        if level < first < paused_at or (self.restarted >= MIN_RESTARTS and not self.continued):
            yield from self._once(
                "begins again",
                f"it was paused at {name} {paused_at} and began again at {level}: have the script "
                "save in checkpoint_dir() before it reports and load that when it starts, or take a method "
                "that pauses no trial, such as asha with type=stopping, or bo",
            )

    def xǁHabitsǁ_resumed__mutmut_16(self, name: str, trial: Trial, level: int, paused_at: int) -> Iterator[str]:
        first = trial.levels[0]
        if level > first and 2 * level > paused_at:
            self.continued += 1
            return
        self.restarted += 1
        if level <= first <= paused_at or (self.restarted >= MIN_RESTARTS and not self.continued):
            yield from self._once(
                "begins again",
                f"it was paused at {name} {paused_at} and began again at {level}: have the script "
                "save in checkpoint_dir() before it reports and load that when it starts, or take a method "
                "that pauses no trial, such as asha with type=stopping, or bo",
            )

    def xǁHabitsǁ_resumed__mutmut_17(self, name: str, trial: Trial, level: int, paused_at: int) -> Iterator[str]:
        first = trial.levels[0]
        if level > first and 2 * level > paused_at:
            self.continued += 1
            return
        self.restarted += 1
        if level <= first < paused_at or (self.restarted >= MIN_RESTARTS or not self.continued):
            yield from self._once(
                "begins again",
                f"it was paused at {name} {paused_at} and began again at {level}: have the script "
                "save in checkpoint_dir() before it reports and load that when it starts, or take a method "
                "that pauses no trial, such as asha with type=stopping, or bo",
            )

    def xǁHabitsǁ_resumed__mutmut_18(self, name: str, trial: Trial, level: int, paused_at: int) -> Iterator[str]:
        first = trial.levels[0]
        if level > first and 2 * level > paused_at:
            self.continued += 1
            return
        self.restarted += 1
        if level <= first < paused_at or (self.restarted > MIN_RESTARTS and not self.continued):
            yield from self._once(
                "begins again",
                f"it was paused at {name} {paused_at} and began again at {level}: have the script "
                "save in checkpoint_dir() before it reports and load that when it starts, or take a method "
                "that pauses no trial, such as asha with type=stopping, or bo",
            )

    def xǁHabitsǁ_resumed__mutmut_19(self, name: str, trial: Trial, level: int, paused_at: int) -> Iterator[str]:
        first = trial.levels[0]
        if level > first and 2 * level > paused_at:
            self.continued += 1
            return
        self.restarted += 1
        if level <= first < paused_at or (self.restarted >= MIN_RESTARTS and self.continued):
            yield from self._once(
                "begins again",
                f"it was paused at {name} {paused_at} and began again at {level}: have the script "
                "save in checkpoint_dir() before it reports and load that when it starts, or take a method "
                "that pauses no trial, such as asha with type=stopping, or bo",
            )

    def xǁHabitsǁ_resumed__mutmut_20(self, name: str, trial: Trial, level: int, paused_at: int) -> Iterator[str]:
        first = trial.levels[0]
        if level > first and 2 * level > paused_at:
            self.continued += 1
            return
        self.restarted += 1
        if level <= first < paused_at or (self.restarted >= MIN_RESTARTS and not self.continued):
            yield from self._once(
                None,
                f"it was paused at {name} {paused_at} and began again at {level}: have the script "
                "save in checkpoint_dir() before it reports and load that when it starts, or take a method "
                "that pauses no trial, such as asha with type=stopping, or bo",
            )

    def xǁHabitsǁ_resumed__mutmut_21(self, name: str, trial: Trial, level: int, paused_at: int) -> Iterator[str]:
        first = trial.levels[0]
        if level > first and 2 * level > paused_at:
            self.continued += 1
            return
        self.restarted += 1
        if level <= first < paused_at or (self.restarted >= MIN_RESTARTS and not self.continued):
            yield from self._once(
                "begins again",
                None,
            )

    def xǁHabitsǁ_resumed__mutmut_22(self, name: str, trial: Trial, level: int, paused_at: int) -> Iterator[str]:
        first = trial.levels[0]
        if level > first and 2 * level > paused_at:
            self.continued += 1
            return
        self.restarted += 1
        if level <= first < paused_at or (self.restarted >= MIN_RESTARTS and not self.continued):
            yield from self._once(
                f"it was paused at {name} {paused_at} and began again at {level}: have the script "
                "save in checkpoint_dir() before it reports and load that when it starts, or take a method "
                "that pauses no trial, such as asha with type=stopping, or bo",
            )

    def xǁHabitsǁ_resumed__mutmut_23(self, name: str, trial: Trial, level: int, paused_at: int) -> Iterator[str]:
        first = trial.levels[0]
        if level > first and 2 * level > paused_at:
            self.continued += 1
            return
        self.restarted += 1
        if level <= first < paused_at or (self.restarted >= MIN_RESTARTS and not self.continued):
            yield from self._once(
                "begins again",
                )

    def xǁHabitsǁ_resumed__mutmut_24(self, name: str, trial: Trial, level: int, paused_at: int) -> Iterator[str]:
        first = trial.levels[0]
        if level > first and 2 * level > paused_at:
            self.continued += 1
            return
        self.restarted += 1
        if level <= first < paused_at or (self.restarted >= MIN_RESTARTS and not self.continued):
            yield from self._once(
                "XXbegins againXX",
                f"it was paused at {name} {paused_at} and began again at {level}: have the script "
                "save in checkpoint_dir() before it reports and load that when it starts, or take a method "
                "that pauses no trial, such as asha with type=stopping, or bo",
            )

    def xǁHabitsǁ_resumed__mutmut_25(self, name: str, trial: Trial, level: int, paused_at: int) -> Iterator[str]:
        first = trial.levels[0]
        if level > first and 2 * level > paused_at:
            self.continued += 1
            return
        self.restarted += 1
        if level <= first < paused_at or (self.restarted >= MIN_RESTARTS and not self.continued):
            yield from self._once(
                "BEGINS AGAIN",
                f"it was paused at {name} {paused_at} and began again at {level}: have the script "
                "save in checkpoint_dir() before it reports and load that when it starts, or take a method "
                "that pauses no trial, such as asha with type=stopping, or bo",
            )

    def xǁHabitsǁ_resumed__mutmut_26(self, name: str, trial: Trial, level: int, paused_at: int) -> Iterator[str]:
        first = trial.levels[0]
        if level > first and 2 * level > paused_at:
            self.continued += 1
            return
        self.restarted += 1
        if level <= first < paused_at or (self.restarted >= MIN_RESTARTS and not self.continued):
            yield from self._once(
                "begins again",
                f"it was paused at {name} {paused_at} and began again at {level}: have the script "
                "XXsave in checkpoint_dir() before it reports and load that when it starts, or take a method XX"
                "that pauses no trial, such as asha with type=stopping, or bo",
            )

    def xǁHabitsǁ_resumed__mutmut_27(self, name: str, trial: Trial, level: int, paused_at: int) -> Iterator[str]:
        first = trial.levels[0]
        if level > first and 2 * level > paused_at:
            self.continued += 1
            return
        self.restarted += 1
        if level <= first < paused_at or (self.restarted >= MIN_RESTARTS and not self.continued):
            yield from self._once(
                "begins again",
                f"it was paused at {name} {paused_at} and began again at {level}: have the script "
                "SAVE IN CHECKPOINT_DIR() BEFORE IT REPORTS AND LOAD THAT WHEN IT STARTS, OR TAKE A METHOD "
                "that pauses no trial, such as asha with type=stopping, or bo",
            )

    def xǁHabitsǁ_resumed__mutmut_28(self, name: str, trial: Trial, level: int, paused_at: int) -> Iterator[str]:
        first = trial.levels[0]
        if level > first and 2 * level > paused_at:
            self.continued += 1
            return
        self.restarted += 1
        if level <= first < paused_at or (self.restarted >= MIN_RESTARTS and not self.continued):
            yield from self._once(
                "begins again",
                f"it was paused at {name} {paused_at} and began again at {level}: have the script "
                "save in checkpoint_dir() before it reports and load that when it starts, or take a method "
                "XXthat pauses no trial, such as asha with type=stopping, or boXX",
            )

    def xǁHabitsǁ_resumed__mutmut_29(self, name: str, trial: Trial, level: int, paused_at: int) -> Iterator[str]:
        first = trial.levels[0]
        if level > first and 2 * level > paused_at:
            self.continued += 1
            return
        self.restarted += 1
        if level <= first < paused_at or (self.restarted >= MIN_RESTARTS and not self.continued):
            yield from self._once(
                "begins again",
                f"it was paused at {name} {paused_at} and began again at {level}: have the script "
                "save in checkpoint_dir() before it reports and load that when it starts, or take a method "
                "THAT PAUSES NO TRIAL, SUCH AS ASHA WITH TYPE=STOPPING, OR BO",
            )

    @_mutmut_mutated(mutants_xǁHabitsǁ_once__mutmut)
    def _once(self, habit: str, message: str) -> Iterator[str]:
        if habit not in self.noted:
            self.noted.add(habit)
            yield message

    def xǁHabitsǁ_once__mutmut_orig(self, habit: str, message: str) -> Iterator[str]:
        if habit not in self.noted:
            self.noted.add(habit)
            yield message

    def xǁHabitsǁ_once__mutmut_1(self, habit: str, message: str) -> Iterator[str]:
        if habit in self.noted:
            self.noted.add(habit)
            yield message

    def xǁHabitsǁ_once__mutmut_2(self, habit: str, message: str) -> Iterator[str]:
        if habit not in self.noted:
            self.noted.add(None)
            yield message

mutants_xǁHabitsǁon_resume__mutmut['_mutmut_orig'] = Habits.xǁHabitsǁon_resume__mutmut_orig # type: ignore # mutmut generated
mutants_xǁHabitsǁon_resume__mutmut['xǁHabitsǁon_resume__mutmut_1'] = Habits.xǁHabitsǁon_resume__mutmut_1 # type: ignore # mutmut generated

mutants_xǁHabitsǁon_report__mutmut['_mutmut_orig'] = Habits.xǁHabitsǁon_report__mutmut_orig # type: ignore # mutmut generated
mutants_xǁHabitsǁon_report__mutmut['xǁHabitsǁon_report__mutmut_1'] = Habits.xǁHabitsǁon_report__mutmut_1 # type: ignore # mutmut generated
mutants_xǁHabitsǁon_report__mutmut['xǁHabitsǁon_report__mutmut_2'] = Habits.xǁHabitsǁon_report__mutmut_2 # type: ignore # mutmut generated
mutants_xǁHabitsǁon_report__mutmut['xǁHabitsǁon_report__mutmut_3'] = Habits.xǁHabitsǁon_report__mutmut_3 # type: ignore # mutmut generated
mutants_xǁHabitsǁon_report__mutmut['xǁHabitsǁon_report__mutmut_4'] = Habits.xǁHabitsǁon_report__mutmut_4 # type: ignore # mutmut generated
mutants_xǁHabitsǁon_report__mutmut['xǁHabitsǁon_report__mutmut_5'] = Habits.xǁHabitsǁon_report__mutmut_5 # type: ignore # mutmut generated
mutants_xǁHabitsǁon_report__mutmut['xǁHabitsǁon_report__mutmut_6'] = Habits.xǁHabitsǁon_report__mutmut_6 # type: ignore # mutmut generated
mutants_xǁHabitsǁon_report__mutmut['xǁHabitsǁon_report__mutmut_7'] = Habits.xǁHabitsǁon_report__mutmut_7 # type: ignore # mutmut generated
mutants_xǁHabitsǁon_report__mutmut['xǁHabitsǁon_report__mutmut_8'] = Habits.xǁHabitsǁon_report__mutmut_8 # type: ignore # mutmut generated
mutants_xǁHabitsǁon_report__mutmut['xǁHabitsǁon_report__mutmut_9'] = Habits.xǁHabitsǁon_report__mutmut_9 # type: ignore # mutmut generated
mutants_xǁHabitsǁon_report__mutmut['xǁHabitsǁon_report__mutmut_10'] = Habits.xǁHabitsǁon_report__mutmut_10 # type: ignore # mutmut generated
mutants_xǁHabitsǁon_report__mutmut['xǁHabitsǁon_report__mutmut_11'] = Habits.xǁHabitsǁon_report__mutmut_11 # type: ignore # mutmut generated
mutants_xǁHabitsǁon_report__mutmut['xǁHabitsǁon_report__mutmut_12'] = Habits.xǁHabitsǁon_report__mutmut_12 # type: ignore # mutmut generated

mutants_xǁHabitsǁ_check_report__mutmut['_mutmut_orig'] = Habits.xǁHabitsǁ_check_report__mutmut_orig # type: ignore # mutmut generated
mutants_xǁHabitsǁ_check_report__mutmut['xǁHabitsǁ_check_report__mutmut_1'] = Habits.xǁHabitsǁ_check_report__mutmut_1 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_check_report__mutmut['xǁHabitsǁ_check_report__mutmut_2'] = Habits.xǁHabitsǁ_check_report__mutmut_2 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_check_report__mutmut['xǁHabitsǁ_check_report__mutmut_3'] = Habits.xǁHabitsǁ_check_report__mutmut_3 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_check_report__mutmut['xǁHabitsǁ_check_report__mutmut_4'] = Habits.xǁHabitsǁ_check_report__mutmut_4 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_check_report__mutmut['xǁHabitsǁ_check_report__mutmut_5'] = Habits.xǁHabitsǁ_check_report__mutmut_5 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_check_report__mutmut['xǁHabitsǁ_check_report__mutmut_6'] = Habits.xǁHabitsǁ_check_report__mutmut_6 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_check_report__mutmut['xǁHabitsǁ_check_report__mutmut_7'] = Habits.xǁHabitsǁ_check_report__mutmut_7 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_check_report__mutmut['xǁHabitsǁ_check_report__mutmut_8'] = Habits.xǁHabitsǁ_check_report__mutmut_8 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_check_report__mutmut['xǁHabitsǁ_check_report__mutmut_9'] = Habits.xǁHabitsǁ_check_report__mutmut_9 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_check_report__mutmut['xǁHabitsǁ_check_report__mutmut_10'] = Habits.xǁHabitsǁ_check_report__mutmut_10 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_check_report__mutmut['xǁHabitsǁ_check_report__mutmut_11'] = Habits.xǁHabitsǁ_check_report__mutmut_11 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_check_report__mutmut['xǁHabitsǁ_check_report__mutmut_12'] = Habits.xǁHabitsǁ_check_report__mutmut_12 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_check_report__mutmut['xǁHabitsǁ_check_report__mutmut_13'] = Habits.xǁHabitsǁ_check_report__mutmut_13 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_check_report__mutmut['xǁHabitsǁ_check_report__mutmut_14'] = Habits.xǁHabitsǁ_check_report__mutmut_14 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_check_report__mutmut['xǁHabitsǁ_check_report__mutmut_15'] = Habits.xǁHabitsǁ_check_report__mutmut_15 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_check_report__mutmut['xǁHabitsǁ_check_report__mutmut_16'] = Habits.xǁHabitsǁ_check_report__mutmut_16 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_check_report__mutmut['xǁHabitsǁ_check_report__mutmut_17'] = Habits.xǁHabitsǁ_check_report__mutmut_17 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_check_report__mutmut['xǁHabitsǁ_check_report__mutmut_18'] = Habits.xǁHabitsǁ_check_report__mutmut_18 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_check_report__mutmut['xǁHabitsǁ_check_report__mutmut_19'] = Habits.xǁHabitsǁ_check_report__mutmut_19 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_check_report__mutmut['xǁHabitsǁ_check_report__mutmut_20'] = Habits.xǁHabitsǁ_check_report__mutmut_20 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_check_report__mutmut['xǁHabitsǁ_check_report__mutmut_21'] = Habits.xǁHabitsǁ_check_report__mutmut_21 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_check_report__mutmut['xǁHabitsǁ_check_report__mutmut_22'] = Habits.xǁHabitsǁ_check_report__mutmut_22 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_check_report__mutmut['xǁHabitsǁ_check_report__mutmut_23'] = Habits.xǁHabitsǁ_check_report__mutmut_23 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_check_report__mutmut['xǁHabitsǁ_check_report__mutmut_24'] = Habits.xǁHabitsǁ_check_report__mutmut_24 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_check_report__mutmut['xǁHabitsǁ_check_report__mutmut_25'] = Habits.xǁHabitsǁ_check_report__mutmut_25 # type: ignore # mutmut generated

mutants_xǁHabitsǁon_arrival__mutmut['_mutmut_orig'] = Habits.xǁHabitsǁon_arrival__mutmut_orig # type: ignore # mutmut generated
mutants_xǁHabitsǁon_arrival__mutmut['xǁHabitsǁon_arrival__mutmut_1'] = Habits.xǁHabitsǁon_arrival__mutmut_1 # type: ignore # mutmut generated
mutants_xǁHabitsǁon_arrival__mutmut['xǁHabitsǁon_arrival__mutmut_2'] = Habits.xǁHabitsǁon_arrival__mutmut_2 # type: ignore # mutmut generated
mutants_xǁHabitsǁon_arrival__mutmut['xǁHabitsǁon_arrival__mutmut_3'] = Habits.xǁHabitsǁon_arrival__mutmut_3 # type: ignore # mutmut generated
mutants_xǁHabitsǁon_arrival__mutmut['xǁHabitsǁon_arrival__mutmut_4'] = Habits.xǁHabitsǁon_arrival__mutmut_4 # type: ignore # mutmut generated
mutants_xǁHabitsǁon_arrival__mutmut['xǁHabitsǁon_arrival__mutmut_5'] = Habits.xǁHabitsǁon_arrival__mutmut_5 # type: ignore # mutmut generated
mutants_xǁHabitsǁon_arrival__mutmut['xǁHabitsǁon_arrival__mutmut_6'] = Habits.xǁHabitsǁon_arrival__mutmut_6 # type: ignore # mutmut generated
mutants_xǁHabitsǁon_arrival__mutmut['xǁHabitsǁon_arrival__mutmut_7'] = Habits.xǁHabitsǁon_arrival__mutmut_7 # type: ignore # mutmut generated
mutants_xǁHabitsǁon_arrival__mutmut['xǁHabitsǁon_arrival__mutmut_8'] = Habits.xǁHabitsǁon_arrival__mutmut_8 # type: ignore # mutmut generated
mutants_xǁHabitsǁon_arrival__mutmut['xǁHabitsǁon_arrival__mutmut_9'] = Habits.xǁHabitsǁon_arrival__mutmut_9 # type: ignore # mutmut generated
mutants_xǁHabitsǁon_arrival__mutmut['xǁHabitsǁon_arrival__mutmut_10'] = Habits.xǁHabitsǁon_arrival__mutmut_10 # type: ignore # mutmut generated
mutants_xǁHabitsǁon_arrival__mutmut['xǁHabitsǁon_arrival__mutmut_11'] = Habits.xǁHabitsǁon_arrival__mutmut_11 # type: ignore # mutmut generated
mutants_xǁHabitsǁon_arrival__mutmut['xǁHabitsǁon_arrival__mutmut_12'] = Habits.xǁHabitsǁon_arrival__mutmut_12 # type: ignore # mutmut generated
mutants_xǁHabitsǁon_arrival__mutmut['xǁHabitsǁon_arrival__mutmut_13'] = Habits.xǁHabitsǁon_arrival__mutmut_13 # type: ignore # mutmut generated
mutants_xǁHabitsǁon_arrival__mutmut['xǁHabitsǁon_arrival__mutmut_14'] = Habits.xǁHabitsǁon_arrival__mutmut_14 # type: ignore # mutmut generated
mutants_xǁHabitsǁon_arrival__mutmut['xǁHabitsǁon_arrival__mutmut_15'] = Habits.xǁHabitsǁon_arrival__mutmut_15 # type: ignore # mutmut generated
mutants_xǁHabitsǁon_arrival__mutmut['xǁHabitsǁon_arrival__mutmut_16'] = Habits.xǁHabitsǁon_arrival__mutmut_16 # type: ignore # mutmut generated
mutants_xǁHabitsǁon_arrival__mutmut['xǁHabitsǁon_arrival__mutmut_17'] = Habits.xǁHabitsǁon_arrival__mutmut_17 # type: ignore # mutmut generated
mutants_xǁHabitsǁon_arrival__mutmut['xǁHabitsǁon_arrival__mutmut_18'] = Habits.xǁHabitsǁon_arrival__mutmut_18 # type: ignore # mutmut generated
mutants_xǁHabitsǁon_arrival__mutmut['xǁHabitsǁon_arrival__mutmut_19'] = Habits.xǁHabitsǁon_arrival__mutmut_19 # type: ignore # mutmut generated
mutants_xǁHabitsǁon_arrival__mutmut['xǁHabitsǁon_arrival__mutmut_20'] = Habits.xǁHabitsǁon_arrival__mutmut_20 # type: ignore # mutmut generated
mutants_xǁHabitsǁon_arrival__mutmut['xǁHabitsǁon_arrival__mutmut_21'] = Habits.xǁHabitsǁon_arrival__mutmut_21 # type: ignore # mutmut generated
mutants_xǁHabitsǁon_arrival__mutmut['xǁHabitsǁon_arrival__mutmut_22'] = Habits.xǁHabitsǁon_arrival__mutmut_22 # type: ignore # mutmut generated
mutants_xǁHabitsǁon_arrival__mutmut['xǁHabitsǁon_arrival__mutmut_23'] = Habits.xǁHabitsǁon_arrival__mutmut_23 # type: ignore # mutmut generated
mutants_xǁHabitsǁon_arrival__mutmut['xǁHabitsǁon_arrival__mutmut_24'] = Habits.xǁHabitsǁon_arrival__mutmut_24 # type: ignore # mutmut generated
mutants_xǁHabitsǁon_arrival__mutmut['xǁHabitsǁon_arrival__mutmut_25'] = Habits.xǁHabitsǁon_arrival__mutmut_25 # type: ignore # mutmut generated
mutants_xǁHabitsǁon_arrival__mutmut['xǁHabitsǁon_arrival__mutmut_26'] = Habits.xǁHabitsǁon_arrival__mutmut_26 # type: ignore # mutmut generated
mutants_xǁHabitsǁon_arrival__mutmut['xǁHabitsǁon_arrival__mutmut_27'] = Habits.xǁHabitsǁon_arrival__mutmut_27 # type: ignore # mutmut generated
mutants_xǁHabitsǁon_arrival__mutmut['xǁHabitsǁon_arrival__mutmut_28'] = Habits.xǁHabitsǁon_arrival__mutmut_28 # type: ignore # mutmut generated
mutants_xǁHabitsǁon_arrival__mutmut['xǁHabitsǁon_arrival__mutmut_29'] = Habits.xǁHabitsǁon_arrival__mutmut_29 # type: ignore # mutmut generated
mutants_xǁHabitsǁon_arrival__mutmut['xǁHabitsǁon_arrival__mutmut_30'] = Habits.xǁHabitsǁon_arrival__mutmut_30 # type: ignore # mutmut generated
mutants_xǁHabitsǁon_arrival__mutmut['xǁHabitsǁon_arrival__mutmut_31'] = Habits.xǁHabitsǁon_arrival__mutmut_31 # type: ignore # mutmut generated

mutants_xǁHabitsǁ_resumed__mutmut['_mutmut_orig'] = Habits.xǁHabitsǁ_resumed__mutmut_orig # type: ignore # mutmut generated
mutants_xǁHabitsǁ_resumed__mutmut['xǁHabitsǁ_resumed__mutmut_1'] = Habits.xǁHabitsǁ_resumed__mutmut_1 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_resumed__mutmut['xǁHabitsǁ_resumed__mutmut_2'] = Habits.xǁHabitsǁ_resumed__mutmut_2 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_resumed__mutmut['xǁHabitsǁ_resumed__mutmut_3'] = Habits.xǁHabitsǁ_resumed__mutmut_3 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_resumed__mutmut['xǁHabitsǁ_resumed__mutmut_4'] = Habits.xǁHabitsǁ_resumed__mutmut_4 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_resumed__mutmut['xǁHabitsǁ_resumed__mutmut_5'] = Habits.xǁHabitsǁ_resumed__mutmut_5 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_resumed__mutmut['xǁHabitsǁ_resumed__mutmut_6'] = Habits.xǁHabitsǁ_resumed__mutmut_6 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_resumed__mutmut['xǁHabitsǁ_resumed__mutmut_7'] = Habits.xǁHabitsǁ_resumed__mutmut_7 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_resumed__mutmut['xǁHabitsǁ_resumed__mutmut_8'] = Habits.xǁHabitsǁ_resumed__mutmut_8 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_resumed__mutmut['xǁHabitsǁ_resumed__mutmut_9'] = Habits.xǁHabitsǁ_resumed__mutmut_9 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_resumed__mutmut['xǁHabitsǁ_resumed__mutmut_10'] = Habits.xǁHabitsǁ_resumed__mutmut_10 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_resumed__mutmut['xǁHabitsǁ_resumed__mutmut_11'] = Habits.xǁHabitsǁ_resumed__mutmut_11 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_resumed__mutmut['xǁHabitsǁ_resumed__mutmut_12'] = Habits.xǁHabitsǁ_resumed__mutmut_12 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_resumed__mutmut['xǁHabitsǁ_resumed__mutmut_13'] = Habits.xǁHabitsǁ_resumed__mutmut_13 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_resumed__mutmut['xǁHabitsǁ_resumed__mutmut_14'] = Habits.xǁHabitsǁ_resumed__mutmut_14 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_resumed__mutmut['xǁHabitsǁ_resumed__mutmut_15'] = Habits.xǁHabitsǁ_resumed__mutmut_15 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_resumed__mutmut['xǁHabitsǁ_resumed__mutmut_16'] = Habits.xǁHabitsǁ_resumed__mutmut_16 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_resumed__mutmut['xǁHabitsǁ_resumed__mutmut_17'] = Habits.xǁHabitsǁ_resumed__mutmut_17 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_resumed__mutmut['xǁHabitsǁ_resumed__mutmut_18'] = Habits.xǁHabitsǁ_resumed__mutmut_18 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_resumed__mutmut['xǁHabitsǁ_resumed__mutmut_19'] = Habits.xǁHabitsǁ_resumed__mutmut_19 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_resumed__mutmut['xǁHabitsǁ_resumed__mutmut_20'] = Habits.xǁHabitsǁ_resumed__mutmut_20 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_resumed__mutmut['xǁHabitsǁ_resumed__mutmut_21'] = Habits.xǁHabitsǁ_resumed__mutmut_21 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_resumed__mutmut['xǁHabitsǁ_resumed__mutmut_22'] = Habits.xǁHabitsǁ_resumed__mutmut_22 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_resumed__mutmut['xǁHabitsǁ_resumed__mutmut_23'] = Habits.xǁHabitsǁ_resumed__mutmut_23 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_resumed__mutmut['xǁHabitsǁ_resumed__mutmut_24'] = Habits.xǁHabitsǁ_resumed__mutmut_24 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_resumed__mutmut['xǁHabitsǁ_resumed__mutmut_25'] = Habits.xǁHabitsǁ_resumed__mutmut_25 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_resumed__mutmut['xǁHabitsǁ_resumed__mutmut_26'] = Habits.xǁHabitsǁ_resumed__mutmut_26 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_resumed__mutmut['xǁHabitsǁ_resumed__mutmut_27'] = Habits.xǁHabitsǁ_resumed__mutmut_27 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_resumed__mutmut['xǁHabitsǁ_resumed__mutmut_28'] = Habits.xǁHabitsǁ_resumed__mutmut_28 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_resumed__mutmut['xǁHabitsǁ_resumed__mutmut_29'] = Habits.xǁHabitsǁ_resumed__mutmut_29 # type: ignore # mutmut generated

mutants_xǁHabitsǁ_once__mutmut['_mutmut_orig'] = Habits.xǁHabitsǁ_once__mutmut_orig # type: ignore # mutmut generated
mutants_xǁHabitsǁ_once__mutmut['xǁHabitsǁ_once__mutmut_1'] = Habits.xǁHabitsǁ_once__mutmut_1 # type: ignore # mutmut generated
mutants_xǁHabitsǁ_once__mutmut['xǁHabitsǁ_once__mutmut_2'] = Habits.xǁHabitsǁ_once__mutmut_2 # type: ignore # mutmut generated
