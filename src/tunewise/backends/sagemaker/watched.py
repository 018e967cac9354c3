"""One job as the tuner knows it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from tunewise.backends.sagemaker.names import job_key
from tunewise.backends.sagemaker.reading import NOTHING, Report, Told
from tunewise.events import Fact, JobQueued, JobStarted, Reported

if TYPE_CHECKING:
    from tunewise.backends.base import Job

RUNNING = frozenset({"Training", "Interrupted", "Uploading"})


@dataclass
class Watched:
    """A job between its start and its `JobEnded`. Moments are on the monotonic clock.

    next_report: the first one that was not delivered yet. attempt: how many training jobs before this one
    never ran. created: whether the training job is there; unsure: whether it may be, as the answer to its
    request was lost. create_at: when to ask for it (again). tries: how often that was in vain.
    since: when the server created it, or a moment before. secondary, ended: its status as last listed.
    waits_for: why it waits to run, in words, and what was last told of that. asked_at: when AWS was last
    asked, or it began to wait.
    asked: whether the tuner wants it to end; halt_at: when it is to be told. told, stop_at, stopped: the stop
    object is there, StopTrainingJob is due, and was called.
    """

    job: Job
    since: datetime
    next_report: int = 0
    attempt: int = 0
    created: bool = False
    unsure: bool = False
    create_at: float = 0.0
    tries: int = 0
    secondary: str = ""
    ended: bool = False
    listed_at: float = 0.0
    asked: bool = False
    halt_at: float | None = None
    told: bool = False
    stop_at: float | None = None
    stopped: bool = False
    announced: bool = False
    waits_for: str = ""
    known_to_wait_for: str = ""
    asked_at: float = 0.0
    etag: str = ""
    said: Told = NOTHING

    @property
    def key(self) -> str:
        return job_key(self.job.id, self.attempt)

    @property
    def running(self) -> bool:
        """Whether the container has started, so that it can be asked to end."""
        return self.secondary in RUNNING or self.said.begun is not None

    @property
    def placed(self) -> bool:
        """Whether it has an instance, from when on it is billed: before, it waits in AWS's queue."""
        return self.running or self.secondary == "Downloading"

    def ask(self, patience: float) -> None:
        due = time.monotonic() + patience
        self.asked = True
        self.halt_at = due if self.halt_at is None else min(self.halt_at, due)

    def found(self, now: float) -> None:
        """Its training job is there, as of now."""
        self.created, self.unsure = True, False
        self.listed_at, self.waits_for = now, ""

    def again(self, now: float, wait: float) -> None:
        """The training job never ran: another is to be created after `wait` seconds."""
        self.attempt += 1
        self.tries += 1
        self.created = self.unsure = self.ended = False
        self.secondary = ""
        self.asked_at = 0.0
        self.create_at = now + wait

    def queue_facts(self, now: float) -> list[Fact]:
        """Why it waits to run, where there is news of that. now: on the experiment's clock."""
        if self.announced or self.waits_for == self.known_to_wait_for:
            return []
        self.known_to_wait_for = self.waits_for
        return [JobQueued(now, self.job.id, self.waits_for)]

    def facts(self, told: Told, now: float, place: str) -> list[Fact]:
        """What is new in what the job tells. now: on the experiment's clock."""
        self.said = told
        facts: list[Fact] = []
        if not self.announced and (self.placed or told.reports):
            self.announced = True
            ran = _seconds_until(told.reports[-1], told) if told.reports else 0.0
            facts.append(JobStarted(now, self.job.id, place, ran))
        for report in told.reports:
            if report.seq >= self.next_report:  # a gap is a line that is lost, or damaged, for good
                elapsed = _seconds_until(report, told)
                facts.append(Reported(now, self.job.id, report.seq, elapsed, report.values))
                self.next_report = report.seq + 1
        return facts


def _seconds_until(report: Report, told: Told) -> float:
    """For how many seconds a job had run when it reported; a container of an earlier version tells the times
    of day alone."""
    if report.elapsed is not None:
        return report.elapsed
    return max(0.0, report.time - (report.time if told.begun is None else told.begun))
