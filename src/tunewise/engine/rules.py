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

RUNNING, HALTING, PAUSED, SUSPENDED, COMPLETED, STOPPED, FAILED = Status  # quicker than its attributes
NON_FINITE = frozenset({"nan", "inf", "-inf"})
MAX_VALUE = sys.float_info.max
MAX_LEVEL = 2**31 - 1
MAX_SHOWN = 200  # characters of what a script reported
PAST_THE_END = "past max_resource"
REPORTS_SELDOM = "reports seldom"
MIN_RESTARTS = 3  # resumed trials that may have started over, with none that certainly did not

# ---- reports ---------------------------------------------------------------------------------------------


class Point(msgspec.Struct, frozen=True, gc=False):
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


def read_report(problem: Problem, trial: Trial, values: Mapping[str, Value]) -> Reading:
    """Reads a report of the trial's current job.

    A report without the metric is ignored. A metric without a valid level, or one that isn't a number, is an
    error of the script; a metric that isn't finite is the fault of the configuration. A level that was
    reported before doesn't count again: silently if a resumed job catches up from a checkpoint that is older
    than its reports, with a note if a job repeats itself. A level beyond the largest resource doesn't count
    either, as it isn't the result of a full training.
    """
    value, name = values.get(problem.metric), problem.resource_attr
    if type(value) is not float or not -MAX_VALUE <= value <= MAX_VALUE:  # else the usual case
        number = _number(problem, values, value)
        if isinstance(number, Flaw):
            return number
        value = number
    level = max(trial.level, trial.unseen) + 1 if name is None else values.get(name)
    if type(level) is not int or not 1 <= level <= MAX_LEVEL:
        whole = _level(problem, level)
        if isinstance(whole, Flaw):
            return whole
        level = whole
    if level <= trial.level:
        repeats_itself = len(trial.levels) > trial.jobs[-1].first_report
        what = "again" if level == trial.level else f"after {trial.level}"
        return Flaw(
            "repeated level",
            f"{problem.resource_attr} {level} was reported {what}: let it grow, as each level counts once",
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
    return Point(level, value)


def _number(problem: Problem, values: Mapping[str, Value], value: Value) -> float | Flaw:
    """The value of the metric, or what is wrong with it."""
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
    if not abs(value) <= MAX_VALUE:  # NaN included, and integers beyond the range of floats
        return Flaw("not finite", f"{problem.metric} was no finite number", FailureKind.CONFIGURATION)
    return float(value)


def _level(problem: Problem, level: Value) -> int | Flaw:
    """The level that was reported, or what is wrong with it."""
    name = problem.resource_attr
    if level is None:
        return Flaw(
            "no resource",
            f"a report has {problem.metric!r} but no {name!r}: report both together",
            FailureKind.ERROR,
        )
    if isinstance(level, float) and level.is_integer():
        level = int(level)
    if isinstance(level, (bool, str, float)) or level < 1 or level > MAX_LEVEL:
        return Flaw(
            "bad resource",
            f"{name} was {_short(repr(level))}: it must be a whole number that counts from 1",
            FailureKind.ERROR,
        )
    return level


def _short(text: str) -> str:
    """The text, cut to fit into a message: a report may have a quarter of a megabyte."""
    return text if len(text) <= MAX_SHOWN else f"{text[:MAX_SHOWN]}..."


# ---- ends of jobs ----------------------------------------------------------------------------------------


class Ending(msgspec.Struct, frozen=True):
    """The status after a job; for SUSPENDED, when to resume and whether that counts as a retry."""

    status: Status
    failure: Failure | None = None
    retry_at: float = 0.0
    counted: bool = False


def settle(problem: Problem, trial: Trial, fact: JobEnded, policy: RetryPolicy, flaw: str | None) -> Ending:
    """What becomes of `trial`, whose current job ended as `fact` says.

    flaw: what was last wrong with the trial's reports, for the message if none was usable.
    """
    if trial.status is HALTING:
        return _halted(problem, trial)
    kind = fact.failure
    if kind is None:
        return _ended_by_itself(problem, trial, flaw or (fact.note or fact.detail).rstrip("."))
    failure = Failure(kind, fact.detail)
    if kind is FailureKind.PREEMPTED:
        if len(trial.levels) > trial.jobs[-1].first_report:
            return Ending(SUSPENDED, failure, retry_at=fact.time)
        # immediately the first time; without a limit, one that makes no progress would be resumed for ever
        if trial.retries < policy.max_fruitless:
            delay = policy.backoff * (2.0**trial.retries - 1.0)
            return Ending(SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    if kind is FailureKind.INFRASTRUCTURE and trial.retries < policy.max_retries:
        delay = policy.backoff * 2.0**trial.retries
        return Ending(SUSPENDED, failure, retry_at=fact.time + delay, counted=True)
    return Ending(FAILED, failure)


def _halted(problem: Problem, trial: Trial) -> Ending:
    target = trial.target or STOPPED
    if target in (SUSPENDED, PAUSED) and _fully_trained(problem, trial):
        return Ending(COMPLETED)
    return Ending(target, trial.failure)


def _ended_by_itself(problem: Problem, trial: Trial, flaw: str) -> Ending:
    if trial.levels:
        # a job that ends at its limit has gone as far as allowed, whatever it reported last
        paused = problem.limits(trial.until) and not _fully_trained(problem, trial)
        return Ending(PAUSED if paused else COMPLETED)
    message = f"{_no_report(problem, trial.until)}: {flaw or _how_to_report(problem, trial.until)}."
    return Ending(FAILED, Failure(FailureKind.ERROR, message))


def _no_report(problem: Problem, until: int | None) -> str:
    if problem.limits(until):
        return (
            f"The script was limited to {problem.max_resource_arg}={until} and reported no "
            f"{problem.metric!r} by then"
        )
    return f"The script ended without reporting {problem.metric!r}"


def _how_to_report(problem: Problem, until: int | None) -> str:
    if problem.limits(until):
        level = problem.resource_attr or "level"
        return (
            f"let it report earlier, set the method's grace_period, where it has one, to the first {level} "
            "that it reports, or take a method that pauses no trial, such as asha with type=stopping, or bo"
        )
    return (
        f"call Reporter()({problem.metric}=...) in it, or say by --metric-pattern or --metrics-from where it "
        "tells it; if you have said so, compare that with its output"
    )


def _fully_trained(problem: Problem, trial: Trial) -> bool:
    return problem.max_resource is not None and trial.level >= problem.max_resource


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

    def on_resume(self, trial: Trial) -> None:
        """A paused trial is about to be resumed."""
        self.paused_at[trial.id] = trial.level

    def on_report(self, problem: Problem, trial: Trial, level: int) -> Sequence[str]:
        """A job has reported a level, whether it counts or not. Called before the next job."""
        if trial.id not in self.paused_at and (trial.until is None or level <= trial.until):
            return ()  # the usual case
        return list(self._check_report(problem, trial, level))

    def _check_report(self, problem: Problem, trial: Trial, level: int) -> Iterator[str]:
        name, until = problem.level_name, trial.until
        if problem.max_resource_arg is not None and until is not None and level > until:
            yield from self._once(
                "ignores its limit",
                f"{name} {level} was reported although the script was started with "
                f"{problem.max_resource_arg}={until}: let it end there by itself",
            )
        paused_at = self.paused_at.pop(trial.id, None)
        if paused_at is not None:
            yield from self._resumed(name, trial, level, paused_at)

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
                "save in checkpoint_dir() before it reports and load that when it starts, or, where it can't "
                "go on (boosting with sampling), leave it to auto, which reckons with that, or take a method "
                "that pauses no trial, such as asha with type=stopping, or bo",
            )

    def _once(self, habit: str, message: str) -> Iterator[str]:
        if habit not in self.noted:
            self.noted.add(habit)
            yield message
