"""Facts and actions: what happened, and what to do; and what people ask for. Frozen values with a JSON codec.

The journal holds both, decisions included, so replaying it needs neither a scheduler nor random numbers.
Times are seconds on the experiment's clock.
"""

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Literal

import msgspec

from tunewise.disk import decode as decode_json
from tunewise.space import Config, Value
from tunewise.trial import FailureKind, JobId, Status

Why = dict[str, Value]
"""The reason for a decision, for users and for `show --decisions`: the key "kind" says what sort of
reason."""


class Event(msgspec.Struct, frozen=True, tag_field="event", omit_defaults=True, gc=False):
    """The base of all facts and actions. None can be part of a reference cycle, so gc=False is safe."""

    time: float


# ---- requests --------------------------------------------------------------------------------------------


class _Request(msgspec.Struct, frozen=True, tag_field="request", omit_defaults=True, gc=False):
    """The base of all requests: what a person wants of a running tuner. `tunewise.requests` sends them."""


class PauseTrial(_Request, frozen=True, tag="pause_trial", gc=False):
    """Ends the trial's job if it has one. The trial is held until a `ResumeTrial`, whatever the method
    says."""

    trial_id: int


class ResumeTrial(_Request, frozen=True, tag="resume_trial", gc=False):
    """Lets go of a held trial. One that the method has paused goes on, if the method can live with that."""

    trial_id: int


class EndTrial(_Request, frozen=True, tag="end_trial", gc=False):
    """Ends a trial for good, with or without a job."""

    trial_id: int


class TryNext(_Request, frozen=True, tag="try_next", gc=False):
    """Starts this configuration before any other new one. Values may be text, as on a command line; what is
    left out is set to the middle of its domain."""

    config: Config


class Change(_Request, frozen=True, tag="change", gc=False):
    """Changes the workers and limits, as resuming with other ones would; None and missing limits: as before.
    limits: those of `StoppingCriterion`, by name."""

    workers: int | None = None
    limits: dict[str, float] = {}


LONGEST_REMARK = 2000
"""Characters of a person's note."""


class Remark(_Request, frozen=True, tag="remark", gc=False):
    """A person's note on the experiment, or on a trial."""

    text: str
    trial_id: int | None = None


class Suspend(_Request, frozen=True, tag="suspend", gc=False):
    """Suspends the experiment. why: who asked, in words."""

    why: str = "a person asked"


LOOK_EVERY = 0.1
"""Seconds between looks for requests, where nothing tells that there are some."""

Request = PauseTrial | ResumeTrial | EndTrial | TryNext | Change | Remark | Suspend


# ---- facts -----------------------------------------------------------------------------------------------


class Opened(Event, frozen=True, tag="opened", gc=False):
    """A tuner opened the experiment, for the first time or again.

    limits: the stopping criterion's, by name. price: money for a worker-hour. pay_idle: a worker
    costs as much while it has no job, as on a machine that is rented for the whole experiment.
    reports_start: a job that is started waits in a queue until `JobStarted` tells that it runs; otherwise it
    runs at once.
    """

    workers: int
    limits: dict[str, float] = {}
    price: float = 1.0
    pay_idle: bool = False
    reports_start: bool = msgspec.field(default=False, name="starts_told")  # as journals call it


class JobQueued(Event, frozen=True, tag="job_queued", gc=False):
    """Why a job waits in a queue, in words; "" if unknown. May be repeated with other words until the job's
    `JobStarted`."""

    job: JobId
    why: str


class JobStarted(Event, frozen=True, tag="job_started", gc=False):
    """A job's process runs; `place` says where, in words, and `elapsed` for how many seconds so far."""

    job: JobId
    place: str = ""
    elapsed: float = 0.0


class Reported(Event, frozen=True, tag="reported", gc=False):
    """A script reported. `seq` counts the job's reports from 0, `elapsed` is seconds since the job began to
    run, on a monotonic clock.

    `values` holds scalars only; a float that is not finite is the text "nan", "inf" or "-inf", so that a
    journal is plain JSON.
    """

    job: JobId
    seq: int
    elapsed: float
    values: dict[str, Value]


class JobEnded(Event, frozen=True, tag="job_ended", gc=False):
    """A job is over: no process of it is left and its worker is free.

    elapsed: seconds for which it ran. failure: None if it ended by itself without error, or was told to
    end. detail: the exit code in words, the end of the traceback. note: what users should know about its
    reports, such as invalid lines.
    """

    job: JobId
    elapsed: float
    failure: FailureKind | None = None
    detail: str = ""
    note: str = ""


class IdlePaid(Event, frozen=True, tag="idle_paid", gc=False):
    """Instances that are kept for later jobs were paid for while they had none. seconds: in all since the
    experiment began, so the fact may be repeated after a restart."""

    seconds: float


