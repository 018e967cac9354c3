"""How an experiment treats its trials' mishaps."""

from dataclasses import dataclass, field
from typing import Annotated

from tunewise.options import DELAY, SECONDS, Option, check_fields, whole
from tunewise.signature import call


@dataclass(frozen=True, repr=False)
class RetryPolicy:
    """How often a trial is tried again after a failure that is not its own.

    max_retries: after failures of the infrastructure.
    max_fruitless: after a job was preempted before it reported anything new; one that was preempted later is
        resumed for free, always.
    backoff: seconds before the first retry, doubled for each further one; a preempted job's first is at once.
    """

    max_retries: int = 3
    max_fruitless: int = 8
    backoff: float = 10.0

    __repr__ = call


@dataclass(frozen=True, repr=False)
class Policy:
    """How an experiment treats its trials' mishaps.

    trial_timeout: seconds that a trial may run, over all its jobs, the wait in queues left out; then it has
        failed.
    max_early_errors: so many trials that fail by the script's own fault, with none that ended otherwise,
        end the experiment.
    patience: seconds within which a job that reached the limit it was started with may end by itself.
    keep_checkpoints: keep those that nobody needs any more, too.
    """

    trial_timeout: Annotated[
        float | None, Option("A trial whose jobs run for longer in all has failed.", SECONDS)
    ] = None
    max_early_errors: Annotated[
        int,
        Option(
            "So many failures by the script's own fault, before anything went well, end the experiment.",
            whole(1),
            flag="max_failures",
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
