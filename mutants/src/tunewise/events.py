"""Facts and actions: what happened, and what to do. Frozen values with a JSON codec.

The journal holds both: a decision, once made, is a fact as well, so that replaying a journal asks nobody
anything and draws nothing again. Times are seconds on the experiment's clock.
"""

from enum import Enum
from typing import Literal

import msgspec

from tunewise.disk import decode as decode_json
from tunewise.space import Config, Value
from tunewise.trial import FailureKind, JobId, Status

Why = dict[str, Value]
"""Why a decision fell, for people and for `show --decisions`: the key "kind" says what sort of reason."""


class Event(msgspec.Struct, frozen=True, tag_field="event", omit_defaults=True, gc=False):
    """What all facts and actions share. None can be part of a cycle, so the collector leaves them alone."""

    time: float


# ---- facts -----------------------------------------------------------------------------------------------


class Opened(Event, frozen=True, tag="opened", gc=False):
    """A tuner took the experiment up, for the first time or again.

    limits: the stopping criterion's, by name. price: money for a worker-hour. pay_idle: a worker
    costs as much while it has no job, as on a machine that is rented for the whole experiment.
    reports_start: a job that is started waits in a queue until `JobStarted` tells that it runs; otherwise it
    runs at once.
    """

    workers: int
    limits: dict[str, float] = {}
    price: float = 1.0
    pay_idle: bool = False
    reports_start: bool = False


class JobQueued(Event, frozen=True, tag="job_queued", gc=False):
    """A job that waits for a place to run does so for this reason, in words; "" for none that is known. It
    may be told again, with other words, until the job's `JobStarted`."""

    job: JobId
    why: str


class JobStarted(Event, frozen=True, tag="job_started", gc=False):
    """A job's process runs; `place` says where, in words, and `elapsed` for how many seconds it has."""

    job: JobId
    place: str = ""
    elapsed: float = 0.0


class Reported(Event, frozen=True, tag="reported", gc=False):
    """A script reported. `seq` counts the job's reports from 0, `elapsed` is seconds since the job began to
    run, by a clock that nobody sets.

    `values` holds scalars only; a float that is not finite is the text "nan", "inf" or "-inf", so that a
    journal is plain JSON.
    """

    job: JobId
    seq: int
    elapsed: float
    values: dict[str, Value]


class JobEnded(Event, frozen=True, tag="job_ended", gc=False):
    """A job is really over: its process tree is gone and its worker is free.

    elapsed: seconds for which it ran. failure: None if it ended by itself without error, or was told to
    end. detail: the exit code in words, the end of the traceback. note: what a person should know of its
    reports, such as lines that are none.
    """

    job: JobId
    elapsed: float
    failure: FailureKind | None = None
    detail: str = ""
    note: str = ""


class IdlePaid(Event, frozen=True, tag="idle_paid", gc=False):
    """Instances that are kept for later jobs were paid for while they had none: for so many seconds in all,
    since the experiment began, so that whoever takes it up may say it again."""

    seconds: float


class StopRequested(Event, frozen=True, tag="stop_requested", gc=False):
    """A person asked to end the experiment for now."""

    why: str


class Ticked(Event, frozen=True, tag="ticked", gc=False):
    """Time passed; recorded only where something followed from it."""


# ---- actions ---------------------------------------------------------------------------------------------


class StartJob(Event, frozen=True, tag="start", gc=False):
    """A new trial: run `config` up to level `until`."""

    trial_id: int
    config: Config
    until: int | None = None
    bracket: int = 0
    why: Why = {}


class ResumeJob(Event, frozen=True, tag="resume", gc=False):
    """Go on with a paused or suspended trial from its checkpoint, up to level `until`."""

    job: JobId
    until: int | None = None
    why: Why = {}


class HaltJob(Event, frozen=True, tag="halt", gc=False):
    """End a job; then its trial is `target`.

    patience: seconds within which the job may end by itself before it is told to (it was started with its
    limit and is about to end). failure, message: with target FAILED, its kind and what happened.
    """

    job: JobId
    target: Status
    patience: float = 0.0
    failure: FailureKind | None = None
    message: str = ""
    why: Why = {}


class DropCheckpoint(Event, frozen=True, tag="drop_checkpoint", gc=False):
    """Nobody needs the trial's checkpoint any more."""

    trial_id: int


class FinishReason(str, Enum):
    """Why an experiment ended for now."""

    LIMIT = "limit"  # a limit of the stopping criterion
    EXHAUSTED = "exhausted"  # the method has nothing left to try
    STOPPED = "stopped"  # a person asked
    FAILING = "failing"  # the script fails whatever the configuration

    @property
    def how(self) -> Literal["finished", "suspended", "failed"]:
        """How the experiment has ended, then."""
        if self is FinishReason.STOPPED:
            return "suspended"
        return "failed" if self is FinishReason.FAILING else "finished"


class Finish(Event, frozen=True, tag="finish", gc=False):
    """The experiment is over for now: no job runs any more."""

    reason: FinishReason
    detail: str = ""


Fact = Opened | JobQueued | JobStarted | Reported | JobEnded | IdlePaid | StopRequested | Ticked
Action = StartJob | ResumeJob | HaltJob | DropCheckpoint | Finish


class Entry(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """A fact and the actions that it led to: one line of the journal, whole or not there at all."""

    fact: Fact
    actions: list[Action] = []


_encoder = msgspec.json.Encoder()


def encode(entry: Entry) -> bytes:
    """One line of JSON without its newline."""
    return _encoder.encode(entry)


def decode(line: bytes | memoryview) -> Entry:
    """The inverse of `encode`. Raises ValueError for anything else."""
    return decode_json(line, Entry)
