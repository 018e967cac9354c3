"""How an experiment handles failures of its trials."""

from dataclasses import dataclass, field
from typing import Annotated

from tunewise.options import DELAY, SECONDS, Option, check_fields, whole
from tunewise.signature import call


from mutmut.mutation.trampoline import wrap_in_trampoline as _mutmut_mutated, MutantDict


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
mutants_xǁPolicyǁ__post_init____mutmut: MutantDict = {}  # type: ignore


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

    @_mutmut_mutated(mutants_xǁPolicyǁ__post_init____mutmut)
    def __post_init__(self) -> None:
        check_fields(self)

    def xǁPolicyǁ__post_init____mutmut_orig(self) -> None:
        check_fields(self)

    def xǁPolicyǁ__post_init____mutmut_1(self) -> None:
        check_fields(None)

mutants_xǁPolicyǁ__post_init____mutmut['_mutmut_orig'] = Policy.xǁPolicyǁ__post_init____mutmut_orig # type: ignore # mutmut generated
mutants_xǁPolicyǁ__post_init____mutmut['xǁPolicyǁ__post_init____mutmut_1'] = Policy.xǁPolicyǁ__post_init____mutmut_1 # type: ignore # mutmut generated