class StopRequested(Event, frozen=True, tag="stop_requested", gc=False):
    """A user asked to suspend the experiment."""

    why: str


class Requested(Event, frozen=True, tag="requested", gc=False):
    """A person asked for something. id: of the request, unlike that of any other of the experiment.

    objection: why the back end can't do it, as a sentence; "" if it can, or needn't do anything.
    """

    id: str
    request: Request
    objection: str = ""


class Ticked(Event, frozen=True, tag="ticked", gc=False):
    """Time passed; recorded only if actions followed from it."""


# ---- actions ---------------------------------------------------------------------------------------------


class StartJob(Event, frozen=True, tag="start", gc=False):
    """A new trial: run `config` up to level `until`."""

    trial_id: int
    config: Config
    until: int | None = None
    bracket: int = 0
    why: Why = {}


class ResumeJob(Event, frozen=True, tag="resume", gc=False):
    """Continue a paused or suspended trial from its checkpoint, up to level `until`."""

    job: JobId
    until: int | None = None
    why: Why = {}


class HaltJob(Event, frozen=True, tag="halt", gc=False):
    """End a job; its trial then becomes `target`.

    patience: seconds that the job has to end by itself before it is told to (it was started with its limit
    and is about to end). failure, message: with target FAILED, the kind of failure and what happened.
    """

    job: JobId
    target: Status
    patience: float = 0.0
    failure: FailureKind | None = None
    message: str = ""
    why: Why = {}


class DropCheckpoint(Event, frozen=True, tag="drop_checkpoint", gc=False):
    """The trial's checkpoint is no longer needed."""

    trial_id: int


class Hold(Event, frozen=True, tag="hold", gc=False):
    """A trial that has no job, or whose job has been told to end, gets none until it is released: a person
    asked."""

    trial_id: int


class Release(Event, frozen=True, tag="release", gc=False):
    """A held trial is no longer held."""

    trial_id: int


class Recall(Event, frozen=True, tag="recall", gc=False):
    """A paused trial goes on up to level `until` as soon as a worker is free: a person asked."""

    trial_id: int
    until: int | None = None


class StopTrial(Event, frozen=True, tag="stop_trial", gc=False):
    """Ends a trial that has no job for good: a person asked."""

    trial_id: int


class Enqueue(Event, frozen=True, tag="enqueue", gc=False):
    """A configuration, complete, that is started before any other new one. id: of the request."""

    id: str
    config: Config


class ChangeTerms(Event, frozen=True, tag="change_terms", gc=False):
    """From now on the experiment has these workers and limits, all of them."""

    workers: int
    limits: dict[str, float] = {}


class Refuse(Event, frozen=True, tag="refuse", gc=False):
    """A request is refused. why: a sentence for the person who asked."""

    id: str
    why: str


class FinishReason(StrEnum):
    """Why an experiment ended or was suspended."""

    LIMIT = "limit"  # a limit of the stopping criterion
    EXHAUSTED = "exhausted"  # the method has nothing left to try
    STOPPED = "stopped"  # a user asked
    FAILING = "failing"  # the script fails whatever the configuration

    @property
    def how(self) -> Literal["finished", "suspended", "failed"]:
        """How the experiment ended."""
        if self is FinishReason.STOPPED:
            return "suspended"
        return "failed" if self is FinishReason.FAILING else "finished"


class Finish(Event, frozen=True, tag="finish", gc=False):
    """The experiment is over or suspended: no job runs."""

    reason: FinishReason
    detail: str = ""


Fact = Opened | JobQueued | JobStarted | Reported | JobEnded | IdlePaid | StopRequested | Requested | Ticked
Action = (
    StartJob
    | ResumeJob
    | HaltJob
    | DropCheckpoint
    | Finish
    | Hold
    | Release
    | Recall
    | StopTrial
    | Enqueue
    | ChangeTerms
    | Refuse
)


class Entry(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """A fact and the actions that followed from it: one line of the journal, complete or absent."""

    fact: Fact
    actions: list[Action] = []


def jobs_of(entry: Entry) -> Iterator[JobId]:
    """The jobs that a line tells of; the first one of a trial for what isn't about a job."""
    for event in (entry.fact, *entry.actions):
        if isinstance(event, (JobQueued, JobStarted, Reported, JobEnded, ResumeJob, HaltJob)):
            yield event.job
        elif (trial_id := getattr(event, "trial_id", None)) is not None:
            yield JobId(trial_id, 0)


encode: Callable[[Entry], bytes] = msgspec.json.Encoder().encode
"""One line of JSON without its newline."""


def decode(line: bytes | memoryview) -> Entry:
    """The inverse of `encode`. Raises ValueError for anything else."""
    return decode_json(line, Entry)
