"""How an experiment handles failures of its trials, and when it ends."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Annotated

import msgspec

from tunewise.options import DELAY, FINITE, POSITIVE, SECONDS, Option, check_fields, whole
from tunewise.signature import call


def _parse_worth(text: str) -> float:
    """The worth of 1 in `500` or `0.01=5`; NaN for other text."""
    gain, equals, money = text.rpartition("=")
    try:
        return float(money) / (float(gain) if equals else 1.0)
    except (ValueError, ZeroDivisionError):
        return math.nan


WORTH = POSITIVE._replace(
    parse=_parse_worth,
    metavar="GAIN=COST",
    accepts='a number, or a string such as "0.01=5"',
    wanted="a number above 0, or an improvement and its worth such as 0.01=5",
)


@dataclass(frozen=True, repr=False)
class RetryPolicy:
    """How often a trial is retried after a failure that isn't its own.

    max_retries: after failures of the infrastructure.
    max_fruitless: after a job was preempted before it reported anything new. One that was preempted later is
        always resumed, and that isn't counted.
    backoff: seconds before the first retry, doubled for each further one. The first retry of a preempted job
        is immediate.
    """

    max_retries: int = 3
    max_fruitless: int = 8
    backoff: float = 10.0

    __repr__ = call


@dataclass(frozen=True, repr=False)
class Policy:
    """How an experiment handles failures of its trials.

    trial_timeout: seconds that a trial may run, over all its jobs, without the time in queues; then it fails.
    max_failures: end the experiment once this many trials have failed because of the script and none has
        ended otherwise.
    patience: seconds that a job has to end by itself once it has reached the limit it was started with.
    keep_checkpoints: also keep checkpoints that are no longer needed.
    """

    trial_timeout: Annotated[
        float | None, Option("A trial whose jobs run for longer in all has failed.", SECONDS)
    ] = None
    max_failures: Annotated[
        int,
        Option(
            "So many failures by the script's own fault, before anything went well, end the experiment.",
            whole(1),
        ),
    ] = 3
    patience: Annotated[float, DELAY] = 60.0
    keep_checkpoints: Annotated[
        bool,
        Option(
            "Whether to keep checkpoints that nobody needs any more.",
            off="drop-checkpoints",
            default_text="they are dropped",
        ),
    ] = False
    retry: RetryPolicy = field(default_factory=RetryPolicy)

    __repr__ = call

    def __post_init__(self) -> None:
        check_fields(self)


MOST_WORKERS = 10_000


def check_workers(workers: object) -> None:
    """Raises ValueError for a number of workers that can't be, or that nobody could mean."""
    if type(workers) is not int or not 1 <= workers <= MOST_WORKERS:
        raise ValueError(f"workers is {workers!r}: give a whole number from 1 to {MOST_WORKERS:,}.")


@dataclass(frozen=True, repr=False)
class StoppingCriterion:
    """Limits of an experiment; whichever is reached first ends it. None: no such limit.

    All count from the experiment's beginning, over all resumptions.

    max_wallclock_time: seconds on the experiment's clock.
    max_num_trials_started: no more trials are started; those that were run to their end.
    max_num_trials_completed: trials whose script ended by itself.
    max_num_trials_finished: trials that completed, were stopped by the method, or failed.
    max_cost: money for worker-time, including running jobs, and for workers without a job if they cost money,
        or for instances that were kept between two jobs.
    max_num_evaluations: usable reports.
    min_gain: by how much another hour of all workers must be expected to improve the metric, in its units.
    worth: money for an improvement of the metric by 1. The experiment ends once more training is expected to
        cost more than it is worth; see `models.outlook`.
    target: a value of the metric. The experiment ends once a report is as good.
    max_num_trials_without_improvement: trials that were started since the best value was reported, and are
        over or paused.
    max_time_without_improvement: seconds on the experiment's clock since the best value was reported.
    """

    max_wallclock_time: Annotated[
        float | None, Option("Time: 90, 90s, 30m, 1h, 1h30m, 2d.", SECONDS, flag="max_wallclock")
    ] = None
    max_num_trials_started: Annotated[
        int | None, Option("Trials that are started; those run to their end.", whole(1), flag="max_trials")
    ] = None
    max_num_trials_completed: Annotated[
        int | None, Option("Trials whose script ended by itself.", whole(1), flag="max_completed")
    ] = None
    max_num_trials_finished: Annotated[
        int | None, Option("Trials that completed, were stopped, or failed.", whole(1), flag="max_finished")
    ] = None
    max_cost: Annotated[
        float | None, Option("Cost: worker-hours times --price.", POSITIVE, metavar="COST")
    ] = None
    max_num_evaluations: Annotated[
        int | None, Option("Reports over all trials.", whole(1), flag="max_evaluations")
    ] = None
    min_gain: Annotated[
        float | None,
        Option(
            "Improvement of the metric that another hour must promise, once that can be told.",
            POSITIVE,
            metavar="GAIN",
        ),
    ] = None
    worth: Annotated[
        float | None,
        Option(
            "What an improvement of the metric is worth, in the currency of --price, such as 0.01=5: the "
            "experiment ends once more training costs more than what it promises is worth.",
            WORTH,
        ),
    ] = None
    target: Annotated[
        float | None,
        Option("A value of the metric: the experiment ends once one is as good.", FINITE, metavar="VALUE"),
    ] = None
    max_num_trials_without_improvement: Annotated[
        int | None,
        Option(
            "Trials that were started since the best value was found, and are over or paused.",
            whole(1),
            flag="max_trials_without_improvement",
        ),
    ] = None
    max_time_without_improvement: Annotated[
        float | None, Option("Time since the best value was found.", SECONDS)
    ] = None

    __repr__ = call

    def __post_init__(self) -> None:
        check_fields(self)

    def limits(self) -> dict[str, float]:
        """The limits that are set, by name."""
        named = {field.name: getattr(self, field.name) for field in fields(self)}
        # NumPy's floats are instances of float, but not valid in JSON
        plain = {name: float(limit) if isinstance(limit, float) else limit for name, limit in named.items()}
        return {name: limit for name, limit in plain.items() if limit is not None}

    @classmethod
    def of(cls, limits: Mapping[str, float]) -> "StoppingCriterion":
        """The inverse of `limits()`."""
        unknown = set(limits) - {field.name for field in fields(cls)}
        if unknown:
            raise ValueError(f"There is no limit named {sorted(unknown)[0]!r}.")
        typed = {
            name: int(limit) if name.startswith("max_num") and limit % 1.0 == 0.0 else limit
            for name, limit in limits.items()
        }
        try:
            return msgspec.convert(typed, cls)
        except msgspec.ValidationError as error:
            raise ValueError(f"A limit can't be: {str(error).rstrip('.')}.") from None
